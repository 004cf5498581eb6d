//! `ustap template`: files to start from.

use std::path::Path;

use crate::cli::page::{Page, typed};
use crate::cli::{Ending, Speech, print_published, warn};
use crate::error::{Error, plain};
use crate::language::Language;
use crate::output::directory::publish_files;
use crate::words::{say, word};

/// The input files, all persons in them made up.
const FILES: [(&str, &str); 3] = [
    (
        "operations.csv",
        "operation_id,iin,settled_on,income,corrects_on\n\
         op-0001,900101300017,2026-08-05,150000.00,\n\
         op-0002,900101300017,2026-08-20,-1500.50,2026-08-05\n",
    ),
    (
        "exemptions.csv",
        "iin,category,valid_from,valid_to,known_on,source_id\n\
         900101300017,full-time-student,2025-09-01,2026-06-30,2026-01-12,feed-1\n\
         900101300811,born-before-1975,,,2026-01-12,feed-2\n",
    ),
    (
        "contractors.csv",
        "iin,surname,given_name,patronymic,birth_date,name,regime,regime_from,regime_to\n\
         900101300017,Үлгіқызы,Мысал,,1990-01-01,,self-employed,2026-01-01,\n\
         900101300811,Примеров,Образец,Шаблонович,1974-12-31,ИП «Образец»,,,\n",
    ),
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

/// Writes the files into a directory that does not exist yet.
pub(crate) fn write(dir: &Path, speech: Speech) -> Result<Ending, Error> {
    let payer = payer(speech.sentences());
    publish_files(dir, FILES.into_iter().chain([("payer.toml", payer.as_str())]))
        .map(|published| warn(published, speech))?;
    let mut page = Page::new(speech.terminal);
    page.say(say!("template-written", dir = plain(&dir.display().to_string())));
    page.next(say!("template-next-rows"));
    page.next(say!("template-next", dir = typed(dir)));
    print_published(&page.finish(), dir, speech);
    Ok(Ending::Clean)
}
