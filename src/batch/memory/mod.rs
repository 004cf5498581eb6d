//! What does not fit into the memory that may be used: chunks, temporary files, sorting outside of memory.

pub(crate) mod file_at;
pub(crate) mod scatter;
pub(crate) mod sorter;
pub(crate) mod spill;
