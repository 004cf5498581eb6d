//! What is said in Russian and Kazakh: the same as in English, and no English in it.

use std::process::Command;

use calamine::{Reader, Xlsx, open_workbook};

use crate::program::{A, B, C, OPERATIONS, Place, Run};

/// A place with a run, and files of everybody who answers.
fn place() -> Place {
    let place = Place::new();
    let rows = format!(
        "a,{A},2026-08-05,150000.00,\nb,{B},2026-08-06,70000,\nc,{C},2026-08-07,5000,\na,{A},2026-08-05,150000.00,\nd,x,2026-08-07,1,\n"
    );
    place.write("o.csv", format!("{OPERATIONS}{rows}"));
    place.write("o2.csv", format!("{OPERATIONS}a,{A},2026-08-05,250000.00,\nb,{B},2026-08-06,60000,\n"));
    place.write(
        "c.csv",
        format!(
            "iin,surname,given_name,birth_date,note\n{A},Үлгіқызы,Мысал,1990-01-01,x\n{B},Примеров,Образец,1974-12-31,\n"
        ),
    );
    place.write("e.csv", format!("iin,category,valid_from,valid_to,known_on\n{B},full-time-student,2025-09-01,,\n"));
    place.write(
        "kgd.csv",
        format!("iin,period,ipn,opv,opvr,so,vosms\n{A},2026-08,0,1500,1500,1500,1400\n{B},2026-08,0,0,700,0,0\n"),
    );
    place.write(
        "answer.csv",
        format!("iin,period,knp,amount,status\n{A},2026-08,010,1600.00,accepted\n{B},2026-08,089,700.00,accepted\n{A},2026-08,012,1.00,returned\nx,2026-08,012,1.00,accepted\n"),
    );
    place.write("paid.csv", format!("iin,period,knp,amount\n{A},2026-08,010,1600.00\n{A},2026-08,012,1000.00\n"));
    place.write("late.csv", "payment,period,paid_on,amount\nopv,2026-03,2026-05-05,1000\nopv,2026-03,x,1000\n");
    place.write(
        "payer.toml",
        "name = \"ТОО «Пример»\"\nbin = \"210390000016\"\nchief = \"Примеров Пример\"\nchief_iin = \"900101300017\"\n",
    );
    place
}

/// A month, every command of it; what refuses is at the end.
const MONTH: [&str; 36] = [
    "calculate o.csv --contractors c.csv --exemptions e.csv --check",
    "calculate o.csv --contractors c.csv --exemptions e.csv --known-on 2026-09-01 --keep --out run",
    "calculate o2.csv --out run-2",
    "calculate o2.csv --after run --out run-3",
    "explain o.csv --exemptions e.csv --iin 900101300811 --period 2026-08",
    "explain o.csv --iin 900101300811 --period 2026-07",
    "advise run --contractors c.csv --exemptions e.csv --out advice",
    "statement run --contractors c.csv --payer payer.toml --out statement",
    "lists run --contractors c.csv --payment all --format csv --out lists",
    "lists run --kgd kgd.csv --contractors c.csv --payment all --format csv --payer payer.toml --out lists-2",
    "reconcile --register run --answer answer.csv --kgd kgd.csv --out reconciled",
    "reconcile --register run --kgd kgd.csv --payment so --out reconciled-2",
    "distribute --paid paid.csv --kgd kgd.csv --received-on 2026-09-25 --out distributed",
    "refunds reconciled --reason paid-in-error --out refunds",
    "correct run run-2 --out corrected",
    "report run advice statement lists-2 reconciled distributed --out page.html",
    "verify run",
    "verify run --inputs . --recompute",
    "penalty --payment opv --period 2026-03 --paid-on 2026-05-05 --amount 1000",
    "penalty late.csv",
    "calendar 2026-08",
    "rates show --on 2026-08-05",
    "rates check",
    "rates export tables",
    "rates add --year 2027 --mrp 5000 --mzp 90000 --act Закон --number 1 --dated 2026-12-05 --url https://adilet.zan.kz/x --basis quoted --out added",
    "template start",
    "help",
    "help lists",
    "lists",
    "lists run --payment opv --format mt102 --contractors c.csv --out x",
    "lists run --payment opv --format csv --date 2026-09-01 --contractors c.csv --out x",
    "reconcile --register run --out x",
    "calculate o.csv --column exemptions.iin=A --out x",
    "calculate o.csv --threads 0 --out x",
    "calculate o.csv o.csv --period 2026-13 --out x",
    "penalty --payment opv",
];

fn said(place: &Place, command: &str, language: &str) -> Run {
    let mut arguments: Vec<&str> = command.split(' ').collect();
    arguments.extend(["--lang", language]);
    place.ustap(&arguments)
}

