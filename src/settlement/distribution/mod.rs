//! Distribution: what the State Corporation passes on of what was paid, and what it returns.
//!
//! ```text
//! Paid ───────┐
//! Computed ───┤             ┌ rows: computed, paid, distributed, returned, owed
//! Distributed ┼ finish ─────┼ returns: each with its reason and its row
//! Exemption ──┘ (by key)    └ totals, conservation, overdistributed, unfit
//! ```

mod held;
mod keys;
mod purpose;
mod rows;
mod totals;

use std::collections::BTreeSet;

use crate::blanks::EDGE_BLANKS;
use crate::error::{Error, ErrorKind};
use crate::facts::FactsBuilder;
use crate::facts::rows::Exemption;
use crate::law::Law;
use crate::money::{Tenge, TengeSum};
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::rate::Rate;
use crate::reject::Reject;
use crate::settlement::key::{Key, sort_by_key, sum_by_key};
use crate::withholding::order::PersonMonthKey;
use crate::words::say;
use held::{HeldComputed, HeldPaid, HeldReturn, Texts};
use keys::{OfKey, Sides};
use purpose::{Purpose, Purposes};
use totals::TotalsByMonth;

pub use rows::{
    Computed, Distributed, DistributionRow, DistributionTotal, Overdistributed, Paid, Reason, Reasons, Returned, Side,
    Unfit, UnfitFault,
};
pub use totals::DistributionConservation;

/// What becomes of what was paid, where nobody is exempt and nothing was distributed before; [`Distributing`] takes these
/// too, and rows one by one.
///
/// Rows that were paid are summed by person, month and payment and compared with what КГД has computed: see
/// [`Distributing::finish`].
///
/// # Errors
/// As [`Distributing::finish`].
///
/// # Examples
/// ```
/// use ustap::settlement::{Computed, Paid, distribute};
/// use ustap::{Iin, Law, Payment, PerPayment, Tenge};
/// use ustap::batch::Position;
///
/// let law = Law::builtin()?;
/// let (iin, period): (Iin, _) = ("900101300017".parse()?, "2026-08".parse()?);
/// let place = |line| Position::new(0, line);
/// let mut amounts = PerPayment::<Tenge>::default();
/// (amounts[Payment::Opv], amounts[Payment::So]) = ("6000".parse()?, "5950".parse()?);
/// let computed = [Computed { iin, period, amounts, place: place(2) }];
/// let row = |knp, amount: &str, line| -> Result<Paid<'_>, ustap::Error> {
///     let (rate, place) = (Some("1%"), place(line));
///     Ok(Paid { iin: Ok(iin), period, knp, amount: amount.parse()?, rate, is_named: true, place })
/// };
/// // ОПВ is 10 tenge too much, СО one tenge too little.
/// let paid = [row("010", "6010", 2)?, row("012", "5949", 3)?];
///
/// let distribution = distribute(&law, paid, computed)?;
/// let rows: Vec<_> = distribution.rows().collect();
/// assert_eq!(rows[0].reasons.to_string(), "more-than-computed");
/// assert_eq!((rows[0].distributed.to_string(), rows[0].returned().to_string()), ("6000.00".into(), "10.00".into()));
/// assert_eq!(rows[1].reasons.to_string(), "less-than-computed");
/// assert_eq!((rows[1].returned().to_string(), rows[1].owed().to_string()), ("5949.00".into(), "5950.00".into()));
/// assert!(distribution.conservation().holds());
/// # Ok::<(), ustap::Error>(())
/// ```
///
/// # Law
/// Rules of Order No. 392, points 11 and 13–15. That the comparison is by payment is inferred: each payment goes under a
/// КНП of its own.
pub fn distribute<'a>(
    law: &Law,
    paid: impl IntoIterator<Item = Paid<'a>>,
    computed: impl IntoIterator<Item = Computed>,
) -> Result<Distribution, Error> {
    let mut distributing = Distributing::new(law);
    for row in computed {
        distributing.computed(row);
    }
    for row in paid {
        distributing.paid(row);
    }
    distributing.finish()
}

