//! What new operations are calculated on top of: the months of earlier runs, the operations with which limits are exceeded
//! now that new ones stand among them, and how many months later facts say something else of.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::batch::conditions::Conditions;
use crate::batch::earlier::{Crossings, Earlier, EarlierMonths, EarlierOperations, EarlierPartitions, Months};
use crate::batch::memory::scatter::Partitions;
use crate::batch::memory::sorter::Sorter;
use crate::batch::months::grouping::Grouping;
use crate::batch::months::late::LateFacts;
use crate::batch::operation::{OperationRef, Records};
use crate::batch::ranges::Ranges;
use crate::error::{Error, ErrorKind};
use crate::hash::FixedHash;
use crate::law::{Law, RegimeId, Threshold};
use crate::money::Tenge;
use crate::threads::{Means, Numbers, on_threads};
use crate::withholding::limit::{Crossing, LimitStanding, RunningSum};
use crate::withholding::order::{OperationKey, PersonMonthKey};

/// The past of a batch: nothing where there are no earlier runs.
pub(crate) struct Past<'a> {
    known: Option<Known<'a>>,
    /// The partitions of ids, where no earlier operations are to be taken with them.
    partitions: Numbers,
}

struct Known<'a> {
    earlier: &'a Earlier,
    partitions: EarlierPartitions<'a>,
    conditions: Conditions<'a>,
    /// What may be held while operations are summed up.
    step: Means<'a>,
    /// What may be held of operations one by one.
    means: Means<'a>,
    /// Where the months of each range begin, and where the last ends.
    starts: Vec<u64>,
    /// Months that new operations may bring above a limit; `None` where they are too many to be held, as they are when what
    /// was sent before is sent again: they are looked for anew once duplicates are taken out.
    near: Option<Months>,
    late: LateFacts,
    /// Whose operations are looked at one by one: persons of such months, and of those within which facts change.
    persons: FirstElevens,
    /// How many operations of open months have been found in all partitions.
    found: AtomicU64,
    /// The operations of months near a limit, those of each thread, while no thread adds to them.
    sorters: Mutex<Vec<Sorter>>,
    crossings: Crossings,
    /// Months of whose income exemptions and contractors say something else now than when it was counted.
    late_months: u64,
}

/// The first eleven digits of persons.
type FirstElevens = HashSet<u64, FixedHash>;

fn persons(months: impl Iterator<Item = PersonMonthKey>) -> FirstElevens {
    months.map(|month| month.iin().number() / 10).collect()
}

/// What is held of a month near a limit, about: in the sets of months and persons and among the crossings.
const NEAR_BYTES: usize = 160;

impl<'a> Past<'a> {
    /// Looks through the months of earlier runs, and with them at the new operations, duplicates among them, for the months
    /// whose earlier operations have to be looked at one by one; for that `means` are to be had later.
    pub fn open(
        earlier: Option<&'a Earlier>,
        partitions: usize,
        (bounds, ranges): (&Ranges, &Partitions),
        conditions: Conditions<'a>,
        [step, means]: [Means<'a>; 2],
    ) -> Result<Past<'a>, Error> {
        let known = match earlier {
            Some(earlier) => Some(Known::open(earlier, (bounds, ranges), conditions, [step, means])?),
            None => None,
        };
        Ok(Past { known, partitions: Numbers::below(partitions) })
    }

    /// What a thread goes through of it.
    pub fn through(&self) -> Through<'_, 'a> {
        Through { past: self, bytes: Vec::new(), found: 0, sorter: self.known.as_ref().map(Known::sorter) }
    }

    /// What a run is told to fail with that has failed with this while it went through the past.
    pub fn blamed(&self, error: Error) -> Error {
        match &self.known {
            // Damaged operations may have been looked at before the last of them was verified.
            Some(known) if error.kind() == ErrorKind::Record => known.partitions.blamed(error),
            _ => error,
        }
    }

    /// Finds the crossings once duplicates are taken out of the new operations and the earlier ones are all gone through.
    pub fn close(&mut self, ranges: &Partitions) -> Result<(), Error> {
        self.known.as_mut().map_or(Ok(()), |known| known.close(ranges))
    }

    /// Months of whose income exemptions and contractors say something else now than when it was counted.
    pub fn late(&self) -> u64 {
        self.known.as_ref().map_or(0, |known| known.late_months)
    }

    /// The earlier months of a range.
    pub fn months(&self, range: usize) -> EarlierMonths<'_> {
        match &self.known {
            Some(known) => known.months(range),
            None => EarlierMonths::none(),
        }
    }
}

/// One thread's going through the partitions of ids, of which each is taken once, with its earlier operations.
pub(crate) struct Through<'p, 'a> {
    past: &'p Past<'a>,
    bytes: Vec<u8>,
    found: u64,
    sorter: Option<Sorter>,
}

