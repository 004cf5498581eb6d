//! Whether the files of a calculation beside its register are those of that register, and its bases those of its incomes.

use std::collections::BTreeMap;

use crate::batch::totals::{MonthTotals, Totals, payments};
use crate::commands::verify::options;
use crate::commands::verify::output::Output;
use crate::error::Error;
use crate::law::{Law, Scope};
use crate::money::{Tenge, TengeSum};
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::records::{LimitRecord, PaymentRecord};
use crate::run::files::{LIMITS, PAYMENTS, REGISTER, REJECTS};
use crate::run::receipt::rates;
use crate::run::record::Run;
use crate::run::records_in::records;
use crate::run::register_in::register_rows;
use crate::run::rows_in::RegisterFields;
use crate::withholding::limit::LimitRow;

/// Compares them.
///
/// # Errors
/// As [`Run::lines`]; kind [`crate::error::ErrorKind::Record`] with the first thing that does not hold.
pub(super) fn check(run: &Run) -> Result<(), Error> {
    options::check(run)?;
    let (_, totals) = run.record.calculation()?;
    let rejected = totals.rejected_of_all().into_iter().map(|(reject, rows)| (reject.code().to_owned(), rows));
    let rejected: BTreeMap<String, u64> = rejected.collect();
    Output::of(run, REJECTS).codes(rejected.iter())?;
    for output in run.record.outputs.iter().filter(|output| [LIMITS, PAYMENTS, REJECTS].contains(&&*output.name)) {
        Output::of(run, &output.name).has_all_rows(output)?;
    }
    let law = Law::current()?;
    let mut regimes = BTreeMap::<Month, Vec<String>>::new();
    check_rows(run, &mut regimes)?;
    // Of other tables nobody can say here when a payment is due, and to whom.
    if rates(&law) == run.record.rates { check_payments(run, &law, regimes) } else { Ok(()) }
}

/// Compares the rows of the payments, whose sums are those of the register, with what these tables say of their months.
fn check_payments(run: &Run, law: &Law, regimes: BTreeMap<Month, Vec<String>>) -> Result<(), Error> {
    let mut totals = Totals::default();
    for (month, codes) in regimes {
        let known = codes.iter().filter_map(|code| law.regime_id(code).ok());
        let regimes = known.filter(|&regime| law.regime(regime).scope == Scope::Withheld).collect();
        totals.months.insert(month, MonthTotals { regimes, ..MonthTotals::default() });
    }
    let (file, mut made) = (Output::of(run, PAYMENTS), payments(&totals, law).into_iter());
    records(run, PAYMENTS, |row: PaymentRecord| {
        let Some(made) = made.next().map(|made| made.record()) else { return file.agrees("payment", 1, 0) };
        let day = |row: &PaymentRecord| row.due_on.map(|day| day.to_string()).unwrap_or_default();
        file.agrees("period", row.period, made.period)?;
        file.agrees("payment", row.payment, made.payment)?;
        file.agrees("knp", &row.knp, &made.knp)?;
        file.agrees("recipient", &row.recipient, &made.recipient)?;
        file.agrees("due_on", day(&row), day(&made))
    })?;
    file.agrees("payment", 0, made.count())
}

/// What a register has of a person for a month.
#[derive(Default)]
struct OfPerson {
    incomes: Vec<Tenge>,
    /// The row of `stop`, above the limit.
    beyond: Option<Tenge>,
    /// Rows that are noted as above the limit.
    noted: u64,
}

