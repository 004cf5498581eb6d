//! Files that the program opens by itself, by names that it has not been given: never a link, a pipe or a device.

use std::fs::File;
use std::io::{self, Read, Take};
use std::path::Path;

use rustix::fs::{CWD, Mode, OFlags, openat};
use rustix::io::Errno;

use crate::words::say;

/// The longest receipt, and the longest of other files that are read as a whole.
pub(crate) const WHOLE_BYTES_MAX: u64 = 16 << 20;

/// Opens the file of this name in a directory. Neither the file nor a directory on the way to it may be a link; the
/// directory itself may.
///
/// # Errors
/// Where it is not there, is a link, or is something else than a file; nothing is waited for.
pub(crate) fn open_in(dir: &Path, name: &str) -> io::Result<File> {
    let (above, last) = name.rsplit_once('/').unwrap_or(("", name));
    let open = |at: &File, name: &str, flags| openat(at, name, OFlags::RDONLY | OFlags::CLOEXEC | flags, Mode::empty());
    let mut at = File::from(openat(CWD, dir, OFlags::RDONLY | OFlags::CLOEXEC | OFlags::DIRECTORY, Mode::empty())?);
    for part in above.split('/').filter(|part| !part.is_empty()) {
        let next = open(&at, part, OFlags::DIRECTORY | OFlags::NOFOLLOW);
        at = next
            .map_err(|cause| {
                if cause == Errno::NOTDIR { io::Error::other(say!("no-regular-directory")) } else { cause.into() }
            })?
            .into();
    }
    // A pipe would wait for its other end, and a socket cannot be opened at all.
    let file = open(&at, last, OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY);
    let file = File::from(file.map_err(|cause| match cause {
        Errno::LOOP | Errno::NXIO => no_file(),
        _ => cause.into(),
    })?);
    is_file(&file).map(|_| file)
}

/// The size of what is open, which must be a file.
fn is_file(file: &File) -> io::Result<u64> {
    let metadata = file.metadata()?;
    if metadata.is_file() { Ok(metadata.len()) } else { Err(no_file()) }
}

fn no_file() -> io::Error {
    io::Error::other(say!("no-regular-file"))
}

/// Opens the file of this name in a directory where it has exactly this size, of which no more is ever read.
///
/// # Errors
/// As [`open_in`], or kind [`io::ErrorKind::InvalidData`] with the size that it has.
pub(crate) fn open_sized(dir: &Path, name: &str, bytes: u64) -> io::Result<Take<File>> {
    sized(open_in(dir, name)?, bytes)
}

/// Opens an input that stands somewhere in a directory, where it is a file of exactly this size. It may be a link: whose
/// directory this is has put it there.
///
/// # Errors
/// As [`open_sized`].
pub(crate) fn open_input(path: &Path, bytes: u64) -> io::Result<Take<File>> {
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
    sized(openat(CWD, path, flags, Mode::empty())?.into(), bytes)
}

/// The size of what stands there or where it leads to, where the system tells it.
pub(crate) fn size_of(path: &Path) -> Option<u64> {
    std::fs::metadata(path).ok().map(|metadata| metadata.len())
}

fn sized(file: File, bytes: u64) -> io::Result<Take<File>> {
    match is_file(&file)? {
        // One byte more tells that it has grown since.
        there if there == bytes => Ok(file.take(bytes.saturating_add(1))),
        there => {
            let message = say!("size-differs", there = there.to_string(), expected = bytes.to_string());
            Err(io::Error::new(io::ErrorKind::InvalidData, message))
        }
    }
}

/// The bytes of the file of this name in a directory.
///
/// # Errors
/// As [`open_in`], or where there are more than [`WHOLE_BYTES_MAX`].
pub(crate) fn read_whole(dir: &Path, name: &str) -> io::Result<Vec<u8>> {
    let file = open_in(dir, name)?;
    let mut bytes = Vec::new();
    file.take(WHOLE_BYTES_MAX + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > WHOLE_BYTES_MAX {
        return Err(io::Error::other(say!("longer-than", most = (WHOLE_BYTES_MAX >> 20).to_string())));
    }
    Ok(bytes)
}

/// Whether the system has not let a file be read that may be there.
pub(crate) fn is_kept_from_us(cause: &io::Error) -> bool {
    cause.raw_os_error().is_some() && cause.kind() != io::ErrorKind::NotFound
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    #[test]
    fn only_files_are_opened() {
        let dir = tempfile::tempdir().unwrap();
        let path = |name: &str| dir.path().join(name);
        std::fs::create_dir(path("state")).unwrap();
        std::fs::write(path("state/a"), "abc").unwrap();
        symlink("state", path("below")).unwrap();
        symlink("state/a", path("link")).unwrap();
        symlink("nowhere", path("dangling")).unwrap();
        let _socket = UnixListener::bind(path("socket")).unwrap();
        rustix::fs::mknodat(CWD, path("pipe"), rustix::fs::FileType::Fifo, Mode::RUSR, 0).unwrap();
        for name in ["below/a", "link", "dangling", "socket", "pipe", "state", "state/a/b"] {
            assert!(open_in(dir.path(), name).unwrap_err().to_string().starts_with("it is no regular "), "{name}");
        }
        assert_eq!(open_in(dir.path(), "state/b").unwrap_err().kind(), io::ErrorKind::NotFound);
        assert_eq!(read_whole(dir.path(), "state/a").unwrap(), b"abc");
        assert!(open_input(&path("link"), 3).is_ok() && open_input(&path("pipe"), 0).is_err());
        let other = open_sized(dir.path(), "state/a", 4).unwrap_err();
        assert_eq!(
            (other.kind(), other.to_string().as_str()),
            (io::ErrorKind::InvalidData, "has 3 bytes, the receipt says 4")
        );
    }

    #[test]
    fn a_file_that_grows_is_not_taken_for_what_it_was() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("a"), "abc").unwrap();
        let mut opened = open_sized(dir.path(), "a", 3).unwrap();
        std::fs::write(dir.path().join("a"), "abcdefgh").unwrap();
        let mut read = String::new();
        opened.read_to_string(&mut read).unwrap();
        assert_eq!(read, "abcd");
    }
}
