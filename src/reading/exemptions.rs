//! Rows of an exemptions file.

use crate::error::Error;
use crate::facts::rows::{Exemption, is_backward};
use crate::law::Law;
use crate::period::Day;
use crate::person::Iin;
use crate::reading::cells::{Cells, RowFault};
use crate::reading::encoding::Encoding;
use crate::reading::fault::Fault;
use crate::reading::header::Header;
use crate::reading::header::headings::Kind;
use crate::reading::header::mapping::{Mapping, Zeros};
use crate::reading::operations::{calendar_day, code, iin};
use crate::reading::reasons::{Reason, of_category};
use crate::reject::Reject;

/// The columns, by number.
pub(crate) const COLUMNS: [&str; 6] = ["iin", "category", "valid_from", "valid_to", "known_on", "source_id"];
const IIN: usize = 0;
const CATEGORY: usize = 1;
const VALID_FROM: usize = 2;
const VALID_TO: usize = 3;
const KNOWN_ON: usize = 4;

/// The header of an exemptions file. When one became known bears on nothing where that is not asked.
pub(crate) fn header(encoding: Encoding, mapping: &Mapping, is_known_on_asked: bool) -> Result<Header, Error> {
    let header = Header::of(Kind::Exemptions, COLUMNS.split_at(VALID_FROM), encoding, mapping)?;
    Ok(if is_known_on_asked { header } else { header.without_bearing(COLUMNS[KNOWN_ON]) })
}

/// An exemption and the day on which it became known, where the row tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReadExemption {
    pub exemption: Exemption,
    pub known_on: Option<Day>,
    /// Whether the ИИН got its zeros back.
    pub is_restored: bool,
}

/// The exemption of this row, or the person where he can be read and why the row cannot be taken.
pub(crate) fn read<'a>(row: &impl Cells<'a>, law: &Law, zeros: Zeros) -> Result<ReadExemption, (Option<Iin>, Fault)> {
    if let Some(RowFault(reason)) = row.fault() {
        return Err((None, Fault::row(reason)));
    }
    let (iin, is_restored) = iin(row, IIN, zeros).map_err(|fault| (None, fault))?;
    let read = read_of_person(row, law, iin).map_err(|fault| (Some(iin), fault))?;
    Ok(ReadExemption { is_restored, ..read })
}

/// The day from which the row was known, where it says one, whatever else it says.
pub(crate) fn known_on<'a>(row: &impl Cells<'a>) -> Option<Day> {
    calendar_day(row, KNOWN_ON).ok().flatten()
}

fn read_of_person<'a>(row: &impl Cells<'a>, law: &Law, iin: Iin) -> Result<ReadExemption, Fault> {
    let days = (calendar_day(row, VALID_FROM)?, calendar_day(row, VALID_TO)?);
    let known_on = calendar_day(row, KNOWN_ON)?;
    let code = code(row, CATEGORY);
    let unknown = || of_category(&row.text(CATEGORY).unwrap_or_default());
    let category = law.category_id(&code).map_err(|_| Fault::column((Reject::Category, unknown()), CATEGORY))?;
    interval(days, VALID_TO)?;
    Ok(ReadExemption { exemption: Exemption { iin, category, days }, known_on, is_restored: false })
}

/// Refuses days of which the first is after the last; `column` is the last one's.
pub(crate) fn interval(days: (Option<Day>, Option<Day>), column: usize) -> Result<(), Fault> {
    match days {
        (Some(from), Some(to)) if is_backward(days) => {
            Err(Fault::column((Reject::Interval, Reason::Interval { from, to }), column))
        }
        _ => Ok(()),
    }
}
