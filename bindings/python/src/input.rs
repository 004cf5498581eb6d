//! What Python hands over: tables as streams, days, money.

use arrow_array::ffi::FFI_ArrowSchema;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use pyo3::exceptions::{PyException, PyMemoryError, PyTypeError, PyUserWarning};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyCapsule, PyFloat, PyInt, PyMapping, PyString};
use rust_decimal::Decimal;
use std::ffi::CStr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use ustap::bindings::without_any_iins;
use ustap::{Day, Error, ErrorKind, Language, Law, Tenge};
use ustap_arrow::{Opening, Table, TableKind, caught, directory};

use crate::error::{UstapError, raised, raised_in, refused};
use crate::running::heard;

const STREAM: &CStr = c"arrow_array_stream";
const SCHEMA: &CStr = c"arrow_schema";

fn of_type(object: &Bound<'_, PyAny>) -> String {
    object.get_type().name().map_or_else(|_| "object".to_owned(), |name| name.to_string())
}

/// Refuses what gives no stream and, where it tells its columns without one, what is wrong with them: nothing is read.
pub(crate) fn looked_at(
    kind: TableKind,
    object: &Bound<'_, PyAny>,
    (opening, language): (&Opening<'_>, Language),
) -> PyResult<()> {
    let (py, name) = (object.py(), kind.name());
    if !object.hasattr("__arrow_c_stream__")? {
        let what = of_type(object);
        let advice = if what == "LazyFrame" {
            "collect it first"
        } else {
            "give a table, batch or reader of pyarrow, a DataFrame of pandas 2.2 or later or of polars, or a relation of \
             DuckDB or DataFusion"
        };
        return Err(PyTypeError::new_err(format!("{name}: {what} gives no Arrow stream: {advice}")));
    }
    // Most have a schema that tells its columns, and do not tell them themselves.
    let mut schema = object.clone();
    if !schema.hasattr("__arrow_c_schema__")? {
        match object.getattr_opt("schema")? {
            Some(of_table) if of_table.hasattr("__arrow_c_schema__")? => schema = of_table,
            _ => return Ok(()),
        }
    }
    let capsule = schema.call_method0("__arrow_c_schema__").map_err(|raised| of_producer(py, name, raised))?;
    let none = || PyTypeError::new_err(format!("{name}: __arrow_c_schema__ of {} gives no schema", of_type(&schema)));
    let capsule = capsule.cast_into::<PyCapsule>().map_err(|_| none())?;
    let pointer = capsule.pointer_checked(Some(SCHEMA)).map_err(|_| none())?;
    // SAFETY: a capsule of this name holds a schema of the C interface, which lives as long as the capsule.
    let schema = unsafe { pointer.cast::<FFI_ArrowSchema>().as_ref() };
    caught(|| Table::check(kind, schema, opening)).map_err(|error| raised_in(py, language, &error))
}

/// Opens what Python holds as a table of this kind.
pub(crate) fn table(
    kind: TableKind,
    object: &Bound<'_, PyAny>,
    (opening, language): (&Opening<'_>, Language),
) -> PyResult<Table> {
    let (py, name) = (object.py(), kind.name());
    let rows = rows(object);
    let capsule = object.call_method0("__arrow_c_stream__").map_err(|raised| of_producer(py, name, raised))?;
    let none =
        |what: &str| PyTypeError::new_err(format!("{name}: __arrow_c_stream__ of {} gives {what}", of_type(object)));
    let capsule = capsule.cast_into::<PyCapsule>().map_err(|_| none("no capsule"))?;
    let pointer = capsule.pointer_checked(Some(STREAM)).map_err(|_| none("a capsule of another kind"))?;
    let pointer = pointer.cast::<FFI_ArrowArrayStream>();
    // SAFETY: a capsule of this name holds a stream of the C interface; it is moved out, and what is left is released, so
    // that the capsule's destructor has nothing to do.
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr()) };
    // Asking for the columns may run Python's own code, which needs the lock.
    let table = py.detach(|| caught(|| Table::open(kind, stream, opening)));
    table.map(|table| table.with_rows(rows)).map_err(|error| raised_in(py, language, &error))
}

