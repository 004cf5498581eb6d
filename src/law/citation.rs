//! What a value of the law rests on.

use std::fmt;
use std::sync::Arc;

use crate::as_text::coded;
use crate::language::Language;
use crate::law::act::{Act, ActKind};
use crate::law::names::Names;
use crate::words::{Message, say, word};

/// The provisions behind a value, and how well it is founded.
///
/// ```
/// use ustap::{Language, Law};
///
/// let law = Law::builtin()?;
/// let so = law.due_on(law.regime_id("self-employed")?, ustap::Payment::So, "2026-08".parse()?);
/// let citation = so.ok_or("no deadline")?.citation;
/// assert_eq!(citation.to_string(), "Social Code, art. 246(1)");
/// assert_eq!(citation.say(Language::Ru), "Социальный кодекс, ст. 246, п. 1");
/// assert_eq!(citation.url(), "https://adilet.zan.kz/rus/docs/K2300000224");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Citation {
    /// Where it stands: at least one place.
    provisions: Vec<Provision>,
    /// How well the value is founded.
    pub basis: Basis,
    /// The reasoning, or what else is to be known.
    pub note: Option<Note>,
}

/// A place in an act.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Provision {
    /// The act, or the publication.
    pub act: Arc<Act>,
    /// The year of the edition, where it is not the one in force now; of a publication its year.
    pub edition: Option<String>,
    /// What is annexed to the act.
    pub annex: Option<Annex>,
    /// The article: `102-1`.
    pub article: Option<String>,
    /// The point: `2`, or some: `3–4`.
    pub point: Option<String>,
    /// The subpoint: `22-1`, or some: `2–4`.
    pub subpoint: Option<String>,
    /// The part, which is what a point without numbers below it is made of: `5`.
    pub part: Option<String>,
    /// What it says of the value, where the place alone does not tell: `men 63`.
    pub says: Option<Names>,
}

/// What is annexed to an act.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Annex {
    /// The rules that an order approves.
    Rules,
    /// The annex of this number.
    Number(String),
}

impl Annex {
    /// The name in the tables: `rules`, `2`.
    pub fn code(&self) -> &str {
        match self {
            Annex::Rules => "rules",
            Annex::Number(number) => number,
        }
    }
}

/// A note, in Russian and English. In Kazakh it is shown in Russian.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Note {
    /// In English.
    pub en: String,
    /// In Russian.
    pub ru: String,
}

impl Note {
    /// The note in this language; in Kazakh the Russian one.
    pub fn say(&self, language: Language) -> &str {
        self.said(language).0
    }

    /// The note as it is shown in this language, and the language that it is in.
    pub fn said(&self, language: Language) -> (&str, Language) {
        match language {
            Language::En => (&self.en, Language::En),
            Language::Ru | Language::Kk => (&self.ru, Language::Ru),
        }
    }
}

impl Citation {
    /// A citation of these places; `None` where there is none.
    pub fn new(provisions: Vec<Provision>, basis: Basis, note: Option<Note>) -> Option<Citation> {
        (!provisions.is_empty()).then_some(Citation { provisions, basis, note })
    }

    /// The places, of which there is at least one.
    pub fn provisions(&self) -> &[Provision] {
        &self.provisions
    }

    /// The acts cited, each once.
    pub fn acts(&self) -> Vec<&Act> {
        let mut acts = Vec::<&Act>::new();
        for provision in &self.provisions {
            if !acts.iter().any(|act| act.code == provision.act.code) {
                acts.push(&provision.act);
            }
        }
        acts
    }

    /// Where the first act cited can be read.
    pub fn url(&self) -> &str {
        self.provisions.first().map_or("", |provision| &provision.act.url)
    }

    /// Acts and places: `Social Code, art. 102-1(4), 251(2)`.
    pub fn say(&self, language: Language) -> String {
        self.by_act(language).map(|(text, _)| text).collect::<Vec<_>>().join("; ")
    }

    /// The same with how well it is founded: `Social Code, art. 102-1(4) [quoted]`.
    pub fn with_basis(&self, language: Language) -> String {
        format!("{} [{}]", self.say(language), self.basis.say(language))
    }

    /// Each act with its places, and where it can be read.
    pub fn by_act(&self, language: Language) -> impl Iterator<Item = (String, &str)> {
        let together = |one: &Provision, next: &Provision| {
            (&one.act.code, &one.edition, &one.annex) == (&next.act.code, &next.edition, &next.annex)
        };
        let of_acts = self.provisions.chunk_by(together);
        of_acts.filter_map(move |places| Some((of_act(places, language), places.first()?.act.url.as_str())))
    }
}

