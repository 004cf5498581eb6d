//! What is known of a person from one row of a file or from a caller.

use crate::law::{CategoryId, RegimeId};
use crate::period::Day;
use crate::person::Iin;

/// A category of persons who are exempt from payments, and the days on which a person belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exemption {
    /// Whose.
    pub iin: Iin,
    /// The category.
    pub category: CategoryId,
    /// First and last day, both inclusive; `None`: open, on either side (`Days` has a first day).
    pub days: (Option<Day>, Option<Day>),
}

/// A regime of a contractor, and the days on which it is his.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContractorRegime {
    /// Whose.
    pub iin: Iin,
    /// The regime.
    pub regime: RegimeId,
    /// First and last day, both inclusive; `None`: open, on either side (`Days` has a first day).
    pub days: (Option<Day>, Option<Day>),
}

impl Exemption {
    /// Whether the first day is after the last.
    pub(crate) fn is_backward(&self) -> bool {
        is_backward(self.days)
    }
}

impl ContractorRegime {
    /// Whether the first day is after the last.
    pub(crate) fn is_backward(&self) -> bool {
        is_backward(self.days)
    }
}

/// Whether the first of these days is after the last.
pub(crate) fn is_backward((from, to): (Option<Day>, Option<Day>)) -> bool {
    from.zip(to).is_some_and(|(from, to)| from > to)
}
