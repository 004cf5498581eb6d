//! Regimes: which there are, on which days, and what is withheld under each.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::error::Error;
use crate::law::citation::Citation;
use crate::law::days::Days;
use crate::law::income::IncomeReading;
use crate::law::indicators::{IndicatorMultiple, Indicators};
use crate::law::names::Names;
use crate::law::over_limit::OverLimit;
use crate::law::tables::dated::{self, Dated};
use crate::law::tables::spot::Spot;
use crate::law::tables::table::{Entry, Series, Table};
use crate::payment::{Payment, PerPayment};
use crate::period::Day;
use crate::rate::Rate;
use crate::words::{Message, say};

/// A regime of a law; valid with the law that gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RegimeId(pub(crate) u8);

/// Under which rules a contractor's income falls.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Regime {
    /// The identifier in files: `self-employed`, ….
    pub code: String,
    /// The name for people.
    pub name: Names,
    /// Whether anything is computed here.
    pub scope: Scope,
    /// The days on which the regime exists, by first day.
    pub in_force: Vec<InForce>,
}

/// Days on which a regime exists.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct InForce {
    /// The days.
    pub days: Days,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// Whether a regime's payments are computed here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Scope {
    /// The operator withholds, and the amounts are computed.
    Withheld,
    /// Nothing is computed here, which does not say that nothing is due.
    OutOfScope,
}

impl Scope {
    /// The name in the tables: `withheld`, `out-of-scope`.
    pub fn code(self) -> &'static str {
        match self {
            Scope::Withheld => "withheld",
            Scope::OutOfScope => "out-of-scope",
        }
    }
}

impl Regime {
    /// Whether the regime exists on the day.
    pub fn in_force(&self, day: Day) -> bool {
        self.citation(day).is_some()
    }

    /// What the regime rests on, on the day; `None` where it does not exist then.
    pub fn citation(&self, day: Day) -> Option<&Citation> {
        self.in_force.iter().find(|in_force| in_force.days.contains(day)).map(|in_force| &*in_force.citation)
    }

    /// The days of the regime with those that follow one another made one.
    pub(super) fn whole(&self) -> Vec<Days> {
        dated::merged(self.in_force.iter().map(|in_force| in_force.days))
    }
}

/// The table of regimes: the regimes by number, the defaults, and the rules of each regime.
pub(super) struct Regimes<'a> {
    pub regimes: Vec<Regime>,
    pub defaults: Vec<Dated<'a, RegimeId>>,
    pub rules: Vec<Rules<'a>>,
    /// What each reading of income above the limit rests on.
    pub over_limit: Readings<OverLimit>,
    /// What is read into the law of income, and what that rests on.
    pub income: Readings<IncomeReading>,
}

/// What is withheld under a regime. Nothing at all for a regime out of scope.
pub(super) struct Rules<'a> {
    /// `None` as a value: the regime has no such payment.
    pub rates: PerPayment<Vec<Dated<'a, Option<Rate>>>>,
    /// `None` as a value: the base has no cap. Of several on one day the lowest binds.
    pub caps: PerPayment<Vec<Dated<'a, Option<IndicatorMultiple<'a>>>>>,
    /// What it rests on that the base has no minimum; empty where the table does not say.
    pub floors: PerPayment<Series<Arc<Citation>>>,
    /// `None` as a value: there is no limit.
    pub limits: Vec<Dated<'a, Option<IndicatorMultiple<'a>>>>,
}

/// The sections of the table.
pub(super) const SECTIONS: [&str; 9] =
    ["regime", "in_force", "default", "rate", "cap", FLOOR, "limit", OVER_LIMIT, INCOME];

/// The section of what a reading of income above the limit rests on.
const OVER_LIMIT: &str = "over_limit";
/// That of bases without a minimum.
const FLOOR: &str = "floor";
/// That of what is read into the law of income.
const INCOME: &str = "income";

impl<'a> Regimes<'a> {
    /// The regimes of the table.
    pub fn read(table: &mut Table<'a>, indicators: &Indicators<'a>) -> Result<Regimes<'a>, Error> {
        let (mut regimes, spots) = regimes(table)?;
        in_force(table, &mut regimes, &spots)?;
        let defaults = defaults(table, &regimes)?;
        let rules = rules(table, &regimes, indicators)?;
        for ((regime, rules), spot) in regimes.iter().zip(&rules).zip(spots) {
            if regime.scope == Scope::Withheld {
                rules.complete(table, regime, spot)?;
            }
        }
        let (over_limit, income) = (over_limit(table)?, income(table)?);
        Ok(Regimes { regimes, defaults, rules, over_limit, income })
    }
}

