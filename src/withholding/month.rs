//! The core of one person's month: from sums or incomes in order to rows, lines and where the limit stands.
//!
//! Everything ends here: [`PersonMonth`](crate::PersonMonth), which has one income after another, and a
//! [`Batch`](crate::Batch), which has operations in canonical order or their sums. [`MonthSums`] is what a month has come
//! to and refers to nothing, so that it can be kept; [`OpenMonth`] is a month under a law, of a person with his own
//! stretches of days.

use crate::error::Error;
use crate::facts::stretch::{Stretch, StretchDays, stretch_of};
use crate::law::{Law, LawMonth, OverLimit, RegimeId, Scope};
use crate::money::Tenge;
use crate::payment::{Payment, PerPayment};
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::withholding::due::amounts;
use crate::withholding::limit::{Crossing, LimitRow, LimitStanding, RunningSum};
use crate::withholding::order::{OperationKey, PersonMonthKey};
use crate::withholding::row::{LineRef, RegisterRow, RowRegime};
use crate::withholding::tally::{Exempting, Tally, overflow};
use crate::words::say;

/// The rows of one person's month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthRows {
    /// The person.
    pub iin: Iin,
    /// The month.
    pub period: Month,
    /// Its rows of the register, one for each regime.
    pub rows: Vec<RegisterRow>,
    /// Its rows of the limits, where it is near one, over it, or was over it for a while.
    pub limits: Vec<LimitRow>,
    /// The operations with which limits were first exceeded, by regime.
    pub(crate) crossings: Vec<(RegimeId, Crossing)>,
}

/// A person's month as earlier runs have left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EarlierMonth {
    pub key: PersonMonthKey,
    pub rows: Vec<EarlierRow>,
    /// The operations with which limits were first exceeded, by regime.
    pub crossings: Vec<(RegimeId, Crossing)>,
}

/// A row of such a month: the sums of its operations, with the exempt days and categories recorded then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct EarlierRow {
    pub regime: RegimeId,
    pub tally: Tally,
}

/// The law of a month, and the policy above its limit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MonthLaw<'a> {
    pub law: &'a Law,
    pub month: &'a LawMonth,
    pub over_limit: OverLimit,
}

impl<'a> MonthLaw<'a> {
    /// # Errors
    /// Kind [`ErrorKind::NoRates`] where no day of the month has rates.
    pub fn new(law: &'a Law, over_limit: OverLimit, period: Month) -> Result<MonthLaw<'a>, Error> {
        let month = law.month(period).ok_or_else(|| law.no_rates(period.first_day()))?;
        Ok(MonthLaw { law, month, over_limit })
    }

    /// The regime of a row as registers have it.
    fn row_regime(self, regime: RegimeId) -> RowRegime {
        match self.law.regime(regime).scope {
            Scope::Withheld => RowRegime::Withheld(regime),
            Scope::OutOfScope => RowRegime::OutOfScope(regime),
        }
    }

    /// What is withheld under the regime of a row for these sums.
    fn amounts(self, regime: RowRegime, tally: &Tally) -> PerPayment<Tenge> {
        let terms = regime.withheld().and_then(|regime| self.month.regime(regime));
        terms.map(|terms| amounts(terms, tally)).unwrap_or_default()
    }
}

/// What a month has come to so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct MonthSums {
    pub groups: Vec<Group>,
    pub limits: Vec<LimitSum>,
    /// Where earlier runs have counted operations of the month: with which operations its limits are first exceeded,
    /// which the new ones alone do not tell.
    crossings: Option<Vec<(RegimeId, Crossing)>>,
}

/// A row while its operations come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Group {
    pub regime: RowRegime,
    pub tally: Tally,
    /// What has been withheld for the operations so far.
    pub amounts: PerPayment<Tenge>,
}

/// A regime's income against its limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LimitSum {
    pub regime: RegimeId,
    pub income: i64,
    pub running: RunningSum,
    crossing: Option<Crossing>,
}

impl LimitSum {
    pub fn new(regime: RegimeId, income: i64, running: RunningSum) -> LimitSum {
        LimitSum { regime, income, running, crossing: None }
    }
}

/// What an income has added to a row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Added {
    pub regime: RowRegime,
    pub amounts: PerPayment<Tenge>,
    pub withheld: Tenge,
    pub limit: LimitStanding,
}

impl MonthSums {
    /// The group under this regime, made where it is not there yet.
    fn group(&mut self, regime: RowRegime) -> &mut Group {
        let number = self.groups.iter().position(|group| group.regime == regime).unwrap_or_else(|| {
            self.groups.push(Group { regime, tally: Tally::default(), amounts: PerPayment::default() });
            self.groups.len() - 1
        });
        &mut self.groups[number]
    }

