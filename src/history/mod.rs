//! Runs over time: what was done earlier is a record that later acts name, check and build upon.
//!
//! ```text
//! RUN ─ verify ─ checks
//!     ├ recompute ─ checks
//! BEFORE, AFTER ─ correct ─ corrections ─ lists, refunds (settlement)
//! ```

pub(crate) mod advise;
pub(crate) mod correct;
pub(crate) mod recompute;
pub(crate) mod verify;
