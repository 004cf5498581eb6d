//! What is known of persons apart from their operations: exempt categories and regimes, as days on which they hold.

pub(crate) mod timeline;

use std::sync::{Mutex, PoisonError};

use hashbrown::HashTable;

use crate::error::{Error, ErrorKind};
use crate::facts::timeline::Timelines;
use crate::hash::hash_number;
use crate::law::{Categories, CategoryId, Law, RegimeId};
use crate::payment::{Payment, PaymentSet};
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::threads::on_threads;

/// A category of persons who are exempt from payments, and the days on which a person belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exemption {
    /// Whose.
    pub iin: Iin,
    /// The category.
    pub category: CategoryId,
    /// First and last day, both inclusive; `None`: open.
    pub days: (Option<Day>, Option<Day>),
}

/// A regime of a contractor, and the days on which it is his.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContractorRegime {
    /// Whose.
    pub iin: Iin,
    /// The regime.
    pub regime: RegimeId,
    /// First and last day, both inclusive; `None`: open.
    pub days: (Option<Day>, Option<Day>),
}

/// Days from one on, up to the next step of the same person, on which regime and categories stay the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    pub from: Day,
    /// `None`: no regime in force.
    pub regime: Option<RegimeId>,
    pub categories: Categories,
    /// The payments that the categories exempt from.
    pub exempt: PaymentSet,
}

/// A step of a person by its number, and its days: from one on and, where another step follows, before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StepDays {
    pub number: u32,
    from: Day,
    before: Option<Day>,
}

impl StepDays {
    /// Whether the day is one of the step's.
    #[inline]
    pub fn has(&self, day: Day) -> bool {
        self.from <= day && self.before.is_none_or(|before| day < before)
    }
}

/// What is to be known before the first operation: collected row by row, then made ready by [`FactsBuilder::build`].
#[derive(Debug, Default)]
pub(crate) struct FactsBuilder {
    exemptions: Vec<Exemption>,
    regimes: Vec<ContractorRegime>,
    /// Persons with any row that has a regime.
    listed: Vec<Iin>,
    exemption_rejected: Vec<Iin>,
}

impl FactsBuilder {
    pub fn exemption(&mut self, exemption: Exemption) {
        self.exemptions.push(exemption);
    }

    pub fn regime(&mut self, regime: ContractorRegime) {
        self.regimes.push(regime);
        self.listed.push(regime.iin);
    }

    /// The timelines of all persons, made on so many threads.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Overflow`] above 2³² steps.
    pub fn build(mut self, law: &Law, threads: usize) -> Result<Facts, Error> {
        self.exemptions.sort_unstable_by_key(|exemption| exemption.iin);
        self.regimes.sort_unstable_by_key(|regime| regime.iin);
        for iins in [&mut self.listed, &mut self.exemption_rejected] {
            iins.sort_unstable();
            iins.dedup();
        }
        let mut steps = Vec::new();
        let all = Rows { exemptions: &self.exemptions, regimes: &self.regimes, listed: &self.listed };
        Timelines::new(law).write(&[], &[], false, &mut steps);
        let mut facts = Facts {
            persons: HashTable::with_capacity(all.persons_max()),
            default_steps: steps.len() as u32,
            steps,
            lists_regimes: !self.listed.is_empty(),
            exemption_rejected: self.exemption_rejected,
        };
        let parts = Mutex::new(all.divided(threads));
        let take = || parts.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let made = on_threads(threads, || (), |()| Ok(take().map(|rows| rows.timelines(law)).unwrap_or_default()))?;
        for (steps, persons) in made {
            let before = facts.steps.len() as u64;
            facts.steps.extend(steps);
            if u32::try_from(facts.steps.len()).is_err() {
                let message = "more than 4294967295 changes of categories and regimes";
                return Err(Error::new(ErrorKind::Overflow, message));
            }
            persons
                .into_iter()
                .for_each(|person| facts.insert(Person { first_step: before as u32 + person.first_step, ..person }));
        }
        Ok(facts)
    }
}

/// Rows in order of persons.
#[derive(Clone, Copy)]
struct Rows<'a> {
    exemptions: &'a [Exemption],
    regimes: &'a [ContractorRegime],
    listed: &'a [Iin],
}

