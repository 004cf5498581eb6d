//! Files out: rows, sheets, and the directory that appears whole or not at all.

pub(crate) mod annex;
mod archive;
mod cell;
pub(crate) mod contents;
pub(crate) mod csv;
pub(crate) mod digest;
pub(crate) mod direct_io;
pub(crate) mod directory;
pub(crate) mod file;
mod formats;
pub(crate) mod headings;
pub(crate) mod opening;
mod packing;
pub(crate) mod purpose;
pub(crate) mod records;
pub(crate) mod single;
pub(crate) mod table;
pub(crate) mod workbook;
pub(crate) mod xlsx_panics;
