//! A run as a directory: its registers and its receipt.

use std::path::Path;

use crate::commands::calculate::Job;
use crate::error::Error;
use crate::reading::progress::Progress;
use crate::run::options::Options;
use crate::run::outcome::Outcome;
use crate::run::page::Wanted;
use crate::run::receipt;
use crate::run::registers::Registers;

impl Job {
    /// Calculates and writes everything into a directory that is there and empty; gives the digest of the receipt.
    ///
    /// # Errors
    /// As [`Job::run`], or where a file cannot be written.
    pub fn write(&self, dir: &Path, options: &Options, progress: &Progress) -> Result<(Outcome, String), Error> {
        let wanted = Wanted { lines: options.lines, state: options.keep };
        let mut registers = Registers::create(dir, wanted)?;
        let outcome = self.run(wanted, &mut registers, progress)?;
        let outputs = registers.finish(&outcome, &self.law)?;
        let digest = receipt::write(dir, &options.to_json(), &self.law, &outcome, &outputs)?;
        Ok((outcome, digest))
    }
}
