//! What the register of a run adds up to, month by month.

use std::collections::{BTreeMap, BTreeSet};

use crate::commands::report::about::{About, Finding};
use crate::commands::report::cards::CARDS_MAX;
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::law::{Law, LawMonth, RegimeMonth, Threshold};
use crate::money::{Tenge, TengeSum};
use crate::payment::{Payment, PaymentSet, PerPayment};
use crate::period::Month;
use crate::person::Iin;
use crate::rate::Rate;
use crate::run::record::Run;
use crate::run::register_in::register_rows;
use crate::run::rows_in::RegisterFields;
use crate::words::{say, word};

/// What a register comes to.
#[derive(Debug, Default)]
pub(super) struct Register {
    pub months: BTreeMap<Month, MonthOf>,
    /// Rows of `register.csv`.
    pub rows: u64,
    /// Of so many persons' months.
    pub person_months: u64,
}

/// What a month of it comes to.
#[derive(Debug, Default)]
pub(super) struct MonthOf {
    pub persons: u64,
    pub operations: u64,
    pub income: TengeSum,
    pub withheld: TengeSum,
    pub ladders: PerPayment<Ladder>,
    /// Persons by income: the first below zero, then up to each edge.
    pub histogram: Histogram,
    pub exempt: BTreeMap<(String, Payment), Exempt>,
    /// The categories that exempt from any payment, by code, with the payments that somebody who has one is not wholly exempt
    /// from.
    pub held: BTreeMap<String, PaymentSet>,
    /// The regimes of all its rows, by code.
    pub regimes: BTreeSet<String>,
    /// Whether anybody's income is above the limit.
    pub is_over: bool,
    /// Whoever is counted already.
    last: Option<(Iin, Tenge)>,
}

/// From income to the amount of a payment. Income is what follows, added up, but for the amount.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ladder {
    pub income: TengeSum,
    /// Of regimes that have no such payment, or under which nothing is computed here.
    pub outside: TengeSum,
    pub exempt: TengeSum,
    /// Months in which more was given back than received.
    pub below_zero: TengeSum,
    pub above_cap: TengeSum,
    pub base: TengeSum,
    pub amount: TengeSum,
}

/// Persons and their income that categories exempt from a payment.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Exempt {
    pub persons: u64,
    pub income: TengeSum,
    /// Persons of whom all income is exempt.
    pub whole: u64,
    /// The person whose rows come, and whether all his income is exempt so far.
    last: Option<(Iin, bool)>,
}

impl Exempt {
    /// Counts a row of a person, who may have one under each regime.
    fn add(&mut self, iin: Iin, is_whole: bool, income: Tenge) {
        self.income += income;
        let (is_known, was_whole) = match self.last {
            Some((last, was_whole)) if last == iin => (true, was_whole),
            _ => (false, true),
        };
        self.persons += u64::from(!is_known);
        match (is_known && was_whole, was_whole && is_whole) {
            (true, false) => self.whole -= 1,
            (false, true) => self.whole += 1,
            _ => {}
        }
        self.last = Some((iin, was_whole && is_whole));
    }
}

/// Persons by income of the month.
#[derive(Debug, Default)]
pub(super) struct Histogram {
    /// Upper edges, in tiyn; the last column has none.
    pub edges: Vec<i64>,
    /// One more than edges.
    pub persons: Vec<u64>,
}

impl Histogram {
    /// With edges at round amounts, and at each of these.
    fn with(marks: &[Tenge]) -> Histogram {
        const COLUMNS: i64 = 12;
        const TIYN: i64 = 100;
        let highest = marks.iter().map(|mark| mark.tiyn()).max().unwrap_or(1_000_000 * TIYN);
        let step = round(highest / COLUMNS);
        let mut edges: Vec<i64> =
            (0..).map(|number| number * step).take_while(|edge| *edge < highest + 3 * step).collect();
        // A column that is too narrow to compare goes on to the mark.
        edges.retain(|edge| marks.iter().all(|mark| (mark.tiyn() - edge).abs() > step / 4));
        edges.extend(marks.iter().map(|mark| mark.tiyn()));
        edges.sort_unstable();
        edges.dedup();
        let persons = vec![0; edges.len() + 1];
        Histogram { edges, persons }
    }

