//! `lists`: who is paid for, by payment and month, from a run, or from what a correction has to be paid in addition, and
//! the names of its contractors.

pub(crate) mod doubts;
pub(crate) mod mt102;
pub(crate) mod mt102_check;
pub(crate) mod names;
pub(crate) mod payer;

use std::collections::BTreeSet;
use std::path::Path;

use crate::commands::lists::doubts::Doubts;
use crate::commands::lists::mt102::{Mt102File, Order, order};
use crate::commands::lists::names::{Asked, NameRejects, Names, Person, Unnamed, read};
use crate::commands::lists::payer::Payer;
use crate::error::{Error, ErrorKind};
use crate::law::Law;
use crate::money::{Tenge, TengeSum};
use crate::output::csv::RowWriter;
use crate::output::file::{OutputFile, Written};
use crate::output::headings::{Lang, Operator};
use crate::output::table::{Table, TableColumn, column};
use crate::output::workbook::{Book, Cell, SheetId};
use crate::payment::{Payment, PerPayment};
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::reading::encoding::Encoding;
use crate::reading::header::Header;
use crate::reading::headings::Kind;
use crate::reading::input::Input;
use crate::reading::mapping::Mapping;
use crate::reading::progress::Progress;
use crate::run::corrections_in::{CORRECTIONS, CorrectionLine, SUMMARY, corrections, to_pay};
use crate::run::outcome::ReadFile;
use crate::run::receipt::options::ListsOptions;
use crate::run::receipt::totals::{ListTotals, ListsTotals};
use crate::run::receipt::{Made, Receipt};
use crate::run::record::Run;
use crate::run::register_in::{PaymentLine, RegisterLine, payments, register};
use crate::run::rows_in::{COLUMNS, RegisterField, money, register_field};
use crate::run::rows_out::{self, REGISTER, REJECTS};

/// The header of a list.
pub(crate) const LIST: &str = "number,iin,surname,given_name,patronymic,birth_date,period,knp,amount";
/// `unlisted.csv` and its sheet.
const UNLISTED: &[TableColumn] =
    &[column("iin"), column("period"), column("payment"), column("knp"), column("amount"), column("missing")];
/// The header of `lists.csv`.
const LISTS: &str =
    "payment,period,knp,listed_persons,listed_amount,unlisted_persons,unlisted_amount,payments_amount,file";

/// In what form lists are written.
#[derive(Debug, Clone)]
pub(crate) enum Format {
    Csv,
    Xlsx {
        lang: Lang,
        /// Who stands at the head of each list.
        operator: Operator,
    },
    Mt102 {
        payer: Payer,
        date: Day,
        encoding: Encoding,
    },
}

impl Format {
    /// The name on the command line.
    pub fn code(&self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx { .. } => "xlsx",
            Format::Mt102 { .. } => "mt102",
        }
    }
}

/// What lists are to be made of.
pub(crate) struct ListsJob<'a> {
    pub law: &'a Law,
    /// The directory of a run or a correction.
    pub run: &'a Path,
    pub contractors: Vec<Input>,
    pub header: Header,
    pub mapping: Mapping,
    pub payments: Vec<Payment>,
    /// Whether a payment without an established form is only left out, because all were asked for.
    pub all: bool,
    pub format: Format,
}

/// What lists come to.
#[derive(Default)]
pub(crate) struct Outcome {
    pub lists: Vec<ListTotal>,
    /// Payments that the tables give no MT-102 for, and why.
    pub refused: Vec<(Payment, Month, Error)>,
    pub unlisted_rows: u64,
    /// Rows of `doubts.csv`.
    pub doubts: u64,
    pub rejected: u64,
    pub outputs: Vec<Written>,
    pub inputs: Vec<ReadFile>,
    pub previous: String,
    /// The number of the next payment order.
    pub next_order: Option<u64>,
}

/// What a list comes to, and what the run or correction says.
#[derive(Debug, Clone)]
pub(crate) struct ListTotal {
    pub line: PaymentLine,
    pub persons: u64,
    pub amount: TengeSum,
    pub unlisted_persons: u64,
    pub unlisted_amount: TengeSum,
    /// The file or sheet; empty where there is none.
    pub file: String,
}

/// What the amounts of lists are taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    /// All that a run withholds.
    Register,
    /// What is due in addition: the deltas of a correction that are above zero. Those below are for `refunds`; what is
    /// paid above due is not set off against what is still to be paid, of the same person or another.
    Corrections,
}

