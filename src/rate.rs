//! A rate, and the places where an amount is rounded.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::as_text::as_text;
use crate::blanks::EDGE_BLANKS;
use crate::error::{Error, ErrorKind};
use crate::money::Tenge;
#[cfg(feature = "cli")]
use crate::words::Message;
use crate::words::say;

/// A rate as an exact decimal fraction, at least 0 and at most 1, with at most nine decimals: `0.01` is 1 %.
///
/// ```
/// use ustap::Rate;
/// let rate: Rate = "0.01".parse()?;
/// assert_eq!(rate.to_string(), "0.01");
/// assert!("1e-2".parse::<Rate>().is_err());
/// # Ok::<(), ustap::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rate {
    /// The rate in billionths.
    billionths: u32,
}

const BILLION: u64 = 1_000_000_000;

impl Rate {
    /// A rate of nothing.
    pub const ZERO: Rate = Rate { billionths: 0 };

    /// Whether nothing is due at this rate.
    pub fn is_zero(self) -> bool {
        self.billionths == 0
    }

    /// The rate in billionths.
    pub(crate) fn billionths(self) -> u32 {
        self.billionths
    }

    /// The rate in per cent, without trailing zeros: `1`, `3.5`.
    pub fn percent(self) -> String {
        (Decimal::from(self) * Decimal::ONE_HUNDRED).normalize().to_string()
    }

    /// The rate in per cent that a payment's purpose names: digits, then optionally a dot or comma and digits, then
    /// optionally a blank and `%`. `None` against this grammar, above 100, or where no rate is so fine.
    pub(crate) fn of_percent(text: &str) -> Option<Rate> {
        let number = text.strip_suffix('%').map_or(text, |number| number.strip_suffix(EDGE_BLANKS).unwrap_or(number));
        let (whole, decimals) = number.split_once(['.', ',']).unwrap_or((number, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(decimals) {
            return None;
        }
        // A billionth is the ninth decimal of a fraction and the seventh of a per cent.
        const DECIMALS: usize = 7;
        let decimals = decimals.trim_end_matches('0');
        let missing = u32::try_from(DECIMALS.checked_sub(decimals.len())?).ok()?;
        let number = |part: &str| if part.is_empty() { Some(0) } else { part.parse::<u64>().ok() };
        let behind = number(decimals)? * 10_u64.pow(missing);
        let billionths = number(whole)?.checked_mul(10_u64.pow(DECIMALS as u32))?.checked_add(behind)?;
        Some(Rate { billionths: u32::try_from(billionths).ok().filter(|&rate| u64::from(rate) <= BILLION)? })
    }
}

impl From<Rate> for Decimal {
    fn from(rate: Rate) -> Decimal {
        Decimal::new(i64::from(rate.billionths), 9).normalize()
    }
}

as_text!(Rate, str::parse);

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Decimal::from(*self).fmt(f)
    }
}

impl FromStr for Rate {
    type Err = Error;

    /// # Errors
    /// Kind [`ErrorKind::Rates`] where the text is not digits with an optional dot and one to nine decimals, or is above 1.
    fn from_str(text: &str) -> Result<Rate, Error> {
        let fault = || Error::new(ErrorKind::Rates, say!("rate-none", text = text));
        let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |part: &str| !part.is_empty() && part.len() <= 9 && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(decimals) {
            return Err(fault());
        }
        let whole: u64 = whole.parse().map_err(|_| fault())?;
        let decimals: u64 = format!("{decimals:0<9}").parse().map_err(|_| fault())?;
        let billionths = whole * BILLION + decimals;
        if billionths > BILLION {
            return Err(fault());
        }
        Ok(Rate { billionths: billionths as u32 })
    }
}

/// Which neighbour an amount between two whole units becomes. Bases are never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RoundingMode {
    /// The nearer one; from the middle the greater.
    HalfUp,
    /// The greater one.
    Up,
    /// The smaller one.
    Down,
}

impl RoundingMode {
    /// The mode's name in the tables: `half-up`, `up`, `down`.
    pub fn code(self) -> &'static str {
        match self {
            RoundingMode::HalfUp => "half-up",
            RoundingMode::Up => "up",
            RoundingMode::Down => "down",
        }
    }

    /// The mode in words.
    #[cfg(feature = "cli")]
    pub(crate) fn name(self) -> Message {
        match self {
            RoundingMode::HalfUp => say!("rounding-half-up"),
            RoundingMode::Up => say!("rounding-up"),
            RoundingMode::Down => say!("rounding-down"),
        }
    }
}

/// To what an amount is rounded, and how. It happens once per person, month and payment.
///
/// # Law
/// No provision of the Codes has a rule; law.md section 5 says what the policy rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rounding {
    /// The unit: 1 tenge or 1 tiyn, say.
    pub unit: Tenge,
    /// The mode.
    pub mode: RoundingMode,
}

