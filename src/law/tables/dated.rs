//! Values that hold from one day to another, and how a series of them must fit together.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::error::Error;
use crate::law::citation::Citation;
use crate::law::days::Days;
use crate::law::tables::spot::Spot;
use crate::period::Day;
use crate::words::{Message, say};

/// A value of a table with its days, its citation, and where it stands.
#[derive(Clone)]
pub(in crate::law) struct Dated<'a, T> {
    pub days: Days,
    pub value: T,
    pub citation: Arc<Citation>,
    /// Where `from` and `to` stand.
    pub from: Spot<'a>,
    pub to: Spot<'a>,
}

impl<'a, T> Dated<'a, T> {
    /// The same days and citation with another value.
    pub fn with<U>(&self, value: U) -> Dated<'a, U> {
        Dated { days: self.days, value, citation: Arc::clone(&self.citation), from: self.from, to: self.to }
    }
}

/// The entry that holds on the day.
pub(in crate::law) fn on<'e, 'a, T>(entries: &'e [Dated<'a, T>], day: Day) -> Option<&'e Dated<'a, T>> {
    entries.iter().find(|entry| entry.days.contains(day))
}

/// The values that hold on the day.
#[inline]
pub(in crate::law) fn values_on<T>(values: &[(Days, T)], day: Day) -> impl Iterator<Item = &T> {
    values.iter().filter(move |(days, _)| days.contains(day)).map(|(_, value)| value)
}

/// The value that holds on the day.
#[inline]
pub(in crate::law) fn value_on<T>(series: &[(Days, T)], day: Day) -> Option<&T> {
    values_on(series, day).next()
}

/// The citation that holds on the day.
pub(in crate::law) fn citation_on(series: &[(Days, Arc<Citation>)], day: Day) -> Option<&Citation> {
    value_on(series, day).map(|citation| &**citation)
}

/// The entries of each key, by first day.
pub(in crate::law) fn by_key<'a, K: Ord, T>(entries: Vec<Dated<'a, (K, T)>>) -> BTreeMap<K, Vec<Dated<'a, T>>> {
    let mut series = BTreeMap::<K, Vec<Dated<'a, T>>>::new();
    for Dated { days, value: (key, value), citation, from, to } in entries {
        series.entry(key).or_default().push(Dated { days, value, citation, from, to });
    }
    for entries in series.values_mut() {
        entries.sort_by_key(|entry| entry.days.from);
    }
    series
}

/// Refuses a series, sorted by first day, of which two entries hold on one day, or, unless `gaps`, in which days between
/// two entries have none.
pub(in crate::law) fn fits<T>(entries: &[Dated<'_, T>], what: &Message, gaps: bool) -> Result<(), Error> {
    for (earlier, later) in entries.iter().zip(entries.iter().skip(1)) {
        if earlier.days.overlap(&later.days) {
            return Err(later.from.refuse(say!(
                "dated-overlap",
                what = what.clone(),
                from = later.days.from.to_string(),
                line = earlier.from.line().to_string(),
                days = earlier.days
            )));
        }
    }
    if gaps { Ok(()) } else { no_gap(entries, what) }
}

/// Refuses entries, sorted by first day, between which some day has none.
pub(in crate::law) fn no_gap<T>(entries: &[Dated<'_, T>], what: &Message) -> Result<(), Error> {
    let mut covered: Option<Day> = None;
    for entry in entries {
        if let Some(first_free) = covered.and_then(Day::next)
            && first_free < entry.days.from
            && let Some(last_free) = entry.days.from.previous()
        {
            return Err(gap(entry.from, what, first_free, last_free));
        }
        covered = covered.max(Some(entry.days.last()));
    }
    Ok(())
}

/// Refuses entries, sorted by first day, that begin after the day from which they are needed.
pub(in crate::law) fn begins_by<T>(entries: &[Dated<'_, T>], needed: Day, what: &Message) -> Result<(), Error> {
    match entries.first() {
        Some(first) if first.days.from > needed => match first.days.from.previous() {
            Some(last_free) => Err(gap(first.from, what, needed, last_free)),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

/// Refuses entries, sorted by first day, that end before the day up to which they are needed.
pub(in crate::law) fn ends_by<T>(entries: &[Dated<'_, T>], needed: Day, what: &Message) -> Result<(), Error> {
    let Some(last) = entries.iter().max_by_key(|entry| entry.days.last()) else { return Ok(()) };
    match last.days.last().next() {
        Some(first_free) if first_free <= needed => Err(gap(last.to, what, first_free, needed)),
        _ => Ok(()),
    }
}

fn gap(spot: Spot<'_>, what: &Message, first: Day, last: Day) -> Error {
    let (what, first, last) = (what.clone(), first.to_string(), last.to_string());
    spot.refuse(say!("dated-gap", what = what, first = first, last = last)).with_hint(say!("dated-gap-hint"))
}

/// Refuses an entry that begins or ends inside a month, unless it does so together with what it belongs to (`whole`:
/// the days of the regime, say).
pub(in crate::law) fn changes_with_months<T>(
    entry: &Dated<'_, T>,
    whole: &[Days],
    what: &Message,
) -> Result<(), Error> {
    let Days { from, to } = entry.days;
    if from != from.month().first_day() && !whole.iter().any(|days| days.from == from) {
        return Err(entry.from.refuse(say!("dated-begins-inside", what = what.clone(), day = from.to_string())));
    }
    match to {
        Some(to) if to != to.month().last_day() && !whole.iter().any(|days| days.last() == to) => {
            Err(entry.to.refuse(say!("dated-ends-inside", what = what.clone(), day = to.to_string())))
        }
        _ => Ok(()),
    }
}

/// Days with those that follow without a break made one; `days` is sorted and without overlaps.
pub(in crate::law) fn merged(days: impl Iterator<Item = Days>) -> Vec<Days> {
    let mut whole: Vec<Days> = Vec::new();
    for days in days {
        match whole.last_mut() {
            Some(last) if last.last().next() == Some(days.from) => last.to = days.to,
            _ => whole.push(days),
        }
    }
    whole
}

/// The days, sorted, on which some of these stretches of days begin or have just ended.
pub(in crate::law) fn edges(stretches: impl Iterator<Item = Days>) -> Vec<Day> {
    let mut edges: Vec<Day> = stretches.flat_map(|days| [Some(days.from), days.last().next()]).flatten().collect();
    edges.sort_unstable();
    edges.dedup();
    edges
}

/// Entries for several keys made one entry for each of them.
pub(in crate::law) fn each_key<'a, K, T: Clone>(entries: Vec<Dated<'a, (Vec<K>, T)>>) -> Vec<Dated<'a, (K, T)>> {
    let mut single = Vec::new();
    for mut entry in entries {
        let keys = std::mem::take(&mut entry.value.0);
        single.extend(keys.into_iter().map(|key| entry.with((key, entry.value.1.clone()))));
    }
    single
}
