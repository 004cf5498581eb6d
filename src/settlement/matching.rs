//! Exact, exclusive matching of what we owe with what they have.

use crate::error::{Error, ErrorKind};
use crate::law::Law;
use crate::money::Tenge;
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::settlement::breaks::{Break, BreakKind};
use crate::settlement::explanation::{Circumstances, explain};
use crate::settlement::misplaced;
use crate::settlement::summary::{Conservation, Matched, SummaryRow, conservation, summary};

/// A row of our register. Rows of one person, month and payment are summed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owed {
    /// The person.
    pub iin: Iin,
    /// The month.
    pub period: Month,
    /// The payment.
    pub payment: Payment,
    /// What is withheld.
    pub amount: Tenge,
}

/// A row of the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Received {
    /// The person.
    pub iin: Iin,
    /// The month.
    pub period: Month,
    /// The payment.
    pub payment: Payment,
    /// The amount that the row names.
    pub amount: Tenge,
    /// What became of it.
    pub status: Status,
}

/// What became of a row on the other side.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// It counts.
    #[default]
    Accepted,
    /// It was not taken.
    Rejected,
    /// Its money went back.
    Returned,
}

impl Status {
    /// The status with this code: `accepted`, `rejected`, `returned`.
    pub fn from_code(code: &str) -> Option<Status> {
        match code {
            "accepted" => Some(Status::Accepted),
            "rejected" => Some(Status::Rejected),
            "returned" => Some(Status::Returned),
            _ => None,
        }
    }
}

/// Month, person and payment as one number that sorts in this order: 17, 40 and 3 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Key(pub u64);

impl Key {
    pub const PAYMENT_BITS: u32 = 3;
    pub const IIN_BITS: u32 = 40;

    #[inline]
    pub fn new(iin: Iin, period: Month, payment: Payment) -> Key {
        let period = u64::from(period.number()) << (Key::PAYMENT_BITS + Key::IIN_BITS);
        Key(period | iin.number() << Key::PAYMENT_BITS | payment as u64)
    }

    pub fn period(self) -> Month {
        Month::from_number((self.0 >> (Key::PAYMENT_BITS + Key::IIN_BITS)) as u32)
    }

    pub fn iin(self) -> Iin {
        Iin::from_number(self.0 >> Key::PAYMENT_BITS & ((1 << Key::IIN_BITS) - 1))
    }

    pub fn payment(self) -> Payment {
        let number = (self.0 & ((1 << Key::PAYMENT_BITS) - 1)) as usize;
        Payment::ALL.get(number).copied().unwrap_or(Payment::Ipn)
    }
}

/// One of their rows.
#[derive(Debug, Clone, Copy)]
struct Theirs {
    key: Key,
    amount: Tenge,
    row: u32,
    status: Status,
}

/// Matches and breaks of two sides.
#[derive(Debug, Clone, Default)]
pub struct Reconciliation {
    breaks: Vec<Break>,
    matched: Matched,
}

/// What matches and what does not between our rows and theirs.
///
/// Keys are exact: person, month and payment. Every row of either side ends in exactly one match or one break, and
/// nothing is matched twice. The tolerance is zero. 0.00 on one side and nothing on the other is a match. Where they have
/// a key more than once, the first accepted row that equals ours, else the first, is compared, and the other accepted
/// ones are [`BreakKind::Duplicate`]; rows that they rejected or returned are breaks of their own, which have our amount
/// where there is no accepted row.
///
/// A row that is missing and one that is unexpected explain each other where they have the same amount and differ in
/// nothing but the month, the payment or a slip in the person's number, and each is the other's only such row.
///
/// # Errors
/// Kind [`ErrorKind::Overflow`] where our rows of one key together exceed 92 233 720 368 547 758.07 tenge or they give
/// more than 4 294 967 295 rows.
pub fn reconcile(
    ours: impl IntoIterator<Item = Owed>,
    theirs: impl IntoIterator<Item = Received>,
) -> Result<Reconciliation, Error> {
    let ours = keyed(ours)?;
    let theirs = numbered(theirs)?;
    let mut reconciliation = Reconciliation::default();
    let mut rest = theirs.as_slice();
    for &(key, amount) in &ours {
        let before = rest.iter().take_while(|their| their.key < key).count();
        let (unexpected, from_key) = rest.split_at(before);
        for same in unexpected.chunk_by(|one, other| one.key == other.key) {
            reconciliation.settle(None, same);
        }
        let count = from_key.iter().take_while(|their| their.key == key).count();
        let (same, after) = from_key.split_at(count);
        match same {
            [] => reconciliation.ours_alone(key, amount),
            _ => reconciliation.settle(Some(amount), same),
        }
        rest = after;
    }
    for same in rest.chunk_by(|one, other| one.key == other.key) {
        reconciliation.settle(None, same);
    }
    misplaced::explain(&mut reconciliation.breaks);
    Ok(reconciliation)
}

