//! Whether the files of what comes after a calculation come to the totals of their receipts.

use std::fmt;

use crate::commands::received::rejects::SideName;
use crate::commands::verify::checks::Verdict;
use crate::error::Error;
use crate::money::TengeSum;
use crate::payment::{Payment, PerPayment};
use crate::run::distribution_in::{DISTRIBUTION, distribution};
use crate::run::receipt::Made;
use crate::run::receipt::totals::{
    AdviseTotals, CorrectTotals, DistributeTotals, ListTotals, ListsTotals, ReconcileTotals, RefundsTotals, SideTotals,
    StatementTotals,
};
use crate::run::record::Run;
use crate::run::records_in::{NamedRow, named_rows};
use crate::run::sums::{hold, together};
use crate::words::say;

/// Compares them; nothing for a calculation, whose register has sums of its own.
pub(super) fn check(run: &Run) -> Option<Verdict> {
    let checked = match &run.record.made {
        Made::Calculate(..) => return None,
        Made::Statement(_, totals) => statement(run, totals),
        Made::Lists(_, totals) => lists(run, totals),
        Made::Reconcile(_, totals) => reconciliation(run, totals),
        Made::Distribute(_, totals) => of_distribution(run, totals),
        Made::Refunds(_, totals) => refunds(run, totals),
        Made::Correct(_, totals) => correction(run, totals),
        Made::Advise(_, totals) => advice(run, totals),
    };
    Some(Verdict::of(rows(run).and(checked)))
}

/// That each table has as many rows as the receipt says.
fn rows(run: &Run) -> Result<(), Error> {
    for output in run.record.outputs.iter().filter(|output| output.name.ends_with(".csv")) {
        let file = Output::of(run, &output.name);
        file.holds("rows", file.rows(every)?, output.rows)?;
    }
    Ok(())
}

/// What a file of a run comes to.
struct Output<'a> {
    run: &'a Run,
    name: &'a str,
}

