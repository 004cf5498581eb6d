//! The directory of an earlier run, which is taken only as its receipt has it.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use memchr::memrchr;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorKind};
use crate::output::digest::{READ_BYTES, digest_of, hex};

/// A directory whose receipt verifies.
#[derive(Debug)]
pub(crate) struct Run {
    dir: PathBuf,
    /// The digest of the receipt.
    pub receipt: String,
    /// What the receipt says.
    pub json: Value,
    outputs: Vec<Listed>,
}

/// A file as the receipt has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    pub name: String,
    pub bytes: u64,
    pub sha256: String,
}

const RECORD_HINT: &str = "a run's directory is a record and is never edited: run again";

impl Run {
    /// The run in this directory. The receipt is verified, and that every file it lists is there in its size; what is in a
    /// file is verified when it is read.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where the receipt is missing or does not verify, a file of it is missing or has another
    /// size, or the receipt does not have one of the files that are needed.
    pub fn open(dir: &Path, needed: &[&str]) -> Result<Run, Error> {
        let path = dir.join("receipt.json");
        let text = small(&path)?;
        let receipt = hex(&Sha256::digest(&text));
        let kept = small(&dir.join("receipt.sha256"))?;
        if kept != digest_line(&receipt).as_bytes() {
            return Err(refused(&path, "does not verify: receipt.sha256 is the digest of another text"));
        }
        let json: Value =
            serde_json::from_slice(&text).map_err(|error| refused(&path, &format!("is no receipt: {error}")))?;
        let outputs =
            listed(&json, "outputs").ok_or_else(|| refused(&path, "is no receipt: it has no list of outputs"))?;
        // Whoever reads on must not take a list that cannot be read for an empty one.
        if json.get("inputs").is_some() && listed(&json, "inputs").is_none() {
            return Err(refused(&path, "is no receipt: its list of inputs cannot be read"));
        }
        let run = Run { dir: dir.to_path_buf(), receipt, json, outputs };
        run.needs(needed)?;
        run.outputs.iter().try_for_each(|output| run.check_size(output))?;
        Ok(run)
    }

    /// That the receipt has these files.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] with the first that it does not have.
    pub fn needs(&self, names: &[&str]) -> Result<(), Error> {
        let Some(name) = names.iter().find(|name| !self.has(name)) else { return Ok(()) };
        Err(Error::new(ErrorKind::Input, format!("does not have the output `{name}`"))
            .in_file(self.path("receipt.json").display().to_string())
            .hint("this is the directory of another command: name one that `ustap calculate` has written"))
    }

    /// Whether the receipt has a file of this name.
    pub fn has(&self, name: &str) -> bool {
        self.outputs.iter().any(|output| output.name == name)
    }

    fn check_size(&self, output: &Listed) -> Result<(), Error> {
        let path = self.dir.join(&output.name);
        let file = path.metadata().map_err(|cause| unreadable(&path, &cause))?;
        if file.len() == output.bytes {
            return Ok(());
        }
        Err(refused(&path, &format!("has {} bytes, the receipt says {}", file.len(), output.bytes)))
    }

    /// Hands the lines of a file that its receipt has, with their numbers from 1 and without their ends, to `each`; the
    /// first must be `header`.
    ///
    /// # Errors
    /// What `each` gives; kind [`ErrorKind::Input`] where the file does not have the digest of the receipt, which is told
    /// rather than what `each` says about it.
    pub fn lines(
        &self,
        name: &str,
        header: &str,
        mut each: impl FnMut(u64, &[u8]) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let path = self.dir.join(name);
        let mut file = File::open(&path).map_err(|cause| unreadable(&path, &cause))?;
        let (mut digest, mut buffer) = (Sha256::new(), vec![0; READ_BYTES]);
        let (mut held, mut line) = (0, 0);
        let mut result = Ok(());
        loop {
            if held == buffer.len() {
                buffer.resize(held * 2, 0);
            }
            let count = match file.read(&mut buffer[held..]) {
                Ok(count) => count,
                Err(cause) if cause.kind() == io::ErrorKind::Interrupted => continue,
                Err(cause) => return Err(unreadable(&path, &cause)),
            };
            digest.update(&buffer[held..held + count]);
            held += count;
            let end = if count == 0 { held } else { memrchr(b'\n', &buffer[..held]).map_or(0, |at| at + 1) };
            for text in lines(&buffer[..end]) {
                line += 1;
                // After the first fault only the digest is of interest.
                if result.is_err() {
                    break;
                }
                let taken = match line {
                    1 if text != header.as_bytes() => Err(Error::new(ErrorKind::Input, "has another header")),
                    1 => Ok(()),
                    _ => each(line, text),
                };
                result = taken.map_err(|error| match error.kind() {
                    ErrorKind::Input => error.in_file(path.display().to_string()).at_line(line),
                    // Something else went wrong with what the line gave.
                    _ => error,
                });
            }
            buffer.copy_within(end..held, 0);
            held -= end;
            if count == 0 {
                break;
            }
        }
        self.is_digest(name, &digest.finalize())?;
        result
    }

