//! The header of a file: which delimiter it has and where the columns are.

use crate::error::{Error, ErrorKind};
use crate::reading::encoding::{Encoding, looks_like_windows_1251};
use crate::reading::quotes::closing_quote;
use crate::reading::rows::{Fields, Rows, Split};

/// A column that a file may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    /// The name in the contract.
    pub name: &'static str,
    /// The name in the file, in lower case.
    pub header: String,
    pub required: bool,
}

/// What is expected of a file's header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Header {
    pub columns: Vec<Column>,
    pub encoding: Encoding,
    /// The option that gives columns other names.
    option: Option<&'static str>,
    /// Whether `ustap template` writes a file with this header.
    has_template: bool,
}

/// Where the columns of one file are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Columns {
    pub delimiter: u8,
    /// For each field of the header the number of the expected column that it is.
    pub fields: Vec<Option<u8>>,
    pub encoding: Encoding,
}

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];
const UTF8_BOM: &[u8] = b"\xef\xbb\xbf";
const UTF16_BOMS: [&[u8]; 2] = [b"\xff\xfe", b"\xfe\xff"];

impl Header {
    /// A header with these required and optional columns, named as in the contract.
    pub fn new(required: &[&'static str], optional: &[&'static str], encoding: Encoding) -> Header {
        let column = |required| move |&name: &&'static str| Column { name, header: name.to_owned(), required };
        let columns = required.iter().map(column(true)).chain(optional.iter().map(column(false))).collect();
        Header { columns, encoding, option: None, has_template: false }
    }

    /// The same header of a file that `ustap template` writes.
    pub fn of_template(self) -> Header {
        Header { has_template: true, ..self }
    }

    /// The same header where this option gives columns other names.
    pub fn with_option(self, option: &'static str) -> Header {
        Header { option: Some(option), ..self }
    }

    /// Gives columns, each by its name, other names in the file.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Usage`] where there is no such column, or one is given twice.
    pub fn rename(&mut self, columns: &[(String, String)]) -> Result<(), Error> {
        let option = self.option.unwrap_or_default();
        let known = self.names_in_contract();
        let mut renamed = Vec::new();
        for (name, header) in columns {
            if renamed.contains(&name) {
                let message = format!("{option}: the column `{name}` is given twice");
                return Err(
                    Error::new(ErrorKind::Usage, message).hint("a column has one header, the same in all files")
                );
            }
            renamed.push(name);
            let column = self.columns.iter_mut().find(|column| column.name == name).ok_or_else(|| {
                Error::new(ErrorKind::Usage, format!("{option}: there is no column `{name}`"))
                    .hint(format!("the columns are {known}"))
            })?;
            column.header = header.trim_matches(' ').to_lowercase();
        }
        Ok(())
    }

    fn names_in_contract(&self) -> String {
        self.columns.iter().map(|column| column.name).collect::<Vec<_>>().join(", ")
    }

    /// The columns in the header record that these bytes begin with, and the number of bytes up to the first row.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where there is no header, it is no text, its line ends are none, a required column is
    /// missing or a column that is read stands twice.
    pub fn read(&self, bytes: &[u8], at_end: bool) -> Result<(Columns, usize), Error> {
        if UTF16_BOMS.iter().any(|bom| bytes.starts_with(bom)) && bytes.contains(&0) {
            return Err(Error::new(ErrorKind::Input, "is text in UTF-16")
                .at_line(1)
                .hint("save it as CSV in UTF-8; --encoding windows-1251 is the other encoding that is read"));
        }
        let skipped = if bytes.starts_with(UTF8_BOM) { UTF8_BOM.len() } else { 0 };
        let body = &bytes[skipped..];
        let mut best: Option<Vec<&Column>> = None;
        let mut quote_out_of_place = None;
        let mut longer_than_block = false;
        let mut line = 1;
        let mut first_line: &[u8] = b"";
        // Under each delimiter, for a carriage return may stand in a quoted name.
        let mut has_bare_return = true;
        for delimiter in DELIMITERS {
            let all = Split { delimiter, columns: &[], has_quotes: true, is_ascii: false, encoding: self.encoding };
            let mut rows = Rows::new(body, 1, all);
            let mut row = rows.row();
            if !rows.read(&mut row) {
                let hint = match self.has_template {
                    true => "`ustap template DIR` writes files to start from".to_owned(),
                    false => format!("the columns are {}", self.names_in_contract()),
                };
                return Err(Error::new(ErrorKind::Input, "is empty: a header is needed").hint(hint));
            }
            line = row.line;
            first_line = &body[row.start..rows.taken()];
            let is_bare_return = bare_return(first_line, delimiter);
            has_bare_return &= is_bare_return;
            if !at_end && rows.taken() == body.len() && !body.ends_with(b"\n") {
                // Under another delimiter the quote that makes it so long may be none.
                longer_than_block = true;
                continue;
            }
            let names = self.names(first_line, delimiter).map_err(|error| error.at_line(line))?;
            let columns = self.find(&names, delimiter, row.line)?;
            let missing = self.missing(&columns);
            if missing.is_empty() && row.is_malformed {
                // Under another delimiter the quote may be in its place.
                quote_out_of_place = Some(row.line);
                continue;
            }
            if missing.is_empty() && is_bare_return {
                break;
            }
            if missing.is_empty() {
                self.refuse_twice(&columns, row.line)?;
                return Ok((columns, skipped + rows.taken()));
            }
            if best.as_ref().is_none_or(|fewest| missing.len() < fewest.len()) {
                best = Some(missing);
            }
        }
        if has_bare_return {
            return Err(Error::new(ErrorKind::Input, "line ends must be LF or CRLF, and the header has a bare CR")
                .at_line(line)
                .hint(
                    "CR alone ended lines on very old systems: save the file with the line ends of Windows or Unix",
                ));
        }
        if let Some(line) = quote_out_of_place {
            return Err(Error::new(ErrorKind::Input, "a quote in the header is out of place").at_line(line));
        }
        if longer_than_block {
            return Err(Error::new(ErrorKind::Input, "the header is longer than 1 MiB").at_line(line));
        }
        let missing = best.unwrap_or_default();
        let missing: Vec<String> = missing.iter().map(|column| format!("`{}`", column.header)).collect();
        Err(Error::new(ErrorKind::Input, format!("the header has no column {}", missing.join(", ")))
            .at_line(line)
            .hint(self.hint_on_missing(first_line)))
    }

