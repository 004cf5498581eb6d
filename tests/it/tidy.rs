//! The house itself: each file uses only what stands before it, owns what it touches, and is short enough to be read.
//!
//! The sources are read as text. What is looked at are paths from `crate::`, and from a `mod.rs` down; a name that `lib.rs`
//! gives out at the root counts as the file that makes it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A file below `src/` and what stands in it.
type Source = (String, String);

/// The rooms, each of which uses only itself and those before it, as DESIGN.md has them.
const ROOMS: [&str; 27] = [
    "language",
    "words",
    "digits",
    "blanks",
    "shown",
    "error",
    "as_text",
    "hash",
    "ordered",
    "threads",
    "money",
    "rate",
    "period",
    "person",
    "payment",
    "reject",
    "law",
    "facts",
    "withholding",
    "batch",
    "records",
    "settlement",
    "reading",
    "output",
    "run",
    "commands",
    "cli",
];

/// Rooms that read and write files by themselves, and what asks the system how much memory there is.
const OWN_FILES: [&str; 6] = ["reading/", "output/", "run/", "law/tables/", "batch/memory/", "cli/memory.rs"];

const CODE_LINES_MAX: usize = 450;

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    let mut dirs = vec![root.clone()];
    while let Some(dir) = dirs.pop() {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                dirs.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                sources.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    sources.sort();
    assert!(sources.len() > 100, "the sources are read");
    sources
}

fn without_tests(text: &str) -> &str {
    let end = ["\n#[cfg(test)]", "\n#[cfg(all(test,"].iter().filter_map(|start| text.find(start)).min();
    &text[..end.unwrap_or(text.len())]
}

/// The file's own code: without the tests in it, comments and text.
fn code(text: &str) -> String {
    let mut code = String::new();
    for line in without_tests(text).lines() {
        let line = line.split("//").next().unwrap_or_default();
        // What stands between quotes is no code.
        for (number, part) in line.replace("\\\"", "").split('"').enumerate() {
            if number % 2 == 0 {
                code += part;
            }
        }
        code.push('\n');
    }
    code
}

/// The module that a file is: `law::tables` for `law/tables/mod.rs`.
fn module(file: &str) -> String {
    let path = file.trim_end_matches(".rs").replace('/', "::");
    path.strip_suffix("::mod").unwrap_or(&path).to_owned()
}

/// Every path from `crate::` in the code, and from the files that a `mod.rs` has below it, with the groups in braces
/// written out.
fn paths(file: &str, code: &str) -> BTreeSet<String> {
    // Who may use a thing is no use.
    let code = code.replace("(in crate::", "(in ").replace("self::", "");
    let mut starts = vec![("crate::".to_owned(), String::new())];
    if file.ends_with("/mod.rs") {
        let below = code.lines().filter_map(|line| line.strip_suffix(';')?.rsplit_once("mod ")).map(|(_, name)| name);
        starts.extend(below.map(|name| (format!("{name}::"), format!("{}::{name}", module(file)))));
    }
    let mut paths = BTreeSet::new();
    for (start, prefix) in starts {
        for (at, start) in code.match_indices(&start) {
            let before = code[..at].chars().next_back();
            if !before.is_some_and(|before| before.is_alphanumeric() || before == '_' || before == ':') {
                write_out(&code[at + start.len()..], prefix.clone(), &mut paths);
            }
        }
    }
    paths
}

/// Writes out what follows a prefix; gives what is left behind it.
fn write_out<'a>(mut rest: &'a str, prefix: String, paths: &mut BTreeSet<String>) -> &'a str {
    let mut path = prefix;
    loop {
        rest = rest.trim_start();
        if let Some(group) = rest.strip_prefix('{') {
            rest = group;
            loop {
                rest = write_out(rest, path.clone(), paths).trim_start();
                match rest.strip_prefix(',') {
                    Some(more) => rest = more,
                    None => return rest.strip_prefix('}').unwrap_or(rest),
                }
            }
        }
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let (name, behind) = rest.split_at(end);
        if !name.is_empty() && name != "self" {
            path = if path.is_empty() { name.to_owned() } else { format!("{path}::{name}") };
        }
        rest = behind;
        match rest.strip_prefix("::") {
            Some(more) => rest = more,
            None => {
                paths.insert(path);
                return rest;
            }
        }
    }
}

