//! Tables for people: columns said once, and every row given once, to a file, a sheet, or both.
//!
//! For what a person reads: the rows that are counted in millions write their bytes themselves.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::language::Language;
use crate::money::TengeSum;
use crate::output::csv::RowWriter;
use crate::output::file::{OutputFile, Written};
use crate::output::records::columns;
use crate::output::workbook::{Book, Cell, SheetId};
use crate::words::say;

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TableColumn {
    name: &'static str,
    in_file: bool,
    on_sheet: bool,
}

/// A column of the file and of the sheet, which shows it under its heading.
pub(crate) const fn column(name: &'static str) -> TableColumn {
    TableColumn { name, in_file: true, on_sheet: true }
}

/// A column that only a sheet has: words beside codes.
pub(crate) const fn sheet_column(name: &'static str) -> TableColumn {
    TableColumn { name, in_file: false, on_sheet: true }
}

/// A table while it is written.
pub(crate) struct Table {
    columns: Vec<TableColumn>,
    file: Option<OutputFile>,
    sheet: Option<SheetId>,
    /// The row, as bytes and as cells of the sheet.
    bytes: Vec<u8>,
}

impl Table {
    /// Begins the file in the directory.
    pub fn create(dir: &Path, name: &str, columns: &[TableColumn]) -> Result<Table, Error> {
        let file = OutputFile::create(dir, name, &names(columns, |column| column.in_file))?;
        Ok(Table { columns: columns.to_vec(), file: Some(file), sheet: None, bytes: Vec::new() })
    }

    /// Begins the file of a table that is read back as these records, whose fields are its columns.
    pub fn of_records<R: DeserializeOwned>(dir: &Path, name: &str) -> Result<Table, Error> {
        let columns: Vec<TableColumn> = columns::<R>().iter().map(|name| column(name)).collect();
        Table::create(dir, name, &columns)
    }

    /// Leaves a column of the file off the sheet.
    pub fn off_sheet(mut self, name: &str) -> Table {
        self.columns.iter_mut().filter(|column| column.name == name).for_each(|column| column.on_sheet = false);
        self
    }

    /// The table on this sheet of a form of its own, and in no file; its headings are those of [`on_sheet`].
    pub fn of_sheet(sheet: SheetId, columns: &[TableColumn]) -> Table {
        Table { columns: columns.to_vec(), file: None, sheet: Some(sheet), bytes: Vec::new() }
    }

    /// Begins the sheet of this code too; [`row`](Table::row) is given the same workbook then.
    pub fn with_sheet(mut self, book: &mut Book, lang: Language, code: &str) -> Result<Table, Error> {
        self.sheet = Some(book.sheet(lang.form(code, &on_sheet(&self.columns)))?);
        Ok(self)
    }

