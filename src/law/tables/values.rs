//! Values as the tables write them: exact numbers and codes.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use crate::error::Error;
use crate::law::tables::table::{Entry, Text};
use crate::money::Tenge;
use crate::words::{Message, say};

// An amount has at most twelve whole digits and two decimals, so a product with a factor in these bounds has at most 24
// digits, all of which a `Decimal` keeps.
const MOST_WHOLE: usize = 6;
const MOST_DECIMALS: usize = 4;

/// The factor of a multiple.
pub(in crate::law) fn factor(text: &Text<'_>) -> Result<Decimal, Error> {
    exact(text, MOST_WHOLE, MOST_DECIMALS)
}

/// The multiple in the text, and the same in ten-thousandths.
pub(in crate::law) fn multiple_of(text: &Text<'_>) -> Result<(String, u64), Error> {
    let factor = factor(text)?;
    // At most ten digits.
    let ten_thousandths = factor.mantissa().unsigned_abs() as u64 * 10_u64.pow(4 - factor.scale().min(4));
    Ok((text.value.clone().into_owned(), ten_thousandths))
}

/// An amount above zero: up to twelve digits with up to two decimals.
pub(in crate::law) fn amount(text: &Text<'_>) -> Result<Tenge, Error> {
    let amount = exact(text, 12, 2)?;
    Tenge::try_from(amount).map_err(|_| text.refuse(say!("table-out-of-range")))
}

/// The number above zero in the text: digits, then optionally a dot and decimals, no more of either than said.
fn exact(text: &Text<'_>, whole_max: usize, decimals_max: usize) -> Result<Decimal, Error> {
    let fault = || text.refuse(say!("number-not-exact", whole = whole_max, decimals = decimals_max));
    let (whole, decimals) = text.value.split_once('.').unwrap_or((&text.value, "0"));
    let digits = |part: &str, most| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole, whole_max) || !digits(decimals, decimals_max) {
        return Err(fault());
    }
    let number: i64 = format!("{whole}{decimals}").parse().map_err(|_| fault())?;
    if number == 0 {
        return Err(fault());
    }
    Ok(Decimal::new(number, decimals.len() as u32))
}

/// A number from 1 to 999.
pub(in crate::law) fn most(text: &Text<'_>) -> Result<u32, Error> {
    number(text, 1..=999, say!("number-wrong"))
}

/// A day that every month has.
pub(in crate::law) fn day_of_month(text: &Text<'_>) -> Result<u32, Error> {
    number(text, 1..=28, say!("month-day-wrong"))
}

/// A number of this range in digits, no more of them than the last one has.
pub(in crate::law) fn number(text: &Text<'_>, known: RangeInclusive<u32>, otherwise: Message) -> Result<u32, Error> {
    let digits =
        text.value.len() <= known.end().to_string().len() && text.value.bytes().all(|byte| byte.is_ascii_digit());
    let number = if digits { text.value.parse().ok() } else { None };
    number.filter(|number| known.contains(number)).ok_or_else(|| text.refuse(otherwise))
}

/// The payment purpose code under `knp`.
pub(in crate::law) fn knp<'a>(entry: &mut Entry<'a>) -> Result<Text<'a>, Error> {
    let text = entry.text("knp")?;
    if text.value.len() != 3 || !text.value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(text.refuse(say!("knp-wrong")));
    }
    Ok(text)
}
