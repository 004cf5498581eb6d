//! Consolidated payment orders: which lists there are, and what stands in `lists.csv` of each.

use serde::Deserialize;

use crate::commands::lists::rates::Rates;
use crate::commands::lists::source::ToPay;
use crate::language::Language;
use crate::money::{Tenge, TengeSum};
use crate::output::table::{TableColumn, column};
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::rate::Rate;
use crate::run::register_in::PaymentLine;
use crate::words::say;

/// A list: a file, or a sheet.
pub(super) const LIST_COLUMNS: &[TableColumn] = &[
    column("number"),
    column("iin"),
    column("surname"),
    column("given_name"),
    column("patronymic"),
    column("birth_date"),
    column("period"),
    column("knp"),
    column("rate"),
    column("amount"),
    column("operator"),
];

/// What files of earlier versions do not have.
pub(crate) const ADDED_TO_LISTS: &[&str] = &["rate", "purpose", "due_on", "recipient", "account", "bik"];

/// A row of `lists.csv`, and of its sheet but for the file.
#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "it says the columns; distributions ask for some of them")]
pub(crate) struct ListRecord {
    pub payment: Payment,
    pub period: Month,
    pub knp: String,
    #[serde(default)]
    pub rate: String,
    #[serde(default)]
    pub purpose: String,
    #[serde(default)]
    pub due_on: Option<Day>,
    #[serde(default)]
    pub recipient: String,
    #[serde(default)]
    pub account: String,
    #[serde(default)]
    pub bik: String,
    pub listed_persons: u64,
    pub listed_amount: TengeSum,
    pub unlisted_persons: u64,
    pub unlisted_amount: TengeSum,
    pub payments_amount: TengeSum,
    pub file: String,
}

/// Which order: by month, payment, whether it is of penalties, and rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct OrderKey {
    pub period: Month,
    pub payment: Payment,
    pub is_penalty: bool,
    pub rate: Option<Rate>,
}

/// A consolidated payment order.
#[derive(Debug, Clone)]
pub(crate) struct ListOrder {
    pub key: OrderKey,
    /// What is to be transferred; where the payment has several rates, of all of them.
    pub line: PaymentLine,
    /// Whether other lists of the payment and month have other rates.
    pub is_one_of_several: bool,
    /// `1%`; empty where the order has none.
    pub rate: String,
    /// The text of the order.
    pub purpose: String,
    /// The account's number; empty where the tables have none, like the code of its bank.
    pub account: String,
    pub bik: String,
    /// Whether the account is that of another payment.
    pub is_account_assumed: bool,
    /// Whether somebody stands on its list, where that was asked.
    pub has_rows: bool,
}

impl ListOrder {
    /// The name of its file: `opv-2026-08`, `opv-2025-06-10`, `opv-penalty-2026-08`.
    pub fn name(&self) -> String {
        let OrderKey { period, payment, is_penalty, rate } = self.key;
        let penalty = if is_penalty { "-penalty" } else { "" };
        let rate = rate.filter(|_| self.is_one_of_several).map(|rate| format!("-{}", rate.percent()));
        format!("{payment}{penalty}-{period}{}", rate.unwrap_or_default())
    }

    /// The name of its sheet.
    pub fn sheet(&self, lang: Language) -> String {
        let OrderKey { period, payment, is_penalty, .. } = self.key;
        let rate = if self.is_one_of_several { format!(" {}", self.rate) } else { String::new() };
        if is_penalty {
            return say!("sheet-of-penalty", payment = payment, period = period.to_string()).say(lang) + &rate;
        }
        format!("{} {period}{rate}", payment.abbreviation_in(lang))
    }
}

/// What a person's amount of a payment belongs to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub key: OrderKey,
    pub amount: Tenge,
    /// Whether the person has the order's one rate.
    pub has_rate: bool,
    /// Whether that is the rate of who is not listed, for the source has none of the person.
    pub is_default: bool,
}

impl Rates<'_> {
    /// What of a person's month goes on lists of these payments.
    pub(super) fn parts(&mut self, due: &ToPay, payments: &[Payment]) -> impl Iterator<Item = Part> {
        let rates = self.month(due.period);
        payments.iter().flat_map(move |&payment| {
            let (rate, has_rate) = rates.of(payment, due.rates[payment]);
            let key = OrderKey { period: due.period, payment, is_penalty: false, rate };
            let penalty = OrderKey { is_penalty: true, rate: None, ..key };
            let is_default = rates.is_default(payment, due.rates[payment]);
            let own = Part { key, amount: due.amounts[payment], has_rate, is_default };
            let penalty = Part { key: penalty, amount: due.penalties[payment], has_rate: true, is_default: false };
            [own, penalty].into_iter().filter(|part| part.amount > Tenge::ZERO)
        })
    }
}

/// What a list comes to, and what its order is.
#[derive(Debug, Clone)]
pub(crate) struct ListTotal {
    pub order: ListOrder,
    pub persons: u64,
    pub amount: TengeSum,
    pub unlisted_persons: u64,
    pub unlisted_amount: TengeSum,
    /// The file or sheet; empty where there is none.
    pub file: String,
}

impl ListTotal {
    /// What is to be transferred of this order's rate: list and unlisted. That all of a payment come to what the source has
    /// is checked.
    pub fn payments_amount(&self) -> TengeSum {
        [self.amount, self.unlisted_amount].into_iter().sum()
    }
}
