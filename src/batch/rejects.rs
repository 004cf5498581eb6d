//! Rejected rows on their way to `rejects.csv`.

use std::path::Path;

use crate::batch::memory::sorter::{Merged, Sorter};
use crate::batch::operation::Position;
use crate::error::Error;
use crate::reject::{Reject, RejectCounts};

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
pub(crate) const VALUE_BYTES_MAX: usize = 1024;
/// So much of a reason is kept: a record has less than 64 KiB.
const REASON_BYTES_MAX: usize = 32 << 10;

/// One rejected row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rejected {
    pub position: Position,
    pub reject: Reject,
    /// The column at fault, as the contract names it; empty where none is.
    pub field: &'static str,
    /// The field as it stood.
    pub value: String,
    /// Why, as its source has put it.
    pub reason: String,
    /// The operation's id as it stood, where whoever rejected the row keeps it.
    pub id: String,
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

    /// Takes a rejected row: the code and a sentence on what is there and what is needed, of which 32 KiB are kept, the column
    /// at fault as the contract names it, and the field as it stood, of which so much is kept as is shown.
    ///
    /// # Errors
    /// Where rejects that do not fit the memory cannot be written; kind [`Operation`](crate::ErrorKind::Operation) where the
    /// position is nowhere.
    pub fn push(
        &mut self,
        position: Position,
        (reject, reason): (Reject, &str),
        field: &str,
        value: &str,
    ) -> Result<(), Error> {
        self.push_of("", position, (reject, reason), field, value)
    }

    /// The same with the id of the operation as it stood.
    ///
    /// # Errors
    /// As [`Rejects::push`].
    pub fn push_of(
        &mut self,
        id: &str,
        position: Position,
        (reject, reason): (Reject, &str),
        field: &str,
        value: &str,
    ) -> Result<(), Error> {
        self.counts.count(reject);
        let field = FIELDS.iter().position(|&known| known == field).unwrap_or_default() as u8;
        let (value, id) = (shown_value(value), shown_value(id));
        let reason = &reason[..reason.floor_char_boundary(REASON_BYTES_MAX)];
        let length = |text: &str| (text.len() as u16).to_le_bytes();
        let lengths = [length(value), length(id)];
        let parts: [&[u8]; 5] =
            [&[reject as u8, field], lengths.as_flattened(), value.as_bytes(), id.as_bytes(), reason.as_bytes()];
        self.sorter.push(u128::from(position.somewhere()?.number()), &parts)
    }

    /// The rejected rows of all workers together.
    pub(crate) fn merge(all: Vec<Rejects>) -> Merged {
        Sorter::merge(all.into_iter().map(|rejects| rejects.sorter).collect())
    }
}

impl Rejected {
    /// The rejected row of this record.
    pub fn from_record(key: u128, bytes: &[u8]) -> Rejected {
        let (&[reject, field, low, high, id_low, id_high], texts) =
            bytes.split_first_chunk::<6>().unwrap_or((&[0; 6], &[]));
        let (value, texts) = texts.split_at_checked(usize::from(u16::from_le_bytes([low, high]))).unwrap_or_default();
        let (id, reason) =
            texts.split_at_checked(usize::from(u16::from_le_bytes([id_low, id_high]))).unwrap_or_default();
        Rejected {
            position: Position::from_number(key as u64),
            reject: Reject::from_number(reject).unwrap_or(Reject::MalformedRow),
            field: FIELDS.get(usize::from(field)).copied().unwrap_or_default(),
            value: String::from_utf8_lossy(value).into_owned(),
            reason: String::from_utf8_lossy(reason).into_owned(),
            id: String::from_utf8_lossy(id).into_owned(),
        }
    }
}

/// So much of a value as `rejects.csv` shows.
pub(crate) fn shown_value(value: &str) -> &str {
    &value[..value.floor_char_boundary(VALUE_BYTES_MAX)]
}
