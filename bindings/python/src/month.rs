//! One person's month, its explanation, and what is in force on a day.

use std::path::PathBuf;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyList, PyString};
use ustap::bindings::explain_payments;
use ustap::{Error, ErrorKind, Iin, Language, Month, Payment};
use ustap_arrow::caught;

use crate::error::{raised, raised_in, refused};
use crate::input::{day, decimal, language, law, tenge};

/// One person's month: incomes in, the five amounts out, and where the month stands against the limit.
///
/// `regime` is the code of a regime; without it the regime of those who are not listed. Law: SC 102-1, TC 718(2), 720-721.
///
/// Raises UstapError: `day` where the period is no month, `operation` where there is no such regime, `no-rates` where nothing
/// is computed in the month, `rates` where the tables are refused.
#[pyclass(module = "ustap")]
pub(crate) struct PersonMonth {
    month: ustap::PersonMonth,
    law: std::sync::Arc<ustap::Law>,
}

/// What one income comes to, in tenge.
#[pyclass(frozen, module = "ustap", get_all)]
pub(crate) struct Line {
    /// What the income adds to income tax, negative where too much had been withheld.
    ipn: Py<PyAny>,
    /// To the pension contribution.
    opv: Py<PyAny>,
    /// To the employer's pension contribution.
    opvr: Py<PyAny>,
    /// To the social contribution.
    so: Py<PyAny>,
    /// To the contribution for health insurance.
    vosms: Py<PyAny>,
    /// The sum of the five.
    withheld: Py<PyAny>,
    /// What the contractor receives: income less what is withheld.
    payout: Py<PyAny>,
    /// Where the month stands with this income: `below`, `near` (from 80 per cent), `crosses`, `over`.
    limit: &'static str,
}

#[pymethods]
impl Line {
    fn __repr__(&self) -> String {
        format!("<ustap.Line: withheld {}, payout {}, limit {}>", self.withheld, self.payout, self.limit)
    }
}

#[pymethods]
impl PersonMonth {
    #[new]
    #[pyo3(signature = (period, regime=None, *, rates=None))]
    fn new(py: Python<'_>, period: &str, regime: Option<&str>, rates: Option<PathBuf>) -> PyResult<PersonMonth> {
        let law = law(py, rates, Language::En)?;
        let month = caught(|| {
            let period: Month = period.parse()?;
            match regime {
                None => ustap::PersonMonth::new(&law, period),
                Some(code) => ustap::PersonMonth::under(&law, period, law.regime_id(code)?),
            }
        });
        Ok(PersonMonth { month: month.map_err(|error| raised(py, &error))?, law })
    }

    /// Counts income in tenge, gross, received on this day, and gives the line that it makes; a negative one is income
    /// given back (TC 719(2)-(3): the day of settlement decides).
    ///
    /// Raises UstapError and counts nothing: `day` (it is none), `operation` (it is not in the month, or a category is
    /// unknown), `no-rates`, `money` (finer than a tiyn, or beyond 999 999 999 999.99), `overflow`. TypeError for a float.
    #[pyo3(signature = (day, income, categories=None))]
    #[pyo3(text_signature = "($self, day, income, categories=[])")]
    fn add(
        slf: &Bound<'_, PersonMonth>,
        day: &Bound<'_, PyAny>,
        income: &Bound<'_, PyAny>,
        categories: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Line> {
        let py = slf.py();
        // Before the month is borrowed: this may run Python's own code, and another thread's meanwhile.
        let (day, income) = (self::day(day)?, tenge(income)?);
        let categories = categories.filter(|categories| !categories.is_none());
        if categories.is_some_and(|categories| categories.is_instance_of::<PyString>()) {
            return Err(PyTypeError::new_err("categories is a list of codes, such as [\"minor\"], and no str"));
        }
        let categories: Vec<String> = categories.map_or_else(|| Ok(Vec::new()), |categories| categories.extract())?;
        let categories: Vec<&str> = categories.iter().map(String::as_str).collect();
        let mut month = slf.try_borrow_mut()?;
        let line = caught(|| month.month.add(day, income, &categories));
        // Let go of before an exception is made, which runs Python's own code too.
        drop(month);
        let line = line.map_err(|error| raised(py, &error))?;
        let amount = |payment: Payment| decimal(py, line.amounts[payment]).map(Bound::unbind);
        Ok(Line {
            ipn: amount(Payment::Ipn)?,
            opv: amount(Payment::Opv)?,
            opvr: amount(Payment::Opvr)?,
            so: amount(Payment::So)?,
            vosms: amount(Payment::Vosms)?,
            withheld: decimal(py, line.withheld)?.unbind(),
            payout: decimal(py, line.payout())?.unbind(),
            limit: line.limit.code(),
        })
    }

    /// The calendar month, `YYYY-MM`.
    #[getter]
    fn period(&self) -> String {
        self.month.period().to_string()
    }

    /// What is withheld for the month so far, in tenge.
    fn amounts<'py>(slf: &Bound<'py, PersonMonth>) -> PyResult<Bound<'py, PyDict>> {
        let py = slf.py();
        // Let go of before Python's own code runs, in which another thread may count an income.
        let of_month = slf.try_borrow()?.month.amounts();
        let amounts = PyDict::new(py);
        for (payment, amount) in of_month.iter() {
            amounts.set_item(payment.code(), decimal(py, amount)?)?;
        }
        Ok(amounts)
    }

    /// The month as bytes that `resume` takes up again: versioned, sums in tiyn, without a person.
    fn state<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, self.month.state().as_bytes())
    }

    /// The month of a state; what was withheld stays withheld, and the next income makes up the difference where these
    /// tables have other rates.
    ///
    /// Raises UstapError: `operation` where the bytes are no such state, `no-rates` where the tables lack its month, its
    /// regime or a category of it, `rates` where they are refused.
    #[staticmethod]
    #[pyo3(signature = (state, *, rates=None))]
    fn resume(py: Python<'_>, state: &[u8], rates: Option<PathBuf>) -> PyResult<PersonMonth> {
        let law = law(py, rates, Language::En)?;
        let month = caught(|| {
            let text = std::str::from_utf8(state)
                .map_err(|_| Error::new(ErrorKind::Operation, "the bytes are no state of a month"))?;
            ustap::PersonMonth::resume(&law, text)
        });
        Ok(PersonMonth { month: month.map_err(|error| raised(py, &error))?, law })
    }
}

