//! Records and fields of a block, by RFC 4180 and what formats.md says beyond it.

use std::borrow::Cow;

use crate::blanks::without_edge_blanks;
use crate::error::Error;
use crate::reading::cut;
use crate::reading::days::Days;
use crate::reading::encoding::{CELL_FORMULA, Encoding, MARK};
use crate::reading::header::mapping::Zeros;
use crate::reading::quotes::undouble;
use crate::reading::reasons::Reason;
use crate::reading::separators::Separators;

/// Columns that a file of any kind has at most.
pub(crate) const COLUMNS_MAX: usize = 12;

/// The longest record, without its line end.
pub(crate) const RECORD_BYTES_MAX: usize = 1 << 20;

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
    pub encoding: Encoding,
    pub zeros: Zeros,
    /// The columns of amounts that a comma may have cut.
    pub amounts: &'a [u8],
}

impl Split<'_> {
    /// How a record is taken apart that may be any text, as a header is.
    pub fn of_record(delimiter: u8, encoding: Encoding) -> Split<'static> {
        Split {
            delimiter,
            columns: &[],
            has_quotes: true,
            is_ascii: false,
            encoding,
            zeros: Zeros::default(),
            amounts: &[],
        }
    }
}

/// One record.
#[derive(Debug, Clone)]
pub(crate) struct Row<'a> {
    /// The block that the row is in.
    bytes: &'a [u8],
    /// The physical line on which it starts.
    pub line: u64,
    /// Where it starts in the block.
    pub start: usize,
    /// Fewer fields than the header, or a field beyond it that is not empty, or a quote out of place.
    pub is_malformed: bool,
    /// Where the row is malformed: its fields, and the number of the one whose quote is out of place.
    shape: (usize, Option<usize>),
    split: Split<'a>,
    /// The fields that are read, by the number of their column; empty where the file does not have it.
    spans: [Span; SPANS],
    /// The columns with doubled quotes in the field, each as a bit.
    doubled: u16,
    /// Days that rows of the block have had.
    pub days: Days,
}

/// Where a field stands in its block; blocks have less than 2³² bytes.
#[derive(Debug, Clone, Copy, Default)]
struct Span {
    start: u32,
    end: u32,
}

/// A span for each column; the last one is for fields that are not read, so that every field of a row has its place.
const SPANS: usize = 16;
const UNREAD: u8 = SPANS as u8 - 1;
const _: () = assert!(COLUMNS_MAX < SPANS);

