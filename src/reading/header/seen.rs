//! What was seen in a header.

use crate::language::Language;
use crate::shown::excerpt;
use crate::words::{Message, Value, say};

/// A sheet of a workbook that has cells and is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OtherSheet {
    pub name: String,
    pub is_hidden: bool,
}

/// The names of sheets as terminals show them, with those that are hidden marked.
pub(crate) fn listed<'s>(sheets: impl IntoIterator<Item = &'s OtherSheet>) -> Value {
    let sheets: Vec<_> =
        sheets.into_iter().map(|sheet| (format!("`{}`", excerpt(&sheet.name)), sheet.is_hidden)).collect();
    let in_language = |language| {
        let marked = |(name, is_hidden): &(String, bool)| match is_hidden {
            true => say!("sheet-hidden", sheet = name).say(language),
            false => name.clone(),
        };
        sheets.iter().map(marked).collect::<Vec<_>>().join(", ")
    };
    Value::Name(Language::ALL.map(in_language))
}

/// What the header of a file has beside the columns that are read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Headings that are not read, one without text by its number.
    pub unread: Vec<Message>,
    /// Headings that were mapped and are there, folded.
    pub mapped: Vec<String>,
    /// Of a workbook whose sheet nobody has named: the first sheet, which is hidden, and the one that is read.
    pub hidden: Option<[String; 2]>,
    /// Likewise the sheet that is read, and others that have cells.
    pub other_sheets: Option<(String, Vec<OtherSheet>)>,
    /// Headings of columns of a sheet that are hidden and read.
    pub hidden_columns: Vec<String>,
    /// The first row above a header with amounts that says thousands or millions, and its words for them.
    pub thousands: Option<(u64, String)>,
}

impl Seen {
    /// The headings that are not read, as terminals show them.
    pub fn unread_in(&self, language: Language) -> String {
        self.unread.iter().map(|heading| excerpt(&heading.say(language))).collect::<Vec<_>>().join(", ")
    }
}
