//! Work on several threads. Where the system starts none, as a limit of processes may have it, fewer do the same work, and
//! in the end the own thread alone: no result depends on how many there are.

pub(crate) mod turns;

#[cfg(feature = "cli")]
use std::fmt;
use std::path::Path;
#[cfg(feature = "cli")]
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
#[cfg(feature = "cli")]
use std::thread::JoinHandle;
use std::thread::{Builder, Scope, ScopedJoinHandle};

use crate::error::Error;

/// How the work is done: none of it changes a result.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Means<'a> {
    threads: usize,
    /// Bytes that all threads together may hold for a step.
    pub memory: usize,
    /// Where to put what does not fit.
    pub dir: &'a Path,
}

/// Memory below which another thread does not pay: each has buffers of its own.
const THREAD_BYTES: usize = 8 << 20;
/// Whoever asks for more has slipped.
const THREADS_MAX: usize = 1 << 10;

impl<'a> Means<'a> {
    /// So many of the threads that were asked for as pay within this memory, at least one.
    pub fn new(threads: usize, memory: usize, dir: &'a Path) -> Means<'a> {
        Means { threads: threads.min(memory / THREAD_BYTES).clamp(1, THREADS_MAX), memory, dir }
    }

    /// The same threads for a step that has a part of the memory.
    pub fn with_memory(self, memory: usize) -> Means<'a> {
        Means { memory, ..self }
    }

    pub fn threads(&self) -> usize {
        self.threads
    }
}

/// Runs the same work on up to so many threads, each with what `start` gives it, and returns what they come to. There may be
/// fewer: each has to take what is left until nothing is.
///
/// # Errors
/// The first error in the order of the threads.
pub(crate) fn on_threads<S: Send, R: Send>(
    threads: usize,
    start: impl Fn() -> S,
    work: impl Fn(S) -> Result<R, Error> + Sync,
) -> Result<Vec<R>, Error> {
    std::thread::scope(|scope| {
        let work = &work;
        // Where one cannot be started, the next could not either.
        let handles: Vec<_> = (1..threads)
            .map_while(|_| {
                let state = start();
                started_in(scope, move || work(state))
            })
            .collect();
        let own = work(start());
        std::iter::once(own).chain(handles.into_iter().map(joined_in)).collect()
    })
}

/// The numbers from 0 on, of which each thread takes the next until all are taken.
#[derive(Debug)]
pub(crate) struct Numbers {
    next: AtomicUsize,
    end: usize,
}

impl Numbers {
    /// So many of them.
    pub fn below(end: usize) -> Numbers {
        Numbers { next: AtomicUsize::new(0), end }
    }

    pub fn take(&self) -> Option<usize> {
        Some(self.next.fetch_add(1, Ordering::Relaxed)).filter(|&number| number < self.end)
    }
}

/// Does one thing on a thread of its own while the other is done here.
#[cfg(feature = "cli")]
pub(crate) fn beside<A: Send, B>(one: impl Fn() -> A + Sync, other: impl FnOnce() -> B) -> (A, B) {
    std::thread::scope(|scope| {
        let thread = started_in(scope, &one);
        let other = other();
        (thread.map_or_else(&one, joined_in), other)
    })
}

/// Something that is done meanwhile, or when it is asked for.
#[cfg(feature = "cli")]
pub(crate) enum Meanwhile<T> {
    OnThread(JoinHandle<T>),
    WhenAsked(Work<T>),
}

#[cfg(feature = "cli")]
type Work<T> = Arc<dyn Fn() -> T + Send + Sync>;

#[cfg(feature = "cli")]
impl<T: Send + 'static> Meanwhile<T> {
    pub fn start(work: impl Fn() -> T + Send + Sync + 'static) -> Meanwhile<T> {
        let work: Work<T> = Arc::new(work);
        let of_thread = Arc::clone(&work);
        started(move || of_thread()).map_or(Meanwhile::WhenAsked(work), Meanwhile::OnThread)
    }

    /// What it has come to.
    pub fn done(self) -> T {
        match self {
            Meanwhile::OnThread(thread) => joined(thread),
            Meanwhile::WhenAsked(work) => work(),
        }
    }
}

#[cfg(feature = "cli")]
impl<T> fmt::Debug for Meanwhile<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Meanwhile::OnThread(_) => "OnThread",
            Meanwhile::WhenAsked(_) => "WhenAsked",
        })
    }
}

/// Starts a thread, where the system has one.
#[cfg(feature = "cli")]
pub(crate) fn started<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<JoinHandle<T>> {
    Builder::new().spawn(work).ok()
}

/// Starts a thread that ends within the scope, where the system has one.
pub(crate) fn started_in<'scope, T: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: impl FnOnce() -> T + Send + 'scope,
) -> Option<ScopedJoinHandle<'scope, T>> {
    Builder::new().spawn_scoped(scope, work).ok()
}

/// What a thread has come to; its panic is the own.
#[cfg(feature = "cli")]
pub(crate) fn joined<T>(thread: JoinHandle<T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// What a thread of a scope has come to; its panic is the own.
pub(crate) fn joined_in<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_the_threads_asked_for_those_are_started_that_pay_within_the_memory() {
        let threads = |asked, memory| Means::new(asked, memory, "".as_ref()).threads();
        // 8 MiB each: 16 MiB are two of them, 15 MiB one.
        assert_eq!((threads(2_000, 16 << 20), threads(2_000, 15 << 20)), (2, 1));
        // At least the own one, and no more than were asked for, or than anybody has use for.
        assert_eq!((threads(0, 16 << 20), threads(4, 1), threads(4, usize::MAX)), (1, 1, 4));
        assert_eq!(threads(usize::from(u16::MAX), usize::MAX), 1_024);
        // A step that has a part of the memory goes on with the threads that there are.
        assert_eq!(Means::new(4, 32 << 20, "".as_ref()).with_memory(1).threads(), 4);
    }
}
