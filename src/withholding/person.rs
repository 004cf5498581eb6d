//! One person's month, from amounts to amounts: what a payroll system asks that has no batch.

use rust_decimal::Decimal;

use crate::error::{Error, ErrorKind};
use crate::law::{Categories, Law, RegimeId, RegimeMonth};
use crate::money::Tenge;
use crate::payment::PerPayment;
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::withholding::due::amounts;
use crate::withholding::row::{RegisterRow, RowRegime};
use crate::withholding::tally::{Exempting, Tally};

/// What is withheld from one person for one month under one regime, income by income.
///
/// Amounts are those that a [`Batch`](crate::Batch) of the same operations gives with the policy
/// [`Cap`](crate::OverLimit::Cap). The order of the incomes does not matter.
///
/// ```
/// use rust_decimal::Decimal;
/// use ustap::{Law, Payment, PersonMonth};
///
/// let law = Law::builtin()?;
/// let mut month = PersonMonth::new(&law, "2026-08".parse()?)?;
/// month.add("2026-08-05".parse()?, Decimal::new(60_000_000, 2), &[])?;
/// // СО stops at 7 МЗП = 595 000 tenge.
/// assert_eq!(month.amounts()[Payment::So], Decimal::from(5_950));
/// assert_eq!(month.amounts()[Payment::Opv], Decimal::from(6_000));
/// # Ok::<(), ustap::Error>(())
/// ```
///
/// # Law
/// SC 102-1, TC 720–721; each amount's own provisions are in [`RegisterRow::explain`].
#[derive(Debug, Clone)]
pub struct PersonMonth<'a> {
    law: &'a Law,
    period: Month,
    regime: RegimeId,
    terms: &'a RegimeMonth,
    tally: Tally,
}

