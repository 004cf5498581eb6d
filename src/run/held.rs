//! Whether the parts of a state hold each other: digests tell of damage, not of what somebody wrote.

use std::collections::HashSet;

use crate::batch::earlier::Earlier;
use crate::batch::ids::suspects::IdHash;
use crate::error::Error;
use crate::hash::{FixedHash, hash_bytes, hash_number};
use crate::law::RegimeId;
use crate::period::Day;
use crate::withholding::order::PersonMonthKey;
use crate::withholding::tally::sides;

/// Operations, income received and income given back, each weighed by whose they are: in whatever order they come, the same
/// where they are the same of each person, month and regime.
#[derive(Default, PartialEq, Eq)]
struct Weighed([u64; 3]);

impl Weighed {
    fn add(&mut self, key: PersonMonthKey, regime: RegimeId, numbers: [u64; 3]) {
        let weight = hash_number(hash_number(key.number()) ^ u64::from(regime.0));
        for (sum, number) in self.0.iter_mut().zip(numbers) {
            *sum = sum.wrapping_add(weight.wrapping_mul(number));
        }
    }
}

/// Operations with which limits are exceeded, told apart in the same way: they stand by regime in a state, and not in the
/// limits.
#[derive(Default, PartialEq, Eq)]
pub(crate) struct WeighedCrossings(u64);

impl WeighedCrossings {
    pub fn add(&mut self, key: PersonMonthKey, on: Day, by: &str) {
        let of_month = hash_number(hash_number(key.number()) ^ u64::from(on.number()));
        self.0 = self.0.wrapping_add(hash_number(of_month ^ hash_bytes(by.as_bytes())));
    }
}

/// That each operation stands once, in the partition of its id, and that the months come to the operations.
///
/// # Errors
/// Kind [`crate::error::ErrorKind::Record`] where they do not; kind [`crate::error::ErrorKind::Input`] where a file cannot be
/// read.
pub(crate) fn operations_are_of_months(earlier: &Earlier) -> Result<(), Error> {
    let partitions = earlier.partitions();
    let weighed = weighed(earlier, |buffer| partitions.take(buffer)).map_err(|error| partitions.blamed(error))?;
    let mut of_months = Weighed::default();
    let mut months = earlier.all_months();
    while let Some((key, (row, _))) = months.row()? {
        let sides = [row.tally.received(), row.tally.given_back()].map(|side| side.tiyn() as u64);
        of_months.add(key, row.regime, [row.tally.operations, sides[0], sides[1]]);
    }
    if weighed == of_months { Ok(()) } else { Err(earlier.damaged("operations.bin")) }
}

fn weighed(
    earlier: &Earlier,
    mut take: impl FnMut(&mut Vec<u8>) -> Result<Option<usize>, Error>,
) -> Result<Weighed, Error> {
    let mut weighed = Weighed::default();
    let mut buffer = Vec::new();
    while let Some(partition) = take(&mut buffer)? {
        let mut ids: HashSet<&[u8], FixedHash> = HashSet::default();
        let mut operations = earlier.operations(&buffer);
        while let Some(kept) = operations.next()? {
            if IdHash::of(kept.id).partition() != partition || !ids.insert(kept.id) {
                return Err(kept.damaged());
            }
            let (operation, regime) = kept.whole()?;
            let (received, given_back) = sides(operation.income);
            let key = PersonMonthKey::new(operation.effective_on().month(), operation.iin);
            weighed.add(key, regime, [1, received.tiyn() as u64, given_back.tiyn() as u64]);
        }
    }
    Ok(weighed)
}
