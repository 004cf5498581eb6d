//! Errors as Python has them.

use pyo3::create_exception;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use ustap::parts::{Caller, Message};
use ustap::{Error, ErrorKind, Language};

create_exception!(
    ustap,
    UstapError,
    PyValueError,
    "What was given cannot be calculated, or a figure cannot be told.

`kind` says why: `money`, `day`, `iin`, `rates`, `no-rates`, `overflow`, `operation`, `input`, `memory`, `space` (no room
to spill) or `defect` (a mistake in ustap). `hint` says what to do, where something is known, and is None otherwise."
);

/// The kind as `UstapError.kind` has it: files, options and receipts are none of Python's.
fn kind(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Output => "space",
        ErrorKind::Usage | ErrorKind::Record => ErrorKind::Input.code(),
        _ => kind.code(),
    }
}

/// The error as an exception, in English.
pub(crate) fn raised(py: Python<'_>, error: &Error) -> PyErr {
    raised_in(py, Language::En, error)
}

/// The error as an exception, in this language.
pub(crate) fn raised_in(py: Python<'_>, language: Language, error: &Error) -> PyErr {
    let hint = error.hint_for(Caller::Python, language);
    let message = error.say(language);
    let text = hint.as_ref().map_or_else(|| message.clone(), |hint| format!("{message}\n{hint}"));
    let raised = UstapError::new_err(text);
    let value = raised.value(py);
    match value.setattr("kind", kind(error.kind())).and_then(|()| value.setattr("hint", hint)) {
        Ok(()) => raised,
        Err(other) => other,
    }
}

/// An error of a kind that Python's own code finds.
pub(crate) fn refused(py: Python<'_>, kind: ErrorKind, message: impl Into<Message>) -> PyErr {
    raised(py, &Error::new(kind, message))
}
