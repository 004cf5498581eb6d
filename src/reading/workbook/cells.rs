//! The cells of a sheet, row by row, each as the text that it comes to.

use std::ops::Range;

use quick_xml::events::Event;

use crate::error::{Error, ErrorKind};
use crate::period::Day;
use crate::reading::encoding::CELL_FORMULA;
use crate::reading::letters::letters;
use crate::reading::rows::RECORD_BYTES_MAX;
use crate::reading::workbook::head::{CellHead, Stored, hide, of_several, place, row_head};
use crate::reading::workbook::numbers::{Shown, is_zero, moment, shortest};
use crate::reading::workbook::package::{Part, damaged};
use crate::reading::workbook::strings::Strings;
use crate::reading::workbook::xml::{Xml, append, attribute, is_set, unescape};
use crate::words::say;

/// What a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellKind {
    Text,
    Number,
    /// A number that is shown as per cent.
    Percent,
    Day(Day),
    Error,
    /// A formula whose value is not stored. Where its column is not read it is no cell.
    Unstored,
}

/// A cell that is not empty.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// Counted from 0.
    pub column: usize,
    pub kind: CellKind,
    /// Where it stands in the text of the row.
    text: Range<usize>,
}

/// A row of a sheet with the cells that are not empty, from left to right.
#[derive(Debug, Default)]
pub(super) struct SheetRow {
    /// Counted from 1, as the spreadsheet does.
    pub number: u64,
    pub is_hidden: bool,
    pub cells: Vec<Cell>,
    text: String,
}

impl SheetRow {
    /// The text of a cell: of a number its shortest form, of a day that with its time.
    pub fn text(&self, cell: &Cell) -> &str {
        &self.text[cell.text.clone()]
    }

    /// Appends to the text of the row, which may be as long as a record.
    fn push(&mut self, text: &str) -> Result<(), Error> {
        if self.text.len() + text.len() > RECORD_BYTES_MAX {
            return Err(long_row());
        }
        self.text.push_str(text);
        Ok(())
    }

    /// Adds a formula whose value is not stored.
    fn formula(&mut self, column: usize) {
        let start = self.text.len();
        self.text.push(char::from(CELL_FORMULA));
        self.cells.push(Cell { column, kind: CellKind::Unstored, text: start..self.text.len() });
    }

    fn begin(&mut self, (number, is_hidden): (u64, bool)) {
        (self.number, self.is_hidden) = (number, is_hidden);
        self.cells.clear();
        self.text.clear();
    }
}

/// The cells of a sheet, read once.
pub(super) struct Cells {
    xml: Xml,
    strings: Strings,
    shown: Vec<Shown>,
    /// By column whether it is hidden.
    hidden: Vec<bool>,
    is_1904: bool,
    /// The number of the row read last.
    row: u64,
    /// That of the last row with something in it.
    filled: u64,
    is_at_end: bool,
    /// Whether formulas come to something only when the workbook is opened: what is stored may be the zero that stands for
    /// that.
    is_to_compute: bool,
    /// By column the last row of a formula whose cells are several.
    formulas_until: Vec<u64>,
    /// The first row with a formula, in a column that is read, whose value would be none if they came to something only when
    /// the workbook is opened: the sheet says so behind its cells.
    uncomputed: Option<u64>,
    /// The row of the header, and by column whether it is read.
    header: (u64, Vec<bool>),
    /// What stands in a cell before it is known what it comes to.
    value: String,
    number: Vec<u8>,
}

pub(super) fn long_row() -> Error {
    Error::new(ErrorKind::Input, say!("workbook-long-row"))
}

/// Whether a sheet has a cell with something in it, as far as it can be read: where that is not known within so many bytes,
/// it may have one.
pub fn has_values(part: Part, left: &mut usize) -> bool {
    let mut xml = Xml::within(part, *left);
    let has = loop {
        match xml.next() {
            // A cell that has but a form is empty.
            Ok(Event::Start(element)) if element.local_name().as_ref() == "c" => break true,
            Ok(Event::End(element)) if element.local_name().as_ref() == "sheetData" => break false,
            Ok(Event::Eof) => break false,
            Err(_) => break xml.left_in_all() == 0,
            Ok(_) => {}
        }
    };
    *left = xml.left_in_all();
    has
}

