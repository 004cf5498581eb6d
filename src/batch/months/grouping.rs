//! The operations of a range of persons' months, brought together person by person.

use std::cmp::Ordering;
use std::path::Path;

use crate::batch::conditions::Conditions;
use crate::batch::earlier::EarlierMonths;
use crate::batch::earlier::Months;
use crate::batch::memory::scatter::Partition;
use crate::batch::memory::sorter::Sorter;
use crate::batch::months::sums::{At, CHUNKS_MAX, RangeMonth, StretchSum, Sums, TOGETHER, chunks_of};
use crate::batch::operation::{Record, Records};
use crate::error::{Error, ErrorKind};
use crate::law::{LawMonth, RegimeId};
use crate::money::Tenge;
use crate::withholding::month::{MonthRows, OpenMonth};
use crate::withholding::order::{OperationKey, PersonMonthKey};
use crate::withholding::row::LineRef;

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
    conditions: Conditions<'a>,
    budget: usize,
    dir: &'a Path,
    sums: Sums,
    /// The records of the range that come from disk.
    from_disk: Vec<u8>,
    /// Where the records of the months stand that are wanted one by one.
    places: Vec<Place>,
}

/// An operation of a month that is wanted one by one: its days, which are the first of its order within the month, and
/// where its record stands; as one number, which sorts fast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place(u128);

impl Place {
    fn new(record: &Record<'_>, at: At) -> Place {
        let [effective, settled] = [record.effective_on(), record.settled_on()].map(|day| u128::from(day.number()));
        Place(effective << 64 | settled << 32 | u128::from(at.number()))
    }

    fn days(self) -> u64 {
        (self.0 >> 32) as u64
    }

    fn record<'c>(self, chunks: &[&'c [u8]]) -> Option<Record<'c>> {
        At::from_number(self.0 as u32).record(chunks)
    }
}

