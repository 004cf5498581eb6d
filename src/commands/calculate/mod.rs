//! The main job: from files to what a run writes.
//!
//! ```text
//! exemptions, contractors ─ facts ─┬──────────────────────┐
//! operations ────────────── intake ┴ ranges ─ resolve ─ grouping ─ pages ─ registers
//!                              ├ ids ──────────┤
//!                              └ rejects       └ rejects
//! ```

pub(crate) mod facts;
pub(crate) mod intake;
pub(crate) mod pages;
pub(crate) mod whole;

use std::path::PathBuf;

use crate::batch::earlier::Earlier;
use crate::batch::ids::resolve::{self, Keep, Target, resolve};
use crate::batch::intake::{Admission, chunks};
use crate::batch::memory::scatter::{Chunks, Partitions};
use crate::batch::memory::sorter::{Merged, Sorter};
use crate::batch::months::crossings::Past;
use crate::batch::months::divide::divide;
use crate::batch::operation::Position;
use crate::batch::ranges::Ranges;
use crate::batch::status::RejectCounts;
use crate::commands::calculate::facts::{FactsReader, Named};
use crate::commands::calculate::intake::{Reading, Taken};
use crate::commands::calculate::pages::Layout;
use crate::error::{Error, ErrorKind};
use crate::facts::{Facts, FactsBuilder};
use crate::law::Law;
use crate::period::{Day, Month};
use crate::progress::Progress;
use crate::reading::encoding::Encoding;
use crate::reading::header::Header;
use crate::reading::headings::Table;
use crate::reading::input::Input;
use crate::reading::mapping::Mapping;
use crate::reading::rejects::{Rejected, Rejects};
use crate::reading::{contractors, exemptions, operations};
use crate::run::outcome::{FirstRejects, Outcome, ReadFile};
use crate::run::page::{Page, Wanted};
use crate::run::registers::PageSink;
use crate::run::rows_out;
use crate::run::totals::Totals;
use crate::threads::Means;
use crate::withholding::limit::OverLimit;
use crate::withholding::month::Terms;

/// What is to be calculated, and with what means.
#[derive(Debug)]
pub(crate) struct Job {
    pub law: Law,
    pub operations: Vec<Input>,
    pub exemptions: Vec<Input>,
    pub contractors: Vec<Input>,
    pub headers: Headers,
    pub mapping: Mapping,
    pub period: Option<Month>,
    pub over_limit: OverLimit,
    pub known_on: Option<Day>,
    /// The state of the earlier run that the new operations come on top of.
    pub after: Option<Earlier>,
    pub threads: usize,
    /// Bytes that may be held beside fixed buffers.
    pub memory: usize,
    /// Where to put what does not fit.
    pub dir: PathBuf,
}

/// What is expected of the headers of each kind of file.
#[derive(Debug, Clone)]
pub(crate) struct Headers {
    pub operations: Header,
    pub exemptions: Header,
    pub contractors: Header,
}

impl Headers {
    /// The headers in this encoding. When an exemption became known bears on nothing where that is not asked.
    ///
    /// # Errors
    /// As [`Header::of`].
    pub fn of(encoding: Encoding, mapping: &Mapping, known_on: Option<Day>) -> Result<Headers, Error> {
        let exemptions = exemptions::header(encoding, mapping)?;
        Ok(Headers {
            operations: operations::header(encoding, mapping)?,
            exemptions: if known_on.is_some() { exemptions } else { exemptions.without_bearing("known_on") },
            contractors: contractors::header(encoding, mapping)?,
        })
    }
}

/// Places of each reject code that the summary names.
const FIRST_REJECTS: usize = 3;

/// Facts, the operations that count by range, and what has been rejected so far.
pub(crate) struct Prepared {
    pub facts: Facts,
    pub bounds: Ranges,
    pub named: Named,
    pub ranges: Partitions,
    pub chunks: Chunks,
    rejects: Vec<Rejects>,
    pub outcome: Outcome,
}

/// The parts of the memory, in sixteenths of what the facts leave: chunks of operations take most of it. What a step
/// holds beside them is given back before the next step.
const CHUNKS_SHARE: usize = 8;
const REJECTS_SHARE: usize = 1;
const STEP_SHARE: usize = 5;

