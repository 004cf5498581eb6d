//! Duplicates decided; what counts is brought from partitions of ids into ranges of persons' months.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::batch::duplicates::Duplicates;
use crate::batch::operation::Record;
use crate::batch::order::PersonMonthKey;
use crate::batch::ranges::Ranges;
use crate::batch::scatter::{Chunks, Partitions, Scatter};
use crate::batch::status::Reject;
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

/// Gives the operations that count by range; those that do not go to a sink of their thread with the reason.
pub(crate) fn resolve<S: Send>(
    by_id: &Partitions,
    target: Target<'_>,
    means: Means<'_>,
    sink: impl Fn() -> S,
    rejected: impl Fn(&mut S, &Record<'_>, Reject) -> Result<(), Error> + Sync,
) -> Result<(Partitions, Vec<S>), Error> {
    let next = AtomicUsize::new(0);
    let results = on_threads(means.threads, sink, |mut sink| {
        let mut duplicates = Duplicates::new(means.memory / means.threads);
        let mut scatter = Scatter::new(target.chunks, target.ranges.count(), means.dir);
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= by_id.count() {
                return Ok((scatter.finish(), sink));
            }
            let partition = by_id.take(number);
            duplicates.resolve(&partition, |record, reject| {
                if let Some(reject) = reject {
                    return rejected(&mut sink, record, reject);
                }
                let month = target.law.month_of(record.effective_on());
                let range = target.ranges.of(PersonMonthKey::new(month, record.iin()));
                record.copy_to(&mut scatter.room(range)?.chunk);
                Ok(())
            })?;
            for part in partition {
                part.release(target.chunks);
            }
        }
    })?;
    let (ranges, sinks): (Vec<_>, Vec<_>) = results.into_iter().unzip();
    Ok((Partitions::new(ranges), sinks))
}
