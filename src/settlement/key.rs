//! The key by which two sides are compared, and rows in its order.

use crate::error::{Error, ErrorKind};
use crate::money::Tenge;
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::withholding::order::PersonMonthKey;
use crate::words::Message;

/// Month, person and payment as one number that sorts in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Key(pub u64);

impl Key {
    pub const PAYMENT_BITS: u32 = 3;

    #[inline]
    pub fn new(iin: Iin, period: Month, payment: Payment) -> Key {
        Key::of(PersonMonthKey::new(period, iin), payment)
    }

    #[inline]
    pub fn of(person_month: PersonMonthKey, payment: Payment) -> Key {
        Key(person_month.number() << Key::PAYMENT_BITS | payment as u64)
    }

    fn person_month(self) -> PersonMonthKey {
        PersonMonthKey::from_number(self.0 >> Key::PAYMENT_BITS)
    }

    pub fn period(self) -> Month {
        self.person_month().month()
    }

    pub fn iin(self) -> Iin {
        self.person_month().iin()
    }

    pub fn payment(self) -> Payment {
        let number = (self.0 & ((1 << Key::PAYMENT_BITS) - 1)) as usize;
        Payment::ALL.get(number).copied().unwrap_or(Payment::Ipn)
    }
}

/// Puts rows in order. They mostly come so, or as a few lists each of which is in order: a stable sort finds these.
pub(crate) fn sort_by_key<T, K: Ord>(rows: &mut [T], key: impl Fn(&T) -> K) {
    if !rows.is_sorted_by_key(&key) {
        rows.sort_by_key(&key);
    }
}

/// Puts amounts in order of their keys and sums those of one key.
///
/// # Errors
/// Kind [`ErrorKind::Overflow`] with what was told, where a sum is out of range.
pub(crate) fn sum_by_key(rows: &mut Vec<(Key, Tenge)>, out_of_range: Message) -> Result<(), Error> {
    sort_by_key(rows, |&(key, _)| key);
    let mut overflow = false;
    rows.dedup_by(|later, kept| {
        let is_same = later.0 == kept.0;
        if is_same {
            let sum = kept.1.checked_add(later.1);
            overflow |= sum.is_none();
            kept.1 = sum.unwrap_or_default();
        }
        is_same
    });
    if overflow { Err(Error::new(ErrorKind::Overflow, out_of_range)) } else { Ok(()) }
}
