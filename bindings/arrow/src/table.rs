//! A table that is read: columns by the names of the contract, each with a type that it may have, and rows of them.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use arrow_array::ArrayRef;
use arrow_array::ffi::FFI_ArrowSchema;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_schema::{DataType, TimeUnit};
use ustap::bindings::{Cells, Columns, Expected, RowFault, TableKind, is_same_heading, trim};
use ustap::{Day, Error, ErrorKind, Iin, Tenge};

use crate::column::{Column, Reading, Values};
use crate::stream::{Stream, StreamField, fields};

/// Operations of which the number is not told beforehand: about so many bytes, so that they are not one range.
const UNKNOWN_BYTES: u64 = 256 << 20;
/// Bytes that an operation takes when it is held, about.
const HELD_BYTES: u64 = 29;
/// Rows of a piece: producers may give all rows as one batch, and each thread is to have some.
const PIECE_ROWS: usize = 64 << 10;
/// The column of whole tiyn. An integer in `income` might be tenge or tiyn, a hundredfold apart, so that it is refused.
const INCOME_TIYN: &str = "income_tiyn";
const INCOME: &str = "income";

/// A table of another program, as a source of rows.
pub struct Table {
    kind: TableKind,
    /// For each column of the contract the number among those that are read, how it is read, and its number in the table.
    columns: Vec<Option<(usize, Reading, usize)>>,
    /// Whether the table has each of them, be it with nothing in it.
    present: Vec<bool>,
    stream: Mutex<Pieces>,
    rows: Option<u64>,
    stop: Arc<AtomicBool>,
}

impl std::fmt::Debug for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Table").field("kind", &self.kind).field("columns", &self.columns).finish_non_exhaustive()
    }
}

/// What is left of the stream.
struct Pieces {
    stream: Stream,
    /// Batches that were read before they are asked for.
    ahead: VecDeque<(usize, Vec<ArrayRef>)>,
    batch: Option<Batch>,
    /// Rows of the batch that were given.
    given: usize,
    /// Rows of all batches before it.
    before: u64,
}

#[derive(Debug, Clone)]
struct Batch {
    rows: usize,
    /// By the number in the contract.
    columns: Arc<[Option<Column>]>,
}

/// How a table is opened.
#[derive(Debug)]
pub struct Opening<'a> {
    /// The table whose columns are named without its name in front of them.
    pub first: TableKind,
    /// Other names of columns: the contract's and the table's.
    pub renamed: &'a [(String, String)],
    /// Whether it matters when an exemption became known.
    pub known_on: bool,
    /// Once this is set, reading ends with an error.
    pub stop: Arc<AtomicBool>,
}

impl Table {
    /// Opens a stream as a table of this kind; it is taken over whatever comes of it.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where a column is missing, stands twice or has a type that it may not have, or where the
    /// stream was read already.
    pub fn open(kind: TableKind, stream: FFI_ArrowArrayStream, opening: &Opening<'_>) -> Result<Table, Error> {
        let mut stream = Stream::open(stream, kind.name())?;
        let known = known_columns(kind, stream.fields(), opening)?;
        let mut columns = vec![None; kind.columns().len()];
        let (mut wanted, mut present) = (Vec::new(), vec![false; columns.len()]);
        for (at, column, reading) in known {
            present[column] = true;
            if reading != Reading::Null {
                columns[column] = Some((wanted.len(), reading, at));
                wanted.push(at);
            }
        }
        stream.want(wanted);
        let stream = Mutex::new(Pieces { stream, ahead: VecDeque::new(), batch: None, given: 0, before: 0 });
        Ok(Table { kind, columns, present, stream, rows: None, stop: Arc::clone(&opening.stop) })
    }

    /// Refuses what [`Table::open`] would refuse of a stream with this schema, and reads nothing.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] as there.
    pub fn check(kind: TableKind, schema: &FFI_ArrowSchema, opening: &Opening<'_>) -> Result<(), Error> {
        known_columns(kind, &fields(schema, kind.name())?, opening).map(|_| ())
    }

