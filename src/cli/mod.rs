//! The command line: what was typed becomes a job, what it comes to becomes text and an exit status.

mod arguments;
mod calculate;
mod memory;
pub mod rates;
mod summary;
mod template;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::error::Error;
use arguments::{Arguments, Command};

/// How a command that could be run has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Done, and nothing to look at.
    Clean,
    /// Done, with findings.
    Findings,
}

/// Runs the command line of this process.
///
/// The status is 0 where all is clean, 1 where there are findings, 2 where nothing could be run or published.
pub fn main() -> ExitCode {
    if std::env::args_os().len() <= 1 {
        let help = Arguments::command().render_help().to_string();
        return exit(print(&help).map(|()| Ending::Clean));
    }
    let result = match Arguments::parse().command {
        Command::Calculate(arguments) => calculate::run(&arguments),
        Command::Template { dir } => template::write(&dir),
    };
    exit(result)
}

fn exit(result: Result<Ending, Error>) -> ExitCode {
    match result {
        Ok(Ending::Clean) => ExitCode::SUCCESS,
        Ok(Ending::Findings) => ExitCode::from(1),
        Err(error) => {
            let mut stderr = io::stderr().lock();
            // Where standard error is closed there is nobody to tell.
            let _ = writeln!(stderr, "error: {error}");
            if let Some(hint) = error.hint_text() {
                let _ = writeln!(stderr, "hint: {hint}");
            }
            ExitCode::from(2)
        }
    }
}

/// Writes to standard output; a pipe that was closed is no error.
pub(crate) fn print(text: &str) -> Result<(), Error> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(cause) if cause.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::new(crate::ErrorKind::Output, format!("standard output cannot be written: {cause}")))
        }
        _ => Ok(()),
    }
}
