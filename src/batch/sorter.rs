//! Sorts records of any number within a memory budget: sorted runs go to a temporary file and are merged.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::path::{Path, PathBuf};

use crate::batch::spill::{Piece, PieceReader, Spill};
use crate::error::Error;

/// How records with equal keys stand to each other, by their bytes.
pub(crate) type ByBytes = fn(&[u8], &[u8]) -> Ordering;

/// Runs of one level that are merged into one of the next, so that the merge at the end has few of them.
const RUNS_PER_LEVEL: usize = 64;
const READ_BYTES: usize = 64 << 10;
const READ_BYTES_MIN: usize = 4 << 10;

/// Takes records as a key and up to 65 535 bytes, gives them back in order.
#[derive(Debug)]
pub(crate) struct Sorter {
    by_bytes: ByBytes,
    /// Bytes of all records held, one after another, and where each stands.
    arena: Vec<u8>,
    index: Vec<Slot>,
    budget: usize,
    dir: PathBuf,
    /// Level 0 has the runs that were sorted here, each next one those merged from a full level before it.
    levels: Vec<Level>,
}

/// Sorted runs in a file of their own, whose space is given back when they are merged.
#[derive(Debug)]
struct Level {
    spill: Spill,
    runs: Vec<Piece>,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    key: u128,
    at: u64,
    bytes: u16,
}

impl Slot {
    fn bytes_in(self, arena: &[u8]) -> &[u8] {
        &arena[self.at as usize..self.at as usize + usize::from(self.bytes)]
    }
}

impl Sorter {
    /// A sorter that holds at most about `budget` bytes and writes the rest under `dir`.
    pub fn new(by_bytes: ByBytes, budget: usize, dir: &Path) -> Sorter {
        Sorter { by_bytes, arena: Vec::new(), index: Vec::new(), budget, dir: dir.to_path_buf(), levels: Vec::new() }
    }

    /// Whether no record was given.
    pub fn is_empty(&self) -> bool {
        self.index.is_empty() && self.levels.is_empty()
    }

    /// Takes one record whose bytes are the parts joined.
    #[inline]
    pub fn push(&mut self, key: u128, parts: &[&[u8]]) -> Result<(), Error> {
        let bytes: usize = parts.iter().map(|part| part.len()).sum();
        let held = self.arena.len() + bytes + (self.index.len() + 1) * size_of::<Slot>();
        // A vector that grows holds the old and the new half for a moment: half of the budget is its limit.
        if held > self.budget / 2 && !self.index.is_empty() {
            self.write_run()?;
        }
        self.index.push(Slot { key, at: self.arena.len() as u64, bytes: bytes as u16 });
        for part in parts {
            self.arena.extend_from_slice(part);
        }
        Ok(())
    }

    fn sort(&mut self) {
        let (arena, by_bytes) = (&self.arena, self.by_bytes);
        self.index
            .sort_unstable_by(|a, b| a.key.cmp(&b.key).then_with(|| by_bytes(a.bytes_in(arena), b.bytes_in(arena))));
    }

    fn write_run(&mut self) -> Result<(), Error> {
        self.sort();
        let spill = &mut level(&mut self.levels, 0, &self.dir)?.spill;
        let mut run = RunWriter::start(spill);
        for slot in &self.index {
            run.write(slot.key, slot.bytes_in(&self.arena))?;
        }
        let run = run.finish()?;
        self.index.clear();
        self.arena.clear();
        self.add_run(0, run)
    }

    fn add_run(&mut self, number: usize, run: Piece) -> Result<(), Error> {
        let full = level(&mut self.levels, number, &self.dir)?;
        full.runs.push(run);
        if full.runs.len() < RUNS_PER_LEVEL {
            return Ok(());
        }
        let full = std::mem::replace(full, Level { spill: Spill::create(&self.dir)?, runs: Vec::new() });
        let read_bytes = (self.budget / 2 / RUNS_PER_LEVEL).clamp(READ_BYTES_MIN, READ_BYTES);
        let mut merge = Merge::new(self.by_bytes);
        for piece in full.runs {
            merge.add(Source::Run { spill: 0, reader: PieceReader::new(piece, read_bytes) });
        }
        let mut run = RunWriter::start(&mut level(&mut self.levels, number + 1, &self.dir)?.spill);
        let mut bytes = Vec::new();
        while let Some(key) = merge.next(std::slice::from_ref(&full.spill), &mut bytes)? {
            run.write(key, &bytes)?;
        }
        let run = run.finish()?;
        self.add_run(number + 1, run)
    }

