//! Operations come in; each that passes the statuses of the law goes to the range of its person's month, and the hash of
//! its id to where duplicates are looked for.

use std::path::Path;

use crate::batch::ids::suspects::{ID_PARTITIONS, IdHash};
use crate::batch::memory::scatter::{Chunks, Partition, Scatter};
use crate::batch::operation::{Operation, OperationRef, Position, write_values};
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
    /// Why the operation is rejected before duplicates are looked for: an id of no or too many bytes, and `corrects-later`
    /// to `no-regime` but for the grammar of its fields.
    #[inline(always)]
    pub fn reject(&self, operation: &OperationRef<'_>) -> Option<Reject> {
        let day = operation.effective_on();
        if !(1..=Operation::ID_BYTES_MAX).contains(&operation.id.len()) {
            Some(Reject::OperationId)
        } else if day > operation.settled_on {
            Some(Reject::CorrectsLater)
        } else if !operation.income.is_operation_amount() {
            Some(Reject::IncomeRange)
        } else if !self.law.has_rates(day) {
            Some(Reject::NoRates)
        } else if self.period.is_some_and(|period| day < period.first_day() || day > period.last_day()) {
            Some(Reject::OutsidePeriod)
        } else if self.closed.is_some_and(|closed| day <= closed) {
            Some(Reject::ClosedMonth)
        } else if self.facts.lists_regimes() && self.facts.stretch_on(operation.iin, day).regime.is_none() {
            Some(Reject::NoRegime)
        } else {
            None
        }
    }

    /// The person's month that the operation counts in.
    #[inline]
    pub fn month(&self, operation: &OperationRef<'_>) -> PersonMonthKey {
        PersonMonthKey::on(self.law, operation.effective_on(), operation.iin)
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
    /// Operations that were taken and not divided yet, with their values one after another.
    waiting: Vec<Waiting>,
    values: Vec<u8>,
    divided: u64,
}

/// An operation on its way to its range.
#[derive(Debug, Clone, Copy)]
struct Waiting {
    month: PersonMonthKey,
    id: IdHash,
    position: Position,
    /// Where its values begin, and how many bytes they have.
    at: u32,
    bytes: u32,
    range: u32,
}

/// So many operations are divided together: their ranges lie far apart in memory, and a core that has little else to do
/// meanwhile waits for several of them at once.
const TOGETHER: usize = 128;

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
            waiting: Vec::with_capacity(TOGETHER),
            values: Vec::new(),
            divided: 0,
        }
    }

    /// Takes an operation or tells why not.
    #[inline]
    pub fn offer(&mut self, operation: &OperationRef<'_>, position: Position) -> Result<Option<Reject>, Error> {
        if let Some(reject) = self.admission.reject(operation) {
            return Ok(Some(reject));
        }
        let month = self.admission.month(operation);
        let at = self.values.len();
        write_values(operation, &mut self.values);
        self.waiting.push(Waiting {
            month,
            id: IdHash::of(operation.id),
            position: position.somewhere()?,
            at: at as u32,
            bytes: (self.values.len() - at) as u32,
            range: 0,
        });
        self.sample.count(month);
        if self.waiting.len() == TOGETHER {
            self.divide()?;
        }
        Ok(None)
    }

    /// How many operations were taken so far.
    pub fn accepted(&self) -> u64 {
        self.divided + self.waiting.len() as u64
    }

    /// Divides the operations that wait.
    #[inline(never)]
    fn divide(&mut self) -> Result<(), Error> {
        for waiting in &mut self.waiting {
            waiting.range = self.ranges.of(waiting.month) as u32;
        }
        for waiting in &self.waiting {
            let open = self.records.room(waiting.range as usize)?;
            let values = &self.values[waiting.at as usize..];
            open.writer.copy(values, waiting.bytes as usize, waiting.position, &mut open.chunk);
        }
        for waiting in &self.waiting {
            waiting.id.write(&mut self.ids.room(waiting.id.partition())?.chunk);
        }
        self.divided += self.waiting.len() as u64;
        self.waiting.clear();
        self.values.clear();
        Ok(())
    }

    /// What was taken.
    pub fn finish(mut self) -> Result<Taken, Error> {
        self.divide()?;
        Ok(Taken { records: self.records.finish(), ids: self.ids.finish(), sample: self.sample })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two workers with 1 536 partitions each: a quarter of a gibibyte has 87 381 bytes for each of their chunks, and a
    /// chunk has 16 KiB at most; of 16 MiB it is 1 365.
    #[test]
    fn every_worker_has_a_chunk_for_every_range_and_every_part_of_the_ids() {
        for (budget, bytes) in [(1 << 30, 16 << 10), (16 << 20, 1_365)] {
            let chunks = chunks(budget, 2);
            let mut scatter = Scatter::new(&chunks, 1, Path::new(""));
            assert_eq!(scatter.room(0).unwrap().chunk.capacity(), bytes);
        }
    }
}
