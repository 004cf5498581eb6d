//! The directory of an earlier run, which is taken only as its receipt has it.

use std::fs::File;
use std::io::{self, Read, Take};
use std::path::{Path, PathBuf};

use memchr::memrchr;
use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorKind, of_system};
use crate::output::contents::{Listed, RECEIPT, RECEIPT_DIGEST};
use crate::output::digest::{READ_BYTES, digest_of, hex};
use crate::output::opening::{open_sized, read_whole};
use crate::reading::blocks::Blocks;
use crate::reading::header::Header;
use crate::reading::header::headings::Kind;
use crate::reading::input::{Input, Opened, ReadFile};
use crate::reading::rows::Row;
use crate::run::receipt::{Receipt, digest_fault, other_version};
use crate::shown::plain;
use crate::words::{Message, say};

/// A directory whose receipt verifies.
#[derive(Debug)]
pub(crate) struct Run {
    dir: PathBuf,
    /// The digest of the receipt.
    pub receipt: String,
    /// What the receipt says.
    pub record: Receipt,
}

impl Run {
    /// The run in this directory. The receipt is verified, and that every file it lists is there in its size; what is in a
    /// file is verified when it is read.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where the receipt or a file of it is missing or cannot be read, or the receipt does not have
    /// one of the files that are needed; kind [`ErrorKind::Record`] where the receipt does not verify, or a file has another
    /// size.
    pub fn open(dir: &Path, needed: &[&str]) -> Result<Run, Error> {
        let path = dir.join(RECEIPT);
        let whole = |name: &str| read_whole(dir, name).map_err(|cause| unreadable(&dir.join(name), &cause));
        let (text, kept) = (whole(RECEIPT)?, whole(RECEIPT_DIGEST)?);
        let receipt = hex(&Sha256::digest(&text));
        if let Some(why) = digest_fault(&kept, &receipt) {
            return Err(refused(&path, say!("receipt-not-of-digest", why = why)));
        }
        let hint = || match other_version(&text) {
            Some(version) => say!("record-version-hint", version = plain(&version)),
            None => say!("record-hint"),
        };
        let record =
            Receipt::read(&text).map_err(|error| error.in_file(path.display().to_string()).with_hint(hint()))?;
        let run = Run { dir: dir.to_path_buf(), receipt, record };
        run.needs(needed)?;
        run.record.outputs.iter().try_for_each(|output| run.open_listed(output).map(|_| ()))?;
        Ok(run)
    }

    /// The same of a directory that was named as one of a certain command, which is what to name where it is none; not where
    /// another version of the program has written it.
    ///
    /// # Errors
    /// As [`Run::open`].
    pub fn open_named(dir: &Path, needed: &[&str], hint: Message) -> Result<Run, Error> {
        let is_unread = |text: &[u8]| other_version(text).is_some() && Receipt::read(text).is_err();
        let is_of_other_version = || read_whole(dir, RECEIPT).is_ok_and(|text| is_unread(&text));
        Run::open(dir, needed).map_err(|error| if is_of_other_version() { error } else { error.with_hint(hint) })
    }

    /// The name of a file of КГД that is, to the byte, one of the run's own outputs, and of that output: it agrees with the
    /// run whatever is due.
    pub fn own_among(&self, inputs: &[ReadFile]) -> Option<(String, String)> {
        let own = |input: &ReadFile| {
            let sha256 = hex(&input.digested.sha256);
            let output = self.record.outputs.iter().find(|output| output.sha256 == sha256)?;
            Some((input.digested.name.clone(), output.name.clone()))
        };
        inputs.iter().filter(|input| input.kind == Kind::Kgd).find_map(own)
    }

    /// That the receipt has these files.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] with the first that it does not have.
    pub fn needs(&self, names: &[&str]) -> Result<(), Error> {
        let Some(name) = names.iter().find(|name| !self.has(name)) else { return Ok(()) };
        Err(Error::new(ErrorKind::Input, say!("receipt-without-output", name = *name))
            .in_file(self.path(RECEIPT).display().to_string())
            .with_hint(say!("receipt-of-another-command")))
    }

