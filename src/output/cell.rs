//! Cells of workbooks: what stands in them, as XML and as wide as it is shown.
//!
//! Money goes into a number as its own decimal text, without a binary fraction on the way. Programs make one of it, which
//! keeps fifteen digits: what has more is an error.

use std::fmt;

use crate::digits::{write_hundredths, write_number};
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::money::TengeSum;
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::reading::letters::write_letters;
use crate::words::say;

/// A cell.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Cell<'a> {
    /// Text as it stands: `000…` stays what it is.
    Text(&'a str),
    Iin(Iin),
    Month(Month),
    /// By its abbreviation; files have its code.
    Payment(Payment),
    /// The code that files have, and the text that a sheet shows, as wide as it is.
    Named(&'a str, &'a str),
    /// Tenge with two decimals.
    Money(TengeSum),
    Count(u64),
    Day(Day),
    Empty,
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Text,
    Wrapped,
    Money,
    Count,
    Day,
}

impl Look {
    /// In the order of the formats of a row, each by its number.
    pub const ALL: [Look; 5] = [Look::Text, Look::Wrapped, Look::Money, Look::Count, Look::Day];
}

/// Characters beside the text: the gaps of a cell.
const CELL_GAP: u16 = 4;

impl Cell<'_> {
    /// Characters of the cell as it is shown.
    pub(super) fn width(&self) -> u16 {
        let shown = match *self {
            // Letters are wider than digits.
            Cell::Text(text) | Cell::Named(_, text) => characters(text).saturating_mul(11) / 10,
            Cell::Iin(_) => 13,
            Cell::Month(_) | Cell::Payment(_) => 7,
            Cell::Money(amount) => {
                let digits = digits(amount.tiyn().unsigned_abs() / 100);
                digits + (digits - 1) / 3 + 4
            }
            Cell::Count(count) => digits(count.into()),
            Cell::Day(_) => 10,
            Cell::Empty => 0,
        };
        shown + CELL_GAP
    }
}

pub(super) fn characters(text: &str) -> u16 {
    u16::try_from(text.chars().count()).unwrap_or(u16::MAX >> 1)
}

fn digits(number: u128) -> u16 {
    number.checked_ilog10().map_or(1, |log| log as u16 + 1)
}

/// A row of a sheet as XML, to which one cell after another is appended.
pub(super) struct RowXml<'a> {
    out: &'a mut Vec<u8>,
    /// The row's number as text.
    row: Vec<u8>,
    column: u16,
    /// The number of the first format of its cells.
    first_format: u64,
}

