//! `ustap.calculate`: tables to tables.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex, PoisonError};

use arrow_array::RecordBatch;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyMapping, PyString};
use ustap::{Error, ErrorKind, Language, Month, OverLimit};
use ustap_arrow::{Calculated, Calculation, Counts, LINES, Opening, Rows, TableKind, Tables, Terms, caught, directory};

use crate::error::{raised_in, refused};
use crate::input::{count, day_in, language, law, looked_at, read_through, renamed, table, warn, warn_of_no_rows};
use crate::running::{Ending, Progress, Running};
use crate::table::{LineStream, Lines, Table};

/// What `calculate` gives.
#[pyclass(frozen, module = "ustap")]
pub(crate) struct Result {
    ending: Arc<Mutex<Ending>>,
    rejects: Py<Table>,
    lines: Option<Py<PyAny>>,
    counts: Counts,
    language: Language,
}

/// Bytes below which a run would do nothing but write to the disk: who says less has meant another unit.
const MEMORY_LEAST: usize = 64 << 10;
/// Batches of lines that wait to be read.
const LINES_AHEAD: usize = 4;

/// How lines are wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LinesWanted {
    No,
    Table,
    Stream,
}

fn lines_wanted(lines: Option<&Bound<'_, PyAny>>) -> PyResult<LinesWanted> {
    let Some(lines) = lines else { return Ok(LinesWanted::No) };
    if let Ok(flag) = lines.cast::<PyBool>() {
        return Ok(if flag.is_true() { LinesWanted::Table } else { LinesWanted::No });
    }
    match lines.cast::<PyString>().map(|text| text.to_string()).as_deref() {
        Ok("stream") => Ok(LinesWanted::Stream),
        _ => Err(PyTypeError::new_err("lines is False, True or \"stream\"")),
    }
}