impl Job {
    /// Reads everything and decides which operations count; those are kept for later runs too, where that is wanted.
    pub fn prepare(&self, keep: Option<Keep<'_>>, progress: &Progress) -> Result<Prepared, Error> {
        if self.operations.len() + self.exemptions.len() + self.contractors.len() > Position::FILES_MAX {
            return Err(Error::new(ErrorKind::Usage, format!("more than {} files", Position::FILES_MAX)));
        }
        let mut outcome = Outcome::default();
        let mut rejects = Vec::new();
        let mut fact_files = Vec::new();
        let (facts, named) = self.read_facts(&mut outcome, &mut fact_files, &mut rejects)?;
        let chunks = chunks(self.share(&facts, CHUNKS_SHARE), self.threads);
        let step = self.means(&facts, STEP_SHARE);
        let admission = Admission { law: &self.law, facts: &facts, period: self.period };
        let reading = Reading { inputs: &self.operations, header: &self.headers.operations, admission, progress };
        let Taken { workers, ranges, files } =
            intake::take(reading, &chunks, self.means(&facts, REJECTS_SHARE), step.memory / step.threads)?;
        for (number, mut digested) in files.into_iter().enumerate() {
            digested.foreign_row =
                workers.iter().filter_map(|worker| worker.foreign_rows[number]).min_by_key(|row| row.0);
            let rows = workers.iter().map(|worker| worker.rows[number]).sum();
            outcome.operations.read += rows;
            outcome.files.push(ReadFile { kind: Table::Operations, digested, rows });
        }
        outcome.files.append(&mut fact_files);
        let inputs: Vec<_> = outcome.files.iter().map(|file| (file.kind, &file.digested, file.rows)).collect();
        self.mapping.check(&inputs)?;
        let (mut records, mut ids, mut samples) = (Vec::new(), Vec::new(), Vec::new());
        for worker in workers {
            outcome.operations.rejected.add(&worker.rejects.counts);
            rejects.push(worker.rejects);
            records.push(worker.taken.records);
            ids.push(worker.taken.ids);
            samples.push(worker.taken.sample);
        }
        let (records, ids) = (Partitions::new(records), Partitions::new(ids));
        let (bounds, mut ranges) = divide(&self.law, (ranges, records), &samples, &chunks, step)?;
        if let Some(earlier) = &self.after {
            earlier.verified()?;
        }
        let target = Target { law: &self.law, ranges: &bounds, chunks: &chunks };
        let past = resolve::Past { facts: &facts, earlier: self.after.as_ref(), keep };
        let sink = || Rejects::new(self.share(&facts, REJECTS_SHARE) / self.threads, &self.dir);
        let duplicates = resolve(&mut ranges, ids, past, target, step, sink, intake::reject_duplicate)?;
        for duplicates in duplicates {
            outcome.operations.rejected.add(&duplicates.counts);
            rejects.push(duplicates);
        }
        Ok(Prepared { facts, named, bounds, ranges, chunks, rejects, outcome })
    }

    /// So many sixteenths of the memory that the facts leave.
    fn share(&self, facts: &Facts, sixteenths: usize) -> usize {
        self.memory.saturating_sub(facts.bytes()) / 16 * sixteenths
    }

