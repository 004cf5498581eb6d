//! What verifying came to, thing by thing.

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Check {
    pub what: String,
    pub verdict: Verdict,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    Holds,
    /// With the reason.
    NotChecked(String),
    /// With what is wrong.
    Broken(String),
}

/// The checks so far.
#[derive(Debug, Default)]
pub(crate) struct Checks(pub Vec<Check>);

impl Checks {
    pub fn add(&mut self, what: impl Into<String>, verdict: Verdict) {
        self.0.push(Check { what: what.into(), verdict });
    }

    /// Whether everything that was checked holds.
    pub fn hold(&self) -> bool {
        !self.0.iter().any(|check| matches!(check.verdict, Verdict::Broken(_)))
    }
}
