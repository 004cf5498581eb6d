//! `ustap verify` of what comes after a calculation: each total of a receipt against the files beside it.

use serde_json::Value;

use crate::program::{OPERATIONS, Place};

/// Two persons with 100 000 and 200 000 of income, of whom every payment takes 1 %: 1 000 and 2 000. A name with a digit, a
/// contractor without an ИИН, an operation without a day.
fn place() -> Place {
    let place = Place::new();
    place.write(
        "operations.csv",
        format!(
            "{OPERATIONS}1,900101300017,2026-08-05,100000,\n2,900101300811,2026-08-06,200000,\n3,900101300811,x,1,\n"
        ),
    );
    place.write(
        "contractors.csv",
        "iin,surname,given_name\n900101300017,Иванов1,Иван\n900101300811,Петров,Пётр\n1,Нет,Никто\n",
    );
    let payer = format!("{}/examples/settlement/payer.toml", env!("CARGO_MANIFEST_DIR"));
    place.write("payer.toml", std::fs::read(payer).unwrap());
    place.ustap_ends(1, &["calculate", "operations.csv", "--out", "run"]);
    place
}

/// What somebody changes who writes a receipt for it.
enum Edit<'a> {
    /// In a file, once.
    Cell(&'a str, &'a str, &'a str),
    /// In the receipt, at this pointer below the totals.
    Total(&'a str, Value),
}

/// That a directory verifies, and that each of these edits alone is found by its sums, which name it.
fn is_held(place: &Place, dir: &str, edits: Vec<(Edit<'_>, &str)>) {
    let receipt = place.read(&format!("{dir}/receipt.json"));
    assert!(place.ustap_ends(0, &["verify", dir]).stdout.contains("\nsums: holds\n"), "{dir}");
    for (edit, told) in edits {
        let mut before = None;
        match edit {
            Edit::Cell(file, from, to) => {
                let text = place.read(&format!("{dir}/{file}"));
                let edited = text.replacen(from, to, 1);
                assert_ne!(edited, text, "{told}");
                place.rewrite(dir, file, edited.as_bytes());
                before = Some((file, text));
            }
            Edit::Total(pointer, value) => {
                let mut edited: Value = serde_json::from_str(&receipt).unwrap();
                let total = edited.pointer_mut(&format!("/totals{pointer}")).unwrap();
                assert_ne!(*total, value, "{told}");
                *total = value;
                place.write_receipt(dir, &format!("{edited:#}\n"));
            }
        }
        let run = place.ustap_ends(1, &["verify", dir]);
        let broken: Vec<&str> = run.stdout.lines().filter(|line| line.contains("DOES NOT HOLD")).collect();
        let is_told = |line: &&str| line.starts_with("sums: DOES NOT HOLD: ") && line.ends_with(told);
        assert!(broken.len() == 1 && broken.iter().all(is_told), "{told}\n{}", run.stdout);
        if let Some((file, text)) = before {
            place.write(&format!("{dir}/{file}"), text);
        }
        place.write_receipt(dir, &receipt);
    }
}

use Edit::{Cell, Total};

/// What is doubted and what is rejected has a row each, in files of their own.
#[test]
fn doubts_and_rejects_are_those_of_the_files() {
    let place = place();
    let of = ["run", "--contractors", "contractors.csv", "--payer", "payer.toml"];
    place.ustap_ends(1, &[&["statement"], &of[..], &["--out", "statement"]].concat());
    place.ustap_ends(1, &[&["lists"], &of[..], &["--payment", "opv", "--format", "csv", "--out", "lists"]].concat());
    place.ustap_ends(1, &["advise", "run", "--contractors", "contractors.csv", "--out", "advised"]);
    let doubts = "`rows` of doubts.csv and of the receipt differ: 1 and 2";
    let rejects = "`rows` of rejects.csv and of the receipt differ: 1 and 0";
    for dir in ["statement", "lists", "advised"] {
        is_held(&place, dir, vec![(Total("/rejected", 0.into()), rejects)]);
    }
    for dir in ["statement", "lists"] {
        is_held(&place, dir, vec![(Total("/doubts", 2.into()), doubts)]);
    }
}

#[test]
fn a_list_has_the_code_and_the_rate_of_the_receipt() {
    let place = place();
    let of = ["lists", "run", "--contractors", "contractors.csv", "--payer", "payer.toml"];
    place.ustap_ends(1, &[&of[..], &["--payment", "opv", "--format", "csv", "--out", "lists"]].concat());
    let edits = vec![
        (
            Cell("lists.csv", "opv,2026-08,010,1%,", "opv,2026-08,089,1%,"),
            "`knp` of lists.csv and of the receipt differ: 089 and 010",
        ),
        (Total("/lists/0/rate", "2%".into()), "`rate` of lists.csv and of the receipt differ: 1% and 2%"),
    ];
    is_held(&place, "lists", edits);
    // Receipts of the first versions have neither.
    let receipt = place.read("lists/receipt.json");
    let mut earlier: Value = serde_json::from_str(&receipt).unwrap();
    let list = earlier.pointer_mut("/totals/lists/0").unwrap().as_object_mut().unwrap();
    for key in ["knp", "rate"] {
        list.remove(key).unwrap();
    }
    place.write_receipt("lists", &format!("{earlier:#}\n"));
    place.ustap_ends(0, &["verify", "lists"]);
}

/// Of a statement in a workbook its summary alone says what it comes to: 100 000 + 200 000 = 300 000 of two.
#[test]
fn the_summary_of_a_statement_is_that_of_the_receipt() {
    let place = place();
    let of = ["statement", "run", "--contractors", "contractors.csv", "--payer", "payer.toml"];
    for (format, dir) in [("csv", "table"), ("xlsx", "workbook")] {
        place.ustap_ends(1, &[&of[..], &["--format", format, "--out", dir]].concat());
        let edits = vec![
            (
                Cell("summary.csv", ",2,300000.00,", ",2,300001.00,"),
                "`income` of summary.csv and of the receipt differ: 300001.00 and 300000.00",
            ),
            (
                Cell("summary.csv", ",2,300000.00,", ",3,300000.00,"),
                "`contractors` of summary.csv and of the receipt differ: 3 and 2",
            ),
            (Cell("summary.csv", ",0\n", ",1\n"), "`unnamed` of summary.csv and of the receipt differ: 1 and 0"),
        ];
        is_held(&place, dir, edits);
    }
}
