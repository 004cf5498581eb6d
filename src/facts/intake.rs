//! What becomes of rows with facts, whoever brings them: a file, a table of columns, a caller.

use crate::error::Error;
#[cfg(feature = "cli")]
use crate::facts::GROWN;
use crate::facts::overlap::overlapping;
use crate::facts::rows::{ContractorRegime, Exemption};
use crate::facts::{Facts, FactsBuilder};
use crate::law::Law;
use crate::person::Iin;
use crate::reject::Reject;

/// Facts while their rows come. A row with a regime has an origin, by which it is found again where it turns out that
/// another one of the same person covers one of its days.
#[derive(Debug)]
pub(crate) struct FactsIntake<O> {
    builder: FactsBuilder,
    regimes: Vec<ContractorRegime>,
    origins: Vec<O>,
}

impl<O> Default for FactsIntake<O> {
    fn default() -> FactsIntake<O> {
        FactsIntake { builder: FactsBuilder::default(), regimes: Vec::new(), origins: Vec::new() }
    }
}

impl<O> FactsIntake<O> {
    /// Takes a category of a person; where it cannot be taken, his rows are noted `exemption-rejected`.
    ///
    /// # Errors
    /// [`Reject::Interval`] where the first day is after the last.
    pub fn exemption(&mut self, exemption: Exemption) -> Result<(), Reject> {
        if exemption.is_backward() {
            self.exemption_rejected(exemption.iin);
            return Err(Reject::Interval);
        }
        self.builder.exemption(exemption);
        Ok(())
    }

    /// Notes that an exemption of this person was rejected.
    pub fn exemption_rejected(&mut self, iin: Iin) {
        self.builder.exemption_rejected(iin);
    }

    /// Takes a regime of a person, who is listed from then on, whatever becomes of the row.
    ///
    /// # Errors
    /// [`Reject::Interval`] where the first day is after the last.
    pub fn regime(&mut self, regime: ContractorRegime, origin: O) -> Result<(), Reject> {
        self.listed(regime.iin);
        if regime.is_backward() {
            return Err(Reject::Interval);
        }
        self.regimes.push(regime);
        self.origins.push(origin);
        Ok(())
    }

    /// Notes that this person has a row with a regime that was rejected.
    pub fn listed(&mut self, iin: Iin) {
        self.builder.listed(iin);
    }

    /// Bytes held so far and needed to build, about; an origin holds so many beside itself.
    #[cfg(feature = "cli")]
    pub fn bytes(&self, origin_bytes: usize) -> usize {
        let row = size_of::<ContractorRegime>() + size_of::<O>() + origin_bytes;
        self.builder.bytes() + GROWN * self.regimes.len() * row
    }

    /// The facts, made on so many threads; the origins of rows that are rejected because two different regimes of a person
    /// cover one day ([`Reject::Overlap`]) go to `overlap`, in the order in which they came.
    ///
    /// # Errors
    /// Kind [`crate::ErrorKind::Overflow`] where they are too many, or what `overlap` gives.
    pub fn finish(
        mut self,
        law: &Law,
        threads: usize,
        mut overlap: impl FnMut(O) -> Result<(), Error>,
    ) -> Result<Facts, Error> {
        let overlaps = overlapping(&self.regimes);
        let mut next = overlaps.iter().peekable();
        for (number, (regime, origin)) in self.regimes.into_iter().zip(self.origins).enumerate() {
            if next.next_if_eq(&&number).is_some() {
                overlap(origin)?;
            } else {
                self.builder.regime(regime);
            }
        }
        self.builder.build(law, threads)
    }
}
