//! `ustap calendar`: the days of the month by the Rules, for the income of a month.

use std::fmt::{Arguments, Write as _};

use crate::cli::arguments::CalendarArguments;
use crate::cli::asked::load_law;
use crate::cli::ending::{Ending, print};
use crate::cli::sentences::month_name;
use crate::cli::speech::Speech;
use crate::commands::calendar::{Calendar, CalendarDay, What};
use crate::error::Error;
use crate::language::Language;
use crate::law::{Citation, Settlement};
use crate::period::{Day, Month};
use crate::words::{Caller, Message, say, word};

/// Prints the days, and what they rest on.
pub(crate) fn run(arguments: &CalendarArguments, speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let calendar = Calendar::of(&law, arguments.month)?;
    let language = speech.terminal;
    let mut page = Page { text: String::new(), language, name_width: name_width(language) };
    page.month(&calendar, arguments.month);
    print(&page.text)?;
    Ok(if calendar.is_known() { Ending::Clean } else { Ending::Findings })
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
    fn month(&mut self, calendar: &Calendar<'_>, month: Month) {
        self.line(format_args!("{}", say!("calendar-income", month = month.to_string()).say(self.language)));
        for (code, day) in &calendar.days {
            match day {
                Ok(day) => self.day(code, day),
                Err(error) => self.unknown(code, error),
            }
        }
        for (days, edition) in &calendar.editions {
            let cited = edition.with_basis(self.language);
            let line = say!("calendar-rules", edition = cited, days = *days);
            self.line(format_args!("{}", line.say(self.language)));
        }
        for (code, note) in &calendar.notes {
            self.line(format_args!("{}: {}", month_name(code).say(self.language), note.say(self.language)));
        }
        for days_off in &calendar.days_off {
            self.noted("calendar-days-off", days_off);
        }
        if let Some(counting) = calendar.counting {
            self.noted("calendar-counting", counting);
        }
    }

    /// What something of the page rests on, with its note.
    fn noted(&mut self, name: &'static str, citation: &Citation) {
        let note = citation.note.as_ref().map(|note| format!(" — {}", note.say(self.language))).unwrap_or_default();
        let cited = citation.with_basis(self.language);
        self.line(format_args!("{}: {cited}{note}", word(self.language, name)));
    }

    /// What is to be known of a day.
    fn what(&self, what: &What) -> Option<Message> {
        match what {
            What::Working => None,
            What::Off(Ok(before)) => {
                let weekday = self.weekday(*before);
                Some(say!("calendar-day-off", day = before.to_string(), weekday = weekday))
            }
            What::Off(Err(error)) => Some(say!("calendar-day-off-alone", why = error.say(self.language))),
            What::Unknown => Some(say!("calendar-not-known-off")),
            What::TermEnd(working_days, from) => {
                let count = say!("working-days", days = *working_days);
                Some(say!("calendar-working-days", count = count, day = from.to_string()))
            }
        }
    }

    fn weekday(&self, day: Day) -> &'static str {
        WEEKDAYS.get(day.weekday() as usize).map_or("", |key| word(self.language, key))
    }

    fn day(&mut self, code: &str, CalendarDay { day, what, citation }: &CalendarDay<'_>) {
        let (weekday, name) = (self.weekday(*day), month_name(code).say(self.language));
        let cited = citation.with_basis(self.language);
        let width = self.name_width;
        let more = self.what(what).map(|what| format!("  {}", what.say(self.language))).unwrap_or_default();
        self.line(format_args!("  {day}  {weekday:<12}{name:<width$}{cited}{more}"));
    }

    fn unknown(&mut self, code: &str, error: &Error) {
        let (name, unknown) = (month_name(code).say(self.language), word(self.language, "calendar-not-known"));
        let width = self.name_width;
        self.line(format_args!("  {unknown:<24}{name:<width$}{}", error.say(self.language)));
        if let Some(hint) = error.hint_for(Caller::CommandLine, self.language) {
            self.line(format_args!("  {}: {hint}", word(self.language, "hint")));
        }
    }

    fn line(&mut self, line: Arguments<'_>) {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = write!(text, "{line}");
        self.text += text.trim_end();
        self.text.push('\n');
    }
}
