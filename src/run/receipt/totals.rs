//! What a run came to, as the receipt of each command has it.
//!
//! A key with a default has been added since the first receipts were written, which have none.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use crate::batch::totals::RowCounts;
use crate::money::TengeSum;
use crate::payment::{Payment, PerPayment};
use crate::period::Month;
use crate::reject::Reject;
use crate::run::receipt::entries::Entries;
use crate::words::say;

/// Of `calculate`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CalculateTotals {
    pub operations: u64,
    pub accepted: u64,
    /// Operations that earlier runs have counted, where there are such.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<u64>,
    pub rejected: BTreeMap<Reject, u64>,
    pub exemptions: FactTotals,
    pub contractors: FactTotals,
    pub persons: u64,
    pub income: TengeSum,
    pub ipn: TengeSum,
    pub opv: TengeSum,
    pub opvr: TengeSum,
    pub so: TengeSum,
    pub vosms: TengeSum,
    pub withheld: TengeSum,
    /// The months that the run closes; receipts of earlier versions have none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub closed: ClosedMonths,
}

impl CalculateTotals {
    /// Operations that count, those of earlier runs too.
    pub fn counted(&self) -> u64 {
        self.accepted.saturating_add(self.earlier.unwrap_or_default())
    }

    /// Rejected rows of all inputs.
    pub fn rejected_of_all(&self) -> BTreeMap<Reject, u64> {
        let mut rejected = BTreeMap::<Reject, u64>::new();
        for (reject, rows) in
            [&self.rejected, &self.exemptions.rejected, &self.contractors.rejected].into_iter().flatten()
        {
            let all = rejected.entry(*reject).or_default();
            *all = all.saturating_add(*rows);
        }
        rejected
    }
}

/// Months that a run closes with what they come to.
pub(crate) type ClosedMonths = BTreeMap<Month, ClosedTotals>;

/// What a closed month comes to in the register of the run before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClosedTotals {
    pub operations: u64,
    pub persons: u64,
    pub income: TengeSum,
    pub ipn: TengeSum,
    pub opv: TengeSum,
    pub opvr: TengeSum,
    pub so: TengeSum,
    pub vosms: TengeSum,
    pub withheld: TengeSum,
}

impl ClosedTotals {
    /// What is withheld of each payment.
    pub fn amounts(&self) -> PerPayment<TengeSum> {
        let ClosedTotals { ipn, opv, opvr, so, vosms, .. } = *self;
        PaymentSums { ipn, opv, opvr, so, vosms }.amounts()
    }
}

impl CalculateTotals {
    /// What is withheld of each payment.
    pub fn amounts(&self) -> PerPayment<TengeSum> {
        let CalculateTotals { ipn, opv, opvr, so, vosms, .. } = *self;
        PaymentSums { ipn, opv, opvr, so, vosms }.amounts()
    }
}

/// Rows of exemptions, or of contractors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FactTotals {
    pub rows: u64,
    pub rejected: BTreeMap<Reject, u64>,
}

impl FactTotals {
    pub fn of(rows: &RowCounts) -> FactTotals {
        FactTotals { rows: rows.read, rejected: rows.rejected.iter().collect() }
    }
}

/// A sum of each payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PaymentSums {
    pub ipn: TengeSum,
    pub opv: TengeSum,
    pub opvr: TengeSum,
    pub so: TengeSum,
    pub vosms: TengeSum,
}

impl PaymentSums {
    pub fn of(amounts: &PerPayment<TengeSum>) -> PaymentSums {
        let [ipn, opv, opvr, so, vosms] = Payment::ALL.map(|payment| amounts[payment]);
        PaymentSums { ipn, opv, opvr, so, vosms }
    }

    pub fn amounts(self) -> PerPayment<TengeSum> {
        PerPayment::from_fn(|payment| match payment {
            Payment::Ipn => self.ipn,
            Payment::Opv => self.opv,
            Payment::Opvr => self.opvr,
            Payment::So => self.so,
            Payment::Vosms => self.vosms,
        })
    }
}

/// Of `statement`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StatementTotals {
    pub months: Vec<StatementMonth>,
    /// Operations that the run has rejected, but for those that repeat another.
    pub rejected_operations: BTreeMap<Reject, u64>,
    /// Rows of `doubts.csv`.
    pub doubts: u64,
    /// Rows of the contractors that name nobody.
    pub rejected: u64,
}

