//! Refunds: reasons, how many persons an application has, and what a person has to look at.

use std::sync::Arc;

use crate::error::Error;
use crate::law::citation::Citation;
use crate::law::names::Names;
use crate::law::tables::dated;
use crate::law::tables::table::{Entry, Series, Table};
use crate::law::tables::values::most;
use crate::payment::{Payment, PerPayment};
use crate::words::{Message, say};

/// Why something is asked back, or what is to be looked at before.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RefundNote {
    /// The identifier in files.
    pub code: String,
    /// The wording for people.
    pub name: Names,
    /// The payments for which it is known.
    pub payments: Vec<Payment>,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// How many persons an application has at most.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RefundBatch {
    /// Persons of one application.
    pub persons_max: usize,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// The table of refunds.
#[derive(Debug)]
pub(in crate::law) struct Refunds {
    pub reasons: Series<RefundNote>,
    pub flags: Series<RefundNote>,
    pub batches: PerPayment<Series<RefundBatch>>,
}

/// The sections of the table.
pub(in crate::law) const SECTIONS: [&str; 3] = ["reason", "batch", "flag"];

impl Refunds {
    /// The refunds of the table.
    pub fn read(table: &mut Table<'_>) -> Result<Refunds, Error> {
        let reasons = notes(table, "reason", |code| say!("dated-reason", code = code))?;
        let batches = table.per_payment(
            "batch",
            &["persons"],
            |payment| say!("dated-batch", payment = payment.code()),
            |entry, citation| {
                let persons_max = most(&entry.text("persons")?)? as usize;
                Ok(RefundBatch { persons_max, citation: Arc::clone(citation) })
            },
        )?;
        Ok(Refunds { reasons, flags: notes(table, "flag", |code| say!("dated-flag", code = code))?, batches })
    }
}

/// The reasons or flags of the table, in its order; those of one code do not hold on one day.
fn notes(
    table: &mut Table<'_>,
    section: &'static str,
    what: impl Fn(&String) -> Message,
) -> Result<Series<RefundNote>, Error> {
    let entries = table.cited(section, &["code"], &["payments", "en", "ru", "kk"], note)?;
    for (number, entry) in entries.iter().enumerate() {
        let mut series: Vec<_> =
            entries[number..].iter().filter(|other| other.value.code == entry.value.code).collect();
        series.sort_by_key(|entry| entry.days.from);
        let series: Vec<_> = series.into_iter().map(|entry| entry.with(())).collect();
        dated::fits(&series, &what(&entry.value.code), table.may_have_gaps(section))?;
    }
    Ok(entries.into_iter().map(|entry| (entry.days, entry.value)).collect())
}

fn note(entry: &mut Entry<'_>, citation: &Arc<Citation>) -> Result<RefundNote, Error> {
    let code = entry.code()?.value.into_owned();
    let payments = entry.payments()?;
    Ok(RefundNote { code, name: entry.names()?, payments, citation: Arc::clone(citation) })
}
