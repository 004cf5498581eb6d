//! The cases of `tests/conformance/` through the program. `tests/conformance/run.py` holds any other program against
//! them in the same way; its README says how.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::program::Place;
use serde::Deserialize;
use ustap::Reject;
use ustap::settlement::Reason;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    rule: String,
    provision: String,
    /// Where the rule is one of several readings: which, and on what it rests.
    #[serde(default)]
    reading: Option<String>,
    /// How the expected figures come about, for people.
    arithmetic: String,
    work: String,
    #[serde(default)]
    status: i32,
    /// What stands in the output of a command that prints, in this order.
    #[serde(default)]
    says: Vec<String>,
    given: BTreeMap<String, toml::Value>,
}

impl Case {
    fn read(directory: &Path) -> Case {
        let path = directory.join("case.toml");
        toml::from_str(&fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// What the case wants, as arguments.
    fn arguments(&self, directory: &Path) -> Vec<String> {
        let text = |value: &toml::Value| value.as_str().unwrap().to_owned();
        let files = |value: &toml::Value| -> Vec<String> {
            let path = |file| directory.join(text(file)).to_str().unwrap().to_owned();
            value.as_array().unwrap().iter().map(path).collect()
        };
        let mut words = vec![self.work.clone()];
        words.extend(self.given.get("operations").into_iter().flat_map(files));
        words.extend(self.given.get("month").map(text));
        for (name, value) in &self.given {
            let option = format!("--{}", name.replace('_', "-"));
            match name.as_str() {
                "operations" | "month" => {}
                "exemptions" | "contractors" | "paid" | "kgd" => {
                    words.extend(files(value).into_iter().flat_map(|file| [option.clone(), file]));
                }
                _ if value.as_bool() == Some(true) => words.push(option),
                _ => words.extend([option, text(value)]),
            }
        }
        if matches!(self.work.as_str(), "calculate" | "distribute") {
            words.extend(["--out".to_owned(), "run".to_owned()]);
        }
        words
    }

    /// What differs from the case when the program is run.
    fn differences(&self, directory: &Path) -> Vec<String> {
        let place = Place::new();
        let words = self.arguments(directory);
        let run = place.ustap(&words.iter().map(String::as_str).collect::<Vec<_>>());
        let mut found = Vec::new();
        if run.status != Some(self.status) {
            found.push(format!("status {:?} for {}: {}", run.status, self.status, run.stderr));
        }
        if self.status == 2 && place.exists("run") {
            found.push("run: is there, though nothing is computed".to_owned());
        }
        found.extend(unsaid(&self.says, &run.stdout));
        for (name, expected) in expected(directory) {
            let path = format!("run/{name}");
            let is = match name.as_str() {
                "stdout.csv" => run.stdout.clone(),
                _ if place.exists(&path) => place.read(&path),
                _ => String::new(),
            };
            let (columns, rows) = table(&expected);
            let is = in_columns(&table(&is), &columns);
            if is.as_ref() != Some(&rows) {
                found.push(format!("{name}: {columns:?}\n    expected {rows:?}\n    found    {is:?}"));
            }
        }
        found
    }
}

/// What differs in a text that is printed: the texts stand in their order, each in a line of its own, and a line that begins
/// with a day begins with one of them.
fn unsaid(says: &[String], printed: &str) -> Option<String> {
    let mut lines = printed.lines();
    if let Some(text) = says.iter().find(|text| !lines.any(|line| line.contains(*text))) {
        return Some(format!("no «{text}» in its place"));
    }
    let begins = printed.lines().filter_map(|line| line.trim_start().get(..10));
    let mut days = begins.filter(|begin| begin.parse::<chrono::NaiveDate>().is_ok());
    let other = days.find(|day| !says.is_empty() && !says.iter().any(|text| text == day));
    other.map(|day| format!("a line begins with {day}"))
}

/// The expected files of a case: name and text.
fn expected(directory: &Path) -> Vec<(String, String)> {
    let Ok(entries) = fs::read_dir(directory.join("expected")) else { return Vec::new() };
    entries
        .map(|entry| {
            let path = entry.unwrap().path();
            (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap())
        })
        .collect()
}

type Rows = Vec<Vec<String>>;

/// The columns of a table and its rows.
fn table(text: &str) -> (Vec<String>, Rows) {
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let fields = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let columns = fields(reader.headers().unwrap());
    (columns, reader.records().map(|record| fields(&record.unwrap())).collect())
}

/// The rows in these columns; none where one is missing.
fn in_columns((has, rows): &(Vec<String>, Rows), columns: &[String]) -> Option<Rows> {
    let place = |column| has.iter().position(|name| name == column);
    let places: Vec<usize> = columns.iter().map(place).collect::<Option<_>>()?;
    Some(rows.iter().map(|row| places.iter().map(|at| row[*at].clone()).collect()).collect())
}

fn directories() -> Vec<PathBuf> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/cases");
    let mut directories: Vec<PathBuf> =
        fs::read_dir(cases).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    directories.sort();
    directories
}

#[test]
fn every_case_of_the_kit_holds() {
    let mut differ = String::new();
    for directory in directories() {
        let case = Case::read(&directory);
        for line in case.differences(&directory) {
            differ += &format!("{}: {} [{}]\n  {line}\n", directory.display(), case.rule, case.provision);
        }
    }
    assert!(differ.is_empty(), "{differ}");
}

/// A case that compares nothing, or whose figures nobody can follow, is none.
#[test]
fn every_case_says_what_it_rests_on() {
    for directory in directories() {
        let case = Case::read(&directory);
        let texts = [Some(&case.rule), Some(&case.provision), Some(&case.arithmetic), case.reading.as_ref()];
        assert!(texts.into_iter().flatten().all(|text| text.trim().len() > 3), "{}", directory.display());
        let ends = case.status == 2;
        assert!(ends || !expected(&directory).is_empty() || !case.says.is_empty(), "{}", directory.display());
    }
}

/// Who prints every day prints the right ones too.
#[test]
fn days_are_said_in_their_order_and_no_others() {
    let says = ["2026-09-30", "2026-10-05"].map(str::to_owned);
    let unsaid = |printed: &str| unsaid(&says, printed);
    assert_eq!(unsaid("by\n  2026-09-30  Wednesday\n  2026-10-05  Monday, 3 days after 2026-09-30\n"), None);
    assert_eq!(unsaid("distributed by 2026-09-30\nmended by 2026-10-05\n"), None);
    let begins = Some("a line begins with 2026-10-01".to_owned());
    assert_eq!(unsaid("2026-09-30\n2026-10-01\n2026-10-05\n"), begins);
    let lacks = Some("no «2026-10-05» in its place".to_owned());
    for printed in ["2026-10-05\n2026-09-30\n", "2026-09-30 2026-10-05\n", "2026-09-30\n"] {
        assert_eq!(unsaid(printed), lacks);
    }
}

/// A provision that is a page of this repository is one that whoever reads the case can open: `formats.md, Calculation 4` is
/// point 4 below the heading `Calculation` of `docs/formats.md`.
#[test]
fn a_page_that_a_case_rests_on_has_the_heading() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let mut found = 0;
    for directory in directories() {
        let case = Case::read(&directory);
        for part in case.provision.split("; ").filter(|part| part.contains(".md")) {
            let (page, place) = part.split_once(", ").unwrap_or_else(|| panic!("{}: {part}", directory.display()));
            let page = fs::read_to_string(docs.join(page)).unwrap_or_else(|error| panic!("{part}: {error}"));
            let point = |rest: &str| rest.is_empty() || rest.starts_with(' ') && !rest.contains(char::is_alphabetic);
            let mut headings =
                page.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_matches(['#', ' ']));
            let there = headings.any(|heading| place.strip_prefix(heading).is_some_and(point));
            assert!(there, "{}: {part}", directory.display());
            found += 1;
        }
    }
    assert!(found > 30, "{found}");
}