/// Why the amounts of a month are what they are: a dict for each payment with its `amount` and the `steps` to it, as
/// `ustap explain --json` has them. Amounts are text in tenge; each step has the citations that it rests on, by the law's own
/// articles. A month keeps no operations and no days of categories: another reading of a category is told of the month,
/// whichever its days were, and of a category that is one for a part of the month nothing that the command line adds: no
/// `exempt` step where it exempts no operation, and `deciding_day` None where it exempts all of them. Of a month that was
/// resumed under other tables it is what they come to: `amounts` has what was withheld, and the next income makes up the
/// difference.
///
/// Raises UstapError of the kind `input` where there is no such language.
#[pyfunction]
#[pyo3(signature = (month, *, lang="en"))]
pub(crate) fn explain<'py>(
    py: Python<'py>,
    month: &Bound<'py, PersonMonth>,
    lang: &str,
) -> PyResult<Bound<'py, PyList>> {
    let language = language(py, lang)?;
    let month = month.try_borrow()?;
    let text = caught(|| {
        // A row is some person's; the way to its amounts is anybody's.
        let iin = (1..=10).find_map(Iin::from_first_eleven).ok_or_else(|| Error::defect("no number of a person"))?;
        Ok(explain_payments(&month.month.row(iin)?, &month.law, language))
    });
    // Let go of before Python's own code runs, in which another thread may count an income.
    drop(month);
    let text = text.map_err(|error| raised_in(py, language, &error))?;
    Ok(py.import("json")?.call_method1("loads", (text,))?.cast_into::<PyList>()?)
}

/// What is in force on a day, regime by regime and payment by payment. A payment that a regime has not, and a regime under
/// which nothing is withheld, are not there.
///
/// Raises UstapError: `no-rates` where no rates are known for the day, `day` where it is none, `rates` where the tables are
/// refused. Law: each rate's own provision is in `cite`.
#[pyfunction]
#[pyo3(signature = (day, *, rates=None))]
pub(crate) fn rates<'py>(
    py: Python<'py>,
    day: &Bound<'py, PyAny>,
    rates: Option<PathBuf>,
) -> PyResult<Bound<'py, PyDict>> {
    let day = self::day(day)?;
    let law = law(py, rates, Language::En)?;
    let month = law.month(day.month()).filter(|_| law.has_rates(day));
    let month = month.ok_or_else(|| raised(py, &law.no_rates(day)))?;
    let regimes = PyDict::new(py);
    for (id, regime) in law.regimes().filter(|&(id, _)| law.in_force(id, day)) {
        let Some(of_month) = month.regime(id) else { continue };
        let payments = PyDict::new(py);
        for (payment, terms) in of_month.terms.iter() {
            let Some(terms) = terms else { continue };
            let entry = PyDict::new(py);
            entry.set_item("rate", decimal(py, terms.rate)?)?;
            entry.set_item("cap", terms.cap.map(|cap| decimal(py, cap)).transpose()?)?;
            entry.set_item("cite", terms.rate_citation.to_string())?;
            entry.set_item("basis", terms.rate_citation.basis.code())?;
            payments.set_item(payment.code(), entry)?;
        }
        regimes.set_item(&regime.code, payments)?;
    }
    if regimes.is_empty() {
        return Err(refused(py, ErrorKind::NoRates, format!("no regime is in force on {day}")));
    }
    Ok(regimes)
}
