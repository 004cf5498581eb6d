//! Records divided among partitions: written to chunks of memory, and from there to disk where they do not fit.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::batch::memory::spill::{Piece, Spill};
use crate::batch::operation::{RECORD_BYTES_MAX, RecordWriter};
use crate::error::Error;

/// A chunk has at most so many bytes.
pub(crate) const CHUNK_BYTES: usize = 16 << 10;
const CHUNK_BYTES_MIN: usize = 512;
/// Chunks go to disk in writes of this size.
const WRITE_BYTES: usize = 256 << 10;
/// Before each piece on disk: where the one before it of the same partition stands.
const LINK_BYTES: usize = 16;

/// Chunks of memory, shared by all workers and used again when what they held is done with.
#[derive(Debug)]
pub(crate) struct Chunks {
    empty: Mutex<Vec<Vec<u8>>>,
    /// Chunks that may still be made before something has to go to disk.
    left: AtomicUsize,
    /// Chunks that are kept for each move.
    for_move: usize,
    bytes: usize,
}

/// How often records are moved at most once they are all there: a move needs chunks before it gives any back.
const MOVES: usize = 3;

impl Chunks {
    /// At most about `budget` bytes for this many workers, each with so many partitions while operations come in and so
    /// many of them in a later move.
    pub fn new(budget: usize, workers: usize, partitions: usize, of_move: usize) -> Chunks {
        // Every worker has a chunk open in every partition.
        let bytes = (budget / 4 / workers.max(1) / partitions.max(1)).clamp(CHUNK_BYTES_MIN, CHUNK_BYTES);
        let for_move = workers * of_move;
        let left = (budget / bytes).saturating_sub(MOVES * for_move);
        Chunks { empty: Mutex::default(), left: AtomicUsize::new(left), for_move, bytes }
    }

    /// To be called before records are moved, [`MOVES`] times at most.
    pub fn allow_move(&self) {
        self.left.fetch_add(self.for_move, Ordering::Relaxed);
    }

    fn empty(&self) -> MutexGuard<'_, Vec<Vec<u8>>> {
        self.empty.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self) -> Option<Vec<u8>> {
        if let Some(chunk) = self.empty().pop() {
            return Some(chunk);
        }
        let less = |left: usize| left.checked_sub(1);
        self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less).ok()?;
        Some(Vec::with_capacity(self.bytes))
    }

    fn give_back(&self, chunks: impl IntoIterator<Item = Vec<u8>>) {
        self.empty().extend(chunks.into_iter().map(|mut chunk| {
            chunk.clear();
            chunk
        }));
    }
}

/// One worker's records on their way into partitions.
#[derive(Debug)]
pub(crate) struct Scatter<'a> {
    chunks: &'a Chunks,
    open: Vec<Open>,
    partitions: Vec<Partition>,
    /// Chunks that have been written to disk and wait for more.
    spare: Vec<Vec<u8>>,
    dir: PathBuf,
    spill: Option<Spill>,
}

/// The chunk of a partition that is being written. Everything that a record touches stands together.
#[derive(Debug, Default)]
pub(crate) struct Open {
    pub chunk: Vec<u8>,
    /// Begins anew with every chunk, since each is read by itself.
    pub writer: RecordWriter,
    records: u64,
}

/// The records that one worker has given to one partition, in chunks that can each be read by itself.
#[derive(Debug, Default)]
pub(crate) struct Partition {
    pub records: u64,
    pub bytes: u64,
    pub chunks: u64,
    held: Vec<Vec<u8>>,
    /// The last piece on disk; each begins with where the one before it stands, so that any number costs no memory.
    spilled: Option<Piece>,
    spill: Option<Arc<Spill>>,
}

