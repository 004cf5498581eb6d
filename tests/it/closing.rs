//! `calculate --after RUN --close MONTH`: months that leave the chain, what comes late for them, and what is left behind.

use std::collections::BTreeMap;
use std::fs;

use ustap::{Day, Month};

use crate::program::{A, B, C, D, OPERATIONS, Place, Random, Run};

fn line<'a>(run: &'a Run, what: &str) -> &'a str {
    let start = format!("{what}: ");
    let line = run.stdout.lines().find_map(|line| line.strip_prefix(&start));
    line.unwrap_or_else(|| panic!("no `{what}` in\n{}", run.stdout))
}

/// The rows of this month in a register.
fn of_month<'a>(csv: &'a str, month: &str) -> Vec<&'a str> {
    csv.lines().filter(|line| line.contains(&format!(",{month},"))).collect()
}

fn receipt(place: &Place, dir: &str) -> serde_json::Value {
    serde_json::from_str(&place.read(&format!("{dir}/receipt.json"))).unwrap()
}

/// July, then August on top of it: `july` has the one month, `both` has both, `closed` is the day on which July is closed.
fn place() -> Place {
    let place = Place::new();
    place.write("in/july.csv", format!("{OPERATIONS}a,{A},2026-07-10,300000,\nb,{B},2026-07-31,100.40,\n"));
    place.write("in/august.csv", format!("{OPERATIONS}c,{A},2026-08-03,100000,\n"));
    place.write(
        "in/closing.csv",
        format!(
            "{OPERATIONS}d,{A},2026-08-26,50000,\nlate,{A},2026-07-31,50000,\nback,{A},2026-08-26,-100000,2026-07-10\n"
        ),
    );
    place.ustap_ends(0, &["calculate", "in/july.csv", "--keep", "--out", "july"]);
    place.ustap_ends(0, &["calculate", "in/august.csv", "--keep", "--after", "july", "--out", "both"]);
    place.ustap_ends(1, &CLOSING);
    place
}

const CLOSING: [&str; 10] =
    ["calculate", "in/closing.csv", "--keep", "--lines", "--after", "both", "--close", "2026-07", "--out", "closed"];

/// 100 000 + 50 000 of August: 1 500 of each of the four. July, 300 000 and 100.40, stays in the runs before: 3 000 and, of
/// 1.004, 1 of each of the four: 12 004.
#[test]
fn a_closed_month_is_in_nothing_of_the_new_run() {
    let place = place();
    let register = place.read("closed/register.csv");
    let row = format!(
        "{A},2026-08,self-employed,2,150000.00,150000.00,0.00,0.00,150000.00,1500.00,0.00,150000.00,1500.00,0.00,150000.00,\
         1500.00,0.00,150000.00,1500.00,6000.00,"
    );
    let found: Vec<&str> = register.lines().skip(1).collect();
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with(&row), "{}", found[0]);
    assert_eq!(of_month(&place.read("closed/payments.csv"), "2026-07"), Vec::<&str>::new());
    assert_eq!(place.read("closed/payments.csv").lines().count(), 1 + 5);
    assert_eq!(
        place.read("closed/lines.csv").lines().skip(1).collect::<Vec<_>>(),
        [format!(
            "d,{A},2026-08,self-employed,2026-08-26,2026-08-26,50000.00,0.00,500.00,500.00,500.00,500.00,2000.00,48000.00"
        )]
    );
    let closed = receipt(&place, "closed");
    assert_eq!(closed["closed"], "2026-07");
    assert_eq!(
        closed["previous"],
        serde_json::json!([crate::program::sha256(place.read("both/receipt.json").as_bytes())])
    );
    assert_eq!(
        closed["totals"]["closed"],
        serde_json::json!({ "2026-07": {
            "operations": 2, "persons": 2, "income": "300100.40", "ipn": "0.00", "opv": "3001.00", "opvr": "3001.00",
            "so": "3001.00", "vosms": "3001.00", "withheld": "12004.00",
        } })
    );
    assert_eq!((&closed["totals"]["earlier"], &closed["totals"]["accepted"]), (&1.into(), &1.into()));
    // What a run over the open operations alone leaves is what is left here.
    place.write("in/open.csv", format!("{OPERATIONS}c,{A},2026-08-03,100000,\nd,{A},2026-08-26,50000,\n"));
    place.ustap_ends(0, &["calculate", "in/open.csv", "--keep", "--out", "open"]);
    for name in ["register.csv", "payments.csv", "limits.csv", "state/operations.bin", "state/months.bin"] {
        let read = |dir: &str| fs::read(place.path(&format!("{dir}/{name}"))).unwrap();
        assert!(read("open") == read("closed"), "{name}");
    }
    // A receipt of a run without closed months says nothing of them.
    assert!(receipt(&place, "both").get("closed").is_none());
}

