//! What was said about columns and files as a whole: other headings, headings to pass over, files that were given.

use crate::error::{Error, ErrorKind};
use crate::person::Iin;
use crate::reading::header::headings::{Kind, fold};
use crate::reading::input::{Digested, ReadFile};
use crate::words::{Message, say};

/// What was said about the columns of all inputs, and about the ИИН in them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Mapping {
    pub columns: Vec<Mapped>,
    /// Headings that are not read.
    pub ignored: Vec<String>,
    pub zeros: Zeros,
    pub named_by: NamedBy,
}

/// What gives a column the heading that it has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum NamedBy {
    /// `--column` of the command line.
    #[default]
    Option,
    /// `columns` of a host program.
    Argument,
    /// This program, which wrote the table: nothing gives its columns other names.
    Program,
}

impl NamedBy {
    /// The error for what was said of columns and cannot be; of the command line with this hint.
    pub fn refuse(self, fault: Message, hint: Message) -> Error {
        let error = match self {
            NamedBy::Option => Error::new(ErrorKind::Usage, say!("column-option", fault = fault)),
            NamedBy::Argument | NamedBy::Program => {
                Error::new(ErrorKind::Input, say!("columns-argument", fault = fault))
            }
        };
        error.with_hint(self.hint(hint))
    }

    /// As it is typed.
    pub fn code(self) -> &'static str {
        match self {
            NamedBy::Option => "--column",
            NamedBy::Argument | NamedBy::Program => "`columns`",
        }
    }

    /// This hint, which names options of the command line, or the one of a host program, which has none.
    pub fn hint(self, of_option: Message) -> Message {
        match self {
            NamedBy::Option => of_option,
            NamedBy::Argument => say!("embedded-columns-hint"),
            NamedBy::Program => say!("embedded-after-columns-hint"),
        }
    }
}

/// Whether an ИИН that has lost its leading zeros gets them back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Zeros {
    #[default]
    AsTheyStand,
    Restored,
}

impl Zeros {
    /// As `--restore-zeros` asks.
    pub fn asked(restore: bool) -> Zeros {
        if restore { Zeros::Restored } else { Zeros::AsTheyStand }
    }

    pub fn are_restored(self) -> bool {
        self == Zeros::Restored
    }

    /// The ИИН of this text, and whether it got its zeros back.
    pub fn iin(self, text: &[u8]) -> Option<(Iin, bool)> {
        if let Ok(iin) = Iin::parse(text) {
            return Some((iin, false));
        }
        Iin::with_zeros_restored(text).filter(|_| self.are_restored()).map(|iin| (iin, true))
    }
}

/// A column that has another heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mapped {
    pub table: Kind,
    /// The column's name.
    pub column: String,
    /// The heading as it was typed.
    pub heading: String,
}

impl Mapping {
    /// The columns of this table that have another heading.
    pub fn of(&self, table: Kind) -> impl Iterator<Item = &Mapped> {
        self.columns.iter().filter(move |mapped| mapped.table == table)
    }

    /// What options say of this table alone, name by heading, as receipts have it.
    pub fn headings(&self, table: Kind) -> impl Iterator<Item = (String, String)> {
        self.of(table).map(|mapped| (mapped.column.clone(), mapped.heading.clone()))
    }

    /// What options say, name by heading, as receipts have it: the columns of this table without its name before them.
    pub fn named(&self, first: Kind) -> impl Iterator<Item = (String, String)> {
        let name = move |Mapped { table, column, .. }: &Mapped| match *table == first {
            true => column.clone(),
            false => format!("{}.{column}", table.code()),
        };
        self.columns.iter().map(move |mapped| (name(mapped), mapped.heading.clone()))
    }

    /// The mapping of a receipt, as [`Mapping::named`] gives it.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where a table is unknown.
    pub fn from_named(first: Kind, columns: &[(String, String)], ignored: Vec<String>) -> Result<Mapping, Error> {
        let mapped = |(name, heading): &(String, String)| {
            let (table, column) = match name.split_once('.') {
                Some((code, column)) => (code.parse()?, column),
                None => (first, name.as_str()),
            };
            Ok(Mapped { table, column: column.to_owned(), heading: heading.clone() })
        };
        Ok(Mapping {
            columns: columns.iter().map(mapped).collect::<Result<_, Error>>()?,
            ignored,
            ..Mapping::default()
        })
    }

    /// The headings to pass over that this input has.
    pub fn ignored_of(&self, input: &Digested) -> impl Iterator<Item = &String> {
        self.ignored.iter().filter(|heading| is_unread(input, heading))
    }

    /// Refuses inputs of which one was given twice as the same kind, and headings that no input has.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] with both files, kind [`ErrorKind::Usage`] with the heading.
    pub fn check<'a>(&self, inputs: impl IntoIterator<Item = &'a ReadFile> + Clone) -> Result<(), Error> {
        refuse_twice(|| inputs.clone().into_iter().map(|file| ((), file)), |(), ()| false)?;
        self.check_headings(inputs)
    }

    /// Refuses headings that no input has.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Usage`] with the heading.
    pub fn check_headings<'a>(&self, inputs: impl IntoIterator<Item = &'a ReadFile> + Clone) -> Result<(), Error> {
        let all = || inputs.clone().into_iter();
        let is_passed = |heading: &&String| all().any(|file| is_unread(&file.digested, heading));
        if let Some(heading) = self.ignored.iter().find(|heading| !is_passed(heading)) {
            let message = say!("ignored-heading-unknown", heading = heading);
            return Err(Error::new(ErrorKind::Usage, message).with_hint(say!("heading-unknown-hint")));
        }
        let is_there = |mapped: &&Mapped| {
            let heading = fold(&mapped.heading);
            all().any(|file| file.kind == mapped.table && file.digested.seen.mapped.contains(&heading))
        };
        if let Some(Mapped { table, column, heading }) = self.columns.iter().find(|mapped| !is_there(mapped)) {
            let column = format!("{}.{column}", table.code());
            let message = say!("mapped-heading-unknown", column = column, heading = heading);
            return Err(Error::new(ErrorKind::Usage, message).with_hint(say!("heading-unknown-hint")));
        }
        Ok(())
    }
}

fn is_unread(input: &Digested, heading: &str) -> bool {
    let heading = fold(heading);
    input.seen.unread.iter().any(|unread| fold(&unread.to_string()) == heading)
}

/// Refuses inputs of which one was given twice as the same kind, but for two that are alike with reason.
///
/// # Errors
/// Kind [`ErrorKind::Input`] with both files.
pub(crate) fn refuse_twice<'a, T: Copy, I: Iterator<Item = (T, &'a ReadFile)>>(
    inputs: impl Fn() -> I,
    are_alike: impl Fn(T, T) -> bool,
) -> Result<(), Error> {
    for (number, (from, ReadFile { kind, digested, rows })) in inputs().enumerate() {
        let is_same = |(other, before): &(T, &ReadFile)| {
            before.kind == *kind
                && before.digested.sha256 == digested.sha256
                && before.digested.sheet == digested.sheet
                && !are_alike(*other, from)
        };
        if *rows > 0
            && let Some((_, before)) = inputs().take(number).find(is_same)
        {
            let message = say!("input-twice", path = before.digested.path.clone());
            return Err(Error::new(ErrorKind::Input, message)
                .in_file(digested.path.clone())
                .with_hint(say!("input-twice-hint")));
        }
    }
    Ok(())
}