    /// All records of several sorters, each of them in order, ready to be merged.
    pub fn merge(sorters: Vec<Sorter>) -> Sorted {
        let runs: usize = sorters.iter().flat_map(|sorter| &sorter.levels).map(|level| level.runs.len()).sum();
        let budget: usize = sorters.iter().map(|sorter| sorter.budget / 2).sum();
        let read_bytes = (budget / runs.max(1)).clamp(READ_BYTES_MIN, READ_BYTES);
        let by_bytes = sorters.first().map_or(<[u8]>::cmp as ByBytes, |sorter| sorter.by_bytes);
        let mut sorted = Sorted { merge: Merge::new(by_bytes), spills: Vec::new() };
        for mut sorter in sorters {
            sorter.sort();
            for level in sorter.levels {
                for piece in level.runs {
                    let reader = PieceReader::new(piece, read_bytes);
                    sorted.merge.add(Source::Run { spill: sorted.spills.len(), reader });
                }
                sorted.spills.push(level.spill);
            }
            sorted.merge.add(Source::Held { arena: sorter.arena, index: sorter.index, next: 0 });
        }
        sorted
    }
}

/// The level with this number, at most one above those that are there.
fn level<'a>(levels: &'a mut Vec<Level>, number: usize, dir: &Path) -> Result<&'a mut Level, Error> {
    if levels.len() <= number {
        levels.push(Level { spill: Spill::create(dir)?, runs: Vec::new() });
    }
    Ok(&mut levels[number])
}

/// Writes one run: of each record the key, the number of bytes, the bytes.
struct RunWriter<'a> {
    spill: &'a mut Spill,
    buffer: Vec<u8>,
    run: Option<Piece>,
}

