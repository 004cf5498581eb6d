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
    /// The headers in this encoding. When an exemption became known bears on nothing where that is not asked.
    ///
    /// # Errors
    /// As [`Header::of`].
    pub fn of(encoding: Encoding, mapping: &Mapping, known_on: Option<Day>) -> Result<BatchHeaders, Error> {
        let exemptions = exemptions::header(encoding, mapping)?;
        Ok(BatchHeaders {
            operations: operations::header(encoding, mapping)?,
            exemptions: if known_on.is_some() { exemptions } else { exemptions.without_bearing("known_on") },
            contractors: contractors::header(encoding, mapping)?,
        })
    }
}
