//! Whether the files of a receipt are those that its options ask for.

use crate::commands::verify::lists;
use crate::error::{Error, ErrorKind};
use crate::run::files::{
    ADVICE, APPLICATIONS, BALANCES, BREAKS, CORRECTIONS, DISTRIBUTION, DOUBTS, LEFT_OUT, LINES, LISTS, OF_CALCULATION,
    PENALTIES, RATES, REJECTS, RETURNS, SUMMARY, UNLISTED, UNNAMED,
};
use crate::run::receipt::Made;
use crate::run::record::Run;
use crate::run::state;
use crate::words::say;

/// Compares them.
///
/// # Errors
/// Kind [`ErrorKind::Record`] with the first file that is missing, or that the options do not ask for.
pub(super) fn check(run: &Run) -> Result<(), Error> {
    let (needed, possible) = files(run)?;
    if let Some(missing) = needed.iter().find(|name| !run.has(name)) {
        return Err(Error::new(ErrorKind::Record, say!("receipt-output-missing", name = missing)));
    }
    let is_asked = |name: &String| needed.contains(name) || possible.contains(&name.as_str());
    match run.record.outputs.iter().find(|output| !is_asked(&output.name)) {
        Some(other) => Err(Error::new(ErrorKind::Record, say!("receipt-output-not-asked", name = &other.name))),
        None => Ok(()),
    }
}

/// The files that there are with these options, and those that may be there: not every run has rows of them, or earlier
/// versions did not write them.
fn files(run: &Run) -> Result<(Vec<String>, &'static [&'static str]), Error> {
    let mut needed = Vec::new();
    let mut need = |names: &[&str]| needed.extend(names.iter().map(|name| (*name).to_owned()));
    let possible: &'static [&str] = match &run.record.made {
        Made::Calculate(options, _) => {
            need(&OF_CALCULATION);
            if options.lines {
                need(&[LINES]);
            }
            if options.keep {
                need(&state::FILES);
            }
            &[]
        }
        Made::Statement(options, totals) => {
            need(&[LEFT_OUT, UNNAMED, SUMMARY]);
            needed.extend(totals.months.iter().map(|month| format!("statement-{}.{}", month.period, options.format)));
            &[DOUBTS, REJECTS]
        }
        Made::Lists(options, _) => {
            need(&[LISTS, UNLISTED, REJECTS]);
            needed.extend(lists::files(run, options)?);
            &[DOUBTS]
        }
        Made::Reconcile(options, _) => {
            need(&[BREAKS, SUMMARY, REJECTS]);
            if options.xlsx {
                need(&["breaks.xlsx"]);
            }
            &[BALANCES, PENALTIES]
        }
        Made::Distribute(..) => {
            need(&[DISTRIBUTION, RETURNS, SUMMARY, REJECTS]);
            &[RATES]
        }
        Made::Refunds(..) => {
            need(&[APPLICATIONS, "applications.xlsx", LEFT_OUT, SUMMARY]);
            &[]
        }
        Made::Correct(..) => {
            need(&[CORRECTIONS, SUMMARY]);
            &[RATES]
        }
        Made::Advise(..) => {
            need(&[ADVICE]);
            &[REJECTS]
        }
    };
    Ok((needed, possible))
}
