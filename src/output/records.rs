//! Small files of records: a type says the columns and the rows, both ways, by serde.
//!
//! For what is read back, by this program or by others that embed it. What has a sheet beside is a table, and rows that
//! are counted in millions write their bytes themselves.

use std::io;
use std::marker::PhantomData;
use std::path::Path;

use serde::de::value::Error as NoRecord;
use serde::de::{DeserializeOwned, Deserializer, Error as _, Visitor};
use serde::{Serialize, forward_to_deserialize_any};

use crate::error::Error;
use crate::output::file::{OutputFile, Written};
use crate::words::say;

/// A file of records while it is written.
#[derive(Debug)]
pub(crate) struct RecordFile<R> {
    writer: csv::Writer<Bytes>,
    rows: u64,
    records: PhantomData<fn(&R)>,
}

impl<R: Serialize + DeserializeOwned> RecordFile<R> {
    /// Begins the file in the directory: without a record it has its header still.
    pub fn create(dir: &Path, name: &str) -> Result<RecordFile<R>, Error> {
        let file = OutputFile::create(dir, name, &columns::<R>().join(","))?;
        let writer = csv::WriterBuilder::new().has_headers(false).from_writer(Bytes(file));
        Ok(RecordFile { writer, rows: 0, records: PhantomData })
    }

    /// Appends a record.
    pub fn write(&mut self, record: &R) -> Result<(), Error> {
        self.rows += 1;
        self.writer.serialize(record).map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(cause) => own(cause),
            other => Error::defect(say!("record-no-csv", reason = format!("{other:?}"))),
        })
    }

    /// Completes the file.
    pub fn finish(mut self) -> Result<Written, Error> {
        self.writer.flush().map_err(own)?;
        let ended = self.writer.into_inner();
        let Bytes(mut file) = ended.map_err(|error| Error::defect(error.to_string()))?;
        file.write(&[], self.rows)?;
        file.finish()
    }
}

/// The bytes of an output file, whose errors pass through those of the system.
#[derive(Debug)]
struct Bytes(OutputFile);

impl io::Write for Bytes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes, 0).map(|()| bytes.len()).map_err(io::Error::other)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The error that [`Bytes`] has passed on.
fn own(cause: io::Error) -> Error {
    cause.downcast::<Error>().unwrap_or_else(|cause| Error::defect(cause.to_string()))
}

/// The columns of a record: its fields, in their order.
pub(crate) fn columns<R: DeserializeOwned>() -> &'static [&'static str] {
    let mut names = Names(&[]);
    // No record comes of it: what a type asks for is all that is wanted.
    let _ = R::deserialize(&mut names);
    names.0
}

/// Keeps which fields a type asks for.
struct Names(&'static [&'static str]);

impl<'de> Deserializer<'de> for &mut Names {
    type Error = NoRecord;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, NoRecord> {
        Err(NoRecord::custom("no record"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NoRecord> {
        self.0 = fields;
        self.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::PaymentRecord;

    #[test]
    fn a_file_has_a_header_without_a_record_and_quotes_where_they_are_needed() {
        let dir = tempfile::tempdir().unwrap();
        let read = |name: &str| std::fs::read_to_string(dir.path().join(name)).unwrap();
        let header = "payment,period,knp,recipient,persons,amount,due_on\n";
        let empty = RecordFile::<PaymentRecord>::create(dir.path(), "empty.csv").unwrap();
        assert_eq!(empty.finish().unwrap().rows, 0);
        assert_eq!(read("empty.csv"), header);

        let mut file = RecordFile::create(dir.path(), "one.csv").unwrap();
        let record = PaymentRecord {
            payment: "so".parse().unwrap(),
            period: "2026-08".parse().unwrap(),
            knp: "a,\"b\"\n".to_owned(),
            recipient: String::new(),
            persons: 7,
            amount: "-1.50".parse().unwrap(),
            due_on: None,
        };
        file.write(&record).unwrap();
        let written = file.finish().unwrap();
        assert_eq!(written.rows, 1);
        assert_eq!(read("one.csv"), format!("{header}so,2026-08,\"a,\"\"b\"\"\n\",,7,-1.50,\n"));
        assert_eq!(written.bytes, read("one.csv").len() as u64);
    }
}
