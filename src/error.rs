//! What went wrong, where, and what helps.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::sync::Arc;

use crate::language::Language;
use crate::shown::{plain, shown, without_quoted_iins};
use crate::words::{Caller, Message, say};

/// A failure: a [kind](ErrorKind) with a stable code, a message for people, and where known its place and a hint.
///
/// Errors are values; only the command line prints them.
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Inner>);

#[derive(Clone, PartialEq, Eq)]
struct Inner {
    kind: ErrorKind,
    message: Message,
    place: Place,
    /// The file of the place: standard input has a name in each language.
    file: Message,
    hint: Option<Message>,
    cause: Option<Cause>,
}

/// What the system said, as it said it.
#[derive(Clone)]
struct Cause(Arc<dyn StdError + Send + Sync>);

impl PartialEq for Cause {
    fn eq(&self, other: &Cause) -> bool {
        self.0.to_string() == other.0.to_string()
    }
}

impl Eq for Cause {}

/// Where in the input an error stands; what is not known is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The file as it was named.
    pub file: Option<String>,
    /// Physical line, from 1.
    pub line: Option<u64>,
    /// Column in characters, from 1.
    pub column: Option<u64>,
}

/// The kinds of failure. New ones may be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A text is no amount in tenge, or an amount is out of range.
    Money,
    /// A text is no day or no calendar month.
    Day,
    /// A text is no ИИН or БИН.
    Iin,
    /// A rates table does not load.
    Rates,
    /// No rates are in force on the day.
    NoRates,
    /// A sum does not fit its type.
    Overflow,
    /// A typed operation cannot be taken.
    Operation,
    /// An input file cannot be read as what it should be.
    Input,
    /// An output cannot be written or published.
    Output,
    /// The inputs need more memory than was allowed.
    Memory,
    /// Arguments that do not fit together.
    Usage,
    /// The record of an earlier run does not hold together, or is none.
    Record,
    /// The program contradicts itself: something to report.
    Defect,
}

impl ErrorKind {
    /// The stable code of the kind.
    pub fn code(self) -> &'static str {
        match self {
            ErrorKind::Money => "money",
            ErrorKind::Day => "day",
            ErrorKind::Iin => "iin",
            ErrorKind::Rates => "rates",
            ErrorKind::NoRates => "no-rates",
            ErrorKind::Overflow => "overflow",
            ErrorKind::Operation => "operation",
            ErrorKind::Input => "input",
            ErrorKind::Output => "output",
            ErrorKind::Memory => "memory",
            ErrorKind::Usage => "usage",
            ErrorKind::Record => "record",
            ErrorKind::Defect => "defect",
        }
    }
}

impl Error {
    /// An error of this kind with a message for people. As messages go to terminals and logs, twelve digits in it are shown
    /// as `9001****0017`, and of a quoted value no more than 64 characters. So are they in a hint.
    pub fn new(kind: ErrorKind, message: impl Into<Message>) -> Error {
        Error(Box::new(Inner {
            kind,
            message: message.into(),
            place: Place::default(),
            file: Message::from(""),
            hint: None,
            cause: None,
        }))
    }

    /// The same error with the name of the file it happened in.
    pub fn in_file(mut self, file: impl Into<Message>) -> Error {
        self.0.file = file.into();
        self.0.place.file = Some(plain(&self.0.file.to_string()));
        self
    }

    /// The same error with the physical line, from 1.
    pub fn at_line(mut self, line: u64) -> Error {
        self.0.place.line = Some(line);
        self
    }

    /// The same error with the column in characters, from 1.
    pub fn at_column(mut self, column: u64) -> Error {
        self.0.place.column = Some(column);
        self
    }

    /// The same error with what the system said, which is told behind the message and is the error's source.
    pub fn caused_by(mut self, cause: impl StdError + Send + Sync + 'static) -> Error {
        self.0.cause = Some(Cause(Arc::new(cause)));
        self
    }

    /// The same where the system's error is needed for something else too.
    pub(crate) fn caused_by_io(self, cause: &io::Error) -> Error {
        let copy = cause.raw_os_error().map(io::Error::from_raw_os_error);
        self.caused_by(copy.unwrap_or_else(|| io::Error::new(cause.kind(), of_system(cause))))
    }

    /// An error of kind [`ErrorKind::Defect`]: the program has found that it contradicts itself.
    pub fn defect(message: impl Into<Message>) -> Error {
        Error::new(ErrorKind::Defect, message).with_hint(say!("defect-hint"))
    }

