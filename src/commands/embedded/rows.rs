//! Rows of tables of columns, and those of them that are rejected.

use crate::error::Error;
use crate::reading::columns::Columns;

/// A row that was rejected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectedRow {
    /// The number of its table, in the order in which they are given.
    pub table: usize,
    /// The number of the row, from 0.
    pub row: u64,
    /// The operation's id, where the row is one of operations.
    pub operation_id: Option<String>,
    /// The code.
    pub code: &'static str,
    /// The column at fault; empty where none is.
    pub field: String,
    /// The field as it stood.
    pub value: String,
    /// What is there and what is needed.
    pub message: String,
}

/// Hands on the next rows with their numbers; gives how many there are, and `None` at the end.
pub(super) fn next_rows<C: Columns>(
    columns: &C,
    mut each: impl FnMut(u64, &C::Row<'_>) -> Result<(), Error>,
) -> Result<Option<u64>, Error> {
    let Some(piece) = columns.next()? else { return Ok(None) };
    let (first, count) = columns.range(&piece);
    for (number, at) in (first..).zip(0..count) {
        each(number, &columns.row(&piece, at))?;
    }
    Ok(Some(count as u64))
}

/// Hands on every row with its number; gives how many there are.
pub(super) fn each_row<C: Columns>(
    columns: &C,
    mut each: impl FnMut(u64, &C::Row<'_>) -> Result<(), Error>,
) -> Result<u64, Error> {
    let mut rows = 0;
    while let Some(count) = next_rows(columns, &mut each)? {
        rows += count;
    }
    Ok(rows)
}