/// The regimes, still without days, and where each of them stands.
fn regimes<'a>(table: &mut Table<'a>) -> Result<(Vec<Regime>, Vec<Spot<'a>>), Error> {
    let (mut regimes, mut spots) = (Vec::<Regime>::new(), Vec::new());
    for mut entry in table.entries("regime", &["code", "scope", "en", "ru", "kk"])? {
        let code = entry.code()?;
        if regimes.iter().any(|regime| regime.code == code.value) {
            return Err(code.refuse(say!("table-twice")));
        }
        if code.value == OverLimit::REGIME {
            return Err(code.refuse(say!("regime-reserved")));
        }
        if regimes.len() == usize::from(u8::MAX) {
            return Err(code.refuse(say!("regime-too-many", most = u8::MAX.to_string())));
        }
        let scope = scope(&mut entry)?;
        let name = entry.names()?;
        regimes.push(Regime { code: code.value.into_owned(), name, scope, in_force: Vec::new() });
        spots.push(entry.spot);
    }
    Ok((regimes, spots))
}

fn scope(entry: &mut Entry<'_>) -> Result<Scope, Error> {
    let scopes = [Scope::Withheld, Scope::OutOfScope];
    entry.text("scope")?.one_of(&scopes.map(|scope| (scope.code(), scope)), say!("regime-no-scope"))
}

/// The regime whose code stands under `regime`.
pub(super) fn regime(entry: &mut Entry<'_>, regimes: &[Regime]) -> Result<RegimeId, Error> {
    let text = entry.text("regime")?;
    let number = regimes.iter().position(|regime| regime.code == text.value);
    number.and_then(|number| u8::try_from(number).ok()).map(RegimeId).ok_or_else(|| text.refuse(say!("regime-unknown")))
}

/// The same, but a regime out of scope is refused: it has no values of the section.
pub(super) fn regime_withheld(entry: &mut Entry<'_>, regimes: &[Regime], section: &str) -> Result<RegimeId, Error> {
    let spot = entry.spot;
    let id = regime(entry, regimes)?;
    match regimes.get(usize::from(id.0)) {
        Some(regime) if regime.scope == Scope::OutOfScope => {
            Err(spot.refuse(say!("regime-out-of-scope", regime = &regime.code, section = section)))
        }
        _ => Ok(id),
    }
}

/// Gives the regimes their days.
fn in_force(table: &mut Table<'_>, regimes: &mut [Regime], spots: &[Spot<'_>]) -> Result<(), Error> {
    let entries = table.dated("in_force", &["regime"], &[], |entry| Ok((regime(entry, regimes)?, ())))?;
    let mut series = dated::by_key(entries);
    for ((number, regime), spot) in (0..).zip(regimes).zip(spots) {
        let entries = series.remove(&RegimeId(number)).unwrap_or_default();
        let what = say!("dated-regime", regime = &regime.code);
        dated::fits(&entries, &what, table.may_have_gaps("in_force"))?;
        if entries.is_empty() {
            return Err(spot.refuse(say!("regime-without-days", regime = &regime.code)));
        }
        let days = |entry: &Dated<'_, ()>| InForce { days: entry.days, citation: Arc::clone(&entry.citation) };
        regime.in_force = entries.iter().map(days).collect();
        begins_once_a_month(regime, &entries)?;
    }
    Ok(())
}

/// Refuses a regime that begins again in the month in which it ended: a month has one rate and one cap of a regime.
fn begins_once_a_month(regime: &Regime, entries: &[Dated<'_, ()>]) -> Result<(), Error> {
    let whole = regime.whole();
    for (earlier, later) in whole.iter().zip(whole.iter().skip(1)) {
        if earlier.last().month() == later.from.month()
            && let Some(entry) = dated::on(entries, later.from)
        {
            return Err(entry.from.refuse(say!("regime-begins-again", regime = &regime.code)));
        }
    }
    Ok(())
}

fn defaults<'a>(table: &mut Table<'a>, regimes: &[Regime]) -> Result<Vec<Dated<'a, RegimeId>>, Error> {
    let mut defaults = table.dated("default", &[], &["regime"], |entry| regime_withheld(entry, regimes, "default"))?;
    defaults.sort_by_key(|entry| entry.days.from);
    dated::fits(&defaults, &say!("dated-default-regime"), table.may_have_gaps("default"))?;
    for entry in &defaults {
        let Some(regime) = regimes.get(usize::from(entry.value.0)) else { continue };
        let within = |days: &Days| days.contains(entry.days.from) && days.contains(entry.days.last());
        if !regime.whole().iter().any(within) {
            return Err(entry.from.refuse(say!(
                "regime-default-not-in-force",
                regime = &regime.code,
                days = entry.days
            )));
        }
    }
    Ok(defaults)
}

