//! Records and fields of a block, by RFC 4180 and what formats.md says beyond it.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

use crate::reading::quotes::closing_quote;

/// Columns that a file of any kind has at most.
pub(crate) const COLUMNS_MAX: usize = 12;

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

    /// The field of this column as sixteen bytes, the last in the highest, after digits of zero, and how many of them are
    /// its own; `None` where it is empty or longer, or too near to the beginning of the block.
    #[inline(always)]
    pub fn sixteen(&self, column: usize) -> Option<(u128, u32)> {
        const ZEROS: u128 = u128::from_le_bytes([b'0'; 16]);
        let span = self.spans[column];
        let sixteen = self.bytes[..span.end as usize].last_chunk()?;
        let count = span.end - span.start;
        let before = 16_u32.checked_sub(count).filter(|&before| before < 16)?;
        let own = u128::MAX << (8 * before);
        Some((u128::from_le_bytes(*sixteen) & own | ZEROS & !own, count))
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

    /// The field as it stands: the value, but for doubled quotes.
    #[inline(always)]
    pub fn bytes(self) -> &'a [u8] {
        self.bytes
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

    /// Without quotes every delimiter separates fields and every line feed ends a row.
    #[inline]
    fn read_plain(&mut self, row: &mut Row<'a>) -> bool {
        let (columns, delimiter) = (self.split.columns, self.split.delimiter);
        let separators = self.separators.ahead(columns.len());
        let is_delimiter = |&place: &u32| self.bytes[place as usize] == delimiter;
        if let [delimiters @ .., line_end] = separators
            && separators.len() == columns.len()
            && self.bytes[*line_end as usize] == b'\n'
            && delimiters.iter().all(is_delimiter)
            && !delimiters.is_empty()
        {
            let mut start = self.at as u32;
            (row.start, row.line, row.is_malformed) = (self.at, self.line, false);
            for (&end, column) in delimiters.iter().zip(columns) {
                if let Some(column) = *column {
                    row.spans[usize::from(column)] = Span { start, end, has_doubled: false };
                }
                start = end + 1;
            }
            self.at = *line_end as usize + 1;
            self.line += 1;
            if let Some(&Some(column)) = columns.last() {
                let is_cr = self.bytes[self.at - 2] == b'\r';
                let end = if is_cr { line_end - 1 } else { *line_end };
                row.spans[usize::from(column)] = Span { start, end, has_doubled: false };
            }
            self.separators.take(columns.len());
            return true;
        }
        self.read_uneven(row)
    }

    /// The same for rows that have another number of fields than the header, or no line end, and for blank lines.
    #[cold]
    fn read_uneven(&mut self, row: &mut Row<'a>) -> bool {
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

/// Places of delimiters and line feeds, which are looked for in many bytes at once.
struct Separators<'a> {
    bytes: &'a [u8],
    delimiter: u8,
    /// Places that have been found, and how many of them were taken.
    places: Vec<u32>,
    taken: usize,
    /// Up to where it was looked.
    looked_at: usize,
}

/// Bytes that are looked at before their places are taken: so few that the places stay at hand.
const LOOK_BYTES: usize = 4 << 10;
/// Separators that are taken from a window of 64 bytes whether it has so many or not: that is faster than to count.
const MOST_PLACES: usize = 8;

impl<'a> Separators<'a> {
    fn new(bytes: &'a [u8], delimiter: u8) -> Separators<'a> {
        Separators { bytes, delimiter, places: Vec::new(), taken: 0, looked_at: 0 }
    }

    /// The next so many places, without taking them; fewer where there are no more.
    #[inline]
    fn ahead(&mut self, count: usize) -> &[u32] {
        if self.places.len() - self.taken < count {
            self.look(count);
        }
        let ahead = &self.places[self.taken..];
        &ahead[..count.min(ahead.len())]
    }

    #[inline]
    fn take(&mut self, count: usize) {
        self.taken += count;
    }

    /// The place of the next separator; the end of the bytes after the last.
    fn next(&mut self) -> usize {
        let next = self.ahead(1).first().copied();
        self.take(usize::from(next.is_some()));
        next.map_or(self.bytes.len(), |place| place as usize)
    }

    /// Looks on until so many places are ahead, or at the end of the bytes.
    #[cold]
    fn look(&mut self, count: usize) {
        self.places.drain(..self.taken);
        self.taken = 0;
        while self.places.len() < count && self.looked_at < self.bytes.len() {
            let bytes = &self.bytes[self.looked_at..];
            let (windows, rest) = bytes[..bytes.len().min(LOOK_BYTES)].as_chunks();
            for window in windows {
                self.note(separators(window, self.delimiter));
                self.looked_at += window.len();
            }
            if rest.is_empty() {
                continue;
            }
            let mut window = [0; 64];
            window[..rest.len()].copy_from_slice(rest);
            self.note(separators(&window, self.delimiter) & !(u64::MAX << rest.len()));
            self.looked_at += rest.len();
        }
    }

    /// Notes the places of one window, given as bits.
    #[inline]
    fn note(&mut self, mut found: u64) {
        let end = self.places.len() + found.count_ones() as usize;
        while found != 0 {
            let places: [u32; MOST_PLACES] = std::array::from_fn(|_| {
                let place = found.trailing_zeros();
                found &= found.wrapping_sub(1);
                self.looked_at as u32 + place
            });
            self.places.extend_from_slice(&places);
        }
        self.places.truncate(end);
    }
}

/// One bit for each byte that is the delimiter or a line feed.
#[inline]
fn separators(window: &[u8; 64], delimiter: u8) -> u64 {
    // Compared sixteen at a time; then the eight ones and noughts of a word are gathered into one byte.
    let hits: [u8; 64] = std::array::from_fn(|place| u8::from(window[place] == delimiter || window[place] == b'\n'));
    let gathered = |eight: &[u8; 8]| (u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u8;
    let mut found = [0; 8];
    for (byte, eight) in found.iter_mut().zip(hits.as_chunks().0) {
        *byte = gathered(eight);
    }
    u64::from_le_bytes(found)
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
