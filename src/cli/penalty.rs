//! `ustap penalty`.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use crate::cli::arguments::PenaltyArguments;
use crate::cli::calculate::load_law;
use crate::cli::summary::inputs;
use crate::cli::{Ending, Speech, print};
use crate::error::{Error, ErrorKind, plain, without_iins};
use crate::language::Language;
use crate::law::{Citation, Law};
use crate::money::{MoneyFault, Tenge};
use crate::output::csv::RowWriter;
use crate::output::purpose;
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::reading::each_row::read_rows;
use crate::reading::header::Header;
use crate::reading::headings::Kind;
use crate::reading::input::Input;
use crate::reading::mapping::Mapping;
use crate::reading::rows::Row;
use crate::run::rows_out::REJECTS;
use crate::settlement::{Penalty, penalty};
use crate::words::{Message, say, word};

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
const PAYMENT: usize = 0;
const PERIOD: usize = 1;
const PAID_ON: usize = 2;
const AMOUNT: usize = 3;
/// The header of what comes of such a file.
const PENALTIES: &str = "payment,period,due_on,paid_on,amount,days,penalty,exact,knp,rates";
/// The payments that a penalty can be of.
const PAYMENTS: &str = "opv, opvr, so, vosms";
/// The longest value that a rejected row shows, in bytes.
const VALUE_BYTES_MAX: usize = 1024;

/// Prints one penalty step by step, or those of a file as CSV. КГД's own figure, where there is one, is what is paid.
pub(crate) fn run(arguments: &PenaltyArguments, speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let PenaltyArguments { file, payment, period, paid_on, amount, .. } = arguments;
    let text = match (file, payment, period, paid_on, amount) {
        (Some(file), ..) => {
            let mapping = arguments.columns.mapping(&[(Kind::Late, true)])?;
            let header = Header::of(Kind::Late, (&COLUMNS, &[]), arguments.encoding.encoding(), &mapping)?;
            return table(&law, &Input::from_argument(file), (&header, &mapping), speech.sentences());
        }
        (None, Some(payment), Some(period), Some(paid_on), Some(amount)) => {
            let payment = known(payment)?;
            let amount = amount.parse()?;
            steps(&of(&law, Request { payment, period: *period, paid_on: *paid_on, amount })?, speech.terminal)
        }
        _ => {
            return Err(Error::new(ErrorKind::Usage, "what was paid late is not said in full")
                .with_hint("give --payment, --period, --paid-on and --amount, or a CSV file with these columns"));
        }
    };
    print(&text)?;
    Ok(Ending::Clean)
}

fn known(code: &str) -> Result<Payment, Error> {
    code.parse::<Payment>().ok().ok_or_else(|| {
        Error::new(ErrorKind::Usage, format!("there is no payment `{code}`")).with_hint(format!("payments: {PAYMENTS}"))
    })
}

fn of(law: &Law, request: Request) -> Result<Penalty<'_>, Error> {
    penalty(law, request.payment, request.period, request.paid_on, request.amount)
}

fn steps(penalty: &Penalty<'_>, language: Language) -> String {
    let mut text = String::new();
    let word = |key| word(language, key);
    let cited = |citation: &Citation| format!("{} [{}]", citation.say(language), citation.basis.say(language));
    // Writing to a string cannot fail.
    let mut line = |key, value: String| {
        let _ = writeln!(text, "{:<16}{value:>18}", word(key));
    };
    line("penalty-payment", penalty.payment.abbreviation_in(language).to_owned());
    line("penalty-month", penalty.period.to_string());
    line("penalty-due-on", penalty.due_on.to_string());
    line("penalty-paid-on", penalty.paid_on.to_string());
    line("penalty-amount", penalty.amount.to_string());
    line("penalty-days-late", penalty.days_late().to_string());
    for days in &penalty.days {
        let (from, to, rate) = (days.from.to_string(), days.to.to_string(), days.base_rate.rate.percent());
        let stretch = say!("penalty-stretch", from = from, to = to, days = days.count(), rate = rate).say(language);
        let (times, year, cited) = (&days.multiple.times, days.year.days, cited(&days.base_rate.citation));
        let _ = writeln!(text, "  {stretch}  × {times} ÷ {year}  {cited}");
    }
    let _ = writeln!(text, "{:<16}{:>18}", word("penalty-sum"), penalty.penalty.to_string());
    let more = if penalty.exact.is_cut() { "…" } else { "" };
    let _ = writeln!(text, "{:<16}{:>18}{more}", word("penalty-exact"), penalty.exact.to_string());
    if let Some(code) = penalty.code {
        let _ = writeln!(text, "{:<16}{:>18}", word("penalty-knp"), code.knp);
    }
    let purpose = purpose::of_penalty(Language::Ru, penalty.payment, penalty.period);
    let _ = writeln!(text, "{:<16}{purpose}", word("penalty-order"));
    if let Some(days) = penalty.days.first() {
        let divisor = say!("penalty-divisor", cited = cited(&days.year.citation)).say(language);
        let _ = writeln!(text, "{}; {divisor}", cited(&days.multiple.citation));
    }
    text
}

