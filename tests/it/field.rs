//! What people's files have in their rows: each value by the grammar, and a message that lets the row be mended.

use std::fs;

use crate::program::{A, B, C, Place};

/// A person whose ИИН begins with a zero.
const ZERO: &str = "030527900108";

/// Field by field the rows of a CSV whose fields may stand in quotes.
fn records(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).skip(1).collect()
}

/// Line, code, field and message of each row in a directory's `rejects.csv`.
fn rejects(place: &Place, dir: &str) -> Vec<[String; 4]> {
    let rows = records(&place.read(&format!("{dir}/rejects.csv")));
    rows.into_iter().map(|row| [1, 2, 3, 5].map(|column: usize| row[column].clone())).collect()
}

/// The column of `register.csv` with this name, row by row.
fn register(place: &Place, column: &str) -> Vec<String> {
    let text = place.read("out/register.csv");
    let at = text.lines().next().unwrap().split(',').position(|name| name == column).unwrap();
    records(&text).into_iter().map(|row| row[at].clone()).collect()
}

fn calculate(place: &Place, rows: &str, more: &[&str]) -> crate::program::Run {
    place.calculate(rows, &[more, &["--out", "out"]].concat())
}

/// 0.50 + 149.50 = 150.00, of which 1 % is 1.50: 2.00 in whole tenge.
#[test]
fn an_amount_without_a_digit_before_its_point_counts_wherever_it_stands() {
    let half = ".50,A,930515900150,2026-08-05\n";
    let rest = "149.50,B,930515900150,2026-08-06\n";
    for rows in [format!("{half}{rest}"), format!("{rest}{half}")] {
        let place = Place::new();
        place.write("f.csv", format!("income,operation_id,iin,settled_on\n{rows}"));
        place.ustap_ends(0, &["calculate", "f.csv", "--out", "out"]);
        assert_eq!((register(&place, "income"), register(&place, "opv")), (vec!["150.00".into()], vec!["2.00".into()]));
    }
    let rows: String = (0..40_000).map(|id| format!(".50,id{id:06},{A},2026-08-05\n")).collect();
    let place = Place::new();
    place.write("f.csv", format!("income,operation_id,iin,settled_on\n{rows}"));
    let run = place.ustap_ends(0, &["calculate", "f.csv", "--check"]);
    assert_eq!((run.summary("  accepted"), run.summary("income")), ("40000", "20000.00"));
}

/// 1 234.56 × 5 = 6 172.80.
#[test]
fn blanks_between_thousands_and_zeros_behind_two_decimals_are_read() {
    let place = Place::new();
    let amounts = ["1\u{a0}234,56", "1\u{202f}234.56", "1\u{2009}234,56", "1 234.5600", "001234.560000"];
    let rows: String =
        amounts.iter().enumerate().map(|(id, text)| format!("{id},{A},2026-08-05,\"{text}\",\n")).collect();
    calculate(&place, &rows, &[]);
    assert_eq!(register(&place, "income"), ["6172.80"]);
    // In windows-1251 the blank is the one byte A0; what it would be in UTF-8 is a letter and a blank.
    let mut bytes = b"operation_id;iin;settled_on;income\n".to_vec();
    bytes.extend(format!("\u{a0};{A};2026-08-05;1\u{a0}234,56\n").chars().map(|character| character as u8));
    bytes.extend(format!("a;{A};2026-08-05;1").bytes().chain([0xc2, 0xa0]).chain(*b"234\n"));
    bytes.extend(format!("b;{A}\t;\u{a0}2026-08-05;1\u{a0}000\u{a0}\n").chars().map(|character| character as u8));
    place.write("old.csv", bytes);
    let run = place.ustap_ends(1, &["calculate", "old.csv", "--encoding", "windows-1251", "--out", "old"]);
    assert_eq!(run.summary("income"), "1000.00");
    assert_eq!(
        rejects(&place, "old"),
        [
            ["2", "operation-id", "operation_id", "The operation id is missing."],
            [
                "3",
                "income",
                "income",
                "`В` (U+0412) stands in the amount where only digits with at most two decimals may."
            ],
        ]
    );
}

