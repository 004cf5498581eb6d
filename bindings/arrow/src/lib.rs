//! What `ustap calculate` and `ustap distribute` do, over Arrow: batches in by the C stream interface, batches out.
//!
//! Columns are found by the names of the files' headers, and each may have the types of [`Table::open`]. Rows are judged as
//! rows of a file are, so that statuses, figures and messages are the same. Nothing is rounded and nothing guessed: money
//! is decimal, text, or int64 in a column named `income_tiyn`.

mod calculation;
mod caught;
mod column;
mod directory;
mod output;
mod stream;
mod table;

pub use calculation::{Calculated, Calculation, Distributed, distribute};
pub use caught::caught;
pub use directory::directory;
pub use output::{
    DISTRIBUTION, DISTRIBUTION_REJECTS, LIMITS, LINES, PAYMENTS, REGISTER, REJECTS, RETURNS, Rows, payments,
};
pub use table::{Opening, Piece, Row, Table};
pub use ustap::bindings::{Counts, ReadFacts, TableFacts, TableKind, Tables, Terms};
