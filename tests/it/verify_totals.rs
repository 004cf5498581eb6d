//! `ustap verify` of what comes after a calculation: each total of a receipt against the files beside it.

use serde_json::Value;

use crate::program::{OPERATIONS, Place};

/// Two persons with 100 000 and 200 000 of income, of whom every payment takes 1 %: 1 000 and 2 000. A name with a digit, a
/// contractor without an ИИН, an operation without a day.
fn place() -> Place {
    let place = Place::new();
    place.write(
        "operations.csv",
        format!(
            "{OPERATIONS}1,900101300017,2026-08-05,100000,\n2,900101300811,2026-08-06,200000,\n3,900101300811,x,1,\n"
        ),
    );
    place.write(
        "contractors.csv",
        "iin,surname,given_name\n900101300017,Иванов1,Иван\n900101300811,Петров,Пётр\n1,Нет,Никто\n",
    );
    let payer = format!("{}/examples/settlement/payer.toml", env!("CARGO_MANIFEST_DIR"));
    place.write("payer.toml", std::fs::read(payer).unwrap());
    place.ustap_ends(1, &["calculate", "operations.csv", "--out", "run"]);
    place
}

/// What somebody changes who writes a receipt for it.
enum Edit<'a> {
    /// In a file, once.
    Cell(&'a str, &'a str, &'a str),
    /// In the receipt, at this pointer below the totals.
    Total(&'a str, Value),
    /// In the receipt, at this pointer below the options.
    Asked(&'a str, Value),
}

/// That a directory verifies, and that each of these edits alone is found by its sums, which name it.
fn is_held(place: &Place, dir: &str, edits: Vec<(Edit<'_>, &str)>) {
    is_held_beside(place, &[dir], edits);
}

/// The same of a directory with others that it is made of.
fn is_held_beside(place: &Place, dirs: &[&str], edits: Vec<(Edit<'_>, &str)>) {
    let (dir, verify) = (dirs[0], dirs.join(" --chain "));
    let verify: Vec<&str> = ["verify"].into_iter().chain(verify.split(' ')).collect();
    let receipt = place.read(&format!("{dir}/receipt.json"));
    assert!(place.ustap_ends(0, &verify).stdout.contains("\nsums: holds\n"), "{dir}");
    for (edit, told) in edits {
        let mut before = None;
        match edit {
            Edit::Cell(file, from, to) => {
                let text = place.read(&format!("{dir}/{file}"));
                let edited = text.replacen(from, to, 1);
                assert_ne!(edited, text, "{told}");
                place.rewrite(dir, file, edited.as_bytes());
                before = Some((file, text));
            }
            Edit::Total(pointer, value) => rewrite_at(place, dir, &format!("/totals{pointer}"), value),
            Edit::Asked(pointer, value) => rewrite_at(place, dir, &format!("/options{pointer}"), value),
        }
        let run = place.ustap_ends(1, &verify);
        let broken: Vec<&str> = run.stdout.lines().filter(|line| line.contains("DOES NOT HOLD")).collect();
        let is_told = |line: &&str| line.starts_with("sums: DOES NOT HOLD: ") && line.ends_with(told);
        assert!(broken.len() == 1 && broken.iter().all(is_told), "{told}\n{}", run.stdout);
        if let Some((file, text)) = before {
            place.write(&format!("{dir}/{file}"), text);
        }
        place.write_receipt(dir, &receipt);
    }
}

/// Writes another value into a receipt.
fn rewrite_at(place: &Place, dir: &str, pointer: &str, value: Value) {
    let mut edited: Value = serde_json::from_str(&place.read(&format!("{dir}/receipt.json"))).unwrap();
    let found = edited.pointer_mut(pointer).unwrap();
    assert_ne!(*found, value, "{dir} {pointer}");
    *found = value;
    place.write_receipt(dir, &format!("{edited:#}\n"));
}

use Edit::{Asked, Cell, Total};

/// What is doubted and what is rejected has a row each, in files of their own.
#[test]
fn doubts_and_rejects_are_those_of_the_files() {
    let place = place();
    let of = ["run", "--contractors", "contractors.csv", "--payer", "payer.toml"];
    place.ustap_ends(1, &[&["statement"], &of[..], &["--out", "statement"]].concat());
    place.ustap_ends(1, &[&["lists"], &of[..], &["--payment", "opv", "--format", "csv", "--out", "lists"]].concat());
    place.ustap_ends(1, &["advise", "run", "--contractors", "contractors.csv", "--out", "advised"]);
    let doubts = "`rows` of doubts.csv and of the receipt differ: 1 and 2";
    let rejects = "`rows` of rejects.csv and of the receipt differ: 1 and 0";
    for dir in ["statement", "lists", "advised"] {
        is_held(&place, dir, vec![(Total("/rejected", 0.into()), rejects)]);
    }
    for dir in ["statement", "lists"] {
        is_held(&place, dir, vec![(Total("/doubts", 2.into()), doubts)]);
    }
}

#[test]
fn a_list_has_the_code_and_the_rate_of_the_receipt() {
    let place = place();
    let of = ["lists", "run", "--contractors", "contractors.csv", "--payer", "payer.toml"];
    place.ustap_ends(1, &[&of[..], &["--payment", "opv", "--format", "csv", "--out", "lists"]].concat());
    let edits = vec![
        (
            Cell("lists.csv", "opv,2026-08,010,1%,", "opv,2026-08,089,1%,"),
            "`knp` of opv-2026-08.csv and of its order in lists.csv differ: 010 and 089",
        ),
        (Total("/lists/0/knp", "089".into()), "`knp` of lists.csv and of the receipt differ: 010 and 089"),
        (
            Cell("opv-2026-08.csv", ",010,1%,", ",010,2%,"),
            "`rate` of opv-2026-08.csv and of its order in lists.csv differ: 2% and 1%",
        ),
        (
            Cell("opv-2026-08.csv", ",2026-08,", ",2026-07,"),
            "`period` of opv-2026-08.csv and of its order in lists.csv differ: 2026-07 and 2026-08",
        ),
        (Total("/lists/0/rate", "2%".into()), "`rate` of lists.csv and of the receipt differ: 1% and 2%"),
    ];
    is_held(&place, "lists", edits);
    // Receipts of the first versions have neither.
    let receipt = place.read("lists/receipt.json");
    let mut earlier: Value = serde_json::from_str(&receipt).unwrap();
    let list = earlier.pointer_mut("/totals/lists/0").unwrap().as_object_mut().unwrap();
    for key in ["knp", "rate"] {
        list.remove(key).unwrap();
    }
    place.write_receipt("lists", &format!("{earlier:#}\n"));
    place.ustap_ends(0, &["verify", "lists"]);
}

/// What an order says of the account, and of the month and rate without which everything comes back, is what the tables say; to
/// whom and when it is what `payments.csv` of the run says. Each list is named by one order.
#[test]
fn an_order_is_that_of_the_law_and_has_its_list() {
    let place = place();
    let of = ["lists", "run", "--contractors", "contractors.csv", "--payer", "payer.toml"];
    place.ustap_ends(1, &[&of[..], &["--payment", "all", "--format", "csv", "--out", "lists"]].concat());
    let purpose = "ОПВ за август 2026 г., ставка 1%";
    let made_of = |what: &str, from: &str, to: &str| {
        format!("`{what}` of lists.csv and what it is made of differ: {from} and {to}")
    };
    let (rate, month) = (purpose.replace("1%", "5%"), purpose.replace("август", "июль"));
    let (of_rate, of_month) = (made_of("purpose", &rate, purpose), made_of("purpose", &month, purpose));
    let account = made_of("account", "KZ67009SS00368609110", "KZ12009NPS0413609816");
    let bik = made_of("bik", "GCVPKZ2B", "GCVPKZ2A");
    let edits = vec![
        (Cell("lists.csv", purpose, &rate), of_rate.as_str()),
        (Cell("lists.csv", purpose, &month), &of_month),
        (Cell("lists.csv", "KZ12009NPS0413609816", "KZ67009SS00368609110"), &account),
        (Cell("lists.csv", ",GCVPKZ2A,", ",GCVPKZ2B,"), &bik),
        (
            Cell("lists.csv", ",opv-2026-08.csv\n", ",opv.csv\n"),
            "`file` is `opv.csv`, and the receipt does not have that file",
        ),
        (Cell("lists.csv", ",opv-2026-08.csv\n", ",\n"), "`file` is ``, and the receipt does not have that file"),
        (Cell("lists.csv", ",so-2026-08.csv\n", ",opv-2026-08.csv\n"), "`file` is `opv-2026-08.csv` twice"),
        (
            Cell("lists.csv", ",so-2026-08.csv\n", ",unlisted.csv\n"),
            "the receipt has so-2026-08.csv, which its options do not ask for",
        ),
    ];
    is_held(&place, "lists", edits);
    let (day, recipient) =
        (made_of("due_on", "2026-10-25", "2026-09-25"), made_of("recipient", "1604****7162", "1604****7161"));
    let edits = || {
        vec![
            (Cell("lists.csv", ",2026-09-25,", ",2026-10-25,"), day.as_str()),
            (Cell("lists.csv", ",160440007161,", ",160440007162,"), &recipient),
        ]
    };
    is_held_beside(&place, &["lists", "run"], edits());
    // The run may have been calculated by other tables: where it is not at hand nobody knows what day it has.
    let own = place.read("lists/lists.csv").replacen(",2026-09-25,", ",2026-09-20,", 1);
    place.rewrite("lists", "lists.csv", own.as_bytes());
    place.ustap_ends(0, &["verify", "lists"]);
    // What a correction adds has no other day than that of the tables.
    place.calculate("1,900101300017,2026-08-05,200000,\n2,900101300811,2026-08-06,200000,\n", &["--out", "after"]);
    place.ustap_ends(1, &["correct", "run", "after", "--out", "corrected"]);
    let of = ["lists", "corrected", "--contractors", "contractors.csv", "--payer", "payer.toml"];
    place.ustap_ends(1, &[&of[..], &["--payment", "opv", "--format", "csv", "--out", "more"]].concat());
    is_held(&place, "more", edits());
}

/// 1 000 and 2 000 of ОПВ are 3 000.
#[test]
fn an_mt102_is_that_of_its_order() {
    let place = place();
    place.write(
        "people.csv",
        "iin,surname,given_name,birth_date\n900101300017,Иванов,Иван,1990-01-01\n\
         900101300811,Петров,Пётр,1990-01-01\n",
    );
    for (encoding, dir) in [("utf-8", "orders"), ("windows-1251", "windows")] {
        let of = ["lists", "run", "--contractors", "people.csv", "--payer", "payer.toml", "--payment", "opv"];
        let form = ["--format", "mt102", "--date", "2026-09-21", "--encoding", encoding, "--out", dir];
        place.ustap_ends(0, &[&of[..], &form].concat());
        place.ustap_ends(0, &["verify", dir, "--chain", "run"]);
    }
    let name = "opv-2026-08.txt";
    let text = place.read("orders/opv-2026-08.txt");
    let end = &text[text.find(":32B:KZT2000,00").unwrap()..];
    let more = end.replace("2000,00", "2001,00").replace("3000,00", "3001,00");
    let last = &end[..end.find(":32A:").unwrap()];
    let without = end.replace(last, "").replace("3000,00", "1000,00");
    let row = format!(":21:2\r\n{end}");
    let told = |what: &str, from: &str, to: &str| {
        format!("`{what}` of {name} and of its order in lists.csv differ: {from} and {to}")
    };
    let account = told("account", "KZ67009SS00368609110", "KZ12009NPS0413609816");
    let (bik, recipient) = (told("bik", "GCVPKZ2B", "GCVPKZ2A"), told("recipient", "2103****0016", "1604****7161"));
    let (knp, period) = (told("knp", "089", "010"), told("period", "2026-07", "2026-08"));
    let (rate, amount) = (told("rate", "5%", "1%"), told("amount", "3001.00", "3000.00"));
    let purpose = told("purpose", "ОПВ за июль 2026 г., ставка 1%", "ОПВ за август 2026 г., ставка 1%");
    let less = told("amount", "1000.00", "3000.00");
    let edits = vec![
        (
            Cell(name, ":32B:KZT1000,00", ":32B:KZT1001,00"),
            "`32A` of opv-2026-08.txt and what it is made of differ: 3000,00 and 3001.00",
        ),
        (
            Cell(name, "KZT3000,00", "KZT3001,00"),
            "`32A` of opv-2026-08.txt and what it is made of differ: 3001,00 and 3000.00",
        ),
        (Cell(name, end, &more), amount.as_str()),
        (Cell(name, &row, &without), &less),
        (Cell(name, ":59:KZ12009NPS0413609816", ":59:KZ67009SS00368609110"), &account),
        (Cell(name, ":57B:GCVPKZ2A", ":57B:GCVPKZ2B"), &bik),
        (Cell(name, "/IDN/160440007161", "/IDN/210390000016"), &recipient),
        (Cell(name, "/KNP/010", "/KNP/089"), &knp),
        (Cell(name, "/PERIOD/082026", "/PERIOD/072026"), &period),
        (Cell(name, "ставка 1%", "ставка 5%"), &rate),
        (Cell(name, "за август", "за июль"), &purpose),
    ];
    is_held(&place, "orders", edits);
}

/// A calculation has its four tables, the lines and the state where they were asked for; whatever comes after it has its own.
#[test]
fn the_files_of_a_receipt_are_those_of_its_options() {
    let place = place();
    place.ustap_ends(1, &["calculate", "operations.csv", "--lines", "--keep", "--out", "kept"]);
    let named = ["--contractors", "contractors.csv", "--payer", "payer.toml", "--format", "csv"];
    place.ustap_ends(1, &[&["statement", "run", "--out", "statement"], &named[..]].concat());
    place.ustap_ends(1, &[&["lists", "run", "--payment", "opv", "--out", "lists"], &named[..]].concat());
    place.write("kgd.csv", "iin,period,ipn,opv,opvr,so,vosms\n900101300017,2026-08,0,1000,1000,1000,1000\n");
    place.ustap_ends(1, &["reconcile", "--register", "run", "--kgd", "kgd.csv", "--out", "compared"]);
    let (missing, other) = (
        |name: &str| format!("the receipt does not have {name}, which its options ask for"),
        |name: &str| format!("the receipt has {name}, which its options do not ask for"),
    );
    for (dir, key, value, told) in [
        ("kept", "/lines", Value::from(false), other("lines.csv")),
        ("kept", "/keep", false.into(), other("state/index.json")),
        ("run", "/lines", true.into(), missing("lines.csv")),
        ("run", "/keep", true.into(), missing("state/index.json")),
        ("statement", "/format", "xlsx".into(), missing("statement-2026-08.xlsx")),
        ("lists", "/format", "xlsx".into(), missing("lists.xlsx")),
        ("compared", "/xlsx", true.into(), missing("breaks.xlsx")),
    ] {
        is_held(&place, dir, vec![(Asked(key, value), &told)]);
    }
    // Whoever writes a receipt may put any file beside the tables.
    for dir in ["run", "statement", "lists", "compared"] {
        let mut receipt: Value = serde_json::from_str(&place.read(&format!("{dir}/receipt.json"))).unwrap();
        let outputs = receipt["outputs"].as_array_mut().unwrap();
        let mut more = outputs.iter().find(|output| output["name"] == "rejects.csv").unwrap().clone();
        more["name"] = "more.csv".into();
        outputs.push(more);
        place.write(&format!("{dir}/more.csv"), place.read(&format!("{dir}/rejects.csv")));
        place.write_receipt(dir, &format!("{receipt:#}\n"));
        let run = place.ustap_ends(1, &["verify", dir]);
        assert!(run.stdout.contains(&other("more.csv")), "{dir}: {}", run.stdout);
    }
}

/// Of a statement in a workbook its summary alone says what it comes to: 100 000 + 200 000 = 300 000 of two.
#[test]
fn the_summary_of_a_statement_is_that_of_the_receipt() {
    let place = place();
    let of = ["statement", "run", "--contractors", "contractors.csv", "--payer", "payer.toml"];
    for (format, dir) in [("csv", "table"), ("xlsx", "workbook")] {
        place.ustap_ends(1, &[&of[..], &["--format", format, "--out", dir]].concat());
        let edits = vec![
            (
                Cell("summary.csv", ",2,300000.00,", ",2,300001.00,"),
                "`income` of summary.csv and of the receipt differ: 300001.00 and 300000.00",
            ),
            (
                Cell("summary.csv", ",2,300000.00,", ",3,300000.00,"),
                "`contractors` of summary.csv and of the receipt differ: 3 and 2",
            ),
            (Cell("summary.csv", ",0\n", ",1\n"), "`unnamed` of summary.csv and of the receipt differ: 1 and 0"),
        ];
        is_held(&place, dir, edits);
    }
    let row = (",2026-08,100000.00\n", ",2026-07,100000.00\n");
    let told = "`period` of statement-2026-08.csv and what it is made of differ: 2026-07 and 2026-08";
    is_held(&place, "table", vec![(Cell("statement-2026-08.csv", row.0, row.1), told)]);
}

/// Of one rejected row, and of 1 % of 100 000, the files beside the register of a calculation.
#[test]
fn payments_rejects_and_bases_are_those_of_the_register() {
    let place = place();
    let (ipn, moved) = ("ipn,2026-08,911,,0,0.00,2026-09-15\n", "ipn,2026-07,911,,0,0.00,2026-09-15\n");
    let edits = vec![
        (Cell("rejects.csv", ",date,", ",income,"), "`date` of rejects.csv and of the receipt differ: 0 and 1"),
        (
            Total("/exemptions/rejected", serde_json::json!({ "iin": 1 })),
            "`iin` of rejects.csv and of the receipt differ: 0 and 1",
        ),
        (Cell("payments.csv", ipn, ""), "`rows` of payments.csv and of the receipt differ: 4 and 5"),
        (
            Cell("payments.csv", ipn, moved),
            "`period` of payments.csv and what it is made of differ: 2026-07 and 2026-08",
        ),
        (
            Cell("payments.csv", "opv,2026-08,010,", "opv,2026-08,089,"),
            "`knp` of payments.csv and what it is made of differ: 089 and 010",
        ),
        (
            Cell("payments.csv", ",160440007161,", ",160440007162,"),
            "`recipient` of payments.csv and what it is made of differ: 1604****7162 and 1604****7161",
        ),
        (
            Cell("payments.csv", ",2026-09-15\n", ",2026-09-25\n"),
            "`due_on` of payments.csv and what it is made of differ: 2026-09-25 and 2026-09-15",
        ),
        (
            Cell("register.csv", ",1,100000.00,100000.00,", ",1,100000.00,99999.00,"),
            "`ipn_base` of register.csv and what it is made of differ: 99999.00 and 100000.00",
        ),
        (
            Cell("register.csv", ",0.00,100000.00,1000.00,", ",1.00,100000.00,1000.00,"),
            "`opv_exempt` of register.csv and what it is made of differ: 1.00 and 0.00",
        ),
        (
            Cell(
                "register.csv",
                ",0.00,100000.00,1000.00,4000.00,ipn:zero-rate\n",
                ",1.00,100000.00,1000.00,4000.00,ipn:zero-rate|vosms:part-exempt=minor\n",
            ),
            "`vosms_base` of register.csv and what it is made of differ: 100000.00 and 99999.00",
        ),
        (
            Cell("register.csv", ",ipn:zero-rate\n", ",ipn:zero-rate|over-limit\n"),
            "`over-limit` of register.csv and what it is made of differ: 1 and 0",
        ),
    ];
    is_held(&place, "run", edits);
    // By other tables the day may be another.
    place.ustap_ends(0, &["rates", "export", "tables"]);
    let own = place.read("tables/deadlines.toml") + "\n# own\n";
    place.write("tables/deadlines.toml", own);
    place.ustap_ends(1, &["calculate", "operations.csv", "--rates", "tables", "--out", "own"]);
    let payments = place.read("own/payments.csv").replace(",2026-09-15\n", ",2026-09-25\n");
    place.rewrite("own", "payments.csv", payments.as_bytes());
    place.ustap_ends(0, &["verify", "own"]);
}

/// The limit is 300 × 4 325 = 1 297 500. 1 000 000 and 500 000 of one person are 1 500 000, 115.606… % of it and 202 500 over;
/// 1 100 000 of the other are 84.778… %.
#[test]
fn limits_are_those_of_the_register_and_agree_with_themselves() {
    let place = place();
    let operations = "1,900101300017,2026-08-05,1000000,\n2,900101300017,2026-08-06,500000,\n\
                      3,900101300811,2026-08-06,1100000,\n";
    place.calculate(operations, &["--out", "cap"]);
    place.calculate(operations, &["--over-limit", "stop", "--out", "stop"]);
    let (over, more) = (
        "1500000.00,1297500.00,115.60,2026-08-06,2,202500.00\n",
        "1500001.00,1297500.00,115.60,2026-08-06,2,202501.00\n",
    );
    let edit = |from: &str, to: &str| over.replace(from, to);
    let edited = [
        (
            edit(",202500.00", ",202499.00"),
            "`over` of limits.csv and what it is made of differ: 202499.00 and 202500.00",
        ),
        (edit(",115.60,", ",115.61,"), "`share` of limits.csv and what it is made of differ: 115.61 and 115.60"),
        (edit(",2026-08-06,2,", ",,,"), "`crossed_on` of limits.csv and what it is made of differ: false and true"),
        (
            edit(",2026-08-06,2,", ",2026-08-06,,"),
            "`crossed_by` of limits.csv and what it is made of differ: false and true",
        ),
        (
            edit(",2026-08-06,", ",2026-09-06,"),
            "`crossed_on` of limits.csv and what it is made of differ: 2026-09 and 2026-08",
        ),
        (more.to_owned(), "`income` of limits.csv and what it is made of differ: 1500001.00 and 1500000.00"),
    ];
    for dir in ["cap", "stop"] {
        let mut edits: Vec<_> = edited.iter().map(|(to, told)| (Cell("limits.csv", over, to), *told)).collect();
        edits.push((
            Cell("limits.csv", "900101300811,2026-08,", "900101300811,2026-09,"),
            "`iin` of limits.csv and what it is made of differ: 1 and 0",
        ));
        edits.push((
            Cell("limits.csv", "900101300017,", "900101300811,"),
            match dir {
                "cap" => "`over-limit` of register.csv and what it is made of differ: 1 and 0",
                _ => "`over-limit` of register.csv and what it is made of differ: 2 and 0",
            },
        ));
        is_held(&place, dir, edits);
    }
}

/// An answer and КГД's sums of both persons. Of the answer: the same 1 000 of ОПВ twice, 1 900 of ОПВ in place of 2 000, a
/// code of nothing, no ИИН. Of КГД: the second person twice.
fn place_of_answers() -> Place {
    let place = place();
    let answer = "900101300017,2026-08,010,1000,a\n900101300017,2026-08,010,1000,a\n900101300811,2026-08,010,1900,\n\
                  900101300811,2026-08,999,1,\n1,2026-08,010,1,\n";
    place.write("answer.csv", format!("iin,period,knp,amount,reference\n{answer}"));
    let kgd = "900101300017,2026-08,0,1000,1000,1000,1000\n900101300811,2026-08,0,2000,2000,2000,2000\n\
               900101300811,2026-08,0,1,1,1,1\n";
    place.write("kgd.csv", format!("iin,period,ipn,opv,opvr,so,vosms\n{kgd}"));
    place
}

/// Of two persons and five payments there are 10 rows of ours. ОПВ of the first matches, and ИПН of both, 0.00 and nothing: 3
/// matches. ОПВ of the second differs, and ОПВР, СО and ВОСМС of both are missing: 7 breaks, 1 of them with a row of theirs. Of
/// their 3 rows that were taken 1 repeats another and is told. So ours are 7 to 7 + 3, theirs at least 1 + 1.
#[test]
fn rows_of_a_reconciliation_end_in_matches_and_breaks() {
    let place = place_of_answers();
    let sides = ["--register", "run", "--answer", "answer.csv", "--kgd", "kgd.csv"];
    place.ustap_ends(1, &[&["reconcile"], &sides[..], &["--out", "compared"]].concat());
    let edits = vec![
        (Total("/answer/our_rows", 11.into()), "`our_rows` of breaks.csv and of the receipt differ: 10 and 11"),
        (Total("/answer/our_rows", 6.into()), "`our_rows` of breaks.csv and of the receipt differ: 7 and 6"),
        (Total("/answer/their_rows", 1.into()), "`their_rows` of breaks.csv and of the receipt differ: 2 and 1"),
        (Total("/answer/told_rows", 3.into()), "`their_rows` of breaks.csv and of the receipt differ: 4 and 3"),
        // With 7 of ours in breaks the 3 matches would be of their rows alone: 1 + 1 + 3.
        (Total("/answer/our_rows", 7.into()), "`their_rows` of breaks.csv and of the receipt differ: 5 and 3"),
        (Total("/rejected/knp", 0.into()), "`knp` of rejects.csv and of the receipt differ: 1 and 0"),
        (Total("/rejected/repeated", 2.into()), "`repeated` of rejects.csv and of the receipt differ: 1 and 2"),
        (Cell("rejects.csv", ",knp,", ",period,"), "`knp` of rejects.csv and of the receipt differ: 0 and 1"),
        (
            Total("/rejected", serde_json::json!({ "knp": 1, "repeated": 1 })),
            "`code` of rejects.csv and of the receipt differ: 1 and 0",
        ),
        // A side that was compared has a row for each of the five payments.
        (Total("/answer", Value::Null), "`side` of summary.csv and of the receipt differ: 5 and 0"),
        (Total("/kgd", Value::Null), "`side` of summary.csv and of the receipt differ: 5 and 0"),
    ];
    is_held(&place, "compared", edits);
}

/// What a summary and the balances have that the receipt does not. КГД has 2 001 of ОПВ of the second person, who is withheld
/// 4 × 2 000 from: 1.00 more. Of the answer ОПВ is 1 900 in place of 2 000, 100.00 less: 3 000 − 100 = 2 900.
#[test]
fn what_a_reconciliation_explains_and_leaves_is_that_of_its_breaks() {
    let place = place_of_answers();
    let kgd = place.read("kgd.csv").replace(",0,2000,2000,", ",0,2001,2000,");
    place.write("kgd.csv", kgd);
    let sides = ["--register", "run", "--answer", "answer.csv", "--kgd", "kgd.csv"];
    place.ustap_ends(1, &[&["reconcile"], &sides[..], &["--out", "compared"]].concat());
    let opv = "answer,2026-08,opv,3000.00,2900.00,1,1000.00,1,0.00,0.00,100.00\n";
    let edited = |from: &str, to: &str| opv.replace(from, to);
    let (explained, more) = (edited(",1,0.00,0.00,", ",1,1.00,0.00,"), edited(",0.00,100.00\n", ",1.00,101.00\n"));
    let edits = vec![
        (
            Cell("summary.csv", opv, &explained),
            "`explained_amount` of summary.csv and what it is made of differ: 1.00 and 0.00",
        ),
        (
            Cell("summary.csv", opv, &more),
            "`unexplained_more` of summary.csv and what it is made of differ: 1.00 and 0.00",
        ),
        (
            Cell("summary.csv", ",0,0.00,2,0.00,0.00,3000.00\n", ",0,0.00,2,0.00,0.00,2999.00\n"),
            "`unexplained_less` of summary.csv and what it is made of differ: 2999.00 and 3000.00",
        ),
        (
            Cell("breaks.csv", ",2000.00,1900.00,-100.00,,", ",2000.00,1900.00,-100.00,parts-add-up,"),
            "`explained_amount` of summary.csv and what it is made of differ: 0.00 and -100.00",
        ),
        (
            Cell("breaks.csv", ",2000.00,1900.00,-100.00,", ",2000.00,1900.00,-99.00,"),
            "`difference` of breaks.csv and what it is made of differ: 1901.00 and 1900.00",
        ),
        (
            Cell("balances.csv", ",8000.00,8001.00,1.00\n", ",8000.00,8002.00,2.00\n"),
            "`balance` of balances.csv and what it is made of differ: 2.00 and 1.00",
        ),
        (
            Cell("balances.csv", ",8000.00,8001.00,1.00\n", ",8000.00,8002.00,1.00\n"),
            "`computed` of balances.csv and what it is made of differ: 8002.00 and 8001.00",
        ),
        (
            Cell("breaks.csv", "kgd,amount,900101300811,", "kgd,amount,900101300017,"),
            "`balance` of balances.csv and what it is made of differ: 1.00 and 0.00",
        ),
    ];
    is_held(&place, "compared", edits);
    // 3 of the answer's ОПВР in place of 2, and 0 of ОПВ in place of 1: 7 as before.
    let moved = place.read("compared/summary.csv").replacen(",1000.00,1,", ",1000.00,0,", 1);
    let moved = moved.replacen(",opvr,3000.00,0.00,0,0.00,2,", ",opvr,3000.00,0.00,0,0.00,3,", 1);
    place.rewrite("compared", "summary.csv", moved.as_bytes());
    let run = place.ustap_ends(1, &["verify", "compared"]);
    assert!(run.stdout.contains("`breaks` of summary.csv and what it is made of differ: 0 and 1\n"), "{}", run.stdout);
}

/// An amount that is none may have paid, and neither a penalty (019) nor КГД's row has: 1 row. The tenge of a code of nothing
/// comes back.
#[test]
fn what_a_distribution_rejects_and_returns_is_that_of_its_files() {
    let place = place_of_answers();
    place.write(
        "paid.csv",
        "iin,period,knp,amount\n900101300017,2026-08,010,1000\n900101300811,2026-08,010,x\n\
         900101300811,2026-08,019,5\n900101300811,2026-08,999,1\n",
    );
    place.ustap_ends(1, &["distribute", "--paid", "paid.csv", "--kgd", "kgd.csv", "--out", "returned"]);
    let edits = vec![
        (Total("/rejected/amount", 2.into()), "`amount` of rejects.csv and of the receipt differ: 1 and 2"),
        (Cell("rejects.csv", ",repeated,", ",amount,"), "`amount` of rejects.csv and of the receipt differ: 2 and 1"),
        (Total("/paid_unread", 0.into()), "`paid_unread` of rejects.csv and of the receipt differ: 1 and 0"),
        (Total("/paid_unread", 2.into()), "`paid_unread` of rejects.csv and of the receipt differ: 1 and 2"),
        (
            Cell("summary.csv", ",1.00,0.00,1.00,0.00\n", ",1.00,0.00,2.00,0.00\n"),
            "`returned` of summary.csv and what it is made of differ: 2.00 and 1.00",
        ),
        (
            Cell("summary.csv", ",opv,enpf,2,", ",opv,enpf,3,"),
            "`persons` of summary.csv and what it is made of differ: 3 and 2",
        ),
        // From one payment to the other, so that all together come to the same.
        (
            Cell("summary.csv", ",opvr,enpf,2,3000.00,", ",so,enpf,2,3000.00,"),
            "`persons` of summary.csv and what it is made of differ: 2 and 0",
        ),
    ];
    is_held(&place, "returned", edits);
    // Where a file of КГД has the name of one that was paid, its row may be meant too: 2 verify as 1 does.
    place.write("paid/kgd.csv", place.read("paid.csv"));
    place.ustap_ends(1, &["distribute", "--paid", "paid/kgd.csv", "--kgd", "kgd.csv", "--out", "alike"]);
    let edits =
        vec![(Total("/paid_unread", 3.into()), "`paid_unread` of rejects.csv and of the receipt differ: 2 and 3")];
    is_held(&place, "alike", edits);
    // Receipts of earlier versions do not say what was unread.
    let mut earlier: Value = serde_json::from_str(&place.read("returned/receipt.json")).unwrap();
    earlier["totals"].as_object_mut().unwrap().remove("paid_unread").unwrap();
    place.write_receipt("returned", &format!("{earlier:#}\n"));
    place.ustap_ends(0, &["verify", "returned"]);
}

/// Of 200 000 and 100 000 in place of 100 000 and 200 000 each of ОПВ, ОПВР, СО and ВОСМС is 1 000 more of one person and 1 000
/// less of the other: 8 rows of 2 persons. The second is asked back, one application a payment.
#[test]
fn corrections_and_applications_come_to_their_summaries() {
    let place = place();
    let other = "1,900101300017,2026-08-05,200000,\n2,900101300811,2026-08-06,100000,\n";
    place.calculate(other, &["--out", "after"]);
    place.ustap_ends(1, &["correct", "run", "after", "--out", "corrected"]);
    place.ustap_ends(0, &["refunds", "corrected", "--reason", "over-accrued", "--out", "refunds"]);
    let edits = vec![
        (Total("/persons", 3.into()), "`persons` of corrections.csv and of the receipt differ: 2 and 3"),
        (
            Cell("summary.csv", "opv,2,1000.00,1000.00", "opv,2,1000.00,999.00"),
            "`to_return` of summary.csv and what it is made of differ: 999.00 and 1000.00",
        ),
        (
            Cell("summary.csv", "opv,2,1000.00,1000.00", "ipn,0,0.00,0.00"),
            "`payment` of summary.csv and what it is made of differ: 0 and 1",
        ),
        (
            Cell("summary.csv", "opv,2,1000.00,1000.00", "ipn,2,1000.00,1000.00"),
            "`persons` of summary.csv and what it is made of differ: 2 and 0",
        ),
    ];
    is_held(&place, "corrected", edits);
    let edits = vec![
        (Total("/applications", 5.into()), "`application` of applications.csv and of the receipt differ: 4 and 5"),
        (
            Cell("applications.csv", "\n4,", "\n3,"),
            "`application` of applications.csv and of the receipt differ: 3 and 4",
        ),
        (
            Cell("summary.csv", "opv,2026-08,1,1,1000.00", "opv,2026-08,2,1,1000.00"),
            "`applications` of summary.csv and what it is made of differ: 2 and 1",
        ),
        (
            Cell("summary.csv", "opv,2026-08,1,1,1000.00", "opv,2026-08,1,1,1001.00"),
            "`amount` of summary.csv and what it is made of differ: 1001.00 and 1000.00",
        ),
    ];
    is_held(&place, "refunds", edits);
}

/// Each step names what it builds upon: one directory, the two that are compared, and of a distribution the ones before it and
/// lists, where no table was paid.
#[test]
fn each_step_names_what_it_builds_upon() {
    let place = place_of_answers();
    let other = "1,900101300017,2026-08-05,200000,\n2,900101300811,2026-08-06,100000,\n";
    place.calculate(other, &["--out", "after"]);
    place.write("paid.csv", "iin,period,knp,amount\n900101300017,2026-08,010,1000\n");
    let named = ["--contractors", "contractors.csv"];
    let by_kgd = ["--kgd", "kgd.csv"];
    for (dir, command, more, count) in [
        ("statement", &["statement", "run", "--payer", "payer.toml"][..], &named[..], 1),
        ("lists", &["lists", "run", "--payment", "all", "--format", "csv"], &named, 1),
        ("reconciled", &["reconcile", "--register", "run"], &by_kgd, 1),
        ("corrected", &["correct", "run", "after"], &[], 2),
        ("refunds", &["refunds", "corrected", "--reason", "over-accrued"], &[], 1),
        ("advice", &["advise", "run"], &named, 1),
        ("of-lists", &["distribute", "--paid", "lists"], &by_kgd, 1),
        ("of-table", &["distribute", "--paid", "paid.csv"], &by_kgd, 0),
        ("second", &["distribute", "--paid", "paid.csv", "--after", "of-lists"], &by_kgd, 1),
        ("by-sums", &["distribute", "--after", "of-lists"], &by_kgd, 1),
    ] {
        let made = place.ustap(&[command, more, &["--out", dir]].concat());
        assert!(matches!(made.status, Some(0 | 1)), "{dir}: {}", made.stderr);
        place.ustap_ends(0, &["verify", dir]);
        let receipt: Value = serde_json::from_str(&place.read(&format!("{dir}/receipt.json"))).unwrap();
        assert_eq!(receipt["previous"].as_array().unwrap().len(), count, "{dir}");
        let told = |previous: Value| {
            let mut edited = receipt.clone();
            edited["previous"] = previous;
            place.write_receipt(dir, &format!("{edited:#}\n"));
            place.ustap_ends(1, &["verify", dir]).stdout
        };
        if count > 0 {
            let why = format!("receipt.json: DOES NOT HOLD: names 0 earlier runs, where there would be {count}\n");
            assert!(told(serde_json::json!([])).contains(&why), "{dir}");
        }
        let why = "receipt.json: DOES NOT HOLD: is no receipt: `0123` is no digest of 64 hex digits";
        assert!(told(serde_json::json!(["0123"])).starts_with(why), "{dir}");
        place.write_receipt(dir, &format!("{receipt:#}\n"));
    }
}
