//! What comes back: answers of the State Corporation or a bank, and sums computed by ЦС КГД.

use crate::batch::rejects::shown_value;
use crate::batch::status::Reject;
use crate::error::{Error, ErrorKind};
use crate::law::Law;
use crate::money::Tenge;
use crate::output::file::{OutputFile, Written};
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::progress::Progress;
use crate::reading::blocks::Blocks;
use crate::reading::encoding::Encoding;
use crate::reading::fault;
use crate::reading::header::Header;
use crate::reading::headings::Kind;
use crate::reading::input::{Digested, Input};
use crate::reading::mapping::Mapping;
use crate::reading::operations::{self, Zeros};
use crate::reading::reasons::Reason;
use crate::reading::rows::Row;
use crate::run::rows_in::Months;
use crate::run::rows_out::reject_row;
use crate::settlement::matching::{Received, Status};

/// Why a row of an answer is not taken, in the order in which it is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AnswerReject {
    MalformedRow,
    Iin,
    IinCheckDigit,
    Period,
    Knp,
    Amount,
    AmountRange,
    Status,
}

impl AnswerReject {
    pub const ALL: [AnswerReject; 8] = [
        AnswerReject::MalformedRow,
        AnswerReject::Iin,
        AnswerReject::IinCheckDigit,
        AnswerReject::Period,
        AnswerReject::Knp,
        AnswerReject::Amount,
        AnswerReject::AmountRange,
        AnswerReject::Status,
    ];

    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            AnswerReject::MalformedRow => "malformed-row",
            AnswerReject::Iin => "iin",
            AnswerReject::IinCheckDigit => "iin-check-digit",
            AnswerReject::Period => "period",
            AnswerReject::Knp => "knp",
            AnswerReject::Amount => "amount",
            AnswerReject::AmountRange => "amount-range",
            AnswerReject::Status => "status",
        }
    }

    /// The code that a row of the main job has for the same.
    fn of(reject: Reject) -> AnswerReject {
        match reject {
            Reject::Iin => AnswerReject::Iin,
            Reject::IinCheckDigit => AnswerReject::IinCheckDigit,
            Reject::IncomeRange => AnswerReject::AmountRange,
            Reject::Income => AnswerReject::Amount,
            _ => AnswerReject::MalformedRow,
        }
    }
}

/// Why, and the column at fault.
type Fault = ((AnswerReject, Reason), Option<usize>);

/// The columns of an answer, by number.
const ANSWER: [&str; 7] = ["iin", "period", "knp", "amount", "status", "error_code", "reference"];
const IIN: usize = 0;
const PERIOD: usize = 1;
const KNP: usize = 2;
const AMOUNT: usize = 3;
const STATUS: usize = 4;
const ERROR_CODE: usize = 5;
const REFERENCE: usize = 6;

/// The columns of the sums of ЦС КГД, by number; from the third on the payments in their order.
const KGD: [&str; 12] = [
    "iin",
    "period",
    "ipn",
    "opv",
    "opvr",
    "so",
    "vosms",
    "ipn_penalty",
    "opv_penalty",
    "opvr_penalty",
    "so_penalty",
    "vosms_penalty",
];
const FIRST_SUM: usize = 2;
const FIRST_PENALTY: usize = 7;

/// The header of an answer.
pub(crate) fn answer_header(encoding: Encoding, mapping: &Mapping) -> Result<Header, Error> {
    Header::of(Kind::Answer, ANSWER.split_at(STATUS), encoding, mapping)
}

/// The header of the sums of ЦС КГД.
pub(crate) fn kgd_header(encoding: Encoding, mapping: &Mapping) -> Result<Header, Error> {
    Header::of(Kind::Kgd, KGD.split_at(FIRST_PENALTY), encoding, mapping)
}

/// Rows of one side, and where each of them stood.
#[derive(Debug, Default)]
pub(crate) struct Side {
    pub rows: Vec<Received>,
    origins: Vec<Origin>,
    /// Names of the files.
    files: Vec<String>,
    /// Error codes and references one after another, each with its length before it.
    texts: Vec<u8>,
}

#[derive(Debug, Clone, Copy)]
struct Origin {
    line: u32,
    file: u16,
    /// Where the texts of the row are, plus one; 0 where it has none.
    texts: u32,
}

/// Where a row stood, and what it said beside its amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told<'a> {
    pub file: &'a str,
    pub line: u64,
    pub error_code: &'a str,
    pub reference: &'a str,
}

