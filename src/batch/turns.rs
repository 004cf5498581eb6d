//! Work that is done in any order on several threads and written in one order.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::error::Error;

/// Pieces with numbers from 0 take turns at writing, so that everything is written in order.
pub(crate) struct Turns<W> {
    state: Mutex<Turn<W>>,
    changed: Condvar,
}

struct Turn<W> {
    number: usize,
    failed: bool,
    write: W,
}

impl<W> Turns<W> {
    pub fn new(write: W) -> Turns<W> {
        Turns { state: Mutex::new(Turn { number: 0, failed: false, write }), changed: Condvar::new() }
    }

    /// Waits until it is this piece's turn.
    fn wait(&self, number: usize) -> MutexGuard<'_, Turn<W>> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let not_yet = |turn: &mut Turn<W>| turn.number < number && !turn.failed;
        self.changed.wait_while(state, not_yet).unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether this piece may write without waiting.
    #[cfg(feature = "cli")]
    pub fn has_come(&self, number: usize) -> bool {
        let turn = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        turn.number >= number || turn.failed
    }

    /// Writes in this piece's turn, unless another piece has failed and nothing more is wanted.
    pub fn write(&self, number: usize, write: impl FnOnce(&mut W) -> Result<(), Error>) -> Result<(), Error> {
        let mut turn = self.wait(number);
        if turn.failed { Ok(()) } else { write(&mut turn.write) }
    }

    /// The turn of this piece is over.
    pub fn end(&self, number: usize, failed: bool) {
        let mut turn =
            if failed { self.state.lock().unwrap_or_else(PoisonError::into_inner) } else { self.wait(number) };
        turn.failed |= failed;
        turn.number = turn.number.max(number + 1);
        self.changed.notify_all();
    }
}
