//! Withholding by operators of internet platforms in Kazakhstan under Order No. 392.
//!
//! What the operator withholds from a contractor for a calendar month: income tax (ИПН), pension contributions (ОПВ,
//! ОПВР), social contributions (СО) and health insurance (ВОСМС). Amounts are exact to the tiyn, and each comes with the
//! provision that it rests on.
//!
//! # A short tour
//!
//! The [`Law`] is what is in force on a day: tables that are built in or loaded from a directory. [`PersonMonth`] turns one
//! person's incomes of a month into the five amounts. [`Batch`] takes operations of any number of people and months and
//! gives the register, a line per operation, and the operations that do not count with the reason.
//!
//! ```
//! use rust_decimal::Decimal;
//! use ustap::{Batch, Law, Operation, Payment, PersonMonth, Step};
//!
//! let law = Law::current()?;
//!
//! // One person: tenge in, tenge out.
//! let mut month = PersonMonth::new(&law, "2026-08".parse()?)?;
//! month.add("2026-08-17".parse()?, Decimal::new(61_234_567, 2), &[])?;
//! let amounts = month.amounts();
//! assert_eq!(amounts[Payment::Opv], Decimal::from(6_123)); // 6 123.4567, to a whole tenge
//! assert_eq!(amounts[Payment::So], Decimal::from(5_950)); // 1 % of 7 × 85 000
//!
//! // Why: the values that were recorded on the way, with their provisions.
//! let row = month.row("750101900101".parse()?)?;
//! let so = &row.explain(&law)[Payment::So as usize];
//! assert!(so.steps.iter().any(|step| matches!(step, Step::Capped { citation, .. }
//!     if citation.act == "Social Code, art. 102-1(2)")));
//!
//! // Many: operations with ids, of which equal ones count once.
//! let operation = Operation {
//!     id: "op-1",
//!     iin: "750101900101".parse()?,
//!     settled_on: "2026-08-17".parse()?,
//!     corrects_on: None,
//!     income: "612345.67".parse()?,
//! };
//! let withheld = Batch::new(&law).run([operation, operation])?;
//! assert_eq!(withheld.register, [row]);
//! assert_eq!(withheld.summary.rejected.len(), 1);
//! # Ok::<(), ustap::Error>(())
//! ```
//!
//! Money inside is [`Tenge`], an integer number of tiyn; [`rust_decimal::Decimal`] converts to and from it. Text is parsed
//! by one strict grammar: [`Tenge::parse`], [`Day::parse`], [`Iin::parse`]. Errors are [`Error`] values with a
//! [kind](ErrorKind), a place and a hint; nothing prints, and nothing reads a clock or the environment.
//!
//! # Features
//!
//! `cli` (default): the program `ustap` and what it needs to read and write files. With `default-features = false` the
//! library has no file in sight.
//!
//! # What the figures rest on
//!
//! Every value has a [`law::Basis`]: some provisions were read, some are known from publications, some are inferred. The
//! README says which, and what is not computed.

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
pub mod settlement;
pub(crate) mod threads;
pub mod withholding;

#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
#[cfg(feature = "cli")]
pub(crate) mod commands;
#[cfg(feature = "cli")]
pub(crate) mod output;
#[cfg(feature = "cli")]
pub(crate) mod progress;
#[cfg(feature = "cli")]
pub(crate) mod reading;
#[cfg(feature = "cli")]
pub(crate) mod run;

pub use batch::{
    Batch, BatchResult, BatchSummary, ContractorRegime, Exemption, Line, Operation, Position, Reject, RejectCounts,
};
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
pub use withholding::{
    Due, Explained, LimitRow, LimitStanding, OverLimit, PersonLine, PersonMonth, RegisterRow, RowRegime, Step, Tally,
};
