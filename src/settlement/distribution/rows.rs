//! What goes into a distribution, and what comes out, row by row.

use std::fmt;

use crate::batch::Position;
use crate::money::{Tenge, TengeSum};
use crate::payment::{Payment, PerPayment};
use crate::period::Month;
use crate::person::Iin;
use crate::words::{Message, say};

/// A row that was paid: one person of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paid<'a> {
    /// The person, or the text that stands in place of an ИИН.
    pub iin: Result<Iin, &'a str>,
    /// The month.
    pub period: Month,
    /// The payment purpose code, КНП, as it stands.
    pub knp: &'a str,
    /// What was paid, above zero.
    pub amount: Tenge,
    /// The rate in per cent as the purpose names it: `1%`, `3,5 %`; empty where it names none. `None`: what was paid has
    /// no rates, and none is looked for.
    pub rate: Option<&'a str>,
    /// Whether surname and given name are there, or what was paid has no names at all.
    pub is_named: bool,
    /// Where the row stands: file and line.
    pub place: Position,
}

/// What КГД has computed for a person and month: a row of its sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Computed {
    /// The person.
    pub iin: Iin,
    /// The month.
    pub period: Month,
    /// The sums, not below zero. ИПН is not looked at.
    pub amounts: PerPayment<Tenge>,
    /// Where the row stands: file and line.
    pub place: Position,
}

/// What an earlier distribution has distributed of a person, month and payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Distributed {
    /// The person.
    pub iin: Iin,
    /// The month.
    pub period: Month,
    /// The payment.
    pub payment: Payment,
    /// What was distributed, not below zero.
    pub amount: Tenge,
}

/// What becomes of a payment, and why. In the order in which it is decided.
///
/// # Law
/// Rules of Order No. 392, points 11, 14 and 15: [`Reason::points`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Reason {
    /// A wrong ИИН, a КНП of no payment, no surname or given name. That these are the «реквизиты» is inferred.
    Details,
    /// The purpose names no rate.
    RateMissing,
    /// The purpose names a rate that the payment has not in the month.
    RateDiffers,
    /// Paid is what was computed.
    Matches,
    /// Paid is less: all of it comes back.
    LessThanComputed,
    /// Paid is more: the excess comes back.
    MoreThanComputed,
    /// Nothing was computed, for the person is exempt on every day of the month.
    Exempt,
    /// Nothing was computed.
    NotComputed,
    /// Computed and not paid at all.
    Unpaid,
}

impl Reason {
    /// All reasons, in their order.
    pub const ALL: [Reason; 9] = [
        Reason::Details,
        Reason::RateMissing,
        Reason::RateDiffers,
        Reason::Matches,
        Reason::LessThanComputed,
        Reason::MoreThanComputed,
        Reason::Exempt,
        Reason::NotComputed,
        Reason::Unpaid,
    ];

    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Reason::Details => "details",
            Reason::RateMissing => "rate-missing",
            Reason::RateDiffers => "rate-differs",
            Reason::Matches => "matches",
            Reason::LessThanComputed => "less-than-computed",
            Reason::MoreThanComputed => "more-than-computed",
            Reason::Exempt => "exempt",
            Reason::NotComputed => "not-computed",
            Reason::Unpaid => "unpaid",
        }
    }

    /// The points of the Rules that it rests on.
    pub fn points(self) -> &'static [&'static str] {
        match self {
            Reason::Details => &["15(1)"],
            Reason::RateMissing | Reason::RateDiffers => &["11"],
            Reason::Matches => &["14"],
            Reason::LessThanComputed => &["15(2)"],
            Reason::MoreThanComputed => &["15(3)"],
            Reason::Exempt => &["15(1)", "7"],
            Reason::NotComputed => &["15(4)"],
            Reason::Unpaid => &["15(5)"],
        }
    }

    /// The points of the Rules with their act.
    pub fn provision(self) -> Message {
        let place = |point: &str| match point.split_once('(') {
            // Point 15 has paragraphs, no subpoints.
            Some((point, part)) => say!("rules-part", point = point, part = part.trim_end_matches(')')),
            None => say!("rules-point", point = point),
        };
        match *self.points() {
            [first, second] => say!("rules-provision-two", first = place(first), second = place(second)),
            ref points => say!("rules-provision", place = place(points.first().copied().unwrap_or_default())),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

/// Reasons of one row, each once. Shown joined by `|`, in their order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Reasons(u16);

impl Reasons {
    /// The set with this reason added.
    #[must_use]
    pub fn with(self, reason: Reason) -> Reasons {
        Reasons(self.0 | 1 << reason as u16)
    }

    /// Whether the reason is among them.
    pub fn contains(self, reason: Reason) -> bool {
        self.0 >> reason as u16 & 1 == 1
    }

    /// The reasons in their order.
    pub fn iter(self) -> impl Iterator<Item = Reason> {
        Reason::ALL.into_iter().filter(move |&reason| self.contains(reason))
    }
}

impl fmt::Display for Reasons {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter().enumerate().try_for_each(|(number, reason)| {
            f.write_str(if number == 0 { "" } else { "|" })?;
            f.write_str(reason.code())
        })
    }
}

/// What becomes of a person's payment of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct DistributionRow {
    /// The person.
    pub iin: Iin,
    /// The month.
    pub period: Month,
    /// The payment.
    pub payment: Payment,
    /// КГД's sum less what earlier distributions have distributed, at least 0.00.
    pub computed: Tenge,
    /// What was paid.
    pub paid: Tenge,
    /// What goes to the fund.
    pub distributed: Tenge,
    /// Why.
    pub reasons: Reasons,
}