#[test]
fn every_text_that_is_no_amount_is_told_why() {
    let reasons = [
        ("+5", "A plus stands before the amount; one above zero has no sign."),
        ("5.", "No decimals follow the dot or comma at the end."),
        ("1e3", "The amount is a number with an exponent; all its digits are needed, to the tiyn."),
        ("1E+3", "The amount is a number with an exponent; all its digits are needed, to the tiyn."),
        ("1E10", "The amount is a number with an exponent; all its digits are needed, to the tiyn."),
        (
            "1,234.50",
            "More than one dot or comma stands in the amount: one stands before the decimals, and blanks divide thousands.",
        ),
        ("(100)", "The amount is in parentheses; one below zero has a minus before it."),
        ("100-", "A minus stands elsewhere than before the amount."),
        ("\u{2212}100", "U+2212 stands where the minus of the keyboard, U+002D, is needed."),
        ("1 00", "U+0020 divides the digits but not into groups of three."),
        ("12\u{a0}34,5", "U+00A0 divides the digits but not into groups of three."),
        ("- 5", "U+0020 stands before or behind the digits: blanks only divide thousands."),
        ("5\u{202f}", "U+202F stands before or behind the digits: blanks only divide thousands."),
        ("1\u{a0}234\u{a0},50", "U+00A0 stands before the decimals."),
        ("1,5 0", "U+0020 stands among the decimals."),
        ("100 ₸", "`₸` (U+20B8) stands in the amount where only digits with at most two decimals may."),
        ("1.234", "The amount is finer than a tiyn: only zeros may follow its second decimal."),
        ("142.857142857143", "The amount is finer than a tiyn: only zeros may follow its second decimal."),
        ("1.5000000", "The amount has 7 decimals and may have six."),
        ("2026-08-05", "A day stands where an amount is needed."),
        ("-", "The amount has no digits."),
        ("", "The amount is missing."),
    ];
    let place = Place::new();
    let rows: String =
        reasons.iter().enumerate().map(|(id, (text, _))| format!("{id},{A},2026-08-05,\"{text}\",\n")).collect();
    calculate(&place, &rows, &[]);
    let expected: Vec<[String; 4]> = (2..)
        .zip(reasons)
        .map(|(line, (_, reason))| [line.to_string(), "income".into(), "income".into(), reason.into()])
        .collect();
    assert_eq!(rejects(&place, "out"), expected);
}

/// An answer and the sums of КГД have the same grammar: 1 % of 150 000.00 is 1 500.00.
#[test]
fn amounts_of_answers_have_the_grammar_of_operations() {
    let place = Place::new();
    calculate(&place, &format!("a,{A},2026-08-05,150000,\n"), &[]);
    place.write(
        "answer.csv",
        format!("iin,period,knp,amount,status\n{A},2026-08,010,1 500.0000,ACCEPTED\n{A},2026-08,010,\"1,500.00\",\n"),
    );
    place.ustap_ends(1, &["reconcile", "--register", "out", "--answer", "answer.csv", "--out", "r"]);
    let reason =
        "More than one dot or comma stands in the amount: one stands before the decimals, and blanks divide thousands.";
    assert_eq!(rejects(&place, "r"), [["3", "amount", "amount", reason]]);
    assert!(!place.read("r/breaks.csv").contains(",010,"), "ОПВ matches");
}

#[test]
fn files_that_were_joined_have_no_new_ids() {
    let place = Place::new();
    let row = format!("a,{A},2026-08-05,20000,\n");
    let run = calculate(&place, &format!("{row}\u{feff}{row}\u{feff}\"b\",{A},2026-08-05,1,\n\u{feff}\n"), &[]);
    assert_eq!((run.summary("operations read"), run.summary("income")), ("3", "20001.00"));
    let message = "An equal row with this operation id stands earlier and this one is not counted.";
    assert_eq!(rejects(&place, "out"), [["3", "duplicate", "operation_id", message]]);
}

