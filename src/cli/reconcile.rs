//! `ustap reconcile`.

use crate::cli::arguments::ReconcileArguments;
use crate::cli::asked::load_law;
use crate::cli::ending::{Ending, print_published, publishing};
use crate::cli::page::{CONTRACTORS_ENCODING, Column, ENCODING, Page, typed, typed_months};
use crate::cli::progress;
use crate::cli::repeated::each_once;
use crate::cli::sentences::{left_out, next_pay_again, own_input};
use crate::cli::speech::Speech;
use crate::commands::Done;
use crate::commands::periods::{Wanted, named};
use crate::commands::received::answers::{NotCompared, answer_header, kgd_header};
use crate::commands::received::rejects::{SettlementRejects, SideName};
use crate::commands::reconcile::{Compared, ReconcileJob, ReconcileOutcome};
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::law::{Law, Settlement};
use crate::money::TengeSum;
use crate::payment::Payment;
use crate::period::Month;
use crate::reading::header::headings::Kind;
use crate::reading::header::mapping::Mapping;
use crate::reading::input::Input;
use crate::settlement::breaks::Break;
use crate::settlement::{Explanation, SummaryRow, Told};
use crate::words::say;

/// Breaks that the summary shows for each side.
const LARGEST: usize = 10;

/// Reconciles, publishes and prints the summary.
pub(crate) fn run(arguments: &ReconcileArguments, speech: Speech) -> Result<Ending, Error> {
    if arguments.answer.is_empty() && arguments.kgd.is_empty() {
        return Err(Error::new(ErrorKind::Usage, say!("reconcile-nothing")).with_hint(say!("reconcile-nothing-hint")));
    }
    let [answers, kgd] = Input::of_options([&arguments.answer, &arguments.kgd])?;
    let law = load_law(arguments.rates.as_deref())?;
    let encoding = arguments.encoding;
    let mapping = mapping(arguments)?;
    let (answer_header, kgd_header) = (answer_header(encoding, &mapping)?, kgd_header(encoding, &mapping)?);
    let job = ReconcileJob {
        law: &law,
        register: &arguments.register,
        answers,
        kgd,
        answer_header,
        kgd_header,
        mapping,
        wanted: Wanted {
            payments: each_once(arguments.payment.iter().copied()),
            periods: each_once(arguments.period.iter().copied()),
        },
        encoding,
        xlsx: arguments.xlsx,
        lang: speech.documents(),
        sentences: speech.sentences(),
    };
    let total = job.answers.iter().chain(&job.kgd).map(Input::bytes).sum();
    let Done { outcome, digest } = publishing(&arguments.out, None, speech, |dir| {
        progress::during(total, speech, |progress| job.write(dir, progress))
    })?;
    let text = summary((arguments, &job.mapping, &law), &outcome, &digest, speech.terminal);
    print_published(&text, &arguments.out, speech);
    Ok(if is_clean(&outcome) { Ending::Clean } else { Ending::Findings })
}

fn is_clean(outcome: &ReconcileOutcome) -> bool {
    let is_clean = |Compared { breaks, told, .. }: &Compared| breaks.is_empty() && told.repeated.is_empty();
    outcome.rejects.total() == 0 && outcome.uncoded.is_empty() && outcome.sides.iter().all(is_clean)
}

/// What was said about columns; of КГД's in either of two ways.
fn mapping(arguments: &ReconcileArguments) -> Result<Mapping, Error> {
    let ReconcileArguments { answer, kgd, columns, kgd_column, .. } = arguments;
    columns.with_kgd(kgd_column).mapping(&[(Kind::Answer, !answer.is_empty()), (Kind::Kgd, !kgd.is_empty())])
}

