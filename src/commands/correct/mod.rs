//! `correct`: two whole runs compared, person by person, month by month, payment by payment.

mod person_months;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::commands::Done;
use crate::commands::correct::person_months::{
    Codes, MonthInRun, OVER_LIMIT_NUMBER, OfRun, PersonMonths, RegimeRow, too_large,
};
use crate::commands::lists::rates::Rates;
use crate::commands::periods::{self, LeftOut};
use crate::error::{Error, ErrorKind};
use crate::law::{Law, OverLimit};
use crate::money::{Tenge, TengeSum};
use crate::output::csv::RowWriter;
use crate::output::file::{OutputFile, Written};
use crate::output::records::RecordFile;
use crate::payment::{Payment, PerPayment};
use crate::period::Month;
use crate::rate::Rate;
use crate::run::corrections_in::CorrectionSummary;
use crate::run::files::{CORRECTIONS, RATES, REGISTER, SUMMARY};
use crate::run::rates_in::RateRecord;
use crate::run::receipt::options::CorrectOptions;
use crate::run::receipt::totals::{CorrectTotals, OtherMonths, PaymentSums};
use crate::run::receipt::{self, Made, Receipt};
use crate::run::record::Run;
use crate::run::rows_out;
use crate::run::sums::is_calculation;
use crate::words::{Message, say};

/// What a payment's corrections of a month come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Corrected {
    pub persons: u64,
    pub to_pay: TengeSum,
    pub to_return: TengeSum,
}

/// What comparing came to.
#[derive(Debug, Default)]
pub(crate) struct CorrectOutcome {
    pub corrected: BTreeMap<(Month, Payment), Corrected>,
    pub rows: u64,
    /// Distinct persons with a correction.
    pub persons: u64,
    pub before: OfRun,
    pub after: OfRun,
    /// Whether the run after was made with other tables than those at hand.
    pub has_other_tables: bool,
    /// Months that were compared and that one of the runs alone has, for the other was only not asked for them.
    pub left_out: BTreeSet<Month>,
    /// Months that can be compared, whether they were or not.
    pub comparable: BTreeSet<Month>,
    /// That it was not, of each run.
    pub told: Vec<Message>,
    delta: PerPayment<TengeSum>,
}

/// What is compared.
pub(crate) struct CorrectJob<'a> {
    /// What is due in addition gets its rate by it where the run after has its tables.
    pub law: &'a Law,
    pub before: &'a Path,
    pub after: &'a Path,
    /// The months, all where none is named.
    pub periods: &'a [Month],
}

impl CorrectJob<'_> {
    /// Compares the registers of both runs and writes the corrections into a directory.
    ///
    /// # Errors
    /// Where a run is none of `calculate` or does not verify, neither has a month that is named, a month of one is closed in
    /// the other, or a file cannot be written.
    pub fn write(&self, out: &Path) -> Result<Done<CorrectOutcome>, Error> {
        let open = |dir: &Path| {
            let run = Run::open(dir, &[REGISTER])?;
            if is_calculation(&run.record) {
                return Ok(run);
            }
            Err(Error::new(ErrorKind::Input, say!("no-calculation")).in_file(dir.display().to_string()))
        };
        let (before, after) = (open(self.before)?, open(self.after)?);
        let causes = Causes {
            rates: receipt::amounts_differ(&before.record.rates, &after.record.rates),
            policy: policy(&before)? != policy(&after)?,
        };
        let file = OutputFile::create(out, CORRECTIONS, rows_out::CORRECTIONS_HEADER)?;
        let has_other_tables = after.record.has_other_tables(self.law);
        let codes = Codes::new();
        let rates = Some(Rates::new(self.law)).filter(|_| !has_other_tables);
        let rates = RatesBeside { rates, codes: &codes, out, file: None };
        let (bytes, persons, outcome) = (Vec::new(), Vec::new(), CorrectOutcome::default());
        let mut writer = Writer { causes, file, rates, bytes, persons, outcome };
        let (side_before, side_after, months) = compare(&before, &after, self.periods, &mut writer)?;
        have_the_months(&side_before, &side_after, self.periods)?;
        is_open(&after, &side_before, self.periods, |month| say!("closed-in-after", month = month.to_string()))?;
        is_open(&before, &side_after, self.periods, |month| say!("closed-in-before", month = month.to_string()))?;
        let have_no_month_in_common = months.have_nothing_in_common();
        if have_no_month_in_common && !have_a_common_input(&before, &after) {
            return Err(nothing_in_common());
        }
        let Writer { file, rates, mut outcome, mut persons, .. } = writer;
        if have_no_month_in_common {
            outcome.told.push(say!("no-month-in-common"));
        }
        persons.sort_unstable();
        persons.dedup();
        outcome.persons = persons.len() as u64;
        outcome.comparable = side_before.months.union(&side_after.months).copied().collect();
        for (run, own, other, told) in [
            (&after, &side_after, &side_before, left_out_of_after as fn(&[_], _) -> _),
            (&before, &side_before, &side_after, left_out_of_before),
        ] {
            let left_out = LeftOut::with_months(run, || Ok(own.months.clone()))?;
            let Some(period) = left_out.period() else { continue };
            outcome.comparable.retain(|&month| !left_out.has(month));
            let is_compared = |&month: &Month| left_out.has(month) && periods::take(self.periods, month);
            let compared: Vec<Month> = other.months.iter().copied().filter(is_compared).collect();
            if !compared.is_empty() {
                outcome.told.push(told(&compared, period));
            }
            outcome.left_out.extend(compared);
        }
        (outcome.before, outcome.after, outcome.has_other_tables) = (side_before, side_after, has_other_tables);
        outcome.conserved()?;
        let mut outputs = vec![file.finish()?, outcome.summary(out)?];
        outputs.extend(rates.file.map(RecordFile::finish).transpose()?);
        let previous = vec![before.receipt, after.receipt];
        let digest = Receipt::without_law(outcome.made(self.periods), previous, &[], &outputs).publish(out)?;
        Ok(Done { outcome, digest })
    }
}

