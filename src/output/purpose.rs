//! What the text of a payment order says.

use crate::language::Language;
use crate::payment::Payment;
use crate::period::Month;
use crate::words::{Value, say};

/// The text of an order that pays for the month, with the rate where there is one. Without the right rate everything comes
/// back.
///
/// # Law
/// Order No. 392, Rules, 11.
pub(crate) fn of_payment(lang: Language, payment: Payment, period: Month, rate: &str) -> String {
    let lang = lang.of_forms();
    let (month, year) = parts(lang, period);
    let payment = name(payment);
    let purpose = match rate {
        "" => say!("purpose-of-payment", payment = payment, month = month, year = year),
        rate => say!("purpose-of-payment-at-rate", payment = payment, month = month, year = year, rate = rate),
    };
    purpose.say(lang)
}

/// The text of an order that pays a penalty, which goes for each month by an order of its own.
///
/// # Law
/// Order No. 392, Rules, 8 and 10.
pub(crate) fn of_penalty(lang: Language, payment: Payment, period: Month) -> String {
    let lang = lang.of_forms();
    let (month, year) = parts(lang, period);
    say!("purpose-of-penalty", payment = name(payment), month = month, year = year).say(lang)
}

/// The abbreviation. The Kazakh one of ВОСМС is that of the insurance alone: what is paid are its contributions, as the order
/// says in full.
fn name(payment: Payment) -> Value {
    if payment == Payment::Vosms { say!("purpose-vosms").into() } else { payment.into() }
}

/// The month's name and its year.
fn parts(lang: Language, period: Month) -> (&'static str, String) {
    (lang.month_name(period), period.ym().0.to_string())
}
