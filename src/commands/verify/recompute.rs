//! `verify --recompute`: the same calculation again, and whether it comes to the same bytes.

use std::error::Error as _;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::commands::calculate::Job;
use crate::commands::verify::Verified;
use crate::commands::verify::chain::Chain;
use crate::commands::verify::checks::{Checks, Verdict};
use crate::error::{Error, ErrorKind};
use crate::law::Law;
use crate::output::contents::RECEIPT;
use crate::output::digest::hex;
use crate::reading::batch_headers::BatchHeaders;
use crate::reading::header::headings::Kind;
use crate::reading::header::mapping::{Mapping, Zeros};
use crate::reading::input::Input;
use crate::reading::progress::Progress;
use crate::run::page::WantedFiles;
use crate::run::receipt::Receipt;
use crate::run::record::Run;
use crate::run::state;
use crate::words::{Message, say};

/// How to calculate again: none of it changes a result, but for the law, which must be that of the receipt.
pub(crate) struct Recomputation<'a> {
    /// Directories of earlier runs.
    pub chain: &'a Chain<'a>,
    pub law: Law,
    pub threads: usize,
    pub memory: usize,
    /// An empty directory to write into.
    pub dir: PathBuf,
}

/// Runs work on inputs of so many bytes, where they are known, and shows how far it is.
pub(crate) type Show<'a> = &'a dyn Fn(Option<u64>, &dyn Fn(&Progress) -> Result<(), Error>) -> Result<(), Error>;

impl Recomputation<'_> {
    /// Calculates what the receipt says again and adds how it compares to the checks; `show` runs the long part.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Usage`] where the directory is not of a calculation; else where the system does not let it be done.
    pub fn run(self, verified: &mut Verified, show: Show<'_>) -> Result<(), Error> {
        if !verified.is_calculation() {
            return Err(Error::new(ErrorKind::Usage, say!("recompute-no-calculation")));
        }
        let Some(receipt) = &verified.receipt else { return Ok(()) };
        let (job, wanted, dir) = match self.job(receipt, &verified.inputs) {
            Ok(job) => job,
            // Something is lacking for it: inputs, tables, or an earlier run that is whole.
            Err(error) => return not_recomputed(verified, error),
        };
        let write = |progress: &Progress| job.write(&dir, wanted, progress).map(|_| ());
        let ran = show(job.operations.iter().map(Input::bytes).sum(), &write);
        // What another version has kept for later runs is of its own form.
        let other_state = Run::open(&verified.checks.dir, &[]).ok().and_then(|run| state::of_other_format(&run));
        match ran.and_then(|()| compare((receipt, other_state), &dir, &mut verified.checks)) {
            Ok(()) => Ok(()),
            Err(error) => match error.kind() {
                // What an earlier run has kept is verified, and read, while the calculation goes on.
                ErrorKind::Record | ErrorKind::Rates | ErrorKind::NoRates => not_recomputed(verified, error),
                // Nobody has typed its options, and named its inputs, but the receipt; an input that is written to meanwhile is
                // nobody's word.
                ErrorKind::Usage | ErrorKind::Input
                    if error.source().is_none() && *error.message() != say!("input-changed") =>
                {
                    verified.checks.add(RECEIPT, Verdict::Broken(error));
                    Ok(())
                }
                // The system, or this program, is at fault.
                _ => Err(error),
            },
        }
    }

    /// The job of the receipt, or why it cannot be done again.
    fn job(self, receipt: &Receipt, found: &[Option<PathBuf>]) -> Result<(Job, WantedFiles, PathBuf), Error> {
        let cannot = |why: Message| Error::new(ErrorKind::Record, why);
        let (options, _) = receipt.calculation()?;
        let mapping = Mapping {
            zeros: Zeros::asked(options.restore_zeros),
            ..Mapping::from_named(Kind::Operations, &options.columns.0, options.ignore_columns.clone())?
        };
        self.same_rates(receipt)?;
        let headers = BatchHeaders::of(options.encoding, &mapping, options.known_on)?;
        let mut missing = None;
        let mut of_kind = |kind: Kind| -> Vec<Input> {
            let of_kind = receipt.inputs.iter().zip(found).filter(|(input, _)| input.kind == kind);
            let named = of_kind.filter_map(|(input, path)| {
                let name = input.name.clone();
                if path.is_none() {
                    missing.get_or_insert_with(|| name.clone());
                }
                Some(Input::Named { path: path.clone()?, name })
            });
            named.collect()
        };
        let (operations, exemptions, contractors) =
            (of_kind(Kind::Operations), of_kind(Kind::Exemptions), of_kind(Kind::Contractors));
        if let Some(name) = missing {
            return Err(cannot(say!("recompute-without-input", file = name)).with_hint(say!("recompute-inputs-hint")));
        }
        if operations.is_empty() {
            return Err(cannot(say!("recompute-no-operations")));
        }
        let after = match receipt.previous.first() {
            Some(digest) => {
                let run = self
                    .chain
                    .run(digest)
                    .ok_or_else(|| cannot(say!("recompute-without-chain")).with_hint(say!("recompute-chain-hint")))?;
                Some(state::open(run, &self.law, receipt.closed)?)
            }
            None => None,
        };
        let job = Job {
            after,
            law: self.law,
            operations,
            exemptions,
            contractors,
            headers,
            mapping,
            period: options.period,
            over_limit: options.over_limit,
            known_on: options.known_on,
            threads: self.threads,
            memory: self.memory,
            dir: self.dir.clone(),
            language: options.lang,
        };
        Ok((job, WantedFiles { lines: options.lines, state: options.keep }, self.dir))
    }

    /// Whether the tables at hand are those of the receipt.
    fn same_rates(&self, receipt: &Receipt) -> Result<(), Error> {
        let differs = |name: &str| {
            Error::new(ErrorKind::Record, say!("recompute-other-table", table = name))
                .with_hint(say!("recompute-rates-hint", version = &receipt.version))
        };
        let of_run = &receipt.rates;
        let at_hand = self.law.tables();
        if let Some(table) = at_hand.iter().find(|table| of_run.iter().all(|listed| listed.name != table.name)) {
            // Another version has made the run: no tables would do.
            return Err(Error::new(ErrorKind::Record, say!("recompute-table-of-none", table = &table.name)));
        }
        for table in at_hand {
            let digest = hex(&Sha256::digest(table.text.as_bytes()));
            if !of_run.iter().any(|listed| listed.name == table.name && listed.sha256 == digest) {
                return Err(differs(&table.name));
            }
        }
        match of_run.iter().find(|listed| at_hand.iter().all(|table| table.name != listed.name)) {
            Some(listed) => Err(differs(&listed.name)),
            None => Ok(()),
        }
    }
}

