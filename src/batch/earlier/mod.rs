//! What earlier runs have left behind: the operations that they counted, by partitions of their ids, and the months of
//! persons that these come to, in the order of the register.

mod codec;
mod months;

use std::fmt;
use std::io::{self, BufReader};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use crate::batch::memory::file_at::FileAt;
use crate::batch::operation::{OperationRef, unzigzag};
use crate::batch::ranges::Ranges;
use crate::error::{Error, ErrorKind};
use crate::law::{Categories, RegimeId};
use crate::money::Tenge;
use crate::period::{Day, Month};
use crate::person::Iin;
#[cfg(feature = "cli")]
use crate::threads::Meanwhile;
use crate::words::say;

#[cfg(feature = "cli")]
pub(crate) use codec::write_month;
pub(crate) use codec::{REGIMES_MAX, write_operation};
pub(crate) use months::{Crossings, EarlierMonths, Months};

use codec::{CORRECTS, ELEVEN_DIGITS_BITS, REGIME_BITS, take_varint};
use months::Section;

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

    fn unreadable(&self, file: &str, cause: &io::Error) -> Error {
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

    /// Closes this month and all before it, and gives the operations that they have. A month may be closed already.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where the months cannot be read, or have more operations than there are.
    #[cfg(feature = "cli")]
    pub fn close(&mut self, month: Month) -> Result<u64, Error> {
        let (from, to) = self.open_months;
        let (mut open, mut operations) = (from, 0_u64);
        let mut months = self.months_between(from, to);
        while let Some((key, (row, _))) = months.row()? {
            if key.month() > month {
                break;
            }
            open = months.at();
            operations = operations.saturating_add(row.tally.operations);
        }
        self.counted = self.counted.checked_sub(operations).ok_or_else(|| self.damaged("months.bin"))?;
        self.open_months = (open, to);
        self.closing_months = (from, open);
        self.closed = self.closed.max(Some(month));
        self.closes_more |= operations > 0;
        Ok(operations)
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

    /// Where the months of each range begin, and where the last ends.
    pub fn split(&self, ranges: &Ranges) -> Result<Vec<u64>, Error> {
        let (from, to) = self.open_months;
        let mut starts = vec![from];
        let mut months = self.months_between(from, to);
        let mut at = from;
        while let Some((key, _)) = months.row()? {
            while ranges.of(key) >= starts.len() {
                starts.push(at);
            }
            at = months.at();
        }
        starts.resize(ranges.count() + 1, to);
        Ok(starts)
    }

    fn months_between(&self, from: u64, to: u64) -> EarlierMonths<'_> {
        let section = Section::new(&self.months, (from, to));
        EarlierMonths::between(self, BufReader::with_capacity(READ_BYTES, section), (from, to))
    }

    /// All open months.
    #[cfg(feature = "cli")]
    pub fn all_months(&self) -> EarlierMonths<'_> {
        let (from, to) = self.open_months;
        self.months_between(from, to)
    }

    /// The months that this run closes.
    pub fn closing(&self) -> EarlierMonths<'_> {
        let (from, to) = self.closing_months;
        self.months_between(from, to)
    }

    /// The months between two places; those of which more is known now get their crossings from there.
    pub fn months<'a>(&'a self, (from, to): (u64, u64), crossings: &'a Crossings) -> EarlierMonths<'a> {
        self.months_between(from, to).with(crossings)
    }
}

const READ_BYTES: usize = 64 << 10;

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

#[cfg(test)]
#[cfg(feature = "cli")]
mod tests {
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;
    use proptest::test_runner::Config;

    use super::*;
    use crate::payment::{Payment, PerPayment};
    use crate::withholding::limit::Crossing;
    use crate::withholding::month::{EarlierMonth, EarlierRow, MonthRows};
    use crate::withholding::order::PersonMonthKey;
    use crate::withholding::row::{RegisterRow, RowRegime};
    use crate::withholding::tally::Tally;