impl Source {
    /// Which of the two this directory is.
    fn of(run: &Run) -> Result<Source, Error> {
        if run.has(CORRECTIONS) {
            run.needs(&[SUMMARY])?;
            return Ok(Source::Corrections);
        }
        let needed = [Source::Register.rows(), Source::Register.totals(), "limits.csv", "rejects.csv"];
        run.needs(&needed).map_err(|error| {
            error.with_hint(
                "lists are of what `ustap calculate` withholds, or of what `ustap correct` adds: name its directory",
            )
        })?;
        run.verify("limits.csv")?;
        Ok(Source::Register)
    }

    /// The file with the amounts of persons.
    fn rows(self) -> &'static str {
        match self {
            Source::Register => "register.csv",
            Source::Corrections => CORRECTIONS,
        }
    }

    /// The file with the sums that lists have to come to.
    fn totals(self) -> &'static str {
        match self {
            Source::Register => "payments.csv",
            Source::Corrections => SUMMARY,
        }
    }

    fn payments(self, run: &Run, law: &Law) -> Result<Vec<PaymentLine>, Error> {
        match self {
            Source::Register => payments(run),
            Source::Corrections => to_pay(run, law),
        }
    }
}

/// Where the rows of a list go.
enum Sink<'a> {
    Csv(Box<OutputFile>),
    Sheet(SheetId),
    Mt102(Box<Mt102File<'a>>),
    /// The tables have no form for it.
    Refused,
}

struct List<'a> {
    total: ListTotal,
    sink: Sink<'a>,
}

/// All that is being written.
struct Writing<'a> {
    source: Source,
    names: &'a Names,
    asked: Asked,
    doubts: Doubts,
    /// The person's month that is being read.
    gathered: Gathered,
    lists: Vec<List<'a>>,
    /// The lists of the month that is being read.
    month: Option<(Month, PerPayment<Option<usize>>)>,
    unlisted: Table,
    book: Option<WholeBook>,
    wanted: PerPayment<bool>,
}

/// The workbook and its sheets that are no lists.
struct WholeBook {
    book: Book,
    lang: Lang,
    operator: Operator,
    totals: SheetId,
    /// The register or the corrections.
    rows: SheetId,
    rejects: SheetId,
}

