//! The model of a page: sections of tables, each figure as text that stands in a file of the directories.

use std::ops::Deref;

use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::language::Language;
use crate::law::Citation;
use crate::money::TengeSum;
use crate::words::{say, spaced, word};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// A page.
#[derive(Debug)]
pub(super) struct Page {
    pub language: Language,
    pub title: String,
    /// What made it, of what.
    pub made: String,
    /// That the page holds personal numbers, where it does.
    pub private: String,
    pub facts: Vec<Fact>,
    pub warnings: Vec<Warning>,
    pub sections: Vec<Section>,
    /// The rows of persons with what their cards need, as JSON; empty where the page has none.
    pub persons: String,
}

/// Something that is said of the whole.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fact {
    pub name: String,
    pub value: String,
}

/// Something that is open, and the section that has it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Warning {
    pub text: String,
    pub section: Option<&'static str>,
}

/// A part of the page.
#[derive(Debug, Default)]
pub(super) struct Section {
    pub id: &'static str,
    pub title: String,
    pub lead: Vec<String>,
    pub tables: Vec<Table>,
    /// Whether the persons are looked up here.
    pub has_persons: bool,
}

/// A table, which may be a chart: its second column is bars then, and the others have the same figures as text.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub id: String,
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    pub notes: Vec<String>,
    pub is_bars: bool,
}

#[derive(Debug)]
pub(super) struct Column {
    /// The name of the column in the file.
    pub code: &'static str,
    pub heading: String,
    pub is_number: bool,
}

#[derive(Debug, Default)]
pub(super) struct Row {
    pub cells: Vec<Cell>,
    /// A line between the bars.
    pub is_mark: bool,
}

#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub text: String,
    /// The language of the text where it is known.
    pub language: Option<Language>,
    pub is_number: bool,
    /// Provisions that lead to their acts.
    pub links: Vec<Link>,
    /// The length of a bar, in thousandths of the longest.
    pub share: Option<u32>,
    pub tone: &'static str,
}

/// A text that leads to an address of the web, where it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub text: String,
    pub url: Option<String>,
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), ..Cell::default() }
    }

    /// A text in a language that need not be the page's.
    pub fn text_in(language: Option<Language>, text: impl Into<String>) -> Cell {
        Cell { language, ..Cell::text(text) }
    }

    /// Whether the text is short enough to stand in one line: a month, a day, a code.
    pub fn is_short(&self) -> bool {
        const SHORT: usize = 12;
        self.links.is_empty() && self.text.chars().count() <= SHORT
    }

    /// Whether the text has a word that may be wider than its column on paper: the name of a file, a value of an input.
    pub fn is_long(&self) -> bool {
        const LONG: usize = 20;
        self.text.split_whitespace().any(|word| word.chars().count() > LONG)
    }

    /// An amount, or a number of things.
    pub fn number(text: impl AsRef<str>) -> Cell {
        Cell { text: spaced(text.as_ref()), is_number: true, ..Cell::default() }
    }

    /// The line of a file, as it is typed where a program asks for one.
    pub fn line(number: u64) -> Cell {
        Cell { text: number.to_string(), is_number: true, ..Cell::default() }
    }

    /// A provision that leads to its act.
    pub fn provision(citation: &Citation, language: Language) -> Cell {
        Cell::provisions([citation], language)
    }

    /// Provisions that lead to their acts, each act with its places once.
    pub fn provisions<'a>(citations: impl IntoIterator<Item = &'a Citation>, language: Language) -> Cell {
        let mut links: Vec<Link> = Vec::new();
        for citation in citations {
            for (text, url) in citation.by_act(language) {
                let link = Link { text, url: address(url).map(str::to_owned) };
                if !links.contains(&link) {
                    links.push(link);
                }
            }
        }
        Cell { links, ..Cell::default() }
    }

    /// A bar of so much of the longest.
    pub fn bar(part: i128, longest: i128, tone: &'static str) -> Cell {
        const THOUSANDTHS: i128 = 1000;
        let share = if longest > 0 { (part.max(0).saturating_mul(THOUSANDTHS) / longest).min(THOUSANDTHS) } else { 0 };
        Cell { share: u32::try_from(share).ok(), tone, ..Cell::default() }
    }
}

impl Section {
    pub fn new(id: &'static str, title: &'static str, language: Language) -> Section {
        Section { id, title: word(language, title).to_owned(), ..Section::default() }
    }

    /// Whether all of it is charts, which stand side by side where there is room.
    pub fn is_charts(&self) -> bool {
        self.tables.len() > 1 && self.tables.iter().all(|table| table.is_bars)
    }

    /// Nothing to show: the section is left out.
    pub fn is_empty(&self) -> bool {
        self.tables.is_empty() && self.lead.is_empty()
    }
}

impl Table {
    /// A table of columns by the names that they have in files and the keys of their headings; those whose names begin with
    /// `#` are of numbers.
    pub fn new(
        id: impl Into<String>,
        caption: impl Into<String>,
        heads: &[(&'static str, &'static str)],
        language: Language,
    ) -> Table {
        let column = |&(code, key): &(&'static str, &'static str)| Column {
            code: code.trim_start_matches('#'),
            heading: word(language, key).to_owned(),
            is_number: code.starts_with('#'),
        };
        let columns = heads.iter().map(column).collect();
        Table { id: id.into(), caption: caption.into(), columns, ..Table::default() }
    }

