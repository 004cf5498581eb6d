//! Control totals of a run.

use std::collections::BTreeMap;

use crate::law::{Law, RegimeId};
use crate::money::{Tenge, TengeSum};
use crate::payment::{Payment, PerPayment};
use crate::period::{Day, Month};
use crate::reject::RejectCounts;
use crate::withholding::row::RegisterRow;

/// Sums over the register.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    pub operations: u64,
    pub income: TengeSum,
    pub withheld: TengeSum,
    pub amounts: PerPayment<TengeSum>,
    /// Persons' months above the limit.
    pub over_limit: u64,
    /// Rows with exempt income below zero, so that the base of a payment is above the income.
    pub exempt_below_zero: u64,
    /// Persons' months with rows of several regimes under which something is withheld, each with caps of its own.
    pub of_several_regimes: u64,
    pub months: BTreeMap<Month, MonthTotals>,
}

/// Sums over one month of the register.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct MonthTotals {
    pub persons: u64,
    pub amounts: PerPayment<TengeSum>,
    /// Persons with an amount above zero.
    pub payers: PerPayment<u64>,
    /// Regimes that rows of the month are under and something is withheld under.
    pub regimes: Vec<RegimeId>,
}

impl Totals {
    /// Counts one person's month, given by its rows.
    pub fn add(&mut self, rows: &[RegisterRow]) {
        let Some(first) = rows.first() else { return };
        let month = self.months.entry(first.period).or_default();
        month.persons += 1;
        self.over_limit += u64::from(first.over_limit);
        self.of_several_regimes += u64::from(rows.iter().filter(|row| row.regime.withheld().is_some()).count() > 1);
        for row in rows {
            self.operations += row.tally.operations;
            self.income += row.tally.income();
            self.withheld += row.withheld;
            self.exempt_below_zero += u64::from(row.is_exempt_below_zero());
            if let Some(regime) = row.regime.withheld()
                && !month.regimes.contains(&regime)
            {
                month.regimes.push(regime);
            }
        }
        for payment in Payment::ALL {
            let mut pays = false;
            for row in rows {
                let amount = row.amount(payment);
                month.amounts[payment] += amount;
                self.amounts[payment] += amount;
                pays |= amount > Tenge::ZERO;
            }
            month.payers[payment] += u64::from(pays);
        }
    }

    /// Adds what another part of the same register came to.
    pub fn merge(&mut self, other: &Totals) {
        self.operations += other.operations;
        self.income += other.income;
        self.withheld += other.withheld;
        self.over_limit += other.over_limit;
        self.exempt_below_zero += other.exempt_below_zero;
        self.of_several_regimes += other.of_several_regimes;
        for payment in Payment::ALL {
            self.amounts[payment] += other.amounts[payment];
        }
        for (&period, more) in &other.months {
            let month = self.months.entry(period).or_default();
            month.persons += more.persons;
            for payment in Payment::ALL {
                month.amounts[payment] += more.amounts[payment];
                month.payers[payment] += more.payers[payment];
            }
            for &regime in &more.regimes {
                if !month.regimes.contains(&regime) {
                    month.regimes.push(regime);
                }
            }
        }
    }
}

/// A row of `payments.csv`: what to transfer, to whom, by when.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PaymentRow {
    /// The payment.
    pub payment: Payment,
    /// The month of income.
    pub period: Month,
    /// The code of the payment's purpose.
    pub knp: String,
    /// The recipient's БИН; empty where the tables have none.
    pub recipient: String,
    /// Persons with an amount above zero.
    pub persons: u64,
    /// What to transfer, in tenge.
    pub amount: TengeSum,
    /// The statutory day.
    pub due_on: Option<Day>,
}

/// The payments that the regimes of the months know, zero or not, sorted by month and payment.
pub(crate) fn payments(totals: &Totals, law: &Law) -> Vec<PaymentRow> {
    let mut rows = Vec::new();
    for (&period, month) in &totals.months {
        for payment in Payment::ALL {
            let knows = |&&regime: &&RegimeId| {
                law.month(period)
                    .and_then(|month| month.regime(regime))
                    .is_some_and(|terms| terms.terms[payment].is_some())
            };
            let regimes: Vec<RegimeId> = month.regimes.iter().filter(knows).copied().collect();
            if regimes.is_empty() {
                continue;
            }
            let remittance = law.remittance(payment, period.last_day());
            rows.push(PaymentRow {
                payment,
                period,
                knp: remittance.map(|remittance| remittance.knp.clone()).unwrap_or_default(),
                recipient: remittance
                    .and_then(|remittance| remittance.recipient)
                    .map(|bin| bin.to_string())
                    .unwrap_or_default(),
                persons: month.payers[payment],
                amount: month.amounts[payment],
                // Where regimes have different days, the earlier one counts (law.md section 8).
                due_on: regimes
                    .iter()
                    .filter_map(|&regime| law.due_on(regime, payment, period))
                    .map(|due| due.day)
                    .min(),
            });
        }
    }
    rows
}

/// What became of the rows of one kind of input.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct RowCounts {
    /// Rows read: lines without a byte and headers are none.
    pub read: u64,
    pub rejected: RejectCounts,
}

impl RowCounts {
    #[cfg(feature = "cli")]
    pub fn add(&mut self, other: &RowCounts) {
        self.read += other.read;
        self.rejected.add(&other.rejected);
    }

    pub fn accepted(&self) -> u64 {
        self.read - self.rejected.total()
    }
}
