//! What stayed of the rows that the other side has of one key.

use std::collections::HashSet;

use crate::money::Tenge;
use crate::settlement::matching::{Status, Theirs};

/// The rows of one key, in the order in which they were given.
pub(super) struct Rows<'a, R> {
    rows: &'a [Theirs],
    /// What a row is known by on their side; empty where it has nothing.
    reference: R,
}

/// What became of them.
#[derive(Debug, Default)]
pub(super) struct Stayed {
    /// Accepted rows that money is left of, and those of 0.00 that nothing was set against; each with what is left.
    pub rows: Vec<Theirs>,
    /// Rows that repeat an earlier one of these, by number.
    pub repeated: Vec<u32>,
    /// Rows of each status that do not repeat another.
    pub rejected: u64,
    pub returned: u64,
    /// The last rejected and the last returned row.
    pub last_rejected: Option<Theirs>,
    pub last_returned: Option<Theirs>,
}

impl Stayed {
    /// Whether the other side says that something went back or was not taken, and no money stayed.
    pub fn is_nothing(&self) -> bool {
        self.rejected + self.returned > 0 && self.rows.iter().all(|row| row.amount == Tenge::ZERO)
    }
}

/// A row while returns are set against it.
struct Accepted {
    row: Theirs,
    left: Tenge,
    is_touched: bool,
}

impl<'a, 'r, R: Fn(u32) -> &'r str> Rows<'a, R> {
    pub fn new(rows: &'a [Theirs], reference: R) -> Rows<'a, R> {
        Rows { rows, reference }
    }

    /// What is left when every row counts once and every return is set against one accepted row.
    pub fn stayed(&self) -> Stayed {
        let mut stayed = Stayed::default();
        let mut seen = HashSet::new();
        let mut accepted = Vec::new();
        let mut returned = Vec::new();
        for row in self.rows {
            let reference = (self.reference)(row.row);
            if !reference.is_empty() && !seen.insert((reference, row.amount, row.status)) {
                stayed.repeated.push(row.row);
                continue;
            }
            match row.status {
                Status::Accepted => accepted.push(Accepted { row: *row, left: row.amount, is_touched: false }),
                Status::Rejected => {
                    stayed.rejected += 1;
                    stayed.last_rejected = Some(*row);
                }
                Status::Returned => {
                    stayed.returned += 1;
                    stayed.last_returned = Some(*row);
                    returned.push(*row);
                }
            }
        }
        for back in returned {
            if let Some(at) = self.answered(&accepted, &back)
                && let Some(found) = accepted.get_mut(at)
                && let Some(left) = found.left.checked_sub(back.amount)
            {
                found.left = left;
                found.is_touched = true;
            }
        }
        let stays = |accepted: &Accepted| accepted.left != Tenge::ZERO || !accepted.is_touched;
        stayed.rows = accepted
            .iter()
            .filter(|accepted| stays(accepted))
            .map(|accepted| Theirs { amount: accepted.left, ..accepted.row })
            .collect();
        stayed
    }

    /// The accepted row that this return is of: one with its reference wherever it stands, else one before it; the nearest
    /// with its amount goes before the nearest with a greater one. An amount below zero is the return of nothing.
    fn answered(&self, accepted: &[Accepted], back: &Theirs) -> Option<usize> {
        if back.amount < Tenge::ZERO {
            return None;
        }
        let before = accepted.partition_point(|accepted| accepted.row.row < back.row);
        let has_left = |&at: &usize| accepted.get(at).is_some_and(|accepted| accepted.left >= back.amount);
        let has_amount = |&at: &usize| accepted.get(at).is_some_and(|accepted| accepted.row.amount == back.amount);
        let reference = (self.reference)(back.row);
        let has_reference =
            |at: &usize| accepted.get(*at).is_some_and(|row| (self.reference)(row.row.row) == reference);
        let nearest = || (0..before).rev().filter(has_left);
        if !reference.is_empty() {
            let behind = || (before..accepted.len()).filter(has_left);
            let referenced = nearest().filter(has_reference).find(has_amount);
            let referenced = referenced.or_else(|| nearest().find(has_reference));
            let referenced = referenced.or_else(|| behind().filter(has_reference).find(has_amount));
            if let Some(at) = referenced.or_else(|| behind().find(has_reference)) {
                return Some(at);
            }
        }
        nearest().find(has_amount).or_else(|| nearest().next())
    }
}
