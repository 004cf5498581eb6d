//! Withholding by operators of internet platforms in Kazakhstan under Order No. 392.

#[cfg(feature = "cli")]
pub mod cli;
pub mod error;
pub mod law;
pub mod money;
pub mod payment;
pub mod period;
pub mod person;
pub mod rate;

pub use error::{Error, ErrorKind, Place};
pub use law::Law;
pub use money::{MoneyFault, Sum, Tenge};
pub use payment::{Payment, PaymentSet, PerPayment};
pub use period::{Day, Month};
pub use person::{Iin, IinFault};
pub use rate::{Levy, Rate, Rounding, RoundingMode};
