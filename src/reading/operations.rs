//! Rows of an operations file.

use std::borrow::Cow;

use crate::batch::operation::{Operation, OperationRef};
use crate::error::Error;
use crate::money::Tenge;
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::reading::cells::{Cells, RowFault};
use crate::reading::encoding::Encoding;
use crate::reading::fault::Fault;
use crate::reading::header::Header;
use crate::reading::header::headings::Kind;
use crate::reading::header::mapping::{Mapping, Zeros};
use crate::reading::reasons::{self, Reason};
use crate::reject::Reject;

/// The columns, by number.
pub(crate) const COLUMNS: [&str; 5] = ["operation_id", "iin", "settled_on", "income", "corrects_on"];
pub(crate) const OPERATION_ID: usize = 0;
pub(crate) const IIN: usize = 1;
pub(crate) const SETTLED_ON: usize = 2;
pub(crate) const INCOME: usize = 3;
pub(crate) const CORRECTS_ON: usize = 4;

/// The header of an operations file.
pub(crate) fn header(encoding: Encoding, mapping: &Mapping) -> Result<Header, Error> {
    Header::of(Kind::Operations, COLUMNS.split_at(CORRECTS_ON), encoding, mapping)
}

/// An operation whose id may have had to be unquoted or decoded.
pub(crate) struct ReadOperation<'a> {
    pub id: Cow<'a, [u8]>,
    pub iin: Iin,
    pub settled_on: Day,
    pub corrects_on: Option<Day>,
    pub income: Tenge,
    /// Whether the ИИН got its zeros back.
    pub is_restored: bool,
    /// Whether the income may stand otherwise than in its normal form.
    pub is_unusual_income: bool,
}

impl ReadOperation<'_> {
    #[inline]
    pub fn as_held(&self) -> OperationRef<'_> {
        OperationRef {
            id: &self.id,
            iin: self.iin,
            settled_on: self.settled_on,
            corrects_on: self.corrects_on,
            income: self.income,
        }
    }
}

/// The operation of this row, or the first status from `malformed-row` to `income-range` that applies.
#[inline(always)]
pub(crate) fn read<'a>(row: &impl Cells<'a>, zeros: Zeros) -> Result<ReadOperation<'a>, Fault> {
    if row.is_malformed()
        && let Some(RowFault(reason)) = row.fault()
    {
        return Err(Fault::row(reason));
    }
    // All five are read before any is judged: bad text in the last one comes before a bad id in the first.
    read_fields(row, zeros).map_err(|fault| row.fault().map_or(fault, |RowFault(reason)| Fault::row(reason)))
}

#[inline(always)]
fn read_fields<'a>(row: &impl Cells<'a>, zeros: Zeros) -> Result<ReadOperation<'a>, Fault> {
    let id = id(row)?;
    let (iin, is_restored) = iin(row, IIN, zeros)?;
    let settled_on = day(row, SETTLED_ON)?;
    let corrects_on = day_or_empty(row, CORRECTS_ON)?;
    if let Some(corrected) = corrects_on
        && corrected > settled_on
    {
        let reason = Reason::CorrectsLater { corrected, settled: settled_on };
        return Err(Fault::column((Reject::CorrectsLater, reason), CORRECTS_ON));
    }
    let (income, is_unusual_income) = match row.amount(INCOME) {
        Some(income) => (income, false),
        None => (amount_of_text(row, INCOME)?, true),
    };
    Ok(ReadOperation { id, iin, settled_on, corrects_on, income, is_restored, is_unusual_income })
}

/// The month that the row is of, whatever else is wrong with it; `None` where its days do not tell.
pub(crate) fn month<'a>(row: &impl Cells<'a>) -> Option<Month> {
    let settled_on = day(row, SETTLED_ON).ok()?;
    Some(day_or_empty(row, CORRECTS_ON).ok()?.unwrap_or(settled_on).month())
}

#[inline]
fn id<'a>(row: &impl Cells<'a>) -> Result<Cow<'a, [u8]>, Fault> {
    // Where the id is no text the row has a fault of its own.
    let id = row.text(OPERATION_ID).unwrap_or_default();
    if id.is_empty() || id.len() > Operation::ID_BYTES_MAX {
        let reason = if id.is_empty() { Reason::NoId } else { Reason::LongId { bytes: id.len() } };
        return Err(Fault::column((Reject::OperationId, reason), OPERATION_ID));
    }
    Ok(id)
}

/// The ИИН of a row of any file, and whether it got its zeros back.
#[inline(always)]
pub(crate) fn iin<'a>(row: &impl Cells<'a>, column: usize, zeros: Zeros) -> Result<(Iin, bool), Fault> {
    match row.iin(column) {
        Some(iin) => Ok((iin, false)),
        None => iin_of_text(row, column, zeros),
    }
}

