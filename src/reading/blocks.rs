//! Files cut into blocks of whole records, so that several threads can take them apart.
//!
//! A block is cut in the order of the file, by looking at its quotes alone: a quote opens a field only after a
//! delimiter or a line end, and what it opens ends at the next quote that is not doubled. That is a few per cent of the
//! work of reading; everything else is done block by block on any thread.

use std::io::{self, Read};
use std::ops::Range;

use memchr::{memchr, memchr_iter, memrchr};
use sha2::{Digest, Sha256};

use crate::batch::memory::file_at::FileAt;
use crate::error::{Error, ErrorKind};
use crate::reading::encoding::{Encoding, MARK};
use crate::reading::header::Header;
use crate::reading::header::foreign::is_utf_16_big;
use crate::reading::header::found::{Found, FoundColumns};
use crate::reading::header::seen::Seen;
use crate::reading::input::{Digested, Input, Opened};
use crate::reading::quotes::closing_quote;
use crate::reading::rows::{RECORD_BYTES_MAX, Row, Rows, Split, Swallowed};
use crate::reading::utf_16::{Utf16, is_utf_32};
use crate::reading::wanted_sheet::WantedSheet;
use crate::reading::workbook::sheet::Sheet;
use crate::reading::workbook::{Workbook, is_zip};
use crate::words::say;

/// Room for the longest record with its line end.
const BLOCK_BYTES_MAX: usize = RECORD_BYTES_MAX + 2;
/// Blocks are read in this size, in which a core's cache keeps them from the reading to the last row, and only grow
/// beyond it where no record ends in them.
const BLOCK_BYTES: usize = 256 << 10;

/// Whole records of one file.
#[derive(Debug)]
pub(crate) struct Block {
    /// The physical line on which the first record starts.
    pub line: u64,
    pub bytes: Vec<u8>,
    /// Whether any byte is a quote.
    pub has_quotes: bool,
}

impl Block {
    /// The rows of the block in a file with these columns.
    pub fn rows<'a>(&'a self, columns: &'a FoundColumns) -> Rows<'a> {
        let split = Split {
            delimiter: columns.delimiter,
            columns: &columns.fields,
            has_quotes: self.has_quotes,
            is_ascii: self.bytes.is_ascii(),
            encoding: columns.encoding,
            zeros: columns.zeros,
            amounts: &columns.amounts,
        };
        Rows::new(&self.bytes, self.line, split)
    }
}

/// One file, block by block.
pub(crate) struct Blocks {
    input: Input,
    header: Header,
    opened: Opened,
    pub columns: FoundColumns,
    seen: Seen,
    /// What was read and not given yet: the file's next record from its start.
    rest: Vec<u8>,
    line: u64,
    at_end: bool,
    digest: Sha256,
    bytes: u64,
    /// Where the file is in UTF-16: what turns it into UTF-8.
    utf_16: Option<Utf16>,
    /// Where the file is a workbook: the sheet, from which the rows come in place of the file.
    sheet: Option<Box<Sheet>>,
    /// The last byte below the header that was given out, as text is in UTF-8.
    last_byte: Option<u8>,
    /// The line of the first rejected row that is no text, and the encoding that it looks like, where who reads them tells.
    pub foreign_row: Option<(u64, Encoding)>,
    /// The rows that may have swallowed others, where who reads them tells.
    swallowed: Option<Swallowed>,
}

impl Blocks {
    /// Opens a file and reads its header.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where the file cannot be read, is empty, or its header does not have what is required.
    pub fn open(input: &Input, header: &Header) -> Result<Blocks, Error> {
        Blocks::over(input, input.open()?, header)
    }

    /// Reads the header of what is open already.
    pub fn over(input: &Input, opened: Opened, header: &Header) -> Result<Blocks, Error> {
        let mut blocks = Blocks {
            input: input.clone(),
            header: header.clone(),
            opened,
            columns: FoundColumns::default(),
            seen: Seen::default(),
            last_byte: None,
            foreign_row: None,
            swallowed: None,
            rest: Vec::new(),
            line: 1,
            at_end: false,
            digest: Sha256::new(),
            bytes: 0,
            utf_16: None,
            sheet: None,
        };
        blocks.fill(BLOCK_BYTES_MAX)?;
        // As it is read, whatever it is not: that can be told only before.
        let other = if header.encoding() == Encoding::Utf16 { Utf16::guess_beside(&blocks.rest) } else { None };
        let encoding = blocks.know_form(header).map_err(|error| input.refused(error))?;
        if blocks.sheet.is_some() {
            return Ok(blocks);
        }
        let found = header.read(&blocks.rest, blocks.at_end, encoding).map_err(|error| match other {
            Some(other) => error.with_hint(header.encoding_hint(other)),
            None => error,
        });
        let Found { columns, taken, seen, .. } = found.map_err(|error| input.refused(error))?;
        // Who names a sheet means a workbook: a text read in its place may be another file.
        if let WantedSheet::Named(sheet) = input.sheet() {
            let error = Error::new(ErrorKind::Input, say!("workbook-no-sheet", sheet = sheet));
            return Err(error.with_hint(say!("workbook-no-sheet-in-text")).in_file(input.display()));
        }
        (blocks.columns, blocks.seen) = (columns, seen);
        blocks.line += newlines(&blocks.rest[..taken]);
        blocks.rest.drain(..taken);
        Ok(blocks)
    }