/// From each file to the files that it uses.
fn arrows(sources: &[Source]) -> BTreeMap<String, BTreeSet<String>> {
    let modules: BTreeMap<String, String> = sources.iter().map(|(file, _)| (module(file), file.clone())).collect();
    let mut given_out = BTreeMap::new();
    for (file, text) in sources {
        for (from, names) in reexports(text) {
            let base = if module(file) == "lib" { from.clone() } else { format!("{}::{from}", module(file)) };
            let base = from.strip_prefix("crate::").map_or(base, str::to_owned);
            for name in names {
                given_out.insert(format!("{}::{name}", module(file)), base.clone());
            }
        }
    }
    let file_of = |path: &str| {
        // A name given out elsewhere is looked for where it comes from, at most a few times.
        let mut path = path.to_owned();
        for _ in 0..4 {
            let at_root = format!("lib::{path}");
            let Some(base) = given_out.get(&path).or_else(|| given_out.get(&at_root)) else { break };
            path = format!("{base}::{}", path.rsplit("::").next().unwrap_or_default());
        }
        let mut path = path.as_str();
        loop {
            if let Some(file) = modules.get(path) {
                return Some(file.clone());
            }
            path = path.rsplit_once("::")?.0;
        }
    };
    let mut arrows = BTreeMap::new();
    for (file, text) in sources.iter().filter(|(file, _)| file != "lib.rs" && file != "main.rs") {
        let paths = paths(file, &code(text));
        let used = paths.iter().filter_map(|path| file_of(path)).filter(|other| other != file).collect();
        arrows.insert(file.clone(), used);
    }
    arrows
}

/// What a file gives out under its own name: from where, and the names.
fn reexports(text: &str) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    let code = code(text);
    for start in ["pub use ", "pub(crate) use "] {
        for (at, _) in code.match_indices(start) {
            let statement = code[at + start.len()..].split(';').next().unwrap_or_default().replace(['\n', ' '], "");
            let (base, names) = match statement.split_once("::{") {
                Some((base, names)) => (base, names.trim_end_matches('}').split(',').map(str::to_owned).collect()),
                None => match statement.rsplit_once("::") {
                    Some((base, name)) => (base, vec![name.to_owned()]),
                    None => continue,
                },
            };
            found.push((base.to_owned(), names));
        }
    }
    found
}

/// A way from a file back to itself, where there is one.
fn circle(arrows: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    fn visit<'a>(
        file: &'a str,
        arrows: &'a BTreeMap<String, BTreeSet<String>>,
        way: &mut Vec<&'a str>,
        done: &mut BTreeSet<&'a str>,
    ) -> Option<Vec<String>> {
        if let Some(start) = way.iter().position(|&other| other == file) {
            return Some(way[start..].iter().chain([&file]).map(|&file| file.to_owned()).collect());
        }
        if done.contains(file) {
            return None;
        }
        way.push(file);
        for other in arrows.get(file).into_iter().flatten() {
            if let Some(found) = visit(other, arrows, way, done) {
                return Some(found);
            }
        }
        way.pop();
        done.insert(file);
        None
    }
    let mut done = BTreeSet::new();
    arrows.keys().find_map(|file| visit(file, arrows, &mut Vec::new(), &mut done))
}

fn room(file: &str) -> &str {
    file.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

/// Arrows from a room to one that stands behind it.
fn against_the_order(arrows: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let number = |file: &str| ROOMS.iter().position(|&known| known == room(file));
    let mut found = Vec::new();
    for (file, used) in arrows {
        if number(file).is_none() {
            found.push(format!("{file} is in no room of DESIGN.md"));
        }
        found
            .extend(used.iter().filter(|other| number(other) > number(file)).map(|other| format!("{file} -> {other}")));
    }
    found
}

/// Files with paths that are not from the crate, which `paths` does not see.
fn names_from_above(sources: &[Source]) -> Vec<String> {
    sources.iter().filter(|(_, text)| code(text).contains("super::")).map(|(file, _)| file.clone()).collect()
}

/// Files that are too long and give no reason in their first five lines.
fn too_long(sources: &[Source]) -> Vec<String> {
    let lines = |text: &str| code(text).lines().filter(|line| !line.trim().is_empty()).count();
    let has_reason = |text: &str| text.lines().take(5).any(|line| line.starts_with("//! long because "));
    let is_long = |(_, text): &&Source| lines(text) > CODE_LINES_MAX && !has_reason(text);
    sources.iter().filter(is_long).map(|(file, text)| format!("{file}: {} lines of code", lines(text))).collect()
}

/// Files that touch the file system and do not own it.
fn touches_files(sources: &[Source]) -> Vec<String> {
    let owns = |file: &str| OWN_FILES.iter().any(|room| file.starts_with(room));
    // However the names were brought in.
    let is_name = |byte: char| byte.is_alphanumeric() || byte == '_';
    let touches = |text: &str| {
        let code = code(text);
        let has_word = code.split(|byte| !is_name(byte)).any(|word| ["fs", "OpenOptions"].contains(&word));
        has_word || code.match_indices("File::").any(|(at, _)| !code[..at].ends_with(is_name))
    };
    sources.iter().filter(|(file, text)| !owns(file) && touches(text)).map(|(file, _)| file.clone()).collect()
}

/// Words of the tables that no code may have: account numbers, БИН and codes of banks, and the indicators with the limits
/// that follow from them.
fn words_of_the_law() -> BTreeSet<String> {
    let rates = Path::new(env!("CARGO_MANIFEST_DIR")).join("rates");
    let mut words = BTreeSet::new();
    for table in ["indicators.toml", "recipients.toml", "settlement/accounts.toml"] {
        let text = fs::read_to_string(rates.join(table)).unwrap();
        let values = text
            .lines()
            // A year in a citation is no value.
            .filter(|line| !line.trim_start().starts_with('#') && !line.contains("act = "))
            .flat_map(|line| line.split('"').skip(1).step_by(2));
        let is_own = |word: &&str| {
            let digits = word.bytes().filter(u8::is_ascii_digit).count();
            digits == word.len() && digits > 3 || word.len() == 20 && word.starts_with("KZ") || *word == "GCVPKZ2A"
        };
        words.extend(values.filter(is_own).map(str::to_owned));
    }
    // Seven minimum wages and three hundred indices of 2024 to 2026 (law.md section 3).
    words.extend(["595000", "1107600", "1179600", "1297500"].map(str::to_owned));
    assert!(words.contains("4325") && words.contains("160440007161") && words.len() > 10, "{words:?}");
    words
}

/// Words of the law in the code, be it text or number.
fn law_in_code(sources: &[Source], words: &BTreeSet<String>) -> Vec<String> {
    let mut found = Vec::new();
    for (file, text) in sources {
        for line in without_tests(text).lines().filter(|line| !line.trim_start().starts_with("//")) {
            let line = line.split("// ").next().unwrap_or_default().replace('_', "");
            let in_line = line.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| words.contains(*word));
            found.extend(in_line.map(|word| format!("{file}: {word}")));
        }
    }
    found
}

