//! Duplicates taken out of the ranges of persons' months, decided id by id, and what counts of them put back.

use crate::batch::earlier::write_operation;
use crate::batch::ids::duplicates::{Duplicates, Repeat};
use crate::batch::ids::suspects::{self, EARLIER, EachChunk, Finder, ID_PARTITIONS, IdHash, Suspects};
use crate::batch::memory::scatter::{Chunks, Partitions, Scatter};
use crate::batch::months::crossings::Past;
use crate::batch::operation::{Record, Records, cross_out};
use crate::batch::ranges::Ranges;
use crate::error::Error;
use crate::facts::Facts;
use crate::law::Law;
use crate::threads::turns::Turns;
use crate::threads::{Means, Numbers, on_threads};
use crate::withholding::order::PersonMonthKey;

/// Where operations that count are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Target<'a> {
    pub law: &'a Law,
    pub ranges: &'a Ranges,
    pub chunks: &'a Chunks,
}

/// Takes the operations that count, those of earlier runs among them, partition by partition: how many are new, and their
/// bytes as pieces.
pub(crate) type Keep<'a> = &'a mut (dyn FnMut(u64, [&[u8]; 2]) -> Result<(), Error> + Send);

/// Leaves in the ranges the operations that count; those that do not go to a sink of their thread with the reason. Where they
/// are to be kept, they are too, under the regimes of these facts. All earlier operations are gone through.
pub(crate) fn resolve<S: Send>(
    records: &mut Partitions,
    ids: Partitions,
    (past, keep): (&Past<'_>, Option<(Keep<'_>, &Facts)>),
    target: Target<'_>,
    means: Means<'_>,
    sink: impl Fn() -> S,
    rejected: impl Fn(&mut S, &Record<'_>, Repeat) -> Result<(), Error> + Sync,
) -> Result<Vec<S>, Error> {
    target.chunks.allow_move();
    // What is kept is kept by id, every record of it. So the suspects are found partition by partition just before they are
    // decided about, and what earlier runs have kept is read once for both.
    let (found, counted) = match keep {
        Some(_) => (None, Vec::new()),
        None => {
            let (suspects, counted) = suspects::find(&ids, past, target.chunks, means)?;
            (Some(suspects), counted)
        }
    };
    drop(ids);
    if found.as_ref().is_some_and(Suspects::are_none) {
        return Ok(Vec::new());
    }
    // Where there are many suspects, moving all records takes the least memory.
    let few = found.as_ref().filter(|suspects| !suspects.are_many());
    let mut by_id = take_out(records, few, target.chunks, means)?;
    counted.into_iter().for_each(|worker| by_id.add(worker));
    target.chunks.allow_move();
    let numbers = Numbers::below(ID_PARTITIONS);
    let keep = keep.map(|(keep, facts)| (Turns::new(keep, 0), facts));
    let has_failed = || keep.as_ref().is_some_and(|(turns, _)| turns.has_failed());
    let results = on_threads(means.threads(), sink, |mut sink| {
        let (mut kept, mut through) = (Kept::default(), past.through());
        let mut duplicates = Duplicates::new(means.memory / means.threads());
        let mut back = Scatter::new(target.chunks, target.ranges.count(), means.dir);
        let (mut finder, mut of_partition, mut entries) = (Finder::new(), Suspects::none(), Vec::new());
        let mut decide = || {
            while !has_failed()
                && let Some(number) = if found.is_some() { numbers.take() } else { through.next()? }
            {
                let mut partition = by_id.take(number);
                if found.is_none() {
                    let count = suspects::entries_of(&partition, &mut entries)?;
                    let note = |entry| of_partition.note(number, entry);
                    let mut counted = Scatter::new(target.chunks, 1, means.dir);
                    let each_chunk = |each: &mut EachChunk<'_>| each(&entries);
                    finder.find(count, each_chunk, through.operations(), note, |operation| {
                        let open = counted.room(0)?;
                        open.writer.write(operation, EARLIER, &mut open.chunk);
                        Ok(())
                    })?;
                    partition.extend(counted.finish());
                }
                kept.clear();
                let suspects = found.as_ref().unwrap_or(&of_partition);
                duplicates.resolve(&partition, suspects, |record, repeat| {
                    if let Some(repeat) = repeat {
                        return rejected(&mut sink, record, repeat);
                    }
                    if let Some((_, facts)) = &keep {
                        kept.add(record, facts);
                    }
                    let month = PersonMonthKey::on(target.law, record.effective_on(), record.iin());
                    let open = back.room(target.ranges.of(month))?;
                    record.copy_to(&mut open.writer, &mut open.chunk);
                    Ok(())
                })?;
                partition.into_iter().for_each(|part| part.release(target.chunks));
                if let Some((turns, _)) = &keep {
                    let count = kept.places.len() as u64;
                    let pieces = [through.bytes(), kept.in_order()];
                    turns.write(number, |keep| keep(count, pieces))?;
                    turns.end(number, |_| Ok(()))?;
                }
            }
            Ok(())
        };
        let decided = decide();
        if let (Err(_), Some((turns, _))) = (&decided, &keep) {
            turns.fail();
        }
        decided?;
        through.finish();
        Ok((back.finish(), sink))
    })?;
    let (back, sinks): (Vec<_>, Vec<_>) = results.into_iter().unzip();
    back.into_iter().for_each(|worker| records.add(worker));
    Ok(sinks)
}

