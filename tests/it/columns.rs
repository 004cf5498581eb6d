//! Columns, headings, encodings and inputs as a whole: what is read, what is named as unread, what ends the run.

use std::fs;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::program::{A, B, OPERATIONS, Place, Run, program};

/// Operations, exemptions, contractors, a run of them, and what came back.
fn place() -> Place {
    let place = Place::new();
    place.write("operations.csv", format!("{OPERATIONS}a,{A},2026-08-05,50000,\nb,{B},2026-08-06,700000,\n"));
    place.write("exemptions.csv", format!("iin,category,valid_from,valid_to\n{A},disability,2025-01-01,2025-12-31\n"));
    place.write("contractors.csv", format!("iin,surname,given_name,birth_date\n{A},Ким,Анна,1990-01-01\n"));
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    place.write("answer.csv", format!("iin,period,knp,amount,status\n{A},2026-08,010,500.00,accepted\n"));
    place.write("kgd.csv", format!("iin,period,ipn,opv,opvr,so,vosms\n{A},2026-08,2000,500,500,500,500\n"));
    place.write("late.csv", "payment,period,paid_on,amount\nopv,2026-08,2026-10-01,1000\n");
    place
}

const RECONCILE: [&str; 5] = ["reconcile", "--register", "run", "--out", "reconciled"];
const LISTS: [&str; 8] = ["lists", "run", "--payment", "opv", "--format", "csv", "--out", "lists"];

fn refused(place: &Place, arguments: &[&str], message: &str) -> Run {
    let before = place.names();
    let run = place.ustap_ends(2, arguments);
    assert!(run.stderr.contains(message), "{arguments:?}: {}", run.stderr);
    assert_eq!(place.names(), before, "{arguments:?}");
    run
}

#[test]
fn a_misspelt_optional_column_ends_the_run_and_says_the_two_ways_out() {
    let place = place();
    let (person, other) = ("871120900221", "930515900150");
    place.write("operations.csv", format!("{OPERATIONS}a,{other},2026-08-05,50000,\n"));
    // Cases 2 and 3: the exemption ended before the income, the entrepreneur begins after it.
    place.write("till.csv", format!("iin;category;valid_from;valid_till\n{other};disability;01.01.2025;31.12.2025\n"));
    place.write(
        "from.csv",
        format!("iin;surname;given_name;regime;from;to\n{person};Садыков;Ерлан;entrepreneur;01.09.2026;\n"),
    );
    // It has `regime` in itself, which is missing too, and is a step beside the other.
    place.write("fro.csv", format!("iin,surname,given_name,regime_fro\n{person},Садыков,Ерлан,2026-09-01\n"));
    place.write("correct.csv", format!("operation_id,iin,settled_on,income,correct_on\na,{A},2026-08-05,1,\n"));
    place.write(
        "lines.csv",
        format!("operation_id,iin,period,regime,settled_on,effective_on,income\na,{A},2026-08,self-employed,2026-09-02,2026-08-05,-1.00\n"),
    );
    place.write("state.csv", format!("iin,period,knp,amount,state\n{A},2026-08,010,500,rejected\n"));
    place.write("penalty.csv", "iin,period,ipn,opv,opvr,so,vosms,opv_penalti\n");
    let calculate = ["calculate", "operations.csv", "--check"];
    for (command, heading, column) in [
        ([&calculate[..], &["--exemptions", "till.csv"]].concat(), "valid_till", "exemptions.valid_to"),
        ([&calculate[..], &["--contractors", "from.csv"]].concat(), "from", "contractors.regime_from"),
        ([&calculate[..], &["--contractors", "fro.csv"]].concat(), "regime_fro", "contractors.regime_from"),
        (["calculate", "correct.csv", "--check"].to_vec(), "correct_on", "operations.corrects_on"),
        // Lines of a run are no operations: what they give back is of the month of that day.
        (["calculate", "lines.csv", "--check"].to_vec(), "effective_on", "operations.corrects_on"),
        (
            ["explain", "correct.csv", "--iin", A, "--period", "2026-08"].to_vec(),
            "correct_on",
            "operations.corrects_on",
        ),
        ([&RECONCILE[..], &["--answer", "state.csv"]].concat(), "state", "answer.status"),
        ([&RECONCILE[..], &["--kgd", "penalty.csv"]].concat(), "opv_penalti", "kgd.opv_penalty"),
        ([&LISTS[..], &["--contractors", "from.csv"]].concat(), "from", "contractors.regime_from"),
        (
            ["advise", "run", "--out", "advice", "--contractors", "contractors.csv", "--exemptions", "till.csv"]
                .to_vec(),
            "valid_till",
            "exemptions.valid_to",
        ),
    ] {
        let name = column.split_once('.').unwrap().1;
        let run = refused(&place, &command, &format!(":1: `{heading}` is not read and `{name}` is missing [input]\n"));
        let hint = format!(
            "hint: if it is that column: --column {column}={heading}; if it is none: --ignore-column {heading}\n"
        );
        assert!(run.stderr.ends_with(&hint), "{}", run.stderr);
    }
    // A heading in two lines is that heading.
    place.write(
        "lines.csv",
        format!("ИИН;Категория;\"Действует\r\nс\";\"Действует\nпо\"\n{other};disability;01.01.2025;31.12.2025\n"),
    );
    let run = place.ustap_ends(0, &[&calculate[..], &["--exemptions", "lines.csv"]].concat());
    assert_eq!(run.summary("ВОСМС"), "500.00");
    // A second header, of files that were put behind each other, is called so.
    place.write(
        "joined.csv",
        format!("{OPERATIONS}a,{A},2026-08-05,5,\nID операции,ИИН,Дата расчёта,Доход,Исправляет доход от\nb,{A},2026-08-05,5,\n"),
    );
    place.ustap_ends(1, &["calculate", "joined.csv", "--out", "joined"]);
    let rejects = place.read("joined/rejects.csv");
    assert!(rejects.contains("joined.csv,3,iin,iin,ИИН,\"The header stands here again: files were put"), "{rejects}");
    // With a mark behind it, or a letter that looks the same, it is one that somebody meant.
    for heading in ["Действует по:", "Действует по*", "Дeйствует-по"] {
        place.write("marked.csv", format!("ИИН;Категория;{heading}\n{other};disability;31.12.2025\n"));
        refused(
            &place,
            &[&calculate[..], &["--exemptions", "marked.csv"]].concat(),
            "is not read and `valid_to` is missing",
        );
    }
    // Both ways out that are shown lead out, of a heading in two lines too.
    place.write("till-lines.csv", format!("iin;category;\"valid\ntill\"\n{other};disability;31.12.2025\n"));
    let marked = [&calculate[..], &["--exemptions", "till-lines.csv"]].concat();
    let run = refused(&place, &marked, "[input]\n");
    let ways = "--column 'exemptions.valid_to=valid till'; if it is none: --ignore-column 'valid till'\n";
    assert!(run.stderr.ends_with(ways), "{}", run.stderr);
    for (more, vosms) in
        [(["--column", "exemptions.valid_to=valid till"], "500.00"), (["--ignore-column", "valid till"], "0.00")]
    {
        assert_eq!(place.ustap_ends(0, &[&marked[..], &more].concat()).summary("ВОСМС"), vosms);
    }
    // What stands in a file is one word of the command, whatever a shell makes of it.
    place.write("shell.csv", format!("iin;category;valid_to $(touch x)'s\n{person};disability;31.12.2025\n"));
    let run = refused(&place, &[&calculate[..], &["--exemptions", "shell.csv"]].concat(), "[input]\n");
    let hint = r"--column 'exemptions.valid_to=valid_to $(touch x)'\''s'; if it is none: --ignore-column 'valid_to $(touch x)'\''s'";
    assert!(run.stderr.ends_with(&format!("{hint}\n")), "{}", run.stderr);
    // A row that goes on behind the header is no heading that somebody would give.
    place.write("row.csv", format!("iin,category,valid_to{other},disability,2025-12-31\n"));
    let run = refused(&place, &[&calculate[..], &["--exemptions", "row.csv"]].concat(), "[input]\n");
    let hint = "hint: a person's number stands in it: the line end behind the header is missing; add it\n";
    assert!(run.stderr.ends_with(hint) && !run.stderr.contains(other), "{}", run.stderr);
    // 50 000 × 1 % = 500.00 of ВОСМС: the exemption has ended.
    let mapped = ["--exemptions", "till.csv", "--column", "exemptions.valid_to=Valid Till"];
    assert_eq!(place.ustap_ends(0, &[&calculate[..], &mapped].concat()).summary("ВОСМС"), "500.00");
    // Where the heading is passed over, it has no end.
    let ignored = ["--exemptions", "till.csv", "--ignore-column", "VALID_TILL"];
    assert_eq!(place.ustap_ends(0, &[&calculate[..], &ignored].concat()).summary("ВОСМС"), "0.00");
}

