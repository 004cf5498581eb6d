//! Values as texts for serde: written as they are shown, read by their own strict grammar and from nothing but a text.
//!
//! A number of JSON, or a field that a reader takes for a number, never reaches an amount: it would have passed a float.

use std::fmt;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::Error;
use crate::money::{Tenge, TengeSum};
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::rate::Rate;
use crate::reject::Reject;
#[cfg(feature = "cli")]
use crate::settlement::breaks::BreakKind;
use crate::withholding::limit::OverLimit;

/// Lets serde write these types by `Display` and read them by `FromStr`.
macro_rules! as_text {
    ($($type:ty),*) => {$(
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                crate::as_text::read(deserializer, str::parse)
            }
        }
    )*};
}

pub(crate) use as_text;

as_text!(TengeSum, Day, Month, Iin, Payment, Rate, OverLimit, Reject);
#[cfg(feature = "cli")]
as_text!(BreakKind);

impl Serialize for Tenge {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// By the grammar of [`Tenge::parse`], and as large as an amount of a register can be.
impl<'de> Deserialize<'de> for Tenge {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tenge, D::Error> {
        read(deserializer, Tenge::of_any_size)
    }
}

/// The value that a text is.
pub(crate) fn read<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    parse: fn(&str) -> Result<T, Error>,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(Text(parse))
}

struct Text<T>(fn(&str) -> Result<T, Error>);

impl<T> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        (self.0)(text).map_err(E::custom)
    }
}
