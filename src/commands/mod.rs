//! What each command does: from what was meant to a directory that stands, or to what is printed.
//!
//! ```text
//! calculate ─ RUN ─┬ statement
//!                  ├ lists ─ orders ─ (bank, State Corporation) ─ reconcile ─ refunds
//!                  │   └ distribute ─ lists
//!                  ├ report, with any of the others but refunds
//!                  ├ verify
//!                  ├ advise
//!                  └ correct BEFORE AFTER ─ lists, refunds
//!
//! without a run: explain, penalty, calendar, rates (with add_year), template
//! ```

/// What a command that writes a directory has done.
pub(crate) struct Done<O> {
    pub outcome: O,
    /// Of the receipt.
    pub digest: String,
}

pub(crate) mod add_year;
pub(crate) mod advise;
pub(crate) mod calculate;
pub(crate) mod calendar;
pub(crate) mod codes;
pub(crate) mod contractors;
pub(crate) mod correct;
pub(crate) mod distribute;
pub(crate) mod embedded;
pub(crate) mod explain;
pub(crate) mod from_bytes;
pub(crate) mod lists;
pub(crate) mod misuse;
pub(crate) mod payer;
pub(crate) mod penalty;
pub(crate) mod periods;
pub(crate) mod rates;
pub(crate) mod received;
pub(crate) mod reconcile;
pub(crate) mod refunds;
pub(crate) mod report;
pub(crate) mod statement;
pub(crate) mod template;
pub(crate) mod texts;
pub(crate) mod verify;
