//! The rows right below a header, which may say that it is none, or not all of it.

use crate::error::{Error, ErrorKind};
use crate::reading::header::expected::Column;
use crate::reading::header::headings::fold;
use crate::reading::header::near::is_known;
use crate::reading::header::unit::says_thousands;
use crate::words::say;

/// What a header leaves for the rows below it to say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Below {
    /// The field of the ИИН, and the folded headings of that column.
    pub iin: Option<(usize, Vec<String>)>,
    /// By field whether it has a heading.
    pub headed: Vec<bool>,
    /// Whether columns go on behind the last heading, as those of a sheet do.
    pub is_sheet: bool,
    /// The folded headings of the columns that are missing and that a figure or a status rests on.
    pub missing: Vec<String>,
    /// What people are known to write for them.
    pub mistakes: Vec<String>,
    /// The fields of amounts.
    pub amounts: Vec<usize>,
}

impl Below {
    /// What these names, and the numbers of the expected columns that they are, leave of those that are expected. A heading
    /// that is to be passed over says nothing.
    pub(super) fn of(
        (names, fields): (&[String], &[Option<u8>]),
        (expected, ignored): (&[Column], &[String]),
    ) -> Below {
        let mut below = Below { headed: names.iter().map(|name| !name.is_empty()).collect(), ..Below::default() };
        for (number, column) in (0..).zip(expected) {
            let at = fields.iter().position(|field| *field == Some(number));
            below.amounts.extend(at.filter(|_| column.is_amount()));
            match at {
                Some(at) if column.name == "iin" => below.iin = Some((at, column.headings.clone())),
                None if column.bears => {
                    below.missing.extend_from_slice(&column.headings);
                    below.mistakes.extend_from_slice(&column.mistakes);
                }
                _ => {}
            }
        }
        for headings in [&mut below.missing, &mut below.mistakes] {
            headings.retain(|heading| !ignored.contains(heading));
        }
        below
    }

    /// Whether a cell in this field is a heading of the ИИН in its column.
    fn is_again(&self, field: usize, cell: &str) -> bool {
        let is_heading = |headings: &[String]| {
            !cell.as_bytes().first().is_some_and(u8::is_ascii_digit) && headings.contains(&fold(cell))
        };
        self.iin.as_ref().is_some_and(|(at, headings)| *at == field && is_heading(headings))
    }

    /// Refuses a row that goes on with the header, or is the header itself: cells merged over two rows leave columns without
    /// a heading, and a row of particulars above a table may look like a header. Of who stands in the row nothing is known
    /// then, and what the columns are called below would be read as if it were not there.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] with what stands in it.
    pub fn refuse<'c>(&self, cells: impl Iterator<Item = &'c str> + Clone, is_next: bool) -> Result<(), Error> {
        let Some((at, _)) = &self.iin else { return Ok(()) };
        let iin = cells.clone().nth(*at).unwrap_or_default();
        let is_again = self.is_again(*at, iin);
        if !iin.is_empty() && !is_again {
            return Ok(());
        }
        // A row of somebody whose ИИН is missing has a day or an amount.
        let is_number = |cell: &str| cell.contains(char::is_numeric) && !cell.contains(char::is_alphabetic);
        let goes_on = is_next && !is_again && !cells.clone().any(is_number);
        let known = || self.missing.iter().chain(&self.mistakes);
        let names_missing = |cell: &&str| {
            !cell.is_empty() && (self.missing.contains(&fold(cell)) || goes_on && is_known(&fold(cell), known()))
        };
        if let Some(heading) = cells.clone().find(names_missing) {
            let error = Error::new(ErrorKind::Input, say!("header-below", heading = heading));
            return Err(error.with_hint(match is_again {
                true => say!("header-other-hint"),
                false => say!("header-two-rows-hint"),
            }));
        }
        let unit = |(at, cell): (usize, &'c str)| (self.amounts.contains(&at) && says_thousands(cell)).then_some(cell);
        if goes_on && let Some(unit) = cells.clone().enumerate().find_map(unit) {
            let error = Error::new(ErrorKind::Input, say!("header-thousands", heading = unit));
            return Err(error.with_hint(say!("header-thousands-hint")));
        }
        if !goes_on || cells.clone().any(|cell| cell.contains(char::is_numeric)) {
            return Ok(());
        }
        let is_heading = |cell: &str| cell.chars().any(char::is_alphabetic);
        let mut unheaded =
            cells.enumerate().filter(|(at, cell)| !self.headed.get(*at).unwrap_or(&!self.is_sheet) && is_heading(cell));
        match unheaded.next() {
            // It may be somebody's name all the same, which no terminal shows.
            Some((at, _)) => {
                let error = Error::new(ErrorKind::Input, say!("header-two-rows", number = (at + 1).to_string()));
                Err(error.with_hint(say!("header-two-rows-hint")))
            }
            _ => Ok(()),
        }
    }
}
