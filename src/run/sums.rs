//! The control totals of a run: whether its files add up to each other and to its receipt.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;

use crate::error::{Error, ErrorKind};
use crate::money::{Tenge, TengeSum};
use crate::payment::{Payment, PerPayment};
use crate::period::Month;
use crate::person::Iin;
use crate::reading::encoding::Encoding;
use crate::reading::header::Header;
use crate::records::PaymentRecord;
use crate::run::files::{LINES, PAYMENTS, REGISTER};
use crate::run::receipt::totals::{ClosedTotals, PaymentSums};
use crate::run::receipt::{Made, Receipt};
use crate::run::record::{Lines, Run};
use crate::run::records_in::records;
use crate::run::register_in::register_rows;
use crate::run::rows_in::{Months, RegisterFields, money};
use crate::run::rows_out::REGISTER_HEADER;
use crate::shown::plain;
use crate::words::{Message, say};

/// Whether this is the receipt of `calculate`, whose register has control totals: those of other commands name them, and
/// whatever has a register is to add up.
pub(crate) fn is_calculation(receipt: &Receipt) -> bool {
    matches!(receipt.made, Made::Calculate(..)) || receipt.outputs.iter().any(|file| file.name == REGISTER)
}

/// What files add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Added {
    pub operations: u64,
    pub income: TengeSum,
    pub amounts: PerPayment<TengeSum>,
    pub withheld: TengeSum,
}

impl Added {
    fn add(&mut self, more: &Added) {
        self.operations = self.operations.saturating_add(more.operations);
        self.income += more.income;
        self.withheld += more.withheld;
        for payment in Payment::ALL {
            self.amounts[payment] += more.amounts[payment];
        }
    }
}

/// What one month of a register adds up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct RegisterSums {
    pub added: Added,
    pub persons: u64,
    /// Persons with an amount above zero.
    payers: PerPayment<u64>,
}

/// The months of a register with what they add up to.
pub(crate) type ByMonth = BTreeMap<Month, RegisterSums>;

impl RegisterSums {
    /// The sums as receipts have them.
    pub fn totals(&self) -> ClosedTotals {
        let RegisterSums { added: Added { operations, income, amounts, withheld }, persons, .. } = self;
        let PaymentSums { ipn, opv, opvr, so, vosms } = PaymentSums::of(amounts);
        let (operations, persons, income, withheld) = (*operations, *persons, *income, *withheld);
        ClosedTotals { operations, persons, income, ipn, opv, opvr, so, vosms, withheld }
    }
}

/// Adds up the files of a run; `earlier` is the receipt of the run that it builds upon, where it is at hand.
///
/// # Errors
/// As [`Run::lines`]; kind [`ErrorKind::Record`] with the first sum that does not hold.
pub(crate) fn check(run: &Run, earlier: Option<&Receipt>) -> Result<(), Error> {
    let register = check_register(run)?;
    let lines = if run.has(LINES) { Some(lines(run)?) } else { None };
    if let Some(lines) = lines
        && (run.record.previous.is_empty() || earlier.is_some())
    {
        // Behind an earlier run the lines are those of the new operations: what the register has more than that one had
        // in the months that are open still.
        let (_, totals) = run.record.calculation()?;
        let mut before = Added::default();
        if let Some((_, totals)) = earlier.map(Receipt::calculation).transpose()? {
            before = Added { income: totals.income, amounts: totals.amounts(), withheld: totals.withheld, ..before };
        }
        for month in totals.closed.values() {
            before.income = less(before.income, month.income);
            before.withheld = less(before.withheld, month.withheld);
            before.amounts = PerPayment::from_fn(|payment| less(before.amounts[payment], month.amounts()[payment]));
        }
        let new = Added {
            operations: totals.accepted,
            income: less(register.income, before.income),
            withheld: less(register.withheld, before.withheld),
            amounts: PerPayment::from_fn(|payment| less(register.amounts[payment], before.amounts[payment])),
        };
        same(&lines, &new)?;
    }
    Ok(())
}

/// That lines come to what a register has of their operations.
fn same(lines: &Added, register: &Added) -> Result<(), Error> {
    hold(say!("sums-lines-operations"), lines.operations, register.operations)?;
    hold(say!("sums-lines-income"), lines.income, register.income)?;
    hold(say!("sums-lines-withheld"), lines.withheld, register.withheld)?;
    Payment::ALL.into_iter().try_for_each(|payment| {
        let what = say!("sums-lines-payment", payment = payment.code());
        hold(what, lines.amounts[payment], register.amounts[payment])
    })
}

/// What is left. Receipts that somebody has written may have sums of any size.
fn less(sum: TengeSum, other: TengeSum) -> TengeSum {
    TengeSum::from_tiyn(sum.tiyn().saturating_sub(other.tiyn()))
}