/// 300 000 + 50 000 − 100 000 = 250 000: 2 500 of each of the four in place of 3 000.
#[test]
fn late_rows_of_a_closed_month_are_rejected_and_end_in_a_correction() {
    let place = place();
    let message = |day: &str| {
        format!(
            "\"The effective day {day} is in a month that is closed (2026-07 and all before it): what comes late for it is \
             a correction, `ustap correct BEFORE AFTER --period 2026-07`.\""
        )
    };
    let (late, back) = (message("2026-07-31"), message("2026-07-10"));
    assert_eq!(
        place.read("closed/rejects.csv").lines().skip(1).collect::<Vec<_>>(),
        [
            format!("closing.csv,3,closed-month,settled_on,2026-07-31,{late}"),
            format!("closing.csv,4,closed-month,corrects_on,2026-07-10,{back}"),
        ]
    );
    place.write(
        "in/late.csv",
        format!("{OPERATIONS}late,{A},2026-07-31,50000,\nback,{A},2026-08-26,-100000,2026-07-10\n"),
    );
    place.ustap_ends(0, &["calculate", "in/july.csv", "in/late.csv", "--period", "2026-07", "--out", "july-again"]);
    let run = place.ustap_ends(1, &["correct", "both", "july-again", "--period", "2026-07", "--out", "correction"]);
    let row = |payment: &str| format!("{A},2026-07,{payment},3000.00,2500.00,-500.00,income\n");
    let expected: String = ["opv", "opvr", "so", "vosms"].map(row).concat();
    assert_eq!(
        place.read("correction/corrections.csv"),
        format!("iin,period,payment,before,after,delta,cause\n{expected}")
    );
    assert!(
        run.stdout.contains("told: 1 row of BEFORE of other months, which is not compared\n"),
        "the row of August\n{}",
        run.stdout
    );
    let receipt = receipt(&place, "correction");
    assert_eq!(receipt["options"]["periods"], serde_json::json!(["2026-07"]));
    assert_eq!(receipt["totals"]["of_other_months"], serde_json::json!({ "before": 1, "after": 0 }));
    // August is in no sum: before 3 000 + 1, after 2 500 + 1.
    let sums = |name: &str| receipt["totals"][name]["opv"].as_str().unwrap().to_owned();
    assert_eq!(["before", "after", "delta"].map(sums), ["3001.00", "2501.00", "-500.00"]);
    place.ustap_ends(0, &["verify", "correction", "--chain", "both", "july-again"]);
    // The chain goes on as it was, and July stays closed without being named.
    let run = place.calculate(
        &format!("e,{A},2026-08-27,50000,\nlate,{A},2026-07-31,50000,\n"),
        &["--keep", "--after", "closed", "--out", "next"],
    );
    assert_eq!((run.status, run.summary("closed"), run.summary("withheld")), (Some(1), "up to 2026-07", "8000.00"));
    assert_eq!(
        place.read("next/rejects.csv").lines().nth(1).unwrap(),
        format!("operations.csv,3,closed-month,settled_on,2026-07-31,{late}")
    );
    let next = self::receipt(&place, "next");
    assert_eq!((&next["closed"], &next["totals"]["closed"]), (&"2026-07".into(), &serde_json::Value::Null));
}

