//! The rows of one file, one after another.

use crate::error::Error;
use crate::reading::blocks::Blocks;
use crate::reading::header::Header;
use crate::reading::input::{Digested, Input};
use crate::reading::rows::Row;

/// Reads the rows of one file, one after another.
pub(crate) fn read_rows(
    input: &Input,
    header: &Header,
    mut each: impl FnMut(&Row<'_>) -> Result<(), Error>,
) -> Result<(Digested, u64), Error> {
    let mut blocks = Blocks::open(input, header)?;
    let mut buffer = Vec::new();
    let mut rows = 0;
    while let Some(block) = blocks.next(buffer)? {
        let mut block_rows = block.rows(&blocks.columns);
        let mut row = block_rows.row();
        while block_rows.read(&mut row) {
            rows += 1;
            each(&row)?;
        }
        buffer = block.bytes;
    }
    Ok((blocks.digested(), rows))
}