impl<'a> RowXml<'a> {
    /// Begins the row of this index, and of this height in points where it is not the usual one.
    pub fn begin(out: &'a mut Vec<u8>, row: u32, height: Option<u16>, first_format: u64) -> RowXml<'a> {
        let mut number = Vec::with_capacity(8);
        write_number(u64::from(row) + 1, &mut number);
        out.extend_from_slice(b"<row r=\"");
        out.extend_from_slice(&number);
        if let Some(height) = height {
            // Programs differ in whether they find it out by themselves.
            out.extend_from_slice(b"\" ht=\"");
            write_number(height.into(), out);
            out.extend_from_slice(b"\" customHeight=\"1");
        }
        out.extend_from_slice(b"\">");
        RowXml { out, row: number, column: 0, first_format }
    }

    /// Appends the next cell.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Output`] where a number is too large for a cell, or a text too long.
    pub fn cell(&mut self, cell: &Cell<'_>, wraps: bool, lang: Language) -> Result<(), Error> {
        match *cell {
            Cell::Text(text) | Cell::Named(_, text) => {
                self.text(if wraps { Look::Wrapped } else { Look::Text }, fits(text)?);
            }
            Cell::Iin(iin) => self.plain_text(&iin.digits()),
            Cell::Month(month) => self.plain_text(month.to_string().as_bytes()),
            Cell::Payment(payment) => self.plain_text(payment.abbreviation_in(lang).as_bytes()),
            Cell::Money(amount) => {
                let tiyn = amount.tiyn();
                let size = u64::try_from(tiyn.unsigned_abs()).ok().filter(|size| *size <= EXACT_TIYN);
                let size = size.ok_or_else(|| too_large(amount))?;
                self.number(Look::Money, |out| {
                    if tiyn < 0 {
                        out.push(b'-');
                    }
                    write_shortest(size, out);
                });
            }
            Cell::Count(count) => {
                // Counts of rows: far below what a number keeps exactly.
                let count = u32::try_from(count).map_err(|_| too_large(count))?;
                self.number(Look::Count, |out| write_number(count.into(), out));
            }
            Cell::Day(day) => match workbook_day(day) {
                Some(number) => self.number(Look::Day, |out| write_number(number.into(), out)),
                None => self.plain_text(day.to_string().as_bytes()),
            },
            Cell::Empty => self.blank(Look::Text),
        }
        self.column += 1;
        Ok(())
    }

    pub fn end(self) {
        self.out.extend_from_slice(b"</row>");
    }

    /// A cell up to the end of its format.
    fn open(&mut self, look: Look) {
        self.out.extend_from_slice(b"<c r=\"");
        write_letters(usize::from(self.column) + 1, self.out);
        self.out.extend_from_slice(&self.row);
        self.out.extend_from_slice(b"\" s=\"");
        write_number(self.first_format + look as u64, self.out);
    }

    fn blank(&mut self, look: Look) {
        self.open(look);
        self.out.extend_from_slice(b"\"/>");
    }

    fn number(&mut self, look: Look, write: impl FnOnce(&mut Vec<u8>)) {
        self.open(look);
        self.out.extend_from_slice(b"\"><v>");
        write(self.out);
        self.out.extend_from_slice(b"</v></c>");
    }

    /// Text that has nothing to be escaped.
    fn plain_text(&mut self, text: &[u8]) {
        self.open(Look::Text);
        self.out.extend_from_slice(b"\" t=\"inlineStr\"><is><t>");
        self.out.extend_from_slice(text);
        self.out.extend_from_slice(b"</t></is></c>");
    }

    fn text(&mut self, look: Look, text: &str) {
        if text.is_empty() {
            return self.blank(look);
        }
        self.open(look);
        self.out.extend_from_slice(b"\" t=\"inlineStr\"><is><t");
        const KEPT_BLANKS: [char; 3] = ['\t', '\n', ' '];
        if text.starts_with(KEPT_BLANKS) || text.ends_with(KEPT_BLANKS) {
            self.out.extend_from_slice(b" xml:space=\"preserve\"");
        }
        self.out.push(b'>');
        write_escaped(text, self.out);
        self.out.extend_from_slice(b"</t></is></c>");
    }
}

/// Digits that a number in a workbook keeps.
pub(super) const EXACT_TIYN: u64 = 999_999_999_999_999;

/// Hundredths without zeros at their end, as programs write a number.
fn write_shortest(hundredths: u64, out: &mut Vec<u8>) {
    write_hundredths(hundredths, out);
    let zeros = match hundredths {
        whole if whole % 100 == 0 => b".00".len(),
        tenths if tenths % 10 == 0 => 1,
        _ => 0,
    };
    out.truncate(out.len() - zeros);
}

fn too_large(value: impl fmt::Display) -> Error {
    Error::new(ErrorKind::Output, say!("workbook-inexact", value = value.to_string()))
        .with_hint(say!("workbook-inexact-hint"))
}

/// The number that a day is in workbooks. Before 1900-03-01 they count a day that never was.
fn workbook_day(day: Day) -> Option<u32> {
    const FIRST_NUMBER: u32 = 61;
    let first = Day::from_ymd(1900, 3, 1)?;
    day.number().checked_sub(first.number()).map(|days| FIRST_NUMBER + days)
}

/// Text as XML has it, and what XML cannot have as workbooks do: `_x0001_`.
fn write_escaped(text: &str, out: &mut Vec<u8>) {
    // U+FFFE and U+FFFF begin with EF.
    if text.bytes().all(|byte| byte >= b' ' && !b"&<>_\xef".contains(&byte)) {
        return out.extend_from_slice(text.as_bytes());
    }
    for (at, letter) in text.char_indices() {
        match letter {
            '&' => out.extend_from_slice(b"&amp;"),
            '<' => out.extend_from_slice(b"&lt;"),
            '>' => out.extend_from_slice(b"&gt;"),
            '_' if is_escape(&text.as_bytes()[at..]) => out.extend_from_slice(b"_x005F_"),
            '\t' | '\n' => out.push(letter as u8),
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => {
                out.extend_from_slice(format!("_x{:04X}_", u32::from(letter)).as_bytes());
            }
            _ => out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
}

/// Whether the text begins with what would be read as an escape.
fn is_escape(text: &[u8]) -> bool {
    matches!(text, [b'_', b'x', digits @ .., ] if digits.get(4) == Some(&b'_') && digits[..4].iter().all(u8::is_ascii_hexdigit))
}

/// The longest text of a cell, in UTF-16 units.
const TEXT_MAX: usize = 32_767;

/// Refuses a text that no cell has room for: nothing is left out of it.
fn fits(text: &str) -> Result<&str, Error> {
    let units = if text.len() <= TEXT_MAX { 0 } else { text.encode_utf16().count() };
    if units <= TEXT_MAX {
        return Ok(text);
    }
    Err(Error::new(ErrorKind::Output, say!("workbook-text-beyond", units = units as u64, most = TEXT_MAX as u64))
        .with_hint(say!("workbook-inexact-hint")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn xml(cells: &[Cell<'_>]) -> String {
        let mut out = Vec::new();
        let mut row = RowXml::begin(&mut out, 4, None, 1);
        cells.iter().for_each(|cell| row.cell(cell, false, Language::Ru).unwrap());
        row.end();
        String::from_utf8(out).unwrap()
    }

    /// The first row is number 1; formats go on from the first one in the order of looks: text 1, money 3, count 4, day 5.
    #[test]
    fn a_row_has_each_value_in_its_own_form() {
        let cells = [
            Cell::Text("000 <&>"),
            Cell::Iin("900101300017".parse().unwrap()),
            Cell::Month("2026-08".parse().unwrap()),
            Cell::Payment(Payment::So),
            Cell::Named("so", " СО"),
            Cell::Count(12),
            Cell::Day("2026-08-05".parse().unwrap()),
            Cell::Empty,
            Cell::Text(""),
        ];
        let text =
            |column: &str, text: &str| format!("<c r=\"{column}5\" s=\"1\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
        let expected = [
            "<row r=\"5\">".to_owned(),
            text("A", "000 &lt;&amp;&gt;"),
            text("B", "900101300017"),
            text("C", "2026-08"),
            text("D", "СО"),
            text("E", " СО").replace("<t>", "<t xml:space=\"preserve\">"),
            "<c r=\"F5\" s=\"4\"><v>12</v></c>".to_owned(),
            // Day 46 239 from 1899-12-30 on: 46 023 is 2026-01-01, 216 days before.
            "<c r=\"G5\" s=\"5\"><v>46239</v></c>".to_owned(),
            "<c r=\"H5\" s=\"1\"/><c r=\"I5\" s=\"1\"/></row>".to_owned(),
        ];
        assert_eq!(xml(&cells), expected.concat());
        let mut out = Vec::new();
        RowXml::begin(&mut out, 0, Some(45), 1).end();
        assert_eq!(out, b"<row r=\"1\" ht=\"45\" customHeight=\"1\"></row>");
    }

    #[test]
    fn amounts_are_their_own_decimal_text() {
        for (tiyn, text) in [
            (0, "0"),
            (1, "0.01"),
            (-1, "-0.01"),
            (10, "0.1"),
            (29, "0.29"),
            (100, "1"),
            (-10_050, "-100.5"),
            (1_000_000_000, "10000000"),
            (99_999_999_999_999, "999999999999.99"),
            (999_999_999_999_999, "9999999999999.99"),
            (-999_999_999_999_999, "-9999999999999.99"),
        ] {
            let cell = xml(&[Cell::Money(TengeSum::from_tiyn(tiyn))]);
            assert_eq!(cell, format!("<row r=\"5\"><c r=\"A5\" s=\"3\"><v>{text}</v></c></row>"));
        }
        let mut out = Vec::new();
        let mut row = RowXml::begin(&mut out, 0, None, 1);
        for tiyn in [1_000_000_000_000_000, -1_000_000_000_000_000, i128::MAX, i128::MIN] {
            let money = Cell::Money(TengeSum::from_tiyn(tiyn));
            assert_eq!(row.cell(&money, false, Language::En).unwrap_err().kind(), ErrorKind::Output);
        }
        let count = Cell::Count(1 << 32);
        assert_eq!(row.cell(&count, false, Language::En).unwrap_err().kind(), ErrorKind::Output);
    }

    #[test]
    fn days_begin_where_workbooks_count_right() {
        let number = |day: &str| workbook_day(day.parse().unwrap());
        assert_eq!(number("1900-03-01"), Some(61));
        assert_eq!(number("2000-01-01"), Some(36_526));
        assert_eq!(workbook_day(Day::from_ymd(1900, 2, 28).unwrap()), None);
    }

    #[test]
    fn texts_are_escaped_so_that_they_come_back() {
        let escaped = |text: &str| {
            let mut out = Vec::new();
            write_escaped(text, &mut out);
            String::from_utf8(out).unwrap()
        };
        for (text, expected) in [
            ("Әбілқасымов", "Әбілқасымов"),
            ("a\tb\nc", "a\tb\nc"),
            ("\0\u{1f}\r", "_x0000__x001F__x000D_"),
            ("\u{fffe}\u{ffff}\u{fffd}", "_xFFFE__xFFFF_\u{fffd}"),
            ("_x0041_ _x004_ _xABCD_", "_x005F_x0041_ _x004_ _x005F_xABCD_"),
            ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
            ("a_b _ _x", "a_b _ _x"),
        ] {
            assert_eq!(escaped(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_text_that_is_longer_than_a_cell_is_refused() {
        let longest = "я".repeat(TEXT_MAX);
        assert_eq!(fits(&longest).unwrap(), longest);
        // A letter of two units has no room for its second.
        for text in [format!("{longest}я"), "a".repeat(TEXT_MAX - 1) + "\u{10400}"] {
            let error = fits(&text).unwrap_err();
            assert_eq!(
                error.to_string(),
                "a text of 32768 characters fits no cell of a workbook, which has 32767 at most"
            );
        }
    }
}
