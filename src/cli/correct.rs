//! `ustap correct`.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::cli::arguments::CorrectArguments;
use crate::cli::{Ending, Speech, print_published, publish};
use crate::commands::correct::{Corrected, correct};
use crate::error::{Error, plain};
use crate::output::directory::Staging;
use crate::period::Month;

/// Compares, publishes and prints what is to pay and to have returned.
pub(crate) fn run(arguments: &CorrectArguments, speech: Speech) -> Result<Ending, Error> {
    let periods: BTreeSet<Month> = arguments.period.iter().copied().collect();
    let periods: Vec<Month> = periods.into_iter().collect();
    let staging = Staging::create(&arguments.out, false)?;
    let (outcome, digest) = correct(&arguments.before, &arguments.after, &periods, staging.path())?;
    publish(staging, speech)?;
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(text, "corrections {}, persons {}", outcome.rows, outcome.persons);
    for ((period, payment), Corrected { persons, to_pay, to_return }) in &outcome.corrected {
        let name = payment.abbreviation();
        let _ = writeln!(text, "{period} {name:<5} {persons} persons, to pay {to_pay}, to be returned {to_return}");
    }
    for (name, side) in [("BEFORE", &outcome.before), ("AFTER", &outcome.after)] {
        if side.of_other_months > 0 {
            let rows = side.of_other_months;
            let _ = writeln!(text, "told: {rows} rows of {name} of other months, which are not compared");
        }
    }
    let _ = writeln!(text, "written to {}", plain(&arguments.out.display().to_string()));
    let _ = writeln!(text, "receipt {digest}");
    print_published(&text, &arguments.out, speech);
    Ok(if outcome.rows == 0 { Ending::Clean } else { Ending::Findings })
}
