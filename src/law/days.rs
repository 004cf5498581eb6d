//! The days on which something holds.

use std::fmt;

use crate::period::Day;
use crate::words::{Message, say};

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

impl Days {
    /// The days in words.
    fn message(self) -> Message {
        let from = self.from.to_string();
        match self.to {
            Some(to) => say!("days-from-to", from = from, to = to.to_string()),
            None => say!("days-from-on", from = from),
        }
    }
}

/// Several of them, one after another; nothing where there are none.
pub(super) fn listed(days: impl Iterator<Item = Days>) -> Option<Message> {
    days.map(Days::message).reduce(|days, more| say!("days-and-more", days = days, more = more))
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) => write!(f, "{} to {to}", self.from),
            None => write!(f, "{} on", self.from),
        }
    }
}
