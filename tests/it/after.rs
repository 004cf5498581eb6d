//! `calculate --keep` and `--after`: days on top of days.

use std::collections::BTreeMap;
use std::fs;

use crate::program::{A, B, C, D, OPERATIONS, Place, Random, rows};
use rust_decimal::Decimal;
use ustap::Iin;

fn lines(place: &Place, out: &str) -> Vec<String> {
    place.read(&format!("{out}/lines.csv")).lines().skip(1).map(str::to_owned).collect()
}

/// One month of one person, day by day. СО stops at 595 000 × 1 % = 5 950, the others at 12 975.
#[test]
fn a_day_withholds_what_the_month_comes_to_less_what_was_withheld() {
    let place = Place::new();
    // 100.60 × 1 % = 1.006 → 1.
    place.calculate(&format!("a,{A},2026-08-03,100.60,\n"), &["--lines", "--keep", "--out", "1"]);
    assert_eq!(
        lines(&place, "1"),
        [format!("a,{A},2026-08,self-employed,2026-08-03,2026-08-03,100.60,0.00,1.00,1.00,1.00,1.00,4.00,96.60")]
    );
    // 100.60 + 100 = 200.60: 2.006 → 2, of which 1 was withheld. + 499.40 = 700: 7, 5 more.
    let run = place.calculate(
        &format!("c,{A},2026-08-04,499.40,\nb,{A},2026-08-03,100,\n"),
        &["--lines", "--keep", "--after", "1", "--out", "2"],
    );
    assert_eq!(run.summary("on top of"), "1 operation");
    assert_eq!(run.summary("withheld"), "28.00");
    assert_eq!(
        lines(&place, "2"),
        [
            format!("b,{A},2026-08,self-employed,2026-08-03,2026-08-03,100.00,0.00,1.00,1.00,1.00,1.00,4.00,96.00"),
            format!("c,{A},2026-08,self-employed,2026-08-04,2026-08-04,499.40,0.00,5.00,5.00,5.00,5.00,20.00,479.40"),
        ]
    );
    // 1 300 000 more: 1 300 700 is above 1 297 500. 12 975 − 7 = 12 968; СО 5 950 − 7 = 5 943; in all 44 847.
    // Then all but 600 is given back: 6 of each are due, 12 969 and 5 944 come back, in all −44 851.
    place.calculate(
        &format!("d,{A},2026-08-05,1300000,\ne,{A},2026-08-20,-1300100,2026-08-05\n"),
        &["--lines", "--keep", "--after", "2", "--out", "3"],
    );
    let expected = [
        format!(
            "d,{A},2026-08,self-employed,2026-08-05,2026-08-05,1300000.00,0.00,12968.00,12968.00,5943.00,12968.00,\
             44847.00,1255153.00"
        ),
        format!(
            "e,{A},2026-08,self-employed,2026-08-20,2026-08-05,-1300100.00,0.00,-12969.00,-12969.00,-5944.00,-12969.00,\
             -44851.00,-1255249.00"
        ),
    ];
    assert_eq!(lines(&place, "3"), expected);
    // 600 ÷ 1 297 500 = 0.04 %; with d the sum was above the limit for a while.
    assert_eq!(
        place.read("3/limits.csv").lines().nth(1).unwrap(),
        format!("{A},2026-08,600.00,1297500.00,0.04,2026-08-05,d,0.00")
    );
}

/// What is settled keeps the exempt days, the regime and the status that were recorded with it.
#[test]
fn late_facts_do_not_change_what_is_settled() {
    let place = Place::new();
    let paid = format!("a,{A},2026-08-05,300000,\nb,{B},2026-08-05,50000,\n");
    place.calculate(&paid, &["--keep", "--out", "1"]);
    place.write("exemptions.csv", format!("iin,category,valid_from\n{A},disability-1-2-permanent,2026-08-01\n"));
    place.write("contractors.csv", format!("iin,regime\n{B},entrepreneur\n"));
    let facts = ["--exemptions", "exemptions.csv", "--contractors", "contractors.csv"];
    let more = [&facts[..], &["--lines", "--after", "1", "--out", "2"]].concat();
    place.calculate(&format!("c,{A},2026-08-06,100000,\nd,{B},2026-08-06,50000,\n"), &more);
    // Of 400 000 only the 100 000 of the new day are exempt: 3 000 each stay, СО 4 000. The entrepreneur's new income
    // stands in a row of its own.
    let register = place.read("2/register.csv");
    let row = |iin: &str, regime: &str| {
        let all = rows(&register);
        let row = all.into_iter().find(|row| row["iin"] == iin && row["regime"] == regime).unwrap();
        ["operations", "income", "opv_exempt", "opv", "so", "withheld"].map(|column| row[column].to_owned())
    };
    assert_eq!(row(A, "self-employed"), ["2", "400000.00", "100000.00", "3000.00", "4000.00", "13000.00"]);
    assert_eq!(row(B, "self-employed"), ["1", "50000.00", "0.00", "500.00", "500.00", "2000.00"]);
    assert_eq!(row(B, "entrepreneur"), ["1", "50000.00", "0.00", "0.00", "0.00", "0.00"]);
    assert_eq!(
        lines(&place, "2"),
        [
            format!(
                "c,{A},2026-08,self-employed,2026-08-06,2026-08-06,100000.00,0.00,0.00,0.00,1000.00,0.00,1000.00,99000.00"
            ),
            format!("d,{B},2026-08,entrepreneur,2026-08-06,2026-08-06,50000.00,0.00,0.00,0.00,0.00,0.00,0.00,50000.00"),
        ]
    );
}

/// How many months of persons a run says later facts say something else of.
fn late_months(stdout: &str) -> usize {
    let note = stdout.lines().find(|line| line.contains("earlier runs have counted income"));
    note.map_or(0, |line| line.trim_start_matches("note: in ").split(' ').next().unwrap().parse().unwrap())
}

/// What a later run knows of income that was counted is told: by sums where a fact holds all month, by operations where
/// it begins or ends within; not where it holds on other days than those of the income.
#[test]
fn late_facts_are_told() {
    let place = Place::new();
    let paid = format!("a,{A},2026-08-05,300000,\nb,{B},2026-08-05,50000,\nc,{B},2026-08-20,50000,\n");
    place.write("known.csv", format!("iin,category,valid_from,valid_to\n{B},disability-1-2-permanent,2026-08-20,\n"));
    place.calculate(&paid, &["--keep", "--exemptions", "known.csv", "--out", "1"]);
    place.write("new.csv", OPERATIONS);
    let b = format!("{B},disability-1-2-permanent,2026-08-20,,\n");
    for (rows, months, status) in [
        (b.clone(), 0, 0),
        // Another category, which exempts from less.
        (format!("{B},disability,2026-08-20,,\n"), 1, 0),
        // A whole month, and the months around it.
        (format!("{b}{A},disability-1-2-permanent,2026-08-01,2026-08-31,\n"), 1, 0),
        (format!("{b}{A},disability-1-2-permanent,2026-07-01,2026-07-31,\n"), 0, 0),
        (format!("{b}{A},disability-1-2-permanent,2026-09-01,,\n"), 0, 0),
        // A part of it, with the day of the income and without.
        (format!("{b}{A},disability-1-2-permanent,2026-08-05,2026-08-05,\n"), 1, 0),
        (format!("{b}{A},disability-1-2-permanent,2026-08-06,,\n"), 0, 0),
        // What was exempt is so no longer: none of it, or another of two equal incomes, which is the same figure.
        (format!("{B},disability-1-2-permanent,2026-08-21,,\n"), 1, 0),
        (format!("{B},disability-1-2-permanent,2026-08-05,2026-08-19,\n"), 0, 0),
        (format!("{B},disability-1-2-permanent,2026-08-05,,\n"), 1, 0),
        (format!("{A},disability-1-2-permanent,,,\n"), 2, 0),
        // A row that is rejected exempts nobody.
        (format!("{b}{A},disability-1-2-permanent,2026-08-05,2026-08-01,\n"), 0, 1),
    ] {
        place.write("exemptions.csv", format!("iin,category,valid_from,valid_to,known_on\n{rows}"));
        let arguments = ["calculate", "new.csv", "--exemptions", "exemptions.csv", "--after", "1", "--check"];
        let run = place.ustap_ends(status, &arguments);
        assert_eq!(late_months(&run.stdout), months, "{rows}{}", run.stdout);
    }
    for (contractor, months) in [
        ("self-employed,,", 0),
        ("entrepreneur,,", 1),
        ("self-employed,2026-01-01,2026-08-04\n{A},entrepreneur,2026-08-05,", 1),
        ("self-employed,2026-01-01,2026-08-05\n{A},entrepreneur,2026-08-06,", 0),
        // No regime on the day.
        ("entrepreneur,2026-08-06,", 1),
    ] {
        let contractor = contractor.replace("{A}", A);
        place.write("contractors.csv", format!("iin,regime,regime_from,regime_to\n{A},{contractor}\n"));
        let facts = ["--exemptions", "known.csv", "--contractors", "contractors.csv"];
        let run = place.ustap_ends(0, &[&["calculate", "new.csv", "--after", "1", "--check"], &facts[..]].concat());
        assert_eq!(late_months(&run.stdout), months, "{contractor}: {}", run.stdout);
    }
}

