//! The cases of `tests/cases/`: the program is held to them, and the bindings.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

/// Whom all of them are of.
pub const PERSON: &str = "900101300017";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub name: String,
    /// The provisions.
    pub law: String,
    /// Acts of the tables, as they name them, of which this is the case.
    #[serde(default)]
    pub acts: Vec<String>,
    /// The arithmetic, for people.
    pub why: String,
    pub operations: Vec<CaseOperation>,
    #[serde(default)]
    pub exempt: Vec<Exempt>,
    #[serde(default)]
    pub regimes: Vec<Regime>,
    pub over_limit: Option<String>,
    /// Columns of the rows of register.csv that must come of it; those of `REGISTER_COLUMNS` at least.
    pub register: Vec<BTreeMap<String, String>>,
    /// Columns of the rows of limits.csv; without it there must be none.
    #[serde(default)]
    pub limits: Vec<BTreeMap<String, String>>,
    /// Columns of the rows of lines.csv, where they are of interest.
    pub lines: Option<Vec<BTreeMap<String, String>>>,
    /// Columns of the rows of payments.csv, where they are of interest.
    pub payments: Option<Vec<BTreeMap<String, String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseOperation {
    pub on: String,
    pub income: String,
    #[serde(default)]
    pub corrects: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exempt {
    pub category: String,
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub to: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regime {
    pub regime: String,
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub to: String,
}

/// All cases of the repository that stands here, each with the names of its file and its own.
pub fn cases(root: &str) -> Vec<(String, Case)> {
    let dir = Path::new(root).join("tests/cases");
    let mut paths: Vec<_> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let cases: Cases =
            toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap_or_else(|error| panic!("{file}: {error}"));
        all.extend(cases.case.into_iter().map(|case| (format!("{file}, {}", case.name), case)));
    }
    all
}
