//! Inputs as the user named them.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::os::fd::AsFd;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::batch::memory::file_at::FileAt;
use crate::error::{Error, ErrorKind};
use crate::reading::encoding::Encoding;
use crate::reading::header::headings::Kind;
use crate::reading::header::seen::Seen;
use crate::reading::reasons::is_dash;
use crate::reading::wanted_sheet::WantedSheet;
use crate::shown::shown;
use crate::words::{Message, say};

/// An input as the user named it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    Stdin,
    File(PathBuf),
    /// A sheet of a workbook, which was named behind `#`.
    Sheet {
        path: PathBuf,
        sheet: String,
    },
    /// A file that an earlier run has read under this name.
    Named {
        path: PathBuf,
        name: String,
    },
}

impl Input {
    pub fn from_argument(argument: &Path) -> Input {
        if argument.as_os_str() == "-" {
            return Input::Stdin;
        }
        // A file of the whole name comes first: `#` may stand in it.
        let whole = argument.to_str().filter(|_| !argument.exists());
        let sheets = whole.into_iter().flat_map(|whole| whole.match_indices('#').map(|(at, _)| whole.split_at(at)));
        let is_file = |(path, _): &(&str, &str)| Path::new(path).is_file();
        match sheets.into_iter().find(is_file) {
            Some((path, sheet)) => Input::Sheet { path: path.into(), sheet: sheet[1..].to_owned() },
            None => Input::File(argument.to_path_buf()),
        }
    }

    /// The inputs that these options name.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Usage`] where standard input is named twice: it can be read once.
    pub fn of_options<const N: usize>(options: [&[PathBuf]; N]) -> Result<[Vec<Input>; N], Error> {
        let inputs = options.map(|paths| paths.iter().map(|path| Input::from_argument(path)).collect::<Vec<_>>());
        if inputs.iter().flatten().filter(|input| **input == Input::Stdin).count() > 1 {
            return Err(Error::new(ErrorKind::Usage, say!("standard-input-twice")));
        }
        Ok(inputs)
    }

    /// The sheet that is meant where the file is a workbook.
    pub fn sheet(&self) -> WantedSheet<'_> {
        match self {
            Input::Stdin | Input::File(_) => WantedSheet::First,
            Input::Sheet { sheet, .. } => WantedSheet::Named(sheet),
            Input::Named { name, .. } => WantedSheet::OfInput(name),
        }
    }

    /// The file that is opened; none for standard input.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Input::Stdin => None,
            Input::File(path) | Input::Named { path, .. } | Input::Sheet { path, .. } => Some(path),
        }
    }

    /// The last part of the path, `-` for standard input: the name in registers.
    pub fn name(&self) -> String {
        match self {
            Input::Stdin => "-".to_owned(),
            Input::Named { name, .. } => name.clone(),
            Input::File(path) => last_part(path),
            Input::Sheet { path, sheet } => format!("{}#{sheet}", last_part(path)),
        }
    }

    /// The whole path, for messages.
    pub fn display(&self) -> Message {
        match self {
            Input::Stdin => say!("standard-input"),
            Input::File(path) | Input::Named { path, .. } => path.display().to_string().into(),
            Input::Sheet { path, sheet } => format!("{}#{sheet}", path.display()).into(),
        }
    }

    /// Size in bytes, where it is known beforehand.
    pub fn bytes(&self) -> Option<u64> {
        match self {
            Input::Stdin => None,
            Input::File(path) | Input::Named { path, .. } | Input::Sheet { path, .. } => {
                std::fs::metadata(path).ok().filter(|file| file.is_file()).map(|file| file.len())
            }
        }
    }

    pub fn open(&self) -> Result<Opened, Error> {
        match self {
            Input::Stdin => {
                let stdin = io::stdin();
                // It may have been read in part before it was given.
                let file = stdin.as_fd().try_clone_to_owned().ok().map(File::from);
                Ok(Opened { watched: file.and_then(|file| Watched::over(file, false)), reader: Box::new(stdin) })
            }
            Input::File(path) | Input::Named { path, .. } | Input::Sheet { path, .. } => {
                let file = File::open(path).map_err(|cause| self.fault(&cause))?;
                if file.metadata().is_ok_and(|file| file.is_dir()) {
                    return Err(Error::new(ErrorKind::Input, say!("input-directory")).in_file(self.display()));
                }
                let watched = file.try_clone().ok().and_then(|file| Watched::over(file, true));
                Ok(Opened { watched, reader: Box::new(file) })
            }
        }
    }

    pub fn fault(&self, cause: &io::Error) -> Error {
        let error = Error::new(ErrorKind::Input, say!("cannot-be-read")).caused_by_io(cause).in_file(self.display());
        if cause.kind() != io::ErrorKind::NotFound {
            return error;
        }
        let typed = self.path().and_then(Path::to_str);
        let is_quoted = |name: &str| name.starts_with(QUOTES) || name.ends_with(QUOTES);
        error.with_hint(match typed {
            Some(name) if is_quoted(name) => say!("not-found-quotes-hint"),
            typed => typed.and_then(dash_hint).unwrap_or_else(|| say!("not-found-hint")),
        })
    }

    /// That what stands in the file is none that is asked for.
    pub fn refused(&self, error: Error) -> Error {
        let error = error.in_file(self.display());
        let name = self.path().and_then(Path::file_name).map(|name| name.to_string_lossy()).unwrap_or_default();
        let is_lock = name.starts_with(".~lock.") && name.ends_with('#');
        match is_lock || name.starts_with("~$") || name.starts_with("._") {
            true => error.with_hint(say!("service-file-hint")),
            false => error,
        }
    }
}

