//! `ustap penalty`: by law.md section 8 and settlement.md, worked out by hand.

use crate::program::{Place, Run, english};
use ustap::Law;
use ustap::settlement::penalty;
use ustap::{Payment, Tenge};

fn asked(place: &Place, payment: &str, period: &str, paid_on: &str, amount: &str) -> Run {
    place.ustap(&["penalty", "--payment", payment, "--period", period, "--paid-on", paid_on, "--amount", amount])
}

/// The words of the line that begins with this one.
fn line<'r>(run: &'r Run, name: &str) -> Vec<&'r str> {
    let words = run.stdout.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    words.into_iter().find(|words| words.first() == Some(&name)).unwrap_or_else(|| panic!("{name}: {}", run.stdout))
}

#[test]
fn each_step_is_shown_with_the_exact_sum_the_code_and_the_text_of_the_order() {
    let place = Place::new();
    // 26 April to 25 May: 30 days. 100 000 × 1.25 × 0.18 ÷ 365 × 30 = 675 000 ÷ 365 = 1 849.315068… → 1 849.
    let run = asked(&place, "so", "2026-03", "2026-05-25", "100000");
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""));
    assert!(run.stdout.contains("2026-04-26 to 2026-05-25  30 days  base rate 18 %  × 1.25 ÷ 365"));
    assert_eq!(line(&run, "penalty"), ["penalty", "1849.00"]);
    assert_eq!(line(&run, "exact"), ["exact", "1849.315068…"]);
    assert_eq!(line(&run, "КНП"), ["КНП", "017"]);
    assert!(
        run.stdout.contains("КНП: Reports of the State Social Insurance Fund, 2026 [secondary]\n"),
        "{}",
        run.stdout
    );
    assert!(asked(&place, "opvr", "2026-03", "2026-05-25", "100").stdout.contains("КНП: Practice [unverified]\n"));
    assert!(run.stdout.contains("Пеня по СО за март 2026 г.\n"), "{}", run.stdout);
    // ВОСМС by OSMS 31(1), under its own code; an exact sum that ends: 36 500 × 1.25 × 0.18 ÷ 365 = 22.50 → 23.
    let run = asked(&place, "vosms", "2026-03", "2026-04-26", "36500");
    assert_eq!(line(&run, "penalty"), ["penalty", "23.00"]);
    assert_eq!(line(&run, "exact"), ["exact", "22.50"]);
    assert_eq!(line(&run, "КНП"), ["КНП", "124"]);
    let inferred = "OSMS law, art. 31(1) [inferred]; divisor: State Revenue Committee's calculator of penalties, as reported [secondary]\n  \
                    The text was read in the edition of 2022; that it is unchanged is inferred.\n";
    assert!(run.stdout.contains(inferred), "{}", run.stdout);
    // SC 256(1): of ОПВ and ОПВР only where the income was paid out.
    let run = asked(&place, "opv", "2026-03", "2026-04-26", "36500");
    assert!(run.stdout.contains("ОПВ and ОПВР only where the income was paid out.\n"), "{}", run.stdout);
    // On the day itself nothing is late.
    let run = asked(&place, "opv", "2026-03", "2026-04-25", "100000");
    assert_eq!((line(&run, "penalty"), line(&run, "exact")), (vec!["penalty", "0.00"], vec!["exact", "0.00"]));
}