/// Rows on their way into a [`Distribution`], one by one and in any order: the order of places decides.
#[derive(Debug)]
pub struct Distributing<'l> {
    law: &'l Law,
    purposes: Purposes<'l>,
    /// What is known of exemptions.
    pub(crate) facts: FactsBuilder,
    paid: Vec<HeldPaid>,
    /// Rows with a wrong ИИН or a КНП of none.
    strays: Vec<HeldReturn>,
    texts: Texts,
    computed: Vec<HeldComputed>,
    earlier: Vec<(Key, Tenge)>,
    /// Under which of several rates rows were paid.
    rates: Vec<(Key, Rate)>,
    /// Under which of them earlier rows were.
    earlier_rates: Vec<(Key, usize, Rate)>,
    unfit: Vec<Unfit>,
    paid_sum: TengeSum,
    /// The months of rows that name a rate, or of which something is owed, and for which the tables have none.
    without_rates: BTreeSet<Month>,
}

impl<'l> Distributing<'l> {
    /// A distribution under this law in which nobody is exempt and nothing is paid or computed yet.
    pub fn new(law: &'l Law) -> Distributing<'l> {
        Distributing {
            law,
            purposes: Purposes::new(law),
            facts: FactsBuilder::default(),
            paid: Vec::new(),
            strays: Vec::new(),
            texts: Texts::default(),
            computed: Vec::new(),
            earlier: Vec::new(),
            rates: Vec::new(),
            earlier_rates: Vec::new(),
            unfit: Vec::new(),
            paid_sum: TengeSum::default(),
            without_rates: BTreeSet::new(),
        }
    }

    /// Takes a row that was paid; gives the fault for which it takes no part, and keeps it for [`Distribution::unfit`].
    ///
    /// # Law
    /// Rules of Order No. 392, 15(1): mistakes in a contractor's details, and 11: a rate that is missing or differs.
    pub fn paid(&mut self, row: Paid<'_>) -> Option<UnfitFault> {
        let Paid { iin, period, knp, amount, rate, is_named, place } = row;
        let purposes = self.purposes.of(period);
        let purpose = purposes.purpose(knp);
        let fault = match purpose {
            Purpose::Apart => Some(UnfitFault::Knp),
            _ if amount <= Tenge::ZERO => Some(UnfitFault::Amount),
            _ => None,
        };
        if let Some(fault) = fault {
            self.unfit.push(Unfit { side: Side::Paid, place, fault });
            return Some(fault);
        }
        self.paid_sum += amount;
        if rate.is_some() && !purposes.has_rates() {
            self.without_rates.insert(period);
        }
        match (iin, purpose) {
            (Ok(iin), Purpose::Social(payment)) => {
                let key = Key::new(iin, period, payment);
                let is_known = |rate| purposes.has_rate(payment, rate);
                let fault = || rate.and_then(|text| rate_fault(text, is_known));
                let fault = if is_named { fault() } else { Some(Reason::Details) };
                self.paid.push(HeldPaid::new(key, fault, amount, place));
                if purposes.has_several_rates(payment) {
                    let rate = rate.and_then(|text| Rate::of_percent(text.trim_matches(EDGE_BLANKS)));
                    self.rates.extend(rate.filter(|&rate| is_known(rate)).map(|rate| (key, rate)));
                }
            }
            (iin, purpose) => {
                let payment = if let Purpose::Social(payment) = purpose { payment } else { Payment::Ipn };
                let iin = iin.unwrap_or_else(|text| self.texts.keep(text));
                let key = Key::new(iin, period, payment);
                self.strays.push(HeldReturn { key, amount, place, reason: Reason::Details });
            }
        }
        None
    }

    /// Whether what goes under this КНП is not distributed: ИПН, or a penalty.
    #[cfg(feature = "cli")]
    pub(crate) fn is_apart(&mut self, period: Month, knp: &str) -> bool {
        self.purposes.of(period).purpose(knp) == Purpose::Apart
    }

    /// How many rows have a wrong ИИН or a КНП of none so far.
    #[cfg(feature = "cli")]
    pub(crate) fn strays(&self) -> usize {
        self.strays.len()
    }

    /// The person, month and payment of each row that was paid and is none of these.
    #[cfg(feature = "cli")]
    pub(crate) fn paid_keys(&self) -> impl Iterator<Item = Key> + '_ {
        self.paid.iter().map(HeldPaid::key)
    }

