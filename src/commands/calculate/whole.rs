//! A run as a directory: its registers and its receipt.

use std::path::Path;

use crate::commands::Done;
use crate::commands::calculate::Job;
use crate::error::Error;
use crate::payment::Payment;
use crate::reading::header::headings::Kind;
use crate::reading::progress::Progress;
use crate::run::outcome::RunOutcome;
use crate::run::page::WantedFiles;
use crate::run::receipt::options::CalculateOptions;
use crate::run::receipt::totals::{CalculateTotals, FactTotals};
use crate::run::receipt::{Made, Receipt};
use crate::run::registers::Registers;

impl Job {
    /// Calculates and writes everything into a directory that is there and empty.
    ///
    /// # Errors
    /// As [`Job::run`], or where a file cannot be written.
    pub fn write(&self, dir: &Path, wanted: WantedFiles, progress: &Progress) -> Result<Done<RunOutcome>, Error> {
        let mut registers = Registers::create(dir, wanted)?;
        let outcome = self.run(wanted, &mut registers, progress)?;
        let outputs = registers.finish(&outcome, &self.law)?;
        let previous = outcome.earlier.iter().map(|(_, receipt)| receipt.clone()).collect();
        let made = Made::Calculate(self.options(wanted), totals(&outcome));
        let receipt = Receipt::new(made, previous, &outcome.files, &self.law, &outputs);
        let digest = Receipt { closed: outcome.closed, ..receipt }.publish(dir)?;
        Ok(Done { outcome, digest })
    }

    /// What was asked for that bears on the result, beside the inputs and the rates.
    fn options(&self, wanted: WantedFiles) -> CalculateOptions {
        CalculateOptions {
            period: self.period,
            known_on: self.known_on,
            over_limit: self.over_limit,
            lines: wanted.lines,
            keep: wanted.state,
            columns: self.mapping.named(Kind::Operations).collect(),
            ignore_columns: self.mapping.ignored.clone(),
            encoding: self.headers.operations.encoding(),
            restore_zeros: self.mapping.zeros.are_restored(),
            lang: self.language,
        }
    }
}

/// What the receipt says the run came to.
fn totals(outcome: &RunOutcome) -> CalculateTotals {
    let totals = &outcome.totals;
    CalculateTotals {
        operations: outcome.operations.read,
        accepted: outcome.operations.accepted(),
        earlier: outcome.earlier.as_ref().map(|(counted, _)| *counted),
        rejected: outcome.operations.rejected.iter().collect(),
        exemptions: FactTotals::of(&outcome.exemptions),
        contractors: FactTotals::of(&outcome.contractors),
        persons: outcome.persons,
        income: totals.income,
        ipn: totals.amounts[Payment::Ipn],
        opv: totals.amounts[Payment::Opv],
        opvr: totals.amounts[Payment::Opvr],
        so: totals.amounts[Payment::So],
        vosms: totals.amounts[Payment::Vosms],
        withheld: totals.withheld,
        closed: outcome.closing.clone(),
    }
}
