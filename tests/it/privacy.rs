//! No full ИИН and no name stands on a terminal or in a message of any command. Files are for people who may see them;
//! a terminal is looked at over a shoulder, and a log is sent around.
//!
//! What was typed is not hidden from who typed it (paths), and `explain --json` is a file's content for another program.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::program::{A, Place, rows};
use ustap::Iin;

/// Nobody's names, in every bad input.
const NAMES: [&str; 2] = ["Тайный", "Секретов"];

/// The ИИН in a text, alone or with letters, digits or decimals around them, that are no part of a digest: of its 64 letters
/// twelve digits may happen to be one; so may they of a longer number, where they begin with no day of birth. Companies are
/// no persons: the State Corporation and the operator of the example.
fn iins(text: &str) -> BTreeSet<String> {
    let is_digest = |word: &&str| word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let text = text.split_whitespace().filter(|word| !is_digest(word)).collect::<Vec<_>>().join(" ");
    let companies = ["160440007161", "210390000016"];
    let mut found = BTreeSet::new();
    let mut rest = text.as_str();
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let from = &rest[start..];
        let end = from.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(from.len());
        let (number, behind) = from.split_at(end);
        // Money as the program writes it.
        let decimals = behind.strip_prefix('.').map(|more| more.bytes().take_while(u8::is_ascii_digit).count());
        let is_amount = decimals == Some(2);
        let is_born = |iin: &str| ("01"..="12").contains(&&iin[2..4]) && ("01"..="31").contains(&&iin[4..6]);
        for at in 0..(number.len() + 1).saturating_sub(12) {
            let iin = &number[at..at + 12];
            if !is_amount
                && !companies.contains(&iin)
                && iin.parse::<Iin>().is_ok()
                && (number.len() == 12 || is_born(iin))
            {
                found.insert(iin.to_owned());
            }
        }
        rest = behind;
    }
    found
}

