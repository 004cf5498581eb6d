//! The key by which two sides are compared.

use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;

/// Month, person and payment as one number that sorts in this order: 17, 40 and 3 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Key(pub u64);

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
