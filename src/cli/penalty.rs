//! `ustap penalty`.

use std::io::{self, Write as _};

use crate::batch::rejects::shown_value;
use crate::cli::arguments::PenaltyArguments;
use crate::cli::calculate::load_law;
use crate::cli::page::Page;
use crate::cli::{Ending, Speech, print};
use crate::error::{Error, ErrorKind, plain, without_iins};
use crate::language::Language;
use crate::law::{Citation, Law};
use crate::money::{MoneyFault, Tenge};
use crate::output::csv::RowWriter;
use crate::output::purpose;
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::person::without_split_iins;
use crate::reading::each_row::read_rows;
use crate::reading::header::Header;
use crate::reading::headings::Kind;
use crate::reading::input::Input;
use crate::reading::mapping::Mapping;
use crate::reading::rows::Row;
use crate::run::rows_out::REJECTS;
use crate::settlement::{Penalty, penalty};
use crate::words::{Message, say};

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

/// Prints one penalty step by step, or those of a file as CSV. КГД's own figure, where there is one, is what is paid.
pub(crate) fn run(arguments: &PenaltyArguments, speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let PenaltyArguments { file, payment, period, paid_on, amount, .. } = arguments;
    let text = match (file, payment, period, paid_on, amount) {
        (Some(file), ..) => {
            let mapping = arguments.columns.mapping(&[(Kind::Late, true)])?;
            let header = Header::of(Kind::Late, (&COLUMNS, &[]), arguments.encoding.encoding(), &mapping)?;
            return table(speech, &law, &Input::from_argument(file), &header, &mapping);
        }
        (None, Some(payment), Some(period), Some(paid_on), Some(amount)) => {
            let payment = known(payment)?;
            let amount = amount.parse()?;
            steps(&law, &of(&law, Request { payment, period: *period, paid_on: *paid_on, amount })?, speech)
        }
        _ => {
            return Err(
                Error::new(ErrorKind::Usage, say!("penalty-incomplete")).with_hint(say!("penalty-incomplete-hint"))
            );
        }
    };
    print(&text)?;
    Ok(Ending::Clean)
}

/// The payments that a penalty can be of.
fn payments() -> String {
    Payment::SOCIAL.map(Payment::code).join(", ")
}

fn known(code: &str) -> Result<Payment, Error> {
    code.parse::<Payment>().ok().ok_or_else(|| {
        Error::new(ErrorKind::Usage, say!("penalty-no-payment", code = code))
            .with_hint(say!("penalty-payments", payments = payments()))
    })
}

fn of(law: &Law, request: Request) -> Result<Penalty<'_>, Error> {
    penalty(law, request.payment, request.period, request.paid_on, request.amount)
}

fn steps(law: &Law, penalty: &Penalty<'_>, speech: Speech) -> String {
    let language = speech.terminal;
    let mut page = Page::with_widths(language, 16, 18);
    page.value(page.word("penalty-payment"), penalty.payment.abbreviation_in(language));
    page.value(page.word("penalty-month"), penalty.period);
    page.value(page.word("penalty-due-on"), penalty.due_on);
    page.value(page.word("penalty-paid-on"), penalty.paid_on);
    page.value(page.word("penalty-amount"), penalty.amount);
    page.value(page.word("penalty-days-late"), penalty.days_late());
    for days in &penalty.days {
        let citation = &days.base_rate.citation;
        let text = say!(
            "penalty-days",
            from = days.from.to_string(),
            to = days.to.to_string(),
            days = days.count(),
            rate = days.base_rate.rate.percent().to_string(),
            times = days.multiple.times.to_string(),
            year = days.year.days.to_string(),
        );
        let (text, basis) = (text.say(language), citation.basis.say(language));
        page.line(format!("  {text}  {} [{basis}]", citation.say(language)));
    }
    let more = if penalty.exact.is_cut() { "…" } else { "" };
    page.value(page.word("penalty-penalty"), penalty.penalty);
    page.value(page.word("penalty-exact"), penalty.exact);
    if !more.is_empty() {
        page.add(more);
    }
    if let Some(code) = penalty.code {
        page.value(page.word("lists-knp"), &code.knp);
    }
    let purpose = purpose::of_penalty(speech.documents(), penalty.payment, penalty.period);
    page.line(format!("{:<16}{purpose}", page.word("penalty-order")));
    if let Some(days) = penalty.days.first() {
        let (multiple, year) = (&days.multiple.citation, &days.year.citation);
        let cited = |citation: &Citation| format!("{} [{}]", citation.say(language), citation.basis.say(language));
        page.say(say!("penalty-cited", multiple = cited(multiple), divisor = cited(year)));
        if let Some(rounding) = law.settlement().penalty_rounding(penalty.paid_on) {
            page.say(say!("penalty-rounded", rounding = cited(&rounding.citation)));
        }
    }
    page.next(say!("penalty-next"));
    page.finish()
}

