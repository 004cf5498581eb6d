//! Workbooks: rows written one after another, numbers exact to the tiyn.

use std::io;
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::error::{Error, ErrorKind};
use crate::money::Sum;
use crate::output::file::{self, OutputFile, Written};
use crate::output::xlsx_panics::caught;
use crate::period::Day;

/// Rows of a sheet, the heading included: the most that Excel opens.
pub(crate) const SHEET_ROWS_MAX: u32 = 1_048_576;

/// A cell.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Cell<'a> {
    /// Text as it stands: `000…` stays what it is.
    Text(&'a str),
    /// Tenge with two decimals.
    Money(Sum),
    Count(u64),
    Day(Day),
    Empty,
}

/// A sheet of a [`Book`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SheetId(usize);

/// A column: heading and width in characters.
pub(crate) type Column = (String, u16);

struct Sheet {
    name: String,
    columns: Vec<Column>,
    parts: Vec<Worksheet>,
    /// The next row of the last part.
    row: u32,
}

/// A workbook while it is written. Rows go to temporary files without a name.
pub(crate) struct Book {
    path: PathBuf,
    name: String,
    workbook: Workbook,
    sheets: Vec<Sheet>,
    rows_max: u32,
    formats: Formats,
}

struct Formats {
    heading: Format,
    text: Format,
    money: Format,
    count: Format,
    day: Format,
}

impl Book {
    /// An empty workbook of this name in `dir`, where its rows wait until it is finished.
    pub fn new(dir: &Path, name: &str) -> Result<Book, Error> {
        Book::with_rows_max(dir, name, SHEET_ROWS_MAX)
    }

    fn with_rows_max(dir: &Path, name: &str, rows_max: u32) -> Result<Book, Error> {
        let path = dir.join(name);
        let mut workbook = Workbook::new();
        workbook.set_tempdir(dir).map_err(|error| fault(&path, &error))?;
        // Equal runs give equal bytes: no clock.
        let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|error| fault(&path, &error))?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
        // A register of a million rows is more than 4 GiB as XML.
        workbook.use_zip_large_file(true);
        let formats = Formats {
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0xE7_EE_F5)),
            text: Format::new().set_num_format("@"),
            money: Format::new().set_num_format("#,##0.00"),
            count: Format::new().set_num_format("0"),
            day: Format::new().set_num_format("dd.mm.yyyy"),
        };
        Ok(Book { path, name: name.to_owned(), workbook, sheets: Vec::new(), rows_max, formats })
    }

    /// A new sheet behind those there are.
    pub fn sheet(&mut self, name: &str, columns: Vec<Column>) -> Result<SheetId, Error> {
        self.sheets.push(Sheet { name: name.to_owned(), columns, parts: Vec::new(), row: 0 });
        let id = SheetId(self.sheets.len() - 1);
        self.part(id)?;
        Ok(id)
    }

    /// Begins another part of the sheet.
    fn part(&mut self, id: SheetId) -> Result<(), Error> {
        let Book { path, workbook, sheets, formats, .. } = self;
        let Some(sheet) = sheets.get_mut(id.0) else { return Ok(()) };
        let name = match sheet.parts.len() {
            0 => sheet.name.clone(),
            before => format!("{} ({})", sheet.name, before + 1),
        };
        let worksheet = caught(path, || {
            let begin = || {
                let mut worksheet = workbook.new_worksheet_with_constant_memory()?;
                worksheet.set_name(name)?;
                worksheet.set_freeze_panes(1, 0)?;
                for (at, (heading, width)) in (0..).zip(&sheet.columns) {
                    worksheet.set_column_width(at, *width)?;
                    worksheet.write_string_with_format(0, at, heading, &formats.heading)?;
                }
                Ok(worksheet)
            };
            begin().map_err(|error| fault(path, &error))
        })?;
        sheet.parts.push(worksheet);
        sheet.row = 1;
        Ok(())
    }

    /// Appends a row to the sheet; in a new part where the last one is full.
    pub fn row(&mut self, id: SheetId, cells: &[Cell<'_>]) -> Result<(), Error> {
        if self.sheets.get(id.0).is_some_and(|sheet| sheet.row >= self.rows_max) {
            self.part(id)?;
        }
        let Book { path, sheets, formats, .. } = self;
        let Some(sheet) = sheets.get_mut(id.0) else { return Ok(()) };
        let Some(worksheet) = sheet.parts.last_mut() else { return Ok(()) };
        caught(path, || {
            let mut cells = (0..).zip(cells);
            cells.try_for_each(|(at, cell)| formats.write(worksheet, (sheet.row, at), cell, path))
        })?;
        sheet.row += 1;
        Ok(())
    }

    /// Writes the workbook into its file.
    pub fn finish(self) -> Result<Written, Error> {
        let Book { path, name, mut workbook, sheets, rows_max, .. } = self;
        let mut file = BookFile::create(&path, name)?;
        caught(&path, || {
            for sheet in sheets {
                let count = sheet.parts.len();
                for (number, mut worksheet) in sheet.parts.into_iter().enumerate() {
                    let last = if number + 1 == count { sheet.row - 1 } else { rows_max - 1 };
                    let last_column = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or_default();
                    worksheet.autofilter(0, 0, last, last_column).map_err(|error| fault(&path, &error))?;
                    workbook.push_worksheet(worksheet);
                }
            }
            workbook.save_to_writer(&mut file).map_err(|error| fault(&path, &error))
        })?;
        file.finish()
    }
}