fn summary(
    (arguments, mapping, law): (&ReconcileArguments, &Mapping, &Law),
    outcome: &ReconcileOutcome,
    digest: &str,
    language: Language,
) -> String {
    let mut page = Page::new(language).with_rates(arguments.rates.as_deref()).with_reading(
        mapping,
        arguments.encoding,
        &outcome.inputs,
    );
    let (out, are_zeros_restored) = (arguments.out.as_path(), arguments.columns.restore_zeros);
    for compared in &outcome.sides {
        side(&mut page, compared, &outcome.rejects);
    }
    own_input(&mut page, outcome.own_input.as_ref(), &arguments.register);
    not_compared(&mut page, "reconcile-rows-ours", outcome.not_compared);
    left_out(&mut page, &arguments.register, &outcome.left_out, &outcome.months_left_out());
    for &(period, payment) in &outcome.uncoded {
        page.say(say!(
            "reconcile-penalty-uncoded",
            payment = payment.abbreviation_in(language),
            month = period.to_string(),
        ));
    }
    for count in outcome.rejects.counts.iter() {
        page.rejected((count.reject.code(), count.reject.todo_after(are_zeros_restored, language)), count);
    }
    if outcome.rejects.zeros_lost > 0 {
        page.say(say!("reconcile-zeros-lost", rows = outcome.rejects.zeros_lost));
    }
    page.inputs(ENCODING, outcome.inputs.iter().map(|file| &file.digested));
    page.written(out, digest);
    // Rows of other payments may stay; what is above due is known only where all rows were read.
    let is_read = outcome.rejects.unread() == 0;
    if outcome.rejects.total() > 0 {
        page.next(match is_read {
            true => say!("next-look-rejects", out = typed(out)),
            false => say!("next-rejects", out = typed(out)),
        });
    }
    let has_breaks = outcome.sides.iter().any(|compared| !compared.breaks.is_empty());
    let due = outcome.above_due();
    let has_excess = due.asked().next().is_some();
    if has_breaks {
        page.next(say!("reconcile-next-breaks", out = typed(out)));
    }
    if has_excess && is_read {
        page.next(say!("reconcile-next-refunds", out = page.step(out)));
    }
    if due.above_computed() > 0 && is_read && !arguments.answer.is_empty() {
        page.next(say!("refunds-next-by-kgd", dir = page.step(out)));
    }
    // What was paid by rows that were not read is missing all the same.
    if is_read && !arguments.answer.is_empty() && due.is_owed(|month| outcome.left_out.has(month)) {
        next_pay_again(&mut page, out);
    }
    // Between КГД's sums and the answers stands the payment: by sums of none of the run's months nothing is listed.
    let has_common = |compared: &Compared| !our_months(compared).0.is_empty();
    if arguments.answer.is_empty() && outcome.sides.iter().any(has_common) {
        let run = page.step_reading(&arguments.register, CONTRACTORS_ENCODING, &[Kind::Kgd])
            + &typed_months(&arguments.period);
        // `lists` takes one payment or all.
        let payment = match each_once(&arguments.payment)[..] {
            [payment] if *payment != Payment::Ipn => payment.code(),
            _ => "all",
        };
        let months = outcome.sides.iter().flat_map(|compared| our_months(compared).0);
        let by = page.by(law, Settlement::PAYMENT, months);
        page.next(say!("reconcile-next-lists", run = run, payment = payment, by = by));
    } else if !arguments.answer.is_empty() && is_clean(outcome) {
        page.next(say!("next-nothing"));
    }
    page.finish()
}

/// The columns of the sums of a side.
const COLUMNS: [Column; 9] = [
    ("", -6),
    ("", -7),
    ("reconcile-ours", 18),
    ("reconcile-theirs", 18),
    ("reconcile-matched", 18),
    ("reconcile-explained", 16),
    ("reconcile-more", 16),
    ("reconcile-less", 16),
    ("reconcile-breaks", 8),
];

fn side(page: &mut Page, compared: &Compared, rejects: &SettlementRejects) {
    let language = page.language;
    page.say(match compared.side {
        SideName::Answer => say!("reconcile-side-answer"),
        SideName::Kgd => say!("reconcile-side-kgd"),
    });
    let nothing = TengeSum::default();
    let is_something = |row: &&SummaryRow| (row.ours, row.theirs, row.breaks) != (nothing, nothing, 0);
    let row = |row: &SummaryRow| {
        vec![
            row.payment.abbreviation_in(language).to_owned(),
            row.period.to_string(),
            row.ours.to_string(),
            row.theirs.to_string(),
            row.matched_amount.to_string(),
            row.explained_amount.to_string(),
            row.unexplained_more.to_string(),
            row.unexplained_less.to_string(),
            row.breaks.to_string(),
        ]
    };
    page.table("  ", &COLUMNS, compared.summary.iter().filter(is_something).map(row));
    let sums = &compared.conservation;
    let (ours, theirs) = (sums.ours.to_string(), sums.theirs.to_string());
    let (matched, on_ours, on_theirs) =
        (sums.matched.to_string(), sums.breaks_ours.to_string(), sums.breaks_theirs.to_string());
    page.say_below(say!("reconcile-conserved-ours", sum = ours, matched = &matched, breaks = on_ours));
    page.say_below(say!("reconcile-conserved-theirs", sum = theirs, matched = &matched, breaks = on_theirs));
    page.say_below(say!(
        "reconcile-rows",
        ours = sums.our_rows,
        theirs = sums.their_rows,
        matched = sums.matched_rows,
        breaks = sums.breaks,
        told = sums.told_rows,
    ));
    told(page, compared, rejects);
    let largest = largest(&compared.breaks);
    if !largest.is_empty() {
        page.say_below(say!("reconcile-largest"));
    }
    for found in largest {
        let explanation = match found.explanation {
            // A person's number is shown in part only.
            Some(Explanation::OtherIin(iin)) => format!("other-iin={}", iin.masked()),
            _ => compared.explanation(found),
        };
        page.line(format!(
            "    {:>16}  {:<10} {:<13} {} {:<6} {explanation}",
            found.difference().to_string(),
            found.kind.code(),
            found.iin.masked().to_string(),
            found.period,
            found.payment.abbreviation_in(language),
        ));
    }
}

