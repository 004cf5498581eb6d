//! Why a row is not taken: a kind with its values, found where the row is refused and worded in one place.
//!
//! The code says what is wrong; the reason says what stands there and what is needed, so that whoever has the file can
//! mend the row.

use crate::batch::ids::duplicates::Repeat;
use crate::law::Law;
use crate::money::{BLANKS, MoneyFault, Tenge};
use crate::period::{Clock, Day, Month};
use crate::person::{Iin, IinFault};
use crate::reading::encoding::Encoding;
use crate::reject::Reject;

/// Why a row is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    Interval {
        from: Day,
        to: Day,
    },
    Overlap,
    /// Of an answer.
    Period,
    Knp,
    Status,
    /// A sum of ЦС КГД.
    BelowZero,
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
    let reason = match text.chars().find(|character| !character.is_ascii_digit()) {
        Some(_) if is_shortened(text.as_bytes()) => Reason::IinShortened,
        Some(character) => Reason::IinCharacter(character),
        None if text.is_empty() => Reason::NoIin,
        None if text.bytes().all(|digit| digit == b'0') => Reason::IinAllZeros,
        None if Iin::with_zeros_restored(text.as_bytes()).is_some() => Reason::IinZeros { missing: 12 - text.len() },
        None => Reason::IinDigits { digits: text.len() },
    };
    (Reject::Iin, reason)
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
    let Some((_, rest)) = Day::split(text) else {
        let shape: Vec<u8> =
            text.iter().take(10).map(|byte| if byte.is_ascii_digit() { b'0' } else { *byte }).collect();
        return match &shape[..] {
            b"0000-00-00" | b"00.00.0000" => Reason::NoSuchDay,
            _ if text.iter().all(u8::is_ascii_digit) => Reason::DayNumber,
            _ => Reason::DayForm,
        };
    };
    match Clock::parse(rest) {
        None => Reason::Time,
        Some(_) if of_calendar => Reason::Offset,
        Some(_) => Reason::DayBeyond,
    }
}

/// Why this text is no amount, with the code.
#[cold]
pub(crate) fn of_amount(text: &[u8]) -> (Reject, Reason) {
    if Tenge::parse(text) == Err(MoneyFault::Range) {
        return (Reject::IncomeRange, Reason::AmountRange);
    }
    (Reject::Income, of_no_amount(&String::from_utf8_lossy(text)))
}