/// 365 000 × 1.25 ÷ 365 = 1 250 a day and unit of the rate.
#[test]
fn a_penalty_over_each_change_of_the_base_rate() {
    let law = Law::builtin().unwrap();
    for (period, paid_on, days, exact, rounded) in [
        // Due 2024-10-25. 26.10–01.12.: 37 days at 14.25 %, 4 at 15.25 %: 1 250 × (5.2725 + 0.61) = 7 353.125.
        ("2024-09", "2024-12-05", &[37, 4][..], "7353.125", "7353.00"),
        // Due 2025-02-25. 26.02.–10.03.: 13 days at 15.25 %, 10 at 16.5 %: 1 250 × (1.9825 + 1.65) = 4 540.625.
        ("2025-01", "2025-03-20", &[13, 10], "4540.625", "4541.00"),
        // Due 2025-09-25. 26.09.–12.10.: 17 days at 16.5 %, 3 at 18 %: 1 250 × (2.805 + 0.54) = 4 181.25.
        ("2025-08", "2025-10-15", &[17, 3], "4181.25", "4181.00"),
        // Due 2026-05-25. 26.05.–07.06.: 13 days at 18 %, 3 at 17 %: 1 250 × (2.34 + 0.51) = 3 562.50, halves up.
        ("2026-04", "2026-06-10", &[13, 3], "3562.50", "3563.00"),
        // Due 2026-07-25. 26.07. at 17 %, 2 days at 16.75 %: 1 250 × (0.17 + 0.335) = 631.25.
        ("2026-06", "2026-07-28", &[1, 2], "631.25", "631.00"),
        // Due 2026-08-25. 26.08.–06.09.: 12 days at 16.75 %, 2 at 16.25 %: 1 250 × (2.01 + 0.325) = 2 918.75.
        ("2026-07", "2026-09-08", &[12, 2], "2918.75", "2919.00"),
        // Due 2026-06-25. 31 days at 17 %, 42 at 16.75 %, 4 at 16.25 %: 1 250 × (5.27 + 7.035 + 0.65) = 16 193.75.
        ("2026-05", "2026-09-10", &[31, 42, 4], "16193.75", "16194.00"),
        // Due 2026-10-25. The last day with a rate: 1 250 × 0.1625 = 203.125.
        ("2026-09", "2026-10-26", &[1], "203.125", "203.00"),
    ] {
        let amount: Tenge = "365000".parse().unwrap();
        let late = penalty(&law, Payment::So, period.parse().unwrap(), paid_on.parse().unwrap(), amount).unwrap();
        assert_eq!(late.days.iter().map(|days| days.count()).collect::<Vec<_>>(), days, "{period}");
        assert_eq!((late.exact.to_string().as_str(), late.exact.is_cut()), (exact, false), "{period}");
        assert_eq!(late.penalty.to_string(), rounded, "{period}");
    }
}

/// By tables that round up to the tiyn: what is exact stays, and the least more goes up.
#[test]
fn an_exact_penalty_is_not_rounded_up() {
    let mut tables = Law::builtin().unwrap().tables().to_vec();
    let table = tables.iter_mut().find(|table| table.name == "base_rates.toml").unwrap();
    let rounding = "unit = \"1\"\nmode = \"half-up\"\nfrom = \"2026-01-01\"";
    assert_eq!(table.text.matches(rounding).count(), 1);
    table.text = table.text.replace(rounding, "unit = \"0.01\"\nmode = \"up\"\nfrom = \"2026-01-01\"");
    let law = Law::from_tables(tables).unwrap();
    let of = |amount: &str| {
        let (period, paid_on) = ("2026-03".parse().unwrap(), "2026-04-26".parse().unwrap());
        penalty(&law, Payment::So, period, paid_on, amount.parse().unwrap()).unwrap().penalty.to_string()
    };
    // 36 500 × 1.25 × 0.18 ÷ 365 = 22.50; of 36 500.01 it is 22.500006….
    assert_eq!((of("36500"), of("36500.01")), ("22.50".to_owned(), "22.51".to_owned()));
}

/// Of nothing it is nothing, however late.
#[test]
fn a_penalty_of_nothing_is_nothing() {
    let law = Law::builtin().unwrap();
    let (period, paid_on) = ("2026-03".parse().unwrap(), "2026-05-25".parse().unwrap());
    let late = penalty(&law, Payment::So, period, paid_on, Tenge::ZERO).unwrap();
    // From 26.04 to 25.05.
    assert_eq!((late.penalty, late.days_late()), (Tenge::ZERO, 30));
}

