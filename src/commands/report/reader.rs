//! Who a page is for: in which language it speaks, and what it shows of persons' numbers.

use crate::language::Language;
use crate::person::{Iin, without_any_iins, without_split_iins};
use crate::shown::{masked, plain, shown};

/// Who a page is for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader {
    pub language: Language,
    pub iins: Iins,
}

/// What a page shows of persons' numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Iins {
    Masked,
    Whole,
}

impl Iins {
    /// A number.
    pub fn person(self, iin: Iin) -> String {
        match self {
            Iins::Masked => iin.masked().to_string(),
            Iins::Whole => iin.to_string(),
        }
    }

    /// What stands where a number is expected and is none: something that is nearly one tells as much.
    pub fn no_person(self, text: &str) -> String {
        match self {
            Iins::Masked => masked(text),
            Iins::Whole => plain(text),
        }
    }

    /// A text of a file.
    pub fn text(self, text: &str) -> String {
        match self {
            Iins::Masked => plain(&without_any_iins(text)),
            Iins::Whole => plain(text),
        }
    }

    /// A sentence of the program.
    pub fn sentence(self, text: &str) -> String {
        match self {
            Iins::Masked => shown(&without_split_iins(text)),
            Iins::Whole => text.to_owned(),
        }
    }
}
