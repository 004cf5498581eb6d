//! Ranges that have come out too large are divided: where they lie was decided before most operations were there.

use std::sync::{Mutex, PoisonError};

use crate::batch::memory::scatter::{Chunks, Partition, Partitions, Scatter};
use crate::batch::operation::Records;
use crate::batch::ranges::{Ranges, Sample};
use crate::error::Error;
use crate::law::Law;
use crate::threads::{Means, on_threads};
use crate::withholding::order::PersonMonthKey;

/// The same records in ranges none of which is too large, unless it is one person's month.
pub(crate) fn divide(
    law: &Law,
    (ranges, records): (Ranges, Partitions),
    samples: &[Sample],
    chunks: &Chunks,
    means: Means<'_>,
) -> Result<(Ranges, Partitions), Error> {
    let bytes: Vec<u64> = (0..records.count()).map(|number| records.bytes(number)).collect();
    let divided = ranges.divided(samples, &bytes, means.memory / means.threads);
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
    let workers = on_threads(means.threads, scatter, |mut scatter| {
        let mut buffer = Vec::new();
        loop {
            let Some(part) = moved.lock().unwrap_or_else(PoisonError::into_inner).pop() else {
                return Ok(scatter.finish());
            };
            part.take_each_chunk(chunks, &mut buffer, |chunk| {
                Records::new(chunk).try_for_each(|record| {
                    let key = PersonMonthKey::on(law, record.effective_on(), record.iin());
                    let open = scatter.room(divided.of(key))?;
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
