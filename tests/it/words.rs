//! What people read stands in `words/*.ftl`, the same keys and values in each language, and nowhere else.
//!
//! The sources are read as text: what `say!` and `word` name, and what else between quotes looks like a sentence.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};

/// Keys that the program puts together, by how they begin: what gives the rest is looked at where it is put together.
const FAMILIES: [&str; 5] = [
    // src/commands/codes.rs, which looks at all of them itself.
    "code-",
    // src/cli/help.rs, which looks at all of them itself.
    "help-argument-",
    "help-choice-",
    "help-command-",
    "help-value-",
];

/// Of each key the values that its sentence names.
type Keys = BTreeMap<String, BTreeSet<String>>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn words(language: &str) -> String {
    fs::read_to_string(root().join(format!("words/{language}.ftl"))).unwrap()
}

/// What a sentence names: values, and other sentences that stand in it.
#[derive(Default)]
struct Named {
    values: BTreeSet<String>,
    sentences: BTreeSet<String>,
}

fn sentences(text: &str) -> BTreeMap<String, Named> {
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut sentences = BTreeMap::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let mut named = Named::default();
                of_pattern(message.value.as_ref().expect(message.id.name), &mut named);
                assert!(message.attributes.is_empty(), "{}", message.id.name);
                assert!(sentences.insert(message.id.name.to_owned(), named).is_none(), "{} twice", message.id.name);
            }
            Entry::Term(term) => panic!("a term: {}", term.id.name),
            Entry::Junk { content } => panic!("not read: {content}"),
            _ => {}
        }
    }
    sentences
}

/// The values of a sentence that stands in another are given to that one.
fn keys(text: &str) -> Keys {
    let sentences = sentences(text);
    let all = |named: &Named| {
        let inner = named.sentences.iter().map(|key| &sentences[key]);
        let inner = inner.inspect(|inner| assert!(inner.sentences.is_empty(), "one in another in a third"));
        inner.chain([named]).flat_map(|named| named.values.clone()).collect()
    };
    sentences.iter().map(|(key, named)| (key.clone(), all(named))).collect()
}

const COUNTS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
const CALLERS: [&str; 5] = ["command-line", "rust", "python", "c", "other"];

fn of_pattern(pattern: &Pattern<&str>, named: &mut Named) {
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable { expression: Expression::Inline(inline) } => of_inline(inline, named),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                // Who is told is in every sentence, and no value of its own.
                let is_caller = matches!(selector, InlineExpression::VariableReference { id } if id.name == "caller");
                if !is_caller {
                    of_inline(selector, named);
                }
                assert!(variants.iter().any(|variant| variant.default));
                for variant in variants {
                    if let VariantKey::Identifier { name } = variant.key {
                        let known: &[&str] = if is_caller { &CALLERS } else { &COUNTS };
                        assert!(known.contains(&name), "{name}");
                    }
                    of_pattern(&variant.value, named);
                }
            }
            PatternElement::TextElement { .. } => {}
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, named: &mut Named) {
    match inline {
        InlineExpression::VariableReference { id } => {
            named.values.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            named.sentences.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { .. } => {}
        other => panic!("neither a value nor text: {other:?}"),
    }
}

/// Files below `src/`, without the tests in them.
fn sources() -> Vec<(String, String)> {
    let mut sources = Vec::new();
    let mut dirs = vec![root().join("src")];
    while let Some(dir) = dirs.pop() {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                dirs.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs" || extension == "html") {
                let text = fs::read_to_string(&path).unwrap();
                let name = path.strip_prefix(root().join("src")).unwrap().to_string_lossy().replace('\\', "/");
                sources.push((name, text.split("\n#[cfg(test)]").next().unwrap().to_owned()));
            }
        }
    }
    sources.sort();
    assert!(sources.len() > 100, "the sources are read");
    sources
}

/// Every `say!` of a source: its key and the values it gives.
fn said(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut found = Vec::new();
    for (at, start) in text.match_indices("say!(") {
        let rest = &text[at + start.len()..];
        let inside = &rest[..closing(rest)];
        let Some(key) = inside.trim_start().strip_prefix('"') else { continue };
        let Some((key, values)) = key.split_once('"') else { continue };
        found.push((key.to_owned(), top_level(values).into_iter().filter_map(name_of_value).collect()));
    }
    found
}

