//! What was asked for, as commands take it: the law, the threads, the job of whoever calculates.

use std::num::NonZero;
use std::path::Path;

use crate::cli::arguments::InputArguments;
use crate::cli::memory::MemorySize;
use crate::cli::progress;
use crate::cli::speech::Speech;
use crate::commands::calculate::Job;
use crate::error::Error;
use crate::language::Language;
use crate::law::Law;
use crate::period::Month;
use crate::reading::batch_headers::BatchHeaders;
use crate::reading::header::headings::Kind;
use crate::reading::input::Input;
use crate::reading::progress::Progress;

/// The law that was asked for.
pub(crate) fn load_law(rates: Option<&Path>) -> Result<Law, Error> {
    match rates {
        Some(dir) => Law::load(dir),
        None => Law::builtin(),
    }
}

/// The threads that were asked for, else one for each processor.
pub(crate) fn threads(asked: Option<NonZero<u16>>) -> usize {
    asked
        .map(|threads| usize::from(threads.get()))
        .or_else(|| std::thread::available_parallelism().ok().map(usize::from))
        .unwrap_or(1)
}

/// What was typed, as a job that puts what does not fit into memory where the system has temporary files.
pub(crate) fn job(arguments: &InputArguments, period: Option<Month>, law: Law) -> Result<Job, Error> {
    let [operations, exemptions, contractors] =
        Input::of_options([&arguments.operations, &arguments.exemptions, &arguments.contractors])?;
    let mapping = arguments.columns.mapping(&[
        (Kind::Operations, true),
        (Kind::Exemptions, !exemptions.is_empty()),
        (Kind::Contractors, !contractors.is_empty()),
    ])?;
    Ok(Job {
        law,
        operations,
        exemptions,
        contractors,
        headers: BatchHeaders::of(arguments.encoding, &mapping, arguments.known_on)?,
        mapping,
        period,
        over_limit: arguments.over_limit,
        known_on: arguments.known_on,
        after: None,
        threads: threads(arguments.threads),
        memory: arguments.memory.unwrap_or_else(MemorySize::default).0,
        dir: std::env::temp_dir(),
        language: Language::En,
    })
}

/// Does the work of a job, and shows how far it is.
pub(crate) fn with_progress<T>(
    job: &Job,
    speech: Speech,
    work: impl FnOnce(&Progress) -> Result<T, Error>,
) -> Result<T, Error> {
    progress::during(job.operations.iter().map(Input::bytes).sum(), speech, work)
}
