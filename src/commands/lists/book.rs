//! The workbook of lists: totals, every list, and what they came from.

use std::path::Path;

use crate::commands::lists::orders::{LIST, LISTS, ListOrder, ListTotal};
use crate::commands::lists::source::Source;
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::money::TengeSum;
use crate::output::headings::Operator;
use crate::output::workbook::{Book, Cell, SheetId};
use crate::reading::encoding::Encoding;
use crate::reading::header::Header;
use crate::run::corrections_in::CorrectionLine;
use crate::run::distribution_in::DistributionLine;
use crate::run::record::Run;
use crate::run::register_in::{PaymentLine, RegisterLine};
use crate::run::rows_in::{COLUMNS, RegisterField, money, register_field};
use crate::run::rows_out::{self, REGISTER, REJECTS};

/// The workbook and its sheets that are no lists.
pub(super) struct WholeBook {
    pub book: Book,
    pub lang: Language,
    operator: Operator,
    totals: SheetId,
    /// The register, the corrections or the distribution.
    rows: SheetId,
    rejects: SheetId,
}

impl WholeBook {
    pub fn new(dir: &Path, lang: Language, operator: Operator) -> Result<WholeBook, Error> {
        let mut book = Book::new(dir, "lists.xlsx")?;
        let header = LISTS.trim_end_matches(",file");
        let totals = book.sheet(lang.form("totals", header))?;
        Ok(WholeBook { book, lang, operator, totals, rows: totals, rejects: totals })
    }

    /// The sheet of a list.
    pub fn list(&mut self, order: &ListOrder) -> Result<SheetId, Error> {
        let (lang, name) = (self.lang, order.sheet(self.lang));
        self.book.sheet(lang.list(name, &order.purpose, &self.operator, LIST))
    }

    pub fn list_row(&mut self, sheet: SheetId, cells: &[Cell<'_>]) -> Result<(), Error> {
        self.book.row(sheet, cells)
    }

    /// The sheets behind the lists.
    pub fn others(&mut self, source: Source) -> Result<(), Error> {
        let lang = self.lang;
        match source {
            Source::Register => {
                self.rows = self.book.sheet(lang.form("register", REGISTER))?;
                self.rejects = self.book.sheet(lang.form("rejects", REJECTS))?;
            }
            Source::Corrections => {
                self.rows = self.book.sheet(lang.form("corrections", rows_out::CORRECTIONS))?;
            }
            Source::Distribution => {
                self.rows = self.book.sheet(lang.form("distribution", rows_out::DISTRIBUTION))?;
            }
        }
        Ok(())
    }

    pub fn register_row(&mut self, row: &RegisterLine<'_>) -> Result<(), Error> {
        let bad = || Error::new(ErrorKind::Input, "is no row of a register");
        let mut cells = [Cell::Empty; COLUMNS];
        for (column, (cell, field)) in cells.iter_mut().zip(row.fields.all()).enumerate() {
            let text = std::str::from_utf8(field).map_err(|_| bad())?;
            *cell = match register_field(column) {
                RegisterField::Text => Cell::Text(text),
                RegisterField::Count => Cell::Count(text.parse().map_err(|_| bad())?),
                RegisterField::Money => Cell::Money(money(field).ok_or_else(bad)?.into()),
            };
        }
        self.book.row(self.rows, &cells)
    }

    pub fn correction_row(&mut self, row: &CorrectionLine<'_>) -> Result<(), Error> {
        let (iin, period) = (row.iin.to_string(), row.period.to_string());
        let cells = [
            Cell::Text(&iin),
            Cell::Text(&period),
            Cell::Text(row.payment.abbreviation_in(self.lang)),
            Cell::Money(row.before.into()),
            Cell::Money(row.after.into()),
            Cell::Money(row.delta.into()),
            Cell::Text(row.cause),
        ];
        self.book.row(self.rows, &cells)
    }

    pub fn distribution_row(&mut self, row: &DistributionLine<'_>) -> Result<(), Error> {
        let (iin, period) = (row.iin.to_string(), row.period.to_string());
        let [computed, paid, distributed, returned, owed] =
            [row.computed, row.paid, row.distributed, row.returned, row.owed].map(|amount| Cell::Money(amount.into()));
        let cells = [
            Cell::Text(&iin),
            Cell::Text(&period),
            Cell::Text(row.payment.abbreviation_in(self.lang)),
            Cell::Text(row.fund),
            computed,
            paid,
            distributed,
            returned,
            owed,
            Cell::Text(row.reasons),
        ];
        self.book.row(self.rows, &cells)
    }

    pub fn total_row(&mut self, total: &ListTotal) -> Result<(), Error> {
        let ListTotal { order, persons, amount, unlisted_persons, unlisted_amount, .. } = total;
        let PaymentLine { period, recipient, due_on, knp, payment, .. } = &order.line;
        let (period, recipient) = (period.to_string(), recipient.map(|bin| bin.to_string()).unwrap_or_default());
        let cells = [
            Cell::Text(payment.abbreviation_in(self.lang)),
            Cell::Text(&period),
            Cell::Text(knp),
            Cell::Text(&order.rate),
            Cell::Text(&order.purpose),
            due_on.map_or(Cell::Empty, Cell::Day),
            Cell::Text(&recipient),
            Cell::Text(&order.account),
            Cell::Text(&order.bik),
            Cell::Count(*persons),
            Cell::Money(*amount),
            Cell::Count(*unlisted_persons),
            Cell::Money(*unlisted_amount),
            Cell::Money(total.payments_amount()),
        ];
        self.book.row(self.totals, &cells)
    }

    /// The row of sums under the totals.
    pub fn total(&mut self, lists: &[ListTotal]) -> Result<(), Error> {
        let [mut listed, mut unlisted, mut all] = [TengeSum::default(); 3];
        for total in lists {
            listed += total.amount;
            unlisted += total.unlisted_amount;
            all += total.payments_amount();
        }
        let sums = [("listed_amount", listed), ("unlisted_amount", unlisted), ("payments_amount", all)];
        self.book.total(self.totals, self.lang.total(), &sums.map(|(column, sum)| (column, Cell::Money(sum))))
    }

    /// The row of sums under a list.
    pub fn list_total(&mut self, sheet: SheetId, total: &ListTotal) -> Result<(), Error> {
        let label = self.lang.total_of(total.persons);
        self.book.total(sheet, &label, &[("amount", Cell::Money(total.amount))])
    }

    /// The rows that the run rejected.
    pub fn rejects(&mut self, run: &Run) -> Result<(), Error> {
        const OF_REJECTS: [&str; 6] = ["file", "line", "code", "field", "value", "message"];
        let header = Header::new(&OF_REJECTS, &[], Encoding::Utf8);
        run.rows("rejects.csv", &header, |row| {
            let text = |column| String::from_utf8_lossy(&row.field(column).value()).into_owned();
            let texts: [String; OF_REJECTS.len()] = std::array::from_fn(text);
            let mut cells = [Cell::Empty; OF_REJECTS.len()];
            for (column, (cell, text)) in cells.iter_mut().zip(&texts).enumerate() {
                *cell = match (column, text.parse()) {
                    (1, Ok(line)) => Cell::Count(line),
                    _ => Cell::Text(text),
                };
            }
            self.book.row(self.rejects, &cells)
        })
    }
}
