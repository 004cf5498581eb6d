//! What comes back from others, row by row: answers of the State Corporation and of banks, and the sums of ЦС КГД.

pub(crate) mod answers;
pub(crate) mod rejects;
