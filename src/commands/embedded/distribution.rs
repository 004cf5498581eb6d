//! The distribution over tables of columns.

use std::collections::{HashMap, HashSet};

use crate::batch::operation::Position;
use crate::batch::rejects::shown_value;
use crate::commands::distribute::{Has, PAID, PaidRows};
use crate::commands::embedded::rows::{RejectedRow, each_row};
use crate::commands::received::answers::{KGD, SOCIAL_SUMS, kgd_row};
use crate::commands::received::rejects::SettlementReject;
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::law::Law;
use crate::payment::Payment;
use crate::person::Iin;
use crate::reading::cells::{Cells, RowFault, at_fault};
use crate::reading::columns::{Columns, place};
use crate::reading::exemptions;
use crate::reading::fault::Fault;
use crate::reading::header::mapping::Zeros;
use crate::reading::reasons::Reason;
use crate::run::rows_in::Months;
use crate::settlement::{Computed, Distributed, Distributing, Distribution, Side, UnfitFault};
use crate::words::say;

/// The tables of a distribution.
#[derive(Debug)]
pub struct DistributionTables<C> {
    /// What was paid.
    pub paid: C,
    /// Which of the columns that may be left out it has.
    pub has: Has,
    /// What КГД has computed.
    pub kgd: C,
    /// Exemptions.
    pub exemptions: Option<C>,
    /// Rows of earlier distributions.
    pub after: Vec<C>,
}

/// The names of the tables of a distribution, by number.
pub const DISTRIBUTION_TABLES: [&str; 3] = ["paid", "kgd", "exemptions"];

/// The number of the column with the person.
const IIN: usize = 0;

/// The number of the row, from 0.
fn row_of(position: Position) -> u64 {
    position.line().saturating_sub(1)
}

/// Distributes what was paid by what КГД has computed; the rejected rows are in the order of their tables. With them
/// how many rows both have.
///
/// # Errors
/// What a table fails with; kind [`ErrorKind::Input`] where a row of an earlier distribution is none; as
/// [`Distributing::finish`].
pub fn distribute<C: Columns>(
    law: &Law,
    tables: &DistributionTables<C>,
) -> Result<(Distribution, Vec<RejectedRow>, [u64; 2]), Error> {
    let mut rejects = DistributionRejects { law, rows: Vec::new() };
    let mut rows = PaidRows::new(Distributing::new(law));
    let paid = each_row(&tables.paid, |number, row| {
        rejects.judge((0, number), &PAID, row, |row, place| rows.row(row, (tables.has, Zeros::AsTheyStand), place))
    })?;
    let (mut distributing, mut months) = (rows.distributing, Months::default());
    // ИИН that stand otherwise than as twelve digits, by row: of a repeated one the field is told as it stood.
    let mut iins: HashMap<u64, String> = HashMap::new();
    let computed = each_row(&tables.kgd, |number, row| {
        rejects.judge((1, number), &KGD, row, |row, place| {
            let read = kgd_row(row, Zeros::AsTheyStand, &mut months, SOCIAL_SUMS)?;
            if row.iin(IIN).is_none() {
                iins.insert(number, row.shown(IIN));
            }
            // A sum below zero was rejected.
            distributing.computed(Computed { iin: read.iin, period: read.period, amounts: read.amounts(), place });
            Ok(())
        })
    })?;
    if let Some(table) = &tables.exemptions {
        each_row(table, |number, row| {
            rejects.judge((2, number), &exemptions::COLUMNS, row, |row, _| {
                let read = exemptions::read(row, law, Zeros::AsTheyStand).map_err(|(_, fault)| fault)?;
                distributing.facts.exemption(read.exemption);
                Ok(())
            })
        })?;
    }
    for table in &tables.after {
        let mut seen = HashSet::new();
        each_row(table, |number, row| {
            let of_row = earlier(row, number)?;
            if !seen.insert((of_row.iin, of_row.period, of_row.payment)) {
                return Err(no_earlier(number));
            }
            distributing.distributed(of_row).map_err(|_| no_earlier(number))
        })?;
    }
    let distribution = distributing.finish()?;
    for unfit in distribution.unfit().iter().filter(|unfit| unfit.side == Side::Computed) {
        if let UnfitFault::Repeated { iin, counts } = unfit.fault {
            let row = row_of(unfit.place);
            let value = iins.remove(&row).unwrap_or_else(|| iin.to_string());
            rejects.repeated((row, &value), row_of(counts));
        }
    }
    if !distribution.conservation().holds() {
        return Err(Error::defect(say!("distributed-not-conserved")));
    }
    let mut rows = rejects.rows;
    rows.sort_by_key(|row| (row.table, row.row));
    Ok((distribution, rows, [paid, computed]))
}

/// A row of an earlier distribution, which a program has written.
fn earlier<'r>(row: &impl Cells<'r>, number: u64) -> Result<Distributed, Error> {
    let text = |column: usize| row.text(column).unwrap_or_default();
    let read = || {
        let payment = std::str::from_utf8(&text(2)).ok()?.parse::<Payment>().ok()?;
        let amount = row.amount(3).or_else(|| std::str::from_utf8(&text(3)).ok()?.parse().ok())?;
        let iin = Iin::parse(&text(0)).ok()?;
        Some(Distributed { iin, period: Months::default().read(&text(1))?, payment, amount })
    };
    read().ok_or_else(|| no_earlier(number))
}

/// A row is none of a distribution, which has one of each person, month and payment and no amount below zero.
fn no_earlier(number: u64) -> Error {
    Error::new(ErrorKind::Input, say!("embedded-after-no-row", number = number.to_string()))
        .with_hint(say!("embedded-after-no-row-hint"))
}

struct DistributionRejects<'l> {
    law: &'l Law,
    rows: Vec<RejectedRow>,
}

impl DistributionRejects<'_> {
    /// Hands a row on, and keeps it where it is not taken.
    fn judge<'r, R: Cells<'r>>(
        &mut self,
        (table, number): (usize, u64),
        columns: &[&str],
        row: &R,
        take: impl FnOnce(&R, Position) -> Result<(), Fault<SettlementReject>>,
    ) -> Result<(), Error> {
        let taken = match row.fault() {
            Some(RowFault(reason)) => Err(Fault::row(reason)),
            None => take(row, place(table, number)),
        };
        if let Err(Fault { reject, reason, column }) = taken {
            let (field, value) = at_fault(row, columns, column);
            self.push((table, number), reject, [field, shown_value(&value), &self.message(reason)]);
        }
        Ok(())
    }

    fn message(&self, reason: Reason) -> String {
        reason.message(self.law).say(Language::En)
    }

    fn push(&mut self, (table, row): (usize, u64), reject: SettlementReject, texts: [&str; 3]) {
        let [field, value, message] = texts.map(str::to_owned);
        self.rows.push(RejectedRow { table, row, operation_id: None, code: reject.code(), field, value, message });
    }

    fn repeated(&mut self, (row, iin): (u64, &str), counts: u64) {
        // As if the table were a file with a header.
        let counts = (counts + 2).to_string();
        let message = say!("row-repeated", file = DISTRIBUTION_TABLES[1], line = counts).say(Language::En);
        self.push((1, row), SettlementReject::Repeated, [KGD[IIN], shown_value(iin), &message]);
    }
}
