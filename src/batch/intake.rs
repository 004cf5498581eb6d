//! Operations come in; each that passes the statuses of the law waits for its duplicates.

use std::path::Path;

use crate::batch::duplicates::{ID_PARTITIONS, id_partition};
use crate::batch::facts::Facts;
use crate::batch::hash_bytes;
use crate::batch::operation::{HeldOperation, Position};
use crate::batch::order::PersonMonthKey;
use crate::batch::ranges::Sample;
use crate::batch::scatter::{Chunks, Partition, Scatter};
use crate::batch::status::Reject;
use crate::error::Error;
use crate::law::Law;
use crate::period::Month;

/// What an operation must stand before it can count, apart from its own fields.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Admission<'a> {
    pub law: &'a Law,
    pub facts: &'a Facts,
    pub period: Option<Month>,
}

impl Admission<'_> {
    /// Why the operation is rejected before duplicates are looked for: `corrects-later` to `no-regime` but for the
    /// grammar of its fields.
    #[inline]
    pub fn reject(&self, operation: &HeldOperation<'_>) -> Option<Reject> {
        let day = operation.effective_on();
        if day > operation.settled_on {
            Some(Reject::CorrectsLater)
        } else if !operation.income.is_operation_amount() {
            Some(Reject::IncomeRange)
        } else if !self.law.has_rates(day) {
            Some(Reject::NoRates)
        } else if self.period.is_some_and(|period| day < period.first_day() || day > period.last_day()) {
            Some(Reject::OutsidePeriod)
        } else if self.facts.lists_regimes() && self.facts.step(self.facts.step_on(operation.iin, day)).regime.is_none()
        {
            Some(Reject::NoRegime)
        } else {
            None
        }
    }
}

/// One worker's operations, divided by their ids.
#[derive(Debug)]
pub(crate) struct Intake<'a> {
    admission: Admission<'a>,
    scatter: Scatter<'a>,
    sample: Sample,
}

impl<'a> Intake<'a> {
    /// An intake that writes to `dir` what does not fit the chunks.
    pub fn new(admission: Admission<'a>, chunks: &'a Chunks, dir: &Path) -> Intake<'a> {
        Intake { admission, scatter: Scatter::new(chunks, ID_PARTITIONS, dir), sample: Sample::default() }
    }

    /// Takes an operation or tells why not. Positions must not decrease from one call to the next.
    #[inline]
    pub fn offer(&mut self, operation: &HeldOperation<'_>, position: Position) -> Result<Option<Reject>, Error> {
        if let Some(reject) = self.admission.reject(operation) {
            return Ok(Some(reject));
        }
        let partition = id_partition(hash_bytes(operation.id));
        let open = self.scatter.room(partition)?;
        open.writer.write(operation, position, &mut open.chunk);
        let law = self.admission.law;
        self.sample.count(|| PersonMonthKey::new(law.month_of(operation.effective_on()), operation.iin));
        Ok(None)
    }

    /// What was taken, by partition, and a sample of its months.
    pub fn finish(self) -> (Vec<Partition>, Sample) {
        (self.scatter.finish(), self.sample)
    }
}
