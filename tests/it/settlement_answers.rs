//! `ustap reconcile` on answers and sums of ЦС КГД as they come: told twice, in part, of one payment, with bad rows.
//!
//! A and B of two months: A has 700 000.00 in August, of which ОПВ, ОПВР and ВОСМС are 7 000.00 and СО 5 950.00 (7 МЗП),
//! and 100 000.00 in July, of which each is 1 000.00; B has 50 000.00 in August, of which each is 500.00.

use crate::program::{Place, Run};

const A: &str = "871120900221";
const B: &str = "900101300811";
const ANSWER: &str = "iin,period,knp,amount,status,error_code,reference";
const KGD: &str = "iin,period,ipn,opv,opvr,so,vosms";

fn place_with_run() -> Place {
    let place = Place::new();
    let operations = format!("1,{A},2026-07-05,100000,\n2,{A},2026-08-05,700000,\n3,{B},2026-08-05,50000,\n");
    place.calculate(&operations, &["--out", "run"]);
    place
}

/// Reconciles a file of these rows, and gives the rows of `breaks.csv`.
fn reconcile(place: &Place, (header, rows): (&str, &[&str]), more: &[&str]) -> (Run, Vec<String>) {
    place.write("theirs.csv", format!("{header}\n{}\n", rows.join("\n")));
    if place.exists("out") {
        std::fs::remove_dir_all(place.path("out")).unwrap();
    }
    let side = if header.starts_with(KGD) { "--kgd" } else { "--answer" };
    let run = place.ustap(&[&["reconcile", "--register", "run", side, "theirs.csv", "--out", "out"], more].concat());
    let breaks = if run.status == Some(2) { String::new() } else { place.read("out/breaks.csv") };
    (run, breaks.lines().skip(1).map(str::to_owned).collect())
}

const OPV: [&str; 4] = ["--payment", "opv", "--period", "2026-08"];

/// Field case 8: one break, and nothing of 7 000.00 is paid.
#[test]
fn accepted_then_returned_is_one_break() {
    let place = place_with_run();
    let (accepted, returned) =
        (format!("{A},2026-08,010,7000.00,accepted,,3"), format!("{A},2026-08,010,7000,returned,E31,3"));
    let b = format!("{B},2026-08,010,500.00,,,4");
    let (run, breaks) = reconcile(&place, (ANSWER, &[&accepted, &returned, &b]), &OPV);
    assert_eq!(run.status, Some(1));
    assert_eq!(breaks, [format!("answer,returned,{A},2026-08,opv,7000.00,0.00,-7000.00,,,E31,3,theirs.csv,3")]);
    assert!(run.stdout.contains("  theirs 500.00 = matched 500.00 + breaks 0.00\n"), "{}", run.stdout);
    let summary = place.read("out/summary.csv");
    assert_eq!(summary.lines().nth(1), Some("answer,2026-08,opv,7500.00,500.00,1,500.00,1,0.00,0.00,7000.00"));
    // Field case 9: rejected, then accepted again, is a match; the rejected row is told.
    let rejected = accepted.replace("accepted,,3", "rejected,E12,2");
    let (run, breaks) = reconcile(&place, (ANSWER, &[&rejected, &accepted, &b]), &OPV);
    assert_eq!((run.status, breaks.len()), (Some(0), 0), "{}", run.stdout);
    assert!(run.stdout.contains("told: 0 returned and 1 rejected"), "{}", run.stdout);
}

/// The same payment downloaded twice counts once, and is told: no break, no reject, but a finding.
#[test]
fn a_payment_that_was_downloaded_twice_counts_once() {
    let place = place_with_run();
    let (a, b) = (format!("{A},2026-08,010,7000.00,,,3"), format!("{B},2026-08,010,500.00,,,4"));
    let (run, breaks) = reconcile(&place, (ANSWER, &[&a, &b, &a, &b]), &OPV);
    assert_eq!((run.status, breaks.len()), (Some(1), 0), "{}", run.stdout);
    assert_eq!(place.read("out/rejects.csv").lines().count(), 1);
    let told = "told: 2 rows repeat another with the same reference and count once: theirs.csv:4, theirs.csv:5\n";
    assert!(run.stdout.contains(told), "{}", run.stdout);
    assert!(run.stdout.contains("theirs 7500.00 = matched 7500.00 + breaks 0.00"), "{}", run.stdout);
    assert!(!run.stdout.contains("shortened"), "{}", run.stdout);
    // A reference that a spreadsheet has shortened may be of two payments.
    for reference in ["\"2,60807E+15\"", "260807000000000000"] {
        let part = a.replace("7000.00,,,3", &format!("3500.00,,,{reference}"));
        let (run, _) = reconcile(&place, (ANSWER, &[&part, &part, &b]), &OPV);
        let told = "told: the reference of 1 of them looks like a number that a spreadsheet has shortened";
        assert!(run.stdout.contains(told), "{}", run.stdout);
    }
    let (run, _) = reconcile(&place, (ANSWER, &[&a, &b, &a, &b]), &OPV);
    assert_eq!(run.status, Some(1));
    // Nothing is asked back.
    place.ustap_ends(0, &["refunds", "out", "--reason", "paid-twice", "--out", "refunds"]);
    assert_eq!(place.read("refunds/applications.csv").lines().count(), 1);
}

