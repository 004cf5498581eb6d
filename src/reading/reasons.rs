//! Why a row is not taken: a kind with its values, found where the row is refused and worded in one place.
//!
//! The code says what is wrong; the reason says what stands there and what is needed, so that whoever has the file can
//! mend the row.

use serde::{Deserialize, Serialize};

use crate::batch::ids::duplicates::Repeat;
use crate::batch::rejects::VALUE_BYTES_MAX;
use crate::blanks::GROUP_BLANKS;
use crate::language::Language;
use crate::law::Law;
use crate::money::{MoneyFault, Tenge};
use crate::period::{Clock, Day, Month};
use crate::person::{Iin, IinFault};
use crate::reading::encoding::Encoding;
use crate::reading::header::headings::{Kind, fold, words};
use crate::reading::letters::letters;
use crate::records::RejectRecord;
use crate::reject::Reject;
use crate::words::{Message, say};

/// Why a row is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Reason {
    /// Other fields than the header has.
    Fields {
        row: usize,
        header: usize,
    },
    /// The number of a field whose quote is out of place.
    Quote {
        field: usize,
    },
    Text {
        field: usize,
        encoding: Encoding,
    },
    /// The number of a field that is an error of the spreadsheet.
    CellError {
        field: usize,
    },
    /// Files were put behind each other.
    HeaderAgain,
    /// The number of a field that is a formula whose value nobody has stored.
    CellFormula {
        field: usize,
    },
    NoId,
    LongId {
        bytes: usize,
    },
    NoIin,
    IinDigits {
        digits: usize,
    },
    IinCharacter(char),
    IinAllZeros,
    /// So many zeros in front make it valid.
    IinZeros {
        missing: usize,
    },
    IinShortened,
    CheckDigit,
    NoDay,
    /// 0001-01-01 where a day is needed.
    EmptyDate,
    NoSuchDay,
    /// Digits alone, as a spreadsheet counts days.
    DayNumber,
    DayCharacter(char),
    DayForm,
    Time,
    /// On a day of the calendar.
    Offset,
    DayBeyond,
    CorrectsLater {
        corrected: Day,
        settled: Day,
    },
    NoAmount,
    AmountDigits,
    AmountPlus,
    AmountParentheses,
    AmountMinus,
    AmountDash(char),
    AmountShortened,
    /// A day, as a spreadsheet has it in the wrong column.
    AmountDay,
    AmountCharacter(char),
    AmountPoints,
    AmountBlankBeforeDecimals(char),
    AmountBlankInDecimals(char),
    AmountGroups(char),
    AmountBlankOutside(char),
    AmountNoDecimals,
    AmountDecimals {
        count: usize,
    },
    AmountRange,
    NoRates(Day),
    OutsidePeriod(Day, Option<Month>),
    /// The last month that is closed.
    ClosedMonth(Day, Option<Month>),
    NoRegime(Day),
    /// Rows with one id differ; one of them may be of an earlier run.
    Conflict {
        with_earlier: bool,
    },
    /// An equal row stands before; it may be of an earlier run.
    Duplicate {
        of_earlier: bool,
    },
    NoCategory,
    Category,
    Regime,
    /// No code has such a character.
    CategoryCharacter(char),
    RegimeCharacter(char),
    Interval {
        from: Day,
        to: Day,
    },
    Overlap,
    /// Of an answer.
    Period,
    /// Of an MT-102 file.
    PeriodOfMt102,
    Knp,
    /// Of an answer: the code of a payment, of which zeros in front are lost.
    KnpZeros {
        knp: u16,
    },
    /// Of an answer: the code of a penalty.
    KnpOfPenalty,
    Status,
    /// No sum of ЦС КГД.
    NoSum,
    /// A sum of ЦС КГД.
    BelowZero,
    /// What came back, with a minus.
    ReturnBelowZero,
    /// Of what was paid: the code of a payment that is not distributed.
    NotDistributed,
    NotAboveZero,
}

impl Reason {
    /// Why a row whose id stands elsewhere does not count.
    pub(crate) fn repeated(repeat: Repeat) -> Reason {
        match repeat.reject {
            Reject::Duplicate => Reason::Duplicate { of_earlier: repeat.with_earlier },
            _ => Reason::Conflict { with_earlier: repeat.with_earlier },
        }
    }
}

