//! Duplicates decided, and what counts summed up or put in order: partition by partition, on several threads.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::batch::assembly::{Terms, months_near_limit};
use crate::batch::duplicates::Duplicates;
use crate::batch::operation::Record;
use crate::batch::order::{OperationKey, PersonMonthKey, by_id, income_bytes};
use crate::batch::partitions::{PARTITIONS, Partitions};
use crate::batch::sorter::{Merged, Sorter};
use crate::batch::sums::Sums;
use crate::calculation::intake::reject_duplicate;
use crate::error::Error;
use crate::period::Month;
use crate::person::Iin;
use crate::reading::rejects::Rejects;

/// What is wanted of the operations that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Want {
    /// Rows of the register.
    Rows,
    /// Rows and every operation's line.
    Lines,
    /// The lines of one person's month alone.
    PersonMonth(Iin, Month),
}

/// The operations that count: as sums and, where they are wanted one by one, in canonical order.
pub(crate) struct Resolved {
    pub sums: Merged,
    pub operations: Merged,
    pub rejects: Vec<Rejects>,
}

/// How the work is done: none of it changes a result.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Means<'a> {
    pub threads: usize,
    /// Bytes that this step may hold.
    pub memory: usize,
    /// Where to put what does not fit.
    pub dir: &'a Path,
}

/// Decides duplicates and gives what counts.
pub(crate) fn resolve(
    partitions: &[Partitions],
    terms: Terms<'_>,
    want: Want,
    means: Means<'_>,
) -> Result<Resolved, Error> {
    let share = means.memory / means.threads;
    let sink = |_| Sink {
        sums: Sums::new(if want == Want::Rows { share / 2 } else { share / 16 }, means.dir),
        operations: Sorter::new(by_id, if want == Want::Rows { share / 16 } else { share / 2 }, means.dir),
        rejects: Rejects::new(share / 8, means.dir),
    };
    let sinks = for_each_partition(partitions, means, sink, |sink, record, reject| match reject {
        Some(reject) => reject_duplicate(&mut sink.rejects, record, reject),
        None => sink.take(record, terms, want),
    })?;
    let mut sums = Vec::new();
    let mut operations = Vec::new();
    let mut rejects = Vec::new();
    for sink in sinks {
        sums.push(sink.sums.finish()?);
        operations.push(sink.operations);
        rejects.push(sink.rejects);
    }
    let sums = Sorter::merge(sums);
    if want == Want::Rows {
        operations = operations_near_limit(partitions, terms, means, &sums)?;
    }
    Ok(Resolved { sums, operations: Sorter::merge(operations), rejects })
}

struct Sink {
    sums: Sums,
    operations: Sorter,
    rejects: Rejects,
}

impl Sink {
    #[inline]
    fn take(&mut self, record: &Record<'_>, terms: Terms<'_>, want: Want) -> Result<(), Error> {
        let effective_on = record.effective_on();
        let person_month = PersonMonthKey::new(effective_on.month(), record.iin);
        match want {
            Want::Rows => self.sums.add(person_month, terms.facts.step_on(record.iin, effective_on), record.income),
            Want::PersonMonth(iin, month) if person_month != PersonMonthKey::new(month, iin) => Ok(()),
            Want::Lines | Want::PersonMonth(..) => push_operation(&mut self.operations, person_month, record),
        }
    }
}

fn push_operation(operations: &mut Sorter, person_month: PersonMonthKey, record: &Record<'_>) -> Result<(), Error> {
    let key = OperationKey { person_month, effective_on: record.effective_on(), settled_on: record.settled_on };
    operations.push(key.number(), &[&income_bytes(record.income), record.id])
}

/// The operations of the months whose sums do not tell whether the limit was crossed on the way.
fn operations_near_limit(
    partitions: &[Partitions],
    terms: Terms<'_>,
    means: Means<'_>,
    sums: &Merged,
) -> Result<Vec<Sorter>, Error> {
    let wanted = months_near_limit(terms, sums.read()?)?;
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let sorter = |_| Sorter::new(by_id, means.memory / means.threads / 4, means.dir);
    for_each_partition(partitions, means, sorter, |operations, record, reject| {
        let person_month = PersonMonthKey::new(record.effective_on().month(), record.iin);
        match reject {
            None if wanted.binary_search(&person_month).is_ok() => push_operation(operations, person_month, record),
            _ => Ok(()),
        }
    })
}

/// Hands every operation of every partition to one of the sinks, with its fate.
fn for_each_partition<S: Send>(
    partitions: &[Partitions],
    means: Means<'_>,
    sink: impl Fn(usize) -> S,
    each: impl Fn(&mut S, &Record<'_>, Option<crate::batch::status::Reject>) -> Result<(), Error> + Sync,
) -> Result<Vec<S>, Error> {
    let next = AtomicUsize::new(0);
    let work = |mut sink: S| {
        let mut duplicates = Duplicates::new(means.memory / means.threads / 4);
        loop {
            let partition = next.fetch_add(1, Ordering::Relaxed);
            if partition >= PARTITIONS {
                return Ok(sink);
            }
            duplicates.resolve(partitions, partition, |record, reject| each(&mut sink, record, reject))?;
        }
    };
    std::thread::scope(|scope| {
        let handles: Vec<_> = (1..means.threads)
            .map(|number| {
                let sink = sink(number);
                scope.spawn(|| work(sink))
            })
            .collect();
        let own = work(sink(0));
        let others =
            handles.into_iter().map(|handle| handle.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        std::iter::once(own).chain(others).collect()
    })
}
