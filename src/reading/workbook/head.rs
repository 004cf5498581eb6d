//! What the elements of a sheet say before their values: which row, column or cell each is, and how it is stored.

use quick_xml::events::BytesStart;

use crate::error::Error;
use crate::reading::letters::letters;
use crate::reading::workbook::package::damaged;
use crate::reading::workbook::xml::{attribute, ill_formed, is_set, is_yes};
use crate::words::say;

/// Rows and columns that a sheet has at most.
const ROWS_MAX: u64 = 1 << 20;
const COLUMNS_MAX: usize = 1 << 14;

/// How a cell says what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stored {
    /// The number of a shared text.
    Shared,
    Text,
    Number,
    Boolean,
    Error,
    /// A day as text.
    Day,
}

/// What the element of a cell says before its value.
pub(super) struct CellHead {
    pub column: usize,
    pub style: usize,
    pub stored: Stored,
}

impl CellHead {
    /// The head of this cell in this row; where it does not say its column it is the next.
    pub fn of(element: &BytesStart<'_>, (next_column, row): (usize, u64)) -> Result<CellHead, Error> {
        let mut head = CellHead { column: next_column, style: 0, stored: Stored::Number };
        let mut is_known = true;
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| ill_formed())?;
            let value = &*attribute.value;
            match attribute.key.as_ref() {
                "r" => {
                    let place = place(value).filter(|&(_, of)| of == row);
                    head.column = place.ok_or_else(|| damaged(say!("workbook-no-cell")))?.0;
                }
                "s" => match value.parse() {
                    Ok(style) => head.style = style,
                    Err(_) => is_known = false,
                },
                "t" => {
                    head.stored = match value {
                        "s" => Stored::Shared,
                        "str" | "inlineStr" => Stored::Text,
                        "n" => Stored::Number,
                        "b" => Stored::Boolean,
                        "e" => Stored::Error,
                        "d" => Stored::Day,
                        _ => {
                            is_known = false;
                            head.stored
                        }
                    }
                }
                _ => {}
            }
        }
        if head.column < next_column {
            return Err(damaged(say!("workbook-cells-order")));
        }
        if !is_known {
            return Err(damaged(say!("workbook-cell-kind", column = letters(head.column + 1))));
        }
        Ok(head)
    }
}

/// The number of a row, where it does not say it the next, and whether it is hidden.
pub(super) fn row_head(element: &BytesStart<'_>, before: u64) -> Result<(u64, bool), Error> {
    let (mut number, mut is_hidden) = (before + 1, false);
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| ill_formed())?;
        let value = &*attribute.value;
        match attribute.key.as_ref() {
            "r" => number = value.parse().map_err(|_| damaged(say!("workbook-rows-order")))?,
            "hidden" => is_hidden = is_yes(value),
            _ => {}
        }
    }
    if number <= before || number > ROWS_MAX {
        return Err(damaged(say!("workbook-rows-order")));
    }
    Ok((number, is_hidden))
}

/// Remembers the columns of this element, counted from 1 there, where they are hidden.
pub(super) fn hide(element: &BytesStart<'_>, hidden: &mut Vec<bool>) -> Result<(), Error> {
    let end = |name| Ok::<_, Error>(attribute(element, name)?.and_then(|number| number.parse::<usize>().ok()));
    let (Some(first), Some(last)) = (end("min")?, end("max")?) else { return Ok(()) };
    if is_set(element, "hidden")? && (1..=last).contains(&first) && last <= COLUMNS_MAX {
        hidden.resize(hidden.len().max(last), false);
        hidden[first - 1..last].fill(true);
    }
    Ok(())
}

/// Remembers by column down to which row a formula is, where it is one for several cells.
pub(super) fn of_several(formula: &BytesStart<'_>, until: &mut Vec<u64>) -> Result<(), Error> {
    let (mut is_of_several, mut area) = (false, None);
    for attribute in formula.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| ill_formed())?;
        match attribute.key.as_ref() {
            // Of a formula that is shared each cell has its own.
            "t" => is_of_several = matches!(&*attribute.value, "array" | "dataTable"),
            "ref" => {
                area = attribute.value.split_once(':').and_then(|(first, last)| Some((place(first)?, place(last)?)))
            }
            _ => {}
        }
    }
    if let Some(((first, _), (last, row))) = area.filter(|_| is_of_several) {
        until.resize(until.len().max(last + 1), 0);
        for column in until.get_mut(first..=last).unwrap_or_default() {
            *column = row.max(*column);
        }
    }
    Ok(())
}

/// The column of a cell such as `AB12`, counted from 0, and its row, counted from 1.
pub(super) fn place(cell: &str) -> Option<(usize, u64)> {
    let (letters, row) = cell.split_at(cell.find(|letter: char| letter.is_ascii_digit())?);
    if !(1..=3).contains(&letters.len()) {
        return None;
    }
    let number = letters.bytes().try_fold(0, |number, letter| {
        let place = letter.to_ascii_uppercase().checked_sub(b'A').filter(|place| *place < 26)?;
        Some(number * 26 + usize::from(place) + 1)
    })?;
    (number <= COLUMNS_MAX).then_some(number - 1).zip(row.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_by_columns_and_rows() {
        for (cell, expected) in
            [("A1", (0, 1)), ("Z9", (25, 9)), ("AA10", (26, 10)), ("xfd1048576", (16383, 1_048_576))]
        {
            assert_eq!(place(cell), Some(expected), "{cell}");
        }
        let many = "Q".repeat(40) + "1";
        for cell in ["", "1", "A", "Ж1", "A1B", "ABCD1", "XFE1", "A-1", "A18446744073709551616", &many] {
            assert_eq!(place(cell), None, "{cell}");
        }
    }
}