impl Cells {
    /// The cells of this part.
    ///
    /// # Errors
    /// Kind [`crate::error::ErrorKind::Input`] where it is no sheet of cells.
    pub fn new(
        part: Part,
        strings: Strings,
        shown: Vec<Shown>,
        (is_1904, is_to_compute): (bool, bool),
    ) -> Result<Cells, Error> {
        let (mut xml, mut hidden) = (Xml::new(part), Vec::new());
        let is_at_end = loop {
            match xml.next()? {
                Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == "col" => {
                    hide(&element, &mut hidden)?;
                }
                Event::Start(element) if element.local_name().as_ref() == "sheetData" => break false,
                Event::Empty(element) if element.local_name().as_ref() == "sheetData" => break true,
                Event::Eof => return Err(damaged(say!("workbook-no-cells"))),
                _ => {}
            }
        };
        let (formulas_until, uncomputed, header, value, number) = Default::default();
        let (row, filled) = (0, 0);
        let mut cells = Cells {
            xml,
            strings,
            shown,
            hidden,
            is_1904,
            row,
            filled,
            is_at_end,
            is_to_compute,
            formulas_until,
            uncomputed,
            header,
            value,
            number,
        };
        // A row or a cell of another namespace is none, and would be missed.
        cells.xml.own_alone(!is_at_end);
        if is_at_end {
            cells.xml.finish()?;
        }
        Ok(cells)
    }

    /// Reads the next row that the sheet has; `false` at its end. Rows in which nothing stands may be left out.
    ///
    /// # Errors
    /// Kind [`crate::error::ErrorKind::Input`] where the sheet is damaged.
    pub fn read(&mut self, row: &mut SheetRow) -> Result<bool, Error> {
        while !self.is_at_end {
            match self.xml.next()? {
                Event::Start(element) if element.local_name().as_ref() == "row" => {
                    let head = row_head(&element, self.row)?;
                    self.row = head.0;
                    row.begin(head);
                    self.row(row).map_err(|error| error.at_line(row.number))?;
                    if !row.cells.is_empty() {
                        self.filled = row.number;
                    }
                    return Ok(true);
                }
                Event::Empty(element) if element.local_name().as_ref() == "row" => {
                    self.row = row_head(&element, self.row)?.0;
                }
                Event::End(element) if element.local_name().as_ref() == "sheetData" => {
                    self.is_at_end = true;
                    self.xml.own_alone(false);
                    self.look_behind()?;
                    self.xml.finish()?;
                }
                Event::Eof => return Err(damaged(say!("workbook-ends"))),
                _ => {}
            }
        }
        Ok(false)
    }

    /// Whether a column is hidden.
    pub fn is_hidden(&self, column: usize) -> bool {
        self.hidden.get(column) == Some(&true)
    }

    /// Says in which row the header stands, and by column whether it is read.
    pub fn below(&mut self, header: u64, is_read: Vec<bool>) {
        self.header = (header, is_read);
    }