/// That each month that is named is in one of the runs.
fn have_the_months(before: &OfRun, after: &OfRun, periods: &[Month]) -> Result<(), Error> {
    let all: BTreeSet<Month> = before.months.union(&after.months).copied().collect();
    let Some(month) = periods.iter().find(|month| !all.contains(month)) else { return Ok(()) };
    Err(Error::new(ErrorKind::Usage, say!("period-in-neither-run", month = month.to_string()))
        .with_hint(say!("period-in-neither-run-hint", months = periods::named(&all))))
}

/// That no month of the other side which is compared is closed in this run: it has nothing of it, though it was withheld.
fn is_open(run: &Run, other: &OfRun, periods: &[Month], closed: fn(Month) -> Message) -> Result<(), Error> {
    let mut compared = other.months.iter().filter(|&&month| periods::take(periods, month));
    match compared.find(|&&month| Some(month) <= run.record.closed) {
        Some(&month) => Err(Error::new(ErrorKind::Usage, closed(month)).with_hint(say!("closed-in-run-hint"))),
        None => Ok(()),
    }
}

fn left_out_of_after(months: &[Month], period: Month) -> Message {
    say!("left-out-of-after", months = periods::named(months), period = period.to_string())
}

fn left_out_of_before(months: &[Month], period: Month) -> Message {
    say!("left-out-of-before", months = periods::named(months), period = period.to_string())
}

fn policy(run: &Run) -> Result<OverLimit, Error> {
    run.record.calculation().map(|(options, _)| options.over_limit).map_err(|error| run.refused(error))
}

/// Which months the runs have.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    before: bool,
    after: bool,
    /// Some month is in both.
    both: bool,
}

impl Seen {
    /// Whether each run has months, and neither has one of the other's.
    fn have_nothing_in_common(self) -> bool {
        self.before && self.after && !self.both
    }
}

fn have_a_common_input(before: &Run, after: &Run) -> bool {
    let of_before: BTreeSet<&str> = before.record.inputs.iter().map(|input| input.sha256.as_str()).collect();
    after.record.inputs.iter().any(|input| of_before.contains(input.sha256.as_str()))
}

fn nothing_in_common() -> Error {
    Error::new(ErrorKind::Usage, say!("nothing-in-common")).with_hint(say!("nothing-in-common-hint"))
}

/// Reads both registers, each on a thread of its own where there are threads, and hands every month that either has to the
/// writer; gives what both have, and where they have months of persons.
fn compare(
    before: &Run,
    after: &Run,
    periods: &[Month],
    writer: &mut Writer<'_>,
) -> Result<(OfRun, OfRun, Seen), Error> {
    let codes = writer.rates.codes;
    std::thread::scope(|scope| {
        let months = |run| PersonMonths::of(scope, (run, periods), codes);
        let (mut before, mut after) = (months(before), months(after));
        let written = merge(&mut before, &mut after, writer);
        // A register that does not verify explains whatever went wrong behind it.
        let (before, after) = (before.side(), after.side());
        let both = (before?, after?);
        let seen = written?;
        match both {
            (Some(before), Some(after)) => Ok((before, after, seen)),
            _ => Err(Error::defect(say!("register-not-read"))),
        }
    })
}

