//! `ustap explain`: one person's month, step by step.

mod json;
mod text;
mod words;

pub use json::payments;

use std::io::Write as _;

use crate::cli::arguments::{ExplainArguments, IinArgument};
use crate::cli::calculate::{job, load_law, with_progress};
use crate::cli::summary::doubts;
use crate::cli::{Ending, Speech, print};
use crate::commands::calculate::Job;
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::person::Iin;
use crate::reading::each_row::read_rows;
use crate::reading::input::Input;
use crate::reading::operations::{self, IIN};

/// Explains the month, or says that there is nothing to explain.
pub(crate) fn run(arguments: &ExplainArguments, speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.inputs.rates.as_deref())?;
    let job = job(&arguments.inputs, Some(arguments.period), law, std::env::temp_dir())?;
    let iin = person(arguments)?;
    let (explanation, files) = with_progress(&job, |progress| job.explain(iin, arguments.period, progress))?;
    let mut notes = String::new();
    doubts(&mut notes, "--encoding", files.iter().map(|file| &file.digested));
    let _ = write!(std::io::stderr(), "{notes}");
    let words = match if arguments.json { speech.sentences() } else { speech.terminal } {
        Language::En => &words::EN,
        Language::Ru => &words::RU,
        Language::Kk => &words::KK,
    };
    let Some(explanation) = explanation else {
        let _ = writeln!(std::io::stderr(), "{}: {}, {}", words.nothing, iin.masked(), arguments.period);
        let rows = rows_of(&job, iin)?;
        if rows > 0 {
            let _ = writeln!(std::io::stderr(), "{}: {rows}", words.not_counted);
        }
        return Ok(Ending::Findings);
    };
    if arguments.json {
        print(&format!("{:#}\n", json::value(&explanation, &job.law, words.language)))?;
    } else {
        print(&text::text(&explanation, &job.law, words))?;
    }
    Ok(Ending::Clean)
}

fn person(arguments: &ExplainArguments) -> Result<Iin, Error> {
    let IinArgument { iin, has_lost_zeros } = arguments.iin;
    if has_lost_zeros && !arguments.inputs.restore_zeros {
        return Err(Error::new(ErrorKind::Usage, "--iin: zeros are missing in front of the ИИН")
            .with_hint("type all 12 digits, or give --restore-zeros, which restores them in the files too"));
    }
    Ok(iin)
}

/// The rows with this person's number in the files that can be read again.
fn rows_of(job: &Job, iin: Iin) -> Result<u64, Error> {
    let mut rows = 0;
    for input in job.operations.iter().filter(|input| **input != Input::Stdin) {
        read_rows(input, &job.headers.operations, |row| {
            let is_of = || operations::iin(row, IIN, job.zeros).is_ok_and(|(of, _)| of == iin);
            rows += u64::from(!row.is_malformed && is_of());
            Ok(())
        })?;
    }
    Ok(rows)
}
