//! Numbers of cells: their shortest decimal form, and the days that they count.

use crate::period::Day;

/// Significant digits that a spreadsheet shows.
const DIGITS: usize = 15;

/// Appends a number as a spreadsheet shows it at its longest: its shortest decimal form within 15 significant digits,
/// without exponent. A whole number is no sum but an id, and has all digits that stand there, or tell it from others where
/// it has an exponent. Gives `None` where the text is no number.
pub(super) fn shortest(text: &str, out: &mut Vec<u8>) -> Option<()> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if is_digits(whole) && is_digits(decimals) && !(whole.is_empty() && decimals.is_empty()) {
        let (whole, decimals) = (whole.trim_start_matches('0'), decimals.trim_end_matches('0'));
        let significant = match whole.is_empty() {
            true => decimals.trim_start_matches('0').len(),
            false => whole.len() + decimals.len(),
        };
        // So many digits are the same number again once they have been one of 64 bits; of whole numbers any are kept.
        if significant <= DIGITS || decimals.is_empty() {
            return write(text.starts_with('-'), (whole, decimals), out);
        }
    }
    rounded(text, out)
}

/// The same through the number of 64 bits that the spreadsheet has: nothing is computed with it, it is read and written.
#[cold]
#[allow(clippy::disallowed_types, reason = "the text of a number of 64 bits, cut to 15 digits or whole; no arithmetic")]
fn rounded(text: &str, out: &mut Vec<u8>) -> Option<()> {
    let is_number = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
    let number = text.parse::<f64>().ok().filter(|number| is_number && number.is_finite())?;
    let whole = format!("{number}");
    if !whole.contains('.') {
        let digits = whole.strip_prefix('-').unwrap_or(&whole);
        return write(whole.starts_with('-'), (digits.trim_start_matches('0'), ""), out);
    }
    let scientific = format!("{number:.precision$e}", precision = DIGITS - 1);
    let (mantissa, exponent) = scientific.split_once('e')?;
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let exponent: i32 = exponent.parse().ok()?;
    // Where the decimal point stands among the digits.
    let point = exponent + 1;
    let before = usize::try_from(point).unwrap_or(0);
    let digits = match point {
        ..=0 => "0".repeat(point.unsigned_abs() as usize) + &digits,
        _ => format!("{digits:0<before$}"),
    };
    let (whole, decimals) = digits.split_at(before);
    write(mantissa.starts_with('-'), (whole.trim_start_matches('0'), decimals.trim_end_matches('0')), out)
}

fn write(is_negative: bool, (whole, decimals): (&str, &str), out: &mut Vec<u8>) -> Option<()> {
    if is_negative && !(whole.is_empty() && decimals.is_empty()) {
        out.push(b'-');
    }
    out.extend_from_slice(if whole.is_empty() { "0" } else { whole }.as_bytes());
    if !decimals.is_empty() {
        out.push(b'.');
        out.extend_from_slice(decimals.as_bytes());
    }
    Some(())
}

const DAY_MILLISECONDS: u64 = 24 * 60 * 60 * 1000;
/// Days by which the system that begins in 1904 counts fewer.
const DAYS_1904: u64 = 1462;
/// The first serial day that is certain: of the days before 1900-03-01 some programs count one more.
const FIRST_CERTAIN: u64 = 61;

/// The day and, where it is not midnight, the time that a number in its shortest form counts; `None` where it counts no
/// certain day.
pub(super) fn moment(number: &str, is_1904: bool) -> Option<(Day, Option<String>)> {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let mut serial: u64 = whole.parse().ok()?;
    // The share of the day in milliseconds, of which spreadsheets know no smaller ones; what is shown is cut, not
    // rounded, to seconds.
    let digits = decimals.get(..DIGITS).unwrap_or(decimals);
    let scale = 10_u64.checked_pow(u32::try_from(digits.len()).ok()?)?;
    let share: u64 = if digits.is_empty() { 0 } else { digits.parse().ok()? };
    let scaled = u128::from(share) * u128::from(DAY_MILLISECONDS) + u128::from(scale / 2);
    let mut milliseconds = u64::try_from(scaled / u128::from(scale)).ok()?;
    if milliseconds == DAY_MILLISECONDS {
        (serial, milliseconds) = (serial.checked_add(1)?, 0);
    }
    serial = if is_1904 { serial.checked_add(DAYS_1904)? } else { serial };
    if serial < FIRST_CERTAIN {
        return None;
    }
    let before_first = Day::from_ymd(1899, 12, 30)?.number();
    let day = Day::from_number(before_first.checked_add(u32::try_from(serial).ok()?)?)?;
    let seconds = milliseconds / 1000;
    let time = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    Some((day, (milliseconds >= 1000).then_some(time)))
}

/// As what the number of a cell is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Shown {
    #[default]
    Number,
    /// A hundred times the number, with a per cent sign.
    Percent,
    /// A day, a time or both.
    Day,
}

/// As what a format shows a number: what stands in it outside quotes, brackets and escapes tells. Of several formats, for
/// numbers above and below zero, the first counts.
pub(super) fn shown_by(format: &str) -> Shown {
    if format.eq_ignore_ascii_case("general") || format.eq_ignore_ascii_case("standard") {
        return Shown::Number;
    }
    let mut letters = format.chars();
    let mut shown = Shown::Number;
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                letters.by_ref().find(|&quote| quote == '"');
            }
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' => {
                let inside: String = letters.by_ref().take_while(|&letter| letter != ']').collect();
                // Hours, minutes or seconds that have gone by are no time of a day.
                let elapsed = |code: char| !inside.is_empty() && inside.chars().all(|l| l.eq_ignore_ascii_case(&code));
                if ['h', 'm', 's'].into_iter().any(elapsed) {
                    return Shown::Number;
                }
            }
            ';' => break,
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => shown = Shown::Day,
            '%' => shown = Shown::Percent,
            _ => {}
        }
    }
    shown
}