/// A step is typed as it stands: it says of the files that it reads what was said of them here, and nothing of others.
#[test]
fn steps_read_a_file_as_it_was_read() {
    let (place, person) = (Place::new(), "900101300017");
    place.write(
        "operations.csv",
        format!("operation_id,iin,settled_on,income,corrects_on\na,{person},2026-08-05,50000,\n"),
    );
    place.write("exemptions.csv", format!("iin;category;valid_to;valid_till\n{person};disability;31.08.2026;\n"));
    let name = encoding_rs::WINDOWS_1251.encode("Иванов,Иван").0.into_owned();
    let head = format!("iin,surname,given_name,name_2\n{person},").into_bytes();
    place.write("contractors.csv", [head, name, b",\n".to_vec()].concat());
    let facts = ["--exemptions", "exemptions.csv", "--contractors", "contractors.csv"];
    let passed = ["--ignore-column", "valid_till", "--encoding", "windows-1251", "--out", "run"];
    let run = place.ustap_ends(0, &[&["calculate", "operations.csv"][..], &facts, &passed].concat());
    for step in [
        "`ustap advise run --ignore-column valid_till --encoding windows-1251 --contractors FILE --exemptions FILE --out",
        "`ustap statement run --contractors-encoding windows-1251 --contractors FILE",
        "`ustap lists run --contractors-encoding windows-1251 --contractors FILE",
    ] {
        assert!(run.stdout.contains(step), "{}", run.stdout);
    }
    let lists = ["--payment", "all", "--format", "csv", "--out", "lists"];
    let read = ["lists", "run", "--contractors-encoding", "windows-1251", "--contractors", "contractors.csv"];
    assert_eq!(place.ustap(&[&read[..], &lists].concat()).stderr, "");
    assert!(place.read("lists/opv-2026-08.csv").contains("Иванов"));
    // No contractors were read, so nothing is known of their encoding.
    let run = place.ustap_ends(0, &["calculate", "operations.csv", "--encoding", "windows-1251", "--out", "alone"]);
    assert!(run.stdout.contains("`ustap lists alone --contractors FILE"), "{}", run.stdout);
    // A day on top of a month that may be paid already: which month is asked for is said.
    let keep = ["calculate", "operations.csv", "--keep", "--out", "august"];
    place.ustap_ends(0, &keep);
    place.write("day.csv", format!("operation_id,iin,settled_on,income\nb,{person},2026-09-01,1000\n"));
    let run = place.ustap_ends(0, &["calculate", "day.csv", "--keep", "--after", "august", "--out", "day"]);
    for step in
        ["`ustap statement day --period MONTH --contractors FILE", "`ustap lists day --period MONTH --contractors"]
    {
        assert!(run.stdout.contains(step), "{}", run.stdout);
    }
}

#[test]
fn headers_of_ordinary_files_go_through_and_what_is_not_read_is_named() {
    let place = place();
    place.write(
        "export.csv",
        format!("id;n;region;note;date;age;operation_id;iin;settled_on;income;\n1;1;x;y;z;40;a;{A};2026-08-05;1000;\n"),
    );
    place.write("people.csv", format!("id,iin,name_kz,region,note,age,date\n1,{A},x,y,z,40,w\n"));
    place.write("exempt.csv", format!("n,iin,category,region,note,date,age\n1,{A},disability,x,y,z,40\n"));
    let run = place.ustap_ends(
        0,
        &["calculate", "export.csv", "--contractors", "people.csv", "--exemptions", "exempt.csv", "--out", "out"],
    );
    for line in [
        "not read in export.csv: id, n, region, note, date, age, column 11\n",
        "not read in exempt.csv: n, region, note, date, age\n",
        "not read in people.csv: id, name_kz, region, note, age, date\n",
    ] {
        assert!(run.stdout.contains(line), "{}", run.stdout);
    }
    let receipt: Value = serde_json::from_str(&place.read("out/receipt.json")).unwrap();
    assert_eq!(
        receipt["inputs"][0]["not_read"],
        serde_json::json!(["id", "n", "region", "note", "date", "age", "column 11"])
    );
    for (name, header) in [
        ("a.csv", "id,n,region,note,date,age,iin,period,knp,amount,,name_kz"),
        ("k.csv", "id,n,region,note,date,age,iin,period,ipn,opv,opvr,so,vosms,,name_kz"),
    ] {
        place.write(name, format!("{header}\n"));
    }
    let run = place.ustap_ends(1, &[&RECONCILE[..], &["--answer", "a.csv", "--kgd", "k.csv"]].concat());
    assert!(run.stdout.contains("not read in k.csv: id, n, region, note, date, age, column 14, name_kz\n"));
}

#[test]
fn when_an_exemption_became_known_is_asked_for_only_under_known_on() {
    let place = place();
    place.write("known.csv", format!("iin,category,valid_from,valid_to,known_at\n{A},disability,,,2026-08-01\n"));
    let calculate = ["calculate", "operations.csv", "--check", "--exemptions", "known.csv"];
    place.ustap_ends(0, &calculate);
    let known = [&calculate[..], &["--known-on", "2026-08-31"]].concat();
    refused(&place, &known, "`known_at` is not read and `known_on` is missing");
    // Nor by a command that has no such option.
    place.write("paid.csv", "iin,period,knp,amount\n");
    place.write("kgd.csv", "iin,period,ipn,opv,opvr,so,vosms\n");
    let distribute =
        ["distribute", "--paid", "paid.csv", "--kgd", "kgd.csv", "--exemptions", "known.csv", "--out", "d"];
    let run = place.ustap_ends(0, &distribute);
    assert!(run.stdout.contains("not read in known.csv: known_at"), "{}", run.stdout);
}

#[test]
fn headings_are_found_in_any_case_and_with_blanks_and_in_russian() {
    let place = place();
    place.write(
        "ru.csv",
        format!("Идентификатор_операции;ИИН; Дата\u{a0}РАСЧЕТА ;доход;Corrects On\na;{A};05.08.2026;50000;\n"),
    );
    assert_eq!(place.ustap_ends(0, &["calculate", "ru.csv", "--check"]).summary("income"), "50000.00");
    // Under another heading the column's own ones do not count; two of them are one too many.
    place.write("two.csv", format!("operation_id,iin,ИИН,settled_on,income\na,x,{A},2026-08-05,50000\n"));
    refused(&place, &["calculate", "two.csv", "--check"], "the column `iin` stands twice in the header: `iin`, `ИИН`");
    // Both as they stand, which may be no name of the column's.
    place.write("sums.csv", format!("operation_id,iin,settled_on,Сумма  Дохода,доход\na,{A},2026-08-05,1,2\n"));
    let told = "the column `income` stands twice in the header: `Сумма  Дохода`, `доход` [input]\nhint: leave one of them out of the file, or say which with --column";
    refused(&place, &["calculate", "sums.csv", "--check"], told);
    let run = place.ustap_ends(0, &["calculate", "two.csv", "--check", "--column", "operations.iin=иин"]);
    assert_eq!(run.summary("not read in two.csv:"), "iin");
    // Of a long heading the first 64 letters are told.
    let long = "я".repeat(65);
    place.write("long.csv", format!("operation_id,iin,settled_on,income,{long},n\na,{A},2026-08-05,50000,,\n"));
    let run = place.ustap_ends(0, &["calculate", "long.csv", "--check"]);
    assert!(run.stdout.contains(&format!("not read in long.csv: {}…, n\n", &long[..128])), "{}", run.stdout);
    // That is of all files, so that one with a heading of its own lacks it; where it has none, nothing is known of it.
    place.write("named.csv", format!("operation_id,iin,Когда,income\na,{A},2026-08-05,1\n"));
    place.write("own.csv", format!("operation_id,iin,Дата расчёта,income\nb,{A},2026-08-05,1\n"));
    place.write("none.csv", format!("operation_id,iin,Тогда,income\nb,{A},2026-08-05,1\n"));
    let of_all = "the file has the column's own heading, which does not count beside --column: leave that option out or, \
                  where another file needs it, write the same heading in all of them";
    for (file, hint) in
        [("own.csv", of_all), ("none.csv", "what stands there: `operation_id`, `iin`, `Тогда`, `income`;")]
    {
        let mapped = ["calculate", "named.csv", file, "--check", "--column", "settled_on=Когда"];
        refused(&place, &mapped, &format!("{file}:1: the header has no column `Когда` [input]\nhint: {hint}"));
    }
    // A byte order mark more, and blanks that do not break.
    let header = "\u{feff}\u{feff}operation_id,\u{a0}iin\u{a0},settled_on,income";
    place.write("marks.csv", format!("{header}\na,{A},2026-08-05,50000\n"));
    place.ustap_ends(0, &["calculate", "marks.csv", "--check"]);
}

/// 1C writes a heading over several columns, theirs below it, and the others over both rows.
#[test]
fn a_header_of_two_rows_is_told_to_stand_in_one() {
    let place = place();
    let rows = |iin: &str| format!("operation_id;Исполнитель;;settled_on;income\n;ФИО;{iin};;\na;И;{A};05.08.2026;1\n");
    let message = "1: the header has no column `iin` [input]\nhint: ";
    for (iin, hint) in [
        ("ИИН", "write the header in one row"),
        ("кто", "what stands there: `operation_id`, `Исполнитель`, `settled_on`"),
    ] {
        place.write("two.csv", rows(iin));
        refused(&place, &["calculate", "two.csv", "--check"], &format!("two.csv:{message}{hint}"));
    }
}

#[test]
fn headings_that_no_input_has_and_files_that_are_not_read_are_refused() {
    let place = place();
    let calculate = ["calculate", "operations.csv", "--check"];
    for (more, message) in [
        (&["--ignore-column", "note"][..], "--ignore-column: no input has the heading `note`"),
        (&["--column", "corrects_on=Корр"], "`corrects_on` is not read and `Корр` is missing"),
        (&["--column", "exemptions.valid_to=X"], "--column exemptions.valid_to: no exemptions file is given"),
        (&["--column", "kgd.opv=X"], "--column kgd.opv: this command reads no kgd file"),
        (&["--column", "people.iin=X"], "there is no FILE `people`"),
        (
            &["--column", "income=X", "--ignore-column", "x"],
            "the heading `X` is given to `income` and to --ignore-column",
        ),
        (&["--ignore-column", "income"], "hint: --ignore-column passes it over: leave that option out"),
        (&["--column", "income=iin"], "hint: --column takes `iin` for `income`: leave that out, or"),
        (&["--column", "iin=X", "--column", "income=x"], "the heading `x` is given to `iin` and `income`"),
    ] {
        refused(&place, &[&calculate[..], more].concat(), message);
    }
    place.write("four.csv", format!("operation_id,iin,settled_on,income\na,{A},2026-08-05,1\n"));
    let message = "--column operations.corrects_on: no input has the heading `Корр`";
    refused(&place, &["calculate", "four.csv", "--check", "--column", "corrects_on=Корр"], message);
    // Each command has a kind of file of its own that is meant where none is said.
    let answer = [&RECONCILE[..], &["--answer", "answer.csv", "--column", "ipn=X"]].concat();
    refused(&place, &answer, "there is no column `ipn` in the answer file");
    let lists = [&LISTS[..], &["--contractors", "contractors.csv", "--column", "income=X"]].concat();
    refused(&place, &lists, "there is no column `income` in the contractors file");
    place.write("late.csv", "Что,period,paid_on,amount\nso,2026-03,2026-05-25,100000\n");
    place.ustap_ends(0, &["penalty", "late.csv", "--column", "payment=что"]);
}

