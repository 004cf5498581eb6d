//! Which sheet of a workbook is meant.

/// Which sheet is meant.
#[derive(Debug, Clone, Copy)]
pub(crate) enum WantedSheet<'a> {
    /// The first that is not hidden.
    First,
    Named(&'a str),
    /// As an earlier run has named its input: the sheet behind `#`, if the workbook has one of that name, else the first.
    OfInput(&'a str),
}
