//! Values as texts for serde: written as they are shown, read by their own strict grammar and from nothing but a text.
//!
//! A number of JSON, or a field that a reader takes for a number, never reaches an amount: it would have passed a float.

#[cfg(any(feature = "cli", feature = "serde"))]
use std::fmt;

#[cfg(any(feature = "cli", feature = "serde"))]
use serde::{Deserializer, de::Visitor};

#[cfg(any(feature = "cli", feature = "serde"))]
use crate::error::Error;

/// Lets serde, where it is there, write a type by `Display` and read it by this function of a `&str`.
macro_rules! as_text {
    ($type:ty, $parse:expr) => {
        #[cfg(any(feature = "cli", feature = "serde"))]
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        #[cfg(any(feature = "cli", feature = "serde"))]
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                crate::as_text::read(deserializer, $parse)
            }
        }
    };
}

pub(crate) use as_text;

/// Lets an enum be shown as its code and read from it, and from nothing else: `coded!(Payment::code, say!("what-payment"))`,
/// where the message says what has no such code.
macro_rules! coded {
    ($type:ident :: $code:ident, $what:expr) => {
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.$code())
            }
        }

        /// Of the code.
        ///
        /// # Errors
        /// Kind [`ErrorKind::Operation`](crate::ErrorKind::Operation) where there is none; the hint lists the codes.
        impl std::str::FromStr for $type {
            type Err = crate::error::Error;

            fn from_str(text: &str) -> Result<$type, Self::Err> {
                crate::error::by_code($what, text, &$type::ALL, $type::$code)
            }
        }
    };
}

pub(crate) use coded;

/// The value that a text is.
#[cfg(any(feature = "cli", feature = "serde"))]
pub(crate) fn read<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    parse: fn(&str) -> Result<T, Error>,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(Text(parse))
}

#[cfg(any(feature = "cli", feature = "serde"))]
struct Text<T>(fn(&str) -> Result<T, Error>);

#[cfg(any(feature = "cli", feature = "serde"))]
impl<T> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        (self.0)(text).map_err(E::custom)
    }
}
