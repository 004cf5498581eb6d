//! `ustap rates`: the tables for people to read, to check, and to edit.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::cli::asked::load_law;
use crate::cli::sentences::month_name;
use crate::cli::sources::Sources;
pub use crate::commands::rates::export;
use crate::commands::rates::{ends, uncited};
use crate::error::Error;
use crate::language::Language;
use crate::law::{
    Basis, Categories, Citation, IncomeReading, Law, OverLimit, RegimeId, RegimeMonth, Scope, Settlement, Sex, Terms,
    Value,
};
use crate::payment::Payment;
use crate::period::Day;
use crate::words::{Message, say};

/// The tables in force on the day as text, every value with its provision, its basis, and where it can be read.
///
/// # Errors
/// Kind [`crate::ErrorKind::NoRates`] for a day without rates.
pub fn show(law: &Law, on: Day, language: Language) -> Result<String, Error> {
    let month = law.month(on.month()).filter(|_| law.has_rates(on)).ok_or_else(|| law.no_rates(on))?;
    let mut page = Page::new(language);
    page.line(0, say!("rates-show-on", day = on.to_string()));
    if let Some(edition) = law.settlement().edition(on) {
        page.cited(0, say!("rates-show-rules"), edition);
    }
    page.blank();
    page.line(0, say!("rates-show-indicators"));
    for indicator in law.indicators(on) {
        let name = format!("{} ({})", indicator.name.say(language), indicator.code);
        let amount = say!("rates-show-amount", name = name, amount = indicator.amount.to_string());
        page.cited(1, amount, &indicator.citation);
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
        page.line(0, say!("rates-show-out-of-scope"));
    }
    for (_, regime) in out_of_scope {
        page.line(1, format!("{}  {}", regime.code, regime.name.say(language)));
        page.perhaps_cited(2, say!("rates-show-in-force"), regime.citation(on));
    }
    income_readings(&mut page, law, on);
    page.blank();
    month_by_rules(&mut page, law, on);
    page.blank();
    exempt_categories(&mut page, law, on);
    page.blank();
    advice(&mut page, law, on);
    Ok(page.finish())
}

/// Lines of text, indented by two blanks a level, with the sources that they name by number.
struct Page<'a> {
    text: String,
    language: Language,
    sources: Sources<'a>,
}

/// Up to this column stand values, after it their provisions.
const VALUE_WIDTH: usize = 58;

impl<'a> Page<'a> {
    fn new(language: Language) -> Page<'a> {
        Page { text: String::new(), language, sources: Sources::default() }
    }

    fn blank(&mut self) {
        self.text.push('\n');
    }

    fn line(&mut self, level: usize, text: impl Into<Message>) {
        let text = text.into().say(self.language);
        // Writing to a `String` cannot fail.
        let _ = writeln!(self.text, "{:indent$}{text}", "", indent = level * 2);
    }

    /// A line with what it rests on: act, basis and the number of the source.
    fn cited(&mut self, level: usize, text: impl Into<Message>, citation: &'a Citation) {
        let number = self.sources.number(citation);
        let width = VALUE_WIDTH.saturating_sub(level * 2);
        let text = text.into().say(self.language);
        let (cited, basis) = (citation.say(self.language), citation.basis.say(self.language));
        self.line(level, format!("{text:width$}  {cited} [{basis}, {number}]"));
    }

    fn perhaps_cited(&mut self, level: usize, text: impl Into<Message>, citation: Option<&'a Citation>) {
        match citation {
            Some(citation) => self.cited(level, text, citation),
            None => self.line(level, text),
        }
    }

    /// The text with the list of sources.
    fn finish(mut self) -> String {
        self.blank();
        self.line(0, say!("sources"));
        self.text += &std::mem::take(&mut self.sources).list(self.language);
        self.text
    }
}

fn regime_title<'a>(page: &mut Page<'a>, law: &'a Law, id: RegimeId, on: Day) {
    let regime = law.regime(id);
    page.line(0, format!("{}  {}", regime.code, regime.name.say(page.language)));
    page.perhaps_cited(1, say!("rates-show-in-force"), regime.citation(on));
    if law.default_regime(on) == Some(id) {
        page.perhaps_cited(1, say!("rates-show-default"), law.default_citation(on));
    }
}

