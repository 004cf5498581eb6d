//! `ustap statement`: the annex to the Rules, and what stays out of it.

use std::fs;

use calamine::{Data, Reader, Xlsx, open_workbook};

use crate::program::{A, B, C, D, Place, Random, Run, rows};

const PAYER: &str = "name = \"ТОО «Пример»\"\nbin = \"210390000016\"\nchief = \"Примеров Пример Примерович\"\n\
                     chief_iin = \"930515900150\"\n";
const NAMES: &str = "iin,surname,given_name,patronymic\n";

/// A run of these operations, and a payer.
fn place(operations: &str) -> Place {
    let place = Place::new();
    place.calculate(operations, &["--out", "run"]);
    place.write("payer.toml", PAYER);
    place
}

/// Writes the statement anew.
fn statement(place: &Place, contractors: &str, more: &[&str]) -> Run {
    place.write("contractors.csv", contractors);
    if place.exists("out") {
        fs::remove_dir_all(place.path("out")).unwrap();
    }
    let all = ["statement", "run", "--contractors", "contractors.csv", "--payer", "payer.toml", "--out", "out"];
    place.ustap(&[&all[..], more].concat())
}

fn body(place: &Place, name: &str) -> String {
    let text = place.read(&format!("out/{name}"));
    text.split_once('\n').unwrap().1.to_owned()
}

/// The register of August has 10 319 184.57 of 36 persons (WORKED.md). One of them, who gave back more than he got, has
/// −2 400.00: 10 319 184.57 + 2 400.00 = 10 321 584.57 of 35 are stated. 16 of 70 operations are rejected, one of them as a
/// duplicate. The legal entity stands under its surname alone, and one person is not among the contractors.
#[test]
fn the_statement_of_the_example() {
    let place = Place::new();
    let example = |name: &str| format!("{}/examples/{name}", env!("CARGO_MANIFEST_DIR"));
    let [operations, exemptions, contractors] =
        ["operations", "exemptions", "contractors"].map(|name| example(&format!("august-2026/{name}.csv")));
    let facts = ["--exemptions", &exemptions, "--contractors", &contractors, "--period", "2026-08", "--out", "run"];
    place.ustap_ends(1, &[&["calculate", &operations], &facts[..]].concat());
    let payer = example("settlement/payer.toml");
    let all = ["statement", "run", "--contractors", &contractors, "--payer", &payer, "--out", "statement"];
    let run = place.ustap_ends(1, &all);
    for (name, bytes) in place.files("statement") {
        if !name.starts_with("receipt") {
            let expected = fs::read_to_string(example(&format!("settlement/expected/statement/{name}"))).unwrap();
            assert_eq!(String::from_utf8(bytes).unwrap(), expected, "{name}");
        }
    }
    assert_eq!(
        place.read("statement/summary.csv"),
        "period,contractors,income,left_out,left_out_income,unnamed\n2026-08,35,10321584.57,1,-2400.00,2\n"
    );
    for line in [
        "2026-08: register 10319184.57 = statement 10321584.57 + left out -2400.00",
        "15 operations that the run has rejected are in no statement: ",
        "next: state the income of 2026-08 to КГД by the special mobile application, by 2026-09-05, a day off: the working \
         day before it is 2026-09-04 (point 3)",
    ] {
        assert!(run.stdout.lines().any(|found| found.starts_with(line)), "{line}\n{}", run.stdout);
    }
    let statement = place.read("statement/statement-2026-08.csv");
    assert!(
        statement
            .starts_with("number,name,iin,period,income\n1,Жақсыбеков Жиһангер Үмітұлы,010130900106,2026-08,50.00\n")
    );
    // 140 000.00 as an entrepreneur and 96 020.00 on the regime.
    assert!(statement.contains(",Ли Владимир Евгеньевич,851125900106,2026-08,236020.00\n"), "{statement}");
    place.ustap_ends(0, &["verify", "statement"]);
}