/// What a case rests on that is not quoted from an act stands in its reading: the base rates and the divisor of penalties, from
/// which day a term runs, and the rate of СО of 2025.
#[test]
fn a_case_with_values_of_second_hand_says_so() {
    let mut found = BTreeSet::new();
    for directory in directories() {
        let case = Case::read(&directory);
        let given = |file: &str| fs::read_to_string(directory.join(file)).unwrap_or_default().to_lowercase();
        let of_2025 =
            given("contractors.csv").contains("mobile-app-standard") && given("operations.csv").contains("2025-");
        let terms = case.work == "calendar" || case.given.contains_key("received_on");
        let rests =
            [(case.work == "penalty", "the base rate"), (terms, "Civil Code 173"), (of_2025, "5 % of СО in 2025")];
        for (_, words) in rests.into_iter().filter(|(rests, _)| *rests) {
            assert!(case.reading.as_ref().is_some_and(|reading| reading.contains(words)), "{}", directory.display());
            found.insert(words);
        }
    }
    assert_eq!(found.len(), 3);
}

/// law.md section 6: that a category frees from ВОСМС is inferred, of 2026 for all of them: a case with one that does says
/// so.
#[test]
fn a_case_with_who_is_free_from_vosms_says_how_sure_that_is() {
    let tables = rates("exemptions");
    let exemptions = tables["exemption"].as_array().unwrap();
    let of_vosms = exemptions.iter().filter(|entry| entry["payments"].as_array().unwrap().contains(&"vosms".into()));
    let categories: BTreeSet<&str> = of_vosms.map(|entry| entry["category"].as_str().unwrap()).collect();
    let mut found = 0;
    for directory in directories() {
        let Ok(exempt) = fs::read_to_string(directory.join("exemptions.csv")) else { continue };
        let is_free = exempt.split(['\n', ',', ';']).any(|field| categories.contains(field.trim()));
        let says = Case::read(&directory).reading.is_some_and(|reading| reading.contains("ВОСМС"));
        assert!(!is_free || says, "{}", directory.display());
        found += u32::from(is_free);
    }
    assert!(found > 20, "{found}");
}

