//! Penalties: base rates, and how a penalty is made of them.

use std::sync::Arc;

use crate::error::Error;
use crate::law::citation::Citation;
use crate::law::days::Days;
use crate::law::rounding;
use crate::law::tables::dated;
use crate::law::tables::table::{Entry, Table, Text};
use crate::law::tables::values;
use crate::payment::PerPayment;
use crate::rate::{Rate, Rounding};

/// A base rate of the National Bank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseRate {
    /// The rate of a year.
    pub rate: Rate,
    /// The days on which it holds.
    pub days: Days,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// How many times the base rate a day of delay costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Multiple {
    /// The multiple as the table has it: `1.25`.
    pub times: String,
    /// The multiple in ten-thousandths.
    pub ten_thousandths: u64,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// By how many days the rate of a year is divided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearDays {
    /// The number of days.
    pub days: u32,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// To what a whole penalty is rounded, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PenaltyRounding {
    /// Unit and mode.
    pub rounding: Rounding,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// The table of base rates.
#[derive(Debug)]
pub(in crate::law) struct Penalties {
    /// By first day.
    pub base_rates: Vec<BaseRate>,
    pub multiples: PerPayment<Vec<(Days, Multiple)>>,
    pub years: Vec<(Days, YearDays)>,
    pub roundings: Vec<(Days, PenaltyRounding)>,
}

/// The sections of the table.
pub(in crate::law) const SECTIONS: [&str; 4] = ["base_rate", "multiple", "year", "rounding"];

impl Penalties {
    /// The base rates of the table.
    pub fn read(table: &mut Table<'_>) -> Result<Penalties, Error> {
        let base_rates = table.dated("base_rate", &["rate"], |entry| Ok(((), rate(entry)?)))?;
        let multiples = table.dated("multiple", &["payments", "times"], |entry| {
            Ok((entry.payments()?, values::multiple_of(&entry.text("times")?)?))
        })?;
        let years = table.dated("year", &["days"], |entry| Ok(((), year_days(&entry.text("days")?)?)))?;
        let roundings = table.dated("rounding", &["unit", "mode"], |entry| {
            Ok(((), Rounding { unit: rounding::unit(entry)?, mode: rounding::mode(entry)? }))
        })?;
        let mut per_payment = PerPayment::<Vec<(Days, Multiple)>>::default();
        for (payment, series) in dated::by_key(dated::each_payment(multiples)) {
            dated::fits(&series, &format!("the multiple of `{payment}`"), table.may_have_gaps("multiple"))?;
            let multiple = |entry: dated::Dated<'_, (String, u64)>| {
                let (times, ten_thousandths) = entry.value;
                (entry.days, Multiple { times, ten_thousandths, citation: entry.citation })
            };
            per_payment[payment] = series.into_iter().map(multiple).collect();
        }
        Ok(Penalties {
            base_rates: single(base_rates, "the base rate", table.may_have_gaps("base_rate"))?
                .map(|entry| BaseRate { rate: entry.value, days: entry.days, citation: entry.citation })
                .collect(),
            multiples: per_payment,
            years: single(years, "the number of days of a year", table.may_have_gaps("year"))?
                .map(|entry| (entry.days, YearDays { days: entry.value, citation: entry.citation }))
                .collect(),
            roundings: single(roundings, "the rounding of a penalty", table.may_have_gaps("rounding"))?
                .map(|entry| (entry.days, PenaltyRounding { rounding: entry.value, citation: entry.citation }))
                .collect(),
        })
    }
}

/// The one series of a section, by first day.
fn single<'a, T>(
    entries: Vec<dated::Dated<'a, ((), T)>>,
    what: &str,
    gaps: bool,
) -> Result<std::vec::IntoIter<dated::Dated<'a, T>>, Error> {
    let series = dated::by_key(entries).remove(&()).unwrap_or_default();
    dated::fits(&series, what, gaps)?;
    Ok(series.into_iter())
}

fn rate(entry: &mut Entry<'_>) -> Result<Rate, Error> {
    let text = entry.text("rate")?;
    text.value.parse().map_err(|_| text.refuse("is no rate: write a decimal fraction from 0 to 1, \"0.18\" say"))
}

fn year_days(text: &Text<'_>) -> Result<u32, Error> {
    let digits = text.value.len() == 3 && text.value.bytes().all(|byte| byte.is_ascii_digit());
    let days: Option<u32> = if digits { text.value.parse().ok() } else { None };
    days.filter(|days| (360..=366).contains(days)).ok_or_else(|| text.refuse("is no number from 360 to 366"))
}
