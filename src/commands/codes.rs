//! What the codes of the files mean, in words.

use crate::language::Language;
use crate::words::word;

/// The codes of breaks, explanations, consequences, returns, corrections and advice, with the keys of their words.
const CODES: [(&str, &str); 45] = [
    ("accepted", "code-accepted"),
    ("age-not-exempt", "code-age-not-exempt"),
    ("amount", "code-amount"),
    ("birth-date-contradicts", "code-birth-date-contradicts"),
    ("birth-date-not-exempt", "code-birth-date-not-exempt"),
    ("capped-at-limit-only", "code-capped-at-limit-only"),
    ("details", "code-details"),
    ("duplicate", "code-duplicate"),
    ("excess-returned", "code-excess-returned"),
    ("exempt", "code-exempt"),
    ("exemption", "code-exemption"),
    ("exemption-assumed", "code-exemption-assumed"),
    ("exemption-begins", "code-exemption-begins"),
    ("exemption-ends", "code-exemption-ends"),
    ("exemption-ignored", "code-exemption-ignored"),
    ("income", "code-income"),
    ("less-than-computed", "code-less-than-computed"),
    ("matches", "code-matches"),
    ("missing", "code-missing"),
    ("more-than-computed", "code-more-than-computed"),
    ("near-limit", "code-near-limit"),
    ("no-contractor", "code-no-contractor"),
    ("not-computed", "code-not-computed"),
    ("not-rounded", "code-not-rounded"),
    ("other-iin", "code-other-iin"),
    ("other-payment", "code-other-payment"),
    ("other-period", "code-other-period"),
    ("other-reading", "code-other-reading"),
    ("over-limit", "code-over-limit"),
    ("parts-add-up", "code-parts-add-up"),
    ("policy", "code-policy"),
    ("rate-differs", "code-rate-differs"),
    ("rate-missing", "code-rate-missing"),
    ("rates", "code-rates"),
    ("regime", "code-regime"),
    ("rejected", "code-rejected"),
    ("rejected-row", "code-rejected-row"),
    ("returned", "code-returned"),
    ("returned-in-full", "code-returned-in-full"),
    ("returned-out-of-scope", "code-returned-out-of-scope"),
    ("rounded-down", "code-rounded-down"),
    ("rounded-up", "code-rounded-up"),
    ("uncapped", "code-uncapped"),
    ("unexpected", "code-unexpected"),
    ("unpaid", "code-unpaid"),
];

/// A code in words; several are joined by `|`, and what stands behind `=` stays as it is. What has no words is left.
pub(crate) fn in_words(language: Language, codes: &str) -> String {
    let one = |code: &str| {
        let (name, rest) = code.split_once('=').map_or((code, None), |(name, rest)| (name, Some(rest)));
        let key = CODES.iter().find(|(known, _)| *known == name).map(|(_, key)| *key);
        let name = key.map_or(name, |key| word(language, key));
        rest.map_or_else(|| name.to_owned(), |rest| format!("{name}: {rest}"))
    };
    codes.split('|').map(one).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_said_in_words_and_what_has_none_is_left() {
        assert_eq!(in_words(Language::En, "other-payment=so"), "stands under another payment: so");
        assert_eq!(in_words(Language::Ru, "regime|income"), "режим; доход");
        assert_eq!(in_words(Language::Ru, "no-such"), "no-such");
        assert_eq!(in_words(Language::Ru, ""), "");
    }
}
