//! Names of things of the law for people.

use crate::language::Language;

/// A name in the three languages of the tables.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Names {
    /// In English.
    pub en: String,
    /// In Russian.
    pub ru: String,
    /// In Kazakh.
    pub kk: String,
}

impl Names {
    /// The name in this language.
    pub fn say(&self, language: Language) -> &str {
        language.of([&self.en, &self.ru, &self.kk])
    }
}