/// Adds up the register and the payments, which every run has, and gives what the register comes to.
///
/// # Errors
/// As [`check`].
pub(crate) fn check_register(run: &Run) -> Result<Added, Error> {
    let (_, totals) = run.record.calculation()?;
    let judged = together(totals.rejected.values().copied().chain([totals.accepted]));
    hold(say!("sums-operations-read"), totals.operations, judged)?;
    let mut persons = Vec::new();
    let months = register(run, |iin| persons.push(iin))?;
    persons.sort_unstable();
    persons.dedup();
    let mut register = Added::default();
    months.values().for_each(|month| register.add(&month.added));
    hold(say!("sums-register-operations"), register.operations, totals.counted())?;
    hold(say!("sums-register-persons"), persons.len() as u64, totals.persons)?;
    hold(say!("sums-register-income"), register.income, totals.income)?;
    hold(say!("sums-register-withheld"), register.withheld, totals.withheld)?;
    let amounts = totals.amounts();
    for payment in Payment::ALL {
        let what = say!("sums-register-payment", payment = payment.code());
        hold(what, register.amounts[payment], amounts[payment])?;
    }
    check_payments(run, &months)?;
    Ok(register)
}

/// What counts of a receipt or a table come to; whoever wrote them, no more than a count can be.
pub(crate) fn together(counts: impl IntoIterator<Item = u64>) -> u64 {
    counts.into_iter().fold(0, u64::saturating_add)
}

/// That both are equal.
pub(crate) fn hold<T: PartialEq + fmt::Display>(what: Message, one: T, other: T) -> Result<(), Error> {
    if one == other {
        return Ok(());
    }
    let message = say!("sums-differ", what = what, one = one.to_string(), other = other.to_string());
    Err(Error::new(ErrorKind::Record, message))
}

/// What the months of the register add up to.
///
/// # Errors
/// As [`Run::lines`], and where a row is none of a register or stands out of order.
pub(crate) fn by_month(run: &Run) -> Result<ByMonth, Error> {
    register(run, |_| {})
}

/// What the months of the register add up to; each person's ИИН goes to `person` once a month.
fn register(run: &Run, mut person: impl FnMut(Iin)) -> Result<ByMonth, Error> {
    let mut sums = ByMonth::new();
    // The month and person of the last row, and the payments that some row of his has an amount of.
    let mut last: Option<(Month, Iin, PerPayment<bool>)> = None;
    register_rows(run, |month, iin, row| {
        let RegisterSums { added, persons: of_month, payers } = sums.entry(month).or_default();
        if last.is_none_or(|(of, known, _)| (of, known) != (month, iin)) {
            last = Some((month, iin, PerPayment::default()));
            *of_month += 1;
            person(iin);
        }
        added.operations = added.operations.saturating_add(row.operations()?);
        added.income += row.income()?;
        let mut of_row = TengeSum::default();
        for payment in Payment::ALL {
            let amount = row.amount(payment)?;
            of_row += amount;
            added.amounts[payment] += amount;
            if let Some((_, _, pays)) = &mut last
                && amount > Tenge::ZERO
                && !pays[payment]
            {
                pays[payment] = true;
                payers[payment] += 1;
            }
        }
        let withheld = TengeSum::from(row.withheld()?);
        added.withheld += withheld;
        hold(say!("sums-row"), of_row, withheld)
    })?;
    Ok(sums)
}

/// Compares payments.csv, which leaves out the payments that no regime of a month knows.
fn check_payments(run: &Run, months: &ByMonth) -> Result<(), Error> {
    let sums = |(&month, sums): (&Month, &RegisterSums)| {
        Payment::ALL.map(|payment| ((month, payment), (sums.added.amounts[payment], sums.payers[payment])))
    };
    let mut register: BTreeMap<(Month, Payment), (TengeSum, u64)> = months.iter().flat_map(sums).collect();
    records(run, PAYMENTS, |PaymentRecord { payment, period, persons, amount, .. }| {
        let (expected, payers) = register.remove(&(period, payment)).unwrap_or_default();
        hold(say!("sums-payments", payment = payment.code(), period = period.to_string()), amount, expected)?;
        hold(say!("sums-payments-persons", payment = payment.code(), period = period.to_string()), persons, payers)
    })?;
    register.iter().try_for_each(|((month, payment), (rest, _))| {
        hold(
            say!("sums-register-payments", payment = payment.code(), period = month.to_string()),
            *rest,
            TengeSum::default(),
        )
    })
}

