//! The archive that a workbook is: parts in packed form one after another, then where each of them stands.
//!
//! Without a clock, so that equal runs give equal bytes; and without ZIP64, which LibreOffice 7.4 does not read.

use std::path::Path;

use flate2::Crc;

use crate::error::{Error, ErrorKind};
use crate::output::file::{OutputFile, Written, fault};
use crate::output::packing::{Deflate, Packed, PackedRows};
use crate::words::say;

/// An archive while it is written.
pub(super) struct Archive<'a> {
    path: &'a Path,
    file: OutputFile,
    deflate: Deflate,
    at: u64,
    /// What stands at the end of the archive: where each part is.
    directory: Vec<u8>,
    parts: u16,
}

/// What a reader needs to be able to do: 2.0, deflate.
const VERSION: u16 = 20;
const DEFLATE: u16 = 8;
/// 1980-01-01, the first day that archives have, at midnight.
const DAY: u16 = 1 << 5 | 1;

impl Archive<'_> {
    pub fn create<'a>(dir: &Path, name: &str, path: &'a Path) -> Result<Archive<'a>, Error> {
        let file = OutputFile::create_bare(dir, name)?;
        Ok(Archive { path, file, deflate: Deflate::new(), at: 0, directory: Vec::new(), parts: 0 })
    }

    /// Appends a part: these bytes, then rows that are packed already, then those.
    ///
    /// # Errors
    /// Where the archive cannot be written, or would have more than 4 GiB.
    pub fn part(
        &mut self,
        name: &str,
        before: &[u8],
        rows: Option<(&Packed, &PackedRows)>,
        after: &[u8],
    ) -> Result<(), Error> {
        let path = self.path;
        let cause = |cause| fault(path, &cause);
        let mut checksum = Crc::new();
        checksum.update(before);
        if let Some((_, rows)) = rows {
            checksum.combine(&rows.checksum);
        }
        checksum.update(after);
        let before_packed = self.deflate.pack(before, false).map_err(cause)?.to_vec();
        let after_packed = self.deflate.pack(after, true).map_err(cause)?.to_vec();
        let [bytes, packed_bytes] = rows.map_or([0, 0], |(_, rows)| [rows.bytes, rows.packed_bytes]);
        let packed_bytes = self.size(packed_bytes + (before_packed.len() + after_packed.len()) as u64)?;
        let bytes = self.size(bytes + (before.len() + after.len()) as u64)?;
        let at = self.size(self.at)?;
        let mut same = Vec::new();
        for number in [VERSION, 0, DEFLATE, 0, DAY] {
            same.extend_from_slice(&number.to_le_bytes());
        }
        for number in [checksum.sum(), packed_bytes, bytes] {
            same.extend_from_slice(&number.to_le_bytes());
        }
        same.extend_from_slice(&u16::try_from(name.len()).map_err(|_| self.too_large())?.to_le_bytes());
        // No more fields follow the name.
        same.extend_from_slice(&[0; 2]);
        self.write(&[&b"PK\x03\x04"[..], &same, name.as_bytes(), &before_packed].concat())?;
        if let Some((packed, rows)) = rows {
            packed.each_block(rows, path, |block| self.file.write(block, 0))?;
            self.at += rows.packed_bytes;
        }
        self.write(&after_packed)?;
        self.directory.extend_from_slice(b"PK\x01\x02");
        self.directory.extend_from_slice(&VERSION.to_le_bytes());
        self.directory.extend_from_slice(&same);
        // No comment, on the first disk, of no kind, without rights.
        self.directory.extend_from_slice(&[0; 10]);
        self.directory.extend_from_slice(&at.to_le_bytes());
        self.directory.extend_from_slice(name.as_bytes());
        self.parts = self.parts.checked_add(1).ok_or_else(|| self.too_large())?;
        Ok(())
    }

    /// Writes where the parts stand, and puts everything on the disk.
    pub fn finish(mut self) -> Result<Written, Error> {
        let at = self.size(self.at)?;
        let directory = std::mem::take(&mut self.directory);
        let bytes = self.size(directory.len() as u64)?;
        let [count, none] = [self.parts, 0].map(u16::to_le_bytes);
        let end = [&none[..], &none, &count, &count, &bytes.to_le_bytes(), &at.to_le_bytes(), &none].concat();
        self.write(&[&directory, &b"PK\x05\x06"[..], &end].concat())?;
        self.file.finish()
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.at += bytes.len() as u64;
        self.file.write(bytes, 0)
    }

    /// A number of bytes as archives have it; the largest one says that it stands elsewhere.
    fn size(&self, bytes: u64) -> Result<u32, Error> {
        u32::try_from(bytes).ok().filter(|bytes| *bytes < u32::MAX).ok_or_else(|| self.too_large())
    }

    fn too_large(&self) -> Error {
        Error::new(ErrorKind::Output, say!("workbook-too-large"))
            .in_file(self.path.display().to_string())
            .with_hint(say!("workbook-inexact-hint"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An offset or a size of four bytes that are all set would say that it stands elsewhere, in ZIP64.
    #[test]
    fn what_needs_zip64_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.xlsx");
        let mut archive = Archive::create(dir.path(), "a.xlsx", &path).unwrap();
        archive.part("a.xml", b"", None, b"<a/>").unwrap();
        archive.at = u64::from(u32::MAX) - 1;
        archive.part("b.xml", b"", None, b"<b/>").unwrap();
        assert!(archive.at > u64::from(u32::MAX));
        for error in [archive.part("c.xml", b"", None, b"").unwrap_err(), archive.finish().unwrap_err()] {
            assert_eq!(error.kind(), ErrorKind::Output);
            assert!(
                error.to_string().ends_with("a.xlsx: has more than 4 GiB, which programs do not open as a workbook")
            );
            assert_eq!(
                error.hint().unwrap(),
                "where the command has --format, csv writes it as it is; where it has --xlsx, leave that out"
            );
        }
    }
}
