//! The pure core: from sums of income to bases, amounts and reasons. No files, clock, threads or environment.

pub(crate) mod due;
pub(crate) mod explain;
pub(crate) mod limit;
pub(crate) mod month;
pub(crate) mod order;
pub(crate) mod person;
pub(crate) mod row;
pub(crate) mod state;
pub(crate) mod tally;
