//! `statement`: the incomes of a run's register in the form of the annex to the Rules, a statement for each month.

use std::collections::BTreeMap;
use std::path::Path;

use crate::commands::Done;
use crate::commands::contractors::doubts::Doubts;
use crate::commands::contractors::names::{NameFiles, Names, ReadNames};
use crate::commands::payer::Declarant;
use crate::commands::periods::{self, NoMonth};
use crate::error::Error;
use crate::language::Language;
use crate::law::Law;
use crate::money::TengeSum;
use crate::output::annex::{self, Head};
use crate::output::file::Written;
use crate::output::table::{Table, TableColumn, column};
use crate::output::workbook::{Book, Cell, SheetId};
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::reading::header::Header;
use crate::reading::header::headings::Kind;
use crate::reading::header::mapping::Mapping;
use crate::reading::input::{Input, ReadFile};
use crate::reading::progress::Progress;
use crate::reject::Reject;
use crate::run::files::{LEFT_OUT, LIMITS, OF_CALCULATION, PAYMENTS, REJECTS, SUMMARY, UNNAMED};
use crate::run::receipt::options::StatementOptions;
use crate::run::receipt::totals::{StatementMonth, StatementTotals};
use crate::run::receipt::{InputFile, Made, Receipt};
use crate::run::record::Run;
use crate::run::register_in::{IncomeLine, incomes};
use crate::run::rejected::RejectedByCode;
use crate::run::sums::hold;
use crate::words::say;

/// A statement.
const STATEMENT_COLUMNS: &[TableColumn] =
    &[column("number"), column("name"), column("iin"), column("period"), column("income")];
/// `left_out.csv`.
const LEFT_OUT_COLUMNS: &[TableColumn] = &[column("iin"), column("period"), column("income"), column("why")];
/// `unnamed.csv`.
const UNNAMED_COLUMNS: &[TableColumn] = &[column("iin"), column("period"), column("income"), column("missing")];
/// `summary.csv`.
const SUMMARY_COLUMNS: &[TableColumn] = &[
    column("period"),
    column("contractors"),
    column("income"),
    column("left_out"),
    column("left_out_income"),
    column("unnamed"),
];

/// In what form statements are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Csv,
    /// The form itself, to print and sign.
    Xlsx,
}

impl Format {
    pub const ALL: [Format; 2] = [Format::Csv, Format::Xlsx];

    /// The name on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
        }
    }
}

/// What is to be stated.
pub(crate) struct StatementJob<'a> {
    pub law: &'a Law,
    pub run: &'a Path,
    pub contractors: Vec<Input>,
    pub header: Header,
    pub mapping: Mapping,
    pub declarant: Declarant,
    /// The file that he is taken from.
    pub payer: InputFile,
    /// The months that are stated; all where none is named.
    pub periods: Vec<Month>,
    /// The day on which it is submitted.
    pub date: Option<Day>,
    pub format: Format,
    pub lang: Language,
    /// The language of sentences in CSV files.
    pub sentences: Language,
}

/// What statements come to.
#[derive(Default)]
pub(crate) struct StatementOutcome {
    pub months: Vec<MonthTotal>,
    pub no_month: Option<NoMonth>,
    /// Rows of the register of months that were not asked for.
    pub of_other_months: u64,
    /// Operations that the run has rejected, by code; repeated ones apart, which are stated once.
    pub rejected_operations: BTreeMap<Reject, u64>,
    /// Whether the run builds upon earlier ones, whose rejected operations are told by them.
    pub builds_upon: bool,
    /// Rows of `doubts.csv`.
    pub doubts: u64,
    /// Rows of contractors files that were rejected.
    pub rejected: RejectedByCode<Reject>,
    pub outputs: Vec<Written>,
    pub inputs: Vec<ReadFile>,
    pub previous: String,
    /// Whether the run was made with other tables of rates than those at hand.
    pub has_other_tables: bool,
}

/// What the statement of a month comes to.
#[derive(Debug, Clone)]
pub(crate) struct MonthTotal {
    pub totals: StatementMonth,
    /// What the rows of the register come to.
    pub register: TengeSum,
    pub file: String,
}

impl MonthTotal {
    fn of(period: Month, file: String) -> MonthTotal {
        let nothing = TengeSum::default();
        let (contractors, income, left_out, left_out_income, unnamed) = (0, nothing, 0, nothing, 0);
        let totals = StatementMonth { period, contractors, income, left_out, left_out_income, unnamed };
        MonthTotal { totals, register: nothing, file }
    }
}

impl StatementOutcome {
    /// Whether there is nothing to look at.
    pub fn is_clean(&self) -> bool {
        let unnamed: u64 = self.months.iter().map(|month| month.totals.unnamed).sum();
        let has_rejects = !self.rejected_operations.is_empty() || !self.rejected.is_empty();
        !has_rejects && (unnamed, self.doubts) == (0, 0) && self.no_month.is_none()
    }
}