/// Who compares two months with КГД's sums of one is told how to leave the other out; so of payments an answer is silent on.
#[test]
fn months_and_payments_they_have_nothing_of_are_named() {
    let place = place_with_run();
    let kgd = [format!("{A},2026-08,0,7000,7000,5950,7000"), format!("{B},2026-08,0,500,500,500,500")];
    let kgd: Vec<&str> = kgd.iter().map(String::as_str).collect();
    let (run, breaks) = reconcile(&place, (KGD, &kgd), &[]);
    let months = "  told: of the rows that were taken from them none is of 2026-07; `--period 2026-08` compares the months that \
                  they have\n";
    assert!(breaks.len() == 4 && run.stdout.contains(months), "{}", run.stdout);
    let (run, breaks) = reconcile(&place, (KGD, &kgd), &["--period", "2026-08"]);
    assert!(breaks.is_empty() && !run.stdout.contains("none is of"), "{}", run.stdout);
    // Only of what was asked for, and only of months they have.
    let answer = [format!("{A},2026-08,010,7000,,,"), format!("{B},2026-08,010,500,,,")];
    let answer: Vec<&str> = answer.iter().map(String::as_str).collect();
    let (run, _) = reconcile(&place, (ANSWER, &answer), &["--payment", "so", "--payment", "opv"]);
    assert!(run.stdout.contains(months), "{}", run.stdout);
    let payments = "none is of СО; `--payment opv` compares the payments that they have\n";
    assert!(run.stdout.contains(payments), "{}", run.stdout);
    // ИПН is none of what they have; nor is a month that the register has not, which cannot be asked for.
    let (run, _) =
        reconcile(&place, (ANSWER, &[answer[0], &format!("{A},2026-08,012,5950,,,")]), &["--period", "2026-08"]);
    assert!(run.stdout.contains("none is of ОПВР, ВОСМС; `--payment opv --payment so` compares"), "{}", run.stdout);
    let (run, _) = reconcile(&place, (KGD, &[kgd[0], &format!("{A},2026-09,0,1,1,1,1")]), &[]);
    assert!(run.stdout.contains("none is of 2026-07; `--period 2026-08` compares"), "{}", run.stdout);
    // Where they have nothing at all, the breaks say it.
    let (run, breaks) = reconcile(&place, (ANSWER, &[]), &OPV);
    assert!(breaks.len() == 2 && !run.stdout.contains("none is of"), "{}", run.stdout);
}

/// What turns the direction of writing in a file's name is shown by its number, by whatever sentence.
#[test]
fn a_name_that_turns_the_writing_reaches_no_terminal() {
    let place = place_with_run();
    let row = format!("{A},2026-08,010,7000.00,,,3\n");
    place.write("\u{202e}vsc.csv", format!("{ANSWER}\n{row}{row}"));
    let run = place.ustap(&["reconcile", "--register", "run", "--answer", "\u{202e}vsc.csv", "--out", "out"]);
    assert!(
        run.stdout.contains("count once: \\u{202e}vsc.csv:3\n")
            || run.stdout.contains("counts once: \\u{202e}vsc.csv:3\n"),
        "{}",
        run.stdout
    );
    assert!(!run.stdout.contains('\u{202e}'));
}