fn merge(
    before: &mut PersonMonths<'_, '_>,
    after: &mut PersonMonths<'_, '_>,
    writer: &mut Writer<'_>,
) -> Result<Seen, Error> {
    let none = MonthInRun::default();
    let mut seen = Seen::default();
    loop {
        let order = match (before.next(), after.next()) {
            (None, None) => return Ok(seen),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(one), Some(other)) => one.key.cmp(&other.key),
        };
        let one = before.next().filter(|_| order != Ordering::Greater).unwrap_or(&none);
        let other = after.next().filter(|_| order != Ordering::Less).unwrap_or(&none);
        if !one.is_of_other_month && !other.is_of_other_month {
            writer.month(one, other)?;
        }
        seen.both |= order == Ordering::Equal;
        if order != Ordering::Greater {
            seen.before = true;
            before.advance();
        }
        if order != Ordering::Less {
            seen.after = true;
            after.advance();
        }
    }
}

/// Causes that the receipts tell, of every row alike.
#[derive(Debug, Clone, Copy)]
struct Causes {
    rates: bool,
    policy: bool,
}

impl Causes {
    /// Why a payment of a month may have changed: the codes with what tells that they apply, in order.
    fn of(self, before: &MonthInRun, after: &MonthInRun, payment: Payment) -> [(bool, &'static str); 5] {
        let Causes { rates, policy } = self;
        let both = before.key == after.key;
        let regime = both && regimes_differ(before, after);
        let exemption = exempt_differs(before, after, payment);
        // Under one law and policy the same income crosses the limit elsewhere only where other operations make it up.
        let split = !rates && !policy && !regime && !exemption && above(before) != above(after);
        let income = !both || before.income != after.income || split;
        [(rates, "rates"), (policy, "policy"), (regime, "regime"), (income, "income"), (exemption, "exemption")]
    }
}

/// The income above the limit, where a policy has split it off.
fn above(side: &MonthInRun) -> Option<i64> {
    side.rows().find(|row| row.number == OVER_LIMIT_NUMBER).map(|row| row.income)
}

/// Whether the month is under other regimes, or the same income is divided among them otherwise.
fn regimes_differ(before: &MonthInRun, after: &MonthInRun) -> bool {
    if before.are_of_one_regime(after) {
        return false;
    }
    let lacks = |side: &MonthInRun, other: &MonthInRun| {
        let codes: BTreeSet<u8> = side.rows().map(|row| row.number).chain([OVER_LIMIT_NUMBER]).collect();
        let lacking: Vec<RegimeRow> = other.rows().filter(|row| !codes.contains(&row.number)).collect();
        // What is split off belongs to a regime that may have no row of its own left; one out of scope has no limit.
        let is_hidden = above(side).is_some() && lacking.len() == 1 && !lacking.iter().any(|row| row.is_out_of_scope);
        !lacking.is_empty() && !is_hidden
    };
    if lacks(before, after) || lacks(after, before) {
        return true;
    }
    let is_split = above(before).is_some() || above(after).is_some();
    let divided = |side: &MonthInRun| {
        let mut by_regime = BTreeMap::<u8, i128>::new();
        for row in side.rows() {
            // What is above a limit is that of a regime in scope, whichever.
            let number = if is_split && !row.is_out_of_scope { OVER_LIMIT_NUMBER } else { row.number };
            *by_regime.entry(number).or_default() += i128::from(row.income);
        }
        by_regime
    };
    before.income == after.income && divided(before) != divided(after)
}

/// Whether other income is exempt from the payment: more or less of it, or, of the same income, that of another regime.
fn exempt_differs(before: &MonthInRun, after: &MonthInRun, payment: Payment) -> bool {
    let of_same_income = before.rows().any(|row| {
        let is_same = |other: &RegimeRow| (other.number, other.income) == (row.number, row.income);
        after.rows().find(is_same).is_some_and(|other| other.exempt[payment] != row.exempt[payment])
    });
    let within = |side: &MonthInRun| {
        side.rows()
            .map(|row| row.exempt_within(payment))
            .fold((0, 0), |of_all, row| (of_all.0 + row.0, of_all.1 + row.1))
    };
    let (before, after) = (within(before), within(after));
    of_same_income || before.1 < after.0 || after.1 < before.0
}

/// Which of several rates of a month what is due in addition goes under: its lists find it here.
struct RatesBeside<'l> {
    /// None where the run has other tables: lists then take the rate of who is not listed, and say so.
    rates: Option<Rates<'l>>,
    codes: &'l Codes,
    out: &'l Path,
    file: Option<RecordFile<RateRecord>>,
}

