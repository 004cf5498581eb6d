//! What does not fit the memory budget goes to a temporary file without a name, in long pieces that can be read back.

use std::io;
use std::path::{Path, PathBuf};

use crate::batch::memory::file_at::FileAt;
use crate::error::{Error, ErrorKind, of_system};
use crate::words::say;

/// A file that has no name: the system removes it with the process, however that ends.
#[derive(Debug)]
pub(crate) struct Spill {
    file: FileAt,
    dir: PathBuf,
    bytes: u64,
}

/// A piece of a [`Spill`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    pub at: u64,
    pub bytes: u64,
}

impl Spill {
    #[cfg(feature = "spill")]
    pub fn create(dir: &Path) -> Result<Spill, Error> {
        match tempfile::tempfile_in(dir) {
            Ok(file) => Ok(Spill { file: FileAt::new(file), dir: dir.to_path_buf(), bytes: 0 }),
            Err(cause) => Err(fault(dir, 0, &cause)),
        }
    }

    /// Without the feature `spill` there are no temporary files.
    #[cfg(not(feature = "spill"))]
    pub fn create(_: &Path) -> Result<Spill, Error> {
        Err(Error::new(ErrorKind::Memory, say!("memory-too-small")).with_hint(say!("memory-too-small-hint")))
    }

    /// Appends bytes and tells where they stand.
    pub fn append(&mut self, bytes: &[u8]) -> Result<Piece, Error> {
        let at = self.bytes;
        self.rewrite(at, bytes)?;
        self.bytes += bytes.len() as u64;
        Ok(Piece { at, bytes: bytes.len() as u64 })
    }

    /// Puts other bytes in the place of those that stand there.
    pub fn rewrite(&self, at: u64, bytes: &[u8]) -> Result<(), Error> {
        self.file.write_all(at, bytes).map_err(|cause| fault(&self.dir, self.bytes, &cause))
    }

    /// Where the next bytes will stand.
    pub fn end(&self) -> u64 {
        self.bytes
    }

    /// Fills the buffer with bytes from this place on.
    pub fn read(&self, at: u64, buffer: &mut [u8]) -> Result<(), Error> {
        self.file.read_exact(at, buffer).map_err(|cause| fault(&self.dir, self.bytes, &cause))
    }
}

fn fault(dir: &Path, written: u64, cause: &io::Error) -> Error {
    let dir = dir.display().to_string();
    let message = say!("spill-failed", dir = dir, cause = of_system(cause), written = written.to_string());
    let hint = match cause.kind() {
        io::ErrorKind::FileTooLarge => say!("file-too-large-hint"),
        // The other place is a directory that the run itself has made.
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::PermissionDenied => {
            say!("temporary-directory-hint")
        }
        _ => say!("spill-failed-hint"),
    };
    Error::new(ErrorKind::Output, message).with_hint(hint)
}

/// Reads a [`Piece`] from its start in steps of a buffer.
#[derive(Debug)]
pub(crate) struct PieceReader {
    piece: Piece,
    buffer: Vec<u8>,
    /// What of the buffer has been taken, and what of it is filled.
    taken: usize,
    filled: usize,
}

impl PieceReader {
    pub fn new(piece: Piece, buffer_bytes: usize) -> PieceReader {
        PieceReader { piece, buffer: vec![0; buffer_bytes], taken: 0, filled: 0 }
    }

    /// The next `count` bytes; `None` at the end of the piece. The buffer grows to the largest count asked for.
    pub fn take(&mut self, spill: &Spill, count: usize) -> Result<Option<&[u8]>, Error> {
        if self.filled - self.taken < count {
            let kept = self.filled - self.taken;
            let more = usize::try_from(self.piece.bytes).unwrap_or(usize::MAX).min(self.buffer.len().max(count) - kept);
            if kept + more < count {
                return Ok(None);
            }
            self.buffer.copy_within(self.taken..self.filled, 0);
            self.buffer.resize(self.buffer.len().max(count), 0);
            spill.read(self.piece.at, &mut self.buffer[kept..kept + more])?;
            self.piece.at += more as u64;
            self.piece.bytes -= more as u64;
            (self.taken, self.filled) = (0, kept + more);
        }
        let bytes = &self.buffer[self.taken..self.taken + count];
        self.taken += count;
        Ok(Some(bytes))
    }

    /// The last `count` bytes that were taken.
    pub fn last_taken(&self, count: usize) -> &[u8] {
        &self.buffer[self.taken - count..self.taken]
    }
}

#[cfg(test)]
#[cfg(feature = "cli")]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::words::Caller;

    #[test]
    fn room_is_no_hint_for_a_directory_that_is_not_there() {
        let error = Spill::create(Path::new("/no/such/directory")).unwrap_err();
        assert_eq!(
            error.hint_for(Caller::CommandLine, Language::En).as_deref(),
            Some("name in TMPDIR a directory that is there and has room")
        );
    }
}
