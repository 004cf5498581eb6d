//! `verify`: whether a run's directory is still what its receipt says, and what the receipt rests on.

pub(crate) mod chain;
pub(crate) mod checks;
mod closed;
mod inputs;
mod lists;
mod options;
mod output;
pub(crate) mod recompute;
mod registers;
mod totals;

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::commands::verify::chain::{Chain, digest_of_receipt, is_same};
use crate::commands::verify::checks::{Checks, Verdict, below, unreadable, unreadable_dir};
use crate::commands::verify::inputs::Inputs;
use crate::error::Error;
use crate::output::contents::{Listed, RECEIPT, RECEIPT_DIGEST, names_below, unlisted};
use crate::output::digest::{digest_of, hex};
use crate::output::opening::{open_sized, read_whole};
use crate::reading::header::headings::Kind;
use crate::run::receipt::{Made, Receipt, digest_fault, other_version};
use crate::run::record::Run;
use crate::run::{state, sums};
use crate::shown::without_iins;
use crate::words::{Message, say};

/// What is to be verified, and where things may be found.
pub(crate) struct Verification<'a> {
    pub run: &'a Path,
    /// A directory with inputs under any names.
    pub inputs: Option<&'a Path>,
    /// Directories of earlier runs.
    pub chain: &'a Chain<'a>,
}

/// What verifying came to: the checks, the receipt where it could be read, and the inputs that were found, in the order of
/// the receipt.
#[derive(Debug)]
pub(crate) struct Verified {
    pub checks: Checks,
    pub receipt: Option<Receipt>,
    pub inputs: Vec<Option<PathBuf>>,
    /// Why it could not be calculated again, where that was asked for.
    pub not_recomputed: Option<Error>,
}

impl Verified {
    /// Whether the directory is one that `calculate` has written, as far as it can be told.
    pub fn is_calculation(&self) -> bool {
        self.receipt.as_ref().is_none_or(sums::is_calculation)
    }
}

/// The runs that a run rests on, as far as they are known.
struct Seen {
    /// The digests of the receipts that were asked for.
    receipts: BTreeSet<String>,
    /// All of them were found.
    is_whole: bool,
    /// All that were found can be read.
    is_read: bool,
}

