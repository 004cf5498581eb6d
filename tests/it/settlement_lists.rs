//! Payment lists: by rate, by КГД's sums, of penalties, of months that were asked for, and of what a distribution leaves
//! owed. Sums are worked out in the comments.

use std::fs;

use calamine::{Reader, Xlsx, open_workbook};

use crate::program::{Place, Run, sha256};

const A: &str = "900101300017";
const B: &str = "900101300811";
const C: &str = "880314900106";
const D: &str = "930515900150";
const E: &str = "871120900221";

const NAMES: &str =
    "iin,surname,given_name\n900101300017,Иванов,Иван\n900101300811,Ким,Ен\n880314900106,Ли,Ян\n930515900150,Цой,Юн\n";
const KGD: &str = "iin,period,ipn,opv,opvr,so,vosms\n";

fn place() -> Place {
    let place = Place::new();
    place.write("names.csv", NAMES);
    let payer = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/settlement/payer.toml");
    place.write("payer.toml", fs::read(payer).unwrap());
    place
}

/// Writes lists of all payments into `out` in place of those there are; what is written verifies.
fn lists(place: &Place, source: &str, ends: i32, more: &[&str]) -> Run {
    if place.exists("out") {
        fs::remove_dir_all(place.path("out")).unwrap();
    }
    let arguments = ["lists", source, "--payment", "all", "--out", "out"];
    let contractors = if more.contains(&"--contractors") { &[][..] } else { &["--contractors", "names.csv"] };
    let format = if more.contains(&"--format") { &[][..] } else { &["--format", "csv"] };
    let run = place.ustap_ends(ends, &[&arguments[..], contractors, format, more].concat());
    if place.exists("out") {
        // Other sources are written by hand here.
        let chain = if source == "run" { &["--chain", "run"][..] } else { &[] };
        place.ustap_ends(0, &[&["verify", "out"], chain].concat());
    }
    run
}

const MT102: [&str; 6] = ["--format", "mt102", "--payer", "payer.toml", "--date", "2026-09-21"];

/// The rows of a file behind its header.
fn rows(place: &Place, name: &str) -> Vec<String> {
    place.read(&format!("out/{name}")).lines().skip(1).map(str::to_owned).collect()
}

/// What is said has these lines, in this order.
fn has_lines(run: &Run, lines: &[&str]) {
    let mut said = run.stdout.lines();
    for line in lines {
        assert!(said.any(|found| found == *line), "{line}, in this place\n{}", run.stdout);
    }
}

/// Own tables under which СО is 2 %: 2 000.00 of 100 000.00. Orders of it with the rate of other tables would all come back,
/// so that the tables are asked for, and named in the next steps.
#[test]
fn a_run_of_own_tables_is_read_with_them() {
    let place = place();
    place.ustap_ends(0, &["rates", "export", "own tables"]);
    let table = place.read("own tables/regimes.toml");
    let rate = "regime = \"self-employed\"\npayment = \"so\"\nrate = \"0.01\"";
    assert_eq!(table.matches(rate).count(), 1);
    place.write("own tables/regimes.toml", table.replace(rate, &rate.replace("0.01", "0.02")));
    place.write("operations.csv", format!("operation_id,iin,settled_on,income\n1,{A},2026-08-05,100000\n"));
    let own = ["--rates", "own tables"];
    let run = place.ustap_ends(0, &[&["calculate", "operations.csv", "--out", "run"][..], &own].concat());
    for command in ["advise", "statement", "lists"] {
        assert!(run.stdout.contains(&format!("`ustap {command} run --rates 'own tables' ")), "{}", run.stdout);
    }
    // Who reads the run without them is told that the next command needs them.
    let run = place.ustap(&["advise", "run", "--contractors", "names.csv", "--out", "advice"]);
    assert!(run.stdout.contains("`ustap statement run --rates DIR --contractors FILE"), "{}", run.stdout);
    let run = place.ustap_ends(0, &["verify", "run"]);
    assert!(run.stdout.contains("`ustap verify run --rates DIR --inputs DIR --recompute`"), "{}", run.stdout);
    place.write("kgd.csv", format!("{KGD}{A},2026-08,0,1000,1000,2000,1000\n"));
    for command in [
        &["lists", "run", "--contractors", "names.csv", "--payment", "all", "--format", "csv"][..],
        &["reconcile", "--register", "run", "--kgd", "kgd.csv"],
    ] {
        let refused = place.ustap_ends(2, &[command, &["--out", "refused"]].concat());
        let said = "error: run: the run was made with other tables of rates than these [rates]\n\
                    hint: give the tables of the run with --rates DIR; `ustap rates export DIR` of version 0.1.0, \
                    which made it, writes those built into it\n";
        assert_eq!(refused.stderr, said, "{command:?}");
        place.ustap_ends(0, &[command, &own, &["--out", command[0]]].concat());
    }
    let rows = place.read("lists/so-2026-08.csv");
    assert!(rows.contains(",012,2%,") && rows.contains(",2000.00"), "{rows}");
    place.ustap_ends(0, &[&["distribute", "--paid", "lists", "--kgd", "kgd.csv", "--out", "out"][..], &own].concat());
    // Of a distribution the rates are not in its sums: where its tables are others, it is told.
    place.write("kgd.csv", format!("{KGD}{A},2026-08,0,1000,1000,3000,1000\n"));
    let again = ["distribute", "--paid", "lists", "--kgd", "kgd.csv", "--out", "owed"];
    place.ustap_ends(1, &[&again[..], &own].concat());
    let lists = ["lists", "owed", "--contractors", "names.csv", "--payment", "so", "--format", "csv", "--out"];
    let run = place.ustap_ends(0, &[&lists[..], &["of-law"]].concat());
    assert!(run.stdout.contains("owed was made with other tables of rates than these"), "{}", run.stdout);
    let run = place.ustap_ends(0, &[&lists[..], &["of-own"], &own].concat());
    assert!(!run.stdout.contains("other tables of rates"), "{}", run.stdout);
    // A correction does not know where its tables are, and says that they are others.
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "law"]);
    let run = place.ustap_ends(1, &["correct", "law", "run", "--out", "correction"]);
    assert!(run.stdout.contains("run was made with other tables of rates than these"), "{}", run.stdout);
    // In 2025 the regimes have several rates: with its tables the correction says which one an amount goes under.
    let operations = |income: u32| format!("operation_id,iin,settled_on,income\n1,{A},2025-08-05,{income}\n");
    place.write("regimes.csv", format!("iin,surname,given_name,regime\n{A},Иванов,Иван,mobile-app-standard\n"));
    for (income, out) in [(100_000, "before"), (200_000, "after")] {
        place.write("operations.csv", operations(income));
        place.ustap_ends(
            0,
            &[&["calculate", "operations.csv", "--contractors", "regimes.csv", "--out", out][..], &own].concat(),
        );
    }
    let run = place.ustap_ends(1, &[&["correct", "before", "after", "--out", "of-2025"][..], &own].concat());
    assert!(!run.stdout.contains("other tables of rates"), "{}", run.stdout);
    assert!(run.stdout.contains("`ustap lists of-2025 --rates 'own tables' "), "{}", run.stdout);
    let lists =
        ["lists", "of-2025", "--contractors", "regimes.csv", "--payment", "opv", "--format", "csv", "--out", "due"];
    let run = place.ustap_ends(0, &[&lists[..], &own].concat());
    // 10 % of the 100 000 more.
    assert!(place.read("due/opv-2025-08-10.csv").contains(",010,10%,10000.00"), "{}", run.stdout);
    assert!(
        run.stdout.contains(
            "`ustap reconcile --register AFTER --rates 'own tables' --period 2025-08 --payment opv --answer FILE "
        ),
        "{}",
        run.stdout
    );
    let run = place.ustap_ends(1, &["correct", "run", "law", "--out", "back"]);
    assert!(!run.stdout.contains("other tables of rates"), "{}", run.stdout);
}