/// As what the format shows a number that every program knows by this one.
pub(super) fn shown_by_known(format: u32) -> Shown {
    match format {
        9 | 10 => Shown::Percent,
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Shown::Day,
        _ => Shown::Number,
    }
}

/// A number in its shortest form as per cent.
pub(super) fn percent(number: &str) -> String {
    let (sign, unsigned) = number.strip_prefix('-').map_or(("", number), |unsigned| ("-", unsigned));
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    // Two decimals come before the point.
    let moved = format!("{decimals:0<2}");
    let (before, behind) = moved.split_at(2);
    let whole = format!("{whole}{before}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if behind.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{behind}%")
}

/// Whether a number is zero, however it is written.
pub(super) fn is_zero(number: &str) -> bool {
    let digits = number.split(['e', 'E']).next().unwrap_or_default();
    digits.contains('0') && digits.bytes().all(|byte| matches!(byte, b'0' | b'.' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<String> {
        let mut out = Vec::new();
        shortest(text, &mut out)?;
        Some(String::from_utf8(out).unwrap())
    }

    /// What Python's `'%.15g' % float(text)` gives, written without exponent.
    #[test]
    fn a_number_is_its_shortest_form_within_fifteen_digits() {
        for (text, expected) in [
            ("0", "0"),
            ("-0", "0"),
            ("-0.00", "0"),
            ("0.30000000000000004", "0.3"),
            ("1234.565", "1234.565"),
            ("1234.5650000000001", "1234.565"),
            ("1000000000000000.01", "1000000000000000"),
            ("1E+15", "1000000000000000"),
            ("30527900108", "30527900108"),
            ("3.0527900108E10", "30527900108"),
            ("84210.5", "84210.5"),
            ("084210.50", "84210.5"),
            (".5", "0.5"),
            ("5.", "5"),
            ("1.1000000000000001", "1.1"),
            ("2.9999999999999996", "3"),
            ("9999999999999.994", "9999999999999.99"),
            ("0.1000000000000000055511151231257827", "0.1"),
            ("1e-7", "0.0000001"),
            ("-1.5E-3", "-0.0015"),
            // Whole numbers as they stand, beyond 2⁵³ too; with an exponent as `repr(float(text))` has them.
            ("2608070000000001", "2608070000000001"),
            ("-9007199254740993", "-9007199254740993"),
            ("1234567890123456789", "1234567890123456789"),
            ("01234567890123456789.0", "1234567890123456789"),
            ("1.234567890123456789E18", "1234567890123456800"),
            ("1e20", "100000000000000000000"),
        ] {
            assert_eq!(shown(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["", ".", "-", "NaN", "inf", "1e400", "1,5", "0x10", "1 000", "--1"] {
            assert_eq!(shown(text), None, "{text}");
        }
    }

    /// Serial days as both programs count them: 45000 is 2023-03-15, 2958465 is 9999-12-31.
    #[test]
    fn a_serial_number_is_the_day_and_the_time_that_it_counts() {
        let of = |number: &str, is_1904: bool| {
            moment(number, is_1904).map(|(day, time)| (day.to_string(), time.unwrap_or_default()))
        };
        for (number, is_1904, day, time) in [
            ("61", false, "1900-03-01", ""),
            ("45000", false, "2023-03-15", ""),
            ("45000.5", false, "2023-03-15", "12:00:00"),
            // 23:59:59 and 0.9 of a second: the day is that day still.
            ("45000.9999988426", false, "2023-03-15", "23:59:59"),
            ("45000.99999", false, "2023-03-15", "23:59:59"),
            // Less than half a millisecond before midnight is midnight, as a sum of parts of a day comes out.
            ("45000.999999999", false, "2023-03-16", ""),
            ("2958465", false, "9999-12-31", ""),
            ("0", true, "1904-01-01", ""),
            ("43538", true, "2023-03-15", ""),
        ] {
            assert_eq!(of(number, is_1904), Some((day.to_owned(), time.to_owned())), "{number}");
        }
        for (number, is_1904) in [("60", false), ("0", false), ("0.5", false), ("-1", true), ("2958466", false)] {
            assert_eq!(of(number, is_1904), None, "{number}");
        }
    }

    #[test]
    fn formats_of_days_are_told_from_those_of_numbers() {
        for format in ["DD.MM.YYYY", "yyyy\\-mm\\-dd", "[$-419]d mmmm yyyy \"г.\"", "h:mm", "m/d/yy h:mm AM/PM", "mmm"]
        {
            assert_eq!(shown_by(format), Shown::Day, "{format}");
        }
        for format in ["0%", "0.00%", "[Red]0.0\\ %"] {
            assert_eq!(shown_by(format), Shown::Percent, "{format}");
        }
        for format in [
            "General",
            "Standard",
            "0.00",
            "#,##0.00\\ \"дней\"",
            "[h]:mm:ss",
            "[Red]0",
            "0\" day\"",
            "0_d",
            "0*y",
            "0;dd",
            "@",
        ] {
            assert_eq!(shown_by(format), Shown::Number, "{format}");
        }
    }

    #[test]
    fn per_cent_is_a_hundred_times_the_number() {
        for (number, expected) in [
            ("0.01", "1%"),
            ("0.1", "10%"),
            ("0.035", "3.5%"),
            ("1", "100%"),
            ("0", "0%"),
            ("-0.005", "-0.5%"),
            ("12.5", "1250%"),
        ] {
            assert_eq!(percent(number), expected, "{number}");
        }
    }
}
