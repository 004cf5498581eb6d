//! How counts are written within a sentence.

/// How the counts of a sentence are written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Counts {
    /// As digits alone.
    Plain,
    /// With narrow blanks between thousands.
    #[cfg(feature = "cli")]
    Spaced,
}

/// A number with narrow blanks between its thousands and a minus sign; any other text as it is.
#[cfg(feature = "cli")]
pub(crate) fn spaced(text: &str) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |rest| ("\u{2212}", rest));
    let (whole, decimals) = digits.split_once('.').map_or((digits, None), |(whole, decimals)| (whole, Some(decimals)));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || decimals.is_some_and(|decimals| !is_number(decimals)) {
        return text.to_owned();
    }
    let mut spaced = sign.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            spaced.push('\u{202f}');
        }
        spaced.push(digit);
    }
    if let Some(decimals) = decimals {
        spaced.push('.');
        spaced += decimals;
    }
    spaced
}