/// Own tables in which the account of СО ends with August: no list of September has an account to go to, and none without
/// one is written. Those of August are.
/// A register has no column of what is exempt from ИПН: under tables that free minors from it, 0 of 1 000 and, where half
/// of the income was of a minor, 5 of 1 000 at 1 %, the rows are those of these tables.
#[test]
fn a_run_of_tables_that_exempt_from_ipn_is_read_with_them() {
    let place = place();
    place.ustap_ends(0, &["rates", "export", "mine"]);
    let table = place.read("mine/exemptions.toml")
        + "\n[[exemption]]\ncategory = \"minor\"\npayments = [\"ipn\"]\nfrom = \"2024-09-03\"\nto = \"open\"\n\
           cite = { act = \"tax-code\", article = \"720\", point = \"1\" }\nbasis = \"inferred\"\n";
    place.write("mine/exemptions.toml", table);
    let row = |id: &str, iin: &str, day: &str| format!("{id},{iin},2025-08-{day},500\n");
    let operations = row("a", A, "05") + &row("b", A, "25") + &row("c", B, "05") + &row("d", B, "25");
    place.write("operations.csv", format!("operation_id,iin,settled_on,income\n{operations}"));
    let minors = format!("{A},minor,\n{B},minor,2025-08-10\n");
    place.write("exemptions.csv", format!("iin,category,valid_to\n{minors}"));
    let own = ["--rates", "mine"];
    let facts = ["calculate", "operations.csv", "--exemptions", "exemptions.csv", "--out", "run"];
    place.ustap_ends(0, &[&facts[..], &own].concat());
    let register = place.read("run/register.csv");
    let ipn: Vec<&str> = register.lines().skip(1).filter_map(|row| row.split(',').nth(6)).collect();
    assert_eq!(ipn, ["0.00", "5.00"]);
    lists(&place, "run", 0, &own);
    // ОПВ and СО are 1 %; from ВОСМС, as from ИПН here, the category frees.
    place.write("kgd.csv", format!("{KGD}{A},2025-08,0,10,0,10,0\n{B},2025-08,5,10,0,10,5\n"));
    let reconcile = ["reconcile", "--register", "run", "--kgd", "kgd.csv"];
    place.ustap_ends(0, &[&reconcile[..], &own, &["--out", "same"]].concat());
}

#[test]
fn a_list_without_an_account_in_the_tables_is_refused() {
    let place = place();
    place.ustap_ends(0, &["rates", "export", "own"]);
    let table = place.read("own/settlement/accounts.toml");
    let (before, entry) = table.split_once("payments = [\"so\"]\nfund").unwrap();
    let entry = entry.replacen("to = \"open\"", "to = \"2026-08-31\"", 1);
    place.write("own/settlement/accounts.toml", format!("{before}payments = [\"so\"]\nfund{entry}"));
    for (month, ends) in [("08", 0), ("09", 2)] {
        place.write("o.csv", format!("operation_id,iin,settled_on,income\n1,{A},2026-{month}-05,100000\n"));
        place.ustap_ends(0, &["calculate", "o.csv", "--rates", "own", "--out", month]);
        let lists = ["lists", month, "--contractors", "names.csv", "--format", "csv", "--rates", "own", "--payment"];
        let out = format!("so-{month}");
        let run = place.ustap_ends(ends, &[&lists[..], &["so", "--out", &out]].concat());
        assert_eq!(place.exists(&out), ends == 0);
        let said =
            "settlement/accounts.toml has no [[account]] of `so` on 2026-09-30 [no-rates]\nhint: write the tables";
        assert_eq!(run.stderr.contains(said), ends == 2, "{}", run.stderr);
        place.ustap_ends(0, &[&lists[..], &["opv", "--out", &format!("opv-{month}")]].concat());
    }
}

/// A run over June 2025: A in the mobile application, B under its general procedure, C in the one and then in the other.
fn june_2025(place: &Place, month: &str) {
    let regime =
        |iin: &str, name: &str, regime: &str, from: &str, to: &str| format!("{iin},{name},{regime},{from},{to}\n");
    place.write(
        "regimes.csv",
        "iin,surname,given_name,regime,regime_from,regime_to\n".to_owned()
            + &regime(A, "Иванов,Иван", "mobile-app", "", "")
            + &regime(B, "Ким,Ен", "mobile-app-standard", "", "")
            + &regime(C, "Ли,Ян", "mobile-app", "", &format!("{month}-15"))
            + &regime(C, "Ли,Ян", "mobile-app-standard", &format!("{month}-16"), ""),
    );
    let operations = format!(
        "1,{A},{month}-05,300000,\n2,{B},{month}-05,300000,\n3,{C},{month}-05,100000,\n4,{C},{month}-25,100000,\n"
    );
    place.calculate(&operations, &["--contractors", "regimes.csv", "--out", "run"]);
}

const REGIMES: [&str; 2] = ["--contractors", "regimes.csv"];

/// ОПВ of A is 1 % of 300 000, of B 10 %. C has 1 000.00 at the one rate and 10 000.00 at the other: no order has both.
#[test]
fn a_payment_of_several_rates_has_a_list_for_each() {
    let place = place();
    june_2025(&place, "2025-06");
    lists(&place, "run", 1, &REGIMES);
    assert_eq!(rows(&place, "opv-2025-06-1.csv"), [format!("1,{A},Иванов,Иван,,,2025-06,010,1%,3000.00,")]);
    assert_eq!(rows(&place, "opv-2025-06-10.csv"), [format!("1,{B},Ким,Ен,,,2025-06,010,10%,30000.00,")]);
    assert!(!place.exists("out/opv-2025-06.csv"));
    // СО: 1 % and 5 %, ВОСМС the same. ОПВР was not due, and has no list.
    assert!(place.exists("out/so-2025-06-1.csv") && place.exists("out/vosms-2025-06-5.csv"));
    let totals = rows(&place, "lists.csv");
    let of = |payment: &str, knp: &str, name: &str, rate: &str, account: &str, sums: &str| {
        let purpose = format!("\"{name} за июнь 2025 г., ставка {rate}%\"");
        let to = format!("2025-07-25,160440007161,{account},GCVPKZ2A");
        format!("{payment},2025-06,{knp},{rate}%,{purpose},{to},{sums},{payment}-2025-06-{rate}.csv")
    };
    let (opv, so, vosms) = ("KZ12009NPS0413609816", "KZ67009SS00368609110", "KZ92009MEDS368609103");
    assert_eq!(
        totals,
        [
            of("opv", "010", "ОПВ", "1", opv, "1,3000.00,1,11000.00,14000.00"),
            of("opv", "010", "ОПВ", "10", opv, "1,30000.00,0,0.00,30000.00"),
            of("so", "012", "СО", "1", so, "1,3000.00,1,6000.00,9000.00"),
            of("so", "012", "СО", "5", so, "1,15000.00,0,0.00,15000.00"),
            of("vosms", "122", "ВОСМС", "1", vosms, "1,3000.00,1,6000.00,9000.00"),
            of("vosms", "122", "ВОСМС", "5", vosms, "1,15000.00,0,0.00,15000.00"),
        ]
    );
    assert_eq!(
        rows(&place, "unlisted.csv"),
        [
            format!("{C},2025-06,opv,010,11000.00,rate"),
            format!("{C},2025-06,so,012,6000.00,rate"),
            format!("{C},2025-06,vosms,122,6000.00,rate"),
        ]
    );
    // Each list is an order of its own.
    lists(&place, "run", 1, &[&REGIMES[..], &MT102].concat());
    for (file, number, rate) in [("opv-2025-06-1.txt", 15, "1%"), ("opv-2025-06-10.txt", 16, "10%")] {
        let order = place.read(&format!("out/{file}"));
        assert!(order.contains(&format!(":70:/NUM/{number}\r\n")), "{order}");
        assert!(order.contains(&format!("/ASSIGN/ОПВ за июнь 2025 г., ставка {rate}\r\n")), "{order}");
    }
    lists(&place, "run", 1, &[&REGIMES[..], &["--format", "xlsx"]].concat());
    let book: Xlsx<_> = open_workbook(place.path("out/lists.xlsx")).unwrap();
    assert_eq!(book.sheet_names()[1..3], ["ОПВ 2025-06 1%", "ОПВ 2025-06 10%"]);
}

