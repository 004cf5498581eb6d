//! `report`: a page to look at, of a run and of what was done with it. Every figure on it stands in one of the files.
//!
//! ```text
//! dirs ─ register, of_run, of_rest ─ cards ─ page (the model) ─ page.html, page.css, page.js
//! ```

mod about;
mod cards;
mod dirs;
mod of_distribution;
mod of_reconciliation;
mod of_rest;
mod of_run;
mod open;
mod page;
pub(crate) mod reader;
mod register;
mod rests;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::commands::report::cards::Cards;
use crate::commands::report::dirs::Dirs;
use crate::commands::report::of_rest::{KgdTotals, Rest};
use crate::commands::report::of_run::Limits;
use crate::commands::report::page::{Cell, Fact, Page, Section, Table, Warning, generator};
use crate::commands::report::reader::{Iins, Reader};
use crate::commands::report::register::Register;
use crate::commands::report::rests::Rests;
use crate::error::Error;
use crate::law::{Law, Settlement};
use crate::output::directory::Published;
use crate::output::single::publish_file;
use crate::period::{Day, Month};
use crate::run::files::LIMITS;
use crate::run::receipt::Made;
use crate::run::receipt::totals::CalculateTotals;
use crate::run::record::Run;
use crate::run::register_in::{other_rates, payments};
use crate::run::sums::together;
use crate::words::{Message, say, spaced, word};

/// A page that was asked for.
pub(crate) struct Job<'a> {
    pub dirs: &'a [PathBuf],
    pub law: &'a Law,
    pub reader: Reader,
}

