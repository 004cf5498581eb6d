//! The state of an earlier run, and the operations in it.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use crate::batch::earlier::codec::{CORRECTS, ELEVEN_DIGITS_BITS, REGIME_BITS, REGIMES_MAX, take_varint};
use crate::batch::memory::file_at::FileAt;
use crate::batch::operation::{OperationRef, unzigzag};
use crate::error::{Error, ErrorKind};
use crate::law::{Categories, RegimeId};
use crate::money::Tenge;
use crate::period::{Day, Month};
use crate::person::Iin;
#[cfg(feature = "cli")]
use crate::threads::Meanwhile;
use crate::words::say;

/// An operation that an earlier run has counted, as it stands in the state: of millions that are gone through few are
/// looked at closer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EarlierOperation<'a> {
    earlier: &'a Earlier,
    pub id: &'a [u8],
    /// The first eleven digits of the ИИН, the regime, `settled_on`.
    fixed: u64,
    income: Tenge,
    /// Days from the day that it corrects to `settled_on`.
    corrects: Option<u64>,
}

/// The state of an earlier run, whose digests have been verified, but for the one of `operations`: those are verified while
/// they are taken.
#[derive(Debug)]
pub(crate) struct Earlier {
    pub operations: FileAt,
    /// What verifies the operations, until they are gone through for the first time.
    pub check: Mutex<Option<Check>>,
    /// What holds the months against the run's register; see [`Earlier::checked`].
    #[cfg(feature = "cli")]
    pub checking: Mutex<Option<Meanwhile<Result<(), Error>>>>,
    pub months: FileAt,
    /// Where the files are, for messages.
    pub dir: PathBuf,
    /// Where each partition of ids begins, and where the last ends.
    pub partitions: Vec<u64>,
    /// Where the months begin that are open, and where the last ends.
    pub open_months: (u64, u64),
    /// Where those stand that this run closes.
    pub closing_months: (u64, u64),
    /// The last month that is closed, in the state or by this run: what is of it or of a month before counts no more.
    pub closed: Option<Month>,
    /// Whether the state has operations of months that this run closes.
    pub closes_more: bool,
    /// The digest of the run's receipt.
    pub receipt: String,
    /// Operations of open months that earlier runs have counted.
    pub counted: u64,
    /// The regimes and categories by the numbers that they have in the state.
    pub regimes: Vec<RegimeId>,
    pub categories: Vec<Categories>,
}

/// Takes all bytes of a file in their order, and refuses the last where they are not those that a receipt names.
pub(crate) struct Check(Box<TakesBytes>);

type TakesBytes = dyn FnMut(&[u8]) -> Result<(), Error> + Send;

impl Check {
    #[cfg(feature = "cli")]
    pub fn new(takes: impl FnMut(&[u8]) -> Result<(), Error> + Send + 'static) -> Check {
        Check(Box::new(takes))
    }
}

impl fmt::Debug for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Check")
    }
}

impl Earlier {
    /// A state of these bytes, with as many regimes and categories as there can be: for fuzz targets and tests.
    #[cfg(feature = "cli")]
    pub fn of_bytes(operations: &[u8], months: &[u8]) -> io::Result<Earlier> {
        let file = |bytes: &[u8]| {
            let file = FileAt::new(tempfile::tempfile()?);
            file.write_all(0, bytes).map(|()| file)
        };
        Ok(Earlier {
            operations: file(operations)?,
            check: Mutex::default(),
            checking: Mutex::default(),
            months: file(months)?,
            dir: PathBuf::from("state"),
            partitions: vec![0, operations.len() as u64],
            open_months: (0, months.len() as u64),
            closing_months: (0, 0),
            closed: None,
            closes_more: false,
            receipt: String::new(),
            counted: 0,
            regimes: (0..REGIMES_MAX as u8).map(RegimeId).collect(),
            categories: (0..64).map(|number| Categories(1 << number)).collect(),
        })
    }

    pub fn damaged(&self, file: &str) -> Error {
        Error::new(ErrorKind::Record, say!("earlier-no-state"))
            .in_file(self.dir.join(file).display().to_string())
            .with_hint(say!("earlier-no-state-hint"))
    }

    pub(super) fn unreadable(&self, file: &str, cause: &io::Error) -> Error {
        Error::new(ErrorKind::Input, say!("cannot-be-read"))
            .caused_by_io(cause)
            .in_file(self.dir.join(file).display().to_string())
    }

    /// Waits until the months are known to be those of the run's register, which is to be done before they are used.
    pub fn checked(&self) -> Result<(), Error> {
        // Files are the command line's: without it there is nothing to wait for.
        #[cfg(feature = "cli")]
        if let Some(checking) = self.checking.lock().unwrap_or_else(PoisonError::into_inner).take() {
            checking.done()?;
        }
        Ok(())
    }

