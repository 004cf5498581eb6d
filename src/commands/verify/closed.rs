//! Whether what a run says of closed months is what its own files have, and the run before.

use crate::commands::verify::checks::Verdict;
use crate::error::{Error, ErrorKind};
use crate::period::Month;
use crate::run::receipt::totals::ClosedTotals;
use crate::run::record::Run;
use crate::run::state::{closed_in_state, closed_in_words, state_differs};
use crate::run::sums::{by_month, hold};
use crate::words::{Message, say};

/// Compares what is closed with the run's files, and with the run before where it is at hand; nothing where no month is
/// closed.
pub(super) fn check(run: &Run, earlier: Option<&Run>) -> Option<Verdict> {
    let has_totals = || run.record.calculation().is_ok_and(|(_, totals)| !totals.closed.is_empty());
    let state_says_so = || closed_in_state(run).is_ok_and(|closed| closed.flatten().is_some());
    let before_says_so = || earlier.is_some_and(|earlier| earlier.record.closed.is_some());
    if run.record.closed.is_none() && !has_totals() && !state_says_so() && !before_says_so() {
        return earlier.and_then(|earlier| on_top_of(run, earlier));
    }
    let checked = against_files(run).and_then(|()| match earlier {
        Some(earlier) => against_earlier(run, earlier).map(|()| Verdict::Holds),
        None => Ok(Verdict::not_checked(say!("verify-chain-hint"))),
    });
    Some(checked.unwrap_or_else(Verdict::Broken))
}

/// That the run builds upon as many operations as the run before has, where no month is closed; nothing where it does.
fn on_top_of(run: &Run, earlier: &Run) -> Option<Verdict> {
    let (Ok((_, totals)), Ok((_, before))) = (run.record.calculation(), earlier.record.calculation()) else {
        return None;
    };
    let (builds_upon, counted) = (totals.earlier?, before.counted());
    (builds_upon != counted).then(|| {
        let (before, receipt) = (counted.to_string(), builds_upon.to_string());
        Verdict::broken(say!("earlier-operations-differ", before = before, receipt = receipt))
    })
}

/// That the run's own files have nothing of what is closed.
fn against_files(run: &Run) -> Result<(), Error> {
    let closed = run.record.closed;
    if let Some(closed) = closed.filter(|_| run.record.previous.is_empty()) {
        return Err(broken(say!("closed-without-run", closed = closed.to_string())));
    }
    if let Some(of_state) = closed_in_state(run)?.filter(|&of_state| of_state != closed) {
        return Err(broken(state_differs(of_state, closed)));
    }
    match by_month(run)?.keys().next().filter(|&&first| Some(first) <= closed) {
        Some(first) => Err(broken(say!("closed-in-register", month = first.to_string()))),
        None => Ok(()),
    }
}

/// That the months that this run closes are those of the run before, to the tiyn, and that nothing else has gone.
fn against_earlier(run: &Run, earlier: &Run) -> Result<(), Error> {
    let (closed, closed_before) = (run.record.closed, earlier.record.closed);
    if closed_before > closed {
        let (before, now) = (closed_in_words(closed_before), closed_in_words(closed));
        return Err(broken(say!("closed-less", before = before, now = now)));
    }
    let (_, totals) = run.record.calculation()?;
    let (mut months, mut open) = (0, 0_u64);
    for (month, sums) in by_month(earlier)? {
        if Some(month) > closed {
            open = open.saturating_add(sums.added.operations);
            continue;
        }
        months += 1;
        match totals.closed.get(&month) {
            Some(of_receipt) => are_same(month, &sums.totals(), of_receipt)?,
            None => {
                return Err(broken(say!("closed-without-totals", month = month.to_string())));
            }
        }
    }
    if totals.closed.len() > months {
        return Err(broken(say!("closed-totals-of-none")));
    }
    hold(say!("closed-operations"), open, totals.earlier.unwrap_or_default())
}

fn are_same(month: Month, of_register: &ClosedTotals, of_receipt: &ClosedTotals) -> Result<(), Error> {
    let (one, other) = (of_register, of_receipt);
    let sums = |name| say!("closed-sums", name = name, month = month.to_string());
    hold(sums("operations"), one.operations, other.operations)?;
    hold(sums("persons"), one.persons, other.persons)?;
    hold(sums("income"), one.income, other.income)?;
    for (payment, amount) in one.amounts().iter() {
        hold(sums(payment.code()), *amount, other.amounts()[payment])?;
    }
    hold(sums("withheld"), one.withheld, other.withheld)
}

fn broken(message: Message) -> Error {
    Error::new(ErrorKind::Record, message)
}