impl Job<'_> {
    /// Writes the page to a file, which appears whole or not at all.
    ///
    /// # Errors
    /// Where a directory does not verify or is not of the run, the tables are not those of the run, or the file exists and
    /// is not to be replaced.
    pub fn write(&self, out: &Path, force: bool) -> Result<Published, Error> {
        let html = self.page()?.html()?;
        let is_own = |text: &[u8]| {
            let head = String::from_utf8_lossy(text).into_owned();
            let own = format!("\n<meta name=\"generator\" content=\"{} ", env!("CARGO_PKG_NAME"));
            head.split_once(&own)
                .is_some_and(|(before, _)| before.starts_with("<!DOCTYPE html>") && !before.contains("<!--"))
        };
        publish_file(out, html.as_bytes(), force, is_own)
    }

    fn page(&self) -> Result<Page, Error> {
        let Reader { language, iins } = self.reader;
        let dirs = Dirs::open(self.dirs)?;
        self.is_law_of(&dirs.run)?;
        let (options, totals) = dirs.calculation()?;
        let (register, about) = register::read(&dirs.run, self.law, language)?;
        let (warnings, sections) = (Vec::new(), Vec::new());
        let mut rest = Rest { law: self.law, language, iins, about, warnings, sections, kgd: BTreeMap::new() };
        rest.read(&dirs)?;
        let Rest { mut about, warnings: of_rest, sections: more, kgd, .. } = rest;
        let limits = Limits::read(&dirs.run, &mut about, self.reader)?;
        let months: Vec<Month> = register.months.keys().copied().collect();
        let of_rejects = (&mut about, &*months);
        let rejects = of_run::rejects(&dirs.run, of_rejects, (options, totals), self.law, self.reader)?;
        let cards = Cards::read(&dirs.run, (register.rows, register.person_months), &about, self.reader)?;
        let rests = Rests::of(&register, totals.exemptions.rows > 0, self.law, language);
        let mut sections = vec![
            self.due(&dirs.run, &register, &kgd)?,
            of_run::amounts(&register, language),
            of_run::incomes(&limits, &register, self.law, self.reader),
            of_run::exemptions(&register, self.law, language),
            rejects,
            of_run::days(&dirs.run, totals.earlier, language)?,
        ];
        sections.extend(more);
        sections.push(cards.section(language));
        sections.push(rests.section(language));
        sections.retain(|section| !section.is_empty());
        let mut warnings = self.warnings(&dirs.run, totals, &rests);
        warnings.extend(of_rest);
        warnings.extend(open::warnings(&dirs.rest, language));
        let facts = self.facts(&dirs, totals, &months);
        let persons = match cards.rows.is_empty() {
            true => rests::only_words(language),
            false => rests::cards(&register, cards.rows, self.law, language),
        };
        let months: Vec<String> = months.iter().map(|month| language.month(*month)).collect();
        Ok(Page {
            language,
            title: match months.is_empty() {
                true => word(language, "report-title-nothing").to_owned(),
                false => say!("report-title", months = months.join(", ")).say(language),
            },
            made: say!("report-made", program = generator(), receipt = dirs.run.receipt.clone()).say(language),
            private: match iins {
                Iins::Masked => String::new(),
                Iins::Whole => word(language, "report-private").to_owned(),
            },
            facts,
            warnings,
            sections,
            persons,
        })
    }

    /// That the tables on which amounts depend are those that the run was made with.
    fn is_law_of(&self, run: &Run) -> Result<(), Error> {
        if run.record.has_other_tables(self.law) { Err(other_rates(run)) } else { Ok(()) }
    }

    fn facts(&self, dirs: &Dirs, totals: &CalculateTotals, months: &[Month]) -> Vec<Fact> {
        let language = self.reader.language;
        let mut facts = Vec::new();
        let mut add = |key, value: String| facts.push(Fact { name: word(language, key).to_owned(), value });
        // More than one is for who looks at the page to see.
        let operators: BTreeSet<&str> = dirs.rest.iter().filter_map(operator).collect();
        if !operators.is_empty() {
            add("report-operator", operators.into_iter().collect::<Vec<_>>().join(", "));
        }
        let months: Vec<String> = months.iter().map(ToString::to_string).collect();
        if !months.is_empty() {
            add("column-period", months.join(", "));
        }
        if let Some(closed) = dirs.run.record.closed {
            add("report-closed", say!("summary-closed-until", month = closed.to_string()).say(language));
        }
        add("report-persons", spaced(&totals.persons.to_string()));
        let accepted = spaced(&totals.accepted.to_string());
        add(
            "report-operations",
            match totals.earlier.filter(|&earlier| earlier > 0) {
                // Persons and income are of all of them.
                Some(earlier) => {
                    say!("report-operations-on-top", accepted = accepted, earlier = earlier).say_spaced(language)
                }
                None => accepted,
            },
        );
        add("report-income", spaced(&totals.income.to_string()));
        add("column-withheld", spaced(&totals.withheld.to_string()));
        add("report-receipt", dirs.run.receipt.clone());
        add("report-version", format!("{} {}", dirs.run.record.program, dirs.run.record.version));
        facts
    }

    /// What is due, beside what КГД has computed where that is known, and the three days of the month by the Rules.
    fn due(&self, run: &Run, register: &Register, kgd: &KgdTotals) -> Result<Section, Error> {
        let language = self.reader.language;
        let mut section = Section::new("due", "report-due", language);
        if register.months.keys().any(|&month| self.law.settlement().month_day("computed", month).is_some()) {
            section.lead.push(word(language, "report-due-forecast").to_owned());
        }
        let mut heads = vec![
            ("period", "column-period"),
            ("payment", "column-payment"),
            ("#amount", "column-amount"),
            ("knp", "column-knp"),
            ("rate", "column-rate"),
            ("#persons", "column-persons"),
            ("due_on", "column-due-on"),
        ];
        if !kgd.is_empty() {
            heads.insert(3, ("#theirs", "report-due-kgd"));
        }
        let mut table = Table::new("payments", word(language, "report-payments"), &heads, language);
        for line in payments(run)? {
            let rates = register.rates(self.law, line.period, line.payment);
            let rates: Vec<String> = rates.into_iter().map(|rate| format!("{} %", rate.percent())).collect();
            let mut cells = vec![
                Cell::text(line.period.to_string()),
                Cell::text(line.payment.abbreviation_in(language)),
                Cell::number(line.amount.to_string()),
                Cell::text(&line.knp),
                Cell::text(rates.join(", ")),
                Cell::number(line.persons.unwrap_or_default().to_string()),
                Cell::text(line.due_on.map(|day| day.to_string()).unwrap_or_default()),
            ];
            if !kgd.is_empty() {
                let computed = kgd.get(&(line.period, line.payment)).filter(|sums| sums.len() == 1);
                let computed = computed.and_then(BTreeSet::first).map(ToString::to_string);
                cells.insert(3, Cell::number(computed.unwrap_or_default()));
            }
            table.push(cells);
        }
        section.tables.extend([table, self.days_of_months(register)]);
        section.tables.retain(|table| !table.rows.is_empty());
        Ok(section)
    }

    /// The days of each month by the Rules.
    fn days_of_months(&self, register: &Register) -> Table {
        let language = self.reader.language;
        let heads = [
            ("period", "column-period"),
            ("what", "report-what"),
            ("day", "report-day"),
            ("provision", "column-provision"),
        ];
        let mut table = Table::new("days-of-month", word(language, "report-month-days"), &heads, language);
        for month in register.months.keys() {
            for code in Settlement::MONTH_DAYS {
                let Some((day, citation)) = self.law.settlement().month_day(code, *month) else { continue };
                let what = match code {
                    "statement" => word(language, "report-day-statement"),
                    "computed" => word(language, "report-day-computed"),
                    _ => word(language, "report-day-payment"),
                };
                table.push([
                    Cell::text(month.to_string()),
                    Cell::text(what),
                    Cell::text(self.day(day)),
                    Cell::provision(citation, language),
                ]);
            }
        }
        table
    }

    /// A day, and the working day before it where it is a day off.
    fn day(&self, day: Day) -> String {
        let (before, day) = (self.law.days_off().working_before(day), day.to_string());
        match before {
            Some(before) => say!("report-day-off", day = &day, before = before.to_string()).say(self.reader.language),
            None => day,
        }
    }

    /// What is open in the run itself.
    fn warnings(&self, run: &Run, totals: &CalculateTotals, rests: &Rests<'_>) -> Vec<Warning> {
        let language = self.reader.language;
        let mut warnings = Vec::new();
        let mut add = |text: Message, section| {
            warnings.push(Warning { text: text.say_spaced(language), section: Some(section) });
        };
        let rows = together(totals.rejected_of_all().into_values());
        if rows > 0 {
            add(say!("report-warning-rejected", count = rows), "rejects");
        }
        let limits = run.record.outputs.iter().find(|file| file.name == LIMITS).map_or(0, |file| file.rows);
        if limits > 0 {
            add(say!("report-warning-limit", count = limits), "incomes");
        }
        let doubtful = rests.doubtful();
        if doubtful > 0 {
            add(say!("report-warning-basis", count = doubtful), "rests");
        }
        warnings
    }
}

/// The operator's number, where a directory has it.
fn operator(run: &Run) -> Option<&str> {
    match &run.record.made {
        Made::Lists(options, _) => options.payer.as_deref(),
        Made::Statement(options, _) => Some(options.payer.as_str()),
        _ => None,
    }
    .filter(|payer| !payer.is_empty())
}