/// What readings of the law rest on.
type Readings<R> = BTreeMap<R, Series<Arc<Citation>>>;

/// The readings that a section is of: whoever has nothing to say of them leaves it out. `key` has the code of one of these.
fn readings<R: Copy + Ord>(
    table: &mut Table<'_>,
    (section, key): (&'static str, &'static str),
    codes: &[(&str, R)],
    (named, unknown): (impl Fn(&R) -> Message, impl Fn() -> Message),
) -> Result<Readings<R>, Error> {
    if !table.has(section) {
        return Ok(Readings::new());
    }
    table.series(section, &[key], &[], named, |entry, citation| {
        Ok((vec![entry.text(key)?.one_of(codes, unknown())?], Arc::clone(citation)))
    })
}

fn over_limit(table: &mut Table<'_>) -> Result<Readings<OverLimit>, Error> {
    let named = |policy: &OverLimit| say!("dated-over-limit", policy = policy.code());
    let codes = OverLimit::ALL.map(|policy| (policy.code(), policy));
    readings(table, (OVER_LIMIT, "policy"), &codes, (named, || say!("regime-no-policy")))
}

fn income(table: &mut Table<'_>) -> Result<Readings<IncomeReading>, Error> {
    let named = |reading: &IncomeReading| say!("dated-income", reading = reading.code());
    let codes = IncomeReading::ALL.map(|reading| (reading.code(), reading));
    readings(table, (INCOME, "reading"), &codes, (named, || say!("income-no-reading")))
}

/// What it rests on that bases have no minimum: to compute one would be another formula, so that there is no other value.
fn floors(table: &mut Table<'_>, regimes: &[Regime]) -> Result<Readings<(RegimeId, Payment)>, Error> {
    if !table.has(FLOOR) {
        return Ok(Readings::new());
    }
    let named = |&(RegimeId(number), payment): &(RegimeId, Payment)| {
        let regime = regimes.get(usize::from(number)).map_or("", |regime| &regime.code);
        say!("dated-floor", payment = payment.code(), regime = regime)
    };
    table.series(FLOOR, &["regime", "payment", "floor"], &[], named, |entry, citation| {
        let of = (regime_withheld(entry, regimes, FLOOR)?, entry.payment()?);
        entry.text("floor")?.one_of(&[("none", ())], say!("floor-not-none"))?;
        Ok((vec![of], Arc::clone(citation)))
    })
}

fn rules<'a>(table: &mut Table<'a>, regimes: &[Regime], indicators: &Indicators<'a>) -> Result<Vec<Rules<'a>>, Error> {
    let rates = table.dated("rate", &["regime", "payment"], &["rate"], |entry| {
        Ok(((regime_withheld(entry, regimes, "rate")?, entry.payment()?), rate(entry)?))
    })?;
    let caps = table.dated("cap", &["regime", "payment", "cap"], &[], |entry| {
        Ok(((regime_withheld(entry, regimes, "cap")?, entry.payment()?), multiple(entry, "cap", indicators)?))
    })?;
    let limits = table.dated("limit", &["regime"], &["limit"], |entry| {
        Ok((regime_withheld(entry, regimes, "limit")?, multiple(entry, "limit", indicators)?))
    })?;
    let mut floors = floors(table, regimes)?;
    let (mut rates, mut caps, mut limits) = (dated::by_key(rates), dated::by_key(caps), dated::by_key(limits));
    let ids = (0..).map(RegimeId).take(regimes.len());
    Ok(ids
        .map(|id| Rules {
            rates: PerPayment::from_fn(|payment| rates.remove(&(id, payment)).unwrap_or_default()),
            caps: PerPayment::from_fn(|payment| caps.remove(&(id, payment)).unwrap_or_default()),
            floors: PerPayment::from_fn(|payment| floors.remove(&(id, payment)).unwrap_or_default()),
            limits: limits.remove(&id).unwrap_or_default(),
        })
        .collect())
}