/// What the lines, each of which is to agree with itself, add up to; where they are of all operations of the register, those
/// of each of its rows come to that. Ids may have line ends in them, so that lines are read as inputs are.
fn lines(run: &Run) -> Result<Added, Error> {
    const PERSON: usize = 0;
    const PERIOD: usize = 1;
    const REGIME: usize = 2;
    const INCOME: usize = 3;
    const FIRST_PAYMENT: usize = 4;
    const WITHHELD: usize = 9;
    const PAYOUT: usize = 10;
    let columns = ["iin", "period", "regime", "income", "ipn", "opv", "opvr", "so", "vosms", "withheld", "payout"];
    let (mut added, mut months) = (Added::default(), Months::default());
    let mut register = if run.record.previous.is_empty() { Some(RegisterRows::of(run)?) } else { None };
    // The person's month that is being read, the line on which it begins, and what its lines come to by regime.
    let mut person: Option<(Key, u64, BTreeMap<Vec<u8>, Added>)> = None;
    let path = run.path(LINES);
    let place = |error: Error, line: u64| match error.place().file {
        Some(_) => error,
        None => error.in_file(path.display().to_string()).at_line(line),
    };
    run.rows(LINES, &Header::new(&columns, &[], Encoding::Utf8), |row| {
        let bad = || place(Error::new(ErrorKind::Record, say!("lines-no-row")), row.line);
        let value = |column: usize| row.field(column).value();
        let amount = |column: usize| money(&value(column)).ok_or_else(bad);
        let (mut of_row, income, withheld) = (TengeSum::default(), amount(INCOME)?, TengeSum::from(amount(WITHHELD)?));
        let mut line = Added { operations: 1, income: income.into(), withheld, ..Added::default() };
        for (number, payment) in Payment::ALL.into_iter().enumerate() {
            let amount = amount(FIRST_PAYMENT + number)?;
            of_row += amount;
            line.amounts[payment] += amount;
        }
        hold(say!("sums-row"), of_row, withheld)
            .and_then(|()| hold(say!("sums-payout"), amount(PAYOUT)?.into(), less(income.into(), withheld)))
            .map_err(|error| place(error, row.line))?;
        added.add(&line);
        let Some(register) = &mut register else { return Ok(()) };
        let iin = std::str::from_utf8(&value(PERSON)).ok().and_then(|text| text.parse().ok()).ok_or_else(bad)?;
        let key = (months.read(&value(PERIOD)).ok_or_else(bad)?, iin);
        if person.as_ref().is_none_or(|(of, ..)| *of != key)
            && let Some((of, line, regimes)) = person.replace((key, row.line, BTreeMap::new()))
        {
            register.hold(Some(of), regimes).map_err(|error| place(error, line))?;
        }
        if let Some((.., regimes)) = &mut person {
            regimes.entry(value(REGIME).into_owned()).or_default().add(&line);
        }
        Ok(())
    })?;
    if let Some(register) = &mut register {
        if let Some((of, line, regimes)) = person {
            register.hold(Some(of), regimes).map_err(|error| place(error, line))?;
        }
        register.hold(None, BTreeMap::new()).map_err(|error| run.refused(error))?;
    }
    Ok(added)
}

type Key = (Month, Iin);

/// The rows of a register while they are taken, beside lines, which come by month and person too.
struct RegisterRows<'a> {
    lines: Lines<'a>,
    has_more: bool,
    months: Months,
    taken: VecDeque<(Key, Vec<u8>, Added)>,
}

/// The error of lines that do not come to a row of the register.
fn differs((period, iin): Key, regime: &[u8]) -> Error {
    let (iin, regime) = (iin.masked().to_string(), plain(&String::from_utf8_lossy(regime)));
    Error::new(ErrorKind::Record, say!("lines-of-row", period = period.to_string(), iin = iin, regime = regime))
}

impl RegisterRows<'_> {
    fn of(run: &Run) -> Result<RegisterRows<'_>, Error> {
        let lines = run.open_lines(REGISTER, REGISTER_HEADER)?;
        Ok(RegisterRows { lines, has_more: true, months: Months::default(), taken: VecDeque::new() })
    }

    /// That the lines of this person's month come to its rows, and that those before it, which had none, are nothing; without
    /// a month all that are left.
    fn hold(&mut self, person: Option<Key>, mut lines: BTreeMap<Vec<u8>, Added>) -> Result<(), Error> {
        loop {
            while self.taken.is_empty() && self.has_more {
                let (taken, months) = (&mut self.taken, &mut self.months);
                self.has_more = self.lines.take(|line| {
                    let row = RegisterFields::split(line)?;
                    let (income, withheld) = (row.income()?.into(), row.withheld()?.into());
                    let mut added = Added { operations: row.operations()?, income, withheld, ..Added::default() };
                    for payment in Payment::ALL {
                        added.amounts[payment] += row.amount(payment)?;
                    }
                    taken.push_back(((row.period(months)?, row.iin()?), row.regime().to_vec(), added));
                    Ok(())
                })?;
            }
            let is_next = |(of, ..): &(Key, Vec<u8>, Added)| person.is_none_or(|person| *of <= person);
            if !self.taken.front().is_some_and(is_next) {
                break;
            }
            let Some((of, regime, row)) = self.taken.pop_front() else { break };
            let of_row = if person == Some(of) { lines.remove(&regime) } else { None };
            same(&of_row.unwrap_or_default(), &row).map_err(|_| differs(of, &regime))?;
        }
        lines.keys().next().zip(person).map_or(Ok(()), |(regime, of)| Err(differs(of, regime)))
    }
}
