//! What is open in the directories beside the run, by their receipts: rows that were not taken, names to be looked at.

use std::collections::BTreeMap;

use crate::commands::report::page::{Warning, numbered};
use crate::language::Language;
use crate::run::receipt::Made;
use crate::run::receipt::entries::Entries;
use crate::run::record::Run;
use crate::run::sums::together;
use crate::words::{say, word};

/// The warnings of directories, in the order in which they were named.
pub(super) fn warnings(dirs: &[Run], language: Language) -> Vec<Warning> {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    dirs.iter().flat_map(|dir| of(&dir.record.made, &mut numbers, language)).collect()
}

/// The warnings of what a command has made.
fn of(made: &Made, numbers: &mut BTreeMap<&str, usize>, language: Language) -> Vec<Warning> {
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
    let number = numbers.entry(title).or_default();
    let what = &numbered(word(language, title), *number, language);
    *number += 1;
    let open = [
        (rejected, say!("report-warning-rejected-of", what = what, count = rejected)),
        (doubts, say!("report-warning-doubts", what = what, count = doubts)),
        (unnamed, say!("report-warning-unnamed", what = what, count = unnamed)),
    ];
    let open = open.into_iter().filter(|(count, _)| *count > 0);
    open.map(|(_, text)| Warning { text: text.say_spaced(language), section }).collect()
}