    /// The same error with a sentence on what to do.
    pub fn with_hint(mut self, hint: impl Into<Message>) -> Error {
        self.0.hint = Some(hint.into());
        self
    }

    /// What went wrong, without its place and what the system said.
    pub(crate) fn message(&self) -> &Message {
        &self.0.message
    }

    /// The kind, with its stable code.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// What to do about it, to be said in any language.
    #[cfg(feature = "cli")]
    pub(crate) fn hint_message(&self) -> Option<&Message> {
        self.0.hint.as_ref()
    }

    /// Where it happened.
    pub fn place(&self) -> &Place {
        &self.0.place
    }

    /// What to do about it, in English, where something helps.
    pub fn hint(&self) -> Option<String> {
        self.hint_in(Language::En)
    }

    /// What to do about it, in this language, where something helps: in words of a program in Rust.
    pub fn hint_in(&self, language: Language) -> Option<String> {
        self.hint_for(Caller::Rust, language)
    }

    /// The same in words of whoever is told.
    pub fn hint_for(&self, caller: Caller, language: Language) -> Option<String> {
        self.0.hint.as_ref().map(|hint| plain(&without_quoted_iins(&hint.say_to(caller, language))))
    }

    /// What went wrong, in this language: place, message and what the system said.
    pub fn say(&self, language: Language) -> String {
        let mut text = match &self.0.place {
            Place { file: Some(_), line, column } => {
                let file = plain(&self.0.file.say(language));
                let numbers = line.iter().chain(line.and(column.as_ref()));
                numbers.fold(format!("{file}:"), |place, number| place + &format!("{number}:")) + " "
            }
            Place { file: None, line: Some(line), .. } => say!("at-line", line = line.to_string()).say(language) + ": ",
            Place { .. } => String::new(),
        };
        text += &shown(&self.0.message.say(language));
        if let Some(Cause(cause)) = &self.0.cause {
            text += ": ";
            text += &plain(&match cause.downcast_ref::<io::Error>().map(of_system) {
                Some(words) => words.say(language),
                None => without_quoted_iins(&cause.to_string()),
            });
        }
        text
    }
}

/// The one of these values that has this code.
pub(crate) fn by_code<T: Copy>(what: Message, text: &str, all: &[T], code: fn(T) -> &'static str) -> Result<T, Error> {
    let known = all.iter().copied().find(|&value| code(value) == text);
    known.ok_or_else(|| no_such_code(what, text, all.iter().map(|&value| code(value))))
}

/// The error for a code that is none of those that are known.
pub(crate) fn no_such_code<'a>(what: Message, code: &str, known: impl Iterator<Item = &'a str>) -> Error {
    let codes = known.collect::<Vec<_>>().join(", ");
    Error::new(ErrorKind::Operation, say!("no-such-code", code = code, what = what))
        .with_hint(say!("no-such-code-hint", codes = codes))
}

/// What the system says of a file: the usual things in words of our own, others as it says them.
pub(crate) fn of_system(cause: &io::Error) -> Message {
    if let Some(own) = cause.get_ref().and_then(|inner| inner.downcast_ref::<Message>()) {
        return own.clone();
    }
    match cause.kind() {
        io::ErrorKind::NotFound => say!("system-not-found"),
        io::ErrorKind::PermissionDenied => say!("system-no-permission"),
        io::ErrorKind::IsADirectory => say!("system-directory"),
        io::ErrorKind::NotADirectory => say!("system-no-directory"),
        io::ErrorKind::StorageFull => say!("system-no-space"),
        _ => Message::from(cause.to_string()),
    }
}

/// In English.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::En))
    }
}

/// Kind, what is displayed, and the hint, on one line: what a `main` that gives an error back ends with.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {self}", self.kind())?;
        self.hint().map_or(Ok(()), |hint| write!(f, " (hint: {hint})"))
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.cause.as_ref().map(|Cause(cause)| &**cause as &(dyn StdError + 'static))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_main_ends_with_is_the_sentence_and_the_hint() {
        let error = Error::new(ErrorKind::Iin, "`900101300017` is none").at_line(3).with_hint("see\n900101300017");
        assert_eq!(format!("{error:?}"), "Iin: line 3: `9001****0017` is none (hint: see\\n9001****0017)");
        assert_eq!(format!("{:?}", Error::new(ErrorKind::Money, "none")), "Money: none");
    }
}