fn of_no_amount(text: &str) -> Reason {
    let is_blank = |character: char| BLANKS.contains(&character.encode_utf8(&mut [0; 4]).as_bytes());
    let is_point = |character: char| matches!(character, '.' | ',');
    let is_digit = |character: char| character.is_ascii_digit();
    // Hyphens, dashes and the minus sign of typesetters.
    let is_dash = |character: char| matches!(character, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}');
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
    if let Some(dash) = text.chars().find(|&character| is_dash(character)) {
        return Reason::AmountDash(dash);
    }
    if is_shortened(unsigned.as_bytes()) {
        return Reason::AmountShortened;
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
    matches!(
        text,
        [.., b'0'..=b'9', b'e' | b'E', b'+' | b'-', b'0'..=b'9', b'0'..=b'9'] | [.., b'e' | b'E', b'0'..=b'9']
    ) && is_number_with_exponent(text)
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
    /// The sentence for `rejects.csv`.
    pub fn message(self, law: &Law) -> String {
        match self {
            Reason::Fields { row, header } => format!("The row has {} and the header {header}.", count(row, "field")),
            Reason::Quote { field } => format!("A quote in field {field} is out of place."),
            Reason::Text { field, encoding } => format!("Field {field} is not text in {}.", encoding.name()),
            Reason::NoId => "The operation id is missing.".to_owned(),
            Reason::LongId { bytes } => format!("The operation id has {bytes} bytes and may have 64."),
            Reason::NoIin => "The ИИН is missing.".to_owned(),
            Reason::IinDigits { digits } => format!("The ИИН has {} and needs 12.", count(digits, "digit")),
            Reason::IinCharacter(character) => {
                format!("{} stands in the ИИН where only 12 digits may.", shown(character))
            }
            Reason::IinAllZeros => "The ИИН is all zeros, which is nobody's.".to_owned(),
            Reason::IinZeros { missing: 1 } => "A zero in front makes it a valid ИИН.".to_owned(),
            Reason::IinZeros { missing } => format!("{missing} zeros in front make it a valid ИИН."),
            Reason::IinShortened => {
                "A spreadsheet has shortened the ИИН: it is 12 digits, in a column that is formatted as text.".to_owned()
            }
            // The digit that would fit is not told: the slip may be in any of the twelve.
            Reason::CheckDigit => {
                "The check digit does not fit the other eleven digits of the ИИН: one of the 12 is wrong, or two are \
                 swapped."
                    .to_owned()
            }
            Reason::NoDay => "The day is missing.".to_owned(),
            Reason::EmptyDate => "0001-01-01 is an empty date, and a day is needed.".to_owned(),
            Reason::NoSuchDay => "The calendar has no such day.".to_owned(),
            Reason::DayNumber => {
                "Digits alone are no day: it has the form YYYY-MM-DD or DD.MM.YYYY, in a spreadsheet the format of a date."
                    .to_owned()
            }
            Reason::DayForm => "A day has the form YYYY-MM-DD or DD.MM.YYYY, with or without a time.".to_owned(),
            Reason::Time => {
                "What follows the day is no time: H:MM or H:MM:SS up to 23:59:59, then nothing, Z or an offset from UTC up \
                 to 23:59."
                    .to_owned()
            }
            Reason::Offset => "This is a day of the calendar: its time may have no Z and no offset from UTC.".to_owned(),
            Reason::DayBeyond => "In Kazakhstan the day is outside the years 0001 to 9999.".to_owned(),
            Reason::CorrectsLater { corrected, settled } => {
                format!("The corrected day {corrected} is after the day of settlement {settled}.")
            }
            Reason::NoAmount => "The amount is missing.".to_owned(),
            Reason::AmountDigits => "The amount has no digits.".to_owned(),
            Reason::AmountPlus => "A plus stands before the amount; one above zero has no sign.".to_owned(),
            Reason::AmountParentheses => {
                "The amount is in parentheses; one below zero has a minus before it.".to_owned()
            }
            Reason::AmountMinus => "A minus stands elsewhere than before the amount.".to_owned(),
            Reason::AmountDash(dash) => {
                format!("{} stands where the minus of the keyboard, U+002D, is needed.", code_point(dash))
            }
            Reason::AmountShortened => {
                "The amount is a number with an exponent; all its digits are needed, to the tiyn.".to_owned()
            }
            Reason::AmountCharacter(character) => {
                format!("{} stands in the amount where only digits with at most two decimals may.", shown(character))
            }
            Reason::AmountPoints => {
                "More than one dot or comma stands in the amount: one stands before the decimals, and blanks divide \
                 thousands."
                    .to_owned()
            }
            Reason::AmountBlankBeforeDecimals(blank) => format!("{} stands before the decimals.", code_point(blank)),
            Reason::AmountBlankInDecimals(blank) => format!("{} stands among the decimals.", code_point(blank)),
            Reason::AmountGroups(blank) => {
                format!("{} divides the digits but not into groups of three.", code_point(blank))
            }
            Reason::AmountBlankOutside(blank) => {
                format!("{} stands before or behind the digits: blanks only divide thousands.", code_point(blank))
            }
            Reason::AmountNoDecimals => "No decimals follow the dot or comma at the end.".to_owned(),
            Reason::AmountDecimals { count: 0..=6 } => {
                "The amount is finer than a tiyn: only zeros may follow its second decimal.".to_owned()
            }
            Reason::AmountDecimals { count } => format!("The amount has {count} decimals and may have six."),
            Reason::AmountRange => {
                "The amount is outside the range of 999999999999.99 tenge on either side of zero.".to_owned()
            }
            Reason::NoRates(day) => format!("No rates are in force on the effective day {day}."),
            Reason::OutsidePeriod(day, Some(period)) => format!("The effective day {day} is not in {period}."),
            Reason::OutsidePeriod(day, None) => format!("The effective day {day} is not in the period asked for."),
            Reason::ClosedMonth(day, closed) => {
                let last = closed.map(|month| format!(" ({month} and all before it)")).unwrap_or_default();
                format!(
                    "The effective day {day} is in a month that is closed{last}: what comes late for it is a correction, \
                     `ustap correct BEFORE AFTER --period {}`.",
                    day.month()
                )
            }
            Reason::NoRegime(day) => {
                format!("The contractor is listed with regimes and none of them is in force on {day}.")
            }
            Reason::Conflict { with_earlier: false } => {
                "Rows with this operation id differ and none of them is counted.".to_owned()
            }
            Reason::Conflict { with_earlier: true } => {
                "Rows with this operation id differ and the earlier one counts: an earlier run has withheld by it."
                    .to_owned()
            }
            Reason::Duplicate { of_earlier: false } => {
                "An equal row with this operation id stands earlier and this one is not counted.".to_owned()
            }
            Reason::Duplicate { of_earlier: true } => {
                "An earlier run has counted an equal row with this operation id and this one is not counted.".to_owned()
            }
            Reason::NoCategory => format!("The category is missing: it is one of {}.", categories(law)),
            Reason::Category => format!("The category is none of {}.", categories(law)),
            Reason::Regime => {
                let codes: Vec<&str> = law.regimes().map(|(_, regime)| &*regime.code).collect();
                format!("The regime is none of {}.", codes.join(", "))
            }
            Reason::Interval { from, to } => format!("The first day {from} is after the last day {to}."),
            Reason::Overlap => {
                "Two different regimes of this contractor cover the same day and neither row is used.".to_owned()
            }
            Reason::Period => "The value is not a month of the form YYYY-MM.".to_owned(),
            Reason::Knp => "No payment of the month goes under this payment purpose code.".to_owned(),
            Reason::BelowZero => "The sum is below zero, and ЦС КГД computes sums of zero or more.".to_owned(),
            Reason::NotDistributed => {
                "The payment purpose code is that of ИПН or of a penalty, which the State Corporation does not distribute."
                    .to_owned()
            }
            Reason::NotAboveZero => "The amount is not above zero.".to_owned(),
            Reason::Status => "The status is none of accepted, rejected, returned.".to_owned(),
        }
    }
}

fn categories(law: &Law) -> String {
    law.categories().map(|(_, category)| &*category.code).collect::<Vec<_>>().join(", ")
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// A character as it looks where it looks like something, and by its number.
fn shown(character: char) -> String {
    let number = code_point(character);
    if character.is_alphanumeric() || character.is_ascii_punctuation() {
        format!("`{character}` ({number})")
    } else {
        number
    }
}
