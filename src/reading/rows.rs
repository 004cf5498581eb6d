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
    /// Every byte is ASCII, and so text in every encoding.
    pub is_ascii: bool,
}

/// One record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    /// The block that the row is in.
    bytes: &'a [u8],
    /// The physical line on which it starts.
    pub line: u64,
    /// Where it starts in the block.
    pub start: usize,
    /// Another number of fields than the header, or a quote out of place.
    pub is_malformed: bool,
    /// Every byte is ASCII, and so text in every encoding.
    pub is_ascii: bool,
    /// The fields that are read, by the number of their column; empty where the file does not have it.
    spans: [Span; COLUMNS_MAX],
}

/// Where a field stands in its block; blocks have less than 2³² bytes.
#[derive(Debug, Clone, Copy, Default)]
struct Span {
    start: u32,
    end: u32,
    has_doubled: bool,
}

impl<'a> Row<'a> {
    /// The field of the column with this number.
    #[inline]
    pub fn field(&self, column: usize) -> Field<'a> {
        let span = self.spans[column];
        Field { bytes: &self.bytes[span.start as usize..span.end as usize], has_doubled: span.has_doubled }
    }

    /// The fields of all columns, also of those that the file does not have.
    pub fn fields(&self) -> impl Iterator<Item = Field<'a>> {
        (0..COLUMNS_MAX).map(|column| self.field(column))
    }
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
    #[inline(always)]
    pub fn trimmed(self) -> Cow<'a, [u8]> {
        if self.has_doubled {
            Cow::Owned(trim(&undouble(self.bytes)).to_vec())
        } else {
            Cow::Borrowed(trim(self.bytes))
        }
    }
}

/// Without U+0020 at either end, which few fields have.
#[inline]
fn trim(bytes: &[u8]) -> &[u8] {
    match bytes {
        [b' ', ..] | [.., b' '] => trim_blanks(bytes),
        _ => bytes,
    }
}

#[cold]
fn trim_blanks(mut bytes: &[u8]) -> &[u8] {
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
    separators: Separators<'a>,
}

impl<'a> Rows<'a> {
    pub fn new(bytes: &'a [u8], line: u64, split: Split<'a>) -> Rows<'a> {
        Rows { bytes, at: 0, line, split, separators: Separators::new(bytes, split.delimiter) }
    }

    /// A row to be filled by [`Rows::read`].
    pub fn row(&self) -> Row<'a> {
        Row {
            bytes: self.bytes,
            line: 0,
            start: 0,
            is_malformed: false,
            is_ascii: self.split.is_ascii,
            spans: [Span::default(); COLUMNS_MAX],
        }
    }

    /// Bytes taken so far.
    pub fn taken(&self) -> usize {
        self.at
    }

    /// Fills in the next row; `false` after the last.
    #[inline]
    pub fn read(&mut self, row: &mut Row<'a>) -> bool {
        if self.split.has_quotes { self.read_quoted(row) } else { self.read_plain(row) }
    }

    /// Without quotes every delimiter separates fields and every line feed ends a row, so that both are looked for at
    /// once, 64 bytes at a time.
    #[inline]
    fn read_plain(&mut self, row: &mut Row<'a>) -> bool {
        let columns = self.split.columns;
        let mut start = self.at;
        if start == self.bytes.len() {
            return false;
        }
        row.start = start;
        row.line = self.line;
        let mut count = 0;
        loop {
            let end = self.separators.next();
            let ends_line = self.bytes.get(end).is_none_or(|&byte| byte == b'\n');
            let mut field_end = end;
            if ends_line && end > start && end < self.bytes.len() && self.bytes[end - 1] == b'\r' {
                field_end -= 1;
            }
            if ends_line && count == 0 && field_end == row.start && end < self.bytes.len() {
                // A line without a byte.
                start = end + 1;
                self.line += 1;
                row.line = self.line;
                row.start = start;
                if start == self.bytes.len() {
                    self.at = start;
                    return false;
                }
                continue;
            }
            if let Some(&Some(column)) = columns.get(count) {
                row.spans[usize::from(column)] =
                    Span { start: start as u32, end: field_end as u32, has_doubled: false };
            }
            count += 1;
            start = end + 1;
            if ends_line {
                self.at = start.min(self.bytes.len());
                self.line += 1;
                row.is_malformed = count != columns.len();
                return true;
            }
        }
    }

    fn read_quoted(&mut self, row: &mut Row<'a>) -> bool {
        self.skip_blank_lines();
        if self.at == self.bytes.len() {
            return false;
        }
        (row.start, row.line, row.is_malformed) = (self.at, self.line, false);
        let rest = Some(&self.bytes[self.at..]);
        let mut fields = Fields { rest, delimiter: self.split.delimiter, taken: 0, lines: 0 };
        let mut count = 0;
        while let Some(raw) = fields.next_raw() {
            if let Some(&Some(column)) = self.split.columns.get(count) {
                let start = self.at + raw.start;
                let end = start + raw.field.bytes.len();
                row.spans[usize::from(column)] =
                    Span { start: start as u32, end: end as u32, has_doubled: raw.field.has_doubled };
            }
            row.is_malformed |= raw.is_malformed;
            count += 1;
        }
        row.is_malformed |= count != self.split.columns.len() && !self.split.columns.is_empty();
        self.at += fields.taken;
        self.line += fields.lines;
        true
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

/// Places of delimiters and line feeds, one after another.
struct Separators<'a> {
    bytes: &'a [u8],
    delimiter: u8,
    /// The window of 64 bytes that starts here, and which of its separators are still to come.
    window: usize,
    ahead: u64,
}