impl<'a> Row<'a> {
    /// The field of the column with this number.
    #[inline]
    pub fn field(&self, column: usize) -> Field<'a> {
        let Span { start, end } = self.spans[column];
        Field { bytes: &self.bytes[start as usize..end as usize], has_doubled: self.doubled >> column & 1 != 0 }
    }

    /// Puts a field in the place of its column.
    #[inline]
    fn put(&mut self, column: Option<u8>, span: Span) {
        self.spans[usize::from(column.unwrap_or(UNREAD)) % SPANS] = span;
    }

    /// The field of this column as sixteen bytes, the last in the highest, after digits of zero; `None` where it is empty
    /// or longer, or too near to the beginning of the block.
    #[inline(always)]
    pub fn sixteen(&self, column: usize) -> Option<u128> {
        const ZEROS: u128 = u128::from_le_bytes([b'0'; 16]);
        let span = self.spans[column];
        let sixteen = self.bytes[..span.end as usize].last_chunk()?;
        let before = 16_u32.checked_sub(span.end - span.start).filter(|&before| before < 16)?;
        let own = u128::MAX << (8 * before);
        Some((u128::from_le_bytes(*sixteen) ^ ZEROS) & own ^ ZEROS)
    }

    /// The field of this column as UTF-8 without blanks around it; `None` where it is no text in the file's encoding.
    #[inline]
    pub fn text(&self, column: usize) -> Option<Cow<'a, [u8]>> {
        let field = self.field(column);
        if self.split.is_ascii && !field.has_doubled {
            return Some(Cow::Borrowed(trim(field.bytes)));
        }
        self.decoded(field)
    }

    #[inline(never)]
    fn decoded(&self, field: Field<'a>) -> Option<Cow<'a, [u8]>> {
        let value = field.value();
        Some(match if self.split.is_ascii { value } else { self.split.encoding.utf8(value)? } {
            Cow::Borrowed(text) => Cow::Borrowed(trim(text)),
            Cow::Owned(text) => Cow::Owned(trim(&text).to_vec()),
        })
    }

    /// Why the row cannot be read, if it cannot: its fields, its quotes, or a field that is read and is no text.
    #[inline]
    pub fn fault(&self) -> Option<Reason> {
        if self.is_malformed || !self.split.is_ascii { self.fault_of_fields() } else { None }
    }

    #[cold]
    fn fault_of_fields(&self) -> Option<Reason> {
        let Split { columns, encoding, .. } = self.split;
        match self.shape {
            (_, Some(field)) if self.is_malformed => return Some(Reason::Quote { field }),
            (row, None) if self.is_malformed => return Some(Reason::Fields { row, header: columns.len() }),
            _ => {}
        }
        let values =
            columns.iter().zip(1..).filter_map(|(&column, field)| Some((self.field(column?.into()).value(), field)));
        let (value, field) = values.into_iter().find(|(value, _)| encoding.text(value).is_none())?;
        Some(match encoding {
            Encoding::Cells if value.get(1) == Some(&CELL_FORMULA) => Reason::CellFormula { field },
            Encoding::Cells => Reason::CellError { field },
            encoding => Reason::Text { field, encoding },
        })
    }

    /// The encoding of the file.
    pub fn encoding(&self) -> Encoding {
        self.split.encoding
    }

    /// All fields as they stand, also those that are not read.
    pub fn cells(&self) -> Fields<'a> {
        Fields::new(&self.bytes[self.start..], self.split.delimiter)
    }

    /// Whether two of its fields begin with a digit, as those of a header seldom do.
    pub fn has_numbers(&self) -> bool {
        let (record, delimiter) = (&self.bytes[self.start..], self.split.delimiter);
        let ends = memchr::memchr2_iter(delimiter, b'\n', record).take_while(|&at| record[at] != b'\n');
        let first = |at: usize| record.get(at + usize::from(record.get(at) == Some(&b'"')));
        let firsts = std::iter::once(0).chain(ends.map(|at| at + 1)).filter_map(first);
        firsts.filter(|first| first.is_ascii_digit()).nth(1).is_some()
    }

    /// Refuses an amount in this column that a comma has cut; one between quotes has none of its own behind it.
    fn cut(&self, column: usize) -> Result<(), Error> {
        let behind = self.bytes.get(self.spans[column].end as usize..).unwrap_or_default();
        let Some(rest) = behind.strip_prefix(&[self.split.delimiter]) else { return Ok(()) };
        let rest = &rest[..memchr::memchr2(self.split.delimiter, b'\n', rest).unwrap_or(rest.len())];
        let refused = cut::refuse((self.field(column).bytes, rest), self.split.encoding);
        refused.map_err(|error| error.at_line(self.line))
    }

    /// How ИИН are read in the file.
    #[inline]
    pub fn zeros(&self) -> Zeros {
        self.split.zeros
    }

    /// Notes the line of the first row with a field that is no text in the file's encoding, and what it looks like.
    #[cold]
    pub fn note_foreign(&self, first: &mut Option<(u64, Encoding)>) {
        let encoding = self.split.encoding;
        if first.is_none() && !self.split.is_ascii {
            // All of them together: one field may have but a blank of that encoding.
            let values = (0..COLUMNS_MAX).map(|column| self.field(column).value());
            let foreign: Vec<u8> =
                values.filter(|value| encoding.text(value).is_none()).flat_map(Cow::into_owned).collect();
            if !foreign.is_empty() {
                *first = encoding.guess_beside(&foreign).map(|guessed| (self.line, guessed));
            }
        }
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
}

/// UTF-8 without U+0020, U+00A0 and tabs at either end, which few fields have.
#[inline]
pub fn trim(text: &[u8]) -> &[u8] {
    match text {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => without_edge_blanks(text),
    }
}

/// Where a record that starts here begins behind any such mark.
#[inline]
fn behind_marks(bytes: &[u8], mut at: usize) -> usize {
    while bytes[at..].starts_with(MARK) {
        at += MARK.len();
    }
    at
}

/// The records of a block; lines without a byte are passed over.
pub(crate) struct Rows<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
    split: Split<'a>,
    separators: Separators<'a>,
    /// Delimiters behind the last line end between the quotes of a field; `None` before the first.
    behind_line_end: Option<usize>,
    /// Whether the row has a line between quotes with as many delimiters as the header.
    has_inner_row: bool,
    swallowed: Option<Swallowed>,
    /// Why the first row with an amount that a comma has cut is refused.
    cut: Option<Error>,
}

/// Rows that have, between the quotes of a field, a line with as many delimiters as the header: it may be a row of its own,
/// which a quote that was forgotten has made a part of this one. How many they are, and the line of the first.
pub(crate) type Swallowed = (u64, u64);