/// What is read into the law of income, whatever the regime.
fn income_readings<'a>(page: &mut Page<'a>, law: &'a Law, on: Day) {
    let readings =
        IncomeReading::ALL.into_iter().filter_map(|reading| Some((reading, law.income_reading(reading, on)?)));
    for (number, (reading, citation)) in readings.enumerate() {
        if number == 0 {
            page.blank();
            page.line(0, say!("explain-income"));
        }
        let text = match reading {
            IncomeReading::Received => say!("rates-show-income-received"),
            IncomeReading::Gross => say!("rates-show-income-gross"),
            IncomeReading::Corrected => say!("rates-show-income-corrected"),
        };
        page.cited(1, text, citation);
    }
}

fn regime_terms<'a>(page: &mut Page<'a>, law: &'a Law, id: RegimeId, regime: &'a RegimeMonth, on: Day) {
    match &regime.limit {
        None => page.cited(1, say!("rates-show-no-limit"), &regime.limit_citation),
        Some(limit) => {
            let (amount, of) = (limit.amount.to_string(), limit.of_name.say(page.language));
            let text = say!("rates-show-limit", amount = amount, times = &limit.times, of = of);
            page.cited(1, text, &limit.citation);
            for policy in OverLimit::ALL {
                if let Some(citation) = law.over_limit(policy, on) {
                    page.cited(2, say!("rates-show-over-limit", policy = policy.code()), citation);
                }
            }
        }
    }
    for payment in Payment::ALL {
        page.blank();
        page.line(1, format!("{payment}  {}", payment.abbreviation_in(page.language)));
        match &regime.terms[payment] {
            None => page.cited(2, say!("rates-show-no-payment"), &regime.rate_citations[payment]),
            Some(terms) => payment_terms(page, law, (id, payment), terms, on),
        }
    }
}

fn payment_terms<'a>(page: &mut Page<'a>, law: &'a Law, (id, payment): (RegimeId, Payment), terms: &'a Terms, on: Day) {
    page.cited(2, say!("rates-show-rate", percent = terms.rate.percent()), &terms.rate_citation);
    if terms.caps.is_empty() {
        page.cited(2, say!("rates-show-no-cap"), &terms.cap_citation);
    }
    for cap in &terms.caps {
        let (amount, of) = (cap.amount.to_string(), cap.of_name.say(page.language));
        let text = match terms.caps.len() > 1 && terms.cap == Some(cap.amount) {
            true => say!("rates-show-cap-binds", amount = amount, times = &cap.times, of = of),
            false => say!("rates-show-cap", amount = amount, times = &cap.times, of = of),
        };
        page.cited(2, text, &cap.citation);
    }
    if let Some(citation) = &terms.floor_citation {
        page.cited(2, say!("rates-show-no-floor"), citation);
    }
    page.cited(2, say!("rates-show-unit", unit = terms.rounding.unit.to_string()), &terms.unit_citation);
    page.cited(2, say!("rates-show-mode", mode = terms.rounding.mode.name()), &terms.rounding_citation);
    if let Some(due) = law.due_on(id, payment, on.month()) {
        page.cited(2, say!("rates-show-due", day = due.day.to_string(), month = on.month().to_string()), due.citation);
    }
    if let Some(remittance) = law.remittance(payment, on) {
        let text = match remittance.recipient {
            Some(bin) => say!("rates-show-knp", knp = &remittance.knp, bin = bin.to_string()),
            None => say!("rates-show-knp-alone", knp = &remittance.knp),
        };
        page.cited(2, text, &remittance.citation);
    }
    let settlement = law.settlement();
    if let Some(account) = settlement.account(payment, on) {
        if let Some(iban) = &account.iban {
            let text = match &account.bik {
                Some(bik) => say!("rates-show-account", iban = iban, bik = bik),
                None => say!("rates-show-account-alone", iban = iban),
            };
            page.cited(2, text, &account.citation);
        }
        if let Some(kbk) = &account.kbk {
            page.cited(2, say!("rates-show-kbk", kbk = kbk), &account.citation);
        }
    }
    if let Some(code) = settlement.penalty_code(payment, on) {
        page.cited(2, say!("rates-show-penalty-knp", knp = &code.knp), &code.citation);
    }
    if let Some(multiple) = settlement.penalty_multiple(payment, on) {
        page.cited(2, say!("rates-show-penalty-multiple", times = &multiple.times), &multiple.citation);
    }
}

