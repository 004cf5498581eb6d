//! `correct`: two whole runs compared, person by person, month by month, payment by payment.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{Scope, ScopedJoinHandle};

use crate::error::{Error, ErrorKind};
use crate::law::Law;
use crate::money::{Tenge, TengeSum};
use crate::output::csv::RowWriter;
use crate::output::file::{OutputFile, Written};
use crate::payment::{Payment, PerPayment};
use crate::period::Month;
use crate::run::receipt::options::CorrectOptions;
use crate::run::receipt::totals::{CorrectTotals, PaymentSums};
use crate::run::receipt::{Made, Receipt};
use crate::run::record::{Lines, Run};
use crate::run::rows_in::{Months, RegisterFields};
use crate::run::rows_out;
use crate::run::sums::is_calculation;
use crate::threads::{joined_in, started_in};
use crate::withholding::limit::OverLimit;
use crate::withholding::order::PersonMonthKey;

/// What a payment's corrections of a month come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Corrected {
    pub persons: u64,
    pub to_pay: TengeSum,
    pub to_return: TengeSum,
}

/// What comparing came to.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub corrected: BTreeMap<(Month, Payment), Corrected>,
    pub rows: u64,
    /// Distinct persons with a correction.
    pub persons: u64,
    before: PerPayment<TengeSum>,
    after: PerPayment<TengeSum>,
    delta: PerPayment<TengeSum>,
}

/// Compares the registers of two runs and writes the corrections into a directory; gives the digest of the receipt too.
///
/// # Errors
/// Where a run is none of `calculate` or does not verify, or a file cannot be written.
pub(crate) fn correct(before: &Path, after: &Path, out: &Path) -> Result<(Outcome, String), Error> {
    let open = |dir: &Path| {
        let run = Run::open(dir, &["register.csv"])?;
        if is_calculation(&run.record) {
            return Ok(run);
        }
        Err(Error::new(ErrorKind::Input, "is no directory of `ustap calculate`").in_file(dir.display().to_string()))
    };
    let (before, after) = (open(before)?, open(after)?);
    let causes = Causes { rates: rates_differ(&before, &after), policy: policy(&before)? != policy(&after)? };
    let file = OutputFile::create(out, "corrections.csv", rows_out::CORRECTIONS)?;
    let mut writer = Writer { causes, file, bytes: Vec::new(), persons: Vec::new(), outcome: Outcome::default() };
    let (sums_before, sums_after, months) = compare(&before, &after, &mut writer)?;
    if months.have_nothing_in_common() && !have_a_common_input(&before, &after) {
        return Err(nothing_in_common());
    }
    let Writer { file, mut outcome, mut persons, .. } = writer;
    persons.sort_unstable();
    persons.dedup();
    outcome.persons = persons.len() as u64;
    (outcome.before, outcome.after) = (sums_before, sums_after);
    outcome.conserved()?;
    let outputs = [file.finish()?, outcome.summary(out)?];
    let previous = vec![before.receipt, after.receipt];
    let digest = Receipt::without_law(outcome.made(), previous, &[], &outputs).publish(out)?;
    Ok((outcome, digest))
}

/// Whether a table that amounts depend on is another one.
fn rates_differ(before: &Run, after: &Run) -> bool {
    let tables = |run: &Run| -> BTreeSet<(String, String)> {
        let of_amounts = run.record.rates.iter().filter(|table| Law::AMOUNT_TABLES.contains(&table.name.as_str()));
        of_amounts.map(|table| (table.name.clone(), table.sha256.clone())).collect()
    };
    tables(before) != tables(after)
}

fn policy(run: &Run) -> Result<OverLimit, Error> {
    run.record.calculation().map(|(options, _)| options.over_limit).map_err(|error| run.refused(error))
}

/// One person's month as one of the runs has it, its regimes summed.
#[derive(Debug, Default)]
struct Side {
    key: PersonMonthKey,
    income: i64,
    exempt: PerPayment<i64>,
    amounts: PerPayment<i64>,
    /// The number of the first row's regime, and its income.
    first: (u8, i64),
    /// The other rows, if there are any.
    more: Vec<(u8, i64)>,
}

impl Side {
    fn regimes(&self) -> impl Iterator<Item = (u8, i64)> {
        std::iter::once(self.first).chain(self.more.iter().copied())
    }
}

/// The codes of regimes by number, the same on both sides.
#[derive(Debug)]
struct Codes(Mutex<Vec<Vec<u8>>>);

/// The code under which registers have income above the limit, which is no regime: its number is 0.
const OVER_LIMIT: &[u8] = b"over-limit";
const OVER_LIMIT_NUMBER: u8 = 0;

