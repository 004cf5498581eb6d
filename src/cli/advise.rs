//! `ustap advise`.

use crate::cli::arguments::AdviseArguments;
use crate::cli::asked::load_law;
use crate::cli::ending::{Ending, print_published, publishing};
use crate::cli::page::{CONTRACTORS_ENCODING, ENCODING, Page, typed};
use crate::cli::progress;
use crate::cli::speech::Speech;
use crate::commands::Done;
use crate::commands::advise::Advising;
use crate::commands::codes::in_words;
use crate::error::Error;
use crate::law::Settlement;
use crate::reading::batch_headers::BatchHeaders;
use crate::reading::header::headings::Kind;
use crate::reading::input::Input;
use crate::words::say;

/// Gives the advice, publishes it and prints how much there is of it.
pub(crate) fn run(arguments: &AdviseArguments, speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let [contractors, exemptions] = Input::of_options([&arguments.contractors, &arguments.exemptions])?;
    let mapping =
        arguments.columns.mapping(&[(Kind::Contractors, true), (Kind::Exemptions, !exemptions.is_empty())])?;
    let advising = Advising {
        run: &arguments.run,
        law: &law,
        contractors,
        exemptions,
        headers: BatchHeaders::of(arguments.encoding, &mapping, None)?,
        mapping,
        language: speech.sentences(),
    };
    let Done { outcome, digest } =
        publishing(&arguments.out, None, speech, |dir| progress::while_working(speech, || advising.write(dir)))?;
    let mut page = Page::with_widths(speech.terminal, 24, 10).with_rates(arguments.rates.as_deref()).with_reading(
        &advising.mapping,
        arguments.encoding,
        &outcome.files,
    );
    for (code, rows) in &outcome.codes {
        page.value(code.to_string(), rows);
        page.line(format!("  {}", in_words(speech.terminal, code)));
    }
    if let Some(note) = outcome.filing.as_ref().and_then(|filing| filing.note.as_ref()) {
        page.line(format!("  over-limit: {}", note.say(speech.terminal)));
    }
    for rows in outcome.rejected.iter() {
        page.rejected(
            (rows.reject.code(), rows.reject.todo_after(arguments.columns.restore_zeros, true, speech.terminal)),
            rows,
        );
    }
    page.inputs(ENCODING, outcome.files.iter().map(|file| &file.digested));
    page.written(&arguments.out, &digest);
    page.other_rates(&arguments.run, outcome.has_other_tables);
    let clean = outcome.codes.is_empty() && outcome.rejected.is_empty();
    if !outcome.rejected.is_empty() {
        page.next(say!("next-rejects", out = typed(&arguments.out)));
    }
    if !outcome.codes.is_empty() {
        page.next(say!("advise-next-look", out = typed(&arguments.out)));
    }
    let run = page.step_reading(&arguments.run, CONTRACTORS_ENCODING, &[Kind::Contractors]);
    let by = page.by(&law, Settlement::STATEMENT, outcome.months.iter().copied());
    page.next(say!("advise-next", run = run + &page.one_of(outcome.months.len()), by = by));
    print_published(&page.finish(), &arguments.out, speech);
    Ok(if clean { Ending::Clean } else { Ending::Findings })
}