impl<'a> PersonMonth<'a> {
    /// A month without income of a person on the regime of those who are not listed: `self-employed` from 2026-01.
    ///
    /// # Errors
    /// Kind [`ErrorKind::NoRates`] where no day of the month has rates or that regime changes inside the month.
    ///
    /// # Law
    /// See [`Law::default_regime`].
    pub fn new(law: &'a Law, period: Month) -> Result<PersonMonth<'a>, Error> {
        let last = period.last_day();
        let regime = law.default_regime(last).ok_or_else(|| law.no_rates(last))?;
        let days = std::iter::successors(Some(period.first_day()), |day| day.next()).take_while(|&day| day <= last);
        if days.filter_map(|day| law.default_regime(day)).any(|other| other != regime) {
            return Err(Error::new(
                ErrorKind::NoRates,
                format!("the regime of those not listed changes inside {period}"),
            )
            .hint("name the regime: PersonMonth::under"));
        }
        PersonMonth::under(law, period, regime)
    }

    /// A month without income of a person on this regime, which is of this law.
    ///
    /// # Errors
    /// Kind [`ErrorKind::NoRates`] where the regime has no rates in the month: it is not in force, or out of scope, which
    /// does not mean that nothing is due.
    pub fn under(law: &'a Law, period: Month, regime: RegimeId) -> Result<PersonMonth<'a>, Error> {
        let month = law.month(period).ok_or_else(|| law.no_rates(period.first_day()))?;
        let terms = month.regime(regime).ok_or_else(|| {
            let code = &law.regime(regime).code;
            Error::new(ErrorKind::NoRates, format!("under the regime {code} nothing is computed here in {period}"))
        })?;
        Ok(PersonMonth { law, period, regime, terms, tally: Tally::default() })
    }

    /// Counts income in tenge, gross, received on this day, on which the person belongs to the categories with these
    /// codes; negative: income of this day given back.
    ///
    /// # Errors
    /// Nothing is counted then. Kind [`ErrorKind::Operation`] where the day is not in the month or a category is unknown;
    /// [`ErrorKind::NoRates`] where the day has no rates or the regime is not in force on it; [`ErrorKind::Money`] where
    /// the income is finer than a tiyn or beyond ±999 999 999 999.99; [`ErrorKind::Overflow`] where the sum is too large.
    ///
    /// # Law
    /// TC 719(2)–(3): the day of settlement decides. That an exemption holds by that day is inferred.
    pub fn add(&mut self, day: Day, income: Decimal, categories: &[&str]) -> Result<(), Error> {
        if day.month() != self.period {
            return Err(Error::new(ErrorKind::Operation, format!("{day} is not in {}", self.period)));
        }
        if !self.law.has_rates(day) {
            return Err(self.law.no_rates(day));
        }
        if !self.law.in_force(self.regime, day) {
            let code = &self.law.regime(self.regime).code;
            return Err(Error::new(ErrorKind::NoRates, format!("the regime {code} is not in force on {day}")));
        }
        let amount = Tenge::try_from(income)?;
        if !amount.is_operation_amount() {
            return Err(Error::new(ErrorKind::Money, format!("{income} tenge is beyond 999999999999.99")));
        }
        let exempting = Exempting::on(self.law, self.categories(categories)?, day);
        let mut tally = self.tally;
        tally.add_operation(&exempting, amount)?;
        self.tally = tally;
        Ok(())
    }

    fn categories(&self, codes: &[&str]) -> Result<Categories, Error> {
        codes.iter().try_fold(Categories::EMPTY, |categories, code| {
            let unknown = || Error::new(ErrorKind::Operation, format!("`{code}` is no category of exemption"));
            Ok(categories.with(self.law.category_id(code).ok_or_else(unknown)?))
        })
    }

    /// What is withheld for the month so far, in tenge; zero where the regime has no such payment.
    pub fn amounts(&self) -> PerPayment<Decimal> {
        let amounts = amounts(self.terms, &self.tally);
        PerPayment::from_fn(|payment| amounts[payment].into())
    }

    /// The month as this person's row of the register: bases, exempt income, notes, and the way to each amount.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Overflow`] where the five amounts together exceed 92 233 720 368 547 758.07 tenge.
    pub fn row(&self, iin: Iin) -> Result<RegisterRow, Error> {
        let regime = RowRegime::Withheld(self.regime);
        let mut row = RegisterRow::new((iin, self.period), regime, Some(self.terms), self.tally)?;
        row.over_limit = self.terms.limit.as_ref().is_some_and(|limit| self.tally.income() > limit.amount);
        Ok(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payment::Payment;

    fn law() -> Law {
        Law::builtin().unwrap()
    }

    fn amounts_of(law: &Law, month: &str, day: &str, income: &str, categories: &[&str]) -> [String; 5] {
        let mut person = PersonMonth::new(law, month.parse().unwrap()).unwrap();
        person.add(day.parse().unwrap(), income.parse().unwrap(), categories).unwrap();
        Payment::ALL.map(|payment| person.amounts()[payment].normalize().to_string())
    }

    #[test]
    fn worked_cases_of_law_md_section_9() {
        let law = law();
        for (income, categories, [opv, opvr, so, vosms]) in [
            ("100000", &[][..], [1_000, 1_000, 1_000, 1_000]),
            ("300000", &[], [3_000, 3_000, 3_000, 3_000]),
            ("595000", &[], [5_950, 5_950, 5_950, 5_950]),
            ("600000", &[], [6_000, 6_000, 5_950, 6_000]),
            ("1000000", &[], [10_000, 10_000, 5_950, 10_000]),
            ("1297500", &[], [12_975, 12_975, 5_950, 12_975]),
            ("1500000", &[], [12_975, 12_975, 5_950, 12_975]),
            ("300000", &["born-before-1975"], [3_000, 0, 3_000, 3_000]),
            ("300000", &["pension-age"], [0, 0, 0, 0]),
            ("300000", &["disability-1-2-permanent"], [0, 0, 3_000, 0]),
            ("300000", &["full-time-student"], [3_000, 3_000, 3_000, 0]),
            ("149.50", &[], [1, 1, 1, 1]),
            ("150.00", &[], [2, 2, 2, 2]),
        ] {
            let expected = [0, opv, opvr, so, vosms].map(|amount: i32| amount.to_string());
            assert_eq!(
                amounts_of(&law, "2026-08", "2026-08-05", income, categories),
                expected,
                "{income} {categories:?}"
            );
        }
        let expected = [3_000, 3_000, 0, 3_000, 3_000].map(|amount: i32| amount.to_string());
        assert_eq!(amounts_of(&law, "2025-06", "2025-06-30", "300000", &[]), expected);
    }

    #[test]
    fn incomes_of_a_month_add_up_and_are_given_back() {
        let law = law();
        let mut month = PersonMonth::new(&law, "2026-08".parse().unwrap()).unwrap();
        // A student until the 15th: ВОСМС from 200 000 alone. 100 000 + 200 000 + 1 200 000 − 3 000 = 1 497 000.
        for (day, income, categories) in [
            ("2026-08-15", 100_000, &["full-time-student"][..]),
            ("2026-08-16", 200_000, &[]),
            ("2026-08-31", 1_200_000, &[]),
            ("2026-08-16", -3_000, &[]),
        ] {
            month.add(day.parse().unwrap(), Decimal::from(income), categories).unwrap();
        }
        let row = month.row("900101300017".parse().unwrap()).unwrap();
        assert_eq!(row.tally.income().to_string(), "1497000.00");
        assert_eq!(row.tally.exempt(Payment::Vosms).income().to_string(), "100000.00");
        assert!(row.over_limit);
        assert_eq!(
            row.notes(&law),
            "ipn:zero-rate|opv:capped|opvr:capped|so:capped|vosms:part-exempt=full-time-student|vosms:capped|over-limit"
        );
        // 3 × 12 975 + 5 950
        assert_eq!(row.withheld.to_string(), "44875.00");
        for payment in Payment::ALL {
            assert_eq!(Decimal::from(row.amount(payment)), month.amounts()[payment]);
        }
    }

    #[test]
    fn refused() {
        let law = law();
        let kind =
            |month: &str| PersonMonth::new(&law, month.parse().unwrap()).map(|_| ()).map_err(|error| error.kind());
        assert_eq!(kind("2024-08"), Err(ErrorKind::NoRates));
        assert_eq!(kind("2024-09"), Ok(()));
        assert_eq!(kind("2027-01"), Err(ErrorKind::NoRates));
        let under = |month: &str, code: &str| {
            let regime = law.regime_id(code).unwrap();
            PersonMonth::under(&law, month.parse().unwrap(), regime).map(|_| ()).map_err(|error| error.kind())
        };
        assert_eq!(under("2026-08", "entrepreneur"), Err(ErrorKind::NoRates));
        assert_eq!(under("2026-08", "mobile-app"), Err(ErrorKind::NoRates));
        assert_eq!(under("2025-12", "mobile-app"), Ok(()));

        let add = |month: &str, day: &str, income: &str, categories: &[&str]| {
            let mut month = PersonMonth::new(&law, month.parse().unwrap()).unwrap();
            let added = month.add(day.parse().unwrap(), income.parse().unwrap(), categories);
            assert!(month.amounts().iter().all(|(_, amount)| amount.is_zero()));
            added.map_err(|error| error.kind())
        };
        assert_eq!(add("2026-08", "2026-09-01", "1", &[]), Err(ErrorKind::Operation));
        assert_eq!(add("2024-09", "2024-09-02", "1", &[]), Err(ErrorKind::NoRates));
        assert_eq!(add("2026-08", "2026-08-01", "1", &["student"]), Err(ErrorKind::Operation));
        assert_eq!(add("2026-08", "2026-08-01", "1.005", &[]), Err(ErrorKind::Money));
        assert_eq!(add("2026-08", "2026-08-01", "1000000000000", &[]), Err(ErrorKind::Money));
    }
}