impl<'a> Scatter<'a> {
    pub fn new(chunks: &'a Chunks, partitions: usize, dir: &Path) -> Scatter<'a> {
        Scatter {
            chunks,
            open: (0..partitions).map(|_| Open::default()).collect(),
            partitions: (0..partitions).map(|_| Partition::default()).collect(),
            spare: Vec::new(),
            dir: dir.to_path_buf(),
            spill: None,
        }
    }

    /// The open chunk of the partition, with room for one record, which is to be written now.
    #[inline]
    pub fn room(&mut self, partition: usize) -> Result<&mut Open, Error> {
        let chunk = &self.open[partition].chunk;
        if chunk.capacity() - chunk.len() < RECORD_BYTES_MAX {
            self.next_chunk(partition)?;
        }
        let open = &mut self.open[partition];
        open.records += 1;
        Ok(open)
    }

    /// Puts an empty chunk in place of the full one.
    #[cold]
    fn next_chunk(&mut self, partition: usize) -> Result<(), Error> {
        let chunk = match self.spare.pop().or_else(|| self.chunks.take()) {
            Some(chunk) => chunk,
            None => {
                self.write_chunks()?;
                self.spare.pop().unwrap_or_else(|| Vec::with_capacity(self.chunks.bytes))
            }
        };
        let open = &mut self.open[partition];
        open.writer = RecordWriter::default();
        self.partitions[partition].hold(std::mem::replace(&mut open.chunk, chunk));
        Ok(())
    }

    /// Writes the full chunks to the temporary file, or where there are none the open ones, and keeps their memory for
    /// the next records.
    fn write_chunks(&mut self) -> Result<(), Error> {
        if self.partitions.iter().all(|partition| partition.held.is_empty()) {
            for (partition, open) in self.partitions.iter_mut().zip(&mut self.open) {
                partition.hold(std::mem::take(&mut open.chunk));
            }
        }
        let spill = match &mut self.spill {
            Some(spill) => spill,
            None => self.spill.insert(Spill::create(&self.dir)?),
        };
        let mut batch = Vec::with_capacity(WRITE_BYTES);
        for partition in &mut self.partitions {
            for mut chunk in partition.held.drain(..) {
                if batch.len() + LINK_BYTES + chunk.len() > WRITE_BYTES {
                    spill.append(&batch)?;
                    batch.clear();
                }
                let at = spill.end() + batch.len() as u64;
                batch.extend_from_slice(&link(partition.spilled));
                batch.extend_from_slice(&chunk);
                partition.spilled = Some(Piece { at, bytes: (LINK_BYTES + chunk.len()) as u64 });
                chunk.clear();
                self.spare.push(chunk);
            }
        }
        spill.append(&batch)?;
        Ok(())
    }

    /// What was given to each partition.
    pub fn finish(mut self) -> Vec<Partition> {
        self.chunks.give_back(self.spare);
        let spill = self.spill.map(Arc::new);
        for (partition, open) in self.partitions.iter_mut().zip(self.open) {
            partition.hold(open.chunk);
            partition.records = open.records;
            partition.spill.clone_from(&spill);
        }
        self.partitions
    }
}

/// Where another piece stands, or 0 bytes for none.
fn link(piece: Option<Piece>) -> [u8; LINK_BYTES] {
    let piece = piece.unwrap_or(Piece { at: 0, bytes: 0 });
    let mut link = [0; LINK_BYTES];
    link[..8].copy_from_slice(&piece.at.to_le_bytes());
    link[8..].copy_from_slice(&piece.bytes.to_le_bytes());
    link
}

fn linked(link: &[u8]) -> Option<Piece> {
    let (at, bytes) = (link.first_chunk::<8>()?, link.last_chunk::<8>()?);
    let piece = Piece { at: u64::from_le_bytes(*at), bytes: u64::from_le_bytes(*bytes) };
    (piece.bytes > 0).then_some(piece)
}

impl Partition {
    fn hold(&mut self, chunk: Vec<u8>) {
        if !chunk.is_empty() {
            self.bytes += chunk.len() as u64;
            self.chunks += 1;
            self.held.push(chunk);
        } else if chunk.capacity() > 0 {
            self.held.push(chunk);
        }
    }

    /// Gives the chunks, each to be read by itself; `buffer` holds those that come from disk.
    pub fn for_each_chunk(
        &self,
        buffer: &mut Vec<u8>,
        mut each: impl FnMut(&[u8]) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.for_each_spilled(buffer, &mut each)?;
        self.held().try_for_each(each)
    }

    /// The same of those that come from disk.
    pub fn for_each_spilled(
        &self,
        buffer: &mut Vec<u8>,
        mut each: impl FnMut(&[u8]) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut next = self.spilled;
        while let (Some(piece), Some(spill)) = (next, &self.spill) {
            buffer.resize(piece.bytes as usize, 0);
            spill.read(piece.at, buffer)?;
            let (before, chunk) = buffer.split_at_checked(LINK_BYTES).unwrap_or_default();
            next = linked(before);
            each(chunk)?;
        }
        Ok(())
    }

    /// The chunks that are in memory.
    pub fn held(&self) -> impl Iterator<Item = &[u8]> {
        self.held.iter().map(Vec::as_slice)
    }

    /// Gives the chunks to be changed in place; `each` tells whether it has.
    pub fn change_each_chunk(
        &mut self,
        buffer: &mut Vec<u8>,
        mut each: impl FnMut(&mut [u8]) -> Result<bool, Error>,
    ) -> Result<(), Error> {
        let mut next = self.spilled;
        while let (Some(piece), Some(spill)) = (next, &self.spill) {
            buffer.resize(piece.bytes as usize, 0);
            spill.read(piece.at, buffer)?;
            let (before, chunk) = buffer.split_at_mut_checked(LINK_BYTES).unwrap_or_default();
            next = linked(before);
            if each(chunk)? {
                spill.rewrite(piece.at, buffer)?;
            }
        }
        self.held.iter_mut().try_for_each(|chunk| each(chunk).map(drop))
    }

    /// Gives the chunks and their memory back, one after another.
    pub fn take_each_chunk(
        mut self,
        chunks: &Chunks,
        buffer: &mut Vec<u8>,
        mut each: impl FnMut(&[u8]) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let held = std::mem::take(&mut self.held);
        self.for_each_chunk(buffer, &mut each)?;
        held.into_iter().try_for_each(|chunk| {
            each(&chunk)?;
            chunks.give_back([chunk]);
            Ok(())
        })
    }

