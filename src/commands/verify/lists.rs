//! Whether payment lists are those of their orders, and the orders those of the receipt and of the law.

use crate::commands::distribute::mt102;
use crate::commands::lists::computed::penalty_line;
use crate::commands::lists::orders::OrderKey;
use crate::commands::lists::planning::order_by_tables;
use crate::commands::lists::rates::{RateOf, Rates};
use crate::commands::received::purpose::{names_month, names_payment, rate_in};
use crate::commands::verify::output::{Output, every};
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::law::Law;
use crate::money::{Tenge, TengeSum};
use crate::payment::Payment;
use crate::period::Day;
use crate::rate::Rate;
use crate::reading::encoding::Encoding;
use crate::reading::input::{Input, Opened};
use crate::run::files::{LISTS, UNLISTED};
use crate::run::receipt::options::ListsOptions;
use crate::run::receipt::rates;
use crate::run::receipt::totals::{ListTotals, ListsTotals};
use crate::run::record::Run;
use crate::run::records_in::{NamedRow, named_rows};
use crate::run::register_in::{PaymentLine, payments};
use crate::run::sums::hold;
use crate::words::say;

/// The files that the orders name, each by one; those of a workbook name its sheets.
///
/// # Errors
/// Kind [`ErrorKind::Record`] where two name one, or the receipt does not have it.
pub(super) fn files(run: &Run, options: &ListsOptions) -> Result<Vec<String>, Error> {
    if options.format == "xlsx" {
        return Ok(vec!["lists.xlsx".to_owned()]);
    }
    let mut files = Vec::<String>::new();
    named_rows(run, LISTS, |order| {
        let file = order.text("file")?;
        if files.iter().any(|known| known == file) {
            return Err(Error::new(ErrorKind::Record, say!("list-file-twice", column = "file", file = file)));
        }
        // A list that nobody stands on, or that the tables have no form for, is no MT-102.
        if file.is_empty() && options.format != "csv" {
            return Ok(());
        }
        if !run.has(file) {
            let message = say!("list-file-not-in-receipt", column = "file", file = file);
            return Err(Error::new(ErrorKind::Record, message));
        }
        files.push(file.to_owned());
        Ok(())
    })?;
    Ok(files)
}

/// Each order with its list, where that is no sheet, with the receipt and, where the tables are the built-in ones, with those;
/// then who is on none. `earlier` is what the lists were made of, where it is at hand.
pub(super) fn check(
    run: &Run,
    earlier: Option<&Run>,
    (options, totals): (&ListsOptions, &ListsTotals),
) -> Result<(), Error> {
    let (orders, mut of_receipt) = (Output::of(run, LISTS), totals.lists.iter());
    let law = Law::current()?;
    let mut by_law = (rates(&law) == run.record.rates).then(|| ByLaw::new(&law, options, earlier));
    let mut rows = 0_usize;
    named_rows(run, orders.name, |order| {
        rows += 1;
        match options.format.as_str() {
            "csv" => table(run, order)?,
            "mt102" => of_bank(run, order, options.encoding.unwrap_or_default())?,
            _ => {}
        }
        if let Some(by_law) = &mut by_law {
            by_law.check(&orders, order)?;
        }
        match of_receipt.next() {
            Some(list) => of_totals(&orders, order, list),
            None => Ok(()),
        }
    })?;
    orders.holds("payment", rows, totals.lists.len())?;
    let left = Output::of(run, UNLISTED);
    let (rows, [amount]) = left.sums(["amount"], every)?;
    left.holds("amount", amount, totals.lists.iter().map(|list| list.unlisted).sum())?;
    let persons: u128 = totals.lists.iter().map(|list| u128::from(list.unlisted_persons)).sum();
    left.holds("iin", u128::from(rows), persons)
}

