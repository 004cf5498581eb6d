//! Workbooks: rows written one after another, numbers exact to the tiyn.

use std::path::{Path, PathBuf};

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook, Worksheet, XlsxError,
};

use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::money::TengeSum;
use crate::output::book_file::BookFile;
use crate::output::file::{self, Written};
use crate::output::xlsx_panics::caught;
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::words::{say, word};

/// How much a sheet holds; what is more goes on in another one.
#[derive(Debug, Clone, Copy)]
struct SheetMax {
    /// All rows, the heading included.
    rows: u32,
    /// Of its XML.
    bytes: u64,
}

/// What Excel opens, and what an archive keeps without ZIP64, which LibreOffice 7.4 does not read: a part of 4 GiB. Some
/// of them are left to what stands around the rows.
const SHEET_MAX: SheetMax = SheetMax { rows: 1_048_576, bytes: (4 << 30) - (64 << 20) };

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

/// A sheet of a [`Book`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SheetId(usize);

/// A column of a sheet.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    /// The one in files.
    pub name: String,
    pub heading: String,
    /// The widest that it grows with what stands in it, in characters.
    pub width_max: u16,
    /// Whether longer text goes on in the next line of its cell.
    pub wraps: bool,
}

/// A sheet but for its rows.
#[derive(Debug, Clone, Default)]
pub(crate) struct SheetForm {
    pub name: String,
    /// Lines above the table; the first one is its title.
    pub head: Vec<String>,
    pub columns: Vec<Column>,
    /// Lines under the table.
    pub foot: Vec<String>,
    pub lang: Language,
}

struct Sheet {
    form: SheetForm,
    /// Characters of the widest cell of each column.
    widths: Vec<u16>,
    parts: Vec<Worksheet>,
    /// The last row of each part that is complete.
    ends: Vec<u32>,
    /// The next row of the last part.
    row: u32,
    /// What the rows of the last part come to as XML, at most.
    bytes: u64,
}

/// A workbook while it is written. Rows go to temporary files without a name.
pub(crate) struct Book {
    path: PathBuf,
    name: String,
    workbook: Workbook,
    sheets: Vec<Sheet>,
    max: SheetMax,
    formats: Formats,
}

struct Formats {
    title: Format,
    head: Format,
    foot: Format,
    heading: Format,
    rows: CellFormats,
    total: CellFormats,
}

/// How cells of each kind look.
struct CellFormats {
    text: Format,
    wrapped: Format,
    money: Format,
    count: Format,
    day: Format,
}

const GRID: Color = Color::RGB(0xB0_B8_C0);

impl Formats {
    fn new() -> Formats {
        let line = || Format::new().set_align(FormatAlign::VerticalCenter);
        Formats {
            title: line().set_bold().set_font_size(14),
            head: line(),
            foot: Format::new().set_align(FormatAlign::Top).set_text_wrap(),
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0xE7_EE_F5))
                .set_border(FormatBorder::Thin)
                .set_border_color(GRID),
            rows: CellFormats::of(|| Format::new().set_border(FormatBorder::Thin).set_border_color(GRID)),
            total: CellFormats::of(|| {
                let line = Format::new().set_bold().set_border_top(FormatBorder::Medium);
                line.set_border_bottom(FormatBorder::Thin).set_border_color(GRID)
            }),
        }
    }
}

impl CellFormats {
    fn of(plain: impl Fn() -> Format) -> CellFormats {
        let cell = || plain().set_align(FormatAlign::Top);
        // Gaps, or a number and the text on its right would read as one.
        let text = || cell().set_num_format("@").set_align(FormatAlign::Left).set_indent(1);
        CellFormats {
            text: text(),
            wrapped: text().set_text_wrap(),
            money: cell().set_num_format("#,##0.00").set_align(FormatAlign::Right).set_indent(1),
            count: cell().set_num_format("0"),
            day: cell().set_num_format("dd.mm.yyyy").set_align(FormatAlign::Center),
        }
    }
}