impl<'a> Rows<'a> {
    pub fn new(bytes: &'a [u8], line: u64, split: Split<'a>) -> Rows<'a> {
        Rows {
            bytes,
            at: 0,
            line,
            separators: Separators::new(bytes, split.delimiter, split.has_quotes),
            split,
            behind_line_end: None,
            has_inner_row: false,
            swallowed: None,
            cut: None,
        }
    }

    /// A row to be filled by [`Rows::read`].
    pub fn row(&self) -> Row<'a> {
        Row {
            bytes: self.bytes,
            line: 0,
            start: 0,
            is_malformed: false,
            shape: (0, None),
            split: self.split,
            spans: [Span::default(); SPANS],
            doubled: 0,
            days: Days::default(),
        }
    }

    /// The rows so far that may have swallowed others.
    ///
    /// # Errors
    /// Where an amount in one of them is cut, with the line of the first.
    pub fn swallowed(&self) -> Result<Option<Swallowed>, Error> {
        self.cut.clone().map_or(Ok(self.swallowed), Err)
    }

    /// Bytes taken so far.
    pub fn taken(&self) -> usize {
        self.at
    }

    /// Fills in the next row; `false` after the last.
    #[inline]
    pub fn read(&mut self, row: &mut Row<'a>) -> bool {
        let is_read =
            (if self.split.has_quotes { self.read_quoted(row) } else { self.read_even(row) }) || self.read_uneven(row);
        if is_read && !self.split.amounts.is_empty() && self.cut.is_none() {
            self.cut = self.split.amounts.iter().find_map(|&column| row.cut(column.into()).err());
        }
        is_read
    }

    /// A row of a block without quotes that has as many fields as the header and a line end, as nearly all do: there every
    /// delimiter separates.
    #[inline]
    fn read_even(&mut self, row: &mut Row<'a>) -> bool {
        let Split { columns, delimiter, is_ascii, .. } = self.split;
        let ([delimiters @ .., line_end], [of_delimiters @ .., last_column]) =
            (self.separators.ahead(columns.len()), columns)
        else {
            return false;
        };
        if delimiters.is_empty()
            || delimiters.len() != of_delimiters.len()
            || self.bytes.get(*line_end as usize) != Some(&b'\n')
        {
            return false;
        }
        let line_end = *line_end;
        let first = if is_ascii { self.at } else { behind_marks(self.bytes, self.at) };
        let mut start = first as u32;
        for (&end, column) in delimiters.iter().zip(of_delimiters) {
            if self.bytes.get(end as usize) != Some(&delimiter) {
                return false;
            }
            row.put(*column, Span { start, end });
            start = end + 1;
        }
        let is_cr = self.bytes[line_end as usize - 1] == b'\r';
        row.put(*last_column, Span { start, end: line_end - u32::from(is_cr) });
        (row.start, row.line, row.is_malformed, row.doubled) = (first, self.line, false, 0);
        self.at = line_end as usize + 1;
        self.line += 1;
        self.separators.take(columns.len());
        true
    }

    /// The same of a block with quotes, where what is quoted is so as a whole and has neither quotes nor line ends in it.
    #[inline]
    fn read_quoted(&mut self, row: &mut Row<'a>) -> bool {
        let (columns, delimiter) = (self.split.columns, self.split.delimiter);
        // A line of one field may be blank, and a header is read without columns.
        if columns.len() < 2 {
            return false;
        }
        // Two quotes and a separator for each field, and some delimiters between quotes.
        let mut places = self.separators.ahead(4 * columns.len()).iter().map(|&place| place as usize);
        let ahead = places.len();
        let mut start = if self.split.is_ascii { self.at } else { behind_marks(self.bytes, self.at) };
        row.start = start;
        let mut end = start;
        for (number, column) in columns.iter().enumerate() {
            let Some(first) = places.next() else { return false };
            end = first;
            let mut close = None;
            if self.bytes[first] == b'"' {
                close = places.find(|&place| self.bytes[place] != delimiter);
                let (Some(quote), Some(behind)) = (close, places.next()) else { return false };
                if first != start || self.bytes[quote] != b'"' {
                    return false;
                }
                start += 1;
                end = behind;
            }
            let is_last = number + 1 == columns.len();
            if self.bytes[end] != if is_last { b'\n' } else { delimiter } {
                return false;
            }
            let field_end = end - usize::from(is_last && end > start && self.bytes[end - 1] == b'\r');
            if close.is_some_and(|quote| quote + 1 != field_end) {
                return false;
            }
            row.put(*column, Span { start: start as u32, end: close.unwrap_or(field_end) as u32 });
            start = end + 1;
        }
        let taken = ahead - places.len();
        (row.line, row.is_malformed, row.doubled) = (self.line, false, 0);
        self.at = end + 1;
        self.line += 1;
        self.separators.take(taken);
        true
    }

    /// Any other row, field by field.
    fn read_uneven(&mut self, row: &mut Row<'a>) -> bool {
        self.skip_blank_lines();
        if self.at == self.bytes.len() {
            return false;
        }
        (row.start, row.line, row.is_malformed, row.doubled) = (self.at, self.line, false, 0);
        let columns = self.split.columns;
        self.has_inner_row = false;
        let (mut count, mut quote) = (0, None);
        loop {
            let RawField { span, has_doubled, is_malformed, ends_row } = self.field();
            match columns.get(count) {
                Some(&column) => {
                    row.put(column, span);
                    row.doubled |= u16::from(has_doubled) << column.unwrap_or(UNREAD);
                }
                // A header is read without columns.
                None => row.is_malformed |= !columns.is_empty() && !self.is_blank(span),
            }
            count += 1;
            if is_malformed {
                quote = quote.or(Some(count));
            }
            if ends_row {
                break;
            }
        }
        row.is_malformed |= count < columns.len() || quote.is_some();
        row.shape = (count, quote);
        if self.has_inner_row {
            let (rows, first) = self.swallowed.unwrap_or((0, row.line));
            self.swallowed = Some((rows + 1, first));
        }
        self.line += 1;
        true
    }

    /// Takes a field, and the separator behind it.
    #[inline]
    fn field(&mut self) -> RawField {
        let start = self.at;
        let mut span = Span { start: start as u32, end: 0 };
        let mut end = self.separators.next();
        let (mut close, mut has_doubled) = (None, false);
        if self.bytes.get(start) == Some(&b'"') {
            (close, has_doubled) = self.closing_quote();
            span.start += 1;
            end = self.separators.next();
        }
        // A quote that opens nothing is a byte like others.
        while self.bytes.get(end) == Some(&b'"') {
            end = self.separators.next();
        }
        let ends_row = self.bytes.get(end).is_none_or(|&byte| byte == b'\n');
        self.at = (end + 1).min(self.bytes.len());
        let has_cr = ends_row && end < self.bytes.len() && end > start && self.bytes[end - 1] == b'\r';
        let end = end - usize::from(has_cr);
        let is_quoted = span.start as usize > start;
        span.end = close.unwrap_or(end) as u32;
        let is_malformed = is_quoted && close.is_none_or(|close| end > close + 1);
        RawField { span, has_doubled, is_malformed, ends_row }
    }

    /// Goes to the quote that closes the field whose content begins here, and tells whether doubled ones stand before it.
    /// Only in a header it can be missing: blocks are cut behind closed ones.
    #[inline]
    fn closing_quote(&mut self) -> (Option<usize>, bool) {
        let mut has_doubled = false;
        self.behind_line_end = None;
        loop {
            let place = self.separators.next();
            match self.bytes.get(place) {
                None => return (None, has_doubled),
                Some(b'"') if self.bytes.get(place + 1) == Some(&b'"') => {
                    has_doubled = true;
                    self.separators.next();
                }
                Some(b'"') => {
                    self.end_inner_line();
                    return (Some(place), has_doubled);
                }
                Some(b'\n') => {
                    self.end_inner_line();
                    self.behind_line_end = Some(0);
                    // A row of a sheet is one line of it, whatever its cells have in them.
                    self.line += u64::from(self.split.encoding != Encoding::Cells);
                }
                Some(_) => self.behind_line_end = self.behind_line_end.map(|delimiters| delimiters + 1),
            }
        }
    }

    /// Looks whether a line between quotes has the delimiters of a row.
    fn end_inner_line(&mut self) {
        let columns = self.split.columns.len();
        self.has_inner_row |=
            columns > 1 && self.behind_line_end == Some(columns - 1) && self.split.encoding != Encoding::Cells;
    }

    /// Whether a field is empty but for blanks.
    fn is_blank(&self, span: Span) -> bool {
        let field = &self.bytes[span.start as usize..span.end as usize];
        let is_blank = |text: Cow<'_, [u8]>| trim(&text).is_empty();
        field.is_empty() || self.split.encoding.utf8(Cow::Borrowed(field)).is_some_and(is_blank)
    }

    fn skip_blank_lines(&mut self) {
        loop {
            self.at = behind_marks(self.bytes, self.at);
            match self.bytes[self.at..] {
                [b'\n', ..] => self.at += 1,
                [b'\r', b'\n', ..] => self.at += 2,
                _ => return,
            }
            self.separators.next();
            self.line += 1;
        }
    }
}

