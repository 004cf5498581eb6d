//! The persons that the contractors files have.

use crate::facts::GROWN;
use crate::person::Iin;

/// The persons that the contractors files have.
#[derive(Debug, Default)]
pub(crate) struct ContractorSet {
    are_given: bool,
    iins: Vec<Iin>,
}

impl ContractorSet {
    /// Notes that there are contractors, be it none.
    pub fn give(&mut self) {
        self.are_given = true;
    }

    /// Takes a person.
    pub fn insert(&mut self, iin: Iin) {
        self.iins.push(iin);
    }

    /// Makes the persons ready to be looked up.
    pub fn sort(&mut self) {
        self.iins.sort_unstable();
        self.iins.dedup();
    }

    /// Whether contractors were given at all.
    pub fn are_given(&self) -> bool {
        self.are_given
    }

    /// Whether this person is among them.
    pub fn has(&self, iin: Iin) -> bool {
        self.iins.binary_search(&iin).is_ok()
    }

    /// Whether contractors were given and this person is not among them.
    pub fn lacks(&self, iin: Iin) -> bool {
        self.are_given && !self.has(iin)
    }

    pub fn bytes(&self) -> usize {
        GROWN * self.iins.len() * size_of::<Iin>()
    }
}
