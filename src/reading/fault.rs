//! Why a row cannot be taken, and where in it.

use crate::reading::reasons::Reason;
use crate::reject::Reject;

/// Why a row cannot be taken: the code, the reason, and the number of the column at fault. Where a command has codes
/// of its own they are `C`; what is worded where it is found has its sentence for `R`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault<C = Reject, R = Reason> {
    pub reject: C,
    pub reason: R,
    pub column: Option<usize>,
}

impl<C: From<Reject>> Fault<C> {
    /// A row that cannot be read at all.
    pub fn row(reason: Reason) -> Fault<C> {
        Fault { reject: Reject::MalformedRow.into(), reason, column: None }
    }
}

impl<C, R> Fault<C, R> {
    pub fn column((reject, reason): (C, R), column: usize) -> Fault<C, R> {
        Fault { reject, reason, column: Some(column) }
    }
}