    /// The same table, of which it is known beforehand how many rows it has.
    #[must_use]
    pub fn with_rows(self, rows: Option<u64>) -> Table {
        Table { rows, ..self }
    }

    /// The columns that are read: the name in the contract, and the number in the table.
    pub fn read_columns(&self) -> Vec<(&'static str, usize)> {
        let number = |(name, column): (&&'static str, &Option<(usize, Reading, usize)>)| Some((*name, (*column)?.2));
        self.kind.columns().iter().zip(&self.columns).filter_map(number).collect()
    }

    /// Reads a batch before it is asked for; `false` at the end. A producer may give but one stream at a time, as DuckDB does
    /// of one connection.
    ///
    /// # Errors
    /// What reading fails with.
    pub fn read_ahead(&self) -> Result<bool, Error> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(stopped());
        }
        let mut pieces = self.stream.lock().unwrap_or_else(PoisonError::into_inner);
        let next = pieces.stream.next()?;
        let is_there = next.is_some();
        pieces.ahead.extend(next);
        Ok(is_there)
    }

    /// Rows that were read before they are asked for.
    pub fn rows_ahead(&self) -> u64 {
        let pieces = self.stream.lock().unwrap_or_else(PoisonError::into_inner);
        pieces.ahead.iter().map(|(rows, _)| *rows as u64).sum()
    }

    /// Whether the table has the column with this number.
    pub fn has(&self, column: usize) -> bool {
        self.present.get(column).is_some_and(|&present| present)
    }
}

/// The columns that are read: the number in the table and in the contract, and how.
fn known_columns(
    kind: TableKind,
    fields: &[StreamField],
    opening: &Opening<'_>,
) -> Result<Vec<(usize, usize, Reading)>, Error> {
    let names: Vec<String> = fields.iter().map(|field| field.name.clone()).collect();
    let (tiyn, renamed) = with_tiyn(kind, &names, opening)?;
    let found = kind.find(names, (opening.first, &renamed), opening.known_on)?;
    let found = found.iter().zip(fields).enumerate().filter_map(|(at, (column, field))| Some((at, (*column)?, field)));
    let known = found.map(|(at, column, field)| {
        let column = usize::from(column);
        let name = kind.columns()[column];
        let reading = reading(kind, name, (field.data_type.as_ref(), tiyn == Some(at)));
        let refused = |message| {
            let error = Error::new(ErrorKind::Input, format!("{}: `{}` {message}", kind.name(), field.name));
            match kind.is_without_figures(name) {
                true => error.with_hint("no figure is made of this column: cast it, or leave it out of the table"),
                false => error,
            }
        };
        Ok((at, column, reading.map_err(refused)?))
    });
    known.collect()
}

/// Names of columns: the contract's and the table's.
type Renamed = Vec<(String, String)>;

/// The number of the column of whole tiyn, and the other names of columns where it is that of income.
///
/// # Errors
/// Where there is income in tenge too.
fn with_tiyn(kind: TableKind, names: &[String], opening: &Opening<'_>) -> Result<(Option<usize>, Renamed), Error> {
    let mut renamed = opening.renamed.to_vec();
    if kind != TableKind::Operations {
        return Ok((None, renamed));
    }
    let given = |renamed: &[(String, String)], column: &str| {
        renamed.iter().position(|(name, _)| name.strip_prefix("operations.").unwrap_or(name) == column)
    };
    let at = |heading: &str| names.iter().position(|name| is_same_heading(name, heading));
    // Where income has another name, its other names do not count.
    if let Some(mapped) = given(&renamed, INCOME) {
        let is_tiyn = is_same_heading(&renamed[mapped].1, INCOME_TIYN);
        return Ok((at(INCOME_TIYN).filter(|_| is_tiyn), renamed));
    }
    if let Some(mapped) = given(&renamed, INCOME_TIYN) {
        renamed[mapped].0 = renamed[mapped].0.replace(INCOME_TIYN, INCOME);
        return Ok((at(&renamed[mapped].1), renamed));
    }
    // It may be another column's by its other name.
    let is_taken = renamed.iter().any(|(_, heading)| is_same_heading(heading, INCOME_TIYN));
    let Some(tiyn) = at(INCOME_TIYN).filter(|_| !is_taken) else { return Ok((None, renamed)) };
    if let Some(tenge) = names.iter().position(|name| kind.is_heading(INCOME, name)) {
        let (kind, tenge, tiyn) = (kind.name(), &names[tenge], &names[tiyn]);
        return Err(Error::new(ErrorKind::Input, format!("{kind}: `{tenge}` and `{tiyn}` are both there"))
            .with_hint("leave one of them out of the table"));
    }
    renamed.push((INCOME.to_owned(), names[tiyn].clone()));
    Ok((Some(tiyn), renamed))
}