/// The Rules of 2024 had other points: of a month of theirs none of today's is named, and `distribute` says that it goes by
/// today's.
#[test]
fn points_are_named_of_the_months_that_have_them() {
    let place = place();
    june_2025(&place, "2025-06");
    let csv = ["--payment", "all", "--format", "csv", "--out", "sent"];
    let run = place.ustap_ends(1, &[&["lists", "run"][..], &REGIMES, &csv].concat());
    assert!(run.stdout.contains("by the lists in sent and pay by the 25th\n"), "{}", run.stdout);
    assert!(run.stdout.contains("no list names the operator's БИН or ИИН: give --payer FILE\n"), "{}", run.stdout);
    place.write("names-only.csv", format!("iin,surname,given_name\n{A},Иванов,Иван\n"));
    let statement = ["statement", "run", "--contractors", "names-only.csv", "--payer", "payer.toml", "--out", "stated"];
    let run = place.ustap_ends(1, &statement);
    assert!(run.stdout.contains("2025-06 to КГД by the special mobile application\n"), "{}", run.stdout);
    place.write("kgd.csv", format!("{KGD}{A},2025-06,0,3000,0,3000,3000\n"));
    place.write("paid.csv", format!("iin,period,knp,amount\n{A},2025-06,010,2999\n"));
    let run = place.ustap_ends(1, &["distribute", "--paid", "paid.csv", "--kgd", "kgd.csv", "--out", "distributed"]);
    let told = "told: the Rules that were in force for 2025-06 are of another edition";
    assert!(run.stdout.contains(told), "{}", run.stdout);
    let penalty = |period: &str, paid_on: &str| {
        let late = ["penalty", "--payment", "opv", "--period", period, "--paid-on", paid_on, "--amount", "5950"];
        place.ustap_ends(0, &late).stdout
    };
    assert!(penalty("2025-03", "2025-06-20").ends_with("by an order of its own for each month\n"));
    assert!(penalty("2026-03", "2026-06-20").ends_with("for each month (points 8, 10)\n"));
}

/// СО under the general procedure was 3.5 % in 2024: of 300 000 are 10 500.00.
#[test]
fn a_rate_with_a_part_names_its_file() {
    let place = place();
    june_2025(&place, "2024-10");
    lists(&place, "run", 1, &REGIMES);
    assert_eq!(rows(&place, "so-2024-10-3.5.csv"), [format!("1,{B},Ким,Ен,,,2024-10,012,3.5%,10500.00,")]);
    lists(&place, "run", 1, &[&REGIMES[..], &MT102].concat());
    assert!(place.read("out/so-2024-10-3.5.txt").contains("/ASSIGN/СО за октябрь 2024 г., ставка 3.5%\r\n"));
}

/// Whom nobody has but КГД is paid for at the rate of who is not listed, whom the register has at the rate of his rows.
#[test]
fn under_kgd_the_rate_is_that_of_the_registers_rows() {
    let place = place();
    june_2025(&place, "2025-06");
    place.write(
        "kgd.csv",
        format!("{KGD}{A},2025-06,0,3000,0,0,0\n{B},2025-06,0,30010,0,0,0\n{C},2025-06,0,11000,0,0,0\n{D},2025-06,0,50,0,0,0\n"),
    );
    place.write("names.csv", NAMES);
    lists(&place, "run", 1, &["--kgd", "kgd.csv"]);
    let (one, ten) = (rows(&place, "opv-2025-06-1.csv"), rows(&place, "opv-2025-06-10.csv"));
    assert_eq!(ten, [format!("1,{B},Ким,Ен,,,2025-06,010,10%,30010.00,")]);
    let expected =
        [format!("1,{A},Иванов,Иван,,,2025-06,010,1%,3000.00,"), format!("2,{D},Цой,Юн,,,2025-06,010,1%,50.00,")];
    assert_eq!(one, expected);
    assert_eq!(rows(&place, "unlisted.csv"), [format!("{C},2025-06,opv,010,11000.00,rate")]);
}

/// 1 % each: A 3 000.00 of each payment in August and 1 000.00 in July, B 1 000.00, D 2 000.00.
fn august(place: &Place) {
    let operations = format!(
        "1,{A},2026-08-05,300000,\n2,{B},2026-08-05,100000,\n3,{D},2026-08-05,200000,\n4,{A},2026-07-05,100000,\n"
    );
    place.calculate(&operations, &["--out", "run"]);
}

/// КГД has A as we have, B with ОПВ 10 more and СО 10 less, C alone, D with nothing; June is not ours, July not its.
#[test]
fn the_amounts_are_those_of_kgd() {
    let place = place();
    august(&place);
    let kgd = format!(
        "{KGD}{B},2026-08,0,1010,1000,990,1000\n{A},2026-08,0,3000,3000,3000,3000\n{C},2026-08,0,500,0,0,0\n\
         {D},2026-08,0,0,0,0,0\n{A},2026-06,0,1,1,1,1\n"
    );
    place.write("kgd.csv", kgd);
    let run = lists(&place, "run", 1, &["--kgd", "kgd.csv"]);
    // More: 10 of B and 500 of C. Less: 10 of B and four times 2 000 of D.
    has_lines(
        &run,
        &[
            "the amounts are those of КГД: 3 persons differ from the run, 510.00 more, 8010.00 less",
            "told: no list of 2026-07: КГД's files have no row of this month that was taken",
            "told: 2026-06 of КГД's files is not used, since the run has no such month",
        ],
    );
    assert_eq!(
        rows(&place, "opv-2026-08.csv"),
        [
            format!("1,{C},Ли,Ян,,,2026-08,010,1%,500.00,"),
            format!("2,{A},Иванов,Иван,,,2026-08,010,1%,3000.00,"),
            format!("3,{B},Ким,Ен,,,2026-08,010,1%,1010.00,"),
        ]
    );
    let sums: Vec<Vec<String>> = rows(&place, "lists.csv")
        .iter()
        .map(|row| row.rsplitn(7, ',').take(6).map(str::to_owned).collect::<Vec<_>>().into_iter().rev().collect())
        .collect();
    for (row, (amount, persons)) in
        sums.iter().zip([("4510.00", "3"), ("4000.00", "2"), ("3990.00", "2"), ("4000.00", "2")])
    {
        assert_eq!(row[..5], [persons, amount, "0", "0.00", amount], "{row:?}");
    }
    assert_eq!(sums.len(), 4);
    // Who has no name is paid for by nobody: list and unlisted are what КГД has, 4 510.00.
    place.write("names.csv", NAMES.replace("Ли,Ян", "Ли,"));
    lists(&place, "run", 1, &["--kgd", "kgd.csv", "--period", "2026-08"]);
    assert_eq!(rows(&place, "unlisted.csv"), [format!("{C},2026-08,opv,010,500.00,given_name")]);
    assert!(rows(&place, "lists.csv")[0].ends_with(",2,4010.00,1,500.00,4510.00,opv-2026-08.csv"));
}

