//! Rows with one id: which of them counts. By hash, then by the ids themselves, so that equal hashes alone decide nothing.

use hashbrown::HashTable;

use crate::batch::earlier::Earlier;
use crate::batch::hash_bytes;
use crate::batch::operation::{Position, Record, RecordWriter, Records, id_and_count};
use crate::batch::scatter::Partition;
use crate::batch::status::Reject;
use crate::error::Error;

/// Into how many parts operations are divided by their ids: a part of ten million operations fits a core's cache.
pub(crate) const ID_PARTITIONS: usize = 512;

/// The partition of an id with this hash. A table tells ids apart by the lowest and the highest bits of their hashes,
/// so these are others.
#[inline]
pub(crate) fn id_partition(hash: u64) -> usize {
    (hash >> 40) as usize % ID_PARTITIONS
}

/// Finds duplicates partition by partition, with tables that are used again for the next one.
#[derive(Debug)]
pub(crate) struct Duplicates {
    /// Offsets into `arena` by the id that stands there.
    table: HashTable<u32>,
    /// One [`Seen`] and the record's bytes for each distinct id.
    arena: Vec<u8>,
    /// Hashes of ids that stand more than once, as bits: nearly every row is told by one look that it stands alone.
    repeated: Vec<u64>,
    repeats: u64,
    buffer: Vec<u8>,
    budget: usize,
}

/// Before a record's bytes in the arena: what is known of its id. The position of the first row with it takes 8 bytes.
const FATE_AT: usize = 8;
const SEEN_BYTES: usize = 9;
const ALONE: u8 = 0;
const EQUAL: u8 = 1;
const CONFLICT: u8 = 2;

/// Bits of [`Duplicates::repeated`]: enough that a partition with a few repeats has nearly all of them clear.
const REPEATED_BITS: u64 = 1 << 15;

/// A part of a partition: the ids whose hash has these low bits. Parts are made when the whole does not fit.
#[derive(Debug, Clone, Copy)]
struct Part {
    bits: u32,
    value: u64,
}

impl Part {
    #[inline]
    fn has(self, hash: u64) -> bool {
        // Bits below those of the partition and above those by which a table of this size looks first.
        hash >> 24 & ((1 << self.bits) - 1) == self.value
    }
}

impl Duplicates {
    /// Tables that hold at most about `budget` bytes.
    pub fn new(budget: usize) -> Duplicates {
        Duplicates {
            table: HashTable::new(),
            arena: Vec::new(),
            repeated: vec![0; (REPEATED_BITS / 64) as usize],
            repeats: 0,
            buffer: Vec::new(),
            // The offsets into the arena have 32 bits.
            budget: budget.min(u32::MAX as usize / 2),
        }
    }