    fn earlier(operations: &[u8], months: &[u8]) -> Earlier {
        Earlier::of_bytes(operations, months).unwrap()
    }

    /// An operation that owns its id, so that it can be compared.
    type Owned = (Vec<u8>, Iin, Day, Option<Day>, Tenge, RegimeId);

    /// The operations in these bytes, and whether they could all be read.
    fn read_operations(bytes: &[u8]) -> (Vec<Owned>, bool) {
        let earlier = earlier(bytes, &[]);
        let mut buffer = Vec::new();
        earlier.partitions().take(&mut buffer).unwrap();
        let mut operations = earlier.operations(&buffer);
        let mut read = Vec::new();
        loop {
            let next = operations.next().and_then(|next| next.map(|operation| operation.whole()).transpose());
            match next {
                Ok(Some((OperationRef { id, iin, settled_on, corrects_on, income }, regime))) => {
                    read.push((id.to_vec(), iin, settled_on, corrects_on, income, regime));
                }
                Ok(None) => return (read, true),
                Err(error) => {
                    assert_eq!(error.to_string(), "state/operations.bin: is no state of an earlier run");
                    return (read, false);
                }
            }
        }
    }

    /// The months in these bytes, of which the index says that there are so many, and whether they could all be read.
    fn read_months(bytes: &[u8], said: u64) -> (Vec<EarlierMonth>, bool) {
        let earlier = earlier(&[], bytes);
        let mut months = earlier.months_between(0, said);
        let mut read = Vec::new();
        loop {
            match months.take() {
                Ok(Some(month)) => read.push(month),
                Ok(None) => return (read, true),
                Err(_) => return (read, false),
            }
        }
    }

    fn day() -> impl Strategy<Value = Day> {
        prop_oneof![
            Just(Day::MIN),
            Just(Day::MAX),
            (Day::MIN.number()..=Day::MAX.number()).prop_map(|number| Day::from_number(number).unwrap()),
        ]
    }

    fn iin() -> impl Strategy<Value = Iin> {
        prop_oneof![Just(99_999_999_999), Just(0), 0..100_000_000_000_u64]
            .prop_filter_map("no such number is issued", Iin::from_first_eleven)
    }

    fn tiyn() -> impl Strategy<Value = i64> {
        prop_oneof![Just(0), Just(-1), Just(i64::MAX), Just(i64::MIN), -99_999_999_999_999..=99_999_999_999_999_i64]
    }

    fn operation() -> impl Strategy<Value = Owned> {
        let id = prop_oneof![vec(any::<u8>(), 1..=64), Just(vec![0xff; 64]), Just(vec![0])];
        (id, iin(), day(), option::of(day()), tiyn(), 0..REGIMES_MAX as u8).prop_map(
            |(id, iin, one, other, tiyn, regime)| {
                // What is corrected is not after the settlement.
                let (settled_on, corrects_on) = (other.map_or(one, |day| day.max(one)), other.map(|day| day.min(one)));
                (id, iin, settled_on, corrects_on, Tenge::from_tiyn(tiyn), RegimeId(regime))
            },
        )
    }

    /// A row with an operation of this month that exceeds the limit, if one does.
    type Row = (u8, Tally, Option<Crossing>);

    fn row(month: Month) -> impl Strategy<Value = Row> {
        let side = || prop_oneof![Just(0), Just(i64::MAX), 0..=99_999_999_999_999_i64];
        let exempt = option::of((1..=u64::MAX, tiyn(), any::<u64>()));
        let tally = (1..=u64::MAX, (side(), side()), vec(exempt, Payment::ALL.len()));
        let days: Vec<Day> = month.days().collect();
        let crossing = option::of((0..days.len(), "[ -~А-ӿ]{1,32}"));
        (0..REGIMES_MAX as u8, tally, crossing).prop_map(move |(regime, (operations, sides, exempt), crossing)| {
            let part = |payment: Payment| exempt[payment as usize].unwrap_or_default();
            // What is exempt is a part of the whole.
            let exempt = PerPayment::from_fn(|payment| {
                let (of_exempt, income, categories) = part(payment);
                (of_exempt.min(operations), income.clamp(-sides.1, sides.0), Categories(categories))
            });
            let tally = Tally::from_parts(operations, sides, exempt).unwrap();
            (regime, tally, crossing.map(|(day, by)| Crossing { on: days[day], by }))
        })
    }

