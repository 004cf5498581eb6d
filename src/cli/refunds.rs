//! `ustap refunds`.

use std::collections::BTreeSet;

use crate::cli::arguments::RefundsArguments;
use crate::cli::asked::load_law;
use crate::cli::ending::{Ending, print_published, publishing};
use crate::cli::page::{Page, typed};
use crate::cli::progress;
use crate::cli::repeated::each_once;
use crate::cli::sentences::next_pay_again;
use crate::cli::speech::Speech;
use crate::commands::Done;
use crate::commands::periods::{Wanted, named};
use crate::commands::refunds::{Evidence, RefundsJob, RefundsOutcome};
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::money::TengeSum;
use crate::period::Month;
use crate::settlement::breaks::BreakKind;
use crate::words::say;

/// Writes the applications, publishes them and prints the summary.
pub(crate) fn run(arguments: &RefundsArguments, speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let kind = |code: &String| {
        code.parse::<BreakKind>().ok().ok_or_else(|| {
            let known = BreakKind::ALL.map(BreakKind::code).join(", ");
            Error::new(ErrorKind::Usage, say!("break-kind-unknown", code = code))
                .with_hint(say!("break-kind-unknown-hint", codes = known))
        })
    };
    let job = RefundsJob {
        law: &law,
        dir: &arguments.dir,
        reason: arguments.reason.clone(),
        side: arguments.side,
        due_by_kgd: arguments.due_by_kgd,
        wanted: Wanted {
            payments: each_once(arguments.payment.iter().copied()),
            periods: each_once(arguments.period.iter().copied()),
        },
        kinds: each_once(arguments.kind.iter().map(kind).collect::<Result<Vec<_>, _>>()?),
        lang: speech.documents(),
    };
    job.known_reason(speech.terminal)?;
    let Done { outcome, digest } =
        publishing(&arguments.out, None, speech, |dir| progress::while_working(speech, || job.write(dir)))?;
    print_published(&summary(arguments, &outcome, &digest, speech.terminal), &arguments.out, speech);
    let is_clean = outcome.left_out == 0 && outcome.of_left_out == TengeSum::default();
    Ok(if is_clean { Ending::Clean } else { Ending::Findings })
}

fn summary(arguments: &RefundsArguments, outcome: &RefundsOutcome, digest: &str, language: Language) -> String {
    let page = Page::new(language).with_rates(arguments.rates.as_deref());
    let mut page = match &outcome.reading {
        Some(options) => page.behind(options),
        None => page,
    };
    page.say(say!("refunds-excess", amount = outcome.excess.to_string()));
    for line in &outcome.summary {
        let (applications, persons) = (line.applications, line.persons);
        let counted = say!("refunds-applications", applications = applications, persons = persons).say(language);
        page.line(format!("{:<6} {}  {counted}, {}", line.payment.abbreviation_in(language), line.period, line.amount));
    }
    if outcome.not_asked > TengeSum::default() {
        page.say(say!("refunds-not-asked", amount = outcome.not_asked.to_string()));
    }
    if outcome.left_out > 0 {
        page.say(say!("refunds-left-out", rows = outcome.left_out, amount = outcome.left_out_amount.to_string()));
    }
    for (payment, reasons) in &outcome.fitting {
        let (payment, reasons) = (payment.abbreviation_in(language), reasons.iter().map(String::as_str));
        page.say_below(match reasons.collect::<Vec<_>>().join(", ") {
            none if none.is_empty() => say!("refunds-no-fitting", payment = payment),
            reasons => say!("refunds-fitting", payment = payment, reasons = reasons),
        });
    }
    page.say(say!("refunds-point-15"));
    if outcome.covered > TengeSum::default() {
        page.say(say!("refunds-covered", amount = outcome.covered.to_string()));
    }
    if outcome.of_left_out > TengeSum::default() {
        let (amount, months) = (outcome.of_left_out.to_string(), &outcome.left_out_months);
        page.say(say!("refunds-of-left-out", amount = amount, months = named(months), count = months.len()));
    }
    if outcome.above_computed > TengeSum::default() {
        page.say(say!("refunds-above-computed", amount = outcome.above_computed.to_string()));
    }
    match outcome.evidence {
        Evidence::Register => page.say(say!("refunds-by-register")),
        Evidence::Registers if outcome.excess > TengeSum::default() => {
            page.say(say!("note", what = say!("correct-registers")));
        }
        Evidence::Computed if !outcome.by_register.is_empty() => {
            let months = &outcome.by_register;
            page.say(say!("refunds-months-by-register", months = named(months), count = months.len()));
        }
        Evidence::Registers | Evidence::Computed => {}
    }
    let unknown = outcome.summary.iter().filter(|line| outcome.by_explanation.contains(&line.period));
    let months: BTreeSet<Month> = unknown.clone().map(|line| line.period).collect();
    if !months.is_empty() {
        let applications: u64 = unknown.map(|line| line.applications).sum();
        let (named, count) = (named(&months), months.len());
        page.say(say!("refunds-by-explanation", applications = applications, months = named, count = count));
    }
    if outcome.returned > 0 {
        page.say(say!("refunds-returned", sums = outcome.returned));
    }
    for (payment, flag) in &outcome.flags {
        let payment = payment.abbreviation_in(language);
        page.say(say!("refunds-flag", payment = payment, flag = flag.say(language)));
    }
    page.written(&arguments.out, digest);
    next(&mut page, arguments, outcome);
    page.finish()
}

/// What to do next.
fn next(page: &mut Page, arguments: &RefundsArguments, outcome: &RefundsOutcome) {
    let (dir, out) = (&arguments.dir, &arguments.out);
    let is_above_computed = outcome.above_computed > TengeSum::default();
    if is_above_computed {
        page.next(say!("refunds-next-by-kgd", dir = page.step(dir)));
    }
    if outcome.has_owed && outcome.unread == 0 {
        next_pay_again(page, dir);
    }
    match outcome.summary.is_empty() {
        _ if outcome.unread > 0 => page.next(say!("refunds-next-unread", rows = outcome.unread, dir = typed(dir))),
        // What came back is paid again, and what was left out has another reason.
        true if is_above_computed
            || outcome.not_asked > TengeSum::default()
            || outcome.of_left_out > TengeSum::default()
            || outcome.has_owed
            || outcome.left_out > 0 => {}
        true if outcome.has_to_pay => page.next(say!("correct-next-pay", out = page.step(dir))),
        true => page.next(say!("next-nothing")),
        false => page.next(say!("refunds-next", out = typed(out))),
    }
}