/// Characters beside the text: the gaps of a cell, and in a heading the button of the filter.
const CELL_GAP: u16 = 4;
/// The least of it that text keeps.
const TEXT_GAP: u16 = 2;
const HEADING_GAP: u16 = 4;
/// Lines of a heading.
const HEADING_LINES: u16 = 2;
/// A line's height in points.
const LINE_HEIGHT: u16 = 15;
/// Those of lines above the table.
const TITLE_HEIGHT: u16 = LINE_HEIGHT + 6;
const HEAD_HEIGHT: u16 = LINE_HEIGHT + 2;
/// How much wider the title is than other text, in tenths.
const TITLE_WIDTH: u16 = 14;
const ROW_HEIGHT_MAX: u16 = 409;
/// Characters of a page's width, A4 on its side, under which the text is still read without a glass.
const PAGE_WIDTH: u16 = 190;

impl Column {
    /// Narrower the heading would not fit its lines.
    fn width_min(&self) -> u16 {
        let longest = self.heading.split(' ').map(characters).max().unwrap_or_default();
        longest.max(characters(&self.heading).div_ceil(HEADING_LINES)) + HEADING_GAP
    }

    /// Lines of the heading at this width.
    fn lines(&self, width: u16) -> u16 {
        lines(&self.heading, width + 2 - HEADING_GAP)
    }
}

/// Lines of a text that has this room for characters in one.
fn lines(text: &str, room: u16) -> u16 {
    let (mut lines, mut filled) = (1, 0);
    for word in text.split(' ').map(characters) {
        if filled == 0 || filled + 1 + word > room {
            lines += u16::from(filled > 0) + word.saturating_sub(1) / room.max(1);
            filled = word.saturating_sub(1) % room.max(1) + 1;
        } else {
            filled += 1 + word;
        }
    }
    lines
}

fn all_widths(widths: &[u16]) -> u16 {
    widths.iter().fold(0, |sum: u16, width| sum.saturating_add(*width))
}

fn characters(text: &str) -> u16 {
    u16::try_from(text.chars().count()).unwrap_or(u16::MAX >> 1)
}

impl SheetForm {
    /// The row of the headings: under the lines above and one that is empty.
    fn heading_row(&self) -> u32 {
        match u32::try_from(self.head.len()) {
            Ok(0) | Err(_) => 0,
            Ok(lines) => lines + 1,
        }
    }

    fn last_column(&self) -> u16 {
        u16::try_from(self.columns.len().saturating_sub(1)).unwrap_or_default()
    }

    /// Rows that follow the last one of a person: the total, a free one and the lines below.
    fn rows_below(&self) -> u32 {
        2 + u32::from(!self.foot.is_empty())
    }
}

impl Book {
    /// An empty workbook of this name in `dir`, where its rows wait until it is finished.
    pub fn new(dir: &Path, name: &str) -> Result<Book, Error> {
        Book::with_max(dir, name, SHEET_MAX)
    }