    /// The partitions, to be gone through once.
    pub fn partitions(&self) -> EarlierPartitions<'_> {
        let check = self.check.lock().unwrap_or_else(PoisonError::into_inner).take();
        EarlierPartitions { earlier: self, next: Mutex::new(Next { number: 0, check, refused: None }) }
    }

    fn read_partition(&self, number: usize, buffer: &mut Vec<u8>) -> Result<(), Error> {
        buffer.clear();
        let (Some(&from), Some(&to)) = (self.partitions.get(number), self.partitions.get(number + 1)) else {
            return Ok(());
        };
        buffer.resize((to - from) as usize, 0);
        self.operations.read_exact(from, buffer).map_err(|cause| self.unreadable("operations.bin", &cause))
    }

    /// Leaves out of a partition what is of months that this run closes.
    pub fn leave_out_closed(&self, buffer: &mut Vec<u8>) -> Result<(), Error> {
        let Some(closed) = self.closed.filter(|_| self.closes_more) else { return Ok(()) };
        let last_day = closed.last_day().number();
        let (mut at, mut kept) = (0, 0);
        while at < buffer.len() {
            let mut operations = self.operations(&buffer[at..]);
            let is_open = operations.next()?.is_some_and(|operation| operation.effective_on() > last_day);
            let end = buffer.len() - operations.bytes.len();
            if is_open {
                buffer.copy_within(at..end, kept);
                kept += end - at;
            }
            at = end;
        }
        buffer.truncate(kept);
        Ok(())
    }

    /// The operations in these bytes of a partition.
    pub fn operations<'a>(&'a self, bytes: &'a [u8]) -> EarlierOperations<'a> {
        EarlierOperations { earlier: self, bytes }
    }
}

/// The partitions of ids in their order, of which each is taken once, by whichever thread is free.
pub(crate) struct EarlierPartitions<'a> {
    earlier: &'a Earlier,
    next: Mutex<Next>,
}

/// The partition that is next.
struct Next {
    number: usize,
    check: Option<Check>,
    /// Why one could not be taken: nobody takes another.
    refused: Option<Error>,
}

impl EarlierPartitions<'_> {
    /// Reads all operations of the next partition into the buffer and gives its number; `None` where all were taken, and
    /// have been verified.
    pub fn take(&self, buffer: &mut Vec<u8>) -> Result<Option<usize>, Error> {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let Next { number, check, refused } = &mut *next;
        if let Some(error) = refused {
            return Err(error.clone());
        }
        let taken = *number;
        if taken + 1 >= self.earlier.partitions.len() {
            return Ok(None);
        }
        *number += 1;
        let read = self.earlier.read_partition(taken, buffer).and_then(|()| match check {
            Some(Check(takes)) => takes(buffer),
            None => Ok(()),
        });
        *refused = read.as_ref().err().cloned();
        read.map(|()| Some(taken))
    }

    /// What a run is told to fail with that has failed with this: where the operations are damaged, that they are.
    pub fn blamed(&self, error: Error) -> Error {
        let mut buffer = Vec::new();
        loop {
            match self.take(&mut buffer) {
                Ok(Some(_)) => {}
                Ok(None) => return error,
                Err(damaged) => return damaged,
            }
        }
    }
}

/// The operations of a partition.
#[derive(Debug, Clone)]
pub(crate) struct EarlierOperations<'a> {
    earlier: &'a Earlier,
    bytes: &'a [u8],
}

impl<'a> EarlierOperations<'a> {
    /// The operation that is next.
    pub fn next(&mut self) -> Result<Option<EarlierOperation<'a>>, Error> {
        if self.bytes.is_empty() {
            return Ok(None);
        }
        let earlier = self.earlier;
        self.read().map(Some).ok_or_else(|| earlier.damaged("operations.bin"))
    }

    fn read(&mut self) -> Option<EarlierOperation<'a>> {
        let (&head, rest) = self.bytes.split_first()?;
        let (fixed, mut rest) = rest.split_first_chunk::<8>()?;
        let income = unzigzag(take_varint(&mut rest)?);
        let corrects = if head & CORRECTS == 0 { None } else { Some(take_varint(&mut rest)?) };
        let (id, rest) = rest.split_at_checked(usize::from(head & (CORRECTS - 1)) + 1)?;
        self.bytes = rest;
        let (fixed, income) = (u64::from_le_bytes(*fixed), Tenge::from_tiyn(income));
        Some(EarlierOperation { earlier: self.earlier, id, fixed, income, corrects })
    }
}

impl<'a> EarlierOperation<'a> {
    /// The first eleven digits of the ИИН.
    #[inline]
    pub fn first_eleven(&self) -> u64 {
        self.fixed & ((1 << ELEVEN_DIGITS_BITS) - 1)
    }

    fn settled_on(&self) -> u32 {
        (self.fixed >> (ELEVEN_DIGITS_BITS + REGIME_BITS)) as u32
    }

    /// The number of the effective day.
    fn effective_on(&self) -> u32 {
        let days = u32::try_from(self.corrects.unwrap_or_default()).unwrap_or(u32::MAX);
        self.settled_on().saturating_sub(days)
    }

    /// The operation and the regime under which it was counted.
    pub fn whole(&self) -> Result<(OperationRef<'a>, RegimeId), Error> {
        self.read().ok_or_else(|| self.damaged())
    }

    /// That it cannot be what an earlier run has left.
    #[cold]
    pub fn damaged(&self) -> Error {
        self.earlier.damaged("operations.bin")
    }

    fn read(&self) -> Option<(OperationRef<'a>, RegimeId)> {
        let settled_on = self.settled_on();
        let corrected = |days: u64| Day::from_number(settled_on.checked_sub(u32::try_from(days).ok()?)?);
        let corrects_on = match self.corrects {
            Some(days) => Some(corrected(days)?),
            None => None,
        };
        let operation = OperationRef {
            id: self.id,
            iin: Iin::from_first_eleven(self.first_eleven())?,
            settled_on: Day::from_number(settled_on)?,
            corrects_on,
            income: self.income,
        };
        Some((operation, *self.earlier.regimes.get((self.fixed >> ELEVEN_DIGITS_BITS) as usize % REGIMES_MAX)?))
    }
}
