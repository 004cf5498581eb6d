//! One person's month, income by income: what a payroll system asks that has no batch.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::error::{Error, ErrorKind};
use crate::law::{Categories, Law, OverLimit, RegimeId};
use crate::money::Tenge;
use crate::payment::PerPayment;
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::withholding::limit::LimitStanding;
use crate::withholding::month::{Added, MonthLaw, MonthSums};
use crate::withholding::row::{RegisterRow, RowRegime};
use crate::withholding::state::{self, Kept};
use crate::withholding::tally::Exempting;
use crate::words::say;

/// What is withheld from one person for one month under one regime, income by income.
///
/// Each income gives the line that it makes and tells where the month stands against the limit, so that a payout service
/// can decide at the moment of payout what it withholds and whether it may pay. Amounts of the month are those that a
/// [`Batch`](crate::Batch) of the same operations gives; they do not depend on the order of the incomes, but for the
/// policy [`Stop`](OverLimit::Stop).
///
/// ```
/// use rust_decimal::Decimal;
/// use ustap::{Law, LimitStanding, Payment, PersonMonth};
///
/// let law = Law::current()?;
/// let mut month = PersonMonth::new(&law, "2026-08".parse()?)?;
/// let first = month.add("2026-08-05".parse()?, Decimal::from(600_000), &[])?;
/// // СО stops at 7 МЗП = 595 000 tenge.
/// assert_eq!(first.amounts[Payment::So], "5950.00".parse()?);
/// assert_eq!(first.amounts[Payment::Opv], "6000.00".parse()?);
/// // 600 000 − 3 × 6 000 − 5 950
/// assert_eq!(first.payout(), "576050.00".parse()?);
///
/// // Kept between two payouts, and taken up again.
/// let kept = month.state();
/// let mut month = PersonMonth::resume(&law, &kept)?;
/// let second = month.add("2026-08-06".parse()?, Decimal::from(700_000), &[])?;
/// // 1 300 000 is above 300 МРП = 1 297 500 (TC 718(2)).
/// assert_eq!(second.limit, LimitStanding::Crosses);
/// # Ok::<(), ustap::Error>(())
/// ```
///
/// # Law
/// SC 102-1, TC 718(2), 720–721; each amount's own provisions are in [`RegisterRow::explain`].
#[derive(Debug, Clone)]
pub struct PersonMonth {
    law: Arc<Law>,
    period: Month,
    regime: RegimeId,
    over_limit: OverLimit,
    sums: MonthSums,
}

/// What is withheld from one income of a [`PersonMonth`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PersonLine {
    /// The income in tenge, negative where given back.
    pub income: Tenge,
    /// What the income adds to the month's amounts, negative where too much had been withheld.
    pub amounts: PerPayment<Tenge>,
    /// The sum of the five.
    pub withheld: Tenge,
    /// Where the month stands against the limit with this income.
    pub limit: LimitStanding,
}

impl PersonLine {
    /// What the contractor receives: income − withheld.
    pub fn payout(&self) -> Tenge {
        // An income has 47 bits and what is withheld 63 at most.
        Tenge::from_tiyn(self.income.tiyn().saturating_sub(self.withheld.tiyn()))
    }
}

impl PersonMonth {
    /// A month without income of a person on the regime of those who are not listed: `self-employed` from 2026-01.
    ///
    /// # Errors
    /// Kind [`ErrorKind::NoRates`] where no day of the month has rates or that regime changes inside the month.
    ///
    /// # Law
    /// See [`Law::default_regime`].
    pub fn new(law: &Arc<Law>, period: Month) -> Result<PersonMonth, Error> {
        let last = period.last_day();
        let regime = law.default_regime(last).ok_or_else(|| law.no_rates(last))?;
        if period.days().filter_map(|day| law.default_regime(day)).any(|other| other != regime) {
            let message = say!("person-month-regime-changes", period = period.to_string());
            return Err(Error::new(ErrorKind::NoRates, message).with_hint(say!("person-month-regime-changes-hint")));
        }
        PersonMonth::under(law, period, regime)
    }

