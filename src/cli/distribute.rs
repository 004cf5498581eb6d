//! `ustap distribute`.

use std::fmt::Write as _;
use std::path::Path;

use crate::cli::arguments::{ColumnArguments, DistributeArguments};
use crate::cli::calculate::{load_law, threads};
use crate::cli::progress::Bar;
use crate::cli::summary::{inputs, rejected};
use crate::cli::{Ending, Speech, print_published, publish};
use crate::commands::distribute::{self, DistributeJob, Outcome, paid_header};
use crate::commands::reconcile::answers::kgd_header;
use crate::commands::reconcile::rejects::RejectCount;
use crate::error::{Error, ErrorKind, plain};
use crate::language::Language;
use crate::law::Law;
use crate::money::TengeSum;
use crate::output::directory::Staging;
use crate::payment::Payment;
use crate::period::Day;
use crate::reading::exemptions;
use crate::reading::headings::Kind;
use crate::reading::input::Input;
use crate::settlement::{DistributionTotal, Overdistributed, Reason};

/// Persons whose sum is now below what was distributed that the summary names.
const FIRST_OVERDISTRIBUTED: usize = 10;

/// Distributes, publishes and prints the summary.
pub(crate) fn run(arguments: &DistributeArguments, speech: Speech) -> Result<Ending, Error> {
    let inputs = |paths: &[std::path::PathBuf]| paths.iter().map(|path| Input::from_argument(path)).collect::<Vec<_>>();
    let (paid, kgd, exemptions) = (inputs(&arguments.paid), inputs(&arguments.kgd), inputs(&arguments.exemptions));
    let all = || paid.iter().chain(&kgd).chain(&exemptions);
    if all().filter(|input| **input == Input::Stdin).count() > 1 {
        return Err(Error::new(ErrorKind::Usage, "standard input (`-`) can be given only once"));
    }
    let total = all().map(Input::bytes).sum();
    let law = load_law(arguments.rates.as_deref())?;
    let encoding = arguments.encoding.encoding();
    let column = arguments.columns.column.iter().chain(&arguments.kgd_column).cloned().collect();
    let columns = ColumnArguments { column, ignore_column: arguments.columns.ignore_column.clone() };
    let mapping =
        columns.mapping(&[(Kind::Paid, true), (Kind::Kgd, true), (Kind::Exemptions, !exemptions.is_empty())])?;
    let job = DistributeJob {
        law: &law,
        paid: arguments.paid.clone(),
        after: arguments.after.clone(),
        received_on: arguments.received_on,
        paid_header: paid_header(encoding, &mapping)?,
        kgd_header: kgd_header(encoding, &mapping)?,
        exemptions_header: exemptions::header(encoding, &mapping)?,
        kgd,
        exemptions,
        encoding,
        mapping,
        threads: threads(None),
        language: speech.sentences(),
    };
    let staging = Staging::create(&arguments.out, false)?;
    let mut outcome = Bar::during(total, |progress| job.run(&staging, progress))?;
    let outputs = distribute::write(&job, staging.path(), &mut outcome)?;
    let digest = distribute::receipt(&job, &outcome, &outputs).publish(staging.path())?;
    publish(staging, speech)?;
    let (text, are_terms_known) = summary(&law, (arguments, speech.terminal), &outcome, &digest);
    print_published(&text, &arguments.out, speech);
    let is_clean = outcome.rejects.total() == 0 && outcome.stated.is_empty() && are_terms_known;
    Ok(if is_clean && !outcome.distribution.has_findings() { Ending::Clean } else { Ending::Findings })
}

/// The summary, and whether the terms that were asked for are known.
fn summary(
    law: &Law,
    (arguments, language): (&DistributeArguments, Language),
    outcome: &Outcome,
    digest: &str,
) -> (String, bool) {
    let mut text = String::new();
    let mut line = |line: &str| text += &format!("{}\n", line.trim_end());
    totals(&mut line, outcome.distribution.totals());
    let sums = outcome.distribution.conservation();
    line(&format!("  paid {} = distributed {} + returned {}", sums.paid, sums.distributed, sums.returned));
    line(&format!("  computed {} = distributed {} + owed {}", sums.computed, sums.distributed, sums.owed));
    returns(&mut line, outcome);
    let are_terms_known = arguments.received_on.is_none_or(|day| terms(&mut line, law, day));
    next(&mut line, &arguments.out, outcome);
    overdistributed(&mut line, outcome.distribution.overdistributed());
    for stated in &outcome.stated {
        let (file, rows) = (plain(&stated.file), stated.rows);
        line(&format!("told: {file}: :32A: states {} and its rows come to {rows}", plain(&stated.stated)));
    }
    for dir in &outcome.broken_chains {
        let dir = dir.display().to_string();
        line(&format!(
            "note: {} came itself after a distribution that is not given with --after: what that one distributed is not \
             counted",
            plain(&dir)
        ));
    }
    for RejectCount { reject, rows, places } in &outcome.rejects.counts {
        rejected(&mut text, (reject.code(), reject.todo_in(language)), *rows, places);
    }
    inputs(&mut text, "--encoding", outcome.inputs.iter().map(|file| &file.digested));
    // Writing to a string cannot fail.
    let _ = writeln!(text, "written to {}", plain(&arguments.out.display().to_string()));
    let _ = writeln!(text, "receipt {digest}");
    (text, are_terms_known)
}

