//! Settlement with the State Corporation: matching, breaks and their explanations, distribution, penalties.
//!
//! The operator pays with lists of persons, the corporation reconciles them with the sums that were computed, and
//! returns the excess. What is matched and computed here needs no files:
//!
//! ```text
//! ours   [Owed]     ┐
//! theirs [Received] ┴ reconcile ─ Reconciliation ─ breaks ─ explain_amounts(law, circumstances)
//!                                                └ summary, conservation
//! [Paid]     ┐
//! [Computed] ┴ distribute ─ Distribution ─ rows, returns, totals, conservation
//! ```
//!
//! ```
//! use ustap::settlement::{BreakKind, Owed, Received, Status, reconcile};
//! use ustap::{Iin, Month, Payment, Tenge};
//!
//! let (iin, period): (Iin, Month) = ("900101300017".parse()?, "2026-08".parse()?);
//! let amount = |text: &str| text.parse::<Tenge>();
//! let ours = [
//!     Owed { iin, period, payment: Payment::Opv, amount: amount("6000.00")? },
//!     Owed { iin, period, payment: Payment::So, amount: amount("5950.00")? },
//! ];
//! let theirs = [
//!     Received { iin, period, payment: Payment::Opv, amount: amount("6000.00")?, status: Status::Accepted, reference: "" },
//!     Received { iin, period, payment: Payment::So, amount: amount("6000.00")?, status: Status::Accepted, reference: "" },
//! ];
//! let reconciliation = reconcile(ours, theirs)?;
//! let [difference] = reconciliation.breaks() else { panic!("one break") };
//! assert_eq!(difference.kind, BreakKind::Amount);
//! assert_eq!(difference.difference().to_string(), "50.00");
//! assert!(reconciliation.conservation().holds());
//! # Ok::<(), ustap::Error>(())
//! ```

#[cfg(feature = "cli")]
pub(crate) mod above_due;
pub(crate) mod breaks;
mod distribution;
pub(crate) mod explanation;
pub(crate) mod key;
pub(crate) mod matching;
pub(crate) mod misplaced;
mod penalty;
pub(crate) mod rows;
mod stayed;
pub(crate) mod summary;

pub use breaks::{Break, BreakKind, Consequence, Explanation};
pub use distribution::{
    Computed, Distributed, Distributing, Distribution, DistributionConservation, DistributionRow, DistributionTotal,
    Overdistributed, Paid, Reason, Reasons, Returned, Side, Unfit, UnfitFault, distribute,
};
pub use explanation::Circumstances;
pub use matching::{Reconciliation, reconcile};
pub use misplaced::Unplaced;
pub use penalty::{Exact, Penalty, PenaltyDays, penalty};
pub use rows::{Owed, Received, Status, Told};
pub use summary::{Conservation, SummaryRow};