/// Files of КГД that have no month of the run, or no row: nothing was compared, and nothing leads to lists that have nothing.
#[test]
fn months_that_only_one_side_has_are_no_comparison() {
    let place = place();
    august(&place);
    let reconcile = ["reconcile", "--register", "run", "--kgd", "kgd.csv", "--lang", "en", "--out"];
    for (out, rows, told) in [
        (
            "other",
            format!("{A},2026-06,0,1,1,1,1\n"),
            "  told: none of the rows that were taken from them is of a month of the run: theirs are of 2026-06, the \
             run's of 2026-07, 2026-08",
        ),
        ("none", String::new(), "  told: no row was taken from them, and the run has 2026-07, 2026-08"),
    ] {
        place.write("kgd.csv", format!("{KGD}{rows}"));
        let run = lists(&place, "run", 1, &["--kgd", "kgd.csv"]);
        has_lines(&run, &["told: no list of 2026-07, 2026-08: КГД's files have no row of these months that was taken"]);
        assert!(!run.stdout.contains("the amounts are those of КГД"), "{}", run.stdout);
        let run = place.ustap_ends(1, &[&reconcile[..], &[out]].concat());
        has_lines(&run, &[told]);
        assert!(!run.stdout.contains("ustap lists"), "{}", run.stdout);
    }
}

#[test]
fn sums_of_kgd_that_are_ours_are_no_finding() {
    let place = place();
    august(&place);
    place.write(
        "kgd.csv",
        format!("{KGD}{A},2026-08,0,3000,3000,3000,3000\n{B},2026-08,0,1000,1000,1000,1000\n{D},2026-08,9,2000,2000,2000,2000\n"),
    );
    let more = ["--kgd", "kgd.csv", "--period", "2026-08"];
    let run = lists(&place, "run", 0, &more);
    has_lines(
        &run,
        &[
            "the amounts are those of КГД: 0 persons differ from the run, 0.00 more, 0.00 less",
            "told: 1 row of the source of other months, which is on no list and in no sum",
        ],
    );
    // The same lists as without: ИПН is no payment of theirs.
    let by_kgd = rows(&place, "lists.csv");
    lists(&place, "run", 0, &["--period", "2026-08"]);
    assert_eq!(rows(&place, "lists.csv"), by_kgd);
    // A second row of a person is rejected, and the first counts.
    place.write("more.csv", format!("{KGD}{B},2026-08,0,7000,7000,7000,7000\n"));
    let run = lists(&place, "run", 1, &[&more[..], &["--kgd", "more.csv"]].concat());
    has_lines(
        &run,
        &[
            "rejected repeated                     1  more.csv:2",
            "  Give only the newest file of ЦС КГД for each month.",
            "1 row of КГД rejected: rejects.csv",
        ],
    );
    assert!(rows(&place, "rejects.csv")[0].starts_with(&format!("more.csv,2,repeated,iin,{B},")));
    assert_eq!(rows(&place, "lists.csv"), by_kgd);
    // Its columns may have other headings, in either way to say so.
    place.write("kgd.csv", place.read("kgd.csv").replace("vosms", "ОСМС"));
    lists(&place, "run", 0, &[&more[..], &["--kgd-column", "vosms=ОСМС"]].concat());
    assert_eq!(rows(&place, "lists.csv"), by_kgd);
}

/// The penalty for ОПВ of A is 12 and of B 7, for СО of A 5.
#[test]
fn penalties_of_kgd_have_orders_of_their_own() {
    let place = place();
    august(&place);
    place.write(
        "kgd.csv",
        format!(
            "iin,period,ipn,opv,opvr,so,vosms,opv_penalty,so_penalty\n{A},2026-08,0,3000,3000,3000,3000,12,5\n\
             {B},2026-08,0,1000,1000,1000,1000,7,\n{D},2026-08,0,2000,2000,2000,2000,,\n"
        ),
    );
    let kgd = ["--kgd", "kgd.csv", "--period", "2026-08"];
    lists(&place, "run", 0, &kgd);
    assert!(!place.exists("out/opv-penalty-2026-08.csv"));
    let penalties = [&kgd[..], &["--penalties"]].concat();
    let run = lists(&place, "run", 0, &penalties);
    has_lines(
        &run,
        &["  where the month is paid already, only the orders of penalties are signed: opv-penalty-2026-08.csv, \
           so-penalty-2026-08.csv"],
    );
    assert_eq!(
        rows(&place, "opv-penalty-2026-08.csv"),
        [format!("1,{A},Иванов,Иван,,,2026-08,019,,12.00,"), format!("2,{B},Ким,Ен,,,2026-08,019,,7.00,")]
    );
    let totals = rows(&place, "lists.csv");
    let of =
        |payment: &str| totals.iter().find(|row| row.ends_with(&format!(",{payment}-penalty-2026-08.csv"))).unwrap();
    assert_eq!(
        of("opv"),
        "opv,2026-08,019,,Пеня по ОПВ за август 2026 г.,,160440007161,KZ12009NPS0413609816,GCVPKZ2A,2,19.00,0,0.00,19.00,\
         opv-penalty-2026-08.csv"
    );
    assert!(of("so").starts_with("so,2026-08,017,,Пеня по СО за август 2026 г.,,"));
    assert_eq!(totals.len(), 6);
    // As orders: 15 and 16 are of ОПВ, 17 and 18 of СО; ОПВР and ВОСМС have no letter.
    lists(&place, "run", 1, &[&penalties[..], &MT102].concat());
    let order = place.read("out/so-penalty-2026-08.txt");
    for line in [
        ":70:/NUM/18\r\n",
        "/KNP/017\r\n",
        "/ASSIGN/Пеня по СО за август 2026 г.\r\n",
        ":32B:KZT5,00\r\n",
        "/OPV/S\r\n",
    ] {
        assert!(order.contains(line), "{line}\n{order}");
    }
    // The last number of all is that of the third of four orders.
    let payer = place.read("payer.toml");
    place.write("payer.toml", payer.replace("\"15\"", "\"999999997\""));
    let run = lists(&place, "run", 2, &[&penalties[..], &MT102].concat());
    assert!(run.stderr.contains("`1000000000` is no number of a payment order"), "{}", run.stderr);
    // Penalties alone have no last day, and nothing of them is distributed.
    let sums =
        format!("iin,period,ipn,opv,opvr,so,vosms,opv_penalty\n{A},2026-08,0,0,0,0,0,12\n{B},2026-08,0,0,0,0,0,7\n");
    place.write("alone.csv", sums);
    let run = lists(&place, "run", 1, &["--kgd", "alone.csv", "--period", "2026-08", "--penalties"]);
    assert!(
        run.stdout.contains("next: sign the payment orders of penalties by the lists in out and pay\n"),
        "{}",
        run.stdout
    );
    assert!(!run.stdout.contains("2026-09-25") && !run.stdout.contains("distribute"), "{}", run.stdout);
    let book = [&penalties[..], &["--format", "xlsx"]].concat();
    lists(&place, "run", 0, &book);
    let book: Xlsx<_> = open_workbook(place.path("out/lists.xlsx")).unwrap();
    assert_eq!(book.sheet_names()[1..3], ["ОПВ 2026-08", "ОПВ пеня 2026-08"]);
    // Of the КНП of a penalty for ОПВР no act was seen.
    let unverified = "note: КНП 098 of a penalty for ОПВР is known from practice alone";
    assert!(!run.stdout.contains("known from practice alone"), "{}", run.stdout);
    let sums = "iin,period,ipn,opv,opvr,so,vosms,opvr_penalty\n";
    place.write("kgd.csv", format!("{sums}{A},2026-08,0,3000,3000,3000,3000,12\n"));
    let run = lists(&place, "run", 1, &penalties);
    assert!(run.stdout.contains(unverified), "{}", run.stdout);
}

