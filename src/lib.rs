//! Withholding by operators of internet platforms in Kazakhstan under Order No. 392.
//!
//! The [`Law`] is what is in force on a day: tables that are built in or loaded from a directory. [`PersonMonth`] turns one
//! person's incomes of a month into the five amounts. [`Batch`] takes operations of any number of people and months.
//! Errors are [`Error`] values.
//!
#![doc = include_str!("../docs/library.md")]

mod as_text;
pub mod batch;
mod blanks;
mod digits;
mod error;
mod facts;
mod hash;
mod language;
pub mod law;
mod money;
mod ordered;
mod payment;
mod period;
mod person;
mod rate;
#[cfg(any(feature = "cli", feature = "serde"))]
pub mod records;
mod reject;
pub mod settlement;
mod shown;
mod threads;
mod withholding;
mod words;

#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
#[cfg(feature = "cli")]
mod commands;
#[cfg(feature = "cli")]
mod output;
#[cfg(feature = "cli")]
mod reading;
#[cfg(feature = "cli")]
mod run;

pub use batch::operation::Operation;
pub use batch::typed::{Batch, BatchResult, Line};
pub use error::{Error, ErrorKind};
pub use facts::rows::{ContractorRegime, Exemption};
pub use language::Language;
pub use law::OverLimit;
pub use law::citation::{Basis, Citation};
pub use law::days::Days;
pub use law::in_force::Law;
pub use money::{Tenge, TengeSum};
pub use payment::{Payment, PerPayment};
pub use period::{Day, Month};
pub use person::Iin;
pub use rate::Rate;
pub use reject::Reject;
pub use withholding::explain::{Explained, Step};
pub use withholding::limit::{LimitRow, LimitStanding};
pub use withholding::person::{PersonLine, PersonMonth};
pub use withholding::row::RegisterRow;

/// What the values above are made of: for those who look closer at a row, a reject or an error.
pub mod parts {
    pub use crate::error::Place;
    pub use crate::money::MoneyFault;
    pub use crate::payment::PaymentSet;
    pub use crate::person::IinFault;
    pub use crate::rate::{Rounding, RoundingMode};
    pub use crate::reject::RejectCounts;
    pub use crate::withholding::due::Due;
    pub use crate::withholding::limit::Crossing;
    pub use crate::withholding::row::RowRegime;
    pub use crate::withholding::tally::{ExemptTally, Tally};
    pub use crate::words::{Caller, Message, Value};
}

/// Kernels, for benches and fuzzing: no part of the interface.
#[doc(hidden)]
pub mod bench {
    #[cfg(feature = "cli")]
    pub use crate::commands::from_bytes::{Mt102Text, SideFile, SideRow, read_mt102, read_payer, read_side};
    #[cfg(feature = "cli")]
    pub use crate::output::csv::write_row;
    pub use crate::rate::Levy;
    #[cfg(feature = "cli")]
    pub use crate::reading::from_bytes::{
        ReadRow, RefusedRow, RowOutcome, read_header, read_operations, read_operations_in,
    };
    #[cfg(feature = "cli")]
    pub use crate::run::from_bytes::{read_receipt, read_state_months, read_state_operations};
    pub use crate::withholding::due::{amounts, dues};
    pub use crate::withholding::tally::Exempting;
}

/// What the bindings are made of, which put tables of columns in place of files: no part of the interface.
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod bindings {
    pub use crate::cli::explain_payments;
    pub use crate::commands::distribute::Has;
    pub use crate::commands::embedded::{
        Counts, DISTRIBUTION_TABLES, DistributionTables, Expected, ReadFacts, RejectedRow, TableFacts, TableKind,
        Tables, Terms, distribute, is_same_heading,
    };
    pub use crate::commands::misuse::Misuse;
    pub use crate::person::without_any_iins;
    pub use crate::reading::cells::{Cells, RowFault};
    pub use crate::reading::columns::Columns;
    pub use crate::reading::rows::trim;
}