/// Registers, limits, payments and rejects of operations: what `ustap calculate` writes, as tables.
///
/// operations: operation_id, iin, settled_on, income, and if there is any corrects_on. Money is decimal of any scale or text,
///     or int64 of whole tiyn in a column named `income_tiyn`; digits behind the tiyn reject the row. A timestamp with a
///     zone is an instant, of which the day in Kazakhstan (UTC+5) counts; one without is local.
/// exemptions: iin, category, and if there are any valid_from, valid_to, known_on, source_id.
/// contractors: iin, and if there are any regime, regime_from, regime_to, and surname, given_name, patronymic, name, birth_date,
///     of which no figure is made: a row with a bad one is rejected.
/// period: the only month that counts (`2026-08`); operations of others are rejected as `outside-period`.
/// over_limit: how income above the monthly limit is read (TC 718(2)).
/// lines: a table of lines, or a stream of them (`"stream"`).
/// known_on: exemptions that became known after this day are not used.
/// rates: a directory of tables in place of those that are built in.
/// columns: other names of columns: `{"income": "sum", "exemptions.category": "kind"}`.
/// threads, memory (bytes), spill_dir: means, which change no result; all threads and all memory if nothing is said.
/// restore_zeros: text of an ИИН that has lost its leading zeros gets them back; integers always do.
/// lang: the language of `message` in rejects and of errors; English are warnings and TypeErrors, and what is said of types,
///     of streams, of `income` beside `income_tiyn`, of a table that `columns` names and nobody gave, and of `threads`,
///     `memory` and `lang` that are none.
/// progress: is called with the rows read so far, at most ten times a second, and with all of them at the end; what it
///     raises ends the run.
///
/// Each batch of a reader has to have the reader's schema, as `RecordBatch.from_pylist(rows, schema=schema)` makes it: pyarrow
/// does not check that, and a decimal of another scale is read as another amount.
///
/// Raises UstapError: `input` (a column is missing, stands twice or has a type that it may not have; reading fails),
/// `memory`, `space`, `overflow`, `rates`, `day` (`period` or `known_on` is none), `operation` (`over_limit` is none),
/// `defect`; and TypeError where an argument is no table. A row that cannot be taken is no error: it is in `rejects`. A
/// table without rows is warned of.
///
/// Law: SC 102-1, 243, 248, TC 718-721, OSMS 26, 28; each row's own provisions are in `explain`.
#[pyfunction]
#[pyo3(signature = (
    operations, exemptions=None, contractors=None, *, period=None, over_limit="cap", lines=None, known_on=None,
    rates=None, columns=None, threads=None, memory=None, spill_dir=None, restore_zeros=false, lang="en", progress=None
))]
#[pyo3(
    text_signature = "(operations, exemptions=None, contractors=None, *, period=None, over_limit='cap', lines=False, \
known_on=None, rates=None, columns=None, threads=None, memory=None, spill_dir=None, restore_zeros=False, lang='en', \
progress=None)"
)]
#[allow(clippy::too_many_arguments, reason = "Python's keyword arguments")]
pub(crate) fn calculate(
    py: Python<'_>,
    operations: &Bound<'_, PyAny>,
    exemptions: Option<&Bound<'_, PyAny>>,
    contractors: Option<&Bound<'_, PyAny>>,
    period: Option<&str>,
    over_limit: &str,
    lines: Option<&Bound<'_, PyAny>>,
    known_on: Option<&Bound<'_, PyAny>>,
    rates: Option<PathBuf>,
    columns: Option<&Bound<'_, PyMapping>>,
    threads: Option<&Bound<'_, PyAny>>,
    memory: Option<&Bound<'_, PyAny>>,
    spill_dir: Option<PathBuf>,
    restore_zeros: bool,
    lang: &str,
    progress: Option<Bound<'_, PyAny>>,
) -> PyResult<Result> {
    let language = language(py, lang)?;
    let fail = |error: Error| raised_in(py, language, &error);
    let wanted = lines_wanted(lines)?;
    let period = period.map(str::parse::<Month>).transpose().map_err(fail)?;
    let over_limit: OverLimit = over_limit.parse().map_err(fail)?;
    let known_on = known_on.map(|day| day_in(day, language)).transpose()?;
    let (threads, memory) = (count("threads", 1, threads)?, count("memory", MEMORY_LEAST, memory)?);
    let spill_dir = spill_dir.map(|dir| directory("spill_dir", dir)).transpose().map_err(fail)?;
    let law = law(py, rates, language)?;
    let stop = Arc::new(AtomicBool::new(false));
    let all = [
        Some((TableKind::Operations, operations)),
        exemptions.map(|object| (TableKind::Exemptions, object)),
        contractors.map(|object| (TableKind::Contractors, object)),
    ];
    let given: Vec<TableKind> = all.iter().flatten().map(|&(kind, _)| kind).collect();
    let renamed = renamed(columns, TableKind::Operations, &given)?;
    let opening = Opening {
        first: TableKind::Operations,
        renamed: &renamed,
        known_on: known_on.is_some(),
        stop: Arc::clone(&stop),
    };
    let terms = Terms::of(law);
    let terms = Terms {
        period,
        over_limit,
        known_on,
        restore_zeros,
        threads: threads.unwrap_or(terms.threads),
        memory: memory.unwrap_or(terms.memory),
        dir: spill_dir.unwrap_or(terms.dir),
        lines: wanted != LinesWanted::No,
        language,
        ..terms
    };
    let mut facts = terms.facts();
    let open = |kind, object| table(kind, object, (&opening, language));
    // Before the facts are read: a program may have to end with one stream before it begins the next.
    for (kind, object) in all.into_iter().flatten() {
        looked_at(kind, object, (&opening, language))?;
    }
    if let Some(object) = exemptions {
        let table = open(TableKind::Exemptions, object)?;
        read_through(py, (&stop, language), || facts.exemptions(&table))?;
    }
    if let Some(object) = contractors {
        let table = open(TableKind::Contractors, object)?;
        read_through(py, (&stop, language), || facts.contractors(&table))?;
    }
    let facts = py.detach(|| caught(|| facts.finish())).map_err(fail)?;
    let tables = Tables { operations: open(TableKind::Operations, operations)?, facts };
    let calculation = Calculation { terms, tables, rows: Arc::default(), stop };
    run(py, calculation, (wanted, language), progress)
}

/// Runs the calculation on a thread of its own, while this one listens to Python.
fn run(
    py: Python<'_>,
    calculation: Calculation,
    (wanted, language): (LinesWanted, Language),
    progress: Option<Bound<'_, PyAny>>,
) -> PyResult<Result> {
    let fail = |error: Error| raised_in(py, language, &error);
    let kept: Arc<Mutex<Vec<RecordBatch>>> = Arc::default();
    let (running, batches) = if wanted == LinesWanted::Stream {
        let (send, batches) = sync_channel(LINES_AHEAD);
        let gone = || Error::new(ErrorKind::Operation, "the lines were not read to their end");
        let running = Running::start(calculation, move |batch| send.send(batch).map_err(|_| gone()));
        (running, Some(batches))
    } else {
        let kept = Arc::clone(&kept);
        let keep = move |batch| {
            kept.lock().unwrap_or_else(PoisonError::into_inner).push(batch);
            Ok(())
        };
        (Running::start(calculation, keep), None)
    };
    let mut running = running.map_err(fail)?;
    let mut progress = Progress::new(progress);
    let prepared = match running.listened(py, &mut progress, batches.is_some()) {
        Ok(prepared) => prepared,
        Err(error) => {
            // Ctrl-C, or what `progress` raised: the thread ends at its next piece.
            running.stop();
            drop(batches);
            running.join(py);
            return Err(error);
        }
    };
    if batches.is_none() {
        running.join(py);
    }
    let ending = Arc::clone(&running.ending);
    if let Ending::Failed(error) = &*ending.lock().unwrap_or_else(PoisonError::into_inner) {
        return Err(raised_in(py, language, error));
    }
    let (rejects, counts) = prepared.ok_or_else(|| fail(Error::defect("a calculation ended without its counts")))?;
    warn_of(py, &counts)?;
    progress.end(counts.read)?;
    let lines = match (wanted, batches) {
        (LinesWanted::Stream, Some(batches)) => {
            let lines = Lines { batches, ending: Arc::clone(&ending), language };
            Some(Py::new(py, LineStream::new(lines))?.into_any())
        }
        (LinesWanted::Table, _) => {
            let batches = std::mem::take(&mut *kept.lock().unwrap_or_else(PoisonError::into_inner));
            Some(Py::new(py, Table(Rows { schema: Arc::clone(&LINES), batches }))?.into_any())
        }
        _ => None,
    };
    Ok(Result { ending, rejects: Py::new(py, Table(rejects))?, lines, counts, language })
}

