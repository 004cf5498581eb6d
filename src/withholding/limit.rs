//! The monthly limit of income, beyond which the regime ends.

use crate::law::Threshold;
use crate::money::Tenge;
use crate::period::{Day, Month};
use crate::person::Iin;

/// The operation with which the running sum first exceeded the limit.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Crossing {
    /// Its effective day.
    pub on: Day,
    /// Its id.
    pub by: String,
}

/// A person's month that is near the limit, over it, or was over it for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
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
        is_near(self.income, self.limit) || self.crossed.is_some()
    }
}

/// Where a person's month stands against the limit after an income.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum LimitStanding {
    /// Below 80 % of the limit, or the regime has none.
    #[default]
    Below,
    /// From 80 % of the limit up to the limit itself, which is still inside.
    Near,
    /// This income is the one with which the month first exceeds the limit.
    Crosses,
    /// An earlier income exceeded it.
    Over,
}

impl LimitStanding {
    /// The standing's name: `below`, `near`, `crosses`, `over`.
    pub fn code(self) -> &'static str {
        match self {
            LimitStanding::Below => "below",
            LimitStanding::Near => "near",
            LimitStanding::Crosses => "crosses",
            LimitStanding::Over => "over",
        }
    }
}

/// Whether a month is reported.
fn is_near(income: Tenge, limit: Tenge) -> bool {
    i128::from(income.tiyn()) * 100 >= i128::from(limit.tiyn()) * NEAR_PERCENT
}

/// The running sum of a person's month against the limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct RunningSum {
    pub income: i64,
    pub crossed: bool,
}

impl RunningSum {
    /// Counts the next operation in canonical order and tells where the month stands after it.
    #[inline]
    pub fn count(&mut self, income: Tenge, limit: &Threshold) -> LimitStanding {
        // The sides of the month's income fit 63 bits (see Tally, and `state` of what is read), so every running sum does.
        self.income = self.income.saturating_add(income.tiyn());
        if self.crossed {
            return LimitStanding::Over;
        }
        let running = Tenge::from_tiyn(self.income);
        if running > limit.amount {
            self.crossed = true;
            LimitStanding::Crosses
        } else if is_near(running, limit.amount) {
            LimitStanding::Near
        } else {
            LimitStanding::Below
        }
    }
}
