//! An explanation as text for people.

use std::fmt::{Arguments, Write};

use crate::cli::sources::Sources;
use crate::commands::explain::{ExplainedMonth, ExplainedOperation};
use crate::language::Language;
use crate::law::{Citation, Law, Threshold};
use crate::money::Tenge;
use crate::payment::{Payment, PerPayment};
use crate::person::without_any_iins;
use crate::shown::plain;
use crate::withholding::explain::{Explained, Ground, Step};
use crate::withholding::limit::LimitRow;
use crate::withholding::row::{RegisterRow, RowRegime};
use crate::words::word;

/// What stands before the values of a row: their column is as wide as the longest of them.
const ROW_NAMES: [&str; 11] = [
    "explain-amount",
    "explain-base",
    "explain-base-before-cap",
    "explain-cap",
    "explain-exempt",
    "explain-income",
    "explain-notes",
    "explain-product",
    "explain-rate",
    "explain-rounding",
    "explain-withheld",
];
/// The same of the yearly limit.
const LIMIT_NAMES: [&str; 4] = ["explain-limit", "explain-income", "explain-over", "explain-crossed"];
/// The least letters of that column.
const NAME_WIDTH: usize = 23;

/// The whole explanation.
pub(crate) fn text(explanation: &ExplainedMonth, law: &Law, language: Language) -> String {
    let name_width = name_width(&ROW_NAMES, language);
    let is_listed = explanation.is_listed;
    let mut page = Page { text: String::new(), law, language, is_listed, name_width, sources: Sources::default() };
    page.line(0, format_args!("{}: {}", page.word("explain-person"), explanation.month.iin.masked()));
    page.line(0, format_args!("{}: {}", page.word("explain-month"), explanation.month.period));
    page.blank();
    page.line(0, format_args!("{}: {}", page.word("explain-operations"), explanation.operations.len()));
    for operation in &explanation.operations {
        page.operation(operation);
    }
    match explanation.not_counted {
        Some(0) => {}
        Some(rows) => page.line(0, format_args!("{}: {rows}", page.word("explain-not-counted-beside"))),
        None => page.line(0, format_args!("{}", page.word("explain-not-counted-unknown"))),
    }
    for row in &explanation.month.rows {
        page.row(row, explanation);
    }
    for limit in &explanation.month.limits {
        page.limit(limit, explanation.goes_on(limit, law));
    }
    // In months in which КГД gives its sums.
    if law.settlement().month_day("computed", explanation.month.period).is_some() {
        page.blank();
        page.line(0, format_args!("{}", page.word("explain-standing")));
        page.line(0, format_args!("{}", page.word("explain-standing-itself")));
    }
    page.list_sources();
    page.text
}

/// Letters of the column of these names, the blank behind them apart.
fn name_width(names: &[&'static str], language: Language) -> usize {
    names.iter().map(|name| word(language, name).chars().count()).fold(NAME_WIDTH, usize::max)
}

struct Page<'a> {
    text: String,
    law: &'a Law,
    language: Language,
    is_listed: bool,
    /// Letters of the column of names.
    name_width: usize,
    /// What was cited so far: titles, addresses and notes stand once, at the end.
    sources: Sources<'a>,
}

