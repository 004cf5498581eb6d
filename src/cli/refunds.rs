//! `ustap refunds`.

use std::fmt::Write as _;
use std::path::Path;

use crate::cli::arguments::{RefundsArguments, SideArgument};
use crate::cli::calculate::load_law;
use crate::cli::{Ending, Speech, print_published, publish};
use crate::commands::reconcile::SideName;
use crate::commands::refunds::{Outcome, RefundsJob};
use crate::error::{Error, ErrorKind, plain};
use crate::output::directory::Staging;
use crate::settlement::breaks::BreakKind;

/// Writes the applications, publishes them and prints the summary.
pub(crate) fn run(arguments: &RefundsArguments, speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let kind = |code: &String| {
        code.parse::<BreakKind>().ok().ok_or_else(|| {
            let known = BreakKind::ALL.map(BreakKind::code).join(", ");
            Error::new(ErrorKind::Usage, format!("there is no kind of break `{code}`"))
                .with_hint(format!("kinds: {known}"))
        })
    };
    let job = RefundsJob {
        law: &law,
        dir: &arguments.dir,
        reason: arguments.reason.clone(),
        side: arguments.side.map(|side| match side {
            SideArgument::Answer => SideName::Answer,
            SideArgument::Kgd => SideName::Kgd,
        }),
        kinds: arguments.kind.iter().map(kind).collect::<Result<_, _>>()?,
        lang: speech.documents(),
    };
    job.known_reason()?;
    let staging = Staging::create(&arguments.out, false)?;
    let outcome = job.write(staging.path())?;
    let digest = job.receipt(&outcome).publish(staging.path())?;
    publish(staging, speech)?;
    print_published(&summary(&outcome, &arguments.out, &digest), &arguments.out, speech);
    Ok(if outcome.left_out == 0 { Ending::Clean } else { Ending::Findings })
}

fn summary(outcome: &Outcome, out: &Path, digest: &str) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(text, "paid above due {}", outcome.excess);
    for line in &outcome.summary {
        let _ = writeln!(
            text,
            "{:<6} {}  {} applications, {} persons, {}",
            line.payment.abbreviation(),
            line.period,
            line.applications,
            line.persons,
            line.amount
        );
    }
    if outcome.left_out > 0 {
        let _ = writeln!(text, "left out: {} persons, {} (left_out.csv)", outcome.left_out, outcome.left_out_amount);
    }
    let _ = writeln!(
        text,
        "no application is needed for what comes back under point 15 of the Rules: `ustap distribute` says what"
    );
    if outcome.returned > 0 {
        let _ = writeln!(
            text,
            "no application is needed: {} sums were returned already and are to be paid again",
            outcome.returned
        );
    }
    for (payment, flag) in &outcome.flags {
        let _ = writeln!(text, "to be looked at, {}: {flag}", payment.abbreviation());
    }
    let _ = writeln!(text, "written to {}", plain(&out.display().to_string()));
    let _ = writeln!(text, "receipt {digest}");
    text
}