/// Compares the rows of the register with each other and with those of the limits; gathers the regimes of each month.
fn check_rows(run: &Run, regimes: &mut BTreeMap<Month, Vec<String>>) -> Result<(), Error> {
    let mut limits = Vec::new();
    records(run, LIMITS, |limit: LimitRecord| {
        check_limit(run, &limit)?;
        limits.push(limit);
        Ok(())
    })?;
    let mut limits = limits.into_iter().peekable();
    let mut last: Option<((Month, Iin), OfPerson)> = None;
    let mut ended = |(key, of): ((Month, Iin), OfPerson)| {
        let mut is_over = false;
        while let Some(limit) = limits.next_if(|limit| (limit.period, limit.iin) == key) {
            is_over |= limit.over > Tenge::ZERO;
            of.has_income(run, limit.income)?;
        }
        let rows = of.incomes.len() + usize::from(of.beyond.is_some());
        let over = if is_over { rows as u64 } else { 0 };
        Output::of(run, REGISTER).agrees("over-limit", of.noted, over)
    };
    register_rows(run, |month, iin, row| {
        for payment in Payment::ALL {
            check_base(run, &row, payment)?;
        }
        if last.as_ref().is_none_or(|(key, _)| *key != (month, iin)) {
            last.replace(((month, iin), OfPerson::default())).map_or(Ok(()), &mut ended)?;
        }
        let Some((_, of)) = &mut last else { return Ok(()) };
        of.noted += u64::from(row.is_over_limit());
        if row.is_outside_regime() {
            of.beyond = Some(row.income()?);
            return Ok(());
        }
        of.incomes.push(row.income()?);
        let regime = String::from_utf8_lossy(row.regime());
        let of_month = regimes.entry(month).or_default();
        if !of_month.iter().any(|known| *known == regime) {
            of_month.push(regime.into_owned());
        }
        Ok(())
    })?;
    last.map_or(Ok(()), &mut ended)?;
    // Limits are of rows of the register, in its order.
    Output::of(run, LIMITS).agrees("iin", limits.count(), 0)
}

impl OfPerson {
    /// That the income of a limit is that of a regime, with what is above the limit: of several regimes nobody can say whose
    /// that is.
    fn has_income(&self, run: &Run, income: Tenge) -> Result<(), Error> {
        let sums: Vec<TengeSum> = match self.incomes.len() {
            // Where all of a regime is above the limit, the one row is that of another regime.
            0 | 1 => [Some(self.incomes.iter().chain(&self.beyond).copied().sum()), self.beyond.map(TengeSum::from)]
                .into_iter()
                .flatten()
                .collect(),
            _ if self.beyond.is_some() => return Ok(()),
            _ => self.incomes.iter().map(|&income| income.into()).collect(),
        };
        let income = TengeSum::from(income);
        let of_register = sums.iter().find(|&&sum| sum == income).or(sums.first()).copied().unwrap_or_default();
        Output::of(run, LIMITS).agrees("income", income, of_register)
    }
}

/// That a row of the limits agrees with itself.
fn check_limit(run: &Run, limit: &LimitRecord) -> Result<(), Error> {
    let &LimitRecord { iin, period, income, limit: most, .. } = limit;
    let made = LimitRow { iin, period, income, limit: most, crossed: None }.record();
    let limits = Output::of(run, LIMITS);
    limits.agrees("over", limit.over, made.over)?;
    limits.agrees("share", &limit.share, &made.share)?;
    // What is over the limit in the end has exceeded it by some operation, and on a day of the month.
    let is_crossed = limit.crossed_on.is_some();
    limits.agrees("crossed_on", is_crossed, is_crossed || limit.over > Tenge::ZERO)?;
    limits.agrees("crossed_by", !limit.crossed_by.is_empty(), is_crossed)?;
    limits.agrees("crossed_on", limit.crossed_on.map_or(period, |day| day.month()), period)
}

/// That income is exempt where a note says so, and a base is the income less that, at least zero, but where one says why not.
fn check_base(run: &Run, row: &RegisterFields<'_>, payment: Payment) -> Result<(), Error> {
    let (income, exempt, base) = (row.income()?, row.exempt(payment)?, row.base(payment)?);
    let is_exempt = || row.exempting_from(payment).is_some();
    let (register, of) = (Output::of(run, REGISTER), |what: &str| format!("{payment}_{what}"));
    if exempt != Tenge::ZERO && !is_exempt() {
        return register.agrees(&of("exempt"), exempt, Tenge::ZERO);
    }
    let whole = (i128::from(income.tiyn()) - i128::from(exempt.tiyn())).max(0);
    let is_none = || row.is_out_of_scope() || row.is_outside_regime() || row.is_not_due(payment);
    // Of ИПН there is no column of what is exempt.
    let is_less = || row.notes_of(payment).any(|note| note == "capped");
    let tiyn = i128::from(base.tiyn());
    let is_unknown = || payment == Payment::Ipn && base >= Tenge::ZERO && is_exempt();
    if tiyn == whole || base == Tenge::ZERO && is_none() || (0..whole).contains(&tiyn) && is_less() || is_unknown() {
        return Ok(());
    }
    register.agrees(&of("base"), TengeSum::from(base), TengeSum::from_tiyn(whole))
}
