//! The files of a run.

use std::path::{Path, PathBuf};

use crate::batch::totals::payments;
use crate::error::Error;
use crate::law::Law;
use crate::output::file::{OutputFile, Written};
use crate::output::records::RecordFile;
use crate::records::PaymentRecord;
use crate::run::files::{LIMITS, LINES, PAYMENTS, REGISTER, REJECTS};
use crate::run::outcome::RunOutcome;
use crate::run::page::{CsvPage, WantedFiles};
use crate::run::rows_out;
use crate::run::state::State;

/// Takes what a calculation comes to.
pub(crate) trait PageSink: Send {
    /// The next page of the registers, in order.
    fn page(&mut self, page: &CsvPage<'_>) -> Result<(), Error>;
    /// The next partition of operations that count: those of earlier runs, then so many new ones; where they are kept.
    fn operations(&mut self, new: u64, pieces: [&[u8]; 2]) -> Result<(), Error>;
    /// The next row of `rejects.csv`, in order.
    fn reject(&mut self, row: &[u8]) -> Result<(), Error>;
}

/// Keeps nothing: for `--check`.
pub(crate) struct NoRegisters;

impl PageSink for NoRegisters {
    fn page(&mut self, _: &CsvPage<'_>) -> Result<(), Error> {
        Ok(())
    }

    fn operations(&mut self, _: u64, _: [&[u8]; 2]) -> Result<(), Error> {
        Ok(())
    }

    fn reject(&mut self, _: &[u8]) -> Result<(), Error> {
        Ok(())
    }
}

/// The registers of a run, written into one directory.
#[derive(Debug)]
pub(crate) struct Registers {
    dir: PathBuf,
    register: OutputFile,
    payments: RecordFile<PaymentRecord>,
    limits: OutputFile,
    rejects: OutputFile,
    lines: Option<OutputFile>,
    state: Option<State>,
}

impl Registers {
    /// Creates the files, each with its header.
    pub fn create(dir: &Path, wanted: WantedFiles) -> Result<Registers, Error> {
        Ok(Registers {
            dir: dir.to_path_buf(),
            register: OutputFile::create(dir, REGISTER, rows_out::REGISTER_HEADER)?,
            payments: RecordFile::create(dir, PAYMENTS)?,
            limits: OutputFile::create(dir, LIMITS, rows_out::LIMITS_HEADER)?,
            rejects: OutputFile::create(dir, REJECTS, rows_out::REJECTS_HEADER)?,
            state: wanted.state.then(|| State::create(dir)).transpose()?,
            lines: wanted.lines.then(|| OutputFile::create(dir, LINES, rows_out::LINES_HEADER)).transpose()?,
        })
    }

    /// Writes what to transfer and puts everything on the disk.
    pub fn finish(mut self, outcome: &RunOutcome, law: &Law) -> Result<Vec<Written>, Error> {
        let totals = &outcome.totals;
        for row in payments(totals, law) {
            self.payments.write(&row.record())?;
        }
        let mut written = vec![self.register.finish()?, self.payments.finish()?];
        for file in [Some(self.limits), Some(self.rejects), self.lines].into_iter().flatten() {
            written.push(file.finish()?);
        }
        if let Some(state) = self.state {
            let earlier = outcome.earlier.as_ref().map_or(0, |(counted, _)| *counted);
            let months = totals.months.keys().copied();
            written.extend(state.finish(&self.dir, law, earlier, outcome.closed, months)?);
        }
        Ok(written)
    }
}

impl PageSink for Registers {
    fn page(&mut self, page: &CsvPage<'_>) -> Result<(), Error> {
        self.register.write(&page.register.bytes, page.register.rows)?;
        self.limits.write(&page.limits.bytes, page.limits.rows)?;
        if let Some(state) = &mut self.state {
            state.months(&page.state.bytes, page.state.rows)?;
        }
        match &mut self.lines {
            Some(lines) => lines.write(&page.lines.bytes, page.lines.rows),
            None => Ok(()),
        }
    }

    fn operations(&mut self, new: u64, pieces: [&[u8]; 2]) -> Result<(), Error> {
        match &mut self.state {
            Some(state) => state.operations(new, pieces),
            None => Ok(()),
        }
    }

    fn reject(&mut self, row: &[u8]) -> Result<(), Error> {
        self.rejects.write(row, 1)
    }
}
