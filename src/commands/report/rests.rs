//! What the figures rest on: the values of a run with their provisions, and the cards of persons, which show them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::commands::codes::in_words;
use crate::commands::report::of_run::on_some_day;
use crate::commands::report::page::{Cell, Section, Table, address, inline};
use crate::commands::report::register::{Exempt, Register};
use crate::language::Language;
use crate::law::{Basis, CategoryId, Citation, IncomeReading, Law, OverLimit, RegimeMonth, Terms, Threshold};
use crate::payment::{Payment, PaymentSet};
use crate::period::Month;
use crate::run::rows_out::REGISTER_HEADER;
use crate::words::{spaced, word};

/// Values that bear on a run, each once.
#[derive(Debug, Default)]
pub(super) struct Rests<'l> {
    values: Vec<ValueOfRun<'l>>,
    /// Whether somebody may be exempt on a part of a month's days without the register telling that.
    hides_days: bool,
}

/// A value: what it is, how much, and what it rests on.
#[derive(Debug)]
struct ValueOfRun<'l> {
    months: Vec<Month>,
    what: String,
    /// The payments that it is of; none where it is of all.
    payments: Vec<Payment>,
    value: String,
    citation: &'l Citation,
    /// How well it is founded: as the provision, or worse where the provision is read against.
    basis: Basis,
}

impl ValueOfRun<'_> {
    /// What it is, and of which payments.
    fn named(&self, language: Language) -> String {
        if self.payments.is_empty() {
            return self.what.clone();
        }
        let payments: Vec<&str> = self.payments.iter().map(|payment| payment.abbreviation_in(language)).collect();
        format!("{}: {}", self.what, payments.join(", "))
    }
}

/// The note of a provision, and the language that it is in.
fn note(citation: &Citation, language: Language) -> Option<(&str, Language)> {
    citation.note.as_ref().map(|note| note.said(language))
}

fn cap_text(cap: &Threshold, language: Language) -> String {
    let (indicator, amount) = (cap.of_name.say(language), spaced(&cap.amount.to_string()));
    format!("{} × {indicator} ({}) = {amount}", cap.times, spaced(&cap.indicator.to_string()))
}

fn unit_text(terms: &Terms) -> String {
    format!("{} ₸", terms.rounding.unit)
}

fn rounding_text(terms: &Terms, language: Language) -> String {
    format!("{}, {}", unit_text(terms), terms.rounding.mode.name().say(language))
}

