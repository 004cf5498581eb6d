//! A list while it is written, in any form.

use std::path::Path;

use crate::commands::contractors::names::Person;
use crate::commands::lists::book::WholeBook;
use crate::commands::lists::mt102::{Mt102File, Order};
use crate::commands::lists::mt102_check;
use crate::commands::lists::orders::{ListOrder, ListTotal};
use crate::error::Error;
use crate::money::{Tenge, TengeSum};
use crate::output::file::Written;
use crate::output::table::Table;
use crate::output::workbook::Cell;
use crate::person::Iin;

/// Where the rows of a list go.
pub(super) enum Sink<'a> {
    /// Rows of a file or of a sheet.
    Table(Box<Table>),
    Mt102(Box<Mt102File<'a>>),
    /// There is no form for it.
    Refused,
}

/// A list and what it comes to.
pub(super) struct List<'a> {
    pub total: ListTotal,
    pub sink: Sink<'a>,
}

impl<'a> List<'a> {
    pub fn new(order: &ListOrder, file: String, sink: Sink<'a>) -> List<'a> {
        let nothing = TengeSum::default();
        let (order, persons, amount, unlisted_persons, unlisted_amount) = (order.clone(), 0, nothing, 0, nothing);
        List { total: ListTotal { order, persons, amount, unlisted_persons, unlisted_amount, file }, sink }
    }

    /// Appends a person's row; `operator` is the number of who pays.
    pub fn push(
        &mut self,
        iin: Iin,
        person: &Person<'_>,
        amount: Tenge,
        (operator, book): (&str, Option<&mut WholeBook>),
    ) -> Result<(), Error> {
        let ListTotal { order: ListOrder { line, rate, .. }, persons, amount: listed, .. } = &mut self.total;
        *persons += 1;
        *listed += amount;
        let Person { surname, given_name, patronymic, birth_date } = *person;
        match (&mut self.sink, book) {
            (Sink::Mt102(file), _) => file.row(iin, person, amount),
            (Sink::Table(table), book) => {
                let cells = [
                    Cell::Count(*persons),
                    Cell::Iin(iin),
                    Cell::Text(surname),
                    Cell::Text(given_name),
                    Cell::Text(patronymic),
                    birth_date.map_or(Cell::Empty, Cell::Day),
                    Cell::Month(line.period),
                    Cell::Text(&line.knp),
                    Cell::Text(rate),
                    Cell::Money(amount.into()),
                    Cell::Text(operator),
                ];
                table.row(book.map(|book| &mut book.book), &cells)
            }
            (Sink::Refused, _) => Ok(()),
        }
    }

    /// Puts the list on the disk, and gives what it comes to; an MT-102 is read back and held against its rules before.
    pub fn finish(self, dir: &Path, book: Option<&mut WholeBook>) -> Result<(ListTotal, Option<Written>), Error> {
        let List { total, sink } = self;
        let written = match (sink, book) {
            (Sink::Mt102(file), _) => Some(finish_mt102(dir, *file, total.amount)?),
            (Sink::Table(table), book) => {
                if let Some(WholeBook { book, lang, .. }) = book {
                    table.total(book, &lang.total_of(total.persons), &[("amount", total.amount)])?;
                }
                table.end()?
            }
            (Sink::Refused, _) => None,
        };
        Ok((total, written))
    }
}

/// Puts the file on the disk, reads it back and holds it against its rules.
fn finish_mt102(dir: &Path, file: Mt102File<'_>, total: TengeSum) -> Result<Written, Error> {
    let (written, order): (Written, Order<'_>) = file.finish()?;
    mt102_check::check(dir, &written.name, &order, total)?;
    Ok(written)
}
