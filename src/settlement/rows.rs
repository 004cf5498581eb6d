//! Rows of both sides, and what is told of theirs.

use crate::as_text::coded;
use crate::money::Tenge;
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::settlement::key::Key;
use crate::words::say;

/// A row of our register. Rows of one person, month and payment are summed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owed {
    /// The person.
    pub iin: Iin,
    /// The month.
    pub period: Month,
    /// The payment.
    pub payment: Payment,
    /// What is withheld.
    pub amount: Tenge,
}

/// A row of the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Received<'a> {
    /// The person.
    pub iin: Iin,
    /// The month.
    pub period: Month,
    /// The payment.
    pub payment: Payment,
    /// The amount that the row names.
    pub amount: Tenge,
    /// What became of it.
    pub status: Status,
    /// What the row is known by on their side; empty where it has nothing.
    pub reference: &'a str,
}

/// What became of a row on the other side.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// It counts.
    #[default]
    Accepted,
    /// It was not taken.
    Rejected,
    /// Its money went back.
    Returned,
}

impl Status {
    /// All statuses.
    pub const ALL: [Status; 3] = [Status::Accepted, Status::Rejected, Status::Returned];

    /// The code in files: `accepted`, `rejected`, `returned`.
    pub fn code(self) -> &'static str {
        match self {
            Status::Accepted => "accepted",
            Status::Rejected => "rejected",
            Status::Returned => "returned",
        }
    }
}

coded!(Status::code, say!("what-status"));

/// One of their rows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Theirs {
    pub key: Key,
    pub amount: Tenge,
    /// Its number among the rows that they gave.
    pub row: u32,
    pub status: Status,
}

/// Rows of theirs that are in no match and in no break.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The numbers of the rows that repeat an earlier one: the same payment, told twice. In their order.
    pub repeated: Vec<usize>,
    /// Rows that were returned.
    pub returned: u64,
    /// Rows that were rejected.
    pub rejected: u64,
    /// Accepted rows of which everything was returned.
    pub given_back: u64,
}

impl Told {
    pub(super) fn rows(&self) -> u64 {
        self.repeated.len() as u64 + self.returned + self.rejected + self.given_back
    }
}
