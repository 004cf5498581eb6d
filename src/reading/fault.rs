//! Why a row cannot be taken, and where in it.

use crate::reading::reasons::Reason;
use crate::reject::Reject;

/// Why a row cannot be taken: the code, the reason, and the number of the column at fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault {
    pub reject: Reject,
    pub reason: Reason,
    pub column: Option<usize>,
}

impl Fault {
    /// A row that cannot be read at all.
    pub fn row(reason: Reason) -> Fault {
        Fault { reject: Reject::MalformedRow, reason, column: None }
    }

    pub fn column((reject, reason): (Reject, Reason), column: usize) -> Fault {
        Fault { reject, reason, column: Some(column) }
    }
}
