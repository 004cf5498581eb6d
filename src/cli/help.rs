//! What the help says of each command and option: words of `words/*.ftl`, found by their names in one walk over all.

use clap::builder::PossibleValue;
use clap::{Arg, Command, CommandFactory};

use crate::cli::arguments::Arguments;
use crate::language::Language;
use crate::words::{known, say, word};

/// The command line with its help in this language, built to the end: what is added now is not translated.
pub(crate) fn command(language: Language) -> Command {
    let mut command = spoken(Arguments::command(), language, &[]);
    command.build();
    finished(command, language)
}

/// What is said of a command of this path: its own words, else those that several share.
struct Place<'a> {
    language: Language,
    path: &'a [String],
}

impl Place<'_> {
    fn find(&self, kind: &str, rest: &str) -> Option<&'static str> {
        let path = self.path.join("-");
        let own = known(self.language, &format!("help-{kind}-{path}-{rest}"));
        own.or_else(|| known(self.language, &format!("help-{kind}-{rest}")))
    }

    fn command(&self, more: &str) -> Option<&'static str> {
        let path = if self.path.is_empty() { "ustap".to_owned() } else { self.path.join("-") };
        known(self.language, &format!("help-command-{path}{more}"))
    }
}

/// Sets what is said of a command and all below it.
fn spoken(command: Command, language: Language, path: &[String]) -> Command {
    let place = Place { language, path };
    let about = place.command("").unwrap_or_default();
    let command = match place.command("-long") {
        Some(more) => command.long_about(format!("{about}\n\n{more}")),
        None => command.long_about(None),
    };
    command
        .about(about)
        .mut_args(|arg| argument(arg, &place))
        .mut_subcommands(|sub| {
            let path: Vec<String> = path.iter().cloned().chain([sub.get_name().to_owned()]).collect();
            spoken(sub, language, &path)
        })
        .subcommand_value_name(word(language, "help-value-command"))
}

fn argument(arg: Arg, place: &Place<'_>) -> Arg {
    let language = place.language;
    let id = kebab(arg.get_id().as_str());
    let mut text = place.find("argument", &id).unwrap_or_default().to_owned();
    let values: Vec<PossibleValue> = if arg.is_hide_possible_values_set() || !arg.get_action().takes_values() {
        Vec::new()
    } else {
        arg.get_possible_values()
    };
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let of_choice = |name: &str| place.find("choice", &format!("{id}-{name}"));
    let choices: Vec<Option<&str>> = names.iter().map(|name| of_choice(name)).collect();
    let defaults: Vec<String> =
        arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    let default = match defaults.as_slice() {
        values if arg.get_action().takes_values() && !values.is_empty() => {
            Some(say!("help-default", value = values.join(" ")).say(language))
        }
        _ => None,
    };
    let mut long = None;
    if choices.iter().any(Option::is_some) {
        let width = names.iter().map(|name| name.len() + 1).max().unwrap_or_default();
        let mut paragraphs = format!("{text}\n\n{}", word(language, "help-values"));
        for (name, choice) in names.iter().zip(&choices) {
            paragraphs += &match choice {
                Some(choice) => format!("\n- {:<width$} {choice}", format!("{name}:")),
                None => format!("\n- {name}"),
            };
        }
        if let Some(default) = &default {
            paragraphs += &format!("\n\n{default}");
        }
        long = Some(paragraphs);
    }
    if let Some(default) = default {
        text += &format!(" {default}");
    }
    if !names.is_empty() {
        text += &format!(" {}", say!("help-values-short", values = names.join(", ")).say(language));
    }
    let arg = match value_name(&arg).and_then(|name| known(language, &value_key(&name))) {
        Some(name) => arg.value_name(name),
        None => arg,
    };
    let arg = match long {
        Some(long) => arg.long_help(long),
        None => arg.long_help(None),
    };
    let takes_values = arg.get_action().takes_values();
    arg.help(text).hide_possible_values(takes_values).hide_default_value(takes_values)
}

/// The name that stands for the value of an option or a positional argument.
fn value_name(arg: &Arg) -> Option<String> {
    let names = arg.get_value_names().unwrap_or_default();
    match names {
        [name] => Some(name.to_string()),
        _ if arg.is_positional() => Some(arg.get_id().as_str().to_ascii_uppercase()),
        _ => None,
    }
}

