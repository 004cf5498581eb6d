//! The languages that people are spoken to in.

use clap::ValueEnum;

use crate::payment::Payment;

/// A language of headings, reasons and explanations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
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
    pub fn of(self, [en, ru, kk]: [&str; 3]) -> &str {
        match self {
            Language::En => en,
            Language::Ru => ru,
            Language::Kk => kk,
        }
    }

    /// The payment's abbreviation.
    pub fn payment(self, payment: Payment) -> &'static str {
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
