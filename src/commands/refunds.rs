//! `refunds`: applications for what was paid above due.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::commands::Done;
use crate::commands::periods::{self, Wanted};
use crate::commands::received::answers::without_zeros;
use crate::commands::received::rejects::{SettlementReject, SideName};
use crate::commands::reconcile::records::{ADDED_TO_BREAKS, BreakRecord};
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::law::{Law, Names, RefundNote};
use crate::money::{Tenge, TengeSum};
use crate::output::file::Written;
use crate::output::table::{Table, TableColumn, column, sheet_column};
use crate::output::workbook::{Book, Cell};
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::run::corrections_in::corrections;
use crate::run::files::{APPLICATIONS, BREAKS, CORRECTIONS, LEFT_OUT, REJECTS, SUMMARY};
use crate::run::receipt::options::{ReconcileOptions, RefundsOptions};
use crate::run::receipt::totals::{ReconcileTotals, RefundsTotals, SideTotals};
use crate::run::receipt::{Made, Receipt};
use crate::run::record::Run;
use crate::run::records_in::{named_rows, records_of_any_version};
use crate::run::sums::together;
use crate::settlement::above_due::{AboveDue, Difference};
use crate::settlement::breaks::BreakKind;
use crate::settlement::key::Key as BreakKey;
use crate::words::say;

/// `applications.csv` and its sheet.
const APPLICATIONS_COLUMNS: &[TableColumn] = &[
    column("application"),
    column("payment"),
    column("period"),
    column("reason"),
    sheet_column("reason_text"),
    column("number"),
    column("iin"),
    column("amount"),
    column("flags"),
    sheet_column("flags_text"),
];
/// `left_out.csv`.
const LEFT_OUT_COLUMNS: &[TableColumn] =
    &[column("iin"), column("period"), column("payment"), column("amount"), column("why")];
/// `summary.csv`.
const SUMMARY_COLUMNS: &[TableColumn] =
    &[column("payment"), column("period"), column("applications"), column("persons"), column("amount")];

/// What is asked back, and why.
pub(crate) struct RefundsJob<'a> {
    pub law: &'a Law,
    /// The directory of a reconciliation or a correction.
    pub dir: &'a Path,
    pub reason: String,
    /// Which side of a reconciliation tells what was paid above due, where that was said.
    pub side: Option<SideName>,
    /// Breaks of these kinds only; empty: of all.
    pub kinds: Vec<BreakKind>,
    /// Whether what ЦС КГД has computed is due, in place of what the register has.
    pub due_by_kgd: bool,
    pub wanted: Wanted,
    pub lang: Language,
}

/// Payment, month and person.
type Key = (Payment, Month, Iin);
/// What was paid above due.
type Excess = BTreeMap<Key, Tenge>;

/// What the applications come to.
#[derive(Default)]
pub(crate) struct RefundsOutcome {
    pub summary: Vec<SummaryLine>,
    pub left_out: u64,
    pub left_out_amount: TengeSum,
    pub excess: TengeSum,
    pub outputs: Vec<Written>,
    pub previous: String,
    /// What a person has to look at, once each.
    pub flags: Vec<(Payment, Names)>,
    /// Sums that came back already: breaks `returned`.
    pub returned: u64,
    /// Whether something was not accepted that is due.
    pub has_owed: bool,
    /// What is above the register and has been computed by КГД.
    pub covered: TengeSum,
    /// What was accepted above КГД's sums and not above the register.
    pub above_computed: TengeSum,
    /// The months with something above the register of which КГД has no row, where it has others.
    pub by_register: BTreeSet<Month>,
    /// The months of which neither the register nor КГД says anything, so that what is asked back of them rests on what an
    /// explanation says.
    pub by_explanation: BTreeSet<Month>,
    /// What was paid above due of payments and months that are not asked for.
    pub not_asked: TengeSum,
    /// What was accepted of months of which the run that was compared says nothing.
    pub of_left_out: TengeSum,
    /// These months.
    pub left_out_months: BTreeSet<Month>,
    /// Whether a delta of a correction is above zero.
    pub has_to_pay: bool,
    /// Rows of the reconciliation that were not read and may have a say in this.
    pub unread: u64,
    /// The reasons that are known for a payment which the given one left out.
    pub fitting: BTreeMap<Payment, BTreeSet<String>>,
    pub evidence: Evidence,
    /// How a reconciliation has read its files.
    pub reading: Option<ReconcileOptions>,
}