    /// Looks at what the file of a person is by its beginning; gives the encoding that its text is in.
    fn know_form(&mut self, header: &Header) -> Result<Encoding, Error> {
        if !header.is_of_people() {
            return Ok(header.encoding());
        }
        if is_zip(&self.rest) {
            let beginning = std::mem::take(&mut self.rest);
            let file = self.whole(&beginning)?;
            let workbook = Workbook::open(file, self.bytes, &beginning)?;
            let (sheet, found) = Sheet::open(workbook, self.input.sheet(), header)?;
            (self.columns, self.seen, self.sheet) = (found.columns, found.seen, Some(Box::new(sheet)));
            return Ok(Encoding::Cells);
        }
        // Its byte order mark begins as that of UTF-16.
        if is_utf_32(&self.rest) {
            return Err(Error::new(ErrorKind::Input, say!("foreign-utf-32")).with_hint(say!("foreign-utf-8-hint")));
        }
        let (encoding, utf_16) = Utf16::of(&self.rest, header.encoding());
        // Halves of letters in the other order are letters too, of scripts that no such file has.
        if utf_16.as_ref().is_some_and(|utf_16| !utf_16.is_big_endian) && is_utf_16_big(&self.rest) {
            return Err(Error::new(ErrorKind::Input, say!("foreign-utf-16-big")).with_hint(say!("foreign-utf-8-hint")));
        }
        self.utf_16 = utf_16;
        self.decode(0);
        Ok(encoding)
    }

    /// Reads the file to its end and gives the whole of it: it may be no regular file, which only goes forward.
    fn whole(&mut self, beginning: &[u8]) -> Result<FileAt, Error> {
        let dir = std::env::temp_dir();
        let unwritable = |cause: io::Error| {
            Error::new(ErrorKind::Output, say!("workbook-no-copy", dir = dir.display().to_string()))
                .caused_by_io(&cause)
                .with_hint(say!("temporary-directory-hint"))
        };
        let (file, is_copy) = match self.opened.whole() {
            Some(file) => (file, false),
            None => (FileAt::new(tempfile::tempfile_in(&dir).map_err(unwritable)?), true),
        };
        let mut at = 0;
        let mut keep = |bytes: &[u8]| {
            if is_copy {
                file.write_all(at, bytes).map_err(unwritable)?;
                at += bytes.len() as u64;
            }
            Ok::<(), Error>(())
        };
        keep(beginning)?;
        while !self.at_end {
            self.fill(BLOCK_BYTES)?;
            keep(&self.rest)?;
            self.rest.clear();
        }
        Ok(file)
    }

    /// Turns what was read from this place on into UTF-8 where the file is in UTF-16.
    fn decode(&mut self, from: usize) {
        if let Some(utf_16) = &mut self.utf_16 {
            let read = self.rest.split_off(from);
            utf_16.decode(&read, self.at_end, &mut self.rest);
        }
    }

    /// Refuses a file that is no more what it was when it was opened.
    fn refuse_change(&self) -> Result<(), Error> {
        if self.opened.is_unchanged(self.bytes) {
            return Ok(());
        }
        Err(Error::new(ErrorKind::Input, say!("input-changed"))
            .in_file(self.input.display())
            .with_hint(say!("input-changed-hint")))
    }

    /// Reads until so many bytes are there or the file ends.
    fn fill(&mut self, block_bytes: usize) -> Result<(), Error> {
        self.rest.reserve(block_bytes.saturating_sub(self.rest.len()));
        while self.rest.len() < block_bytes && !self.at_end {
            let before = self.rest.len();
            let wanted = (block_bytes - before) as u64;
            // Reads up to the end of the file or of the block, past interruptions, without clearing the buffer first.
            let count = self
                .opened
                .reader
                .by_ref()
                .take(wanted)
                .read_to_end(&mut self.rest)
                .map_err(|cause| self.input.fault(&cause))?;
            self.at_end = (count as u64) < wanted;
            self.digest.update(&self.rest[before..]);
            self.bytes += count as u64;
            self.decode(before);
            if self.at_end {
                self.refuse_change()?;
            }
        }
        Ok(())
    }

