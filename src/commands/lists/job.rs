//! What lists are to be made of, and what they come to.

use std::collections::BTreeSet;
use std::path::Path;

use crate::commands::lists::computed::{Differences, KgdFiles};
use crate::commands::lists::orders::{ListTotal, OrderKey};
use crate::commands::lists::source::Source;
use crate::commands::payer::Payer;
use crate::commands::periods::{LeftOut, NoMonth};
use crate::commands::received::answers::Penalties;
use crate::commands::received::rejects::SettlementReject;
use crate::error::Error;
use crate::language::Language;
use crate::law::Law;
use crate::money::TengeSum;
use crate::output::file::Written;
use crate::output::headings::Operator;
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::reading::encoding::Encoding;
use crate::reading::header::Header;
use crate::reading::header::mapping::Mapping;
use crate::reading::input::{Input, ReadFile};
use crate::reject::Reject;
use crate::run::receipt::InputFile;
use crate::run::receipt::options::DistributeOptions;
use crate::run::rejected::RejectedByCode;

/// In what form lists are written.
#[derive(Debug, Clone)]
pub(crate) enum Format {
    Csv,
    Xlsx,
    Mt102 { payer: Payer, date: Day, encoding: Encoding },
}

impl Format {
    /// The name on the command line.
    pub fn code(&self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Mt102 { .. } => "mt102",
        }
    }

    /// That of the orders, where they have one.
    pub fn date(&self) -> Option<Day> {
        match self {
            Format::Mt102 { date, .. } => Some(*date),
            Format::Csv | Format::Xlsx => None,
        }
    }
}

/// What lists are to be made of.
pub(crate) struct ListsJob<'a> {
    pub law: &'a Law,
    /// The directory of a run, a correction or a distribution.
    pub run: &'a Path,
    pub contractors: Vec<Input>,
    pub header: Header,
    pub kgd: Option<KgdFiles>,
    pub mapping: Mapping,
    pub payments: Vec<Payment>,
    /// Whether a payment without an established form is only left out, because all were asked for.
    pub all: bool,
    /// Empty: all.
    pub periods: Vec<Month>,
    pub format: Format,
    pub lang: Language,
    /// The language of sentences in CSV files.
    pub sentences: Language,
    /// Who pays; what is not known is empty.
    pub operator: Operator,
    /// The file that he is taken from, where one is given.
    pub payer: Option<InputFile>,
}

/// What lists come to.
#[derive(Default)]
pub(crate) struct ListsOutcome {
    /// What the amounts were taken from.
    pub source: Source,
    /// How the source was made, where it is a distribution.
    pub distributed: Option<DistributeOptions>,
    /// Whether the distribution rejected rows that may have been paid for what it has as owed.
    pub is_paid_unread: bool,
    /// Whether the tables of the distribution are others than those at hand, by which orders have their rates.
    pub has_other_tables: bool,
    /// Whether a delta of a correction that was asked for is below zero.
    pub has_returns: bool,
    /// For what rows of the calculation, where it is one, did not count, but for those that repeat another.
    pub not_counted: Vec<Reject>,
    /// Where the source is a run.
    pub no_month: Option<NoMonth>,
    pub lists: Vec<ListTotal>,
    /// Payments that the tables give no MT-102 for, and why.
    pub refused: Vec<(OrderKey, Error)>,
    pub unlisted_rows: u64,
    /// Rows of `doubts.csv`.
    pub doubts: u64,
    /// Rows of contractors that were rejected.
    pub rejected: RejectedByCode<Reject>,
    /// Rows of КГД's files that were.
    pub kgd_rejected: RejectedByCode<SettlementReject>,
    /// None where no month is both the run's and КГД's.
    pub differences: Option<Differences>,
    /// An input that is an output of the source itself, and that output.
    pub own_input: Option<(String, String)>,
    /// Months of КГД's files that the run has not, and of the run that those have not.
    pub unused: Vec<Month>,
    pub lacking: Vec<Month>,
    /// Of a run with КГД's files: the months that it has nothing of.
    pub left_out: LeftOut,
    /// Rows of the source and of КГД's files of months that were not asked for.
    pub of_other_months: [u64; 2],
    /// What penalties of КГД come to that are on no list, for none was asked for.
    pub left_penalties: TengeSum,
    /// ИПН by month, where all payments are asked for, and its penalties: it goes on no list.
    pub ipn: Vec<(Month, TengeSum)>,
    pub ipn_penalties: Penalties,
    /// How many rows of КГД have a penalty that is no amount, where none was asked for, and where the first of them stand.
    pub unread_penalties: (usize, String),
    /// Months in which a person without a rate of his own takes that of who is not listed.
    pub rate_by_default: BTreeSet<Month>,
    pub outputs: Vec<Written>,
    pub inputs: Vec<ReadFile>,
    pub previous: String,
    /// The number of the next payment order.
    pub next_order: Option<u64>,
}

impl ListsOutcome {
    /// Whether there is nothing to look at.
    pub fn is_clean(&self) -> bool {
        self.unlisted_rows + self.doubts == 0
            && self.rejected.is_empty()
            && self.refused.is_empty()
            && self.kgd_rejected.is_empty()
            && self.differences.as_ref().is_none_or(|differences| differences.persons() == 0)
            && self.unused.is_empty()
            && self.lacking.is_empty()
            && self.no_month.is_none()
    }
}
