//! Amounts that a comma among their digits may have cut in two, where commas divide fields.

use crate::error::{Error, ErrorKind};
use crate::reading::expected::Column;
use crate::words::say;

/// The number of the field of an amount behind which a column without a heading stands, in a text whose fields commas divide:
/// what stands there may be the rest of the amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Amount(usize);

impl Amount {
    /// Those among these names of a header and the numbers of the expected columns that they are.
    pub(super) fn all(names: &[String], fields: &[Option<u8>], expected: &[Column]) -> Vec<Amount> {
        let is_amount = |field: usize| {
            let number = fields.get(field).copied().flatten();
            number.and_then(|number| expected.get(usize::from(number))).is_some_and(Column::is_amount)
        };
        let is_before_none = |field: &usize| names.get(field + 1).is_some_and(String::is_empty);
        (0..names.len()).filter(|&field| is_amount(field)).filter(is_before_none).map(Amount).collect()
    }

    /// Refuses a row with these cells where a comma has cut this amount: what begins with a digit behind it is the rest of it.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] with the two parts.
    pub fn refuse(self, cells: &[String]) -> Result<(), Error> {
        let (Some(whole), Some(rest)) = (cells.get(self.0), cells.get(self.0 + 1)) else { return Ok(()) };
        let (whole, rest) = (whole.trim(), rest.trim());
        let is_digit = |letter: char| letter.is_ascii_digit();
        if !whole.ends_with(is_digit) || !rest.starts_with(is_digit) {
            return Ok(());
        }
        let message = say!("amount-cut", whole = whole, rest = rest);
        Err(Error::new(ErrorKind::Input, message).with_hint(say!("amount-cut-hint")))
    }
}
