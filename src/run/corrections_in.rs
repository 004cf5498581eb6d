//! `corrections.csv` and `summary.csv` of a correction, read back.

use crate::error::{Error, ErrorKind};
use crate::law::Law;
use crate::money::{Tenge, TengeSum};
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::run::record::Run;
use crate::run::register_in::PaymentLine;
use crate::run::rows_in::{Months, money, split, sum};
use crate::run::rows_out;

/// The files of a correction that others build upon.
pub(crate) const CORRECTIONS: &str = "corrections.csv";
pub(crate) const SUMMARY: &str = "summary.csv";

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

/// Hands the rows of a correction to `each`, by month, person and payment.
///
/// # Errors
/// As [`Run::lines`], and where a row is none of a correction or stands out of order.
pub(crate) fn corrections(
    run: &Run,
    mut each: impl FnMut(&CorrectionLine<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut last = None;
    let mut months = Months::default();
    run.lines(CORRECTIONS, rows_out::CORRECTIONS, |_, line| {
        let row = correction_line(line, &mut months)
            .ok_or_else(|| Error::new(ErrorKind::Input, "is no row of a correction"))?;
        let place = (row.period, row.iin, row.payment);
        if last.is_some_and(|last| last >= place) {
            return Err(Error::new(
                ErrorKind::Input,
                "stands out of order: corrections are sorted by month, person and payment",
            ));
        }
        last = Some(place);
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
/// As [`Run::lines`] and [`PaymentLine::by_tables`].
pub(crate) fn to_pay(run: &Run, law: &Law) -> Result<Vec<PaymentLine>, Error> {
    let mut rows = Vec::new();
    run.lines(SUMMARY, rows_out::CORRECTION_SUMMARY, |_, line| {
        let (period, payment, amount) =
            summary_line(line).ok_or_else(|| Error::new(ErrorKind::Input, "is no row of a correction's summary"))?;
        if amount == TengeSum::default() {
            return Ok(());
        }
        // The summary counts persons of whom something is returned as well.
        rows.push(PaymentLine::by_tables(law, (payment, period), amount)?);
        Ok(())
    })?;
    Ok(rows)
}

fn summary_line(line: &[u8]) -> Option<(Month, Payment, TengeSum)> {
    let [period, payment, _, to_pay, _] = split(line)?;
    let text = |field| std::str::from_utf8(field).ok();
    Some((text(period)?.parse().ok()?, text(payment)?.parse::<Payment>().ok()?, sum(text(to_pay)?)?))
}
