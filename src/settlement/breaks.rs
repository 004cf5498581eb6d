//! Breaks: what does not match, and why.

use std::fmt;

use crate::as_text::{as_text, coded};
use crate::money::{Tenge, TengeSum};
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::settlement::key::Key;
use crate::words::say;

/// A row of one side, or of both, that does not match.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
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
    /// What is left of their row: 0.00 where it was rejected or returned; `None` where they have no row.
    pub theirs: Option<Tenge>,
    /// Their row: its number among the rows they gave, from 0.
    pub row: Option<usize>,
    /// A known mistake that gives their figure, or where the row may belong.
    pub explanation: Option<Explanation>,
}

impl Break {
    /// Theirs − ours, where nothing counts as 0.00.
    pub fn difference(&self) -> TengeSum {
        difference(self.ours, self.theirs)
    }

    /// Month, person and payment.
    pub(crate) fn key(&self) -> Key {
        Key::new(self.iin, self.period, self.payment)
    }

    /// What comes of paying ours where theirs is what ЦС КГД has computed; `None` for ИПН, which the State Corporation
    /// does not hold against it, and where the two come to the same.
    ///
    /// # Law
    /// Order No. 392, Rules, point 15 (2)–(5).
    pub fn consequence(&self) -> Option<Consequence> {
        let (ours, theirs) = (self.ours.unwrap_or_default(), self.theirs.unwrap_or_default());
        if self.payment == Payment::Ipn || ours == theirs {
            return None;
        }
        Some(match (ours > Tenge::ZERO, theirs > Tenge::ZERO) {
            (false, _) => Consequence::Unpaid,
            (true, true) if ours > theirs => Consequence::ExcessReturned,
            (true, _) => Consequence::ReturnedInFull,
        })
    }
}

/// Theirs − ours, where nothing counts as 0.00.
pub(crate) fn difference(ours: Option<Tenge>, theirs: Option<Tenge>) -> TengeSum {
    let tiyn = |amount: Option<Tenge>| i128::from(amount.unwrap_or_default().tiyn());
    TengeSum::from_tiyn(tiyn(theirs) - tiyn(ours))
}

/// What the State Corporation makes of a payment that is not what ЦС КГД has computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Consequence {
    /// Less than computed, or nothing was computed: all comes back.
    ReturnedInFull,
    /// More than computed: the excess comes back.
    ExcessReturned,
    /// Nothing is paid of what was computed.
    Unpaid,
}

impl Consequence {
    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Consequence::ReturnedInFull => "returned-in-full",
            Consequence::ExcessReturned => "excess-returned",
            Consequence::Unpaid => "unpaid",
        }
    }
}

/// In what the sides differ. In alphabetical order of code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BreakKind {
    /// Both have the row, with different amounts.
    Amount,
    /// They have the row more than once; another one of them was compared with ours.
    Duplicate,
    /// We have the row, they do not.
    Missing,
    /// They have rejected all that they had of it.
    Rejected,
    /// They have returned all that they had of it.
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
}

coded!(BreakKind::code, say!("what-break-kind"));
as_text!(BreakKind, str::parse);

/// What gives their figure, to the tiyn, or where the row may belong. Amounts are tried in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Explanation {
    /// Several rows of theirs come to ours.
    PartsAddUp,
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
    /// It stands in a row that could not be taken for its person or month: its number among those that were told to
    /// [`Reconciliation::explain_missing`](crate::settlement::Reconciliation::explain_missing).
    RejectedRow(usize),
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Explanation::PartsAddUp => f.write_str("parts-add-up"),
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
            Explanation::RejectedRow(number) => write!(f, "rejected-row={number}"),
        }
    }
}
