//! The workbook of lists: totals, every list, and what they came from.

use std::path::Path;

use crate::commands::lists::orders::{LIST_COLUMNS, ListOrder};
use crate::commands::lists::source::Source;
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::law::Law;
use crate::output::headings::Operator;
use crate::output::table::{Table, on_sheet};
use crate::output::workbook::{Book, Cell, SheetId};
use crate::reading::reasons::said_of;
use crate::records::RejectRecord;
use crate::run::corrections_in::CorrectionLine;
use crate::run::distribution_in::DistributionLine;
use crate::run::files::REJECTS;
use crate::run::record::Run;
use crate::run::records_in::records;
use crate::run::register_in::RegisterLine;
use crate::run::rows_in::{COLUMNS, RegisterField, money, register_field};
use crate::run::rows_out::{self, REGISTER_HEADER, REJECTS_HEADER};
use crate::words::say;

/// The workbook and its sheets that are no lists.
pub(super) struct WholeBook {
    pub book: Book,
    pub lang: Language,
    operator: Operator,
    /// The register, the corrections or the distribution.
    rows: Option<SheetId>,
    rejects: Option<SheetId>,
}

impl WholeBook {
    pub fn new(dir: &Path, lang: Language, operator: Operator) -> Result<WholeBook, Error> {
        Ok(WholeBook { book: Book::new(dir, "lists.xlsx")?, lang, operator, rows: None, rejects: None })
    }

    /// A list on a sheet of its own.
    pub fn list(&mut self, order: &ListOrder) -> Result<Table, Error> {
        let (lang, name) = (self.lang, order.sheet(self.lang));
        let sheet = self.book.sheet(lang.list(name, &order.purpose, &self.operator, &on_sheet(LIST_COLUMNS)))?;
        Ok(Table::of_sheet(sheet, LIST_COLUMNS))
    }

    /// The sheets behind the lists.
    pub fn others(&mut self, source: Source) -> Result<(), Error> {
        let lang = self.lang;
        match source {
            Source::Register => {
                self.rows = Some(self.book.sheet(lang.form("register", REGISTER_HEADER))?);
                self.rejects = Some(self.book.sheet(lang.form("rejects", REJECTS_HEADER))?);
            }
            Source::Corrections => {
                self.rows = Some(self.book.sheet(lang.form("corrections", rows_out::CORRECTIONS_HEADER))?);
            }
            Source::Distribution => {
                self.rows = Some(self.book.sheet(lang.form("distribution", rows_out::DISTRIBUTION_HEADER))?);
            }
        }
        Ok(())
    }

    pub fn register_row(&mut self, row: &RegisterLine<'_>) -> Result<(), Error> {
        let bad = || Error::new(ErrorKind::Record, say!("register-no-row"));
        let mut cells = [Cell::Empty; COLUMNS];
        for (column, (cell, field)) in cells.iter_mut().zip(row.fields.all()).enumerate() {
            let text = std::str::from_utf8(field).map_err(|_| bad())?;
            *cell = match register_field(column) {
                RegisterField::Text => Cell::Text(text),
                RegisterField::Count => Cell::Count(text.parse().map_err(|_| bad())?),
                RegisterField::Money => Cell::Money(money(field).ok_or_else(bad)?.into()),
            };
        }
        self.row_of(self.rows, &cells)
    }

    pub fn correction_row(&mut self, row: &CorrectionLine<'_>) -> Result<(), Error> {
        let cells = [
            Cell::Iin(row.iin),
            Cell::Month(row.period),
            Cell::Text(row.payment.abbreviation_in(self.lang)),
            Cell::Money(row.before.into()),
            Cell::Money(row.after.into()),
            Cell::Money(row.delta.into()),
            Cell::Text(row.cause),
        ];
        self.row_of(self.rows, &cells)
    }

    pub fn distribution_row(&mut self, row: &DistributionLine<'_>) -> Result<(), Error> {
        let [computed, paid, distributed, returned, owed] =
            [row.computed, row.paid, row.distributed, row.returned, row.owed].map(|amount| Cell::Money(amount.into()));
        let cells = [
            Cell::Iin(row.iin),
            Cell::Month(row.period),
            Cell::Text(row.payment.abbreviation_in(self.lang)),
            Cell::Text(row.fund),
            computed,
            paid,
            distributed,
            returned,
            owed,
            Cell::Text(row.reasons),
        ];
        self.row_of(self.rows, &cells)
    }

    /// The rows that the run rejected.
    pub fn rejects(&mut self, run: &Run, law: &Law) -> Result<(), Error> {
        let spoken = run.record.calculation().map_or(self.lang, |(options, _)| options.lang);
        records(run, REJECTS, |row: RejectRecord| {
            let message = said_of(&row, (spoken, self.lang), law);
            let [file, code, field, value, message] =
                [&row.file, row.code.code(), &row.field, &row.value, &message].map(Cell::Text);
            self.row_of(self.rejects, &[file, Cell::Count(row.line), code, field, value, message])
        })
    }

    /// Appends a row to one of the sheets behind the lists.
    fn row_of(&mut self, sheet: Option<SheetId>, cells: &[Cell<'_>]) -> Result<(), Error> {
        sheet.map_or(Ok(()), |sheet| self.book.row(sheet, cells))
    }
}
