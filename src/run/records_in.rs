//! Small files of records, read back by the types that they are written by.

use std::io::{self, Read};

use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorKind};
use crate::output::records::columns;
use crate::run::record::{Run, unreadable};

/// Hands the records of a file that its receipt has to `each`; a row that is none is told to be no row of `what`.
///
/// # Errors
/// What `each` gives; kind [`ErrorKind::Input`] where the file does not have the digest of the receipt, which is told
/// rather than what is wrong with a row.
pub(crate) fn records<R: DeserializeOwned>(
    run: &Run,
    name: &str,
    what: &str,
    each: impl FnMut(R) -> Result<(), Error>,
) -> Result<(), Error> {
    records_of_any_version(run, name, (what, &[]), each)
}

/// [`records`] of a file that earlier versions have written without the columns `added`, which have a default.
pub(crate) fn records_of_any_version<R: DeserializeOwned>(
    run: &Run,
    name: &str,
    (what, added): (&str, &[&str]),
    each: impl FnMut(R) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut file = Digested { file: run.open_file(name)?, sha256: Sha256::new() };
    let result = read(&mut file, (what, added), each);
    let rest = io::copy(&mut file, &mut io::sink());
    rest.map_err(|cause| unreadable(&run.path(name), &cause))?;
    run.is_digest(name, &file.sha256.finalize())?;
    result.map_err(|error| match error.kind() {
        ErrorKind::Input => error.in_file(run.path(name).display().to_string()),
        // Something else went wrong with what the row gave.
        _ => error,
    })
}

fn read<R: DeserializeOwned>(
    file: impl Read,
    (what, added): (&str, &[&str]),
    mut each: impl FnMut(R) -> Result<(), Error>,
) -> Result<(), Error> {
    let bad = |error: csv::Error, line: u64| match error.into_kind() {
        csv::ErrorKind::Io(cause) => Error::new(ErrorKind::Input, "cannot be read").caused_by_io(&cause),
        _ => Error::new(ErrorKind::Input, format!("is no row of {what}")).at_line(line),
    };
    // The program ends lines in one way: another is no end but a part of the field, which is wrong then.
    let mut reader = csv::ReaderBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_reader(file);
    let header = reader.headers().map_err(|error| bad(error, 1))?.clone();
    let columns = columns::<R>();
    let is_whole = header == *columns;
    let of_earlier = || columns.iter().filter(|column| !added.contains(column)).copied();
    if !is_whole && !header.iter().eq(of_earlier()) {
        return Err(Error::new(ErrorKind::Input, "has another header").at_line(1));
    }
    let header = (!is_whole).then_some(header);
    let mut row = csv::StringRecord::new();
    loop {
        let line = reader.position().line();
        if !reader.read_record(&mut row).map_err(|error| bad(error, line))? {
            return Ok(());
        }
        let record = row.deserialize(header.as_ref()).map_err(|error| bad(error, line))?;
        each(record).map_err(|error| if error.kind() == ErrorKind::Input { error.at_line(line) } else { error })?;
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
        match read(format!("{first}{second}").as_bytes(), ("payments.csv", &[]), add) {
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
