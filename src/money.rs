//! Money: tenge as an integer number of tiyn.

use std::fmt;
use std::iter::Sum;
use std::ops::AddAssign;
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::as_text::as_text;
use crate::blanks::GROUP_BLANKS;
#[cfg(feature = "cli")]
use crate::digits::number_of_eight;
use crate::digits::write_hundredths;
use crate::error::{Error, ErrorKind};
use crate::shown::masked_where;
use crate::words::say;

/// An amount in tenge, exact to the tiyn (1/100 tenge).
///
/// ```
/// use ustap::Tenge;
/// let income: Tenge = "1000000,50".parse()?;
/// assert_eq!(income.tiyn(), 100_000_050);
/// assert_eq!(income.to_string(), "1000000.50");
/// # Ok::<(), ustap::Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tenge(i64);

/// Why a text is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyFault {
    /// Against the grammar of [`Tenge::parse`].
    Grammar,
    /// Beyond ±999 999 999 999.99 tenge.
    Range,
}

impl Tenge {
    /// 0.00 tenge.
    pub const ZERO: Tenge = Tenge(0);
    /// The largest amount of one operation: 999 999 999 999.99 tenge.
    pub const OPERATION_MAX: Tenge = Tenge(99_999_999_999_999);

    /// This many tiyn.
    #[inline]
    pub const fn from_tiyn(tiyn: i64) -> Tenge {
        Tenge(tiyn)
    }

    /// The amount in tiyn.
    #[inline]
    pub const fn tiyn(self) -> i64 {
        self.0
    }

    /// The amount in this UTF-8: `-` or not; digits, or groups of three that one blank each divides (U+0020, U+00A0,
    /// U+202F or U+2009), the first of one to three; then `.` or `,` and one to six decimals, of which all after the second
    /// are zeros, or nothing. Before decimals the digits may be missing. Leading zeros are allowed, `-0` is 0.00.
    ///
    /// # Errors
    /// [`MoneyFault::Grammar`] against the grammar, [`MoneyFault::Range`] beyond ±999 999 999 999.99, however many digits.
    #[inline]
    pub fn parse(bytes: &[u8]) -> Result<Tenge, MoneyFault> {
        Tenge::parse_up_to(Tenge::OPERATION_MAX, bytes)
    }

    /// The amount in this UTF-8, by the grammar of [`Tenge::parse`], where it is not beyond ±`most`.
    #[inline(always)]
    pub(crate) fn parse_up_to(most: Tenge, bytes: &[u8]) -> Result<Tenge, MoneyFault> {
        let (negative, unsigned) = match bytes {
            [b'-', rest @ ..] => (true, rest),
            _ => (false, bytes),
        };
        let (mut whole, mut rest) = digits(0, unsigned);
        let count = unsigned.len() - rest.len();
        if (1..=3).contains(&count) && blank(rest).is_some() {
            (whole, rest) = groups(whole, rest).ok_or(MoneyFault::Grammar)?;
        }
        let hundredths = match rest {
            [] if count > 0 => 0,
            [b'.' | b',', decimals @ ..] => hundredths(decimals).ok_or(MoneyFault::Grammar)?,
            _ => return Err(MoneyFault::Grammar),
        };
        let tiyn = whole * 100 + hundredths;
        if tiyn > most.0.unsigned_abs() {
            return Err(MoneyFault::Range);
        }
        let tiyn = tiyn as i64;
        Ok(Tenge(if negative { -tiyn } else { tiyn }))
    }

    /// The amount in this text by the grammar of [`Tenge::parse`], within ±92 233 720 368 547 758.07.
    #[cfg(any(feature = "cli", feature = "serde"))]
    pub(crate) fn of_any_size(text: &str) -> Result<Tenge, Error> {
        read(text, Tenge(i64::MAX))
    }