/// July is closed: 3 000 of A and 1 of B were paid then, and that the register has nothing of it asks none of it back. Of
/// August 150 000 is 1 500. September the run has never had.
#[test]
fn what_was_paid_of_a_closed_month_is_not_above_due() {
    let place = place();
    let answer = format!("iin,period,knp,amount\n{A},2026-07,010,3000\n{B},2026-07,010,1\n{A},2026-08,010,1500\n");
    let kgd = format!(
        "iin,period,ipn,opv,opvr,so,vosms,opv_penalty\n{A},2026-07,0,3000,3000,3000,3000,7\n{B},2026-07,0,1,1,1,1,\n\
         {A},2026-08,0,1500,1500,1500,1500,\n"
    );
    place.write("answer.csv", &answer);
    place.write("kgd.csv", &kgd);
    let sides = ["--answer", "answer.csv", "--kgd", "kgd.csv", "--payment", "opv"];
    let reconcile = |register: &str, ends: i32, more: &[&str], out: &str| {
        let run =
            place.ustap_ends(ends, &[&["reconcile", "--register", register, "--out", out], &sides[..], more].concat());
        place.ustap_ends(0, &["verify", out]);
        run.stdout
    };
    let said = reconcile("closed", 1, &[], "compared");
    for line in [
        "told: 2026-07 is closed in closed, which has nothing of it any more: that says nothing of what was due. Give the last \
         run that still had it, or one over it with everything\n",
        "  theirs 4501.00 = matched 1500.00 + breaks 3001.00\n",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
    // A header, and two rows of each side.
    for (file, lines) in [("breaks.csv", 5), ("balances.csv", 1), ("penalties.csv", 2)] {
        assert_eq!(place.read(&format!("compared/{file}")).lines().count(), lines, "{file}");
    }
    // What КГД has of July was paid by the run that had it, whoever has the answer.
    assert!(!said.contains("ustap refunds") && !said.contains("nothing is left"), "{said}");
    place.write("answer.csv", format!("iin,period,knp,amount\n{A},2026-08,010,1500\n"));
    assert!(!reconcile("closed", 1, &[], "august").contains("is still to be paid"));
    place.write("answer.csv", &answer);
    let refunds = ["refunds", "compared", "--reason", "over-accrued", "--out", "back"];
    let run = place.ustap_ends(1, &refunds);
    let told = "told: 3001.00 was accepted of 2026-07, of which the run that was compared has nothing, for this month is \
                closed there or it was not calculated for it: nothing of this is asked back. Reconcile with the run that \
                has the month\n";
    assert!(run.stdout.contains(told) && !run.stdout.contains("nothing is left"), "{}", run.stdout);
    assert_eq!(place.read("back/applications.csv").lines().count(), 1);
    place.ustap_ends(0, &["verify", "back", "--chain", "compared"]);
    // A sum of July that August lacks may be July's own: 1 500 of A, of whom August has no row.
    place.write("answer.csv", format!("iin,period,knp,amount\n{A},2026-07,010,1500\n"));
    let said = reconcile("closed", 1, &[], "alike");
    assert!(place.read("alike/breaks.csv").contains("other-period=2026-08") && !said.contains("`ustap refunds alike"));
    let run = place.ustap_ends(1, &["refunds", "alike", "--reason", "over-accrued", "--out", "none"]);
    assert!(run.stdout.contains("told: 1500.00 was accepted of 2026-07"), "{}", run.stdout);
    assert_eq!(place.read("none/applications.csv").lines().count(), 1);
    place.write("answer.csv", &answer);
    // The run that still had it, and where August alone is asked for, nothing is to be told.
    assert!(reconcile("july", 0, &["--period", "2026-07"], "had").contains("matched 3001.00 + breaks 0.00\n"));
    let said = reconcile("closed", 0, &["--period", "2026-08"], "asked");
    assert!(!said.contains("is closed") && said.contains("nothing is left to do"), "{said}");
    // A month that is merely later is not due by this run.
    place.write("answer.csv", answer.replace("2026-07", "2026-09"));
    assert!(reconcile("closed", 1, &[], "later").contains("ustap refunds later"));
    place.write("contractors.csv", "iin\n");
    let lists = ["lists", "closed", "--kgd", "kgd.csv", "--contractors", "contractors.csv", "--format", "csv"];
    let run = place.ustap_ends(1, &[&lists[..], &["--payment", "opv", "--out", "lists"]].concat());
    assert!(run.stdout.contains("told: 2026-07 is closed in closed"), "{}", run.stdout);
    assert!(!run.stdout.contains("has no such month"), "{}", run.stdout);
}

/// The same of a run that was calculated for August alone; what it builds upon it has.
#[test]
fn what_was_paid_of_a_month_that_was_not_asked_for_is_not_above_due() {
    let place = place();
    let both = ["calculate", "in/july.csv", "in/august.csv", "--period", "2026-08", "--out", "cut"];
    place.ustap_ends(1, &both);
    place.write("in/more.csv", format!("{OPERATIONS}d,{A},2026-08-26,50000,\ne,{A},2026-07-26,50000,\n"));
    let more = ["calculate", "in/more.csv", "--period", "2026-08", "--after", "july", "--out", "upon"];
    place.ustap_ends(1, &more);
    place.write("answer.csv", format!("iin,period,knp,amount\n{A},2026-07,010,3000\n{B},2026-07,010,1\n"));
    let reconcile = |register: &str, out: &str| {
        let options = ["--answer", "answer.csv", "--payment", "opv", "--out", out];
        place.ustap_ends(1, &[&["reconcile", "--register", register], &options[..]].concat()).stdout
    };
    let said = reconcile("cut", "1");
    let told = "told: cut is of 2026-08 alone and has nothing of 2026-07: that says nothing of what was due. Give the run \
                of that month, or one over all months\n";
    assert!(said.contains(told) && !said.contains("`ustap refunds 1"), "{said}");
    assert!(said.contains("  theirs 3001.00 = matched 0.00 + breaks 3001.00\n"), "{said}");
    // July comes from the run before: 3 000 and 1.
    let said = reconcile("upon", "2");
    assert!(said.contains("  theirs 3001.00 = matched 3001.00 + breaks 0.00\n") && !said.contains("alone"), "{said}");
    // 1 000 of August stands under July: what an explanation says is due under another month is asked back.
    place.write("answer.csv", format!("iin,period,knp,amount\n{A},2026-07,010,1000\n{B},2026-07,010,1\n"));
    assert!(reconcile("cut", "3").contains("ustap refunds 3"));
    // That is said with the applications that rest on it, but where КГД says what is due.
    let told = "told: 1 application rests on an explanation alone, by which what was accepted of 2026-07 stands under a \
                wrong month: the register says nothing of this month. Reconcile with the run that has it, or with КГД's \
                file (`--kgd`), and look before you sign\n";
    let refunds = |dir: &str, out: &str| {
        let run = place.ustap_ends(1, &["refunds", dir, "--reason", "over-accrued", "--out", out]);
        (run.stdout.contains(told), place.read(&format!("{out}/applications.csv")).lines().count())
    };
    assert_eq!(refunds("3", "back"), (true, 2));
    let kgd = |opv: u32| format!("iin,period,ipn,opv,opvr,so,vosms\n{A},2026-07,0,{opv},0,0,0\n");
    place.write("kgd.csv", kgd(10));
    let with_kgd = ["reconcile", "--register", "cut", "--answer", "answer.csv", "--kgd", "kgd.csv", "--payment", "opv"];
    place.ustap_ends(1, &[&with_kgd[..], &["--out", "4"]].concat());
    assert_eq!(refunds("4", "of-kgd"), (false, 2));
    // КГД's file is of another month.
    place.write("kgd.csv", kgd(10).replace("2026-07", "2026-08"));
    place.ustap_ends(1, &[&with_kgd[..], &["--out", "5"]].concat());
    assert_eq!(refunds("5", "of-other"), (true, 2));
}

/// In the order of the statuses: after the period that was asked for, before the regime.
#[test]
fn a_closed_month_has_its_place_among_the_statuses() {
    let place = place();
    place.write("contractors.csv", format!("iin,regime,regime_from\n{C},self-employed,2026-08-01\n"));
    let operations = format!("x,{C},2026-07-05,1,\ny,{C},2026-06-05,x,\nz,{D},2023-06-05,1,\nw,{D},2026-06-30,1,\n");
    let codes = |more: &[&str], out: &str| -> Vec<String> {
        place.calculate(
            &operations,
            &[&["--contractors", "contractors.csv", "--after", "closed", "--out", out], more].concat(),
        );
        let text = place.read(&format!("{out}/rejects.csv"));
        text.lines().skip(1).map(|line| line.split(',').nth(2).unwrap().to_owned()).collect()
    };
    assert_eq!(codes(&[], "1"), ["closed-month", "income", "no-rates", "closed-month"]);
    assert_eq!(codes(&["--period", "2026-07"], "2"), ["closed-month", "income", "no-rates", "outside-period"]);
}

/// The id of a closed operation is free again in an open month; those of open ones are not.
#[test]
fn ids_count_over_open_months() {
    let place = place();
    let run = place.calculate(
        &format!("a,{B},2026-08-27,700,\nc,{A},2026-08-03,100000,\nd,{A},2026-08-26,1,\nb,{B},2026-07-31,100.40,\n"),
        &["--after", "closed", "--out", "next"],
    );
    assert_eq!(run.summary("  accepted"), "1");
    let text = place.read("next/rejects.csv");
    let codes: Vec<&str> = text.lines().skip(1).map(|line| line.split(',').nth(2).unwrap()).collect();
    assert_eq!(codes, ["duplicate", "conflicting-duplicate", "closed-month"]);
}

#[test]
fn what_cannot_be_closed_is_refused() {
    let place = place();
    let refused = |more: &[&str], message: &str| {
        let run = place.ustap_ends(2, &[&["calculate", "in/august.csv", "--out", "new"], more].concat());
        assert!(run.stderr.contains(message), "{more:?}\n{}", run.stderr);
        assert!(!place.exists("new"));
    };
    refused(&["--close", "2026-07"], "--after <RUN>");
    refused(&["--keep", "--close", "2026-07"], "--after <RUN>");
    refused(&["--after", "closed", "--close", "2026-7"], "not a month");
    let earlier = "error: --close 2026-06: 2026-07 and all before it are closed by the runs before [usage]\nhint: ";
    refused(&["--after", "closed", "--close", "2026-06"], earlier);
    place.ustap_ends(
        1,
        &["calculate", "in/august.csv", "--keep", "--after", "closed", "--close", "2026-12", "--out", "year"],
    );
    // A run that has closed more is what the next is held to, whether its last operations are of that month or not.
    assert_eq!(place.read("year/register.csv").lines().count(), 1, "August is closed too");
    refused(&["--after", "year", "--close", "2026-11"], "2026-12 and all before it are closed by the runs before");
    let run = place.ustap_ends(0, &["verify", "year", "--chain", "closed", "both", "july"]);
    assert_eq!(line(&run, "closed months"), "holds");
}

/// A slip of the year is told: what comes in until then would be rejected.
#[test]
fn a_month_that_nobody_has_yet_is_told_where_it_is_closed() {
    let place = place();
    place.write("in/september.csv", format!("{OPERATIONS}x,{A},2026-09-04,1,\n"));
    let note = "note: neither the run before nor the operations that count have a month as late as 2027-12, which is closed now";
    for (rows, after, month, told) in [
        ("in/august.csv", "closed", "2027-12", true),
        ("in/august.csv", "both", "2026-08", false),
        // Its rows are there, and September is open: a month without anybody.
        ("in/september.csv", "july", "2026-08", false),
    ] {
        let run = place.ustap(&["calculate", rows, "--after", after, "--close", month, "--check"]);
        assert_eq!(run.stdout.contains(note), told, "{}", run.stdout);
        assert_eq!(run.stdout.contains("have a month as late as"), told, "{}", run.stdout);
    }
}

/// What is closed has left the run, and nothing of it is to be stated or paid by it.
#[test]
fn a_run_that_closes_all_leads_to_no_statement_and_no_lists() {
    let place = place();
    place.write("in/none.csv", OPERATIONS);
    let close = ["calculate", "in/none.csv", "--keep", "--after", "july", "--close", "2026-07", "--out", "none"];
    let run = place.ustap_ends(0, &close);
    // 12 004 as above.
    assert!(run.stdout.contains("\n  2026-07 withheld                    12004.00\n"), "{}", run.stdout);
    assert_eq!(run.summary("withheld"), "0.00");
    let note = "\nnote: what is closed here is stated and paid by july, and by no statement and no list of this run\n";
    assert!(run.stdout.contains(note) && !run.stdout.contains("\nnext: "), "{}", run.stdout);
    place.write("names.csv", "iin,surname,given_name\n");
    let payer = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/settlement/payer.toml");
    let lists =
        |run| ["lists", run, "--contractors", "names.csv", "--payment", "all", "--format", "csv", "--out", "lists"];
    let statement = |run| ["statement", run, "--contractors", "names.csv", "--payer", payer, "--out", "statement"];
    let closed = "\ntold: 2026-07 is closed in none, which has nothing of it any more";
    place.calculate("", &["--out", "empty"]);
    for (run, said) in [("none", closed), ("empty", "\ntold: empty has no month: there is no row in its register\n")] {
        for command in [&lists(run)[..], &statement(run)] {
            let told = place.ustap_ends(1, command);
            assert!(told.stdout.contains(said) && !told.stdout.contains("\nnext: "), "{}", told.stdout);
            std::fs::remove_dir_all(place.path(command[command.len() - 1])).unwrap();
        }
    }
    // The next day has no operation either.
    let run = place.ustap_ends(0, &["calculate", "in/none.csv", "--after", "none", "--out", "next"]);
    assert!(!run.stdout.contains("note: what is closed") && !run.stdout.contains("\nnext: "), "{}", run.stdout);
    // Where a month is open, the steps are of that one.
    let run =
        place.ustap_ends(0, &["calculate", "in/none.csv", "--after", "both", "--close", "2026-07", "--out", "open"]);
    assert!(run.stdout.contains("paid by both, and") && run.stdout.contains("`ustap lists open "), "{}", run.stdout);
}

/// The month already closed may be named again: to the byte of the receipt it changes nothing.
#[test]
fn naming_the_closed_month_again_changes_nothing() {
    let place = place();
    place.write("in/next.csv", format!("{OPERATIONS}e,{A},2026-08-27,50000,\n"));
    let next = ["calculate", "in/next.csv", "--keep", "--after", "closed", "--out"];
    place.ustap_ends(0, &[&next[..], &["silent"]].concat());
    place.ustap_ends(0, &[&next[..], &["named", "--close", "2026-07"]].concat());
    let files = |dir: &str| -> Vec<Vec<u8>> { place.whole(dir).into_values().collect() };
    assert_eq!(files("silent"), files("named"));
}

/// A month with other rates than it was calculated by can be closed, for it is not calculated any more; an open one holds the
/// chain.
#[test]
fn rates_of_closed_months_may_change() {
    let place = place();
    place.ustap_ends(0, &["rates", "export", "rates"]);
    let table = place.read("rates/regimes.toml");
    // ОПВР of the self-employed, 2 % up to July and from August on what it is.
    let entry = "[[rate]]\nregime = \"self-employed\"\npayment = \"opvr\"\nrate = \"0.01\"\nfrom = \"2026-01-01\"\nto = \"open\"\n";
    let start = table.find(entry).unwrap();
    let (entry, _) = table[start..].split_once("\n\n").unwrap();
    let until_july = entry.replace("0.01", "0.02").replace("to = \"open\"", "to = \"2026-07-31\"");
    let from_august = entry.replace("2026-01-01", "2026-08-01");
    place.write("rates/regimes.toml", table.replace(entry, &format!("{until_july}\n\n{from_august}")));
    let next = ["calculate", "in/closing.csv", "--after", "both", "--rates", "rates", "--out", "new"];
    let run = place.ustap_ends(2, &next);
    assert!(run.stderr.contains("rests on other rates: those of 2026-07 have changed since"), "{}", run.stderr);
    place.ustap_ends(1, &[&next[..], &["--close", "2026-07"]].concat());
    assert_eq!(receipt(&place, "new")["totals"]["closed"]["2026-07"]["opvr"], "3001.00", "what was withheld");
}

#[test]
fn a_run_that_closes_is_verified_and_recomputed() {
    let place = place();
    let run = place.ustap_ends(0, &["verify", "closed"]);
    assert!(line(&run, "closed months").starts_with("not checked: say with --chain"), "{}", run.stdout);
    let run = place.ustap_ends(0, &["verify", "both", "--chain", "july"]);
    assert!(!run.stdout.contains("closed"), "nothing is closed there\n{}", run.stdout);
    let recompute = ["verify", "closed", "--inputs", "in", "--recompute", "--chain", "both", "july"];
    let run = place.ustap_ends(0, &recompute);
    for what in ["sums", "closed months", "recomputed closed", "recomputed totals", "recomputed state/operations.bin"] {
        assert_eq!(line(&run, what), "holds", "{what}");
    }
    place.write("in/next.csv", format!("{OPERATIONS}e,{A},2026-08-27,50000,\n"));
    place.ustap_ends(0, &["calculate", "in/next.csv", "--lines", "--keep", "--after", "closed", "--out", "next"]);
    let run =
        place.ustap_ends(0, &["verify", "next", "--inputs", "in", "--recompute", "--chain", "closed", "both", "july"]);
    for what in ["sums", "closed months", "closed/closed months", "recomputed closed", "recomputed lines.csv"] {
        assert_eq!(line(&run, what), "holds", "{what}");
    }
}

/// July has two operations, and August one on top of them: a receipt that says otherwise fits neither the run before nor
/// the state.
#[test]
fn a_chain_that_has_lost_operations_does_not_hold() {
    let place = place();
    let text = place.read("both/receipt.json");
    let mut lost = receipt(&place, "both");
    assert_eq!((lost["totals"]["earlier"].as_u64(), lost["totals"]["accepted"].as_u64()), (Some(2), Some(1)));
    lost["totals"]["earlier"] = 1.into();
    place.write_receipt("both", &format!("{lost:#}\n"));
    let run = place.ustap_ends(1, &["verify", "both", "--chain", "july"]);
    let said = "DOES NOT HOLD: the run before has 2 operations, and the receipt builds upon 1";
    assert_eq!(line(&run, "closed months"), said);
    let next = ["calculate", "in/august.csv", "--keep", "--after", "both", "--out", "next"];
    let run = place.ustap_ends(2, &next);
    assert!(run.stderr.contains("both: the state has 3 operations and the receipt 2"), "{}", run.stderr);
    let mut closed: serde_json::Value = serde_json::from_str(&text).unwrap();
    closed["closed"] = "2026-07".into();
    place.write_receipt("both", &format!("{closed:#}\n"));
    let run = place.ustap_ends(2, &next);
    assert!(run.stderr.contains("the state has nothing as closed and the receipt 2026-07"), "{}", run.stderr);
}

/// Somebody who writes another receipt, with a digest that fits, is found by the run's own files or by the run before.
#[test]
fn a_forged_closing_is_found() {
    let place = place();
    let text = place.read("closed/receipt.json");
    let forged = |change: &dyn Fn(&mut serde_json::Value), chain: &[&str], message: &str| {
        let mut receipt: serde_json::Value = serde_json::from_str(&text).unwrap();
        change(&mut receipt);
        place.write_receipt("closed", &format!("{receipt:#}\n"));
        let run = place.ustap_ends(1, &[&["verify", "closed"], chain].concat());
        assert_eq!(line(&run, "closed months"), format!("DOES NOT HOLD: {message}"));
        place.write_receipt("closed", &text);
    };
    let of_july = |name: &'static str, value: serde_json::Value| {
        move |receipt: &mut serde_json::Value| receipt["totals"]["closed"]["2026-07"][name] = value.clone()
    };
    let closed = |month: serde_json::Value| move |receipt: &mut serde_json::Value| receipt["closed"] = month.clone();
    let chain = ["--chain", "both", "july"];
    for month in ["2026-06", "2026-08"] {
        forged(&closed(month.into()), &[], &format!("the state has 2026-07 as closed and the receipt {month}"));
    }
    forged(&closed(serde_json::Value::Null), &[], "the state has 2026-07 as closed and the receipt nothing");
    forged(
        &|receipt| receipt["previous"] = serde_json::json!([]),
        &[],
        "2026-07 is closed, and no earlier run is named that would have it",
    );
    forged(
        &of_july("withheld", "12003.00".into()),
        &chain,
        "withheld of 2026-07 in the register of the run before and in the receipt differ: 12004.00 and 12003.00",
    );
    forged(
        &of_july("operations", 3.into()),
        &chain,
        "operations of 2026-07 in the register of the run before and in the receipt differ: 2 and 3",
    );
    forged(
        &|receipt| receipt["totals"]["closed"] = serde_json::json!({}),
        &chain,
        "2026-07 of the run before is closed, and the receipt has no totals of it",
    );
    forged(
        &|receipt| receipt["totals"]["closed"]["2026-06"] = receipt["totals"]["closed"]["2026-07"].clone(),
        &chain,
        "the receipt has totals of a closed month that the run before does not have",
    );
    forged(
        &|receipt| receipt["totals"]["earlier"] = 2.into(),
        &chain,
        "operations of open months of the run before and those built upon differ: 1 and 2",
    );
    // A run without a state has nothing beside its registers that says what is closed.
    place.write("in/next.csv", format!("{OPERATIONS}e,{A},2026-08-27,50000,\n"));
    place.ustap_ends(0, &["calculate", "in/next.csv", "--after", "closed", "--out", "bare"]);
    let bare = place.read("bare/receipt.json");
    let change = |from: &str, to: &str| place.write_receipt("bare", &bare.replacen(from, to, 1));
    change("\"closed\": \"2026-07\"", "\"closed\": \"2026-08\"");
    let run = place.ustap_ends(1, &["verify", "bare"]);
    assert_eq!(line(&run, "closed months"), "DOES NOT HOLD: the register has 2026-08, which is closed");
    change("\"closed\": \"2026-07\"", "\"closed\": \"2026-06\"");
    let run = place.ustap_ends(1, &["verify", "bare", "--chain", "closed", "both", "july"]);
    let message = "DOES NOT HOLD: the run before has 2026-07 as closed and this one 2026-06";
    assert_eq!(line(&run, "closed months"), message);
    change("\"closed\": \"2026-07\",", "");
    let run = place.ustap_ends(1, &["verify", "bare", "--chain", "closed", "both", "july"]);
    let message = "DOES NOT HOLD: the run before has 2026-07 as closed and this one nothing";
    assert_eq!(line(&run, "closed months"), message);
}