/// `name` stands before the other names, and is enough.
#[test]
fn a_contractor_is_named_by_name_or_by_his_other_names() {
    let place = place(&format!("1,{A},2026-08-01,1,\n2,{B},2026-08-01,2,\n3,{C},2026-08-01,3,\n4,{D},2026-08-01,4,\n"));
    let contractors = format!(
        "iin,surname,given_name,patronymic,birth_date,name\n{A},Примеров,Образец,Шаблонович,,\n{B},Үлгіқызы,Мысал,,,\n\
         {C},Иванов,Иван,,,\"ИП «Иванов, сын»\"\n{D},,,,,\"ТОО \"\"Ромашка\"\"\"\n"
    );
    assert_eq!(statement(&place, &contractors, &[]).status, Some(0));
    assert_eq!(
        body(&place, "statement-2026-08.csv"),
        format!(
            "1,\"ИП «Иванов, сын»\",{C},2026-08,3.00\n2,\"ТОО \"\"Ромашка\"\"\",{D},2026-08,4.00\n\
             3,Примеров Образец Шаблонович,{A},2026-08,1.00\n4,Үлгіқызы Мысал,{B},2026-08,2.00\n"
        )
    );
    assert_eq!(body(&place, "unnamed.csv"), "");
    // In Kazakh and Russian the column has its words too.
    let kk = contractors.replace("birth_date,name", "birth_date,Атауы");
    assert_eq!(statement(&place, &kk, &[]).status, Some(0));
}

