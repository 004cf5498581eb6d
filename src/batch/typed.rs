//! A batch of typed operations, with no file in sight.

use std::path::PathBuf;
use std::sync::Arc;

use crate::batch::operation::Operation;
use crate::batch::pages::Page;
use crate::batch::rejects::{Rejected, Rejects};
use crate::batch::run::BatchRun;
use crate::batch::source::{Source, Typed};
use crate::batch::totals::{PaymentRow, payments};
use crate::error::Error;
use crate::facts::intake::FactsIntake;
use crate::facts::rows::{ContractorRegime, Exemption};
use crate::law::{Law, OverLimit};
use crate::money::Tenge;
use crate::payment::PerPayment;
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::reject::{Reject, RejectCounts};
use crate::threads::Means;
use crate::withholding::limit::LimitRow;
use crate::withholding::month::MonthRows;
use crate::withholding::row::{LineRef, RegisterRow, RowRegime};

/// What is withheld from a batch of operations held in memory: the register that `ustap calculate` writes, as values.
///
/// ```
/// use ustap::{Batch, Law, Operation, Payment};
///
/// let law = Law::current()?;
/// let withheld = Batch::new(&law).run([Operation {
///     id: "op-1",
///     iin: "900101300017".parse()?,
///     settled_on: "2026-08-05".parse()?,
///     corrects_on: None,
///     income: "1000000".parse()?,
/// }])?;
/// // СО stops at 7 МЗП = 595 000 tenge (SC 102-1(2)); the other three take 1 % of the whole.
/// assert_eq!(withheld.register[0].amount(Payment::So).to_string(), "5950.00");
/// assert_eq!(withheld.register[0].withheld.to_string(), "35950.00");
/// # Ok::<(), ustap::Error>(())
/// ```
#[derive(Debug)]
pub struct Batch {
    law: Arc<Law>,
    /// Regimes have their numbers as origins.
    facts: FactsIntake<u64>,
    exemptions: u64,
    exemptions_rejected: Vec<(u64, Reject)>,
    regimes: u64,
    regimes_rejected: Vec<(u64, Reject)>,
    period: Option<Month>,
    over_limit: OverLimit,
    threads: usize,
    memory: usize,
    spill_to: PathBuf,
    lines: bool,
}

/// What a [`Batch`] comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct BatchResult {
    /// One row per person, month and regime, sorted by month, ИИН, regime.
    pub register: Vec<RegisterRow>,
    /// Months near, over or once over the limit, sorted by month and ИИН.
    pub limits: Vec<LimitRow>,
    /// Where they are wanted ([`Batch::lines`]), one per accepted operation, sorted by month, ИИН, effective day, day of
    /// settlement, id.
    pub lines: Vec<Line>,
    /// What became of everything else.
    pub summary: BatchSummary,
}

/// What a [`Batch`] comes to beside its rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct BatchSummary {
    /// Operations read: accepted and rejected.
    pub read: u64,
    /// Operations that count.
    pub accepted: u64,
    /// Rejected operations by their number in the iterator, from 0, in its order; of a [`Source`], by the line of their
    /// [`Position`](crate::batch::Position) less one, in the order of positions, without the file.
    pub rejected: Vec<(u64, Reject)>,
    /// Rejected operations by code.
    pub reject_counts: RejectCounts,
    /// Exemptions that were not taken, by their number, from 0.
    pub exemptions_rejected: Vec<(u64, Reject)>,
    /// Regimes that were not taken, by their number, from 0.
    pub regimes_rejected: Vec<(u64, Reject)>,
    /// What to transfer, sorted by month and payment.
    pub payments: Vec<PaymentRow>,
    /// Distinct persons.
    pub persons: u64,
}

/// One operation's share of what is withheld: what it added to the amounts of its row.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Line {
    /// The operation's id.
    pub id: String,
    /// The person.
    pub iin: Iin,
    /// The month of the effective day.
    pub period: Month,
    /// The regime of the row that the line is a part of.
    pub regime: RowRegime,
    /// The day of settlement.
    pub settled_on: Day,
    /// The effective day.
    pub effective_on: Day,
    /// Income in tenge.
    pub income: Tenge,
    /// The line's amount of each payment.
    pub amounts: PerPayment<Tenge>,
    /// The sum of the five.
    pub withheld: Tenge,
}