/// How a column of this type is read, or why it is not.
fn reading(kind: TableKind, name: &str, (data_type, is_tiyn): (Option<&DataType>, bool)) -> Result<Reading, String> {
    let expected = kind.expected(name);
    let is_text = |data_type: &DataType| matches!(data_type, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View);
    let refused = |needs: &str| {
        let found = data_type.map_or_else(|| "of an unknown type".to_owned(), |found| format!("of the type {found}"));
        Err(format!("is {found} and has to be {needs}"))
    };
    let needs = match expected {
        Expected::Text => "text",
        Expected::Iin => "text, int64 or uint64: a float has lost digits",
        Expected::Day => "date32, date64, a timestamp or text",
        Expected::CalendarDay => "date32, date64, a timestamp without a zone or text: it is no instant",
        Expected::Money if is_tiyn => "int64: whole tiyn",
        Expected::Money if kind == TableKind::Operations => {
            "decimal or text, or int64 of whole tiyn under the name `income_tiyn`: a float is not exact, and of an integer \
             nobody knows whether it is tenge or tiyn"
        }
        Expected::Money => {
            "decimal or text: a float is not exact, and of an integer nobody knows whether it is tenge or tiyn"
        }
    };
    let Some(data_type) = data_type else { return refused(needs) };
    let reading = match (expected, data_type) {
        (_, DataType::Null) => Reading::Null,
        (_, DataType::Dictionary(_, values)) if **values == DataType::Null => Reading::Null,
        (Expected::Money, DataType::Int64) if is_tiyn => Reading::Tiyn,
        (Expected::Money, _) if is_tiyn => return refused(needs),
        (_, text) if is_text(text) => Reading::Text,
        (_, DataType::Dictionary(key, values)) if key.is_integer() && is_text(values) => Reading::Text,
        (Expected::Iin, DataType::Int64 | DataType::UInt64) => Reading::Number,
        (Expected::Day | Expected::CalendarDay, DataType::Date32) => Reading::Date32,
        (Expected::Day | Expected::CalendarDay, DataType::Date64) => Reading::Date64,
        (Expected::Day | Expected::CalendarDay, DataType::Timestamp(unit, zone)) => {
            if zone.is_some() && expected == Expected::CalendarDay {
                return refused(needs);
            }
            let units = match unit {
                TimeUnit::Second => 1,
                TimeUnit::Millisecond => 1_000,
                TimeUnit::Microsecond => 1_000_000,
                TimeUnit::Nanosecond => 1_000_000_000,
            };
            Reading::Timestamp(units, zone.is_some())
        }
        (
            Expected::Money,
            DataType::Decimal32(_, scale) | DataType::Decimal64(_, scale) | DataType::Decimal128(_, scale),
        ) => {
            let Ok(scale) = u32::try_from(*scale) else {
                return Err(format!("has the scale {scale}, and money has no scale below zero"));
            };
            Reading::Decimal(scale)
        }
        _ => return refused(needs),
    };
    Ok(reading)
}

