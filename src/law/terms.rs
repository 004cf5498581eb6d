//! Terms: what is in force in each month of the tables, made ready for calculation; and which days have rates.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::error::Error;
use crate::law::citation::Citation;
use crate::law::days::Days;
use crate::law::indicators::{IndicatorMultiple, Indicators};
use crate::law::names::Names;
use crate::law::regimes::{Regime, RegimeId, Regimes, Rules, Scope};
use crate::law::rounding::Roundings;
use crate::law::tables::dated::{self, Dated, value_on};
use crate::law::tables::source;
use crate::money::Tenge;
use crate::payment::{Payment, PerPayment};
use crate::period::{Day, Month};
use crate::rate::{Levy, Rate, Rounding};
use crate::words::{Message, say};

/// What is in force in a month.
#[derive(Debug)]
pub struct LawMonth {
    /// The month.
    pub month: Month,
    regimes: Vec<Option<RegimeMonth>>,
}

impl LawMonth {
    /// The terms of a regime; `None` where it is out of scope or in force on no day with rates of the month.
    #[inline]
    pub fn regime(&self, id: RegimeId) -> Option<&RegimeMonth> {
        self.regimes.get(usize::from(id.0)).and_then(Option::as_ref)
    }

    /// The rates above zero that the regimes of the month have for the payment, each once, the lowest first.
    pub(crate) fn rates(&self, payment: Payment) -> BTreeSet<Rate> {
        let terms = self.regimes.iter().flatten().filter_map(|regime| regime.terms[payment].as_ref());
        terms.map(|terms| terms.rate).filter(|rate| !rate.is_zero()).collect()
    }
}

/// The terms of a regime in a month.
#[derive(Debug)]
#[non_exhaustive]
pub struct RegimeMonth {
    /// The terms of each payment; `None`: the regime has no such payment.
    pub terms: PerPayment<Option<Terms>>,
    /// Why the regime has or has not each payment: the citation of the rate.
    pub rate_citations: PerPayment<Arc<Citation>>,
    /// The most income of a month with which a person stays in the regime; `None`: no limit.
    pub limit: Option<Threshold>,
    /// What the limit, or that there is none, rests on.
    pub limit_citation: Arc<Citation>,
}

/// The terms of a payment in a month.
#[derive(Debug)]
#[non_exhaustive]
pub struct Terms {
    /// The rate.
    pub rate: Rate,
    /// What the rate rests on.
    pub rate_citation: Arc<Citation>,
    /// The caps of the base as the tables have them; the lowest binds. Empty: the base has no cap.
    pub caps: Vec<Threshold>,
    /// The lowest cap.
    pub cap: Option<Tenge>,
    /// What the caps, or that there is none, rest on: the citation of the lowest, or of the entry that says so.
    pub cap_citation: Arc<Citation>,
    /// What it rests on that the base has no minimum; `None` where the tables do not say.
    pub floor_citation: Option<Arc<Citation>>,
    /// To what the amount is rounded, and how.
    pub rounding: Rounding,
    /// What the mode of rounding rests on, which is no better founded than the unit.
    pub rounding_citation: Arc<Citation>,
    /// What the unit of rounding rests on.
    pub unit_citation: Arc<Citation>,
    /// Rate and rounding made ready.
    pub levy: Levy,
}

/// So many times an indicator: the cap of a month's base, per person and month, or the most income of a month with which a
/// person stays in a regime, equal to it being inside.
///
/// # Law
/// Caps: SC 102-1(2)–(4), 251(2); OSMS 28–29. That a cap is not per operator is inferred (law.md section 3).
/// The limit: TC 718(2).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Threshold {
    /// The cap or limit in tenge.
    pub amount: Tenge,
    /// How many times the indicator it is, as the table has it: `7`.
    pub times: String,
    /// The indicator's code: `mzp`.
    pub of: String,
    /// The indicator's name for people: `МЗП`.
    pub of_name: Names,
    /// The indicator in tenge.
    pub indicator: Tenge,
    /// What the cap or limit rests on.
    pub citation: Arc<Citation>,
    /// What the indicator rests on.
    pub indicator_citation: Arc<Citation>,
}

/// A value that is not known on a day, and the file to add it to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Missing {
    pub file: &'static str,
    pub what: Message,
}

/// Days from one on until the next of these, all with rates or all without.
#[derive(Debug)]
pub(super) struct Coverage {
    pub from: Day,
    pub missing: Option<Missing>,
}