impl<'a> Rows<'a> {
    fn persons_max(&self) -> usize {
        self.exemptions.len() + self.listed.len()
    }

    /// About so many parts, each with all rows of its persons.
    fn divided(mut self, parts: usize) -> Vec<Rows<'a>> {
        let mut divided = Vec::new();
        for left in (2..=parts).rev() {
            let first = |rows: &[Exemption]| rows.get(rows.len() / left).map(|row| row.iin);
            let Some(end) = first(self.exemptions).or(self.listed.get(self.listed.len() / left).copied()) else {
                break;
            };
            divided.push(Rows {
                exemptions: split_off(&mut self.exemptions, |row| row.iin < end),
                regimes: split_off(&mut self.regimes, |row| row.iin < end),
                listed: split_off(&mut self.listed, |&iin| iin < end),
            });
        }
        divided.push(self);
        divided
    }

    /// The steps of all persons, and the persons with the numbers of their first steps among these.
    fn timelines(mut self, law: &Law) -> (Vec<Step>, Vec<Person>) {
        let (mut steps, mut persons) = (Vec::new(), Vec::with_capacity(self.persons_max()));
        let mut timelines = Timelines::new(law);
        loop {
            let (exemption, regime) =
                (self.exemptions.first().map(|row| row.iin), self.regimes.first().map(|row| row.iin));
            let Some(iin) = [exemption, regime, self.listed.first().copied()].into_iter().flatten().min() else {
                return (steps, persons);
            };
            let exemptions = split_off(&mut self.exemptions, |row| row.iin == iin);
            let regimes = split_off(&mut self.regimes, |row| row.iin == iin);
            let is_listed = !split_off(&mut self.listed, |&row| row == iin).is_empty();
            let first_step = steps.len();
            timelines.write(exemptions, regimes, is_listed, &mut steps);
            persons.push(Person {
                iin: iin.number(),
                first_step: first_step as u32,
                steps: (steps.len() - first_step) as u32,
            });
        }
    }
}

/// The leading rows for which the condition holds; they are taken off.
fn split_off<'a, T>(rows: &mut &'a [T], own: impl Fn(&T) -> bool) -> &'a [T] {
    let count = rows.iter().take_while(|row| own(row)).count();
    let (head, tail) = rows.split_at(count);
    *rows = tail;
    head
}

/// Exempt categories and regimes of persons by day.
#[derive(Debug)]
pub(crate) struct Facts {
    persons: HashTable<Person>,
    /// First the steps of everybody who has none of his own, then person by person, each in order of days.
    steps: Vec<Step>,
    default_steps: u32,
    lists_regimes: bool,
    exemption_rejected: Vec<Iin>,
}

#[derive(Debug, Clone, Copy)]
struct Person {
    iin: u64,
    first_step: u32,
    steps: u32,
}

impl Facts {
    fn insert(&mut self, person: Person) {
        self.persons.insert_unique(hash_number(person.iin), person, |person| hash_number(person.iin));
    }

    /// The steps of this person: the number of the first and how many there are.
    #[inline]
    pub fn timeline(&self, iin: Iin) -> (u32, u32) {
        let iin = iin.number();
        match self.persons.find(hash_number(iin), |person| person.iin == iin) {
            Some(person) => (person.first_step, person.steps),
            None => (0, self.default_steps),
        }
    }

    /// The step of this timeline that the day is on; every day with rates has one.
    #[inline]
    pub fn step_of(&self, (first, count): (u32, u32), day: Day) -> StepDays {
        let steps = &self.steps[first as usize..(first + count) as usize];
        // The first step begins on the first day of all.
        let number = steps.partition_point(|step| step.from <= day).saturating_sub(1);
        StepDays {
            number: first + number as u32,
            from: steps.get(number).map_or(Day::MIN, |step| step.from),
            before: steps.get(number + 1).map(|step| step.from),
        }
    }

    /// The number of the step that this person is on this day.
    #[inline]
    pub fn step_on(&self, iin: Iin, day: Day) -> u32 {
        self.step_of(self.timeline(iin), day).number
    }

    /// Whether this person is exempt from the payment on every day of the month.
    pub fn exempt_throughout(&self, iin: Iin, month: Month, payment: Payment) -> bool {
        let timeline = self.timeline(iin);
        let on = |day| self.step_of(timeline, day).number;
        (on(month.first_day())..=on(month.last_day())).all(|number| self.step(number).exempt.contains(payment))
    }

