//! `ustap distribute`.

use std::collections::BTreeSet;

use crate::cli::arguments::DistributeArguments;
use crate::cli::asked::{load_law, threads};
use crate::cli::ending::{Ending, print_published, publishing};
use crate::cli::page::{CONTRACTORS_ENCODING, ENCODING, Page, typed};
use crate::cli::progress;
use crate::cli::sentences::unread_penalties;
use crate::cli::speech::Speech;
use crate::commands::Done;
use crate::commands::distribute::{DistributeJob, DistributeOutcome, Strays, paid_header};
use crate::commands::periods::{named, with_payments};
use crate::commands::received::answers::{Penalties, kgd_header};
use crate::error::Error;
use crate::language::Language;
use crate::law::Law;
use crate::money::TengeSum;
use crate::period::{Day, Month};
use crate::reading::exemptions;
use crate::reading::header::headings::{Kind, fold, words};
use crate::reading::header::mapping::Mapping;
use crate::reading::header::near::resemblance;
use crate::reading::input::{Input, ReadFile};
use crate::settlement::{Distribution, DistributionTotal, Overdistributed, Reason};
use crate::shown::{excerpt, plain};
use crate::words::{Caller, Message, say};

/// Persons whose sum is now below what was distributed that the summary names.
const FIRST_OVERDISTRIBUTED: usize = 10;

/// Distributes, publishes and prints the summary.
pub(crate) fn run(arguments: &DistributeArguments, speech: Speech) -> Result<Ending, Error> {
    let [paid, kgd, exemptions] = Input::of_options([&arguments.paid, &arguments.kgd, &arguments.exemptions])?;
    let total = paid.iter().chain(&kgd).chain(&exemptions).map(Input::bytes).sum();
    let law = load_law(arguments.rates.as_deref())?;
    let encoding = arguments.encoding;
    let columns = arguments.columns.with_kgd(&arguments.kgd_column);
    let mapping =
        columns.mapping(&[(Kind::Paid, true), (Kind::Kgd, true), (Kind::Exemptions, !exemptions.is_empty())])?;
    let job = DistributeJob {
        law: &law,
        paid: arguments.paid.clone(),
        after: arguments.after.clone(),
        received_on: arguments.received_on,
        paid_header: paid_header(encoding, &mapping)?,
        kgd_header: kgd_header(encoding, &mapping)?,
        exemptions_header: exemptions::header(encoding, &mapping, false)?,
        kgd,
        exemptions,
        encoding,
        mapping,
        threads: threads(None),
        language: speech.sentences(),
    };
    let Done { outcome, digest } = publishing(&arguments.out, None, speech, |dir| {
        progress::during(total, speech, |progress| job.write(dir, progress))
    })?;
    let (text, ending) = summary(&law, (arguments, &job.mapping), &outcome, &digest, speech.terminal);
    print_published(&text, &arguments.out, speech);
    Ok(ending)
}

/// The summary, and what it comes to.
fn summary(
    law: &Law,
    (arguments, mapping): (&DistributeArguments, &Mapping),
    outcome: &DistributeOutcome,
    digest: &str,
    language: Language,
) -> (String, Ending) {
    let mut page = Page::new(language).with_rates(arguments.rates.as_deref()).with_reading(
        mapping,
        arguments.encoding,
        &outcome.inputs,
    );
    totals(&mut page, outcome.distribution.totals());
    let sums = outcome.distribution.conservation();
    let (distributed, owed) = (sums.distributed.to_string(), sums.owed.to_string());
    let (paid, returned, computed) = (sums.paid.to_string(), sums.returned.to_string(), sums.computed.to_string());
    page.say_below(say!("distribute-paid-is", paid = paid, distributed = &distributed, returned = returned));
    page.say_below(say!("distribute-computed-is", computed = computed, distributed = &distributed, owed = owed));
    returns(&mut page, outcome);
    let are_terms_known = arguments.received_on.is_none_or(|day| terms(&mut page, law, day));
    let months = outcome.distribution.totals().iter().map(|total| total.period);
    page.dated(("--received-on", arguments.received_on), months);
    let answers: Vec<&ReadFile> = answers(outcome).collect();
    next(&mut page, arguments, outcome, &answers);
    lacking(&mut page, &outcome.lacking);
    let Penalties { persons, amount } = &outcome.penalties;
    if *persons > 0 {
        page.say(say!("distribute-penalties", persons = *persons, amount = amount.to_string()));
    }
    unread_penalties(&mut page, &outcome.unread_penalties);
    if !arguments.paid.is_empty() && sums.paid == TengeSum::default() {
        page.say(say!("distribute-nothing-paid"));
    }
    overdistributed(&mut page, outcome.distribution.overdistributed());
    files(&mut page, outcome, &answers);
    chain(&mut page, outcome);
    months_of_tables(&mut page, law, &outcome.distribution);
    for count in outcome.rejects.counts.iter() {
        page.rejected((count.reject.code(), count.reject.todo_after(arguments.columns.restore_zeros, language)), count);
    }
    page.inputs(ENCODING, outcome.inputs.iter().map(|file| &file.digested));
    page.written(&arguments.out, digest);
    if outcome.rejects.total() > 0 {
        let out = typed(&arguments.out);
        page.next(match outcome.rejects.unread() == 0 {
            true => say!("distribute-next-other-payments", out = out),
            false => say!("next-rejects", out = out),
        });
    }
    if !outcome.distribution.overdistributed().is_empty() && outcome.counted_twice.is_empty() {
        page.next(say!("distribute-next-over"));
    }
    let is_whole = outcome.stated.is_empty() && outcome.lacking.is_empty() && is_chain_whole(outcome);
    let is_clean = outcome.rejects.total() == 0 && is_whole && are_terms_known && !outcome.distribution.has_findings();
    // What is done with an answer stands where it is told.
    if is_clean && answers.is_empty() {
        let is_paid = sums.paid > TengeSum::default();
        // Before the money has come it is said of lists that may not be paid yet.
        if arguments.received_on.is_none() && is_paid {
            page.next(say!("distribute-next-clean"));
        } else if *persons == 0 {
            page.next(say!("next-nothing"));
        }
    }
    if *persons > 0 {
        let options = page.options_reading(CONTRACTORS_ENCODING, &[Kind::Kgd]);
        page.next(say!("distribute-next-penalties", options = options));
    }
    (page.finish(), if is_clean { Ending::Clean } else { Ending::Findings })
}

