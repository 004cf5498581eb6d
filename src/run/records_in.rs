//! Small files of records, read back by the types that they are written by.

use std::fs::File;
use std::io::{self, Read, Take};
use std::str::FromStr;

use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorKind};
use crate::output::records::columns;
use crate::run::record::{Run, unreadable};
use crate::words::{Message, say};

/// Hands the records of a file that its receipt has to `each`; a row that is none is told to be no row of that file.
///
/// # Errors
/// As [`Run::open_file`], and what `each` gives; kind [`ErrorKind::Record`] where the file does not have the digest of the
/// receipt, which is told rather than what is wrong with a row.
pub(crate) fn records<R: DeserializeOwned>(
    run: &Run,
    name: &str,
    each: impl FnMut(R) -> Result<(), Error>,
) -> Result<(), Error> {
    records_of_any_version(run, name, (name.into(), &[]), each)
}

/// [`records`] of a file that earlier versions have written without the columns `added`, which have a default.
pub(crate) fn records_of_any_version<R: DeserializeOwned>(
    run: &Run,
    name: &str,
    (what, added): (Message, &[&str]),
    each: impl FnMut(R) -> Result<(), Error>,
) -> Result<(), Error> {
    digested(run, name, |file| read(file, (what, added), each))
}

/// Reads a file that its receipt has, whose digest is told rather than what else is wrong with it.
fn digested(
    run: &Run,
    name: &str,
    read: impl FnOnce(&mut Digested<Take<File>>) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut file = Digested { file: run.open_file(name)?, sha256: Sha256::new() };
    let result = read(&mut file);
    let rest = io::copy(&mut file, &mut io::sink());
    rest.map_err(|cause| unreadable(&run.path(name), &cause))?;
    run.is_digest(name, &file.sha256.finalize())?;
    result.map_err(|error| match error.kind() {
        ErrorKind::Record => error.in_file(run.path(name).display().to_string()),
        // Something else went wrong with what the row gave.
        _ => error,
    })
}

/// A row of a file whose columns are asked for by name.
pub(crate) struct NamedRow<'a> {
    columns: &'a csv::StringRecord,
    row: &'a csv::StringRecord,
}

impl<'a> NamedRow<'a> {
    /// The field of this column.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Record`] where the file has no such column.
    pub fn text(&self, column: &str) -> Result<&'a str, Error> {
        let at = self.columns.iter().position(|known| known == column);
        let missing = || Error::new(ErrorKind::Record, say!("column-of-record-missing", column = column));
        at.and_then(|at| self.row.get(at)).ok_or_else(missing)
    }

    /// The value that the field of this column is the text of.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Record`] where it is none, or there is no such column.
    pub fn value<T: FromStr>(&self, column: &str) -> Result<T, Error> {
        let bad = |_| Error::new(ErrorKind::Record, say!("column-no-value", column = column));
        self.text(column)?.parse().map_err(bad)
    }

    /// The same for a field that may be empty.
    ///
    /// # Errors
    /// As [`NamedRow::value`].
    pub fn optional<T: FromStr>(&self, column: &str) -> Result<Option<T>, Error> {
        if self.text(column)?.is_empty() { Ok(None) } else { self.value(column).map(Some) }
    }
}

/// Hands the rows of a file that its receipt has to `each`, as they stand.
///
/// # Errors
/// As [`records`].
pub(crate) fn named_rows(
    run: &Run,
    name: &str,
    mut each: impl FnMut(&NamedRow<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    digested(run, name, |file| {
        let mut reader = csv::ReaderBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_reader(file);
        let columns = reader.headers().map_err(|error| bad(error, &name.into(), 1))?.clone();
        rows(&mut reader, &name.into(), |row| each(&NamedRow { columns: &columns, row }))
    })
}

fn read<R: DeserializeOwned>(
    file: impl Read,
    (what, added): (Message, &[&str]),
    mut each: impl FnMut(R) -> Result<(), Error>,
) -> Result<(), Error> {
    // The program ends lines in one way: another is no end but a part of the field, which is wrong then.
    let mut reader = csv::ReaderBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_reader(file);
    let header = reader.headers().map_err(|error| bad(error, &what, 1))?.clone();
    let columns = columns::<R>();
    let is_whole = header == *columns;
    let of_earlier = || columns.iter().filter(|column| !added.contains(column)).copied();
    if !is_whole && !header.iter().eq(of_earlier()) {
        return Err(Error::new(ErrorKind::Record, say!("other-header")).at_line(1));
    }
    let header = (!is_whole).then_some(header);
    rows(&mut reader, &what, |row| {
        let record = row.deserialize(header.as_ref()).map_err(|error| bad(error, &what, 0))?;
        each(record)
    })
}

/// Hands the rows behind the header to `each`, and says on which line one is wrong.
fn rows(
    reader: &mut csv::Reader<impl Read>,
    what: &Message,
    mut each: impl FnMut(&csv::StringRecord) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut row = csv::StringRecord::new();
    loop {
        let line = reader.position().line();
        if !reader.read_record(&mut row).map_err(|error| bad(error, what, line))? {
            return Ok(());
        }
        each(&row).map_err(|error| if error.kind() == ErrorKind::Record { error.at_line(line) } else { error })?;
    }
}

fn bad(error: csv::Error, what: &Message, line: u64) -> Error {
    match error.into_kind() {
        csv::ErrorKind::Io(cause) => Error::new(ErrorKind::Input, say!("unreadable")).caused_by_io(&cause),
        _ => Error::new(ErrorKind::Record, say!("record-no-row", what = what.clone())).at_line(line),
    }
}

/// A file that is digested as it is read.
struct Digested<F> {
    file: F,
    sha256: Sha256,
}

impl<F: Read> Read for Digested<F> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        self.sha256.update(&buffer[..count]);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::PaymentRecord;

    /// How the second row of a file of payments ends the reading.
    fn after_one(second: &str) -> Result<u64, String> {
        let first = "payment,period,knp,recipient,persons,amount,due_on\nso,2026-08,012,,7,1.50,\n";
        let mut persons = 0;
        let add = |row: PaymentRecord| {
            persons += row.persons;
            Ok(())
        };
        match read(format!("{first}{second}").as_bytes(), ("payments.csv".into(), &[]), add) {
            Ok(()) => Ok(persons),
            Err(error) => Err(format!("{:?} {error}", error.place().line)),
        }
    }

    #[test]
    fn a_row_that_is_none_is_named_by_its_line() {
        assert_eq!(after_one("opv,2026-08,010,,2,-0.01,2026-09-15\n"), Ok(9));
        for second in [
            "opv,2026-08,010,,2,1.00\n",
            "opv,2026-08,010,,2,1.00,,\n",
            "opv,2026-13,010,,2,1.00,\n",
            "opw,2026-08,010,,2,1.00,\n",
            "opv,2026-08,010,,-2,1.00,\n",
            "opv,2026-08,010,,2,1e2,\n",
            "opv,2026-08,010,,2,,\n",
            "opv,2026-08,010,,2,1.00,2026-09-15\r\n",
        ] {
            let error = after_one(second).unwrap_err();
            assert!(error.starts_with("Some(3) ") && error.contains("is no row of payments.csv"), "{second}: {error}");
        }
    }
}