    /// An income at an edge is below it: who has just the limit is inside.
    fn count(&mut self, income: Tenge) {
        let tiyn = income.tiyn();
        // Nothing at all is no income below zero.
        let column = if tiyn == 0 { 1 } else { self.edges.partition_point(|&edge| edge < tiyn) };
        if let Some(persons) = self.persons.get_mut(column) {
            *persons += 1;
        }
    }
}

/// The greatest of 1, 2 and 5 times a power of ten that is not above.
fn round(amount: i64) -> i64 {
    let power = 10_i64.pow(amount.max(1).ilog10());
    [5, 2].into_iter().map(|times| times * power).find(|&step| step <= amount).unwrap_or(power)
}

/// Reads the register: what it comes to, and whose rows it has.
///
/// # Errors
/// Where the register does not verify.
pub(super) fn read(run: &Run, law: &Law, language: Language) -> Result<(Register, About), Error> {
    let mut about = About::with_room(CARDS_MAX);
    let mut register = Register::default();
    register_rows(run, |period, iin, row| {
        let terms = law.terms_of(&String::from_utf8_lossy(row.regime()), period);
        let month = register.months.entry(period).or_insert_with(|| MonthOf::new(law, period));
        month.add(&row, iin, terms)?;
        register.rows += 1;
        let is_first = about.know(period, iin);
        register.person_months += u64::from(is_first);
        // All rows of a person have the note.
        if is_first && row.is_exemption_rejected() {
            let said = || word(language, "report-about-exemption").to_owned();
            about.add(Finding::Exemption, (period, iin), said);
        }
        Ok(())
    })?;
    register.months.values_mut().for_each(MonthOf::end);
    Ok((register, about))
}

impl Register {
    /// The regimes of the rows of each month, by month and code.
    pub fn regimes(&self) -> impl Iterator<Item = (Month, &str)> {
        self.months.iter().flat_map(|(month, of)| of.regimes.iter().map(|regime| (*month, regime.as_str())))
    }

    /// The rates that the regimes of a month have for a payment, each once, the lowest first.
    pub fn rates(&self, law: &Law, period: Month, payment: Payment) -> BTreeSet<Rate> {
        let regimes = self.months.get(&period).map(|of| &of.regimes).into_iter().flatten();
        regimes.filter_map(|regime| law.rate_of(regime, period, payment)).collect()
    }
}

/// The regime that a month has for who is not listed.
pub(super) fn default_terms(law: &Law, period: Month) -> Option<&RegimeMonth> {
    let regime = law.default_regime(period.last_day()).or_else(|| law.default_regime(period.first_day()))?;
    law.month(period).and_then(|month: &LawMonth| month.regime(regime))
}

/// The caps and the limit that a histogram has a line at, each once, the lowest first.
pub(super) fn marks(law: &Law, period: Month) -> Vec<&Threshold> {
    let Some(terms) = default_terms(law, period) else { return Vec::new() };
    let caps =
        Payment::ALL.into_iter().filter_map(|payment| terms.terms[payment].as_ref()).flat_map(|terms| &terms.caps);
    let mut marks: Vec<&Threshold> = caps.chain(&terms.limit).collect();
    marks.sort_by_key(|cap| cap.amount);
    marks.dedup_by_key(|cap| cap.amount);
    // Those far above the limit leave no room for the others.
    let Some(limit) = &terms.limit else { return marks };
    marks.retain(|cap| cap.amount <= limit.amount);
    marks
}

impl MonthOf {
    fn new(law: &Law, period: Month) -> MonthOf {
        let marks: Vec<Tenge> = marks(law, period).into_iter().map(|cap| cap.amount).collect();
        MonthOf { histogram: Histogram::with(&marks), ..MonthOf::default() }
    }