/// Why it was not calculated again: an earlier run that is damaged, or something that is not given.
fn not_recomputed(verified: &mut Verified, error: Error) -> Result<(), Error> {
    verified.checks.add(say!("verify-recomputed"), Verdict::NotChecked(error.clone()));
    verified.not_recomputed = Some(error);
    Ok(())
}

/// Compares every output and the totals; `other_state` says why the receipt's state cannot be compared, where it cannot.
fn compare((receipt, other_state): (&Receipt, Option<Message>), dir: &Path, checks: &mut Checks) -> Result<(), Error> {
    let again = Run::open(dir, &[])?;
    let (expected, came) = (&receipt.outputs, &again.record.outputs);
    let mut add = |name: &str, verdict: Verdict| {
        let verdict = match &other_state {
            Some(why) if name.starts_with("state/") => Verdict::not_checked(why.clone()),
            _ => verdict,
        };
        checks.add(say!("verify-recomputed-file", what = name), verdict);
    };
    for output in expected {
        let verdict = match came.iter().find(|other| other.name == output.name) {
            Some(other) if other == output => Verdict::Holds,
            Some(_) => Verdict::broken(say!("recompute-other-bytes")),
            None => Verdict::broken(say!("recompute-not-at-all")),
        };
        add(&output.name, verdict);
    }
    for output in came.iter().filter(|came| expected.iter().all(|listed| listed.name != came.name)) {
        add(&output.name, Verdict::broken(say!("recompute-not-listed")));
    }
    let mut same = |what: Message, holds: bool, otherwise: Message| {
        checks.add(what, if holds { Verdict::Holds } else { Verdict::broken(otherwise) });
    };
    if again.record.closed.max(receipt.closed).is_some() {
        let holds = again.record.closed == receipt.closed;
        same(say!("verify-recomputed-closed"), holds, say!("recompute-other-month"));
    }
    same(say!("verify-recomputed-totals"), again.record.made == receipt.made, say!("recompute-other-totals"));
    let has_same_sources = again.record.inputs == receipt.inputs
        && again.record.rates == receipt.rates
        && again.record.previous == receipt.previous;
    if !has_same_sources || again.record.program != receipt.program {
        checks.add(RECEIPT, Verdict::broken(say!("recompute-other-receipt")));
    }
    Ok(())
}