/// A day before the month of income is a slip, most likely of the year: it is asked for, and changes no figure.
#[test]
fn a_day_before_the_month_of_income_is_asked_for() {
    let place = Place::new();
    let told = |day: &str, option: &str| {
        format!("note: the day of {option}, {day}, is before 2026-03, of which the income is: is it the right one?\n")
    };
    for (paid_on, is_told) in [("0026-05-25", true), ("2025-05-25", true), ("2026-02-28", true), ("2026-03-01", false)]
    {
        let run = asked(&place, "so", "2026-03", paid_on, "1000");
        assert_eq!((run.status, run.stdout.contains("is it the right one")), (Some(0), is_told), "{}", run.stdout);
        assert_eq!(run.stdout.contains(&told(paid_on, "--paid-on")), is_told, "{}", run.stdout);
    }
    let row = "so,2026-03,2025-05-25,1000\n";
    place.write("late.csv", format!("payment,period,paid_on,amount\n{row}{row}so,2026-03,2026-04-25,1000\n"));
    assert_eq!(place.ustap_ends(0, &["penalty", "late.csv"]).stderr, told("2025-05-25", "`paid_on`"));
}

#[test]
fn what_cannot_be_computed_is_refused() {
    let place = Place::new();
    for (payment, paid_on, amount, message) in [
        ("so", "2026-10-27", "1", "no base rate of the National Bank on 2026-10-27: base_rates.toml has"),
        ("ipn", "2026-05-25", "1", "no rule of a penalty for `ipn`"),
        ("ipn", "2026-05-25", "1", "`--rates DIR` takes them\n"),
        ("opv", "2026-05-25", "-1", "an amount below zero"),
        ("opv", "2026-05-25", "1e3", "`1e3` for `--amount` [usage]\nhint: The amount is a number with an exponent;"),
        ("opv", "2026-05-25", "+5", "`+5` for `--amount` [usage]\nhint: A plus stands before the amount;"),
        ("opv", "01.01.0001", "1", "`01.01.0001` for `--paid-on` [usage]\nhint: 0001-01-01 is an empty date,"),
        ("opv", "25.05", "1", "`25.05` for `--paid-on` [usage]\nhint: Digits alone are no day: it has the form"),
        ("opv", "31.06.2026", "1", "`31.06.2026` for `--paid-on` [usage]\nhint: The calendar has no such day.\n"),
        ("opv", "2026-05-25", "12,970", "--amount: `12,970` has three decimals, which may be thousands"),
        ("opv", "2026-05-25", "7,000", "hint: write it without dividing thousands, and with two decimals at most\n"),
        ("osms", "2026-05-25", "1", "there is no payment `osms`"),
    ] {
        let run = asked(&place, payment, "2026-03", paid_on, amount);
        assert_eq!(run.status, Some(2), "{}", run.stdout);
        assert!(run.stderr.contains(message), "{}", run.stderr);
    }
}

/// What is said of a file's columns and letters is of no use without a file.
#[test]
fn what_is_said_of_a_file_is_refused_without_one() {
    let place = Place::new();
    let alone = ["penalty", "--payment", "so", "--period", "2026-03", "--paid-on", "2026-05-25", "--amount", "1000"];
    place.ustap_ends(0, &alone);
    for (option, value) in [("--column", "amount=X"), ("--ignore-column", "x"), ("--encoding", "utf-8")] {
        let run = place.ustap_ends(2, &[&alone[..], &[option, value]].concat());
        assert!(
            run.stderr.contains(&format!("`--payment <PAYMENT>` cannot be used with `{option} ")),
            "{}",
            run.stderr
        );
        assert!(run.stderr.contains("[usage]\n"), "{}", run.stderr);
    }
}

/// 12,970 is 12.97 by the grammar of money, and 12 970 to who divides thousands by a comma.
#[test]
fn thousands_of_a_file_are_told() {
    let place = Place::new();
    place.write("late.csv", "payment;period;paid_on;amount\nso;2026-03;2026-05-25; 12,970 \n");
    let run = place.ustap_ends(0, &["penalty", "late.csv"]);
    // 12.97 × 1.25 × 0.18 ÷ 365 × 30 = 0.2398….
    assert!(run.stdout.contains("so,2026-03,2026-04-25,2026-05-25,12.97,30,0.00,0.239856"), "{}", run.stdout);
    let told = "late.csv: an amount of 1 row, the first in line 2, has three decimals";
    assert!(run.stderr.contains(told), "{}", run.stderr);
}