/// 20:30 UTC on the last of August is 01:30 of 1 September in Kazakhstan.
#[test]
fn times_of_one_digit_and_short_offsets_are_read() {
    let place = Place::new();
    calculate(
        &place,
        &format!(
            "a,{A},05.08.2026 9:05:00,1,\nb,{A},2026-08-05 12:00:00+05,2,\nc,{A},2026-08-31 20:30:00+00,4,\n\
             d,{A},2026-08-31t18:59:59.9 -0000,8,\n"
        ),
        &[],
    );
    // 1 + 2 + 8 in August, 4 in September.
    assert_eq!(
        (register(&place, "period"), register(&place, "income")),
        (vec!["2026-08".into(), "2026-09".into()], vec!["11.00".into(), "4.00".into()])
    );
}

#[test]
fn a_day_of_the_calendar_has_no_offset() {
    let place = Place::new();
    let offset = "This is a day of the calendar: its time may have no Z and no offset from UTC.";
    place.write("c.csv", format!("iin,surname,given_name,birth_date\n{A},Ким,Анна,1974-12-31T18:00:00Z\n"));
    place.write(
        "e.csv",
        format!("iin,category,valid_from,known_on\n{A},minor,2026-08-01T00:00+05,\n{A},minor,,2026-08-01 0:00\n"),
    );
    calculate(&place, &format!("a,{A},2026-08-05,1,\n"), &["--contractors", "c.csv", "--exemptions", "e.csv"]);
    let expected = [["2", "date", "valid_from", offset], ["2", "date", "birth_date", offset]];
    assert_eq!(rejects(&place, "out"), expected);
    place.ustap_ends(
        1,
        &["lists", "out", "--contractors", "c.csv", "--payment", "opv", "--format", "csv", "--out", "l"],
    );
    assert_eq!(rejects(&place, "l"), [["2", "date", "birth_date", offset]]);
}

/// ВОСМС is not due from anybody who is exempt without a first and last day.
#[test]
fn the_empty_date_of_1c_is_empty_where_a_day_may_be() {
    let place = Place::new();
    place.write("e.csv", format!("iin;category;valid_from;valid_to\n{A};disability;01.01.0001;01.01.0001 0:00:00\n"));
    let rows = format!("a,{A},2026-08-05,1000,0001-01-01T00:00:00\nb,{A},01.01.0001,1000,\n");
    calculate(&place, &rows, &["--exemptions", "e.csv"]);
    assert_eq!(
        (register(&place, "vosms"), register(&place, "vosms_exempt")),
        (vec!["0.00".into()], vec!["1000.00".into()])
    );
    let message = "0001-01-01 is an empty date, and a day is needed.";
    assert_eq!(rejects(&place, "out"), [["3", "date", "settled_on", message]]);
}

#[test]
fn zeros_alone_are_nobody() {
    let place = Place::new();
    let zeros = "0".repeat(12);
    calculate(&place, &format!("a,{zeros},2026-08-05,900000,\nb,{zeros},2026-08-06,600000,\n"), &["--restore-zeros"]);
    let message = "The ИИН is all zeros, which is nobody's.";
    assert_eq!(rejects(&place, "out"), [["2", "iin", "iin", message], ["3", "iin", "iin", message]]);
    assert_eq!(register(&place, "iin"), Vec::<String>::new());
}

