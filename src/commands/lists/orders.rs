//! Consolidated payment orders: which lists there are, and what stands in `lists.csv` of each.

use std::collections::{BTreeMap, BTreeSet};

use crate::commands::lists::mt102;
use crate::commands::lists::names::{Asked, Names};
use crate::commands::lists::rates::{MonthRates, RateOf};
use crate::commands::lists::source::{Due, Reading, Step};
use crate::commands::lists::{Format, ListsJob};
use crate::error::Error;
use crate::law::Law;
use crate::money::{Sum, Tenge};
use crate::output::headings::Lang;
use crate::payment::Payment;
use crate::period::Month;
use crate::rate::Rate;
use crate::run::register_in::PaymentLine;
use crate::settlement::purpose::{of_payment, of_penalty_in};

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
    pub fn sheet(&self, lang: Lang) -> String {
        let OrderKey { period, payment, is_penalty, .. } = self.key;
        let penalty = if is_penalty { lang.of([" penalty", " пеня", " өсімпұл"]) } else { "" };
        let rate = if self.is_one_of_several { format!(" {}", self.rate) } else { String::new() };
        format!("{}{penalty} {period}{rate}", lang.payment(payment))
    }
}

/// What a person's amount of a payment belongs to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub key: OrderKey,
    pub amount: Tenge,
    /// Whether the person has the order's one rate.
    pub has_rate: bool,
}

/// The rates of the months that were looked up, the last one last.
pub(super) struct Rates<'l> {
    law: &'l Law,
    month: Option<MonthRates>,
}

impl<'l> Rates<'l> {
    pub fn new(law: &'l Law) -> Rates<'l> {
        Rates { law, month: None }
    }

    fn month(&mut self, month: Month) -> &MonthRates {
        if self.month.as_ref().is_none_or(|known| known.month != month) {
            self.month = None;
        }
        self.month.get_or_insert_with(|| MonthRates::new(self.law, month))
    }

    /// What of a person's month goes on lists of these payments.
    pub fn parts(&mut self, due: &Due, payments: &[Payment]) -> impl Iterator<Item = Part> {
        let rates = self.month(due.period);
        payments.iter().flat_map(move |&payment| {
            let (rate, has_rate) = rates.of(payment, due.rates[payment]);
            let key = OrderKey { period: due.period, payment, is_penalty: false, rate };
            let penalty = OrderKey { is_penalty: true, rate: None, ..key };
            let own = Part { key, amount: due.amounts[payment], has_rate };
            let penalty = Part { key: penalty, amount: due.penalties[payment], has_rate: true };
            [own, penalty].into_iter().filter(|part| part.amount > Tenge::ZERO)
        })
    }
}

impl ListsJob<'_> {
    /// The orders of these sums, by month, payment and rate.
    ///
    /// # Errors
    /// Where the source does not verify.
    pub(super) fn orders(
        &self,
        reading: Reading<'_>,
        names: &Names,
        (lines, penalties): (&[PaymentLine], &[PaymentLine]),
    ) -> Result<Vec<ListOrder>, Error> {
        let wanted = |line: &&PaymentLine| {
            self.payments.contains(&line.payment) && (self.periods.is_empty() || self.periods.contains(&line.period))
        };
        let mut rates = Rates::new(self.law);
        let mut is_several = |line: &PaymentLine| rates.month(line.period).has_several(line.payment);
        let has_several = lines.iter().filter(wanted).any(&mut is_several);
        // An order is made only where somebody stands on its list, and lists by rate only of the rates that somebody has.
        let with_rows = match &self.format {
            Format::Mt102 { .. } => self.with_rows(reading, names)?,
            Format::Csv | Format::Xlsx if has_several => self.with_rows(reading, names)?,
            Format::Csv | Format::Xlsx => BTreeMap::new(),
        };
        let mut orders = Vec::new();
        for (line, is_penalty) in
            lines.iter().filter(wanted).map(|line| (line, false)).chain(penalties.iter().filter(wanted).map(|line| (line, true)))
        {
            let key = OrderKey { period: line.period, payment: line.payment, is_penalty, rate: None };
            let is_one_of_several = !is_penalty && is_several(line);
            let of_line = |known: &&OrderKey| OrderKey { rate: None, ..**known } == key;
            let mut found: BTreeSet<Option<Rate>> = with_rows.keys().filter(of_line).map(|key| key.rate).collect();
            if !is_one_of_several || found.is_empty() {
                let rate = MonthRates::new(self.law, line.period).of(line.payment, RateOf::default()).0;
                found = BTreeSet::from([rate.filter(|_| !is_penalty)]);
            }
            for rate in found {
                let key = OrderKey { rate, ..key };
                let has_rows = with_rows.get(&key).copied().unwrap_or_default();
                orders.push(ListOrder { has_rows, ..self.order(key, line, is_one_of_several) });
            }
        }
        orders.sort_by_key(|order| order.key);
        Ok(orders)
    }

