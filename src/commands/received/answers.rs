//! What comes back: answers of the State Corporation or a bank, and sums computed by ЦС КГД.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::commands::periods::Wanted;
use crate::commands::received::rejects::{
    OpenTable, Place, SettlementReject, SettlementRejects, SideName, too_many_files,
};
use crate::commands::texts::Texts;
use crate::error::{Error, ErrorKind};
use crate::law::Law;
use crate::money::{Tenge, TengeSum};
use crate::payment::{Payment, PerPayment};
use crate::period::Month;
use crate::person::Iin;
use crate::reading::cells::Cells;
use crate::reading::encoding::Encoding;
use crate::reading::fault::Fault;
use crate::reading::header::Header;
use crate::reading::header::headings::Kind;
use crate::reading::header::mapping::{Mapping, Zeros};
use crate::reading::input::Digested;
use crate::reading::opened_file::OpenedFile;
use crate::reading::operations;
use crate::reading::progress::Progress;
use crate::reading::reasons::{Reason, is_shortened, may_be_cut};
use crate::reading::rows::Row;
use crate::run::rejected::FIRST_PLACES;
use crate::run::rows_in::Months;
use crate::settlement::key::Key;
use crate::settlement::matching::sorted;
use crate::settlement::rows::{Status, Theirs};
use crate::words::say;

/// The columns of an answer, by number.
const ANSWER: [&str; 7] = ["iin", "period", "knp", "amount", "status", "error_code", "reference"];
const IIN: usize = 0;
const PERIOD: usize = 1;
const KNP: usize = 2;
const AMOUNT: usize = 3;
const STATUS: usize = 4;
const ERROR_CODE: usize = 5;
const REFERENCE: usize = 6;

/// The columns of the sums of ЦС КГД, by number: from the third on the payments in their order, and the penalties for
/// them in the same order, which need not be there.
pub(crate) const KGD: [&str; 12] = [
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
/// What people leave or write where there is no sum.
const NOTHING: [&[u8]; 4] = [b"", b"-", "–".as_bytes(), "—".as_bytes()];
/// The columns of the sums that the State Corporation distributes: ИПН and penalties are none of them.
pub(crate) const SOCIAL_SUMS: Range<usize> = FIRST_SUM + 1..FIRST_PENALTY;

/// The header of an answer.
pub(crate) fn answer_header(encoding: Encoding, mapping: &Mapping) -> Result<Header, Error> {
    Header::of(Kind::Answer, ANSWER.split_at(STATUS), encoding, mapping)
}

/// The header of the sums of ЦС КГД.
pub(crate) fn kgd_header(encoding: Encoding, mapping: &Mapping) -> Result<Header, Error> {
    Header::of(Kind::Kgd, KGD.split_at(FIRST_PENALTY), encoding, mapping)
}

/// Rows that were not asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct NotCompared {
    /// Rows of other months.
    pub periods: u64,
    /// Rows of other payments, in the months that were asked for; a row with the sums of all payments is one of each.
    pub payments: u64,
}

/// Rows of one side, and where each of them stood.
#[derive(Debug, Default)]
pub(crate) struct ReceivedRows {
    /// The rows to compare. The number of a row is that of its origin.
    pub rows: Vec<Theirs>,
    pub not_compared: NotCompared,
    /// Rows that were not taken for their person or month.
    pub unread: Vec<Unread>,
    /// Whether a file of ЦС КГД has a column of penalties.
    pub has_penalties: bool,
    /// Penalties above zero.
    pub penalties: Vec<KgdPenalty>,
    /// Months and numbers of rows with a penalty that is no amount, where penalties are no more than told.
    pub unread_penalties: Vec<(Month, u32)>,
    origins: Vec<Origin>,
    /// Names of the files.
    files: Vec<String>,
    /// The error code and the reference of each row.
    texts: Texts,
}

/// A penalty that ЦС КГД has computed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KgdPenalty {
    pub key: Key,
    pub amount: Tenge,
    row: u32,
}

/// What penalties come to, and how many persons have one.
#[derive(Debug, Default)]
pub(crate) struct Penalties {
    pub persons: usize,
    pub amount: TengeSum,
}