#[test]
fn the_two_ways_to_name_a_column_of_kgd_are_one() {
    let place = place();
    place.write("kgd.csv", format!("iin,period,ipn,Взнос,opvr,so,vosms\n{A},2026-08,2000,500,500,500,500\n"));
    let mut receipts = Vec::new();
    for (out, option, value) in [("a", "--kgd-column", "opv=взнос"), ("b", "--column", "kgd.opv=взнос")] {
        let arguments = ["reconcile", "--register", "run", "--kgd", "kgd.csv", option, value, "--out", out];
        place.ustap_ends(1, &arguments);
        receipts.push(place.read(&format!("{out}/receipt.json")));
    }
    assert_eq!(receipts[0], receipts[1]);
}

/// Equal runs have equal receipts (formats.md), in whatever order and however often options were typed.
#[test]
fn options_in_any_order_make_one_receipt() {
    let place = place();
    let chief = "chief = \"Примеров Пример Примерович\"\nchief_iin = \"930515900150\"\n";
    place.write("payer.toml", format!("name = \"ТОО «Пример»\"\nbin = \"210390000016\"\n{chief}"));
    place.write(
        "marks.csv",
        format!("operation_id,iin,settled_on,income,x,y\na,{A},2026-07-05,50000,,\nb,{B},2026-08-06,700000,,\n"),
    );
    let plain = ["--ignore-column", "x", "--ignore-column", "y", "--out", "months"];
    place.ustap_ends(0, &[&["calculate", "marks.csv"][..], &plain].concat());
    place.ustap_ends(1, &["reconcile", "--register", "months", "--answer", "answer.csv", "--out", "settled"]);
    for (number, (line, option, one, other)) in [
        ("calculate marks.csv", "--ignore-column", "x", "y"),
        ("statement months --contractors contractors.csv --payer payer.toml", "--period", "2026-07", "2026-08"),
        ("lists months --contractors contractors.csv --payment opv --format csv", "--period", "2026-07", "2026-08"),
        ("reconcile --register months --answer answer.csv", "--period", "2026-07", "2026-08"),
        ("reconcile --register months --answer answer.csv", "--payment", "opv", "so"),
        ("refunds settled --reason over-accrued", "--period", "2026-07", "2026-08"),
        ("refunds settled --reason over-accrued", "--payment", "opv", "so"),
        ("refunds settled --reason over-accrued", "--kind", "amount", "unexpected"),
    ]
    .into_iter()
    .enumerate()
    {
        let receipts = [[one, other, one], [other, one, one], [other, other, one]].map(|values| {
            let out = format!("{number}-{}", values.concat());
            let mut arguments: Vec<&str> = line.split(' ').chain(["--out", &out]).collect();
            values.iter().for_each(|value| arguments.extend([option, value]));
            let run = place.ustap(&arguments);
            assert!(run.status < Some(2), "{line}: {}", run.stderr);
            place.read(&format!("{out}/receipt.json"))
        });
        let typed: Value = serde_json::from_str(&receipts[0]).unwrap();
        let key = match option {
            "--ignore-column" => "ignore_columns",
            option => &format!("{}s", option.trim_start_matches('-')),
        };
        assert_eq!(typed["options"][key], serde_json::json!([one, other]), "{line} {option}");
        assert!(receipts.iter().all(|receipt| *receipt == receipts[0]), "{line} {option}");
    }
}

#[test]
fn a_run_with_mapped_columns_is_computed_again() {
    let place = place();
    place.write("till.csv", format!("iin,category,till,note\n{A},disability,2025-12-31,x\n"));
    let more = ["--column", "exemptions.valid_to=till", "--ignore-column", "note", "--out", "mapped"];
    place.ustap_ends(0, &[&["calculate", "operations.csv", "--exemptions", "till.csv"][..], &more].concat());
    place.ustap_ends(0, &["verify", "mapped", "--inputs", ".", "--recompute"]);
}

#[test]
fn one_file_given_twice_is_refused_by_every_command_and_names_both() {
    let place = place();
    for name in ["operations", "exemptions", "contractors", "answer", "kgd"] {
        fs::copy(place.path(&format!("{name}.csv")), place.path(&format!("{name}-2.csv"))).unwrap();
    }
    let calculate = ["calculate", "operations.csv", "--check"];
    let advise = ["advise", "run", "--out", "advice", "--contractors", "contractors.csv"];
    for (command, option, kind) in [
        (&calculate[..2], None, "operations"),
        (&calculate, Some("--exemptions"), "exemptions"),
        (&calculate, Some("--contractors"), "contractors"),
        (&["explain", "operations.csv", "--iin", A, "--period", "2026-08"], None, "operations"),
        (&RECONCILE, Some("--answer"), "answer"),
        (&RECONCILE, Some("--kgd"), "kgd"),
        (&LISTS, Some("--contractors"), "contractors"),
        (&advise[..4], Some("--contractors"), "contractors"),
        (&advise, Some("--exemptions"), "exemptions"),
    ] {
        let (one, other) = (format!("{kind}.csv"), format!("{kind}-2.csv"));
        let more = match option {
            Some(option) => vec![option, &one, option, &other],
            None if command.len() == 2 => vec![&*other, "--check"],
            None => vec![&*other],
        };
        let message = format!("{other}: is given twice: it has the same bytes as {one}");
        refused(&place, &[command, &more].concat(), &message);
    }
    // Two files without a row are nothing twice, and a file may be of two kinds.
    place.write("empty.csv", "iin,category\n");
    place.ustap_ends(0, &[&calculate[..], &["--exemptions", "empty.csv", "--exemptions", "empty.csv"]].concat());
}

/// `Әубәкір;Қайрат` in KZ-1048.
const KAZAKH: &[u8] = b"\xa3\xf3\xe1\xbc\xea\xb3\xf0;\x8d\xe0\xe9\xf0\xe0\xf2";

#[test]
fn kazakh_letters_are_read_in_kz_1048_and_a_byte_order_mark_outranks_the_option() {
    let place = place();
    let header = b"iin;surname;given_name;birth_date\n";
    let row = [A.as_bytes(), b";", KAZAKH, b";1990-01-01\n"].concat();
    place.write("kz.csv", [&header[..], &row].concat());
    let marked = format!("\u{feff}iin;surname;given_name;birth_date\n{B};Ғалиева;Әсел;1991-01-01\n");
    place.write("marked.csv", marked);
    let more = ["--contractors", "kz.csv", "--contractors", "marked.csv", "--contractors-encoding", "kz-1048"];
    place.ustap_ends(0, &[&LISTS[..], &more].concat());
    let list = place.read("lists/opv-2026-08.csv");
    assert!(list.contains("Әубәкір,Қайрат") && list.contains("Ғалиева,Әсел"), "{list}");
    // As UTF-8 the row is none, and the first such row is said with what it looks like.
    let run = place.ustap_ends(
        1,
        &["lists", "run", "--contractors", "kz.csv", "--payment", "opv", "--format", "csv", "--out", "x"],
    );
    let line = "not text in kz.csv:2: the bytes look like kz-1048; try --contractors-encoding kz-1048\n";
    assert!(run.stdout.contains(line), "{}", run.stdout);
    // И in UTF-8 has the one byte that windows-1251 does not have.
    place.write("utf.csv", format!("operation_id,iin,settled_on,income\nИван-1,{A},2026-08-05,1\n"));
    let run = place.ustap_ends(1, &["calculate", "utf.csv", "--check", "--encoding", "windows-1251"]);
    assert!(run.stdout.contains("not text in utf.csv:2: the bytes look like utf-8; try --encoding utf-8\n"));
    // Letters of Kazakh in the form of a bank.
    let payer = format!("{}/examples/settlement/payer.toml", env!("CARGO_MANIFEST_DIR"));
    let mt102 = ["lists", "run", "--contractors", "kz.csv", "--contractors-encoding", "kz-1048", "--payment", "opv"];
    let form = ["--format", "mt102", "--payer", &payer, "--date", "2026-09-21", "--encoding", "kz-1048", "--out", "mt"];
    place.ustap_ends(1, &[&mt102[..], &form].concat());
    let order = fs::read(place.path("mt/opv-2026-08.txt")).unwrap();
    let name = KAZAKH.split(|&byte| byte == b';').next().unwrap();
    assert!(order.windows(name.len()).any(|bytes| bytes == name));
}

