//! `ustap calendar`: the days of the month by the Rules, for the income of a month.

use std::fmt::Write as _;

use crate::cli::arguments::CalendarArguments;
use crate::cli::calculate::load_law;
use crate::cli::{Ending, Speech, print};
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::law::{Citation, Law};
use crate::period::{Day, Month};
use crate::words::{say, word};

/// Prints the days, and what they rest on.
pub(crate) fn run(arguments: &CalendarArguments, speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let mut page = Page { language: speech.terminal, text: String::new(), is_known: true };
    page.month(&law, arguments.month)?;
    print(&page.text)?;
    Ok(if page.is_known { Ending::Clean } else { Ending::Findings })
}

const WEEKDAYS: [&str; 7] = [
    "weekday-monday",
    "weekday-tuesday",
    "weekday-wednesday",
    "weekday-thursday",
    "weekday-friday",
    "weekday-saturday",
    "weekday-sunday",
];

/// The days of the Rules, in their order, with their names for people.
const DAYS: [(&str, &str); 3] =
    [("statement", "calendar-statement"), ("computed", "calendar-computed"), (PAYMENT, "rates-day-payment")];
const PAYMENT: &str = "payment";
/// The terms, each of which runs from the end of what stands before it.
const TERMS: [(&str, &str); 2] = [("distribution", "term-distribution"), ("mending", "term-mending")];

/// What is said of days and terms.
const NAMES: [&str; 5] =
    ["calendar-statement", "calendar-computed", "rates-day-payment", "term-distribution", "term-mending"];

struct Page {
    language: Language,
    text: String,
    /// Whether every day and term is in the table of days off.
    is_known: bool,
}

impl Page {
    fn month(&mut self, law: &Law, month: Month) -> Result<(), Error> {
        let settlement = law.settlement();
        self.line(format_args!("{}", say!("calendar-income", month = month.to_string()).say(self.language)));
        let mut paid_on = month.last_day();
        for (code, name) in DAYS {
            let (day, citation) = settlement.month_day(code, month).ok_or_else(|| not_said(code, month))?;
            let day_off = self.day_off(law, day);
            self.day(name, day, &day_off, citation);
            if code == PAYMENT {
                paid_on = day;
            }
        }
        let mut from = Some(paid_on);
        for (code, name) in TERMS {
            let Some(start) = from else { break };
            let term = settlement.term(code, start).ok_or_else(|| not_said(code, month))?;
            let count = term.working_days;
            match law.days_off().after(start, count) {
                Ok(day) => {
                    let after = say!("calendar-after", days = count, from = start.to_string()).say(self.language);
                    self.day(name, day, &after, &term.citation);
                    from = Some(day);
                }
                Err(error) => {
                    self.unknown(name, &error);
                    from = None;
                }
            }
        }
        if let Some(edition) = settlement.edition(paid_on) {
            let rules = word(self.language, "calendar-rules");
            self.line(format_args!("{rules}: {} [{}]", edition.say(self.language), edition.basis.say(self.language)));
        }
        if let Some(days_off) = law.days_off().citation(paid_on) {
            let note = days_off.note.as_ref().map_or("", |note| note.say(self.language));
            let (words, cited) = (word(self.language, "calendar-days-off"), days_off.say(self.language));
            self.line(format_args!("{words}: {cited} [{}] {note}", days_off.basis.say(self.language)));
        }
        Ok(())
    }

    /// What is to be known of a day that may be a day off: no day is moved, and the working day before it is safe.
    fn day_off(&mut self, law: &Law, day: Day) -> String {
        match law.days_off().is_working(day) {
            Some(true) => String::new(),
            Some(false) => match law.days_off().last_before(day) {
                Ok(before) => {
                    let (day, weekday) = (before.to_string(), weekday(before, self.language));
                    say!("calendar-day-off", day = day, weekday = weekday).say(self.language)
                }
                Err(error) => {
                    self.is_known = false;
                    say!("calendar-day-off-unknown", why = error.say(self.language)).say(self.language)
                }
            },
            None => {
                self.is_known = false;
                word(self.language, "calendar-day-unknown").to_owned()
            }
        }
    }

    /// The letters that the longest of these words takes, with a blank.
    fn width(&self, keys: impl Iterator<Item = &'static &'static str>) -> usize {
        keys.map(|key| word(self.language, key).chars().count() + 1).max().unwrap_or_default()
    }

    fn day(&mut self, name: &'static str, day: Day, more: &str, citation: &Citation) {
        let (weekday, name) = (weekday(day, self.language), word(self.language, name));
        let more = if more.is_empty() { String::new() } else { format!("  {more}") };
        let (cited, basis) = (citation.say(self.language), citation.basis.say(self.language));
        let (days, names) = (self.width(WEEKDAYS.iter()), self.width(NAMES.iter()));
        self.line(format_args!("  {day}  {weekday:<days$}{name:<names$}{cited} [{basis}]{more}"));
    }

    fn unknown(&mut self, name: &'static str, error: &Error) {
        self.is_known = false;
        let (unknown, name) = (word(self.language, "calendar-unknown"), word(self.language, name));
        let (days, names) = (12 + self.width(WEEKDAYS.iter()), self.width(NAMES.iter()));
        self.line(format_args!("  {unknown:<days$}{name:<names$}{}", error.say(self.language)));
        if let Some(hint) = error.hint_in(self.language) {
            self.line(format_args!("  {}: {hint}", word(self.language, "hint")));
        }
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = write!(text, "{line}");
        self.text += text.trim_end();
        self.text.push('\n');
    }
}

fn weekday(day: Day, language: Language) -> &'static str {
    WEEKDAYS.get(day.weekday() as usize).map_or("", |key| word(language, key))
}

fn not_said(code: &str, month: Month) -> Error {
    let message = say!("calendar-not-said", code = code, month = month.to_string());
    Error::new(ErrorKind::NoRates, message).with_hint(say!("calendar-not-said-hint"))
}
