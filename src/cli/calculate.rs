//! `ustap calculate`.

use std::path::{Path, PathBuf};

use crate::cli::arguments::CalculateArguments;
use crate::cli::asked::{job, load_law, with_progress};
use crate::cli::ending::{Ending, print, print_published, publishing, warn_of};
use crate::cli::speech::Speech;
use crate::cli::summary;
use crate::commands::Done;
use crate::commands::calculate::Job;
use crate::commands::verify::chain::Chain;
use crate::error::{Error, ErrorKind};
use crate::law::Law;
use crate::output::directory::refuse_to_replace;
use crate::run::outcome::RunOutcome;
use crate::run::page::WantedFiles;
use crate::run::record::Run;
use crate::run::registers::NoRegisters;
use crate::run::state;
use crate::words::say;

/// Calculates, publishes and prints the summary.
pub(crate) fn run(arguments: &CalculateArguments, speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.inputs.rates.as_deref())?;
    if arguments.keep || arguments.after.is_some() {
        state::can_continue(&law, arguments.inputs.over_limit)?;
    }
    let after = arguments.after.as_deref().map(|run| state::open(run, &law, arguments.close)).transpose()?;
    let mut job = Job { after, ..job(&arguments.inputs, arguments.period, law)? };
    let Some(out) = &arguments.out else {
        let wanted = WantedFiles { lines: false, state: false };
        let outcome = with_progress(&job, speech, |progress| job.run(wanted, &mut NoRegisters, progress))?;
        tables_end(&job.law, &outcome, speech);
        print(&summary::text((arguments, &job.mapping, &job.law), &outcome, None, speech.terminal))?;
        return Ok(ending(&outcome));
    };
    if arguments.force {
        let inputs = job.operations.iter().chain(&job.exemptions).chain(&job.contractors);
        // Standard input may be a file of it.
        let inputs = inputs.map(|input| input.path().unwrap_or(Path::new("/dev/stdin")));
        let dirs = arguments.after.iter().chain(&arguments.inputs.rates).map(PathBuf::as_path);
        refuse_to_replace(out, inputs.chain(dirs))?;
        arguments.after.as_ref().map_or(Ok(()), |after| refuse_to_replace_link(out, after))?;
    }
    job.language = speech.sentences();
    let wanted = WantedFiles { lines: arguments.lines, state: arguments.keep };
    let Done { outcome, digest } = publishing(out, Some(arguments.force), speech, |dir| {
        job.dir = dir.to_path_buf();
        with_progress(&job, speech, |progress| job.write(dir, wanted, progress))
    })?;
    tables_end(&job.law, &outcome, speech);
    let text = summary::text((arguments, &job.mapping, &job.law), &outcome, Some((out, &digest)), speech.terminal);
    print_published(&text, out, speech);
    Ok(ending(&outcome))
}

/// Refuses to replace the run that RUN was made on top of: RUN would rest on nothing any more.
fn refuse_to_replace_link(out: &PathBuf, after: &Path) -> Result<(), Error> {
    let replaced = Chain::of(std::slice::from_ref(out));
    if Run::open(after, &[])?.record.previous.iter().all(|digest| replaced.run(digest).is_none()) {
        return Ok(());
    }
    let message = say!("not-replaced-link", run = after.display().to_string());
    Err(Error::new(ErrorKind::Output, message)
        .in_file(out.display().to_string())
        .with_hint(say!("not-replaced-used-hint")))
}

/// Says until when the tables last where the run has come near to it: its last month is the tables' last or the one before.
fn tables_end(law: &Law, outcome: &RunOutcome, speech: Speech) {
    let Some(end) = law.covered().last().map(|&(_, end)| end) else { return };
    let Some((month, _)) = outcome.totals.months.last_key_value() else { return };
    let is_near = month.later(1).is_none_or(|next| next >= end.month());
    if let Some(next) = end.next().filter(|_| is_near) {
        let hint = match law.lacks_indicators(next) {
            true => say!("tables-end-hint", year = next.ymd().0.to_string()),
            // That command would add what is there already.
            false => law.no_rates(next).message().clone(),
        };
        warn_of(&say!("tables-end", day = end.to_string(), hint = hint).say(speech.terminal), speech);
    }
}

fn ending(outcome: &RunOutcome) -> Ending {
    let rejected = [&outcome.operations, &outcome.exemptions, &outcome.contractors]
        .into_iter()
        .any(|rows| rows.rejected.total() > 0);
    if rejected { Ending::Findings } else { Ending::Clean }
}
