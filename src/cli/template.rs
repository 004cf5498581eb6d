//! `ustap template`: files to start from.

use std::path::Path;

use crate::cli::{Ending, Speech, print_published, warn};
use crate::error::{Error, plain};
use crate::output::directory::publish_files;

/// The input files and the payer, all persons in them made up.
const FILES: [(&str, &str); 4] = [
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
    (
        "payer.toml",
        "# The operator, for `--payer payer.toml` of `ustap statement` and `ustap lists`. Everything is text, in quotes. A\n\
         # command asks only for the fields that it uses.\n\
         name = \"ТОО «Пример»\"\n\
         # A legal entity has a БИН and a chief. An entrepreneur has in their place, and without a chief, his own number:\n\
         # iin = \"900101300017\"\n\
         bin = \"210390000016\"\n\
         chief = \"Примеров Пример Примерович\"\n\
         chief_iin = \"900101300017\"\n\
         # What follows is for payment orders alone. The operator's account and the БИК of its bank.\n\
         account = \"KZ86125KZT5004100100\"\n\
         bik = \"TSTBKZKA\"\n\
         accountant = \"Образцова Образа Образовна\"\n\
         # The number of the next payment order; each list takes one.\n\
         next_order = \"1\"\n",
    ),
];

/// Writes the files into a directory that does not exist yet.
pub(crate) fn write(dir: &Path, speech: Speech) -> Result<Ending, Error> {
    publish_files(dir, FILES).map(|published| warn(published, speech))?;
    let text = format!(
        "operations.csv, exemptions.csv, contractors.csv and payer.toml written to {}\n",
        plain(&dir.display().to_string())
    );
    print_published(&text, dir, speech);
    Ok(Ending::Clean)
}