    /// The amount in the last of sixteen bytes, the last in the highest, whose others are digits of zero: as
    /// [`Tenge::parse`] reads it, where it is digits alone or has a point before the last two, as nearly all amounts
    /// are; else `None`.
    #[cfg(feature = "cli")]
    #[inline(always)]
    pub(crate) fn of_sixteen(text: u128) -> Option<Tenge> {
        const DECIMALS: u128 = 0xffff << 112;
        let has_point = matches!((text >> 104) as u8, b'.' | b',');
        // What stands before the point moves into its place.
        let moved = text & DECIMALS | (text << 8) & !DECIMALS | u128::from(b'0');
        let digits = if has_point { moved } else { text };
        let (high, low) = (number_of_eight(digits as u64)?, number_of_eight((digits >> 64) as u64)?);
        let number = u64::from(high) * 100_000_000 + u64::from(low);
        let tiyn = (if has_point { number } else { number * 100 }) as i64;
        (tiyn <= Tenge::OPERATION_MAX.0).then_some(Tenge(tiyn))
    }

    /// Whether the amount is one that a single operation may have: within ±999 999 999 999.99.
    pub fn is_operation_amount(self) -> bool {
        self.0.unsigned_abs() <= Tenge::OPERATION_MAX.0.unsigned_abs()
    }

    /// The sum, or `None` where it does not fit ±92 233 720 368 547 758.07.
    #[inline]
    pub fn checked_add(self, other: Tenge) -> Option<Tenge> {
        self.0.checked_add(other.0).map(Tenge)
    }

    /// The difference, or `None` where it does not fit ±92 233 720 368 547 758.07.
    #[inline]
    pub fn checked_sub(self, other: Tenge) -> Option<Tenge> {
        self.0.checked_sub(other.0).map(Tenge)
    }

    /// Appends the amount as files have it: a dot and exactly two decimals.
    #[inline]
    pub fn write_to(self, out: &mut Vec<u8>) {
        if self == Tenge::ZERO {
            // Many amounts are.
            return out.extend_from_slice(b"0.00");
        }
        write_tiyn(self.0 < 0, self.0.unsigned_abs(), out);
    }
}

/// What follows the one blank that these bytes begin with.
fn blank(bytes: &[u8]) -> Option<&[u8]> {
    GROUP_BLANKS.iter().find_map(|blank| bytes.strip_prefix(*blank))
}

/// `whole` with the digits behind it that these bytes begin with, and what follows them.
#[inline]
fn digits(mut whole: u64, mut bytes: &[u8]) -> (u64, &[u8]) {
    // Saturates far above the range, so that any number of digits ends as a fault of range.
    const BEYOND: u64 = 100_000_000_000_000_000;
    while let [digit @ b'0'..=b'9', rest @ ..] = bytes {
        whole = (whole * 10 + u64::from(digit - b'0')).min(BEYOND);
        bytes = rest;
    }
    (whole, bytes)
}

/// The same for groups of three digits, each behind one blank; `None` where a group is none.
#[cold]
fn groups(mut whole: u64, mut bytes: &[u8]) -> Option<(u64, &[u8])> {
    while let Some(rest) = blank(bytes) {
        let (group, rest) = rest.split_first_chunk::<3>()?;
        let (with_group, none) = digits(whole, group);
        if !none.is_empty() {
            return None;
        }
        (whole, bytes) = (with_group, rest);
    }
    Some((whole, bytes))
}

/// The hundredths that one to six decimals write; `None` where there are more, or other digits than zeros after the
/// second.
#[inline]
fn hundredths(decimals: &[u8]) -> Option<u64> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u64::from(byte - b'0'));
    match decimals {
        [tenths] => Some(digit(*tenths)? * 10),
        [tenths, hundredths, zeros @ ..] if zeros.len() <= 4 && zeros.iter().all(|&zero| zero == b'0') => {
            Some(digit(*tenths)? * 10 + digit(*hundredths)?)
        }
        _ => None,
    }
}

/// Appends this many tiyn, with a sign and a dot before the last two digits.
#[inline]
fn write_tiyn(is_negative: bool, tiyn: u64, out: &mut Vec<u8>) {
    if is_negative {
        out.push(b'-');
    }
    write_hundredths(tiyn, out);
}

as_text!(Tenge, Tenge::of_any_size);

impl fmt::Display for Tenge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        TengeSum::from(*self).fmt(f)
    }
}