/// Where a month is closed it is the last time: the facts of its day are told, of the whole month and of a part.
#[test]
fn late_facts_are_told_of_months_that_are_closed() {
    let place = Place::new();
    place.calculate(&format!("a,{A},2026-07-05,1000,\nb,{B},2026-07-05,1000,\n"), &["--keep", "--out", "1"]);
    place.write("new.csv", format!("{OPERATIONS}c,{A},2026-08-05,1000,\n"));
    for (days, months) in [("2026-07-01,", 2), ("2026-07-05,2026-07-06", 2), ("2026-07-06,", 0), ("2026-08-01,", 0)] {
        let row = |iin: &str| format!("{iin},disability-1-2-permanent,{days}\n");
        place.write("exemptions.csv", format!("iin,category,valid_from,valid_to\n{}{}", row(A), row(B)));
        for close in [&[][..], &["--close", "2026-07"]] {
            let more = ["calculate", "new.csv", "--exemptions", "exemptions.csv", "--after", "1", "--check"];
            let run = place.ustap_ends(0, &[&more[..], close].concat());
            assert_eq!(late_months(&run.stdout), months, "{days} {close:?}\n{}", run.stdout);
        }
    }
}

/// Of any history of facts, as many months are told as differ from one run over everything with what is known last.
#[test]
#[ignore = "slow"]
fn late_facts_are_told_of_the_months_that_one_run_has_otherwise() {
    const COLUMNS: [&str; 11] = [
        "iin",
        "regime",
        "operations",
        "income",
        "opv_exempt",
        "opv_base",
        "opvr_exempt",
        "so_exempt",
        "so_base",
        "vosms_exempt",
        "vosms_base",
    ];
    let mut numbers = Random::new();
    let mut random = |below: u64| numbers.below(below);
    let mut told = 0;
    for case in 0..25 {
        let place = Place::new();
        let (mut all, mut before) = (String::new(), None::<String>);
        for day in 0..3 {
            let mut rows = String::new();
            for number in 0..random(20) {
                let (iin, month, on) = ([A, B, C, D][random(4) as usize], 7 + random(2), 1 + random(28));
                let income = random(40_000) as i64 - if random(5) == 0 { 60_000 } else { 0 };
                rows += &format!("{day}-{number},{iin},2026-{month:02}-{on:02},{income},\n");
            }
            all += &rows;
            let mut exemptions = "iin,category,valid_from,valid_to\n".to_owned();
            for iin in [A, B] {
                if random(3) > 0 {
                    let category = ["disability", "pension-age", "minor"][random(3) as usize];
                    let (from, to) = (1 + random(60), 1 + random(62));
                    let on = |day: u64| format!("2026-{:02}-{:02}", 7 + (day - 1) / 31, 1 + (day - 1) % 31);
                    if from <= to {
                        exemptions += &format!("{iin},{category},{},{}\n", on(from), on(to));
                    }
                }
            }
            place.write("exemptions.csv", exemptions);
            let change = 1 + random(28);
            let regimes = match random(3) {
                0 => "self-employed,,".to_owned(),
                1 => "entrepreneur,,".to_owned(),
                _ => format!("self-employed,,2026-08-{change:02}\n{D},entrepreneur,2026-08-{:02},", change + 1),
            };
            place.write("contractors.csv", format!("iin,regime,regime_from,regime_to\n{D},{regimes}\n"));
            let facts = ["--exemptions", "exemptions.csv", "--contractors", "contractors.csv", "--keep"];
            let (out, whole) = (format!("day{day}"), format!("whole{day}"));
            let after = before.as_deref().map_or(vec![], |before| vec!["--after", before]);
            let threads = ["--threads", ["1", "2"][case % 2]];
            let run = place.calculate(&rows, &[&facts[..], &threads, &after, &["--out", &out]].concat());
            place.calculate(&all, &[&facts[..], &["--out", &whole]].concat());
            let months = |out: &str| {
                let text = place.read(&format!("{out}/register.csv"));
                let mut months = BTreeMap::<_, Vec<_>>::new();
                for row in crate::program::rows(&text) {
                    let month = months.entry([row["iin"], row["period"]].map(str::to_owned)).or_default();
                    month.push(COLUMNS.map(|column| row[column].to_owned()));
                }
                months
            };
            let (chain, one) = (months(&out), months(&whole));
            let different = chain.iter().filter(|(month, rows)| one.get(*month) != Some(*rows)).count();
            assert_eq!(chain.len(), one.len());
            assert_eq!(late_months(&run.stdout), different, "case {case}, day {day}: {}", run.stdout);
            told += different;
            before = Some(out);
        }
    }
    assert!(told > 25, "{told}");
}

#[test]
fn ids_count_across_runs() {
    let place = Place::new();
    let paid = format!("a,{A},2026-08-05,1000,\nb,{B},2026-08-05,2000,\nbad,{A},2026-08-05,x,\n");
    place.calculate(&paid, &["--keep", "--out", "1"]);
    // The same day again changes nothing and reports its duplicates.
    place.calculate(&paid, &["--keep", "--after", "1", "--out", "again"]);
    for name in ["register.csv", "payments.csv", "limits.csv", "state/operations.bin", "state/months.bin"] {
        let read = |out: &str| fs::read(place.path(&format!("{out}/{name}"))).unwrap();
        assert_eq!(read("1"), read("again"), "{name}");
    }
    let rejects = |out: &str| -> Vec<String> {
        let text = place.read(&format!("{out}/rejects.csv"));
        rows(&text).iter().map(|row| format!("{} {} {}", row["line"], row["code"], row["value"])).collect()
    };
    assert_eq!(rejects("again"), ["2 duplicate a", "3 duplicate b", "4 income x"]);
    // Another amount under an id that counts: every new row of the id is rejected, what was withheld stays. An id that
    // was rejected may be sent again.
    let more = format!(
        "a,{A},2026-08-05,1000,\na,{A},2026-08-05,1001,\nb,{B},2026-08-05,2000,2026-08-05\nbad,{A},2026-08-05,5,\n\
         b,{B},05.08.2026 23:00,2000.0,\n"
    );
    let run = place.calculate(&more, &["--after", "1", "--out", "2"]);
    let code = "conflicting-duplicate";
    assert_eq!(
        rejects("2"),
        [format!("2 {code} a"), format!("3 {code} a"), format!("4 {code} b"), format!("6 {code} b")]
    );
    assert_eq!(run.summary("income"), "3005.00");
    assert!(!place.exists("2/state"), "only with --keep");
}