    /// Whether this КНП is of a payment or a penalty.
    #[cfg(feature = "cli")]
    pub(crate) fn is_known(&mut self, period: Month, knp: &str) -> bool {
        self.purposes.of(period).purpose(knp) != Purpose::Unknown
    }

    /// Whether a payment under this КНП has this rate.
    #[cfg(feature = "cli")]
    pub(crate) fn is_rate(&mut self, (period, knp): (Month, &str), rate: Rate) -> bool {
        let purposes = self.purposes.of(period);
        matches!(purposes.purpose(knp), Purpose::Social(payment) if purposes.has_rate(payment, rate))
    }

    /// Takes over what others have taken, and lets go of them one after another.
    #[cfg(feature = "cli")]
    pub(crate) fn append(&mut self, others: Vec<Distributing<'_>>) {
        let sum = |count: fn(&Distributing<'_>) -> usize| others.iter().map(count).sum();
        self.paid.reserve_exact(sum(|other| other.paid.len()));
        self.computed.reserve_exact(sum(|other| other.computed.len()));
        self.earlier.reserve_exact(sum(|other| other.earlier.len()));
        for other in others {
            self.paid.extend(other.paid);
            self.computed.extend(other.computed);
            self.earlier.extend(other.earlier);
            self.rates.extend(other.rates);
            self.earlier_rates.extend(other.earlier_rates);
            self.unfit.extend(other.unfit);
            self.without_rates.extend(other.without_rates);
            for stray in other.strays {
                let key = match other.texts.iin(stray.key) {
                    Ok(_) => stray.key,
                    Err(text) => Key::new(self.texts.keep(text), stray.key.period(), stray.key.payment()),
                };
                self.strays.push(HeldReturn { key, ..stray });
            }
            self.paid_sum = TengeSum::from_tiyn(self.paid_sum.tiyn() + other.paid_sum.tiyn());
        }
    }

    /// Takes what КГД has computed for a person and month; gives the fault for which the row takes no part, and keeps it
    /// for [`Distribution::unfit`]. Of several rows of one person and month the first by place counts: the others are
    /// found by [`Distributing::finish`].
    pub fn computed(&mut self, row: Computed) -> Option<UnfitFault> {
        let Computed { iin, period, amounts, place } = row;
        if let Some(payment) = Payment::SOCIAL.into_iter().find(|&payment| amounts[payment] < Tenge::ZERO) {
            let fault = UnfitFault::Sum(payment);
            self.unfit.push(Unfit { side: Side::Computed, place, fault });
            return Some(fault);
        }
        let person_month = PersonMonthKey::new(period, iin);
        self.computed.push(HeldComputed {
            person_month,
            amounts: Payment::SOCIAL.map(|payment| amounts[payment]),
            place,
        });
        None
    }

    /// Takes what an earlier distribution has distributed. Those of one person, month and payment are summed.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Operation`] where the amount is below zero or the payment is ИПН.
    pub fn distributed(&mut self, row: Distributed) -> Result<(), Error> {
        let Distributed { iin, period, payment, amount } = row;
        if amount < Tenge::ZERO || payment == Payment::Ipn {
            let (amount, payment, period) = (amount.to_string(), payment.code(), period.to_string());
            let message = say!("distributed-impossible", amount = amount, payment = payment, period = period);
            return Err(Error::new(ErrorKind::Operation, message));
        }
        if amount > Tenge::ZERO {
            self.earlier.push((Key::new(iin, period, payment), amount));
        }
        Ok(())
    }

    /// Takes one of several rates under which rows of an earlier distribution were, which itself came after so many others:
    /// what is still owed goes under it, unless a row of now or of a later distribution has another.
    #[cfg(feature = "cli")]
    pub(crate) fn earlier_rate(&mut self, (period, iin, payment): (Month, Iin, Payment), after: usize, rate: Rate) {
        self.earlier_rates.push((Key::new(iin, period, payment), after, rate));
    }

    /// Takes a category to which a person belongs; those of one person may overlap, their effects unite.
    ///
    /// # Errors
    /// Where the first day is after the last: [`Reject::Interval`], and it is not taken.
    pub fn exemption(&mut self, exemption: Exemption) -> Result<(), Reject> {
        if exemption.is_backward() {
            return Err(Reject::Interval);
        }
        self.facts.exemption(exemption);
        Ok(())
    }

    /// What becomes of all that was taken.
    ///
    /// Rows whose details or rate are wrong come back one by one. What is left is summed by person, month and payment and
    /// compared with КГД's sum less what was distributed earlier: equal, it is distributed; less, all of it comes back;
    /// more, the excess. Where КГД has no sum above zero, all of it comes back.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Overflow`] where the rows of one person, month and payment, or what was distributed of them
    /// earlier, exceed 92 233 720 368 547 758.07 tenge, or there are more than 2³² changes of exemptions.
    ///
    /// # Law
    /// Rules of Order No. 392, points 14 and 15(1)–(5).
    pub fn finish(mut self) -> Result<Distribution, Error> {
        sort_by_key(&mut self.paid, HeldPaid::order);
        check_sums(&self.paid)?;
        sum_by_key(&mut self.earlier, say!("distributed-out-of-range"))?;
        let computed = std::mem::take(&mut self.computed);
        let computed = once_each(computed, &mut self.unfit);
        self.unfit.sort_unstable();
        let facts = self.facts.build(self.law, 1)?;
        let sides = Sides { paid: self.paid, computed, earlier: self.earlier, facts };
        let mut ending = Ending::new(&sides, self.strays, self.paid_sum);
        for of in sides.keys() {
            let row = sides.row(&of);
            ending.key(&of, row.as_ref());
        }
        let Ending { mut returns, totals, overdistributed, conservation, .. } = ending;
        sort_by_key(&mut returns, |returned| returned.place);
        let totals = totals.rows();
        let owed = totals.iter().filter(|total| total.owed > TengeSum::default()).map(|total| total.period);
        self.without_rates.extend(owed.filter(|&period| !self.purposes.of(period).has_rates()));
        self.rates.sort_unstable();
        self.earlier_rates.sort_unstable();
        let mut earlier_rates = Vec::new();
        for of_key in self.earlier_rates.chunk_by(|(key, ..), (of, ..)| key == of) {
            let last = of_key.last().map(|(_, after, _)| after);
            let latest = of_key.iter().filter(|(key, after, _)| {
                Some(after) == last && self.rates.binary_search_by_key(key, |&(of, _)| of).is_err()
            });
            earlier_rates.extend(latest.map(|&(key, _, rate)| (key, rate)));
        }
        self.rates.append(&mut earlier_rates);
        self.rates.sort_unstable();
        self.rates.dedup();
        let (texts, rates, unfit, without_rates) = (self.texts, self.rates, self.unfit, self.without_rates);
        Ok(Distribution { sides, returns, texts, totals, rates, overdistributed, unfit, conservation, without_rates })
    }
}

/// What is wrong with the rate that a purpose names.
fn rate_fault(text: &str, is_known: impl Fn(Rate) -> bool) -> Option<Reason> {
    match text.trim_matches(EDGE_BLANKS) {
        "" => Some(Reason::RateMissing),
        text if Rate::of_percent(text).is_some_and(is_known) => None,
        _ => Some(Reason::RateDiffers),
    }
}

/// Refuses rows, in order, of which those of one key are out of range together.
fn check_sums(paid: &[HeldPaid]) -> Result<(), Error> {
    let mut last = (None, Tenge::ZERO);
    for row in paid {
        let before = if last.0 == Some(row.key()) { last.1 } else { Tenge::ZERO };
        let out_of_range = || Error::new(ErrorKind::Overflow, say!("paid-out-of-range"));
        let sum = before.checked_add(row.amount).ok_or_else(out_of_range)?;
        last = (Some(row.key()), sum);
    }
    Ok(())
}

/// КГД's sums in order of months and persons, of each only the first row.
fn once_each(mut computed: Vec<HeldComputed>, unfit: &mut Vec<Unfit>) -> Vec<HeldComputed> {
    sort_by_key(&mut computed, |row| (row.person_month, row.place));
    computed.dedup_by(|later, kept| {
        let is_same = later.person_month == kept.person_month;
        if is_same {
            let fault = UnfitFault::Repeated { iin: later.person_month.iin(), counts: kept.place };
            unfit.push(Unfit { side: Side::Computed, place: later.place, fault });
        }
        is_same
    });
    computed
}

/// What is gathered while keys go by.
struct Ending {
    returns: Vec<HeldReturn>,
    totals: TotalsByMonth,
    overdistributed: Vec<Overdistributed>,
    conservation: DistributionConservation,
    /// The months that КГД's sums have.
    months: Vec<Month>,
}

impl Ending {
    fn new(sides: &Sides, strays: Vec<HeldReturn>, paid: TengeSum) -> Ending {
        let mut conservation = DistributionConservation { paid, ..DistributionConservation::default() };
        let mut months: Vec<Month> = Vec::new();
        for row in &sides.computed {
            row.amounts.into_iter().for_each(|amount| conservation.computed += amount);
            if months.last() != Some(&row.person_month.month()) {
                months.push(row.person_month.month());
            }
        }
        let mut totals = TotalsByMonth::default();
        let mut persons = Vec::new();
        for stray in &strays {
            totals.stray(stray.key, stray.amount);
            conservation.returned += stray.amount;
            if held::payment(stray.key).is_none() && held::is_iin(stray.key) {
                persons.push(stray.key);
            }
        }
        persons.sort_unstable();
        persons.dedup();
        persons.into_iter().for_each(|key| totals.person(key));
        Ending { returns: strays, totals, overdistributed: Vec::new(), conservation, months }
    }