/// A month of no year is no month, and no end of the program.
#[test]
fn a_month_of_the_year_zero_is_a_reject_or_refused() {
    let place = place_with_run();
    let (run, _) = reconcile(&place, (KGD, &[&format!("{A},0000-00,0,7000,7000,5950,7000")]), &[]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    assert!(
        place
            .read("out/rejects.csv")
            .lines()
            .nth(1)
            .is_some_and(|row| row.starts_with("theirs.csv,2,period,period,0000-00,"))
    );
    for command in ["calendar 0000-00", "calculate operations.csv --period 0000-00 --check"] {
        let refused = place.ustap_ends(2, &command.split(' ').collect::<Vec<_>>());
        assert!(refused.stderr.starts_with("error: "), "{}", refused.stderr);
    }
}

/// What was compared of one payment alone is paid of this alone; `lists` takes one or all.
#[test]
fn the_payment_that_was_compared_is_the_one_of_the_lists() {
    let place = place_with_run();
    let kgd = format!("{A},2026-08,0,7000,7000,5950,7000");
    for (asked, named) in [(&["so"][..], "so"), (&["so", "opv"], "all"), (&["ipn"], "all"), (&[], "all")] {
        let more: Vec<&str> = asked.iter().flat_map(|code| ["--payment", code]).collect();
        let (run, _) = reconcile(&place, (KGD, &[&kgd]), &more);
        assert!(run.stdout.contains(&format!(" --payer FILE --payment {named} --format csv ")), "{}", run.stdout);
    }
}

/// Field case 31: an answer for one КНП says nothing of the others.
#[test]
fn one_payment_and_one_month_are_compared_where_that_is_asked() {
    let place = place_with_run();
    let rows =
        [format!("{A},2026-08,010,7000,,,"), format!("{B},2026-08,010,500,,,"), format!("{A},2026-07,012,1000,,,")];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let (run, breaks) = reconcile(&place, (ANSWER, &rows), &OPV);
    assert_eq!((run.status, breaks.len()), (Some(0), 0), "{}", run.stdout);
    assert!(run.stdout.contains("told: 1 row of theirs of other months"), "{}", run.stdout);
    // Four payments of the two rows of August, and the row of July.
    assert!(run.stdout.contains("told: 8 rows of ours of other payments"), "{}", run.stdout);
    assert!(run.stdout.contains("told: 1 row of ours of other months"), "{}", run.stdout);
    assert_eq!(place.read("out/summary.csv").lines().count(), 2);
    // Two payments, both months: ОПВ of July is missing, and all of СО but July's.
    let (run, breaks) = reconcile(&place, (ANSWER, &rows), &["--payment", "so", "--payment", "opv"]);
    assert_eq!(run.status, Some(1));
    let kinds: Vec<String> =
        breaks.iter().map(|row| row.split(',').skip(1).take(5).collect::<Vec<_>>().join(",")).collect();
    assert_eq!(
        kinds,
        [
            format!("missing,{A},2026-07,opv,1000.00"),
            format!("missing,{A},2026-08,so,5950.00"),
            format!("missing,{B},2026-08,so,500.00")
        ]
    );
    let (run, _) = reconcile(&place, (ANSWER, &rows), &["--period", "2026-06"]);
    assert_eq!(run.status, Some(2));
    assert!(
        run.stderr.contains("there is no month 2026-06") && run.stderr.contains("2026-07, 2026-08"),
        "{}",
        run.stderr
    );
    let (run, _) = reconcile(&place, (ANSWER, &rows), &["--payment", "osms"]);
    assert_eq!(run.status, Some(2));
}

/// Field case 10: 200.00 + 300.00 for 500.00 due.
#[test]
fn partial_payments_explain_each_other() {
    let place = place_with_run();
    let rows =
        [format!("{A},2026-08,010,7000,,,"), format!("{B},2026-08,010,200,,,"), format!("{B},2026-08,010,300,,,")];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let (_, breaks) = reconcile(&place, (ANSWER, &rows), &OPV);
    assert_eq!(
        breaks,
        [
            format!("answer,amount,{B},2026-08,opv,500.00,200.00,-300.00,parts-add-up,,,,theirs.csv,3"),
            format!("answer,duplicate,{B},2026-08,opv,,300.00,300.00,parts-add-up,,,,theirs.csv,4")
        ]
    );
    let summary = place.read("out/summary.csv");
    assert_eq!(summary.lines().nth(1), Some("answer,2026-08,opv,7500.00,7500.00,1,7000.00,2,0.00,0.00,0.00"));
}

/// ОПВ of B in August is 500.00 by ours. Where КГД has a sum of it that sum decides, and all rows of the answer together.
#[test]
fn what_is_still_to_be_paid_is_decided_by_kgds_sum_and_all_rows_of_a_key() {
    let place = place_with_run();
    for (number, (amounts, computed, is_owed)) in [
        (&["500"][..], Some("550"), true),
        (&["450"], Some("450"), false),
        (&[], Some("0"), false),
        (&["250", "250"], None, false),
        (&["450"], None, true),
        (&[], None, true),
        // КГД has A alone of this month: of B nothing is computed, and nothing is to be paid again.
        (&[], Some(""), false),
    ]
    .into_iter()
    .enumerate()
    {
        let of_b = amounts.iter().map(|amount| format!("{B},2026-08,010,{amount}\n"));
        let rows: String = [format!("{A},2026-08,010,7000\n")].into_iter().chain(of_b).collect();
        place.write("answer.csv", format!("iin,period,knp,amount\n{rows}"));
        let of_b = computed.filter(|sum| !sum.is_empty()).map(|sum| format!("{B},2026-08,0,{sum},500,500,500\n"));
        place.write("kgd.csv", format!("{KGD}\n{A},2026-08,0,7000,7000,5950,7000\n{}", of_b.unwrap_or_default()));
        let kgd = if computed.is_some() { &["--kgd", "kgd.csv"][..] } else { &[] };
        let (compared, out) = (format!("compared-{number}"), format!("refunds-{number}"));
        let reconcile = ["reconcile", "--register", "run", "--answer", "answer.csv", "--out", &compared];
        let run = place.ustap_ends(1, &[&reconcile[..], kgd, &OPV].concat());
        assert_eq!(run.stdout.contains("is still to be paid"), is_owed, "{amounts:?} {computed:?}: {}", run.stdout);
        let run = place.ustap_ends(0, &["refunds", &compared, "--reason", "over-accrued", "--out", &out]);
        assert_eq!(run.stdout.contains("is still to be paid"), is_owed, "{amounts:?} {computed:?}: {}", run.stdout);
        assert_ne!(run.stdout.contains("nothing is left to do"), is_owed, "{amounts:?} {computed:?}: {}", run.stdout);
    }
    // Whom the register has not, and КГД has.
    let other = "900101300017";
    place.write("answer.csv", format!("iin,period,knp,amount\n{A},2026-08,010,7000\n{B},2026-08,010,500\n"));
    let of_all =
        [(A, "7000"), (B, "500"), (other, "500")].map(|(iin, sum)| format!("{iin},2026-08,0,{sum},0,0,0\n")).concat();
    place.write("kgd.csv", format!("{KGD}\n{of_all}"));
    let both = ["reconcile", "--register", "run", "--answer", "answer.csv", "--kgd", "kgd.csv", "--out", "other"];
    let run = place.ustap_ends(1, &[&both[..], &OPV].concat());
    assert!(run.stdout.contains("is still to be paid"), "{}", run.stdout);
    // Without an answer nothing was paid yet that could lack.
    let run = place.ustap_ends(1, &["reconcile", "--register", "run", "--kgd", "kgd.csv", "--out", "before"]);
    assert!(!run.stdout.contains("is still to be paid"), "{}", run.stdout);
}

/// A row with a bad ИИН or month explains who is missing.
#[test]
fn a_rejected_row_is_named_at_the_missing_one() {
    let place = place_with_run();
    let explained = |rows: &[&str]| -> Vec<String> {
        let (_, breaks) = reconcile(&place, (ANSWER, rows), &OPV);
        breaks.iter().map(|row| row.split(',').skip(2).step_by(6).take(2).collect::<Vec<_>>().join(" ")).collect()
    };
    let b = format!("{B},2026-08,010,500,,,");
    let digit = "871120900222,2026-08,010,7000,,,";
    let month = format!("{A},08.2026,010,7000,,,");
    assert_eq!(explained(&[&b, digit]), [format!("{A} rejected-row=theirs.csv:3")]);
    assert_eq!(explained(&[&month, &b]), [format!("{A} rejected-row=theirs.csv:2")]);
    // Two rows, another amount, another payment.
    assert_eq!(explained(&[&b, digit, &month]), [format!("{A} ")]);
    assert_eq!(explained(&[&b, &digit.replace("7000", "7001")]), [format!("{A} ")]);
    assert_eq!(explained(&[&b, &digit.replace(",010,", ",012,")]), [format!("{A} ")]);
}

/// Breaks of one key stand in the order in which the files were given, whatever their names.
#[test]
fn breaks_stand_in_the_order_of_files_as_given() {
    let place = place_with_run();
    place.write("z.csv", format!("{ANSWER}\n{B},2026-08,010,500,,,\n{B},2026-08,010,1,,,\n"));
    place.write("a.csv", format!("{ANSWER}\n{B},2026-08,010,2,,,\n{A},2026-08,010,7000,,,\n"));
    let files = ["reconcile", "--register", "run", "--answer", "z.csv", "--answer", "a.csv", "--out", "out"];
    place.ustap_ends(1, &[&files[..], &OPV].concat());
    let breaks = place.read("out/breaks.csv");
    assert_eq!(
        breaks.lines().skip(1).collect::<Vec<_>>(),
        [
            format!("answer,duplicate,{B},2026-08,opv,,1.00,1.00,,,,,z.csv,3"),
            format!("answer,duplicate,{B},2026-08,opv,,2.00,2.00,,,,,a.csv,2")
        ]
    );
}

/// What comes of paying ours where ЦС КГД has other sums, and what each contractor is to be asked for or given back.
#[test]
fn sums_of_kgd_have_consequences_and_balances() {
    let place = place_with_run();
    // A: ОПВ 1 more, ОПВР 1 less, СО as ours, ВОСМС none. July is missing. B: as ours. Somebody else is unknown to us.
    let rows = [
        format!("{A},2026-08,0,7001,6999,5950,0"),
        format!("{B},2026-08,0,500,500,500,500"),
        "930515900150,2026-08,0,3,0,0,0".to_owned(),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let (run, breaks) = reconcile(&place, (KGD, &rows), &["--period", "2026-08"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    assert_eq!(
        breaks,
        [
            format!("kgd,amount,{A},2026-08,opv,7000.00,7001.00,1.00,,returned-in-full,,,theirs.csv,2"),
            format!("kgd,amount,{A},2026-08,opvr,7000.00,6999.00,-1.00,,excess-returned,,,theirs.csv,2"),
            format!(
                "kgd,amount,{A},2026-08,vosms,7000.00,0.00,-7000.00,exemption-assumed,returned-in-full,,,theirs.csv,2"
            ),
            "kgd,unexpected,930515900150,2026-08,opv,,3.00,3.00,,unpaid,,,theirs.csv,4".to_owned()
        ]
    );
    // 3 × 7 000 + 5 950 = 26 950; 7 001 + 6 999 + 5 950 = 19 950.
    let balances = format!(
        "iin,period,withheld,computed,balance\n{A},2026-08,26950.00,19950.00,-7000.00\n930515900150,2026-08,0.00,3.00,3.00\n"
    );
    assert_eq!(place.read("out/balances.csv"), balances);
    assert!(!place.exists("out/penalties.csv"));
    // What differs in two payments and comes to the same is no balance.
    let same = format!("{A},2026-08,0,7001,6999,5950,7000");
    let (_, breaks) = reconcile(&place, (KGD, &[&same, rows[1]]), &["--period", "2026-08"]);
    assert_eq!((breaks.len(), place.read("out/balances.csv").lines().count()), (2, 1));
}

/// A second row of a person's month, sums below zero and beyond the range.
#[test]
fn bad_rows_of_kgd_have_their_codes() {
    let place = place_with_run();
    let rows = [
        format!("{A},2026-08,0,7000,7000,5950,7000"),
        format!("{B},2026-08,0,500,500,500,-500"),
        format!(" {A},2026-08,0,1,1,1,1"),
        format!("{B},2026-08,1000000000000,500,500,500,x"),
        format!("{B},2026-08,0,500,500,500,1000000000000"),
        format!("{B},2026-08,0,500,500,500,500"),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let (run, breaks) = reconcile(&place, (KGD, &rows), &["--period", "2026-08"]);
    assert_eq!((run.status, breaks.len()), (Some(1), 0), "{}{}", run.stdout, run.stderr);
    let rejects = place.read("out/rejects.csv");
    let rejects: Vec<&str> = rejects.lines().skip(1).collect();
    for (row, start) in rejects.iter().zip([
        "theirs.csv,3,amount,vosms,-500,",
        "theirs.csv,4,repeated,iin, 871120900221,",
        "theirs.csv,5,amount,vosms,x,",
        "theirs.csv,6,amount-range,vosms,1000000000000,",
    ]) {
        assert!(row.starts_with(start), "{row}");
    }
    assert_eq!(rejects.len(), 4);
    assert!(rejects[0].contains("below zero"), "{}", rejects[0]);
    assert!(rejects[1].contains("theirs.csv:2 counts") && rejects[1].contains("newest"), "{}", rejects[1]);
}

/// Of СО alone: what stands under other payments makes no row a reject, and no sum that КГД has missing. A penalty on СО is
/// listed, so that its row is one.
#[test]
fn what_stands_under_other_payments_of_kgd_is_no_matter() {
    let place = place_with_run();
    let header = format!("{KGD},so_penalty,opv_penalty");
    let rows = [format!("{A},2026-08,x,-,-1,5950,1000000000000,12,x"), format!("{B},2026-08,0,500,500,500,,,-")];
    let so = ["--period", "2026-08", "--payment", "so"];
    let (run, breaks) = reconcile(&place, (&header, &[&rows[0], &rows[1]]), &so);
    assert_eq!((run.status, breaks.len()), (Some(0), 0), "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("told: 8 rows of theirs of other payments"), "{}", run.stdout);
    assert_eq!(place.read("out/rejects.csv").lines().count(), 1);
    assert_eq!(place.read("out/balances.csv").lines().count(), 1);
    assert!(place.read("out/penalties.csv").contains(",so,017,12.00,"));
    let (run, breaks) = reconcile(&place, (&header, &[&rows[0], &rows[1].replace("500,,,", "500,,x,")]), &so);
    assert_eq!((run.status, breaks.len()), (Some(1), 1), "{}{}", run.stdout, run.stderr);
    assert!(place.read("out/rejects.csv").contains("theirs.csv,3,amount,so_penalty,x,"));
    // Without --payment all are compared.
    let (_, breaks) = reconcile(&place, (&header, &[&rows[0], &rows[1]]), &["--period", "2026-08"]);
    let rejects = place.read("out/rejects.csv");
    assert!(rejects.contains("theirs.csv,2,amount,ipn,x,") && rejects.contains("theirs.csv,3,amount,vosms,,"));
    assert_eq!(breaks.len(), 8);
}

/// A row of another payment is not compared, whatever its amount or status; a bad ИИН, month or КНП may be of any.
#[test]
fn rows_of_other_payments_are_told_whatever_else_they_say() {
    let place = place_with_run();
    let rows = [
        format!("{A},2026-08,010,7000,,,1"),
        format!("{B},2026-08,010,500,,,2"),
        format!("{A},2026-08,012,59x,,,3"),
        format!("{A},2026-08,122,7000,paid,,4"),
        format!("{A},2026-08,089,-7000,returned,,5"),
    ];
    let mut rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let (run, breaks) = reconcile(&place, (ANSWER, &rows), &OPV);
    assert_eq!((run.status, breaks.len()), (Some(0), 0), "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("told: 3 rows of theirs of other payments"), "{}", run.stdout);
    assert_eq!(place.read("out/rejects.csv").lines().count(), 1);
    let bad = [format!("{A},2026-8x,012,x,,,6"), format!("{A},2026-08,999,x,,,7"), "1,2026-08,012,x,,,8".to_owned()];
    rows.extend(bad.iter().map(String::as_str));
    reconcile(&place, (ANSWER, &rows), &OPV);
    let rejects = place.read("out/rejects.csv");
    let starts = ["theirs.csv,7,period,", "theirs.csv,8,knp,", "theirs.csv,9,iin,"];
    assert!(rejects.lines().skip(1).zip(starts).all(|(row, start)| row.starts_with(start)), "{rejects}");
    assert_eq!(rejects.lines().count(), 4);
    reconcile(&place, (ANSWER, &rows), &["--period", "2026-08"]);
    let rejects = place.read("out/rejects.csv");
    let starts = ["theirs.csv,4,amount,", "theirs.csv,5,status,", "theirs.csv,6,amount,"];
    assert!(rejects.lines().skip(1).zip(starts).all(|(row, start)| row.starts_with(start)), "{rejects}");
    assert_eq!(rejects.lines().count(), 7);
}

/// Penalties that ЦС КГД sends with the sums.
#[test]
fn penalties_of_kgd_are_listed_with_their_orders() {
    let place = place_with_run();
    let header = format!("{KGD},so_penalty,opv_penalty,vosms_penalty");
    let rows = [
        format!("{B},2026-08,0,500,500,500,500,,0,"),
        format!("{A},2026-08,0,7000,7000,5950,7000,12,34.00,5"),
        format!("{A},2026-08,0,7000,7000,5950,7000,99,99,99"),
        format!("{B},2026-08,0,500,500,500,500,-1,0,"),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let (run, breaks) = reconcile(&place, (&header, &rows), &["--period", "2026-08"]);
    assert_eq!((run.status, breaks.len()), (Some(1), 0), "{}{}", run.stdout, run.stderr);
    let penalties = "iin,period,payment,knp,penalty,purpose\n\
                     871120900221,2026-08,opv,019,34.00,Пеня по ОПВ за август 2026 г.\n\
                     871120900221,2026-08,so,017,12.00,Пеня по СО за август 2026 г.\n\
                     871120900221,2026-08,vosms,124,5.00,Пеня по ВОСМС за август 2026 г.\n";
    assert_eq!(place.read("out/penalties.csv"), penalties);
    assert!(place.read("out/rejects.csv").contains("theirs.csv,5,amount,so_penalty,-1,"));
    // An old arrear, of a month for which the tables have no КНП, is listed without one and told: the others are as they were.
    let old = format!("{A},2015-08,0,0,0,0,0,,5,");
    let (run, _) = reconcile(&place, (&header, &[rows[0], rows[1], &old]), &[]);
    assert!(run.stdout.contains("told: the tables have no КНП of the penalty on ОПВ for 2015-08"), "{}", run.stdout);
    let first = "871120900221,2015-08,opv,,5.00,Пеня по ОПВ за август 2015 г.\n";
    assert_eq!(place.read("out/penalties.csv"), penalties.replacen('\n', &format!("\n{first}"), 1));
    // Of one payment, in Kazakh; the four other sums of two rows are not compared, on either side.
    let more = ["--period", "2026-08", "--payment", "so", "--lang", "kk"];
    let (run, _) = reconcile(&place, (&header, &rows[..2]), &more);
    assert!(run.stdout.contains("мәлімет үшін: басқа төлемдердің 8 жолы (оларда)"), "{}", run.stdout);
    assert!(run.stdout.contains("мәлімет үшін: басқа төлемдердің 8 жолы (бізде)"), "{}", run.stdout);
    assert_eq!(
        place.read("out/penalties.csv").lines().nth(1),
        Some("871120900221,2026-08,so,017,12.00,2026 жылғы тамыз айына ӘА бойынша өсімпұл")
    );
}

/// A bank that writes what came back with a minus: that is a reject, and no match. 100 000 × 1 % = 1 000.00.
#[test]
fn what_came_back_with_a_minus_is_a_reject() {
    let place = Place::new();
    place.calculate("a,900101300017,2026-08-05,100000,\n", &["--out", "run"]);
    let row = |amount: &str, status: &str| format!("900101300017,2026-08,010,{amount},{status},7\n");
    let header = "iin,period,knp,amount,status,reference\n";
    for (number, (status, rejected)) in
        [("returned", true), ("rejected", true), ("accepted", false)].into_iter().enumerate()
    {
        place.write("answer.csv", format!("{header}{}{}", row("1000.00", "accepted"), row("-1000.00", status)));
        let out = format!("out-{number}");
        let arguments = ["reconcile", "--register", "run", "--answer", "answer.csv", "--payment", "opv", "--out", &out];
        let run = place.ustap_ends(1, &arguments);
        assert_eq!(run.stdout.contains("rejected amount"), rejected, "{status}: {}", run.stdout);
        let said = place.read(&format!("{out}/rejects.csv")).contains("write how much came back, without the minus");
        assert_eq!(said, rejected, "{status}");
        assert!(!run.stdout.contains("nothing is left to do"), "{status}: {}", run.stdout);
    }
}

/// A spreadsheet has made 10, 89 and 12 of the КНП 010, 089 and 012 of A: the rows are of payments all the same, and nobody is
/// told to pay them again, or not to compare these payments. 42 and 19 are of none, with zeros in front or without.
#[test]
fn zeros_that_a_spreadsheet_drops_from_a_knp_are_told() {
    let place = place_with_run();
    let of = |iin: &str, sums: [(&str, &str); 4]| sums.map(|(knp, sum)| format!("{iin},2026-08,{knp},{sum},,,"));
    let b = of(B, [("010", "500"), ("089", "500"), ("012", "500"), ("122", "500")]);
    let a = of(A, [("10", "7000"), ("89", "7000"), ("12", "5950"), ("122", "7000")]);
    let august = ["--period", "2026-08"];
    let rows: Vec<&str> = a.iter().chain(&b[3..]).map(String::as_str).collect();
    let (run, breaks) = reconcile(&place, (ANSWER, &rows), &august);
    assert_eq!((run.status, breaks.len()), (Some(1), 6), "{}{}", run.stdout, run.stderr);
    let message = |knp: &str| {
        format!(
            "\"With zeros in front this is {knp}, the payment purpose code of a payment of the month: they are lost.\""
        )
    };
    assert_eq!(
        place.read("out/rejects.csv").lines().skip(1).collect::<Vec<_>>(),
        [("2", "10", "010"), ("3", "89", "089"), ("4", "12", "012")]
            .map(|(line, knp, whole)| format!("theirs.csv,{line},knp,knp,{knp},{}", message(whole))),
    );
    for said in [
        "told: 3 rows are rejected as `knp` because zeros in front of the КНП are lost: open the answer as text",
        "next: look at the rejected rows in out/rejects.csv, mend them, and do it again\n",
    ] {
        assert!(run.stdout.contains(said), "{said}: {}", run.stdout);
    }
    for other in ["is still to be paid", "--payment"] {
        assert!(!run.stdout.contains(other), "{other}: {}", run.stdout);
    }
    // What is above due is not asked back before they are read.
    let refunds = place.ustap_ends(0, &["refunds", "out", "--reason", "over-accrued", "--out", "refunds"]);
    assert!(refunds.stdout.contains("next: 3 rows of the reconciliation"), "{}", refunds.stdout);
    assert!(!refunds.stdout.contains("is still to be paid"), "{}", refunds.stdout);
    // Also where every row of the answer has lost them, so that the answer has no month.
    let (run, _) = reconcile(&place, (ANSWER, &[a[0].as_str()]), &["--period", "2026-08", "--payment", "opv"]);
    assert!(run.stdout.contains("told: 1 row is rejected as `knp` because zeros"), "{}", run.stdout);
    let refunds = place.ustap_ends(0, &["refunds", "out", "--reason", "over-accrued", "--out", "all-lost"]);
    assert!(refunds.stdout.contains("next: 1 row of the reconciliation"), "{}", refunds.stdout);
    assert!(!refunds.stdout.contains("is still to be paid"), "{}", refunds.stdout);
    // One of a payment that is not compared has no say.
    let of_so: Vec<String> =
        [(A, "012,5950"), (B, "012,500"), (A, "10,7000")].map(|(iin, sum)| format!("{iin},2026-08,{sum},,,")).to_vec();
    let rows: Vec<&str> = of_so.iter().map(String::as_str).collect();
    let (run, breaks) = reconcile(&place, (ANSWER, &rows), &["--period", "2026-08", "--payment", "so"]);
    assert_eq!((run.status, breaks.len()), (Some(1), 0), "{}{}", run.stdout, run.stderr);
    assert!(!run.stdout.contains("zeros in front of the КНП are lost"), "{}", run.stdout);
    let others = of(A, [("42", "1"), ("19", "1"), ("122", "7000"), ("", "1")]);
    let rows: Vec<&str> = others.iter().chain(&b[3..]).map(String::as_str).collect();
    let (run, _) = reconcile(&place, (ANSWER, &rows), &august);
    let knps: Vec<String> = place.read("out/rejects.csv").lines().skip(1).map(str::to_owned).collect();
    let none = "No payment of the month goes under this payment purpose code.";
    assert!(knps.len() == 3 && knps.iter().all(|row| row.ends_with(none)), "{knps:?}");
    for said in ["`--payment vosms`", "is still to be paid"] {
        assert!(run.stdout.contains(said), "{said}: {}", run.stdout);
    }
    assert!(!run.stdout.contains("zeros in front of the КНП"), "{}", run.stdout);
}

/// What КГД has computed nothing of stands as 0, and not as nothing or a dash.
#[test]
fn a_sum_of_nothing_is_written_as_zero() {
    let place = place_with_run();
    let rows =
        ["2026-08,0,,500,500,500", "2026-08,0,500,-,500,500", "2026-08,0,500,500,—,500", "2026-08,0,500,500,500,x"];
    let rows = rows.map(|row| format!("{B},{row}"));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    reconcile(&place, (KGD, &rows), &[]);
    let rejects = place.read("out/rejects.csv");
    let missing = "The sum is missing: write 0 where nothing is computed.";
    assert_eq!(
        rejects.lines().skip(1).take(3).collect::<Vec<_>>(),
        [("2", "opv", ""), ("3", "opvr", "-"), ("4", "so", "—")]
            .map(|(line, column, value)| format!("theirs.csv,{line},amount,{column},{value},{missing}")),
    );
    assert!(!rejects.lines().nth(4).unwrap().contains(missing), "{rejects}");
}

/// The register has the columns of КГД's sums, and agrees with itself whatever КГД has computed.
#[test]
fn that_the_register_stands_for_the_sums_of_kgd_is_told() {
    let place = place_with_run();
    place.write("kgd.csv", place.read("run/register.csv"));
    for (kgd, name, out) in [("run/register.csv", "register.csv", "same"), ("kgd.csv", "kgd.csv", "copied")] {
        let run = place.ustap_ends(0, &["reconcile", "--register", "run", "--kgd", kgd, "--out", out]);
        let told = format!("told: {name} is `register.csv` of run itself, so that it agrees whatever КГД has computed");
        assert!(run.stdout.contains(&told), "{}", run.stdout);
    }
    // Another run over the same months has another receipt, and the same sums in a table of their own are КГД's.
    let sums = format!(
        "{KGD}\n{A},2026-07,0,1000,1000,1000,1000\n{A},2026-08,0,7000,7000,5950,7000\n{B},2026-08,0,500,500,500,500\n"
    );
    place.write("kgd.csv", sums);
    let run = place.ustap_ends(0, &["reconcile", "--register", "run", "--kgd", "kgd.csv", "--out", "out"]);
    assert!(!run.stdout.contains("of run itself"), "{}", run.stdout);
}
