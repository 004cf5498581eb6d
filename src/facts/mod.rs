//! What is known of persons apart from their operations: exempt categories and regimes, as days on which they hold.

#[cfg(feature = "cli")]
pub(crate) mod contractor_set;
pub(crate) mod intake;
mod overlap;
pub(crate) mod rows;
pub(crate) mod stretch;
pub(crate) mod timeline;

use std::sync::{Mutex, PoisonError};

use crate::error::{Error, ErrorKind};
use crate::facts::rows::{ContractorRegime, Exemption};
use crate::facts::stretch::{Stretch, StretchDays, stretch_of};
use crate::facts::timeline::Timelines;
use crate::law::Law;
use crate::ordered::{Ordered, leading};
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::threads::on_threads;
use crate::words::say;

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
    }

    /// Notes that an exemption of this person was rejected.
    pub fn exemption_rejected(&mut self, iin: Iin) {
        self.exemption_rejected.push(iin);
    }

    /// Notes that this person has a row with a regime, whatever becomes of the row.
    pub fn listed(&mut self, iin: Iin) {
        self.listed.push(iin);
    }

    /// Bytes held so far and needed to build, at most: so many for each row, whatever is still free in what holds them, so
    /// that what more rows need can be told beforehand.
    #[cfg(feature = "cli")]
    pub fn bytes(&self) -> usize {
        let stretches = 2 * (self.exemptions.len() + self.regimes.len()) + self.listed.len();
        GROWN * self.exemptions.len() * size_of::<Exemption>()
            + GROWN * self.regimes.len() * size_of::<ContractorRegime>()
            + GROWN * (self.listed.len() + self.exemption_rejected.len()) * size_of::<Iin>()
            // Once as the threads make them and once together.
            + 2 * stretches * (size_of::<Stretch>() + size_of::<Person>())
    }

    /// The timelines of all persons, made on so many threads.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Overflow`] above 2³² stretches.
    pub fn build(mut self, law: &Law, threads: usize) -> Result<Facts, Error> {
        self.exemptions.sort_unstable_by_key(|exemption| exemption.iin);
        self.regimes.sort_unstable_by_key(|regime| regime.iin);
        for iins in [&mut self.listed, &mut self.exemption_rejected] {
            iins.sort_unstable();
            iins.dedup();
        }
        let mut stretches = Vec::new();
        let all = Rows { exemptions: &self.exemptions, regimes: &self.regimes, listed: &self.listed };
        Timelines::new(law).write(&[], &[], false, &mut stretches);
        let default_stretches = stretches.len() as u32;
        let mut persons = Vec::new();
        let parts = Mutex::new(all.divided(threads));
        let take = || parts.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let made = on_threads(
            threads,
            || (),
            |()| Ok(std::iter::from_fn(take).map(|rows| rows.timelines(law)).collect::<Vec<_>>()),
        )?;
        for (of_part, persons_of_part) in made.into_iter().flatten() {
            let before = stretches.len() as u32;
            stretches.extend(of_part);
            if u32::try_from(stretches.len()).is_err() {
                return Err(Error::new(ErrorKind::Overflow, say!("facts-too-many")));
            }
            persons.extend(
                persons_of_part
                    .into_iter()
                    .map(|person| Person { first_stretch: before + person.first_stretch, ..person }),
            );
        }
        persons.sort_by_key(|person| person.iin);
        let ordered = Ordered::new(persons.iter().map(|person| person.iin), (persons.len() as u64).min(STRETCHES_MAX));
        let (listed, exemption_rejected) = (self.listed, self.exemption_rejected);
        Ok(Facts { persons, ordered, stretches, default_stretches, listed, exemption_rejected })
    }
}