/// `ї` of windows-1251 is the byte of `ү` in KZ-1048, and `є` that of `ғ`.
#[test]
fn a_header_in_the_other_code_page_names_it() {
    let place = place();
    let write = |header: &str| {
        let text = format!("{header}\na;{A};2026-08-05;1\n");
        place.write("other.csv", encoding_rs::WINDOWS_1251.encode(&text).0);
    };
    let check = ["calculate", "other.csv", "--check", "--encoding"];
    write("operation_id;ЖСН;Есеп айырысу кїні;Табыс");
    place.ustap_ends(0, &[&check[..], &["kz-1048"]].concat());
    let run = refused(&place, &[&check[..], &["windows-1251"]].concat(), "the header has no column");
    assert!(run.stderr.contains("\nhint: the bytes look like kz-1048: try --encoding kz-1048\n"), "{}", run.stderr);
    let own = ["--column", "income=Сумма є"];
    write("operation_id;iin;settled_on;Сумма є");
    place.ustap_ends(0, &[&check[..], &["windows-1251"], &own].concat());
    let run = refused(&place, &[&check[..], &["kz-1048"], &own].concat(), "the header has no column");
    let hint = "\nhint: the bytes look like windows-1251: try --encoding windows-1251\n";
    assert!(run.stderr.contains(hint), "{}", run.stderr);
    // A column that is missing in both is no matter of the encoding.
    write("operation_id;ЖСН;Есеп айырысу кїні;note");
    let run = refused(&place, &[&check[..], &["windows-1251"]].concat(), "the header has no column");
    assert!(!run.stderr.contains("kz-1048"), "{}", run.stderr);
}

#[test]
fn a_file_that_is_no_csv_is_named_for_what_it_is() {
    let place = place();
    let csv = format!("operation_id;iin;settled_on;income\r\na;{A};2026-08-05;1\r\n");
    let utf_16 = |bytes: fn(u16) -> [u8; 2]| csv.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let utf_32: Vec<u8> = format!("\u{feff}{csv}").chars().flat_map(|letter| u32::from(letter).to_le_bytes()).collect();
    let title = format!("Операции за август\n\noperation_id,iin,settled_on,income\na,{A},2026-08-05,1\n");
    for (bytes, message, hint) in [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0".to_vec(), "is a workbook of the old form (.xls)", "as .xlsx"),
        (b"\x1f\x8b\x08\0\0\0\0\0".to_vec(), "is an archive (.gz)", "unpack"),
        (b"PK\x03\x04\x14\0rows.csv".to_vec(), "is an archive (.zip)", "unpack"),
        (
            utf_16(u16::to_le_bytes),
            "is text in UTF-16 (little-endian) without a byte order mark",
            "try --encoding utf-16",
        ),
        (utf_16(u16::to_be_bytes), "is text in UTF-16 (big-endian) without a byte order mark", "UTF-8"),
        (utf_32.clone(), "is text in UTF-32, which is not read", "save it as CSV in UTF-8"),
        (
            csv.replace("\r\n", "\r\r\n").into_bytes(),
            ":1: line ends must be LF or CRLF, and the header ends with CR CR LF",
            "twice",
        ),
        (title.into_bytes(), "the header stands on line 3, below something else", "remove what stands above"),
    ] {
        place.write("other.csv", bytes);
        let run = refused(&place, &["calculate", "other.csv", "--check"], message);
        assert!(run.stderr.lines().any(|line| line.starts_with("hint: ") && line.contains(hint)), "{}", run.stderr);
    }
    // Its byte order mark begins as that of UTF-16, which is no way to read it.
    place.write("other.csv", utf_32);
    refused(&place, &["calculate", "other.csv", "--check", "--encoding", "utf-16"], "is text in UTF-32");
    // What is read where it is asked for without a mark is the other order of bytes.
    place.write("other.csv", utf_16(u16::to_be_bytes));
    let message = "is text in UTF-16 (big-endian) without a byte order mark";
    let run = refused(&place, &["calculate", "other.csv", "--check", "--encoding", "utf-16"], message);
    assert!(run.stderr.contains("\nhint: save it as CSV in UTF-8\n"), "{}", run.stderr);
}

/// Excel's «Unicode text»: by its byte order mark, and without one where that is asked for.
#[test]
#[ignore = "slow"]
fn text_in_utf_16_is_read_as_its_values_in_utf_8() {
    let place = place();
    let utf_16 = |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    // Longer than a block, with letters of two units in it.
    let mut rows =
        format!("operation_id\tИИН\tДата расчёта\tДоход\tnote\r\n😀\t{A}\t2026-08-05\t1,50\tЖШС \"Білім\"\r\n");
    for number in 0..20_000 {
        rows += &format!("оп-{number}\t{A}\t2026-08-05\t1,50\t😀\r\n");
    }
    rows += &format!("last\t{A}\tno day\t1,50\t\r\n");
    place.write("rows.txt", &rows);
    place.ustap_ends(1, &["calculate", "rows.txt", "--lines", "--out", "utf-8"]);
    let marked = format!("\u{feff}{rows}");
    for (out, bytes, more) in [
        ("le", utf_16(&marked, u16::to_le_bytes), &[][..]),
        ("be", utf_16(&marked, u16::to_be_bytes), &[]),
        ("asked", utf_16(&rows, u16::to_le_bytes), &["--encoding", "utf-16"]),
        // A byte order mark outranks what is asked for.
        ("be-asked", utf_16(&marked, u16::to_be_bytes), &["--encoding", "utf-16"]),
        ("le-other", utf_16(&marked, u16::to_le_bytes), &["--encoding", "windows-1251"]),
        ("utf-8-asked", marked.clone().into_bytes(), &["--encoding", "utf-16"]),
    ] {
        place.write("rows.txt", &bytes);
        place.ustap_ends(1, &[&["calculate", "rows.txt", "--lines", "--out", out], more].concat());
        for name in ["register.csv", "lines.csv", "rejects.csv"] {
            assert!(place.read(&format!("{out}/{name}")) == place.read(&format!("utf-8/{name}")), "{out} {name}");
        }
        // The digest is that of the file as it stands.
        assert!(place.read(&format!("{out}/receipt.json")).contains(&crate::program::sha256(&bytes)), "{out}");
    }
    place.write("rows.txt", utf_16(&rows, u16::to_le_bytes));
    place.ustap_ends(0, &["verify", "asked", "--inputs", ".", "--recompute"]);
    // Half a character is no text, and a byte too many is none either.
    let mut broken = utf_16(
        &format!("\u{feff}operation_id;iin;settled_on;income\na?;{A};2026-08-05;1\nb;{A};2026-08-05;1"),
        u16::to_le_bytes,
    );
    let at = broken.chunks(2).position(|unit| unit == b"?\0").unwrap();
    broken[2 * at + 1] = 0xd8;
    broken.push(b'1');
    place.write("broken.txt", &broken);
    place.ustap_ends(1, &["calculate", "broken.txt", "--out", "broken"]);
    let rejects = place.read("broken/rejects.csv");
    assert!(rejects.contains("broken.txt,2,malformed-row,,,Field 1 is not text in utf-16."), "{rejects}");
    assert!(rejects.contains("broken.txt,3,malformed-row,,,Field 4 is not text in utf-16."), "{rejects}");
}

/// What it is instead is seen by its bytes, as where any other encoding was asked for.
#[test]
fn a_file_that_is_not_in_utf_16_is_named_for_what_it_looks_like() {
    let place = place();
    // «ИИН» in windows-1251 and in KZ-1048; «Ұлты», of which only the latter has the first letter.
    for (column, encoding) in [
        ("iin".as_bytes(), "utf-8"),
        ("ИИН".as_bytes(), "utf-8"),
        (b"\xc8\xc8\xcd", "windows-1251"),
        (b"\xa1\xeb\xf2\xfb", "kz-1048"),
    ] {
        let bytes = [b"operation_id,settled_on,income,", column, b"\na,2026-08-05,1,900101300017\n"].concat();
        place.write("rows.csv", bytes);
        let calculate = ["calculate", "rows.csv", "--encoding", "utf-16", "--check"];
        let hint = format!("hint: the bytes look like {encoding}: try --encoding {encoding}");
        refused(&place, &calculate, &hint);
    }
}

#[test]
fn no_order_is_written_in_utf_16() {
    let place = place();
    let payer = format!("{}/examples/settlement/payer.toml", env!("CARGO_MANIFEST_DIR"));
    let lists = ["lists", "run", "--payment", "opv", "--format", "mt102", "--payer", &payer, "--date", "2026-09-21"];
    place.write("names.csv", "iin\n");
    let more = ["--contractors", "names.csv", "--encoding", "utf-16", "--out", "mt"];
    refused(&place, &[&lists[..], &more].concat(), "hint: the values are utf-8, windows-1251, kz-1048\n");
}

#[test]
fn a_first_line_may_name_the_delimiter() {
    let place = place();
    let rows = |sep: &str, delimiter: &str| {
        let header = ["operation_id", "iin", "settled_on", "income"].join(delimiter);
        format!("{sep}{header}\r\n{}\r\n", ["a", A, "no day", "1"].join(delimiter))
    };
    for (number, sep, delimiter) in [(1, "sep=;\r\n", ";"), (2, "\u{feff}SEP=,\n", ","), (3, "sep=\t\r\n", "\t")] {
        place.write("rows.csv", rows(sep, delimiter));
        let out = number.to_string();
        place.ustap_ends(1, &["calculate", "rows.csv", "--out", &out]);
        let rejects = place.read(&format!("{out}/rejects.csv"));
        assert!(rejects.contains("rows.csv,3,date,settled_on,no day,"), "{rejects}");
    }
    // It is that one alone, and one of the three.
    place.write("rows.csv", rows("sep=,\r\n", ";"));
    refused(&place, &["calculate", "rows.csv", "--check"], "rows.csv:2: the header has no column `operation_id`");
    // Whoever reads Russian or Kazakh is told the heading of his language too, but where he has given one.
    for (lang, said) in [("ru", "недостаёт `income` («Доход»)"), ("kk", "`income` («Табыс») жетіспейді")]
    {
        place.write("rows.csv", "ИИН;ID операции;Дата расчёта;Сумма\n");
        refused(&place, &["calculate", "rows.csv", "--check", "--lang", lang], said);
        let mapped = ["calculate", "rows.csv", "--check", "--lang", lang, "--column", "income=Итого"];
        refused(
            &place,
            &mapped,
            &said.replace("`income` («Доход»)", "`Итого`").replace("`income` («Табыс»)", "`Итого`"),
        );
    }
    place.write("rows.csv", rows("sep=|\r\n", "|"));
    refused(&place, &["calculate", "rows.csv", "--check"], "rows.csv:1: the first line names a delimiter that is none");
    place.write("rows.csv", "sep=;\r\n");
    refused(&place, &["calculate", "rows.csv", "--check"], "is empty: a header is needed");
}