/// The longest run of Latin words in a line outside of `…`, of names of files and codes, and of what is written with
/// other letters too.
fn english(line: &str) -> usize {
    let outside: String = line.split('`').step_by(2).collect::<Vec<_>>().join(" ` ");
    let is_word = |word: &str| {
        let bare = word.trim_matches(|letter: char| ",.;:!?()[]«»'\"".contains(letter));
        bare.len() >= 2 && bare.chars().all(|letter| letter.is_ascii_alphabetic())
    };
    let (mut run, mut longest) = (0, 0);
    for word in outside.split(' ').filter(|word| !word.is_empty()) {
        run = if is_word(word) { run + 1 } else { 0 };
        longest = longest.max(run);
        // A list is one of codes.
        if word.ends_with(',') {
            run = 0;
        }
    }
    longest
}

#[test]
#[ignore = "slow"]
fn no_command_speaks_english_to_who_reads_russian_or_kazakh() {
    for language in ["ru", "kk"] {
        let place = place();
        let mut found = Vec::new();
        for command in MONTH {
            let run = said(&place, command, language);
            assert!(run.status.is_some_and(|status| status <= 2), "{command}");
            let silent = run.stdout.is_empty() && run.stderr.is_empty();
            assert!(!silent, "{command} says nothing");
            for line in run.stdout.lines().chain(run.stderr.lines()).filter(|line| english(line) >= 3) {
                found.push(format!("{language}: {command}: {line}"));
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

#[test]
#[ignore = "slow"]
fn every_summary_in_each_language_ends_with_what_to_do() {
    for (language, next) in [("en", "next: "), ("ru", "дальше: "), ("kk", "келесі: ")] {
        let place = place();
        for command in &MONTH[..26] {
            let run = said(&place, command, language);
            assert!(matches!(run.status, Some(0 | 1)), "{language} {command}: {}", run.stderr);
            let ends = ["explain", "calendar", "rates show", "rates check", "distribute", "penalty late"]
                .iter()
                .any(|other| command.starts_with(other));
            let last = run.stdout.lines().last().unwrap_or_default();
            let is_verified = command.ends_with("--recompute");
            assert!(ends || is_verified || run.stdout.contains(&format!("\n{next}")), "{command}: {last}");
        }
    }
}

/// Names that are longer than in English, sentences that are put together, and words with an ending of their own.
#[test]
fn russian_and_kazakh_words_do_not_run_into_what_stands_behind_them() {
    let place = place();
    for (command, language, expected) in [
        ("calculate o.csv --exemptions e.csv --known-on 2026-09-01 --keep --out run", "kk", "\nЖТС  "),
        // Three of the five rows of the first run are taken.
        ("calculate o2.csv --after run --out run-3", "ru", "  3 операциям\n"),
        (
            "statement run --contractors c.csv --payer payer.toml --out statement",
            "ru",
            "приложение не позднее 2026-09-05; это день отдыха",
        ),
        ("reconcile --register run --kgd kgd.csv --out reconciled", "ru", "реестр и суммы КГД\n"),
        ("reconcile --register run --kgd kgd.csv --out reconciled-2", "kk", "тізілім және МКК сомалары\n"),
    ] {
        let text = said(&place, command, language).stdout;
        assert!(text.contains(expected), "{command}: {text}");
    }
    for language in ["ru", "kk"] {
        let calendar = said(&place, "calendar 2026-08", language).stdout;
        for line in calendar.lines().filter(|line| line.starts_with("  20")) {
            let act = if language == "ru" { " Приказ №" } else { " № 392" };
            assert!(line.contains(act), "{language}: {line}");
        }
    }
    place.write("much.csv", format!("{OPERATIONS}m,{A},2026-08-15,90000000,\n"));
    let command = "explain much.csv --iin 900101300017 --period 2026-08";
    let text = said(&place, command, "ru").stdout;
    assert!(text.contains("впервые превышен операцией m (2026-08-15)"), "{text}");
}

#[test]
fn english_is_found_where_it_is() {
    assert_eq!(english("the file is empty"), 4);
    assert_eq!(english("файл `the file is empty` a.csv operations.csv rejected-row x"), 0);
}

/// Nobody's environment bears on a byte of what is written: not its language, not its locale, not its time zone.
#[test]
#[ignore = "slow"]
fn files_are_the_same_in_every_environment() {
    let commands = [
        "calculate o.csv --contractors c.csv --exemptions e.csv --lines --keep --out run",
        "calculate o2.csv --out run-2",
        "advise run --contractors c.csv --exemptions e.csv --out advice",
        "statement run --contractors c.csv --payer payer.toml --out statement",
        "statement run --contractors c.csv --payer payer.toml --format xlsx --out statement-xlsx",
        "lists run --contractors c.csv --payment all --format csv --payer payer.toml --out lists",
        "lists run --kgd kgd.csv --contractors c.csv --payment all --format xlsx --payer payer.toml --out lists-xlsx",
        "reconcile --register run --answer answer.csv --kgd kgd.csv --xlsx --out reconciled",
        "distribute --paid paid.csv --kgd kgd.csv --received-on 2026-09-25 --out distributed",
        "correct run run-2 --out corrected",
        "refunds reconciled --reason paid-in-error --out refunds",
        "report run advice statement lists reconciled distributed --out page.html",
        "template start",
        "rates export tables",
        "rates add --year 2027 --mrp 5000 --mzp 90000 --act Закон --number 1 --dated 2026-12-05 --url https://adilet.zan.kz/x --basis quoted --out added",
        "man pages",
    ];
    let files = |environment: &[(&str, &str)]| {
        let place = place();
        for command in commands {
            let mut started = place.command(&command.split(' ').collect::<Vec<_>>());
            for name in ["USTAP_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "TZ"] {
                started.env_remove(name);
            }
            let output = started.envs(environment.iter().copied()).output().unwrap();
            let error = String::from_utf8_lossy(&output.stderr);
            assert!(matches!(output.status.code(), Some(0 | 1)), "{environment:?} {command}: {error}");
        }
        let names = place.names().into_iter().filter(|name| place.path(name).is_file());
        names.map(|name| (std::fs::read(place.path(&name)).unwrap(), name)).collect::<Vec<_>>()
    };
    let plain = files(&[]);
    assert!(plain.len() > 60, "{}", plain.len());
    for environment in [
        &[("USTAP_LANG", "ru"), ("TZ", "Asia/Almaty")][..],
        &[("USTAP_LANG", "kk")],
        &[("LC_ALL", "kk_KZ.UTF-8"), ("LANG", "en_US.UTF-8"), ("TZ", "America/Adak")],
        &[("LANG", "ru_KZ.UTF-8")],
    ] {
        let spoken = files(environment);
        assert_eq!(spoken.len(), plain.len());
        for ((bytes, name), (ours, our_name)) in spoken.iter().zip(&plain) {
            assert_eq!(name, our_name);
            assert!(bytes == ours, "{environment:?}: {name}");
        }
    }
}

/// Each workbook has the headings of the language that is asked for; the form of the annex is Russian where that is
/// English.
#[test]
fn workbooks_have_their_headings_in_three_languages() {
    for (language, breaks, list, refunds, statement) in [
        (
            "en",
            ["Side", "Ours", "Theirs"],
            ["IIN", "Amount"],
            ["Application", "Reason in words"],
            "полученного дохода исполнителя",
        ),
        (
            "ru",
            ["Сторона", "У нас", "У них"],
            ["ИИН", "Сумма"],
            ["Заявление", "Причина словами"],
            "полученного дохода исполнителя",
        ),
        ("kk", ["Жақ", "Бізде", "Оларда"], ["ЖСН", "Сомасы"], ["Өтініш", "Себебі сөзбен"], "табысының кезеңі"),
    ] {
        let place = place();
        for command in [
            "calculate o.csv --contractors c.csv --exemptions e.csv --out run",
            "statement run --contractors c.csv --payer payer.toml --format xlsx --out statement",
            "lists run --contractors c.csv --payment all --format xlsx --payer payer.toml --out lists",
            "reconcile --register run --answer answer.csv --kgd kgd.csv --xlsx --out reconciled",
            "refunds reconciled --reason paid-in-error --out refunds",
        ] {
            let run = said(&place, command, language);
            assert!(matches!(run.status, Some(0 | 1)), "{command}: {}", run.stderr);
        }
        let text = |name: &str| {
            let mut book: Xlsx<_> = open_workbook(place.path(name)).unwrap();
            let sheets = book.worksheets();
            let cells = sheets.iter().flat_map(|(_, range)| range.cells().map(|(_, _, cell)| cell.to_string()));
            cells.collect::<Vec<String>>()
        };
        let shown = |name: &str, headings: &[&str]| {
            let cells = text(name);
            for heading in headings {
                assert!(cells.iter().any(|cell| cell == heading), "{language} {name}: {heading} in {cells:?}");
            }
        };
        shown("reconciled/breaks.xlsx", &breaks);
        shown("lists/lists.xlsx", &list);
        shown("refunds/applications.xlsx", &refunds);
        let form = text("statement/statement-2026-08.xlsx").join(" ").to_lowercase();
        assert!(form.contains(statement), "{language}: {form}");
    }
}

fn run(place: &Place, arguments: &[&str], environment: &[(&str, &str)]) -> String {
    let mut command: Command = place.command(arguments);
    for name in ["USTAP_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"] {
        command.env_remove(name);
    }
    command.envs(environment.iter().copied());
    let output = command.output().unwrap();
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn the_language_is_that_of_the_option_the_variable_or_the_locale_in_this_order() {
    let place = Place::new();
    let command = ["calculate", "absent.csv", "--check"];
    let of = |more: &[&str], environment: &[(&str, &str)]| {
        let text = run(&place, &[&command[..], more].concat(), environment);
        text.split(':').next().unwrap().to_owned()
    };
    assert_eq!(of(&[], &[]), "error");
    assert_eq!(of(&[], &[("LANG", "ru_RU.UTF-8")]), "ошибка");
    assert_eq!(of(&[], &[("LANG", "ru_RU.UTF-8"), ("LC_MESSAGES", "kk_KZ.UTF-8")]), "қате");
    assert_eq!(of(&[], &[("LANG", "ru"), ("LC_MESSAGES", "kk"), ("LC_ALL", "C")]), "error");
    assert_eq!(of(&[], &[("LANG", "ru"), ("LC_MESSAGES", "kk"), ("LC_ALL", "")]), "қате");
    assert_eq!(of(&[], &[("USTAP_LANG", "ru"), ("LC_ALL", "kk")]), "ошибка");
    assert_eq!(of(&["--lang", "kk"], &[("USTAP_LANG", "ru")]), "қате");
    assert_eq!(of(&["--lang=en"], &[("USTAP_LANG", "ru")]), "error");
    let before = run(&place, &["--lang", "kk", "calculate", "absent.csv", "--check"], &[("USTAP_LANG", "ru")]);
    assert!(before.starts_with("қате: "), "{before}");
    let unknown = run(&place, &command, &[("USTAP_LANG", "de")]);
    assert!(unknown.starts_with("error: USTAP_LANG is `de`"), "{unknown}");
}

#[test]
fn only_the_first_word_of_an_error_is_in_colour_and_only_where_it_is_asked_for() {
    let place = Place::new();
    let command = ["calculate", "x.csv", "--check", "--memory", "1"];
    // Standard error is no terminal here.
    assert!(!run(&place, &command, &[]).contains('\u{1b}'));
    let always = [&command[..], &["--color", "always"]].concat();
    let text = run(&place, &always, &[("NO_COLOR", "1")]);
    assert!(text.starts_with("\u{1b}[31;1merror:\u{1b}[0m invalid value"), "{text:?}");
    assert!(text.contains("\n\u{1b}[32;1mhint:\u{1b}[0m "), "{text:?}");
    assert_eq!(text.matches('\u{1b}').count(), 4, "{text:?}");
    let never = [&command[..], &["--color=never"]].concat();
    assert!(!run(&place, &never, &[]).contains('\u{1b}'));
}

#[test]
fn shells_and_man_are_told_of_every_command() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish"] {
        let script = place.ustap_ends(0, &["completions", shell]).stdout;
        for word in ["calculate", "reconcile", "over-limit", "windows-1251"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    place.ustap_ends(0, &["man", "pages", "--lang", "ru"]);
    let page = place.read("pages/ustap-calculate.1");
    assert!(page.contains(".SH ПАРАМЕТРЫ\n") && page.contains("Исчислить удержания"), "{page}");
    assert!(page.contains("\\-\\-over\\-limit") && !page.contains(".SH OPTIONS"), "{page}");
    assert!(place.exists("pages/ustap-rates-show.1") && place.exists("pages/ustap.1"));
    place.ustap_ends(2, &["completions", "csh"]);
}

/// What every command takes stands behind `help` too, where it is none of its own.
#[test]
fn help_takes_what_every_command_takes() {
    let place = Place::new();
    for (asked, shown) in [
        ("rates help show --lang ru", "rates show --help --lang ru"),
        ("help rates show --lang=kk", "rates show --help --lang kk"),
        ("help calculate --color never", "calculate --help"),
        ("help calculate --color=always --lang ru", "calculate --help --lang ru"),
        ("help --help", "--help"),
        ("help -h --lang ru", "--help --lang ru"),
    ] {
        let said = |command: &str| place.ustap_ends(0, &command.split(' ').collect::<Vec<_>>()).stdout;
        assert_eq!(said(asked), said(shown), "{asked}");
    }
    for refused in ["help nothing --lang ru", "help calculate --color red", "calculate help"] {
        place.ustap_ends(2, &refused.split(' ').collect::<Vec<_>>());
    }
    // A directory may have that name.
    let run = place.ustap_ends(2, &["verify", "help", "--lang", "ru"]);
    assert!(run.stderr.starts_with("ошибка: help: "), "{}", run.stderr);
}
