//! Units of money in headings and titles: amounts are in tenge, and thousands of it would be read as single ones.

/// Whether a word of a heading of amounts says thousands or millions.
pub(super) fn says_thousands(heading: &str) -> bool {
    words(heading).iter().any(|word| is_thousands(word))
}

/// Thousands or millions of money that a title says, in its words: with the tenge beside them, or at its end.
pub(crate) fn of_title(title: &str) -> Option<String> {
    let words = words(title);
    let is_tenge = |at: usize| words.get(at).is_some_and(|word| TENGE.contains(&word.as_str()));
    let at = (0..words.len()).find(|&at| {
        is_thousands(&words[at]) && (is_tenge(at + 1) || at > 0 && is_tenge(at - 1) || at + 1 == words.len())
    })?;
    let first = if !is_tenge(at + 1) && at > 0 && is_tenge(at - 1) { at - 1 } else { at };
    let last = if is_tenge(at + 1) { at + 1 } else { at };
    words.get(first..=last).map(|words| words.join(" "))
}

/// The words for tenge, in lower case.
pub(super) const TENGE: [&str; 5] = ["тг", "тенге", "теңге", "kzt", "₸"];

fn is_thousands(word: &str) -> bool {
    const WHOLE: [&str; 6] = ["тыс", "млн", "млрд", "мың", "mln", "bln"];
    const BEGINNINGS: [&str; 6] = ["тысяч", "миллион", "миллиард", "thousand", "million", "billion"];
    WHOLE.contains(&word) || BEGINNINGS.iter().any(|beginning| word.starts_with(beginning))
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphabetic() && letter != '₸');
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_words_of_their_own() {
        for (heading, expected) in [
            ("Доход, тыс. тг", true),
            ("Сумма (млн.тенге)", true),
            ("Табыс, мың теңге", true),
            ("Amount, KZT thousands", true),
            ("Сумма, mln", true),
            ("Доход", false),
            ("Сумма по тысу", false),
            ("", false),
        ] {
            assert_eq!(says_thousands(heading), expected, "{heading}");
        }
    }

    #[test]
    fn thousands_of_a_title_are_of_money() {
        for (title, expected) in [
            ("Доходы за август 2026 г., тыс. тенге", Some("тыс тенге")),
            ("Доходы (млн.тг) исполнителей", Some("млн тг")),
            ("2026 жылғы тамыз, мың теңге", Some("мың теңге")),
            ("Amounts in KZT thousands of August", Some("kzt thousands")),
            ("Единица измерения: тыс.", Some("тыс")),
            ("суммы в тыс. ₸ за август", Some("тыс ₸")),
            ("Более 1 млн исполнителей", None),
            ("Все суммы в тенге", None),
        ] {
            assert_eq!(of_title(title).as_deref(), expected, "{title}");
        }
    }
}
