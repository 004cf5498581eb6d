//! The main job and the distribution over tables that a host program holds: nothing is read from or written to files.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use crate::batch::operation::Position;
use crate::batch::pages::Page;
use crate::batch::rejects::{Rejected, Rejects, shown_value};
use crate::batch::run::BatchRun;
use crate::batch::totals::{PaymentRow, payments};
use crate::commands::distribute::{Has, PAID, PaidRows, paid_header};
use crate::commands::received::answers::{KGD, SOCIAL_SUMS, kgd_header, kgd_row};
use crate::commands::received::rejects::SettlementReject;
use crate::error::{Error, ErrorKind};
use crate::facts::Facts;
use crate::language::Language;
use crate::law::{Law, OverLimit};
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::reading::cells::{Cells, RowFault, at_fault};
use crate::reading::columns::{ColumnSource, Columns, place};
use crate::reading::encoding::Encoding;
use crate::reading::fact_rows::{FactRows, FactsRead};
use crate::reading::fault::Fault;
use crate::reading::header::Header;
use crate::reading::headings::{Kind, fold, words};
use crate::reading::mapping::{Mapping, NamedBy, Zeros};
use crate::reading::reasons::Reason;
use crate::reading::{contractors, exemptions, operations};
use crate::reject::RejectCounts;
use crate::run::rows_in::Months;
use crate::settlement::{Computed, Distributed, Distributing, Distribution, Fault as UnfitFault, Side};
use crate::threads::Means;
use crate::words::say;

/// How operations in columns are calculated.
#[derive(Debug, Clone)]
pub struct Terms {
    /// The law.
    pub law: Arc<Law>,
    /// The only month that counts.
    pub period: Option<Month>,
    /// How income above the monthly limit is read.
    pub over_limit: OverLimit,
    /// Exemptions that became known after this day are not used.
    pub known_on: Option<Day>,
    /// Whether a text that has lost its leading zeros gets them back.
    pub restore_zeros: bool,
    /// Threads, at least one.
    pub threads: usize,
    /// Bytes that may be held beside fixed buffers and the result.
    pub memory: usize,
    /// Where temporary files are made for what does not fit.
    pub dir: PathBuf,
    /// Whether lines are wanted.
    pub lines: bool,
    /// The language of messages.
    pub language: Language,
}

/// What the main job is of.
#[derive(Debug)]
pub struct Tables<C> {
    /// Operations.
    pub operations: C,
    /// What was read of persons before.
    pub facts: ReadFacts,
}

/// Facts on persons while their tables are read, one after another, so that no more is held of them than the facts: a
/// program may have to end with one table before it begins the next.
pub struct TableFacts<'t> {
    terms: &'t Terms,
    rows: FactRows<'t>,
    /// Rows of exemptions and of contractors, where there is such a table.
    read: [Option<u64>; 2],
}

/// Facts on persons of tables that were read.
#[derive(Debug)]
pub struct ReadFacts {
    facts: Facts,
    rejects: Rejects,
    read: [Option<u64>; 2],
    lacks_known_on: bool,
}

impl TableFacts<'_> {
    /// Takes the next rows with exemptions; `false` at the end.
    ///
    /// # Errors
    /// What the table fails with, and where a reject cannot be kept.
    pub fn exemptions<C: Columns>(&mut self, table: &C) -> Result<bool, Error> {
        let rows = &mut self.rows;
        let read = next_rows(table, |number, row| rows.exemption(row, place(1, number)).map(|_| ()));
        TableFacts::count(&mut self.read[0], read)
    }

    /// The same for contractors.
    ///
    /// # Errors
    /// As for exemptions.
    pub fn contractors<C: Columns>(&mut self, table: &C) -> Result<bool, Error> {
        let rows = &mut self.rows;
        let read = next_rows(table, |number, row| rows.contractor(row, place(2, number)).map(|_| ()));
        TableFacts::count(&mut self.read[1], read)
    }

    fn count(rows: &mut Option<u64>, read: Result<Option<u64>, Error>) -> Result<bool, Error> {
        let read = read.map_err(of_no_command_line)?;
        *rows.get_or_insert(0) += read.unwrap_or(0);
        Ok(read.is_some())
    }

    /// The facts that were read.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Memory`] where they take more than they may, and where a reject cannot be kept.
    pub fn finish(self) -> Result<ReadFacts, Error> {
        let lacks_known_on = self.terms.known_on.is_some() && !self.rows.any_known_on;
        let finished = self.rows.finish(self.terms.means().threads(), &mut RejectCounts::default());
        let FactsRead { facts, rejects, .. } = finished.map_err(of_no_command_line)?;
        Ok(ReadFacts { facts, rejects, read: self.read, lacks_known_on })
    }
}

