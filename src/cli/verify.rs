//! `ustap verify`.

use std::fmt::Write as _;

use crate::cli::arguments::VerifyArguments;
use crate::cli::calculate::{load_law, threads};
use crate::cli::memory::MemorySize;
use crate::cli::progress::Bar;
use crate::cli::{Ending, Speech, print};
use crate::commands::verify::Verification;
use crate::commands::verify::checks::{Check, Verdict};
use crate::commands::verify::recompute::Recomputation;
use crate::error::{Error, plain};
use crate::output::directory::Scratch;
use crate::output::file::fault;

/// Verifies, recomputes where that is asked for, and prints every check.
pub(crate) fn run(arguments: &VerifyArguments, _speech: Speech) -> Result<Ending, Error> {
    let verification =
        Verification { run: &arguments.run, inputs: arguments.inputs.as_deref(), chain: &arguments.chain };
    let mut verified = verification.run()?;
    if arguments.recompute {
        // Gone with the end of the program, or with the next run after a dead one.
        let temporary = std::env::temp_dir();
        let scratch = Scratch::create(&temporary, "verify").map_err(|cause| fault(&temporary, &cause))?;
        let recomputation = Recomputation {
            chain: &arguments.chain,
            law: load_law(arguments.rates.as_deref())?,
            threads: threads(arguments.threads),
            memory: arguments.memory.unwrap_or_else(MemorySize::default).0,
            dir: scratch.path().to_path_buf(),
        };
        recomputation.run(&mut verified, &|total, work| Bar::during(total, work))?;
    }
    let checks = &verified.checks;
    print(&checks.0.iter().fold(String::new(), line))?;
    Ok(if checks.hold() { Ending::Clean } else { Ending::Findings })
}

fn line(mut text: String, Check { what, verdict }: &Check) -> String {
    // Names and reasons may come out of a receipt that somebody else has written.
    let what = plain(what);
    // Writing to a string cannot fail.
    let _ = match verdict {
        Verdict::Holds => writeln!(text, "{what}: holds"),
        Verdict::NotChecked(why) => writeln!(text, "{what}: not checked: {}", plain(why)),
        Verdict::Broken(why) => writeln!(text, "{what}: DOES NOT HOLD: {}", plain(why)),
    };
    text
}
