//! What the header of a file comes to.

use crate::reading::encoding::Encoding;
use crate::reading::header::below::Below;
use crate::reading::header::mapping::Zeros;
use crate::reading::header::seen::Seen;

/// Where the columns of one file are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FoundColumns {
    pub delimiter: u8,
    /// For each field of the header the number of the expected column that it is.
    pub fields: Vec<Option<u8>>,
    /// The encoding of the file: what was asked for, or what its byte order mark says.
    pub encoding: Encoding,
    /// How ИИН are read in it.
    pub zeros: Zeros,
    /// The columns of amounts that a comma may have cut.
    pub amounts: Vec<u8>,
}

/// What a header comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Found {
    pub columns: FoundColumns,
    /// Bytes up to the first row.
    pub taken: usize,
    pub seen: Seen,
    /// What the first rows below may not be.
    pub below: Below,
}
