//! Ranges that have come out too large are divided: where they lie was decided before most operations were there.

use std::sync::{Mutex, PoisonError};

use crate::batch::memory::scatter::{Chunks, Partition, Partitions, Scatter};
use crate::batch::operation::Records;
use crate::batch::ranges::{Ranges, Sample};
use crate::error::Error;
use crate::law::Law;
use crate::threads::{Means, on_threads};

/// The same records in ranges none of which is too large, unless it is one person's month.
pub(crate) fn divide(
    law: &Law,
    (ranges, records): (Ranges, Partitions),
    samples: &[Sample],
    chunks: &Chunks,
    means: Means<'_>,
) -> Result<(Ranges, Partitions), Error> {
    let bytes: Vec<u64> = (0..records.count()).map(|number| records.bytes(number)).collect();
    let divided = ranges.divided(samples, &bytes, means.memory / means.threads());
    if divided.count() == ranges.count() {
        return Ok((ranges, records));
    }
    chunks.allow_move();
    // What is not divided keeps its records.
    let mut kept: Vec<Vec<Partition>> = (0..divided.count()).map(|_| Vec::new()).collect();
    let mut moved = Vec::new();
    for number in 0..records.count() {
        let (first, parts) = (divided.of(ranges.first_of(number)), records.take(number));
        let end = if number + 1 == ranges.count() { divided.count() } else { divided.of(ranges.first_of(number + 1)) };
        if first + 1 == end { kept[first].extend(parts) } else { moved.extend(parts) }
    }
    let moved = Mutex::new(moved);
    let scatter = || Scatter::new(chunks, divided.count(), means.dir);
    let workers = on_threads(means.threads(), scatter, |mut scatter| {
        let mut buffer = Vec::new();
        loop {
            let Some(part) = moved.lock().unwrap_or_else(PoisonError::into_inner).pop() else {
                return Ok(scatter.finish());
            };
            part.take_each_chunk(chunks, &mut buffer, |chunk| {
                Records::new(chunk).try_for_each(|record| {
                    let open = scatter.room(divided.of(record.month(law)))?;
                    record.copy_to(&mut open.writer, &mut open.chunk);
                    Ok(())
                })
            })?;
        }
    })?;
    let mut records = Partitions::from_parts(kept);
    workers.into_iter().for_each(|worker| records.add(worker));
    Ok((divided, records))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::batch::operation::{OperationRef, Position};
    use crate::money::Tenge;
    use crate::person::Iin;
    use crate::withholding::order::PersonMonthKey;

    /// Two ranges, with 4 operations of one person and one of each of 300 others, of 19 bytes: 5 700 are more than four times
    /// the thousand that a range is to have where each worker may group 8 000.
    #[test]
    fn a_range_that_is_too_large_is_divided_and_the_others_keep_their_records() {
        let (law, budget) = (Law::builtin().unwrap(), 8_000);
        let day = "2026-08-05".parse().unwrap();
        let iins: Vec<Iin> = (0..).filter_map(|step| Iin::from_first_eleven(90_010_130_000 + step)).take(301).collect();
        let key = |iin: Iin| PersonMonthKey::on(&law, day, iin);
        let sample = |iins: &[Iin]| {
            let mut sample = Sample::default();
            iins.iter().for_each(|&iin| sample.count(key(iin)));
            sample
        };
        let ranges = Ranges::for_bytes(sample(&iins[..2]), 2_000, budget);
        assert_eq!((ranges.count(), ranges.of(key(iins[0])), ranges.of(key(iins[1]))), (2, 0, 1));
        let chunks = Chunks::new(1 << 20, 1, 64, 64);
        let mut scatter = Scatter::new(&chunks, 2, "".as_ref());
        let rows = std::iter::repeat_n(&iins[0], 3).chain(&iins);
        for (&iin, line) in rows.zip(2..) {
            let income = Tenge::from_tiyn(100);
            let operation = OperationRef { id: b"x", iin, settled_on: day, corrects_on: None, income };
            let open = scatter.room(ranges.of(key(iin))).unwrap();
            open.writer.write(&operation, Position::new(0, line), &mut open.chunk);
        }
        let records = Partitions::new([scatter.finish()]);
        let means = Means::new(1, budget, "".as_ref());
        let (divided, records) = divide(&law, (ranges, records), &[sample(&iins)], &chunks, means).unwrap();
        // 5 700 bytes of a thousand each: six where there was one.
        assert_eq!((divided.count(), records.count()), (7, 7));
        let (mut lines, mut persons) = (BTreeSet::new(), Vec::new());
        for number in 0..divided.count() {
            let mut of_range = BTreeSet::new();
            for part in records.take(number) {
                part.for_each_chunk(&mut Vec::new(), |chunk| {
                    for record in Records::new(chunk) {
                        assert_eq!(divided.of(key(record.iin())), number);
                        lines.insert(record.position.line());
                        of_range.insert(record.iin());
                    }
                    Ok(())
                })
                .unwrap();
            }
            persons.push(of_range.len());
        }
        assert_eq!(lines, (2..306).collect());
        assert_eq!((persons[0], persons.iter().sum::<usize>()), (1, 301));
        assert!(persons[1..].iter().all(|&persons| (45..=55).contains(&persons)), "{persons:?}");
    }
}
