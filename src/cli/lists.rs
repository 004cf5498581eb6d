//! `ustap lists`.

use std::collections::BTreeSet;
use std::path::Path;

use crate::cli::arguments::{FormatArgument, ListsArguments, PaymentArgument};
use crate::cli::asked::load_law;
use crate::cli::ending::{Ending, print_published, publishing};
use crate::cli::page::{CONTRACTORS_ENCODING, ENCODING, Page, in_points, typed, typed_months};
use crate::cli::progress;
use crate::cli::repeated::each_once;
use crate::cli::sentences::{contractors_doubts, left_out, no_month, own_input, unread_penalties};
use crate::cli::speech::Speech;
use crate::commands::Done;
use crate::commands::lists::computed::KgdFiles;
use crate::commands::lists::job::{Format, ListsJob, ListsOutcome};
use crate::commands::lists::orders::ListTotal;
use crate::commands::lists::source::Source;
use crate::commands::payer;
use crate::commands::periods::named;
use crate::commands::received::answers::{Penalties, kgd_header};
use crate::commands::received::rejects::SettlementReject;
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::law::{Basis, Settlement};
use crate::money::TengeSum;
use crate::output::headings::Operator;
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::reading::contractors;
use crate::reading::header::headings::Kind;
use crate::reading::input::Input;
use crate::reject::Reject;
use crate::run::receipt::InputFile;
use crate::words::{Caller, say};

/// Writes the lists, publishes them and prints the summary.
pub(crate) fn run(arguments: &ListsArguments, speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let (payments, all) = match arguments.payment {
        PaymentArgument::All => (Payment::SOCIAL.to_vec(), true),
        PaymentArgument::Opv => (vec![Payment::Opv], false),
        PaymentArgument::Opvr => (vec![Payment::Opvr], false),
        PaymentArgument::So => (vec![Payment::So], false),
        PaymentArgument::Vosms => (vec![Payment::Vosms], false),
    };
    let [contractors, kgd] = Input::of_options([&arguments.contractors, &arguments.kgd])?;
    let columns = arguments.columns.with_kgd(&arguments.kgd_column);
    let mapping = columns.mapping(&[(Kind::Contractors, true), (Kind::Kgd, !kgd.is_empty())])?;
    let encoding = arguments.contractors_encoding;
    let kgd = match kgd.is_empty() {
        true => None,
        false => {
            let header = kgd_header(encoding, &mapping)?.with_encoding_option(CONTRACTORS_ENCODING);
            Some(KgdFiles { files: kgd, header, penalties: arguments.penalties })
        }
    };
    let (format, operator, payer) = format(arguments)?;
    let job = ListsJob {
        law: &law,
        run: &arguments.run,
        contractors,
        header: contractors::header(encoding, &mapping)?.with_encoding_option(CONTRACTORS_ENCODING),
        kgd,
        mapping,
        payments,
        all,
        periods: each_once(arguments.period.iter().copied()),
        format,
        lang: speech.documents(),
        sentences: speech.sentences(),
        operator,
        payer,
    };
    let files = job.contractors.iter().chain(job.kgd.iter().flat_map(|kgd| &kgd.files));
    let total = files.map(Input::bytes).sum();
    let Done { outcome, digest } = publishing(&arguments.out, None, speech, |dir| {
        progress::during(total, speech, |progress| job.write(dir, progress))
    })?;
    print_published(
        &summary(&job, &outcome, (&arguments.out, arguments.rates.as_deref()), &digest, speech.terminal),
        &arguments.out,
        speech,
    );
    Ok(if outcome.is_clean() { Ending::Clean } else { Ending::Findings })
}

