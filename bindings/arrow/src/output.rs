//! What comes out: register, limits, lines, payments, rejects and the rows of a distribution as batches.
//!
//! Money is decimal128(19, 2), since 63 bits are nineteen digits; sums over persons are decimal128(38, 2). Days are date32,
//! counts int64, all else utf8. What a file leaves empty is null where it is a day, a person of the law or a place.

use std::sync::{Arc, LazyLock};

use arrow_array::builder::{Date32Builder, Decimal128Builder, Int64Builder, StringBuilder};
use arrow_array::ffi::FFI_ArrowSchema;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{ArrayRef, RecordBatch, RecordBatchIterator, RecordBatchOptions};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use ustap::batch::{LineRef, MonthRows, Page, PaymentRow};
use ustap::bindings::{DISTRIBUTION_TABLES, RejectedRow};
use ustap::parts::Due;
use ustap::settlement::Distribution;
use ustap::{Day, Error, Law, LimitRow, Payment, RegisterRow, Tenge};

/// Rows in batches of one schema.
#[derive(Debug, Clone)]
pub struct Rows {
    /// The columns.
    pub schema: SchemaRef,
    /// The rows.
    pub batches: Vec<RecordBatch>,
}

impl Rows {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    /// The rows as a stream of the C data interface; it may be taken again and again.
    pub fn stream(&self) -> FFI_ArrowArrayStream {
        let batches = self.batches.clone().into_iter().map(Ok);
        FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new(batches, Arc::clone(&self.schema))))
    }

    /// The columns as a schema of the C data interface.
    ///
    /// # Errors
    /// A defect of this program.
    pub fn ffi_schema(&self) -> Result<FFI_ArrowSchema, Error> {
        FFI_ArrowSchema::try_from(self.schema.as_ref()).map_err(|error| Error::defect(error.to_string()))
    }
}

const MONEY_DIGITS: u8 = 19;
const SUM_DIGITS: u8 = 38;
const MONEY: DataType = DataType::Decimal128(MONEY_DIGITS, 2);
const SUM: DataType = DataType::Decimal128(SUM_DIGITS, 2);

/// A schema of columns that are never null and, where `?` follows the name, of those that may be.
fn schema(columns: &[(&str, DataType)]) -> SchemaRef {
    let field = |(name, data_type): &(&str, DataType)| {
        Field::new(name.trim_end_matches('?'), data_type.clone(), name.ends_with('?'))
    };
    Arc::new(Schema::new(columns.iter().map(field).collect::<Vec<_>>()))
}

/// The columns of the register.
pub static REGISTER: LazyLock<SchemaRef> = LazyLock::new(|| {
    let text = DataType::Utf8;
    let mut columns = vec![("iin", text.clone()), ("period", text.clone()), ("regime", text.clone())];
    columns.push(("operations", DataType::Int64));
    for name in [
        "income",
        "ipn_base",
        "ipn",
        "opv_exempt",
        "opv_base",
        "opv",
        "opvr_exempt",
        "opvr_base",
        "opvr",
        "so_exempt",
        "so_base",
        "so",
        "vosms_exempt",
        "vosms_base",
        "vosms",
        "withheld",
    ] {
        columns.push((name, MONEY));
    }
    columns.push(("notes", text));
    schema(&columns)
});

/// The columns of the limits; `share` is per cent.
pub static LIMITS: LazyLock<SchemaRef> = LazyLock::new(|| {
    schema(&[
        ("iin", DataType::Utf8),
        ("period", DataType::Utf8),
        ("income", MONEY),
        ("limit", MONEY),
        ("share", MONEY),
        ("crossed_on?", DataType::Date32),
        ("crossed_by?", DataType::Utf8),
        ("over", MONEY),
    ])
});

/// The columns of the lines.
pub static LINES: LazyLock<SchemaRef> = LazyLock::new(|| {
    let mut columns = vec![
        ("operation_id", DataType::Utf8),
        ("iin", DataType::Utf8),
        ("period", DataType::Utf8),
        ("regime", DataType::Utf8),
        ("settled_on", DataType::Date32),
        ("effective_on", DataType::Date32),
    ];
    columns.extend(["income", "ipn", "opv", "opvr", "so", "vosms", "withheld", "payout"].map(|name| (name, MONEY)));
    schema(&columns)
});

