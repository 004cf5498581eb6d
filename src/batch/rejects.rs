//! Rejected rows on their way to `rejects.csv`.

use std::path::Path;

use crate::batch::memory::sorter::{Merged, Sorter};
use crate::batch::operation::Position;
use crate::error::Error;
use crate::reject::{Reject, RejectCounts};
use crate::words::say;

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
    pub field: String,
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

    /// Takes a rejected row.
    ///
    /// # Errors
    /// Where rejects that do not fit the memory cannot be written; kind [`Operation`](crate::ErrorKind::Operation) where the
    /// position is nowhere.
    pub fn push(&mut self, position: Position, reject: Reject) -> Result<(), Error> {
        self.push_told(position, (reject, ""), [""; 3])
    }

    /// Takes a rejected row with its reason, of which 32 KiB are kept, the column at fault as the contract names it, the field
    /// and the operation's id as they stood, of which so much is kept as is shown.
    ///
    /// # Errors
    /// As [`Rejects::push`].
    pub(crate) fn push_told(
        &mut self,
        position: Position,
        (reject, reason): (Reject, &str),
        texts: [&str; 3],
    ) -> Result<(), Error> {
        self.counts.count(reject);
        let [field, value, id] = texts.map(shown_value);
        let reason = &reason[..reason.floor_char_boundary(REASON_BYTES_MAX)];
        let lengths = [field, value, id].map(|text| (text.len() as u16).to_le_bytes());
        let parts: [&[u8]; 8] = [
            &[reject as u8],
            &lengths[0],
            field.as_bytes(),
            &lengths[1],
            value.as_bytes(),
            &lengths[2],
            id.as_bytes(),
            reason.as_bytes(),
        ];
        self.sorter.push(u128::from(position.somewhere()?.number()), &parts)
    }

    /// The rejected rows of all workers together.
    pub(crate) fn merge(all: Vec<Rejects>) -> Merged {
        Sorter::merge(all.into_iter().map(|rejects| rejects.sorter).collect())
    }
}

impl Rejected {
    /// The rejected row of this record.
    ///
    /// # Errors
    /// Kind [`Defect`](crate::ErrorKind::Defect) where it is none.
    pub fn from_record(key: u128, bytes: &[u8]) -> Result<Rejected, Error> {
        let read = |(&reject, mut rest): (&u8, &[u8])| {
            let mut text = || {
                let (length, texts) = rest.split_first_chunk()?;
                let (text, after) = texts.split_at_checked(usize::from(u16::from_le_bytes(*length)))?;
                rest = after;
                Some(String::from_utf8_lossy(text).into_owned())
            };
            let (field, value, id) = (text()?, text()?, text()?);
            Some(Rejected {
                position: Position::from_number(key as u64),
                reject: Reject::from_number(reject)?,
                field,
                value,
                reason: String::from_utf8_lossy(rest).into_owned(),
                id,
            })
        };
        bytes.split_first().and_then(read).ok_or_else(|| Error::defect(say!("reject-not-whole")))
    }
}

/// So much of a value as `rejects.csv` shows.
pub(crate) fn shown_value(value: &str) -> &str {
    &value[..value.floor_char_boundary(VALUE_BYTES_MAX)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    #[test]
    fn a_rejected_row_comes_back_as_it_was_given() {
        let mut rejects = Rejects::new(usize::MAX, Path::new(""));
        let (position, reject) = (Position::new(2, 7), Reject::Date);
        let [field, value, id] = ["paid_on", "31.02.2026", ""];
        rejects.push_told(position, (reject, "no such day"), [field, value, id]).unwrap();
        rejects.push(Position::new(3, 1), Reject::Overlap).unwrap();
        let merged = Rejects::merge(vec![rejects]);
        let mut rows = merged.read().unwrap();
        let mut next = || {
            let row = Rejected::from_record(rows.key().unwrap(), rows.bytes()).unwrap();
            rows.advance().unwrap();
            row
        };
        let texts = |row: &Rejected| [&row.field, &row.value, &row.id, &row.reason].map(String::clone);
        let row = next();
        assert_eq!((row.position, row.reject), (position, reject));
        assert_eq!(texts(&row), [field, value, id, "no such day"]);
        let row = next();
        assert_eq!((row.position, row.reject), (Position::new(3, 1), Reject::Overlap));
        assert_eq!(texts(&row), [""; 4]);
        // The code and three empty texts; a code less, one that there is not, a text cut off.
        let kind = |bytes: &[u8]| Rejected::from_record(1, bytes).map(|row| row.reject).map_err(|error| error.kind());
        assert_eq!(kind(&[0; 7]), Ok(Reject::ALL[0]));
        for broken in [&[][..], &[255, 0, 0, 0, 0, 0, 0], &[0; 6], &[0, 1, 0, 0, 0, 0, 0]] {
            assert_eq!(kind(broken), Err(ErrorKind::Defect), "{broken:?}");
        }
    }
}
