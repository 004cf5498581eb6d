//! Files in: from bytes to typed rows, each with its status.

pub(crate) mod batch_headers;
pub(crate) mod blocks;
pub(crate) mod cells;
pub(crate) mod columns;
pub(crate) mod contractors;
pub(crate) mod cut;
mod days;
pub(crate) mod doubtful;
pub(crate) mod each_row;
pub(crate) mod encoding;
pub(crate) mod exemptions;
pub(crate) mod fact_rows;
pub(crate) mod fault;
pub(crate) mod from_bytes;
pub(crate) mod header;
pub(crate) mod input;
pub(crate) mod opened_file;
pub(crate) mod operations;
pub(crate) mod progress;
pub(crate) mod quotes;
pub(crate) mod reasons;
pub(crate) mod rows;
pub(crate) mod sentences;
mod separators;
mod utf_16;
pub(crate) mod wanted_sheet;
mod workbook;