/// What is sent again brings no month above its limit, though it is looked at beside what counts: 1 200 000 and 10 are
/// 92.48 % of 1 297 500, rounded down; with 100 000 more it is b of the second day that exceeds it, whenever a comes again.
#[test]
fn what_is_sent_again_exceeds_no_limit() {
    let place = Place::new();
    let (a, b) = (format!("a,{A},2026-08-05,1200000,\n"), format!("b,{A},2026-08-07,100000,\n"));
    place.calculate(&a, &["--keep", "--out", "1"]);
    place.calculate(&format!("{a}c,{A},2026-08-06,10,\n"), &["--keep", "--after", "1", "--out", "2"]);
    place.calculate(&format!("{b}{a}"), &["--keep", "--after", "2", "--out", "3"]);
    let limit = |out: &str| place.read(&format!("{out}/limits.csv")).lines().nth(1).unwrap().to_owned();
    assert_eq!(limit("2"), format!("{A},2026-08,1200010.00,1297500.00,92.48,,,0.00"));
    // 1 300 010 − 1 297 500 = 2 510; 100.19 %.
    assert_eq!(limit("3"), format!("{A},2026-08,1300010.00,1297500.00,100.19,2026-08-07,b,2510.00"));
}

/// 8 000 persons with 700 000 each are sent again: twice that is above 1 297 500, of more months than 16 MiB hold beside the
/// rest. With 597 501 more of one of them his month is above it by 1, and by that operation alone.
#[test]
fn a_month_that_is_sent_again_is_looked_at_within_any_memory() {
    let place = Place::new();
    let persons = (0..).filter_map(|number| Iin::from_first_eleven(90_010_100_000 + number)).take(8_000);
    let month: String =
        persons.enumerate().map(|(number, iin)| format!("{number},{iin},2026-08-05,700000,\n")).collect();
    place.calculate(&month, &["--keep", "--out", "1"]);
    let iin = Iin::from_first_eleven(90_010_100_000).unwrap();
    let late = format!("late,{iin},2026-08-04,597501,\n");
    place.calculate(&format!("{month}{late}"), &["--out", "whole"]);
    let limits = place.read("whole/limits.csv");
    let line = format!("{iin},2026-08,1297501.00,1297500.00,100.00,2026-08-05,0,1.00");
    assert_eq!(limits.lines().skip(1).collect::<Vec<_>>(), [line.as_str()]);
    for (memory, threads) in [("16MiB", "1"), ("16MiB", "3"), ("1GiB", "2")] {
        let means = ["--after", "1", "--keep", "--memory", memory, "--threads", threads, "--out", "2"];
        let run = place.calculate(&format!("{late}{month}"), &means);
        assert!(run.summary("rejected duplicate").starts_with("8000 "), "{memory}");
        for name in ["register.csv", "limits.csv", "payments.csv"] {
            assert!(place.read(&format!("2/{name}")) == place.read(&format!("whole/{name}")), "{memory}: {name}");
        }
        fs::remove_dir_all(place.path("2")).unwrap();
    }
}

/// Rows of one id come to more than a sum can be: 93 000 × 999 999 999 999.99 is above 2⁶³ tiyn. One of them counts.
#[test]
fn what_duplicates_come_to_is_no_sum() {
    let place = Place::new();
    place.calculate(&format!("z,{A},2026-08-01,1000,\n"), &["--keep", "--out", "1"]);
    let again = format!("a,{A},2026-08-05,999999999999.99,\n").repeat(93_000);
    for memory in ["16MiB", "1GiB"] {
        let run = place.calculate(&again, &["--after", "1", "--memory", memory, "--out", memory]);
        assert_eq!(run.summary("income"), "1000000000999.99", "{memory}");
    }
    assert_eq!(place.read("16MiB/register.csv"), place.read("1GiB/register.csv"));
}

#[test]
fn what_cannot_be_built_upon_is_refused_with_the_reason() {
    let place = Place::new();
    let paid = format!("a,{A},2026-08-05,1000,\n");
    place.calculate(&paid, &["--out", "bare"]);
    place.calculate(&paid, &["--keep", "--out", "kept"]);
    let refused = |more: &[&str], reason: &str| {
        let run = place.ustap_ends(2, &[&["calculate", "operations.csv", "--out", "new"], more].concat());
        assert!(run.stderr.contains(reason) && run.stderr.contains("hint: "), "{more:?}\n{}", run.stderr);
        assert!(!place.exists("new"));
    };
    refused(&["--after", "bare"], "bare: has no state that a later run could build upon");
    place.ustap_ends(0, &["correct", "kept", "bare", "--out", "corrected"]);
    refused(
        &["--after", "corrected"],
        "[input]\nhint: this is the directory of another command: name one that `ustap calculate` has written\n",
    );
    refused(&["--after", "nowhere"], "nowhere/receipt.json: cannot be read");
    refused(&["--after", "kept", "--over-limit", "stop"], "with --over-limit cap only");
    refused(&["--keep", "--over-limit", "stop"], "with --over-limit cap only");
    // A state as another version of the program would have left it, with a receipt that fits.
    let index = place.read("kept/state/index.json");
    assert!(index.contains("\"format\": 3,"));
    place.rewrite("kept", "state/index.json", index.replace("\"format\": 3,", "\"format\": 1,").as_bytes());
    refused(&["--after", "kept"], "kept: has a state of the format 1, this program reads 3");
    place.rewrite("kept", "state/index.json", index.as_bytes());
    for name in ["operations.bin", "months.bin", "index.json"] {
        let path = place.path(&format!("kept/state/{name}"));
        let bytes = fs::read(&path).unwrap();
        let mut flipped = bytes.clone();
        flipped[bytes.len() / 2] ^= 1;
        fs::write(&path, &flipped).unwrap();
        refused(&["--after", "kept"], &format!("kept/state/{name}: does not verify"));
        let run = place.ustap_ends(1, &["verify", "kept"]);
        assert!(run.stdout.contains(&format!("state/{name}: DOES NOT HOLD")), "{}", run.stdout);
        fs::write(&path, &bytes[..bytes.len() - 1]).unwrap();
        refused(&["--after", "kept"], &format!("kept/state/{name}: has {} bytes", bytes.len() - 1));
        fs::write(&path, &bytes).unwrap();
    }
    let receipt = place.read("kept/receipt.json");
    place.write("kept/receipt.json", receipt.replace("1000.00", "1001.00"));
    refused(&["--after", "kept"], "kept/receipt.json: does not verify");
    place.write("kept/receipt.json", receipt);
    // Rates of August that are others now; a table that only says more of other months is none.
    place.ustap_ends(0, &["rates", "export", "rates"]);
    let table = place.read("rates/rounding.toml");
    place.write("rates/rounding.toml", table.replace("mode = \"half-up\"", "mode = \"down\""));
    refused(
        &["--after", "kept", "--rates", "rates"],
        "kept: rests on other rates: those of 2026-08 have changed since",
    );
    place.write("rates/rounding.toml", format!("# Ours.\n{table}"));
    place.calculate(&format!("b,{A},2026-08-06,1000,\n"), &["--after", "kept", "--rates", "rates", "--out", "new"]);
}

