//! From operations in any order to the months of persons: statuses, duplicates, grouping, within a memory budget.

#[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only runs with a directory leave a state"))]
pub(crate) mod earlier;
pub(crate) mod ids;
pub(crate) mod intake;
pub(crate) mod memory;
pub(crate) mod months;
pub(crate) mod operation;
pub(crate) mod ranges;
pub mod status;
pub(crate) mod typed;

pub use crate::facts::{ContractorRegime, Exemption};
pub use operation::{Operation, Position};
pub use status::{Reject, RejectCounts};
pub use typed::{Batch, OwnedLine, Withheld};
