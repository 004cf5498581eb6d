//! The orders in which registers and lines are written, as numbers that sort so.

use crate::error::Error;
use crate::law::Law;
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::words::say;

/// A person's month: by month, then by ИИН.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct PersonMonthKey(u64);

/// An ИИН is below 10¹² < 2⁴⁰, a month's number below 2¹⁷, a day's below 2²².
pub(crate) const IIN_BITS: u32 = 40;
const DAY_BITS: u32 = 22;

impl PersonMonthKey {
    #[inline]
    pub fn new(month: Month, iin: Iin) -> PersonMonthKey {
        PersonMonthKey(u64::from(month.number()) << IIN_BITS | iin.number())
    }

    /// The month in which income of this day counts.
    #[inline]
    pub fn on(law: &Law, day: Day, iin: Iin) -> PersonMonthKey {
        PersonMonthKey::new(law.month_of(day), iin)
    }

    #[inline]
    pub fn number(self) -> u64 {
        self.0
    }

    /// The key that [`PersonMonthKey::number`] was taken from.
    pub fn from_number(number: u64) -> PersonMonthKey {
        PersonMonthKey(number)
    }

    pub fn month(self) -> Month {
        Month::from_number((self.0 >> IIN_BITS) as u32)
    }

    pub fn iin(self) -> Iin {
        Iin::from_number(self.0 & ((1 << IIN_BITS) - 1))
    }

    /// The error with the person, as logs show him, and the month.
    #[cold]
    pub fn named(self, error: Error) -> Error {
        let (person, month, message) =
            (self.iin().masked().to_string(), self.month().to_string(), error.message().clone());
        Error::new(error.kind(), say!("person-month-error", person = person, month = month, error = message))
    }
}

/// An operation in canonical order within its person's month: effective day, day of settlement; then the id by bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OperationKey {
    pub person_month: PersonMonthKey,
    pub effective_on: Day,
    pub settled_on: Day,
}

impl OperationKey {
    #[inline]
    pub fn number(self) -> u128 {
        u128::from(self.person_month.0) << (2 * DAY_BITS)
            | u128::from(self.effective_on.number()) << DAY_BITS
            | u128::from(self.settled_on.number())
    }

    #[inline]
    pub fn from_number(number: u128) -> OperationKey {
        let day = |number: u128| Day::from_number(number as u32 & ((1 << DAY_BITS) - 1)).unwrap_or(Day::MIN);
        OperationKey {
            person_month: PersonMonthKey((number >> (2 * DAY_BITS)) as u64),
            effective_on: day(number >> DAY_BITS),
            settled_on: day(number),
        }
    }
}
