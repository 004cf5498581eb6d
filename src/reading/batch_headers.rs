//! The headers of a batch's three kinds of file.

use crate::error::Error;
use crate::period::Day;
use crate::reading::encoding::Encoding;
use crate::reading::header::Header;
use crate::reading::header::mapping::Mapping;
use crate::reading::{contractors, exemptions, operations};

/// What is expected of the headers of each kind of file.
#[derive(Debug, Clone)]
pub(crate) struct BatchHeaders {
    pub operations: Header,
    pub exemptions: Header,
    pub contractors: Header,
}

impl BatchHeaders {
    /// The headers in this encoding.
    ///
    /// # Errors
    /// As [`Header::of`].
    pub fn of(encoding: Encoding, mapping: &Mapping, known_on: Option<Day>) -> Result<BatchHeaders, Error> {
        Ok(BatchHeaders {
            operations: operations::header(encoding, mapping)?,
            exemptions: exemptions::header(encoding, mapping, known_on.is_some())?,
            contractors: contractors::header(encoding, mapping)?,
        })
    }
}