/// The form of the lists, and who pays.
fn format(arguments: &ListsArguments) -> Result<(Format, Operator, Option<InputFile>), Error> {
    let only_mt102 = [("--date", arguments.date.is_some()), ("--encoding", arguments.encoding.is_some())];
    if let Some((option, _)) = only_mt102.iter().find(|(_, is_given)| *is_given)
        && arguments.format != FormatArgument::Mt102
    {
        return Err(Error::new(ErrorKind::Usage, say!("lists-only-mt102", option = *option))
            .with_hint(say!("lists-only-mt102-hint")));
    }
    let payer = arguments.payer.as_deref();
    // Each form asks for the fields that it uses. The file is read once: it may be a pipe.
    let optional = |read: Option<(Operator, InputFile)>| {
        let (operator, file) = read.unzip();
        (operator.unwrap_or_default(), file)
    };
    let (format, (operator, file)) = match arguments.format {
        FormatArgument::Csv => (Format::Csv, optional(payer.map(payer::of_rows).transpose()?)),
        FormatArgument::Xlsx => (Format::Xlsx, optional(payer.map(payer::of_lists).transpose()?)),
        FormatArgument::Mt102 => {
            let payer = payer.ok_or_else(|| {
                Error::new(ErrorKind::Usage, say!("lists-needs-payer")).with_hint(say!("lists-needs-payer-hint"))
            })?;
            let date = arguments.date.ok_or_else(|| {
                Error::new(ErrorKind::Usage, say!("lists-needs-date")).with_hint(say!("lists-needs-date-hint"))
            })?;
            let (payer, file) = payer::of_orders(payer)?;
            let operator = payer.operator();
            let encoding = arguments.encoding.unwrap_or_default();
            (Format::Mt102 { payer, date, encoding }, (operator, Some(file)))
        }
    };
    Ok((format, operator, file))
}

fn summary(
    job: &ListsJob<'_>,
    outcome: &ListsOutcome,
    (out, rates): (&Path, Option<&Path>),
    digest: &str,
    language: Language,
) -> String {
    let mut page =
        Page::new(language).with_rates(rates).with_reading(&job.mapping, job.header.encoding(), &outcome.inputs);
    listed(&mut page, outcome);
    computed(&mut page, job, outcome);
    own_input(&mut page, outcome.own_input.as_ref(), job.run);
    // Of months of КГД's files it is told already that the run has none of them.
    if let Some(of_run) = outcome.no_month.filter(|_| outcome.unused.is_empty()) {
        no_month(&mut page, job.run, of_run);
    }
    if outcome.unlisted_rows > 0 {
        page.say(say!("lists-unlisted-rows", rows = outcome.unlisted_rows));
    }
    without_rates(&mut page, job, outcome);
    rejected(&mut page, job, outcome);
    if let Some(next) = outcome.next_order {
        page.say(say!("lists-next-order", number = next.to_string()));
    }
    if outcome.is_paid_unread {
        page.say(say!("lists-paid-unread", dir = typed(job.run)));
    }
    if outcome.has_other_tables {
        page.say(say!("lists-other-tables", dir = typed(job.run)));
    }
    notes(&mut page, job, outcome);
    page.inputs(CONTRACTORS_ENCODING, outcome.inputs.iter().map(|file| &file.digested));
    page.written(out, digest);
    let has_rejects = !outcome.rejected.is_empty() || !outcome.kgd_rejected.is_empty();
    if outcome.unlisted_rows > 0 || has_rejects || outcome.doubts > 0 {
        page.next(say!("lists-next-look", out = typed(out)));
    }
    let refused = next_refused(&mut page, job, outcome);
    next(&mut page, job, outcome, (out, refused));
    page.finish()
}

/// The lists, and what has none.
fn listed(page: &mut Page, outcome: &ListsOutcome) {
    let language = page.language;
    let columns = [
        ("", -6),
        ("", -7),
        ("lists-knp", 3),
        ("lists-rate", 5),
        ("lists-listed", 10),
        ("lists-amount", 18),
        ("lists-unlisted", 10),
        ("lists-amount", 18),
        ("", -1),
    ];
    let no_file = page.word("lists-no-file");
    let row = |total: &ListTotal| {
        vec![
            total.order.key.payment.abbreviation_in(language).to_owned(),
            total.order.key.period.to_string(),
            total.order.line.knp.to_string(),
            total.order.rate.to_string(),
            total.persons.to_string(),
            total.amount.to_string(),
            total.unlisted_persons.to_string(),
            total.unlisted_amount.to_string(),
            format!(" {}", if total.file.is_empty() { no_file } else { total.file.as_str() }),
        ]
    };
    page.table("", &columns, outcome.lists.iter().map(row));
    for (key, error) in &outcome.refused {
        page.line(format!("{}: {}", key.period, error.say(language)));
        if let Some(hint) = error.hint_for(Caller::CommandLine, language) {
            page.line(format!("  {hint}"));
        }
    }
}

