//! `ustap rates`: the tables for people to read, to check, and to edit.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::cli::sources::Sources;
use crate::error::Error;
use crate::language::Language;
use crate::law::{Basis, Categories, Citation, Law, RegimeId, RegimeMonth, Scope, Settlement, Terms, Value};
use crate::output::directory::publish_files;
use crate::payment::Payment;
use crate::period::Day;

/// The tables in force on the day as text, every value with its provision, its basis, and where it can be read.
///
/// # Errors
/// Kind [`crate::ErrorKind::NoRates`] for a day without rates.
pub fn show(law: &Law, on: Day, language: Language) -> Result<String, Error> {
    let month = law.month(on.month()).filter(|_| law.has_rates(on)).ok_or_else(|| law.no_rates(on))?;
    let mut page = Page { language, ..Page::default() };
    page.line(0, format!("In force on {on}"));
    page.perhaps_cited(0, "Rules of the order", law.settlement().edition(on));
    page.blank();
    page.line(0, "Indicators");
    for indicator in law.indicators(on) {
        page.cited(
            1,
            format!("{} ({})  {} tenge", indicator.name.say(language), indicator.code, indicator.amount),
            &indicator.citation,
        );
    }
    let (withheld, out_of_scope): (Vec<_>, Vec<_>) = law
        .regimes()
        .filter(|(_, regime)| regime.in_force(on))
        .partition(|(_, regime)| regime.scope == Scope::Withheld);
    for (id, _) in withheld {
        page.blank();
        regime_title(&mut page, law, id, on);
        if let Some(terms) = month.regime(id) {
            regime_terms(&mut page, law, id, terms, on);
        }
    }
    if !out_of_scope.is_empty() {
        page.blank();
        page.line(0, "Out of scope: nothing is computed here, which does not say that nothing is due");
    }
    for (_, regime) in out_of_scope {
        page.line(1, format!("{}  {}", regime.code, regime.name.en));
        page.perhaps_cited(2, "in force", regime.citation(on));
    }
    page.blank();
    month_by_rules(&mut page, law, on);
    page.blank();
    exempt_categories(&mut page, law, on);
    Ok(page.finish())
}

/// Lines of text, indented by two blanks a level, with the sources that they name by number.
#[derive(Default)]
struct Page<'a> {
    text: String,
    language: Language,
    sources: Sources<'a>,
}

/// Up to this column stand values, after it their provisions.
const VALUE_WIDTH: usize = 58;

impl<'a> Page<'a> {
    fn blank(&mut self) {
        self.text.push('\n');
    }

    fn line(&mut self, level: usize, text: impl AsRef<str>) {
        let text = text.as_ref();
        // Writing to a `String` cannot fail.
        let _ = writeln!(self.text, "{:indent$}{text}", "", indent = level * 2);
    }

    /// A line with what it rests on: act, basis and the number of the source.
    fn cited(&mut self, level: usize, text: impl AsRef<str>, citation: &'a Citation) {
        let number = self.sources.number(citation);
        let width = VALUE_WIDTH.saturating_sub(level * 2);
        let (cited, basis) = (citation.say(self.language), citation.basis.say(self.language));
        self.line(level, format!("{:width$}  {cited} [{basis}, {number}]", text.as_ref()));
    }

    fn perhaps_cited(&mut self, level: usize, text: impl AsRef<str>, citation: Option<&'a Citation>) {
        match citation {
            Some(citation) => self.cited(level, text, citation),
            None => self.line(level, text),
        }
    }

    /// The text with the list of sources.
    fn finish(mut self) -> String {
        self.blank();
        self.line(0, "Sources");
        self.text += &std::mem::take(&mut self.sources).list(self.language);
        self.text
    }
}

fn regime_title<'a>(page: &mut Page<'a>, law: &'a Law, id: RegimeId, on: Day) {
    let regime = law.regime(id);
    page.line(0, format!("{}  {}", regime.code, regime.name.en));
    page.perhaps_cited(1, "in force", regime.citation(on));
    if law.default_regime(on) == Some(id) {
        page.perhaps_cited(1, "regime of a contractor who is not listed", law.default_citation(on));
    }
}

