//! Stretches of days on which nothing that is known of a person changes.

use crate::law::{Categories, RegimeId};
use crate::payment::PaymentSet;
use crate::period::Day;

/// Days from one on, up to the next stretch of the same person, on which regime and categories stay the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub from: Day,
    /// `None`: no regime in force.
    pub regime: Option<RegimeId>,
    pub categories: Categories,
    /// The payments that the categories exempt from.
    pub exempt: PaymentSet,
}

/// A stretch of a person by its number, and its days: from one on and, where another stretch follows, before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StretchDays {
    pub number: u32,
    from: Day,
    before: Option<Day>,
}

impl StretchDays {
    /// The same where so many stretches of others stand before the person's.
    #[inline]
    pub fn behind(self, others: u32) -> StretchDays {
        StretchDays { number: others + self.number, ..self }
    }

    /// Whether the day is one of the stretch's.
    #[inline]
    pub fn has(&self, day: Day) -> bool {
        self.from <= day && self.before.is_none_or(|before| day < before)
    }
}

/// The number, among these stretches of one person, of the one that the day is on; every day with rates has one.
#[inline]
pub(crate) fn stretch_of(stretches: &[Stretch], day: Day) -> StretchDays {
    // The first stretch begins on the first day of all.
    let number = stretches.partition_point(|stretch| stretch.from <= day).saturating_sub(1);
    StretchDays {
        number: number as u32,
        from: stretches.get(number).map_or(Day::MIN, |stretch| stretch.from),
        before: stretches.get(number + 1).map(|stretch| stretch.from),
    }
}