/// Digests tell of damage. What somebody wrote who has made a receipt for it too is refused as no state, or has other
/// sums; it is never the end of the program.
#[test]
#[ignore = "slow"]
fn a_state_that_is_none_is_refused_though_its_receipt_fits() {
    let place = Place::new();
    place.calculate(&format!("a,{A},2026-08-05,1000,\nb,{B},2026-08-05,2000,\n"), &["--keep", "--out", "kept"]);
    let next = ["--after", "kept", "--keep", "--out", "next"];
    place.write(
        "next.csv",
        format!("{OPERATIONS}a,{A},2026-08-05,1000,\nb,{B},2026-08-05,2000,\nc,{C},2026-08-05,1,\n"),
    );
    let ends = || {
        let run = place.ustap(&[&["calculate", "next.csv"], &next[..]].concat());
        let is_refused = run.status == Some(2) && run.stderr.starts_with("error: ");
        assert!(is_refused || matches!(run.status, Some(0 | 1)), "{}", run.stderr);
        if !is_refused {
            fs::remove_dir_all(place.path("next")).unwrap();
        }
        assert!(!place.exists("next"));
        is_refused
    };
    for name in ["operations.bin", "months.bin"] {
        let name = format!("state/{name}");
        let bytes = fs::read(place.path(&format!("kept/{name}"))).unwrap();
        for length in 1..bytes.len() {
            place.rewrite("kept", &name, &bytes[..length]);
            assert!(ends(), "{name}: {length} bytes");
        }
        for (at, _) in bytes.iter().enumerate() {
            let mut other = bytes.clone();
            other[at] ^= 0xff;
            place.rewrite("kept", &name, &other);
            // Months are held against the register, operations only so far as they are looked at.
            assert!(ends() || name == "state/operations.bin", "{name}: byte {at}");
        }
        place.rewrite("kept", &name, &bytes);
    }
    assert!(!ends());
    // Months that add up to the same: a row is a head of eight bytes, one operation, the income in tiyn, doubled, as three
    // bytes of seven bits, and nothing given back. The incomes change places.
    let months = fs::read(place.path("kept/state/months.bin")).unwrap();
    assert_eq!(months.len(), 2 * 13);
    let other = [&months[..9], &months[22..25], &months[12..22], &months[9..12], &months[25..]].concat();
    place.rewrite("kept", "state/months.bin", &other);
    let run = place.ustap_ends(2, &[&["calculate", "next.csv"], &next[..]].concat());
    let what = "kept/state/months.bin: holds other months than register.csv beside it";
    assert!(run.stderr.starts_with(&format!("error: {what}")), "{}", run.stderr);
    let run = place.ustap_ends(1, &["verify", "kept"]);
    assert!(run.stdout.contains(&format!("what is kept for later runs: DOES NOT HOLD: {what}")), "{}", run.stdout);
}

/// The partition of an id is where it is asked for: in another one an operation would be counted twice, and so would one
/// that is left out. Nothing new has to come into the partition for that to be seen.
#[test]
fn operations_stand_where_their_ids_are_asked_for() {
    let place = Place::new();
    place.calculate(&format!("a,{A},2026-08-05,1000,\nb,{B},2026-08-05,2000,\n"), &["--keep", "--out", "kept"]);
    let refused = || {
        for next in [format!("a,{A},2026-08-05,1000,\nb,{B},2026-08-05,2000,\n"), format!("c,{C},2026-08-05,1,\n")] {
            place.write("next.csv", format!("{OPERATIONS}{next}"));
            for more in [&[][..], &["--keep"]] {
                let run = place
                    .ustap_ends(2, &[&["calculate", "next.csv", "--after", "kept", "--out", "next"], more].concat());
                let said = "error: kept/state/operations.bin: is no state of an earlier run";
                assert!(run.stderr.starts_with(said), "{next}{more:?}\n{}", run.stderr);
            }
        }
        let run = place.ustap_ends(1, &["verify", "kept"]);
        let said = "what is kept for later runs: DOES NOT HOLD: kept/state/operations.bin: is no state";
        assert!(run.stdout.contains(said), "{}", run.stdout);
    };
    let text = place.read("kept/state/index.json");
    let index: serde_json::Value = serde_json::from_str(&text).unwrap();
    let sizes: Vec<u64> = serde_json::from_value(index["partitions"].clone()).unwrap();
    let with_sizes = |sizes: Vec<u64>| {
        let mut index = index.clone();
        index["partitions"] = sizes.into();
        place.rewrite("kept", "state/index.json", index.to_string().as_bytes());
    };
    with_sizes(sizes.iter().rev().copied().collect());
    refused();
    // An operation has a head and eight bytes, the income in tiyn, doubled, as three bytes of seven bits, an id of one.
    let bytes = fs::read(place.path("kept/state/operations.bin")).unwrap();
    let at = sizes.iter().position(|&size| size > 0).unwrap();
    assert_eq!((bytes.len(), sizes[at]), (26, 13));
    with_sizes(sizes.iter().enumerate().map(|(number, &size)| if number == at { 0 } else { size }).collect());
    place.rewrite("kept", "state/operations.bin", &bytes[13..]);
    refused();
    // One that stands there twice.
    with_sizes(sizes.iter().enumerate().map(|(number, &size)| if number == at { 26 } else { size }).collect());
    place.rewrite("kept", "state/operations.bin", &[&bytes[..13], &bytes].concat());
    refused();
    place.rewrite("kept", "state/index.json", text.as_bytes());
    place.rewrite("kept", "state/operations.bin", &bytes);
    place.ustap_ends(0, &["verify", "kept"]);
    place.ustap_ends(0, &["calculate", "next.csv", "--after", "kept", "--out", "next"]);
}

/// What a state says beside the rows of its register: days and sums of a month, the operation that crossed its limit, the
/// months whose rates it rests on.
#[test]
fn a_state_says_nothing_that_its_run_does_not() {
    let place = Place::new();
    place.calculate(&format!("a,{A},2026-08-05,1300000,\n"), &["--keep", "--out", "kept"]);
    place.write("next.csv", format!("{OPERATIONS}b,{B},2026-08-06,1,\n"));
    let next = ["calculate", "next.csv", "--after", "kept", "--out", "next"];
    let refused = |name: &str, forged: &[u8]| {
        let name = format!("state/{name}");
        let bytes = fs::read(place.path(&format!("kept/{name}"))).unwrap();
        assert_ne!(bytes, forged);
        place.rewrite("kept", &name, forged);
        let said = format!("kept/{name}: is no state of an earlier run");
        let run = place.ustap_ends(2, &next);
        assert!(run.stderr.starts_with(&format!("error: {said}")), "{}", run.stderr);
        let run = place.ustap_ends(1, &["verify", "kept"]);
        let held = format!("what is kept for later runs: DOES NOT HOLD: {said}");
        assert!(run.stdout.contains(&held), "{}", run.stdout);
        place.rewrite("kept", &name, &bytes);
    };
    // A head of eight bytes, one operation, the income in tiyn, doubled, as four bytes of seven bits, nothing given back;
    // the day's number as three bytes of seven bits, the length of the id and the id.
    let months = fs::read(place.path("kept/state/months.bin")).unwrap();
    assert_eq!((months.len(), months[13], &months[17..]), (19, 0, &[1, b'a'][..]));
    let with = |at: usize, bytes: &[u8]| [&months[..at], bytes, &months[at + bytes.len()..]].concat();
    // 2026-08-04, 128 · 128 days before 2026-08-05, another operation.
    refused("months.bin", &with(14, &[months[14] - 1]));
    refused("months.bin", &with(16, &[months[16] - 1]));
    refused("months.bin", &with(18, b"b"));
    // A tiyn less was received and a tiyn less than nothing was given back, doubled less one: the income is the same.
    let received = 2 * 130_000_000_u32 - 2;
    let sevens = [0, 7, 14, 21].map(|shift| (received >> shift) as u8 & 0x7f | if shift < 21 { 0x80 } else { 0 });
    refused("months.bin", &with(9, &[&sevens[..], &[1]].concat()));
    let index = place.read("kept/state/index.json");
    let mut of_no_month: serde_json::Value = serde_json::from_str(&index).unwrap();
    of_no_month["rates"] = serde_json::json!({});
    refused("index.json", of_no_month.to_string().as_bytes());
    place.ustap_ends(0, &["verify", "kept"]);
    // What is closed has no rows, though receipt and state say the same.
    place.rewrite("kept", "state/index.json", index.replace("\"closed\": null", "\"closed\": \"2026-08\"").as_bytes());
    let receipt = place.read("kept/receipt.json");
    place.write_receipt("kept", &receipt.replacen("\"inputs\"", "\"closed\": \"2026-08\", \"inputs\"", 1));
    let run = place.ustap_ends(2, &next);
    assert!(run.stderr.starts_with("error: kept/state/index.json: is no state of an earlier run"), "{}", run.stderr);
}