    pub fn push(&mut self, cells: impl Into<Vec<Cell>>) {
        self.rows.push(Row { cells: cells.into(), is_mark: false });
    }

    /// Says how many rows the file has where not all are shown.
    pub fn note_rest(&mut self, all: u64, file: &str, language: Language) {
        let shown = self.rows.len() as u64;
        if shown < all {
            self.notes.push(shown_of(language, shown, all, file));
        }
    }
}

impl Page {
    /// The page as HTML.
    ///
    /// # Errors
    /// None that an input could bring about.
    pub fn html(&self) -> Result<String, Error> {
        #[derive(Template)]
        #[template(path = "page.html")]
        struct Whole<'a> {
            page: Rendered<'a>,
        }
        let policy = format!(
            "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
            digest(STYLE),
            digest(SCRIPT)
        );
        let rendered = Rendered { page: self, generator: generator(), policy, style: STYLE, script: SCRIPT };
        Whole { page: rendered }.render().map_err(|error| Error::defect(error.to_string()))
    }
}

/// A page with what is the same for all.
struct Rendered<'a> {
    page: &'a Page,
    generator: String,
    policy: String,
    style: &'static str,
    script: &'static str,
}

impl Rendered<'_> {
    /// The language of a cell, where it is another than the page's.
    fn other_language(&self, cell: &Cell) -> Option<Language> {
        cell.language.filter(|&language| language != self.page.language)
    }

    fn word(&self, key: &'static str) -> &'static str {
        word(self.page.language, key)
    }
}

impl Deref for Rendered<'_> {
    type Target = Page;

    fn deref(&self) -> &Page {
        self.page
    }
}

/// What a page of this program says in its head that it was made by.
pub(super) fn generator() -> String {
    format!("{} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"))
}

fn digest(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text.as_bytes()))
}

/// What is written in a table of rates is no script: an address of the web, or none.
pub(super) fn address(url: &str) -> Option<&str> {
    Some(url).filter(|url| url.starts_with("https://") || url.starts_with("http://"))
}

/// JSON that may stand between the tags of a script: no `<` can end it, and no line separator is one of a script.
pub(super) fn inline(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// A chart of sums, one below the other: the key of each one's words, the sum, how long its bar is, its tone.
pub(super) fn steps(
    (id, caption): (String, String),
    longest: i128,
    steps: impl IntoIterator<Item = (&'static str, TengeSum, i128, &'static str)>,
    language: Language,
) -> Table {
    let heads = [("step", "report-step"), ("", "report-bar"), ("#sum", "report-sum")];
    let mut table = Table::new(id, caption, &heads, language);
    table.is_bars = true;
    for (key, sum, length, tone) in steps {
        let bar = Cell::bar(length, longest, tone);
        table.push([Cell::text(word(language, key)), bar, Cell::number(sum.to_string())]);
    }
    table
}

/// What belongs to the first directory of its kind as it is, and to a later one with its number.
pub(super) fn numbered(what: &str, number: usize, language: Language) -> String {
    if number == 0 {
        return what.to_owned();
    }
    say!("report-numbered", what = what, number = number + 1).say(language)
}

/// How many of so many are shown.
pub(super) fn shown_of(language: Language, shown: u64, all: u64, file: &str) -> String {
    say!("report-shown-of", shown = shown, all = all, file = file).say_spaced(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_part() {
        assert_eq!(Cell::bar(1, 4, "main").share, Some(250));
        assert_eq!(Cell::bar(-1, 4, "main").share, Some(0));
        assert_eq!(Cell::bar(4, 0, "main").share, Some(0));
        assert_eq!(Cell::bar(5, 4, "main").share, Some(1000));
    }

    #[test]
    fn nothing_that_comes_from_outside_is_markup() {
        let evil = "<script>alert(\"1\")</script>'&";
        let link = Link { text: evil.to_owned(), url: address("javascript:alert(1)").map(str::to_owned) };
        let script = Cell { links: vec![link], ..Cell::default() };
        let page = Page {
            language: Language::Ru,
            title: evil.to_owned(),
            made: evil.to_owned(),
            private: evil.to_owned(),
            facts: vec![Fact { name: evil.to_owned(), value: evil.to_owned() }],
            warnings: vec![Warning { text: evil.to_owned(), section: None }],
            sections: vec![Section {
                id: "x",
                title: evil.to_owned(),
                lead: vec![evil.to_owned()],
                tables: vec![Table {
                    rows: vec![Row { cells: vec![Cell::text(evil), script], is_mark: false }],
                    notes: vec![evil.to_owned()],
                    caption: evil.to_owned(),
                    ..Table::default()
                }],
                has_persons: true,
            }],
            persons: inline(&format!("{{\"a\":\"{}\"}}", "</script><script>alert(1)</script>")),
        };
        let html = page.html().unwrap();
        let own = html.matches("<script").count();
        assert_eq!(own, 2, "the data and the page's own");
        assert!(!html.contains("javascript:") && !html.contains("<script>alert"));
        assert!(html.contains("&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;&#39;&#38;"));
    }
}
