//! `reconcile`: from a run and what came back to breaks and sums.

pub(crate) mod records;

use std::collections::BTreeSet;
use std::path::Path;

use crate::commands::Done;
use crate::commands::periods::{self, LeftOut, Wanted};
use crate::commands::received::answers::{AnswerReader, Codes, KgdPenalty, NotCompared, ReceivedRows, Unread};
use crate::commands::received::rejects::{SettlementRejects, SideName};
use crate::commands::reconcile::records::{BreakRecord, SUMMARY_COLUMNS};
use crate::error::Error;
use crate::language::Language;
use crate::law::Law;
use crate::money::{Tenge, TengeSum};
use crate::output::file::Written;
use crate::output::purpose::of_penalty;
use crate::output::table::{Table, TableColumn, column};
use crate::output::workbook::{Book, Cell};
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::reading::encoding::Encoding;
use crate::reading::header::Header;
use crate::reading::header::headings::Kind;
use crate::reading::header::mapping::Mapping;
use crate::reading::input::{Input, ReadFile};
use crate::reading::opened_file::OpenedFile;
use crate::reading::progress::Progress;
use crate::run::files::{BALANCES, BREAKS, LIMITS, OF_CALCULATION, PENALTIES, REJECTS, SUMMARY};
use crate::run::receipt::options::ReconcileOptions;
use crate::run::receipt::totals::{ReconcileTotals, SideTotals};
use crate::run::receipt::{Made, Receipt};
use crate::run::record::Run;
use crate::run::register_in::register;
use crate::run::sums::check_register;
use crate::settlement::above_due::{AboveDue, Difference};
use crate::settlement::breaks::{Break, Consequence, Explanation};
use crate::settlement::explanation::Circumstances;
use crate::settlement::key::Key;
use crate::settlement::matching::{keyed, reconcile_keyed};
use crate::settlement::misplaced::Unplaced;
use crate::settlement::rows::{Owed, Told};
use crate::settlement::summary::{Conservation, SummaryRow};
use crate::threads::beside;
use crate::words::say;

/// `balances.csv`.
const BALANCES_COLUMNS: &[TableColumn] =
    &[column("iin"), column("period"), column("withheld"), column("computed"), column("balance")];
/// `penalties.csv`.
const PENALTIES_COLUMNS: &[TableColumn] =
    &[column("iin"), column("period"), column("payment"), column("knp"), column("penalty"), column("purpose")];

/// What is to be reconciled.
pub(crate) struct ReconcileJob<'a> {
    pub law: &'a Law,
    pub register: &'a Path,
    pub answers: Vec<Input>,
    pub kgd: Vec<Input>,
    pub answer_header: Header,
    pub kgd_header: Header,
    pub mapping: Mapping,
    pub wanted: Wanted,
    pub encoding: Encoding,
    /// Whether the breaks are wanted as a workbook too.
    pub xlsx: bool,
    /// Of the workbook and of the purposes of orders.
    pub lang: Language,
    /// Of the sentences in files.
    pub sentences: Language,
}

/// One side, compared.
pub(crate) struct Compared {
    pub side: SideName,
    pub breaks: Vec<Break>,
    pub rows: ReceivedRows,
    pub summary: Vec<SummaryRow>,
    pub conservation: Conservation,
    /// Rows of theirs that are in no match and in no break.
    pub told: Told,
    /// Where their sums over the payments differ from ours, by month and person.
    pub balances: Vec<Balance>,
}

/// What is withheld from a person for a month over all payments, and what ЦС КГД has computed.
pub(crate) struct Balance {
    iin: Iin,
    period: Month,
    withheld: TengeSum,
    computed: TengeSum,
}

/// What a reconciliation comes to.
pub(crate) struct ReconcileOutcome {
    pub sides: Vec<Compared>,
    pub rejects: SettlementRejects,
    pub inputs: Vec<ReadFile>,
    /// An input that is an output of the run itself, and that output.
    pub own_input: Option<(String, String)>,
    /// Rows of the register that were not asked for.
    pub not_compared: NotCompared,
    /// Those that the run has closed, or was not calculated for: of them it says nothing.
    pub left_out: LeftOut,
    /// Months and payments of penalties for which the tables have no КНП.
    pub uncoded: BTreeSet<(Month, Payment)>,
    /// The receipt of the run that was compared.
    pub previous: String,
}

