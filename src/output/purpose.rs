//! What the text of a payment order says.

use crate::language::Language;
use crate::payment::Payment;
use crate::period::Month;

/// The month as orders in Russian name it: `август 2026 г.`.
pub(crate) fn month(period: Month) -> String {
    Language::Ru.month(period)
}

/// The text of an order that pays for the month, with the rate where there is one, in a language of orders: Russian or
/// Kazakh. Without the right rate everything comes back.
///
/// # Law
/// Order No. 392, Rules, 11.
pub(crate) fn of_payment(lang: Language, payment: Payment, period: Month, rate: &str) -> String {
    let (year, _) = period.ym();
    let (text, rate_word) = match lang {
        Language::Kk => {
            (format!("{year} жылғы {} айына {}", lang.month_name(period), payment.abbreviation_in(lang)), "мөлшерлеме")
        }
        Language::Ru | Language::En => (format!("{} за {}", payment.abbreviation(), month(period)), "ставка"),
    };
    if rate.is_empty() { text } else { format!("{text}, {rate_word} {rate}") }
}

/// The text of an order that pays a penalty, which goes for each month by an order of its own.
///
/// # Law
/// Order No. 392, Rules, 8 and 10.
pub(crate) fn of_penalty(payment: Payment, period: Month) -> String {
    format!("Пеня по {} за {}", payment.abbreviation(), month(period))
}

/// [`of_penalty`] in a language of orders, Russian or Kazakh.
pub(crate) fn of_penalty_in(lang: Language, payment: Payment, period: Month) -> String {
    let (year, month) = (period.ym().0, lang.month_name(period));
    match lang {
        Language::Kk => format!("{year} жылғы {month} айына {} бойынша өсімпұл", payment.abbreviation_in(lang)),
        Language::Ru | Language::En => of_penalty(payment, period),
    }
}
