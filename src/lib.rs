//! Withholding by operators of internet platforms in Kazakhstan under Order No. 392.
//!
//! The [`Law`] is what is in force on a day: tables that are built in or loaded from a directory. [`PersonMonth`] turns one
//! person's incomes of a month into the five amounts. [`Batch`] takes operations of any number of people and months.
//! Errors are [`Error`] values.
//!
#![doc = include_str!("../docs/library.md")]

pub mod batch;
mod digits;
pub mod error;
pub(crate) mod facts;
pub(crate) mod hash;
pub mod law;
pub mod money;
pub mod payment;
pub mod period;
pub mod person;
pub mod rate;
pub(crate) mod reject;
pub mod settlement;
pub(crate) mod threads;
pub mod withholding;

#[cfg(feature = "cli")]
#[doc(hidden)]
#[allow(clippy::print_stdout, clippy::print_stderr, reason = "the command line prints, and nothing else does")]
pub mod cli;
#[cfg(feature = "cli")]
pub(crate) mod commands;
#[cfg(feature = "cli")]
pub(crate) mod output;
#[cfg(feature = "cli")]
pub(crate) mod reading;
#[cfg(feature = "cli")]
pub(crate) mod run;

pub use batch::{Batch, BatchResult, BatchSummary, ContractorRegime, Exemption, Line, Operation, Position};
pub use error::{Error, ErrorKind, Place};
pub use law::Law;
pub use money::{MoneyFault, Sum, Tenge};
#[cfg(feature = "cli")]
#[doc(hidden)]
pub use output::csv::write_row;
pub use payment::{Payment, PaymentSet, PerPayment};
pub use period::{Day, Month};
pub use person::{Iin, IinFault};
pub use rate::{Levy, Rate, Rounding, RoundingMode};
#[cfg(feature = "cli")]
#[doc(hidden)]
pub use reading::memory::{RowOutcome, read_operations};
pub use reject::{Reject, RejectCounts};
pub use withholding::{
    Due, Explained, LimitRow, LimitStanding, OverLimit, PersonLine, PersonMonth, RegisterRow, RowRegime, Step, Tally,
};
