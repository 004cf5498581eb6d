//! Base and amount of one payment: the formula, written once.

use crate::law::{RegimeMonth, Terms};
use crate::money::Tenge;
use crate::payment::PerPayment;
use crate::withholding::tally::Tally;

/// What one payment of a person's month comes to, with every value on the way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Due {
    /// Income of the operations on exempt days.
    pub exempt: Tenge,
    /// The base before the cap: income less exempt income, at least zero.
    pub uncapped: Tenge,
    /// The base: `uncapped`, at most the cap.
    pub base: Tenge,
    /// Base × rate, rounded.
    pub amount: Tenge,
}

impl Due {
    /// What is due under these terms from this income, of which `exempt` is exempt.
    ///
    /// # Law
    /// SC 102-1(2)–(4), TC 720(1): rate × income of the month up to the cap; formats.md «Calculation» 2–3.
    #[inline]
    pub fn new(terms: &Terms, income: Tenge, exempt: Tenge) -> Due {
        let more = if income > exempt { income.tiyn().abs_diff(exempt.tiyn()) } else { 0 };
        // Exempt income is a part of the income, and the sides of both fit 63 bits: the difference does too.
        let uncapped = Tenge::from_tiyn(i64::try_from(more).unwrap_or(i64::MAX));
        let base = terms.cap.map_or(uncapped, |cap| uncapped.min(cap));
        Due { exempt, uncapped, base, amount: terms.levy.amount(base) }
    }

    /// Whether the cap cut the base.
    pub fn is_capped(&self) -> bool {
        self.base < self.uncapped
    }
}

/// What each payment of the regime comes to; `None` where the regime has no such payment.
///
/// # Law
/// law.md section 3 (`self-employed`) and section 7 (`mobile-app`).
#[inline]
pub fn dues(regime: &RegimeMonth, tally: &Tally) -> PerPayment<Option<Due>> {
    PerPayment::from_fn(|payment| {
        let terms = regime.terms[payment].as_ref()?;
        Some(Due::new(terms, tally.income(), tally.exempt(payment).income()))
    })
}

/// The amounts alone, zero where the regime has no such payment: what is withheld from a person in a month.
#[inline]
pub fn amounts(regime: &RegimeMonth, tally: &Tally) -> PerPayment<Tenge> {
    PerPayment::from_fn(|payment| {
        let due = |terms| Due::new(terms, tally.income(), tally.exempt(payment).income());
        regime.terms[payment].as_ref().map_or(Tenge::ZERO, |terms| due(terms).amount)
    })
}