/// The columns of the payments.
pub static PAYMENTS: LazyLock<SchemaRef> = LazyLock::new(|| {
    schema(&[
        ("payment", DataType::Utf8),
        ("period", DataType::Utf8),
        ("knp", DataType::Utf8),
        ("recipient?", DataType::Utf8),
        ("persons", DataType::Int64),
        ("amount", SUM),
        ("due_on?", DataType::Date32),
    ])
});

/// The columns of the rejects of a calculation.
pub static REJECTS: LazyLock<SchemaRef> = LazyLock::new(|| {
    schema(&[
        ("input", DataType::Utf8),
        ("row", DataType::Int64),
        ("operation_id?", DataType::Utf8),
        ("code", DataType::Utf8),
        ("field", DataType::Utf8),
        ("value", DataType::Utf8),
        ("message", DataType::Utf8),
    ])
});

/// The columns of a distribution.
pub static DISTRIBUTION: LazyLock<SchemaRef> = LazyLock::new(|| {
    let mut columns = ["iin", "period", "payment", "fund"].map(|name| (name, DataType::Utf8)).to_vec();
    columns.extend(["computed", "paid", "distributed", "returned", "owed"].map(|name| (name, MONEY)));
    columns.push(("reasons", DataType::Utf8));
    schema(&columns)
});

/// The columns of what a distribution returns.
pub static RETURNS: LazyLock<SchemaRef> = LazyLock::new(|| {
    schema(&[
        ("iin", DataType::Utf8),
        ("period", DataType::Utf8),
        ("payment?", DataType::Utf8),
        ("amount", MONEY),
        ("reason", DataType::Utf8),
        ("provision", DataType::Utf8),
        ("file", DataType::Utf8),
        ("line", DataType::Int64),
    ])
});

/// The columns of the rejects of a distribution.
pub static DISTRIBUTION_REJECTS: LazyLock<SchemaRef> = LazyLock::new(|| {
    let mut columns = vec![("file", DataType::Utf8), ("line", DataType::Int64)];
    columns.extend(["code", "field", "value", "message"].map(|name| (name, DataType::Utf8)));
    schema(&columns)
});

/// A batch of these columns; a column that is not of its type is a defect.
fn batch(schema: &SchemaRef, columns: Vec<ArrayRef>, rows: usize) -> Result<RecordBatch, Error> {
    let options = RecordBatchOptions::new().with_row_count(Some(rows));
    RecordBatch::try_new_with_options(Arc::clone(schema), columns, &options)
        .map_err(|error| Error::defect(error.to_string()))
}

/// Money.
#[derive(Debug)]
struct Money(Decimal128Builder);

impl Money {
    fn new(digits: u8) -> Money {
        Money(Decimal128Builder::new().with_data_type(DataType::Decimal128(digits, 2)))
    }

    #[inline]
    fn push(&mut self, amount: Tenge) {
        self.0.append_value(i128::from(amount.tiyn()));
    }
}

impl Default for Money {
    fn default() -> Money {
        Money::new(MONEY_DIGITS)
    }
}

macro_rules! arrays {
    ($($builder:expr),* $(,)?) => { vec![$(Arc::new($builder.finish()) as ArrayRef),*] };
}

/// Columns of amounts as arrays.
fn finished(columns: &mut [Money]) -> impl Iterator<Item = ArrayRef> {
    columns.iter_mut().map(|column| Arc::new(column.0.finish()) as ArrayRef)
}

/// Text that is the same for many rows.
#[derive(Debug)]
struct Same<T> {
    of: Option<T>,
    text: String,
}

impl<T> Default for Same<T> {
    fn default() -> Same<T> {
        Same { of: None, text: String::new() }
    }
}

impl<T: PartialEq> Same<T> {
    fn text(&mut self, of: T, make: impl FnOnce() -> String) -> &str {
        if self.of.as_ref() != Some(&of) {
            self.text = make();
            self.of = Some(of);
        }
        &self.text
    }
}

