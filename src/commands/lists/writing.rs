//! All lists while they are written, person by person.

use std::collections::BTreeSet;
use std::path::Path;

use crate::commands::contractors::doubts::Doubts;
use crate::commands::contractors::names::{Asked, Names, Unnamed};
use crate::commands::lists::book::WholeBook;
use crate::commands::lists::computed::Differences;
use crate::commands::lists::job::{Format, ListsJob, ListsOutcome};
use crate::commands::lists::list::{List, Sink};
use crate::commands::lists::mt102::{Mt102File, order};
use crate::commands::lists::orders::{LIST_COLUMNS, ListOrder, ListRecord, ListTotal, OrderKey, Part};
use crate::commands::lists::rates::Rates;
use crate::commands::lists::source::{FromSource, Reading, Source, ToPay};
use crate::commands::payer::Payer;
use crate::commands::periods::NoMonth;
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::money::{Tenge, TengeSum};
use crate::output::table::{Table, TableColumn, column};
use crate::output::workbook::{Book, Cell};
use crate::payment::Payment;
use crate::period::Month;
use crate::run::files::{LISTS, REJECTS, UNLISTED};
use crate::run::register_in::PaymentLine;
use crate::words::say;

/// `unlisted.csv` and its sheet.
const UNLISTED_COLUMNS: &[TableColumn] =
    &[column("iin"), column("period"), column("payment"), column("knp"), column("amount"), column("missing")];

/// All that is being written.
struct Writing<'a> {
    source: Source,
    names: &'a Names,
    asked: Asked,
    payments: &'a [Payment],
    rates: Rates<'a>,
    /// The number of who pays.
    operator: &'a str,
    doubts: Doubts,
    /// By month, payment and rate.
    lists: Vec<List<'a>>,
    totals: Table,
    unlisted: Table,
    book: Option<WholeBook>,
    /// Where the sums are those of КГД, and those have a month of the run.
    differences: Option<Differences>,
    /// The months in which somebody is listed at the rate of who is not listed.
    rate_by_default: BTreeSet<Month>,
}