impl FromStr for Tenge {
    type Err = Error;

    /// # Errors
    /// Kind [`ErrorKind::Money`] against the grammar of [`Tenge::parse`] or its range.
    fn from_str(text: &str) -> Result<Tenge, Error> {
        read(text, Tenge::OPERATION_MAX)
    }
}

/// The amount in this text, where it is not beyond ±`most`.
fn read(text: &str, most: Tenge) -> Result<Tenge, Error> {
    Tenge::parse_up_to(most, text.as_bytes()).map_err(|fault| {
        // It may be a person's number, in the wrong place.
        let text = masked_where(text, |digits| digits.len() == 12);
        let message = match fault {
            MoneyFault::Grammar => say!("money-no-amount", text = text),
            MoneyFault::Range => say!("money-beyond", text = text, most = most.to_string()),
        };
        Error::new(ErrorKind::Money, message)
    })
}

impl TryFrom<Decimal> for Tenge {
    type Error = Error;

    /// # Errors
    /// Kind [`ErrorKind::Money`] where the value is finer than a tiyn or does not fit ±92 233 720 368 547 758.07.
    fn try_from(value: Decimal) -> Result<Tenge, Error> {
        let shown = value.to_string();
        let value = value.normalize();
        if value.scale() > 2 {
            return Err(Error::new(ErrorKind::Money, say!("money-too-fine", value = shown)));
        }
        value
            .mantissa()
            .checked_mul(10_i128.pow(2 - value.scale()))
            .and_then(|tiyn| i64::try_from(tiyn).ok())
            .map(Tenge)
            .ok_or_else(|| Error::new(ErrorKind::Money, say!("money-too-large", value = shown)))
    }
}

impl From<Tenge> for Decimal {
    fn from(amount: Tenge) -> Decimal {
        Decimal::new(amount.0, 2)
    }
}

/// A sum over a whole batch in tenge, exact to the tiyn and wider than any single amount: made of amounts and of such
/// sums, or read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TengeSum(i128);

impl TengeSum {
    /// The largest sum that is read, in tiyn.
    const READ_MAX: i128 = 1 << 95;

    /// The sum in tiyn.
    pub const fn tiyn(self) -> i128 {
        self.0
    }

    /// This many tiyn: not from outside, since sums are added as what amounts come to, without a look at their size.
    pub(crate) const fn from_tiyn(tiyn: i128) -> TengeSum {
        TengeSum(tiyn)
    }

    /// Appends the sum as files have it: a dot and exactly two decimals.
    pub fn write_to(self, out: &mut Vec<u8>) {
        let (is_negative, magnitude) = (self.0 < 0, self.0.unsigned_abs());
        if let Ok(tiyn) = u64::try_from(magnitude) {
            return write_tiyn(is_negative, tiyn, out);
        }
        let digits = magnitude.to_string();
        let (whole, hundredths) = digits.split_at(digits.len() - 2);
        let sign = if is_negative { "-" } else { "" };
        out.extend_from_slice(format!("{sign}{whole}.{hundredths}").as_bytes());
    }
}

impl TryFrom<TengeSum> for Decimal {
    type Error = Error;

    /// # Errors
    /// Kind [`ErrorKind::Overflow`] where the sum has more digits than a decimal: above 10²⁶ tenge.
    fn try_from(sum: TengeSum) -> Result<Decimal, Error> {
        Decimal::try_from_i128_with_scale(sum.0, 2)
            .map_err(|_| Error::new(ErrorKind::Overflow, say!("money-beyond-decimal", sum = sum.to_string())))
    }
}

impl From<Tenge> for TengeSum {
    fn from(amount: Tenge) -> TengeSum {
        TengeSum(i128::from(amount.0))
    }
}

impl FromStr for TengeSum {
    type Err = Error;

