//! Names that may not be what somebody meant to write: told, and never changed.

use std::path::Path;

use crate::error::Error;
use crate::output::file::Written;
use crate::output::table::{Table, TableColumn, column};
use crate::output::workbook::Cell;
use crate::period::Day;
use crate::person::Iin;
use crate::reading::encoding::Encoding;
use crate::run::files::DOUBTS;
use crate::shown::is_invisible;

/// `doubts.csv`.
const DOUBTS_COLUMNS: &[TableColumn] = &[column("iin"), column("column"), column("value"), column("doubt")];

/// Why a name or birth date is doubted. In alphabetical order of code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Doubt {
    BirthDateBefore1900,
    /// The person's rows have several.
    BirthDateContradicts,
    Digits,
    /// A character that nobody sees, or a blank that is none of U+0020.
    Invisible,
    /// Latin and Cyrillic letters in one word.
    MixedScripts,
    /// What programs write where there is nothing.
    Placeholder,
    /// A letter was lost on the way.
    QuestionMark,
    /// The text was read in another encoding than it was written in.
    WrongEncoding,
}

impl Doubt {
    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Doubt::BirthDateBefore1900 => "birth-date-before-1900",
            Doubt::BirthDateContradicts => "birth-date-contradicts",
            Doubt::Digits => "digits",
            Doubt::Invisible => "invisible",
            Doubt::MixedScripts => "mixed-scripts",
            Doubt::Placeholder => "placeholder",
            Doubt::QuestionMark => "question-mark",
            Doubt::WrongEncoding => "wrong-encoding",
        }
    }
}

/// The letters that windows-1251 shows where the text was UTF-8, KZ-1048 or cp866, and that no Russian or Kazakh name has.
const OF_OTHER_ENCODINGS: &str = "ЂЃЉЊЌЋЏЈЎҐЄЇЅђѓљњќћџјўґєїѕ";

/// What databases, spreadsheets and programs write for nothing.
const PLACEHOLDERS: [&str; 7] = ["null", "nan", "none", "n/a", "#n/a", "#Н/Д", "\\N"];

/// What other programs show for the one byte that stands for nothing in windows-1251 and KZ-1048.
const OF_NO_BYTE: char = '\u{98}';

/// The doubts about a surname, given name, patronymic or other name.
pub(crate) fn of_name(name: &str) -> impl Iterator<Item = Doubt> {
    let is_question = |letter| matches!(letter, '?' | char::REPLACEMENT_CHARACTER);
    let found = [
        (Doubt::Digits, name.contains(char::is_numeric)),
        (Doubt::Invisible, name.contains(is_invisible)),
        (Doubt::MixedScripts, name.split([' ', '-', '\u{a0}']).any(is_mixed)),
        (Doubt::Placeholder, PLACEHOLDERS.iter().any(|nothing| name.eq_ignore_ascii_case(nothing))),
        (Doubt::QuestionMark, name.contains(is_question)),
        (Doubt::WrongEncoding, name.contains(|letter| OF_OTHER_ENCODINGS.contains(letter)) || was_utf8(name)),
    ];
    found.into_iter().filter_map(|(doubt, is_there)| is_there.then_some(doubt))
}

/// The doubts about a birth date.
pub(crate) fn of_birth_date(born: Day) -> Option<Doubt> {
    (born.ymd().0 < 1900).then_some(Doubt::BirthDateBefore1900)
}

/// Whether a bank takes the name: letters, hyphen, apostrophe, dot and blank, and no doubt about its encoding.
pub(crate) fn fits_bank(name: &str) -> bool {
    // Numbers and letters in circles are alphabetic to Unicode.
    let is_letter =
        |letter: char| letter.is_alphabetic() && !letter.is_numeric() && !matches!(letter, '\u{24b6}'..='\u{24e9}');
    let is_taken = |letter: char| is_letter(letter) || matches!(letter, '-' | '\'' | '\u{2019}' | '.' | ' ');
    name.chars().all(is_taken) && !of_name(name).any(|doubt| doubt == Doubt::WrongEncoding)
}

fn is_mixed(word: &str) -> bool {
    word.contains(is_latin) && word.contains(is_cyrillic)
}

