//! Ids that more than one row may have, told by hashes alone: of nearly every record that is all that is ever looked at.
//!
//! Equal hashes make a suspect, never a duplicate; see [`crate::batch::ids::duplicates`].

use crate::batch::earlier::EarlierOperations;
use crate::batch::memory::scatter::{Chunks, Partition, Partitions, Scatter};
use crate::batch::months::crossings::Past;
use crate::batch::operation::{OperationRef, Position, Records};
use crate::error::Error;
use crate::hash::hash_bytes;
use crate::threads::{Means, on_threads};

/// Into how many parts ids are divided by their hashes.
pub(crate) const ID_PARTITIONS: usize = 1 << PARTITION_BITS;

const PARTITION_BITS: u32 = 9;
const ENTRY_BYTES: usize = size_of::<u32>();

/// The hash of an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct IdHash(u64);

impl IdHash {
    #[inline]
    pub fn of(id: &[u8]) -> IdHash {
        IdHash(hash_bytes(id))
    }

    #[inline]
    pub fn number(self) -> u64 {
        self.0
    }

    /// The part of the ids that this one is in.
    #[inline]
    pub fn partition(self) -> usize {
        (self.0 >> 40) as usize % ID_PARTITIONS
    }

    /// What is kept of the hash there: 32 bits, never all clear.
    #[inline]
    fn entry(self) -> u32 {
        (self.0 as u32).max(1)
    }

    /// Appends it to its partition.
    #[inline]
    pub fn write(self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.entry().to_le_bytes());
    }
}

/// Which hashes several rows have, as bits: half a mebibyte, which a core's cache holds while records are gone through.
#[derive(Debug)]
pub(crate) struct Suspects {
    bits: Vec<u64>,
    /// Entries that were looked at, and those of them that were not the first of their kind.
    entries: u64,
    repeated: u64,
}

const BITS: u32 = 22;

impl Suspects {
    pub fn none() -> Suspects {
        Suspects { bits: vec![0; 1 << (BITS - 6)], entries: 0, repeated: 0 }
    }

    fn bit(partition: usize, entry: u32) -> usize {
        partition << (BITS - PARTITION_BITS) | (entry >> (u32::BITS - BITS + PARTITION_BITS)) as usize
    }

    pub fn note(&mut self, partition: usize, entry: u32) {
        let bit = Suspects::bit(partition, entry);
        self.bits[bit / 64] |= 1 << (bit % 64);
        self.repeated += 1;
    }

    fn join(mut self, other: Suspects) -> Suspects {
        self.bits.iter_mut().zip(other.bits).for_each(|(bits, more)| *bits |= more);
        self.entries += other.entries;
        self.repeated += other.repeated;
        self
    }

    /// Whether no two rows have one id.
    pub fn are_none(&self) -> bool {
        self.repeated == 0
    }

    /// Whether a good part of all rows may have an id that others have.
    pub fn are_many(&self) -> bool {
        self.repeated > self.entries / 8
    }

    /// Whether another row may have the id.
    #[inline]
    pub fn have(&self, hash: IdHash) -> bool {
        let bit = Suspects::bit(hash.partition(), hash.entry());
        self.bits[bit / 64] >> (bit % 64) & 1 == 1
    }
}

/// The position of what an earlier run has counted: before every row of a file, whose lines are numbered from 1.
pub(crate) const EARLIER: Position = Position::NOWHERE;

/// Finds the hashes that several rows have, or a row and an operation that earlier runs have counted; such operations
/// are given too, as records by the partition of their ids, at the position [`EARLIER`].
pub(crate) fn find(
    ids: &Partitions,
    past: &Past<'_>,
    chunks: &Chunks,
    means: Means<'_>,
) -> Result<(Suspects, Vec<Vec<Partition>>), Error> {
    let found = on_threads(means.threads(), Finder::new, |mut finder| {
        let (mut buffer, mut through) = (Vec::new(), past.through());
        let mut suspects = Suspects::none();
        let mut counted = Scatter::new(chunks, ID_PARTITIONS, means.dir);
        while let Some(partition) = through.next()? {
            let parts = ids.take(partition);
            let count = entries(&parts);
            suspects.entries += count;
            let each_chunk = |each: &mut EachChunk<'_>| {
                parts.iter().try_for_each(|worker| worker.for_each_chunk(&mut buffer, &mut *each))
            };
            let note = |entry| suspects.note(partition, entry);
            let earlier = finder.find((partition, count), each_chunk, through.operations(), note, |operation| {
                let open = counted.room(partition)?;
                open.writer.write(operation, EARLIER, &mut open.chunk);
                Ok(())
            })?;
            through.found(earlier);
            parts.into_iter().for_each(|part| part.release(chunks));
        }
        through.finish();
        Ok((suspects, counted.finish()))
    })?;
    let (suspects, counted): (Vec<_>, Vec<_>) = found.into_iter().unzip();
    Ok((suspects.into_iter().reduce(Suspects::join).unwrap_or_else(Suspects::none), counted))
}

