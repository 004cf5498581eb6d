//! What the directory of a run holds: how it is written, and how it is read back.

pub(crate) mod corrections_in;
pub(crate) mod distribution_in;
pub(crate) mod files;
pub(crate) mod from_bytes;
pub(crate) mod held;
pub(crate) mod outcome;
pub(crate) mod page;
pub(crate) mod rates_in;
pub(crate) mod receipt;
pub(crate) mod record;
pub(crate) mod records_in;
pub(crate) mod register_in;
pub(crate) mod registers;
pub(crate) mod rejected;
pub(crate) mod rows_in;
pub(crate) mod rows_out;
pub(crate) mod state;
pub(crate) mod sums;
