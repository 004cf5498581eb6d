//! The languages that people are spoken to in.

use std::fmt;

/// A language of sentences: English, Russian or Kazakh.
///
/// Codes, names of columns, amounts and days are the same in each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, in which files speak where nothing else is asked for.
    #[default]
    En,
    /// Russian.
    Ru,
    /// Kazakh.
    Kk,
}

impl Language {
    /// All three.
    pub const ALL: [Language; 3] = [Language::En, Language::Ru, Language::Kk];

    /// The code: `en`, `ru`, `kk`.
    pub fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Ru => "ru",
            Language::Kk => "kk",
        }
    }

    /// The language of this code.
    pub fn of_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The one of three texts that is in this language.
    pub(crate) fn of<T>(self, [en, ru, kk]: [T; 3]) -> T {
        match self {
            Language::En => en,
            Language::Ru => ru,
            Language::Kk => kk,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}