impl Codes {
    fn number(&self, code: &[u8]) -> Result<u8, Error> {
        let mut codes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let number = codes.iter().position(|known| known == code).unwrap_or_else(|| {
            codes.push(code.to_vec());
            codes.len() - 1
        });
        u8::try_from(number).map_err(|_| Error::new(ErrorKind::Input, "has more than 256 regimes"))
    }
}

/// Pieces of a register that are read ahead.
const AHEAD: usize = 2;

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
    let message = "the two runs have no input and no person's month in common: they are no two versions of one thing";
    Error::new(ErrorKind::Usage, message).with_hint("name the run before and the run after of the same months")
}

/// Reads both registers, each on a thread of its own where there are threads, and hands every month that either has to the
/// writer; gives the sums of both, and which months they have.
fn compare(
    before: &Run,
    after: &Run,
    writer: &mut Writer,
) -> Result<(PerPayment<TengeSum>, PerPayment<TengeSum>, Seen), Error> {
    let codes = Codes(Mutex::new(vec![OVER_LIMIT.to_vec()]));
    std::thread::scope(|scope| {
        let (mut before, mut after) = (Sides::of(scope, before, &codes), Sides::of(scope, after, &codes));
        let written = merge(&mut before, &mut after, writer);
        // A register that does not verify explains whatever went wrong behind it.
        let (before, after) = (before.sums(), after.sums());
        let both = (before?, after?);
        let seen = written?;
        match both {
            (Some(before), Some(after)) => Ok((before, after, seen)),
            _ => Err(Error::defect("a register was not read")),
        }
    })
}

fn merge(before: &mut Sides<'_, '_>, after: &mut Sides<'_, '_>, writer: &mut Writer) -> Result<Seen, Error> {
    let none = Side::default();
    let mut seen = Seen::default();
    loop {
        let order = match (before.next(), after.next()) {
            (None, None) => return Ok(seen),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(one), Some(other)) => one.key.cmp(&other.key),
        };
        let (one, other) = (before.next(), after.next());
        match order {
            Ordering::Less => writer.month(one.unwrap_or(&none), &none)?,
            Ordering::Greater => writer.month(&none, other.unwrap_or(&none))?,
            Ordering::Equal => writer.month(one.unwrap_or(&none), other.unwrap_or(&none))?,
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

/// What reading a register comes to: its sums, or nothing where nobody wanted the rest.
type Sums = Result<Option<PerPayment<TengeSum>>, Error>;

/// The months of one run in order.
struct Sides<'scope, 'a> {
    source: Source<'scope, 'a>,
    batch: Vec<Side>,
    at: usize,
}

/// Where months come from.
enum Source<'scope, 'a> {
    Thread(Receiver<Vec<Side>>, ScopedJoinHandle<'scope, Sums>),
    /// Where no thread can be started, they are read when they are wanted.
    Own(Box<Result<Reader<'a>, Error>>),
}

impl<'scope, 'a: 'scope> Sides<'scope, 'a> {
    fn of(scope: &'scope Scope<'scope, '_>, run: &'a Run, codes: &'a Codes) -> Sides<'scope, 'a> {
        let (sender, receiver) = sync_channel(AHEAD);
        let read = move || {
            let mut reader = Reader::open(run, codes)?;
            while let Some(batch) = reader.next()? {
                // Nobody takes it where writing has failed, which is what will be told.
                if sender.send(batch).is_err() {
                    return Ok(None);
                }
            }
            Ok(Some(reader.sums))
        };
        let source = match started_in(scope, read) {
            Some(thread) => Source::Thread(receiver, thread),
            None => Source::Own(Box::new(Reader::open(run, codes))),
        };
        Sides { source, batch: Vec::new(), at: 0 }
    }
}

impl Sides<'_, '_> {
    /// The month that is next; nothing after the last, or where reading has failed.
    fn next(&mut self) -> Option<&Side> {
        if self.at == self.batch.len() {
            self.batch = self.read().unwrap_or_default();
            self.at = 0;
        }
        self.batch.get(self.at)
    }

    fn read(&mut self) -> Option<Vec<Side>> {
        match &mut self.source {
            Source::Thread(receiver, _) => receiver.recv().ok(),
            Source::Own(reader) => {
                let read = reader.as_mut().as_mut().ok()?.next();
                read.unwrap_or_else(|error| {
                    **reader = Err(error);
                    None
                })
            }
        }
    }

    fn advance(&mut self) {
        self.at += 1;
    }

    fn sums(self) -> Sums {
        match self.source {
            Source::Thread(receiver, thread) => {
                drop(receiver);
                joined_in(thread)
            }
            Source::Own(reader) => reader.map(|reader| reader.at_end.then_some(reader.sums)),
        }
    }
}

/// Reads one register.
struct Reader<'a> {
    run: &'a Run,
    lines: Lines<'a>,
    months: RegisterMonths<'a>,
    at_end: bool,
    sums: PerPayment<TengeSum>,
}

/// The months of a register that have been read and not been handed on.
struct RegisterMonths<'a> {
    codes: &'a Codes,
    /// The code of the last row and its number.
    last_code: (Vec<u8>, u8),
    months: Months,
    batch: Vec<Side>,
}

impl<'a> Reader<'a> {
    fn open(run: &'a Run, codes: &'a Codes) -> Result<Reader<'a>, Error> {
        let lines = run.open_lines("register.csv", rows_out::REGISTER)?;
        let months = RegisterMonths {
            codes,
            last_code: (OVER_LIMIT.to_vec(), OVER_LIMIT_NUMBER),
            months: Months::default(),
            batch: Vec::new(),
        };
        Ok(Reader { run, lines, months, at_end: false, sums: PerPayment::default() })
    }

    /// The months of the next piece of the register, at least one; nothing after the last.
    fn next(&mut self) -> Result<Option<Vec<Side>>, Error> {
        let months = &mut self.months;
        while !self.at_end {
            let sums = &mut self.sums;
            self.at_end = !self.lines.take(|_, line| months.row(&RegisterFields::split(line)?, sums))?;
            if self.at_end {
                self.check_sums()?;
                return Ok(Some(std::mem::take(&mut self.months.batch)).filter(|batch| !batch.is_empty()));
            }
            // The last month stays, so that the next row can still be a part of it.
            if let Some(last) = months.batch.pop() {
                let batch = std::mem::replace(&mut months.batch, vec![last]);
                if !batch.is_empty() {
                    return Ok(Some(batch));
                }
            }
        }
        Ok(None)
    }

    /// That the register adds up to its receipt.
    fn check_sums(&self) -> Result<(), Error> {
        let receipt = self.run.record.calculation()?.1.amounts();
        for payment in Payment::ALL {
            if receipt[payment] != self.sums[payment] {
                let message = format!("the register does not add up to its receipt for {payment}");
                let path = self.run.path("register.csv");
                return Err(Error::new(ErrorKind::Input, message).in_file(path.display().to_string()));
            }
        }
        Ok(())
    }
}

