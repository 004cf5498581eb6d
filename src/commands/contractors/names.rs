//! Names and birth dates of contractors.

use std::path::Path;

use hashbrown::HashMap;

use crate::commands::contractors::doubts::{self, Doubt};
use crate::commands::contractors::rejects::RowRejects;
use crate::commands::texts::Texts;
use crate::error::Error;
use crate::hash::FixedHash;
use crate::language::Language;
use crate::law::Law;
use crate::output::file::OutputFile;
use crate::period::Day;
use crate::person::Iin;
use crate::reading::contractors::{BIRTH_DATE, COLUMNS, GIVEN_NAME, IIN, NAME, PATRONYMIC, SURNAME};
use crate::reading::fault::Fault;
use crate::reading::header::Header;
use crate::reading::header::headings::Kind;
use crate::reading::input::{Input, ReadFile};
use crate::reading::operations::{calendar_day, iin};
use crate::reading::progress::Progress;
use crate::reading::rows::Row;
use crate::reject::Reject;
use crate::run::rejected::RejectedByCode;

/// The columns whose texts are kept.
const TEXTS: [usize; 4] = [SURNAME, GIVEN_NAME, PATRONYMIC, NAME];

/// What the contractors files say about persons.
#[derive(Debug, Default)]
pub(crate) struct Names {
    persons: HashMap<u64, Known, FixedHash>,
    /// Surname, given name, patronymic and name of each person.
    texts: Texts,
}

#[derive(Debug, Clone, Copy, Default)]
struct Known {
    /// By what his texts are found.
    texts: u32,
    birth_date: Option<Day>,
    /// The columns, by number, that rows contradict each other in.
    contradicted: [bool; NAME + 1],
}

impl Known {
    /// Those of these columns that are missing, joined by `|`; with `-contradicts` behind one that rows do not agree in.
    fn missing(&self, asked: &[(usize, bool)]) -> String {
        let of = |&(column, is_missing): &(usize, bool)| {
            let name = COLUMNS.get(column)?;
            // Of several birth dates one is taken, which is a doubt.
            match (is_missing, self.contradicted[column] && column != BIRTH_DATE) {
                (true, _) => Some((*name).to_owned()),
                (false, true) => Some(format!("{name}-contradicts")),
                (false, false) => None,
            }
        };
        asked.iter().filter_map(of).collect::<Vec<_>>().join("|")
    }
}

/// A person as a list names him.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Person<'a> {
    pub surname: &'a str,
    pub given_name: &'a str,
    pub patronymic: &'a str,
    /// By law a list needs none.
    pub birth_date: Option<Day>,
}

/// What a list asks for beside surname and given name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    pub birth_date: bool,
    /// Names that a bank takes, of so many letters at most.
    pub fit_bank: Option<usize>,
}

/// Why a person cannot be named in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unnamed {
    /// The columns that are missing, joined by `|`; with `-contradicts` behind one that his rows do not agree in.
    Missing(String),
    /// A name has characters that a bank refuses, or too many, or was read in another encoding.
    NotFit,
}

impl Unnamed {
    /// The text in `unlisted.csv`.
    pub fn missing(&self) -> &str {
        match self {
            Unnamed::Missing(columns) => columns,
            Unnamed::NotFit => "name-not-fit",
        }
    }
}

