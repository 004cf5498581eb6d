//! What the parser of arguments refuses, in our words.

use std::error::Error as _;
use std::ffi::OsString;
use std::path::Path;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind as Refusal};

use crate::cli::page::typed;
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::period::{Day, Month};
use crate::reading::input::dash_hint;
use crate::reading::reasons::{code_point, is_dash};
use crate::shown::masked;
use crate::words::{Message, say, word};

/// The error as one of ours, with a hint on what was expected; `command` is what was run, as it is typed.
pub(crate) fn of(error: &clap::Error, command: &str) -> Error {
    let of = Context(error);
    let argument = || of.text(ContextKind::InvalidArg);
    let message = match error.kind() {
        Refusal::InvalidValue if of.value().is_empty() => say!("argument-without-value", argument = argument()),
        Refusal::InvalidValue => say!("argument-value", value = of.value(), argument = argument()),
        Refusal::ValueValidation => {
            let cause = error.source().map_or_else(|| Message::from(""), cause);
            say!("argument-value-because", value = of.value(), argument = argument(), cause = cause)
        }
        Refusal::UnknownArgument if !of.text(ContextKind::InvalidArg).starts_with('-') => {
            say!("argument-extra", argument = of.value_of(ContextKind::InvalidArg))
        }
        Refusal::UnknownArgument => say!("argument-unknown", argument = of.value_of(ContextKind::InvalidArg)),
        Refusal::InvalidSubcommand => {
            say!("argument-command-unknown", command = of.value_of(ContextKind::InvalidSubcommand))
        }
        Refusal::NoEquals => say!("argument-without-equals", argument = argument()),
        Refusal::TooManyValues => say!("argument-value-too-many", value = of.value(), argument = argument()),
        Refusal::TooFewValues | Refusal::WrongNumberOfValues => {
            say!("argument-value-number", argument = argument(), count = of.count(ContextKind::ActualNumValues))
        }
        Refusal::ArgumentConflict if of.text(ContextKind::PriorArg) == argument() => {
            say!("argument-twice", argument = argument())
        }
        Refusal::ArgumentConflict => {
            say!("argument-conflict", argument = argument(), others = of.quoted(ContextKind::PriorArg))
        }
        Refusal::MissingRequiredArgument => say!("argument-missing", arguments = of.quoted(ContextKind::InvalidArg)),
        Refusal::MissingSubcommand | Refusal::DisplayHelpOnMissingArgumentOrSubcommand => say!("argument-no-command"),
        Refusal::InvalidUtf8 => say!("argument-not-text"),
        // Of a kind that later versions of the parser may have: as it says it.
        _ => Message::from(error.to_string()),
    };
    let hint = of.source_hint().or_else(|| of.dash_hint()).unwrap_or_else(|| of.hint(command));
    Error::new(ErrorKind::Usage, message).with_hint(hint)
}

/// Where a word too many is a directory, and the option is missing that takes one of a run or of lists: that this is it.
pub(crate) fn directory_hint(
    error: &clap::Error,
    command: &mut Command,
    mut arguments: Vec<OsString>,
    language: Language,
) -> Option<Message> {
    let dir = Context(error).text(ContextKind::InvalidArg);
    if error.kind() != Refusal::UnknownArgument || !Path::new(&dir).is_dir() {
        return None;
    }
    arguments.remove(arguments.iter().position(|argument| *argument == *dir)?);
    let without = command.try_get_matches_from_mut(arguments).err()?;
    let values = ["help-value-run", "help-value-lists"].map(|name| format!("<{}>", word(language, name)));
    let missing = Context(&without).texts(ContextKind::InvalidArg);
    let mut options = missing.iter().filter_map(|argument| argument.split_once(' '));
    let (option, _) = options.find(|(option, value)| {
        option.starts_with("--") && values.iter().any(|of_directory| value.starts_with(of_directory))
    })?;
    Some(say!("argument-directory-hint", option = option, dir = typed(Path::new(&dir))))
}

/// What a value was refused for: a sentence of ours in the language around it.
fn cause(source: &(dyn std::error::Error + 'static)) -> Message {
    source.downcast_ref::<Error>().map_or_else(|| Message::from(source.to_string()), |error| error.message().clone())
}

/// What the parser tells of a refusal.
struct Context<'a>(&'a clap::Error);

impl Context<'_> {
    fn texts(&self, kind: ContextKind) -> Vec<String> {
        match self.0.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }

    fn text(&self, kind: ContextKind) -> String {
        self.texts(kind).join(", ")
    }

    fn quoted(&self, kind: ContextKind) -> String {
        self.texts(kind).iter().map(|text| format!("`{text}`")).collect::<Vec<_>>().join(", ")
    }

    fn count(&self, kind: ContextKind) -> usize {
        match self.0.get(kind) {
            Some(ContextValue::Number(count)) => usize::try_from(*count).unwrap_or_default(),
            _ => 0,
        }
    }

    /// What was typed, of which a person's number is shown in part only.
    fn value(&self) -> String {
        self.value_of(ContextKind::InvalidValue)
    }

    fn value_of(&self, kind: ContextKind) -> String {
        let value = self.text(kind).replace('`', "'");
        if self.text(ContextKind::InvalidArg).starts_with("--iin") { masked(&value) } else { value }
    }

    /// The hint of whoever refused a value.
    fn source_hint(&self) -> Option<Message> {
        self.0.source()?.downcast_ref::<Error>()?.hint_message().cloned()
    }

    /// Where what was refused, or kept something from being seen, is an option, a month or a day but for its hyphens.
    fn dash_hint(&self) -> Option<Message> {
        let typed = || std::env::args_os().skip(1).find_map(|argument| dash_hint(argument.to_str()?));
        match self.0.kind() {
            Refusal::UnknownArgument => dash_hint(&self.text(ContextKind::InvalidArg)),
            Refusal::MissingRequiredArgument => typed(),
            Refusal::ValueValidation => dash_in_day_hint(&self.value()),
            _ => None,
        }
    }

    fn hint(&self, command: &str) -> Message {
        let known = self.texts(ContextKind::ValidValue);
        if !known.is_empty() {
            return say!("argument-values-hint", values = known.join(", "));
        }
        let similar = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .flat_map(|kind| self.texts(kind))
            .next();
        match (similar, self.0.kind()) {
            (Some(similar), _) => say!("argument-similar-hint", similar = similar, command = command),
            (None, Refusal::InvalidSubcommand | Refusal::MissingSubcommand) => {
                say!("argument-command-hint", command = command)
            }
            _ => say!("argument-hint", command = command),
        }
    }
}

/// What is said of a month or a day with a dash that looks like the hyphen that belongs there.
fn dash_in_day_hint(value: &str) -> Option<Message> {
    let dash = value.chars().find(|character| is_dash(*character))?;
    let meant = value.replace(is_dash, "-");
    let is_meant = meant.parse::<Month>().is_ok() || meant.parse::<Day>().is_ok();
    is_meant.then(|| say!("argument-value-dash-hint", dash = code_point(dash), meant = meant))
}

/// The command that was typed: `ustap rates show`.
pub(crate) fn named(command: &Command) -> String {
    let mut at = command;
    let mut name = vec![command.get_name()];
    for argument in std::env::args_os().skip(1) {
        if let Some(below) = at.find_subcommand(argument).filter(|below| below.get_name() != "help") {
            name.push(below.get_name());
            at = below;
        }
    }
    name.join(" ")
}