/// A required column under a heading that is nearly its own: the hint names that one as it stands, so that what it says to
/// type works. The letters H, o and C are Latin here.
#[test]
fn a_heading_that_is_nearly_a_required_one_is_named() {
    let place = place();
    let own = ["Идентификатор операции", "ИИН", "Дата расчёта", "Доход"];
    for (at, heading, option) in [
        (1, "ИИH", "operations.iin=ИИH"),
        (1, "ЖCН", "operations.iin=ЖCН"),
        (3, "Дoход", "operations.income=Дoход"),
        (3, "Доход, тенге", "'operations.income=Доход, тенге'"),
        (3, "Доход (в тенге)", "'operations.income=Доход (в тенге)'"),
        (3, "Доход (в KZT)", "'operations.income=Доход (в KZT)'"),
        (2, "setled_on", "operations.settled_on=setled_on"),
    ] {
        let mut names = own;
        names[at] = heading;
        place.write("o.csv", format!("{}\na;{A};2026-08-05;1\n", names.join(";")));
        let told = format!(
            "hint: what resembles: `{heading}`, perhaps with a letter of another alphabet; if that is what is meant, add \
             --column {option}\n"
        );
        refused(&place, &["calculate", "o.csv", "--check"], &told);
        let typed = ["calculate", "o.csv", "--check", "--column", option.trim_matches('\'')];
        place.ustap_ends(0, &typed);
    }
    // Two at once, and nothing that resembles it.
    place.write("o.csv", "Идентификатор операции;ИИH;Дата расчёта;Дoход\n");
    let told = "if that is what is meant, add --column operations.iin=ИИH --column operations.income=Дoход\n";
    refused(&place, &["calculate", "o.csv", "--check"], told);
    place.write("o.csv", "id;ИИН;Когда;Доход\n");
    refused(
        &place,
        &["calculate", "o.csv", "--check"],
        "hint: what stands there: `id`, `ИИН`, `Когда`, `Доход`; --column ",
    );
    // Not what is more than the column, nor one of two that are as near; nor a column that was named already.
    for (names, mapping) in [
        ("id;ИИН;settled_on;income_returned", ""),
        ("operation_id;iin;income_on;ncome", ""),
        ("operation_id;iin;settled_on;Доход, тенге;Доход (KZT)", ""),
        ("operation_id;iin;settled_on;Доход (тыс. тенге)", ""),
        ("operation_id;iin;settled_on;Доход (USD)", ""),
        ("operation_id;iin;settled_on;Доход ($)", ""),
        ("operation_id;iin;settled_on;Доход, %", ""),
        ("operation_id;iin;settled_on;Cумма", "income=Сумма"),
    ] {
        place.write("o.csv", format!("{names}\n"));
        let named = if mapping.is_empty() { vec![] } else { vec!["--column", mapping] };
        let run = place.ustap_ends(2, &[&["calculate", "o.csv", "--check"], &named[..]].concat());
        assert!(!run.stderr.contains("what resembles"), "{}", run.stderr);
    }
    // What is as near to another column may be that: the penalty, and not the contribution.
    place.write("k.csv", "ИИН,Период,ИПН,Исчислено ОПВ,ОПВР,СО,ВОСМС,ОПВ (пеня)\n");
    let run = place.ustap_ends(2, &["reconcile", "--register", "run", "--kgd", "k.csv", "--out", "r"]);
    assert!(!run.stderr.contains("what resembles"), "{}", run.stderr);
    // A header with a number in it may be a row of somebody.
    place.write("o.csv", format!("ИИН;{A};Иванов;Доход\n"));
    let run = place.ustap_ends(2, &["calculate", "o.csv", "--check"]);
    assert!(!run.stderr.contains("Иванов"), "{}", run.stderr);
    // Where nothing is a heading, what stands there may be somebody's.
    place.write("o.csv", format!("a;{A};2026-08-05;1\n"));
    refused(&place, &["calculate", "o.csv", "--check"], "hint: the header is the first line");
}

#[test]
fn a_quote_in_the_header_that_never_closes_is_told_with_its_line() {
    let place = place();
    for (header, line) in [
        ("\"operation_id,iin,settled_on,income", 1),
        ("operation_id,iin,settled_on,income,\"note", 1),
        ("\n\noperation_id,iin,settled_on,income,\"two\nlines\",\"note", 4),
    ] {
        place.write("open.csv", format!("{header}\na,{A},2026-08-05,1\n"));
        let message = format!("error: open.csv:{line}: a quote that opens here never closes [input]");
        refused(&place, &["calculate", "open.csv", "--check"], &message);
    }
}

#[test]
fn a_last_row_without_a_line_end_is_told() {
    let place = place();
    place.write("cut.csv", format!("operation_id,iin,settled_on,income\na,{A},2026-08-05,12345"));
    let run = place.ustap_ends(0, &["calculate", "cut.csv", "--check"]);
    assert!(run.stdout.contains("no line end after the last row of cut.csv: is the file whole?\n"), "{}", run.stdout);
    let run = place.ustap_ends(0, &["explain", "cut.csv", "--iin", A, "--period", "2026-08"]);
    assert_eq!(run.stderr, "no line end after the last row of cut.csv: is the file whole?\n");
    place.write("header.csv", "operation_id,iin,settled_on,income");
    assert!(!place.ustap_ends(0, &["calculate", "header.csv", "--check"]).stdout.contains("no line end"));
    // A line feed has two bytes in UTF-16, and U+0A0A has them twice.
    for bytes_of in [u16::to_le_bytes, u16::to_be_bytes] {
        for (name, end, is_cut) in [("whole", ",\n", false), ("cut", ",", true), ("letter", ",\u{a0a}", true)] {
            let text = format!("\u{feff}operation_id,iin,settled_on,income,note\n1,{A},2026-08-05,5{end}");
            place.write(name, text.encode_utf16().flat_map(bytes_of).collect::<Vec<u8>>());
            let said = place.ustap(&["calculate", name, "--check"]).stdout;
            assert_eq!(said.contains(&format!("no line end after the last row of {name}")), is_cut, "{said}");
        }
    }
}

#[test]
fn control_characters_of_names_reach_no_terminal() {
    let place = place();
    let name = "x\u{1b}]0;y\u{7}\n.csv";
    place.write(name, format!("{OPERATIONS}a,{A},2026-08-32,1,\nb,{A},2026-08-05,1,"));
    let plain = |text: &str| !text.chars().any(|letter| letter.is_control() && letter != '\n');
    let run = place.ustap_ends(1, &["calculate", name, "--out", "\u{1b}[31mout"]);
    assert!(plain(&run.stdout) && plain(&run.stderr), "{run:?}");
    assert!(run.stdout.contains("x\\u{1b}]0;y\\u{7}\\n.csv:2") && run.stdout.contains("written to \\u{1b}[31mout\n"));
    let run = place.ustap_ends(2, &["calculate", "operations.csv", "--check", "--period", "\u{1b}[31m\n\u{7}"]);
    assert!(plain(&run.stderr), "{run:?}");
    // A receipt that somebody has written names an output as it likes.
    let receipt = place.read("run/receipt.json").replace("limits.csv", "x\\u001b[31mred\\nregister.csv: holds");
    place.write_receipt("run", &receipt);
    let run = place.ustap_ends(1, &["verify", "run"]);
    assert!(plain(&run.stdout) && plain(&run.stderr), "{run:?}");
    assert!(run.stdout.contains("x\\u{1b}[31mred\\nregister.csv: holds: DOES NOT HOLD"), "{}", run.stdout);
}

#[test]
fn a_slip_in_a_persons_number_is_not_printed_in_full() {
    let place = place();
    for slip in ["9001013000171", "900101300017x", "9001 0130 0017", "900101300017.5", "90010130001", "900101300018"] {
        let run = place.ustap_ends(2, &["explain", "operations.csv", "--iin", slip, "--period", "2026-08"]);
        assert!(run.stderr.contains("9001****"), "{}", run.stderr);
        let digits: String = run.stderr.chars().filter(char::is_ascii_digit).collect();
        assert!(!digits.contains("90010130"), "{slip}: {}", run.stderr);
    }
}

#[test]
fn a_toml_file_above_one_mebibyte_is_refused() {
    let place = place();
    place.ustap_ends(0, &["rates", "export", "tables"]);
    let big = "#".repeat((1 << 20) + 1);
    place.write("tables/rounding.toml", &big);
    refused(&place, &["calculate", "operations.csv", "--check", "--rates", "tables"], "it is longer than 1 MiB");
    place.write("payer.toml", &big);
    let more =
        ["--contractors", "contractors.csv", "--format", "mt102", "--payer", "payer.toml", "--date", "2026-09-21"];
    refused(&place, &[&LISTS[..4], &more, &LISTS[6..]].concat(), "it is longer than 1 MiB");
}