/// A field of an uneven row.
struct RawField {
    span: Span,
    has_doubled: bool,
    /// It is quoted, and something stands between the closing quote and the separator, or there is no such quote.
    is_malformed: bool,
    ends_row: bool,
}

/// The fields of one record, which may be any text, as a header is.
pub(crate) struct Fields<'a> {
    /// Nothing behind the last field.
    rows: Option<Rows<'a>>,
}

impl<'a> Fields<'a> {
    /// The fields of the record that these bytes begin with.
    pub fn new(record: &'a [u8], delimiter: u8) -> Fields<'a> {
        Fields { rows: Some(Rows::new(record, 1, Split::of_record(delimiter, Encoding::Utf8))) }
    }
}

impl<'a> Iterator for Fields<'a> {
    type Item = Field<'a>;

    fn next(&mut self) -> Option<Field<'a>> {
        let rows = self.rows.as_mut()?;
        let (bytes, RawField { span, has_doubled, ends_row, .. }) = (rows.bytes, rows.field());
        if ends_row {
            self.rows = None;
        }
        Some(Field { bytes: &bytes[span.start as usize..span.end as usize], has_doubled })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Taken = (u64, Option<Reason>, Vec<Vec<u8>>);

    fn taken(bytes: &[u8], columns: &[Option<u8>], has_quotes: bool, is_ascii: bool) -> Vec<Taken> {
        let split = Split { columns, has_quotes, is_ascii, ..Split::of_record(b',', Encoding::Utf8) };
        taken_by(Rows::read, bytes, split)
    }