/// КГД's СО is 3 000 for A and 1 000 for B, whatever stands under what is not asked for; of D it cannot be read. The penalty
/// of A is 5, and that of B is no amount: it is told, and where penalties are asked for his row is none.
#[test]
fn what_is_not_asked_for_takes_nobody_off_a_list() {
    let place = place();
    august(&place);
    let header = "iin,period,ipn,opv,opvr,so,vosms,opv_penalty,so_penalty\n";
    let kgd = format!(
        "{header}{A},2026-08,x,-,-1,3000,,x,5\n{B},2026-08,0,1000,1000,1000,1000,0,1O\n{D},2026-08,0,2000,2000,x,2000,,\n"
    );
    place.write("kgd.csv", kgd);
    let of_so = |more: &[&str]| {
        if place.exists("out") {
            fs::remove_dir_all(place.path("out")).unwrap();
        }
        let lists =
            ["lists", "run", "--contractors", "names.csv", "--format", "csv", "--payment", "so", "--out", "out"];
        place.ustap_ends(1, &[&lists[..], &["--kgd", "kgd.csv", "--period", "2026-08"], more].concat())
    };
    let rejects = || -> Vec<String> {
        let row = |row: String| row.split(',').take(5).collect::<Vec<_>>().join(",");
        rows(&place, "rejects.csv").into_iter().map(row).collect()
    };
    let a = format!("1,{A},Иванов,Иван,,,2026-08,012,1%,3000.00,");
    let run = of_so(&[]);
    assert_eq!(rows(&place, "so-2026-08.csv"), [a.clone(), format!("2,{B},Ким,Ен,,,2026-08,012,1%,1000.00,")]);
    assert_eq!(rejects(), ["kgd.csv,4,amount,so,x"]);
    has_lines(
        &run,
        &[
            "told: penalties of КГД come to 5.00 and are on no list: --penalties makes lists of them",
            "told: in 1 row of КГД a penalty is no amount and is in no sum: kgd.csv:3",
        ],
    );
    let run = of_so(&["--penalties"]);
    assert_eq!(rows(&place, "so-2026-08.csv"), [a]);
    assert_eq!(rejects(), ["kgd.csv,3,amount,so_penalty,1O", "kgd.csv,4,amount,so,x"]);
    assert!(!run.stdout.contains("a penalty is no amount"), "{}", run.stdout);
    // A dash is no penalty where none is asked for. ИПН is told where all payments are.
    place.write("kgd.csv", format!("{header}{A},2026-08,0,3000,3000,3000,3000,-,5\n{B},2026-08,-,1,1,1,1,,\n"));
    let run = lists(&place, "run", 1, &["--kgd", "kgd.csv", "--period", "2026-08"]);
    assert_eq!(rows(&place, "opv-2026-08.csv"), [format!("1,{A},Иванов,Иван,,,2026-08,010,1%,3000.00,")]);
    assert_eq!(rejects(), ["kgd.csv,3,amount,ipn,-"]);
    assert!(!run.stdout.contains("a penalty is no amount"), "{}", run.stdout);
}

/// In December 2025 ИПН is 1 %: 3 000 of 300 000.00 by the run, 2 900 by КГД, and penalties on it of two persons, 4 and 5.
#[test]
fn what_is_due_of_ipn_is_on_no_list_and_told() {
    let place = place();
    place.calculate(&format!("a,{A},2025-12-03,300000,\n"), &["--out", "run"]);
    let of = |amount: &str| {
        format!(
            "told: ИПН of 2025-12, {amount}, is on no list: it is paid by an order of its own, by practice \
             [unverified] to the tax office of the operator; what is known of it is shown by `ustap rates show --on 2025-12-31`"
        )
    };
    has_lines(&lists(&place, "run", 0, &[]), &[&of("3000.00")]);
    place.write(
        "kgd.csv",
        format!(
            "iin,period,ipn,opv,opvr,so,vosms,ipn_penalty\n{A},2025-12,2900,3000,0,2999,3000,4\n\
             {B},2025-12,0,0,0,0,0,5\n"
        ),
    );
    let penalties = "told: penalties on ИПН of 2 persons come to 9.00 and are on no list: they are paid by an order of their own, \
                     by practice [unverified] to the tax office of the operator; what is known of it is shown by `ustap rates show --on DAY`";
    for more in [&["--kgd", "kgd.csv"][..], &["--kgd", "kgd.csv", "--penalties"]] {
        has_lines(&lists(&place, "run", 1, more), &[&of("2900.00"), penalties]);
    }
    // Who asks for one payment is told of no other.
    let of_so = ["lists", "run", "--contractors", "names.csv", "--format", "csv", "--payment", "so", "--out", "of-so"];
    let run = place.ustap_ends(1, &[&of_so[..], &["--kgd", "kgd.csv"]].concat());
    assert!(!run.stdout.contains("ИПН"), "{}", run.stdout);
}

/// August 2026 is paid by 25 September: an order of that day is in time, one of the next day late, one of July too early.
#[test]
fn orders_of_a_day_that_is_late_or_too_early_are_told() {
    let place = place();
    place.calculate(&format!("a,{A},2026-08-03,100000,\n"), &["--out", "run"]);
    let late = "note: the date of the orders, 2026-09-26, is behind 2026-09-25, the last day for 2026-08: what lateness costs, \
                `ustap penalty` says";
    let early = "note: the day of --date, 2026-07-31, is before 2026-08, of which the income is: is it the right one?";
    for (date, note, by) in [
        ("2026-09-25", None, true),
        ("2026-09-26", Some(late), false),
        ("2026-07-31", Some(early), true),
        ("2026-08-01", None, true),
    ] {
        let order = ["--format", "mt102", "--payer", "payer.toml", "--date", date];
        let run = lists(&place, "run", 1, &order);
        has_lines(&run, &Vec::from_iter(note));
        let notes = ["the date of the orders", "the day of --date"].map(|note| run.stdout.matches(note).count());
        assert_eq!(notes.iter().sum::<usize>(), note.iter().count(), "{}", run.stdout);
        assert_eq!(run.stdout.contains("and pay by 2026-09-25 (point 6)\n"), by, "{}", run.stdout);
    }
    // The Sunday after Friday 23 October; of two months each has a day of its own.
    for (rows, by) in [
        (format!("a,{A},2026-09-03,100000,\n"), "2026-10-25, a day off: the working day before it is 2026-10-23"),
        (format!("a,{A},2026-08-03,100000,\nb,{A},2026-09-03,100000,\n"), "the 25th"),
    ] {
        let run = place.calculate(&rows, &["--out", "run", "--force"]);
        assert!(run.stdout.ends_with(&format!(" writes what is paid by {by}\n")), "{}", run.stdout);
        let run = lists(&place, "run", 0, &["--format", "csv"]);
        assert!(run.stdout.contains(&format!(" and pay by {by} (point 6)\n")), "{}", run.stdout);
        place.write("kgd.csv", format!("{KGD}{A},2026-08,0,1,1,1,1\n{A},2026-09,0,1,1,1,1\n"));
        let reconciled = ["reconcile", "--register", "run", "--kgd", "kgd.csv", "--out", "compared"];
        let run = place.ustap_ends(1, &reconciled);
        assert!(run.stdout.ends_with(&format!(" writes by the sums of КГД what is paid by {by}\n")), "{}", run.stdout);
        fs::remove_dir_all(place.path("compared")).unwrap();
    }
}

