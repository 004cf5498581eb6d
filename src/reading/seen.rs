//! What was seen in a header.

/// What the header of a file has beside the columns that are read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Headings that are not read, one without text by its number.
    pub unread: Vec<String>,
    /// Headings that were mapped and are there, folded.
    pub mapped: Vec<String>,
}