    /// Whether a file that was read in another way has the digest of the receipt.
    pub fn is_digest(&self, name: &str, sha256: &[u8]) -> Result<(), Error> {
        is_digest(&self.path(name), self.digest(name), sha256)
    }

    /// Verifies a file that is not needed otherwise.
    pub fn verify(&self, name: &str) -> Result<(), Error> {
        self.verification(name)()
    }

    /// What verifies a file, for another thread to do.
    pub fn verification(&self, name: &str) -> impl FnOnce() -> Result<(), Error> + Send + use<> {
        let (path, digest) = (self.path(name), self.digest(name).map(str::to_owned));
        move || {
            let (sha256, _) = digest_of(&path).map_err(|cause| unreadable(&path, &cause))?;
            is_digest(&path, digest.as_deref(), &sha256)
        }
    }

    /// The digest that the receipt has of a file.
    fn digest(&self, name: &str) -> Option<&str> {
        self.outputs.iter().find(|output| output.name == name).map(|output| output.sha256.as_str())
    }

    /// The error of a run whose files do not hold together, with its directory where no file is named.
    pub fn refused(&self, error: Error) -> Error {
        match error.place().file {
            Some(_) => error,
            None => error.in_file(self.dir.display().to_string()),
        }
        .hint(RECORD_HINT)
    }

    /// Where the file with this name is.
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }
}

fn is_digest(path: &Path, of_receipt: Option<&str>, sha256: &[u8]) -> Result<(), Error> {
    match of_receipt {
        Some(digest) if digest == hex(sha256) => Ok(()),
        Some(_) => Err(refused(path, "does not verify: its digest is not the one of the receipt")),
        None => Err(refused(path, "is not in the receipt")),
    }
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

/// The files in this part of a receipt; `None` where it has none.
pub(crate) fn listed(receipt: &Value, part: &str) -> Option<Vec<Listed>> {
    let files = receipt.get(part)?.as_array()?;
    let listed = |file: &Value| {
        Some(Listed {
            name: file.get("name")?.as_str()?.to_owned(),
            bytes: file.get("bytes")?.as_u64()?,
            sha256: file.get("sha256")?.as_str()?.to_owned(),
        })
    };
    // A name that leads out of the directory is none of a receipt's.
    let inside = |listed: &Listed| !listed.name.starts_with('/') && !listed.name.split('/').any(|part| part == "..");
    files.iter().map(|file| listed(file).filter(inside)).collect()
}

/// The digests of the receipts that a receipt names as earlier ones.
pub(crate) fn previous(receipt: &Value) -> Vec<String> {
    let digests = receipt.get("previous").and_then(Value::as_array);
    digests.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// What `receipt.sha256` has for a receipt with this digest.
pub(crate) fn digest_line(sha256: &str) -> String {
    format!("{sha256}  receipt.json\n")
}

fn small(path: &Path) -> Result<Vec<u8>, Error> {
    std::fs::read(path).map_err(|cause| unreadable(path, &cause))
}

fn unreadable(path: &Path, cause: &io::Error) -> Error {
    let error = Error::new(ErrorKind::Input, format!("cannot be read: {cause}")).in_file(path.display().to_string());
    if cause.kind() == io::ErrorKind::NotFound {
        error.hint("the directory of a run has receipt.json, receipt.sha256 and every file that the receipt lists")
    } else {
        error
    }
}

fn refused(path: &Path, reason: &str) -> Error {
    Error::new(ErrorKind::Input, reason).in_file(path.display().to_string()).hint(RECORD_HINT)
}