/// The shell does not ignore the signal, so that the program has to.
#[cfg(target_os = "linux")]
#[test]
fn a_limit_of_file_size_is_an_error_with_a_message_and_leaves_nothing() {
    let place = place();
    let rows: String = (0..4000).map(|number| format!("id-{number},{A},2026-08-05,1,\n")).collect();
    place.write("many.csv", format!("{OPERATIONS}{rows}"));
    let before = place.names();
    let script = format!("ulimit -f 16; exec {} calculate many.csv --lines --out out", program().display());
    let mut shell = Command::new("sh");
    let output = shell.args(["-c", &script]).current_dir(place.path("")).stdin(Stdio::null()).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("error: "), "{output:?}");
    assert_eq!(place.names(), before);
}

/// A column that is mapped has one heading in all files: a second file with a heading of its own is not read without it.
#[test]
fn a_second_file_with_the_columns_own_heading_is_not_read_without_it() {
    let place = Place::new();
    place.write("o.csv", "operation_id,iin,settled_on,income\nA,930515900150,2026-08-05,100000\n");
    place.write("x1.csv", "iin;category;До какого\n900101300017;pension-age;31.12.2025\n");
    for heading in ["valid_to", "Действует по", "Действует до"] {
        place.write("x2.csv", format!("ИИН;Категория;{heading}\n930515900150;pension-age;31.12.2025\n"));
        let files = ["calculate", "o.csv", "--exemptions", "x1.csv", "--exemptions", "x2.csv", "--check"];
        let run = place.ustap_ends(2, &[&files[..], &["--column", "exemptions.valid_to=До какого"]].concat());
        assert!(run.stderr.contains(&format!("`{heading}` is not read and `До какого` is missing")), "{}", run.stderr);
        assert!(run.stderr.contains("hint: a column has one header, the same in all files\n"), "{}", run.stderr);
    }
    // What is another column's by name is no sign of this one.
    place.write("x2.csv", "iin;category;Действует по;До какого\n930515900150;pension-age;2025-01-01;31.12.2025\n");
    let mapped = ["--column", "exemptions.valid_to=До какого", "--column", "exemptions.valid_from=Действует по"];
    let run =
        place.ustap_ends(0, &[&["calculate", "o.csv", "--exemptions", "x2.csv", "--check"], &mapped[..]].concat());
    // 100 000 after the pension category has ended: four payments of 1 000.
    assert_eq!(run.summary("withheld"), "4000.00");
}

/// A program for texts makes a dash of two hyphens: what was meant is told where an option is missing, where a word is refused,
/// and where a file of that name is looked for.
#[test]
fn an_option_that_begins_with_a_dash_is_told() {
    let place = Place::new();
    place.write("o.csv", format!("{OPERATIONS}a,{A},2026-08-05,1000,\n"));
    for (arguments, meant) in [
        (&["calculate", "o.csv", "—out", "out"][..], Some("--out")),
        (&["calculate", "o.csv", "–-out=out"], Some("--out=out")),
        (&["calculate", "o.csv", "–period", "2026-08", "--check"], Some("--period")),
        (&["verify", "run", "—inputs", "x"], Some("--inputs")),
        // What is refused is another word, and this one a name.
        (&["calculate", "o.csv", "--perod", "2026-08", "–file.csv"], None),
        (&["calculate", "–o", "--check"], None),
    ] {
        let run = place.ustap_ends(2, arguments);
        let found = run.stderr.contains("begins with a dash");
        assert_eq!(found, meant.is_some(), "{arguments:?}: {}", run.stderr);
        assert!(meant.is_none_or(|meant| run.stderr.contains(&format!("two hyphens: `{meant}`"))), "{}", run.stderr);
    }
}

/// So it does of the hyphens of a month or a day, whose value then looks like the one that is asked for.
#[test]
fn a_month_or_a_day_with_dashes_is_told() {
    let place = Place::new();
    place.write("o.csv", format!("{OPERATIONS}a,{A},2026-08-05,1000,\n"));
    for (option, value, told) in [
        ("--period", "2026\u{2013}08", Some(("U+2013", "2026-08"))),
        ("--period", "2026\u{2014}08", Some(("U+2014", "2026-08"))),
        ("--period", "2026\u{2212}08", Some(("U+2212", "2026-08"))),
        ("--known-on", "2026\u{2011}08\u{2011}05", Some(("U+2011", "2026-08-05"))),
        // What is none with hyphens either.
        ("--period", "2026\u{2013}13", None),
        ("--period", "08\u{2013}2026", None),
    ] {
        let run = place.ustap_ends(2, &["calculate", "o.csv", "--check", option, value]);
        let hint = match told {
            Some((dash, meant)) => format!(
                "hint: {dash} stands in place of a hyphen and looks like one, as programs for texts put it in: `{meant}` has the hyphens of the keyboard\n"
            ),
            None => "hint: `ustap calculate --help` says what is expected\n".to_owned(),
        };
        assert!(run.stderr.ends_with(&hint), "{}", run.stderr);
    }
}

/// What goes on in a second row, or stands lower than a row of particulars that looks like a header, would be read without
/// what the columns are called there: open days, another regime, other sums. A row of a person, of totals, or the same
/// header once more is a row.
#[test]
fn a_header_that_goes_on_below_is_refused() {
    let place = Place::new();
    place.write("operations.csv", format!("{OPERATIONS}a,{A},2026-08-05,1000,\n"));
    let calculate = |option: &str| ["calculate", "operations.csv", option, "facts.csv", "--check"].map(str::to_owned);
    let read = |option: &str, text: String| {
        place.write("facts.csv", text);
        place.ustap(&calculate(option).each_ref().map(String::as_str))
    };
    let two = "the header in one row";
    for (option, text, line, told, hint) in [
        (
            "--exemptions",
            format!("ИИН;Категория;Период;;Источник\n;;Действует с;Действует по;\n{A};minor;2026-07-01;;\n"),
            2,
            "`Действует с` stands in this row",
            two,
        ),
        (
            "--exemptions",
            format!("ИИН;Категория;Срок;Срок\n;;с;по\n{A};minor;2026-07-01;2026-07-31\n"),
            2,
            "`с` stands in this row",
            two,
        ),
        (
            "--exemptions",
            format!("ИИН;Категория;Льгота;\n;;с 00:00;по 24:00\n{A};minor;2026-07-01;2026-07-31\n"),
            2,
            "`с 00:00` stands in this row",
            two,
        ),
        ("--contractors", format!("ИИН;Режим;;\n;код;с;по\n{A};entrepreneur;;\n"), 2, "`с` stands in this row", two),
        (
            "--contractors",
            format!("ИИН;Режим;;\n;код;город;улица\n{A};entrepreneur;;\n"),
            2,
            "column 3, which has no heading, has words in it",
            two,
        ),
        (
            "--contractors",
            format!("ИИН;{A};;\n;;;\nИИН;Фамилия;Имя;Режим\n{A};Иванов;Иван;entrepreneur\n"),
            3,
            "`Режим` stands in this row",
            "give each by itself; where what stands above is no table",
        ),
    ] {
        let run = read(option, text);
        assert_eq!(run.status, Some(2), "{}", run.stdout);
        assert!(run.stderr.contains(&format!("facts.csv:{line}: ")) && run.stderr.contains(told), "{}", run.stderr);
        assert!(run.stderr.contains(hint), "{}", run.stderr);
    }
    // The regime is passed over where that was said, and then its heading says nothing.
    place.write("facts.csv", format!("ИИН;{A};Режим\nИИН;Фамилия;Режим\n"));
    for (option, text, rejected) in [
        ("--contractors", format!("ИИН;Фамилия;\n{A};Иванов;с печатью\n"), 0),
        ("--contractors", format!("ИИН;Фамилия;\n;Итого;25\nИИН;Фамилия;\n{A};Иванов;\n"), 2),
        ("--contractors", "ИИН;Фамилия;\n1;2;3\n;;\n".to_owned(), 2),
        ("--exemptions", format!("ИИН;Категория;\n{A};minor;\n;minor;по справке\n"), 1),
        // Somebody whose ИИН is missing, and who was written down with a day.
        ("--exemptions", format!("ИИН;Категория;Срок;Примечание\n;minor;31.12.2026;по\n{A};minor;;\n"), 1),
        ("--exemptions", format!("ИИН;Категория;Срок\n{A};minor;\n;;по\n"), 1),
        ("--exemptions", format!("ИИН;Категория;Источник;\n;minor;справка 12;нет ИИН\n{A};minor;;\n"), 1),
    ] {
        let run = read(option, text.clone());
        assert_eq!(run.status, Some(i32::from(rejected > 0)), "{text}\n{}{}", run.stdout, run.stderr);
        let told = run.stdout.lines().filter(|line| line.trim_start().starts_with("rejected ")).collect::<Vec<_>>();
        let count: u64 = told.iter().filter_map(|line| line.split_whitespace().nth(2)?.parse::<u64>().ok()).sum();
        assert_eq!(count, rejected, "{text}\n{}", run.stdout);
    }
}

