//! `ustap advise`: what to look at before the money goes.

use crate::program::{OPERATIONS, Place};

/// Persons of every kind of advice; 2026-08-20 is a Thursday, so that five working days later is the 27th.
#[test]
fn every_advice_with_its_detail_and_provision() {
    let [a, b, c, d, e, f] =
        ["090840013770", "160440007161", "160940025485", "900101300017", "900101300811", "880314900106"];
    let place = Place::new();
    let operation = |iin: &str, day: u32, income: &str| format!("{iin}-{day},{iin},2026-08-{day:02},{income},\n");
    let operations = [
        operation(a, 5, "1000"),
        operation(b, 5, "1000"),
        operation(c, 5, "1000"),
        // 80 % of 1 297 500 is 1 038 000.
        operation(d, 5, "1038000"),
        operation(e, 5, "1297500"),
        operation(e, 20, "0.01"),
        operation(f, 5, "1000"),
    ];
    place.write("operations.csv", OPERATIONS.to_owned() + &operations.concat());
    // a: 63 on 31 August, and born before 1975. b: 62, 61 on 1 February 2025. c: the category, and too young for it.
    // d, e: nothing but the limit; e's birth date is not known. f has no row.
    place.write(
        "contractors.csv",
        format!("iin,birth_date\n{a},1963-08-31\n{b},1964-02-01\n{c},1975-01-01\n{d},1975-01-01\n{e},\n"),
    );
    place.write(
        "exemptions.csv",
        format!(
            "iin,category,valid_from,valid_to\n{b},born-before-1975,,\n{c},born-before-1975,2026-08-01,2026-08-31\n\
             {c},disability,2026-08-10,2026-08-30\n{d},minor,2026-09-02,\n"
        ),
    );
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    let before = place.files("run");
    let advise = ["advise", "run", "--contractors", "contractors.csv", "--exemptions", "exemptions.csv"];
    let run = place.ustap_ends(1, &[&advise[..], &["--out", "advice"]].concat());
    let (pension, women) = ("\"Social Code, art. 207(1): men 63\"", "\"Social Code, art. 207(1): women 61\"");
    let (born, filing) = ("\"Social Code, art. 248(6)(6)\"", "\"Tax Code, art. 716(11)\"");
    let expected = [
        "iin,period,code,detail,provision".to_owned(),
        format!("{a},2026-08,age-not-exempt,\"pension-age: born 1963-08-31, of that age since 2026-08-31\",{pension}"),
        format!("{a},2026-08,birth-date-not-exempt,born-before-1975: born 1963-08-31,{born}"),
        format!(
            "{b},2026-08,age-not-exempt,\"pension-age: born 1964-02-01, of that age since 2025-02-01, if a woman\",{women}"
        ),
        format!("{c},2026-08,birth-date-contradicts,born-before-1975: born 1975-01-01,{born}"),
        format!("{c},2026-08,exemption-begins,disability: 2026-08-10,"),
        format!("{c},2026-08,exemption-ends,disability: 2026-08-30,"),
        format!("{f},2026-08,no-contractor,,"),
        format!("{d},2026-08,near-limit,1038000.00 of 1297500.00,{filing}"),
        format!(
            "{e},2026-08,over-limit,\"1297500.01 of 1297500.00, exceeded on 2026-08-20 by {e}-20, file as an entrepreneur \
             by 2026-08-27\",{filing}"
        ),
    ];
    assert_eq!(place.read("advice/advice.csv").lines().collect::<Vec<_>>(), expected);
    assert_eq!(run.summary("age-not-exempt"), "2");
    assert_eq!(place.files("run"), before, "advice changes nothing");
    place.ustap_ends(0, &["verify", "advice", "--inputs", ".", "--chain", "run"]);
}

#[test]
fn nothing_to_advise_is_clean_and_damage_is_refused() {
    let place = Place::new();
    place.write("operations.csv", format!("{OPERATIONS}a,900101300017,2026-08-05,1000,\n"));
    place.write("contractors.csv", "iin,birth_date\n900101300017,1990-01-01\n");
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    place.ustap_ends(0, &["advise", "run", "--contractors", "contractors.csv", "--out", "advice"]);
    assert_eq!(place.read("advice/advice.csv"), "iin,period,code,detail,provision\n");
    place.write("run/limits.csv", place.read("run/limits.csv").replace("iin", "IIN"));
    let run = place.ustap_ends(2, &["advise", "run", "--contractors", "contractors.csv", "--out", "new"]);
    assert!(run.stderr.starts_with("error: run/limits.csv: does not verify"), "{}", run.stderr);
    assert!(!place.exists("new"));
}
