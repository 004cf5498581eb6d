//! The file of a workbook.

use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::output::file::{self, OutputFile, Written};

/// The file of a workbook, which is written with steps back: digested when it is done.
pub(super) struct BookFile {
    path: PathBuf,
    name: String,
    file: io::BufWriter<std::fs::File>,
}

impl BookFile {
    pub fn create(path: &Path, name: String) -> Result<BookFile, Error> {
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

    pub fn finish(self) -> Result<Written, Error> {
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