fn totals(line: &mut impl FnMut(&str), totals: &[DistributionTotal]) {
    let columns = |cells: [String; 8]| {
        let [payment, period, persons, computed, paid, distributed, returned, owed] = cells;
        format!(
            "  {payment:<6} {period:<7} {persons:>8} {computed:>18} {paid:>18} {distributed:>18} {returned:>16} {owed:>16}"
        )
    };
    let heading = ["", "", "persons", "computed", "paid", "distributed", "returned", "owed"];
    line(&columns(heading.map(str::to_owned)));
    for total in totals {
        let of = total.payment.map_or("no КНП", Payment::abbreviation).to_owned();
        let sums = [total.computed, total.paid, total.distributed, total.returned, total.owed];
        let [computed, paid, distributed, returned, owed] = sums.map(|sum| sum.to_string());
        let (period, persons) = (total.period.to_string(), total.persons.to_string());
        line(&columns([of, period, persons, computed, paid, distributed, returned, owed]));
    }
}

/// What comes back, by reason.
fn returns(line: &mut impl FnMut(&str), outcome: &Outcome) {
    let mut by_reason = [(0_u64, TengeSum::default()); Reason::ALL.len()];
    for returned in outcome.distribution.returns() {
        if let Some((count, sum)) = by_reason.get_mut(returned.reason as usize) {
            *count += 1;
            *sum += returned.amount;
        }
    }
    for (reason, (count, sum)) in Reason::ALL.into_iter().zip(by_reason).filter(|(_, (count, _))| *count > 0) {
        line(&format!("  returned {:<19}{count:>8} {:>18}  {}", reason.code(), sum.to_string(), reason.provision()));
    }
}

/// The terms that run from the day on which the money came.
fn terms(line: &mut impl FnMut(&str), law: &Law, received_on: Day) -> bool {
    let mut from = received_on;
    for (code, name) in [("distribution", "distributed or returned"), ("mending", "mended")] {
        let last = law.settlement().term(code, from).map(|term| (term, law.days_off().after(from, term.working_days)));
        match last {
            Some((term, Ok(day))) => {
                line(&format!("  {name} by {day}: {} working days after {from}", term.working_days));
                from = day;
            }
            Some((_, Err(error))) => {
                line(&format!("  {name} by a day that is not known: {error}"));
                if let Some(hint) = error.hint() {
                    line(&format!("  hint: {hint}"));
                }
                return false;
            }
            None => {
                line(&format!("  {name} by a day that is not known: deadlines.toml has no term `{code}` on {from}"));
                return false;
            }
        }
    }
    true
}

/// What is to be done.
fn next(line: &mut impl FnMut(&str), out: &Path, outcome: &Outcome) {
    let sums = outcome.distribution.conservation();
    let out = plain(&out.display().to_string());
    if sums.returned > TengeSum::default() {
        line(&format!(
            "  what comes back is in {out}/returns.csv with its row: right details and rates there, and it needs no \
             application"
        ));
    }
    if sums.owed > TengeSum::default() {
        let owed = sums.owed;
        line(&format!(
            "  still owed {owed}: pay it with `ustap lists {out}`, then distribute that payment with --after {out}"
        ));
    }
}

fn overdistributed(line: &mut impl FnMut(&str), rows: &[Overdistributed]) {
    if rows.is_empty() {
        return;
    }
    line(&format!("told: {} sums of ЦС КГД are now below what was distributed; nothing is left of them", rows.len()));
    for row in rows.iter().take(FIRST_OVERDISTRIBUTED) {
        let Overdistributed { iin, period, payment, computed, distributed } = *row;
        line(&format!(
            "  {} {period} {}: computed {computed}, distributed {distributed}",
            iin.masked(),
            payment.abbreviation()
        ));
    }
    if rows.len() > FIRST_OVERDISTRIBUTED {
        line("  …");
    }
}
