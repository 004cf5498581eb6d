//! One person's month out of a whole batch, with everything that was recorded on the way.

use crate::batch::conditions::Conditions;
use crate::batch::earlier::EarlierMonths;
use crate::batch::months::grouping::{Grouping, MonthSink};
use crate::commands::calculate::Job;
use crate::commands::calculate::Prepared;
use crate::error::Error;
use crate::law::CategoryId;
use crate::payment::PerPayment;
use crate::period::Month;
use crate::person::Iin;
use crate::reading::progress::Progress;
use crate::run::outcome::ReadFile;
use crate::withholding::explain::ExplainedOperation;
use crate::withholding::month::MonthRows;
use crate::withholding::row::{LineRef, RowRegime};
use crate::withholding::tally::Exempting;

/// A person's month and its operations in canonical order.
pub(crate) struct Explanation {
    pub month: MonthRows,
    pub operations: Vec<ExplainedOperation>,
    /// Whether the contractors files list the person with a regime.
    pub is_listed: bool,
}

impl Job {
    /// Calculates as [`Job::run`] does and gives the month of one person; `None` where no operation of it counts. With it
    /// the inputs that were read.
    pub fn explain(
        &self,
        iin: Iin,
        period: Month,
        progress: &Progress,
    ) -> Result<(Option<Explanation>, Vec<ReadFile>), Error> {
        let source = self.source(progress);
        let Prepared { facts, mut outcome, .. } = self.facts(&source)?;
        let batch = self.batch(&facts);
        let ranges = batch.prepare(&source, None)?.ranges;
        self.add_operations(source, &mut outcome.files)?;
        let conditions = batch.conditions();
        let mut sink = OneMonth { conditions, iin, period, month: None, operations: Vec::new() };
        let mut grouping = Grouping::new(conditions, self.memory / 2, &self.dir);
        for range in 0..ranges.count() {
            grouping.range(&ranges.take(range), &mut EarlierMonths::none(), &mut sink)?;
        }
        let OneMonth { month, operations, .. } = sink;
        let is_listed = facts.lists(iin);
        Ok((month.map(|month| Explanation { month, operations, is_listed }), outcome.files))
    }
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
        let stretch = facts.stretch(facts.stretch_on(line.iin, line.effective_on));
        let exempting = Exempting::on(law, stretch.categories, line.effective_on);
        let due = match line.regime {
            RowRegime::Withheld(regime) => law.month(line.period).and_then(|month| month.regime(regime)),
            RowRegime::OutOfScope(_) | RowRegime::OverLimit => None,
        };
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