fn push_iin(builder: &mut StringBuilder, iin: ustap::Iin) {
    // Digits are text.
    builder.append_value(std::str::from_utf8(&iin.digits()).unwrap_or_default());
}

fn push_day(builder: &mut Date32Builder, day: Option<Day>) {
    builder.append_option(day.map(Day::epoch_day));
}

fn count(rows: u64) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

#[derive(Debug, Default)]
struct RegisterColumns {
    iin: StringBuilder,
    period: StringBuilder,
    regime: StringBuilder,
    operations: Int64Builder,
    money: [Money; 16],
    notes: StringBuilder,
    rows: usize,
}

impl RegisterColumns {
    fn push(&mut self, row: &RegisterRow, period: &str, law: &Law) {
        push_iin(&mut self.iin, row.iin);
        self.period.append_value(period);
        self.regime.append_value(row.regime.code(law));
        self.operations.append_value(count(row.tally.operations));
        let mut money = self.money.iter_mut();
        let mut push = |amount: Tenge| {
            if let Some(column) = money.next() {
                column.push(amount);
            }
        };
        push(row.tally.income());
        for payment in Payment::ALL {
            let Due { exempt, base, amount, .. } = row.dues[payment].unwrap_or_default();
            if payment != Payment::Ipn {
                push(exempt);
            }
            push(base);
            push(amount);
        }
        push(row.withheld);
        self.notes.append_value(row.notes(law));
        self.rows += 1;
    }

    fn finish(&mut self) -> Result<RecordBatch, Error> {
        let mut columns = arrays![self.iin, self.period, self.regime, self.operations];
        columns.extend(finished(&mut self.money));
        columns.extend(arrays![self.notes]);
        batch(&REGISTER, columns, std::mem::take(&mut self.rows))
    }
}

#[derive(Debug, Default)]
struct LimitColumns {
    iin: StringBuilder,
    period: StringBuilder,
    money: [Money; 4],
    crossed_on: Date32Builder,
    crossed_by: StringBuilder,
    rows: usize,
}

impl LimitColumns {
    fn push(&mut self, row: &LimitRow, period: &str) {
        push_iin(&mut self.iin, row.iin);
        self.period.append_value(period);
        // Hundredths of a per cent have two decimals as tiyn have.
        let share = Tenge::from_tiyn(count(row.share()));
        for (column, amount) in self.money.iter_mut().zip([row.income, row.limit, share, row.over()]) {
            column.push(amount);
        }
        push_day(&mut self.crossed_on, row.crossed.as_ref().map(|crossing| crossing.on));
        self.crossed_by.append_option(row.crossed.as_ref().map(|crossing| crossing.by.as_str()));
        self.rows += 1;
    }

    fn finish(&mut self) -> Result<RecordBatch, Error> {
        let [income, limit, share, over] = &mut self.money;
        let columns =
            arrays![self.iin, self.period, income.0, limit.0, share.0, self.crossed_on, self.crossed_by, over.0,];
        batch(&LIMITS, columns, std::mem::take(&mut self.rows))
    }
}

#[derive(Debug, Default)]
struct LineColumns {
    id: StringBuilder,
    iin: StringBuilder,
    period: StringBuilder,
    regime: StringBuilder,
    settled_on: Date32Builder,
    effective_on: Date32Builder,
    money: [Money; 8],
    rows: usize,
}

impl LineColumns {
    #[inline]
    fn push(&mut self, line: &LineRef<'_>, period: &str, law: &Law) {
        // Ids are UTF-8 since they came in.
        self.id.append_value(std::str::from_utf8(line.id).unwrap_or_default());
        push_iin(&mut self.iin, line.iin);
        self.period.append_value(period);
        self.regime.append_value(line.regime.code(law));
        self.settled_on.append_value(line.settled_on.epoch_day());
        self.effective_on.append_value(line.effective_on.epoch_day());
        let amounts = Payment::ALL.map(|payment| line.amounts[payment]);
        let all = [line.income].into_iter().chain(amounts).chain([line.withheld, line.payout()]);
        self.money.iter_mut().zip(all).for_each(|(column, amount)| column.push(amount));
        self.rows += 1;
    }

