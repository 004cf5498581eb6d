//! A row that is a header again, of other columns than the first or with them in other places: the rows below it are not
//! what the first header says.

use crate::error::{Error, ErrorKind};
use crate::reading::encoding::Encoding;
use crate::reading::header::found::FoundColumns;
use crate::reading::header::headings::fold;
use crate::reading::header::{Header, trimmed};
use crate::reading::rows::{Field, Row};
use crate::words::say;

impl Header {
    /// Refuses a row that is another header.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] with the line.
    #[inline]
    pub fn refuse_other(&self, first: &FoundColumns, row: &Row<'_>) -> Result<(), Error> {
        let is_person = || row.field(self.person).bytes().first().is_some_and(u8::is_ascii_digit);
        // Files may be malformed from end to end, and headings with numbers in front are few.
        if !row.is_malformed && is_person() || self.table.is_none() || row.has_numbers() {
            return Ok(());
        }
        let text = |cell: Field<'_>| trimmed(&first.encoding.lossy(&cell.value()));
        // Of many fields most are empty, and files may be without an ИИН from end to end.
        if !row.cells().any(|cell| !cell.bytes().is_empty() && self.is_of_person(&text(cell))) {
            return Ok(());
        }
        let cells: Vec<String> = row.cells().map(text).collect();
        self.refuse_header(&first.fields, &cells).map_err(|error| error.at_line(row.line))
    }

    /// The same of the cells of a sheet's row, each with the number of its field, without the line: rows of records have
    /// lost there what stands in columns that are not read.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`].
    pub fn refuse_other_cells<'c>(
        &self,
        first: &[Option<u8>],
        cells: impl Iterator<Item = (usize, &'c str)> + Clone,
    ) -> Result<(), Error> {
        let is_number = |cell: &str| cell.as_bytes().first().is_some_and(u8::is_ascii_digit);
        let has_person =
            |(at, cell): (usize, &str)| first.get(at).copied().flatten() == Some(self.person as u8) && is_number(cell);
        let is_wider = || cells.clone().last().is_some_and(|(at, _)| at >= first.len());
        if self.table.is_none() || cells.clone().any(has_person) && !is_wider() {
            return Ok(());
        }
        if cells.clone().filter(|(_, cell)| is_number(cell)).nth(1).is_some() {
            return Ok(());
        }
        if !cells.clone().any(|(_, cell)| self.is_of_person(&trimmed(cell))) {
            return Ok(());
        }
        let mut names = Vec::new();
        for (at, cell) in cells {
            names.resize(at, String::new());
            names.push(trimmed(cell));
        }
        self.refuse_header(first, &names)
    }

    /// Whether this is a heading of the column with the ИИН.
    fn is_of_person(&self, cell: &str) -> bool {
        self.columns[self.person].headings.contains(&fold(cell))
    }

    #[cold]
    fn refuse_header(&self, first: &[Option<u8>], cells: &[String]) -> Result<(), Error> {
        let again = self.find(cells, 0, Encoding::Cells)?;
        // One alone is a remark that somebody has made about a person.
        if again.fields.iter().flatten().count() < 2 {
            return Ok(());
        }
        let column = |fields: &[Option<u8>], at: usize| fields.get(at).copied().flatten();
        let person = first.iter().position(|&column| column == Some(self.person as u8));
        let has_person = person.is_some_and(|at| column(&again.fields, at) == Some(self.person as u8));
        if !has_person && !self.missing(&again).is_empty() {
            return Ok(());
        }
        // A heading that is not known may be a caption under a name.
        let differs = |at: &usize| {
            let (before, now) = (column(first, *at), column(&again.fields, *at));
            before != now && (now.is_some() || again.fields.contains(&before))
        };
        let Some(at) = (0..first.len().max(cells.len())).find(differs) else { return Ok(()) };
        Err(Error::new(ErrorKind::Input, say!("header-other", number = at + 1)).with_hint(say!("header-other-hint")))
    }
}
