//! What a payment order says that it is for.

use crate::output::headings::Lang;
use crate::payment::Payment;
use crate::period::Month;

const MONTHS_RU: [&str; 12] = [
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

const MONTHS_KK: [&str; 12] = [
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

/// The month's name in Russian, as it stands behind «за».
pub(crate) fn month_name(period: Month) -> &'static str {
    of(&MONTHS_RU, period)
}

fn of(names: &[&'static str; 12], period: Month) -> &'static str {
    let (_, month) = period.ym();
    names.get(month as usize - 1).copied().unwrap_or_default()
}

/// The text of an order for a penalty. Orders are written in Russian or Kazakh.
pub(crate) fn penalty_purpose(lang: Lang, payment: Payment, period: Month) -> String {
    let (year, _) = period.ym();
    match lang {
        Lang::Kk => format!("{year} жылғы {} айына {} бойынша өсімпұл", of(&MONTHS_KK, period), lang.payment(payment)),
        Lang::Ru | Lang::En => format!("Пеня по {} за {} {year} г.", payment.abbreviation(), month_name(period)),
    }
}
