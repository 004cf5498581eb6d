//! The directories that a page is made of: one run, and what was done with it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorKind};
use crate::period::Month;
use crate::person::Iin;
use crate::reading::header::headings::Kind;
use crate::run::files::DISTRIBUTION;
use crate::run::receipt::Made;
use crate::run::receipt::options::CalculateOptions;
use crate::run::receipt::totals::CalculateTotals;
use crate::run::record::Run;
use crate::run::records_in::named_rows;
use crate::run::register_in::register_rows;
use crate::words::say;

/// A run, and directories that were made from it, in the order in which they were named.
#[derive(Debug)]
pub(super) struct Dirs {
    pub run: Run,
    pub rest: Vec<Run>,
}

impl Dirs {
    /// Opens the directories.
    ///
    /// # Errors
    /// As [`Run::open`]; kind [`ErrorKind::Usage`] where there is not exactly one run among them, or one of them is not of
    /// that run.
    pub fn open(paths: &[PathBuf]) -> Result<Dirs, Error> {
        let mut runs = Vec::new();
        let mut rest: Vec<(&Path, Run)> = Vec::new();
        for path in paths {
            let run = Run::open(path, &[])?;
            if runs.iter().chain(&rest).any(|(_, other): &(&Path, Run)| other.receipt == run.receipt) {
                return Err(Error::new(ErrorKind::Usage, say!("report-dir-twice")).in_file(path.display().to_string()));
            }
            if matches!(run.record.made, Made::Refunds(..)) {
                return Err(Error::new(ErrorKind::Usage, say!("report-no-part")).in_file(path.display().to_string()));
            }
            let of = if matches!(run.record.made, Made::Calculate(..)) { &mut runs } else { &mut rest };
            of.push((path, run));
        }
        let mut runs = runs.into_iter();
        let Some((_, run)) = runs.next() else {
            return Err(Error::new(ErrorKind::Usage, say!("report-no-run")).with_hint(say!("report-no-run-hint")));
        };
        if let Some((path, _)) = runs.next() {
            return Err(Error::new(ErrorKind::Usage, say!("report-two-runs"))
                .in_file(path.display().to_string())
                .with_hint(say!("report-no-run-hint")));
        }
        belong(&run, &rest)?;
        Ok(Dirs { run, rest: rest.into_iter().map(|(_, run)| run).collect() })
    }

    /// The options and totals of the run.
    pub fn calculation(&self) -> Result<(&CalculateOptions, &CalculateTotals), Error> {
        self.run.record.calculation()
    }
}

/// That each of these was made from the run: by the receipts that it names, at however many removes.
///
/// A distribution names no run, for it is made of what was paid and of what ЦС КГД says. It is of the run where it has an
/// input in common with what is, or where it continues one that is; and where it was paid by a bare table, where it is of
/// months and persons of the run, for the most part.
fn belong(run: &Run, rest: &[(&Path, Run)]) -> Result<(), Error> {
    let mut known: BTreeSet<&str> = BTreeSet::from([run.receipt.as_str()]);
    let mut inputs: BTreeSet<&str> = BTreeSet::new();
    let mut open: Vec<&(&Path, Run)> = rest.iter().collect();
    loop {
        let before = open.len();
        open.retain(|(_, other)| {
            let names = |digest: &String| known.contains(digest.as_str());
            let is_distribution = matches!(other.record.made, Made::Distribute(..));
            let shares = || sums_of(other).any(|digest| inputs.contains(digest));
            // What names directories is of these alone.
            let is_of = other.record.previous.iter().any(names)
                || is_distribution && other.record.previous.is_empty() && shares();
            if is_of {
                known.insert(&other.receipt);
                inputs.extend(sums_of(other));
            }
            !is_of
        });
        if open.len() == before {
            // What was paid by lists is of the run that these lead to, and nothing else says so.
            let is_bare =
                |other: &Run| matches!(other.record.made, Made::Distribute(..)) && other.record.previous.is_empty();
            let Some(next) = open.iter().position(|(_, other)| is_bare(other)) else { break };
            let (path, other) = open.remove(next);
            if !has_most_persons_of(run, other)? {
                return Err(stranger(path).with_hint(say!("report-stranger-persons-hint")));
            }
            known.insert(&other.receipt);
            inputs.extend(sums_of(other));
        }
    }
    open.first().map_or(Ok(()), |(path, _)| Err(stranger(path).with_hint(say!("report-stranger-hint"))))
}

/// The digests of the inputs with sums of persons: contractors and tables of other months may be anybody's.
fn sums_of(run: &Run) -> impl Iterator<Item = &str> {
    let sums = run.record.inputs.iter().filter(|input| matches!(input.kind, Kind::Kgd | Kind::Paid));
    sums.map(|input| input.sha256.as_str())
}

fn stranger(path: &Path) -> Error {
    Error::new(ErrorKind::Usage, say!("report-stranger")).in_file(path.display().to_string())
}

/// Whether most persons and months of a distribution are in the run's register.
fn has_most_persons_of(run: &Run, distribution: &Run) -> Result<bool, Error> {
    let mut of_distribution = BTreeSet::new();
    named_rows(distribution, DISTRIBUTION, |row| {
        of_distribution.insert((row.value::<Month>("period")?, row.value::<Iin>("iin")?));
        Ok(())
    })?;
    let all = of_distribution.len();
    register_rows(run, |period, iin, _| {
        of_distribution.remove(&(period, iin));
        Ok(())
    })?;
    // КГД may have sums of persons that the operator has not.
    Ok(all > 2 * of_distribution.len())
}