/// What a producer raises when it is asked for its stream, as an error of the input (a column twice, a column of mixed
/// types), but for what says nothing of the input.
fn of_producer(py: Python<'_>, name: &str, cause: PyErr) -> PyErr {
    let is_of_input = cause.is_instance_of::<PyException>(py) && !cause.is_instance_of::<PyMemoryError>(py);
    if !is_of_input || cause.is_instance_of::<UstapError>(py) {
        return cause;
    }
    let refused = refused(py, ErrorKind::Input, format!("{name}: {}", without_any_iins(&cause.to_string())));
    refused.set_cause(py, Some(cause));
    refused
}

/// The same for a table that is read at once: its producer may have to end with one before the next.
pub(crate) fn whole_table(
    kind: TableKind,
    object: &Bound<'_, PyAny>,
    (opening, language): (&Opening<'_>, Language),
) -> PyResult<Table> {
    let table = table(kind, object, (opening, language))?;
    read_through(object.py(), (&opening.stop, language), || table.read_ahead())?;
    Ok(table)
}

/// Reads until there is nothing more, on a thread of its own. Python runs handlers of signals on the main thread alone: on
/// this one, which waits, Ctrl-C is itself, and in a generator that is read it would come as text of a failure to read.
pub(crate) fn read_through(
    py: Python<'_>,
    (stop, language): (&AtomicBool, Language),
    mut read: impl FnMut() -> Result<bool, Error> + Send,
) -> PyResult<()> {
    let read_all = || {
        while read()? {}
        Ok(())
    };
    heard(py, stop, read_all)?.map_err(|error| raised_in(py, language, &error))
}

/// How many rows the object has, where it tells that without work.
fn rows(object: &Bound<'_, PyAny>) -> Option<u64> {
    let known = |name: &str| object.getattr(name).ok()?.extract::<u64>().ok();
    let is_pandas = || {
        let module = object.get_type().module().ok()?;
        module.to_string().starts_with("pandas").then(|| object.len().ok().map(|rows| rows as u64)).flatten()
    };
    known("num_rows").or_else(|| known("height")).or_else(is_pandas)
}

/// Other names of columns, of which the table has to be given.
pub(crate) fn renamed(
    columns: Option<&Bound<'_, PyMapping>>,
    first: TableKind,
    given: &[TableKind],
) -> PyResult<Vec<(String, String)>> {
    let Some(columns) = columns else { return Ok(Vec::new()) };
    let renamed: Vec<(String, String)> =
        columns.items()?.iter().map(|pair| pair.extract::<(String, String)>()).collect::<PyResult<_>>()?;
    for (name, _) in &renamed {
        let table = name.split_once('.').map_or(first.name(), |(table, _)| table);
        if !given.iter().any(|kind| kind.name() == table) {
            let message = match table == TableKind::Earlier.name() && first == TableKind::Paid {
                true => format!("columns: `{name}`: the columns of `after` have the names that `distribute` gave them"),
                false => format!("columns: `{name}` is of a table that is not given"),
            };
            return Err(refused(columns.py(), ErrorKind::Input, message));
        }
    }
    Ok(renamed)
}

/// Warns of a table without rows: a reader that was read before is one, and nobody says so.
pub(crate) fn warn_of_no_rows(py: Python<'_>, name: &str, rows: Option<u64>) -> PyResult<()> {
    if rows != Some(0) {
        return Ok(());
    }
    warn(py, &format!("{name}: no rows. A reader that was read before is empty; give a new one."))
}

/// Warns of something that is no error and may be meant otherwise.
pub(crate) fn warn(py: Python<'_>, text: &str) -> PyResult<()> {
    let text = std::ffi::CString::new(text).unwrap_or_default();
    PyErr::warn(py, &py.get_type::<PyUserWarning>(), &text, 1)
}

/// The law: the tables that are built in, or those of a directory.
pub(crate) fn law(py: Python<'_>, rates: Option<PathBuf>, language: Language) -> PyResult<Arc<Law>> {
    let load = || match rates {
        None => Law::current(),
        Some(dir) => Law::load(&directory("rates", dir)?).map(Arc::new),
    };
    py.detach(|| caught(load)).map_err(|error| raised_in(py, language, &error))
}

/// The language of messages.
pub(crate) fn language(py: Python<'_>, lang: &str) -> PyResult<Language> {
    Language::of_code(lang)
        .ok_or_else(|| refused(py, ErrorKind::Input, format!("lang: `{lang}` is none of en, ru, kk")))
}

/// A day given as text, or as a date or datetime; an instant is its day in Kazakhstan.
pub(crate) fn day(object: &Bound<'_, PyAny>) -> PyResult<Day> {
    day_in(object, Language::En)
}

/// The same, where what is no day is told in this language.
pub(crate) fn day_in(object: &Bound<'_, PyAny>, language: Language) -> PyResult<Day> {
    let text = match object.cast::<PyString>() {
        Ok(text) => text.to_string(),
        Err(_) if object.hasattr("isoformat")? => object.call_method0("isoformat")?.extract()?,
        Err(_) => return Err(PyTypeError::new_err("a day is a str, a date or a datetime")),
    };
    text.parse().map_err(|error| raised_in(object.py(), language, &error))
}

/// A number of threads or bytes, of which so many are the least.
pub(crate) fn count(name: &str, least: usize, object: Option<&Bound<'_, PyAny>>) -> PyResult<Option<usize>> {
    let Some(object) = object else { return Ok(None) };
    if !object.is_instance_of::<PyInt>() || object.is_instance_of::<PyBool>() {
        return Err(PyTypeError::new_err(format!("{name}: an int is needed")));
    }
    let count = object.extract().ok().filter(|&count| count >= least);
    let few = || {
        refused(object.py(), ErrorKind::Input, format!("{name}: at least {least} and at most {} is needed", usize::MAX))
    };
    count.map(Some).ok_or_else(few)
}

/// Digits before or behind the point that no amount has.
const DIGITS_MAX: i64 = 30;

/// Income in tenge: Decimal, int or text. A float is not exact.
pub(crate) fn tenge(object: &Bound<'_, PyAny>) -> PyResult<Decimal> {
    let py = object.py();
    if object.is_instance_of::<PyFloat>() || object.is_instance_of::<PyBool>() {
        return Err(PyTypeError::new_err("money is a Decimal, an int of tenge or a str: a float is not exact"));
    }
    if let Ok(text) = object.cast::<PyString>() {
        let amount: Tenge = text.to_string().parse().map_err(|error| raised(py, &error))?;
        return Ok(amount.into());
    }
    let does_not_fit = |text: &str| refused(py, ErrorKind::Money, format!("`{text}` is no amount of tenge that fits"));
    let text = if object.is_instance_of::<PyInt>() {
        // Of an integer of thousands of digits Python makes no text.
        object.extract::<i128>().map_err(|_| does_not_fit("an integer of so many digits"))?.to_string()
    } else if object.is_instance(&py.import("decimal")?.getattr("Decimal")?)? {
        // By its size first: of an exponent of millions Python would write as many digits.
        let is = |name: &str| object.call_method0(name)?.extract::<bool>();
        if is("is_zero")? {
            return Ok(Decimal::ZERO);
        }
        if !is("is_finite")? || object.call_method0("adjusted")?.extract::<i64>()?.abs() > DIGITS_MAX {
            return Err(does_not_fit(&object.str()?.to_string_lossy()));
        }
        without_zeros(object.call_method1("__format__", ("f",))?.extract()?)
    } else {
        return Err(PyTypeError::new_err("money is a Decimal, an int of tenge or a str"));
    };
    Decimal::from_str_exact(&text).map_err(|_| does_not_fit(&text))
}

/// A decimal without the zeros behind its last decimal, of which Python keeps any number.
fn without_zeros(text: String) -> String {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// Python's Decimal of this text.
pub(crate) fn decimal<'py>(py: Python<'py>, value: impl std::fmt::Display) -> PyResult<Bound<'py, PyAny>> {
    py.import("decimal")?.getattr("Decimal")?.call1((value.to_string(),))
}
