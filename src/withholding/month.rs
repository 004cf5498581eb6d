//! From sums or operations in order to the rows of a person's month.

use crate::batch::earlier::{EarlierMonth, row_regime};
use crate::batch::months::grouping::StepSum;
use crate::error::{Error, ErrorKind};
use crate::facts::{Facts, StepDays};
use crate::law::{Law, LawMonth, RegimeId, RegimeMonth};
use crate::money::Tenge;
use crate::payment::{Payment, PerPayment};
use crate::period::Month;
use crate::person::Iin;
use crate::withholding::due::amounts;
use crate::withholding::limit::{Crossing, LimitRow, OverLimit, RunningSum};
use crate::withholding::order::{OperationKey, PersonMonthKey};
use crate::withholding::row::{Line, RegisterRow, RowRegime};
use crate::withholding::tally::{Exempting, Tally};

/// What rows are made by: the law, the facts on persons and the policy.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terms<'a> {
    pub law: &'a Law,
    pub facts: &'a Facts,
    pub over_limit: OverLimit,
}

/// The rows of one person's month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MonthRows {
    pub iin: Iin,
    pub period: Month,
    pub rows: Vec<RegisterRow>,
    pub limits: Vec<LimitRow>,
    /// The operations with which limits were first exceeded, by regime.
    pub crossings: Vec<(RegimeId, Crossing)>,
}

/// A person's month while its operations come.
pub(crate) struct OpenMonth<'a> {
    terms: Terms<'a>,
    person_month: PersonMonthKey,
    month: &'a LawMonth,
    groups: Vec<Group<'a>>,
    /// The person's timeline, once an operation is counted by itself.
    timeline: Option<(u32, u32)>,
    /// The step of the last operation and what it exempts from.
    step: Option<(StepDays, Exempting)>,
    limits: Vec<OpenLimit>,
    /// Where earlier runs have counted operations of the month: with which operations its limits are first exceeded,
    /// which the new ones alone do not tell.
    crossings: Option<Vec<(RegimeId, Crossing)>>,
}

/// A row while its operations come.
struct Group<'a> {
    regime: RowRegime,
    terms: Option<&'a RegimeMonth>,
    tally: Tally,
    /// The amounts for the operations so far.
    amounts: PerPayment<Tenge>,
}

struct OpenLimit {
    regime: RegimeId,
    income: i64,
    running: RunningSum,
    crossing: Option<Crossing>,
}

