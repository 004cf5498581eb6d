//! Work on several threads.

pub(crate) mod turns;

use std::path::Path;

use crate::error::Error;

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