impl Through<'_, '_> {
    /// The number of the next partition that no thread has taken.
    pub fn next(&mut self) -> Result<Option<usize>, Error> {
        let (Some(known), Some(sorter)) = (&self.past.known, &mut self.sorter) else {
            return Ok(self.past.partitions.take());
        };
        let number = known.partitions.take(&mut self.bytes)?;
        if number.is_some() {
            known.look_closer(&self.bytes, sorter)?;
            known.earlier.leave_out_closed(&mut self.bytes)?;
        }
        Ok(number)
    }

    /// Its earlier operations, of months that are open, where there are earlier runs.
    pub fn operations(&self) -> Option<EarlierOperations<'_>> {
        self.past.known.as_ref().map(|known| known.earlier.operations(&self.bytes))
    }

    /// The same as bytes of a state.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Counts that it has so many.
    pub fn found(&mut self, operations: u64) {
        self.found += operations;
    }

    /// There are no more.
    pub fn finish(self) {
        if let Some(known) = &self.past.known {
            known.found.fetch_add(self.found, Relaxed);
            known.sorters().extend(self.sorter);
        }
    }
}

/// The parts of an operation's record: its regime, its income in tiyn, its id.
const INCOME: usize = 1;
const ID: usize = 9;

fn by_id(one: &[u8], other: &[u8]) -> Ordering {
    one.get(ID..).cmp(&other.get(ID..))
}

impl<'a> Known<'a> {
    fn open(
        earlier: &'a Earlier,
        (bounds, ranges): (&Ranges, &Partitions),
        conditions: Conditions<'a>,
        [step, means]: [Means<'a>; 2],
    ) -> Result<Known<'a>, Error> {
        let mut known = Known {
            earlier,
            partitions: earlier.partitions(),
            conditions,
            step,
            means,
            starts: earlier.split(bounds)?,
            near: None,
            late: LateFacts::default(),
            persons: FirstElevens::default(),
            found: AtomicU64::new(0),
            sorters: Mutex::default(),
            crossings: Crossings::default(),
            late_months: 0,
        };
        known.late = known.late(ranges.count())?;
        known.near = known.near(ranges, means.memory / NEAR_BYTES)?;
        known.persons = persons(known.near.iter().flatten().copied().chain(known.late.undecided()));
        Ok(known)
    }

