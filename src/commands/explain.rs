//! One person's month out of a whole batch, with everything that was recorded on the way.

use crate::batch::conditions::Conditions;
use crate::batch::earlier::EarlierMonths;
use crate::batch::months::grouping::{Grouping, MonthSink};
use crate::commands::calculate::Job;
use crate::commands::calculate::Prepared;
use crate::error::Error;
use crate::facts::Facts;
use crate::law::{Categories, CategoryId, Citation, IncomeReading, Law, OverLimit};
use crate::money::Tenge;
use crate::payment::{Payment, PerPayment};
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::reading::each_row::read_rows;
use crate::reading::input::ReadFile;
use crate::reading::operations::{self, IIN};
use crate::reading::progress::Progress;
use crate::reject::Reject;
use crate::withholding::explain::{Bears, Explained};
use crate::withholding::limit::LimitRow;
use crate::withholding::month::MonthRows;
use crate::withholding::row::{LineRef, RegisterRow, RowRegime};
use crate::withholding::tally::Exempting;

/// An operation of an explained month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ExplainedOperation {
    /// The operation's id.
    pub id: String,
    /// The row that it is counted in.
    pub regime: RowRegime,
    /// The day of settlement.
    pub settled_on: Day,
    /// The day that decides.
    pub effective_on: Day,
    /// Income in tenge.
    pub income: Tenge,
    /// The categories that exempt it, by payment.
    pub exempt_by: PerPayment<Vec<CategoryId>>,
    /// The line's amount of each payment.
    pub amounts: PerPayment<Tenge>,
}

impl ExplainedOperation {
    /// What it rests on that it counts on another day than that of settlement; `None` where it does not, or the tables do
    /// not say.
    pub fn citation<'l>(&self, law: &'l Law) -> Option<&'l Citation> {
        let is_corrected = self.settled_on != self.effective_on;
        law.income_reading(IncomeReading::Corrected, self.effective_on).filter(|_| is_corrected)
    }

    /// Whether the category exempts it from some payment.
    fn is_of(&self, category: CategoryId) -> bool {
        Payment::ALL.into_iter().flat_map(|payment| &self.exempt_by[payment]).any(|&held| held == category)
    }
}

/// What there is to explain of a person's month.
pub(crate) enum ExplainOutcome {
    Month(Box<ExplainedMonth>),
    /// No operation of it counts.
    Nothing {
        /// Rows of the person that do not, of this month or others; `None` as [`ExplainedMonth::not_counted`].
        not_counted: Option<u64>,
    },
}

/// A person's month and its operations in canonical order.
pub(crate) struct ExplainedMonth {
    pub month: MonthRows,
    pub operations: Vec<ExplainedOperation>,
    /// The categories that exempt from each payment on a part of the month's days, where none exempts on all of them.
    in_part: PerPayment<Categories>,
    /// Whether the contractors files list the person with a regime.
    pub is_listed: bool,
    /// Rows of the person that are of the month, or may be, and do not count; `None` where some were rejected and an input
    /// cannot be read again to tell whose they are.
    pub not_counted: Option<u64>,
}

impl ExplainedMonth {
    /// The way to each amount of a row of the month, with no more of a category than its operations bear out.
    pub fn of_row<'a>(&self, row: &RegisterRow, law: &'a Law) -> Option<PerPayment<Explained<'a>>> {
        let of_day = |day| {
            let mut of_row = self.operations.iter().filter(|operation| operation.regime == row.regime);
            of_row.find(move |operation| operation.effective_on == day)
        };
        // Categories are those of the day, whatever its operations.
        let held = |category, day| of_day(day).is_some_and(|operation| operation.is_of(category));
        let due = |category, payment: Payment, day| {
            let is_due =
                |operation: &ExplainedOperation| operation.exempt_by[payment].is_empty() && operation.is_of(category);
            of_day(day).is_some_and(is_due)
        };
        row.explain_where(law, &self.in_part, &Bears { held, due })
    }

    /// Whether something of the person was rejected: rows of the month, or an exemption.
    pub fn has_rejects(&self) -> bool {
        self.not_counted.is_some_and(|rows| rows > 0) || self.month.rows.iter().any(|row| row.exemption_rejected)
    }

    /// What it rests on that income above this limit is withheld from; `None` where none is above it, or nothing is.
    pub fn goes_on<'a>(&self, limit: &LimitRow, law: &'a Law) -> Option<&'a Citation> {
        let stops = self.month.rows.iter().any(|row| row.regime == RowRegime::OverLimit);
        let is_cited = limit.over() > Tenge::ZERO && !stops;
        law.over_limit(OverLimit::Cap, law.last_covered(self.month.period)).filter(|_| is_cited)
    }
}

/// One person's month out of all inputs.
pub(crate) struct OneOfAll {
    pub explanation: ExplainOutcome,
    /// Rows that would be told of as not counted if their ИИН had the zeros in front that make it the person's; none where it is
    /// not known which rows are.
    pub lost_zeros: u64,
    pub files: Vec<ReadFile>,
}