#[test]
fn only_the_months_that_were_asked_for_are_listed() {
    let place = place();
    august(&place);
    let run = lists(&place, "run", 0, &["--period", "2026-07"]);
    has_lines(&run, &["told: 3 rows of the source of other months, which are on no list and in no sum"]);
    assert!(rows(&place, "lists.csv").iter().all(|row| row.contains(",2026-07,")));
    assert_eq!(rows(&place, "opv-2026-07.csv"), [format!("1,{A},Иванов,Иван,,,2026-07,010,1%,1000.00,")]);
    assert!(!place.exists("out/opv-2026-08.csv"));
    lists(&place, "run", 0, &["--period", "2026-07", "--period", "2026-08"]);
    assert!(place.exists("out/opv-2026-07.csv") && place.exists("out/opv-2026-08.csv"));
    let run = lists(&place, "run", 2, &["--period", "2026-06"]);
    assert!(run.stderr.contains("--period: there is no month 2026-06 in what was given"), "{}", run.stderr);
    assert!(run.stderr.contains("its months are 2026-07, 2026-08") && !place.exists("out"), "{}", run.stderr);
}

/// Who pays is named in every list, and the purpose is in the language of the order.
#[test]
fn the_operator_and_the_purpose_stand_in_every_list() {
    let place = place();
    august(&place);
    let note = "note: no list names the operator's БИН or ИИН, which point 9 of the Rules wants: give --payer FILE\n";
    assert!(lists(&place, "run", 0, &[]).stdout.contains(note));
    let assumed = "ескертпе: ЖБМЗЖ шоты — болжам, бұл басқа төлемнің шоты: `settlement/accounts.toml` солай дейді\n";
    let run = lists(&place, "run", 0, &["--payer", "payer.toml", "--lang", "kk"]);
    assert!(!run.stdout.contains("--payer") && run.stdout.contains(assumed), "{}", run.stdout);
    assert_eq!(rows(&place, "so-2026-07.csv"), [format!("1,{A},Иванов,Иван,,,2026-07,012,1%,1000.00,210390000016")]);
    assert!(rows(&place, "lists.csv")[0].contains(",\"2026 жылғы шілде айына МЗЖ, мөлшерлеме 1%\",2026-08-25,"));
    // The order's own Kazakh words for ВОСМС: «МӘМС» is the insurance.
    let insurance = ",\"2026 жылғы шілде айына МӘМС жарналары, мөлшерлеме 1%\",2026-08-25,";
    assert!(rows(&place, "lists.csv").iter().any(|row| row.starts_with("vosms,") && row.contains(insurance)));
    // No order is in English.
    lists(&place, "run", 0, &["--payer", "payer.toml", "--lang", "en"]);
    assert!(rows(&place, "lists.csv")[0].contains(",\"ОПВ за июль 2026 г., ставка 1%\","));
    // An order in Kazakh says what `lists.csv` says.
    lists(&place, "run", 1, &[&MT102[..], &["--lang", "kk"]].concat());
    let order = place.read("out/opv-2026-07.txt");
    assert!(order.contains("/ASSIGN/2026 жылғы шілде айына МЗЖ, мөлшерлеме 1%\r\n"), "{order}");
}

/// A profile whose purpose has no month or no rate makes no order: everything would come back.
#[test]
fn an_order_without_its_month_or_rate_is_not_published() {
    let place = place();
    august(&place);
    place.ustap_ends(0, &["rates", "export", "rates"]);
    let profile = place.read("rates/settlement/mt102.toml");
    let template = "assign = \"{payment} за {month} {year} г., ставка {rate}\"";
    for (purpose, message) in [
        ("{payment} за {month} {year} г.", "the purpose in /ASSIGN/ does not name the rate"),
        ("{payment}, ставка {rate}, {year}", "the purpose in /ASSIGN/ does not name the month"),
    ] {
        let changed = profile.replace(template, &format!("assign = \"{purpose}\""));
        assert_ne!(changed, profile);
        place.write("rates/settlement/mt102.toml", changed);
        let run = lists(&place, "run", 2, &[&MT102[..], &["--rates", "rates"]].concat());
        assert!(run.stderr.contains(message) && !place.exists("out"), "{}", run.stderr);
    }
}

/// However a bank words it: what is published names its rate to whoever distributes it, so that no `rate` comes back.
#[test]
fn an_order_names_its_month_and_rate_in_any_words() {
    let place = place();
    august(&place);
    place.write(
        "kgd.csv",
        "iin,period,ipn,opv,opvr,so,vosms\n900101300017,2026-07,0,1,1,1,1\n900101300017,2026-08,0,1,1,1,1\n",
    );
    place.ustap_ends(0, &["rates", "export", "rates"]);
    let profile = place.read("rates/settlement/mt102.toml");
    let template = "assign = \"{payment} за {month} {year} г., ставка {rate}\"";
    for purpose in [
        "{payment} курьеров доставки за {month} {year} г., ставка {rate}.",
        "{payment} ({month} {year}), (ставка {rate})",
        "{year} ж. {month}: {payment}, {rate} мөлшерлеме",
    ] {
        place.write("rates/settlement/mt102.toml", profile.replace(template, &format!("assign = \"{purpose}\"")));
        lists(&place, "run", 1, &[&MT102[..], &["--rates", "rates"]].concat());
        let distribute = ["distribute", "--paid", "out", "--kgd", "kgd.csv", "--rates", "rates", "--out", "back"];
        place.ustap_ends(1, &distribute);
        let distribution = place.read("back/distribution.csv");
        assert!(distribution.lines().count() > 1 && !distribution.contains("rate"), "{purpose}: {distribution}");
        fs::remove_dir_all(place.path("out")).unwrap();
        fs::remove_dir_all(place.path("back")).unwrap();
    }
}

/// Әубәкір Қайрат in the bytes of KZ-1048: Ә A3, ә BC, Қ 8D, і B3.
#[test]
fn an_order_is_written_in_kz_1048() {
    let place = place();
    august(&place);
    place.write("names.csv", NAMES.replace("Иванов,Иван", "Әубәкір,Қайрат"));
    lists(&place, "run", 1, &[&MT102[..], &["--encoding", "kz-1048"]].concat());
    let order = fs::read(place.path("out/so-2026-07.txt")).unwrap();
    for line in [
        &b"/FM/\xa3\xf3\xe1\xbc\xea\xb3\xf0\r\n"[..],
        b"/NM/\x8d\xe0\xe9\xf0\xe0\xf2\r\n",
        b"/ASSIGN/\xd1\xce \xe7\xe0 ",
    ] {
        assert!(order.windows(line.len()).any(|bytes| bytes == line), "{line:?}");
    }
    let run = lists(&place, "run", 2, &[&MT102[..], &["--encoding", "windows-1251"]].concat());
    assert!(run.stderr.contains("the letter `Ә` of 9001****0017, row 1 (/FM/) does not exist in windows-1251"));
    assert!(run.stderr.contains("--encoding kz-1048 has the letters of Kazakh"), "{}", run.stderr);
}

