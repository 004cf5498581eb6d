//! `register.csv` and `payments.csv` of a run, read back.

use std::collections::BTreeMap;

use crate::error::{Error, ErrorKind};
use crate::law::{Law, Scope};
use crate::money::{Tenge, TengeSum};
use crate::payment::{Payment, PerPayment};
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::records::PaymentRecord;
use crate::run::files::{PAYMENTS, REGISTER};
use crate::run::record::Run;
use crate::run::records_in::records;
use crate::run::rows_in::{Months, RegisterFields};
use crate::run::rows_out;
use crate::settlement::explanation::Circumstances;
use crate::withholding::due::Due;
use crate::words::say;

/// A row of `register.csv`.
pub(crate) struct RegisterLine<'a> {
    pub iin: Iin,
    pub period: Month,
    pub circumstances: Circumstances,
    pub fields: RegisterFields<'a>,
}

/// Hands the rows of a run's register to `each`, by month and person.
///
/// # Errors
/// As [`Run::lines`], and where a row is none of a register or stands out of order; kind [`ErrorKind::Rates`] where its amounts
/// are not those of this law.
pub(crate) fn register(
    run: &Run,
    law: &Law,
    mut each: impl FnMut(&RegisterLine<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    incomes(run, |row| {
        let line = register_line(row, law)?;
        if is_of_rates(&line, law) { each(&line) } else { Err(other_rates(run)) }
    })
}

/// Whether the amounts of a row are those of this law: what else it says, as the rate of an order, would be of other rates
/// than the amounts. Of a month that the law does not cover there are no amounts.
fn is_of_rates(RegisterLine { period, circumstances, .. }: &RegisterLine<'_>, law: &Law) -> bool {
    let Circumstances { regime, income, exempt, amounts } = circumstances;
    let Some(terms) = regime.and_then(|regime| law.month(*period)?.regime(regime)) else {
        return Payment::ALL.into_iter().all(|payment| amounts[payment] == Tenge::ZERO);
    };
    Payment::ALL.into_iter().all(|payment| {
        let due = |terms| Due::new(terms, *income, exempt[payment]).amount;
        terms.terms[payment].as_ref().map_or(Tenge::ZERO, due) == amounts[payment]
    })
}

/// The error of a run that was made with other tables.
pub(crate) fn other_rates(run: &Run) -> Error {
    Error::new(ErrorKind::Rates, say!("run-other-rates"))
        .in_file(run.dir().display().to_string())
        .with_hint(say!("run-other-rates-hint", version = &run.record.version))
}

/// A row of `register.csv`: whose it is, and his income, for which no table of the law is needed.
pub(crate) struct IncomeLine<'a> {
    pub iin: Iin,
    pub period: Month,
    pub income: Tenge,
    fields: RegisterFields<'a>,
}

/// Hands the rows of a run's register to `each`, by month and person, as far as incomes go.
///
/// # Errors
/// As [`register`].
pub(crate) fn incomes(run: &Run, mut each: impl FnMut(&IncomeLine<'_>) -> Result<(), Error>) -> Result<(), Error> {
    register_rows(run, |period, iin, fields| each(&IncomeLine { iin, period, income: fields.income()?, fields }))
}

/// Hands the rows of a run's register to `each` as they stand, by month and person.
///
/// # Errors
/// As [`Run::lines`], and where a row is none of a register or stands out of order.
pub(crate) fn register_rows(
    run: &Run,
    mut each: impl FnMut(Month, Iin, RegisterFields<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    let (mut last, mut regime) = (None, Vec::new());
    let mut months = Months::default();
    run.lines(REGISTER, rows_out::REGISTER_HEADER, |line| {
        let fields = RegisterFields::split(line)?;
        let key = (fields.period(&mut months)?, fields.iin()?);
        if last.is_some_and(|last| (key, fields.regime()) <= (last, regime.as_slice())) {
            return Err(Error::new(ErrorKind::Record, say!("register-out-of-order")));
        }
        last = Some(key);
        regime.clear();
        regime.extend_from_slice(fields.regime());
        each(key.0, key.1, fields)
    })
}

fn register_line<'a>(row: &IncomeLine<'a>, law: &Law) -> Result<RegisterLine<'a>, Error> {
    let bad = || Error::new(ErrorKind::Record, say!("register-no-row"));
    let IncomeLine { iin, period, income, fields } = *row;
    let mut exempt = PerPayment::<Tenge>::default();
    let mut amounts = PerPayment::<Tenge>::default();
    for payment in Payment::ALL {
        exempt[payment] = fields.exempt(payment)?;
        amounts[payment] = fields.amount(payment)?;
    }
    let code = std::str::from_utf8(fields.regime()).map_err(|_| bad())?;
    let regime = match law.regime_id(code) {
        Ok(regime) => Some(regime).filter(|&regime| law.regime(regime).scope == Scope::Withheld),
        // Income above the limit, from which nothing is withheld.
        Err(_) if fields.is_outside_regime() => None,
        Err(_) => {
            return Err(Error::new(ErrorKind::Record, say!("register-unknown-regime", regime = code))
                .with_hint(say!("register-tables-hint")));
        }
    };
    Ok(RegisterLine { iin, period, circumstances: Circumstances { regime, income, exempt, amounts }, fields })
}

