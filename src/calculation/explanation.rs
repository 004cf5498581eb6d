//! One person's month out of a whole batch, with everything that was recorded on the way.

use crate::batch::assembly::{PersonMonth, PersonMonths, Terms};
use crate::calculation::resolve::Want;
use crate::calculation::{Job, Prepared};
use crate::error::Error;
use crate::law::CategoryId;
use crate::payment::PerPayment;
use crate::period::Month;
use crate::person::Iin;
use crate::progress::Progress;
use crate::withholding::explain::ExplainedOperation;
use crate::withholding::tally::Exempting;

/// A person's month and its operations in canonical order.
pub(crate) struct Explanation {
    pub month: PersonMonth,
    pub operations: Vec<ExplainedOperation>,
}

impl Job {
    /// Calculates as [`Job::run`] does and gives the month of one person; `None` where no operation of it counts.
    pub fn explain(&self, iin: Iin, period: Month, progress: &Progress) -> Result<Option<Explanation>, Error> {
        let Prepared { facts, resolved, .. } = self.prepare(Want::PersonMonth(iin, period), progress)?;
        let terms = Terms { law: &self.law, facts: &facts, over_limit: self.over_limit };
        let mut months = PersonMonths::new(terms, resolved.sums.read()?, resolved.operations.read()?);
        let mut operations = Vec::new();
        let month = months.next(|line| {
            let step = facts.step(facts.step_on(iin, line.effective_on));
            let exempting = Exempting::on(&self.law, step.categories, line.effective_on);
            operations.push(ExplainedOperation {
                id: line.id.to_owned(),
                regime: line.regime,
                settled_on: line.settled_on,
                effective_on: line.effective_on,
                income: line.income,
                exempt_by: PerPayment::from_fn(|payment| exempting.by[payment].iter().collect::<Vec<CategoryId>>()),
                amounts: line.amounts,
            });
            Ok(())
        })?;
        Ok(month.map(|month| Explanation { month, operations }))
    }
}