/// What applications go by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// A reconciliation with what КГД has computed.
    #[default]
    Computed,
    /// A reconciliation with the register alone.
    Register,
    /// A correction: two registers, and nothing of what was paid.
    Registers,
}

/// What the applications of a payment and month come to.
#[derive(Debug, Clone)]
pub(crate) struct SummaryLine {
    pub payment: Payment,
    pub period: Month,
    pub applications: u64,
    pub persons: u64,
    pub amount: TengeSum,
}

impl RefundsJob<'_> {
    /// Writes the applications into the directory.
    ///
    /// # Errors
    /// Where the directory does not verify or is none of a reconciliation or correction, the reason is unknown, or the
    /// tables do not say how many persons an application has.
    pub fn write(&self, out: &Path) -> Result<Done<RefundsOutcome>, Error> {
        let run = Run::open(self.dir, &[])?;
        let evidence = match &run.record.made {
            Made::Correct(..) => Evidence::Registers,
            Made::Reconcile(_, totals) if totals.kgd.is_none() => Evidence::Register,
            _ => Evidence::Computed,
        };
        let mut outcome = RefundsOutcome { previous: run.receipt.clone(), evidence, ..RefundsOutcome::default() };
        let mut excess = self.excess(&run, &mut outcome)?;
        excess.retain(|&(payment, period, _), amount| {
            let is_asked = self.wanted.payment(payment) && self.wanted.period(period);
            if !is_asked {
                outcome.not_asked += *amount;
            }
            is_asked
        });
        let mut book = Book::new(out, "applications.xlsx")?;
        let applications = Table::create(out, APPLICATIONS, APPLICATIONS_COLUMNS)?;
        let mut applications = applications.with_sheet(&mut book, self.lang, "applications")?;
        let mut left_out = Table::create(out, LEFT_OUT, LEFT_OUT_COLUMNS)?;
        let mut number: u64 = 0;
        let rows: Vec<(Key, Tenge)> = excess.into_iter().collect();
        for group in rows.chunk_by(|((one, month, _), _), ((other, of, _), _)| (one, month) == (other, of)) {
            let Some(&((payment, period, _), _)) = group.first() else { continue };
            for &(_, amount) in group {
                outcome.excess += amount;
            }
            let why = match self.why_not(payment, period) {
                Some(why) => why,
                None => {
                    let mut line =
                        SummaryLine { payment, period, applications: 0, persons: 0, amount: TengeSum::default() };
                    let most = self.batch(payment, period)?;
                    for batch in group.chunks(most) {
                        number += 1;
                        line.applications += 1;
                        let application = Application { number, job: self, payment, period };
                        application.write(batch, (&mut applications, &mut book), &mut outcome)?;
                        for &(_, amount) in batch {
                            line.persons += 1;
                            line.amount += amount;
                        }
                    }
                    outcome.summary.push(line);
                    continue;
                }
            };
            if why == "reason" {
                let reasons = self.law.settlement().refund_reasons(period.last_day());
                let fitting = reasons.filter(|reason| reason.payments.contains(&payment));
                outcome.fitting.entry(payment).or_default().extend(fitting.map(|reason| reason.code.clone()));
            }
            for &((_, _, iin), amount) in group {
                let amount_cell = Cell::Money(amount.into());
                let cells = [Cell::Iin(iin), Cell::Month(period), Cell::Payment(payment), amount_cell, Cell::Text(why)];
                left_out.row(None, &cells)?;
                outcome.left_out += 1;
                outcome.left_out_amount += amount;
            }
        }
        outcome.conserved()?;
        let summary = self.summary(out, &outcome)?;
        outcome.outputs.extend([applications.finish()?, book.finish()?, left_out.finish()?, summary]);
        let digest = self.receipt(&outcome).publish(out)?;
        Ok(Done { outcome, digest })
    }

    fn summary(&self, out: &Path, outcome: &RefundsOutcome) -> Result<Written, Error> {
        let mut summary = Table::create(out, SUMMARY, SUMMARY_COLUMNS)?;
        for &SummaryLine { payment, period, applications, persons, amount } in &outcome.summary {
            let (applications, persons) = (Cell::Count(applications), Cell::Count(persons));
            let cells = [Cell::Payment(payment), Cell::Month(period), applications, persons, Cell::Money(amount)];
            summary.row(None, &cells)?;
        }
        summary.finish()
    }

    /// Why nothing of the payment and month goes into an application.
    fn why_not(&self, payment: Payment, period: Month) -> Option<&'static str> {
        let day = period.last_day();
        if self.law.settlement().refund_reasons(day).all(|reason| !reason.payments.contains(&payment)) {
            return Some("payment");
        }
        match self.reason(period) {
            Some(reason) if reason.payments.contains(&payment) => None,
            _ => Some("reason"),
        }
    }

    fn reason(&self, period: Month) -> Option<&RefundNote> {
        self.law.settlement().refund_reasons(period.last_day()).find(|reason| reason.code == self.reason)
    }

    fn batch(&self, payment: Payment, period: Month) -> Result<usize, Error> {
        let batch = self.law.settlement().refund_batch(payment, period.last_day());
        batch.map(|batch| batch.persons_max).ok_or_else(|| {
            let (payment, period) = (payment.code(), period.to_string());
            Error::new(ErrorKind::NoRates, say!("refunds-batch-missing", payment = payment, period = period))
        })
    }

    /// What was paid above due.
    fn excess(&self, run: &Run, outcome: &mut RefundsOutcome) -> Result<Excess, Error> {
        if run.has(CORRECTIONS) {
            self.corrections(run, outcome)
        } else if run.has(BREAKS) {
            self.breaks(run, outcome)
        } else {
            Err(self.no_source())
        }
    }

    fn no_source(&self) -> Error {
        Error::new(ErrorKind::Input, say!("refunds-no-source"))
            .in_file(self.dir.display().to_string())
            .with_hint(say!("refunds-no-source-hint"))
    }

    /// Corrections that lower what is due: it was paid already.
    fn corrections(&self, run: &Run, outcome: &mut RefundsOutcome) -> Result<Excess, Error> {
        if self.side.is_some() || !self.kinds.is_empty() || self.due_by_kgd {
            let message = say!("refunds-side-of-correction", dir = self.dir.display().to_string());
            return Err(Error::new(ErrorKind::Usage, message).with_hint(say!("refunds-side-of-correction-hint")));
        }
        periods::none_left_out(run, &self.wanted.periods)?;
        let mut excess = Excess::new();
        corrections(run, |row| {
            outcome.has_to_pay |= row.delta > Tenge::ZERO;
            if row.delta < Tenge::ZERO {
                let beyond = || Error::new(ErrorKind::Record, say!("column-no-value", column = "delta"));
                let amount = Tenge::ZERO.checked_sub(row.delta).ok_or_else(beyond)?;
                excess.insert((row.payment, row.period, row.iin), amount);
            }
            Ok(())
        })?;
        Ok(excess)
    }

    /// The rejected rows of a reconciliation whose КНП would be, with zeros in front of it, that of a payment that was compared.
    fn zeros_lost(&self, run: &Run, (options, totals): (&ReconcileOptions, &ReconcileTotals)) -> Result<u64, Error> {
        let mut rows = 0;
        if totals.rejected.0.iter().any(|(code, _)| code == SettlementReject::Knp.code()) {
            // Of what was rejected as a whole the answer has no month.
            let mut months = BTreeSet::<Month>::new();
            named_rows(run, SUMMARY, |row| {
                months.insert(row.value("period")?);
                Ok(())
            })?;
            let wanted = Wanted { payments: options.payments.clone(), periods: Vec::new() };
            let is_compared = |payment| wanted.payment(payment);
            named_rows(run, REJECTS, |row| {
                let (code, knp) = (row.text("code")?, row.text("value")?);
                let is_lost = code == SettlementReject::Knp.code()
                    && months.iter().any(|&month| without_zeros(self.law, knp, month).is_some_and(is_compared));
                rows += u64::from(is_lost);
                Ok(())
            })?;
        }
        Ok(rows)
    }

    /// Breaks where the other side has accepted more than is due, by the register or by ЦС КГД. Rows that match have paid
    /// what is due.
    fn breaks(&self, run: &Run, outcome: &mut RefundsOutcome) -> Result<Excess, Error> {
        let Made::Reconcile(options, totals) = &run.record.made else { return Err(self.no_source()) };
        outcome.reading = Some(options.clone());
        let is_kgd_alone = totals.kgd.is_some() && totals.answer.is_none();
        if self.side == Some(SideName::Kgd) || is_kgd_alone {
            return Err(Error::new(ErrorKind::Usage, say!("refunds-of-kgd")).with_hint(say!("refunds-of-kgd-hint")));
        }
        let of_kgd = totals.kgd.as_ref().map(|kgd| months_of_kgd(run, kgd)).transpose()?;
        if self.due_by_kgd && of_kgd.as_ref().is_none_or(BTreeSet::is_empty) {
            let message = say!("refunds-without-kgd", dir = self.dir.display().to_string());
            return Err(Error::new(ErrorKind::Usage, message).with_hint(say!("refunds-without-kgd-hint")));
        }
        if self.due_by_kgd && !self.kinds.is_empty() {
            let message = say!("refunds-kind-by-kgd");
            return Err(Error::new(ErrorKind::Usage, message).with_hint(say!("refunds-kind-by-kgd-hint")));
        }
        let rejected = totals.rejected.0.iter().filter(|(code, _)| SettlementReject::is_unread(code));
        outcome.unread = together(rejected.map(|(_, rows)| *rows).chain([self.zeros_lost(run, (options, totals))?]));
        let mut due = AboveDue::with_kgd(of_kgd.iter().flatten().copied());
        records_of_any_version(run, BREAKS, (BREAKS.into(), ADDED_TO_BREAKS), |row: BreakRecord| {
            let found = Difference::from(&row);
            if row.side != SideName::Answer.table() {
                due.computed(found);
                return Ok(());
            }
            outcome.returned += u64::from(row.kind == BreakKind::Returned);
            if !found.may_be_due(totals.left_out.contains(&row.period), Some(row.period) <= totals.closed) {
                due.answer(found, self.kinds.is_empty() || self.kinds.contains(&row.kind));
                let is_of_kgd = of_kgd.as_ref().is_some_and(|months| months.contains(&row.period));
                if found.tiyn > 0 && !is_of_kgd {
                    if totals.left_out.contains(&row.period) {
                        outcome.by_explanation.insert(row.period);
                    } else if of_kgd.is_some() {
                        outcome.by_register.insert(row.period);
                    }
                }
            } else if found.tiyn > 0 {
                outcome.of_left_out += TengeSum::from_tiyn(found.tiyn);
                outcome.left_out_months.insert(row.period);
            }
            Ok(())
        })?;
        outcome.has_owed = due.is_owed(|month| totals.left_out.contains(&month));
        let asked = |(key, tiyn): (BreakKey, i128)| {
            let out_of_range = || Error::new(ErrorKind::Overflow, say!("refunds-out-of-range"));
            Ok(((key.payment(), key.period(), key.iin()), tenge(tiyn).ok_or_else(out_of_range)?))
        };
        if self.due_by_kgd {
            return due.above_computed_sums().map(asked).collect();
        }
        outcome.covered = TengeSum::from_tiyn(due.covered());
        outcome.above_computed = TengeSum::from_tiyn(due.above_computed());
        due.asked().map(asked).collect()
    }

    fn receipt(&self, outcome: &RefundsOutcome) -> Receipt {
        let options = RefundsOptions {
            reason: self.reason.clone(),
            side: SideName::Answer.table(),
            kinds: self.kinds.clone(),
            payments: self.wanted.payments.clone(),
            periods: self.wanted.periods.clone(),
            due_by_kgd: self.due_by_kgd,
            lang: self.lang,
        };
        let totals = RefundsTotals {
            above_due: outcome.excess,
            applications: outcome.summary.iter().map(|line| line.applications).sum(),
            persons: outcome.summary.iter().map(|line| line.persons).sum(),
            left_out: outcome.left_out,
            left_out_amount: outcome.left_out_amount,
        };
        let made = Made::Refunds(options, totals);
        Receipt::new(made, vec![outcome.previous.clone()], &[], self.law, &outcome.outputs)
    }

    /// The error for a reason that the tables do not have at all, which names those that they have, in this language.
    pub fn known_reason(&self, terminal: Language) -> Result<(), Error> {
        let mut reasons: BTreeMap<&str, &Names> = BTreeMap::new();
        for reason in self.law.settlement().all_refund_reasons() {
            reasons.insert(&reason.code, &reason.name);
        }
        if reasons.contains_key(self.reason.as_str()) {
            return Ok(());
        }
        let named = |(code, name): (&&str, &&Names)| format!("{code} ({})", name.say(terminal));
        let codes = reasons.iter().map(named).collect::<Vec<_>>().join(", ");
        Err(Error::new(ErrorKind::Usage, say!("refunds-no-reason", reason = &self.reason))
            .with_hint(say!("refunds-no-reason-hint", codes = codes)))
    }
}