    /// Counts income against the regime's limit, where it has one.
    fn limit(&mut self, law: MonthLaw<'_>, regime: RegimeId, income: Tenge) -> Result<Option<&mut LimitSum>, Error> {
        if law.month.regime(regime).is_none_or(|terms| terms.limit.is_none()) {
            return Ok(None);
        }
        let number = self.limits.iter().position(|limit| limit.regime == regime).unwrap_or_else(|| {
            self.limits.push(LimitSum::new(regime, 0, RunningSum::default()));
            self.limits.len() - 1
        });
        let limit = &mut self.limits[number];
        limit.income = limit.income.checked_add(income.tiyn()).ok_or_else(overflow)?;
        Ok(Some(limit))
    }

    /// Starts with what earlier runs have counted. It keeps the exempt days and the regime that it had then.
    fn settle(&mut self, law: MonthLaw<'_>, earlier: EarlierMonth) -> Result<(), Error> {
        for row in earlier.rows {
            let regime = law.row_regime(row.regime);
            *self.group(regime) = Group { regime, tally: row.tally, amounts: law.amounts(regime, &row.tally) };
            self.limit(law, row.regime, row.tally.income())?;
        }
        self.crossings = Some(earlier.crossings);
        Ok(())
    }

    /// Counts the operations of days with this effect by their sum.
    fn add_sum(
        &mut self,
        law: MonthLaw<'_>,
        (regime, exempting): (RegimeId, &Exempting),
        operations: u64,
        (received, given_back): (Tenge, Tenge),
    ) -> Result<(), Error> {
        self.group(law.row_regime(regime)).tally.add(exempting, operations, received, given_back)?;
        let income = received.checked_sub(given_back).ok_or_else(overflow)?;
        self.limit(law, regime, income)?;
        Ok(())
    }

    /// Counts the next income, in canonical order where there is one, and tells what it adds; `id` names it where it is
    /// the one with which a limit is exceeded.
    pub fn add(
        &mut self,
        law: MonthLaw<'_>,
        (regime, exempting): (RegimeId, &Exempting),
        (on, income, id): (Day, Tenge, &[u8]),
    ) -> Result<Added, Error> {
        let limit = self.count_against_limit(law, regime, (on, income, id))?;
        let beyond = matches!(limit, LimitStanding::Crosses | LimitStanding::Over);
        let row_regime =
            if beyond && law.over_limit == OverLimit::Stop { RowRegime::OverLimit } else { law.row_regime(regime) };
        let group = self.group(row_regime);
        group.tally.add_operation(exempting, income)?;
        let now = law.amounts(row_regime, &group.tally);
        let mut shares = PerPayment::default();
        for payment in Payment::ALL {
            shares[payment] = now[payment].checked_sub(group.amounts[payment]).ok_or_else(overflow)?;
        }
        group.amounts = now;
        let withheld = shares.sum().ok_or_else(overflow)?;
        Ok(Added { regime: row_regime, amounts: shares, withheld, limit })
    }

    fn count_against_limit(
        &mut self,
        law: MonthLaw<'_>,
        regime: RegimeId,
        (on, income, id): (Day, Tenge, &[u8]),
    ) -> Result<LimitStanding, Error> {
        let settled = self.crossings.is_some();
        let Some(sum) = self.limit(law, regime, income)? else { return Ok(LimitStanding::Below) };
        let terms = law.month.regime(regime).and_then(|terms| terms.limit.as_ref());
        let Some(terms) = terms.filter(|_| !settled) else { return Ok(LimitStanding::Below) };
        let standing = sum.running.count(income, terms);
        if standing == LimitStanding::Crosses {
            sum.crossing = Some(Crossing { on, by: String::from_utf8_lossy(id).into_owned() });
        }
        Ok(standing)
    }

    /// The rows that the operations come to.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Overflow`] where a sum does not fit.
    pub fn close(self, law: MonthLaw<'_>, (iin, period): (Iin, Month)) -> Result<MonthRows, Error> {
        let (mut limits, mut crossings) = (Vec::new(), Vec::new());
        for open in self.limits {
            let terms = law.month.regime(open.regime).and_then(|terms| terms.limit.as_ref());
            let Some(limit) = terms else { continue };
            let crossed = match &self.crossings {
                Some(known) => known.iter().find(|(of, _)| *of == open.regime).map(|(_, crossing)| crossing.clone()),
                None => open.crossing,
            };
            crossings.extend(crossed.clone().map(|crossing| (open.regime, crossing)));
            let income = Tenge::from_tiyn(open.income);
            limits.push(LimitRow { iin, period, income, limit: limit.amount, crossed });
        }
        let over_limit = limits.iter().any(|row| row.over() > Tenge::ZERO);
        limits.retain(LimitRow::is_notable);
        let mut rows = Vec::with_capacity(self.groups.len());
        for Group { regime, tally, .. } in self.groups {
            let terms = regime.withheld().and_then(|regime| law.month.regime(regime));
            let row = RegisterRow::new((iin, period), regime, terms, tally)?;
            rows.push(RegisterRow { over_limit, ..row });
        }
        rows.sort_by_key(|row| row.regime.code(law.law));
        Ok(MonthRows { iin, period, rows, limits, crossings })
    }
}

