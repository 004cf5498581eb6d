//! What a cell is read as in a column where its number is not its text.

use crate::period::Day;
use crate::reading::encoding::{CELL_ERROR, CELL_FORMS, MARK};
use crate::reading::workbook::cells::{Cell, CellKind, SheetRow};
use crate::reading::workbook::numbers::percent;

/// How a number or a day in a column is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    AsItStands,
    /// The same, of an operation's id: a day there is what a spreadsheet has made of it.
    Id,
    /// So many digits, of which a number has lost the zeros in front.
    Digits(usize),
    /// A day is its month.
    Month,
    /// A share that is shown as per cent is per cent.
    Percent,
}

/// Divides the fields of a row: no text in XML has this character, but for an escape of spreadsheets.
pub(crate) const DELIMITER: u8 = 0x1f;

impl Form {
    /// The form of a column.
    pub fn of(column: &str) -> Form {
        match column {
            "operation_id" => Form::Id,
            "iin" => Form::Digits(12),
            "knp" => Form::Digits(3),
            "period" => Form::Month,
            "rate" => Form::Percent,
            _ => Form::AsItStands,
        }
    }

    /// Appends the cell as a field; tells whether it had to be quoted.
    pub fn write(self, cell: &Cell, row: &SheetRow, out: &mut Vec<u8>) -> bool {
        let text = row.text(cell);
        match (cell.kind, self) {
            (CellKind::Error | CellKind::Unstored, _) => plain(&[CELL_ERROR], text, out),
            (CellKind::Number | CellKind::Percent, Form::Digits(count)) if text.len() < count && is_digits(text) => {
                both(&format!("{text:0>count$}"), text, out)
            }
            (CellKind::Percent, Form::Percent) => both(&percent(text), text, out),
            (CellKind::Day(day), Form::Month) => both(&month(day), text, out),
            (CellKind::Text | CellKind::Day(_), _) => plain(&[], text, out),
            (CellKind::Number | CellKind::Percent, _) => {
                out.extend_from_slice(text.as_bytes());
                false
            }
        }
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn month(day: Day) -> String {
    day.month().to_string()
}

/// What is read, and what is shown where the row is not taken.
fn both(read: &str, shown: &str, out: &mut Vec<u8>) -> bool {
    out.push(CELL_FORMS);
    out.extend_from_slice(read.as_bytes());
    out.push(CELL_FORMS);
    out.extend_from_slice(shown.as_bytes());
    false
}

/// The text behind a mark, as one field whatever stands in it.
fn plain(mark: &[u8], text: &str, out: &mut Vec<u8>) -> bool {
    let bytes = text.as_bytes();
    // A mark in front of a record is none of it where a file is text, and before a quote it would open a field.
    let opens = bytes.starts_with(b"\"") || bytes.starts_with(MARK);
    if !opens && !bytes.iter().any(|byte| matches!(byte, b'\n' | b'\r' | &DELIMITER)) {
        out.extend_from_slice(mark);
        out.extend_from_slice(bytes);
        return false;
    }
    out.push(b'"');
    out.extend_from_slice(mark);
    for &byte in bytes {
        out.push(byte);
        if byte == b'"' {
            out.push(b'"');
        }
    }
    out.push(b'"');
    true
}