impl Side {
    /// Where the row with this number stood.
    pub fn told(&self, row: usize) -> Option<Told<'_>> {
        let origin = self.origins.get(row)?;
        let (error_code, reference) = match origin.texts.checked_sub(1) {
            Some(at) => {
                let (error_code, rest) = self.text(at as usize)?;
                (error_code, self.text(rest)?.0)
            }
            None => ("", ""),
        };
        let file = self.files.get(usize::from(origin.file))?;
        Some(Told { file, line: u64::from(origin.line), error_code, reference })
    }

    fn text(&self, at: usize) -> Option<(&str, usize)> {
        let length: [u8; 4] = self.texts.get(at..at + 4)?.try_into().ok()?;
        let end = at + 4 + u32::from_le_bytes(length) as usize;
        Some((std::str::from_utf8(self.texts.get(at + 4..end)?).ok()?, end))
    }

    fn put_texts(&mut self, error_code: &str, reference: &str) -> Result<u32, Error> {
        if error_code.is_empty() && reference.is_empty() {
            return Ok(0);
        }
        let at = u32::try_from(self.texts.len() + 1).map_err(|_| {
            Error::new(ErrorKind::Memory, "the error codes and references of the answers are more than 4 GiB")
        })?;
        for text in [error_code, reference] {
            // A record has at most 1 MiB.
            self.texts.extend_from_slice(&(text.len() as u32).to_le_bytes());
            self.texts.extend_from_slice(text.as_bytes());
        }
        Ok(at)
    }
}

/// Rows that were not taken, on their way to `rejects.csv`.
pub(crate) struct AnswerRejects {
    file: Option<OutputFile>,
    /// Rows by code, with the first places.
    pub counts: Vec<RejectCount>,
}

/// Rows that were not taken for one reason.
pub(crate) struct RejectCount {
    pub reject: AnswerReject,
    pub rows: u64,
    /// Files and lines of the first ones.
    pub places: Vec<(String, u64)>,
}

/// Places of each code that a summary names.
const FIRST_PLACES: usize = 3;

impl AnswerRejects {
    pub fn new(file: OutputFile) -> AnswerRejects {
        AnswerRejects { file: Some(file), counts: Vec::new() }
    }

    pub fn total(&self) -> u64 {
        self.counts.iter().map(|count| count.rows).sum()
    }

    /// Puts the file on the disk.
    pub fn finish(&mut self) -> Result<Option<Written>, Error> {
        self.file.take().map(OutputFile::finish).transpose()
    }

    fn push(&mut self, name: &str, line: u64, reject: AnswerReject, row: [&str; 3]) -> Result<(), Error> {
        let place = (name.to_owned(), line);
        match self.counts.iter_mut().find(|count| count.reject == reject) {
            Some(count) => {
                count.rows += 1;
                if count.places.len() < FIRST_PLACES {
                    count.places.push(place);
                }
            }
            None => self.counts.push(RejectCount { reject, rows: 1, places: vec![place] }),
        }
        let mut bytes = Vec::new();
        reject_row((name, line), reject.code(), row, &mut bytes);
        self.file.as_mut().map_or(Ok(()), |file| file.write(&bytes, 1))
    }
}

/// What one reads with.
pub(crate) struct AnswerReader<'a> {
    pub law: &'a Law,
    pub rejects: &'a mut AnswerRejects,
    pub progress: &'a Progress,
}

