//! Indicators: amounts in tenge that caps and limits are multiples of.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::error::Error;
use crate::law::citation::Citation;
use crate::law::days::Days;
use crate::law::names::Names;
use crate::law::tables::dated::{self, Dated};
use crate::law::tables::table::{Series, Table, Text};
use crate::law::tables::values;
use crate::money::Tenge;
use crate::period::Day;
use crate::words::{Message, say};

/// An amount that caps and limits are multiples of.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Indicator {
    /// The code: `mrp`, `mzp`.
    pub code: String,
    /// The name for people: `МРП`.
    pub name: Names,
    /// The amount in tenge.
    pub amount: Tenge,
    /// What it rests on.
    pub citation: Arc<Citation>,
}

/// Decimals of an amount in tenge.
const TIYN_DECIMALS: u32 = 2;

/// The indicators by code.
pub(super) struct Indicators<'a> {
    series: BTreeMap<String, Vec<Dated<'a, Tenge>>>,
    names: BTreeMap<String, Names>,
}

/// The sections of the table.
pub(super) const SECTIONS: [&str; 2] = ["name", "indicator"];

/// A multiple of an indicator as the tables write it.
#[derive(Clone)]
pub(super) struct IndicatorMultiple<'a> {
    times: Text<'a>,
    of: String,
    factor: Decimal,
}

/// A multiple of an indicator in tenge.
pub(super) struct Product {
    pub amount: Tenge,
    pub times: String,
    pub of: String,
    pub of_name: Names,
    pub indicator: Tenge,
    pub indicator_citation: Arc<Citation>,
}

impl<'a> Indicators<'a> {
    /// The indicators of the table.
    pub fn read(table: &mut Table<'a>) -> Result<Indicators<'a>, Error> {
        let mut names = BTreeMap::new();
        for mut entry in table.entries("name", &["code", "en", "ru", "kk"])? {
            let code = entry.code()?;
            if names.insert(code.value.clone().into_owned(), entry.names()?).is_some() {
                return Err(code.refuse(say!("table-twice")));
            }
        }
        let entries = table.dated("indicator", &["code"], &["amount"], |entry| {
            let code = entry.code()?;
            if !names.contains_key(code.value.as_ref()) {
                return Err(code.refuse(say!("indicator-without-name")));
            }
            Ok((code.value.into_owned(), values::amount(&entry.text("amount")?)?))
        })?;
        let mut series = BTreeMap::<String, Vec<Dated<'a, Tenge>>>::new();
        for entry in entries {
            let (code, amount) = &entry.value;
            if entry.days.to.is_none() {
                return Err(entry.to.refuse(say!("indicator-without-end", code = code)));
            }
            dated::changes_with_months(&entry, &[], &say!("dated-indicator", code = code.as_str()))?;
            series.entry(code.clone()).or_default().push(entry.with(*amount));
        }
        for (code, entries) in &mut series {
            entries.sort_by_key(|entry| entry.days.from);
            dated::fits(entries, &say!("dated-indicator", code = code.as_str()), table.may_have_gaps("indicator"))?;
        }
        Ok(Indicators { series, names })
    }

    /// The multiple that two texts of a table write.
    pub fn multiple(&self, times: Text<'a>, of: Text<'a>) -> Result<IndicatorMultiple<'a>, Error> {
        if !self.series.contains_key(of.value.as_ref()) {
            return Err(of.refuse(say!("indicator-unknown")));
        }
        let factor = values::factor(&times)?;
        Ok(IndicatorMultiple { times, of: of.value.into_owned(), factor })
    }

    /// Whether the indicator has a value on the day.
    pub fn known(&self, code: &str, day: Day) -> bool {
        self.on(code, day).is_some()
    }

    /// The multiple in tenge on the day; `None` where the indicator has no value.
    pub fn product(&self, multiple: &IndicatorMultiple<'a>, day: Day) -> Result<Option<Product>, Error> {
        let Some(indicator) = self.on(&multiple.of, day) else { return Ok(None) };
        let refuse = |reason: Message| {
            multiple.times.spot.refuse(say!(
                "indicator-product",
                times = multiple.times.value.as_ref(),
                amount = indicator.value.to_string(),
                code = &multiple.of,
                day = day.to_string(),
                reason = reason
            ))
        };
        let product = Decimal::from(indicator.value)
            .checked_mul(multiple.factor)
            .ok_or_else(|| refuse(say!("table-out-of-range")))?;
        if product.normalize().scale() > TIYN_DECIMALS {
            return Err(refuse(say!("indicator-product-not-exact")));
        }
        let amount = Tenge::try_from(product).map_err(|_| refuse(say!("table-out-of-range")))?;
        Ok(Some(Product {
            amount,
            times: multiple.times.value.clone().into_owned(),
            of: multiple.of.clone(),
            of_name: self.names.get(&multiple.of).cloned().unwrap_or_default(),
            indicator: indicator.value,
            indicator_citation: Arc::clone(&indicator.citation),
        }))
    }

    /// The days of all values.
    pub fn edges(&self) -> impl Iterator<Item = Days> {
        self.series.values().flatten().map(|entry| entry.days)
    }

    /// All values, by code and first day.
    pub fn listed(&self) -> Series<Indicator> {
        let mut listed = Vec::new();
        for (code, entries) in &self.series {
            listed.extend(entries.iter().map(|entry| {
                let (code, citation) = (code.clone(), Arc::clone(&entry.citation));
                let name = self.names.get(&code).cloned().unwrap_or_default();
                (entry.days, Indicator { code, name, amount: entry.value, citation })
            }));
        }
        listed
    }

    fn on(&self, code: &str, day: Day) -> Option<&Dated<'a, Tenge>> {
        self.series.get(code).and_then(|entries| dated::on(entries, day))
    }
}

impl IndicatorMultiple<'_> {
    /// The indicator's code.
    pub fn of(&self) -> &str {
        &self.of
    }
}
