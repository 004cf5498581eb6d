//! Rows of an operations file.

use std::borrow::Cow;

use crate::batch::operation::{Operation, OperationRef};
use crate::batch::rejects::Fault;
use crate::batch::status::Reject;
use crate::money::{MoneyFault, Tenge};
use crate::period::Day;
use crate::person::{Iin, IinFault};
use crate::reading::encoding::Encoding;
use crate::reading::header::Header;
use crate::reading::rows::{Field, Row};

/// The columns, by number.
pub(crate) const COLUMNS: [&str; 5] = ["operation_id", "iin", "settled_on", "income", "corrects_on"];
pub(crate) const OPERATION_ID: usize = 0;
pub(crate) const IIN: usize = 1;
pub(crate) const SETTLED_ON: usize = 2;
pub(crate) const INCOME: usize = 3;
pub(crate) const CORRECTS_ON: usize = 4;

/// The header of an operations file.
pub(crate) fn header(encoding: Encoding) -> Header {
    let (required, optional) = COLUMNS.split_at(CORRECTS_ON);
    Header::new(required, optional, encoding).of_template().with_option("--column")
}

/// An operation whose id may have had to be unquoted or decoded.
pub(crate) struct ReadOperation<'a> {
    pub id: Cow<'a, [u8]>,
    pub iin: Iin,
    pub settled_on: Day,
    pub corrects_on: Option<Day>,
    pub income: Tenge,
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
pub(crate) fn read<'a>(row: &Row<'a>, encoding: Encoding) -> Result<ReadOperation<'a>, Fault> {
    if row.is_malformed {
        return Err(Fault::row(Reject::MalformedRow));
    }
    // All five are read before any is judged: bad text in the last one comes before a bad id in the first.
    read_fields(row, encoding).map_err(|fault| {
        let is_text = |number: usize| encoding.text(&row.field(number).value()).is_some();
        if (0..COLUMNS.len()).all(is_text) { fault } else { Fault::row(Reject::MalformedRow) }
    })
}

#[inline]
fn read_fields<'a>(row: &Row<'a>, encoding: Encoding) -> Result<ReadOperation<'a>, Fault> {
    let id = id(row, encoding)?;
    let iin = as_it_stands(row.field(IIN), |bytes| iin(bytes, IIN))?;
    let day = |bytes: &[u8]| Day::parse(bytes).ok_or(Fault::column(Reject::Date, SETTLED_ON));
    let settled_on = as_it_stands(row.field(SETTLED_ON), day)?;
    let corrects_on = as_it_stands(row.field(CORRECTS_ON), |bytes| day_or_empty(bytes, CORRECTS_ON))?;
    if corrects_on.is_some_and(|day| day > settled_on) {
        return Err(Fault::column(Reject::CorrectsLater, CORRECTS_ON));
    }
    let income = match row.sixteen(INCOME).and_then(Tenge::of_sixteen) {
        Some(income) => income,
        None => income(row.field(INCOME))?,
    };
    Ok(ReadOperation { id, iin, settled_on, corrects_on, income })
}

fn income(field: Field<'_>) -> Result<Tenge, Fault> {
    Tenge::parse(&field.trimmed()).map_err(|fault| {
        let reject = match fault {
            MoneyFault::Grammar => Reject::Income,
            MoneyFault::Range => Reject::IncomeRange,
        };
        Fault::column(reject, INCOME)
    })
}

/// Reads a field that can have neither blanks around it nor quotes in it; only where it cannot be read, it is looked for
/// those.
#[inline(always)]
pub(crate) fn as_it_stands<T, E>(field: Field<'_>, read: impl Fn(&[u8]) -> Result<T, E>) -> Result<T, E> {
    match read(field.bytes()) {
        Ok(value) => Ok(value),
        Err(_) => trimmed(field, read),
    }
}

#[cold]
fn trimmed<T, E>(field: Field<'_>, read: impl Fn(&[u8]) -> Result<T, E>) -> Result<T, E> {
    read(&field.trimmed())
}

#[inline]
fn id<'a>(row: &Row<'a>, encoding: Encoding) -> Result<Cow<'a, [u8]>, Fault> {
    let mut id = row.field(OPERATION_ID).trimmed();
    if !row.is_ascii {
        id = encoding.utf8(id).ok_or(Fault::row(Reject::MalformedRow))?;
    }
    if id.is_empty() || id.len() > Operation::ID_BYTES_MAX {
        return Err(Fault::column(Reject::OperationId, OPERATION_ID));
    }
    Ok(id)
}

/// The ИИН of a row of any file.
#[inline]
pub(crate) fn iin(bytes: &[u8], column: usize) -> Result<Iin, Fault> {
    Iin::parse(bytes).map_err(|fault| {
        let reject = match fault {
            IinFault::Digits => Reject::Iin,
            IinFault::CheckDigit => Reject::IinCheckDigit,
        };
        Fault::column(reject, column)
    })
}

/// A day that may be left out.
#[inline]
pub(crate) fn day_or_empty(bytes: &[u8], column: usize) -> Result<Option<Day>, Fault> {
    if bytes.is_empty() {
        return Ok(None);
    }
    Day::parse(bytes).map(Some).ok_or(Fault::column(Reject::Date, column))
}

/// The column that is at fault where the operation is rejected by what is in force.
pub(crate) fn column_at_fault(reject: Reject, operation: &OperationRef<'_>) -> usize {
    match reject {
        Reject::NoRegime => IIN,
        // The effective day.
        _ if operation.corrects_on.is_some() => CORRECTS_ON,
        _ => SETTLED_ON,
    }
}
