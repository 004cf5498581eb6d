//! Work that is done in any order on several threads and written in one order.

use std::collections::HashMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::error::Error;

/// Pieces with numbers from 0 take turns at writing, so that everything is written in order.
pub(crate) struct Turns<'a, W> {
    state: Mutex<Turn<'a, W>>,
    changed: Condvar,
    /// Locked only by the piece whose turn it is, and apart from the turns, so that nobody waits while it writes who
    /// could leave what he has.
    write: Mutex<W>,
    /// Pieces that may be left to be written by others.
    left_max: usize,
}

struct Turn<'a, W> {
    number: usize,
    failed: bool,
    left: HashMap<usize, Last<'a, W>>,
}

/// The last that a piece has to write.
type Last<'a, W> = Box<dyn FnOnce(&mut W) -> Result<(), Error> + Send + 'a>;

impl<'a, W> Turns<'a, W> {
    /// Turns of which at most so many may be left to others before they have come.
    pub fn new(write: W, left_max: usize) -> Turns<'a, W> {
        let state = Mutex::new(Turn { number: 0, failed: false, left: HashMap::new() });
        Turns { state, changed: Condvar::new(), write: Mutex::new(write), left_max }
    }

    fn lock(&self) -> MutexGuard<'_, Turn<'a, W>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lock_write(&self) -> MutexGuard<'_, W> {
        self.write.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until it is this piece's turn; `false` where another has failed.
    fn wait(&self, number: usize) -> bool {
        let not_yet = |turn: &mut Turn<'a, W>| turn.number < number && !turn.failed;
        !self.changed.wait_while(self.lock(), not_yet).unwrap_or_else(PoisonError::into_inner).failed
    }

    /// Whether this piece may write without waiting.
    pub fn has_come(&self, number: usize) -> bool {
        let turn = self.lock();
        turn.number >= number || turn.failed
    }

    /// Whether some piece has failed, so that what comes of the others is wanted no more.
    pub fn has_failed(&self) -> bool {
        self.lock().failed
    }

    /// Writes in this piece's turn, unless another piece has failed and nothing more is wanted.
    pub fn write(&self, number: usize, write: impl FnOnce(&mut W) -> Result<(), Error>) -> Result<(), Error> {
        if self.wait(number) { write(&mut self.lock_write()) } else { Ok(()) }
    }

    /// Writes the last of this piece and ends its turn. A turn that has not come is left to whoever ends the one before.
    pub fn end(&self, number: usize, last: impl FnOnce(&mut W) -> Result<(), Error> + Send + 'a) -> Result<(), Error> {
        let mut turn = self.lock();
        if turn.number < number && turn.left.len() < self.left_max {
            turn.left.insert(number, Box::new(last));
            return Ok(());
        }
        drop(turn);
        let mut next: Option<Last<'a, W>> = if self.wait(number) { Some(Box::new(last)) } else { None };
        while let Some(last) = next {
            let result = last(&mut self.lock_write());
            let mut turn = self.lock();
            turn.failed |= result.is_err();
            turn.number += 1;
            let number = turn.number;
            next = turn.left.remove(&number).filter(|_| !turn.failed);
            self.changed.notify_all();
            result?;
        }
        Ok(())
    }

    /// A piece has failed: nobody waits any longer.
    pub fn fail(&self) {
        self.lock().failed = true;
        self.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    #[test]
    fn what_is_left_to_others_is_written_in_its_turn() {
        let turns = Turns::new(Vec::new(), 2);
        let last = |number: usize| {
            move |written: &mut Vec<usize>| {
                written.push(number);
                Ok(())
            }
        };
        turns.end(2, last(2)).unwrap();
        turns.end(1, last(1)).unwrap();
        assert!(!turns.has_come(1) && turns.has_come(0));
        turns.write(0, last(10)).unwrap();
        turns.end(0, last(0)).unwrap();
        turns.end(3, last(3)).unwrap();
        assert_eq!(*turns.lock_write(), [10, 0, 1, 2, 3]);
    }

    #[test]
    fn nothing_is_written_after_a_failure() {
        let turns = Turns::new(0, 1);
        let count = |written: &mut usize| {
            *written += 1;
            Ok(())
        };
        turns.end(1, |_| Err(Error::new(ErrorKind::Output, "full"))).unwrap();
        assert!(!turns.has_failed());
        assert!(turns.end(0, count).is_err(), "of the piece that it ends too");
        assert!(turns.has_failed());
        turns.end(2, count).unwrap();
        turns.write(2, count).unwrap();
        assert_eq!(*turns.lock_write(), 1);
    }
}
