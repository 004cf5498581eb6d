//! Files with exemptions and contractors, read before the first operation.

use crate::batch::operation::Position;
use crate::batch::totals::RowCounts;
use crate::error::Error;
use crate::reading::each_row::read_rows;
use crate::reading::fact_rows::FactRows;
use crate::reading::headers::Headers;
use crate::reading::input::{Digested, Input};
use crate::reject::RejectCounts;

/// What reading facts has in common for both kinds of file.
pub(crate) struct FactFiles<'a> {
    pub headers: &'a Headers,
    pub rows: FactRows<'a>,
}

impl FactFiles<'_> {
    /// Reads one exemptions file, whose number among all inputs is `file`.
    pub fn exemptions(&mut self, input: &Input, file: usize) -> Result<(Digested, RowCounts), Error> {
        let before = self.rows.counts();
        let (digested, read) =
            read_rows(input, &self.headers.exemptions, |row| self.rows.exemption(row, Position::new(file, row.line)))?;
        Ok((digested, self.counts_since(before, read)))
    }

    /// Reads all contractors files; the first has the number `first_file` among all inputs.
    pub fn contractors(&mut self, inputs: &[Input], first_file: usize) -> Result<Vec<(Digested, RowCounts)>, Error> {
        let mut read_files = Vec::new();
        for (number, input) in inputs.iter().enumerate() {
            let before = self.rows.counts();
            self.rows.named.give();
            let (digested, read) = read_rows(input, &self.headers.contractors, |row| {
                self.rows.contractor(row, Position::new(first_file + number, row.line))
            })?;
            read_files.push((digested, self.counts_since(before, read)));
        }
        Ok(read_files)
    }

    fn counts_since(&self, before: RejectCounts, read: u64) -> RowCounts {
        RowCounts { read, rejected: self.rows.counts().since(&before) }
    }
}
