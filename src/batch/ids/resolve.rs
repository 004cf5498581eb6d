//! Duplicates taken out of the ranges of persons' months, decided id by id, and what counts of them put back.

use crate::batch::earlier::write_operation;
use crate::batch::ids::duplicates::{Duplicates, Repeat};
use crate::batch::ids::suspects::{self, EARLIER, EachChunk, Finder, ID_PARTITIONS, IdHash, Suspects};
use crate::batch::memory::scatter::{Chunks, Partition, Partitions, Scatter};
use crate::batch::months::crossings::{Past, Through};
use crate::batch::operation::{Record, Records, cross_out};
use crate::batch::ranges::Ranges;
use crate::error::Error;
use crate::facts::Facts;
use crate::law::Law;
use crate::threads::turns::Turns;
use crate::threads::{Means, Numbers, on_threads};

/// Takes the operations that count, those of earlier runs among them, partition by partition: how many are new, and their
/// bytes as pieces.
pub(crate) type Keep<'a> = &'a mut (dyn FnMut(u64, [&[u8]; 2]) -> Result<(), Error> + Send);

/// What duplicates are found among, and where operations that count are put back.
#[derive(Clone, Copy)]
pub(crate) struct Resolving<'a, 'p> {
    pub past: &'a Past<'p>,
    pub law: &'a Law,
    pub facts: &'a Facts,
    pub ranges: &'a Ranges,
    pub chunks: &'a Chunks,
    pub means: Means<'a>,
}

/// How suspects are found.
enum Way<'k> {
    /// Nothing is kept: they are known of all partitions, of which each is then taken by its number.
    Known(Suspects, Numbers),
    /// What is kept is kept by id, every record of it. So they are found partition by partition just before it is decided
    /// about them, and what earlier runs have kept is read once for both.
    Kept(Turns<'k, Keep<'k>>),
}

impl Resolving<'_, '_> {
    /// Leaves in the ranges the operations that count; those that do not go to a sink of their thread with the reason. Where
    /// they are to be kept, they are too. All earlier operations are gone through.
    pub fn run<'k, S: Send>(
        &self,
        records: &mut Partitions,
        ids: Partitions,
        keep: Option<Keep<'k>>,
        sink: impl Fn() -> S,
        rejected: impl Fn(&mut S, &Record<'_>, Repeat) -> Result<(), Error> + Sync,
    ) -> Result<Vec<S>, Error> {
        self.chunks.allow_move();
        let (way, counted) = self.way(&ids, keep)?;
        drop(ids);
        let suspects = match &way {
            Way::Known(suspects, _) if suspects.are_none() => return Ok(Vec::new()),
            // Where there are many suspects, moving all records takes the least memory.
            Way::Known(suspects, _) => Some(suspects).filter(|suspects| !suspects.are_many()),
            Way::Kept(_) => None,
        };
        let mut by_id = take_out(records, suspects, self.chunks, self.means)?;
        counted.into_iter().for_each(|worker| by_id.add(worker));
        self.chunks.allow_move();
        let results = on_threads(self.means.threads(), sink, |mut sink| {
            let decider = Decider::new(self, &way, &by_id);
            let back = decider.decide_all(|record, repeat| rejected(&mut sink, record, repeat))?;
            Ok((back, sink))
        })?;
        let (back, sinks): (Vec<_>, Vec<_>) = results.into_iter().unzip();
        back.into_iter().for_each(|worker| records.add(worker));
        Ok(sinks)
    }

    /// The way, and what earlier runs have counted of the suspects that are known.
    fn way<'k>(&self, ids: &Partitions, keep: Option<Keep<'k>>) -> Result<(Way<'k>, Vec<Vec<Partition>>), Error> {
        if let Some(keep) = keep {
            return Ok((Way::Kept(Turns::new(keep, 0)), Vec::new()));
        }
        let (suspects, counted) = suspects::find(ids, self.past, self.chunks, self.means)?;
        Ok((Way::Known(suspects, Numbers::below(ID_PARTITIONS)), counted))
    }
}

/// One thread's deciding about partitions of ids.
struct Decider<'r, 'p, 'k> {
    resolving: &'r Resolving<'r, 'p>,
    way: &'r Way<'k>,
    by_id: &'r Partitions,
    through: Through<'r, 'p>,
    finder: Finder,
    entries: Vec<u8>,
    /// Those of its partitions, where they are not known.
    suspects: Suspects,
    duplicates: Duplicates,
    /// What counts, on its way back to the ranges.
    back: Scatter<'r>,
    kept: Kept,
}

