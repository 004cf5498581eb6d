//! What verifying came to, thing by thing.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorKind, of_system};
use crate::words::{Message, say};

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Check {
    /// The directory that it is of.
    pub dir: PathBuf,
    pub what: Message,
    pub verdict: Verdict,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    Holds,
    /// With the reason.
    NotChecked(Error),
    /// With what is wrong.
    Broken(Error),
    /// A receipt that is none for this version of the program, with why, and the version that has written it.
    OfVersion(Error, String),
    /// A file that the receipt does not name.
    Foreign,
    /// A directory of which it is not known whether it is of the chain, since a run of that is not there.
    Unlinked,
    /// A directory without a receipt, named as one of the chain of which a run is not there.
    NoRun,
}

impl Verdict {
    /// What checking it came to.
    pub fn of(checked: Result<(), Error>) -> Verdict {
        checked.map_or_else(Verdict::Broken, |()| Verdict::Holds)
    }

    /// That it does not hold, for this reason.
    pub fn broken(why: Message) -> Verdict {
        Verdict::Broken(Error::new(ErrorKind::Record, why))
    }

    /// That it was not looked at, for this reason.
    pub fn not_checked(why: Message) -> Verdict {
        Verdict::NotChecked(Error::new(ErrorKind::Record, why))
    }
}

/// The checks so far.
#[derive(Debug, Default)]
pub(crate) struct Checks {
    /// The directory that is looked at.
    pub dir: PathBuf,
    pub all: Vec<Check>,
}

impl Checks {
    pub fn add(&mut self, what: impl Into<Message>, verdict: Verdict) {
        self.all.push(Check { dir: self.dir.clone(), what: what.into(), verdict });
    }

    /// Whether everything that was checked holds.
    pub fn hold(&self) -> bool {
        let is_wrong = |verdict: &Verdict| !matches!(verdict, Verdict::Holds | Verdict::NotChecked(_));
        !self.all.iter().any(|check| is_wrong(&check.verdict))
    }

    /// The versions that wrote receipts which this one does not read, each with the directory.
    pub fn of_other_versions(&self) -> impl Iterator<Item = (&str, &Path)> {
        self.all.iter().filter_map(|check| match &check.verdict {
            Verdict::OfVersion(_, version) => Some((version.as_str(), check.dir.as_path())),
            _ => None,
        })
    }

    /// The directories of which something came to such a verdict, each once.
    pub fn dirs(&self, is_meant: impl Fn(&Verdict) -> bool) -> Vec<&Path> {
        let mut seen = BTreeSet::new();
        let meant = self.all.iter().filter(|check| is_meant(&check.verdict)).map(|check| check.dir.as_path());
        meant.filter(|dir| seen.insert(*dir)).collect()
    }
}

/// What stands before the names of the files of this directory.
pub(super) fn below(dir: &Path) -> String {
    format!("{}/", dir.components().as_path().display())
}

/// Why a file or a directory is not what it should be.
pub(super) fn unreadable(cause: &io::Error) -> Message {
    match cause.kind() {
        io::ErrorKind::NotFound => say!("verify-missing"),
        // It is not of the size that the receipt has: how it is, is said by the cause.
        io::ErrorKind::InvalidData => of_system(cause),
        _ => say!("unreadable-because", reason = of_system(cause)),
    }
}

/// The error of a directory that was named.
pub(super) fn unreadable_dir(dir: &Path, cause: &io::Error) -> Error {
    Error::new(ErrorKind::Input, say!("unreadable")).caused_by_io(cause).in_file(dir.display().to_string())
}