fn rate(entry: &mut Entry<'_>) -> Result<Option<Rate>, Error> {
    let text = entry.text("rate")?;
    if text.value == "none" {
        return Ok(None);
    }
    text.value.parse().map(Some).map_err(|_| text.refuse(say!("rate-not-exact")))
}

fn multiple<'a>(
    entry: &mut Entry<'a>,
    key: &'static str,
    indicators: &Indicators<'a>,
) -> Result<Option<IndicatorMultiple<'a>>, Error> {
    entry.multiple(key)?.map(|(times, of)| indicators.multiple(times, of)).transpose()
}

impl<'a> Rules<'a> {
    /// Refuses rules that leave out a payment, contradict themselves, have gaps, or change inside a month.
    fn complete(&self, table: &Table<'a>, regime: &Regime, spot: Spot<'a>) -> Result<(), Error> {
        for payment in Payment::ALL {
            self.rate_complete(table, regime, payment, spot)?;
            self.caps_complete(table, regime, payment, spot)?;
        }
        let what = say!("dated-limit", regime = &regime.code);
        if self.limits.is_empty() {
            return Err(spot.refuse(say!("limit-missing", regime = &regime.code)));
        }
        dated::fits(&self.limits, &what, table.may_have_gaps("limit"))?;
        covers(&self.limits, regime, &what, table.may_have_gaps("limit"))
    }

    fn rate_complete(&self, table: &Table<'a>, regime: &Regime, payment: Payment, spot: Spot<'a>) -> Result<(), Error> {
        let rates = &self.rates[payment];
        if rates.is_empty() {
            return Err(spot.refuse(say!("rate-missing", regime = &regime.code, payment = payment.code())));
        }
        let what = say!("dated-rate", payment = payment.code(), regime = &regime.code);
        dated::fits(rates, &what, table.may_have_gaps("rate"))?;
        covers(rates, regime, &what, table.may_have_gaps("rate"))
    }

    fn caps_complete(&self, table: &Table<'a>, regime: &Regime, payment: Payment, spot: Spot<'a>) -> Result<(), Error> {
        let caps = &self.caps[payment];
        let withheld = self.rates[payment].iter().any(|entry| entry.value.is_some());
        if caps.is_empty() && withheld {
            return Err(spot.refuse(say!("cap-missing", regime = &regime.code, payment = payment.code())));
        }
        let what = say!("dated-cap", payment = payment.code(), regime = &regime.code);
        if let (Some(cap), false) = (caps.first(), withheld) {
            return Err(cap.from.refuse(say!("cap-without-rate", cap = what)));
        }
        let gaps = table.may_have_gaps("cap");
        for series in self.caps_by_indicator(payment) {
            dated::fits(&series, &what, gaps)?;
        }
        if !gaps {
            dated::no_gap(caps, &what)?;
        }
        covers(caps, regime, &what, gaps)
    }

    /// The caps of the payment in multiples of each indicator, with the entries that say `none` among those of every one.
    fn caps_by_indicator(&self, payment: Payment) -> Vec<Vec<Dated<'a, ()>>> {
        let caps = &self.caps[payment];
        let mut indicators: Vec<&str> =
            caps.iter().filter_map(|cap| cap.value.as_ref().map(IndicatorMultiple::of)).collect();
        indicators.sort_unstable();
        indicators.dedup();
        let series = |indicator: Option<&str>| {
            let of = |cap: &&Dated<'a, Option<IndicatorMultiple<'a>>>| {
                cap.value.as_ref().is_none_or(|multiple| Some(multiple.of()) == indicator)
            };
            caps.iter().filter(of).map(|cap| cap.with(())).collect()
        };
        if indicators.is_empty() {
            vec![series(None)]
        } else {
            indicators.into_iter().map(|of| series(Some(of))).collect()
        }
    }
}

/// Refuses values that begin after the regime does, end before a last day that it has, or change inside a month. Of a regime
/// without one they may end, as the table does.
fn covers<T>(entries: &[Dated<'_, T>], regime: &Regime, what: &Message, gaps: bool) -> Result<(), Error> {
    let whole = regime.whole();
    for entry in entries {
        dated::changes_with_months(entry, &whole, what)?;
    }
    let (Some(first), Some(last), false) = (whole.first(), whole.last(), gaps) else { return Ok(()) };
    dated::begins_by(entries, first.from, what)?;
    last.to.map_or(Ok(()), |last| dated::ends_by(entries, last, what))
}