    /// A month without income of a person on this regime, which is of this law.
    ///
    /// # Errors
    /// Kind [`ErrorKind::NoRates`] where the regime has no rates in the month: it is not in force, or out of scope, which
    /// does not mean that nothing is due.
    ///
    /// # Panics
    /// As [`Law::regime`].
    pub fn under(law: &Arc<Law>, period: Month, regime: RegimeId) -> Result<PersonMonth, Error> {
        let month = law.month(period).ok_or_else(|| law.no_rates(period.first_day()))?;
        if month.regime(regime).is_none() {
            let code = &law.regime(regime).code;
            let message = say!("person-month-out-of-scope", regime = &**code, period = period.to_string());
            return Err(Error::new(ErrorKind::NoRates, message));
        }
        let (law, sums) = (Arc::clone(law), MonthSums::default());
        Ok(PersonMonth { law, period, regime, over_limit: OverLimit::Cap, sums })
    }

    /// The same month with this reading of income above the limit (law.md section 4), to be chosen before the first income:
    /// what was withheld by the other one stays withheld. The default is [`OverLimit::Cap`].
    #[must_use]
    pub fn over_limit(self, over_limit: OverLimit) -> PersonMonth {
        PersonMonth { over_limit, ..self }
    }

    /// The calendar month.
    pub fn period(&self) -> Month {
        self.period
    }

    /// Counts income in tenge, gross, received on this day, on which the person belongs to the categories with these
    /// codes; negative: income of this day given back. Gives the line that it makes.
    ///
    /// # Errors
    /// Nothing is counted then. Kind [`ErrorKind::Operation`] where the day is not in the month or a category is unknown;
    /// [`ErrorKind::NoRates`] where the day has no rates or the regime is not in force on it; [`ErrorKind::Money`] where
    /// the income is finer than a tiyn or beyond ±999 999 999 999.99; [`ErrorKind::Overflow`] where the sum is too large.
    ///
    /// # Law
    /// TC 719(2)–(3): the day of settlement decides. That an exemption holds by that day is inferred.
    pub fn add(&mut self, day: Day, income: Decimal, categories: &[&str]) -> Result<PersonLine, Error> {
        if day.month() != self.period {
            let message = say!("person-month-other-day", day = day.to_string(), period = self.period.to_string());
            return Err(Error::new(ErrorKind::Operation, message));
        }
        if !self.law.has_rates(day) {
            return Err(self.law.no_rates(day));
        }
        if !self.law.in_force(self.regime, day) {
            let code = &self.law.regime(self.regime).code;
            let message = say!("person-month-not-in-force", regime = &**code, day = day.to_string());
            return Err(Error::new(ErrorKind::NoRates, message));
        }
        let amount = Tenge::try_from(income)?;
        if !amount.is_operation_amount() {
            let message = say!("person-month-income-beyond", income = income.to_string());
            return Err(Error::new(ErrorKind::Money, message));
        }
        let exempting = Exempting::on(&self.law, self.categories(categories)?, day);
        let mut sums = self.sums.clone();
        let law = MonthLaw::new(&self.law, self.over_limit, self.period)?;
        let Added { amounts, withheld, limit, .. } = sums.add(law, (self.regime, &exempting), (day, amount, b""))?;
        self.sums = sums;
        Ok(PersonLine { income: amount, amounts, withheld, limit })
    }

    fn categories(&self, codes: &[&str]) -> Result<Categories, Error> {
        codes.iter().try_fold(Categories::EMPTY, |categories, code| Ok(categories.with(self.law.category_id(code)?)))
    }

