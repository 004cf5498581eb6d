//! The register of one of two runs that are compared, read person by person and month by month.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{Scope, ScopedJoinHandle};

use crate::commands::periods;
use crate::error::{Error, ErrorKind};
use crate::law::OverLimit;
use crate::money::{Tenge, TengeSum};
use crate::payment::{Payment, PaymentSet, PerPayment};
use crate::period::Month;
use crate::run::files::REGISTER;
use crate::run::record::{Lines, Run};
use crate::run::rows_in::{Months, RegisterFields};
use crate::run::rows_out;
use crate::threads::{joined_in, started_in};
use crate::withholding::order::PersonMonthKey;
use crate::words::say;

/// What a run has, as far as it is compared.
#[derive(Debug, Default)]
pub(crate) struct OfRun {
    pub sums: PerPayment<TengeSum>,
    /// All months of its register.
    pub months: BTreeSet<Month>,
    /// Rows of months that were not asked for, which are in no sum.
    pub of_other_months: u64,
}

/// One person's month as one of the runs has it, its regimes summed.
#[derive(Debug, Default)]
pub(crate) struct MonthInRun {
    pub key: PersonMonthKey,
    pub income: i64,
    pub amounts: PerPayment<i64>,
    first: RegimeRow,
    /// All rows, where there are several.
    several: Vec<RegimeRow>,
    /// Whether the month was not asked for: nothing is said but whose it is.
    pub is_of_other_month: bool,
}

/// What the month has under one regime.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct RegimeRow {
    /// The number of the regime's code.
    pub number: u8,
    pub is_out_of_scope: bool,
    /// Payments that the regime has not.
    pub not_due: PaymentSet,
    pub income: i64,
    pub exempt: PerPayment<i64>,
    pub amounts: PerPayment<i64>,
}

impl RegimeRow {
    /// What is exempt from the payment, at least and at most: income above the limit, out of scope, or of a regime without
    /// the payment may all be, and its row does not tell.
    pub fn exempt_within(&self, payment: Payment) -> (i128, i128) {
        let (income, exempt) = (i128::from(self.income), i128::from(self.exempt[payment]));
        match self.number == OVER_LIMIT_NUMBER || self.is_out_of_scope || self.not_due.contains(payment) {
            true => (income.min(0), income.max(0)),
            false => (exempt, exempt),
        }
    }
}

impl MonthInRun {
    /// The rows of the register.
    pub fn rows(&self) -> impl Iterator<Item = RegimeRow> {
        let only = self.several.is_empty().then_some(self.first);
        only.into_iter().chain(self.several.iter().copied())
    }

    /// Whether both have one row of the same regime.
    pub fn are_of_one_regime(&self, other: &MonthInRun) -> bool {
        self.several.is_empty() && other.several.is_empty() && self.first.number == other.first.number
    }

    fn of(key: PersonMonthKey, first: RegimeRow) -> MonthInRun {
        MonthInRun { key, income: first.income, amounts: first.amounts, first, ..MonthInRun::default() }
    }

    fn add(&mut self, row: RegimeRow) -> Result<(), Error> {
        if self.several.is_empty() {
            self.several.push(self.first);
        }
        self.several.push(row);
        self.income = self.income.checked_add(row.income).ok_or_else(too_large)?;
        for payment in Payment::ALL {
            let amount = self.amounts[payment];
            self.amounts[payment] = amount.checked_add(row.amounts[payment]).ok_or_else(too_large)?;
        }
        Ok(())
    }
}

/// The codes of regimes by number, the same on both sides.
#[derive(Debug)]
pub(crate) struct Codes(Mutex<Vec<Vec<u8>>>);

/// The number of income above the limit, which is no regime.
pub(crate) const OVER_LIMIT_NUMBER: u8 = 0;

impl Codes {
    pub fn new() -> Codes {
        Codes(Mutex::new(vec![OverLimit::REGIME.into()]))
    }

    /// The code with this number.
    pub fn code(&self, number: u8) -> Option<String> {
        let codes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        codes.get(usize::from(number)).map(|code| String::from_utf8_lossy(code).into_owned())
    }

    fn number(&self, code: &[u8]) -> Result<u8, Error> {
        let mut codes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let number = codes.iter().position(|known| known == code).unwrap_or_else(|| {
            codes.push(code.to_vec());
            codes.len() - 1
        });
        u8::try_from(number).map_err(|_| Error::new(ErrorKind::Input, say!("register-too-many-regimes")))
    }
}

/// Pieces of a register that are read ahead.
const AHEAD: usize = 2;

/// What reading a register comes to, or nothing where nobody wanted the rest.
pub(crate) type ReadRun = Result<Option<OfRun>, Error>;

/// The months of one run in order.
pub(crate) struct PersonMonths<'scope, 'a> {
    source: Source<'scope, 'a>,
    batch: Vec<MonthInRun>,
    at: usize,
}

