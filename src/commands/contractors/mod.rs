//! Contractors by name, as lists and statements need them.

pub(crate) mod doubts;
pub(crate) mod names;
pub(crate) mod rejects;