    /// # Errors
    /// Kind [`ErrorKind::Money`] where the text is not one that [`TengeSum::write_to`] gives: `-` or not, digits, a dot and two
    /// digits; or where it is above 2⁹⁵ tiyn, which no rows of a file come to.
    fn from_str(text: &str) -> Result<TengeSum, Error> {
        let fault = || Error::new(ErrorKind::Money, say!("money-no-sum", text = text));
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
        let (whole, decimals) = digits.split_once('.').ok_or_else(fault)?;
        let all = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !all(whole) || !all(decimals) || decimals.len() != 2 {
            return Err(fault());
        }
        let number = |text: &str| text.parse::<i128>().ok();
        let tiyn = number(whole).and_then(|whole| whole.checked_mul(100)?.checked_add(number(decimals)?));
        let tiyn = tiyn.filter(|&tiyn| tiyn <= TengeSum::READ_MAX).ok_or_else(fault)?;
        Ok(TengeSum(if negative { -tiyn } else { tiyn }))
    }
}

/// Sums that rows come to do not reach the ends of the type: 2⁶³ rows of the largest amount still fit, and 2³¹ sums that were
/// read. One that is doubled again and again stays at the end, which no decimal holds.
impl AddAssign<TengeSum> for TengeSum {
    fn add_assign(&mut self, other: TengeSum) {
        self.0 = self.0.saturating_add(other.0);
    }
}

/// As a sum is added.
impl AddAssign<Tenge> for TengeSum {
    fn add_assign(&mut self, other: Tenge) {
        *self += TengeSum::from(other);
    }
}

impl<T> Sum<T> for TengeSum
where
    TengeSum: AddAssign<T>,
{
    fn sum<I: Iterator<Item = T>>(amounts: I) -> TengeSum {
        let mut sum = TengeSum::default();
        amounts.for_each(|amount| sum += amount);
        sum
    }
}

as_text!(TengeSum, str::parse);

