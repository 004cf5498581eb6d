//! A directory that appears complete or not at all.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, FlockOperation, OFlags, RenameFlags, flock, renameat_with};
use rustix::io::Errno;

use crate::error::{Error, ErrorKind, of_system};
use crate::output::contents::{RECEIPT, RECEIPT_DIGEST, foreign};
use crate::output::file::{fault, put};
use crate::shown::without_iins;
use crate::words::{Message, say};

/// A directory under a temporary name, which is gone with its owner.
///
/// It is locked while its run lives, so that the next run can tell what a dead one has left.
#[derive(Debug)]
pub(crate) struct Scratch {
    /// Nothing once it has been given its own name.
    path: Option<PathBuf>,
    lock: File,
}

/// A directory beside the one that is to appear.
#[derive(Debug)]
pub(crate) struct Staging {
    target: PathBuf,
    /// The directory that both stand in, opened while it is still time to say that it cannot be.
    parent: File,
    force: bool,
    scratch: Scratch,
}

/// What is to be told of a directory that stands: none of it changes the status of the run.
#[derive(Debug, Default)]
#[must_use = "a warning is to be shown"]
pub(crate) struct Published {
    pub warnings: Vec<Error>,
}

/// Temporary names are `.NAME.ustap~`, the number of the process and that of the attempt, of two digits. Nobody gives such a
/// name by accident, and no directory that is published has one.
const MARK: &str = ".ustap~";
/// So much of NAME is in it that the temporary name is not too long for a file system where NAME is not.
const NAME_BYTES_MAX: usize = 200;

fn is_temporary(name: &str) -> bool {
    let number = name.rsplit_once(MARK).map_or("", |(_, number)| number);
    name.starts_with('.') && number.len() > 2 && number.bytes().all(|byte| byte.is_ascii_digit())
}

impl Scratch {
    /// Makes a directory in this one, and removes what dead runs have left there.
    ///
    /// # Errors
    /// Where none can be made there.
    pub fn create(parent: &Path, name: &str) -> io::Result<Scratch> {
        remove_left_over(parent);
        let (path, lock) = make_locked(parent, name)?;
        Ok(Scratch { path: Some(path), lock })
    }

    /// Where to write; nothing is there any more once it has its own name.
    pub fn path(&self) -> &Path {
        self.path.as_deref().unwrap_or(Path::new(""))
    }

    /// Removes it where the run has ended well, and gives a warning where it stays.
    pub fn remove(mut self) -> Option<Error> {
        let path = self.path.take()?;
        let cause = fs::remove_dir_all(&path).err().filter(|cause| cause.kind() != io::ErrorKind::NotFound)?;
        let message = say!("temporary-stays", dir = path.display().to_string(), reason = of_system(&cause));
        Some(Error::new(ErrorKind::Output, message))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Some(path) = &self.path {
            let _ = fs::remove_dir_all(path);
        }
    }
}

impl Staging {
    /// Makes the temporary directory for this target, with whether to replace what is there, where that can be asked for.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Output`] where the target exists and is not to be replaced, or is nothing that this program has
    /// written, stands in the directory of a run, or its parent cannot be opened or written to.
    pub fn create(target: &Path, force: Option<bool>) -> Result<Staging, Error> {
        // Without a slash at the end, behind which a link would be taken for what it points to.
        let target = target.components().as_path();
        if let Ok(there) = target.symlink_metadata() {
            match force {
                None => return Err(exists_already(target).with_hint(say!("exists-already-hint"))),
                Some(false) => return Err(exists_already(target).with_hint(say!("exists-already-force-hint"))),
                Some(true) => is_replaceable(target, there)?,
            }
        }
        let (parent, name) = parent_and_name(target)?;
        if is_temporary(&name) {
            return Err(Error::new(ErrorKind::Usage, say!("temporary-name"))
                .in_file(target.display().to_string())
                .with_hint(say!("temporary-name-hint")));
        }
        refuse_in_record(target, &parent)?;
        // By the name that was typed, not the temporary one.
        let unwritable = |cause| cannot_stand(target, &cause);
        let opened = open_dir(&parent, OFlags::empty()).map_err(|cause| match cause.kind() {
            io::ErrorKind::PermissionDenied => Error::new(ErrorKind::Output, say!("directory-unopenable"))
                .caused_by_io(&cause)
                .in_file(parent.display().to_string())
                .with_hint(say!("directory-unopenable-hint")),
            _ => unwritable(cause),
        })?;
        let scratch = Scratch::create(&parent, &name).map_err(unwritable)?;
        Ok(Staging { target: target.to_path_buf(), parent: opened, force: force == Some(true), scratch })
    }

    /// Where to write.
    pub fn path(&self) -> &Path {
        self.scratch.path()
    }

