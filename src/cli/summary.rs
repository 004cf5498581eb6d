//! What a person reads when a run is done.

use std::fmt::Write;
use std::path::Path;

use crate::batch::totals::RowCounts;
use crate::error::{plain, without_iins};
use crate::language::Language;
use crate::payment::Payment;
use crate::reading::headings::Kind;
use crate::reading::input::Digested;
use crate::run::outcome::FirstRejects;
use crate::run::outcome::Note;
use crate::run::outcome::Outcome;

/// The summary of a run; `published` is the directory and the digest of its receipt.
pub(crate) fn text(outcome: &Outcome, published: Option<(&Path, &str)>, language: Language) -> String {
    let mut text = String::new();
    write(&mut text, outcome, published, language);
    text
}

fn write(text: &mut String, outcome: &Outcome, published: Option<(&Path, &str)>, language: Language) {
    let totals = &outcome.totals;
    let mut line = |name: &str, value: String| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{name:<24}{value:>22}");
    };
    line("operations read", outcome.operations.read.to_string());
    line("  accepted", outcome.operations.accepted().to_string());
    line("  rejected", outcome.operations.rejected.total().to_string());
    if let Some((counted, _)) = &outcome.earlier {
        line("on top of", format!("{counted} operations"));
    }
    if let Some(month) = outcome.closed {
        line("closed", format!("up to {month}"));
    }
    for (month, totals) in &outcome.closing {
        line(&format!("  {month} withheld"), totals.withheld.to_string());
    }
    let facts = [
        (Kind::Exemptions, "exemptions", &outcome.exemptions),
        (Kind::Contractors, "contractors", &outcome.contractors),
    ];
    for (kind, name, RowCounts { read, rejected }) in facts {
        // Also where they turned out to have no rows: nobody is exempt then, and that should be seen.
        if outcome.files.iter().any(|file| file.kind == kind) {
            line(&format!("{name} read"), read.to_string());
            line("  rejected", rejected.total().to_string());
        }
    }
    line("persons", outcome.persons.to_string());
    line("income", totals.income.to_string());
    for payment in Payment::ALL {
        line(payment.abbreviation(), totals.amounts[payment].to_string());
    }
    line("withheld", totals.withheld.to_string());
    line("months over the limit", totals.over_limit.to_string());
    if let Some(operations) = outcome.unnamed_operations {
        line("not among contractors", format!("{operations} operations"));
    }
    if outcome.restored > 0 {
        line("zeros restored", format!("{} rows", outcome.restored));
    }
    for FirstRejects { reject, places } in &outcome.first_rejects {
        let rows: u64 = [&outcome.operations, &outcome.exemptions, &outcome.contractors]
            .map(|rows| rows.rejected.of(*reject))
            .iter()
            .sum();
        rejected(text, (reject.code(), reject.todo_in(language)), rows, places);
    }
    inputs(text, "--encoding", outcome.files.iter().map(|file| &file.digested));
    for note in &outcome.notes {
        let _ = writeln!(text, "note: {}", note_text(note));
    }
    if let Some((dir, digest)) = published {
        let _ = writeln!(text, "written to {}", plain(&dir.display().to_string()));
        let _ = writeln!(text, "receipt {digest}");
    }
}

/// How many rows are rejected by a code, where the first of them stand, and what to do about it.
pub(crate) fn rejected(text: &mut String, (code, todo): (&str, &str), rows: u64, places: &[(String, u64)]) {
    let mut shown: Vec<String> = places.iter().map(|(file, line)| format!("{}:{line}", plain(file))).collect();
    if rows > shown.len() as u64 {
        shown.push("…".to_owned());
    }
    // Writing to a string cannot fail.
    let _ = writeln!(text, "rejected {code:<22}{rows:>8}  {}\n  {todo}", shown.join(", "));
}

/// What is to be known about the inputs: columns that were not read, and what is doubtful in the rows.
/// `option` names the encoding of these inputs.
pub(crate) fn inputs<'a>(text: &mut String, option: &str, files: impl Iterator<Item = &'a Digested> + Clone) {
    for Digested { name, seen, .. } in files.clone().filter(|file| !file.seen.unread.is_empty()) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "not read in {}: {}", plain(name), plain(&without_iins(&seen.unread_in(Language::En))));
    }
    doubts(text, option, files);
}

/// What is doubtful in the rows of the inputs: one that is no text, a last one without a line end.
pub(crate) fn doubts<'a>(text: &mut String, option: &str, files: impl Iterator<Item = &'a Digested>) {
    for Digested { name, ends_open, foreign_row, .. } in files {
        let name = plain(name);
        if let Some((line, encoding)) = foreign_row {
            let encoding = encoding.name();
            let _ =
                writeln!(text, "not text in {name}:{line}: the bytes look like {encoding}; try {option} {encoding}");
        }
        if *ends_open {
            let _ = writeln!(text, "no line end after the last row of {name}: is the file whole?");
        }
    }
}

fn note_text(note: &Note) -> String {
    match note {
        Note::ShortenedIds { rows, file, line } => format!(
            "operation ids of {rows} rows, the first at {}:{line}, look like numbers that a spreadsheet has shortened; \
             different ones may have become equal: export the column as text",
            plain(file)
        ),
        Note::NoKnownOn => {
            "--known-on changes nothing, for no exemption says when it became known (`known_on`)".to_owned()
        }
    }
}
