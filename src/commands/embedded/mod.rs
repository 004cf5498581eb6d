//! The main job and the distribution over tables that a host program holds: nothing is read from or written to files.

mod calculation;
mod distribution;
mod rows;
mod tables;

pub use calculation::{Counts, ReadFacts, TableFacts, Tables, Terms};
pub use distribution::{DISTRIBUTION_TABLES, DistributionTables, distribute};
pub use rows::RejectedRow;
pub use tables::{Expected, TableKind, is_same_heading};
