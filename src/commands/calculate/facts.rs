//! Exemptions and contractors, read before the first operation.

use crate::batch::operation::Position;
use crate::batch::rejects::Rejects;
use crate::batch::totals::RowCounts;
use crate::error::{Error, ErrorKind};
use crate::facts::Facts;
use crate::facts::contractor_set::ContractorSet;
use crate::facts::intake::FactsIntake;
use crate::law::Law;
use crate::period::Day;
use crate::reading::contractors;
use crate::reading::each_row::read_rows;
use crate::reading::encoding::Encoding;
use crate::reading::exemptions;
use crate::reading::fault::Fault;
use crate::reading::headers::Headers;
use crate::reading::input::{Digested, Input};
use crate::reading::operations::Zeros;
use crate::reading::reasons::Reason;
use crate::reading::rows::Row;
use crate::reject::Reject;
use crate::words::say;

/// What is kept of a row with a regime until overlaps are known: position and text of the regime, about.
const REGIME_BYTES: usize = 64;

/// What reading facts has in common for both kinds of file.
pub(crate) struct FactsReader<'a> {
    pub law: &'a Law,
    pub headers: &'a Headers,
    pub zeros: Zeros,
    /// Exemptions that became known after this day are not used.
    pub known_on: Option<Day>,
    /// Rows with a regime have their position and the regime's text as origins.
    pub facts: FactsIntake<(Position, String)>,
    pub named: ContractorSet,
    pub rejects: Rejects,
    /// Whether any exemption says when it became known.
    pub any_known_on: bool,
    /// Rows whose ИИН got its zeros back.
    pub restored: u64,
    /// Bytes that the facts may take.
    pub memory: usize,
    /// Once they take more: the rows so far, which are only counted from then on, and the bytes that so many took.
    pub beyond: Option<(u64, usize)>,
    /// Rows read so far.
    pub rows: u64,
    /// The first row of the file that is no text, and what it looks like.
    pub foreign_row: Option<(u64, Encoding)>,
}

impl FactsReader<'_> {
    /// Reads one exemptions file, whose number among all inputs is `file`.
    pub fn exemptions(&mut self, input: &Input, file: usize) -> Result<(Digested, RowCounts), Error> {
        let before = self.rejects.counts;
        let headers = self.headers;
        let (mut digested, read) = read_rows(input, &headers.exemptions, |row| {
            match exemptions::read(row, self.law, self.zeros) {
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
                    if let Some(iin) = iin {
                        self.facts.exemption_rejected(iin);
                    }
                    self.reject(row, file, fault, &exemptions::COLUMNS)?;
                }
            }
            self.check_memory();
            Ok(())
        })?;
        digested.foreign_row = self.foreign_row.take();
        Ok((digested, self.counts_since(before, read)))
    }

    /// Reads all contractors files; the first has the number `first_file` among all inputs.
    pub fn contractors(&mut self, inputs: &[Input], first_file: usize) -> Result<Vec<(Digested, RowCounts)>, Error> {
        let headers = self.headers;
        let mut read_files = Vec::new();
        for (number, input) in inputs.iter().enumerate() {
            let file = first_file + number;
            let before = self.rejects.counts;
            self.named.give();
            let (mut digested, read) = read_rows(input, &headers.contractors, |row| {
                match contractors::read(row, self.law, self.zeros) {
                    Ok(read) => {
                        self.restored += u64::from(read.is_restored);
                        self.named.insert(read.iin);
                        if let Some(regime) = read.regime {
                            let code = row.encoding().lossy(&row.field(contractors::REGIME).value()).into_owned();
                            // As above.
                            let _ = self.facts.regime(regime, (Position::new(file, row.line), code));
                        }
                    }
                    Err(bad) => {
                        if let Some(iin) = bad.iin {
                            self.named.insert(iin);
                            if bad.has_regime {
                                self.facts.listed(iin);
                            }
                        }
                        self.reject(row, file, bad.fault, &contractors::COLUMNS)?;
                    }
                }
                self.check_memory();
                Ok(())
            })?;
            digested.foreign_row = self.foreign_row.take();
            read_files.push((digested, self.counts_since(before, read)));
        }
        Ok(read_files)
    }

    fn counts_since(&self, before: crate::reject::RejectCounts, read: u64) -> RowCounts {
        RowCounts { read, rejected: self.rejects.counts.since(&before) }
    }

    fn reject(&mut self, row: &Row<'_>, file: usize, fault: Fault, columns: &[&str]) -> Result<(), Error> {
        row.note_foreign(&mut self.foreign_row);
        let position = Position::new(file, row.line);
        let (field, value) = match fault.column {
            Some(column) => (columns[column], row.field(column).value()),
            None => ("", Default::default()),
        };
        self.rejects.push(position, (fault.reject, &fault.reason.held()), field, &row.encoding().lossy(&value))
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
    /// Kind [`ErrorKind::Memory`] with what would be needed where they take more than they may.
    pub fn finish(
        mut self,
        threads: usize,
        contractors_of: &mut RowCounts,
    ) -> Result<(Facts, ContractorSet, Rejects), Error> {
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
            contractors_of.rejected.count(Reject::Overlap);
            rejects.push(position, (Reject::Overlap, &reason), regime, &code)
        })?;
        Ok((facts, self.named, self.rejects))
    }
}