    /// Lets the directory appear under its name, in one step.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Output`] where another directory has appeared there meanwhile, or the file system cannot
    /// exchange two directories. What fails once the directory has appeared is a warning.
    pub fn publish(mut self) -> Result<Published, Error> {
        let Some(path) = self.scratch.path.clone() else { return Ok(Published::default()) };
        sync_below(&path).and_then(|()| self.scratch.lock.sync_all()).map_err(|cause| fault(&path, &cause))?;
        let replaced = self.rename(&path)?;
        // From here on the new state stands; what follows cannot undo it.
        self.scratch.path = None;
        let target = self.target.display().to_string();
        let mut published = Published::default();
        let mut warn = |message: Message| published.warnings.push(Error::new(ErrorKind::Output, message));
        match self.parent.sync_all() {
            // The old directory goes last: its name may come back, and must not without what was in it.
            Ok(()) if replaced.is_some() => {
                if let Err(cause) = fs::remove_dir_all(&path) {
                    let (old, reason) = (path.display().to_string(), of_system(&cause));
                    warn(say!("replaced-old-stays", dir = target, old = old, reason = reason));
                }
            }
            Ok(()) => {}
            Err(cause) => warn(say!("written-name-unsure", dir = target, reason = of_system(&cause))),
        }
        Ok(published)
    }

    /// Gives the directory its name; also the one that was replaced, locked, so that no other run removes it.
    fn rename(&self, path: &Path) -> Result<Option<File>, Error> {
        // Another run may let a directory appear, or disappear, between the look and the step.
        const ATTEMPTS: u32 = 8;
        let mut attempt = 0;
        loop {
            attempt += 1;
            let there = self.target.symlink_metadata().ok().filter(|_| self.force);
            let (old, renamed) = match there {
                Some(there) => {
                    // Somebody may have put something there since the run began.
                    is_replaceable(&self.target, there)?;
                    let old = match open_dir(&self.target, OFlags::NOFOLLOW) {
                        Err(cause) if attempt < ATTEMPTS && is_of_a_race(&cause, true) => continue,
                        opened => opened.map_err(|cause| fault(&self.target, &cause))?,
                    };
                    let _ = flock(&old, FlockOperation::NonBlockingLockExclusive);
                    (Some(old), renameat_with(CWD, path, CWD, &self.target, RenameFlags::EXCHANGE).map_err(Into::into))
                }
                None => (None, rename_without_replacing(path, &self.target)),
            };
            match renamed {
                Ok(()) => return Ok(old),
                Err(cause) if attempt < ATTEMPTS && self.force && is_of_a_race(&cause, old.is_some()) => {}
                Err(cause) => return Err(self.refused(&cause)),
            }
        }
    }

    fn refused(&self, cause: &io::Error) -> Error {
        let error = fault(&self.target, cause);
        match cause.kind() {
            io::ErrorKind::AlreadyExists => exists_already(&self.target).with_hint(say!("appeared-meanwhile")),
            io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported | io::ErrorKind::CrossesDevices => {
                error.with_hint(say!("no-exchange-hint"))
            }
            // Another file system stands there: that is neither exchanged nor removed.
            io::ErrorKind::ResourceBusy => error.with_hint(say!("not-replaced-used-hint")),
            _ => error,
        }
    }
}

/// The error of a target beside which nothing can be made.
pub(super) fn cannot_stand(target: &Path, cause: &io::Error) -> Error {
    let error = fault(target, cause);
    if cause.kind() == io::ErrorKind::NotFound { error.with_hint(say!("directory-above-hint")) } else { error }
}

fn exists_already(target: &Path) -> Error {
    Error::new(ErrorKind::Output, say!("exists-already")).in_file(target.display().to_string())
}

/// Whether there was something to replace when it was looked at and nothing any more, or the other way round.
fn is_of_a_race(cause: &io::Error, exchanging: bool) -> bool {
    let kind = if exchanging { io::ErrorKind::NotFound } else { io::ErrorKind::AlreadyExists };
    cause.kind() == kind
}

/// That --force may replace what stands there: an empty directory, or one of this program in which nothing stands that its
/// receipt does not name. Where another run has put another directory there while this one was looked at, and is removing it,
/// the look says nothing, and is taken once more.
fn is_replaceable(target: &Path, mut there: fs::Metadata) -> Result<(), Error> {
    loop {
        let looked = is_ours(target, &there);
        match target.symlink_metadata() {
            Ok(now) if looked.is_err() && (now.dev(), now.ino()) != (there.dev(), there.ino()) => there = now,
            // Nothing is to be replaced any more.
            Err(cause) if looked.is_err() && cause.kind() == io::ErrorKind::NotFound => return Ok(()),
            _ => return looked,
        }
    }
}

