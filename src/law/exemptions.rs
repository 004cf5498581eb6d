//! Exemptions: from which payments a category of contractors exempts.

use std::sync::Arc;

use crate::error::Error;
use crate::law::citation::Citation;
use crate::law::days::Days;
use crate::law::names::Names;
use crate::law::tables::dated::{citation_on, edges, value_on};
use crate::law::tables::table::{Series, Table};
use crate::payment::{Payment, PaymentSet, PerPayment};
use crate::period::Day;
use crate::words::say;

/// A category of a law; valid with the law that gave it. Numbered in alphabetical order of code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CategoryId(pub(crate) u8);

/// A set of categories of one law.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Categories(pub(crate) u64);

impl Categories {
    /// No category.
    pub const EMPTY: Categories = Categories(0);

    /// The set with this category added.
    #[must_use]
    pub fn with(self, id: CategoryId) -> Categories {
        Categories(self.0 | 1 << (id.0 & 63))
    }

    /// Everything in either set.
    #[must_use]
    pub fn union(self, other: Categories) -> Categories {
        Categories(self.0 | other.0)
    }

    /// Whether the category is in the set.
    #[inline]
    pub fn contains(self, id: CategoryId) -> bool {
        self.0 >> (id.0 & 63) & 1 == 1
    }

    /// Whether no category is in the set.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The categories in alphabetical order of code.
    pub fn iter(self) -> impl Iterator<Item = CategoryId> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let lowest = (rest != 0).then(|| CategoryId(rest.trailing_zeros() as u8))?;
            rest &= rest - 1;
            Some(lowest)
        })
    }
}

/// A category of contractors.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Category {
    /// The identifier in files: `pension-age`, ….
    pub code: String,
    /// The name for people.
    pub name: Names,
}

/// The days on which a category exempts from each payment, and why.
type Grounds = PerPayment<Series<Arc<Citation>>>;

/// The categories and their effects.
#[derive(Debug)]
pub(super) struct Exemptions {
    pub categories: Vec<Category>,
    /// Of each category.
    grounds: Vec<Grounds>,
    /// Of each category: what another reading rests on.
    other_readings: Vec<Grounds>,
    /// Of each category: by which provision, which does not name it, it exempts from nothing.
    not_named: Vec<Grounds>,
    /// On what it rests that the day of receipt decides.
    deciding_day: Series<Arc<Citation>>,
    /// The effect of each category from a day on, by day; the first is from the first day there is.
    effects: Vec<(Day, Vec<PaymentSet>)>,
    /// The days of `effects` without the first.
    pub changes: Vec<Day>,
}

/// The sections of the table.
pub(super) const SECTIONS: [&str; 5] = ["category", "exemption", OTHER_READING, NOT_NAMED, DECIDING_DAY];

const OTHER_READING: &str = "other_reading";
const NOT_NAMED: &str = "not_named";
const DECIDING_DAY: &str = "deciding_day";

/// A set of categories has as many bits.
pub(crate) const CATEGORIES_MAX: usize = 64;

impl Exemptions {
    /// The exemptions of the table.
    pub fn read(table: &mut Table<'_>) -> Result<Exemptions, Error> {
        let categories = categories(table)?;
        let grounds = read_grounds(table, "exemption", &categories)?;
        // Whoever has nothing to say of a reading leaves the section out.
        let mut readings = |section| match table.has(section) {
            true => read_grounds(table, section, &categories),
            false => Ok(Vec::new()),
        };
        let (other_readings, not_named) = (readings(OTHER_READING)?, readings(NOT_NAMED)?);
        let deciding_day = match table.has(DECIDING_DAY) {
            true => {
                table.single(DECIDING_DAY, &[], say!("dated-deciding-day"), |_, citation| Ok(Arc::clone(citation)))?
            }
            false => Series::default(),
        };
        let effects = effects(&grounds);
        let changes = effects.iter().skip(1).map(|&(day, _)| day).collect();
        Ok(Exemptions { categories, grounds, other_readings, not_named, deciding_day, effects, changes })
    }

    /// The category with this code.
    pub fn id(&self, code: &str) -> Option<CategoryId> {
        find(&self.categories, code)
    }

    /// Whether on this day the effect of any of the categories is another than on the day before.
    pub fn change_on(&self, categories: Categories, day: Day) -> bool {
        let number = self.effects.partition_point(|&(from, _)| from < day);
        let (before, on) = (number.checked_sub(1).and_then(|at| self.effects.get(at)), self.effects.get(number));
        let Some(((_, before), (_, on))) = before.zip(on.filter(|(from, _)| *from == day)) else { return false };
        categories.iter().map(|id| usize::from(id.0)).any(|id| before.get(id) != on.get(id))
    }