/// That an order is what the receipt says of it.
fn of_totals(orders: &Output<'_>, order: &NamedRow<'_>, list: &ListTotals) -> Result<(), Error> {
    let ListTotals { payment, period, listed_persons, listed, unlisted_persons, unlisted, knp, rate } = list;
    orders.holds("payment", order.value::<Payment>("payment")?, *payment)?;
    orders.holds("period", order.text("period")?, &*period.to_string())?;
    // Receipts of earlier versions have neither, and files no rate.
    if !knp.is_empty() {
        orders.holds("knp", order.text("knp")?, knp)?;
        orders.holds("rate", order.text("rate")?, rate)?;
    }
    orders.holds("listed_persons", order.value::<u64>("listed_persons")?, *listed_persons)?;
    orders.holds("listed_amount", order.value::<TengeSum>("listed_amount")?, *listed)?;
    orders.holds("unlisted_persons", order.value::<u64>("unlisted_persons")?, *unlisted_persons)?;
    orders.holds("unlisted_amount", order.value::<TengeSum>("unlisted_amount")?, *unlisted)?;
    let amount = [*listed, *unlisted].into_iter().sum();
    orders.agrees("payments_amount", order.value::<TengeSum>("payments_amount")?, amount)
}

/// That a list that is a table is that of its order.
fn table(run: &Run, order: &NamedRow<'_>) -> Result<(), Error> {
    let name = order.text("file")?;
    let of_order = |what: &str| say!("sums-list-order", what = what, file = name);
    named_rows(run, name, |row| {
        // Files of earlier versions have no rate.
        let is_there = |column: &&str| row.text(column).is_ok() && order.text(column).is_ok();
        for column in ["period", "knp", "rate"].into_iter().filter(is_there) {
            let (found, ordered) = (row.text(column)?, order.text(column)?);
            if found != ordered {
                hold(of_order(column), found, ordered)?;
            }
        }
        Ok(())
    })?;
    let (persons, [amount]) = Output::of(run, name).sums(["amount"], every)?;
    hold(of_order("amount"), amount, order.value("listed_amount")?)?;
    hold(of_order("number"), persons, order.value("listed_persons")?)
}

/// That an MT-102 is that of its order.
fn of_bank(run: &Run, order: &NamedRow<'_>, encoding: Encoding) -> Result<(), Error> {
    let name = order.text("file")?;
    if name.is_empty() {
        return Ok(());
    }
    // A file that was edited is told as that, and not for what it has in it.
    run.verify(name)?;
    let of_order = |what: &str| say!("sums-list-order", what = what, file = name);
    let input = Input::Named { path: run.path(name), name: name.to_owned() };
    let opened = Opened::over(Box::new(run.open_file(name)?));
    let mut amount = TengeSum::default();
    let mut is_header_held = false;
    let hold_header = |header: &mt102::Mt102Header| {
        hold(of_order("knp"), header.knp.as_deref().unwrap_or_default(), order.text("knp")?)?;
        let of_header = [
            ("rate", header.rate.as_str()),
            ("purpose", header.purpose.as_str()),
            ("recipient", header.recipient.as_str()),
            ("account", header.account.as_str()),
            ("bik", header.bik.as_str()),
        ];
        // Files of earlier versions have none of them.
        let of_header = of_header.into_iter().filter(|(column, _)| order.text(column).is_ok());
        of_header.into_iter().try_for_each(|(column, found)| hold(of_order(column), found, order.text(column)?))
    };
    let period = order.text("period")?;
    let read = mt102::read(&input, opened, encoding, |header, row| {
        if !is_header_held {
            hold_header(header)?;
            is_header_held = true;
        }
        if row.month() != period {
            hold(of_order("period"), &*row.month(), period)?;
        }
        let bad = |_| Error::new(ErrorKind::Record, say!("column-no-value", column = "32B"));
        amount += row.amount.parse::<Tenge>().map_err(bad)?;
        Ok(())
    })?;
    if let Some((stated, rows)) = read.stated {
        return Output::of(run, name).agrees("32A", stated, rows.to_string());
    }
    hold(of_order("amount"), amount, order.value("listed_amount")?)?;
    hold(of_order("number"), read.rows, order.value("listed_persons")?)
}

