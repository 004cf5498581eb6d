//! Three sides in order, brought together key by key; and what point 15 makes of a key.

use std::cmp::Ordering;

use crate::facts::Facts;
use crate::money::Tenge;
use crate::ordered::leading;
use crate::settlement::distribution::held::{HeldComputed, HeldPaid};
use crate::settlement::distribution::rows::{DistributionRow, Reason, Reasons};
use crate::settlement::key::Key;

/// The three sides, each by key, and who is exempt.
#[derive(Debug)]
pub(super) struct Sides {
    /// By [`HeldPaid::order`].
    pub paid: Vec<HeldPaid>,
    /// Each person and month once.
    pub computed: Vec<HeldComputed>,
    /// What was distributed earlier, each key once.
    pub earlier: Vec<(Key, Tenge)>,
    pub facts: Facts,
}

/// All that there is of a key.
#[derive(Debug, Clone, Copy)]
pub(super) struct OfKey<'s> {
    pub key: Key,
    /// The rows that are compared.
    pub compared: &'s [HeldPaid],
    /// The rows that came back before.
    pub faulty: &'s [HeldPaid],
    /// КГД's sum; nothing counts as zero.
    pub computed: Tenge,
    /// What was distributed earlier.
    pub earlier: Tenge,
}

impl Sides {
    /// Every key that any side has, in order.
    pub fn keys(&self) -> impl Iterator<Item = OfKey<'_>> {
        let mut computed = self.computed.iter().flat_map(HeldComputed::sums).peekable();
        let mut earlier = self.earlier.iter().copied().peekable();
        let mut rest = self.paid.as_slice();
        std::iter::from_fn(move || {
            let sides = [rest.first().map(HeldPaid::key), computed.peek().map(first), earlier.peek().map(first)];
            let key = sides.into_iter().flatten().min()?;
            let compared = leading(&mut rest, |row| row.key() == key && row.fault().is_none());
            let faulty = leading(&mut rest, |row| row.key() == key);
            let sum = |side: Option<(Key, Tenge)>| side.map(|(_, amount)| amount).unwrap_or_default();
            let computed = sum(computed.next_if(|&(of, _)| of == key));
            let earlier = sum(earlier.next_if(|&(of, _)| of == key));
            Some(OfKey { key, compared, faulty, computed, earlier })
        })
    }

    /// What becomes of a key; `None` where nothing was paid and nothing is left to be paid.
    pub fn row(&self, of: &OfKey<'_>) -> Option<DistributionRow> {
        let (iin, period, payment) = (of.key.iin(), of.key.period(), of.key.payment());
        let (left, compared) = (of.left(), sum(of.compared));
        let is_exempt = || self.facts.exempt_throughout(iin, period, payment);
        let (reason, distributed) = match compared.cmp(&left) {
            _ if of.compared.is_empty() && !of.faulty.is_empty() => (None, Tenge::ZERO),
            _ if of.compared.is_empty() && left == Tenge::ZERO => return None,
            _ if of.compared.is_empty() => (Some(Reason::Unpaid), Tenge::ZERO),
            _ if of.computed == Tenge::ZERO && is_exempt() => (Some(Reason::Exempt), Tenge::ZERO),
            _ if of.computed == Tenge::ZERO => (Some(Reason::NotComputed), Tenge::ZERO),
            Ordering::Equal => (Some(Reason::Matches), left),
            Ordering::Less => (Some(Reason::LessThanComputed), Tenge::ZERO),
            Ordering::Greater => (Some(Reason::MoreThanComputed), left),
        };
        let faults = of.faulty.iter().filter_map(HeldPaid::fault);
        let reasons = faults.chain(reason).fold(Reasons::default(), Reasons::with);
        let paid = Tenge::from_tiyn(compared.tiyn() + sum(of.faulty).tiyn());
        Some(DistributionRow { iin, period, payment, computed: left, paid, distributed, reasons })
    }
}

impl OfKey<'_> {
    /// КГД's sum less what was distributed earlier, at least zero.
    pub fn left(&self) -> Tenge {
        Tenge::from_tiyn((self.computed.tiyn() - self.earlier.tiyn()).max(0))
    }
}

fn first<T>(&(key, _): &(Key, T)) -> Key {
    key
}

/// The sum of rows of one key, of which it is known that it fits.
fn sum(rows: &[HeldPaid]) -> Tenge {
    Tenge::from_tiyn(rows.iter().map(|row| row.amount.tiyn()).sum())
}
