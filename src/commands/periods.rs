//! The months and payments that `--period` and `--payment` name, none meaning all, and the months of which a run has
//! nothing.

use std::collections::BTreeSet;

use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::payment::Payment;
use crate::period::Month;
use crate::run::corrections_in::left_out;
use crate::run::record::Run;
use crate::run::register_in::payments;
use crate::words::say;

/// Whether a month is among those asked for.
pub(crate) fn take(periods: &[Month], month: Month) -> bool {
    periods.is_empty() || periods.contains(&month)
}

/// The payments and months that are asked for: what is of others is told, and in no sum.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wanted {
    /// Empty: all.
    pub payments: Vec<Payment>,
    /// Empty: all.
    pub periods: Vec<Month>,
}

impl Wanted {
    pub fn payment(&self, payment: Payment) -> bool {
        self.payments.is_empty() || self.payments.contains(&payment)
    }

    pub fn period(&self, period: Month) -> bool {
        take(&self.periods, period)
    }
}

/// The months as a sentence names them.
pub(crate) fn named<'m>(months: impl IntoIterator<Item = &'m Month>) -> String {
    months.into_iter().map(Month::to_string).collect::<Vec<_>>().join(", ")
}

/// Months and their payments: `2026-07 ОПВ, СО; 2026-08 СО`.
pub(crate) fn with_payments(of: &[(Month, Payment)], language: Language) -> String {
    let month = |of: &[(Month, Payment)]| {
        let payments: Vec<&str> = of.iter().map(|(_, payment)| payment.abbreviation_in(language)).collect();
        of.first().map(|(period, _)| format!("{period} {}", payments.join(", "))).unwrap_or_default()
    };
    of.chunk_by(|(one, _), (other, _)| one == other).map(month).collect::<Vec<_>>().join("; ")
}

/// That the run has each month that is asked for.
///
/// # Errors
/// The first that it does not have, with the months that it has.
pub(crate) fn are_in(periods: &[Month], run_months: &[Month]) -> Result<(), Error> {
    let Some(month) = periods.iter().find(|month| !run_months.contains(month)) else { return Ok(()) };
    Err(Error::new(ErrorKind::Usage, say!("period-not-in-run", month = month.to_string()))
        .with_hint(say!("period-not-in-run-hint", months = named(run_months))))
}

/// That a correction, where it is one, has none of the months that are asked for from one of its runs alone because the other
/// was only not asked for it: nobody pays, or asks back, what was left out.
///
/// # Errors
/// The months that it has so.
pub(crate) fn none_left_out(run: &Run, periods: &[Month]) -> Result<(), Error> {
    let left_out: Vec<Month> = left_out(run).filter(|&month| take(periods, month)).collect();
    match left_out[..] {
        [] => Ok(()),
        _ => Err(Error::new(ErrorKind::Usage, say!("correction-left-out", months = named(&left_out)))
            .with_hint(say!("correction-left-out-hint"))),
    }
}

/// That a run has no month.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NoMonth {
    /// The last month that it has closed.
    pub closed: Option<Month>,
}

/// The months of which a run has nothing, whatever was due: that its register is silent on them says nothing.
#[derive(Debug, Clone, Default)]
pub(crate) struct LeftOut {
    /// The last month that it has closed.
    closed: Option<Month>,
    /// The month that it was calculated for, where that was asked, and those that it has from runs before.
    only: Option<(Month, BTreeSet<Month>)>,
}

impl LeftOut {
    /// Those of this run.
    ///
    /// # Errors
    /// Where it is no run of `calculate`, or its sums do not verify.
    pub fn of(run: &Run) -> Result<LeftOut, Error> {
        LeftOut::with_months(run, || Ok(payments(run)?.into_iter().map(|line| line.period).collect()))
    }

    /// The same, where it is known otherwise which months the run has.
    ///
    /// # Errors
    /// Where it is no run of `calculate`, and what `months` fails with.
    pub fn with_months(run: &Run, months: impl FnOnce() -> Result<BTreeSet<Month>, Error>) -> Result<LeftOut, Error> {
        let (options, _) = run.record.calculation().map_err(|error| run.refused(error))?;
        let only = options.period.map(|period| Ok((period, months()?))).transpose()?;
        Ok(LeftOut { closed: run.record.closed, only })
    }

    /// Whether the run has left it out.
    pub fn has(&self, month: Month) -> bool {
        let is_of_others = |(period, months): &(Month, BTreeSet<Month>)| month != *period && !months.contains(&month);
        self.is_closed(month) || self.only.as_ref().is_some_and(is_of_others)
    }

    /// Whether the run has closed it.
    pub fn is_closed(&self, month: Month) -> bool {
        Some(month) <= self.closed
    }

    /// The month that the run was calculated for, where that was asked.
    pub fn period(&self) -> Option<Month> {
        self.only.as_ref().map(|&(period, _)| period)
    }
}