/// Prints a row for each request of a file; those that cannot be computed go to standard error as rows of `rejects.csv`.
fn table(speech: Speech, law: &Law, input: &Input, header: &Header, mapping: &Mapping) -> Result<Ending, Error> {
    let mut computed = format!("{PENALTIES}\n").into_bytes();
    let mut rejected = Vec::new();
    let name = input.name();
    let (digested, rows) = read_rows(input, header, |row| {
        match request(law, row) {
            Ok(penalty) => penalty_row(&penalty, &mut computed),
            Err(fault) => fault.write(&name, row, speech.terminal, &mut rejected),
        }
        Ok(())
    })?;
    mapping.check(&[(Kind::Late, &digested, rows)])?;
    let mut notes = Page::new(speech.terminal);
    notes.inputs("--encoding", [&digested].into_iter());
    let mut told = notes.finish();
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
    fn refused(error: &Error, no_rates_of: usize) -> Fault {
        match error.kind() {
            ErrorKind::NoRates => Fault::of("no-rates", no_rates_of, error.message().clone()),
            ErrorKind::Overflow => Fault::of("amount-range", AMOUNT, error.message().clone()),
            _ => Fault::of("payment", PAYMENT, error.message().clone()),
        }
    }

    fn write(&self, name: &str, row: &Row<'_>, language: Language, out: &mut Vec<u8>) {
        let value = |column: usize| row.encoding().lossy(&row.field(column).value()).into_owned();
        let field = self.column.and_then(|column| COLUMNS.get(column)).copied().unwrap_or_default();
        let value = self.column.map(value).unwrap_or_default();
        let value = without_split_iins(shown_value(&value));
        // A sentence, whoever worded it.
        let mut message = self.message.say(language).trim_end_matches('.').to_owned() + ".";
        if let Some(first) = message.chars().next() {
            message.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
        }
        let mut fields = RowWriter::new(out);
        fields.text(name).number(row.line).text(self.code).text(field).text(&value).text(&message).end();
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
        .ok_or_else(|| Fault::of("payment", PAYMENT, say!("penalty-fault-payment", payments = payments())))?;
    let period: Month = text(PERIOD).parse().map_err(|_| Fault::of("period", PERIOD, say!("penalty-fault-period")))?;
    let paid_on = text(PAID_ON).parse().map_err(|_| Fault::of("date", PAID_ON, say!("penalty-fault-date")))?;
    let amount = Tenge::parse(text(AMOUNT).as_bytes()).map_err(|fault| match fault {
        MoneyFault::Grammar => Fault::of("amount", AMOUNT, say!("penalty-fault-amount")),
        MoneyFault::Range => Fault::of("amount-range", AMOUNT, say!("penalty-fault-range")),
    })?;
    if amount < Tenge::ZERO {
        return Err(Fault::of("amount", AMOUNT, say!("penalty-fault-negative")));
    }
    // Without rates of the month there is no day on which it was due.
    let no_rates_of = if law.has_rates(period.last_day()) { PAID_ON } else { PERIOD };
    of(law, Request { payment, period, paid_on, amount }).map_err(|error| Fault::refused(&error, no_rates_of))
}
