//! What is open in the directories beside the run, by their receipts: rows that were not taken, names to be looked at.

use crate::commands::report::page::Warning;
use crate::language::Language;
use crate::run::receipt::Made;
use crate::run::receipt::entries::Entries;
use crate::run::sums::together;
use crate::words::{say, word};

/// The warnings of what a command has made.
pub(super) fn warnings(made: &Made, language: Language) -> Vec<Warning> {
    let total = |rejected: &Entries<u64>| together(rejected.0.iter().map(|(_, rows)| *rows));
    let (title, section, rejected, doubts, unnamed) = match made {
        Made::Reconcile(_, totals) => ("report-reconciliation", Some("reconciliation"), total(&totals.rejected), 0, 0),
        Made::Distribute(_, totals) => ("report-distribution", Some("distribution"), total(&totals.rejected), 0, 0),
        Made::Lists(_, totals) => ("report-lists", Some("lists"), totals.rejected, totals.doubts, 0),
        Made::Advise(_, totals) => ("report-advice", Some("advice"), totals.rejected, 0, 0),
        Made::Statement(_, totals) => {
            let unnamed = together(totals.months.iter().map(|month| month.unnamed));
            ("report-statement", None, totals.rejected, totals.doubts, unnamed)
        }
        Made::Calculate(..) | Made::Correct(..) | Made::Refunds(..) => return Vec::new(),
    };
    let what = word(language, title);
    let open = [
        (rejected, say!("report-warning-rejected-of", what = what, count = rejected)),
        (doubts, say!("report-warning-doubts", what = what, count = doubts)),
        (unnamed, say!("report-warning-unnamed", what = what, count = unnamed)),
    ];
    let open = open.into_iter().filter(|(count, _)| *count > 0);
    open.map(|(_, text)| Warning { text: text.say(language), section }).collect()
}