impl RegisterMonths<'_> {
    fn row(&mut self, row: &RegisterFields<'_>, sums: &mut PerPayment<TengeSum>) -> Result<(), Error> {
        let key = PersonMonthKey::new(row.period(&mut self.months)?, row.iin()?);
        if self.last_code.0 != row.regime() {
            self.last_code = (row.regime().to_vec(), self.codes.number(row.regime())?);
        }
        let income = row.income()?.tiyn();
        let regime = (self.last_code.1, income);
        match self.batch.last_mut().map(|side| (side.key.cmp(&key), side)) {
            Some((Ordering::Equal, side)) => side.more.push(regime),
            Some((Ordering::Greater, _)) => {
                return Err(Error::new(
                    ErrorKind::Input,
                    "stands out of order: registers are sorted by month and person",
                ));
            }
            Some((Ordering::Less, _)) | None => self.batch.push(Side { key, first: regime, ..Side::default() }),
        }
        let Some(side) = self.batch.last_mut() else { return Ok(()) };
        side.income = side.income.checked_add(income).ok_or_else(too_large)?;
        for payment in Payment::ALL {
            let (exempt, amount) = (row.exempt(payment)?, row.amount(payment)?);
            side.exempt[payment] = side.exempt[payment].checked_add(exempt.tiyn()).ok_or_else(too_large)?;
            side.amounts[payment] = side.amounts[payment].checked_add(amount.tiyn()).ok_or_else(too_large)?;
            sums[payment] += amount;
        }
        Ok(())
    }
}

fn too_large() -> Error {
    Error::new(ErrorKind::Overflow, "the sums of a person's month exceed 92233720368547758.07 tenge")
}

/// Causes that the receipts tell, of every row alike.
#[derive(Debug, Clone, Copy)]
struct Causes {
    rates: bool,
    policy: bool,
}