/// Months for which the tables have no rates, so that nobody has one.
fn without_rates(page: &mut Page, job: &ListsJob<'_>, outcome: &ListsOutcome) {
    let of_payments = outcome.lists.iter().map(|list| list.order.key).filter(|key| !key.is_penalty);
    let months: BTreeSet<Month> = of_payments.map(|key| key.period).collect();
    for month in months.into_iter().filter(|&month| job.law.month(month).is_none()) {
        let error = job.law.no_rates(month.last_day());
        page.line(format!("{month}: {}", error.say(page.language)));
        if let Some(hint) = error.hint_for(Caller::CommandLine, page.language) {
            page.line(format!("  {hint}"));
        }
    }
}

/// The rows that were rejected, and what is doubtful about persons.
fn rejected(page: &mut Page, job: &ListsJob<'_>, outcome: &ListsOutcome) {
    let are_restored = job.mapping.zeros.are_restored();
    contractors_doubts(page, outcome.doubts, &outcome.rejected, are_restored);
    for rows in outcome.kgd_rejected.iter() {
        // --encoding is of what is written here.
        let todo = match rows.reject {
            SettlementReject::MalformedRow => Reject::MalformedRow.todo_of_names(are_restored, page.language),
            reject => reject.todo_after(are_restored, page.language),
        };
        page.rejected((rows.reject.code(), todo), rows);
    }
    if !outcome.kgd_rejected.is_empty() {
        page.say(say!("lists-kgd-rejected", rows = outcome.kgd_rejected.total()));
    }
}

/// How to pay what has no file for the bank: by a table. Gives how many payments that is.
fn next_refused(page: &mut Page, job: &ListsJob<'_>, outcome: &ListsOutcome) -> usize {
    let refused: BTreeSet<Payment> = outcome.refused.iter().map(|(key, _)| key.payment).collect();
    let (mut tables, mut asked_for) = (vec![Kind::Contractors], typed_months(&job.periods));
    if let Some(kgd) = &job.kgd {
        tables.push(Kind::Kgd);
        asked_for += &format!(" --kgd {}", page.word("help-value-file"));
        asked_for += if kgd.penalties { " --penalties" } else { "" };
    }
    for &payment in &refused {
        let run = page.step_reading(job.run, CONTRACTORS_ENCODING, &tables) + &asked_for;
        let of_payment = || outcome.lists.iter().filter(|list| list.order.key.payment == payment && list.persons > 0);
        let name = payment.abbreviation_in(page.language);
        page.next(say!("lists-next-refused", payment = name, run = run, code = payment.code()));
        // The table has the orders with a file too.
        if of_payment().any(|list| !list.file.is_empty()) {
            let without = of_payment().filter(|list| list.file.is_empty());
            let codes: BTreeSet<&str> = without.map(|list| list.order.line.knp.as_str()).collect();
            let codes = codes.into_iter().collect::<Vec<_>>().join(", ");
            page.say_below(say!("lists-next-refused-alone", knp = codes));
        }
    }
    refused.len()
}

