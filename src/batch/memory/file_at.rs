//! A file that several threads read and write at places of their own.

use std::fs::File;
use std::io;
#[cfg(not(unix))]
use std::{
    io::{Read, Seek, SeekFrom, Write},
    sync::{Mutex, PoisonError},
};

/// Reads and writes without a place that others could move.
#[derive(Debug)]
pub(crate) struct FileAt {
    #[cfg(unix)]
    file: File,
    #[cfg(not(unix))]
    file: Mutex<File>,
}

#[cfg(unix)]
impl FileAt {
    #[cfg(feature = "spill")]
    pub fn new(file: File) -> FileAt {
        FileAt { file }
    }

    /// Reads at most so many bytes as the buffer has.
    pub fn read(&self, at: u64, buffer: &mut [u8]) -> io::Result<usize> {
        std::os::unix::fs::FileExt::read_at(&self.file, buffer, at)
    }

    pub fn read_exact(&self, at: u64, buffer: &mut [u8]) -> io::Result<()> {
        std::os::unix::fs::FileExt::read_exact_at(&self.file, buffer, at)
    }

    pub fn write_all(&self, at: u64, bytes: &[u8]) -> io::Result<()> {
        std::os::unix::fs::FileExt::write_all_at(&self.file, bytes, at)
    }
}

#[cfg(not(unix))]
impl FileAt {
    #[cfg(feature = "spill")]
    pub fn new(file: File) -> FileAt {
        FileAt { file: Mutex::new(file) }
    }

    fn at<T>(&self, at: u64, act: impl FnOnce(&mut File) -> io::Result<T>) -> io::Result<T> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(at))?;
        act(&mut file)
    }

    /// Reads at most so many bytes as the buffer has.
    pub fn read(&self, at: u64, buffer: &mut [u8]) -> io::Result<usize> {
        self.at(at, |file| file.read(buffer))
    }

    pub fn read_exact(&self, at: u64, buffer: &mut [u8]) -> io::Result<()> {
        self.at(at, |file| file.read_exact(buffer))
    }

    pub fn write_all(&self, at: u64, bytes: &[u8]) -> io::Result<()> {
        self.at(at, |file| file.write_all(bytes))
    }
}
