//! The law: what is in force on a day, loaded from tables.
//!
//! A [`Law`] is made of the tables of `rates/`, built in or from a directory, and does not change after. Every value in
//! it has its days and its [`Citation`]; a day for which some value is not known has no rates, and never those of
//! another day.
//!
//! ```text
//! Law ─ month(2026-08) ─ LawMonth ─ regime(self-employed) ─ RegimeMonth ─ terms[so] ─ Terms: rate, caps, rounding
//!     │                                                                 └ limit
//!     ├ exempt({minor}, 2026-08-05) ─ {vosms}
//!     ├ due_on(self-employed, so, 2026-08) ─ 2026-09-25
//!     └ remittance(so, 2026-08-05) ─ КНП, БИН
//! ```

mod act;
mod acts;
mod advice;
pub(crate) mod citation;
pub(crate) mod days;
mod days_off;
mod exemptions;
pub(crate) mod in_force;
mod income;
mod indicators;
mod names;
mod over_limit;
mod regimes;
mod rounding;
mod settlement;
mod tables;
mod terms;

pub use act::{Act, ActKind, Title};
pub use advice::{Advice, Age, Born, Filing, Sex};
#[cfg(feature = "cli")]
pub(crate) use citation::Basis;
pub(crate) use citation::Citation;
pub use citation::{Annex, Note, Provision};
pub use days_off::DaysOff;
#[cfg(feature = "cli")]
pub(crate) use exemptions::CATEGORIES_MAX;
pub use exemptions::{Categories, Category, CategoryId};
pub(crate) use in_force::Law;
pub use income::IncomeReading;
pub use indicators::Indicator;
pub use names::Names;
pub use over_limit::OverLimit;
pub use regimes::{InForce, Regime, RegimeId, Scope};
pub use settlement::Settlement;
pub use settlement::accounts::{Account, PenaltyCode};
#[cfg(feature = "cli")]
pub(crate) use settlement::accounts::{is_bik, is_iban};
pub use settlement::month::WorkingTerm;
pub use settlement::mt102::{Mt102Layout, Mt102Letter};
pub use settlement::penalties::{BaseRate, Multiple, PenaltyRounding, YearDays};
pub use settlement::refunds::{RefundBatch, RefundNote};
pub use settlement::remittances::{Deadline, Remittance};
#[cfg(feature = "cli")]
pub(crate) use tables::source::{ACTS, INDICATORS, small_text};
pub use tables::spot::TableFile;
pub use tables::table::Value;
pub use terms::{LawMonth, RegimeMonth, Terms, Threshold};
