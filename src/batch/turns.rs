//! Work that is done in any order on several threads and written in one order.

use std::collections::HashMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::error::Error;

/// Pieces with numbers from 0 take turns at writing, so that everything is written in order.
pub(crate) struct Turns<'a, W> {
    state: Mutex<Turn<'a, W>>,
    changed: Condvar,
    /// Pieces that may be left to be written by others.
    left_max: usize,
}

struct Turn<'a, W> {
    number: usize,
    failed: bool,
    write: W,
    left: HashMap<usize, Last<'a, W>>,
}

/// The last that a piece has to write.
type Last<'a, W> = Box<dyn FnOnce(&mut W) -> Result<(), Error> + Send + 'a>;

impl<'a, W> Turns<'a, W> {
    /// Turns of which at most so many may be left to others before they have come.
    pub fn new(write: W, left_max: usize) -> Turns<'a, W> {
        let state = Mutex::new(Turn { number: 0, failed: false, write, left: HashMap::new() });
        Turns { state, changed: Condvar::new(), left_max }
    }

    fn lock(&self) -> MutexGuard<'_, Turn<'a, W>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until it is this piece's turn.
    fn wait(&self, number: usize) -> MutexGuard<'_, Turn<'a, W>> {
        let not_yet = |turn: &mut Turn<'a, W>| turn.number < number && !turn.failed;
        self.changed.wait_while(self.lock(), not_yet).unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether this piece may write without waiting.
    #[cfg(feature = "cli")]
    pub fn has_come(&self, number: usize) -> bool {
        let turn = self.lock();
        turn.number >= number || turn.failed
    }

    /// Writes in this piece's turn, unless another piece has failed and nothing more is wanted.
    pub fn write(&self, number: usize, write: impl FnOnce(&mut W) -> Result<(), Error>) -> Result<(), Error> {
        let mut turn = self.wait(number);
        if turn.failed { Ok(()) } else { write(&mut turn.write) }
    }

    /// Writes the last of this piece and ends its turn. A turn that has not come is left to whoever ends the one before.
    pub fn end(&self, number: usize, last: impl FnOnce(&mut W) -> Result<(), Error> + Send + 'a) -> Result<(), Error> {
        let mut turn = self.lock();
        if turn.number < number && turn.left.len() < self.left_max {
            turn.left.insert(number, Box::new(last));
            return Ok(());
        }
        drop(turn);
        let mut turn = self.wait(number);
        let mut next: Option<Last<'a, W>> = Some(Box::new(last));
        while let Some(last) = next.take().filter(|_| !turn.failed) {
            let Turn { number, failed, write, left } = &mut *turn;
            let result = last(write);
            *failed = result.is_err();
            *number += 1;
            next = left.remove(number);
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
#[cfg(feature = "cli")]
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
        assert_eq!(turns.lock().write, [10, 0, 1, 2, 3]);
    }

    #[test]
    fn nothing_is_written_after_a_failure() {
        let turns = Turns::new(0, 1);
        let count = |written: &mut usize| {
            *written += 1;
            Ok(())
        };
        turns.end(1, |_| Err(Error::new(ErrorKind::Output, "full"))).unwrap();
        assert!(turns.end(0, count).is_err(), "of the piece that it ends too");
        turns.end(2, count).unwrap();
        turns.write(2, count).unwrap();
        assert_eq!(turns.lock().write, 1);
    }
}
