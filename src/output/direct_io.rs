//! What large files have beyond their first mebibytes: written past the system's page cache while they grow.
//!
//! Every output is put on the disk before it is published. The copy that the system would keep of it takes longer to
//! make than the disk takes for it, and in the end there would be that much to wait for.

use std::fs::File;
use std::io;
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::Path;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;

use rustix::fs::OFlags;

use crate::threads::{joined, started};

/// What is written past the page cache begins and ends at multiples of this, in memory as in the file: no disk in use
/// has larger blocks.
pub(crate) const BLOCK_BYTES: usize = 4 << 10;
const PIECE_BYTES: usize = 2 << 20;
/// One that is filled and others that wait for the disk.
const PIECES: usize = 3;

/// The end of a file, from a multiple of [`BLOCK_BYTES`] on.
#[derive(Debug)]
pub(crate) struct LargeFile {
    /// The same file in the usual way.
    file: File,
    /// Where what is filled at the moment will stand.
    at: u64,
    filling: Piece,
    empty: Receiver<Piece>,
    full: Sender<(Piece, u64)>,
    thread: JoinHandle<io::Result<()>>,
}

/// Bytes that wait to be written.
#[derive(Debug)]
struct Piece {
    memory: Vec<u8>,
    /// Where in the memory the first multiple of [`BLOCK_BYTES`] is.
    start: usize,
    count: usize,
}

impl Piece {
    fn new() -> Piece {
        let memory = vec![0; PIECE_BYTES + BLOCK_BYTES];
        let address = memory.as_ptr().addr();
        Piece { start: address.next_multiple_of(BLOCK_BYTES) - address, memory, count: 0 }
    }

    /// Takes what it has room for and gives the rest.
    fn fill<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        let (own, rest) = bytes.split_at(bytes.len().min(PIECE_BYTES - self.count));
        let from = self.start + self.count;
        self.memory[from..from + own.len()].copy_from_slice(own);
        self.count += own.len();
        rest
    }

    fn bytes(&self) -> &[u8] {
        &self.memory[self.start..self.start + self.count]
    }
}

impl LargeFile {
    /// Goes on with this file from a multiple of [`BLOCK_BYTES`] on; `None` where the file system or the system has no
    /// such way.
    pub fn after(file: &File, path: &Path, at: u64) -> Option<LargeFile> {
        let direct = File::options().write(true).custom_flags(OFlags::DIRECT.bits() as i32).open(path).ok()?;
        let (file, usual) = (file.try_clone().ok()?, file.try_clone().ok()?);
        let (give_back, empty) = mpsc::channel();
        let (full, pieces) = mpsc::channel::<(Piece, u64)>();
        (1..PIECES).try_for_each(|_| give_back.send(Piece::new())).ok()?;
        let write = move || {
            while let Ok((mut piece, at)) = pieces.recv() {
                match direct.write_all_at(piece.bytes(), at) {
                    // Where blocks are larger, or a part of a block fitted.
                    Err(cause) if cause.kind() == io::ErrorKind::InvalidInput => {
                        usual.write_all_at(piece.bytes(), at)?;
                    }
                    written => written?,
                }
                piece.count = 0;
                // Nobody takes it after the last one.
                give_back.send(piece).ok();
            }
            Ok(())
        };
        let thread = started(write)?;
        Some(LargeFile { file, at, filling: Piece::new(), empty, full, thread })
    }

    /// Appends these bytes.
    pub fn write(self, mut bytes: &[u8]) -> io::Result<LargeFile> {
        let mut large = self;
        loop {
            bytes = large.filling.fill(bytes);
            if bytes.is_empty() {
                return Ok(large);
            }
            // The thread ends before the file does only where it fails.
            let Ok(next) = large.empty.recv() else { return Err(large.ended()) };
            let piece = std::mem::replace(&mut large.filling, next);
            let (at, count) = (large.at, piece.count as u64);
            if large.full.send((piece, at)).is_err() {
                return Err(large.ended());
            }
            large.at += count;
        }
    }

    /// Writes what is left; the file ends there.
    pub fn finish(mut self) -> io::Result<()> {
        let end = self.at + self.filling.count as u64;
        let whole = self.filling.count.next_multiple_of(BLOCK_BYTES);
        self.filling.fill(&[0; BLOCK_BYTES][..whole - self.filling.count]);
        let LargeFile { file, at, filling, full, thread, .. } = self;
        full.send((filling, at)).ok();
        drop(full);
        joined(thread)?;
        file.set_len(end)
    }

    /// Why the thread has ended.
    fn ended(self) -> io::Error {
        drop(self.full);
        joined(self.thread).err().unwrap_or_else(|| io::ErrorKind::BrokenPipe.into())
    }
}