fn is_ours(target: &Path, there: &fs::Metadata) -> Result<(), Error> {
    let refuse = |message: Message| Error::new(ErrorKind::Output, message).in_file(target.display().to_string());
    if there.is_symlink() {
        return Err(refuse(say!("target-is-link")).with_hint(say!("target-is-link-hint")));
    }
    if !there.is_dir() {
        return Err(refuse(say!("target-no-directory")));
    }
    let foreign = foreign(target).map_err(|cause| refuse(say!("unreadable-because", reason = of_system(&cause))))?;
    foreign.first().map_or(Ok(()), |name| {
        let name = without_iins(name);
        let message = match target.join(RECEIPT).exists() {
            true => say!("not-replaced-foreign", name = name),
            false => say!("not-replaced-without-receipt", name = name),
        };
        Err(refuse(message).with_hint(say!("not-replaced-foreign-hint")))
    })
}

/// Refuses a target in the directory of a run, which would no longer be what its receipt says.
pub(crate) fn refuse_in_record(target: &Path, parent: &Path) -> Result<(), Error> {
    // A parent that is not there is told when something is made in it.
    let Ok(parent) = parent.canonicalize() else { return Ok(()) };
    let has = |dir: &Path, name: &str| dir.join(name).is_file();
    // Further up one file of this name may be anybody's.
    let is_record = |dir: &&Path| has(dir, RECEIPT) && (*dir == parent || has(dir, RECEIPT_DIGEST));
    match parent.ancestors().find(is_record) {
        None => Ok(()),
        Some(record) => Err(Error::new(ErrorKind::Output, say!("would-stand-in-record"))
            .in_file(target.display().to_string())
            .with_hint(say!("would-stand-in-record-hint", dir = record.display().to_string()))),
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
            let message = say!("not-replaced-used", path = path.display().to_string());
            Err(Error::new(ErrorKind::Output, message)
                .in_file(target.display().to_string())
                .with_hint(say!("not-replaced-used-hint")))
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
    let name = &name[..name.floor_char_boundary(NAME_BYTES_MAX)];
    for attempt in 0..ATTEMPTS {
        let path = parent.join(format!(".{name}{MARK}{process}{attempt:02}"));
        match fs::DirBuilder::new().mode(0o700).create(&path) {
            // That of another run, whose process has this number somewhere else.
            Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => continue,
            made => made?,
        }
        let lock = open_dir(&path, OFlags::NOFOLLOW).and_then(|file| {
            flock(&file, FlockOperation::NonBlockingLockExclusive)?;
            let stands = is_at(&file, &path)?;
            Ok((file, stands))
        });
        match lock {
            Ok((lock, true)) => return Ok((path, lock)),
            Err(cause) if !matches!(cause.kind(), io::ErrorKind::NotFound | io::ErrorKind::WouldBlock) => {
                let _ = fs::remove_dir(&path);
                return Err(cause);
            }
            _ => {}
        }
    }
    Err(io::Error::other(say!("temporary-names-taken")))
}

/// Whether what is open still has this name.
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    let (one, other) = (file.metadata()?, path.symlink_metadata()?);
    Ok((one.dev(), one.ino()) == (other.dev(), other.ino()))
}

/// Opens a directory, and nothing else, such as a pipe that would wait for its other end.
fn open_dir(path: &Path, more: OFlags) -> io::Result<File> {
    let flags = OFlags::DIRECTORY | OFlags::NONBLOCK | more;
    OpenOptions::new().read(true).custom_flags(flags.bits() as i32).open(path)
}

/// Puts the directories in this one on the disk, each before the one above it.
fn sync_below(dir: &Path) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            sync_below(&entry.path())?;
            open_dir(&entry.path(), OFlags::NOFOLLOW)?.sync_all()?;
        }
    }
    Ok(())
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
pub(crate) fn publish_files<'a>(
    dir: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<Published, Error> {
    let staging = Staging::create(dir, None)?;
    for (name, text) in files {
        if let Some((inner, _)) = name.rsplit_once('/') {
            let inner = staging.path().join(inner);
            fs::DirBuilder::new().mode(0o700).recursive(true).create(&inner).map_err(|cause| fault(&inner, &cause))?;
        }
        put(&staging.path().join(name), text.as_bytes())?;
    }
    staging.publish()
}

