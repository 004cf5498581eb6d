//! What the text of a payment order says.

use crate::output::headings::Lang;
use crate::payment::Payment;
use crate::period::Month;

/// The month as orders name it: `август 2026 г.`.
pub(crate) fn month(period: Month) -> String {
    let (year, month) = period.ym();
    format!("{} {year} г.", month_name(month))
}

/// The name of the month with this number.
pub(crate) fn month_name(month: u32) -> &'static str {
    const MONTHS: [&str; 12] = [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ];
    MONTHS.get(month as usize - 1).copied().unwrap_or_default()
}

/// The text of an order that pays a penalty, which goes for each month by an order of its own.
///
/// # Law
/// Order No. 392, Rules, 8 and 10.
pub(crate) fn of_penalty(payment: Payment, period: Month) -> String {
    format!("Пеня по {} за {}", payment.abbreviation(), month(period))
}

/// [`of_penalty`] in a language of orders, Russian or Kazakh.
pub(crate) fn of_penalty_in(lang: Lang, payment: Payment, period: Month) -> String {
    const MONTHS: [&str; 12] = [
        "қаңтар",
        "ақпан",
        "наурыз",
        "сәуір",
        "мамыр",
        "маусым",
        "шілде",
        "тамыз",
        "қыркүйек",
        "қазан",
        "қараша",
        "желтоқсан",
    ];
    let (year, month) = period.ym();
    let month = MONTHS.get(month as usize - 1).copied().unwrap_or_default();
    match lang {
        Lang::Kk => format!("{year} жылғы {month} айына {} бойынша өсімпұл", lang.payment(payment)),
        Lang::Ru | Lang::En => of_penalty(payment, period),
    }
}