/// Whatever somebody writes into the months of a state with a receipt that fits, the closing is refused or comes to other
/// sums; it is never the end of the program.
#[test]
#[ignore = "slow"]
fn a_forged_state_is_no_end_of_the_program() {
    let place = place();
    for name in ["state/months.bin", "state/operations.bin"] {
        let bytes = fs::read(place.path(&format!("both/{name}"))).unwrap();
        for at in 0..bytes.len() {
            let mut other = bytes.clone();
            other[at] ^= 0xff;
            place.rewrite("both", name, &other);
            fs::remove_dir_all(place.path("closed")).unwrap_or_default();
            let run = place.ustap(&CLOSING);
            let is_refused = run.status == Some(2) && run.stderr.starts_with("error: ");
            assert!(is_refused || run.status == Some(1), "{name}, byte {at}: {}", run.stderr);
        }
        place.rewrite("both", name, &bytes);
    }
}

/// A chain of days from this one on, each month closed on the 26th of the next.
struct Chain {
    place: Place,
    random: Random,
    /// All operations that were accepted, by month.
    accepted: BTreeMap<Month, String>,
    closed: Option<Month>,
    count: u64,
}

const FACTS: [&str; 4] = ["--exemptions", "in/exemptions.csv", "--contractors", "in/contractors.csv"];