/// Quotation marks that were copied with a name, and that no shell has taken away.
const QUOTES: [char; 8] = ['"', '\'', '«', '»', '“', '”', '„', '’'];

/// What is said of an argument that is an option but for the dash that a program for texts has put in place of its hyphens.
pub(crate) fn dash_hint(argument: &str) -> Option<Message> {
    let name = argument.trim_start_matches(|character| character == '-' || is_dash(character));
    let is_mended = argument.strip_suffix(name).is_some_and(|dashes| !dashes.is_ascii());
    let option = name.split('=').next().unwrap_or_default();
    let is_option = option.len() > 1 && option.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let meant = || say!("argument-dash-hint", argument = shown(argument), option = shown(&format!("--{name}")));
    (is_mended && is_option).then(meant)
}

pub(crate) fn last_part(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// An input that is open.
pub(crate) struct Opened {
    pub reader: Box<dyn Read + Send>,
    watched: Option<Watched>,
}

impl Opened {
    /// What is no file, and so cannot change on the disk.
    pub fn over(reader: Box<dyn Read + Send>) -> Opened {
        Opened { reader, watched: None }
    }

    /// The first so many bytes, or all where there are fewer; they are read again.
    pub fn peek(self, count: u64) -> io::Result<(Vec<u8>, Opened)> {
        let Opened { mut reader, watched } = self;
        let mut bytes = Vec::new();
        reader.by_ref().take(count).read_to_end(&mut bytes)?;
        let again = io::Cursor::new(bytes.clone());
        Ok((bytes, Opened { reader: Box::new(again.chain(reader)), watched }))
    }

    /// The regular file that is read from its start, with a place of its own.
    pub fn whole(&self) -> Option<FileAt> {
        let watched = self.watched.as_ref().filter(|watched| watched.is_read_from_its_start)?;
        watched.file.try_clone().ok().map(FileAt::new)
    }

    /// Whether a regular file is still what it was when it was opened, now that so many bytes of it were read to its end.
    pub fn is_unchanged(&self, bytes_read: u64) -> bool {
        self.watched.as_ref().is_none_or(|watched| watched.is_unchanged(bytes_read))
    }
}

/// A regular file as it was when it was opened.
struct Watched {
    file: File,
    bytes: u64,
    modified: Option<SystemTime>,
    is_read_from_its_start: bool,
}

impl Watched {
    fn over(file: File, is_read_from_its_start: bool) -> Option<Watched> {
        let metadata = file.metadata().ok().filter(Metadata::is_file)?;
        Some(Watched { bytes: metadata.len(), modified: metadata.modified().ok(), file, is_read_from_its_start })
    }

    fn is_unchanged(&self, bytes_read: u64) -> bool {
        let same = |now: Metadata| now.len() == self.bytes && now.modified().ok() == self.modified;
        (!self.is_read_from_its_start || bytes_read == self.bytes) && self.file.metadata().is_ok_and(same)
    }
}

/// What was read of an input: for the receipt and the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Digested {
    pub name: String,
    /// The whole path, for messages.
    pub path: Message,
    pub bytes: u64,
    pub sha256: [u8; 32],
    pub seen: Seen,
    /// Whether the last row has no line end.
    pub ends_open: bool,
    /// The line of the first row that is no text, and the encoding that it looks like.
    pub foreign_row: Option<(u64, Encoding)>,
    /// Rows whose ИИН got its zeros back, where the reader has counted them.
    pub restored: u64,
    /// Rows of which three decimals of an amount may be thousands, and the line of the first, where the reader has looked.
    pub thousands: Option<(u64, u64)>,
    /// Rows that may have swallowed others, and the line of the first, where the reader has looked.
    pub swallowed: Option<(u64, u64)>,
    /// Rows of a sheet that are hidden and were read, and the line of the first.
    pub hidden_rows: Option<(u64, u64)>,
    /// Rows of a sheet whose operation id is a date, and the line of the first.
    pub day_ids: Option<(u64, u64)>,
    /// The name of the sheet where the file is a workbook.
    pub sheet: Option<String>,
}

impl Digested {
    /// What was read of an input of which nothing else is told than its size, digest and columns.
    pub fn new(input: &Input, (bytes, sha256): (u64, [u8; 32]), seen: Seen) -> Digested {
        Digested {
            name: input.name(),
            path: input.display(),
            bytes,
            sha256,
            seen,
            ends_open: false,
            foreign_row: None,
            restored: 0,
            thousands: None,
            swallowed: None,
            hidden_rows: None,
            day_ids: None,
            sheet: None,
        }
    }
}

/// An input that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReadFile {
    pub kind: Kind,
    pub digested: Digested,
    pub rows: u64,
}
