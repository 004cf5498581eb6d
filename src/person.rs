//! A person's or a company's number.

use std::fmt;
use std::str::FromStr;

use crate::as_text::as_text;
use crate::digits::{ZEROS, check_digit, eight_digits, number_of_eight};
use crate::error::{Error, ErrorKind};
use crate::shown::masked;
#[cfg(feature = "cli")]
use crate::shown::{masked_where, without_iins, without_iins_in_runs};
use crate::words::say;

/// An ИИН or БИН: 12 digits with a right check digit.
///
/// ```
/// use ustap::Iin;
/// let iin: Iin = "900101300017".parse()?;
/// assert_eq!(iin.to_string(), "900101300017");
/// assert_eq!(iin.masked().to_string(), "9001****0017");
/// assert!("900101300018".parse::<Iin>().is_err());
/// # Ok::<(), ustap::Error>(())
/// ```
///
/// # Law
/// The check digit is the rule of law.md section 10. Nothing else is read from the digits: since Government resolution
/// No. 853 of 26.08.2013 they are not tied to birth date or sex.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Iin(u64);

/// Why a text is no ИИН.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IinFault {
    /// Not exactly 12 ASCII digits, or all of them zeros.
    Digits,
    /// The 12th digit is not the one that the first eleven give, or no number with these eleven is ever issued.
    CheckDigit,
}

impl Iin {
    /// The number in these bytes.
    ///
    /// # Errors
    /// [`IinFault::Digits`] where they are not 12 ASCII digits or all are zeros, which name nobody though the last one fits;
    /// [`IinFault::CheckDigit`] where the last one is wrong.
    #[inline(always)]
    pub fn parse(bytes: &[u8]) -> Result<Iin, IinFault> {
        let bytes: &[u8; 12] = bytes.try_into().map_err(|_| IinFault::Digits)?;
        let &[a, b, c, d, e, f, g, h, last_four @ ..] = bytes;
        let first_eight = u64::from_le_bytes([a, b, c, d, e, f, g, h]);
        let last_four = u64::from(u32::from_le_bytes(last_four));
        let (Some(high), Some(low)) =
            (number_of_eight(first_eight), number_of_eight(ZEROS & 0xffff_ffff | last_four << 32))
        else {
            return Err(IinFault::Digits);
        };
        let last = last_four >> 24 & 0x0f;
        if check_digit(first_eight ^ ZEROS, last_four ^ ZEROS & 0xffff_ffff) != Some(last) {
            return Err(IinFault::CheckDigit);
        }
        match u64::from(high) * 10_000 + u64::from(low) {
            0 => Err(IinFault::Digits),
            number => Ok(Iin(number)),
        }
    }

    /// The number that has lost its leading zeros: one to eleven digits, not all zeros, to which zeros in front give a right
    /// check digit.
    #[cfg(feature = "cli")]
    pub(crate) fn with_zeros_restored(bytes: &[u8]) -> Option<Iin> {
        let mut digits = [b'0'; 12];
        let missing = 12_usize.checked_sub(bytes.len()).filter(|missing| (1..12).contains(missing))?;
        digits[missing..].copy_from_slice(bytes);
        Iin::parse(&digits).ok()
    }

    /// The ИИН that is this number, with its leading zeros.
    ///
    /// # Errors
    /// As [`Iin::parse`]; [`IinFault::Digits`] where it has more than 12 digits.
    pub fn try_from_number(number: u64) -> Result<Iin, IinFault> {
        if number >= 1_000_000_000_000 {
            return Err(IinFault::Digits);
        }
        Iin::parse(&Iin(number).digits())
    }

    /// The number whose first eleven digits are those of `first`, below 10¹¹; `None` where no such number is issued.
    pub fn from_first_eleven(first: u64) -> Option<Iin> {
        if !(1..100_000_000_000).contains(&first) {
            return None;
        }
        let (first_eight, next_three) = ((first / 1000) as u32, (first % 1000) as u32);
        let digits = |number| eight_digits(number) ^ ZEROS;
        Some(Iin(first * 10 + check_digit(digits(first_eight), digits(next_three * 10) >> 32)?))
    }

    /// The number as an integer below 10¹².
    #[inline]
    pub fn number(self) -> u64 {
        self.0
    }

    /// The ИИН that [`Iin::number`] was taken from.
    #[inline]
    pub(crate) fn from_number(number: u64) -> Iin {
        Iin(number)
    }

    /// The 12 digits as ASCII.
    pub fn digits(self) -> [u8; 12] {
        const EIGHT: u64 = 100_000_000;
        let (first_four, last_eight) = (eight_digits((self.0 / EIGHT) as u32), eight_digits((self.0 % EIGHT) as u32));
        let mut digits = [0; 12];
        digits[..4].copy_from_slice(&((first_four >> 32) as u32).to_le_bytes());
        digits[4..].copy_from_slice(&last_eight.to_le_bytes());
        digits
    }

    /// The number as terminals and logs show it: `9001****0017`.
    pub fn masked(self) -> impl fmt::Display {
        Masked(self)
    }
}

struct Masked(Iin);

impl fmt::Display for Masked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}****{:04}", self.0.0 / 100_000_000, self.0.0 % 10_000))
    }
}

as_text!(Iin, str::parse);

impl fmt::Display for Iin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:012}", self.0))
    }
}

impl FromStr for Iin {
    type Err = Error;