impl Line {
    /// What the contractor receives: income − withheld.
    pub fn payout(&self) -> Tenge {
        self.as_ref().payout()
    }

    /// The line with its id borrowed.
    pub(crate) fn as_ref(&self) -> LineRef<'_> {
        let &Line { ref id, iin, period, regime, settled_on, effective_on, income, amounts, withheld } = self;
        let id = id.as_bytes();
        LineRef { id, iin, period, regime, settled_on, effective_on, income, amounts, withheld }
    }
}

impl Batch {
    /// A batch under this law, with the policy `cap`, of all periods, in which nobody is exempt or listed; on as many
    /// threads as the machine has, all in memory, without lines.
    pub fn new(law: &Arc<Law>) -> Batch {
        Batch {
            law: Arc::clone(law),
            facts: FactsIntake::default(),
            exemptions: 0,
            exemptions_rejected: Vec::new(),
            regimes: 0,
            regimes_rejected: Vec::new(),
            period: None,
            over_limit: OverLimit::Cap,
            threads: std::thread::available_parallelism().map_or(1, usize::from),
            memory: usize::MAX,
            spill_to: std::env::temp_dir(),
            lines: false,
        }
    }

    /// Persons' exempt categories; they may overlap, their effects unite. One whose first day is after its last is
    /// rejected (`interval`), and its person's rows are noted `exemption-rejected`.
    #[must_use]
    pub fn exemptions(mut self, exemptions: impl IntoIterator<Item = Exemption>) -> Batch {
        for exemption in exemptions {
            let taken = self.facts.exemption(exemption);
            self.exemptions_rejected.extend(taken.err().map(|reject| (self.exemptions, reject)));
            self.exemptions += 1;
        }
        self
    }

    /// Persons' regimes. A person with any, also one that is rejected, is under none on the days that they do not cover.
    /// One whose first day is after its last is rejected (`interval`), and so are two different ones of a person on one
    /// day (`overlap`).
    #[must_use]
    pub fn regimes(mut self, regimes: impl IntoIterator<Item = ContractorRegime>) -> Batch {
        for regime in regimes {
            let taken = self.facts.regime(regime, self.regimes);
            self.regimes_rejected.extend(taken.err().map(|reject| (self.regimes, reject)));
            self.regimes += 1;
        }
        self
    }

    /// Only operations whose effective day is in this month count; others are rejected as `outside-period`.
    #[must_use]
    pub fn period(self, period: Month) -> Batch {
        Batch { period: Some(period), ..self }
    }

    /// How income above the monthly limit is read (law.md section 4).
    #[must_use]
    pub fn over_limit(self, over_limit: OverLimit) -> Batch {
        Batch { over_limit, ..self }
    }

    /// On how many threads, at least one; no result depends on it.
    #[must_use]
    pub fn threads(self, threads: usize) -> Batch {
        Batch { threads: threads.max(1), ..self }
    }

    /// Bytes that may be held beside fixed buffers and the result, 16 MiB (`16 << 20`) or more: with much less each operation
    /// goes to a file by itself. No result depends on it. What does not fit goes to
    /// temporary files without a name, in the directory of [`Batch::spill_to`]; without the feature `spill` it is an error of
    /// kind [`Memory`](crate::ErrorKind::Memory).
    #[must_use]
    pub fn memory(self, bytes: usize) -> Batch {
        Batch { memory: bytes, ..self }
    }

    /// Where temporary files are made where [`Batch::memory`] does not suffice; the system's directory for them if
    /// nothing is said.
    #[must_use]
    pub fn spill_to(self, dir: impl Into<PathBuf>) -> Batch {
        Batch { spill_to: dir.into(), ..self }
    }

    /// Whether every accepted operation's line is wanted.
    #[must_use]
    pub fn lines(self, lines: bool) -> Batch {
        Batch { lines, ..self }
    }

