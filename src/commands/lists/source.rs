//! What lists are made of, person by person: a run, or what a correction or a distribution leaves to be paid.

use crate::commands::lists::computed::{Cursor, KgdSums, OfPerson};
use crate::commands::lists::rates::RateOf;
use crate::commands::periods;
use crate::error::{Error, ErrorKind};
use crate::law::Law;
use crate::money::Tenge;
use crate::payment::{Payment, PerPayment};
use crate::period::Month;
use crate::person::Iin;
use crate::rate::Rate;
use crate::run::corrections_in::{CorrectionLine, corrections, to_pay};
use crate::run::distribution_in::{DistributionLine, distribution, owed};
use crate::run::files::{CORRECTIONS, DISTRIBUTION, LIMITS, OF_CALCULATION, PAYMENTS, REGISTER, SUMMARY};
use crate::run::rates_in::{RateBeside, rates_beside};
use crate::run::record::Run;
use crate::run::register_in::{PaymentLine, RegisterLine, payments, register};
use crate::words::say;

/// What the amounts of lists are taken from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Source {
    /// All that a run withholds.
    #[default]
    Register,
    /// What is due in addition: the deltas of a correction that are above zero. Those below are for `refunds`; what is
    /// paid above due is not set off against what is still to be paid, of the same person or another.
    Corrections,
    /// What a distribution leaves owed.
    Distribution,
}

impl Source {
    /// Which of them this directory is.
    pub fn of(run: &Run) -> Result<Source, Error> {
        if run.has(CORRECTIONS) {
            run.needs(&[SUMMARY])?;
            return Ok(Source::Corrections);
        }
        if run.has(DISTRIBUTION) {
            return Ok(Source::Distribution);
        }
        run.needs(&OF_CALCULATION).map_err(|error| error.with_hint(say!("lists-source-hint")))?;
        run.verify(LIMITS)?;
        Ok(Source::Register)
    }

    /// The file with the amounts of persons.
    pub fn rows(self) -> &'static str {
        match self {
            Source::Register => REGISTER,
            Source::Corrections => CORRECTIONS,
            Source::Distribution => DISTRIBUTION,
        }
    }

    /// The file with the sums that lists have to come to.
    pub fn totals(self) -> &'static str {
        match self {
            Source::Register => PAYMENTS,
            Source::Corrections => SUMMARY,
            Source::Distribution => DISTRIBUTION,
        }
    }

    /// The months of its rows.
    pub fn months(self, run: &Run, law: &Law) -> Result<Vec<Month>, Error> {
        let mut months = Vec::new();
        let mut add = |month: Month| {
            if months.last() != Some(&month) {
                months.push(month);
            }
            Ok(())
        };
        match self {
            Source::Register => register(run, law, |row| add(row.period))?,
            Source::Corrections => corrections(run, |row| add(row.period))?,
            Source::Distribution => distribution(run, |row| add(row.period))?,
        }
        Ok(months)
    }
}

/// What comes when the source is read.
pub(super) enum FromSource<'s> {
    Register(&'s RegisterLine<'s>),
    Correction(&'s CorrectionLine<'s>),
    Distribution(&'s DistributionLine<'s>),
    ToPay(&'s ToPay),
}

/// What is to be paid for one person and month, summed over regimes.
#[derive(Debug)]
pub(super) struct ToPay {
    pub iin: Iin,
    pub period: Month,
    pub amounts: PerPayment<Tenge>,
    pub penalties: PerPayment<Tenge>,
    /// What the source has, where the amounts are those of КГД.
    pub ours: PerPayment<Tenge>,
    /// The rates of the source's rows.
    pub rates: PerPayment<RateOf>,
}

/// How a source is read.
#[derive(Clone, Copy)]
pub(super) struct Reading<'r> {
    pub law: &'r Law,
    pub run: &'r Run,
    pub source: Source,
    /// In place of a run's amounts.
    pub computed: Option<&'r KgdSums>,
    /// Empty: all.
    pub periods: &'r [Month],
}

