//! What the law says of paying: accounts, codes, penalties, files of banks, refunds. No amount depends on it.

pub(super) mod accounts;
pub(super) mod month;
pub(super) mod mt102;
pub(super) mod penalties;
pub(super) mod refunds;
pub(super) mod remittances;

use crate::error::{Error, ErrorKind};
use crate::law::citation::Citation;
use crate::law::days::Days;
use crate::law::tables::dated::{citation_on, value_on, values_on};
use crate::law::tables::source::BASE_RATES;
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::words::say;
use accounts::{Account, Accounts, PenaltyCode};
use month::{MonthByRules, WorkingTerm};
use mt102::{Mt102, Mt102Layout, Mt102Letter};
use penalties::{BaseRate, Multiple, Penalties, PenaltyRounding, YearDays};
use refunds::{RefundBatch, RefundNote, Refunds};

/// What is said of paying, on which no amount depends.
#[derive(Debug)]
pub struct Settlement {
    pub(super) accounts: Accounts,
    pub(super) penalties: Penalties,
    pub(super) mt102: Mt102,
    pub(super) refunds: Refunds,
    pub(super) month: MonthByRules,
}

impl Settlement {
    /// The days of [`Settlement::month_day`], in their order.
    pub const MONTH_DAYS: [&str; 3] = MonthByRules::DAYS;
    /// That by which incomes are stated.
    #[cfg(feature = "cli")]
    pub(crate) const STATEMENT: &str = MonthByRules::STATEMENT;
    /// That by which the sums are paid.
    #[cfg(feature = "cli")]
    pub(crate) const PAYMENT: &str = MonthByRules::PAYMENT;
    /// The terms of [`Settlement::term`], each of which runs from the end of the one before.
    pub const TERMS: [&str; 2] = MonthByRules::TERMS;

    /// A day of the month after this one by the Rules: `statement`, `computed` or `payment`; `None` where the table does
    /// not say. It is the statutory day, a day off or not.
    pub fn month_day(&self, code: &str, month: Month) -> Option<(Day, &Citation)> {
        let day = value_on(self.month.days.get(code)?, month.last_day())?;
        Some((month.later(1)?.day(day.day)?, &day.citation))
    }

    /// Whether the month goes by the Rules that have the points which sentences name: those of 2024 had others.
    #[cfg(feature = "cli")]
    pub(crate) fn has_points(&self, month: Month) -> bool {
        self.month_day(Self::PAYMENT, month).is_some()
    }

    /// A term in working days that runs from this day: `distribution` or `mending`; `None` where the table does not say.
    pub fn term(&self, code: &str, day: Day) -> Option<&WorkingTerm> {
        value_on(self.month.terms.get(code)?, day)
    }

    /// The edition of the Rules on the day; `None` where the table does not say.
    pub fn edition(&self, day: Day) -> Option<&Citation> {
        citation_on(&self.month.editions, day)
    }

    /// The same with the days of the edition.
    #[cfg(feature = "cli")]
    pub(crate) fn edition_of(&self, day: Day) -> Option<(Days, &Citation)> {
        let (days, citation) = self.month.editions.iter().find(|(days, _)| days.contains(day))?;
        Some((*days, citation))
    }

    /// The account that the payment goes to on the day; `None` where the table does not say.
    pub fn account(&self, payment: Payment, day: Day) -> Option<&Account> {
        value_on(&self.accounts.accounts[payment], day)
    }

    /// The code of the fund that the State Corporation passes the payment of the month on to: `enpf`, `gfss`, `fsms`; `None`
    /// where it goes to the budget or the table does not say.
    ///
    /// # Law
    /// Rules of Order No. 392, 13–14.
    pub fn fund(&self, payment: Payment, month: Month) -> Option<&str> {
        self.account(payment, month.last_day())?.fund.as_deref()
    }

    /// Under which code a penalty for the payment goes on the day; `None` where the table does not say.
    pub fn penalty_code(&self, payment: Payment, day: Day) -> Option<&PenaltyCode> {
        value_on(&self.accounts.penalties[payment], day)
    }

