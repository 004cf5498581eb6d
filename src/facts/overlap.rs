//! Two different regimes of a contractor on one day.

use crate::facts::rows::ContractorRegime;
use crate::law::RegimeId;
use crate::period::Day;

/// The rows, by number, that share a day with a row of the same person and another regime.
pub(crate) fn overlapping(rows: &[ContractorRegime]) -> Vec<usize> {
    let from = |row: usize| rows[row].days.0.unwrap_or(Day::MIN);
    let to = |row: usize| rows[row].days.1.unwrap_or(Day::MAX);
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_unstable_by_key(|&row| (rows[row].iin, from(row)));
    let mut found = Vec::new();
    for person in order.chunk_by(|&a, &b| rows[a].iin == rows[b].iin) {
        // The latest last day so far, and the latest one of another regime than that one's.
        let mut reach = LatestByRegime::default();
        for &row in person {
            if reach.beside(rows[row].regime).is_some_and(|day| day >= from(row)) {
                found.push(row);
            }
            reach.add(rows[row].regime, to(row));
        }
        // The other way round: the earliest first day among the rows that begin later.
        let mut next: Option<(RegimeId, Day)> = None;
        let mut next_beside: Option<Day> = None;
        for &row in person.iter().rev() {
            let other = match next {
                Some((regime, day)) if regime != rows[row].regime => Some(day),
                _ => next_beside,
            };
            if other.is_some_and(|day| day <= to(row)) {
                found.push(row);
            }
            if let Some((regime, day)) = next
                && regime != rows[row].regime
            {
                next_beside = Some(day);
            }
            next = Some((rows[row].regime, from(row)));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The two latest days of different regimes.
#[derive(Default)]
struct LatestByRegime {
    first: Option<(RegimeId, Day)>,
    second: Option<(RegimeId, Day)>,
}

impl LatestByRegime {
    /// The latest day of any regime but this one.
    fn beside(&self, regime: RegimeId) -> Option<Day> {
        [self.first, self.second].into_iter().flatten().find(|&(other, _)| other != regime).map(|(_, day)| day)
    }

    fn add(&mut self, regime: RegimeId, day: Day) {
        let new = Some((regime, day));
        match self.first {
            Some((first, latest)) if first == regime => {
                if day > latest {
                    self.first = new;
                }
            }
            Some((_, latest)) if day <= latest => {
                if self.second.is_none_or(|(_, second)| day > second) {
                    self.second = new;
                }
            }
            _ => (self.first, self.second) = (new, self.first),
        }
    }
}
