//! What is expected of a file: a column, with everything that it may be called.

use crate::payment::Payment;
use crate::reading::header::headings::{Kind, fold, words};

/// A column that a file may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    /// The name in the contract.
    pub name: &'static str,
    pub required: bool,
    /// Headings under which it is found, folded.
    pub headings: Vec<String>,
    /// The first of them in each language, as people write it; the name where it has none.
    pub written: [String; 3],
    /// The one heading that was given in their place, as it was typed.
    pub mapped: Option<String>,
    /// Folded headings that are known to be meant for it.
    pub mistakes: Vec<String>,
    /// Whether a figure or a status rests on it where it is missing.
    pub bears: bool,
}

impl Column {
    /// A column that is found under its name alone.
    pub fn new(name: &'static str, required: bool) -> Column {
        Column {
            name,
            required,
            headings: vec![fold(name)],
            written: [name; 3].map(str::to_owned),
            mapped: None,
            mistakes: Vec::new(),
            bears: false,
        }
    }

    /// A heading of its own that was given to another of these columns of this kind of file, and the name of that.
    pub fn taken_by<'c>(&self, columns: &'c [Column], table: Kind) -> Option<(&'c str, &'static str)> {
        let own = &words(table, self.name).ok()?.headings;
        columns.iter().filter(|other| other.name != self.name).find_map(|other| {
            let heading = other.mapped.as_deref().filter(|heading| own.contains(&fold(heading)))?;
            Some((heading, other.name))
        })
    }

    /// Whether money stands in it.
    pub fn is_amount(&self) -> bool {
        is_amount(self.name)
    }

    /// What a missing one is called: by the heading that was given for it, else by its name, and by its heading in the
    /// language with this number.
    pub fn called(&self, language: usize) -> String {
        match (&self.mapped, &self.written[language]) {
            (Some(heading), _) => format!("`{heading}`"),
            (None, written) if written == self.name => format!("`{}`", self.name),
            (None, written) => format!("`{}` («{written}»)", self.name),
        }
    }
}

/// Whether money stands in the column of this name in the contract.
pub(crate) fn is_amount(name: &str) -> bool {
    matches!(name, "income" | "amount") || name.trim_end_matches("_penalty").parse::<Payment>().is_ok()
}
