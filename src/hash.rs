//! The hashes of ids and persons, the same on every machine.

use std::hash::{BuildHasher, Hasher};

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