impl<'l> Rests<'l> {
    /// The values of the months and regimes of this register; `has_exemptions`: of a run that has read some.
    pub fn of(register: &Register, has_exemptions: bool, law: &'l Law, language: Language) -> Rests<'l> {
        let is_whole = |exempt: &Exempt| exempt.whole > 0;
        let hides_days = has_exemptions || register.months.values().any(|of| of.exempt.values().any(is_whole));
        let mut rests = Rests { values: Vec::new(), hides_days };
        for (month, regime) in register.regimes() {
            let Ok(id) = law.regime_id(regime) else {
                // What is above the limit is outside the regime whose limit it is.
                law.limits(month).for_each(|limit| rests.limit(month, limit, language));
                continue;
            };
            let (day, name) = (law.last_covered(month), law.regime(id).name.say(language));
            if let Some(citation) = law.regime(id).citation(day) {
                rests.add((month, word(language, "column-regime"), None), name.to_owned(), citation);
            }
            if let Some(citation) = law.default_citation(day).filter(|_| law.default_regime(day) == Some(id)) {
                rests.add((month, word(language, "rests-unlisted"), None), name.to_owned(), citation);
            }
            if let Some(terms) = law.month(month).and_then(|month| month.regime(id)) {
                rests.regime(month, name, terms, language);
            }
        }
        for (&month, of) in &register.months {
            for (reading, value) in [(IncomeReading::Received, "rests-received"), (IncomeReading::Gross, "rests-gross")]
            {
                if let Some(citation) = law.income_reading(reading, law.last_covered(month)) {
                    let what = (month, word(language, "column-income"), None);
                    rests.add(what, word(language, value).to_owned(), citation);
                }
            }
            let stops = of.stops(law);
            let policy = if stops { OverLimit::Stop } else { OverLimit::Cap };
            if let Some(citation) = law.over_limit(policy, law.last_covered(month)).filter(|_| of.is_over) {
                let read = word(language, if stops { "rests-stops" } else { "rests-goes-on" });
                rests.add((month, word(language, "rests-over-limit"), None), read.to_owned(), citation);
            }
            for (codes, payment) in of.exempt.keys() {
                for id in codes.split('+').filter_map(|code| law.category_id(code).ok()) {
                    if let Some(citation) = on_some_day(month, |day| law.exemption(id, *payment, day)) {
                        let what = word(language, "rests-exempt");
                        let category = law.category(id).name.say(language).to_owned();
                        rests.add((month, what, Some(*payment)), category, citation);
                    }
                }
            }
            if of.exempt.values().any(|exempt| exempt.whole < exempt.persons)
                && let Some(citation) = on_some_day(month, |day| law.deciding_day(day))
            {
                let (what, value) = (word(language, "rests-deciding-day"), word(language, "rests-day-of-receipt"));
                rests.add((month, what, None), value.to_owned(), citation);
            }
            for (code, due) in &of.held {
                if let Ok(id) = law.category_id(code) {
                    rests.readings((month, id, *due), law, language);
                }
            }
        }
        rests
    }

    /// What is read into the law of a category, of payments that are due of whoever has it.
    fn readings(&mut self, (month, id, due): (Month, CategoryId, PaymentSet), law: &'l Law, language: Language) {
        let category = law.category(id).name.say(language);
        for payment in Payment::ALL.into_iter().filter(|&payment| due.contains(payment)) {
            let what = |key| (month, word(language, key), Some(payment));
            if let Some(citation) = on_some_day(month, |day| law.other_reading(id, payment, day)) {
                // The provision may be quoted; that it is due in spite of it is reasoned.
                let basis = citation.basis.max(Basis::Inferred);
                self.add_as(what("rests-due-otherwise-not"), category.to_owned(), citation, basis);
            }
            if let Some(citation) = on_some_day(month, |day| law.not_named(id, payment, day)) {
                self.add(what("rests-not-named"), category.to_owned(), citation);
            }
        }
    }

    fn regime(&mut self, month: Month, name: &str, terms: &'l RegimeMonth, language: Language) {
        for payment in Payment::ALL {
            let of = |key| (month, word(language, key), Some(payment));
            let Some(of_payment) = &terms.terms[payment] else {
                self.add(of("rests-not-due"), name.to_owned(), &terms.rate_citations[payment]);
                continue;
            };
            self.add(of("column-rate"), format!("{} %", of_payment.rate.percent()), &of_payment.rate_citation);
            if of_payment.caps.is_empty() {
                self.add(of("report-cap"), word(language, "rests-no-cap").to_owned(), &of_payment.cap_citation);
            }
            for each in &of_payment.caps {
                self.add(of("report-cap"), cap_text(each, language), &each.citation);
                self.indicator(month, each, language);
            }
            if let Some(citation) = &of_payment.floor_citation {
                self.add(of("report-floor"), word(language, "rests-no-cap").to_owned(), citation);
            }
            self.add(of("rests-rounding-unit"), unit_text(of_payment), &of_payment.unit_citation);
            let mode = of_payment.rounding.mode.name().say(language).to_owned();
            self.add(of("rests-rounding-mode"), mode, &of_payment.rounding_citation);
        }
        terms.limit.iter().for_each(|limit| self.limit(month, limit, language));
    }

    fn limit(&mut self, month: Month, limit: &'l Threshold, language: Language) {
        self.add((month, word(language, "rests-limit"), None), cap_text(limit, language), &limit.citation);
        self.indicator(month, limit, language);
    }

    fn indicator(&mut self, month: Month, cap: &'l Threshold, language: Language) {
        let amount = spaced(&cap.indicator.to_string());
        self.add((month, cap.of_name.say(language), None), amount, &cap.indicator_citation);
    }

    fn add(&mut self, what: (Month, &str, Option<Payment>), value: String, citation: &'l Citation) {
        self.add_as(what, value, citation, citation.basis);
    }

    fn add_as(
        &mut self,
        (month, what, payment): (Month, &str, Option<Payment>),
        value: String,
        citation: &'l Citation,
        basis: Basis,
    ) {
        let is_same = |known: &ValueOfRun<'_>| known.what == what && known.value == value && known.citation == citation;
        let at = self.values.iter().position(is_same).unwrap_or_else(|| {
            let (months, payments) = (Vec::new(), Vec::new());
            self.values.push(ValueOfRun {
                months,
                what: what.to_owned(),
                payments,
                value: value.clone(),
                citation,
                basis,
            });
            self.values.len() - 1
        });
        let value = &mut self.values[at];
        if !value.months.contains(&month) {
            value.months.push(month);
        }
        let new = payment.filter(|payment| !value.payments.contains(payment));
        value.payments.extend(new);
    }

    /// Values that are no better founded than by reasoning.
    pub fn doubtful(&self) -> usize {
        self.values.iter().filter(|value| matches!(value.basis, Basis::Inferred | Basis::Unverified)).count()
    }

    /// The values, those that are founded worst first.
    pub fn section(&self, language: Language) -> Section {
        let mut section = Section::new("rests", "report-rests", language);
        if self.values.is_empty() {
            return section;
        }
        section.lead.push(word(language, "report-rests-lead").to_owned());
        if self.hides_days {
            section.lead.push(word(language, "report-rests-days").to_owned());
        }
        let heads = [("basis", "column-basis"), ("#values", "report-values")];
        let mut table = Table::new("bases", word(language, "report-bases"), &heads, language);
        for each in Basis::ALL {
            let count = self.values.iter().filter(|value| value.basis == each).count();
            if count > 0 {
                table.push([Cell::text(each.say(language)), Cell::number(count.to_string())]);
            }
        }
        section.tables.push(table);
        let heads = [
            ("what", "report-what"),
            ("value", "report-value"),
            ("period", "column-period"),
            ("provision", "column-provision"),
            ("basis", "column-basis"),
            ("note", "report-note"),
        ];
        let mut table = Table::new("values", word(language, "report-values-of-run"), &heads, language);
        let mut values: Vec<&ValueOfRun<'_>> = self.values.iter().collect();
        values.sort_by_key(|value| std::cmp::Reverse(value.basis));
        for value in values {
            let months: Vec<String> = value.months.iter().map(ToString::to_string).collect();
            table.push([
                Cell::text(value.named(language)),
                Cell::text(&value.value),
                Cell::text(months.join(", ")),
                Cell::provision(value.citation, language),
                Cell::text(value.basis.say(language)),
                note(value.citation, language)
                    .map_or_else(Cell::default, |(text, language)| Cell::text_in(Some(language), text)),
            ]);
        }
        section.tables.push(table);
        section
    }
}

/// The rows that have a card, and what their cards need: terms by month and regime, categories, provisions, words.
pub(super) fn cards(register: &Register, rows: Vec<Value>, law: &Law, language: Language) -> String {
    let mut provisions = Provisions { language, known: Vec::new() };
    let (mut terms, mut regimes) = (Map::new(), Map::new());
    for (month, regime) in register.regimes() {
        // Income from the crossing of the limit on has a regime that is none of the tables.
        let name = match law.regime_id(regime) {
            Ok(id) => law.regime(id).name.say(language).to_owned(),
            Err(_) => in_words(language, regime),
        };
        regimes.insert(regime.to_owned(), json!(name));
        let goes_on = register.months.get(&month).is_some_and(|of| of.is_over && !of.stops(law));
        terms.insert(format!("{month} {regime}"), provisions.of_regime(law, (month, regime, &name), goes_on));
    }
    // Of each category what it rests on, by month and payment, that it exempts, would by another reading, or is not named.
    let (mut categories, mut deciding) = (Map::new(), Map::new());
    for (&month, of) in &register.months {
        for (id, payment) in held(&of.exempt, law) {
            let citations = [
                ("cited", on_some_day(month, |day| law.exemption(id, payment, day))),
                ("otherReading", on_some_day(month, |day| law.other_reading(id, payment, day))),
                ("notNamed", on_some_day(month, |day| law.not_named(id, payment, day))),
            ];
            let known = law.category(id);
            let category = categories.entry(known.code.clone()).or_insert_with(
                || json!({ "name": known.name.say(language), "cited": {}, "otherReading": {}, "notNamed": {} }),
            );
            for (what, citation) in citations {
                if let Some(citation) = citation {
                    category[what][format!("{month}{payment}")] = json!(provisions.number(citation));
                }
            }
        }
        if let Some(citation) = on_some_day(month, |day| law.deciding_day(day)).filter(|_| !of.exempt.is_empty()) {
            deciding.insert(month.to_string(), json!(provisions.number(citation)));
        }
    }
    let fields: Map<String, Value> =
        REGISTER_HEADER.split(',').enumerate().map(|(at, name)| (name.to_owned(), json!(at))).collect();
    let whole = json!({
        "columns": heads(language),
        "shown": SHOWN,
        "fields": fields,
        "regimes": regimes,
        "terms": terms,
        "categories": categories,
        "deciding": deciding,
        "provisions": provisions.known.iter().map(|citation| provisions.value(citation)).collect::<Vec<_>>(),
        "words": words(language),
        "rows": rows,
    });
    inline(&whole.to_string())
}

/// The categories that exempt anybody in a month, with each payment.
fn held(exempt: &BTreeMap<(String, Payment), Exempt>, law: &Law) -> impl Iterator<Item = (CategoryId, Payment)> {
    let codes = exempt.keys().flat_map(|(codes, _)| codes.split('+'));
    let ids: BTreeSet<CategoryId> = codes.filter_map(|code| law.category_id(code).ok()).collect();
    ids.into_iter().flat_map(|id| Payment::ALL.map(|payment| (id, payment)))
}

/// What a page without cards still needs for its tables.
pub(super) fn only_words(language: Language) -> String {
    inline(&json!({ "words": words(language) }).to_string())
}

/// The columns of the register that the table of persons has, by number.
const SHOWN: [usize; 11] = [0, 1, 2, 3, 4, 6, 9, 12, 15, 18, 19];

fn heads(language: Language) -> Vec<&'static str> {
    let keys = ["column-iin", "column-period", "column-regime", "column-operations", "column-income"];
    let mut heads: Vec<&str> = keys.map(|key| word(language, key)).into();
    heads.extend(Payment::ALL.map(|payment| payment.abbreviation_in(language)));
    heads.push(word(language, "column-withheld"));
    heads
}

