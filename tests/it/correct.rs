//! `ustap correct`: deltas between two runs, why, and what they come to.

use std::collections::BTreeMap;

use crate::program::{A, B, C, D, OPERATIONS, Place, Random, rows};
use rust_decimal::Decimal;

const HEADER: &str = "iin,period,payment,before,after,delta,cause\n";

fn calculate(place: &Place, operations: &str, more: &[&str], out: &str) {
    let run = place.calculate(operations, &[&["--out", out], more].concat());
    assert_eq!(run.status, Some(0), "{}", run.stdout);
}

/// 300 000 of a person whose disability of group I–II without term became known later: ОПВ, ОПВР and ВОСМС of 3 000
/// are not due. 100 000 − 20 000 = 80 000. 50 000 of an entrepreneur: nothing is due here. 10 000 that came in later.
#[test]
fn every_change_has_its_delta_and_its_cause() {
    let place = Place::new();
    place.write("exemptions.csv", format!("iin,category,valid_from\n{A},disability-1-2-permanent,2026-08-01\n"));
    place.write("contractors.csv", format!("iin,regime\n{C},entrepreneur\n"));
    let paid = format!("a,{A},2026-08-05,300000,\nb,{B},2026-08-05,100000,\nc,{C},2026-08-05,50000,\n");
    calculate(&place, &paid, &[], "then");
    let more = format!("{paid}d,{B},2026-09-03,-20000,2026-08-05\ne,{D},2026-08-31,10000,\n");
    let facts = ["--exemptions", "exemptions.csv", "--contractors", "contractors.csv"];
    calculate(&place, &more, &facts, "now");
    let run = place.ustap_ends(1, &["correct", "then", "now", "--out", "out"]);
    let mut expected = HEADER.to_owned();
    let mut row = |iin: &str, payment: &str, before: &str, after: &str, delta: &str, cause: &str| {
        expected += &format!("{iin},2026-08,{payment},{before}.00,{after}.00,{delta}.00,{cause}\n");
    };
    for payment in ["opv", "opvr", "so", "vosms"] {
        row(C, payment, "500", "0", "-500", "regime");
    }
    for payment in ["opv", "opvr", "so", "vosms"] {
        row(D, payment, "0", "100", "100", "income");
    }
    for payment in ["opv", "opvr", "vosms"] {
        row(A, payment, "3000", "0", "-3000", "exemption");
    }
    for payment in ["opv", "opvr", "so", "vosms"] {
        row(B, payment, "1000", "800", "-200", "income");
    }
    assert_eq!(place.read("out/corrections.csv"), expected);
    // To return: 500 + 3 000 + 200 = 3 700; СО 500 + 200 = 700.
    assert_eq!(
        place.read("out/summary.csv"),
        "period,payment,persons,to_pay,to_return\n2026-08,opv,4,100.00,3700.00\n2026-08,opvr,4,100.00,3700.00\n\
         2026-08,so,3,100.00,700.00\n2026-08,vosms,4,100.00,3700.00\n"
    );
    assert!(run.stdout.starts_with("corrections 15, persons 4\n"), "{}", run.stdout);
    let verified = place.ustap_ends(0, &["verify", "out", "--chain", "then", "now"]);
    for what in ["corrections.csv: holds", "then/register.csv: holds", "now/register.csv: holds"] {
        assert!(verified.stdout.contains(what), "{}", verified.stdout);
    }
    let run = place.ustap_ends(0, &["correct", "now", "now", "--out", "same"]);
    assert!(run.stdout.starts_with("corrections 0, persons 0\n"), "{}", run.stdout);
    assert_eq!(place.read("same/corrections.csv"), HEADER);
}

