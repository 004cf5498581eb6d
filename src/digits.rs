//! Decimal digits of whole numbers, eight at a time: registers are mostly digits.

/// The digits of a number below 10⁸ as ASCII with leading zeros, the first in the lowest byte.
///
/// They are made side by side in one register. Digits that are stored byte by byte and then copied together make the
/// processor wait for the last of them.
#[inline]
pub(crate) fn eight_digits(number: u32) -> u64 {
    const ZEROS: u64 = 0x3030_3030_3030_3030;
    // Halves of four digits, then quarters of two, then the digits; a fraction of a power of two stands for each
    // division, exact for numbers of so few digits.
    let halves = u64::from(number / 10_000) | u64::from(number % 10_000) << 32;
    let hundreds = (halves * 10_486) >> 20 & 0x7f_0000_007f;
    let quarters = hundreds | (halves - hundreds * 100) << 16;
    let tens = (quarters * 103) >> 10 & 0x000f_000f_000f_000f;
    let digits = tens | (quarters - tens * 10) << 8;
    digits + ZEROS
}

/// Appends the digits of a number without leading zeros, at least one.
#[inline]
pub(crate) fn write_number(number: u64, out: &mut Vec<u8>) {
    const EIGHT: u64 = 100_000_000;
    if number >= EIGHT {
        write_number(number / EIGHT, out);
        return out.extend_from_slice(&eight_digits((number % EIGHT) as u32).to_le_bytes());
    }
    let leading = 7 - (number as u32).checked_ilog10().unwrap_or(0);
    let end = out.len() + 8 - leading as usize;
    // Appended in a fixed size, which needs no call, and cut to its own.
    out.extend_from_slice(&(eight_digits(number as u32) >> (8 * leading)).to_le_bytes());
    out.truncate(end);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_of_the_standard_library() {
        let short = (0..10_000).flat_map(|low| [low, low * 10_000, low * 10_000 + 9_999 - low]);
        for number in short {
            assert_eq!(eight_digits(number).to_le_bytes(), format!("{number:08}").as_bytes());
        }
        let powers = (0..20).map(|power| 10_u64.pow(power));
        for number in powers.flat_map(|power| [power - 1, power, power + 1]).chain([0, u64::MAX]) {
            let mut out = b"x".to_vec();
            write_number(number, &mut out);
            assert_eq!(out, format!("x{number}").as_bytes());
        }
    }
}
