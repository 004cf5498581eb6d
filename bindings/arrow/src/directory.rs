//! A directory that a caller names.

use std::path::PathBuf;

use ustap::{Error, ErrorKind};

/// The directory with this path, where it has one: an empty path is what is left of a variable that was never set, and the
/// system reads it as the directory in which the process happens to be.
///
/// # Errors
/// Kind [`ErrorKind::Usage`] with the name of the argument where the path is empty.
pub fn directory(argument: &str, path: PathBuf) -> Result<PathBuf, Error> {
    if path.as_os_str().is_empty() {
        return Err(Error::new(ErrorKind::Usage, format!("{argument}: an empty path names no directory")));
    }
    Ok(path)
}