fn is_latin(letter: char) -> bool {
    letter.is_alphabetic()
        && matches!(letter, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{2af}' | '\u{1d00}'..='\u{1dbf}' | '\u{1e00}'..='\u{1eff}' | '\u{ff21}'..='\u{ff5a}')
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{2de0}'..='\u{2dff}' | '\u{a640}'..='\u{a69f}')
}

/// Whether the text is UTF-8 that was read as windows-1251 or KZ-1048. What both can write has the same bytes in both.
fn was_utf8(name: &str) -> bool {
    let bytes_in = |encoding: Encoding| {
        let mut bytes = Vec::with_capacity(name.len());
        for (number, part) in name.split(OF_NO_BYTE).enumerate() {
            bytes.extend((number > 0).then_some(OF_NO_BYTE as u8));
            encoding.encode(part, &mut bytes).ok()?;
        }
        Some(bytes)
    };
    if name.is_ascii() {
        return false;
    }
    let of_1251 = bytes_in(Encoding::Windows1251);
    let is_of_1251 = of_1251.is_some();
    let Some(bytes) = of_1251.or_else(|| bytes_in(Encoding::Kz1048)) else { return false };
    let Ok(meant) = std::str::from_utf8(&bytes) else { return false };
    is_of_1251 && has_no_letter(&bytes) || is_name(meant)
}

/// Whether one of these bytes stands for no letter that Russian and Kazakh texts in windows-1251 have.
fn has_no_letter(bytes: &[u8]) -> bool {
    bytes.iter().any(|byte| (0x80..0xc0).contains(byte) && !b"\xa8\xb8\xb2\xb3".contains(byte))
}

/// Whether this is a Russian or Kazakh name. In KZ-1048 nearly every byte stands for a letter of one, so that it is what comes
/// of them that tells: two letters or more, the first of them a capital.
fn is_name(meant: &str) -> bool {
    let is_of_alphabet = |letter: char| matches!(letter, 'А'..='я') || "ЁёӘәҒғҚқҢңӨөҰұҮүҺһІі".contains(letter);
    let is_of_name = |letter: char| is_of_alphabet(letter) || matches!(letter, ' ' | '-' | '\'' | '.');
    meant.chars().next().is_some_and(char::is_uppercase)
        && meant.chars().all(is_of_name)
        && meant.chars().filter(|&letter| is_of_alphabet(letter)).nth(1).is_some()
}

/// Doubts about persons, once each.
#[derive(Debug, Default)]
pub(crate) struct Doubts(Vec<(Iin, &'static str, Doubt)>);

impl Doubts {
    /// Takes the doubts about what stands in a person's columns.
    pub fn add(&mut self, iin: Iin, doubts: impl Iterator<Item = (&'static str, Doubt)>) {
        self.0.extend(doubts.map(|(column, doubt)| (iin, column, doubt)));
    }

    /// Writes `doubts.csv`; `value` gives what stands in a person's column.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn write(mut self, dir: &Path, value: impl Fn(Iin, &str) -> String) -> Result<Written, Error> {
        let mut table = Table::create(dir, DOUBTS, DOUBTS_COLUMNS)?;
        self.0.sort_unstable();
        self.0.dedup();
        for (iin, column, doubt) in self.0 {
            let value = value(iin, column);
            table.row(None, &[Cell::Iin(iin), Cell::Text(column), Cell::Text(&value), Cell::Text(doubt.code())])?;
        }
        table.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(name: &str) -> Vec<&'static str> {
        of_name(name).map(Doubt::code).collect()
    }

    #[test]
    fn ordinary_names_are_not_doubted() {
        for name in [
            "Иванов",
            "Әубәкір",
            "Қайрат",
            "Үмітұлы",
            "Іңкәр",
            "Ғаниұлы",
            "Пётр",
            "Ким Ен-Хи",
            "О'Коннор",
            "О’Коннор",
            "Smith",
            "Müller",
            "Anna Мария",
            "Anna-Мария",
            "Оглы А.",
            "Ёлкин",
            "Іле",
            "ЦОЙ",
        ] {
            assert_eq!(codes(name), [""; 0], "{name}");
            assert!(fits_bank(name), "{name}");
        }
    }

    /// Field cases 12 to 14.
    #[test]
    fn each_doubt_has_its_code() {
        for (name, doubts, fits) in [
            ("Ocпан", &["mixed-scripts"][..], true),
            // The Latin schwa, and the Kazakh letter that looks the same.
            ("С\u{259}уленов", &["mixed-scripts"], true),
            ("С\u{4d9}уленов", &[], true),
            ("?спан", &["question-mark"], false),
            ("\u{fffd}спан", &["question-mark"], false),
            ("Ким\u{200b}", &["invisible"], false),
            ("Ким\u{a0}Ен", &["invisible"], false),
            ("Ив\nан", &["invisible"], false),
            ("Ив\u{2028}ан", &["invisible"], false),
            ("Ив\u{ad}ан", &["invisible"], false),
            ("Оспан1", &["digits"], false),
            ("Оспан\u{661}", &["digits"], false),
            // KZ-1048, UTF-8 and cp866 read as windows-1251.
            ("Јубјкір", &["wrong-encoding"], false),
            ("Ќайрат", &["wrong-encoding"], false),
            ("РђР»РёРµРІР°", &["wrong-encoding"], false),
            // «Ли», whose UTF-8 has none of the letters.
            ("Р›Рё", &["wrong-encoding"], false),
            ("Ђ«Ё", &["wrong-encoding"], false),
            ("ќайрат", &["wrong-encoding"], false),
            ("NULL", &["placeholder"], true),
            ("None", &["placeholder"], true),
            ("\\N", &["placeholder"], false),
            ("#Н/Д", &["placeholder"], false),
            ("Нуль", &[], true),
            ("A1?Б", &["digits", "mixed-scripts", "question-mark"], false),
            ("Иванов(а)", &[], false),
            ("Иванов/", &[], false),
            ("Иванов –", &[], false),
            ("\u{24b6}лиев", &[], false),
            ("Иван \u{2163}", &["digits"], false),
        ] {
            assert_eq!((codes(name).as_slice(), fits_bank(name)), (doubts, fits), "{name}");
        }
    }

    /// Every letter of both alphabets, read as UTF-8 is read by windows-1251, is doubted.
    #[test]
    fn every_letter_in_the_wrong_encoding_is_doubted() {
        for letter in "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяӘҒҚҢӨҰҮҺІәғқңөұүһі".chars()
        {
            let text = letter.to_string();
            let read = Encoding::Windows1251.lossy(text.as_bytes());
            // Ш, и, в, г and Ө come out as two letters that a name may have.
            let is_text = read.chars().all(|letter| "РУЁёІі".contains(letter));
            assert!(is_text || codes(&read).contains(&"wrong-encoding"), "{letter}: {read}");
        }
    }

    /// Names of two letters and more, read as UTF-8 is read by either encoding. И alone has a byte that neither has.
    #[test]
    fn every_name_in_the_wrong_encoding_is_doubted() {
        let names = "Ян Ни Сон Хан Цой Нам Шин Тәж Ұлан Һәкім Үміт Ғалым Сүлеймен Ең-Хи Оғыз ХАН Ё. Ли";
        for name in names.split(' ').filter(|name| name.chars().count() > 2 || !name.ends_with('.')) {
            for encoding in [Encoding::Windows1251, Encoding::Kz1048] {
                let read = encoding.lossy(name.as_bytes());
                assert!(codes(&read).contains(&"wrong-encoding") && !fits_bank(&read), "{name}: {read}");
            }
        }
        // Capitals of KZ-1048 whose bytes are UTF-8 of no name: ѣҲ, я alone.
        for name in ["СӘТІ", "СҚ", "РҮ"] {
            assert_eq!(codes(name), [""; 0], "{name}");
        }
    }

    #[test]
    fn birth_dates() {
        let of = |day: &str| of_birth_date(day.parse().unwrap());
        assert_eq!((of("1899-12-31"), of("1900-01-01")), (Some(Doubt::BirthDateBefore1900), None));
    }
}