    /// Gives every operation of one partition, with nothing where it counts, else with the reason. Operations that
    /// earlier runs have counted, given as their state and the bytes of this partition in it, stand before all others.
    pub fn resolve(
        &mut self,
        partition: &[Partition],
        earlier: Option<(&Earlier, &[u8])>,
        mut each: impl FnMut(&Record<'_>, Option<Reject>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut parts = vec![Part { bits: 0, value: 0 }];
        while let Some(part) = parts.pop() {
            if self.read(partition, part)? {
                if let Some((earlier, bytes)) = earlier {
                    self.read_earlier(earlier, bytes, part)?;
                }
                self.decide(partition, part, &mut each)?;
            } else {
                let bits = part.bits + 1;
                parts.push(Part { bits, value: part.value | 1 << part.bits });
                parts.push(Part { bits, value: part.value });
            }
        }
        Ok(())
    }

    /// Notes each distinct id with its first row and whether other rows have it too; `false` where that takes more
    /// than the budget.
    fn read(&mut self, partition: &[Partition], part: Part) -> Result<bool, Error> {
        self.table.clear();
        self.arena.clear();
        self.repeated.fill(0);
        self.repeats = 0;
        let rows: u64 = partition.iter().map(|worker| worker.records).sum();
        let expected = (rows >> part.bits).min(self.budget as u64 / 64) as usize;
        let Duplicates { table, arena, repeated, repeats, buffer, budget } = self;
        table.reserve(expected, |&at| hash_bytes(id_at(arena, at)));
        let mut fits = true;
        for worker in partition {
            worker.for_each_chunk(buffer, |chunk| {
                if !fits {
                    return Ok(());
                }
                for record in Records::new(chunk) {
                    let hash = hash_bytes(record.id);
                    if !part.has(hash) {
                        continue;
                    }
                    if let Some(&at) = table.find(hash, |&at| id_at(arena, at) == record.id) {
                        note_repeat(arena, at as usize, record.bytes(), record.position);
                        *repeats += 1;
                        let bit = hash % REPEATED_BITS;
                        repeated[(bit / 64) as usize] |= 1 << (bit % 64);
                        continue;
                    }
                    let at = arena.len() as u32;
                    arena.extend_from_slice(&record.position.number().to_le_bytes());
                    arena.push(ALONE);
                    record.bytes_to(arena);
                    table.insert_unique(hash, at, |&at| hash_bytes(id_at(arena, at)));
                }
                // Below 2¹⁶ the parts are so small that a budget which they exceed is no budget.
                fits = arena.len() + table.allocation_size() <= *budget || part.bits >= 16;
                Ok(())
            })?;
        }
        Ok(fits)
    }

    /// Notes the distinct ids that an earlier run has counted.
    fn read_earlier(&mut self, earlier: &Earlier, bytes: &[u8], part: Part) -> Result<(), Error> {
        if self.table.is_empty() {
            return Ok(());
        }
        let Duplicates { table, arena, repeated, repeats, .. } = self;
        let mut record = Vec::new();
        let mut operations = earlier.operations(bytes);
        while let Some(counted) = operations.next()? {
            let id = counted.id;
            let hash = hash_bytes(id);
            if !part.has(hash) {
                continue;
            }
            let Some(&at) = table.find(hash, |&at| id_at(arena, at) == id) else { continue };
            record.clear();
            let (operation, _) = counted.whole()?;
            RecordWriter::default().write(&operation, EARLIER, &mut record);
            let count = id_and_count(&record).map_or(0, |(_, count)| count);
            note_repeat(arena, at as usize, &record[..count], EARLIER);
            *repeats += 1;
            let bit = hash % REPEATED_BITS;
            repeated[(bit / 64) as usize] |= 1 << (bit % 64);
        }
        Ok(())
    }

    /// Gives each row of the part with its fate.
    fn decide(
        &mut self,
        partition: &[Partition],
        part: Part,
        each: &mut impl FnMut(&Record<'_>, Option<Reject>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let Duplicates { table, arena, repeated, repeats, buffer, .. } = self;
        let whole = part.bits == 0 && *repeats == 0;
        for worker in partition {
            worker.for_each_chunk(buffer, |chunk| {
                for record in Records::new(chunk) {
                    if whole {
                        each(&record, None)?;
                        continue;
                    }
                    let hash = hash_bytes(record.id);
                    if !part.has(hash) {
                        continue;
                    }
                    let bit = hash % REPEATED_BITS;
                    let fate = if repeated[(bit / 64) as usize] >> (bit % 64) & 1 == 0 {
                        None
                    } else {
                        table
                            .find(hash, |&at| id_at(arena, at) == record.id)
                            .and_then(|&at| fate(arena, at as usize, &record))
                    };
                    each(&record, fate)?;
                }
                Ok(())
            })?;
        }
        Ok(())
    }
}

/// The id of the record at this offset.
#[inline]
fn id_at(arena: &[u8], at: u32) -> &[u8] {
    id_and_count(&arena[at as usize + SEEN_BYTES..]).map_or(&[], |(id, _)| id)
}

/// The position of what an earlier run has counted: before every row of a file, whose lines are numbered from 1.
const EARLIER: Position = Position::FIRST;

/// Notes that another row has the id of the record at this offset.
fn note_repeat(arena: &mut [u8], at: usize, record: &[u8], position: Position) {
    let seen = &arena[at + SEEN_BYTES..];
    let equal = seen.get(..record.len()) == Some(record);
    let first = first_position(arena, at).min(position.number());
    arena[at..at + FATE_AT].copy_from_slice(&first.to_le_bytes());
    let fate = &mut arena[at + FATE_AT];
    *fate = if equal && *fate != CONFLICT { EQUAL } else { CONFLICT };
}

fn first_position(arena: &[u8], at: usize) -> u64 {
    arena[at..at + FATE_AT].iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte))
}

/// Why the row does not count, if it does not.
fn fate(arena: &[u8], at: usize, record: &Record<'_>) -> Option<Reject> {
    match arena[at + FATE_AT] {
        CONFLICT => Some(Reject::ConflictingDuplicate),
        EQUAL if first_position(arena, at) != record.position.number() => Some(Reject::Duplicate),
        _ => None,
    }
}
