//! Operations as files, as a slice and as Arrow give the same tables: the cases of `tests/cases/` and random batches.

#![allow(clippy::unwrap_used, clippy::panic, reason = "what fails here is a test that fails")]

#[path = "../../../tests/it/case.rs"]
#[allow(dead_code, reason = "some fields are of files that tables have no twin of")]
mod case;

use std::collections::BTreeMap;
use std::ffi::{CStr, c_char, c_void};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::types::{Date32Type, Decimal128Type, Int64Type};
use arrow_array::{
    Array, ArrayRef, Date32Array, Decimal128Array, Int64Array, RecordBatch, RecordBatchIterator, StringArray,
    UInt64Array,
};
use arrow_schema::DataType;
use arrow_schema::ffi::FFI_ArrowSchema;
use case::{PERSON, cases};
use ustap::{Batch, BatchResult, ContractorRegime, Day, Exemption, Iin, Law, Operation, OverLimit};
use ustap_arrow::{Calculation, Opening, Rows, Table, TableKind, Tables, Terms};

/// A stream of one batch.
fn stream(columns: Vec<(&str, ArrayRef)>) -> FFI_ArrowArrayStream {
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new([Ok(batch.clone())], batch.schema())))
}

fn table(kind: TableKind, columns: Vec<(&str, ArrayRef)>) -> Table {
    let opening = Opening { first: TableKind::Operations, renamed: &[], known_on: false, stop: Arc::default() };
    Table::open(kind, stream(columns), &opening).unwrap()
}

/// How the columns of operations are typed.
#[derive(Clone, Copy, Debug)]
enum Typed {
    /// Text all over.
    Text,
    /// Integers, days, whole tiyn.
    Numbers,
    /// Decimals of a large scale.
    Decimals,
}

fn operations_table(operations: &[Operation<'_>], typed: Typed) -> Table {
    let ids = StringArray::from_iter_values(operations.iter().map(|operation| operation.id));
    let text = |of: &dyn Fn(&Operation<'_>) -> String| -> ArrayRef {
        Arc::new(StringArray::from_iter_values(operations.iter().map(of)))
    };
    let days = |of: &dyn Fn(&Operation<'_>) -> Option<Day>| -> ArrayRef {
        match typed {
            Typed::Text => text(&|operation| of(operation).map(|day| day.to_string()).unwrap_or_default()),
            _ => Arc::new(Date32Array::from_iter(operations.iter().map(|operation| of(operation).map(Day::epoch_day)))),
        }
    };
    let iins = match typed {
        Typed::Numbers => Arc::new(UInt64Array::from_iter_values(operations.iter().map(|each| each.iin.number()))),
        _ => text(&|operation| operation.iin.to_string()),
    };
    let income: (&str, ArrayRef) = match typed {
        Typed::Text => ("income", text(&|operation| operation.income.to_string())),
        Typed::Numbers => {
            let tiyn = operations.iter().map(|operation| operation.income.tiyn());
            ("income_tiyn", Arc::new(Int64Array::from_iter_values(tiyn)))
        }
        Typed::Decimals => {
            let digits = operations.iter().map(|operation| i128::from(operation.income.tiyn()) * 10_i128.pow(16));
            let array = Decimal128Array::from_iter_values(digits).with_precision_and_scale(38, 18).unwrap();
            ("income", Arc::new(array))
        }
    };
    table(
        TableKind::Operations,
        vec![
            ("operation_id", Arc::new(ids)),
            ("iin", iins),
            ("settled_on", days(&|operation| Some(operation.settled_on))),
            income,
            ("corrects_on", days(&|operation| operation.corrects_on)),
        ],
    )
}

struct Arrow {
    register: Rows,
    limits: Rows,
    payments: Rows,
    lines: Rows,
    rejects: Rows,
}

/// Operations, and where there are any exemptions and contractors.
type Three = (Table, Option<Table>, Option<Table>);

fn by_arrow(law: &Arc<Law>, (operations, exemptions, contractors): Three, over_limit: OverLimit) -> Arrow {
    let terms = Terms { over_limit, threads: 2, lines: true, ..Terms::of(Arc::clone(law)) };
    let mut facts = terms.facts();
    while exemptions.as_ref().is_some_and(|table| facts.exemptions(table).unwrap()) {}
    while contractors.as_ref().is_some_and(|table| facts.contractors(table).unwrap()) {}
    let tables = Tables { operations, facts: facts.finish().unwrap() };
    let calculation = Calculation { terms, tables, rows: Arc::default(), stop: Arc::default() };
    let (lines, rejects) = (Mutex::new(Vec::new()), Mutex::new(None));
    let calculated = calculation
        .run(
            |of_calculation, _| {
                *rejects.lock().unwrap() = Some(of_calculation);
                Ok(())
            },
            |batch| {
                lines.lock().unwrap().push(batch);
                Ok(())
            },
        )
        .unwrap();
    Arrow {
        register: calculated.register,
        limits: calculated.limits,
        payments: calculated.payments,
        lines: Rows { schema: Arc::clone(&ustap_arrow::LINES), batches: lines.into_inner().unwrap() },
        rejects: rejects.into_inner().unwrap().unwrap(),
    }
}

/// A cell as files have it.
fn cell(column: &ArrayRef, row: usize) -> String {
    if column.is_null(row) {
        return String::new();
    }
    match column.data_type() {
        DataType::Utf8 => column.as_string::<i32>().value(row).to_owned(),
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).to_string(),
        DataType::Date32 => Day::from_epoch_day(column.as_primitive::<Date32Type>().value(row)).unwrap().to_string(),
        DataType::Decimal128(_, 2) => column.as_primitive::<Decimal128Type>().value_as_string(row),
        other => panic!("{other}"),
    }
}

