//! Inputs of receipts, found below a directory by their digests.

use std::path::{Path, PathBuf};

use crate::commands::verify::checks::{Checks, Verdict, below, unreadable, unreadable_dir};
use crate::error::Error;
use crate::output::contents::files_below;
use crate::output::digest::{digest_of, hex};
use crate::output::opening::{is_kept_from_us, open_input, size_of};
use crate::run::receipt::InputFile;
use crate::shown::without_iins;
use crate::words::{Message, say};

/// The files below the directory that was named, where one was.
pub(super) struct Inputs<'a> {
    dir: Option<&'a Path>,
    /// Each with its size, where the system tells it, and its digest once it was read, which is once, however many runs
    /// have an input of its size.
    files: Vec<(PathBuf, Option<u64>, Option<String>)>,
}

impl<'a> Inputs<'a> {
    /// Looks what there is, and tells what may not be read.
    pub fn below(dir: Option<&'a Path>, checks: &mut Checks) -> Result<Inputs<'a>, Error> {
        let (paths, unread) = match dir {
            Some(dir) => files_below(dir).map_err(|cause| unreadable_dir(dir, &cause))?,
            None => Default::default(),
        };
        for (unread, cause) in unread {
            checks.add(below(&shown(dir, &unread)), Verdict::not_checked(unreadable(&cause)));
        }
        let sized = |path: PathBuf| {
            let bytes = size_of(&path);
            (path, bytes, None)
        };
        Ok(Inputs { dir, files: paths.into_iter().map(sized).collect() })
    }

    /// Whether a directory to look in was named.
    pub fn are_looked_for(&self) -> bool {
        self.dir.is_some()
    }

    /// Looks for the inputs of a receipt; gives where each was found.
    pub fn check(&mut self, prefix: &str, inputs: &[InputFile], checks: &mut Checks) -> Vec<Option<PathBuf>> {
        let mut found = Vec::new();
        for input in inputs {
            let (path, unread) = self.find(input);
            let verdict = match (&path, self.dir) {
                (Some(_), _) => Verdict::Holds,
                (None, Some(dir)) => Verdict::not_checked(
                    unread.unwrap_or_else(|| say!("verify-input-none", dir = dir.display().to_string())),
                ),
                (None, None) => Verdict::not_checked(say!("verify-input-hint")),
            };
            checks.add(say!("verify-input", dir = prefix, file = without_iins(&input.name)), verdict);
            found.push(path);
        }
        found
    }

    /// The file with the size and the digest of this one; and what the system has not let be read before it: that may be it.
    fn find(&mut self, wanted: &InputFile) -> (Option<PathBuf>, Option<Message>) {
        let (dir, mut unread) = (self.dir, None);
        for (path, bytes, known) in &mut self.files {
            if bytes.is_some_and(|bytes| bytes != wanted.bytes) {
                continue;
            }
            if known.is_none() {
                match open_input(path, wanted.bytes).and_then(digest_of) {
                    Ok((sha256, _)) => *known = Some(hex(&sha256)),
                    Err(cause) if is_kept_from_us(&cause) => {
                        unread.get_or_insert_with(|| {
                            let file = shown(dir, path).display().to_string();
                            say!("verify-of-file", file = file, why = unreadable(&cause))
                        });
                    }
                    Err(_) => {}
                }
            }
            if known.as_ref() == Some(&wanted.sha256) {
                return (Some(path.clone()), unread);
            }
        }
        (None, unread)
    }
}

/// A path below the directory as it is shown: nobody has typed what stands behind that.
fn shown(dir: Option<&Path>, path: &Path) -> PathBuf {
    let dir = dir.unwrap_or(Path::new(""));
    path.strip_prefix(dir).map_or(path.to_path_buf(), |behind| dir.join(without_iins(&behind.to_string_lossy())))
}