/// Takes these suspects out of the ranges, or every record where none are named: by the partition of their ids.
fn take_out(
    records: &Partitions,
    suspects: Option<&Suspects>,
    chunks: &Chunks,
    means: Means<'_>,
) -> Result<Partitions, Error> {
    let numbers = Numbers::below(records.count());
    let scatter = || Scatter::new(chunks, ID_PARTITIONS, means.dir);
    let workers = on_threads(means.threads(), scatter, |mut scatter| {
        let (mut buffer, mut hashes, mut places) = (Vec::new(), Vec::new(), Vec::new());
        while let Some(range) = numbers.take() {
            let Some(suspects) = suspects else {
                let mut each = |chunk: &[u8]| {
                    Records::new(chunk).try_for_each(|record| take(&record, IdHash::of(record.id), &mut scatter))
                };
                let mut parts = records.take(range).into_iter();
                parts.try_for_each(|part| part.take_each_chunk(chunks, &mut buffer, &mut each))?;
                continue;
            };
            let mut each = |chunk: &mut [u8]| {
                // All hashes first: then nothing has to wait for where the bit of one of them stands.
                hashes.clear();
                hashes.extend(Records::new(chunk).map(|record| IdHash::of(record.id)));
                places.clear();
                if !hashes.iter().any(|&id| suspects.have(id)) {
                    return Ok(false);
                }
                for (record, &id) in Records::new(chunk).zip(&hashes).filter(|&(_, &id)| suspects.have(id)) {
                    take(&record, id, &mut scatter)?;
                    places.push(record.place);
                }
                places.iter().for_each(|&place| cross_out(chunk, place));
                Ok(true)
            };
            records.look(range, |parts| {
                parts.iter_mut().try_for_each(|part| part.change_each_chunk(&mut buffer, &mut each))
            })?;
        }
        Ok(scatter.finish())
    })?;
    Ok(Partitions::new(workers))
}

/// Gives the record to the partition of its id.
#[inline]
fn take(record: &Record<'_>, id: IdHash, scatter: &mut Scatter<'_>) -> Result<(), Error> {
    let open = scatter.room(id.partition())?;
    record.copy_to(&mut open.writer, &mut open.chunk);
    Ok(())
}

/// The operations of a partition that count, as they are kept.
#[derive(Debug, Default)]
struct Kept {
    /// Of each operation its position and where its bytes stand.
    places: Vec<(u64, u32, u32)>,
    bytes: Vec<u8>,
    ordered: Vec<u8>,
}

impl Kept {
    fn clear(&mut self) {
        self.places.clear();
        self.bytes.clear();
    }

    fn add(&mut self, record: &Record<'_>, facts: &Facts) {
        let operation = record.operation();
        let step = facts.stretch(facts.stretch_on(operation.iin, operation.effective_on()));
        // Without a regime the operation was rejected.
        let Some(regime) = step.regime else { return };
        let from = self.bytes.len() as u32;
        write_operation(&operation, regime, &mut self.bytes);
        self.places.push((record.position.number(), from, self.bytes.len() as u32));
    }

    /// The bytes in the order of files and rows, which does not depend on the threads that read them.
    fn in_order(&mut self) -> &[u8] {
        self.places.sort_unstable();
        self.ordered.clear();
        for &(_, from, to) in &self.places {
            self.ordered.extend_from_slice(&self.bytes[from as usize..to as usize]);
        }
        &self.ordered
    }
}