impl Rounding {
    /// `parts` ÷ `whole` tiyn, rounded; `None` where it is out of range or `whole` is zero. [`Levy::amount`] is the other
    /// place where money is rounded.
    pub(crate) fn of_fraction(self, parts: u128, whole: u128) -> Option<Tenge> {
        let unit_tiyn = u128::from(self.unit.tiyn().unsigned_abs());
        let whole = whole.checked_mul(unit_tiyn)?;
        let (units, rest) = (parts.checked_div(whole)?, parts.checked_rem(whole)?);
        let up = match self.mode {
            RoundingMode::HalfUp => rest >= whole - rest,
            RoundingMode::Up => rest > 0,
            RoundingMode::Down => false,
        };
        let tiyn = (units + u128::from(up)).checked_mul(unit_tiyn)?;
        i64::try_from(tiyn).ok().map(Tenge::from_tiyn)
    }
}

/// A rate and a rounding made ready for many bases: base in tiyn × `times` ÷ `per` = amount in units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Levy {
    times: u64,
    per: u64,
    /// What is added before the division cuts off the rest.
    lift: u64,
    /// 2⁶⁴ ÷ `per`, rounded up.
    reciprocal: u64,
    /// Below this base the reciprocal gives what a division would, and everything on the way fits 64 bits.
    short_bases: u64,
    unit: i64,
}

impl Levy {
    /// The levy at this rate with this rounding.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Rates`] where the unit of rounding is not above zero or is above 1 000 000 tenge.
    pub fn new(rate: Rate, rounding: Rounding) -> Result<Levy, Error> {
        let unit = rounding.unit.tiyn();
        if !(1..=100_000_000).contains(&unit) {
            return Err(Error::new(ErrorKind::Rates, say!("rate-rounding-unit", unit = rounding.unit.to_string())));
        }
        let per = BILLION * unit.unsigned_abs();
        let divisor = gcd(u64::from(rate.billionths), per);
        let (times, per) = (u64::from(rate.billionths) / divisor, per / divisor);
        let lift = match rounding.mode {
            // An amount in units of which `per` parts make one: the middle lies at per/2, and where `per` is odd no
            // amount lies on it, so cutting per/2 down changes nothing.
            RoundingMode::HalfUp => per / 2,
            RoundingMode::Up => per - 1,
            RoundingMode::Down => 0,
        };
        Ok(Levy::ready((times, per), lift, unit))
    }

    /// A number times the reciprocal is number ÷ per and number × excess ÷ (per × 2⁶⁴), where the excess is by how much
    /// reciprocal × per is above 2⁶⁴. As long as number × excess is below 2⁶⁴, that is less than one part of `per`, which
    /// the next whole quotient is away at least.
    fn ready((times, per): (u64, u64), lift: u64, unit: i64) -> Levy {
        // 2⁶⁴ ÷ 1 has no place in 64 bits: nothing is short then but nothing itself.
        let reciprocal = (u64::MAX / per).saturating_add(1);
        let excess = reciprocal.wrapping_mul(per);
        let numbers = if per == 1 { 0 } else { u64::MAX.checked_div(excess).unwrap_or(u64::MAX) };
        let bases_below = |numbers: u64| numbers.checked_div(times).unwrap_or(u64::MAX).saturating_add(1);
        let bases = numbers.checked_sub(lift).map_or(0, bases_below);
        // A rate is at most 1, so that an amount is less than the base and one unit.
        let short_bases = bases.min(i64::MAX.abs_diff(unit));
        Levy { times, per, lift, reciprocal, short_bases, unit }
    }

    /// The amount due on a base that is not negative: base × rate, **rounded here**. Penalties alone are rounded elsewhere:
    /// [`Rounding::of_fraction`].
    #[inline]
    pub fn amount(&self, base: Tenge) -> Tenge {
        // What is negative is above all of them, as a number without a sign.
        let short = base.tiyn().cast_unsigned();
        if short < self.short_bases {
            // A division would take most of the time of a month.
            let parts = u128::from(short * self.times + self.lift) * u128::from(self.reciprocal);
            return Tenge::from_tiyn((parts >> 64) as i64 * self.unit);
        }
        self.amount_of_long(base)
    }

