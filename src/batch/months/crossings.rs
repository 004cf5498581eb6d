//! What new operations are calculated on top of: the months of earlier runs, the operations with which limits are exceeded
//! now that new ones stand among them, and how many months later facts say something else of.

use std::cmp::Ordering;
use std::collections::HashSet;

use crate::batch::conditions::Conditions;
use crate::batch::earlier::{Crossings, Earlier, EarlierMonths, Months};
use crate::batch::memory::scatter::Partitions;
use crate::batch::memory::sorter::Sorter;
use crate::batch::months::grouping::Grouping;
use crate::batch::months::late::LateFacts;
use crate::batch::operation::{OperationRef, Records};
use crate::batch::ranges::Ranges;
use crate::error::Error;
use crate::hash::FixedHash;
use crate::law::{Law, RegimeId};
use crate::money::Tenge;
use crate::threads::{Means, Numbers, on_threads};
use crate::withholding::limit::{Crossing, LimitStanding, RunningSum};
use crate::withholding::order::{OperationKey, PersonMonthKey};

/// The past of the ranges; nothing where there are no earlier runs.
pub(crate) struct Past<'a>(Option<Known<'a>>);

struct Known<'a> {
    earlier: &'a Earlier,
    /// Where the months of each range begin, and where the last ends.
    starts: Vec<u64>,
    crossings: Crossings,
    /// Months of whose income exemptions and contractors say something else now than when it was counted.
    late: u64,
}

impl<'a> Past<'a> {
    /// Reads what is to be known of the earlier runs before the first month.
    pub fn read(
        earlier: Option<&'a Earlier>,
        (bounds, ranges): (&Ranges, &Partitions),
        conditions: Conditions<'_>,
        means: Means<'_>,
    ) -> Result<Past<'a>, Error> {
        let Some(earlier) = earlier else { return Ok(Past(None)) };
        let mut known = Known { earlier, starts: earlier.split(bounds)?, crossings: Crossings::default(), late: 0 };
        let (near, late) = known.look(ranges, conditions, means)?;
        known.crossings = Closer { near: &near, late: &late, conditions, means }.look(earlier, ranges)?;
        known.late = late.months(conditions);
        Ok(Past(Some(known)))
    }

    /// Months of whose income exemptions and contractors say something else now than when it was counted.
    pub fn late(&self) -> u64 {
        self.0.as_ref().map_or(0, |known| known.late)
    }

    /// The earlier months of a range.
    pub fn months(&self, range: usize) -> EarlierMonths<'_> {
        match &self.0 {
            Some(known) => known.earlier.months(known.between(range), &known.crossings),
            None => EarlierMonths::none(),
        }
    }
}

impl Known<'_> {
    fn between(&self, range: usize) -> (u64, u64) {
        let start = |number: usize| self.starts.get(number).copied().unwrap_or(self.earlier.open_months.1);
        (start(range), start(range + 1))
    }

    /// The months whose operations have to be looked at one by one: near a limit, or where facts change within them.
    fn look(
        &self,
        ranges: &Partitions,
        conditions: Conditions<'_>,
        means: Means<'_>,
    ) -> Result<(Months, LateFacts), Error> {
        let numbers = Numbers::below(ranges.count());
        let grouping = || Grouping::new(conditions, means.memory / means.threads(), means.dir);
        let found = on_threads(means.threads(), grouping, |mut grouping| {
            let (mut near, mut late) = (Months::default(), LateFacts::default());
            while let Some(range) = numbers.take() {
                let months = || self.earlier.months(self.between(range), &self.crossings);
                ranges.look(range, |parts| grouping.near_limit(&*parts, &mut months(), &mut near))?;
                let mut months = months();
                while let Some(month) = months.take()? {
                    late.look_at(conditions, &month);
                }
            }
            Ok((near, late))
        })?;
        let (mut near, mut late) = (Months::default(), LateFacts::default());
        // It is the last time that anything is told of those.
        let mut closing = self.earlier.closing();
        while let Some(month) = closing.take()? {
            late.look_at(conditions, &month);
        }
        for (of_thread, late_of_thread) in found {
            near.extend(of_thread);
            late.merge(late_of_thread);
        }
        Ok((near, late))
    }
}

/// Months whose operations are looked at one by one: those near a limit in canonical order.
struct Closer<'a> {
    near: &'a Months,
    late: &'a LateFacts,
    conditions: Conditions<'a>,
    means: Means<'a>,
}

/// The first eleven digits of persons.
type FirstElevens = HashSet<u64, FixedHash>;

/// The parts of an operation's record: its regime, its income in tiyn, its id.
const INCOME: usize = 1;
const ID: usize = 9;

