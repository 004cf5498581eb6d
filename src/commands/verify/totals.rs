//! Whether the files of what comes after a calculation come to the totals of their receipts.

use std::collections::BTreeMap;

use crate::commands::received::rejects::{SettlementReject, SideName};
use crate::commands::verify::checks::Verdict;
use crate::commands::verify::output::{Output, every};
use crate::commands::verify::{lists, options};
use crate::error::Error;
use crate::money::TengeSum;
use crate::payment::{Payment, PerPayment};
use crate::period::Month;
use crate::person::Iin;
use crate::reading::header::headings::Kind;
use crate::run::distribution_in::distribution;
use crate::run::files::{
    ADVICE, APPLICATIONS, BALANCES, BREAKS, CORRECTIONS, DISTRIBUTION, DOUBTS, LEFT_OUT, REJECTS, RETURNS, SUMMARY,
    UNNAMED,
};
use crate::run::receipt::Made;
use crate::run::receipt::entries::Entries;
use crate::run::receipt::options::DistributeOptions;
use crate::run::receipt::totals::{
    AdviseTotals, CorrectTotals, DistributeTotals, ReconcileTotals, RefundsTotals, SideTotals, StatementMonth,
    StatementTotals,
};
use crate::run::record::Run;
use crate::run::records_in::{NamedRow, named_rows};
use crate::run::sums::together;

/// Compares them; nothing for a calculation, whose register has sums of its own.
/// `earlier` is what the run builds upon, where it is at hand.
pub(super) fn check(run: &Run, earlier: Option<&Run>) -> Option<Verdict> {
    let checked = match &run.record.made {
        Made::Calculate(..) => return None,
        Made::Statement(_, totals) => statement(run, totals),
        Made::Lists(options, totals) => lists::check(run, earlier, (options, totals))
            .and_then(|()| counted(run, DOUBTS, totals.doubts))
            .and_then(|()| counted(run, REJECTS, totals.rejected)),
        Made::Reconcile(_, totals) => reconciliation(run, totals),
        Made::Distribute(options, totals) => of_distribution(run, options, totals),
        Made::Refunds(_, totals) => refunds(run, totals),
        Made::Correct(_, totals) => correction(run, totals),
        Made::Advise(_, totals) => advice(run, totals),
    };
    Some(Verdict::of(options::check(run).and_then(|()| rows(run)).and(checked)))
}

/// That each table has as many rows as the receipt says.
fn rows(run: &Run) -> Result<(), Error> {
    for output in run.record.outputs.iter().filter(|output| output.name.ends_with(".csv")) {
        Output::of(run, &output.name).has_all_rows(output)?;
    }
    Ok(())
}

/// That a file has as many rows as the receipt says; runs of earlier versions may not have it.
fn counted(run: &Run, name: &str, of_receipt: u64) -> Result<(), Error> {
    if !run.has(name) {
        return Ok(());
    }
    let file = Output::of(run, name);
    file.holds("rows", file.rows(every)?, of_receipt)
}

fn total(sums: impl IntoIterator<Item = TengeSum>) -> TengeSum {
    sums.into_iter().sum()
}