    /// What is withheld for the month so far, in tenge; zero where the regime has no such payment.
    pub fn amounts(&self) -> PerPayment<Tenge> {
        let regime = RowRegime::Withheld(self.regime);
        let group = self.sums.groups.iter().find(|group| group.regime == regime);
        group.map(|group| group.amounts).unwrap_or_default()
    }

    /// The month as this person's row of the register under the regime: bases, exempt income, notes, and the way to each
    /// amount. Of a month that was resumed under other tables it is what they come to, while [`PersonMonth::amounts`] has
    /// what was withheld; the next line makes up the difference. Under [`OverLimit::Stop`] what lies beyond the limit has a
    /// row of its own there, in which nothing is due; this one says that the limit is exceeded. Where the register has no
    /// row under the regime, as of a month without income or one whose first income is beyond the limit, it is one of
    /// zeros.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Overflow`] where the five amounts together exceed 92 233 720 368 547 758.07 tenge.
    pub fn row(&self, iin: Iin) -> Result<RegisterRow, Error> {
        let law = MonthLaw::new(&self.law, self.over_limit, self.period)?;
        let rows = self.sums.clone().close(law, (iin, self.period))?.rows;
        let over_limit = rows.iter().any(|row| row.over_limit);
        let regime = RowRegime::Withheld(self.regime);
        let terms = law.month.regime(self.regime);
        let row = rows.into_iter().find(|row| row.regime == regime);
        let row = row.map_or_else(|| RegisterRow::new((iin, self.period), regime, terms, Default::default()), Ok)?;
        Ok(RegisterRow { over_limit, ..row })
    }

    /// The month as text that [`PersonMonth::resume`] takes up again: versioned, with sums in tiyn, without a person.
    pub fn state(&self) -> String {
        let &PersonMonth { period, regime, over_limit, ref sums, .. } = self;
        state::write(&self.law, &Kept { period, regime, over_limit, sums: sums.clone() })
    }