impl<'a> Grouping<'a> {
    /// Tables that hold at most about `budget` bytes and write the rest under `dir`.
    pub fn new(conditions: Conditions<'a>, budget: usize, dir: &'a Path) -> Grouping<'a> {
        Grouping { conditions, budget, dir, sums: Sums::default(), from_disk: Vec::new(), places: Vec::new() }
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
        self.sums.sum_up(self.conditions, &chunks)?;
        self.find_near_limit(sink.wants_lines());
        self.fill_places(&chunks);
        let emitted = self.emit(&chunks, earlier, sink);
        self.from_disk = from_disk;
        emitted
    }

    fn fits(&self, parts: &[Partition]) -> bool {
        let bytes: u64 = parts.iter().map(|part| part.bytes).sum();
        let records: u64 = parts.iter().map(|part| part.records).sum();
        let need = bytes + records * (size_of::<Place>() + size_of::<RangeMonth>() + size_of::<StretchSum>()) as u64;
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
        let is_summed = self.fits(parts) && {
            match self.sums.sum_up(self.conditions, &chunks_of(parts, &mut self.from_disk)?) {
                // Duplicates may come to a sum that what counts does not.
                Err(error) if error.kind() == ErrorKind::Overflow => false,
                summed => summed.map(|()| true)?,
            }
        };
        if !is_summed {
            // So many operations in one range, or so large ones, are of few months.
            let mut buffer = Vec::new();
            return parts.iter().try_for_each(|part| {
                part.for_each_chunk(&mut buffer, |chunk| {
                    near.extend(Records::new(chunk).map(|record| record.month(self.conditions.law)));
                    Ok(())
                })
            });
        }
        self.sums.months.sort_unstable_by_key(|month| month.key);
        let mut limits = RegimeLimits { conditions: self.conditions, month: None };
        for month in &self.sums.months {
            let before = loop {
                match earlier.up_to(month.key)? {
                    Some(before) if before.key < month.key => {}
                    other => break other,
                }
            };
            let Some(before) = before else { continue };
            let mut received = 0;
            let mut above = false;
            for row in &before.rows {
                above |= limits.is_above(&mut received, (month.key, row.regime), row.tally.received());
            }
            for sum in self.sums.of(month) {
                let regime = self.conditions.facts.stretch(sum.stretch).regime;
                above |= regime.is_some_and(|regime| limits.is_above(&mut received, (month.key, regime), sum.received));
            }
            if above {
                near.insert(month.key);
            }
        }
        Ok(())
    }

    /// Puts the months in order and marks those whose sums do not tell whether the limit was crossed on the way: what
    /// they received is above it, so that the running sum may have been, whatever was given back later.
    fn find_near_limit(&mut self, all: bool) {
        let mut limits = RegimeLimits { conditions: self.conditions, month: None };
        for number in 0..self.sums.months.len() {
            let month = self.sums.months[number];
            let mut received = 0;
            let near = all
                || self.sums.of(&month).any(|sum| {
                    let regime = self.conditions.facts.stretch(sum.stretch).regime;
                    regime.is_some_and(|regime| limits.is_above(&mut received, (month.key, regime), sum.received))
                });
            self.sums.months[number].needs_operations = near;
        }
    }

    /// Notes where the records of the marked months stand, month by month in canonical order.
    fn fill_places(&mut self, chunks: &[&[u8]]) {
        self.places.clear();
        let mut months = std::mem::take(&mut self.sums.months);
        for month in months.iter_mut().filter(|month| month.needs_operations) {
            let start = self.places.len();
            let place = |at: At| Some(Place::new(&at.record(chunks)?, at));
            self.places.extend(self.sums.records_of(month).filter_map(place));
            month.places_end = self.places.len() as u32;
            let places = &mut self.places[start..];
            places.sort_unstable();
            for of_days in places.chunk_by_mut(|a, b| a.days() == b.days()).filter(|of_days| of_days.len() > 1) {
                of_days.sort_unstable_by_key(|place| place.record(chunks).map(|record| record.id));
            }
        }
        self.sums.months = months;
    }

    fn emit(
        &mut self,
        chunks: &[&[u8]],
        earlier: &mut EarlierMonths<'_>,
        sink: &mut impl MonthSink,
    ) -> Result<(), Error> {
        let mut months = std::mem::take(&mut self.sums.months);
        let mut records = Vec::with_capacity(TOGETHER);
        months.sort_unstable_by_key(|month| month.key);
        for month in &months {
            let mut open = open_month(self.conditions, (month.key, month.timeline), earlier, sink)?;
            if month.needs_operations {
                let start = (month.places_end - month.operations) as usize;
                for places in self.places[start..month.places_end as usize].chunks(TOGETHER) {
                    records.clear();
                    records.extend(places.iter().filter_map(|place| place.record(chunks)));
                    for record in &records {
                        let key = OperationKey {
                            person_month: month.key,
                            effective_on: record.effective_on(),
                            settled_on: record.settled_on(),
                        };
                        sink.line(&open.add_operation(key, record.income(), record.id)?)?;
                    }
                }
            } else {
                let mut sums: Vec<&StretchSum> = self.sums.of(month).collect();
                sums.sort_unstable_by_key(|sum| sum.stretch);
                sums.into_iter().try_for_each(|sum| {
                    let stretch = self.conditions.facts.stretch(sum.stretch);
                    open.add_sum(stretch, sum.operations, (sum.received, sum.given_back))
                })?;
            }
            sink.month(open.close()?)?;
        }
        self.sums.months = months;
        rest(self.conditions, earlier, sink)
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
                    let person_month = PersonMonthKey::on(self.conditions.law, effective_on, record.iin());
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
                    let timeline = self.conditions.facts.timeline(key.person_month.iin());
                    open.insert(open_month(self.conditions, (key.person_month, timeline), earlier, sink)?)
                }
            };
            let (income, id) = income_and_id(sorted.bytes());
            sink.line(&month.add_operation(key, income, id)?)?;
            sorted.advance()?;
        }
        if let Some(done) = open {
            sink.month(done.close()?)?;
        }
        rest(self.conditions, earlier, sink)
    }
}

/// Opens this month on top of what earlier runs have counted; months of theirs before it are done with.
fn open_month<'a>(
    conditions: Conditions<'a>,
    (key, timeline): (PersonMonthKey, (u32, u32)),
    earlier: &mut EarlierMonths<'_>,
    sink: &mut impl MonthSink,
) -> Result<OpenMonth<'a>, Error> {
    while let Some(before) = earlier.up_to(key)? {
        let of = before.key;
        let mut open = conditions.open(of, conditions.facts.timeline(of.iin()))?;
        open.settle(before)?;
        if of == key {
            return Ok(open);
        }
        sink.month(open.close()?)?;
    }
    conditions.open(key, timeline)
}

/// The months of earlier runs that are left.
fn rest(conditions: Conditions<'_>, earlier: &mut EarlierMonths<'_>, sink: &mut impl MonthSink) -> Result<(), Error> {
    while let Some(before) = earlier.take()? {
        let mut open = conditions.open(before.key, conditions.facts.timeline(before.key.iin()))?;
        open.settle(before)?;
        sink.month(open.close()?)?;
    }
    Ok(())
}