/// The same income over the same two regimes, divided on another day. Register 10 000 + 50 000 = 60 000 of the entrepreneur
/// and 30 000, then 10 000 and 50 000 + 30 000 = 80 000: 300 → 800 of each payment that is 1 % here.
#[test]
fn income_that_moves_between_the_regimes_of_a_month_has_the_regime_as_its_cause() {
    let place = Place::new();
    let operations = format!("a,{A},2026-08-05,10000,\nb,{A},2026-08-12,50000,\nc,{A},2026-08-20,30000,\n");
    for (out, last, first) in [("then", "15", "16"), ("now", "10", "11")] {
        let rows = format!("{A},entrepreneur,,2026-08-{last}\n{A},self-employed,2026-08-{first},\n");
        place.write("contractors.csv", format!("iin,regime,regime_from,regime_to\n{rows}"));
        calculate(&place, &operations, &["--contractors", "contractors.csv"], out);
    }
    place.ustap_ends(1, &["correct", "then", "now", "--out", "out"]);
    let row = |payment| format!("{A},2026-08,{payment},300.00,800.00,500.00,regime\n");
    assert_eq!(
        place.read("out/corrections.csv"),
        HEADER.to_owned() + &["opv", "opvr", "so", "vosms"].map(row).concat()
    );
}

/// 100 000 under each of two regimes of June 2025, one of them exempt: 1 % of the first or 10 % of the second is due to ОПВ.
/// The exempt income is as much as before, and another one. What is due in addition goes under the rate of the regime
/// that it is due under.
#[test]
fn income_of_another_regime_that_is_exempt_has_the_exemption_as_its_cause() {
    let place = Place::new();
    let regimes = format!("{A},mobile-app,,2025-06-15\n{A},mobile-app-standard,2025-06-16,\n");
    place.write("contractors.csv", format!("iin,regime,regime_from,regime_to\n{regimes}"));
    let operations = format!("a,{A},2025-06-05,100000,\nb,{A},2025-06-20,100000,\n");
    for (out, days) in [("first", "2025-06-01,2025-06-10"), ("second", "2025-06-16,2025-06-25")] {
        place.write("exemptions.csv", format!("iin,category,valid_from,valid_to\n{A},pension-age,{days}\n"));
        calculate(&place, &operations, &["--exemptions", "exemptions.csv", "--contractors", "contractors.csv"], out);
    }
    // A regime is chosen for a month, and each of the two has caps of its own: the run says so.
    let run = place.calculate(&operations, &["--contractors", "contractors.csv", "--check"]);
    assert!(run.stdout.contains("note: of 1 month of a person the contractors have two regimes"), "{}", run.stdout);
    place.ustap_ends(1, &["correct", "first", "second", "--out", "less"]);
    let corrections = place.read("less/corrections.csv");
    let rows = rows(&corrections);
    let opv = rows.iter().find(|row| row["payment"] == "opv").unwrap();
    assert_eq!((opv["before"], opv["after"], opv["delta"]), ("10000.00", "1000.00", "-9000.00"));
    assert!(rows.iter().all(|row| row["cause"] == "exemption"), "{corrections}");
    place.ustap_ends(1, &["correct", "second", "first", "--out", "more"]);
    let rates = place.read("more/rates.csv");
    assert_eq!(rates.lines().filter(|row| row.contains(",opv,")).collect::<Vec<_>>(), [format!("{A},2025-06,opv,10%")]);
}

/// Of 200 000 in June 2025, 1 % to ОПВ; then the regime of 10 %, and half of it is exempt: both bear on what is due. Of a
/// month in which `stop` splits off what crosses the limit, the 100 000 before it are exempt: so are they where the rest is
/// not told, and not where nobody is.
#[test]
fn an_exemption_is_a_cause_beside_another_regime_and_another_policy() {
    let place = Place::new();
    place.write("contractors.csv", format!("iin,regime\n{A},mobile-app-standard\n"));
    place.write("then.csv", format!("iin,category,valid_from,valid_to\n{A},pension-age,2025-06-01,2025-06-10\n"));
    place.write("now.csv", format!("iin,category,valid_from,valid_to\n{A},pension-age,2026-06-01,2026-06-10\n"));
    let operations = format!("a,{A},2025-06-03,100000,\nb,{A},2025-06-20,100000,\n");
    calculate(&place, &operations, &[], "plain");
    calculate(&place, &operations, &["--contractors", "contractors.csv", "--exemptions", "then.csv"], "standard");
    let operations = format!("a,{A},2026-06-03,100000,\nb,{A},2026-06-20,1300000,\n");
    calculate(&place, &operations, &[], "cap");
    calculate(&place, &operations, &["--over-limit", "stop", "--exemptions", "now.csv"], "stop");
    calculate(&place, &operations, &["--over-limit", "stop"], "stop-alone");
    for (before, after, out, opv) in [
        // 1 % of 200 000; 10 % of 100 000.
        ("plain", "standard", "regime", ("2000.00", "10000.00", "regime|exemption")),
        // 1 % of the limit, 300 МРП of 4 325; nothing of what is exempt, or else 1 % of 100 000.
        ("cap", "stop", "policy", ("12975.00", "0.00", "policy|exemption")),
        ("cap", "stop-alone", "alone", ("12975.00", "1000.00", "policy")),
    ] {
        place.ustap_ends(1, &["correct", before, after, "--out", out]);
        let corrections = place.read(&format!("{out}/corrections.csv"));
        let rows = rows(&corrections);
        let found = rows.iter().find(|row| row["payment"] == "opv").unwrap();
        assert_eq!((found["before"], found["after"], found["cause"]), opv, "{corrections}");
    }
}