impl ListsJob<'_> {
    /// Writes the lists of what the source has, the totals, and who is on no list.
    pub(super) fn write_lists(
        &self,
        dir: &Path,
        reading: Reading<'_>,
        (names, outcome): (&Names, &mut ListsOutcome),
    ) -> Result<(), Error> {
        let of_source = reading.payments()?;
        let is_run = reading.source == Source::Register;
        let (lines, penalties) = match reading.computed {
            Some(computed) => {
                let of_wanted: Vec<PaymentLine> =
                    of_source.into_iter().filter(|line| self.payments.contains(&line.payment)).collect();
                (computed.lines(self.law, &of_wanted)?, computed.penalty_lines(self.law)?)
            }
            None => {
                let is_ipn = |line: &&PaymentLine| line.payment == Payment::Ipn && self.all;
                let ipn = of_source.iter().filter(is_ipn).filter(|line| line.amount > TengeSum::default());
                outcome.ipn = ipn.map(|line| (line.period, line.amount)).collect();
                (of_source, Vec::new())
            }
        };
        let orders = self.orders(reading, names, (&lines, &penalties))?;
        let mut writing = self.open(dir, reading.source, (names, &orders), outcome)?;
        let has_common = reading.computed.is_some_and(|computed| !computed.months.is_empty());
        writing.differences = has_common.then(Differences::default);
        // What is out of scope has a row and no payment.
        let mut has_row = false;
        outcome.of_other_months[0] = reading.each(&mut |read| {
            has_row |= matches!(read, FromSource::Register(_));
            if let FromSource::Correction(row) = &read {
                outcome.has_returns |= row.delta < Tenge::ZERO && self.payments.contains(&row.payment);
            }
            writing.take(read)
        })?;
        outcome.no_month = (is_run && !has_row).then_some(NoMonth { closed: reading.run.record.closed });
        self.finish(dir, reading, writing, outcome)
    }

    fn open<'a>(
        &'a self,
        dir: &Path,
        source: Source,
        (names, orders): (&'a Names, &'a [ListOrder]),
        outcome: &mut ListsOutcome,
    ) -> Result<Writing<'a>, Error> {
        let mut book = match &self.format {
            Format::Xlsx => Some(WholeBook::new(dir, self.lang, self.operator.clone())?),
            Format::Csv | Format::Mt102 { .. } => None,
        };
        let mut totals = Table::of_records::<ListRecord>(dir, LISTS)?.off_sheet("file");
        if let Some(book) = &mut book {
            totals = totals.with_sheet(&mut book.book, book.lang, "totals")?;
        }
        let mut next_order = match &self.format {
            Format::Mt102 { payer, .. } => Some(payer.next_order),
            Format::Csv | Format::Xlsx => None,
        };
        let mut lists = Vec::new();
        for of_list in orders {
            let name = of_list.name();
            let list = match (&self.format, &mut book) {
                (Format::Csv, _) => {
                    let file = format!("{name}.csv");
                    let table = Table::create(dir, &file, LIST_COLUMNS)?;
                    List::new(of_list, file, Sink::Table(Box::new(table)))
                }
                (Format::Xlsx, Some(book)) => {
                    List::new(of_list, of_list.sheet(self.lang), Sink::Table(Box::new(book.list(of_list)?)))
                }
                (Format::Mt102 { payer, date, encoding }, _) if of_list.has_rows => {
                    let number = next_order.unwrap_or_default();
                    if number > Payer::ORDER_MAX {
                        let message = say!("payer-next-order", field = "next_order", value = number.to_string());
                        return Err(Error::new(ErrorKind::Input, message));
                    }
                    match order(self.law, payer, of_list, (number, *date, *encoding)) {
                        Ok(order) => {
                            next_order = Some(number + 1);
                            let file = format!("{name}.txt");
                            let sink = Sink::Mt102(Box::new(Mt102File::create(dir, file.clone(), order)?));
                            List::new(of_list, file, sink)
                        }
                        Err(error) if self.all => {
                            outcome.refused.push((of_list.key, error));
                            List::new(of_list, String::new(), Sink::Refused)
                        }
                        Err(error) => return Err(error),
                    }
                }
                // A list of nobody has no order.
                (Format::Mt102 { .. }, _) | (Format::Xlsx, None) => List::new(of_list, String::new(), Sink::Refused),
            };
            lists.push(list);
        }
        outcome.next_order = next_order.filter(|&number| number <= Payer::ORDER_MAX);
        let mut unlisted = Table::create(dir, UNLISTED, UNLISTED_COLUMNS)?;
        if let Some(book) = &mut book {
            unlisted = unlisted.with_sheet(&mut book.book, book.lang, "unlisted")?;
            book.others(source)?;
        }
        Ok(Writing {
            source,
            names,
            asked: self.asked(),
            payments: &self.payments,
            rates: Rates::new(self.law),
            operator: &self.operator.number,
            doubts: Doubts::default(),
            lists,
            totals,
            unlisted,
            book,
            differences: None,
            rate_by_default: BTreeSet::new(),
        })
    }

    fn finish(
        &self,
        dir: &Path,
        reading: Reading<'_>,
        writing: Writing<'_>,
        outcome: &mut ListsOutcome,
    ) -> Result<(), Error> {
        let Writing { source, names, lists, mut totals, unlisted, mut book, doubts, .. } = writing;
        let Writing { differences, rate_by_default, .. } = writing;
        outcome.rate_by_default = rate_by_default;
        let doubts = doubts.write(dir, |iin, column| names.value(iin, column))?;
        outcome.doubts = doubts.rows;
        outcome.differences = differences;
        let unlisted = unlisted.finish()?;
        outcome.unlisted_rows = unlisted.rows;
        for list in lists {
            let (total, written) = list.finish(dir, book.as_mut())?;
            outcome.outputs.extend(written);
            total_row(&mut totals, self.lang, book.as_mut().map(|book| &mut book.book), &total)?;
            outcome.lists.push(total);
        }
        agree(&outcome.lists, source)?;
        match (source, &mut book) {
            (Source::Register, Some(book)) => book.rejects(reading.run, self.law)?,
            (Source::Register, None) => reading.run.verify(REJECTS)?,
            // The rows that a correction's runs or a distribution rejected are theirs.
            (Source::Corrections | Source::Distribution, _) => {}
        }
        if let Some(mut book) = book {
            sums_row(&totals, &mut book, &outcome.lists)?;
            outcome.outputs.push(book.book.finish()?);
        }
        outcome.outputs.push(totals.finish()?);
        outcome.outputs.extend([unlisted, doubts]);
        Ok(())
    }
}

