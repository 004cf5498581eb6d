//! Breaks: what does not match, and why.

use std::fmt;

use crate::money::{Sum, Tenge};
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;

/// A row of one side, or of both, that does not match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// In what the sides differ.
    pub kind: BreakKind,
    /// The person.
    pub iin: Iin,
    /// The month.
    pub period: Month,
    /// The payment.
    pub payment: Payment,
    /// Our amount; `None` where the break has no row of ours.
    pub ours: Option<Tenge>,
    /// Their amount as their row names it, accepted or not; `None` where they have no row.
    pub theirs: Option<Tenge>,
    /// Their row: its number among the rows they gave, from 0.
    pub row: Option<usize>,
    /// A known mistake that gives their figure, or where the row may belong.
    pub explanation: Option<Explanation>,
}

impl Break {
    /// Theirs − ours, where nothing counts as 0.00.
    pub fn difference(&self) -> Sum {
        let tiyn = |amount: Option<Tenge>| i128::from(amount.unwrap_or_default().tiyn());
        Sum::from_tiyn(tiyn(self.theirs) - tiyn(self.ours))
    }
}

/// In what the sides differ. In alphabetical order of code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BreakKind {
    /// Both have the row, with different amounts.
    Amount,
    /// They have the row more than once; another one of them was compared with ours.
    Duplicate,
    /// We have the row, they do not.
    Missing,
    /// They have rejected the row.
    Rejected,
    /// They have returned the row's money.
    Returned,
    /// They have the row, we do not.
    Unexpected,
}

impl BreakKind {
    /// All kinds.
    pub const ALL: [BreakKind; 6] = [
        BreakKind::Amount,
        BreakKind::Duplicate,
        BreakKind::Missing,
        BreakKind::Rejected,
        BreakKind::Returned,
        BreakKind::Unexpected,
    ];

    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            BreakKind::Amount => "amount",
            BreakKind::Duplicate => "duplicate",
            BreakKind::Missing => "missing",
            BreakKind::Rejected => "rejected",
            BreakKind::Returned => "returned",
            BreakKind::Unexpected => "unexpected",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<BreakKind> {
        BreakKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl fmt::Display for BreakKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

/// What gives their figure, to the tiyn, or where the row may belong. Amounts are tried in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Explanation {
    /// Rate × base before the cap.
    Uncapped,
    /// Only the cap of the monthly limit was applied, not the lower one.
    CappedAtLimitOnly,
    /// Exempt income was not taken out.
    ExemptionIgnored,
    /// Nothing was computed for somebody who is not exempt in whole.
    ExemptionAssumed,
    /// Rounded down.
    RoundedDown,
    /// Rounded up.
    RoundedUp,
    /// Rounded to the tiyn only, halves up.
    NotRounded,
    /// The same row stands under another month, this one.
    OtherPeriod(Month),
    /// The same row stands under another payment, this one.
    OtherPayment(Payment),
    /// The same row stands under another person's number, this one, that differs in one digit or in two neighbouring ones
    /// changed over, the last digit aside, which follows from the others.
    OtherIin(Iin),
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Explanation::Uncapped => f.write_str("uncapped"),
            Explanation::CappedAtLimitOnly => f.write_str("capped-at-limit-only"),
            Explanation::ExemptionIgnored => f.write_str("exemption-ignored"),
            Explanation::ExemptionAssumed => f.write_str("exemption-assumed"),
            Explanation::RoundedDown => f.write_str("rounded-down"),
            Explanation::RoundedUp => f.write_str("rounded-up"),
            Explanation::NotRounded => f.write_str("not-rounded"),
            Explanation::OtherPeriod(period) => write!(f, "other-period={period}"),
            Explanation::OtherPayment(payment) => write!(f, "other-payment={payment}"),
            Explanation::OtherIin(iin) => write!(f, "other-iin={iin}"),
        }
    }
}