    /// The next block, in a buffer that is used again; `None` at the end of the file.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where reading fails, a quote is still open at the end of the file, or a record is
    /// longer than 1 MiB: with the line where the quote or the record opened.
    pub fn next(&mut self, buffer: Vec<u8>) -> Result<Option<Block>, Error> {
        if let Some(sheet) = &mut self.sheet {
            let mut bytes = buffer;
            bytes.clear();
            let filled = sheet
                .fill(&mut bytes, BLOCK_BYTES, &self.header)
                .map_err(|error| error.in_file(self.input.display()))?;
            if filled.is_none() {
                self.refuse_change()?;
            }
            return Ok(filled.map(|(line, has_quotes)| Block { line, bytes, has_quotes }));
        }
        self.fill(BLOCK_BYTES)?;
        if self.rest.is_empty() {
            return Ok(None);
        }
        let mut scan = scan_of(&self.rest, self.columns.delimiter);
        if scan.end == 0 && !self.at_end {
            self.fill(BLOCK_BYTES_MAX)?;
            scan = scan_of(&self.rest, self.columns.delimiter);
        }
        if let Some(open) = scan.open_quote
            && self.at_end
        {
            let line = self.line + newlines(&self.rest[..open]);
            return Err(Error::new(ErrorKind::Input, say!("quote-never-closes"))
                .in_file(self.input.display())
                .at_line(line));
        }
        let end = if self.at_end { self.rest.len() } else { scan.end };
        let first = first_record(&self.rest, self.columns.delimiter);
        if first > RECORD_BYTES_MAX || end == 0 {
            let open = scan.open_quote.filter(|_| end == 0).unwrap_or(0);
            let line = self.line + newlines(&self.rest[..open]);
            return Err(Error::new(ErrorKind::Input, say!("record-too-long"))
                .in_file(self.input.display())
                .at_line(line)
                .with_hint(say!("record-too-long-hint")));
        }
        let mut bytes = buffer;
        bytes.clear();
        bytes.extend_from_slice(&self.rest[end..]);
        std::mem::swap(&mut self.rest, &mut bytes);
        bytes.truncate(end);
        self.last_byte = bytes.last().copied();
        let block = Block { line: self.line, has_quotes: scan.has_quotes, bytes };
        self.line += newlines(&block.bytes);
        Ok(Some(block))
    }

    /// Refuses a row that is a header of other columns, as [`Header::refuse_other`] does, with the file.
    #[inline]
    pub fn refuse_other(&self, row: &Row<'_>) -> Result<(), Error> {
        self.header.refuse_other(&self.columns, row).map_err(|error| error.in_file(self.input.display()))
    }

    /// Takes what the rows of a block have told of swallowed ones.
    ///
    /// # Errors
    /// Why one of them ends the run.
    pub fn note_swallowed(&mut self, told: Result<Option<Swallowed>, Error>) -> Result<(), Error> {
        if let Some((rows, line)) = told.map_err(|error| error.in_file(self.input.display()))? {
            let (before, first) = self.swallowed.unwrap_or((0, line));
            self.swallowed = Some((before + rows, first));
        }
        Ok(())
    }

    /// Name, size and digest of what has been read.
    pub fn digested(self) -> Digested {
        Digested {
            ends_open: self.last_byte.is_some_and(|byte| byte != b'\n'),
            foreign_row: self.foreign_row,
            swallowed: self.swallowed,
            hidden_rows: self.sheet.as_ref().and_then(|sheet| sheet.hidden_rows.told()),
            day_ids: self.sheet.as_ref().and_then(|sheet| sheet.day_ids.told()),
            sheet: self.sheet.map(|sheet| sheet.name),
            ..Digested::new(&self.input, (self.bytes, self.digest.finalize().into()), self.seen)
        }
    }

    /// Bytes read so far.
    pub fn bytes_read(&self) -> u64 {
        self.bytes
    }
}

fn newlines(bytes: &[u8]) -> u64 {
    memchr_iter(b'\n', bytes).count() as u64
}

/// How records and quotes stand in bytes that begin with a record.
#[derive(Debug, PartialEq, Eq)]
struct Scan {
    /// The end of the last whole record: after its line feed; 0 where none is whole.
    end: usize,
    /// The quote that opens a field which does not end here.
    open_quote: Option<usize>,
    has_quotes: bool,
}