/// A month's row that stands twice would be counted once: neither a register nor its state has it so.
#[test]
fn a_row_stands_once_in_a_register() {
    let place = Place::new();
    place.calculate(&format!("a,{A},2026-08-05,1000,\n"), &["--keep", "--out", "kept"]);
    let (register, months) = (place.read("kept/register.csv"), fs::read(place.path("kept/state/months.bin")).unwrap());
    let row = register.lines().nth(1).unwrap();
    place.rewrite("kept", "register.csv", format!("{register}{row}\n").as_bytes());
    place.rewrite("kept", "state/months.bin", &[&months[..], &months].concat());
    let run = place.ustap_ends(2, &["calculate", "operations.csv", "--after", "kept", "--out", "next"]);
    assert!(run.stderr.starts_with("error: kept/register.csv:3: stands out of order"), "{}", run.stderr);
}

/// In August 2025 nobody owed ОПВР: the register has no exempt income of it, and the state the categories all the same. One
/// category in place of another changes no figure of the month, and what the next run would note.
#[test]
fn a_state_has_the_exempt_income_and_the_categories_of_its_register() {
    let place = Place::new();
    place.write("e.csv", format!("iin,category\n{A},pension-age\n{B},minor\n"));
    let more = ["--exemptions", "e.csv", "--keep"];
    let then = format!("a,{A},2025-08-05,1000,\nb,{B},2025-08-05,1000,\n");
    place.calculate(&then, &[&more[..], &["--out", "1"]].concat());
    place.ustap_ends(0, &["verify", "1"]);
    place.calculate(&format!("c,{A},2025-08-25,1000,\n"), &[&more[..], &["--after", "1", "--out", "2"]].concat());
    place.calculate(&format!("{then}c,{A},2025-08-25,1000,\n"), &[&more[..], &["--out", "whole"]].concat());
    assert_eq!(place.read("2/register.csv"), place.read("whole/register.csv"));
    let index = place.read("1/state/index.json");
    let swapped =
        index.replace("\"pension-age\"", "\"\"").replace("\"minor\"", "\"pension-age\"").replace("\"\"", "\"minor\"");
    assert_ne!(swapped, index);
    place.rewrite("1", "state/index.json", swapped.as_bytes());
    let run = place.ustap_ends(2, &["calculate", "operations.csv", "--after", "1", "--out", "3"]);
    assert!(run.stderr.contains("holds other months than register.csv beside it"), "{}", run.stderr);
    place.rewrite("1", "state/index.json", index.as_bytes());
    // A head of eight bytes, one operation, the income in tiyn, doubled, as three bytes of seven bits, nothing given back; of
    // which payments it is exempt, which are five, and of the first of them one operation: none would leave no note.
    let months = fs::read(place.path("1/state/months.bin")).unwrap();
    assert_eq!((months[8], months[12], months[13] >> 5, months[14]), (1, 0, 0, 1));
    for (at, byte, said) in [(14, 0, "holds other months than register.csv"), (13, months[13] | 1 << 5, "is no state")]
    {
        place.rewrite("1", "state/months.bin", &[&months[..at], &[byte], &months[at + 1..]].concat());
        let run = place.ustap_ends(2, &["calculate", "operations.csv", "--after", "1", "--out", "3"]);
        assert!(run.stderr.contains(&format!("1/state/months.bin: {said}")), "{}", run.stderr);
    }
    place.rewrite("1", "state/months.bin", &months);
    // A state of another version is none that this one can look at.
    place.rewrite("1", "state/index.json", index.replace("\"format\": 3,", "\"format\": 2,").as_bytes());
    let run = place.ustap_ends(0, &["verify", "1"]);
    let said = "what is kept for later runs: not checked: has a state of the format 2, this program reads 3";
    assert!(run.stdout.contains(said), "{}", run.stdout);
}

/// Tables get a category that exempts from a later month on: the months in the state rest on what they rested on. One that
/// exempts in such a month is another law.
#[test]
fn a_chain_goes_on_with_tables_of_what_begins_later() {
    let place = Place::new();
    place.calculate(&format!("a,{A},2026-08-05,1000,\n"), &["--keep", "--out", "1"]);
    place.ustap_ends(0, &["rates", "export", "tables"]);
    let table = place.read("tables/exemptions.toml");
    place.write("next.csv", format!("{OPERATIONS}b,{A},2026-08-06,1000,\n"));
    for (from, ends) in [("2026-09-01", 0), ("2026-08-31", 2)] {
        let more = format!(
            "\n[[category]]\ncode = \"invented\"\nen = \"Invented\"\nru = \"Вымышленная\"\nkk = \"Ойдан\"\n\n\
             [[exemption]]\ncategory = \"invented\"\npayments = [\"opv\"]\nfrom = \"{from}\"\nto = \"open\"\n\
             cite = {{ act = \"social-code\", article = \"248\", point = \"3\", subpoint = \"1\" }}\nbasis = \"unverified\"\n"
        );
        place.write("tables/exemptions.toml", table.clone() + &more);
        let run = place.ustap_ends(
            ends,
            &["calculate", "next.csv", "--after", "1", "--rates", "tables", "--out", &format!("from-{from}")],
        );
        assert_eq!(run.stderr.contains("those of 2026-08 have changed since"), ends == 2, "{}", run.stderr);
    }
}

/// Three runs on top of each other: neither the last one nor what it rests on is replaced by the next.
#[test]
fn force_does_not_replace_what_the_earlier_run_rests_on() {
    let place = Place::new();
    for (name, id, more) in
        [("1", "a", &["--keep"][..]), ("2", "b", &["--keep", "--after", "1"]), ("3", "c", &["--after", "2"])]
    {
        place.calculate(&format!("{id},{A},2026-08-05,1000,\n"), &[more, &["--out", name]].concat());
    }
    let before = place.read("1/receipt.json");
    for (out, why) in [
        ("1", "1: is not replaced: 2 was made on top of it"),
        ("2", "2: is not replaced: the run reads 2, which would be gone"),
    ] {
        let run = place.ustap_ends(2, &["calculate", "operations.csv", "--after", "2", "--force", "--out", out]);
        assert!(run.stderr.starts_with(&format!("error: {why} [output]\n")), "{}", run.stderr);
    }
    assert_eq!(place.read("1/receipt.json"), before);
    place.ustap_ends(0, &["calculate", "operations.csv", "--after", "2", "--force", "--out", "3"]);
    place.ustap_ends(0, &["verify", "3", "--chain", "2", "1"]);
}