impl<'a> Page<'a> {
    fn word(&self, key: &'static str) -> &'static str {
        word(self.language, key)
    }

    fn line(&mut self, depth: usize, line: Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{:1$}{line}", "", 2 * depth);
    }

    fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A value behind its name, which is one of [`ROW_NAMES`] or [`LIMIT_NAMES`].
    fn named(&mut self, depth: usize, name: &'static str, value: Arguments<'_>) {
        let (name, width) = (self.word(name), self.name_width);
        self.line(depth, format_args!("{name:<width$} {value}"));
    }

    fn citation(&mut self, depth: usize, citation: &'a Citation) {
        let number = self.sources.number(citation);
        let cited = citation.with_basis(self.language);
        self.line(depth, format_args!("↳ {cited} ({number})"));
    }

    fn list_sources(&mut self) {
        self.blank();
        self.line(0, format_args!("{}", self.word("explain-sources")));
        self.text += &std::mem::take(&mut self.sources).list(self.language);
    }

    fn operation(&mut self, operation: &ExplainedOperation) {
        let withheld: i64 = Payment::ALL.iter().map(|&payment| operation.amounts[payment].tiyn()).sum();
        self.line(
            1,
            format_args!(
                "{}  {:>16}  {}  {} {}",
                operation.effective_on,
                operation.income.to_string(),
                plain(&without_any_iins(&operation.id)),
                self.word("explain-withheld-of-it"),
                Tenge::from_tiyn(withheld)
            ),
        );
        if operation.settled_on != operation.effective_on {
            let (settled, corrects) = (self.word("explain-settled"), self.word("explain-corrects"));
            self.line(2, format_args!("{corrects}: {settled} {}", operation.settled_on));
            if let Some(citation) = operation.citation(self.law) {
                self.citation(2, citation);
            }
        }
        let exempt: Vec<&str> = operation
            .exempt_by
            .iter()
            .filter(|(_, categories)| !categories.is_empty())
            .map(|(payment, _)| payment.abbreviation_in(self.language))
            .collect();
        if !exempt.is_empty() {
            self.line(2, format_args!("{}: {}", self.word("explain-exempt-from"), exempt.join(", ")));
        }
    }

    fn row(&mut self, row: &RegisterRow, explanation: &ExplainedMonth) {
        self.blank();
        let code = row.regime.code(self.law);
        match row.regime {
            RowRegime::Withheld(regime) | RowRegime::OutOfScope(regime) => {
                let regime = self.law.regime(regime);
                let name = regime.name.say(self.language);
                self.line(0, format_args!("{}: {code} ({name})", self.word("explain-row")));
                for citation in row.regime_citations(self.law, self.is_listed) {
                    self.citation(1, citation);
                }
            }
            RowRegime::OverLimit => self.line(0, format_args!("{}: {code}", self.word("explain-row"))),
        }
        self.named(1, "explain-income", format_args!("{}", row.tally.income()));
        self.law.income_citations(row.period).for_each(|citation| self.citation(1, citation));
        match row.regime {
            RowRegime::Withheld(_) => {
                for (_, explained) in explanation.of_row(row, self.law).iter().flat_map(PerPayment::iter) {
                    self.payment(explained);
                }
            }
            RowRegime::OutOfScope(_) => self.line(1, format_args!("{}", self.word("explain-out-of-scope"))),
            RowRegime::OverLimit => {
                self.line(1, format_args!("{}", self.word("explain-outside-regime")));
                for citation in row.regime_citations(self.law, self.is_listed) {
                    self.citation(1, citation);
                }
            }
        }
        self.blank();
        self.named(1, "explain-withheld", format_args!("{}", row.withheld));
        self.named(1, "explain-notes", format_args!("{}", row.notes(self.law)));
        if row.exemption_rejected {
            self.line(1, format_args!("{}", self.word("report-about-exemption")));
        }
    }

    fn payment(&mut self, explained: &Explained<'a>) {
        self.blank();
        let payment = explained.payment;
        let name = self.word(payment_key(payment));
        self.line(
            1,
            format_args!("{} ({payment}), {name}: {}", payment.abbreviation_in(self.language), explained.amount),
        );
        for step in &explained.steps {
            self.step(step);
        }
    }

    /// What is said of categories that do not exempt.
    fn reading(&mut self, what: &'static str, grounds: &[Ground<'a>]) {
        self.line(2, format_args!("{}", self.word(what)));
        self.grounds(grounds);
    }

