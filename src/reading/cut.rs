//! Amounts that a comma among their digits may have cut in two, where commas divide fields.

use crate::error::{Error, ErrorKind};
use crate::reading::expected::Column;
use crate::words::say;

/// A column of money in a text whose fields commas divide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Amount {
    /// The number of its field.
    pub field: usize,
    behind: Behind,
}

/// What the column behind an amount is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// It has no heading: what stands in it may be what stood behind a comma.
    Unheaded,
    Amount,
    /// Any other, or none.
    Other,
}

impl Amount {
    /// The columns of money among these names of a header and the numbers of the expected columns that they are.
    pub(super) fn all(names: &[String], fields: &[Option<u8>], expected: &[Column]) -> Vec<Amount> {
        let is_amount = |field: usize| {
            let number = fields.get(field).copied().flatten();
            number.and_then(|number| expected.get(usize::from(number))).is_some_and(Column::is_amount)
        };
        let behind = |field: usize| match names.get(field + 1) {
            Some(name) if name.is_empty() => Behind::Unheaded,
            _ if is_amount(field + 1) => Behind::Amount,
            _ => Behind::Other,
        };
        let amounts = (0..names.len()).filter(|&field| is_amount(field));
        amounts.map(|field| Amount { field, behind: behind(field) }).collect()
    }

    /// Whether any row may have an amount that is cut, and not only one with more fields than the header.
    pub fn is_before_none(&self) -> bool {
        self.behind == Behind::Unheaded
    }

    /// Refuses a row with these cells where a comma has cut this amount: in a column without a heading
    /// anything that begins with a digit is the rest of it; in another one what may be decimals or thousands is, where the
    /// row has a field more than the header, be it empty.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] with the two parts.
    pub fn refuse(&self, cells: &[String], has_surplus: bool) -> Result<(), Error> {
        let (Some(whole), Some(rest)) = (cells.get(self.field), cells.get(self.field + 1)) else { return Ok(()) };
        let (whole, rest) = (whole.trim(), rest.trim());
        if !whole.ends_with(|letter: char| letter.is_ascii_digit()) {
            return Ok(());
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let is_group = |behind: &str| (1..=3).contains(&digits) && behind.bytes().all(|digit| digit.is_ascii_digit());
        let message = match self.behind {
            Behind::Unheaded if digits > 0 => say!("amount-cut", whole = whole, rest = rest),
            // Ordinary amounts of КГД have decimals too.
            Behind::Amount if has_surplus && is_group(rest) => say!("amount-cut-shifts", whole = whole, rest = rest),
            Behind::Other if has_surplus && is_group(&rest[digits..].replacen('.', "", 1)) => {
                say!("amount-cut-shifts", whole = whole, rest = rest)
            }
            _ => return Ok(()),
        };
        let hint = match self.behind {
            Behind::Unheaded => say!("amount-cut-hint"),
            _ => say!("amount-cut-shifts-hint"),
        };
        Err(Error::new(ErrorKind::Input, message).with_hint(hint))
    }
}