/// What is told of rows beside their sums.
fn told(page: &mut Page, compared: &Compared, rejects: &SettlementRejects) {
    let Told { repeated, returned, rejected, given_back } = &compared.told;
    if !repeated.is_empty() {
        let places = compared.rows.places(repeated).to_string();
        page.say_below(say!("reconcile-repeated", rows = repeated.len(), places = places));
        let shortened = compared.rows.shortened(repeated);
        if shortened > 0 {
            page.say_below(say!("reconcile-shortened", rows = shortened));
        }
    }
    if *returned + *rejected + *given_back > 0 {
        page.say_below(say!(
            "reconcile-told",
            returned = returned.to_string(),
            rejected = rejected.to_string(),
            back = given_back.to_string(),
        ));
    }
    not_compared(page, "reconcile-rows-theirs", compared.rows.not_compared);
    lacking(page, compared, rejects);
    if !compared.balances.is_empty() {
        page.say_below(say!("reconcile-balances", count = compared.balances.len()));
    }
    if !compared.rows.penalties.is_empty() {
        page.say_below(say!("reconcile-penalties", count = compared.rows.penalties.len()));
    }
}

/// Rows that were not asked for are in no sum.
fn not_compared(page: &mut Page, whose: &'static str, rows: NotCompared) {
    let whose = page.word(whose);
    if rows.payments > 0 {
        page.say_below(say!("reconcile-other-payments", rows = rows.payments, whose = whose));
    }
    if rows.periods > 0 {
        page.say_below(say!("reconcile-other-months", rows = rows.periods, whose = whose));
    }
}

/// Months, and payments of the other months, of which they have no row at all, while they have others: a file that was not
/// given, or rows that they never send.
fn lacking(page: &mut Page, compared: &Compared, rejects: &SettlementRejects) {
    let (given, lacking) = our_months(compared);
    if given.is_empty() {
        if !lacking.is_empty() {
            nothing_in_common(page, &lacking, compared);
        }
        return;
    }
    if !lacking.is_empty() {
        let (months, periods) = (named(&lacking), typed_months(&given));
        page.say_below(say!("reconcile-lacking-months", months = months, periods = periods.trim_start()));
    }
    // The payments of an answer are in its КНП.
    if compared.side == SideName::Answer && rejects.zeros_lost > 0 {
        return;
    }
    let of = |payment: &Payment| -> Vec<&SummaryRow> {
        compared.summary.iter().filter(|row| row.payment == *payment && given.contains(&row.period)).collect()
    };
    let is_lacking = |payment: &Payment| {
        of(payment).iter().all(|row| row.their_rows == 0) && of(payment).iter().any(|row| row.breaks > 0)
    };
    let payments = Payment::ALL.into_iter().filter(|payment| !of(payment).is_empty());
    let (lacking, mut others): (Vec<Payment>, Vec<Payment>) = payments.partition(is_lacking);
    others.retain(|payment| of(payment).iter().any(|row| row.their_rows > 0));
    if !lacking.is_empty() && !others.is_empty() {
        let codes: Vec<&str> = lacking.iter().map(|payment| payment.abbreviation_in(page.language)).collect();
        let payments: Vec<String> = others.iter().map(|payment| format!("--payment {}", payment.code())).collect();
        page.say_below(say!("reconcile-lacking-payments", payments = codes.join(", "), options = payments.join(" "),));
    }
}

/// Why nothing of these months of the run could be compared.
fn nothing_in_common(page: &mut Page, ours: &[Month], compared: &Compared) {
    let theirs = compared.their_months();
    page.say_below(match theirs.is_empty() {
        true => say!("reconcile-no-row", months = named(ours)),
        false => say!("reconcile-no-month", months = named(ours), theirs = named(&theirs)),
    });
}

/// The months that the register has rows of, without which nothing can be asked for: those that they have too, and the others.
fn our_months(compared: &Compared) -> (Vec<Month>, Vec<Month>) {
    let theirs = compared.their_months();
    let ours = compared.summary.iter().filter(|row| row.our_rows > 0).map(|row| row.period);
    each_once(ours).into_iter().partition(|month| theirs.contains(month))
}

/// The breaks with the largest differences, the largest first; of equal ones the first.
fn largest(breaks: &[Break]) -> Vec<&Break> {
    let mut largest: Vec<&Break> = Vec::new();
    let size = |found: &Break| found.difference().tiyn().unsigned_abs();
    for found in breaks {
        let place = largest.partition_point(|known| size(known) >= size(found));
        if place < LARGEST {
            largest.insert(place, found);
            largest.truncate(LARGEST);
        }
    }
    largest
}