impl Verification<'_> {
    /// Checks the receipt, every file of the directory, inputs, sums and the chain.
    ///
    /// # Errors
    /// Kind [`crate::error::ErrorKind::Input`] where the directory itself, or that of the inputs, cannot be read.
    pub fn run(&self) -> Result<Verified, Error> {
        let mut checks = Checks::default();
        let present = present(self.run)?;
        let receipt = check_files(self.run, "", &present, &mut checks);
        let mut verified = Verified { checks, receipt, inputs: Vec::new(), not_recomputed: None };
        let Some(receipt) = &verified.receipt else { return Ok(verified) };
        let mut inputs = Inputs::below(self.inputs, &mut verified.checks)?;
        verified.inputs = inputs.check("", &receipt.inputs, &mut verified.checks);
        self.check_calculation(self.run, "", receipt, &mut verified.checks);
        let mut seen = self.check_chain(&receipt.previous, &mut inputs, &mut verified.checks)?;
        // Who names all runs of a month names this one too, and may have a copy of it.
        let own = digest_of_receipt(self.run);
        for copy in own.iter().flat_map(|digest| self.chain.runs(digest)).filter(|dir| !is_same(dir, self.run)) {
            self.check_run(copy, &mut inputs, &mut verified.checks)?;
        }
        seen.receipts.extend(own);
        self.check_others(&seen, &mut verified.checks)?;
        verified.checks.dir = self.run.to_path_buf();
        Ok(verified)
    }

    /// The run of the chain that a calculation builds upon.
    fn run_before(&self, receipt: &Receipt) -> Option<Run> {
        Run::open(self.chain.run(receipt.previous.first()?)?, &[]).ok()
    }

    /// Checks that the files of a calculation add up, that what it keeps for later runs is what it comes to, and what it
    /// says of the run before and of closed months.
    fn check_calculation(&self, dir: &Path, prefix: &str, receipt: &Receipt, checks: &mut Checks) {
        let earlier = self.run_before(receipt);
        if let Some(why) = no_link(receipt, earlier.as_ref()) {
            checks.add(format!("{prefix}{RECEIPT}"), Verdict::broken(why));
        }
        let opened = Run::open(dir, &[]);
        if !sums::is_calculation(receipt) {
            let added =
                opened.map_or_else(|error| Some(Verdict::Broken(error)), |run| totals::check(&run, earlier.as_ref()));
            if let Some(verdict) = added {
                checks.add(say!("verify-sums", dir = prefix), verdict);
            }
            return;
        }
        let added = opened.as_ref().map_err(Error::clone);
        let added = added.and_then(|run| {
            sums::check(run, earlier.as_ref().map(|run| &run.record))?;
            registers::check(run)
        });
        checks.add(say!("verify-sums", dir = prefix), Verdict::of(added));
        let Ok(run) = opened else { return };
        if let Some(verdict) = check_state(&run) {
            checks.add(say!("verify-state", dir = prefix), verdict);
        }
        if let Some(verdict) = closed::check(&run, earlier.as_ref()) {
            checks.add(say!("verify-closed", dir = prefix), verdict);
        }
    }

    /// The directories of the chain that no receipt leads to: nothing is said of them. Where an earlier run was not found,
    /// one of them may be what is missing, changed since.
    fn check_others(&self, seen: &Seen, checks: &mut Checks) -> Result<(), Error> {
        for dir in self.chain.beside(&seen.receipts) {
            let prefix = below(dir);
            let present = present(dir)?;
            if seen.is_whole && seen.is_read {
                checks.add(prefix, Verdict::not_checked(say!("verify-no-link")));
                continue;
            }
            if !present.iter().any(|name| name == RECEIPT) {
                checks.add(prefix, Verdict::NoRun);
                continue;
            }
            // Of a receipt that cannot be read that is said.
            if check_files(dir, &prefix, &present, checks).is_some() {
                checks.add(
                    prefix,
                    match seen.is_whole {
                        true => Verdict::not_checked(say!("verify-link-unread")),
                        false => Verdict::Unlinked,
                    },
                );
            }
        }
        Ok(())
    }

    /// Follows the digests of earlier receipts through the directories of the chain.
    fn check_chain(&self, previous: &[String], inputs: &mut Inputs<'_>, checks: &mut Checks) -> Result<Seen, Error> {
        let mut seen = Seen { receipts: BTreeSet::new(), is_whole: true, is_read: true };
        // The next one last, so that each stands behind the run that names it.
        let mut open: Vec<String> = previous.iter().rev().cloned().collect();
        while let Some(digest) = open.pop() {
            if !seen.receipts.insert(digest.clone()) {
                continue;
            }
            let mut dirs = self.chain.runs(&digest).peekable();
            if dirs.peek().is_none() {
                let short = digest.get(..12).unwrap_or(&digest);
                checks.add(say!("verify-earlier", digest = short), Verdict::not_checked(say!("verify-chain-hint")));
                seen.is_whole = false;
            }
            // Copies have one receipt, and each its own files.
            for (number, dir) in dirs.enumerate() {
                let receipt = self.check_run(dir, inputs, checks)?;
                // What it rests on is not known then.
                seen.is_read &= receipt.is_some();
                let receipt = receipt.filter(|_| number == 0);
                open.extend(receipt.into_iter().flat_map(|receipt| receipt.previous.into_iter().rev()));
            }
        }
        Ok(seen)
    }

    /// Checks an earlier run; gives what its receipt says, where it can be read.
    fn check_run(&self, dir: &Path, inputs: &mut Inputs<'_>, checks: &mut Checks) -> Result<Option<Receipt>, Error> {
        let prefix = below(dir);
        let receipt = check_files(dir, &prefix, &present(dir)?, checks);
        if let Some(receipt) = &receipt {
            if inputs.are_looked_for() {
                inputs.check(&prefix, &receipt.inputs, checks);
            }
            self.check_calculation(dir, &prefix, receipt, checks);
        }
        Ok(receipt)
    }
}