/// Warns of tables without rows, and of a day that bears on nothing.
fn warn_of(py: Python<'_>, counts: &Counts) -> PyResult<()> {
    let [of_exemptions, of_contractors] = counts.facts_read;
    warn_of_no_rows(py, "operations", Some(counts.read))?;
    warn_of_no_rows(py, "exemptions", of_exemptions)?;
    warn_of_no_rows(py, "contractors", of_contractors)?;
    if counts.lacks_known_on {
        warn(py, "known_on: no exemption says when it became known, so that all are used.")?;
    }
    Ok(())
}

/// The columns of operations, exemptions or contractors that `calculate` reads: the name in the contract, and the number in
/// the table. No row is read.
#[pyfunction]
pub(crate) fn read_columns(py: Python<'_>, kind: &str, of: &Bound<'_, PyAny>) -> PyResult<Vec<(&'static str, usize)>> {
    let kinds = [TableKind::Operations, TableKind::Exemptions, TableKind::Contractors];
    let kind = kinds.into_iter().find(|known| known.name() == kind);
    let kind = kind.ok_or_else(|| refused(py, ErrorKind::Operation, "no table of a calculation"))?;
    let opening = Opening { first: kind, renamed: &[], known_on: false, stop: Arc::new(AtomicBool::new(false)) };
    looked_at(kind, of, (&opening, Language::En))?;
    Ok(table(kind, of, (&opening, Language::En))?.read_columns())
}

impl Result {
    fn table(&self, py: Python<'_>, of: impl FnOnce(&Calculated) -> &Rows) -> PyResult<Table> {
        match &*self.ending.lock().unwrap_or_else(PoisonError::into_inner) {
            Ending::Done(calculated) => Ok(Table(of(calculated).clone())),
            Ending::Failed(error) => Err(raised_in(py, self.language, error)),
            Ending::Pending => {
                Err(refused(py, ErrorKind::Operation, "this is known when the lines were read to their end"))
            }
        }
    }
}

#[pymethods]
impl Result {
    /// One row for each person, month and regime: bases, amounts in tenge, notes. Sorted by month, ИИН, regime.
    #[getter]
    fn register(&self, py: Python<'_>) -> PyResult<Table> {
        self.table(py, |calculated| &calculated.register)
    }

    /// Months near the monthly limit, over it, or over it for a while. `share` is per cent.
    #[getter]
    fn limits(&self, py: Python<'_>) -> PyResult<Table> {
        self.table(py, |calculated| &calculated.limits)
    }

    /// What to transfer: one row for each payment and month, with recipient, persons, tenge and the statutory day.
    #[getter]
    fn payments(&self, py: Python<'_>) -> PyResult<Table> {
        self.table(py, |calculated| &calculated.payments)
    }

    /// Rows that do not count: `input`, `row` from 0, `operation_id`, `code`, `field`, `value`, `message`.
    #[getter]
    fn rejects(&self, py: Python<'_>) -> Py<Table> {
        self.rejects.clone_ref(py)
    }

    /// One row for each operation that counts: a Table with lines=True, a stream that is read once with lines="stream",
    /// None without.
    #[getter]
    fn lines(&self, py: Python<'_>) -> Option<Py<PyAny>> {
        self.lines.as_ref().map(|lines| lines.clone_ref(py))
    }

    /// Operations read: those that count and those that do not.
    #[getter]
    fn read(&self) -> u64 {
        self.counts.read
    }

    /// Operations that count.
    #[getter]
    fn accepted(&self) -> u64 {
        self.counts.accepted
    }

    fn __repr__(&self) -> String {
        format!("<ustap.Result of {} operations, {} of which count>", self.counts.read, self.counts.accepted)
    }
}
