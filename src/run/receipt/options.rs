//! What was asked for beside the inputs and the rates, as the receipt of each command has it.
//!
//! A key with a default has been added since the first receipts were written, which have none.

use serde::{Deserialize, Deserializer, Serialize};

use crate::as_text::as_text;
use crate::error::{Error, by_code};
use crate::language::Language;
use crate::law::OverLimit;
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::reading::encoding::Encoding;
use crate::reading::header::headings::Kind;
use crate::run::receipt::entries::Entries;
use crate::settlement::breaks::BreakKind;
use crate::words::say;

as_text!(Language, language);

fn language(code: &str) -> Result<Language, Error> {
    by_code(say!("what-language"), code, &Language::ALL, Language::code)
}

/// Of `calculate`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CalculateOptions {
    #[serde(deserialize_with = "present")]
    pub period: Option<Month>,
    #[serde(deserialize_with = "present")]
    pub known_on: Option<Day>,
    pub over_limit: OverLimit,
    pub lines: bool,
    pub keep: bool,
    /// Headings by column.
    pub columns: Entries<String>,
    #[serde(default)]
    pub ignore_columns: Vec<String>,
    pub encoding: Encoding,
    #[serde(default)]
    pub restore_zeros: bool,
    /// Of the sentences in files; runs from before it could be chosen have them in English.
    #[serde(default)]
    pub lang: Language,
}

/// Of `statement`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StatementOptions {
    pub periods: Vec<Month>,
    #[serde(deserialize_with = "present")]
    pub date: Option<Day>,
    pub format: String,
    pub lang: String,
    /// Of the sentences in CSV files.
    #[serde(default)]
    pub sentences: Language,
    /// The operator's БИН or ИИН.
    pub payer: String,
    pub contractors_encoding: Encoding,
    pub columns: Entries<String>,
    pub ignore_columns: Vec<String>,
    /// Whether ИИН got their zeros back; left out where they did not.
    #[serde(default, skip_serializing_if = "is_not")]
    pub restore_zeros: bool,
}

/// Of `lists`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ListsOptions {
    pub payments: Vec<Payment>,
    #[serde(default)]
    pub periods: Vec<Month>,
    pub format: String,
    /// Of the purposes of orders and the headings of sheets.
    #[serde(default)]
    pub lang: String,
    /// Of the sentences in CSV files.
    #[serde(default)]
    pub sentences: Language,
    pub contractors_encoding: Encoding,
    #[serde(default)]
    pub columns: Entries<String>,
    #[serde(default)]
    pub ignore_columns: Vec<String>,
    /// Whether ИИН got their zeros back; left out where they did not.
    #[serde(default, skip_serializing_if = "is_not")]
    pub restore_zeros: bool,
    /// Where the sums are those of КГД: whether its penalties have lists too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub penalties: Option<bool>,
    /// Whether they are of what a distribution left owed; left out where not, and by earlier versions.
    #[serde(default, skip_serializing_if = "is_not")]
    pub of_distribution: bool,
    /// Whether they are of what a correction adds, to be paid beside what was paid; left out where not, and by earlier
    /// versions.
    #[serde(default, skip_serializing_if = "is_not")]
    pub of_correction: bool,
    /// With MT-102 alone, as what follows but for the payer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<Encoding>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payer: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_order: Option<u64>,
}

/// Of `reconcile`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReconcileOptions {
    pub encoding: Encoding,
    pub columns: Entries<String>,
    pub kgd_columns: Entries<String>,
    #[serde(default)]
    pub ignore_columns: Vec<String>,
    /// Whether ИИН got their zeros back; left out where they did not.
    #[serde(default, skip_serializing_if = "is_not")]
    pub restore_zeros: bool,
    #[serde(default)]
    pub payments: Vec<Payment>,
    #[serde(default)]
    pub periods: Vec<Month>,
    pub xlsx: bool,
    /// Of the sentences in files.
    #[serde(default)]
    pub lang: Language,
    /// Of the workbook and of the purposes of orders: what [`RefundsOptions`] have as `lang`.
    #[serde(default = "of_documents")]
    pub documents: Language,
}

/// Of `distribute`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DistributeOptions {
    pub encoding: Encoding,
    pub columns: Entries<String>,
    pub kgd_columns: Entries<String>,
    pub exemptions_columns: Entries<String>,
    pub ignore_columns: Vec<String>,
    /// Whether ИИН got their zeros back; left out where they did not.
    #[serde(default, skip_serializing_if = "is_not")]
    pub restore_zeros: bool,
    #[serde(deserialize_with = "present")]
    pub received_on: Option<Day>,
    /// The receipts of earlier distributions.
    pub after: Vec<String>,
    /// Of the sentences in files.
    #[serde(default)]
    pub lang: Language,
}

/// Of `refunds`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RefundsOptions {
    pub reason: String,
    /// Who tells what was paid above due.
    pub side: Kind,
    pub kinds: Vec<BreakKind>,
    /// Empty: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<Payment>,
    /// Empty: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<Month>,
    /// Whether what ЦС КГД has computed is due, in place of what the register has.
    #[serde(default, skip_serializing_if = "is_not")]
    pub due_by_kgd: bool,
    /// Of the workbook; earlier versions had it in Russian where nothing else was asked for, and did not say so.
    #[serde(default = "of_documents")]
    pub lang: Language,
}

/// Of `correct`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CorrectOptions {
    /// The months that are compared, or none for all.
    #[serde(default)]
    pub periods: Vec<Month>,
}

/// Of `advise`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AdviseOptions {
    pub encoding: Encoding,
    #[serde(default)]
    pub columns: Entries<String>,
    #[serde(default)]
    pub ignore_columns: Vec<String>,
    /// Whether ИИН got their zeros back; left out where they did not.
    #[serde(default, skip_serializing_if = "is_not")]
    pub restore_zeros: bool,
    /// Of the sentences in files.
    #[serde(default)]
    pub lang: Language,
}

/// Of workbooks and purposes where nothing is said.
fn of_documents() -> Language {
    Language::Ru
}

/// Whether a key is left out, as by those who do not know it.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives it so")]
fn is_not(said: &bool) -> bool {
    !said
}

/// Nothing only where the key has `null`: serde takes a missing key for nothing too.
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}
