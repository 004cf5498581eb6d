//! Rows of a contractors file.

use crate::error::Error;
use crate::facts::rows::ContractorRegime;
use crate::law::Law;
use crate::period::Day;
use crate::person::Iin;
use crate::reading::cells::{Cells, RowFault};
use crate::reading::encoding::Encoding;
use crate::reading::exemptions::interval;
use crate::reading::fault::Fault;
use crate::reading::header::Header;
use crate::reading::header::headings::Kind;
use crate::reading::header::mapping::{Mapping, Zeros};
use crate::reading::operations::{calendar_day, code, iin};
use crate::reading::reasons::of_regime;
use crate::reject::Reject;

/// The columns, by number.
pub(crate) const COLUMNS: [&str; 9] =
    ["iin", "surname", "given_name", "patronymic", "birth_date", "name", "regime", "regime_from", "regime_to"];
pub(crate) const IIN: usize = 0;
pub(crate) const SURNAME: usize = 1;
pub(crate) const GIVEN_NAME: usize = 2;
pub(crate) const PATRONYMIC: usize = 3;
pub(crate) const BIRTH_DATE: usize = 4;
/// Of entrepreneurs and legal entities; a statement has it in place of the other names.
pub(crate) const NAME: usize = 5;
pub(crate) const REGIME: usize = 6;
const REGIME_FROM: usize = 7;
const REGIME_TO: usize = 8;

/// The header of a contractors file.
pub(crate) fn header(encoding: Encoding, mapping: &Mapping) -> Result<Header, Error> {
    Header::of(Kind::Contractors, COLUMNS.split_at(IIN + 1), encoding, mapping)
}

/// A contractor's row: the person, and the regime where the row has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReadContractor {
    pub iin: Iin,
    pub birth_date: Option<Day>,
    pub regime: Option<ContractorRegime>,
    /// Whether the ИИН got its zeros back.
    pub is_restored: bool,
}

/// A row that cannot be taken: the person where he can be read, whether the row has a regime, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BadContractor {
    pub iin: Option<Iin>,
    pub has_regime: bool,
    pub fault: Fault,
}

/// The contractor of this row.
pub(crate) fn read<'a>(row: &impl Cells<'a>, law: &Law, zeros: Zeros) -> Result<ReadContractor, BadContractor> {
    let unread = |fault| BadContractor { iin: None, has_regime: false, fault };
    if let Some(RowFault(reason)) = row.fault() {
        return Err(unread(Fault::row(reason)));
    }
    let (iin, is_restored) = iin(row, IIN, zeros).map_err(unread)?;
    let code = code(row, REGIME);
    let has_regime = !code.is_empty();
    let read = || {
        let birth_date = calendar_day(row, BIRTH_DATE)?;
        let days = (calendar_day(row, REGIME_FROM)?, calendar_day(row, REGIME_TO)?);
        let unknown = || Fault::column((Reject::Regime, of_regime(&row.text(REGIME).unwrap_or_default())), REGIME);
        let regime = has_regime.then(|| law.regime_id(&code).map_err(|_| unknown())).transpose()?;
        interval(days, REGIME_TO)?;
        let regime = regime.map(|regime| ContractorRegime { iin, regime, days });
        Ok(ReadContractor { iin, birth_date, regime, is_restored })
    };
    read().map_err(|fault| BadContractor { iin: Some(iin), has_regime, fault })
}
