//! What stands in order: the few numbers among which one is to be looked for, and the rows that come first.

use std::ops::Range;

/// For each stretch of 2^`bits` numbers from the first one on, how many stand before it, so that a search looks at few.
#[derive(Debug, Default)]
pub(crate) struct Ordered {
    first: u64,
    bits: u32,
    before: Vec<u32>,
}

impl Ordered {
    /// Of these numbers, which are in order, in at least so many stretches and less than twice as many.
    pub fn new(numbers: impl DoubleEndedIterator<Item = u64> + Clone, stretches: u64) -> Ordered {
        let (Some(first), Some(last)) = (numbers.clone().next(), numbers.clone().next_back()) else {
            return Ordered::default();
        };
        let bits = ((last - first) / stretches.max(1)).checked_ilog2().unwrap_or(0);
        let mut before: Vec<u32> = Vec::with_capacity(((last - first) >> bits) as usize + 2);
        let mut count = 0;
        for number in numbers {
            let stretch = (number - first) >> bits;
            // Stretches up to the number's own begin before it.
            before.resize(before.len().max(stretch as usize + 1), count);
            count += 1;
        }
        before.push(count);
        Ordered { first, bits, before }
    }

    /// The places of all that may be equal to the number: those before are less, and those behind are greater.
    #[inline]
    pub fn around(&self, number: u64) -> Range<usize> {
        let Some(last) = self.before.len().checked_sub(2) else { return 0..0 };
        let stretch = (number.saturating_sub(self.first) >> self.bits).min(last as u64) as usize;
        self.before[stretch] as usize..self.before[stretch + 1] as usize
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.before.capacity() * size_of::<u32>()
    }
}

/// The leading rows for which the condition holds; they are taken off.
#[inline]
pub(crate) fn leading<'r, T>(rows: &mut &'r [T], own: impl Fn(&T) -> bool) -> &'r [T] {
    let count = rows.iter().take_while(|row| own(row)).count();
    rows.split_off(..count).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_before_the_places_are_less_and_all_behind_are_greater() {
        let far = 1 << 56;
        for numbers in
            [vec![], vec![7], vec![7, 8, 9], vec![0, 1, 4_095, 4_096, 8_192], vec![3, far - 1, far], vec![far, far + 5]]
        {
            for stretches in [0, 1, 3, 1 << 16] {
                let ordered = Ordered::new(numbers.iter().copied(), stretches);
                let near = numbers.iter().flat_map(|&number| [number.saturating_sub(1), number, number + 1]);
                for number in near.chain([0, 5_000, far / 2, 2 * far]) {
                    let Range { start, end } = ordered.around(number);
                    assert!(numbers[..start].iter().all(|&before| before < number), "{number} in {numbers:?}");
                    assert!(numbers[end..].iter().all(|&behind| behind > number), "{number} in {numbers:?}");
                }
            }
        }
    }

    /// Else every search would go through all of them. 2⁴⁰ from the first to the last in stretches of 2²⁴.
    #[test]
    fn there_are_as_many_stretches_as_are_asked_for() {
        let ordered = Ordered::new([1 << 55, (1 << 55) + (1 << 40)].into_iter(), 1 << 16);
        assert_eq!((ordered.bits, ordered.before.len()), (24, (1 << 16) + 2));
        assert_eq!((ordered.around(1 << 55), ordered.around((1 << 55) + (1 << 40))), (0..1, 1..2));
    }
}
