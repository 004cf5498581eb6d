//! What a host program hands over wrongly, where its language has let it.

use crate::error::{Error, ErrorKind};
use crate::words::say;

/// A call that does not keep to its contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misuse {
    /// A pointer that has to point to something is null.
    Null(&'static str),
    /// A text is not UTF-8.
    NotUtf8(&'static str),
    /// A struct has another size than this version of the library knows.
    Size {
        /// What it says of itself.
        given: usize,
        /// What it has to say.
        expected: usize,
    },
    /// A number stands for nothing.
    Unknown {
        /// What it is the value of.
        name: &'static str,
        /// The number.
        number: i32,
    },
}

impl Misuse {
    /// The error that the call ends with.
    pub fn error(self) -> Error {
        let message = match self {
            Misuse::Null(name) => say!("call-null", name = name),
            Misuse::NotUtf8(name) => say!("call-not-utf8", name = name),
            Misuse::Size { given, expected } => {
                say!("call-size", given = given.to_string(), expected = expected.to_string())
            }
            Misuse::Unknown { name, number } => say!("call-unknown", name = name, number = number.to_string()),
        };
        Error::new(ErrorKind::Usage, message)
    }
}
