//! docs/ru/codes.md, which tells accountants what each code means, has all codes of the files and no other, in the words that
//! the program itself has for them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use ustap::settlement::{BreakKind, Reason, Status};
use ustap::{Language, Law, Payment, Reject};

/// By file and column, each code with the cells behind it.
type Sections = BTreeMap<String, BTreeMap<String, Vec<String>>>;

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

fn sections() -> Sections {
    let page = read("docs/ru/codes.md");
    let mut sections = Sections::new();
    for section in page.split("\n## ").skip(1) {
        let (heading, text) = section.split_once('\n').unwrap();
        let mut codes = BTreeMap::new();
        for row in text.lines().filter_map(|line| line.strip_prefix("| `")?.strip_suffix(" |")) {
            let mut cells = row.split(" | ").map(str::to_owned);
            let code = cells.next().unwrap().trim_end_matches('`').to_owned();
            assert!(codes.insert(code.clone(), cells.collect()).is_none(), "{heading}: `{code}` twice");
        }
        if !codes.is_empty() {
            sections.insert(heading.to_owned(), codes);
        }
    }
    sections
}

/// What stands for a value behind the code is the row's own.
fn without_value(code: &str) -> &str {
    code.split('=').next().unwrap()
}

/// The codes that the arms of a `match` over this enum give, where the library has no list of them.
fn arms(file: &str, of: &str) -> BTreeSet<String> {
    let source = read(file);
    let given = source.lines().filter_map(|line| line.trim().strip_prefix(of)?.split_once(" => "));
    let code = |given: &str| {
        let quoted =
            ["f.write_str(\"", "write!(f, \"", "\""].into_iter().find_map(|start| given.strip_prefix(start))?;
        Some(without_value(quoted.split('"').next()?).to_owned())
    };
    let codes: BTreeSet<String> = given.filter_map(|(_, given)| code(given)).collect();
    assert!(codes.len() > 2, "{of} of {file}");
    codes
}

fn set<T: AsRef<str>>(codes: impl IntoIterator<Item = T>) -> BTreeSet<String> {
    codes.into_iter().map(|code| code.as_ref().to_owned()).collect()
}

/// Entries of a table of the law: code and Russian name.
fn named(file: &str, section: &str) -> BTreeMap<String, String> {
    let table: toml::Table = read(file).parse().unwrap();
    let text = |entry: &toml::Value, key: &str| entry[key].as_str().unwrap().to_owned();
    table[section].as_array().unwrap().iter().map(|entry| (text(entry, "code"), text(entry, "ru"))).collect()
}

/// Keys of the words that begin so, without that, and what they say in Russian.
fn words(beginning: &str) -> BTreeMap<String, String> {
    let words = read("words/ru.ftl");
    let found = words.lines().filter_map(|line| line.strip_prefix(beginning)?.split_once(" = "));
    found.map(|(code, word)| (code.to_owned(), word.to_owned())).collect()
}

