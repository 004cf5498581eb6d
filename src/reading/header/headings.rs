//! What columns are called: the words of `words/headings.toml`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use toml::de::{DeTable, DeValue};

use crate::as_text::{as_text, coded};
use crate::error::{Error, ErrorKind};
use crate::shown::is_invisible;
use crate::words::{Message, say};

/// A kind of file that people prepare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Operations,
    Exemptions,
    Contractors,
    /// An answer of the State Corporation or the bank.
    Answer,
    /// Sums computed by ЦС КГД.
    Kgd,
    /// What was paid, row by row.
    Paid,
    /// What was paid late.
    Late,
    /// The operator, in fields and not in columns.
    Payer,
}

impl Kind {
    pub const ALL: [Kind; 8] = [
        Kind::Operations,
        Kind::Exemptions,
        Kind::Contractors,
        Kind::Answer,
        Kind::Kgd,
        Kind::Paid,
        Kind::Late,
        Kind::Payer,
    ];

    /// Those that have columns.
    pub fn tables() -> impl Iterator<Item = Kind> {
        Kind::ALL.into_iter().filter(|kind| *kind != Kind::Payer)
    }

    /// The name in receipts and before a column's name.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Operations => "operations",
            Kind::Exemptions => "exemptions",
            Kind::Contractors => "contractors",
            Kind::Answer => "answer",
            Kind::Kgd => "kgd",
            Kind::Paid => "paid",
            Kind::Late => "late",
            Kind::Payer => "payer",
        }
    }
}

coded!(Kind::code, say!("what-file-kind"));
as_text!(Kind, str::parse);

/// What a column is called, folded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Words {
    /// The column's name first, then those in Russian and in Kazakh.
    pub headings: Vec<String>,
    /// How it is written in files to start from, by language: as people write it, not folded.
    pub written: [String; 3],
    /// What people wrote and meant it.
    pub mistakes: Vec<String>,
    /// Whether a figure or a status rests on the column where it may be left out.
    pub bears: bool,
}

type Tables = BTreeMap<String, BTreeMap<String, Words>>;

/// What a column of a table is called.
///
/// # Errors
/// Where the words of this program are damaged, which no released version's are.
pub(crate) fn words(table: Kind, column: &str) -> Result<&'static Words, Error> {
    static WORDS: OnceLock<Result<Tables, Error>> = OnceLock::new();
    let tables = WORDS.get_or_init(|| parse(include_str!("../../../words/headings.toml"))).as_ref();
    let words = tables.map_err(Clone::clone)?.get(table.code()).and_then(|columns| columns.get(column));
    words.ok_or_else(|| damaged(say!("headings-none", column = format!("{}.{column}", table.code()))))
}

/// A heading without what makes no difference: case, blanks, ends of lines, what nobody sees, underscores, and the dots of ё.
pub(crate) fn fold(heading: &str) -> String {
    let lower = heading.to_lowercase();
    let letters = lower.chars().map(|letter| if letter == 'ё' { 'е' } else { letter });
    letters.filter(|&letter| letter != '_' && !is_blank(letter)).collect()
}

/// Whether nothing is seen of a letter but the room it takes, if any.
pub(crate) fn is_blank(letter: char) -> bool {
    letter == ' ' || is_invisible(letter)
}

fn damaged(reason: impl Into<Message>) -> Error {
    Error::new(ErrorKind::Input, reason).in_file("words/headings.toml")
}

fn parse(text: &str) -> Result<Tables, Error> {
    let mut tables = DeTable::parse(text).map_err(|error| damaged(error.message()))?.into_inner();
    let mut all = Tables::new();
    // Of what is written, which says its words in another form.
    tables.remove("written");
    for (table, columns) in tables {
        let DeValue::Table(columns) = columns.into_inner() else { return Err(damaged(say!("headings-table"))) };
        let known = all.entry(table.into_inner().into_owned()).or_default();
        for (column, entries) in columns {
            let DeValue::Table(entries) = entries.into_inner() else { return Err(damaged(say!("headings-column"))) };
            let column = column.into_inner().into_owned();
            let mut words = Words::default();
            let (mut ru, mut kk) = (Vec::new(), Vec::new());
            for (key, value) in entries {
                match (key.get_ref().as_ref(), value.into_inner()) {
                    ("ru", DeValue::Array(headings)) => ru = texts(headings)?,
                    ("kk", DeValue::Array(headings)) => kk = texts(headings)?,
                    ("mistakes", DeValue::Array(mistakes)) => words.mistakes = folded(&texts(mistakes)?),
                    ("bears", DeValue::Boolean(bears)) => words.bears = bears,
                    (key, _) => return Err(damaged(say!("headings-entry", column = &column, key = key))),
                }
            }
            let first = |headings: &[String]| headings.first().unwrap_or(&column).clone();
            words.written = [column.clone(), first(&ru), first(&kk)];
            let (ru, mut kk) = (folded(&ru), folded(&kk));
            // Both languages have some words.
            kk.retain(|heading| !ru.contains(heading));
            words.headings = [vec![fold(&column)], ru, kk].concat();
            known.insert(column, words);
        }
    }
    Ok(all)
}