    /// The month of a state that [`PersonMonth::state`] gave. What was withheld stays withheld, and the next line makes up
    /// the difference where this law has other rates.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Operation`] where the text is no such state, or of another version; [`ErrorKind::NoRates`] where
    /// this law does not know its month, its regime or a category of it.
    pub fn resume(law: &Arc<Law>, state: &str) -> Result<PersonMonth, Error> {
        let Kept { period, regime, over_limit, sums } = state::read(law, state)?;
        Ok(PersonMonth { over_limit, sums, ..PersonMonth::under(law, period, regime)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payment::Payment;

    fn law() -> Arc<Law> {
        Law::current().unwrap()
    }

    fn amounts_of(law: &Arc<Law>, month: &str, day: &str, income: &str, categories: &[&str]) -> [String; 5] {
        let mut person = PersonMonth::new(law, month.parse().unwrap()).unwrap();
        person.add(day.parse().unwrap(), income.parse().unwrap(), categories).unwrap();
        Payment::ALL.map(|payment| Decimal::from(person.amounts()[payment]).normalize().to_string())
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
            assert_eq!(row.amount(payment), month.amounts()[payment]);
        }
    }

    /// `over-limit` is noted on every row of a month whose limit row has `over` above zero (formats.md).
    #[test]
    fn a_row_without_income_under_the_regime_tells_of_the_limit_too() {
        let law = law();
        let notes = |policy: OverLimit, incomes: &[i64]| {
            let mut month = PersonMonth::new(&law, "2026-08".parse().unwrap()).unwrap().over_limit(policy);
            for &income in incomes {
                month.add("2026-08-05".parse().unwrap(), Decimal::from(income), &[]).unwrap();
            }
            let row = month.row("900101300017".parse().unwrap()).unwrap();
            assert_eq!(row.notes(&law).ends_with("|over-limit"), row.over_limit);
            (row.over_limit, row.tally.operations, row.withheld.to_string())
        };
        let nothing = |over_limit| (over_limit, 0, "0.00".to_owned());
        // The limit is 1 297 500: an income of 2 000 000 is beyond it whole, and of it 1 000 000 may be given back.
        assert_eq!(notes(OverLimit::Stop, &[2_000_000]), nothing(true));
        assert_eq!(notes(OverLimit::Stop, &[2_000_000, -1_000_000]), nothing(false));
        assert_eq!(notes(OverLimit::Stop, &[]), nothing(false));
        // 3 × 1 000 + 1 000 of 100 000 inside.
        assert_eq!(notes(OverLimit::Stop, &[100_000, 1_900_000]), (true, 1, "4000.00".to_owned()));
        // 3 × 12 975 + 5 950
        assert_eq!(notes(OverLimit::Cap, &[2_000_000]), (true, 1, "44875.00".to_owned()));
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
            assert!(month.amounts().iter().all(|(_, amount)| *amount == Tenge::ZERO));
            added.map(|_| ()).map_err(|error| error.kind())
        };
        assert_eq!(add("2026-08", "2026-09-01", "1", &[]), Err(ErrorKind::Operation));
        assert_eq!(add("2024-09", "2024-09-02", "1", &[]), Err(ErrorKind::NoRates));
        assert_eq!(add("2026-08", "2026-08-01", "1", &["student"]), Err(ErrorKind::Operation));
        assert_eq!(add("2026-08", "2026-08-01", "1.005", &[]), Err(ErrorKind::Money));
        assert_eq!(add("2026-08", "2026-08-01", "1000000000000", &[]), Err(ErrorKind::Money));
    }

    #[test]
    fn lines_add_up_and_tell_where_the_limit_stands() {
        let law = law();
        for over_limit in OverLimit::ALL {
            let mut month = PersonMonth::new(&law, "2026-08".parse().unwrap()).unwrap().over_limit(over_limit);
            let mut kept = month.state();
            let stops = over_limit == OverLimit::Stop;
            // The limit is 1 297 500, 80 % of it 1 038 000. ОПВ, ОПВР, ВОСМС 1 % up to 12 975, СО 1 % up to 5 950.
            for (income, [opv, so], limit) in [
                (1_037_999, [10_380, 5_950], LimitStanding::Below),
                (1, [0, 0], LimitStanding::Near),
                // Exactly the limit is inside: 1 % of 1 297 500 is 12 975, of which 10 380 are withheld.
                (259_500, [2_595, 0], LimitStanding::Near),
                (1, [0, 0], LimitStanding::Crosses),
                (-500_000, if stops { [0, 0] } else { [-5_000, 0] }, LimitStanding::Over),
                (1_000, if stops { [0, 0] } else { [10, 0] }, LimitStanding::Over),
            ] {
                let mut resumed = PersonMonth::resume(&law, &kept).unwrap();
                let day = "2026-08-05".parse().unwrap();
                let line = month.add(day, Decimal::from(income), &[]).unwrap();
                assert_eq!(resumed.add(day, Decimal::from(income), &[]).unwrap(), line);
                let tenge = |tenge: i64| Tenge::from_tiyn(100 * tenge);
                let expected = [0, opv, opv, so, opv].map(tenge);
                assert_eq!(Payment::ALL.map(|payment| line.amounts[payment]), expected, "{income} {over_limit:?}");
                assert_eq!((line.limit, line.withheld), (limit, tenge(3 * opv + so)), "{income} {over_limit:?}");
                kept = month.state();
                assert_eq!(resumed.state(), kept);
            }
        }
    }

    #[test]
    fn a_state_keeps_exempt_days_and_what_was_withheld() {
        let law = law();
        let mut month = PersonMonth::new(&law, "2026-08".parse().unwrap()).unwrap();
        month.add("2026-08-15".parse().unwrap(), Decimal::from(100_000), &["full-time-student"]).unwrap();
        // ВОСМС is not due from this income: 3 × 1 000.
        let expected = "ustap-person-month 1 2026-08 self-employed cap\nlimit 10000000 10000000 0\n\
                        row withheld 1 10000000 0 ipn=0,0,0, opv=100000,0,0, opvr=100000,0,0, so=100000,0,0, \
                        vosms=0,1,10000000,full-time-student\nend\n";
        assert_eq!(month.state(), expected);
        let iin = "900101300017".parse().unwrap();
        assert_eq!(PersonMonth::resume(&law, expected).unwrap().row(iin).unwrap(), month.row(iin).unwrap());
        for damaged in [
            "".to_owned(),
            expected.replace("end\n", ""),
            expected.replace("opv=100000", "opv=1000.00"),
            expected.replace("row withheld 1 ", "row withheld +1 "),
            expected.replace(" 1 2026", " 2 2026"),
            expected.replace("end", "end\nend"),
            // Other income against the limit than the rows have, twice the same row, sums beyond 63 bits.
            expected.replace("limit 10000000 10000000", "limit 10000001 10000001"),
            expected.replace("limit 10000000 10000000", "limit 10000000 9000000"),
            expected.replace("limit", "limit 10000000 10000000 0\nlimit"),
            expected.replace("end", "row withheld 0 0 0 ipn=0,0,0, opv=0,0,0, opvr=0,0,0, so=0,0,0, vosms=0,0,0,\nend"),
            expected.replace("withheld 1 10000000 0", "withheld 1 9223372036854775807 -9223372036854775807"),
            // No income against the limit; more exempt than there is, in operations and in money, on either side.
            expected.replace("limit 10000000 10000000 0\n", ""),
            expected.replace("vosms=0,1,10000000,", "vosms=0,2,10000000,"),
            expected.replace("vosms=0,1,10000000,", "vosms=0,1,10000001,"),
            expected.replace("vosms=0,1,10000000,", "vosms=0,1,-1,"),
        ] {
            assert_ne!(damaged, expected);
            assert_eq!(PersonMonth::resume(&law, &damaged).unwrap_err().kind(), ErrorKind::Operation, "{damaged}");
        }
        // A good state of tables that knew another category.
        let other = expected.replace("full-time-student", "student");
        let error = PersonMonth::resume(&law, &other).unwrap_err();
        assert_eq!((error.kind(), &*error.to_string()), (ErrorKind::NoRates, "this law has no category student"));
        // What was withheld is no sum of the rows: where it cannot be taken off, that is an error in its place.
        let forged = expected.replace("opv=100000", "opv=-9223372036854775808");
        let mut month = PersonMonth::resume(&law, &forged).unwrap();
        let error = month.add("2026-08-16".parse().unwrap(), Decimal::ONE, &[]).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Overflow);
        let other = expected.replace("2026-08", "2027-08");
        assert_eq!(PersonMonth::resume(&law, &other).unwrap_err().kind(), ErrorKind::NoRates);
    }

    /// Tables without the limit hold nothing against it, and take up again what they have kept themselves.
    #[test]
    fn a_month_is_taken_up_again_where_there_is_no_limit_any_more() {
        let (law, day) = (Law::current().unwrap(), "2026-08-15".parse().unwrap());
        let mut tables = law.tables().to_vec();
        let regimes = tables.iter_mut().find(|table| table.name == "regimes.toml").unwrap();
        regimes.text = regimes.text.replace("limit = { times = \"300\", of = \"mrp\" }", "limit = \"none\"");
        let unlimited = Arc::new(Law::from_tables(tables).unwrap());
        let mut month = PersonMonth::new(&law, "2026-08".parse().unwrap()).unwrap();
        month.add(day, Decimal::from(1_400_000), &[]).unwrap();
        for _ in 0..3 {
            month = PersonMonth::resume(&unlimited, &month.state()).unwrap();
            month.add(day, Decimal::from(1_000), &[]).unwrap();
        }
        assert_eq!(month.row("900101300017".parse().unwrap()).unwrap().tally.income(), "1403000".parse().unwrap());
    }
}
