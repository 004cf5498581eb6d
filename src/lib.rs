//! Withholding by operators of internet platforms in Kazakhstan under Order No. 392.

pub mod batch;
pub mod error;
pub mod law;
pub mod money;
pub mod payment;
pub mod period;
pub mod person;
pub mod rate;
pub mod settlement;
pub mod withholding;

#[cfg(feature = "cli")]
pub(crate) mod calculation;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
#[cfg(feature = "cli")]
pub(crate) mod progress;
#[cfg(feature = "cli")]
pub(crate) mod reading;
#[cfg(feature = "cli")]
pub(crate) mod register;

pub use batch::{Batch, ContractorRegime, Exemption, Operation, OwnedLine, Position, Reject, RejectCounts, Withheld};
pub use error::{Error, ErrorKind, Place};
pub use law::Law;
pub use money::{MoneyFault, Sum, Tenge};
pub use payment::{Payment, PaymentSet, PerPayment};
pub use period::{Day, Month};
pub use person::{Iin, IinFault};
pub use rate::{Levy, Rate, Rounding, RoundingMode};
#[cfg(feature = "cli")]
#[doc(hidden)]
pub use reading::memory::{RowOutcome, read_operations};
pub use withholding::{Due, Explained, LimitRow, Line, OverLimit, RegisterRow, RowRegime, Step, Tally};
