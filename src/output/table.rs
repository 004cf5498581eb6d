//! Tables for people: columns said once, and every row given once, to a file, a sheet, or both.
//!
//! For what a person reads: the rows that are counted in millions write their bytes themselves.

use std::path::Path;

use crate::error::Error;
use crate::language::Language;
use crate::output::csv::RowWriter;
use crate::output::file::{OutputFile, Written};
use crate::output::workbook::{Book, Cell, SheetId};

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
    columns: &'static [TableColumn],
    file: OutputFile,
    sheet: Option<SheetId>,
    /// The row, as bytes and as cells of the sheet.
    bytes: Vec<u8>,
}

impl Table {
    /// Begins the file in the directory.
    pub fn create(dir: &Path, name: &str, columns: &'static [TableColumn]) -> Result<Table, Error> {
        let file = OutputFile::create(dir, name, &names(columns, |column| column.in_file))?;
        Ok(Table { columns, file, sheet: None, bytes: Vec::new() })
    }

    /// Begins the sheet of this code too; [`row`](Table::row) is given the same workbook then.
    pub fn with_sheet(mut self, book: &mut Book, lang: Language, code: &str) -> Result<Table, Error> {
        self.sheet = Some(book.sheet(lang.form(code, &names(self.columns, |column| column.on_sheet)))?);
        Ok(self)
    }

    /// Appends a row: a cell for each column.
    pub fn row(&mut self, book: Option<&mut Book>, cells: &[Cell<'_>]) -> Result<(), Error> {
        debug_assert_eq!(cells.len(), self.columns.len(), "a cell for each column");
        self.bytes.clear();
        let mut fields = RowWriter::new(&mut self.bytes);
        for (_, cell) in self.columns.iter().zip(cells).filter(|(column, _)| column.in_file) {
            field(&mut fields, cell);
        }
        fields.end();
        self.file.write(&self.bytes, 1)?;
        let (Some(book), Some(sheet)) = (book, self.sheet) else { return Ok(()) };
        let shown = self.columns.iter().zip(cells).filter(|(column, _)| column.on_sheet);
        book.row(sheet, &shown.map(|(_, cell)| *cell).collect::<Vec<_>>())
    }

    /// Completes the file; the sheet is complete with its workbook.
    pub fn finish(self) -> Result<Written, Error> {
        self.file.finish()
    }
}

fn names(columns: &[TableColumn], is_wanted: impl Fn(&TableColumn) -> bool) -> String {
    columns.iter().filter(|column| is_wanted(column)).map(|column| column.name).collect::<Vec<_>>().join(",")
}

/// The cell as files have it.
fn field(fields: &mut RowWriter<'_>, cell: &Cell<'_>) {
    match *cell {
        Cell::Text(text) => fields.text(text),
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
    use crate::money::TengeSum;
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
