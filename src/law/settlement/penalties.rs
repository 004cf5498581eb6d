//! Penalties: base rates, and how a penalty is made of them.

use std::sync::Arc;

use crate::error::Error;
use crate::law::citation::Citation;
use crate::law::days::Days;
use crate::law::rounding;
use crate::law::tables::table::{Entry, Series, Table};
use crate::law::tables::values;
use crate::payment::PerPayment;
use crate::rate::{Rate, Rounding};
use crate::words::say;

/// A base rate of the National Bank.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
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
#[non_exhaustive]
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
#[non_exhaustive]
pub struct YearDays {
    /// The number of days.
    pub days: u32,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// To what a whole penalty is rounded, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
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
    pub multiples: PerPayment<Series<Multiple>>,
    pub years: Series<YearDays>,
    pub roundings: Series<PenaltyRounding>,
}

/// The sections of the table.
pub(in crate::law) const SECTIONS: [&str; 4] = ["base_rate", "multiple", "year", "rounding"];

impl Penalties {
    /// The base rates of the table.
    pub fn read(table: &mut Table<'_>) -> Result<Penalties, Error> {
        let base_rates = table.single("base_rate", &["rate"], say!("dated-base-rate"), |entry, citation| {
            Ok((rate(entry)?, Arc::clone(citation)))
        })?;
        let base_rates = base_rates.into_iter().map(|(days, (rate, citation))| BaseRate { rate, days, citation });
        Ok(Penalties {
            base_rates: base_rates.collect(),
            multiples: table.per_payment(
                "multiple",
                &["times"],
                |payment| say!("dated-multiple", payment = payment.code()),
                |entry, citation| {
                    let (times, ten_thousandths) = values::multiple_of(&entry.text("times")?)?;
                    Ok(Multiple { times, ten_thousandths, citation: Arc::clone(citation) })
                },
            )?,
            years: table.single("year", &["days"], say!("dated-year"), |entry, citation| {
                let days = values::number(&entry.text("days")?, 360..=366, say!("year-days-wrong"))?;
                Ok(YearDays { days, citation: Arc::clone(citation) })
            })?,
            roundings: table.single(
                "rounding",
                &["unit", "mode"],
                say!("dated-penalty-rounding"),
                |entry, citation| {
                    let rounding = Rounding { unit: rounding::unit(entry)?, mode: rounding::mode(entry)? };
                    Ok(PenaltyRounding { rounding, citation: Arc::clone(citation) })
                },
            )?,
        })
    }
}

fn rate(entry: &mut Entry<'_>) -> Result<Rate, Error> {
    let text = entry.text("rate")?;
    text.value.parse().map_err(|_| text.refuse(say!("base-rate-wrong")))
}