/// Our rows by key, those of one key summed.
fn keyed(ours: impl IntoIterator<Item = Owed>) -> Result<Vec<(Key, Tenge)>, Error> {
    let mut rows: Vec<(Key, Tenge)> =
        ours.into_iter().map(|owed| (Key::new(owed.iin, owed.period, owed.payment), owed.amount)).collect();
    if !rows.is_sorted_by_key(|&(key, _)| key) {
        rows.sort_by_key(|&(key, _)| key);
    }
    let mut overflow = false;
    rows.dedup_by(|later, kept| {
        if later.0 != kept.0 {
            return false;
        }
        match kept.1.checked_add(later.1) {
            Some(sum) => kept.1 = sum,
            None => overflow = true,
        }
        true
    });
    if overflow {
        return Err(Error::new(ErrorKind::Overflow, "our rows of one person, month and payment are out of range"));
    }
    Ok(rows)
}

/// Their rows by key; those of one key as they were given.
fn numbered(theirs: impl IntoIterator<Item = Received>) -> Result<Vec<Theirs>, Error> {
    let mut rows = Vec::new();
    for received in theirs {
        let Received { iin, period, payment, amount, status } = received;
        let row = u32::try_from(rows.len())
            .map_err(|_| Error::new(ErrorKind::Overflow, "the other side has more than 4294967295 rows"))?;
        rows.push(Theirs { key: Key::new(iin, period, payment), amount, row, status });
    }
    if !rows.is_sorted_by_key(|their| their.key) {
        rows.sort_by_key(|their| their.key);
    }
    Ok(rows)
}

impl Reconciliation {
    /// Everything that does not match, by month, person, payment, kind and row.
    pub fn breaks(&self) -> &[Break] {
        &self.breaks
    }

    /// The breaks alone.
    pub fn into_breaks(self) -> Vec<Break> {
        self.breaks
    }

    /// What each month and payment comes to, by month and payment.
    pub fn summary(&self) -> Vec<SummaryRow> {
        summary(&self.matched, &self.breaks)
    }

    /// The sums and rows of both sides, and what matches and breaks come to.
    pub fn conservation(&self) -> Conservation {
        conservation(&self.matched, &self.breaks)
    }

    /// Looks for a known mistake behind each different amount; `circumstances` gives the rows of our register for a person
    /// and month, one for each regime.
    pub fn explain_amounts<'c>(&mut self, law: &Law, circumstances: impl Fn(Iin, Month) -> &'c [Circumstances]) {
        for found in self.breaks.iter_mut().filter(|found| found.kind == BreakKind::Amount) {
            found.explanation = explain(law, found, circumstances(found.iin, found.period));
        }
    }

    /// A row that they do not have.
    #[inline]
    fn ours_alone(&mut self, key: Key, amount: Tenge) {
        self.matched.ours(key, amount);
        if amount == Tenge::ZERO {
            self.matched.ours_alone(key);
        } else {
            self.push(BreakKind::Missing, key, Some(amount), None);
        }
    }

    /// Their rows of one key, at least one, and ours where there is one.
    #[inline]
    fn settle(&mut self, ours: Option<Tenge>, theirs: &[Theirs]) {
        let Some(first) = theirs.first() else { return };
        let key = first.key;
        if let Some(amount) = ours {
            self.matched.ours(key, amount);
        }
        for their in theirs {
            self.matched.theirs(key, their.amount);
        }
        if let [only @ Theirs { status: Status::Accepted, .. }] = theirs {
            return self.compare(ours, only);
        }
        let from = self.breaks.len();
        let accepted = || theirs.iter().filter(|their| their.status == Status::Accepted);
        let equal = |their: &&Theirs| Some(their.amount) == ours;
        let compared = match accepted().next() {
            Some(first) => {
                let compared = accepted().find(equal).unwrap_or(first);
                self.compare(ours, compared);
                compared
            }
            None => {
                let refused = theirs.iter().find(equal).unwrap_or(first);
                self.push(refused_kind(refused.status), key, ours, Some(refused));
                refused
            }
        };
        for their in theirs.iter().filter(|their| their.row != compared.row) {
            self.push(refused_kind(their.status), key, None, Some(their));
        }
        if let Some(breaks) = self.breaks.get_mut(from..) {
            breaks.sort_by_key(|found| (found.kind, found.row));
        }
    }

    /// The one accepted row of theirs that is compared with ours.
    #[inline]
    fn compare(&mut self, ours: Option<Tenge>, their: &Theirs) {
        match ours {
            Some(amount) if amount == their.amount => self.matched.both(their.key, amount),
            Some(_) => self.push(BreakKind::Amount, their.key, ours, Some(their)),
            None if their.amount == Tenge::ZERO => self.matched.theirs_alone(their.key),
            None => self.push(BreakKind::Unexpected, their.key, None, Some(their)),
        }
    }

    fn push(&mut self, kind: BreakKind, key: Key, ours: Option<Tenge>, their: Option<&Theirs>) {
        self.breaks.push(Break {
            kind,
            iin: key.iin(),
            period: key.period(),
            payment: key.payment(),
            ours,
            theirs: their.map(|their| their.amount),
            row: their.map(|their| their.row as usize),
            explanation: None,
        });
    }
}

/// What one of several rows is that was not compared with ours.
fn refused_kind(status: Status) -> BreakKind {
    match status {
        Status::Accepted => BreakKind::Duplicate,
        Status::Rejected => BreakKind::Rejected,
        Status::Returned => BreakKind::Returned,
    }
}
