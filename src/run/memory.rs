//! Files of a run held in memory: for fuzz targets and tests, which see the readers from outside.

use std::path::PathBuf;
use std::sync::Mutex;

use crate::batch::earlier::{Earlier, EarlierMonths, REGIMES_MAX, write_month, write_operation};
use crate::batch::memory::file_at::FileAt;
use crate::error::Error;
use crate::law::{Categories, RegimeId};
use crate::run::receipt::Receipt;
use crate::withholding::month::MonthRows;
use crate::withholding::row::{RegisterRow, RowRegime};

/// The receipt in these bytes as it is written.
///
/// # Errors
/// Where they are none.
pub fn read_receipt(text: &[u8]) -> Result<String, Error> {
    Receipt::read(text)?.text()
}

/// The state of these bytes, with as many regimes and categories as there can be.
fn earlier(operations: &[u8], months: &[u8]) -> Result<Earlier, Error> {
    let file = |bytes: &[u8]| {
        let file = FileAt::new(tempfile::tempfile()?);
        file.write_all(0, bytes).map(|()| file)
    };
    let failed = |cause: std::io::Error| Error::defect(cause.to_string());
    Ok(Earlier {
        operations: file(operations).map_err(failed)?,
        verifying: Mutex::default(),
        months: file(months).map_err(failed)?,
        dir: PathBuf::from("state"),
        partitions: vec![0, operations.len() as u64],
        open_months: (0, months.len() as u64),
        closed: None,
        closes_more: false,
        receipt: String::new(),
        counted: 0,
        regimes: (0..REGIMES_MAX as u8).map(RegimeId).collect(),
        categories: (0..64).map(|number| Categories(1 << number)).collect(),
    })
}

/// The operations of a state in these bytes as they are written.
///
/// # Errors
/// Where they are none.
pub fn read_state_operations(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let earlier = earlier(bytes, &[])?;
    let (mut buffer, mut written) = (Vec::new(), Vec::new());
    earlier.partition(0, &mut buffer)?;
    let mut operations = earlier.operations(&buffer);
    while let Some(operation) = operations.next()? {
        let (operation, regime) = operation.whole()?;
        write_operation(&operation, regime, &mut written);
    }
    Ok(written)
}

/// The months of a state in these bytes as they are written.
///
/// # Errors
/// Where they are none.
pub fn read_state_months(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let earlier = earlier(&[], bytes)?;
    let mut months: EarlierMonths<'_> = earlier.all_months();
    let mut written = Vec::new();
    while let Some(month) = months.take()? {
        let (iin, period) = (month.key.iin(), month.key.month());
        let rows = month
            .rows
            .iter()
            .map(|row| RegisterRow::new((iin, period), RowRegime::OutOfScope(row.regime), None, row.tally));
        let rows = rows.collect::<Result<_, _>>()?;
        write_month(&MonthRows { iin, period, crossings: month.crossings, rows, limits: Vec::new() }, &mut written);
    }
    Ok(written)
}
