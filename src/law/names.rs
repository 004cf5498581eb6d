//! Names of things of the law for people.

use super::tables::table::Entry;
use crate::error::Error;

/// A name in the three languages of the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Names {
    /// In English.
    pub en: String,
    /// In Russian.
    pub ru: String,
    /// In Kazakh.
    pub kk: String,
}

/// The names under `en`, `ru` and `kk`.
pub(super) fn names(entry: &mut Entry<'_>) -> Result<Names, Error> {
    let mut name = |language| entry.text(language).map(|text| text.value.into_owned());
    Ok(Names { en: name("en")?, ru: name("ru")?, kk: name("kk")? })
}
