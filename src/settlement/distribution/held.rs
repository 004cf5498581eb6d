//! Rows as they are held: a million persons with four payments each are there at once.

use crate::batch::Position;
use crate::money::Tenge;
use crate::payment::Payment;
use crate::person::Iin;
use crate::settlement::distribution::rows::Reason;
use crate::settlement::key::Key;
use crate::withholding::order::PersonMonthKey;

/// A row that was paid under a right ИИН and КНП, in the order of [`HeldPaid::order`].
#[derive(Debug, Clone, Copy)]
pub(super) struct HeldPaid {
    /// The key, and behind it in two bits why the row came back before the comparison: the rows that are compared stand
    /// first of their key.
    keyed: u64,
    pub amount: Tenge,
    pub place: Position,
}

impl HeldPaid {
    const FAULT_BITS: u32 = 2;
    const FAULTS: [Option<Reason>; 4] =
        [None, Some(Reason::Details), Some(Reason::RateMissing), Some(Reason::RateDiffers)];

    pub fn new(key: Key, fault: Option<Reason>, amount: Tenge, place: Position) -> HeldPaid {
        let fault = HeldPaid::FAULTS.iter().position(|known| *known == fault).unwrap_or_default();
        HeldPaid { keyed: key.0 << HeldPaid::FAULT_BITS | fault as u64, amount, place }
    }

    pub fn key(&self) -> Key {
        Key(self.keyed >> HeldPaid::FAULT_BITS)
    }

    /// Why the row came back before the comparison.
    pub fn fault(&self) -> Option<Reason> {
        HeldPaid::FAULTS[(self.keyed & ((1 << HeldPaid::FAULT_BITS) - 1)) as usize]
    }

    /// By month, person, payment, fault and place.
    pub fn order(&self) -> (u64, Position) {
        (self.keyed, self.place)
    }
}

/// КГД's sums of a person and month.
#[derive(Debug, Clone, Copy)]
pub(super) struct HeldComputed {
    pub person_month: PersonMonthKey,
    /// In the order of [`Payment::SOCIAL`].
    pub amounts: [Tenge; 4],
    pub place: Position,
}

impl HeldComputed {
    /// The keys and sums above zero, in order.
    pub fn sums(&self) -> impl Iterator<Item = (Key, Tenge)> + use<> {
        let HeldComputed { person_month, amounts, .. } = *self;
        let sums = Payment::SOCIAL.into_iter().zip(amounts).filter(|&(_, amount)| amount > Tenge::ZERO);
        sums.map(move |(payment, amount)| (Key::of(person_month, payment), amount))
    }
}

/// The payment of the key; in place of ИПН, which is never distributed, none.
pub(super) fn payment(key: Key) -> Option<Payment> {
    Some(key.payment()).filter(|&payment| payment != Payment::Ipn)
}

/// Whether the key has a person's number and not that of a text.
pub(super) fn is_iin(key: Key) -> bool {
    key.iin().number() < FIRST_TEXT
}

/// What comes back. Where the ИИН is wrong the number of its text stands in its place in the key.
#[derive(Debug, Clone, Copy)]
pub(super) struct HeldReturn {
    pub key: Key,
    pub amount: Tenge,
    pub place: Position,
    pub reason: Reason,
}

/// Texts in place of ИИН.
#[derive(Debug, Default)]
pub(super) struct Texts {
    all: String,
    ends: Vec<usize>,
}

/// Numbers from here on, which have 13 digits, are those of texts.
const FIRST_TEXT: u64 = 1_000_000_000_000;

impl Texts {
    /// Keeps the text and gives what stands for it in a key. More than a key has room for, 99 511 627 776, would take
    /// terabytes.
    pub fn keep(&mut self, text: &str) -> Iin {
        let number = FIRST_TEXT + self.ends.len() as u64;
        self.all.push_str(text);
        self.ends.push(self.all.len());
        Iin::from_number(number)
    }

    /// The person of a key, or the text in his place.
    pub fn iin(&self, key: Key) -> Result<Iin, &str> {
        let Some(number) = key.iin().number().checked_sub(FIRST_TEXT) else { return Ok(key.iin()) };
        let number = number as usize;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let text = self.ends.get(number).and_then(|&end| self.all.get(start..end));
        Err(text.unwrap_or_default())
    }
}
