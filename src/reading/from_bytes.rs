//! An operations file as bytes: for fuzz targets and tests, which see the reader from outside.

use std::io::Cursor;

use crate::error::Error;
use crate::money::Tenge;
use crate::period::Day;
use crate::person::Iin;
use crate::reading::blocks::Blocks;
use crate::reading::encoding::Encoding;
use crate::reading::header::mapping::{Mapping, Zeros};
use crate::reading::input::{Input, Opened};
use crate::reading::operations;
use crate::reject::Reject;

/// The operation of a row, or why it has none.
pub type RowOutcome = Result<ReadRow, RefusedRow>;

/// The operation of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadRow {
    /// Its id.
    pub id: String,
    /// The person.
    pub iin: Iin,
    /// The day of settlement.
    pub settled_on: Day,
    /// The day that it corrects.
    pub corrects_on: Option<Day>,
    /// Income in tenge.
    pub income: Tenge,
}

/// A row that has no operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedRow {
    /// Why.
    pub reject: Reject,
    /// The value at fault.
    pub value: String,
}

/// The rows of an operations file in UTF-8 as the program reads them, each with the line on which it starts.
///
/// # Errors
/// As reading a file fails, but for what the disk does.
pub fn read_operations(file: Vec<u8>) -> Result<Vec<(u64, RowOutcome)>, Error> {
    read_operations_in(file, Encoding::Utf8.code())
}

/// The same of a file in this encoding, or of a workbook.
///
/// # Errors
/// As reading a file fails, and where there is no such encoding.
pub fn read_operations_in(file: Vec<u8>, encoding: &str) -> Result<Vec<(u64, RowOutcome)>, Error> {
    let header = operations::header(encoding.parse()?, &Mapping::default())?;
    let mut blocks = Blocks::over(&Input::Stdin, Opened::over(Box::new(Cursor::new(file))), &header)?;
    let mut read = Vec::new();
    while let Some(block) = blocks.next(Vec::new())? {
        let mut rows = block.rows(&blocks.columns);
        let mut row = rows.row();
        while rows.read(&mut row) {
            let operation = operations::read(&row, Zeros::AsTheyStand);
            let value = |column: usize| row.encoding().lossy(&row.field(column).value()).into_owned();
            let outcome = match operation {
                Ok(read) => Ok(ReadRow {
                    id: String::from_utf8_lossy(&read.id).into_owned(),
                    iin: read.iin,
                    settled_on: read.settled_on,
                    corrects_on: read.corrects_on,
                    income: read.income,
                }),
                Err(fault) => {
                    Err(RefusedRow { reject: fault.reject, value: fault.column.map(value).unwrap_or_default() })
                }
            };
            read.push((row.line, outcome));
        }
    }
    Ok(read)
}

/// The columns of an operations file in UTF-8 by its header: for each field the name of the column that it is, and how many
/// headings are named as not read.
///
/// # Errors
/// As files are read: the columns by heading.
pub fn read_header(file: &[u8]) -> Result<(Vec<Option<&'static str>>, usize), Error> {
    let header = operations::header(Encoding::Utf8, &Mapping::default())?;
    let found = header.read(file, true, Encoding::Utf8)?;
    let names = found.columns.fields.iter().map(|field| field.map(|number| header.column(number)));
    Ok((names.collect(), found.seen.unread.len()))
}