pub(super) fn parent_and_name(target: &Path) -> Result<(PathBuf, String), Error> {
    let name = target
        .file_name()
        .ok_or_else(|| Error::new(ErrorKind::Usage, say!("no-directory-name")).in_file(target.display().to_string()))?;
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
        if !is_temporary(&name) {
            continue;
        }
        let Ok(dir) = open_dir(&entry.path(), OFlags::NOFOLLOW) else { continue };
        if flock(&dir, FlockOperation::NonBlockingLockExclusive).is_ok() {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::contents::names_below;

    /// Nobody puts the directory of processes on a disk: what fails so behind the last step.
    fn with_a_parent_that_cannot_be_synced(target: &Path, force: bool) -> Published {
        let mut staging = Staging::create(target, Some(force)).unwrap();
        fs::write(staging.path().join("new"), "").unwrap();
        staging.parent = File::open("/proc").unwrap();
        staging.publish().unwrap()
    }

    fn names(dir: &Path) -> Vec<String> {
        names_below(dir).unwrap().0
    }

    #[test]
    fn a_name_that_may_not_outlive_a_power_failure_is_a_warning_and_the_old_directory_stays() {
        let place = tempfile::tempdir().unwrap();
        let target = place.path().join("out");
        let warned = |published: Published| {
            let [warning] = &published.warnings[..] else { panic!("{published:?}") };
            assert!(warning.to_string().contains("out is written, but its name may not outlive a power failure: "));
        };
        warned(with_a_parent_that_cannot_be_synced(&target, false));
        assert_eq!(names(place.path()), ["out/new"]);
        fs::write(target.join(RECEIPT), r#"{"program": "ustap", "outputs": []}"#).unwrap();
        fs::rename(target.join("new"), target.join(".DS_Store")).unwrap();
        warned(with_a_parent_that_cannot_be_synced(&target, true));
        let now = names(place.path());
        assert!(now.len() == 2 && now[0].starts_with(".out.ustap~") && now[0].ends_with("/receipt.json"), "{now:?}");
        assert_eq!(now[1], "out/new");
        // The next run takes it away, as all that dead runs leave.
        drop(Staging::create(&place.path().join("next"), None).unwrap());
        assert_eq!(names(place.path()), ["out/new"]);
    }

    #[test]
    fn only_what_nobody_else_names_so_is_removed() {
        let place = tempfile::tempdir().unwrap();
        let at = |name: &str| place.path().join(name);
        let stay = [".notes.ustap-202601", ".notes.ustap~1x01", ".notes.ustap~26"];
        for name in stay {
            fs::create_dir(at(name)).unwrap();
            fs::write(at(name).join("thesis"), "mine").unwrap();
        }
        // What dead runs leave: nothing yet, and something.
        for name in [".out.ustap~1200", ".out.ustap~1201"] {
            fs::create_dir(at(name)).unwrap();
        }
        fs::write(at(".out.ustap~1201").join("register.csv"), "").unwrap();
        drop(Staging::create(&at("next"), None).unwrap());
        assert_eq!(names(place.path()), stay.map(|name| format!("{name}/thesis")));
        let error = Staging::create(&at(".march.ustap~2026"), None).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Usage);
        assert!(Staging::create(&at(".march.ustap-2026"), None).is_ok());
    }

    #[test]
    fn a_temporary_directory_that_cannot_be_removed_is_a_warning() {
        let place = tempfile::tempdir().unwrap();
        let mut scratch = Scratch::create(place.path(), "page").unwrap();
        assert!(Scratch::create(place.path(), "page").unwrap().remove().is_none());
        fs::remove_dir(scratch.path()).unwrap();
        // Nobody removes what the system tells of a process.
        scratch.path = Some(PathBuf::from("/proc/self/fdinfo"));
        let warning = scratch.remove().unwrap().to_string();
        assert!(warning.starts_with("/proc/self/fdinfo, a temporary directory, stays: "), "{warning}");
        assert_eq!(names(place.path()), [""; 0]);
    }

    #[test]
    fn what_somebody_puts_into_the_old_directory_meanwhile_is_not_removed_with_it() {
        let place = tempfile::tempdir().unwrap();
        let target = place.path().join("out");
        fs::create_dir(&target).unwrap();
        let staging = Staging::create(&target, Some(true)).unwrap();
        fs::write(target.join("mine"), "").unwrap();
        let error = staging.publish().unwrap_err();
        assert!(
            error.to_string().ends_with("is not replaced: there is no `receipt.json` in it, and `mine` is"),
            "{error}"
        );
        assert_eq!(names(place.path()), ["out/mine"]);
    }

    #[test]
    fn a_directory_that_appears_meanwhile_is_replaced_with_force_alone() {
        let place = tempfile::tempdir().unwrap();
        let target = place.path().join("out");
        for force in [false, true] {
            let staging = Staging::create(&target, Some(force)).unwrap();
            fs::create_dir(&target).unwrap();
            let refused = staging.publish().err().map(|error| (error.to_string(), error.hint()));
            let said = format!("{}: exists already", target.display());
            assert_eq!(refused, (!force).then(|| (said, Some("it appeared while the run went on".to_owned()))));
            fs::remove_dir(&target).unwrap();
        }
    }
}
