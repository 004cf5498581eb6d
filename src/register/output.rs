//! One output file: written once from start to end, digested on the way.

use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;

use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorKind};
use crate::register::run::digest_of;

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
    /// Bytes written since the disk was last asked to take them, and the thread that waits until it has.
    unsynced: u64,
    syncing: Option<JoinHandle<io::Result<()>>>,
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
/// A large file goes to the disk while it grows, so that in the end little is left to wait for.
const SYNC_BYTES: u64 = 128 << 20;

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
            unsynced: 0,
            syncing: None,
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
            self.file.write_all(step).map_err(|cause| fault(&self.path, &cause))?;
        }
        self.bytes += bytes.len() as u64;
        self.unsynced += bytes.len() as u64;
        if self.unsynced < SYNC_BYTES {
            return Ok(());
        }
        self.sync_begun().map_err(|cause| fault(&self.path, &cause))
    }

    /// Lets a thread wait until the disk has what was written so far, unless one still does.
    fn sync_begun(&mut self) -> io::Result<()> {
        if self.syncing.as_ref().is_some_and(|thread| !thread.is_finished()) {
            return Ok(());
        }
        self.sync_ended()?;
        let file = self.file.try_clone()?;
        self.syncing = Some(std::thread::spawn(move || file.sync_data()));
        self.unsynced = 0;
        Ok(())
    }

    /// What the thread that waited for the disk was told.
    fn sync_ended(&mut self) -> io::Result<()> {
        match self.syncing.take().map(JoinHandle::join) {
            Some(Ok(synced)) => synced,
            Some(Err(panic)) => std::panic::resume_unwind(panic),
            None => Ok(()),
        }
    }

    /// What is to be known of a file that was written in another way, and stands on the disk already.
    pub fn digest(path: &Path, name: String) -> Result<Written, Error> {
        let (sha256, bytes) = digest_of(path).map_err(|cause| fault(path, &cause))?;
        Ok(Written { name, bytes, rows: 0, sha256 })
    }

    /// Writes what is left and makes sure that it is on the disk.
    pub fn finish(mut self) -> Result<Written, Error> {
        self.flush()?;
        self.sync_ended().and_then(|()| self.file.sync_all()).map_err(|cause| fault(&self.path, &cause))?;
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
        Error::new(ErrorKind::Output, format!("cannot be written: {cause}")).in_file(path.display().to_string());
    match cause.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            error.hint("nothing was published; free some space and run again")
        }
        _ => error,
    }
}
