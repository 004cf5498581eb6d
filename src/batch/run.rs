//! From a source of operations to pages of rows: intake, duplicates, months, turns.
//!
//! ```text
//! Source ─ intake ┬ ranges ─ divide ─ resolve ─ grouping ─ Page ─ emit, in the order of the register
//!                 ├ ids ────────────────┤
//!                 └ rejects             └ rejects
//! ```

use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::batch::conditions::Conditions;
use crate::batch::earlier::Earlier;
use crate::batch::ids::resolve::{Keep, Resolving};
use crate::batch::intake::{Admission, Intake, Taken, chunks};
use crate::batch::memory::scatter::{Chunks, Partitions};
use crate::batch::memory::sorter::Sorter;
use crate::batch::months::crossings::Past;
use crate::batch::months::divide::divide;
use crate::batch::operation::Record;
use crate::batch::pages::{self, Page};
use crate::batch::ranges::{Ranges, Sample};
use crate::batch::rejects::Rejects;
use crate::batch::source::{Source, no_rejects};
use crate::batch::totals::{RowCounts, Totals};
use crate::error::{Error, ErrorKind};
use crate::facts::Facts;
use crate::law::{Law, OverLimit};
use crate::period::{Day, Month};
use crate::threads::{Means, on_threads};
use crate::words::say;

/// By what, and with what means, operations are calculated.
#[derive(Clone, Copy)]
pub(crate) struct BatchRun<'a> {
    pub law: &'a Law,
    pub facts: &'a Facts,
    pub period: Option<Month>,
    pub over_limit: OverLimit,
    /// The earlier run that the operations come on top of.
    pub after: Option<&'a Earlier>,
    /// The memory is what may be held beside fixed buffers, the facts included.
    pub means: Means<'a>,
}

/// The operations that count by range, and what has been rejected.
pub(crate) struct Prepared<'a> {
    pub ranges: Partitions,
    pub past: Past<'a>,
    pub chunks: Chunks,
    pub rejects: Vec<Rejects>,
    pub counts: RowCounts,
}

/// What the register came to.
#[derive(Debug, Default)]
pub(crate) struct Counted {
    pub totals: Totals,
    /// Distinct persons over all months.
    pub persons: u64,
    /// Months that earlier runs have counted and of whose income exemptions and contractors say something else now.
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only runs with a directory have earlier ones"))]
    pub late: u64,
}

/// The parts of the memory, in sixteenths of what the facts leave: chunks of operations take most of it. What a step
/// holds beside them is given back before the next step.
const CHUNKS_SHARE: usize = 8;
const REJECTS_SHARE: usize = 1;
const PAST_SHARE: usize = 1;
const STEP_SHARE: usize = 5;