/// The letters of a payment in windows-1251 (`отчисления`) are no text in UTF-8: the first such row names what it looks like.
#[test]
fn a_row_that_is_no_text_is_told_with_its_encoding() {
    let place = Place::new();
    let row = [b"\xee\xf2\xf7\xe8\xf1\xeb\xe5\xed\xe8\xff", &b";2026-03;2026-05-25;1\n"[..]].concat();
    place.write("late.csv", [b"payment;period;paid_on;amount\nso;2026-03;2026-05-25;1\n", &row[..], &row].concat());
    let run = place.ustap_ends(1, &["penalty", "late.csv"]);
    let told = "not text in late.csv:3: the bytes look like windows-1251; try --encoding windows-1251";
    assert_eq!(run.stderr.matches(told).count(), 1, "{}", run.stderr);
    // In that encoding it is text, and no payment.
    let run = place.ustap_ends(1, &["penalty", "late.csv", "--encoding", "windows-1251"]);
    assert!(!run.stderr.contains("not text"), "{}", run.stderr);
}

/// What 1C writes for an empty date is no day, a sum is refused for what stands in it, and a month before all tables has no
/// rates, however long before.
#[test]
fn a_row_is_refused_for_its_own_reason() {
    let place = Place::new();
    let (mut rows, mut told) = (String::new(), String::new());
    for (line, (row, field, reason)) in (2..).zip([
        ("2026-03;01.01.0001;1", "date,paid_on,01.01.0001", "0001-01-01 is an empty date, and a day is needed."),
        (
            "2026-03;0001-01-01T00:00:00;1",
            "date,paid_on,0001-01-01T00:00:00",
            "0001-01-01 is an empty date, and a day is needed.",
        ),
        ("2026-03;;1", "date,paid_on,", "The day is missing."),
        ("2026-03;31.06.2026;1", "date,paid_on,31.06.2026", "The calendar has no such day."),
        ("2026-03;2026-05-25;+5", "amount,amount,+5", "A plus stands before the amount; one above zero has no sign."),
        ("2026-03;2026-05-25;5.", "amount,amount,5.", "No decimals follow the dot or comma at the end."),
        ("2026-03;2026-05-25;", "amount,amount,", "The amount is missing."),
        ("2023-03;2026-05-25;1", "no-rates,period,2023-03", "No rates on 2023-03-31: "),
        ("2024-03;2026-05-25;1", "no-rates,period,2024-03", "No rates on 2024-03-31: "),
    ]) {
        rows += &format!("so;{row}\n");
        told += &format!("late.csv,{line},{field},{reason}\n");
    }
    place.write("late.csv", format!("payment;period;paid_on;amount\n{rows}"));
    let run = place.ustap_ends(1, &["penalty", "late.csv"]);
    let rejects: Vec<String> = run.stderr.lines().skip(1).map(|line| line.replace('"', "")).collect();
    assert_eq!(rejects.len(), told.lines().count(), "{}", run.stderr);
    for (reject, told) in rejects.iter().zip(told.lines()) {
        assert!(reject.starts_with(told.trim_end()), "{reject}\n{told}");
    }
}

