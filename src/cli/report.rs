//! `ustap report`.

use crate::cli::arguments::ReportArguments;
use crate::cli::asked::load_law;
use crate::cli::ending::{Ending, print_published, warn};
use crate::cli::page::Page;
use crate::cli::progress;
use crate::cli::speech::Speech;
use crate::commands::report::Job;
use crate::commands::report::reader::{Iins, Reader};
use crate::error::Error;
use crate::shown::plain;
use crate::words::say;

/// Writes the page. Findings are on it, and change no status.
pub(crate) fn run(arguments: &ReportArguments, speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let ReportArguments { dirs, out, full_iin, force, .. } = arguments;
    let iins = if *full_iin { Iins::Whole } else { Iins::Masked };
    let job = Job { dirs, law: &law, reader: Reader { language: speech.documents(), iins } };
    warn(progress::while_working(speech, || job.write(out, *force))?, speech);
    let mut page = Page::new(speech.terminal);
    page.say(say!("report-written", file = plain(&out.display().to_string())));
    page.next(say!("report-next", file = plain(&out.display().to_string())));
    print_published(&page.finish(), out, speech);
    Ok(Ending::Clean)
}