/// Persons are looked for among those of a stretch of numbers, of which there are as many as persons, and so many at most.
const STRETCHES_MAX: u64 = 1 << 16;

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
                exemptions: leading(&mut self.exemptions, |row| row.iin < end),
                regimes: leading(&mut self.regimes, |row| row.iin < end),
                listed: leading(&mut self.listed, |&iin| iin < end),
            });
        }
        divided.push(self);
        divided
    }

    /// The stretches of all persons, and the persons with the numbers of their first stretches among these.
    fn timelines(mut self, law: &Law) -> (Vec<Stretch>, Vec<Person>) {
        let (mut stretches, mut persons) = (Vec::new(), Vec::with_capacity(self.persons_max()));
        let mut timelines = Timelines::new(law);
        loop {
            let (exemption, regime) =
                (self.exemptions.first().map(|row| row.iin), self.regimes.first().map(|row| row.iin));
            let Some(iin) = [exemption, regime, self.listed.first().copied()].into_iter().flatten().min() else {
                return (stretches, persons);
            };
            let exemptions = leading(&mut self.exemptions, |row| row.iin == iin);
            let regimes = leading(&mut self.regimes, |row| row.iin == iin);
            let is_listed = !leading(&mut self.listed, |&row| row == iin).is_empty();
            let first_stretch = stretches.len();
            timelines.write(exemptions, regimes, is_listed, &mut stretches);
            persons.push(Person {
                iin: iin.number(),
                first_stretch: first_stretch as u32,
                stretches: (stretches.len() - first_stretch) as u32,
            });
        }
    }
}

/// Exempt categories and regimes of persons by day.
#[derive(Debug)]
pub(crate) struct Facts {
    /// In order, as registers are: who comes next in one stands near at hand.
    persons: Vec<Person>,
    ordered: Ordered,
    /// First the stretches of everybody who has none of his own, then person by person, each in order of days.
    stretches: Vec<Stretch>,
    default_stretches: u32,
    /// Persons with any row that has a regime.
    listed: Vec<Iin>,
    exemption_rejected: Vec<Iin>,
}

#[derive(Debug, Clone, Copy)]
struct Person {
    iin: u64,
    first_stretch: u32,
    stretches: u32,
}

impl Facts {
    /// The stretches of this person: the number of the first and how many there are.
    #[inline]
    pub fn timeline(&self, iin: Iin) -> (u32, u32) {
        let iin = iin.number();
        let near = &self.persons[self.ordered.around(iin)];
        match near.binary_search_by_key(&iin, |person| person.iin) {
            Ok(place) => (near[place].first_stretch, near[place].stretches),
            Err(_) => (0, self.default_stretches),
        }
    }

    /// The stretches of a timeline.
    #[inline]
    pub fn stretches(&self, (first, count): (u32, u32)) -> &[Stretch] {
        &self.stretches[first as usize..(first + count) as usize]
    }

    /// The stretch of this timeline that the day is on, by its number among all; every day with rates has one.
    #[inline]
    pub fn stretch_of(&self, timeline: (u32, u32), day: Day) -> StretchDays {
        stretch_of(self.stretches(timeline), day).behind(timeline.0)
    }

    /// Whether this person is exempt from the payment on every day of the month.
    pub fn exempt_throughout(&self, iin: Iin, month: Month, payment: Payment) -> bool {
        let timeline = self.timeline(iin);
        let on = |day| self.stretch_of(timeline, day).number;
        (on(month.first_day())..=on(month.last_day())).all(|number| self.stretch(number).exempt.contains(payment))
    }

    /// The stretch that this person is on this day.
    #[inline]
    pub fn stretch_on(&self, iin: Iin, day: Day) -> &Stretch {
        self.stretch(self.stretch_of(self.timeline(iin), day).number)
    }

    /// The stretch with this number.
    #[inline]
    pub fn stretch(&self, number: u32) -> &Stretch {
        &self.stretches[number as usize]
    }

    /// Whether some person is listed with regimes, so that an operation may have none.
    pub fn lists_regimes(&self) -> bool {
        !self.listed.is_empty()
    }

    /// Whether this person is listed with a regime, be it in a row that was rejected.
    #[cfg(feature = "cli")]
    pub fn lists(&self, iin: Iin) -> bool {
        self.listed.binary_search(&iin).is_ok()
    }

    /// Whether an exemption of this person was rejected.
    pub fn exemption_rejected(&self, iin: Iin) -> bool {
        self.exemption_rejected.binary_search(&iin).is_ok()
    }
}

/// A list that grows may have room for twice as many as it holds.
#[cfg(feature = "cli")]
pub(crate) const GROWN: usize = 2;

impl Facts {
    /// Bytes held, about.
    pub fn bytes(&self) -> usize {
        self.persons.capacity() * size_of::<Person>()
            + self.ordered.bytes()
            + self.stretches.capacity() * size_of::<Stretch>()
            + (self.listed.capacity() + self.exemption_rejected.capacity()) * size_of::<Iin>()
    }
}