#[test]
fn lost_zeros_are_told_and_restored_where_that_is_asked() {
    let place = Place::new();
    let short = ZERO.trim_start_matches('0');
    // The same operation twice, once without its zero; another whose digits fit no check digit; a БИН of its own.
    let rows = format!(
        "a,{short},2026-08-05,1000,\na,{ZERO},2026-08-05,1000,\nb,30527900109,2026-08-05,1000,\nc,1,2026-08-05,5,\n"
    );
    calculate(&place, &rows, &[]);
    let zero = "A zero in front makes it a valid ИИН.";
    let none = |digits: &str| format!("The ИИН has {digits} and needs 12.");
    let (eleven, one) = (none("11 digits"), none("1 digit"));
    assert_eq!(
        rejects(&place, "out"),
        [["2", "iin", "iin", zero], ["4", "iin", "iin", &eleven], ["5", "iin", "iin", &one]]
    );
    place.write("e.csv", format!("iin,category\n{short},minor\n"));
    let restored = ["--restore-zeros", "--exemptions", "e.csv", "--keep"];
    let run = place.calculate(&rows, &[&restored[..], &["--out", "restored"]].concat());
    // Nobody is told to do what is done already.
    assert!(run.stdout.contains("zeros in front of it do not make it one"), "{}", run.stdout);
    // The next command is.
    let lines = run.stdout.lines().filter(|line| line.contains("--restore-zeros"));
    assert!(lines.into_iter().all(|line| line.starts_with("next: `ustap ")), "{}", run.stdout);
    assert!(run.stdout.contains("next: `ustap lists restored --restore-zeros --contractors"), "{}", run.stdout);
    // Two operations and an exemption.
    assert_eq!(run.summary("zeros restored"), "2 rows");
    let duplicate = "An equal row with this operation id stands earlier and this one is not counted.";
    assert_eq!(rejects(&place, "restored")[0], ["3", "duplicate", "operation_id", duplicate]);
    assert!(place.read("restored/register.csv").contains(&format!("{ZERO},2026-08,")));
    assert!(place.read("restored/receipt.json").contains("\"restore_zeros\": true"));
    // The day after, under the whole number.
    place.calculate(&format!("a,{ZERO},2026-08-05,1000,\n"), &["--after", "restored", "--out", "next"]);
    let earlier = "An earlier run has counted an equal row with this operation id and this one is not counted.";
    assert_eq!(rejects(&place, "next"), [["2", "duplicate", "operation_id", earlier]]);
    // explain likewise.
    place.write("operations.csv", format!("operation_id,iin,settled_on,income\na,{short},2026-08-05,1000\n"));
    let explain = ["explain", "operations.csv", "--period", "2026-08", "--iin", short];
    let refused = place.ustap_ends(2, &explain);
    assert!(refused.stderr.contains("zeros are missing in front of the ИИН"), "{}", refused.stderr);
    assert!(!refused.stderr.contains(short));
    let explained = place.ustap_ends(0, &[&explain[..], &["--restore-zeros"]].concat());
    assert!(explained.stdout.contains("1000.00"), "{}", explained.stdout);
    // Under the whole number too: what would be this person's is said, where nothing else counts and where something does.
    let whole = ["explain", "operations.csv", "--period", "2026-08", "--iin", ZERO];
    let nothing = place.ustap_ends(1, &whole);
    let told = "note: 1 row does not count and is this person's if its ИИН has lost zeros in front: --restore-zeros reads it\n";
    assert!(nothing.stderr.starts_with(&format!("{told}nothing to explain: ")), "{}", nothing.stderr);
    assert!(nothing.stdout.is_empty() && !nothing.stderr.contains("rejected"), "{}", nothing.stderr);
    let others = format!(
        "b,{short},2026-08-06,20\nc,{short},2026-07-06,20\nd,30527900109,2026-08-06,20\ne,{ZERO},2026-08-07,7\n"
    );
    place.write("operations.csv", place.read("operations.csv") + &others);
    // Two of this month; that of July is none of it, and the number of the other person is no ИИН with zeros either.
    let in_part = place.ustap_ends(1, &whole);
    let told = "note: 2 rows do not count and are this person's if their ИИН have lost zeros in front: --restore-zeros reads them\n";
    assert!(in_part.stderr.contains(told) && in_part.stdout.contains("Operations counted: 1\n"), "{}", in_part.stderr);
    let explained = place.ustap_ends(0, &[&whole[..], &["--restore-zeros"]].concat());
    assert!(explained.stdout.contains("Operations counted: 3\n"), "{}", explained.stdout);
    assert!(!explained.stderr.contains("lost zeros"), "{}", explained.stderr);
}