/// Where the rows of a month go.
enum Sink {
    Csv(Box<Table>),
    Xlsx(Box<Book>, SheetId),
}

/// All that is being written.
struct Writing<'a> {
    job: &'a StatementJob<'a>,
    dir: &'a Path,
    names: &'a Names,
    month: Option<(MonthTotal, Sink)>,
    /// The person's month that is being read, and his income so far.
    person: Option<(Iin, TengeSum)>,
    left_out: Table,
    unnamed: Table,
    doubts: Doubts,
    /// All months of the register, and what its rows come to.
    all_months: Vec<Month>,
    all_income: TengeSum,
}

impl StatementJob<'_> {
    /// Writes the statements into the directory.
    ///
    /// # Errors
    /// Where the run does not verify or does not have a month that was asked for, a file cannot be read or written, or
    /// statement and what is left out do not come to the register.
    pub fn write(&self, dir: &Path, progress: &Progress) -> Result<Done<StatementOutcome>, Error> {
        let run = Run::open(self.run, &OF_CALCULATION)?;
        let (_, totals) = run.record.calculation().map_err(|error| run.refused(error))?;
        let rejected = totals.rejected.iter().filter(|(reject, rows)| **reject != Reject::Duplicate && **rows > 0);
        let mut outcome = StatementOutcome {
            previous: run.receipt.clone(),
            rejected_operations: rejected.map(|(reject, rows)| (*reject, *rows)).collect(),
            builds_upon: !run.record.previous.is_empty(),
            has_other_tables: run.record.has_other_tables(self.law),
            ..StatementOutcome::default()
        };
        let contractors =
            NameFiles { law: self.law, files: &self.contractors, header: &self.header, sentences: self.sentences };
        let ReadNames { names, files, rejected, rejects } = contractors.read(dir, progress)?;
        (outcome.inputs, outcome.rejected) = (files, rejected);
        self.mapping.check(&outcome.inputs)?;
        let mut writing = Writing {
            job: self,
            dir,
            names: &names,
            month: None,
            person: None,
            left_out: Table::create(dir, LEFT_OUT, LEFT_OUT_COLUMNS)?,
            unnamed: Table::create(dir, UNNAMED, UNNAMED_COLUMNS)?,
            doubts: Doubts::default(),
            all_months: Vec::new(),
            all_income: TengeSum::default(),
        };
        incomes(&run, |row| writing.row(row, &mut outcome))?;
        // What is not stated belongs to the record all the same.
        for name in [PAYMENTS, LIMITS, REJECTS] {
            run.verify(name)?;
        }
        hold(say!("sums-register-income"), writing.all_income, totals.income).map_err(|error| run.refused(error))?;
        writing.finish(&mut outcome)?;
        // A month that was asked for, the run has.
        outcome.no_month = outcome.months.is_empty().then_some(NoMonth { closed: run.record.closed });
        outcome.outputs.push(rejects.finish()?);
        let digest = self.receipt(&outcome).publish(dir)?;
        Ok(Done { outcome, digest })
    }

    fn sink(&self, dir: &Path, period: Month) -> Result<(String, Sink), Error> {
        let name = format!("statement-{period}.{}", self.format.code());
        let sink = match self.format {
            Format::Csv => Sink::Csv(Box::new(Table::create(dir, &name, STATEMENT_COLUMNS)?)),
            Format::Xlsx => {
                let Declarant { name: operator, number, chief } = &self.declarant;
                let number = number.to_string();
                let chief = chief.as_ref().map(|(name, iin)| (name.as_str(), iin.to_string()));
                let chief = chief.as_ref().map(|(name, iin)| (*name, iin.as_str()));
                let head = Head { operator, number: &number, chief, date: self.date };
                let mut book = Book::new(dir, &name)?;
                let sheet = book.sheet(annex::form(self.lang, period, &head))?;
                Sink::Xlsx(Box::new(book), sheet)
            }
        };
        Ok((name, sink))
    }

    fn receipt(&self, outcome: &StatementOutcome) -> Receipt {
        let options = StatementOptions {
            periods: self.periods.clone(),
            date: self.date,
            format: self.format.code().to_owned(),
            lang: self.lang.code().to_owned(),
            sentences: self.sentences,
            payer: self.declarant.number.to_string(),
            contractors_encoding: self.header.encoding(),
            columns: self.mapping.named(Kind::Contractors).collect(),
            ignore_columns: self.mapping.ignored.clone(),
            restore_zeros: self.mapping.zeros.are_restored(),
        };
        let totals = StatementTotals {
            months: outcome.months.iter().map(|month| month.totals.clone()).collect(),
            rejected_operations: outcome.rejected_operations.clone(),
            doubts: outcome.doubts,
            rejected: outcome.rejected.total(),
        };
        let made = Made::Statement(options, totals);
        let mut receipt =
            Receipt::new(made, vec![outcome.previous.clone()], &outcome.inputs, self.law, &outcome.outputs);
        receipt.inputs.push(self.payer.clone());
        receipt
    }
}

