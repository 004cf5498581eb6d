//! The header of a file: which delimiter it has and where the columns are.

use crate::error::{Error, ErrorKind};
use crate::reading::rows::{Fields, Rows, Split};
use crate::reading::text::{Encoding, looks_like_windows_1251};

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
}

/// Where the columns of one file are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Columns {
    pub delimiter: u8,
    /// For each field of the header the number of the expected column that it is.
    pub fields: Vec<Option<u8>>,
}

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];
const UTF8_BOM: &[u8] = b"\xef\xbb\xbf";

impl Header {
    /// A header with these required and optional columns, named as in the contract.
    pub fn new(required: &[&'static str], optional: &[&'static str], encoding: Encoding) -> Header {
        let column = |required| move |&name: &&'static str| Column { name, header: name.to_owned(), required };
        let columns = required.iter().map(column(true)).chain(optional.iter().map(column(false))).collect();
        Header { columns, encoding }
    }

    /// Gives a column another name in the file.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Usage`] where there is no such column.
    pub fn rename(&mut self, name: &str, header: &str) -> Result<(), Error> {
        let known: Vec<&str> = self.columns.iter().map(|column| column.name).collect();
        let known = known.join(", ");
        match self.columns.iter_mut().find(|column| column.name == name) {
            Some(column) => {
                column.header = header.trim_matches(' ').to_lowercase();
                Ok(())
            }
            None => Err(Error::new(ErrorKind::Usage, format!("--column: there is no column `{name}`"))
                .hint(format!("the columns are {known}"))),
        }
    }

    /// The columns in the header record that these bytes begin with, and the number of bytes up to the first row.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where there is no header, it is no text, a required column is missing or a column that
    /// is read stands twice.
    pub fn read(&self, bytes: &[u8], at_end: bool) -> Result<(Columns, usize), Error> {
        let skipped = if bytes.starts_with(UTF8_BOM) { UTF8_BOM.len() } else { 0 };
        let body = &bytes[skipped..];
        let mut best: Option<Vec<&Column>> = None;
        let mut quote_out_of_place = None;
        let mut longer_than_block = false;
        let mut line = 1;
        for delimiter in DELIMITERS {
            let all = Split { delimiter, columns: &[], has_quotes: true, is_ascii: false };
            let mut rows = Rows::new(body, 1, all);
            let mut row = rows.row();
            if !rows.read(&mut row) {
                return Err(Error::new(ErrorKind::Input, "is empty: a header is needed")
                    .hint("`ustap template DIR` writes files to start from"));
            }
            line = row.line;
            if !at_end && rows.taken() == body.len() && !body.ends_with(b"\n") {
                // Under another delimiter the quote that makes it so long may be none.
                longer_than_block = true;
                continue;
            }
            let names = self.names(&body[row.start..rows.taken()], delimiter).map_err(|error| error.at_line(line))?;
            let columns = self.find(&names, delimiter, row.line)?;
            let missing = self.missing(&columns);
            if missing.is_empty() && row.is_malformed {
                // Under another delimiter the quote may be in its place.
                quote_out_of_place = Some(row.line);
                continue;
            }
            if missing.is_empty() {
                self.refuse_twice(&columns, row.line)?;
                return Ok((columns, skipped + rows.taken()));
            }
            if best.as_ref().is_none_or(|fewest| missing.len() < fewest.len()) {
                best = Some(missing);
            }
        }
        if let Some(line) = quote_out_of_place {
            return Err(Error::new(ErrorKind::Input, "a quote in the header is out of place").at_line(line));
        }
        if longer_than_block {
            return Err(Error::new(ErrorKind::Input, "the header is longer than 1 MiB").at_line(line));
        }
        let missing = best.unwrap_or_default();
        let missing: Vec<String> = missing.iter().map(|column| format!("`{}`", column.header)).collect();
        Err(Error::new(ErrorKind::Input, format!("the header has no column {}", missing.join(", "))).at_line(line).hint(
            "the delimiter is a comma, a semicolon or a tab; for operations --column NAME=\"HEADER\" gives a column another name",
        ))
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
        Ok(Columns { delimiter, fields })
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
