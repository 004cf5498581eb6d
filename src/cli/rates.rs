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
use crate::words::{Message, say, word};

/// The tables in force on the day as text, every value with its provision, its basis, and where it can be read.
///
/// # Errors
/// Kind [`crate::ErrorKind::NoRates`] for a day without rates.
pub fn show(law: &Law, on: Day, language: Language) -> Result<String, Error> {
    let month = law.month(on.month()).filter(|_| law.has_rates(on)).ok_or_else(|| law.no_rates(on))?;
    let mut page = Page { language, ..Page::default() };
    page.say(0, say!("rates-in-force-on", day = on.to_string()));
    page.perhaps_cited(0, page.word("rates-rules"), law.settlement().edition(on));
    page.blank();
    page.line(0, page.word("rates-indicators"));
    for indicator in law.indicators(on) {
        page.cited(
            1,
            format!(
                "{} ({})  {} {}",
                indicator.name.say(language),
                indicator.code,
                indicator.amount,
                word(language, "explain-tenge")
            ),
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
        page.line(0, page.word("rates-out-of-scope"));
    }
    for (_, regime) in out_of_scope {
        page.line(1, format!("{}  {}", regime.code, regime.name.say(page.language)));
        page.perhaps_cited(2, page.word("rates-in-force"), regime.citation(on));
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
    fn word(&self, key: &'static str) -> &'static str {
        word(self.language, key)
    }

    fn say(&mut self, level: usize, message: Message) {
        self.line(level, message.say(self.language));
    }

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
        self.line(0, self.word("explain-sources"));
        self.text += &std::mem::take(&mut self.sources).list(self.language);
        self.text
    }
}

fn regime_title<'a>(page: &mut Page<'a>, law: &'a Law, id: RegimeId, on: Day) {
    let regime = law.regime(id);
    page.line(0, format!("{}  {}", regime.code, regime.name.say(page.language)));
    page.perhaps_cited(1, page.word("rates-in-force"), regime.citation(on));
    if law.default_regime(on) == Some(id) {
        page.perhaps_cited(1, page.word("rates-default-regime"), law.default_citation(on));
    }
}

fn regime_terms<'a>(page: &mut Page<'a>, law: &'a Law, id: RegimeId, regime: &'a RegimeMonth, on: Day) {
    match &regime.limit {
        None => page.cited(1, page.word("rates-no-limit"), &regime.limit_citation),
        Some(limit) => {
            let (amount, times, of) =
                (limit.amount.to_string(), limit.times.as_str(), limit.of_name.say(page.language));
            let text = say!("rates-limit", amount = amount, times = times, of = of);
            page.cited(1, text.say(page.language), &limit.citation);
        }
    }
    for payment in Payment::ALL {
        page.blank();
        page.line(1, format!("{payment}  {}", payment.abbreviation_in(page.language)));
        match &regime.terms[payment] {
            None => page.cited(2, page.word("explain-not-due"), &regime.rate_citations[payment]),
            Some(terms) => payment_terms(page, law, (id, payment), terms, on),
        }
    }
}

fn payment_terms<'a>(page: &mut Page<'a>, law: &'a Law, (id, payment): (RegimeId, Payment), terms: &'a Terms, on: Day) {
    page.cited(2, format!("{}  {} %", page.word("rates-rate"), terms.rate.percent()), &terms.rate_citation);
    if terms.caps.is_empty() {
        page.cited(2, page.word("rates-no-cap"), &terms.cap_citation);
    }
    for cap in &terms.caps {
        let (amount, times, of) = (cap.amount.to_string(), cap.times.as_str(), cap.of_name.say(page.language));
        let text = match terms.caps.len() > 1 && terms.cap == Some(cap.amount) {
            true => say!("rates-cap-binds", amount = amount, times = times, of = of),
            false => say!("rates-cap", amount = amount, times = times, of = of),
        };
        page.cited(2, text.say(page.language), &cap.citation);
    }
    page.cited(
        2,
        format!("{}  {} {}", page.word("rates-rounded-to"), terms.rounding.unit, page.word("explain-tenge")),
        &terms.unit_citation,
    );
    page.cited(2, format!("{}  {}", page.word("rates-rounded"), terms.rounding.mode.code()), &terms.rounding_citation);
    if let Some(due) = law.due_on(id, payment, on.month()) {
        page.cited(
            2,
            say!("rates-due", day = due.day.to_string(), month = on.month().to_string()).say(page.language),
            due.citation,
        );
    }
    if let Some(remittance) = law.remittance(payment, on) {
        let recipient = match remittance.recipient {
            Some(bin) => format!("{} {bin}", page.word("rates-recipient")),
            None => page.word("rates-no-recipient").to_owned(),
        };
        page.cited(2, format!("{}  {}, {recipient}", page.word("lists-knp"), remittance.knp), &remittance.citation);
    }
}

