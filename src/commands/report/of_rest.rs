//! The sections of what was done with a run: reconciliation, distribution, correction, advice, lists.

use std::collections::{BTreeMap, BTreeSet};

use crate::commands::codes::in_words;
use crate::commands::lists::orders::{ADDED_TO_LISTS, ListRecord};
use crate::commands::periods;
use crate::commands::report::about::{About, Finding};
use crate::commands::report::dirs::Dirs;
use crate::commands::report::of_run::ROWS_MAX;
use crate::commands::report::page::{Cell, Section, Table, Warning, numbered};
use crate::commands::report::reader::Iins;
use crate::error::Error;
use crate::language::Language;
use crate::law::Law;
use crate::money::TengeSum;
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::run::corrections_in::left_out;
use crate::run::files::{ADVICE, CORRECTIONS, LISTS, SUMMARY};
use crate::run::receipt::Made;
use crate::run::record::Run;
use crate::run::records_in::{NamedRow, named_rows, records_of_any_version};
use crate::words::{Message, say, spaced, word};

/// What the directories beside the run come to on a page.
pub(super) struct Rest<'a> {
    pub law: &'a Law,
    pub language: Language,
    pub iins: Iins,
    pub about: About,
    pub warnings: Vec<Warning>,
    pub sections: Vec<Section>,
    pub kgd: KgdTotals,
}

/// What ЦС КГД has computed, by month and payment, where a reconciliation has it: several sums where these differ.
pub(super) type KgdTotals = BTreeMap<(Month, Payment), BTreeSet<TengeSum>>;