#[cold]
fn iin_of_text<'a>(row: &impl Cells<'a>, column: usize, zeros: Zeros) -> Result<(Iin, bool), Fault> {
    let text = row.text(column).unwrap_or_default();
    zeros.iin(&text).ok_or_else(|| Fault::column(reasons::of_iin(&text), column))
}

/// Until this day a day may be a form of 0001-01-01, turned into the time of Kazakhstan.
const EMPTY_UNTIL: u32 = 3;

/// A day that must be given.
#[inline(always)]
pub(crate) fn day<'a>(row: &impl Cells<'a>, column: usize) -> Result<Day, Fault> {
    match row.day(column) {
        Some(day) if day.number() > EMPTY_UNTIL => Ok(day),
        _ => day_of_text(row, column, Day::parse)?.ok_or_else(|| no_day(row, column)),
    }
}

/// A day that was typed as the value of an option, and must be one.
pub(crate) fn typed_day(text: &[u8]) -> Result<Day, Reason> {
    Day::parse(text).filter(|_| !Day::is_empty_date(text)).ok_or_else(|| reasons::of_day(text, false))
}

/// A day that may be left out.
#[inline(always)]
fn day_or_empty<'a>(row: &impl Cells<'a>, column: usize) -> Result<Option<Day>, Fault> {
    if row.is_empty(column) {
        return Ok(None);
    }
    match row.day(column) {
        Some(day) if day.number() > EMPTY_UNTIL => Ok(Some(day)),
        _ => day_of_text(row, column, Day::parse),
    }
}

/// A day of the calendar, no instant, that may be left out.
pub(crate) fn calendar_day<'a>(row: &impl Cells<'a>, column: usize) -> Result<Option<Day>, Fault> {
    if row.is_empty(column) { Ok(None) } else { day_of_text(row, column, Day::parse_calendar) }
}

#[cold]
fn day_of_text<'a>(
    row: &impl Cells<'a>,
    column: usize,
    parse: impl Fn(&[u8]) -> Option<Day>,
) -> Result<Option<Day>, Fault> {
    // What is no text is not nothing: a day that may be left out was not.
    let text = row.text(column).ok_or_else(|| no_day(row, column))?;
    match parse(&text) {
        Some(day) if day.number() > EMPTY_UNTIL => Ok(Some(day)),
        _ if text.is_empty() || Day::is_empty_date(&text) => Ok(None),
        Some(day) => Ok(Some(day)),
        None if row.is_day_beyond(column) => Err(Fault::column((Reject::Date, Reason::DayBeyond), column)),
        None => {
            // Only a day of the calendar is refused for an offset that another day may have.
            let of_calendar = Day::parse(&text).is_some();
            Err(Fault::column((Reject::Date, reasons::of_day(&text, of_calendar)), column))
        }
    }
}

#[cold]
fn no_day<'a>(row: &impl Cells<'a>, column: usize) -> Fault {
    let text = row.text(column).unwrap_or_default();
    Fault::column((Reject::Date, reasons::of_day(&text, false)), column)
}

/// An amount of a row of any file.
#[inline(always)]
pub(crate) fn amount<'a>(row: &impl Cells<'a>, column: usize) -> Result<Tenge, Fault> {
    match row.amount(column) {
        Some(amount) => Ok(amount),
        None => amount_of_text(row, column),
    }
}

#[inline(never)]
fn amount_of_text<'a>(row: &impl Cells<'a>, column: usize) -> Result<Tenge, Fault> {
    let text = row.text(column).unwrap_or_default();
    Tenge::parse(&text).map_err(|_| Fault::column(reasons::of_amount(&text), column))
}

/// A code of the law, which is in lower case.
pub(crate) fn code<'a>(row: &impl Cells<'a>, column: usize) -> Cow<'a, str> {
    let text = row.text(column).unwrap_or_default();
    match text {
        Cow::Borrowed(text) if !text.iter().any(u8::is_ascii_uppercase) && text.is_ascii() => {
            String::from_utf8_lossy(text)
        }
        text => String::from_utf8_lossy(&text).to_lowercase().into(),
    }
}

/// Why an operation is rejected by what is in force.
pub(crate) fn fault_in_force(
    reject: Reject,
    operation: &OperationRef<'_>,
    period: Option<Month>,
    closed: Option<Month>,
) -> Fault {
    let day = operation.effective_on();
    let reason = match reject {
        Reject::NoRates => Reason::NoRates(day),
        Reject::OutsidePeriod => Reason::OutsidePeriod(day, period),
        Reject::ClosedMonth => Reason::ClosedMonth(day, closed),
        _ => Reason::NoRegime(day),
    };
    Fault::column((reject, reason), column_at_fault(reject, operation))
}

/// The column that is at fault where the operation is rejected by what is in force.
fn column_at_fault(reject: Reject, operation: &OperationRef<'_>) -> usize {
    match reject {
        Reject::NoRegime => IIN,
        // The effective day.
        _ if operation.corrects_on.is_some() => CORRECTS_ON,
        _ => SETTLED_ON,
    }
}