impl Names {
    /// The person, or why he cannot be named.
    pub fn person(&self, iin: Iin, asked: Asked) -> Result<Person<'_>, Unnamed> {
        let known = self.known(iin);
        let [surname, given_name, patronymic, _] = self.texts(&known);
        let missing = known.missing(&[
            (SURNAME, surname.is_empty()),
            (GIVEN_NAME, given_name.is_empty()),
            (PATRONYMIC, false),
            (BIRTH_DATE, asked.birth_date && known.birth_date.is_none()),
        ]);
        if !missing.is_empty() {
            return Err(Unnamed::Missing(missing));
        }
        let fits = |name: &str, most| doubts::fits_bank(name) && name.chars().count() <= most;
        if asked.fit_bank.is_some_and(|most| ![surname, given_name, patronymic].iter().all(|name| fits(name, most))) {
            return Err(Unnamed::NotFit);
        }
        Ok(Person { surname, given_name, patronymic, birth_date: known.birth_date })
    }

    /// The person as a statement names him, in one line: his `name`, else his other names. What is missing of it is
    /// told as [`Unnamed::missing`] tells it, and is empty where nothing is.
    pub fn in_statement(&self, iin: Iin) -> (String, String) {
        let known = self.known(iin);
        let [surname, given_name, patronymic, name] = self.texts(&known);
        if !name.is_empty() {
            return (name.to_owned(), known.missing(&[(NAME, false)]));
        }
        let mut text = String::new();
        for part in [surname, given_name, patronymic].into_iter().filter(|part| !part.is_empty()) {
            text += if text.is_empty() { "" } else { " " };
            text += part;
        }
        let asked = [(SURNAME, surname.is_empty()), (GIVEN_NAME, given_name.is_empty()), (PATRONYMIC, false)];
        (text, known.missing(&asked))
    }

    /// The doubts about what a statement names the person by, and about his birth date, with their columns.
    pub fn doubts_in_statement(&self, iin: Iin) -> impl Iterator<Item = (&'static str, Doubt)> {
        let column = |number: usize| COLUMNS.get(number).copied().unwrap_or_default();
        let [.., name] = self.texts(&self.known(iin));
        let of_name = doubts::of_name(name).map(move |doubt| (column(NAME), doubt));
        let is_named = !name.is_empty();
        of_name.chain(self.doubts(iin).filter(move |(of, _)| !is_named || *of == column(BIRTH_DATE)))
    }

    /// The doubts about the person's names and birth date, with their columns.
    pub fn doubts(&self, iin: Iin) -> impl Iterator<Item = (&'static str, Doubt)> {
        let known = self.known(iin);
        let column = |number: usize| COLUMNS.get(number).copied().unwrap_or_default();
        let [surname, given_name, patronymic, _] = self.texts(&known);
        let names = (SURNAME..).zip([surname, given_name, patronymic]);
        let of_names =
            names.flat_map(move |(number, name)| doubts::of_name(name).map(move |doubt| (column(number), doubt)));
        let contradicts = known.contradicted[BIRTH_DATE].then_some(Doubt::BirthDateContradicts);
        let of_birth = known.birth_date.and_then(doubts::of_birth_date).into_iter().chain(contradicts);
        of_names.chain(of_birth.map(move |doubt| (column(BIRTH_DATE), doubt)))
    }

    /// What stands in the person's column.
    pub fn value(&self, iin: Iin, column: &str) -> String {
        let known = self.known(iin);
        match COLUMNS.iter().position(|&name| name == column) {
            Some(BIRTH_DATE) => known.birth_date.map(|day| day.to_string()).unwrap_or_default(),
            at => {
                let text = TEXTS.iter().position(|&column| Some(column) == at);
                text.and_then(|text| self.texts(&known).get(text).copied()).unwrap_or_default().to_owned()
            }
        }
    }

    fn known(&self, iin: Iin) -> Known {
        self.persons.get(&iin.number()).copied().unwrap_or_default()
    }

    /// In the order of [`TEXTS`].
    fn texts(&self, known: &Known) -> [&str; TEXTS.len()] {
        self.texts.of(known.texts)
    }

    /// Takes a row of a contractors file; regimes are none of its business. Whether the person's number got its zeros back,
    /// and why the row is rejected where it is: one with a bad birth date names him all the same.
    fn take(&mut self, row: &Row<'_>) -> Result<(bool, Option<Fault>), Error> {
        match person(row) {
            Ok(((iin, is_restored), texts, birth_date)) => {
                self.add(iin, &texts, birth_date.ok().flatten())?;
                Ok((is_restored, birth_date.err()))
            }
            Err(fault) => Ok((false, Some(fault))),
        }
    }

    /// Adds a row: what it tells completes what is known already, and contradicts it where that is something else. Of
    /// names that differ in case alone the first is kept.
    fn add(&mut self, iin: Iin, texts: &[String; TEXTS.len()], birth_date: Option<Day>) -> Result<(), Error> {
        let mut known = self.known(iin);
        let kept = self.texts(&known);
        let mut completed = false;
        for ((column, new), kept) in TEXTS.into_iter().zip(texts).zip(kept) {
            completed |= kept.is_empty() && !new.is_empty();
            let differs =
                !kept.is_empty() && !new.is_empty() && kept != *new && kept.to_lowercase() != new.to_lowercase();
            known.contradicted[column] |= differs;
        }
        if completed {
            let all: [String; TEXTS.len()] =
                std::array::from_fn(|at| if kept[at].is_empty() { &texts[at] } else { kept[at] }.to_owned());
            known.texts = self.texts.put(all.each_ref().map(String::as_str))?;
        }
        known.contradicted[BIRTH_DATE] |= known.birth_date.zip(birth_date).is_some_and(|(one, other)| one != other);
        // Of several the earliest, in whatever order they stand.
        known.birth_date = known.birth_date.into_iter().chain(birth_date).min();
        self.persons.insert(iin.number(), known);
        Ok(())
    }
}

/// Contractors files to read names from.
pub(crate) struct NameFiles<'a> {
    pub law: &'a Law,
    pub files: &'a [Input],
    pub header: &'a Header,
    /// The language of the sentences in `rejects.csv`.
    pub sentences: Language,
}

/// What contractors files came to.
pub(crate) struct ReadNames {
    pub names: Names,
    pub files: Vec<ReadFile>,
    pub rejected: RejectedByCode<Reject>,
    /// `rejects.csv`, to which more may be added.
    pub rejects: OutputFile,
}

impl NameFiles<'_> {
    /// Reads all, and writes `rejects.csv` into the directory.
    pub fn read(&self, dir: &Path, progress: &Progress) -> Result<ReadNames, Error> {
        let (mut names, mut files) = (Names::default(), Vec::new());
        let mut rejects = RowRejects::create(dir, self.law, self.sentences)?;
        for input in self.files {
            let file = rejects.read((Kind::Contractors, &COLUMNS), (input, self.header), |row| names.take(row))?;
            progress.read(file.digested.bytes);
            files.push(file);
        }
        Ok(ReadNames { names, files, rejected: rejects.counts, rejects: rejects.file })
    }
}

/// Whose row it is, and whether his number got its zeros back; his names and his birth date.
type Read = ((Iin, bool), [String; TEXTS.len()], Result<Option<Day>, Fault>);

fn person(row: &Row<'_>) -> Result<Read, Fault> {
    if let Some(reason) = row.fault() {
        return Err(Fault::row(reason));
    }
    let iin = iin(row, IIN, row.zeros())?;
    // A name of nothing but blanks, those included that no line breaks at, is none.
    let text = |column: usize| {
        let text = String::from_utf8_lossy(&row.text(column).unwrap_or_default()).into_owned();
        if text.trim().is_empty() { String::new() } else { text }
    };
    let birth_date = calendar_day(row, BIRTH_DATE);
    Ok((iin, TEXTS.map(text), birth_date))
}
