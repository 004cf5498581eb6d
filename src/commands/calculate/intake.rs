//! Operations files as a source of operations: each piece is a block of whole records.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::batch::ids::duplicates::Repeat;
use crate::batch::operation::{OperationRef, Position};
use crate::batch::rejects::Rejects;
use crate::batch::source::Source;
use crate::error::Error;
use crate::period::Month;
use crate::reading::blocks::{Block, Blocks};
use crate::reading::cells::at_fault;
use crate::reading::doubtful::{Doubtful, Thousands};
use crate::reading::encoding::Encoding;
use crate::reading::fault::Fault;
use crate::reading::header::Header;
use crate::reading::header::found::FoundColumns;
use crate::reading::input::{Digested, Input};
use crate::reading::operations::{self, COLUMNS, INCOME, OPERATION_ID};
use crate::reading::progress::Progress;
use crate::reading::reasons::{Reason, is_shortened, may_be_cut};
use crate::reading::rows::Row;
use crate::reject::Reject;

/// What a summary tells of rows beside their statuses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Noticed {
    /// Rows whose ИИН got its zeros back.
    pub restored: u64,
    /// Rows whose id looks like a number that a spreadsheet has shortened: what has an exponent, and what repeats another
    /// and has nothing but zeros behind its fifteenth digit.
    pub shortened: Doubtful<Position>,
    /// Rows that may have swallowed others.
    pub swallowed: Doubtful<Position>,
    pub thousands: Thousands<Position>,
    /// Why the first row that ends the run does so.
    refused: Option<(Position, Error)>,
}

impl Noticed {
    /// Adds what is to be told of other rows.
    fn add(&mut self, other: &Noticed) {
        self.restored += other.restored;
        self.shortened.add(other.shortened);
        self.swallowed.add(other.swallowed);
        self.thousands.add(other.thousands);
        if let Some((position, error)) = &other.refused {
            self.refuse(*position, error.clone());
        }
    }

    /// Whichever thread finds it, it is always the first that is told.
    #[cold]
    fn refuse(&mut self, position: Position, error: Error) {
        if self.refused.as_ref().is_none_or(|(first, _)| position < *first) {
            self.refused = Some((position, error));
        }
    }
}

/// The files of a batch, one after another.
pub(crate) struct OperationFiles<'a> {
    reading: Reading<'a>,
    queue: Mutex<Queue>,
    /// Rows read, by file.
    rows: Vec<AtomicU64>,
    told: Mutex<Noticed>,
    /// By file the first row that is no text, and what it looks like.
    foreign_rows: Mutex<Vec<Option<(u64, Encoding)>>>,
}

/// How the files are read.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub inputs: &'a [Input],
    pub header: &'a Header,
    pub period: Option<Month>,
    pub closed: Option<Month>,
    pub progress: &'a Progress,
}

/// Where the reading is.
#[derive(Default)]
struct Queue {
    next_file: usize,
    open: Option<(Blocks, Arc<FoundColumns>)>,
    files: Vec<Digested>,
    /// Blocks that were read before anybody asked for one, or why the next cannot be read.
    ahead: VecDeque<Result<FileBlock, Error>>,
}

/// A block with its file's number and columns.
pub(crate) struct FileBlock {
    file: usize,
    columns: Arc<FoundColumns>,
    block: Block,
}

/// Bytes of an input that does not tell how many it has: so many that it is not in one range.
const UNKNOWN_BYTES: u64 = 256 << 20;

impl Queue {
    /// The next block, in a buffer that is used again; `None` behind the last one of the last file.
    fn read(&mut self, reading: &Reading<'_>, mut buffer: Vec<u8>) -> Result<Option<FileBlock>, Error> {
        loop {
            if let Some((mut blocks, columns)) = self.open.take() {
                let before = blocks.bytes_read();
                let block = blocks.next(std::mem::take(&mut buffer))?;
                reading.progress.read(blocks.bytes_read() - before);
                if let Some(block) = block {
                    let piece = FileBlock { file: self.next_file - 1, columns: Arc::clone(&columns), block };
                    self.open = Some((blocks, columns));
                    return Ok(Some(piece));
                }
                self.files.push(blocks.digested());
            }
            let Some(input) = reading.inputs.get(self.next_file) else { return Ok(None) };
            self.next_file += 1;
            let mut blocks = Blocks::open(input, reading.header)?;
            let columns = Arc::new(std::mem::take(&mut blocks.columns));
            blocks.columns = FoundColumns { fields: Vec::new(), amounts: Vec::new(), ..*columns };
            self.open = Some((blocks, columns));
        }
    }
}

