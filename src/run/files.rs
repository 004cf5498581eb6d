//! The names of the tables in the directories of runs. The headers of those that are written as bytes are `…_HEADER` of
//! [`rows_out`](crate::run::rows_out), the columns of the others are `…_COLUMNS` or records of who writes them.

pub(crate) const ADVICE: &str = "advice.csv";
pub(crate) const APPLICATIONS: &str = "applications.csv";
pub(crate) const BALANCES: &str = "balances.csv";
pub(crate) const BREAKS: &str = "breaks.csv";
pub(crate) const CORRECTIONS: &str = "corrections.csv";
pub(crate) const DISTRIBUTION: &str = "distribution.csv";
pub(crate) const DOUBTS: &str = "doubts.csv";
pub(crate) const LEFT_OUT: &str = "left_out.csv";
pub(crate) const LIMITS: &str = "limits.csv";
pub(crate) const LINES: &str = "lines.csv";
pub(crate) const LISTS: &str = "lists.csv";
pub(crate) const PAYMENTS: &str = "payments.csv";
pub(crate) const PENALTIES: &str = "penalties.csv";
pub(crate) const RATES: &str = "rates.csv";
pub(crate) const REGISTER: &str = "register.csv";
pub(crate) const REJECTS: &str = "rejects.csv";
pub(crate) const RETURNS: &str = "returns.csv";
pub(crate) const SUMMARY: &str = "summary.csv";
pub(crate) const UNLISTED: &str = "unlisted.csv";
pub(crate) const UNNAMED: &str = "unnamed.csv";

/// What every calculation has written.
pub(crate) const OF_CALCULATION: [&str; 4] = [REGISTER, PAYMENTS, LIMITS, REJECTS];