impl AnswerReader<'_> {
    /// Reads an answer into its side.
    pub fn answer(&mut self, input: &Input, header: &Header, side: &mut Side) -> Result<(Digested, u64), Error> {
        let (mut months, mut codes) = (Months::default(), Codes::default());
        let law = self.law;
        self.read(input, header, &ANSWER, side, |row, side, origin| {
            let received = answer_row(row, law, &mut months, &mut codes)?;
            let text = |column| String::from_utf8_lossy(&row.text(column).unwrap_or_default()).into_owned();
            Ok(side.put_texts(&text(ERROR_CODE), &text(REFERENCE)).map(|texts| {
                side.rows.push(received);
                side.origins.push(Origin { texts, ..origin });
            }))
        })
    }

    /// Reads sums of ЦС КГД into their side: a row for each payment.
    pub fn kgd(&mut self, input: &Input, header: &Header, side: &mut Side) -> Result<(Digested, u64), Error> {
        let mut months = Months::default();
        self.read(input, header, &KGD, side, |row, side, origin| {
            let iin = iin(row)?;
            let period = period(row, &mut months)?;
            let mut amounts = [Tenge::ZERO; 5];
            for (number, amount) in amounts.iter_mut().enumerate() {
                *amount = self::amount(row, FIRST_SUM + number)?;
            }
            for (payment, amount) in Payment::ALL.into_iter().zip(amounts) {
                side.rows.push(Received { iin, period, payment, amount, status: Status::Accepted });
                side.origins.push(origin);
            }
            Ok(Ok(()))
        })
    }

    fn read(
        &mut self,
        input: &Input,
        header: &Header,
        columns: &[&'static str],
        side: &mut Side,
        mut take: impl FnMut(&Row<'_>, &mut Side, Origin) -> Result<Result<(), Error>, Fault>,
    ) -> Result<(Digested, u64), Error> {
        let name = input.name();
        let file = u16::try_from(side.files.len())
            .map_err(|_| Error::new(ErrorKind::Usage, "more than 65535 files of one side"))?;
        side.files.push(name.clone());
        let mut blocks = Blocks::open(input, header)?;
        let (mut buffer, mut rows, mut foreign_row) = (Vec::new(), 0, None);
        while let Some(block) = blocks.next(buffer)? {
            self.progress.read(block.bytes.len() as u64);
            let before = rows;
            let mut block_rows = block.rows(&blocks.columns);
            let mut row = block_rows.row();
            while block_rows.read(&mut row) {
                rows += 1;
                let origin = Origin { line: u32::try_from(row.line).unwrap_or(u32::MAX), file, texts: 0 };
                let taken = match row.fault() {
                    Some(reason) => Err(((AnswerReject::MalformedRow, reason), None)),
                    None => take(&row, side, origin),
                };
                match taken {
                    Ok(taken) => taken?,
                    Err(((reject, reason), column)) => {
                        row.note_foreign(&mut foreign_row);
                        let value = column.map(|at| row.field(at).value()).unwrap_or_default();
                        let field = column.and_then(|at| columns.get(at)).copied().unwrap_or_default();
                        let value = row.encoding().lossy(&value);
                        let texts = [field, shown_value(&value), &reason.message(self.law)];
                        self.rejects.push(&name, row.line, reject, texts)?;
                    }
                }
            }
            self.progress.rows(rows - before);
            buffer = block.bytes;
        }
        Ok((Digested { foreign_row, ..blocks.digested() }, rows))
    }
}

fn answer_row(row: &Row<'_>, law: &Law, months: &mut Months, codes: &mut Codes) -> Result<Received, Fault> {
    let iin = iin(row)?;
    let period = period(row, months)?;
    let knp = row.text(KNP).unwrap_or_default();
    let fault = ((AnswerReject::Knp, Reason::Knp), Some(KNP));
    let payment = codes.payment(law, &knp, period).ok_or(fault)?;
    let amount = amount(row, AMOUNT)?;
    let code = operations::code(row, STATUS);
    let fault = ((AnswerReject::Status, Reason::Status), Some(STATUS));
    let status = if code.is_empty() { Status::Accepted } else { Status::from_code(&code).ok_or(fault)? };
    Ok(Received { iin, period, payment, amount, status })
}

fn iin(row: &Row<'_>) -> Result<Iin, Fault> {
    operations::iin(row, IIN, Zeros::AsTheyStand).map(|(iin, _)| iin).map_err(of_row)
}

fn period(row: &Row<'_>, months: &mut Months) -> Result<Month, Fault> {
    let fault = ((AnswerReject::Period, Reason::Period), Some(PERIOD));
    months.read(&row.text(PERIOD).unwrap_or_default()).ok_or(fault)
}

fn amount(row: &Row<'_>, column: usize) -> Result<Tenge, Fault> {
    operations::amount(row, column).map_err(of_row)
}

fn of_row(fault: fault::Fault) -> Fault {
    ((AnswerReject::of(fault.reject), fault.reason), fault.column)
}

/// Payment purpose codes and months that were looked up already: there are few.
#[derive(Default)]
struct Codes(Vec<([u8; 3], Month, Payment)>);

impl Codes {
    #[inline]
    fn payment(&mut self, law: &Law, knp: &[u8], month: Month) -> Option<Payment> {
        let knp: [u8; 3] = knp.try_into().ok()?;
        if let Some(&(.., payment)) = self.0.iter().find(|&&(known, of, _)| known == knp && of == month) {
            return Some(payment);
        }
        let payment = law.payment_of_knp(std::str::from_utf8(&knp).ok()?, month)?;
        // Many months would make a long list of it.
        if self.0.len() >= 64 {
            self.0.clear();
        }
        self.0.push((knp, month, payment));
        Some(payment)
    }
}