/// A row that was rejected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectedRow {
    /// The number of its table, in the order in which they are given.
    pub table: usize,
    /// The number of the row, from 0.
    pub row: u64,
    /// The operation's id, where the row is one of operations.
    pub operation_id: Option<String>,
    /// The code.
    pub code: &'static str,
    /// The column at fault; empty where none is.
    pub field: &'static str,
    /// The field as it stood.
    pub value: String,
    /// What is there and what is needed.
    pub message: String,
}

/// What operations come to beside their rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Operations read.
    pub read: u64,
    /// Operations that count.
    pub accepted: u64,
    /// Rows of exemptions and of contractors read, where they are given.
    pub facts_read: [Option<u64>; 2],
    /// Whether it matters when an exemption became known, and no exemption says it.
    pub lacks_known_on: bool,
}

impl Terms {
    /// Facts on persons, of which no table was read yet.
    pub fn facts(&self) -> TableFacts<'_> {
        let rejects = Rejects::new(self.memory / 16, &self.dir);
        let zeros = Zeros::asked(self.restore_zeros);
        let rows = FactRows::new(&self.law, (zeros, self.known_on), self.memory, rejects);
        TableFacts { terms: self, rows, read: [None; 2] }
    }

    /// Calculates the tables: rejected rows go to `reject` in their order, what was counted to `counted` behind them, and
    /// pages of rows to `emit`, in the order of the register. Gives what is to be transferred.
    ///
    /// # Errors
    /// What a table, adding up, or one of the three fails with; nothing that was handed on is of use then.
    pub fn calculate<C: Columns, P: Page>(
        &self,
        tables: Tables<C>,
        rows: &AtomicU64,
        reject: impl FnMut(RejectedRow) -> Result<(), Error>,
        counted: impl FnOnce(&Counts) -> Result<(), Error>,
        pages: (impl Fn() -> P + Sync, impl FnMut(&mut P) -> Result<(), Error> + Send),
    ) -> Result<Vec<PaymentRow>, Error> {
        self.calculated(tables, rows, reject, counted, pages).map_err(of_no_command_line)
    }

    fn calculated<C: Columns, P: Page>(
        &self,
        Tables { operations, facts: of_persons }: Tables<C>,
        rows: &AtomicU64,
        mut reject: impl FnMut(RejectedRow) -> Result<(), Error>,
        counted: impl FnOnce(&Counts) -> Result<(), Error>,
        (make, emit): (impl Fn() -> P + Sync, impl FnMut(&mut P) -> Result<(), Error> + Send),
    ) -> Result<Vec<PaymentRow>, Error> {
        let ReadFacts { facts, rejects: fact_rejects, read: facts_read, lacks_known_on } = of_persons;
        let run = BatchRun {
            law: &self.law,
            facts: &facts,
            period: self.period,
            over_limit: self.over_limit,
            after: None,
            means: self.means(),
        };
        let source = ColumnSource::new(&operations, (Zeros::asked(self.restore_zeros), self.period), rows);
        let mut prepared = run.prepare(&source, None)?;
        let mut rejects = std::mem::take(&mut prepared.rejects);
        rejects.push(fact_rejects);
        let merged = Rejects::merge(rejects);
        let mut sorted = merged.read()?;
        while let Some(key) = sorted.key() {
            reject(self.rejected_row(Rejected::from_record(key, sorted.bytes())))?;
            sorted.advance()?;
        }
        drop(sorted);
        drop(merged);
        let (read, accepted) = (prepared.counts.read, prepared.counts.accepted());
        counted(&Counts { read, accepted, facts_read, lacks_known_on })?;
        let pages = run.pages(&prepared, self.lines, make, emit)?;
        Ok(payments(&pages.totals, &self.law))
    }

    fn means(&self) -> Means<'_> {
        Means::new(self.threads, self.memory, &self.dir)
    }

    fn rejected_row(&self, rejected: Rejected) -> RejectedRow {
        let Rejected { position, reject, field, value, reason, id } = rejected;
        let (table, row) = (position.file(), position.line().saturating_sub(1));
        let message = Reason::of_held(&reason).map(|reason| reason.message(&self.law).say(self.language));
        let (operation_id, message) = ((table == 0).then_some(id), message.unwrap_or_default());
        RejectedRow { table, row, operation_id, code: reject.code(), field, value, message }
    }
}