    fn key(&mut self, of: &OfKey<'_>, row: Option<&DistributionRow>) {
        let &OfKey { key, computed, earlier, .. } = of;
        // What is left of the sum is what the rows have; what is not left was distributed earlier.
        self.conservation.computed = minus(self.conservation.computed, computed.min(earlier));
        if earlier > computed && self.months.binary_search(&key.period()).is_ok() {
            let (iin, period, payment) = (key.iin(), key.period(), key.payment());
            self.overdistributed.push(Overdistributed { iin, period, payment, computed, distributed: earlier });
        }
        let Some(row) = row else { return };
        self.totals.row(row);
        self.conservation.distributed += row.distributed;
        self.conservation.owed += row.owed();
        let mut faulty = Tenge::ZERO;
        for fault in of.faulty {
            faulty = Tenge::from_tiyn(faulty.tiyn() + fault.amount.tiyn());
            self.returned(key, fault, fault.amount, fault.fault());
        }
        let excess = Tenge::from_tiyn(row.returned().tiyn() - faulty.tiyn());
        if let Some(first) = of.compared.first().filter(|_| excess > Tenge::ZERO) {
            let compared = row.reasons.iter().find(|&reason| reason > Reason::Matches);
            self.returned(key, first, excess, compared);
        }
    }