    /// The step with this number.
    #[inline]
    pub fn step(&self, number: u32) -> &Step {
        &self.steps[number as usize]
    }

    /// Whether some person is listed with regimes, so that an operation may have none.
    pub fn lists_regimes(&self) -> bool {
        self.lists_regimes
    }

    /// Whether an exemption of this person was rejected.
    pub fn exemption_rejected(&self, iin: Iin) -> bool {
        self.exemption_rejected.binary_search(&iin).is_ok()
    }
}

/// What only files have: rows that were rejected, and a bound for all rows together.
#[cfg(feature = "cli")]
impl FactsBuilder {
    /// Notes that an exemption of this person was rejected.
    pub fn exemption_rejected(&mut self, iin: Iin) {
        self.exemption_rejected.push(iin);
    }

    /// Notes that this person has a row with a regime, whatever becomes of the row.
    pub fn listed(&mut self, iin: Iin) {
        self.listed.push(iin);
    }

    /// Bytes held so far and needed to build, about.
    pub fn bytes(&self) -> usize {
        let steps = 2 * (self.exemptions.len() + self.regimes.len()) + self.listed.len();
        self.exemptions.capacity() * size_of::<Exemption>()
            + self.regimes.capacity() * size_of::<ContractorRegime>()
            + (self.listed.capacity() + self.exemption_rejected.capacity()) * size_of::<Iin>()
            // Once as the threads make them and once together.
            + 2 * steps * (size_of::<Step>() + size_of::<Person>())
    }
}

#[cfg(feature = "cli")]
impl Facts {
    /// Bytes held, about.
    pub fn bytes(&self) -> usize {
        self.persons.allocation_size()
            + self.steps.capacity() * size_of::<Step>()
            + self.exemption_rejected.capacity() * size_of::<Iin>()
    }
}

/// The rows, by number, that share a day with a row of the same person and another regime.
pub(crate) fn overlapping(rows: &[ContractorRegime]) -> Vec<usize> {
    let from = |row: usize| rows[row].days.0.unwrap_or(Day::MIN);
    let to = |row: usize| rows[row].days.1.unwrap_or(Day::MAX);
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_unstable_by_key(|&row| (rows[row].iin, from(row)));
    let mut found = Vec::new();
    for person in order.chunk_by(|&a, &b| rows[a].iin == rows[b].iin) {
        // The latest last day so far, and the latest one of another regime than that one's.
        let mut reach = LatestByRegime::default();
        for &row in person {
            if reach.beside(rows[row].regime).is_some_and(|day| day >= from(row)) {
                found.push(row);
            }
            reach.add(rows[row].regime, to(row));
        }
        // The other way round: the earliest first day among the rows that begin later.
        let mut next: Option<(RegimeId, Day)> = None;
        let mut next_beside: Option<Day> = None;
        for &row in person.iter().rev() {
            let other = match next {
                Some((regime, day)) if regime != rows[row].regime => Some(day),
                _ => next_beside,
            };
            if other.is_some_and(|day| day <= to(row)) {
                found.push(row);
            }
            if let Some((regime, day)) = next
                && regime != rows[row].regime
            {
                next_beside = Some(day);
            }
            next = Some((rows[row].regime, from(row)));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The two latest days of different regimes.
#[derive(Default)]
struct LatestByRegime {
    first: Option<(RegimeId, Day)>,
    second: Option<(RegimeId, Day)>,
}

impl LatestByRegime {
    /// The latest day of any regime but this one.
    fn beside(&self, regime: RegimeId) -> Option<Day> {
        [self.first, self.second].into_iter().flatten().find(|&(other, _)| other != regime).map(|(_, day)| day)
    }

    fn add(&mut self, regime: RegimeId, day: Day) {
        let new = Some((regime, day));
        match self.first {
            Some((first, latest)) if first == regime => {
                if day > latest {
                    self.first = new;
                }
            }
            Some((_, latest)) if day <= latest => {
                if self.second.is_none_or(|(_, second)| day > second) {
                    self.second = new;
                }
            }
            _ => (self.first, self.second) = (new, self.first),
        }
    }
}