    fn finish(&mut self) -> Result<RecordBatch, Error> {
        let mut columns = arrays![self.id, self.iin, self.period, self.regime, self.settled_on, self.effective_on];
        columns.extend(finished(&mut self.money));
        batch(&LINES, columns, std::mem::take(&mut self.rows))
    }
}

/// A page of rows as columns.
#[derive(Debug)]
pub(crate) struct ArrowPage<'l> {
    law: &'l Law,
    period: Same<ustap::Month>,
    register: RegisterColumns,
    limits: LimitColumns,
    lines: LineColumns,
}

/// Bytes of a row in columns, about.
const REGISTER_BYTES: usize = 400;
const LINE_BYTES: usize = 230;

impl<'l> ArrowPage<'l> {
    pub fn new(law: &'l Law) -> ArrowPage<'l> {
        ArrowPage {
            law,
            period: Same::default(),
            register: RegisterColumns::default(),
            limits: LimitColumns::default(),
            lines: LineColumns::default(),
        }
    }

    /// The rows as batches, each where there are any; the page is empty then.
    pub fn take(&mut self) -> Result<[Option<RecordBatch>; 3], Error> {
        Ok([
            (self.register.rows > 0).then(|| self.register.finish()).transpose()?,
            (self.limits.rows > 0).then(|| self.limits.finish()).transpose()?,
            (self.lines.rows > 0).then(|| self.lines.finish()).transpose()?,
        ])
    }
}

impl Page for ArrowPage<'_> {
    #[inline]
    fn line(&mut self, line: &LineRef<'_>) -> Result<(), Error> {
        let period = self.period.text(line.period, || line.period.to_string());
        self.lines.push(line, period, self.law);
        Ok(())
    }

    fn month(&mut self, month: MonthRows) -> Result<(), Error> {
        let period = self.period.text(month.period, || month.period.to_string());
        month.rows.iter().for_each(|row| self.register.push(row, period, self.law));
        month.limits.iter().for_each(|row| self.limits.push(row, period));
        Ok(())
    }

    #[inline]
    fn bytes(&self) -> usize {
        (self.register.rows * REGISTER_BYTES).max(self.lines.rows * LINE_BYTES)
    }

    fn clear(&mut self) {
        // Taking the rows has emptied it.
    }
}

/// The payments as rows.
///
/// # Errors
/// A defect of this program.
pub fn payments(rows: &[PaymentRow]) -> Result<Rows, Error> {
    let (mut payment, mut period, mut knp) = <(StringBuilder, StringBuilder, StringBuilder)>::default();
    let (mut recipient, mut persons) = <(StringBuilder, Int64Builder)>::default();
    let (mut amount, mut due_on) = (Money::new(SUM_DIGITS), Date32Builder::default());
    for row in rows {
        payment.append_value(row.payment.code());
        period.append_value(row.period.to_string());
        knp.append_value(&row.knp);
        recipient.append_option((!row.recipient.is_empty()).then_some(&row.recipient));
        persons.append_value(count(row.persons));
        amount.0.append_value(row.amount.tiyn());
        push_day(&mut due_on, row.due_on);
    }
    let columns = arrays![payment, period, knp, recipient, persons, amount.0, due_on];
    Ok(Rows { schema: Arc::clone(&PAYMENTS), batches: vec![batch(&PAYMENTS, columns, rows.len())?] })
}

/// The names of the tables of a calculation, by number.
const CALCULATION_TABLES: [&str; 3] = ["operations", "exemptions", "contractors"];

/// Rows of rejects before a batch is made of them.
const REJECT_ROWS: usize = 64 << 10;

/// Rejected rows on their way into batches.
#[derive(Debug, Default)]
pub(crate) struct RejectColumns {
    input: StringBuilder,
    row: Int64Builder,
    id: StringBuilder,
    texts: [StringBuilder; 4],
    rows: usize,
    batches: Vec<RecordBatch>,
}

impl RejectColumns {
    pub fn push(&mut self, row: &RejectedRow) -> Result<(), Error> {
        self.input.append_value(CALCULATION_TABLES.get(row.table).copied().unwrap_or_default());
        self.row.append_value(count(row.row));
        self.id.append_option(row.operation_id.as_deref());
        let texts = [row.code, &row.field, &row.value, &row.message];
        self.texts.iter_mut().zip(texts).for_each(|(column, text)| column.append_value(text));
        self.rows += 1;
        if self.rows == REJECT_ROWS { self.end() } else { Ok(()) }
    }