/// What is done next, where so many payments have lists of their own.
fn next(page: &mut Page, job: &ListsJob<'_>, outcome: &ListsOutcome, (out, refused): (&Path, usize)) {
    // What is distributed is all of them together.
    let others = format!(" --paid {}", page.word("help-value-dir")).repeat(refused);
    match outcome.source {
        Source::Corrections if outcome.lists.is_empty() && outcome.has_returns => {
            page.next(say!("lists-next-refunds", run = page.step(job.run)));
        }
        _ if outcome.lists.is_empty() && !outcome.not_counted.is_empty() && job.kgd.is_none() => {
            page.next_rejected(job.run, outcome.not_counted.iter().copied());
        }
        // What is on no list is paid all the same.
        _ if outcome.lists.is_empty() && !outcome.ipn.is_empty() => {}
        _ if outcome.lists.is_empty() && outcome.is_clean() => page.next(say!("next-nothing")),
        // Where there is no list there is nothing to pay by.
        _ if outcome.lists.iter().all(|list| list.persons == 0 || list.file.is_empty()) => {}
        Source::Register => {
            // An order of a penalty has no last day, and `distribute` does not read it.
            let due = outcome.lists.iter().filter(|list| list.persons > 0 && !list.order.key.is_penalty);
            let months: BTreeSet<Month> = due.map(|list| list.order.key.period).collect();
            // A workbook is for people; `distribute` reads the other two.
            if job.kgd.is_some() && !matches!(job.format, Format::Xlsx) && !months.is_empty() {
                page.next(say!("lists-next-before", out = page.step_reading(out, ENCODING, &[Kind::Kgd]) + &others));
            }
            let by = page.by(job.law, Settlement::PAYMENT, months.iter().copied());
            let points = in_points(job.law, months.iter().copied(), page.language, "6");
            page.next(match late(job, outcome).next() {
                _ if months.is_empty() => say!("lists-next-pay-penalties-alone", out = typed(out)),
                Some(_) => say!("lists-next-pay-more", out = typed(out)),
                None => say!("lists-next-pay", out = typed(out), by = by, points = points),
            });
            let of_penalties = outcome.lists.iter().filter(|list| list.order.key.is_penalty && list.persons > 0);
            let files = of_penalties.map(|list| list.file.as_str()).filter(|file| !file.is_empty());
            let files = files.collect::<Vec<_>>().join(", ");
            if !files.is_empty() && !months.is_empty() {
                page.say_below(say!("lists-next-pay-penalties", files = files));
            }
            page.next(match job.kgd {
                Some(_) => {
                    let run = page.step_reading(job.run, ENCODING, &[Kind::Kgd]) + &asked(job);
                    say!("lists-next-reconcile-computed", run = run)
                }
                None => say!("lists-next-reconcile", run = page.step(job.run) + &asked(job)),
            });
        }
        Source::Corrections => {
            // What КГД has not computed comes back: that is asked before it is paid.
            if !matches!(job.format, Format::Xlsx) {
                page.next(say!("lists-next-distribute-more", out = page.step(out) + &others));
            }
            page.next(say!("lists-next-pay-more", out = typed(out)));
            // What the correction leaves out the answer has nothing of.
            let months: BTreeSet<Month> = outcome.lists.iter().map(|list| list.order.key.period).collect();
            let more = page.rates() + &typed_months(&Vec::from_iter(months)) + &asked_payments(job);
            page.next(say!("lists-next-reconcile-corrected", run = typed(job.run), more = more));
        }
        // What came back has a term of its own in point 15.
        Source::Distribution => {
            let months = outcome.lists.iter().map(|list| list.order.key.period);
            let points = in_points(job.law, months, page.language, "15");
            page.next(say!("lists-next-pay-again", out = typed(out), points = points));
            if !matches!(job.format, Format::Xlsx) {
                let options = outcome.distributed.as_ref();
                let out = options.map_or_else(|| page.step(out), |options| page.step_after(out, options)) + &others;
                let source = typed(job.run);
                page.next(match options.is_some_and(|options| !options.after.is_empty()) {
                    true => say!("lists-next-distribute-on", out = out, source = source),
                    false => say!("lists-next-distribute", out = out, source = source),
                });
            }
        }
    }
}

/// The months that orders of this date pay late, with the day by which they are due.
fn late(job: &ListsJob<'_>, outcome: &ListsOutcome) -> impl Iterator<Item = (Month, Day)> {
    let date = job.format.date();
    let is_late = move |list: &ListTotal| {
        Some((list.order.key.period, list.order.line.due_on.filter(|&due_on| Some(due_on) < date)?))
    };
    let mut of: Vec<(Month, Day)> = outcome.lists.iter().filter(|list| list.persons > 0).filter_map(is_late).collect();
    of.dedup();
    of.into_iter()
}

/// The months and payments that were asked for, as they are typed: who answers for these says nothing of others.
fn asked(job: &ListsJob<'_>) -> String {
    typed_months(&job.periods) + &asked_payments(job)
}

fn asked_payments(job: &ListsJob<'_>) -> String {
    let payments = if job.all { &[] } else { &job.payments[..] };
    payments.iter().map(|payment| format!(" --payment {}", payment.code())).collect()
}

