//! `examples/month`: one operator's August 2026 from the statement until nothing is owed, as WORKED.md has it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::program::Place;
use crate::readme::assert_shown;

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/month")
}

/// The commands that stand in blocks of a page, each with its arguments.
fn commands(page: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(page).unwrap();
    let blocks: String = text.split("```").skip(1).step_by(2).collect();
    let words = |line: &str| line.split_whitespace().skip(1).map(str::to_owned).collect();
    blocks.replace("\\\n", " ").lines().filter(|line| line.starts_with("ustap ")).map(words).collect()
}

/// Directories that are written with something to look at: the status is 1. It is 0 of all other commands of the pages.
const FINDINGS: [&str; 6] = ["run", "statement", "compared", "lists", "returned", "advice"];

/// Runs a command, with the files of the example where it names one, and gives what it said.
fn run(place: &Place, language: &str, command: &[String]) -> String {
    let path = |word: &String| match example().join(word) {
        file if file.is_file() => file.display().to_string(),
        _ => word.clone(),
    };
    let words: Vec<String> = command.iter().map(path).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let output = place.command(&words).env("USTAP_LANG", language).output().unwrap();
    let [said, error] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    let status = i32::from(words.last().is_some_and(|last| FINDINGS.contains(last)));
    assert_eq!(output.status.code(), Some(status), "{command:?}\n{said}{error}");
    said
}

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| !name.starts_with("receipt."));
    names.sort();
    names
}

#[test]
fn a_month_by_the_rules_comes_out_as_worked() {
    let place = Place::new();
    let commands = commands(&example().join("WORKED.md"));
    // What every step says: the figures are those of WORKED.md.
    let steps: [(&str, &[&str]); 8] = [
        (
            "run",
            &[
                "withheld                              79407.00\n",
                "rejected operation-id                 1  operations.csv:15\n",
            ],
        ),
        (
            "statement",
            &[
                "2026-08: register 2458960.27 = statement 2461360.27 + left out -2400.00\n",
                "1 operation that the run has rejected is in no statement: operation-id 1",
                "the working day before it is 2026-09-04",
            ],
        ),
        (
            "compared",
            &[
                "ours 79407.00 = matched 70371.00 + breaks 9036.00\n",
                "theirs 74311.00 = matched 70371.00 + breaks 3940.00\n",
                "5 persons' months whose sums over the payments differ",
            ],
        ),
        ("lists", &["5 persons differ from the run, 304.00 more, 5400.00 less\n"]),
        ("before", &["paid 74311.00 = distributed 74311.00 + returned 0.00\n"]),
        (
            "returned",
            &[
                "paid 75321.00 = distributed 52345.00 + returned 22976.00\n",
                "computed 74311.00 = distributed 52345.00 + owed 21966.00\n",
                "distributed or returned by 2026-09-30",
                "mended by 2026-10-05",
            ],
        ),
        ("again", &[]),
        (
            "settled",
            &[
                "paid 21966.00 = distributed 21966.00 + returned 0.00\n",
                "computed 21966.00 = distributed 21966.00 + owed 0.00\n",
            ],
        ),
    ];
    assert_eq!(commands.len(), steps.len());
    for (command, (dir, lines)) in commands.iter().zip(steps) {
        assert_eq!(command.last().map(String::as_str), Some(dir));
        let said = run(&place, "en", command);
        for line in lines {
            assert!(said.contains(line), "{dir}: {line}\n{said}");
        }
    }
    // Every file that stands under expected/, and no other one in its directory.
    for dir in names(&example().join("expected")) {
        let expected = example().join("expected").join(&dir);
        assert_eq!(names(Path::new(&place.path(&dir))), names(&expected), "{dir}");
        for name in names(&expected) {
            let worked = fs::read_to_string(expected.join(&name)).unwrap();
            assert_eq!(place.read(&format!("{dir}/{name}")), worked, "{dir}/{name}");
        }
    }
    place.ustap_ends(0, &["verify", "settled", "--chain", "again", "returned"]);
}

/// The accountant is told the same commands that are worked by hand, and how to look at what came of them.
#[test]
fn the_pages_of_the_month_have_the_commands_of_the_example() {
    let more =
        |command: &Vec<String>| ["report", "advise", "explain", "penalty", "verify"].contains(&command[0].as_str());
    for page in ["docs/month.md", "docs/ru/accountant.md"] {
        let mut commands = commands(&Path::new(env!("CARGO_MANIFEST_DIR")).join(page));
        assert!(commands.iter().any(|command| command[0] == "report"), "{page}");
        commands.retain(|command| !more(command));
        assert_eq!(commands, self::commands(&example().join("WORKED.md")), "{page}");
    }
}

/// The pages of the month: each command runs as it stands, after those above it, and the block below it is what it says.
/// How many commands and blocks there are.
fn told(page: &str, language: &str) -> (usize, usize) {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
    let place = Place::new();
    let (mut output, mut run, mut shown) = (None, 0, 0);
    for block in text.split("```").skip(1).step_by(2) {
        if let Some(block) = block.strip_prefix("text\n") {
            let said: String = output.take().expect("a command above what is shown");
            assert_shown(block, &said);
            shown += 1;
            continue;
        }
        for command in block.lines().filter_map(|line| line.trim_start().strip_prefix("ustap ")) {
            let command: Vec<String> = command.split_whitespace().map(str::to_owned).collect();
            output = Some(self::run(&place, language, &command));
            run += 1;
        }
    }
    (run, shown)
}