/// Of the statement of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StatementMonth {
    pub period: Month,
    pub contractors: u64,
    pub income: TengeSum,
    /// Persons whose income is none.
    pub left_out: u64,
    pub left_out_income: TengeSum,
    pub unnamed: u64,
}

/// Of `lists`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ListsTotals {
    pub lists: Vec<ListTotals>,
    /// Rows of `doubts.csv`.
    #[serde(default)]
    pub doubts: u64,
    /// Rows of the contractors that name nobody, and of КГД's files that were not taken.
    pub rejected: u64,
}

/// Of one list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ListTotals {
    pub payment: Payment,
    pub period: Month,
    #[serde(default)]
    pub knp: String,
    /// As in `lists.csv`.
    #[serde(default)]
    pub rate: String,
    pub listed_persons: u64,
    pub listed: TengeSum,
    pub unlisted_persons: u64,
    pub unlisted: TengeSum,
}

/// Of `reconcile`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReconcileTotals {
    /// With the State Corporation or the bank, where its answer was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<SideTotals>,
    /// With ЦС КГД, where its sums were given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kgd: Option<SideTotals>,
    /// Rows by code.
    pub rejected: Entries<u64>,
    /// The months with breaks that the run has closed, or was not calculated for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<Month>,
    /// The last of these that the run has closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Month>,
}

/// Of one side of a reconciliation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SideTotals {
    /// The months that they have rows of.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub months: BTreeSet<Month>,
    pub our_rows: u64,
    pub their_rows: u64,
    pub ours: TengeSum,
    pub theirs: TengeSum,
    pub matched_rows: u64,
    pub matched: TengeSum,
    pub breaks: u64,
    pub breaks_ours: TengeSum,
    pub breaks_theirs: TengeSum,
    #[serde(default)]
    pub told_rows: u64,
    /// Of these, rows that repeat another.
    #[serde(default, skip_serializing_if = "is_none")]
    pub repeated_rows: u64,
}

fn is_none(rows: &u64) -> bool {
    *rows == 0
}

/// Of `distribute`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DistributeTotals {
    pub computed: TengeSum,
    pub paid: TengeSum,
    pub distributed: TengeSum,
    pub returned: TengeSum,
    pub owed: TengeSum,
    /// Sums of ЦС КГД that are now below what was distributed.
    pub overdistributed: u64,
    /// Rows by code.
    pub rejected: Entries<u64>,
    /// Of these, rows of what was paid that may have paid what is told as owed; receipts of earlier versions do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_unread: Option<u64>,
    /// Months of which something was paid and КГД's files have no row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacking: Vec<Month>,
    /// Lists, tables and earlier distributions that have what another one has too.
    #[serde(default, skip_serializing_if = "is_none")]
    pub counted_twice: u64,
    /// The digests of the files of lists that were read and have rows, but for those that pay in addition; receipts of earlier versions do not say.
    #[serde(default, deserialize_with = "digests", skip_serializing_if = "Vec::is_empty")]
    pub paid_lists: Vec<String>,
}

/// Of `refunds`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RefundsTotals {
    pub above_due: TengeSum,
    pub applications: u64,
    pub persons: u64,
    pub left_out: u64,
    pub left_out_amount: TengeSum,
}

/// Of `correct`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CorrectTotals {
    pub corrections: u64,
    pub persons: u64,
    pub before: PaymentSums,
    pub after: PaymentSums,
    pub delta: PaymentSums,
    /// Receipts of earlier versions compare all months.
    #[serde(default)]
    pub of_other_months: OtherMonths,
    /// Months that one of the runs alone has, for the other was calculated for another month: nothing of them is due or
    /// above due.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub left_out: BTreeSet<Month>,
}

/// Rows of months that were not asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OtherMonths {
    pub before: u64,
    pub after: u64,
}

/// Of `advise`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AdviseTotals {
    /// Rows by code.
    pub advice: BTreeMap<String, u64>,
    /// Rows of the inputs that cannot be read.
    pub rejected: u64,
}

/// Digests as `hex` writes them.
pub(super) fn digests<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let texts = Vec::<String>::deserialize(deserializer)?;
    let is_digest =
        |text: &String| text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    match texts.iter().find(|text| !is_digest(text)) {
        Some(text) => Err(D::Error::custom(say!("receipt-no-digest", text = text))),
        None => Ok(texts),
    }
}
