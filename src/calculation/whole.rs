//! A run as a directory: its registers and its receipt.

use std::path::Path;

use crate::calculation::options::Options;
use crate::calculation::{Job, Outcome};
use crate::error::Error;
use crate::progress::Progress;
use crate::register::{Registers, receipt};

impl Job {
    /// Calculates and writes everything into a directory that is there and empty; gives the digest of the receipt.
    ///
    /// # Errors
    /// As [`Job::run`], or where a file cannot be written.
    pub fn write(&self, dir: &Path, options: &Options, progress: &Progress) -> Result<(Outcome, String), Error> {
        let mut registers = Registers::create(dir, options.lines)?;
        let outcome = self.run(options.lines, &mut registers, progress)?;
        let outputs = registers.finish(&outcome.totals, &self.law)?;
        let digest = receipt::write(dir, &options.to_json(), &self.law, &outcome, &outputs)?;
        Ok((outcome, digest))
    }
}
