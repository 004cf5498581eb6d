//! What there is to look at in a month of a person, and what is said of it on the card.

use std::collections::HashMap;

use crate::hash::FixedHash;
use crate::language::Language;
use crate::period::Month;
use crate::person::Iin;
use crate::run::files::{ADVICE, BREAKS, CORRECTIONS, LIMITS, PENALTIES, REGISTER, REJECTS, RETURNS};
use crate::words::say;

/// What there may be to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Finding {
    Exemption,
    Reject,
    Break,
    Penalty,
    Return,
    Correction,
    Advice,
    Limit,
}

impl Finding {
    pub const ALL: [Finding; 8] = [
        Finding::Exemption,
        Finding::Reject,
        Finding::Break,
        Finding::Penalty,
        Finding::Return,
        Finding::Correction,
        Finding::Advice,
        Finding::Limit,
    ];

    /// The file that has all of them.
    pub fn file(self) -> &'static str {
        match self {
            // Its notes say whose exemption was rejected.
            Finding::Exemption => REGISTER,
            Finding::Reject => REJECTS,
            Finding::Break => BREAKS,
            Finding::Penalty => PENALTIES,
            Finding::Return => RETURNS,
            Finding::Correction => CORRECTIONS,
            Finding::Advice => ADVICE,
            Finding::Limit => LIMITS,
        }
    }
}

/// The months of persons that the register has, with what was found of them.
#[derive(Debug)]
pub(super) struct About {
    found: HashMap<(Month, Iin), Vec<Found>, FixedHash>,
    /// Of how many more persons the sentences of each kind are kept.
    room: [usize; Finding::ALL.len()],
}

/// What was found of one kind.
#[derive(Debug)]
pub(super) struct Found {
    pub finding: Finding,
    count: u64,
    /// The first of them in words.
    sentences: Vec<String>,
    /// Whether there is room for them.
    is_kept: bool,
}

/// Sentences of one kind on a card: as many as there are payments, by two sides. The file has all.
const SENTENCES_MAX: usize = 10;

impl About {
    /// Of nobody yet; the sentences of a kind are kept of so many persons.
    pub fn with_room(persons: usize) -> About {
        About { found: HashMap::default(), room: [persons; Finding::ALL.len()] }
    }

    /// Adds a month of a person; false where it is known already.
    pub fn know(&mut self, period: Month, iin: Iin) -> bool {
        let known = self.found.len();
        self.found.entry((period, iin)).or_default();
        self.found.len() > known
    }

    /// Counts what was found of a month that the register has; the sentence is made only where there is room for it.
    pub fn add(&mut self, finding: Finding, (period, iin): (Month, Iin), sentence: impl FnOnce() -> String) {
        let Some(all) = self.found.get_mut(&(period, iin)) else { return };
        let at = all.iter().position(|found| found.finding == finding).unwrap_or_else(|| {
            let room = &mut self.room[finding as usize];
            all.push(Found { finding, count: 0, sentences: Vec::new(), is_kept: *room > 0 });
            *room = room.saturating_sub(1);
            all.len() - 1
        });
        let found = &mut all[at];
        found.count += 1;
        if found.is_kept && found.sentences.len() < SENTENCES_MAX {
            found.sentences.push(sentence());
        }
    }

    pub fn of(&self, period: Month, iin: Iin) -> &[Found] {
        self.found.get(&(period, iin)).map_or(&[], Vec::as_slice)
    }
}

impl Found {
    /// The sentences, and how many more there are.
    pub fn say(&self, language: Language) -> Vec<String> {
        let mut said = self.sentences.clone();
        let more = self.count - said.len() as u64;
        if more > 0 {
            said.push(say!("report-about-more", count = more, file = self.finding.file()).say_spaced(language));
        }
        said
    }
}
