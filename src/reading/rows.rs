//! Records and fields of a block, by RFC 4180 and what formats.md says beyond it.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

use crate::reading::blocks::closing_quote;

/// Columns that a file of any kind has at most.
pub(crate) const COLUMNS_MAX: usize = 8;

/// How rows are taken apart.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Split<'a> {
    pub delimiter: u8,
    /// For each field of a row the number of the column that it is, if it is read.
    pub columns: &'a [Option<u8>],
    /// Without quotes every delimiter separates.
    pub has_quotes: bool,
}

/// One record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    /// The physical line on which it starts.
    pub line: u64,
    /// Where it starts in the block.
    pub start: usize,
    /// Another number of fields than the header, or a quote out of place.
    pub is_malformed: bool,
    /// The fields that are read, by the number of their column; empty where the file does not have it.
    pub fields: [Field<'a>; COLUMNS_MAX],
}

/// A field as it stands in the file.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Field<'a> {
    /// The bytes between the quotes, or between the delimiters.
    bytes: &'a [u8],
    /// Whether doubled quotes stand for one.
    has_doubled: bool,
}

impl<'a> Field<'a> {
    /// The field as it stood, unquoted.
    #[inline]
    pub fn value(self) -> Cow<'a, [u8]> {
        if self.has_doubled { Cow::Owned(undouble(self.bytes)) } else { Cow::Borrowed(self.bytes) }
    }

    /// The value without blanks around it.
    #[inline]
    pub fn trimmed(self) -> Cow<'a, [u8]> {
        if self.has_doubled {
            Cow::Owned(trim(&undouble(self.bytes)).to_vec())
        } else {
            Cow::Borrowed(trim(self.bytes))
        }
    }
}

/// Without U+0020 at either end.
#[inline]
fn trim(mut bytes: &[u8]) -> &[u8] {
    while let [b' ', rest @ ..] = bytes {
        bytes = rest;
    }
    while let [rest @ .., b' '] = bytes {
        bytes = rest;
    }
    bytes
}

fn undouble(bytes: &[u8]) -> Vec<u8> {
    let mut value = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(quote) = memchr(b'"', rest) {
        value.extend_from_slice(&rest[..=quote]);
        rest = rest.get(quote + 2..).unwrap_or_default();
    }
    value.extend_from_slice(rest);
    value
}

/// The records of a block; lines without a byte are passed over.
pub(crate) struct Rows<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
    split: Split<'a>,
}

impl<'a> Rows<'a> {
    pub fn new(bytes: &'a [u8], line: u64, split: Split<'a>) -> Rows<'a> {
        Rows { bytes, at: 0, line, split }
    }

    /// Bytes taken so far.
    pub fn taken(&self) -> usize {
        self.at
    }

    fn skip_blank_lines(&mut self) {
        loop {
            match self.bytes[self.at..] {
                [b'\n', ..] => self.at += 1,
                [b'\r', b'\n', ..] => self.at += 2,
                _ => return,
            }
            self.line += 1;
        }
    }
}

impl<'a> Iterator for Rows<'a> {
    type Item = Row<'a>;

    #[inline]
    fn next(&mut self) -> Option<Row<'a>> {
        self.skip_blank_lines();
        if self.at == self.bytes.len() {
            return None;
        }
        let mut row =
            Row { line: self.line, start: self.at, is_malformed: false, fields: [Field::default(); COLUMNS_MAX] };
        let mut fields =
            Fields { rest: Some(&self.bytes[self.at..]), delimiter: self.split.delimiter, taken: 0, lines: 0 };
        let mut count = 0;
        while let Some(raw) = fields.next_raw(self.split.has_quotes) {
            if let Some(&Some(column)) = self.split.columns.get(count) {
                row.fields[usize::from(column)] = raw.field;
            }
            row.is_malformed |= raw.is_malformed;
            count += 1;
        }
        row.is_malformed |= count != self.split.columns.len() && !self.split.columns.is_empty();
        self.at += fields.taken;
        self.line += fields.lines;
        Some(row)
    }
}

/// The fields of one record.
pub(crate) struct Fields<'a> {
    /// What follows the last delimiter; nothing after the line end.
    rest: Option<&'a [u8]>,
    delimiter: u8,
    taken: usize,
    lines: u64,
}

struct RawField<'a> {
    field: Field<'a>,
    is_malformed: bool,
}

impl<'a> Fields<'a> {
    /// The fields of the record that these bytes begin with.
    pub fn new(record: &'a [u8], delimiter: u8) -> Fields<'a> {
        Fields { rest: Some(record), delimiter, taken: 0, lines: 0 }
    }

    #[inline]
    fn next_raw(&mut self, has_quotes: bool) -> Option<RawField<'a>> {
        let rest = self.rest?;
        if has_quotes && rest.first() == Some(&b'"') {
            return Some(self.quoted(rest));
        }
        let bytes = self.up_to_end(rest, 0);
        Some(RawField { field: Field { bytes, has_doubled: false }, is_malformed: false })
    }

    /// Ends the field at the next delimiter or line end from `from` on, and gives its bytes from the start of `rest`.
    #[inline]
    fn up_to_end(&mut self, rest: &'a [u8], from: usize) -> &'a [u8] {
        match memchr2(self.delimiter, b'\n', &rest[from..]).map(|step| from + step) {
            Some(end) if rest[end] == self.delimiter => {
                self.taken += end + 1;
                self.rest = Some(&rest[end + 1..]);
                &rest[..end]
            }
            Some(end) => {
                self.taken += end + 1;
                self.lines += 1;
                self.rest = None;
                match &rest[..end] {
                    [line @ .., b'\r'] => line,
                    line => line,
                }
            }
            None => {
                self.taken += rest.len();
                self.rest = None;
                rest
            }
        }
    }

    #[cold]
    fn quoted(&mut self, rest: &'a [u8]) -> RawField<'a> {
        // Only a header can have a quote that never closes: blocks are cut behind closed ones.
        let close = closing_quote(rest, 1).unwrap_or(rest.len());
        let bytes = &rest[1..close.max(1)];
        let behind = (close + 1).min(rest.len());
        let ended = self.up_to_end(rest, behind).len();
        self.lines += memchr::memchr_iter(b'\n', bytes).count() as u64;
        let has_doubled = memchr(b'"', bytes).is_some();
        RawField { field: Field { bytes, has_doubled }, is_malformed: ended > behind || close == rest.len() }
    }
}

impl<'a> Iterator for Fields<'a> {
    type Item = Field<'a>;

    fn next(&mut self) -> Option<Field<'a>> {
        self.next_raw(true).map(|raw| raw.field)
    }
}
