//! Late facts: earlier runs have counted income by what was known of persons then, and it keeps that; here it is told
//! where exemptions and contractors say something else of it now.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use crate::batch::conditions::Conditions;
use crate::batch::earlier::Months;
use crate::facts::stretch::{Stretch, stretch_of};
use crate::hash::FixedHash;
use crate::law::RegimeId;
use crate::money::Tenge;
use crate::payment::{Payment, PaymentSet, PerPayment};
use crate::period::Day;
use crate::withholding::month::{EarlierMonth, EarlierRow};
use crate::withholding::order::PersonMonthKey;

/// The months that earlier runs have counted, by what facts say of them now.
#[derive(Debug, Default)]
pub(super) struct LateFacts {
    /// Months of which their sums tell that something else is said now.
    other: u64,
    /// Rows of months of which their operations tell, for facts change within them.
    undecided: HashMap<(PersonMonthKey, RegimeId), Undecided, FixedHash>,
}

/// All in one place: it is asked for every operation of its row, and these come in no order.
#[derive(Debug)]
struct Undecided {
    /// From which payments each day of the month is exempt now; none where the regime is another one now.
    now: [Option<PaymentSet>; 31],
    is_other: AtomicBool,
    /// Tiyn that were exempt, less those that are exempt now. Whatever wraps on the way comes back in the end.
    left: PerPayment<AtomicI64>,
}

impl LateFacts {
    /// Looks at the sums of a month that earlier runs have counted.
    pub fn look_at(&mut self, conditions: Conditions<'_>, month: &EarlierMonth) {
        let stretches = conditions.facts.stretches(conditions.facts.timeline(month.key.iin()));
        let (first_day, last_day) = (month.key.month().first_day(), month.key.month().last_day());
        let on = |day| stretch_of(stretches, day).number as usize;
        let Some([first, others @ ..]) = stretches.get(on(first_day)..=on(last_day)) else { return };
        let is_alike = |other: &Stretch| (other.regime, other.exempt) == (first.regime, first.exempt);
        if others.iter().all(is_alike) {
            let is_other = |row: &EarlierRow| {
                let exempt = |of| if first.exempt.contains(of) { row.tally.income() } else { Tenge::ZERO };
                let is_exempt_otherwise = |of| row.tally.exempt(of).income() != exempt(of);
                Some(row.regime) != first.regime || due(conditions, month.key, row.regime).any(is_exempt_otherwise)
            };
            self.other += u64::from(month.rows.iter().any(is_other));
            return;
        }
        for row in &month.rows {
            let mut now = [None; 31];
            for (number, said) in (first_day.number()..=last_day.number()).zip(&mut now) {
                let stretch = Day::from_number(number).and_then(|day| stretches.get(on(day)));
                *said = stretch.filter(|stretch| stretch.regime == Some(row.regime)).map(|stretch| stretch.exempt);
            }
            let left = PerPayment::from_fn(|payment| row.tally.exempt(payment).income().tiyn().into());
            let undecided = Undecided { now, is_other: AtomicBool::new(false), left };
            self.undecided.insert((month.key, row.regime), undecided);
        }
    }

    /// Takes what was found elsewhere.
    pub fn merge(&mut self, other: LateFacts) {
        self.other += other.other;
        self.undecided.extend(other.undecided);
    }

    /// The months whose operations are to be counted one by one.
    pub fn undecided(&self) -> impl Iterator<Item = PersonMonthKey> {
        self.undecided.keys().map(|&(month, _)| month)
    }

    /// Counts income of this day that earlier runs have counted under this regime, where its month is undecided.
    pub fn count(&self, row: (PersonMonthKey, RegimeId), (on, income): (Day, Tenge)) {
        let Some(month) = self.undecided.get(&row) else { return };
        let day = on.number().wrapping_sub(row.0.month().first_day().number()) as usize;
        let Some(exempt) = month.now.get(day).copied().flatten() else {
            return month.is_other.store(true, Ordering::Relaxed);
        };
        for payment in Payment::ALL.into_iter().filter(|&payment| exempt.contains(payment)) {
            month.left[payment].fetch_sub(income.tiyn(), Ordering::Relaxed);
        }
    }

    /// The months of whose income something else is said now, once every operation of undecided ones is counted.
    pub fn months(self, conditions: Conditions<'_>) -> u64 {
        let is_other = |&(&(key, regime), month): &(&(PersonMonthKey, RegimeId), &Undecided)| {
            let is_exempt_otherwise = |payment| month.left[payment].load(Ordering::Relaxed) != 0;
            month.is_other.load(Ordering::Relaxed) || due(conditions, key, regime).any(is_exempt_otherwise)
        };
        let others: Months = self.undecided.iter().filter(is_other).map(|(&(key, _), _)| key).collect();
        self.other + others.len() as u64
    }
}

/// The payments that the regime has in this month.
fn due(conditions: Conditions<'_>, key: PersonMonthKey, regime: RegimeId) -> impl Iterator<Item = Payment> {
    let month = conditions.law.month(key.month()).and_then(|month| month.regime(regime));
    Payment::ALL.into_iter().filter(move |&payment| month.is_some_and(|terms| terms.terms[payment].is_some()))
}
