//! Operations files read by several threads: each takes the next block and makes what it can of it.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::batch::intake::{self, Admission, Intake};
use crate::batch::memory::scatter::Chunks;
use crate::batch::operation::Position;
use crate::batch::ranges::{Ranges, Sample};
use crate::error::Error;
use crate::progress::Progress;
use crate::reading::blocks::{Block, Blocks};
use crate::reading::encoding::Encoding;
use crate::reading::header::{Columns, Header};
use crate::reading::input::{Digested, Input};
use crate::reading::operations::{self, COLUMNS, OPERATION_ID};
use crate::reading::rejects::{Fault, Rejects};
use crate::reading::rows::Row;
use crate::threads::{Means, on_threads};

/// What all workers need to know.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub inputs: &'a [Input],
    pub header: &'a Header,
    pub admission: Admission<'a>,
    pub progress: &'a Progress,
}

/// What one worker has taken.
#[derive(Debug)]
pub(crate) struct Worker {
    pub taken: intake::Taken,
    pub rejects: Rejects,
    /// Rows read, by file.
    pub rows: Vec<u64>,
    /// By file the first row that is no text, and what it looks like.
    pub foreign_rows: Vec<Option<(u64, Encoding)>>,
}

/// All operations of all files, and what the files were.
pub(crate) struct Taken {
    pub workers: Vec<Worker>,
    /// The ranges into which the operations were divided.
    pub ranges: Ranges,
    pub files: Vec<Digested>,
}

/// Reads all operations; what does not fit the chunks, or the memory for rejected rows, goes to disk. Each worker is to
/// group at most `group_bytes` at a time later.
///
/// # Errors
/// What reading fails with: always that of the first place in the order of the files.
pub(crate) fn take(
    reading: Reading<'_>,
    chunks: &Chunks,
    means: Means<'_>,
    group_bytes: usize,
) -> Result<Taken, Error> {
    let ahead = VecDeque::new();
    let mut queue = Queue { reading, ahead, next_file: 0, open: None, files: Vec::new(), failed: false };
    let ranges = Ranges::for_bytes(queue.look_ahead()?, reading.record_bytes(), group_bytes);
    let queue = Mutex::new(queue);
    let workers = on_threads(means.threads, || (), |()| Worker::run(reading, &queue, (&ranges, chunks), means))?;
    let queue = queue.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(Taken { workers, ranges, files: queue.files })
}

/// Blocks that are looked at before any is taken, to tell where ranges are to lie.
const BLOCKS_AHEAD: usize = 4;
/// Bytes of an input that does not tell how many it has: so many that it is not in one range.
const UNKNOWN_BYTES: u64 = 256 << 20;

impl Reading<'_> {
    /// Bytes that all records will come to, about: three quarters of their rows.
    fn record_bytes(&self) -> u64 {
        self.inputs.iter().map(|input| input.bytes().unwrap_or(UNKNOWN_BYTES) / 4 * 3).sum()
    }
}

/// The files, cut into blocks one after another.
struct Queue<'a> {
    reading: Reading<'a>,
    /// Blocks that were looked at and not taken yet.
    ahead: VecDeque<Task>,
    next_file: usize,
    open: Option<(Blocks, Arc<Columns>)>,
    files: Vec<Digested>,
    /// Some worker has failed, the others need not go on.
    failed: bool,
}

/// A block with its file's number and columns.
struct Task {
    file: usize,
    columns: Arc<Columns>,
    block: Block,
}