    /// Categories, each with what is said of it.
    fn grounds(&mut self, grounds: &[Ground<'a>]) {
        for of_category in grounds.chunk_by(|(one, _), (other, _)| one == other) {
            if let Some((category, _)) = of_category.first() {
                let category = self.law.category(*category);
                self.line(3, format_args!("{}: {}", category.code, category.name.say(self.language)));
            }
            of_category.iter().for_each(|(_, citation)| self.citation(3, citation));
        }
    }

    fn step(&mut self, step: &Step<'a>) {
        match step {
            Step::NotDue { citation } => {
                self.line(2, format_args!("{}", self.word("explain-not-due")));
                self.citation(3, citation);
            }
            Step::Exempt { grounds, operations, income, deciding_day } => {
                self.named(
                    2,
                    "explain-exempt",
                    format_args!("{income} ({}: {operations})", self.word("explain-operations")),
                );
                self.grounds(grounds);
                if let Some(citation) = deciding_day {
                    self.line(3, format_args!("{}", self.word("explain-deciding-day")));
                    self.citation(3, citation);
                }
            }
            Step::OtherReading { grounds } => self.reading("explain-other-reading", grounds),
            Step::NotNamed { grounds } => self.reading("explain-not-named", grounds),
            Step::Uncapped { income, exempt, uncapped } => {
                self.named(2, "explain-base-before-cap", format_args!("{income} − {exempt} → {uncapped}"));
            }
            Step::NoFloor { citation } => {
                self.line(2, format_args!("{}", self.word("explain-no-floor")));
                self.citation(3, citation);
            }
            Step::Capped { caps, cap, base, citation } => self.capped(caps, *cap, *base, citation),
            Step::Rate { rate, citation } => {
                self.named(2, "explain-rate", format_args!("{} %", rate.percent()));
                self.citation(3, citation);
            }
            Step::Rounded { product, rounding, unit_citation, mode_citation, amount } => {
                self.named(2, "explain-product", format_args!("{product}"));
                let mode = rounding.mode.name().say(self.language);
                self.named(
                    2,
                    "explain-rounding",
                    format_args!("{} {}, {mode}", rounding.unit, self.word("explain-tenge")),
                );
                self.citation(3, unit_citation);
                if mode_citation != unit_citation {
                    self.citation(3, mode_citation);
                }
                self.named(2, "explain-amount", format_args!("{amount}"));
            }
        }
    }

    fn capped(&mut self, caps: &'a [Threshold], cap: Option<Tenge>, base: Tenge, citation: &'a Citation) {
        if caps.is_empty() {
            self.named(2, "explain-cap", format_args!("{}", self.word("explain-no-cap")));
            self.citation(3, citation);
        }
        for each in caps {
            let is_lowest = caps.len() > 1 && Some(each.amount) == cap;
            let lowest = if is_lowest { format!(" ({})", self.word("explain-lowest")) } else { String::new() };
            let (times, of, indicator) = (&each.times, each.of_name.say(self.language), each.indicator);
            self.named(2, "explain-cap", format_args!("{times} × {of} {indicator} = {}{lowest}", each.amount));
            self.citation(3, &each.citation);
            self.citation(3, &each.indicator_citation);
        }
        self.named(2, "explain-base", format_args!("{base}"));
    }

    fn limit(&mut self, row: &LimitRow, goes_on: Option<&'a Citation>) {
        self.blank();
        self.name_width = name_width(&LIMIT_NAMES, self.language);
        self.named(0, "explain-limit", format_args!("{}", row.limit));
        self.named(1, "explain-income", format_args!("{}", row.income));
        self.named(1, "explain-over", format_args!("{}", row.over()));
        if let Some(crossing) = &row.crossed {
            self.named(
                1,
                "explain-crossed",
                format_args!("{} ({})", plain(&without_any_iins(&crossing.by)), crossing.on),
            );
        }
        for limit in self.law.limits(row.period) {
            let of = limit.of_name.say(self.language);
            self.line(1, format_args!("{} × {of} {} = {}", limit.times, limit.indicator, limit.amount));
            self.citation(1, &limit.citation);
            self.citation(1, &limit.indicator_citation);
        }
        if let Some(citation) = goes_on {
            self.line(1, format_args!("{}", self.word("explain-goes-on")));
            self.citation(1, citation);
        }
    }
}

fn payment_key(payment: Payment) -> &'static str {
    match payment {
        Payment::Ipn => "explain-payment-ipn",
        Payment::Opv => "explain-payment-opv",
        Payment::Opvr => "explain-payment-opvr",
        Payment::So => "explain-payment-so",
        Payment::Vosms => "explain-payment-vosms",
    }
}
