//! How a text is shown on a terminal and in a log: no more of a person's number than need be, nothing that moves the cursor,
//! long values cut.

use crate::digits::{ZEROS, check_digit};

/// The text as terminals and logs show it.
pub(crate) fn shown(text: &str) -> String {
    shortened(&plain(&without_quoted_iins(text)), '`')
}

/// The text with every ИИН cut, and between the quotes of a message, where texts of files stand, those in groups too.
pub(crate) fn without_quoted_iins(text: &str) -> String {
    within(&without_iins(text), '`', without_groups)
}

/// The text with every ИИН cut, those in groups too: `9001 0130 0017`.
#[cfg(feature = "cli")]
pub(crate) fn without_iins_and_groups(text: &str) -> String {
    without_groups(&without_iins(text))
}

/// The text without numbers of persons in groups: twelve digits with single marks between them and no more beside them,
/// which begin with a day of birth and end with what checks them. Money has two decimals.
fn without_groups(text: &str) -> String {
    with_runs(text, |run, digits, shown| {
        let is_money = matches!(run, [.., '.' | ',', one, other] if one.is_ascii_digit() && other.is_ascii_digit());
        if is_of_person(digits.as_bytes()) && !is_money { cut(digits, shown) } else { shown.extend(run) }
    })
}

/// The text without the numbers of persons in groups, more of which may stand before and behind: whole groups that come to
/// twelve digits which check and begin with a day of birth.
#[cfg(feature = "cli")]
pub(crate) fn without_iins_in_runs(text: &str) -> String {
    with_runs(text, |run, digits, shown| {
        let places: Vec<usize> = (0..run.len()).filter(|&at| run[at].is_ascii_digit()).collect();
        let is_edge = |at: usize| at == 0 || at == places.len() || places[at - 1] + 1 < places[at];
        let (mut first, mut written) = (0, 0);
        while let Some(twelve) = digits.as_bytes().get(first..first + IIN_DIGITS) {
            let end = first + IIN_DIGITS;
            if is_edge(first) && is_edge(end) && is_of_person(twelve) {
                shown.extend(&run[written..places[first]]);
                cut(&digits[first..end], shown);
                written = places[end - 1] + 1;
                first = end;
            } else {
                first += 1;
            }
        }
        shown.extend(&run[written..]);
    })
}

/// The text with every ИИН and БИН cut: twelve digits that stand alone and are no amount, those whose last one checks the
/// others whatever letters or decimals stand around them, and of more digits those that begin with a day of birth too. Money
/// with two decimals, and a digest, are left whole, whatever digits they happen to have.
pub(crate) fn without_iins(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_alphanumeric()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(from.len());
        let (word, behind) = from.split_at(end);
        shown += before;
        match is_digest(word) {
            true => shown += word,
            false => cut_word(word, decimals(behind), &mut shown),
        }
        rest = behind;
    }
    shown + rest
}

fn is_digest(word: &str) -> bool {
    word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// How many decimals follow a number.
fn decimals(behind: &str) -> usize {
    let decimals = behind.strip_prefix(['.', ',']).unwrap_or_default().bytes();
    decimals.take_while(u8::is_ascii_digit).count()
}

/// Appends a word of ASCII letters and digits, behind which so many decimals stand, without the numbers of persons in it.
fn cut_word(word: &str, decimals: usize, shown: &mut String) {
    let mut rest = word;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(from.len());
        let (mut digits, behind) = from.split_at(end);
        *shown += before;
        let is_alone = word.len() == IIN_DIGITS;
        // Money has two decimals where this program writes it.
        let is_meant = match decimals {
            2 if is_alone => false,
            1 => is_checked(digits.as_bytes()),
            _ => is_alone || is_checked(digits.as_bytes()),
        };
        if digits.len() == IIN_DIGITS && is_meant {
            cut(digits, shown);
            digits = "";
        }
        if digits.len() > IIN_DIGITS {
            // Something more was typed before or behind a number.
            while let Some(place) = digits.as_bytes().windows(IIN_DIGITS).position(is_of_person) {
                let (left, from) = digits.split_at(place);
                let (twelve, more) = from.split_at(IIN_DIGITS);
                *shown += left;
                cut(twelve, shown);
                digits = more;
            }
        }
        *shown += digits;
        rest = behind;
    }
    *shown += rest;
}

/// Appends twelve digits without the four in the middle.
fn cut(twelve: &str, shown: &mut String) {
    *shown += &format!("{}****{}", &twelve[..4], &twelve[8..]);
}