/// A table of the law.
fn rates(name: &str) -> toml::Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("rates/{name}.toml"));
    toml::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The kit has a case for each category, each status of a row, and each reason of point 15. A status is looked for among
/// those of rows alone: some are called as a column is, and stand at the head of every table.
#[test]
fn no_code_is_without_a_case() {
    let (mut stand, mut exempt) = (BTreeSet::new(), BTreeSet::new());
    for directory in directories() {
        let work = Case::read(&directory).work;
        for (_, text) in expected(&directory) {
            let (columns, rows) = table(&text);
            let codes = |column: &str| {
                let at = columns.iter().position(|name| name == column);
                rows.iter().filter_map(move |row| row.get(at?)).flat_map(|field| field.split('|'))
            };
            for column in ["code", "reason", "reasons"] {
                stand.extend(codes(column).map(|code| (work.clone(), code.to_owned())));
            }
            let categories =
                codes("notes").filter_map(|note| note.split_once("exempt=")).flat_map(|(_, of)| of.split('+'));
            exempt.extend(categories.map(str::to_owned));
        }
    }
    // Which month is closed is known from an earlier run, and the kit has none: tests/it/closing.rs.
    let rows = Reject::ALL.into_iter().filter(|reject| *reject != Reject::ClosedMonth).map(Reject::code);
    let reasons = Reason::ALL.into_iter().map(Reason::code);
    // Those of paid rows and of КГД's that no operation has.
    let settled = ["period", "knp", "amount", "amount-range", "repeated"];
    let calculated = rows.map(|code| ("calculate", code));
    for (work, code) in calculated.chain(reasons.chain(settled).map(|code| ("distribute", code))) {
        assert!(stand.contains(&(work.to_owned(), code.to_owned())), "no case of {work} for {code}");
    }
    for category in rates("exemptions")["category"].as_array().unwrap() {
        let code = category["code"].as_str().unwrap();
        assert!(exempt.contains(code), "no case for {code}");
    }
}