impl ListsJob<'_> {
    /// Writes the lists into the directory.
    ///
    /// # Errors
    /// Where the run or correction does not verify, a file cannot be read or written, lists do not agree with its sums, or
    /// an MT-102 would break a rule.
    pub fn write(&self, dir: &Path, progress: &Progress) -> Result<Outcome, Error> {
        let run = Run::open(self.run, &[])?;
        let source = Source::of(&run)?;
        let payments = source.payments(&run, self.law)?;
        let mut outcome = Outcome { previous: run.receipt.clone(), ..Outcome::default() };
        let mut names = Names::default();
        let file = OutputFile::create(dir, "rejects.csv", REJECTS)?;
        let mut rejects = NameRejects { law: self.law, file, counts: Default::default(), foreign_row: None };
        for input in &self.contractors {
            let (digested, rows) = read(input, &self.header, &mut names, &mut rejects)?;
            progress.read(digested.bytes);
            outcome.inputs.push(ReadFile { kind: Kind::Contractors, digested, rows });
        }
        let inputs: Vec<_> = outcome.inputs.iter().map(|file| (file.kind, &file.digested, file.rows)).collect();
        self.mapping.check(&inputs)?;
        outcome.rejected = rejects.counts.total();
        let with_rows = self.with_rows(&run, source, &names)?;
        let mut writing = self.open(dir, (source, &payments), (&names, &with_rows), &mut outcome)?;
        match source {
            Source::Register => register(&run, self.law, |row| writing.register_row(row))?,
            Source::Corrections => corrections(&run, |row| writing.correction_row(row))?,
        }
        writing.person()?;
        self.finish(dir, &run, writing, (&names, &mut outcome))?;
        outcome.outputs.push(rejects.file.finish()?);
        Ok(outcome)
    }

    /// The lists of payment orders that somebody will stand on, known before the first order takes its number: a list of
    /// nobody has no order.
    fn with_rows(&self, run: &Run, source: Source, names: &Names) -> Result<BTreeSet<(Payment, Month)>, Error> {
        let mut with_rows = BTreeSet::new();
        let Format::Mt102 { .. } = self.format else { return Ok(with_rows) };
        let asked = self.asked();
        match source {
            Source::Register => register(run, self.law, |row| {
                let paid = |payment: &Payment| row.circumstances.amounts[*payment] > Tenge::ZERO;
                if names.person(row.iin, asked).is_ok() {
                    with_rows.extend(Payment::ALL.into_iter().filter(paid).map(|payment| (payment, row.period)));
                }
                Ok(())
            })?,
            Source::Corrections => corrections(run, |row| {
                if row.delta > Tenge::ZERO && names.person(row.iin, asked).is_ok() {
                    with_rows.insert((row.payment, row.period));
                }
                Ok(())
            })?,
        }
        Ok(with_rows)
    }

    /// What the form of the lists asks for of a person.
    fn asked(&self) -> Asked {
        match self.format {
            Format::Csv | Format::Xlsx { .. } => Asked::default(),
            Format::Mt102 { date, .. } => {
                let birth_date = self.law.settlement().mt102_layout(date).is_some_and(|layout| layout.needs_birth_date);
                Asked { birth_date, fit_bank: true }
            }
        }
    }

    fn open<'a>(
        &'a self,
        dir: &Path,
        (source, payments): (Source, &'a [PaymentLine]),
        (names, with_rows): (&'a Names, &BTreeSet<(Payment, Month)>),
        outcome: &mut Outcome,
    ) -> Result<Writing<'a>, Error> {
        let wanted = PerPayment::from_fn(|payment| self.payments.contains(&payment));
        let mut book = match &self.format {
            Format::Xlsx { lang, operator } => Some(WholeBook::new(dir, *lang, operator.clone())?),
            Format::Csv | Format::Mt102 { .. } => None,
        };
        let mut next_order = match &self.format {
            Format::Mt102 { payer, .. } => payer.next_order,
            Format::Csv | Format::Xlsx { .. } => 0,
        };
        let mut lists = Vec::new();
        for line in payments.iter().filter(|line| wanted[line.payment]) {
            let name = format!("{}-{}", line.payment, line.period);
            let mut total = ListTotal {
                line: line.clone(),
                persons: 0,
                amount: TengeSum::default(),
                unlisted_persons: 0,
                unlisted_amount: TengeSum::default(),
                file: format!("{name}.csv"),
            };
            let sink = match (&self.format, &mut book) {
                (Format::Csv, _) => Sink::Csv(Box::new(OutputFile::create(dir, total.file.clone(), LIST)?)),
                (Format::Xlsx { .. }, Some(book)) => {
                    total.file = book.list_name(line);
                    Sink::Sheet(book.list(line)?)
                }
                (Format::Mt102 { .. }, _) if !with_rows.contains(&(line.payment, line.period)) => {
                    total.file.clear();
                    Sink::Refused
                }
                (Format::Mt102 { payer, date, encoding }, _) => {
                    let asked = (line.payment, line.period, line.knp.as_str());
                    match order(self.law, payer, asked, (next_order, *date, *encoding)) {
                        Ok(order) => {
                            next_order += 1;
                            total.file = format!("{name}.txt");
                            Sink::Mt102(Box::new(Mt102File::create(dir, total.file.clone(), order)?))
                        }
                        Err(error) if self.all => {
                            total.file.clear();
                            outcome.refused.push((line.payment, line.period, error));
                            Sink::Refused
                        }
                        Err(error) => return Err(error),
                    }
                }
                (Format::Xlsx { .. }, None) => Sink::Refused,
            };
            lists.push(List { total, sink });
        }
        if let Format::Mt102 { .. } = self.format {
            outcome.next_order = Some(next_order);
        }
        let mut unlisted = Table::create(dir, "unlisted.csv", UNLISTED)?;
        if let Some(WholeBook { book, lang, .. }) = &mut book {
            unlisted = unlisted.with_sheet(book, *lang, "unlisted")?;
        }
        if let Some(book) = &mut book {
            book.others(source)?;
        }
        Ok(Writing {
            source,
            names,
            asked: self.asked(),
            doubts: Doubts::default(),
            gathered: Gathered::default(),
            lists,
            month: None,
            unlisted,
            book,
            wanted,
        })
    }

    fn finish(
        &self,
        dir: &Path,
        run: &Run,
        writing: Writing<'_>,
        (names, outcome): (&Names, &mut Outcome),
    ) -> Result<(), Error> {
        let Writing { source, lists, unlisted, mut book, doubts, .. } = writing;
        let doubts = doubts.write(dir, |iin, column| names.value(iin, column))?;
        outcome.doubts = doubts.rows;
        let unlisted = unlisted.finish()?;
        outcome.unlisted_rows = unlisted.rows;
        let mut totals = OutputFile::create(dir, "lists.csv", LISTS)?;
        for List { mut total, sink } in lists {
            agrees(&total, source)?;
            match sink {
                Sink::Csv(file) => outcome.outputs.push(file.finish()?),
                Sink::Mt102(file) => {
                    if let Some(written) = finish_mt102(dir, *file, total.amount)? {
                        outcome.outputs.push(written);
                    } else {
                        total.file.clear();
                    }
                }
                Sink::Sheet(sheet) => {
                    if let Some(book) = &mut book {
                        book.list_total(sheet, &total)?;
                    }
                }
                Sink::Refused => {}
            }
            if let Some(book) = &mut book {
                book.total_row(&total)?;
            }
            let mut bytes = Vec::new();
            let ListTotal { line, persons, amount, unlisted_persons, unlisted_amount, file } = &total;
            let mut fields = RowWriter::new(&mut bytes);
            fields.text(line.payment.code()).text(&line.period.to_string()).text(&line.knp).number(*persons);
            fields.sum(*amount).number(*unlisted_persons).sum(*unlisted_amount).sum(line.amount).text(file).end();
            totals.write(&bytes, 1)?;
            outcome.lists.push(total);
        }
        match (source, &mut book) {
            (Source::Register, Some(book)) => book.rejects(run)?,
            (Source::Register, None) => run.verify("rejects.csv")?,
            // The rows that a correction's runs rejected are theirs.
            (Source::Corrections, _) => {}
        }
        if let Some(mut book) = book {
            book.total(&outcome.lists)?;
            outcome.outputs.push(book.book.finish()?);
        }
        outcome.outputs.push(totals.finish()?);
        outcome.outputs.extend([unlisted, doubts]);
        Ok(())
    }

    /// The receipt of the lists.
    pub fn receipt(&self, outcome: &Outcome) -> Receipt {
        let mut options = ListsOptions {
            payments: self.payments.clone(),
            format: self.format.code().to_owned(),
            contractors_encoding: self.header.encoding(),
            columns: self.mapping.named(Kind::Contractors).collect(),
            ignore_columns: self.mapping.ignored.clone(),
            date: None,
            encoding: None,
            payer: None,
            next_order: None,
        };
        match &self.format {
            Format::Csv => {}
            Format::Xlsx { operator, .. } => {
                options.payer = Some(operator.number.clone()).filter(|number| !number.is_empty());
            }
            Format::Mt102 { payer, date, encoding } => {
                (options.date, options.encoding) = (Some(*date), Some(*encoding));
                (options.payer, options.next_order) = (Some(payer.bin.to_string()), Some(payer.next_order));
            }
        }
        let lists = outcome.lists.iter().map(|total| ListTotals {
            payment: total.line.payment,
            period: total.line.period,
            listed_persons: total.persons,
            listed: total.amount,
            unlisted_persons: total.unlisted_persons,
            unlisted: total.unlisted_amount,
        });
        let totals = ListsTotals { lists: lists.collect(), doubts: outcome.doubts, rejected: outcome.rejected };
        let made = Made::Lists(options, totals);
        Receipt::new(made, vec![outcome.previous.clone()], &outcome.inputs, self.law, &outcome.outputs)
    }
}

