//! In which language a command speaks: on the terminal as whoever sits there, in files as was asked.

use std::ffi::OsString;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::words::say;

/// The languages of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Speech {
    /// Of standard output and standard error: `--lang`, else `USTAP_LANG`, else the locale, else English.
    pub terminal: Language,
    /// `--lang` alone. No environment bears on a byte of a file.
    asked: Option<Language>,
}

impl Speech {
    /// Of these arguments in this process, before anything else is read out of them.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Usage`] where `USTAP_LANG` is no language.
    pub fn of(arguments: impl Iterator<Item = OsString>) -> Result<Speech, Error> {
        let asked = asked(arguments);
        let terminal = of_terminal(asked, |name| std::env::var(name).ok().filter(|value| !value.is_empty()))?;
        Ok(Speech { terminal, asked })
    }

    /// Where not even `USTAP_LANG` is a language.
    pub fn unknown() -> Speech {
        Speech { terminal: Language::En, asked: None }
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

/// The language after `--lang`, wherever it stands; one that is unknown is refused later, with all other arguments.
fn asked(arguments: impl Iterator<Item = OsString>) -> Option<Language> {
    let mut arguments = arguments.skip(1).map_while(|argument| match argument.into_string() {
        Ok(text) if text == "--" => None,
        Ok(text) => Some(text),
        Err(_) => Some(String::new()),
    });
    let mut found = None;
    while let Some(argument) = arguments.next() {
        if argument == "--lang" {
            found = arguments.next();
        } else if let Some(code) = argument.strip_prefix("--lang=") {
            found = Some(code.to_owned());
        }
    }
    found.and_then(|code| Language::of_code(&code))
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

impl ValueEnum for Language {
    fn value_variants<'a>() -> &'a [Language] {
        &Language::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.code()))
    }
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
    fn the_option_is_found_wherever_it_stands() {
        let of = |line: &str| asked(line.split(' ').map(OsString::from));
        assert_eq!(of("ustap --lang ru calculate x"), Some(Language::Ru));
        assert_eq!(of("ustap calculate x --lang=kk"), Some(Language::Kk));
        assert_eq!(of("ustap calculate x --lang de"), None);
        assert_eq!(of("ustap calculate -- --lang ru"), None);
        assert_eq!(of("ustap calculate x"), None);
    }
}
