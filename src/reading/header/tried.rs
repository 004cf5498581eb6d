//! The record that may be a file's header, under one delimiter after another.

use crate::error::{Error, ErrorKind};
use crate::reading::encoding::Encoding;
use crate::reading::header::expected::Column;
use crate::reading::header::first_line::{bare_return, bare_return_error, opened_quote};
use crate::reading::header::found::FoundColumns;
use crate::reading::rows::{RECORD_BYTES_MAX, Rows, Split};
use crate::words::say;

/// The record under one delimiter.
pub(super) struct Attempt<'h> {
    pub columns: FoundColumns,
    pub names: Vec<String>,
    pub taken: usize,
    pub missing: Vec<&'h Column>,
}

/// What it came to under those that were tried.
pub(super) struct Tried<'b, 'h> {
    body: &'b [u8],
    /// The number of the body's first line.
    first: u64,
    at_end: bool,
    encoding: Encoding,
    /// The line of the record, and the record.
    pub line: u64,
    pub record: &'b [u8],
    best: Option<Attempt<'h>>,
    /// The line of a quote that opens a field without an end.
    open_quote: Option<u64>,
    has_quote_out_of_place: bool,
    is_longer_than_block: bool,
    /// Under each delimiter, for a carriage return may stand in a quoted name.
    has_bare_return: bool,
}

impl<'b, 'h> Tried<'b, 'h> {
    /// Under none yet, at the beginning of this body whose first line has this number.
    pub fn none((body, first): (&'b [u8], u64), at_end: bool, encoding: Encoding) -> Tried<'b, 'h> {
        Tried {
            body,
            first,
            at_end,
            encoding,
            line: first,
            record: b"",
            best: None,
            open_quote: None,
            has_quote_out_of_place: false,
            is_longer_than_block: false,
            has_bare_return: true,
        }
    }

    /// Tries a delimiter, under which `attempt` says what columns the record has; `false` where there is no record at all.
    ///
    /// # Errors
    /// As `attempt` fails, with the line.
    pub fn under(
        &mut self,
        delimiter: u8,
        attempt: impl FnOnce(&[u8]) -> Result<Attempt<'h>, Error>,
    ) -> Result<bool, Error> {
        let mut rows = Rows::new(self.body, self.first, Split::of_record(delimiter, self.encoding));
        let mut row = rows.row();
        if !rows.read(&mut row) {
            return Ok(false);
        }
        (self.line, self.record) = (row.line, &self.body[row.start..rows.taken()]);
        let has_bare_return = bare_return(self.record, delimiter);
        self.has_bare_return &= has_bare_return;
        if !self.at_end && rows.taken() == self.body.len() && !self.body.ends_with(b"\n") {
            // Under another delimiter the quote that makes it so long may be none.
            self.is_longer_than_block = true;
            return Ok(true);
        }
        if let Some(open) = opened_quote(self.record, delimiter) {
            let lines = memchr::memchr_iter(b'\n', &self.record[..open]).count() as u64;
            self.open_quote = self.open_quote.or(Some(self.line + lines));
            return Ok(true);
        }
        let attempt = attempt(self.record).map_err(|error| error.at_line(row.line))?;
        if attempt.missing.is_empty() && (row.is_malformed || has_bare_return) {
            // Under another delimiter the quote may be in its place, or stand around the carriage return.
            self.has_quote_out_of_place |= row.is_malformed;
            return Ok(true);
        }
        if self.best.as_ref().is_none_or(|best| attempt.is_better_than(best)) {
            self.best = Some(Attempt { taken: rows.taken(), ..attempt });
        }
        Ok(true)
    }

    /// The header, under a delimiter under which no column is missing.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where it is longer than a record may be.
    pub fn header(&self) -> Result<Option<&Attempt<'h>>, Error> {
        let header = self.best.as_ref().filter(|best| best.missing.is_empty());
        if header.is_some() && self.record.trim_ascii_end().len() > RECORD_BYTES_MAX {
            return Err(self.refused(Error::new(ErrorKind::Input, say!("header-too-long"))));
        }
        Ok(header)
    }

    /// Why there is none, where it is not for the columns.
    pub fn refusal(&self) -> Option<Error> {
        let error = |message| Error::new(ErrorKind::Input, message);
        if let Some(line) = self.open_quote {
            return Some(error(say!("quote-never-closes")).at_line(line));
        }
        if self.has_bare_return {
            return Some(self.refused(bare_return_error(self.record)));
        }
        if self.has_quote_out_of_place {
            return Some(self.refused(error(say!("header-quote"))));
        }
        self.is_longer_than_block.then(|| self.refused(error(say!("header-too-long"))))
    }

    /// The record under the delimiter under which most is there.
    pub fn best(&self) -> Option<&Attempt<'h>> {
        self.best.as_ref()
    }

    fn refused(&self, error: Error) -> Error {
        error.at_line(self.line)
    }
}

impl Attempt<'_> {
    /// Whether fewer required columns are missing under this delimiter, or as many and more columns are there.
    fn is_better_than(&self, other: &Attempt<'_>) -> bool {
        let found = |attempt: &Attempt<'_>| attempt.columns.fields.iter().flatten().count();
        let rank = |attempt: &Attempt<'_>| (usize::MAX - attempt.missing.len(), found(attempt), attempt.names.len());
        rank(self) > rank(other)
    }
}
