//! The words of each language, read when first something is to be said.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::language::Language;
use crate::words::counts::Counts;

type Bundle = FluentBundle<FluentResource>;

/// The sentence of this key; in English where the language has none, and the key itself where nobody has.
pub(super) fn say((language, counts): (Language, Counts), key: &str, values: &FluentArgs<'_>) -> String {
    let sentence = |language| of_bundle(bundle(language, counts), key, values);
    sentence(language).or_else(|| sentence(Language::En)).unwrap_or_else(|| key.to_owned())
}

/// The words of a key without values, which are not copied.
pub(super) fn word(language: Language, key: &'static str) -> &'static str {
    known(language, key).or_else(|| known(Language::En, key)).unwrap_or(key)
}

/// The words of a key without values where this language has them.
pub(super) fn known(language: Language, key: &str) -> Option<&'static str> {
    let bundle = bundle(language, Counts::Plain);
    let pattern = bundle.get_message(key)?.value()?;
    match bundle.format_pattern(pattern, None, &mut Vec::new()) {
        Cow::Borrowed(words) => Some(words),
        // Words with values are sentences.
        Cow::Owned(_) => None,
    }
}

fn of_bundle(bundle: &Bundle, key: &str, values: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    // What is wrong with a sentence is shown in its place; a test looks at all of them.
    Some(bundle.format_pattern(pattern, Some(values), &mut Vec::new()).into_owned())
}

fn bundle(language: Language, counts: Counts) -> &'static Bundle {
    static BUNDLES: [[OnceLock<Bundle>; 3]; 2] = [const { [const { OnceLock::new() }; 3] }; 2];
    BUNDLES[counts as usize][language as usize].get_or_init(|| {
        let text = language.of([
            include_str!("../../words/en.ftl"),
            include_str!("../../words/ru.ftl"),
            include_str!("../../words/kk.ftl"),
        ]);
        let locale = language.code().parse().unwrap_or_default();
        let mut bundle = Bundle::new_concurrent(vec![locale]);
        // Files and terminals are read by programs too: nothing invisible around values.
        bundle.set_use_isolating(false);
        bundle.set_formatter(match counts {
            Counts::Plain => None,
            #[cfg(feature = "cli")]
            Counts::Spaced => Some(|value, _| match value {
                fluent_bundle::FluentValue::Number(count) => Some(crate::words::counts::spaced(&count.as_string())),
                _ => None,
            }),
        });
        // Both give what could be read beside what could not; that all can is tested.
        let words = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(words, _)| words);
        let _ = bundle.add_resource(words);
        bundle
    })
}
