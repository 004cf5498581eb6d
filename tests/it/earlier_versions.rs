//! Directories that an earlier version has written: receipts lack the keys that were added since, and files columns.

use std::fs;
use std::path::Path;

use crate::program::{Place, rows};

/// The directories of `tests/earlier`.
fn place() -> Place {
    fn copy(place: &Place, from: &Path, name: &str) {
        for entry in fs::read_dir(from.join(name)).unwrap() {
            let below = format!("{name}/{}", entry.unwrap().file_name().to_str().unwrap());
            match from.join(&below) {
                dir if dir.is_dir() => copy(place, from, &below),
                file => place.write(&below, fs::read(file).unwrap()),
            }
        }
    }
    let place = Place::new();
    let earlier = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/earlier");
    for dir in ["in", "run", "later", "reconciled", "correction", "lists", "advice"] {
        copy(&place, &earlier, dir);
    }
    place
}

/// The digest is that of the bytes that were written: nothing is written anew to compare it.
#[test]
fn receipts_without_later_keys_verify() {
    let place = place();
    for dir in ["run", "later", "reconciled", "correction", "lists", "advice"] {
        assert!(!place.read(&format!("{dir}/receipt.json")).contains("ignore_columns"));
        let run = place.ustap_ends(0, &["verify", dir, "--inputs", "in", "--chain", "run", "later", "reconciled"]);
        assert!(run.stdout.lines().any(|line| line == "receipt.json: holds"), "{}", run.stdout);
        let is_beside = |line: &str| line.ends_with("/: not checked: is no run that this one builds upon");
        let checks = run.stdout.lines().filter(|line| !line.starts_with("next: ") && !is_beside(line));
        let doubtful: Vec<&str> = checks.filter(|line| line.contains(": ") && !line.ends_with(": holds")).collect();
        assert_eq!(doubtful, Vec::<&str>::new(), "{dir}");
    }
    // One bit of what was written, and it does not verify any more.
    place.write("run/receipt.json", place.read("run/receipt.json").replacen("ustap", "Ustap", 1));
    place.ustap_ends(1, &["verify", "run"]);
}

#[test]
fn runs_without_later_keys_are_built_upon() {
    let place = place();
    place.ustap_ends(1, &["correct", "run", "later", "--out", "again"]);
    assert_eq!(place.read("again/corrections.csv"), place.read("correction/corrections.csv"));
    let contractors = ["--contractors", "in/contractors.csv"];
    place.ustap_ends(
        0,
        &[&["advise", "run", "--exemptions", "in/exemptions.csv", "--out", "told"][..], &contractors].concat(),
    );
    assert_eq!(place.read("told/advice.csv"), place.read("advice/advice.csv"));
    let lists = ["lists", "correction", "--payment", "all", "--format", "csv", "--out", "surcharge"];
    place.ustap_ends(0, &[&lists[..], &contractors].concat());
    place.ustap_ends(1, &["reconcile", "--register", "run", "--answer", "in/answer.csv", "--out", "compared"]);
}

/// Breaks without consequence are asked back all the same: 5010.05 of 500, 10000 of 1000, 5000 of 1000.
#[test]
fn breaks_without_a_later_column_are_read() {
    let place = place();
    let header = place.read("reconciled/breaks.csv");
    assert!(!header.lines().next().unwrap().contains("consequence"));
    place.ustap_ends(0, &["refunds", "reconciled", "--reason", "over-accrued", "--out", "refunds"]);
    let applications = place.read("refunds/applications.csv");
    let amounts: Vec<&str> = rows(&applications).iter().map(|row| row["amount"]).collect();
    assert_eq!(amounts, ["4510.05", "9000.00", "4000.00"]);

    // A column too few that was there always, and one in another place, are another header.
    let breaks = place.read("reconciled/breaks.csv");
    for (old, new) in [("side,kind,iin,", "kind,side,iin,"), ("file,line\n", "file,row\n")] {
        place.rewrite("reconciled", "breaks.csv", breaks.replacen(old, new, 1).as_bytes());
        let run = place.ustap_ends(2, &["refunds", "reconciled", "--reason", "over-accrued", "--out", "x"]);
        assert!(run.stderr.starts_with("error: reconciled/breaks.csv:1: has another header"), "{}", run.stderr);
    }
}