/// The entries of a partition.
fn entries(partition: &[Partition]) -> u64 {
    partition.iter().map(|worker| worker.bytes).sum::<u64>() / ENTRY_BYTES as u64
}

/// Makes the entries of the records of a partition, and gives how many there are.
pub(crate) fn entries_of(records: &[Partition], entries: &mut Vec<u8>) -> Result<u64, Error> {
    entries.clear();
    for worker in records {
        worker.for_each_chunk(&mut Vec::new(), |chunk| {
            Records::new(chunk).for_each(|record| IdHash::of(record.id).write(entries));
            Ok(())
        })?;
    }
    Ok((entries.len() / ENTRY_BYTES) as u64)
}

/// Takes the bytes of entries.
pub(crate) type EachChunk<'a> = dyn FnMut(&[u8]) -> Result<(), Error> + 'a;

/// Finds equal entries of a partition, with tables that are used again for the next one.
#[derive(Debug)]
pub(crate) struct Finder {
    slots_max: usize,
    /// Entries by their lowest bits, each in its slot or the next free one; 0: free.
    slots: Vec<u32>,
    used: usize,
}

/// A partition with more entries than half of these slots is looked at part by part.
const SLOTS_MAX: usize = 1 << 18;

impl Finder {
    pub fn new() -> Finder {
        Finder::with_slots(SLOTS_MAX)
    }

    fn with_slots(slots_max: usize) -> Finder {
        Finder { slots_max, slots: Vec::new(), used: 0 }
    }

