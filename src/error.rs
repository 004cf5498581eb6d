//! What went wrong, where, and what helps.

use std::fmt;

/// A failure: a [kind](ErrorKind) with a stable code, a message for people, and where known its place and a hint.
///
/// Errors are values; only the command line prints them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Box<Inner>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Inner {
    kind: ErrorKind,
    message: String,
    place: Place,
    hint: Option<String>,
}

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
        }
    }
}

impl Error {
    /// An error of this kind with a message for people.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Error {
        Error(Box::new(Inner { kind, message: message.into(), place: Place::default(), hint: None }))
    }

    /// The same error with the name of the file it happened in.
    pub fn in_file(mut self, file: impl Into<String>) -> Error {
        self.0.place.file = Some(file.into());
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

    /// The same error with a sentence on what to do.
    pub fn hint(mut self, hint: impl Into<String>) -> Error {
        self.0.hint = Some(hint.into());
        self
    }

    /// The kind, with its stable code.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Where it happened.
    pub fn place(&self) -> &Place {
        &self.0.place
    }

    /// What to do about it, where something helps.
    pub fn hint_text(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { file, line, column } = &self.0.place;
        if let Some(file) = file {
            write!(f, "{file}:")?;
            if let Some(line) = line {
                write!(f, "{line}:")?;
                if let Some(column) = column {
                    write!(f, "{column}:")?;
                }
            }
            f.write_str(" ")?;
        } else if let Some(line) = line {
            write!(f, "line {line}: ")?;
        }
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Error {}