/// A draft that doubles ОПВР to 2 %: 2 000 instead of 1 000. The policy `stop`: nothing of the operation that crosses
/// 1 297 500, of which `cap` withholds 12 975 three times and 5 950.
#[test]
fn rates_and_policy_are_causes_of_their_own() {
    let place = Place::new();
    let operations = format!("a,{A},2026-08-05,100000,\nb,{B},2026-08-05,1500000,\n");
    calculate(&place, &operations, &[], "law");
    calculate(&place, &operations, &["--over-limit", "stop"], "stop");
    place.ustap_ends(0, &["rates", "export", "draft"]);
    let table = place.read("draft/regimes.toml");
    let rate = "regime = \"self-employed\"\npayment = \"opvr\"\nrate = \"0.01\"";
    assert!(table.contains(rate));
    place.write("draft/regimes.toml", table.replace(rate, &rate.replace("0.01", "0.02")));
    calculate(&place, &operations, &["--rates", "draft"], "draft-law");
    place.ustap_ends(1, &["correct", "law", "draft-law", "--out", "impact"]);
    assert_eq!(
        place.read("impact/corrections.csv"),
        format!(
            "{HEADER}{A},2026-08,opvr,1000.00,2000.00,1000.00,rates\n{B},2026-08,opvr,12975.00,25950.00,12975.00,rates\n"
        )
    );
    place.ustap_ends(1, &["correct", "law", "stop", "--out", "stopped"]);
    let line = |payment: &str, was: &str| format!("{B},2026-08,{payment},{was},0.00,-{was},policy\n");
    let lines = [("opv", "12975.00"), ("opvr", "12975.00"), ("so", "5950.00"), ("vosms", "12975.00")];
    let expected: String = lines.iter().map(|(payment, was)| line(payment, was)).collect();
    assert_eq!(place.read("stopped/corrections.csv"), format!("{HEADER}{expected}"));
}

