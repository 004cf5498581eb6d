//! A person's month as text, to be kept between two payouts.
//!
//! ```text
//! ustap-person-month 1 2026-08 self-employed cap
//! limit 60000000 60000000 0                              income against the limit, twice; 1: it was exceeded
//! row withheld 1 60000000 0 opv=600000,0,0, …            operations, received, given back; of each payment what was
//!                                                        withheld, exempt operations, their income, their categories
//! end
//! ```

use std::fmt::Write as _;

use crate::error::{Error, ErrorKind};
use crate::law::{Categories, Law, OverLimit, RegimeId};
use crate::money::Tenge;
use crate::payment::{Payment, PerPayment};
use crate::period::Month;
use crate::withholding::limit::RunningSum;
use crate::withholding::month::{Group, LimitSum, MonthSums};
use crate::withholding::row::RowRegime;
use crate::withholding::tally::Tally;
use crate::words::say;

const NAME: &str = "ustap-person-month";
const VERSION: &str = "1";
const WITHHELD: &str = "withheld";
const BEYOND: &str = "beyond";

/// What is kept of a person's month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    pub period: Month,
    pub regime: RegimeId,
    pub over_limit: OverLimit,
    pub sums: MonthSums,
}

pub(crate) fn write(law: &Law, month: &Kept) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let regime = &law.regime(month.regime).code;
    let _ = writeln!(text, "{NAME} {VERSION} {} {regime} {}", month.period, month.over_limit.code());
    for limit in &month.sums.limits {
        let _ = writeln!(text, "limit {} {} {}", limit.income, limit.running.income, u8::from(limit.running.crossed));
    }
    for Group { regime, tally, amounts } in &month.sums.groups {
        let kind = if *regime == RowRegime::OverLimit { BEYOND } else { WITHHELD };
        let (received, given_back) = (tally.received().tiyn(), tally.given_back().tiyn());
        let _ = write!(text, "row {kind} {} {received} {given_back}", tally.operations);
        for payment in Payment::ALL {
            let exempt = tally.exempt(payment);
            let codes: Vec<&str> = exempt.categories.iter().map(|id| law.category(id).code.as_str()).collect();
            let (amount, income) = (amounts[payment].tiyn(), exempt.income().tiyn());
            let _ = write!(text, " {payment}={amount},{},{income},{}", exempt.operations, codes.join("+"));
        }
        text.push('\n');
    }
    text + "end\n"
}

fn damaged() -> Error {
    Error::new(ErrorKind::Operation, say!("person-month-no-state")).with_hint(say!("person-month-no-state-hint"))
}

pub(crate) fn read(law: &Law, state: &str) -> Result<Kept, Error> {
    let mut lines = state.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split(' ').collect();
    let [NAME, version, period, regime, over_limit] = head[..] else { return Err(damaged()) };
    if version != VERSION {
        let message = say!("person-month-state-version", version = version, known = VERSION);
        return Err(Error::new(ErrorKind::Operation, message));
    }
    let period: Month = period.parse().map_err(|_| damaged())?;
    let over_limit: OverLimit = over_limit.parse().map_err(|_| damaged())?;
    let unknown = || Error::new(ErrorKind::NoRates, say!("person-month-no-regime", regime = regime));
    let regime = law.regime_id(regime).map_err(|_| unknown())?;
    let mut sums = MonthSums::default();
    let mut is_whole = false;
    for line in lines {
        if is_whole {
            return Err(damaged());
        }
        let fields: Vec<&str> = line.split(' ').collect();
        match fields[..] {
            ["end"] => is_whole = true,
            ["limit", income, running, crossed] => {
                let (income, running) = limit(income, running, crossed).ok_or_else(damaged)?;
                sums.limits.push(LimitSum::new(regime, income, running));
            }
            ["row", kind, operations, received, given_back, ref of_payments @ ..] => {
                let regime = match kind {
                    WITHHELD => RowRegime::Withheld(regime),
                    BEYOND => RowRegime::OverLimit,
                    _ => return Err(damaged()),
                };
                sums.groups.push(row(law, regime, operations, (received, given_back), of_payments)?);
            }
            _ => return Err(damaged()),
        }
    }
    let has_limit = law.month(period).and_then(|month| month.regime(regime)).is_some_and(|terms| terms.limit.is_some());
    if !is_whole || !is_of_rows(&sums, has_limit) {
        return Err(damaged());
    }
    let mut kept = Kept { period, regime, over_limit, sums };
    // A number or a code that is written in another way was never given.
    if !write(law, &kept).lines().eq(state.lines()) {
        return Err(damaged());
    }
    // Where these tables have no limit nothing is held against it any more.
    if !has_limit {
        kept.sums.limits.clear();
    }
    Ok(kept)
}

/// Whether what is held against the limit is the income of the rows, where the regime has one, and each row is there once.
/// How high the limit is, is no matter: it may have been another one when the state was kept.
fn is_of_rows(sums: &MonthSums, has_limit: bool) -> bool {
    let income = sums.groups.iter().try_fold(0_i64, |sum, group| sum.checked_add(group.tally.income().tiyn()));
    let is_income = |limit: &LimitSum| Some(limit.income) == income && limit.running.income == limit.income;
    let is_once = |(number, group): (usize, &Group)| sums.groups[..number].iter().all(|row| row.regime != group.regime);
    let needed = usize::from(has_limit && !sums.groups.is_empty());
    (needed..=1).contains(&sums.limits.len())
        && sums.limits.iter().all(is_income)
        && sums.groups.iter().enumerate().all(is_once)
}

fn limit(income: &str, running: &str, crossed: &str) -> Option<(i64, RunningSum)> {
    let crossed = match crossed {
        "0" => false,
        "1" => true,
        _ => return None,
    };
    Some((number(income)?, RunningSum { income: number(running)?, crossed }))
}

fn row(
    law: &Law,
    regime: RowRegime,
    operations: &str,
    (received, given_back): (&str, &str),
    of_payments: &[&str],
) -> Result<Group, Error> {
    let number = |text: &str| number(text).ok_or_else(damaged);
    let count = |text: &str| u64::try_from(number(text)?).map_err(|_| damaged());
    let of_payments: [&str; Payment::ALL.len()] = of_payments.try_into().map_err(|_| damaged())?;
    let mut amounts = PerPayment::default();
    let mut exempt = PerPayment::default();
    for (payment, text) in Payment::ALL.into_iter().zip(of_payments) {
        let (code, values) = text.split_once('=').ok_or_else(damaged)?;
        let values: Vec<&str> = values.split(',').collect();
        let [amount, operations, income, codes] = values[..] else { return Err(damaged()) };
        if code != payment.code() {
            return Err(damaged());
        }
        amounts[payment] = Tenge::from_tiyn(number(amount)?);
        let mut codes = codes.split('+').filter(|code| !code.is_empty());
        let categories = codes.try_fold(Categories::EMPTY, |categories, code| {
            let unknown = |_| Error::new(ErrorKind::NoRates, say!("person-month-no-category", category = code));
            Ok(categories.with(law.category_id(code).map_err(unknown)?))
        })?;
        exempt[payment] = (count(operations)?, number(income)?, categories);
    }
    let sides = (number(received)?, number(given_back)?);
    let tally = Tally::from_parts(count(operations)?, sides, exempt).ok_or_else(damaged)?;
    Ok(Group { regime, tally, amounts })
}

fn number(text: &str) -> Option<i64> {
    text.parse().ok()
}