fn name_of_value(part: &str) -> Option<String> {
    let (name, _) = part.split_once('=')?;
    let name = name.trim();
    (!name.is_empty() && name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'))
        .then(|| name.to_owned())
}

/// Where the parenthesis that is open at the start closes.
fn closing(text: &str) -> usize {
    let mut depth = 0;
    let mut quoted = false;
    let mut escaped = false;
    for (at, letter) in text.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' if !quoted && depth == 0 => return at,
            ')' | ']' | '}' if !quoted => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// The parts between the commas that stand in no parentheses or quotes.
fn top_level(text: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth, mut quoted) = (Vec::new(), 0, 0, false);
    for (at, letter) in text.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

/// Texts between quotes that are not of comments or attributes.
fn texts(source: &str) -> Vec<String> {
    let code: Vec<&str> = source
        .lines()
        .map(|line| {
            let start = line.trim_start();
            if start.starts_with("//") || start.starts_with("#[") || start.starts_with("#![") { "" } else { line }
        })
        .collect();
    let code = code.join("\n").replace("'\"'", "").replace("\\\"", "'").replace("\\\n", "");
    code.split('"').skip(1).step_by(2).map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// Whether a text is words for people: two words in a row.
fn is_sentence(text: &str) -> bool {
    let is_word = |word: &&str| {
        let bare = word.trim_matches(|letter: char| ",.;:!?()«»`'".contains(letter));
        bare.chars().count() >= 2 && bare.chars().all(char::is_alphabetic)
    };
    let mut run = 0;
    for word in text.split(' ') {
        run = if is_word(&word) { run + 1 } else { 0 };
        if run >= 2 {
            return true;
        }
    }
    false
}

#[test]
fn each_language_says_the_same_with_the_same_values() {
    let english = keys(&words("en"));
    assert!(english.len() > 20, "the words are read");
    for language in ["ru", "kk"] {
        let other = keys(&words(language));
        let (ours, theirs): (BTreeSet<_>, BTreeSet<_>) = (english.keys().collect(), other.keys().collect());
        assert_eq!(ours.symmetric_difference(&theirs).collect::<Vec<_>>(), Vec::<&&String>::new(), "{language}");
        for (key, values) in &english {
            assert_eq!(&other[key], values, "{key} in {language}");
        }
    }
}

/// «{ $day } күніне дейін» may leave the day itself out: of whoever was born before it that is meant, of a term it is not.
#[test]
fn kazakh_terms_take_their_last_day_in() {
    let text = words("kk");
    let lines = text.lines().filter(|line| line.contains("күніне дейін"));
    let keys: Vec<&str> = lines.filter_map(|line| line.split(" =").next()).collect();
    assert_eq!(keys, ["rates-show-born"]);
}

/// Fluent takes the blanks away at both ends of a sentence: one that is meant stands as `{ " " }`.
#[test]
fn no_sentence_begins_or_ends_with_blanks_that_nobody_will_see() {
    for language in ["en", "ru", "kk"] {
        for line in words(language).lines() {
            let value = line.split_once(" =").filter(|_| !line.starts_with(['#', ' '])).map_or("", |(_, value)| value);
            assert!(!value.starts_with("  ") && line.trim_end() == line, "{language}: {line}");
        }
    }
}

/// What a program is told names no option of the command line, which it does not have.
#[test]
fn programs_are_told_of_no_option() {
    for language in ["en", "ru", "kk"] {
        let text = words(language);
        let told: Vec<&str> = text
            .split("{ $caller ->\n")
            .skip(1)
            .flat_map(|rest| rest.split("\n    }").next().unwrap().lines())
            .filter(|line| !line.contains("[command-line]"))
            .collect();
        assert!(told.len() > 10, "{language}: {told:?}");
        assert!(told.iter().all(|line| !line.contains("--")), "{language}: {told:?}");
    }
}

#[test]
fn each_key_is_used_with_its_values_and_each_use_has_its_key() {
    let known = keys(&words("en"));
    let mut used: BTreeSet<String> = sentences(&words("en")).into_values().flat_map(|named| named.sentences).collect();
    for (file, text) in sources() {
        for (key, values) in said(&text) {
            if file == "words/mod.rs" {
                continue;
            }
            let expected = known.get(&key).unwrap_or_else(|| panic!("{file}: {key} has no words"));
            assert_eq!(&values, expected, "{file}: {key}");
            used.insert(key);
        }
        // In templates a key may stand in an attribute, between quotes of its own.
        used.extend(text.split("word(\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
        // Words without values are named by their key alone.
        used.extend(texts(&text).into_iter().filter(|text| known.contains_key(text)));
    }
    let of_family = |key: &str| FAMILIES.iter().any(|family| key.starts_with(family));
    let unused: Vec<&String> = known.keys().filter(|key| !used.contains(*key) && !of_family(key)).collect();
    assert_eq!(unused, Vec::<&String>::new(), "keys that nobody uses");
}

/// What looks like words for people in the sources and is none.
const NO_WORDS: [(&str, &str); 7] = [
    // Examples that are written into a template: invented names, the same in each language.
    ("commands/template.rs", "name = 'ТОО «Пример»'"),
    ("commands/template.rs", "chief = 'Примеров Пример Примерович'\\nchief_iin = '900101300017'"),
    // Values of attributes of HTML.
    ("commands/report/page.html", "light dark"),
    ("commands/report/page.html", "noopener noreferrer"),
    // What serde wants from whoever says that something is no record; only the names of the fields are asked for.
    ("output/records.rs", "no record"),
    // Of an assertion in debug builds.
    ("output/table.rs", "cells, columns"),
    // The first bytes of a database.
    ("reading/header/foreign.rs", "SQLite format 3\\0"),
];

#[test]
fn no_sentence_stands_in_the_sources() {
    let mut found = Vec::new();
    for (file, text) in sources() {
        found.extend(texts(&text).into_iter().filter(|text| is_sentence(text)).map(|text| (file.clone(), text)));
    }
    let (known, unknown): (Vec<_>, Vec<_>) =
        found.iter().partition(|(file, text)| NO_WORDS.contains(&(file.as_str(), text.as_str())));
    assert!(unknown.is_empty(), "{}: {unknown:#?}", unknown.len());
    assert_eq!(known.len(), NO_WORDS.len(), "an exception that nothing needs: {known:#?}");
}

/// Russian words are no English: a sentence that was left as it was is found.
#[test]
fn the_russian_and_the_kazakh_words_are_no_english() {
    for language in ["ru", "kk"] {
        for line in words(language).lines().filter(|line| !line.starts_with('#')) {
            let text = line.split_once(" = ").map_or(line, |(_, text)| text);
            let bare: String = text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
            let mut outside = String::new();
            let mut depth: usize = 0;
            for letter in bare.chars() {
                match letter {
                    '{' => depth += 1,
                    // A line may begin with the end of a selection.
                    '}' => depth = depth.saturating_sub(1),
                    _ if depth == 0 => outside.push(letter),
                    _ => {}
                }
            }
            let is_latin = |word: &&str| word.len() > 2 && word.chars().all(|letter| letter.is_ascii_lowercase());
            let latin: Vec<&str> = outside
                .split(|letter: char| !letter.is_alphanumeric() && !"-_.".contains(letter))
                .filter(is_latin)
                .collect();
            assert!(latin.len() < 3, "{language}: {line}");
        }
    }
}

/// What stands for a value (`--period MONTH`) is said in the reader's language, as the help says it: the English name is in
/// no sentence of another one. Fields of MT-102 (`/NAME/`) are no such names.
#[test]
fn what_stands_for_a_value_is_in_the_language_of_the_sentence() {
    let names = |language: &str| -> BTreeMap<String, String> {
        let text = words(language);
        let lines = text.lines().filter_map(|line| line.strip_prefix("help-value-")?.split_once(" = "));
        lines.map(|(key, name)| (key.to_owned(), name.to_owned())).collect()
    };
    let english = names("en");
    assert!(english.values().any(|name| name == "MONTH"), "the names are read");
    for language in ["ru", "kk"] {
        let theirs = names(language);
        let foreign: BTreeSet<&String> =
            english.iter().filter(|(key, name)| theirs[*key] != **name).map(|(_, name)| name).collect();
        for line in words(language).lines().filter(|line| !line.starts_with('#')) {
            let mut parts = line.split(|letter: char| !letter.is_alphanumeric() && !"_/".contains(letter));
            let left = parts.find(|part| foreign.contains(&(*part).to_owned()));
            assert_eq!(left, None, "{language}: {line}");
        }
    }
}

#[test]
fn what_is_looked_for_is_found() {
    let source = "let a = say!(\"key-one\", rows = count(a, b), file = say!(\"inner\"));\n// say!(\"x\")\nlet b = say!(\n \"two\"\n);";
    let found = said(source);
    assert_eq!(found[0].0, "key-one");
    assert_eq!(found[0].1, ["file", "rows"].map(str::to_owned).into());
    assert_eq!(found[1].0, "inner");
    assert!(is_sentence("the file is empty") && is_sentence("не найден,") && is_sentence("x: an odd `y` is it so"));
    assert!(!is_sentence("iin,period,regime") && !is_sentence("{} {}") && !is_sentence("one"));
    assert_eq!(texts("a(\"one \\\"two\\\" three\"); // \"x\"\n// \"y\""), ["one 'two' three", "x"]);
    let two = keys("a = { $x ->\n    [one] row\n   *[other] { $y } rows\n}\n");
    assert_eq!(two["a"], ["x", "y"].map(str::to_owned).into());
}