fn regime_terms<'a>(page: &mut Page<'a>, law: &'a Law, id: RegimeId, regime: &'a RegimeMonth, on: Day) {
    match &regime.limit {
        None => page.cited(1, "no limit of the month's income", &regime.limit_citation),
        Some(limit) => {
            let text = format!(
                "limit of the month's income  {} tenge = {} {}",
                limit.amount,
                limit.times,
                limit.of_name.say(page.language)
            );
            page.cited(1, text, &limit.citation);
        }
    }
    for payment in Payment::ALL {
        page.blank();
        page.line(1, format!("{payment}  {}", payment.abbreviation()));
        match &regime.terms[payment] {
            None => page.cited(2, "the regime has no such payment", &regime.rate_citations[payment]),
            Some(terms) => payment_terms(page, law, (id, payment), terms, on),
        }
    }
}

fn payment_terms<'a>(page: &mut Page<'a>, law: &'a Law, (id, payment): (RegimeId, Payment), terms: &'a Terms, on: Day) {
    page.cited(2, format!("rate  {} %", terms.rate.percent()), &terms.rate_citation);
    if terms.caps.is_empty() {
        page.cited(2, "no cap", &terms.cap_citation);
    }
    for cap in &terms.caps {
        let binds = if terms.caps.len() > 1 && terms.cap == Some(cap.amount) { ", binds" } else { "" };
        page.cited(
            2,
            format!("cap  {} tenge = {} {}{binds}", cap.amount, cap.times, cap.of_name.say(page.language)),
            &cap.citation,
        );
    }
    page.cited(2, format!("rounded to  {} tenge", terms.rounding.unit), &terms.unit_citation);
    page.cited(2, format!("rounded  {}", terms.rounding.mode.code()), &terms.rounding_citation);
    if let Some(due) = law.due_on(id, payment, on.month()) {
        page.cited(2, format!("due  {} for {}", due.day, on.month()), due.citation);
    }
    if let Some(remittance) = law.remittance(payment, on) {
        let recipient = match remittance.recipient {
            Some(bin) => format!("recipient {bin}"),
            None => "no recipient".to_owned(),
        };
        page.cited(2, format!("КНП  {}, {recipient}", remittance.knp), &remittance.citation);
    }
}

/// The days and terms of the month, and what lateness costs on the day.
fn month_by_rules<'a>(page: &mut Page<'a>, law: &'a Law, on: Day) {
    let settlement = law.settlement();
    page.line(0, "The month by the Rules");
    for code in Settlement::MONTH_DAYS {
        if let Some((day, citation)) = settlement.month_day(code, on.month()) {
            page.cited(1, format!("{code}  {day} for {}", on.month()), citation);
        }
    }
    for code in Settlement::TERMS {
        if let Some(term) = settlement.term(code, on) {
            page.cited(1, format!("{code}  {} working days", term.working_days), &term.citation);
        }
    }
    page.perhaps_cited(1, "days off", law.days_off().citation(on));
    match settlement.base_rate(on) {
        Some(rate) => page.cited(1, format!("base rate  {} %", rate.rate.percent()), &rate.citation),
        None => page.line(1, "base rate  not known on this day"),
    }
}

fn exempt_categories<'a>(page: &mut Page<'a>, law: &'a Law, on: Day) {
    page.line(0, "Exempt categories");
    for (id, category) in law.categories() {
        let exempt = law.exempt(Categories::EMPTY.with(id), on);
        page.line(1, format!("{}  {}", category.code, category.name.en));
        if exempt.is_empty() {
            page.line(2, "exempts from nothing on this day");
        }
        for payment in Payment::ALL {
            if let Some(citation) = law.exemption(id, payment, on) {
                page.cited(2, format!("not due: {payment}"), citation);
            }
            if let Some(citation) = law.other_reading(id, payment, on) {
                page.cited(2, format!("due, by another reading not: {payment}"), citation);
            }
        }
    }
}

