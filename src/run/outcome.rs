//! What a run came to, beside its registers.

use crate::batch::totals::{RowCounts, Totals};
use crate::period::Month;
use crate::reading::header::headings::Kind;
use crate::reading::input::ReadFile;
use crate::reject::Reject;
use crate::run::receipt::totals::ClosedMonths;
use crate::run::rejected::RejectedByCode;

/// What a run came to, beside its registers.
#[derive(Debug, Default)]
pub(crate) struct RunOutcome {
    pub files: Vec<ReadFile>,
    pub operations: RowCounts,
    /// Operations of open months that earlier runs have counted, and the digest of the latest one's receipt.
    pub earlier: Option<(u64, String)>,
    /// The last month that is closed, and what those months come to that this run closes.
    pub closed: Option<Month>,
    pub closing: ClosedMonths,
    pub exemptions: RowCounts,
    pub contractors: RowCounts,
    pub totals: Totals,
    /// Distinct persons with an operation that counts.
    pub persons: u64,
    /// Where contractors were given: operations of persons that they do not have.
    pub unnamed_operations: Option<u64>,
    /// Rows of any input whose ИИН got its zeros back.
    pub restored: u64,
    /// Rejected rows of all inputs.
    pub rejected: RejectedByCode<Reject>,
    pub notes: Vec<Note>,
}

/// What is no finding and should be known all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Note {
    /// Rows that may have swallowed others.
    Swallowed(RowsFrom),
    /// Ids that look like numbers which a spreadsheet has shortened.
    ShortenedIds(RowsFrom),
    /// Incomes whose three decimals may be thousands.
    Thousands(RowsFrom),
    /// `--known-on` was given and no exemption says when it became known.
    NoKnownOn,
    /// The run before had exemptions, or contractors, and this one has none.
    NoLonger(Kind),
    /// A month over the limit ends the regime, and these persons have later operations and no contractor's row.
    RegimeUndecided { persons: u64 },
    /// This month is closed, and neither the run before nor the operations that count have one so late.
    ClosedBeyond { month: Month },
    /// Of what earlier runs have counted in so many persons' months, exemptions and contractors say something else now.
    LateFacts { months: u64 },
    /// More was given back on exempt days than received on them, in so many rows of the register.
    ExemptBelowZero { rows: u64 },
    /// In so many persons' months something is withheld under several regimes, each with caps of its own.
    SeveralRegimes { months: u64 },
}

/// So many rows, and where the first stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RowsFrom {
    pub rows: u64,
    pub file: String,
    pub line: u64,
}