/// Rows of one batch that stand one after another.
#[derive(Debug)]
pub struct Piece {
    batch: Batch,
    start: usize,
    rows: usize,
    /// The number of the first.
    first: u64,
}

impl Columns for Table {
    type Piece = Piece;
    type Row<'p> = Row<'p>;

    fn next(&self) -> Result<Option<Piece>, Error> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(stopped());
        }
        let mut pieces = self.stream.lock().unwrap_or_else(PoisonError::into_inner);
        let Pieces { stream, ahead, batch, given, before } = &mut *pieces;
        loop {
            if let Some(batch) = batch
                && *given < batch.rows
            {
                let rows = PIECE_ROWS.min(batch.rows - *given);
                let piece = Piece { batch: batch.clone(), start: *given, rows, first: *before + *given as u64 };
                *given += rows;
                return Ok(Some(piece));
            }
            *before += batch.take().map_or(0, |batch| batch.rows as u64);
            *given = 0;
            let next = match ahead.pop_front() {
                Some(next) => Some(next),
                None => stream.next()?,
            };
            match next {
                Some((rows, arrays)) => {
                    let column = |&(number, reading, in_table): &(usize, Reading, usize)| {
                        arrays.get(number).and_then(|array| Column::new(array, reading, in_table))
                    };
                    let columns = self.columns.iter().map(|known| known.as_ref().and_then(column)).collect();
                    *batch = Some(Batch { rows, columns });
                }
                None => return Ok(None),
            }
        }
    }

    fn held_bytes(&self) -> u64 {
        self.rows.map_or(UNKNOWN_BYTES, |rows| rows.saturating_mul(HELD_BYTES))
    }

    fn range(&self, piece: &Piece) -> (u64, usize) {
        (piece.first, piece.rows)
    }

    #[inline]
    fn row<'p>(&'p self, piece: &'p Piece, at: usize) -> Row<'p> {
        Row { columns: &piece.batch.columns, at: piece.start + at }
    }
}

/// What ends a run that nobody waits for any more.
pub(crate) fn stopped() -> Error {
    Error::new(ErrorKind::Operation, "the calculation was stopped")
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub struct Row<'p> {
    columns: &'p [Option<Column>],
    at: usize,
}

impl<'p> Row<'p> {
    /// The values of the column; `None` where the table has none or the field is null.
    #[inline(always)]
    fn cell(&self, column: usize) -> Option<&'p Values> {
        let column = self.columns.get(column)?.as_ref()?;
        if let Some(nulls) = &column.nulls
            && !(self.at < nulls.len() && nulls.is_valid(self.at))
        {
            return None;
        }
        Some(&column.values)
    }

    /// The field as bytes, which need be no text; what has a time is the day that counts.
    fn bytes(&self, column: usize) -> Cow<'p, [u8]> {
        let Some(values) = self.cell(column) else { return Cow::Borrowed(b"") };
        let text = match values {
            Values::Text(text) => return Cow::Borrowed(text.at(self.at).unwrap_or_default()),
            // Below zero none are lost.
            Values::Signed(numbers) => numbers.get(self.at).map(|&number| match u64::try_from(number) {
                Ok(number) => format!("{number:012}"),
                Err(_) => number.to_string(),
            }),
            Values::Unsigned(numbers) => numbers.get(self.at).map(|number| format!("{number:012}")),
            Values::Tiyn(tiyn) => tiyn.get(self.at).map(|&tiyn| Tenge::from_tiyn(tiyn).to_string()),
            Values::Decimal(digits, scale) => digits.at(self.at).map(|digits| decimal_text(digits, *scale)),
            Values::Day(days) => days.text(self.at),
        };
        Cow::Owned(text.unwrap_or_default().into_bytes())
    }
}

/// A decimal without zeros behind its second place.
fn decimal_text(digits: i128, scale: u32) -> String {
    let sign = if digits < 0 { "-" } else { "" };
    let scale = scale as usize;
    let padded = format!("{:0>width$}", digits.unsigned_abs(), width = scale + 1);
    let (whole, behind) = padded.split_at(padded.len() - scale);
    let kept = behind.trim_end_matches('0').len().max(behind.len().min(2));
    match &behind[..kept] {
        "" => format!("{sign}{whole}"),
        behind => format!("{sign}{whole}.{behind}"),
    }
}

