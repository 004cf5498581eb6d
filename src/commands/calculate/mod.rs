//! The main job: from files to what a run writes.
//!
//! ```text
//! exemptions, contractors ─ facts ─┬──────────────────────┐
//! operations ────────────── intake ┴ ranges ─ resolve ─ grouping ─ pages ─ registers
//!                              ├ ids ──────────┤
//!                              └ rejects       └ rejects
//! ```

pub(crate) mod intake;
pub(crate) mod whole;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::batch::earlier::Earlier;
use crate::batch::ids::resolve::Keep;
use crate::batch::memory::sorter::Merged;
use crate::batch::operation::Position;
use crate::batch::rejects::{Rejected, Rejects};
use crate::batch::run::BatchRun;
use crate::batch::totals::RowCounts;
use crate::commands::calculate::intake::{Noticed, OperationFiles, Reading};
use crate::error::{Error, ErrorKind};
use crate::facts::Facts;
use crate::facts::contractor_set::ContractorSet;
use crate::language::Language;
use crate::law::{Law, OverLimit};
use crate::period::{Day, Month};
use crate::reading::batch_headers::BatchHeaders;
use crate::reading::each_row::read_rows;
use crate::reading::fact_rows::{FactRows, FactsRead};
use crate::reading::header::headings::Kind;
use crate::reading::header::mapping::Mapping;
use crate::reading::input::{Input, ReadFile};
use crate::reading::progress::Progress;
use crate::reading::sentences::Sentences;
use crate::reject::Reject;
use crate::run::outcome::{Note, RowsFrom, RunOutcome};
use crate::run::page::{CsvPage, WantedFiles};
use crate::run::registers::PageSink;
use crate::run::rejected::RejectedByCode;
use crate::run::rows_out;
use crate::run::state::Continued;
use crate::threads::{Means, beside};
use crate::words::say;

/// What is to be calculated, and with what means.
#[derive(Debug)]
pub(crate) struct Job {
    pub law: Law,
    pub operations: Vec<Input>,
    pub exemptions: Vec<Input>,
    pub contractors: Vec<Input>,
    pub headers: BatchHeaders,
    pub mapping: Mapping,
    pub period: Option<Month>,
    pub over_limit: OverLimit,
    pub known_on: Option<Day>,
    /// The earlier run that the new operations come on top of.
    pub after: Option<Continued>,
    pub threads: usize,
    /// Bytes that may be held beside fixed buffers.
    pub memory: usize,
    /// Where to put what does not fit.
    pub dir: PathBuf,
    /// Of the sentences in files.
    pub language: Language,
}

/// What part of the memory blocks of operations may take while persons are read.
const AHEAD_SHARE: usize = 16;

/// Facts, the operations that count, and what has been read so far.
pub(crate) struct Prepared {
    pub facts: Facts,
    pub named: ContractorSet,
    fact_rejects: Rejects,
    pub outcome: RunOutcome,
}

impl Job {
    /// Reads what is known of persons; another thread, where there may be one, reads the first operations meanwhile.
    pub fn facts(&self, source: &OperationFiles<'_>) -> Result<Prepared, Error> {
        if self.operations.len() + self.exemptions.len() + self.contractors.len() > Position::FILES_MAX {
            return Err(Error::new(ErrorKind::Usage, say!("too-many-files", most = Position::FILES_MAX.to_string())));
        }
        let mut outcome = RunOutcome::default();
        let are_read = AtomicBool::new(self.means().threads() == 1);
        let read_ahead = || source.read_ahead(self.memory / AHEAD_SHARE, &are_read);
        let ((), rows) = beside(read_ahead, || {
            let rows = self.read_facts(&mut outcome);
            are_read.store(true, Ordering::Relaxed);
            rows
        });
        let FactsRead { facts, named, rejects: fact_rejects } =
            rows?.finish(self.means().threads(), &mut outcome.contractors.rejected)?;
        Ok(Prepared { facts, named, fact_rejects, outcome })
    }

    /// How operations are calculated where these facts are known.
    pub fn batch<'a>(&'a self, facts: &'a Facts) -> BatchRun<'a> {
        BatchRun {
            law: &self.law,
            facts,
            period: self.period,
            over_limit: self.over_limit,
            after: self.earlier(),
            means: self.means(),
        }
    }

    /// The operations files.
    pub fn source<'a>(&'a self, progress: &'a Progress) -> OperationFiles<'a> {
        OperationFiles::new(Reading {
            inputs: &self.operations,
            header: &self.headers.operations,
            period: self.period,
            closed: self.earlier().and_then(|earlier| earlier.closed),
            progress,
        })
    }

