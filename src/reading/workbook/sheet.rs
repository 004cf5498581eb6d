//! A sheet as blocks of records, which are read like those of text from there on.
//!
//! A row of the sheet is a line, so that places are the sheet's; one in which nothing stands is a line without a byte.
//! Columns that are not read come out empty.

use crate::error::Error;
use crate::reading::doubtful::Doubtful;
use crate::reading::header::Header;
use crate::reading::header::below::Below;
use crate::reading::header::expected::is_amount;
use crate::reading::header::found::Found;
use crate::reading::header::unit::of_title;
use crate::reading::rows::RECORD_BYTES_MAX;
use crate::reading::wanted_sheet::WantedSheet;
use crate::reading::workbook::Workbook;
use crate::reading::workbook::cells::{Cell, CellKind, Cells, SheetRow, long_row};
use crate::reading::workbook::form::{DELIMITER, Form};

/// Rows of a sheet within which its header stands.
const HEADER_ROWS: u64 = 20;

/// The rows of a sheet below its header.
pub(crate) struct Sheet {
    pub name: String,
    cells: Cells,
    /// By field of the header the form of its column, if it is read.
    forms: Vec<Option<Form>>,
    /// The same as numbers of the expected columns.
    fields: Vec<Option<u8>>,
    row: SheetRow,
    /// Rows with values that are hidden.
    pub hidden_rows: Doubtful<u64>,
    /// Rows whose operation id is a date, which a spreadsheet makes of ids like `08-01`.
    pub day_ids: Doubtful<u64>,
    /// The line that is written next.
    line: u64,
    /// What the rows behind the header, whose line this is, may not be.
    below: (u64, Below),
}

impl Sheet {
    /// Opens a sheet and finds its header.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where there is no such sheet, it is damaged, or its header does not have what is required.
    pub fn open(workbook: Workbook, wanted: WantedSheet<'_>, header: &Header) -> Result<(Sheet, Found), Error> {
        let (name, mut cells, hidden, others) = workbook.cells(wanted)?;
        let mut row = SheetRow::default();
        let mut seen = Vec::new();
        while cells.read(&mut row)? && row.number <= HEADER_ROWS {
            let mut names = Vec::new();
            for cell in row.cells.iter().filter(|cell| cell.kind != CellKind::Unstored) {
                names.resize(cell.column, String::new());
                names.push(row.text(cell).to_owned());
            }
            if let Some(mut found) = header.read_cells(&names, DELIMITER).map_err(|error| error.at_line(row.number))? {
                let form = |field: &Option<u8>| field.map(|number| Form::of(header.column(number)));
                let forms = found.columns.fields.iter().map(form).collect();
                cells.below(row.number, found.columns.fields.iter().map(Option::is_some).collect());
                let line = row.number + 1;
                found.seen.hidden_columns = (names.iter().enumerate())
                    .filter(|&(at, _)| found.columns.fields.get(at).is_some_and(Option::is_some) && cells.is_hidden(at))
                    .map(|(_, heading)| heading.trim().to_owned())
                    .collect();
                found.seen.hidden = hidden.map(|hidden| [hidden, name.clone()]);
                found.seen.other_sheets = Some((name.clone(), others)).filter(|(_, others)| !others.is_empty());
                let has_amount = found.columns.fields.iter().flatten().any(|&number| is_amount(header.column(number)));
                let thousands = |(line, names): &(u64, Vec<String>)| {
                    Some((*line, names.iter().find_map(|name| of_title(name)).filter(|_| has_amount)?))
                };
                found.seen.thousands = seen.iter().find_map(thousands);
                let below = (row.number, Below { is_sheet: true, ..found.below.clone() });
                let (fields, hidden_rows, day_ids) =
                    (found.columns.fields.clone(), Doubtful::default(), Doubtful::default());
                return Ok((Sheet { name, cells, forms, fields, row, hidden_rows, day_ids, line, below }, found));
            }
            if !names.is_empty() {
                seen.push((row.number, names));
            }
        }
        // Something stands in the sheet, but nothing where a header is looked for.
        while seen.is_empty() && (!row.cells.is_empty() || cells.read(&mut row)?) {
            if !row.cells.is_empty() {
                seen.push((row.number, Vec::new()));
            }
        }
        Err(header.missing_in_cells(&seen, (&name, &others)))
    }