const DISTRIBUTION: &str = "iin,period,payment,fund,computed,paid,distributed,returned,owed,reasons\n";

fn distribution(place: &Place, rows: &str) {
    let text = format!("{DISTRIBUTION}{rows}");
    place.write("distribution/distribution.csv", &text);
    let output = serde_json::json!({
        "name": "distribution.csv", "bytes": text.len(), "rows": 0, "sha256": sha256(text.as_bytes())
    });
    // What its receipt says of the command is not looked at.
    let sums = serde_json::json!({ "ipn": "0.00", "opv": "0.00", "opvr": "0.00", "so": "0.00", "vosms": "0.00" });
    let totals = serde_json::json!({ "corrections": 0, "persons": 0, "before": sums, "after": sums, "delta": sums });
    let receipt = serde_json::json!({
        "program": "ustap", "version": "0.1.0", "command": "correct", "options": {}, "previous": [], "inputs": [],
        "rates": [], "outputs": [output], "totals": totals,
    });
    place.write_receipt("distribution", &receipt.to_string());
}

/// ОПВ of A was one tenge too little and came back whole; СО was too much; ОПВ of B was never paid.
#[test]
fn what_a_distribution_leaves_owed_is_paid_again() {
    let place = place();
    let a = format!(
        "{A},2026-08,opv,enpf,3000.00,2999.00,0.00,2999.00,3000.00,less-than-computed\n\
         {A},2026-08,so,gfss,3000.00,3010.00,3000.00,10.00,0.00,more-than-computed\n"
    );
    let b = format!("{B},2026-08,opv,enpf,1000.00,0.00,0.00,0.00,1000.00,unpaid\n");
    distribution(&place, &(a.clone() + &b));
    let run = lists(&place, "distribution", 0, &[]);
    let next =
        "next: what of it is distributed: `ustap distribute --paid out --kgd FILE --after distribution --out DIR`\n";
    assert!(run.stdout.ends_with(next) && !run.stdout.contains("25th"), "{}", run.stdout);
    assert_eq!(
        rows(&place, "opv-2026-08.csv"),
        [format!("1,{A},Иванов,Иван,,,2026-08,010,1%,3000.00,"), format!("2,{B},Ким,Ен,,,2026-08,010,1%,1000.00,")]
    );
    assert_eq!(
        rows(&place, "lists.csv"),
        [
            "opv,2026-08,010,1%,\"ОПВ за август 2026 г., ставка 1%\",2026-09-25,160440007161,KZ12009NPS0413609816,GCVPKZ2A,2,\
          4000.00,0,0.00,4000.00,opv-2026-08.csv"
        ]
    );
    let run = lists(&place, "distribution", 2, &["--period", "2026-07"]);
    assert!(run.stderr.contains("there is no month 2026-07 in what was given"), "{}", run.stderr);
    lists(&place, "distribution", 0, &["--format", "xlsx", "--period", "2026-08"]);
    let book: Xlsx<_> = open_workbook(place.path("out/lists.xlsx")).unwrap();
    assert_eq!(book.sheet_names(), ["Итоги", "ОПВ 2026-08", "Не вошли в списки", "Распределение"]);
    for (rows, message) in [
        (b.clone() + &a, "distribution.csv:3: stands out of order"),
        (a.replace("0.00,2999.00,3000.00", "0.00,2999.00,2999.00"), "distribution.csv:2: is no row of a distribution"),
        (
            a.replace(",enpf,3000.00,2999.00", ",enpf,-3000.00,2999.00"),
            "distribution.csv:2: is no row of a distribution",
        ),
    ] {
        distribution(&place, &rows);
        let run = lists(&place, "distribution", 2, &[]);
        assert!(run.stderr.contains(message), "{}", run.stderr);
    }
    place.write("kgd.csv", KGD);
    let run = lists(&place, "distribution", 2, &["--kgd", "kgd.csv"]);
    assert!(run.stderr.contains("--kgd is for lists of a run, and distribution is none"), "{}", run.stderr);
    let run = lists(&place, "distribution", 2, &["--penalties"]);
    assert!(run.stderr.contains("--kgd"), "{}", run.stderr);
}

/// Each of the three received 100 000 more in June 2025 than was withheld from: A is paid for at 1 %, which is 1 000.00 of
/// ОПВ, B at 10 %, which is 10 000.00, and C, who has rows of both, is on no list.
#[test]
fn what_a_correction_adds_is_paid_at_the_rate_of_the_run_after() {
    let place = place();
    june_2025(&place, "2025-06");
    let operations = format!(
        "1,{A},2025-06-05,400000,\n2,{B},2025-06-05,400000,\n3,{C},2025-06-05,200000,\n4,{C},2025-06-25,100000,\n"
    );
    place.calculate(&operations, &["--contractors", "regimes.csv", "--out", "later"]);
    place.ustap_ends(1, &["correct", "run", "later", "--out", "correction"]);
    let run = lists(&place, "correction", 1, &REGIMES);
    // Each has rates of his own, and who has two is on no list for it.
    assert!(!run.stdout.contains("whoever SOURCE has none for"), "{}", run.stdout);
    assert_eq!(rows(&place, "opv-2025-06-1.csv"), [format!("1,{A},Иванов,Иван,,,2025-06,010,1%,1000.00,")]);
    assert_eq!(rows(&place, "opv-2025-06-10.csv"), [format!("1,{B},Ким,Ен,,,2025-06,010,10%,10000.00,")]);
    // СО and ВОСМС of B: 5 % of 100 000.
    assert_eq!(rows(&place, "so-2025-06-5.csv"), [format!("1,{B},Ким,Ен,,,2025-06,012,5%,5000.00,")]);
    assert_eq!(rows(&place, "vosms-2025-06-5.csv"), [format!("1,{B},Ким,Ен,,,2025-06,122,5%,5000.00,")]);
    let unlisted =
        [("opv", "010"), ("so", "012"), ("vosms", "122")].map(|(p, knp)| format!("{C},2025-06,{p},{knp},1000.00,rate"));
    assert_eq!(rows(&place, "unlisted.csv"), unlisted);
    // What is given back needs no rate.
    place.ustap_ends(1, &["correct", "later", "run", "--out", "back"]);
    assert!(place.exists("correction/rates.csv") && !place.exists("back/rates.csv"));
}

/// In December 2025 ОПВ, СО and ВОСМС have several rates, in January 2026 each has one, under which no list is chosen.
#[test]
fn rates_of_a_correction_are_named_in_the_months_that_have_several() {
    let place = place();
    for (run, income) in [("run", 100_000), ("later", 200_000)] {
        let operations =
            format!("1,{A},2025-12-05,{income},\n2,{A},2026-01-05,{income},\n3,{B},2026-01-05,{income},\n");
        place.calculate(&operations, &["--out", run]);
    }
    place.ustap_ends(1, &["correct", "run", "later", "--out", "correction"]);
    let rates = place.read("correction/rates.csv");
    let months: Vec<&str> = rates.lines().skip(1).filter_map(|row| row.split(',').nth(1)).collect();
    assert_eq!(months, ["2025-12"; 3], "{rates}");
}