/// The days and terms of the month, and what lateness costs on the day.
fn month_by_rules<'a>(page: &mut Page<'a>, law: &'a Law, on: Day) {
    let settlement = law.settlement();
    page.line(0, say!("rates-show-month"));
    for code in Settlement::MONTH_DAYS {
        if let Some((day, citation)) = settlement.month_day(code, on.month()) {
            let (day, month) = (day.to_string(), on.month().to_string());
            page.cited(1, say!("rates-show-month-day", name = month_name(code), day = day, month = month), citation);
        }
    }
    for code in Settlement::TERMS {
        if let Some(term) = settlement.term(code, on) {
            let days = say!("working-days", days = term.working_days);
            page.cited(
                1,
                format!("{}  {}", month_name(code).say(page.language), days.say(page.language)),
                &term.citation,
            );
        }
    }
    match law.days_off().citation(on) {
        Some(days_off) => page.cited(1, say!("days-off"), days_off),
        None => page.line(1, say!("rates-show-no-days-off")),
    }
    if let Some(counting) = law.days_off().counting(on) {
        page.cited(1, say!("rates-show-counting"), counting);
    }
    match settlement.base_rate(on) {
        Some(rate) => page.cited(1, say!("rates-show-base-rate", percent = rate.rate.percent()), &rate.citation),
        None => page.line(1, say!("rates-show-no-base-rate")),
    }
    if let Some(year) = settlement.year_days(on) {
        page.cited(1, say!("rates-show-year-days", days = year.days), &year.citation);
    }
    if let Some(rounding) = settlement.penalty_rounding(on) {
        let (unit, mode) = (rounding.rounding.unit.to_string(), rounding.rounding.mode.name());
        page.cited(1, say!("rates-show-penalty-rounding", unit = unit, mode = mode), &rounding.citation);
    }
}

/// What `ustap advise` compares persons with.
fn advice<'a>(page: &mut Page<'a>, law: &'a Law, on: Day) {
    page.line(0, say!("rates-show-advice"));
    let code = |id| law.category(id).code.as_str();
    for age in law.advice().ages(on) {
        let (years, months) = (age.months / 12, age.months % 12);
        let who = if age.sex == Sex::Man { say!("rates-show-men") } else { say!("rates-show-women") };
        let text = say!("rates-show-age", category = code(age.category), who = who, years = years, months = months);
        page.cited(1, text, &age.citation);
    }
    for born in law.advice().born(on) {
        let text = say!("rates-show-born", category = code(born.category), day = born.before.to_string());
        page.cited(1, text, &born.citation);
    }
    if let Some(filing) = law.advice().filing(on) {
        page.cited(1, say!("rates-show-filing", days = filing.working_days), &filing.citation);
    }
}

fn exempt_categories<'a>(page: &mut Page<'a>, law: &'a Law, on: Day) {
    page.line(0, say!("rates-show-categories"));
    if let Some(citation) = law.deciding_day(on) {
        page.cited(1, say!("rates-show-deciding-day"), citation);
    }
    for (id, category) in law.categories() {
        let exempt = law.exempt(Categories::EMPTY.with(id), on);
        page.line(1, format!("{}  {}", category.code, category.name.say(page.language)));
        if exempt.is_empty() {
            page.line(2, say!("rates-show-no-exemption"));
        }
        for payment in Payment::ALL {
            if let Some(citation) = law.exemption(id, payment, on) {
                page.cited(2, say!("rates-show-exempt", payment = payment), citation);
            }
            if let Some(citation) = law.other_reading(id, payment, on) {
                page.cited(2, say!("rates-show-other-reading", payment = payment), citation);
            }
            if let Some(citation) = law.not_named(id, payment, on) {
                page.cited(2, say!("rates-show-not-named", payment = payment), citation);
            }
        }
    }
}

