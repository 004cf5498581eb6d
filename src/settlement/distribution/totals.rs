//! Sums of a distribution, and that nothing was lost on the way.

use crate::money::{Tenge, TengeSum};
use crate::payment::{Payment, PerPayment};
use crate::period::Month;
use crate::settlement::distribution::rows::{DistributionRow, DistributionTotal};
use crate::settlement::key::Key;

/// Sums of both sides beside what they ended in. Either side is summed on its way in, before anything is decided.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct DistributionConservation {
    /// The sum of all rows that were paid, those with a wrong ИИН or КНП too.
    pub paid: TengeSum,
    /// The sum of all КГД's sums less what earlier distributions have distributed of them.
    pub computed: TengeSum,
    /// What goes to the funds.
    pub distributed: TengeSum,
    /// What comes back, row by row.
    pub returned: TengeSum,
    /// What is still to be paid.
    pub owed: TengeSum,
}

impl DistributionConservation {
    /// Whether Σ paid = Σ distributed + Σ returned and Σ computed = Σ distributed + Σ owed, to the tiyn.
    pub fn holds(&self) -> bool {
        self.paid.tiyn() == self.distributed.tiyn() + self.returned.tiyn()
            && self.computed.tiyn() == self.distributed.tiyn() + self.owed.tiyn()
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Total {
    /// Whether some row is counted.
    is_any: bool,
    persons: u64,
    computed: TengeSum,
    paid: TengeSum,
    distributed: TengeSum,
    returned: TengeSum,
    owed: TengeSum,
}

/// What was counted of each month and payment. In place of ИПН stands what is of no payment.
#[derive(Debug, Default)]
pub(super) struct TotalsByMonth(Vec<(Month, PerPayment<Total>)>);

impl TotalsByMonth {
    pub fn row(&mut self, row: &DistributionRow) {
        let total = self.of(row.period, row.payment);
        total.persons += 1;
        total.computed += row.computed;
        total.paid += row.paid;
        total.distributed += row.distributed;
        total.returned += row.returned();
        total.owed += row.owed();
    }

    /// A row that comes back and is in no row of the distribution.
    pub fn stray(&mut self, key: Key, amount: Tenge) {
        let total = self.of(key.period(), key.payment());
        total.paid += amount;
        total.returned += amount;
    }

    /// A person with rows of no payment.
    pub fn person(&mut self, key: Key) {
        self.of(key.period(), key.payment()).persons += 1;
    }

    #[inline]
    fn of(&mut self, period: Month, payment: Payment) -> &mut Total {
        // Rows come by month, so that it is nearly always the last one.
        let at = match self.0.last() {
            Some(&(last, _)) if last == period => self.0.len() - 1,
            _ => self.0.binary_search_by_key(&period, |&(month, _)| month).unwrap_or_else(|at| {
                self.0.insert(at, (period, PerPayment::default()));
                at
            }),
        };
        let total = &mut self.0[at].1[payment];
        total.is_any = true;
        total
    }

    /// By month and payment, what is of none first.
    pub fn rows(&self) -> Vec<DistributionTotal> {
        let mut rows = Vec::new();
        for &(period, ref totals) in &self.0 {
            for (payment, &total) in totals.iter().filter(|(_, total)| total.is_any) {
                let Total { is_any: _, persons, computed, paid, distributed, returned, owed } = total;
                let payment = Some(payment).filter(|&payment| payment != Payment::Ipn);
                rows.push(DistributionTotal { period, payment, persons, computed, paid, distributed, returned, owed });
            }
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 10.00 paid = 7.00 + 3.00 that come back; 9.00 computed = 7.00 + 2.00 owed.
    #[test]
    fn a_tiyn_that_is_lost_on_either_side_is_seen() {
        let sum = TengeSum::from_tiyn;
        let whole = DistributionConservation {
            paid: sum(1_000),
            computed: sum(900),
            distributed: sum(700),
            returned: sum(300),
            owed: sum(200),
        };
        assert!(whole.holds());
        for lost in [
            DistributionConservation { paid: sum(1_001), ..whole },
            DistributionConservation { computed: sum(901), ..whole },
            DistributionConservation { returned: sum(299), ..whole },
            DistributionConservation { owed: sum(199), ..whole },
        ] {
            assert!(!lost.holds(), "{lost:?}");
        }
    }
}
