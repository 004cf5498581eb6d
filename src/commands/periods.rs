//! The months that `--period` names: none means all.

use crate::error::{Error, ErrorKind};
use crate::period::Month;
use crate::words::say;

/// Whether a month is among those asked for.
pub(crate) fn take(periods: &[Month], month: Month) -> bool {
    periods.is_empty() || periods.contains(&month)
}

/// That the run has each month that is asked for.
///
/// # Errors
/// The first that it does not have, with the months that it has.
pub(crate) fn are_in(periods: &[Month], run_months: &[Month]) -> Result<(), Error> {
    let Some(month) = periods.iter().find(|month| !run_months.contains(month)) else { return Ok(()) };
    let months: Vec<String> = run_months.iter().map(Month::to_string).collect();
    Err(Error::new(ErrorKind::Usage, say!("period-not-in-run", month = month.to_string()))
        .with_hint(say!("period-not-in-run-hint", months = months.join(", "))))
}
