//! Workbooks as inputs: the same as the CSV with the same values, and what only a workbook can have.
//!
//! They are written here by another library than the one that reads them, or part by part.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::program::{A, C, Place, Run, program, rows};

/// The records of a CSV, each with its line: a workbook of them has each in the row of that number.
fn records(csv: &[u8]) -> Vec<(u32, Vec<String>)> {
    let csv = csv.strip_prefix(b"\xef\xbb\xbf").unwrap_or(csv);
    let first = csv.split(|&byte| byte == b'\n').next().unwrap();
    let delimiter = if first.contains(&b';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(csv);
    let record = |record: csv::StringRecord| {
        // The reader is still at the line end before it, which may have two bytes, and lines without any.
        let at = record.position().unwrap().byte() as usize;
        let start = at + csv[at..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let line = csv[..start].iter().filter(|&&byte| byte == b'\n').count() as u32 + 1;
        (line, record.iter().map(str::to_owned).collect())
    };
    reader.records().map(|read| record(read.unwrap())).collect()
}

/// A workbook with the values of a CSV as texts.
fn of_csv(csv: &[u8]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (line, fields) in records(csv) {
        for (column, field) in fields.iter().enumerate().filter(|(_, field)| !field.is_empty()) {
            sheet.write_string(line - 1, column as u16, field).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

const DIRS: [&str; 4] = ["august-2026", "late-facts", "month", "settlement"];

/// The CSV without rows that have fewer fields than the header: a sheet has none. Their lines stay.
fn of_whole_rows(csv: &[u8]) -> Vec<u8> {
    let records = records(csv);
    let least = records[0].1.len();
    let short = |line: usize| records.iter().any(|(at, fields)| *at as usize == line && fields.len() < least);
    let lines = csv.split_inclusive(|&byte| byte == b'\n').enumerate();
    lines.flat_map(|(number, line)| if short(number + 1) { b"\n".as_slice() } else { line }).copied().collect()
}

/// A place with the files of the examples; their tables are turned into what `table` makes of them, under their names.
fn examples(table: fn(&[u8]) -> Vec<u8>) -> Place {
    let place = Place::new();
    for dir in DIRS {
        for entry in fs::read_dir(root("examples").join(dir)).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("examples/{dir}/{}", path.file_name().unwrap().to_str().unwrap());
            match path.extension().and_then(|extension| extension.to_str()) {
                Some("csv") => place.write(&name, table(&fs::read(&path).unwrap())),
                Some("toml") => place.write(&name, fs::read(&path).unwrap()),
                _ => {}
            }
        }
    }
    place
}

/// The commands of a page of the examples.
fn commands(place: &Place, dir: &str, page: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(root("examples").join(dir).join(page)).unwrap();
    let blocks: String = text.split("```").skip(1).step_by(2).collect();
    let path = |word: &str| match format!("examples/{dir}/{word}") {
        path if place.exists(&path) && word.contains('.') => path,
        _ => word.to_owned(),
    };
    let words = |line: &str| line.split_whitespace().skip(1).map(path).collect();
    blocks.replace("\\\n", " ").lines().filter(|line| line.starts_with("ustap ")).map(words).collect()
}

/// A receipt without what an input is as a file, and without the digests of earlier receipts, which rest on that.
fn without_files(receipt: &[u8]) -> serde_json::Value {
    let mut receipt: serde_json::Value = serde_json::from_slice(receipt).unwrap();
    for input in receipt["inputs"].as_array_mut().unwrap() {
        (input["bytes"], input["sha256"]) = (0.into(), "".into());
    }
    (receipt["previous"], receipt["options"]["after"]) = ("".into(), "".into());
    receipt
}

/// What a run said, without the digest of its receipt.
fn said(run: &Run) -> (Option<i32>, Vec<String>) {
    let lines = run
        .stdout
        .lines()
        .chain(run.stderr.lines())
        .filter(|line| !line.starts_with("receipt") && !line.starts_with("квитанция"));
    (run.status, lines.map(str::to_owned).collect())
}

/// Every command of every page, over CSV files and over workbooks under the same names.
#[test]
fn a_workbook_comes_to_the_bytes_of_the_csv_with_its_values() {
    let (text, books) = (examples(of_whole_rows), examples(|csv| of_csv(&of_whole_rows(csv))));
    let pages = [
        ("august-2026", "WORKED.md"),
        ("late-facts", "README.md"),
        ("month", "WORKED.md"),
        ("settlement", "README.md"),
    ];
    let mut outputs = 0;
    for (dir, page) in pages {
        let commands = commands(&text, dir, page);
        assert!(!commands.is_empty(), "{dir}");
        for (number, command) in commands.iter().enumerate() {
            let words: Vec<&str> = command.iter().map(String::as_str).collect();
            let (from_text, from_books) = (text.ustap(&words), books.ustap(&words));
            assert!(matches!(from_text.status, Some(0 | 1)), "{words:?}\n{}", from_text.stderr);
            assert_eq!(said(&from_books), said(&from_text), "{dir} {number}: {words:?}");
            let Some(out) = words.iter().position(|word| *word == "--out").map(|at| words[at + 1]) else { continue };
            let (mut expected, mut came) = (text.whole(out), books.whole(out));
            for files in [&mut expected, &mut came] {
                files.remove(&format!("{out}/receipt.sha256"));
            }
            let receipt = format!("{out}/receipt.json");
            let receipts = [expected.remove(&receipt).unwrap(), came.remove(&receipt).unwrap()];
            assert_eq!(without_files(&receipts[1]), without_files(&receipts[0]), "{words:?}");
            for (name, bytes) in &expected {
                assert!(came.get(name) == Some(bytes), "{name} of {words:?}");
            }
            assert_eq!(came.len(), expected.len());
            outputs += expected.len();
        }
        // Pages name their directories alike.
        for place in [&text, &books] {
            for name in fs::read_dir(place.path("")).unwrap().map(|entry| entry.unwrap().path()) {
                if name.is_dir() && !name.ends_with("examples") {
                    fs::remove_dir_all(name).unwrap();
                }
            }
        }
    }
    assert!(outputs > 50, "{outputs}");
}

fn advice(place: &Place) -> Run {
    place.ustap(&[
        "advise",
        "run",
        "--contractors",
        "examples/month/contractors.csv",
        "--exemptions",
        "examples/month/exemptions.csv",
        "--out",
        "advice",
    ])
}

/// Commands that stand on no page of the examples.
#[test]
fn advise_explain_and_penalty_read_workbooks_too() {
    let (text, books) = (examples(<[u8]>::to_vec), examples(of_csv));
    let late = "payment,period,paid_on,amount\nopv,2026-08,2026-10-05,1000.00\nopv,2026-13,2026-10-05,1\n";
    text.write("late.csv", late);
    books.write("late.csv", of_csv(late.as_bytes()));
    let month = "examples/month/operations.csv";
    for command in [
        &["calculate", month, "--out", "run"][..],
        &["explain", month, "--iin", "990419900106", "--period", "2026-08"],
        &["explain", month, "--iin", "990419900106", "--period", "2026-08", "--json"],
        &["explain", month, "--iin", A, "--period", "2026-08"],
        &["penalty", "late.csv"],
    ] {
        let (from_text, from_books) = (text.ustap(command), books.ustap(command));
        assert_eq!(said(&from_books), said(&from_text), "{command:?}");
        assert!(matches!(from_text.status, Some(0 | 1)), "{command:?}\n{}", from_text.stderr);
    }
    assert_eq!(said(&advice(&books)), said(&advice(&text)));
    assert_eq!(books.read("advice/advice.csv"), text.read("advice/advice.csv"));
    assert!(text.read("advice/advice.csv").lines().count() > 1);
}

/// A sheet that an accountant would make: a title, headings in her language, numbers and days as such.
fn typed() -> Vec<u8> {
    let day = Format::new().set_num_format("dd.mm.yyyy");
    let time = Format::new().set_num_format("dd.mm.yyyy hh:mm:ss");
    let money = Format::new().set_num_format("#,##0.00");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Август").unwrap();
    sheet.merge_range(0, 0, 0, 3, "Операции за август 2026 года", &Format::new().set_bold()).unwrap();
    for (column, heading) in ["ID операции", "ИИН", "Дата расчёта", "Доход", "Город"].into_iter().enumerate()
    {
        sheet.write_string(2, column as u16, heading).unwrap();
    }
    let august = |number: u8| ExcelDateTime::from_ymd(2026, 8, number).unwrap();
    let mut row = 2;
    let mut next = |sheet: &mut Worksheet, id: &str| {
        row += 1;
        sheet.write_string(row, 0, id).unwrap();
        sheet.write_string(row, 1, A).unwrap();
        sheet.write_datetime_with_format(row, 2, august(5), &day).unwrap();
        sheet.write_number(row, 3, 1).unwrap();
        row
    };
    let row = next(sheet, "sum"); // 4
    sheet.write_number_with_format(row, 3, 0.1 + 0.2, &money).unwrap();
    let row = next(sheet, "lost-zero"); // 5
    write_number(sheet, row, 1, "90840013770");
    sheet.write_datetime_with_format(row, 2, august(31).and_hms(23, 59, 59).unwrap(), &time).unwrap();
    sheet.write_number_with_format(row, 3, 84210.5, &money).unwrap();
    let row = next(sheet, "half-tiyn"); // 6
    sheet.write_number_with_format(row, 3, 1234.565, &money).unwrap();
    let row = next(sheet, "check-digit"); // 7
    write_number(sheet, row, 1, "30527900109");
    let row = next(sheet, "large"); // 8
    sheet.write_number(row, 3, 1e15 + 0.01).unwrap();
    let row = next(sheet, "thirteen"); // 9
    write_number(sheet, row, 1, "1234567890123");
    let row = next(sheet, "no-integer"); // 10
    write_number(sheet, row, 1, "90840013770.5");
    let row = next(sheet, "shortened"); // 11
    sheet.write_string(row, 1, "3.05279E+10").unwrap();
    let row = next(sheet, "no-format"); // 12
    sheet.write_blank(row, 2, &Format::new()).unwrap();
    sheet.write_number_with_format(row, 2, 46239, &Format::new()).unwrap();
    let row = next(sheet, "uncertain"); // 13
    sheet.write_number_with_format(row, 2, 59, &day).unwrap();
    let row = next(sheet, "text"); // 14
    sheet.write_string(row, 2, "06.08.2026").unwrap();
    sheet.write_string(row, 3, "1 234,50").unwrap();
    let row = next(sheet, "boolean"); // 15
    sheet.write_boolean(row, 3, true).unwrap();
    let row = next(sheet, "day-as-money"); // 16
    sheet.write_datetime_with_format(row, 3, august(7), &day).unwrap();
    let row = next(sheet, "formula"); // 17
    sheet.write_formula(row, 3, Formula::new("=250*2").set_result("500")).unwrap();
    let row = next(sheet, "nobody"); // 18
    write_number(sheet, row, 1, "0");
    let row = next(sheet, ""); // 19
    sheet.write_number(row, 0, 17).unwrap();
    let row = next(sheet, "two\nlines, \"quoted\""); // 20
    sheet.write_string(row, 4, "Алматы").unwrap();
    // 21 has nothing but a format, as rows below a table often have.
    sheet.write_blank(20, 0, &money).unwrap();
    sheet.write_string(21, 4, "only what is not read").unwrap(); // 22
    book.save_to_buffer().unwrap()
}

/// A number by its digits, which this file may not hold in a float.
fn write_number(sheet: &mut Worksheet, row: u32, column: u16, digits: &str) {
    sheet.write_number(row, column, digits.parse::<serde_json::Number>().unwrap().as_f64().unwrap()).unwrap();
}

#[test]
fn cells_are_what_they_show() {
    let place = Place::new();
    place.write("август.xlsx", typed());
    let run = place.ustap_ends(1, &["calculate", "август.xlsx", "--lines", "--out", "run"]);
    let lines = place.read("run/lines.csv");
    let taken: Vec<[&str; 4]> = csv_rows(&lines)
        .into_iter()
        .map(|row| ["operation_id", "iin", "settled_on", "income"].map(|name| row[name]))
        .collect();
    assert_eq!(
        taken,
        [
            ["lost-zero", C, "2026-08-31", "84210.50"],
            ["17", A, "2026-08-05", "1.00"],
            ["formula", A, "2026-08-05", "500.00"],
            ["sum", A, "2026-08-05", "0.30"],
            ["two\nlines, \"quoted\"", A, "2026-08-05", "1.00"],
            ["text", A, "2026-08-06", "1234.50"],
        ]
    );
    let rejects = place.read("run/rejects.csv");
    let rejected: Vec<String> = csv_rows(&rejects)
        .iter()
        .map(|row| ["file", "line", "code", "field", "value"].map(|name| row[name]).join(" "))
        .collect();
    assert_eq!(
        rejected,
        [
            "август.xlsx 6 income income 1234.565",
            "август.xlsx 7 iin-check-digit iin 30527900109",
            "август.xlsx 8 income-range income 1000000000000000",
            "август.xlsx 9 iin iin 1234567890123",
            "август.xlsx 10 iin iin 90840013770.5",
            "август.xlsx 11 iin iin 3.05279E+10",
            "август.xlsx 12 date settled_on 46239",
            "август.xlsx 13 date settled_on 59",
            "август.xlsx 15 income income TRUE",
            "август.xlsx 16 income income 2026-08-07",
            "август.xlsx 18 iin iin 0",
            "август.xlsx 22 operation-id operation_id ",
        ]
    );
    assert!(rejects.contains("in a spreadsheet the format of a date from 1900-03-01 on"), "{rejects}");
    assert_eq!(run.summary("operations read"), "18");
    assert_eq!(run.summary("  rejected"), "12");
    assert!(run.stdout.contains("Город"), "{}", run.stdout);
}

/// Rows of which some fields are quoted.
fn csv_rows(csv: &str) -> Vec<BTreeMap<&str, &str>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    let records: Vec<Vec<&str>> = reader
        .records()
        .map(|record| record.unwrap().iter().map(|field| &*field.to_owned().leak()).collect())
        .collect();
    records[1..].iter().map(|record| records[0].iter().copied().zip(record.iter().copied()).collect()).collect()
}

/// What stands in a workbook beside its cells.
#[derive(Default, Clone, Copy)]
struct Around<'a> {
    /// Properties of the workbook.
    properties: &'a str,
    /// What stands before the rows in the sheet, and behind them.
    before: &'a str,
    behind: &'a str,
    /// More parts.
    parts: &'a [(&'a str, &'a str)],
    strings: &'a str,
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook made part by part: its sheet `Rows` has these rows, its style 1 is that of days.
fn raw(rows: &str, around: Around<'_>) -> Vec<u8> {
    let Around { properties, before, behind, parts, strings } = around;
    let link = |id: &str, kind: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="{LINKS}/{kind}" Target="{target}"/>"#)
    };
    let relations = |links: String| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>"#
        )
    };
    let mut files = vec![
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("_rels/.rels", relations(link("rId1", "officeDocument", "xl/workbook.xml"))),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><workbookPr{properties}/><sheets>
                <sheet name="Notes" sheetId="3" state="hidden" r:id="rId4"/>
                <sheet name="Rows" sheetId="1" r:id="rId1"/><sheet name="A &amp; B" sheetId="2" r:id="rId4"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relations(
                link("rId1", "worksheet", "worksheets/sheet1.xml")
                    + &link("rId2", "styles", "/xl/styles.xml")
                    + &link("rId3", "sharedStrings", "sharedStrings.xml")
                    + &link("rId4", "worksheet", "worksheets/sheet2.xml"),
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                r#"<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>
                <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs></styleSheet>"#
            ),
        ),
        ("xl/sharedStrings.xml", format!(r#"<sst xmlns="{MAIN}">{strings}</sst>"#)),
        (
            "xl/worksheets/sheet1.xml",
            format!(r#"<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{behind}</worksheet>"#),
        ),
        ("xl/worksheets/sheet2.xml", format!(r#"<worksheet xmlns="{MAIN}"><sheetData/></worksheet>"#)),
    ];
    files.extend(parts.iter().map(|(name, text)| (*name, (*text).to_owned())));
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A cell with a text of its own.
fn text(text: &str) -> String {
    format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#)
}

/// A row of cells, each as it stands in the part.
fn row(cells: &[&str]) -> String {
    format!("<row>{}</row>", cells.concat())
}

fn header() -> String {
    row(&["operation_id", "iin", "settled_on", "income", "corrects_on"].map(text).each_ref().map(|cell| &**cell))
}

/// A workbook of sheets, each with whether it is hidden and rows of texts with commas between.
fn workbook(sheets: &[(&str, bool, &[&str])]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, is_hidden, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        sheet.set_hidden(*is_hidden);
        for (at, row) in (0..).zip(*rows) {
            sheet.write_row(at, 0, row.split(',')).unwrap();
        }
    }
    // One that is not hidden is to be the active one.
    let active = sheets.iter().position(|(_, is_hidden, _)| !is_hidden).unwrap();
    book.worksheet_from_index(active).unwrap().set_active(true);
    book.save_to_buffer().unwrap()
}

/// A header and a row with these cells of day and income.
fn one(day: &str, income: &str) -> String {
    header() + &row(&[&text("a"), &text(A), day, income])
}

/// A cell is one by its namespace, whatever prefix stands for that. Among the rows another namespace is refused: a row or a
/// value of it would be missed.
#[test]
fn cells_are_those_of_the_namespace_of_the_sheet() {
    let place = Place::new();
    let book = |cells: &str| raw(&one(&text("2026-08-05"), cells), Around::default());
    let own = format!(r#"<x:c xmlns:x="{MAIN}"><v xmlns="{MAIN}">5</v><x:extLst><x:v>7</x:v></x:extLst></x:c>"#);
    assert_eq!(outcome(&place, book(&own)), "2026-08-05 5.00");
    let foreign = "is a damaged workbook: an element of another namespace stands among its rows";
    for (cells, error) in [
        (format!(r#"{own}<x:c xmlns:x="urn:x"/>"#), foreign),
        (format!(r#"{own}</row><row xmlns=""><c/>"#), foreign),
        (r#"<c><v>3<x:b xmlns:x="urn:x">4</x:b>5</v></c>"#.to_owned(), foreign),
        ("<c><v>3<extLst/>5</v></c>".to_owned(), "more stands in the cell in column D than one value"),
        // Where a prefix stands for nothing nobody knows whose the element is.
        ("<y:c><v>5</v></y:c>".to_owned(), "is a damaged workbook: XML in it is not well-formed"),
    ] {
        place.write("book.xlsx", book(&cells));
        let said = refused(&place, &["calculate", "book.xlsx"]);
        assert!(said.contains(error), "{cells}: {said}");
    }
}

/// The first rejected row as line, code, field, value and message; what was taken where none was.
fn outcome(place: &Place, workbook: Vec<u8>) -> String {
    place.write("book.xlsx", workbook);
    let run = place.ustap(&["calculate", "book.xlsx", "--lines", "--out", "run", "--force"]);
    assert!(matches!(run.status, Some(0 | 1)), "{}", run.stderr);
    let (rejects, lines) = (place.read("run/rejects.csv"), place.read("run/lines.csv"));
    match rejects.lines().nth(1) {
        Some(reject) => reject.strip_prefix("book.xlsx,").unwrap().to_owned(),
        None => rows(&lines).iter().map(|row| format!("{} {}", row["settled_on"], row["income"])).collect(),
    }
}

/// A formula counts by its stored value; where nobody has stored one, nothing is there to count by, whatever is seen when
/// the workbook is opened. A program that writes formulas without computing them stores a zero, and asks to compute.
#[test]
fn a_formula_without_a_value_is_no_empty_cell() {
    let place = Place::new();
    let day = text("2026-08-05");
    let to_compute = || Around { properties: r#"/><calcPr calcId="124519" fullCalcOnLoad="1""#, ..Around::default() };
    let lacks = "2,malformed-row,,,\"The cell in column D is a formula whose value is not stored: open the file in Excel, \
                 let it compute, and save it.\"";
    for formula in
        ["<c><f>D1-1</f></c>", "<c><f>D1-1</f><v/></c>", r#"<c t="str"><f>D1-1</f></c>"#, "<c><f/><v></v></c>"]
    {
        assert_eq!(outcome(&place, raw(&one(&day, formula), Around::default())), lacks, "{formula}");
    }
    let zero = "<c><f>D1-1</f><v>0</v></c>";
    for zero in [zero, "<c><f>D1-1</f><v>0.0</v></c>", "<c><f>D1-1</f><v>-0E0</v></c>"] {
        assert_eq!(outcome(&place, raw(&one(&day, zero), to_compute())), lacks, "{zero}");
    }
    // One formula for the cells of two rows: none of them is computed. One that is shared stands in each.
    let of = |id: &str, income: &str| row(&[&text(id), &text(A), &day, income]);
    for (kind, zeros) in [("array", ""), ("shared", "0.00")] {
        let formula = format!(r#"<c r="D2"><f t="{kind}" ref="D2:D3">D1</f><v>0</v></c>"#);
        let book = header() + &of("a", &formula) + &of("b", "<c><v>0</v></c>") + &of("c", "<c><v>7</v></c>");
        outcome(&place, raw(&book, to_compute()));
        let lines = place.read("run/lines.csv");
        let lines = rows(&lines);
        let incomes: Vec<&str> = lines.iter().map(|line| line["income"]).collect();
        assert_eq!(incomes.join(" ").trim(), format!("{zeros} 7.00").trim(), "{kind}");
    }
    // A text that stands in such a cell is one, wherever it is stored.
    let formula = r#"<c r="C2"><f t="array" ref="C2:C3">D1</f><v></v></c>"#;
    let rows = [[&*text("a"), &text(A), formula, "<c><v>1</v></c>"], [&text("b"), &text(A), &day, "<c><v>5</v></c>"]];
    let unstored = lacks.replace("column D", "column C");
    let book = raw(&(header() + &rows.each_ref().map(|cells| row(cells)).concat()), to_compute());
    assert_eq!(outcome(&place, book), unstored);
    assert_eq!(place.read("run/rejects.csv").lines().count(), 2);
    assert_eq!(outcome(&place, raw(&one(&day, zero), Around::default())), "2026-08-05 0.00");
    // What is stored counts, asked to compute or not; so does a zero that is no formula, and a text of no letters.
    assert_eq!(outcome(&place, raw(&one(&day, "<c><f>D1-1</f><v>17</v></c>"), to_compute())), "2026-08-05 17.00");
    assert_eq!(outcome(&place, raw(&one(&day, "<c><v>0</v></c>"), to_compute())), "2026-08-05 0.00");
    let row = row(&[&text("a"), &text(A), &day, "<c><v>5</v></c>", r#"<c t="str"><f>""</f><v></v></c>"#]);
    assert_eq!(outcome(&place, raw(&(header() + &row), to_compute())), "2026-08-05 5.00");
    // In a column that is not read, and behind the last one, it is as if nothing stood there: neither does it make a row of
    // an empty one.
    let noted = header().replace("</row>", &(text("note") + "</row>"));
    let behind = self::row(&[&text("a"), &text(A), &day, "<c><v>5</v></c>", r#"<c r="F2"><f>A1</f></c>"#]);
    for (header, cell) in [(noted, r#"<c r="F3"><f>A1</f><v></v></c>"#), (header(), r#"<c r="F3"><f>A1</f></c>"#)] {
        let book = header + &behind + &self::row(&[cell]);
        assert_eq!(outcome(&place, raw(&book, Around::default())), "2026-08-05 5.00");
    }
    // Where it would open an interval the row is not taken.
    place.write("operations.csv", format!("operation_id,iin,settled_on,income\na,{A},2026-08-05,1000\n"));
    let cells = |end: &str| self::row(&[&text(A), &text("disability"), &text("2025-01-01"), end]);
    let heading = self::row(&["iin", "category", "valid_from", "valid_to"].map(text).each_ref().map(|cell| &**cell));
    let book = heading + &cells(r#"<c s="1"><f>EDATE(C2,12)-1</f></c>"#);
    place.write("facts.xlsx", raw(&book, Around::default()));
    let run = place.ustap_ends(1, &["calculate", "operations.csv", "--exemptions", "facts.xlsx", "--out", "facts"]);
    assert!(
        place.read("facts/rejects.csv").contains("facts.xlsx,2,malformed-row,,,\"The cell in column D is a formula")
    );
    assert_eq!(run.summary("ВОСМС"), "10.00");
}

/// Such a cell is told by the column in which it stands, wherever that is: «Сумма» of a report with merged cells is at Q.
#[test]
fn a_cell_that_is_no_value_is_told_by_its_column_wherever_it_stands() {
    let place = Place::new();
    let header = ["operation_id", "iin", "settled_on", "income"].map(text);
    let values = |income: &str| [text("a"), text(A), text("2026-08-05"), income.to_owned()];
    let formula = ("<c><f>SUM(A1:A1)</f></c>", "is a formula whose value is not stored");
    for (cell, said) in [formula, (r#"<c t="e"><v>#N/A</v></c>"#, "is an error of the spreadsheet, such as #N/A")] {
        // The income is moved to the right by cells of other columns, and to the front.
        for (others, column) in [(1, 'E'), (12, 'P'), (13, 'Q'), (20, 'X')] {
            let moved = |cells: [String; 4], other: &str| {
                let [id, iin, day, income] = cells;
                row(&[[id, iin, day, text(other).repeat(others), income].concat().as_str()])
            };
            let book = moved(header.clone(), "other") + &moved(values(cell), "");
            let told = outcome(&place, raw(&book, Around::default()));
            assert!(told.starts_with(&format!("2,malformed-row,,,\"The cell in column {column} {said}")), "{told}");
        }
        let turned =
            |cells: [String; 4]| row(&cells.each_ref().map(|cell| &**cell).iter().rev().copied().collect::<Vec<_>>());
        let told = outcome(&place, raw(&(turned(header.clone()) + &turned(values(cell))), Around::default()));
        assert!(told.starts_with(&format!("2,malformed-row,,,\"The cell in column A {said}")), "{told}");
    }
}

/// Two more places ask for formulas to be computed. That of the sheet stands behind its cells, which were taken by then.
#[test]
fn a_sheet_that_asks_to_be_computed_ends_the_run_where_a_zero_of_a_formula_was_read() {
    let place = Place::new();
    let day = text("2026-08-05");
    let zero = one(&day, "<c><f>D1-1</f><v>0</v></c>");
    let forced = Around { properties: r#"/><calcPr forceFullCalc="true""#, ..Around::default() };
    assert!(outcome(&place, raw(&zero, forced)).starts_with("2,malformed-row,"));
    let behind = |sheet| Around { behind: sheet, ..Around::default() };
    let asks = behind(r#"<sheetCalcPr fullCalcOnLoad="1"/>"#);
    let area = one(&day, r#"<c r="D2"><f t="array" ref="D2:D3">D1</f><v>7</v></c>"#)
        + &row(&[&text("b"), &text(A), &day, "<c><v>0</v></c>"]);
    for (rows, line) in [(&zero, 2), (&area, 3)] {
        place.write("book.xlsx", raw(rows, asks));
        let told = refused(&place, &["calculate", "book.xlsx"]);
        assert!(
            told.contains("the sheet asks to be computed") && told.contains(&format!("book.xlsx:{line}:")),
            "{told}"
        );
    }
    // It does not ask; what is stored is none; nobody reads the column; no formula.
    assert_eq!(outcome(&place, raw(&zero, behind(r#"<sheetCalcPr fullCalcOnLoad="0"/>"#))), "2026-08-05 0.00");
    assert_eq!(outcome(&place, raw(&one(&day, "<c><f>D1-1</f><v>17</v></c>"), asks)), "2026-08-05 17.00");
    let noted = one(&day, r#"<c><v>0</v></c><c r="F2"><f>A1</f><v>0</v></c>"#).replacen(
        "</row>",
        &(text("note") + "</row>"),
        1,
    );
    assert_eq!(outcome(&place, raw(&noted, asks)), "2026-08-05 0.00");
}

#[test]
fn an_error_of_the_spreadsheet_makes_the_row_malformed() {
    let place = Place::new();
    let day = text("2026-08-05");
    let error = r#"<c t="e"><f>1/0</f><v>#DIV/0!</v></c>"#;
    assert_eq!(
        outcome(&place, raw(&one(&day, error), Around::default())),
        "2,malformed-row,,,\"The cell in column D is an error of the spreadsheet, such as #N/A, and no value.\""
    );
    // Whatever stands in it is one value: the row behind it is the fourth of the sheet.
    let written = r#"<c t="e"><v>#N/A&#10;"x","y"</v></c>"#;
    let book = header()
        + &row(&[&text("a"), &text(A), &day, "<c><v>5</v></c>"])
        + &row(&[&text("b"), &text(A), &day, written])
        + &row(&[&text("c"), &text(A), &day, &text("bad")]);
    assert!(outcome(&place, raw(&book, Around::default())).starts_with("3,malformed-row,,,\"The cell in column D"));
    let rejects = place.read("run/rejects.csv");
    let found: Vec<[&str; 3]> = csv_rows(&rejects).iter().map(|row| [row["line"], row["code"], row["value"]]).collect();
    assert_eq!(found, [["3", "malformed-row", ""], ["4", "income", "bad"]]);
    // In a column that is not read it harms nobody, nor does what is no number there; behind the last heading nothing may
    // stand.
    let cells = [&*text("a"), &text(A), &day, "<c><v>5</v></c>", "", ""];
    let with = |heading: &str, cell: &str| {
        let header = header().replace("</row>", &format!("{heading}</row>"));
        raw(&(header + &row(&[&cells.concat(), cell])), Around::default())
    };
    let far = error.replace("<c ", r#"<c r="F2" "#);
    for far in [&*far, r#"<c r="F2"><v>five</v></c>"#, r#"<c r="F2" s="1"><v>1,5</v></c>"#] {
        assert_eq!(outcome(&place, with(&text("note"), far)), "2026-08-05 5.00");
    }
    assert_eq!(outcome(&place, with("", &far)), "2,malformed-row,,,The row has 6 fields and the header 5.");
}

#[test]
fn days_are_counted_as_the_workbook_counts_them() {
    let place = Place::new();
    let serial = |number: &str| format!(r#"<c s="1"><v>{number}</v></c>"#);
    let five = "<c><v>5</v></c>";
    // 2026-08-05 is 46239 from 1899-12-30, and 1462 less from 1904.
    for (properties, number, expected) in [
        ("", "46239", "2026-08-05 5.00"),
        (r#" date1904="1""#, "44777", "2026-08-05 5.00"),
        (r#" date1904="true""#, "44777.75", "2026-08-05 5.00"),
        (r#" date1904="0""#, "46239", "2026-08-05 5.00"),
        // What programs add stands in a namespace of theirs or in a list of extensions, as Excel does since 2013.
        (
            r#" date1904="1"/><extLst><ext xmlns:x15="urn:x15"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst><calcPr"#,
            "44777",
            "2026-08-05 5.00",
        ),
        (r#" date1904="1"/><extLst><ext><workbookPr/></ext></extLst><calcPr"#, "44777", "2026-08-05 5.00"),
        (r#" date1904="1"/><added xmlns="urn:x15"><workbookPr/></added><calcPr"#, "44777", "2026-08-05 5.00"),
        (r#" date1904="1"/><workbookPr xmlns="urn:x15" date1904="0"/><calcPr"#, "44777", "2026-08-05 5.00"),
        (r#" x:date1904="1" xmlns:x="urn:x15""#, "46239", "2026-08-05 5.00"),
        // A share of a day that is less than a millisecond short of the next is that one.
        ("", "46238.999999999996", "2026-08-05 5.00"),
        ("", "46239.999988", "2026-08-05 5.00"),
    ] {
        let workbook = raw(&one(&serial(number), five), Around { properties, ..Around::default() });
        assert_eq!(outcome(&place, workbook), expected, "{number}{properties}");
    }
    for number in ["60", "1", "0.5", "-1", "2958466"] {
        let reject = outcome(&place, raw(&one(&serial(number), five), Around::default()));
        assert!(reject.starts_with(&format!("2,date,settled_on,{number},")), "{reject}");
    }
    // As ISO 8601 has them, which strict workbooks may store.
    for iso in ["2026-08-05T00:00:00", "2026-08-05T00:00:00.000Z", "2026-08-05T20:00:00.000Z", "2026-08-05"] {
        let day = format!(r#"<c t="d"><v>{iso}</v></c>"#);
        assert_eq!(outcome(&place, raw(&one(&day, five), Around::default())), "2026-08-05 5.00", "{iso}");
    }
    for (iso, shown) in [
        ("2019-01-01T20:00:00.000Z", "2019-01-01T20:00:00"),
        ("2019-01-01T20:00", "2019-01-01T20:00:00"),
        ("2019-01-01T20:00:00.5", "2019-01-01T20:00:00.5"),
        ("2019-01-01T00:00Z", "2019-01-01"),
    ] {
        let reject = outcome(&place, raw(&one(&format!(r#"<c t="d"><v>{iso}</v></c>"#), five), Around::default()));
        assert!(reject.starts_with(&format!("2,no-rates,settled_on,{shown},")), "{reject}");
    }
}

#[test]
fn texts_are_read_as_they_are_shown() {
    let place = Place::new();
    // In pieces with formats of their own, with a reading beside it, escaped, preserved; a formula's text.
    let strings = r#"<si><r><t>op</t></r><r><rPr><b/></rPr><t xml:space="preserve">-1 </t></r><rPh sb="0" eb="1"><t>not this</t></rPh></si>
        <si><t>900101_x0033_00017</t></si><si/>"#;
    let rows = header()
        + r#"<row r="4"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="str"><f>TEXT(A1,"x")</f><v>2026-08-05</v></c><c><v>5.0</v></c><c t="s"><v>2</v></c></row>"#
        + &row(&[
            &text("&lt;&#x440;&amp;_x005F_x0041_&gt;"),
            &text(A),
            "<c t=\"inlineStr\"><is><t><![CDATA[2026-08-06]]></t></is></c>",
            "<c><v>6</v></c>",
        ]);
    place.write("book.xlsx", raw(&rows, Around { strings, ..Around::default() }));
    place.ustap_ends(0, &["calculate", "book.xlsx", "--lines", "--out", "run"]);
    let lines = place.read("run/lines.csv");
    let taken: Vec<[&str; 4]> = rows_of(&lines, ["operation_id", "iin", "settled_on", "income"]);
    assert_eq!(taken, [["op-1", A, "2026-08-05", "5.00"], ["<р&_x0041_>", A, "2026-08-06", "6.00"]]);
}

fn rows_of<'a>(csv: &'a str, names: [&str; 4]) -> Vec<[&'a str; 4]> {
    rows(csv).iter().map(|row| names.map(|name| row[name])).collect()
}

#[test]
fn knp_period_and_rate_are_read_from_numbers_and_days() {
    let place = Place::new();
    place.write("operations.csv", format!("operation_id,iin,settled_on,income\na,{A},2026-08-05,100000\n"));
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    let headings = ["ИИН", "Период", "КНП", "Сумма", "Ставка"].map(text).concat();
    // 46235 is 2026-08-01; the rate is shown as 1 %.
    let paid = |knp: &str, period: &str| {
        let cells = format!(
            "<c><v>{A}</v></c><c s=\"1\"><v>{period}</v></c><c><v>{knp}</v></c><c><v>1000</v></c><c s=\"2\"><v>0.01</v></c>"
        );
        raw(&format!("<row>{headings}</row><row>{cells}</row>"), Around::default())
    };
    place.write("paid.xlsx", paid("10", "46235"));
    place.write("paid.csv", format!("iin,period,knp,amount,rate\n{A},2026-08,010,1000,1%\n"));
    place.write("kgd.csv", format!("iin,period,ipn,opv,opvr,so,vosms\n{A},2026-08,0,1000,1000,1000,1000\n"));
    for name in ["csv", "xlsx"] {
        let paid = format!("paid.{name}");
        place.ustap_ends(1, &["distribute", "--paid", &paid, "--kgd", "kgd.csv", "--out", name]);
    }
    let distributed = |dir: &str| place.read(&format!("{dir}/distribution.csv"));
    assert_eq!(distributed("xlsx"), distributed("csv"));
    assert!(distributed("csv").contains("1000.00"));
    // What is shown of a row that is not taken is the number, and the day.
    place.write("paid.xlsx", paid("11", "46235"));
    place.ustap_ends(1, &["distribute", "--paid", "paid.xlsx", "--kgd", "kgd.csv", "--out", "other"]);
    let rejects = place.read("other/rejects.csv") + &distributed("other");
    assert!(!rejects.contains("011"), "{rejects}");
    place.write("paid.xlsx", paid("10", "59"));
    place.ustap_ends(1, &["distribute", "--paid", "paid.xlsx", "--kgd", "kgd.csv", "--out", "uncertain"]);
    assert!(place.read("uncertain/rejects.csv").contains("paid.xlsx,2,period,period,59,"));
}

/// The error of a run that cannot be.
fn refused(place: &Place, arguments: &[&str]) -> String {
    let run = place.ustap_ends(2, &[arguments, &["--out", "none"]].concat());
    assert!(!place.exists("none") && run.stdout.is_empty());
    run.stderr
}

/// Somebody may have hidden the sheet that is meant.
#[test]
fn a_hidden_sheet_before_the_one_that_is_read_is_named() {
    let place = Place::new();
    place.write("book.xlsx", raw(&one(&text("2026-08-05"), "<c><v>5</v></c>"), Around::default()));
    let told = "read in book.xlsx: the sheet `Rows`; `Notes` before it is hidden\n";
    let run = place.ustap_ends(0, &["calculate", "book.xlsx", "--check"]);
    assert!(run.stdout.contains(told), "{}", run.stdout);
    let named = place.ustap_ends(0, &["calculate", "book.xlsx#Rows", "--check"]);
    assert!(!named.stdout.contains("hidden"), "{}", named.stdout);
}

/// One that stands elsewhere is told with the others that are not read.
#[test]
fn hidden_sheets_that_are_not_read_are_named_as_such() {
    let place = Place::new();
    let rows = ["operation_id,iin,settled_on,income".to_owned(), format!("a,{A},2026-08-05,5")];
    let rows = rows.each_ref().map(String::as_str);
    let read = ("Rows", false, &rows[..]);
    let told = |sheets: &[(&str, bool, &[&str])]| {
        place.write("book.xlsx", workbook(sheets));
        let run = place.ustap_ends(0, &["calculate", "book.xlsx", "--check"]);
        run.stdout.lines().filter(|line| line.contains("book.xlsx: ")).map(str::to_owned).collect::<Vec<_>>()
    };
    let (archive, next, empty) = (("Архив", true, &["x"][..]), ("Ещё", false, &["x"][..]), ("Пусто", true, &[][..]));
    let others =
        |others: &str| format!("read in book.xlsx: the sheet `Rows` alone; not read: {others} (FILE#SHEET names one)");
    assert_eq!(told(&[read, archive, next, empty]), [others("`Архив` (hidden), `Ещё`")]);
    // The one before it is told once.
    let before = "read in book.xlsx: the sheet `Rows`; `Архив` before it is hidden";
    assert_eq!(told(&[archive, read, empty]), [before]);
    assert_eq!(told(&[archive, read, next]), [before, &others("`Ещё`")]);
    place.write("book.xlsx", workbook(&[read, archive]));
    let run = place.ustap_ends(0, &["calculate", "book.xlsx", "--check", "--lang", "ru"]);
    assert!(run.stdout.contains("только лист `Rows`; не прочитаны: `Архив` (скрыт) (лист"), "{}", run.stdout);
}

/// `08-01` is typed, a day is stored: in a text the payout has the one id, in the workbook the other, and it counts twice.
#[test]
fn ids_that_a_spreadsheet_has_made_days_are_told() {
    let place = Place::new();
    // 46235 is 2026-08-01.
    let [day, timed] = ["46235", "46236.5"].map(|number| format!(r#"<c s="1"><v>{number}</v></c>"#));
    let of = |id: &str, settled_on: &str| row(&[id, &text(A), settled_on, "<c><v>1000</v></c>"]);
    let first = of(&text("08-02"), &day);
    let rows = header() + &first + &of(&day, &text("2026-08-05")) + &of(&text("c"), &day) + &of(&timed, &day);
    place.write("book.xlsx", raw(&rows, Around::default()));
    place.write("o.csv", format!("operation_id,iin,settled_on,income\n08-01,{A},2026-08-05,1000\n"));
    let told = "book.xlsx: in 2 rows, the first in line 3, the operation id is a date: a spreadsheet makes dates of ids like `08-01`";
    let run = place.ustap_ends(0, &["calculate", "o.csv", "book.xlsx", "--lines", "--out", "run"]);
    assert!(run.stdout.contains(told), "{}", run.stdout);
    // Four rows and the one of the text, which is the same payout as one of them.
    assert_eq!(run.summary("income"), "5000.00");
    let ids = rows_of_ids(&place.read("run/lines.csv"));
    assert_eq!(ids, ["08-01", "08-02", "2026-08-01", "2026-08-02T12:00:00", "c"].map(str::to_owned).into());
    // Days of other columns are none, and texts are what they are.
    place.write("book.xlsx", raw(&(header() + &first + &of(&text("2026-08-01"), &day)), Around::default()));
    let run = place.ustap_ends(0, &["calculate", "book.xlsx", "--check"]);
    assert!(!run.stdout.contains("is a date"), "{}", run.stdout);
}

/// A filter, or a group that is closed, hides rows, and what is printed does not have them: they are read all the same.
#[test]
fn rows_and_columns_that_are_hidden_are_read_and_told() {
    let place = Place::new();
    let hidden = |cells: &[&str], what: &str| row(cells).replacen("<row>", &format!("<row {what}>"), 1);
    let of = |id: &str, income: &str| [text(id), text(A), text("2026-08-05"), format!("<c><v>{income}</v></c>")];
    let cells = |id: &str, income: &str, what: &str| hidden(&of(id, income).each_ref().map(|cell| &**cell), what);
    let rows = header()
        + &cells("a", "5", "")
        + &cells("b", "6", r#"hidden="1""#)
        + r#"<row hidden="1"><c/></row>"#
        + &cells("c", "7", r#"outlineLevel="1" hidden="true""#)
        + &cells("d", "8", r#"outlineLevel="1" hidden="0""#);
    place.write("book.xlsx", raw(&rows, Around::default()));
    let run = place.ustap_ends(0, &["calculate", "book.xlsx", "--check"]);
    // 5 + 6 + 7 + 8.
    assert_eq!(run.summary("income"), "26.00");
    let told = "book.xlsx: 2 rows are hidden in the sheet and were read like the others, the first in line 3:";
    assert!(run.stdout.contains(told) && !run.stdout.contains("read in book.xlsx, and hidden"), "{}", run.stdout);
    let columns = r#"<cols><col min="1" max="1" hidden="0"/><col min="3" max="4" width="0" hidden="1"/></cols>"#;
    let around = Around { before: columns, ..Around::default() };
    place.write("book.xlsx", raw(&one(&text("2026-08-05"), "<c><v>5</v></c>"), around));
    let run = place.ustap_ends(0, &["calculate", "book.xlsx", "--check"]);
    let told = "read in book.xlsx, and hidden in the sheet: settled_on, income\n";
    assert!(run.stdout.contains(told) && !run.stdout.contains("rows are hidden"), "{}", run.stdout);
}

#[test]
fn sheets_are_named_behind_the_file() {
    let place = Place::new();
    let rows = one(&text("2026-08-05"), "<c><v>5</v></c>");
    place.write("book.xlsx", raw(&rows, Around::default()));
    // The first sheet is that which people see.
    place.ustap_ends(0, &["calculate", "book.xlsx", "--out", "first"]);
    place.ustap_ends(0, &["calculate", "book.xlsx#Rows", "--out", "named"]);
    assert_eq!(place.read("first/register.csv"), place.read("named/register.csv"));
    assert!(place.read("named/receipt.json").contains("\"book.xlsx#Rows\""));
    place.ustap_ends(0, &["verify", "named", "--inputs", ".", "--recompute"]);
    // A sheet is of the file that would be gone with its directory.
    std::fs::copy(place.path("book.xlsx"), place.path("first/book.xlsx")).unwrap();
    let before = place.names();
    let replace = ["calculate", "first/book.xlsx#Rows", "--force", "--out", "first"];
    let run = place.ustap_ends(2, &replace);
    assert!(run.stderr.contains("is not replaced: the run reads first/book.xlsx"), "{}", run.stderr);
    assert_eq!(place.names(), before);
    let error = refused(&place, &["calculate", "book.xlsx#Август"]);
    assert!(error.contains("book.xlsx#Август: has no sheet `Август`"), "{error}");
    assert!(error.contains("its sheets are Notes, Rows, A & B"), "{error}");
    // Of a name that is a person's number no more is shown than of one in a message.
    let mut book = Workbook::new();
    book.add_worksheet().set_name(A).unwrap();
    place.write("named.xlsx", book.save_to_buffer().unwrap());
    let error = refused(&place, &["calculate", "named.xlsx#Август"]);
    assert!(error.contains("its sheets are 9001****0017") && !error.contains(A), "{error}");
    // Nor of one in groups; and of many sheets the first ten are named.
    let mut book = Workbook::new();
    book.add_worksheet().set_name("9311 0290 0108").unwrap();
    (2..=11).for_each(|number| drop(book.add_worksheet().set_name(format!("S{number}"))));
    place.write("many.xlsx", book.save_to_buffer().unwrap());
    let error = refused(&place, &["calculate", "many.xlsx#Август"]);
    assert!(error.contains("its sheets are 9311****0108, S2, S3, S4, S5, S6, S7, S8, S9, S10, …"), "{error}");
    let error = refused(&place, &["calculate", "book.xlsx#A & B"]);
    assert!(error.contains("book.xlsx#A & B: nothing stands in the sheet `A & B`: a header is needed"), "{error}");
    // Of sheets that nobody has named the first one may be the empty one.
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Титул").unwrap();
    book.add_worksheet().set_name("Доходы").unwrap().write_string(0, 0, "operation_id").unwrap();
    place.write("titled.xlsx", book.save_to_buffer().unwrap());
    let error = refused(&place, &["calculate", "titled.xlsx"]);
    assert!(error.contains("titled.xlsx: nothing stands in the sheet `Титул`: a header is needed"), "{error}");
    assert!(error.contains("FILE#SHEET names another sheet; something stands in: `Доходы`"), "{error}");
    // Or have nothing but a title.
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Титул").unwrap().write_string(0, 0, "Отчёт").unwrap();
    book.add_worksheet().set_name("Доходы").unwrap().write_string(0, 0, "operation_id").unwrap();
    place.write("covered.xlsx", book.save_to_buffer().unwrap());
    let error = refused(&place, &["calculate", "covered.xlsx"]);
    assert!(
        error.contains("of the sheet `Титул`; FILE#SHEET names another (something stands in `Доходы` too)"),
        "{error}"
    );
    let error = refused(&place, &["calculate", "other.xlsx#Rows"]);
    assert!(error.contains("other.xlsx#Rows: cannot be read"), "{error}");
    // A file of text has none, and is not read under the name of one.
    place.write("rows.csv", format!("operation_id,iin,settled_on,income\nz,{A},2026-08-05,7\n"));
    let error = refused(&place, &["calculate", "rows.csv#Rows"]);
    assert!(error.contains("rows.csv#Rows: has no sheet `Rows`") && error.contains("no workbook"), "{error}");
    // One sheet twice is one file twice, whatever it is called; two sheets are two inputs.
    let error = refused(&place, &["calculate", "book.xlsx", "book.xlsx#Rows"]);
    assert!(error.contains("book.xlsx#Rows: is given twice: it has the same bytes as book.xlsx"), "{error}");
    // A file of the whole name comes first.
    place.write("book.xlsx#Rows", format!("operation_id,iin,settled_on,income\nz,{A},2026-08-05,7\n"));
    place.ustap_ends(0, &["calculate", "book.xlsx#Rows", "--out", "whole"]);
    assert!(place.read("whole/register.csv").contains(",7.00,"));
}

#[test]
fn two_sheets_of_one_workbook_are_two_inputs() {
    let place = Place::new();
    let mut book = Workbook::new();
    for (name, id) in [("Июль", "a"), ("Август", "b")] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (column, [heading, value]) in
            [["operation_id", id], ["iin", A], ["settled_on", "2026-08-05"], ["income", "5"]].into_iter().enumerate()
        {
            sheet.write_string(0, column as u16, heading).unwrap();
            sheet.write_string(1, column as u16, value).unwrap();
        }
    }
    place.write("год.xlsx", book.save_to_buffer().unwrap());
    let run = place.ustap_ends(0, &["calculate", "год.xlsx#Июль", "год.xlsx#Август", "--out", "run"]);
    assert!(!run.stdout.contains("not read"), "{}", run.stdout);
    let run = place.ustap_ends(0, &["calculate", "год.xlsx", "--check"]);
    assert!(
        run.stdout.contains("read in год.xlsx: the sheet `Июль` alone; not read: `Август` (FILE#SHEET"),
        "{}",
        run.stdout
    );
    assert!(place.read("run/register.csv").contains(",2,10.00,"));
    place.ustap_ends(0, &["verify", "run", "--inputs", ".", "--recompute"]);
}

/// A part may unpack to any number of bytes, and be thousands of sheets.
#[test]
fn other_sheets_are_looked_at_within_bounds() {
    let place = Place::new();
    let sheets = |link: &str| {
        let sheet = |number: usize| format!("<sheet name=\"T{number}\" r:id=\"{link}\"/>");
        format!("/>{}<x", (1..=4000).map(sheet).collect::<String>())
    };
    let blanks = format!("{}<x/>", " ".repeat(4 << 20 >> 1)).repeat(10);
    let rows = one(&text("2026-08-05"), "<c><v>5</v></c>");
    // Of the part that is read, which has cells behind 20 MiB; of one that has none.
    for (link, before, are_told) in [("rId1", &*blanks, true), ("rId4", "", false)] {
        let around = Around { properties: &sheets(link), before, ..Around::default() };
        place.write("book.xlsx", raw(&rows, around));
        let run = place.ustap_ends(0, &["calculate", "book.xlsx#Rows", "--check"]);
        assert!(!run.stdout.contains("T2"), "{}", run.stdout);
        // The first of them is read where none is named.
        let run = place.ustap(&["calculate", "book.xlsx", "--check"]);
        assert_eq!((run.status == Some(0), run.stdout.contains("`T4000`")), (are_told, are_told), "{}", run.stderr);
    }
}

#[test]
fn what_is_no_workbook_of_this_form_ends_the_run() {
    let place = Place::new();
    let whole = raw(&one(&text("2026-08-05"), "<c><v>5</v></c>"), Around::default());
    let zip = |parts: &[(&str, &str)]| {
        let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    let encrypted = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), vec![0; 512], {
        "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect()
    }]
    .concat();
    let rows = |rows: &str| raw(rows, Around::default());
    let cell = |cell: &str| rows(&one(&text("2026-08-05"), cell));
    // One byte of what is packed: the checksum of the part tells.
    let name = b"xl/worksheets/sheet1.xml";
    let packed = whole.windows(name.len()).position(|bytes| bytes == name).unwrap() + name.len() + 60;
    let mut flipped = whole.clone();
    flipped[packed] ^= 0x10;
    // The other sheet under this name, wherever the archive has its own.
    let named_as = |name: &str| {
        let mut book = whole.clone();
        let (from, is_at) =
            ("xl/worksheets/sheet2.xml", |at: &usize| whole[*at..].starts_with(b"xl/worksheets/sheet2.xml"));
        for at in (0..whole.len()).filter(is_at) {
            book[at..at + from.len()].copy_from_slice(name.as_bytes());
        }
        book
    };
    let half = "x".repeat(1 << 19);
    let in_pieces = format!("<c t=\"inlineStr\"><is>{}</is></c>", format!("<r><t>{half}</t></r>").repeat(3));
    let shared = Around { strings: &format!("<si><t>{half}</t></si>"), ..Around::default() };
    for (bytes, message) in [
        (whole[..whole.len() / 2].to_vec(), "is a damaged workbook"),
        (whole[..whole.len() - 30].to_vec(), "is a damaged workbook"),
        (flipped, "is a damaged workbook"),
        (encrypted, "is an encrypted workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0".to_vec(), "(.xls)"),
        (zip(&[("mimetype", ""), ("content.xml", ""), ("META-INF/manifest.xml", "")]), "(.ods)"),
        (zip(&[("rows.csv", "operation_id,iin")]), "is an archive (.zip)"),
        (zip(&[("[Content_Types].xml", ""), ("xl/workbook.bin", "")]), "(.xlsb)"),
        (zip(&[("[Content_Types].xml", ""), ("word/document.xml", "")]), "(.docx)"),
        (zip(&[("[Content_Types].xml", "")]), "is a damaged workbook: xl/workbook.xml is not there"),
        (rows("<row r=\"2\"/><row r=\"2\"/>"), "the rows are out of order"),
        (rows("<row r=\"1048577\"/>"), "the rows are out of order"),
        (rows("<row><c r=\"B1\"/><c r=\"A1\"/></row>"), "out of order"),
        (
            rows("<row><c r=\"12\"/></row>"),
            "book.xlsx:1: is a damaged workbook: a cell gives a place that is none in this",
        ),
        (cell("<c r=\"D999\"><v>5</v></c>"), "book.xlsx:2: is a damaged workbook: a cell gives a place that is none"),
        (
            rows("<row><c t=\"s\"><v>7</v></c></row>"),
            "book.xlsx:1: is a damaged workbook: the text that the cell in column A names is not there",
        ),
        (rows("<row><c>"), "is a damaged workbook"),
        (cell("<c><v>five</v></c>"), "book.xlsx:2: is a damaged workbook: what stands in column D is no number"),
        (cell("<c><v>1e999</v></c>"), "what stands in column D is no number"),
        (
            cell("<c t=\"x\"><v>1</v></c>"),
            "book.xlsx:2: is a damaged workbook: the cell in column D is of an unknown kind",
        ),
        (cell("<c s=\"x\" r=\"D2\"><v>1</v></c>"), "the cell in column D is of an unknown kind"),
        (cell("<c t=\"str\"><v>&nobody;</v></c>"), "book.xlsx:2: is a damaged workbook: XML in it is not well-formed"),
        (cell("<c><v>5</v></nobody>"), "book.xlsx:2: is a damaged workbook: XML in it is not well-formed"),
        (cell("<c nobody><v>5</v></c>"), "book.xlsx:2: is a damaged workbook: XML in it is not well-formed"),
        (cell("<c t=\"e\"><v>#N/A&#31;x</v></c>"), "XML in it is not well-formed"),
        (cell("<c t=\"str\"><v>\u{1}</v></c>"), "XML in it is not well-formed"),
        (
            cell("<c><v>3</v><v>4</v></c>"),
            "book.xlsx:2: is a damaged workbook: more stands in the cell in column D than one value",
        ),
        (
            cell("<c><v>3<b>4</b>5</v></c>"),
            "book.xlsx:2: is a damaged workbook: more stands in the cell in column D than one value",
        ),
        (
            cell("<c><v>3</v><is><t>4</t></is></c>"),
            "book.xlsx:2: is a damaged workbook: more stands in the cell in column D than one value",
        ),
        (
            cell("<c><is><t>3</t></is><v>4</v></c>"),
            "book.xlsx:2: is a damaged workbook: more stands in the cell in column D than one value",
        ),
        // Of one name, and of one but for letters that no part is told by.
        (named_as("xl/worksheets/sheet1.xml"), "two of its parts have one name"),
        (named_as("xl/worksheets/Sheet1.xml"), "two of its parts have one name"),
        (cell(&text(&"x".repeat((1 << 20) + 1))), "book.xlsx:2: the row is longer than 1 MiB"),
        // Where nothing is read of it too: it is held.
        (rows(&row(&[&in_pieces])), "book.xlsx:1: the row is longer than 1 MiB"),
        (rows(&row(&[&text(&half), &text(&half), &text("x")])), "book.xlsx:1: the row is longer than 1 MiB"),
        (raw(&row(&["<c t=\"s\"><v>0</v></c>"; 3]), shared), "book.xlsx:1: the row is longer than 1 MiB"),
    ] {
        place.write("book.xlsx", bytes);
        let error = refused(&place, &["calculate", "book.xlsx"]);
        assert!(error.starts_with("error: book.xlsx") && error.contains(message), "{message}\n{error}");
        assert!(message.contains("1 MiB") || error.contains("\nhint: "), "{error}");
        // What stands in the file may be somebody's name.
        assert!(!["five", "nobody", "1e999"].iter().any(|value| error.contains(value)), "{error}");
    }
}

/// A mark in front of a record is none of it where the file is text. In a cell it is a part of the text, wherever the cell
/// stands, and a quote behind it opens nothing: no row behind it is lost.
#[test]
fn a_mark_and_a_quote_in_a_cell_are_text() {
    let place = Place::new();
    let header = ["operation_id", "iin", "settled_on", "income"];
    let ids = ["\u{feff}\"a", "b", "c", "\"d", "\u{feff}e", "e"];
    for (out, columns) in [("first", [0, 1, 2, 3]), ("second", [1, 0, 2, 3])] {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let rows = ids.iter().map(|id| [*id, A, "2026-08-05", "1000"]);
        for (line, row) in (0..).zip(std::iter::once(header).chain(rows)) {
            for (column, &of) in (0..).zip(&columns) {
                sheet.write_string(line, column, row[of]).unwrap();
            }
        }
        place.write("o.xlsx", book.save_to_buffer().unwrap());
        let run = place.ustap_ends(0, &["calculate", "o.xlsx", "--lines", "--out", out]);
        assert_eq!(run.summary("income"), "6000.00", "{columns:?}");
        let found = rows_of_ids(&place.read(&format!("{out}/lines.csv")));
        assert_eq!(found, ids.iter().map(|id| (*id).to_owned()).collect(), "{columns:?}");
    }
}

/// The ids of lines.
fn rows_of_ids(csv: &str) -> BTreeSet<String> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let at = reader.headers().unwrap().iter().position(|name| name == "operation_id").unwrap();
    reader.records().map(|row| row.unwrap()[at].to_owned()).collect()
}

#[test]
fn a_header_stands_within_the_first_twenty_rows() {
    let place = Place::new();
    let five = "<c><v>5</v></c>";
    let at = |number: usize| {
        let header = header().replace("<row>", &format!("<row r=\"{number}\">"));
        raw(
            &(row(&[&text("title")]) + &header + &row(&[&text("a"), &text(A), &text("2026-08-05"), five])),
            Around::default(),
        )
    };
    place.write("book.xlsx", at(20));
    place.ustap_ends(0, &["calculate", "book.xlsx", "--out", "run"]);
    place.write("book.xlsx", at(21));
    let error = refused(&place, &["calculate", "book.xlsx"]);
    assert!(error.contains("the header has no column `operation_id`, `iin`, `settled_on`, `income`"), "{error}");
    assert!(error.contains("within the first 20 rows of the sheet `Rows`"), "{error}");
    // The row that has the most of it is told.
    let nearly = header().replace("income", "sum");
    place.write("book.xlsx", raw(&(row(&[&text("title")]) + &nearly), Around::default()));
    let error = refused(&place, &["calculate", "book.xlsx"]);
    assert!(error.contains("book.xlsx:2: the header has no column `income`"), "{error}");
    assert!(!error.contains("one row"), "{error}");
    // With what stands in it, as of a text; and where other sheets have something, with these.
    let there = "hint: what stands there: `operation_id`, `iin`, `settled_on`, `sum`, `corrects_on`; --column operations.NAME=\"HEADER\" gives a column the name that stands there";
    assert!(error.ends_with(&format!("{there}\n")), "{error}");
    place.write("book.csv", "operation_id,iin,settled_on,sum,corrects_on\n");
    assert!(refused(&place, &["calculate", "book.csv"]).ends_with(&format!("{there}\n")));
    place.write(
        "sheets.xlsx",
        workbook(&[("Июль", false, &["operation_id,iin,settled_on,sum,corrects_on"]), ("Архив", true, &["x"])]),
    );
    let error = refused(&place, &["calculate", "sheets.xlsx"]);
    let other = ", and FILE#SHEET names another sheet (something stands in `Архив` (hidden) too)\n";
    assert!(error.ends_with(&format!("{there}{other}")), "{error}");
    place.ustap_ends(0, &["calculate", "book.xlsx", "--column", "income=sum", "--out", "mapped"]);
    // A heading that is merged over two columns, whose own ones stand in the next row.
    let below = row(&[&text(""), &text(""), &text(""), &text("Доход")]);
    place.write("two.xlsx", raw(&(nearly + &below + &row(&[&text("a")])), Around::default()));
    let error = refused(&place, &["calculate", "two.xlsx"]);
    let hint = "two.xlsx:1: the header has no column `income` [input]\nhint: write the header in one row, ";
    assert!(error.contains(hint), "{error}");
    // A heading over two columns is the first one's.
    let merged = raw(
        &(row(&["operation_id", "iin", "settled_on", "income"].map(text).each_ref().map(|cell| &**cell))
            .replace("</row>", "<c r=\"E1\" s=\"0\"/></row>")
            + &row(&[&text("a"), &text(A), &text("2026-08-05"), five, &text("")])),
        Around { behind: "<mergeCells count=\"1\"><mergeCell ref=\"D1:E1\"/></mergeCells>", ..Around::default() },
    );
    assert_eq!(outcome(&place, merged), "2026-08-05 5.00");
    // Cells that are merged over rows below it are meant for each of these, and stored in the first; but where they are of
    // no column that is read, above the header, of one row alone, or below all rows.
    let many = |merged: &str| {
        let rows = header()
            + &row(&[&text("a"), &text(A), &text("2026-08-05"), five, "<c/>", &text("x")])
            + &row(&[&text("b"), "<c/>", &text("2026-08-05"), five]);
        let behind = format!(
            "<sheetProtection/><autoFilter><filterColumn><extLst><ext><x:iconFilter xmlns:x=\"urn:x\"/></ext></extLst>\
             </filterColumn></autoFilter><customSheetViews><customSheetView guid=\"x\"><pageMargins/></customSheetView>\
             </customSheetViews><mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"{merged}\"/></mergeCells>"
        );
        let empty = row(&["<c s=\"0\"/>", "<c/>", "<c><v></v></c>"]);
        raw(&(row(&[&text("title")]) + &rows + &empty), Around { behind: &behind, ..Around::default() })
    };
    for (merged, is_refused) in [
        ("B3:B4", true),
        ("A3:F4", true),
        ("A4:D6", true),
        ("D2:D3", false),
        ("F3:F4", false),
        ("A1:B2", false),
        ("A4:B4", false),
        ("A5:D6", false),
    ] {
        place.write("book.xlsx", many(merged));
        let run = place.ustap(&["calculate", "book.xlsx", "--check"]);
        assert_eq!(run.status, Some(if is_refused { 2 } else { 1 }), "{merged}: {}{}", run.stdout, run.stderr);
        assert_eq!(run.stderr.contains(&format!("the cells {merged} are merged")), is_refused, "{}", run.stderr);
    }
    // A text that never ends is not held whole: packed it takes a few bytes for each mebibyte.
    let bomb = header() + &format!("<row>{}</row>", " ".repeat(5 << 20));
    place.write("book.xlsx", raw(&bomb, Around::default()));
    let error = refused(&place, &["calculate", "book.xlsx"]);
    assert!(error.contains("a text or tag of it is longer than 4 MiB"), "{error}");
    // Nor are the names of elements that never end.
    let deep = header() + &format!("<row>{}</row>", "<c>".repeat(300));
    place.write("book.xlsx", raw(&deep, Around::default()));
    let error = refused(&place, &["calculate", "book.xlsx"]);
    assert!(error.contains("its elements stand more than 256 deep in one another"), "{error}");
    // Nor do lists of sheets, formats and styles grow as they are told to, or names.
    let many = |what: &str, count: usize| format!("/>{}<x", what.repeat(count));
    for (properties, said) in [
        (many("<sheet name=\"s\" r:id=\"rId4\"/>", 1 << 13), "it lists more than 8192 of its sheets, parts or styles"),
        (many(&format!("<sheet name=\"{}\"/>", "s".repeat(5 << 10)), 1), "a name in it is longer than 4 KiB"),
    ] {
        let around = Around { properties: &properties, ..Around::default() };
        place.write("book.xlsx", raw(&one(&text("2026-08-05"), five), around));
        let error = refused(&place, &["calculate", "book.xlsx"]);
        assert!(error.contains(said), "{error}");
    }
    // A near miss is one in a workbook too.
    let miss = header().replace("corrects_on", "correct_on");
    place.write("book.xlsx", raw(&miss, Around::default()));
    let error = refused(&place, &["calculate", "book.xlsx"]);
    assert!(error.contains("book.xlsx:1: `correct_on` is not read and `corrects_on` is missing"), "{error}");
}

/// Also where it has a column that is not read above.
#[test]
fn another_header_further_down_a_sheet_ends_the_run() {
    let place = Place::new();
    let five = "<c><v>5</v></c>";
    for (other, is_refused) in [("corrects_on", true), ("note", false)] {
        let rows = row(&[&text("a"), &text(A), &text("2026-08-05"), five]).repeat(30);
        let names = ["operation_id", "iin", "settled_on", "income"].map(text);
        let with = |last: &str| {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            row(&[&names[..], &[&text(last)]].concat())
        };
        place.write("book.xlsx", raw(&(with("note") + &rows + &with(other)), Around::default()));
        let run = place.ustap(&["calculate", "book.xlsx", "--check"]);
        assert_eq!(run.status, Some(if is_refused { 2 } else { 1 }), "{}{}", run.stdout, run.stderr);
        let told = "book.xlsx:32: a header stands here again, and its column 5 is another";
        assert_eq!(run.stderr.contains(told), is_refused, "{}", run.stderr);
    }
}

/// The ИИН of the other header stands in a column that is not read by the first, near to it and far from it.
#[test]
fn a_header_with_its_columns_moved_ends_the_run_of_a_sheet_as_that_of_a_text() {
    let place = Place::new();
    let (header, moved) = ("note,operation_id,iin,settled_on,income", "ЖСН,operation_id,Прим,settled_on,Доход");
    for rows in [1, 30] {
        let first = format!("x,a,{A},2026-08-05,5\n").repeat(rows);
        let text_rows = format!("{header}\n{first}{moved}\n{A},b,x,2026-08-05,5\n");
        let of_line = |line: &str| format!("<row>{}</row>", line.split(',').map(text).collect::<String>());
        place.write("rows.csv", &text_rows);
        place.write("rows.xlsx", raw(&text_rows.lines().map(of_line).collect::<String>(), Around::default()));
        for file in ["rows.csv", "rows.xlsx"] {
            let error = refused(&place, &["calculate", file]);
            let told = format!("error: {file}:{}: a header stands here again, and its column 1 is another", rows + 2);
            assert!(error.starts_with(&told), "{error}");
        }
    }
}

/// Beside a person a cell may say that its number is an «ИИН», as one of another column or beyond the header.
#[test]
fn a_remark_that_is_called_as_a_column_is_no_header() {
    let place = Place::new();
    place.write("operations.csv", format!("operation_id,iin,settled_on,income\na,{A},2026-08-05,5\n"));
    let rows = ["ИИН,Фамилия,Имя,Тип номера", ",Иванова,Анна,ИИН", &format!("{A},Примеров,Асет,,ИИН")];
    let of_line = |line: &&str| {
        let cells = line.split(',').map(|cell| if cell.is_empty() { "<c/>".to_owned() } else { text(cell) });
        format!("<row>{}</row>", cells.collect::<String>())
    };
    place.write("people.csv", rows.join("\n") + "\n");
    place.write("people.xlsx", raw(&rows.iter().map(of_line).collect::<String>(), Around::default()));
    for file in ["people.csv", "people.xlsx"] {
        let run = place.ustap_ends(1, &["calculate", "operations.csv", "--contractors", file, "--check"]);
        assert!(run.stdout.contains(&format!("rejected iin                          1  {file}:2\n")), "{}", run.stdout);
    }
}

/// Amounts are in tenge, and are counted as they stand.
#[test]
fn a_title_that_says_thousands_is_told() {
    let place = Place::new();
    let five = "<c><v>5</v></c>";
    let titled = |title: &str, header: &str| row(&[&text("Доходы")]) + &row(&[&text(title)]) + header;
    for (title, told) in [
        (
            "за август, тыс. тенге",
            Some("book.xlsx: line 2, above the header, says `тыс тенге`, and amounts are counted"),
        ),
        ("за август, в тенге", None),
    ] {
        let rows = titled(title, &header()) + &row(&[&text("a"), &text(A), &text("2026-08-05"), five]);
        place.write("book.xlsx", raw(&rows, Around::default()));
        let run = place.ustap_ends(0, &["calculate", "book.xlsx", "--check"]);
        assert_eq!(run.stdout.contains("above the header"), told.is_some(), "{}", run.stdout);
        assert!(told.is_none_or(|told| run.stdout.contains(told)), "{}", run.stdout);
    }
    let late = row(&["payment", "period", "paid_on", "amount"].map(text).each_ref().map(|cell| &**cell));
    let of = row(&[&text("opv"), &text("2026-08"), &text("2026-10-01"), five]);
    place.write("late.xlsx", raw(&(titled("мың теңге", &late) + &of), Around::default()));
    let run = place.ustap_ends(0, &["penalty", "late.xlsx"]);
    assert!(run.stderr.contains("late.xlsx: line 2, above the header, says `мың теңге`"), "{}", run.stderr);
    // Who has no amounts has no unit of them.
    let people = row(&[&text("iin"), &text("surname")]) + &row(&[&text(A), &text("Ким")]);
    place.write("people.xlsx", raw(&titled("тыс. тг", &people), Around::default()));
    let run = place.ustap_ends(0, &["calculate", "book.xlsx", "--contractors", "people.xlsx", "--check"]);
    assert!(!run.stdout.contains("above the header"), "{}", run.stdout);
}

/// Whole numbers are ids however long: each of three operations counts, as in the CSV, and the CSV has the same ids.
#[test]
fn long_numbers_of_ids_are_told_from_each_other() {
    let place = Place::new();
    // Beyond 2⁵³ as numbers of 64 bits the last two are one.
    let ids = ["1234567890123456789", "2608070000000001", "9007199254740992", "9007199254740993"];
    let row_of = |id: &str| row(&[&format!("<c><v>{id}</v></c>"), &text(A), &text("2026-08-05"), "<c><v>100</v></c>"]);
    place.write("book.xlsx", raw(&(header() + &ids.map(row_of).concat()), Around::default()));
    let run = place.ustap_ends(0, &["calculate", "book.xlsx", "--lines", "--out", "run"]);
    assert_eq!(run.summary("income"), "400.00");
    assert_eq!(
        rows(&place.read("run/lines.csv")).iter().map(|row| row["operation_id"].to_owned()).collect::<Vec<_>>(),
        ids
    );
    let csv = ids.map(|id| format!("{id},{A},2026-08-05,100\n")).concat();
    place.write("same.csv", format!("operation_id,iin,settled_on,income\n{csv}"));
    let run = place.ustap_ends(1, &["calculate", "same.csv", "book.xlsx", "--out", "twice"]);
    assert_eq!((run.summary("income"), run.summary("  rejected")), ("400.00", "4"));
    assert!(!run.stdout.contains("note: "), "{}", run.stdout);
    // A day and its time as a number, and a day in the column of amounts.
    let number = "<c><v>46239.5</v></c>";
    let said = outcome(&place, raw(&one(number, "<c><v>5</v></c>"), Around::default()));
    assert!(said.starts_with("2,date,settled_on,46239.5,\"Digits alone are no day"), "{said}");
    let said = outcome(&place, raw(&one(&text("2026-08-05"), "<c s=\"1\"><v>46239</v></c>"), Around::default()));
    assert_eq!(said, "2,income,income,2026-08-05,A day stands where an amount is needed.");
    // Below the rows where a header is looked for the sheet is not empty.
    let deep = header().replace("<row>", "<row r=\"31\">");
    let formatted: String = (1..=30).map(|row| format!("<row r=\"{row}\"><c s=\"1\"/></row>")).collect();
    for above in ["", &formatted] {
        place.write("book.xlsx", raw(&(above.to_owned() + &deep), Around::default()));
        let error = refused(&place, &["calculate", "book.xlsx"]);
        assert!(error.contains("within the first 20 rows of the sheet `Rows`"), "{error}");
    }
}

#[test]
fn a_workbook_with_macros_is_read_without_them_and_from_a_pipe_too() {
    let place = Place::new();
    let rows = one(&text("2026-08-05"), "<c><v>5</v></c>");
    let parts = [("xl/vbaProject.bin", "\u{1}not looked at")];
    let book = raw(&rows, Around { parts: &parts, ..Around::default() });
    place.write("book.xlsm", &book);
    place.ustap_ends(0, &["calculate", "book.xlsm", "--out", "run"]);
    let run = place.ustap_reading(&["calculate", "-", "--out", "piped"], &book);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert_eq!(place.read("piped/register.csv"), place.read("run/register.csv"));
    assert_eq!(place.read("piped/receipt.json"), place.read("run/receipt.json").replace("book.xlsm", "-"));
    // It goes to where the system has temporary files, which is said where it cannot.
    let mut shell = std::process::Command::new("sh");
    let piped = format!("cat book.xlsm | TMPDIR=none USTAP_LANG=en {} calculate - --check", program().display());
    let output = shell.args(["-c", &piped]).current_dir(place.path("")).output().unwrap();
    let said = "error: standard input: the workbook cannot be copied to none: there is no such file or directory \
                [output]\nhint: name in TMPDIR a directory that is there and has room\n";
    assert_eq!(String::from_utf8_lossy(&output.stderr), said);
}