/// There is no command line whose options would help.
fn of_no_command_line(error: Error) -> Error {
    match error.kind() {
        ErrorKind::Memory => error.with_hint(say!("embedded-memory-hint")),
        ErrorKind::Output => error.with_hint(say!("embedded-space-hint")),
        _ => error,
    }
}

/// Hands on the next rows with their numbers; gives how many there are, and `None` at the end.
fn next_rows<C: Columns>(
    columns: &C,
    mut each: impl FnMut(u64, &C::Row<'_>) -> Result<(), Error>,
) -> Result<Option<u64>, Error> {
    let Some(piece) = columns.next()? else { return Ok(None) };
    let (first, count) = columns.range(&piece);
    for (number, at) in (first..).zip(0..count) {
        each(number, &columns.row(&piece, at))?;
    }
    Ok(Some(count as u64))
}

/// Hands on every row with its number; gives how many there are.
fn each_row<C: Columns>(
    columns: &C,
    mut each: impl FnMut(u64, &C::Row<'_>) -> Result<(), Error>,
) -> Result<u64, Error> {
    let mut rows = 0;
    while let Some(count) = next_rows(columns, &mut each)? {
        rows += count;
    }
    Ok(rows)
}

/// The tables of a distribution.
#[derive(Debug)]
pub struct DistributionTables<C> {
    /// What was paid.
    pub paid: C,
    /// Which of the columns that may be left out it has.
    pub has: Has,
    /// What КГД has computed.
    pub kgd: C,
    /// Exemptions.
    pub exemptions: Option<C>,
    /// Rows of earlier distributions.
    pub after: Vec<C>,
}

/// The names of the tables of a distribution, by number.
pub const DISTRIBUTION_TABLES: [&str; 3] = ["paid", "kgd", "exemptions"];

/// Distributes what was paid by what КГД has computed; the rejected rows are in the order of their tables. With them
/// how many rows both have.
///
/// # Errors
/// What a table fails with; kind [`ErrorKind::Input`] where a row of an earlier distribution is none.
pub fn distribute<C: Columns>(
    law: &Law,
    tables: &DistributionTables<C>,
) -> Result<(Distribution, Vec<RejectedRow>, [u64; 2]), Error> {
    let mut rejects = DistributionRejects { law, rows: Vec::new() };
    let mut rows = PaidRows::new(Distributing::new(law));
    let paid = each_row(&tables.paid, |number, row| {
        rejects.judge((0, number), &PAID, row, |row, place| rows.row(row, (tables.has, Zeros::AsTheyStand), place))
    })?;
    let (mut distributing, mut months) = (rows.distributing, Months::default());
    let computed = each_row(&tables.kgd, |number, row| {
        rejects.judge((1, number), &KGD, row, |row, place| {
            let read = kgd_row(row, Zeros::AsTheyStand, &mut months, SOCIAL_SUMS)?;
            // A sum below zero was rejected.
            distributing.computed(Computed { iin: read.iin, period: read.period, amounts: read.amounts(), place });
            Ok(())
        })
    })?;
    if let Some(table) = &tables.exemptions {
        each_row(table, |number, row| {
            rejects.judge((2, number), &exemptions::COLUMNS, row, |row, _| {
                let read = exemptions::read(row, law, Zeros::AsTheyStand).map_err(|(_, fault)| fault)?;
                distributing.facts.exemption(read.exemption);
                Ok(())
            })
        })?;
    }
    for table in &tables.after {
        let mut seen = HashSet::new();
        each_row(table, |number, row| {
            let of_row = earlier(row, number)?;
            if !seen.insert((of_row.iin, of_row.period, of_row.payment)) {
                return Err(no_earlier(number));
            }
            distributing.distributed(of_row).map_err(|_| no_earlier(number))
        })?;
    }
    let distribution = distributing.finish()?;
    for unfit in distribution.unfit().iter().filter(|unfit| unfit.side == Side::Computed) {
        if let UnfitFault::Repeated { iin, counts } = unfit.fault {
            rejects.repeated(unfit.place, iin, counts);
        }
    }
    if !distribution.conservation().holds() {
        return Err(Error::defect(say!("distributed-not-conserved")));
    }
    let mut rows = rejects.rows;
    rows.sort_by_key(|row| (row.table, row.row));
    Ok((distribution, rows, [paid, computed]))
}

/// A row of an earlier distribution, which a program has written.
fn earlier<'r>(row: &impl Cells<'r>, number: u64) -> Result<Distributed, Error> {
    let text = |column: usize| row.text(column).unwrap_or_default();
    let read = || {
        let payment = std::str::from_utf8(&text(2)).ok()?.parse::<Payment>().ok()?;
        let amount = row.amount(3).or_else(|| std::str::from_utf8(&text(3)).ok()?.parse().ok())?;
        let iin = Iin::parse(&text(0)).ok()?;
        Some(Distributed { iin, period: Months::default().read(&text(1))?, payment, amount })
    };
    read().ok_or_else(|| no_earlier(number))
}

/// A row is none of a distribution, which has one of each person, month and payment and no amount below zero.
fn no_earlier(number: u64) -> Error {
    Error::new(ErrorKind::Input, say!("embedded-after-no-row", number = number.to_string()))
        .with_hint(say!("embedded-after-no-row-hint"))
}

struct DistributionRejects<'l> {
    law: &'l Law,
    rows: Vec<RejectedRow>,
}

