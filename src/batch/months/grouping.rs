//! The operations of a range of persons' months, brought together person by person.

use std::path::Path;

use hashbrown::HashTable;

use crate::batch::conditions::Conditions;
use crate::batch::earlier::EarlierMonths;
use crate::batch::earlier::Months;
use crate::batch::memory::scatter::{CHUNK_BYTES, Partition};
use crate::batch::memory::sorter::Sorter;
use crate::batch::operation::{Record, Records};
use crate::error::Error;
use crate::facts::stretch::StretchDays;
use crate::hash::hash_number;
use crate::law::{LawMonth, RegimeId};
use crate::money::Tenge;
use crate::period::Day;
use crate::withholding::month::{MonthRows, OpenMonth};
use crate::withholding::order::{OperationKey, PersonMonthKey, by_id, income_and_id, income_bytes};
use crate::withholding::row::LineRef;
use crate::withholding::tally::{overflow, sides};

/// What is wanted beside the rows of a month.
pub(crate) trait MonthSink {
    /// Whether every operation's line is wanted.
    fn wants_lines(&self) -> bool;
    /// The next line, in order; only where lines are wanted or the month is near its limit.
    fn line(&mut self, line: &LineRef<'_>) -> Result<(), Error>;
    /// The next month, in order, after its lines.
    fn month(&mut self, month: MonthRows) -> Result<(), Error>;
}

/// Groups ranges one after another, with tables that are used again for the next one.
#[derive(Debug)]
pub(crate) struct Grouping<'a> {
    terms: Conditions<'a>,
    budget: usize,
    dir: &'a Path,
    table: HashTable<u32>,
    months: Vec<Month>,
    sums: Vec<StretchSum>,
    /// The records of the range that come from disk.
    from_disk: Vec<u8>,
    /// For each record where it stands and the number of its month.
    records: Vec<(At, u32)>,
    /// Records that are about to be added.
    waiting: Vec<Waiting>,
    /// Where the records of the months stand that are wanted one by one.
    places: Vec<Place>,
}

/// One person's month of the range.
#[derive(Debug, Clone, Copy)]
struct Month {
    key: PersonMonthKey,
    /// The timeline of the person, and the stretch that the last operation was on with its days.
    timeline: (u32, u32),
    stretch: StretchDays,
    first_sum: u32,
    operations: u32,
    needs_operations: bool,
    /// The end of its places, once they are filled in.
    places_end: u32,
}

/// Sums of the operations of one stretch of a month.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StretchSum {
    pub stretch: u32,
    pub operations: u64,
    pub received: Tenge,
    pub given_back: Tenge,
    next: u32,
}

const NO_SUM: u32 = u32::MAX;

/// Where a record stands in the chunks of its range: the number of the chunk, and the place in it.
#[derive(Debug, Clone, Copy)]
struct At(u32);

const PLACE_BITS: u32 = CHUNK_BYTES.ilog2();
/// So many chunks have a number.
const CHUNKS_MAX: u64 = 1 << (u32::BITS - PLACE_BITS);

impl At {
    #[inline]
    fn new(chunk: usize, place: usize) -> At {
        At((chunk as u32) << PLACE_BITS | place as u32)
    }

    /// The record and what follows it.
    fn record<'c>(self, chunks: &[&'c [u8]]) -> Option<Record<'c>> {
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

/// So many operations are added together: their months are looked for one after another before any is changed, so that a
/// core waits for the memory of several at once.
const TOGETHER: usize = 64;

/// An operation of a month that is wanted one by one: its days, which are the first of its order within the month, and
/// where its record stands; as one number, which sorts fast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place(u128);

impl Place {
    fn new(record: &Record<'_>, at: At) -> Place {
        let [effective, settled] = [record.effective_on(), record.settled_on()].map(|day| u128::from(day.number()));
        Place(effective << 64 | settled << 32 | u128::from(at.0))
    }

    fn days(self) -> u64 {
        (self.0 >> 32) as u64
    }

    fn record<'c>(self, chunks: &[&'c [u8]]) -> Option<Record<'c>> {
        At(self.0 as u32).record(chunks)
    }
}

