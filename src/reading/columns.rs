//! Operations in columns that have types, as a source: each row is judged as a row of a file is.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::batch::ids::duplicates::Repeat;
use crate::batch::operation::{OperationRef, Position};
use crate::batch::rejects::Rejects;
use crate::batch::source::Source;
use crate::error::Error;
use crate::period::Month;
use crate::reading::cells::{Cells, at_fault};
use crate::reading::fault::Fault;
use crate::reading::header::mapping::Zeros;
use crate::reading::operations::{self, COLUMNS, OPERATION_ID};
use crate::reading::reasons::Reason;
use crate::reject::Reject;

/// Rows in columns, in pieces.
pub trait Columns: Sync {
    /// Some rows that stand one after another.
    type Piece: Send;
    /// A row of a piece.
    type Row<'p>: Cells<'p>
    where
        Self: 'p;

    /// The next piece, in the order of the rows.
    ///
    /// # Errors
    /// What reading fails with; it is not asked again then.
    fn next(&self) -> Result<Option<Self::Piece>, Error>;

    /// Bytes that the operations of all pieces come to when they are held, about.
    fn held_bytes(&self) -> u64;

    /// The number of the piece's first row, from 0 over all pieces, and how many it has.
    fn range(&self, piece: &Self::Piece) -> (u64, usize);

    /// A row of the piece.
    fn row<'p>(&'p self, piece: &'p Self::Piece, at: usize) -> Self::Row<'p>;
}

/// Operations in columns.
pub(crate) struct ColumnSource<'a, C> {
    columns: &'a C,
    zeros: Zeros,
    period: Option<Month>,
    /// Rows read so far: another thread tells them.
    rows: &'a AtomicU64,
}

/// The place of a row of the table with this number, so that the order of places is that of tables and rows.
pub(crate) fn place(table: usize, row: u64) -> Position {
    Position::new(table, row + 1)
}

impl<'a, C: Columns> ColumnSource<'a, C> {
    pub fn new(columns: &'a C, (zeros, period): (Zeros, Option<Month>), rows: &'a AtomicU64) -> ColumnSource<'a, C> {
        ColumnSource { columns, zeros, period, rows }
    }

    #[cold]
    fn reject<'r>(
        &self,
        rejects: &mut Rejects,
        row: &impl Cells<'r>,
        position: Position,
        fault: Fault,
    ) -> Result<(), Error> {
        let (field, value) = at_fault(row, &COLUMNS, fault.column);
        let id = row.shown(OPERATION_ID);
        rejects.push_told(position, (fault.reject, &fault.reason.held()), [field, &value, &id])
    }
}

impl<C: Columns> Source for ColumnSource<'_, C> {
    type Piece = C::Piece;
    type Seen = ();

    fn next(&self, read: Option<C::Piece>) -> Result<Option<C::Piece>, Error> {
        drop(read);
        self.columns.next()
    }

    fn held_bytes(&self) -> u64 {
        self.columns.held_bytes()
    }

    fn read(
        &self,
        piece: &C::Piece,
        (rejects, ()): (&mut Rejects, &mut ()),
        mut each: impl FnMut(Position, &OperationRef<'_>) -> Result<Option<Reject>, Error>,
    ) -> Result<u64, Error> {
        let (first, count) = self.columns.range(piece);
        for (number, at) in (first..).zip(0..count) {
            let position = place(0, number);
            let row = self.columns.row(piece, at);
            let fault = match operations::read(&row, self.zeros) {
                Err(fault) => fault,
                Ok(read) => {
                    let operation = read.as_held();
                    match each(position, &operation)? {
                        None => continue,
                        Some(reject) => operations::fault_in_force(reject, &operation, self.period, None),
                    }
                }
            };
            self.reject(rejects, &row, position, fault)?;
        }
        Ok(count as u64)
    }

    fn repeated(&self, rejects: &mut Rejects, (position, id): (Position, &str), repeat: Repeat) -> Result<(), Error> {
        rejects.push_told(position, (repeat.reject, &Reason::repeated(repeat).held()), [COLUMNS[OPERATION_ID], id, id])
    }

    fn counted(&self, _piece: &C::Piece, rows: u64, (): &()) {
        self.rows.fetch_add(rows, Ordering::Relaxed);
    }
}
