//! What a person reads when a run is done.

use std::path::Path;

use crate::batch::totals::RowCounts;
use crate::cli::arguments::CalculateArguments;
use crate::cli::page::{CONTRACTORS_ENCODING, ENCODING, Page, typed};
use crate::commands::periods::named;
use crate::language::Language;
use crate::law::{Law, Settlement};
use crate::payment::Payment;
use crate::period::Month;
use crate::reading::header::headings::Kind;
use crate::reading::header::mapping::Mapping;
use crate::run::outcome::{Note, RowsFrom, RunOutcome};
use crate::shown::plain;
use crate::words::{Message, say};

/// The summary of a run; `published` is the directory and the digest of its receipt.
pub(crate) fn text(
    (CalculateArguments { inputs: arguments, after, .. }, mapping, law): (&CalculateArguments, &Mapping, &Law),
    outcome: &RunOutcome,
    published: Option<(&Path, &str)>,
    language: Language,
) -> String {
    let mut page = Page::new(language).with_rates(arguments.rates.as_deref()).with_reading(
        mapping,
        arguments.encoding,
        &outcome.files,
    );
    values(&mut page, outcome);
    for rows in outcome.rejected.iter() {
        let todo = rows.reject.todo_after(arguments.columns.restore_zeros, published.is_some(), language);
        page.rejected((rows.reject.code(), todo), rows);
    }
    page.inputs(ENCODING, outcome.files.iter().map(|file| &file.digested));
    if let Some(run) = after.as_ref().filter(|_| !outcome.closing.is_empty()) {
        page.say(say!("note", what = say!("note-closing", run = typed(run))));
    }
    if outcome.operations.read == 0 {
        page.say(say!("note", what = say!("note-no-operations")));
    }
    for note in &outcome.notes {
        page.say(say!("note", what = note_text(note)));
    }
    let has_rejects = !outcome.rejected.is_empty();
    match published {
        Some((dir, digest)) => {
            page.written(dir, digest);
            if has_rejects {
                page.next_rejected(dir, outcome.rejected.iter().map(|rows| rows.reject));
            }
            // Of nobody nothing is stated and nothing paid.
            if outcome.persons == 0 {
                return page.finish();
            }
            page.next(match outcome.files.iter().any(|file| file.kind == Kind::Exemptions) {
                true => {
                    let run = page.step_reading(dir, ENCODING, &[Kind::Contractors, Kind::Exemptions]);
                    say!("calculate-next-advise-exempt", run = run)
                }
                false => say!("calculate-next-advise", run = page.step_reading(dir, ENCODING, &[Kind::Contractors])),
            });
            let run = page.step_reading(dir, CONTRACTORS_ENCODING, &[Kind::Contractors])
                + &page.one_of(outcome.totals.months.len());
            let by = |code| page.by(law, code, outcome.totals.months.keys().copied());
            let (stated, paid) = (by(Settlement::STATEMENT), by(Settlement::PAYMENT));
            page.next(say!("calculate-next-statement", run = &run, by = stated));
            page.next(say!("calculate-next-lists", run = run, by = paid));
        }
        None if has_rejects => page.next(match outcome.rejected.iter().all(|rows| rows.reject.is_of_sound_rows()) {
            true => say!("check-next-look"),
            false => say!("check-next-rejects"),
        }),
        None => page.next(say!("check-next")),
    }
    page.finish()
}

fn values(page: &mut Page, outcome: &RunOutcome) {
    let totals = &outcome.totals;
    let on_top_of = |count: u64| say!("summary-on-top-of-operations", count = count).say(page.language);
    let operations = |count: u64| say!("summary-operations", count = count).say(page.language);
    let (earlier, unnamed) =
        (outcome.earlier.as_ref().map(|(counted, _)| on_top_of(*counted)), outcome.unnamed_operations.map(operations));
    page.value(page.word("summary-operations-read"), outcome.operations.read);
    page.value_below("summary-accepted", outcome.operations.accepted());
    page.value_below("rejected", outcome.operations.rejected.total());
    if let Some(counted) = earlier {
        page.value(page.word("summary-on-top-of"), counted);
    }
    if let Some(month) = outcome.closed {
        let until = say!("summary-closed-until", month = month.to_string()).say(page.language);
        page.value(page.word("summary-closed"), until);
    }
    for (month, totals) in &outcome.closing {
        page.value(format!("  {month} {}", page.word("summary-withheld")), totals.withheld);
    }
    let facts = [
        (Kind::Exemptions, "summary-exemptions-read", &outcome.exemptions),
        (Kind::Contractors, "summary-contractors-read", &outcome.contractors),
    ];
    for (kind, label, RowCounts { read, rejected }) in facts {
        // Also where they turned out to have no rows: nobody is exempt then, and that should be seen.
        if outcome.files.iter().any(|file| file.kind == kind) {
            page.value(page.word(label), read);
            page.value_below("rejected", rejected.total());
        }
    }
    let months: Vec<Month> = totals.months.keys().copied().collect();
    if let [first, .., last] = months[..] {
        // A year that was mistyped is one of the two.
        let all = if months.len() <= 3 { named(&months) } else { format!("{first} … {last} ({})", months.len()) };
        page.value(page.word("summary-months"), all);
    }
    page.value(page.word("summary-persons"), outcome.persons);
    page.value(page.word("summary-income"), totals.income);
    for payment in Payment::ALL {
        page.value(payment.abbreviation_in(page.language), totals.amounts[payment]);
    }
    page.value(page.word("summary-withheld"), totals.withheld);
    page.value(page.word("summary-over-limit"), totals.over_limit);
    if let Some(operations) = unnamed {
        page.value(page.word("summary-unnamed"), operations);
    }
    if outcome.restored > 0 {
        let rows = say!("rows", count = outcome.restored).say(page.language);
        page.value(page.word("summary-restored"), rows);
    }
}

fn note_text(note: &Note) -> Message {
    match note {
        Note::Swallowed(RowsFrom { rows, file, line }) => {
            say!("input-swallowed", rows = *rows, file = plain(file), line = line.to_string())
        }
        Note::ShortenedIds(RowsFrom { rows, file, line }) => {
            say!("note-shortened-ids", rows = *rows, file = plain(file), line = line.to_string())
        }
        Note::Thousands(RowsFrom { rows, file, line }) => {
            say!("note-thousands", rows = *rows, file = plain(file), line = line.to_string())
        }
        Note::NoLonger(Kind::Exemptions) => say!("note-no-exemptions"),
        Note::NoLonger(_) => say!("note-no-contractors"),
        Note::NoKnownOn => say!("note-no-known-on"),
        Note::ClosedBeyond { month } => say!("note-closed-beyond", month = month.to_string()),
        Note::LateFacts { months } => say!("note-late-facts", months = *months),
        Note::ExemptBelowZero { rows } => say!("note-exempt-below-zero", rows = *rows),
        Note::SeveralRegimes { months } => say!("note-several-regimes", months = *months),
        Note::RegimeUndecided { persons } => say!("note-regime-undecided", persons = *persons),
    }
}