impl<'a> Output<'a> {
    fn of(run: &'a Run, name: &'a str) -> Output<'a> {
        Output { run, name }
    }

    /// How many rows are meant.
    fn rows(&self, is_meant: impl Fn(&NamedRow<'_>) -> Result<bool, Error>) -> Result<u64, Error> {
        let mut rows = 0;
        named_rows(self.run, self.name, |row| {
            rows += u64::from(is_meant(row)?);
            Ok(())
        })?;
        Ok(rows)
    }

    /// What a column of amounts comes to over the rows that are meant.
    fn sum(&self, column: &str, is_meant: impl Fn(&NamedRow<'_>) -> Result<bool, Error>) -> Result<TengeSum, Error> {
        self.counted(column, is_meant).map(|(_, sum)| sum)
    }

    /// The same, and how many rows these are: large files are read once for both.
    fn counted(
        &self,
        column: &str,
        is_meant: impl Fn(&NamedRow<'_>) -> Result<bool, Error>,
    ) -> Result<(u64, TengeSum), Error> {
        let (mut rows, mut sum) = (0, TengeSum::default());
        named_rows(self.run, self.name, |row| {
            if is_meant(row)? {
                rows += 1;
                // A side that has no row of a break has no sum of it.
                sum += row.optional::<TengeSum>(column)?.unwrap_or_default();
            }
            Ok(())
        })?;
        Ok((rows, sum))
    }

    /// What a column of counts comes to over the rows that are meant.
    fn count(&self, column: &str, is_meant: impl Fn(&NamedRow<'_>) -> Result<bool, Error>) -> Result<u128, Error> {
        let mut sum = 0;
        named_rows(self.run, self.name, |row| {
            if is_meant(row)? {
                sum += u128::from(row.value::<u64>(column)?);
            }
            Ok(())
        })?;
        Ok(sum)
    }

    /// That what was found is what the receipt has.
    fn holds<T: PartialEq + fmt::Display>(&self, what: &str, found: T, of_receipt: T) -> Result<(), Error> {
        hold(say!("sums-file-receipt", what = what, file = self.name), found, of_receipt)
    }

    /// That what was found is what it is made of, here or in a file beside.
    fn agrees<T: PartialEq + fmt::Display>(&self, what: &str, found: T, made_of: T) -> Result<(), Error> {
        hold(say!("sums-file-itself", what = what, file = self.name), found, made_of)
    }
}

fn every(_: &NamedRow<'_>) -> Result<bool, Error> {
    Ok(true)
}

fn total(sums: impl Iterator<Item = TengeSum>) -> TengeSum {
    sums.fold(TengeSum::default(), |mut all, sum| {
        all += sum;
        all
    })
}

/// Statements in a workbook are for people: of them the files beside are added up.
fn statement(run: &Run, totals: &StatementTotals) -> Result<(), Error> {
    for month in &totals.months {
        let is_of_month = |row: &NamedRow<'_>| Ok(row.text("period")? == month.period.to_string());
        let name = format!("statement-{}.csv", month.period);
        if run.has(&name) {
            let stated = Output::of(run, &name);
            let (contractors, income) = stated.counted("income", every)?;
            stated.holds("income", income, month.income)?;
            stated.holds("number", contractors, month.contractors)?;
        }
        let left_out = Output::of(run, "left_out.csv");
        let (persons, income) = left_out.counted("income", is_of_month)?;
        left_out.holds("income", income, month.left_out_income)?;
        left_out.holds("iin", persons, month.left_out)?;
        let unnamed = Output::of(run, "unnamed.csv");
        unnamed.holds("iin", unnamed.rows(is_of_month)?, month.unnamed)?;
    }
    Ok(())
}

/// Each list that is a table, then the orders.
fn lists(run: &Run, totals: &ListsTotals) -> Result<(), Error> {
    named_rows(run, "lists.csv", |order| {
        let name = order.text("file")?;
        if name.ends_with(".csv") && run.has(name) {
            let list = Output::of(run, name);
            let of_order = |what: &str| say!("sums-list-order", what = what, file = name);
            let (persons, amount) = list.counted("amount", every)?;
            hold(of_order("amount"), amount, order.value("listed_amount")?)?;
            hold(of_order("number"), persons, order.value("listed_persons")?)?;
        }
        Ok(())
    })?;
    let (orders, mut of_receipt) = (Output::of(run, "lists.csv"), totals.lists.iter());
    named_rows(run, orders.name, |order| {
        let Some(list) = of_receipt.next() else { return orders.holds("payment", order.text("payment")?, "") };
        let ListTotals { payment, period, listed_persons, listed, unlisted_persons, unlisted, knp: _, rate: _ } = list;
        orders.holds("payment", order.value::<Payment>("payment")?, *payment)?;
        orders.holds("period", order.text("period")?, &*period.to_string())?;
        orders.holds("listed_persons", order.value::<u64>("listed_persons")?, *listed_persons)?;
        orders.holds("listed_amount", order.value::<TengeSum>("listed_amount")?, *listed)?;
        orders.holds("unlisted_persons", order.value::<u64>("unlisted_persons")?, *unlisted_persons)?;
        orders.holds("unlisted_amount", order.value::<TengeSum>("unlisted_amount")?, *unlisted)?;
        let together = total([*listed, *unlisted].into_iter());
        orders.agrees("payments_amount", order.value::<TengeSum>("payments_amount")?, together)
    })?;
    orders.holds("payment", orders.rows(every)?, totals.lists.len() as u64)?;
    let left = Output::of(run, "unlisted.csv");
    let (rows, amount) = left.counted("amount", every)?;
    left.holds("amount", amount, total(totals.lists.iter().map(|list| list.unlisted)))?;
    let persons: u128 = totals.lists.iter().map(|list| u128::from(list.unlisted_persons)).sum();
    left.holds("iin", u128::from(rows), persons)
}

fn reconciliation(run: &Run, totals: &ReconcileTotals) -> Result<(), Error> {
    let (summary, breaks) = (Output::of(run, "summary.csv"), Output::of(run, "breaks.csv"));
    for (side, totals) in [(SideName::Answer, &totals.answer), (SideName::Kgd, &totals.kgd)] {
        let is_of_side = |row: &NamedRow<'_>| Ok(row.text("side")? == side.code());
        let Some(totals) = totals else { continue };
        let SideTotals { ours, theirs, matched, matched_rows, breaks: broken, breaks_ours, breaks_theirs, .. } = totals;
        summary.holds("ours", summary.sum("ours", is_of_side)?, *ours)?;
        summary.holds("theirs", summary.sum("theirs", is_of_side)?, *theirs)?;
        summary.holds("matched_amount", summary.sum("matched_amount", is_of_side)?, *matched)?;
        summary.holds("matched_rows", summary.count("matched_rows", is_of_side)?, u128::from(*matched_rows))?;
        summary.holds("breaks", summary.count("breaks", is_of_side)?, u128::from(*broken))?;
        let (rows, sum) = breaks.counted("ours", is_of_side)?;
        breaks.holds("side", rows, *broken)?;
        breaks.holds("ours", sum, *breaks_ours)?;
        breaks.holds("theirs", breaks.sum("theirs", is_of_side)?, *breaks_theirs)?;
    }
    Ok(())
}

fn of_distribution(run: &Run, totals: &DistributeTotals) -> Result<(), Error> {
    let [mut computed, mut distributed, mut owed] = [TengeSum::default(); 3];
    let (rows, mut of_rows) = (Output::of(run, DISTRIBUTION), [TengeSum::default(); 2]);
    distribution(run, |row| {
        of_rows[0] += row.paid;
        of_rows[1] += row.distributed;
        of_rows[1] += row.returned;
        computed += row.computed;
        distributed += row.distributed;
        owed += row.owed;
        Ok(())
    })?;
    rows.holds("computed", computed, totals.computed)?;
    rows.holds("distributed", distributed, totals.distributed)?;
    rows.holds("owed", owed, totals.owed)?;
    // A row with a wrong ИИН is in this file alone.
    let returns = Output::of(run, "returns.csv");
    let returned = returns.sum("amount", every)?;
    returns.holds("amount", returned, totals.returned)?;
    rows.holds("paid", total([distributed, returned].into_iter()), totals.paid)?;
    let [paid, gone] = of_rows;
    rows.agrees("paid", paid, gone)?;
    let summary = Output::of(run, "summary.csv");
    // A row with a wrong КНП is of a month, and of no payment.
    let sums = [("computed", computed), ("paid", totals.paid), ("distributed", distributed), ("owed", owed)];
    sums.into_iter().try_for_each(|(column, sum)| summary.agrees(column, summary.sum(column, every)?, sum))
}

fn refunds(run: &Run, totals: &RefundsTotals) -> Result<(), Error> {
    let (asked, left_out) = (Output::of(run, "applications.csv"), Output::of(run, "left_out.csv"));
    let (rows, left) = left_out.counted("amount", every)?;
    left_out.holds("amount", left, totals.left_out_amount)?;
    left_out.holds("iin", rows, totals.left_out)?;
    let (rows, sum) = asked.counted("amount", every)?;
    asked.holds("amount", total([sum, left].into_iter()), totals.above_due)?;
    asked.holds("iin", rows, totals.persons)
}

fn correction(run: &Run, totals: &CorrectTotals) -> Result<(), Error> {
    let rows = Output::of(run, "corrections.csv");
    rows.holds("iin", rows.rows(every)?, totals.corrections)?;
    let (mut deltas, mut differing) = (PerPayment::<TengeSum>::default(), 0);
    named_rows(run, rows.name, |row| {
        let [before, after, delta] = ["before", "after", "delta"].map(|column| row.value::<TengeSum>(column));
        let (before, after, delta) = (before?, after?, delta?);
        deltas[row.value::<Payment>("payment")?] += delta;
        differing += u64::from(after != total([before, delta].into_iter()));
        Ok(())
    })?;
    // What is before and after is that of the whole registers.
    let CorrectTotals { before, after, delta, .. } = totals;
    let [before, after, delta] = [before, after, delta].map(|sums| sums.amounts());
    Payment::ALL.into_iter().try_for_each(|payment| {
        rows.holds("delta", deltas[payment], delta[payment])?;
        rows.holds("after", total([before[payment], deltas[payment]].into_iter()), after[payment])
    })?;
    rows.agrees("after", differing, 0)
}

fn advice(run: &Run, totals: &AdviseTotals) -> Result<(), Error> {
    let rows = Output::of(run, "advice.csv");
    for (code, told) in &totals.advice {
        rows.holds(code, rows.rows(|row| Ok(row.text("code")? == *code))?, *told)?;
    }
    rows.holds("code", rows.rows(every)?, together(totals.advice.values().copied()))
}
