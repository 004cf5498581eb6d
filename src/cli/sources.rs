//! What a text of the command line cites: acts, addresses and notes, each once, by number.

use std::fmt::Write as _;

use crate::language::Language;
use crate::law::{Act, Citation, Note};

/// The sources of a text, numbered in the order in which they are named.
#[derive(Default)]
pub(crate) struct Sources<'a> {
    known: Vec<(Vec<&'a Act>, Option<&'a Note>)>,
}

impl<'a> Sources<'a> {
    /// The number of what is cited.
    pub fn number(&mut self, citation: &'a Citation) -> usize {
        let source = (citation.acts(), citation.note.as_ref());
        match self.known.iter().position(|known| *known == source) {
            Some(at) => at + 1,
            None => {
                self.known.push(source);
                self.known.len()
            }
        }
    }

    /// The sources as lines: title and address of each act, then the note.
    pub fn list(self, language: Language) -> String {
        let mut text = String::new();
        for (number, (acts, note)) in (1..).zip(self.known) {
            let mut before = format!("({number})");
            for act in acts {
                // Writing to a string cannot fail.
                let _ = writeln!(text, "  {before:<4} {}  {}", act.say(language), act.url);
                before.clear();
            }
            if let Some(note) = note {
                let _ = writeln!(text, "       {}", note.say(language));
            }
        }
        text
    }
}
