//! Rejected rows on their way to `rejects.csv`.

use std::path::Path;

use crate::batch::memory::sorter::{Merged, Sorter};
use crate::batch::operation::Position;
use crate::batch::status::{Reject, RejectCounts};
use crate::error::Error;

/// The names that the column `field` of `rejects.csv` may have.
const FIELDS: [&str; 15] = [
    "",
    "operation_id",
    "iin",
    "settled_on",
    "income",
    "corrects_on",
    "category",
    "valid_from",
    "valid_to",
    "known_on",
    "regime",
    "regime_from",
    "regime_to",
    "birth_date",
    "source_id",
];

/// The longest value that `rejects.csv` shows, in bytes.
const VALUE_BYTES_MAX: usize = 1024;

/// One rejected row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rejected {
    pub position: Position,
    pub reject: Reject,
    /// The column at fault, as the contract names it; empty where none is.
    pub field: &'static str,
    /// The field as it stood.
    pub value: String,
}

/// Rejected rows, as one worker collects them.
#[derive(Debug)]
pub struct Rejects {
    sorter: Sorter,
    pub(crate) counts: RejectCounts,
}

impl Rejects {
    pub(crate) fn new(budget: usize, dir: &Path) -> Rejects {
        Rejects { sorter: Sorter::new(<[u8]>::cmp, budget, dir), counts: RejectCounts::default() }
    }

    /// Takes a rejected row, with the column at fault as the contract names it and the field as it stood.
    ///
    /// # Errors
    /// Where rejects that do not fit the memory cannot be written.
    pub fn push(&mut self, position: Position, reject: Reject, field: &str, value: &str) -> Result<(), Error> {
        self.counts.count(reject);
        let field = FIELDS.iter().position(|&known| known == field).unwrap_or_default() as u8;
        let value = &value[..value.floor_char_boundary(VALUE_BYTES_MAX)];
        self.sorter.push(u128::from(position.number()), &[&[reject as u8, field], value.as_bytes()])
    }

    /// The rejected rows of all workers together.
    pub(crate) fn merge(all: Vec<Rejects>) -> Merged {
        Sorter::merge(all.into_iter().map(|rejects| rejects.sorter).collect())
    }
}

impl Rejected {
    /// The rejected row of this record.
    pub fn from_record(key: u128, bytes: &[u8]) -> Rejected {
        let (head, value) = bytes.split_at_checked(2).unwrap_or_default();
        Rejected {
            position: Position::from_number(key as u64),
            reject: head.first().and_then(|&number| Reject::from_number(number)).unwrap_or(Reject::MalformedRow),
            field: head.get(1).and_then(|&number| FIELDS.get(usize::from(number))).copied().unwrap_or_default(),
            value: String::from_utf8_lossy(value).into_owned(),
        }
    }
}

/// Why a row cannot be taken: the code, the column at fault and the number of that column in the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault {
    pub reject: Reject,
    pub column: Option<usize>,
}

impl Fault {
    pub fn row(reject: Reject) -> Fault {
        Fault { reject, column: None }
    }

    pub fn column(reject: Reject, column: usize) -> Fault {
        Fault { reject, column: Some(column) }
    }
}