    fn means(&self, facts: &Facts, sixteenths: usize) -> Means<'_> {
        Means { threads: self.threads, memory: self.share(facts, sixteenths), dir: &self.dir }
    }

    fn read_facts(
        &self,
        outcome: &mut Outcome,
        files: &mut Vec<ReadFile>,
        rejects: &mut Vec<Rejects>,
    ) -> Result<(Facts, Named), Error> {
        let mut reader = FactsReader {
            law: &self.law,
            headers: &self.headers,
            known_on: self.known_on,
            builder: FactsBuilder::default(),
            named: Named::default(),
            rejects: Rejects::new(self.memory / 16, &self.dir),
            memory: self.memory / 2,
            beyond: None,
            rows: 0,
            foreign_row: None,
        };
        let mut file = self.operations.len();
        for input in &self.exemptions {
            let (digested, counts) = reader.exemptions(input, file)?;
            files.push(ReadFile { kind: Table::Exemptions, digested, rows: counts.read });
            outcome.exemptions.add(&counts);
            file += 1;
        }
        for (digested, counts) in reader.contractors(&self.contractors, file)? {
            files.push(ReadFile { kind: Table::Contractors, digested, rows: counts.read });
            outcome.contractors.add(&counts);
        }
        let (facts, named, rejected) = reader.finish(self.threads)?;
        rejects.push(rejected);
        Ok((facts, named))
    }

    /// The names of all inputs, by the number that positions have.
    fn file_names(&self) -> Vec<String> {
        let inputs = self.operations.iter().chain(&self.exemptions).chain(&self.contractors);
        inputs.map(Input::name).collect()
    }

    /// Calculates everything, page by page into the sink.
    ///
    /// # Errors
    /// What reading, writing or adding up fails with; nothing that was written so far is of use then.
    pub fn run(&self, wanted: Wanted, sink: &mut impl PageSink, progress: &Progress) -> Result<Outcome, Error> {
        let mut keep = |new: u64, pieces: [&[u8]; 2]| sink.operations(new, pieces);
        let keep: Option<Keep<'_>> = if wanted.state { Some(&mut keep) } else { None };
        let Prepared { facts, named, bounds, ranges, chunks, rejects, mut outcome } = self.prepare(keep, progress)?;
        let terms = Terms { law: &self.law, facts: &facts, over_limit: self.over_limit };
        let mut persons = Persons::new(self.share(&facts, REJECTS_SHARE), &self.dir);
        let mut totals = Totals::default();
        let mut unnamed = 0;
        let past = Past::read(self.after.as_ref(), (&bounds, &ranges), terms, self.means(&facts, STEP_SHARE))?;
        pages::for_each(
            &ranges,
            &chunks,
            (&past, terms),
            Layout { wanted, named: &named },
            self.means(&facts, STEP_SHARE),
            |page: &Page| {
                sink.page(page)?;
                persons.add(page)?;
                unnamed += page.unnamed_operations;
                totals.merge(&page.totals);
                Ok(())
            },
        )?;
        drop((ranges, chunks));
        outcome.persons = persons.count(&totals)?;
        outcome.unnamed_operations = named.are_given().then_some(unnamed);
        outcome.totals = totals;
        outcome.earlier = self.after.as_ref().map(|earlier| (earlier.counted, earlier.receipt.clone()));
        let counted = outcome.operations.accepted() + outcome.earlier.as_ref().map_or(0, |(counted, _)| *counted);
        if counted != outcome.totals.operations {
            // The operations and the months of a state hold each other; a receipt that fits both may still lie.
            if let Some(earlier) = &self.after {
                return Err(earlier.damaged("months.bin"));
            }
            return Err(Error::new(
                ErrorKind::Operation,
                format!(
                    "{} operations were accepted and {} are in the register: this is a defect of the program",
                    counted, outcome.totals.operations
                ),
            ));
        }
        outcome.first_rejects = self.write_rejects(&Rejects::merge(rejects), sink)?;
        Ok(outcome)
    }

    fn write_rejects(&self, rejects: &Merged, sink: &mut impl PageSink) -> Result<Vec<FirstRejects>, Error> {
        let names = self.file_names();
        let mut first: Vec<FirstRejects> = Vec::new();
        let mut seen = RejectCounts::default();
        let mut rows = rejects.read()?;
        let mut bytes = Vec::new();
        while let Some(key) = rows.key() {
            let row = Rejected::from_record(key, rows.bytes());
            let file = names.get(row.position.file()).map_or("", String::as_str);
            bytes.clear();
            rows_out::reject_row(file, row.position.line(), row.reject, row.field, &row.value, &mut bytes);
            sink.reject(&bytes)?;
            if seen.of(row.reject) < FIRST_REJECTS as u64 {
                let place = (file.to_owned(), row.position.line());
                match first.iter_mut().find(|first| first.reject == row.reject) {
                    Some(first) => first.places.push(place),
                    None => first.push(FirstRejects { reject: row.reject, places: vec![place] }),
                }
            }
            seen.count(row.reject);
            rows.advance()?;
        }
        first.sort_by_key(|first| first.reject);
        Ok(first)
    }
}

/// Distinct persons over all months.
struct Persons {
    /// Where there are several months, the persons of each; they come in order within a month.
    sorter: Sorter,
}

impl Persons {
    fn new(memory: usize, dir: &std::path::Path) -> Persons {
        Persons { sorter: Sorter::new(<[u8]>::cmp, memory, dir) }
    }

    fn add(&mut self, page: &Page) -> Result<(), Error> {
        page.persons.iter().try_for_each(|&iin| self.sorter.push(u128::from(iin), &[]))
    }

    fn count(self, totals: &Totals) -> Result<u64, Error> {
        if let [month] = totals.months.values().collect::<Vec<_>>()[..] {
            return Ok(month.persons);
        }
        let merged = Sorter::merge(vec![self.sorter]);
        let mut sorted = merged.read()?;
        let mut count = 0;
        let mut last = None;
        while let Some(key) = sorted.key() {
            count += u64::from(last != Some(key));
            last = Some(key);
            sorted.advance()?;
        }
        Ok(count)
    }
}
