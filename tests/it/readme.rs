//! What the README shows is what the program does.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::program::{Place, Run};
use ustap::batch::Reject;
use ustap::law::Law;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).unwrap()
}

/// The blocks of the README in this language.
fn blocks(readme: &str, language: &str) -> Vec<String> {
    let open = format!("```{language}\n");
    readme.split(&open).skip(1).map(|rest| rest.split_once("```").expect("an end").0.to_owned()).collect()
}

/// The arguments of the one command of the README that begins so.
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
fn assert_shown(shown: &str, output: &str) {
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
    let entry = entries.iter().find(|block| block.contains("[[indicator]]")).unwrap();
    let entry = entry.replace("amount = \"…\"", "amount = \"5000\"").replace("\"…\"", "\"https://example.org\"");
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
fn every_command_and_option_is_described() {
    let (readme, place) = (readme(), Place::new());
    let mut waiting: Vec<Vec<String>> = vec![Vec::new()];
    let mut seen = 0;
    while let Some(command) = waiting.pop() {
        let words: Vec<&str> = command.iter().map(String::as_str).collect();
        let (options, commands) = helped(&place, &words);
        for option in options {
            let is_there = ["`", " "].iter().any(|end| readme.contains(&format!("`{option}{end}")));
            assert!(is_there, "{option} of `ustap {}`", words.join(" "));
            seen += 1;
        }
        for name in commands.iter().filter(|name| *name != "help") {
            let path = [&command[..], std::slice::from_ref(name)].concat();
            let typed = path.join(" ");
            assert!(
                [format!("ustap {typed}"), format!("`{typed}")].iter().any(|typed| readme.contains(typed)),
                "{typed}"
            );
            waiting.push(path);
        }
    }
    assert!(seen > 20, "the help was not understood");
}

#[test]
fn every_code_and_column_is_described() {
    let (readme, place) = (readme(), Place::new());
    let quoted = |word: &str| readme.contains(&format!("`{word}`"));
    for reject in Reject::ALL {
        assert!(readme.contains(&format!("\n| `{reject}` |")), "{reject}");
    }
    let law = Law::builtin().unwrap();
    law.regimes().for_each(|(_, regime)| assert!(quoted(&regime.code), "{}", regime.code));
    for (_, category) in law.categories() {
        assert!(quoted(&category.code), "{}", category.code);
        let row = readme.lines().find(|line| line.starts_with("| `") && line.contains(&format!("`{}`", category.code)));
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
    place.ustap_ends(0, &["template", "files"]);
    for (name, bytes) in place.files("files") {
        let text = String::from_utf8(bytes).unwrap();
        if name.ends_with(".toml") {
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
    for token in &tokens {
        assert!(readme.contains(&format!("\n| `{token}` |")), "{token}");
    }
    let described = readme.lines().filter(|line| line.starts_with("| `p:")).count();
    // The example shows every token that there is.
    assert_eq!(tokens.len(), described + ["out-of-scope", "outside-regime", "over-limit", "exemption-rejected"].len());
}

#[test]
fn the_example_of_the_library_is_the_file() {
    let readme = readme();
    let [example] = &blocks(&readme, "rust")[..] else { panic!("one block of Rust") };
    let file = fs::read_to_string(root().join("examples/embed.rs")).unwrap();
    assert!(file.ends_with(&format!("\n\n{example}")));
}

/// Every relative link leads to a file, and every link to a heading to a heading.
#[test]
fn links_lead_somewhere() {
    let readme = readme();
    let anchor = |heading: &str| {
        let kept = heading.trim_start_matches(['#', ' ']).to_lowercase();
        kept.chars()
            .filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter))
            .collect::<String>()
            .replace(' ', "-")
    };
    let headings: Vec<String> = readme.lines().filter(|line| line.starts_with('#')).map(anchor).collect();
    for target in readme.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
        match target.strip_prefix('#') {
            Some(heading) => assert!(headings.iter().any(|anchor| anchor == heading), "{target}: {headings:?}"),
            None if target.starts_with("https://") => {}
            None => assert!(root().join(target).exists(), "{target}"),
        }
    }
}