/// The register of a run: what is owed, and what it came from.
#[derive(Default)]
struct Register {
    /// All months of the run.
    months: Vec<Month>,
    /// Month and person of each row that is compared, in order.
    keys: Vec<(Month, Iin)>,
    circumstances: Vec<Circumstances>,
    of_other_months: u64,
    left_out: LeftOut,
}

impl Register {
    /// The months that are wanted of a run's register.
    ///
    /// # Errors
    /// As [`register`], and where the run does not have a month that was asked for.
    fn read(run: &Run, law: &Law, wanted: &Wanted) -> Result<Register, Error> {
        let mut all = Register::default();
        register(run, law, |row| {
            if all.months.last() != Some(&row.period) {
                all.months.push(row.period);
            }
            if wanted.period(row.period) {
                all.keys.push((row.period, row.iin));
                all.circumstances.push(row.circumstances);
            } else {
                all.of_other_months += 1;
            }
            Ok(())
        })?;
        // What is not compared belongs to the record all the same.
        for name in [LIMITS, REJECTS] {
            run.verify(name)?;
        }
        periods::are_in(&wanted.periods, &all.months)?;
        Ok(all)
    }

    /// What is owed of these payments.
    fn owed<'r>(&'r self, wanted: &'r Wanted) -> impl Iterator<Item = Owed> + 'r {
        self.keys.iter().zip(&self.circumstances).flat_map(move |(&(period, iin), row)| {
            let owed = move |payment| Owed { iin, period, payment, amount: row.amounts[payment] };
            Payment::ALL.into_iter().filter(move |&payment| wanted.payment(payment)).map(owed)
        })
    }

    fn of(&self, iin: Iin, period: Month) -> &[Circumstances] {
        let from = self.keys.partition_point(|&key| key < (period, iin));
        let count = self.keys.iter().skip(from).take_while(|&&key| key == (period, iin)).count();
        self.circumstances.get(from..from + count).unwrap_or_default()
    }

    /// Rows of payments that were not asked for, a row of the register being one of each.
    fn not_compared(&self, wanted: &Wanted) -> NotCompared {
        let others = Payment::ALL.into_iter().filter(|&payment| !wanted.payment(payment)).count();
        NotCompared { periods: self.of_other_months, payments: (others * self.keys.len()) as u64 }
    }
}

/// The rows of each side, and the files that they came from.
type Sides = (Vec<(SideName, ReceivedRows)>, Vec<ReadFile>);