#[test]
fn a_chain_is_verified_and_recomputed() {
    let place = Place::new();
    fs::create_dir(place.path("in")).unwrap();
    place.write("in/1.csv", format!("{OPERATIONS}a,{A},2026-08-05,1000,\n"));
    place.write("in/2.csv", format!("{OPERATIONS}b,{A},2026-08-06,1000,\n"));
    place.ustap_ends(0, &["calculate", "in/1.csv", "--keep", "--out", "1"]);
    place.ustap_ends(0, &["calculate", "in/2.csv", "--keep", "--lines", "--after", "1", "--out", "2"]);
    let run = place.ustap_ends(0, &["verify", "2", "--inputs", "in"]);
    assert!(
        run.stdout.contains("earlier run ") && run.stdout.contains("not checked: say with --chain"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("sums: holds"), "{}", run.stdout);
    assert!(run.stdout.contains("next: `ustap verify 2 --chain DIR --inputs in --recompute` "), "{}", run.stdout);
    let run = place.ustap_ends(0, &["verify", "2", "--chain", "1"]);
    assert!(run.stdout.contains("sums: holds"), "{}", run.stdout);
    let verify = ["verify", "2", "--inputs", "in", "--recompute", "--chain", "1"];
    let run = place.ustap_ends(0, &verify);
    for what in
        ["1/state/operations.bin: holds", "recomputed state/operations.bin: holds", "recomputed lines.csv: holds"]
    {
        assert!(run.stdout.contains(what), "{}", run.stdout);
    }
    // The inputs of the earlier run are looked for as those of the run itself: one that was changed since is not found.
    assert!(run.stdout.contains("\ninput 2.csv: holds\n"), "{}", run.stdout);
    assert!(run.stdout.contains("\n1/input 1.csv: holds\n"), "{}", run.stdout);
    let first = place.read("in/1.csv");
    place.write("in/1.csv", first.replace("1000", "2000"));
    let run = place.ustap_ends(0, &verify);
    assert!(run.stdout.contains("\n1/input 1.csv: not checked: no file in in has its digest\n"), "{}", run.stdout);
    place.write("in/1.csv", first);
    // What another version has kept is of its own form, and not wrong for that.
    let index = place.read("2/state/index.json");
    place.rewrite("2", "state/index.json", index.replace("\"format\": 3,", "\"format\": 2,").as_bytes());
    let run = place.ustap_ends(0, &verify);
    let told = "not checked: has a state of the format 2, this program reads 3";
    for name in ["index.json", "operations.bin", "months.bin"] {
        assert!(run.stdout.contains(&format!("recomputed state/{name}: {told}")), "{}", run.stdout);
    }
    assert!(run.stdout.contains("recomputed lines.csv: holds"), "{}", run.stdout);
    place.rewrite("2", "state/index.json", index.as_bytes());
    // 1 000 on top of 1 000: 10 of each payment, with which both registers go up to 20. With a receipt for it an edited
    // line is found by the sums, and only beside the run before it.
    let lines = place.read("2/lines.csv");
    let edited = lines.replace(",10.00,40.00,960.00", ",11.00,41.00,959.00");
    assert_ne!(edited, lines);
    place.rewrite("2", "lines.csv", edited.as_bytes());
    place.ustap_ends(0, &["verify", "2"]);
    let run = place.ustap_ends(1, &["verify", "2", "--chain", "1"]);
    let sums = "sums: DOES NOT HOLD: what lines.csv and the register withhold differ: 41.00 and 40.00";
    assert!(run.stdout.contains(sums), "{}", run.stdout);
    place.rewrite("2", "lines.csv", lines.as_bytes());
    let register = place.read("1/register.csv");
    place.write("1/register.csv", register.replace("10.00", "11.00"));
    let run = place.ustap_ends(1, &verify);
    assert!(run.stdout.contains("1/register.csv: DOES NOT HOLD"), "{}", run.stdout);
    place.write("1/register.csv", register);
    // Whose receipt is changed is no earlier run any more, be there a digest for it: what is given in its place is named.
    let receipt = place.read("1/receipt.json");
    place.write_receipt("1", &receipt.replace("\"operations\": 1", "\"operations\": 2"));
    let run = place.ustap_ends(1, &["verify", "2", "--chain", "1"]);
    let unlinked =
        "DOES NOT HOLD: is not known to be a run that this one builds upon, as long as an earlier run is not named";
    assert!(run.stdout.contains(&format!("\n1/: {unlinked}\n")), "{}", run.stdout);
    assert!(run.stdout.contains("; if 1 is to be that one, it is not what was calculated: take"), "{}", run.stdout);
    place.write_receipt("1", &receipt);
    place.write("1/receipt.json", format!("{receipt} "));
    let run = place.ustap_ends(1, &["verify", "2", "--chain", "1"]);
    assert!(run.stdout.contains("1/receipt.json: DOES NOT HOLD"), "{}", run.stdout);
    place.ustap_ends(2, &["verify", "2", "--chain", "nowhere"]);
    // A directory that runs stand in is none, which is said rather than that its receipt is missing.
    fs::create_dir(place.path("archive")).unwrap();
    fs::rename(place.path("1"), place.path("archive/1")).unwrap();
    let run = place.ustap_ends(1, &["verify", "2", "--chain", "archive"]);
    let told: Vec<&str> = run.stdout.lines().filter(|line| line.starts_with("archive/")).collect();
    let none = "archive/: DOES NOT HOLD: there is no receipt.json in it, so that it is no directory of a run: name the \
                directories of the runs themselves";
    assert_eq!(told, [none], "{}", run.stdout);
    assert!(run.stdout.contains("\nnext: name the directory of the earlier run itself (--chain)\n"), "{}", run.stdout);
    fs::rename(place.path("archive/1"), place.path("1")).unwrap();
    // Where all are found, more may be given: the run itself is no harm, and of another it is told that nothing is said of
    // it.
    place.write_receipt("1", &receipt);
    place.ustap_ends(0, &["calculate", "in/2.csv", "--out", "3"]);
    // An earlier run that stands behind one that is not named is sound, and nobody is told to calculate it again.
    place.write("in/3.csv", format!("{OPERATIONS}c,{A},2026-08-07,1000,\n"));
    place.ustap_ends(0, &["calculate", "in/3.csv", "--after", "2", "--out", "4"]);
    let run = place.ustap_ends(1, &["verify", "4", "--chain", "1"]);
    assert!(run.stdout.contains(&format!("\n1/: {unlinked}\n")), "{}", run.stdout);
    assert!(run.stdout.contains("\nnext: name the earlier run that is missing too (--chain); if 1 "), "{}", run.stdout);
    place.ustap_ends(0, &["verify", "4", "--chain", "1", "2"]);
    let run = place.ustap_ends(0, &["verify", "2", "--chain", "1", "2", "3", "3"]);
    let told: Vec<&str> = run.stdout.lines().filter(|line| line.starts_with("2/") || line.starts_with("3/")).collect();
    assert_eq!(told, ["3/: not checked: is no run that this one builds upon"]);
}

/// An auditor who recomputes a chain hears all that was found, whichever of the records is at fault, and which directory it
/// is that is to be fetched.
#[test]
fn what_is_damaged_in_a_chain_ends_no_check() {
    let place = Place::new();
    fs::create_dir(place.path("in")).unwrap();
    place.write("in/1.csv", format!("{OPERATIONS}a,{A},2026-08-05,1000,\n"));
    place.write("in/2.csv", format!("{OPERATIONS}b,{A},2026-08-06,1000,\n"));
    place.ustap_ends(0, &["calculate", "in/1.csv", "--keep", "--out", "1"]);
    place.ustap_ends(0, &["calculate", "in/2.csv", "--after", "1", "--out", "2"]);
    let recompute = ["verify", "2", "--chain", "1", "--inputs", "in", "--recompute"];
    let whole = |place: &Place| place.whole("1").into_iter().chain(place.whole("2")).collect::<Vec<_>>();
    let before = whole(&place);
    // The operations of a state are verified while they are taken, and were looked at then.
    for name in ["operations.bin", "months.bin"] {
        let path = place.path("1/state").join(name);
        let mut bytes = fs::read(&path).unwrap();
        bytes[9] ^= 1;
        fs::write(&path, &bytes).unwrap();
        let run = place.ustap_ends(1, &recompute);
        for said in [
            format!("\n1/state/{name}: DOES NOT HOLD"),
            format!("\nrecomputed: not checked: 1/state/{name}: does not verify"),
            "\nregister.csv: holds\n".to_owned(),
            "\nnext: what does not hold is not what was calculated: take 1 from your copy".to_owned(),
        ] {
            assert!(run.stdout.contains(&said), "{said}\n{}", run.stdout);
        }
        bytes[9] ^= 1;
        fs::write(&path, &bytes).unwrap();
    }
    // A file of it that is not there is lacking too.
    let months = place.path("1/state/months.bin");
    let bytes = fs::read(&months).unwrap();
    fs::remove_file(&months).unwrap();
    let run = place.ustap_ends(1, &recompute);
    assert!(run.stdout.contains("\nrecomputed: not checked: 1/state/months.bin: "), "{}", run.stdout);
    fs::write(&months, bytes).unwrap();
    // What a receipt says that no calculation can be made of.
    let receipt: serde_json::Value = serde_json::from_str(&place.read("2/receipt.json")).unwrap();
    let input = receipt["inputs"][0].clone();
    for (key, value) in [
        ("/options/columns", serde_json::json!({"income": "Foo"})),
        ("/options/ignore_columns", serde_json::json!(["income"])),
        ("/options/encoding", "utf-16".into()),
        ("/inputs", vec![input.clone(), input].into()),
    ] {
        let mut changed = receipt.clone();
        *changed.pointer_mut(key).unwrap() = value;
        place.write_receipt("2", &format!("{changed:#}\n"));
        let run = place.ustap_ends(1, &recompute);
        assert!(run.stdout.contains("\nreceipt.json: DOES NOT HOLD: "), "{key}\n{}", run.stdout);
        assert!(run.stdout.contains("\nregister.csv: holds\n"), "{key}\n{}", run.stdout);
        assert!(run.stderr.is_empty(), "{key}\n{}", run.stderr);
    }
    for (path, bytes) in &before {
        fs::write(place.path(path), bytes).unwrap();
    }
    // A table that the run did not have is none that could be given.
    let mut older = receipt.clone();
    older["rates"].as_array_mut().unwrap().retain(|table| table["name"] != "acts.toml");
    place.write_receipt("2", &format!("{older:#}\n"));
    let run = place.ustap_ends(1, &recompute);
    let told = "recomputed: not checked: cannot be done: the receipt names no table acts.toml";
    assert!(run.stdout.contains(told) && !run.stdout.contains("--rates"), "{}", run.stdout);
    // Without the inputs it is not done, and said what would do it.
    place.write_receipt("2", &format!("{receipt:#}\n"));
    let run = place.ustap_ends(1, &["verify", "2", "--chain", "1", "--recompute"]);
    assert!(run.stdout.contains("recomputed: not checked: cannot be done without the input 2.csv"), "{}", run.stdout);
    assert!(run.stdout.contains("next: repeat with --inputs DIR"), "{}", run.stdout);
    // Tables that do not load are refused before anything is looked at.
    let refused = place.ustap_ends(2, &[&recompute[..], &["--rates", "in"]].concat());
    assert!(refused.stdout.is_empty() && refused.stderr.contains("this table is missing"), "{}", refused.stderr);
}

/// Copies of a run have one receipt, and each its own files: all that are given are looked at, in whatever order.
#[test]
fn every_copy_that_is_given_is_looked_at() {
    let place = Place::new();
    place.calculate(&format!("a,{A},2026-08-05,1000,\n"), &["--keep", "--out", "1"]);
    place.calculate(&format!("b,{A},2026-08-06,1000,\n"), &["--after", "1", "--out", "2"]);
    for (of, copy) in [("1", "archive/1"), ("2", "archive/2")] {
        for (path, bytes) in place.whole(of) {
            place.write(&path.replacen(of, copy, 1), bytes);
        }
    }
    let chain = ["archive/1", "1", "archive/2", "2", "./1/"];
    place.ustap_ends(0, &[&["verify", "2", "--chain"], &chain[..]].concat());
    let run = place.ustap_ends(0, &["verify", "2", "--chain", "./1//"]);
    assert!(run.stdout.contains("\n./1/receipt.json: holds\n"), "{}", run.stdout);
    for copy in ["archive/1", "archive/2"] {
        let limits = format!("{copy}/limits.csv");
        let whole = place.read(&limits);
        place.write(&limits, format!("{whole}x\n"));
        for turn in 0..chain.len() {
            let (first, rest) = chain.split_at(turn);
            let run = place.ustap_ends(1, &[&["verify", "2", "--chain"], rest, first].concat());
            assert_eq!(
                run.stdout.matches("DOES NOT HOLD").count(),
                1 + usize::from(run.stdout.contains(&format!("{copy}/sums: DOES"))),
                "{}",
                run.stdout
            );
            assert!(run.stdout.contains(&format!("\n{limits}: DOES NOT HOLD")), "{}", run.stdout);
            assert!(run.stdout.contains(&format!(": take {copy} from your copy")), "{}", run.stdout);
        }
        place.write(&limits, whole);
    }
}

/// What an earlier run's files come to is looked at as those of the run itself: an edited line that has a receipt is found.
#[test]
fn the_sums_of_earlier_runs_are_checked_too() {
    let place = Place::new();
    place.calculate(&format!("a,{A},2026-08-05,1000,\n"), &["--keep", "--lines", "--out", "1"]);
    let lines = place.read("1/lines.csv");
    let edited = lines.replace(",10.00,40.00,960.00", ",11.00,41.00,959.00");
    assert_ne!(edited, lines);
    place.rewrite("1", "lines.csv", edited.as_bytes());
    place.calculate(&format!("b,{A},2026-08-06,1000,\n"), &["--keep", "--after", "1", "--out", "2"]);
    place.calculate(&format!("c,{A},2026-08-07,1000,\n"), &["--after", "2", "--out", "3"]);
    let run = place.ustap_ends(1, &["verify", "3", "--chain", "1", "2"]);
    for said in [
        "\nsums: holds\n",
        "\n2/sums: holds\n",
        "\n2/what is kept for later runs: holds\n",
        "\n1/sums: DOES NOT HOLD: 1/lines.csv:2: the lines of 2026-08, 9001****0017, `self-employed` do not come to their row of the register",
        "\n1/what is kept for later runs: holds\n",
    ] {
        assert!(run.stdout.contains(said), "{said}\n{}", run.stdout);
    }
}

/// A calculation goes on from one calculation, or from none: a receipt that says otherwise is none of this program.
#[test]
fn what_a_run_goes_on_from_is_one_run() {
    let place = Place::new();
    place.calculate(&format!("a,{A},2026-08-05,1000,\n"), &["--keep", "--out", "1"]);
    place.calculate(&format!("b,{A},2026-08-06,1000,\n"), &["--after", "1", "--out", "2"]);
    place.write("answer.csv", format!("iin,period,knp,amount\n{A},2026-08,010,10\n"));
    place.ustap_ends(1, &["reconcile", "--register", "1", "--answer", "answer.csv", "--out", "compared"]);
    let digest = |dir: &str| place.read(&format!("{dir}/receipt.sha256"))[..64].to_owned();
    let receipt = place.read("2/receipt.json");
    let (first, compared) = (digest("1"), digest("compared"));
    for (previous, said) in [
        (format!("\"{first}\", \"{compared}\""), "names 2 earlier runs, where there would be 1"),
        (String::new(), "names 0 earlier runs, where there would be 1"),
        (format!("\"{compared}\""), "names as the run before something that is no calculation"),
    ] {
        let written = receipt.replace(&format!("\"{first}\""), &previous);
        assert_ne!(written, receipt);
        place.write_receipt("2", &written);
        let run = place.ustap_ends(1, &["verify", "2", "--chain", "1", "compared"]);
        assert!(run.stdout.contains(&format!("receipt.json: DOES NOT HOLD: {said}")), "{}", run.stdout);
    }
}

/// The amounts of a register by person, month, regime and column, or of lines.
fn amounts<'a>(csv: impl Iterator<Item = &'a str>) -> BTreeMap<[String; 4], Decimal> {
    let mut amounts = BTreeMap::new();
    for text in csv {
        for row in rows(text) {
            for column in ["income", "ipn", "opv", "opvr", "so", "vosms", "withheld"] {
                let key = [row["period"], row["iin"], row["regime"], column].map(str::to_owned);
                *amounts.entry(key).or_default() += row[column].parse::<Decimal>().unwrap();
            }
        }
    }
    amounts.retain(|_, amount: &mut Decimal| !amount.is_zero());
    amounts
}

