//! The keys of what is written as JSON are those that docs/formats.md lists.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::program::{Place, rows};

type Keys = BTreeSet<String>;

/// Keys that stand there always, and those that stand there where they say something.
struct Listed {
    always: Keys,
    besides: Keys,
}

/// Objects whose keys are payments, months, columns or codes.
const BY_CODE: [&str; 12] = [
    "exempt_by",
    "amounts",
    "columns",
    "kgd_columns",
    "exemptions_columns",
    "rejected",
    "rejected_operations",
    "advice",
    "closed",
    "before",
    "after",
    "delta",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The cells of the tables in the section of docs/formats.md with this heading, by the first cell of each table's head.
fn tables(heading: &str) -> Vec<(String, Vec<Vec<String>>)> {
    let page = fs::read_to_string(root().join("docs/formats.md")).unwrap();
    let (_, section) = page.split_once(&format!("\n### {heading}\n")).unwrap();
    let section = section.split("\n##").next().unwrap();
    let cells = |row: &str| row.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let tables = section.split("\n\n").filter(|part| part.trim_start().starts_with("| "));
    let tables = tables.map(|table| {
        let mut rows = table.trim().lines().map(cells);
        let head = rows.next().unwrap();
        (head[1].clone(), rows.skip(1).map(|row| row[1..].to_vec()).collect())
    });
    tables.collect()
}

fn quoted(cell: &str) -> Keys {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// What the first cell of a row names: in quotes, or by itself.
fn named(cell: &str) -> Keys {
    if cell.contains('`') { quoted(cell) } else { BTreeSet::from([cell.to_owned()]) }
}

fn listed(cell: &str) -> Listed {
    let (always, besides) = cell.split_once(';').unwrap_or((cell, ""));
    Listed { always: quoted(always), besides: quoted(besides) }
}

/// The keys of every object in the value, by the key that it stands under, and those of a step by its code.
fn gather(under: &str, value: &Value, seen: &mut BTreeMap<String, Vec<Keys>>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| gather(under, value, seen)),
        Value::Object(object) if !BY_CODE.contains(&under) => {
            let step = object.get("step").and_then(Value::as_str);
            let keys = object.keys().filter(|key| *key != "step").cloned();
            seen.entry(step.unwrap_or(under).to_owned()).or_default().push(keys.collect());
            object.iter().for_each(|(key, value)| gather(key, value, seen));
        }
        _ => {}
    }
}

#[track_caller]
fn assert_listed(listed: &BTreeMap<String, Listed>, seen: &BTreeMap<String, Vec<Keys>>) {
    assert_eq!(listed.keys().collect::<Vec<_>>(), seen.keys().collect::<Vec<_>>());
    for (name, objects) in seen {
        let Listed { always, besides } = &listed[name];
        for keys in objects {
            let known: Keys = always.union(besides).cloned().collect();
            assert!(always.is_subset(keys) && keys.is_subset(&known), "{name} has {keys:?}");
        }
    }
}

/// A command in words, with the files of the repository where it names one.
fn run(place: &Place, command: &str) -> String {
    let words = command.split(' ').map(|word| match root().join(word) {
        file if file.is_file() => file.display().to_string(),
        _ => word.to_owned(),
    });
    let words: Vec<String> = words.collect();
    let run = place.ustap(&words.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(matches!(run.status, Some(0 | 1)), "{command}: {}", run.stderr);
    run.stdout
}

const AUGUST: &str = "examples/august-2026/operations.csv --exemptions examples/august-2026/exemptions.csv --contractors \
                      examples/august-2026/contractors.csv --period 2026-08";

#[test]
fn the_keys_of_an_explanation_are_listed() {
    let place = Place::new();
    let register = fs::read_to_string(root().join("examples/august-2026/expected/register.csv")).unwrap();
    let persons: BTreeSet<&str> = rows(&register).iter().map(|row| row["iin"]).collect();
    let mut asked: Vec<String> = persons.iter().map(|iin| format!("explain {AUGUST} --iin {iin} --json")).collect();
    // A regime without one of the payments.
    place.write("old.csv", "operation_id,iin,settled_on,income\na,900101300017,2025-06-03,1000\n");
    asked.push("explain old.csv --period 2025-06 --iin 900101300017 --json".to_owned());
    let mut seen = BTreeMap::new();
    for command in asked {
        gather("the whole", &serde_json::from_str(&run(&place, &command)).unwrap(), &mut seen);
    }
    let mut listed_in = BTreeMap::new();
    for (_, rows) in tables("explain --json") {
        for row in rows {
            listed_in.extend(named(&row[0]).into_iter().map(|name| (name, listed(&row[1]))));
        }
    }
    assert_listed(&listed_in, &seen);
}

#[test]
fn the_keys_of_receipts_are_listed() {
    let place = Place::new();
    let contractors = "--contractors examples/august-2026/contractors.csv";
    let (payer, kgd) = ("--payer examples/settlement/payer.toml", "--kgd examples/settlement/kgd.csv");
    let made = [
        ("calculate", format!("calculate {AUGUST} --out run")),
        ("calculate", format!("calculate {AUGUST} --over-limit stop --out stop")),
        ("statement", format!("statement run {contractors} {payer} --out statement")),
        ("lists", format!("lists run {contractors} --payment all --format csv --out lists")),
        (
            "lists",
            format!("lists run {contractors} {payer} {kgd} --payment all --format mt102 --date 2026-09-21 --out mt102"),
        ),
        (
            "reconcile",
            format!("reconcile --register run --answer examples/settlement/answer.csv {kgd} --out reconciled"),
        ),
        ("distribute", format!("distribute --paid lists {kgd} --out distributed")),
        ("lists", format!("lists distributed {contractors} --payment all --format csv --out owed")),
        ("refunds", "refunds reconciled --reason over-accrued --out refunds".to_owned()),
        ("correct", "correct run stop --out correction".to_owned()),
        ("advise", format!("advise run {contractors} --out advice")),
    ];
    let mut seen = BTreeMap::new();
    for (command, typed) in made {
        run(&place, &typed);
        let out = typed.rsplit(' ').next().unwrap();
        let receipt: Value = serde_json::from_str(&place.read(&format!("{out}/receipt.json"))).unwrap();
        let receipt = receipt.as_object().unwrap();
        assert_eq!(receipt.get("command").and_then(Value::as_str), Some(command).filter(|name| *name != "calculate"));
        seen.entry("the receipt".to_owned()).or_insert_with(Vec::new).push(receipt.keys().cloned().collect());
        for (key, value) in receipt {
            match key.as_str() {
                "options" | "totals" => gather(&format!("{key} of {command}"), value, &mut seen),
                _ => gather(key, value, &mut seen),
            }
        }
    }
    let mut listed_in = BTreeMap::new();
    for (head, rows) in tables("receipt.json, receipt.sha256") {
        for row in rows {
            for name in named(&row[0]) {
                if head == "command" {
                    listed_in.insert(format!("options of {name}"), listed(&row[1]));
                    listed_in.insert(format!("totals of {name}"), listed(&row[2]));
                } else {
                    listed_in.insert(name, listed(&row[1]));
                }
            }
        }
    }
    assert_listed(&listed_in, &seen);
}
