//! Days off, and terms that the law counts in working days.

use std::sync::Arc;

use crate::error::{Error, ErrorKind};
use crate::law::citation::Citation;
use crate::law::days::Days;
use crate::law::tables::dated::{citation_on, value_on};
use crate::law::tables::source::DAYS_OFF;
use crate::law::tables::table::{Entry, Series, Table, Text};
use crate::period::Day;
use crate::words::{Message, say};

/// The days off of the years of the table.
#[derive(Debug)]
pub struct DaysOff {
    years: Series<Year>,
    counting: Series<Arc<Citation>>,
}

#[derive(Debug, Clone)]
struct Year {
    /// Days from Monday to Friday that are off.
    off: Vec<Day>,
    /// Saturdays and Sundays that are worked.
    worked: Vec<Day>,
    citation: Arc<Citation>,
}

/// The sections of the table.
pub(super) const SECTIONS: [&str; 2] = ["year", "counting"];

impl DaysOff {
    /// The days off of the table.
    pub(super) fn read(table: &mut Table<'_>) -> Result<DaysOff, Error> {
        let mut listed = Vec::new();
        let years = table.single("year", &["off", "worked"], say!("dated-days-off"), |entry, citation| {
            let year = Year {
                off: days(entry, "off", false, &mut listed)?,
                worked: days(entry, "worked", true, &mut listed)?,
                citation: Arc::clone(citation),
            };
            Ok(year)
        })?;
        for (text, day) in listed {
            let around = years.iter().find(|(_, year)| year.off.contains(&day) || year.worked.contains(&day));
            if around.is_none_or(|(days, _)| !days.contains(day)) {
                return Err(text.refuse(say!("days-off-outside")));
            }
        }
        let counting = table.single("counting", &[], say!("dated-counting"), |_, citation| Ok(Arc::clone(citation)))?;
        Ok(DaysOff { years, counting })
    }

    /// Whether the day is a working day; `None` where the table does not have it.
    pub fn is_working(&self, day: Day) -> Option<bool> {
        let year = value_on(&self.years, day)?;
        Some(if is_weekend(day) { year.worked.contains(&day) } else { !year.off.contains(&day) })
    }

    /// What is said of the day rests on this; `None` where the table does not have it.
    pub fn citation(&self, day: Day) -> Option<&Citation> {
        value_on(&self.years, day).map(|year| &*year.citation)
    }

    /// What it rests on that a term runs from the next day; `None` where the table does not say.
    pub fn counting(&self, day: Day) -> Option<&Citation> {
        citation_on(&self.counting, day)
    }

    /// The last day of a term of so many working days that runs from what happened on this day, which is not counted.
    ///
    /// # Errors
    /// Kind [`ErrorKind::NoRates`] where the term leaves the table.
    ///
    /// # Law
    /// That it is not counted rests on [`DaysOff::counting`].
    pub fn after(&self, day: Day, working_days: u32) -> Result<Day, Error> {
        let left = || self.left(say!("days-off-term", days = working_days, day = day.to_string()));
        let mut last = day;
        let mut rest = working_days;
        while rest > 0 {
            last = last.next().ok_or_else(left)?;
            rest -= u32::from(self.is_working(last).ok_or_else(left)?);
        }
        Ok(last)
    }

    /// The last working day before this one.
    ///
    /// # Errors
    /// Kind [`ErrorKind::NoRates`] where it is outside the table.
    pub fn last_before(&self, day: Day) -> Result<Day, Error> {
        let left = || self.left(say!("days-off-last-before", day = day.to_string()));
        let mut earlier = day.previous().ok_or_else(left)?;
        while !self.is_working(earlier).ok_or_else(left)? {
            earlier = earlier.previous().ok_or_else(left)?;
        }
        Ok(earlier)
    }

    /// The last working day before this one, where this one is off and the table says so.
    #[cfg(feature = "cli")]
    pub(crate) fn working_before(&self, day: Day) -> Option<Day> {
        if self.is_working(day)? { None } else { self.last_before(day).ok() }
    }

    fn left(&self, what: Message) -> Error {
        let known = Days::listed(self.years.iter().map(|&(days, _)| days));
        Error::new(ErrorKind::NoRates, say!("days-off-left", what = what, file = DAYS_OFF, known = known))
            .with_hint(say!("days-off-left-hint", file = DAYS_OFF))
    }
}

fn is_weekend(day: Day) -> bool {
    const SATURDAY: u32 = 5;
    day.weekday() >= SATURDAY
}