impl<'a> BatchRun<'a> {
    pub fn conditions(&self) -> Conditions<'a> {
        Conditions { law: self.law, facts: self.facts, over_limit: self.over_limit }
    }

    /// The last day of the months that are closed.
    fn closed(&self) -> Option<Day> {
        Some(self.after?.closed?.last_day())
    }

    /// So many sixteenths of the memory that the facts leave.
    fn share(&self, sixteenths: usize) -> Means<'a> {
        self.means.with_memory(self.means.memory.saturating_sub(self.facts.bytes()) / 16 * sixteenths)
    }

    /// Takes all operations and decides which count; those are kept for later runs too, where that is wanted.
    ///
    /// # Errors
    /// What the source fails with: always that of the first place in its order.
    pub fn prepare<S: Source>(&self, source: &S, keep: Option<Keep<'_>>) -> Result<Prepared<'a>, Error> {
        let threads = self.means.threads();
        let chunks = chunks(self.share(CHUNKS_SHARE).memory, threads);
        let (step, for_rejects) = (self.share(STEP_SHARE), self.share(REJECTS_SHARE));
        let admission = Admission { law: self.law, facts: self.facts, period: self.period, closed: self.closed() };
        let (ranges, workers) = take(source, admission, &chunks, for_rejects, step.memory / threads)?;
        let mut counts = RowCounts::default();
        let mut rejects = Vec::new();
        let (mut records, mut ids, mut samples) = (Vec::new(), Vec::new(), Vec::new());
        for worker in workers {
            counts.read += worker.rows;
            counts.rejected.add(&worker.rejects.counts);
            rejects.push(worker.rejects);
            records.push(worker.taken.records);
            ids.push(worker.taken.ids);
            samples.push(worker.taken.sample);
        }
        let (records, ids) = (Partitions::new(records), Partitions::new(ids));
        let (bounds, mut ranges) = divide(self.law, (ranges, records), &samples, &chunks, step)?;
        if let Some(earlier) = self.after {
            earlier.checked()?;
        }
        let for_past = [step, self.share(PAST_SHARE)];
        let mut past = Past::open(self.after, ids.count(), (&bounds, &ranges), self.conditions(), for_past)?;
        let sink = || Rejects::new(for_rejects.memory / threads, for_rejects.dir);
        let repeated = |rejects: &mut Rejects, record: &Record<'_>, repeat| {
            let id = std::str::from_utf8(record.id).unwrap_or_default();
            source.repeated(rejects, (record.position, id), repeat)
        };
        let resolving =
            Resolving { past: &past, law: self.law, facts: self.facts, ranges: &bounds, chunks: &chunks, means: step };
        let resolved = resolving.run(&mut ranges, ids, keep, sink, repeated);
        for duplicates in resolved.map_err(|error| past.blamed(error))? {
            counts.rejected.add(&duplicates.counts);
            rejects.push(duplicates);
        }
        past.close(&ranges)?;
        Ok(Prepared { ranges, past, chunks, rejects, counts })
    }

    /// Makes every page of the months and hands it to `emit`, in the order of the register.
    ///
    /// # Errors
    /// What adding up or `emit` fails with, or where not every operation that was accepted has been counted; no page that was emitted is of use then.
    pub fn pages<P: Page>(
        &self,
        prepared: &Prepared<'_>,
        lines: bool,
        make: impl Fn() -> P + Sync,
        mut emit: impl FnMut(&mut P) -> Result<(), Error> + Send,
    ) -> Result<Counted, Error> {
        let (conditions, step) = (self.conditions(), self.share(STEP_SHARE));
        let for_persons = self.share(REJECTS_SHARE);
        let mut persons = Persons::new(for_persons.memory, for_persons.dir);
        let mut totals = Totals::default();
        let past = &prepared.past;
        pages::for_each((&prepared.ranges, &prepared.chunks), (past, conditions), (lines, make), step, |page| {
            emit(&mut page.page)?;
            persons.add(&page.persons)?;
            totals.merge(&page.totals);
            Ok(())
        })?;
        let accepted = prepared.counts.accepted() + self.after.map_or(0, |earlier| earlier.counted);
        if accepted != totals.operations {
            // The operations and the months of a state hold each other; a receipt that fits both may still lie.
            if let Some(earlier) = self.after {
                return Err(earlier.damaged("months.bin"));
            }
            let (accepted, counted) = (accepted.to_string(), totals.operations.to_string());
            return Err(Error::defect(say!("operations-lost", accepted = accepted, counted = counted)));
        }
        Ok(Counted { persons: persons.count(&totals)?, totals, late: past.late() })
    }
}

/// What one worker has taken.
struct Worker {
    taken: Taken,
    rejects: Rejects,
    rows: u64,
}

/// Pieces that are looked at before any is taken, to tell where ranges are to lie.
const PIECES_AHEAD: usize = 4;

/// The pieces of a source that no worker has yet.
struct Queue<P> {
    /// Pieces that were looked at and not taken yet.
    ahead: VecDeque<P>,
    /// There are no more, or some worker has failed and the others need not go on.
    is_over: bool,
}

impl<P> Queue<P> {
    fn next<S: Source<Piece = P>>(&mut self, source: &S, read: Option<P>) -> Result<Option<P>, Error> {
        match self.ahead.pop_front() {
            Some(piece) => Ok(Some(piece)),
            None => self.ask(source, read),
        }
    }

