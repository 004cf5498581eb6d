//! From operations in any order to the months of persons: statuses, duplicates, grouping, within a memory budget.

pub(crate) mod assembly;
pub(crate) mod divide;
pub(crate) mod duplicates;
#[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only runs with a directory leave a state"))]
pub(crate) mod earlier;
pub(crate) mod facts;
pub(crate) mod grouping;
pub(crate) mod intake;
pub(crate) mod operation;
pub(crate) mod order;
pub(crate) mod ranges;
pub(crate) mod resolve;
pub(crate) mod scatter;
pub(crate) mod sorter;
pub(crate) mod spill;
pub mod status;
pub(crate) mod suspects;
pub(crate) mod threads;
pub(crate) mod timeline;
pub(crate) mod turns;
pub(crate) mod typed;

use std::hash::{BuildHasher, Hasher};

pub use facts::{ContractorRegime, Exemption};
pub use operation::{Operation, Position};
pub use status::{Reject, RejectCounts};
pub use typed::{Batch, OwnedLine, Withheld};

/// One seed everywhere, so that a run is the same on every machine; equal hashes alone never decide anything.
const HASHER: FixedHash = FixedHash::with_seed(0x0392);

/// How maps and sets of the standard library are hashed.
pub(crate) type FixedHash = foldhash::quality::FixedState;

/// The hash of an id.
#[inline]
pub(crate) fn hash_bytes(bytes: &[u8]) -> u64 {
    let mut hasher = HASHER.build_hasher();
    hasher.write(bytes);
    hasher.finish()
}

/// The hash of a number.
#[inline]
pub(crate) fn hash_number(number: u64) -> u64 {
    let mut hasher = HASHER.build_hasher();
    hasher.write_u64(number);
    hasher.finish()
}
