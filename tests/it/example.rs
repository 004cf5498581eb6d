//! The worked batch of August 2026: the command of the README, against the figures worked by hand beside it.

use std::path::Path;

use crate::program::{Place, rows};
use rust_decimal::Decimal;

fn example(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/august-2026").join(name).display().to_string()
}

fn calculate(place: &Place, more: &[&str]) -> crate::program::Run {
    let (operations, exemptions, contractors) =
        (example("operations.csv"), example("exemptions.csv"), example("contractors.csv"));
    let mut arguments = vec!["calculate", &operations, "--exemptions", &exemptions, "--contractors", &contractors];
    arguments.extend(["--period", "2026-08"]);
    arguments.extend(more);
    // Rows are rejected: one for every reason there is.
    place.ustap_ends(1, &arguments)
}

fn sum(csv: &str, column: &str) -> Decimal {
    rows(csv).iter().map(|row| row[column].parse::<Decimal>().unwrap()).sum()
}

#[test]
fn august_2026_comes_out_as_worked() {
    let place = Place::new();
    let run = calculate(&place, &["--lines", "--out", "out"]);
    assert_eq!(run.stderr, "");
    for name in ["register.csv", "payments.csv", "limits.csv", "rejects.csv", "lines.csv"] {
        let expected = std::fs::read_to_string(example(&format!("expected/{name}"))).unwrap();
        assert_eq!(place.read(&format!("out/{name}")), expected, "{name}");
    }
    // The table at the top of WORKED.md.
    for (name, value) in [
        ("operations read", "70"),
        ("  accepted", "54"),
        ("  rejected", "16"),
        ("persons", "36"),
        ("income", "10319184.57"),
        ("ИПН", "0.00"),
        ("ОПВ ", "82651.00"),
        ("ОПВР", "72434.00"),
        ("СО", "61905.00"),
        ("ВОСМС", "75225.00"),
        ("withheld", "292215.00"),
        ("months over the limit", "1"),
        ("not among contractors", "1 operation"),
    ] {
        assert_eq!(run.summary(name), value, "{name}");
    }
}

#[test]
fn what_goes_in_comes_out() {
    let place = Place::new();
    calculate(&place, &["--lines", "--out", "out"]);
    let read = |name: &str| place.read(&format!("out/{name}.csv"));
    let (register, lines, payments) = (read("register"), read("lines"), read("payments"));
    for column in ["income", "ipn", "opv", "opvr", "so", "vosms", "withheld"] {
        assert_eq!(sum(&lines, column), sum(&register, column), "{column}");
    }
    assert_eq!(sum(&lines, "income") - sum(&lines, "withheld"), sum(&lines, "payout"));
    for row in rows(&payments) {
        assert_eq!(row["amount"].parse::<Decimal>().unwrap(), sum(&register, row["payment"]), "{}", row["payment"]);
    }
    assert_eq!(rows(&lines).len(), 54);
    assert_eq!(sum(&register, "operations"), Decimal::from(54));
}

#[test]
fn stop_leaves_the_crossing_operation_outside() {
    let place = Place::new();
    calculate(&place, &["--over-limit", "stop", "--lines", "--out", "out"]);
    let register = place.read("out/register.csv");
    let row = |iin: &str, regime: &str| {
        let row = rows(&register).into_iter().find(|row| row["iin"] == iin && row["regime"] == regime).unwrap();
        (row["income"].to_owned(), row["withheld"].to_owned())
    };
    let pair = |income: &str, withheld: &str| (income.to_owned(), withheld.to_owned());
    // WORKED.md: 3 × 11 527 + 5 950 = 40 531; 3 × 12 500 + 5 950 = 43 450; 60 000 − 20 000 = 40 000.
    assert_eq!(row("821007900109", "self-employed"), pair("1152680.35", "40531.00"));
    assert_eq!(row("821007900109", "over-limit"), pair("231119.65", "0.00"));
    assert_eq!(row("870228900107", "self-employed"), pair("1250000.00", "43450.00"));
    assert_eq!(row("870228900107", "over-limit"), pair("40000.00", "0.00"));
    // 292 215 − (44 875 − 40 531) − (44 650 − 43 450) = 286 671
    assert_eq!(sum(&register, "withheld"), Decimal::from(286_671));
    assert_eq!(sum(&register, "income").to_string(), "10319184.57");
}
