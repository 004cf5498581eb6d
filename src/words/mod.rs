//! What people read: sentences that stand in `words/*.ftl`, with their values, to be said in any language.

mod catalog;
mod counts;

use std::borrow::Cow;
use std::fmt;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::language::Language;
use crate::words::counts::Counts;
#[cfg(feature = "cli")]
pub(crate) use crate::words::counts::spaced;

/// A sentence for people: a key of `words/*.ftl` with its values, or words that come from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message(Said);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    Words {
        key: Cow<'static, str>,
        values: Vec<(&'static str, Value)>,
    },
    /// As it is, in whatever language it came.
    Elsewhere(String),
}

/// A value in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// As it is.
    Text(String),
    /// A number of things, by which the words around it are chosen.
    Count(u64),
    /// Said in the language of the sentence around it.
    Message(Box<Message>),
    /// A name that the tables have in English, Russian and Kazakh.
    Name([String; 3]),
}

/// Who is told: what helps is an option where something is typed, and a call or an argument where a program has called. In
/// `words/*.ftl` it is the value `$caller`, which every sentence has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Caller {
    /// Whoever types commands.
    #[default]
    CommandLine,
    /// A program in Rust.
    Rust,
    /// A program in Python.
    Python,
    /// A program in C, or in what calls it.
    C,
}

impl Caller {
    fn code(self) -> &'static str {
        match self {
            Caller::CommandLine => "command-line",
            Caller::Rust => "rust",
            Caller::Python => "python",
            Caller::C => "c",
        }
    }
}

/// How a sentence is said.
#[derive(Debug, Clone, Copy)]
struct Manner {
    language: Language,
    counts: Counts,
    caller: Caller,
}

impl Message {
    /// The sentence of a key with its values. [`say!`] is the way to it for a key that is known.
    pub(crate) fn of_key(key: impl Into<Cow<'static, str>>, values: Vec<(&'static str, Value)>) -> Message {
        Message(Said::Words { key: key.into(), values })
    }

    /// The sentence in this language.
    pub fn say(&self, language: Language) -> String {
        self.say_to(Caller::default(), language)
    }

    /// The same in words of whoever is told.
    pub(crate) fn say_to(&self, caller: Caller, language: Language) -> String {
        self.say_with(Manner { language, counts: Counts::Plain, caller })
    }

    /// The same with narrow blanks between the thousands of its counts, for a page where sums have them.
    #[cfg(feature = "cli")]
    pub(crate) fn say_spaced(&self, language: Language) -> String {
        self.say_with(Manner { language, counts: Counts::Spaced, caller: Caller::default() })
    }

    fn say_with(&self, manner: Manner) -> String {
        match &self.0 {
            Said::Words { key, values } => {
                let mut said = FluentArgs::with_capacity(values.len() + 1);
                for (name, value) in values {
                    said.set(*name, value.say(manner));
                }
                said.set("caller", manner.caller.code());
                catalog::say((manner.language, manner.counts), key, &said)
            }
            Said::Elsewhere(text) => text.clone(),
        }
    }
}

impl Value {
    fn say(&self, manner: Manner) -> FluentValue<'_> {
        match self {
            Value::Text(text) => FluentValue::from(text.as_str()),
            // A count, never money: exact to 2⁵³.
            Value::Count(count) => FluentValue::from(*count),
            Value::Message(message) => FluentValue::from(message.say_with(manner)),
            Value::Name([en, ru, kk]) => FluentValue::from(manner.language.of([en, ru, kk]).as_str()),
        }
    }
}

/// The words of a key without values, in this language.
pub(crate) fn word(language: Language, key: &'static str) -> &'static str {
    catalog::word(language, key)
}

/// The words of a key that is put together, where this language has them.
#[cfg(feature = "cli")]
pub(crate) fn known(language: Language, key: &str) -> Option<&'static str> {
    catalog::known(language, key)
}

/// In English.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Said::Words { .. } => f.pad(&self.say(Language::En)),
            Said::Elsewhere(text) => f.pad(text),
        }
    }
}

/// So that an error of the system can carry our own words.
impl std::error::Error for Message {}

impl From<String> for Message {
    fn from(text: String) -> Message {
        Message(Said::Elsewhere(text))
    }
}

impl From<&str> for Message {
    fn from(text: &str) -> Message {
        Message(Said::Elsewhere(text.to_owned()))
    }
}

impl From<&String> for Message {
    fn from(text: &String) -> Message {
        Message(Said::Elsewhere(text.clone()))
    }
}

impl From<Message> for Value {
    fn from(message: Message) -> Value {
        Value::Message(Box::new(message))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Value {
        Value::Text(text.clone())
    }
}

impl From<Cow<'_, str>> for Value {
    fn from(text: Cow<'_, str>) -> Value {
        Value::Text(text.into_owned())
    }
}

