//! The cases of `tests/cases/`, worked by hand from the law, through the program.

use std::collections::{BTreeMap, BTreeSet};

use crate::case::{Case, CaseOperation, Exempt, PERSON, Regime, cases};
use crate::program::{OPERATIONS, Place, rows};
use ustap::Law;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// What every case must say of every row of the register.
const REGISTER_COLUMNS: [&str; 8] = ["income", "ipn", "opv", "opvr", "so", "vosms", "withheld", "notes"];

impl Case {
    fn check(&self, name: &str) {
        assert!(!self.law.is_empty() && !self.why.is_empty(), "{name} has its provision and its arithmetic");
        let place = Place::new();
        place.write("operations.csv", self.operations_csv());
        place.write("exemptions.csv", self.exemptions_csv());
        place.write("contractors.csv", self.contractors_csv());
        let over_limit = self.over_limit.as_deref().unwrap_or("cap");
        let mut arguments = vec!["calculate", "operations.csv", "--exemptions", "exemptions.csv"];
        arguments.extend(["--contractors", "contractors.csv", "--over-limit", over_limit]);
        arguments.extend(["--lines", "--out", "out"]);
        let run = place.ustap(&arguments);
        assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""), "{name}");
        for row in &self.register {
            for column in REGISTER_COLUMNS {
                assert!(row.contains_key(column), "{name}: no {column} in a row of the register");
            }
        }
        compare(name, &place.read("out/register.csv"), &self.register);
        compare(name, &place.read("out/limits.csv"), &self.limits);
        for (file, expected) in [("lines", &self.lines), ("payments", &self.payments)] {
            if let Some(expected) = expected {
                compare(name, &place.read(&format!("out/{file}.csv")), expected);
            }
        }
    }

    /// The operations are numbered from 1.
    fn operations_csv(&self) -> String {
        let rows = self.operations.iter().zip(1..).map(|(operation, number)| {
            let CaseOperation { on, income, corrects } = operation;
            format!("{number},{PERSON},{on},{income},{corrects}\n")
        });
        OPERATIONS.chars().chain(rows.collect::<String>().chars()).collect()
    }

    fn exemptions_csv(&self) -> String {
        let rows = self.exempt.iter().map(|Exempt { category, from, to }| format!("{PERSON},{category},{from},{to}\n"));
        format!("iin,category,valid_from,valid_to\n{}", rows.collect::<String>())
    }

    fn contractors_csv(&self) -> String {
        let rows = self.regimes.iter().map(|Regime { regime, from, to }| format!("{PERSON},{regime},{from},{to}\n"));
        format!("iin,regime,regime_from,regime_to\n{}", rows.collect::<String>())
    }
}

/// The columns that are expected of each row have the values that are expected, and there are no other rows.
fn compare(name: &str, csv: &str, expected: &[BTreeMap<String, String>]) {
    let actual = rows(csv);
    assert_eq!(actual.len(), expected.len(), "{name}: rows of\n{csv}");
    for (actual, expected) in actual.iter().zip(expected) {
        for (column, value) in expected {
            let found = actual.get(column.as_str()).unwrap_or_else(|| panic!("{name}: no column {column}"));
            assert_eq!(found, value, "{name}: {column} in\n{csv}");
        }
    }
}

#[test]
fn every_case_comes_out_as_worked_by_hand() {
    let cases = cases(ROOT);
    assert!(cases.len() >= 50, "{} cases", cases.len());
    for (name, case) in cases {
        case.check(&name);
    }
}

#[test]
fn every_category_has_a_case_of_a_whole_month_and_one_of_a_part() {
    let law = Law::builtin().unwrap();
    let known: BTreeSet<String> = law.categories().map(|(_, category)| category.code.clone()).collect();
    let (mut whole, mut part) = (BTreeSet::new(), BTreeSet::new());
    for (_, case) in cases(ROOT) {
        if let ([exempt], [row]) = (&case.exempt[..], &case.register[..]) {
            if row["notes"].contains(&format!("part-exempt={}", exempt.category)) {
                part.insert(exempt.category.clone());
            } else if row["notes"].contains(&format!(":exempt={}", exempt.category)) {
                whole.insert(exempt.category.clone());
            }
        }
    }
    assert_eq!((&whole, &part), (&known, &known));
}

/// From an entry of the tables that amounts depend on to a case of it, and back.
#[test]
fn every_act_of_regimes_exemptions_and_rounding_has_a_case() {
    let law = Law::builtin().unwrap();
    let of_amounts = ["regimes.toml", "exemptions.toml", "rounding.toml"];
    let values = law.values().iter().filter(|value| of_amounts.contains(&value.file.as_str()));
    let known: BTreeSet<String> = values.map(|value| value.citation.to_string()).collect();
    let named: BTreeSet<String> = cases(ROOT).into_iter().flat_map(|(_, case)| case.acts).collect();
    assert_eq!(known.difference(&named).collect::<Vec<_>>(), [""; 0], "acts without a case");
    assert_eq!(named.difference(&known).collect::<Vec<_>>(), [""; 0], "acts that no table has");
}
