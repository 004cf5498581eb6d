//! `template`: files to start from.

use std::fmt::Write;
use std::path::Path;

use crate::error::Error;
use crate::language::Language;
use crate::law::Law;
use crate::output::directory::{Published, publish_files};
use crate::reading::header::headings::{Kind, words};
use crate::words::word;

const OPERATIONS: &str = "operations.csv";

/// A table to start from.
struct Table {
    kind: Kind,
    file: &'static str,
    about: &'static str,
    /// Each with the key of what is said of it, and whether it must be there.
    columns: &'static [(&'static str, &'static str, bool)],
    /// All persons in them are made up.
    rows: &'static str,
}

const TABLES: [Table; 3] = [
    Table {
        kind: Kind::Operations,
        file: OPERATIONS,
        about: "template-operations",
        columns: &[
            ("operation_id", "template-operation-id", true),
            ("iin", "template-iin", true),
            ("settled_on", "template-settled-on", true),
            ("income", "template-income", true),
            ("corrects_on", "template-corrects-on", false),
        ],
        rows: "op-0001,900101300017,2026-08-05,150000.00,\n\
               op-0002,900101300017,2026-08-20,-1500.50,2026-08-05\n",
    },
    Table {
        kind: Kind::Exemptions,
        file: "exemptions.csv",
        about: "template-exemptions",
        columns: &[
            ("iin", "template-iin", true),
            ("category", "template-category", true),
            ("valid_from", "template-valid-from", false),
            ("valid_to", "template-valid-to", false),
            ("known_on", "template-known-on", false),
            ("source_id", "template-source-id", false),
        ],
        rows: "900101300017,full-time-student,2025-09-01,2026-06-30,2026-01-12,feed-1\n\
               900101300811,born-before-1975,,,2026-01-12,feed-2\n",
    },
    Table {
        kind: Kind::Contractors,
        file: "contractors.csv",
        about: "template-contractors",
        columns: &[
            ("iin", "template-iin", true),
            ("surname", "template-surname", false),
            ("given_name", "template-given-name", false),
            ("patronymic", "template-patronymic", false),
            ("birth_date", "template-birth-date", false),
            ("name", "template-name", false),
            ("regime", "template-regime", false),
            ("regime_from", "template-regime-from", false),
            ("regime_to", "template-regime-to", false),
        ],
        rows: "900101300017,Үлгіқызы,Мысал,,1990-01-01,,self-employed,2026-01-01,\n\
               900101300811,Примеров,Образец,Шаблонович,1974-12-31,ИП «Образец»,,,\n",
    },
];

/// What is typed next, in the directory itself; a test runs it.
const COMMANDS: [(&str, &[&str]); 4] = [
    (
        "template-do-calculate",
        &["calculate", OPERATIONS, "--exemptions exemptions.csv", "--contractors contractors.csv", "--out run"],
    ),
    (
        "template-do-explain",
        &[
            "explain",
            OPERATIONS,
            "--exemptions exemptions.csv",
            "--contractors contractors.csv",
            "--iin 900101300017",
            "--period 2026-08",
        ],
    ),
    (
        "template-do-statement",
        &[
            "statement",
            "run",
            "--contractors contractors.csv",
            "--payer payer.toml",
            "--format xlsx",
            "--out statement",
        ],
    ),
    ("template-do-report", &["report", "run", "--out report.html"]),
];

/// What stands in the payer's file: lines, and keys of what is said of those behind.
const PAYER: [&str; 13] = [
    "template-payer",
    "template-payer-fields",
    "name = \"ТОО «Пример»\"",
    "template-payer-entity",
    "# iin = \"900101300017\"",
    "bin = \"210390000016\"",
    "chief = \"Примеров Пример Примерович\"\nchief_iin = \"900101300017\"",
    "template-payer-orders",
    "account = \"KZ86125KZT5004100100\"",
    "bik = \"TSTBKZKA\"",
    "accountant = \"Образцова О. О.\"",
    "template-payer-next-order",
    "next_order = \"1\"",
];

fn payer(language: Language) -> String {
    let line = |line: &&'static str| match line.starts_with("template-") {
        true => format!("# {}\n", word(language, line)),
        false => format!("{line}\n"),
    };
    PAYER.iter().map(line).collect()
}

impl Table {
    fn headings(&self, language: Language) -> Result<Vec<&'static str>, Error> {
        let heading =
            |(column, ..): &(&str, &str, bool)| Ok(language.of(words(self.kind, column)?.written.each_ref()).as_str());
        self.columns.iter().map(heading).collect()
    }

    /// The table as the spreadsheets of who reads this language open it by a double click: there a comma stands before
    /// decimals and fields end with a semicolon, and letters are lost without a mark at the start.
    fn csv(&self, language: Language) -> Result<String, Error> {
        let headings = self.headings(language)?;
        Ok(match language {
            Language::En => format!("{}\n{}", headings.join(","), self.rows),
            // No row has a dot but before decimals.
            Language::Ru | Language::Kk => {
                format!("\u{feff}{}\n{}", headings.join(";"), self.rows.replace(',', ";").replace('.', ","))
            }
        })
    }
}

/// What each file, column and code is, and what to type: for who sees them for the first time.
fn readme(language: Language) -> Result<String, Error> {
    let law = Law::builtin()?;
    let mut text = String::new();
    // Writing to a string cannot fail.
    let mut line = |line: &str| writeln!(text, "{}", line.trim_end()).unwrap_or_default();
    let paragraph = |line: &mut dyn FnMut(&str), keys: &[&'static str]| {
        keys.iter().for_each(|key| line(word(language, key)));
        line("");
    };
    paragraph(&mut line, &["template-readme", "template-readme-start"]);
    for table in &TABLES {
        line(&format!("{}: {}", table.file, word(language, table.about)));
        for (heading, (_, key, is_required)) in table.headings(language)?.iter().zip(table.columns) {
            let need = if *is_required { "template-required" } else { "template-optional" };
            line(&format!("  {heading} ({}): {}", word(language, need), word(language, key)));
        }
        line("");
    }
    line(&format!("payer.toml: {}", word(language, "template-about-payer")));
    line("");
    paragraph(&mut line, &["template-days", "template-money", "template-iins", "template-save", "template-headings"]);
    line(word(language, "template-categories"));
    for (_, category) in law.categories() {
        line(&format!("  {}: {}", category.code, category.name.say(language)));
    }
    line("");
    line(word(language, "template-regimes"));
    for (_, regime) in law.regimes() {
        line(&format!("  {}: {}", regime.code, regime.name.say(language)));
    }
    line(word(language, "template-outside"));
    line("");
    line(word(language, "template-commands"));
    for (key, command) in COMMANDS {
        line("");
        line(word(language, key));
        line(&format!("  ustap {} --lang {language}", command.join(" ")));
    }
    line("");
    paragraph(&mut line, &["template-statuses", "template-later"]);
    Ok(format!("{}\n", text.trim_end()))
}

/// The name of the file that says what each file is.
pub(crate) fn readme_file(language: Language) -> &'static str {
    word(language, "template-readme-file")
}

/// Writes the files into a directory that does not exist yet.
///
/// # Errors
/// Kind [`crate::ErrorKind::Output`] where something of that name exists, or it cannot be written.
pub(crate) fn write(dir: &Path, language: Language) -> Result<Published, Error> {
    let mut files = vec![("payer.toml", payer(language)), (readme_file(language), readme(language)?)];
    for table in &TABLES {
        files.push((table.file, table.csv(language)?));
    }
    publish_files(dir, files.iter().map(|(name, text)| (*name, text.as_str())))
}