fn words(language: Language) -> Value {
    let of = |key| word(language, key);
    json!({
        "filter": of("report-filter"),
        "found": of("report-found"),
        "steps": [of("report-step"), of("report-sum"), of("column-provision")],
        "notDue": of("report-not-due"),
        "income": of("report-income"),
        "exempt": of("report-exempt"),
        "deciding": format!("{}: {}", of("rests-deciding-day"), of("rests-day-of-receipt")),
        "otherReading": of("explain-other-reading"),
        "notNamed": of("explain-not-named"),
        "cap": of("report-cap"),
        "floor": of("explain-no-floor"),
        "base": of("report-base"),
        "rate": of("column-rate"),
        "product": of("explain-product"),
        "rounding": of("report-rounding"),
        "amount": of("report-amount"),
        "withheld": of("column-withheld"),
        "hidden": of("report-card-hidden"),
        "note": of("report-note"),
    })
}

fn of_payment<'l>(terms: &'l RegimeMonth, payment: Payment, provisions: &mut Provisions<'l>) -> Value {
    let language = provisions.language;
    let (code, name) = (payment.code(), payment.abbreviation_in(language));
    let Some(of) = &terms.terms[payment] else {
        let cited = [provisions.number(&terms.rate_citations[payment])];
        return json!({ "code": code, "name": name, "due": false, "cited": cited });
    };
    let mut caps: Vec<Value> = of.caps.iter().map(|cap| json!(threshold(cap, provisions))).collect();
    if caps.is_empty() {
        caps.push(json!([word(language, "rests-no-cap"), [provisions.number(&of.cap_citation)]]));
    }
    let floor = of.floor_citation.as_ref().map(|citation| provisions.number(citation));
    let mut rounding_cited = vec![provisions.number(&of.unit_citation)];
    if of.rounding_citation != of.unit_citation {
        rounding_cited.push(provisions.number(&of.rounding_citation));
    }
    json!({
        "code": code,
        "name": name,
        "due": true,
        "caps": caps,
        "floor": floor,
        "rate": format!("{} %", of.rate.percent()),
        "rateCited": [provisions.number(&of.rate_citation)],
        "rounding": rounding_text(of, language),
        "roundingCited": rounding_cited,
    })
}

