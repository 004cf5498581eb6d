//! The sums of a range's operations by person's month and stretch of days.

use hashbrown::HashTable;

use crate::batch::conditions::Conditions;
use crate::batch::memory::scatter::{CHUNK_BYTES, Partition};
use crate::batch::operation::{Record, Records};
use crate::error::Error;
use crate::facts::stretch::StretchDays;
use crate::hash::hash_number;
use crate::money::Tenge;
use crate::period::Day;
use crate::withholding::order::PersonMonthKey;
use crate::withholding::tally::{overflow, sides};

/// The months of one range, with tables that are used again for the next one.
#[derive(Debug, Default)]
pub(super) struct Sums {
    table: HashTable<u32>,
    pub months: Vec<RangeMonth>,
    sums: Vec<StretchSum>,
    /// Each record, and the one before it of its month.
    records: Vec<Linked>,
    /// Records that are about to be added.
    waiting: Vec<Waiting>,
}

/// One person's month of the range.
#[derive(Debug, Clone, Copy)]
pub(super) struct RangeMonth {
    pub key: PersonMonthKey,
    /// The timeline of the person, and the stretch that the last operation was on with its days.
    pub timeline: (u32, u32),
    stretch: StretchDays,
    first_sum: u32,
    pub operations: u32,
    pub needs_operations: bool,
    last_record: u32,
    /// The end of its places, once they are filled in.
    pub places_end: u32,
}

/// Where a record stands, and the number of the one before it of the same month.
#[derive(Debug, Clone, Copy)]
struct Linked {
    at: At,
    before: u32,
}

/// Sums of the operations of one stretch of a month.
#[derive(Debug, Clone, Copy)]
pub(super) struct StretchSum {
    pub stretch: u32,
    pub operations: u64,
    pub received: Tenge,
    pub given_back: Tenge,
    next: u32,
}

/// The end of the sums, or of the records, of a month.
const NONE: u32 = u32::MAX;

/// Where a record stands in the chunks of its range: the number of the chunk, and the place in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct At(u32);

const PLACE_BITS: u32 = CHUNK_BYTES.ilog2();
/// So many chunks have a number.
pub(super) const CHUNKS_MAX: u64 = 1 << (u32::BITS - PLACE_BITS);

impl At {
    #[inline]
    fn new(chunk: usize, place: usize) -> At {
        At((chunk as u32) << PLACE_BITS | place as u32)
    }

    #[inline]
    pub fn number(self) -> u32 {
        self.0
    }

    #[inline]
    pub fn from_number(number: u32) -> At {
        At(number)
    }

    /// The record and what follows it.
    pub fn record<'c>(self, chunks: &[&'c [u8]]) -> Option<Record<'c>> {
        let (chunk, place) = ((self.0 >> PLACE_BITS) as usize, (self.0 as usize) % CHUNK_BYTES);
        Records::new(chunks.get(chunk)?.get(place..)?).next()
    }
}

/// What of an operation is added up.
#[derive(Debug, Clone, Copy)]
struct Waiting {
    at: At,
    key: PersonMonthKey,
    day: Day,
    income: Tenge,
    /// Its month, if there was one when it was looked for.
    month: Option<u32>,
}

/// So many operations are looked up, or their months looked for, before the first is used, so that a core waits for the
/// memory of several at once.
pub(super) const TOGETHER: usize = 64;

impl Sums {
    /// Sums up every record by month and stretch.
    pub fn sum_up(&mut self, conditions: Conditions<'_>, chunks: &[&[u8]]) -> Result<(), Error> {
        self.table.clear();
        self.months.clear();
        self.sums.clear();
        self.records.clear();
        self.waiting.clear();
        for (number, chunk) in chunks.iter().enumerate() {
            for record in Records::new(chunk) {
                let day = record.effective_on();
                self.waiting.push(Waiting {
                    at: At::new(number, record.place),
                    key: PersonMonthKey::on(conditions.law, day, record.iin()),
                    day,
                    income: record.income(),
                    month: None,
                });
                if self.waiting.len() == TOGETHER {
                    self.add_waiting(conditions)?;
                }
            }
        }
        self.add_waiting(conditions)
    }

