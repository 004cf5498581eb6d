//! Files in: from bytes to typed rows, each with its status.

pub(crate) mod blocks;
pub(crate) mod cells;
pub(crate) mod columns;
pub(crate) mod contractors;
pub(crate) mod each_row;
pub(crate) mod encoding;
pub(crate) mod exemptions;
pub(crate) mod fact_rows;
pub(crate) mod fault;
pub(crate) mod foreign;
pub(crate) mod header;
pub(crate) mod headers;
pub(crate) mod headings;
pub(crate) mod input;
pub(crate) mod mapping;
pub(crate) mod memory;
pub(crate) mod near;
pub(crate) mod operations;
pub(crate) mod progress;
pub(crate) mod quotes;
pub(crate) mod reasons;
pub(crate) mod rows;
pub(crate) mod seen;
pub(crate) mod sentences;
mod utf_16;
pub(crate) mod wanted;
mod workbook;
