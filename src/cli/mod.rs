//! The command line: what was typed becomes a job, what it comes to becomes text and an exit status.

mod advise;
mod arguments;
mod asked;
mod calculate;
mod calendar;
mod columns;
mod correct;
mod distribute;
mod ending;
mod explain;
mod help;
mod lists;
mod manual;
mod memory;
mod page;
mod penalty;
mod progress;
pub mod rates;
mod rates_add;
mod rates_arguments;
mod reconcile;
mod refunds;
mod refusal;
mod repeated;
mod report;
mod sentences;
mod sources;
mod speech;
mod statement;
mod summary;
mod template;
mod verify;

pub use explain::payments as explain_payments;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::SystemTime;

use clap::Parser;

use crate::error::Error;
use crate::output::directory::Published;
use crate::period::Day;
use crate::shown::plain;
use crate::words::{Caller, say};
use arguments::{Arguments, Command};
use ending::{Ending, print, print_published, warn};
use page::{Page, typed};
use rates_arguments::RatesCommand;
use speech::Speech;

/// Runs the command line of this process.
///
/// The status is 0 where all is clean, 1 where there are findings, 2 where nothing could be run or published.
pub fn main() -> ExitCode {
    outlive_file_limits();
    let speech = match Speech::of(&std::env::args_os().collect::<Vec<_>>()) {
        Ok(speech) => speech,
        Err(error) => return exit(Err(error), Speech::unknown()),
    };
    if std::env::args_os().len() <= 1 {
        let help = help::command(speech.terminal).render_help().to_string();
        return exit(print(&help).map(|()| Ending::Clean), speech);
    }
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(_) => return refused(speech),
    };
    let result = match arguments.command {
        Command::Calculate(arguments) => calculate::run(&arguments, speech),
        Command::Explain(arguments) => explain::run(&arguments, speech),
        Command::Statement(arguments) => statement::run(&arguments, speech),
        Command::Lists(arguments) => lists::run(&arguments, speech),
        Command::Calendar(arguments) => calendar::run(&arguments, speech),
        Command::Penalty(arguments) => penalty::run(&arguments, speech),
        Command::Refunds(arguments) => refunds::run(&arguments, speech),
        Command::Report(arguments) => report::run(&arguments, speech),
        Command::Reconcile(arguments) => reconcile::run(&arguments, speech),
        Command::Distribute(arguments) => distribute::run(&arguments, speech),
        Command::Advise(arguments) => advise::run(&arguments, speech),
        Command::Correct(arguments) => correct::run(&arguments, speech),
        Command::Verify(arguments) => verify::run(&arguments, speech),
        Command::Rates(arguments) => run_rates(&arguments, speech),
        Command::Template { dir } => template::write(&dir, speech),
        Command::Completions { shell } => manual::completions(shell, speech),
        Command::Man { dir } => manual::pages(&dir, speech),
    };
    exit(result, speech)
}

/// Lets a write beyond the limit of a file's size (`ulimit -f`) fail as any other, in place of ending the program.
fn outlive_file_limits() {
    // Where the handler cannot be installed, all is as it was.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
}

/// Ends where something was typed wrongly, or help was asked for: parsed once more, by definitions with words, since most
/// commands need none.
fn refused(speech: Speech) -> ExitCode {
    let mut command = help::command(speech.terminal);
    let named = refusal::named(&command);
    let arguments = asked_of_help(speech);
    let Err(error) = command.try_get_matches_from_mut(&arguments) else {
        return exit(Err(Error::defect(say!("argument-not-text"))), speech);
    };
    if error.use_stderr() {
        let refused = refusal::of(&error, &named);
        return exit(
            Err(match refusal::directory_hint(&error, &mut command, arguments, speech.terminal) {
                Some(hint) => refused.with_hint(hint),
                None => refused,
            }),
            speech,
        );
    }
    exit(print(&error.to_string()).map(|()| Ending::Clean), speech)
}

/// The arguments; those of `ustap help` and `ustap rates help` without what every command takes and these do not, and which
/// is known.
fn asked_of_help(speech: Speech) -> Vec<OsString> {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let Some(place) = arguments.iter().take(3).skip(1).position(|argument| argument == "help") else {
        return arguments;
    };
    // A directory may have the name too.
    if place > 0 && arguments.get(1).is_none_or(|argument| argument != "rates") {
        return arguments;
    }
    let is_value = |option: &str, value: &str| match option {
        "--lang" => value == speech.terminal.code(),
        "--color" => ["auto", "always", "never"].contains(&value),
        _ => false,
    };
    let mut left = Vec::new();
    let mut rest = arguments.into_iter().peekable();
    while let Some(argument) = rest.next() {
        let text = argument.to_string_lossy();
        let is_said = match text.split_once('=') {
            Some((option, value)) => is_value(option, value),
            None => rest.next_if(|value| is_value(&text, &value.to_string_lossy())).is_some(),
        };
        if !is_said && !["--help", "-h"].contains(&&*text) {
            left.push(argument);
        }
    }
    left
}

fn run_rates(arguments: &RatesCommand, speech: Speech) -> Result<Ending, Error> {
    match arguments {
        RatesCommand::Show { on, rates } => {
            print(&rates::show(&asked::load_law(rates.as_deref())?, on.unwrap_or_else(today), speech.terminal)?)?;
        }
        RatesCommand::Check { rates } => {
            let checked = rates::check(rates.as_deref(), speech.terminal)?;
            print(&checked.text)?;
            return Ok(if checked.is_clean { Ending::Clean } else { Ending::Findings });
        }
        RatesCommand::Export { dir } => {
            let warnings = rates::export(dir)?;
            warn(Published { warnings }, speech);
            let mut page = Page::new(speech.terminal);
            page.say(say!("rates-exported", dir = plain(&dir.display().to_string())));
            page.next(say!("rates-export-next", dir = typed(dir)));
            print_published(&page.finish(), dir, speech);
        }
        RatesCommand::Add(arguments) => return rates_add::run(arguments, speech),
    }
    Ok(Ending::Clean)
}

/// The day it is in Kazakhstan: the only clock of the program, and no figure of a run depends on it.
fn today() -> Day {
    let since_1970 = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    i64::try_from(since_1970).ok().and_then(Day::of_instant).unwrap_or(Day::MAX)
}

fn exit(result: Result<Ending, Error>, speech: Speech) -> ExitCode {
    match result {
        Ok(Ending::Clean) => ExitCode::SUCCESS,
        Ok(Ending::Findings) => ExitCode::from(1),
        Err(error) => {
            let mut stderr = io::stderr().lock();
            // Where standard error is closed there is nobody to tell.
            let language = speech.terminal;
            let code = error.kind().code();
            let _ = writeln!(stderr, "{} {} [{code}]", speech.label("error"), error.say(language));
            if let Some(hint) = error.hint_for(Caller::CommandLine, language) {
                let _ = writeln!(stderr, "{} {hint}", speech.label("hint"));
            }
            ExitCode::from(2)
        }
    }
}
