//! Files of a reconciliation: their columns, and rows as they are read back.

use serde::Deserialize;

use crate::money::{Tenge, TengeSum};
use crate::output::table::{TableColumn, column};
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::reading::header::headings::Kind;
use crate::settlement::above_due::Difference;
use crate::settlement::breaks::{BreakKind, difference};
use crate::settlement::key::Key;

/// What files of earlier versions do not have.
pub(crate) const ADDED_TO_BREAKS: &[&str] = &["consequence"];

/// A row of `breaks.csv`, from which refunds are made, and of its sheet.
#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "it says the columns; refunds ask for some of them")]
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
    #[serde(default)]
    pub consequence: String,
    pub error_code: String,
    pub reference: String,
    pub file: String,
    pub line: Option<u64>,
}

impl From<&BreakRecord> for Difference {
    fn from(row: &BreakRecord) -> Difference {
        Difference {
            key: Key::new(row.iin, row.period, row.payment),
            tiyn: difference(row.ours, row.theirs).tiyn(),
            is_theirs: row.theirs.is_some(),
            is_explained: !row.explanation.is_empty(),
        }
    }
}

/// `summary.csv` and its sheet: the sums of each side, by payment and month.
pub(super) const SUMMARY_COLUMNS: &[TableColumn] = &[
    column("side"),
    column("period"),
    column("payment"),
    column("ours"),
    column("theirs"),
    column("matched_rows"),
    column("matched_amount"),
    column("breaks"),
    column("explained_amount"),
    column("unexplained_more"),
    column("unexplained_less"),
];
