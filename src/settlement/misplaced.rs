//! Rows that are missing in one place and unexpected in another.

use hashbrown::HashMap;

use crate::hash::FixedHash;
use crate::money::Tenge;
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::settlement::breaks::{Break, BreakKind, Explanation};
use crate::settlement::key::Key;
use crate::withholding::order::IIN_BITS;

/// Digits of a person's number without the last, which follows from them.
const FIRST_DIGITS: u32 = 11;

/// In what two rows of one amount may differ.
#[derive(Debug, Clone, Copy)]
enum Slip {
    Period,
    Payment,
    /// The digit at this place, from the right of the first eleven.
    Digit(u32),
    /// The digit at this place and the one left of it, changed over.
    Swap(u32),
}

/// A missing or unexpected row and the rows of the other kind that it could be.
struct Misplaced {
    number: usize,
    key: Key,
    tiyn: i64,
    candidates: u64,
    candidate: usize,
    slip: Slip,
}

/// What rows with the same amount that differ at most by one slip have in common; `None` where the slip changes nothing.
fn common(row: &Misplaced, slip: Slip) -> Option<u128> {
    let iin = |first: u64| row.key.0 & !IIN_MASK | first << Key::PAYMENT_BITS;
    let first = row.key.iin().number() / 10;
    let key = match slip {
        Slip::Period => row.key.0 & ((1 << (Key::PAYMENT_BITS + IIN_BITS)) - 1),
        Slip::Payment => row.key.0 & !((1 << Key::PAYMENT_BITS) - 1),
        Slip::Digit(place) => {
            let power = 10_u64.pow(place);
            iin(first - first / power % 10 * power)
        }
        Slip::Swap(place) => {
            let power = 10_u64.pow(place);
            let (right, left) = (first / power % 10, first / power / 10 % 10);
            if left == right {
                return None;
            }
            let sorted = left.min(right) * 10 + left.max(right);
            iin(first - (left * 10 + right) * power + sorted * power)
        }
    };
    Some(u128::from(row.tiyn as u64) << 64 | u128::from(key))
}

const IIN_MASK: u64 = ((1 << IIN_BITS) - 1) << Key::PAYMENT_BITS;

/// Rows with something in common: how many there are and the last of each kind.
#[derive(Default, Clone, Copy)]
struct Group {
    missing: (u64, usize),
    unexpected: (u64, usize),
}

/// A row of theirs that could not be taken for its person or its month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unplaced {
    /// The person, where that could be read.
    pub iin: Option<Iin>,
    /// The month, where that could be read.
    pub period: Option<Month>,
    /// The payment.
    pub payment: Payment,
    /// The amount that the row names.
    pub amount: Tenge,
}

/// Payment, amount, and what could be read of person and month.
type Unread = (Payment, Tenge, Option<Iin>, Option<Month>);

/// Rows with something in common: how many were rejected, with the last of them, and how many are missing.
#[derive(Default)]
struct Candidates {
    rejected: (u64, usize),
    missing: u64,
}

/// Explains missing rows without an explanation by the one rejected row that they could be, where it could be no other.
pub(super) fn explain_missing(breaks: &mut [Break], rejected: &[Unplaced]) {
    if rejected.is_empty() {
        return;
    }
    let mut groups = HashMap::<Unread, Candidates, FixedHash>::default();
    for (number, row) in rejected.iter().enumerate() {
        let group = groups.entry((row.payment, row.amount, row.iin, row.period)).or_default();
        group.rejected = (group.rejected.0 + 1, number);
    }
    let could_be = |found: &Break| {
        let (iin, period) = (Some(found.iin), Some(found.period));
        let amount = found.ours.unwrap_or_default();
        [(None, None), (iin, None), (None, period), (iin, period)]
            .map(|(iin, period)| (found.payment, amount, iin, period))
    };
    let is_open = |found: &Break| found.kind == BreakKind::Missing && found.explanation.is_none();
    for found in breaks.iter().filter(|found| is_open(found)) {
        for key in could_be(found) {
            if let Some(group) = groups.get_mut(&key) {
                group.missing += 1;
            }
        }
    }
    for found in breaks.iter_mut().filter(|found| is_open(found)) {
        let of_row: Vec<&Candidates> = could_be(found).iter().filter_map(|key| groups.get(key)).collect();
        if let [Candidates { rejected: (1, number), missing: 1 }] = of_row[..] {
            found.explanation = Some(Explanation::RejectedRow(*number));
        }
    }
}

/// Explains the missing and unexpected rows that are each other's only candidate.
pub(super) fn explain(breaks: &mut [Break]) {
    let mut missing = of_kind(breaks, BreakKind::Missing);
    let mut unexpected = of_kind(breaks, BreakKind::Unexpected);
    if missing.is_empty() || unexpected.is_empty() {
        return;
    }
    let digits = (0..FIRST_DIGITS).map(Slip::Digit);
    let swaps = (0..FIRST_DIGITS - 1).map(Slip::Swap);
    let mut groups = HashMap::<u128, Group, FixedHash>::default();
    for slip in [Slip::Period, Slip::Payment].into_iter().chain(digits).chain(swaps) {
        groups.clear();
        for (number, row) in unexpected.iter().enumerate() {
            if let Some(common) = common(row, slip) {
                let group = groups.entry(common).or_default();
                group.unexpected = (group.unexpected.0 + 1, number);
            }
        }
        for (number, row) in missing.iter_mut().enumerate() {
            if let Some(group) = common(row, slip).and_then(|common| groups.get_mut(&common)) {
                group.missing = (group.missing.0 + 1, number);
                row.add(group.unexpected, slip);
            }
        }
        for row in &mut unexpected {
            if let Some(group) = common(row, slip).and_then(|common| groups.get(&common)) {
                row.add(group.missing, slip);
            }
        }
    }
    for (number, row) in missing.iter().enumerate().filter(|(_, row)| row.candidates == 1) {
        let Some(other) = unexpected.get(row.candidate) else { continue };
        if other.candidates == 1 && other.candidate == number {
            set(breaks, row, other);
            set(breaks, other, row);
        }
    }
}

impl Misplaced {
    fn add(&mut self, (count, last): (u64, usize), slip: Slip) {
        if count > 0 {
            self.candidates += count;
            self.candidate = last;
            self.slip = slip;
        }
    }
}

fn of_kind(breaks: &[Break], kind: BreakKind) -> Vec<Misplaced> {
    let of_kind = breaks.iter().enumerate().filter(|(_, found)| found.kind == kind);
    let misplaced = |(number, found): (usize, &Break)| Misplaced {
        number,
        key: found.key(),
        tiyn: found.ours.or(found.theirs).unwrap_or_default().tiyn(),
        candidates: 0,
        candidate: 0,
        slip: Slip::Period,
    };
    of_kind.map(misplaced).collect()
}

fn set(breaks: &mut [Break], row: &Misplaced, other: &Misplaced) {
    if let Some(found) = breaks.get_mut(row.number) {
        found.explanation = Some(match row.slip {
            Slip::Period => Explanation::OtherPeriod(other.key.period()),
            Slip::Payment => Explanation::OtherPayment(other.key.payment()),
            Slip::Digit(_) | Slip::Swap(_) => Explanation::OtherIin(other.key.iin()),
        });
    }
}