impl Penalties {
    pub fn of(penalties: impl IntoIterator<Item = (Iin, TengeSum)>) -> Penalties {
        let (mut persons, mut amount) = (BTreeSet::new(), TengeSum::default());
        for (iin, penalty) in penalties {
            persons.insert(iin);
            amount += penalty;
        }
        Penalties { persons: persons.len(), amount }
    }
}

/// A row of an answer whose person or month could not be read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unread {
    pub iin: Option<Iin>,
    pub period: Option<Month>,
    pub knp: [u8; 3],
    pub amount: Tenge,
    origin: Origin,
}

#[derive(Debug, Clone, Copy)]
struct Origin {
    line: u32,
    file: u16,
    /// By what the texts of the row are found.
    texts: u32,
}

/// Where a row stood, and what it said beside its amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RowOrigin<'a> {
    pub file: &'a str,
    pub line: u64,
    pub error_code: &'a str,
    pub reference: &'a str,
}

impl ReceivedRows {
    /// The reference of the row with this number; empty where it has none.
    pub fn reference(&self, row: u32) -> &str {
        self.told(row as usize).map_or("", |told| told.reference)
    }

    /// How many of these rows have a reference of which a spreadsheet may have kept the first digits alone.
    pub fn shortened(&self, rows: &[usize]) -> usize {
        let references = rows.iter().filter_map(|&row| self.told(row)).map(|told| told.reference.as_bytes());
        references.filter(|reference| is_shortened(reference) || may_be_cut(reference)).count()
    }

    /// Where the first of these rows stood, as `FILE:LINE`, with `…` behind them where there are more.
    pub fn places(&self, rows: &[usize]) -> String {
        shown_places(rows.iter().filter_map(|&row| self.told(row)).map(|told| (told.file, told.line)))
    }

    /// Where a row stood that could not be read, as `FILE:LINE`.
    pub fn place(&self, unread: usize) -> Option<String> {
        let Unread { origin, .. } = self.unread.get(unread)?;
        Some(format!("{}:{}", self.files.get(usize::from(origin.file))?, origin.line))
    }

    /// Where the row with this number stood.
    pub fn told(&self, row: usize) -> Option<RowOrigin<'_>> {
        let origin = self.origins.get(row)?;
        let [error_code, reference] = self.texts.of(origin.texts);
        let file = self.files.get(usize::from(origin.file))?;
        Some(RowOrigin { file, line: u64::from(origin.line), error_code, reference })
    }

    /// Appends where a row stood, and gives its number.
    fn number(&mut self, origin: Origin) -> Result<u32, Error> {
        let number = u32::try_from(self.origins.len())
            .map_err(|_| Error::new(ErrorKind::Overflow, say!("side-too-many-rows", most = u32::MAX.to_string())))?;
        self.origins.push(origin);
        Ok(number)
    }
}

/// Where the first of these rows stood, as `FILE:LINE`, with `…` behind them where there are more.
pub(crate) fn shown_places<'p>(mut places: impl Iterator<Item = (&'p str, u64)>) -> String {
    let first = places.by_ref().take(FIRST_PLACES);
    let mut shown: Vec<String> = first.map(|(file, line)| format!("{file}:{line}")).collect();
    if places.next().is_some() {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}

impl SettlementRejects {
    /// Leaves the first row of each person's month of ЦС КГД and rejects the others.
    pub fn one_row_each(&mut self, side: &mut ReceivedRows) -> Result<(), Error> {
        let mut rows = sorted(std::mem::take(&mut side.rows));
        let mut repeated = Vec::new();
        rows.dedup_by(|later, kept| {
            let is_repeated = later.key == kept.key;
            if is_repeated {
                repeated.push((later.row, kept.row, later.key.iin()));
            }
            is_repeated
        });
        side.rows = rows;
        repeated.sort_unstable();
        repeated.dedup();
        let counts = |of: u32| repeated.binary_search_by_key(&of, |&(row, ..)| row).is_err();
        side.penalties.retain(|penalty| counts(penalty.row));
        side.unread_penalties.retain(|&(_, row)| counts(row));
        for (row, counted, iin) in repeated {
            let (Some(told), Some(counted)) = (side.told(row as usize), side.told(counted as usize)) else { continue };
            let Some(origin) = side.origins.get(row as usize) else { continue };
            let (side, number) = (SideName::Kgd as u8, origin.file);
            let place = Place { side, number, file: told.file, line: told.line };
            self.repeated(place, iin, (counted.file, counted.line))?;
        }
        Ok(())
    }
}

/// What one reads with.
pub(crate) struct AnswerReader<'a> {
    pub law: &'a Law,
    pub wanted: &'a Wanted,
    pub rejects: &'a mut SettlementRejects,
    pub progress: &'a Progress,
}