/// Prints a row for each request of a file; those that cannot be computed go to standard error as rows of `rejects.csv`.
fn table(
    law: &Law,
    input: &Input,
    (header, mapping): (&Header, &Mapping),
    language: Language,
) -> Result<Ending, Error> {
    let mut computed = format!("{PENALTIES}\n").into_bytes();
    let mut rejected = Vec::new();
    let name = input.name();
    let (digested, rows) = read_rows(input, header, |row| {
        match request(law, row) {
            Ok(penalty) => penalty_row(&penalty, &mut computed),
            Err(fault) => fault.write((&name, language), row, &mut rejected),
        }
        Ok(())
    })?;
    mapping.check(&[(Kind::Late, &digested, rows)])?;
    let mut told = String::new();
    inputs(&mut told, "--encoding", [&digested].into_iter());
    if !rejected.is_empty() {
        let rows = String::from_utf8_lossy(&rejected);
        told.extend([REJECTS, "\n"]);
        told.extend(rows.lines().map(|line| plain(&without_iins(line)) + "\n"));
    }
    // Where standard error is closed there is nobody to tell.
    let _ = write!(io::stderr(), "{told}");
    print(&String::from_utf8_lossy(&computed))?;
    Ok(if rejected.is_empty() { Ending::Clean } else { Ending::Findings })
}

fn penalty_row(penalty: &Penalty<'_>, out: &mut Vec<u8>) {
    let rates: Vec<String> =
        penalty.days.iter().map(|days| format!("{}..{}={}", days.from, days.to, days.base_rate.rate)).collect();
    let mut fields = RowWriter::new(out);
    fields.text(penalty.payment.code()).text(&penalty.period.to_string()).day(penalty.due_on);
    fields.day(penalty.paid_on).money(penalty.amount).number(u64::from(penalty.days_late()));
    fields.money(penalty.penalty).text(&penalty.exact.to_string());
    fields.text(penalty.code.map_or("", |code| &code.knp)).text(&rates.join("|")).end();
}

/// Why a row is not computed: code, number of the column at fault, what is expected and what is there.
struct Fault {
    code: &'static str,
    column: Option<usize>,
    message: Message,
}

impl Fault {
    fn of(code: &'static str, column: usize, message: impl Into<Message>) -> Fault {
        Fault { code, column: Some(column), message: message.into() }
    }

    /// What the computation refuses.
    fn refused(error: &Error) -> Fault {
        match error.kind() {
            ErrorKind::NoRates => Fault::of("no-rates", PAID_ON, error.message().clone()),
            ErrorKind::Overflow => Fault::of("amount-range", AMOUNT, error.message().clone()),
            _ => Fault::of("payment", PAYMENT, error.message().clone()),
        }
    }

    fn write(&self, (name, language): (&str, Language), row: &Row<'_>, out: &mut Vec<u8>) {
        let value = |column: usize| String::from_utf8_lossy(&row.field(column).value()).into_owned();
        let field = self.column.and_then(|column| COLUMNS.get(column)).copied().unwrap_or_default();
        let value = self.column.map(value).unwrap_or_default();
        let value = &value[..value.floor_char_boundary(VALUE_BYTES_MAX)];
        // A sentence, whoever worded it.
        let words = self.message.say(language);
        let mut letters = words.trim_end_matches('.').chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        let message: String = first.chain(letters).chain(['.']).collect();
        let mut fields = RowWriter::new(out);
        fields.text(name).number(row.line).text(self.code).text(field).text(value).text(&message).end();
    }
}

fn request<'l>(law: &'l Law, row: &Row<'_>) -> Result<Penalty<'l>, Fault> {
    if let Some(reason) = row.fault() {
        return Err(Fault { code: "malformed-row", column: None, message: reason.message(law) });
    }
    let text = |column: usize| String::from_utf8_lossy(&row.text(column).unwrap_or_default()).into_owned();
    let payment = text(PAYMENT)
        .parse::<Payment>()
        .ok()
        .ok_or_else(|| Fault::of("payment", PAYMENT, format!("the value is no payment: {PAYMENTS}")))?;
    let period = text(PERIOD)
        .parse()
        .map_err(|_| Fault::of("period", PERIOD, "the value is not a month of the form YYYY-MM"))?;
    let paid_on = text(PAID_ON).parse().map_err(|_| {
        Fault::of("date", PAID_ON, "the value is not a day of the form YYYY-MM-DD or DD.MM.YYYY with or without a time")
    })?;
    let amount = Tenge::parse(text(AMOUNT).as_bytes()).map_err(|fault| match fault {
        MoneyFault::Grammar => {
            Fault::of("amount", AMOUNT, "the value is not an amount in tenge with at most two decimals")
        }
        MoneyFault::Range => Fault::of(
            "amount-range",
            AMOUNT,
            "the amount is outside the range of 999999999999.99 tenge on either side of zero",
        ),
    })?;
    if amount < Tenge::ZERO {
        return Err(Fault::of("amount", AMOUNT, "the amount is below zero: what was paid late is at least zero"));
    }
    of(law, Request { payment, period, paid_on, amount }).map_err(|error| Fault::refused(&error))
}