/// The example's month beside inputs in which persons stand where nobody expects them.
fn inputs(place: &Place) -> BTreeSet<String> {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/month");
    for entry in fs::read_dir(&example).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
        place.write(entry.file_name().to_str().unwrap(), fs::read(entry.path()).unwrap());
    }
    let operations = "operation_id,iin,settled_on,income";
    let bad = [
        (
            "bad-operations.csv",
            format!(
                "{operations}\n{A},Тайный,2026-08-01,5\nx,{A},Тайный,5\ny,{A},2026-08-01,Тайный\nz,{A},2026-08-01,{A}\n\
                 u,{A},{A},5\nv,900101300018,2026-08-01,5\n{A},{A},2026-08-01,5\n{A},{A},2026-08-01,6\n\"Тайный\"x,{A},1,2\n"
            ),
        ),
        (
            "bad-exemptions.csv",
            format!("iin,category,valid_from\n{A},Тайный,\n{A},minor,Тайный\nТайный,minor,\n{A},{A},\n"),
        ),
        (
            "bad-contractors.csv",
            format!(
                "iin,surname,given_name,regime,regime_from,regime_to\n{A},Тайный,Секретов,Тайный,,\n\
                 {A},Тайный,Сек?етов,self-employed,Тайный,\n{A},Тайный,Секретов,self-employed,2026-08-02,2026-08-01\n\
                 Тайный,Тайный,,,,\n{A},Секретов,Тайный,,,\n{A},Тайный,Секретов,,,\n"
            ),
        ),
        ("no-header.csv", format!("{A},Тайный,Секретов,2026-08-01,5\n")),
        ("heading.csv", format!("{operations},{A},{A}.5,x{A},{A}1,{A}{A},9311 0290 0108\nx,{A},2026-08-01,5,,,,,,\n")),
        ("open-quote.csv", format!("{operations}\nx,{A},2026-08-01,5\n\"Тайный,{A},2026-08-01,5\n")),
        ("near-miss.csv", format!("iin,category,valid_till,{A}\n{A},minor,2026-08-01,\n")),
        (
            "bad-kgd.csv",
            format!(
                "iin,period,ipn,opv,opvr,so,vosms\n{A},Тайный,0,0,0,0,0\n{A},2026-08,0,{A},0,0,0\n{A},2026-08,0,1,0,0,0\n\
                 Тайный,2026-08,0,1,0,0,0\n"
            ),
        ),
        (
            "bad-paid.csv",
            format!(
                "iin,period,knp,amount,rate,surname,given_name\n{A},2026-08,010,Тайный,1%,Тайный,Секретов\n\
                 {A},2026-08,{A},5,1%,Тайный,\n{A},2026-08,010,5,Тайный,Тайный,Секретов\nТайный,2026-08,010,5,1%,Тайный,\n"
            ),
        ),
        (
            "answer.csv",
            format!(
                "iin,period,knp,amount,status,error_code,reference\n{A},2026-08,010,5,accepted,,Тайный\n\
                 {A},2026-08,010,5,accepted,,Тайный\n010130900106,2026-08,010,5,Тайный,,\n\
                 010130900106,2026-08,010,5,returned,Тайный,{A}\n010130900106,2026-08,089,5,returned,Тайный,{A}\n"
            ),
        ),
        (
            "bad-payer.toml",
            format!("name = \"ТОО\"\nbin = \"{A}\"\nchief = \"Тайный\"\nchief_iin = \"900101300018\"\n"),
        ),
        ("worse-payer.toml", format!("name = \"ТОО\"\nchief_of_{A} = \"Тайный\"\n")),
        ("worst-payer.toml", format!("name = \"ТОО\nchief = Тайный {A}\n")),
        (
            "late.csv",
            format!(
                "payment,period,paid_on,amount\n{A},2026-03,2026-05-04,1\nopv,2026-03,{A},1\nopv,{A},{A},{A}\n\
                 opv,2026-03,{A}.0,1\nopv,2026-03,{A}.50,1\nopv,x{A},2026-05-04,1\n1{A}7,2026-03,2026-05-04,1\n{A}{A},2026-03,2026-05-04,1\n"
            ),
        ),
    ];
    for (name, text) in bad {
        place.write(name, text);
    }
    let contractors = place.read("contractors.csv");
    let columns = ["surname", "given_name", "patronymic"];
    let of_example = rows(&contractors).into_iter().flat_map(|row| columns.map(|column| row[column].to_owned()));
    let of_payer = ["Примеров", "Примерович", "Образцова"];
    let mut names: BTreeSet<String> = of_example.filter(|name| !name.is_empty()).collect();
    names.extend(NAMES.into_iter().chain(of_payer).map(str::to_owned));
    names
}