/// Statements in a workbook are for people: of them the files beside are added up. What the run rejected is in its own files.
fn statement(run: &Run, totals: &StatementTotals) -> Result<(), Error> {
    for month in &totals.months {
        let is_of_month = |row: &NamedRow<'_>| Ok(row.text("period")? == month.period.to_string());
        let name = format!("statement-{}.csv", month.period);
        if run.has(&name) {
            let stated = Output::of(run, &name);
            let (contractors, [income]) = stated.sums(["income"], every)?;
            stated.holds("income", income, month.income)?;
            stated.holds("number", contractors, month.contractors)?;
            named_rows(run, &name, |row| stated.agrees("period", row.text("period")?, &*month.period.to_string()))?;
        }
        let left_out = Output::of(run, LEFT_OUT);
        let (persons, [income]) = left_out.sums(["income"], is_of_month)?;
        left_out.holds("income", income, month.left_out_income)?;
        left_out.holds("iin", persons, month.left_out)?;
        let unnamed = Output::of(run, UNNAMED);
        unnamed.holds("iin", unnamed.rows(is_of_month)?, month.unnamed)?;
    }
    let (summary, mut of_receipt, mut rows) = (Output::of(run, SUMMARY), totals.months.iter(), 0_usize);
    named_rows(run, summary.name, |row| {
        rows += 1;
        let Some(month) = of_receipt.next() else { return Ok(()) };
        let StatementMonth { period, contractors, income, left_out, left_out_income, unnamed } = month;
        summary.holds("period", row.text("period")?, &*period.to_string())?;
        summary.holds("contractors", row.value::<u64>("contractors")?, *contractors)?;
        summary.holds("income", row.value::<TengeSum>("income")?, *income)?;
        summary.holds("left_out", row.value::<u64>("left_out")?, *left_out)?;
        summary.holds("left_out_income", row.value::<TengeSum>("left_out_income")?, *left_out_income)?;
        summary.holds("unnamed", row.value::<u64>("unnamed")?, *unnamed)
    })?;
    summary.holds("period", rows, totals.months.len())?;
    counted(run, DOUBTS, totals.doubts)?;
    counted(run, REJECTS, totals.rejected)
}

fn reconciliation(run: &Run, totals: &ReconcileTotals) -> Result<(), Error> {
    let (summary, breaks) = (Output::of(run, SUMMARY), Output::of(run, BREAKS));
    for (side, totals) in [(SideName::Answer, &totals.answer), (SideName::Kgd, &totals.kgd)] {
        let is_of_side = |row: &NamedRow<'_>| Ok(row.text("side")? == side.code());
        let Some(totals) = totals else {
            summary.holds("side", summary.rows(is_of_side)?, 0)?;
            breaks.holds("side", breaks.rows(is_of_side)?, 0)?;
            continue;
        };
        let SideTotals { our_rows, their_rows, matched_rows, breaks: broken, told_rows, .. } = *totals;
        let (_, [ours, theirs, matched]) = summary.sums(["ours", "theirs", "matched_amount"], is_of_side)?;
        summary.holds("ours", ours, totals.ours)?;
        summary.holds("theirs", theirs, totals.theirs)?;
        summary.holds("matched_amount", matched, totals.matched)?;
        let [mut rows_matched, mut rows_broken] = [0_u128; 2];
        named_rows(run, summary.name, |row| {
            if is_of_side(row)? {
                rows_matched += u128::from(row.value::<u64>("matched_rows")?);
                rows_broken += u128::from(row.value::<u64>("breaks")?);
            }
            Ok(())
        })?;
        summary.holds("matched_rows", rows_matched, u128::from(matched_rows))?;
        summary.holds("breaks", rows_broken, u128::from(broken))?;
        let (mut rows, mut sides) = (0, [(0_u64, TengeSum::default()); 2]);
        named_rows(run, breaks.name, |row| {
            if is_of_side(row)? {
                rows += 1;
                for ((rows, sum), column) in sides.iter_mut().zip(["ours", "theirs"]) {
                    // A side that has no row of a break has no sum of it.
                    if let Some(amount) = row.optional::<TengeSum>(column)? {
                        *rows += 1;
                        *sum += amount;
                    }
                }
            }
            Ok(())
        })?;
        let [(our_breaks, ours), (their_breaks, theirs)] = sides;
        breaks.holds("side", rows, broken)?;
        explained(run, side)?;
        breaks.holds("ours", ours, totals.breaks_ours)?;
        breaks.holds("theirs", theirs, totals.breaks_theirs)?;
        // Each row of ours is in one match or one break; where a match has none, 0.00 of theirs stands alone.
        let ended = our_rows.clamp(our_breaks, together([our_breaks, matched_rows]));
        breaks.holds("our_rows", ended, our_rows)?;
        // A break names one row of theirs, and may have more.
        let theirs_alone = together([our_breaks, matched_rows]).saturating_sub(our_rows);
        breaks.holds("their_rows", their_rows.max(together([their_breaks, told_rows, theirs_alone])), their_rows)?;
    }
    balances(run, totals.closed)?;
    rejects(run, &totals.rejected)
}

