//! Rows of sheets, packed on a thread of their own while more of them come in.
//!
//! The rows of several sheets come in turn, and a sheet's XML begins with what is known at its end. So blocks are packed
//! each by itself and wait in a temporary file without a name: packed blocks stand one behind another in an archive as
//! they are.

use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::JoinHandle;

use flate2::{Compress, Compression, Crc, FlushCompress};

use crate::error::Error;
use crate::output::file::fault;
use crate::threads::{joined, started};

/// A block is packed when it has so many bytes.
pub(super) const BLOCK_BYTES: usize = 256 << 10;
/// Blocks that wait for the thread.
const WAITING: usize = 4;
/// As Excel does: a twentieth larger than by the usual level, and a third sooner.
const LEVEL: u32 = 3;
const ROOM: usize = 64 << 10;

/// Packs bytes.
pub(super) struct Deflate {
    deflate: Compress,
    packed: Vec<u8>,
}

impl Deflate {
    pub fn new() -> Deflate {
        Deflate { deflate: Compress::new(Compression::new(LEVEL), false), packed: Vec::new() }
    }

    /// The bytes in packed form, with others behind them where they are not the last.
    pub fn pack(&mut self, bytes: &[u8], are_last: bool) -> io::Result<&[u8]> {
        let flush = if are_last { FlushCompress::Finish } else { FlushCompress::Sync };
        self.deflate.reset();
        self.packed.clear();
        loop {
            self.packed.reserve(ROOM);
            let taken = self.deflate.total_in() as usize;
            self.deflate.compress_vec(&bytes[taken..], &mut self.packed, flush)?;
            // Where room is left, everything is out.
            if self.packed.len() < self.packed.capacity() {
                return Ok(&self.packed);
            }
        }
    }
}

/// What is packed of a sheet.
#[derive(Debug, Default)]
pub(super) struct PackedRows {
    pub checksum: Crc,
    /// Bytes before they were packed.
    pub bytes: u64,
    pub packed_bytes: u64,
    /// Where each block stands in the file, and its bytes.
    blocks: Vec<(u64, usize)>,
}

/// The packed blocks of all sheets.
pub(super) struct Packed {
    file: File,
    end: u64,
    deflate: Deflate,
    sheets: Vec<PackedRows>,
}

impl Packed {
    fn create(dir: &Path) -> io::Result<Packed> {
        Ok(Packed { file: tempfile::tempfile_in(dir)?, end: 0, deflate: Deflate::new(), sheets: Vec::new() })
    }

    fn add(&mut self, sheet: usize, block: &[u8]) -> io::Result<()> {
        let packed = self.deflate.pack(block, false)?;
        self.file.write_all(packed)?;
        if self.sheets.len() <= sheet {
            self.sheets.resize_with(sheet + 1, PackedRows::default);
        }
        if let Some(rows) = self.sheets.get_mut(sheet) {
            rows.checksum.update(block);
            rows.bytes += block.len() as u64;
            rows.packed_bytes += packed.len() as u64;
            rows.blocks.push((self.end, packed.len()));
        }
        self.end += packed.len() as u64;
        Ok(())
    }

    /// The rows of a sheet; `None` where none came.
    pub fn rows(&self, sheet: usize) -> Option<&PackedRows> {
        self.sheets.get(sheet)
    }

    /// Gives the packed blocks one after another; `path` is the workbook's.
    pub fn each_block(
        &self,
        rows: &PackedRows,
        path: &Path,
        mut each: impl FnMut(&[u8]) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut buffer = Vec::new();
        for &(at, bytes) in &rows.blocks {
            buffer.resize(bytes, 0);
            self.file.read_exact_at(&mut buffer, at).map_err(|cause| fault(path, &cause))?;
            each(&buffer)?;
        }
        Ok(())
    }
}

/// Takes blocks and packs them.
pub(super) struct Packer {
    way: Way,
    /// The workbook that they are for.
    path: PathBuf,
}

enum Way {
    OnThread(SyncSender<(usize, Vec<u8>)>, JoinHandle<io::Result<Packed>>),
    /// Where the system has no thread for it.
    Here(Packed),
    /// It has failed, and said why.
    Failed,
}

impl Packer {
    /// Begins in a temporary file beside the workbook.
    ///
    /// # Errors
    /// Where there can be none.
    pub fn start(dir: &Path, path: &Path) -> Result<Packer, Error> {
        let way = Way::start(dir).map_err(|cause| fault(path, &cause))?;
        Ok(Packer { way, path: path.to_path_buf() })
    }

