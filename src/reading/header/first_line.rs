//! The first line of a text: by what it divides its fields, and what of it is no end of a line.

use crate::error::{Error, ErrorKind};
use crate::reading::quotes::closing_quote;
use crate::words::say;

pub(super) const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// The delimiter that the first line names, as spreadsheets write it for each other, and the bytes of that line.
///
/// # Errors
/// Kind [`ErrorKind::Input`] where it names another than the three.
pub(super) fn named_delimiter(bytes: &[u8]) -> Result<Option<(u8, usize)>, Error> {
    let line_end = memchr::memchr(b'\n', bytes).map_or(bytes.len(), |at| at + 1);
    let line = bytes[..line_end].trim_ascii_end();
    if !line.get(..4).is_some_and(|start| start.eq_ignore_ascii_case(b"sep=")) {
        return Ok(None);
    }
    // A tab is trimmed with the line end.
    match (&line[4..], bytes.get(4)) {
        ([delimiter], _) if DELIMITERS.contains(delimiter) => Ok(Some((*delimiter, line_end))),
        ([], Some(b'\t')) => Ok(Some((b'\t', line_end))),
        _ => Err(Error::new(ErrorKind::Input, say!("header-no-delimiter"))
            .at_line(1)
            .with_hint(say!("header-no-delimiter-hint"))),
    }
}

pub(super) fn bare_return_error(first_line: &[u8]) -> Error {
    if first_line.ends_with(b"\r\r\n") {
        return Error::new(ErrorKind::Input, say!("line-ends-twice")).with_hint(say!("line-ends-twice-hint"));
    }
    Error::new(ErrorKind::Input, say!("line-ends-bare")).with_hint(say!("line-ends-bare-hint"))
}

/// Where a quote of a record opens a field that never ends.
pub(super) fn opened_quote(record: &[u8], delimiter: u8) -> Option<usize> {
    let mut at = 0;
    let mut starts_field = true;
    while let Some(&byte) = record.get(at) {
        if byte == b'"' && starts_field {
            let Some(close) = closing_quote(record, at + 1) else { return Some(at) };
            at = close;
        }
        starts_field = byte == delimiter;
        at += 1;
    }
    None
}

/// Whether a carriage return stands in a record outside quotes and without a line feed behind it.
pub(super) fn bare_return(record: &[u8], delimiter: u8) -> bool {
    let mut at = 0;
    let mut starts_field = true;
    while let Some(&byte) = record.get(at) {
        match byte {
            b'"' if starts_field => at = closing_quote(record, at + 1).unwrap_or(record.len()),
            b'\r' if record.get(at + 1) != Some(&b'\n') => return true,
            _ => {}
        }
        starts_field = byte == delimiter;
        at += 1;
    }
    false
}