    /// Appends rows until there are about so many bytes; gives the line of the first and whether there are quotes, `None`
    /// behind the last row.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where the sheet is damaged, a row is longer than 1 MiB, or a header of other columns.
    pub fn fill(
        &mut self,
        bytes: &mut Vec<u8>,
        block_bytes: usize,
        header: &Header,
    ) -> Result<Option<(u64, bool)>, Error> {
        let (first, mut has_quotes) = (self.line, false);
        while bytes.len() < block_bytes && self.cells.read(&mut self.row)? {
            self.look_below(header).map_err(|error| error.at_line(self.row.number))?;
            let missing = self.row.number.saturating_sub(self.line) as usize;
            bytes.resize(bytes.len() + missing, b'\n');
            let start = bytes.len();
            has_quotes |= self.write(bytes);
            if self.row.is_hidden && bytes.len() > start {
                self.hidden_rows.push(self.row.number);
            }
            if self.has_day_id() {
                self.day_ids.push(self.row.number);
            }
            if bytes.len() - start > RECORD_BYTES_MAX {
                return Err(long_row().at_line(self.row.number));
            }
            bytes.push(b'\n');
            self.line = self.row.number + 1;
        }
        Ok((!bytes.is_empty()).then_some((first, has_quotes)))
    }

    /// Looks at whether the row belongs to the header, or is one.
    fn look_below(&self, expected: &Header) -> Result<(), Error> {
        let (header, below) = &self.below;
        let number = self.row.number;
        let stored = self.row.cells.iter().filter(|cell| cell.kind != CellKind::Unstored);
        let cells = stored.map(|cell| (cell.column, self.row.text(cell)));
        if number <= header + HEADER_ROWS {
            let mut names = Vec::new();
            for (at, cell) in cells.clone() {
                names.resize(at, "");
                names.push(cell.trim());
            }
            below.refuse(names.into_iter(), number == header + 1)?;
        }
        expected.refuse_other_cells(&self.fields, cells)
    }

    fn has_day_id(&self) -> bool {
        let is_day_id =
            |cell: &Cell| matches!(cell.kind, CellKind::Day(_)) && self.forms.get(cell.column) == Some(&Some(Form::Id));
        self.row.cells.iter().any(is_day_id)
    }

    /// Appends the fields of the row, or nothing where it has no cell; tells whether one had to be quoted.
    fn write(&self, bytes: &mut Vec<u8>) -> bool {
        let (mut next, mut has_quotes, mut has_cells) = (0, false, false);
        let is_read = |column: usize| matches!(self.forms.get(column), Some(Some(_)));
        for cell in self.row.cells.iter().filter(|cell| cell.kind != CellKind::Unstored || is_read(cell.column)) {
            has_cells = true;
            let form = match self.forms.get(cell.column) {
                Some(None) => continue,
                Some(Some(form)) => *form,
                // Behind the header's last column something stands that has no heading.
                None => Form::AsItStands,
            };
            fill_up(bytes, &mut next, cell.column + 1);
            has_quotes |= form.write(cell, &self.row, bytes);
        }
        if has_cells {
            fill_up(bytes, &mut next, self.forms.len());
        }
        has_quotes
    }
}

/// Begins fields until so many are there.
fn fill_up(bytes: &mut Vec<u8>, next: &mut usize, count: usize) {
    if *next < count {
        // One fewer delimiter than fields.
        bytes.resize(bytes.len() + count - (*next).max(1), DELIMITER);
        *next = count;
    }
}