/// What was checked in the tables of the directory, or in the built-in ones, as text: they load, so nothing in them was
/// refused.
///
/// # Errors
/// As [`Law::load`], or [`Law::builtin`] without a directory.
pub fn check(dir: Option<&Path>) -> Result<String, Error> {
    let law = match dir {
        Some(dir) => Law::load(dir)?,
        None => Law::builtin()?,
    };
    let (mut by_file, mut by_basis) = (BTreeMap::<&str, usize>::new(), BTreeMap::<Basis, usize>::new());
    for value in law.values() {
        *by_file.entry(&value.file).or_default() += 1;
        *by_basis.entry(value.citation.basis).or_default() += 1;
    }
    let mut page = Page::default();
    page.line(0, format!("Checked: {} tables, {} dated values", law.tables().len(), law.values().len()));
    for (file, count) in by_file {
        page.line(1, format!("{file}  {count}"));
    }
    page.line(0, "Days with rates");
    if law.covered().is_empty() {
        page.line(1, "none");
    }
    for (first, last) in law.covered() {
        page.line(1, format!("{first} to {last}  {} days", last.number() - first.number() + 1));
    }
    page.line(0, "Until when the tables last");
    for (file, ends) in ends(law.values()) {
        page.line(1, format!("{file}  {ends}"));
    }
    page.line(0, "Values by basis");
    for basis in Basis::ALL {
        page.line(1, format!("{basis}  {}", by_basis.get(&basis).copied().unwrap_or(0)));
    }
    unverified(&mut page, law.values());
    page.line(0, "Not checked");
    NOT_CHECKED.iter().for_each(|not| page.line(1, not));
    Ok(page.text)
}

/// What nobody who reads "Checked" should take for granted.
const NOT_CHECKED: [&str; 6] = [
    "that a value is what its act says: `basis` tells how it is known",
    "that an act, an article or an address exists, is in force, and has not changed since it was read",
    "that no category, payment, regime or term of the law is missing",
    "days that a table declares it may lack (`gaps`)",
    "that КНП, БИК and accounts are in use: only their form and check digits",
    "that the days off are those of the year's orders, and that names and notes say in each language the same",
];

/// Until when each file lasts: the last day of each section that has one, by day.
fn ends(values: &[Value]) -> BTreeMap<&str, String> {
    let mut sections = BTreeMap::<(&str, &str), Option<Day>>::new();
    for value in values {
        let last = sections.entry((&value.file, value.section)).or_insert(value.days.to);
        *last = last.zip(value.days.to).map(|(one, other)| one.max(other));
    }
    let mut ends = BTreeMap::<&str, BTreeMap<Day, Vec<&str>>>::new();
    for ((file, section), last) in sections {
        let of_file = ends.entry(file).or_default();
        if let Some(last) = last {
            of_file.entry(last).or_default().push(section);
        }
    }
    let text = |days: BTreeMap<Day, Vec<&str>>| {
        let parts: Vec<String> = days.iter().map(|(day, of)| format!("{day} ({})", of.join(", "))).collect();
        if parts.is_empty() { "no end".to_owned() } else { parts.join("; ") }
    };
    ends.into_iter().map(|(file, days)| (file, text(days))).collect()
}

fn unverified(page: &mut Page<'_>, values: &[Value]) {
    let mut unverified = values.iter().filter(|value| value.citation.basis == Basis::Unverified).peekable();
    if unverified.peek().is_some() {
        page.line(0, "To be checked against the act");
    }
    for Value { file, line, section, citation, .. } in unverified {
        page.line(1, format!("{file}:{line}  {section}: {citation}"));
    }
}

/// Writes the built-in tables as files to a new directory, which appears complete or not at all.
///
/// # Errors
/// Kind [`crate::ErrorKind::Output`] where something of that name exists, or it cannot be written.
pub fn export(dir: &Path) -> Result<Vec<Error>, Error> {
    let law = Law::builtin()?;
    publish_files(dir, law.tables().iter().map(|table| (table.name.as_str(), table.text.as_str())))
        .map(|published| published.warnings)
}