impl<'a> RunWriter<'a> {
    fn start(spill: &'a mut Spill) -> RunWriter<'a> {
        RunWriter { spill, buffer: Vec::with_capacity(READ_BYTES + 1024), run: None }
    }

    fn write(&mut self, key: u128, bytes: &[u8]) -> Result<(), Error> {
        self.buffer.extend_from_slice(&key.to_le_bytes());
        self.buffer.extend_from_slice(&(bytes.len() as u16).to_le_bytes());
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() >= READ_BYTES { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), Error> {
        let piece = self.spill.append(&self.buffer)?;
        self.buffer.clear();
        self.run = Some(match self.run {
            None => piece,
            Some(run) => Piece { at: run.at, bytes: run.bytes + piece.bytes },
        });
        Ok(())
    }

    fn finish(mut self) -> Result<Piece, Error> {
        self.flush()?;
        Ok(self.run.unwrap_or(Piece { at: 0, bytes: 0 }))
    }
}

/// Records in order.
#[derive(Debug)]
pub(crate) struct Sorted {
    merge: Merge,
    spills: Vec<Spill>,
}

impl Sorted {
    /// Puts the next record's bytes in place of those in the buffer and returns its key; `None` after the last.
    pub fn next(&mut self, bytes: &mut Vec<u8>) -> Result<Option<u128>, Error> {
        self.merge.next(&self.spills, bytes)
    }
}

#[derive(Debug)]
enum Source {
    Held { arena: Vec<u8>, index: Vec<Slot>, next: usize },
    Run { spill: usize, reader: PieceReader },
}

impl Source {
    fn next(&mut self, spills: &[Spill], bytes: &mut Vec<u8>) -> Result<Option<u128>, Error> {
        bytes.clear();
        match self {
            Source::Held { arena, index, next } => {
                let Some(slot) = index.get(*next) else { return Ok(None) };
                *next += 1;
                bytes.extend_from_slice(slot.bytes_in(arena));
                Ok(Some(slot.key))
            }
            Source::Run { spill, reader } => {
                let spill = &spills[*spill];
                let Some(head) = reader.take(spill, 18)? else { return Ok(None) };
                let (key, count) = head.split_at(16);
                let key = u128::from_le_bytes(key.try_into().unwrap_or_default());
                let count = usize::from(u16::from_le_bytes(count.try_into().unwrap_or_default()));
                bytes.extend_from_slice(reader.take(spill, count)?.unwrap_or_default());
                Ok(Some(key))
            }
        }
    }
}

/// The smallest record of several sources at a time.
#[derive(Debug)]
struct Merge {
    by_bytes: ByBytes,
    sources: Vec<Source>,
    heap: BinaryHeap<Head>,
    /// Sources whose next record is not in the heap yet.
    waiting: Vec<(usize, Vec<u8>)>,
}

#[derive(Debug)]
struct Head {
    key: u128,
    bytes: Vec<u8>,
    source: usize,
    by_bytes: ByBytes,
}

impl Ord for Head {
    /// Reversed, so that the greatest head of the heap is the smallest record.
    fn cmp(&self, other: &Head) -> Ordering {
        other
            .key
            .cmp(&self.key)
            .then_with(|| (self.by_bytes)(&other.bytes, &self.bytes))
            .then_with(|| other.source.cmp(&self.source))
    }
}

impl PartialOrd for Head {
    fn partial_cmp(&self, other: &Head) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Head {
    fn eq(&self, other: &Head) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Head {}

impl Merge {
    fn new(by_bytes: ByBytes) -> Merge {
        Merge { by_bytes, sources: Vec::new(), heap: BinaryHeap::new(), waiting: Vec::new() }
    }

    fn add(&mut self, source: Source) {
        self.waiting.push((self.sources.len(), Vec::new()));
        self.sources.push(source);
    }

    fn next(&mut self, spills: &[Spill], bytes: &mut Vec<u8>) -> Result<Option<u128>, Error> {
        while let Some((source, mut buffer)) = self.waiting.pop() {
            if let Some(key) = self.sources[source].next(spills, &mut buffer)? {
                self.heap.push(Head { key, bytes: buffer, source, by_bytes: self.by_bytes });
            }
        }
        let Some(mut head) = self.heap.pop() else { return Ok(None) };
        std::mem::swap(bytes, &mut head.bytes);
        self.waiting.push((head.source, head.bytes));
        Ok(Some(head.key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same records through a sorter of this budget, spread over this many sorters.
    fn sorted(records: &[(u128, Vec<u8>)], budget: usize, sorters: usize) -> Vec<(u128, Vec<u8>)> {
        let dir = std::env::temp_dir();
        let mut parts: Vec<Sorter> = (0..sorters).map(|_| Sorter::new(<[u8]>::cmp, budget, &dir)).collect();
        for (number, (key, bytes)) in records.iter().enumerate() {
            let (head, tail) = bytes.split_at(bytes.len() / 2);
            parts[number % sorters].push(*key, &[head, tail]).unwrap();
        }
        let mut merged = Sorter::merge(parts);
        let mut all = Vec::new();
        let mut bytes = Vec::new();
        while let Some(key) = merged.next(&mut bytes).unwrap() {
            all.push((key, bytes.clone()));
        }
        all
    }

    #[test]
    fn any_budget_gives_the_same_order() {
        let mut state = 1u64;
        let mut random = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            state >> 33
        };
        let records: Vec<(u128, Vec<u8>)> = (0..20_000)
            .map(|_| (u128::from(random() % 500), (0..random() % 40).map(|_| random() as u8).collect()))
            .collect();
        let mut expected = records.clone();
        expected.sort();
        // 400 bytes: thousands of runs, merged over several levels.
        for (budget, sorters) in [(usize::MAX, 1), (1 << 20, 3), (10_000, 2), (400, 1)] {
            assert_eq!(sorted(&records, budget, sorters), expected, "budget {budget}");
        }
        assert_eq!(sorted(&[], 400, 2), []);
    }
}