    /// Whether nothing is withheld from income above the limit: rows of its own has it only there.
    pub fn stops(&self, law: &Law) -> bool {
        self.regimes.iter().any(|regime| law.regime_id(regime).is_err())
    }

    fn add(&mut self, row: &RegisterFields<'_>, iin: Iin, terms: Option<&RegimeMonth>) -> Result<(), Error> {
        let income = row.income()?;
        self.operations = self.operations.saturating_add(row.operations()?);
        self.income += income;
        if !self.regimes.iter().any(|known| known.as_bytes() == row.regime()) {
            self.regimes.insert(String::from_utf8_lossy(row.regime()).into_owned());
        }
        self.withheld += row.withheld()?;
        self.is_over |= row.is_over_limit();
        match &mut self.last {
            Some((last, sum)) if *last == iin => {
                *sum = sum.checked_add(income).ok_or_else(|| no_row("income"))?;
            }
            last => {
                if let Some((_, sum)) = last.replace((iin, income)) {
                    self.histogram.count(sum);
                }
                self.persons += 1;
            }
        }
        for payment in Payment::ALL {
            let ladder = &mut self.ladders[payment];
            ladder.income += income;
            if terms.is_none_or(|terms| terms.terms[payment].is_none()) {
                ladder.outside += income;
                continue;
            }
            let (base, exempt) = (row.base(payment)?, row.exempt(payment)?);
            let before_cap = i128::from(income.tiyn()) - i128::from(exempt.tiyn());
            ladder.exempt += exempt;
            ladder.base += base;
            ladder.amount += row.amount(payment)?;
            if before_cap < 0 {
                ladder.below_zero += TengeSum::from_tiyn(before_cap);
            } else {
                ladder.above_cap += TengeSum::from_tiyn(before_cap - i128::from(base.tiyn()));
            }
            if let Some((is_whole, codes)) = row.exempting_from(payment) {
                self.exempt.entry((codes.to_owned(), payment)).or_default().add(iin, is_whole, exempt);
            }
        }
        if let Some(terms) = terms {
            self.add_held(row, terms);
        }
        Ok(())
    }

    /// Where all is exempt from a payment, no reading of a category would change anything.
    fn add_held(&mut self, row: &RegisterFields<'_>, terms: &RegimeMonth) {
        for code in row.exempting() {
            let due = Payment::ALL.into_iter().filter(|&of| terms.terms[of].is_some() && !row.is_exempt(of));
            let known = self.held.get(code).copied().unwrap_or(PaymentSet::EMPTY);
            let all = due.fold(known, PaymentSet::with);
            if all != known || !self.held.contains_key(code) {
                self.held.insert(code.to_owned(), all);
            }
        }
    }

    /// Counts the last person.
    fn end(&mut self) {
        if let Some((_, sum)) = self.last.take() {
            self.histogram.count(sum);
        }
    }
}

fn no_row(column: &'static str) -> Error {
    Error::new(ErrorKind::Record, say!("column-no-value", column = column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_are_round_and_at_the_marks() {
        assert_eq!([1, 9, 10, 49, 50, 108_125].map(round), [1, 5, 10, 20, 50, 100_000]);
        let tenge = |amount: i64| Tenge::from_tiyn(amount * 100);
        let mut histogram = Histogram::with(&[tenge(595_000), tenge(1_297_500)]);
        let edges: Vec<i64> = histogram.edges.iter().map(|edge| edge / 100).collect();
        assert_eq!(edges[..8], [0, 100_000, 200_000, 300_000, 400_000, 500_000, 595_000, 700_000]);
        assert!(edges.contains(&1_297_500) && edges.ends_with(&[1_500_000]));
        for amount in [-1, 0, 1, 100_000, 100_001, 9_000_000] {
            histogram.count(tenge(amount));
        }
        // Below zero one; up to 100 000 nothing, one tenge and the edge itself; one above; one beyond all edges.
        assert_eq!(histogram.persons[..3], [1, 3, 1]);
        assert_eq!(histogram.persons.last(), Some(&1));
    }
}
