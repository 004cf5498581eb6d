//! Operations brought together by person and month.

#[cfg(feature = "cli")]
pub(crate) mod crossings;
pub(crate) mod divide;
pub(crate) mod grouping;