/// What orders are by the tables of the law.
struct ByLaw<'l> {
    law: &'l Law,
    rates: Rates<'l>,
    /// Of MT-102 alone.
    date: Option<Day>,
    lang: Language,
    has_penalties: bool,
    /// Whether what is to be transferred, and when, is that of a calculation, which has made it by tables of its own.
    is_of_run: bool,
    /// What that calculation has of it, where it is at hand; of one that is damaged that is told of itself.
    of_run: Option<Vec<PaymentLine>>,
}

impl<'l> ByLaw<'l> {
    fn new(law: &'l Law, options: &ListsOptions, earlier: Option<&Run>) -> ByLaw<'l> {
        let run = earlier.filter(|run| run.record.calculation().is_ok());
        ByLaw {
            law,
            rates: Rates::new(law),
            date: options.date,
            lang: Language::of_code(&options.lang).unwrap_or(Language::Ru),
            has_penalties: options.penalties == Some(true),
            is_of_run: !options.of_distribution && !options.of_correction,
            of_run: run.and_then(|run| payments(run).ok()),
        }
    }

    /// That an order is that of its payment, month and rate.
    fn check(&mut self, orders: &Output<'_>, order: &NamedRow<'_>) -> Result<(), Error> {
        // Files of earlier versions have none of it.
        if order.text("purpose").is_err() {
            return Ok(());
        }
        let (payment, period, rate) = (order.value("payment")?, order.value("period")?, order.text("rate")?);
        let is_penalty = self.has_penalties && self.law.settlement().is_penalty_knp(order.text("knp")?, period);
        let of_month = self.rates.month(period);
        let known = Rate::of_percent(rate).filter(|&rate| of_month.has(payment, rate));
        let rate = known.or_else(|| of_month.of(payment, RateOf::default()).0).filter(|_| !is_penalty);
        let is_one_of_several = !is_penalty && of_month.has_several(payment);
        let key = OrderKey { period, payment, is_penalty, rate };
        let of_run = self.of_run.iter().flatten().find(|line| (line.payment, line.period) == (payment, period));
        let line = match of_run.filter(|_| !is_penalty) {
            Some(line) => line.clone(),
            None => PaymentLine::by_tables(self.law, (payment, period), TengeSum::default())?,
        };
        let line = if is_penalty { penalty_line(self.law, line)? } else { line };
        let made = order_by_tables(self.law, (key, line, is_one_of_several), (self.date, self.lang))?;
        if is_penalty || !self.is_of_run || self.of_run.is_some() {
            transferred(orders, order, &made.line)?;
        }
        orders.agrees("rate", order.text("rate")?, &made.rate)?;
        orders.agrees("account", order.text("account")?, &made.account)?;
        orders.agrees("bik", order.text("bik")?, &made.bik)?;
        // Other words are those of another version.
        let purpose = order.text("purpose")?;
        if names_payment(purpose, payment) && names_month(purpose, period) && rate_in(purpose) == rate_in(&made.purpose)
        {
            return Ok(());
        }
        orders.agrees("purpose", purpose, &made.purpose)
    }
}

/// That an order goes under the КНП, to whom and by the day that it is to.
fn transferred(orders: &Output<'_>, order: &NamedRow<'_>, made: &PaymentLine) -> Result<(), Error> {
    let text = |text: Option<String>| text.unwrap_or_default();
    orders.agrees("knp", order.text("knp")?, &made.knp)?;
    orders.agrees("recipient", order.text("recipient")?, &*text(made.recipient.map(|bin| bin.to_string())))?;
    orders.agrees("due_on", order.text("due_on")?, &*text(made.due_on.map(|day| day.to_string())))
}
