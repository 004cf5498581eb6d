//! The command line.

pub mod rates;
