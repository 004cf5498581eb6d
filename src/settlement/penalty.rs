//! The penalty for a late transfer.

use std::fmt;

use crate::error::{Error, ErrorKind};
use crate::law::{BaseRate, Law, Multiple, PenaltyCode, YearDays};
use crate::money::Tenge;
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::words::say;

/// A penalty with every value on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Penalty<'l> {
    /// The payment.
    pub payment: Payment,
    /// The month for which it was due.
    pub period: Month,
    /// The statutory day by which it was due.
    pub due_on: Day,
    /// The day on which it was paid.
    pub paid_on: Day,
    /// What was paid late.
    pub amount: Tenge,
    /// The penalty, rounded once.
    pub penalty: Tenge,
    /// The same before it was rounded.
    pub exact: Exact,
    /// Under which code it goes; `None` where the tables do not say.
    pub code: Option<&'l PenaltyCode>,
    /// The days of delay by rate, from the day after `due_on` to the day of payment.
    pub days: Vec<PenaltyDays<'l>>,
}

/// A sum in tenge as an exact fraction. It is shown with two decimals or more, at most six, and cut off there, never
/// rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exact {
    /// In tiyn, of which `whole` make one.
    parts: u128,
    whole: u128,
}

impl Exact {
    /// Decimals of a tiyn that are shown at most.
    const DECIMALS_MAX: usize = 4;

    /// The decimals of a tiyn that are shown, and whether there are more.
    fn decimals(self) -> (String, bool) {
        let mut rest = self.parts.checked_rem(self.whole).unwrap_or_default();
        let mut decimals = String::new();
        while rest > 0 && decimals.len() < Self::DECIMALS_MAX {
            rest *= 10;
            decimals += &(rest / self.whole).to_string();
            rest %= self.whole;
        }
        (decimals, rest > 0)
    }

    /// Whether the sum has more decimals than are shown.
    pub fn is_cut(self) -> bool {
        self.decimals().1
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tiyn = self.parts.checked_div(self.whole).unwrap_or_default();
        f.pad(&format!("{}.{:02}{}", tiyn / 100, tiyn % 100, self.decimals().0))
    }
}

/// Days of delay with one rate.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PenaltyDays<'l> {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// The base rate of these days.
    pub base_rate: &'l BaseRate,
    /// How many times the base rate a day costs.
    pub multiple: &'l Multiple,
    /// By how many days the rate of a year is divided.
    pub year: &'l YearDays,
}

impl PenaltyDays<'_> {
    /// The number of days.
    pub fn count(&self) -> u32 {
        self.to.number() - self.from.number() + 1
    }
}

impl Penalty<'_> {
    /// The number of days of delay.
    pub fn days_late(&self) -> u32 {
        self.days.iter().map(PenaltyDays::count).sum()
    }
}

/// What an amount paid on a day after it was due costs: for each day from the day after the statutory one to the day of
/// payment, amount × multiple × base rate of that day ÷ days of the year, summed exactly and rounded once.
///
/// # Errors
/// Kind [`ErrorKind::NoRates`] where a day of delay has no base rate, or no regime is in force in the month; kind [`ErrorKind::Usage`] where no rule
/// of a penalty is cited for the payment, the regime of the month has no such payment, or the amount is negative; kind
/// [`ErrorKind::Overflow`] where the sum is out of range.
///
/// # Law
/// SC 256(1), OSMS 31(1); the divisor is practice; the unit is that of Order 392, point 4 (law.md section 8).
///
/// ```
/// use ustap::Law;
/// use ustap::settlement::penalty;
///
/// let law = Law::builtin()?;
/// // 30 days at 18 %: 100 000 × 1.25 × 0.18 ÷ 365 × 30 = 1 849.315… → 1 849 tenge
/// let late = penalty(&law, ustap::Payment::So, "2026-03".parse()?, "2026-05-25".parse()?, "100000".parse()?)?;
/// assert_eq!((late.days_late(), late.penalty.to_string()), (30, "1849.00".to_owned()));
/// assert_eq!(late.exact.to_string(), "1849.315068");
/// # Ok::<(), ustap::Error>(())
/// ```
pub fn penalty(law: &Law, payment: Payment, period: Month, paid_on: Day, amount: Tenge) -> Result<Penalty<'_>, Error> {
    if amount < Tenge::ZERO {
        return Err(Error::new(ErrorKind::Usage, say!("penalty-of-less-than-nothing", amount = amount.to_string())));
    }
    let due_on = due_on(law, payment, period)?;
    let days = days_of_delay(law, payment, due_on, paid_on)?;
    // What was paid before costs nothing, whatever its day was.
    let rounded_on = paid_on.max(due_on);
    let rule = law.settlement().penalty_rounding(rounded_on);
    let rounding = rule.ok_or_else(|| law.settlement().no_penalty_rule(payment, rounded_on, "rounding"))?.rounding;
    let exact = exact(amount, &days);
    let (exact, penalty) = exact
        .and_then(|exact| Some((exact, rounding.of_fraction(exact.parts, exact.whole)?)))
        .ok_or_else(|| Error::new(ErrorKind::Overflow, say!("penalty-out-of-range", amount = amount.to_string())))?;
    Ok(Penalty {
        payment,
        period,
        due_on,
        paid_on,
        amount,
        penalty,
        exact,
        code: law.settlement().penalty_code(payment, paid_on),
        days,
    })
}