/// Any split of a batch into days, in any order of arrival, comes to what one run over everything comes to; the lines of
/// all days add up to it.
#[test]
#[ignore = "slow"]
fn any_split_into_days_is_one_run() {
    let mut numbers = Random::new();
    let mut random = |below: u64| numbers.below(below);
    for case in 0..40 {
        let place = Place::new();
        let days = 1 + random(4) as usize;
        let mut by_day = vec![String::new(); days];
        for number in 0..random(120) {
            let iin = [A, B, C, D][random(4) as usize];
            let day = |random: &mut dyn FnMut(u64) -> u64| format!("2026-{:02}-{:02}", 7 + random(2), 1 + random(28));
            let corrects_on = if random(5) == 0 { day(&mut random) } else { String::new() };
            let settled_on = if corrects_on.is_empty() { day(&mut random) } else { "2026-09-02".to_owned() };
            let income = match random(4) {
                0 => format!("-{}", random(400_000)),
                1 => random(900_000).to_string(),
                _ => random(40_000).to_string(),
            };
            let row = format!("id-{number},{iin},{settled_on},{income}.{:02},{corrects_on}\n", random(100));
            for _ in 0..=u64::from(random(10) == 0) {
                by_day[random(days as u64) as usize] += &row;
            }
        }
        place.write("exemptions.csv", {
            let facts = [(A, "disability"), (A, "retired-judge"), (C, "pension-age")];
            let row = |(iin, code)| format!("{iin},{code},2026-08-{:02}\n", 1 + random(28));
            let text: String = facts.into_iter().map(row).collect();
            format!("iin,category,valid_from\n{text}")
        });
        place.write(
            "contractors.csv",
            format!(
                "iin,regime,regime_from,regime_to\n{D},self-employed,2026-01-01,2026-08-10\n{D},entrepreneur,2026-08-12,\n"
            ),
        );
        let facts = ["--exemptions", "exemptions.csv", "--contractors", "contractors.csv", "--lines", "--keep"];
        let means =
            |number: usize| ["--threads", ["1", "2", "3"][number % 3], "--memory", ["16MiB", "1GiB"][number % 2]];
        place.calculate(&by_day.concat(), &[&facts[..], &means(case), &["--out", "whole"]].concat());
        for (number, day) in by_day.iter().enumerate() {
            let (before, out) = (format!("day{number}"), format!("day{}", number + 1));
            let after = if number == 0 { vec![] } else { vec!["--after", &before] };
            let means = means(case + number + 1);
            place.calculate(day, &[&facts[..], &means, &after, &["--out", &out]].concat());
        }
        let last = format!("day{days}");
        for name in ["register.csv", "payments.csv", "limits.csv", "state/months.bin"] {
            let read = |out: &str| fs::read(place.path(&format!("{out}/{name}"))).unwrap();
            assert!(read("whole") == read(&last), "case {case}: {name}");
        }
        let read = |name: &str| place.read(name);
        let lines: Vec<String> = (1..=days).map(|day| read(&format!("day{day}/lines.csv"))).collect();
        let register = read("whole/register.csv");
        assert_eq!(
            amounts(lines.iter().map(String::as_str)),
            amounts(std::iter::once(register.as_str())),
            "case {case}"
        );
        let chain: Vec<String> = (1..days).map(|day| format!("day{day}")).collect();
        let mut verify = vec!["verify", &last];
        if !chain.is_empty() {
            verify.push("--chain");
            verify.extend(chain.iter().map(String::as_str));
        }
        place.ustap_ends(0, &verify);
    }
}