    fn end(&mut self) -> Result<(), Error> {
        let mut columns = arrays![self.input, self.row, self.id];
        columns.extend(self.texts.iter_mut().map(|text| Arc::new(text.finish()) as ArrayRef));
        self.batches.push(batch(&REJECTS, columns, std::mem::take(&mut self.rows))?);
        Ok(())
    }

    pub fn finish(mut self) -> Result<Rows, Error> {
        self.end()?;
        Ok(Rows { schema: Arc::clone(&REJECTS), batches: self.batches })
    }
}

/// The line that a row of a table has in a file with a header.
fn line(row: u64) -> i64 {
    count(row.saturating_add(2))
}

/// The rows of a distribution, what it returns, and the rejected rows.
pub(crate) fn distribution(
    law: &Law,
    distribution: &Distribution,
    rejected: &[RejectedRow],
) -> Result<[Rows; 3], Error> {
    let mut texts = <[StringBuilder; 5]>::default();
    let mut money = <[Money; 5]>::default();
    let mut rows = 0;
    let mut period = Same::default();
    for row in distribution.rows() {
        let [iin, month, payment, fund, reasons] = &mut texts;
        push_iin(iin, row.iin);
        month.append_value(period.text(row.period, || row.period.to_string()));
        payment.append_value(row.payment.code());
        fund.append_value(law.settlement().fund(row.payment, row.period).unwrap_or_default());
        let amounts = [row.computed, row.paid, row.distributed, row.returned(), row.owed()];
        money.iter_mut().zip(amounts).for_each(|(column, amount)| column.push(amount));
        reasons.append_value(row.reasons.to_string());
        rows += 1;
    }
    let [iin, month, payment, fund, reasons] = &mut texts;
    let mut columns = arrays![iin, month, payment, fund];
    columns.extend(finished(&mut money));
    columns.extend(arrays![reasons]);
    let distributed = single(&DISTRIBUTION, columns, rows)?;

    let mut texts = <[StringBuilder; 6]>::default();
    let (mut amount, mut lines) = (Money::default(), Int64Builder::default());
    let [iin, month, payment, reason, provision, file] = &mut texts;
    for returned in distribution.returns() {
        match returned.iin {
            Ok(person) => push_iin(iin, person),
            Err(text) => iin.append_value(text),
        }
        month.append_value(period.text(returned.period, || returned.period.to_string()));
        payment.append_option(returned.payment.map(Payment::code));
        amount.push(returned.amount);
        reason.append_value(returned.reason.code());
        provision.append_value(returned.reason.provision().to_string());
        file.append_value(DISTRIBUTION_TABLES[0]);
        lines.append_value(line(returned.place.line().saturating_sub(1)));
    }
    let columns = arrays![iin, month, payment, amount.0, reason, provision, file, lines];
    let returns = single(&RETURNS, columns, distribution.returns().len())?;

    let (mut file, mut lines) = <(StringBuilder, Int64Builder)>::default();
    let mut texts = <[StringBuilder; 4]>::default();
    for row in rejected {
        file.append_value(DISTRIBUTION_TABLES.get(row.table).copied().unwrap_or_default());
        lines.append_value(line(row.row));
        let of_row = [row.code, &row.field, &row.value, &row.message];
        texts.iter_mut().zip(of_row).for_each(|(column, text)| column.append_value(text));
    }
    let mut columns = arrays![file, lines];
    columns.extend(texts.iter_mut().map(|text| Arc::new(text.finish()) as ArrayRef));
    let rejects = single(&DISTRIBUTION_REJECTS, columns, rejected.len())?;
    Ok([distributed, returns, rejects])
}

fn single(schema: &SchemaRef, columns: Vec<ArrayRef>, rows: usize) -> Result<Rows, Error> {
    Ok(Rows { schema: Arc::clone(schema), batches: vec![batch(schema, columns, rows)?] })
}
