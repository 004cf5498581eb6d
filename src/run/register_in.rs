//! `register.csv` and `payments.csv` of a run, read back.

use crate::error::{Error, ErrorKind};
use crate::law::{Law, Scope};
use crate::money::{Tenge, TengeSum};
use crate::payment::{Payment, PerPayment};
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::run::record::Run;
use crate::run::rows_in::{Months, RegisterFields, sum};
use crate::run::rows_out;
use crate::settlement::explanation::Circumstances;

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
/// As [`Run::lines`], and where a row is none of a register or stands out of order.
pub(crate) fn register(
    run: &Run,
    law: &Law,
    mut each: impl FnMut(&RegisterLine<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    incomes(run, |row| each(&register_line(row, law)?))
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
    let mut last = (Month::from_number(0), 0);
    let mut months = Months::default();
    run.lines("register.csv", rows_out::REGISTER, |_, line| {
        let fields = RegisterFields::split(line)?;
        let row =
            IncomeLine { iin: fields.iin()?, period: fields.period(&mut months)?, income: fields.income()?, fields };
        let place = (row.period, row.iin.number());
        if place < last {
            return Err(Error::new(
                ErrorKind::Input,
                "stands out of order: the register is sorted by month and person",
            ));
        }
        last = place;
        each(&row)
    })
}

fn register_line<'a>(row: &IncomeLine<'a>, law: &Law) -> Result<RegisterLine<'a>, Error> {
    let bad = || Error::new(ErrorKind::Input, "is no row of a register");
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
        Err(_) if fields.notes().starts_with(b"outside-regime") => None,
        Err(_) => {
            return Err(Error::new(ErrorKind::Input, format!("the regime `{code}` is not in the tables"))
                .with_hint("use the tables of the run: --rates DIR"));
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

impl PaymentLine {
    /// What is to be transferred of a payment and month that no run has a row of.
    ///
    /// # Errors
    /// Kind [`ErrorKind::NoRates`] where the tables do not say under which КНП the payment goes.
    pub fn by_tables(law: &Law, (payment, period): (Payment, Month), amount: TengeSum) -> Result<PaymentLine, Error> {
        let last = period.last_day();
        let remittance = law.remittance(payment, last).ok_or_else(|| {
            Error::new(ErrorKind::NoRates, format!("recipients.toml has no КНП of `{payment}` in {period}"))
                .with_hint("use the tables of the runs that it comes from: --rates DIR")
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
pub(crate) fn payments(run: &Run) -> Result<Vec<PaymentLine>, Error> {
    let mut rows = Vec::new();
    run.lines("payments.csv", rows_out::PAYMENTS, |_, line| {
        let row = payment_line(line).ok_or_else(|| Error::new(ErrorKind::Input, "is no row of payments.csv"))?;
        rows.push(row);
        Ok(())
    })?;
    Ok(rows)
}

fn payment_line(line: &[u8]) -> Option<PaymentLine> {
    let fields: Vec<&str> = std::str::from_utf8(line).ok()?.split(',').collect();
    let [payment, period, knp, recipient, persons, amount, due_on] = fields[..] else { return None };
    let recipient: Option<Iin> = if recipient.is_empty() { None } else { Some(recipient.parse().ok()?) };
    let due_on: Option<Day> = if due_on.is_empty() { None } else { Some(due_on.parse().ok()?) };
    Some(PaymentLine {
        payment: payment.parse::<Payment>().ok()?,
        period: period.parse().ok()?,
        knp: knp.to_owned(),
        recipient,
        persons: Some(persons.parse().ok()?),
        amount: sum(amount)?,
        due_on,
    })
}