fn due_on(law: &Law, payment: Payment, period: Month) -> Result<Day, Error> {
    let last = period.last_day();
    // First: a month before all tables has no rule of a penalty either.
    let regime = law.default_regime(last).ok_or_else(|| law.no_rates(last))?;
    if law.settlement().penalty_multiple(payment, last).is_none() {
        return Err(law.settlement().no_penalty_rule(payment, last, "multiple"));
    }
    let due = law.due_on(regime, payment, period).ok_or_else(|| {
        let regime = &law.regime(regime).code;
        let (payment, period) = (payment.code(), period.to_string());
        Error::new(
            ErrorKind::Usage,
            say!("penalty-without-payment", regime = regime, payment = payment, period = period),
        )
    })?;
    Ok(due.day)
}

/// The days after the one by which it was due, up to the day of payment, as long as nothing changes.
fn days_of_delay(law: &Law, payment: Payment, due_on: Day, paid_on: Day) -> Result<Vec<PenaltyDays<'_>>, Error> {
    let mut stretches = Vec::<PenaltyDays<'_>>::new();
    let late = (due_on.number() + 1..=paid_on.number()).filter_map(Day::from_number);
    for day in late {
        let base_rate = law.settlement().base_rate(day).ok_or_else(|| law.settlement().no_base_rate(day))?;
        let multiple = law
            .settlement()
            .penalty_multiple(payment, day)
            .ok_or_else(|| law.settlement().no_penalty_rule(payment, day, "multiple"))?;
        let year =
            law.settlement().year_days(day).ok_or_else(|| law.settlement().no_penalty_rule(payment, day, "year"))?;
        match stretches.last_mut() {
            Some(last) if (last.base_rate, last.multiple, last.year) == (base_rate, multiple, year) => last.to = day,
            _ => stretches.push(PenaltyDays { from: day, to: day, base_rate, multiple, year }),
        }
    }
    Ok(stretches)
}

/// The sum; `None` where it is out of range.
fn exact(amount: Tenge, days: &[PenaltyDays<'_>]) -> Option<Exact> {
    // Rates are in billionths, multiples in ten-thousandths.
    let scale: u128 = 1_000_000_000 * 10_000;
    let years = days.iter().map(|days| u128::from(days.year.days)).try_fold(1, least_common_multiple)?;
    let mut parts: u128 = 0;
    for stretch in days {
        let of_day = u128::from(amount.tiyn().unsigned_abs())
            .checked_mul(u128::from(stretch.multiple.ten_thousandths))?
            .checked_mul(u128::from(stretch.base_rate.rate.billionths()))?;
        let share = years / u128::from(stretch.year.days);
        parts = parts.checked_add(of_day.checked_mul(u128::from(stretch.count()))?.checked_mul(share)?)?;
    }
    Some(Exact { parts, whole: scale.checked_mul(years)? })
}

fn least_common_multiple(a: u128, b: u128) -> Option<u128> {
    let (mut divisor, mut rest) = (a, b);
    while rest > 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    (a / divisor.max(1)).checked_mul(b)
}
