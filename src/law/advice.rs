//! What advice compares persons with. No figure depends on it.

use std::sync::Arc;

use super::citation::Citation;
use super::exemptions::{CategoryId, Exemptions};
use super::tables::dated;
use super::tables::table::{Entry, Series, Table};
use super::tables::values::most;
use crate::error::Error;
use crate::period::Day;
use crate::words::say;

/// Of whom an age is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sex {
    /// Men.
    Man,
    /// Women.
    Woman,
}

/// An age from which a person belongs to a category.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Age {
    /// Of whom.
    pub sex: Sex,
    /// The category.
    pub category: CategoryId,
    /// The age in months.
    pub months: u32,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// A category of those who were born before a day.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Born {
    /// The category.
    pub category: CategoryId,
    /// The first day of birth that does not belong to it.
    pub before: Day,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// In what time a person above the limit files as an entrepreneur.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Filing {
    /// Days that are no weekend and no holiday by `days_off.toml`.
    pub working_days: u32,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// What advice compares persons with.
#[derive(Debug)]
pub struct Advice {
    ages: Series<Age>,
    born: Series<Born>,
    filing: Series<Filing>,
}

/// The sections of the table.
pub(super) const SECTIONS: [&str; 3] = ["age", "born", "filing"];

impl Advice {
    /// The advice of the table.
    pub(super) fn read(table: &mut Table<'_>, exemptions: &Exemptions) -> Result<Advice, Error> {
        let category = |entry: &mut Entry<'_>| {
            let code = entry.text("category")?;
            exemptions.id(&code.value).ok_or_else(|| code.refuse(say!("advice-no-category")))
        };
        let named = |_: &(Sex, CategoryId)| say!("dated-age");
        let ages = table.series("age", &["sex", "category", "months"], named, |entry, citation| {
            let (sex, category) = (sex(entry)?, category(entry)?);
            let months = most(&entry.text("months")?)? as u32;
            Ok((vec![(sex, category)], Age { sex, category, months, citation: Arc::clone(citation) }))
        })?;
        let named = |_: &CategoryId| say!("dated-born");
        let born = table.series("born", &["category", "before"], named, |entry, citation| {
            let (category, before) = (category(entry)?, entry.text("before")?.day()?);
            Ok((vec![category], Born { category, before, citation: Arc::clone(citation) }))
        })?;
        let filing = table.single("filing", &["working_days"], say!("dated-filing"), |entry, citation| {
            let working_days = most(&entry.text("working_days")?)? as u32;
            Ok(Filing { working_days, citation: Arc::clone(citation) })
        })?;
        Ok(Advice {
            ages: ages.into_values().flatten().collect(),
            born: born.into_values().flatten().collect(),
            filing,
        })
    }

    /// The ages from which persons belong to a category, as they hold on the day.
    pub fn ages(&self, day: Day) -> impl Iterator<Item = &Age> {
        self.ages.iter().filter(move |(days, _)| days.contains(day)).map(|(_, age)| age)
    }

    /// The categories of those born before a day, as they hold on the day.
    pub fn born(&self, day: Day) -> impl Iterator<Item = &Born> {
        self.born.iter().filter(move |(days, _)| days.contains(day)).map(|(_, born)| born)
    }

    /// In what time a person above the limit files as an entrepreneur; `None` where the table does not say.
    pub fn filing(&self, day: Day) -> Option<&Filing> {
        dated::value_on(&self.filing, day)
    }
}

fn sex(entry: &mut Entry<'_>) -> Result<Sex, Error> {
    let text = entry.text("sex")?;
    match text.value.as_ref() {
        "man" => Ok(Sex::Man),
        "woman" => Ok(Sex::Woman),
        _ => Err(text.refuse(say!("advice-no-sex"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::Law;

    /// The ages of art. 207(1) of the Social Code (law.md, section 6), in twelfths of years.
    #[test]
    fn the_ages_of_men_and_women_by_year() {
        let law = Law::builtin().unwrap();
        for (day, women) in [
            ("2026-08-05", 61 * 12),
            ("2027-12-31", 61 * 12),
            ("2028-01-01", 61 * 12 + 6),
            ("2029-01-01", 62 * 12),
            ("2030-01-01", 62 * 12 + 6),
            ("2030-12-31", 62 * 12 + 6),
            ("2031-01-01", 63 * 12),
            ("2040-01-01", 63 * 12),
        ] {
            let ages: Vec<_> = law.advice().ages(day.parse().unwrap()).map(|age| (age.sex, age.months)).collect();
            assert_eq!(ages, [(Sex::Man, 63 * 12), (Sex::Woman, women)], "{day}");
        }
    }
}
