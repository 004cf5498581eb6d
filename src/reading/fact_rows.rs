//! Rows with facts on persons, whatever they come as: each is taken or rejected by the same rules.

use crate::batch::operation::Position;
use crate::batch::rejects::Rejects;
use crate::error::{Error, ErrorKind};
use crate::facts::Facts;
use crate::facts::contractor_set::ContractorSet;
use crate::facts::intake::FactsIntake;
use crate::law::Law;
use crate::period::Day;
use crate::reading::cells::{Cells, at_fault};
use crate::reading::fault::Fault;
use crate::reading::header::mapping::Zeros;
use crate::reading::reasons::Reason;
use crate::reading::{contractors, exemptions};
use crate::reject::{Reject, RejectCounts};
use crate::words::say;

/// What is kept of a row with a regime until overlaps are known: position and text of the regime, about.
const REGIME_BYTES: usize = 64;

/// Facts while their rows come.
pub struct FactRows<'a> {
    law: &'a Law,
    zeros: Zeros,
    /// Exemptions that became known after this day are not used.
    known_on: Option<Day>,
    /// Rows with a regime have their position and the regime's text as origins.
    facts: FactsIntake<(Position, String)>,
    pub(crate) named: ContractorSet,
    pub(crate) rejects: Rejects,
    /// Whether any exemption says when it became known.
    pub(crate) any_known_on: bool,
    /// Rows whose ИИН got its zeros back.
    pub(crate) restored: u64,
    /// Bytes that the facts may take.
    memory: usize,
    /// Once they take more: the rows so far, which are only counted from then on, and the bytes that so many took.
    beyond: Option<(u64, usize)>,
    /// Rows read so far.
    rows: u64,
}

/// What the rows come to.
pub(crate) struct FactsRead {
    pub facts: Facts,
    pub named: ContractorSet,
    pub rejects: Rejects,
}

impl<'a> FactRows<'a> {
    /// None yet; they may take half of this memory.
    pub(crate) fn new(
        law: &'a Law,
        (zeros, known_on): (Zeros, Option<Day>),
        memory: usize,
        rejects: Rejects,
    ) -> FactRows<'a> {
        FactRows {
            law,
            zeros,
            known_on,
            facts: FactsIntake::default(),
            named: ContractorSet::default(),
            rejects,
            any_known_on: false,
            restored: 0,
            memory: memory / 2,
            beyond: None,
            rows: 0,
        }
    }

    /// Takes a row with an exemption, or rejects it; gives whether it was rejected.
    ///
    /// # Errors
    /// Where a reject cannot be kept.
    pub fn exemption<'r>(&mut self, row: &impl Cells<'r>, position: Position) -> Result<bool, Error> {
        let read = exemptions::read(row, self.law, self.zeros);
        let is_rejected = read.is_err();
        match read {
            Ok(read) => {
                self.restored += u64::from(read.is_restored);
                self.any_known_on |= read.known_on.is_some();
                let is_known = read.known_on.zip(self.known_on).is_none_or(|(known, limit)| known <= limit);
                if is_known {
                    // Days the wrong way round were rejected when they were read.
                    let _ = self.facts.exemption(read.exemption);
                }
            }
            Err((iin, fault)) => {
                // What became known later says nothing of then.
                let known_on = exemptions::known_on(row);
                self.any_known_on |= known_on.is_some();
                let is_later = known_on.zip(self.known_on).is_some_and(|(known, limit)| known > limit);
                if let Some(iin) = iin.filter(|_| !is_later) {
                    self.facts.exemption_rejected(iin);
                }
                self.reject(row, position, fault, &exemptions::COLUMNS)?;
            }
        }
        self.check_memory();
        Ok(is_rejected)
    }

    /// The same for a contractor's row.
    ///
    /// # Errors
    /// Where a reject cannot be kept.
    pub fn contractor<'r>(&mut self, row: &impl Cells<'r>, position: Position) -> Result<bool, Error> {
        let read = contractors::read(row, self.law, self.zeros);
        let is_rejected = read.is_err();
        match read {
            Ok(read) => {
                self.restored += u64::from(read.is_restored);
                self.named.insert(read.iin);
                if let Some(regime) = read.regime {
                    // As above.
                    let _ = self.facts.regime(regime, (position, row.shown(contractors::REGIME)));
                }
            }
            Err(bad) => {
                if let Some(iin) = bad.iin {
                    self.named.insert(iin);
                    if bad.has_regime {
                        self.facts.listed(iin);
                    }
                }
                self.reject(row, position, bad.fault, &contractors::COLUMNS)?;
            }
        }
        self.check_memory();
        Ok(is_rejected)
    }

    /// How many rows were rejected for each reason so far.
    pub(crate) fn counts(&self) -> RejectCounts {
        self.rejects.counts
    }

    fn reject<'r>(
        &mut self,
        row: &impl Cells<'r>,
        position: Position,
        fault: Fault,
        columns: &[&str],
    ) -> Result<(), Error> {
        let (field, value) = at_fault(row, columns, fault.column);
        self.rejects.push_told(position, (fault.reject, &fault.reason.held()), [field, &value, ""])
    }

    /// Lets go of everything where it takes more than it may, and goes on counting, to tell what would be needed.
    fn check_memory(&mut self) {
        self.rows += 1;
        if self.beyond.is_some() {
            (self.facts, self.named) = Default::default();
            return;
        }
        let bytes = self.facts.bytes(REGIME_BYTES) + self.named.bytes();
        if bytes > self.memory {
            self.beyond = Some((self.rows, bytes));
        }
    }

    /// The facts that were read; rows of contractors that turn out to overlap are counted among the rejected ones.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Memory`] with what would be needed where they take more than they may; as [`FactsIntake::finish`],
    /// and where a reject cannot be kept.
    pub(crate) fn finish(mut self, threads: usize, contractors_of: &mut RejectCounts) -> Result<FactsRead, Error> {
        if let Some((rows, bytes)) = self.beyond {
            let need = (bytes as u128 * u128::from(self.rows) / u128::from(rows.max(1))) as usize;
            // Half of the memory is for facts.
            let mebibytes = ((2 * need) >> 20) + 1;
            return Err(Error::new(ErrorKind::Memory, say!("facts-need-memory", mebibytes = mebibytes.to_string()))
                .with_hint(say!("facts-need-memory-hint", mebibytes = mebibytes.to_string())));
        }
        self.named.sort();
        let reason = Reason::Overlap.held();
        let regime = contractors::COLUMNS[contractors::REGIME];
        let rejects = &mut self.rejects;
        let facts = self.facts.finish(self.law, threads, |(position, code)| {
            contractors_of.count(Reject::Overlap);
            rejects.push_told(position, (Reject::Overlap, &reason), [regime, &code, ""])
        })?;
        Ok(FactsRead { facts, named: self.named, rejects: self.rejects })
    }
}