/// The days listed under the key, each of which is or is not of a weekend; none where the key is not there.
fn days<'a>(
    entry: &mut Entry<'a>,
    key: &'static str,
    of_weekend: bool,
    listed: &mut Vec<(Text<'a>, Day)>,
) -> Result<Vec<Day>, Error> {
    let mut days = Vec::new();
    for text in entry.texts(key)?.unwrap_or_default() {
        let day = text.day()?;
        if is_weekend(day) != of_weekend {
            return Err(text.refuse(if of_weekend { say!("days-off-no-weekend") } else { say!("days-off-weekend") }));
        }
        if days.contains(&day) {
            return Err(text.refuse(say!("table-twice")));
        }
        days.push(day);
        listed.push((text, day));
    }
    Ok(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::Law;

    /// Each term that runs over a day off: `day + working days = last day`.
    fn last(day: &str, working_days: u32) -> String {
        let law = Law::current().unwrap();
        law.days_off().after(day.parse().unwrap(), working_days).unwrap().to_string()
    }

    #[test]
    fn a_term_over_each_holiday_of_2026() {
        // (the day that is not counted, working days, the last day): the days between are spelled out.
        for (from, days, expected) in [
            // Fri 2 off, Sat, Sun; Mon 5
            ("2026-01-01", 1, "2026-01-05"),
            // Tue 6; Wed 7 off (Christmas); Thu 8
            ("2026-01-05", 2, "2026-01-08"),
            // Sat 7, Sun 8 (a holiday, moved to Mon 9); Tue 10, Wed 11, Thu 12
            ("2026-03-06", 3, "2026-03-12"),
            // Sat 21, Sun 22, Mon 23 (Nauryz), Tue 24 and Wed 25 for Saturday and Sunday; Thu 26
            ("2026-03-20", 1, "2026-03-26"),
            // Fri 1 May off, Sat, Sun; Mon 4
            ("2026-04-30", 1, "2026-05-04"),
            // Wed 6; Thu 7 off; Fri 8; Sat 9 (a holiday), Sun 10, Mon 11 for it; Tue 12
            ("2026-05-05", 3, "2026-05-12"),
            // Tue 26; Wed 27 off (Kurban ait); Thu 28
            ("2026-05-25", 2, "2026-05-28"),
            // Sat 4, Sun 5, Mon 6 off (the capital's day); Tue 7
            ("2026-07-03", 1, "2026-07-07"),
            // Sat 29, Sun 30; Mon 31 is a working day: Constitution Day is in March from 2026-07-01 on
            ("2026-08-28", 1, "2026-08-31"),
            // Sat 24, Sun 25 (the Republic's day), Mon 26 for it; Tue 27
            ("2026-10-23", 1, "2026-10-27"),
            // Tue 15; Wed 16 off (Independence); Thu 17
            ("2026-12-14", 2, "2026-12-17"),
            // Thu 31; Fri 1 January 2027 off, Sat 2, Sun 3, Mon 4 for it; Tue 5, Wed 6
            ("2026-12-30", 3, "2027-01-06"),
        ] {
            assert_eq!(last(from, days), expected, "{from} + {days}");
        }
        // Nothing off between: received Friday 25.09., distributed by Wednesday 30.09., mended by Monday 05.10.
        assert_eq!(last("2026-09-25", 3), "2026-09-30");
        assert_eq!(last("2026-09-30", 3), "2026-10-05");
        assert_eq!(last("2026-09-30", 0), "2026-09-30");
    }

    /// The weekdays of both years that are off (law.md, section 8); a day is off where a term of one day that begins before
    /// it ends behind it.
    #[test]
    fn the_weekdays_off_are_these_and_no_other() {
        let of_2026 = "01-01 01-02 01-07 03-09 03-23 03-24 03-25 05-01 05-07 05-11 05-27 07-06 10-26 12-16";
        let of_2027 = "01-01 01-04 01-07 03-08 03-15 03-22 03-23 03-24 05-03 05-07 05-10 07-06 10-25 12-16";
        for (year, days) in [(2026, of_2026), (2027, of_2027)] {
            let first = Day::from_ymd(year, 1, 1).unwrap();
            let of_year = std::iter::successors(Some(first), |day| day.next()).take(365);
            let is_off =
                |day: &Day| !is_weekend(*day) && last(&day.previous().unwrap().to_string(), 1) != day.to_string();
            let found: Vec<String> = of_year.filter(is_off).map(|day| day.to_string()[5..].to_owned()).collect();
            assert_eq!(found.join(" "), days, "{year}");
        }
    }

    #[test]
    fn a_term_that_leaves_the_table_says_so() {
        let law = Law::builtin().unwrap();
        // Thu 30 and Fri 31 December 2027 are in it, no day of 2028 is.
        assert_eq!(last("2027-12-29", 2), "2027-12-31");
        let error = law.days_off().after("2027-12-29".parse().unwrap(), 3).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NoRates);
        assert_eq!(
            error.to_string(),
            "the term of 3 working days after 2027-12-29 leaves days_off.toml, which has 2026-01-01 to 2026-12-31, \
             2027-01-01 to 2027-12-31"
        );
        assert!(law.days_off().after("2025-12-30".parse().unwrap(), 1).is_err(), "2025 is not in it");
        assert!(law.days_off().after(Day::MAX, 1).is_err());
        let first = "2026-01-01".parse().unwrap();
        assert!(law.days_off().last_before(first).is_err());
        // Mon 5 January 2026: Sun 4, Sat 3, Fri 2 and Thu 1 are off, and nothing before is in the table.
        assert!(law.days_off().last_before("2026-01-05".parse().unwrap()).is_err());
        // Sun 25 October 2026: Fri 23.
        assert_eq!(law.days_off().last_before("2026-10-25".parse().unwrap()).unwrap().to_string(), "2026-10-23");
    }
}
