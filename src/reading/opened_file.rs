//! A file that is open, and what is expected of its header.

use crate::error::Error;
use crate::reading::header::Header;
use crate::reading::input::{Input, Opened};

/// A file that is open, and what is expected of its header.
pub(crate) struct OpenedFile<'a> {
    pub input: &'a Input,
    pub opened: Opened,
    pub header: &'a Header,
}

impl<'a> OpenedFile<'a> {
    /// Opens the input.
    ///
    /// # Errors
    /// Kind [`Input`](crate::ErrorKind::Input) where it cannot be opened.
    pub fn open(input: &'a Input, header: &'a Header) -> Result<OpenedFile<'a>, Error> {
        Ok(OpenedFile { input, opened: input.open()?, header })
    }
}
