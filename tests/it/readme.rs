//! What the README and docs/ show is what the program does, and what the sources cite is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::program::{Place, Run};
use ustap::Law;
use ustap::Reject;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// The README and every page of docs/, by their names from the root.
fn pages() -> Vec<(String, String)> {
    let docs =
        files_below(&root().join("docs")).into_iter().filter(|path| path.extension().is_some_and(|end| end == "md"));
    let name = |path: &Path| path.strip_prefix(root()).unwrap().display().to_string();
    let paths = [root().join("README.md")].into_iter().chain(docs);
    paths.map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect()
}

/// All that a reader is told, one page after another.
fn readme() -> String {
    pages().into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n")
}

/// The blocks of the pages in this language.
fn blocks(readme: &str, language: &str) -> Vec<String> {
    let open = format!("```{language}\n");
    readme.split(&open).skip(1).map(|rest| rest.split_once("```").expect("an end").0.to_owned()).collect()
}

/// The arguments of the one command of the pages that begins so.
fn arguments(readme: &str, beginning: &str) -> Vec<String> {
    let run = "cargo run --release -- ";
    let commands: Vec<String> = blocks(readme, "sh")
        .iter()
        .flat_map(|block| block.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter_map(|line| Some(line.strip_prefix(run)?.to_owned()))
        .filter(|command| command.starts_with(beginning))
        .collect();
    let [command] = &commands[..] else { panic!("one command beginning with `{beginning}`, not {commands:?}") };
    command.split(' ').map(str::to_owned).collect()
}

/// Runs what the README says, as from the top of the repository but with outputs in `place`.
fn run(place: &Place, arguments: &[String]) -> Run {
    let from_root = |argument: &String| match argument.starts_with("examples/") {
        true => root().join(argument).display().to_string(),
        false => argument.clone(),
    };
    let arguments: Vec<String> = arguments.iter().map(from_root).collect();
    place.ustap(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Every line that is shown is a line of the output, in its order; `[…]` stands for lines left out, and nothing else is.
pub(crate) fn assert_shown(shown: &str, output: &str) {
    let mut rest = output.lines();
    let mut may_skip = true;
    for line in shown.lines() {
        if line == "[…]" {
            may_skip = true;
            continue;
        }
        let found = if may_skip { rest.any(|other| other == line) } else { rest.next() == Some(line) };
        assert!(found, "`{line}` is not there, or not in this place, in\n{output}");
        may_skip = false;
    }
}

fn shown(readme: &str, beginning: &str) -> String {
    let shown = blocks(readme, "text").into_iter().find(|block| block.trim_start().starts_with(beginning));
    shown.unwrap_or_else(|| panic!("no block that begins with `{beginning}`"))
}

#[test]
fn the_first_command_gives_what_is_shown() {
    let (readme, place) = (readme(), Place::new());
    let run = run(&place, &arguments(&readme, "calculate examples/"));
    assert_eq!((run.status, run.stderr.as_str()), (Some(1), ""));
    let summary = shown(&readme, "operations read");
    assert!(summary.starts_with(run.stdout.lines().next().unwrap()));
    assert_shown(&summary, &run.stdout);
    for file in fs::read_dir(root().join("examples/august-2026/expected")).unwrap() {
        let file = file.unwrap();
        let name = file.file_name().to_string_lossy().into_owned();
        assert_eq!(place.read(&format!("august/{name}")), fs::read_to_string(file.path()).unwrap(), "{name}");
    }
}

#[test]
fn the_explanation_is_what_is_shown() {
    let (readme, place) = (readme(), Place::new());
    let run = run(&place, &arguments(&readme, "explain "));
    assert_eq!(run.status, Some(0));
    assert_shown(&shown(&readme, "СО (so)"), &run.stdout);
    assert!(run.stdout.contains("612345.67"));
}

/// The README in another language: its commands run from its top to its bottom, and say what it shows of them. They are
/// those of README.md, in this language, and one more.
fn translated(language: &str) {
    let page = fs::read_to_string(root().join(format!("README.{language}.md"))).unwrap();
    let place = Place::new();
    let asked = ["--lang".to_owned(), language.to_owned()];
    for (beginning, status, shown) in
        [("calculate examples/", 1, Some(0)), ("template ", 0, None), ("explain ", 0, Some(1))]
    {
        let command = arguments(&page, beginning);
        assert!(command.ends_with(&asked), "{command:?}");
        let run = run(&place, &command);
        assert_eq!((run.status, run.stderr.as_str()), (Some(status), ""), "{command:?}");
        if let Some(number) = shown {
            let shown = &blocks(&page, "text")[number];
            assert!(shown.lines().count() > 10, "{shown}");
            assert_shown(shown, &run.stdout);
        }
        let Some(english) = (beginning != "template ").then(|| arguments(&readme(), beginning)) else { continue };
        let but_where: Vec<&String> = command[..command.len() - asked.len()].iter().collect();
        assert_eq!(but_where.len(), english.len(), "{command:?}");
        for (number, (ours, english)) in but_where.into_iter().zip(&english).enumerate() {
            let is_out = number > 0 && command[number - 1] == "--out";
            assert!(is_out || ours == english, "{ours} and {english}");
        }
    }
    assert_eq!(blocks(&page, "text").len(), 2);
    assert!(page.lines().count() <= 150);
    assert_eq!(dead_links(&format!("README.{language}.md"), &page), [""; 0]);
}

#[test]
fn the_russian_readme_is_what_the_program_says() {
    translated("ru");
    let [english, russian] = ["README.md", "README.ru.md"].map(|name| fs::read_to_string(root().join(name)).unwrap());
    // A full page.
    let [english, russian] = [english, russian].map(|page| page.lines().count());
    assert!(russian * 10 >= english * 9, "{russian} lines, and {english} in English");
}

#[test]
fn the_kazakh_readme_is_what_the_program_says() {
    translated("kk");
}

#[test]
fn the_rates_commands_run_and_the_counts_are_theirs() {
    let (readme, place) = (readme(), Place::new());
    for command in ["rates show", "rates check", "rates export"] {
        let run = run(&place, &arguments(&readme, command));
        assert_eq!(run.status, Some(0), "{command}: {}", run.stderr);
    }
    let check = place.ustap_ends(0, &["rates", "check", "--rates", "my-rates"]);
    for basis in ["quoted", "secondary", "inferred", "unverified"] {
        let values = check.summary(&format!("  {basis}"));
        assert!(readme.contains(&format!("\n| `{basis}` | {values} |")), "{values} values are {basis}");
    }
}

#[test]
fn a_year_is_added_as_the_readme_says() {
    let (readme, place) = (readme(), Place::new());
    place.ustap_ends(0, &["rates", "export", "my-rates"]);
    let entries = blocks(&readme, "toml");
    let entry = |section: &str| entries.iter().find(|block| block.contains(section)).unwrap();
    let act = entry("[[act]]").replace("\"…\"", "\"https://example.org\"");
    place.write("my-rates/acts.toml", place.read("my-rates/acts.toml") + "\n" + &act);
    let entry = entry("[[indicator]]").replace("amount = \"…\"", "amount = \"5000\"");
    let table = place.read("my-rates/indicators.toml");
    place.write("my-rates/indicators.toml", format!("{table}\n{entry}\n{}", entry.replace("\"mrp\"", "\"mzp\"")));
    let check = place.ustap_ends(0, &["rates", "check", "--rates", "my-rates"]);
    assert!(check.stdout.contains("2024-09-03 to 2027-12-31"), "{}", check.stdout);
    place.write("o.csv", "operation_id,iin,settled_on,income\na,900101300017,2027-02-03,1000\n");
    place.ustap_ends(1, &["calculate", "o.csv", "--check"]);
    place.ustap_ends(0, &["calculate", "o.csv", "--check", "--rates", "my-rates"]);
}

/// Options and subcommands that the help of a command lists.
fn helped(place: &Place, command: &[&str]) -> (BTreeSet<String>, Vec<String>) {
    let help = place.ustap_ends(0, &[command, &["--help"]].concat()).stdout;
    let word = |line: &str| line.split([' ', ',']).next().unwrap_or_default().to_owned();
    let options = help.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
    let long = options.filter_map(|line| line.find("--").map(|at| word(&line[at..])));
    let commands = help.split_once("Commands:\n").map_or("", |(_, rest)| rest);
    let commands = commands.lines().take_while(|line| !line.is_empty()).map(|line| word(line.trim_start()));
    (long.collect(), commands.filter(|command| !command.is_empty()).collect())
}

#[test]
fn every_command_is_described() {
    let (readme, place) = (readme(), Place::new());
    let table = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/commands.md")).unwrap();
    let mut waiting: Vec<Vec<String>> = vec![Vec::new()];
    let mut seen = 0;
    while let Some(command) = waiting.pop() {
        let words: Vec<&str> = command.iter().map(String::as_str).collect();
        for name in helped(&place, &words).1.iter().filter(|name| *name != "help") {
            seen += 1;
            let path = [&command[..], std::slice::from_ref(name)].concat();
            let typed = path.join(" ");
            assert!(
                [format!("ustap {typed}"), format!("`{typed}")].iter().any(|typed| readme.contains(typed)),
                "{typed}"
            );
            // Each command has its row in the table of the page that promises it.
            if command.is_empty() {
                assert!(table.contains(&format!("\n| `ustap {name}")), "{name} in docs/commands.md");
            }
            waiting.push(path);
        }
    }
    assert!(seen > 18, "the help was not understood");
}

#[test]
fn every_code_and_column_is_described() {
    let (readme, place) = (readme(), Place::new());
    let formats = fs::read_to_string(root().join("docs/formats.md")).unwrap();
    let quoted = |word: &str| readme.contains(&format!("`{word}`"));
    for reject in Reject::ALL {
        assert!(readme.contains(&format!("\n| `{reject}` |")), "{reject}");
    }
    let law = Law::builtin().unwrap();
    law.regimes().for_each(|(_, regime)| assert!(quoted(&regime.code), "{}", regime.code));
    for (_, category) in law.categories() {
        assert!(quoted(&category.code), "{}", category.code);
        let row =
            formats.lines().find(|line| line.starts_with("| `") && line.contains(&format!("`{}`", category.code)));
        let named: BTreeSet<&str> =
            row.unwrap().rsplit(" | ").next().unwrap().trim_end_matches(" |").split(", ").collect();
        let id = law.category_id(&category.code).unwrap();
        let day = "2026-08-05".parse().unwrap();
        let exempt = ustap::Payment::ALL.into_iter().filter(|&payment| law.exemption(id, payment, day).is_some());
        assert_eq!(exempt.map(ustap::Payment::abbreviation).collect::<BTreeSet<_>>(), named, "{}", category.code);
    }
    let expected = root().join("examples/august-2026/expected");
    for name in ["register", "payments", "limits", "rejects", "lines"] {
        let header = fs::read_to_string(expected.join(format!("{name}.csv"))).unwrap();
        assert!(quoted(header.lines().next().unwrap()), "the columns of {name}.csv");
        assert!(quoted(&format!("{name}.csv")));
    }
    for example in ["settlement", "late-facts"] {
        for file in files_below(&root().join(format!("examples/{example}/expected"))) {
            if file.extension().is_some_and(|extension| extension == "csv") {
                let text = fs::read_to_string(&file).unwrap();
                assert!(quoted(text.lines().next().unwrap()), "the columns of {}", file.display());
            }
        }
    }
    for kind in ustap::settlement::BreakKind::ALL {
        assert!(readme.lines().any(|line| line.starts_with("| `") && line.contains(&format!("`{kind}`"))), "{kind}");
    }
    // A code that has a sentence.
    let words = fs::read_to_string(root().join("words/en.ftl")).unwrap();
    let codes: Vec<&str> = words.lines().filter_map(|line| line.strip_prefix("code-")?.split(' ').next()).collect();
    assert!(codes.len() > 40);
    // Some have what they name behind `=`.
    codes.iter().for_each(|code| assert!(quoted(code) || readme.contains(&format!("`{code}=")), "{code}"));
    for workbook in ["lists.xlsx", "breaks.xlsx", "applications.xlsx"] {
        assert!(quoted(workbook), "{workbook}");
    }
    place.ustap_ends(0, &["template", "files"]);
    for (name, bytes) in place.files("files") {
        let text = String::from_utf8(bytes).unwrap();
        if !name.ends_with(".csv") {
            continue;
        }
        text.lines().next().unwrap().split(',').for_each(|column| assert!(quoted(column), "{column} of {name}"));
    }
}

fn files_below(dir: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

/// The tokens of the register's notes in the example and with the limit read the other way, up to `=`.
#[test]
fn every_token_is_described() {
    let (readme, place) = (readme(), Place::new());
    let calculate = arguments(&readme, "calculate examples/");
    run(&place, &calculate);
    let stop = [calculate.clone(), ["--over-limit", "stop", "--force"].map(str::to_owned).to_vec()].concat();
    let cap = place.read("august/register.csv");
    run(&place, &stop);
    let register = cap + &place.read("august/register.csv");
    place.write("old.csv", "operation_id,iin,settled_on,income\na,900101300017,2025-06-03,1000\n");
    place.ustap_ends(0, &["calculate", "old.csv", "--out", "old"]);
    let register = register + &place.read("old/register.csv");
    let notes = register.lines().filter_map(|row| row.rsplit_once(',')).flat_map(|(_, notes)| notes.split('|'));
    let generic = |token: &str| match token.split_once(':') {
        Some((_, rest)) => {
            format!("p:{}", rest.split_once('=').map_or(rest.to_owned(), |(name, _)| format!("{name}=CODES")))
        }
        None => token.to_owned(),
    };
    let tokens: BTreeSet<String> = notes.filter(|token| *token != "notes").map(generic).collect();
    for page in ["docs/formats.md", "docs/ru/codes.md"] {
        let page = fs::read_to_string(root().join(page)).unwrap().replace("=КОДЫ", "=CODES");
        let section = page.split("\n| `p:").next().unwrap().len();
        let rows = page[section..].trim_start().lines().map_while(|line| line.strip_prefix("| `")?.split('`').next());
        // The example shows every token that there is.
        assert_eq!(rows.map(str::to_owned).collect::<BTreeSet<_>>(), tokens);
    }
}

/// What the page of the law names as cases are the cases that there are.
#[test]
fn every_case_is_in_the_page_of_the_law() {
    let law = fs::read_to_string(root().join("docs/law.md")).unwrap();
    let (_, index) = law.split_once("\n## Cases by section\n").unwrap();
    let index = index.split("\n## ").next().unwrap();
    let named: BTreeSet<String> =
        index.split('«').skip(1).map(|rest| rest.split('»').next().unwrap().to_owned()).collect();
    let of_each_category = |name: &str| {
        let (category, rest) = name.split_once(", ").unwrap_or((name, ""));
        match Law::builtin().unwrap().category_id(category) {
            Ok(_) => format!("CATEGORY, {rest}"),
            Err(_) => name.to_owned(),
        }
    };
    let files = files_below(&root().join("tests/cases"));
    let texts = files.iter().map(|path| fs::read_to_string(path).unwrap()).collect::<Vec<_>>();
    let names = texts.iter().flat_map(|text| text.lines()).filter_map(|line| line.strip_prefix("name = \""));
    let cases: BTreeSet<String> = names.map(|name| of_each_category(name.trim_end_matches('"'))).collect();
    assert_eq!(named, cases);
}

/// «Every provision that bears on a figure»: each act that a table cites stands on the page, by its number, its name or its
/// abbreviation. What only reports a value is no act, and what is paid to whom is on the page of settlement.
#[test]
fn every_act_that_a_table_cites_is_in_the_page_of_the_law() {
    let page = fs::read_to_string(root().join("docs/law.md")).unwrap();
    let acts = fs::read_to_string(root().join("rates/acts.toml")).unwrap();
    let acts: toml::Table = acts.parse().unwrap();
    let tables =
        files_below(&root().join("rates")).iter().map(|path| fs::read_to_string(path).unwrap()).collect::<String>();
    let mut cited = 0;
    for act in acts["act"].as_array().unwrap() {
        let text = |key: &str| act.get(key).and_then(toml::Value::as_str);
        let code = text("code").unwrap();
        if text("kind") == Some("publication") || !tables.contains(&format!("act = \"{code}\"")) {
            continue;
        }
        cited += 1;
        let name = match text("number").unwrap() {
            "none" => text("en").unwrap().to_owned(),
            number => format!("No. {number}"),
        };
        let short = act.get("short").and_then(|short| short.get("en")).and_then(toml::Value::as_str);
        assert!([Some(name.as_str()), short].into_iter().flatten().any(|name| page.contains(name)), "{code}: {name}");
    }
    assert!(cited > 15, "{cited}");
}

#[test]
fn the_example_of_the_library_is_the_file() {
    let library = fs::read_to_string(root().join("docs/library.md")).unwrap();
    let examples = blocks(&library, "rust");
    let example = examples.iter().find(|block| block.contains("fn main()")).expect("a whole program");
    let file = fs::read_to_string(root().join("examples/embed.rs")).unwrap();
    assert!(file.ends_with(&format!("\n\n{example}")));
}

#[test]
fn the_readme_is_short() {
    let lines = fs::read_to_string(root().join("README.md")).unwrap().lines().count();
    assert!(lines <= 150, "{lines} lines: what is not for everybody goes to docs/");
}

/// The name of a heading in a link, as GitHub and mdBook make it.
fn anchor(heading: &str) -> String {
    let kept = heading.trim_start_matches(['#', ' ']).to_lowercase();
    let kept = kept.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
    kept.collect::<String>().replace(' ', "-")
}

/// Lines of a page that are no code.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut is_code = false;
    text.lines().filter(move |line| {
        is_code ^= line.starts_with("```");
        !is_code
    })
}

/// Links of a page that lead nowhere: to no file, or to no heading of it. A page of docs/ links within docs/, which is
/// all that the book has.
fn dead_links(page: &str, text: &str) -> Vec<String> {
    let is_alive = |target: &str| {
        let (file, heading) = target.split_once('#').unwrap_or((target, ""));
        let path = match file {
            "" => root().join(page),
            _ => root().join(page).parent().unwrap().join(file),
        };
        let leaves_the_book = || !path.canonicalize().unwrap().starts_with(root().join("docs").canonicalize().unwrap());
        if !path.exists() || page.starts_with("docs/") && leaves_the_book() {
            return false;
        }
        let is_there = || {
            let text = fs::read_to_string(&path).unwrap();
            prose(&text).any(|line| line.starts_with('#') && anchor(line) == heading)
        };
        heading.is_empty() || is_there()
    };
    let links = prose(text).flat_map(|line| line.split("](").skip(1)).filter_map(|rest| rest.split(')').next());
    links.filter(|target| !target.starts_with("https://") && !is_alive(target)).map(str::to_owned).collect()
}

#[test]
fn links_lead_somewhere() {
    let outside = ["DESIGN.md", "CHANGELOG.md", "CONTRIBUTING.md", "RELEASE.md", "SECURITY.md"];
    let outside = outside.map(|name| (name.to_owned(), fs::read_to_string(root().join(name)).unwrap()));
    for (page, text) in pages().into_iter().chain(outside) {
        assert_eq!(dead_links(&page, &text), [""; 0], "{page}");
    }
    // rustdoc has docs/library.md as its front page, and no page beside it.
    let library = fs::read_to_string(root().join("docs/library.md")).unwrap();
    assert_eq!(prose(&library).filter(|line| line.contains("](") && !line.contains("](https://")).count(), 0);
    // It can fail: a file that is not there, a heading that is not there, a way out of the book.
    let text = "[a](nowhere.md) [b](law.md#no-such) [c](../README.md) [d](law.md) [e](law.md#1-the-order)";
    assert_eq!(dead_links("docs/formats.md", text), ["nowhere.md", "law.md#no-such", "../README.md"]);
}

#[test]
fn every_page_is_in_the_book() {
    let summary = fs::read_to_string(root().join("docs/SUMMARY.md")).unwrap();
    for (page, _) in pages() {
        let Some(name) = page.strip_prefix("docs/").filter(|name| *name != "SUMMARY.md") else { continue };
        assert!(summary.contains(&format!("]({name})")), "{name}");
    }
}

/// What a text cites and the documentation has not: names of pages, and their sections, by number (`law.md section 5`,
/// `law.md sections 3 and 7`; without a page, of law.md, which alone has numbers) or by name (`formats.md «Input»`).
fn missing_citations(text: &str, pages: &[(String, String)]) -> Vec<String> {
    // Comments break lines where they like.
    let lines = text.lines().map(|line| line.trim().trim_start_matches(['/', '!', '#', '*', ' ']));
    let words: Vec<&str> = lines.flat_map(str::split_whitespace).collect();
    let text_of = |name: &str| {
        let is_it = |page: &&(String, String)| page.0 == name || page.0.strip_prefix("docs/") == Some(name);
        pages.iter().find(is_it).map(|page| page.1.as_str())
    };
    let has = |name: &str, is_it: &dyn Fn(&str) -> bool| {
        let headings = prose(text_of(name).unwrap_or_default()).filter(|line| line.starts_with('#'));
        headings.map(|line| line.trim_start_matches(['#', ' '])).any(is_it)
    };
    let name_of = |word: &str| {
        let end = word.find(".md").filter(|_| !word.contains("//"))? + 3;
        let is_part = |letter: char| letter.is_alphanumeric() || "._-/".contains(letter);
        let name = word[..end].rsplit(|letter| !is_part(letter)).next()?.trim_start_matches(['.', '/']);
        (name != "md").then(|| name.to_owned())
    };
    let mut missing = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let name = name_of(word);
        let next = words.get(place + 1).copied().unwrap_or_default();
        if let Some(name) = &name {
            let stands_in = |folder: &str| files_below(&root().join(folder)).iter().any(|path| path.ends_with(name));
            if text_of(name).is_none()
                && !root().join(name).exists()
                && !["examples", "benches"].into_iter().any(stands_in)
            {
                missing.push(name.clone());
            } else if let Some(heading) = next.strip_prefix('«').and_then(|rest| rest.split('»').next())
                && !has(name, &|is: &str| is == heading)
            {
                missing.push(format!("{name} «{heading}»"));
            }
        }
        if ["section", "sections"].contains(&word.trim_start_matches('(')) {
            let page = place.checked_sub(1).and_then(|before| name_of(words[before])).unwrap_or("law.md".to_owned());
            let number = |word: &&str| word.chars().take_while(char::is_ascii_digit).collect::<String>();
            let cited = words[place + 1..].iter().take_while(|word| **word == "and" || !number(word).is_empty());
            for number in cited.map(number).filter(|number| !number.is_empty()) {
                if !has(&page, &|is: &str| is.starts_with(&format!("{number}. "))) {
                    missing.push(format!("{page} section {number}"));
                }
            }
        }
    }
    missing
}

/// Whoever clones the project meets no name of a page, and no number of a section, that is not in it.
#[test]
fn what_the_sources_cite_is_there() {
    let mut pages = pages();
    for name in ["DESIGN.md", "CHANGELOG.md", "CONTRIBUTING.md", "RELEASE.md", "SECURITY.md"] {
        pages.push((name.to_owned(), fs::read_to_string(root().join(name)).unwrap()));
    }
    let folders = ["src", "rates", "tests", "benches", "examples", "fuzz/targets", ".ci"];
    let files = folders.iter().flat_map(|folder| files_below(&root().join(folder)));
    let cites = |path: &PathBuf| ["rs", "toml", "py"].iter().any(|end| path.extension().is_some_and(|is| is == *end));
    let own = root().join(file!());
    for file in files.filter(|path| cites(path) && *path != own) {
        let text = fs::read_to_string(&file).unwrap();
        assert_eq!(missing_citations(&text, &pages), [""; 0], "{}", file.display());
    }
    // It can fail.
    let text =
        "/// By law.md sections 3 and 11; law.md\n/// section 12), formats.md «Output», nowhere.md, by (section 13).";
    let missing = ["law.md section 11", "law.md section 12", "formats.md «Output»", "nowhere.md", "law.md section 13"];
    assert_eq!(missing_citations(text, &pages), missing);
}

/// Whoever takes a new version learns first whether a figure changes.
#[test]
fn each_section_of_the_changelog_says_first_whether_amounts_change() {
    let changelog = fs::read_to_string(root().join("CHANGELOG.md")).unwrap();
    let sections: Vec<&str> = changelog.split("\n##").skip(1).collect();
    assert!(sections.len() > 1, "{changelog}");
    for section in sections {
        let first = section.lines().skip(1).find(|line| !line.is_empty()).unwrap();
        let says = ["yes", "no"].iter().any(|word| first.starts_with(&format!("Amounts change: {word}.")));
        assert!(says, "{section}");
    }
}

/// The commands that do something, each with the options that its help lists.
fn commands(place: &Place, before: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
    let (options, listed) = helped(place, before);
    if listed.is_empty() {
        return BTreeMap::from([(before.join(" "), options)]);
    }
    let names = listed.iter().filter(|name| *name != "help");
    names.flat_map(|name| commands(place, &[before, &[name]].concat())).collect()
}

/// Each option of a command stands on the page in the table of options of several commands, which names the command, or
/// in a table that has the command in its head.
#[test]
fn every_option_stands_on_the_page_of_commands() {
    let of = commands(&Place::new(), &[]);
    assert!(of.len() > 18 && of.values().flatten().count() > 150, "{of:?}");
    let page = fs::read_to_string(root().join("docs/commands.md")).unwrap();
    let (_, page) = page.split_once("## Options of several commands\n").unwrap();
    let (shared, own) = page.split_once("\n## ").unwrap();
    let quoted = |cell: &str| -> BTreeSet<String> { cell.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
    let options = |cell: &str| -> Vec<String> {
        let quoted = quoted(cell).into_iter().filter(|word| word.starts_with("--"));
        quoted.map(|word| word.split(' ').next().unwrap().to_owned()).collect()
    };
    let mut described = BTreeSet::new();
    for row in shared.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = row.split('|').collect();
        for option in options(cells[1]) {
            let with = of.iter().filter(|(_, options)| options.contains(&option)).map(|(command, _)| command.clone());
            let with: BTreeSet<String> = with.collect();
            let named = if cells[2] == " all " { of.keys().cloned().collect() } else { quoted(cells[2]) };
            assert_eq!(named, with, "{option}");
            described.extend(with.into_iter().map(|command| (command, option.clone())));
        }
    }
    for table in own.split("\n\n").filter(|part| part.starts_with("| ")) {
        let (head, rows) = table.split_once('\n').unwrap();
        let head = if head.contains("both") { "`calculate`, `explain`" } else { head.split('|').nth(1).unwrap() };
        let commands: Vec<String> = quoted(head).into_iter().filter(|word| of.contains_key(word)).collect();
        for option in rows.lines().filter_map(|row| row.split('|').nth(1)).flat_map(options) {
            let with: Vec<&String> = commands.iter().filter(|command| of[*command].contains(&option)).collect();
            assert!(!with.is_empty(), "{option} is of none of {commands:?}");
            described.extend(with.into_iter().map(|command| (command.clone(), option.clone())));
        }
    }
    let all = of.iter().flat_map(|(command, options)| options.iter().map(|option| (command.clone(), option.clone())));
    let not: Vec<(String, String)> = all.filter(|pair| !described.contains(pair)).collect();
    assert_eq!(not, []);
}

/// Each command has its row in the table of when it ends with 1.
#[test]
fn every_command_says_when_it_ends_with_1() {
    let page = fs::read_to_string(root().join("docs/commands.md")).unwrap();
    let (_, rows) = page.split_once("\n| command | ends with 1 where |\n|---|---|\n").unwrap();
    let rows = rows.lines().map_while(|line| line.strip_prefix("| ")?.split(" | ").next());
    let named: Vec<&str> = rows.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    let of = commands(&Place::new(), &[]);
    // The help of the program does not list `man`.
    let all: BTreeSet<&str> = of.keys().map(String::as_str).chain(["man"]).collect();
    assert_eq!(named.iter().copied().collect::<BTreeSet<_>>(), all);
    assert_eq!(named.len(), all.len());
}
