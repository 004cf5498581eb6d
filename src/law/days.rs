//! The days on which something holds.

use std::fmt;

use crate::period::Day;

/// The days from one to another, both included; without a last day where the act sets no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Days {
    /// The first day.
    pub from: Day,
    /// The last day; `None`: the act sets no end.
    pub to: Option<Day>,
}

impl Days {
    /// Whether the day is one of them.
    #[inline]
    pub fn contains(&self, day: Day) -> bool {
        self.from <= day && day <= self.last()
    }

    /// The last day, or the last day there is where the act sets no end.
    #[inline]
    pub fn last(&self) -> Day {
        self.to.unwrap_or(Day::MAX)
    }

    /// Whether some day is in both.
    pub(super) fn overlap(&self, other: &Days) -> bool {
        self.from <= other.last() && other.from <= self.last()
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) => write!(f, "{} to {to}", self.from),
            None => write!(f, "{} on", self.from),
        }
    }
}