impl Formats {
    fn write(
        &self,
        worksheet: &mut Worksheet,
        (row, column): (u32, u16),
        cell: &Cell<'_>,
        path: &Path,
    ) -> Result<(), Error> {
        let written = match *cell {
            Cell::Text(text) => worksheet.write_string_with_format(row, column, cut(text), &self.text),
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
            Cell::Empty => return Ok(()),
        };
        written.map(|_| ()).map_err(|error| fault(path, &error))
    }
}

/// The file of a workbook, which is written with steps back: digested when it is done.
struct BookFile {
    path: PathBuf,
    name: String,
    file: io::BufWriter<std::fs::File>,
}

impl BookFile {
    fn create(path: &Path, name: String) -> Result<BookFile, Error> {
        use std::os::unix::fs::OpenOptionsExt;
        let file = std::fs::File::options()
            .read(true)
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path)
            .map_err(|cause| file::fault(path, &cause))?;
        Ok(BookFile { path: path.to_path_buf(), name, file: io::BufWriter::with_capacity(256 << 10, file) })
    }

    fn finish(self) -> Result<Written, Error> {
        let fault = |cause: &io::Error| file::fault(&self.path, cause);
        let file = self.file.into_inner().map_err(|error| fault(error.error()))?;
        file.sync_all().map_err(|cause| fault(&cause))?;
        OutputFile::digest(&self.path, self.name)
    }
}

impl io::Write for BookFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl io::Seek for BookFile {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// Digits that a number in a workbook keeps.
const EXACT_TIYN: i128 = 999_999_999_999_999;

/// The one place where money becomes a binary fraction, because workbooks have no other numbers. A decimal number of up
/// to 15 digits comes back as it was; beyond that, or should it not, it is an error.
#[expect(clippy::disallowed_types, reason = "the only numbers of workbooks; each is checked to come back to the tiyn")]
fn number(amount: Sum) -> Result<f64, Error> {
    let tiyn = amount.tiyn();
    let number = tiyn as f64 / 100.0;
    let back = (number * 100.0).round() as i128;
    if tiyn.abs() > EXACT_TIYN || back != tiyn {
        return Err(too_large(amount));
    }
    Ok(number)
}

fn too_large(value: impl std::fmt::Display) -> Error {
    Error::new(ErrorKind::Output, format!("{value} does not fit a cell of a workbook exactly"))
        .hint("--format csv writes it as it is")
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
        None => Error::new(ErrorKind::Output, format!("the workbook cannot be written: {error}"))
            .in_file(path.display().to_string()),
    }
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader, Xlsx, open_workbook};

    use super::*;

    #[test]
    fn sheets_split_and_types_stay() {
        let dir = tempfile::tempdir().unwrap();
        let mut book = Book::with_rows_max(dir.path(), "a.xlsx", 4).unwrap();
        let columns = ["ИИН", "Сумма", "№", "День"].map(|name| (name.to_owned(), 12)).to_vec();
        let id = book.sheet("ОПВ 2026-08", columns.clone()).unwrap();
        let other = book.sheet("Реестр", columns).unwrap();
        let day = "2026-08-05".parse().unwrap();
        for number in 0..7 {
            let amount = Cell::Money(Sum::from_tiyn(i128::from(number) * 10_000_001 + 1));
            book.row(id, &[Cell::Text("030527900108"), amount, Cell::Count(number), Cell::Day(day)]).unwrap();
        }
        book.row(other, &[Cell::Empty, Cell::Money(Sum::from_tiyn(-EXACT_TIYN))]).unwrap();
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
    fn numbers_come_back_to_the_tiyn() {
        for tiyn in [0, 1, -1, 5, 10, 29, 57, 100, 113, 99_999_999_999_999, EXACT_TIYN, -EXACT_TIYN] {
            let number = number(Sum::from_tiyn(tiyn)).unwrap();
            assert_eq!(format!("{number:.2}"), Sum::from_tiyn(tiyn).to_string());
        }
        assert_eq!(number(Sum::from_tiyn(EXACT_TIYN + 1)).unwrap_err().kind(), ErrorKind::Output);
    }
}
