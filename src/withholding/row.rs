//! A row of the register, and the reason for every zero and every cap in it.

use crate::error::Error;
use crate::law::{Categories, Law, OverLimit, RegimeId, RegimeMonth};
use crate::money::Tenge;
use crate::payment::{Payment, PerPayment};
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::withholding::due::{Due, dues};
use crate::withholding::tally::{Tally, overflow};

/// Under what the operations of a row fall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RowRegime {
    /// A regime under which the operator withholds.
    Withheld(RegimeId),
    /// A regime from which nothing is withheld under this order: nothing is computed here, which does not mean that nothing
    /// is due.
    OutOfScope(RegimeId),
    /// Income from the operation on that crossed the monthly limit, under the policy `stop`.
    OverLimit,
}

impl RowRegime {
    /// The code in the register's column `regime`; `law` is the one that the row was computed under.
    ///
    /// # Panics
    /// As [`Law::regime`].
    pub fn code(self, law: &Law) -> &str {
        match self {
            RowRegime::Withheld(regime) | RowRegime::OutOfScope(regime) => &law.regime(regime).code,
            RowRegime::OverLimit => OverLimit::REGIME,
        }
    }

    /// The regime by whose terms something is withheld.
    pub(crate) fn withheld(self) -> Option<RegimeId> {
        match self {
            RowRegime::Withheld(regime) => Some(regime),
            RowRegime::OutOfScope(_) | RowRegime::OverLimit => None,
        }
    }
}

/// What is withheld from one person for one month under one regime.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RegisterRow {
    /// The person.
    pub iin: Iin,
    /// The month.
    pub period: Month,
    /// The regime.
    pub regime: RowRegime,
    /// Sums of the operations.
    pub tally: Tally,
    /// What each payment comes to; `None` where the row's regime has no such payment.
    pub dues: PerPayment<Option<Due>>,
    /// The sum of the five amounts.
    pub withheld: Tenge,
    /// The person's income of the month is above the limit.
    pub over_limit: bool,
    /// An exemption row of this person was rejected.
    pub exemption_rejected: bool,
}

impl RegisterRow {
    /// The row that comes of these sums; `terms` are those of a regime under which something is withheld.
    ///
    /// # Errors
    /// Kind [`crate::ErrorKind::Overflow`] where the five amounts together exceed 92 233 720 368 547 758.07 tenge.
    pub fn new(
        (iin, period): (Iin, Month),
        regime: RowRegime,
        terms: Option<&RegimeMonth>,
        tally: Tally,
    ) -> Result<RegisterRow, Error> {
        let dues = terms.map(|terms| dues(terms, &tally)).unwrap_or_default();
        let amounts = PerPayment::from_fn(|payment| dues[payment].map_or(Tenge::ZERO, |due| due.amount));
        let withheld = amounts.sum().ok_or_else(overflow)?;
        Ok(RegisterRow { iin, period, regime, tally, dues, withheld, over_limit: false, exemption_rejected: false })
    }

    /// Whether of the income on exempt days more was given back than received.
    pub(crate) fn is_exempt_below_zero(&self) -> bool {
        let is_below = |payment: Payment| self.tally.exempt(payment).income() < Tenge::ZERO;
        self.dues.iter().any(|(payment, due)| due.is_some() && is_below(payment))
    }

    /// The amount of one payment.
    pub fn amount(&self, payment: Payment) -> Tenge {
        self.dues[payment].map_or(Tenge::ZERO, |due| due.amount)
    }

    /// The register's column `notes`: tokens joined by `|`; `law` is the one that the row was computed under.
    ///
    /// # Panics
    /// As [`Law::category`].
    pub fn notes(&self, law: &Law) -> String {
        let mut notes = Notes(String::new());
        match self.regime {
            RowRegime::Withheld(regime) => {
                let terms = law.month(self.period).and_then(|month| month.regime(regime));
                for payment in Payment::ALL {
                    let terms = terms.and_then(|terms| terms.terms[payment].as_ref());
                    let zero_rate = terms.is_some_and(|terms| terms.rate.is_zero());
                    self.payment_notes(law, payment, zero_rate, &mut notes);
                }
            }
            RowRegime::OutOfScope(_) => notes.add(["out-of-scope"]),
            RowRegime::OverLimit => notes.add(["outside-regime"]),
        }
        if self.over_limit {
            notes.add(["over-limit"]);
        }
        if self.exemption_rejected {
            notes.add(["exemption-rejected"]);
        }
        notes.0
    }

    fn payment_notes(&self, law: &Law, payment: Payment, zero_rate: bool, notes: &mut Notes) {
        let Some(due) = &self.dues[payment] else {
            return notes.add([payment.code(), ":not-due"]);
        };
        let exempt = self.tally.exempt(payment);
        if exempt.operations > 0 {
            let is_whole = exempt.operations == self.tally.operations;
            notes.add([payment.code(), if is_whole { ":exempt=" } else { ":part-exempt=" }]);
            notes.codes(law, exempt.categories);
            if is_whole {
                return;
            }
        }
        if due.base == Tenge::ZERO {
            notes.add([payment.code(), ":no-income"]);
        } else if due.is_capped() {
            notes.add([payment.code(), ":capped"]);
        }
        if zero_rate {
            notes.add([payment.code(), ":zero-rate"]);
        } else if due.base > Tenge::ZERO && due.amount == Tenge::ZERO {
            notes.add([payment.code(), ":rounded-to-zero"]);
        }
    }
}

struct Notes(String);

impl Notes {
    /// Adds a token, given in pieces.
    fn add<const N: usize>(&mut self, token: [&str; N]) {
        if !self.0.is_empty() {
            self.0.push('|');
        }
        self.0.extend(token);
    }

    /// Adds the codes of these categories in alphabetical order, joined by `+`.
    fn codes(&mut self, law: &Law, categories: Categories) {
        for (number, category) in categories.iter().enumerate() {
            if number > 0 {
                self.0.push('+');
            }
            self.0.push_str(&law.category(category).code);
        }
    }
}

/// One operation's share of what is withheld: what it added to the amounts of its row. The id is borrowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineRef<'a> {
    /// The operation's id: bytes that are UTF-8.
    pub id: &'a [u8],
    /// The person.
    pub iin: Iin,
    /// The month of the effective day.
    pub period: Month,
    /// The regime of the row that the line is a part of.
    pub regime: RowRegime,
    /// The day of settlement.
    pub settled_on: Day,
    /// The effective day.
    pub effective_on: Day,
    /// Income in tenge, negative where given back.
    pub income: Tenge,
    /// The line's amount of each payment, negative where too much had been withheld.
    pub amounts: PerPayment<Tenge>,
    /// The sum of the five.
    pub withheld: Tenge,
}

impl LineRef<'_> {
    /// What the contractor receives: income − withheld.
    pub fn payout(&self) -> Tenge {
        // An income has 47 bits and what is withheld 63 at most.
        Tenge::from_tiyn(self.income.tiyn().saturating_sub(self.withheld.tiyn()))
    }
}