/// Puts the file on the disk, reads it back and holds it against its rules; a file without rows is none.
fn finish_mt102(dir: &Path, file: Mt102File<'_>, total: TengeSum) -> Result<Option<Written>, Error> {
    let path = dir.join(&file.name);
    if file.rows == 0 {
        drop(file);
        std::fs::remove_file(&path).map_err(|cause| crate::output::file::fault(&path, &cause))?;
        return Ok(None);
    }
    let (written, order): (Written, Order<'_>) = file.finish()?;
    mt102_check::check(&path, &order, total)?;
    Ok(Some(written))
}

/// Whether list and unlisted are what the file with the sums has.
fn agrees(total: &ListTotal, source: Source) -> Result<(), Error> {
    let PaymentLine { payment, period, amount, persons: told, .. } = &total.line;
    let mut sum = total.amount;
    sum += total.unlisted_amount;
    let persons = total.persons + total.unlisted_persons;
    let told = told.unwrap_or(persons);
    if sum == *amount && persons == told {
        return Ok(());
    }
    let (rows, totals) = (source.rows(), source.totals());
    Err(Error::new(
        ErrorKind::Input,
        format!("{rows} has {sum} of `{payment}` in {period} from {persons} persons, {totals} {amount} from {told}"),
    ))
}

/// What is to be paid for one person and month, summed over regimes.
#[derive(Default)]
struct Gathered {
    key: Option<(Month, Iin)>,
    amounts: PerPayment<Tenge>,
}

impl Gathered {
    fn add(&mut self, payment: Payment, amount: Tenge) -> Result<(), Error> {
        self.amounts[payment] = self.amounts[payment]
            .checked_add(amount)
            .ok_or_else(|| Error::new(ErrorKind::Overflow, "the amounts of one person and month are out of range"))?;
        Ok(())
    }
}

impl Writing<'_> {
    fn register_row(&mut self, row: &RegisterLine<'_>) -> Result<(), Error> {
        if let Some(book) = &mut self.book {
            book.register_row(row)?;
        }
        self.month_of(row.period, row.iin)?;
        Payment::ALL.into_iter().try_for_each(|payment| self.gathered.add(payment, row.circumstances.amounts[payment]))
    }

    fn correction_row(&mut self, row: &CorrectionLine<'_>) -> Result<(), Error> {
        if let Some(book) = &mut self.book {
            book.correction_row(row)?;
        }
        self.month_of(row.period, row.iin)?;
        self.gathered.add(row.payment, row.delta)
    }

    /// Goes on to this person's month; the one before it is complete.
    fn month_of(&mut self, period: Month, iin: Iin) -> Result<(), Error> {
        let key = Some((period, iin));
        if self.gathered.key != key {
            self.person()?;
            self.gathered.key = key;
        }
        Ok(())
    }

    /// Puts the person's month on the lists of the payments that he has an amount of.
    fn person(&mut self) -> Result<(), Error> {
        let gathered = std::mem::take(&mut self.gathered);
        let Some((period, iin)) = gathered.key else { return Ok(()) };
        let wanted = |&payment: &Payment| self.wanted[payment] && gathered.amounts[payment] > Tenge::ZERO;
        let paid: Vec<Payment> = Payment::ALL.into_iter().filter(wanted).collect();
        if paid.is_empty() {
            return Ok(());
        }
        let lists = self.of_month(period);
        let names: &Names = self.names;
        let person = names.person(iin, self.asked);
        if !matches!(person, Err(Unnamed::Missing(_))) {
            self.doubts.add(iin, names.doubts(iin));
        }
        for payment in paid {
            let Some(list) = lists[payment].and_then(|at| self.lists.get_mut(at)) else {
                let message = format!("{} has nothing to pay of `{payment}` in {period}", self.source.totals());
                return Err(Error::new(ErrorKind::Input, message));
            };
            let amount = gathered.amounts[payment];
            match &person {
                Ok(person) => list.push(iin, person, amount, self.book.as_mut())?,
                Err(unnamed) => {
                    let missing = unnamed.missing();
                    list.total.unlisted_persons += 1;
                    list.total.unlisted_amount += amount;
                    let cells = [
                        Cell::Iin(iin),
                        Cell::Month(period),
                        Cell::Payment(payment),
                        Cell::Text(&list.total.line.knp),
                        Cell::Money(amount.into()),
                        Cell::Text(missing),
                    ];
                    self.unlisted.row(self.book.as_mut().map(|book| &mut book.book), &cells)?;
                }
            }
        }
        Ok(())
    }

    fn of_month(&mut self, period: Month) -> PerPayment<Option<usize>> {
        if let Some((month, lists)) = self.month
            && month == period
        {
            return lists;
        }
        let place = |payment| {
            self.lists.iter().position(|list| (list.total.line.payment, list.total.line.period) == (payment, period))
        };
        let lists = PerPayment::from_fn(place);
        self.month = Some((period, lists));
        lists
    }
}