impl Causes {
    /// Why the payments of a month may have changed: the codes with what tells that they apply, in order.
    fn of(self, before: &Side, after: &Side) -> [(bool, &'static str); 4] {
        let both = before.key == after.key;
        let income = before.income != after.income || (both && split_differs(before, after));
        let regime = both && regimes_differ(before, after);
        [(self.rates, "rates"), (self.policy, "policy"), (regime, "regime"), (income, "income")]
    }
}

/// Whether the month is under other regimes, or the same income is divided among them otherwise.
fn regimes_differ(before: &Side, after: &Side) -> bool {
    let codes = |side: &Side| -> BTreeSet<u8> {
        side.regimes().map(|(code, _)| code).filter(|&code| code != OVER_LIMIT_NUMBER).collect()
    };
    if before.more.is_empty() && after.more.is_empty() && before.first.0 == after.first.0 {
        return false;
    }
    let is_split = |side: &Side| side.regimes().any(|(code, _)| code == OVER_LIMIT_NUMBER);
    let (one, other) = (codes(before), codes(after));
    // What is split off belongs to a regime that may have no row of its own left.
    let hidden = is_split(before) && one.is_subset(&other) || is_split(after) && other.is_subset(&one);
    if one != other {
        return !hidden;
    }
    let by_regime = |side: &Side| -> BTreeSet<(u8, i64)> { side.regimes().collect() };
    let divided = by_regime(before) != by_regime(after);
    divided && before.income == after.income && !is_split(before) && !is_split(after)
}

/// Whether the same income crosses the limit elsewhere: other operations make it up.
fn split_differs(before: &Side, after: &Side) -> bool {
    let above = |side: &Side| side.regimes().find(|&(code, _)| code == OVER_LIMIT_NUMBER);
    above(before).is_some() && above(after).is_some() && above(before) != above(after)
}

/// Writes corrections and adds them up.
struct Writer {
    causes: Causes,
    file: OutputFile,
    bytes: Vec<u8>,
    persons: Vec<u64>,
    outcome: Outcome,
}

impl Writer {
    /// One month of either run or both; where a run does not have it, all is zero.
    fn month(&mut self, before: &Side, after: &Side) -> Result<(), Error> {
        if before.amounts == after.amounts {
            return Ok(());
        }
        let key = before.key.max(after.key);
        let (period, causes) = (key.month(), self.causes.of(before, after));
        let text = period.to_string();
        for payment in Payment::ALL {
            let (old, new) = (before.amounts[payment], after.amounts[payment]);
            let delta = new.checked_sub(old).ok_or_else(|| key.named(too_large()))?;
            if delta == 0 {
                continue;
            }
            let exemption = (before.exempt[payment] != after.exempt[payment], "exemption");
            let causes = causes.iter().chain([&exemption]).filter(|(applies, _)| *applies).map(|(_, code)| *code);
            let cause = causes.collect::<Vec<_>>().join("|");
            self.bytes.clear();
            let mut fields = RowWriter::new(&mut self.bytes);
            fields.iin(key.iin()).text(&text).text(payment.code());
            [old, new, delta].into_iter().for_each(|tiyn| {
                fields.money(Tenge::from_tiyn(tiyn));
            });
            fields.text(&cause).end();
            self.file.write(&self.bytes, 1)?;
            self.persons.push(key.iin().number());
            let outcome = &mut self.outcome;
            outcome.rows += 1;
            outcome.delta[payment] += Tenge::from_tiyn(delta);
            let corrected = outcome.corrected.entry((period, payment)).or_default();
            corrected.persons += 1;
            if delta > 0 {
                corrected.to_pay += Tenge::from_tiyn(delta);
            } else {
                corrected.to_return += Tenge::from_tiyn(delta.saturating_neg());
            }
        }
        Ok(())
    }
}

impl Outcome {
    /// Σ after − Σ before = Σ delta, of every payment.
    fn conserved(&self) -> Result<(), Error> {
        for payment in Payment::ALL {
            let (before, after, delta) = (self.before[payment], self.after[payment], self.delta[payment]);
            if after.tiyn() - before.tiyn() != delta.tiyn() {
                let message = format!("{payment}: {after} − {before} is not the sum of the corrections, {delta}");
                return Err(Error::defect(message));
            }
        }
        Ok(())
    }

    fn summary(&self, out: &Path) -> Result<Written, Error> {
        let mut file = OutputFile::create(out, "summary.csv", rows_out::CORRECTION_SUMMARY)?;
        for (&(period, payment), corrected) in &self.corrected {
            let mut bytes = Vec::new();
            let mut fields = RowWriter::new(&mut bytes);
            fields.text(&period.to_string()).text(payment.code()).number(corrected.persons);
            fields.sum(corrected.to_pay).sum(corrected.to_return).end();
            file.write(&bytes, 1)?;
        }
        file.finish()
    }

    /// What the receipt says of the corrections.
    fn made(&self) -> Made {
        let totals = CorrectTotals {
            corrections: self.rows,
            persons: self.persons,
            before: PaymentSums::of(&self.before),
            after: PaymentSums::of(&self.after),
            delta: PaymentSums::of(&self.delta),
        };
        Made::Correct(CorrectOptions {}, totals)
    }
}
