//! From sorted sums and sorted operations to the rows of a person's month.

use crate::batch::facts::Facts;
use crate::batch::order::{OperationKey, PersonMonthKey, SumKey, income_and_id};
use crate::batch::sorter::Sorted;
use crate::batch::sums::StepSum;
use crate::error::{Error, ErrorKind};
use crate::law::{Law, LawMonth, RegimeId, RegimeMonth, Scope};
use crate::money::Tenge;
use crate::payment::{Payment, PerPayment};
use crate::period::Month;
use crate::person::Iin;
use crate::withholding::due::amounts;
use crate::withholding::limit::{Crossing, LimitRow, OverLimit, RunningSum};
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
pub(crate) struct PersonMonth {
    pub iin: Iin,
    pub period: Month,
    pub rows: Vec<RegisterRow>,
    pub limits: Vec<LimitRow>,
}

/// Person by person and month by month, in the order of the register.
///
/// A person's month comes from its operations where those are given, else from its sums.
pub(crate) struct PersonMonths<'a> {
    terms: Terms<'a>,
    sums: Sorted<'a>,
    operations: Sorted<'a>,
}

impl<'a> PersonMonths<'a> {
    pub fn new(terms: Terms<'a>, sums: Sorted<'a>, operations: Sorted<'a>) -> PersonMonths<'a> {
        PersonMonths { terms, sums, operations }
    }

    /// The next person's month; each of its operations that are given is handed to `line` with its share.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Overflow`] with person and month where a sum does not fit, or what reading back fails with.
    pub fn next(&mut self, mut line: impl FnMut(&Line<'_>) -> Result<(), Error>) -> Result<Option<PersonMonth>, Error> {
        let of_sums = self.sums.key().map(|key| SumKey::from_number(key).person_month);
        let of_operations = self.operations.key().map(|key| OperationKey::from_number(key).person_month);
        let Some(person_month) = of_sums.into_iter().chain(of_operations).min() else { return Ok(None) };
        let mut open = OpenMonth::new(self.terms, person_month)?;
        let result = if of_operations == Some(person_month) {
            self.add_operations(&mut open, &mut line)
        } else {
            self.add_sums(&mut open)
        };
        let result = result.and_then(|()| open.close());
        // Sums of a month that came from its operations are passed over.
        while self.sums.key().is_some_and(|key| SumKey::from_number(key).person_month == person_month) {
            self.sums.advance()?;
        }
        result.map(Some).map_err(|error| match error.kind() {
            ErrorKind::Overflow => person_month.named(error),
            _ => error,
        })
    }

    fn add_sums(&mut self, open: &mut OpenMonth<'_>) -> Result<(), Error> {
        while let Some(key) = self.sums.key().map(SumKey::from_number) {
            if key.person_month != open.person_month {
                break;
            }
            open.add_sum(key.step, StepSum::from_bytes(self.sums.bytes()))?;
            self.sums.advance()?;
        }
        Ok(())
    }

    fn add_operations(
        &mut self,
        open: &mut OpenMonth<'_>,
        line: &mut impl FnMut(&Line<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        while let Some(key) = self.operations.key().map(OperationKey::from_number) {
            if key.person_month != open.person_month {
                break;
            }
            line(&open.add_operation(key, self.operations.bytes())?)?;
            self.operations.advance()?;
        }
        Ok(())
    }
}

/// A person's month while its operations come.
struct OpenMonth<'a> {
    terms: Terms<'a>,
    person_month: PersonMonthKey,
    month: &'a LawMonth,
    groups: Vec<Group<'a>>,
    /// The step of the last operation, what it exempts from, and the day that it was looked up for.
    step: Option<(u32, Exempting, crate::period::Day)>,
    limits: Vec<OpenLimit>,
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
    fn new(terms: Terms<'a>, person_month: PersonMonthKey) -> Result<OpenMonth<'a>, Error> {
        let month = terms
            .law
            .month(person_month.month())
            .ok_or_else(|| terms.law.no_rates(person_month.month().first_day()))?;
        Ok(OpenMonth { terms, person_month, month, groups: Vec::new(), step: None, limits: Vec::new() })
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
        let row_regime = match (self.terms.law.regime(regime).scope, over_limit) {
            (_, true) => RowRegime::OverLimit,
            (Scope::Withheld, _) => RowRegime::Withheld(regime),
            (Scope::OutOfScope, _) => RowRegime::OutOfScope(regime),
        };
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

    fn add_sum(&mut self, step: u32, sum: StepSum) -> Result<(), Error> {
        let regime = self.regime_of(step)?;
        let exempting = self.exempting(step);
        let group = self.group(regime, false);
        self.groups[group].tally.add(&exempting, sum.operations, sum.received, sum.given_back)?;
        self.limit(regime, Tenge::from_tiyn(sum.received.tiyn() - sum.given_back.tiyn()))?;
        Ok(())
    }

    fn add_operation<'r>(&mut self, key: OperationKey, record: &'r [u8]) -> Result<Line<'r>, Error> {
        let (income, id) = income_and_id(record);
        let id = std::str::from_utf8(id).unwrap_or_default();
        let (step, exempting) = match self.step {
            Some((step, exempting, day)) if day == key.effective_on => (step, exempting),
            _ => {
                let step = self.terms.facts.step_on(self.person_month.iin(), key.effective_on);
                let exempting = match self.step {
                    Some((last, exempting, _)) if last == step => exempting,
                    _ => self.exempting(step),
                };
                self.step = Some((step, exempting, key.effective_on));
                (step, exempting)
            }
        };
        let regime = self.regime_of(step)?;
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
    fn cross_limit(&mut self, regime: RegimeId, income: Tenge, key: OperationKey, id: &str) -> Result<bool, Error> {
        let Some(number) = self.limit(regime, income)? else { return Ok(false) };
        let terms = self.month.regime(regime).and_then(|terms| terms.limit.as_ref());
        let open = &mut self.limits[number];
        if terms.is_some_and(|limit| open.running.crosses(income, limit)) {
            open.crossing = Some(Crossing { on: key.effective_on, by: id.to_owned() });
        }
        Ok(open.running.crossed && self.terms.over_limit == OverLimit::Stop)
    }

    fn close(self) -> Result<PersonMonth, Error> {
        let (iin, period) = (self.person_month.iin(), self.person_month.month());
        let mut limits = Vec::new();
        for open in self.limits {
            let Some(limit) = self.month.regime(open.regime).and_then(|terms| terms.limit.as_ref()) else { continue };
            let income = Tenge::from_tiyn(open.income);
            limits.push(LimitRow { iin, period, income, limit: limit.amount, crossed: open.crossing });
        }
        let over_limit = limits.iter().any(|row| row.over() > Tenge::ZERO);
        limits.retain(LimitRow::is_notable);
        let exemption_rejected = self.terms.facts.exemption_rejected(iin);
        let mut rows = Vec::with_capacity(self.groups.len());
        for group in self.groups {
            let row = RegisterRow::new((iin, period), group.regime, group.terms, group.tally)?;
            rows.push(RegisterRow { over_limit, exemption_rejected, ..row });
        }
        rows.sort_by_key(|row| row.regime.code(self.terms.law));
        Ok(PersonMonth { iin, period, rows, limits })
    }
}

/// The months, in order, whose sums do not tell whether the limit was crossed on the way: what they received is above
/// it, so that the running sum may have been, whatever was given back later.
pub(crate) fn months_near_limit(terms: Terms<'_>, mut sums: Sorted<'_>) -> Result<Vec<PersonMonthKey>, Error> {
    let mut found: Vec<PersonMonthKey> = Vec::new();
    let mut last: Option<PersonMonthKey> = None;
    let mut received: i128 = 0;
    let mut limits = RegimeLimits { law: terms.law, month: None };
    while let Some(key) = sums.key().map(SumKey::from_number) {
        if last != Some(key.person_month) {
            last = Some(key.person_month);
            received = 0;
        }
        let limit = terms.facts.step(key.step).regime.and_then(|regime| limits.of(key.person_month.month(), regime));
        if let Some(limit) = limit {
            received += i128::from(StepSum::from_bytes(sums.bytes()).received.tiyn());
            if received > i128::from(limit.tiyn()) && found.last() != Some(&key.person_month) {
                found.push(key.person_month);
            }
        }
        sums.advance()?;
    }
    Ok(found)
}

/// Limits of regimes, with the month of the last question at hand.
struct RegimeLimits<'a> {
    law: &'a Law,
    month: Option<&'a LawMonth>,
}

impl RegimeLimits<'_> {
    fn of(&mut self, month: Month, regime: RegimeId) -> Option<Tenge> {
        if self.month.is_none_or(|known| known.month != month) {
            self.month = self.law.month(month);
        }
        self.month?.regime(regime)?.limit.as_ref().map(|limit| limit.amount)
    }
}
