//! Operations held until their duplicates are known, divided by the hash of the id so that equal ids meet.

use std::path::{Path, PathBuf};

use crate::batch::hash_bytes;
use crate::batch::operation::{Operation, Position, RECORD_BYTES_MAX, RecordWriter};
use crate::batch::spill::{Piece, Spill};
use crate::error::Error;

/// Into how many parts the operations are divided: a part of ten million operations fits a core's cache.
pub(crate) const PARTITIONS: usize = 512;

const CHUNK_BYTES: usize = 16 << 10;
const CHUNK_BYTES_MIN: usize = 1 << 10;

/// The partition of an id with this hash: its highest bits. The others are left to tell ids apart inside.
#[inline]
fn partition_of(hash: u64) -> usize {
    (hash >> (u64::BITS - PARTITIONS.trailing_zeros())) as usize
}

/// The operations that one worker has taken.
#[derive(Debug)]
pub(crate) struct Partitions {
    partitions: Vec<Partition>,
    chunk_bytes: usize,
    /// Chunks that may still be made before something has to go to disk.
    chunks_left: usize,
    empty: Vec<Vec<u8>>,
    dir: PathBuf,
    spill: Option<Spill>,
}

#[derive(Debug, Default)]
struct Partition {
    records: u64,
    writer: RecordWriter,
    open: Vec<u8>,
    full: Vec<Vec<u8>>,
    spilled: Vec<Piece>,
}

impl Partitions {
    /// Partitions that hold at most about `budget` bytes and write the rest under `dir`.
    pub fn new(budget: usize, dir: &Path) -> Partitions {
        let chunk_bytes = (budget / (2 * PARTITIONS)).clamp(CHUNK_BYTES_MIN, CHUNK_BYTES);
        Partitions {
            partitions: (0..PARTITIONS).map(|_| Partition::default()).collect(),
            chunk_bytes,
            chunks_left: (budget / chunk_bytes).max(PARTITIONS),
            empty: Vec::new(),
            dir: dir.to_path_buf(),
            spill: None,
        }
    }

    /// Takes an operation. Positions must not decrease from one call to the next.
    #[inline]
    pub fn push(&mut self, operation: &Operation<'_>, position: Position) -> Result<(), Error> {
        let partition = partition_of(hash_bytes(operation.id.as_bytes()));
        if self.partitions[partition].open.capacity() - self.partitions[partition].open.len() < RECORD_BYTES_MAX {
            self.next_chunk(partition)?;
        }
        let partition = &mut self.partitions[partition];
        partition.records += 1;
        partition.writer.write(operation, position, &mut partition.open);
        Ok(())
    }

    /// Puts an empty chunk in place of the full one.
    #[cold]
    fn next_chunk(&mut self, partition: usize) -> Result<(), Error> {
        if self.empty.is_empty() && self.chunks_left == 0 {
            self.write_chunks()?;
        }
        let chunk = self.empty.pop().unwrap_or_else(|| {
            self.chunks_left = self.chunks_left.saturating_sub(1);
            Vec::with_capacity(self.chunk_bytes)
        });
        let partition = &mut self.partitions[partition];
        let full = std::mem::replace(&mut partition.open, chunk);
        if !full.is_empty() {
            partition.full.push(full);
        }
        // Each chunk can be read by itself.
        partition.writer = RecordWriter::default();
        Ok(())
    }

    /// Writes every chunk to the temporary file and keeps them for the next operations.
    fn write_chunks(&mut self) -> Result<(), Error> {
        let spill = match &mut self.spill {
            Some(spill) => spill,
            None => self.spill.insert(Spill::create(&self.dir)?),
        };
        for partition in &mut self.partitions {
            let open = std::mem::take(&mut partition.open);
            for mut chunk in partition.full.drain(..).chain((open.capacity() > 0).then_some(open)) {
                if !chunk.is_empty() {
                    partition.spilled.push(spill.append(&chunk)?);
                    chunk.clear();
                }
                self.empty.push(chunk);
            }
        }
        Ok(())
    }

    /// Operations in this partition.
    pub fn records(&self, partition: usize) -> u64 {
        self.partitions[partition].records
    }

    /// Gives the chunks of one partition, each to be read by itself; `buffer` holds those that come from disk.
    pub fn for_each_chunk(
        &self,
        partition: usize,
        buffer: &mut Vec<u8>,
        mut each: impl FnMut(&[u8]) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let partition = &self.partitions[partition];
        if let Some(spill) = &self.spill {
            for piece in &partition.spilled {
                buffer.resize(piece.bytes as usize, 0);
                spill.read(piece.at, buffer)?;
                each(buffer)?;
            }
        }
        for chunk in partition.full.iter().chain([&partition.open]) {
            each(chunk)?;
        }
        Ok(())
    }
}