/// What is odd about files that were read.
fn files(page: &mut Page, outcome: &DistributeOutcome, answers: &[&ReadFile]) {
    for stated in &outcome.stated {
        let (file, rows) = (plain(&stated.file), stated.rows.to_string());
        // What the file has there, which may be anything.
        let stated = excerpt(&stated.stated);
        page.say(say!("distribute-stated", file = file, stated = stated, rows = rows));
    }
    for (file, Strays { zeros_lost, nobody, fractions }) in &outcome.strays {
        if *zeros_lost > 0 {
            page.say(say!("distribute-zeros-lost", file = plain(file), rows = *zeros_lost));
        }
        if *nobody > 0 {
            page.say(say!("distribute-nobody", file = plain(file), rows = *nobody));
        }
        if *fractions > 0 {
            page.say(say!("distribute-fractions", file = plain(file), rows = *fractions));
        }
    }
    for file in answers {
        page.say(say!("distribute-status", file = plain(&file.digested.name)));
    }
}

/// What was not given of what came before, or counts twice.
fn chain(page: &mut Page, outcome: &DistributeOutcome) {
    for dir in &outcome.broken_chains {
        let dir = plain(&dir.display().to_string());
        page.say(say!("distribute-broken-chain", dir = dir));
    }
    for dir in &outcome.lone_corrections {
        let dir = plain(&dir.display().to_string());
        page.say(say!("distribute-lone-correction", dir = dir));
    }
    for (what, dir) in &outcome.counted_twice {
        let dir = plain(&dir.display().to_string());
        page.say(say!("distribute-counted-twice", what = plain(what), dir = dir));
    }
}

/// Months of which the tables have another edition of the Rules, or no rates.
fn months_of_tables(page: &mut Page, law: &Law, distribution: &Distribution) {
    let months: BTreeSet<Month> = distribution.totals().iter().map(|total| total.period).collect();
    for month in months.into_iter().filter(|&month| !law.settlement().has_points(month)) {
        page.say(say!("distribute-other-edition", month = month.to_string()));
    }
    for month in distribution.months_without_rates() {
        page.say(say!("distribute-no-rates", month = month.to_string()));
    }
}

/// The tables of what was paid that have the column which makes an answer of them, and is not read.
fn answers(outcome: &DistributeOutcome) -> impl Iterator<Item = &ReadFile> {
    let status = words(Kind::Answer, "status").ok();
    let is_status = move |heading: &Message| {
        let known = status.iter().flat_map(|status| status.headings.iter().chain(&status.mistakes));
        resemblance(&fold(&heading.say(Language::En)), "status", known).is_some()
    };
    let of_paid = outcome.inputs.iter().filter(|file| file.kind == Kind::Paid);
    of_paid.filter(move |file| file.digested.seen.unread.iter().any(&is_status))
}

fn totals(page: &mut Page, totals: &[DistributionTotal]) {
    let columns = [
        ("", -6),
        ("", -7),
        ("distribute-persons", 8),
        ("distribute-computed", 18),
        ("distribute-paid", 18),
        ("distribute-distributed", 18),
        ("distribute-returned", 16),
        ("distribute-owed", 16),
    ];
    let (language, no_code) = (page.language, page.word("distribute-no-code"));
    let row = |total: &DistributionTotal| {
        let of = total.payment.map_or(no_code, |payment| payment.abbreviation_in(language)).to_owned();
        let sums = [total.computed, total.paid, total.distributed, total.returned, total.owed];
        [of, total.period.to_string(), total.persons.to_string()]
            .into_iter()
            .chain(sums.map(|sum| sum.to_string()))
            .collect()
    };
    page.table("  ", &columns, totals.iter().map(row));
}

