//! What counts twice: what one distribution of `--after` has and another one too, or what is given as paid now.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::PathBuf;

use crate::commands::distribute::is_added;
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
    /// What the distributions were made of.
    known: HashMap<String, &'r Run>,
    of_distributions: BTreeSet<(String, PathBuf)>,
    /// In the order of the files.
    of_paid: Vec<(String, PathBuf)>,
}

impl<'r> CountedTwice<'r> {
    /// What these distributions have alike.
    pub fn after(after: &'r [Run]) -> CountedTwice<'r> {
        let mut known: HashMap<String, &Run> = HashMap::new();
        let mut of_distributions = BTreeSet::new();
        for run in after {
            for source in paid_with(run) {
                // Which of the two came on top of the other has been told when it did.
                if let Some(other) = known.insert(source, run)
                    && !is_after(run, other)
                    && !is_after(other, run)
                {
                    of_distributions.insert((name(run), other.dir().to_path_buf()));
                }
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
        let found = if let Some((lists, &run)) = lists.and_then(|lists| Some((lists, self.known.get(&lists.receipt)?)))
        {
            Some((name(lists), run))
        } else {
            let sha256 = hex(&digested.sha256);
            // A receipt of an earlier version does not tell of which sheet the rows are.
            let sources = [source(&sha256, digested.sheet.as_deref()), source(&sha256, None)];
            let run = sources.iter().find_map(|source| self.known.get(source)).copied();
            let run = run.filter(|run| !lists.is_some_and(is_added) && has_distributed(run, paid));
            let name = || match lists {
                Some(lists) => lists.path(&digested.name).display().to_string(),
                None => digested.name.clone(),
            };
            run.map(|run| (name(), run))
        };
        let found = found.map(|(what, run)| (what, run.dir().to_path_buf()));
        // A directory has many files.
        self.of_paid.extend(found.filter(|found| self.of_paid.last() != Some(found)));
    }

    /// What is to be told.
    pub fn told(self) -> Vec<(String, PathBuf)> {
        self.of_distributions.into_iter().chain(self.of_paid).collect()
    }
}

fn name(run: &Run) -> String {
    run.dir().display().to_string()
}

/// Whether it is the other distribution, or was made on top of it.
fn is_after(run: &Run, other: &Run) -> bool {
    let Made::Distribute(options, _) = &run.record.made else { return false };
    run.receipt == other.receipt || options.after.contains(&other.receipt)
}

/// Whether the distribution has passed on anything of a person's payment that is among these.
fn has_distributed(run: &Run, paid: &Distributing<'_>) -> bool {
    let keys: HashSet<Key> = paid.paid_keys().collect();
    let mut has = false;
    let read = distribution(run, |row| {
        has |= row.distributed > Tenge::ZERO && keys.contains(&Key::new(row.iin, row.period, row.payment));
        Ok(())
    });
    read.is_err() || has
}

/// What a distribution was made of, where it has passed on anything of it: the receipts of lists, and files by their bytes,
/// also those of lists, which receipts of earlier versions do not have.
fn paid_with(run: &Run) -> Vec<String> {
    let Made::Distribute(options, totals) = &run.record.made else { return Vec::new() };
    if totals.distributed == TengeSum::default() {
        return Vec::new();
    }
    let lists = run.record.previous.iter().filter(|receipt| !options.after.contains(receipt));
    let files = run.record.inputs.iter().filter(|file| file.kind == Kind::Paid && file.rows > 0);
    let files = files.map(|file| source(&file.sha256, file.sheet.as_deref()));
    lists.chain(&totals.paid_lists).cloned().chain(files).collect()
}

/// What a file is known by: its bytes, and the sheet that was read of them.
fn source(sha256: &str, sheet: Option<&str>) -> String {
    format!("{sha256}{}", sheet.unwrap_or_default())
}
