//! `ustap verify`.

use crate::cli::arguments::VerifyArguments;
use crate::cli::asked::{load_law, threads};
use crate::cli::ending::{Ending, print, warn};
use crate::cli::memory::MemorySize;
use crate::cli::page::{Page, typed};
use crate::cli::progress;
use crate::cli::speech::Speech;
use crate::commands::verify::chain::Chain;
use crate::commands::verify::checks::{Check, Verdict};
use crate::commands::verify::recompute::Recomputation;
use crate::commands::verify::{Verification, Verified};
use crate::error::{Error, ErrorKind};
use crate::law::Law;
use crate::output::directory::{Published, Scratch, refuse_in_record};
use crate::output::file::fault;
use crate::run::receipt::{rates, tables_differ};
use crate::shown::plain;
use crate::words::{Caller, Message, say};

/// Verifies, recomputes where that is asked for, and prints every check.
pub(crate) fn run(arguments: &VerifyArguments, speech: Speech) -> Result<Ending, Error> {
    let chain = Chain::of(&arguments.chain);
    let verification = Verification { run: &arguments.run, inputs: arguments.inputs.as_deref(), chain: &chain };
    // What cannot be loaded is said before anything is looked at.
    let law = arguments.recompute.then(|| load_law(arguments.rates.as_deref())).transpose()?;
    let mut verified = progress::while_working(speech, || verification.run())?;
    let ended = law.map_or(Ok(()), |law| recompute(arguments, (&chain, law), &mut verified, speech));
    if let Err(error) = &ended
        && error.kind() == ErrorKind::Usage
    {
        return Err(error.clone());
    }
    let checks = &verified.checks;
    let mut page = Page::new(speech.terminal).with_rates(arguments.rates.as_deref());
    for Check { what, verdict, .. } in &checks.all {
        // Names and reasons may come out of a receipt that somebody else has written.
        let what = plain(&what.say(page.language));
        page.say(match verdict {
            Verdict::Holds => say!("verify-holds", what = what),
            Verdict::NotChecked(why) => say!("verify-not-checked", what = what, why = plain(&why.say(page.language))),
            Verdict::Broken(why) | Verdict::OfVersion(why, _) => {
                say!("verify-does-not-hold", what = what, why = why.say(page.language))
            }
            Verdict::Unlinked => say!("verify-does-not-hold", what = what, why = say!("verify-unlinked")),
            Verdict::NoRun => say!("verify-does-not-hold", what = what, why = say!("verify-no-run")),
            Verdict::Foreign => say!("verify-does-not-hold", what = what, why = say!("file-not-in-receipt")),
        });
    }
    // Where nothing is wrong, what could not be calculated again only lacks something.
    let lacking = verified.not_recomputed.as_ref().filter(|_| checks.hold());
    if let Some(hint) = lacking.and_then(|error| error.hint_for(Caller::CommandLine, page.language)) {
        page.next(Message::from(hint));
    } else if !checks.hold() {
        for (version, dir) in checks.of_other_versions() {
            page.next(say!("verify-next-version", version = plain(version), run = typed(dir)));
        }
        let named = |is_meant: fn(&Verdict) -> bool| {
            let dirs = checks.dirs(is_meant);
            (!dirs.is_empty()).then(|| dirs.into_iter().map(typed).collect::<Vec<_>>().join(", "))
        };
        if let Some(run) = named(|verdict| matches!(verdict, Verdict::Broken(_))) {
            page.next(say!("verify-next-broken", run = run));
        }
        if let Some(run) = named(|verdict| *verdict == Verdict::Unlinked) {
            page.next(say!("verify-next-unlinked", run = run));
        }
        if named(|verdict| *verdict == Verdict::NoRun).is_some() {
            page.next(say!("verify-next-no-run"));
        }
        if let Some(run) = named(|verdict| *verdict == Verdict::Foreign) {
            page.next(say!("verify-next-foreign", run = run));
        }
    } else if !arguments.recompute && verified.is_calculation() {
        next_recompute(arguments, &verified, &mut page)?;
    }
    print(&page.finish())?;
    // What was found stands, whatever has ended the calculation.
    ended?;
    // Who asked for it has not got it.
    let is_done = checks.hold() && verified.not_recomputed.is_none();
    Ok(if is_done { Ending::Clean } else { Ending::Findings })
}

/// Names the command that calculates again, or what is lacking for it.
fn next_recompute(arguments: &VerifyArguments, verified: &Verified, page: &mut Page) -> Result<(), Error> {
    if arguments.inputs.is_some() && verified.inputs.contains(&None) {
        page.next(say!("recompute-inputs-hint"));
        return Ok(());
    }
    // Of a version that had fewer tables none that could be given would do.
    let builtin = Law::current()?;
    let at_hand = rates(&builtin);
    let are_other = verified.receipt.as_ref().is_some_and(|receipt| tables_differ(&receipt.rates, &at_hand));
    page.other_rates(&arguments.run, are_other);
    let mut chain: String = arguments.chain.iter().map(|dir| format!(" --chain {}", typed(dir))).collect();
    if chain.is_empty() && verified.receipt.as_ref().is_some_and(|receipt| !receipt.previous.is_empty()) {
        chain = format!(" --chain {}", page.word("help-value-dir"));
    }
    let inputs = arguments.inputs.as_deref().map_or_else(|| page.word("help-value-dir").to_owned(), typed);
    page.next(say!("verify-next-recompute", run = page.step(&arguments.run) + &chain, inputs = inputs));
    Ok(())
}

/// Calculates again, in a directory that is gone with the end of the program, or with the next run after a dead one.
fn recompute(
    arguments: &VerifyArguments,
    (chain, law): (&Chain<'_>, Law),
    verified: &mut Verified,
    speech: Speech,
) -> Result<(), Error> {
    let temporary = std::env::temp_dir();
    let refused = |error: Error| error.with_hint(say!("temporary-directory-hint"));
    refuse_in_record(&temporary, &temporary).map_err(refused)?;
    let scratch = Scratch::create(&temporary, "verify").map_err(|cause| refused(fault(&temporary, &cause)))?;
    let recomputation = Recomputation {
        chain,
        law,
        threads: threads(arguments.threads),
        memory: arguments.memory.unwrap_or_else(MemorySize::default).0,
        dir: scratch.path().to_path_buf(),
    };
    let ended = recomputation.run(verified, &|total, work| progress::during(total, speech, work));
    warn(Published { warnings: scratch.remove().into_iter().collect() }, speech);
    ended
}