    fn with_max(dir: &Path, name: &str, max: SheetMax) -> Result<Book, Error> {
        let path = dir.join(name);
        let mut workbook = Workbook::new();
        workbook.set_tempdir(dir).map_err(|error| fault(&path, &error))?;
        // Equal runs give equal bytes: no clock.
        let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|error| fault(&path, &error))?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
        // As Excel does: a twentieth larger than by the crate's choice, and a third sooner.
        workbook.set_zip_compression_level(3);
        Ok(Book { path, name: name.to_owned(), workbook, sheets: Vec::new(), max, formats: Formats::new() })
    }

    /// A new sheet behind those there are.
    pub fn sheet(&mut self, form: SheetForm) -> Result<SheetId, Error> {
        let widths = form.columns.iter().map(Column::width_min).collect();
        self.sheets.push(Sheet { form, widths, parts: Vec::new(), ends: Vec::new(), row: 0, bytes: 0 });
        let id = SheetId(self.sheets.len() - 1);
        self.part(id)?;
        Ok(id)
    }

    /// Begins another part of the sheet.
    fn part(&mut self, id: SheetId) -> Result<(), Error> {
        let Book { path, workbook, sheets, formats, .. } = self;
        let Some(Sheet { form, widths, parts, ends, row, bytes }) = sheets.get_mut(id.0) else { return Ok(()) };
        let name = match parts.len() {
            0 => form.name.clone(),
            before => {
                ends.push(*row - 1);
                format!("{} ({})", form.name, before + 1)
            }
        };
        let heading_row = form.heading_row();
        let worksheet = caught(path, || {
            let begin = || {
                let mut worksheet = workbook.new_worksheet_with_constant_memory()?;
                worksheet.set_name(name)?;
                let (width, last_column) = (all_widths(widths), form.last_column());
                for (at, line) in (0..).zip(&form.head) {
                    let (format, room, height) = match at {
                        0 => (&formats.title, width.saturating_mul(10) / TITLE_WIDTH, TITLE_HEIGHT),
                        _ => (&formats.head, width, HEAD_HEIGHT),
                    };
                    // Beyond the table it would not be printed.
                    let lines = if last_column > 0 { lines(line, room) } else { 1 };
                    worksheet.set_row_height(at, height.saturating_mul(lines).min(ROW_HEIGHT_MAX))?;
                    if lines > 1 {
                        let format = format.clone().set_text_wrap();
                        worksheet.merge_range(at, 0, at, last_column, line, &format)?;
                    } else {
                        worksheet.write_string_with_format(at, 0, line, format)?;
                    }
                }
                let lines = form.columns.iter().zip(&*widths).map(|(column, width)| column.lines(*width)).max();
                worksheet.set_row_height(heading_row, LINE_HEIGHT * lines.unwrap_or(1) + 5)?;
                for (at, column) in (0..).zip(&form.columns) {
                    worksheet.write_string_with_format(heading_row, at, &column.heading, &formats.heading)?;
                }
                Ok(worksheet)
            };
            begin().map_err(|error| fault(path, &error))
        })?;
        parts.push(worksheet);
        (*row, *bytes) = (heading_row + 1, 0);
        Ok(())
    }

    /// Appends a row to the sheet; in a new part where the last one is full.
    pub fn row(&mut self, id: SheetId, cells: &[Cell<'_>]) -> Result<(), Error> {
        let row_bytes = cells.iter().fold(ROW_BYTES, |sum, cell| sum + cell.bytes());
        let max = self.max;
        if self
            .sheets
            .get(id.0)
            .is_some_and(|sheet| sheet.row + sheet.form.rows_below() >= max.rows || sheet.bytes + row_bytes > max.bytes)
        {
            self.part(id)?;
        }
        let Book { path, sheets, formats, .. } = self;
        let Some(Sheet { form, widths, parts, row, bytes, .. }) = sheets.get_mut(id.0) else { return Ok(()) };
        let Some(worksheet) = parts.last_mut() else { return Ok(()) };
        caught(path, || {
            let columns = (0..).zip(form.columns.iter().zip(widths));
            let mut most = 1;
            for ((at, (column, width)), cell) in columns.zip(cells) {
                let needed = cell.width();
                *width = needed.min(column.width_max).max(*width);
                if let (Cell::Text(text), true) = (cell, column.wraps && needed > *width) {
                    most = lines(text, (*width - TEXT_GAP) * 10 / 11).max(most);
                }
                formats.rows.write(worksheet, (*row, at), (cell, column.wraps, form.lang), path)?;
            }
            if most > 1 {
                // Programs differ in whether they find it out by themselves.
                let height = LINE_HEIGHT.saturating_mul(most).min(ROW_HEIGHT_MAX);
                worksheet.set_row_height(*row, height).map_err(|error| fault(path, &error))?;
            }
            Ok(())
        })?;
        *row += 1;
        *bytes += row_bytes;
        Ok(())
    }

    /// The row under all others: what it is, and sums by the names of their columns.
    pub fn total(&mut self, id: SheetId, label: &str, sums: &[(&str, Cell<'_>)]) -> Result<(), Error> {
        let Book { path, sheets, formats, .. } = self;
        let Some(Sheet { form, widths, parts, row, ends, .. }) = sheets.get_mut(id.0) else { return Ok(()) };
        let Some(worksheet) = parts.last_mut() else { return Ok(()) };
        // Filters and sorting leave it where it is.
        ends.push(*row - 1);
        caught(path, || {
            for ((at, column), width) in (0..).zip(&form.columns).zip(widths) {
                let sum = sums.iter().find(|(name, _)| *name == column.name).map(|&(_, cell)| cell);
                let cell = match sum {
                    Some(sum) => {
                        // Bold figures are wider.
                        *width = (sum.width() + 1).min(column.width_max).max(*width);
                        sum
                    }
                    // It goes on over the empty cells beside it.
                    None if at == 0 => Cell::Text(label),
                    None => Cell::Empty,
                };
                formats.total.write(worksheet, (*row, at), (&cell, false, form.lang), path)?;
            }
            Ok(())
        })?;
        *row += 1;
        Ok(())
    }

    /// Writes the workbook into its file.
    pub fn finish(self) -> Result<Written, Error> {
        let Book { path, name, mut workbook, sheets, formats, .. } = self;
        let mut file = BookFile::create(&path, name)?;
        caught(&path, || {
            for sheet in sheets {
                let parts = sheet.finish(&formats).map_err(|error| fault(&path, &error))?;
                parts.into_iter().for_each(|part| {
                    workbook.push_worksheet(part);
                });
            }
            workbook.save_to_writer(&mut file).map_err(|error| fault(&path, &error))
        })?;
        file.finish()
    }
}

impl Sheet {
    /// The parts with all that stands around their rows.
    fn finish(self, formats: &Formats) -> Result<Vec<Worksheet>, XlsxError> {
        let Sheet { form, widths, mut parts, mut ends, row, .. } = self;
        if ends.len() < parts.len() {
            ends.push(row - 1);
        }
        let heading_row = form.heading_row();
        let (width, last_column) = (all_widths(&widths), form.last_column());
        let mut after = row;
        if let Some(part) = parts.last_mut()
            && !form.foot.is_empty()
        {
            // One cell, which no page divides. A free line stands under each of its lines.
            let lines = form.foot.iter().fold(0, |sum: u16, line| sum.saturating_add(lines(line, width) + 1));
            part.set_row_height(row + 1, LINE_HEIGHT.saturating_mul(lines).min(ROW_HEIGHT_MAX))?;
            part.merge_range(row + 1, 0, row + 1, last_column, &form.foot.join("\n\n"), &formats.foot)?;
            after = row + 2;
        }
        let wide = width.div_ceil(PAGE_WIDTH);
        let count = parts.len();
        for (number, (part, end)) in (1..).zip(parts.iter_mut().zip(ends)) {
            // Up to 0.102 the crate writes the last row twice where it has a height, which Excel calls damaged.
            let after = if number == count { after } else { end + 1 };
            part.write_blank(after, 0, &formats.head)?;
            for (at, width) in (0..).zip(&widths) {
                part.set_column_width(at, *width)?;
            }
            part.autofilter(heading_row, 0, end, last_column)?;
            part.set_freeze_panes(heading_row + 1, 0)?;
            // Numbers of persons are text, and are meant to be.
            part.ignore_error_range(heading_row, 0, end, last_column, IgnoreError::NumberStoredAsText)?;
            // A page takes a little more, so that signatures do not stand alone on the next one.
            let high = u16::from(after <= PAGE_ROWS);
            part.set_landscape().set_paper_size(PAPER_A4).set_print_fit_to_pages(wide, high);
            part.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
            part.set_repeat_rows(heading_row, heading_row)?;
            if wide > 1 {
                // Whose row it is.
                part.set_repeat_columns(0, 1)?;
            }
            part.set_footer(format!("&L&A&R{} &P / &N", word(form.lang, "page")));
        }
        Ok(parts)
    }
}

const PAPER_A4: u8 = 9;
/// Rows that are put on one page, made smaller where they need it.
const PAGE_ROWS: u32 = 40;

/// The XML around the cells of a row and around the text of a cell, at most.
const ROW_BYTES: u64 = 128;
const CELL_BYTES: u64 = 112;

impl Cell<'_> {
    /// What the cell comes to as XML, at most.
    fn bytes(&self) -> u64 {
        let (Cell::Text(text) | Cell::Named(_, text)) = self else { return CELL_BYTES };
        // `&` becomes `&amp;`, a control character `_x0001_`, `_x` before digits `_x005F_x`.
        let longer = text.bytes().filter(|byte| *byte < b' ' || b"&<>_\"".contains(byte)).count();
        CELL_BYTES + (text.len() + 7 * longer) as u64
    }

    /// Characters of the cell as it is shown.
    fn width(&self) -> u16 {
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

fn digits(number: u128) -> u16 {
    number.checked_ilog10().map_or(1, |log| log as u16 + 1)
}

impl CellFormats {
    fn write(
        &self,
        worksheet: &mut Worksheet,
        (row, column): (u32, u16),
        (cell, wraps, lang): (&Cell<'_>, bool, Language),
        path: &Path,
    ) -> Result<(), Error> {
        let written = match *cell {
            Cell::Text(text) | Cell::Named(_, text) => {
                let format = if wraps { &self.wrapped } else { &self.text };
                worksheet.write_string_with_format(row, column, cut(text), format)
            }
            Cell::Iin(iin) => worksheet.write_string_with_format(row, column, iin.to_string(), &self.text),
            Cell::Month(month) => worksheet.write_string_with_format(row, column, month.to_string(), &self.text),
            Cell::Payment(payment) => {
                worksheet.write_string_with_format(row, column, payment.abbreviation_in(lang), &self.text)
            }
            Cell::Money(amount) => worksheet.write_number_with_format(row, column, number(amount)?, &self.money),
            Cell::Count(count) => {
                // Counts of rows: far below what a number keeps exactly.
                let count = u32::try_from(count).map_err(|_| too_large(count))?;
                worksheet.write_number_with_format(row, column, count, &self.count)
            }
            Cell::Day(day) => match excel_day(day) {
                Some(date) => worksheet.write_datetime_with_format(row, column, date, &self.day),
                None => worksheet.write_string_with_format(row, column, day.to_string(), &self.text),
            },
            Cell::Empty => worksheet.write_blank(row, column, &self.text),
        };
        written.map(|_| ()).map_err(|error| fault(path, &error))
    }
}

/// Digits that a number in a workbook keeps.
const EXACT_TIYN: i128 = 999_999_999_999_999;

/// The one place where money becomes a binary fraction, because workbooks have no other numbers. A decimal number of up
/// to 15 digits comes back as it was; beyond that, or should it not, it is an error.
#[expect(clippy::disallowed_types, reason = "the only numbers of workbooks; each is checked to come back to the tiyn")]
fn number(amount: TengeSum) -> Result<f64, Error> {
    let tiyn = amount.tiyn();
    let number = tiyn as f64 / 100.0;
    let back = (number * 100.0).round() as i128;
    if tiyn.abs() > EXACT_TIYN || back != tiyn {
        return Err(too_large(amount));
    }
    Ok(number)
}

fn too_large(value: impl std::fmt::Display) -> Error {
    Error::new(ErrorKind::Output, say!("workbook-inexact", value = value.to_string()))
        .with_hint(say!("workbook-inexact-hint"))
}

/// Dates of workbooks begin with 1900-03-01: before it they count a day that never was.
fn excel_day(day: Day) -> Option<ExcelDateTime> {
    let (year, month, day) = day.ymd();
    let (year, month, day) = (u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    if (year, month) < (1900, 3) {
        return None;
    }
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// The longest text of a cell, in UTF-16 units.
const TEXT_MAX: usize = 32_767;

/// The text as far as a cell has room for it. Only values of rejected rows, which are cut already, could be longer.
fn cut(text: &str) -> &str {
    if text.len() <= TEXT_MAX {
        return text;
    }
    let mut end = TEXT_MAX;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The error of a workbook that cannot be written; where it is the system's, as for any other output.
fn fault(path: &Path, error: &XlsxError) -> Error {
    let cause = match error {
        XlsxError::IoError(cause) | XlsxError::TempFileError(_, cause) => Some(cause),
        // Of an archive: what it rests on.
        error => std::error::Error::source(error).and_then(<dyn std::error::Error>::downcast_ref),
    };
    match cause {
        Some(cause) => file::fault(path, cause),
        None => Error::new(ErrorKind::Output, say!("workbook-unwritable", reason = error.to_string()))
            .in_file(path.display().to_string()),
    }
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader, Xlsx, open_workbook};

    use super::*;

    fn form(name: &str, headings: &[&str]) -> SheetForm {
        let column = |heading: &&str| Column {
            name: (*heading).to_owned(),
            heading: (*heading).to_owned(),
            width_max: 20,
            wraps: true,
        };
        SheetForm { name: name.to_owned(), columns: headings.iter().map(column).collect(), ..SheetForm::default() }
    }

    /// A file inside a workbook.
    fn part(path: &Path, name: &str) -> String {
        let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
        std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
    }

    #[test]
    fn sheets_split_and_types_stay() {
        let dir = tempfile::tempdir().unwrap();
        // A heading, three rows, a total and a free row.
        let max = SheetMax { rows: 6, ..SHEET_MAX };
        let mut book = Book::with_max(dir.path(), "a.xlsx", max).unwrap();
        let headings = ["ИИН", "Сумма", "№", "День"];
        let id = book.sheet(form("ОПВ 2026-08", &headings)).unwrap();
        let other = book.sheet(form("Реестр", &headings)).unwrap();
        let day = "2026-08-05".parse().unwrap();
        for number in 0..7 {
            let amount = Cell::Money(TengeSum::from_tiyn(i128::from(number) * 10_000_001 + 1));
            book.row(id, &[Cell::Text("030527900108"), amount, Cell::Count(number), Cell::Day(day)]).unwrap();
        }
        book.row(other, &[Cell::Empty, Cell::Money(TengeSum::from_tiyn(-EXACT_TIYN))]).unwrap();
        book.finish().unwrap();
        let mut opened: Xlsx<_> = open_workbook(dir.path().join("a.xlsx")).unwrap();
        assert_eq!(opened.sheet_names(), ["ОПВ 2026-08", "ОПВ 2026-08 (2)", "ОПВ 2026-08 (3)", "Реестр"]);
        let mut seen = 0;
        for name in ["ОПВ 2026-08", "ОПВ 2026-08 (2)", "ОПВ 2026-08 (3)"] {
            let range = opened.worksheet_range(name).unwrap();
            assert_eq!(range.get_value((0, 0)), Some(&Data::String("ИИН".to_owned())));
            for row in range.rows().skip(1) {
                assert_eq!(row[0], Data::String("030527900108".to_owned()));
                let Data::Float(amount) = row[1] else { panic!("{:?}", row[1]) };
                let tiyn = seen * 10_000_001 + 1;
                assert_eq!(format!("{amount:.2}"), format!("{}.{:02}", tiyn / 100, tiyn % 100));
                assert_eq!(row[2], Data::Float((seen as u32).into()));
                assert_eq!(row[3].to_string(), "46239");
                seen += 1;
            }
        }
        assert_eq!(seen, 7);
        let range = opened.worksheet_range("Реестр").unwrap();
        let Some(Data::Float(amount)) = range.get_value((1, 1)) else { panic!() };
        assert_eq!(format!("{amount:.2}"), "-9999999999999.99");
    }

    #[test]
    fn a_sheet_is_split_before_its_xml_is_too_long_for_an_archive_without_zip64() {
        let dir = tempfile::tempdir().unwrap();
        let max = SheetMax { bytes: 20_000, ..SHEET_MAX };
        let mut book = Book::with_max(dir.path(), "a.xlsx", max).unwrap();
        let id = book.sheet(form("A", &["a", "b"])).unwrap();
        // Everything that takes more room in XML than in the text.
        for _ in 0..100 {
            book.row(id, &[Cell::Text("<&>\"_x0041_\u{1}\u{1f} "), Cell::Money(TengeSum::from_tiyn(-EXACT_TIYN))])
                .unwrap();
        }
        book.finish().unwrap();
        let path = dir.path().join("a.xlsx");
        let mut opened: Xlsx<_> = open_workbook(&path).unwrap();
        let names = opened.sheet_names();
        assert!(names.len() > 1);
        let rows: usize = names.iter().map(|name| opened.worksheet_range(name).unwrap().height() - 1).sum();
        assert_eq!(rows, 100);
        for number in 1..=names.len() {
            let sheet = part(&path, &format!("xl/worksheets/sheet{number}.xml"));
            let (from, to) = (sheet.find("<row r=\"2\"").unwrap(), sheet.find("</sheetData>").unwrap());
            assert!(to - from <= 20_000, "{}", to - from);
        }
    }

    /// LibreOffice 7.4 does not load what has it.
    #[test]
    fn no_part_of_a_workbook_is_zip64() {
        let dir = tempfile::tempdir().unwrap();
        let mut book = Book::new(dir.path(), "a.xlsx").unwrap();
        book.sheet(form("A", &["a"])).unwrap();
        book.finish().unwrap();
        let bytes = std::fs::read(dir.path().join("a.xlsx")).unwrap();
        let at = |signature: &[u8]| {
            let places = bytes.windows(4).enumerate().filter(|(_, four)| *four == signature);
            places.map(|(place, _)| place).collect::<Vec<_>>()
        };
        // The version that is needed to read a part: 2.0, and 4.5 with ZIP64.
        let versions = at(b"PK\x03\x04").into_iter().map(|place| bytes[place + 4]);
        let versions: Vec<u8> = versions.chain(at(b"PK\x01\x02").into_iter().map(|place| bytes[place + 6])).collect();
        assert!(versions.len() > 10 && versions.iter().all(|version| *version == 20), "{versions:?}");
        assert_eq!((at(b"PK\x05\x06").len(), at(b"PK\x06\x06").len()), (1, 0));
    }

    #[test]
    fn text_that_looks_like_a_formula_stays_text() {
        let dir = tempfile::tempdir().unwrap();
        let mut book = Book::new(dir.path(), "a.xlsx").unwrap();
        let id = book.sheet(SheetForm { head: vec!["=1+1".to_owned()], ..form("A", &["=A1"]) }).unwrap();
        let text = "=HYPERLINK(\"http://x\")";
        book.row(id, &[Cell::Text(text)]).unwrap();
        book.total(id, "=SUM(A1)", &[]).unwrap();
        book.finish().unwrap();
        let mut opened: Xlsx<_> = open_workbook(dir.path().join("a.xlsx")).unwrap();
        let cells: Vec<String> = opened.worksheet_range("A").unwrap().rows().map(|row| row[0].to_string()).collect();
        assert_eq!(cells, ["=1+1", "", "=A1", text, "=SUM(A1)"]);
        assert!(opened.worksheet_formula("A").unwrap().is_empty());
    }

    /// Beyond the last column nothing is printed: columns of 1 + 4 and 4 + 4 characters give a line room for 13, the title for 9.
    #[test]
    fn lines_around_a_table_that_are_longer_than_it_is_wide_go_on_below() {
        let dir = tempfile::tempdir().unwrap();
        let mut book = Book::new(dir.path(), "a.xlsx").unwrap();
        let head = ["title of 4 + words", "one two", "three four five six"].map(str::to_owned).to_vec();
        let foot = vec!["seven eight nine ten".to_owned(), "eleven".to_owned()];
        let id = book.sheet(SheetForm { head, foot, ..form("A", &["№", "IIN."]) }).unwrap();
        book.row(id, &[Cell::Count(1), Cell::Empty]).unwrap();
        book.finish().unwrap();
        let sheet = part(&dir.path().join("a.xlsx"), "xl/worksheets/sheet1.xml");
        let merged: Vec<&str> = sheet.split("<mergeCell ref=\"").skip(1).map(|rest| &rest[..5]).collect();
        assert_eq!(merged, ["A1:B1", "A3:B3", "A8:B8"]);
        // `title of`, `4 + words`; one line; two; in the foot `seven eight`, `nine ten`, a free one, `eleven`, a free one. In
        // pixels, of which 4 are 3 points: 17 points are 23 of them, 34 are 45.
        for (row, height) in [(1, "42"), (2, "17.25"), (3, "33.75"), (8, "75")] {
            let row = sheet.split(&format!("<row r=\"{row}\"")).nth(1).unwrap().split('>').next().unwrap();
            assert!(row.contains(&format!("ht=\"{height}\"")), "{row}");
        }
    }

    /// Excel takes a row that stands twice for damage.
    #[test]
    fn every_row_stands_once_and_is_as_high_as_its_text() {
        let dir = tempfile::tempdir().unwrap();
        let mut book = Book::with_max(dir.path(), "a.xlsx", SheetMax { rows: 5, ..SHEET_MAX }).unwrap();
        let id = book.sheet(form("A", &["a"])).unwrap();
        for _ in 0..4 {
            // 16 letters fit a line of the widest column: `Абдрахманов`, `Константинопольс`, `кий`, `Мельниченко`.
            // `кий Мельниченко` are 15.
            book.row(id, &[Cell::Text("Абдрахманов Константинопольский Мельниченко")]).unwrap();
        }
        book.finish().unwrap();
        for sheet in ["sheet1", "sheet2"] {
            let sheet = part(&dir.path().join("a.xlsx"), &format!("xl/worksheets/{sheet}.xml"));
            let rows: Vec<&str> = sheet.split("<row ").skip(1).map(|row| row.split('>').next().unwrap()).collect();
            assert_eq!(rows[1..3], [2, 3].map(|row| format!("r=\"{row}\" ht=\"45\" customHeight=\"1\"")));
            assert_eq!(rows[3..], ["r=\"4\""]);
        }
    }

    #[test]
    fn lines_of_a_text() {
        for (text, room, expected) in [
            ("", 5, 1),
            ("one two", 7, 1),
            ("one two", 6, 2),
            // `one`, `two`, `three`
            ("one two three", 5, 3),
            // `abcde`, `fgh x`
            ("abcdefgh x", 5, 2),
            // `abcde`, `fghi`, `xy`
            ("abcdefghi xy", 5, 3),
        ] {
            assert_eq!(lines(text, room), expected, "{text}");
        }
    }

    #[test]
    fn numbers_come_back_to_the_tiyn() {
        for tiyn in [0, 1, -1, 5, 10, 29, 57, 100, 113, 99_999_999_999_999, EXACT_TIYN, -EXACT_TIYN] {
            let number = number(TengeSum::from_tiyn(tiyn)).unwrap();
            assert_eq!(format!("{number:.2}"), TengeSum::from_tiyn(tiyn).to_string());
        }
        assert_eq!(number(TengeSum::from_tiyn(EXACT_TIYN + 1)).unwrap_err().kind(), ErrorKind::Output);
    }
}