impl ReconcileJob<'_> {
    /// Writes breaks and sums into the directory.
    ///
    /// # Errors
    /// Where the run does not verify or does not have a month that was asked for, a file cannot be read or written, or the
    /// sums do not agree afterwards.
    pub fn write(&self, dir: &Path, progress: &Progress) -> Result<Done<ReconcileOutcome>, Error> {
        let mut outcome = self.reconcile(SettlementRejects::new(dir, self.sentences), progress)?;
        let mut outputs = write_sides(self, dir, &outcome)?;
        outputs.push(outcome.rejects.finish(dir)?);
        let digest = self.receipt(&outcome, &outputs).publish(dir)?;
        Ok(Done { outcome, digest })
    }

    /// Reads both sides at once and compares them.
    fn reconcile(&self, mut rejects: SettlementRejects, progress: &Progress) -> Result<ReconcileOutcome, Error> {
        let run = Run::open(self.register, &OF_CALCULATION)?;
        let ours = || {
            check_register(&run).map_err(|error| run.refused(error))?;
            let register = Register::read(&run, self.law, &self.wanted)?;
            Ok(Register { left_out: LeftOut::of(&run)?, ..register })
        };
        let (register, read) = beside(ours, || self.read_sides(&mut rejects, progress));
        let (register, (sides, inputs)) = (register?, read?);
        let own_input = run.own_among(&inputs);
        let mut compared = Vec::new();
        let owed = keyed(register.owed(&self.wanted))?;
        for (side, rows) in sides {
            compared.push(self.compare(&register, &owed, (side, rows), &mut rejects)?);
        }
        let not_compared = register.not_compared(&self.wanted);
        let penalties = compared.iter().flat_map(|compared| &compared.rows.penalties);
        let uncoded = penalties
            .map(|penalty| (penalty.key.period(), penalty.key.payment()))
            .filter(|&(period, payment)| self.law.settlement().penalty_code(payment, period.last_day()).is_none())
            .collect();
        let left_out = register.left_out;
        Ok(ReconcileOutcome {
            sides: compared,
            rejects,
            inputs,
            own_input,
            not_compared,
            left_out,
            uncoded,
            previous: run.receipt,
        })
    }

    fn read_sides(&self, rejects: &mut SettlementRejects, progress: &Progress) -> Result<Sides, Error> {
        let mut reader = AnswerReader { law: self.law, wanted: &self.wanted, rejects, progress };
        let (mut sides, mut inputs) = (Vec::new(), Vec::new());
        for (name, files) in [(SideName::Answer, &self.answers), (SideName::Kgd, &self.kgd)] {
            let mut side = ReceivedRows::default();
            for input in files {
                let (digested, rows) = match name {
                    SideName::Answer => reader.answer(OpenedFile::open(input, &self.answer_header)?, &mut side)?,
                    SideName::Kgd => reader.kgd(OpenedFile::open(input, &self.kgd_header)?, true, &mut side)?,
                };
                inputs.push(ReadFile { kind: name.table(), digested, rows });
            }
            if !files.is_empty() {
                sides.push((name, side));
            }
        }
        self.mapping.check(&inputs)?;
        Ok((sides, inputs))
    }

    fn compare(
        &self,
        register: &Register,
        owed: &[(Key, Tenge)],
        (side, mut rows): (SideName, ReceivedRows),
        rejects: &mut SettlementRejects,
    ) -> Result<Compared, Error> {
        if side == SideName::Kgd {
            rejects.one_row_each(&mut rows)?;
        }
        let theirs = std::mem::take(&mut rows.rows);
        let mut reconciliation = reconcile_keyed(owed, theirs, |row| rows.reference(row));
        reconciliation.explain_amounts(self.law, |iin, period| register.of(iin, period));
        let unplaced = self.unplaced(register, &mut rows);
        reconciliation.explain_missing(&unplaced);
        let (summary, conservation) = (reconciliation.summary(), reconciliation.conservation());
        let add_up = summary.iter().all(SummaryRow::adds_up);
        if !conservation.holds() || !add_up {
            let message = say!("reconciled-not-conserved", side = side.code());
            return Err(Error::defect(message));
        }
        let told = reconciliation.told().clone();
        let breaks = reconciliation.into_breaks();
        let balances = if side == SideName::Kgd { self.balances(register, &breaks) } else { Vec::new() };
        Ok(Compared { side, breaks, rows, summary, conservation, told, balances })
    }

    /// The rows of an answer that somebody of whom a row is missing may be meant with.
    fn unplaced(&self, register: &Register, side: &mut ReceivedRows) -> Vec<Unplaced> {
        let mut codes = Codes::default();
        let mut payment = |row: &Unread| {
            let mut months = row.period.as_slice().iter().chain(&register.months);
            months.find_map(|&month| codes.payment(self.law, &row.knp, month))
        };
        let mut unplaced = Vec::new();
        side.unread.retain(|row| match payment(row).filter(|&payment| self.wanted.payment(payment)) {
            Some(payment) => {
                let Unread { iin, period, amount, .. } = *row;
                unplaced.push(Unplaced { iin, period, payment, amount });
                true
            }
            None => false,
        });
        unplaced
    }

    /// The persons' months whose sums differ. The differences of a key are all in its breaks.
    fn balances(&self, register: &Register, breaks: &[Break]) -> Vec<Balance> {
        let mut balances = Vec::new();
        for of_month in breaks.chunk_by(|one, other| (one.period, one.iin) == (other.period, other.iin)) {
            let Some(&Break { iin, period, .. }) = of_month.first() else { continue };
            // What a month came to that is closed is in a run before.
            if register.left_out.is_closed(period) {
                continue;
            }
            let amounts = register.of(iin, period).iter().flat_map(|row| row.amounts.iter());
            let wanted = amounts.filter(|(payment, _)| self.wanted.payment(*payment));
            let withheld: TengeSum = wanted.map(|(_, &amount)| amount).sum();
            let computed = of_month.iter().map(Break::difference).chain([withheld]).sum();
            if computed != withheld {
                balances.push(Balance { iin, period, withheld, computed });
            }
        }
        balances
    }

    fn receipt(&self, outcome: &ReconcileOutcome, outputs: &[Written]) -> Receipt {
        let options = ReconcileOptions {
            encoding: self.encoding,
            columns: self.mapping.headings(Kind::Answer).collect(),
            kgd_columns: self.mapping.headings(Kind::Kgd).collect(),
            ignore_columns: self.mapping.ignored.clone(),
            restore_zeros: self.mapping.zeros.are_restored(),
            payments: self.wanted.payments.clone(),
            documents: self.lang,
            periods: self.wanted.periods.clone(),
            xlsx: self.xlsx,
            lang: self.sentences,
        };
        let of = |side: SideName| {
            let compared = outcome.sides.iter().find(|compared| compared.side == side)?;
            let sums = &compared.conservation;
            Some(SideTotals {
                months: compared.their_months(),
                our_rows: sums.our_rows,
                their_rows: sums.their_rows,
                ours: sums.ours,
                theirs: sums.theirs,
                matched_rows: sums.matched_rows,
                matched: sums.matched,
                breaks: sums.breaks,
                breaks_ours: sums.breaks_ours,
                breaks_theirs: sums.breaks_theirs,
                told_rows: sums.told_rows,
                repeated_rows: compared.told.repeated.len() as u64,
            })
        };
        let rejected = outcome.rejects.counts.iter().map(|count| (count.reject.code().to_owned(), count.rows));
        let left_out: Vec<Month> = outcome.months_left_out().into_iter().collect();
        let closed = left_out.iter().rfind(|&&month| outcome.left_out.is_closed(month)).copied();
        let totals = ReconcileTotals {
            answer: of(SideName::Answer),
            kgd: of(SideName::Kgd),
            rejected: rejected.collect(),
            left_out,
            closed,
        };
        let made = Made::Reconcile(options, totals);
        Receipt::new(made, vec![outcome.previous.clone()], &outcome.inputs, self.law, outputs)
    }
}

