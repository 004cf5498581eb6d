//! Files of a run as bytes: for fuzz targets and tests, which see the readers from outside.

use crate::batch::earlier::{Earlier, EarlierMonths, write_month, write_operation};
use crate::error::Error;
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

fn earlier(operations: &[u8], months: &[u8]) -> Result<Earlier, Error> {
    Earlier::of_bytes(operations, months).map_err(|cause| Error::defect(cause.to_string()))
}

/// The operations of a state in these bytes as they are written.
///
/// # Errors
/// Where they are none.
pub fn read_state_operations(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let earlier = earlier(bytes, &[])?;
    let (mut buffer, mut written) = (Vec::new(), Vec::new());
    earlier.partitions().take(&mut buffer)?;
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
