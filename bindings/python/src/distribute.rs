//! `ustap.distribute`: what the State Corporation passes on of what was paid.

use std::path::PathBuf;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{PyMapping, PySequence};
use ustap::{ErrorKind, Language};
use ustap_arrow::{Opening, TableKind};

use crate::error::{raised, refused};
use crate::input::{law, looked_at, renamed, warn, warn_of_no_rows, whole_table};
use crate::running::heard;
use crate::table::Table;

/// What `distribute` gives.
#[pyclass(frozen, module = "ustap", get_all)]
pub(crate) struct DistributionResult {
    /// One row for each person, month and payment: what was computed, paid, distributed, returned and is owed, in tenge,
    /// and why.
    distribution: Py<Table>,
    /// What comes back, with the provision. `line` is that of the row in a file with a header: the first row is line 2.
    returns: Py<Table>,
    /// Rows that take no part, with the code; `file` is the name of the argument.
    rejects: Py<Table>,
}

#[pymethods]
impl DistributionResult {
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let rows = self.distribution.bind(py).len()?;
        Ok(format!("<ustap.DistributionResult of {rows} rows>"))
    }
}

/// What is distributed of what was paid and what comes back, by what КГД has computed: `ustap distribute` over tables.
///
/// paid: iin, period, knp, amount, and if there are any rate, surname, given_name, patronymic.
/// kgd: iin, period, ipn, opv, opvr, so, vosms.
/// exemptions: as for `calculate`.
/// after: earlier results, or their tables `distribution`; what they have distributed is not distributed again.
/// columns: other names of columns of `paid`; `"kgd.opv"` is one of another table.
///
/// Raises UstapError (`input`, `overflow`, `rates`, `defect`), and TypeError where an argument is no table. A row that cannot
/// be taken is in `rejects`; a table without rows is warned of, and so are sums of КГД below what was distributed.
///
/// Law: Rules of Order No. 392, points 11 and 13-15.
#[pyfunction]
#[pyo3(signature = (paid, kgd, exemptions=None, *, after=None, columns=None, rates=None))]
pub(crate) fn distribute(
    py: Python<'_>,
    paid: &Bound<'_, PyAny>,
    kgd: &Bound<'_, PyAny>,
    exemptions: Option<&Bound<'_, PyAny>>,
    after: Option<&Bound<'_, PyAny>>,
    columns: Option<&Bound<'_, PyMapping>>,
    rates: Option<PathBuf>,
) -> PyResult<DistributionResult> {
    let law = law(py, rates, Language::En)?;
    let all = [
        Some((TableKind::Paid, paid)),
        Some((TableKind::Kgd, kgd)),
        exemptions.map(|object| (TableKind::Exemptions, object)),
    ];
    let given: Vec<TableKind> = all.iter().flatten().map(|&(kind, _)| kind).collect();
    let renamed = renamed(columns, TableKind::Paid, &given)?;
    let stop = Arc::default();
    let opening = Opening { first: TableKind::Paid, renamed: &renamed, known_on: false, stop: Arc::clone(&stop) };
    for (kind, object) in all.into_iter().flatten() {
        looked_at(kind, object, (&opening, Language::En))?;
    }
    let earlier = distributions(py, after)?;
    let of_earlier = Opening { renamed: &[], stop: Arc::clone(&stop), ..opening };
    for object in &earlier {
        looked_at(TableKind::Earlier, object, (&of_earlier, Language::En))?;
    }
    let tables = [
        whole_table(TableKind::Paid, paid, (&opening, Language::En))?,
        whole_table(TableKind::Kgd, kgd, (&opening, Language::En))?,
    ];
    let exemptions =
        exemptions.map(|object| whole_table(TableKind::Exemptions, object, (&opening, Language::En))).transpose()?;
    let earlier = earlier.iter().map(|object| {
        let table = whole_table(TableKind::Earlier, object, (&of_earlier, Language::En))?;
        // A result of this module may have none; a reader without any was read before.
        if object.cast::<Table>().is_err() {
            warn_of_no_rows(py, "after", Some(table.rows_ahead()))?;
        }
        Ok(table)
    });
    let earlier = earlier.collect::<PyResult<Vec<_>>>()?;
    warn_of_no_rows(py, "exemptions", exemptions.as_ref().map(|table| table.rows_ahead()))?;
    let distributed = heard(py, &stop, || ustap_arrow::distribute(&law, tables, exemptions, earlier))?
        .map_err(|error| raised(py, &error))?;
    let [of_paid, of_kgd] = distributed.read;
    warn_of_no_rows(py, "paid", Some(of_paid))?;
    warn_of_no_rows(py, "kgd", Some(of_kgd))?;
    if distributed.overdistributed > 0 {
        let sums = distributed.overdistributed;
        warn(py, &format!("kgd: {sums} sums are now below what was distributed (`after`); nothing is left of them."))?;
    }
    Ok(DistributionResult {
        distribution: Py::new(py, Table(distributed.distribution))?,
        returns: Py::new(py, Table(distributed.returns))?,
        rejects: Py::new(py, Table(distributed.rejects))?,
    })
}

/// The tables of earlier distributions: a result and its table are one.
fn distributions<'py>(py: Python<'py>, after: Option<&Bound<'py, PyAny>>) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let given: Vec<Bound<'_, PyAny>> = match after {
        None => Vec::new(),
        Some(several) if several.cast::<PySequence>().is_ok() => several.try_iter()?.collect::<PyResult<_>>()?,
        Some(one) => vec![one.clone()],
    };
    let table = |object: Bound<'py, PyAny>| match object.cast::<DistributionResult>() {
        Ok(result) => result.get().distribution.bind(py).clone().into_any(),
        Err(_) => object,
    };
    let tables: Vec<Bound<'_, PyAny>> = given.into_iter().map(table).collect();
    let is_twice =
        |(number, object): (usize, &Bound<'_, PyAny>)| tables.iter().take(number).any(|other| other.is(object));
    if tables.iter().enumerate().any(is_twice) {
        return Err(refused(py, ErrorKind::Input, "after: a distribution is given twice"));
    }
    Ok(tables)
}