impl<'a> OpenMonth<'a> {
    pub fn new(terms: Terms<'a>, person_month: PersonMonthKey) -> Result<OpenMonth<'a>, Error> {
        let month = terms
            .law
            .month(person_month.month())
            .ok_or_else(|| terms.law.no_rates(person_month.month().first_day()))?;
        Ok(OpenMonth {
            terms,
            person_month,
            month,
            groups: Vec::new(),
            timeline: None,
            step: None,
            limits: Vec::new(),
            crossings: None,
        })
    }

    pub fn person_month(&self) -> PersonMonthKey {
        self.person_month
    }

    /// The regime of a step. Rows without one were rejected (status `no-regime`).
    fn regime_of(&self, step: u32) -> Result<RegimeId, Error> {
        self.terms
            .facts
            .step(step)
            .regime
            .ok_or_else(|| Error::new(ErrorKind::NoRates, "an operation without a regime was not rejected"))
    }

    fn exempting(&self, step: u32) -> Exempting {
        let step = self.terms.facts.step(step);
        // A step is cut where the effect of a category changes; before the month's first day nothing is asked.
        Exempting::on(self.terms.law, step.categories, step.from.max(self.person_month.month().first_day()))
    }

    /// The number of the group under this regime, made where it is not there yet.
    fn group(&mut self, regime: RegimeId, over_limit: bool) -> usize {
        let row_regime = if over_limit { RowRegime::OverLimit } else { row_regime(self.terms.law, regime) };
        if let Some(number) = self.groups.iter().position(|group| group.regime == row_regime) {
            return number;
        }
        let terms = match row_regime {
            RowRegime::Withheld(regime) => self.month.regime(regime),
            RowRegime::OutOfScope(_) | RowRegime::OverLimit => None,
        };
        self.groups.push(Group { regime: row_regime, terms, tally: Tally::default(), amounts: PerPayment::default() });
        self.groups.len() - 1
    }

    /// Counts income against the regime's limit, where it has one; gives its number among the limits.
    fn limit(&mut self, regime: RegimeId, income: Tenge) -> Result<Option<usize>, Error> {
        if self.month.regime(regime).is_none_or(|terms| terms.limit.is_none()) {
            return Ok(None);
        }
        let number = match self.limits.iter().position(|limit| limit.regime == regime) {
            Some(number) => number,
            None => {
                self.limits.push(OpenLimit { regime, income: 0, running: RunningSum::default(), crossing: None });
                self.limits.len() - 1
            }
        };
        let limit = &mut self.limits[number];
        limit.income = limit.income.checked_add(income.tiyn()).ok_or_else(crate::withholding::tally::overflow)?;
        Ok(Some(number))
    }

    /// Starts with what earlier runs have counted. It keeps the exempt days and the regime that it had then.
    pub fn settle(&mut self, earlier: EarlierMonth) -> Result<(), Error> {
        for row in earlier.rows {
            let number = self.group(row.regime, false);
            let group = &mut self.groups[number];
            group.tally = row.tally;
            if let Some(terms) = group.terms {
                group.amounts = amounts(terms, &group.tally);
            }
            self.limit(row.regime, row.tally.income())?;
        }
        self.crossings = Some(earlier.crossings);
        Ok(())
    }

    /// Counts the operations of one step by their sum.
    pub fn add_sum(&mut self, sum: &StepSum) -> Result<(), Error> {
        let regime = self.regime_of(sum.step)?;
        let exempting = self.exempting(sum.step);
        let group = self.group(regime, false);
        self.groups[group].tally.add(&exempting, sum.operations, sum.received, sum.given_back)?;
        self.limit(regime, Tenge::from_tiyn(sum.received.tiyn() - sum.given_back.tiyn()))?;
        Ok(())
    }

    /// Counts the next operation in canonical order and gives its line.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Overflow`] with person and month where a sum does not fit.
    pub fn add_operation<'r>(&mut self, key: OperationKey, income: Tenge, id: &'r [u8]) -> Result<Line<'r>, Error> {
        self.count(key, income, id).map_err(|error| self.person_month.named(error))
    }

    fn count<'r>(&mut self, key: OperationKey, income: Tenge, id: &'r [u8]) -> Result<Line<'r>, Error> {
        let (step, exempting) = match self.step {
            Some((step, exempting)) if step.has(key.effective_on) => (step, exempting),
            _ => {
                let facts = self.terms.facts;
                let timeline = *self.timeline.get_or_insert_with(|| facts.timeline(self.person_month.iin()));
                let step = facts.step_of(timeline, key.effective_on);
                let exempting = self.exempting(step.number);
                self.step = Some((step, exempting));
                (step, exempting)
            }
        };
        let regime = self.regime_of(step.number)?;
        let over_limit = self.cross_limit(regime, income, key, id)?;
        let number = self.group(regime, over_limit);
        let group = &mut self.groups[number];
        group.tally.add_operation(&exempting, income)?;
        let before = group.amounts;
        if let Some(terms) = group.terms {
            group.amounts = amounts(terms, &group.tally);
        }
        let shares = PerPayment::from_fn(|payment| {
            Tenge::from_tiyn(group.amounts[payment].tiyn().saturating_sub(before[payment].tiyn()))
        });
        let withheld = Payment::ALL
            .into_iter()
            .try_fold(Tenge::ZERO, |sum, payment| sum.checked_add(shares[payment]))
            .ok_or_else(crate::withholding::tally::overflow)?;
        Ok(Line {
            id,
            iin: self.person_month.iin(),
            period: self.person_month.month(),
            regime: group.regime,
            settled_on: key.settled_on,
            effective_on: key.effective_on,
            income,
            amounts: shares,
            withheld,
        })
    }

    /// Counts the operation against the limit; `true` where it falls outside the regime.
    fn cross_limit(&mut self, regime: RegimeId, income: Tenge, key: OperationKey, id: &[u8]) -> Result<bool, Error> {
        let Some(number) = self.limit(regime, income)? else { return Ok(false) };
        if self.crossings.is_some() {
            return Ok(false);
        }
        let terms = self.month.regime(regime).and_then(|terms| terms.limit.as_ref());
        let open = &mut self.limits[number];
        if terms.is_some_and(|limit| open.running.crosses(income, limit)) {
            open.crossing = Some(Crossing { on: key.effective_on, by: String::from_utf8_lossy(id).into_owned() });
        }
        Ok(open.running.crossed && self.terms.over_limit == OverLimit::Stop)
    }

    /// The rows that the operations come to.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Overflow`] with person and month where a sum does not fit.
    pub fn close(self) -> Result<MonthRows, Error> {
        let (iin, period) = (self.person_month.iin(), self.person_month.month());
        let (mut limits, mut crossings) = (Vec::new(), Vec::new());
        for open in self.limits {
            let Some(limit) = self.month.regime(open.regime).and_then(|terms| terms.limit.as_ref()) else { continue };
            let income = Tenge::from_tiyn(open.income);
            let crossed = match &self.crossings {
                Some(known) => known.iter().find(|(of, _)| *of == open.regime).map(|(_, crossing)| crossing.clone()),
                None => open.crossing,
            };
            crossings.extend(crossed.clone().map(|crossing| (open.regime, crossing)));
            limits.push(LimitRow { iin, period, income, limit: limit.amount, crossed });
        }
        let over_limit = limits.iter().any(|row| row.over() > Tenge::ZERO);
        limits.retain(LimitRow::is_notable);
        let exemption_rejected = self.terms.facts.exemption_rejected(iin);
        let mut rows = Vec::with_capacity(self.groups.len());
        for group in self.groups {
            let row = RegisterRow::new((iin, period), group.regime, group.terms, group.tally)
                .map_err(|error| self.person_month.named(error))?;
            rows.push(RegisterRow { over_limit, exemption_rejected, ..row });
        }
        rows.sort_by_key(|row| row.regime.code(self.terms.law));
        Ok(MonthRows { iin, period, rows, limits, crossings })
    }
}