impl DistributionRejects<'_> {
    /// Hands a row on, and keeps it where it is not taken.
    fn judge<'r, R: Cells<'r>>(
        &mut self,
        (table, number): (usize, u64),
        columns: &[&'static str],
        row: &R,
        take: impl FnOnce(&R, Position) -> Result<(), Fault<SettlementReject>>,
    ) -> Result<(), Error> {
        let taken = match row.fault() {
            Some(RowFault(reason)) => Err(Fault::row(reason)),
            None => take(row, place(table, number)),
        };
        if let Err(Fault { reject, reason, column }) = taken {
            let (field, value) = at_fault(row, columns, column);
            self.push((table, number), reject, field, [shown_value(&value), &self.message(reason)]);
        }
        Ok(())
    }

    fn message(&self, reason: Reason) -> String {
        reason.message(self.law).say(Language::En)
    }

    fn push(&mut self, (table, row): (usize, u64), reject: SettlementReject, field: &'static str, texts: [&str; 2]) {
        let [value, message] = texts.map(str::to_owned);
        self.rows.push(RejectedRow { table, row, operation_id: None, code: reject.code(), field, value, message });
    }

    fn repeated(&mut self, at: Position, iin: Iin, counts: Position) {
        let row = |position: Position| position.line().saturating_sub(1);
        let counts = (counts.line() + 1).to_string();
        let message = say!("row-repeated", file = DISTRIBUTION_TABLES[1], line = counts).say(Language::En);
        self.push((1, row(at)), SettlementReject::Repeated, KGD[0], [&iin.to_string(), &message]);
    }
}

/// The columns of an earlier distribution.
const EARLIER: [&str; 4] = ["iin", "period", "payment", "distributed"];

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// An id, a code, a name, a month.
    Text,
    /// A person.
    Iin,
    /// A day, of which an instant is one in Kazakhstan.
    Day,
    /// A day of the calendar, which is no instant.
    CalendarDay,
    /// Money.
    Money,
}

/// A table that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableKind {
    /// Operations.
    Operations,
    /// Exemptions.
    Exemptions,
    /// Contractors.
    Contractors,
    /// What was paid.
    Paid,
    /// КГД's sums.
    Kgd,
    /// An earlier distribution.
    Earlier,
}

