//! What advice compares persons with. No figure depends on it.

#[cfg(feature = "cli")]
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::error::Error;
use crate::law::citation::Citation;
use crate::law::exemptions::{CategoryId, Exemptions};
use crate::law::tables::dated::{value_on, values_on};
use crate::law::tables::table::{Entry, Series, Table};
use crate::law::tables::values::most;
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
        let ages = table.series("age", &["sex", "category"], &["months"], named, |entry, citation| {
            let (sex, category) = (sex(entry)?, category(entry)?);
            let months = most(&entry.text("months")?)?;
            Ok((vec![(sex, category)], Age { sex, category, months, citation: Arc::clone(citation) }))
        })?;
        let named = |_: &CategoryId| say!("dated-born");
        let born = table.series("born", &["category"], &["before"], named, |entry, citation| {
            let (category, before) = (category(entry)?, entry.text("before")?.day()?);
            Ok((vec![category], Born { category, before, citation: Arc::clone(citation) }))
        })?;
        let filing = table.single("filing", &["working_days"], say!("dated-filing"), |entry, citation| {
            let working_days = most(&entry.text("working_days")?)?;
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
        values_on(&self.ages, day)
    }

    /// The ages that somebody born on this day has reached by another day, and when: of each sex and category the first that
    /// is reached while it holds. Whoever is old enough when an age comes into force has reached it.
    #[cfg(feature = "cli")]
    pub(crate) fn of_age(&self, born: Day, by: Day) -> impl Iterator<Item = (Day, &Age)> {
        let mut first: BTreeMap<(Sex, CategoryId), (Day, Day, &Age)> = BTreeMap::new();
        for (days, age) in &self.ages {
            let Some(on) = reached_on(born, age.months) else { continue };
            let since = on.max(days.from);
            if since <= by && days.contains(since) {
                let known = first.entry((age.sex, age.category)).or_insert((since, on, age));
                *known = if since < known.0 { (since, on, age) } else { *known };
            }
        }
        first.into_values().map(|(_, on, age)| (on, age))
    }

    /// The categories of those born before a day, as they hold on the day.
    pub fn born(&self, day: Day) -> impl Iterator<Item = &Born> {
        values_on(&self.born, day)
    }

    /// In what time a person above the limit files as an entrepreneur; `None` where the table does not say.
    pub fn filing(&self, day: Day) -> Option<&Filing> {
        value_on(&self.filing, day)
    }
}

/// The day on which somebody born on this day has lived so many months; on the last of a month that is shorter.
#[cfg(feature = "cli")]
fn reached_on(born: Day, months: u32) -> Option<Day> {
    let month = born.month().later(months)?;
    let (_, _, day) = born.ymd();
    Some(month.day(day).unwrap_or(month.last_day()))
}

fn sex(entry: &mut Entry<'_>) -> Result<Sex, Error> {
    entry.text("sex")?.one_of(&[("man", Sex::Man), ("woman", Sex::Woman)], say!("advice-no-sex"))
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

    /// Women reach 61 to the end of 2027, 61.5 in 2028, 62 in 2029, 62.5 in 2030, and 63 from 2031 on; who has reached an age
    /// while it held stays of it. A man is 63 whenever that is; both may have been older when the table begins (2023-07-01).
    #[test]
    #[cfg(feature = "cli")]
    fn an_age_is_reached_while_it_holds() {
        let law = Law::builtin().unwrap();
        let of_age = |born: &str, by: &str| -> Vec<(Sex, String)> {
            let reached = law.advice().of_age(born.parse().unwrap(), by.parse().unwrap());
            reached.map(|(on, age)| (age.sex, on.to_string())).collect()
        };
        let woman = |on: &str| vec![(Sex::Woman, on.to_owned())];
        // 61 on the last day on which it is 61, also when the age has risen since; a day later, half a year later.
        assert_eq!(of_age("1966-12-31", "2027-12-30"), []);
        for by in ["2027-12-31", "2028-02-29", "2028-06-30", "2029-01-31"] {
            assert_eq!(of_age("1966-12-31", by), woman("2027-12-31"), "{by}");
        }
        for (born, on) in [
            ("1967-01-01", "2028-07-01"),
            ("1967-06-30", "2028-12-30"),
            ("1967-07-01", "2029-07-01"),
            ("1967-12-31", "2029-12-31"),
            ("1968-01-01", "2030-07-01"),
            ("1968-06-30", "2030-12-30"),
        ] {
            let before = on.parse::<Day>().unwrap().previous().unwrap();
            assert_eq!(of_age(born, on), woman(on), "{born}");
            assert_eq!(of_age(born, &before.to_string()), [], "{born}");
        }
        // 62.5 on 2031-01-01, when it is 63 already, which is as a man's.
        let both = |man: &str, woman: &str| vec![(Sex::Man, man.to_owned()), (Sex::Woman, woman.to_owned())];
        assert_eq!(of_age("1968-07-01", "2031-06-30"), []);
        assert_eq!(of_age("1968-07-01", "2031-07-01"), both("2031-07-01", "2031-07-01"));
        assert_eq!(of_age("1960-05-05", "2026-08-31"), both("2023-05-05", "2021-05-05"));
    }
}
