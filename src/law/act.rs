//! Acts, and publications that report what is in them.

use crate::language::Language;
use crate::period::Day;
use crate::words::{Message, say, word};

/// An act of the law, or a publication that a value is known from. Each is named once, in `acts.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Act {
    /// The identifier in the tables: `social-code`.
    pub code: String,
    /// Whether it is an act or a publication.
    pub kind: ActKind,
    /// The title: the official one, where it is known.
    pub title: Title,
    /// What a citation shows in place of title, number and date.
    pub short: Option<Title>,
    /// The number; `None` where it is not known, or there is none.
    pub number: Option<String>,
    /// The date; `None` where it is not known, or there is none.
    pub dated: Option<Day>,
    /// The number under which an order is registered by the Ministry of Justice.
    pub registered: Option<String>,
    /// Where it can be read.
    pub url: String,
}

/// Whether something cited is an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActKind {
    /// An act of the law.
    Act,
    /// What reports a value: a fund's, a bank's or a newspaper's publication, or a practice.
    Publication,
}

impl ActKind {
    /// The name in the tables: `act`, `publication`.
    pub fn code(self) -> &'static str {
        match self {
            ActKind::Act => "act",
            ActKind::Publication => "publication",
        }
    }
}

/// A title in the languages in which it is known.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Title {
    /// In Russian.
    pub ru: String,
    /// In Kazakh; `None`: the Russian one stands.
    pub kk: Option<String>,
    /// In English; `None`: the Russian one stands.
    pub en: Option<String>,
}

impl Title {
    /// The title in this language; where it is not known, the Russian one, and that it is Russian.
    pub fn say(&self, language: Language) -> String {
        let known = match language {
            Language::En => self.en.as_ref(),
            Language::Ru => Some(&self.ru),
            Language::Kk => self.kk.as_ref(),
        };
        match known {
            Some(title) => title.clone(),
            None => format!("{} ({})", self.ru, word(language, "title-in-russian")),
        }
    }
}

impl Act {
    /// Title, number and date: `Social Code of the Republic of Kazakhstan No. 224-VII of 20.04.2023`.
    pub fn say(&self, language: Language) -> String {
        let title = self.title.say(language);
        let dated = self.dated.map(dotted);
        let act = match (&self.number, dated) {
            (None, None) => Message::from(title),
            (Some(number), None) => say!("act-numbered", title = title, number = number),
            (None, Some(dated)) => say!("act-dated", title = title, dated = dated),
            (Some(number), Some(dated)) => say!("act-numbered-dated", title = title, number = number, dated = dated),
        };
        match &self.registered {
            Some(number) => say!("act-registered", act = act, number = number).say(language),
            None => act.say(language),
        }
    }

    /// What a citation of it begins with: `Social Code`.
    pub fn name(&self, language: Language) -> String {
        self.short.as_ref().map_or_else(|| self.say(language), |short| short.say(language))
    }
}

/// The day as acts are dated: `20.04.2023`.
fn dotted(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{day:02}.{month:02}.{year:04}")
}
