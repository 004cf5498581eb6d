//! The one status that every row ends in, in the order of precedence of the contract.

use crate::as_text::{as_text, coded};
use crate::language::Language;
use crate::words::{say, word};

/// Why a row is rejected: the first that applies, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[non_exhaustive]
pub enum Reject {
    /// Fewer fields than the header or more that are not empty, bad quoting, bad text in a field that is read.
    MalformedRow,
    /// The operation's id is missing or longer than 64 bytes.
    OperationId,
    /// Not 12 digits, or all zeros.
    Iin,
    /// The 12th digit is wrong.
    IinCheckDigit,
    /// A field that should be a day is none.
    Date,
    /// `corrects_on` is after `settled_on`.
    CorrectsLater,
    /// The income is against the grammar of money.
    Income,
    /// The income is beyond ±999 999 999 999.99.
    IncomeRange,
    /// No rates are in force on the effective day.
    NoRates,
    /// The effective day is not in the period asked for.
    OutsidePeriod,
    /// The effective day is in a month that is closed.
    ClosedMonth,
    /// The contractor is listed, and no regime is in force on the effective day.
    NoRegime,
    /// Rows with one id differ: every row of that id.
    ConflictingDuplicate,
    /// Rows with one id are equal: every row but the first.
    Duplicate,
    /// An exemption's category is unknown.
    Category,
    /// A contractor's regime is unknown.
    Regime,
    /// The first day is after the last.
    Interval,
    /// Two different regimes of a contractor on one day: both rows.
    Overlap,
}

impl Reject {
    /// All codes, in order of precedence.
    pub const ALL: [Reject; 18] = [
        Reject::MalformedRow,
        Reject::OperationId,
        Reject::Iin,
        Reject::IinCheckDigit,
        Reject::Date,
        Reject::CorrectsLater,
        Reject::Income,
        Reject::IncomeRange,
        Reject::NoRates,
        Reject::OutsidePeriod,
        Reject::ClosedMonth,
        Reject::NoRegime,
        Reject::ConflictingDuplicate,
        Reject::Duplicate,
        Reject::Category,
        Reject::Regime,
        Reject::Interval,
        Reject::Overlap,
    ];

