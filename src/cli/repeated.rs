//! What was typed with a repeatable option.

use std::collections::BTreeSet;

/// Each value once and in order, so that equal runs have equal receipts.
pub(crate) fn each_once<T: Ord>(typed: impl IntoIterator<Item = T>) -> Vec<T> {
    typed.into_iter().collect::<BTreeSet<T>>().into_iter().collect()
}