    fn hint_on_missing(&self, first_line: &[u8]) -> String {
        if first_line.get(..4).is_some_and(|start| start.eq_ignore_ascii_case(b"sep=")) {
            return "the first line names a delimiter for Excel: remove it, the delimiter is found without it"
                .to_owned();
        }
        let mut hint = "the delimiter is a comma, a semicolon or a tab".to_owned();
        if let Some(option) = self.option {
            hint += &format!("; {option} NAME=\"HEADER\" gives a column another name");
        }
        hint
    }

    /// The header's fields as text in lower case.
    fn names(&self, record: &[u8], delimiter: u8) -> Result<Vec<String>, Error> {
        let mut names = Vec::new();
        for field in Fields::new(record, delimiter) {
            let value = field.value();
            let Some(text) = self.encoding.text(&value) else {
                let error = Error::new(ErrorKind::Input, format!("the header is not text in {}", self.encoding.name()));
                return Err(if self.encoding == Encoding::Utf8 && looks_like_windows_1251(&value) {
                    error.hint("the bytes look like windows-1251: try --encoding windows-1251")
                } else {
                    error
                });
            };
            names.push(text.trim_matches(' ').to_lowercase());
        }
        Ok(names)
    }

    fn find(&self, names: &[String], delimiter: u8, line: u64) -> Result<Columns, Error> {
        let number =
            |name: &String| self.columns.iter().position(|column| &column.header == name).map(|number| number as u8);
        let fields: Vec<_> = names.iter().map(number).collect();
        if fields.len() > usize::from(u16::MAX) {
            return Err(Error::new(ErrorKind::Input, "the header has more than 65535 columns").at_line(line));
        }
        Ok(Columns { delimiter, fields, encoding: self.encoding })
    }

    fn missing(&self, columns: &Columns) -> Vec<&Column> {
        let is_there = |number: usize| columns.fields.contains(&Some(number as u8));
        self.columns
            .iter()
            .enumerate()
            .filter(|(number, column)| column.required && !is_there(*number))
            .map(|(_, c)| c)
            .collect()
    }

    fn refuse_twice(&self, columns: &Columns, line: u64) -> Result<(), Error> {
        for (number, column) in self.columns.iter().enumerate() {
            if columns.fields.iter().filter(|&&field| field == Some(number as u8)).count() > 1 {
                return Err(Error::new(
                    ErrorKind::Input,
                    format!("the column `{}` stands twice in the header", column.header),
                )
                .at_line(line));
            }
        }
        Ok(())
    }
}

/// Whether a carriage return stands in a record outside quotes and without a line feed behind it.
fn bare_return(record: &[u8], delimiter: u8) -> bool {
    let mut at = 0;
    let mut starts_field = true;
    while let Some(&byte) = record.get(at) {
        match byte {
            b'"' if starts_field => at = closing_quote(record, at + 1).unwrap_or(record.len()),
            b'\r' if record.get(at + 1) != Some(&b'\n') => return true,
            _ => {}
        }
        starts_field = byte == delimiter;
        at += 1;
    }
    false
}