/// How the sums of КГД differ from the run's, and what of either side is on no list.
fn computed(page: &mut Page, job: &ListsJob<'_>, outcome: &ListsOutcome) {
    if let Some(differences) = &outcome.differences {
        page.say(say!(
            "lists-computed",
            persons = differences.persons(),
            more = differences.more.to_string(),
            less = differences.less.to_string(),
        ));
        if differences.persons() > 0 {
            let run = page.step_reading(job.run, ENCODING, &[Kind::Kgd]) + &asked(job);
            page.say_below(say!("lists-computed-named", run = run));
        }
    }
    if !outcome.lacking.is_empty() {
        page.say(say!("lists-lacking", months = named(&outcome.lacking), count = outcome.lacking.len()));
    }
    let (of_others, unused): (Vec<Month>, Vec<Month>) =
        outcome.unused.iter().partition(|&&month| outcome.left_out.has(month));
    if !unused.is_empty() {
        page.say(say!("lists-unused", months = named(&unused), count = unused.len()));
    }
    left_out(page, job.run, &outcome.left_out, &of_others);
    if outcome.left_penalties > TengeSum::default() {
        page.say(say!("lists-left-penalties", amount = outcome.left_penalties.to_string()));
    }
    for (month, amount) in &outcome.ipn {
        let day = month.last_day().to_string();
        page.say(say!("lists-ipn", month = month.to_string(), amount = amount.to_string(), day = day));
    }
    let Penalties { persons, amount } = &outcome.ipn_penalties;
    if *persons > 0 {
        page.say(say!("lists-ipn-penalties", persons = *persons, amount = amount.to_string()));
    }
    unread_penalties(page, &outcome.unread_penalties);
    let [of_source, of_kgd] = outcome.of_other_months;
    if of_source > 0 {
        page.say(say!("lists-other-months-of-source", rows = of_source));
    }
    if of_kgd > 0 {
        page.say(say!("lists-other-months-of-kgd", rows = of_kgd));
    }
}

/// What is to be known before paying, and is no finding.
fn notes(page: &mut Page, job: &ListsJob<'_>, outcome: &ListsOutcome) {
    if job.operator.number.is_empty() && !outcome.lists.is_empty() {
        let has_points = outcome.lists.iter().all(|list| job.law.settlement().has_points(list.order.key.period));
        let by = if has_points { page.word("note-operator-by-point") } else { "" };
        page.say(say!("note", what = say!("note-no-operator", by = by)));
    }
    if outcome.source == Source::Corrections {
        page.say(say!("note", what = say!("correct-registers")));
    }
    let assumed = |total: &&ListTotal| total.order.is_account_assumed;
    let mut payments: Vec<&str> = outcome
        .lists
        .iter()
        .filter(assumed)
        .map(|total| total.order.key.payment.abbreviation_in(page.language))
        .collect();
    payments.sort_unstable();
    payments.dedup();
    if !payments.is_empty() {
        page.say(say!("note", what = say!("note-account-assumed", payments = payments.join(", "))));
    }
    let unverified =
        outcome.lists.iter().map(|total| &total.order.key).filter(|key| key.is_penalty).filter_map(|key| {
            let code = job.law.settlement().penalty_code(key.payment, key.period.last_day())?;
            (code.citation.basis == Basis::Unverified)
                .then(|| (key.payment.abbreviation_in(page.language), code.knp.as_str()))
        });
    for (payment, knp) in unverified.collect::<BTreeSet<_>>() {
        page.say(say!("note", what = say!("note-knp-unverified", payment = payment, knp = knp)));
    }
    if let Some(date) = job.format.date() {
        for (month, due_on) in late(job, outcome).filter(|_| outcome.source == Source::Register) {
            let (date, due_on) = (date.to_string(), due_on.to_string());
            page.say(say!("note", what = say!("note-paid-late", date = date, due = due_on, month = month.to_string())));
        }
        page.dated(("--date", Some(date)), outcome.lists.iter().map(|list| list.order.key.period));
    }
    for month in &outcome.rate_by_default {
        page.say(say!("note", what = say!("note-rate-by-default", month = month.to_string())));
    }
}