#[test]
fn no_file_uses_itself_by_way_of_others() {
    assert_eq!(circle(&arrows(&sources())), None);
}

#[test]
fn what_is_used_is_named_from_the_crate() {
    assert_eq!(names_from_above(&sources()), Vec::<String>::new());
}

#[test]
fn no_room_uses_one_behind_it() {
    assert_eq!(against_the_order(&arrows(&sources())), Vec::<String>::new());
}

#[test]
fn no_file_is_too_long_without_a_reason() {
    assert_eq!(too_long(&sources()), Vec::<String>::new());
}

#[test]
fn files_are_touched_in_the_rooms_that_own_them() {
    assert_eq!(touches_files(&sources()), Vec::<String>::new());
}

#[test]
fn no_number_of_the_law_stands_in_the_code() {
    assert_eq!(law_in_code(&sources(), &words_of_the_law()), Vec::<String>::new());
}

#[test]
fn design_has_the_rooms_in_this_order() {
    let design = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("DESIGN.md")).unwrap();
    let table = design.split("| room | what is in it |").nth(1).unwrap().split("\n\n").next().unwrap();
    let first_cells = table.lines().filter_map(|line| line.split('|').nth(1));
    let named: Vec<&str> = first_cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    assert_eq!(named, ROOMS);
}

#[test]
fn the_ways_in_design_pass_files_that_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let design = fs::read_to_string(root.join("DESIGN.md")).unwrap();
    let ways = design.split("## The ways of six things").nth(1).unwrap().split("\n## ").next().unwrap();
    let named: Vec<&str> = ways.split('`').skip(1).step_by(2).filter(|word| word.contains('/')).collect();
    assert!(named.len() > 25, "{named:?}");
    for name in named {
        assert!(root.join("src").join(name).exists() || root.join(name).exists(), "{name}");
    }
}

/// What the library gives out at its root: few names, one for each concept.
#[test]
fn the_root_gives_out_few_names() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let root = lib.split("\n/// What the values above are made of").next().unwrap();
    let names: Vec<String> = reexports(root).into_iter().flat_map(|(_, names)| names).collect();
    let distinct: BTreeSet<&String> = names.iter().collect();
    assert_eq!(distinct.len(), names.len(), "{names:?}");
    assert!((20..=30).contains(&names.len()), "{} names: {names:?}", names.len());
    let modules = code(root).lines().filter(|line| line.starts_with("pub mod ")).count();
    // batch, law, settlement; with the feature `serde` records; and the command line, which is hidden.
    assert_eq!(modules, 5);
}

