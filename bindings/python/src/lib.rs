//! `ustap._ustap`: the calculation for Python. What it gives out is described in `python/ustap/__init__.pyi`.

mod calculate;
mod distribute;
mod error;
mod input;
mod month;
mod running;
mod table;

use pyo3::prelude::*;

/// The calculation of ustap.
#[pymodule]
mod _ustap {
    use super::*;

    #[pymodule_export]
    use super::calculate::{Result, calculate, read_columns};
    #[pymodule_export]
    use super::distribute::{DistributionResult, distribute};
    #[pymodule_export]
    use super::month::{Line, PersonMonth, explain, rates};
    #[pymodule_export]
    use super::table::{LineStream, Table};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("UstapError", module.py().get_type::<super::error::UstapError>())?;
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
