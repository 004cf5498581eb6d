//! The purpose of a payment, as the State Corporation reads it.

use crate::blanks::EDGE_BLANKS;
use crate::language::Language;
use crate::payment::Payment;
use crate::period::Month;
use crate::rate::Rate;

/// What the words for the rate begin with, in Russian and Kazakh.
const RATE_WORDS: [&str; 2] = ["ставк", "мөлшерлеме"];

/// The rate that a purpose names: the number behind the word for it, else the one number with `%`, wherever it stands. What
/// names several, or none behind the word, is given as it stands; nothing where there is neither.
pub(crate) fn rate_in(purpose: &str) -> String {
    let purpose = purpose.to_lowercase();
    let Some(text) = behind_word(&purpose) else { return with_sign(&purpose).unwrap_or_default() };
    let (number, behind) = text.split_at(text.find(|character| !is_of_number(character)).unwrap_or(text.len()));
    let has_sign = behind.strip_prefix(EDGE_BLANKS).unwrap_or(behind).starts_with('%');
    match number.trim_end_matches(['.', ',']) {
        "" => with_sign(&purpose).unwrap_or_else(|| text.trim().to_owned()),
        // Another rate behind it: which of them is meant, nobody knows.
        number if rates_with_sign(behind).any(|other| is_other(other, number)) => text.trim().to_owned(),
        number => format!("{number}{}", if has_sign { "%" } else { "" }),
    }
}

/// Whether a purpose names the month and its year, in Russian or Kazakh.
pub(crate) fn names_month(purpose: &str, period: Month) -> bool {
    let words = || purpose.split(|letter: char| !letter.is_alphanumeric());
    let is_month = |word: &str| [Language::Ru, Language::Kk].iter().any(|lang| word == lang.month_name(period));
    words().any(|word| word == period.ym().0.to_string()) && words().any(is_month)
}

/// Whether a purpose names the payment by its abbreviation, in any language.
pub(crate) fn names_payment(purpose: &str, payment: Payment) -> bool {
    let is_payment = |word: &str| Language::ALL.into_iter().any(|lang| word == payment.abbreviation_in(lang));
    purpose.split(|letter: char| !letter.is_alphabetic()).any(is_payment)
}

/// What stands behind the word for the rate, which begins a word: `доставка` is none.
fn behind_word(purpose: &str) -> Option<&str> {
    let begins = |at: usize| !purpose.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric));
    let at = RATE_WORDS.iter().find_map(|word| purpose.match_indices(word).map(|(at, _)| at).find(|&at| begins(at)))?;
    let behind = purpose.get(at..)?.trim_start_matches(char::is_alphabetic);
    Some(behind.trim_start_matches([' ', '\u{a0}', ':', '=', '-', '–', '—']))
}

/// The one rate with `%` of the purpose, or where there are several the purpose as it stands.
fn with_sign(purpose: &str) -> Option<String> {
    let mut rates = rates_with_sign(purpose);
    let rate = rates.next()?;
    Some(if rates.any(|other| is_other(other, rate)) { purpose.trim().to_owned() } else { format!("{rate}%") })
}

/// Whether two texts are not one and the same rate, as `1` and `1,0` are.
fn is_other(one: &str, other: &str) -> bool {
    Rate::of_percent(one).is_none_or(|rate| Rate::of_percent(other) != Some(rate))
}

fn is_of_number(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '.' | ',')
}

/// The numbers before each `%`.
fn rates_with_sign(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('%').filter_map(|(at, _)| {
        let before = text.get(..at)?.trim_end_matches(EDGE_BLANKS);
        let number = before.strip_prefix(before.trim_end_matches(is_of_number))?;
        number.contains(|character: char| character.is_ascii_digit()).then_some(number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_purpose_names_its_rate() {
        for (purpose, rate) in [
            ("ОПВ за август 2026 г., ставка 1%", "1%"),
            ("СО за октябрь 2024 г., ставка 3,5 %.", "3,5%"),
            ("2026 ж. тамыз айының МЗЖ, мөлшерлеме 1%", "1%"),
            ("МЗЖ, мөлшерлемесі: 1", "1"),
            ("2026 ж. тамыз айының МЗЖ, 1% мөлшерлеме", "1%"),
            ("МЗЖ, 1% мөлшерлеме бойынша", "1%"),
            ("ОПВ за август 2026 г. по 1% ставке", "1%"),
            ("ОПВ за август 2026 г. (ставка 1%)", "1%"),
            ("ОПВ, ставка (1%)", "1%"),
            ("ОПВ, ставка ОПВ 1%", "1%"),
            ("ОПВ, ставка составляет 1%", "1%"),
            ("ОПВ курьеров доставки за август 2026 г., ставка 1%", "1%"),
            ("ОПВ за август 2026 г. (доставка), 1%", "1%"),
            ("ОПВ за август 2026 г. (доставка)", ""),
            ("ОПВ 1% за август 2026 г.", "1%"),
            ("ОПВ за август 2026 г., по ставкам 1% и 5%", "1% и 5%"),
            ("ОПВ 1% и 5% за август 2026 г.", "опв 1% и 5% за август 2026 г."),
            ("ОПВ 1% и 5%, ставки", "опв 1% и 5%, ставки"),
            ("ОПВ 1% за август 2026 г., ставка 1%", "1%"),
            ("ОПВ за август 2026 г., ставка 1%, 1 % дохода", "1%"),
            ("ОПВ 1% за август 2026 г., 1,0 % дохода", "1%"),
            ("ОПВ за август 2026 г., ставка 1. Это 1 % дохода", "1"),
            ("ОПВ за август 2026 г., ставка 1. Или 5 % дохода", "1. или 5 % дохода"),
            ("ОПВ 5% за август 2026 г., ставка 1%", "1%"),
            ("ОПВ за август 2026 г., по ставке 10%, список", "10%"),
            ("ОПВ за август 2026 г., ставка", ""),
            ("ОПВ за август 2026 г., ставка одна", "одна"),
            ("ОПВ за август 2026 г.", ""),
            ("ОПВ, % за август", ""),
            ("", ""),
        ] {
            assert_eq!(rate_in(purpose), rate, "{purpose}");
        }
    }
}
