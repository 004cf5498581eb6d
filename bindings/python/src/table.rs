//! Tables that Python takes: by Arrow's capsules, so that every program that knows them reads them without a copy.

use std::sync::Mutex;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, PoisonError};

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};
use ustap::{Error, ErrorKind, Language};
use ustap_arrow::{LINES, Rows};

use crate::error::{raised, refused};
use crate::running::Ending;

/// Rows of a result. Anything that takes Arrow reads it without a copy: `pyarrow.table(t)`, `polars.DataFrame(t)`,
/// `duckdb.sql("from t")`, `pandas.DataFrame.from_arrow(t)` (of pandas 3; before it `pyarrow.table(t).to_pandas()`).
#[pyclass(frozen, module = "ustap")]
pub(crate) struct Table(pub(crate) Rows);

fn names<'py>(py: Python<'py>, schema: &SchemaRef) -> PyResult<Bound<'py, PyTuple>> {
    PyTuple::new(py, schema.fields().iter().map(|field| field.name()))
}

pub(crate) fn stream_capsule(py: Python<'_>, stream: FFI_ArrowArrayStream) -> PyResult<Bound<'_, PyCapsule>> {
    PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
}

#[pymethods]
impl Table {
    /// The rows as a capsule of Arrow's C stream interface; each call begins anew. `requested_schema` is not followed.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        stream_capsule(py, self.0.stream())
    }

    /// The columns as a capsule of Arrow's C schema interface.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = self.0.ffi_schema().map_err(|error| raised(py, &error))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    fn __len__(&self) -> usize {
        self.0.count()
    }

    /// The names of the columns, in their order.
    #[getter]
    fn column_names<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        names(py, &self.0.schema)
    }

    fn __repr__(&self) -> String {
        let names: Vec<&str> = self.0.schema.fields().iter().map(|field| field.name().as_str()).collect();
        format!("<ustap.Table of {} rows: {}>", self.0.count(), names.join(", "))
    }
}

/// Lines as they are made: read once, by whatever takes an Arrow stream. Few batches are held at a time.
#[pyclass(frozen, module = "ustap")]
pub(crate) struct LineStream {
    lines: Mutex<Option<Lines>>,
}

pub(crate) struct Lines {
    pub batches: Receiver<RecordBatch>,
    /// What the calculation came to, once no batch comes any more.
    pub ending: Arc<Mutex<Ending>>,
    /// Of the sentence where it has failed.
    pub language: Language,
}

impl LineStream {
    pub fn new(lines: Lines) -> LineStream {
        LineStream { lines: Mutex::new(Some(lines)) }
    }
}

impl Iterator for Lines {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Result<RecordBatch, ArrowError>> {
        if let Ok(batch) = self.batches.recv() {
            return Some(Ok(batch));
        }
        match &*self.ending.lock().unwrap_or_else(PoisonError::into_inner) {
            Ending::Failed(error) => Some(Err(ArrowError::ExternalError(error.say(self.language).into()))),
            _ => None,
        }
    }
}

impl RecordBatchReader for Lines {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&LINES)
    }
}

#[pymethods]
impl LineStream {
    /// The lines as a capsule of Arrow's C stream interface, once.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner).take();
        let lines = lines.ok_or_else(|| {
            refused(
                py,
                ErrorKind::Input,
                "the lines were read already: a stream is read once, lines=True gives a table",
            )
        })?;
        stream_capsule(py, FFI_ArrowArrayStream::new(Box::new(lines)))
    }

    /// The columns as a capsule of Arrow's C schema interface.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = Rows { schema: Arc::clone(&LINES), batches: Vec::new() }.ffi_schema();
        PyCapsule::new_with_value(py, schema.map_err(|error: Error| raised(py, &error))?, c"arrow_schema")
    }

    /// The names of the columns, in their order.
    #[getter]
    fn column_names<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        names(py, &LINES)
    }
}
