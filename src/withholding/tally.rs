//! Sums of the operations of one person, month and regime.

use crate::error::{Error, ErrorKind};
use crate::law::{Categories, CategoryId, Law};
use crate::money::Tenge;
use crate::payment::{Payment, PaymentSet, PerPayment};
use crate::period::Day;
use crate::words::say;

/// What a person's categories exempt from on a day, and which of them for each payment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Exempting {
    /// The payments that are not due from income received on the day.
    pub payments: PaymentSet,
    /// The categories that make it so.
    pub by: PerPayment<Categories>,
}

impl Exempting {
    /// The effect of these categories on this day; effects unite.
    ///
    /// # Law
    /// law.md section 6; each effect has its provision in `rates/exemptions.toml`.
    pub fn on(law: &Law, categories: Categories, day: Day) -> Exempting {
        let payments = law.exempt(categories, day);
        if payments.is_empty() {
            return Exempting::default();
        }
        let by = PerPayment::from_fn(|payment| {
            let exempts = |category: &CategoryId| law.exemption(*category, payment, day).is_some();
            categories.iter().filter(exempts).fold(Categories::default(), Categories::with)
        });
        Exempting { payments, by }
    }
}

/// Sums over operations: income received and given back, and how much of it was exempt from each payment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Operations counted.
    pub operations: u64,
    /// Income received less income given back.
    income: i64,
    /// Each side alone only grows, so whether a sum fits does not depend on the order of operations.
    received: i64,
    given_back: i64,
    exempt: PerPayment<ExemptTally>,
}

/// The part of a [`Tally`] that is exempt from one payment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ExemptTally {
    /// Operations on exempt days.
    pub operations: u64,
    income: i64,
    /// Categories that exempted any of them.
    pub categories: Categories,
}

impl ExemptTally {
    /// Income of the operations on exempt days.
    pub fn income(&self) -> Tenge {
        Tenge::from_tiyn(self.income)
    }
}

impl Tally {
    /// Sums that were made earlier: operations, income received and given back, and of each payment the operations on
    /// exempt days with their income and the categories. `None` where no operations can have come to them: a side is below
    /// zero, or what is exempt is no part of the whole.
    pub(crate) fn from_parts(
        operations: u64,
        (received, given_back): (i64, i64),
        exempt: PerPayment<(u64, i64, Categories)>,
    ) -> Option<Tally> {
        let exempt = PerPayment::from_fn(|payment| {
            let (operations, income, categories) = exempt[payment];
            ExemptTally { operations, income, categories }
        });
        let is_part = |exempt: &ExemptTally| {
            exempt.operations <= operations && exempt.income <= received && exempt.income >= given_back.saturating_neg()
        };
        let is_possible =
            received >= 0 && given_back >= 0 && Payment::ALL.iter().all(|&payment| is_part(&exempt[payment]));
        is_possible.then(|| Tally { operations, income: received - given_back, received, given_back, exempt })
    }

    /// Income given back, at least zero.
    pub(crate) fn given_back(&self) -> Tenge {
        Tenge::from_tiyn(self.given_back)
    }

    /// Counts operations of days with this effect: their number, the income they received and the income they gave
    /// back, both at least zero.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Overflow`] where a side exceeds 92 233 720 368 547 758.07 tenge.
    #[inline]
    pub fn add(
        &mut self,
        exempting: &Exempting,
        operations: u64,
        received: Tenge,
        given_back: Tenge,
    ) -> Result<(), Error> {
        self.operations = self.operations.checked_add(operations).ok_or_else(overflow)?;
        self.received = self.received.checked_add(received.tiyn()).ok_or_else(overflow)?;
        self.given_back = self.given_back.checked_add(given_back.tiyn()).ok_or_else(overflow)?;
        let plus = |sum: i64, more: i64| sum.checked_add(more).ok_or_else(overflow);
        let income = received.tiyn().checked_sub(given_back.tiyn()).ok_or_else(overflow)?;
        self.income = plus(self.income, income)?;
        if !exempting.payments.is_empty() {
            for payment in Payment::ALL {
                if exempting.payments.contains(payment) {
                    let exempt = &mut self.exempt[payment];
                    exempt.operations = exempt.operations.checked_add(operations).ok_or_else(overflow)?;
                    exempt.income = plus(exempt.income, income)?;
                    exempt.categories = exempt.categories.union(exempting.by[payment]);
                }
            }
        }
        Ok(())
    }

    /// Counts one operation of a day with this effect.
    ///
    /// # Errors
    /// As [`Tally::add`].
    #[inline]
    pub fn add_operation(&mut self, exempting: &Exempting, income: Tenge) -> Result<(), Error> {
        let (received, given_back) = sides(income);
        self.add(exempting, 1, received, given_back)
    }

    /// Income received less income given back.
    #[inline]
    pub fn income(&self) -> Tenge {
        Tenge::from_tiyn(self.income)
    }

    /// Income received, before any was given back: no running sum is ever above it.
    pub fn received(&self) -> Tenge {
        Tenge::from_tiyn(self.received)
    }

    /// What is exempt from this payment.
    #[inline]
    pub fn exempt(&self, payment: Payment) -> &ExemptTally {
        &self.exempt[payment]
    }
}

/// An operation's income as income received and income given back; one of them is zero.
#[inline]
pub(crate) fn sides(income: Tenge) -> (Tenge, Tenge) {
    (Tenge::from_tiyn(income.tiyn().max(0)), Tenge::from_tiyn(income.tiyn().min(0).saturating_neg()))
}

pub(crate) fn overflow() -> Error {
    Error::new(ErrorKind::Overflow, say!("incomes-too-large"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A state that nobody's program has written may say anything of its sums.
    #[test]
    fn sums_that_do_not_fit_together_are_an_error_and_do_not_wrap() {
        let exempting = Exempting { payments: PaymentSet::EMPTY.with(Payment::Opv), by: PerPayment::default() };
        let with = |operations, (received, given_back), (of_exempt, income, categories)| {
            let exempt = PerPayment::from_fn(|_| ExemptTally { operations: of_exempt, income, categories });
            Tally { operations, income: received - given_back, received, given_back, exempt }
        };
        let none = (0, 0, Categories::EMPTY);
        let (tenge, zero) = (Tenge::from_tiyn(100), Tenge::ZERO);
        for mut forged in [
            with(u64::MAX, (0, 0), none),
            with(0, (i64::MAX, 0), none),
            with(0, (0, -i64::MAX), none),
            with(0, (0, 0), (u64::MAX, 0, Categories::EMPTY)),
            with(0, (0, 0), (0, i64::MAX, Categories::EMPTY)),
        ] {
            assert_eq!(forged.add(&exempting, 1, tenge, zero).unwrap_err().kind(), ErrorKind::Overflow, "{forged:?}");
        }
        assert!(with(0, (0, 0), none).add(&exempting, 1, tenge, zero).is_ok());
    }
}