impl Chain {
    fn begin() -> Chain {
        let place = Place::new();
        place.write(
            "in/exemptions.csv",
            format!(
                "iin,category,valid_from,valid_to\n{A},disability,2025-12-10,\n{C},pension-age,2026-03-05,2026-03-20\n"
            ),
        );
        place.write(
            "in/contractors.csv",
            format!(
                "iin,regime,regime_from,regime_to\n{D},mobile-app,,2025-12-31\n{D},self-employed,2026-01-01,2026-02-10\n\
                 {D},entrepreneur,2026-02-11,\n"
            ),
        );
        Chain { place, random: Random::new(), accepted: BTreeMap::new(), closed: None, count: 0 }
    }

    /// A day's operations: of that day, and some that correct or come late for one of the days before.
    fn operations(&mut self, first: Day, day: Day, count: u64, late: &mut u64) -> String {
        let mut text = String::new();
        for _ in 0..count {
            let random = &mut self.random;
            let iin = [A, B, C, D][random.below(4) as usize];
            let back = random.below(u64::from(day.number() - first.number()).min(90) + 1);
            let past = Day::from_number(day.number() - u32::try_from(back).unwrap()).unwrap();
            let (settled_on, corrects_on) = match random.below(8) {
                0 => (day, Some(past)),
                1 => (past, None),
                _ => (day, None),
            };
            let effective = corrects_on.unwrap_or(settled_on);
            let income = match random.below(5) {
                0 => format!("-{}", random.below(90_000)),
                1 => random.below(900_000).to_string(),
                _ => random.below(40_000).to_string(),
            };
            self.count += 1;
            let corrects_on = corrects_on.map(|day| day.to_string()).unwrap_or_default();
            let row = format!("id-{},{iin},{settled_on},{income}.{:02},{corrects_on}\n", self.count, random.below(100));
            if Some(effective.month()) <= self.closed {
                *late += 1;
            } else {
                *self.accepted.entry(effective.month()).or_default() += &row;
            }
            text += &row;
        }
        text
    }