impl Queue<'_> {
    /// A sample of the months in the first blocks.
    fn look_ahead(&mut self) -> Result<Sample, Error> {
        let mut sample = Sample::default();
        let admission = self.reading.admission;
        while self.ahead.len() < BLOCKS_AHEAD
            && let Some(task) = self.next_of_files(&mut Vec::new())?
        {
            let mut rows = task.block.rows(&task.columns);
            let mut row = rows.row();
            while rows.read(&mut row) {
                if let Ok(read) = operations::read(&row, row.encoding) {
                    let operation = read.as_held();
                    if admission.reject(&operation).is_none() {
                        sample.count(admission.month(&operation));
                    }
                }
            }
            self.ahead.push_back(task);
        }
        Ok(sample)
    }

    fn next(&mut self, mut buffer: Vec<u8>) -> Result<Option<Task>, Error> {
        if self.failed {
            return Ok(None);
        }
        if let Some(task) = self.ahead.pop_front() {
            return Ok(Some(task));
        }
        let task = self.next_of_files(&mut buffer);
        self.failed |= task.is_err();
        task
    }

    fn next_of_files(&mut self, buffer: &mut Vec<u8>) -> Result<Option<Task>, Error> {
        loop {
            if let Some((mut blocks, columns)) = self.open.take() {
                let before = blocks.bytes_read();
                let block = blocks.next(std::mem::take(buffer))?;
                self.reading.progress.read(blocks.bytes_read() - before);
                if let Some(block) = block {
                    let task = Task { file: self.next_file - 1, columns: Arc::clone(&columns), block };
                    self.open = Some((blocks, columns));
                    return Ok(Some(task));
                }
                self.files.push(blocks.digested());
            }
            let Some(input) = self.reading.inputs.get(self.next_file) else { return Ok(None) };
            self.next_file += 1;
            let mut blocks = Blocks::open(input, self.reading.header)?;
            let columns = Arc::new(std::mem::take(&mut blocks.columns));
            blocks.columns = Columns { fields: Vec::new(), ..*columns };
            self.open = Some((blocks, columns));
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Worker {
    fn run<'a>(
        reading: Reading<'a>,
        queue: &Mutex<Queue<'_>>,
        (ranges, chunks): (&'a Ranges, &'a Chunks),
        means: Means<'_>,
    ) -> Result<Worker, Error> {
        let mut intake = Intake::new(reading.admission, ranges, chunks, means.dir);
        let mut rejects = Rejects::new(means.memory / means.threads, means.dir);
        let mut rows = vec![0; reading.inputs.len()];
        let mut foreign_rows = vec![None; reading.inputs.len()];
        let mut buffer = Vec::new();
        loop {
            let Some(task) = lock(queue).next(buffer)? else { break };
            let mut taking = Taking {
                reading,
                intake: &mut intake,
                rejects: &mut rejects,
                file: task.file,
                foreign_row: &mut foreign_rows[task.file],
            };
            match taking.block(&task) {
                Ok(count) => rows[task.file] += count,
                Err(error) => {
                    lock(queue).failed = true;
                    return Err(error);
                }
            }
            buffer = task.block.bytes;
        }
        Ok(Worker { taken: intake.finish(), rejects, rows, foreign_rows })
    }
}

/// One block on its way in.
struct Taking<'a, 'w> {
    reading: Reading<'a>,
    intake: &'w mut Intake<'a>,
    rejects: &'w mut Rejects,
    file: usize,
    foreign_row: &'w mut Option<(u64, Encoding)>,
}

impl Taking<'_, '_> {
    fn block(&mut self, task: &Task) -> Result<u64, Error> {
        let mut count = 0;
        let mut rows = task.block.rows(&task.columns);
        let mut row = rows.row();
        while rows.read(&mut row) {
            count += 1;
            self.row(&row)?;
        }
        self.reading.progress.rows(count);
        Ok(count)
    }

    #[inline]
    fn row(&mut self, row: &Row<'_>) -> Result<(), Error> {
        let read = match operations::read(row, row.encoding) {
            Ok(read) => read,
            Err(fault) => return self.reject(row, fault),
        };
        let operation = read.as_held();
        match self.intake.offer(&operation, Position::new(self.file, row.line))? {
            None => Ok(()),
            Some(reject) => self.reject(row, Fault::column(reject, operations::column_at_fault(reject, &operation))),
        }
    }

    #[cold]
    fn reject(&mut self, row: &Row<'_>, fault: Fault) -> Result<(), Error> {
        row.note_foreign(self.foreign_row);
        let position = Position::new(self.file, row.line);
        let (field, value) = match fault.column {
            Some(column) => (COLUMNS[column], row.field(column).value()),
            None => ("", Default::default()),
        };
        self.rejects.push(position, fault.reject, field, &row.encoding.lossy(&value))
    }
}

/// Notes an operation that was rejected for its duplicates.
pub(crate) fn reject_duplicate(
    rejects: &mut Rejects,
    record: &crate::batch::operation::Record<'_>,
    reject: crate::batch::status::Reject,
) -> Result<(), Error> {
    rejects.push(record.position, reject, COLUMNS[OPERATION_ID], std::str::from_utf8(record.id).unwrap_or_default())
}
