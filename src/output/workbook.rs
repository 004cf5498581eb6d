//! Workbooks: rows written one after another, numbers exact to the tiyn.
//!
//! What stands around the rows is made by a crate; the rows themselves, of which there are millions, by [`RowXml`], and put
//! into it where they belong.

use std::fmt;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use memchr::memmem;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, IgnoreError, Workbook, Worksheet, XlsxError};
use zip::ZipArchive;

use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::output::archive::Archive;
pub(crate) use crate::output::cell::Cell;
use crate::output::cell::{RowXml, characters};
use crate::output::file::Written;
use crate::output::formats::{Formats, OF_ROWS, OF_TOTALS, numbered_formats};
use crate::output::packing::{BLOCK_BYTES, Packed, Packer};
use crate::output::xlsx_panics::{caught, check_clock};
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
    parts: Vec<Part>,
    /// The last row of each part that is complete.
    ends: Vec<u32>,
    /// The next row of the last part.
    row: u32,
    /// Lines of the rows of this part beyond one each.
    more_lines: u32,
    /// What the rows of the last part come to as XML.
    bytes: u64,
    /// Those of them that are not packed yet.
    block: Vec<u8>,
}

/// What one sheet of the file has.
struct Part {
    /// All but the rows.
    worksheet: Worksheet,
    /// The number by which its rows are packed.
    number: usize,
}

/// A part whose worksheet is complete.
struct Framed {
    part: Part,
    /// The first row of the worksheet that stands behind the rows.
    behind: u32,
}

/// A workbook while it is written. Rows go to a temporary file without a name.
pub(crate) struct Book {
    dir: PathBuf,
    path: PathBuf,
    name: String,
    workbook: Workbook,
    sheets: Vec<Sheet>,
    /// Parts of all sheets.
    parts: usize,
    packer: Packer,
    max: SheetMax,
    formats: Formats,
    /// The row that is being made, used again for the next one.
    xml: Vec<u8>,
}

/// The least of the gaps beside a text that it keeps.
const TEXT_GAP: u16 = 2;
/// Characters beside a heading: the button of the filter.
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

impl SheetForm {
    /// The row of the headings: under the lines above and one that is empty.
    fn heading_row(&self) -> u32 {
        match u32::try_from(self.head.len()) {
            Ok(0) | Err(_) => 0,
            Ok(lines) => lines + 1,
        }
    }