impl ReconcileOutcome {
    /// What was accepted above due, as far as the run says what was due.
    pub fn above_due(&self) -> AboveDue {
        let of_kgd = |compared: &&Compared| compared.side == SideName::Kgd;
        let mut due = AboveDue::with_kgd(self.sides.iter().filter(of_kgd).flat_map(Compared::their_months));
        for compared in &self.sides {
            let is_of_kgd = compared.side == SideName::Kgd;
            for found in &compared.breaks {
                let difference = Difference::from(found);
                if is_of_kgd {
                    due.computed(difference);
                } else if !difference.may_be_due(self.left_out.has(found.period), self.left_out.is_closed(found.period))
                {
                    due.answer(difference, true);
                }
            }
        }
        due
    }

    /// The months with a break of which the run says nothing.
    pub fn months_left_out(&self) -> BTreeSet<Month> {
        let months = self.sides.iter().flat_map(|compared| &compared.breaks).map(|found| found.period);
        months.filter(|&month| self.left_out.has(month)).collect()
    }
}

impl Compared {
    /// The months that they have rows of.
    pub fn their_months(&self) -> BTreeSet<Month> {
        self.summary.iter().filter(|row| row.their_rows > 0).map(|row| row.period).collect()
    }

    /// Writes the row of a break, with what the other side has told.
    fn write_break(
        &self,
        (found, lang): (&Break, Language),
        (table, book): (&mut Table, Option<&mut Book>),
    ) -> Result<(), Error> {
        let told = found.row.and_then(|row| self.rows.told(row));
        let texts = told.as_ref().map(|told| (told.error_code, told.reference, told.file));
        let (error_code, reference, file) = texts.unwrap_or_default();
        let money = |amount: Option<Tenge>| amount.map_or(Cell::Empty, |amount| Cell::Money(amount.into()));
        let cells = [
            Cell::Text(self.side.code()),
            Cell::Text(found.kind.code()),
            Cell::Iin(found.iin),
            Cell::Month(found.period),
            Cell::Named(found.payment.code(), found.payment.abbreviation_in(lang)),
            money(found.ours),
            money(found.theirs),
            Cell::Money(found.difference()),
            Cell::Text(&self.explanation(found)),
            Cell::Text(self.consequence(found)),
            Cell::Text(error_code),
            Cell::Text(reference),
            Cell::Text(file),
            told.as_ref().map_or(Cell::Empty, |told| Cell::Count(told.line)),
        ];
        table.row(book, &cells)
    }