impl List<'_> {
    fn push(
        &mut self,
        iin: Iin,
        person: &Person<'_>,
        amount: Tenge,
        book: Option<&mut WholeBook>,
    ) -> Result<(), Error> {
        let ListTotal { line, persons, amount: total, .. } = &mut self.total;
        *persons += 1;
        *total += amount;
        let Person { surname, given_name, patronymic, birth_date } = *person;
        match (&mut self.sink, book) {
            (Sink::Csv(file), _) => {
                let mut bytes = Vec::with_capacity(128);
                let mut fields = RowWriter::new(&mut bytes);
                fields
                    .number(*persons)
                    .iin(iin)
                    .text(surname)
                    .text(given_name)
                    .text(patronymic)
                    .optional_day(birth_date);
                fields.text(&line.period.to_string()).text(&line.knp).money(amount).end();
                file.write(&bytes, 1)
            }
            (Sink::Mt102(file), _) => file.row(iin, person, amount),
            (Sink::Sheet(sheet), Some(book)) => {
                let (iin, period) = (iin.to_string(), line.period.to_string());
                let cells = [
                    Cell::Count(*persons),
                    Cell::Text(&iin),
                    Cell::Text(surname),
                    Cell::Text(given_name),
                    Cell::Text(patronymic),
                    birth_date.map_or(Cell::Empty, Cell::Day),
                    Cell::Text(&period),
                    Cell::Text(&line.knp),
                    Cell::Money(amount.into()),
                ];
                book.book.row(*sheet, &cells)
            }
            (Sink::Sheet(_) | Sink::Refused, _) => Ok(()),
        }
    }
}