    /// Whether a penalty for a payment of the month goes under this КНП.
    #[cfg(feature = "cli")]
    pub(crate) fn is_penalty_knp(&self, knp: &str, month: Month) -> bool {
        let code = |payment: Payment| self.penalty_code(payment, month.last_day());
        Payment::ALL.into_iter().filter_map(code).any(|code| code.knp == knp)
    }

    /// The КНП of a penalty for the payment of the month.
    ///
    /// # Errors
    /// Kind [`ErrorKind::NoRates`] where the table does not say.
    #[cfg(feature = "cli")]
    pub(crate) fn penalty_knp(&self, payment: Payment, month: Month) -> Result<&str, Error> {
        let code = self.penalty_code(payment, month.last_day()).ok_or_else(|| {
            let (payment, period) = (payment.code(), month.to_string());
            Error::new(ErrorKind::NoRates, say!("penalty-code-missing", payment = payment, period = period))
        })?;
        Ok(&code.knp)
    }

    /// The National Bank's base rate on the day; `None` where the table has a gap: [`Settlement::no_base_rate`].
    pub fn base_rate(&self, day: Day) -> Option<&BaseRate> {
        self.penalties.base_rates.iter().find(|rate| rate.days.contains(day))
    }

    /// The error for a day without a base rate, of kind [`ErrorKind::NoRates`]: it names the day and the file to edit.
    pub fn no_base_rate(&self, day: Day) -> Error {
        let known = Days::listed(self.penalties.base_rates.iter().map(|rate| rate.days));
        let day = day.to_string();
        Error::new(ErrorKind::NoRates, say!("no-base-rate", day = day, file = BASE_RATES, known = known))
            .with_hint(say!("no-base-rate-hint", file = BASE_RATES))
    }

    /// The error for a day on which no rule of a penalty is cited for the payment, of kind [`ErrorKind::Usage`]: it names the
    /// section that lacks it.
    pub(crate) fn no_penalty_rule(&self, payment: Payment, day: Day, section: &str) -> Error {
        let (payment, day) = (payment.code(), day.to_string());
        let message = say!("penalty-rule-missing", payment = payment, day = day, section = section);
        Error::new(ErrorKind::Usage, message).with_hint(say!("penalty-rule-missing-hint", file = BASE_RATES))
    }

    /// How many times the base rate a day of delay costs; `None` where no rule of a penalty is cited for the payment.
    pub fn penalty_multiple(&self, payment: Payment, day: Day) -> Option<&Multiple> {
        value_on(&self.penalties.multiples[payment], day)
    }

    /// By how many days the rate of a year is divided on the day.
    pub fn year_days(&self, day: Day) -> Option<&YearDays> {
        value_on(&self.penalties.years, day)
    }

    /// To what a penalty paid on the day is rounded, and how.
    pub fn penalty_rounding(&self, day: Day) -> Option<&PenaltyRounding> {
        value_on(&self.penalties.roundings, day)
    }

    /// The layout of MT-102 files on the day.
    pub fn mt102_layout(&self, day: Day) -> Option<&Mt102Layout> {
        value_on(&self.mt102.layouts, day)
    }

    /// The kind of an MT-102 list under this payment purpose code (КНП); `None` where none is established.
    pub fn mt102_letter(&self, knp: &str, day: Day) -> Option<&Mt102Letter> {
        value_on(self.mt102.letters.get(knp)?, day)
    }

    /// The reasons for a refund that are known on the day.
    pub fn refund_reasons(&self, day: Day) -> impl Iterator<Item = &RefundNote> {
        values_on(&self.refunds.reasons, day)
    }

    /// All reasons for a refund, of any days.
    pub fn all_refund_reasons(&self) -> impl Iterator<Item = &RefundNote> {
        self.refunds.reasons.iter().map(|(_, reason)| reason)
    }

    /// What a person has to look at before the payment is asked back.
    pub fn refund_flags(&self, payment: Payment, day: Day) -> impl Iterator<Item = &RefundNote> {
        values_on(&self.refunds.flags, day).filter(move |flag| flag.payments.contains(&payment))
    }

    /// How many persons an application for a refund of the payment has; `None` where the table does not say.
    pub fn refund_batch(&self, payment: Payment, day: Day) -> Option<&RefundBatch> {
        value_on(&self.refunds.batches[payment], day)
    }
}