    /// # Errors
    /// Kind [`ErrorKind::Iin`] where the text is not 12 digits or the check digit is wrong.
    fn from_str(text: &str) -> Result<Iin, Error> {
        Iin::parse(text.as_bytes()).map_err(|fault| {
            let shown = masked(text);
            let message = match fault {
                IinFault::Digits if text == "000000000000" => say!("iin-all-zeros", text = shown),
                IinFault::Digits => say!("iin-digits", text = shown),
                IinFault::CheckDigit => say!("iin-check-digit-wrong", text = shown),
            };
            Error::new(ErrorKind::Iin, message)
        })
    }
}

/// The text with every ИИН cut, whatever stands between its digits or around them; other numbers stay as they are.
#[cfg(feature = "cli")]
pub(crate) fn without_split_iins(text: &str) -> String {
    masked_where(text, |digits| Iin::parse(digits).is_ok())
}

/// The text with every ИИН cut that stands in it as a word or in any other way: somebody else's words, which may have one
/// in groups, or as a number with decimals.
#[cfg(feature = "cli")]
pub fn without_any_iins(text: &str) -> String {
    without_split_iins(&without_iins_in_runs(&without_iins(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_law_md_section_10() {
        for valid in ["160440007161", "160940025485", "090840013770", "900101300017", "900101300811"] {
            let iin = Iin::parse(valid.as_bytes()).unwrap();
            assert_eq!(iin.to_string(), valid);
            assert_eq!(iin.digits(), valid.as_bytes());
            assert_eq!(Iin::from_first_eleven(iin.number() / 10), Some(iin));
        }
        for last in b'0'..=b'9' {
            let mut never = *b"900101300800";
            never[11] = last;
            assert_eq!(Iin::parse(&never), Err(IinFault::CheckDigit));
        }
        assert_eq!(Iin::from_first_eleven(90_010_130_080), None);
        assert_eq!(Iin::parse(b"850101300123"), Err(IinFault::CheckDigit));
        for bad in ["", "90010130001", "9001013000170", "90010130001x", "90010130001 ", "９００", "000000000000"] {
            assert_eq!(Iin::parse(bad.as_bytes()), Err(IinFault::Digits), "{bad}");
        }
    }

    #[cfg(feature = "cli")]
    #[test]
    fn zeros_in_front_are_restored_where_the_check_digit_fits() {
        let restored = |text: &str| Iin::with_zeros_restored(text.as_bytes()).map(|iin| iin.to_string());
        // 3×2 + 5×4 + 2×5 + 7×6 + 9×7 + 1×10 = 151 = 13 × 11 + 8.
        assert_eq!(restored("30527900108").as_deref(), Some("030527900108"));
        for bad in
            ["", "0", "00000000000", "30527900109", "3052790010x", "030527900108", "900101300017", "0305279001080"]
        {
            assert_eq!(restored(bad), None, "{bad}");
        }
    }

    #[test]
    fn numbers_as_integers_and_masked() {
        let iin = Iin::try_from_number(30_527_900_108).unwrap();
        assert_eq!((iin.number(), iin.to_string()), (30_527_900_108, "030527900108".to_owned()));
        assert_eq!(iin.masked().to_string(), "0305****0108");
        assert_eq!(Iin::try_from_number(0), Err(IinFault::Digits));
        assert_eq!(Iin::try_from_number(1_000_000_000_000), Err(IinFault::Digits));
        // 160 440 007 161 with a 13th digit in front.
        assert_eq!(Iin::try_from_number(1_160_440_007_161), Err(IinFault::Digits));
        // 9 × (1 + 2 + … + 11) = 594 = 54 × 11: the check digit is 0.
        assert_eq!(Iin::try_from_number(999_999_999_999), Err(IinFault::CheckDigit));
        assert_eq!(Iin::from_first_eleven(99_999_999_999).map(Iin::number), Some(999_999_999_990));
        // 1 × 11 = 11 ≡ 0.
        assert_eq!(Iin::from_first_eleven(1).map(Iin::number), Some(10));
        assert_eq!((Iin::from_first_eleven(0), Iin::from_first_eleven(100_000_000_000)), (None, None));
    }

    #[cfg(feature = "cli")]
    #[test]
    fn no_number_is_whole_in_words_of_others() {
        for (text, expected) in [
            ("key 9001 0130 0017, 900101300017.00", "key 9001****0017, 9001****0017.00"),
            ("9001-0130-0017 2026", "9001****0017 2026"),
            ("at 5 9001 0130 0017 5", "at 5 9001****0017 5"),
            ("900101300017,900101300017.00", "9001****0017,9001****0017.00"),
            // 260801000008 checks: 1×2 + 2×6 + 3×0 + 4×8 + 5×0 + 6×1 = 52 = 4 × 11 + 8. But it begins within a year.
            ("2026-08-01-0000084", "2026-08-01-0000084"),
        ] {
            assert_eq!(without_any_iins(text), expected);
        }
    }

    #[test]
    fn a_fault_is_said_by_its_kind() {
        let said = |text: &str| text.parse::<Iin>().unwrap_err().to_string();
        let messages = [said("000000000000"), said("90010130001"), said("900101300018")];
        assert!(messages[0] != messages[1].replace("90010130001", "000000000000"), "{messages:?}");
        assert!(messages[0].contains("zeros") && messages[1].contains("12 digits"), "{messages:?}");
        assert!(messages[2].contains("check digit"), "{messages:?}");
    }
}