    /// Whether the receipt has a file of this name.
    pub fn has(&self, name: &str) -> bool {
        self.record.outputs.iter().any(|output| output.name == name)
    }

    fn open_listed(&self, output: &Listed) -> Result<Take<File>, Error> {
        open_sized(&self.dir, &output.name, output.bytes).map_err(|cause| unreadable(&self.path(&output.name), &cause))
    }

    /// Opens a file that the receipt has, in the size that it has there.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Record`] where the receipt does not have it, or it is of another size; kind [`ErrorKind::Input`]
    /// where it is missing or cannot be read.
    pub fn open_file(&self, name: &str) -> Result<Take<File>, Error> {
        self.open_listed(self.listed(name)?)
    }

    /// The bytes of a file that is read as a whole.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Record`] where it does not verify; kind [`ErrorKind::Input`] where it is missing or cannot be read.
    pub fn read(&self, name: &str) -> Result<Vec<u8>, Error> {
        let bytes = read_whole(&self.dir, name).map_err(|cause| unreadable(&self.path(name), &cause))?;
        self.is_digest(name, &Sha256::digest(&bytes))?;
        Ok(bytes)
    }

    /// The lines of a file that the receipt has, to be taken one after another.
    ///
    /// # Errors
    /// As [`Run::open_file`].
    pub fn open_lines(&self, name: &'static str, header: &'static str) -> Result<Lines<'_>, Error> {
        let file = self.open_file(name)?;
        let (digest, buffer) = (Sha256::new(), vec![0; READ_BYTES]);
        Ok(Lines { run: self, name, header, file, digest, buffer, held: 0, line: 0, result: Ok(()) })
    }

    /// Hands the lines of a file that its receipt has, without their ends, to `each`; the first must be `header`, and is not
    /// handed on.
    ///
    /// # Errors
    /// As [`Run::open_file`], and what `each` gives; kind [`ErrorKind::Record`] where the file does not have the digest of
    /// the receipt, which is told rather than what `each` says about it.
    pub fn lines(
        &self,
        name: &'static str,
        header: &'static str,
        mut each: impl FnMut(&[u8]) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut lines = self.open_lines(name, header)?;
        while lines.take(&mut each)? {}
        Ok(())
    }

    /// Hands the rows of a file that its receipt has to `each`, read as inputs are: its fields may have line ends.
    ///
    /// # Errors
    /// As [`Run::open_file`], and what `each` gives; kind [`ErrorKind::Record`] where the file does not have the digest of
    /// the receipt.
    pub fn rows(
        &self,
        name: &str,
        header: &Header,
        mut each: impl FnMut(&Row<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let file = self.open_file(name)?;
        let mut blocks = Blocks::over(&Input::File(self.path(name)), Opened::over(Box::new(file)), header)?;
        blocks.each_row(|row| each(row).map(|()| false))?;
        self.is_digest(name, &blocks.digested().sha256)
    }

    /// Whether a file that was read in another way has the digest of the receipt.
    pub fn is_digest(&self, name: &str, sha256: &[u8]) -> Result<(), Error> {
        is_digest(&self.path(name), self.listed(name)?, sha256)
    }

    /// Verifies a file that is not needed otherwise.
    pub fn verify(&self, name: &str) -> Result<(), Error> {
        self.verify_open(name, self.open_file(name)?.get_ref())
    }

    /// Verifies a file that is open.
    pub fn verify_open(&self, name: &str, file: &File) -> Result<(), Error> {
        let (path, listed) = (self.path(name), self.listed(name)?);
        let (sha256, _) = digest_of(file.take(listed.bytes)).map_err(|cause| unreadable(&path, &cause))?;
        is_digest(&path, listed, &sha256)
    }

    /// What verifies a file of which it is given all bytes, in their order: the last of them are refused where the digest is
    /// another one than that of the receipt.
    pub fn verification(&self, name: &str) -> Result<impl FnMut(&[u8]) -> Result<(), Error> + Send + use<>, Error> {
        let (path, listed) = (self.path(name), self.listed(name)?.clone());
        let (mut digest, mut left) = (Sha256::new(), listed.bytes);
        Ok(move |bytes: &[u8]| {
            digest.update(bytes);
            left = left.saturating_sub(bytes.len() as u64);
            if left == 0 { is_digest(&path, &listed, &digest.clone().finalize()) } else { Ok(()) }
        })
    }

    fn listed(&self, name: &str) -> Result<&Listed, Error> {
        let listed = self.record.outputs.iter().find(|output| output.name == name);
        listed.ok_or_else(|| refused(&self.path(name), say!("file-not-in-receipt")))
    }

    /// The error of a run whose files do not hold together, with its directory where no file is named.
    pub fn refused(&self, error: Error) -> Error {
        match error.place().file {
            Some(_) => error,
            None => error.in_file(self.dir.display().to_string()),
        }
        .with_hint(say!("record-hint"))
    }

    /// Where the run is.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Where the file with this name is.
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }
}

