//! Inputs as the user named them.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorKind};

/// An input as the user named it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    Stdin,
    File(PathBuf),
    /// A file that an earlier run has read under this name.
    Named {
        path: PathBuf,
        name: String,
    },
}

impl Input {
    pub fn from_argument(argument: &Path) -> Input {
        if argument.as_os_str() == "-" { Input::Stdin } else { Input::File(argument.to_path_buf()) }
    }

    /// The last part of the path, `-` for standard input: the name in registers.
    pub fn name(&self) -> String {
        match self {
            Input::Stdin => "-".to_owned(),
            Input::Named { name, .. } => name.clone(),
            Input::File(path) => {
                path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
            }
        }
    }

    /// The whole path, for messages.
    pub fn display(&self) -> String {
        match self {
            Input::Stdin => "standard input".to_owned(),
            Input::File(path) | Input::Named { path, .. } => path.display().to_string(),
        }
    }

    /// Size in bytes, where it is known beforehand.
    pub fn bytes(&self) -> Option<u64> {
        match self {
            Input::Stdin => None,
            Input::File(path) | Input::Named { path, .. } => {
                std::fs::metadata(path).ok().filter(|file| file.is_file()).map(|file| file.len())
            }
        }
    }

    pub fn open(&self) -> Result<Box<dyn Read + Send>, Error> {
        match self {
            Input::Stdin => Ok(Box::new(io::stdin())),
            Input::File(path) | Input::Named { path, .. } => {
                let file = File::open(path).map_err(|cause| self.fault(&cause))?;
                if file.metadata().is_ok_and(|file| file.is_dir()) {
                    return Err(Error::new(ErrorKind::Input, "is a directory, not a file").in_file(self.display()));
                }
                Ok(Box::new(file))
            }
        }
    }

    pub fn fault(&self, cause: &io::Error) -> Error {
        Error::new(ErrorKind::Input, format!("cannot be read: {cause}")).in_file(self.display())
    }
}

/// What was read of an input: for the receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Digested {
    pub name: String,
    pub bytes: u64,
    pub sha256: [u8; 32],
}
