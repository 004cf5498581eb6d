//! `ustap explain`: one person's month, step by step.

mod json;
mod text;

pub use json::payments;

use std::io::{self, Write as _};

use crate::cli::arguments::{ExplainArguments, IinArgument};
use crate::cli::asked::{job, load_law, with_progress};
use crate::cli::ending::{Ending, print};
use crate::cli::page::{ENCODING, Page};
use crate::cli::speech::Speech;
use crate::commands::explain::{ExplainOutcome, OneOfAll};
use crate::error::{Error, ErrorKind};
use crate::person::Iin;
use crate::shown::plain_json;
use crate::words::{say, word};

/// Explains the month, or says that there is nothing to explain.
pub(crate) fn run(arguments: &ExplainArguments, speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.inputs.rates.as_deref())?;
    let job = job(&arguments.inputs, Some(arguments.period), law)?;
    let iin = person(arguments)?;
    let OneOfAll { explanation, lost_zeros, files } =
        with_progress(&job, speech, |progress| job.explain(iin, arguments.period, progress))?;
    let mut notes = Page::new(speech.terminal);
    notes.doubts(ENCODING, files.iter().map(|file| &file.digested));
    if lost_zeros > 0 {
        notes.say(say!("note", what = say!("explain-lost-zeros", rows = lost_zeros)));
    }
    let _ = write!(io::stderr(), "{}", notes.finish());
    let language = if arguments.json { speech.sentences() } else { speech.terminal };
    let explanation = match explanation {
        ExplainOutcome::Month(explanation) => explanation,
        ExplainOutcome::Nothing { not_counted } => {
            // To whoever sits there, also where JSON was asked for.
            let said = |key| word(speech.terminal, key);
            let _ = writeln!(io::stderr(), "{}: {}, {}", said("explain-nothing"), iin.masked(), arguments.period);
            let _ = match not_counted {
                Some(0) => Ok(()),
                Some(rows) => writeln!(io::stderr(), "{}: {rows}", said("explain-not-counted")),
                None => writeln!(io::stderr(), "{}", said("explain-nothing-unknown")),
            };
            return Ok(Ending::Findings);
        }
    };
    if arguments.json {
        print(&plain_json(&format!("{:#}\n", json::value(&explanation, &job.law, language))))?;
    } else {
        print(&text::text(&explanation, &job.law, language))?;
    }
    Ok(if explanation.has_rejects() || lost_zeros > 0 { Ending::Findings } else { Ending::Clean })
}

fn person(arguments: &ExplainArguments) -> Result<Iin, Error> {
    let IinArgument { iin, has_lost_zeros } = arguments.iin;
    if has_lost_zeros && !arguments.inputs.columns.restore_zeros {
        return Err(Error::new(ErrorKind::Usage, say!("explain-zeros")).with_hint(say!("explain-zeros-hint")));
    }
    Ok(iin)
}
