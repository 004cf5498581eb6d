//! What the codes of the files mean, in words.

use crate::language::Language;
use crate::words::known;

/// A code in words; several are joined by `|`, and what stands behind `=` stays as it is. What has no words is left.
pub(crate) fn in_words(language: Language, codes: &str) -> String {
    let one = |code: &str| {
        let (name, rest) = code.split_once('=').map_or((code, None), |(name, rest)| (name, Some(rest)));
        let name = known(language, &format!("code-{name}")).unwrap_or(name);
        rest.map_or_else(|| name.to_owned(), |rest| format!("{name}: {rest}"))
    };
    codes.split('|').map(one).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::payment::Payment;
    use crate::settlement::explanation::MISTAKES;
    use crate::settlement::{BreakKind, Consequence, Explanation, Reason, Status};

    /// Of `corrections.csv` and of `advice.csv`, whose codes stand where they are written.
    const OF_CORRECTIONS: [&str; 5] = ["exemption", "income", "policy", "rates", "regime"];
    const OF_ADVICE: [&str; 10] = [
        "age-not-exempt",
        "birth-date-contradicts",
        "birth-date-not-exempt",
        "exemption-begins",
        "exemption-ends",
        "near-limit",
        "no-contractor",
        "other-reading",
        "over-limit",
        "returned-out-of-scope",
    ];

    /// Every code, and none that is no more one, in the words of each language.
    #[test]
    fn each_code_has_words_in_all_languages() {
        let others = [
            Explanation::PartsAddUp,
            Explanation::OtherPeriod("2026-08".parse().unwrap()),
            Explanation::OtherPayment(Payment::So),
            Explanation::OtherIin("900101300017".parse().unwrap()),
            Explanation::RejectedRow(2),
        ];
        let without_value = |code: String| code.split('=').next().unwrap_or_default().to_owned();
        let mut codes: BTreeSet<String> =
            MISTAKES.into_iter().chain(others).map(|one| without_value(one.to_string())).collect();
        let consequences = [Consequence::ReturnedInFull, Consequence::ExcessReturned, Consequence::Unpaid];
        let of_kinds = consequences.map(Consequence::code).into_iter().chain(BreakKind::ALL.map(BreakKind::code));
        let of_rows = Reason::ALL.map(Reason::code).into_iter().chain(Status::ALL.map(Status::code));
        let written = OF_CORRECTIONS.into_iter().chain(OF_ADVICE);
        codes.extend(of_kinds.chain(of_rows).chain(written).map(str::to_owned));
        for (language, words) in Language::ALL.into_iter().zip([
            include_str!("../../words/en.ftl"),
            include_str!("../../words/ru.ftl"),
            include_str!("../../words/kk.ftl"),
        ]) {
            let keys = words.lines().filter_map(|line| line.strip_prefix("code-")?.split_once(" = "));
            assert_eq!(keys.map(|(code, _)| code.to_owned()).collect::<BTreeSet<_>>(), codes, "{language:?}");
        }
    }

    #[test]
    fn codes_are_said_in_words_and_what_has_none_is_left() {
        assert_eq!(in_words(Language::En, "other-payment=so"), "stands under another payment: so");
        assert_eq!(in_words(Language::Ru, "regime|income"), "режим; доход");
        assert_eq!(in_words(Language::Ru, "no-such"), "no-such");
        assert_eq!(in_words(Language::Ru, ""), "");
    }
}