    fn taken_by<'a>(
        read: impl Fn(&mut Rows<'a>, &mut Row<'a>) -> bool,
        bytes: &'a [u8],
        split: Split<'a>,
    ) -> Vec<Taken> {
        let mut rows = Rows::new(bytes, 1, split);
        let mut row = rows.row();
        let mut taken = Vec::new();
        while read(&mut rows, &mut row) {
            let read = if row.is_malformed { 0 } else { split.columns.iter().flatten().count() };
            let fields = (0..read).map(|column| row.field(column).value().into_owned());
            taken.push((row.line, row.fault(), fields.collect()));
        }
        assert_eq!(rows.taken(), bytes.len(), "{}", bytes.escape_ascii());
        taken
    }

    /// Rows are the same at once and field by field: every text of up to six pieces under three headers.
    #[test]
    fn rows_with_quotes_are_split_at_once_as_field_by_field() {
        let pieces: [&[u8]; 6] = [b"a", b",", b"\n", b"\r", b"\"", b"\","];
        let headers: [&[Option<u8>]; 3] = [&[Some(0)], &[Some(0), Some(1)], &[Some(1), None, Some(0)]];
        let mut texts: Vec<Vec<u8>> = vec![Vec::new()];
        for _ in 0..6 {
            texts = texts.iter().flat_map(|text| pieces.map(|piece| [&text[..], piece].concat())).collect();
            for (text, columns) in texts.iter().flat_map(|text| headers.map(|header| (text, header))) {
                let split = Split {
                    delimiter: b',',
                    columns,
                    has_quotes: true,
                    is_ascii: true,
                    encoding: Encoding::Utf8,
                    zeros: Zeros::default(),
                    amounts: &[],
                };
                let slow = taken_by(Rows::read_uneven, text, split);
                assert_eq!(taken_by(Rows::read, text, split), slow, "{}", text.escape_ascii());
            }
        }
    }

    /// Where no quote stands, rows are the same by the places of delimiters and field by field: every text of up to five
    /// pieces under three headers.
    #[test]
    fn rows_without_quotes_are_split_as_rows_with_them() {
        let pieces: [&[u8]; 7] = [b"a", b",", b"\n", b"\r", b" ", MARK, b"\xff"];
        let headers: [&[Option<u8>]; 3] = [&[Some(0)], &[Some(0), Some(1)], &[Some(1), None, Some(0)]];
        let mut texts: Vec<Vec<u8>> = vec![Vec::new()];
        for _ in 0..5 {
            texts = texts.iter().flat_map(|text| pieces.map(|piece| [&text[..], piece].concat())).collect();
            for (text, columns) in texts.iter().flat_map(|text| headers.map(|header| (text, header))) {
                let slow = taken(text, columns, true, false);
                assert_eq!(taken(text, columns, false, false), slow, "{}", text.escape_ascii());
                if text.is_ascii() {
                    assert_eq!(taken(text, columns, false, true), slow, "{}", text.escape_ascii());
                    assert_eq!(taken(text, columns, true, true), slow, "{}", text.escape_ascii());
                }
            }
        }
    }
}