fn value_key(name: &str) -> String {
    let parts = name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    format!("help-value-{}", parts.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-"))
}

/// Words for what clap itself has put in, and headings.
fn finished(mut command: Command, language: Language) -> Command {
    let has_long = |arg: &Arg| arg.get_long_help().is_some();
    let usage = command.render_usage().to_string();
    let usage = usage
        .trim_start_matches("Usage: ")
        .replace("[OPTIONS]", &format!("[{}]", word(language, "help-value-options")))
        .replace("[COMMAND]", &format!("[{}]", word(language, "help-value-command")));
    let mut template = format!("{{before-help}}{{about-with-newline}}\n{} {{usage}}", word(language, "help-usage"));
    for (heading, tag, is_shown) in [
        ("help-commands", "{subcommands}", command.has_subcommands()),
        ("help-arguments", "{positionals}", command.get_positionals().next().is_some()),
        ("help-options", "{options}", command.get_opts().next().is_some()),
    ] {
        if is_shown {
            template += &format!("\n\n{}\n{tag}", word(language, heading));
        }
    }
    template += "{after-help}";
    command
        .mut_args(|arg| match arg.get_id().as_str() {
            "help" if has_long(&arg) => {
                arg.help(word(language, "help-help-short")).long_help(word(language, "help-help-long"))
            }
            "help" => arg.help(word(language, "help-help")),
            "version" => arg.help(word(language, "help-version")),
            _ => arg,
        })
        .mut_subcommands(|sub| match sub.get_name() {
            "help" => finished(sub, language).about(word(language, "help-command-help")),
            _ => finished(sub, language),
        })
        .override_usage(usage)
        .help_template(template)
}

fn kebab(id: &str) -> String {
    id.replace('_', "-")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Every text that the help of a language asks for, by its key, and the keys that no text was found for.
    fn asked(command: &Command, language: Language, path: &[String], found: &mut BTreeSet<String>) {
        let place = Place { language, path };
        let at = if path.is_empty() { "ustap".to_owned() } else { path.join("-") };
        assert!(place.command("").is_some(), "{at} has no words in {language}");
        found.extend([format!("help-command-{at}"), format!("help-command-{at}-long")]);
        for arg in command.get_arguments() {
            let id = kebab(arg.get_id().as_str());
            let of = |kind: &str, rest: &str| {
                let keys = [format!("help-{kind}-{at}-{rest}"), format!("help-{kind}-{rest}")];
                keys.into_iter().find(|key| known(language, key).is_some())
            };
            found.insert(of("argument", &id).unwrap_or_else(|| panic!("{at} {id} has no words in {language}")));
            for value in arg.get_possible_values() {
                found.extend(of("choice", &format!("{id}-{}", value.get_name())));
            }
            if let Some(name) = value_name(arg).filter(|_| arg.get_action().takes_values()) {
                let said = known(language, &value_key(&name)).unwrap_or_else(|| panic!("{name} in {language}"));
                assert_eq!(said == name, language == Language::En, "{said}");
                found.insert(value_key(&name));
            }
        }
        for sub in command.get_subcommands() {
            let path: Vec<String> = path.iter().cloned().chain([sub.get_name().to_owned()]).collect();
            asked(sub, language, &path, found);
        }
    }

    #[test]
    fn every_command_and_option_has_words_in_each_language_and_each_word_is_of_one() {
        for (language, text) in Language::ALL.into_iter().zip([
            include_str!("../../words/en.ftl"),
            include_str!("../../words/ru.ftl"),
            include_str!("../../words/kk.ftl"),
        ]) {
            // What clap itself has put in.
            let of_clap = ["help-command-help", "help-value-command", "help-value-options"];
            let mut found = BTreeSet::from(of_clap.map(str::to_owned));
            asked(&Arguments::command(), language, &[], &mut found);
            for family in ["help-command-", "help-argument-", "help-choice-", "help-value-"] {
                for key in text.lines().filter_map(|line| line.split_once(" = ").map(|(key, _)| key)) {
                    assert!(!key.starts_with(family) || found.contains(key), "{key} is of no command, option or value");
                }
            }
        }
    }

    #[test]
    fn the_help_of_every_command_can_be_made() {
        for language in Language::ALL {
            let mut command = command(language);
            let mut waiting: Vec<&mut Command> = vec![&mut command];
            while let Some(command) = waiting.pop() {
                let name = command.get_name().to_owned();
                let help = command.render_long_help().to_string();
                assert!(help.contains(word(language, "help-usage")), "{name}: {help}");
                assert!(language == Language::En || !help.contains("Usage"), "{name}: {help}");
                assert!(language == Language::En || !help.contains("Print "), "{name}: {help}");
                waiting.extend(command.get_subcommands_mut());
            }
        }
    }
}
