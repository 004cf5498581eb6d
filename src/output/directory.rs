//! A directory that appears complete or not at all.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, FlockOperation, RenameFlags, flock, renameat_with};
use rustix::io::Errno;

use crate::error::{Error, ErrorKind};
use crate::output::file::{fault, put};

/// A directory beside the one that is to appear, under a temporary name.
///
/// It is locked while its run lives, so that the next run can tell what a dead one has left.
#[derive(Debug)]
pub(crate) struct Staging {
    target: PathBuf,
    /// Where things are written; nothing once published.
    path: Option<PathBuf>,
    replace: bool,
    lock: File,
}

/// Temporary names are `.NAME.ustap-`, the number of the process and that of the attempt.
const MARK: &str = ".ustap-";

impl Staging {
    /// Makes the temporary directory for this target.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Output`] where the target exists and is not to be replaced, stands in the directory of a run, or
    /// its parent cannot be written to.
    pub fn create(target: &Path, replace: bool) -> Result<Staging, Error> {
        let exists = target.symlink_metadata().is_ok();
        if exists && !replace {
            return Err(Error::new(ErrorKind::Output, "exists already")
                .in_file(target.display().to_string())
                .hint("name a directory that does not exist yet; `calculate` replaces one with --force"));
        }
        if exists && !target.is_dir() {
            return Err(Error::new(ErrorKind::Output, "is no directory, and --force only replaces directories")
                .in_file(target.display().to_string()));
        }
        let (parent, name) = parent_and_name(target)?;
        refuse_in_record(target, &parent)?;
        remove_left_over(&parent);
        let (path, lock) = make_locked(&parent, &name).map_err(|cause| {
            // By the name that was typed, not the temporary one.
            let error = fault(target, &cause);
            if cause.kind() == io::ErrorKind::NotFound {
                error.hint("the directory above it must exist")
            } else {
                error
            }
        })?;
        Ok(Staging { target: target.to_path_buf(), path: Some(path), replace: exists, lock })
    }

    /// Where to write.
    pub fn path(&self) -> &Path {
        self.path.as_deref().unwrap_or(&self.target)
    }

    /// Lets the directory appear under its name, in one step.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Output`] where another directory has appeared there meanwhile, or the file system cannot
    /// exchange two directories.
    pub fn publish(mut self) -> Result<(), Error> {
        let Some(path) = self.path.clone() else { return Ok(()) };
        self.lock.sync_all().map_err(|cause| fault(&path, &cause))?;
        let renamed = if self.replace {
            renameat_with(CWD, &path, CWD, &self.target, RenameFlags::EXCHANGE).map_err(io::Error::from)
        } else {
            rename_without_replacing(&path, &self.target)
        };
        renamed.map_err(|cause| self.refused(cause))?;
        // From here on the new state stands; what follows cannot undo it.
        self.path = None;
        if self.replace {
            let _ = fs::remove_dir_all(&path);
        }
        let (parent, _) = parent_and_name(&self.target)?;
        File::open(&parent).and_then(|dir| dir.sync_all()).map_err(|cause| fault(&parent, &cause))
    }

    fn refused(&self, cause: io::Error) -> Error {
        let error = fault(&self.target, &cause);
        match cause.kind() {
            io::ErrorKind::AlreadyExists => error.hint("it appeared while the run went on"),
            io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported => {
                error.hint("this file system cannot exchange directories: remove the old one and run without --force")
            }
            _ => error,
        }
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if let Some(path) = &self.path {
            let _ = fs::remove_dir_all(path);
        }
    }
}

/// Refuses a target in the directory of a run, which would no longer be what its receipt says.
fn refuse_in_record(target: &Path, parent: &Path) -> Result<(), Error> {
    // A parent that is not there is told when something is made in it.
    let Ok(parent) = parent.canonicalize() else { return Ok(()) };
    let has = |dir: &Path, name: &str| dir.join(name).is_file();
    // Further up one file of this name may be anybody's.
    let is_record = |dir: &&Path| has(dir, "receipt.json") && (*dir == parent || has(dir, "receipt.sha256"));
    match parent.ancestors().find(is_record) {
        None => Ok(()),
        Some(record) => Err(Error::new(ErrorKind::Output, "would stand in the directory of a run, which is a record")
            .in_file(target.display().to_string())
            .hint(format!("nothing is ever added to a run: name a directory outside {}", record.display()))),
    }
}

