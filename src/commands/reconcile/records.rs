//! Rows of a reconciliation's files, as they are written and read back.

use serde::{Deserialize, Serialize};

use crate::commands::reconcile::rejects::SideName;
use crate::money::{Tenge, TengeSum};
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::reading::headings::Kind;
use crate::settlement::breaks::BreakKind;
use crate::settlement::summary::SummaryRow;

/// The file of [`BreakRecord`]s, from which refunds are made.
pub(crate) const BREAKS: &str = "breaks.csv";

/// A row of `breaks.csv`.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct BreakRecord {
    pub side: Kind,
    pub kind: BreakKind,
    pub iin: Iin,
    pub period: Month,
    pub payment: Payment,
    pub ours: Option<Tenge>,
    pub theirs: Option<Tenge>,
    pub difference: TengeSum,
    pub explanation: String,
    /// Files of earlier versions do not have it.
    #[serde(default)]
    pub consequence: String,
    pub error_code: String,
    pub reference: String,
    pub file: String,
    pub line: Option<u64>,
}

/// A row of `summary.csv`.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SummaryRecord {
    pub side: Kind,
    pub period: Month,
    pub payment: Payment,
    pub ours: TengeSum,
    pub theirs: TengeSum,
    pub matched_rows: u64,
    pub matched_amount: TengeSum,
    pub breaks: u64,
    pub explained_amount: TengeSum,
    pub unexplained_more: TengeSum,
    pub unexplained_less: TengeSum,
}

impl SummaryRecord {
    /// The row of a month and payment.
    pub fn new(side: SideName, row: &SummaryRow) -> SummaryRecord {
        SummaryRecord {
            side: side.table(),
            period: row.period,
            payment: row.payment,
            ours: row.ours,
            theirs: row.theirs,
            matched_rows: row.matched_rows,
            matched_amount: row.matched_amount,
            breaks: row.breaks,
            explained_amount: row.explained_amount,
            unexplained_more: row.unexplained_more,
            unexplained_less: row.unexplained_less,
        }
    }
}
