//! `rates`: what is to be known of tables of rates as a whole, and the built-in ones as files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::error::Error;
use crate::law::{Act, Law, Value};
use crate::output::directory::publish_files;
use crate::period::Day;

/// The acts that no value cites.
pub(crate) fn uncited(law: &Law) -> Vec<&Act> {
    let cited: BTreeSet<&str> =
        law.values().iter().flat_map(|value| value.citation.acts()).map(|act| act.code.as_str()).collect();
    law.acts().filter(|act| !cited.contains(act.code.as_str())).collect()
}

/// The day on which the first series of each section of each file ends, where nothing follows on it: one account of
/// several, say. `None` where no series has an end; what belongs to a regime may end with it, as the regime itself.
pub(crate) fn ends(values: &[Value]) -> BTreeMap<(&str, &str), Option<Day>> {
    let (mut series, mut of_every_one) = (BTreeMap::new(), Vec::new());
    let mut regimes = BTreeMap::<&str, Day>::new();
    for value in values {
        let regime = value.of.get("regime").and_then(|of| of.first()).map(String::as_str);
        let (last, is_of_every_one) = (value.days.last(), value.of.values().any(Vec::is_empty));
        for of in value.series() {
            let key = (value.file.as_str(), value.section, of);
            if is_of_every_one {
                of_every_one.push((key, (last, regime)));
            } else {
                let known = series.entry(key).or_insert((last, regime));
                known.0 = known.0.max(last);
            }
        }
        if let Some(regime) = regime.filter(|_| value.section == "in_force") {
            let known = regimes.entry(regime).or_insert(last);
            *known = last.max(*known);
        }
    }
    for ((file, section, of), (last, regime)) in of_every_one {
        let is_of = |key: &(&str, &str, Vec<&str>)| (key.0, key.1) == (file, section) && key.2.ends_with(&of);
        if !series.keys().any(is_of) {
            series.insert((file, section, of.clone()), (last, regime));
        }
        let known = series.iter_mut().filter(|(key, _)| is_of(key));
        known.for_each(|(_, known)| known.0 = known.0.max(last));
    }
    let mut ends = BTreeMap::<(&str, &str), Option<Day>>::new();
    for ((file, section, _), (last, regime)) in series {
        let needed = regime.and_then(|regime| regimes.get(regime)).copied().unwrap_or(Day::MAX);
        let end = ends.entry((file, section)).or_default();
        *end = end.iter().copied().chain(Some(last).filter(|&last| last < needed)).min();
    }
    ends
}

/// Writes the built-in tables as files to a new directory, which appears complete or not at all.
///
/// # Errors
/// Kind [`crate::ErrorKind::Output`] where something of that name exists, or it cannot be written.
pub fn export(dir: &Path) -> Result<Vec<Error>, Error> {
    let law = Law::builtin()?;
    publish_files(dir, law.tables().iter().map(|table| (table.name.as_str(), table.text.as_str())))
        .map(|published| published.warnings)
}
