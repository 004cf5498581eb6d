//! Sorts records of any number within a memory budget: sorted runs go to a temporary file and are merged.

use std::cmp::Ordering;
use std::path::{Path, PathBuf};

use crate::batch::memory::spill::{Piece, PieceReader, Spill};
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
        let sources = full.runs.iter().map(|&piece| Source::run(&full.spill, piece, read_bytes)).collect();
        let mut sorted = Sorted::new(self.by_bytes, sources)?;
        let mut run = RunWriter::start(&mut level(&mut self.levels, number + 1, &self.dir)?.spill);
        while let Some(key) = sorted.key() {
            run.write(key, sorted.bytes())?;
            sorted.advance()?;
        }
        let run = run.finish()?;
        self.add_run(number + 1, run)
    }

    /// All records of several sorters with the same order of bytes, ready to be read in order.
    pub fn merge(sorters: Vec<Sorter>) -> Merged {
        let runs: usize = sorters.iter().flat_map(|sorter| &sorter.levels).map(|level| level.runs.len()).sum();
        let budget: usize = sorters.iter().map(|sorter| sorter.budget / 2).fold(0, usize::saturating_add);
        let mut merged = Merged {
            by_bytes: sorters.first().map_or(<[u8]>::cmp as ByBytes, |sorter| sorter.by_bytes),
            held: Vec::new(),
            levels: Vec::new(),
            read_bytes: (budget / runs.max(1)).clamp(READ_BYTES_MIN, READ_BYTES),
        };
        for mut sorter in sorters {
            sorter.sort();
            merged.held.push(Held { arena: sorter.arena, index: sorter.index });
            merged.levels.extend(sorter.levels);
        }
        merged
    }
}

/// Records of several sorters.
#[derive(Debug)]
pub(crate) struct Merged {
    by_bytes: ByBytes,
    held: Vec<Held>,
    levels: Vec<Level>,
    read_bytes: usize,
}

#[derive(Debug)]
struct Held {
    arena: Vec<u8>,
    index: Vec<Slot>,
}

impl Merged {
    /// All records in order. They can be read more than once.
    pub fn read(&self) -> Result<Sorted<'_>, Error> {
        let held = self.held.iter().map(|held| Source::Held { arena: &held.arena, index: &held.index });
        let runs = self
            .levels
            .iter()
            .flat_map(|level| level.runs.iter().map(|&piece| Source::run(&level.spill, piece, self.read_bytes)));
        Sorted::new(self.by_bytes, held.chain(runs).collect())
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

/// Records in order, one at a time: the least of several sources.
#[derive(Debug)]
pub(crate) struct Sorted<'a> {
    by_bytes: ByBytes,
    sources: Vec<Source<'a>>,
    /// Numbers of the sources that have a record, as a heap whose first has the least.
    heap: Vec<usize>,
}

/// Records in order with a look at the first of them.
#[derive(Debug)]
enum Source<'a> {
    Held { arena: &'a [u8], index: &'a [Slot] },
    Run { spill: &'a Spill, reader: PieceReader, key: Option<u128>, bytes: usize },
}

impl<'a> Source<'a> {
    /// The run's first record is there after the first [`Source::advance`].
    fn run(spill: &'a Spill, piece: Piece, read_bytes: usize) -> Source<'a> {
        Source::Run { spill, reader: PieceReader::new(piece, read_bytes), key: None, bytes: 0 }
    }

    fn key(&self) -> Option<u128> {
        match self {
            Source::Held { index, .. } => index.first().map(|slot| slot.key),
            Source::Run { key, .. } => *key,
        }
    }

    fn bytes(&self) -> &[u8] {
        match self {
            Source::Held { arena, index } => index.first().map_or(&[], |slot| slot.bytes_in(arena)),
            Source::Run { reader, bytes, .. } => reader.last_taken(*bytes),
        }
    }

    fn advance(&mut self) -> Result<(), Error> {
        match self {
            Source::Held { index, .. } => *index = index.get(1..).unwrap_or_default(),
            Source::Run { spill, reader, key, bytes } => {
                *key = None;
                if let Some(head) = reader.take(spill, 18)? {
                    let (number, count) = head.split_at(16);
                    *bytes = usize::from(u16::from_le_bytes(count.try_into().unwrap_or_default()));
                    *key = Some(u128::from_le_bytes(number.try_into().unwrap_or_default()));
                    reader.take(spill, *bytes)?;
                }
            }
        }
        Ok(())
    }
}

impl<'a> Sorted<'a> {
    fn new(by_bytes: ByBytes, mut sources: Vec<Source<'a>>) -> Result<Sorted<'a>, Error> {
        for source in &mut sources {
            if let Source::Run { .. } = source {
                source.advance()?;
            }
        }
        let heap = (0..sources.len()).filter(|&number| sources[number].key().is_some()).collect();
        let mut sorted = Sorted { by_bytes, sources, heap };
        for place in (0..sorted.heap.len() / 2).rev() {
            sorted.sift_down(place);
        }
        Ok(sorted)
    }

    /// The key of the record that is next; `None` after the last.
    #[inline]
    pub fn key(&self) -> Option<u128> {
        self.sources[*self.heap.first()?].key()
    }

    /// The bytes of the record that is next.
    #[inline]
    pub fn bytes(&self) -> &[u8] {
        self.heap.first().map_or(&[], |&first| self.sources[first].bytes())
    }

    /// Goes on to the record after it.
    #[inline]
    pub fn advance(&mut self) -> Result<(), Error> {
        let Some(&first) = self.heap.first() else { return Ok(()) };
        self.sources[first].advance()?;
        if self.sources[first].key().is_none() {
            self.heap.swap_remove(0);
        }
        self.sift_down(0);
        Ok(())
    }

    fn sift_down(&mut self, mut place: usize) {
        loop {
            let mut least = place;
            for child in [2 * place + 1, 2 * place + 2] {
                if child < self.heap.len() && self.is_less(self.heap[child], self.heap[least]) {
                    least = child;
                }
            }
            if least == place {
                return;
            }
            self.heap.swap(place, least);
            place = least;
        }
    }

    fn is_less(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.sources[a], &self.sources[b]);
        a.key().cmp(&b.key()).then_with(|| (self.by_bytes)(a.bytes(), b.bytes())) == Ordering::Less
    }
}

#[cfg(test)]
#[cfg(feature = "spill")]
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
        let merged = Sorter::merge(parts);
        let mut sorted = merged.read().unwrap();
        let mut all = Vec::new();
        while let Some(key) = sorted.key() {
            all.push((key, sorted.bytes().to_vec()));
            sorted.advance().unwrap();
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

    /// A record takes its slot and its one byte, and half of the budget is for those that are held.
    #[test]
    fn what_half_of_the_budget_holds_is_not_written() {
        let dir = std::env::temp_dir();
        let of_two = 2 * (size_of::<Slot>() + 1);
        for (budget, records, runs) in [(2 * of_two, 2, 0), (2 * of_two, 3, 1), (2 * of_two - 2, 2, 1), (0, 3, 2)] {
            let mut sorter = Sorter::new(<[u8]>::cmp, budget, &dir);
            for key in 0..records {
                sorter.push(key, &[b"x"]).unwrap();
            }
            let written: usize = sorter.levels.iter().map(|level| level.runs.len()).sum();
            assert_eq!(written, runs, "{records} records, {budget} bytes");
        }
    }
}