    /// Gives each entry of a partition that several rows have, or a row and an earlier operation; such operations too.
    /// There are so many new entries, which `each_chunk` gives as bytes whenever it is asked. Comes to how many earlier
    /// operations there are, which are all gone through, new ones or not: what stands in another partition than that of its
    /// id would never be found there.
    pub fn find(
        &mut self,
        (partition, entries): (usize, u64),
        mut each_chunk: impl FnMut(&mut EachChunk<'_>) -> Result<(), Error>,
        earlier: Option<EarlierOperations<'_>>,
        mut note: impl FnMut(u32),
        mut counted: impl FnMut(&OperationRef<'_>) -> Result<(), Error>,
    ) -> Result<u64, Error> {
        let mut found = 0;
        let part_bits = entries.div_ceil(self.slots_max as u64 / 2).next_power_of_two().ilog2();
        for part in 0..1 << part_bits {
            let is_of_part = |entry: u32| u64::from(entry) >> (u32::BITS - part_bits) == part;
            self.clear((entries >> part_bits) as usize);
            each_chunk(&mut |chunk| {
                for &entry in chunk.as_chunks().0 {
                    let entry = u32::from_le_bytes(entry);
                    if is_of_part(entry) && self.is_repeated(entry) {
                        note(entry);
                    }
                }
                Ok(())
            })?;
            let Some(mut operations) = earlier.clone() else { continue };
            while let Some(operation) = operations.next()? {
                let id = IdHash::of(operation.id);
                if id.partition() != partition {
                    return Err(operation.damaged());
                }
                let entry = id.entry();
                if !is_of_part(entry) {
                    continue;
                }
                found += 1;
                if self.may_have(entry) {
                    note(entry);
                    counted(&operation.whole()?.0)?;
                }
            }
        }
        Ok(found)
    }

    /// Makes room for about this many entries.
    fn clear(&mut self, entries: usize) {
        self.slots.clear();
        self.slots.resize((2 * entries).next_power_of_two().clamp(2, self.slots_max), 0);
        self.used = 0;
    }

    /// Where the entry is to be put; where it is already, it, as an error.
    #[inline]
    fn place(&self, entry: u32) -> Result<usize, u32> {
        let mask = self.slots.len() - 1;
        let mut at = entry as usize & mask;
        loop {
            match self.slots[at] {
                0 => return Ok(at),
                other if other == entry => return Err(entry),
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// Whether the entry is one of those that came, or may be one that could not be noted.
    #[inline]
    fn may_have(&self, entry: u32) -> bool {
        self.place(entry).is_err() || self.is_full()
    }

    /// Whether no more entries can be noted: a free slot is left, at which every search ends.
    fn is_full(&self) -> bool {
        self.used + 1 == self.slots.len()
    }

    /// Notes the entry; `true` where it was noted before, or where so many have come that it cannot be noted.
    #[inline]
    fn is_repeated(&mut self, entry: u32) -> bool {
        let Ok(place) = self.place(entry) else { return true };
        if self.is_full() {
            return true;
        }
        self.slots[place] = entry;
        self.used += 1;
        false
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    /// What is noted of these entries, of which two workers have taken one half each.
    fn noted(entries: &[u32], slots_max: usize) -> BTreeSet<u32> {
        let chunks = Chunks::new(usize::MAX, 2, 1, 1);
        let (one, other) = entries.split_at(entries.len() / 2);
        let parts = [one, other].map(|entries| {
            let mut scatter = Scatter::new(&chunks, 1, Path::new(""));
            for entry in entries {
                scatter.room(0).unwrap().chunk.extend_from_slice(&entry.to_le_bytes());
            }
            scatter.finish().remove(0)
        });
        let mut noted = BTreeSet::new();
        let note = |entry| {
            noted.insert(entry);
        };
        let each_chunk = |each: &mut EachChunk<'_>| {
            parts.iter().try_for_each(|worker| worker.for_each_chunk(&mut Vec::new(), &mut *each))
        };
        let count = super::entries(&parts);
        Finder::with_slots(slots_max).find((0, count), each_chunk, None, note, |_| Ok(())).unwrap();
        noted
    }

    #[test]
    fn what_stands_twice_is_found_in_tables_of_any_size() {
        let mut state = 7u64;
        let mut random = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 32) as u32
        };
        let mut entries: Vec<u32> = (0..5_000).map(|_| random().max(1)).collect();
        entries.extend_from_within(100..160);
        entries.extend([u32::MAX, u32::MAX, 1, 1]);
        let mut seen = BTreeSet::new();
        let repeated: BTreeSet<u32> = entries.iter().copied().filter(|&entry| !seen.insert(entry)).collect();
        assert_eq!(repeated.len(), 62);
        assert_eq!(noted(&entries, SLOTS_MAX), repeated);
        // So many parts that each of them has few entries.
        assert_eq!(noted(&entries, 64), repeated);
        // Entries that are all of one part, more than it has slots for: what cannot be noted is a suspect.
        let close: Vec<u32> = (1..=200).chain([7, 150]).collect();
        let found = noted(&close, 64);
        assert!(found.contains(&7) && found.contains(&150) && found.len() < close.len());
        assert_eq!(noted(&[5], 64), BTreeSet::new());
        assert_eq!(noted(&[], 64), BTreeSet::new());
    }

    #[test]
    fn where_not_all_could_be_noted_any_may_have_come() {
        let mut finder = Finder::with_slots(64);
        for (count, unknown) in [(3, false), (62, false), (63, true), (200, true)] {
            finder.clear(64);
            let repeated = (1..=count).filter(|&entry| finder.is_repeated(entry)).count();
            assert_eq!(repeated, (count as usize).saturating_sub(63), "{count}: a slot of 64 is left");
            assert!((1..=count).all(|entry| finder.may_have(entry)));
            assert_eq!(finder.may_have(1_000), unknown, "{count}");
        }
    }

    #[test]
    fn a_suspect_is_one_in_either_half_of_a_join() {
        let ids = [IdHash::of(b"a"), IdHash::of(b"b"), IdHash::of(b"c")];
        let of = |id: IdHash| {
            let mut suspects = Suspects::none();
            suspects.note(id.partition(), id.entry());
            suspects
        };
        let both = of(ids[0]).join(of(ids[1]));
        assert_eq!(ids.map(|id| both.have(id)), [true, true, false]);
        assert!(!both.are_none() && Suspects::none().are_none());
    }

    #[test]
    fn suspects_are_many_where_they_are_more_than_an_eighth_of_all() {
        let of = |entries, repeated| Suspects { entries, repeated, ..Suspects::none() };
        assert!(!of(16, 2).are_many() && of(16, 3).are_many());
        // 1 + 2 of 1 + 23 are an eighth, of 1 + 22 more.
        assert!(!of(1, 1).join(of(23, 2)).are_many() && of(1, 1).join(of(22, 2)).are_many());
    }
}