/// Each with the status in which it ends.
const COMMANDS: &str = "\
1 calculate operations.csv --exemptions exemptions.csv --contractors contractors.csv --period 2026-08 --out run
1 calculate operations.csv --exemptions exemptions.csv --contractors contractors.csv --keep --lines --out kept
1 calculate operations.csv --out other
1 calculate operations.csv --exemptions exemptions.csv --contractors contractors.csv --check
0 explain operations.csv --exemptions exemptions.csv --contractors contractors.csv --iin 821007900109 --period 2026-08
1 explain operations.csv --iin 900101300017 --period 2026-08
2 explain operations.csv --iin 900101300018 --period 2026-08
1 statement run --contractors contractors.csv --payer payer.toml --date 2026-09-04 --out statement
1 statement run --contractors bad-contractors.csv --payer payer.toml --date 2026-09-04 --out statement-bad
2 statement run --contractors contractors.csv --payer bad-payer.toml --date 2026-09-04 --format xlsx --out none
2 statement run --contractors contractors.csv --payer worse-payer.toml --date 2026-09-04 --out none
2 statement run --contractors contractors.csv --payer worst-payer.toml --date 2026-09-04 --out none
1 reconcile --register run --kgd kgd.csv --out compared
1 reconcile --register run --answer answer.csv --out compared-answer
1 reconcile --register run --kgd bad-kgd.csv --answer bad-paid.csv --out compared-bad
1 lists run --kgd kgd.csv --contractors contractors.csv --payer payer.toml --payment all --format csv --out lists
0 lists run --contractors contractors.csv --payer payer.toml --payment all --format xlsx --out lists-xlsx
0 lists run --contractors contractors.csv --payer payer.toml --payment opv --format mt102 --date 2026-09-24 --out mt102
2 lists run --contractors contractors.csv --payer payer.toml --payment opv --format mt102 --encoding windows-1251 --out none
1 lists run --contractors bad-contractors.csv --payer payer.toml --payment opv --format mt102 --date 2026-09-24 --out mt102-bad
0 distribute --paid lists --kgd kgd.csv --exemptions exemptions.csv --out before
1 distribute --paid paid.csv --kgd kgd.csv --exemptions exemptions.csv --received-on 2026-09-25 --out returned
1 distribute --paid bad-paid.csv --kgd bad-kgd.csv --exemptions bad-exemptions.csv --out returned-bad
1 distribute --paid mt102/opv-2026-08.txt --kgd kgd.csv --out returned-mt102
0 lists returned --contractors contractors.csv --payer payer.toml --payment all --format csv --out again
0 distribute --paid again --kgd kgd.csv --exemptions exemptions.csv --after returned --out settled
0 verify settled --chain again returned
0 verify run --inputs . --recompute
1 correct other run --out corrected
2 refunds corrected --reason mistake --out none
0 lists corrected --contractors contractors.csv --payer payer.toml --payment all --format csv --out lists-corrected
0 refunds compared-answer --reason over-accrued --out refunds
0 report run statement compared lists returned --out page.html
1 advise run --contractors contractors.csv --exemptions exemptions.csv --out advice
1 advise run --contractors bad-contractors.csv --exemptions bad-exemptions.csv --out advice-bad
0 calendar 2026-08
1 penalty late.csv
0 penalty --payment opv --period 2026-08 --paid-on 2026-10-01 --amount 1000
2 penalty --payment opv --period 2026-03 --paid-on 900101300017 --amount 1
0 rates show
0 template template
1 calculate bad-operations.csv --exemptions bad-exemptions.csv --contractors bad-contractors.csv --out bad
1 calculate bad-operations.csv --after kept --out bad-after
1 calculate bad-operations.csv --exemptions bad-exemptions.csv --check
2 calculate no-header.csv --check
0 calculate heading.csv --check
1 calculate heading.csv --column income=900101300017 --check
2 calculate heading.csv --ignore-column 900101300811 --check
2 calculate heading.csv --ignore-column x900101300811.0 --check
2 calculate heading.csv --period 900101300017.0 --check
2 refunds compared-answer --reason 900101300017x --out none
2 calculate open-quote.csv --check
2 calculate operations.csv --exemptions near-miss.csv --check
2 calculate operations.csv --period 900101300017 --check
2 900101300017";

#[test]
fn no_command_shows_a_person() {
    for language in ["en", "ru", "kk"] {
        let place = Place::new();
        let names = inputs(&place);
        for command in COMMANDS.lines() {
            let (status, command) = command.split_once(' ').unwrap();
            let mut words: Vec<&str> = command.split(' ').collect();
            words.extend(["--lang", language]);
            let run = place.ustap_ends(status.parse().unwrap(), &words);
            let said = run.stdout + &run.stderr;
            assert_eq!(iins(&said), BTreeSet::new(), "{command}\n{said}");
            assert!(!said.contains("9311 0290 0108"), "{command}\n{said}");
            let shown: Vec<&String> = names.iter().filter(|name| said.contains(name.as_str())).collect();
            assert!(shown.is_empty(), "{command}: {shown:?}\n{said}");
        }
    }
}

/// Who looks for something must be able to find it.
#[test]
fn a_person_who_is_shown_is_found() {
    assert_eq!(iins("row 7: `900101300017`, 9001****0017"), BTreeSet::from([A.to_owned()]));
    // In a digest that has no letter more or less.
    let digest = format!("{}900101300017{}", "a".repeat(26), "b".repeat(26));
    assert_eq!(iins(&format!("receipt {digest}\n")), BTreeSet::new());
    assert_eq!(iins(&format!("receipt {digest}b\n")), BTreeSet::from([A.to_owned()]));
    for around in ["900101300017.0", "1900101300017", "900101300017 ", "x900101300017y"] {
        assert_eq!(iins(around), BTreeSet::from([A.to_owned()]), "{around}");
    }
    // A wrong check digit, money, companies, a day and a time.
    assert_eq!(iins("900101300018 900101300017.00 160440007161 20260831120000"), BTreeSet::new());
}