impl Writing<'_> {
    fn row(&mut self, row: &IncomeLine<'_>, outcome: &mut StatementOutcome) -> Result<(), Error> {
        self.all_income += row.income;
        if self.all_months.last() != Some(&row.period) {
            self.all_months.push(row.period);
        }
        if !periods::take(&self.job.periods, row.period) {
            outcome.of_other_months += 1;
            return Ok(());
        }
        if self.month.as_ref().is_none_or(|(month, _)| month.totals.period != row.period) {
            self.month_is_complete(outcome)?;
            let (file, sink) = self.job.sink(self.dir, row.period)?;
            self.month = Some((MonthTotal::of(row.period, file), sink));
        }
        if let Some((month, _)) = &mut self.month {
            month.register += row.income;
        }
        match &mut self.person {
            Some((iin, income)) if *iin == row.iin => *income += row.income,
            _ => {
                self.person_is_complete()?;
                self.person = Some((row.iin, row.income.into()));
            }
        }
        Ok(())
    }

    fn person_is_complete(&mut self) -> Result<(), Error> {
        let (Some((iin, income)), Some((month, sink))) = (self.person.take(), &mut self.month) else { return Ok(()) };
        let month = &mut month.totals;
        let of_person = [Cell::Iin(iin), Cell::Month(month.period), Cell::Money(income)];
        let with = |last| [of_person[0], of_person[1], of_person[2], Cell::Text(last)];
        if income <= TengeSum::default() {
            month.left_out += 1;
            month.left_out_income += income;
            return self.left_out.row(None, &with(if income == TengeSum::default() { "zero" } else { "negative" }));
        }
        month.contractors += 1;
        month.income += income;
        let (name, missing) = self.names.in_statement(iin);
        let [iin_cell, period, income_cell] = of_person;
        let cells = [Cell::Count(month.contractors), Cell::Text(&name), iin_cell, period, income_cell];
        match sink {
            Sink::Csv(table) => table.row(None, &cells)?,
            Sink::Xlsx(book, sheet) => book.row(*sheet, &cells)?,
        }
        self.doubts.add(iin, self.names.doubts_in_statement(iin));
        if missing.is_empty() {
            return Ok(());
        }
        month.unnamed += 1;
        self.unnamed.row(None, &with(&missing))
    }

    fn month_is_complete(&mut self, outcome: &mut StatementOutcome) -> Result<(), Error> {
        self.person_is_complete()?;
        let Some((month, sink)) = self.month.take() else { return Ok(()) };
        let stated: TengeSum = [month.totals.income, month.totals.left_out_income].into_iter().sum();
        if stated != month.register {
            let (stated, register) = (stated.to_string(), month.register.to_string());
            let period = month.totals.period.to_string();
            let message = say!("statement-not-conserved", stated = stated, period = period, register = register);
            return Err(Error::defect(message));
        }
        outcome.outputs.push(match sink {
            Sink::Csv(table) => table.finish()?,
            Sink::Xlsx(mut book, sheet) => {
                let label = self.job.lang.of_forms().total_of(month.totals.contractors);
                book.total(sheet, &label, &[("income", Cell::Money(month.totals.income))])?;
                book.finish()?
            }
        });
        outcome.months.push(month);
        Ok(())
    }

    fn finish(mut self, outcome: &mut StatementOutcome) -> Result<(), Error> {
        self.month_is_complete(outcome)?;
        periods::are_in(&self.job.periods, &self.all_months)?;
        let Writing { dir, names, left_out, unnamed, doubts, .. } = self;
        let mut summary = Table::create(dir, SUMMARY, SUMMARY_COLUMNS)?;
        for MonthTotal { totals: month, .. } in &outcome.months {
            let cells = [
                Cell::Month(month.period),
                Cell::Count(month.contractors),
                Cell::Money(month.income),
                Cell::Count(month.left_out),
                Cell::Money(month.left_out_income),
                Cell::Count(month.unnamed),
            ];
            summary.row(None, &cells)?;
        }
        let doubts = doubts.write(dir, |iin, column| names.value(iin, column))?;
        outcome.doubts = doubts.rows;
        outcome.outputs.extend([left_out.finish()?, unnamed.finish()?, summary.finish()?, doubts]);
        Ok(())
    }
}