/// That a side's summary has of each month and payment what its breaks explain, and what not.
fn explained(run: &Run, side: SideName) -> Result<(), Error> {
    let (summary, breaks) = (Output::of(run, SUMMARY), Output::of(run, BREAKS));
    let mut of_month = ByMonth::<(u64, [TengeSum; 3])>::new();
    named_rows(run, breaks.name, |row| {
        if row.text("side")? != side.code() {
            return Ok(());
        }
        let difference = row.value::<TengeSum>("difference")?;
        let sides = ["ours", "theirs"].map(|column| row.optional::<TengeSum>(column));
        let [ours, theirs] = sides.map(|amount| amount.map(Option::unwrap_or_default));
        breaks.agrees("difference", total([difference, ours?]), theirs?)?;
        let (rows, [explained, more, less]) = of_month.entry(month_of(row)?).or_default();
        *rows += 1;
        match row.text("explanation")? {
            "" => {
                *more += TengeSum::from_tiyn(difference.tiyn().max(0));
                *less += TengeSum::from_tiyn(-difference.tiyn().min(0));
            }
            _ => *explained += difference,
        }
        Ok(())
    })?;
    named_rows(run, summary.name, |row| {
        if row.text("side")? != side.code() {
            return Ok(());
        }
        let (rows, sums) = of_month.remove(&month_of(row)?).unwrap_or_default();
        summary.agrees("breaks", row.value::<u64>("breaks")?, rows)?;
        if row.text("unexplained_more").is_err() {
            // Files of earlier versions have one column of both.
            return Ok(());
        }
        let columns = ["explained_amount", "unexplained_more", "unexplained_less"];
        for (column, sum) in columns.into_iter().zip(sums) {
            summary.agrees(column, row.value::<TengeSum>(column)?, sum)?;
        }
        let [explained, more, less] = sums;
        let [ours, theirs] = ["ours", "theirs"].map(|column| row.value::<TengeSum>(column));
        // Theirs and what is less of it, of ours and what is more.
        summary.agrees("theirs", total([theirs?, less]), total([ours?, explained, more]))
    })?;
    summary.agrees("payment", 0, of_month.len())
}

/// That the balances are what the breaks with КГД come to by person and month, over all payments, but for months that the run
/// has closed; receipts of earlier versions may have none.
fn balances(run: &Run, closed: Option<Month>) -> Result<(), Error> {
    let file = Output::of(run, BALANCES);
    if !run.has(file.name) {
        return Ok(());
    }
    let mut of_person = BTreeMap::<(Month, Iin), TengeSum>::new();
    named_rows(run, BREAKS, |row| {
        let period = row.value("period")?;
        if row.text("side")? == SideName::Kgd.code() && Some(period) > closed {
            *of_person.entry((period, row.value("iin")?)).or_default() += row.value::<TengeSum>("difference")?;
        }
        Ok(())
    })?;
    named_rows(run, file.name, |row| {
        let made_of = of_person.remove(&(row.value("period")?, row.value("iin")?)).unwrap_or_default();
        let [withheld, computed, balance] =
            ["withheld", "computed", "balance"].map(|column| row.value::<TengeSum>(column));
        let (withheld, computed, balance) = (withheld?, computed?, balance?);
        file.agrees("balance", balance, made_of)?;
        file.agrees("computed", computed, total([withheld, balance]))
    })?;
    // Who comes to the same over all payments has none.
    of_person.retain(|_, sum| *sum != TengeSum::default());
    file.agrees("iin", 0, of_person.len())
}

/// That as many rows of each code were rejected as the receipt says.
fn rejects(run: &Run, of_receipt: &Entries<u64>) -> Result<(), Error> {
    Output::of(run, REJECTS).codes(of_receipt.0.iter().map(|(code, rows)| (code, rows)))
}

