//! By what the months of a batch are made.

use crate::error::Error;
use crate::facts::Facts;
use crate::law::{Law, OverLimit};
use crate::withholding::month::{OpenMonth, PersonFacts};
use crate::withholding::order::PersonMonthKey;

/// The law, the facts on persons and the policy.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Conditions<'a> {
    pub law: &'a Law,
    pub facts: &'a Facts,
    pub over_limit: OverLimit,
}

impl<'a> Conditions<'a> {
    /// A month of the person with this timeline.
    pub fn open(self, key: PersonMonthKey, timeline: (u32, u32)) -> Result<OpenMonth<'a>, Error> {
        let exemption_rejected = self.facts.exemption_rejected(key.iin());
        let person = PersonFacts { stretches: self.facts.stretches(timeline), exemption_rejected };
        OpenMonth::new(self.law, self.over_limit, person, key)
    }
}