const IIN_DIGITS: usize = 12;

/// Whether the last of twelve digits is the one that belongs to the others.
fn is_checked(twelve: &[u8]) -> bool {
    let Some((first_eight, rest)) = twelve.split_first_chunk::<8>() else { return false };
    let &[a, b, c, last] = rest else { return false };
    let values = |bytes: [u8; 8]| u64::from_le_bytes(bytes) ^ ZEROS;
    check_digit(values(*first_eight), values([a, b, c, b'0', b'0', b'0', b'0', b'0'])) == Some(u64::from(last ^ b'0'))
}

/// Whether digits are twelve that check and begin with the day on which somebody may be born, which tells them from chance.
fn is_of_person(digits: &[u8]) -> bool {
    digits.len() == IIN_DIGITS && is_checked(digits) && is_born(digits)
}

/// Whether twelve digits begin with the day on which somebody may be born.
fn is_born(twelve: &[u8]) -> bool {
    let two = |at: usize| twelve.get(at..at + 2).map_or("", |two| std::str::from_utf8(two).unwrap_or_default());
    ("01"..="12").contains(&two(2)) && ("01"..="31").contains(&two(4))
}

/// Whether a letter may go to a terminal as it is: what would move its cursor, end a line or turn the direction of writing
/// may not.
pub(crate) fn is_plain(letter: char) -> bool {
    let turns =
        matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !letter.is_control() && !turns
}

/// Whether nobody sees a letter: Unicode Cc, Zl and Zp, blanks but U+0020, and Cf.
#[cfg(feature = "cli")]
pub(crate) fn is_invisible(letter: char) -> bool {
    letter.is_control() || (letter.is_whitespace() && letter != ' ') || is_format(letter)
}

/// Unicode Cf.
#[cfg(feature = "cli")]
fn is_format(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}'..='\u{891}'
        | '\u{8e2}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{110bd}' | '\u{110cd}'
        | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0001}'
        | '\u{e0020}'..='\u{e007f}')
}

/// The text as it may go to a terminal: a letter that may not is shown by its number.
pub(crate) fn plain(text: &str) -> String {
    if text.chars().all(is_plain) {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_plain(letter) { plain.push(letter) } else { plain.extend(letter.escape_default()) }
    }
    plain
}

/// JSON as it may go to a terminal and to whoever parses it: a letter that may not is escaped, as JSON has it.
#[cfg(feature = "cli")]
pub(crate) fn plain_json(json: &str) -> String {
    let mut plain = String::with_capacity(json.len());
    for letter in json.chars() {
        if is_plain(letter) || letter == '\n' {
            plain.push(letter);
            continue;
        }
        for unit in letter.encode_utf16(&mut [0; 2]) {
            plain += &format!("\\u{unit:04x}");
        }
    }
    plain
}

/// The text as one word of a command that is typed: between quotes where it has letters that a shell reads, and what may not
/// go to a terminal, or is no text in UTF-8, by its bytes, which the quotes `$'…'` of bash, zsh and POSIX.1-2024 make again.
#[cfg(feature = "cli")]
pub(crate) fn typed(text: impl AsRef<[u8]>) -> String {
    let bytes = text.as_ref();
    if let Ok(text) = str::from_utf8(bytes)
        && text.chars().all(is_plain)
    {
        let is_bare = |letter: char| letter.is_alphanumeric() || "/._-+:@%,=".contains(letter);
        let is_word = !text.is_empty() && text.chars().all(is_bare);
        return if is_word { text.to_owned() } else { format!("'{}'", text.replace('\'', r"'\''")) };
    }
    let mut typed = "$'".to_owned();
    let octal = |typed: &mut String, bytes: &[u8]| bytes.iter().for_each(|byte| *typed += &format!("\\{byte:03o}"));
    for chunk in bytes.utf8_chunks() {
        for letter in chunk.valid().chars() {
            match letter {
                '\'' | '\\' => typed.extend(['\\', letter]),
                _ if is_plain(letter) => typed.push(letter),
                _ => octal(&mut typed, letter.encode_utf8(&mut [0; 4]).as_bytes()),
            }
        }
        octal(&mut typed, chunk.invalid());
    }
    typed + "'"
}

/// The text with every run of eight digits or more cut, whatever stands between or around them: where a person's number is
/// expected, something that is nearly one tells as much.
pub(crate) fn masked(text: &str) -> String {
    masked_where(text, |digits| digits.len() >= DIGITS_MIN)
}

