//! Operations files as a source of operations: each piece is a block of whole records.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::batch::operation::{OperationRef, Position};
use crate::batch::rejects::{Fault, Rejects};
use crate::batch::source::Source;
use crate::batch::status::Reject;
use crate::error::Error;
use crate::progress::Progress;
use crate::reading::blocks::{Block, Blocks};
use crate::reading::encoding::Encoding;
use crate::reading::header::{Columns, Header};
use crate::reading::input::{Digested, Input};
use crate::reading::operations::{self, COLUMNS};
use crate::reading::rows::Row;

/// The files of a batch, one after another.
pub(crate) struct OperationFiles<'a> {
    inputs: &'a [Input],
    header: &'a Header,
    encoding: Encoding,
    progress: &'a Progress,
    queue: Mutex<Queue>,
    /// Rows read, by file.
    rows: Vec<AtomicU64>,
}

/// Where the reading is.
#[derive(Default)]
struct Queue {
    next_file: usize,
    open: Option<(Blocks, Arc<Columns>)>,
    files: Vec<Digested>,
}

/// A block with its file's number and columns.
pub(crate) struct FileBlock {
    file: usize,
    columns: Arc<Columns>,
    block: Block,
}

/// Bytes of an input that does not tell how many it has: so many that it is not in one range.
const UNKNOWN_BYTES: u64 = 256 << 20;

impl<'a> OperationFiles<'a> {
    pub fn new(
        inputs: &'a [Input],
        header: &'a Header,
        encoding: Encoding,
        progress: &'a Progress,
    ) -> OperationFiles<'a> {
        let rows = inputs.iter().map(|_| AtomicU64::new(0)).collect();
        OperationFiles { inputs, header, encoding, progress, queue: Mutex::default(), rows }
    }

    /// What the files were, and the rows of each.
    pub fn finish(self) -> impl Iterator<Item = (Digested, u64)> {
        let queue = self.queue.into_inner().unwrap_or_else(PoisonError::into_inner);
        queue.files.into_iter().zip(self.rows.into_iter().map(AtomicU64::into_inner))
    }

    #[cold]
    fn reject(&self, rejects: &mut Rejects, row: &Row<'_>, position: Position, fault: Fault) -> Result<(), Error> {
        let (field, value) = match fault.column {
            Some(column) => (COLUMNS[column], row.field(column).value()),
            None => ("", Default::default()),
        };
        rejects.push(position, fault.reject, field, &self.encoding.lossy(&value))
    }
}

impl Source for OperationFiles<'_> {
    type Piece = FileBlock;

    fn next(&self, read: Option<FileBlock>) -> Result<Option<FileBlock>, Error> {
        let mut buffer = read.map(|read| read.block.bytes).unwrap_or_default();
        let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some((mut blocks, columns)) = queue.open.take() {
                let before = blocks.bytes_read();
                let block = blocks.next(std::mem::take(&mut buffer))?;
                self.progress.read(blocks.bytes_read() - before);
                if let Some(block) = block {
                    let piece = FileBlock { file: queue.next_file - 1, columns: Arc::clone(&columns), block };
                    queue.open = Some((blocks, columns));
                    return Ok(Some(piece));
                }
                queue.files.push(blocks.digested());
            }
            let Some(input) = self.inputs.get(queue.next_file) else { return Ok(None) };
            queue.next_file += 1;
            let mut blocks = Blocks::open(input, self.header)?;
            let columns = Arc::new(std::mem::take(&mut blocks.columns));
            blocks.columns = Columns { delimiter: columns.delimiter, fields: Vec::new() };
            queue.open = Some((blocks, columns));
        }
    }

    fn held_bytes(&self) -> u64 {
        // Three quarters of their rows.
        self.inputs.iter().map(|input| input.bytes().unwrap_or(UNKNOWN_BYTES) / 4 * 3).sum()
    }

    fn read(
        &self,
        piece: &FileBlock,
        rejects: &mut Rejects,
        mut each: impl FnMut(Position, &OperationRef<'_>) -> Result<Option<Reject>, Error>,
    ) -> Result<u64, Error> {
        let mut count = 0;
        let mut rows = piece.block.rows(&piece.columns);
        let mut row = rows.row();
        while rows.read(&mut row) {
            count += 1;
            let position = Position::new(piece.file, row.line);
            let fault = match operations::read(&row, self.encoding) {
                Err(fault) => fault,
                Ok(read) => {
                    let operation = read.as_held();
                    match each(position, &operation)? {
                        None => continue,
                        Some(reject) => Fault::column(reject, operations::column_at_fault(reject, &operation)),
                    }
                }
            };
            self.reject(rejects, &row, position, fault)?;
        }
        Ok(count)
    }

    fn counted(&self, piece: &FileBlock, rows: u64) {
        self.rows[piece.file].fetch_add(rows, Ordering::Relaxed);
        self.progress.rows(rows);
    }
}