    /// Asks the source for another piece, unless it has come to its end.
    fn ask<S: Source<Piece = P>>(&mut self, source: &S, read: Option<P>) -> Result<Option<P>, Error> {
        if self.is_over {
            return Ok(None);
        }
        let piece = source.next(read);
        self.is_over = !matches!(piece, Ok(Some(_)));
        piece
    }

    fn stop(&mut self) {
        self.ahead.clear();
        self.is_over = true;
    }
}

/// Takes all operations of the source, in ranges of which each worker groups at most `group_bytes` at a time later.
fn take<S: Source>(
    source: &S,
    admission: Admission<'_>,
    chunks: &Chunks,
    means: Means<'_>,
    group_bytes: usize,
) -> Result<(Ranges, Vec<Worker>), Error> {
    let mut queue = Queue { ahead: VecDeque::new(), is_over: false };
    let sample = look_ahead(source, admission, &mut queue)?;
    let ranges = Ranges::for_bytes(sample, source.held_bytes(), group_bytes);
    let queue = Mutex::new(queue);
    let lock = || queue.lock().unwrap_or_else(PoisonError::into_inner);
    let workers = on_threads(
        means.threads(),
        || (),
        |()| {
            let mut intake = Intake::new(admission, &ranges, chunks, means.dir);
            let mut rejects = Rejects::new(means.memory / means.threads(), means.dir);
            let (mut rows, mut read) = (0, None);
            while let Some(piece) = { lock().next(source, read.take())? } {
                let (mut seen, before) = (S::Seen::default(), intake.accepted() + rejects.counts.total());
                let told = source
                    .read(&piece, (&mut rejects, &mut seen), |position, operation| intake.offer(operation, position));
                let told = told.and_then(|told| {
                    let taken = intake.accepted() + rejects.counts.total() - before;
                    let miscounted = || say!("source-miscounted", told = told.to_string(), rows = taken.to_string());
                    if told == taken { Ok(told) } else { Err(Error::new(ErrorKind::Operation, miscounted())) }
                });
                if told.is_err() {
                    lock().stop();
                }
                let told = told?;
                source.counted(&piece, told, &seen);
                rows += told;
                read = Some(piece);
            }
            Ok(Worker { taken: intake.finish()?, rejects, rows })
        },
    )?;
    Ok((ranges, workers))
}

/// A sample of the months in the first pieces.
fn look_ahead<S: Source>(source: &S, admission: Admission<'_>, queue: &mut Queue<S::Piece>) -> Result<Sample, Error> {
    let mut sample = Sample::default();
    while queue.ahead.len() < PIECES_AHEAD
        && let Some(piece) = queue.ask(source, None)?
    {
        source.read(&piece, (&mut no_rejects(), &mut S::Seen::default()), |_, operation| {
            let reject = admission.reject(operation);
            if reject.is_none() {
                sample.count(admission.month(operation));
            }
            Ok(reject)
        })?;
        queue.ahead.push_back(piece);
    }
    Ok(sample)
}

/// Distinct persons over all months.
struct Persons {
    /// Where there are several months, the persons of each; they come in order within a month.
    sorter: Sorter,
}

impl Persons {
    fn new(memory: usize, dir: &Path) -> Persons {
        Persons { sorter: Sorter::new(<[u8]>::cmp, memory, dir) }
    }

    fn add(&mut self, persons: &[u64]) -> Result<(), Error> {
        persons.iter().try_for_each(|&iin| self.sorter.push(u128::from(iin), &[]))
    }

    fn count(self, totals: &Totals) -> Result<u64, Error> {
        if let [month] = totals.months.values().collect::<Vec<_>>()[..] {
            return Ok(month.persons);
        }
        let merged = Sorter::merge(vec![self.sorter]);
        let mut sorted = merged.read()?;
        let mut count = 0;
        let mut last = None;
        while let Some(key) = sorted.key() {
            count += u64::from(last != Some(key));
            last = Some(key);
            sorted.advance()?;
        }
        Ok(count)
    }
}