/// What was checked in tables: they load, so nothing in them was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// For people.
    pub text: String,
    /// Whether there is nothing to look at.
    pub is_clean: bool,
}

/// What was checked in the tables of the directory, or in the built-in ones.
///
/// # Errors
/// As [`Law::load`], or [`Law::builtin`] without a directory.
pub fn check(dir: Option<&Path>, language: Language) -> Result<Checked, Error> {
    let law = load_law(dir)?;
    let (mut by_file, mut by_basis) = (BTreeMap::<&str, usize>::new(), BTreeMap::<Basis, usize>::new());
    for value in law.values() {
        *by_file.entry(&value.file).or_default() += 1;
        *by_basis.entry(value.citation.basis).or_default() += 1;
    }
    let mut page = Page::new(language);
    page.line(0, say!("rates-check", tables = law.tables().len().to_string(), values = law.values().len().to_string()));
    for (file, count) in by_file {
        page.line(1, format!("{file}  {count}"));
    }
    page.line(0, say!("rates-check-days"));
    if law.covered().is_empty() {
        page.line(1, say!("rates-check-no-days"));
    }
    for &(first, last) in law.covered() {
        let days = last.number() - first.number() + 1;
        page.line(1, say!("rates-check-stretch", first = first.to_string(), last = last.to_string(), days = days));
    }
    page.line(0, say!("rates-check-ends"));
    for table in law.tables() {
        page.line(1, format!("{}  {}", table.name, lasts(&table.name, law.values()).say(language)));
    }
    page.line(0, say!("rates-check-bases"));
    for basis in Basis::ALL {
        page.line(1, format!("{}  {}", basis.say(language), by_basis.get(&basis).copied().unwrap_or(0)));
    }
    unverified(&mut page, law.values());
    let uncited = uncited(&law);
    if !uncited.is_empty() {
        page.line(0, say!("rates-check-uncited"));
    }
    for act in &uncited {
        page.line(1, format!("{}  {}", act.code, act.say(language)));
    }
    page.line(0, say!("rates-check-not"));
    // What nobody who reads this should take for granted.
    page.line(1, say!("rates-check-not-values"));
    page.line(1, say!("rates-check-not-acts"));
    page.line(1, say!("rates-check-not-missing"));
    page.line(1, say!("rates-check-not-gaps"));
    page.line(1, say!("rates-check-not-accounts"));
    page.line(1, say!("rates-check-not-days-off"));
    Ok(Checked { text: page.text, is_clean: uncited.is_empty() })
}

/// Until when a table lasts: the end of each section that has one, by day.
fn lasts(file: &str, values: &[Value]) -> Message {
    let mut days = BTreeMap::<Day, Vec<&str>>::new();
    let mut has_days = false;
    for ((of, section), last) in ends(values) {
        if of == file {
            has_days = true;
            if let Some(last) = last {
                days.entry(last).or_default().push(section);
            }
        }
    }
    let parts: Vec<String> = days.iter().map(|(day, of)| format!("{day} ({})", of.join(", "))).collect();
    match (has_days, parts.is_empty()) {
        (false, _) => say!("rates-check-no-dates"),
        (true, true) => say!("rates-check-no-end"),
        (true, false) => Message::from(parts.join("; ")),
    }
}

fn unverified(page: &mut Page<'_>, values: &[Value]) {
    let mut unverified = values.iter().filter(|value| value.citation.basis == Basis::Unverified).peekable();
    if unverified.peek().is_some() {
        page.line(0, say!("rates-check-unverified"));
    }
    for Value { file, line, section, citation, .. } in unverified {
        page.line(1, format!("{file}:{line}  {section}: {}", citation.say(page.language)));
    }
}