impl<'a> OperationFiles<'a> {
    pub fn new(reading: Reading<'a>) -> OperationFiles<'a> {
        let rows = reading.inputs.iter().map(|_| AtomicU64::new(0)).collect();
        let foreign_rows = Mutex::new(vec![None; reading.inputs.len()]);
        OperationFiles { reading, queue: Mutex::default(), rows, told: Mutex::default(), foreign_rows }
    }

    /// Reads ahead until it is called, so many bytes at most: blocks are there once persons are known. Where an input is
    /// no file, and may keep its reader waiting, nothing is read.
    pub fn read_ahead(&self, bytes_max: usize, called: &AtomicBool) {
        if self.reading.inputs.iter().any(|input| input.bytes().is_none()) {
            return;
        }
        let mut bytes = 0;
        while bytes < bytes_max && !called.load(Ordering::Relaxed) {
            let mut queue = self.lock();
            let Some(block) = queue.read(&self.reading, Vec::new()).transpose() else { return };
            bytes += block.as_ref().map_or(bytes_max, |block| block.block.bytes.len());
            queue.ahead.push_back(block);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the files were, the rows of each, and what is to be told of them.
    ///
    /// # Errors
    /// Why the first row that ends the run does so.
    pub fn finish(self) -> Result<(impl Iterator<Item = (Digested, u64)>, Noticed), Error> {
        let queue = self.queue.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut told = self.told.into_inner().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, error)) = told.refused.take() {
            return Err(error);
        }
        let foreign_rows = self.foreign_rows.into_inner().unwrap_or_else(PoisonError::into_inner);
        let digested = queue.files.into_iter().zip(foreign_rows);
        let digested = digested.map(|(digested, foreign_row)| Digested { foreign_row, ..digested });
        Ok((digested.zip(self.rows.into_iter().map(AtomicU64::into_inner)), told))
    }

    #[cold]
    fn reject(&self, rejects: &mut Rejects, row: &Row<'_>, position: Position, fault: Fault) -> Result<(), Error> {
        let mut foreign = None;
        row.note_foreign(&mut foreign);
        if let (Some((line, _)), Some(first)) =
            (foreign, self.foreign_rows.lock().unwrap_or_else(PoisonError::into_inner).get_mut(position.file()))
            && first.is_none_or(|(known, _)| line < known)
        {
            *first = foreign;
        }
        let (field, value) = at_fault(row, &COLUMNS, fault.column);
        rejects.push_told(position, (fault.reject, &fault.reason.held()), [field, &value, ""])
    }
}

impl Source for OperationFiles<'_> {
    type Piece = FileBlock;
    type Seen = Noticed;

    fn next(&self, read: Option<FileBlock>) -> Result<Option<FileBlock>, Error> {
        let mut queue = self.lock();
        match queue.ahead.pop_front() {
            Some(block) => block.map(Some),
            None => queue.read(&self.reading, read.map(|read| read.block.bytes).unwrap_or_default()),
        }
    }

    fn held_bytes(&self) -> u64 {
        // Three quarters of their rows.
        self.reading.inputs.iter().map(|input| input.bytes().unwrap_or(UNKNOWN_BYTES) / 4 * 3).sum()
    }

    fn read(
        &self,
        piece: &FileBlock,
        (rejects, told): (&mut Rejects, &mut Noticed),
        mut each: impl FnMut(Position, &OperationRef<'_>) -> Result<Option<Reject>, Error>,
    ) -> Result<u64, Error> {
        let mut count = 0;
        let mut rows = piece.block.rows(&piece.columns);
        let mut row = rows.row();
        while rows.read(&mut row) {
            count += 1;
            let position = Position::new(piece.file, row.line);
            let fault = match operations::read(&row, row.zeros()) {
                Err(fault) => {
                    if let Err(error) = self.reading.header.refuse_other(&piece.columns, &row) {
                        told.refuse(position, error.in_file(self.reading.inputs[piece.file].display()));
                    }
                    fault
                }
                Ok(read) => {
                    told.restored += u64::from(read.is_restored);
                    if is_shortened(&read.id) {
                        told.shortened.push(position);
                    }
                    if read.is_unusual_income {
                        told.thousands.look(position, row.text(INCOME));
                    }
                    let operation = read.as_held();
                    match each(position, &operation)? {
                        None => continue,
                        Some(reject) => {
                            let Reading { period, closed, .. } = self.reading;
                            operations::fault_in_force(reject, &operation, period, closed)
                        }
                    }
                }
            };
            self.reject(rejects, &row, position, fault)?;
        }
        match rows.swallowed() {
            Ok(Some((rows, line))) => {
                told.swallowed.add(Doubtful::of((rows, Position::new(piece.file, line))));
            }
            Ok(None) => {}
            Err(error) => {
                let position = Position::new(piece.file, error.place().line.unwrap_or_default());
                told.refuse(position, error.in_file(self.reading.inputs[piece.file].display()));
            }
        }
        Ok(count)
    }

    fn repeated(&self, rejects: &mut Rejects, (position, id): (Position, &str), repeat: Repeat) -> Result<(), Error> {
        if may_be_cut(id.as_bytes()) {
            self.told.lock().unwrap_or_else(PoisonError::into_inner).shortened.push(position);
        }
        let reason = Reason::repeated(repeat).held();
        rejects.push_told(position, (repeat.reject, &reason), [COLUMNS[OPERATION_ID], id, ""])
    }

    fn counted(&self, piece: &FileBlock, rows: u64, told: &Noticed) {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).add(told);
        self.rows[piece.file].fetch_add(rows, Ordering::Relaxed);
        self.reading.progress.rows(rows);
    }
}
