//! Rows with one id: which of them counts. By hash, then by the ids themselves, so that equal hashes alone decide nothing.

use hashbrown::HashTable;

use crate::batch::ids::suspects::{EARLIER, IdHash, Suspects};
use crate::batch::memory::scatter::Partition;
use crate::batch::operation::{Position, Record, Records, id_and_count};
use crate::error::{Error, ErrorKind};
use crate::hash::hash_bytes;
use crate::reject::Reject;
use crate::words::say;

/// Finds duplicates partition by partition, with tables that are used again for the next one.
#[derive(Debug)]
pub(crate) struct Duplicates {
    /// Offsets into `arena` by the id that stands there.
    table: HashTable<u32>,
    /// One [`Seen`] and the record's bytes for each distinct id.
    arena: Vec<u8>,
    buffer: Vec<u8>,
    budget: usize,
}

/// Before a record's bytes in the arena: what is known of its id. The position of the first row with it takes 8 bytes.
const FATE_AT: usize = 8;
const SEEN_BYTES: usize = 9;
const ALONE: u8 = 0;
const EQUAL: u8 = 1;
const CONFLICT: u8 = 2;

/// Why a row does not count that another has the id of, and whether an earlier run has counted that id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeat {
    /// [`Reject::Duplicate`] or [`Reject::ConflictingDuplicate`].
    pub reject: Reject,
    /// Whether the other operation is one that an earlier run has counted.
    pub with_earlier: bool,
}

/// A part of a partition: the ids whose hash has these low bits. Parts are made when the whole does not fit.
#[derive(Debug, Clone, Copy)]
struct Part {
    bits: u32,
    value: u64,
}

impl Part {
    #[inline]
    fn has(self, hash: u64) -> bool {
        // Neither bits that are equal in a partition nor those by which a table looks first.
        hash >> 24 & ((1 << self.bits) - 1) == self.value
    }
}

impl Duplicates {
    /// Tables that hold at most about `budget` bytes.
    pub fn new(budget: usize) -> Duplicates {
        Duplicates {
            table: HashTable::new(),
            arena: Vec::new(),
            buffer: Vec::new(),
            // The offsets into the arena have 32 bits.
            budget: budget.min(u32::MAX as usize / 2),
        }
    }

