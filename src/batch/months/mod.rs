//! Operations brought together by person and month.

pub(crate) mod crossings;
pub(crate) mod divide;
pub(crate) mod grouping;
mod late;
mod sums;
