//! Directories of earlier runs, found by the digests of their receipts.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::output::contents::RECEIPT;
use crate::output::digest::hex;
use crate::output::opening::read_whole;

/// The directories, each with the digest of its receipt where that can be read.
#[derive(Debug)]
pub(crate) struct Chain<'a> {
    dirs: Vec<(&'a Path, Option<String>)>,
}

impl<'a> Chain<'a> {
    /// Reads the receipt of each directory once, however often it is named.
    pub fn of(dirs: &'a [PathBuf]) -> Chain<'a> {
        let mut places = BTreeSet::new();
        let each = dirs.iter().filter(|dir| places.insert(place(dir)));
        Chain { dirs: each.map(|dir| (dir.as_path(), digest_of_receipt(dir))).collect() }
    }

    /// The directories whose receipt has this digest.
    pub fn runs(&self, digest: &str) -> impl Iterator<Item = &'a Path> {
        self.dirs.iter().filter(move |(_, of)| of.as_deref() == Some(digest)).map(|(dir, _)| *dir)
    }

    /// The first directory whose receipt has this digest.
    pub fn run(&self, digest: &str) -> Option<&'a Path> {
        self.runs(digest).next()
    }

    /// The directories that have none of these digests.
    pub fn beside(&self, seen: &BTreeSet<String>) -> impl Iterator<Item = &'a Path> {
        let is_seen = |digest: &Option<String>| digest.as_ref().is_some_and(|digest| seen.contains(digest));
        self.dirs.iter().filter(move |(_, digest)| !is_seen(digest)).map(|(dir, _)| *dir)
    }
}

/// Whether both paths are of one directory.
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    place(one) == place(other)
}

/// The digest of the directory's receipt, where that can be read.
pub(super) fn digest_of_receipt(dir: &Path) -> Option<String> {
    Some(hex(&Sha256::digest(&read_whole(dir, RECEIPT).ok()?)))
}

/// Where the path leads, or itself where it leads nowhere.
fn place(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}