impl From<u64> for Value {
    fn from(count: u64) -> Value {
        Value::Count(count)
    }
}

impl From<u32> for Value {
    fn from(count: u32) -> Value {
        Value::Count(count.into())
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Value {
        Value::Count(count as u64)
    }
}

/// The sentence of a key of `words/*.ftl`, with its values by name: `say!("note", what = "…")`.
macro_rules! say {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::words::Message::of_key($key, vec![$((stringify!($name), $crate::words::Value::from($value))),*])
    };
}
pub(crate) use say;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn russian_counts_have_the_endings_of_their_numbers() {
        // One for 1, 21; few for 2, 22; many for 0, 5, 11, 25, 111.
        let rows = |count: u64| say!("rows", count = count).say(Language::Ru);
        let counted: Vec<String> = [0, 1, 2, 5, 11, 21, 22, 25, 111].map(rows).into();
        assert_eq!(
            counted,
            [
                "0 строк",
                "1 строка",
                "2 строки",
                "5 строк",
                "11 строк",
                "21 строка",
                "22 строки",
                "25 строк",
                "111 строк"
            ]
        );
        assert_eq!(say!("rows", count = 1_u64).to_string(), "1 row");
        assert_eq!(say!("rows", count = 0_u64).to_string(), "0 rows");
        assert_eq!(say!("rows", count = 12_345_678_901_u64).say(Language::Kk), "12345678901 жол");
    }

    #[test]
    #[cfg(feature = "cli")]
    fn counts_are_spaced_where_that_is_asked_for() {
        let said = |count: u64| say!("rows", count = count).say_spaced(Language::Ru);
        assert_eq!([1, 999, 6_002].map(said), ["1 строка", "999 строк", "6\u{202f}002 строки"]);
        // In a sentence within a sentence too, and no digits of a text.
        let within = say!("report-numbered", what = say!("rows", count = 6_000_u64), number = "1234");
        assert_eq!(within.say_spaced(Language::Ru), "6\u{202f}000 строк (№ 1234)");
    }

    #[test]
    fn what_is_said_of_one_row_is_said_of_it() {
        let told = |rows: u64, language| {
            let nobody = say!("distribute-nobody", file = "f", rows = rows).say(language);
            (nobody, say!("refunds-next-unread", rows = rows, dir = "d").say(language))
        };
        for (rows, nobody, unread) in [
            (
                1,
                "1 строка с ИИН не из цифр: считается уплаченной и возвращённой;",
                "1 строка, и сказанного в ней здесь",
            ),
            (3, "3 строки с ИИН не из цифр: считаются уплаченными и", "3 строки, и сказанного в них здесь"),
            (5, "5 строк с ИИН не из цифр: считаются уплаченными и", "5 строк, и сказанного в них здесь"),
        ] {
            let told = told(rows, Language::Ru);
            assert!(told.0.contains(nobody) && told.1.contains(unread), "{told:?}");
        }
        let (nobody, unread) = told(1, Language::En);
        assert!(nobody.contains("1 row has no number for an ИИН and counts as paid"), "{nobody}");
        assert!(unread.contains("1 row of the reconciliation could not be read, and what it says is"), "{unread}");
    }

    #[test]
    fn a_value_is_said_in_the_language_around_it_and_never_read_as_words() {
        let inner = say!("rows", count = 2_u64);
        let outer = Message::of_key("rows", vec![("count", Value::from(inner))]);
        // No number, no plural: the words of any other count.
        assert_eq!(outer.say(Language::Ru), "2 строки строк");
        let text = Message::of_key("rows", vec![("count", Value::from("{ $count }\u{2068}"))]);
        assert_eq!(text.say(Language::En), "{ $count }\u{2068} rows");
    }

    #[test]
    fn what_has_no_words_is_named() {
        assert_eq!(Message::of_key("no-such-key", Vec::new()).say(Language::Ru), "no-such-key");
        assert_eq!(Message::from("as it is").say(Language::Kk), "as it is");
    }

    #[test]
    #[cfg(feature = "cli")]
    fn numbers_have_narrow_blanks_between_thousands() {
        for (text, expected) in [
            ("0.00", "0.00"),
            ("999.99", "999.99"),
            ("1000.00", "1\u{202f}000.00"),
            ("-1234567.80", "\u{2212}1\u{202f}234\u{202f}567.80"),
            ("1000000", "1\u{202f}000\u{202f}000"),
            ("2026-08", "2026-08"),
            ("", ""),
            ("-", "-"),
        ] {
            assert_eq!(spaced(text), expected);
        }
    }
}
