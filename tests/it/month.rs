//! `examples/month`: one operator's August 2026 from the first payout until nothing is owed, as WORKED.md has it.

use std::path::Path;

use crate::program::Place;

fn example(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/month").join(name).display().to_string()
}

fn expected(name: &str) -> String {
    std::fs::read_to_string(example(&format!("expected/{name}"))).unwrap()
}

#[test]
fn a_month_by_the_rules_comes_out_as_worked() {
    let place = Place::new();
    let (operations, exemptions, contractors) =
        (example("operations.csv"), example("exemptions.csv"), example("contractors.csv"));
    let (kgd, paid, again) = (example("kgd.csv"), example("paid-opvr.csv"), example("paid-again.csv"));
    let facts = ["--exemptions", &exemptions, "--contractors", &contractors];
    place.ustap_ends(1, &[&["calculate", &operations], &facts[..], &["--period", "2026-08", "--out", "run"]].concat());
    let register = place.read("run/register.csv");
    // Cents apart, by the table of section 1.
    for (iin, amounts) in [("821007900109", "12975.00"), ("610220900100", "0.00"), ("931102900108", "377.00")] {
        let row = register.lines().find(|row| row.starts_with(iin)).unwrap();
        assert_eq!(row.split(',').nth(9), Some(amounts), "{row}");
    }
    place.ustap_ends(1, &["reconcile", "--register", "run", "--kgd", &kgd, "--out", "before"]);
    let breaks = place.read("before/breaks.csv");
    for (consequence, count) in [("returned-in-full", 9), ("excess-returned", 1), ("unpaid", 4)] {
        assert_eq!(breaks.matches(&format!(",{consequence},")).count(), count, "{consequence}\n{breaks}");
    }
    for payment in ["opv", "so", "vosms"] {
        let out = format!("lists-{payment}");
        let lists = ["lists", "run", "--contractors", &contractors, "--payment", payment, "--format", "csv"];
        let run = place.ustap(&[&lists[..], &["--out", &out]].concat());
        assert!(matches!(run.status, Some(0 | 1)), "{}{}", run.stdout, run.stderr);
    }
    let run = place.ustap_ends(
        1,
        &[
            &["distribute", "--paid", "lists-opv", "lists-so", "lists-vosms", &paid, "--kgd", &kgd][..],
            &["--exemptions", &exemptions, "--received-on", "2026-09-25", "--out", "returned"],
        ]
        .concat(),
    );
    for name in ["distribution.csv", "returns.csv", "summary.csv"] {
        assert_eq!(place.read(&format!("returned/{name}")), expected(name), "{name}");
    }
    for said in [
        "paid 79407.00 = distributed 51472.00 + returned 27935.00\n",
        "computed 74311.00 = distributed 51472.00 + owed 22839.00\n",
        "distributed or returned by 2026-09-30",
        "mended by 2026-10-05",
    ] {
        assert!(run.stdout.contains(said), "{said}\n{}", run.stdout);
    }
    let settled = ["distribute", "--paid", &again, "--kgd", &kgd, "--after", "returned", "--received-on", "2026-10-02"];
    let run = place.ustap_ends(0, &[&settled[..], &["--out", "settled"]].concat());
    assert_eq!(place.read("settled/distribution.csv"), expected("distribution-again.csv"));
    assert!(run.stdout.contains("computed 22839.00 = distributed 22839.00 + owed 0.00\n"), "{}", run.stdout);
    place.ustap_ends(0, &["verify", "settled", "--chain", "returned"]);
}