/// Why this text is no ИИН, with the code.
#[cold]
pub(crate) fn of_iin(text: &[u8]) -> (Reject, Reason) {
    if Iin::parse(text) == Err(IinFault::CheckDigit) {
        return (Reject::IinCheckDigit, Reason::CheckDigit);
    }
    let text = String::from_utf8_lossy(text);
    let is_heading = || words(Kind::Operations, "iin").is_ok_and(|words| words.headings.contains(&fold(&text)));
    let reason = match text.chars().find(|character| !character.is_ascii_digit()) {
        // All tables with persons call the column so.
        Some(_) if is_heading() => Reason::HeaderAgain,
        Some(_) if is_number_with_exponent(text.as_bytes()) => Reason::IinShortened,
        Some(character) => Reason::IinCharacter(character),
        None if text.is_empty() => Reason::NoIin,
        None if text.bytes().all(|digit| digit == b'0') => Reason::IinAllZeros,
        None if Iin::with_zeros_restored(text.as_bytes()).is_some() => Reason::IinZeros { missing: 12 - text.len() },
        None => Reason::IinDigits { digits: text.len() },
    };
    (Reject::Iin, reason)
}

/// The sentence of a rejected row in this language: that of the file where it speaks it, else what the value alone tells,
/// else the fixed one of its code.
pub(crate) fn said_of(row: &RejectRecord, (spoken, language): (Language, Language), law: &Law) -> String {
    if spoken == language {
        return row.message.clone();
    }
    let value = row.value.as_bytes();
    let told = match row.code {
        // It may have been longer, by less than a letter.
        code if row.value.len() + 4 > VALUE_BYTES_MAX => return code.message_in(language).to_owned(),
        Reject::Iin | Reject::IinCheckDigit => of_iin(value),
        Reject::Date => (Reject::Date, of_day(value, Day::parse(value).is_some())),
        Reject::Income | Reject::IncomeRange => of_amount(value),
        code => return code.message_in(language).to_owned(),
    };
    match told {
        (code, reason) if code == row.code => reason.message(law).say(language),
        _ => row.code.message_in(language).to_owned(),
    }
}

/// Why this text is no day, or none of the calendar.
#[cold]
pub(crate) fn of_day(text: &[u8], of_calendar: bool) -> Reason {
    if text.is_empty() {
        return Reason::NoDay;
    }
    if Day::is_empty_date(text) {
        return Reason::EmptyDate;
    }
    if let Some(character) = foreign_character(&String::from_utf8_lossy(text)) {
        return Reason::DayCharacter(character);
    }
    let Some((_, rest)) = Day::split(text) else {
        return match Day::is_of_no_calendar(text) {
            true => Reason::NoSuchDay,
            // A day and a time of day as spreadsheets count them.
            false if is_plain_number(text) => Reason::DayNumber,
            false => Reason::DayForm,
        };
    };
    match Clock::parse(rest) {
        None => Reason::Time,
        Some(_) if of_calendar => Reason::Offset,
        Some(_) => Reason::DayBeyond,
    }
}

/// Whether a text is digits, with a point among them at most.
fn is_plain_number(text: &[u8]) -> bool {
    let mut parts = text.splitn(2, |&byte| byte == b'.');
    parts.all(|part| !part.is_empty() && part.iter().all(u8::is_ascii_digit))
}

/// Why this text, as it stands, is the code of no category.
#[cold]
pub(crate) fn of_category(text: &[u8]) -> Reason {
    match foreign_character_of_code(text) {
        _ if text.is_empty() => Reason::NoCategory,
        Some(character) => Reason::CategoryCharacter(character),
        None => Reason::Category,
    }
}

/// Why this text, as it stands, is the code of no regime.
#[cold]
pub(crate) fn of_regime(text: &[u8]) -> Reason {
    foreign_character_of_code(text).map_or(Reason::Regime, Reason::RegimeCharacter)
}

/// The first character that only looks like one of a day or a code, or like none at all.
fn foreign_character(text: &str) -> Option<char> {
    text.chars().find(|character| !character.is_ascii())
}

/// The same of a code. Where none of its letters is ASCII it is no code with a slip, but words: each character is foreign.
fn foreign_character_of_code(text: &[u8]) -> Option<char> {
    let has_letters = text.iter().any(u8::is_ascii_alphabetic);
    foreign_character(&String::from_utf8_lossy(text)).filter(|_| has_letters)
}