/// The files of the later steps come out of the same spreadsheet as those of the first.
#[test]
fn lost_zeros_are_restored_in_the_files_of_every_command() {
    let place = Place::new();
    let short = ZERO.trim_start_matches('0');
    // Of 1 000.00 each of the four payments is 10.00.
    place.calculate(&format!("a,{ZERO},2026-08-05,1000,\n"), &["--out", "run"]);
    place.write("people.csv", format!("iin,surname,given_name,birth_date\n{short},Ли,Ян,2003-05-27\n"));
    place.write("e.csv", format!("iin,category,valid_from,valid_to\n{short},minor,2020-01-01,2020-12-31\n"));
    place.write("kgd.csv", format!("iin,period,ipn,opv,opvr,so,vosms\n{short},2026-08,0,10,10,10,10\n"));
    let paid = ["010", "089", "012", "122"].map(|knp| format!("{short},2026-08,{knp},10\n")).concat();
    place.write("paid.csv", format!("iin,period,knp,amount\n{paid}"));
    let named = paid.replace(",10\n", ",10,1%,Ли,Ян\n");
    place.write("named.csv", format!("iin,period,knp,amount,rate,surname,given_name\n{named}"));
    place.write(
        "payer.toml",
        "name = \"ТОО\"\nbin = \"210390000016\"\nchief = \"С. С.\"\nchief_iin = \"900101300017\"\n",
    );
    for (name, rows, command) in [
        (
            "statement",
            &["people.csv: 1 row"][..],
            &["statement", "run", "--contractors", "people.csv", "--payer", "payer.toml"][..],
        ),
        (
            "lists",
            &["people.csv: 1 row", "kgd.csv: 1 row"],
            &["lists", "run", "--contractors", "people.csv", "--kgd", "kgd.csv", "--payment", "all", "--format", "csv"],
        ),
        (
            "reconcile",
            &["paid.csv: 4 rows", "kgd.csv: 1 row"],
            &["reconcile", "--register", "run", "--answer", "paid.csv", "--kgd", "kgd.csv"],
        ),
        (
            "distribute",
            &["named.csv: 4 rows", "kgd.csv: 1 row", "e.csv: 1 row"],
            &["distribute", "--paid", "named.csv", "--kgd", "kgd.csv", "--exemptions", "e.csv"],
        ),
        (
            "advise",
            &["people.csv: 1 row", "e.csv: 1 row"],
            &["advise", "run", "--contractors", "people.csv", "--exemptions", "e.csv"],
        ),
    ] {
        let lost = place.ustap_ends(1, &[command, &["--out", &format!("{name}-lost")]].concat());
        assert!(lost.stdout.contains("or add --restore-zeros"), "{name}: {}", lost.stdout);
        let lost = place.read(&format!("{name}-lost/receipt.json"));
        assert!(!lost.contains("restore_zeros"), "{name}");
        let out = format!("{name}-restored");
        let run = place.ustap_ends(0, &[command, &["--restore-zeros", "--out", &out]].concat());
        for rows in rows {
            assert!(run.stdout.contains(&format!("zeros of ИИН restored in {rows}\n")), "{name}: {}", run.stdout);
        }
        assert!(place.read(&format!("{out}/receipt.json")).contains("\"restore_zeros\": true"), "{name}");
        place.ustap_ends(0, &["verify", &out]);
    }
}

#[test]
fn a_conflict_with_an_earlier_run_says_that_the_earlier_one_counts() {
    let place = Place::new();
    place.calculate(&format!("L-1,{A},2026-08-05,100000,\n"), &["--keep", "--out", "1"]);
    let run = place.calculate(
        &format!("L-1,{A},2026-08-05,90000,\nx,{A},2026-08-05,1,\nx,{A},2026-08-05,2,\n"),
        &["--after", "1", "--out", "2"],
    );
    assert_eq!(run.summary("income"), "100000.00");
    let earlier = "Rows with this operation id differ and the earlier one counts: an earlier run has withheld by it.";
    let none = "Rows with this operation id differ and none of them is counted.";
    let code = "conflicting-duplicate";
    assert_eq!(
        rejects(&place, "2"),
        [["2", code, "operation_id", earlier], ["3", code, "operation_id", none], ["4", code, "operation_id", none]]
    );
}

#[test]
fn a_malformed_row_says_what_is_wrong_with_it() {
    let place = Place::new();
    let mut bytes = b"operation_id,note,iin,settled_on,income\n".to_vec();
    let rows = [
        format!("a,,{A},2026-08-05,1,x\n").into_bytes(),
        format!("b,{A}\n").into_bytes(),
        format!("c,\"x\"y,{A},2026-08-05,1\n").into_bytes(),
        [b"d,,".to_vec(), vec![0xff], b",2026-08-05,1\n".to_vec()].concat(),
        // What is no text in a column that is not read is nobody's business.
        [b"e,".to_vec(), vec![0xff], format!(",{A},2026-08-05,1\n").into_bytes()].concat(),
    ];
    bytes.extend(rows.concat());
    place.write("o.csv", bytes);
    let run = place.ustap_ends(1, &["calculate", "o.csv", "--out", "out"]);
    assert_eq!(run.summary("  accepted"), "1");
    assert_eq!(
        rejects(&place, "out"),
        [
            ["2", "malformed-row", "", "The row has 6 fields and the header 5."],
            ["3", "malformed-row", "", "The row has 2 fields and the header 5."],
            ["4", "malformed-row", "", "A quote in field 2 is out of place."],
            ["5", "malformed-row", "", "Field 3 is not text in utf-8."],
        ]
    );
}

