//! Exemptions and contractors, read before the first operation.

use crate::batch::operation::Position;
use crate::batch::rejects::Rejects;
use crate::batch::status::Reject;
use crate::batch::totals::RowCounts;
use crate::commands::calculate::Headers;
use crate::error::{Error, ErrorKind};
use crate::facts::overlap::overlapping;
use crate::facts::rows::ContractorRegime;
use crate::facts::{Facts, FactsBuilder};
use crate::law::Law;
use crate::period::Day;
use crate::person::Iin;
use crate::reading::blocks::Blocks;
use crate::reading::contractors;
use crate::reading::encoding::Encoding;
use crate::reading::exemptions;
use crate::reading::fault::Fault;
use crate::reading::header::Header;
use crate::reading::input::{Digested, Input};
use crate::reading::operations::Zeros;
use crate::reading::reasons::Reason;
use crate::reading::rows::Row;

/// Reads the rows of one file, one after another.
pub(crate) fn read_rows(
    input: &Input,
    header: &Header,
    mut each: impl FnMut(&Row<'_>) -> Result<(), Error>,
) -> Result<(Digested, u64), Error> {
    let mut blocks = Blocks::open(input, header)?;
    let mut buffer = Vec::new();
    let mut rows = 0;
    while let Some(block) = blocks.next(buffer)? {
        let mut block_rows = block.rows(&blocks.columns);
        let mut row = block_rows.row();
        while block_rows.read(&mut row) {
            rows += 1;
            each(&row)?;
        }
        buffer = block.bytes;
    }
    Ok((blocks.digested(), rows))
}

/// What is kept of a row with a regime until overlaps are known: position and text of the regime, about.
const REGIME_BYTES: usize = 64;

/// The persons that the contractors files have.
#[derive(Debug, Default)]
pub(crate) struct Named {
    are_given: bool,
    iins: Vec<Iin>,
}

impl Named {
    /// Makes the persons ready to be looked up.
    pub fn sort(&mut self) {
        self.iins.sort_unstable();
        self.iins.dedup();
    }

    /// Whether contractors were given at all.
    pub fn are_given(&self) -> bool {
        self.are_given
    }

    /// Whether contractors were given and this person is not among them.
    pub fn lacks(&self, iin: Iin) -> bool {
        self.are_given && self.iins.binary_search(&iin).is_err()
    }

    pub fn bytes(&self) -> usize {
        self.iins.capacity() * size_of::<Iin>()
    }
}

/// What reading facts has in common for both kinds of file.
pub(crate) struct FactsReader<'a> {
    pub law: &'a Law,
    pub headers: &'a Headers,
    pub zeros: Zeros,
    /// Exemptions that became known after this day are not used.
    pub known_on: Option<Day>,
    pub builder: FactsBuilder,
    pub named: Named,
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
                        self.builder.exemption(read.exemption);
                    }
                }
                Err((iin, fault)) => {
                    if let Some(iin) = iin {
                        self.builder.exemption_rejected(iin);
                    }
                    self.reject(row, file, fault, &exemptions::COLUMNS)?;
                }
            }
            self.check_memory(0);
            Ok(())
        })?;
        digested.foreign_row = self.foreign_row.take();
        Ok((digested, self.counts_since(before, read)))
    }

    /// Reads all contractors files; the first has the number `first_file` among all inputs.
    pub fn contractors(&mut self, inputs: &[Input], first_file: usize) -> Result<Vec<(Digested, RowCounts)>, Error> {
        let headers = self.headers;
        let mut regimes: Vec<ContractorRegime> = Vec::new();
        let mut positions: Vec<(Position, String)> = Vec::new();
        let mut read_files = Vec::new();
        for (number, input) in inputs.iter().enumerate() {
            let file = first_file + number;
            let before = self.rejects.counts;
            self.named.are_given = true;
            let (mut digested, read) = read_rows(input, &headers.contractors, |row| {
                match contractors::read(row, self.law, self.zeros) {
                    Ok(read) => {
                        self.restored += u64::from(read.is_restored);
                        self.named.iins.push(read.iin);
                        if let Some(regime) = read.regime {
                            self.builder.listed(read.iin);
                            let code = row.encoding().lossy(&row.field(contractors::REGIME).value()).into_owned();
                            regimes.push(regime);
                            positions.push((Position::new(file, row.line), code));
                        }
                    }
                    Err(bad) => {
                        if let Some(iin) = bad.iin {
                            self.named.iins.push(iin);
                            if bad.has_regime {
                                self.builder.listed(iin);
                            }
                        }
                        self.reject(row, file, bad.fault, &contractors::COLUMNS)?;
                    }
                }
                self.check_memory(regimes.capacity() * (size_of::<ContractorRegime>() + REGIME_BYTES));
                if self.beyond.is_some() {
                    regimes.clear();
                    positions.clear();
                }
                Ok(())
            })?;
            digested.foreign_row = self.foreign_row.take();
            read_files.push((digested, self.counts_since(before, read)));
        }
        let overlaps = overlapping(&regimes);
        let mut overlap = overlaps.iter().peekable();
        for (number, regime) in regimes.into_iter().enumerate() {
            if overlap.next_if_eq(&&number).is_some() {
                let (position, code) = &positions[number];
                let message = Reason::Overlap.message(self.law);
                let regime = contractors::COLUMNS[contractors::REGIME];
                self.rejects.push(*position, (Reject::Overlap, &message), regime, code)?;
                read_files[position.file() - first_file].1.rejected.count(Reject::Overlap);
            } else {
                self.builder.regime(regime);
            }
        }
        Ok(read_files)
    }

    fn counts_since(&self, before: crate::batch::status::RejectCounts, read: u64) -> RowCounts {
        RowCounts { read, rejected: self.rejects.counts.since(&before) }
    }

    fn reject(&mut self, row: &Row<'_>, file: usize, fault: Fault, columns: &[&str]) -> Result<(), Error> {
        row.note_foreign(&mut self.foreign_row);
        let position = Position::new(file, row.line);
        let (field, value) = match fault.column {
            Some(column) => (columns[column], row.field(column).value()),
            None => ("", Default::default()),
        };
        let message = fault.reason.message(self.law);
        self.rejects.push(position, (fault.reject, &message), field, &row.encoding().lossy(&value))
    }

    /// Lets go of everything where it takes more than it may, and goes on counting, to tell what would be needed.
    fn check_memory(&mut self, beside: usize) {
        self.rows += 1;
        if self.beyond.is_some() {
            (self.builder, self.named) = Default::default();
            return;
        }
        let bytes = self.builder.bytes() + self.named.bytes() + beside;
        if bytes > self.memory {
            self.beyond = Some((self.rows, bytes));
        }
    }

    /// The facts that were read.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Memory`] with what would be needed where they take more than they may.
    pub fn finish(mut self, threads: usize) -> Result<(Facts, Named, Rejects), Error> {
        if let Some((rows, bytes)) = self.beyond {
            let need = (bytes as u128 * u128::from(self.rows) / u128::from(rows.max(1))) as usize;
            // Half of the memory is for facts.
            let mebibytes = ((2 * need) >> 20) + 1;
            return Err(Error::new(
                ErrorKind::Memory,
                format!("the exemptions and contractors need about {mebibytes} MiB, twice what they take themselves"),
            )
            .hint(format!("run with --memory {mebibytes}MiB or more")));
        }
        self.named.sort();
        Ok((self.builder.build(self.law, threads)?, self.named, self.rejects))
    }
}
