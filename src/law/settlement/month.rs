//! The month by the Rules of Order No. 392: its days, its terms in working days, and the editions of the Rules.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::error::Error;
use crate::law::citation::Citation;
use crate::law::tables::table::{Entry, Series, Table};
use crate::law::tables::values::{day_of_month, most};
use crate::words::say;

/// A day of the month after that of the income.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthDay {
    /// The day of that month.
    pub day: u32,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// A term in working days.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct WorkingTerm {
    /// The number of working days; the day from which the term runs is not one of them.
    pub working_days: u32,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// What of the table of deadlines is of the month as a whole.
#[derive(Debug)]
pub(in crate::law) struct MonthByRules {
    /// By [`Self::DAYS`].
    pub days: BTreeMap<String, Series<MonthDay>>,
    /// By [`Self::TERMS`].
    pub terms: BTreeMap<String, Series<WorkingTerm>>,
    pub editions: Series<Arc<Citation>>,
}

impl MonthByRules {
    /// The codes of days.
    pub const DAYS: [&str; 3] = [Self::STATEMENT, "computed", Self::PAYMENT];
    /// Incomes are stated.
    pub const STATEMENT: &str = "statement";
    /// The sums are paid.
    pub const PAYMENT: &str = "payment";
    /// The codes of terms.
    pub const TERMS: [&str; 2] = ["distribution", "mending"];

    /// The days, terms and editions of the table.
    pub fn read(table: &mut Table<'_>) -> Result<MonthByRules, Error> {
        let named = |code: &String| say!("dated-month-day", code = code);
        let days = table.series("month_day", &["code"], &["day"], named, |entry, citation| {
            let day = MonthDay { day: day_of_month(&entry.text("day")?)?, citation: Arc::clone(citation) };
            Ok((vec![code(entry, &Self::DAYS)?], day))
        })?;
        let named = |code: &String| say!("dated-term", code = code);
        let terms = table.series("term", &["code"], &["working_days"], named, |entry, citation| {
            let working_days = most(&entry.text("working_days")?)?;
            let term = WorkingTerm { working_days, citation: Arc::clone(citation) };
            Ok((vec![code(entry, &Self::TERMS)?], term))
        })?;
        let editions = table.single("edition", &[], say!("dated-edition"), |_, citation| Ok(Arc::clone(citation)))?;
        Ok(MonthByRules { days, terms, editions })
    }
}

fn code(entry: &mut Entry<'_>, known: &[&str]) -> Result<String, Error> {
    let text = entry.code()?;
    if !known.contains(&text.value.as_ref()) {
        return Err(text.refuse(say!("month-code-unknown", known = known.join(", "))));
    }
    Ok(text.value.into_owned())
}
