//! The main job over tables of columns.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use crate::batch::pages::Page;
use crate::batch::rejects::{Rejected, Rejects};
use crate::batch::run::BatchRun;
use crate::batch::totals::{PaymentRow, payments};
use crate::commands::embedded::rows::{RejectedRow, next_rows};
use crate::error::Error;
use crate::facts::Facts;
use crate::language::Language;
use crate::law::{Law, OverLimit};
use crate::period::{Day, Month};
use crate::reading::columns::{ColumnSource, Columns, place};
use crate::reading::fact_rows::{FactRows, FactsRead};
use crate::reading::header::mapping::Zeros;
use crate::reading::reasons::Reason;
use crate::reject::RejectCounts;
use crate::threads::Means;

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
        let read = read?;
        *rows.get_or_insert(0) += read.unwrap_or(0);
        Ok(read.is_some())
    }

    /// The facts that were read.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Memory`] where they take more than they may, kind [`ErrorKind::Output`] where a reject cannot be kept,
    /// kind [`ErrorKind::Overflow`] where they come to more than 2³² stretches of days.
    pub fn finish(self) -> Result<ReadFacts, Error> {
        let lacks_known_on = self.terms.known_on.is_some() && !self.rows.any_known_on;
        let finished = self.rows.finish(self.terms.means().threads(), &mut RejectCounts::default());
        let FactsRead { facts, rejects, .. } = finished?;
        Ok(ReadFacts { facts, rejects, read: self.read, lacks_known_on })
    }
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
    /// The terms where nothing else is asked for.
    pub fn of(law: Arc<Law>) -> Terms {
        Terms {
            law,
            period: None,
            over_limit: OverLimit::Cap,
            known_on: None,
            restore_zeros: false,
            threads: std::thread::available_parallelism().map_or(1, usize::from),
            memory: usize::MAX,
            dir: std::env::temp_dir(),
            lines: false,
            language: Language::En,
        }
    }

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
            reject(self.rejected_row(Rejected::from_record(key, sorted.bytes())?))?;
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
