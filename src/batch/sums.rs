//! Sums of operations by person, month and step: all that a register needs where no line is asked for.

use std::path::Path;

use hashbrown::HashTable;

use crate::batch::hash_number;
use crate::batch::order::{PersonMonthKey, SumKey};
use crate::batch::sorter::Sorter;
use crate::error::Error;
use crate::money::Tenge;
use crate::withholding::tally::{overflow, sides};

/// Sums of the operations of one step of one person's month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StepSum {
    pub operations: u64,
    pub received: Tenge,
    pub given_back: Tenge,
}

impl StepSum {
    const BYTES: usize = 24;

    pub fn to_bytes(self) -> [u8; StepSum::BYTES] {
        let mut bytes = [0; StepSum::BYTES];
        let parts = [self.operations, self.received.tiyn() as u64, self.given_back.tiyn() as u64];
        for (place, part) in bytes.chunks_exact_mut(8).zip(parts) {
            place.copy_from_slice(&part.to_le_bytes());
        }
        bytes
    }

    pub fn from_bytes(bytes: &[u8]) -> StepSum {
        let part = |number: usize| {
            bytes
                .get(8 * number..8 * number + 8)
                .unwrap_or_default()
                .iter()
                .rev()
                .fold(0, |n, &byte| n << 8 | u64::from(byte))
        };
        StepSum {
            operations: part(0),
            received: Tenge::from_tiyn(part(1) as i64),
            given_back: Tenge::from_tiyn(part(2) as i64),
        }
    }
}

/// One worker's sums.
#[derive(Debug)]
pub(crate) struct Sums {
    table: HashTable<Entry>,
    /// Entries held before they are sorted away.
    entries_max: usize,
    sorter: Sorter,
}

/// 32 bytes, two to a cache line.
#[derive(Debug, Clone, Copy)]
struct Entry {
    person_month: u64,
    step: u32,
    operations: u32,
    received: i64,
    given_back: i64,
}

impl Entry {
    fn hash(&self) -> u64 {
        hash_number(self.person_month ^ u64::from(self.step) << 32)
    }
}

impl Sums {
    /// Sums that hold at most about `budget` bytes and write the rest under `dir`.
    pub fn new(budget: usize, dir: &Path) -> Sums {
        Sums {
            table: HashTable::new(),
            // The table grows by doubling and is never more than 7/8 full.
            entries_max: (budget / 2 / (4 * size_of::<Entry>())).max(64),
            sorter: Sorter::new(<[u8]>::cmp, budget / 2, dir),
        }
    }

    /// Counts one operation.
    ///
    /// # Errors
    /// Kind [`crate::ErrorKind::Overflow`] where a side of the sum does not fit.
    #[inline]
    pub fn add(&mut self, person_month: PersonMonthKey, step: u32, income: Tenge) -> Result<(), Error> {
        let (received, given_back) = sides(income);
        let new = Entry {
            person_month: person_month.number(),
            step,
            operations: 1,
            received: received.tiyn(),
            given_back: given_back.tiyn(),
        };
        match self.table.find_mut(new.hash(), |entry| entry.person_month == new.person_month && entry.step == step) {
            Some(entry) => {
                let added = (|| {
                    entry.operations = entry.operations.checked_add(1)?;
                    entry.received = entry.received.checked_add(new.received)?;
                    entry.given_back = entry.given_back.checked_add(new.given_back)?;
                    Some(())
                })();
                added.ok_or_else(|| person_month.named(overflow()))
            }
            None => {
                if self.table.len() >= self.entries_max {
                    self.sort_away()?;
                }
                self.table.insert_unique(new.hash(), new, Entry::hash);
                Ok(())
            }
        }
    }

    fn sort_away(&mut self) -> Result<(), Error> {
        for entry in self.table.drain() {
            let key = SumKey { person_month: PersonMonthKey::from_number(entry.person_month), step: entry.step };
            let sum = StepSum {
                operations: u64::from(entry.operations),
                received: Tenge::from_tiyn(entry.received),
                given_back: Tenge::from_tiyn(entry.given_back),
            };
            self.sorter.push(key.number(), &[&sum.to_bytes()])?;
        }
        Ok(())
    }

    /// All sums by [`SumKey`]; several records may have one key.
    pub fn finish(mut self) -> Result<Sorter, Error> {
        self.sort_away()?;
        Ok(self.sorter)
    }
}