/// A decimal of this scale as whole tiyn; `None` where it is finer or does not fit.
#[inline]
fn tiyn(digits: i128, scale: u32) -> Option<i64> {
    let tiyn = match scale {
        2 => digits,
        0 | 1 => digits.checked_mul(if scale == 0 { 100 } else { 10 })?,
        _ => {
            // Of a scale beyond all digits nothing but zero is whole.
            let Some(unit) = 10_i128.checked_pow(scale - 2) else { return (digits == 0).then_some(0) };
            if digits % unit != 0 {
                return None;
            }
            digits / unit
        }
    };
    i64::try_from(tiyn).ok()
}

impl<'p> Cells<'p> for Row<'p> {
    #[inline(always)]
    fn is_malformed(&self) -> bool {
        false
    }

    #[cold]
    fn fault(&self) -> Option<RowFault> {
        let is_text = |column: usize| match self.cell(column) {
            Some(Values::Text(text)) => text.at(self.at).is_some_and(|bytes| std::str::from_utf8(bytes).is_ok()),
            _ => true,
        };
        let in_table = |column: usize| self.columns.get(column)?.as_ref().map(|column| column.in_table);
        let bad = (0..self.columns.len()).filter(|&column| !is_text(column)).filter_map(in_table).min()?;
        Some(RowFault::not_text(bad + 1))
    }

    #[inline]
    fn is_empty(&self, column: usize) -> bool {
        match self.cell(column) {
            None => true,
            Some(Values::Text(text)) => text.at(self.at).is_some_and(<[u8]>::is_empty),
            Some(_) => false,
        }
    }

    #[inline]
    fn text(&self, column: usize) -> Option<Cow<'p, [u8]>> {
        let Some(Values::Text(text)) = self.cell(column) else { return Some(self.bytes(column)) };
        let bytes = text.at(self.at)?;
        std::str::from_utf8(bytes).ok()?;
        Some(Cow::Borrowed(trim(bytes)))
    }

    fn shown(&self, column: usize) -> String {
        match self.cell(column) {
            Some(Values::Day(days)) => days.shown(self.at).unwrap_or_default(),
            _ => String::from_utf8_lossy(&self.bytes(column)).into_owned(),
        }
    }

    #[inline]
    fn iin(&self, column: usize) -> Option<Iin> {
        match self.cell(column)? {
            Values::Text(text) => Iin::parse(text.at(self.at)?).ok(),
            Values::Signed(numbers) => Iin::try_from_number(u64::try_from(*numbers.get(self.at)?).ok()?).ok(),
            Values::Unsigned(numbers) => Iin::try_from_number(*numbers.get(self.at)?).ok(),
            _ => None,
        }
    }

    #[inline]
    fn day(&self, column: usize) -> Option<Day> {
        match self.cell(column)? {
            Values::Text(text) => Day::parse(text.at(self.at)?),
            Values::Day(days) => days.at(self.at)?.ok(),
            _ => None,
        }
    }

    #[cold]
    fn is_day_beyond(&self, column: usize) -> bool {
        matches!(self.cell(column), Some(Values::Day(days)) if matches!(days.at(self.at), Some(Err(_))))
    }

    #[inline]
    fn amount(&self, column: usize) -> Option<Tenge> {
        let amount = match self.cell(column)? {
            Values::Text(text) => return Tenge::parse(text.at(self.at)?).ok(),
            Values::Tiyn(amounts) => Tenge::from_tiyn(*amounts.get(self.at)?),
            Values::Decimal(digits, scale) => Tenge::from_tiyn(tiyn(digits.at(self.at)?, *scale)?),
            _ => return None,
        };
        amount.is_operation_amount().then_some(amount)
    }
}
