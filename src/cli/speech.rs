//! In which language a command speaks: on the terminal as whoever sits there, in files as was asked.

use std::ffi::OsString;
use std::io::{IsTerminal, stderr};

use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::words::{say, word};

/// The languages of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Speech {
    /// Of standard output and standard error: `--lang`, else `USTAP_LANG`, else the locale, else English.
    pub terminal: Language,
    /// `--lang` alone. No environment bears on a byte of a file.
    asked: Option<Language>,
    /// Whether the first word of an error, a hint or a warning is in colour.
    pub is_coloured: bool,
}

impl Speech {
    /// Of these arguments in this process, before anything else is read out of them.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Usage`] where `USTAP_LANG` is no language.
    pub fn of(arguments: &[OsString]) -> Result<Speech, Error> {
        let asked = option(arguments, "--lang").and_then(|code| Language::of_code(&code));
        let terminal = of_terminal(asked, variable)?;
        let color = option(arguments, "--color");
        Ok(Speech { terminal, asked, is_coloured: is_coloured(color.as_deref(), variable, stderr().is_terminal()) })
    }

    /// Where not even `USTAP_LANG` is a language.
    pub fn unknown() -> Speech {
        Speech { terminal: Language::En, asked: None, is_coloured: false }
    }

    /// The word that says what a line of standard error is: `error:`, `hint:`, `warning:`.
    pub fn label(self, key: &'static str) -> String {
        let word = word(self.terminal, key);
        let code = match key {
            "error" => "31;1",
            "warning" => "33;1",
            _ => "32;1",
        };
        if self.is_coloured { format!("\u{1b}[{code}m{word}:\u{1b}[0m") } else { format!("{word}:") }
    }

    /// Of sentences in files and in JSON: English where nothing was asked for.
    pub fn sentences(self) -> Language {
        self.asked.unwrap_or(Language::En)
    }

    /// Of workbooks, statements, purposes and the report, which are the operator's documents: Russian where nothing was
    /// asked for.
    pub fn documents(self) -> Language {
        self.asked.unwrap_or(Language::Ru)
    }
}

/// A variable of the environment; one that is set and empty is unset.
fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(|value| value.to_string_lossy().into_owned())
}

/// The last value of an option, wherever it stands; one that is unknown is refused later, with all other arguments.
fn option(arguments: &[OsString], name: &str) -> Option<String> {
    let mut arguments = arguments.iter().skip(1).map(|argument| argument.to_str().unwrap_or_default());
    let mut found = None;
    while let Some(argument) = arguments.next().filter(|argument| *argument != "--") {
        if argument == name {
            found = arguments.next().or(found);
        } else if let Some(value) = argument.strip_prefix(name).and_then(|rest| rest.strip_prefix('=')) {
            found = Some(value);
        }
    }
    found.map(str::to_owned)
}

/// What was asked for outranks `NO_COLOR`, and that what the terminal is.
fn is_coloured(asked: Option<&str>, variable: impl Fn(&str) -> Option<String>, is_terminal: bool) -> bool {
    match asked {
        Some("always") => true,
        Some("never") => false,
        _ => is_terminal && variable("NO_COLOR").is_none() && variable("TERM").is_none_or(|term| term != "dumb"),
    }
}

fn of_terminal(asked: Option<Language>, variable: impl Fn(&str) -> Option<String>) -> Result<Language, Error> {
    if let Some(language) = asked {
        return Ok(language);
    }
    if let Some(code) = variable("USTAP_LANG") {
        return Language::of_code(&code).ok_or_else(|| {
            Error::new(ErrorKind::Usage, say!("lang-unknown", code = code)).with_hint(say!("lang-unknown-hint"))
        });
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable).unwrap_or_default();
    let is = |code: &&Language| locale.starts_with(code.code());
    Ok([Language::Ru, Language::Kk].iter().find(is).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_outranks_the_variable_and_that_the_locale() {
        let language = |asked: Option<Language>, set: &[(&str, &str)]| {
            let variable = |name: &str| {
                set.iter()
                    .find(|(known, _)| *known == name)
                    .map(|(_, value)| (*value).to_owned())
                    .filter(|v| !v.is_empty())
            };
            of_terminal(asked, variable).ok()
        };
        let all = [("USTAP_LANG", "kk"), ("LC_ALL", "ru_RU.UTF-8"), ("LANG", "en_US.UTF-8")];
        assert_eq!(language(Some(Language::En), &all), Some(Language::En));
        assert_eq!(language(None, &all), Some(Language::Kk));
        assert_eq!(language(None, &all[1..]), Some(Language::Ru));
        assert_eq!(language(None, &all[2..]), Some(Language::En));
        assert_eq!(language(None, &[("LC_ALL", ""), ("LC_MESSAGES", "kk_KZ"), ("LANG", "ru_RU")]), Some(Language::Kk));
        assert_eq!(language(None, &[("USTAP_LANG", ""), ("LANG", "ru_KZ.UTF-8")]), Some(Language::Ru));
        assert_eq!(language(None, &[("USTAP_LANG", "de")]), None);
        assert_eq!(language(None, &[]), Some(Language::En));
    }

    #[test]
    fn colour_is_for_terminals_unless_it_is_asked_for() {
        let set =
            |name: &'static str, value: &'static str| move |known: &str| (known == name).then(|| value.to_owned());
        let none = |_: &str| None;
        assert!(is_coloured(None, none, true) && is_coloured(Some("auto"), none, true));
        assert!(!is_coloured(None, none, false) && !is_coloured(Some("auto"), none, false));
        assert!(!is_coloured(None, set("NO_COLOR", "1"), true) && !is_coloured(None, set("TERM", "dumb"), true));
        assert!(is_coloured(Some("always"), set("NO_COLOR", "1"), false) && !is_coloured(Some("never"), none, true));
    }

    #[test]
    fn the_option_is_found_wherever_it_stands() {
        let of = |line: &str| {
            let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            option(&arguments, "--lang").and_then(|code| Language::of_code(&code))
        };
        assert_eq!(of("ustap --lang ru calculate x"), Some(Language::Ru));
        assert_eq!(of("ustap calculate x --lang=kk"), Some(Language::Kk));
        assert_eq!(of("ustap calculate x --lang de"), None);
        assert_eq!(of("ustap calculate -- --lang ru"), None);
        assert_eq!(of("ustap calculate x"), None);
    }
}
