//! Rows of a contractors file.

use crate::batch::rejects::Fault;
use crate::batch::status::Reject;
use crate::facts::rows::ContractorRegime;
use crate::law::Law;
use crate::person::Iin;
use crate::reading::encoding::Encoding;
use crate::reading::header::Header;
use crate::reading::operations::{day_or_empty, iin};
use crate::reading::rows::Row;

/// The columns, by number.
pub(crate) const COLUMNS: [&str; 8] =
    ["iin", "surname", "given_name", "patronymic", "birth_date", "regime", "regime_from", "regime_to"];
const IIN: usize = 0;
pub(crate) const BIRTH_DATE: usize = 4;
pub(crate) const REGIME: usize = 5;
const REGIME_FROM: usize = 6;
const REGIME_TO: usize = 7;

/// The header of a contractors file.
pub(crate) fn header(encoding: Encoding) -> Header {
    let (required, optional) = COLUMNS.split_at(IIN + 1);
    Header::new(required, optional, encoding).of_template()
}

/// A contractor's row: the person, and the regime where the row has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReadContractor {
    pub iin: Iin,
    pub regime: Option<ContractorRegime>,
}

/// A row that cannot be taken: the person where he can be read, whether the row has a regime, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BadContractor {
    pub iin: Option<Iin>,
    pub has_regime: bool,
    pub fault: Fault,
}

/// The contractor of this row.
pub(crate) fn read(row: &Row<'_>, law: &Law, encoding: Encoding) -> Result<ReadContractor, BadContractor> {
    let unread = |fault| BadContractor { iin: None, has_regime: false, fault };
    if row.is_malformed || row.fields().any(|field| encoding.text(&field.value()).is_none()) {
        return Err(unread(Fault::row(Reject::MalformedRow)));
    }
    let iin = iin(&row.field(IIN).trimmed(), IIN).map_err(unread)?;
    let code = row.field(REGIME).trimmed();
    let has_regime = !code.is_empty();
    let read = || {
        let day = |column: usize| day_or_empty(&row.field(column).trimmed(), column);
        day(BIRTH_DATE)?;
        let days = (day(REGIME_FROM)?, day(REGIME_TO)?);
        let regime = has_regime
            .then(|| {
                std::str::from_utf8(&code)
                    .ok()
                    .and_then(|code| law.regime_id(code))
                    .ok_or(Fault::column(Reject::Regime, REGIME))
            })
            .transpose()?;
        if days.0.zip(days.1).is_some_and(|(from, to)| from > to) {
            return Err(Fault::column(Reject::Interval, REGIME_TO));
        }
        Ok(ReadContractor { iin, regime: regime.map(|regime| ContractorRegime { iin, regime, days }) })
    };
    read().map_err(|fault| BadContractor { iin: Some(iin), has_regime, fault })
}
