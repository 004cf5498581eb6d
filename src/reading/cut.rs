//! Amounts that a comma among their digits may have cut in two, where commas divide fields.

use crate::error::{Error, ErrorKind};
use crate::reading::encoding::Encoding;
use crate::reading::header::expected::Column;
use crate::words::say;

/// The numbers of the columns of money behind which one without a heading stands, in a text whose fields commas divide: what
/// stands there may be the rest of the amount. `fields` are the numbers of the expected columns that the header's names are.
pub(super) fn amounts(names: &[String], fields: &[Option<u8>], expected: &[Column]) -> Vec<u8> {
    let is_amount = |column: &u8| expected.get(usize::from(*column)).is_some_and(Column::is_amount);
    let behind = names.iter().skip(1);
    let before_none = fields.iter().zip(behind).filter(|(_, name)| name.is_empty());
    before_none.filter_map(|(column, _)| *column).filter(is_amount).collect()
}

/// Refuses the field of an amount and what stands behind it where a comma has cut the amount: digits without decimals, and
/// then what may be decimals or thousands, as `50 тг`; no day, no telephone.
///
/// # Errors
/// Kind [`ErrorKind::Input`] with the two parts.
pub(super) fn refuse((whole, rest): (&[u8], &[u8]), encoding: Encoding) -> Result<(), Error> {
    let (whole, rest) = (whole.trim_ascii(), rest.trim_ascii());
    let digits = rest.iter().take_while(|letter| letter.is_ascii_digit()).count();
    let is_part = (1..=DECIMALS_MAX).contains(&digits) && !matches!(rest.get(digits), Some(b'-' | b':' | b'/'));
    let is_whole = whole.last().is_some_and(u8::is_ascii_digit) && !whole.contains(&b'.');
    if !is_part || !is_whole {
        return Ok(());
    }
    let [whole, rest] = [whole, rest].map(|part| encoding.lossy(part).trim().to_owned());
    let message = say!("amount-cut", whole = whole, rest = rest);
    Err(Error::new(ErrorKind::Input, message).with_hint(say!("amount-cut-hint")))
}

/// Decimals of an amount.
const DECIMALS_MAX: usize = 6;