/// What is known of a person: his stretches of days, and whether an exemption of his was rejected.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PersonFacts<'a> {
    pub stretches: &'a [Stretch],
    pub exemption_rejected: bool,
}

/// A person's month while its operations come.
pub(crate) struct OpenMonth<'a> {
    law: MonthLaw<'a>,
    person: PersonFacts<'a>,
    key: PersonMonthKey,
    sums: MonthSums,
    /// The stretch of the last operation, its regime and what it exempts from.
    stretch: Option<(StretchDays, RegimeId, Exempting)>,
}

impl<'a> OpenMonth<'a> {
    /// # Errors
    /// Kind [`ErrorKind::NoRates`] where no day of the month has rates.
    pub fn new(
        law: &'a Law,
        over_limit: OverLimit,
        person: PersonFacts<'a>,
        key: PersonMonthKey,
    ) -> Result<OpenMonth<'a>, Error> {
        let law = MonthLaw::new(law, over_limit, key.month())?;
        Ok(OpenMonth { law, person, key, sums: MonthSums::default(), stretch: None })
    }

    pub fn person_month(&self) -> PersonMonthKey {
        self.key
    }

    /// Regime and effect of a stretch. Rows without a regime were rejected (status `no-regime`).
    fn effect(&self, stretch: &Stretch) -> Result<(RegimeId, Exempting), Error> {
        let missing = || Error::defect(say!("operation-without-regime"));
        let regime = stretch.regime.ok_or_else(missing)?;
        // A stretch is cut where the effect of a category changes; before the month's first day nothing is asked.
        let from = stretch.from.max(self.key.month().first_day());
        Ok((regime, Exempting::on(self.law.law, stretch.categories, from)))
    }

    /// Starts with what earlier runs have counted.
    pub fn settle(&mut self, earlier: EarlierMonth) -> Result<(), Error> {
        self.sums.settle(self.law, earlier).map_err(|error| self.key.named(error))
    }

    /// Counts the operations of one stretch by their sum: their number, what they received and what they gave back.
    pub fn add_sum(&mut self, stretch: &Stretch, operations: u64, sides: (Tenge, Tenge)) -> Result<(), Error> {
        let (regime, exempting) = self.effect(stretch)?;
        let added = self.sums.add_sum(self.law, (regime, &exempting), operations, sides);
        added.map_err(|error| self.key.named(error))
    }

    /// Counts the next operation in canonical order and gives its line.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Overflow`] with person and month where a sum does not fit.
    pub fn add_operation<'r>(&mut self, key: OperationKey, income: Tenge, id: &'r [u8]) -> Result<LineRef<'r>, Error> {
        let (regime, exempting) = match self.stretch {
            Some((days, regime, exempting)) if days.has(key.effective_on) => (regime, exempting),
            _ => {
                let days = stretch_of(self.person.stretches, key.effective_on);
                let stretch = self.person.stretches.get(days.number as usize);
                let (regime, exempting) =
                    stretch.map_or_else(|| Err(self.law.law.no_rates(key.effective_on)), |of| self.effect(of))?;
                self.stretch = Some((days, regime, exempting));
                (regime, exempting)
            }
        };
        let added = self.sums.add(self.law, (regime, &exempting), (key.effective_on, income, id));
        let Added { regime, amounts, withheld, .. } = added.map_err(|error| self.key.named(error))?;
        Ok(LineRef {
            id,
            iin: self.key.iin(),
            period: self.key.month(),
            regime,
            settled_on: key.settled_on,
            effective_on: key.effective_on,
            income,
            amounts,
            withheld,
        })
    }

    /// The rows that the operations come to.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Overflow`] with person and month where a sum does not fit.
    pub fn close(self) -> Result<MonthRows, Error> {
        let closed = self.sums.close(self.law, (self.key.iin(), self.key.month()));
        let mut month = closed.map_err(|error| self.key.named(error))?;
        month.rows.iter_mut().for_each(|row| row.exemption_rejected = self.person.exemption_rejected);
        Ok(month)
    }
}
