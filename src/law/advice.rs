//! What advice compares persons with. No figure depends on it.

use std::sync::Arc;

use super::citation::Citation;
use super::days::Days;
use super::exemptions::{CategoryId, Exemptions};
use super::tables::dated;
use super::tables::table::{Entry, Table};
use super::tables::values::most;
use crate::error::Error;
use crate::period::Day;

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
pub struct Filing {
    /// Days from Monday to Friday.
    pub working_days: u32,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// The table of advice.
#[derive(Debug)]
pub(super) struct Advice {
    pub ages: Vec<(Days, Age)>,
    pub born: Vec<(Days, Born)>,
    pub filing: Vec<(Days, Filing)>,
}

/// The sections of the table.
pub(super) const SECTIONS: [&str; 3] = ["age", "born", "filing"];

impl Advice {
    /// The advice of the table.
    pub fn read(table: &mut Table<'_>, exemptions: &Exemptions) -> Result<Advice, Error> {
        let category = |entry: &mut Entry<'_>| {
            let code = entry.text("category")?;
            exemptions.id(&code.value).ok_or_else(|| code.refuse("is no category of exemptions.toml"))
        };
        let ages = table.dated("age", &["sex", "category", "months"], |entry| {
            let sex = entry.text("sex")?;
            let of = match sex.value.as_ref() {
                "man" => Sex::Man,
                "woman" => Sex::Woman,
                _ => return Err(sex.refuse("is no sex: man, woman")),
            };
            Ok(((of, category(entry)?), most(&entry.text("months")?)? as u32))
        })?;
        let mut all = Vec::new();
        for ((sex, category), series) in dated::by_key(ages) {
            dated::fits(&series, "the age", table.may_have_gaps("age"))?;
            all.extend(
                series
                    .into_iter()
                    .map(|entry| (entry.days, Age { sex, category, months: entry.value, citation: entry.citation })),
            );
        }
        let born = table
            .dated("born", &["category", "before"], |entry| Ok((category(entry)?, entry.text("before")?.day()?)))?;
        let mut of_birth = Vec::new();
        for (category, series) in dated::by_key(born) {
            dated::fits(&series, "the day of birth", table.may_have_gaps("born"))?;
            of_birth.extend(
                series
                    .into_iter()
                    .map(|entry| (entry.days, Born { category, before: entry.value, citation: entry.citation })),
            );
        }
        let mut filing =
            table.dated("filing", &["working_days"], |entry| Ok(most(&entry.text("working_days")?)? as u32))?;
        filing.sort_by_key(|entry| entry.days.from);
        dated::fits(&filing, "the time of filing", table.may_have_gaps("filing"))?;
        let filing = filing
            .into_iter()
            .map(|entry| (entry.days, Filing { working_days: entry.value, citation: entry.citation }));
        Ok(Advice { ages: all, born: of_birth, filing: filing.collect() })
    }
}
