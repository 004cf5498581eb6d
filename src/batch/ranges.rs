//! Ranges of persons' months of about the same size, in the order of the registers.

use crate::ordered::Ordered;
use crate::withholding::order::PersonMonthKey;

/// Samples that one worker keeps at most.
const SAMPLES_MAX: usize = 8 << 10;

/// A sample of the months that were seen: every so manieth, less often the more there are.
#[derive(Debug)]
pub(crate) struct Sample {
    keys: Vec<PersonMonthKey>,
    every: u32,
    until_next: u32,
}

impl Default for Sample {
    fn default() -> Sample {
        Sample { keys: Vec::new(), every: 1, until_next: 1 }
    }
}

impl Sample {
    /// Counts one operation of this month.
    #[inline]
    pub fn count(&mut self, key: PersonMonthKey) {
        self.until_next -= 1;
        if self.until_next == 0 {
            self.keep(key);
        }
    }

    #[cold]
    fn keep(&mut self, key: PersonMonthKey) {
        if self.keys.len() == SAMPLES_MAX {
            let mut number = 0;
            self.keys.retain(|_| {
                number += 1;
                number % 2 == 0
            });
            self.every = self.every.saturating_mul(2);
        }
        self.keys.push(key);
        self.until_next = self.every;
    }
}

/// The first month of each range but the first.
#[derive(Debug, Default)]
pub(crate) struct Ranges {
    bounds: Vec<PersonMonthKey>,
    ordered: Ordered,
}

/// Bounds are looked for among those of a stretch, of which there are so many: the numbers of persons are dates of birth
/// first, so that they stand close together in few places.
const STRETCHES: u64 = 1 << 16;

/// Ranges are made of about this many bytes of records, so that the tables of one fit a core's cache.
const RANGE_BYTES: u64 = 1 << 20;
/// About so many at most, however large the batch.
pub(crate) const RANGES_MAX: usize = 1024;
/// A range of so many times the bytes that it was to have is divided.
const FAR_TOO_LARGE: u64 = 4;

/// The keys of several workers in order.
fn sorted_keys(samples: &[Sample]) -> Vec<PersonMonthKey> {
    // Workers sample at different rates: those that sample more often are thinned to the rarest.
    let rarest = samples.iter().map(|sample| sample.every).max().unwrap_or(1);
    let mut keys: Vec<PersonMonthKey> = samples
        .iter()
        .flat_map(|sample| sample.keys.iter().step_by((rarest / sample.every.max(1)) as usize))
        .copied()
        .collect();
    keys.sort_unstable();
    keys
}

/// Keys that divide these, which are in order, into about so many equal parts.
fn quantiles(keys: &[PersonMonthKey], parts: u64) -> impl Iterator<Item = PersonMonthKey> {
    let parts = parts.min(RANGES_MAX as u64) as usize;
    (1..parts).filter_map(move |number| keys.get(keys.len() * number / parts)).copied()
}

/// Bytes of records that a range is to have, where there are so many of which each worker may group `budget` bytes at a
/// time.
fn range_bytes(bytes: u64, budget: usize) -> u64 {
    // What a record needs beside itself while it is grouped is some four times its size at most.
    RANGE_BYTES.min(budget as u64 / 8).max(bytes / RANGES_MAX as u64).max(1)
}

impl Ranges {
    /// Ranges for this many bytes of records, of which each worker may group `budget` bytes at a time.
    pub fn for_bytes(sample: Sample, bytes: u64, budget: usize) -> Ranges {
        let keys = sorted_keys(&[sample]);
        Ranges::at(quantiles(&keys, bytes / range_bytes(bytes, budget)).collect())
    }

    /// These ranges, of which those that have come to far too many bytes are divided.
    pub fn divided(&self, samples: &[Sample], bytes: &[u64], budget: usize) -> Ranges {
        let aim = range_bytes(bytes.iter().sum(), budget);
        let is_too_large = |bytes: u64| bytes > (FAR_TOO_LARGE * aim).min((budget as u64 / 6).max(aim));
        let keys = sorted_keys(samples);
        let mut bounds = self.bounds.clone();
        for (number, &bytes) in bytes.iter().enumerate().filter(|&(_, &bytes)| is_too_large(bytes)) {
            let from = keys.partition_point(|&key| key < self.first_of(number));
            let end = self.bounds.get(number).map_or(keys.len(), |end| keys.partition_point(|key| key < end));
            bounds.extend(quantiles(&keys[from..end], bytes.div_ceil(aim)));
        }
        Ranges::at(bounds)
    }

    /// The first month that may be in this range.
    pub fn first_of(&self, number: usize) -> PersonMonthKey {
        number.checked_sub(1).and_then(|before| self.bounds.get(before)).copied().unwrap_or_default()
    }