/// Files that were put behind each other: below a header with the same columns in the same places rows are read on, below
/// another one every row would be read by the wrong header.
#[test]
fn another_header_further_down_ends_the_run() {
    let place = place();
    let calculate = ["calculate", "operations.csv", "--check"];
    let of = |option: &'static str| [&calculate[..], &[option, "joined.csv"]].concat();
    let header = OPERATIONS.trim_end();
    for (command, first, row, other, again) in [
        (
            vec!["calculate", "joined.csv", "--check"],
            header,
            format!("a,{A},2026-08-05,5,"),
            "operation_id,iin,settled_on,corrects_on,income",
            "ID операции,ИИН,Дата расчёта,Доход,Исправляет доход от",
        ),
        (
            of("--exemptions"),
            "iin,category,valid_from,valid_to",
            format!("{A},disability,,2025-12-31"),
            "iin,category,valid_to,valid_from",
            "ЖСН,Санат,Басталу күні,Аяқталу күні",
        ),
        (
            of("--contractors"),
            "iin,surname,given_name,note",
            format!("{A},Ким,Анна,"),
            "ИИН,Фамилия,Дата рождения,Имя",
            "ИИН,Фамилия,Имя,Примечание",
        ),
        (
            [&RECONCILE[..], &["--answer", "joined.csv"]].concat(),
            "iin,period,knp,amount",
            format!("{A},2026-08,010,500"),
            // It has a field more than the first, which is empty in every row.
            "period,iin,knp,amount,note",
            "ИИН,Период,КНП,Сумма",
        ),
        (
            [&RECONCILE[..], &["--kgd", "joined.csv"]].concat(),
            "iin,period,ipn,opv,opvr,so,vosms",
            format!("{A},2026-08,2000,500,500,500,500"),
            "iin,period,vosms,so,opvr,opv,ipn",
            "ИИН,Период,ИПН,ОПВ,ОПВР,СО,ВОСМС",
        ),
        (
            ["distribute", "--paid", "joined.csv", "--kgd", "kgd.csv", "--out", "d"].to_vec(),
            "iin,period,knp,amount,rate",
            format!("{A},2026-08,010,500,10%"),
            "iin,period,rate,amount,knp",
            "ИИН,Период,КНП,Сумма,Ставка",
        ),
    ] {
        for rows in [1, 30] {
            let rows = format!("{row}\n").repeat(rows);
            let line = rows.lines().count() + 2;
            for other in [other.to_owned(), format!("\u{feff}{}", other.replace("iin", "\"iin\""))] {
                place.write("joined.csv", format!("{first}\n{rows}{other}\n{row}\n"));
                let run = refused(&place, &command, "a header stands here again, and its column ");
                assert!(run.stderr.contains(&format!("joined.csv:{line}: ")), "{}", run.stderr);
            }
            place.write("joined.csv", format!("{first}\n{rows}{again}\n"));
            let run = place.ustap(&[&command[..], &[]].concat());
            assert_eq!(run.status, Some(1), "{first}: {}{}", run.stdout, run.stderr);
            for dir in ["reconciled", "d"] {
                let _ = fs::remove_dir_all(place.path(dir));
            }
        }
    }
    // A line of the operator above the header of contractors has all that they must have.
    place.write("joined.csv", format!("ИИН;{B};\nИИН;Фамилия;Имя\n{A};Ким;Анна\n"));
    let calculate = ["calculate", "operations.csv", "--contractors", "joined.csv", "--check", "--lang", "ru"];
    let run = refused(&place, &calculate, "joined.csv:2: ");
    assert!(run.stderr.contains("уберите её, чтобы заголовком стала эта строка"), "{}", run.stderr);
    // The first is told, whichever thread has it.
    let row = format!("a,{A},2026-08-05,5,\n").repeat(20_000);
    let other = "ИИН,operation_id,settled_on,income,corrects_on\n";
    place.write("joined.csv", format!("{header}\n{row}{other}{row}{other}"));
    let run = place.ustap_ends(2, &["calculate", "joined.csv", "--check", "--threads", "4"]);
    assert!(run.stderr.contains("joined.csv:20002: a header stands here again, and its column 1 is"), "{}", run.stderr);
}

/// Nobody in `unlisted.csv`, or in its sheet, was paid.
#[test]
fn the_list_of_who_was_not_listed_is_no_payment_and_no_answer() {
    let place = place();
    let distribute = ["distribute", "--paid", "unlisted.csv", "--kgd", "kgd.csv", "--out", "d"];
    let reconcile = [&RECONCILE[..], &["--answer", "unlisted.csv"]].concat();
    for heading in ["missing", "Чего не хватает", "Не жетіспейді"] {
        let row = format!("{A},2026-08,opv,010,500.00,surname");
        place.write("unlisted.csv", format!("iin,period,payment,knp,amount,{heading}\n{row}\n"));
        for command in [&distribute[..], &reconcile] {
            let run = refused(&place, command, "this is the list of those who could not be listed");
            assert!(
                run.stderr.contains(&format!(
                    "unlisted.csv:1: this is the list of those who could not be listed, as its column `{heading}` says"
                )),
                "{}",
                run.stderr
            );
        }
    }
    // A file of somebody else may say so of something else.
    place.ustap_ends(1, &[&distribute[..], &["--ignore-column", "Не жетіспейді"]].concat());
}

/// A name that was copied with its quotation marks, which no shell has taken away.
#[test]
fn a_name_with_its_quotation_marks_is_told() {
    let place = place();
    for name in ["\"operations.csv\"", "'operations.csv'", "«operations.csv»", "“operations.csv”"] {
        let told = "there is no such file or directory [input]\nhint: the quotation marks at its ends are taken for";
        refused(&place, &["calculate", name, "--check"], told);
    }
}

/// What Excel, LibreOffice and macOS keep beside a workbook has its name, but for marks around it.
#[test]
fn a_file_that_is_kept_beside_a_workbook_is_told() {
    let place = place();
    for (name, bytes) in [
        ("~$rows.xlsx", b"\x04User    \x04\0U\0s\0e\0r".as_slice()),
        (".~lock.rows.xlsx#", b",user,host,02.09.2026 10:00,file:///home/user;"),
        ("._rows.xlsx", b"\0\x05\x16\x07\0\x02\0\0Mac OS X        "),
    ] {
        place.write(name, bytes);
        refused(&place, &["calculate", name, "--check"], "hint: this is a file that a spreadsheet or the system keeps");
    }
    // Rows are rows, whatever the name.
    place.write("._rows.csv", format!("{OPERATIONS}a,{A},2026-08-05,1,\n"));
    place.ustap_ends(0, &["calculate", "._rows.csv", "--check"]);
}

/// A row that stands twice is right as it stands: it is looked at, and not mended.
#[test]
fn a_check_tells_to_look_at_sound_rows() {
    let place = Place::new();
    for (second, told) in [("a", "next: look at the rejected rows;"), ("", "next: mend the rejected rows;")] {
        place.write("o.csv", format!("{OPERATIONS}a,{A},2026-08-05,1000,\n{second},{A},2026-08-05,1000,\n"));
        let run = place.ustap_ends(1, &["calculate", "o.csv", "--check"]);
        assert!(run.stdout.contains(told), "{}", run.stdout);
    }
}

/// 1234,56 in a file whose fields are divided by commas is two fields: of a column without a heading behind the amount that
/// may be, in whatever row. Words there, and what stands behind no digit, are no part of a number.
#[test]
fn an_amount_that_a_comma_has_cut_is_refused() {
    let place = Place::new();
    let header = "operation_id,iin,settled_on,income,\n";
    // Below the rows that are looked at with the header.
    let rows: String = (0..25).map(|number| format!("r{number},{A},2026-08-05,1500,\n")).collect();
    for (rest, is_refused) in [
        ("1234,56", true),
        ("-1,234.50", true),
        ("320000,00", true),
        ("12 970,50", true),
        ("1\u{a0}950,00", true),
        ("5,1234", true),
        ("5, 50 тг", true),
        ("12970,50 тг,", true),
        ("5,", false),
        ("5,a", false),
        ("\"5,50\",x", false),
        // No comma is in an amount that has decimals, or quotes; and no decimals are a day or a telephone.
        ("5.00,50", false),
        ("\"5,50\",1", false),
        ("\"5\",1", false),
        ("5,2026-08-06", false),
        ("5,87011234567", false),
    ] {
        place.write("o.csv", format!("{header}{rows}a,{A},2026-08-05,{rest}\n"));
        let run = place.ustap(&["calculate", "o.csv", "--check"]);
        assert_eq!(run.status, Some(if is_refused { 2 } else { 0 }), "{rest}: {}{}", run.stdout, run.stderr);
        assert_eq!(run.stderr.contains("o.csv:27: the amount `"), is_refused, "{}", run.stderr);
    }
    // The first is told, whichever thread has it.
    place.write("o.csv", format!("{header}a,{A},2026-08-05,1,5\n{}b,{A},2026-08-05,2,5\n", rows.repeat(1000)));
    for threads in ["1", "4"] {
        let run = place.ustap_ends(2, &["calculate", "o.csv", "--check", "--threads", threads]);
        assert!(run.stderr.contains("o.csv:2: the amount `1` is followed by `5`"), "{}", run.stderr);
    }
    place.write("o.csv", format!("{}a;{A};2026-08-05;1234;56\n", header.replace(',', ";")));
    place.ustap_ends(0, &["calculate", "o.csv", "--check"]);
}

/// Captions below the names, which are no other header: nothing stands in another place.
#[test]
fn captions_below_the_names_are_a_rejected_row() {
    let place = Place::new();
    let header = "operation_id;iin;settled_on;income;city";
    for captions in ["№ операции;ИИН;Дата;Сумма дохода;Город", ";ИИН;;;", "№;ЖСН;Күні;Сомасы;Қала"]
    {
        place.write("o.csv", format!("{header}\n{captions}\na;{A};2026-08-05;1000;x\n"));
        let run = place.ustap_ends(1, &["calculate", "o.csv", "--check"]);
        assert_eq!((run.summary("income"), run.summary("  accepted")), ("1000.00", "1"), "{captions}");
    }
}