    fn returned(&mut self, key: Key, row: &HeldPaid, amount: Tenge, reason: Option<Reason>) {
        let Some(reason) = reason else { return };
        self.conservation.returned += amount;
        self.returns.push(HeldReturn { key, amount, place: row.place, reason });
    }
}

fn minus(sum: TengeSum, amount: Tenge) -> TengeSum {
    TengeSum::from_tiyn(sum.tiyn() - i128::from(amount.tiyn()))
}

/// What becomes of what was paid.
#[derive(Debug)]
pub struct Distribution {
    sides: Sides,
    returns: Vec<HeldReturn>,
    texts: Texts,
    totals: Vec<DistributionTotal>,
    rates: Vec<(Key, Rate)>,
    overdistributed: Vec<Overdistributed>,
    unfit: Vec<Unfit>,
    conservation: DistributionConservation,
    without_rates: BTreeSet<Month>,
}

impl Distribution {
    /// A row for each person, month and payment with a row that was paid under a right ИИН and КНП, or with something left
    /// to be paid; by month, person and payment. Made on the way: nothing is held for them.
    pub fn rows(&self) -> impl Iterator<Item = DistributionRow> {
        self.sides.keys().filter_map(|of| self.sides.row(&of))
    }

    /// The months of which a paid row names a rate, or something is owed, and for which the tables have none: that such a
    /// rate differs says nothing of the row, and at which rate it is to be paid is not known.
    pub fn months_without_rates(&self) -> impl Iterator<Item = Month> {
        self.without_rates.iter().copied()
    }