/// Appends the row of a list to `lists.csv` and its sheet.
fn total_row(table: &mut Table, lang: Language, book: Option<&mut Book>, total: &ListTotal) -> Result<(), Error> {
    let ListTotal { order, persons, amount, unlisted_persons, unlisted_amount, file } = total;
    let PaymentLine { payment, period, knp, recipient, due_on, .. } = &order.line;
    let recipient = recipient.map(|bin| bin.to_string()).unwrap_or_default();
    let cells = [
        Cell::Named(payment.code(), payment.abbreviation_in(lang)),
        Cell::Month(*period),
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
        Cell::Text(file),
    ];
    table.row(book, &cells)
}

/// The row of sums under the totals.
fn sums_row(table: &Table, book: &mut WholeBook, lists: &[ListTotal]) -> Result<(), Error> {
    let [mut listed, mut unlisted, mut all] = [TengeSum::default(); 3];
    for total in lists {
        listed += total.amount;
        unlisted += total.unlisted_amount;
        all += total.payments_amount();
    }
    let sums = [("listed_amount", listed), ("unlisted_amount", unlisted), ("payments_amount", all)];
    table.total(&mut book.book, book.lang.total(), &sums)
}

/// Whether lists and unlisted are what the source has, those of all rates of a payment together.
fn agree(lists: &[ListTotal], source: Source) -> Result<(), Error> {
    let of = |total: &ListTotal| OrderKey { rate: None, ..total.order.key };
    for of_payment in lists.chunk_by(|one, other| of(one) == of(other)) {
        let Some(first) = of_payment.first() else { continue };
        let PaymentLine { payment, period, amount, persons: told, .. } = &first.order.line;
        let sum: TengeSum = of_payment.iter().map(ListTotal::payments_amount).sum();
        let persons: u64 = of_payment.iter().map(|total| total.persons + total.unlisted_persons).sum();
        let told = told.unwrap_or(persons);
        if sum != *amount || persons != told {
            let message = say!(
                "lists-disagree",
                payment = payment.code(),
                period = period.to_string(),
                rows = source.rows(),
                sum = sum.to_string(),
                persons = persons,
                totals = source.totals(),
                amount = amount.to_string(),
                told = told,
            );
            return Err(Error::new(ErrorKind::Input, message));
        }
    }
    Ok(())
}

impl Writing<'_> {
    fn take(&mut self, read: FromSource<'_>) -> Result<(), Error> {
        match (read, &mut self.book) {
            (FromSource::ToPay(due), _) => self.due(due),
            (FromSource::Register(row), Some(book)) => book.register_row(row),
            (FromSource::Correction(row), Some(book)) => book.correction_row(row),
            (FromSource::Distribution(row), Some(book)) => book.distribution_row(row),
            (_, None) => Ok(()),
        }
    }

    /// Puts the person's month on the lists of the payments that he has an amount of.
    fn due(&mut self, due: &ToPay) -> Result<(), Error> {
        if let Some(differences) = &mut self.differences {
            differences.add(due.iin, self.payments, &due.amounts, &due.ours);
        }
        let mut parts = self.rates.parts(due, self.payments).peekable();
        if parts.peek().is_none() {
            return Ok(());
        }
        let names: &Names = self.names;
        let person = names.person(due.iin, self.asked);
        if !matches!(person, Err(Unnamed::Missing(_))) {
            self.doubts.add(due.iin, names.doubts(due.iin));
        }
        for Part { key, amount, has_rate, is_default } in parts {
            let at = self.lists.binary_search_by_key(&key, |list| list.total.order.key);
            let Some(list) = at.ok().and_then(|at| self.lists.get_mut(at)) else {
                let (file, payment, period) = (self.source.totals(), key.payment.code(), due.period.to_string());
                let message = say!("lists-nothing-to-pay", file = file, payment = payment, period = period);
                return Err(Error::new(ErrorKind::Input, message));
            };
            let missing = match &person {
                Ok(person) if has_rate => {
                    list.push(due.iin, person, amount, (self.operator, self.book.as_mut()))?;
                    self.rate_by_default.extend(Some(due.period).filter(|_| is_default));
                    continue;
                }
                Ok(_) => "rate".to_owned(),
                Err(unnamed) if has_rate => unnamed.missing().to_owned(),
                Err(unnamed) => format!("{}|rate", unnamed.missing()),
            };
            list.total.unlisted_persons += 1;
            list.total.unlisted_amount += amount;
            let cells = [
                Cell::Iin(due.iin),
                Cell::Month(due.period),
                Cell::Payment(key.payment),
                Cell::Text(&list.total.order.line.knp),
                Cell::Money(amount.into()),
                Cell::Text(&missing),
            ];
            self.unlisted.row(self.book.as_mut().map(|book| &mut book.book), &cells)?;
        }
        Ok(())
    }
}
