//! The five payments, and values that come one for each of them.

use std::ops::{Index, IndexMut};

use crate::as_text::{as_text, coded};
use crate::language::Language;
use crate::money::Tenge;
use crate::words::{Value, say, word};

/// A payment that the operator withholds.
///
/// # Law
/// SC 102-1(1), TC 721(3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Payment {
    /// ИПН, individual income tax.
    Ipn,
    /// ОПВ, mandatory pension contributions.
    Opv,
    /// ОПВР, mandatory pension contributions «of the employer», withheld from the contractor all the same.
    Opvr,
    /// СО, social contributions.
    So,
    /// ВОСМС, contributions to mandatory social health insurance.
    Vosms,
}

impl Payment {
    /// All five, in the order of every register.
    pub const ALL: [Payment; 5] = [Payment::Ipn, Payment::Opv, Payment::Opvr, Payment::So, Payment::Vosms];

    /// The four that the State Corporation distributes by person: all but income tax.
    ///
    /// # Law
    /// Rules of Order No. 392, 13–15.
    pub const SOCIAL: [Payment; 4] = [Payment::Opv, Payment::Opvr, Payment::So, Payment::Vosms];

    /// The identifier in files: `ipn`, `opv`, `opvr`, `so`, `vosms`.
    pub fn code(self) -> &'static str {
        match self {
            Payment::Ipn => "ipn",
            Payment::Opv => "opv",
            Payment::Opvr => "opvr",
            Payment::So => "so",
            Payment::Vosms => "vosms",
        }
    }

    /// The abbreviation people use: ИПН, ОПВ, ОПВР, СО, ВОСМС.
    pub fn abbreviation(self) -> &'static str {
        match self {
            Payment::Ipn => "ИПН",
            Payment::Opv => "ОПВ",
            Payment::Opvr => "ОПВР",
            Payment::So => "СО",
            Payment::Vosms => "ВОСМС",
        }
    }

    /// The abbreviation in this language; in English it is the Russian one, under which the payment is known.
    pub fn abbreviation_in(self, language: Language) -> &'static str {
        let key = match self {
            Payment::Ipn => "payment-ipn",
            Payment::Opv => "payment-opv",
            Payment::Opvr => "payment-opvr",
            Payment::So => "payment-so",
            Payment::Vosms => "payment-vosms",
        };
        word(language, key)
    }
}

/// The abbreviation, in the language of the sentence.
impl From<Payment> for Value {
    fn from(payment: Payment) -> Value {
        Value::Name(Language::ALL.map(|language| payment.abbreviation_in(language).to_owned()))
    }
}

coded!(Payment::code, say!("what-payment"));
as_text!(Payment, str::parse);

/// One value for each payment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct PerPayment<T>([T; 5]);

impl<T> PerPayment<T> {
    /// The value of each payment by a function of the payment.
    #[inline]
    pub fn from_fn(mut value: impl FnMut(Payment) -> T) -> PerPayment<T> {
        // One by one, so that each of them is compiled for its payment: `map` calls a loop for every month.
        let [ipn, opv, opvr, so, vosms] = Payment::ALL;
        PerPayment([value(ipn), value(opv), value(opvr), value(so), value(vosms)])
    }

    /// Payments with their values, in the order of [`Payment::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Payment, &T)> {
        Payment::ALL.into_iter().zip(&self.0)
    }
}

impl PerPayment<Tenge> {
    /// The five together, or `None` where they do not fit ±92 233 720 368 547 758.07 tenge.
    #[inline]
    pub fn sum(&self) -> Option<Tenge> {
        self.0.iter().try_fold(Tenge::ZERO, |sum, &amount| sum.checked_add(amount))
    }
}

impl<T> Index<Payment> for PerPayment<T> {
    type Output = T;

    #[inline]
    fn index(&self, payment: Payment) -> &T {
        &self.0[payment as usize]
    }
}

impl<T> IndexMut<Payment> for PerPayment<T> {
    #[inline]
    fn index_mut(&mut self, payment: Payment) -> &mut T {
        &mut self.0[payment as usize]
    }
}

/// A set of payments.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct PaymentSet(u8);

impl PaymentSet {
    /// No payment.
    pub const EMPTY: PaymentSet = PaymentSet(0);

    /// The set with this payment added.
    #[must_use]
    pub fn with(self, payment: Payment) -> PaymentSet {
        PaymentSet(self.0 | 1 << payment as u8)
    }

    /// Everything in either set.
    #[must_use]
    pub fn union(self, other: PaymentSet) -> PaymentSet {
        PaymentSet(self.0 | other.0)
    }

    /// Whether the payment is in the set.
    #[inline]
    pub fn contains(self, payment: Payment) -> bool {
        self.0 >> payment as u8 & 1 == 1
    }

    /// Whether no payment is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}