fn scan_of(bytes: &[u8], delimiter: u8) -> Scan {
    let (mut open_quote, mut doubled, mut has_quotes) = (None, None, false);
    // Stretches outside of quotes, the last of which begins here.
    let (mut outside, mut start) = (Vec::new(), 0);
    for quote in memchr_iter(b'"', bytes) {
        has_quotes = true;
        if open_quote.is_none() {
            if opens_field(&bytes[..quote], delimiter) {
                open_quote = Some(quote);
                outside.push(start..quote);
            }
        } else if doubled == Some(quote) {
            // The second of two, which went together.
        } else if bytes.get(quote + 1) == Some(&b'"') {
            doubled = Some(quote + 1);
        } else {
            (open_quote, start) = (None, quote + 1);
        }
    }
    if open_quote.is_none() {
        outside.push(start..bytes.len());
    }
    let line_end = |stretch: Range<usize>| memrchr(b'\n', &bytes[stretch.clone()]).map(|at| stretch.start + at + 1);
    let end = outside.into_iter().rev().find_map(line_end).unwrap_or(0);
    Scan { end, open_quote, has_quotes }
}

/// Whether a quote behind these bytes, which begin with a record and leave no quote open, opens a field.
#[inline]
fn opens_field(mut before: &[u8], delimiter: u8) -> bool {
    if before.last() == Some(&delimiter) {
        return true;
    }
    while let Some(rest) = before.strip_suffix(MARK) {
        before = rest;
    }
    matches!(before, [] | [.., b'\n'])
}

/// The length of the first record without its line end.
fn first_record(bytes: &[u8], delimiter: u8) -> usize {
    let mut at = 0;
    loop {
        let line_end = memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |step| at + step);
        // Quotes before the line end may open a field that goes on beyond it.
        match first_unclosed(bytes, at, line_end, delimiter) {
            Some(next) => at = next,
            None => {
                let record = &bytes[..line_end];
                return record.strip_suffix(b"\r").filter(|_| line_end < bytes.len()).unwrap_or(record).len();
            }
        }
    }
}

/// Where to go on after the quoted field that opens before `line_end` and closes behind it.
fn first_unclosed(bytes: &[u8], mut at: usize, line_end: usize, delimiter: u8) -> Option<usize> {
    while let Some(quote) = memchr(b'"', &bytes[at..line_end]).map(|step| at + step) {
        at = quote + 1;
        if opens_field(&bytes[..quote], delimiter) {
            at = closing_quote(bytes, at).map_or(bytes.len(), |close| close + 1);
            if at > line_end {
                return Some(at);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::io::Write;
    use std::os::unix::fs::FileExt;
    use std::path::Path;
    use std::time::{Duration, SystemTime};

    use super::*;

    /// What reading a file of 3 MiB comes to where a second thread does this to it after the first block.
    #[allow(clippy::disallowed_methods, reason = "a test")]
    fn read_while(change: fn(&Path)) -> Result<u64, Error> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("rows.csv");
        fs::write(&path, "id\n".to_owned() + &"0123456789\n".repeat((3 << 20) / 11)).unwrap();
        let past = SystemTime::now() - Duration::from_secs(3600);
        File::options().write(true).open(&path).unwrap().set_modified(past).unwrap();
        let mut blocks = Blocks::open(&Input::File(path.clone()), &Header::new(&["id"], &[], Default::default()))?;
        let (mut bytes, mut is_changed) = (0, false);
        while let Some(block) = blocks.next(Vec::new())? {
            bytes += block.bytes.len() as u64;
            if !std::mem::replace(&mut is_changed, true) {
                std::thread::scope(|scope| scope.spawn(|| change(&path)).join()).unwrap();
            }
        }
        Ok(bytes)
    }

    #[test]
    fn an_input_that_changes_while_it_is_read_is_refused() {
        assert_eq!(read_while(|_| ()), Ok((3 << 20) / 11 * 11));
        let changes: [fn(&Path); 4] = [
            |path| File::options().write(true).open(path).unwrap().set_len(0).unwrap(),
            |path| File::options().write(true).open(path).unwrap().set_len((2 << 20) + 5).unwrap(),
            |path| File::options().append(true).open(path).unwrap().write_all(b"more\n").unwrap(),
            |path| File::options().write(true).open(path).unwrap().write_all_at(b"9", 100).unwrap(),
        ];
        for (number, change) in changes.into_iter().enumerate() {
            let error = read_while(change).unwrap_err().to_string();
            assert!(error.ends_with("rows.csv: changed while it was read"), "{number}: {error}");
        }
    }
}