    /// The stable code, as in `rejects.csv`.
    pub fn code(self) -> &'static str {
        match self {
            Reject::MalformedRow => "malformed-row",
            Reject::OperationId => "operation-id",
            Reject::Iin => "iin",
            Reject::IinCheckDigit => "iin-check-digit",
            Reject::Date => "date",
            Reject::CorrectsLater => "corrects-later",
            Reject::Income => "income",
            Reject::IncomeRange => "income-range",
            Reject::NoRates => "no-rates",
            Reject::OutsidePeriod => "outside-period",
            Reject::ClosedMonth => "closed-month",
            Reject::NoRegime => "no-regime",
            Reject::ConflictingDuplicate => "conflicting-duplicate",
            Reject::Duplicate => "duplicate",
            Reject::Category => "category",
            Reject::Regime => "regime",
            Reject::Interval => "interval",
            Reject::Overlap => "overlap",
        }
    }

    /// The fixed sentence of the code, in English.
    pub fn message(self) -> &'static str {
        self.message_in(Language::En)
    }

    /// The fixed sentence of the code, in this language.
    pub fn message_in(self, language: Language) -> &'static str {
        word(language, self.keys().0)
    }

    /// What to do about rows with this code, in this language.
    #[cfg(feature = "cli")]
    pub(crate) fn todo_in(self, language: Language) -> &'static str {
        word(language, self.keys().1)
    }

    /// Whether rows may come back with this although nothing in them is wrong.
    #[cfg(feature = "cli")]
    pub(crate) fn is_of_sound_rows(self) -> bool {
        matches!(self, Reject::OutsidePeriod | Reject::ClosedMonth | Reject::Duplicate)
    }

    /// The same where zeros in front of an ИИН were put back already, if they were, and `rejects.csv` is written, if it is.
    #[cfg(feature = "cli")]
    pub(crate) fn todo_after(self, are_zeros_restored: bool, has_file: bool, language: Language) -> &'static str {
        match self {
            Reject::Iin if are_zeros_restored => word(language, "todo-iin-restored"),
            Reject::Category if !has_file => word(language, "todo-category-shown"),
            Reject::Regime if !has_file => word(language, "todo-regime-shown"),
            _ => self.todo_in(language),
        }
    }

    /// The same for a contractors file of a command where `--contractors-encoding` is the option for its encoding.
    #[cfg(feature = "cli")]
    pub(crate) fn todo_of_names(self, are_zeros_restored: bool, language: Language) -> &'static str {
        match self {
            Reject::MalformedRow => word(language, "todo-malformed-contractor"),
            _ => self.todo_after(are_zeros_restored, true, language),
        }
    }

    /// The keys of what is wrong and of what to do.
    fn keys(self) -> (&'static str, &'static str) {
        match self {
            Reject::MalformedRow => ("reject-malformed-row", "todo-malformed-row"),
            Reject::OperationId => ("reject-operation-id", "todo-operation-id"),
            Reject::Iin => ("reject-iin", "todo-iin"),
            Reject::IinCheckDigit => ("reject-iin-check-digit", "todo-iin-check-digit"),
            Reject::Date => ("reject-date", "todo-date"),
            Reject::CorrectsLater => ("reject-corrects-later", "todo-corrects-later"),
            Reject::Income => ("reject-income", "todo-income"),
            Reject::IncomeRange => ("reject-income-range", "todo-income-range"),
            Reject::NoRates => ("reject-no-rates", "todo-no-rates"),
            Reject::OutsidePeriod => ("reject-outside-period", "todo-outside-period"),
            Reject::ClosedMonth => ("reject-closed-month", "todo-closed-month"),
            Reject::NoRegime => ("reject-no-regime", "todo-no-regime"),
            Reject::ConflictingDuplicate => ("reject-conflicting-duplicate", "todo-conflicting-duplicate"),
            Reject::Duplicate => ("reject-duplicate", "todo-duplicate"),
            Reject::Category => ("reject-category", "todo-category"),
            Reject::Regime => ("reject-regime", "todo-regime"),
            Reject::Interval => ("reject-interval", "todo-interval"),
            Reject::Overlap => ("reject-overlap", "todo-overlap"),
        }
    }

    /// The code that [`Reject`] `as u8` was taken from.
    pub(crate) fn from_number(number: u8) -> Option<Reject> {
        Reject::ALL.get(usize::from(number)).copied()
    }
}

coded!(Reject::code, say!("what-reject"));
as_text!(Reject, str::parse);

/// Rows rejected, counted by code.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RejectCounts([u64; Reject::ALL.len()]);

impl RejectCounts {
    /// Counts one more row.
    pub(crate) fn count(&mut self, reject: Reject) {
        self.0[reject as usize] += 1;
    }

    /// Adds what another counter has counted.
    pub(crate) fn add(&mut self, other: &RejectCounts) {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count += more;
        }
    }

    /// What was counted since the counter stood so.
    #[cfg(feature = "cli")]
    pub(crate) fn since(&self, before: &RejectCounts) -> RejectCounts {
        RejectCounts(std::array::from_fn(|code| self.0[code] - before.0[code]))
    }

    /// Rows with this code.
    pub fn of(&self, reject: Reject) -> u64 {
        self.0[reject as usize]
    }

    /// Rows with any code.
    pub fn total(&self) -> u64 {
        self.0.iter().sum()
    }

    /// Codes that at least one row has, in order of precedence.
    pub fn iter(&self) -> impl Iterator<Item = (Reject, u64)> {
        Reject::ALL.into_iter().map(|reject| (reject, self.of(reject))).filter(|&(_, rows)| rows > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_a_code_has_keys_of_the_code() {
        for reject in Reject::ALL {
            let keys = ["reject", "todo"].map(|key| format!("{key}-{}", reject.code()));
            assert_eq!(<[&str; 2]>::from(reject.keys()), keys.each_ref().map(String::as_str));
        }
    }
}