    /// Gives every operation of one partition, with nothing where it counts, else with the reason. Operations that
    /// earlier runs have counted stand before all others and are not given.
    pub fn resolve(
        &mut self,
        partition: &[Partition],
        suspects: &Suspects,
        mut each: impl FnMut(&Record<'_>, Option<Repeat>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut parts = vec![Part { bits: 0, value: 0 }];
        while let Some(part) = parts.pop() {
            if self.read(partition, suspects, part)? {
                self.decide(partition, suspects, part, &mut each)?;
            } else {
                let bits = part.bits + 1;
                parts.push(Part { bits, value: part.value | 1 << part.bits });
                parts.push(Part { bits, value: part.value });
            }
        }
        Ok(())
    }

    /// Notes each suspect id with its first row and whether other rows have it too; `false` where that takes more than
    /// the budget.
    fn read(&mut self, partition: &[Partition], suspects: &Suspects, part: Part) -> Result<bool, Error> {
        self.table.clear();
        self.arena.clear();
        let Duplicates { table, arena, buffer, budget } = self;
        let mut fits = true;
        for worker in partition {
            worker.for_each_chunk(buffer, |chunk| {
                if !fits {
                    return Ok(());
                }
                for record in Records::new(chunk) {
                    let hash = IdHash::of(record.id);
                    if !suspects.have(hash) || !part.has(hash.number()) {
                        continue;
                    }
                    if let Some(&at) = table.find(hash.number(), |&at| id_at(arena, at) == record.id) {
                        note_repeat(arena, at as usize, record.bytes(), record.position)?;
                        continue;
                    }
                    let at = arena.len() as u32;
                    arena.extend_from_slice(&record.position.number().to_le_bytes());
                    arena.push(ALONE);
                    record.bytes_to(arena);
                    table.insert_unique(hash.number(), at, |&at| hash_bytes(id_at(arena, at)));
                }
                // Below 2¹⁶ the parts are so small that a budget which they exceed is no budget.
                fits = arena.len() + table.allocation_size() <= *budget || part.bits >= 16;
                Ok(())
            })?;
        }
        Ok(fits)
    }

    /// Gives each row of the part with its fate.
    fn decide(
        &mut self,
        partition: &[Partition],
        suspects: &Suspects,
        part: Part,
        each: &mut impl FnMut(&Record<'_>, Option<Repeat>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let Duplicates { table, arena, buffer, .. } = self;
        for worker in partition {
            worker.for_each_chunk(buffer, |chunk| {
                for record in Records::new(chunk) {
                    let hash = IdHash::of(record.id);
                    if record.position == EARLIER || !part.has(hash.number()) {
                        continue;
                    }
                    let known = if suspects.have(hash) {
                        table.find(hash.number(), |&at| id_at(arena, at) == record.id)
                    } else {
                        None
                    };
                    each(&record, known.and_then(|&at| fate(arena, at as usize, &record)))?;
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

/// Notes that another row has the id of the record at this offset.
///
/// # Errors
/// Kind [`ErrorKind::Operation`] where it has the position of that one too, so that neither would be the first.
fn note_repeat(arena: &mut [u8], at: usize, record: &[u8], position: Position) -> Result<(), Error> {
    let seen = &arena[at + SEEN_BYTES..];
    let equal = seen.get(..record.len()) == Some(record);
    let first = first_position(arena, at);
    // Those of earlier runs are all in one place, and are looked at where they are read.
    if first == position.number() && position != EARLIER {
        let (file, line) = (position.file().to_string(), position.line().to_string());
        return Err(Error::new(ErrorKind::Operation, say!("row-same-place", file = file, line = line)));
    }
    let first = first.min(position.number());
    arena[at..at + FATE_AT].copy_from_slice(&first.to_le_bytes());
    let fate = &mut arena[at + FATE_AT];
    *fate = if equal && *fate != CONFLICT { EQUAL } else { CONFLICT };
    Ok(())
}

fn first_position(arena: &[u8], at: usize) -> u64 {
    arena[at..at + FATE_AT].iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte))
}

/// Why the row does not count, if it does not.
fn fate(arena: &[u8], at: usize, record: &Record<'_>) -> Option<Repeat> {
    let first = first_position(arena, at);
    let reject = match arena[at + FATE_AT] {
        CONFLICT => Reject::ConflictingDuplicate,
        EQUAL if first != record.position.number() => Reject::Duplicate,
        _ => return None,
    };
    Some(Repeat { reject, with_earlier: first == EARLIER.number() })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::batch::ids::suspects::entries_of;
    use crate::batch::memory::scatter::{Chunks, Scatter};
    use crate::batch::operation::OperationRef;
    use crate::money::Tenge;

    /// A thousand ids with two rows each, in lines 1 to 2 000; the rows of every third have different incomes. What is kept
    /// of an id has some 40 bytes, so that 16 KiB hold less than half of them.
    #[test]
    fn ids_that_do_not_fit_are_decided_part_by_part_as_all_at_once() {
        let chunks = Chunks::new(usize::MAX, 1, 1, 1);
        let mut scatter = Scatter::new(&chunks, 1, Path::new(""));
        for row in 0..2_000 {
            let id = (row / 2).to_string();
            let income = Tenge::from_tiyn(if row % 6 == 1 { 200 } else { 100 });
            let (iin, day) = ("900101300017".parse().unwrap(), "2026-08-05".parse().unwrap());
            let operation = OperationRef { id: id.as_bytes(), iin, settled_on: day, corrects_on: None, income };
            let open = scatter.room(0).unwrap();
            open.writer.write(&operation, Position::new(0, row + 1), &mut open.chunk);
        }
        let parts = scatter.finish();
        let (mut suspects, mut entries) = (Suspects::none(), Vec::new());
        entries_of(&parts, &mut entries).unwrap();
        for (row, &entry) in entries.as_chunks().0.iter().enumerate() {
            let id = IdHash::of((row / 2).to_string().as_bytes());
            suspects.note(id.partition(), u32::from_le_bytes(entry));
        }
        let expected: Vec<_> = (0..2_000)
            .map(|row| match (row / 2 % 3, row % 2) {
                (0, _) => (row + 1, Some(Reject::ConflictingDuplicate)),
                (_, 1) => (row + 1, Some(Reject::Duplicate)),
                _ => (row + 1, None),
            })
            .collect();
        for budget in [16 << 10, 1 << 20] {
            let mut decided = Vec::new();
            let mut each = |record: &Record<'_>, repeat: Option<Repeat>| {
                decided.push((record.position.line(), repeat.map(|repeat| repeat.reject)));
                Ok(())
            };
            Duplicates::new(budget).resolve(&parts, &suspects, &mut each).unwrap();
            decided.sort_unstable_by_key(|&(line, _)| line);
            assert_eq!(decided, expected, "{budget}");
        }
    }
}