    /// What is withheld from these operations. One that may not count is no error: it is in
    /// [`BatchSummary::rejected`], and so is one whose id has not 1 to 64 bytes (`operation-id`).
    ///
    /// # Errors
    /// Kind [`Overflow`](crate::ErrorKind::Overflow) with person and month where a sum does not fit, or where exemptions and
    /// regimes come to more than 2³² stretches of days;
    /// [`Output`](crate::ErrorKind::Output) where a temporary file cannot be written;
    /// [`Memory`](crate::ErrorKind::Memory) where there can be none and [`Batch::memory`] does not suffice.
    pub fn run<'o, I>(self, operations: I) -> Result<BatchResult, Error>
    where
        I: IntoIterator<Item = Operation<'o>>,
        I::IntoIter: Send,
    {
        let mut result = BatchResult::default();
        let summary = self.run_into(&Typed::new(operations.into_iter()), TypedPage::default, |page| {
            result.register.append(&mut page.register);
            result.limits.append(&mut page.limits);
            result.lines.append(&mut page.lines);
            Ok(())
        })?;
        Ok(BatchResult { summary, ..result })
    }

    /// The same from any source and into any form: pages that `make` makes are filled on several threads, lines
    /// borrowed, and handed to `emit` one by one in the order of the register. Of the rejected rows
    /// [`BatchSummary::rejected`] has line and code alone: a source of several files, or one that wants to tell more of a
    /// row, keeps it itself when it gives it to [`Rejects::push`].
    ///
    /// # Errors
    /// As [`Batch::run`], and what the source, a page or `emit` fails with; kind
    /// [`Operation`](crate::ErrorKind::Operation) where the source has a row nowhere, two at one position, or other operations
    /// than it told. No page that was emitted is of use then.
    pub fn run_into<S: Source, P: Page>(
        mut self,
        source: &S,
        make: impl Fn() -> P + Sync,
        emit: impl FnMut(&mut P) -> Result<(), Error> + Send,
    ) -> Result<BatchSummary, Error> {
        let regimes_rejected = &mut self.regimes_rejected;
        let means = Means::new(self.threads, self.memory, &self.spill_to);
        let facts = self.facts.finish(&self.law, means.threads(), |number| {
            regimes_rejected.push((number, Reject::Overlap));
            Ok(())
        })?;
        regimes_rejected.sort_unstable();
        let run = BatchRun {
            law: &self.law,
            facts: &facts,
            period: self.period,
            over_limit: self.over_limit,
            after: None,
            means,
        };
        let mut prepared = run.prepare(source, None)?;
        let rejects = Rejects::merge(std::mem::take(&mut prepared.rejects));
        let mut summary = BatchSummary {
            read: prepared.counts.read,
            accepted: prepared.counts.accepted(),
            reject_counts: prepared.counts.rejected,
            exemptions_rejected: self.exemptions_rejected,
            regimes_rejected: self.regimes_rejected,
            ..BatchSummary::default()
        };
        let mut rows = rejects.read()?;
        while let Some(key) = rows.key() {
            let Rejected { position, reject, .. } = Rejected::from_record(key, rows.bytes())?;
            summary.rejected.push((position.line().saturating_sub(1), reject));
            rows.advance()?;
        }
        let counted = run.pages(&prepared, self.lines, make, emit)?;
        summary.payments = payments(&counted.totals, &self.law);
        summary.persons = counted.persons;
        Ok(summary)
    }
}

/// Rows as values.
#[derive(Debug, Default)]
struct TypedPage {
    register: Vec<RegisterRow>,
    limits: Vec<LimitRow>,
    lines: Vec<Line>,
}

impl Page for TypedPage {
    fn line(&mut self, line: &LineRef<'_>) -> Result<(), Error> {
        self.lines.push(Line {
            id: String::from_utf8_lossy(line.id).into_owned(),
            iin: line.iin,
            period: line.period,
            regime: line.regime,
            settled_on: line.settled_on,
            effective_on: line.effective_on,
            income: line.income,
            amounts: line.amounts,
            withheld: line.withheld,
        });
        Ok(())
    }

    fn month(&mut self, month: MonthRows) -> Result<(), Error> {
        self.register.extend(month.rows);
        self.limits.extend(month.limits);
        Ok(())
    }

    fn bytes(&self) -> usize {
        self.register.len() * size_of::<RegisterRow>() + self.lines.len() * size_of::<Line>()
    }

    fn clear(&mut self) {
        self.register.clear();
        self.limits.clear();
        self.lines.clear();
    }
}
