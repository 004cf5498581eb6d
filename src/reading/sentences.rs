//! The sentences of reasons, as files of rejected rows have them.

use std::collections::HashMap;

use crate::hash::FixedHash;
use crate::language::Language;
use crate::law::Law;
use crate::reading::reasons::Reason;

/// Sentences that are held: rejected rows come in millions, and their reasons mostly are few.
const HELD_MAX: usize = 4096;

/// Says reasons in one language, each once.
#[derive(Debug)]
pub(crate) struct Sentences {
    language: Language,
    said: HashMap<Reason, String, FixedHash>,
}

impl Sentences {
    pub fn new(language: Language) -> Sentences {
        Sentences { language, said: HashMap::default() }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// Why a row is not taken.
    pub fn of(&mut self, reason: Reason, law: &Law) -> &str {
        if self.said.len() >= HELD_MAX && !self.said.contains_key(&reason) {
            self.said.clear();
        }
        self.said.entry(reason).or_insert_with(|| reason.message(law).say(self.language))
    }
}
