//! The text of a table, and a place in it, from which every refusal speaks.

use crate::error::{Error, ErrorKind};
use crate::words::Message;

/// A table of the law as a file: its name without a directory, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFile {
    /// The name, `regimes.toml` say.
    pub name: String,
    /// The text of the file.
    pub text: String,
}

/// A place in a table.
#[derive(Debug, Clone, Copy)]
pub(in crate::law) struct Spot<'a> {
    pub file: &'a TableFile,
    /// In bytes.
    pub offset: usize,
}

impl<'a> Spot<'a> {
    /// The beginning of a table.
    pub fn top(file: &'a TableFile) -> Spot<'a> {
        Spot { file, offset: 0 }
    }

    /// The error that refuses the table because of what stands here.
    pub fn refuse(self, message: impl Into<Message>) -> Error {
        let before = self.before();
        let column = before.chars().rev().take_while(|&character| character != '\n').count() as u64 + 1;
        Error::new(ErrorKind::Rates, message).in_file(&self.file.name).at_line(self.line()).at_column(column)
    }

    /// The line, from 1.
    pub fn line(self) -> u64 {
        memchr::memchr_iter(b'\n', self.before().as_bytes()).count() as u64 + 1
    }

    fn before(self) -> &'a str {
        self.file.text.get(..self.offset).unwrap_or(&self.file.text)
    }
}