/// Headings of people for an optional column that bears on a figure.
#[test]
fn russian_headings_that_are_known_mistakes_end_the_run() {
    let place = place();
    for (heading, name) in [
        ("Действует по (включительно)", "valid_to"),
        ("Период с", "valid_from"),
        ("до", "valid_to"),
        ("Действует по (дата)", "valid_to"),
        ("Действует по, последний день", "valid_to"),
        ("Окончание льготы", "valid_to"),
        ("Льгота до", "valid_to"),
        ("Срок действия", "valid_to"),
        ("Срок действия до", "valid_to"),
        ("Қолданылу мерзімі (күні)", "valid_to"),
        ("Жеңілдіктің басталуы", "valid_from"),
        ("Дата начала освобождения", "valid_from"),
        ("Освобождён с", "valid_from"),
        ("Босатудың басталу күні", "valid_from"),
        ("Дата окончания освобождения", "valid_to"),
        ("Окончание освобождения", "valid_to"),
        ("Освобождение по", "valid_to"),
        ("Освобождён до", "valid_to"),
        ("Срок освобождения", "valid_to"),
        ("Период действия", "valid_to"),
        ("Конец действия", "valid_to"),
        ("Последний день", "valid_to"),
        ("Соңғы күні", "valid_to"),
        ("Босату мерзімі", "valid_to"),
        ("Босатудың соңы", "valid_to"),
        ("valid_til", "valid_to"),
        ("period_to", "valid_to"),
        ("Действует до включительно", "valid_to"),
        ("dt_from", "valid_from"),
    ] {
        place.write("e.csv", format!("iin;category;{heading}\n{A};minor;2026-07-31\n"));
        let run = place.ustap_ends(2, &["calculate", "operations.csv", "--exemptions", "e.csv", "--check"]);
        assert!(run.stderr.contains(&format!("`{heading}` is not read and `{name}` is missing")), "{}", run.stderr);
    }
    let calculate = ["calculate", "operations.csv", "--contractors", "c.csv", "--check"];
    for heading in ["Режим (код)", "Режим работника", "Орындаушының режимі"] {
        place.write("c.csv", format!("iin;Фамилия;{heading}\n{A};Ким;entrepreneur\n"));
        refused(&place, &calculate, &format!("`{heading}` is not read and `regime` is missing"));
    }
    for (headings, name) in [
        (["Дата начала", "с", "Начало", "Басталу күні", "start_date", "Режим применяется с"], "regime_from"),
        (["Дата окончания", "Конец", "по", "до", "Аяқталу күні", "expires"], "regime_to"),
        (
            ["Окончание действия", "Дата по", "end_date", "Последний день режима", "Режимнің соңы", "Соңғы күні"],
            "regime_to",
        ),
    ] {
        for heading in headings {
            place.write("c.csv", format!("iin;Режим;{heading}\n{A};entrepreneur;2026-07-31\n"));
            refused(&place, &calculate, &format!("`{heading}` is not read and `{name}` is missing"));
        }
    }
    for heading in ["Исправляемый день", "Дата прежнего дохода", "День прежнего дохода", "Түзету күні"]
    {
        place.write("o.csv", format!("operation_id;iin;settled_on;income;{heading}\na;{A};2026-08-05;-5;2026-07-05\n"));
        let told = format!("`{heading}` is not read and `corrects_on` is missing");
        refused(&place, &["calculate", "o.csv", "--check"], &told);
    }
    // What people have for something else.
    let else_meant =
        "Режим работы;Срок действия (удостоверения);Статус;Дата договора;Дата начала договора;id;region;note";
    place.write("c.csv", format!("iin;Фамилия;{else_meant}\n{A};Ким;5/2;;x;;;;;\n"));
    place.ustap_ends(0, &calculate);
    for heading in ["Статус платежа", "Статус (банк)", "Статус обработки банком", "Төлем күйі", "Жол мәртебесі"]
    {
        place.write("answer.csv", format!("iin;period;knp;amount;{heading}\n{A};2026-08;010;500;возвращено\n"));
        let told = format!("`{heading}` is not read and `status` is missing");
        refused(&place, &[&RECONCILE[..], &["--answer", "answer.csv"]].concat(), &told);
    }
    place.write("kgd.csv", format!("iin;period;ipn;opv;opvr;so;vosms;Пеня по ОПВ, тг\n{A};2026-08;0;1;1;1;1;15\n"));
    let told = "`Пеня по ОПВ, тг` is not read and `opv_penalty` is missing";
    refused(&place, &[&RECONCILE[..], &["--kgd", "kgd.csv"]].concat(), told);
    place.write("kgd.csv", format!("iin;period;ipn;opv;opvr;so;vosms;МЗЖ өсімпұл\n{A};2026-08;0;1;1;1;1;15\n"));
    let told = "`МЗЖ өсімпұл` is not read and `opv_penalty` is missing";
    refused(&place, &[&RECONCILE[..], &["--kgd", "kgd.csv"]].concat(), told);
}

/// cp866, as «CSV (MS-DOS)» has it, is none of the encodings that can be asked for.
#[test]
fn no_encoding_is_named_for_text_that_is_in_none_of_them() {
    let place = Place::new();
    // «ИИН;Доход».
    place.write("o.csv", b"\x88\x88\x8d;\x84\xae\xe5\xae\xa4\n");
    let run = refused(&place, &["calculate", "o.csv", "--check"], "o.csv:1: the header is not text in utf-8");
    assert!(run.stderr.contains("hint: save it as CSV UTF-8 or as .xlsx"), "{}", run.stderr);
    assert!(!run.stderr.contains("--encoding"), "{}", run.stderr);
    // A title above the header is no other encoding.
    let of_1251 = |text: &str| encoding_rs::WINDOWS_1251.encode(text).0.into_owned();
    place.write("o.csv", of_1251("Выплаты за август\nID операции;ИИН;Дата расчёта;Доход\n"));
    let run = refused(&place, &["calculate", "o.csv", "--check"], "o.csv:1: the header is not text in utf-8");
    assert!(run.stderr.contains("try --encoding windows-1251"), "{}", run.stderr);
}

/// Amounts are in tenge: a heading that says thousands of them is none that they are read under, whoever has named it.
#[test]
fn headings_that_say_thousands_end_the_run() {
    let place = place();
    let heading = "Доход, тыс. тг";
    place.write("o.csv", format!("operation_id;iin;settled_on;{heading}\na;{A};2026-08-05;150,5\n"));
    let told = "`Доход, тыс. тг` says thousands or millions, and amounts are in tenge";
    refused(&place, &["calculate", "o.csv", "--check", "--column", "income=Доход, тыс. тг"], told);
    place.write("late.csv", "payment;period;paid_on;Сумма (млн тенге)\nopv;2026-08;2026-10-01;1\n");
    refused(&place, &["penalty", "late.csv", "--column", "amount=Сумма (млн тенге)"], "says thousands");
    place.write("kgd.csv", format!("iin;period;ipn;opv;opvr;so;ВОСМС мың теңге\n{A};2026-08;0;1;1;1;1\n"));
    let kgd = ["--kgd", "kgd.csv", "--column", "kgd.vosms=ВОСМС мың теңге"];
    refused(&place, &[&RECONCILE[..], &kgd].concat(), "says thousands");
    // In the row below the header too, and not in a column that is no amount.
    place.write("o.csv", format!("operation_id;iin;settled_on;income\n;;;тыс. тг\na;{A};2026-08-05;150,5\n"));
    let run = refused(&place, &["calculate", "o.csv", "--check"], "`тыс. тг` says thousands");
    assert!(run.stderr.contains("o.csv:2: "), "{}", run.stderr);
    place.write("o.csv", format!("operation_id;iin;settled_on;income;Ед. изм., тыс.\na;{A};2026-08-05;150,5;\n"));
    place.ustap_ends(0, &["calculate", "o.csv", "--check"]);
}

/// Two quotes without fellows, one that opens a field and one that closes another rows below, make one field of what lies
/// between, by the rules of CSV: three rows are one. A line of a note that is no row is nothing to tell.
#[test]
fn rows_between_quotes_are_told() {
    let place = place();
    let header = "operation_id,iin,settled_on,income,note\n";
    let row = |id: &str, note: &str| format!("{id},{A},2026-08-05,1000,{note}\n");
    let told = "stands what looks like a row of its own and is not read as one";
    for (rows, first) in [
        (row("a", "x") + &row("b", "\"ТОО Ромашка") + &row("c", "") + &row("d", "ТОО Василёк\""), Some(3)),
        (row("a", "\"ТОО") + &row("b", "ТОО\"") + &row("c", ""), Some(2)),
        (row("a", "\"one, two\nthree, four, five\nsix\""), None),
        (row("a", "\"ТОО \"\"Ромашка\"\", Алматы\""), None),
    ] {
        place.write("o.csv", format!("{header}{rows}"));
        let run = place.ustap_ends(0, &["calculate", "o.csv", "--check"]);
        let line =
            first.map(|line| format!("note: o.csv: between the quotes of 1 row, the first in line {line}, {told}"));
        assert_eq!(
            run.stdout.lines().any(|found| Some(found.split(": is a").next().unwrap()) == line.as_deref()),
            first.is_some(),
            "{rows}\n{}",
            run.stdout
        );
        assert_eq!(run.stdout.contains(told), first.is_some(), "{rows}\n{}", run.stdout);
    }
    place.write("e.csv", format!("iin,category,source_id\n{A},minor,\"1\n{B},minor,2\"\n"));
    let run = place.ustap_ends(0, &["calculate", "operations.csv", "--exemptions", "e.csv", "--check"]);
    assert!(
        run.stdout.contains(&format!("e.csv: between the quotes of 1 row, the first in line 2, {told}")),
        "{}",
        run.stdout
    );
    place.write(
        "kgd.csv",
        format!("iin,period,ipn,opv,opvr,so,vosms,n\n{A},2026-08,0,1,1,1,1,\"1\n{B},2026-08,0,1,1,1,1,2\"\n"),
    );
    let run = place.ustap_ends(1, &["reconcile", "--register", "run", "--kgd", "kgd.csv", "--out", "compared"]);
    assert!(
        run.stdout.contains(&format!("kgd.csv: between the quotes of 1 row, the first in line 2, {told}")),
        "{}",
        run.stdout
    );
}
