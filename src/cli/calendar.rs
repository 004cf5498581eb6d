//! `ustap calendar`: the days of the month by the Rules, for the income of a month.

use std::fmt::Write as _;

use crate::cli::arguments::CalendarArguments;
use crate::cli::calculate::load_law;
use crate::cli::rates::month_name;
use crate::cli::{Ending, Speech, print};
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::law::{Citation, Law, Settlement};
use crate::period::{Day, Month};
use crate::words::{say, word};

/// Prints the days, and what they rest on.
pub(crate) fn run(arguments: &CalendarArguments, speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let language = speech.terminal;
    let mut page = Page { text: String::new(), is_known: true, language, name_width: name_width(language) };
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

struct Page {
    text: String,
    /// Whether every day and term is in the table of days off.
    is_known: bool,
    language: Language,
    /// Letters of the column of names.
    name_width: usize,
}

/// The least letters of the column of names.
const NAME_WIDTH: usize = 24;

/// As wide as the longest name in this language, and a blank.
fn name_width(language: Language) -> usize {
    let codes = Settlement::MONTH_DAYS.into_iter().chain(Settlement::TERMS);
    let letters = codes.map(|code| month_name(code).say(language).chars().count() + 1);
    letters.max().unwrap_or_default().max(NAME_WIDTH)
}

impl Page {
    fn month(&mut self, law: &Law, month: Month) -> Result<(), Error> {
        let settlement = law.settlement();
        self.line(format_args!("{}", say!("calendar-income", month = month.to_string()).say(self.language)));
        let mut paid_on = month.last_day();
        let mut editions: Vec<&Citation> = Vec::new();
        let mut of_edition = |day: Day| match settlement.edition(day) {
            Some(edition) if !editions.contains(&edition) => editions.push(edition),
            _ => {}
        };
        for code in Settlement::MONTH_DAYS {
            let (day, citation) = settlement.month_day(code, month).ok_or_else(|| not_said(code, month))?;
            let day_off = self.day_off(law, day);
            self.day(code, day, &day_off, citation);
            of_edition(day);
            if code == "payment" {
                paid_on = day;
            }
        }
        let (mut from, mut last, mut notes) = (Some(paid_on), paid_on, Vec::new());
        for code in Settlement::TERMS {
            let Some(start) = from else { break };
            let (term, last_day) = law.term_from(code, start).ok_or_else(|| not_said(code, month))?;
            notes.extend(term.citation.note.as_ref().map(|note| (code, note)));
            match last_day {
                Ok(day) => {
                    let count = say!("working-days", days = term.working_days);
                    let after = say!("calendar-working-days", count = count, day = start.to_string());
                    self.day(code, day, &after.say(self.language), &term.citation);
                    of_edition(day);
                    (from, last) = (Some(day), day);
                }
                Err(error) => {
                    self.unknown(code, &error);
                    from = None;
                }
            }
        }
        // The Rules may have changed between two of the days.
        for edition in editions {
            let cited = edition.with_basis(self.language);
            self.line(format_args!("{}: {cited}", say!("rates-show-rules").say(self.language)));
        }
        for (code, note) in notes {
            self.line(format_args!("{}: {}", month_name(code).say(self.language), note.say(self.language)));
        }
        // A term may end in another year than that in which it begins.
        let [first, next] = [paid_on, last].map(|day| law.days_off().citation(day));
        for days_off in first.into_iter().chain(next.filter(|_| next != first)) {
            self.noted("calendar-days-off", days_off);
        }
        if let Some(counting) = law.days_off().counting(paid_on) {
            self.noted("calendar-counting", counting);
        }
        Ok(())
    }

    /// What something of the page rests on, with its note.
    fn noted(&mut self, name: &'static str, citation: &Citation) {
        let note = citation.note.as_ref().map(|note| format!(" — {}", note.say(self.language))).unwrap_or_default();
        let cited = citation.with_basis(self.language);
        self.line(format_args!("{}: {cited}{note}", word(self.language, name)));
    }

    /// What is to be known of a day that may be a day off: no day is moved, and the working day before it is safe.
    fn day_off(&mut self, law: &Law, day: Day) -> String {
        match law.days_off().is_working(day) {
            Some(true) => String::new(),
            Some(false) => match law.days_off().last_before(day) {
                Ok(before) => {
                    let weekday = self.weekday(before);
                    say!("calendar-day-off", day = before.to_string(), weekday = weekday).say(self.language)
                }
                Err(error) => {
                    self.is_known = false;
                    say!("calendar-day-off-alone", why = error.say(self.language)).say(self.language)
                }
            },
            None => {
                self.is_known = false;
                say!("calendar-not-known-off").say(self.language)
            }
        }
    }

    fn weekday(&self, day: Day) -> &'static str {
        WEEKDAYS.get(day.weekday() as usize).map_or("", |key| word(self.language, key))
    }

    fn day(&mut self, code: &str, day: Day, more: &str, citation: &Citation) {
        let (weekday, name) = (self.weekday(day), month_name(code).say(self.language));
        let cited = citation.with_basis(self.language);
        let width = self.name_width;
        let more = if more.is_empty() { String::new() } else { format!("  {more}") };
        self.line(format_args!("  {day}  {weekday:<12}{name:<width$}{cited}{more}"));
    }

    fn unknown(&mut self, code: &str, error: &Error) {
        self.is_known = false;
        let (name, unknown) = (month_name(code).say(self.language), word(self.language, "calendar-not-known"));
        let width = self.name_width;
        self.line(format_args!("  {unknown:<24}{name:<width$}{}", error.say(self.language)));
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

fn not_said(code: &str, month: Month) -> Error {
    Error::new(ErrorKind::NoRates, say!("calendar-not-said", code = code, month = month.to_string()))
        .with_hint(say!("calendar-not-said-hint"))
}
