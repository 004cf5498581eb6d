//! What new operations are calculated on top of: the months of earlier runs, and the operations with which limits are
//! exceeded now that new ones stand among them.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::sync::atomic::{self, AtomicUsize};

use crate::batch::conditions::Conditions;
use crate::batch::earlier::{Crossings, Earlier, EarlierMonths, Months};
use crate::batch::memory::scatter::Partitions;
use crate::batch::memory::sorter::Sorter;
use crate::batch::months::grouping::Grouping;
use crate::batch::operation::{OperationRef, Records};
use crate::batch::ranges::Ranges;
use crate::error::Error;
use crate::hash::FixedHash;
use crate::law::{Law, RegimeId};
use crate::money::Tenge;
use crate::threads::{Means, on_threads};
use crate::withholding::limit::{Crossing, LimitStanding, RunningSum};
use crate::withholding::order::{OperationKey, PersonMonthKey};

/// The past of the ranges; nothing where there are no earlier runs.
pub(crate) struct Past<'a>(Option<Known<'a>>);

struct Known<'a> {
    earlier: &'a Earlier,
    /// Where the months of each range begin, and where the last ends.
    starts: Vec<u64>,
    crossings: Crossings,
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
        let mut known = Known { earlier, starts: earlier.split(bounds)?, crossings: Crossings::default() };
        let near = known.near(ranges, conditions, means)?;
        if !near.is_empty() {
            known.crossings = Near { months: &near, conditions, means }.crossings(earlier, ranges)?;
        }
        Ok(Past(Some(known)))
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

    /// The months whose operations have to be looked at one by one.
    fn near(&self, ranges: &Partitions, conditions: Conditions<'_>, means: Means<'_>) -> Result<Months, Error> {
        let next = AtomicUsize::new(0);
        let grouping = || Grouping::new(conditions, means.memory / means.threads, means.dir);
        let found = on_threads(means.threads, grouping, |mut grouping| {
            let mut near = Months::default();
            loop {
                let range = next.fetch_add(1, atomic::Ordering::Relaxed);
                if range >= ranges.count() {
                    return Ok(near);
                }
                let mut earlier = self.earlier.months(self.between(range), &self.crossings);
                ranges.look(range, |parts| grouping.near_limit(&*parts, &mut earlier, &mut near))?;
            }
        })?;
        Ok(found.into_iter().flatten().collect())
    }
}

/// Months near a limit, whose operations are brought into canonical order.
struct Near<'a> {
    months: &'a Months,
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

impl Near<'_> {
    fn crossings(&self, earlier: &Earlier, ranges: &Partitions) -> Result<Crossings, Error> {
        let next = AtomicUsize::new(0);
        let Means { threads, memory, dir } = self.means;
        let sorter = || Sorter::new(by_id, memory / threads, dir);
        let partitions = earlier.partitions.len().saturating_sub(1);
        let persons: FirstElevens = self.months.iter().map(|month| month.iin().number() / 10).collect();
        let sorters = on_threads(threads, sorter, |mut sorter| {
            let mut buffer = Vec::new();
            loop {
                let number = next.fetch_add(1, atomic::Ordering::Relaxed);
                if number < partitions {
                    earlier.partition(number, &mut buffer)?;
                    let mut operations = earlier.operations(&buffer);
                    while let Some(counted) = operations.next()? {
                        if persons.contains(&counted.first_eleven()) {
                            let (operation, regime) = counted.whole()?;
                            self.add(&operation, Some(regime), &mut sorter)?;
                        }
                    }
                } else if number - partitions < ranges.count() {
                    ranges.look(number - partitions, |parts| {
                        parts.iter().try_for_each(|part| {
                            part.for_each_chunk(&mut buffer, |chunk| {
                                Records::new(chunk)
                                    .try_for_each(|record| self.add(&record.operation(), None, &mut sorter))
                            })
                        })
                    })?;
                } else {
                    return Ok(sorter);
                }
            }
        })?;
        self.find(sorters)
    }

    /// Takes an operation of a month near a limit; new ones are under the regime of today's facts.
    #[inline]
    fn add(&self, operation: &OperationRef<'_>, regime: Option<RegimeId>, sorter: &mut Sorter) -> Result<(), Error> {
        let effective_on = operation.effective_on();
        let person_month = PersonMonthKey::on(self.conditions.law, effective_on, operation.iin);
        if !self.months.contains(&person_month) {
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
        let mut crossings: Crossings = self.months.iter().map(|&key| (key, Vec::new())).collect();
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