impl<'a> Separators<'a> {
    fn new(bytes: &'a [u8], delimiter: u8) -> Separators<'a> {
        let mut separators = Separators { bytes, delimiter, window: 0, ahead: 0 };
        separators.ahead = separators.look();
        separators
    }

    /// The place of the next separator; the end of the bytes after the last.
    #[inline]
    fn next(&mut self) -> usize {
        while self.ahead == 0 {
            if self.window + 64 >= self.bytes.len() {
                return self.bytes.len();
            }
            self.window += 64;
            self.ahead = self.look();
        }
        let place = self.window + self.ahead.trailing_zeros() as usize;
        self.ahead &= self.ahead - 1;
        place
    }

    /// One bit for each separator of the window.
    #[inline]
    fn look(&self) -> u64 {
        let bytes = &self.bytes[self.window..];
        match bytes.first_chunk::<64>() {
            Some(window) => separators(window, self.delimiter),
            None => {
                let mut window = [0; 64];
                window[..bytes.len()].copy_from_slice(bytes);
                separators(&window, self.delimiter)
            }
        }
    }
}

/// One bit for each byte that is the delimiter or a line feed.
#[inline]
fn separators(window: &[u8; 64], delimiter: u8) -> u64 {
    const LOW: u64 = 0x0101_0101_0101_0101;
    const LOW_SEVEN: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    // The highest bit of each byte that is zero, exactly: no carry goes from one byte to the next.
    let zero_bytes = |word: u64| !(((word & LOW_SEVEN) + LOW_SEVEN) | word | LOW_SEVEN);
    let (delimiters, line_feeds) = (LOW * u64::from(delimiter), LOW * u64::from(b'\n'));
    let mut found = 0;
    for (number, eight) in window.as_chunks::<8>().0.iter().enumerate() {
        let word = u64::from_le_bytes(*eight);
        let hits = zero_bytes(word ^ delimiters) | zero_bytes(word ^ line_feeds);
        // Gathers the eight highest bits into one byte.
        let gathered = (hits >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        found |= gathered << (8 * number);
    }
    found
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
    /// Where its bytes start in the record.
    start: usize,
    is_malformed: bool,
}

impl<'a> Fields<'a> {
    /// The fields of the record that these bytes begin with.
    pub fn new(record: &'a [u8], delimiter: u8) -> Fields<'a> {
        Fields { rest: Some(record), delimiter, taken: 0, lines: 0 }
    }

    fn next_raw(&mut self) -> Option<RawField<'a>> {
        let rest = self.rest?;
        if rest.first() == Some(&b'"') {
            return Some(self.quoted(rest));
        }
        let start = self.taken;
        let bytes = self.up_to_end(rest, 0);
        Some(RawField { field: Field { bytes, has_doubled: false }, start, is_malformed: false })
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

    fn quoted(&mut self, rest: &'a [u8]) -> RawField<'a> {
        let start = self.taken + 1;
        // Only a header can have a quote that never closes: blocks are cut behind closed ones.
        let close = closing_quote(rest, 1).unwrap_or(rest.len());
        let bytes = &rest[1..close.max(1)];
        let behind = (close + 1).min(rest.len());
        let ended = self.up_to_end(rest, behind).len();
        self.lines += memchr::memchr_iter(b'\n', bytes).count() as u64;
        let has_doubled = memchr(b'"', bytes).is_some();
        RawField { field: Field { bytes, has_doubled }, start, is_malformed: ended > behind || close == rest.len() }
    }
}

impl<'a> Iterator for Fields<'a> {
    type Item = Field<'a>;

    fn next(&mut self) -> Option<Field<'a>> {
        self.next_raw().map(|raw| raw.field)
    }
}
