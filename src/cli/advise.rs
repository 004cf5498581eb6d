//! `ustap advise`.

use std::fmt::Write as _;

use crate::cli::arguments::AdviseArguments;
use crate::cli::calculate::load_law;
use crate::cli::summary::inputs;
use crate::cli::{Ending, Speech, print_published, publish};
use crate::commands::advise::Advising;
use crate::error::{Error, plain};
use crate::output::directory::Staging;
use crate::reading::headers::Headers;
use crate::reading::headings::Kind;

/// Gives the advice, publishes it and prints how much there is of it.
pub(crate) fn run(arguments: &AdviseArguments, speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let mapping = arguments
        .columns
        .mapping(&[(Kind::Contractors, true), (Kind::Exemptions, !arguments.exemptions.is_empty())])?;
    let advising = Advising {
        run: &arguments.run,
        law: &law,
        contractors: &arguments.contractors,
        exemptions: &arguments.exemptions,
        headers: Headers::of(arguments.encoding.encoding(), &mapping, None)?,
        mapping,
        language: speech.sentences(),
    };
    let staging = Staging::create(&arguments.out, false)?;
    let (outcome, digest) = advising.write(staging.path())?;
    publish(staging, speech)?;
    let mut text = String::new();
    // Writing to a string cannot fail.
    for (code, rows) in &outcome.codes {
        let _ = writeln!(text, "{code:<24}{rows:>10}");
    }
    if outcome.rejected > 0 {
        let _ = writeln!(text, "rows that cannot be read: {} (`calculate` says which)", outcome.rejected);
    }
    inputs(&mut text, "--encoding", outcome.files.iter().map(|file| &file.digested));
    let _ = writeln!(text, "written to {}", plain(&arguments.out.display().to_string()));
    let _ = writeln!(text, "receipt {digest}");
    print_published(&text, &arguments.out, speech);
    let clean = outcome.codes.is_empty() && outcome.rejected == 0;
    Ok(if clean { Ending::Clean } else { Ending::Findings })
}
