//! The languages that people are spoken to in.

#[cfg(feature = "cli")]
use crate::payment::Payment;

/// A language of headings, reasons and explanations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Language {
    /// English
    En,
    /// Russian
    #[default]
    Ru,
    /// Kazakh
    Kk,
}

impl Language {
    /// The one of three texts that is in this language.
    pub(crate) fn of<T>(self, [en, ru, kk]: [T; 3]) -> T {
        match self {
            Language::En => en,
            Language::Ru => ru,
            Language::Kk => kk,
        }
    }

    /// The payment's abbreviation.
    #[cfg(feature = "cli")]
    pub(crate) fn payment(self, payment: Payment) -> &'static str {
        match (self, payment) {
            (Language::En | Language::Ru, _) => payment.abbreviation(),
            (Language::Kk, Payment::Ipn) => "ЖТС",
            (Language::Kk, Payment::Opv) => "МЗЖ",
            (Language::Kk, Payment::Opvr) => "ЖМЗЖ",
            (Language::Kk, Payment::So) => "ӘА",
            (Language::Kk, Payment::Vosms) => "МӘМС",
        }
    }
}
