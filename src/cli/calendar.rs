//! `ustap calendar`: the days of the month by the Rules, for the income of a month.

use std::fmt::Write as _;

use crate::cli::arguments::CalendarArguments;
use crate::cli::calculate::load_law;
use crate::cli::{Ending, Speech, print};
use crate::error::{Error, ErrorKind};
use crate::law::{Citation, Law};
use crate::period::{Day, Month};

/// Prints the days, and what they rest on.
pub(crate) fn run(arguments: &CalendarArguments, _speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let mut page = Page::default();
    page.month(&law, arguments.month)?;
    print(&page.text)?;
    Ok(if page.is_known { Ending::Clean } else { Ending::Findings })
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The days of the Rules, in their order, with their names for people.
const DAYS: [(&str, &str); 3] =
    [("statement", "incomes stated to КГД"), ("computed", "sums of КГД"), (PAYMENT, "payment")];
const PAYMENT: &str = "payment";
/// The terms, each of which runs from the end of what stands before it.
const TERMS: [(&str, &str); 2] = [("distribution", "distributed or returned"), ("mending", "mended")];

struct Page {
    text: String,
    /// Whether every day and term is in the table of days off.
    is_known: bool,
}

impl Default for Page {
    fn default() -> Page {
        Page { text: String::new(), is_known: true }
    }
}

impl Page {
    fn month(&mut self, law: &Law, month: Month) -> Result<(), Error> {
        let settlement = law.settlement();
        self.line(format_args!("Income of {month}: by"));
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
                    self.day(name, day, &format!("{count} working days after {start}"), &term.citation);
                    from = Some(day);
                }
                Err(error) => {
                    self.unknown(name, &error);
                    from = None;
                }
            }
        }
        if let Some(edition) = settlement.edition(paid_on) {
            self.line(format_args!("Rules: {edition} [{}]", edition.basis));
        }
        if let Some(days_off) = law.days_off().citation(paid_on) {
            let note = days_off.note.as_ref().map_or("", |note| &note.en);
            self.line(format_args!("Days off: {days_off} [{}] {note}", days_off.basis));
        }
        Ok(())
    }

    /// What is to be known of a day that may be a day off: no day is moved, and the working day before it is safe.
    fn day_off(&mut self, law: &Law, day: Day) -> String {
        match law.days_off().is_working(day) {
            Some(true) => String::new(),
            Some(false) => match law.days_off().last_before(day) {
                Ok(before) => format!("a day off; the last working day before it is {before} {}", weekday(before)),
                Err(error) => {
                    self.is_known = false;
                    format!("a day off; {error}")
                }
            },
            None => {
                self.is_known = false;
                "whether it is a day off is not known: days_off.toml does not have it".to_owned()
            }
        }
    }

    fn day(&mut self, name: &str, day: Day, more: &str, citation: &Citation) {
        let weekday = weekday(day);
        let more = if more.is_empty() { String::new() } else { format!("  {more}") };
        self.line(format_args!("  {day}  {weekday:<10}{name:<24}{citation} [{}]{more}", citation.basis));
    }

    fn unknown(&mut self, name: &str, error: &Error) {
        self.is_known = false;
        self.line(format_args!("  not known             {name:<24}{error}"));
        if let Some(hint) = error.hint() {
            self.line(format_args!("  hint: {hint}"));
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

fn weekday(day: Day) -> &'static str {
    WEEKDAYS.get(day.weekday() as usize).copied().unwrap_or_default()
}

fn not_said(code: &str, month: Month) -> Error {
    let message = format!("deadlines.toml does not say `{code}` for the income of {month}");
    Error::new(ErrorKind::NoRates, message).with_hint("`ustap rates show --on DAY` shows what is in force on a day")
}
