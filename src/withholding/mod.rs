//! The pure core: from sums of income to bases, amounts and reasons. No files, clock, threads or environment.

pub mod due;
pub mod explain;
pub mod limit;
pub(crate) mod month;
pub(crate) mod order;
pub mod person;
pub mod row;
pub(crate) mod state;
pub mod tally;

pub use due::{Due, amounts, dues};
pub use explain::{Explained, ExplainedOperation, Step};
pub use limit::{Crossing, LimitRow, LimitStanding, OverLimit};
pub use person::{PersonLine, PersonMonth};
pub use row::{RegisterRow, RowRegime};
pub use tally::{ExemptTally, Exempting, Tally};