    /// What comes back, by place.
    pub fn returns(&self) -> impl ExactSizeIterator<Item = Returned<'_>> {
        self.returns.iter().map(|&HeldReturn { key, amount, place, reason }| Returned {
            iin: self.texts.iin(key),
            period: key.period(),
            payment: held::payment(key),
            amount,
            reason,
            place,
        })
    }

    /// What each month and payment comes to, by month and payment; what is of no payment first.
    pub fn totals(&self) -> &[DistributionTotal] {
        &self.totals
    }

    /// The right rates under which something was paid, now or else earlier, each once, where the payment has several in the
    /// month; by month, person, payment and rate. What is owed is to be paid again under the same one.
    pub fn rates(&self) -> impl ExactSizeIterator<Item = (Iin, Month, Payment, Rate)> {
        self.rates.iter().map(|&(key, rate)| (key.iin(), key.period(), key.payment(), rate))
    }

    /// КГД's sums that are now below what was distributed, of the months that КГД's sums have; by month, person and
    /// payment.
    pub fn overdistributed(&self) -> &[Overdistributed] {
        &self.overdistributed
    }

    /// Rows that take no part, by side and place.
    pub fn unfit(&self) -> &[Unfit] {
        &self.unfit
    }

    /// Sums of both sides beside what they ended in.
    pub fn conservation(&self) -> DistributionConservation {
        self.conservation
    }

    /// Whether anything comes back or is still to be paid, some row takes no part, or some sum is now below what was
    /// distributed.
    pub fn has_findings(&self) -> bool {
        let is_clean = self.returns.is_empty() && self.unfit.is_empty() && self.overdistributed.is_empty();
        !is_clean || self.conservation.owed > TengeSum::default()
    }
}

// One row of what is held takes no more, so that a million persons with four payments fit a fifth of the memory that a
// command may take.
const _: () = assert!(size_of::<HeldPaid>() == 24 && size_of::<HeldComputed>() == 48);

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::*;
    use crate::batch::operation::Position;

    /// Texts are numbered by who keeps them: the first of each worker has the same number.
    #[test]
    fn what_stood_in_place_of_an_iin_stays_its_rows_own_whoever_took_it() {
        let law = Law::builtin().unwrap();
        let taken = |text: &'static str, line| {
            let (period, amount) = ("2026-08".parse().unwrap(), Tenge::from_tiyn(100));
            let place = Position::new(0, line);
            let mut distributing = Distributing::new(&law);
            let paid = Paid { iin: Err(text), period, knp: "010", amount, rate: Some("1%"), is_named: true, place };
            assert_eq!(distributing.paid(paid), None);
            distributing
        };
        let mut all = Distributing::new(&law);
        all.append(vec![taken("one", 2), taken("other", 3)]);
        let distribution = all.finish().unwrap();
        let returned = distribution.returns().map(|row| (row.place.line(), row.iin));
        assert_eq!(returned.collect::<Vec<_>>(), [(2, Err("one")), (3, Err("other"))]);
    }
}
