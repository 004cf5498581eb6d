//! `ustap penalty`.

use std::fmt::Write as _;

use crate::cli::arguments::PenaltyArguments;
use crate::cli::calculate::load_law;
use crate::cli::{Ending, print};
use crate::commands::calculate::facts::read_rows;
use crate::error::{Error, ErrorKind};
use crate::law::Law;
use crate::money::{Sum, Tenge};
use crate::output::csv::RowWriter;
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::reading::encoding::Encoding;
use crate::reading::header::Header;
use crate::reading::input::Input;
use crate::reading::rows::Row;
use crate::settlement::Penalty;
use crate::settlement::penalty;

/// What was paid late.
#[derive(Debug, Clone, Copy)]
struct Request {
    payment: Payment,
    period: Month,
    paid_on: Day,
    amount: Tenge,
}

/// The columns of a file of requests, by number.
const COLUMNS: [&str; 4] = ["payment", "period", "paid_on", "amount"];
/// The header of what comes of such a file.
const PENALTIES: &str = "payment,period,due_on,paid_on,amount,days,penalty,knp,rates";

/// Prints one penalty step by step, or those of a file as CSV.
pub(crate) fn run(arguments: &PenaltyArguments) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let PenaltyArguments { file, payment, period, paid_on, amount, .. } = arguments;
    let text = match (file, payment, period, paid_on, amount) {
        (Some(file), ..) => table(&law, &Input::from_argument(file))?,
        (None, Some(payment), Some(period), Some(paid_on), Some(amount)) => {
            let payment = known(payment)?;
            let amount = amount.parse()?;
            steps(&of(&law, Request { payment, period: *period, paid_on: *paid_on, amount })?)
        }
        _ => {
            return Err(Error::new(ErrorKind::Usage, "what was paid late is not said in full")
                .hint("give --payment, --period, --paid-on and --amount, or a CSV file with these columns"));
        }
    };
    print(&text)?;
    Ok(Ending::Clean)
}

fn known(code: &str) -> Result<Payment, Error> {
    Payment::from_code(code).ok_or_else(|| {
        Error::new(ErrorKind::Usage, format!("there is no payment `{code}`")).hint("payments: opv, opvr, so")
    })
}

fn of(law: &Law, request: Request) -> Result<Penalty<'_>, Error> {
    penalty(law, request.payment, request.period, request.paid_on, request.amount)
}

fn steps(penalty: &Penalty<'_>) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let mut line = |name: &str, value: String| {
        let _ = writeln!(text, "{name:<16}{value:>18}");
    };
    line("payment", penalty.payment.abbreviation().to_owned());
    line("month", penalty.period.to_string());
    line("due on", penalty.due_on.to_string());
    line("paid on", penalty.paid_on.to_string());
    line("amount", penalty.amount.to_string());
    line("days late", penalty.days_late().to_string());
    for days in &penalty.days {
        let (rate, citation) = (days.base_rate.rate.percent(), &days.base_rate.citation);
        let _ = writeln!(
            text,
            "  {} to {}  {} days  base rate {rate} %  × {} ÷ {}  {} [{}]",
            days.from,
            days.to,
            days.count(),
            days.multiple.times,
            days.year.days,
            citation.act,
            citation.basis
        );
    }
    let _ = writeln!(text, "{:<16}{:>18}", "penalty", penalty.penalty.to_string());
    if let Some(code) = penalty.code {
        let _ = writeln!(text, "{:<16}{:>18}", "КНП", code.knp);
    }
    if let Some(days) = penalty.days.first() {
        let (multiple, year) = (&days.multiple.citation, &days.year.citation);
        let _ = writeln!(text, "{} [{}]; divisor: {} [{}]", multiple.act, multiple.basis, year.act, year.basis);
    }
    text
}

/// A row for each request; a request that cannot be read or computed ends the run.
fn table(law: &Law, input: &Input) -> Result<String, Error> {
    let header = Header::new(&COLUMNS, &[], Encoding::Utf8);
    let mut bytes = format!("{PENALTIES}\n").into_bytes();
    let mut total = Sum::default();
    read_rows(input, &header, |row| {
        let penalty = request(row)
            .and_then(|request| of(law, request))
            .map_err(|error| error.in_file(input.display()).at_line(row.line))?;
        total += penalty.penalty;
        let rates: Vec<String> =
            penalty.days.iter().map(|days| format!("{}..{}={}", days.from, days.to, days.base_rate.rate)).collect();
        let mut fields = RowWriter::new(&mut bytes);
        fields.text(penalty.payment.code()).text(&penalty.period.to_string()).day(penalty.due_on);
        fields.day(penalty.paid_on).money(penalty.amount).number(u64::from(penalty.days_late()));
        fields.money(penalty.penalty).text(penalty.code.map_or("", |code| &code.knp)).text(&rates.join("|")).end();
        Ok(())
    })?;
    eprintln!("penalties {total}");
    String::from_utf8(bytes).map_err(|_| Error::new(ErrorKind::Input, "is no text in utf-8"))
}

fn request(row: &Row<'_>) -> Result<Request, Error> {
    if row.fault().is_some() {
        return Err(Error::new(ErrorKind::Input, "the row has another number of fields than the header"));
    }
    let text = |column: usize| String::from_utf8_lossy(&row.text(column).unwrap_or_default()).into_owned();
    Ok(Request {
        payment: known(&text(0))?,
        period: text(1).parse()?,
        paid_on: text(2).parse()?,
        amount: text(3).parse()?,
    })
}