    fn at(mut bounds: Vec<PersonMonthKey>) -> Ranges {
        bounds.sort_unstable();
        bounds.dedup();
        let ordered = Ordered::new(bounds.iter().map(|bound| bound.number()), STRETCHES);
        Ranges { bounds, ordered }
    }

    pub fn count(&self) -> usize {
        self.bounds.len() + 1
    }

    /// The number of the range that the month is in.
    #[inline]
    pub fn of(&self, key: PersonMonthKey) -> usize {
        let near = self.ordered.around(key.number());
        near.start + self.bounds[near].partition_point(|&bound| bound <= key)
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::*;

    #[test]
    fn a_month_is_in_the_range_whose_first_month_is_not_after_it() {
        let far = 1 << 56;
        for bounds in
            [vec![], vec![7], vec![7, 8, 9], vec![0, 1, 4_095, 4_096, 8_192], vec![3, far - 1, far], vec![far, far + 5]]
        {
            let ranges = Ranges::at(bounds.iter().copied().map(key).collect());
            let near = bounds.iter().flat_map(|&bound| [bound.saturating_sub(1), bound, bound + 1]);
            for number in near.chain([0, 5_000, far / 2, 2 * far]) {
                let before = bounds.iter().filter(|&&bound| bound <= number).count();
                assert_eq!(ranges.of(key(number)), before, "{number} in {bounds:?}");
            }
        }
    }

    fn key(number: u64) -> PersonMonthKey {
        PersonMonthKey::from_number(number)
    }

    fn sample(keys: Range<u64>) -> Sample {
        let mut sample = Sample::default();
        keys.for_each(|number| sample.count(key(number)));
        sample
    }

    /// Of the operations 1, 2, 3, … each is kept until there are 8 192; from the next on every other one of them and
    /// of what follows: 4 096 of the first, and 8 193, 8 195, …, 16 383, which are 4 096 too.
    #[test]
    fn a_sample_has_a_limit_and_keeps_the_same_distance_throughout() {
        assert_eq!(sample(1..8_193).keys.len(), SAMPLES_MAX);
        let thinned = sample(1..16_385);
        let expected = (1..=4_096).map(|half| 2 * half).chain((4_096..8_192).map(|half| 2 * half + 1));
        assert_eq!(thinned.keys, expected.map(key).collect::<Vec<_>>());
        assert_eq!(thinned.every, 2);
        assert_eq!(sample(1..16_386).every, 4);
    }

    #[test]
    fn ranges_have_about_the_bytes_that_a_cache_and_the_budget_hold() {
        let budget = 1 << 30;
        // 8 000 keys in ranges of 1 MiB: 1 000 each.
        let ranges = Ranges::for_bytes(sample(0..8_000), 8 << 20, budget);
        assert_eq!((0..ranges.count()).map(|range| ranges.first_of(range)).collect::<Vec<_>>(), {
            (0..8).map(|range| key(1_000 * range)).collect::<Vec<_>>()
        });
        // An eighth of 1 MiB is 128 KiB, of which 4 MiB have 32; a range has at least one byte.
        assert_eq!(Ranges::for_bytes(sample(0..8_000), 4 << 20, 1 << 20).count(), 32);
        assert_eq!((range_bytes(4 << 20, 1 << 20), range_bytes(0, 0)), (128 << 10, 1));
        // A tebibyte in 1 024 ranges: a gibibyte each.
        assert_eq!(range_bytes(1 << 40, budget), 1 << 30);
        assert_eq!(Ranges::for_bytes(sample(0..8_000), 1 << 40, budget).count(), RANGES_MAX);
        assert_eq!(Ranges::for_bytes(sample(0..0), 4 << 20, budget).count(), 1);
    }

    /// Two ranges of 1 000 and 1 400 keys, of which one has eight times 1 MiB instead of one and is divided into as many, at
    /// each 125 or 175 of its keys; four times as much would not be too large yet.
    #[test]
    fn a_range_that_is_far_too_large_is_divided_and_no_other() {
        let ranges = Ranges::at(vec![key(1_000)]);
        let bounds =
            |bytes: [u64; 2]| ranges.divided(&[sample(0..2_400)], &bytes.map(|times| times << 20), 1 << 30).bounds;
        assert_eq!(bounds([1, 8]), (0..8).map(|part| key(1_000 + 175 * part)).collect::<Vec<_>>());
        assert_eq!(bounds([8, 1]), (1..=8).map(|part| key(125 * part)).collect::<Vec<_>>());
        assert_eq!(bounds([1, 4]), [key(1_000)]);
    }
}
