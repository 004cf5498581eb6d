//! A calculation on a thread of its own, and how far it is.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle, scope};
use std::time::{Duration, Instant};

use arrow_array::RecordBatch;
use pyo3::prelude::*;
use ustap::{Error, ErrorKind};
use ustap_arrow::{Calculated, Calculation, Counts, Rows, caught};

/// How far a calculation is.
pub(crate) enum Ending {
    /// Lines are still to be read.
    Pending,
    Done(Calculated),
    Failed(Error),
}

/// What the thread tells.
enum Event {
    Prepared(Rows, Counts),
    Ended,
}

/// How often signals are looked at, and how often progress is told at most.
const LISTEN: Duration = Duration::from_millis(50);
const PROGRESS: Duration = Duration::from_millis(100);

/// The calculation on its thread.
pub(crate) struct Running {
    events: Mutex<Receiver<Event>>,
    stop: Arc<AtomicBool>,
    rows: Arc<AtomicU64>,
    pub ending: Arc<Mutex<Ending>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// Starts it; `lines` takes batches of lines, where they are wanted.
    pub fn start(
        calculation: Calculation,
        lines: impl FnMut(RecordBatch) -> Result<(), Error> + Send + 'static,
    ) -> Result<Running, Error> {
        let (send, events) = sync_channel(2);
        let (stop, rows) = (Arc::clone(&calculation.stop), Arc::clone(&calculation.rows));
        let ending = Arc::new(Mutex::new(Ending::Pending));
        let of_thread = Arc::clone(&ending);
        let thread = Builder::new()
            .name("ustap".to_owned())
            .spawn(move || work(calculation, &send, lines, &of_thread))
            .map_err(no_thread)?;
        Ok(Running { events: Mutex::new(events), stop, rows, ending, thread: Some(thread) })
    }

    /// Listens until all operations were read, where lines are a stream, or else until the end.
    pub fn listened(
        &self,
        py: Python<'_>,
        progress: &mut Progress<'_>,
        is_stream: bool,
    ) -> PyResult<Option<(Rows, Counts)>> {
        let mut prepared = None;
        loop {
            match self.listen(py, progress)? {
                Event::Prepared(rejects, counts) => {
                    prepared = Some((rejects, counts));
                    if is_stream {
                        return Ok(prepared);
                    }
                }
                Event::Ended => return Ok(prepared),
            }
        }
    }

    /// Has the thread end at its next piece.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// The next thing that the thread tells; meanwhile signals are looked at and progress is told.
    fn listen(&self, py: Python<'_>, progress: &mut Progress<'_>) -> PyResult<Event> {
        loop {
            let heard = py.detach(|| self.events.lock().unwrap_or_else(PoisonError::into_inner).recv_timeout(LISTEN));
            match heard {
                Ok(event) => return Ok(event),
                Err(RecvTimeoutError::Disconnected) => return Ok(Event::Ended),
                Err(RecvTimeoutError::Timeout) => {}
            }
            py.check_signals()?;
            progress.tell(self.rows.load(Ordering::Relaxed))?;
        }
    }

    /// Waits for the thread.
    pub fn join(&mut self, py: Python<'_>) {
        if let Some(thread) = self.thread.take() {
            // What it came to stands in the ending; a panic was caught in it.
            let _ = py.detach(|| thread.join());
        }
    }
}

fn no_thread(cause: std::io::Error) -> Error {
    Error::new(ErrorKind::Memory, format!("no thread can be started: {cause}"))
}

/// Does the work on a thread of its own, and looks at signals meanwhile: what they raise has it end at its next piece.
pub(crate) fn heard<T: Send>(
    py: Python<'_>,
    stop: &AtomicBool,
    work: impl FnOnce() -> Result<T, Error> + Send,
) -> PyResult<Result<T, Error>> {
    let (send, ended) = sync_channel(1);
    py.detach(move || {
        scope(|threads| {
            let thread = Builder::new().name("ustap".to_owned()).spawn_scoped(threads, move || send.send(caught(work)));
            if let Err(cause) = thread {
                return Ok(Err(no_thread(cause)));
            }
            loop {
                match ended.recv_timeout(LISTEN) {
                    Ok(done) => return Ok(done),
                    Err(RecvTimeoutError::Disconnected) => {
                        return Ok(Err(Error::defect("a thread ended without a word")));
                    }
                    Err(RecvTimeoutError::Timeout) => {}
                }
                Python::attach(|py| py.check_signals()).inspect_err(|_| stop.store(true, Ordering::Relaxed))?;
            }
        })
    })
}

fn work(
    calculation: Calculation,
    events: &SyncSender<Event>,
    lines: impl FnMut(RecordBatch) -> Result<(), Error> + Send,
    ending: &Mutex<Ending>,
) {
    let prepared = |rejects: Rows, counts: Counts| {
        // Nobody listens any more where the caller was stopped.
        let _ = events.send(Event::Prepared(rejects, counts));
        Ok(())
    };
    // The lines' channel ends with the closure, once the ending is known: whoever reads it looks there then.
    let mut lines = lines;
    let calculated = caught(|| calculation.run(prepared, &mut lines));
    *ending.lock().unwrap_or_else(PoisonError::into_inner) = match calculated {
        Ok(calculated) => Ending::Done(calculated),
        Err(error) => Ending::Failed(error),
    };
    drop(lines);
    let _ = events.send(Event::Ended);
}

/// Whom the rows read so far are told, if anybody.
pub(crate) struct Progress<'py> {
    callback: Option<Bound<'py, PyAny>>,
    told: Instant,
}

impl<'py> Progress<'py> {
    pub fn new(callback: Option<Bound<'py, PyAny>>) -> Progress<'py> {
        Progress { callback, told: Instant::now() }
    }

    fn tell(&mut self, rows: u64) -> PyResult<()> {
        let Some(callback) = self.callback.as_ref().filter(|_| self.told.elapsed() >= PROGRESS) else { return Ok(()) };
        self.told = Instant::now();
        callback.call1((rows,)).map(|_| ())
    }

    /// Tells how many rows there were.
    pub fn end(&self, rows: u64) -> PyResult<()> {
        self.callback.as_ref().map_or(Ok(()), |callback| callback.call1((rows,)).map(|_| ()))
    }
}
