//! One output file: written once from start to end, digested on the way.

use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorKind};
use crate::output::direct_io::{BLOCK_BYTES, LargeFile};
use crate::words::say;

/// An output file while it is written.
#[derive(Debug)]
pub(crate) struct OutputFile {
    path: PathBuf,
    name: String,
    file: File,
    buffer: Vec<u8>,
    digest: Sha256,
    bytes: u64,
    rows: u64,
    end: End,
}

/// How what comes next is written.
#[derive(Debug)]
enum End {
    /// As ever, until the file is large.
    Usual,
    Large(LargeFile),
    /// As ever, however large: there is no other way, or the other way has failed.
    AlwaysUsual,
}

/// What was written: for the receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    pub name: String,
    pub bytes: u64,
    /// Rows without the header.
    pub rows: u64,
    pub sha256: [u8; 32],
}

const BUFFER_BYTES: usize = 256 << 10;
const STEP_BYTES: usize = 64 << 10;
/// A file that has so many bytes is large.
const LARGE_BYTES: u64 = 4 << 20;

impl OutputFile {
    /// Creates a file that only its owner can read, in a directory that does not have it yet, and writes the header.
    pub fn create(dir: &Path, name: impl Into<String>, header: &str) -> Result<OutputFile, Error> {
        let mut output = OutputFile::create_bare(dir, name)?;
        output.write(header.as_bytes(), 0)?;
        output.write(b"\n", 0)?;
        Ok(output)
    }

    /// Creates a file that only its owner can read, in a directory that does not have it yet.
    pub fn create_bare(dir: &Path, name: impl Into<String>) -> Result<OutputFile, Error> {
        let name = name.into();
        let path = dir.join(&name);
        let file = File::options()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path)
            .map_err(|cause| fault(&path, &cause))?;
        Ok(OutputFile {
            path,
            name,
            file,
            buffer: Vec::with_capacity(BUFFER_BYTES),
            digest: Sha256::new(),
            bytes: 0,
            rows: 0,
            end: End::Usual,
        })
    }

    /// Appends this many whole rows.
    pub fn write(&mut self, bytes: &[u8], rows: u64) -> Result<(), Error> {
        self.rows += rows;
        if self.buffer.len() + bytes.len() <= BUFFER_BYTES {
            self.buffer.extend_from_slice(bytes);
            return Ok(());
        }
        self.flush()?;
        if bytes.len() < BUFFER_BYTES {
            self.buffer.extend_from_slice(bytes);
            return Ok(());
        }
        self.put(bytes)
    }

    fn flush(&mut self) -> Result<(), Error> {
        let buffer = std::mem::take(&mut self.buffer);
        let result = self.put(&buffer);
        self.buffer = buffer;
        self.buffer.clear();
        result
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), Error> {
        // In steps that a core's cache has from the one reading to the other.
        for step in bytes.chunks(STEP_BYTES) {
            self.digest.update(step);
            self.append(step).map_err(|cause| fault(&self.path, &cause))?;
            self.bytes += step.len() as u64;
        }
        Ok(())
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        match std::mem::replace(&mut self.end, End::AlwaysUsual) {
            End::Large(large) => self.end = End::Large(large.write(bytes)?),
            End::AlwaysUsual => self.file.write_all(bytes)?,
            End::Usual => {
                self.end = End::Usual;
                let to_block = (self.bytes.next_multiple_of(BLOCK_BYTES as u64) - self.bytes) as usize;
                if self.bytes < LARGE_BYTES || bytes.len() < to_block {
                    return self.file.write_all(bytes);
                }
                let (usual, rest) = bytes.split_at(to_block);
                self.file.write_all(usual)?;
                let large = LargeFile::after(&self.file, &self.path, self.bytes + to_block as u64);
                self.end = large.map_or(End::AlwaysUsual, End::Large);
                return self.append(rest);
            }
        }
        Ok(())
    }

    /// Writes what is left and makes sure that it is on the disk.
    pub fn finish(mut self) -> Result<Written, Error> {
        self.flush()?;
        let ended = match self.end {
            End::Large(large) => large.finish(),
            End::Usual | End::AlwaysUsual => Ok(()),
        };
        ended.and_then(|()| self.file.sync_all()).map_err(|cause| fault(&self.path, &cause))?;
        Ok(Written { name: self.name, bytes: self.bytes, rows: self.rows, sha256: self.digest.finalize().into() })
    }
}

/// Makes a directory that only its owner can read, in one that is there.
pub(crate) fn make_dir(path: &Path) -> Result<(), Error> {
    std::fs::DirBuilder::new().mode(0o700).create(path).map_err(|cause| fault(path, &cause))
}

/// Writes a whole new file that only its owner can read and puts it on the disk.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    File::options()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        })
        .map_err(|cause| fault(path, &cause))
}

/// The error of an output that cannot be written.
pub(crate) fn fault(path: &Path, cause: &io::Error) -> Error {
    let error =
        Error::new(ErrorKind::Output, say!("unwritable")).caused_by_io(cause).in_file(path.display().to_string());
    match cause.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => error.with_hint(say!("unwritable-space-hint")),
        io::ErrorKind::FileTooLarge => error.with_hint(say!("file-too-large-hint")),
        _ => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_any_size_has_what_was_written() {
        let dir = tempfile::tempdir().unwrap();
        let large = LARGE_BYTES as usize;
        // Up to the last byte before, and some way into, what large files have beyond their first bytes: a piece and more.
        for (number, bytes) in
            [0, 1, large - 1, large, large + 1, large + 4_096, large + (7 << 20) + 123].into_iter().enumerate()
        {
            let content: Vec<u8> = (0..bytes).map(|at| (at ^ at >> 8 ^ at >> 16) as u8).collect();
            let name = format!("{number}.csv");
            let mut file = OutputFile::create_bare(dir.path(), &name).unwrap();
            // In parts that are no multiples of anything, and once in one part that is larger than the buffer.
            let (first, rest) = content.split_at(bytes.min(BUFFER_BYTES + 1));
            file.write(first, 1).unwrap();
            rest.chunks(99_991).for_each(|part| file.write(part, 1).unwrap());
            let written = file.finish().unwrap();
            assert!(std::fs::read(dir.path().join(&name)).unwrap() == content, "{bytes} bytes");
            assert_eq!(written.bytes, bytes as u64);
            assert_eq!(written.sha256, <[u8; 32]>::from(Sha256::digest(&content)), "{bytes} bytes");
        }
    }
}