impl DistributionRow {
    /// What comes back: paid − distributed.
    pub fn returned(&self) -> Tenge {
        Tenge::from_tiyn(self.paid.tiyn() - self.distributed.tiyn())
    }

    /// What is still to be paid: computed − distributed.
    pub fn owed(&self) -> Tenge {
        Tenge::from_tiyn(self.computed.tiyn() - self.distributed.tiyn())
    }
}

/// What comes back: a row that was paid, or what is too much of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Returned<'d> {
    /// The person, or the text that stood in place of an ИИН.
    pub iin: Result<Iin, &'d str>,
    /// The month.
    pub period: Month,
    /// The payment; `None`: the КНП is of none.
    pub payment: Option<Payment>,
    /// What comes back, above zero.
    pub amount: Tenge,
    /// Why.
    pub reason: Reason,
    /// Where the row stands; for a sum over several rows the first of them.
    pub place: Position,
}

/// What the rows of a month and payment come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct DistributionTotal {
    /// The month.
    pub period: Month,
    /// The payment; `None`: rows whose КНП is of none.
    pub payment: Option<Payment>,
    /// Persons with a right ИИН and something paid or computed.
    pub persons: u64,
    /// The sum of what was computed.
    pub computed: TengeSum,
    /// The sum of what was paid.
    pub paid: TengeSum,
    /// The sum of what goes to the fund.
    pub distributed: TengeSum,
    /// The sum of what comes back.
    pub returned: TengeSum,
    /// The sum of what is still to be paid.
    pub owed: TengeSum,
}

/// A sum of КГД that is now below what was distributed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Overdistributed {
    /// The person.
    pub iin: Iin,
    /// The month.
    pub period: Month,
    /// The payment.
    pub payment: Payment,
    /// КГД's sum; 0.00 where there is none.
    pub computed: Tenge,
    /// What the earlier distributions have distributed.
    pub distributed: Tenge,
}

/// A row that takes no part in a distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unfit {
    /// Among which rows it stands.
    pub side: Side,
    /// Where it stands.
    pub place: Position,
    /// Why.
    pub fault: UnfitFault,
}

/// The two sides of a distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// What was paid.
    Paid,
    /// What КГД has computed.
    Computed,
}

/// Why a row takes no part in a distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum UnfitFault {
    /// The КНП is that of ИПН or of a penalty, which are not distributed.
    Knp,
    /// The amount paid is not above zero.
    Amount,
    /// КГД's sum of this payment is below zero.
    Sum(Payment),
    /// КГД has the person and month already in a row, which counts.
    Repeated {
        /// The person.
        iin: Iin,
        /// Where the row stands that counts.
        counts: Position,
    },
}

impl UnfitFault {
    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            UnfitFault::Knp => "knp",
            UnfitFault::Amount | UnfitFault::Sum(_) => "amount",
            UnfitFault::Repeated { .. } => "repeated",
        }
    }
}
