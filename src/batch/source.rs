//! Where operations come from: pieces of rows, one after another, which any thread can take apart.

use std::iter::Fuse;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::batch::ids::duplicates::Repeat;
use crate::batch::operation::{Operation, OperationRef, Position};
use crate::batch::rejects::Rejects;
use crate::error::Error;
use crate::reject::Reject;

/// Gives operations in pieces.
///
/// A source words its own rejects, since only it has the text of a field.
pub trait Source: Sync {
    /// Some rows that stand one after another.
    type Piece: Send;
    /// What is noted of the rows of a piece beside their statuses.
    type Seen: Default;

    /// The next piece, in the order of the rows; one that is read may be given back for its memory. After the last, or a
    /// failure, it is not asked again.
    ///
    /// # Errors
    /// What reading fails with.
    fn next(&self, read: Option<Self::Piece>) -> Result<Option<Self::Piece>, Error>;

    /// Bytes that the operations of all pieces come to when they are held, about.
    fn held_bytes(&self) -> u64;

    /// Offers each operation of the piece to `each`, which may reject it, and tells how many rows the piece has. Every
    /// row is either offered and not rejected, or among the rejects; no other row of any piece has its position. A source
    /// that tells otherwise ends the batch with an error of kind [`ErrorKind::Operation`](crate::ErrorKind::Operation).
    ///
    /// # Errors
    /// What `each` fails with, or taking a reject.
    fn read(
        &self,
        piece: &Self::Piece,
        seen: (&mut Rejects, &mut Self::Seen),
        each: impl FnMut(Position, &OperationRef<'_>) -> Result<Option<Reject>, Error>,
    ) -> Result<u64, Error>;

    /// Takes an operation into the rejects whose id repeats that of another.
    ///
    /// # Errors
    /// What taking a reject fails with.
    fn repeated(&self, rejects: &mut Rejects, at: (Position, &str), repeat: Repeat) -> Result<(), Error>;

    /// Is told how many rows a piece had and what was noted of them, once each has its status: a piece may be read before,
    /// for a sample.
    fn counted(&self, _piece: &Self::Piece, _rows: u64, _seen: &Self::Seen) {}
}

/// Operations in a piece of an iterator.
const PIECE_OPERATIONS: usize = 8192;
/// Bytes that an operation takes when it is held, about.
const HELD_BYTES: u64 = 29;

/// Operations that an iterator gives, numbered from 0.
pub(crate) struct Typed<I: Iterator> {
    operations: Mutex<(u64, Fuse<I>)>,
    count: u64,
}

/// Operations of an iterator, and the number of the first.
pub(crate) struct TypedPiece<'o> {
    first: u64,
    operations: Vec<Operation<'o>>,
}

impl<'o, I: Iterator<Item = Operation<'o>>> Typed<I> {
    pub fn new(operations: I) -> Typed<I> {
        let (least, most) = operations.size_hint();
        Typed { count: most.unwrap_or(least) as u64, operations: Mutex::new((0, operations.fuse())) }
    }
}

impl<'o, I: Iterator<Item = Operation<'o>> + Send> Source for Typed<I> {
    type Piece = TypedPiece<'o>;
    type Seen = ();

    fn next(&self, read: Option<TypedPiece<'o>>) -> Result<Option<TypedPiece<'o>>, Error> {
        let mut piece = read.unwrap_or_else(|| TypedPiece { first: 0, operations: Vec::new() });
        piece.operations.clear();
        let mut rest = self.operations.lock().unwrap_or_else(PoisonError::into_inner);
        piece.first = rest.0;
        piece.operations.extend(rest.1.by_ref().take(PIECE_OPERATIONS));
        rest.0 += piece.operations.len() as u64;
        Ok((!piece.operations.is_empty()).then_some(piece))
    }

    fn held_bytes(&self) -> u64 {
        self.count.saturating_mul(HELD_BYTES)
    }

    fn read(
        &self,
        piece: &TypedPiece<'o>,
        (rejects, ()): (&mut Rejects, &mut ()),
        mut each: impl FnMut(Position, &OperationRef<'_>) -> Result<Option<Reject>, Error>,
    ) -> Result<u64, Error> {
        for (number, operation) in (piece.first..).zip(&piece.operations) {
            let position = Position::new(0, number + 1);
            if let Some(reject) = each(position, &operation.into())? {
                rejects.push(position, reject)?;
            }
        }
        Ok(piece.operations.len() as u64)
    }

    fn repeated(&self, rejects: &mut Rejects, (position, _): (Position, &str), repeat: Repeat) -> Result<(), Error> {
        rejects.push(position, repeat.reject)
    }
}

/// Rejects that nobody asks for.
pub(crate) fn no_rejects() -> Rejects {
    Rejects::new(usize::MAX, Path::new(""))
}