/// Of 2025 it is not known at which of the rates who did not pay is to pay: that of who is not listed is taken, and told.
#[test]
fn rates_that_are_taken_by_default_are_told() {
    let place = place();
    distribution(&place, &format!("{A},2025-06,opv,enpf,50.00,0.00,0.00,0.00,50.00,unpaid\n"));
    let run = lists(&place, "distribution", 0, &[]);
    assert!(run.stdout.contains(
        "note: of the rates of 2025-06 whoever SOURCE has none for has that of who is not in the contractors file"
    ));
    assert_eq!(rows(&place, "opv-2025-06-1.csv"), [format!("1,{A},Иванов,Иван,,,2025-06,010,1%,50.00,")]);
    // Nor of whom КГД alone has: his row of the register would say.
    june_2025(&place, "2025-06");
    let told = |persons: &[&str]| {
        let sums: String = persons.iter().map(|iin| format!("{iin},2025-06,0,10,0,0,0\n")).collect();
        place.write("kgd.csv", format!("{KGD}{sums}"));
        // Of those whom КГД leaves out something is missing.
        let run = lists(&place, "run", 1, &["--kgd", "kgd.csv"]);
        run.stdout.contains("note: of the rates of 2025-06 whoever SOURCE has none for")
    };
    assert_eq!([told(&[A, B]), told(&[A, D])], [false, true]);
}

/// ОПВ of A was paid at 1 %, of B at 10 %, each one tenge less than КГД has: all comes back, and is paid again at the same
/// rates, for under another it would come back again (point 11). For E, who is in no file of contractors, nothing was paid.
#[test]
fn what_came_back_is_paid_again_at_the_rate_at_which_it_was_paid() {
    let place = place();
    let paid = format!("iin,period,knp,amount,rate\n{B},2025-06,010,29999,\"10,0 %\"\n{A},2025-06,010,2999,1%\n");
    place.write("paid.csv", paid + &format!("{A},2025-06,012,2999,7%\n"));
    let kgd = |iin: &str, opv: &str, so: &str| format!("{iin},2025-06,0,{opv},0,{so},0\n");
    let header = "iin,period,ipn,opv,opvr,so,vosms\n".to_owned();
    place.write("kgd.csv", header + &kgd(A, "3000", "3000") + &kgd(B, "30000", "0") + &kgd(E, "10", "0"));
    place.ustap_ends(1, &["distribute", "--paid", "paid.csv", "--kgd", "kgd.csv", "--out", "distribution"]);
    let rates = format!("iin,period,payment,rate\n{A},2025-06,opv,1%\n{B},2025-06,opv,10%\n");
    assert_eq!(place.read("distribution/rates.csv"), rates);
    lists(&place, "distribution", 1, &[]);
    assert_eq!(rows(&place, "opv-2025-06-1.csv"), [format!("1,{A},Иванов,Иван,,,2025-06,010,1%,3000.00,")]);
    assert_eq!(rows(&place, "opv-2025-06-10.csv"), [format!("1,{B},Ким,Ен,,,2025-06,010,10%,30000.00,")]);
    assert_eq!(rows(&place, "unlisted.csv"), [format!("{E},2025-06,opv,010,10.00,surname|given_name")]);
    // A rate of none of the tables is no rate: that of who is not listed is taken.
    assert_eq!(rows(&place, "so-2025-06-1.csv"), [format!("1,{A},Иванов,Иван,,,2025-06,012,1%,3000.00,")]);
    // A is paid for, and B is not yet: what he was paid at stands in the distribution before. A, who is paid for at 10 % now
    // and a tenge too little, has that rate.
    place.write("again.csv", format!("iin,period,knp,amount,rate\n{A},2025-06,010,2999,10%\n"));
    let after = ["distribute", "--paid", "again.csv", "--kgd", "kgd.csv", "--after", "distribution", "--out", "later"];
    place.ustap_ends(1, &after);
    let rates = format!("iin,period,payment,rate\n{A},2025-06,opv,10%\n{B},2025-06,opv,10%\n");
    assert_eq!(place.read("later/rates.csv"), rates);
    lists(&place, "later", 1, &[]);
    assert!(!place.exists("out/opv-2025-06-1.csv") || rows(&place, "opv-2025-06-1.csv").is_empty());
    assert_eq!(
        rows(&place, "opv-2025-06-10.csv"),
        [format!("1,{A},Иванов,Иван,,,2025-06,010,10%,3000.00,"), format!("2,{B},Ким,Ен,,,2025-06,010,10%,30000.00,")]
    );
}

/// Where nothing counts there is nothing to pay by, and that is not nothing to do: rows of other months are looked at, others
/// mended.
#[test]
fn lists_of_a_run_in_which_nothing_counts_lead_to_its_rejected_rows() {
    let place = Place::new();
    place.write("contractors.csv", "iin,surname,given_name\n900101300017,Тест,Анна\n");
    for (row, step) in [
        ("900101300017,2026-07-05,1000", "next: look at the rejected rows in run/rejects.csv\n"),
        (
            "900101300018,2026-08-05,1000",
            "next: look at the rejected rows in run/rejects.csv, mend them, and calculate again\n",
        ),
    ] {
        place.write("operations.csv", format!("operation_id,iin,settled_on,income\na,{row}\n"));
        let run = ["calculate", "operations.csv", "--period", "2026-08", "--out", "run", "--force"];
        assert!(place.ustap_ends(1, &run).stdout.ends_with(step));
        let lists = ["lists", "run", "--contractors", "contractors.csv", "--payment", "all", "--format", "csv"];
        let out = if step.contains("mend") { "bad" } else { "other" };
        let run = place.ustap_ends(1, &[&lists[..], &["--out", out]].concat());
        assert!(run.stdout.contains("\ntold: run has no month") && run.stdout.ends_with(step), "{}", run.stdout);
    }
}

/// A has 50 000.00: 500.00 of each by its own register, which КГД has not sent.
#[test]
fn that_the_register_stands_for_the_sums_of_kgd_is_told() {
    let place = place();
    place.calculate(&format!("1,{A},2026-08-05,50000,\n"), &["--out", "run"]);
    // What names persons has nothing to agree with.
    let named = place.ustap(&[
        "lists",
        "run",
        "--payment",
        "so",
        "--contractors",
        "run/register.csv",
        "--format",
        "csv",
        "--out",
        "named",
    ]);
    assert!(!named.stdout.contains("of run itself"), "{}", named.stdout);
    let run = lists(&place, "run", 0, &["--kgd", "run/register.csv"]);
    assert!(run.stdout.contains("told: register.csv is `register.csv` of run itself"), "{}", run.stdout);
}

/// In July the person is an entrepreneur, of whom nothing is withheld: the month has a row in the register, and no payment.
#[test]
fn a_month_of_which_nothing_is_withheld_is_a_month() {
    let place = place();
    place.write(
        "regimes.csv",
        format!(
            "iin,regime,regime_from,regime_to\n{A},entrepreneur,2026-07-01,2026-07-31\n{A},self-employed,2026-08-01,\n"
        ),
    );
    place.calculate(
        &format!("1,{A},2026-07-05,50000,\n2,{A},2026-08-05,50000,\n"),
        &["--contractors", "regimes.csv", "--out", "run"],
    );
    let run = lists(&place, "run", 0, &["--period", "2026-07"]);
    assert!(!run.stdout.contains("has no month"), "{}", run.stdout);
}
