//! From tables to tables.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use arrow_array::RecordBatch;
use ustap::bindings::{Counts, DistributionTables, Has, Tables, Terms};
use ustap::{Error, Law};

use crate::output::{ArrowPage, LIMITS, REGISTER, RejectColumns, Rows, distribution, payments};
use crate::table::{Table, stopped};

/// Tables that are to be calculated, and what others see and do of it meanwhile.
#[derive(Debug)]
pub struct Calculation {
    /// How.
    pub terms: Terms,
    /// What.
    pub tables: Tables<Table>,
    /// Operations read so far.
    pub rows: Arc<AtomicU64>,
    /// Once this is set, the calculation ends with an error.
    pub stop: Arc<AtomicBool>,
}

/// What a calculation comes to.
#[derive(Debug, Clone)]
pub struct Calculated {
    /// One row for each person, month and regime.
    pub register: Rows,
    /// Months near the limit or over it.
    pub limits: Rows,
    /// What is to be transferred.
    pub payments: Rows,
}

impl Calculation {
    /// Calculates everything. What is known when all operations were read goes to `prepared`: rejected rows and counts; after
    /// it batches of lines go to `lines` in their order, where they are wanted.
    ///
    /// # Errors
    /// Kind [`Input`](ustap::ErrorKind::Input) where reading a table fails, [`Memory`](ustap::ErrorKind::Memory) where facts
    /// do not fit the memory, [`Output`](ustap::ErrorKind::Output) where there is no room to spill,
    /// [`Overflow`](ustap::ErrorKind::Overflow) where a sum does not fit, and what the two functions fail with.
    pub fn run(
        self,
        prepared: impl FnOnce(Rows, Counts) -> Result<(), Error>,
        mut lines: impl FnMut(RecordBatch) -> Result<(), Error> + Send,
    ) -> Result<Calculated, Error> {
        let rejects = Mutex::new(RejectColumns::default());
        let lock = || rejects.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut register, mut limits) = (Vec::new(), Vec::new());
        let rows = self.terms.calculate(
            self.tables,
            &self.rows,
            |row| lock().push(&row),
            |counts| prepared(std::mem::take(&mut *lock()).finish()?, counts.clone()),
            (
                || ArrowPage::new(&self.terms.law),
                |page: &mut ArrowPage<'_>| {
                    if self.stop.load(Ordering::Relaxed) {
                        return Err(stopped());
                    }
                    let [of_register, of_limits, of_lines] = page.take()?;
                    register.extend(of_register);
                    limits.extend(of_limits);
                    of_lines.map_or(Ok(()), &mut lines)
                },
            ),
        )?;
        Ok(Calculated {
            register: Rows { schema: Arc::clone(&REGISTER), batches: register },
            limits: Rows { schema: Arc::clone(&LIMITS), batches: limits },
            payments: payments(&rows)?,
        })
    }
}

/// What a distribution comes to.
#[derive(Debug, Clone)]
pub struct Distributed {
    /// A row for each person, month and payment.
    pub distribution: Rows,
    /// What comes back.
    pub returns: Rows,
    /// Rows that take no part.
    pub rejects: Rows,
    /// Rows of what was paid, and of what was computed.
    pub read: [u64; 2],
    /// How many sums of КГД are now below what was distributed; nothing is left of them.
    pub overdistributed: usize,
}

/// Distributes what was paid (`paid`) by what КГД has computed (`kgd`), with exemptions and the rows of earlier
/// distributions where there are any.
///
/// # Errors
/// Kind [`Input`](ustap::ErrorKind::Input) where reading a table fails or a row of an earlier distribution is none.
pub fn distribute(
    law: &Law,
    [paid, kgd]: [Table; 2],
    exemptions: Option<Table>,
    after: Vec<Table>,
) -> Result<Distributed, Error> {
    let has = Has::of(|column| paid.has(column));
    let tables = DistributionTables { paid, has, kgd, exemptions, after };
    let (distributed, rejected, read) = ustap::bindings::distribute(law, &tables)?;
    let [distribution, returns, rejects] = distribution(law, &distributed, &rejected)?;
    Ok(Distributed { distribution, returns, rejects, read, overdistributed: distributed.overdistributed().len() })
}