impl Job {
    /// Calculates as [`Job::run`] does and gives the month of one person, with the inputs that were read.
    pub fn explain(&self, iin: Iin, period: Month, progress: &Progress) -> Result<OneOfAll, Error> {
        let source = self.source(progress);
        let Prepared { facts, mut outcome, .. } = self.facts(&source)?;
        let batch = self.batch(&facts);
        let prepared = batch.prepare(&source, None)?;
        let (ranges, rejected) = (prepared.ranges, prepared.counts.rejected);
        self.add_operations(source, &mut outcome.files)?;
        let conditions = batch.conditions();
        let mut sink = OneMonth { conditions, iin, period, month: None, operations: Vec::new() };
        let mut grouping = Grouping::new(conditions, self.memory / 2, &self.dir);
        for range in 0..ranges.count() {
            grouping.range(&ranges.take(range), &mut EarlierMonths::none(), &mut sink)?;
        }
        let OneMonth { month, operations, .. } = sink;
        let (in_part, is_listed) = (in_part(&facts, &self.law, (iin, period)), facts.lists(iin));
        let (of_month, others) = match month {
            Some(_) => (Some(period), rejected.of(Reject::OutsidePeriod)),
            None => (None, 0),
        };
        let counted = operations.len() as u64;
        let (not_counted, lost_zeros) = match rejected.total() > others {
            // What there is none of is not looked for a second time.
            false => (Some(0), 0),
            true if self.operations.iter().any(|input| input.bytes().is_none()) => (None, 0),
            true => {
                let (rows, lost_zeros) = self.rows_of(iin, of_month)?;
                (Some(rows.saturating_sub(counted)), lost_zeros)
            }
        };
        let explanation = match month {
            None => ExplainOutcome::Nothing { not_counted },
            Some(month) => {
                ExplainOutcome::Month(Box::new(ExplainedMonth { month, operations, in_part, is_listed, not_counted }))
            }
        };
        Ok(OneOfAll { explanation, lost_zeros, files: outcome.files })
    }

    /// The rows with this person's number, of this month or of any, and those that would have it with zeros in front. A row
    /// whose days tell no month may be of this one.
    fn rows_of(&self, iin: Iin, period: Option<Month>) -> Result<(u64, u64), Error> {
        let (mut rows, mut lost_zeros) = (0, 0);
        for input in &self.operations {
            read_rows(input, &self.headers.operations, |row| {
                let with_zeros = || Iin::with_zeros_restored(&row.text(IIN).unwrap_or_default());
                let of_person = match operations::iin(row, IIN, row.zeros()) {
                    Ok((of, _)) if of == iin => &mut rows,
                    Err(_) if with_zeros() == Some(iin) => &mut lost_zeros,
                    _ => return Ok(false),
                };
                let is_of_month = || period.zip(operations::month(row)).is_none_or(|(asked, of)| asked == of);
                *of_person += u64::from(!row.is_malformed && is_of_month());
                Ok(false)
            })?;
        }
        Ok((rows, lost_zeros))
    }
}

/// The categories that exempt a person from each payment on a part of the month's days with rates, where none exempts on all
/// of them.
fn in_part(facts: &Facts, law: &Law, (iin, period): (Iin, Month)) -> PerPayment<Categories> {
    let of_day = |day| Exempting::on(law, facts.stretch_on(iin, day).categories, day);
    let days: Vec<Exempting> = period.days().filter(|&day| law.has_rates(day)).map(of_day).collect();
    PerPayment::from_fn(|payment| {
        let held = days.iter().fold(Categories::EMPTY, |held, day| held.union(day.by[payment]));
        let is_whole = held.iter().any(|category| days.iter().all(|day| day.by[payment].contains(category)));
        if is_whole { Categories::EMPTY } else { held }
    })
}

/// Keeps one month of all.
struct OneMonth<'a> {
    conditions: Conditions<'a>,
    iin: Iin,
    period: Month,
    month: Option<MonthRows>,
    operations: Vec<ExplainedOperation>,
}

impl MonthSink for OneMonth<'_> {
    fn wants_lines(&self) -> bool {
        true
    }

    fn line(&mut self, line: &LineRef<'_>) -> Result<(), Error> {
        if (line.iin, line.period) != (self.iin, self.period) {
            return Ok(());
        }
        let Conditions { law, facts, .. } = self.conditions;
        let stretch = facts.stretch_on(line.iin, line.effective_on);
        let exempting = Exempting::on(law, stretch.categories, line.effective_on);
        let due = line.regime.withheld().and_then(|regime| law.month(line.period)?.regime(regime));
        self.operations.push(ExplainedOperation {
            id: String::from_utf8_lossy(line.id).into_owned(),
            regime: line.regime,
            settled_on: line.settled_on,
            effective_on: line.effective_on,
            income: line.income,
            // Of a payment that is not due nobody is exempt.
            exempt_by: PerPayment::from_fn(|payment| match due.is_some_and(|due| due.terms[payment].is_some()) {
                true => exempting.by[payment].iter().collect::<Vec<CategoryId>>(),
                false => Vec::new(),
            }),
            amounts: line.amounts,
        });
        Ok(())
    }

    fn month(&mut self, month: MonthRows) -> Result<(), Error> {
        if (month.iin, month.period) == (self.iin, self.period) {
            self.month = Some(month);
        }
        Ok(())
    }
}