/// The limit of a month in 2026 is 300 МРП of 4 325 = 1 297 500. Each delta has the one cause that was put there.
#[test]
fn every_delta_has_its_own_cause_where_income_is_split_off_or_makes_up_for_itself() {
    let place = Place::new();
    let entrepreneur = |days: &str, rest: &str| {
        format!("iin,regime,regime_from,regime_to\n{A},entrepreneur,{days}\n{A},self-employed,{rest}\n")
    };
    let until_10 = entrepreneur("2026-08-01,2026-08-10", "2026-08-11,");
    let on_20 = format!(
        "iin,regime,regime_from,regime_to\n{A},self-employed,,2026-08-19\n{A},entrepreneur,2026-08-20,2026-08-21\n\
         {A},self-employed,2026-08-22,\n"
    );
    let from_11 = entrepreneur("2026-08-11,", ",2026-08-10");
    let disabled = format!("iin,category,valid_from\n{A},disability-1-2-permanent,2026-08-10\n");
    let none = (String::new(), String::new());
    let of = |day: u32, id: &str, income: i64| format!("{id},{A},2026-08-{day:02},{income},\n");
    // Contractors and exemptions, the operations, the policy; before and after; payment, both amounts, cause.
    let stop = &["--over-limit", "stop"][..];
    for (number, (before, after, (payment, old, new, cause))) in [
        // All is above the limit; then the first is another regime's, and 1 % of 200 000 is due.
        (
            (&none, of(5, "1", 1_400_000) + &of(20, "2", 200_000), stop),
            (&(until_10, String::new()), of(5, "1", 1_400_000) + &of(20, "2", 200_000), stop),
            ("opv", "0.00", "2000.00", "regime"),
        ),
        // 1 000 000 is within it, 700 000 above; then 1 100 000 is within it.
        (
            (&none, of(5, "1", 1_000_000) + &of(20, "2", 600_000) + &of(25, "3", 100_000), stop),
            (&(on_20, String::new()), of(5, "1", 1_000_000) + &of(20, "2", 600_000) + &of(25, "3", 100_000), stop),
            ("opv", "10000.00", "11000.00", "regime"),
        ),
        // What crosses the limit comes first, or behind what is given back: 900 000 in all.
        (
            (&none, of(5, "1", 1_400_000) + &of(20, "2", -500_000), stop),
            (&none, of(21, "1", 1_400_000) + &of(20, "2", -500_000), stop),
            ("opv", "0.00", "9000.00", "income"),
        ),
        // A new person, whose incomes come to nothing in all.
        (
            (&none, format!("9,{B},2026-08-05,1000,\n"), &[][..]),
            (
                &(from_11, String::new()),
                format!("9,{B},2026-08-05,1000,\n") + &of(5, "1", 100_000) + &of(20, "2", -100_000),
                &[],
            ),
            ("opv", "0.00", "1000.00", "income"),
        ),
        // The policy alone: 1 400 000 of 1 500 000 is due under `cap`, up to the cap, for the last is exempt.
        (
            (&(String::new(), disabled.clone()), of(1, "1", 1_400_000) + &of(20, "2", 100_000), &[]),
            (&(String::new(), disabled.clone()), of(1, "1", 1_400_000) + &of(20, "2", 100_000), stop),
            ("opv", "12975.00", "0.00", "policy"),
        ),
        // More income that is due, with which what is exempt is above the limit.
        (
            (&(String::new(), disabled.clone()), of(1, "1", 900_000) + &of(20, "2", 100_000), stop),
            (&(String::new(), disabled), of(1, "1", 900_000) + &of(9, "3", 390_000) + &of(20, "2", 100_000), stop),
            ("opv", "9000.00", "12900.00", "income"),
        ),
    ]
    .into_iter()
    .enumerate()
    {
        for (out, ((contractors, exemptions), operations, policy)) in [("before", before), ("after", after)] {
            let mut more = policy.to_vec();
            for (option, file, text) in
                [("--contractors", "contractors.csv", contractors), ("--exemptions", "exemptions.csv", exemptions)]
            {
                if !text.is_empty() {
                    place.write(file, text);
                    more.extend([option, file]);
                }
            }
            calculate(&place, &operations, &more, &format!("{number}-{out}"));
        }
        let (before, after, out) = (format!("{number}-before"), format!("{number}-after"), format!("{number}-out"));
        place.ustap_ends(1, &["correct", &before, &after, "--out", &out]);
        let corrections = place.read(&format!("{out}/corrections.csv"));
        let rows = rows(&corrections);
        assert!(rows.iter().all(|row| !row["cause"].is_empty()), "{number}: {corrections}");
        let found = rows.iter().find(|row| row["payment"] == payment);
        let found = found.map(|row| (row["before"], row["after"], row["cause"]));
        assert_eq!(found, Some((old, new, cause)), "{number}: {corrections}");
    }
}

/// The ИИН of one operation of August was mended. The months that are named have no person in common, the runs July.
#[test]
fn two_versions_are_compared_in_a_month_that_has_other_persons() {
    let place = Place::new();
    calculate(&place, &format!("1,{A},2026-07-05,1000,\n2,{A},2026-08-05,1000,\n"), &[], "then");
    calculate(&place, &format!("1,{A},2026-07-05,1000,\n2,{B},2026-08-05,1000,\n"), &[], "now");
    place.ustap_ends(1, &["correct", "then", "now", "--period", "2026-08", "--out", "out"]);
    // Four payments of either.
    assert_eq!(rows(&place.read("out/corrections.csv")).len(), 8);
    // Two months of two strangers are no two versions, whether a month is named or not.
    calculate(&place, &format!("1,{A},2026-08-05,1000,\n"), &[], "one");
    calculate(&place, &format!("2,{B},2026-08-05,1000,\n"), &[], "other");
    for more in [&[][..], &["--period", "2026-08"]] {
        let run = place.ustap_ends(2, &[&["correct", "one", "other", "--out", "none"][..], more].concat());
        assert!(run.stderr.contains("in common"), "{}", run.stderr);
    }
}

