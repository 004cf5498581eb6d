//! How a command ends: the directory that appears, the summary, warnings, and whether there are findings.

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::Path;

use crate::cli::speech::Speech;
use crate::error::{Error, ErrorKind};
use crate::output::directory::{Published, Staging};
use crate::shown::{is_plain, plain};
use crate::words::say;

/// How a command that could be run has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Done, and nothing to look at.
    Clean,
    /// Done, with findings.
    Findings,
}

/// Lets a directory appear when everything is written into it, and says what is to be said of it: whatever fails behind
/// that changes no status.
pub(crate) fn publishing<T>(
    out: &Path,
    force: Option<bool>,
    speech: Speech,
    write: impl FnOnce(&Path) -> Result<T, Error>,
) -> Result<T, Error> {
    let staging = Staging::create(out, force)?;
    let written = write(staging.path())?;
    staging.publish().map(|published| warn(published, speech))?;
    Ok(written)
}

/// Says what is to be said of a directory that stands.
pub(crate) fn warn(published: Published, speech: Speech) {
    for warning in published.warnings {
        warn_of(&warning.say(speech.terminal), speech);
    }
}

/// Says on standard error what changes no status.
pub(crate) fn warn_of(warning: &str, speech: Speech) {
    // Where standard error is closed there is nobody to tell.
    let _ = writeln!(io::stderr(), "{} {}", speech.label("warning"), plain(warning));
}

/// Writes the summary of a directory that stands already, whose status it cannot change: where it cannot be written,
/// standard error says so.
pub(crate) fn print_published(summary: &str, dir: &Path, speech: Speech) {
    if let Err(error) = print(summary) {
        let (error, dir) = (error.say(speech.terminal), plain(&dir.display().to_string()));
        warn_of(&say!("written-all-the-same", error = error, dir = dir).say(speech.terminal), speech);
    }
}

/// Writes to standard output; a pipe that was closed is no error.
pub(crate) fn print(text: &str) -> Result<(), Error> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(plain_lines(text).as_bytes()).and_then(|()| stdout.flush()) {
        Err(cause) if cause.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::new(ErrorKind::Output, say!("standard-output-unwritable")).caused_by_io(&cause))
        }
        _ => Ok(()),
    }
}

/// The text, in which lines end, as it may go to a terminal.
fn plain_lines(text: &str) -> Cow<'_, str> {
    if text.chars().all(|letter| is_plain(letter) || matches!(letter, '\n' | '\t')) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split('\n').map(plain).collect::<Vec<_>>().join("\n"))
}
