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
    /// By the reason as it is held.
    said: HashMap<String, String, FixedHash>,
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
        self.of_held(&reason.held(), law).unwrap_or_default()
    }

    /// Why a row is not taken, by what [`Reason::held`] gave; `None` where it is no reason.
    pub fn of_held(&mut self, held: &str, law: &Law) -> Option<&str> {
        if !self.said.contains_key(held) {
            let sentence = Reason::of_held(held)?.message(law).say(self.language);
            if self.said.len() >= HELD_MAX {
                self.said.clear();
            }
            self.said.insert(held.to_owned(), sentence);
        }
        self.said.get(held).map(String::as_str)
    }
}