    /// Appends a row: a cell for each column.
    pub fn row(&mut self, book: Option<&mut Book>, cells: &[Cell<'_>]) -> Result<(), Error> {
        debug_assert_eq!(cells.len(), self.columns.len(), "cells, columns");
        if let Some(file) = &mut self.file {
            self.bytes.clear();
            let mut fields = RowWriter::new(&mut self.bytes);
            for (_, cell) in self.columns.iter().zip(cells).filter(|(column, _)| column.in_file) {
                field(&mut fields, cell);
            }
            fields.end();
            file.write(&self.bytes, 1)?;
        }
        let (Some(book), Some(sheet)) = (book, self.sheet) else { return Ok(()) };
        let shown = self.columns.iter().zip(cells).filter(|(column, _)| column.on_sheet);
        book.row(sheet, &shown.map(|(_, cell)| *cell).collect::<Vec<_>>())
    }

    /// The row of sums under the table, on its sheet alone: what it is, and sums by their columns.
    pub fn total(&self, book: &mut Book, label: &str, sums: &[(&str, TengeSum)]) -> Result<(), Error> {
        let Some(sheet) = self.sheet else { return Ok(()) };
        let cells: Vec<_> = sums.iter().map(|&(column, sum)| (column, Cell::Money(sum))).collect();
        book.total(sheet, label, &cells)
    }

    /// Completes the file, where there is one; the sheet is complete with its workbook.
    pub fn end(self) -> Result<Option<Written>, Error> {
        self.file.map(OutputFile::finish).transpose()
    }

    /// Completes the file of a table that has one.
    pub fn finish(self) -> Result<Written, Error> {
        self.end()?.ok_or_else(|| Error::defect(say!("table-without-file")))
    }
}

/// The columns of a sheet, as its form takes them.
pub(crate) fn on_sheet(columns: &[TableColumn]) -> String {
    names(columns, |column| column.on_sheet)
}

fn names(columns: &[TableColumn], is_wanted: impl Fn(&TableColumn) -> bool) -> String {
    columns.iter().filter(|column| is_wanted(column)).map(|column| column.name).collect::<Vec<_>>().join(",")
}

/// The cell as files have it.
fn field(fields: &mut RowWriter<'_>, cell: &Cell<'_>) {
    match *cell {
        Cell::Text(text) | Cell::Named(text, _) => fields.text(text),
        Cell::Iin(iin) => fields.iin(iin),
        Cell::Month(month) => fields.text(&month.to_string()),
        Cell::Payment(payment) => fields.text(payment.code()),
        Cell::Money(amount) => fields.sum(amount),
        Cell::Count(count) => fields.number(count),
        Cell::Day(day) => fields.day(day),
        Cell::Empty => fields.text(""),
    };
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader, Xlsx, open_workbook};

    use super::*;
    use crate::payment::Payment;

    const COLUMNS: &[TableColumn] = &[
        column("iin"),
        column("period"),
        column("payment"),
        column("reason"),
        sheet_column("reason_text"),
        column("amount"),
        column("operations"),
        column("birth_date"),
        column("file"),
    ];

    /// The same row as bytes and as cells: codes in the one, words in the other.
    #[test]
    fn a_row_is_given_once() {
        let dir = tempfile::tempdir().unwrap();
        let mut book = Book::new(dir.path(), "a.xlsx").unwrap();
        let table = Table::create(dir.path(), "a.csv", COLUMNS).unwrap();
        let mut table = table.with_sheet(&mut book, Language::Kk, "applications").unwrap();
        let cells = [
            Cell::Iin("900101300017".parse().unwrap()),
            Cell::Month("2026-08".parse().unwrap()),
            Cell::Payment(Payment::So),
            Cell::Text("paid-twice, \"so\""),
            Cell::Text("екі рет"),
            Cell::Money(TengeSum::from_tiyn(-101)),
            Cell::Count(7),
            Cell::Day("1990-01-01".parse().unwrap()),
            Cell::Empty,
        ];
        table.row(Some(&mut book), &cells).unwrap();
        assert_eq!(table.finish().unwrap().rows, 1);
        book.finish().unwrap();
        assert_eq!(
            std::fs::read_to_string(dir.path().join("a.csv")).unwrap(),
            "iin,period,payment,reason,amount,operations,birth_date,file\n\
             900101300017,2026-08,so,\"paid-twice, \"\"so\"\"\",-1.01,7,1990-01-01,\n"
        );
        let mut opened: Xlsx<_> = open_workbook(dir.path().join("a.xlsx")).unwrap();
        let range = opened.worksheet_range("Өтініштер").unwrap();
        let rows: Vec<Vec<String>> =
            range.rows().skip(2).map(|row| row.iter().map(ToString::to_string).collect()).collect();
        assert_eq!(rows[0][..5], ["ЖСН", "Кезең", "Төлем", "Себебі", "Себебі сөзбен"]);
        assert_eq!(rows[1][..7], ["900101300017", "2026-08", "ӘА", "paid-twice, \"so\"", "екі рет", "-1.01", "7"]);
        let Some(Data::DateTime(day)) = range.get_value((3, 7)) else { panic!() };
        assert_eq!(day.to_ymd_hms_milli(), (1990, 1, 1, 0, 0, 0, 0));
    }
}