impl Rest<'_> {
    /// Says that something of this section is open.
    pub fn warn(&mut self, section: &'static str, what: Message) {
        self.warnings.push(Warning { text: what.say_spaced(self.language), section: Some(section) });
    }

    /// Reads the directories, in the order in which they were named.
    pub fn read(&mut self, dirs: &Dirs) -> Result<(), Error> {
        let of = |made: fn(&Made) -> bool| dirs.rest.iter().filter(move |run| made(&run.record.made));
        for (number, run) in of(|made| matches!(made, Made::Reconcile(..))).enumerate() {
            self.reconciliation(run, number)?;
        }
        self.warn_of_computed();
        self.distributions(&of(|made| matches!(made, Made::Distribute(..))).collect::<Vec<_>>())?;
        for (number, run) in of(|made| matches!(made, Made::Correct(..))).enumerate() {
            self.correction(run, number)?;
        }
        for (number, run) in of(|made| matches!(made, Made::Advise(..))).enumerate() {
            self.advice(run, number)?;
        }
        for (number, run) in of(|made| matches!(made, Made::Lists(..))).enumerate() {
            self.lists(run, number)?;
        }
        Ok(())
    }

    /// Adds the tables of a directory to the section of its kind, in which one can tell whose they are, and gives that.
    pub fn add_tables(
        &mut self,
        (id, title): (&'static str, &'static str),
        number: usize,
        tables: impl IntoIterator<Item = Table>,
    ) -> &mut Section {
        let language = self.language;
        let at = self.sections.iter().position(|section| section.id == id).unwrap_or_else(|| {
            self.sections.push(Section::new(id, title, language));
            self.sections.len() - 1
        });
        let section = &mut self.sections[at];
        section.tables.extend(tables.into_iter().map(|mut table| {
            table.caption = numbered(&table.caption, number, language);
            table
        }));
        section
    }

    fn correction(&mut self, run: &Run, number: usize) -> Result<(), Error> {
        let language = self.language;
        let heads = [
            ("period", "column-period"),
            ("payment", "column-payment"),
            ("#persons", "column-persons"),
            ("#to_pay", "column-to-pay"),
            ("#to_return", "column-to-return"),
        ];
        let caption = word(language, "report-correction-sums");
        let mut table = Table::new(format!("correction-{number}"), caption, &heads, language);
        let (mut to_pay, mut to_return) = (TengeSum::default(), TengeSum::default());
        let left_out: BTreeSet<Month> = left_out(run).collect();
        named_rows(run, SUMMARY, |row| {
            if !left_out.contains(&row.value::<Month>("period")?) {
                to_pay += row.value::<TengeSum>("to_pay")?;
                to_return += row.value::<TengeSum>("to_return")?;
            }
            table.push([
                Cell::text(row.text("period")?),
                Cell::text(row.value::<Payment>("payment")?.abbreviation_in(language)),
                Cell::number(row.text("persons")?),
                Cell::number(row.text("to_pay")?),
                Cell::number(row.text("to_return")?),
            ]);
            Ok(())
        })?;
        named_rows(run, CORRECTIONS, |row| {
            let (iin, period, payment) = key(row)?;
            let (before, after, cause) = (row.text("before")?, row.text("after")?, row.text("cause")?);
            self.about.add(Finding::Correction, (period, iin), || {
                let (before, after, cause) = (spaced(before), spaced(after), in_words(language, cause));
                let message =
                    say!("report-about-correction", payment = payment, before = before, after = after, cause = cause);
                message.say(language)
            });
            Ok(())
        })?;
        if !left_out.is_empty() {
            self.warn("correction", say!("correction-left-out", months = periods::named(&left_out)));
        }
        if to_pay != TengeSum::default() {
            self.warn("correction", say!("report-warning-to-pay"));
        }
        if to_return != TengeSum::default() {
            self.warn("correction", say!("report-warning-to-return"));
        }
        let lead = word(language, "report-correction-lead");
        let section = self.add_tables(("correction", "report-correction"), number, [table]);
        if (to_pay, to_return) != Default::default() && section.lead.is_empty() {
            section.lead.push(lead.to_owned());
        }
        Ok(())
    }

    fn advice(&mut self, run: &Run, number: usize) -> Result<(), Error> {
        let language = self.language;
        let heads = [
            ("iin", "column-iin"),
            ("period", "column-period"),
            ("code", "column-code"),
            ("detail", "column-detail"),
            ("provision", "column-provision"),
        ];
        let caption = word(language, "report-advice-rows");
        // What is said in another language stays in its file.
        let is_spoken = matches!(&run.record.made, Made::Advise(options, _) if options.lang == language);
        let mut table = Table::new(format!("advice-{number}"), caption, &heads, language);
        let mut all = 0;
        named_rows(run, ADVICE, |row| {
            all += 1;
            let (iin, period) = (row.value::<Iin>("iin")?, row.value::<Month>("period")?);
            let code = in_words(language, row.text("code")?);
            let said = [row.text("detail")?, row.text("provision")?];
            let [detail, provision] = said.map(|text| if is_spoken { self.iins.sentence(text) } else { String::new() });
            self.about.add(Finding::Advice, (period, iin), || {
                if is_spoken { format!("{code}. {detail}") } else { code.clone() }
            });
            if table.rows.len() < ROWS_MAX {
                table.push([
                    Cell::text(self.iins.person(iin)),
                    Cell::text(period.to_string()),
                    Cell::text(code),
                    Cell::text(detail),
                    Cell::text(provision),
                ]);
            }
            Ok(())
        })?;
        table.note_rest(all, ADVICE, language);
        if !is_spoken && all > 0 {
            table.notes.push(say!("report-other-language", file = ADVICE).say(language));
        }
        if all > 0 {
            self.warn("advice", say!("report-warning-advice", count = all));
        }
        let section = self.add_tables(("advice", "report-advice"), number, (all > 0).then_some(table));
        if all == 0 {
            section.lead.push(word(language, "report-no-advice").to_owned());
        }
        Ok(())
    }

    fn lists(&mut self, run: &Run, number: usize) -> Result<(), Error> {
        let language = self.language;
        let heads = [
            ("payment", "column-payment"),
            ("period", "column-period"),
            ("knp", "column-knp"),
            ("rate", "column-rate"),
            ("purpose", "column-purpose"),
            ("due_on", "column-due-on"),
            ("#listed_persons", "column-listed-persons"),
            ("#listed_amount", "column-listed-amount"),
            ("#unlisted_persons", "column-unlisted-persons"),
            ("#unlisted_amount", "column-unlisted-amount"),
        ];
        let caption = word(language, "report-lists-rows");
        let mut table = Table::new(format!("lists-{number}"), caption, &heads, language);
        // Receipts of earlier versions do not say in which language the purposes are.
        let spoken = match &run.record.made {
            Made::Lists(options, _) => Language::of_code(&options.lang),
            _ => None,
        };
        let mut unlisted = 0;
        records_of_any_version(run, LISTS, (LISTS.into(), ADDED_TO_LISTS), |row: ListRecord| {
            unlisted = row.unlisted_persons.saturating_add(unlisted);
            table.push([
                Cell::text(row.payment.abbreviation_in(language)),
                Cell::text(row.period.to_string()),
                Cell::text(row.knp),
                Cell::text(row.rate),
                Cell::text_in(spoken, row.purpose),
                Cell::text(row.due_on.map(|day| day.to_string()).unwrap_or_default()),
                Cell::number(row.listed_persons.to_string()),
                Cell::number(row.listed_amount.to_string()),
                Cell::number(row.unlisted_persons.to_string()),
                Cell::number(row.unlisted_amount.to_string()),
            ]);
            Ok(())
        })?;
        if unlisted > 0 {
            self.warn("lists", say!("report-warning-unlisted", count = unlisted));
        }
        self.add_tables(("lists", "report-lists"), number, [table]);
        Ok(())
    }
}

pub(super) fn key(row: &NamedRow<'_>) -> Result<(Iin, Month, Payment), Error> {
    Ok((row.value("iin")?, row.value("period")?, row.value("payment")?))
}
