//! A single file that appears whole or not at all.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;

use crate::error::{Error, ErrorKind};
use crate::output::directory::{Published, Scratch, cannot_stand, parent_and_name, refuse_in_record};
use crate::output::file::{fault, put};
use crate::words::say;

/// Writes a file beside its place and lets it appear there, in one step. With `force` it takes the place of one that
/// `is_own` knows by its beginning.
///
/// # Errors
/// Kind [`ErrorKind::Output`] where something of that name exists and is not to be replaced, or it cannot be written.
pub(crate) fn publish_file(
    target: &Path,
    bytes: &[u8],
    force: bool,
    is_own: impl Fn(&[u8]) -> bool,
) -> Result<Published, Error> {
    let refused = |message| Error::new(ErrorKind::Output, message).in_file(target.display().to_string());
    let there = target.symlink_metadata().ok();
    match &there {
        Some(_) if !force => return Err(refused(say!("file-exists")).with_hint(say!("file-exists-hint"))),
        Some(there) if !there.is_file() => return Err(refused(say!("file-not-replaced"))),
        Some(_) => {
            const HEAD_BYTES: u64 = 4096;
            let mut head = Vec::new();
            let read = fs::File::open(target).and_then(|file| file.take(HEAD_BYTES).read_to_end(&mut head));
            read.map_err(|cause| refused(say!("file-not-replaced")).caused_by_io(&cause))?;
            if !is_own(&head) {
                return Err(refused(say!("file-foreign")).with_hint(say!("file-exists-hint")));
            }
        }
        None => {}
    }
    let (parent, name) = parent_and_name(target)?;
    refuse_in_record(target, &parent)?;
    let scratch = Scratch::create(&parent, &name).map_err(|cause| cannot_stand(target, &cause))?;
    let written = scratch.path().join("file");
    put(&written, bytes)?;
    let renamed = match there {
        Some(_) => fs::rename(&written, target),
        None => match renameat_with(CWD, &written, CWD, target, RenameFlags::NOREPLACE) {
            Err(Errno::INVAL | Errno::NOSYS) => name_without_renaming(&written, target),
            renamed => renamed.map_err(Into::into),
        },
    };
    renamed.map_err(|cause| fault(target, &cause))?;
    let mut published = Published::default();
    if let Err(cause) = fs::File::open(&parent).and_then(|parent| parent.sync_all()) {
        let target = target.display().to_string();
        published
            .warnings
            .push(Error::new(ErrorKind::Output, say!("file-name-unsynced", file = target)).caused_by(cause));
    }
    published.warnings.extend(scratch.remove());
    Ok(published)
}

/// For file systems that cannot rename without replacing: a second name replaces nothing either, and the first is gone with
/// its directory.
fn name_without_renaming(written: &Path, target: &Path) -> io::Result<()> {
    match fs::hard_link(written, target) {
        // Without second names: an empty file of our own is made there, and only that one is replaced.
        Err(cause) if cause.kind() != io::ErrorKind::AlreadyExists => {
            fs::File::options().write(true).create_new(true).open(target)?;
            fs::rename(written, target).inspect_err(|_| {
                let _ = fs::remove_file(target);
            })
        }
        linked => linked,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_appears_meanwhile_is_not_replaced_where_it_is_named_without_renaming() {
        let place = tempfile::tempdir().unwrap();
        let [written, target] = ["written", "target"].map(|name| place.path().join(name));
        fs::write(&written, "ours").unwrap();
        fs::write(&target, "mine").unwrap();
        assert_eq!(name_without_renaming(&written, &target).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&target).unwrap(), "mine");
        fs::remove_file(&target).unwrap();
        name_without_renaming(&written, &target).unwrap();
        assert_eq!(fs::read_to_string(&target).unwrap(), "ours");
    }
}