fn of_distribution(run: &Run, options: &DistributeOptions, totals: &DistributeTotals) -> Result<(), Error> {
    let rows = Output::of(run, DISTRIBUTION);
    let [mut computed, mut paid, mut distributed, mut returned, mut owed] = [TengeSum::default(); 5];
    distribution(run, |row| {
        computed += row.computed;
        paid += row.paid;
        distributed += row.distributed;
        returned += row.returned;
        owed += row.owed;
        Ok(())
    })?;
    rows.holds("computed", computed, totals.computed)?;
    rows.holds("distributed", distributed, totals.distributed)?;
    rows.holds("owed", owed, totals.owed)?;
    // A row with a wrong ИИН is in this file alone.
    let returns = Output::of(run, RETURNS);
    let (_, [all_returned]) = returns.sums(["amount"], every)?;
    returns.holds("amount", all_returned, totals.returned)?;
    rows.holds("paid", total([distributed, all_returned]), totals.paid)?;
    rows.agrees("paid", paid, total([distributed, returned]))?;
    distribution_summary(run)?;
    rejects(run, &totals.rejected)?;
    // The files of lists are in no receipt but theirs.
    let has_lists = run.record.previous.len() > options.after.len();
    totals.paid_unread.map_or(Ok(()), |unread| paid_unread(run, has_lists, unread))
}

/// That the summary of a distribution has of each month and payment what its rows come to, and what comes back.
fn distribution_summary(run: &Run) -> Result<(), Error> {
    // A row with a wrong КНП is of a month, and of no payment.
    let mut of_rows = BTreeMap::<(Month, Option<Payment>), (u64, [TengeSum; 4])>::new();
    distribution(run, |row| {
        let (persons, [computed, distributed, owed, _]) = of_rows.entry((row.period, Some(row.payment))).or_default();
        *persons += 1;
        *computed += row.computed;
        *distributed += row.distributed;
        *owed += row.owed;
        Ok(())
    })?;
    named_rows(run, RETURNS, |row| {
        let (_, [.., returned]) = of_rows.entry((row.value("period")?, row.optional("payment")?)).or_default();
        *returned += row.value::<TengeSum>("amount")?;
        Ok(())
    })?;
    let summary = Output::of(run, SUMMARY);
    named_rows(run, summary.name, |row| {
        let payment = row.optional::<Payment>("payment")?;
        let (persons, [computed, distributed, owed, returned]) =
            of_rows.remove(&(row.value("period")?, payment)).unwrap_or_default();
        // Whose what is of no payment was, is told by no ИИН where that is wrong.
        if payment.is_some() {
            summary.agrees("persons", row.value::<u64>("persons")?, persons)?;
        }
        let paid = total([distributed, returned]);
        let columns = ["computed", "paid", "distributed", "returned", "owed"];
        columns
            .into_iter()
            .zip([computed, paid, distributed, returned, owed])
            .try_for_each(|(column, sum)| summary.agrees(column, row.value::<TengeSum>(column)?, sum))
    })?;
    summary.agrees("payment", 0, of_rows.len())
}

/// Rejected rows that are of no payment have paid nothing, and those of КГД and of exemptions neither: but one of their files
/// may have the name of one that was paid.
fn paid_unread(run: &Run, has_lists: bool, of_receipt: u64) -> Result<(), Error> {
    let rejects = Output::of(run, REJECTS);
    let is_input = |file: &str, is_paid: bool| {
        run.record.inputs.iter().any(|input| input.name == file && (input.kind == Kind::Paid) == is_paid)
    };
    let rows = |is_meant: &dyn Fn(&str) -> bool| {
        rejects.rows(|row| Ok(SettlementReject::is_unread(row.text("code")?) && is_meant(row.text("file")?)))
    };
    let least = rows(&|file| !is_input(file, false))?;
    let most = rows(&|file| !is_input(file, false) || is_input(file, true) || has_lists)?;
    rejects.holds("paid_unread", of_receipt.clamp(least, most), of_receipt)
}