/// What is to be transferred of a payment and month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PaymentLine {
    pub payment: Payment,
    pub period: Month,
    pub knp: String,
    /// The recipient's БИН, where the tables have one.
    pub recipient: Option<Iin>,
    /// Persons with an amount above zero, where the file tells them.
    pub persons: Option<u64>,
    pub amount: TengeSum,
    /// The statutory day, a day off or not.
    pub due_on: Option<Day>,
}

/// What is to be transferred for persons: the sum of amounts above zero and how many they are, by month and payment.
#[derive(Debug, Default)]
pub(crate) struct PersonSums(pub BTreeMap<(Month, Payment), (TengeSum, u64)>);

impl PersonSums {
    /// Takes the amount of one more person.
    pub fn add(&mut self, of: (Month, Payment), amount: Tenge) {
        if amount > Tenge::ZERO {
            let (sum, persons) = self.0.entry(of).or_default();
            *sum += amount;
            *persons += 1;
        }
    }

    /// A row for each.
    ///
    /// # Errors
    /// As [`PaymentLine::by_tables`].
    pub fn lines(self, law: &Law) -> Result<Vec<PaymentLine>, Error> {
        let line = |((period, payment), (sum, persons))| {
            let line = PaymentLine::by_tables(law, (payment, period), sum)?;
            Ok(PaymentLine { persons: Some(persons), ..line })
        };
        self.0.into_iter().map(line).collect()
    }
}

impl PaymentLine {
    /// What is to be transferred of a payment and month that no run has a row of.
    ///
    /// # Errors
    /// Kind [`ErrorKind::NoRates`] where the tables do not say under which КНП the payment goes.
    pub fn by_tables(law: &Law, (payment, period): (Payment, Month), amount: TengeSum) -> Result<PaymentLine, Error> {
        let last = period.last_day();
        let remittance = law.remittance(payment, last).ok_or_else(|| {
            let (payment, period) = (payment.code(), period.to_string());
            Error::new(ErrorKind::NoRates, say!("remittance-unknown", payment = payment, period = period))
                .with_hint(say!("remittance-tables-hint"))
        })?;
        let due = law.default_regime(last).and_then(|regime| law.due_on(regime, payment, period));
        Ok(PaymentLine {
            payment,
            period,
            knp: remittance.knp.clone(),
            recipient: remittance.recipient,
            persons: None,
            amount,
            due_on: due.map(|due| due.day),
        })
    }
}

/// The rows of a run's `payments.csv`.
///
/// # Errors
/// As [`records`].
pub(crate) fn payments(run: &Run) -> Result<Vec<PaymentLine>, Error> {
    let mut rows = Vec::new();
    records(run, PAYMENTS, |record| {
        let PaymentRecord { payment, period, knp, recipient, persons, amount, due_on } = record;
        let recipient = Some(recipient).filter(|text| !text.is_empty()).map(|text| text.parse()).transpose()?;
        rows.push(PaymentLine { payment, period, knp, recipient, persons: Some(persons), amount, due_on });
        Ok(())
    })?;
    Ok(rows)
}