/// The tables that decide what is in force.
pub(super) struct Tables<'t, 'a> {
    pub indicators: &'t Indicators<'a>,
    pub regimes: &'t Regimes<'a>,
    pub roundings: &'t Roundings<'a>,
}

/// A table for more months than this is a slip of a year.
const MONTHS_MAX: usize = 1200;

impl<'a> Tables<'_, 'a> {
    /// All days from the first there is, in stretches with rates and without.
    pub fn coverage(&self) -> Vec<Coverage> {
        let mut days = vec![Days::ALL];
        days.extend(self.indicators.edges());
        days.extend(self.regimes.defaults.iter().map(|entry| entry.days));
        for regime in &self.regimes.regimes {
            days.extend(regime.in_force.iter().map(|in_force| in_force.days));
        }
        for rules in &self.regimes.rules {
            for payment in Payment::ALL {
                days.extend(rules.rates[payment].iter().map(|entry| entry.days));
                days.extend(rules.caps[payment].iter().map(|entry| entry.days));
            }
            days.extend(rules.limits.iter().map(|entry| entry.days));
        }
        for payment in Payment::ALL {
            days.extend(self.roundings.units[payment].iter().map(|entry| entry.days));
            days.extend(self.roundings.modes[payment].iter().map(|entry| entry.days));
        }
        let edges = dated::edges(days.into_iter());
        let mut coverage: Vec<Coverage> =
            edges.into_iter().map(|from| Coverage { from, missing: self.missing(from) }).collect();
        coverage.dedup_by(|later, earlier| later.missing == earlier.missing);
        coverage
    }

    /// The first value that is not known on the day.
    fn missing(&self, day: Day) -> Option<Missing> {
        let unknown = |file, what| Some(Missing { file, what });
        if dated::on(&self.regimes.defaults, day).is_none() {
            return unknown(source::REGIMES, say!("missing-default-regime"));
        }
        let regimes = self.regimes.regimes.iter().zip(&self.regimes.rules);
        for (regime, rules) in regimes.filter(|(regime, _)| regime.scope == Scope::Withheld && regime.in_force(day)) {
            let missing = self.missing_of(regime, rules, day);
            if missing.is_some() {
                return missing;
            }
        }
        None
    }

    fn missing_of(&self, regime: &Regime, rules: &Rules<'a>, day: Day) -> Option<Missing> {
        let code = &regime.code;
        let unknown = |file, what| Some(Missing { file, what });
        for payment in Payment::ALL {
            match dated::on(&rules.rates[payment], day) {
                None => return unknown(source::REGIMES, say!("missing-rate", payment = payment.code(), regime = code)),
                Some(rate) if rate.value.is_none() => continue,
                Some(_) => {}
            }
            if dated::on(&rules.caps[payment], day).is_none() {
                return unknown(source::REGIMES, say!("missing-cap", payment = payment.code(), regime = code));
            }
            if let Some(missing) = self.missing_indicator(&rules.caps[payment], day) {
                return Some(missing);
            }
            let (units, modes) = (&self.roundings.units[payment], &self.roundings.modes[payment]);
            if dated::on(units, day).is_none() || dated::on(modes, day).is_none() {
                return unknown(source::ROUNDING, say!("missing-rounding", payment = payment.code()));
            }
        }
        if dated::on(&rules.limits, day).is_none() {
            return unknown(source::REGIMES, say!("missing-limit", regime = code));
        }
        self.missing_indicator(&rules.limits, day)
    }

    fn missing_indicator(&self, entries: &[Dated<'a, Option<IndicatorMultiple<'a>>>], day: Day) -> Option<Missing> {
        let in_force = entries.iter().filter(|entry| entry.days.contains(day));
        let mut multiples = in_force.filter_map(|entry| entry.value.as_ref());
        let unknown = multiples.find(|multiple| !self.indicators.known(multiple.of(), day))?;
        Some(Missing { file: source::INDICATORS, what: say!("missing-indicator", code = unknown.of()) })
    }

    /// The months from the first day with rates to the last.
    pub fn months(&self, covered: &[(Day, Day)]) -> Result<Vec<Option<LawMonth>>, Error> {
        let (Some(&(first, _)), Some(&(_, last))) = (covered.first(), covered.last()) else { return Ok(Vec::new()) };
        let numbers = first.month().number()..=last.month().number();
        let endless = self.regimes.defaults.last().filter(|_| numbers.clone().count() > MONTHS_MAX);
        if let Some(default) = endless {
            return Err(default.to.refuse(say!("rates-endless", first = first.to_string(), last = last.to_string())));
        }
        numbers.map(|number| self.month(Month::from_number(number), covered)).collect()
    }

    /// The month, where some day of it has rates.
    fn month(&self, month: Month, covered: &[(Day, Day)]) -> Result<Option<LawMonth>, Error> {
        let days = || {
            let with_rates = |day: &Day| covered.iter().any(|(first, last)| (first..=last).contains(&day));
            month.days().filter(with_rates)
        };
        if days().next().is_none() {
            return Ok(None);
        }
        let mut regimes = Vec::new();
        for (regime, rules) in self.regimes.regimes.iter().zip(&self.regimes.rules) {
            let day = days().find(|&day| regime.scope == Scope::Withheld && regime.in_force(day));
            // One day speaks for the month: rates, caps, limits, indicators and roundings change only with a month or
            // with the regime, and a regime does not begin twice in a month.
            regimes.push(match day {
                Some(day) => self.regime_month(rules, day)?,
                None => None,
            });
        }
        Ok(Some(LawMonth { month, regimes }))
    }

    fn regime_month(&self, rules: &Rules<'a>, day: Day) -> Result<Option<RegimeMonth>, Error> {
        let Some(limit) = dated::on(&rules.limits, day) else { return Ok(None) };
        let mut terms = PerPayment::<Option<Terms>>::default();
        let mut rate_citations = PerPayment::from_fn(|_| Arc::clone(&limit.citation));
        for payment in Payment::ALL {
            let Some(rate) = dated::on(&rules.rates[payment], day) else { return Ok(None) };
            rate_citations[payment] = Arc::clone(&rate.citation);
            if let Some(value) = rate.value {
                let rate = rate.with(value);
                let Some(known) = self.terms(&rate, payment, rules, day)? else { return Ok(None) };
                terms[payment] = Some(known);
            }
        }
        let limit_citation = Arc::clone(&limit.citation);
        let limit = self.threshold(limit, day)?;
        Ok(Some(RegimeMonth { terms, rate_citations, limit, limit_citation }))
    }

    fn terms(
        &self,
        rate: &Dated<'a, Rate>,
        payment: Payment,
        rules: &Rules<'a>,
        day: Day,
    ) -> Result<Option<Terms>, Error> {
        let in_force = || rules.caps[payment].iter().filter(|cap| cap.days.contains(day));
        let caps = in_force()
            .filter_map(|cap| self.threshold(cap, day).transpose())
            .collect::<Result<Vec<Threshold>, Error>>()?;
        let lowest = caps.iter().min_by_key(|cap| cap.amount);
        let (unit, mode) =
            (dated::on(&self.roundings.units[payment], day), dated::on(&self.roundings.modes[payment], day));
        let cap_citation = lowest.map(|cap| &cap.citation).or_else(|| in_force().next().map(|cap| &cap.citation));
        let (Some(unit), Some(mode), Some(cap_citation)) = (unit, mode, cap_citation) else { return Ok(None) };
        let rounding = Rounding { unit: unit.value, mode: mode.value };
        Ok(Some(Terms {
            rate: rate.value,
            rate_citation: Arc::clone(&rate.citation),
            cap: lowest.map(|cap| cap.amount),
            cap_citation: Arc::clone(cap_citation),
            floor_citation: value_on(&rules.floors[payment], day).cloned(),
            rounding,
            rounding_citation: Arc::clone(&mode.citation),
            unit_citation: Arc::clone(&unit.citation),
            levy: Levy::new(rate.value, rounding)?,
            caps,
        }))
    }

    /// The cap or limit in tenge; `None` where the entry says that there is none.
    fn threshold(
        &self,
        entry: &Dated<'a, Option<IndicatorMultiple<'a>>>,
        day: Day,
    ) -> Result<Option<Threshold>, Error> {
        let Some(multiple) = &entry.value else { return Ok(None) };
        let citation = Arc::clone(&entry.citation);
        Ok(self.indicators.product(multiple, day)?.map(|product| Threshold {
            amount: product.amount,
            times: product.times,
            of: product.of,
            of_name: product.of_name,
            indicator: product.indicator,
            citation,
            indicator_citation: product.indicator_citation,
        }))
    }
}