impl AnswerReader<'_> {
    /// Reads an answer into its side.
    pub fn answer(&mut self, file: OpenedFile<'_>, side: &mut ReceivedRows) -> Result<(Digested, u64), Error> {
        let (mut months, mut codes) = (Months::default(), Codes::default());
        let (law, wanted) = (self.law, self.wanted);
        self.read(file, (SideName::Answer, &ANSWER), side, |row, side, origin| {
            let (key, amount, status) = match answer_row(row, (law, wanted), &mut months, &mut codes) {
                Ok(AnswerRow::Compared { key, amount, status }) => (key, amount, status),
                Ok(AnswerRow::OfOtherMonth) => {
                    side.not_compared.periods += 1;
                    return Ok(Ok(()));
                }
                Ok(AnswerRow::OfOtherPayment) => {
                    side.not_compared.payments += 1;
                    return Ok(Ok(()));
                }
                Err(fault) => {
                    side.unread.extend(unread(row, fault.reject, wanted, &mut months, origin));
                    return Err(fault);
                }
            };
            let text = |column| String::from_utf8_lossy(&row.text(column).unwrap_or_default()).into_owned();
            let taken = side.texts.put([&*text(ERROR_CODE), &text(REFERENCE)]).and_then(|texts| {
                let row = side.number(Origin { texts, ..origin })?;
                side.rows.push(Theirs { key, amount, row, status });
                Ok(())
            });
            Ok(taken)
        })
    }

    /// Reads sums of ЦС КГД into their side: a row for each payment that is asked for, whatever stands under the others. A
    /// penalty that is no amount is a reject where penalties are wanted too, and told where they are not.
    pub fn kgd(
        &mut self,
        file: OpenedFile<'_>,
        are_penalties_wanted: bool,
        side: &mut ReceivedRows,
    ) -> Result<(Digested, u64), Error> {
        let mut months = Months::default();
        let wanted = self.wanted;
        let payments: Vec<Payment> = Payment::ALL.into_iter().filter(|&payment| wanted.payment(payment)).collect();
        let penalties = payments.iter().filter(|_| are_penalties_wanted).map(|&payment| penalty_of(payment));
        let columns: Vec<usize> = payments.iter().map(|&payment| sum_of(payment)).chain(penalties).collect();
        self.read(file, (SideName::Kgd, &KGD), side, |row, side, origin| {
            let (iin, period) = (iin(row, row.zeros())?, period(row, &mut months)?);
            if !wanted.period(period) {
                side.not_compared.periods += 1;
                return Ok(Ok(()));
            }
            let sums = sums(row, columns.iter().copied())?;
            let number = match side.number(origin) {
                Ok(number) => number,
                Err(error) => return Ok(Err(error)),
            };
            side.not_compared.payments += (Payment::ALL.len() - payments.len()) as u64;
            let mut is_unread = false;
            for &payment in &payments {
                let key = Key::new(iin, period, payment);
                let amount = sums[sum_of(payment) - FIRST_SUM];
                side.rows.push(Theirs { key, amount, row: number, status: Status::Accepted });
                let column = penalty_of(payment);
                let read =
                    if are_penalties_wanted { Some(sums[column - FIRST_SUM]) } else { told_penalty(row, column) };
                match read {
                    Some(Tenge::ZERO) => {}
                    Some(amount) => side.penalties.push(KgdPenalty { key, amount, row: number }),
                    None => is_unread = true,
                }
            }
            side.unread_penalties.extend(is_unread.then_some((period, number)));
            Ok(Ok(()))
        })
    }

    fn read(
        &mut self,
        file: OpenedFile<'_>,
        (of, columns): (SideName, &[&'static str]),
        side: &mut ReceivedRows,
        mut take: impl FnMut(&Row<'_>, &mut ReceivedRows, Origin) -> Result<Result<(), Error>, Fault<SettlementReject>>,
    ) -> Result<(Digested, u64), Error> {
        let number = u16::try_from(side.files.len()).map_err(|_| too_many_files())?;
        let mut file = OpenTable::over(file, (of as u8, number), columns)?;
        if of == SideName::Kgd {
            file = file.once_each();
        }
        side.files.push(file.name.clone());
        side.has_penalties |= of == SideName::Kgd && (FIRST_PENALTY..KGD.len()).any(|column| file.has(column));
        file.read((self.law, self.rejects, self.progress), |row| {
            let line = u32::try_from(row.line).unwrap_or(u32::MAX);
            take(row, side, Origin { line, file: number, texts: 0 })
        })
    }
}

/// What a row of an answer says; of a month or a payment that is not asked for, whatever stands in the columns behind.
enum AnswerRow {
    OfOtherMonth,
    OfOtherPayment,
    Compared { key: Key, amount: Tenge, status: Status },
}

fn answer_row(
    row: &Row<'_>,
    (law, wanted): (&Law, &Wanted),
    months: &mut Months,
    codes: &mut Codes,
) -> Result<AnswerRow, Fault<SettlementReject>> {
    let iin = iin(row, row.zeros())?;
    let period = period(row, months)?;
    if !wanted.period(period) {
        return Ok(AnswerRow::OfOtherMonth);
    }
    let knp = row.text(KNP).unwrap_or_default();
    let fault = || {
        let reason = of_knp((law, wanted), std::str::from_utf8(&knp).unwrap_or_default(), period);
        Fault::column((SettlementReject::Knp, reason), KNP)
    };
    let payment = codes.payment(law, &knp, period).ok_or_else(fault)?;
    if !wanted.payment(payment) {
        return Ok(AnswerRow::OfOtherPayment);
    }
    let amount = amount(row, AMOUNT)?;
    let code = operations::code(row, STATUS);
    let fault = Fault::column((SettlementReject::Status, Reason::Status), STATUS);
    let status = if code.is_empty() { Status::Accepted } else { code.parse::<Status>().ok().ok_or(fault)? };
    // What came back is above zero: with a minus it would be the return of nothing.
    if status != Status::Accepted && amount < Tenge::ZERO {
        return Err(Fault::column((SettlementReject::Amount, Reason::ReturnBelowZero), AMOUNT));
    }
    Ok(AnswerRow::Compared { key: Key::new(iin, period, payment), amount, status })
}

/// Why this is the payment purpose code of no payment of the month.
#[cold]
fn of_knp((law, wanted): (&Law, &Wanted), knp: &str, period: Month) -> Reason {
    match knp.parse() {
        _ if law.settlement().is_penalty_knp(knp, period) => Reason::KnpOfPenalty,
        // Of a payment that is not asked for it has no say.
        Ok(number) if without_zeros(law, knp, period).is_some_and(|payment| wanted.payment(payment)) => {
            Reason::KnpZeros { knp: number }
        }
        _ => Reason::Knp,
    }
}

/// The payment of the month whose purpose code this is with zeros in front, where it is none as it stands.
pub(crate) fn without_zeros(law: &Law, knp: &str, period: Month) -> Option<Payment> {
    let payment = |knp: &str| law.payment_of_knp(knp, period);
    if payment(knp).is_some() { None } else { payment(&knp_with_zeros(knp)) }
}

/// A payment purpose code, of which spreadsheets drop the zeros in front, as it is written.
pub(crate) fn knp_with_zeros(knp: &str) -> String {
    format!("{knp:0>3}")
}

/// The row, where it is not taken for its person or month alone: somebody of whom a row is missing may be meant.
fn unread(
    row: &Row<'_>,
    reject: SettlementReject,
    wanted: &Wanted,
    months: &mut Months,
    origin: Origin,
) -> Option<Unread> {
    if !matches!(reject, SettlementReject::Iin | SettlementReject::IinCheckDigit | SettlementReject::Period) {
        return None;
    }
    let period = period(row, months).ok();
    if period.is_some_and(|period| !wanted.period(period)) {
        return None;
    }
    let knp = row.text(KNP).unwrap_or_default().as_ref().try_into().ok()?;
    Some(Unread { iin: iin(row, row.zeros()).ok(), period, knp, amount: amount(row, AMOUNT).ok()?, origin })
}

/// What a row of ЦС КГД says.
pub(crate) struct KgdRow {
    pub iin: Iin,
    pub period: Month,
    /// Those that were asked for; the others are zero.
    sums: [Tenge; KGD.len() - FIRST_SUM],
}

impl KgdRow {
    /// The sums of the payments.
    pub fn amounts(&self) -> PerPayment<Tenge> {
        PerPayment::from_fn(|payment| self.sums[payment as usize])
    }
}

/// What the penalties of a row of ЦС КГД come to where they are no more than told, and whether one is no amount.
pub(crate) fn told_penalties<'r>(row: &impl Cells<'r>) -> (TengeSum, bool) {
    let (mut amount, mut is_unread) = (TengeSum::default(), false);
    for column in FIRST_PENALTY..KGD.len() {
        match told_penalty(row, column) {
            Some(penalty) => amount += penalty,
            None => is_unread = true,
        }
    }
    (amount, is_unread)
}

/// A penalty where it is no more than told, so that a dash is none too; `None` where it is no amount.
fn told_penalty<'r>(row: &impl Cells<'r>, column: usize) -> Option<Tenge> {
    match row.text(column) {
        Some(text) if !NOTHING.contains(&&*text) => amount(row, column).ok().filter(|&amount| amount >= Tenge::ZERO),
        _ => Some(Tenge::ZERO),
    }
}