/// Why this text is no amount, with the code.
#[cold]
pub(crate) fn of_amount(text: &[u8]) -> (Reject, Reason) {
    if Tenge::parse(text) == Err(MoneyFault::Range) {
        return (Reject::IncomeRange, Reason::AmountRange);
    }
    (Reject::Income, of_no_amount(&String::from_utf8_lossy(text)))
}

/// Whether this is a hyphen, a dash or the minus sign of typesetters.
pub(crate) fn is_dash(character: char) -> bool {
    matches!(character, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}')
}

fn of_no_amount(text: &str) -> Reason {
    let is_blank = |character: char| GROUP_BLANKS.contains(&character.encode_utf8(&mut [0; 4]).as_bytes());
    let is_point = |character: char| matches!(character, '.' | ',');
    let is_digit = |character: char| character.is_ascii_digit();
    let is_known = |character: char| is_digit(character) || is_point(character) || is_blank(character);
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    if text.is_empty() {
        return Reason::NoAmount;
    }
    if text.starts_with('+') {
        return Reason::AmountPlus;
    }
    if text.starts_with('(') && text.ends_with(')') {
        return Reason::AmountParentheses;
    }
    if let Some(dash) = text.chars().find(|character| is_dash(*character)) {
        return Reason::AmountDash(dash);
    }
    if is_number_with_exponent(unsigned.as_bytes()) {
        return Reason::AmountShortened;
    }
    if Day::parse(text.as_bytes()).is_some() {
        return Reason::AmountDay;
    }
    if let Some(character) = text.chars().find(|&character| !is_known(character) && character != '-') {
        return Reason::AmountCharacter(character);
    }
    if unsigned.contains('-') {
        return Reason::AmountMinus;
    }
    if !unsigned.contains(is_digit) {
        return Reason::AmountDigits;
    }
    let (whole, decimals) = unsigned.split_once(is_point).map_or((unsigned, None), |(a, b)| (a, Some(b)));
    let Some(decimals) = decimals else { return of_groups(whole, is_blank) };
    if decimals.contains(is_point) {
        return Reason::AmountPoints;
    }
    if let Some(blank) = whole.chars().next_back().filter(|&character| is_blank(character)) {
        return Reason::AmountBlankBeforeDecimals(blank);
    }
    if let Some(blank) = decimals.chars().find(|&character| is_blank(character)) {
        return Reason::AmountBlankInDecimals(blank);
    }
    match decimals.as_bytes() {
        [] => Reason::AmountNoDecimals,
        [_] | [_, _] => of_groups(whole, is_blank),
        [_, _, rest @ ..] if rest.len() <= 4 && rest.iter().all(|&zero| zero == b'0') => of_groups(whole, is_blank),
        // Where it is finer than a tiyn fewer decimals do not mend it.
        [_, _, rest @ ..] if rest.iter().any(|&zero| zero != b'0') => Reason::AmountDecimals { count: 3 },
        _ => Reason::AmountDecimals { count: decimals.len() },
    }
}

fn of_groups(whole: &str, is_blank: impl Fn(char) -> bool) -> Reason {
    let ends = [whole.chars().next(), whole.chars().next_back()];
    if let Some(blank) = ends.into_iter().flatten().find(|&character| is_blank(character)) {
        return Reason::AmountBlankOutside(blank);
    }
    whole.chars().find(|&character| is_blank(character)).map_or(Reason::AmountDigits, Reason::AmountGroups)
}

/// Whether a text is a number as spreadsheets shorten long ones: `2,60807E+15`.
#[inline]
pub(crate) fn is_shortened(text: &[u8]) -> bool {
    // Nearly every id ends otherwise.
    matches!(text, [.., b'e' | b'E', _, _, _] | [.., b'e' | b'E', _]) && is_shortened_number(text)
}

/// Whether a text is a whole number of which a spreadsheet may have kept the first fifteen digits: zeros follow them.
pub(crate) fn may_be_cut(text: &[u8]) -> bool {
    let Some((kept, rest)) = text.split_at_checked(15) else { return false };
    kept.iter().all(u8::is_ascii_digit) && !rest.is_empty() && rest.iter().all(|&digit| digit == b'0')
}