fn by_id(one: &[u8], other: &[u8]) -> Ordering {
    one.get(ID..).cmp(&other.get(ID..))
}

impl Closer<'_> {
    /// The crossings of the months near a limit; the operations of months where facts change within them are counted.
    fn look(&self, earlier: &Earlier, ranges: &Partitions) -> Result<Crossings, Error> {
        let Closer { means, .. } = self;
        let sorter = || Sorter::new(by_id, means.memory / means.threads(), means.dir);
        let months = self.near.iter().copied().chain(self.late.undecided());
        let persons: FirstElevens = months.map(|month| month.iin().number() / 10).collect();
        let partitions = if persons.is_empty() { 0 } else { earlier.partitions.len().saturating_sub(1) };
        let new = if self.near.is_empty() { 0 } else { ranges.count() };
        let numbers = Numbers::below(partitions + new);
        let sorters = on_threads(means.threads(), sorter, |mut sorter| {
            let mut buffer = Vec::new();
            while let Some(number) = numbers.take() {
                if number < partitions {
                    earlier.whole_partition(number, &mut buffer)?;
                    let mut operations = earlier.operations(&buffer);
                    while let Some(counted) = operations.next()? {
                        if persons.contains(&counted.first_eleven()) {
                            let (operation, regime) = counted.whole()?;
                            self.add(&operation, Some(regime), &mut sorter)?;
                        }
                    }
                } else {
                    ranges.look(number - partitions, |parts| {
                        parts.iter().try_for_each(|part| {
                            part.for_each_chunk(&mut buffer, |chunk| {
                                Records::new(chunk)
                                    .try_for_each(|record| self.add(&record.operation(), None, &mut sorter))
                            })
                        })
                    })?;
                }
            }
            Ok(sorter)
        })?;
        self.find(sorters)
    }

    /// Takes an operation of a month near a limit, and counts one that was counted under this regime; new ones are under
    /// the regime of today's facts.
    #[inline]
    fn add(&self, operation: &OperationRef<'_>, regime: Option<RegimeId>, sorter: &mut Sorter) -> Result<(), Error> {
        let effective_on = operation.effective_on();
        let person_month = PersonMonthKey::on(self.conditions.law, effective_on, operation.iin);
        if let Some(regime) = regime {
            self.late.count((person_month, regime), (effective_on, operation.income));
        }
        if !self.near.contains(&person_month) {
            return Ok(());
        }
        let facts = self.conditions.facts;
        let Some(regime) = regime.or_else(|| facts.stretch(facts.stretch_on(operation.iin, effective_on)).regime)
        else {
            return Ok(());
        };
        let key = OperationKey { person_month, effective_on, settled_on: operation.settled_on };
        sorter.push(key.number(), &[&[regime.0], &operation.income.tiyn().to_le_bytes(), operation.id])
    }

    /// Goes through the operations in canonical order.
    fn find(&self, sorters: Vec<Sorter>) -> Result<Crossings, Error> {
        // A month that is near and has no crossing is known too.
        let mut crossings: Crossings = self.near.iter().map(|&key| (key, Vec::new())).collect();
        let merged = Sorter::merge(sorters);
        let mut sorted = merged.read()?;
        let mut running: Vec<(RegimeId, RunningSum)> = Vec::new();
        let mut month = PersonMonthKey::default();
        while let Some(key) = sorted.key().map(OperationKey::from_number) {
            if key.person_month != month {
                month = key.person_month;
                running.clear();
            }
            let (regime, income, id) = parts(sorted.bytes());
            if let Some(limit) = limit(self.conditions.law, month, regime) {
                let number = running.iter().position(|(of, _)| *of == regime).unwrap_or_else(|| {
                    running.push((regime, RunningSum::default()));
                    running.len() - 1
                });
                if running[number].1.count(income, limit) == LimitStanding::Crosses {
                    let by = String::from_utf8_lossy(id).into_owned();
                    let crossing = Crossing { on: key.effective_on, by };
                    crossings.entry(month).or_default().push((regime, crossing));
                }
            }
            sorted.advance()?;
        }
        Ok(crossings)
    }
}

fn parts(record: &[u8]) -> (RegimeId, Tenge, &[u8]) {
    let (head, id) = record.split_at_checked(ID).unwrap_or_default();
    let regime = RegimeId(head.first().copied().unwrap_or_default());
    let income = head.get(INCOME..).and_then(|bytes| bytes.try_into().ok()).unwrap_or_default();
    (regime, Tenge::from_tiyn(i64::from_le_bytes(income)), id)
}

fn limit(law: &Law, key: PersonMonthKey, regime: RegimeId) -> Option<&crate::law::Threshold> {
    law.month(key.month())?.regime(regime)?.limit.as_ref()
}