/// In English.
impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.say(Language::En))
    }
}

/// The places of one act, after its name.
fn of_act(provisions: &[Provision], language: Language) -> String {
    let Some(first) = provisions.first() else { return String::new() };
    let mut text = first.act.name(language);
    let year = first.edition.as_deref().unwrap_or_default();
    let is_old = first.edition.is_some();
    let annex = match &first.annex {
        Some(Annex::Rules) if is_old => Some(say!("cite-rules-of", year = year)),
        Some(Annex::Rules) => Some(say!("cite-rules")),
        Some(Annex::Number(number)) => Some(say!("cite-annex", number = number)),
        None => None,
    };
    if let Some(annex) = annex {
        text += ", ";
        text += &annex.say(language);
    }
    let places: Vec<String> = match language {
        Language::En => in_english(provisions),
        Language::Ru | Language::Kk => provisions.iter().map(|provision| provision.in_words(language)).collect(),
    };
    for place in places.iter().filter(|place| !place.is_empty()) {
        text += ", ";
        text += place;
    }
    if is_old && first.act.kind == ActKind::Publication {
        text += &format!(", {year}");
    } else if is_old && first.annex != Some(Annex::Rules) {
        text += " ";
        text += &say!("cite-edition", year = year).say(language);
    }
    for says in provisions.iter().filter_map(|provision| provision.says.as_ref()) {
        text += ": ";
        text += says.say(language);
    }
    text
}

/// `art. 102-1(4)`, `251(2)`; `points 13–14`, `15(1)`: what the places are is said before the first of a kind.
fn in_english(provisions: &[Provision]) -> Vec<String> {
    let kind = |one: &Provision, next: &Provision| one.article.is_some() == next.article.is_some();
    let mut places = Vec::new();
    for alike in provisions.chunk_by(kind) {
        let several = alike.len() > 1 || alike.iter().any(|place| place.point.as_deref().is_some_and(is_range));
        for (number, place) in alike.iter().enumerate() {
            let (of, inner) = match (&place.article, &place.point) {
                (Some(article), point) => (article, point.as_ref()),
                (None, Some(point)) => (point, None),
                (None, None) => continue,
            };
            let place_of = match (number, &place.article) {
                (0, Some(_)) => say!("cite-article", number = of),
                (0, None) if several => say!("cite-points", number = of),
                (0, None) => say!("cite-point", number = of),
                _ => Message::from(of.as_str()),
            };
            let mut text = place_of.say(Language::En);
            for each in [inner, place.subpoint.as_ref(), place.part.as_ref()].into_iter().flatten() {
                text += &ends(each).map(|end| format!("({end})")).collect::<Vec<_>>().join("–");
            }
            places.push(text);
        }
    }
    places
}

impl Provision {
    /// `ст. 28, п. 7, подп. 2)–4)`; `28-бап, 7-тармақ, 2)–4) тармақшалар`.
    fn in_words(&self, language: Language) -> String {
        let article = self.article.as_ref().map(|number| say!("cite-article", number = number));
        let point = self.point.as_ref().map(|number| match is_range(number) {
            true => say!("cite-points", number = number),
            false => say!("cite-point", number = number),
        });
        let subpoint = self.subpoint.as_ref().map(|number| match is_range(number) {
            true => say!("cite-subpoints", number = bracketed(number)),
            false => say!("cite-subpoint", number = bracketed(number)),
        });
        let part = self.part.as_ref().map(|number| say!("cite-part", number = number));
        let parts = [article, point, subpoint, part].into_iter().flatten();
        parts.map(|part| part.say(language)).collect::<Vec<_>>().join(", ")
    }
}

/// What stands between the two ends of some.
const RANGE: char = '–';

fn is_range(number: &str) -> bool {
    number.contains(RANGE)
}

fn ends(number: &str) -> impl Iterator<Item = &str> {
    number.split(RANGE)
}

/// `2)`, `2)–4)`.
fn bracketed(number: &str) -> String {
    ends(number).map(|end| format!("{end})")).collect::<Vec<_>>().join("–")
}

/// How well a value is founded, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
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

    /// The word for people; in English the name in the tables.
    pub fn say(self, language: Language) -> &'static str {
        let key = match self {
            Basis::Quoted => "basis-quoted",
            Basis::Secondary => "basis-secondary",
            Basis::Inferred => "basis-inferred",
            Basis::Unverified => "basis-unverified",
        };
        word(language, key)
    }

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

coded!(Basis::code, say!("what-basis"));
