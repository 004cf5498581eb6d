//! `ustap explain`: one person's month, step by step.

mod json;
mod text;
mod words;

use crate::cli::arguments::{ExplainArguments, Language};
use crate::cli::calculate::{job, load_law, with_progress};
use crate::cli::summary::doubts;
use crate::cli::{Ending, print};
use crate::commands::calculate::Job;
use crate::commands::calculate::facts::read_rows;
use crate::error::Error;
use crate::person::Iin;
use crate::reading::input::Input;
use crate::reading::operations::IIN;

/// Explains the month, or says that there is nothing to explain.
pub(crate) fn run(arguments: &ExplainArguments) -> Result<Ending, Error> {
    let law = load_law(arguments.inputs.rates.as_deref())?;
    let job = job(&arguments.inputs, Some(arguments.period), law, std::env::temp_dir())?;
    let (explanation, files) = with_progress(&job, |progress| job.explain(arguments.iin, arguments.period, progress))?;
    let mut notes = String::new();
    doubts(&mut notes, "--encoding", files.iter().map(|file| &file.digested));
    eprint!("{notes}");
    let words = match arguments.lang {
        Language::En => &words::EN,
        Language::Ru => &words::RU,
        Language::Kk => &words::KK,
    };
    let Some(explanation) = explanation else {
        eprintln!("{}: {}, {}", words.nothing, arguments.iin.masked(), arguments.period);
        let rows = rows_of(&job, arguments.iin)?;
        if rows > 0 {
            eprintln!("{}: {rows}", words.not_counted);
        }
        return Ok(Ending::Findings);
    };
    if arguments.json {
        print(&format!("{:#}\n", json::value(&explanation, &job.law)))?;
    } else {
        print(&text::text(&explanation, &job.law, words))?;
    }
    Ok(Ending::Clean)
}

/// The rows with this person's number in the files that can be read again.
fn rows_of(job: &Job, iin: Iin) -> Result<u64, Error> {
    let mut rows = 0;
    for input in job.operations.iter().filter(|input| **input != Input::Stdin) {
        read_rows(input, &job.headers.operations, |row| {
            rows += u64::from(!row.is_malformed && *row.field(IIN).trimmed() == iin.digits());
            Ok(())
        })?;
    }
    Ok(rows)
}
