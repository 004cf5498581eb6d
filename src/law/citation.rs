//! What a value of the law rests on.

use std::fmt;

/// The provision behind a value, where it can be read, and how well it is founded.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Citation {
    /// The act with its article and paragraph.
    pub act: String,
    /// Where the act, or what reports it, can be read.
    pub url: String,
    /// How well the value is founded.
    pub basis: Basis,
    /// The reasoning, or what else is to be known.
    pub note: Option<String>,
}

/// How well a value is founded, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Basis {
    /// The operative text itself was read.
    Quoted,
    /// An authority's answer, a fund's or a bank's publication.
    Secondary,
    /// It follows from quoted text by reasoning that is written beside it.
    Inferred,
    /// General knowledge, to be checked against the act.
    Unverified,
}

impl Basis {
    /// All four, the best first.
    pub const ALL: [Basis; 4] = [Basis::Quoted, Basis::Secondary, Basis::Inferred, Basis::Unverified];

    /// The name in the tables: `quoted`, `secondary`, `inferred`, `unverified`.
    pub fn code(self) -> &'static str {
        match self {
            Basis::Quoted => "quoted",
            Basis::Secondary => "secondary",
            Basis::Inferred => "inferred",
            Basis::Unverified => "unverified",
        }
    }
}

/// Of the code.
///
/// # Errors
/// Kind [`ErrorKind::Operation`](crate::ErrorKind::Operation) where there is none; the hint lists the codes.
impl std::str::FromStr for Basis {
    type Err = crate::error::Error;

    fn from_str(text: &str) -> Result<Basis, Self::Err> {
        crate::error::by_code(crate::words::say!("what-basis"), text, &Basis::ALL, Basis::code)
    }
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}