#[cold]
fn is_shortened_number(text: &[u8]) -> bool {
    // One digit, or a sign and two.
    matches!(text, [.., b'e' | b'E', b'0'..=b'9'] | [.., b'e' | b'E', b'+' | b'-', b'0'..=b'9', b'0'..=b'9'])
        && is_number_with_exponent(text)
}

#[cold]
fn is_number_with_exponent(text: &[u8]) -> bool {
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let whole = digits(text);
    let rest = &text[whole..];
    let rest = match rest {
        [b'.' | b',', decimals @ ..] if digits(decimals) > 0 => &decimals[digits(decimals)..],
        _ => rest,
    };
    let [b'e' | b'E', exponent @ ..] = rest else { return false };
    let exponent = exponent.strip_prefix(b"+").or(exponent.strip_prefix(b"-")).unwrap_or(exponent);
    whole > 0 && !exponent.is_empty() && digits(exponent) == exponent.len()
}

impl Reason {
    /// The reason as a rejected row carries it until its sentence is said.
    pub fn held(self) -> String {
        // Nothing in it can fail to be written.
        serde_json::to_string(&self).unwrap_or_default()
    }

    /// The reason that [`Reason::held`] was taken from.
    pub fn of_held(text: &str) -> Option<Reason> {
        serde_json::from_str(text).ok()
    }