fn texts(array: toml::de::DeArray<'_>) -> Result<Vec<String>, Error> {
    let text = |value: toml::Spanned<DeValue<'_>>| match value.into_inner() {
        DeValue::String(text) => Ok(text.into_owned()),
        _ => Err(damaged(say!("headings-text"))),
    };
    array.into_iter().map(text).collect()
}

fn folded(headings: &[String]) -> Vec<String> {
    headings.iter().map(|heading| fold(heading)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_heading_is_one_columns_only_in_each_table() {
        for (table, columns) in parse(include_str!("../../../words/headings.toml")).unwrap() {
            let mut seen = BTreeSet::new();
            for (column, words) in columns {
                for heading in words.headings.iter().chain(&words.mistakes) {
                    assert!(!heading.is_empty() && seen.insert(heading.clone()), "{table}.{column}: {heading}");
                }
                assert!(words.bears || words.mistakes.is_empty(), "{table}.{column} ends no run");
            }
        }
    }

    /// The headings of a column in a language, as they stand in the file.
    fn written(language: &str) -> Vec<(String, String, Vec<String>)> {
        let tables: BTreeMap<String, BTreeMap<String, toml::Table>> =
            toml::from_str(include_str!("../../../words/headings.toml")).unwrap();
        let inputs = tables.into_iter().filter(|(table, _)| table != "written");
        let columns = inputs.flat_map(|(table, columns)| {
            columns.into_iter().map(move |(column, words)| (table.clone(), column, words))
        });
        let of = |words: &toml::Table| {
            let headings = words.get(language).and_then(toml::Value::as_array).cloned().unwrap_or_default();
            headings.iter().map(|heading| heading.as_str().unwrap().to_owned()).collect()
        };
        columns.map(|(table, column, words)| (table, column, of(&words))).collect()
    }

    #[test]
    fn every_column_has_headings_in_russian_and_kazakh() {
        for language in ["ru", "kk"] {
            let columns = written(language);
            assert!(columns.len() > 45, "{}", columns.len());
            for (table, column, headings) in columns {
                assert!(!headings.is_empty(), "{table}.{column}: {language}");
            }
        }
    }

    #[test]
    fn folded_headings_differ_in_no_case_blank_or_underscore() {
        for heading in [
            "Дата_расчёта",
            "ДАТА  РАСЧЕТА",
            "дата\u{a0}расчёта",
            "\tДатаРасчета ",
            "Дата\r\nрасчёта",
            "Дата\u{202f}рас\u{ad}чёта\u{200b}",
        ] {
            assert_eq!(fold(heading), "датарасчета");
        }
        assert_eq!(fold("Valid_To"), "validto");
        assert_ne!(fold("valid-to"), "validto");
    }

    /// Kazakh has a word with and without whose it is: «Күй» and «Күйі».
    #[test]
    fn kazakh_headings_are_read_with_and_without_the_possessive() {
        for (table, column, headings) in [
            (Kind::Answer, "status", &["Күй", "Күйі", "Мәртебе", "Мәртебесі"][..]),
            (Kind::Paid, "rate", &["Мөлшерлеме", "Мөлшерлемесі"]),
            (Kind::Kgd, "opv_penalty", &["МЗЖ өсімпұлы", "МЗЖ бойынша өсімпұл"]),
            (Kind::Kgd, "opvr_penalty", &["ЖМЗЖ өсімпұлы", "ЖБМЗЖ өсімпұлы"]),
            (Kind::Contractors, "regime", &["Режим", "Режимі"]),
        ] {
            let words = words(table, column).unwrap();
            assert!(headings.iter().all(|heading| words.headings.contains(&fold(heading))), "{column}: {words:?}");
        }
    }

    #[test]
    fn words_that_are_damaged_are_an_error() {
        for text in ["iin", "operations = 1", "[operations]\niin = 1", "[a.b]\nru = [1]", "[a.b]\nen = [\"x\"]"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
