//! The header of a file: which delimiter it has and where the columns are.

mod again;
pub(crate) mod below;
pub(crate) mod expected;
mod first_line;
pub(crate) mod foreign;
pub(crate) mod found;
pub(crate) mod headings;
pub(crate) mod mapping;
mod missing;
pub(crate) mod near;
pub(crate) mod seen;
mod tried;
pub(crate) mod unit;

use crate::error::{Error, ErrorKind};
use crate::reading::cut;
use crate::reading::encoding::{Encoding, MARK};
use crate::reading::header::below::Below;
use crate::reading::header::expected::Column;
use crate::reading::header::first_line::{DELIMITERS, named_delimiter};
use crate::reading::header::foreign::foreign;
use crate::reading::header::found::{Found, FoundColumns};
use crate::reading::header::headings::{Kind, fold, words};
use crate::reading::header::mapping::{Mapping, NamedBy, Zeros};
use crate::reading::header::missing::{Expected, few, lacking, way_out};
use crate::reading::header::near::{resemblance, ways_out};
use crate::reading::header::seen::{OtherSheet, Seen, listed};
use crate::reading::header::tried::{Attempt, Tried};
use crate::reading::header::unit::says_thousands;
use crate::reading::rows::{Fields, Rows, Split};
use crate::shown::shown;
use crate::words::{Message, say};

/// What is expected of a file's header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Header {
    columns: Vec<Column>,
    /// The number of the column with the ИИН; of a table without one, that of the first.
    person: usize,
    encoding: Encoding,
    /// The kind of file; none of a file that the program has written itself.
    table: Option<Kind>,
    /// Folded headings that are not read.
    ignored: Vec<String>,
    /// The option that names the encoding.
    encoding_option: &'static str,
    zeros: Zeros,
    named_by: NamedBy,
}

/// Records that are looked at for a header below a title.
const TITLE_RECORDS: usize = 20;

impl Header {
    /// A header with these required and optional columns, named as in the contract: of a file that the program has written.
    pub fn new(required: &[&'static str], optional: &[&'static str], encoding: Encoding) -> Header {
        let column = |required| move |&name: &&'static str| Column::new(name, required);
        let columns: Vec<_> = required.iter().map(column(true)).chain(optional.iter().map(column(false))).collect();
        Header {
            person: columns.iter().position(|column| column.name == "iin").unwrap_or_default(),
            columns,
            encoding,
            table: None,
            ignored: Vec::new(),
            encoding_option: "--encoding",
            zeros: Zeros::default(),
            named_by: NamedBy::default(),
        }
    }

    /// The header of a table that people prepare: with all headings of its columns, and what was said about them.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Usage`], of a host program [`ErrorKind::Input`], where a column is mapped that there is none of, or
    /// twice, or to the heading of another.
    pub fn of(
        table: Kind,
        (required, optional): (&[&'static str], &[&'static str]),
        encoding: Encoding,
        mapping: &Mapping,
    ) -> Result<Header, Error> {
        let &Mapping { zeros, named_by, .. } = mapping;
        let mut header = Header { table: Some(table), zeros, named_by, ..Header::new(required, optional, encoding) };
        for column in &mut header.columns {
            let words = words(table, column.name)?;
            column.headings.clone_from(&words.headings);
            column.written.clone_from(&words.written);
            column.mistakes.clone_from(&words.mistakes);
            column.bears = words.bears && !column.required;
        }
        header.ignored = mapping.ignored.iter().map(|heading| fold(heading)).collect();
        let known = header.names_in_contract();
        for mapped in mapping.of(table) {
            let (name, heading) = (&mapped.column, fold(&mapped.heading));
            if header.ignored.contains(&heading) {
                let fault = say!("column-and-ignored", heading = &mapped.heading, name = name);
                return Err(named_by.refuse(fault, say!("column-and-ignored-hint")));
            }
            let is_taken = |other: &Column| other.mapped.as_ref().is_some_and(|other| fold(other) == heading);
            if let Some(other) = header.columns.iter().find(|other| is_taken(other) && other.name != name) {
                let fault = say!("column-heading-taken", heading = &mapped.heading, other = other.name, name = name);
                return Err(named_by.refuse(fault, say!("column-heading-taken-hint")));
            }
            let column = header.columns.iter_mut().find(|column| column.name == name).ok_or_else(|| {
                let fault = say!("column-unknown", name = name, table = table.code());
                named_by.refuse(fault, say!("columns-are", columns = &known))
            })?;
            if column.mapped.is_some() {
                let fault = say!("column-given-twice", name = name);
                return Err(named_by.refuse(fault, say!("column-given-twice-hint")));
            }
            // In another file its own headings are a sign that it is there.
            column.mistakes.append(&mut column.headings);
            (column.mapped, column.headings) = (Some(mapped.heading.clone()), vec![heading]);
        }
        // What was given to a column by name is no other's.
        let mapped: Vec<String> =
            header.columns.iter().filter(|column| column.mapped.is_some()).flat_map(|c| c.headings.clone()).collect();
        let retain = |headings: &mut Vec<String>| headings.retain(|heading| !mapped.contains(heading));
        header.columns.iter_mut().for_each(|column| retain(&mut column.mistakes));
        header.columns.iter_mut().filter(|c| c.mapped.is_none()).for_each(|column| retain(&mut column.headings));
        Ok(header)
    }