/// Where months come from.
enum Source<'scope, 'a> {
    Thread(Receiver<Vec<MonthInRun>>, ScopedJoinHandle<'scope, ReadRun>),
    /// Where no thread can be started, they are read when they are wanted.
    Own(Box<Result<Reader<'a>, Error>>),
}

impl<'scope, 'a: 'scope> PersonMonths<'scope, 'a> {
    pub fn of(
        scope: &'scope Scope<'scope, '_>,
        run: (&'a Run, &'a [Month]),
        codes: &'a Codes,
    ) -> PersonMonths<'scope, 'a> {
        let (sender, receiver) = sync_channel(AHEAD);
        let read = move || {
            let mut reader = Reader::open(run, codes)?;
            while let Some(batch) = reader.next()? {
                // Nobody takes it where writing has failed, which is what will be told.
                if sender.send(batch).is_err() {
                    return Ok(None);
                }
            }
            Ok(Some(reader.side))
        };
        let source = match started_in(scope, read) {
            Some(thread) => Source::Thread(receiver, thread),
            None => Source::Own(Box::new(Reader::open(run, codes))),
        };
        PersonMonths { source, batch: Vec::new(), at: 0 }
    }
}

impl PersonMonths<'_, '_> {
    /// The month that is next; nothing after the last, or where reading has failed.
    pub fn next(&mut self) -> Option<&MonthInRun> {
        if self.at == self.batch.len() {
            self.batch = self.read().unwrap_or_default();
            self.at = 0;
        }
        self.batch.get(self.at)
    }

    fn read(&mut self) -> Option<Vec<MonthInRun>> {
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

    pub fn advance(&mut self) {
        self.at += 1;
    }

    pub fn side(self) -> ReadRun {
        match self.source {
            Source::Thread(receiver, thread) => {
                drop(receiver);
                joined_in(thread)
            }
            Source::Own(reader) => reader.map(|reader| reader.at_end.then_some(reader.side)),
        }
    }
}

/// Reads one register.
struct Reader<'a> {
    run: &'a Run,
    lines: Lines<'a>,
    months: RegisterMonths<'a>,
    at_end: bool,
    side: OfRun,
    /// The sums of all months.
    sums: PerPayment<TengeSum>,
}

/// The months of a register that have been read and not been handed on.
struct RegisterMonths<'a> {
    codes: &'a Codes,
    /// The code of the last row and its number.
    last_code: (Vec<u8>, u8),
    months: Months,
    last_month: Option<Month>,
    /// Those that are compared, or none for all.
    periods: &'a [Month],
    batch: Vec<MonthInRun>,
}

impl<'a> Reader<'a> {
    fn open((run, periods): (&'a Run, &'a [Month]), codes: &'a Codes) -> Result<Reader<'a>, Error> {
        let lines = run.open_lines(REGISTER, rows_out::REGISTER_HEADER)?;
        let months = RegisterMonths {
            codes,
            last_code: (OverLimit::REGIME.into(), OVER_LIMIT_NUMBER),
            months: Months::default(),
            last_month: None,
            periods,
            batch: Vec::new(),
        };
        Ok(Reader { run, lines, months, at_end: false, side: OfRun::default(), sums: PerPayment::default() })
    }

    /// The months of the next piece of the register, at least one; nothing after the last.
    fn next(&mut self) -> Result<Option<Vec<MonthInRun>>, Error> {
        let months = &mut self.months;
        while !self.at_end {
            let (side, sums) = (&mut self.side, &mut self.sums);
            self.at_end = !self.lines.take(|line| months.row(&RegisterFields::split(line)?, side, sums))?;
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
                let message = say!("register-not-its-receipt", payment = payment.code());
                let path = self.run.path(REGISTER);
                return Err(Error::new(ErrorKind::Record, message).in_file(path.display().to_string()));
            }
        }
        Ok(())
    }
}

impl RegisterMonths<'_> {
    fn row(&mut self, row: &RegisterFields<'_>, of: &mut OfRun, sums: &mut PerPayment<TengeSum>) -> Result<(), Error> {
        let period = row.period(&mut self.months)?;
        if self.last_month != Some(period) {
            self.last_month = Some(period);
            of.months.insert(period);
        }
        let key = PersonMonthKey::new(period, row.iin()?);
        if !periods::take(self.periods, period) {
            of.of_other_months += 1;
            for payment in Payment::ALL {
                sums[payment] += row.amount(payment)?;
            }
            return match self.batch.last().map(|last| last.key.cmp(&key)) {
                Some(Ordering::Equal) => Ok(()),
                Some(Ordering::Greater) => Err(out_of_order()),
                Some(Ordering::Less) | None => {
                    self.batch.push(MonthInRun { key, is_of_other_month: true, ..MonthInRun::default() });
                    Ok(())
                }
            };
        }
        if self.last_code.0 != row.regime() {
            self.last_code = (row.regime().to_vec(), self.codes.number(row.regime())?);
        }
        let mut read = RegimeRow {
            number: self.last_code.1,
            is_out_of_scope: row.is_out_of_scope(),
            not_due: row.not_due(),
            income: row.income()?.tiyn(),
            exempt: PerPayment::default(),
            amounts: PerPayment::default(),
        };
        for payment in Payment::ALL {
            let amount = row.amount(payment)?;
            (read.exempt[payment], read.amounts[payment]) = (row.exempt(payment)?.tiyn(), amount.tiyn());
            sums[payment] += amount;
            of.sums[payment] += amount;
        }
        match self.batch.last_mut().map(|side| (side.key.cmp(&key), side)) {
            Some((Ordering::Equal, side)) => side.add(read),
            Some((Ordering::Greater, _)) => Err(out_of_order()),
            Some((Ordering::Less, _)) | None => {
                self.batch.push(MonthInRun::of(key, read));
                Ok(())
            }
        }
    }
}

fn out_of_order() -> Error {
    Error::new(ErrorKind::Record, say!("register-out-of-order"))
}

pub(crate) fn too_large() -> Error {
    Error::new(ErrorKind::Overflow, say!("person-month-beyond", most = Tenge::from_tiyn(i64::MAX).to_string()))
}
