//! Rounding: unit and mode of each payment.

use std::collections::BTreeMap;

use crate::error::Error;
use crate::law::tables::dated::{self, Dated};
use crate::law::tables::table::{Entry, Table};
use crate::law::tables::values;
use crate::money::Tenge;
use crate::payment::{Payment, PerPayment};
use crate::rate::{Levy, Rate, Rounding, RoundingMode};
use crate::words::{Message, say};

/// The units and modes of each payment.
pub(super) struct Roundings<'a> {
    pub units: PerPayment<Vec<Dated<'a, Tenge>>>,
    pub modes: PerPayment<Vec<Dated<'a, RoundingMode>>>,
}

impl<'a> Roundings<'a> {
    /// The units and modes of the table.
    pub fn read(table: &mut Table<'a>) -> Result<Roundings<'a>, Error> {
        let units = table.dated("unit", &["payments"], &["unit"], |entry| Ok((entry.payments()?, unit(entry)?)))?;
        let modes = table.dated("mode", &["payments"], &["mode"], |entry| Ok((entry.payments()?, mode(entry)?)))?;
        Ok(Roundings {
            units: per_payment(
                units,
                |payment| say!("dated-rounding-unit", payment = payment.code()),
                table.may_have_gaps("unit"),
            )?,
            modes: per_payment(
                modes,
                |payment| say!("dated-rounding-mode", payment = payment.code()),
                table.may_have_gaps("mode"),
            )?,
        })
    }
}

/// One value for several payments each made a series of its payment, which changes only with months.
fn per_payment<'a, T: Copy>(
    entries: Vec<Dated<'a, (Vec<Payment>, T)>>,
    what: impl Fn(Payment) -> Message,
    gaps: bool,
) -> Result<PerPayment<Vec<Dated<'a, T>>>, Error> {
    let mut series: BTreeMap<Payment, Vec<Dated<'a, T>>> = dated::by_key(dated::each_key(entries));
    for (payment, entries) in &series {
        let what = what(*payment);
        for entry in entries {
            dated::changes_with_months(entry, &[], &what)?;
        }
        dated::fits(entries, &what, gaps)?;
    }
    Ok(PerPayment::from_fn(|payment| series.remove(&payment).unwrap_or_default()))
}

/// The unit of rounding under `unit`.
pub(super) fn unit(entry: &mut Entry<'_>) -> Result<Tenge, Error> {
    let text = entry.text("unit")?;
    let unit = values::amount(&text)?;
    Levy::new(Rate::ZERO, Rounding { unit, mode: RoundingMode::Down })
        .map_err(|_| text.refuse(say!("rounding-unit-too-large")))?;
    Ok(unit)
}

/// The mode of rounding under `mode`.
pub(super) fn mode(entry: &mut Entry<'_>) -> Result<RoundingMode, Error> {
    let modes = [RoundingMode::HalfUp, RoundingMode::Up, RoundingMode::Down];
    entry.text("mode")?.one_of(&modes.map(|mode| (mode.code(), mode)), say!("rounding-no-mode"))
}