const DIGITS_MIN: usize = 8;

/// The text with the digits cut that are meant, whatever stands between or around them: from the first digit of a run on
/// from which all up to its end are. Each run is looked at once, however long it is.
pub(crate) fn masked_where(text: &str, is_meant: impl Fn(&[u8]) -> bool) -> String {
    with_runs(text, |run, digits, masked| {
        let mut left = digits;
        for letter in run {
            if letter.is_ascii_digit() {
                if is_meant(left.as_bytes()) {
                    // So much of it as of a whole number: four and four, and never fewer than four hidden.
                    *masked += &left[..4];
                    *masked += "****";
                    *masked += &left[left.len() - (left.len() - DIGITS_MIN).min(4)..];
                    break;
                }
                left = &left[1..];
            }
            masked.push(*letter);
        }
    })
}

/// The text with each run of digits written anew, by what stands in it and its digits alone.
fn with_runs(text: &str, write: impl Fn(&[char], &str, &mut String)) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut written = String::with_capacity(text.len());
    let mut rest = &letters[..];
    while let [first, behind @ ..] = rest {
        let run = run_of_digits(rest);
        if run.is_empty() {
            written.push(*first);
            rest = behind;
            continue;
        }
        let digits: String = run.iter().filter(|letter| letter.is_ascii_digit()).collect();
        write(run, &digits, &mut written);
        rest = &rest[run.len()..];
    }
    written
}

/// The digits from here on, with single blanks and marks between them.
fn run_of_digits(letters: &[char]) -> &[char] {
    let mut end = 0;
    loop {
        let is_digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
        let is_mark = |at: usize| letters.get(at).is_some_and(|letter| !letter.is_alphanumeric() && *letter != '\'');
        match () {
            () if is_digit(end) => end += 1,
            () if end > 0 && is_mark(end) && is_digit(end + 1) => end += 2,
            () => return &letters[..end],
        }
    }
}

/// The text with long values between these quotes cut.
pub(crate) fn shortened(text: &str, quote: char) -> String {
    within(text, quote, beginning)
}

/// The text with what stands between these quotes made another.
fn within(text: &str, quote: char, made: impl Fn(&str) -> String) -> String {
    let parts: Vec<&str> = text.split(quote).collect();
    let last = parts.len() - 1;
    let cut = |(number, part): (usize, &&str)| {
        if number % 2 == 1 && number < last { made(part) } else { (*part).to_owned() }
    };
    parts.iter().enumerate().map(cut).collect::<Vec<_>>().join(&quote.to_string())
}

/// What stands in a file, as a heading or anywhere, as terminals show it: of a long text the beginning.
#[cfg(feature = "cli")]
pub(crate) fn excerpt(text: &str) -> String {
    beginning(&plain(&without_iins_and_groups(text)))
}

