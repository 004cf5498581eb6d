//! The readings of income above the limit.

use crate::as_text::{as_text, coded};
use crate::words::say;

/// How income above the limit is read (law.md section 4).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum OverLimit {
    /// Bases stop at their caps, the operator goes on withholding.
    #[default]
    Cap,
    /// From the operation that crossed the limit on, nothing of that month is withheld.
    Stop,
}

impl OverLimit {
    /// The code under which registers have income above a limit (the policy `stop`), which is no regime.
    pub(crate) const REGIME: &str = "over-limit";
    /// All policies.
    pub const ALL: [OverLimit; 2] = [OverLimit::Cap, OverLimit::Stop];

    /// The policy's name: `cap`, `stop`.
    pub fn code(self) -> &'static str {
        match self {
            OverLimit::Cap => "cap",
            OverLimit::Stop => "stop",
        }
    }
}

coded!(OverLimit::code, say!("what-limit-reading"));
as_text!(OverLimit, str::parse);