    fn months(&self, range: usize) -> EarlierMonths<'_> {
        let start = |number: usize| self.starts.get(number).copied().unwrap_or(self.earlier.open_months.1);
        self.earlier.months((start(range), start(range + 1)), &self.crossings)
    }

    /// The months that may be near a limit, by what the new operations that are there come to; `None` where they are more than
    /// so many.
    fn near(&self, ranges: &Partitions, most: usize) -> Result<Option<Months>, Error> {
        let Means { memory, dir, .. } = self.step;
        let (threads, numbers) = (self.step.threads(), Numbers::below(ranges.count()));
        let grouping = || Grouping::new(self.conditions, memory / threads, dir);
        let found = on_threads(threads, grouping, |mut grouping| {
            let mut near = Months::default();
            while near.len() <= most / threads
                && let Some(range) = numbers.take()
            {
                ranges.look(range, |parts| grouping.near_limit(&*parts, &mut self.months(range), &mut near))?;
            }
            Ok(near)
        })?;
        let all: Months = found.into_iter().flatten().collect();
        Ok(Some(all).filter(|near| near.len() <= most && numbers.take().is_none()))
    }

    /// What is told of the months of so many ranges, and of those that are closed now.
    fn late(&self, ranges: usize) -> Result<LateFacts, Error> {
        let numbers = Numbers::below(ranges);
        let look_at = |late: &mut LateFacts, mut months: EarlierMonths<'_>| {
            while let Some(month) = months.take()? {
                late.look_at(self.conditions, &month);
            }
            Ok(())
        };
        let found = on_threads(self.step.threads(), LateFacts::default, |mut late| {
            while let Some(range) = numbers.take() {
                look_at(&mut late, self.months(range))?;
            }
            Ok(late)
        })?;
        let mut late = LateFacts::default();
        // It is the last time that anything is told of those.
        look_at(&mut late, self.earlier.closing())?;
        found.into_iter().for_each(|of_thread| late.merge(of_thread));
        Ok(late)
    }

    /// One for a thread to add to, and to give back: so there are no more than threads.
    fn sorter(&self) -> Sorter {
        let new = || Sorter::new(by_id, self.means.memory / self.means.threads(), self.means.dir);
        self.sorters().pop().unwrap_or_else(new)
    }

    fn sorters(&self) -> MutexGuard<'_, Vec<Sorter>> {
        self.sorters.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks at the operations of a partition one by one that are of persons who are asked for.
    fn look_closer(&self, partition: &[u8], sorter: &mut Sorter) -> Result<(), Error> {
        if self.persons.is_empty() {
            return Ok(());
        }
        let mut operations = self.earlier.operations(partition);
        while let Some(counted) = operations.next()? {
            if self.persons.contains(&counted.first_eleven()) {
                let (operation, regime) = counted.whole()?;
                let month = self.month(&operation);
                self.late.count((month, regime), (operation.effective_on(), operation.income));
                self.add(&operation, (month, Some(regime)), sorter)?;
            }
        }
        Ok(())
    }

    fn month(&self, operation: &OperationRef<'_>) -> PersonMonthKey {
        PersonMonthKey::on(self.conditions.law, operation.effective_on(), operation.iin)
    }

    /// Takes an operation of this month where that is near a limit; a new one is under the regime of today's facts.
    #[inline]
    fn add(
        &self,
        operation: &OperationRef<'_>,
        (person_month, regime): (PersonMonthKey, Option<RegimeId>),
        sorter: &mut Sorter,
    ) -> Result<(), Error> {
        let effective_on = operation.effective_on();
        if self.near.as_ref().is_none_or(|near| !near.contains(&person_month)) {
            return Ok(());
        }
        let facts = self.conditions.facts;
        let Some(regime) = regime.or_else(|| facts.stretch_on(operation.iin, effective_on).regime) else {
            return Ok(());
        };
        let key = OperationKey { person_month, effective_on, settled_on: operation.settled_on };
        sorter.push(key.number(), &[&[regime.0], &operation.income.tiyn().to_le_bytes(), operation.id])
    }

    fn close(&mut self, ranges: &Partitions) -> Result<(), Error> {
        if *self.found.get_mut() != self.earlier.counted {
            return Err(self.earlier.damaged("operations.bin"));
        }
        self.late_months = std::mem::take(&mut self.late).months(self.conditions);
        if self.near.is_none() {
            let near = self.near(ranges, usize::MAX)?.unwrap_or_default();
            self.persons = persons(near.iter().copied());
            self.near = Some(near);
            let again = self.earlier.partitions();
            self.with_sorters(|sorter| {
                let mut buffer = Vec::new();
                while again.take(&mut buffer)?.is_some() {
                    self.look_closer(&buffer, sorter)?;
                }
                Ok(())
            })?;
        }
        if self.near.as_ref().is_some_and(|near| !near.is_empty()) {
            let numbers = Numbers::below(ranges.count());
            self.with_sorters(|sorter| {
                let mut buffer = Vec::new();
                let mut each_chunk = |chunk: &[u8]| {
                    Records::new(chunk)
                        .map(|record| record.operation())
                        .try_for_each(|operation| self.add(&operation, (self.month(&operation), None), sorter))
                };
                while let Some(number) = numbers.take() {
                    ranges.look(number, |parts| {
                        parts.iter().try_for_each(|part| part.for_each_chunk(&mut buffer, &mut each_chunk))
                    })?;
                }
                Ok(())
            })?;
        }
        let sorters = std::mem::take(&mut *self.sorters());
        self.crossings = self.find(sorters)?;
        Ok(())
    }

    /// Does the same on each thread with one of the sorters.
    fn with_sorters(&self, work: impl Fn(&mut Sorter) -> Result<(), Error> + Sync) -> Result<(), Error> {
        let work = |()| {
            let mut sorter = self.sorter();
            work(&mut sorter)?;
            self.sorters().push(sorter);
            Ok(())
        };
        on_threads(self.means.threads(), || (), work).map(drop)
    }

    /// Goes through the operations in canonical order.
    fn find(&self, sorters: Vec<Sorter>) -> Result<Crossings, Error> {
        // A month that is near and has no crossing is known too.
        let mut crossings: Crossings = self.near.iter().flatten().map(|&key| (key, Vec::new())).collect();
        let merged = Sorter::merge(sorters);
        let mut sorted = merged.read()?;
        let mut running: Vec<(RegimeId, RunningSum)> = Vec::new();
        let mut month = PersonMonthKey::default();
        while let Some(key) = sorted.key().map(OperationKey::from_number) {
            if key.person_month != month {
                month = key.person_month;
                running.clear();
            }
            let (regime, income, id) = parts(sorted.bytes());
            if let Some(limit) = limit(self.conditions.law, month, regime) {
                let number = running.iter().position(|(of, _)| *of == regime).unwrap_or_else(|| {
                    running.push((regime, RunningSum::default()));
                    running.len() - 1
                });
                if running[number].1.count(income, limit) == LimitStanding::Crosses {
                    let by = String::from_utf8_lossy(id).into_owned();
                    let crossing = Crossing { on: key.effective_on, by };
                    crossings.entry(month).or_default().push((regime, crossing));
                }
            }
            sorted.advance()?;
        }
        Ok(crossings)
    }
}

fn parts(record: &[u8]) -> (RegimeId, Tenge, &[u8]) {
    let (head, id) = record.split_at_checked(ID).unwrap_or_default();
    let regime = RegimeId(head.first().copied().unwrap_or_default());
    let income = head.get(INCOME..).and_then(|bytes| bytes.try_into().ok()).unwrap_or_default();
    (regime, Tenge::from_tiyn(i64::from_le_bytes(income)), id)
}

fn limit(law: &Law, key: PersonMonthKey, regime: RegimeId) -> Option<&Threshold> {
    law.month(key.month())?.regime(regime)?.limit.as_ref()
}
