//! `corrections.csv` and `summary.csv` of a correction, read back.

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind};
use crate::law::Law;
use crate::money::{Tenge, TengeSum};
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::run::files::{CORRECTIONS, SUMMARY};
use crate::run::receipt::Made;
use crate::run::record::Run;
use crate::run::records_in::records_of_any_version;
use crate::run::register_in::PaymentLine;
use crate::run::rows_in::{Months, RowOrder, money, split};
use crate::run::rows_out;
use crate::words::say;

/// A row of `summary.csv`: what the corrections of a month and payment come to.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct CorrectionSummary {
    pub period: Month,
    pub payment: Payment,
    pub persons: u64,
    pub to_pay: TengeSum,
    pub to_return: TengeSum,
}

/// A row of `corrections.csv`.
pub(crate) struct CorrectionLine<'a> {
    pub iin: Iin,
    pub period: Month,
    pub payment: Payment,
    pub before: Tenge,
    pub after: Tenge,
    /// Above zero: so much more is due. Below zero: so much was paid above due.
    pub delta: Tenge,
    pub cause: &'a str,
}

/// The months of a correction that one of its runs alone has, for the other was only not asked for them.
pub(crate) fn left_out(run: &Run) -> impl Iterator<Item = Month> {
    let totals = match &run.record.made {
        Made::Correct(_, totals) => Some(totals),
        _ => None,
    };
    totals.into_iter().flat_map(|totals| totals.left_out.iter().copied())
}

/// Hands the rows of a correction to `each`, by month, person and payment.
///
/// # Errors
/// As [`Run::lines`], and where a row is none of a correction or stands out of order.
pub(crate) fn corrections(
    run: &Run,
    mut each: impl FnMut(&CorrectionLine<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut order = RowOrder::new(say!("corrections-out-of-order"));
    let mut months = Months::default();
    run.lines(CORRECTIONS, rows_out::CORRECTIONS_HEADER, |line| {
        let row = correction_line(line, &mut months)
            .ok_or_else(|| Error::new(ErrorKind::Record, say!("correction-no-row")))?;
        order.next((row.period, row.iin, row.payment))?;
        each(&row)
    })
}

fn correction_line<'a>(line: &'a [u8], months: &mut Months) -> Option<CorrectionLine<'a>> {
    let [iin, period, payment, before, after, delta, cause] = split(line)?;
    Some(CorrectionLine {
        iin: Iin::parse(iin).ok()?,
        period: months.read(period)?,
        payment: std::str::from_utf8(payment).ok()?.parse::<Payment>().ok()?,
        before: money(before)?,
        after: money(after)?,
        delta: money(delta)?,
        cause: std::str::from_utf8(cause).ok()?,
    })
}

/// What a correction has to be paid in addition: a row for every payment and month with an amount above zero.
///
/// # Errors
/// As [`records_of_any_version`] and [`PaymentLine::by_tables`].
pub(crate) fn to_pay(run: &Run, law: &Law, wanted: impl Fn(Month) -> bool) -> Result<Vec<PaymentLine>, Error> {
    let mut rows = Vec::new();
    let what = say!("correction-summary");
    records_of_any_version(run, SUMMARY, (what, &[]), |CorrectionSummary { period, payment, to_pay, .. }| {
        // The summary counts persons of whom something is returned as well.
        if to_pay != TengeSum::default() && wanted(period) {
            rows.push(PaymentLine::by_tables(law, (payment, period), to_pay)?);
        }
        Ok(())
    })?;
    Ok(rows)
}
