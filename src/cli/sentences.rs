//! What several commands say.

use std::collections::BTreeSet;
use std::path::Path;

use crate::cli::page::{ENCODING, Page, typed};
use crate::commands::periods::{LeftOut, NoMonth, named};
use crate::period::Month;
use crate::reading::header::headings::Kind;
use crate::reject::Reject;
use crate::run::rejected::RejectedByCode;
use crate::shown::plain;
use crate::words::{Message, say};

/// What is doubtful in the contractors files, and what of them was not taken.
pub(crate) fn contractors_doubts(
    page: &mut Page,
    doubts: u64,
    rejected: &RejectedByCode<Reject>,
    are_zeros_restored: bool,
) {
    if doubts > 0 {
        page.say(say!("contractors-doubts", count = doubts));
    }
    for rows in rejected.iter() {
        page.rejected((rows.reject.code(), rows.reject.todo_of_names(are_zeros_restored, page.language)), rows);
    }
    if !rejected.is_empty() {
        page.say(say!("contractors-rejected", rows = rejected.total()));
    }
}

/// Why a run has nothing of these months, and which run has.
pub(crate) fn left_out<'m>(
    page: &mut Page,
    run: &Path,
    left_out: &LeftOut,
    months: impl IntoIterator<Item = &'m Month>,
) {
    let months: BTreeSet<Month> = months.into_iter().copied().collect();
    let (closed, others): (Vec<Month>, Vec<Month>) = months.into_iter().partition(|&month| left_out.is_closed(month));
    if !closed.is_empty() {
        page.say(say!("run-closed-months", months = named(&closed), count = closed.len(), run = typed(run)));
    }
    if let Some(period) = left_out.period().filter(|_| !others.is_empty()) {
        page.say(say!(
            "run-of-one-month",
            months = named(&others),
            count = others.len(),
            run = typed(run),
            period = period.to_string(),
        ));
    }
}

/// That a run has no month, and why.
pub(crate) fn no_month(page: &mut Page, run: &Path, NoMonth { closed }: NoMonth) {
    page.say(match closed {
        Some(month) => say!("run-closed-months", months = month.to_string(), count = 1_u64, run = typed(run)),
        None => say!("run-no-month", run = typed(run)),
    });
}

/// That penalties of КГД which are no more than told could not all be read: in how many rows, and where.
pub(crate) fn unread_penalties(page: &mut Page, (rows, places): &(usize, String)) {
    if *rows > 0 {
        page.say(say!("told-unread-penalties", rows = *rows, places = plain(places)));
    }
}

/// How what did not stay is paid again.
pub(crate) fn next_pay_again(page: &mut Page, reconciliation: &Path) {
    let options = page.options_reading(ENCODING, &[Kind::Kgd]);
    page.next(say!("reconcile-next-again", out = typed(reconciliation), options = options));
}

/// The name of a day or a term of the month by the Rules.
pub(crate) fn month_name(code: &str) -> Message {
    match code {
        "statement" => say!("month-statement"),
        "computed" => say!("month-computed"),
        "payment" => say!("month-payment"),
        "distribution" => say!("month-distribution"),
        "mending" => say!("month-mending"),
        other => Message::from(other),
    }
}

/// That what was to be compared with a run, or to pay in its place, is an output of that run.
pub(crate) fn own_input(page: &mut Page, own: Option<&(String, String)>, run: &Path) {
    if let Some((input, output)) = own {
        page.say(say!("told-own-input", file = plain(input), output = output, dir = typed(run)));
    }
}
