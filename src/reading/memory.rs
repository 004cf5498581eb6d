//! An operations file held in memory: for fuzz targets and tests, which see the reader from outside.

use std::io::Cursor;

use crate::error::Error;
use crate::money::Tenge;
use crate::period::Day;
use crate::person::Iin;
use crate::reading::blocks::Blocks;
use crate::reading::encoding::Encoding;
use crate::reading::input::{Input, Opened};
use crate::reading::mapping::{Mapping, Zeros};
use crate::reading::operations;
use crate::reject::Reject;

/// The operation of a row (id, person, `settled_on`, `corrects_on`, income), or why it has none and the value at fault.
pub type RowOutcome = Result<(String, Iin, Day, Option<Day>, Tenge), (Reject, String)>;

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
                Ok(read) => {
                    let id = String::from_utf8_lossy(&read.id).into_owned();
                    Ok((id, read.iin, read.settled_on, read.corrects_on, read.income))
                }
                Err(fault) => Err((fault.reject, fault.column.map(value).unwrap_or_default())),
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