/// The eight of the example, six of `verify`, and the report.
#[test]
fn the_month_in_english_runs() {
    assert_eq!(told("docs/month.md", "en"), (15, 0));
}

/// The same, `explain`, `advise` and `penalty`.
#[test]
fn the_month_in_russian_says_what_it_shows() {
    assert_eq!(told("docs/ru/accountant.md", "ru"), (18, 11));
}

/// What comes after a calculation has totals too: whoever edits a row of it, or a total, and writes a receipt for that, is
/// found by the one that does not come to the other.
#[test]
fn files_and_totals_of_what_comes_after_are_added_up() {
    let place = Place::new();
    for command in commands(&example().join("WORKED.md")) {
        run(&place, "en", &command);
    }
    place.write("less.csv", "operation_id,iin,settled_on,income\n1,860405900107,2026-08-05,100000\n");
    place.write("more.csv", "operation_id,iin,settled_on,income\n1,860405900107,2026-08-05,200000\n");
    for (income, out) in [("less.csv", "less"), ("more.csv", "more")] {
        place.ustap_ends(0, &["calculate", income, "--out", out]);
    }
    place.ustap_ends(1, &["correct", "more", "less", "--out", "corrected"]);
    place.ustap_ends(0, &["refunds", "corrected", "--reason", "over-accrued", "--out", "refunds"]);
    let contractors = example().join("contractors.csv").display().to_string();
    place.ustap_ends(1, &["advise", "run", "--contractors", &contractors, "--out", "advised"]);
    for (dir, file, row, edited, what) in [
        // 58 150 of income, 75 of ОПВ, 582 of ВОСМС: a tenge or a hundred more.
        ("statement", "statement-2026-08.csv", ",58150.00", ",58151.00", "`income` of statement-2026-08.csv"),
        ("statement", "left_out.csv", ",-2400.00,", ",-2401.00,", "`income` of left_out.csv"),
        ("lists", "opv-2026-08.csv", ",582.00,", ",583.00,", "`amount` of opv-2026-08.csv"),
        ("lists", "lists.csv", ",0,0.00,", ",0,1.00,", "`unlisted_amount` of lists.csv"),
        ("compared", "summary.csv", "opv,21608.00,", "opv,21609.00,", "`ours` of summary.csv"),
        (
            "returned",
            "distribution.csv",
            ",582.00,582.00,582.00,0.00,0.00,",
            ",583.00,582.00,583.00,0.00,0.00,",
            "`computed` of distribution.csv",
        ),
        ("returned", "returns.csv", ",300.00,not-computed", ",301.00,not-computed", "`amount` of returns.csv"),
        // Of 200 000 and 100 000 СО and the others are 2 000 and 1 000.
        (
            "corrected",
            "corrections.csv",
            ",2000.00,1000.00,-1000.00,",
            ",2000.00,999.00,-1001.00,",
            "`delta` of corrections.csv",
        ),
        (
            "corrected",
            "corrections.csv",
            ",2000.00,1000.00,-1000.00,",
            ",2001.00,1000.00,-1000.00,",
            "`after` of corrections.csv and what it is made of",
        ),
        ("lists", "lists.csv", ",0,0.00,", ",1,0.00,", "`unlisted_persons` of lists.csv"),
        ("compared", "summary.csv", ",9,20899.00,3,", ",9,20899.00,4,", "`breaks` of summary.csv"),
        ("compared", "breaks.csv", ",1200.00,0.00,", ",1201.00,1.00,", "`ours` of breaks.csv"),
        (
            "returned",
            "distribution.csv",
            ",582.00,582.00,582.00,",
            ",582.00,583.00,582.00,",
            "`paid` of distribution.csv and what it is made of",
        ),
        ("returned", "summary.csv", ".00\n", ".01\n", "`owed` of summary.csv and what it is made of"),
        ("refunds", "applications.csv", ",1000.00,", ",1001.00,", "`amount` of applications.csv"),
        ("advised", "advice.csv", ",over-limit,", ",near-limit,", "`over-limit` of advice.csv"),
    ] {
        let (path, receipt) = (format!("{dir}/{file}"), place.read(&format!("{dir}/receipt.json")));
        assert!(place.ustap_ends(0, &["verify", dir]).stdout.contains("\nsums: holds\n"), "{dir}");
        let before = place.read(&path);
        let changed = before.replacen(row, edited, 1);
        assert_ne!(changed, before, "{path}");
        place.rewrite(dir, file, changed.as_bytes());
        let run = place.ustap_ends(1, &["verify", dir]);
        let told = run.stdout.lines().find(|line| line.starts_with("sums: DOES NOT HOLD: "));
        assert!(
            told.is_some_and(
                |told| told.contains(&format!("{what} and of ")) || told.contains(&format!("{what} differ: "))
            ),
            "{what}\n{}",
            run.stdout
        );
        place.write(&path, before);
        place.write_receipt(dir, &receipt);
    }
    // The number of rows that a receipt says.
    let receipt: serde_json::Value = serde_json::from_str(&place.read("returned/receipt.json")).unwrap();
    let mut more = receipt.clone();
    let rows = more.pointer_mut("/outputs/0/rows").unwrap();
    *rows = (rows.as_u64().unwrap() + 1).into();
    place.write_receipt("returned", &format!("{more:#}\n"));
    let run = place.ustap_ends(1, &["verify", "returned"]);
    assert!(run.stdout.contains("\nsums: DOES NOT HOLD: `rows` of distribution.csv"), "{}", run.stdout);
}