/// A cap or a limit, with what it and its indicator rest on.
fn threshold<'l>(of: &'l Threshold, provisions: &mut Provisions<'l>) -> [Value; 2] {
    let cited = [provisions.number(&of.citation), provisions.number(&of.indicator_citation)];
    [json!(cap_text(of, provisions.language)), json!(cited)]
}

/// Provisions that cards name, each once.
struct Provisions<'l> {
    language: Language,
    known: Vec<&'l Citation>,
}

impl<'l> Provisions<'l> {
    fn number(&mut self, citation: &'l Citation) -> usize {
        self.known.iter().position(|&known| known == citation).unwrap_or_else(|| {
            self.known.push(citation);
            self.known.len() - 1
        })
    }

    /// What a regime of a month rests on, its limit, what is read into the law of income above that, and its payments;
    /// where there are none, why. Whom it is of for want of a list the register does not tell.
    fn of_regime(&mut self, law: &'l Law, (month, code, name): (Month, &str, &str), goes_on: bool) -> Value {
        let (language, day) = (self.language, law.last_covered(month));
        let income: Vec<usize> = law.income_citations(month).map(|citation| self.number(citation)).collect();
        let Ok(id) = law.regime_id(code) else {
            let mut regime: Vec<Value> = law.limits(month).map(|limit| self.limit(limit)).collect();
            regime.push(self.step(word(language, "explain-outside-regime"), law.over_limit(OverLimit::Stop, day)));
            return json!({ "income": income, "regime": regime, "over": [] });
        };
        let mut regime =
            vec![self.step(&format!("{}: {name}", word(language, "column-regime")), law.regime(id).citation(day))];
        if law.default_regime(day) == Some(id) {
            let what = format!("{}: {name}", word(language, "rests-unlisted"));
            regime.push(self.step(&what, law.default_citation(day)));
        }
        let Some(terms) = law.month(month).and_then(|month| month.regime(id)) else {
            return json!({ "income": income, "regime": regime, "over": [], "says": word(language, "explain-out-of-scope") });
        };
        let mut over = Vec::new();
        if let Some(limit) = &terms.limit {
            regime.push(self.limit(limit));
            if goes_on {
                over.push(self.step(word(language, "explain-goes-on"), law.over_limit(OverLimit::Cap, day)));
            }
        }
        let payments = Payment::ALL.map(|payment| of_payment(terms, payment, self));
        json!({ "income": income, "regime": regime, "over": over, "payments": payments })
    }

    /// A step without a sum.
    fn step(&mut self, what: &str, rests: Option<&'l Citation>) -> Value {
        json!([what, "", rests.map(|citation| self.number(citation)).as_slice()])
    }

    fn limit(&mut self, limit: &'l Threshold) -> Value {
        let [text, cited] = threshold(limit, self);
        json!([word(self.language, "rests-limit"), text, cited])
    }

    fn value(&self, citation: &Citation) -> Value {
        let links = citation.by_act(self.language).map(|(text, url)| json!([text, address(url)]));
        json!({
            "links": links.collect::<Vec<_>>(),
            "basis": citation.basis.say(self.language),
            "note": note(citation, self.language).map(|(text, language)| json!([text, language.code()])),
        })
    }
}
