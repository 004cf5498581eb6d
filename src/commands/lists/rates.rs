//! At which rate a person is paid for: without the right one in the purpose everything comes back.

use crate::law::Law;
use crate::payment::{Payment, PerPayment};
use crate::period::Month;
use crate::rate::Rate;

/// The rates that a person's rows of a month have of a payment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct RateOf {
    /// Of rows with an amount.
    paid: Found,
    /// Of rows without one.
    other: Found,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Found {
    #[default]
    None,
    One(Rate),
    /// Several, of which this is the lowest.
    Several(Rate),
}

impl RateOf {
    /// Takes the rate of a row.
    pub fn add(&mut self, rate: Rate, has_amount: bool) {
        let found = if has_amount { &mut self.paid } else { &mut self.other };
        *found = match *found {
            Found::None => Found::One(rate),
            Found::One(known) if known == rate => Found::One(rate),
            Found::One(known) | Found::Several(known) => Found::Several(known.min(rate)),
        };
    }

    fn found(self) -> Found {
        if self.paid == Found::None { self.other } else { self.paid }
    }
}

/// The rates of payments in a month by the tables.
#[derive(Debug, Clone)]
pub(crate) struct MonthRates {
    month: Month,
    /// All, from the lowest on.
    rates: PerPayment<Vec<Rate>>,
    /// Of who is not listed.
    default: PerPayment<Option<Rate>>,
}

impl MonthRates {
    pub fn new(law: &Law, month: Month) -> MonthRates {
        let terms = law.month(month);
        let default = law.default_regime(month.last_day()).and_then(|regime| terms?.regime(regime));
        let rates = PerPayment::from_fn(|payment| {
            terms.map(|month| month.rates(payment)).unwrap_or_default().into_iter().collect()
        });
        let default = PerPayment::from_fn(|payment| Some(default?.terms[payment].as_ref()?.rate));
        MonthRates { month, rates, default }
    }

    /// Whether lists of the payment are told apart by their rates.
    pub fn has_several(&self, payment: Payment) -> bool {
        self.rates[payment].len() > 1
    }

    /// Whether it is one of the payment's.
    pub fn has(&self, payment: Payment, rate: Rate) -> bool {
        self.rates[payment].contains(&rate)
    }

    /// Whether a person without a rate takes that of who is not listed, which is one of several.
    pub fn is_default(&self, payment: Payment, rate: RateOf) -> bool {
        self.has_several(payment) && rate.found() == Found::None
    }

    /// The rate of the list that a person's amount belongs to, and whether it is his one rate: who has several, or none,
    /// is on no list.
    pub fn of(&self, payment: Payment, rate: RateOf) -> (Option<Rate>, bool) {
        match &self.rates[payment][..] {
            [] => (None, false),
            [one] => (Some(*one), true),
            _ => match rate.found() {
                Found::One(rate) => (Some(rate), true),
                Found::Several(lowest) => (Some(lowest), false),
                Found::None => (self.default[payment], self.default[payment].is_some()),
            },
        }
    }
}

/// The rates of months, of which the last that was looked up is at hand.
pub(crate) struct Rates<'l> {
    pub law: &'l Law,
    month: Option<MonthRates>,
}

impl<'l> Rates<'l> {
    pub fn new(law: &'l Law) -> Rates<'l> {
        Rates { law, month: None }
    }

    pub fn month(&mut self, month: Month) -> &MonthRates {
        if self.month.as_ref().is_none_or(|known| known.month != month) {
            self.month = None;
        }
        self.month.get_or_insert_with(|| MonthRates::new(self.law, month))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(text: &str) -> Rate {
        text.parse().unwrap()
    }

    fn of(rows: &[(&str, bool)]) -> RateOf {
        let mut of = RateOf::default();
        rows.iter().for_each(|&(text, has_amount)| of.add(rate(text), has_amount));
        of
    }

    /// ОПВ of June 2025: 1 % in the mobile application, which is the default, 10 % under the general procedure of it.
    #[test]
    fn of_several_rates_that_of_the_rows_with_an_amount_decides() {
        let rates = MonthRates::new(&Law::builtin().unwrap(), "2025-06".parse().unwrap());
        assert!(rates.has_several(Payment::Opv) && !rates.has_several(Payment::Ipn));
        for (rows, expected) in [
            (&[][..], ("0.01", true)),
            (&[("0.1", true)], ("0.1", true)),
            (&[("0.1", true), ("0.1", true)], ("0.1", true)),
            (&[("0.1", true), ("0.01", true)], ("0.01", false)),
            (&[("0.1", true), ("0.01", false)], ("0.1", true)),
            (&[("0.1", false)], ("0.1", true)),
        ] {
            let (found, is_one) = rates.of(Payment::Opv, of(rows));
            assert_eq!((found, is_one), (Some(rate(expected.0)), expected.1), "{rows:?}");
        }
        // ОПВР was due from 2026 on.
        assert_eq!(rates.of(Payment::Opvr, of(&[])), (None, false));
    }

    #[test]
    fn where_there_is_one_rate_it_is_everybodys() {
        let rates = MonthRates::new(&Law::builtin().unwrap(), "2026-08".parse().unwrap());
        for payment in [Payment::Opv, Payment::Opvr, Payment::So, Payment::Vosms] {
            assert_eq!(rates.of(payment, of(&[])), (Some(rate("0.01")), true), "{payment}");
        }
    }
}