/// The lines of a file of a run while they are taken.
pub(crate) struct Lines<'a> {
    run: &'a Run,
    name: &'static str,
    header: &'static str,
    file: Take<File>,
    digest: Sha256,
    buffer: Vec<u8>,
    /// What of the buffer has been read and not been handed on.
    held: usize,
    line: u64,
    /// The first fault, behind which only the digest is of interest.
    result: Result<(), Error>,
}

impl Lines<'_> {
    /// Hands on the lines of the next piece of the file; `false` once it has ended.
    ///
    /// # Errors
    /// As [`Run::lines`].
    pub fn take(&mut self, mut each: impl FnMut(&[u8]) -> Result<(), Error>) -> Result<bool, Error> {
        if self.held == self.buffer.len() {
            self.buffer.resize(self.held * 2, 0);
        }
        let count = loop {
            match self.file.read(&mut self.buffer[self.held..]) {
                Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
                read => break read.map_err(|cause| unreadable(&self.run.path(self.name), &cause))?,
            }
        };
        self.digest.update(&self.buffer[self.held..self.held + count]);
        self.held += count;
        let held = &self.buffer[..self.held];
        let end = if count == 0 { self.held } else { memrchr(b'\n', held).map_or(0, |at| at + 1) };
        for text in lines(&held[..end]) {
            self.line += 1;
            if self.result.is_err() {
                break;
            }
            let taken = match self.line {
                1 if text != self.header.as_bytes() => Err(Error::new(ErrorKind::Record, say!("other-header"))),
                1 => Ok(()),
                _ => each(text),
            };
            self.result = taken.map_err(|error| match error.kind() {
                ErrorKind::Record if error.place().file.is_none() => {
                    error.in_file(self.run.path(self.name).display().to_string()).at_line(self.line)
                }
                // Something else is wrong with what the line gave.
                _ => error,
            });
        }
        self.buffer.copy_within(end..self.held, 0);
        self.held -= end;
        if count > 0 {
            return Ok(true);
        }
        self.run.is_digest(self.name, &self.digest.finalize_reset())?;
        std::mem::replace(&mut self.result, Ok(())).map(|()| false)
    }
}

fn is_digest(path: &Path, listed: &Listed, sha256: &[u8]) -> Result<(), Error> {
    if listed.sha256 == hex(sha256) {
        return Ok(());
    }
    Err(refused(path, say!("file-not-of-digest")))
}

/// The lines of these bytes without their ends.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        let line = &rest[..end];
        rest = rest.get(end + 1..).unwrap_or_default();
        Some(line)
    })
}

/// The error of a file that cannot be read.
pub(super) fn unreadable(path: &Path, cause: &io::Error) -> Error {
    // It is not of the size that the receipt has: how it is, is said by the cause.
    if cause.kind() == io::ErrorKind::InvalidData {
        return refused(path, of_system(cause));
    }
    let error =
        Error::new(ErrorKind::Input, say!("unreadable")).caused_by_io(cause).in_file(path.display().to_string());
    match cause.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => error.with_hint(say!("unreadable-run-hint")),
        _ => error,
    }
}

fn refused(path: &Path, reason: Message) -> Error {
    Error::new(ErrorKind::Record, reason).in_file(path.display().to_string()).with_hint(say!("record-hint"))
}