fn refunds(run: &Run, totals: &RefundsTotals) -> Result<(), Error> {
    let (asked, left_out) = (Output::of(run, APPLICATIONS), Output::of(run, LEFT_OUT));
    let (rows, [left]) = left_out.sums(["amount"], every)?;
    left_out.holds("amount", left, totals.left_out_amount)?;
    left_out.holds("iin", rows, totals.left_out)?;
    let (mut of_month, mut last) = (ByMonth::<(u64, u64, TengeSum)>::new(), None);
    named_rows(run, asked.name, |row| {
        let (applications, persons, amount) = of_month.entry(month_of(row)?).or_default();
        let number = row.value::<u64>("application")?;
        *applications += u64::from(last.replace(number) != Some(number));
        *persons += 1;
        *amount += row.value::<TengeSum>("amount")?;
        Ok(())
    })?;
    asked.holds("amount", total(of_month.values().map(|of| of.2).chain([left])), totals.above_due)?;
    asked.holds("iin", together(of_month.values().map(|of| of.1)), totals.persons)?;
    asked.holds("application", together(of_month.values().map(|of| of.0)), totals.applications)?;
    summary(run, ["applications", "persons", "amount"], of_month, |(applications, persons, amount)| {
        [applications.to_string(), persons.to_string(), amount.to_string()]
    })
}

fn correction(run: &Run, totals: &CorrectTotals) -> Result<(), Error> {
    let rows = Output::of(run, CORRECTIONS);
    rows.holds("iin", rows.rows(every)?, totals.corrections)?;
    let (mut deltas, mut differing, mut persons) = (PerPayment::<TengeSum>::default(), 0, Vec::new());
    let mut of_month = ByMonth::<(u64, [TengeSum; 2])>::new();
    named_rows(run, rows.name, |row| {
        let [before, after, delta] = ["before", "after", "delta"].map(|column| row.value::<TengeSum>(column));
        let (before, after, delta) = (before?, after?, delta?);
        let of = month_of(row)?;
        deltas[of.1] += delta;
        differing += u64::from(after != total([before, delta]));
        persons.push(row.value::<Iin>("iin")?);
        let (rows, [to_pay, to_return]) = of_month.entry(of).or_default();
        *rows += 1;
        *to_pay += TengeSum::from_tiyn(delta.tiyn().max(0));
        *to_return += TengeSum::from_tiyn(-delta.tiyn().min(0));
        Ok(())
    })?;
    persons.sort_unstable();
    persons.dedup();
    rows.holds("persons", persons.len() as u64, totals.persons)?;
    // What is before and after is that of the whole registers.
    let CorrectTotals { before, after, delta, .. } = totals;
    let [before, after, delta] = [before, after, delta].map(|sums| sums.amounts());
    Payment::ALL.into_iter().try_for_each(|payment| {
        rows.holds("delta", deltas[payment], delta[payment])?;
        rows.holds("after", total([before[payment], deltas[payment]]), after[payment])
    })?;
    rows.agrees("after", differing, 0)?;
    summary(run, ["persons", "to_pay", "to_return"], of_month, |(persons, [to_pay, to_return])| {
        [persons.to_string(), to_pay.to_string(), to_return.to_string()]
    })
}

/// What rows come to, by month and payment.
type ByMonth<T> = BTreeMap<(Month, Payment), T>;

fn month_of(row: &NamedRow<'_>) -> Result<(Month, Payment), Error> {
    Ok((row.value("period")?, row.value("payment")?))
}

/// That the summary has a row for each month and payment that a file beside has rows of, with what they come to.
fn summary<T: Default>(
    run: &Run,
    columns: [&str; 3],
    mut of_rows: ByMonth<T>,
    texts: impl Fn(T) -> [String; 3],
) -> Result<(), Error> {
    let summary = Output::of(run, SUMMARY);
    named_rows(run, summary.name, |row| {
        let texts = texts(of_rows.remove(&month_of(row)?).unwrap_or_default());
        columns.into_iter().zip(&texts).try_for_each(|(column, text)| summary.agrees(column, row.text(column)?, text))
    })?;
    summary.agrees("payment", 0, of_rows.len())
}

fn advice(run: &Run, totals: &AdviseTotals) -> Result<(), Error> {
    Output::of(run, ADVICE).codes(totals.advice.iter())?;
    counted(run, REJECTS, totals.rejected)
}