impl RefundsOutcome {
    /// Nothing is lost on the way from what was paid above due to applications.
    fn conserved(&self) -> Result<(), Error> {
        let sum: TengeSum = self.summary.iter().map(|line| line.amount).chain([self.left_out_amount]).sum();
        if sum == self.excess {
            return Ok(());
        }
        let (sum, excess) = (sum.to_string(), self.excess.to_string());
        Err(Error::defect(say!("refunds-not-conserved", sum = sum, excess = excess)))
    }
}

/// One application.
struct Application<'j, 'a> {
    number: u64,
    job: &'j RefundsJob<'a>,
    payment: Payment,
    period: Month,
}

impl Application<'_, '_> {
    fn write(
        &self,
        persons: &[(Key, Tenge)],
        (table, book): (&mut Table, &mut Book),
        outcome: &mut RefundsOutcome,
    ) -> Result<(), Error> {
        let Application { number, job, payment, period } = *self;
        let reason = job.reason(period).map(|reason| reason.name.say(job.lang)).unwrap_or_default();
        let flags: Vec<&RefundNote> = job.law.settlement().refund_flags(payment, period.last_day()).collect();
        let codes: Vec<&str> = flags.iter().map(|flag| flag.code.as_str()).collect();
        let codes = codes.join("|");
        for flag in &flags {
            if !outcome.flags.iter().any(|(of, known)| (*of, known) == (payment, &flag.name)) {
                outcome.flags.push((payment, flag.name.clone()));
            }
        }
        let texts = flags.iter().map(|flag| flag.name.say(job.lang)).collect::<Vec<_>>().join("; ");
        for (place, &((_, _, iin), amount)) in (1..).zip(persons) {
            let cells = [
                Cell::Count(number),
                Cell::Payment(payment),
                Cell::Month(period),
                Cell::Text(&job.reason),
                Cell::Text(reason),
                Cell::Count(place),
                Cell::Iin(iin),
                Cell::Money(amount.into()),
                Cell::Text(&codes),
                Cell::Text(&texts),
            ];
            table.row(Some(book), &cells)?;
        }
        Ok(())
    }
}

/// The months that ЦС КГД has rows of. A receipt that does not have them yet leaves those that it has sums of.
fn months_of_kgd(run: &Run, kgd: &SideTotals) -> Result<BTreeSet<Month>, Error> {
    let mut months = kgd.months.clone();
    if months.is_empty() && kgd.their_rows > 0 {
        named_rows(run, SUMMARY, |row| {
            let sum: TengeSum = row.value("theirs")?;
            if row.text("side")? == SideName::Kgd.code() && sum > TengeSum::default() {
                months.insert(row.value("period")?);
            }
            Ok(())
        })?;
    }
    Ok(months)
}

fn tenge(tiyn: i128) -> Option<Tenge> {
    i64::try_from(tiyn).ok().map(Tenge::from_tiyn)
}