/// Bad rows go to standard error as rows of `rejects.csv`, the others are computed.
#[test]
fn a_file_with_bad_rows_is_computed_without_them() {
    let place = Place::new();
    place.write(
        "late.csv",
        "payment;period;paid_on;amount\n\
         opvr;2026-03;25.05.2026;36500,00\n\
         so;2026-03;2026-10-27;1\n\
         osms;2026-03;2026-05-25;1\n\
         so;2026-3;2026-05-25;1\n\
         so;2026-03;25.05;1\n\
         so;2026-03;2026-05-25;1e3\n\
         so;2026-03;2026-05-25;-1\n\
         so;2026-03;2026-05-25;1000000000000\n\
         so;2026-03;2026-05-25\n\
         opvr;2025-10;2025-12-25;1\n\
         vosms;2026-03;2026-04-26;36500\n",
    );
    let run = place.ustap(&["penalty", "late.csv"]);
    assert_eq!(run.status, Some(1));
    // 36 500 × 1.25 × 0.18 ÷ 365 = 22.50 a day: 30 days are 675, one day is 22.50 → 23.
    assert_eq!(
        run.stdout,
        "payment,period,due_on,paid_on,amount,days,penalty,exact,knp,rates\n\
         opvr,2026-03,2026-04-25,2026-05-25,36500.00,30,675.00,675.00,098,2026-04-26..2026-05-25=0.18\n\
         vosms,2026-03,2026-04-25,2026-04-26,36500.00,1,23.00,22.50,124,2026-04-26..2026-04-26=0.18\n"
    );
    let rejects: Vec<&str> = run.stderr.lines().collect();
    assert_eq!(rejects[0], "file,line,code,field,value,message");
    let begins = [
        "late.csv,3,no-rates,paid_on,2026-10-27,\"No base rate of the National Bank on 2026-10-27: ",
        "late.csv,4,payment,payment,osms,",
        "late.csv,5,period,period,2026-3,",
        "late.csv,6,date,paid_on,25.05,",
        "late.csv,7,amount,amount,1e3,",
        "late.csv,8,amount,amount,-1,",
        "late.csv,9,amount-range,amount,1000000000000,",
        "late.csv,10,malformed-row,,,",
        "late.csv,11,payment,payment,opvr,",
    ];
    assert_eq!(rejects.len(), 1 + begins.len(), "{}", run.stderr);
    for (reject, begin) in rejects[1..].iter().zip(begins) {
        assert!(reject.starts_with(begin), "{reject}");
    }
    // Nothing bad, nothing on standard error.
    place.write("late.csv", "payment,period,paid_on,amount\nso,2026-03,2026-04-26,36500\n");
    let run = place.ustap_ends(0, &["penalty", "late.csv"]);
    assert_eq!(run.stderr, "");
}

#[test]
fn in_russian_and_kazakh_it_has_no_english() {
    let place = Place::new();
    for (lang, cited, order) in [
        ("ru", "Социальный кодекс, ст. 256, п. 1 [по тексту акта]", "Пеня по СО за март 2026 г.\n"),
        (
            "kk",
            "Әлеуметтік кодекс, 256-бап, 1-тармақ [акт мәтіні бойынша]",
            "2026 жылғы наурыз айына ӘА бойынша өсімпұл\n",
        ),
    ] {
        let run = place.ustap_ends(
            0,
            &[
                "penalty",
                "--payment",
                "so",
                "--period",
                "2026-03",
                "--paid-on",
                "2026-05-25",
                "--amount",
                "100000",
                "--lang",
                lang,
            ],
        );
        assert!(run.stdout.contains(cited) && run.stdout.contains(order), "{}", run.stdout);
        assert_eq!(english(&run.stdout), [""; 0]);
    }
}

/// Own tables in which another article has the multiple from 2026-05-11 on: of a delay over that day both are cited.
#[test]
fn a_penalty_over_two_provisions_cites_both() {
    let place = Place::new();
    place.ustap_ends(0, &["rates", "export", "own"]);
    let table = place.read("own/base_rates.toml");
    let of_so = "payments = [\"opv\", \"opvr\", \"so\"]\ntimes = \"1.25\"\nfrom = \"2024-01-01\"\nto = ";
    let entry = format!("{of_so}\"open\"");
    assert_eq!(table.matches(&entry).count(), 1);
    let more = "\n[[multiple]]\npayments = [\"so\"]\ntimes = \"1.25\"\nfrom = \"2026-05-11\"\nto = \"open\"\n\
                cite = { act = \"social-code\", article = \"999\" }\nbasis = \"unverified\"\n";
    place.write("own/base_rates.toml", table.replace(&entry, &format!("{of_so}\"2026-05-10\"")) + more);
    let penalty =
        ["penalty", "--payment", "so", "--period", "2026-03", "--paid-on", "2026-05-25", "--amount", "100000"];
    let run = place.ustap_ends(0, &[&penalty[..], &["--rates", "own"]].concat());
    let both = "Social Code, art. 256(1) [quoted]; Social Code, art. 999 [unverified]; divisor: ";
    assert!(run.stdout.lines().any(|line| line.starts_with(both)), "{}", run.stdout);
}