impl Reading<'_> {
    /// What is to be transferred of the months that are wanted.
    pub fn payments(self) -> Result<Vec<PaymentLine>, Error> {
        let Reading { law, run, periods, .. } = self;
        let wanted = |month| periods::take(periods, month);
        match self.source {
            Source::Register => Ok(payments(run)?.into_iter().filter(|line| wanted(line.period)).collect()),
            Source::Corrections => to_pay(run, law, wanted),
            Source::Distribution => owed(run, law, wanted),
        }
    }

    /// Hands every row of the source, and behind a person's rows what is to be paid for him, to `each`; gives the number of
    /// rows of months that were not asked for.
    ///
    /// # Errors
    /// What `each` gives, and where the source does not verify.
    pub fn each(self, each: &mut dyn FnMut(FromSource<'_>) -> Result<(), Error>) -> Result<u64, Error> {
        let Reading { law, run, source, computed, periods } = self;
        let cursor = computed.map(KgdSums::cursor);
        let months = computed.map(|computed| &computed.months[..]);
        let mut gathering = Gathering { each, cursor, months, person: None };
        let mut of_other_months = 0;
        let mut is_wanted = |period: Month| {
            let is_wanted = periods::take(periods, period);
            of_other_months += u64::from(!is_wanted);
            is_wanted
        };
        match source {
            Source::Register => register(run, law, |row| {
                if !is_wanted(row.period) {
                    return Ok(());
                }
                (gathering.each)(FromSource::Register(row))?;
                let person = gathering.of(row.period, row.iin)?;
                let terms = row.circumstances.regime.and_then(|regime| law.month(row.period)?.regime(regime));
                Payment::ALL.into_iter().try_for_each(|payment| {
                    let rate = terms.and_then(|terms| Some(terms.terms[payment].as_ref()?.rate));
                    person.add(payment, row.circumstances.amounts[payment], rate)
                })
            })?,
            Source::Corrections => {
                let rates = rates_beside(run)?;
                corrections(run, |row| {
                    if !is_wanted(row.period) {
                        return Ok(());
                    }
                    (gathering.each)(FromSource::Correction(row))?;
                    let person = gathering.of(row.period, row.iin)?;
                    person.add_beside(&rates, row.payment, row.delta)
                })?
            }
            Source::Distribution => {
                let rates = rates_beside(run)?;
                distribution(run, |row| {
                    if !is_wanted(row.period) {
                        return Ok(());
                    }
                    (gathering.each)(FromSource::Distribution(row))?;
                    let person = gathering.of(row.period, row.iin)?;
                    person.add_beside(&rates, row.payment, row.owed)
                })?
            }
        }
        gathering.close()?;
        Ok(of_other_months)
    }
}

/// Rows on their way to what is to be paid for each person and month.
struct Gathering<'g> {
    each: &'g mut dyn FnMut(FromSource<'_>) -> Result<(), Error>,
    cursor: Option<Cursor<'g>>,
    /// Those of КГД.
    months: Option<&'g [Month]>,
    person: Option<ToPay>,
}

impl ToPay {
    fn new(period: Month, iin: Iin) -> ToPay {
        let nothing = PerPayment::default;
        ToPay { iin, period, amounts: nothing(), penalties: nothing(), ours: nothing(), rates: PerPayment::default() }
    }

    fn add(&mut self, payment: Payment, amount: Tenge, rate: Option<Rate>) -> Result<(), Error> {
        self.amounts[payment] = self.amounts[payment]
            .checked_add(amount)
            .ok_or_else(|| Error::new(ErrorKind::Overflow, say!("person-month-out-of-range")))?;
        if let Some(rate) = rate {
            self.rates[payment].add(rate, amount > Tenge::ZERO);
        }
        Ok(())
    }

    /// The same where the source has the rates of this person and month beside its rows.
    fn add_beside(&mut self, rates: &[RateBeside], payment: Payment, amount: Tenge) -> Result<(), Error> {
        self.add(payment, amount, None)?;
        let key = (self.period, self.iin, payment);
        let first = rates.partition_point(|&(of, _)| of < key);
        for &(_, rate) in rates.iter().skip(first).take_while(|&&(of, _)| of == key) {
            self.rates[payment].add(rate, amount > Tenge::ZERO);
        }
        Ok(())
    }
}

impl Gathering<'_> {
    /// The person's month that rows go to; the one before it is complete.
    fn of(&mut self, period: Month, iin: Iin) -> Result<&mut ToPay, Error> {
        if self.person.as_ref().is_none_or(|person| (person.period, person.iin) != (period, iin)) {
            self.complete()?;
            self.person = None;
        }
        Ok(self.person.get_or_insert_with(|| ToPay::new(period, iin)))
    }

    /// Hands on the person's month, and whom КГД has before him.
    fn complete(&mut self) -> Result<(), Error> {
        let Some(mut due) = self.person.take() else { return Ok(()) };
        let key = (due.period, due.iin);
        if self.months.is_some_and(|months| !months.contains(&due.period)) {
            return Ok(());
        }
        let Some(cursor) = &mut self.cursor else { return (self.each)(FromSource::ToPay(&due)) };
        due.ours = std::mem::take(&mut due.amounts);
        while let Some(person) = cursor.next(Some(key)) {
            if (person.period, person.iin) == key {
                (due.amounts, due.penalties) = (person.amounts, person.penalties);
                break;
            }
            (self.each)(FromSource::ToPay(&of_kgd_alone(person)))?;
        }
        (self.each)(FromSource::ToPay(&due))
    }

    fn close(&mut self) -> Result<(), Error> {
        self.complete()?;
        if let Some(cursor) = &mut self.cursor {
            while let Some(person) = cursor.next(None) {
                (self.each)(FromSource::ToPay(&of_kgd_alone(person)))?;
            }
        }
        Ok(())
    }
}

/// Whom КГД has and the register has not.
fn of_kgd_alone(person: OfPerson) -> ToPay {
    let OfPerson { period, iin, amounts, penalties } = person;
    ToPay { amounts, penalties, ..ToPay::new(period, iin) }
}
