//! `rates.csv` beside the rows of a distribution or a correction: which of several rates of a month they go under.

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind};
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::rate::Rate;
use crate::run::files::RATES;
use crate::run::record::Run;
use crate::run::records_in::records_of_any_version;
use crate::run::rows_in::RowKey;
use crate::words::say;

/// A row of `rates.csv`, which is there only where a payment has several rates in a month.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct RateRecord {
    pub iin: Iin,
    pub period: Month,
    pub payment: Payment,
    /// In per cent, `3.5%`.
    pub rate: String,
}

impl RateRecord {
    pub fn of((iin, period, payment): (Iin, Month, Payment), rate: Rate) -> RateRecord {
        RateRecord { iin, period, payment, rate: format!("{}%", rate.percent()) }
    }
}

/// A rate of a month, person and payment.
pub(crate) type RateBeside = (RowKey, Rate);

/// The rates beside the rows of a distribution or a correction, by month, person and payment.
///
/// # Errors
/// As [`records_of_any_version`], and where a row is none of such a file or stands out of order.
pub(crate) fn rates_beside(run: &Run) -> Result<Vec<RateBeside>, Error> {
    let mut rates = Vec::<RateBeside>::new();
    if !run.has(RATES) {
        return Ok(rates);
    }
    records_of_any_version(run, RATES, (say!("rates-beside"), &[]), |row: RateRecord| {
        let rate = Rate::of_percent(&row.rate).map(|rate| ((row.period, row.iin, row.payment), rate));
        let rate = rate.filter(|rate| rates.last().is_none_or(|last| last < rate));
        rates.push(rate.ok_or_else(|| Error::new(ErrorKind::Record, say!("rates-beside-no-row")))?);
        Ok(())
    })?;
    Ok(rates)
}