impl<'a> Grouping<'a> {
    /// Tables that hold at most about `budget` bytes and write the rest under `dir`.
    pub fn new(terms: Conditions<'a>, budget: usize, dir: &'a Path) -> Grouping<'a> {
        Grouping {
            terms,
            budget,
            dir,
            table: HashTable::new(),
            months: Vec::new(),
            sums: Vec::new(),
            from_disk: Vec::new(),
            records: Vec::new(),
            waiting: Vec::with_capacity(TOGETHER),
            places: Vec::new(),
        }
    }

    /// Gives the months of one range in order to the sink, each on top of what earlier runs have counted.
    ///
    /// # Errors
    /// Kind [`crate::ErrorKind::Overflow`] with person and month where a sum does not fit, or what reading fails with.
    pub fn range(
        &mut self,
        parts: &[Partition],
        earlier: &mut EarlierMonths<'_>,
        sink: &mut impl MonthSink,
    ) -> Result<(), Error> {
        if !self.fits(parts) {
            return self.sorted(parts, earlier, sink);
        }
        let mut from_disk = std::mem::take(&mut self.from_disk);
        let chunks = chunks_of(parts, &mut from_disk)?;
        self.sum_up(&chunks)?;
        self.find_near_limit(sink.wants_lines());
        self.fill_places(&chunks);
        let emitted = self.emit(&chunks, earlier, sink);
        self.from_disk = from_disk;
        emitted
    }

    fn fits(&self, parts: &[Partition]) -> bool {
        let bytes: u64 = parts.iter().map(|part| part.bytes).sum();
        let records: u64 = parts.iter().map(|part| part.records).sum();
        let need = bytes + records * (size_of::<Place>() + size_of::<Month>() + size_of::<StretchSum>()) as u64;
        let chunks: u64 = parts.iter().map(|part| part.chunks).sum();
        need <= self.budget as u64 && chunks <= CHUNKS_MAX
    }

    /// Adds the months that have operations of earlier runs and of this one and whose sums do not tell whether, and with
    /// which operation, a limit is exceeded.
    pub fn near_limit(
        &mut self,
        parts: &[Partition],
        earlier: &mut EarlierMonths<'_>,
        near: &mut Months,
    ) -> Result<(), Error> {
        if !self.fits(parts) {
            // So many operations in one range are of few months.
            let mut buffer = Vec::new();
            return parts.iter().try_for_each(|part| {
                part.for_each_chunk(&mut buffer, |chunk| {
                    near.extend(Records::new(chunk).map(|record| self.key_of(&record)));
                    Ok(())
                })
            });
        }
        let mut from_disk = std::mem::take(&mut self.from_disk);
        self.sum_up(&chunks_of(parts, &mut from_disk)?)?;
        self.from_disk = from_disk;
        self.months.sort_unstable_by_key(|month| month.key);
        let mut limits = RegimeLimits { terms: self.terms, month: None };
        for month in &self.months {
            let before = loop {
                match earlier.up_to(month.key)? {
                    Some(before) if before.key < month.key => {}
                    other => break other,
                }
            };
            let Some(before) = before else { continue };
            let mut is_above = |received: &mut i128, regime: RegimeId, more: Tenge| {
                let limit = limits.of(month.key, regime);
                *received += limit.map_or(0, |_| i128::from(more.tiyn()));
                limit.is_some_and(|limit| *received > i128::from(limit.tiyn()))
            };
            let mut received = 0;
            let mut above = false;
            for row in &before.rows {
                above |= is_above(&mut received, row.regime, row.tally.received());
            }
            for sum in self.sums_of(month) {
                let regime = self.terms.facts.stretch(sum.stretch).regime;
                above |= regime.is_some_and(|regime| is_above(&mut received, regime, sum.received));
            }
            if above {
                near.insert(month.key);
            }
        }
        Ok(())
    }

    fn key_of(&self, record: &Record<'_>) -> PersonMonthKey {
        PersonMonthKey::new(self.terms.law.month_of(record.effective_on()), record.iin())
    }

    /// Sums up every record by month and stretch.
    fn sum_up(&mut self, chunks: &[&[u8]]) -> Result<(), Error> {
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
                    key: PersonMonthKey::new(self.terms.law.month_of(day), record.iin()),
                    day,
                    income: record.income(),
                    month: None,
                });
                if self.waiting.len() == TOGETHER {
                    self.add_waiting()?;
                }
            }
        }
        self.add_waiting()
    }

    /// Adds up what waits.
    fn add_waiting(&mut self) -> Result<(), Error> {
        let mut waiting = std::mem::take(&mut self.waiting);
        for operation in &mut waiting {
            operation.month = self.month_of(operation.key);
        }
        for operation in &waiting {
            let month = self.add(operation)?;
            self.records.push((operation.at, month));
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
    fn add(&mut self, operation: &Waiting) -> Result<u32, Error> {
        let &Waiting { key, day, income, month, .. } = operation;
        // The month may have come since with another operation of those that waited.
        let known = month.or_else(|| self.month_of(key));
        let Grouping { terms, table, months, sums, .. } = self;
        let number = match known {
            Some(number) => number as usize,
            None => {
                let number = months.len();
                let timeline = terms.facts.timeline(key.iin());
                months.push(Month {
                    key,
                    timeline,
                    stretch: terms.facts.stretch_of(timeline, day),
                    first_sum: NO_SUM,
                    operations: 0,
                    needs_operations: false,
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
            month.stretch = terms.facts.stretch_of(month.timeline, day);
        }
        let stretch = month.stretch.number;
        let (received, given_back) = sides(income);
        month.operations = month.operations.checked_add(1).ok_or_else(|| key.named(overflow()))?;
        let mut at = month.first_sum;
        while at != NO_SUM && sums[at as usize].stretch != stretch {
            at = sums[at as usize].next;
        }
        if at == NO_SUM {
            sums.push(StretchSum { stretch, operations: 1, received, given_back, next: month.first_sum });
            month.first_sum = (sums.len() - 1) as u32;
            return Ok(number as u32);
        }
        let sum = &mut sums[at as usize];
        sum.operations += 1;
        // Each side alone only grows, so whether it fits does not depend on the order of operations.
        sum.received = sum.received.checked_add(received).ok_or_else(|| key.named(overflow()))?;
        sum.given_back = sum.given_back.checked_add(given_back).ok_or_else(|| key.named(overflow()))?;
        Ok(number as u32)
    }

    /// The sums of a month.
    fn sums_of(&self, month: &Month) -> impl Iterator<Item = &StretchSum> {
        let first = self.sums.get(month.first_sum as usize);
        std::iter::successors(first, |sum| self.sums.get(sum.next as usize))
    }

    /// Puts the months in order and marks those whose sums do not tell whether the limit was crossed on the way: what
    /// they received is above it, so that the running sum may have been, whatever was given back later.
    fn find_near_limit(&mut self, all: bool) {
        let mut limits = RegimeLimits { terms: self.terms, month: None };
        for number in 0..self.months.len() {
            let month = self.months[number];
            let mut received: i128 = 0;
            let near = all
                || self.sums_of(&month).any(|sum| {
                    let regime = self.terms.facts.stretch(sum.stretch).regime;
                    let limit = regime.and_then(|regime| limits.of(month.key, regime));
                    received += limit.map_or(0, |_| i128::from(sum.received.tiyn()));
                    limit.is_some_and(|limit| received > i128::from(limit.tiyn()))
                });
            self.months[number].needs_operations = near;
        }
    }

    /// Notes where the records of the marked months stand, month by month in canonical order.
    fn fill_places(&mut self, chunks: &[&[u8]]) {
        let mut end = 0;
        for month in &mut self.months {
            month.places_end = end;
            if month.needs_operations {
                end += month.operations;
            }
        }
        self.places.clear();
        if end == 0 {
            return;
        }
        self.places.resize(end as usize, Place(0));
        for &(at, number) in &self.records {
            let month = &mut self.months[number as usize];
            if !month.needs_operations {
                continue;
            }
            let Some(record) = at.record(chunks) else { continue };
            self.places[month.places_end as usize] = Place::new(&record, at);
            month.places_end += 1;
        }
        for month in self.months.iter().filter(|month| month.needs_operations) {
            let places = &mut self.places[(month.places_end - month.operations) as usize..month.places_end as usize];
            places.sort_unstable();
            for of_days in places.chunk_by_mut(|a, b| a.days() == b.days()).filter(|of_days| of_days.len() > 1) {
                of_days.sort_unstable_by_key(|place| place.record(chunks).map(|record| record.id));
            }
        }
    }

    fn emit(
        &mut self,
        chunks: &[&[u8]],
        earlier: &mut EarlierMonths<'_>,
        sink: &mut impl MonthSink,
    ) -> Result<(), Error> {
        let mut months = std::mem::take(&mut self.months);
        months.sort_unstable_by_key(|month| month.key);
        for month in &months {
            let mut open = open_month(self.terms, (month.key, month.timeline), earlier, sink)?;
            if month.needs_operations {
                let start = (month.places_end - month.operations) as usize;
                for place in &self.places[start..month.places_end as usize] {
                    let Some(record) = place.record(chunks) else { continue };
                    let key = OperationKey {
                        person_month: month.key,
                        effective_on: record.effective_on(),
                        settled_on: record.settled_on(),
                    };
                    sink.line(&open.add_operation(key, record.income(), record.id)?)?;
                }
            } else {
                let mut sums: Vec<&StretchSum> = self.sums_of(month).collect();
                sums.sort_unstable_by_key(|sum| sum.stretch);
                sums.into_iter().try_for_each(|sum| {
                    let stretch = self.terms.facts.stretch(sum.stretch);
                    open.add_sum(stretch, sum.operations, (sum.received, sum.given_back))
                })?;
            }
            sink.month(open.close()?)?;
        }
        self.months = months;
        rest(self.terms, earlier, sink)
    }

    /// The same for a range that does not fit the budget: every operation in canonical order, by way of the disk.
    fn sorted(
        &mut self,
        parts: &[Partition],
        earlier: &mut EarlierMonths<'_>,
        sink: &mut impl MonthSink,
    ) -> Result<(), Error> {
        let mut sorter = Sorter::new(by_id, self.budget, self.dir);
        let mut buffer = Vec::new();
        for part in parts {
            part.for_each_chunk(&mut buffer, |chunk| {
                Records::new(chunk).try_for_each(|record| {
                    let effective_on = record.effective_on();
                    let person_month = PersonMonthKey::new(self.terms.law.month_of(effective_on), record.iin());
                    let key = OperationKey { person_month, effective_on, settled_on: record.settled_on() };
                    sorter.push(key.number(), &[&income_bytes(record.income()), record.id])
                })
            })?;
        }
        let merged = Sorter::merge(vec![sorter]);
        let mut sorted = merged.read()?;
        let mut open: Option<OpenMonth<'_>> = None;
        while let Some(key) = sorted.key().map(OperationKey::from_number) {
            if let Some(done) = open.take_if(|open| open.person_month() != key.person_month) {
                sink.month(done.close()?)?;
            }
            let month = match &mut open {
                Some(month) => month,
                None => {
                    let timeline = self.terms.facts.timeline(key.person_month.iin());
                    open.insert(open_month(self.terms, (key.person_month, timeline), earlier, sink)?)
                }
            };
            let (income, id) = income_and_id(sorted.bytes());
            sink.line(&month.add_operation(key, income, id)?)?;
            sorted.advance()?;
        }
        if let Some(done) = open {
            sink.month(done.close()?)?;
        }
        rest(self.terms, earlier, sink)
    }
}

/// The chunks of a range: those in memory where they are, those from disk one after another in `from_disk`.
fn chunks_of<'c>(parts: &'c [Partition], from_disk: &'c mut Vec<u8>) -> Result<Vec<&'c [u8]>, Error> {
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

/// Opens this month on top of what earlier runs have counted; months of theirs before it are done with.
fn open_month<'a>(
    terms: Conditions<'a>,
    (key, timeline): (PersonMonthKey, (u32, u32)),
    earlier: &mut EarlierMonths<'_>,
    sink: &mut impl MonthSink,
) -> Result<OpenMonth<'a>, Error> {
    while let Some(before) = earlier.up_to(key)? {
        let of = before.key;
        let mut open = terms.open(of, terms.facts.timeline(of.iin()))?;
        open.settle(before)?;
        if of == key {
            return Ok(open);
        }
        sink.month(open.close()?)?;
    }
    terms.open(key, timeline)
}

/// The months of earlier runs that are left.
fn rest(terms: Conditions<'_>, earlier: &mut EarlierMonths<'_>, sink: &mut impl MonthSink) -> Result<(), Error> {
    while let Some(before) = earlier.take()? {
        let mut open = terms.open(before.key, terms.facts.timeline(before.key.iin()))?;
        open.settle(before)?;
        sink.month(open.close()?)?;
    }
    Ok(())
}

/// Limits of regimes, with the month of the last question at hand.
struct RegimeLimits<'a> {
    terms: Conditions<'a>,
    month: Option<&'a LawMonth>,
}

impl RegimeLimits<'_> {
    fn of(&mut self, key: PersonMonthKey, regime: RegimeId) -> Option<Tenge> {
        let month = key.month();
        if self.month.is_none_or(|known| known.month != month) {
            self.month = self.terms.law.month(month);
        }
        self.month?.regime(regime)?.limit.as_ref().map(|limit| limit.amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::memory::scatter::{Chunks, Scatter};
    use crate::batch::operation::{OperationRef, Position};
    use crate::facts::FactsBuilder;
    use crate::law::Law;
    use crate::withholding::limit::OverLimit;

    /// Counts lines, and wants none.
    #[derive(Default)]
    struct Counting {
        lines: usize,
        months: usize,
    }

    impl MonthSink for Counting {
        fn wants_lines(&self) -> bool {
            false
        }

        fn line(&mut self, _: &LineRef<'_>) -> Result<(), Error> {
            self.lines += 1;
            Ok(())
        }

        fn month(&mut self, _: MonthRows) -> Result<(), Error> {
            self.months += 1;
            Ok(())
        }
    }

    /// Tables look at the operations of a month near a limit alone; sorting on disk looks at each.
    #[test]
    fn a_range_is_summed_up_in_tables_where_it_fits_the_budget_and_sorted_on_disk_where_not() {
        let (law, dir) = (Law::builtin().unwrap(), tempfile::tempdir().unwrap());
        let facts = FactsBuilder::default().build(&law, 1).unwrap();
        let terms = Conditions { law: &law, facts: &facts, over_limit: OverLimit::Cap };
        let chunks = Chunks::new(1 << 20, 1, 1, 0);
        let mut records = Scatter::new(&chunks, 1, dir.path());
        for (id, line) in [("a", 2), ("b", 3)] {
            let operation = OperationRef {
                id: id.as_bytes(),
                iin: "900101300017".parse().unwrap(),
                settled_on: "2026-08-05".parse().unwrap(),
                corrects_on: None,
                // 30 000 tenge, far from any limit of a month.
                income: Tenge::from_tiyn(3_000_000),
            };
            let open = records.room(0).unwrap();
            open.writer.write(&operation, Position::new(0, line), &mut open.chunk);
        }
        let parts = records.finish();
        // A fixed part of 16, an id of 1 and a step of 2 each.
        assert_eq!((parts[0].bytes, parts[0].records), (2 * 19, 2));
        // Beside the bytes of each record, what its month may take if it is alone there.
        let need = 2 * 19 + 2 * (size_of::<Place>() + size_of::<Month>() + size_of::<StretchSum>());
        for (budget, lines) in [(need + 1, 0), (need, 0), (need - 1, 2), (0, 2)] {
            let mut seen = Counting::default();
            let mut grouping = Grouping::new(terms, budget, dir.path());
            grouping.range(&parts, &mut EarlierMonths::none(), &mut seen).unwrap();
            assert_eq!((seen.lines, seen.months), (lines, 1), "{budget} of {need}");
        }
        // Chunks have 18 bits, whatever the budget.
        for (chunks, fits) in [(1 << 18, true), ((1 << 18) + 1, false)] {
            let mut part = Partition::default();
            part.chunks = chunks;
            assert_eq!(Grouping::new(terms, usize::MAX, dir.path()).fits(&[part]), fits, "{chunks}");
        }
    }
}
