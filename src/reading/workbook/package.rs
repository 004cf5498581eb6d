//! The parts of a workbook: files in a zip, each a stream that ends in an error where its checksum does not fit.

use std::fmt;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::sync::Arc;

use flate2::Crc;
use flate2::read::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive};

use crate::batch::memory::file_at::FileAt;
use crate::error::{Error, ErrorKind};
use crate::words::{Message, say};

/// What cannot be read as a workbook that somebody could have saved.
pub(super) fn damaged(reason: impl Into<Message>) -> Error {
    let reason: Message = reason.into();
    Error::new(ErrorKind::Input, say!("workbook-damaged", reason = reason)).with_hint(say!("workbook-damaged-hint"))
}

/// The same for what a library says of it, in its own words.
pub(super) fn damaged_by(error: impl fmt::Display) -> Error {
    damaged(error.to_string())
}

/// A whole file, read without a place that others could move.
#[derive(Clone)]
pub(super) struct Whole {
    file: Arc<FileAt>,
    at: u64,
    end: u64,
}

impl Whole {
    pub fn new(file: FileAt, bytes: u64) -> Whole {
        Whole { file: Arc::new(file), at: 0, end: bytes }
    }
}

impl Read for Whole {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.end.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let wanted = buffer.len().min(left);
        let count = self.file.read(self.at, &mut buffer[..wanted])?;
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Whole {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(step) => self.end.checked_add_signed(step),
            SeekFrom::Current(step) => self.at.checked_add_signed(step),
        };
        self.at = at.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.at)
    }
}

/// The zip that a workbook is.
pub(super) struct Package {
    whole: Whole,
    archive: ZipArchive<BufReader<Whole>>,
    /// The names of the parts, in the order of the archive.
    names: Vec<String>,
}

impl Package {
    /// The archive; `None` where the file has no table of what is in it.
    pub fn open(whole: Whole) -> Option<Package> {
        let archive = ZipArchive::new(BufReader::new(whole.clone())).ok()?;
        let names = archive.file_names().map(|name| name.map_or_else(|_| String::new(), |name| plain(&name))).collect();
        Some(Package { whole, archive, names })
    }

    /// Whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.number(name).is_some()
    }

    fn number(&self, name: &str) -> Option<usize> {
        // Some programs write `xl/SharedStrings.xml`.
        self.names.iter().position(|known| known.eq_ignore_ascii_case(name))
    }

    /// The part of this name as a stream; `None` where there is none.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where it cannot be unpacked, or another one has the same name.
    pub fn part(&mut self, name: &str) -> Result<Option<Part>, Error> {
        let Some(number) = self.number(name) else { return Ok(None) };
        let is_again = |known: &String| known.eq_ignore_ascii_case(name);
        if self.archive.has_duplicate_names() || self.names[number + 1..].iter().any(is_again) {
            return Err(damaged(say!("workbook-parts-twice")));
        }
        let entry = self.archive.by_index_raw(number).map_err(damaged_by)?;
        if entry.encrypted() {
            return Err(
                Error::new(ErrorKind::Input, say!("workbook-encrypted")).with_hint(say!("workbook-encrypted-hint"))
            );
        }
        let start = entry.data_start().ok_or_else(|| damaged(say!("workbook-no-part", part = name)))?;
        let end = start.saturating_add(entry.compressed_size()).min(self.whole.end);
        let packed = Whole { file: Arc::clone(&self.whole.file), at: start, end };
        let unpacked: Box<dyn Read + Send> = match entry.compression() {
            CompressionMethod::Stored => Box::new(packed),
            CompressionMethod::Deflated => Box::new(DeflateDecoder::new(packed)),
            other => return Err(damaged(say!("workbook-packing", part = name, way = format!("{other:?}")))),
        };
        Ok(Some(BufReader::with_capacity(64 << 10, Checked { unpacked, crc: Crc::new(), expected: entry.crc32() })))
    }
}

/// The name of a part as it is compared.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_owned()
}

/// One part of a workbook.
pub(super) type Part = BufReader<Checked>;

/// Bytes that are unpacked, whose sum must come out as the archive has it.
pub(super) struct Checked {
    unpacked: Box<dyn Read + Send>,
    crc: Crc,
    expected: u32,
}

impl Read for Checked {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.unpacked.read(buffer)?;
        self.crc.update(&buffer[..count]);
        if count == 0 && !buffer.is_empty() && self.crc.sum() != self.expected {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "checksum"));
        }
        Ok(count)
    }
}