impl fmt::Display for TengeSum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = Vec::with_capacity(24);
        self.write_to(&mut text);
        f.pad(std::str::from_utf8(&text).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grammar_of_money() {
        let tiyn = |text: &str| Tenge::parse(text.as_bytes()).map(Tenge::tiyn);
        for (text, value) in [
            ("0", 0),
            ("-0", 0),
            ("-0,00", 0),
            ("149.5", 14_950),
            ("149,50", 14_950),
            ("-12.05", -1_205),
            ("0000000000000000000000000001.5", 150),
            ("999999999999.99", 99_999_999_999_999),
            ("-999999999999,99", -99_999_999_999_999),
            (".50", 50),
            (",5", 50),
            ("-.50", -50),
            (".000000", 0),
            ("1234.5600", 123_456),
            ("1234,560000", 123_456),
            ("1 234,56", 123_456),
            ("1\u{a0}234,56", 123_456),
            ("1\u{202f}234", 123_400),
            ("12\u{2009}345\u{a0}678.9", 1_234_567_890),
            ("-123 456", -12_345_600),
            ("001 000", 100_000),
            ("999 999 999 999.99", 99_999_999_999_999),
        ] {
            assert_eq!(tiyn(text), Ok(value), "{text}");
        }
        for text in [
            "1000000000000",
            "-1000000000000.00",
            "999999999999999999999999999999999999999.99",
            "1 000 000 000 000",
            "1000000000000.000000",
        ] {
            assert_eq!(tiyn(text), Err(MoneyFault::Range), "{text}");
        }
        for text in [
            "",
            "-",
            "+5",
            ".",
            "-.",
            "5.",
            "5,",
            "1_000",
            "1e3",
            "1 00",
            "1 0000",
            "1  000",
            "1000 000",
            "1 000 00",
            "1 000000",
            " 000",
            "- 1",
            "1 .5",
            "1\u{2007}000",
            "1 000 .50",
            "1.234",
            "1.5000000",
            "1.50 000",
            "1,234.50",
            "1.234.567",
            "(100)",
            "100-",
            "\u{2212}100",
            "--1",
            "1.-5",
            "0x10",
            "١",
            "NaN",
            "1.5 ",
            "99999999999999999999999999999x",
        ] {
            assert_eq!(tiyn(text), Err(MoneyFault::Grammar), "{text}");
        }
    }

    /// Every text of up to six bytes that amounts are made of, and what is near them.
    #[cfg(feature = "cli")]
    #[test]
    fn sixteen_bytes_are_read_as_any_number_of_them() {
        let bytes = *b"059.,- x";
        let mut texts: Vec<Vec<u8>> = vec![Vec::new()];
        let mut read = 0;
        for _ in 0..6 {
            texts = texts.iter().flat_map(|text| bytes.map(|byte| [&text[..], &[byte]].concat())).collect();
            for text in &texts {
                let mut sixteen = [b'0'; 16];
                sixteen[16 - text.len()..].copy_from_slice(text);
                let fast = Tenge::of_sixteen(u128::from_le_bytes(sixteen));
                assert!(fast.is_none_or(|fast| Tenge::parse(text) == Ok(fast)), "{}", text.escape_ascii());
                read += usize::from(fast.is_some());
            }
        }
        // Digits alone: 3 + 3² + … + 3⁶ = 1 092. Two decimals after one of two points: 2 × 9 × (1 + 3 + 3² + 3³) = 720.
        assert_eq!(read, 1_092 + 720);
        let of = |text: &[u8; 16]| Tenge::of_sixteen(u128::from_le_bytes(*text)).map(Tenge::tiyn);
        assert_eq!(of(b"0999999999999.99"), Some(99_999_999_999_999));
        assert_eq!(of(b"1000000000000.00"), None);
        assert_eq!(of(b"9999999999999999"), None);
    }

    #[test]
    fn written_with_two_decimals() {
        for (tiyn, text) in
            [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (10, "0.10"), (100, "1.00"), (-123_456, "-1234.56")]
        {
            assert_eq!(Tenge::from_tiyn(tiyn).to_string(), text);
        }
        assert_eq!(Tenge::from_tiyn(i64::MIN).to_string(), "-92233720368547758.08");
        let wide = TengeSum::from_tiyn(i128::from(u64::MAX) * 1_000_000 + 7);
        assert_eq!(wide.to_string(), "184467440737095516150000.07");
    }

    #[test]
    fn decimals_in_and_out() {
        let amount = Tenge::try_from(Decimal::new(-1_234_500, 4)).unwrap();
        assert_eq!(amount.tiyn(), -12_345);
        assert_eq!(Decimal::from(amount).to_string(), "-123.45");
        assert!(Tenge::try_from(Decimal::new(1, 3)).is_err());
        assert!(Tenge::try_from(Decimal::MAX).is_err());
        // A decimal has 96 bits: 7.9 × 10²⁸ tiyn.
        let sum = |tiyn: i128| Decimal::try_from(TengeSum::from_tiyn(tiyn)).map(|sum| sum.to_string());
        assert_eq!(sum(-(1 << 80) - 1), Ok("-12089258196146291747061.77".to_owned()));
        assert_eq!(sum(1 << 96).map_err(|error| error.kind()), Err(ErrorKind::Overflow));
    }

    #[test]
    fn sums_and_differences_that_do_not_fit_are_none() {
        let tenge = |tiyn| Tenge::from_tiyn(tiyn);
        // 5.00 − 2.00 = 3.00, 5.00 + 2.00 = 7.00.
        assert_eq!(tenge(500).checked_sub(tenge(200)), Some(tenge(300)));
        assert_eq!(tenge(500).checked_add(tenge(200)), Some(tenge(700)));
        assert_eq!(tenge(i64::MIN).checked_sub(tenge(1)), None);
        assert_eq!(tenge(i64::MAX).checked_add(tenge(1)), None);
        assert_eq!(tenge(i64::MAX).checked_sub(tenge(i64::MAX)), Some(Tenge::ZERO));
    }

    /// What a register may hold is more than one operation may: 2⁶³ − 1 tiyn.
    #[cfg(any(feature = "cli", feature = "serde"))]
    #[test]
    fn an_amount_of_any_size_ends_where_its_integer_does() {
        let tiyn = |text: &str| Tenge::of_any_size(text).map(Tenge::tiyn).ok();
        assert_eq!(tiyn("1000000000000.00"), Some(100_000_000_000_000));
        assert_eq!(tiyn("92233720368547758.07"), Some(i64::MAX));
        assert_eq!((tiyn("92233720368547758.08"), tiyn("1.005")), (None, None));
    }

    #[test]
    fn amounts_of_one_operation_end_at_a_trillion() {
        for (tiyn, is_one) in [(99_999_999_999_999, true), (100_000_000_000_000, false), (0, true)] {
            assert_eq!(Tenge::from_tiyn(tiyn).is_operation_amount(), is_one, "{tiyn}");
            assert_eq!(Tenge::from_tiyn(-tiyn).is_operation_amount(), is_one, "-{tiyn}");
        }
    }

    #[test]
    fn a_sum_is_read_as_it_is_written() {
        let tiyn = |text: &str| text.parse::<TengeSum>().map(TengeSum::tiyn).ok();
        for (text, value) in [("0.00", 0), ("0.05", 5), ("-1.05", -105), ("12.30", 1_230)] {
            assert_eq!(tiyn(text), Some(value), "{text}");
            assert_eq!(TengeSum::from_tiyn(value).to_string(), text);
        }
        // 2⁹⁵ tiyn, and one more; the largest of 128 bits, and one more.
        assert_eq!(tiyn("-396140812571321687967719751.68"), Some(-(1 << 95)));
        for text in [
            "396140812571321687967719751.69",
            "1701411834604692317316873037158841057.27",
            "1701411834604692317316873037158841057.28",
        ] {
            assert_eq!(tiyn(text), None, "{text}");
        }
        for text in ["", "-", "1", "1.5", "1.500", ".50", "1.", "+1.00", "1,00", "1.0x", "x.00", "--1.00", "1.0.0"] {
            assert_eq!(tiyn(text), None, "{text}");
        }
        // 2⁶⁴ − 1 tiyn is the last that is written by the way of small ones.
        for (above, text) in [(0, "184467440737095516.15"), (1, "184467440737095516.16")] {
            let sum = i128::from(u64::MAX) + above;
            assert_eq!(TengeSum::from_tiyn(sum).to_string(), text);
            assert_eq!(TengeSum::from_tiyn(-sum).to_string(), format!("-{text}"));
        }
        assert_eq!(format!("{:>7}", TengeSum::from_tiyn(100)), "   1.00");
    }

    #[test]
    fn sums_add_amounts_and_sums() {
        let mut sum = TengeSum::from(Tenge::from_tiyn(-300));
        sum += Tenge::from_tiyn(1_000);
        sum += TengeSum::from_tiyn(-50);
        // −3.00 + 10.00 − 0.50 = 6.50.
        assert_eq!(sum.to_string(), "6.50");
    }

    /// 2⁶³ − 1 tiyn doubled 64 times are 2¹²⁷ − 2⁶⁴, and −2⁶³ are −2¹²⁷.
    #[test]
    fn a_sum_that_is_doubled_again_and_again_stays_at_the_end() {
        for (amount, last, end) in [(i64::MAX, i128::MAX - (1 << 64) + 1, i128::MAX), (i64::MIN, i128::MIN, i128::MIN)]
        {
            let mut sum = TengeSum::from(Tenge::from_tiyn(amount));
            for _ in 0..64 {
                sum += sum;
            }
            assert_eq!(sum.tiyn(), last);
            sum += sum;
            assert_eq!(sum.tiyn(), end);
            sum += Tenge::from_tiyn(amount);
            assert_eq!(sum.tiyn(), end);
            assert_eq!(Decimal::try_from(sum).unwrap_err().kind(), ErrorKind::Overflow);
        }
    }

    #[test]
    fn a_decimal_is_an_amount_where_it_fits() {
        let of = |mantissa: i64, scale: u32| Tenge::try_from(Decimal::new(mantissa, scale)).map(Tenge::tiyn).ok();
        assert_eq!(
            (of(5, 0), of(5, 1), of(5, 2), of(5, 3), of(5_000, 3)),
            (Some(500), Some(50), Some(5), None, Some(500))
        );
        assert_eq!((of(i64::MAX, 2), of(i64::MIN, 2), of(i64::MAX, 0)), (Some(i64::MAX), Some(i64::MIN), None));
    }
}
