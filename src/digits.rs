//! Decimal digits of whole numbers, eight at a time, side by side in one register: files are mostly digits.

/// Eight times the digit zero.
pub(crate) const ZEROS: u64 = 0x3030_3030_3030_3030;

/// The numbers that four pairs of ASCII digits write, sixteen bits each, the first in the lowest; `None` where one of the
/// eight is no digit.
#[inline]
pub(crate) fn pairs_of_eight(digits: u64) -> Option<u64> {
    let values = digits ^ ZEROS;
    // A byte above 9 has its highest bit, or gets it here; what it carries over changes nothing then.
    if (values | values.wrapping_add(0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 != 0 {
        return None;
    }
    Some((values * 10 + (values >> 8)) & 0x00ff_00ff_00ff_00ff)
}

/// The number that eight ASCII digits write, the first in the lowest byte; `None` where one of them is no digit.
#[inline(always)]
pub(crate) fn number_of_eight(digits: u64) -> Option<u32> {
    let twos = pairs_of_eight(digits)?;
    let fours = (twos * 100 + (twos >> 16)) & 0xffff_0000_ffff;
    Some((fours * 10_000 + (fours >> 32)) as u32)
}

/// The digits of a number below 10⁸ as ASCII with leading zeros, the first in the lowest byte.
///
/// Digits that are stored byte by byte and then copied together make the processor wait for the last of them.
#[inline]
pub(crate) fn eight_digits(number: u32) -> u64 {
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
    let digits = eight_digits(number as u32);
    let leading = leading_zeros(digits, 7);
    let end = out.len() + 8 - leading as usize;
    // Appended in a fixed size, which needs no call, and cut to its own.
    out.extend_from_slice(&(digits >> (8 * leading)).to_le_bytes());
    out.truncate(end);
}

/// How many of eight digits are zeros before the first that is none, at most so many.
#[inline]
fn leading_zeros(digits: u64, most: u32) -> u32 {
    ((digits ^ ZEROS) | 1 << (8 * most)).trailing_zeros() / 8
}

/// Appends hundredths of something with a dot before the last two digits and no other leading zeros.
#[inline]
pub(crate) fn write_hundredths(number: u64, out: &mut Vec<u8>) {
    const EIGHT: u64 = 100_000_000;
    if number >= EIGHT {
        write_number(number / 100, out);
        let last = number % 100;
        return out.extend_from_slice(&[b'.', b'0' + (last / 10) as u8, b'0' + (last % 10) as u8]);
    }
    let digits = eight_digits(number as u32);
    let leading = leading_zeros(digits, 5);
    let text = u128::from(digits & 0xffff_ffff_ffff) | u128::from(b'.') << 48 | u128::from(digits >> 48) << 56;
    let end = out.len() + 9 - leading as usize;
    out.extend_from_slice(&(text >> (8 * leading)).to_le_bytes());
    out.truncate(end);
}

/// The 12th digit of an ИИН or БИН that belongs to the first eight digits and the next three, one a byte, the first in the
/// lowest byte; what follows the three is not looked at. `None` where the number is never issued.
#[inline]
pub(crate) fn check_digit(first_eight: u64, next_three: u64) -> Option<u64> {
    let weighted = |first: [u64; 8], [a, b, c]: [u64; 3]| {
        (weighted_sum(first_eight, first) + weighted_sum(next_three, [a, b, c, 0, 0, 0, 0, 0])) % 11
    };
    let mut remainder = weighted([1, 2, 3, 4, 5, 6, 7, 8], [9, 10, 11]);
    if remainder == 10 {
        remainder = weighted([3, 4, 5, 6, 7, 8, 9, 10], [11, 1, 2]);
    }
    (remainder < 10).then_some(remainder)
}

/// The sum of eight digits, one a byte, each times its weight.
#[inline]
fn weighted_sum(digits: u64, [a, b, c, d, e, f, g, h]: [u64; 8]) -> u64 {
    // Every second digit in sixteen bits of its own: times the weights in reverse order the sum of the products stands
    // in the highest sixteen, and no lower sum is as large as to carry over into it.
    const EVERY_SECOND: u64 = 0x00ff_00ff_00ff_00ff;
    let sum = |digits: u64, [a, b, c, d]: [u64; 4]| digits.wrapping_mul(a << 48 | b << 32 | c << 16 | d) >> 48;
    sum(digits & EVERY_SECOND, [a, c, e, g]) + sum(digits >> 8 & EVERY_SECOND, [b, d, f, h])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_of_the_standard_library() {
        let short = (0..10_000).flat_map(|low| [low, low * 10_000, low * 10_000 + 9_999 - low]);
        for number in short {
            let digits = eight_digits(number);
            assert_eq!(digits.to_le_bytes(), format!("{number:08}").as_bytes());
            assert_eq!(number_of_eight(digits), Some(number));
        }
        for (place, byte) in (0..8).flat_map(|place| (0..=255).map(move |byte: u8| (place, byte))) {
            let mut digits = *b"99999999";
            digits[place] = byte;
            let expected = byte.is_ascii_digit().then(|| str::from_utf8(&digits).unwrap().parse().unwrap());
            assert_eq!(number_of_eight(u64::from_le_bytes(digits)), expected, "{byte} at {place}");
        }
        let powers = (0..20).map(|power| 10_u64.pow(power));
        for number in powers.flat_map(|power| [power - 1, power, power + 1]).chain([0, u64::MAX]) {
            let mut out = b"x".to_vec();
            write_number(number, &mut out);
            assert_eq!(out, format!("x{number}").as_bytes());
            let mut out = b"x".to_vec();
            write_hundredths(number, &mut out);
            assert_eq!(out, format!("x{}.{:02}", number / 100, number % 100).as_bytes());
        }
    }
}
