//! `ustap advise`.

use std::fmt::Write as _;

use crate::cli::arguments::AdviseArguments;
use crate::cli::calculate::{encoding, load_law};
use crate::cli::{Ending, print_published, publish};
use crate::commands::advise::Advising;
use crate::error::Error;
use crate::output::directory::Staging;

/// Gives the advice, publishes it and prints how much there is of it.
pub(crate) fn run(arguments: &AdviseArguments) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let advising = Advising {
        run: &arguments.run,
        law: &law,
        contractors: &arguments.contractors,
        exemptions: &arguments.exemptions,
        encoding: encoding(arguments.encoding),
    };
    let staging = Staging::create(&arguments.out, false)?;
    let (outcome, digest) = advising.write(staging.path())?;
    publish(staging)?;
    let mut text = String::new();
    // Writing to a string cannot fail.
    for (code, rows) in &outcome.codes {
        let _ = writeln!(text, "{code:<24}{rows:>10}");
    }
    if outcome.rejected > 0 {
        let _ = writeln!(text, "rows that cannot be read: {} (`calculate` says which)", outcome.rejected);
    }
    let _ = writeln!(text, "written to {}", arguments.out.display());
    let _ = writeln!(text, "receipt {digest}");
    print_published(&text, &arguments.out);
    let clean = outcome.codes.is_empty() && outcome.rejected == 0;
    Ok(if clean { Ending::Clean } else { Ending::Findings })
}
