//! What a distribution is made of and comes to.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::commands::distribute::paid::Strays;
use crate::commands::received::answers::Penalties;
use crate::commands::received::rejects::SettlementRejects;
use crate::language::Language;
use crate::law::Law;
use crate::money::TengeSum;
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::reading::encoding::Encoding;
use crate::reading::header::Header;
use crate::reading::header::mapping::Mapping;
use crate::reading::input::{Input, ReadFile};
use crate::settlement::Distribution;

/// What is to be distributed.
pub(crate) struct DistributeJob<'a> {
    pub law: &'a Law,
    /// Directories of lists, MT-102 files and tables.
    pub paid: Vec<PathBuf>,
    pub kgd: Vec<Input>,
    pub exemptions: Vec<Input>,
    /// Earlier distributions.
    pub after: Vec<PathBuf>,
    pub received_on: Option<Day>,
    pub paid_header: Header,
    pub kgd_header: Header,
    pub exemptions_header: Header,
    pub encoding: Encoding,
    pub mapping: Mapping,
    pub threads: usize,
    /// Of the sentences in files.
    pub language: Language,
}

/// What a distribution comes to.
pub(crate) struct DistributeOutcome {
    pub distribution: Distribution,
    pub rejects: SettlementRejects,
    /// Of these, rows of what was paid that may have paid what is told as owed.
    pub paid_unread: u64,
    /// Files that were paid, in the order of their numbers.
    pub paid_files: Vec<String>,
    /// The months and payments that leave something owed and of which nothing was given as paid, now or before.
    pub unpaid: Vec<(Month, Payment)>,
    /// The months of which something is paid and КГД's files have no row.
    pub lacking: BTreeSet<Month>,
    /// Those of КГД, which are not distributed.
    pub penalties: Penalties,
    /// How many rows of КГД have a penalty that is no amount, and where the first of them stand.
    pub unread_penalties: (usize, String),
    /// What was read; files of directories with a receipt are not among them.
    pub inputs: Vec<ReadFile>,
    /// MT-102 files whose rows do not come to the sum that they state.
    pub stated: Vec<Stated>,
    /// Tables with rows that come back for their ИИН or КНП.
    pub strays: Vec<(String, Strays)>,
    /// The digests of the files of lists that were read and have rows, but for those that pay in addition.
    pub paid_lists: Vec<String>,
    /// The receipts of the lists and of the earlier distributions.
    pub lists: Vec<String>,
    pub after: Vec<String>,
    /// Directories of earlier distributions that came after one that was not given.
    pub broken_chains: Vec<PathBuf>,
    /// Lists of a correction where nothing of what was paid before is given.
    pub lone_corrections: Vec<PathBuf>,
    /// What counts twice, by name, and the earlier distribution that has it already.
    pub counted_twice: Vec<(String, PathBuf)>,
}

/// The numbers of the sides in the order of `rejects.csv`.
pub(super) const PAID_SIDE: u8 = 0;
pub(super) const KGD_SIDE: u8 = 1;
pub(super) const EXEMPTIONS_SIDE: u8 = 2;

/// An MT-102 file whose rows do not come to the sum that it states.
#[derive(Debug)]
pub(crate) struct Stated {
    pub file: String,
    pub stated: String,
    pub rows: TengeSum,
}
