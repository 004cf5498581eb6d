//! From operations in any order to the months of persons: statuses, duplicates, grouping, within a memory budget.

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

pub use crate::facts::rows::{ContractorRegime, Exemption};
pub use ids::duplicates::Repeat;
pub use operation::{Operation, OperationRef, Position};
pub use pages::Page;
pub use rejects::Rejects;
pub use source::Source;
pub use totals::PaymentRow;
pub use typed::{Batch, BatchResult, BatchSummary, Line};

pub use crate::withholding::month::MonthRows;
pub use crate::withholding::row::LineRef;
