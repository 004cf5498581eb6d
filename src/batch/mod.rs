//! From operations in any order to the months of persons: statuses, duplicates, grouping, within a memory budget.
//!
//! What is public here is for those who bring operations, or take rows, in a form of their own: a [`Source`] gives pieces
//! of rows to [`Batch::run_into`](crate::Batch::run_into), and a [`Page`] is what months are written into.

pub(crate) mod conditions;
#[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only runs with a directory leave a state"))]
pub(crate) mod earlier;
pub(crate) mod ids;
pub(crate) mod intake;
pub(crate) mod memory;
pub(crate) mod months;
pub(crate) mod operation;
pub(crate) mod pages;
pub(crate) mod ranges;
pub(crate) mod rejects;
pub(crate) mod run;
pub(crate) mod source;
pub(crate) mod totals;
pub(crate) mod typed;

pub use ids::duplicates::Repeat;
pub use operation::{OperationRef, Position};
pub use pages::Page;
pub use rejects::Rejects;
pub use source::Source;
pub use totals::PaymentRow;
pub use typed::BatchSummary;

pub use crate::withholding::month::MonthRows;
pub use crate::withholding::row::LineRef;
