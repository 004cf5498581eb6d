//! The days on which something holds.

use crate::period::Day;
use crate::words::{Message, Value, say};

/// The days from one to another, both included; without a last day where the act sets no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Days {
    /// The first day.
    pub from: Day,
    /// The last day; `None`: the act sets no end.
    pub to: Option<Day>,
}

impl Days {
    /// Every day there is.
    pub(super) const ALL: Days = Days { from: Day::MIN, to: None };

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
    fn words(self) -> Message {
        let first = self.from.to_string();
        match self.to {
            Some(last) => say!("days-between", first = first, last = last.to_string()),
            None => say!("days-from", first = first),
        }
    }

    /// These days, one after the other.
    pub(super) fn listed(all: impl Iterator<Item = Days>) -> Message {
        let listed = all.map(Days::words).reduce(|list, next| say!("list-more", list = list, next = next));
        listed.unwrap_or_else(|| say!("days-none"))
    }
}

/// In the language of the sentence.
impl From<Days> for Value {
    fn from(days: Days) -> Value {
        Value::from(days.words())
    }
}