#[test]
fn a_delimiter_at_the_end_of_every_row_is_passed_over() {
    let place = Place::new();
    place.write(
        "o.csv",
        format!("iin;operation_id;settled_on;income\n{A};a;2026-08-05;1;\n{A};b;2026-08-05;2; \t;\u{a0}\n{A};c;2026-08-05;4;\"\"\n"),
    );
    let run = place.ustap_ends(0, &["calculate", "o.csv", "--check"]);
    assert_eq!(run.summary("income"), "7.00");
}

#[test]
fn codes_are_read_in_capitals_and_written_as_the_law_has_them() {
    let place = Place::new();
    place.write("e.csv", format!("iin,category\n{A},Disability\n{B},invalid\n"));
    place.write("c.csv", format!("iin,regime\n{C},Entrepreneur\n{B},ИП\n"));
    let rows = format!("a,{A},2026-08-05,1000,\nc,{C},2026-08-05,1000,\n");
    calculate(&place, &rows, &["--exemptions", "e.csv", "--contractors", "c.csv"]);
    let text = place.read("out/register.csv");
    assert!(text.contains("vosms:exempt=disability") && text.contains(",entrepreneur,"), "{text}");
    let [category, regime] = &rejects(&place, "out")[..] else { panic!() };
    assert!(category[3].starts_with("The category is none of born-before-1975, child-care-leave, "), "{}", category[3]);
    // Words are no code with a slip in it.
    let regimes = "mobile-app, mobile-app-standard, self-employed, entrepreneur, legal-entity.";
    assert_eq!(regime[3], format!("The regime is none of {regimes}"));
    place.write("e.csv", format!("iin,category\n{A},Пенсионер\n{B},инвалид 1\n"));
    place.write("c.csv", format!("iin,regime\n{C},Entrepreneur\n{B},entrepreneuг\n"));
    calculate(&place, &rows, &["--exemptions", "e.csv", "--contractors", "c.csv", "--force"]);
    let [pensioner, invalid, regime] = &rejects(&place, "out")[..] else { panic!() };
    assert!(pensioner[3].starts_with("The category is none of born-before-1975, "), "{}", pensioner[3]);
    assert_eq!(pensioner[3], invalid[3]);
    assert_eq!(regime[3], format!("`г` (U+0433) stands in the regime: it is one of {regimes}"));
    // What only looks like a code, and what looks like nothing at all.
    for (code, said) in
        [("minоr", "`о` (U+043E)"), ("minor\u{200b}", "U+200B"), ("child\u{2011}care-leave", "`\u{2011}` (U+2011)")]
    {
        place.write("e.csv", format!("iin,category\n{A},{code}\n"));
        calculate(&place, &rows, &["--exemptions", "e.csv", "--force"]);
        let found = &rejects(&place, "out")[0][3];
        assert!(
            found.starts_with(&format!("{said} stands in the category: it is one of born-before-1975, ")),
            "{found}"
        );
    }
}