    /// Whether this month in the registers of a run is what one run over the month comes to.
    fn is_one_run(&self, dir: &str, month: Month) {
        let accepted = self.accepted.get(&month).map_or("", String::as_str);
        self.place.write("month.csv", format!("{OPERATIONS}{accepted}"));
        let run = self.place.ustap(&[&["calculate", "month.csv", "--out", "month"], &FACTS[..]].concat());
        assert_eq!(run.status, Some(0), "{}{}", run.stdout, run.stderr);
        for name in ["register.csv", "limits.csv", "payments.csv"] {
            let (one, chain) = (self.place.read(&format!("month/{name}")), self.place.read(&format!("{dir}/{name}")));
            let one: Vec<&str> = one.lines().skip(1).collect();
            assert!(name == "limits.csv" || !one.is_empty());
            assert_eq!(of_month(&chain, &month.to_string()), one, "{dir}/{name} {month}");
        }
        fs::remove_dir_all(self.place.path("month")).unwrap();
    }

    fn bytes(&self, dir: &str) -> u64 {
        let lengths = self.place.whole(dir);
        lengths.into_values().map(|bytes| bytes.len() as u64).sum()
    }
}

/// Runs a chain of so many days, of which each `step`th and those about a closing have a run with so many operations, and
/// checks month by month that it comes to what one run over the month does; gives the bytes of each run's directory by the
/// number of its day.
fn chain(days: u32, step: u32, operations: u64) -> BTreeMap<u32, u64> {
    let mut chain = Chain::begin();
    let first = Day::from_ymd(2025, 11, 1).unwrap();
    let mut bytes = BTreeMap::new();
    let mut last: Option<String> = None;
    let mut late_in_all = 0;
    for number in 1..=days {
        let day = Day::from_number(first.number() + number - 1).unwrap();
        let (_, _, of_month) = day.ymd();
        let is_closing = of_month == 26 && number > 31;
        if number % step != 0 && !is_closing && number != 31 && number != days {
            continue;
        }
        let month = day.month().first_day().previous().unwrap().month();
        if is_closing {
            chain.is_one_run(last.as_ref().unwrap(), month);
            chain.closed = Some(month);
        }
        let mut late = 0;
        let text = chain.operations(first, day, operations, &mut late);
        let (file, dir, close) = (format!("in/{number}.csv"), format!("day-{number}"), month.to_string());
        chain.place.write(&file, format!("{OPERATIONS}{text}"));
        let mut arguments = [&["calculate", &*file, "--keep", "--lines", "--out", &*dir], &FACTS[..]].concat();
        arguments.extend(["--threads", ["1", "2", "3"][number as usize % 3]]);
        if let Some(last) = &last {
            arguments.extend(["--after", last]);
        }
        if is_closing {
            arguments.extend(["--close", &close]);
        }
        let run = chain.place.ustap(&arguments);
        assert_eq!(run.status, Some(i32::from(late > 0)), "{}{}", run.stdout, run.stderr);
        let rejects = chain.place.read(&format!("{dir}/rejects.csv"));
        assert!(rejects.lines().skip(1).all(|line| line.contains(",closed-month,")), "{rejects}");
        assert_eq!(rejects.lines().count() as u64, 1 + late);
        late_in_all += late;
        if is_closing {
            let before = last.as_deref().unwrap();
            let verify = ["verify", &dir, "--inputs", "in", "--recompute", "--chain", before];
            let run = chain.place.ustap_ends(0, &verify);
            assert_eq!(line(&run, "closed months"), "holds");
        }
        bytes.insert(number, chain.bytes(&dir));
        fs::remove_file(chain.place.path(&file)).unwrap();
        if let Some(before) = last.replace(dir) {
            fs::remove_dir_all(chain.place.path(&before)).unwrap();
        }
    }
    let last = last.unwrap();
    let open: Vec<Month> = chain.accepted.keys().copied().filter(|&month| Some(month) > chain.closed).collect();
    assert!(!open.is_empty() && late_in_all > 0 && chain.accepted.len() as u32 >= days / 31);
    open.into_iter().for_each(|month| chain.is_one_run(&last, month));
    bytes
}

#[test]
fn a_chain_with_closings_is_one_run_over_each_month() {
    chain(150, 9, 30);
}

/// 400 days, a run on each. With 250 operations a day the state is nearly all of a directory: day 365 has the 31 days of its
/// month and a few of the one before, as day 31 has, and the most is a month and the 25 days after it: (31 + 25) ÷ 31 = 1.8.
#[test]
#[ignore = "slow: 400 runs of the program"]
fn what_a_day_of_400_leaves_depends_on_its_open_months() {
    let bytes = chain(400, 1, 250);
    let of = |day: u32| bytes[&day];
    assert_eq!(bytes.len(), 400);
    assert!(of(365) * 10 <= of(31) * 13, "{} and {}", of(31), of(365));
    let (day, most) = bytes.iter().max_by_key(|(_, bytes)| **bytes).unwrap();
    assert!(most * 10 <= of(31) * 22, "{most} on day {day} and {}", of(31));
}