    fn order(&self, key: OrderKey, line: &PaymentLine, is_one_of_several: bool) -> ListOrder {
        let OrderKey { period, payment, is_penalty, rate } = key;
        let day = match &self.format {
            Format::Mt102 { date, .. } => *date,
            Format::Csv | Format::Xlsx => period.last_day(),
        };
        let rate = rate.map(|rate| format!("{}%", rate.percent())).unwrap_or_default();
        let settlement = self.law.settlement();
        // What a bank wants it to say stands in its profile.
        let layout = match &self.format {
            Format::Mt102 { .. } if self.lang != Lang::Kk => settlement.mt102_layout(day),
            _ => None,
        };
        let purpose = match layout {
            Some(layout) => mt102::purpose(layout, key, &rate),
            None if is_penalty => of_penalty_in(self.lang, payment, period),
            None => of_payment(self.lang, payment, period, &rate),
        };
        let account = settlement.account(payment, day);
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        ListOrder {
            key,
            line: line.clone(),
            is_one_of_several,
            rate,
            purpose,
            account: text(account.and_then(|account| account.iban.as_ref())),
            bik: text(account.and_then(|account| account.bik.as_ref())),
            is_account_assumed: account.is_some_and(|account| !account.is_established),
            has_rows: false,
        }
    }

    /// The orders that somebody has an amount of, and whether somebody will stand on their lists: known before the first
    /// order takes its number.
    fn with_rows(&self, reading: Reading<'_>, names: &Names) -> Result<BTreeMap<OrderKey, bool>, Error> {
        let mut with_rows = BTreeMap::new();
        let asked = self.asked();
        let mut rates = Rates::new(self.law);
        reading.each(&mut |step| {
            let Step::Due(due) = step else { return Ok(()) };
            let mut is_named = None;
            for part in rates.parts(due, &self.payments) {
                let is_listed = with_rows.entry(part.key).or_insert(false);
                if !*is_listed && part.has_rate {
                    *is_listed = *is_named.get_or_insert_with(|| names.person(due.iin, asked).is_ok());
                }
            }
            Ok(())
        })?;
        Ok(with_rows)
    }

    /// What the form of the lists asks for of a person.
    pub(super) fn asked(&self) -> Asked {
        match self.format {
            Format::Csv | Format::Xlsx => Asked::default(),
            Format::Mt102 { date, .. } => {
                let birth_date = self.law.settlement().mt102_layout(date).is_some_and(|layout| layout.needs_birth_date);
                Asked { birth_date, fit_bank: true }
            }
        }
    }
}

/// What a list comes to, and what its order is.
#[derive(Debug, Clone)]
pub(crate) struct ListTotal {
    pub order: ListOrder,
    pub persons: u64,
    pub amount: Sum,
    pub unlisted_persons: u64,
    pub unlisted_amount: Sum,
    /// The file or sheet; empty where there is none.
    pub file: String,
}

impl ListTotal {
    /// What is to be transferred of this order's rate: list and unlisted. That all of a payment come to what the source has
    /// is checked.
    pub fn payments_amount(&self) -> Sum {
        let mut sum = self.amount;
        sum += self.unlisted_amount;
        sum
    }
}