/// Who is missing there gets everything back (point 15(4)): he stays.
#[test]
fn who_is_not_named_stays_and_is_told() {
    let place = place(&format!("1,{A},2026-08-01,1,\n2,{B},2026-08-01,2,\n3,{C},2026-08-01,3,\n4,{D},2026-08-01,0,\n"));
    let contractors = format!("{NAMES}{A},Примеров,,\n{B},,Мысал,Мысалқызы\n");
    let run = statement(&place, &contractors, &[]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    assert_eq!(
        body(&place, "statement-2026-08.csv"),
        format!("1,,{C},2026-08,3.00\n2,Примеров,{A},2026-08,1.00\n3,Мысал Мысалқызы,{B},2026-08,2.00\n")
    );
    assert_eq!(
        place.read("out/unnamed.csv"),
        format!(
            "iin,period,income,missing\n{C},2026-08,3.00,surname|given_name\n{A},2026-08,1.00,given_name\n\
             {B},2026-08,2.00,surname\n"
        )
    );
    assert_eq!(body(&place, "summary.csv"), "2026-08,3,6.00,1,0.00,3\n");
}

/// Which of two names is right, nobody here knows.
#[test]
fn names_that_contradict_each_other_are_told() {
    let place = place(&format!("1,{A},2026-08-01,1,\n2,{B},2026-08-01,2,\n"));
    let contractors = format!(
        "iin,surname,given_name,name\n{A},Примеров,Образец,\n{A},Другой,Образец,\n{B},,,ИП Один\n{B},,,ИП Два\n"
    );
    assert_eq!(statement(&place, &contractors, &[]).status, Some(1));
    assert_eq!(
        body(&place, "unnamed.csv"),
        format!("{A},2026-08,1.00,surname-contradicts\n{B},2026-08,2.00,name-contradicts\n")
    );
}

/// Zero and less are no income; leaving them out is no finding. 100 − 150 over two operations is −50.
#[test]
fn no_income_is_left_out() {
    let place = place(&format!(
        "1,{A},2026-08-01,5,\n2,{B},2026-08-01,7,\n3,{B},2026-08-02,-7,\n4,{C},2026-08-01,100,\n5,{C},2026-08-03,-150,\n"
    ));
    let run = statement(&place, &format!("{NAMES}{A},Примеров,Образец,\n"), &[]);
    assert_eq!(run.status, Some(0), "{}", run.stdout);
    assert_eq!(
        place.read("out/left_out.csv"),
        format!("iin,period,income,why\n{C},2026-08,-50.00,negative\n{B},2026-08,0.00,zero\n")
    );
    assert_eq!(body(&place, "summary.csv"), "2026-08,1,5.00,2,-50.00,0\n");
    assert!(run.stdout.contains("2026-08: register -45.00 = statement 5.00 + left out -50.00\n"), "{}", run.stdout);
}

/// The regime that docs/rates.md writes for persons from whom the order has nothing withheld: nothing is computed, and the
/// income is stated, for the statement is of all contractors (law.md section 2).
#[test]
fn who_is_on_a_regime_of_own_tables_out_of_scope_is_stated() {
    let place = Place::new();
    place.ustap_ends(0, &["rates", "export", "mine"]);
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rates.md")).unwrap();
    let entry = page.split("```").find(|block| block.contains("code = \"civil-law-contract\"")).unwrap();
    let entry = entry.strip_prefix("toml").unwrap();
    place.write("mine/regimes.toml", place.read("mine/regimes.toml") + entry);
    place.write("payer.toml", PAYER);
    let contractors = format!("iin,surname,given_name,patronymic,regime\n{A},Примеров,Образец,,civil-law-contract\n");
    place.write("contractors.csv", &contractors);
    let own = ["--contractors", "contractors.csv", "--rates", "mine"];
    place.calculate(&format!("1,{A},2026-08-01,100000,\n"), &[&own[..], &["--out", "run"]].concat());
    assert_eq!(rows(&place.read("run/register.csv"))[0]["notes"], "out-of-scope");
    let run = statement(&place, &contractors, &["--rates", "mine"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert_eq!(body(&place, "statement-2026-08.csv"), format!("1,Примеров Образец,{A},2026-08,100000.00\n"));
}

#[test]
fn a_month_of_nothing_but_what_is_left_out_has_its_statement_too() {
    let place = place(&format!("1,{A},2026-07-01,-5,\n2,{A},2026-08-01,5,\n"));
    assert_eq!(statement(&place, &format!("{NAMES}{A},Примеров,Образец,\n"), &[]).status, Some(0));
    assert_eq!(body(&place, "statement-2026-07.csv"), "");
    assert_eq!(body(&place, "summary.csv"), "2026-07,0,0.00,1,-5.00,0\n2026-08,1,5.00,0,0.00,0\n");
    let form = ["--format", "xlsx"];
    assert_eq!(statement(&place, &format!("{NAMES}{A},Примеров,Образец,\n"), &form).status, Some(0));
    assert!(place.exists("out/statement-2026-07.xlsx") && place.exists("out/statement-2026-08.xlsx"));
}

#[test]
fn only_the_months_that_are_asked_for() {
    let place = place(&format!("1,{A},2026-06-01,1,\n2,{A},2026-07-01,2,\n3,{B},2026-07-02,3,\n4,{A},2026-08-01,4,\n"));
    let contractors = format!("{NAMES}{A},Примеров,Образец,\n{B},Үлгіқызы,Мысал,\n");
    let run = statement(&place, &contractors, &["--period", "2026-08", "--period", "2026-06"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert_eq!(body(&place, "summary.csv"), "2026-06,1,1.00,0,0.00,0\n2026-08,1,4.00,0,0.00,0\n");
    assert!(!place.exists("out/statement-2026-07.csv"));
    assert!(run.stdout.contains("told: 2 rows of the register of other months"), "{}", run.stdout);
    let run = statement(&place, &contractors, &["--period", "2026-05"]);
    assert_eq!(
        (run.status, run.stderr.lines().next()),
        (Some(2), Some("error: --period: there is no month 2026-05 in what was given [usage]"))
    );
    assert!(run.stderr.contains("2026-06, 2026-07, 2026-08"), "{}", run.stderr);
    assert!(!place.exists("out"));
}

/// A row that repeats another is stated once; the people of other rejected rows are not.
#[test]
fn rejected_operations_are_told_and_duplicates_are_none() {
    let names = format!("{NAMES}{A},Примеров,Образец,\n");
    let twice = place(&format!("1,{A},2026-08-01,5,\n1,{A},2026-08-01,5,\n"));
    let run = statement(&twice, &names, &[]);
    assert_eq!(run.status, Some(0), "{}", run.stdout);
    assert!(!run.stdout.contains("rejected"), "{}", run.stdout);
    let bad = place(&format!("1,{A},2026-08-01,5,\n1,{A},2026-08-01,5,\n2,{A},2026-08-01,x,\n3,1,2026-08-01,1,\n"));
    let run = statement(&bad, &names, &[]);
    assert_eq!(run.status, Some(1), "{}", run.stdout);
    let told = "2 operations that the run has rejected are in no statement: iin 1, income 1 (rejects.csv of the run)\n";
    assert!(run.stdout.contains(told), "{}", run.stdout);
}

/// Each day of a chain has its own rejects: the last one does not know of the others'.
#[test]
fn of_a_chain_the_earlier_rejects_are_pointed_at() {
    let place = Place::new();
    place.calculate(&format!("1,{A},2026-08-01,5,\n2,{A},2026-08-01,x,\n"), &["--keep", "--out", "day-1"]);
    place.calculate(&format!("3,{A},2026-08-02,7,\n"), &["--after", "day-1", "--out", "run"]);
    place.write("payer.toml", PAYER);
    let run = statement(&place, &format!("{NAMES}{A},Примеров,Образец,\n"), &[]);
    assert_eq!(run.status, Some(0), "{}", run.stdout);
    let told = "told: what the runs that this one builds upon have rejected is in their own rejects.csv\n";
    assert!(run.stdout.contains(told), "{}", run.stdout);
    // 5 of the first day and 7 of the second.
    assert_eq!(body(&place, "statement-2026-08.csv"), format!("1,Примеров Образец,{A},2026-08,12.00\n"));
}

/// What goes out is looked at: `name` where it is given, the other names where it is not.
#[test]
fn doubts_about_names_are_told() {
    let place = place(&format!("1,{A},2026-08-01,1,\n2,{B},2026-07-01,2,\n3,{B},2026-08-01,2,\n4,{C},2026-08-01,0,\n"));
    let contractors =
        format!("iin,surname,given_name,name\n{A},Ocпан,Образец,\n{B},?лгіқызы,Мысал,ИП ?лгіқызы\n{C},?,?,\n");
    let run = statement(&place, &contractors, &[]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    assert_eq!(
        place.read("out/doubts.csv"),
        format!("iin,column,value,doubt\n{A},surname,Ocпан,mixed-scripts\n{B},name,ИП ?лгіқызы,question-mark\n")
    );
    assert!(body(&place, "statement-2026-08.csv").contains(",Ocпан Образец,"));
}

#[test]
fn bad_rows_of_contractors_are_rejects() {
    let place = place(&format!("1,{A},2026-08-01,1,\n"));
    let run = statement(&place, &format!("{NAMES}{A},Примеров,Образец,\n900101300018,А,Б,\n"), &[]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    assert!(body(&place, "rejects.csv").starts_with("contractors.csv,3,iin-check-digit,iin,900101300018,"));
    for line in
        ["rejected iin-check-digit              1  contractors.csv:3", "1 row of contractors rejected: rejects.csv"]
    {
        assert!(run.stdout.lines().any(|found| found == line), "{line}\n{}", run.stdout);
    }
    // Several files, in either way to say so.
    for more in [&["--contractors", "more.csv"][..], &["more.csv"]] {
        place.write("more.csv", format!("{NAMES}{A},,,Примерович\n"));
        place.write("contractors.csv", format!("{NAMES}{A},Примеров,Образец,\n"));
        let all = ["statement", "run", "--payer", "payer.toml", "--out", "several", "--contractors", "contractors.csv"];
        place.ustap_ends(0, &[&all[..], more].concat());
        assert!(place.read("several/statement-2026-08.csv").contains(",Примеров Образец Примерович,"));
        fs::remove_dir_all(place.path("several")).unwrap();
    }
    // Given twice, nothing is written.
    let run = statement(&place, &format!("{NAMES}{A},Примеров,Образец,\n"), &["--contractors", "contractors.csv"]);
    assert_eq!(run.status, Some(2));
    assert!(run.stderr.contains("is given twice") && !place.exists("out"), "{}", run.stderr);
}

#[test]
fn the_contractors_are_in_the_encoding_that_is_said() {
    let place = place(&format!("1,{A},2026-08-01,1,\n"));
    // «Әли,Қанат» in KZ-1048.
    place.write(
        "kz.csv",
        [b"iin,surname,given_name\n900101300017,", &b"\xa3\xeb\xe8,\x8d\xe0\xed\xe0\xf2\n"[..]].concat(),
    );
    let all =
        ["statement", "run", "--contractors", "kz.csv", "--contractors-encoding", "kz-1048", "--payer", "payer.toml"];
    place.ustap_ends(0, &[&all[..], &["--out", "out"]].concat());
    assert_eq!(body(&place, "statement-2026-08.csv"), format!("1,Әли Қанат,{A},2026-08,1.00\n"));
}

#[test]
fn the_payer_has_what_the_form_asks_for() {
    let place = place(&format!("1,{A},2026-08-01,1,\n"));
    let names = format!("{NAMES}{A},Примеров,Образец,\n");
    for (old, new, message) in [
        ("chief_iin = \"930515900150\"\n", "", "payer.toml:1:1: there is no `chief_iin`"),
        ("930515900150", "930515900151", "payer.toml:4:13: `chief_iin`: `9305****0151` is no ИИН"),
        ("bin", "iin", "payer.toml:3:9: `chief` stands beside `iin`: an entrepreneur has no chief"),
        ("chief_iin", "chiefs_iin", "payer.toml:4:1: unknown field `chiefs_iin`"),
        ("\"930515900150\"", "930515900150", "payer.toml:4:13: `chief_iin` is no text: write it in quotes"),
    ] {
        place.write("payer.toml", PAYER.replace(old, new));
        let run = statement(&place, &names, &["--format", "xlsx"]);
        assert_eq!(run.status, Some(2), "{}", run.stdout);
        assert!(run.stderr.starts_with(&format!("error: {message}")), "{}", run.stderr);
        assert!(!place.exists("out"));
    }
    place.write("payer.toml", "name = \"ИП Примеров\"\niin = \"930515900150\"\n");
    assert_eq!(statement(&place, &names, &["--format", "xlsx"]).status, Some(0));
    // Rows have no head: the number alone is asked for.
    for (payer, status) in [("bin = \"210390000016\"\n", 0), ("name = \"ТОО\"\n", 2)] {
        place.write("payer.toml", payer);
        assert_eq!(statement(&place, &names, &["--format", "csv"]).status, Some(status), "{payer}");
    }
    // The file to fill in is one.
    place.ustap_ends(0, &["template", "start"]);
    place.write("payer.toml", place.read("start/payer.toml"));
    assert_eq!(statement(&place, &place.read("start/contractors.csv"), &[]).status, Some(0));
}

/// The rows of the only sheet, and its name.
fn sheet(place: &Place, name: &str) -> (String, Vec<Vec<Data>>) {
    let mut book: Xlsx<_> = open_workbook(place.path(name)).unwrap();
    let names = book.sheet_names();
    assert_eq!(names.len(), 1);
    let range = book.worksheet_range(&names[0]).unwrap();
    assert_eq!(range.start(), Some((0, 0)));
    (names[0].clone(), range.rows().map(<[Data]>::to_vec).collect())
}

/// Word for word as the order has it.
#[test]
fn the_form_is_the_annex() {
    let place = place(&format!("1,{A},2026-08-01,1.37,\n2,{B},2026-08-01,2000000.55,\n"));
    let names = format!("{NAMES}{A},Примеров,Образец,Шаблонович\n{B},Үлгіқызы,Мысал,\n");
    let russian = [
        "Сведения, о доходах, полученных при оказании услуг и (или) выполнении работ исполнителями",
        "Сведения об операторе (наименование / фамилия, имя, отчество): ТОО «Пример»",
        "БИН/ИИН: 210390000016",
        "Руководитель (если оператор юридическое лицо): фамилия, имя, отчество: Примеров Пример Примерович",
        "ИИН: 930515900150",
        "№",
        "Наименование / фамилия, имя, отчество (при его наличии) исполнителя",
        "БИН / ИИН исполнителя",
        "Период (месяц, год) полученного дохода исполнителя",
        "Сумма дохода за оказание услуг и (или) выполнение работ исполнителем",
        "Итого, лиц: 2",
        "Ответственность оператора. Я (мы) несу (несем) ответственность за достоверность и полноту сведений, указанных в \
         настоящем приложении.\n\nДата предоставления сведений:  04.09.2026\n\nПодпись:  ____________________  Примеров \
         Пример Примерович",
    ];
    let kazakh = [
        "Орындаушылардың жұмыстарды орындауы кезінде алған табыстары туралы беретін мәліметтер",
        "Оператор туралы мәліметтер (атауы/тегі, аты, әкесінің аты (бар болса)): ТОО «Пример»",
        "БСН/ЖСН: 210390000016",
        "Басшы (егер оператор заңды тұлға болса, толтырылады) (тегі, аты, әкесінің аты (бар болса)): Примеров Пример \
         Примерович",
        "ЖСН: 930515900150",
        "№",
        "Орындаушының атауы / тегі, аты, әкесінің аты (бар болса)",
        "Орындаушының БСН / ЖСН",
        "Орындаушының алған табысының кезеңі (айы, жылы)",
        "Орындаушының қызметтер көрсеткені және (немесе) жұмыстарды орындағаны үшін табыс сомасы",
        "Барлығы, адам саны: 2",
        "Оператордың жауаптылығы. Мен (біз) осы қосымшада көрсетілген мәліметтердің дұрыстығы мен толықтығы үшін \
         жауаптымын (жауаптымыз).\n\nМәліметтерді ұсыну күні:  04.09.2026\n\nҚолы:  ____________________  Примеров Пример \
         Примерович",
    ];
    for (lang, words) in [("ru", russian), ("kk", kazakh), ("en", russian)] {
        let run = statement(&place, &names, &["--format", "xlsx", "--lang", lang, "--date", "2026-09-04"]);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        assert!(!place.exists("out/statement-2026-08.csv"));
        let (name, rows) = sheet(&place, "out/statement-2026-08.xlsx");
        assert_eq!(name, "2026-08");
        let head: Vec<String> = rows[..5].iter().map(|row| row[0].to_string()).collect();
        assert_eq!(head, words[..5], "{lang}");
        let headings: Vec<String> = rows[6].iter().map(ToString::to_string).collect();
        assert_eq!(headings, words[5..10], "{lang}");
        let text = |text: &str| Data::String(text.to_owned());
        let person = |number, name, iin, income| {
            vec![Data::Float(number), text(name), text(iin), text("2026-08"), Data::Float(income)]
        };
        assert_eq!(rows[7], person(1.0, "Примеров Образец Шаблонович", A, 1.37));
        assert_eq!(rows[8], person(2.0, "Үлгіқызы Мысал", B, 2_000_000.55));
        // 1.37 + 2 000 000.55
        assert_eq!((&rows[9][0], &rows[9][4]), (&text(words[10]), &Data::Float(2_000_001.92)));
        assert_eq!(rows[11][0].to_string(), words[11], "{lang}");
    }
}

/// He has no chief, and signs himself; the date is filled in by hand where it is not said.
#[test]
fn the_form_of_an_entrepreneur() {
    let place = place(&format!("1,{A},2026-08-01,1,\n"));
    place.write("payer.toml", "name = \"Образцов Образец\"\niin = \"930515900150\"\n");
    let run = statement(&place, &format!("{NAMES}{A},Примеров,Образец,\n"), &["--format", "xlsx"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let (_, rows) = sheet(&place, "out/statement-2026-08.xlsx");
    let head: Vec<String> = rows[1..5].iter().map(|row| row[0].to_string()).collect();
    assert_eq!(head[0], "Сведения об операторе (наименование / фамилия, имя, отчество): Образцов Образец");
    assert_eq!(head[1], "БИН/ИИН: 930515900150");
    assert_eq!(head[2], "Руководитель (если оператор юридическое лицо): фамилия, имя, отчество: —");
    assert_eq!(head[3], "ИИН: —");
    let foot = rows.last().unwrap()[0].to_string();
    let blank = "____________________";
    let ends = format!("Дата предоставления сведений:  {blank}\n\nПодпись:  {blank}  Образцов Образец");
    assert!(foot.ends_with(&ends), "{foot}");
}

#[test]
fn the_receipt_says_what_the_statement_rests_on() {
    let place = place(&format!("1,{A},2026-08-01,1,\n"));
    let names = format!("iin,Имя,surname,note\n{A},Образец,Примеров,x\n");
    let more = ["--date", "2026-09-04", "--period", "2026-08", "--lang", "kk"];
    let run = statement(&place, &names, &more);
    assert!(run.stdout.contains("contractors.csv ішінде оқылмады: note\n"), "{}", run.stdout);
    let receipt: serde_json::Value = serde_json::from_str(&place.read("out/receipt.json")).unwrap();
    let run_receipt = place.read("run/receipt.sha256");
    assert_eq!(receipt["previous"][0], run_receipt.split(' ').next().unwrap());
    assert_eq!(receipt["command"], "statement");
    let options = &receipt["options"];
    assert_eq!(options["periods"], serde_json::json!(["2026-08"]));
    assert_eq!((&options["date"], &options["format"]), (&"2026-09-04".into(), &"csv".into()));
    assert_eq!((&options["lang"], &options["payer"]), (&"kk".into(), &"210390000016".into()));
    assert_eq!(receipt["inputs"][0]["not_read"], serde_json::json!(["note"]));
    // Who states is read out of a file too, of which only the number stands among the options.
    let payer = &receipt["inputs"][1];
    let told = (&payer["kind"], &payer["name"], &payer["bytes"], &payer["rows"]);
    assert_eq!(told, (&"payer".into(), &"payer.toml".into(), &PAYER.len().into(), &0.into()));
    place.write("payer.toml", PAYER.replacen("name", "# seen\nname", 1));
    let verified = place.ustap_ends(0, &["verify", "out", "--inputs", "."]);
    assert!(
        verified.stdout.contains("\ninput payer.toml: not checked: no file in . has its digest\n"),
        "{}",
        verified.stdout
    );
    place.write("payer.toml", PAYER);
    assert_eq!(receipt["totals"]["months"][0]["income"], "1.00");
    // Equal runs, equal bytes.
    let first = place.files("out");
    statement(&place, &names, &more);
    assert_eq!(place.files("out"), first);
}

/// A directory of another command, one that was edited.
#[test]
fn only_a_run_that_verifies_is_stated() {
    let place = place(&format!("1,{A},2026-08-01,1,\n"));
    let names = format!("{NAMES}{A},Примеров,Образец,\n");
    assert_eq!(statement(&place, &names, &[]).status, Some(0));
    let all = ["statement", "out", "--contractors", "contractors.csv", "--payer", "payer.toml", "--out", "again"];
    let run = place.ustap_ends(2, &all);
    assert!(run.stderr.contains("does not have the output `register.csv`"), "{}", run.stderr);
    let register = place.read("run/register.csv");
    place.write("run/register.csv", register.replace(",1.00,", ",2.00,"));
    let run = statement(&place, &names, &[]);
    assert_eq!(run.status, Some(2), "{}", run.stdout);
    assert!(!place.exists("out"));
    // Whoever writes a receipt for it is found by the income that the receipt has.
    place.write("run/register.csv", &register);
    place.rewrite("run", "register.csv", register.replacen(",1.00,", ",2.00,", 1).as_bytes());
    let run = statement(&place, &names, &[]);
    assert!(run.stderr.contains("incomes of the register and of the receipt differ: 2.00 and 1.00"), "{}", run.stderr);
}

/// Of random batches, person by person: what is stated and what is left out is the register, nothing else, and each once.
#[test]
fn statement_and_left_out_are_the_register() {
    let mut random = Random::new();
    let persons = [A, B, C, D, "930515900150", "871120900221"];
    let tiyn = |text: &str| text.replace('.', "").parse::<i64>().unwrap();
    for _ in 0..12 {
        let mut operations = String::new();
        for number in 0..random.below(40) {
            let person = persons[random.below(6) as usize];
            let (month, day) = (6 + random.below(3), 1 + random.below(28));
            let income = random.below(4_000) as i64 - 1_500;
            let fifth = if random.below(5) == 0 { 0 } else { income };
            operations += &format!("{number},{person},2026-{month:02}-{day:02},{fifth}.{:02},\n", random.below(100));
        }
        let place = place(&operations);
        // Two of them are named, in part.
        let run = statement(&place, &format!("{NAMES}{A},Примеров,Образец,\n{B},Үлгіқызы,,\n"), &[]);
        assert!(matches!(run.status, Some(0 | 1)), "{}", run.stderr);
        let mut register = std::collections::BTreeMap::new();
        let text = place.read("run/register.csv");
        for row in rows(&text) {
            *register.entry((row["period"].to_owned(), row["iin"].to_owned())).or_insert(0) += tiyn(row["income"]);
        }
        let (mut stated, mut unnamed) = (std::collections::BTreeMap::new(), Vec::new());
        let files = place.files("out");
        for (name, bytes) in files.iter().filter(|(name, _)| name.starts_with("statement-")) {
            let text = String::from_utf8(bytes.clone()).unwrap();
            for (number, row) in (1..).zip(rows(&text)) {
                assert_eq!((row["number"], &format!("statement-{}.csv", row["period"])), (&*format!("{number}"), name));
                assert!(tiyn(row["income"]) > 0);
                if !row["name"].contains(' ') {
                    unnamed.push((row["period"].to_owned(), row["iin"].to_owned()));
                }
                let key = (row["period"].to_owned(), row["iin"].to_owned());
                assert_eq!(stated.insert(key, tiyn(row["income"])), None);
            }
        }
        let left_out = place.read("out/left_out.csv");
        for row in rows(&left_out) {
            let income = tiyn(row["income"]);
            assert_eq!(row["why"], if income == 0 { "zero" } else { "negative" });
            assert!(income <= 0);
            assert_eq!(stated.insert((row["period"].to_owned(), row["iin"].to_owned()), income), None);
        }
        assert_eq!(stated, register);
        let told = place.read("out/unnamed.csv");
        let told: Vec<_> = rows(&told).iter().map(|row| (row["period"].to_owned(), row["iin"].to_owned())).collect();
        assert_eq!(told, unnamed);
    }
}

/// A receipt with another income than its register has is a record that does not hold, for `statement` as for `advise`.
#[test]
fn a_register_that_does_not_come_to_its_receipt_is_refused() {
    let place = place(&format!("1,{A},2026-08-01,1000,\n"));
    let receipt = place.read("run/receipt.json");
    let forged = receipt.replace("\"income\": \"1000.00\"", "\"income\": \"1001.00\"");
    assert_ne!(forged, receipt);
    place.write_receipt("run", &forged);
    place.write("contractors.csv", NAMES);
    for command in [&["statement", "run", "--payer", "payer.toml"][..], &["advise", "run"]] {
        let run = place.ustap_ends(2, &[command, &["--contractors", "contractors.csv", "--out", "none"]].concat());
        let error = "error: run: incomes of the register and of the receipt differ: 1000.00 and 1001.00 [record]";
        assert!(run.stderr.contains(error) && !place.exists("none"), "{}", run.stderr);
    }
}