/// The days and terms of the month, and what lateness costs on the day.
fn month_by_rules<'a>(page: &mut Page<'a>, law: &'a Law, on: Day) {
    let settlement = law.settlement();
    page.line(0, page.word("rates-month"));
    for code in Settlement::MONTH_DAYS {
        if let Some((day, citation)) = settlement.month_day(code, on.month()) {
            let (day, month) = (day.to_string(), on.month().to_string());
            let text = say!("rates-month-day", name = page.word(day_key(code)), day = day, month = month);
            page.cited(1, text.say(page.language), citation);
        }
    }
    for code in Settlement::TERMS {
        if let Some(term) = settlement.term(code, on) {
            let text = say!("rates-term", name = page.word(day_key(code)), days = term.working_days);
            page.cited(1, text.say(page.language), &term.citation);
        }
    }
    page.perhaps_cited(1, page.word("rates-days-off"), law.days_off().citation(on));
    match settlement.base_rate(on) {
        Some(rate) => {
            page.cited(1, format!("{}  {} %", page.word("rates-base-rate"), rate.rate.percent()), &rate.citation)
        }
        None => page.line(1, page.word("rates-base-rate-unknown")),
    }
}

/// The words of a day or a term of the Rules.
fn day_key(code: &str) -> &'static str {
    match code {
        "statement" => "rates-day-statement",
        "computed" => "rates-day-computed",
        "payment" => "rates-day-payment",
        "distribution" => "rates-day-distribution",
        _ => "rates-day-mending",
    }
}

fn exempt_categories<'a>(page: &mut Page<'a>, law: &'a Law, on: Day) {
    page.line(0, page.word("rates-categories"));
    for (id, category) in law.categories() {
        let exempt = law.exempt(Categories::EMPTY.with(id), on);
        page.line(1, format!("{}  {}", category.code, category.name.say(page.language)));
        if exempt.is_empty() {
            page.line(2, page.word("rates-exempts-nothing"));
        }
        for payment in Payment::ALL {
            if let Some(citation) = law.exemption(id, payment, on) {
                page.cited(2, format!("{}: {payment}", page.word("rates-not-due")), citation);
            }
            if let Some(citation) = law.other_reading(id, payment, on) {
                page.cited(2, format!("{}: {payment}", page.word("rates-other-reading")), citation);
            }
        }
    }
}

/// What was checked in the tables of the directory, or in the built-in ones, as text: they load, so nothing in them was
/// refused.
///
/// # Errors
/// As [`Law::load`], or [`Law::builtin`] without a directory.
pub fn check(dir: Option<&Path>, language: Language) -> Result<String, Error> {
    let law = match dir {
        Some(dir) => Law::load(dir)?,
        None => Law::builtin()?,
    };
    let (mut by_file, mut by_basis) = (BTreeMap::<&str, usize>::new(), BTreeMap::<Basis, usize>::new());
    for value in law.values() {
        *by_file.entry(&value.file).or_default() += 1;
        *by_basis.entry(value.citation.basis).or_default() += 1;
    }
    let mut page = Page { language, ..Page::default() };
    page.say(0, say!("rates-checked", tables = law.tables().len(), values = law.values().len()));
    for (file, count) in by_file {
        page.line(1, format!("{file}  {count}"));
    }
    page.line(0, page.word("rates-days"));
    if law.covered().is_empty() {
        page.line(1, page.word("rates-none"));
    }
    for (first, last) in law.covered() {
        let (days, first, last) = (last.number() - first.number() + 1, first.to_string(), last.to_string());
        page.say(1, say!("rates-covered", first = first, last = last, days = days));
    }
    page.line(0, page.word("rates-until"));
    for (file, ends) in ends(law.values(), language) {
        page.line(1, format!("{file}  {ends}"));
    }
    page.line(0, page.word("rates-by-basis"));
    for basis in Basis::ALL {
        page.line(1, format!("{}  {}", basis.say(language), by_basis.get(&basis).copied().unwrap_or(0)));
    }
    unverified(&mut page, law.values());
    page.line(0, page.word("rates-not-checked"));
    NOT_CHECKED.iter().for_each(|&not| page.line(1, page.word(not)));
    Ok(page.text)
}

/// What nobody who reads "Checked" should take for granted.
const NOT_CHECKED: [&str; 6] = [
    "rates-not-checked-value",
    "rates-not-checked-act",
    "rates-not-checked-missing",
    "rates-not-checked-gaps",
    "rates-not-checked-codes",
    "rates-not-checked-days-off",
];

/// Until when each file lasts: the last day of each section that has one, by day.
fn ends(values: &[Value], language: Language) -> BTreeMap<&str, String> {
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
        if parts.is_empty() { word(language, "rates-no-end").to_owned() } else { parts.join("; ") }
    };
    ends.into_iter().map(|(file, days)| (file, text(days))).collect()
}

fn unverified(page: &mut Page<'_>, values: &[Value]) {
    let mut unverified = values.iter().filter(|value| value.citation.basis == Basis::Unverified).peekable();
    if unverified.peek().is_some() {
        page.line(0, page.word("rates-unverified"));
    }
    for Value { file, line, section, citation, .. } in unverified {
        page.line(1, format!("{file}:{line}  {section}: {}", citation.say(page.language)));
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