/// Checks the receipt of a directory and every file; gives what the receipt says, where it can be read.
fn check_files(dir: &Path, prefix: &str, present: &[String], checks: &mut Checks) -> Option<Receipt> {
    checks.dir = dir.to_path_buf();
    let mut add = |name: &str, verdict| checks.add(format!("{prefix}{name}"), verdict);
    let text = match read_whole(dir, RECEIPT) {
        Ok(text) => text,
        Err(cause) => {
            add(RECEIPT, Verdict::broken(unreadable(&cause)));
            return None;
        }
    };
    let sha256 = hex(&Sha256::digest(&text));
    let verdict = match read_whole(dir, RECEIPT_DIGEST) {
        Ok(kept) => digest_fault(&kept, &sha256).map_or(Verdict::Holds, Verdict::broken),
        Err(cause) => Verdict::broken(say!("verify-of-file", file = RECEIPT_DIGEST, why = unreadable(&cause))),
    };
    // A text that its digest is right for may be none that this program reads all the same.
    let (verdict, receipt) = match (verdict, Receipt::read(&text)) {
        (verdict, Ok(receipt)) => (verdict, Some(receipt)),
        (Verdict::Holds, Err(error)) => match other_version(&text) {
            Some(version) => (Verdict::OfVersion(error, version), None),
            None => (Verdict::Broken(error), None),
        },
        (verdict, Err(_)) => (verdict, None),
    };
    add(RECEIPT, verdict);
    let receipt = receipt?;
    for output in &receipt.outputs {
        add(&output.name, check_file(dir, output));
    }
    for name in unlisted(present, &receipt.outputs) {
        // Whoever put it there has named it.
        add(&without_iins(name), Verdict::Foreign);
    }
    Some(receipt)
}

/// Why what a receipt names as earlier cannot be what it builds upon; that of a calculation is a calculation.
fn no_link(receipt: &Receipt, earlier: Option<&Run>) -> Option<Message> {
    let (named, needed) = (receipt.previous.len(), builds_upon(receipt));
    if named != needed {
        return Some(say!("verify-previous", named = named, needed = needed));
    }
    let is_other = receipt.calculation().is_ok() && earlier.is_some_and(|run| run.record.calculation().is_err());
    is_other.then(|| say!("verify-previous-other"))
}

/// How many earlier runs a receipt has to name.
fn builds_upon(receipt: &Receipt) -> usize {
    match &receipt.made {
        // One, where operations of earlier runs are counted.
        Made::Calculate(_, totals) => usize::from(totals.earlier.is_some()),
        Made::Statement(..) | Made::Lists(..) | Made::Reconcile(..) | Made::Refunds(..) | Made::Advise(..) => 1,
        Made::Correct(..) => 2,
        // The distributions before it, and lists: any number, but one at least where nothing else was paid.
        Made::Distribute(options, _) => {
            let lists = receipt.previous.iter().filter(|digest| !options.after.contains(digest)).count();
            let has_tables = receipt.inputs.iter().any(|input| input.kind == Kind::Paid);
            options.after.len() + lists.max(usize::from(options.after.is_empty() && !has_tables))
        }
    }
}

/// Whether what a run has kept is what its register has; nothing where it has kept nothing.
fn check_state(run: &Run) -> Option<Verdict> {
    match state::of_other_format(run) {
        Some(why) => Some(Verdict::not_checked(why)),
        None => state::check(run).map(Verdict::of),
    }
}

fn check_file(dir: &Path, listed: &Listed) -> Verdict {
    match open_sized(dir, &listed.name, listed.bytes).and_then(digest_of) {
        Ok((sha256, _)) if hex(&sha256) == listed.sha256 => Verdict::Holds,
        Ok(_) => Verdict::broken(say!("verify-file-differs")),
        Err(cause) => Verdict::broken(unreadable(&cause)),
    }
}

/// What stands in a directory, but for what is left by looking at it. What of it cannot be read is told by each file that the
/// receipt has there.
fn present(dir: &Path) -> Result<Vec<String>, Error> {
    names_below(dir).map(|(names, _)| names).map_err(|cause| {
        let error = unreadable_dir(dir, &cause);
        match cause.kind() {
            io::ErrorKind::NotADirectory => error.with_hint(say!("unreadable-run-hint")),
            _ => error,
        }
    })
}