/// Whether two headings are the same but for case, blanks and underscores.
pub fn is_same_heading(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

impl TableKind {
    /// Whether the heading is one of this column's.
    pub fn is_heading(self, column: &str, heading: &str) -> bool {
        let words = self.kind().and_then(|kind| words(kind, column).ok());
        words.is_some_and(|words| words.headings.contains(&fold(heading)))
    }

    /// The name in messages and in front of a column that is named otherwise.
    pub fn name(self) -> &'static str {
        self.kind().map_or("after", Kind::code)
    }

    fn kind(self) -> Option<Kind> {
        match self {
            TableKind::Operations => Some(Kind::Operations),
            TableKind::Exemptions => Some(Kind::Exemptions),
            TableKind::Contractors => Some(Kind::Contractors),
            TableKind::Paid => Some(Kind::Paid),
            TableKind::Kgd => Some(Kind::Kgd),
            TableKind::Earlier => None,
        }
    }

    /// The names of its columns, by number.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            TableKind::Operations => &operations::COLUMNS,
            TableKind::Exemptions => &exemptions::COLUMNS,
            TableKind::Contractors => &contractors::COLUMNS,
            TableKind::Paid => &PAID,
            TableKind::Kgd => &KGD,
            TableKind::Earlier => &EARLIER,
        }
    }

    /// What stands in a column with this name.
    pub fn expected(self, column: &str) -> Expected {
        match column {
            "iin" => Expected::Iin,
            "settled_on" | "corrects_on" => Expected::Day,
            "valid_from" | "valid_to" | "known_on" | "birth_date" | "regime_from" | "regime_to" => {
                Expected::CalendarDay
            }
            "income" | "amount" | "distributed" => Expected::Money,
            _ if self == TableKind::Kgd && column != "period" => Expected::Money,
            _ => Expected::Text,
        }
    }

    /// For each name of a table the number of the column that it is, where it is read; `renamed` has other names of
    /// columns, by `column` of the table `first` or `table.column` of any, and `known_on` says whether it matters when an
    /// exemption became known.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where a column is missing, stands twice, or resembles one that is missing.
    pub fn find(
        self,
        names: Vec<String>,
        (first, renamed): (TableKind, &[(String, String)]),
        known_on: bool,
    ) -> Result<Vec<Option<u8>>, Error> {
        let found = self.header(first, renamed, known_on).and_then(|header| header.of_names(names));
        found.map_err(|error| error.in_file(self.name()))
    }

    fn header(self, first: TableKind, renamed: &[(String, String)], known_on: bool) -> Result<Header, Error> {
        let first = first.kind().unwrap_or(Kind::Operations);
        let mapping = Mapping { named_by: NamedBy::Argument, ..Mapping::from_named(first, renamed, Vec::new())? };
        match self {
            TableKind::Operations => operations::header(Encoding::Utf8, &mapping),
            TableKind::Exemptions if known_on => exemptions::header(Encoding::Utf8, &mapping),
            TableKind::Exemptions => {
                exemptions::header(Encoding::Utf8, &mapping).map(|header| header.without_bearing("known_on"))
            }
            TableKind::Contractors => contractors::header(Encoding::Utf8, &mapping),
            TableKind::Paid => paid_header(Encoding::Utf8, &mapping),
            TableKind::Kgd => kgd_header(Encoding::Utf8, &mapping),
            TableKind::Earlier => Ok(Header::new(&EARLIER, &[], Encoding::Utf8).with_names_by(NamedBy::Program)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_columns_is_refused_in_one_language() {
        let find = |kind: TableKind, names: &[&str], renamed: &[(&str, &str)]| {
            let renamed: Vec<_> = renamed.iter().map(|&(name, other)| (name.to_owned(), other.to_owned())).collect();
            let names = names.iter().map(|&name| name.to_owned()).collect();
            kind.find(names, (TableKind::Operations, &renamed), false).unwrap_err()
        };
        let known = ["operation_id", "iin", "settled_on", "income"];
        let error = find(TableKind::Operations, &known, &[("nothing", "x")]);
        assert_eq!(error.kind(), ErrorKind::Input);
        for (language, message, hint) in [
            (
                Language::En,
                "operations: columns: there is no column `nothing` in the operations file",
                "`columns` gives a column another name; what is not meant is left out of the table",
            ),
            (
                Language::Ru,
                "operations: `columns`: в файле operations нет столбца `nothing`",
                "`columns` даёт столбцу другое имя; лишний столбец уберите из таблицы",
            ),
            (
                Language::Kk,
                "operations: `columns`: operations файлында `nothing` бағаны жоқ",
                "`columns` бағанға басқа ат береді; артық бағанды кестеден алып тастаңыз",
            ),
        ] {
            assert_eq!((error.say(language), error.hint_in(language)), (message.to_owned(), Some(hint.to_owned())));
        }
        // No hint names an option of the command line.
        let twice = ["operation_id", "iin", "settled_on", "income", "income"];
        let near = ["operation_id", "iin", "settled_on", "income", "corects_on"];
        let earlier = ["iin", "period", "payment", "distributed", "iin"];
        for (error, hint) in [
            (find(TableKind::Operations, &twice, &[]), say!("embedded-columns-hint")),
            (find(TableKind::Operations, &near, &[]), say!("embedded-columns-hint")),
            (find(TableKind::Earlier, &earlier, &[]), say!("embedded-after-columns-hint")),
        ] {
            assert_eq!((error.kind(), error.hint_in(Language::Kk)), (ErrorKind::Input, Some(hint.say(Language::Kk))));
        }
    }
}