/// The beginning of a long value.
pub(crate) fn beginning(text: &str) -> String {
    const LETTERS_MAX: usize = 64;
    text.char_indices().nth(LETTERS_MAX).map_or_else(|| text.to_owned(), |(end, _)| format!("{}…", &text[..end]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{Error, ErrorKind};

    #[cfg(feature = "cli")]
    #[test]
    fn a_shell_reads_what_is_typed_as_it_was() {
        for (text, word) in [
            ("run/2026-08".as_bytes(), "run/2026-08"),
            (b"", "''"),
            (b"my run's $(x) \\t", r"'my run'\''s $(x) \t'"),
            // U+0009 and U+000A are 011 and 012 in octal, and a digit behind them is no part of the number.
            (b"a\tb\n7", r"$'a\011b\0127'"),
            (b"it's\r\\n", r"$'it\'s\015\\n'"),
            // U+202E is E2 80 AE in UTF-8, U+009B is C2 9B.
            ("\u{202e}отчёт\u{9b}".as_bytes(), r"$'\342\200\256отчёт\302\233'"),
            // No text: FF is 377, and E2 80 is the beginning of a letter.
            (b"run's-\xff7\xe2\x80", r"$'run\'s-\3777\342\200'"),
        ] {
            assert_eq!(typed(text), word);
            assert!(word.chars().all(is_plain), "{word}");
            let printf = format!("printf %s {word}");
            let printed = std::process::Command::new("bash").args(["-c", &printf]).output().unwrap().stdout;
            assert_eq!(printed, text, "{word}");
        }
    }

    #[test]
    fn no_more_of_a_person_or_a_value_is_shown_than_need_be() {
        for (message, expected) in [
            ("the ИИН `900101300018` is wrong", "the ИИН `9001****0018` is wrong"),
            ("900101300017,850101300123", "9001****0017,8501****0123"),
            ("not 12 digits: `90010130001`, `9001013000178`", "not 12 digits: `90010130001`, `9001****00178`"),
            (
                "iin 900101300017.0 is no integer, nor x900101300017y",
                "iin 9001****0017.0 is no integer, nor x9001****0017y",
            ),
            // Of the first no twelve are a day of birth and a number that checks: of 260831120000 the last would be another.
            ("20260831120000, 99900101300017", "20260831120000, 999001****0017"),
            ("900101300017900101300017", "9001****00179001****0017"),
            ("900101300017.00 tenge, 900101300017.5", "900101300017.00 tenge, 9001****0017.5"),
            (
                "999999999999.99, 999999999999,5 and KZ123456789012",
                "999999999999.99, 999999999999,5 and KZ123456789012",
            ),
        ] {
            let error = Error::new(ErrorKind::Iin, message).with_hint(message);
            assert_eq!((&*error.to_string(), error.hint().as_deref()), (expected, Some(expected)));
        }
        // In groups, but for money and longer numbers. Of 931102 90010 the check digit is 8:
        // 9×1 + 3×2 + 1×3 + 1×4 + 2×6 + 9×7 + 1×10 = 107 = 9 × 11 + 8.
        for (message, expected) in [
            ("`9311 0290 0108`, `x 9311-0290-0108.`", "`9311****0108`, `x 9311****0108.`"),
            ("`931102\u{a0}900108`, `93.11.02-900108`", "`9311****0108`, `9311****0108`"),
            ("9311 0290 0108 is not between quotes", "9311 0290 0108 is not between quotes"),
            ("`9311 0290 0109`, `9311  0290 0108`", "`9311 0290 0109`, `9311  0290 0108`"),
            ("`1 234 567 890.00`, `9 001 013 000.17`", "`1 234 567 890.00`, `9 001 013 000.17`"),
            ("`KZ12 3456 9311 0290 0108`, `9311 0290 0108 2`", "`KZ12 3456 9311 0290 0108`, `9311 0290 0108 2`"),
        ] {
            let error = Error::new(ErrorKind::Input, message).with_hint(message);
            assert_eq!((&*error.to_string(), error.hint().as_deref()), (expected, Some(expected)));
        }
        for (value, expected) in [
            ("9001013000171", "9001****0171"),
            ("900101300017x", "9001****0017x"),
            ("'9001 0130 0017' for", "'9001****0017' for"),
            ("900101300017.5", "9001****0175"),
            ("90010130001", "9001****001"),
            ("90010130", "9001****"),
            ("9001013, 2026", "9001013, 2026"),
        ] {
            assert_eq!(masked(value), expected);
        }
        // The last twelve of a run are cut wherever it begins: steps that measured the rest again would take hours.
        let million = "1".repeat(1_000_000);
        let twelve = |text: &str| masked_where(text, |digits| digits.len() == IIN_DIGITS);
        assert_eq!(twelve(&million), format!("{}1111****1111", &million[12..]));
        assert_eq!(twelve("x1.5 900101300017, 8501.01"), "x1.5 9001****0017, 8501.01");
        assert_eq!(twelve("12 9001 0130 0017"), "12 9001****0017");
        assert_eq!(masked_where(&million, |_| false), million);
        for (text, expected) in [
            ("x\u{1b}[31mred\nregister.csv: holds", "x\\u{1b}[31mred\\nregister.csv: holds"),
            ("a\u{202e}b\u{9b}", "a\\u{202e}b\\u{9b}"),
            ("ТОО «Ромашка», ё", "ТОО «Ромашка», ё"),
        ] {
            assert_eq!(plain(text), expected);
            let error = Error::new(ErrorKind::Input, text).in_file(text).with_hint(text);
            assert_eq!(error.to_string(), format!("{expected}: {expected}"));
            assert_eq!(error.hint().as_deref(), Some(expected));
        }
        let (long, cut) = ("я".repeat(65), "я".repeat(64));
        let error = Error::new(ErrorKind::Usage, format!("no `{long}`, but `{cut}` and {long}"));
        assert_eq!(error.to_string(), format!("no `{cut}…`, but `{cut}` and {long}"));
    }
}