#[test]
fn damaged_and_foreign_directories_are_refused() {
    let place = Place::new();
    calculate(&place, &format!("a,{A},2026-08-05,100000,\n"), &[], "then");
    calculate(&place, &format!("a,{A},2026-08-05,200000,\n"), &[], "now");
    place.ustap_ends(1, &["correct", "then", "now", "--out", "out"]);
    let run = place.ustap_ends(2, &["correct", "then", "out", "--out", "new"]);
    assert!(run.stderr.contains("does not have the output `register.csv`"), "{}", run.stderr);
    place.write("now/register.csv", place.read("now/register.csv").replace("2000.00", "2001.00"));
    let run = place.ustap_ends(2, &["correct", "then", "now", "--out", "new"]);
    assert!(run.stderr.starts_with("error: now/register.csv: does not verify"), "{}", run.stderr);
    let run = place.ustap_ends(2, &["correct", "then", "nowhere", "--out", "new"]);
    assert!(run.stderr.starts_with("error: nowhere/receipt.json: cannot be read"), "{}", run.stderr);
    assert!(!place.exists("new"));
}

fn amounts(register: &str) -> BTreeMap<(String, String, String), Decimal> {
    let mut amounts = BTreeMap::new();
    for row in rows(register) {
        for payment in ["ipn", "opv", "opvr", "so", "vosms"] {
            let key = (row["iin"].to_owned(), row["period"].to_owned(), payment.to_owned());
            *amounts.entry(key).or_default() += row[payment].parse::<Decimal>().unwrap();
        }
    }
    amounts
}

/// Before + deltas = after, for every person, month and payment of random runs.
#[test]
fn before_and_deltas_make_after() {
    let mut numbers = Random::new();
    let mut random = |below: u64| numbers.below(below);
    for _ in 0..12 {
        let place = Place::new();
        for out in ["before", "after"] {
            let mut operations = String::new();
            for number in 0..random(60) {
                let iin = [A, B, C, D][random(4) as usize];
                let (month, day) = (7 + random(2), 1 + random(28));
                let income = i64::try_from(random(900_000)).unwrap() - 200_000;
                operations += &format!("{number},{iin},2026-{month:02}-{day:02},{income}.{:02},\n", random(100));
            }
            place.write("exemptions.csv", {
                let categories = ["pension-age", "disability", "born-before-1975", "retired-judge"];
                let row = |iin: &str, category: &str, day: u64| format!("{iin},{category},2026-08-{day:02}\n");
                let rows = row([A, B][random(2) as usize], categories[random(4) as usize], 1 + random(28));
                format!("iin,category,valid_from\n{rows}")
            });
            place.write("contractors.csv", format!("iin,regime,regime_to\n{D},entrepreneur,\n{C},self-employed,\n"));
            let facts = ["--exemptions", "exemptions.csv", "--contractors", "contractors.csv"];
            let policy = ["cap", "stop"][random(2) as usize];
            calculate(&place, &operations, &[&facts[..], &["--over-limit", policy]].concat(), out);
        }
        let run = place.ustap(&["correct", "before", "after", "--out", "out"]);
        assert!(matches!(run.status, Some(0 | 1)), "{}", run.stderr);
        let mut before = amounts(&place.read("before/register.csv"));
        let corrections = place.read("out/corrections.csv");
        for row in rows(&corrections) {
            let key = (row["iin"].to_owned(), row["period"].to_owned(), row["payment"].to_owned());
            assert_ne!(row["cause"], "", "{row:?}");
            *before.entry(key).or_default() += row["delta"].parse::<Decimal>().unwrap();
        }
        let mut after = amounts(&place.read("after/register.csv"));
        before.retain(|_, amount| !amount.is_zero());
        after.retain(|_, amount| !amount.is_zero());
        assert_eq!(before, after);
    }
}

