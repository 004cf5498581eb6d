//! What stayed of the rows that the other side has of one key.

use std::collections::HashSet;
use std::ops::Range;

use crate::money::Tenge;
use crate::settlement::rows::{Status, Theirs};

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

impl<'a, 'r, R: Fn(u32) -> &'r str> Rows<'a, R> {
    pub fn new(rows: &'a [Theirs], reference: R) -> Rows<'a, R> {
        Rows { rows, reference }
    }

    /// What is left when every row counts once and every return is set against one accepted row.
    pub fn stayed(&self) -> Stayed {
        let mut stayed = Stayed::default();
        let mut seen = HashSet::new();
        let (mut accepted, mut returned) = (Vec::new(), Vec::new());
        for row in self.rows {
            let reference = (self.reference)(row.row);
            if !reference.is_empty() && !seen.insert((reference, row.amount, row.status)) {
                stayed.repeated.push(row.row);
                continue;
            }
            match row.status {
                Status::Accepted => accepted.push(*row),
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
        stayed.rows = if returned.is_empty() { accepted } else { self.less(accepted, &returned) };
        stayed
    }

    /// Accepted rows less what was returned of them; those of which nothing is left are left out.
    fn less(&self, mut accepted: Vec<Theirs>, returned: &[Theirs]) -> Vec<Theirs> {
        let places = accepted.iter().map(|row| ((self.reference)(row.row), row.amount, row.row)).collect();
        let mut left = Left::new(places);
        let mut is_touched = vec![false; accepted.len()];
        for back in returned {
            if let Some(at) = left.answered(((self.reference)(back.row), back.amount, back.row))
                && let (Some(row), Some(is_touched)) = (accepted.get_mut(at), is_touched.get_mut(at))
                && let Some(rest) = row.amount.checked_sub(back.amount)
            {
                row.amount = rest;
                left.set(at, rest);
                *is_touched = true;
            }
        }
        let stays = |(row, is_touched): (Theirs, bool)| (row.amount != Tenge::ZERO || !is_touched).then_some(row);
        accepted.into_iter().zip(is_touched).filter_map(stays).collect()
    }
}

/// Reference, amount and number of a row; of several an order has some alone, and nothing in place of the others.
type Place<'r> = (&'r str, Tenge, u32);

/// What is left of accepted rows, in each of the orders in which they are looked for: so that a return finds its row
/// among many in steps that hardly grow with them.
struct Left<'r> {
    by_number: Order<'r>,
    by_amount: Order<'r>,
    by_reference: Order<'r>,
    by_both: Order<'r>,
}

impl<'r> Left<'r> {
    /// Rows in the order of their numbers, of which nothing was returned yet.
    fn new(rows: Vec<Place<'r>>) -> Left<'r> {
        let order = |place: fn(Place<'r>) -> Place<'r>| Order::new(&rows, place);
        Left {
            by_number: order(|(_, _, number)| ("", Tenge::ZERO, number)),
            by_amount: order(|(_, amount, number)| ("", amount, number)),
            by_reference: order(|(reference, _, number)| (reference, Tenge::ZERO, number)),
            by_both: order(|place| place),
        }
    }

    fn set(&mut self, at: usize, left: Tenge) {
        let Left { by_number, by_amount, by_reference, by_both } = self;
        [by_number, by_amount, by_reference, by_both].into_iter().for_each(|order| order.set(at, left));
    }

    /// The accepted row that this return is of: one with its reference wherever it stands, else one before it; the nearest
    /// with its amount goes before the nearest with a greater one. An amount below zero is the return of nothing.
    fn answered(&self, (reference, amount, number): Place<'r>) -> Option<usize> {
        const ANY: Tenge = Tenge::ZERO;
        if amount < Tenge::ZERO {
            return None;
        }
        let before = |order: &Order<'r>, (reference, of)| {
            order.find((reference, of, 0)..(reference, of, number), amount, Nearest::Last)
        };
        let behind = |order: &Order<'r>, (reference, of)| {
            order.find((reference, of, number)..(reference, of, u32::MAX), amount, Nearest::First)
        };
        let referenced = || {
            before(&self.by_both, (reference, amount))
                .or_else(|| before(&self.by_reference, (reference, ANY)))
                .or_else(|| behind(&self.by_both, (reference, amount)))
                .or_else(|| behind(&self.by_reference, (reference, ANY)))
        };
        let found = if reference.is_empty() { None } else { referenced() };
        found.or_else(|| before(&self.by_amount, ("", amount))).or_else(|| before(&self.by_number, ("", ANY)))
    }
}

/// Which of several rows is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nearest {
    First,
    Last,
}

/// Rows in one order, under a tree of the most that is left of any row below a node.
struct Order<'r> {
    /// The places, sorted, each with the number that its row has among all.
    sorted: Vec<(Place<'r>, usize)>,
    /// Where each row stands in the order.
    stands: Vec<usize>,
    /// The root at 1, the leaves in the second half.
    most: Vec<Tenge>,
}

impl<'r> Order<'r> {
    fn new(rows: &[Place<'r>], place: fn(Place<'r>) -> Place<'r>) -> Order<'r> {
        let mut sorted: Vec<(Place<'r>, usize)> = rows.iter().map(|&row| place(row)).zip(0..).collect();
        sorted.sort_unstable();
        let mut stands = vec![0; rows.len()];
        for (stand, &(_, at)) in sorted.iter().enumerate() {
            stands[at] = stand;
        }
        let leaves = rows.len().next_power_of_two();
        let mut order = Order { sorted, stands, most: vec![Tenge::from_tiyn(i64::MIN); 2 * leaves] };
        for (at, &(_, amount, _)) in rows.iter().enumerate() {
            order.set(at, amount);
        }
        order
    }

    fn set(&mut self, at: usize, left: Tenge) {
        let mut node = self.most.len() / 2 + self.stands[at];
        self.most[node] = left;
        while node > 1 {
            node /= 2;
            self.most[node] = self.most[2 * node].max(self.most[2 * node + 1]);
        }
    }

    /// The first or last row of these places of which at least this amount is left.
    fn find(&self, places: Range<Place<'r>>, least: Tenge, nearest: Nearest) -> Option<usize> {
        let stand = |bound: Place<'r>| self.sorted.partition_point(|&(place, _)| place < bound);
        let stands = stand(places.start)..stand(places.end);
        let stand = self.below(1, 0..self.most.len() / 2, &stands, least, nearest)?;
        self.sorted.get(stand).map(|&(_, at)| at)
    }

    fn below(
        &self,
        node: usize,
        under: Range<usize>,
        stands: &Range<usize>,
        least: Tenge,
        nearest: Nearest,
    ) -> Option<usize> {
        if under.end <= stands.start || stands.end <= under.start || self.most[node] < least {
            return None;
        }
        if under.len() == 1 {
            return Some(under.start);
        }
        let middle = under.start + under.len() / 2;
        let left = || self.below(2 * node, under.start..middle, stands, least, nearest);
        let right = || self.below(2 * node + 1, middle..under.end, stands, least, nearest);
        match nearest {
            Nearest::First => left().or_else(right),
            Nearest::Last => right().or_else(left),
        }
    }
}
