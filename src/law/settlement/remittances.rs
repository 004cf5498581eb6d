//! Recipients and deadlines: under which code, to whom and by when a payment goes.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::error::Error;
use crate::law::citation::Citation;
use crate::law::days::Days;
use crate::law::regimes::{Regime, RegimeId, regime_withheld};
use crate::law::tables::dated::{self, Dated};
use crate::law::tables::table::{Entry, Series, Table, Text};
use crate::law::tables::values::{day_of_month, knp};
use crate::law::terms::LawMonth;
use crate::payment::{Payment, PerPayment};
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::words::{Message, say};

/// Under which code and to whom a payment goes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Remittance {
    /// The payment purpose code, КНП: three digits.
    pub knp: String,
    /// The recipient's БИН; `None`: the tables name none.
    pub recipient: Option<Iin>,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// By when a payment is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deadline<'l> {
    /// The statutory day, a day off or not.
    pub day: Day,
    /// What this rests on.
    pub citation: &'l Citation,
}

/// The table of recipients.
pub(in crate::law) type Recipients = PerPayment<Series<Remittance>>;

/// A КНП, the days on which it stands for something, and for what.
pub(in crate::law) struct Code<'a> {
    pub days: Days,
    pub knp: Text<'a>,
    pub what: Message,
}

/// Refuses codes of which one stands for two things on a day: money that has nothing but the code would be taken for either.
pub(in crate::law) fn distinct(codes: &[Code<'_>]) -> Result<(), Error> {
    for (number, code) in codes.iter().enumerate() {
        let is_same = |other: &&Code<'_>| other.knp.value == code.knp.value && other.days.overlap(&code.days);
        if let Some(other) = codes.iter().take(number).find(is_same) {
            let (what, other) = (code.what.clone(), other.what.clone());
            return Err(code.knp.refuse(say!("knp-twice", what = what, other = other)));
        }
    }
    Ok(())
}

/// The recipients of the table, and the codes in it.
pub(in crate::law) fn recipients<'a>(table: &mut Table<'a>) -> Result<(Recipients, Vec<Code<'a>>), Error> {
    let entries = table.dated("recipient", &["payment"], &["knp", "bin"], |entry| {
        Ok((entry.payment()?, (knp(entry)?, bin(entry)?)))
    })?;
    let (mut recipients, mut codes) = (Recipients::default(), Vec::new());
    for (payment, series) in dated::by_key(entries) {
        let what = say!("dated-recipient", payment = payment.code());
        for entry in &series {
            dated::changes_with_months(entry, &[], &what)?;
        }
        dated::fits(&series, &what, table.may_have_gaps("recipient"))?;
        let what = || say!("dated-recipient-code", payment = payment.code());
        codes.extend(series.iter().map(|Dated { days, value: (knp, _), .. }| Code {
            days: *days,
            knp: knp.clone(),
            what: what(),
        }));
        recipients[payment] = series.into_iter().map(remittance).collect();
    }
    Ok((recipients, codes))
}

fn remittance(entry: Dated<'_, (Text<'_>, Option<Iin>)>) -> (Days, Remittance) {
    let (knp, recipient) = entry.value;
    (entry.days, Remittance { knp: knp.value.into_owned(), recipient, citation: entry.citation })
}

fn bin(entry: &mut Entry<'_>) -> Result<Option<Iin>, Error> {
    let text = entry.text("bin")?;
    if text.value == "none" {
        return Ok(None);
    }
    Iin::parse(text.value.as_bytes()).map(Some).map_err(|_| text.refuse(say!("recipient-no-bin")))
}

/// The table of deadlines.
#[derive(Debug)]
pub(in crate::law) struct Deadlines(BTreeMap<(RegimeId, Payment), Vec<DayOfMonth>>);

#[derive(Debug)]
struct DayOfMonth {
    /// The days of payout.
    days: Days,
    /// The day of the following month.
    day: u32,
    citation: Arc<Citation>,
}

impl Deadlines {
    /// The deadlines of the table.
    pub fn read(table: &mut Table<'_>, regimes: &[Regime]) -> Result<Deadlines, Error> {
        let entries = table.dated("deadline", &["regime", "payments"], &["day"], |entry| {
            let regime = regime_withheld(entry, regimes, "deadline")?;
            let keys = entry.payments()?.into_iter().map(|payment| (regime, payment)).collect();
            Ok((keys, day_of_month(&entry.text("day")?)?))
        })?;
        let mut deadlines = BTreeMap::new();
        for ((id, payment), series) in dated::by_key(dated::each_key(entries)) {
            let Some(regime) = regimes.get(usize::from(id.0)) else { continue };
            let what = say!("dated-deadline", payment = payment.code(), regime = &regime.code);
            for entry in &series {
                dated::changes_with_months(entry, &regime.whole(), &what)?;
            }
            dated::fits(&series, &what, table.may_have_gaps("deadline"))?;
            let deadline =
                |entry: Dated<'_, u32>| DayOfMonth { days: entry.days, day: entry.value, citation: entry.citation };
            deadlines.insert((id, payment), series.into_iter().map(deadline).collect());
        }
        Ok(Deadlines(deadlines))
    }

    /// By when the payment of the month is due.
    pub fn due(&self, regime: RegimeId, payment: Payment, month: Month) -> Option<Deadline<'_>> {
        let in_month = Days { from: month.first_day(), to: Some(month.last_day()) };
        let series = self.0.get(&(regime, payment))?;
        let deadline = series.iter().find(|deadline| deadline.days.overlap(&in_month))?;
        Some(Deadline { day: month.later(1)?.day(deadline.day)?, citation: &deadline.citation })
    }
}

/// Refuses tables by which some payment of a month with rates has no recipient or no deadline.
pub(in crate::law) fn complete(
    months: &[Option<LawMonth>],
    regimes: &[Regime],
    (recipients, recipients_table): (&Recipients, &Table<'_>),
    (deadlines, deadlines_table): (&Deadlines, &Table<'_>),
) -> Result<(), Error> {
    for (month, id, regime, payment) in withheld(months, regimes) {
        let recipient = dated::value_on(&recipients[payment], month.last_day());
        if recipient.is_none() && !recipients_table.may_have_gaps("recipient") {
            let message = say!("recipient-missing", payment = payment.code(), month = month.to_string());
            return Err(recipients_table.top().refuse(message));
        }
        if deadlines.due(id, payment, month).is_none() && !deadlines_table.may_have_gaps("deadline") {
            let (payment, month) = (payment.code(), month.to_string());
            let message = say!("deadline-missing", payment = payment, regime = &regime.code, month = month);
            return Err(deadlines_table.top().refuse(message));
        }
    }
    Ok(())
}

/// The payments that regimes have in months with rates.
fn withheld<'l>(
    months: &'l [Option<LawMonth>],
    regimes: &'l [Regime],
) -> impl Iterator<Item = (Month, RegimeId, &'l Regime, Payment)> {
    months.iter().flatten().flat_map(move |month| {
        let known = (0..).map(RegimeId).zip(regimes);
        let of_regime = known.filter_map(|(id, regime)| Some((id, regime, month.regime(id)?)));
        of_regime.flat_map(move |(id, regime, terms)| {
            let payments = terms.terms.iter().filter(|(_, terms)| terms.is_some());
            payments.map(move |(payment, _)| (month.month, id, regime, payment))
        })
    })
}
