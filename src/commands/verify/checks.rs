//! What verifying came to, thing by thing.

use crate::error::{Error, ErrorKind};
use crate::words::Message;

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Check {
    pub what: Message,
    pub verdict: Verdict,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    Holds,
    /// With the reason.
    NotChecked(Message),
    /// With what is wrong.
    Broken(Error),
}

impl Verdict {
    /// What checking it came to.
    pub fn of(checked: Result<(), Error>) -> Verdict {
        checked.map_or_else(Verdict::Broken, |()| Verdict::Holds)
    }

    /// That it does not hold, for this reason.
    pub fn broken(why: Message) -> Verdict {
        Verdict::Broken(Error::new(ErrorKind::Record, why))
    }
}

/// The checks so far.
#[derive(Debug, Default)]
pub(crate) struct Checks(pub Vec<Check>);

impl Checks {
    pub fn add(&mut self, what: impl Into<Message>, verdict: Verdict) {
        self.0.push(Check { what: what.into(), verdict });
    }

    /// Whether everything that was checked holds.
    pub fn hold(&self) -> bool {
        !self.0.iter().any(|check| matches!(check.verdict, Verdict::Broken(_)))
    }
}
