//! `calendar`: the days of the month by the Rules, for the income of a month.

use crate::error::{Error, ErrorKind};
use crate::law::days::Days;
use crate::law::{Citation, Law, Note, Settlement};
use crate::period::{Day, Month};
use crate::words::say;

/// The days for the income of a month, and what they rest on.
#[derive(Debug, Default)]
pub(crate) struct Calendar<'l> {
    /// By code, in their order; behind a term whose last day is not known none is.
    pub days: Vec<(&'static str, Result<CalendarDay<'l>, Error>)>,
    /// The editions of the Rules and the days of each: they may have changed between two of the days here.
    pub editions: Vec<(Days, &'l Citation)>,
    /// What is to be known of a term, by code.
    pub notes: Vec<(&'static str, &'l Note)>,
    /// Days off: a term may end in another year than that in which it begins.
    pub days_off: Vec<&'l Citation>,
    /// How working days are counted.
    pub counting: Option<&'l Citation>,
}

/// A day by the Rules.
#[derive(Debug)]
pub(crate) struct CalendarDay<'l> {
    pub day: Day,
    pub what: What,
    pub citation: &'l Citation,
}

/// What a day by the Rules is.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A statutory day, and a working day.
    Working,
    /// A statutory day that is a day off: it is not moved, and the last working day before it is safe.
    Off(Result<Day, Error>),
    /// A statutory day of which the table of days off says nothing.
    Unknown,
    /// The end of a term of so many working days from a day.
    TermEnd(u32, Day),
}

impl<'l> Calendar<'l> {
    /// The days for the income of this month.
    ///
    /// # Errors
    /// Kind [`ErrorKind::NoRates`] where the Rules say nothing of the month.
    pub fn of(law: &'l Law, month: Month) -> Result<Calendar<'l>, Error> {
        let mut calendar = Calendar::default();
        let mut paid_on = month.last_day();
        for code in Settlement::MONTH_DAYS {
            let (day, citation) = law.settlement().month_day(code, month).ok_or_else(|| not_said(code, month))?;
            let what = match law.days_off().is_working(day) {
                Some(true) => What::Working,
                Some(false) => What::Off(law.days_off().last_before(day)),
                None => What::Unknown,
            };
            calendar.add(law, code, CalendarDay { day, what, citation });
            if code == Settlement::PAYMENT {
                paid_on = day;
            }
        }
        let mut last = paid_on;
        let mut terms = Settlement::TERMS.into_iter();
        for code in terms.by_ref() {
            let (term, last_day) = law.term_from(code, last).ok_or_else(|| not_said(code, month))?;
            calendar.notes.extend(term.citation.note.as_ref().map(|note| (code, note)));
            match last_day {
                Ok(day) => {
                    let what = What::TermEnd(term.working_days, last);
                    calendar.add(law, code, CalendarDay { day, what, citation: &term.citation });
                    last = day;
                }
                Err(error) => {
                    calendar.days.push((code, Err(error)));
                    break;
                }
            }
        }
        let not_begun = |code| (code, Err(Error::new(ErrorKind::NoRates, say!("calendar-term-not-begun"))));
        calendar.days.extend(terms.map(not_begun));
        let [first, next] = [paid_on, last].map(|day| law.days_off().citation(day));
        calendar.days_off = first.into_iter().chain(next.filter(|_| next != first)).collect();
        calendar.counting = law.days_off().counting(paid_on);
        Ok(calendar)
    }

    fn add(&mut self, law: &'l Law, code: &'static str, day: CalendarDay<'l>) {
        match law.settlement().edition_of(day.day) {
            Some(edition) if !self.editions.contains(&edition) => self.editions.push(edition),
            _ => {}
        }
        self.days.push((code, Ok(day)));
    }

    /// Whether every day and term is in the table of days off.
    pub fn is_known(&self) -> bool {
        let is_known = |day: &CalendarDay<'_>| !matches!(day.what, What::Unknown | What::Off(Err(_)));
        self.days.iter().all(|(_, day)| day.as_ref().is_ok_and(is_known))
    }
}

fn not_said(code: &str, month: Month) -> Error {
    Error::new(ErrorKind::NoRates, say!("calendar-not-said", code = code, month = month.to_string()))
        .with_hint(say!("calendar-not-said-hint"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_for_the_income_of_august_2026() {
        let law = Law::builtin().unwrap();
        let calendar = Calendar::of(&law, "2026-08".parse().unwrap()).unwrap();
        let day = |text: &str| text.parse::<Day>().unwrap();
        let days = calendar.days.iter().map(|(code, of)| {
            let CalendarDay { day, what, .. } = of.as_ref().unwrap();
            (*code, *day, what)
        });
        // 5 September is a Saturday. After Fri 25: Mon 28, Tue 29, Wed 30; after that Thu 1, Fri 2, Mon 5.
        let expected = [
            ("statement", day("2026-09-05"), What::Off(Ok(day("2026-09-04")))),
            ("computed", day("2026-09-15"), What::Working),
            ("payment", day("2026-09-25"), What::Working),
            ("distribution", day("2026-09-30"), What::TermEnd(3, day("2026-09-25"))),
            ("mending", day("2026-10-05"), What::TermEnd(3, day("2026-09-30"))),
        ];
        assert!(days.eq(expected.iter().map(|(code, day, what)| (*code, *day, what))), "{calendar:?}");
        assert!(calendar.is_known());
        assert_eq!((calendar.editions.len(), calendar.days_off.len()), (1, 1));
    }

    #[test]
    fn a_month_whose_days_off_are_not_known() {
        let law = Law::builtin().unwrap();
        // No table has the days off of 2028: no term can be counted, and the next has no day to run from.
        let calendar = Calendar::of(&law, "2028-01".parse().unwrap()).unwrap();
        assert!(!calendar.is_known());
        let unknown = calendar.days.iter().filter(|(_, day)| day.as_ref().is_ok_and(|day| day.what == What::Unknown));
        assert_eq!(unknown.map(|(code, _)| *code).collect::<Vec<_>>(), Settlement::MONTH_DAYS);
        assert!(matches!(calendar.days[3..], [("distribution", Err(_)), ("mending", Err(_))]));
        let error = Calendar::of(&law, "2025-06".parse().unwrap()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NoRates);
    }
}
