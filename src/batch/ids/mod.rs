//! Which operations have equal ids, and which of those count.

pub(crate) mod duplicates;
pub(crate) mod resolve;
pub(crate) mod suspects;