/// Each check finds what it is there for.
#[test]
fn what_is_untidy_is_found() {
    let source = |file: &str, text: &str| (file.to_owned(), text.to_owned());
    let tied = [
        source("law/mod.rs", "use crate::money::Tenge;\nmod tables;"),
        source("money.rs", "use crate::{error::Error, law::tables::{self, Table}};"),
        source("law/tables.rs", "use crate::law::Law;"),
        source("error.rs", ""),
    ];
    let found = arrows(&tied);
    let of = |files: &[&str]| files.iter().map(|&file| file.to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(found["money.rs"], of(&["error.rs", "law/tables.rs"]));
    assert_eq!(
        circle(&found).unwrap().into_iter().collect::<BTreeSet<_>>(),
        of(&["law/mod.rs", "money.rs", "law/tables.rs"])
    );
    assert_eq!(against_the_order(&found), ["money.rs -> law/tables.rs"]);
    assert_eq!(circle(&arrows(&tied[..1])), None);
    // A file that has others below it uses them, and one that only says who may use it uses nothing.
    let below = [
        source("law/mod.rs", "mod act;\npub(crate) mod tables;\nuse act::Act;\nfn a() { self::tables::read() }"),
        source("law/act.rs", "pub(in crate::law) struct Act;"),
        source("law/tables.rs", "use crate::law::Law;"),
    ];
    let found = arrows(&below);
    assert_eq!(found["law/mod.rs"], of(&["law/act.rs", "law/tables.rs"]));
    assert_eq!(found["law/act.rs"], of(&[]));
    assert_eq!(circle(&found).unwrap().len(), 3);
    let above = [source("law/act.rs", "use super::Law;"), source("law/a.rs", "\n#[cfg(all(test, x))]\nuse super::*;")];
    assert_eq!(names_from_above(&above), ["law/act.rs"]);

    let given_out = [
        source("lib.rs", "pub use law::{Law, Name};\npub mod law;"),
        source("law/mod.rs", "pub use names::Name;"),
        source("law/names.rs", ""),
        source("batch/mod.rs", "use crate::Name; // crate::cli"),
        source("somewhere.rs", "\"crate::law\""),
    ];
    let found = arrows(&given_out);
    assert_eq!(found["batch/mod.rs"], of(&["law/names.rs"]));
    assert_eq!(found["somewhere.rs"], of(&[]));
    assert_eq!(against_the_order(&found), ["somewhere.rs is in no room of DESIGN.md"]);

    let long = "let a = 1;\n".repeat(CODE_LINES_MAX + 1);
    assert_eq!(too_long(&[source("a.rs", &long)]), ["a.rs: 451 lines of code"]);
    assert_eq!(too_long(&[source("a.rs", &format!("//! A.\n//! long because it is.\n{long}"))]), Vec::<String>::new());
    assert_eq!(too_long(&[source("a.rs", &format!("\n#[cfg(test)]\n{long}"))]), Vec::<String>::new());

    for touch in ["use std::fs;", "use std::{fs, io};", "use std::{io, fs::File};", "File::create(path)"] {
        assert_eq!(touches_files(&[source("law/mod.rs", touch)]), ["law/mod.rs"]);
    }
    assert_eq!(touches_files(&[source("output/file.rs", "use std::fs;")]), Vec::<String>::new());

    let law = words_of_the_law();
    assert_eq!(law_in_code(&[source("rate.rs", "const MRP: i64 = 4_325;")], &law), ["rate.rs: 4325"]);
    assert_eq!(law_in_code(&[source("a.rs", "// 4325\nlet x = 14325; // 4325")], &law), Vec::<String>::new());
    let account = "KZ12009NPS0413609816";
    let quoted = source("a.rs", &format!("let account = \"{account}\";"));
    assert_eq!(law_in_code(&[quoted], &law), [format!("a.rs: {account}")]);
}

/// Whoever renames a function would have its mutants back, and the reason for leaving them out stays for nothing.
#[test]
fn mutants_that_are_left_out_are_of_functions_that_are_there() {
    let sources = sources();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(".cargo/mutants.toml");
    let mut found = 0;
    // `'src/digits\.rs.* replace | with ^ in (Some::parse|other)'`, or `replace Some::parse -> bool with true`.
    for line in fs::read_to_string(path).unwrap().lines().filter_map(|line| line.trim().strip_prefix("'src/")) {
        let (file, mutant) = line.split_once(r"\.rs.* replace ").unwrap();
        let (_, text) =
            sources.iter().find(|(name, _)| *name == format!("{file}.rs")).unwrap_or_else(|| panic!("{line}"));
        let of = mutant.rsplit_once(" in ").map(|(_, of)| of).or(mutant.split_once(" -> ").map(|(of, _)| of));
        let names = of.and_then(|of| of.rsplit("::").next()).unwrap_or_default();
        for name in names.split(|one: char| !one.is_alphanumeric() && one != '_').filter(|name| !name.is_empty()) {
            assert!(text.contains(&format!("fn {name}")), "{line}: no {name}");
            found += 1;
        }
    }
    assert!(found > 20, "{found} functions");
}