    fn months() -> impl Strategy<Value = Vec<MonthRows>> {
        let rows = |day: Day| (Just(day.month()), iin(), vec(row(day.month()), 1..4));
        let month = day().prop_flat_map(rows).prop_map(|(period, iin, mut rows)| {
            rows.sort_by_key(|(regime, ..)| *regime);
            rows.dedup_by_key(|(regime, ..)| *regime);
            let crossings =
                rows.iter().filter_map(|(regime, _, crossing)| Some((RegimeId(*regime), crossing.clone()?)));
            let register_row = |(number, (regime, tally, _)): (usize, &Row)| {
                // Both kinds are kept alike.
                let of = [RowRegime::Withheld, RowRegime::OutOfScope][number % 2];
                RegisterRow::new((iin, period), of(RegimeId(*regime)), None, *tally).unwrap()
            };
            MonthRows {
                iin,
                period,
                crossings: crossings.collect(),
                rows: rows.iter().enumerate().map(register_row).collect(),
                limits: Vec::new(),
            }
        });
        let key = |month: &MonthRows| PersonMonthKey::new(month.period, month.iin);
        vec(month, 0..6).prop_map(move |mut months| {
            months.sort_by_key(key);
            months.dedup_by_key(|month| key(month));
            months
        })
    }

    /// What is to come back of a month.
    fn expected(month: &MonthRows) -> EarlierMonth {
        let regime = |row: &RegisterRow| match row.regime {
            RowRegime::Withheld(regime) | RowRegime::OutOfScope(regime) => regime,
            RowRegime::OverLimit => panic!("none is made"),
        };
        EarlierMonth {
            key: PersonMonthKey::new(month.period, month.iin),
            rows: month.rows.iter().map(|row| EarlierRow { regime: regime(row), tally: row.tally }).collect(),
            crossings: month.crossings.clone(),
        }
    }

    proptest! {
        // Every length of every case is read once.
        #![proptest_config(Config { cases: 48, failure_persistence: None, ..Config::default() })]

        #[test]
        fn operations_come_back_and_a_part_of_one_is_an_error(operations in vec(operation(), 0..6)) {
            let mut bytes = Vec::new();
            let mut ends = vec![0];
            for (id, iin, settled_on, corrects_on, income, regime) in &operations {
                let (settled_on, corrects_on) = (*settled_on, *corrects_on);
                let operation = OperationRef { id, iin: *iin, settled_on, corrects_on, income: *income };
                write_operation(&operation, *regime, &mut bytes);
                ends.push(bytes.len());
            }
            for length in 0..=bytes.len() {
                let whole = ends.iter().filter(|&&end| end <= length).count() - 1;
                let (read, is_whole) = read_operations(&bytes[..length]);
                prop_assert_eq!(&read[..], &operations[..whole]);
                prop_assert_eq!(is_whole, ends.contains(&length));
            }
        }

        #[test]
        fn months_come_back_and_a_part_of_one_is_an_error(months in months()) {
            let mut bytes = Vec::new();
            let mut ends = vec![0];
            for month in &months {
                // Row by row, because a month is whole behind any of its rows.
                for row in &month.rows {
                    let row = MonthRows { rows: vec![row.clone()], ..month.clone() };
                    write_month(&row, &mut bytes);
                    ends.push(bytes.len());
                }
            }
            let said = bytes.len() as u64;
            let (read, is_whole) = read_months(&bytes, said);
            prop_assert!(is_whole);
            prop_assert_eq!(read, months.iter().map(expected).collect::<Vec<_>>());
            for length in 0..bytes.len() {
                let (read, is_whole) = read_months(&bytes[..length], length as u64);
                prop_assert_eq!(is_whole, ends.contains(&length));
                prop_assert!(read.len() <= months.len());
                // What stands behind the part is not looked at.
                prop_assert_eq!(read_months(&bytes, length as u64), (read, is_whole));
                // A file that has become shorter since its size was taken.
                prop_assert!(!read_months(&bytes[..length], said).1);
            }
        }

        #[test]
        fn no_bytes_are_the_end_of_the_program(bytes in vec(any::<u8>(), 0..200)) {
            read_operations(&bytes);
            read_months(&bytes, bytes.len() as u64);
        }
    }

