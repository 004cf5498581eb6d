//! Whether what a run says of closed months is what its own files have, and the run before.

use serde_json::{Map, Value};

use crate::commands::verify::checks::Verdict;
use crate::error::{Error, ErrorKind};
use crate::period::Month;
use crate::run::record::{Run, previous};
use crate::run::state::{closed_in, closed_in_state};
use crate::run::sums::{by_month, to_json};

/// Compares what is closed with the run's files, and with the run before where it is at hand; nothing where no month is
/// closed.
pub(super) fn check(run: &Run, earlier: Option<&Run>) -> Option<Verdict> {
    let says_so = |run: &Run| !run.json["closed"].is_null() || !run.json["totals"]["closed"].is_null();
    let state_says_so = || closed_in_state(run).is_ok_and(|closed| closed.flatten().is_some());
    if !says_so(run) && !earlier.is_some_and(says_so) && !state_says_so() {
        return None;
    }
    let checked = against_files(run).and_then(|closed| match earlier {
        Some(earlier) => against_earlier(run, closed, earlier).map(|()| Verdict::Holds),
        None => Ok(Verdict::NotChecked("say with --chain where the earlier run is".to_owned())),
    });
    Some(checked.unwrap_or_else(|error| Verdict::Broken(error.to_string())))
}

/// The last month that the receipt has as closed; its own files have nothing of it.
fn against_files(run: &Run) -> Result<Option<Month>, Error> {
    let closed = of_receipt(run)?;
    if let Some(closed) = closed.filter(|_| previous(&run.json).is_empty()) {
        return Err(broken(format!("{closed} is closed, and no earlier run is named that would have it")));
    }
    if let Some(of_state) = closed_in_state(run)?.filter(|&of_state| of_state != closed) {
        let (state, receipt) = (shown(of_state), shown(closed));
        return Err(broken(format!("the state has {state} as closed and the receipt {receipt}")));
    }
    match by_month(run)?.keys().next().filter(|&&first| Some(first) <= closed) {
        Some(first) => Err(broken(format!("the register has {first}, which is closed"))),
        None => Ok(closed),
    }
}

/// That the months that this run closes are those of the run before, to the tiyn, and that nothing else has gone.
fn against_earlier(run: &Run, closed: Option<Month>, earlier: &Run) -> Result<(), Error> {
    let closed_before = of_receipt(earlier)?;
    if closed_before > closed {
        let (before, now) = (shown(closed_before), shown(closed));
        return Err(broken(format!("the run before has {before} as closed and this one {now}")));
    }
    let none = Map::new();
    let totals = &run.json["totals"];
    let said = totals["closed"].as_object().unwrap_or(&none);
    let (mut months, mut open) = (0, 0_u64);
    for (month, sums) in by_month(earlier)? {
        if Some(month) > closed {
            open = open.saturating_add(sums.added.operations);
            continue;
        }
        months += 1;
        let Some(of_receipt) = said.get(&month.to_string()) else {
            return Err(broken(format!("{month} of the run before is closed, and the receipt has no totals of it")));
        };
        same(month, &to_json(&sums), of_receipt)?;
    }
    if said.len() > months {
        return Err(broken("the receipt has totals of a closed month that the run before does not have".to_owned()));
    }
    let on_top_of = totals["earlier"].as_u64().unwrap_or_default();
    if open != on_top_of {
        let message = format!("operations of open months of the run before and those built upon differ: {open} and");
        return Err(broken(format!("{message} {on_top_of}")));
    }
    Ok(())
}

fn same(month: Month, of_register: &Value, of_receipt: &Value) -> Result<(), Error> {
    for (name, value) in of_register.as_object().into_iter().flatten() {
        if of_receipt[name] != *value {
            let message = format!("{name} of {month} in the register of the run before and in the receipt differ");
            return Err(broken(format!("{message}: {value} and {}", of_receipt[name])));
        }
    }
    Ok(())
}

fn of_receipt(run: &Run) -> Result<Option<Month>, Error> {
    closed_in(&run.json).ok_or_else(|| broken("what the receipt has as closed is no month".to_owned()))
}

fn shown(closed: Option<Month>) -> String {
    closed.map_or_else(|| "nothing".to_owned(), |month| month.to_string())
}

fn broken(message: String) -> Error {
    Error::new(ErrorKind::Input, message)
}
