//! What the other directories have to say of a person's month.

use std::collections::BTreeMap;

use crate::period::Month;
use crate::person::Iin;

/// Sentences by person and month, of so many persons at most.
#[derive(Debug, Default)]
pub(super) struct About(BTreeMap<(Month, Iin), Vec<String>>);

/// Persons with something to look at.
pub(super) const PERSONS_MAX: usize = 5000;
/// Sentences of one.
const SENTENCES_MAX: usize = 40;

impl About {
    /// Adds a sentence, which is made only where there is room for it.
    pub fn add(&mut self, period: Month, iin: Iin, sentence: impl FnOnce() -> String) {
        let full = self.0.len() >= PERSONS_MAX;
        if full && !self.0.contains_key(&(period, iin)) {
            return;
        }
        let sentences = self.0.entry((period, iin)).or_default();
        if sentences.len() < SENTENCES_MAX {
            sentences.push(sentence());
        }
    }

    pub fn has(&self, period: Month, iin: Iin) -> bool {
        self.0.contains_key(&(period, iin))
    }

    pub fn of(&self, period: Month, iin: Iin) -> &[String] {
        self.0.get(&(period, iin)).map_or(&[], Vec::as_slice)
    }
}