    /// A correction is of the month that it corrects, the last day of a month of that month.
    #[test]
    fn operations_of_months_that_are_closed_are_left_out_wherever_they_stand() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let iin: Iin = "900101300017".parse().unwrap();
        let mut bytes = Vec::new();
        for (id, settled_on, corrects_on) in [
            ("august", "2026-08-31", None),
            ("september", "2026-09-01", None),
            ("correction", "2026-09-30", Some("2026-08-31")),
            ("of-september", "2026-10-01", Some("2026-09-01")),
            ("july", "2026-07-01", None),
            ("october", "2026-10-31", None),
        ] {
            let (settled_on, corrects_on) = (day(settled_on), corrects_on.map(day));
            let operation = OperationRef { id: id.as_bytes(), iin, settled_on, corrects_on, income: Tenge::ZERO };
            write_operation(&operation, RegimeId(0), &mut bytes);
        }
        // A partition of its own for the first operation: 1 + 8 + 1 bytes and the six of its id.
        let ends = [0, 16, bytes.len() as u64];
        let kept = |closes_more| {
            let mut earlier = earlier(&bytes, &[]);
            earlier.partitions = ends.to_vec();
            (earlier.closed, earlier.closes_more) = (Month::from_ym(2026, 8), closes_more);
            let mut buffer = Vec::new();
            let partitions = earlier.partitions();
            let mut next = || {
                let number = partitions.take(&mut buffer).unwrap();
                earlier.leave_out_closed(&mut buffer).unwrap();
                (number, buffer.is_empty())
            };
            assert_eq!([next(), next()], [(Some(0), closes_more), (Some(1), false)]);
            let mut operations = earlier.operations(&buffer);
            let next = || operations.next().unwrap().map(|operation| operation.id.to_vec());
            std::iter::from_fn(next).map(|id| String::from_utf8(id).unwrap()).collect::<Vec<_>>()
        };
        assert_eq!(kept(true), ["september", "of-september", "october"]);
        // Where the state has nothing of closed months it is not gone through.
        assert_eq!(kept(false).len(), 5);
    }

    /// At most the bytes of its id and 16 more.
    #[test]
    fn an_operation_is_kept_in_few_bytes() {
        let iin = "900101300017".parse().unwrap();
        let settled_on = Month::from_ym(2026, 8).unwrap().last_day();
        let bytes = |tiyn: i64, corrects_on| {
            let income = Tenge::from_tiyn(tiyn);
            let mut bytes = Vec::new();
            write_operation(&OperationRef { id: b"id", iin, settled_on, corrects_on, income }, RegimeId(0), &mut bytes);
            bytes.len()
        };
        // 1 + 8, the id 2. The sign and 47 bits of the largest income are 7 bytes of seven bits.
        assert_eq!(bytes(-99_999_999_999_999, None), 9 + 2 + 7);
        // The sign and 30 bits of ten million are 5 bytes, thirty days 1.
        assert_eq!(bytes(1_000_000_000, Some(settled_on.month().first_day())), 9 + 2 + 5 + 1);
    }
}