    /// The payments from which the categories together exempt on the day.
    pub fn on(&self, categories: Categories, day: Day) -> PaymentSet {
        let before = self.effects.partition_point(|&(from, _)| from <= day);
        let Some((_, effects)) = before.checked_sub(1).and_then(|at| self.effects.get(at)) else {
            return PaymentSet::EMPTY;
        };
        let held = categories.iter().filter_map(|id| effects.get(usize::from(id.0)));
        held.fold(PaymentSet::EMPTY, |payments, &effect| payments.union(effect))
    }

    /// Why the category exempts from the payment on the day; `None` where it does not.
    pub fn ground(&self, category: CategoryId, payment: Payment, day: Day) -> Option<&Citation> {
        let grounds = &self.grounds.get(usize::from(category.0))?[payment];
        citation_on(grounds, day)
    }

    /// By which provision the category would exempt from the payment on the day, read otherwise than here; `None` where
    /// it exempts anyway.
    pub fn other_reading(&self, category: CategoryId, payment: Payment, day: Day) -> Option<&Citation> {
        self.reading(&self.other_readings, category, payment, day)
    }

    /// By which provision, which does not name it, the category exempts from nothing of the payment on the day; `None` where
    /// it exempts, or nothing is said of it.
    pub fn not_named(&self, category: CategoryId, payment: Payment, day: Day) -> Option<&Citation> {
        self.reading(&self.not_named, category, payment, day)
    }

    fn reading<'a>(
        &self,
        readings: &'a [Grounds],
        category: CategoryId,
        payment: Payment,
        day: Day,
    ) -> Option<&'a Citation> {
        let readings = &readings.get(usize::from(category.0))?[payment];
        let exempt = self.ground(category, payment, day).is_some();
        citation_on(readings, day).filter(|_| !exempt)
    }

    /// On what it rests that the day of receipt decides which income is exempt; `None` where the table does not say.
    pub fn deciding_day(&self, day: Day) -> Option<&Citation> {
        citation_on(&self.deciding_day, day)
    }
}

/// The categories in alphabetical order of code.
fn categories(table: &mut Table<'_>) -> Result<Vec<Category>, Error> {
    let mut categories = Vec::<Category>::new();
    for mut entry in table.entries("category", &["code", "en", "ru", "kk"])? {
        let code = entry.code()?;
        if categories.iter().any(|category| category.code == code.value) {
            return Err(code.refuse(say!("table-twice")));
        }
        if categories.len() == CATEGORIES_MAX {
            return Err(code.refuse(say!("category-too-many", most = CATEGORIES_MAX.to_string())));
        }
        let name = entry.names()?;
        categories.push(Category { code: code.value.into_owned(), name });
    }
    categories.sort_by(|one, other| one.code.cmp(&other.code));
    Ok(categories)
}

fn find(categories: &[Category], code: &str) -> Option<CategoryId> {
    let number = categories.binary_search_by(|category| category.code.as_str().cmp(code)).ok()?;
    u8::try_from(number).ok().map(CategoryId)
}

/// The days on which each category exempts from each payment by the entries of a section.
fn read_grounds(table: &mut Table<'_>, section: &'static str, categories: &[Category]) -> Result<Vec<Grounds>, Error> {
    let named = |&(id, payment): &(CategoryId, Payment)| {
        let category = categories.get(usize::from(id.0)).map_or("", |category| &category.code);
        match section {
            OTHER_READING => say!("dated-other-reading", category = category, payment = payment.code()),
            NOT_NAMED => say!("dated-not-named", category = category, payment = payment.code()),
            _ => say!("dated-exemption", category = category, payment = payment.code()),
        }
    };
    let mut series = table.series(section, &["category", "payments"], &[], named, |entry, citation| {
        let category = entry.text("category")?;
        let id = find(categories, &category.value).ok_or_else(|| category.refuse(say!("category-unknown")))?;
        let keys = entry.payments()?.into_iter().map(|payment| (id, payment)).collect();
        Ok((keys, Arc::clone(citation)))
    })?;
    let ids = (0..).map(CategoryId).take(categories.len());
    Ok(ids.map(|id| PerPayment::from_fn(|payment| series.remove(&(id, payment)).unwrap_or_default())).collect())
}

/// The effect of each category from each day on which one of them changes.
fn effects(grounds: &[Grounds]) -> Vec<(Day, Vec<PaymentSet>)> {
    let series = grounds.iter().flat_map(PerPayment::iter).flat_map(|(_, series)| series);
    let edges = edges([Days::ALL].into_iter().chain(series.map(|&(days, _)| days)));
    let mut effects: Vec<(Day, Vec<PaymentSet>)> =
        edges.into_iter().map(|day| (day, grounds.iter().map(|grounds| effect(grounds, day)).collect())).collect();
    // Another provision with the same effect is no change of effect.
    effects.dedup_by(|later, earlier| later.1 == earlier.1);
    effects
}

fn effect(grounds: &Grounds, day: Day) -> PaymentSet {
    let exempt = grounds.iter().filter(|(_, grounds)| value_on(grounds, day).is_some());
    exempt.fold(PaymentSet::EMPTY, |payments, (payment, _)| payments.with(payment))
}
