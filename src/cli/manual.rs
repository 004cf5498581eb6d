//! `ustap completions` and `ustap man`: what shells complete and what `man` shows, from the definitions of the arguments.

use std::path::Path;

use clap::Command;
use clap_complete::Shell;

use crate::cli::arguments::ShellArgument;
use crate::cli::ending::{Ending, print, print_published, warn};
use crate::cli::help;
use crate::cli::speech::Speech;
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::output::directory::publish_files;
use crate::shown::plain;
use crate::words::{say, word};

/// Prints the script that a shell completes by.
pub(crate) fn completions(shell: ShellArgument, speech: Speech) -> Result<Ending, Error> {
    let shell = match shell {
        ShellArgument::Bash => Shell::Bash,
        ShellArgument::Zsh => Shell::Zsh,
        ShellArgument::Fish => Shell::Fish,
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut help::command(speech.terminal), "ustap", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(Ending::Clean)
}

/// Writes the pages of all commands into a directory that does not exist yet. They are files, in the language that is
/// asked for and no environment's.
pub(crate) fn pages(dir: &Path, speech: Speech) -> Result<Ending, Error> {
    let mut pages = Vec::new();
    let language = speech.sentences();
    page(&help::command(language), "ustap", language, &mut pages)?;
    let files = pages.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    publish_files(dir, files).map(|published| warn(published, speech))?;
    let written = say!("man-written", count = pages.len(), dir = plain(&dir.display().to_string()));
    print_published(&format!("{}\n", written.say(speech.terminal)), dir, speech);
    Ok(Ending::Clean)
}

/// What the pages are divided by, which the maker of pages knows in English alone.
const HEADINGS: [(&str, &str); 6] = [
    ("NAME", "man-name"),
    ("SYNOPSIS", "man-synopsis"),
    ("DESCRIPTION", "man-description"),
    ("OPTIONS", "man-options"),
    ("SUBCOMMANDS", "man-subcommands"),
    ("VERSION", "man-version"),
];

fn page(command: &Command, name: &str, language: Language, pages: &mut Vec<(String, String)>) -> Result<(), Error> {
    let mut text = Vec::new();
    let man = clap_mangen::Man::new(command.clone().display_name(name.to_owned()))
        .date("")
        .manual("ustap")
        .source(concat!("ustap ", env!("CARGO_PKG_VERSION")));
    man.render(&mut text)
        .map_err(|cause| Error::new(ErrorKind::Output, say!("standard-output-unwritable")).caused_by_io(&cause))?;
    let mut text = String::from_utf8_lossy(&text).into_owned();
    for (heading, key) in HEADINGS {
        text = text.replace(&format!(".SH {heading}\n"), &format!(".SH {}\n", word(language, key)));
    }
    pages.push((format!("{name}.1"), text));
    let is_shown = |sub: &&Command| !sub.is_hide_set() && sub.get_name() != "help";
    for sub in command.get_subcommands().filter(is_shown) {
        page(sub, &format!("{name}-{}", sub.get_name()), language, pages)?;
    }
    Ok(())
}
