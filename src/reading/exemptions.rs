//! Rows of an exemptions file.

use crate::batch::rejects::Fault;
use crate::batch::status::Reject;
use crate::facts::rows::Exemption;
use crate::law::Law;
use crate::period::Day;
use crate::person::Iin;
use crate::reading::encoding::Encoding;
use crate::reading::header::Header;
use crate::reading::operations::{as_it_stands, day_or_empty, iin};
use crate::reading::rows::Row;

/// The columns, by number.
pub(crate) const COLUMNS: [&str; 6] = ["iin", "category", "valid_from", "valid_to", "known_on", "source_id"];
const IIN: usize = 0;
const CATEGORY: usize = 1;
const VALID_FROM: usize = 2;
const VALID_TO: usize = 3;
const KNOWN_ON: usize = 4;

/// The header of an exemptions file.
pub(crate) fn header(encoding: Encoding) -> Header {
    let (required, optional) = COLUMNS.split_at(VALID_FROM);
    Header::new(required, optional, encoding).of_template()
}

/// An exemption and the day on which it became known, where the row tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReadExemption {
    pub exemption: Exemption,
    pub known_on: Option<Day>,
}

/// The exemption of this row, or the person where he can be read and why the row cannot be taken.
pub(crate) fn read(row: &Row<'_>, law: &Law, encoding: Encoding) -> Result<ReadExemption, (Option<Iin>, Fault)> {
    if row.is_malformed || !row.is_ascii && row.fields().any(|field| encoding.text(&field.value()).is_none()) {
        return Err((None, Fault::row(Reject::MalformedRow)));
    }
    let iin = as_it_stands(row.field(IIN), |bytes| iin(bytes, IIN)).map_err(|fault| (None, fault))?;
    read_of_person(row, law, iin).map_err(|fault| (Some(iin), fault))
}

fn read_of_person(row: &Row<'_>, law: &Law, iin: Iin) -> Result<ReadExemption, Fault> {
    let day = |column: usize| as_it_stands(row.field(column), |bytes| day_or_empty(bytes, column));
    let days = (day(VALID_FROM)?, day(VALID_TO)?);
    let known_on = day(KNOWN_ON)?;
    let category = std::str::from_utf8(&row.field(CATEGORY).trimmed())
        .ok()
        .and_then(|code| law.category_id(code))
        .ok_or(Fault::column(Reject::Category, CATEGORY))?;
    if days.0.zip(days.1).is_some_and(|(from, to)| from > to) {
        return Err(Fault::column(Reject::Interval, VALID_TO));
    }
    Ok(ReadExemption { exemption: Exemption { iin, category, days }, known_on })
}
