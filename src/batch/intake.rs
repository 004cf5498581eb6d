//! Operations come in; each that passes the statuses of the law goes to the range of its person's month, and the hash of
//! its id to where duplicates are looked for.

use std::path::Path;

use crate::batch::ids::suspects::{ID_PARTITIONS, IdHash};
use crate::batch::memory::scatter::{Chunks, Partition, Scatter};
use crate::batch::operation::{OperationRef, Position};
use crate::batch::ranges::{RANGES_MAX, Ranges, Sample};
use crate::error::Error;
use crate::facts::Facts;
use crate::law::Law;
use crate::period::{Day, Month};
use crate::reject::Reject;
use crate::withholding::order::PersonMonthKey;

/// What an operation must stand before it can count, apart from its own fields.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Admission<'a> {
    pub law: &'a Law,
    pub facts: &'a Facts,
    pub period: Option<Month>,
    /// The last day of the months that are closed.
    pub closed: Option<Day>,
}

impl Admission<'_> {
    /// Why the operation is rejected before duplicates are looked for: `corrects-later` to `no-regime` but for the
    /// grammar of its fields.
    #[inline(always)]
    pub fn reject(&self, operation: &OperationRef<'_>) -> Option<Reject> {
        let day = operation.effective_on();
        if day > operation.settled_on {
            Some(Reject::CorrectsLater)
        } else if !operation.income.is_operation_amount() {
            Some(Reject::IncomeRange)
        } else if !self.law.has_rates(day) {
            Some(Reject::NoRates)
        } else if self.period.is_some_and(|period| day < period.first_day() || day > period.last_day()) {
            Some(Reject::OutsidePeriod)
        } else if self.closed.is_some_and(|closed| day <= closed) {
            Some(Reject::ClosedMonth)
        } else if self.facts.lists_regimes()
            && self.facts.stretch(self.facts.stretch_on(operation.iin, day)).regime.is_none()
        {
            Some(Reject::NoRegime)
        } else {
            None
        }
    }

    /// The person's month that the operation counts in.
    #[inline]
    pub fn month(&self, operation: &OperationRef<'_>) -> PersonMonthKey {
        PersonMonthKey::new(self.law.month_of(operation.effective_on()), operation.iin)
    }
}

/// Chunks of memory for intakes of this many workers and what comes after them, at most about `budget` bytes.
pub(crate) fn chunks(budget: usize, workers: usize) -> Chunks {
    Chunks::new(budget, workers, RANGES_MAX + ID_PARTITIONS, RANGES_MAX)
}

/// One worker's operations, divided by persons' months, and the hashes of their ids.
#[derive(Debug)]
pub(crate) struct Intake<'a> {
    admission: Admission<'a>,
    ranges: &'a Ranges,
    records: Scatter<'a>,
    ids: Scatter<'a>,
    sample: Sample,
}

/// What one worker has taken.
#[derive(Debug)]
pub(crate) struct Taken {
    /// Records by the range of their month.
    pub records: Vec<Partition>,
    /// Hashes of ids by their partition.
    pub ids: Vec<Partition>,
    /// A sample of the months.
    pub sample: Sample,
}

impl<'a> Intake<'a> {
    /// An intake that writes to `dir` what does not fit the chunks.
    pub fn new(admission: Admission<'a>, ranges: &'a Ranges, chunks: &'a Chunks, dir: &Path) -> Intake<'a> {
        Intake {
            admission,
            ranges,
            records: Scatter::new(chunks, ranges.count(), dir),
            ids: Scatter::new(chunks, ID_PARTITIONS, dir),
            sample: Sample::default(),
        }
    }

    /// Takes an operation or tells why not.
    #[inline]
    pub fn offer(&mut self, operation: &OperationRef<'_>, position: Position) -> Result<Option<Reject>, Error> {
        if let Some(reject) = self.admission.reject(operation) {
            return Ok(Some(reject));
        }
        let month = self.admission.month(operation);
        let open = self.records.room(self.ranges.of(month))?;
        open.writer.write(operation, position, &mut open.chunk);
        let id = IdHash::of(operation.id);
        id.write(&mut self.ids.room(id.partition())?.chunk);
        self.sample.count(month);
        Ok(None)
    }

    /// What was taken.
    pub fn finish(self) -> Taken {
        Taken { records: self.records.finish(), ids: self.ids.finish(), sample: self.sample }
    }
}