    /// The sentence for `rejects.csv`.
    pub fn message(self, law: &Law) -> Message {
        match self {
            Reason::Fields { row, header } => say!("row-fields", row = row, header = header),
            Reason::Quote { field } => say!("row-quote", field = field),
            Reason::Text { field, encoding } => say!("row-text", field = field, encoding = encoding.code()),
            Reason::CellError { field } => say!("row-cell-error", column = letters(field)),
            Reason::HeaderAgain => say!("row-header-again"),
            Reason::CellFormula { field } => say!("row-cell-formula", column = letters(field)),
            Reason::NoId => say!("row-no-id"),
            Reason::LongId { bytes } => say!("row-long-id", bytes = bytes),
            Reason::NoIin => say!("row-no-iin"),
            Reason::IinDigits { digits } => say!("row-iin-digits", digits = digits),
            Reason::IinCharacter(character) => say!("row-iin-character", character = shown(character)),
            Reason::IinAllZeros => say!("row-iin-all-zeros"),
            Reason::IinZeros { missing } => say!("row-iin-zeros", missing = missing),
            Reason::IinShortened => say!("row-iin-shortened"),
            // The digit that would fit is not told: the slip may be in any of the twelve.
            Reason::CheckDigit => say!("row-check-digit"),
            Reason::NoDay => say!("row-no-day"),
            Reason::EmptyDate => say!("row-empty-date"),
            Reason::NoSuchDay => say!("row-no-such-day"),
            Reason::DayNumber => say!("row-day-number"),
            Reason::DayCharacter(character) => say!("row-day-character", character = shown(character)),
            Reason::DayForm => say!("row-day-form"),
            Reason::Time => say!("row-time"),
            Reason::Offset => say!("row-offset"),
            Reason::DayBeyond => say!("row-day-beyond"),
            Reason::CorrectsLater { corrected, settled } => {
                say!("row-corrects-later", corrected = corrected.to_string(), settled = settled.to_string())
            }
            Reason::NoAmount => say!("row-no-amount"),
            Reason::AmountDigits => say!("row-amount-digits"),
            Reason::AmountPlus => say!("row-amount-plus"),
            Reason::AmountParentheses => say!("row-amount-parentheses"),
            Reason::AmountMinus => say!("row-amount-minus"),
            Reason::AmountDash(dash) => say!("row-amount-dash", dash = code_point(dash)),
            Reason::AmountShortened => say!("row-amount-shortened"),
            Reason::AmountDay => say!("row-amount-day"),
            Reason::AmountCharacter(character) => say!("row-amount-character", character = shown(character)),
            Reason::AmountPoints => say!("row-amount-points"),
            Reason::AmountBlankBeforeDecimals(blank) => {
                say!("row-amount-blank-before-decimals", blank = code_point(blank))
            }
            Reason::AmountBlankInDecimals(blank) => say!("row-amount-blank-in-decimals", blank = code_point(blank)),
            Reason::AmountGroups(blank) => say!("row-amount-groups", blank = code_point(blank)),
            Reason::AmountBlankOutside(blank) => say!("row-amount-blank-outside", blank = code_point(blank)),
            Reason::AmountNoDecimals => say!("row-amount-no-decimals"),
            Reason::AmountDecimals { count: 0..=6 } => say!("row-amount-too-fine"),
            Reason::AmountDecimals { count } => say!("row-amount-decimals", count = count),
            Reason::AmountRange => say!("reject-income-range"),
            Reason::NoRates(day) => say!("row-no-rates", day = day.to_string()),
            Reason::OutsidePeriod(day, Some(period)) => {
                say!("row-outside-period", day = day.to_string(), period = period.to_string())
            }
            Reason::OutsidePeriod(day, None) => say!("row-outside-period-asked", day = day.to_string()),
            Reason::ClosedMonth(day, closed) => {
                let (month, day) = (day.month().to_string(), day.to_string());
                match closed {
                    Some(last) => say!("row-closed-month-last", day = day, last = last.to_string(), month = month),
                    None => say!("row-closed-month", day = day, month = month),
                }
            }
            Reason::NoRegime(day) => say!("row-no-regime", day = day.to_string()),
            Reason::Conflict { with_earlier: false } => say!("reject-conflicting-duplicate"),
            Reason::Conflict { with_earlier: true } => say!("row-conflict-with-earlier"),
            Reason::Duplicate { of_earlier: false } => say!("reject-duplicate"),
            Reason::Duplicate { of_earlier: true } => say!("row-duplicate-of-earlier"),
            Reason::NoCategory => say!("row-no-category", codes = categories(law)),
            Reason::Category => say!("row-category", codes = categories(law)),
            Reason::Regime => say!("row-regime", codes = regimes(law)),
            Reason::CategoryCharacter(character) => {
                say!("row-category-character", character = shown(character), codes = categories(law))
            }
            Reason::RegimeCharacter(character) => {
                say!("row-regime-character", character = shown(character), codes = regimes(law))
            }
            Reason::Interval { from, to } => say!("row-interval", from = from.to_string(), to = to.to_string()),
            Reason::Overlap => say!("reject-overlap"),
            Reason::Period => say!("row-period"),
            Reason::PeriodOfMt102 => say!("row-period-of-mt102"),
            Reason::Knp => say!("row-knp"),
            Reason::KnpZeros { knp } => say!("row-knp-zeros", knp = format!("{knp:03}")),
            Reason::KnpOfPenalty => say!("row-knp-of-penalty"),
            Reason::NoSum => say!("row-no-sum"),
            Reason::BelowZero => say!("row-below-zero"),
            Reason::ReturnBelowZero => say!("row-return-below-zero"),
            Reason::NotDistributed => say!("row-not-distributed"),
            Reason::NotAboveZero => say!("row-not-above-zero"),
            Reason::Status => say!("row-status"),
        }
    }
}

fn categories(law: &Law) -> String {
    law.categories().map(|(_, category)| &*category.code).collect::<Vec<_>>().join(", ")
}

fn regimes(law: &Law) -> String {
    law.regimes().map(|(_, regime)| &*regime.code).collect::<Vec<_>>().join(", ")
}

