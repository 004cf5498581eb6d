//! Settlement on the command line: the worked example, MT-102 read by a reader of its own, workbooks opened again, and
//! what is refused.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::program::{Place, sha256};
use calamine::{Data, Reader, Xlsx, open_workbook};
use rust_decimal::Decimal;

fn example(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name).display().to_string()
}

fn place_with_run() -> Place {
    let place = Place::new();
    let input = |name: &str| example(&format!("august-2026/{name}"));
    let (operations, exemptions, contractors) =
        (input("operations.csv"), input("exemptions.csv"), input("contractors.csv"));
    let run = place.ustap(&[
        "calculate",
        &operations,
        "--exemptions",
        &exemptions,
        "--contractors",
        &contractors,
        "--period",
        "2026-08",
        "--out",
        "run",
    ]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    place
}

/// Runs `ustap lists run` for the contractors of the example.
fn lists(place: &Place, more: &[&str]) -> crate::program::Run {
    let contractors = example("august-2026/contractors.csv");
    let mut arguments = vec!["lists", "run", "--contractors", &contractors];
    arguments.extend(more);
    place.ustap(&arguments)
}

const MT102: [&str; 8] = ["--payment", "all", "--format", "mt102", "--date", "2026-09-21", "--out", "mt102"];

fn mt102(place: &Place, payer: &str, more: &[&str]) -> crate::program::Run {
    let mut arguments = vec!["--payer", payer];
    arguments.extend(MT102);
    arguments.extend(more);
    lists(place, &arguments)
}

/// Every file under `expected/DIR` is what the directory has, which verifies.
fn as_expected(place: &Place, dir: &str) {
    place.ustap_ends(0, &["verify", dir]);
    let expected = example(&format!("settlement/expected/{dir}"));
    let written = place.files(dir);
    let mut count = 0;
    for entry in fs::read_dir(expected).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        let expected = String::from_utf8(fs::read(entry.path()).unwrap()).unwrap();
        let found = written.get(&name).unwrap_or_else(|| panic!("{dir}/{name}"));
        assert_eq!(String::from_utf8_lossy(found), expected, "{dir}/{name}");
        count += 1;
    }
    assert!(count > 0);
}

fn records(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|record| record.unwrap()).collect()
}