    /// Whether the column with this name may be left out and nothing rests on it.
    pub fn may_be_left_out(&self, name: &str) -> bool {
        self.columns.iter().any(|column| column.name == name && !column.required && !column.bears)
    }

    /// The same header where nothing rests on this column.
    pub fn without_bearing(mut self, name: &str) -> Header {
        self.columns.iter_mut().filter(|column| column.name == name).for_each(|column| column.bears = false);
        self
    }

    /// The same header of a table whose columns have their names from this.
    pub fn with_names_by(self, named_by: NamedBy) -> Header {
        Header { named_by, ..self }
    }

    /// The same header of a file whose encoding this option names.
    pub fn with_encoding_option(self, encoding_option: &'static str) -> Header {
        Header { encoding_option, ..self }
    }

    /// The encoding that was asked for.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Whether people prepare such files; what the program has written itself is text in UTF-8.
    pub fn is_of_people(&self) -> bool {
        self.table.is_some()
    }

    /// The name of the expected column with this number.
    pub fn column(&self, number: u8) -> &'static str {
        self.columns.get(usize::from(number)).map_or("", |column| column.name)
    }

    /// What a row of a sheet comes to as header, its fields divided by this byte; `None` where a required column is missing.
    ///
    /// # Errors
    /// As [`Header::read`], but for what only text can be.
    pub fn read_cells(&self, cells: &[String], delimiter: u8) -> Result<Option<Found>, Error> {
        let names: Vec<String> = cells.iter().map(|cell| trimmed(cell)).collect();
        let columns = self.find(&names, delimiter, Encoding::Cells)?;
        if !self.missing(&columns).is_empty() {
            return Ok(None);
        }
        self.found(&Attempt { columns, names, taken: 0, missing: Vec::new() }).map(Some)
    }

    /// Why none of these rows of a sheet, each with its line, is the header; of a workbook that has something in other sheets.
    pub fn missing_in_cells(&self, rows: &[(u64, Vec<String>)], (sheet, others): (&str, &[OtherSheet])) -> Error {
        let names = |cells: &[String]| cells.iter().map(|cell| trimmed(cell)).collect::<Vec<_>>();
        let missing = |(_, cells): &&(u64, Vec<String>)| {
            self.find(&names(cells), 0, Encoding::Cells).map(|columns| self.missing(&columns)).unwrap_or_default()
        };
        let Some((at, best)) = rows.iter().enumerate().min_by_key(|(_, row)| missing(row).len()) else {
            let error = self.empty(say!("header-empty-sheet", sheet = sheet));
            return match others {
                [] => error,
                _ => error.with_hint(say!("header-empty-sheet-hint", others = listed(others))),
            };
        };
        let missing = missing(&best);
        let (error, is_plain) = lacking(&missing, self.expected());
        let error = error.at_line(best.0);
        if !is_plain {
            return error;
        }
        let next = rows.get(at + 1).filter(|next| next.0 == best.0 + 1).map(|next| &next.1[..]);
        if let Some(hint) = way_out(&missing, self.expected(), (&best.1, next.unwrap_or_default())) {
            return error.with_hint(hint);
        }
        let table = self.table.map(Kind::code).unwrap_or_default();
        error.with_hint(match (few(&missing, self.expected(), &names(&best.1)), others) {
            (Some(there), []) => say!("header-there-hint", table = table, there = there),
            (Some(there), _) => {
                say!("header-there-or-sheets-hint", table = table, there = there, others = listed(others))
            }
            (None, []) => say!("header-of-sheet-hint", sheet = sheet, table = table),
            (None, _) => say!("header-of-sheets-hint", sheet = sheet, table = table, others = listed(others)),
        })
    }

    fn expected(&self) -> Expected<'_> {
        Expected { columns: &self.columns, ignored: &self.ignored, table: self.table, named_by: self.named_by }
    }

    fn names_in_contract(&self) -> String {
        self.columns.iter().map(|column| column.name).collect::<Vec<_>>().join(", ")
    }

    /// What the header record that these bytes begin with comes to.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where the file is no text of rows, there is no header, it is no text, its line ends are
    /// none, a required column is missing, a column that is read stands twice, or one that is not read resembles one that is
    /// missing.
    pub fn read(&self, bytes: &[u8], at_end: bool, encoding: Encoding) -> Result<Found, Error> {
        self.refuse_foreign(bytes)?;
        let mut skipped = 0;
        while bytes[skipped..].starts_with(MARK) {
            skipped += MARK.len();
        }
        // Text in UTF-16 has become UTF-8, and its mark with it.
        let encoding = if skipped > 0 && encoding != Encoding::Utf16 { Encoding::Utf8 } else { encoding };
        let named = named_delimiter(&bytes[skipped..])?;
        skipped += named.map_or(0, |(_, line_bytes)| line_bytes);
        let first = if named.is_some() { 2 } else { 1 };
        let body = &bytes[skipped..];
        let named = named.map(|(delimiter, _)| delimiter);
        let mut tried = Tried::none((body, first), at_end, encoding);
        for delimiter in DELIMITERS.into_iter().filter(|&delimiter| named.is_none_or(|named| named == delimiter)) {
            if !tried.under(delimiter, |record| self.attempt(record, delimiter, encoding))? {
                return Err(self.empty(say!("header-empty")));
            }
        }
        if let Some(header) = tried.header()? {
            let found = self.found(header).map_err(|error| error.at_line(tried.line))?;
            self.look_below(&found, (body, first, at_end))?;
            return Ok(Found { taken: skipped + found.taken, ..found });
        }
        Err(tried.refusal().unwrap_or_else(|| {
            self.missing_error(tried.best(), (body, named), tried.record, encoding).at_line(tried.line)
        }))
    }

    /// Refuses what people prepare in another form than as text of rows.
    fn refuse_foreign(&self, bytes: &[u8]) -> Result<(), Error> {
        let Some((what, hint)) = self.table.and_then(|_| foreign(bytes)) else { return Ok(()) };
        // One of the hints names the option.
        let hint = Message::of_key(hint, vec![("option", self.encoding_option.into())]);
        Err(Error::new(ErrorKind::Input, Message::of_key(what, Vec::new())).with_hint(hint))
    }

    /// The columns that a record has under a delimiter.
    fn attempt(&self, record: &[u8], delimiter: u8, encoding: Encoding) -> Result<Attempt<'_>, Error> {
        let names = self.names(record, delimiter, encoding).ok_or_else(|| self.not_text(record, encoding))?;
        let columns = self.find(&names, delimiter, encoding)?;
        Ok(Attempt { missing: self.missing(&columns), columns, names, taken: 0 })
    }

    /// For each name of a table that is no file the number of the expected column that it is, where it is read.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] as of a file, with the table's code for its name.
    pub fn of_names(&self, names: Vec<String>) -> Result<Vec<Option<u8>>, Error> {
        let columns = self.find(&names, b',', Encoding::Utf8)?;
        let missing = self.missing(&columns);
        if !missing.is_empty() {
            let (error, is_plain) = lacking(&missing, self.expected());
            let columns = || names.iter().map(|name| shown(&format!("`{name}`"))).collect::<Vec<_>>().join(", ");
            let tells_columns = is_plain && !names.is_empty();
            return Err(if tells_columns { error.with_hint(say!("columns-are", columns = columns())) } else { error });
        }
        let attempt = Attempt { missing, columns, names, taken: 0 };
        let found = self.found(&attempt)?;
        if let Some(Column { name, mapped: Some(mapped), .. }) = self
            .columns
            .iter()
            .find(|column| column.mapped.as_ref().is_some_and(|mapped| !found.seen.mapped.contains(&fold(mapped))))
        {
            let message = say!("column-mapped-to-none", column = *name, heading = mapped);
            return Err(Error::new(ErrorKind::Input, message));
        }
        Ok(found.columns.fields)
    }

    fn empty(&self, what: Message) -> Error {
        let has_template =
            self.table.is_some_and(|table| matches!(table, Kind::Operations | Kind::Exemptions | Kind::Contractors));
        let hint = match has_template {
            true => say!("header-empty-hint"),
            false => say!("columns-are", columns = self.names_in_contract()),
        };
        Error::new(ErrorKind::Input, what).with_hint(hint)
    }

    /// What was found, or why it is refused.
    fn found(&self, attempt: &Attempt<'_>) -> Result<Found, Error> {
        let Attempt { columns, names, taken, .. } = attempt;
        self.refuse_twice(columns, names)?;
        let mut seen = Seen::default();
        let below = self.table.map(|_| Below::of((names, &columns.fields), (&self.columns, &self.ignored)));
        let below = below.unwrap_or_default();
        for (number, (name, field)) in names.iter().zip(&columns.fields).enumerate() {
            match field.and_then(|column| self.columns.get(usize::from(column))) {
                Some(column) if column.is_amount() && says_thousands(name) => {
                    let error = Error::new(ErrorKind::Input, say!("header-thousands", heading = name));
                    return Err(error.with_hint(say!("header-thousands-hint")));
                }
                Some(column) if column.mapped.is_some() => seen.mapped.push(fold(name)),
                Some(_) => {}
                None if name.is_empty() => seen.unread.push(say!("column-number", number = number + 1)),
                None => {
                    self.refuse_unlisted(name)?;
                    self.refuse_near_miss(name, columns)?;
                    seen.unread.push(Message::from(name.as_str()));
                }
            }
        }
        let mut columns = columns.clone();
        if self.is_of_people() && columns.delimiter == b',' {
            columns.amounts = cut::amounts(names, &columns.fields, &self.columns);
        }
        Ok(Found { columns, taken: *taken, seen, below })
    }

    /// Looks at the first records below the header of a text.
    fn look_below(&self, found: &Found, (body, first, at_end): (&[u8], u64, bool)) -> Result<(), Error> {
        let FoundColumns { delimiter, encoding, .. } = found.columns;
        let all = Split::of_record(delimiter, encoding);
        let mut rows = Rows::new(body, first, all);
        let mut row = rows.row();
        for number in 0..=TITLE_RECORDS {
            // A record that is cut off by the end of the block is none.
            if !rows.read(&mut row) || !at_end && rows.taken() == body.len() {
                break;
            }
            let cells = self.names(&body[row.start..rows.taken()], delimiter, encoding);
            if let (1.., Some(cells)) = (number, cells) {
                found
                    .below
                    .refuse(cells.iter().map(String::as_str), number == 1)
                    .map_err(|error| error.at_line(row.line))?;
            }
        }
        Ok(())
    }

    /// Refuses the heading that says what those are without who could not be listed, and were not paid.
    fn refuse_unlisted(&self, heading: &str) -> Result<(), Error> {
        let folded = fold(heading);
        let unlisted = self.table.and_then(|table| words(table, "missing").ok());
        if self.ignored.contains(&folded) || unlisted.is_none_or(|words| !words.headings.contains(&folded)) {
            return Ok(());
        }
        let error = Error::new(ErrorKind::Input, say!("header-unlisted", heading = heading));
        Err(error.with_hint(say!("header-unlisted-hint")))
    }

    /// Refuses a heading that is not read and resembles a column that is missing and that something rests on.
    fn refuse_near_miss(&self, heading: &str, columns: &FoundColumns) -> Result<(), Error> {
        let folded = fold(heading);
        let (Some(table), false) = (self.table, self.ignored.contains(&folded)) else { return Ok(()) };
        let is_missing = |number: usize| !columns.fields.contains(&Some(number as u8));
        let missing = self.columns.iter().enumerate().filter(|(number, column)| column.bears && is_missing(*number));
        let meant = missing.filter_map(|(_, column)| {
            let known = column.headings.iter().chain(&column.mistakes);
            Some((resemblance(&folded, &fold(column.name), known)?, column))
        });
        // The first of those that are as near.
        let Some((_, Column { name, mapped, .. })) = meant.min_by_key(|(far, _)| *far) else { return Ok(()) };
        let missing = mapped.as_deref().unwrap_or(name);
        let message = say!("header-near-miss", heading = heading, missing = missing);
        let hint = ways_out(&format!("{}.{name}", table.code()), mapped.is_some(), heading);
        Err(Error::new(ErrorKind::Input, message).with_hint(self.named_by.hint(hint)))
    }

    fn missing_error(
        &self,
        best: Option<&Attempt<'_>>,
        (body, named): (&[u8], Option<u8>),
        first_line: &[u8],
        encoding: Encoding,
    ) -> Error {
        if named.is_none()
            && let Some(line) = self.line_below_title(body, encoding)
        {
            return Error::new(ErrorKind::Input, say!("header-below-title", line = line))
                .with_hint(say!("header-below-title-hint"));
        }
        let (missing, names) = best.map(|best| (&best.missing[..], &best.names[..])).unwrap_or_default();
        let (error, is_plain) = lacking(missing, self.expected());
        if !is_plain {
            return error;
        }
        if let Some(guessed) = encoding.guess_beside(first_line) {
            return error.with_hint(self.encoding_hint(guessed));
        }
        // Both have a letter for nearly every byte: which one is meant only the headings say.
        let is_whole = |other: &Encoding| {
            let delimiter = best.map_or(b',', |best| best.columns.delimiter);
            self.attempt(first_line, delimiter, *other).is_ok_and(|attempt| attempt.missing.is_empty())
        };
        if let Some(other) = encoding.other_code_page().filter(is_whole) {
            let (encoding, option) = (other.code(), self.encoding_option);
            return error.with_hint(say!("encoding-guessed-hint", encoding = encoding, option = option));
        }
        let next = best.and_then(|best| {
            let mut rows = Rows::new(body, 1, Split::of_record(best.columns.delimiter, encoding));
            let mut row = rows.row();
            let is_there = rows.read(&mut row) && rows.read(&mut row);
            is_there.then(|| self.names(&body[row.start..rows.taken()], best.columns.delimiter, encoding))?
        });
        if let Some(hint) = way_out(missing, self.expected(), (names, &next.unwrap_or_default())) {
            return error.with_hint(hint);
        }
        error.with_hint(match (self.table, few(missing, self.expected(), names)) {
            (Some(table), Some(there)) => say!("header-there-hint", table = table.code(), there = there),
            _ if named.is_some() => say!("header-named-delimiter-hint"),
            (Some(table), None) => say!("header-delimiter-or-name-hint", table = table.code()),
            (None, _) => say!("header-delimiter-hint"),
        })
    }

    /// That the header is no text in this encoding.
    fn not_text(&self, first_line: &[u8], encoding: Encoding) -> Error {
        let guessed = encoding.guess_beside(first_line);
        let hint = guessed.map_or(say!("header-not-text-hint"), |guessed| self.encoding_hint(guessed));
        Error::new(ErrorKind::Input, say!("header-not-text", encoding = encoding.code())).with_hint(hint)
    }

    /// The line of the first record below the first one that has all required columns.
    fn line_below_title(&self, body: &[u8], encoding: Encoding) -> Option<u64> {
        DELIMITERS.into_iter().find_map(|delimiter| {
            let all = Split::of_record(delimiter, encoding);
            let mut rows = Rows::new(body, 1, all);
            let mut row = rows.row();
            for _ in 0..TITLE_RECORDS {
                if !rows.read(&mut row) {
                    break;
                }
                let names = self.names(&body[row.start..rows.taken()], delimiter, encoding);
                let columns = names.and_then(|names| self.find(&names, delimiter, encoding).ok());
                if columns.is_some_and(|columns| self.missing(&columns).is_empty()) {
                    return Some(row.line);
                }
            }
            None
        })
    }

    /// The header's fields as text without blanks around them; `None` where one is no text in this encoding.
    fn names(&self, record: &[u8], delimiter: u8, encoding: Encoding) -> Option<Vec<String>> {
        Fields::new(record, delimiter).map(|field| Some(trimmed(&encoding.text(&field.value())?))).collect()
    }

    pub fn encoding_hint(&self, guessed: Encoding) -> Message {
        guessed.hint(self.encoding_option)
    }

    fn find(&self, names: &[String], delimiter: u8, encoding: Encoding) -> Result<FoundColumns, Error> {
        let number = |name: &String| {
            let heading = fold(name);
            let is_read = !heading.is_empty() && !self.ignored.contains(&heading);
            let column = self.columns.iter().position(|column| is_read && column.headings.contains(&heading));
            column.map(|number| number as u8)
        };
        let fields: Vec<_> = names.iter().map(number).collect();
        if fields.len() > usize::from(u16::MAX) {
            return Err(Error::new(ErrorKind::Input, say!("header-too-wide")));
        }
        Ok(FoundColumns { delimiter, fields, encoding, zeros: self.zeros, amounts: Vec::new() })
    }

    fn missing(&self, columns: &FoundColumns) -> Vec<&Column> {
        let is_there = |number: usize| columns.fields.contains(&Some(number as u8));
        self.columns
            .iter()
            .enumerate()
            .filter(|(number, column)| column.required && !is_there(*number))
            .map(|(_, c)| c)
            .collect()
    }

    fn refuse_twice(&self, columns: &FoundColumns, names: &[String]) -> Result<(), Error> {
        for (number, column) in self.columns.iter().enumerate() {
            let is_it = |(_, field): &(_, &Option<u8>)| **field == Some(number as u8);
            let headings: Vec<_> = names.iter().zip(&columns.fields).filter(is_it).map(|(name, _)| name).collect();
            if headings.len() > 1 {
                let shown = headings.iter().map(|name| shown(&format!("`{name}`"))).collect::<Vec<_>>().join(", ");
                let message = say!("header-column-twice", name = column.name, headings = shown);
                // By name none is told from another that is called the same.
                let hint = self.named_by.hint(match headings.iter().all(|name| fold(name) == fold(headings[0])) {
                    true => say!("header-column-twice-same-hint"),
                    false => say!("header-column-twice-hint"),
                });
                return Err(Error::new(ErrorKind::Input, message).with_hint(hint));
            }
        }
        Ok(())
    }
}

/// A heading without blanks around it, and without the mark at the start of a record.
fn trimmed(heading: &str) -> String {
    heading.trim_matches([' ', '\u{a0}', '\t', '\u{feff}']).to_owned()
}