pub(crate) fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// A character as it looks where it looks like something, and by its number.
fn shown(character: char) -> String {
    let number = code_point(character);
    // What has no shape of its own is escaped; so are quotes, which have one.
    let has_shape = character.is_ascii_punctuation() || character.escape_debug().count() == 1;
    if has_shape && !character.is_whitespace() { format!("`{character}` ({number})") } else { number }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    /// One of each kind, with its values where they choose the words.
    fn all() -> Vec<Reason> {
        let day = Day::from_ymd(2026, 8, 5).unwrap();
        let month = Month::from_ym(2026, 7);
        let (one, two) = (1, 2);
        let mut all = vec![
            Reason::Fields { row: 4, header: 5 },
            Reason::Quote { field: one },
            Reason::NoId,
            Reason::LongId { bytes: 65 },
            Reason::NoIin,
            Reason::IinDigits { digits: 11 },
            Reason::IinCharacter('O'),
            Reason::IinAllZeros,
            Reason::IinZeros { missing: one },
            Reason::IinZeros { missing: two },
            Reason::IinShortened,
            Reason::CheckDigit,
            Reason::NoDay,
            Reason::EmptyDate,
            Reason::NoSuchDay,
            Reason::DayNumber,
            Reason::DayCharacter('\u{200b}'),
            Reason::DayForm,
            Reason::Time,
            Reason::Offset,
            Reason::DayBeyond,
            Reason::CorrectsLater { corrected: day, settled: Day::MAX },
            Reason::NoAmount,
            Reason::AmountDigits,
            Reason::AmountPlus,
            Reason::AmountParentheses,
            Reason::AmountMinus,
            Reason::AmountDash('\u{2212}'),
            Reason::AmountShortened,
            Reason::AmountDay,
            Reason::AmountCharacter('"'),
            Reason::AmountPoints,
            Reason::AmountBlankBeforeDecimals(' '),
            Reason::AmountBlankInDecimals('\u{a0}'),
            Reason::AmountGroups('\u{202f}'),
            Reason::AmountBlankOutside('\u{2009}'),
            Reason::AmountNoDecimals,
            Reason::AmountDecimals { count: 3 },
            Reason::AmountDecimals { count: 7 },
            Reason::AmountRange,
            Reason::NoRates(day),
            Reason::OutsidePeriod(day, month),
            Reason::OutsidePeriod(day, None),
            Reason::ClosedMonth(day, month),
            Reason::ClosedMonth(day, None),
            Reason::NoRegime(day),
            Reason::Conflict { with_earlier: false },
            Reason::Conflict { with_earlier: true },
            Reason::Duplicate { of_earlier: false },
            Reason::Duplicate { of_earlier: true },
            Reason::NoCategory,
            Reason::Category,
            Reason::Regime,
            Reason::CategoryCharacter('о'),
            Reason::RegimeCharacter('о'),
            Reason::Interval { from: day, to: Day::MAX },
            Reason::Overlap,
            Reason::Period,
            Reason::PeriodOfMt102,
            Reason::Knp,
            Reason::KnpZeros { knp: 10 },
            Reason::KnpOfPenalty,
            Reason::Status,
            Reason::NoSum,
            Reason::BelowZero,
            Reason::ReturnBelowZero,
            Reason::NotDistributed,
            Reason::NotAboveZero,
        ];
        all.extend(Encoding::ALL.map(|encoding| Reason::Text { field: two, encoding }));
        all.push(Reason::CellError { field: two });
        all.push(Reason::CellFormula { field: two });
        all.push(Reason::HeaderAgain);
        all
    }

    #[test]
    fn a_reason_comes_back_as_it_was_held() {
        for reason in all() {
            assert_eq!(Reason::of_held(&reason.held()), Some(reason));
        }
        assert_eq!(Reason::of_held(""), None);
        // What a row costs while it is held.
        assert_eq!(Reason::CheckDigit.held(), "\"CheckDigit\"");
    }

    #[test]
    fn each_reason_is_a_sentence_in_each_language_and_another_in_each() {
        let law = Law::builtin().unwrap();
        for reason in all() {
            let said = Language::ALL.map(|language| reason.message(&law).say(language));
            for sentence in &said {
                assert!(sentence.ends_with('.') && !sentence.contains("{ ") && !sentence.contains("row-"), "{said:?}");
            }
            assert!(said[0] != said[1] && said[1] != said[2] && said[0] != said[2], "{said:?}");
        }
        let closed = Reason::ClosedMonth(Day::from_ymd(2026, 8, 5).unwrap(), Month::from_ym(2026, 9));
        assert_eq!(
            closed.message(&law).to_string(),
            "The effective day 2026-08-05 is in a month that is closed (2026-09 and all before it): what comes late for it \
             is a correction, `ustap correct BEFORE AFTER --period 2026-08`."
        );
    }

    #[test]
    fn each_code_has_its_sentence_and_what_to_do_in_each_language() {
        for code in Reject::ALL {
            for language in Language::ALL {
                for said in [code.message_in(language), code.todo_in(language)] {
                    assert!(said.ends_with(['.', '?']), "{code} in {language}: {said}");
                }
            }
            assert_eq!(code.message(), code.message_in(Language::En));
        }
    }
}