/// What comes back, by reason.
fn returns(page: &mut Page, outcome: &DistributeOutcome) {
    let mut by_reason = [(0_u64, TengeSum::default()); Reason::ALL.len()];
    for returned in outcome.distribution.returns() {
        if let Some((count, sum)) = by_reason.get_mut(returned.reason as usize) {
            *count += 1;
            *sum += returned.amount;
        }
    }
    let word = page.word("distribute-returned");
    for (reason, (count, sum)) in Reason::ALL.into_iter().zip(by_reason).filter(|(_, (count, _))| *count > 0) {
        let provision = reason.provision().say(page.language);
        page.line(format!("  {word} {:<19}{count:>8} {:>18}  {provision}", reason.code(), sum.to_string()));
    }
}

/// The terms that run from the day on which the money came.
fn terms(page: &mut Page, law: &Law, received_on: Day) -> bool {
    let mut from = received_on;
    for (code, name) in [("distribution", "term-distribution"), ("mending", "term-mending")] {
        let name = page.word(name);
        match law.term_from(code, from) {
            Some((term, Ok(day))) => {
                let (days, start) = (term.working_days, from.to_string());
                page.say_below(say!("term-by", name = name, day = day.to_string(), days = days, from = start));
                from = day;
            }
            Some((_, Err(error))) => {
                let why = error.say(page.language);
                page.say_below(say!("term-unknown", name = name, why = why));
                if let Some(hint) = error.hint_for(Caller::CommandLine, page.language) {
                    page.line(format!("  {}: {hint}", page.word("hint")));
                }
                return false;
            }
            None => {
                let why = say!("term-not-in-tables", code = code, day = from.to_string());
                page.say_below(say!("term-unknown", name = name, why = why));
                return false;
            }
        }
    }
    true
}

/// What is to be done.
fn next(page: &mut Page, arguments: &DistributeArguments, outcome: &DistributeOutcome, answers: &[&ReadFile]) {
    let out = &arguments.out;
    let sums = outcome.distribution.conservation();
    // Where a rate is in no table, it may be right.
    let are_rates_known = outcome.distribution.months_without_rates().next().is_none();
    if sums.returned > TengeSum::default() {
        page.say_below(say!("distribute-next-returned", out = typed(out)));
        let is_fault = |reason| matches!(reason, Reason::Details | Reason::RateMissing | Reason::RateDiffers);
        if are_rates_known && outcome.distribution.returns().any(|returned| is_fault(returned.reason)) {
            page.say_below(say!("distribute-next-mend"));
        }
    }
    // What is owed is known only where every distribution before is given, and where all that was paid was read.
    if !is_chain_whole(outcome) || !are_rates_known {
        return;
    }
    let is_read = outcome.paid_unread == 0
        && outcome.stated.is_empty()
        && outcome.strays.iter().all(|(_, strays)| strays.zeros_lost + strays.fractions == 0);
    let owed = sums.owed.to_string();
    if sums.owed == TengeSum::default() {
        // Rows of КГД that were not read may have been computed.
        let is_computed = outcome.rejects.unread() == 0 && outcome.lacking.is_empty();
        if sums.returned > TengeSum::default() && is_read && is_computed && answers.is_empty() {
            page.say_below(say!("distribute-next-none"));
        }
    } else if !is_read {
        page.say_below(say!("distribute-next-unread", owed = owed));
    } else {
        // Only all of them together say what is left.
        let after = arguments.after.iter().chain([out]);
        let after = after.map(|dir| format!("--after {}", typed(dir))).collect::<Vec<_>>().join(" ");
        let out = page.step_reading(out, CONTRACTORS_ENCODING, &[Kind::Contractors]);
        page.say_below(match outcome.unpaid.is_empty() {
            true => say!("distribute-next-owed", owed = owed, out = out, after = after),
            false => {
                let unpaid = with_payments(&outcome.unpaid, page.language);
                say!("distribute-next-unpaid", owed = owed, unpaid = unpaid, out = out, after = after)
            }
        });
    }
}

/// Whether every distribution before is given, and nothing twice.
fn is_chain_whole(outcome: &DistributeOutcome) -> bool {
    outcome.broken_chains.is_empty() && outcome.lone_corrections.is_empty() && outcome.counted_twice.is_empty()
}

/// Months of which КГД's files have no row, while something of them was paid: a file that was not given, most likely.
fn lacking(page: &mut Page, months: &BTreeSet<Month>) {
    if !months.is_empty() {
        page.say(say!("distribute-lacking", months = named(months), count = months.len()));
    }
}

fn overdistributed(page: &mut Page, rows: &[Overdistributed]) {
    if rows.is_empty() {
        return;
    }
    page.say(say!("distribute-over", sums = rows.len()));
    for row in rows.iter().take(FIRST_OVERDISTRIBUTED) {
        let Overdistributed { iin, period, payment, computed, distributed } = *row;
        page.say_below(say!(
            "distribute-over-row",
            iin = iin.masked().to_string(),
            month = period.to_string(),
            payment = payment.abbreviation_in(page.language),
            computed = computed.to_string(),
            distributed = distributed.to_string(),
        ));
    }
    if rows.len() > FIRST_OVERDISTRIBUTED {
        page.line("  …");
    }
}
