//! What counts twice: what one distribution of `--after` has and another one too, or what is given as paid now.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::PathBuf;

use crate::money::{Tenge, TengeSum};
use crate::output::digest::hex;
use crate::reading::header::headings::Kind;
use crate::reading::input::ReadFile;
use crate::run::distribution_in::distribution;
use crate::run::receipt::Made;
use crate::run::record::Run;
use crate::settlement::Distributing;
use crate::settlement::key::Key;

/// What was found so far, each with the directory that has it already.
pub(super) struct CountedTwice<'r> {
    /// What the distributions were made of, by the digest of its bytes or of its receipt.
    known: HashMap<&'r str, Vec<Source<'r>>>,
    of_distributions: BTreeSet<(String, PathBuf)>,
    /// In the order of the files.
    of_paid: Vec<(String, PathBuf)>,
}

/// A sheet of a file, or all of it, that a distribution was made of.
#[derive(Clone, Copy)]
struct Source<'r> {
    run: &'r Run,
    sheet: Option<&'r str>,
}

impl Source<'_> {
    /// Whether what is of this sheet of the same bytes is the same: whoever named none may have had it.
    fn may_be(self, sheet: Option<&str>) -> bool {
        self.sheet.is_none() || sheet.is_none() || self.sheet == sheet
    }
}

impl<'r> CountedTwice<'r> {
    /// What these distributions have alike.
    pub fn after(after: &'r [Run]) -> CountedTwice<'r> {
        let mut known: HashMap<&str, Vec<Source<'_>>> = HashMap::new();
        let mut of_distributions = BTreeSet::new();
        for run in after {
            for (digest, sheet) in paid_with(run) {
                let alike = known.entry(digest).or_default();
                // Which of the two came on top of the other has been told when it did.
                // Where one of the two has named no sheet, rows tell whether it is the same.
                let is_same = |other: &&Source<'_>| other.sheet == sheet || have_in_common(run, other.run);
                let others = alike.iter().filter(|other| other.may_be(sheet)).filter(is_same);
                let others = others.filter(|other| !is_after(run, other.run) && !is_after(other.run, run));
                of_distributions.extend(others.map(|other| (name(run), other.run.dir().to_path_buf())));
                alike.push(Source { run, sheet });
            }
        }
        CountedTwice { known, of_distributions, of_paid: Vec::new() }
    }

    /// Looks whether one of them has passed on what this file, by itself or of a directory of lists, says that was paid.
    /// What pays in addition may be, to the byte, what was paid before, and so may what is paid again since all of it had
    /// come back.
    pub fn look_at(&mut self, lists: Option<&Run>, file: &ReadFile, paid: &Distributing<'_>) {
        let ReadFile { digested, rows, .. } = file;
        if *rows == 0 {
            return;
        }
        let with = |digest: &str| self.known.get(digest).into_iter().flatten();
        let whole = lists.and_then(|lists| Some((name(lists), with(&lists.receipt).next_back()?.run)));
        let found = whole.or_else(|| {
            let sha256 = hex(&digested.sha256);
            let mut alike = with(&sha256).rev().filter(|source| source.may_be(digested.sheet.as_deref()));
            let has_it = alike.find(|source| !lists.is_some_and(is_added) && has_distributed(source.run, paid))?;
            let what = lists.map_or(digested.name.clone(), |lists| lists.path(&digested.name).display().to_string());
            Some((what, has_it.run))
        });
        let found = found.map(|(what, run)| (what, run.dir().to_path_buf()));
        // A directory has many files.
        self.of_paid.extend(found.filter(|found| self.of_paid.last() != Some(found)));
    }

    /// What is to be told.
    pub fn told(self) -> Vec<(String, PathBuf)> {
        self.of_distributions.into_iter().chain(self.of_paid).collect()
    }
}

/// Whether the lists pay in addition: what a correction says, or what a distribution leaves owed. They may be, to the byte,
/// what was paid before.
pub(super) fn is_added(run: &Run) -> bool {
    matches!(&run.record.made, Made::Lists(options, _) if options.of_correction || options.of_distribution)
}

/// Whether the lists of two directories may be alike with reason.
pub(super) fn are_alike(one: Option<&Run>, other: Option<&Run>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    (is_added(one) || is_added(other)) && one.record.previous != other.record.previous
}

fn name(run: &Run) -> String {
    run.dir().display().to_string()
}

/// Whether it is the other distribution, or was made on top of it.
fn is_after(run: &Run, other: &Run) -> bool {
    let Made::Distribute(options, _) = &run.record.made else { return false };
    run.receipt == other.receipt || options.after.contains(&other.receipt)
}

/// Whether the distribution has passed on anything that these rows pay.
fn has_distributed(run: &Run, paid: &Distributing<'_>) -> bool {
    has_any(run, &paid.paid_keys().collect())
}

/// Whether both have passed on something of one person's payment of a month.
fn have_in_common(run: &Run, other: &Run) -> bool {
    let mut keys = HashSet::new();
    let read = distribution(other, |row| {
        if row.distributed > Tenge::ZERO {
            keys.insert(Key::new(row.iin, row.period, row.payment));
        }
        Ok(())
    });
    read.is_err() || has_any(run, &keys)
}

/// Whether the distribution has passed on anything of these; where it cannot be read, it may have.
fn has_any(run: &Run, keys: &HashSet<Key>) -> bool {
    let mut has = false;
    let read = distribution(run, |row| {
        has |= row.distributed > Tenge::ZERO && keys.contains(&Key::new(row.iin, row.period, row.payment));
        Ok(())
    });
    read.is_err() || has
}

/// What a distribution was made of, where it has passed on anything of it: the receipts of lists, and files by their bytes,
/// also those of lists, which receipts of earlier versions do not have, each with the sheet that was named.
fn paid_with(run: &Run) -> impl Iterator<Item = (&str, Option<&str>)> {
    let Made::Distribute(options, totals) = &run.record.made else { return None.into_iter().flatten() };
    if totals.distributed == TengeSum::default() {
        return None.into_iter().flatten();
    }
    let lists = run.record.previous.iter().filter(|receipt| !options.after.contains(receipt)).chain(&totals.paid_lists);
    let files = run.record.inputs.iter().filter(|file| file.kind == Kind::Paid && file.rows > 0);
    let files = files.map(|file| (file.sha256.as_str(), named_sheet(&file.name)));
    Some(lists.map(|receipt| (receipt.as_str(), None)).chain(files)).into_iter().flatten()
}

/// The sheet that stands behind the name of a workbook; `#` may be a part of any name.
fn named_sheet(name: &str) -> Option<&str> {
    let mut splits = name.match_indices('#').map(|(at, _)| (&name[..at], &name[at + 1..]));
    let is_workbook = |file: &str| [".xlsx", ".xlsm"].iter().any(|ending| file.to_lowercase().ends_with(ending));
    splits.find(|(file, _)| is_workbook(file)).map(|(_, sheet)| sheet)
}