/// Two runs that share no input and no person's month are no two versions of one thing: all of the one would be to return,
/// all of the other to pay.
#[test]
fn runs_that_have_nothing_in_common_are_refused() {
    let place = Place::new();
    let run = |dir: &str, rows: &str| {
        place.write(&format!("{dir}.csv"), format!("{OPERATIONS}{rows}"));
        place.ustap_ends(0, &["calculate", &format!("{dir}.csv"), "--out", dir]);
    };
    run("august", &format!("a,{A},2026-08-05,1000,\n"));
    run("september", &format!("a,{A},2026-09-05,1000,\n"));
    run("others", &format!("b,{B},2026-08-05,1000,\n"));
    run("both", &format!("a,{A},2026-08-05,1000,\nb,{B},2026-08-05,1000,\n"));
    run("empty", "");
    for (before, after) in [("august", "september"), ("september", "august"), ("august", "others")] {
        let run = place.ustap_ends(2, &["correct", before, after, "--out", "x"]);
        let message = "error: the two runs have no input and no person's month in common: ";
        assert!(run.stderr.starts_with(message), "{}", run.stderr);
        assert!(!place.exists("x"));
    }
    // A month in common, or nothing in one of them, or the same inputs: 1 % of 1 000 of four payments each time.
    for (number, (before, after)) in [("august", "both"), ("empty", "august"), ("august", "empty")].iter().enumerate() {
        let out = format!("x{number}");
        let run = place.ustap_ends(1, &["correct", before, after, "--out", &out]);
        assert!(run.stdout.starts_with("corrections 4, persons 1\n"), "{}", run.stdout);
    }
    // The contractors of every month are one input that two months have in common.
    place.write("contractors.csv", format!("iin,surname\n{A},Примеров\n"));
    for month in ["august", "september"] {
        let (file, out) = (format!("{month}.csv"), format!("of-{month}"));
        place.ustap_ends(0, &["calculate", &file, "--contractors", "contractors.csv", "--out", &out]);
    }
    let run = place.ustap_ends(1, &["correct", "of-august", "of-september", "--out", "months"]);
    let told = "told: no person's month stands in both runs, which have but an input in common: ";
    assert!(run.stdout.contains(told), "{}", run.stdout);
    place.write("moved.csv", place.read("august.csv"));
    place.ustap_ends(1, &["calculate", "moved.csv", "september.csv", "--period", "2026-09", "--out", "moved"]);
    let run = place.ustap_ends(1, &["correct", "august", "moved", "--out", "same-input"]);
    // A run of one month says nothing of the others: nobody is led to pay or to ask back by it.
    let told = "told: not in AFTER, which is of 2026-09 alone: 2026-08; all of it would be to return\n";
    assert!(run.stdout.contains(told), "{}", run.stdout);
    assert!(
        run.stdout.ends_with("\nnext: compare with --period 2026-09, or name runs of all months\n"),
        "{}",
        run.stdout
    );
    let run = place.ustap_ends(1, &["correct", "moved", "august", "--out", "same-back"]);
    assert!(run.stdout.contains("told: not in BEFORE, which is of 2026-09 alone: 2026-08; "), "{}", run.stdout);
    // Nor by what goes on from there, which knows the months by the receipt; the page says it in place of what is to pay.
    place.write("contractors.csv", "iin\n");
    let [lists, refunds]: [&[&str]; 2] = [
        &[
            "lists",
            "same-back",
            "--contractors",
            "contractors.csv",
            "--payment",
            "opv",
            "--format",
            "csv",
            "--out",
            "no",
        ],
        &["refunds", "same-input", "--reason", "over-accrued", "--out", "no"],
    ];
    let without = "in one of the two runs alone, for the other was made with --period of another month: 2026-08; of this \
                   nothing is to be paid or asked back by this correction";
    for command in [lists, refunds] {
        let run = place.ustap_ends(2, command);
        assert!(run.stderr.contains(without) && run.stderr.contains("\nhint: compare two runs"), "{}", run.stderr);
        assert!(!place.exists("no"));
    }
    place.ustap_ends(0, &["report", "august", "same-input", "--lang", "en", "--out", "page.html"]);
    let page = place.read("page.html");
    assert!(page.contains(without) && page.contains("something is still to be paid"), "{page}");
    assert!(!page.contains("something is to be claimed back"), "{page}");
    // September was compared rightly: 1 % of 1 000 is to be paid in addition.
    let september = ["--payment", "opv", "--format", "csv", "--period", "2026-09", "--out", "september-lists"];
    place.ustap_ends(1, &[&["lists", "same-input", "--contractors", "contractors.csv"][..], &september].concat());
    assert!(place.read("september-lists/lists.csv").contains("2026-09"));
    // Two runs of one month each have no month in common, and none of the two is named as a way out.
    place.ustap_ends(1, &["calculate", "moved.csv", "september.csv", "--period", "2026-08", "--out", "only-august"]);
    let none = "\nnext: the two runs are of different months: name two runs of the same month, or calculate again without --period, with \
                the files of all months\n";
    for (number, periods) in [&[][..], &["--period", "2026-08"], &["--period", "2026-09"]].iter().enumerate() {
        let out = format!("none{number}");
        let run = place.ustap_ends(1, &[&["correct", "only-august", "moved", "--out", &out], *periods].concat());
        assert!(run.stdout.ends_with(none), "{}", run.stdout);
    }
    let run = place.ustap_ends(1, &["correct", "august", "moved", "--period", "2026-09", "--out", "asked"]);
    assert!(!run.stdout.contains("alone") && run.stdout.contains("next: `ustap lists"), "{}", run.stdout);
}