    #[cold]
    fn amount_of_long(&self, base: Tenge) -> Tenge {
        let base = u128::from(base.tiyn().max(0).unsigned_abs());
        let units = (base * u128::from(self.times) + u128::from(self.lift)) / u128::from(self.per);
        Tenge::from_tiyn((units as i64).saturating_mul(self.unit))
    }
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a.max(1) } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_have_a_strict_grammar() {
        for (text, billionths) in
            [("0", 0), ("0.01", 10_000_000), ("1", 1_000_000_000), ("0.000000001", 1), ("0.050", 50_000_000)]
        {
            assert_eq!(text.parse::<Rate>().unwrap(), Rate { billionths }, "{text}");
        }
        for text in [
            "",
            ".01",
            "0.",
            "-0.01",
            "+1",
            "1e-2",
            "0,01",
            "1.1",
            "1.000000001",
            "0.0000000001",
            "1 %",
            "0_1",
            "99999999999",
        ] {
            assert!(text.parse::<Rate>().is_err(), "{text}");
        }
        let rate: Rate = "0.0350".parse().unwrap();
        assert_eq!((rate.percent().as_str(), rate.to_string().as_str()), ("3.5", "0.035"));
        assert_eq!(rate.billionths(), 35_000_000);
        assert!(Rate::ZERO.is_zero() && !Rate { billionths: 1 }.is_zero());
    }

    #[test]
    fn rates_in_per_cent_as_purposes_name_them() {
        for (text, billionths) in [
            ("1", 10_000_000),
            ("1%", 10_000_000),
            ("1 %", 10_000_000),
            ("1\u{a0}%", 10_000_000),
            ("01,000000000 %", 10_000_000),
            ("3.5%", 35_000_000),
            ("3,5", 35_000_000),
            // Zeros at the end are not finer.
            ("5.0000000000", 50_000_000),
            ("0", 0),
            ("0.0000001", 1),
            ("100", 1_000_000_000),
        ] {
            assert_eq!(Rate::of_percent(text), Some(Rate { billionths }), "{text}");
        }
        for text in [
            "",
            "%",
            " %",
            ".5",
            "5.",
            "1,5,0",
            "+1",
            "-1",
            "1e0",
            "1  %",
            "1%%",
            "% 1",
            "1 ",
            " 1",
            "100.0000001",
            "one",
            "0.00000001",
            "1 percent",
            "٣",
            "99999999999999999999999",
        ] {
            assert_eq!(Rate::of_percent(text), None, "{text}");
        }
    }

    /// Quotients by the reciprocal, up to the last base that has one, are those of division; so is what is above it.
    #[test]
    fn quotients_are_those_of_division() {
        for per in [1, 2, 3, 7, 200, 10_000, 100_000_000_000, 1 << 32, (1 << 62) + 1, (1 << 63) + 1, u64::MAX] {
            for (times, lift) in [(0, 0), (1, 0), (1, per / 2), (per.min(7), per - 1), (per.min(1 << 30), per / 2)] {
                let levy = Levy::ready((times, per), lift, 1);
                let near = |number: u64| (0..5).map(move |more| number.wrapping_add(more).wrapping_sub(2));
                let multiples = (0..64).map(|bits| per.wrapping_mul(u64::MAX >> bits));
                let bases = (0..64).map(|bits| 1 << bits).chain(multiples).chain([0, levy.short_bases]).flat_map(near);
                for base in bases.map(|base| base & i64::MAX.unsigned_abs()) {
                    let expected = (u128::from(base) * u128::from(times) + u128::from(lift)) / u128::from(per);
                    let amount = levy.amount(Tenge::from_tiyn(base as i64)).tiyn();
                    assert_eq!(amount as u128, expected, "({base} × {times} + {lift}) ÷ {per}");
                }
            }
        }
    }

    /// Else the months of large sums alone would take longer, and no figure would tell.
    #[test]
    fn the_amounts_of_any_register_are_computed_in_64_bits() {
        let levy = |rate: &str, unit| {
            let rounding = Rounding { unit: Tenge::from_tiyn(unit), mode: RoundingMode::HalfUp };
            Levy::new(rate.parse().unwrap(), rounding).unwrap()
        };
        // 2⁶⁴ is 18 446 744 073 709 551 616. 5 % to the tenge is one unit in 2 000 tiyn, a multiple of which is next
        // above 2⁶⁴ by 384: 2⁶⁴ ÷ 384 is 48 038 396 025 285 290 and a rest, less the lift of 1 000 and with zero itself:
        // 480 trillion tenge.
        assert_eq!((levy("0.05", 100).times, levy("0.05", 100).per), (1, 2_000));
        assert_eq!(levy("0.05", 100).short_bases, 48_038_396_025_284_291);
        // 3.5 % to the tiyn is 7 in 200, with a multiple above 2⁶⁴ by 184: 2⁶⁴ ÷ 184 is 100 254 043 878 856 258 and a
        // rest, less the lift of 100, by 7: 14 322 006 268 408 022 and a rest.
        assert_eq!((levy("0.035", 1).times, levy("0.035", 1).per), (7, 200));
        assert_eq!(levy("0.035", 1).short_bases, 14_322_006_268_408_023);
        // 50 % to two tiyn is one unit in 4 tiyn, which divide 2⁶⁴: 63 bits, of which a unit is left for rounding up.
        assert_eq!((levy("0.5", 2).times, levy("0.5", 2).per), (1, 4));
        assert_eq!(levy("0.5", 2).short_bases, i64::MAX.unsigned_abs() - 2);
        // All of it to the tiyn has no reciprocal in 64 bits, but zero.
        assert_eq!((levy("1", 1).per, levy("1", 1).short_bases), (1, 1));
        let most = Tenge::from_tiyn(i64::MAX);
        assert_eq!(levy("1", 1).amount(most), most);
        // Nothing is nothing of any base.
        assert_eq!(levy("0", 1).short_bases, i64::MAX.unsigned_abs() - 1);
    }

    #[test]
    fn rounding_to_a_whole_tenge() {
        let amount = |rate: &str, unit, mode, base| {
            let rounding = Rounding { unit: Tenge::from_tiyn(unit), mode };
            Levy::new(rate.parse().unwrap(), rounding).unwrap().amount(Tenge::from_tiyn(base)).tiyn()
        };
        // 149.50 × 1 % = 1.495; 150.00 × 1 % = 1.5; 150.01 × 1 % = 1.5001
        for (mode, below, middle, above) in [
            (RoundingMode::HalfUp, 100, 200, 200),
            (RoundingMode::Up, 200, 200, 200),
            (RoundingMode::Down, 100, 100, 100),
        ] {
            assert_eq!(amount("0.01", 100, mode, 14_950), below);
            assert_eq!(amount("0.01", 100, mode, 15_000), middle);
            assert_eq!(amount("0.01", 100, mode, 15_001), above);
            assert_eq!(amount("0.01", 100, mode, 10_000), 100);
            assert_eq!(amount("0.01", 100, mode, 0), 0);
        }
        // To the tiyn: 149.50 × 1 % = 1.495 → 1.50 halves up.
        assert_eq!(amount("0.01", 1, RoundingMode::HalfUp, 14_950), 150);
        assert_eq!(amount("0.01", 1, RoundingMode::Down, 14_950), 149);
        // Odd divisor: 3 tiyn at a third of a unit cannot lie in the middle.
        assert_eq!(amount("1", 3, RoundingMode::HalfUp, 4), 3);
        assert_eq!(amount("1", 3, RoundingMode::HalfUp, 5), 6);
        // (2⁶³ − 1) × 123 456 789 ÷ 10⁹ in integers of any length: above 64 bits on the way.
        // The product is 1 138 687 895 422 480 280.447…
        for (mode, tiyn) in [
            (RoundingMode::HalfUp, 1_138_687_895_422_480_280),
            (RoundingMode::Up, 1_138_687_895_422_480_281),
            (RoundingMode::Down, 1_138_687_895_422_480_280),
        ] {
            assert_eq!(amount("0.123456789", 1, mode, i64::MAX), tiyn, "{mode:?}");
        }
        assert_eq!(amount("0", 100, RoundingMode::Up, 1_000), 0);
    }

    /// Tiyn as parts of one whole, in a unit of 1 tenge: 1.49, 1.50, 1.51; what is exact stays.
    #[test]
    fn a_fraction_is_rounded_by_each_mode() {
        for (mode, parts, tiyn) in [
            (RoundingMode::HalfUp, 149, 100),
            (RoundingMode::HalfUp, 150, 200),
            (RoundingMode::HalfUp, 151, 200),
            (RoundingMode::Up, 100, 100),
            (RoundingMode::Up, 101, 200),
            (RoundingMode::Down, 199, 100),
            (RoundingMode::Down, 200, 200),
        ] {
            let rounding = Rounding { unit: Tenge::from_tiyn(100), mode };
            assert_eq!(rounding.of_fraction(parts, 1), Some(Tenge::from_tiyn(tiyn)), "{mode:?} {parts}");
            // The same in sevenths, and the smallest part more than exact.
            assert_eq!(rounding.of_fraction(parts * 7, 7), Some(Tenge::from_tiyn(tiyn)), "{mode:?} {parts}");
        }
        let tiyn = Rounding { unit: Tenge::from_tiyn(1), mode: RoundingMode::Up };
        assert_eq!(tiyn.of_fraction(1, 365), Some(Tenge::from_tiyn(1)));
        assert_eq!(tiyn.of_fraction(0, 365), Some(Tenge::ZERO));
        assert_eq!((tiyn.of_fraction(1, 0), tiyn.of_fraction(u128::MAX, 1)), (None, None));
        assert_eq!(tiyn.of_fraction(1 << 63, 1), None);
        let codes = [RoundingMode::HalfUp, RoundingMode::Up, RoundingMode::Down].map(RoundingMode::code);
        assert_eq!(codes, ["half-up", "up", "down"]);
    }
}
