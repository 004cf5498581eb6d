//! Names and birth dates of contractors.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use crate::batch::status::{Reject, RejectCounts};
use crate::calculation::facts::read_rows;
use crate::error::{Error, ErrorKind};
use crate::period::Day;
use crate::person::Iin;
use crate::reading::blocks::{Digested, Input};
use crate::reading::contractors::{COLUMNS, header};
use crate::reading::operations::{day_or_empty, iin};
use crate::reading::rejects::Fault;
use crate::reading::rows::Row;
use crate::reading::text::Encoding;
use crate::register::csv::reject_row;
use crate::register::output::OutputFile;

const IIN: usize = 0;
const SURNAME: usize = 1;
const GIVEN_NAME: usize = 2;
const PATRONYMIC: usize = 3;
const BIRTH_DATE: usize = 4;

/// What the contractors files say about persons.
#[derive(Debug, Default)]
pub(crate) struct Names {
    persons: HashMap<u64, Known, FixedState>,
    /// Surname, given name and patronymic of each person one after another.
    texts: String,
}

#[derive(Debug, Clone, Copy, Default)]
struct Known {
    at: usize,
    lengths: [u32; 3],
    birth_date: Option<Day>,
}

/// A person as a list names him.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Person<'a> {
    pub surname: &'a str,
    pub given_name: &'a str,
    pub patronymic: &'a str,
    pub birth_date: Day,
}

impl Names {
    /// The person, or the columns that are missing to name him, joined by `|`.
    pub fn person(&self, iin: Iin) -> Result<Person<'_>, String> {
        let known = self.persons.get(&iin.number()).copied().unwrap_or_default();
        let mut at = known.at;
        let [surname, given_name, patronymic] = known.lengths.map(|length| {
            let text = self.texts.get(at..at + length as usize).unwrap_or_default();
            at += length as usize;
            text
        });
        let missing: Vec<&str> = [
            (SURNAME, surname.is_empty()),
            (GIVEN_NAME, given_name.is_empty()),
            (BIRTH_DATE, known.birth_date.is_none()),
        ]
        .into_iter()
        .filter(|&(_, is_missing)| is_missing)
        .filter_map(|(column, _)| COLUMNS.get(column).copied())
        .collect();
        match known.birth_date {
            Some(birth_date) if missing.is_empty() => Ok(Person { surname, given_name, patronymic, birth_date }),
            _ => Err(missing.join("|")),
        }
    }

    /// Of a person's rows the first that has surname and given name gives the name, the first that has a birth date gives
    /// that.
    fn add(&mut self, iin: Iin, names: [&str; 3], birth_date: Option<Day>) {
        let known = self.persons.entry(iin.number()).or_default();
        known.birth_date = known.birth_date.or(birth_date);
        let has_name = |lengths: [usize; 3]| lengths[0] > 0 && lengths[1] > 0;
        let lengths = names.map(str::len);
        let known_lengths = known.lengths.map(|length| length as usize);
        let better = has_name(lengths) || known_lengths == [0; 3];
        if !has_name(known_lengths) && better {
            known.at = self.texts.len();
            // A record has at most 1 MiB.
            known.lengths = lengths.map(|length| length as u32);
            names.iter().for_each(|name| self.texts.push_str(name));
        }
    }
}

/// Rows of contractors files that name nobody.
pub(crate) struct NameRejects {
    pub file: OutputFile,
    pub counts: RejectCounts,
}

/// Reads the names of one contractors file; regimes are none of its business.
pub(crate) fn read(
    input: &Input,
    encoding: Encoding,
    names: &mut Names,
    rejects: &mut NameRejects,
) -> Result<(Digested, u64), Error> {
    let name = input.name();
    read_rows(input, &header(encoding), |row| {
        match person(row, encoding) {
            Ok((iin, texts, birth_date)) => {
                let [surname, given_name, patronymic] = &texts;
                names.add(iin, [surname, given_name, patronymic], birth_date.ok().flatten());
                if let Err(fault) = birth_date {
                    reject(row, &name, fault, encoding, rejects)?;
                }
            }
            Err(fault) => reject(row, &name, fault, encoding, rejects)?,
        }
        if names.texts.len() > u32::MAX as usize * 4 {
            return Err(Error::new(ErrorKind::Memory, "the names of the contractors are more than 16 GiB"));
        }
        Ok(())
    })
}

type Read = (Iin, [String; 3], Result<Option<Day>, Fault>);

fn person(row: &Row<'_>, encoding: Encoding) -> Result<Read, Fault> {
    let is_text = |column: usize| encoding.text(&row.field(column).value()).is_some();
    if row.is_malformed || !(0..COLUMNS.len()).all(is_text) {
        return Err(Fault::row(Reject::MalformedRow));
    }
    let iin = iin(&row.field(IIN).trimmed(), IIN)?;
    let text = |column: usize| encoding.lossy(&row.field(column).trimmed()).into_owned();
    let birth_date = day_or_empty(&row.field(BIRTH_DATE).trimmed(), BIRTH_DATE);
    Ok((iin, [text(SURNAME), text(GIVEN_NAME), text(PATRONYMIC)], birth_date))
}

fn reject(row: &Row<'_>, name: &str, fault: Fault, encoding: Encoding, rejects: &mut NameRejects) -> Result<(), Error> {
    let (field, value) = match fault.column {
        Some(column) => (COLUMNS.get(column).copied().unwrap_or_default(), row.field(column).value()),
        None => ("", Default::default()),
    };
    let value = encoding.lossy(&value);
    let mut end = value.len().min(1024);
    while !value.is_char_boundary(end) {
        end -= 1;
    }
    rejects.counts.count(fault.reject);
    let mut bytes = Vec::new();
    reject_row(name, row.line, fault.reject, field, &value[..end], &mut bytes);
    rejects.file.write(&bytes, 1)
}
