//! The monthly limit of income, beyond which the regime ends.

use crate::law::Limit;
use crate::money::Tenge;
use crate::period::{Day, Month};
use crate::person::Iin;

/// How income above the limit is read (law.md section 4).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum OverLimit {
    /// Bases stop at their caps, the operator goes on withholding.
    #[default]
    Cap,
    /// From the operation that crossed the limit on, nothing of that month is withheld.
    Stop,
}

impl OverLimit {
    /// All policies.
    pub const ALL: [OverLimit; 2] = [OverLimit::Cap, OverLimit::Stop];

    /// The policy's name: `cap`, `stop`.
    pub fn code(self) -> &'static str {
        match self {
            OverLimit::Cap => "cap",
            OverLimit::Stop => "stop",
        }
    }
}

/// The operation with which the running sum first exceeded the limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crossing {
    /// Its effective day.
    pub on: Day,
    /// Its id.
    pub by: String,
}

/// A person's month that is near the limit, over it, or was over it for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitRow {
    /// The person.
    pub iin: Iin,
    /// The month.
    pub period: Month,
    /// Income of the month on the regime that has the limit.
    pub income: Tenge,
    /// The limit.
    pub limit: Tenge,
    /// Where it was first exceeded, in canonical order.
    pub crossed: Option<Crossing>,
}

/// A month is reported from this many per cent of the limit on (formats.md, `limits.csv`).
const NEAR_PERCENT: i128 = 80;

impl LimitRow {
    /// Income above the limit, at least zero.
    pub fn over(&self) -> Tenge {
        Tenge::from_tiyn(self.income.tiyn().saturating_sub(self.limit.tiyn()).max(0))
    }

    /// Income ÷ limit in hundredths of a per cent, **rounded down**; negative as zero.
    pub fn share(&self) -> u64 {
        let income = i128::from(self.income.tiyn().max(0));
        u64::try_from(income * 10_000 / i128::from(self.limit.tiyn().max(1))).unwrap_or(u64::MAX)
    }

    /// Whether the month is to be reported.
    pub fn is_notable(&self) -> bool {
        let near = i128::from(self.income.tiyn()) * 100 >= i128::from(self.limit.tiyn()) * NEAR_PERCENT;
        near || self.crossed.is_some()
    }
}

/// The running sum of a person's month against the limit.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct RunningSum {
    income: i64,
    pub crossed: bool,
}

impl RunningSum {
    /// Counts the next operation in canonical order; `true` for the one that crosses the limit first.
    #[inline]
    pub fn crosses(&mut self, income: Tenge, limit: &Limit) -> bool {
        // The sides of the month's income fit 63 bits (see Tally), so every running sum does.
        self.income = self.income.saturating_add(income.tiyn());
        let now = !self.crossed && self.income > limit.amount.tiyn();
        self.crossed |= now;
        now
    }
}
