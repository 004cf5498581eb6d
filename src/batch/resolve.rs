//! Duplicates decided; what counts is brought from partitions of ids into ranges of persons' months.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::batch::duplicates::Duplicates;
use crate::batch::earlier::{Earlier, write_operation};
use crate::batch::facts::Facts;
use crate::batch::operation::Record;
use crate::batch::order::PersonMonthKey;
use crate::batch::ranges::Ranges;
use crate::batch::scatter::{Chunks, Partitions, Scatter};
use crate::batch::status::Reject;
use crate::batch::turns::Turns;
use crate::error::Error;
use crate::law::Law;

/// How the work is done: none of it changes a result.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Means<'a> {
    pub threads: usize,
    /// Bytes that all threads together may hold for a step.
    pub memory: usize,
    /// Where to put what does not fit.
    pub dir: &'a Path,
}

/// Runs the same work on several threads, each with what `start` gives it, and returns what they come to.
///
/// # Errors
/// The first error in the order of the threads.
pub(crate) fn on_threads<S: Send, R: Send>(
    threads: usize,
    start: impl Fn() -> S,
    work: impl Fn(S) -> Result<R, Error> + Sync,
) -> Result<Vec<R>, Error> {
    std::thread::scope(|scope| {
        let handles: Vec<_> = (1..threads)
            .map(|_| {
                let state = start();
                let work = &work;
                scope.spawn(move || work(state))
            })
            .collect();
        let own = work(start());
        let join = |handle: std::thread::ScopedJoinHandle<'_, _>| {
            handle.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        std::iter::once(own).chain(handles.into_iter().map(join)).collect()
    })
}

/// Where the operations that count go.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Target<'a> {
    pub law: &'a Law,
    pub ranges: &'a Ranges,
    pub chunks: &'a Chunks,
}

/// What stands before the operations of a batch, and what is to be kept for those after it.
pub(crate) struct Past<'a, 'k> {
    pub facts: &'a Facts,
    pub earlier: Option<&'a Earlier>,
    /// Takes the operations that count, those of earlier runs among them, partition by partition: how many are new, and
    /// their bytes as pieces.
    pub keep: Option<Keep<'k>>,
}

/// See [`Past::keep`].
pub(crate) type Keep<'a> = &'a mut (dyn FnMut(u64, [&[u8]; 2]) -> Result<(), Error> + Send);

/// Gives the operations that count by range; those that do not go to a sink of their thread with the reason.
pub(crate) fn resolve<S: Send>(
    by_id: &Partitions,
    past: Past<'_, '_>,
    target: Target<'_>,
    means: Means<'_>,
    sink: impl Fn() -> S,
    rejected: impl Fn(&mut S, &Record<'_>, Reject) -> Result<(), Error> + Sync,
) -> Result<(Partitions, Vec<S>), Error> {
    let next = AtomicUsize::new(0);
    let Past { facts, earlier, keep } = past;
    let turns = keep.map(Turns::new);
    let results = on_threads(means.threads, sink, |mut sink| {
        let (mut counted, mut buffer) = (Counted::default(), Vec::new());
        let mut duplicates = Duplicates::new(means.memory / means.threads);
        let mut scatter = Scatter::new(target.chunks, target.ranges.count(), means.dir);
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= by_id.count() {
                return Ok((scatter.finish(), sink));
            }
            let partition = by_id.take(number);
            let mut resolved = || {
                let new = partition.iter().any(|part| part.records > 0);
                if let Some(earlier) = earlier.filter(|_| new || turns.is_some()) {
                    earlier.partition(number, &mut buffer)?;
                }
                counted.clear();
                let before = earlier.map(|earlier| (earlier, &buffer[..]));
                duplicates.resolve(&partition, before, |record, reject| {
                    if let Some(reject) = reject {
                        return rejected(&mut sink, record, reject);
                    }
                    if turns.is_some() {
                        counted.add(record, facts);
                    }
                    let month = target.law.month_of(record.effective_on());
                    let range = target.ranges.of(PersonMonthKey::new(month, record.iin()));
                    record.copy_to(&mut scatter.room(range)?.chunk);
                    Ok(())
                })?;
                match &turns {
                    Some(turns) => {
                        let count = counted.places.len() as u64;
                        let new = counted.in_order();
                        turns.write(number, |keep| keep(count, [&buffer, new]))
                    }
                    None => Ok(()),
                }
            };
            let result = resolved();
            if let Some(turns) = &turns {
                turns.end(number, result.is_err());
            }
            result?;
            for part in partition {
                part.release(target.chunks);
            }
        }
    })?;
    let (ranges, sinks): (Vec<_>, Vec<_>) = results.into_iter().unzip();
    Ok((Partitions::new(ranges), sinks))
}

/// The operations of a partition that count, as they are kept.
#[derive(Debug, Default)]
struct Counted {
    /// Of each operation its position and where its bytes stand.
    places: Vec<(u64, u32, u32)>,
    bytes: Vec<u8>,
    ordered: Vec<u8>,
}

impl Counted {
    fn clear(&mut self) {
        self.places.clear();
        self.bytes.clear();
    }

    fn add(&mut self, record: &Record<'_>, facts: &Facts) {
        let operation = record.operation();
        let step = facts.step(facts.step_on(operation.iin, operation.effective_on()));
        // Without a regime the operation was rejected.
        let Some(regime) = step.regime else { return };
        let from = self.bytes.len() as u32;
        write_operation(&operation, regime, &mut self.bytes);
        self.places.push((record.position.number(), from, self.bytes.len() as u32));
    }

    /// The bytes in the order of files and rows, which does not depend on the threads that read them.
    fn in_order(&mut self) -> &[u8] {
        self.places.sort_unstable();
        self.ordered.clear();
        for &(_, from, to) in &self.places {
            self.ordered.extend_from_slice(&self.bytes[from as usize..to as usize]);
        }
        &self.ordered
    }
}