/// Refuses to replace a directory that has, or is, something that the run reads: it would be gone afterwards.
///
/// # Errors
/// Kind [`ErrorKind::Output`] with the first of the paths that are used.
pub(crate) fn refuse_to_replace<'a>(target: &Path, used: impl IntoIterator<Item = &'a Path>) -> Result<(), Error> {
    let Ok(replaced) = target.canonicalize() else { return Ok(()) };
    let is_inside = |path: &&Path| path.canonicalize().is_ok_and(|path| path.starts_with(&replaced));
    match used.into_iter().find(is_inside) {
        None => Ok(()),
        Some(path) => {
            let message = format!("is not replaced: the run reads {}, which would be gone", path.display());
            Err(Error::new(ErrorKind::Output, message)
                .in_file(target.display().to_string())
                .hint("name another directory for --out"))
        }
    }
}

/// Makes the temporary directory and locks it.
///
/// Until it is locked, another run may take it for one that a dead run has left, and remove it: then the next name is
/// tried.
fn make_locked(parent: &Path, name: &str) -> io::Result<(PathBuf, File)> {
    const ATTEMPTS: u32 = 100;
    let process = std::process::id();
    for attempt in 0..ATTEMPTS {
        let path = parent.join(format!(".{name}{MARK}{process}{attempt:02}"));
        fs::DirBuilder::new().mode(0o700).create(&path)?;
        let lock = File::open(&path).and_then(|file| {
            flock(&file, FlockOperation::NonBlockingLockExclusive)?;
            Ok(file)
        });
        match lock {
            Ok(lock) if path.is_dir() => return Ok((path, lock)),
            Err(cause) if !matches!(cause.kind(), io::ErrorKind::NotFound | io::ErrorKind::WouldBlock) => {
                let _ = fs::remove_dir(&path);
                return Err(cause);
            }
            _ => {}
        }
    }
    Err(io::Error::other("other runs keep removing the temporary directory"))
}

fn rename_without_replacing(from: &Path, to: &Path) -> io::Result<()> {
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        // A file system that cannot: an empty directory of our own is made there, and only that one is replaced.
        Err(Errno::INVAL | Errno::NOSYS) => {
            fs::create_dir(to)?;
            fs::rename(from, to).inspect_err(|_| {
                let _ = fs::remove_dir(to);
            })
        }
        renamed => Ok(renamed?),
    }
}

/// Writes text files into a new directory, which appears complete or not at all.
///
/// # Errors
/// As [`Staging::create`] and [`Staging::publish`], or where a file cannot be written.
pub(crate) fn publish_files<'a>(dir: &Path, files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<(), Error> {
    let staging = Staging::create(dir, false)?;
    for (name, text) in files {
        if let Some((inner, _)) = name.rsplit_once('/') {
            let inner = staging.path().join(inner);
            fs::DirBuilder::new().mode(0o700).recursive(true).create(&inner).map_err(|cause| fault(&inner, &cause))?;
        }
        put(&staging.path().join(name), text.as_bytes())?;
    }
    staging.publish()
}

fn parent_and_name(target: &Path) -> Result<(PathBuf, String), Error> {
    let name = target.file_name().ok_or_else(|| {
        Error::new(ErrorKind::Usage, "is no name for a new directory").in_file(target.display().to_string())
    })?;
    let parent = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    };
    Ok((parent, name.to_string_lossy().into_owned()))
}

/// Removes temporary directories whose runs are dead: nobody holds their locks.
fn remove_left_over(parent: &Path) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let Some((_, process)) = name.rsplit_once(MARK) else { continue };
        if !name.starts_with('.') || process.is_empty() || !process.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let Ok(dir) = File::open(entry.path()) else { continue };
        if flock(&dir, FlockOperation::NonBlockingLockExclusive).is_ok() {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