impl WholeBook {
    fn new(dir: &Path, lang: Lang, operator: Operator) -> Result<WholeBook, Error> {
        let mut book = Book::new(dir, "lists.xlsx")?;
        let header = LISTS.trim_end_matches(",file");
        let totals = book.sheet(lang.form("totals", header))?;
        Ok(WholeBook { book, lang, operator, totals, rows: totals, rejects: totals })
    }

    fn list_name(&self, line: &PaymentLine) -> String {
        format!("{} {}", self.lang.payment(line.payment), line.period)
    }

    fn list(&mut self, line: &PaymentLine) -> Result<SheetId, Error> {
        self.book.sheet(self.lang.list((line.payment, line.period, &line.knp), &self.operator, LIST))
    }

    /// The sheets behind the lists.
    fn others(&mut self, source: Source) -> Result<(), Error> {
        let lang = self.lang;
        match source {
            Source::Register => {
                self.rows = self.book.sheet(lang.form("register", REGISTER))?;
                self.rejects = self.book.sheet(lang.form("rejects", REJECTS))?;
            }
            Source::Corrections => {
                self.rows = self.book.sheet(lang.form("corrections", rows_out::CORRECTIONS))?;
            }
        }
        Ok(())
    }

    fn register_row(&mut self, row: &RegisterLine<'_>) -> Result<(), Error> {
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

    fn correction_row(&mut self, row: &CorrectionLine<'_>) -> Result<(), Error> {
        let (iin, period) = (row.iin.to_string(), row.period.to_string());
        let cells = [
            Cell::Text(&iin),
            Cell::Text(&period),
            Cell::Text(self.lang.payment(row.payment)),
            Cell::Money(row.before.into()),
            Cell::Money(row.after.into()),
            Cell::Money(row.delta.into()),
            Cell::Text(row.cause),
        ];
        self.book.row(self.rows, &cells)
    }

    fn total_row(&mut self, total: &ListTotal) -> Result<(), Error> {
        let ListTotal { line, persons, amount, unlisted_persons, unlisted_amount, .. } = total;
        let period = line.period.to_string();
        let cells = [
            Cell::Text(self.lang.payment(line.payment)),
            Cell::Text(&period),
            Cell::Text(&line.knp),
            Cell::Count(*persons),
            Cell::Money(*amount),
            Cell::Count(*unlisted_persons),
            Cell::Money(*unlisted_amount),
            Cell::Money(line.amount),
        ];
        self.book.row(self.totals, &cells)
    }

    /// The row of sums under the totals.
    fn total(&mut self, lists: &[ListTotal]) -> Result<(), Error> {
        let [mut listed, mut unlisted, mut all] = [TengeSum::default(); 3];
        for ListTotal { line, amount, unlisted_amount, .. } in lists {
            listed += *amount;
            unlisted += *unlisted_amount;
            all += line.amount;
        }
        let sums = [("listed_amount", listed), ("unlisted_amount", unlisted), ("payments_amount", all)];
        self.book.total(self.totals, self.lang.total(), &sums.map(|(column, sum)| (column, Cell::Money(sum))))
    }

    /// The row of sums under a list.
    fn list_total(&mut self, sheet: SheetId, total: &ListTotal) -> Result<(), Error> {
        let label = self.lang.total_of(total.persons);
        self.book.total(sheet, &label, &[("amount", Cell::Money(total.amount))])
    }

    /// The rows that the run rejected.
    fn rejects(&mut self, run: &Run) -> Result<(), Error> {
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
