//! `ustap template`: files to start from.

use std::path::Path;

use crate::cli::{Ending, print};
use crate::error::Error;
use crate::register::directory::publish_files;

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
        "iin,surname,given_name,patronymic,birth_date,regime,regime_from,regime_to\n\
         900101300017,Үлгіқызы,Мысал,,1990-01-01,self-employed,2026-01-01,\n\
         900101300811,Примеров,Образец,Шаблонович,1974-12-31,,,\n",
    ),
];

/// Writes the three files into a directory that does not exist yet.
pub(crate) fn write(dir: &Path) -> Result<Ending, Error> {
    publish_files(dir, FILES)?;
    print(&format!("operations.csv, exemptions.csv and contractors.csv written to {}\n", dir.display()))?;
    Ok(Ending::Clean)
}