    /// Gives the memory back.
    pub fn release(self, chunks: &Chunks) {
        chunks.give_back(self.held);
    }
}

/// The partitions of all workers: for each number what every worker has given to it, to be taken once.
#[derive(Debug)]
pub(crate) struct Partitions {
    by_number: Vec<Mutex<Vec<Partition>>>,
}

impl Partitions {
    pub fn new(workers: impl IntoIterator<Item = Vec<Partition>>) -> Partitions {
        let mut partitions = Partitions { by_number: Vec::new() };
        workers.into_iter().for_each(|worker| partitions.add(worker));
        partitions
    }

    /// Partitions with these parts each.
    pub fn from_parts(by_number: Vec<Vec<Partition>>) -> Partitions {
        Partitions { by_number: by_number.into_iter().map(Mutex::new).collect() }
    }

    /// Adds what another worker has given to each partition.
    pub fn add(&mut self, worker: Vec<Partition>) {
        self.by_number.resize_with(worker.len().max(self.by_number.len()), Mutex::default);
        for (parts, partition) in self.by_number.iter_mut().zip(worker) {
            parts.get_mut().unwrap_or_else(PoisonError::into_inner).push(partition);
        }
    }

    pub fn count(&self) -> usize {
        self.by_number.len()
    }

    /// Bytes of the records of one partition.
    pub fn bytes(&self, number: usize) -> u64 {
        self.look(number, |parts| parts.iter().map(|part| part.bytes).sum())
    }

    /// Looks at the records of one partition without taking them.
    pub fn look<T>(&self, number: usize, look: impl FnOnce(&mut [Partition]) -> T) -> T {
        match self.by_number.get(number) {
            Some(partition) => look(&mut partition.lock().unwrap_or_else(PoisonError::into_inner)),
            None => look(&mut []),
        }
    }

    /// The records of one partition; empty the second time.
    pub fn take(&self, number: usize) -> Vec<Partition> {
        let Some(partition) = self.by_number.get(number) else { return Vec::new() };
        std::mem::take(&mut *partition.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A mebibyte is 64 chunks of 16 KiB; each of three moves keeps eight of them.
    #[test]
    fn no_more_chunks_are_made_than_the_budget_has() {
        let made = |chunks: &Chunks| (0..100).map_while(|_| chunks.take()).count();
        assert_eq!(made(&Chunks::new(1 << 20, 1, 1, 0)), 64);
        let chunks = Chunks::new(1 << 20, 1, 1, 8);
        assert_eq!(made(&chunks), 64 - 3 * 8);
        chunks.allow_move();
        assert_eq!(made(&chunks), 8);
        chunks.give_back([Vec::with_capacity(1)]);
        assert_eq!(made(&chunks), 1);
    }

    /// A chunk without memory, as every partition begins with, is none to be used again.
    #[test]
    fn a_partition_keeps_what_has_memory() {
        let mut partition = Partition::default();
        [Vec::new(), Vec::with_capacity(8), vec![1, 2]].into_iter().for_each(|chunk| partition.hold(chunk));
        assert_eq!((partition.held.len(), partition.chunks, partition.bytes), (2, 1, 2));
    }

    /// Eight chunks of 512 bytes for two partitions, and twenty times as many records.
    #[cfg(feature = "spill")]
    #[test]
    fn what_goes_to_disk_comes_back_with_what_stays() {
        use crate::batch::operation::{OperationRef, Position, Records};
        use crate::money::Tenge;

        let (dir, chunks) = (tempfile::tempdir().unwrap(), Chunks::new(4 << 10, 1, 2, 0));
        let mut scatter = Scatter::new(&chunks, 2, dir.path());
        let ids: Vec<String> = (0..4_000).map(|number| format!("{number:04}")).collect();
        for (number, id) in ids.iter().enumerate() {
            let operation = OperationRef {
                id: id.as_bytes(),
                iin: "900101300017".parse().unwrap(),
                settled_on: "2026-08-05".parse().unwrap(),
                corrects_on: None,
                income: Tenge::ZERO,
            };
            let open = scatter.room(number % 2).unwrap();
            open.writer.write(&operation, Position::new(0, number as u64), &mut open.chunk);
        }
        let parts = scatter.finish();
        assert!(parts.iter().all(|part| part.spilled.is_some()));
        for (rest, part) in parts.iter().enumerate() {
            let (mut read, mut bytes) = (Vec::new(), 0);
            part.for_each_chunk(&mut Vec::new(), |chunk| {
                bytes += chunk.len() as u64;
                read.extend(Records::new(chunk).map(|record| record.id.to_vec()));
                Ok(())
            })
            .unwrap();
            read.sort_unstable();
            let expected = ids.iter().skip(rest).step_by(2).map(|id| id.as_bytes());
            assert!(read.iter().map(|id| &id[..]).eq(expected));
            assert_eq!((part.records, part.bytes), (2_000, bytes));
        }
    }
}