/// Limits of regimes, with the month of the last question at hand.
struct RegimeLimits<'a> {
    conditions: Conditions<'a>,
    month: Option<&'a LawMonth>,
}

impl RegimeLimits<'_> {
    fn of(&mut self, key: PersonMonthKey, regime: RegimeId) -> Option<Tenge> {
        let month = key.month();
        if self.month.is_none_or(|known| known.month != month) {
            self.month = self.conditions.law.month(month);
        }
        self.month?.regime(regime)?.limit.as_ref().map(|limit| limit.amount)
    }

    /// Adds what the month receives under a regime that has a limit, and tells whether it is above that by now.
    #[inline]
    fn is_above(&mut self, received: &mut i128, (key, regime): (PersonMonthKey, RegimeId), more: Tenge) -> bool {
        let Some(limit) = self.of(key, regime) else { return false };
        *received += i128::from(more.tiyn());
        *received > i128::from(limit.tiyn())
    }
}

/// What is kept of an operation beside its [`OperationKey`]: the income in tiyn (8 bytes), then the id.
const INCOME_BYTES: usize = 8;

/// The parts of an operation's record.
#[inline]
fn income_bytes(income: Tenge) -> [u8; INCOME_BYTES] {
    income.tiyn().to_le_bytes()
}

/// Income and id of an operation's record.
#[inline]
fn income_and_id(record: &[u8]) -> (Tenge, &[u8]) {
    let (income, id) = record.split_at_checked(INCOME_BYTES).unwrap_or_default();
    (Tenge::from_tiyn(i64::from_le_bytes(income.try_into().unwrap_or_default())), id)
}

/// Operations with equal keys by the bytes of their ids.
fn by_id(a: &[u8], b: &[u8]) -> Ordering {
    income_and_id(a).1.cmp(income_and_id(b).1)
}

#[cfg(test)]
#[cfg(feature = "spill")]
mod tests {
    use super::*;
    use crate::batch::memory::scatter::{Chunks, Scatter};
    use crate::batch::operation::{OperationRef, Position};
    use crate::facts::FactsBuilder;
    use crate::law::{Law, OverLimit};

    /// Counts lines, and wants none.
    #[derive(Default)]
    struct Counting {
        lines: Vec<(String, i64)>,
        months: usize,
    }

    impl MonthSink for Counting {
        fn wants_lines(&self) -> bool {
            false
        }

        fn line(&mut self, line: &LineRef<'_>) -> Result<(), Error> {
            self.lines.push((String::from_utf8_lossy(line.id).into_owned(), line.income.tiyn()));
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
        let conditions = Conditions { law: &law, facts: &facts, over_limit: OverLimit::Cap };
        let chunks = Chunks::new(1 << 20, 1, 1, 0);
        let mut records = Scatter::new(&chunks, 1, dir.path());
        for (id, line) in [("b", 2), ("a", 3)] {
            let operation = OperationRef {
                id: id.as_bytes(),
                iin: "900101300017".parse().unwrap(),
                settled_on: "2026-08-05".parse().unwrap(),
                corrects_on: None,
                // 30 000 tenge and some tiyn, far from any limit of a month.
                income: Tenge::from_tiyn(3_000_000 + line as i64),
            };
            let open = records.room(0).unwrap();
            open.writer.write(&operation, Position::new(0, line), &mut open.chunk);
        }
        let parts = records.finish();
        // A fixed part of 16, an id of 1 and a step of 2 each.
        assert_eq!((parts[0].bytes, parts[0].records), (2 * 19, 2));
        // Beside the bytes of each record, what its month may take if it is alone there.
        let need = 2 * 19 + 2 * (size_of::<Place>() + size_of::<RangeMonth>() + size_of::<StretchSum>());
        let all = [("a".to_owned(), 3_000_003), ("b".to_owned(), 3_000_002)];
        for (budget, lines) in [(need + 1, &all[..0]), (need, &all[..0]), (need - 1, &all), (0, &all)] {
            let mut seen = Counting::default();
            let mut grouping = Grouping::new(conditions, budget, dir.path());
            grouping.range(&parts, &mut EarlierMonths::none(), &mut seen).unwrap();
            assert_eq!((&seen.lines[..], seen.months), (lines, 1), "{budget} of {need}");
        }
        // Chunks have 18 bits, whatever the budget.
        for (chunks, fits) in [(1 << 18, true), ((1 << 18) + 1, false)] {
            let mut part = Partition::default();
            part.chunks = chunks;
            assert_eq!(Grouping::new(conditions, usize::MAX, dir.path()).fits(&[part]), fits, "{chunks}");
        }
    }
}
