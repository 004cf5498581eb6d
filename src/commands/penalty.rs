//! `penalty`: what lateness costs, for each row of a file of what was paid late.

use std::collections::BTreeSet;

use crate::batch::rejects::shown_value;
use crate::commands::received::rejects::SettlementReject;
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::law::Law;
use crate::money::Tenge;
use crate::output::csv::RowWriter;
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::person::without_split_iins;
use crate::reading::cells::at_fault;
use crate::reading::doubtful::Thousands;
use crate::reading::each_row::read_rows;
use crate::reading::encoding::Encoding;
use crate::reading::fault::Fault;
use crate::reading::header::Header;
use crate::reading::header::headings::Kind;
use crate::reading::header::mapping::Mapping;
use crate::reading::input::{Digested, Input, ReadFile};
use crate::reading::operations::{amount, day};
use crate::reading::reasons::Reason;
use crate::reading::rows::Row;
use crate::reject::Reject;
use crate::run::rows_out::reject_row;
use crate::settlement::{Penalty, penalty};
use crate::words::{Message, say};

/// The columns of a file of requests, by number.
const COLUMNS: [&str; 4] = ["payment", "period", "paid_on", "amount"];
const PAYMENT: usize = 0;
const PERIOD: usize = 1;
const PAID_ON: usize = 2;
const AMOUNT: usize = 3;
/// The header of what comes of such a file.
const PENALTIES_HEADER: &str = "payment,period,due_on,paid_on,amount,days,penalty,exact,knp,rates";

/// A file of what was paid late.
pub(crate) struct LateFile<'a> {
    pub law: &'a Law,
    pub input: Input,
    pub encoding: Encoding,
    pub mapping: Mapping,
    /// Of the sentences on rejected rows.
    pub language: Language,
}

/// What a file came to.
pub(crate) struct Penalties {
    /// A row for each penalty, below the header.
    pub table: Vec<u8>,
    /// Rows of `rejects.csv`, without its header.
    pub rejected: Vec<u8>,
    /// Months of income, and days before them on which something is said to have been paid.
    pub early: BTreeSet<(Month, Day)>,
    pub digested: Digested,
}

impl LateFile<'_> {
    /// Computes a penalty for each row.
    ///
    /// # Errors
    /// Where the file cannot be read, or its columns are not those that are needed.
    pub fn compute(&self) -> Result<Penalties, Error> {
        let header = Header::of(Kind::Late, (&COLUMNS, &[]), self.encoding, &self.mapping)?;
        let (mut table, mut rejected) = (format!("{PENALTIES_HEADER}\n").into_bytes(), Vec::new());
        let mut early = BTreeSet::new();
        let (name, mut thousands) = (self.input.name(), Thousands::default());
        let (digested, rows) = read_rows(&self.input, &header, |row| {
            let request = request(self.law, row);
            match &request {
                Ok(penalty) => {
                    thousands.look(row.line, row.text(AMOUNT));
                    let paid = (penalty.period, penalty.paid_on);
                    early.extend(Some(paid).filter(|(period, paid_on)| *paid_on < period.first_day()));
                    penalty_row(penalty, &mut table);
                }
                Err(fault) => fault.write(&name, row, self.language, &mut rejected),
            }
            Ok(request.is_err())
        })?;
        let digested = Digested { thousands: thousands.told(), ..digested };
        let file = ReadFile { kind: Kind::Late, digested, rows };
        self.mapping.check([&file])?;
        Ok(Penalties { table, rejected, early, digested: file.digested })
    }
}

/// The payments that a penalty can be of.
pub(crate) fn payments() -> String {
    Payment::SOCIAL.map(Payment::code).join(", ")
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

/// Why a row is not computed; the sentence says what is expected and what is there.
type LateFault = Fault<&'static str, Message>;

impl LateFault {
    /// What is no value.
    fn read(Fault { reject, reason, column }: Fault, law: &Law) -> LateFault {
        Fault { reject: SettlementReject::from(reject).code(), reason: reason.message(law), column }
    }

    /// What the computation refuses.
    fn refused(error: &Error, no_rates_of: usize) -> LateFault {
        let (code, column) = match error.kind() {
            ErrorKind::NoRates => (Reject::NoRates.code(), no_rates_of),
            ErrorKind::Overflow => ("amount-range", AMOUNT),
            _ => ("payment", PAYMENT),
        };
        Fault::column((code, error.message().clone()), column)
    }

    fn write(&self, name: &str, row: &Row<'_>, language: Language, out: &mut Vec<u8>) {
        let (field, value) = at_fault(row, &COLUMNS, self.column);
        let value = without_split_iins(shown_value(&value));
        // A sentence, whoever worded it.
        let mut message = self.reason.say(language).trim_end_matches('.').to_owned() + ".";
        if let Some(first) = message.chars().next() {
            message.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
        }
        reject_row((name, row.line), self.reject, [field, &value, &message], out);
    }
}

fn request<'l>(law: &'l Law, row: &Row<'_>) -> Result<Penalty<'l>, LateFault> {
    let refused = |fault| LateFault::read(fault, law);
    if let Some(reason) = row.fault() {
        return Err(refused(Fault::row(reason)));
    }
    let text = |column: usize| String::from_utf8_lossy(&row.text(column).unwrap_or_default()).into_owned();
    let payment = text(PAYMENT)
        .parse::<Payment>()
        .ok()
        .ok_or_else(|| Fault::column(("payment", say!("penalty-fault-payment", payments = payments())), PAYMENT))?;
    let period: Month =
        text(PERIOD).parse().map_err(|_| Fault::column(("period", Reason::Period.message(law)), PERIOD))?;
    let paid_on = day(row, PAID_ON).map_err(refused)?;
    let amount = amount(row, AMOUNT).map_err(refused)?;
    if amount < Tenge::ZERO {
        return Err(Fault::column(("amount", say!("penalty-fault-negative")), AMOUNT));
    }
    // Without rates of the month there is no day on which it was due.
    let no_rates_of = if law.has_rates(period.last_day()) { PAID_ON } else { PERIOD };
    penalty(law, payment, period, paid_on, amount).map_err(|error| LateFault::refused(&error, no_rates_of))
}
