//! A row as its fields, whatever it came as: a record of a file, or a row of columns that have types.

use std::borrow::Cow;

use crate::money::Tenge;
use crate::period::Day;
use crate::person::Iin;
use crate::reading::encoding::Encoding;
use crate::reading::reasons::Reason;
use crate::reading::rows::Row;

/// Why a row cannot be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowFault(pub(crate) Reason);

impl RowFault {
    /// The field with this number, from 1, is no text.
    pub fn not_text(field: usize) -> RowFault {
        RowFault(Reason::Text { field, encoding: Encoding::Utf8 })
    }
}

/// The fields of one row, by the number of their column.
///
/// A value that has a type, or stands in its normal form, is given by it; everything else, and all that is refused, is
/// judged by its text.
pub trait Cells<'a> {
    /// Whether the row as a whole may be none, whatever its fields are.
    fn is_malformed(&self) -> bool;

    /// Why the row cannot be read, if it cannot: its shape, or a field that is read and is no text.
    fn fault(&self) -> Option<RowFault>;

    /// Whether the field has nothing in it.
    fn is_empty(&self, column: usize) -> bool;

    /// The field as UTF-8 without blanks around it; `None` where it is no text.
    fn text(&self, column: usize) -> Option<Cow<'a, [u8]>>;

    /// The field as it stood.
    fn shown(&self, column: usize) -> String;

    /// The ИИН of the field in its normal form.
    fn iin(&self, column: usize) -> Option<Iin>;

    /// The day of the field in its normal form.
    fn day(&self, column: usize) -> Option<Day>;

    /// Whether the field has the type of a day and is one outside the years that days have; a text is none.
    fn is_day_beyond(&self, _column: usize) -> bool {
        false
    }

    /// The amount of the field in its normal form.
    fn amount(&self, column: usize) -> Option<Tenge>;
}

/// The column at fault as the contract names it, and its field as it stood; both are empty where the row is at fault.
pub(crate) fn at_fault<'a, 'c>(row: &impl Cells<'a>, columns: &[&'c str], fault: Option<usize>) -> (&'c str, String) {
    let name = fault.and_then(|column| columns.get(column)).copied().unwrap_or_default();
    (name, fault.map(|column| row.shown(column)).unwrap_or_default())
}

impl<'a> Cells<'a> for Row<'a> {
    #[inline(always)]
    fn is_malformed(&self) -> bool {
        self.is_malformed
    }

    #[inline]
    fn fault(&self) -> Option<RowFault> {
        Row::fault(self).map(RowFault)
    }

    #[inline(always)]
    fn is_empty(&self, column: usize) -> bool {
        self.field(column).bytes().is_empty()
    }

    #[inline]
    fn text(&self, column: usize) -> Option<Cow<'a, [u8]>> {
        Row::text(self, column)
    }

    fn shown(&self, column: usize) -> String {
        self.encoding().lossy(&self.field(column).value()).into_owned()
    }

    #[inline(always)]
    fn iin(&self, column: usize) -> Option<Iin> {
        Iin::parse(self.field(column).bytes()).ok()
    }

    #[inline(always)]
    fn day(&self, column: usize) -> Option<Day> {
        self.days.parse(self.field(column).bytes())
    }

    #[inline(always)]
    fn amount(&self, column: usize) -> Option<Tenge> {
        self.sixteen(column).and_then(Tenge::of_sixteen)
    }
}