/// June to August of one person, 1 000 more in each month of the second run: 10 more of each of four payments a month.
#[test]
fn only_the_months_asked_for_are_compared() {
    let place = Place::new();
    let months = |income: u32, ids: &str| -> String {
        (6..=8).map(|month| format!("{ids}{month},{A},2026-{month:02}-05,{income},\n")).collect()
    };
    calculate(&place, &months(10_000, "a"), &["--keep"], "before");
    calculate(&place, &months(11_000, "a"), &[], "after");
    let row = |month: &str| -> String {
        let row = |payment: &str| format!("{A},{month},{payment},100.00,110.00,10.00,income\n");
        ["opv", "opvr", "so", "vosms"].map(row).concat()
    };
    let periods = ["--period", "2026-08", "--period", "2026-06", "--period", "2026-08"];
    let run = place.ustap_ends(1, &[&["correct", "before", "after", "--out", "two"], &periods[..]].concat());
    assert_eq!(place.read("two/corrections.csv"), format!("{HEADER}{}{}", row("2026-06"), row("2026-08")));
    for name in ["BEFORE", "AFTER"] {
        let told = format!("told: 1 row of {name} of other months, which is not compared\n");
        assert!(run.stdout.contains(&told), "{}", run.stdout);
    }
    place.ustap_ends(1, &["correct", "before", "after", "--out", "all"]);
    assert_eq!(place.read("all/corrections.csv").lines().count(), 1 + 12);
    let refused = |before: &str, after: &str, periods: &[&str], message: &str| {
        let run = place.ustap_ends(2, &[&["correct", before, after, "--out", "x"], periods].concat());
        assert!(run.stderr.starts_with(message), "{}", run.stderr);
        assert!(!place.exists("x"));
    };
    let message = "error: --period: neither run has the month 2026-09 [usage]\nhint: their months are 2026-06, 2026-07, 2026-08\n";
    refused("before", "after", &["--period", "2026-08", "--period", "2026-09"], message);
    // A month that one side alone has is compared: all of it is to pay.
    calculate(&place, &format!("a8,{A},2026-08-05,10000,\n"), &[], "august");
    place.ustap_ends(1, &["correct", "august", "after", "--period", "2026-06", "--out", "june"]);
    let june = place.read("june/corrections.csv");
    assert_eq!(june.lines().nth(1).unwrap(), format!("{A},2026-06,opv,0.00,110.00,110.00,income"));
    // What is closed in one run is not gone: it is in the runs before it.
    calculate(&place, "", &["--keep", "--after", "before", "--close", "2026-06"], "closed");
    let all = "which has nothing of it: all of it would be";
    let message = format!("error: 2026-06 is closed in AFTER, {all} to return [usage]\nhint: ");
    refused("before", "closed", &[], &message);
    refused("before", "closed", &["--period", "2026-06"], &message);
    refused("closed", "after", &[], &format!("error: 2026-06 is closed in BEFORE, {all} to pay [usage]\nhint: "));
    place.ustap_ends(0, &["correct", "before", "closed", "--period", "2026-07", "--out", "july"]);
    place.ustap_ends(1, &["correct", "closed", "after", "--period", "2026-07", "--period", "2026-08", "--out", "open"]);
}
