//! The rows of one file, one after another.

use crate::error::Error;
use crate::reading::blocks::Blocks;
use crate::reading::header::Header;
use crate::reading::input::{Digested, Input};
use crate::reading::rows::Row;

/// Reads the rows of one file, one after another; `each` says of a row whether it was rejected.
pub(crate) fn read_rows(
    input: &Input,
    header: &Header,
    each: impl FnMut(&Row<'_>) -> Result<bool, Error>,
) -> Result<(Digested, u64), Error> {
    let mut blocks = Blocks::open(input, header)?;
    let rows = blocks.each_row(each)?;
    Ok((blocks.digested(), rows))
}

impl Blocks {
    /// Hands on the rows that are left, and says how many; `each` says of a row whether it was rejected.
    ///
    /// # Errors
    /// As [`Blocks::next`], and what `each` gives.
    pub fn each_row(&mut self, mut each: impl FnMut(&Row<'_>) -> Result<bool, Error>) -> Result<u64, Error> {
        let (mut buffer, mut count) = (Vec::new(), 0);
        while let Some(block) = self.next(buffer)? {
            let mut rows = block.rows(&self.columns);
            let mut row = rows.row();
            while rows.read(&mut row) {
                count += 1;
                self.refuse_other(&row)?;
                if each(&row)? {
                    row.note_foreign(&mut self.foreign_row);
                }
            }
            self.note_swallowed(rows.swallowed())?;
            buffer = block.bytes;
        }
        Ok(count)
    }
}
