//! What is known of persons apart from their operations: exempt categories and regimes, as days on which they hold.

use hashbrown::HashTable;

use crate::batch::hash_number;
use crate::error::{Error, ErrorKind};
use crate::law::{Categories, CategoryId, Law, RegimeId};
use crate::payment::PaymentSet;
use crate::period::Day;
use crate::person::Iin;

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

    /// The timelines of all persons.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Overflow`] above 2³² steps.
    pub fn build(mut self, law: &Law) -> Result<Facts, Error> {
        self.exemptions.sort_unstable_by_key(|exemption| exemption.iin);
        self.regimes.sort_unstable_by_key(|regime| regime.iin);
        for iins in [&mut self.listed, &mut self.exemption_rejected] {
            iins.sort_unstable();
            iins.dedup();
        }
        let mut facts = Facts {
            persons: HashTable::new(),
            steps: Vec::new(),
            default_steps: 0,
            lists_regimes: !self.listed.is_empty(),
            exemption_rejected: self.exemption_rejected,
        };
        Timeline { law, exemptions: &[], regimes: &[], listed: false }.write(&mut facts.steps);
        facts.default_steps = facts.steps.len() as u32;
        let (mut exemptions, mut regimes, mut listed) = (&self.exemptions[..], &self.regimes[..], &self.listed[..]);
        loop {
            let next =
                [exemptions.first().map(|row| row.iin), regimes.first().map(|row| row.iin), listed.first().copied()];
            let Some(iin) = next.into_iter().flatten().min() else { break };
            let own_exemptions = split_off(&mut exemptions, |row| row.iin == iin);
            let own_regimes = split_off(&mut regimes, |row| row.iin == iin);
            let is_listed = !split_off(&mut listed, |&row| row == iin).is_empty();
            let first_step = facts.steps.len() as u32;
            Timeline { law, exemptions: own_exemptions, regimes: own_regimes, listed: is_listed }
                .write(&mut facts.steps);
            let end = u32::try_from(facts.steps.len()).map_err(|_| {
                Error::new(ErrorKind::Overflow, "more than 4294967295 changes of categories and regimes")
            })?;
            facts.insert(Person { iin: iin.number(), first_step, steps: end - first_step });
        }
        Ok(facts)
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
            + steps * (size_of::<Step>() + size_of::<Person>())
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

/// One person's rows on their way to steps.
struct Timeline<'a> {
    law: &'a Law,
    exemptions: &'a [Exemption],
    regimes: &'a [ContractorRegime],
    listed: bool,
}

/// What changes on a day.
#[derive(Clone, Copy)]
enum Change {
    Category(CategoryId, Turn),
    Regime(RegimeId, Turn),
    /// Something in the law: what a category exempts from, or which regimes are in force.
    Law,
}

#[derive(Clone, Copy)]
enum Turn {
    Begins,
    Ends,
}

impl Timeline<'_> {
    fn write(&self, steps: &mut Vec<Step>) {
        let changes = self.changes();
        let mut categories = Holding::default();
        let mut regimes = Holding::default();
        let mut last: Option<Step> = None;
        for of_day in changes.chunk_by(|a, b| a.0 == b.0) {
            for &(_, change) in of_day {
                match change {
                    Change::Category(category, turn) => categories.turn(category, turn),
                    Change::Regime(regime, turn) => regimes.turn(regime, turn),
                    Change::Law => {}
                }
            }
            let from = of_day[0].0;
            let categories = categories.now().fold(Categories::default(), Categories::with);
            let regime = match self.listed {
                true => regimes.now().find(|&regime| self.law.in_force(regime, from)),
                false => self.law.default_regime(from),
            };
            let step = Step { from, regime, categories, exempt: self.law.exempt(categories, from) };
            if last.is_none_or(|last| Step { from, ..last } != step) {
                steps.push(step);
                last = Some(step);
            }
        }
    }

    /// Everything that changes, in order of days, from the first day of all on.
    fn changes(&self) -> Vec<(Day, Change)> {
        let mut changes = vec![(Day::MIN, Change::Law)];
        changes.extend(self.law.regime_changes().iter().map(|&day| (day, Change::Law)));
        if !self.exemptions.is_empty() {
            changes.extend(self.law.exemption_changes().iter().map(|&day| (day, Change::Law)));
        }
        let mut add = |days: (Option<Day>, Option<Day>), change: &dyn Fn(Turn) -> Change| {
            changes.push((days.0.unwrap_or(Day::MIN), change(Turn::Begins)));
            changes.extend(days.1.and_then(Day::next).map(|day| (day, change(Turn::Ends))));
        };
        for row in self.exemptions {
            add(row.days, &|turn| Change::Category(row.category, turn));
        }
        for row in self.regimes {
            add(row.days, &|turn| Change::Regime(row.regime, turn));
        }
        changes.sort_by_key(|&(day, _)| day);
        changes
    }
}

/// What holds at the moment, each with the number of rows that say so.
struct Holding<T>(Vec<(T, u32)>);

impl<T> Default for Holding<T> {
    fn default() -> Holding<T> {
        Holding(Vec::new())
    }
}

impl<T: Copy + PartialEq> Holding<T> {
    fn turn(&mut self, what: T, turn: Turn) {
        let known = self.0.iter_mut().find(|(known, _)| *known == what);
        match (known, turn) {
            (Some((_, rows)), Turn::Begins) => *rows += 1,
            (Some((_, rows)), Turn::Ends) => *rows = rows.saturating_sub(1),
            (None, Turn::Begins) => self.0.push((what, 1)),
            (None, Turn::Ends) => {}
        }
    }

    fn now(&self) -> impl Iterator<Item = T> {
        self.0.iter().filter(|(_, rows)| *rows > 0).map(|&(what, _)| what)
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