fn sum_of(payment: Payment) -> usize {
    FIRST_SUM + payment as usize
}

fn penalty_of(payment: Payment) -> usize {
    FIRST_PENALTY + payment as usize
}

/// What a row of ЦС КГД says in these columns; the others are not looked at.
pub(crate) fn kgd_row<'r>(
    row: &impl Cells<'r>,
    zeros: Zeros,
    months: &mut Months,
    columns: Range<usize>,
) -> Result<KgdRow, Fault<SettlementReject>> {
    Ok(KgdRow { iin: iin(row, zeros)?, period: period(row, months)?, sums: sums(row, columns)? })
}

/// The sums and penalties in these columns of a row, none below zero. A penalty that is not there is none.
fn sums<'r>(
    row: &impl Cells<'r>,
    columns: impl Iterator<Item = usize>,
) -> Result<[Tenge; KGD.len() - FIRST_SUM], Fault<SettlementReject>> {
    let mut sums = [Tenge::ZERO; KGD.len() - FIRST_SUM];
    let mut beyond = None;
    for column in columns {
        let text = row.text(column).unwrap_or_default();
        if text.is_empty() && column >= FIRST_PENALTY {
            continue;
        }
        match amount(row, column) {
            Ok(amount) if amount >= Tenge::ZERO => sums[column - FIRST_SUM] = amount,
            // Against the grammar goes before beyond the range, in whatever order they stand.
            Err(fault @ Fault { reject: SettlementReject::AmountRange, .. }) if !text.starts_with(b"-") => {
                beyond = beyond.or(Some(fault));
            }
            Err(Fault { reject: SettlementReject::Amount, .. }) if NOTHING.contains(&&*text) => {
                return Err(Fault::column((SettlementReject::Amount, Reason::NoSum), column));
            }
            Err(fault @ Fault { reject: SettlementReject::Amount, .. }) => return Err(fault),
            _ => return Err(Fault::column((SettlementReject::Amount, Reason::BelowZero), column)),
        }
    }
    beyond.map_or(Ok(sums), Err)
}

fn iin<'r>(row: &impl Cells<'r>, zeros: Zeros) -> Result<Iin, Fault<SettlementReject>> {
    Ok(operations::iin(row, IIN, zeros)?.0)
}

pub(crate) fn period<'r>(row: &impl Cells<'r>, months: &mut Months) -> Result<Month, Fault<SettlementReject>> {
    let fault = Fault::column((SettlementReject::Period, Reason::Period), PERIOD);
    months.read(&row.text(PERIOD).unwrap_or_default()).ok_or(fault)
}

fn amount<'r>(row: &impl Cells<'r>, column: usize) -> Result<Tenge, Fault<SettlementReject>> {
    Ok(operations::amount(row, column)?)
}

/// Payment purpose codes and months that were looked up already: there are few.
#[derive(Default)]
pub(crate) struct Codes(Vec<([u8; 3], Month, Payment)>);

impl Codes {
    #[inline]
    pub fn payment(&mut self, law: &Law, knp: &[u8], month: Month) -> Option<Payment> {
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