#[test]
fn a_day_that_only_looks_like_one_is_told_by_its_character() {
    let days = [
        ("05.08.2026\u{200b}", "U+200B"),
        ("\u{200b}2026-08-05", "U+200B"),
        ("2026\u{2011}08\u{2011}05", "`\u{2011}` (U+2011)"),
        ("2026\u{2013}08\u{2013}05", "`\u{2013}` (U+2013)"),
        ("2О26-08-05", "`О` (U+041E)"),
    ];
    let place = Place::new();
    let rows: String = days.iter().enumerate().map(|(id, (day, _))| format!("{id},{A},{day},5,\n")).collect();
    calculate(&place, &rows, &[]);
    // No instant in them leaves the years that days have.
    let days_of_other_forms = [
        "1.8.2026",
        "31.08.26",
        "2026.08.31",
        "1..8",
        "202608-01",
        "12026-08-01",
        "10000-01-01T00:00:00Z",
        "-0001-12-31",
    ];
    let rows: String = days_of_other_forms.iter().enumerate().map(|(id, day)| format!("{id},{A},{day},5,\n")).collect();
    let other = Place::new();
    calculate(&other, &rows, &[]);
    let found_of_other = rejects(&other, "out");
    assert_eq!(found_of_other.len(), days_of_other_forms.len());
    for found in found_of_other {
        assert_eq!(found[3], "A day has the form YYYY-MM-DD or DD.MM.YYYY, with or without a time.");
    }
    let form = "stands in the day: it has the form YYYY-MM-DD or DD.MM.YYYY, with or without a time.";
    for (found, (day, said)) in rejects(&place, "out").iter().zip(days) {
        assert_eq!(found[3], format!("{said} {form}"), "{day}");
    }
}

#[test]
fn ids_that_a_spreadsheet_has_shortened_are_noted() {
    let place = Place::new();
    let row = format!("\"2,60807E+15\",{A},2026-08-05,1000,\n");
    let run = calculate(&place, &format!("E+15,{A},2026-08-05,1,\n{row}{row}{row}"), &[]);
    let note = "note: operation ids of 3 rows, the first at operations.csv:3, look like numbers that a spreadsheet has shortened";
    assert!(run.stdout.contains(note), "{}", run.stdout);
    assert_eq!(rejects(&place, "out").len(), 2);
    // A number has fifteen digits in a spreadsheet: those of nineteen that agree in them have become one.
    let row = |id: &str| format!("{id},{A},2026-08-05,1000,\n");
    let cut = row("1234567890123450000");
    let run = place.calculate(&format!("{cut}{cut}"), &["--check"]);
    let note =
        note.replace("3 rows, the first at operations.csv:3, look", "1 row, the first at operations.csv:3, look");
    assert!(run.stdout.contains(&note), "{}", run.stdout);
    let run = place.calculate(&format!("{cut}{0}{0}", row("1234567890123450001")), &["--check"]);
    assert!(!run.stdout.contains("note:"), "{}", run.stdout);
    let run = place.calculate(&format!("1E,{A},2026-08-05,1,\nE15,{A},2026-08-05,1,\n"), &["--check"]);
    assert!(!run.stdout.contains("note:"), "{}", run.stdout);
}

#[test]
fn decimals_that_may_be_thousands_are_noted() {
    let place = Place::new();
    let row = |id: u32, income: &str| format!("{id},{A},2026-08-05,\"{income}\",\n");
    let rows: String =
        (1..).zip(["700", "150,000", "-12.350", "1,00", "1,0000", "1 150,500"]).map(|(id, of)| row(id, of)).collect();
    // What has a blank between thousands has decimals behind the comma.
    let run = calculate(&place, &rows, &[]);
    assert!(!run.stdout.contains("note:"), "{}", run.stdout);
    let rows: String = (1..).zip(["700", "150,000", "-12.350", "1,00", "1,0000"]).map(|(id, of)| row(id, of)).collect();
    let run = place.calculate(&rows, &["--check"]);
    let note =
        "note: the income of 2 rows, the first at operations.csv:3, has three decimals (150,000 is counted as 150.00)";
    assert!(run.stdout.contains(note), "{}", run.stdout);
    // 700 + 150.00 − 12.35 + 1.00 + 1.00.
    assert!(run.stdout.contains(" 839.65\n"), "{}", run.stdout);
    for decimals in ["0,500", "1234.500", "-0.500", ",500"] {
        let run = place.calculate(&format!("{rows}{}", row(9, decimals)), &["--check"]);
        assert!(!run.stdout.contains("note:"), "{decimals}: {}", run.stdout);
    }
}