    /// The explanation of a break in the words of `breaks.csv`.
    pub fn explanation(&self, found: &Break) -> String {
        match found.explanation {
            Some(Explanation::RejectedRow(row)) => {
                format!("rejected-row={}", self.rows.place(row).unwrap_or_default())
            }
            Some(explanation) => explanation.to_string(),
            None => String::new(),
        }
    }

    /// What comes of paying ours, by the sums of ЦС КГД.
    fn consequence(&self, found: &Break) -> &'static str {
        match self.side {
            SideName::Answer => "",
            SideName::Kgd => found.consequence().map_or("", Consequence::code),
        }
    }
}

/// Writes `breaks.csv` and `summary.csv`, for ЦС КГД `balances.csv` and `penalties.csv`, and `breaks.xlsx` where it is wanted.
///
/// # Errors
/// Where a file cannot be written.
fn write_sides(job: &ReconcileJob<'_>, dir: &Path, outcome: &ReconcileOutcome) -> Result<Vec<Written>, Error> {
    let mut book = job.xlsx.then(|| Book::new(dir, "breaks.xlsx")).transpose()?;
    let mut breaks = Table::of_records::<BreakRecord>(dir, BREAKS)?;
    let mut summary = Table::create(dir, SUMMARY, SUMMARY_COLUMNS)?;
    if let Some(book) = &mut book {
        breaks = breaks.with_sheet(book, job.lang, "breaks")?;
        summary = summary.with_sheet(book, job.lang, "totals")?;
    }
    for compared in &outcome.sides {
        for found in &compared.breaks {
            compared.write_break((found, job.lang), (&mut breaks, book.as_mut()))?;
        }
        for row in &compared.summary {
            summary.row(book.as_mut(), &summary_cells(compared.side, row, job.lang))?;
        }
    }
    let mut outputs = vec![breaks.finish()?, summary.finish()?];
    for compared in outcome.sides.iter().filter(|compared| compared.side == SideName::Kgd) {
        outputs.push(write_balances(dir, &compared.balances)?);
        if compared.rows.has_penalties {
            outputs.push(write_penalties(job, dir, &compared.rows)?);
        }
    }
    outputs.extend(book.map(Book::finish).transpose()?);
    Ok(outputs)
}

fn summary_cells(side: SideName, row: &SummaryRow, lang: Language) -> [Cell<'static>; 11] {
    [
        Cell::Text(side.code()),
        Cell::Month(row.period),
        Cell::Named(row.payment.code(), row.payment.abbreviation_in(lang)),
        Cell::Money(row.ours),
        Cell::Money(row.theirs),
        Cell::Count(row.matched_rows),
        Cell::Money(row.matched_amount),
        Cell::Count(row.breaks),
        Cell::Money(row.explained_amount),
        Cell::Money(row.unexplained_more),
        Cell::Money(row.unexplained_less),
    ]
}

fn write_balances(dir: &Path, balances: &[Balance]) -> Result<Written, Error> {
    let mut table = Table::create(dir, BALANCES, BALANCES_COLUMNS)?;
    for &Balance { iin, period, withheld, computed } in balances {
        let balance = TengeSum::from_tiyn(computed.tiyn() - withheld.tiyn());
        let sums = [withheld, computed, balance].map(Cell::Money);
        table.row(None, &[Cell::Iin(iin), Cell::Month(period), sums[0], sums[1], sums[2]])?;
    }
    table.finish()
}

fn write_penalties(job: &ReconcileJob<'_>, dir: &Path, side: &ReceivedRows) -> Result<Written, Error> {
    let mut table = Table::create(dir, PENALTIES, PENALTIES_COLUMNS)?;
    let mut penalties: Vec<&KgdPenalty> = side.penalties.iter().collect();
    penalties.sort_unstable_by_key(|penalty| penalty.key);
    for penalty in penalties {
        let (iin, period, payment) = (penalty.key.iin(), penalty.key.period(), penalty.key.payment());
        let code = job.law.settlement().penalty_code(payment, period.last_day());
        let cells = [
            Cell::Iin(iin),
            Cell::Month(period),
            Cell::Payment(payment),
            Cell::Text(code.map_or("", |code| &code.knp)),
            Cell::Money(penalty.amount.into()),
            Cell::Text(&of_penalty(job.lang, payment, period)),
        ];
        table.row(None, &cells)?;
    }
    table.finish()
}