    /// Takes the next block of a sheet.
    ///
    /// # Errors
    /// Where a block, be it an earlier one, cannot be written.
    pub fn add(&mut self, sheet: usize, block: Vec<u8>) -> Result<(), Error> {
        let added = match &mut self.way {
            Way::Here(packed) => packed.add(sheet, &block),
            Way::OnThread(blocks, _) if blocks.send((sheet, block)).is_ok() => Ok(()),
            // The thread ends before the blocks do only where it fails.
            way => std::mem::replace(way, Way::Failed).finish().map(drop),
        };
        added.map_err(|cause| fault(&self.path, &cause))
    }

    /// All blocks in packed form.
    ///
    /// # Errors
    /// As those of [`Packer::add`].
    pub fn finish(self) -> Result<Packed, Error> {
        self.way.finish().map_err(|cause| fault(&self.path, &cause))
    }
}

impl Way {
    fn start(dir: &Path) -> io::Result<Way> {
        let (sender, blocks) = sync_channel::<(usize, Vec<u8>)>(WAITING);
        let mut packed = Packed::create(dir)?;
        let pack = move || {
            while let Ok((sheet, block)) = blocks.recv() {
                packed.add(sheet, &block)?;
            }
            Ok(packed)
        };
        Ok(match started(pack) {
            Some(thread) => Way::OnThread(sender, thread),
            None => Way::Here(Packed::create(dir)?),
        })
    }

    fn finish(self) -> io::Result<Packed> {
        match self {
            Way::Here(packed) => Ok(packed),
            Way::OnThread(blocks, thread) => {
                drop(blocks);
                joined(thread)
            }
            Way::Failed => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::DeflateDecoder;

    use super::*;

    /// Bytes that packing makes no shorter.
    fn random(count: usize) -> Vec<u8> {
        let mut state = 7u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as u8
        };
        (0..count).map(|_| next()).collect()
    }

    /// On a thread and without one: each block alone, none, and more than the room that is made for one at a time.
    #[test]
    fn blocks_behind_one_another_unpack_to_what_they_were() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.xlsx");
        for way in [Way::start(dir.path()).unwrap(), Way::Here(Packed::create(dir.path()).unwrap())] {
            let mut packer = Packer { way, path: path.clone() };
            let long = random(3 * ROOM + 1);
            let blocks = [(2, &b"<row/>"[..]), (0, &long), (2, b""), (2, &[b'a'; BLOCK_BYTES]), (0, b"end")];
            blocks.iter().for_each(|(sheet, block)| packer.add(*sheet, block.to_vec()).unwrap());
            let packed = packer.finish().unwrap();
            let mut deflate = Deflate::new();
            for sheet in [0, 2] {
                let expected: Vec<u8> =
                    blocks.iter().filter(|(of, _)| *of == sheet).flat_map(|(_, block)| block.to_vec()).collect();
                let rows = packed.rows(sheet).unwrap();
                let mut bytes = Vec::new();
                let take = |block: &[u8]| {
                    bytes.extend_from_slice(block);
                    Ok(())
                };
                packed.each_block(rows, &path, take).unwrap();
                assert_eq!(bytes.len() as u64, rows.packed_bytes);
                assert_eq!(rows.bytes, expected.len() as u64);
                let mut checksum = Crc::new();
                checksum.update(&expected);
                assert_eq!(rows.checksum.sum(), checksum.sum());
                bytes.extend_from_slice(deflate.pack(b"</sheetData>", true).unwrap());
                let mut unpacked = Vec::new();
                DeflateDecoder::new(&bytes[..]).read_to_end(&mut unpacked).unwrap();
                assert!(unpacked == [&expected[..], b"</sheetData>"].concat());
            }
            assert!(packed.rows(1).is_some_and(|rows| rows.bytes == 0) && packed.rows(3).is_none());
        }
    }

    #[test]
    fn a_thread_that_fails_says_why_once_and_is_never_believed() {
        let failed = started(|| Err(io::ErrorKind::StorageFull.into())).unwrap();
        let (blocks, none) = sync_channel(0);
        drop(none);
        let mut packer = Packer { way: Way::OnThread(blocks, failed), path: "a.xlsx".into() };
        let error = packer.add(0, Vec::new()).unwrap_err();
        assert!(error.hint().unwrap().contains("free some space"), "{error}");
        assert!(packer.add(0, Vec::new()).is_err());
        assert!(packer.finish().is_err());
    }
}