    /// Refuses what was read of the sheet where it says behind its cells that it means something else, in columns that are
    /// read: zeros of formulas that come to something only when it is opened, and cells below the header that are merged over
    /// several rows, which are meant for each of the rows and stored in the first. A heading may be two rows high, and so may
    /// the place for a signature below all rows.
    fn look_behind(&mut self) -> Result<(), Error> {
        let (header, is_read) = &self.header;
        loop {
            match self.xml.next()? {
                Event::End(element) if matches!(element.local_name().as_ref(), "mergeCells" | "worksheet") => {
                    return Ok(());
                }
                Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                    "sheetCalcPr" => {
                        let is_to_compute = is_set(&element, "fullCalcOnLoad")?;
                        if let Some(row) = self.uncomputed.filter(|_| is_to_compute) {
                            let error = Error::new(ErrorKind::Input, say!("workbook-uncomputed"));
                            return Err(error.at_line(row).with_hint(say!("workbook-uncomputed-hint")));
                        }
                    }
                    "mergeCell" => {
                        let area = attribute(&element, "ref")?.unwrap_or_default();
                        let places = area.split_once(':').and_then(|(from, to)| place(from).zip(place(to)));
                        let Some(((first, from), (last, to))) = places else { continue };
                        let is_meant = is_read.get(first..=last.min(is_read.len().saturating_sub(1)));
                        let is_below = from > *header && from <= self.filled;
                        if to > from && is_below && is_meant.is_some_and(|read| read.contains(&true)) {
                            let error = Error::new(ErrorKind::Input, say!("workbook-merged", cells = area));
                            return Err(error.at_line(from).with_hint(say!("workbook-merged-hint")));
                        }
                    }
                    // What follows on merged cells, by the order of ECMA-376, part 1, 18.3.1.99.
                    "phoneticPr"
                    | "conditionalFormatting"
                    | "dataValidations"
                    | "hyperlinks"
                    | "printOptions"
                    | "pageMargins"
                    | "pageSetup"
                    | "headerFooter"
                    | "rowBreaks"
                    | "colBreaks"
                    | "ignoredErrors"
                    | "drawing"
                    | "legacyDrawing"
                    | "tableParts" => return Ok(()),
                    _ => {}
                },
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// Reads the cells of a row up to its end.
    fn row(&mut self, row: &mut SheetRow) -> Result<(), Error> {
        let mut next_column = 0;
        loop {
            match self.xml.next()? {
                Event::Start(element) if element.local_name().as_ref() == "c" => {
                    let head = CellHead::of(&element, (next_column, row.number))?;
                    next_column = head.column + 1;
                    self.value.clear();
                    let has = self.read_value(head.column)?;
                    if self.lacks_value(&head, has, self.is_to_compute) {
                        row.formula(head.column);
                    } else {
                        if self.uncomputed.is_none() && self.is_read(head.column) && self.lacks_value(&head, has, true)
                        {
                            self.uncomputed = Some(self.row);
                        }
                        self.take(&head, row)?;
                    }
                }
                Event::Empty(element) if element.local_name().as_ref() == "c" => {
                    next_column = CellHead::of(&element, (next_column, row.number))?.column + 1;
                }
                Event::End(element) if element.local_name().as_ref() == "row" => return Ok(()),
                Event::Eof => return Err(damaged(say!("workbook-ends"))),
                _ => {}
            }
        }
    }

    /// Whether the column is read and the row is below the header.
    fn is_read(&self, column: usize) -> bool {
        let (header, is_read) = &self.header;
        self.row > *header && is_read.get(column) == Some(&true)
    }

    /// Whether the cell is a formula whose value is not stored; where formulas are to be computed a zero is none.
    fn lacks_value(&self, head: &CellHead, has: Has, is_to_compute: bool) -> bool {
        // Where nothing is left to compute, each cell is what is stored in it.
        let is_of_several =
            || is_to_compute && self.formulas_until.get(head.column).is_some_and(|&until| self.row <= until);
        if !has.formula && !is_of_several() {
            return false;
        }
        let value = self.value.trim_matches([' ', '\n', '\r', '\t']);
        match head.stored {
            // A text of no letters is a value.
            Stored::Text => !has.value,
            Stored::Number => value.is_empty() || is_to_compute && is_zero(value),
            Stored::Shared | Stored::Boolean | Stored::Day => value.is_empty(),
            Stored::Error => false,
        }
    }

    /// Reads what stands in a cell up to its end: the value, not the formula that made it.
    fn read_value(&mut self, column: usize) -> Result<Has, Error> {
        let mut has = Has::default();
        let mut is_value = false;
        // Whether the value is one that no text of the cell goes on.
        let mut is_whole = false;
        loop {
            let event = self.xml.next()?;
            if let Event::Start(element) | Event::Empty(element) = &event {
                match element.local_name().as_ref() {
                    _ if is_value => return several(column),
                    "v" if !self.value.is_empty() => return several(column),
                    "t" if is_whole => return several(column),
                    "f" => {
                        has.formula = true;
                        of_several(element, &mut self.formulas_until)?;
                    }
                    "v" | "t" => has.value = true,
                    _ => {}
                }
            }
            match &event {
                Event::Start(element) if matches!(element.local_name().as_ref(), "v" | "t") => is_value = true,
                Event::End(element) => match element.local_name().as_ref() {
                    "v" => (is_value, is_whole) = (false, !self.value.is_empty()),
                    "t" => is_value = false,
                    "c" => return Ok(has),
                    _ => {}
                },
                Event::Eof => return Err(damaged(say!("workbook-ends"))),
                // So comes what is passed over.
                Event::Comment(_) if is_value => return several(column),
                event if is_value => {
                    append(event, &mut self.value)?;
                    if self.value.len() > RECORD_BYTES_MAX {
                        return Err(long_row());
                    }
                }
                _ => {}
            }
        }
    }

    /// Adds the cell to the row unless it is empty.
    fn take(&mut self, head: &CellHead, row: &mut SheetRow) -> Result<(), Error> {
        let start = row.text.len();
        let mut kind = CellKind::Text;
        let trimmed = self.value.trim_matches([' ', '\n', '\r', '\t']);
        match head.stored {
            Stored::Shared if trimmed.is_empty() => {}
            Stored::Shared => {
                let text = trimmed.parse().ok().and_then(|number| self.strings.get(number));
                row.push(text.ok_or_else(|| damaged(say!("workbook-no-text", column = letters(head.column + 1))))?)?;
            }
            Stored::Text => {
                row.push(&self.value)?;
                unescape(&mut row.text, start);
            }
            Stored::Number if trimmed.is_empty() => {}
            Stored::Number => kind = self.take_number(head, row)?,
            Stored::Boolean if trimmed.is_empty() => {}
            Stored::Boolean => row.push(if matches!(trimmed, "1" | "true") { "TRUE" } else { "FALSE" })?,
            Stored::Error => {
                row.push(if trimmed.is_empty() { "#N/A" } else { trimmed })?;
                kind = CellKind::Error;
            }
            Stored::Day => {
                let (day, time) = shown_day(trimmed);
                row.push(day)?;
                for piece in time.into_iter().flatten() {
                    row.push(piece)?;
                }
                kind = Day::parse(&row.text.as_bytes()[start..]).map_or(CellKind::Text, CellKind::Day);
            }
        }
        if row.text.len() > start {
            row.cells.push(Cell { column: head.column, kind, text: start..row.text.len() });
        }
        Ok(())
    }

    fn take_number(&mut self, head: &CellHead, row: &mut SheetRow) -> Result<CellKind, Error> {
        self.number.clear();
        let text = self.value.trim_matches([' ', '\n', '\r', '\t']);
        let is_number = shortest(text, &mut self.number).is_some();
        let number = std::str::from_utf8(&self.number).ok().filter(|_| is_number);
        let Some(number) = number else {
            let (header, is_read) = &self.header;
            if self.row > *header && is_read.get(head.column) == Some(&false) {
                row.push(text)?;
                return Ok(CellKind::Text);
            }
            return Err(damaged(say!("workbook-no-number", column = letters(head.column + 1))));
        };
        let kind = match self.shown.get(head.style).copied().unwrap_or_default() {
            Shown::Number => CellKind::Number,
            Shown::Percent => CellKind::Percent,
            Shown::Day => match moment(number, self.is_1904) {
                Some((day, time)) => {
                    row.push(&day.to_string())?;
                    if let Some(time) = time {
                        row.push("T")?;
                        row.push(&time)?;
                    }
                    return Ok(CellKind::Day(day));
                }
                None => CellKind::Number,
            },
        };
        row.push(number)?;
        Ok(kind)
    }
}

/// A day as its cell shows it, and the time of day behind it, in pieces, in the form of days that are numbers. No zone belongs
/// to it, though some programs write a `Z` behind the clock on the wall.
fn shown_day(text: &str) -> (&str, Option<[&str; 3]>) {
    let text = text.strip_suffix('Z').unwrap_or(text);
    let Some((day, time)) = text.split_once('T') else { return (text, None) };
    let time = time
        .split_once('.')
        .filter(|(_, of_second)| of_second.bytes().all(|digit| digit == b'0'))
        .map_or(time, |(time, _)| time);
    match time {
        "00:00:00" | "00:00" => (day, None),
        _ => (day, Some(["T", time, if time.len() == 5 { ":00" } else { "" }])),
    }
}

/// Put together they would be a value that nobody wrote: `3` and `4` are not 34.
#[cold]
fn several<T>(column: usize) -> Result<T, Error> {
    Err(damaged(say!("workbook-cell-values", column = letters(column + 1))))
}

/// What a cell has in it.
#[derive(Debug, Clone, Copy, Default)]
struct Has {
    formula: bool,
    value: bool,
}