    /// Adds up what waits.
    fn add_waiting(&mut self, conditions: Conditions<'_>) -> Result<(), Error> {
        let mut waiting = std::mem::take(&mut self.waiting);
        for operation in &mut waiting {
            operation.month = self.month_of(operation.key);
        }
        for operation in &waiting {
            let number = self.add(conditions, operation)?;
            let month = &mut self.months[number];
            self.records.push(Linked { at: operation.at, before: month.last_record });
            month.last_record = (self.records.len() - 1) as u32;
        }
        waiting.clear();
        self.waiting = waiting;
        Ok(())
    }

    /// The number of this person's month, if there is one yet.
    #[inline]
    fn month_of(&self, key: PersonMonthKey) -> Option<u32> {
        let is_same = |&number: &u32| self.months[number as usize].key == key;
        self.table.find(hash_number(key.number()), is_same).copied()
    }

    /// Counts the operation and gives the number of its month.
    #[inline]
    fn add(&mut self, conditions: Conditions<'_>, operation: &Waiting) -> Result<usize, Error> {
        let &Waiting { key, day, income, month, .. } = operation;
        // The month may have come since with another operation of those that waited.
        let known = month.or_else(|| self.month_of(key));
        let Sums { table, months, sums, .. } = self;
        let number = match known {
            Some(number) => number as usize,
            None => {
                let number = months.len();
                let timeline = conditions.facts.timeline(key.iin());
                months.push(RangeMonth {
                    key,
                    timeline,
                    stretch: conditions.facts.stretch_of(timeline, day),
                    first_sum: NONE,
                    operations: 0,
                    needs_operations: false,
                    last_record: NONE,
                    places_end: 0,
                });
                table.insert_unique(hash_number(key.number()), number as u32, |&number| {
                    hash_number(months[number as usize].key.number())
                });
                number
            }
        };
        let month = &mut months[number];
        if !month.stretch.has(day) {
            month.stretch = conditions.facts.stretch_of(month.timeline, day);
        }
        let stretch = month.stretch.number;
        let (received, given_back) = sides(income);
        month.operations = month.operations.checked_add(1).ok_or_else(|| key.named(overflow()))?;
        let mut at = month.first_sum;
        while at != NONE && sums[at as usize].stretch != stretch {
            at = sums[at as usize].next;
        }
        if at == NONE {
            sums.push(StretchSum { stretch, operations: 1, received, given_back, next: month.first_sum });
            month.first_sum = (sums.len() - 1) as u32;
            return Ok(number);
        }
        let sum = &mut sums[at as usize];
        sum.operations += 1;
        // Each side alone only grows, so whether it fits does not depend on the order of operations.
        sum.received = sum.received.checked_add(received).ok_or_else(|| key.named(overflow()))?;
        sum.given_back = sum.given_back.checked_add(given_back).ok_or_else(|| key.named(overflow()))?;
        Ok(number)
    }

    /// Where the records of a month stand, from the last to the first.
    pub fn records_of(&self, month: &RangeMonth) -> impl Iterator<Item = At> {
        let last = self.records.get(month.last_record as usize);
        std::iter::successors(last, |linked| self.records.get(linked.before as usize)).map(|linked| linked.at)
    }

    /// The sums of a month.
    pub fn of(&self, month: &RangeMonth) -> impl Iterator<Item = &StretchSum> {
        let first = self.sums.get(month.first_sum as usize);
        std::iter::successors(first, |sum| self.sums.get(sum.next as usize))
    }
}

/// The chunks of a range: those in memory where they are, those from disk one after another in `from_disk`.
pub(super) fn chunks_of<'c>(parts: &'c [Partition], from_disk: &'c mut Vec<u8>) -> Result<Vec<&'c [u8]>, Error> {
    from_disk.clear();
    let (mut buffer, mut counts) = (Vec::new(), Vec::new());
    for part in parts {
        part.for_each_spilled(&mut buffer, |chunk| {
            from_disk.extend_from_slice(chunk);
            counts.push(chunk.len());
            Ok(())
        })?;
    }
    let mut rest = from_disk.as_slice();
    let mut chunks = Vec::new();
    for count in counts {
        let (chunk, others) = rest.split_at_checked(count).unwrap_or_default();
        chunks.push(chunk);
        rest = others;
    }
    chunks.extend(parts.iter().flat_map(Partition::held));
    Ok(chunks)
}
