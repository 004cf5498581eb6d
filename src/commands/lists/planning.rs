//! Which lists there are: by month, payment and rate.

use std::collections::{BTreeMap, BTreeSet};

use crate::commands::contractors::names::{Asked, Names};
use crate::commands::lists::job::{Format, ListsJob};
use crate::commands::lists::mt102;
use crate::commands::lists::orders::{ListOrder, OrderKey};
use crate::commands::lists::rates::{RateOf, Rates};
use crate::commands::lists::source::{FromSource, Reading};
use crate::commands::periods;
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::law::Law;
use crate::output::purpose::{of_payment, of_penalty};
use crate::period::Day;
use crate::rate::Rate;
use crate::run::register_in::PaymentLine;
use crate::words::say;

impl ListsJob<'_> {
    /// The orders of these sums, by month, payment and rate.
    ///
    /// # Errors
    /// Where the source does not verify, or the tables have no account of a payment.
    pub(super) fn orders(
        &self,
        reading: Reading<'_>,
        names: &Names,
        (lines, penalties): (&[PaymentLine], &[PaymentLine]),
    ) -> Result<Vec<ListOrder>, Error> {
        let wanted =
            |line: &&PaymentLine| self.payments.contains(&line.payment) && periods::take(&self.periods, line.period);
        let mut rates = Rates::new(self.law);
        let has_several = lines.iter().filter(wanted).any(|line| rates.month(line.period).has_several(line.payment));
        // An order is made only where somebody stands on its list, and lists by rate only of the rates that somebody has.
        let with_rows = match &self.format {
            Format::Mt102 { .. } => self.with_rows(reading, names)?,
            Format::Csv | Format::Xlsx if has_several => self.with_rows(reading, names)?,
            Format::Csv | Format::Xlsx => BTreeMap::new(),
        };
        let mut orders = Vec::new();
        for (line, is_penalty) in lines
            .iter()
            .filter(wanted)
            .map(|line| (line, false))
            .chain(penalties.iter().filter(wanted).map(|line| (line, true)))
        {
            let key = OrderKey { period: line.period, payment: line.payment, is_penalty, rate: None };
            let of_month = rates.month(line.period);
            let is_one_of_several = !is_penalty && of_month.has_several(line.payment);
            let of_line = |known: &&OrderKey| OrderKey { rate: None, ..**known } == key;
            let mut found: BTreeSet<Option<Rate>> = with_rows.keys().filter(of_line).map(|key| key.rate).collect();
            if !is_one_of_several || found.is_empty() {
                let rate = of_month.of(line.payment, RateOf::default()).0;
                found = BTreeSet::from([rate.filter(|_| !is_penalty)]);
            }
            for rate in found {
                let key = OrderKey { rate, ..key };
                let has_rows = with_rows.get(&key).copied().unwrap_or_default();
                let of_form = (self.format.date(), self.lang);
                let order = order_by_tables(self.law, (key, line.clone(), is_one_of_several), of_form)?;
                orders.push(ListOrder { has_rows, ..order });
            }
        }
        orders.sort_by_key(|order| order.key);
        Ok(orders)
    }

    /// The orders that somebody has an amount of, and whether somebody will stand on their lists: known before the first
    /// order takes its number.
    fn with_rows(&self, reading: Reading<'_>, names: &Names) -> Result<BTreeMap<OrderKey, bool>, Error> {
        let mut with_rows = BTreeMap::new();
        let asked = self.asked();
        let mut rates = Rates::new(self.law);
        reading.each(&mut |read| {
            let FromSource::ToPay(due) = read else { return Ok(()) };
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
                // Without a layout there are no orders.
                let layout = self.law.settlement().mt102_layout(date);
                Asked {
                    birth_date: layout.is_some_and(|layout| layout.needs_birth_date),
                    fit_bank: layout.map(|layout| layout.name_max),
                }
            }
        }
    }
}

/// The order of what is to be transferred, with the rate, account and purpose that the tables have for it; `date` is that of an
/// MT-102, and none of another form.
///
/// # Errors
/// Where the tables have no account of the payment.
pub(crate) fn order_by_tables(
    law: &Law,
    (key, line, is_one_of_several): (OrderKey, PaymentLine, bool),
    (date, lang): (Option<Day>, Language),
) -> Result<ListOrder, Error> {
    let OrderKey { period, payment, is_penalty, rate } = key;
    let rate = rate.map(|rate| format!("{}%", rate.percent())).unwrap_or_default();
    let settlement = law.settlement();
    // What a bank wants it to say stands in its profile.
    let layout = date.filter(|_| lang != Language::Kk).and_then(|date| settlement.mt102_layout(date));
    let purpose = match layout {
        Some(layout) => mt102::purpose(layout, key, &rate),
        None if is_penalty => of_penalty(lang, payment, period),
        None => of_payment(lang, payment, period, &rate),
    };
    let day = date.unwrap_or_else(|| period.last_day());
    let account = settlement.account(payment, day);
    // The order of a bank says by itself what it lacks.
    if account.is_none() && date.is_none() {
        let (payment, day) = (payment.code(), day.to_string());
        return Err(Error::new(ErrorKind::NoRates, say!("account-unknown", payment = payment, day = day))
            .with_hint(say!("account-unknown-hint")));
    }
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    Ok(ListOrder {
        key,
        line,
        is_one_of_several,
        rate,
        purpose,
        account: text(account.and_then(|account| account.iban.as_ref())),
        bik: text(account.and_then(|account| account.bik.as_ref())),
        is_account_assumed: account.is_some_and(|account| !account.is_established),
        has_rows: false,
    })
}