impl RatesBeside<'_> {
    fn add(&mut self, after: &MonthInRun, payment: Payment) -> Result<(), Error> {
        let Some(rates) = &mut self.rates else { return Ok(()) };
        let (period, iin) = (after.key.month(), after.key.iin());
        if !rates.month(period).has_several(payment) {
            return Ok(());
        }
        // A regime under which nothing is due has no part in it.
        let rows = after.rows().filter(|row| row.amounts[payment] != 0);
        let codes = rows.filter_map(|row| self.codes.code(row.number));
        let due: BTreeSet<Rate> = codes.filter_map(|code| rates.law.rate_of(&code, period, payment)).collect();
        for rate in due {
            let file = match &mut self.file {
                Some(file) => file,
                none => none.insert(RecordFile::create(self.out, RATES)?),
            };
            file.write(&RateRecord::of((iin, period, payment), rate))?;
        }
        Ok(())
    }
}

/// Writes corrections and adds them up.
struct Writer<'l> {
    causes: Causes,
    file: OutputFile,
    rates: RatesBeside<'l>,
    bytes: Vec<u8>,
    persons: Vec<u64>,
    outcome: CorrectOutcome,
}

impl Writer<'_> {
    /// One month of either run or both; where a run does not have it, all is zero.
    fn month(&mut self, before: &MonthInRun, after: &MonthInRun) -> Result<(), Error> {
        if before.amounts == after.amounts {
            return Ok(());
        }
        let key = before.key.max(after.key);
        let period = key.month();
        let text = period.to_string();
        for payment in Payment::ALL {
            let (old, new) = (before.amounts[payment], after.amounts[payment]);
            let delta = new.checked_sub(old).ok_or_else(|| key.named(too_large()))?;
            if delta == 0 {
                continue;
            }
            let causes = self.causes.of(before, after, payment).into_iter().filter(|(applies, _)| *applies);
            let cause = causes.map(|(_, code)| code).collect::<Vec<_>>().join("|");
            self.bytes.clear();
            let mut fields = RowWriter::new(&mut self.bytes);
            fields.iin(key.iin()).text(&text).text(payment.code());
            [old, new, delta].into_iter().for_each(|tiyn| {
                fields.money(Tenge::from_tiyn(tiyn));
            });
            fields.text(&cause).end();
            self.file.write(&self.bytes, 1)?;
            if delta > 0 {
                self.rates.add(after, payment)?;
            }
            self.persons.push(key.iin().number());
            let outcome = &mut self.outcome;
            outcome.rows += 1;
            outcome.delta[payment] += Tenge::from_tiyn(delta);
            let corrected = outcome.corrected.entry((period, payment)).or_default();
            corrected.persons += 1;
            if delta > 0 {
                corrected.to_pay += Tenge::from_tiyn(delta);
            } else {
                corrected.to_return += TengeSum::from_tiyn(-i128::from(delta));
            }
        }
        Ok(())
    }
}

impl CorrectOutcome {
    /// Σ after − Σ before = Σ delta, of every payment.
    fn conserved(&self) -> Result<(), Error> {
        for payment in Payment::ALL {
            let (before, after, delta) = (self.before.sums[payment], self.after.sums[payment], self.delta[payment]);
            if after.tiyn() - before.tiyn() != delta.tiyn() {
                return Err(Error::defect(say!(
                    "corrections-not-conserved",
                    payment = payment.code(),
                    after = after.to_string(),
                    before = before.to_string(),
                    delta = delta.to_string(),
                )));
            }
        }
        Ok(())
    }

    fn summary(&self, out: &Path) -> Result<Written, Error> {
        let mut file = RecordFile::create(out, SUMMARY)?;
        for (&(period, payment), &Corrected { persons, to_pay, to_return }) in &self.corrected {
            file.write(&CorrectionSummary { period, payment, persons, to_pay, to_return })?;
        }
        file.finish()
    }

    /// What the receipt says of the corrections.
    fn made(&self, periods: &[Month]) -> Made {
        let options = CorrectOptions { periods: periods.to_vec() };
        let totals = CorrectTotals {
            corrections: self.rows,
            persons: self.persons,
            before: PaymentSums::of(&self.before.sums),
            after: PaymentSums::of(&self.after.sums),
            delta: PaymentSums::of(&self.delta),
            of_other_months: OtherMonths { before: self.before.of_other_months, after: self.after.of_other_months },
            left_out: self.left_out.clone(),
        };
        Made::Correct(options, totals)
    }
}