impl<'r, 'p, 'k> Decider<'r, 'p, 'k> {
    fn new(resolving: &'r Resolving<'r, 'p>, way: &'r Way<'k>, by_id: &'r Partitions) -> Decider<'r, 'p, 'k> {
        let Resolving { past, ranges, chunks, means, .. } = *resolving;
        Decider {
            resolving,
            way,
            by_id,
            through: past.through(),
            finder: Finder::new(),
            entries: Vec::new(),
            suspects: Suspects::none(),
            duplicates: Duplicates::new(means.memory / means.threads()),
            back: Scatter::new(chunks, ranges.count(), means.dir),
            kept: Kept::default(),
        }
    }

    /// Decides about partitions until all are taken, and gives what counts.
    fn decide_all(
        mut self,
        mut rejected: impl FnMut(&Record<'_>, Repeat) -> Result<(), Error>,
    ) -> Result<Vec<Partition>, Error> {
        while let Some(number) = self.or_fail(Decider::next)? {
            self.or_fail(|decider| decider.decide(number, &mut rejected))?;
        }
        self.through.finish();
        Ok(self.back.finish())
    }

    /// Where it fails, nobody waits for this thread's turn.
    fn or_fail<T>(&mut self, step: impl FnOnce(&mut Self) -> Result<T, Error>) -> Result<T, Error> {
        let done = step(self);
        if let (Err(_), Way::Kept(turns)) = (&done, self.way) {
            turns.fail();
        }
        done
    }

    /// The number of the next partition that no thread has taken; none where another has failed.
    fn next(&mut self) -> Result<Option<usize>, Error> {
        match self.way {
            Way::Known(_, numbers) => Ok(numbers.take()),
            Way::Kept(turns) if turns.has_failed() => Ok(None),
            Way::Kept(_) => self.through.next(),
        }
    }

    fn decide(
        &mut self,
        number: usize,
        rejected: impl FnMut(&Record<'_>, Repeat) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut partition = self.by_id.take(number);
        if let Way::Kept(_) = self.way {
            partition.extend(self.find(number, &partition)?);
        }
        self.put_back(&partition, rejected)?;
        partition.into_iter().for_each(|part| part.release(self.resolving.chunks));
        self.keep(number)
    }

    /// Finds the suspects of a partition, and gives what earlier runs have counted of them.
    fn find(&mut self, number: usize, partition: &[Partition]) -> Result<Vec<Partition>, Error> {
        let Decider { finder, entries, suspects, through, .. } = self;
        let count = suspects::entries_of(partition, entries)?;
        let note = |entry| suspects.note(number, entry);
        let mut counted = Scatter::new(self.resolving.chunks, 1, self.resolving.means.dir);
        let each_chunk = |each: &mut EachChunk<'_>| each(entries);
        let earlier = finder.find((number, count), each_chunk, through.operations(), note, |operation| {
            let open = counted.room(0)?;
            open.writer.write(operation, EARLIER, &mut open.chunk);
            Ok(())
        })?;
        through.found(earlier);
        Ok(counted.finish())
    }

    /// Puts back what counts of a partition, and notes it where it is kept.
    fn put_back(
        &mut self,
        partition: &[Partition],
        mut rejected: impl FnMut(&Record<'_>, Repeat) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let Decider { duplicates, back, kept, .. } = self;
        let Resolving { law, facts, ranges, .. } = *self.resolving;
        kept.clear();
        let (suspects, is_kept) = match self.way {
            Way::Known(suspects, _) => (suspects, false),
            Way::Kept(_) => (&self.suspects, true),
        };
        duplicates.resolve(partition, suspects, |record, repeat| {
            if let Some(repeat) = repeat {
                return rejected(record, repeat);
            }
            if is_kept {
                kept.add(record, facts);
            }
            let open = back.room(ranges.of(record.month(law)))?;
            record.copy_to(&mut open.writer, &mut open.chunk);
            Ok(())
        })
    }

    /// Writes in its turn what is kept of a partition.
    fn keep(&mut self, number: usize) -> Result<(), Error> {
        let Way::Kept(turns) = self.way else { return Ok(()) };
        let count = self.kept.places.len() as u64;
        let pieces = [self.through.bytes(), self.kept.in_order()];
        turns.write(number, |keep| keep(count, pieces))?;
        turns.end(number, |_| Ok(()))
    }
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
        // Without a regime the operation was rejected.
        let Some(regime) = facts.stretch_on(operation.iin, operation.effective_on()).regime else { return };
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
