//! `register.csv` and `payments.csv` of a run, read back.

use memchr::memchr_iter;

use crate::error::{Error, ErrorKind};
use crate::law::{Law, Scope};
use crate::money::{Sum, Tenge};
use crate::payment::{Payment, PerPayment};
use crate::period::Month;
use crate::person::Iin;
use crate::register::csv;
use crate::register::rows::Months;
use crate::register::run::Run;
use crate::settlement::explanation::Circumstances;

/// The columns of `register.csv`.
const COLUMNS: usize = 21;
const INCOME: usize = 4;
/// The columns of each payment: exempt income where there is any, and the amount.
const PLACES: [(Option<usize>, usize); 5] = [(None, 6), (Some(7), 9), (Some(10), 12), (Some(13), 15), (Some(16), 18)];
const OPERATIONS: usize = 3;
const WITHHELD: usize = 19;
const NOTES: usize = 20;

/// A row of `register.csv`.
pub(crate) struct RegisterLine<'a> {
    pub iin: Iin,
    pub period: Month,
    pub circumstances: Circumstances,
    /// All fields as they stand.
    pub fields: [&'a [u8]; COLUMNS],
}

/// What a field of the register is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RegisterField {
    Text,
    Count,
    Money,
}

/// What the column with this number has.
pub(crate) fn register_field(column: usize) -> RegisterField {
    match column {
        OPERATIONS => RegisterField::Count,
        INCOME..=WITHHELD => RegisterField::Money,
        _ => RegisterField::Text,
    }
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
    let mut last = (Month::from_number(0), 0);
    let mut months = Months::default();
    run.lines("register.csv", csv::REGISTER, |_, line| {
        let row = register_line(line, law, &mut months)?;
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

fn register_line<'a>(line: &'a [u8], law: &Law, months: &mut Months) -> Result<RegisterLine<'a>, Error> {
    let bad = || Error::new(ErrorKind::Input, "is no row of a register");
    let mut fields = [&line[..0]; COLUMNS];
    let mut from = 0;
    let mut count = 0;
    for at in memchr_iter(b',', line).chain([line.len()]) {
        *fields.get_mut(count).ok_or_else(bad)? = &line[from..at];
        from = at + 1;
        count += 1;
    }
    if count != COLUMNS {
        return Err(bad());
    }
    let money = |column: usize| money(fields[column]).ok_or_else(bad);
    let mut exempt = PerPayment::<Tenge>::default();
    let mut amounts = PerPayment::<Tenge>::default();
    for (payment, (exempt_at, amount_at)) in Payment::ALL.into_iter().zip(PLACES) {
        if let Some(column) = exempt_at {
            exempt[payment] = money(column)?;
        }
        amounts[payment] = money(amount_at)?;
    }
    let income = money(INCOME)?;
    let code = std::str::from_utf8(fields[2]).map_err(|_| bad())?;
    let regime = match law.regime_id(code) {
        Some(regime) => Some(regime).filter(|&regime| law.regime(regime).scope == Scope::Withheld),
        // Income above the limit, from which nothing is withheld.
        None if fields[NOTES].starts_with(b"outside-regime") => None,
        None => {
            return Err(Error::new(ErrorKind::Input, format!("the regime `{code}` is not in the tables"))
                .hint("use the tables of the run: --rates DIR"));
        }
    };
    Ok(RegisterLine {
        iin: Iin::parse(fields[0]).map_err(|_| bad())?,
        period: months.read(fields[1]).ok_or_else(bad)?,
        circumstances: Circumstances { regime, income, exempt, amounts },
        fields,
    })
}

/// An amount as outputs have it: two decimals, of any size that an amount has.
pub(crate) fn money(text: &[u8]) -> Option<Tenge> {
    sum(text).and_then(|sum| i64::try_from(sum.tiyn()).ok()).map(Tenge::from_tiyn)
}

/// A sum as outputs have it: two decimals.
pub(crate) fn sum(text: &[u8]) -> Option<Sum> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    let [whole @ .., b'.', tenths, hundredths] = digits else { return None };
    if whole.is_empty() || whole.len() > 30 {
        return None;
    }
    let mut tiyn: i128 = 0;
    if whole.len() <= 15 {
        // The short way: it fits 64 bits.
        let mut short: i64 = 0;
        for byte in whole.iter().chain([tenths, hundredths]) {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                return None;
            }
            short = short * 10 + i64::from(digit);
        }
        tiyn += i128::from(short);
    } else {
        for byte in whole.iter().chain([tenths, hundredths]) {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                return None;
            }
            tiyn = tiyn * 10 + i128::from(digit);
        }
    }
    Some(Sum::from_tiyn(if negative { -tiyn } else { tiyn }))
}

/// A row of `payments.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PaymentLine {
    pub payment: Payment,
    pub period: Month,
    pub knp: String,
    pub persons: u64,
    pub amount: Sum,
}

/// The rows of a run's `payments.csv`.
pub(crate) fn payments(run: &Run) -> Result<Vec<PaymentLine>, Error> {
    let mut rows = Vec::new();
    run.lines("payments.csv", csv::PAYMENTS, |_, line| {
        let row = payment_line(line).ok_or_else(|| Error::new(ErrorKind::Input, "is no row of payments.csv"))?;
        rows.push(row);
        Ok(())
    })?;
    Ok(rows)
}

fn payment_line(line: &[u8]) -> Option<PaymentLine> {
    let fields: Vec<&str> = std::str::from_utf8(line).ok()?.split(',').collect();
    let [payment, period, knp, _, persons, amount, _] = fields[..] else { return None };
    Some(PaymentLine {
        payment: Payment::from_code(payment)?,
        period: period.parse().ok()?,
        knp: knp.to_owned(),
        persons: persons.parse().ok()?,
        amount: sum(amount.as_bytes())?,
    })
}