    /// The columns that say whose row it is, the first and the last of them: up to the person's number, or that alone where
    /// much stands before it.
    fn whose_columns(&self) -> (u16, u16) {
        const NEAR: u16 = 2;
        let number = (0..).zip(&self.columns).find(|(_, column)| column.name == "iin").map_or(1, |(at, _)| at);
        (if number <= NEAR { 0 } else { number }, number)
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
        check_clock(&path, SystemTime::now())?;
        let mut workbook = Workbook::new();
        // Equal runs give equal bytes: no clock.
        let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|error| fault(&path, error))?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
        numbered_formats().for_each(|format| workbook.register_format(&format));
        Ok(Book {
            dir: dir.to_path_buf(),
            name: name.to_owned(),
            workbook,
            sheets: Vec::new(),
            parts: 0,
            packer: Packer::start(dir, &path)?,
            max,
            formats: Formats::new(),
            xml: Vec::new(),
            path,
        })
    }

    /// A new sheet behind those there are.
    pub fn sheet(&mut self, form: SheetForm) -> Result<SheetId, Error> {
        let widths = form.columns.iter().map(Column::width_min).collect();
        let (parts, ends) = (Vec::new(), Vec::new());
        self.sheets.push(Sheet { form, widths, parts, ends, row: 0, more_lines: 0, bytes: 0, block: Vec::new() });
        let id = SheetId(self.sheets.len() - 1);
        self.part(id)?;
        Ok(id)
    }

    /// Begins another part of the sheet.
    fn part(&mut self, id: SheetId) -> Result<(), Error> {
        let Book { path, sheets, parts, packer, formats, .. } = self;
        let Some(sheet) = sheets.get_mut(id.0) else { return Ok(()) };
        sheet.pack(packer)?;
        let worksheet = sheet.begin(formats).map_err(|error| fault(path, error))?;
        sheet.parts.push(Part { worksheet, number: *parts });
        *parts += 1;
        (sheet.row, sheet.more_lines, sheet.bytes) = (sheet.form.heading_row() + 1, 0, 0);
        Ok(())
    }

    /// Appends a row to the sheet; in a new part where the last one is full.
    pub fn row(&mut self, id: SheetId, cells: &[Cell<'_>]) -> Result<(), Error> {
        let max = self.max;
        let is_full = |sheet: &Sheet| sheet.row + sheet.form.rows_below() >= max.rows;
        if self.sheets.get(id.0).is_some_and(is_full) {
            self.part(id)?;
        }
        let Some(sheet) = self.sheets.get_mut(id.0) else { return Ok(()) };
        sheet.row_xml(cells, &mut self.xml)?;
        if sheet.bytes > 0 && sheet.bytes + self.xml.len() as u64 > max.bytes {
            self.part(id)?;
            // Its number is another one there.
            let Some(sheet) = self.sheets.get_mut(id.0) else { return Ok(()) };
            sheet.row_xml(cells, &mut self.xml)?;
        }
        let Some(sheet) = self.sheets.get_mut(id.0) else { return Ok(()) };
        sheet.take(&self.xml, &mut self.packer)
    }

    /// The row under all others: what it is, and sums by the names of their columns.
    pub fn total(&mut self, id: SheetId, label: &str, sums: &[(&str, Cell<'_>)]) -> Result<(), Error> {
        let Some(sheet) = self.sheets.get_mut(id.0) else { return Ok(()) };
        // Filters and sorting leave it where it is.
        sheet.ends.push(sheet.row - 1);
        sheet.total_xml(label, sums, &mut self.xml)?;
        sheet.take(&self.xml, &mut self.packer)
    }

    /// Writes the workbook into its file.
    pub fn finish(self) -> Result<Written, Error> {
        let Book { dir, path, name, mut workbook, sheets, mut packer, formats, .. } = self;
        let mut rows = Vec::new();
        for mut sheet in sheets {
            sheet.pack(&mut packer)?;
            for Framed { part, behind } in sheet.finish(&formats).map_err(|error| fault(&path, error))? {
                workbook.push_worksheet(part.worksheet);
                rows.push((part.number, behind));
            }
        }
        let packed = packer.finish()?;
        let frame = caught(&path, || workbook.save_to_buffer().map_err(|error| fault(&path, error)))?;
        write_into(Archive::create(&dir, &name, &path)?, frame, &packed, &rows, &path)
    }
}

impl Sheet {
    /// The worksheet of another part, up to its headings.
    fn begin(&mut self, formats: &Formats) -> Result<Worksheet, XlsxError> {
        let Sheet { form, widths, parts, ends, row, .. } = self;
        let name = match parts.len() {
            0 => form.name.clone(),
            before => {
                ends.push(*row - 1);
                format!("{} ({})", form.name, before + 1)
            }
        };
        let heading_row = form.heading_row();
        let mut worksheet = Worksheet::new();
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
    }

    /// The next row as XML.
    fn row_xml(&mut self, cells: &[Cell<'_>], xml: &mut Vec<u8>) -> Result<(), Error> {
        let Sheet { form, widths, row, more_lines, .. } = self;
        let mut most = 1;
        for ((column, width), cell) in form.columns.iter().zip(widths).zip(cells) {
            let needed = cell.width();
            *width = needed.min(column.width_max).max(*width);
            if let (Cell::Text(text), true) = (cell, column.wraps && needed > *width) {
                most = lines(text, (*width - TEXT_GAP) * 10 / 11).max(most);
            }
        }
        *more_lines = more_lines.saturating_add(u32::from(most) - 1);
        let height = (most > 1).then(|| LINE_HEIGHT.saturating_mul(most).min(ROW_HEIGHT_MAX));
        xml.clear();
        let mut row = RowXml::begin(xml, *row, height, OF_ROWS);
        form.columns.iter().zip(cells).try_for_each(|(column, cell)| row.cell(cell, column.wraps, form.lang))?;
        row.end();
        Ok(())
    }

    /// The row of the total as XML.
    fn total_xml(&mut self, label: &str, sums: &[(&str, Cell<'_>)], xml: &mut Vec<u8>) -> Result<(), Error> {
        let Sheet { form, widths, row, .. } = self;
        xml.clear();
        let mut row = RowXml::begin(xml, *row, None, OF_TOTALS);
        for (at, (column, width)) in form.columns.iter().zip(widths).enumerate() {
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
            row.cell(&cell, false, form.lang)?;
        }
        row.end();
        Ok(())
    }

    /// Takes the next row.
    fn take(&mut self, xml: &[u8], packer: &mut Packer) -> Result<(), Error> {
        self.row += 1;
        self.bytes += xml.len() as u64;
        self.block.extend_from_slice(xml);
        if self.block.len() < BLOCK_BYTES { Ok(()) } else { self.pack(packer) }
    }

    /// Packs what the last part has.
    fn pack(&mut self, packer: &mut Packer) -> Result<(), Error> {
        match self.parts.last() {
            Some(part) if !self.block.is_empty() => packer.add(part.number, std::mem::take(&mut self.block)),
            _ => Ok(()),
        }
    }

    /// The parts with all that stands around their rows.
    fn finish(self, formats: &Formats) -> Result<Vec<Framed>, XlsxError> {
        let Sheet { form, widths, mut parts, mut ends, row, more_lines, .. } = self;
        if ends.len() < parts.len() {
            ends.push(row - 1);
        }
        let heading_row = form.heading_row();
        let (width, last_column) = (all_widths(&widths), form.last_column());
        let mut after = row;
        if let Some(Part { worksheet: part, .. }) = parts.last_mut()
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
        let mut framed = Vec::with_capacity(count);
        for (number, (mut whole, end)) in (1..).zip(parts.into_iter().zip(ends)) {
            let part = &mut whole.worksheet;
            let (behind, after) =
                if number == count { (row + u32::from(after > row), after) } else { (end + 1, end + 1) };
            // The sheet ends here, which the crate has to say before the rows.
            part.write_blank(after, 0, &formats.head)?;
            for (at, width) in (0..).zip(&widths) {
                part.set_column_width(at, *width)?;
            }
            part.autofilter(heading_row, 0, end, last_column)?;
            part.set_freeze_panes(heading_row + 1, 0)?;
            // Numbers of persons are text, and are meant to be.
            part.ignore_error_range(heading_row, 0, end, last_column, IgnoreError::NumberStoredAsText)?;
            // A page takes a little more, so that signatures do not stand alone on the next one.
            let high = u16::from(after.saturating_add(more_lines) <= page_lines(width.div_ceil(wide)));
            part.set_landscape().set_paper_size(PAPER_A4).set_print_fit_to_pages(wide, high);
            part.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
            part.set_repeat_rows(heading_row, heading_row)?;
            if wide > 1 {
                let (first, last) = form.whose_columns();
                part.set_repeat_columns(first, last)?;
            }
            part.set_footer(format!("&L&A&R{} &P / &N", word(form.lang, "page")));
            framed.push(Framed { part: whole, behind });
        }
        Ok(framed)
    }
}

const PAPER_A4: u8 = 9;
/// Lines that are put on one page, made smaller where they need it, of a table with so many characters across: one that is made
/// smaller for these takes more.
fn page_lines(across: u16) -> u32 {
    const LINES: u32 = 42;
    const ACROSS: u32 = 126;
    LINES * u32::from(across).max(ACROSS) / ACROSS
}

/// Writes what the crate has made, with the rows of each of its sheets in their place: `rows` has, in the order of sheets, the
/// number by which they are packed and the row that stands behind them.
fn write_into(
    mut archive: Archive<'_>,
    frame: Vec<u8>,
    packed: &Packed,
    rows: &[(usize, u32)],
    path: &Path,
) -> Result<Written, Error> {
    let mut frame = ZipArchive::new(Cursor::new(frame)).map_err(|error| fault(path, error))?;
    for at in 0..frame.len() {
        let mut part = frame.by_index(at).map_err(|error| fault(path, error))?;
        let name = part.name().map_err(|error| fault(path, error))?.into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).map_err(|error| fault(path, error))?;
        let number = name.strip_prefix("xl/worksheets/sheet").and_then(|name| name.strip_suffix(".xml"));
        let number = number.and_then(|number| number.parse::<usize>().ok()?.checked_sub(1));
        match number.and_then(|number| rows.get(number)) {
            Some(&(rows, behind)) => {
                let row = format!("<row r=\"{}\"", u64::from(behind) + 1);
                let place = memmem::find(&bytes, row.as_bytes()).ok_or_else(|| fault(path, row))?;
                let (before, after) = bytes.split_at(place);
                archive.part(&name, before, packed.rows(rows).map(|rows| (packed, rows)), after)?;
            }
            None => archive.part(&name, &[], None, &bytes)?,
        }
    }
    archive.finish()
}

/// The error of a workbook that the crate cannot make.
fn fault(path: &Path, reason: impl fmt::Display) -> Error {
    Error::new(ErrorKind::Output, say!("workbook-unwritable", reason = reason.to_string()))
        .in_file(path.display().to_string())
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader, Xlsx, open_workbook};

    use super::*;
    use crate::money::TengeSum;
    use crate::output::cell::{EXACT_TIYN, Look};

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
        book.row(other, &[Cell::Empty, Cell::Money(TengeSum::from_tiyn(-(EXACT_TIYN as i128)))]).unwrap();
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
        let max = SheetMax { bytes: 5_000, ..SHEET_MAX };
        let mut book = Book::with_max(dir.path(), "a.xlsx", max).unwrap();
        let id = book.sheet(form("A", &["a", "b"])).unwrap();
        // Everything that takes more room in XML than in the text.
        for _ in 0..100 {
            book.row(
                id,
                &[Cell::Text("<&>\"_x0041_\u{1}\u{1f} "), Cell::Money(TengeSum::from_tiyn(-(EXACT_TIYN as i128)))],
            )
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
            assert!(to - from <= 5_000 + "<row r=\"100\" spans=\"1:1\"/>".len(), "{}", to - from);
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
            assert_eq!(rows[3..], ["r=\"4\" spans=\"1:1\""]);
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

    /// What a cell names is a place among the formats of all cells, and that is what this one looks like.
    #[test]
    fn formats_have_the_numbers_that_cells_name() {
        let dir = tempfile::tempdir().unwrap();
        let mut book = Book::new(dir.path(), "a.xlsx").unwrap();
        let id = book.sheet(form("A", &["a"])).unwrap();
        book.row(id, &[Cell::Empty]).unwrap();
        book.finish().unwrap();
        let styles = part(&dir.path().join("a.xlsx"), "xl/styles.xml");
        let between =
            |text: &str, from: &str, to: &str| text.split(from).nth(1).unwrap().split(to).next().unwrap().to_owned();
        let formats = between(&styles, "<cellXfs", "</cellXfs>");
        let formats: Vec<&str> = formats.split("<xf ").skip(1).collect();
        for (first, font) in [(OF_ROWS, "fontId=\"0\""), (OF_TOTALS, "fontId=\"1\"")] {
            for (look, code) in Look::ALL.into_iter().zip(["@", "@", "#,##0.00", "0", "dd.mm.yyyy"]) {
                let format = formats[first as usize + look as usize];
                let number = between(format, "numFmtId=\"", "\"");
                assert!(styles.contains(&format!("numFmtId=\"{number}\" formatCode=\"{code}\"")), "{look:?}: {format}");
                assert_eq!(format.contains("wrapText"), look == Look::Wrapped, "{format}");
                assert!(format.contains(font), "{look:?}: {format}");
            }
        }
    }
}