/// Rows as texts, by name of the column.
fn texts(rows: &Rows) -> Vec<BTreeMap<String, String>> {
    let mut found = Vec::new();
    for batch in &rows.batches {
        let schema = batch.schema();
        for row in 0..batch.num_rows() {
            let columns = schema.fields().iter().zip(batch.columns()).map(|(f, c)| (f.name().clone(), cell(c, row)));
            found.push(columns.collect());
        }
    }
    found
}

/// The program of the same build as this test.
fn program() -> PathBuf {
    static BUILT: std::sync::OnceLock<PathBuf> = std::sync::OnceLock::new();
    let built = || {
        let test = std::env::current_exe().unwrap();
        let (profile, target) = (test.ancestors().nth(2).unwrap(), test.ancestors().nth(3).unwrap());
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--package", "ustap", "--bin", "ustap", "--target-dir"]).arg(target);
        if profile.ends_with("release") {
            cargo.arg("--release");
        }
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        assert!(cargo.current_dir(root).status().unwrap().success());
        profile.join("ustap")
    };
    BUILT.get_or_init(built).clone()
}

/// The rows that a file is made of: its name, its columns, and a field of each.
type File<'f> = (&'f str, &'f [&'f str], Vec<Vec<String>>);

/// What the command line makes of the same rows: each table by its name.
fn by_files(files: &[File<'_>], over_limit: OverLimit) -> BTreeMap<String, Vec<BTreeMap<String, String>>> {
    let dir = tempfile::tempdir().unwrap();
    let mut command = Command::new(program());
    command.args(["calculate", "operations.csv", "--lines", "--out", "out", "--over-limit", over_limit.code()]);
    for (name, columns, rows) in files {
        let mut writer = csv::Writer::from_path(dir.path().join(format!("{name}.csv"))).unwrap();
        writer.write_record(*columns).unwrap();
        rows.iter().for_each(|row| writer.write_record(row).unwrap());
        writer.flush().unwrap();
        if *name != "operations" {
            command.arg(format!("--{name}={name}.csv"));
        }
    }
    let output = command.current_dir(dir.path()).output().unwrap();
    assert!(matches!(output.status.code(), Some(0 | 1)), "{}", String::from_utf8_lossy(&output.stderr));
    let table = |name: &str| {
        let mut reader = csv::Reader::from_path(dir.path().join("out").join(format!("{name}.csv"))).unwrap();
        (name.to_owned(), reader.deserialize().map(|row| row.unwrap()).collect())
    };
    ["register", "limits", "payments", "lines", "rejects"].map(table).into_iter().collect()
}

const OPERATION_COLUMNS: [&str; 5] = ["operation_id", "iin", "settled_on", "income", "corrects_on"];

fn operation_rows(operations: &[Operation<'_>]) -> Vec<Vec<String>> {
    let optional = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let fields = |of: &Operation<'_>| {
        vec![
            of.id.to_owned(),
            of.iin.to_string(),
            of.settled_on.to_string(),
            of.income.to_string(),
            optional(of.corrects_on),
        ]
    };
    operations.iter().map(fields).collect()
}

/// Every column of every table, but for where a rejected row stands, which is a line there and a row from 0 here.
fn assert_equal_to_files(arrow: &Arrow, files: &BTreeMap<String, Vec<BTreeMap<String, String>>>, what: &str) {
    let tables = [
        ("register", &arrow.register),
        ("limits", &arrow.limits),
        ("payments", &arrow.payments),
        ("lines", &arrow.lines),
    ];
    for (name, rows) in tables {
        assert_eq!(texts(rows), files[name], "{what}: {name}");
    }
    let rejects = texts(&arrow.rejects);
    assert_eq!(rejects.len(), files["rejects"].len(), "{what}");
    for (row, of_file) in rejects.iter().zip(&files["rejects"]) {
        assert_eq!((row["row"].parse::<u64>().unwrap() + 2).to_string(), of_file["line"], "{what}");
        for column in ["code", "field", "value", "message"] {
            assert_eq!(row[column], of_file[column], "{what}: {column}");
        }
    }
}

fn map(values: Vec<(&str, String)>) -> BTreeMap<String, String> {
    values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn assert_equal(law: &Law, arrow: &Arrow, slice: &BatchResult, what: &str) {
    let payment =
        |of: &dyn Fn(ustap::Payment) -> String| ustap::Payment::ALL.map(|payment| (payment.code(), of(payment)));
    let register: Vec<_> = slice
        .register
        .iter()
        .map(|row| {
            let mut values = vec![
                ("iin", row.iin.to_string()),
                ("period", row.period.to_string()),
                ("regime", row.regime.code(law).to_owned()),
                ("operations", row.tally.operations.to_string()),
                ("income", row.tally.income().to_string()),
                ("withheld", row.withheld.to_string()),
                ("notes", row.notes(law)),
            ];
            values.extend(payment(&|payment| row.amount(payment).to_string()));
            let mut row_of = map(values);
            for (payment, due) in row.dues.iter() {
                let due = due.unwrap_or_default();
                row_of.insert(format!("{payment}_base"), due.base.to_string());
                if payment != ustap::Payment::Ipn {
                    row_of.insert(format!("{payment}_exempt"), due.exempt.to_string());
                }
            }
            row_of
        })
        .collect();
    assert_eq!(texts(&arrow.register), register, "{what}");
    let lines: Vec<_> = slice
        .lines
        .iter()
        .map(|line| {
            let mut values = vec![
                ("operation_id", line.id.clone()),
                ("iin", line.iin.to_string()),
                ("period", line.period.to_string()),
                ("regime", line.regime.code(law).to_owned()),
                ("settled_on", line.settled_on.to_string()),
                ("effective_on", line.effective_on.to_string()),
                ("income", line.income.to_string()),
                ("withheld", line.withheld.to_string()),
                ("payout", line.payout().to_string()),
            ];
            values.extend(payment(&|payment| line.amounts[payment].to_string()));
            map(values)
        })
        .collect();
    assert_eq!(texts(&arrow.lines), lines, "{what}");
    let limits: Vec<_> = slice.limits.iter().map(|row| (row.iin.to_string(), row.income.to_string())).collect();
    let of_arrow: Vec<_> = texts(&arrow.limits).iter().map(|row| (row["iin"].clone(), row["income"].clone())).collect();
    assert_eq!(of_arrow, limits, "{what}");
    let payments: Vec<_> =
        slice.summary.payments.iter().map(|row| (row.payment.code().to_owned(), row.amount.to_string())).collect();
    let of_arrow: Vec<_> =
        texts(&arrow.payments).iter().map(|row| (row["payment"].clone(), row["amount"].clone())).collect();
    assert_eq!(of_arrow, payments, "{what}");
    let rejects: Vec<_> =
        slice.summary.rejected.iter().map(|(row, reject)| (row.to_string(), reject.code().to_owned())).collect();
    let of_arrow: Vec<_> = texts(&arrow.rejects).iter().map(|row| (row["row"].clone(), row["code"].clone())).collect();
    assert_eq!(of_arrow, rejects, "{what}");
}

fn day(text: &str) -> Option<Day> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

fn text_column<'t>(values: impl Iterator<Item = &'t str>) -> ArrayRef {
    Arc::new(StringArray::from_iter_values(values))
}

#[test]
fn the_cases_of_the_law() {
    let law = Law::current().unwrap();
    let cases = cases(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    assert!(cases.len() > 20, "{} cases", cases.len());
    for (name, case) in cases {
        let ids: Vec<String> = (1..=case.operations.len()).map(|number| number.to_string()).collect();
        let iin: Iin = PERSON.parse().unwrap();
        let operations: Vec<Operation<'_>> = case
            .operations
            .iter()
            .zip(&ids)
            .map(|(operation, id)| Operation {
                id,
                iin,
                settled_on: operation.on.parse().unwrap(),
                corrects_on: day(&operation.corrects),
                income: operation.income.parse().unwrap(),
            })
            .collect();
        let over_limit: OverLimit = case.over_limit.as_deref().unwrap_or("cap").parse().unwrap();
        let exemptions = case.exempt.iter().map(|exempt| Exemption {
            iin,
            category: law.category_id(&exempt.category).unwrap(),
            days: (day(&exempt.from), day(&exempt.to)),
        });
        let regimes = case.regimes.iter().map(|regime| ContractorRegime {
            iin,
            regime: law.regime_id(&regime.regime).unwrap(),
            days: (day(&regime.from), day(&regime.to)),
        });
        let slice = Batch::new(&law)
            .exemptions(exemptions)
            .regimes(regimes)
            .over_limit(over_limit)
            .lines(true)
            .run(operations.iter().copied())
            .unwrap();
        let owned = |fields: [&str; 4]| fields.map(str::to_owned).to_vec();
        let exempt_rows = case.exempt.iter().map(|row| owned([PERSON, &row.category, &row.from, &row.to]));
        let regime_rows = case.regimes.iter().map(|row| owned([PERSON, &row.regime, &row.from, &row.to]));
        let files = [
            ("operations", &OPERATION_COLUMNS[..], operation_rows(&operations)),
            ("exemptions", &["iin", "category", "valid_from", "valid_to"], exempt_rows.collect()),
            ("contractors", &["iin", "regime", "regime_from", "regime_to"], regime_rows.collect()),
        ];
        let files = by_files(&files, over_limit);
        for typed in [Typed::Text, Typed::Numbers, Typed::Decimals] {
            let exempt = &case.exempt;
            let persons = |count: usize| text_column(std::iter::repeat_n(PERSON, count));
            let exemptions = table(
                TableKind::Exemptions,
                vec![
                    ("iin", persons(exempt.len())),
                    ("category", text_column(exempt.iter().map(|row| row.category.as_str()))),
                    ("valid_from", text_column(exempt.iter().map(|row| row.from.as_str()))),
                    ("valid_to", text_column(exempt.iter().map(|row| row.to.as_str()))),
                ],
            );
            let regimes = &case.regimes;
            let contractors = table(
                TableKind::Contractors,
                vec![
                    ("iin", persons(regimes.len())),
                    ("regime", text_column(regimes.iter().map(|row| row.regime.as_str()))),
                    ("regime_from", text_column(regimes.iter().map(|row| row.from.as_str()))),
                    ("regime_to", text_column(regimes.iter().map(|row| row.to.as_str()))),
                ],
            );
            let operations = operations_table(&operations, typed);
            let tables = (operations, Some(exemptions), Some(contractors));
            let arrow = by_arrow(&law, tables, over_limit);
            let what = format!("{name}, {typed:?}");
            assert_equal(&law, &arrow, &slice, &what);
            assert_equal_to_files(&arrow, &files, &what);
            // And both are what was worked out by hand.
            let register = texts(&arrow.register);
            assert_eq!(register.len(), case.register.len(), "{what}");
            for (row, expected) in register.iter().zip(&case.register) {
                for (column, value) in expected {
                    assert_eq!(&row[column], value, "{what}: {column}");
                }
            }
        }
    }
}

/// Numbers that are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

#[test]
fn random_batches() {
    let law = Law::current().unwrap();
    let iins: Vec<Iin> = (1..).filter_map(|number| Iin::from_first_eleven(number * 40_009)).take(50).collect();
    for seed in 0..6 {
        let mut chance = Chance(seed);
        let ids: Vec<String> =
            (0..2_000).map(|number| format!("op-{}", number - chance.below(2) * (number % 7))).collect();
        let operations: Vec<Operation<'_>> = ids
            .iter()
            .map(|id| {
                // From July to October of 2026, and now and then a day without rates.
                let first = if chance.below(50) == 0 { 20_000 + 1_000 } else { 20_635 };
                let settled_on = Day::from_epoch_day(first + chance.below(90) as i32).unwrap();
                let corrects = Day::from_epoch_day(20_635 + chance.below(100) as i32);
                let tiyn = chance.below(40_000_000) as i64 - 1_000_000;
                Operation {
                    id,
                    iin: iins[chance.below(50) as usize],
                    settled_on,
                    corrects_on: corrects.filter(|_| chance.below(10) == 0),
                    income: ustap::Tenge::from_tiyn(tiyn),
                }
            })
            .collect();
        for over_limit in OverLimit::ALL {
            let slice = Batch::new(&law).over_limit(over_limit).lines(true).run(operations.iter().copied()).unwrap();
            assert!(slice.summary.accepted > 500 && slice.summary.rejected.len() > 100 && slice.limits.len() > 5);
            let files = by_files(&[("operations", &OPERATION_COLUMNS, operation_rows(&operations))], over_limit);
            for typed in [Typed::Text, Typed::Numbers, Typed::Decimals] {
                let operations = operations_table(&operations, typed);
                let tables = (operations, None, None);
                let (arrow, what) = (by_arrow(&law, tables, over_limit), format!("seed {seed}, {typed:?}"));
                assert_equal(&law, &arrow, &slice, &what);
                assert_equal_to_files(&arrow, &files, &what);
            }
        }
    }
}

/// A stream of one column, and not of a table: each of its batches would be an array of days.
fn single_column() -> FFI_ArrowArrayStream {
    unsafe extern "C" fn schema(_: *mut FFI_ArrowArrayStream, out: *mut FFI_ArrowSchema) -> i32 {
        // SAFETY: whoever asks has room for a schema, in which none stands yet.
        unsafe { out.write(FFI_ArrowSchema::try_from(&DataType::Date32).unwrap()) };
        0
    }
    unsafe extern "C" fn released(stream: *mut FFI_ArrowArrayStream) {
        // SAFETY: the stream is the one that is released, and has nothing that would have to be freed.
        let _ = unsafe { (*stream).set_release(None) };
    }
    // SAFETY: the functions do what the interface says, and use no data of the stream.
    unsafe { FFI_ArrowArrayStream::new_unchecked(Some(schema), None, None, Some(released), std::ptr::null_mut()) }
}

#[test]
fn a_released_stream_and_one_of_a_single_column_are_refused() {
    let opening = Opening { first: TableKind::Operations, renamed: &[], known_on: false, stop: Arc::default() };
    for (stream, words) in
        [(FFI_ArrowArrayStream::empty(), "was read already"), (single_column(), "a stream of one column")]
    {
        let error = Table::open(TableKind::Operations, stream, &opening).unwrap_err();
        assert_eq!(error.kind(), ustap::ErrorKind::Input);
        assert!(error.to_string().contains(words), "{error}");
    }
}

/// A schema as the C data interface has it, made by hand.
#[repr(C)]
#[derive(Clone, Copy)]
struct RawSchema {
    format: *const c_char,
    name: *const c_char,
    metadata: *const c_char,
    flags: i64,
    n_children: i64,
    children: *mut *mut RawSchema,
    dictionary: *mut RawSchema,
    release: Option<unsafe extern "C" fn(*mut RawSchema)>,
    private_data: *mut c_void,
}

impl RawSchema {
    fn of(format: &'static CStr, name: &'static CStr) -> RawSchema {
        unsafe extern "C" fn released(_: *mut RawSchema) {}
        RawSchema {
            format: format.as_ptr(),
            name: name.as_ptr(),
            metadata: std::ptr::null(),
            flags: 0,
            n_children: 0,
            children: std::ptr::null_mut(),
            dictionary: std::ptr::null_mut(),
            release: Some(released),
            private_data: std::ptr::null_mut(),
        }
    }

    /// A place of its own, which stays until the end of the tests.
    fn placed(self) -> *mut RawSchema {
        Box::leak(Box::new(self))
    }

    fn table(columns: &[*mut RawSchema]) -> RawSchema {
        let columns = Box::leak(columns.to_vec().into_boxed_slice());
        RawSchema { n_children: columns.len() as i64, children: columns.as_mut_ptr(), ..RawSchema::of(c"+s", c"") }
    }
}

/// A stream that gives this schema; `None`: that says it has, and gives nothing.
fn of_schema(schema: Option<RawSchema>) -> FFI_ArrowArrayStream {
    unsafe extern "C" fn give(stream: *mut FFI_ArrowArrayStream, out: *mut FFI_ArrowSchema) -> i32 {
        // SAFETY: the data of the stream is a schema or null; both structs are that of the C data interface.
        unsafe {
            if let Some(schema) = (*stream).private_data().cast::<RawSchema>().as_ref() {
                out.cast::<RawSchema>().write(*schema);
            }
        }
        0
    }
    unsafe extern "C" fn released(stream: *mut FFI_ArrowArrayStream) {
        // SAFETY: the stream is the one that is released, and has nothing that would have to be freed.
        let _ = unsafe { (*stream).set_release(None) };
    }
    let data = schema.map_or(std::ptr::null_mut(), |schema| schema.placed().cast::<c_void>());
    // SAFETY: the functions do what the interface says, but for the schema itself.
    unsafe { FFI_ArrowArrayStream::new_unchecked(Some(give), None, None, Some(released), data) }
}

/// What a producer writes wrongly into a schema is an error of its input, be the column read or not, and no panic.
#[test]
fn a_broken_schema_is_refused() {
    let opening = Opening { first: TableKind::Operations, renamed: &[], known_on: false, stop: Arc::default() };
    let column = RawSchema::of(c"u", c"operation_id");
    let one = |column: RawSchema| Some(RawSchema::table(&[column.placed()]));
    let itself = column.placed();
    // SAFETY: the place is nobody else's.
    unsafe { (*itself).dictionary = itself };
    let lacks = "the header has no column";
    let whole = [(c"u", c"operation_id"), (c"u", c"iin"), (c"tdD", c"settled_on"), (c"?", c"income_tiyn")];
    for (schema, words) in [
        (None, "the schema is broken: it was released or is none"),
        (Some(RawSchema { format: std::ptr::null(), ..RawSchema::table(&[]) }), "its format is missing or no UTF-8"),
        (Some(RawSchema { n_children: -1, ..RawSchema::table(&[]) }), "it has less than no columns"),
        (
            Some(RawSchema { n_children: 1, children: std::ptr::null_mut(), ..RawSchema::table(&[]) }),
            "its columns are missing",
        ),
        (Some(RawSchema::table(&[std::ptr::null_mut()])), "a column is missing"),
        (one(RawSchema { format: std::ptr::null(), ..column }), "of column 1, its format is missing or no UTF-8"),
        (one(RawSchema { format: c"\xff".as_ptr(), ..column }), "of column 1, its format is missing or no UTF-8"),
        (one(RawSchema { name: c"\xc4\xee".as_ptr(), ..column }), "of column 1, its name is no UTF-8"),
        (one(RawSchema { release: None, ..column }), "of column 1, it was released or is none"),
        (
            one(RawSchema {
                dictionary: RawSchema { format: std::ptr::null(), ..column }.placed(),
                ..RawSchema::of(c"i", c"iin")
            }),
            "of column 1, its format is missing or no UTF-8",
        ),
        // Of types that nothing reads it does not matter what is behind them.
        (one(RawSchema::of(c"+l", c"rest")), lacks),
        (one(RawSchema::of(c"+m", c"rest")), lacks),
        (one(RawSchema::of(c"+r", c"rest")), lacks),
        (one(RawSchema::of(c"+w:", c"rest")), lacks),
        (one(RawSchema::of(c"ts?", c"rest")), lacks),
        (Some(RawSchema::table(&[itself])), lacks),
        // What is read is told what it has to be.
        (
            Some(RawSchema::table(&whole.map(|(format, name)| RawSchema::of(format, name).placed()))),
            "`income_tiyn` is of an unknown type and has to be int64: whole tiyn",
        ),
    ] {
        let error = Table::open(TableKind::Operations, of_schema(schema), &opening).unwrap_err();
        assert_eq!(error.kind(), ustap::ErrorKind::Input, "{words}: {error}");
        assert!(error.to_string().contains(words), "{words}: {error}");
    }
}

/// Whose table lacks a column is told which it has: no number of a person, where a file without a header was read.
#[test]
fn the_columns_of_a_table_that_lacks_one_are_named() {
    let opening = Opening { first: TableKind::Operations, renamed: &[], known_on: false, stop: Arc::default() };
    let columns = [c"operation_id", c"900101300017", c"1000"].map(|name| RawSchema::of(c"u", name).placed());
    let schema = Some(RawSchema::table(&columns));
    let error = Table::open(TableKind::Operations, of_schema(schema), &opening).unwrap_err();
    assert!(error.to_string().contains("no column `iin`, `settled_on`, `income`"), "{error}");
    assert_eq!(error.hint().unwrap(), "the columns are `operation_id`, `9001****0017`, `1000`");
}

/// A column that a run may do without is told so; of others it would change what is withheld.
#[test]
fn a_column_without_figures_may_be_left_out() {
    let opening = Opening { first: TableKind::Operations, renamed: &[], known_on: false, stop: Arc::default() };
    let hint = "no figure is made of this column: cast it, or leave it out of the table";
    let (exemptions, contractors) = (TableKind::Exemptions, TableKind::Contractors);
    for (kind, name, format, needs, expected) in [
        (exemptions, c"source_id", c"l", "is of the type Int64 and has to be text", Some(hint)),
        (contractors, c"surname", c"l", "is of the type Int64 and has to be text", Some(hint)),
        (contractors, c"birth_date", c"tss:UTC", "has to be date32, date64, a timestamp without a zone", Some(hint)),
        (contractors, c"regime", c"l", "is of the type Int64 and has to be text", None),
        (exemptions, c"valid_to", c"l", "is of the type Int64 and has to be date32", None),
        // Of an order without names money comes back.
        (TableKind::Paid, c"surname", c"l", "is of the type Int64 and has to be text", None),
    ] {
        let needed: &[&CStr] = match kind {
            TableKind::Paid => &[c"iin", c"period", c"knp", c"amount"],
            TableKind::Exemptions => &[c"iin", c"category"],
            _ => &[c"iin"],
        };
        let needed = needed.iter().map(|name| RawSchema::of(c"u", name).placed());
        let columns: Vec<_> = needed.chain([RawSchema::of(format, name).placed()]).collect();
        let error = Table::open(kind, of_schema(Some(RawSchema::table(&columns))), &opening).unwrap_err();
        assert!(error.to_string().contains(needs), "{error}");
        assert_eq!(error.hint().as_deref(), expected, "{error}");
    }
}