/// law.md section 4, `stop`: A is a tiyn over 300 × 4 325 = 1 297 500 in March and has income in August too; B is not over,
/// C has none later.
#[test]
fn whose_regime_a_limit_ended_is_noted_where_nothing_says_what_followed() {
    let place = Place::new();
    let rows = format!(
        "a,{A},2026-03-13,1297500.01,\nb,{A},2026-08-13,1000,\nc,{B},2026-03-13,1297500,\nd,{B},2026-08-13,1000,\n\
         e,{C},2026-08-13,2000000,\n"
    );
    let note = "note: 1 person was over the limit in an earlier month, ";
    let stop = ["--over-limit", "stop", "--check"];
    assert!(place.calculate(&rows, &stop).stdout.contains(note));
    assert!(!place.calculate(&rows, &["--check"]).stdout.contains("note: "));
    place.write("contractors.csv", format!("iin,regime,regime_from\n{A},entrepreneur,2026-04-01\n"));
    let run = place.calculate(&rows, &[&stop[..], &["--contractors", "contractors.csv"]].concat());
    assert!(!run.stdout.contains("note: "), "{}", run.stdout);
    place.write("contractors.csv", format!("iin\n{B}\n"));
    let run = place.calculate(&rows, &[&stop[..], &["--contractors", "contractors.csv"]].concat());
    assert!(run.stdout.contains(note), "{}", run.stdout);
    // A row that only names A says no more; a tiyn given back leaves the limit crossed.
    place.write("contractors.csv", format!("iin,surname\n{A},Иванов\n{B},Ким\n"));
    let back = format!("{rows}r,{A},2026-03-14,-0.01,\n");
    for rows in [&rows, &back] {
        let run = place.calculate(rows, &[&stop[..], &["--contractors", "contractors.csv"]].concat());
        assert!(run.stdout.contains(note), "{}", run.stdout);
    }
}

/// A bad row that became known later changes nothing of a run with what was known then; an earlier one is noted.
#[test]
fn a_bad_exemption_of_a_later_day_notes_nobody() {
    let place = Place::new();
    let good = format!("{B},minor,2026-08-01\n");
    place.write("then.csv", format!("iin,category,known_on\n{good}"));
    place.write("now.csv", format!("iin,category,known_on\n{good}{A},studnt,2026-09-10\n"));
    place.write("bad.csv", format!("iin,category,known_on\n{good}{A},studnt,2026-08-31\n"));
    let register = |exemptions: &str, out: &str| {
        let more = ["--exemptions", exemptions, "--known-on", "2026-08-31", "--out", out];
        place.calculate(&format!("a,{A},2026-08-05,1000,\nb,{B},2026-08-05,1000,\n"), &more);
        place.read(&format!("{out}/register.csv"))
    };
    let then = register("then.csv", "then");
    assert_eq!(register("now.csv", "now"), then);
    assert!(!then.contains("exemption-rejected") && register("bad.csv", "bad").contains("exemption-rejected"));
}

#[test]
fn known_on_without_a_day_of_any_exemption_is_noted() {
    let place = Place::new();
    place.write("e.csv", format!("iin,category,known_on\n{A},minor,\n"));
    let known = ["--exemptions", "e.csv", "--known-on", "2026-08-19", "--check"];
    let note = "note: --known-on changes nothing";
    let row = format!("a,{A},2026-08-05,1,\n");
    assert!(place.calculate(&row, &known).stdout.contains(note));
    // A row that is rejected says it too: known later, it notes nobody.
    for category in ["minor", "studnt"] {
        place.write("e.csv", format!("iin,category,known_on\n{A},{category},2026-08-20\n"));
        assert!(!place.calculate(&row, &known).stdout.contains(note));
    }
}

/// A value of 1 024 bytes and more, cut between characters; the message is about the whole.
#[test]
fn a_long_value_is_cut_and_its_reason_is_not() {
    let place = Place::new();
    calculate(&place, &format!("a,{A},2026-08-05,1{},\n", "ұ".repeat(600)), &[]);
    let row = &records(&fs::read_to_string(place.path("out/rejects.csv")).unwrap())[0];
    // One byte and 511 letters of two bytes are 1 023.
    assert_eq!((row[4].len(), row[4].chars().count()), (1_023, 512));
    assert_eq!(row[5], "`ұ` (U+04B1) stands in the amount where only digits with at most two decimals may.");
}