#[test]
fn the_whole_way_of_the_example() {
    let place = place_with_run();
    let run = lists(&place, &["--payment", "all", "--format", "csv", "--out", "lists"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    as_expected(&place, "lists");

    let payer = example("settlement/payer.toml");
    // A pipe is read once.
    let contractors = example("august-2026/contractors.csv");
    let piped = [&["lists", "run", "--contractors", &contractors, "--payer", "/dev/stdin"], &MT102[..]].concat();
    let run = place.ustap_reading(&piped, &fs::read(&payer).unwrap());
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    fs::rename(place.path("mt102"), place.path("piped")).unwrap();
    let run = mt102(&place, &payer, &[]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    let [piped, named] = ["piped", "mt102"].map(|dir| place.files(dir));
    // The receipts have the names by which the payer's file was given.
    assert!(
        piped.len() == named.len()
            && piped.iter().all(|(name, bytes)| name.starts_with("receipt.") || named[name] == *bytes)
    );
    assert!(run.stdout.contains("no MT-102 for `opvr`: settlement/mt102.toml has no [[letter]] with knp = \"089\""));
    assert!(run.stdout.contains("no MT-102 for `vosms`: settlement/mt102.toml has no [[letter]] with knp = \"122\""));
    for payment in ["ОПВР", "ВОСМС"] {
        assert!(
            run.stdout.contains(&format!("next: no file for the bank has {payment} yet: `ustap lists ")),
            "{}",
            run.stdout
        );
    }
    assert!(run.stdout.contains("the next payment order has the number 17"));
    as_expected(&place, "mt102");
    // By the sums of КГД the table is of these too: without them another sum would be paid.
    let kgd = example("settlement/kgd.csv");
    let of_kgd = ["--payment", "all", "--format", "mt102", "--date", "2026-09-21", "--kgd", &kgd, "--payer", &payer];
    let run = lists(&place, &[&of_kgd[..], &["--penalties", "--restore-zeros", "--out", "mt102-kgd"]].concat());
    let step =
        "`ustap lists run --restore-zeros --kgd FILE --penalties --contractors FILE --payer FILE --payment vosms";
    assert!(run.stdout.contains(step), "{}", run.stdout);

    let (answer, kgd) = (example("settlement/answer.csv"), example("settlement/kgd.csv"));
    let reconcile = ["reconcile", "--register", "run", "--answer", &answer, "--kgd", &kgd, "--xlsx", "--out"];
    let run = place.ustap(&[&reconcile[..], &["reconciled"]].concat());
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    for line in [
        "  ours 292215.00 = matched 272821.00 + breaks 19394.00",
        "  theirs 297966.50 = matched 272821.00 + breaks 25145.50",
        "  ours 292215.00 = matched 259409.00 + breaks 32806.00",
    ] {
        assert!(run.stdout.lines().any(|found| found == line), "{line}\n{}", run.stdout);
    }
    // No more of a person's number is shown than this.
    assert!(run.stdout.contains("9001****0017") && !run.stdout.contains("900101300017"), "{}", run.stdout);
    as_expected(&place, "reconciled");
    let breaks = records(&place.read("reconciled/breaks.csv"));
    let header = place.read("reconciled/breaks.csv").lines().next().unwrap().to_owned();
    let sheet = ("reconciled/breaks.xlsx", "Расхождения", "Сторона");
    same_cells(&place, sheet, &header, &breaks, &["ours", "theirs", "difference", "line"]);

    // Equal runs, equal bytes: workbooks and receipts too.
    let run = place.ustap(&[&reconcile[..], &["again"]].concat());
    assert_eq!(run.status, Some(1));
    assert_eq!(place.files("again"), place.files("reconciled"));

    let kinds = ["--kind", "amount", "--kind", "unexpected", "--reason", "over-accrued", "--out", "over-accrued"];
    let run = place.ustap(&[&["refunds", "reconciled"], &kinds[..]].concat());
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(run.stdout.starts_with("paid above due 2974.50\n"), "{}", run.stdout);
    assert!(run.stdout.contains("not asked back: 7198.00 above the register"), "{}", run.stdout);
    as_expected(&place, "over-accrued");
    let twice = ["--kind", "duplicate", "--reason", "paid-twice", "--out", "paid-twice"];
    let run = place.ustap(&[&["refunds", "reconciled"], &twice[..]].concat());
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    as_expected(&place, "paid-twice");
    // A reason that is not known for a payment leaves its persons out, in a file of their own.
    let run = place.ustap(&["refunds", "reconciled", "--reason", "wrong-period", "--out", "left"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    let out = records(&place.read("left/left_out.csv"));
    assert!(out.iter().all(|row| row["why"] == "reason" && row["payment"] != "so") && out.len() == 7, "{out:?}");
    assert!(run.stdout.contains("no application is needed: 1 sum was returned already"), "{}", run.stdout);
}

/// The table of a sheet: its headings, and the rows under them up to one whose first cell says «Итого» or nothing.
fn table(book: &mut Xlsx<std::io::BufReader<fs::File>>, sheet: &str, first: &str) -> (Vec<String>, Vec<Vec<Data>>) {
    let range = book.worksheet_range(sheet).unwrap();
    let mut rows = range.rows().skip_while(|row| row[0] != Data::String(first.to_owned()));
    let headings = rows.next().unwrap_or_else(|| panic!("{sheet} has no `{first}`"));
    let is_row = |row: &&[Data]| {
        let cell = row[0].to_string();
        !cell.is_empty() && !["Итого", "Барлығы", "Total"].iter().any(|label| cell.starts_with(label))
    };
    (headings.iter().map(ToString::to_string).collect(), rows.take_while(is_row).map(<[Data]>::to_vec).collect())
}

/// The cells of a sheet against rows of a file: numbers as numbers, the rest as text.
fn same_cells(
    place: &Place,
    (file, sheet, first): (&str, &str, &str),
    header: &str,
    rows: &[BTreeMap<String, String>],
    numbers: &[&str],
) {
    let mut book: Xlsx<_> = open_workbook(place.path(file)).unwrap();
    let (headings, cells) = table(&mut book, sheet, first);
    let columns: Vec<&str> = header.trim_end().split(',').collect();
    assert_eq!((headings.len(), cells.len()), (columns.len(), rows.len()), "{sheet}");
    assert!(headings.iter().all(|heading| !heading.is_empty() && !columns.contains(&heading.as_str())), "{headings:?}");
    for (row, cells) in rows.iter().zip(&cells) {
        for (column, cell) in columns.iter().copied().zip(cells) {
            same_cell(cell, &row[column], numbers.contains(&column), column);
        }
    }
}

fn same_cell(cell: &Data, text: &str, is_number: bool, column: &str) {
    match cell {
        Data::Empty => assert_eq!(text, "", "{column}"),
        Data::Float(number) => {
            assert!(is_number, "{column} {text}");
            let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            assert_eq!(format!("{number:.decimals$}"), text, "{column}");
        }
        Data::String(found) if column == "payment" => {
            let payments = [("opv", "ОПВ"), ("opvr", "ОПВР"), ("so", "СО"), ("vosms", "ВОСМС"), ("ipn", "ИПН")];
            assert!(payments.contains(&(text, found)), "{found} for {text}");
        }
        // The run speaks English and the workbook Russian: the fixed sentence of the code stands there.
        Data::String(found) if column == "message" => assert!(found != text && found.ends_with('.'), "{found}"),
        Data::String(found) => {
            assert!(!is_number, "{column} {text}");
            assert_eq!(found, text, "{column}");
        }
        other => panic!("{column}: {other:?}"),
    }
}

#[test]
fn a_workbook_has_every_list_the_register_and_the_rejects() {
    let place = place_with_run();
    let more = |lang, out| ["--payment", "all", "--format", "xlsx", "--lang", lang, "--out", out];
    let run = lists(&place, &more("ru", "book"));
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    let run = lists(&place, &["--payment", "all", "--format", "csv", "--out", "lists"]);
    assert_eq!(run.status, Some(1));
    let mut book: Xlsx<_> = open_workbook(place.path("book/lists.xlsx")).unwrap();
    let sheets = ["Итоги", "ОПВ 2026-08", "ОПВР 2026-08", "СО 2026-08", "ВОСМС 2026-08"];
    assert_eq!(book.sheet_names(), [&sheets[..], &["Не вошли в списки", "Реестр", "Отклонённые строки"]].concat());
    let files = ["opv", "opvr", "so", "vosms"].map(|payment| format!("lists/{payment}-2026-08.csv"));
    for (sheet, file) in sheets[1..].iter().zip(&files) {
        let rows = records(&place.read(file));
        let (headings, cells) = table(&mut book, sheet, "№");
        let named = ["№", "ИИН", "Фамилия", "Имя", "Отчество", "Дата рождения", "Период", "КНП", "Ставка", "Сумма"];
        assert_eq!(headings, [&named[..], &["БИН/ИИН оператора"]].concat());
        assert_eq!(cells.len(), rows.len());
        let columns: Vec<&str> =
            "number,iin,surname,given_name,patronymic,birth_date,period,knp,rate,amount,operator".split(',').collect();
        for (row, cells) in rows.iter().zip(&cells) {
            for (column, cell) in columns.iter().zip(cells) {
                match cell {
                    Data::DateTime(date) => {
                        let (year, month, day, ..) = date.to_ymd_hms_milli();
                        assert_eq!(format!("{year:04}-{month:02}-{day:02}"), row["birth_date"]);
                    }
                    cell => same_cell(cell, &row[*column], ["number", "amount"].contains(column), column),
                }
            }
        }
    }
    let register = records(&place.read("run/register.csv"));
    let header = place.read("run/register.csv").lines().next().unwrap().to_owned();
    let text = ["iin", "period", "regime", "notes"];
    let numbers: Vec<&str> = header.split(',').filter(|column| !text.contains(column)).collect();
    same_cells(&place, ("book/lists.xlsx", "Реестр", "ИИН"), &header, &register, &numbers);
    let rejects = records(&place.read("run/rejects.csv"));
    let header = "file,line,code,field,value,message";
    same_cells(&place, ("book/lists.xlsx", "Отклонённые строки", "Файл"), header, &rejects, &["line"]);
    let payments = records(&place.read("run/payments.csv"));
    let (headings, totals) = table(&mut book, "Итоги", "Платёж");
    assert_eq!(headings[3..9], ["Ставка", "Назначение платежа", "Срок", "БИН получателя", "Счёт", "БИК"]);
    // One order is one list (settlement.md): what is in none is transferred for nobody.
    assert_eq!(headings[10], "Сумма к перечислению по списку");
    assert_eq!(headings[13], "Всего по платежу (в списке и вне его)");
    assert_eq!(totals.len(), 4);
    for (row, cells) in payments.iter().skip(1).zip(&totals) {
        same_cell(&cells[13], &row["amount"], true, "amount");
    }
    // Frozen heading and filter, which the reader does not tell: 27 persons under the headings in row 5.
    let sheet = part(&place.path("book/lists.xlsx"), "xl/worksheets/sheet2.xml");
    for expected in
        ["state=\"frozen\"", "topLeftCell=\"A6\"", "<autoFilter ref=\"A5:K32\"/>", "orientation=\"landscape\""]
    {
        assert!(sheet.contains(expected), "{expected}");
    }
    for (lang, name, heading) in [("kk", "МЗЖ 2026-08", "ЖСН"), ("en", "ОПВ 2026-08", "IIN")] {
        let run = lists(&place, &more(lang, lang));
        assert_eq!(run.status, Some(1), "{}", run.stderr);
        let mut book: Xlsx<_> = open_workbook(place.path(&format!("{lang}/lists.xlsx"))).unwrap();
        let range = book.worksheet_range(name).unwrap();
        assert_eq!(range.get_value((4, 1)), Some(&Data::String(heading.to_owned())));
    }
}

/// A list is signed: who pays what for which month, the sum, and room for names.
#[test]
fn a_list_in_a_workbook_is_a_document() {
    let place = place_with_run();
    let payer = example("settlement/payer.toml");
    let more = ["--payment", "opv", "--format", "xlsx", "--out"];
    let named = lists(&place, &[&more[..], &["named", "--payer", &payer]].concat());
    assert_eq!(named.status, Some(1), "{}", named.stderr);
    lists(&place, &[&more[..], &["blank"]].concat());
    let column = |file: &str| -> Vec<String> {
        let mut book: Xlsx<_> = open_workbook(place.path(file)).unwrap();
        let range = book.worksheet_range("ОПВ 2026-08").unwrap();
        range.rows().map(|row| row[0].to_string()).collect()
    };
    let rows = column("named/lists.xlsx");
    assert_eq!(
        rows[..5],
        [
            "Список к сводному платёжному поручению",
            "ОПВ за август 2026 г., ставка 1%",
            "Оператор интернет-платформы: ТОО «Пример», БИН/ИИН 210390000016",
            "",
            "№"
        ]
    );
    // 27 persons; what is listed of ОПВ is all of payments.csv, 82 651.00.
    assert_eq!(rows[32], "Итого, лиц: 27");
    let mut book: Xlsx<_> = open_workbook(place.path("named/lists.xlsx")).unwrap();
    let range = book.worksheet_range("ОПВ 2026-08").unwrap();
    assert_eq!(range.get_value((32, 9)), Some(&Data::Float("82651".parse().unwrap())));
    let foot = &rows[34];
    assert!(foot.contains("Руководитель:  ____________________  Примеров Пример Примерович"), "{foot}");
    assert!(foot.contains("Главный бухгалтер:  ____________________  Образцова Анна Образовна"), "{foot}");
    let blank = "____________________";
    assert_eq!(column("blank/lists.xlsx")[2], format!("Оператор интернет-платформы: {blank}, БИН/ИИН {blank}"));
    let sheet = part(&place.path("named/lists.xlsx"), "xl/workbook.xml");
    assert!(sheet.contains("'ОПВ 2026-08'!$5:$5"), "{sheet}");
}

/// A file inside a workbook.
fn part(path: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

/// A row of an MT-102 file.
#[derive(Debug, PartialEq, Eq)]
struct Mt102Row {
    amount: Decimal,
    fields: BTreeMap<String, String>,
}

/// What an MT-102 file says: header lines by tag, rows, and the sum.
fn read_mt102(text: &str) -> (Vec<String>, Vec<Mt102Row>, Decimal) {
    let decimal = |text: &str| -> Decimal { text.strip_prefix("KZT").unwrap().replace(',', ".").parse().unwrap() };
    let body = text.strip_suffix("-}\r\n").unwrap();
    let (header, rest) = body.split_once(":21:").unwrap();
    let (rows, closing) = rest.rsplit_once(":32A:").unwrap();
    let rows = rows.split(":21:").enumerate().map(|(number, row)| {
        let mut lines = row.lines();
        assert_eq!(lines.next().unwrap(), (number + 1).to_string());
        let amount = decimal(lines.next().unwrap().strip_prefix(":32B:").unwrap());
        let fields = lines.map(|line| {
            let line = line.strip_prefix(":70:").unwrap_or(line);
            let (key, value) = line.strip_prefix('/').unwrap().split_once('/').unwrap();
            (key.to_owned(), value.to_owned())
        });
        Mt102Row { amount, fields: fields.collect() }
    });
    (header.lines().map(str::to_owned).collect(), rows.collect(), decimal(&closing.trim_end()[6..]))
}

#[test]
fn mt102_read_by_another_reader() {
    let place = place_with_run();
    let run = mt102(&place, &example("settlement/payer.toml"), &[]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    let run = lists(&place, &["--payment", "all", "--format", "csv", "--out", "lists"]);
    assert_eq!(run.status, Some(1));
    for (payment, letter, iban) in [("opv", "C", "KZ12009NPS0413609816"), ("so", "S", "KZ67009SS00368609110")] {
        let text = place.read(&format!("mt102/{payment}-2026-08.txt"));
        let (header, rows, sum) = read_mt102(&text);
        assert!(header.contains(&format!(":59:{iban}")) && header.contains(&":57B:GCVPKZ2A".to_owned()));
        assert!(!header.iter().any(|line| line.starts_with("/PERIOD/")));
        let purpose = format!("/ASSIGN/{} за август 2026 г., ставка 1%", if letter == "C" { "ОПВ" } else { "СО" });
        assert_eq!(header.last(), Some(&purpose));
        let listed = records(&place.read(&format!("lists/{payment}-2026-08.csv")));
        assert_eq!(rows.len(), listed.len());
        for (row, listed) in rows.iter().zip(&listed) {
            assert_eq!(row.amount, listed["amount"].parse().unwrap());
            let mut expected = BTreeMap::from([
                ("OPV".to_owned(), letter.to_owned()),
                ("FM".to_owned(), listed["surname"].clone()),
                ("NM".to_owned(), listed["given_name"].clone()),
                ("IDN".to_owned(), listed["iin"].clone()),
                ("PERIOD".to_owned(), "082026".to_owned()),
            ]);
            // What a person does not have is left out.
            let mut optional = |key: &str, text: String| {
                if !text.is_empty() {
                    expected.insert(key.to_owned(), text);
                }
            };
            optional("FT", listed["patronymic"].clone());
            optional("DT", listed["birth_date"].replace('-', ""));
            assert_eq!(row.fields, expected);
        }
        assert_eq!(rows.iter().map(|row| row.amount).sum::<Decimal>(), sum);
    }
}

/// A run of one month of one person, and his contractors file.
fn small(place: &Place, surname: &str, given_name: &str, birth_date: &str) {
    place.write("operations.csv", "operation_id,iin,settled_on,income\n1,900101300017,2026-08-05,300000\n");
    place.write(
        "contractors.csv",
        format!("iin,surname,given_name,birth_date\n900101300017,{surname},{given_name},{birth_date}\n"),
    );
    if !place.exists("run") {
        assert_eq!(place.ustap(&["calculate", "operations.csv", "--out", "run"]).status, Some(0));
    }
    place.write("payer.toml", fs::read(example("settlement/payer.toml")).unwrap());
}

fn small_mt102(place: &Place, more: &[&str]) -> crate::program::Run {
    let mut arguments = vec!["lists", "run", "--contractors", "contractors.csv", "--payment", "so"];
    arguments.extend(["--format", "mt102", "--payer", "payer.toml", "--date", "2026-09-21", "--out", "out"]);
    arguments.extend(more);
    place.ustap(&arguments)
}

#[test]
fn an_mt102_that_would_break_a_rule_is_not_published() {
    let place = Place::new();
    let refused = |message: &str, more: &[&str]| {
        let run = small_mt102(&place, more);
        assert_eq!(run.status, Some(2), "{}{}", run.stdout, run.stderr);
        assert!(run.stderr.contains(message), "{}", run.stderr);
        assert!(!place.exists("out"));
    };
    small(&place, "Үлгі", "Мысал", "1990-01-01");
    refused(
        "the letter `Ү` of 9001****0017, row 1 (/FM/) does not exist in windows-1251",
        &["--encoding", "windows-1251"],
    );
    small(&place, "Иванов", "Иван", "1990-01-01");
    let payer = place.read("payer.toml");
    for (old, new, message) in [
        (
            "ТОО «Пример»",
            "Товарищество с ограниченной ответственностью «Пример длинного имени»",
            "the name of the payer",
        ),
        ("210390000016", "210390000017", "payer.toml:3:7: `bin`: `2103****0017` is no БИН"),
        ("KZ86", "KZ87", "payer.toml:4:11: `account`: `KZ87125KZT5004100100` is no account number"),
        ("next_order", "order", "unknown field `order`"),
        ("bik = \"TSTBKZKA\"\n", "", "there is no `bik`"),
    ] {
        place.write("payer.toml", payer.replace(old, new));
        refused(message, &[]);
    }
    place.write("payer.toml", &payer);
    let run = small_mt102(&place, &["--encoding", "windows-1251"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let bytes = &place.files("out")["so-2026-08.txt"];
    let (text, _, _) = encoding_rs::WINDOWS_1251.decode(bytes);
    let (_, rows, sum) = read_mt102(&text);
    assert_eq!((rows.len(), rows[0].fields["FM"].as_str(), sum), (1, "Иванов", Decimal::new(300_000, 2)));
}

#[test]
fn who_has_no_name_is_listed_apart() {
    let place = Place::new();
    for (surname, given_name, birth_date, missing) in
        [("", "Иван", "1990-01-01", "surname"), ("Иванов", "", "", "given_name"), ("", "", "", "surname|given_name")]
    {
        small(&place, surname, given_name, birth_date);
        let arguments = ["--payment", "so", "--format", "csv", "--out", "out"];
        let run = place.ustap(&[&["lists", "run", "--contractors", "contractors.csv"], &arguments[..]].concat());
        assert_eq!(run.status, Some(1), "{}", run.stderr);
        assert_eq!(
            place.read("out/unlisted.csv"),
            format!("iin,period,payment,knp,amount,missing\n900101300017,2026-08,so,012,3000.00,{missing}\n")
        );
        fs::remove_dir_all(place.path("out")).unwrap();
        // Of all that is unlisted no order is made.
        let run = small_mt102(&place, &[]);
        assert_eq!(run.status, Some(1), "{}", run.stderr);
        assert!(!place.exists("out/so-2026-08.txt"));
        fs::remove_dir_all(place.path("out")).unwrap();
    }
}

/// Rows of one person complete each other, in any order and case; they may not contradict each other.
#[test]
fn rows_of_one_contractor_agree_or_nobody_is_named() {
    let place = Place::new();
    small(&place, "", "", "");
    let unlisted = |rows: &[&str]| {
        let rows: String = rows.iter().map(|row| format!("900101300017,{row}\n")).collect();
        place.write("contractors.csv", format!("iin,surname,given_name,patronymic,birth_date\n{rows}"));
        let arguments = ["--payment", "so", "--format", "csv", "--out", "out"];
        let run = place.ustap(&[&["lists", "run", "--contractors", "contractors.csv"], &arguments[..]].concat());
        let (list, unlisted) = (place.read("out/so-2026-08.csv"), place.read("out/unlisted.csv"));
        fs::remove_dir_all(place.path("out")).unwrap();
        let missing = unlisted.lines().nth(1).map(|row| row.rsplit(',').next().unwrap().to_owned());
        assert_eq!(
            (run.status, list.lines().count()),
            (Some(i32::from(missing.is_some())), 2 - usize::from(missing.is_some()))
        );
        (missing.unwrap_or_default(), list.lines().nth(1).unwrap_or_default().to_owned())
    };
    let named = "1,900101300017,Иванов,Иван,Иванович,1990-01-01,2026-08,012,1%,3000.00,";
    for rows in [
        &["Иванов,Иван,Иванович,1990-01-01", "Иванов,Иван,Иванович,1990-01-01"][..],
        &[",Иван,,", "Иванов,,,1990-01-01", ",,Иванович,"],
        &["Иванов,Иван,,", "ИВАНОВ,ИВАН,,1990-01-01", ",,Иванович,"],
    ] {
        assert_eq!(unlisted(rows), (String::new(), named.to_owned()), "{rows:?}");
    }
    for (rows, missing) in [
        (&["Иванов,Иван,,1990-01-01", "Петров,Иван,,1990-01-01"][..], "surname-contradicts"),
        (&["Иванов,Иван,,1990-01-01", "Иванов,Пётр,,1990-01-02"], "given_name-contradicts"),
        (&["Иванов,Иван,Петрович,", "Иванов,Иван,Иванович,"], "patronymic-contradicts"),
        (&["\u{a0} \u{a0},Иван,,1990-01-01"], "surname"),
    ] {
        assert_eq!(unlisted(rows), (missing.to_owned(), String::new()), "{rows:?}");
        let backwards: Vec<&str> = rows.iter().rev().copied().collect();
        assert_eq!(unlisted(&backwards).0, missing);
    }
}

/// Nobody is named for ОПВ of July, and a list of nobody has no order: those of August begin with the next number.
#[test]
fn a_list_without_a_file_takes_no_number() {
    let place = Place::new();
    small(&place, "Иванов", "Иван", "1990-01-01");
    place.write(
        "operations.csv",
        "operation_id,iin,settled_on,income\n1,900101300811,2026-07-05,300000\n2,900101300017,2026-08-05,300000\n",
    );
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "both"]);
    let run = place.ustap(&[
        "lists",
        "both",
        "--contractors",
        "contractors.csv",
        "--payment",
        "opv",
        "--format",
        "mt102",
        "--payer",
        "payer.toml",
        "--date",
        "2026-09-21",
        "--out",
        "out",
    ]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    assert!(!place.exists("out/opv-2026-07.txt"));
    let payer = place.read("payer.toml");
    let next = payer.lines().find_map(|line| line.strip_prefix("next_order = \"")?.strip_suffix('"'));
    let next: u64 = next.unwrap().parse().unwrap();
    let order = place.read("out/opv-2026-08.txt");
    assert!(order.lines().any(|line| line.trim_end() == format!(":70:/NUM/{next}")), "{order}");
    assert!(run.stdout.contains(&format!("the next payment order has the number {}\n", next + 1)), "{}", run.stdout);
}

#[test]
fn a_run_that_does_not_verify_is_refused() {
    let place = Place::new();
    small(&place, "Иванов", "Иван", "1990-01-01");
    place.write("answer.csv", "iin,period,knp,amount\n900101300017,2026-08,012,3000.00\n");
    let refused = |file: &str, bytes: Option<&str>, message: &str| {
        let kept = fs::read(place.path(&format!("run/{file}"))).unwrap();
        match bytes {
            Some(bytes) => place.write(&format!("run/{file}"), bytes),
            None => fs::remove_file(place.path(&format!("run/{file}"))).unwrap(),
        }
        let run = place.ustap(&["reconcile", "--register", "run", "--answer", "answer.csv", "--out", "out"]);
        assert_eq!(run.status, Some(2), "{}{}", run.stdout, run.stderr);
        assert!(run.stderr.contains(message), "{}", run.stderr);
        assert!(!place.exists("out"));
        place.write(&format!("run/{file}"), kept);
    };
    let register = place.read("run/register.csv").replace("3000.00", "4000.00");
    refused(
        "register.csv",
        Some(&register),
        "run/register.csv: does not verify: its digest is not the one of the receipt",
    );
    refused("register.csv", Some("x"), "has 1 bytes, the receipt says");
    let payments = place.read("run/payments.csv").replace("3000.00", "4000.00");
    refused("payments.csv", Some(&payments), "run/payments.csv: does not verify");
    refused("limits.csv", None, "run/limits.csv: cannot be read");
    refused("receipt.sha256", None, "run/receipt.sha256: cannot be read");
    let receipt = place.read("run/receipt.json").replace("3000.00", "4000.00");
    refused(
        "receipt.json",
        Some(&receipt),
        "run/receipt.json: does not verify: receipt.sha256 does not have the digest of this receipt",
    );
    // So there is nothing else that it was refused for: the four payments of 3 000.00 but СО are missing.
    let run = place.ustap(&["reconcile", "--register", "run", "--answer", "answer.csv", "--out", "out"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    assert_eq!(place.read("out/breaks.csv").lines().count(), 4);
}

#[test]
fn an_answer_of_other_columns_months_and_encodings() {
    let place = Place::new();
    small(&place, "Иванов", "Иван", "1990-01-01");
    let text = "ИИН;period;КНП;Сумма;status\n900101300017;2026-08;010;3000,00;\n900101300017;2026-08;089;3000;accepted\n\
                900101300017;2026-08;012;3000,0;\n900101300017;2026-08;122;3000,00;\n";
    place.write("answer.csv", encoding_rs::WINDOWS_1251.encode(text).0);
    let columns = ["--column", "iin=иин", "--column", "knp=КНП", "--column", "amount=Сумма"];
    let clean =
        ["reconcile", "--register", "run", "--answer", "answer.csv", "--encoding", "windows-1251", "--out", "out"];
    let run = place.ustap(&[&clean[..], &columns[..]].concat());
    assert_eq!(run.status, Some(0), "{}{}", run.stdout, run.stderr);
    assert_eq!(place.read("out/breaks.csv").lines().count(), 1);
    // A month that the register does not have.
    place.write("july.csv", "iin,period,knp,amount\n900101300017,2026-07,012,3000.00\n");
    let run = place.ustap(&["reconcile", "--register", "run", "--answer", "july.csv", "--out", "july"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    assert!(place.read("july/breaks.csv").contains("answer,unexpected,900101300017,2026-07,so,,3000.00,3000.00,"));
    for (arguments, message) in [
        (vec!["--out", "x"], "nothing to compare the register with"),
        (vec!["--answer", "none.csv", "--out", "x"], "none.csv: cannot be read"),
        (vec!["--answer", "contractors.csv", "--out", "x"], "the header has no column `period`, `knp`, `amount`"),
        (vec!["--answer", "july.csv", "--out", "july"], "july: exists already"),
    ] {
        let run = place.ustap(&[&["reconcile", "--register", "run"], &arguments[..]].concat());
        assert_eq!(run.status, Some(2));
        assert!(run.stderr.contains(message), "{}", run.stderr);
        assert!(!place.exists("x"));
    }
}

#[test]
fn refunds_of_a_correction_go_in_batches() {
    let place = Place::new();
    let persons: Vec<String> = (0..)
        .filter_map(|step| ustap::Iin::from_first_eleven(90_010_130_000 + step))
        .take(45)
        .map(|iin| iin.to_string())
        .collect();
    let mut rows = Vec::new();
    let given = [
        ("ipn", &persons[..1]),
        ("opv", &persons[..21]),
        ("opvr", &persons[..11]),
        ("so", &persons[..41]),
        ("vosms", &persons[1..22]),
    ];
    for (payment, persons) in given {
        for iin in persons {
            rows.push(format!("{iin},2026-08,{payment},100.00,90.00,-10.00,income\n"));
        }
    }
    // More is due: nothing to ask back.
    rows.push(format!("{},2026-08,vosms,100.00,110.00,10.00,income\n", persons[0]));
    rows.sort();
    let corrections = format!("{CORRECTIONS}{}", rows.concat());
    write_record(&place, "correction", &[("corrections.csv", &corrections)]);
    let run = place.ustap(&["refunds", "correction", "--reason", "over-accrued", "--out", "out"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    let verified = place.ustap(&["verify", "out", "--chain", "correction"]);
    assert!(verified.stdout.contains("correction/corrections.csv: holds"), "{}", verified.stdout);
    // 21 persons of ОПВ by ten: 3 applications; 11 of ОПВР by ten: 2; 41 of СО by twenty: 3; 21 of ВОСМС by twenty: 2.
    assert_eq!(
        place.read("out/summary.csv"),
        "payment,period,applications,persons,amount\nopv,2026-08,3,21,210.00\nopvr,2026-08,2,11,110.00\n\
         so,2026-08,3,41,410.00\nvosms,2026-08,2,21,210.00\n"
    );
    let rows = records(&place.read("out/applications.csv"));
    let size = |number: &str| rows.iter().filter(|row| row["application"] == number).count();
    assert_eq!(
        (1..=11).map(|number| size(&number.to_string())).collect::<Vec<_>>(),
        [10, 10, 1, 10, 1, 20, 20, 1, 20, 1, 0]
    );
    let flags = |payment: &str| match payment {
        "so" => "due-or-counted-in-a-benefit",
        "vosms" => "consent-of-the-person",
        _ => "consent|counted",
    };
    assert!(rows.iter().all(|row| row["flags"] == flags(&row["payment"])));
    assert_eq!(
        place.read("out/left_out.csv"),
        format!("iin,period,payment,amount,why\n{},2026-08,ipn,10.00,payment\n", persons[0])
    );
    let mut book: Xlsx<_> = open_workbook(place.path("out/applications.xlsx")).unwrap();
    let (_, rows) = table(&mut book, "Заявления", "Заявление");
    assert_eq!(rows.len(), 21 + 11 + 41 + 21);
    assert_eq!(rows[0][6], Data::String(persons[0].clone()));
    assert_eq!(rows[0][4], Data::String("Излишне начислено".to_owned()));
    // The terminal has its own language, whatever the documents have: English, where nothing else is known.
    assert!(run.stdout.contains("to be looked at, ОПВ: Later transfers are adjusted first; "), "{}", run.stdout);

    // One payment alone: 41 × 10; left out are 10 × (1 + 21 + 11 + 21).
    let of_so = ["refunds", "correction", "--reason", "over-accrued", "--payment", "so", "--period", "2026-08"];
    let run_of_so = place.ustap_ends(0, &[&of_so[..], &["--out", "of-so"]].concat());
    let said = "paid above due 410.00\nСО     2026-08  3 applications, 41 persons, 410.00\n\
                told: 540.00 above due is of payments and months that --payment and --period leave out\n";
    assert!(run_of_so.stdout.starts_with(said), "{}", run_of_so.stdout);
    place.ustap_ends(0, &["verify", "of-so"]);
    let of_july = [&of_so[..7], &["2026-07", "--out", "of-july"]].concat();
    assert!(!place.ustap_ends(0, &of_july).stdout.contains("nothing is left"));

    // Nothing to ask back, and something to pay.
    let to_pay = format!("{CORRECTIONS}{},2026-08,vosms,100.00,110.00,10.00,income\n", persons[0]);
    write_record(&place, "to-pay", &[("corrections.csv", &to_pay)]);
    let of_more = place.ustap_ends(0, &["refunds", "to-pay", "--reason", "over-accrued", "--out", "none"]);
    assert!(of_more.stdout.contains("\nnext: `ustap lists to-pay "), "{}", of_more.stdout);
    assert!(!of_more.stdout.contains("nothing is left"), "{}", of_more.stdout);

    for choice in [["--kind", "duplicate"], ["--side", "answer"]] {
        let run =
            place.ustap(&[&["refunds", "correction", "--reason", "over-accrued", "--out", "x"], &choice[..]].concat());
        assert_eq!(run.status, Some(2), "{}", run.stdout);
        assert!(
            run.stderr
                .contains("--side, --kind and --due-by-kgd are of reconciliations, and correction is a correction")
        );
        assert!(!place.exists("x"));
    }
    write_record(&place, "other", &[("lines.csv", "x\n")]);
    for (arguments, message) in [
        (["other", "over-accrued"], "other: is no directory of a reconciliation or a correction"),
        (["correction", "sorry"], "there is no reason `sorry` for a refund"),
        (["absent", "over-accrued"], "absent/receipt.json: cannot be read"),
    ] {
        let run = place.ustap(&["refunds", arguments[0], "--reason", arguments[1], "--out", "x"]);
        assert_eq!(run.status, Some(2));
        assert!(run.stderr.contains(message), "{}", run.stderr);
    }
}

/// What is due is 1 000.00 of СО. The breaks of one person, month and payment make up for each other; the amounts in
/// the comments are all that the program is asked to see.
#[test]
fn a_refund_is_not_more_than_what_was_paid_above_due_in_all() {
    let place = Place::new();
    place.write("operations.csv", "operation_id,iin,settled_on,income\n1,900101300017,2026-08-05,100000\n");
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    let row = |answer: &str| format!("900101300017,2026-08,{answer}\n");
    for (answers, more, asked) in [
        // 400 + 400 + 200 − 1 000 = 0
        (&["012,400,", "012,400,", "012,200,"][..], &[][..], None),
        // 600 + 600 − 1 000 = 200, of which the duplicate of 600 may ask for no more
        (&["012,600,", "012,600,"], &[], Some("200.00")),
        (&["012,600,", "012,600,"], &["--kind", "duplicate"], Some("200.00")),
        // The difference of the amounts is below zero: 600 − 1 000
        (&["012,600,", "012,600,"], &["--kind", "amount"], None),
        // 1 500 − 500 − 1 000 = 0
        (&["012,1500,", "012,-500,"], &[], None),
        // 1 500 + 300 − 1 000 = 800, of which 500 are in the amount and 300 in the duplicate
        (&["012,1500,", "012,300,"], &[], Some("800.00")),
        (&["012,1500,", "012,300,"], &["--kind", "duplicate"], Some("300.00")),
        (&["012,1500,", "012,300,"], &["--kind", "amount"], Some("500.00")),
        // 1 000 matches, and 1 000 came twice
        (&["012,1000,", "012,1000,"], &[], Some("1000.00")),
        // What was returned is back: 1 000 − 1 000; a return of part leaves 1 500 − 300 − 1 000 = 200
        (&["012,1000,", "012,1000,returned"], &[], None),
        (&["012,1500,", "012,300,returned"], &[], Some("200.00")),
        // 700 + 700 − 1 000 = 400; what was rejected was never paid
        (&["012,700,", "012,700,", "012,900,rejected"], &[], Some("400.00")),
    ] {
        let answer: String = answers.iter().map(|answer| row(answer)).collect();
        place.write("answer.csv", format!("iin,period,knp,amount,status\n{answer}"));
        place.ustap_ends(1, &["reconcile", "--register", "run", "--answer", "answer.csv", "--out", "reconciled"]);
        let refunds = ["refunds", "reconciled", "--reason", "paid-in-error", "--out", "out"];
        place.ustap_ends(0, &[&refunds[..], more].concat());
        let applied = records(&place.read("out/applications.csv"));
        let amounts: Vec<&str> = applied.iter().map(|row| row["amount"].as_str()).collect();
        assert_eq!(amounts, asked.into_iter().collect::<Vec<_>>(), "{answers:?} {more:?}");
        fs::remove_dir_all(place.path("reconciled")).unwrap();
        fs::remove_dir_all(place.path("out")).unwrap();
    }
    // What is above a sum of ЦС КГД comes back by itself: no ground, whether the side is named or is the only one.
    place.write("kgd.csv", format!("iin,period,ipn,opv,opvr,so,vosms\n{}", row("0,1000,1000,400,1000")));
    place.write("answer.csv", format!("iin,period,knp,amount\n{}", row("012,1200")));
    place.ustap_ends(1, &["reconcile", "--register", "run", "--kgd", "kgd.csv", "--out", "kgd"]);
    let both = ["reconcile", "--register", "run", "--kgd", "kgd.csv", "--answer", "answer.csv", "--out", "both"];
    let of_both = place.ustap_ends(1, &both);
    let reason = ["--reason", "paid-in-error", "--out", "out"];
    for refused in [&["refunds", "kgd"][..], &["refunds", "both", "--side", "kgd"]] {
        let run = place.ustap_ends(2, &[refused, &reason[..]].concat());
        assert!(run.stderr.contains("nothing was distributed yet"), "{}", run.stderr);
        assert!(run.stderr.contains("point 15, parts 3–4") && !place.exists("out"), "{}", run.stderr);
    }
    // 1 200 − 1 000 of the answer.
    let run = place.ustap_ends(0, &[&["refunds", "both"][..], &reason[..]].concat());
    assert!(run.stdout.contains("no application is needed for what comes back under point 15"), "{}", run.stdout);
    let applied = records(&place.read("out/applications.csv"));
    assert_eq!((applied.len(), applied[0]["amount"].as_str()), (1, "200.00"));
    // Of ours, 1 000 − 400 is above КГД's sum. Where КГД is right, all of 1 200 − 400 is asked back.
    let asked_by_kgd = |both: &str, above: &str, asked: &str| {
        let run =
            place.ustap_ends(0, &["refunds", both, "--reason", "paid-in-error", "--out", &format!("{both}-back")]);
        let told = format!("not asked back: {above} that was accepted above the sums of ЦС КГД");
        assert!(run.stdout.contains(&told) && run.stdout.contains(" 200.00\n"), "{}", run.stdout);
        let step = format!("`ustap refunds {both} --due-by-kgd --reason CODE --out DIR`");
        assert!(run.stdout.contains(&step), "{}", run.stdout);
        let out = format!("{both}-by-kgd");
        let by_kgd = ["refunds", both, "--due-by-kgd", "--reason", "over-accrued", "--out", &out];
        let run = place.ustap_ends(0, &by_kgd);
        assert!(!run.stdout.contains("not asked back"), "{}", run.stdout);
        let applied = records(&place.read(&format!("{out}/applications.csv")));
        assert_eq!((applied.len(), applied[0]["amount"].as_str()), (1, asked));
        place.ustap_ends(0, &["verify", &out, "--chain", both]);
    };
    let step = |dir: &str| format!("next: where ЦС КГД is right, `ustap refunds {dir} --due-by-kgd ");
    assert!(of_both.stdout.contains(&step("both")), "{}", of_both.stdout);
    asked_by_kgd("both", "600.00", "800.00");
    // Of a month that КГД has sums of, a person without one has 0.00: 1 000 of ours, 1 200 of all.
    let of_another = "900101300811,2026-08,0,1000,1000,1000,1000\n";
    place.write("kgd.csv", format!("iin,period,ipn,opv,opvr,so,vosms\n{of_another}"));
    let others = ["reconcile", "--register", "run", "--kgd", "kgd.csv", "--answer", "answer.csv", "--out", "others"];
    place.ustap_ends(1, &others);
    asked_by_kgd("others", "1000.00", "1200.00");
    // So too where what is compared of that other person is nothing: his row is one of the month.
    place.write(
        "kgd.csv",
        format!("iin,period,ipn,opv,opvr,so,vosms\n{}", of_another.replace("1000,1000\n", "0,1000\n")),
    );
    let of_so = ["reconcile", "--register", "run", "--kgd", "kgd.csv", "--answer", "answer.csv", "--payment", "so"];
    place.ustap_ends(1, &[&of_so[..], &["--out", "of-so"]].concat());
    asked_by_kgd("of-so", "1000.00", "1200.00");
    // A row of zeros is a sum, whatever else the file has: of СО alone КГД has nothing but that.
    place.write("kgd.csv", format!("iin,period,ipn,opv,opvr,so,vosms\n{}", row("0,1000,1000,0,1000")));
    let zero = ["reconcile", "--register", "run", "--kgd", "kgd.csv", "--answer", "answer.csv", "--payment", "so"];
    place.ustap_ends(1, &[&zero[..], &["--out", "zero"]].concat());
    asked_by_kgd("zero", "1000.00", "1200.00");
    // Of a month of which its file has no row nothing is known.
    place.write("kgd.csv", format!("iin,period,ipn,opv,opvr,so,vosms\n{}", of_another.replace("-08", "-07")));
    let months = ["reconcile", "--register", "run", "--kgd", "kgd.csv", "--answer", "answer.csv", "--out", "months"];
    let of_months = place.ustap_ends(1, &months);
    assert!(!of_months.stdout.contains("--due-by-kgd"), "{}", of_months.stdout);
    let run = place.ustap_ends(0, &["refunds", "months", "--reason", "paid-in-error", "--out", "of-months"]);
    assert!(!run.stdout.contains("accepted above the sums") && run.stdout.contains(" 200.00\n"), "{}", run.stdout);
    let told = "told: КГД's files have no row of 2026-08 that was taken: what is due of this month was taken from the register";
    assert!(run.stdout.contains(told), "{}", run.stdout);
    // So too where it has none of the months that were asked for.
    place.ustap_ends(1, &[&months[..7], &["--period", "2026-08", "--out", "august"]].concat());
    let run = place.ustap_ends(0, &["refunds", "august", "--reason", "paid-in-error", "--out", "of-august"]);
    assert!(run.stdout.contains(told) && run.stdout.contains(" 200.00\n"), "{}", run.stdout);
    // A receipt of an earlier version does not have the months of a side: its sums tell them.
    let receipt: serde_json::Value = serde_json::from_str(&place.read("others/receipt.json")).unwrap();
    let mut earlier = receipt.clone();
    for side in ["answer", "kgd"] {
        earlier["totals"][side].as_object_mut().unwrap().remove("months").unwrap();
    }
    place.write_receipt("others", &format!("{earlier:#}\n"));
    let run = place.ustap_ends(0, &["refunds", "others", "--due-by-kgd", "--reason", "over-accrued", "--out", "old"]);
    assert!(run.stdout.contains(" 1200.00\n"), "{}", run.stdout);
    // A reconciliation without КГД has no such sums, and kinds are those of the register.
    let of_answer =
        place.ustap_ends(1, &["reconcile", "--register", "run", "--answer", "answer.csv", "--out", "answered"]);
    // ОПВ, ОПВР and ВОСМС are in no answer.
    let owed = "next: what came back, was rejected, is in no answer or was accepted in part is still to be paid: ";
    assert!(of_answer.stdout.contains(owed), "{}", of_answer.stdout);
    let restored = ["reconcile", "--register", "run", "--answer", "answer.csv", "--restore-zeros", "--out", "restored"];
    let again = "`ustap distribute --paid TABLE --kgd FILE --restore-zeros --out DIR`";
    assert!(place.ustap_ends(1, &restored).stdout.contains(again));
    let back = ["refunds", "restored", "--reason", "paid-in-error", "--out", "restored-back"];
    assert!(place.ustap_ends(0, &back).stdout.contains(again));
    for (refused, why) in [
        (&["answered"][..], "answered has no sums of ЦС КГД"),
        (&["both", "--kind", "amount"], "--kind chooses among breaks with the register"),
    ] {
        let by_kgd = ["--due-by-kgd", "--reason", "paid-in-error", "--out", "none"];
        let run = place.ustap_ends(2, &[&["refunds"], refused, &by_kgd[..]].concat());
        assert!(run.stderr.contains(why) && !place.exists("none"), "{}", run.stderr);
    }
}

/// A row that was not read may be a return, or a sum of КГД: nothing is signed before it is read. What came back as a
/// whole is paid again, and what is left out has reasons of its own.
#[test]
fn refunds_say_what_comes_before_them() {
    let place = Place::new();
    place.write("operations.csv", "operation_id,iin,settled_on,income\n1,900101300017,2026-08-03,100000\n");
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    let answer = |rows: &str| place.write("answer.csv", format!("iin,period,knp,amount,status\n{rows}"));
    let reconcile = |out: &str| {
        let reconcile = ["reconcile", "--register", "run", "--answer", "answer.csv"];
        place.ustap_ends(1, &[&reconcile[..], &["--payment", "opv", "--out", out]].concat())
    };
    answer("900101300017,2026-08,010,1200,accepted\n900101300017,2026-08,010,200,retrned\n");
    reconcile("unread");
    let run = place.ustap_ends(0, &["refunds", "unread", "--reason", "paid-in-error", "--out", "of-unread"]);
    assert!(run.stdout.contains("next: 1 row of the reconciliation could not be read"), "{}", run.stdout);
    assert!(!run.stdout.contains("sign the applications"), "{}", run.stdout);

    answer("900101300017,2026-08,010,1000,accepted\n900101300017,2026-08,010,1000,returned\n");
    let again = "/breaks.csv names, keep the rows that were accepted, less what was returned of them and lowered to КГД's sum \
                 where they come to more, or left out where it has none (the excess has not come back, and is for \
                 `ustap refunds`), as a table";
    let run = reconcile("returned");
    assert!(run.stdout.contains(&format!("returned{again}")), "{}", run.stdout);
    assert!(run.stdout.contains("`ustap distribute --paid TABLE --kgd FILE --out DIR`"), "{}", run.stdout);
    let run = place.ustap_ends(0, &["refunds", "returned", "--reason", "paid-in-error", "--out", "of-returned"]);
    assert!(run.stdout.contains(&format!("returned{again}")), "{}", run.stdout);
    assert!(!run.stdout.contains("nothing is left"), "{}", run.stdout);

    answer("900101300017,2026-08,010,1200,accepted\n");
    reconcile("above");
    let run = place.ustap_ends(1, &["refunds", "above", "--reason", "wrong-period", "--out", "of-above"]);
    assert!(run.stdout.contains("  ОПВ can be asked back for: "), "{}", run.stdout);
}

const CORRECTIONS: &str = "iin,period,payment,before,after,delta,cause\n";

/// КГД has СО of the whole of 1 000 000.00, where ours is capped at 7 МЗП of 85 000: 10 000.00 against 5 950.00. Its sum is
/// what is paid, and nothing of it is above due, whatever the register has.
#[test]
fn what_kgd_has_computed_is_not_asked_back() {
    let place = Place::new();
    place.write("operations.csv", "operation_id,iin,settled_on,income\n1,900101300017,2026-08-03,1000000\n");
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    place.write("kgd.csv", "iin,period,ipn,opv,opvr,so,vosms\n900101300017,2026-08,0,10000,10000,10000,10000\n");
    let mut number = 0;
    for (accepted, asked, asked_by_register) in
        [("10000", None, Some("4050.00")), ("10000.50", Some("0.50"), Some("4050.50")), ("5950", None, None)]
    {
        place.write("answer.csv", format!("iin,period,knp,amount\n900101300017,2026-08,012,{accepted}\n"));
        for (kgd, asked) in [(&["--kgd", "kgd.csv"][..], asked), (&[], asked_by_register)] {
            number += 1;
            let (compared, out) = (format!("compared-{number}"), format!("refunds-{number}"));
            let reconcile = ["reconcile", "--register", "run", "--answer", "answer.csv", "--payment", "so"];
            let run = place.ustap(&[&reconcile[..], kgd, &["--out", &compared]].concat());
            let step = format!("`ustap refunds {compared} ");
            assert_eq!(run.stdout.contains(&step), asked.is_some(), "{accepted} {kgd:?}: {}", run.stdout);
            // What is ours was accepted: by КГД's sum 4 050.00 are lacking.
            let is_owed = accepted == "5950" && !kgd.is_empty();
            assert_eq!(run.stdout.contains("is still to be paid"), is_owed, "{accepted} {kgd:?}: {}", run.stdout);
            let run = place.ustap_ends(0, &["refunds", &compared, "--reason", "over-accrued", "--out", &out]);
            assert_eq!(run.stdout.contains("is still to be paid"), is_owed, "{accepted} {kgd:?}: {}", run.stdout);
            let applications = records(&place.read(&format!("{out}/applications.csv")));
            let amounts: Vec<&str> = applications.iter().map(|row| row["amount"].as_str()).collect();
            assert_eq!(amounts, asked.into_iter().collect::<Vec<_>>(), "{accepted} {kgd:?}");
            assert_eq!(
                run.stdout.contains("what is due was taken from the register"),
                kgd.is_empty(),
                "{}",
                run.stdout
            );
        }
    }
}

/// A directory with these files and its receipt.
fn write_record(place: &Place, dir: &str, files: &[(&str, &str)]) {
    let mut outputs = Vec::new();
    for (name, text) in files {
        place.write(&format!("{dir}/{name}"), text);
        outputs.push(serde_json::json!({
            "name": name, "bytes": text.len(), "rows": 0, "sha256": sha256(text.as_bytes())
        }));
    }
    let sums = serde_json::json!({ "ipn": "0.00", "opv": "0.00", "opvr": "0.00", "so": "0.00", "vosms": "0.00" });
    let totals = serde_json::json!({ "corrections": 0, "persons": 0, "before": sums, "after": sums, "delta": sums });
    let receipt = serde_json::json!({
        "program": "ustap", "version": "0.1.0", "command": "correct", "options": {}, "previous": [], "inputs": [],
        "rates": [], "outputs": outputs, "totals": totals,
    });
    place.write_receipt(dir, &receipt.to_string());
}

/// What is due in addition goes on lists, what is due less does not, and nothing is set off.
#[test]
fn lists_of_a_correction_have_what_is_due_in_addition() {
    let place = Place::new();
    let [a, b, c] = ["900101300017", "900101300811", "880314900106"];
    let operation = |id: &str, iin: &str, day: &str, income: u32| format!("{id},{iin},{day},{income}\n");
    let first = operation("1", a, "2026-07-05", 100_000)
        + &operation("2", a, "2026-08-05", 500_000)
        + &operation("3", b, "2026-08-05", 100_000);
    let late = operation("4", a, "2026-08-31", 200_000) + &operation("5", c, "2026-08-31", 40_000);
    let header = "operation_id,iin,settled_on,income\n";
    place.write("then.csv", format!("{header}{first}"));
    place.write("now.csv", format!("{header}{first}{late}"));
    // B has retired, and ОПВ, ОПВР, СО and ВОСМС of 1 000 come back; so does A's July.
    place.write("exemptions.csv", format!("iin,category,valid_to\n{a},pension-age,2026-07-31\n{b},pension-age,\n"));
    place.write(
        "contractors.csv",
        format!("iin,surname,given_name,birth_date\n{a},Иванов,Иван,1990-01-01\n{c},Ким,,1988-03-14\n"),
    );
    place.write("payer.toml", fs::read(example("settlement/payer.toml")).unwrap());
    place.ustap_ends(0, &["calculate", "then.csv", "--out", "then"]);
    place.ustap_ends(0, &["calculate", "now.csv", "--exemptions", "exemptions.csv", "--out", "now"]);
    place.ustap_ends(1, &["correct", "then", "now", "--out", "correction"]);
    let of = ["lists", "correction", "--contractors", "contractors.csv", "--payment", "all"];
    let run = place.ustap_ends(1, &[&of[..], &["--format", "csv", "--out", "lists"]].concat());
    // July is in AFTER too, and the answer has nothing of it.
    let step = "`ustap reconcile --register AFTER --period 2026-08 --answer FILE --kgd FILE --out DIR`";
    assert!(run.stdout.contains(step), "{}", run.stdout);
    // The other way round there is nothing to return, and of ОПВР in July nothing to pay.
    place.ustap_ends(1, &["correct", "now", "then", "--period", "2026-08", "--out", "back"]);
    let of_back = ["lists", "back", "--contractors", "contractors.csv", "--payment", "all", "--format", "csv"];
    let back = place.ustap(&[&of_back[..], &["--out", "back-lists"]].concat()).stdout;
    assert!(!back.contains("nothing is to be paid in addition"), "{back}");
    // July has but to return: of it alone there is no list, and not nothing to do.
    let of_july = [&of[..], &["--period", "2026-07", "--format", "csv", "--out", "july"]].concat();
    let july = place.ustap_ends(0, &of_july).stdout;
    assert!(
        july.contains("next: nothing is to be paid in addition: `ustap refunds correction --reason CODE"),
        "{july}"
    );
    let of_so = ["lists", "correction", "--contractors", "contractors.csv", "--payment", "so"];
    let so = place.ustap_ends(1, &[&of_so[..], &["--format", "csv", "--out", "so"]].concat());
    assert!(so.stdout.contains("--register AFTER --period 2026-08 --payment so --answer FILE"), "{}", so.stdout);
    assert!(!run.stdout.contains("--register correction") && !run.stdout.contains("until the 25th"), "{}", run.stdout);
    // A: 700 000 × 1 % = 7 000, 2 000 more than of 500 000; СО stops at 595 000: 5 950 − 5 000 = 950. C: 400, without a
    // given name. July has nothing to pay and no list.
    let mut expected =
        "payment,period,knp,rate,purpose,due_on,recipient,account,bik,listed_persons,listed_amount,unlisted_persons,\
         unlisted_amount,payments_amount,file\n"
            .to_owned();
    let mut unlisted = "iin,period,payment,knp,amount,missing\n".to_owned();
    for (payment, name, knp, account, listed, all) in [
        ("opv", "ОПВ", "010", "KZ12009NPS0413609816", "2000.00", "2400.00"),
        ("opvr", "ОПВР", "089", "KZ12009NPS0413609816", "2000.00", "2400.00"),
        ("so", "СО", "012", "KZ67009SS00368609110", "950.00", "1350.00"),
        ("vosms", "ВОСМС", "122", "KZ92009MEDS368609103", "2000.00", "2400.00"),
    ] {
        let order = format!("1%,\"{name} за август 2026 г., ставка 1%\",2026-09-25,160440007161,{account},GCVPKZ2A");
        let sums = format!("1,{listed},1,400.00,{all}");
        expected += &format!("{payment},2026-08,{knp},{order},{sums},{payment}-2026-08.csv\n");
        unlisted += &format!("{c},2026-08,{payment},{knp},400.00,given_name\n");
        let list = place.read(&format!("lists/{payment}-2026-08.csv"));
        assert_eq!(
            list.lines().skip(1).collect::<Vec<_>>(),
            [format!("1,{a},Иванов,Иван,,1990-01-01,2026-08,{knp},1%,{listed},")]
        );
    }
    assert_eq!(place.read("lists/lists.csv"), expected);
    assert_eq!(place.read("lists/unlisted.csv"), unlisted);
    assert!(!place.exists("lists/opv-2026-07.csv"));
    let run = place.ustap_ends(0, &["verify", "lists", "--inputs", ".", "--chain", "correction", "then", "now"]);
    assert!(run.stdout.contains("then/register.csv: holds"), "{}", run.stdout);

    let order = ["--format", "mt102", "--payer", "payer.toml", "--date", "2026-09-21", "--out", "mt102"];
    place.ustap_ends(1, &[&of[..], &order].concat());
    let (_, rows, sum) = read_mt102(&place.read("mt102/so-2026-08.txt"));
    assert_eq!((rows.len(), rows[0].fields["PERIOD"].as_str(), sum), (1, "082026", Decimal::new(95_000, 2)));
    let run = place.ustap_ends(0, &["verify", "mt102", "--inputs", "."]);
    assert!(run.stdout.contains("\ninput payer.toml: holds\n"), "{}", run.stdout);

    // The workbook has the whole correction in place of the register.
    place.ustap_ends(1, &[&of[..], &["--format", "xlsx", "--out", "book"]].concat());
    let book: Xlsx<_> = open_workbook(place.path("book/lists.xlsx")).unwrap();
    assert_eq!(book.sheet_names()[5..], ["Не вошли в списки", "Корректировки"]);
    let rows = records(&place.read("correction/corrections.csv"));
    let sheet = ("book/lists.xlsx", "Корректировки", "ИИН");
    same_cells(&place, sheet, CORRECTIONS, &rows, &["before", "after", "delta"]);
}

#[test]
fn lists_of_a_correction_that_does_not_hold_are_refused() {
    let place = Place::new();
    place.write("contractors.csv", "iin,surname,given_name,birth_date\n900101300017,Иванов,Иван,1990-01-01\n");
    let lists = ["lists", "correction", "--contractors", "contractors.csv", "--payment", "so", "--format", "csv"];
    let lists = [&lists[..], &["--out", "out"]].concat();
    let row = |payment: &str, delta: &str| format!("900101300017,2026-08,{payment},0.00,{delta},{delta},income\n");
    let summary = |to_pay: &str| format!("period,payment,persons,to_pay,to_return\n2026-08,so,1,{to_pay},0.00\n");
    let refused = |corrections: &str, summary: &str, message: &str| {
        let corrections = format!("{CORRECTIONS}{corrections}");
        write_record(&place, "correction", &[("corrections.csv", &corrections), ("summary.csv", summary)]);
        let run = place.ustap_ends(2, &lists);
        assert!(run.stderr.contains(message), "{}", run.stderr);
        assert!(!place.exists("out"));
    };
    let (one, sum) = (row("so", "10.00"), summary("10.00"));
    refused(&one, &summary("11.00"), "corrections.csv has 10.00 of `so` in 2026-08 from 1 person, summary.csv 11.00");
    refused(&one, &summary("0.00"), "summary.csv has nothing to pay of `so` in 2026-08");
    refused(&(one.clone() + &one), &sum, "corrections.csv:3: stands out of order");
    refused("900101300017,2026-08,so,0.00,10,10,income\n", &sum, "corrections.csv:2: is no row of a correction");
    refused(&one, "period,payment\n", "summary.csv:1: has another header");
    refused(&one, &sum.replace(",1,", ","), "summary.csv:2: is no row of a correction's summary");
    write_record(&place, "correction", &[("corrections.csv", &(CORRECTIONS.to_owned() + &one)), ("summary.csv", &sum)]);
    place.write("correction/summary.csv", summary("20.00"));
    let run = place.ustap_ends(2, &lists);
    assert!(run.stderr.starts_with("error: correction/summary.csv: does not verify"), "{}", run.stderr);
    write_record(&place, "correction", &[("corrections.csv", CORRECTIONS)]);
    let run = place.ustap_ends(2, &lists);
    assert!(run.stderr.contains("does not have the output `summary.csv`"), "{}", run.stderr);
    // Nothing that is due in addition: no list, and nothing to complain of.
    let nothing = format!("{CORRECTIONS}900101300017,2026-08,so,10.00,0.00,-10.00,income\n");
    let summary = "period,payment,persons,to_pay,to_return\n2026-08,so,1,0.00,10.00\n";
    write_record(&place, "correction", &[("corrections.csv", &nothing), ("summary.csv", summary)]);
    place.ustap_ends(0, &lists);
    assert_eq!(place.read("out/lists.csv").lines().count(), 1);
}

/// The tables of settlement are read as strictly as the others.
#[test]
fn tables_of_settlement_are_refused_with_their_place() {
    use ustap::Law;
    let tables = || Law::builtin().unwrap().tables().to_vec();
    for (name, old, new, message) in [
        (
            "settlement/accounts.toml",
            "iban = \"KZ12009NPS0413609816\"\nbik = \"GCVPKZ2A\"\nkbe = \"11\"\nkbk = \"none\"\nstatus = \"established\"",
            "iban = \"KZ13009NPS0413609816\"\nbik = \"GCVPKZ2A\"\nkbe = \"11\"\nkbk = \"none\"\nstatus = \"established\"",
            ":34:8: `KZ13009NPS0413609816` is no account number: it is not of 20 characters from `KZ` on, or its check digits (mod 97) are wrong; write \"none\" where there is no account",
        ),
        (
            "settlement/accounts.toml",
            "kbk = \"none\"\nstatus = \"assumed\"",
            "kbk = \"none\"\nstatus = \"maybe\"",
            " `maybe` is no status: established, assumed",
        ),
        (
            "settlement/accounts.toml",
            "fund = \"gfss\"",
            "fund = \"ГФСС\"",
            " `ГФСС` is no code of a fund: write small letters, or \"none\"",
        ),
        ("settlement/accounts.toml", "knp = \"019\"", "knp = \"19\"", " `19` is no КНП: write three digits"),
        ("settlement/mt102.toml", "line_end = \"crlf\"", "line_end = \"cr\"", " `cr` is no end of a line: crlf, lf"),
        (
            "settlement/mt102.toml",
            "name_max = \"60\"",
            "name_max = 60",
            " `name_max` is an integer: write it as text, in quotes",
        ),
        ("settlement/refunds.toml", "persons = \"10\"", "persons = \"0\"", " `0` is no number from 1 to 999"),
        ("base_rates.toml", "rate = \"0.18\"", "rate = \"18\"", " `18` is no rate"),
        (
            "base_rates.toml",
            "from = \"2025-10-13\"",
            "from = \"2024-06-02\"",
            " the base rate from 2024-06-02 overlaps",
        ),
        (
            "base_rates.toml",
            "gaps = [\"base_rate\"]",
            "",
            " a gap: the base rate has no value from 2024-06-03 to 2024-10-13",
        ),
        (
            "base_rates.toml",
            "basis = \"quoted\"\nnote = { en = \"The last day",
            "note = { en = \"The last day",
            " [[base_rate]] has no `basis`",
        ),
    ] {
        let mut changed = tables();
        let table = changed.iter_mut().find(|table| table.name == name).unwrap();
        assert!(table.text.contains(old), "{name} {old}");
        table.text = table.text.replacen(old, new, 1);
        let error = Law::from_tables(changed).err().unwrap_or_else(|| panic!("{name} loads with {new}")).to_string();
        assert!(error.starts_with(&format!("{name}:")) && error.contains(message), "{error}");
    }
    let mut without = tables();
    without.retain(|table| table.name != "settlement/mt102.toml");
    assert_eq!(Law::from_tables(without).err().unwrap().to_string(), "settlement/mt102.toml: this table is missing");
}

#[test]
fn template_has_a_payer_that_works() {
    let place = Place::new();
    assert_eq!(place.ustap(&["template", "start"]).status, Some(0));
    small(&place, "Иванов", "Иван", "1990-01-01");
    place.write("payer.toml", place.read("start/payer.toml"));
    assert_eq!(small_mt102(&place, &[]).status, Some(0));
}

/// With `--period` a row of another month is told and in no sum, whatever else it says; one whose month cannot be read may
/// be of the month that was asked for.
#[test]
fn rows_of_other_months_are_told_before_they_are_judged() {
    let place = Place::new();
    let operations = "operation_id,iin,settled_on,income\na,900101300017,2026-08-05,100000\n";
    place.write("operations.csv", operations);
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    // 100 000 × 1 % = 1 000 each.
    let kgd = "iin,period,ipn,opv,opvr,so,vosms\n900101300017,2026-08,0,1000,1000,1000,1000\n";
    let answer = "iin,period,knp,amount,status\n900101300017,2026-08,010,1000,\n900101300017,2026-08,012,1000,\n\
                  900101300017,2026-08,089,1000,\n900101300017,2026-08,122,1000,\n";
    let of_july = "900101300017,2026-07,0,x,1,1,1\n";
    let answer_of_july = "900101300017,2026-07,777,-1,?\n";
    let reconcile = |status| {
        let arguments = "reconcile --register run --kgd kgd.csv --answer answer.csv --period 2026-08 --out compared";
        if place.exists("compared") {
            std::fs::remove_dir_all(place.path("compared")).unwrap();
        }
        place.ustap_ends(status, &arguments.split(' ').collect::<Vec<_>>())
    };
    place.write("kgd.csv", format!("{kgd}{of_july}"));
    place.write("answer.csv", format!("{answer}{answer_of_july}"));
    let run = reconcile(0);
    assert_eq!(place.read("compared/rejects.csv").lines().count(), 1, "{}", run.stdout);
    assert_eq!(run.stdout.matches("told: 1 row of").count(), 2, "{}", run.stdout);
    place.write("kgd.csv", format!("{kgd}900101300017,2026-7?,0,x,1,1,1\n"));
    let run = reconcile(1);
    assert!(place.read("compared/rejects.csv").contains(",period,"), "{}", run.stdout);
    assert!(!run.stdout.contains("nothing is left to do"), "{}", run.stdout);
}

/// A list of СО of August is answered as such a list: the step that follows asks for no other payment and month, of which
/// the answer says nothing.
#[test]
fn steps_go_on_with_the_months_and_payments_that_were_asked_for() {
    let place = Place::new();
    let operations = "operation_id,iin,settled_on,income\n\
                      a,900101300017,2026-08-05,100000\nb,900101300017,2026-09-01,100000\n";
    place.write("operations.csv", operations);
    place.write(
        "contractors.csv",
        "iin,surname,given_name,patronymic,birth_date\n900101300017,Иванов,Иван,,1990-01-01\n",
    );
    place.write("kgd.csv", "iin,period,ipn,opv,opvr,so,vosms\n900101300017,2026-08,0,1000,1000,1000,1000\n");
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    let said = |command: &str| place.ustap_ends(0, &command.split(' ').collect::<Vec<_>>()).stdout;
    let lists = "lists run --contractors contractors.csv --format csv --period 2026-08";
    let one = said(&format!("{lists} --payment so --out so"));
    let step = "`ustap reconcile --register run --period 2026-08 --payment so --answer FILE --out DIR`";
    assert!(one.contains(step), "{one}");
    // A month that is given twice is said once.
    assert!(said(&format!("{lists} --payment so --period 2026-08 --out twice")).contains(step));
    let all = said(&format!("{lists} --payment all --kgd kgd.csv --out all"));
    assert!(all.contains("`ustap reconcile --register run --period 2026-08 --answer FILE --kgd FILE"), "{all}");
    // Typed as it says, nothing is amiss: 1 % of 100 000.
    place.write("answer.csv", "iin,period,knp,amount,status\n900101300017,2026-08,012,1000,\n");
    let answered = said("reconcile --register run --period 2026-08 --payment so --answer answer.csv --out answered");
    assert!(answered.contains("next: nothing is left to do"), "{answered}");
    // КГД's sums are no end: by them the lists are made that are paid.
    let computed = said("reconcile --register run --period 2026-08 --kgd kgd.csv --out computed");
    assert!(computed.contains("next: `ustap lists run --period 2026-08 --kgd FILE"), "{computed}");
    assert!(!computed.contains("nothing is left to do"), "{computed}");
}

/// Lines to sign never stand alone on a sheet: LibreOffice puts 34 persons of a narrow list and the total on a page of full
/// size and the lines on the next, so that these 34 are made a little smaller; of 35 the total goes with the lines. A name that
/// takes two lines counts as two.
#[test]
fn lines_to_sign_stand_with_what_is_signed() {
    let place = Place::new();
    place.write("payer.toml", fs::read(example("month/payer.toml")).unwrap());
    let with_check = |digits: String| (0..10).find_map(|digit| format!("{digits}{digit}").parse::<ustap::Iin>().ok());
    let iins: Vec<ustap::Iin> =
        (0..).filter_map(|number| with_check(format!("90010130{number:03}"))).take(45).collect();
    let long = "Примерова-Образцова-Давидовна-Кин";
    for (count, surname, is_one_page) in
        [(34, "Иванов", true), (35, "Иванов", false), (17, long, true), (45, long, false)]
    {
        let rows = |row: &dyn Fn(&ustap::Iin) -> String| iins[..count].iter().map(row).collect::<String>();
        let operations = rows(&|iin| format!("{iin},{iin},2026-08-05,100000\n"));
        place.write("o.csv", format!("operation_id,iin,settled_on,income\n{operations}"));
        place.write("c.csv", format!("iin,surname,given_name\n{}", rows(&|iin| format!("{iin},{surname},Иван\n"))));
        let (run, book) = (format!("run-{count}-{is_one_page}"), format!("book-{count}-{is_one_page}"));
        for command in [
            format!("calculate o.csv --out {run}"),
            format!("lists {run} --contractors c.csv --payer payer.toml --payment opv --format xlsx --out {book}"),
        ] {
            place.ustap_ends(0, &command.split(' ').collect::<Vec<_>>());
        }
        let sheet = part(&place.path(&format!("{book}/lists.xlsx")), "xl/worksheets/sheet2.xml");
        assert_eq!(!sheet.contains("fitToHeight=\"0\""), is_one_page, "{count} of {surname}");
    }
}
