//! Known mistakes that give a different amount.

use crate::law::{Law, RegimeId, RegimeMonth, Terms};
use crate::money::Tenge;
use crate::payment::PerPayment;
use crate::rate::{Levy, Rounding, RoundingMode};
use crate::settlement::breaks::{Break, Explanation};
use crate::withholding::due::Due;
use crate::withholding::row::RegisterRow;

/// What our amounts of one register row came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circumstances {
    /// The regime under which something is withheld; `None` where nothing is.
    pub regime: Option<RegimeId>,
    /// Income of the month.
    pub income: Tenge,
    /// Income that is exempt from each payment.
    pub exempt: PerPayment<Tenge>,
    /// Our amounts.
    pub amounts: PerPayment<Tenge>,
}

impl Circumstances {
    /// What the amounts of this row came from.
    pub fn of(row: &RegisterRow) -> Circumstances {
        let due = |payment| row.dues[payment].unwrap_or_default();
        Circumstances {
            regime: row.regime.withheld(),
            income: row.tally.income(),
            exempt: PerPayment::from_fn(|payment| due(payment).exempt),
            amounts: PerPayment::from_fn(|payment| due(payment).amount),
        }
    }
}

/// A row with the terms of the payment, which give our amount.
struct Known<'l> {
    regime: &'l RegimeMonth,
    terms: &'l Terms,
    income: Tenge,
    due: Due,
}

/// The mistakes in the order in which they are tried.
pub(crate) const MISTAKES: [Explanation; 7] = [
    Explanation::Uncapped,
    Explanation::CappedAtLimitOnly,
    Explanation::ExemptionIgnored,
    Explanation::ExemptionAssumed,
    Explanation::RoundedDown,
    Explanation::RoundedUp,
    Explanation::NotRounded,
];

/// The first mistake that gives their amount; `None` where none does or the law does not give ours.
pub(super) fn explain(law: &Law, found: &Break, rows: &[Circumstances]) -> Option<Explanation> {
    let (ours, theirs) = (found.ours?, found.theirs?);
    let known = known(law, found, rows)?;
    if known.iter().try_fold(Tenge::ZERO, |sum, row| sum.checked_add(row.due.amount)) != Some(ours) {
        return None;
    }
    MISTAKES.into_iter().find(|&mistake| mistaken(mistake, &known, ours) == Some(theirs))
}

/// The rows under which something is withheld; `None` where the tables do not give the amount that the register has.
fn known<'l>(law: &'l Law, found: &Break, rows: &[Circumstances]) -> Option<Vec<Known<'l>>> {
    let mut known = Vec::new();
    for row in rows {
        let Some(regime) = row.regime else { continue };
        let regime = law.month(found.period)?.regime(regime)?;
        // A regime without the payment withholds nothing.
        let Some(terms) = &regime.terms[found.payment] else { continue };
        let due = Due::new(terms, row.income, row.exempt[found.payment]);
        if due.amount != row.amounts[found.payment] {
            return None;
        }
        known.push(Known { regime, terms, income: row.income, due });
    }
    Some(known)
}

/// What the mistake makes of these rows; `None` where it changes none of them.
fn mistaken(mistake: Explanation, rows: &[Known<'_>], ours: Tenge) -> Option<Tenge> {
    if mistake == Explanation::ExemptionAssumed {
        return (ours > Tenge::ZERO).then_some(Tenge::ZERO);
    }
    let mut changed = false;
    let mut sum = Tenge::ZERO;
    for row in rows {
        let amount = row.mistaken(mistake);
        changed |= amount.is_some();
        sum = sum.checked_add(amount.unwrap_or(row.due.amount))?;
    }
    changed.then_some(sum)
}

impl Known<'_> {
    /// What the mistake makes of this row; `None` where it cannot have been made.
    fn mistaken(&self, mistake: Explanation) -> Option<Tenge> {
        let Due { exempt, uncapped, base, .. } = self.due;
        match mistake {
            Explanation::Uncapped => self.due.is_capped().then(|| self.terms.levy.amount(uncapped)),
            Explanation::CappedAtLimitOnly => {
                let limit = self.regime.limit.as_ref()?.amount;
                let another_binds = self.terms.cap.is_some_and(|cap| cap < limit) && uncapped > limit;
                another_binds.then(|| self.terms.levy.amount(limit))
            }
            Explanation::ExemptionIgnored => {
                let ignored = Due::new(self.terms, self.income, Tenge::ZERO);
                (exempt != Tenge::ZERO).then_some(ignored.amount)
            }
            Explanation::RoundedDown => self.rounded(base, self.terms.rounding.unit, RoundingMode::Down),
            Explanation::RoundedUp => self.rounded(base, self.terms.rounding.unit, RoundingMode::Up),
            Explanation::NotRounded => self.rounded(base, Tenge::from_tiyn(1), RoundingMode::HalfUp),
            Explanation::PartsAddUp
            | Explanation::RejectedRow(_)
            | Explanation::ExemptionAssumed
            | Explanation::OtherPeriod(_)
            | Explanation::OtherPayment(_)
            | Explanation::OtherIin(_) => None,
        }
    }

    fn rounded(&self, base: Tenge, unit: Tenge, mode: RoundingMode) -> Option<Tenge> {
        Levy::new(self.terms.rate, Rounding { unit, mode }).ok().map(|levy| levy.amount(base))
    }
}
