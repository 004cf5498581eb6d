//! `distribution.csv` of a distribution, read back.

use crate::error::{Error, ErrorKind};
use crate::law::Law;
use crate::money::Tenge;
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::run::files::DISTRIBUTION;
use crate::run::record::Run;
use crate::run::register_in::{PaymentLine, PersonSums};
use crate::run::rows_in::{Months, RowOrder, money, split};
use crate::run::rows_out;
use crate::words::say;

/// A row of `distribution.csv`.
pub(crate) struct DistributionLine<'a> {
    pub iin: Iin,
    pub period: Month,
    pub payment: Payment,
    pub fund: &'a str,
    pub computed: Tenge,
    pub paid: Tenge,
    pub distributed: Tenge,
    pub returned: Tenge,
    /// What is still to be paid.
    pub owed: Tenge,
    pub reasons: &'a str,
}

/// Hands the rows of a distribution to `each`, by month, person and payment.
///
/// # Errors
/// As [`Run::lines`], and where a row is none of a distribution or stands out of order.
pub(crate) fn distribution(
    run: &Run,
    mut each: impl FnMut(&DistributionLine<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut order = RowOrder::new(say!("distribution-out-of-order"));
    let mut months = Months::default();
    run.lines(DISTRIBUTION, rows_out::DISTRIBUTION_HEADER, |line| {
        let row = distribution_line(line, &mut months)
            .ok_or_else(|| Error::new(ErrorKind::Record, say!("distribution-no-row")))?;
        order.next((row.period, row.iin, row.payment))?;
        each(&row)
    })
}

fn distribution_line<'a>(line: &'a [u8], months: &mut Months) -> Option<DistributionLine<'a>> {
    let [iin, period, payment, fund, computed, paid, distributed, returned, owed, reasons] = split(line)?;
    let text = |field| std::str::from_utf8(field).ok();
    let amount = |field| money(field).filter(|&amount| amount >= Tenge::ZERO);
    let row = DistributionLine {
        iin: Iin::parse(iin).ok()?,
        period: months.read(period)?,
        payment: text(payment)?.parse().ok()?,
        fund: text(fund)?,
        computed: amount(computed)?,
        paid: amount(paid)?,
        distributed: amount(distributed)?,
        returned: amount(returned)?,
        owed: amount(owed)?,
        reasons: text(reasons)?,
    };
    // Σ computed = Σ distributed + Σ owed holds by rows already.
    (row.distributed.checked_add(row.owed) == Some(row.computed)).then_some(row)
}

/// What a distribution leaves to be paid of the months that are wanted: a row for every payment and month with an amount
/// above zero.
///
/// # Errors
/// As [`distribution`] and [`PaymentLine::by_tables`].
pub(crate) fn owed(run: &Run, law: &Law, wanted: impl Fn(Month) -> bool) -> Result<Vec<PaymentLine>, Error> {
    let mut sums = PersonSums::default();
    distribution(run, |row| {
        if wanted(row.period) {
            sums.add((row.period, row.payment), row.owed);
        }
        Ok(())
    })?;
    sums.lines(law)
}