/// What the run before had of facts is not kept: who leaves them out is told, for open months are computed anew without.
#[test]
fn facts_that_are_no_longer_given_are_told() {
    let place = Place::new();
    place.write("1.csv", "operation_id,iin,settled_on,income\n1,900101300017,2026-08-05,1000\n");
    place.write("2.csv", "operation_id,iin,settled_on,income\n2,900101300017,2026-08-06,1000\n");
    place.write("e.csv", "iin,category\n900101300017,minor\n");
    place.write("c.csv", "iin,regime\n900101300017,self-employed\n");
    let first = ["calculate", "1.csv", "--exemptions", "e.csv", "--contractors", "c.csv", "--keep", "--out", "1"];
    place.ustap_ends(0, &first);
    let told = ["note: the run before had --exemptions", "note: the run before had --contractors"];
    for (given, lacking) in [
        (&[][..], &told[..]),
        (&["--exemptions", "e.csv"], &told[1..]),
        (&["--contractors", "c.csv"], &told[..1]),
        (&["--exemptions", "e.csv", "--contractors", "c.csv"], &[]),
    ] {
        let run = place.ustap_ends(0, &[&["calculate", "2.csv", "--after", "1", "--check"], given].concat());
        let found: Vec<&str> = told.into_iter().filter(|told| run.stdout.contains(told)).collect();
        assert_eq!(found, lacking, "{}", run.stdout);
        // What was forgotten is no later knowledge, by which there would be something to correct.
        assert_eq!(late_months(&run.stdout), 0, "{}", run.stdout);
    }
}

/// 300 000 of 5 July were counted before the certificate was known, and 100 000 of them are given back when it is: on an
/// exempt day, so that the base is 200 000 + 100 000. By one run over both it is 200 000 or nothing: that is told.
#[test]
fn a_return_of_what_was_counted_before_an_exemption_is_told() {
    let place = Place::new();
    place.write("1.csv", format!("{OPERATIONS}a,{A},2026-07-05,300000,\n"));
    place.write("2.csv", format!("{OPERATIONS}b,{A},2026-07-20,-100000,2026-07-05\n"));
    place.write(
        "e.csv",
        format!("iin,category,valid_from,valid_to,known_on\n{A},disability-1-2-permanent,2026-07-01,,2026-07-15\n"),
    );
    let facts = ["--exemptions", "e.csv", "--keep", "--known-on"];
    place.ustap_ends(0, &[&["calculate", "1.csv", "--out", "one"], &facts[..], &["2026-07-05"]].concat());
    let second = ["calculate", "2.csv", "--after", "one", "--out", "two"];
    let run = place.ustap_ends(0, &[&second[..], &facts, &["2026-07-20"]].concat());
    let register = place.read("two/register.csv");
    let header: Vec<&str> = register.lines().next().unwrap().split(',').collect();
    let row: Vec<&str> = register.lines().nth(1).unwrap().split(',').collect();
    let of = |name: &str| row[header.iter().position(|column| *column == name).unwrap()];
    assert_eq!(["income", "opv_exempt", "opv_base"].map(of), ["200000.00", "-100000.00", "300000.00"]);
    assert!(
        run.stdout.contains("note: in 1 row of the register more income was given back on exempt days"),
        "{}",
        run.stdout
    );
    // With the certificate from the first day on nothing is to be told.
    let whole = ["calculate", "1.csv", "2.csv", "--exemptions", "e.csv", "--out", "whole"];
    let run = place.ustap_ends(0, &whole);
    assert!(!run.stdout.contains("given back on exempt days"), "{}", run.stdout);
}