#[test]
fn each_code_of_the_files_stands_on_the_russian_page_and_no_other() {
    let sections = sections();
    let in_section = |heading: &str| set(sections[heading].keys().map(|code| without_value(code)));
    let law = Law::builtin().unwrap();
    let later = set(["payment"]).into_iter().chain(arms("src/commands/received/rejects.rs", "SettlementReject::"));
    let regimes = law.regimes().map(|(_, regime)| regime.code.clone()).chain(["over-limit".to_owned()]);
    // Columns of the contractors file.
    let missing = ["surname", "given_name", "patronymic", "name"].map(|column| format!("{column}-contradicts"));
    let missing = set(["surname", "given_name", "birth_date", "name-not-fit", "rate"]).into_iter().chain(missing);
    let expected = [
        ("Платежи и фонды", set(Payment::ALL.map(Payment::code))),
        ("`rejects.csv` расчёта", set(Reject::ALL.map(Reject::code))),
        ("`rejects.csv` после расчёта", later.collect()),
        ("`register.csv`, столбец `regime`", regimes.collect()),
        // tests/it/readme.rs holds them against a register with each of them.
        ("`register.csv`, столбец `notes`", in_section("`register.csv`, столбец `notes`")),
        ("Категории освобождения", law.categories().map(|(_, category)| category.code.clone()).collect()),
        ("`advice.csv`, столбец `code`", in_section("`advice.csv`, столбец `code`")),
        ("`left_out.csv` сведений, столбец `why`", set(["zero", "negative"])),
        ("`unnamed.csv` и `unlisted.csv`, столбец `missing`", missing.collect()),
        ("`doubts.csv`, столбец `doubt`", arms("src/commands/contractors/doubts.rs", "Doubt::")),
        ("`breaks.csv`, столбец `side`", set(["answer", "kgd"])),
        ("`breaks.csv`, столбец `kind`", set(BreakKind::ALL.map(BreakKind::code))),
        ("`breaks.csv`, столбец `explanation`", arms("src/settlement/breaks.rs", "Explanation::")),
        ("`breaks.csv`, столбец `consequence`", arms("src/settlement/breaks.rs", "Consequence::")),
        ("Ответ, столбец `status`", set(Status::ALL.map(Status::code))),
        ("`distribution.csv`, столбец `reasons`; `returns.csv`, столбец `reason`", set(Reason::ALL.map(Reason::code))),
        ("`corrections.csv`, столбец `cause`", in_section("`corrections.csv`, столбец `cause`")),
        ("`applications.csv`, столбец `reason`", set(named("rates/settlement/refunds.toml", "reason").keys())),
        ("`applications.csv`, столбец `flags`", set(named("rates/settlement/refunds.toml", "flag").keys())),
        ("`left_out.csv` возвратов, столбец `why`", set(["payment", "reason"])),
    ];
    for (heading, codes) in &expected {
        assert_eq!(&in_section(heading), codes, "{heading}");
    }
    assert_eq!(set(sections.keys()), set(expected.iter().map(|(heading, _)| heading)));
    // Advice and causes have no list; src/commands/codes.rs holds the words against all that there are.
    let in_words = expected.iter().filter(|(heading, _)| has_words(heading)).flat_map(|(_, codes)| codes);
    assert_eq!(set(in_words), set(words("code-").keys()));
}

/// Whether the codes of a section have words of their own in `words/ru.ftl`.
fn has_words(heading: &str) -> bool {
    let columns = ["`code`", "`kind`", "`explanation`", "`consequence`", "`status`", "`reasons`", "`cause`"];
    columns.iter().any(|column| heading.contains(&format!("столбец {column}")))
}

#[test]
fn the_russian_page_of_codes_has_the_words_of_the_program() {
    let sections = sections();
    let said = words("code-");
    for (heading, codes) in sections.iter().filter(|(heading, _)| has_words(heading)) {
        codes.iter().for_each(|(code, cells)| assert_eq!(cells[0], said[without_value(code)], "{heading}: {code}"));
    }
    let rejected = &sections["`rejects.csv` расчёта"];
    let todo = words("todo-");
    for reject in Reject::ALL {
        // Its key is of the code, which src/reject.rs holds.
        let cells = [reject.message_in(Language::Ru), &todo[reject.code()]];
        assert_eq!(rejected[reject.code()], cells, "{reject}");
    }
    for (code, cells) in &sections["`rejects.csv` после расчёта"] {
        // Of an amount it is what is to be done about an income; of a payment there is no sentence.
        let key = code.replace("amount", "income");
        assert!(code == "payment" || cells[1] == todo[&key], "{code}");
    }
    let of_payments = |heading: &str, code: &str, column: usize, payments: &[Payment]| {
        let names: Vec<&str> = payments.iter().map(|payment| payment.abbreviation_in(Language::Ru)).collect();
        assert_eq!(sections[heading][code][column], names.join(", "), "{code}");
    };
    let law = Law::builtin().unwrap();
    let day = "2026-08-05".parse().unwrap();
    for (id, category) in law.categories() {
        assert_eq!(sections["Категории освобождения"][&category.code][0], category.name.say(Language::Ru));
        let exempt = Payment::ALL.into_iter().filter(|&payment| law.exemption(id, payment, day).is_some());
        of_payments("Категории освобождения", &category.code, 1, &exempt.collect::<Vec<_>>());
    }
    for (_, regime) in law.regimes() {
        assert_eq!(sections["`register.csv`, столбец `regime`"][&regime.code][0], regime.name.say(Language::Ru));
    }
    for payment in Payment::ALL {
        of_payments("Платежи и фонды", payment.code(), 0, &[payment]);
    }
    for (section, column) in [("reason", "`reason`"), ("flag", "`flags`")] {
        for (code, name) in named("rates/settlement/refunds.toml", section) {
            assert_eq!(sections[&format!("`applications.csv`, столбец {column}")][&code][0], name, "{code}");
        }
    }
}
