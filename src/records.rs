//! Rows as flat records for serde: a field for each column of the file that `ustap calculate` writes, in its order.
//!
//! With the feature `serde`, and in the command line, which writes small files by them and reads them back.
//!
//! A row alone cannot be written: its regime and categories are numbers that mean nothing without their law. A record has
//! their codes. Amounts, days and persons are texts both ways (`1000000.50`, `2026-08-31`, `900101300017`), so that none
//! passes a float whatever the format is; counts are numbers.

use serde::{Deserialize, Serialize};

use crate::batch::totals::PaymentRow;
use crate::batch::typed::Line;
use crate::language::Language;
use crate::law::Law;
use crate::money::{Tenge, TengeSum};
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::reject::Reject;
use crate::withholding::due::Due;
use crate::withholding::limit::LimitRow;
use crate::withholding::row::{LineRef, RegisterRow};

/// A row of `register.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "columns, which docs/formats.md describes")]
#[non_exhaustive]
pub struct RegisterRecord {
    pub iin: Iin,
    pub period: Month,
    pub regime: String,
    pub operations: u64,
    pub income: Tenge,
    pub ipn_base: Tenge,
    pub ipn: Tenge,
    pub opv_exempt: Tenge,
    pub opv_base: Tenge,
    pub opv: Tenge,
    pub opvr_exempt: Tenge,
    pub opvr_base: Tenge,
    pub opvr: Tenge,
    pub so_exempt: Tenge,
    pub so_base: Tenge,
    pub so: Tenge,
    pub vosms_exempt: Tenge,
    pub vosms_base: Tenge,
    pub vosms: Tenge,
    pub withheld: Tenge,
    pub notes: String,
}

/// A row of `limits.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "columns, which docs/formats.md describes")]
#[non_exhaustive]
pub struct LimitRecord {
    pub iin: Iin,
    pub period: Month,
    pub income: Tenge,
    pub limit: Tenge,
    /// Per cent of the limit with two decimals, rounded down.
    pub share: String,
    pub crossed_on: Option<Day>,
    pub crossed_by: String,
    pub over: Tenge,
}

/// A row of `lines.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "columns, which docs/formats.md describes")]
#[non_exhaustive]
pub struct LineRecord {
    pub operation_id: String,
    pub iin: Iin,
    pub period: Month,
    pub regime: String,
    pub settled_on: Day,
    pub effective_on: Day,
    pub income: Tenge,
    pub ipn: Tenge,
    pub opv: Tenge,
    pub opvr: Tenge,
    pub so: Tenge,
    pub vosms: Tenge,
    pub withheld: Tenge,
    pub payout: Tenge,
}

/// A row of `payments.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "columns, which docs/formats.md describes")]
#[non_exhaustive]
pub struct PaymentRecord {
    pub payment: Payment,
    pub period: Month,
    pub knp: String,
    pub recipient: String,
    pub persons: u64,
    pub amount: TengeSum,
    pub due_on: Option<Day>,
}

/// A row of `rejects.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "columns, which docs/formats.md describes")]
#[non_exhaustive]
pub struct RejectRecord {
    pub file: String,
    pub line: u64,
    pub code: Reject,
    pub field: String,
    pub value: String,
    pub message: String,
}

impl RegisterRow {
    /// The row with the codes of its regime and categories, as `register.csv` has it; `law` is the one that it was computed
    /// under.
    ///
    /// # Panics
    /// As [`Law::regime`] and [`Law::category`].
    pub fn record(&self, law: &Law) -> RegisterRecord {
        let due = |payment: Payment| self.dues[payment].unwrap_or_default();
        let Due { base: ipn_base, amount: ipn, .. } = due(Payment::Ipn);
        let Due { exempt: opv_exempt, base: opv_base, amount: opv, .. } = due(Payment::Opv);
        let Due { exempt: opvr_exempt, base: opvr_base, amount: opvr, .. } = due(Payment::Opvr);
        let Due { exempt: so_exempt, base: so_base, amount: so, .. } = due(Payment::So);
        let Due { exempt: vosms_exempt, base: vosms_base, amount: vosms, .. } = due(Payment::Vosms);
        RegisterRecord {
            iin: self.iin,
            period: self.period,
            regime: self.regime.code(law).to_owned(),
            operations: self.tally.operations,
            income: self.tally.income(),
            ipn_base,
            ipn,
            opv_exempt,
            opv_base,
            opv,
            opvr_exempt,
            opvr_base,
            opvr,
            so_exempt,
            so_base,
            so,
            vosms_exempt,
            vosms_base,
            vosms,
            withheld: self.withheld,
            notes: self.notes(law),
        }
    }
}

impl LimitRow {
    /// The row as `limits.csv` has it.
    pub fn record(&self) -> LimitRecord {
        let crossed = self.crossed.as_ref();
        LimitRecord {
            iin: self.iin,
            period: self.period,
            income: self.income,
            limit: self.limit,
            // Hundredths of a per cent have two decimals as tiyn have.
            share: TengeSum::from_tiyn(i128::from(self.share())).to_string(),
            crossed_on: crossed.map(|crossing| crossing.on),
            crossed_by: crossed.map(|crossing| crossing.by.clone()).unwrap_or_default(),
            over: self.over(),
        }
    }
}

impl LineRef<'_> {
    /// The line with the code of its regime, as `lines.csv` has it; `law` is the one that it was computed under.
    ///
    /// # Panics
    /// As [`Law::regime`].
    pub fn record(&self, law: &Law) -> LineRecord {
        LineRecord {
            operation_id: String::from_utf8_lossy(self.id).into_owned(),
            iin: self.iin,
            period: self.period,
            regime: self.regime.code(law).to_owned(),
            settled_on: self.settled_on,
            effective_on: self.effective_on,
            income: self.income,
            ipn: self.amounts[Payment::Ipn],
            opv: self.amounts[Payment::Opv],
            opvr: self.amounts[Payment::Opvr],
            so: self.amounts[Payment::So],
            vosms: self.amounts[Payment::Vosms],
            withheld: self.withheld,
            payout: self.payout(),
        }
    }
}

impl Line {
    /// The line with the code of its regime, as `lines.csv` has it; `law` is the one that it was computed under.
    ///
    /// # Panics
    /// As [`Law::regime`].
    pub fn record(&self, law: &Law) -> LineRecord {
        self.as_ref().record(law)
    }
}

impl PaymentRow {
    /// The row as `payments.csv` has it.
    pub fn record(&self) -> PaymentRecord {
        let PaymentRow { payment, period, knp, recipient, persons, amount, due_on } = self.clone();
        PaymentRecord { payment, period, knp, recipient, persons, amount, due_on }
    }
}

impl RejectRecord {
    /// The record of a typed operation that a batch rejects, with the fixed sentence of the code in English.
    pub fn new(file: impl Into<String>, line: u64, code: Reject) -> RejectRecord {
        let message = code.message().to_owned();
        RejectRecord { file: file.into(), line, code, field: String::new(), value: String::new(), message }
    }

    /// The same record with that sentence in this language.
    #[must_use]
    pub fn said_in(self, language: Language) -> RejectRecord {
        RejectRecord { message: self.code.message_in(language).to_owned(), ..self }
    }
}