    fn means(&self) -> Means<'_> {
        Means::new(self.threads, self.memory, &self.dir)
    }

    fn earlier(&self) -> Option<&Earlier> {
        self.after.as_ref().map(|after| &after.earlier)
    }

    fn read_facts(&self, outcome: &mut RunOutcome) -> Result<FactRows<'_>, Error> {
        let rejects = Rejects::new(self.memory / 16, &self.dir);
        let mut rows = FactRows::new(&self.law, (self.mapping.zeros, self.known_on), self.memory, rejects);
        let mut files = self.operations.len()..;
        for (input, file) in self.exemptions.iter().zip(&mut files) {
            let before = rows.counts();
            let (digested, read) =
                read_rows(input, &self.headers.exemptions, |row| rows.exemption(row, Position::new(file, row.line)))?;
            outcome.files.push(ReadFile { kind: Kind::Exemptions, digested, rows: read });
            outcome.exemptions.add(&RowCounts { read, rejected: rows.counts().since(&before) });
        }
        for (input, file) in self.contractors.iter().zip(files) {
            let before = rows.counts();
            rows.named.give();
            let (digested, read) =
                read_rows(input, &self.headers.contractors, |row| rows.contractor(row, Position::new(file, row.line)))?;
            outcome.files.push(ReadFile { kind: Kind::Contractors, digested, rows: read });
            outcome.contractors.add(&RowCounts { read, rejected: rows.counts().since(&before) });
        }
        outcome.restored += rows.restored;
        if self.known_on.is_some() && !rows.any_known_on {
            outcome.notes.push(Note::NoKnownOn);
        }
        Ok(rows)
    }

    /// Adds the operations files to the others, and refuses what does not fit together in all of them.
    pub fn add_operations(&self, source: OperationFiles<'_>, files: &mut Vec<ReadFile>) -> Result<Noticed, Error> {
        let (read, told) = source.finish()?;
        files.splice(..0, read.map(|(digested, rows)| ReadFile { kind: Kind::Operations, digested, rows }));
        self.mapping.check(files.iter())?;
        Ok(told)
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
    pub fn run(&self, wanted: WantedFiles, sink: &mut impl PageSink, progress: &Progress) -> Result<RunOutcome, Error> {
        let source = self.source(progress);
        let Prepared { facts, named, fact_rejects, mut outcome } = self.facts(&source)?;
        let batch = self.batch(&facts);
        let mut keep = |new: u64, pieces: [&[u8]; 2]| sink.operations(new, pieces);
        let keep: Option<Keep<'_>> = if wanted.state { Some(&mut keep) } else { None };
        let mut operations = batch.prepare(&source, keep)?;
        outcome.operations = operations.counts;
        let told = self.add_operations(source, &mut outcome.files)?;
        outcome.restored += told.restored;
        let names = self.file_names();
        let placed = |(rows, first): (u64, Position)| {
            let file = names.get(first.file()).cloned().unwrap_or_default();
            RowsFrom { rows, file, line: first.line() }
        };
        let notes = [
            told.swallowed.told().map(placed).map(Note::Swallowed),
            told.shortened.told().map(placed).map(Note::ShortenedIds),
            told.thousands.told().map(placed).map(Note::Thousands),
        ];
        outcome.notes.splice(..0, notes.into_iter().flatten());
        let mut rejects = std::mem::take(&mut operations.rejects);
        rejects.push(fact_rejects);
        let mut unnamed = 0;
        let (mut over_limit, mut undecided) = (BTreeSet::new(), BTreeSet::new());
        let page = || CsvPage::new(&self.law, wanted, (&facts, &named), self.over_limit);
        let counted = batch.pages(&operations, wanted.lines, page, |page| {
            unnamed += page.unnamed_operations;
            // Pages come month by month, and a person has one row of each.
            for &(iin, is_over) in &page.undecided {
                if over_limit.contains(&iin) {
                    undecided.insert(iin);
                }
                if is_over {
                    over_limit.insert(iin);
                }
            }
            sink.page(page)
        })?;
        if !undecided.is_empty() {
            outcome.notes.push(Note::RegimeUndecided { persons: undecided.len() as u64 });
        }
        // They are not kept, and open months are computed anew.
        let facts = [(Kind::Exemptions, &self.exemptions), (Kind::Contractors, &self.contractors)];
        let had = |kind| self.after.as_ref().is_some_and(|after| after.inputs.contains(kind));
        let left_out = facts.iter().filter(|(kind, now)| now.is_empty() && had(kind));
        let left_out: Vec<Kind> = left_out.map(|&(kind, _)| kind).collect();
        // What was forgotten is no later knowledge.
        if counted.late > 0 && left_out.is_empty() {
            outcome.notes.push(Note::LateFacts { months: counted.late });
        }
        if counted.totals.exempt_below_zero > 0 {
            outcome.notes.push(Note::ExemptBelowZero { rows: counted.totals.exempt_below_zero });
        }
        if counted.totals.of_several_regimes > 0 {
            outcome.notes.push(Note::SeveralRegimes { months: counted.totals.of_several_regimes });
        }
        drop(operations);
        outcome.persons = counted.persons;
        outcome.totals = counted.totals;
        outcome.unnamed_operations = named.are_given().then_some(unnamed);
        if let Some(Continued { earlier, closing, beyond, .. }) = &self.after {
            outcome.earlier = Some((earlier.counted, earlier.receipt.clone()));
            outcome.closed = earlier.closed;
            outcome.closing.clone_from(closing);
            let is_last = outcome.totals.months.is_empty();
            outcome.notes.extend(beyond.filter(|_| is_last).map(|month| Note::ClosedBeyond { month }));
        }
        outcome.notes.extend(left_out.into_iter().map(Note::NoLonger));
        outcome.rejected = self.write_rejects(&Rejects::merge(rejects), sink)?;
        Ok(outcome)
    }

    fn write_rejects(&self, rejects: &Merged, sink: &mut impl PageSink) -> Result<RejectedByCode<Reject>, Error> {
        let names = self.file_names();
        let mut rejected = RejectedByCode::default();
        let mut rows = rejects.read()?;
        let mut bytes = Vec::new();
        let mut sentences = Sentences::new(self.language);
        while let Some(key) = rows.key() {
            let row = Rejected::from_record(key, rows.bytes())?;
            let file = names.get(row.position.file()).map_or("", String::as_str);
            bytes.clear();
            let message = sentences.of_held(&row.reason, &self.law);
            let message = message.unwrap_or_else(|| row.reject.message_in(self.language));
            let texts = [&row.field, &row.value, message];
            rows_out::reject_row((file, row.position.line()), row.reject.code(), texts, &mut bytes);
            sink.reject(&bytes)?;
            rejected.count(row.reject, (file, row.position.line()));
            rows.advance()?;
        }
        Ok(rejected)
    }
}
