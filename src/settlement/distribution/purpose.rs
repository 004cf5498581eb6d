//! What a КНП and a rate say of a payment in a month.

use std::collections::BTreeSet;

use crate::law::Law;
use crate::payment::{Payment, PerPayment};
use crate::period::Month;
use crate::rate::Rate;

/// What a КНП is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// One of the four that are distributed.
    Social(Payment),
    /// ИПН, or a penalty.
    Apart,
    /// Nothing that the tables have.
    Unknown,
}

/// The codes and rates of a month.
#[derive(Debug)]
pub(super) struct MonthPurposes<'l> {
    period: Month,
    codes: Vec<(&'l str, Purpose)>,
    /// The rates that regimes have, of each payment.
    rates: PerPayment<BTreeSet<Rate>>,
}

impl<'l> MonthPurposes<'l> {
    fn new(law: &'l Law, period: Month) -> MonthPurposes<'l> {
        let day = period.last_day();
        let own = |payment: Payment| Some((law.remittance(payment, day)?.knp.as_str(), purpose(payment)));
        let penalty =
            |payment: Payment| Some((law.settlement().penalty_code(payment, day)?.knp.as_str(), Purpose::Apart));
        let payments = || Payment::ALL.into_iter();
        let codes = payments().filter_map(own).chain(payments().filter_map(penalty)).collect();
        let month = law.month(period);
        let rates = PerPayment::from_fn(|payment| month.map(|month| month.rates(payment)).unwrap_or_default());
        MonthPurposes { period, codes, rates }
    }

    pub fn purpose(&self, knp: &str) -> Purpose {
        self.codes.iter().find(|(code, _)| *code == knp).map_or(Purpose::Unknown, |&(_, purpose)| purpose)
    }

    /// Whether the tables have rates of the month.
    pub fn has_rates(&self) -> bool {
        self.rates.iter().any(|(_, rates)| !rates.is_empty())
    }

    pub fn has_rate(&self, payment: Payment, rate: Rate) -> bool {
        self.rates[payment].contains(&rate)
    }

    /// Whether a purpose tells by its rate which of several lists a row was on.
    pub fn has_several_rates(&self, payment: Payment) -> bool {
        self.rates[payment].len() > 1
    }
}

fn purpose(payment: Payment) -> Purpose {
    if Payment::SOCIAL.contains(&payment) { Purpose::Social(payment) } else { Purpose::Apart }
}

/// The months that were looked up already: there are few.
#[derive(Debug)]
pub(super) struct Purposes<'l> {
    law: &'l Law,
    months: Vec<MonthPurposes<'l>>,
}

impl<'l> Purposes<'l> {
    pub fn new(law: &'l Law) -> Purposes<'l> {
        Purposes { law, months: Vec::new() }
    }

    #[inline]
    pub fn of(&mut self, period: Month) -> &MonthPurposes<'l> {
        let at = match self.months.iter().position(|month| month.period == period) {
            Some(at) => at,
            None => {
                // Many months would make a long list of it.
                if self.months.len() >= 64 {
                    self.months.clear();
                }
                self.months.push(MonthPurposes::new(self.law, period));
                self.months.len() - 1
            }
        };
        &self.months[at]
    }
}
