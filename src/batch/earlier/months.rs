//! The months that earlier runs have left behind, read in order.

use std::collections::{HashMap, HashSet};
use std::io::{self, BufRead, BufReader, Read};

use crate::batch::earlier::codec::{CROSSED, EXEMPT, KEY_BITS, REGIME_SHIFT};
use crate::batch::earlier::state::Earlier;
use crate::batch::memory::file_at::FileAt;
use crate::batch::operation::unzigzag;
use crate::batch::ranges::Ranges;
use crate::error::Error;
use crate::hash::FixedHash;
use crate::law::{Categories, RegimeId};
use crate::payment::{Payment, PerPayment};
use crate::period::Day;
#[cfg(feature = "cli")]
use crate::period::Month;
use crate::withholding::limit::Crossing;
use crate::withholding::month::{EarlierMonth, EarlierRow};
use crate::withholding::order::PersonMonthKey;
use crate::withholding::tally::Tally;

/// A part of a file, read without moving the place of others.
struct Section<'a> {
    file: &'a FileAt,
    at: u64,
    end: u64,
}

impl<'a> Section<'a> {
    fn new(file: &'a FileAt, (at, end): (u64, u64)) -> Section<'a> {
        Section { file, at, end }
    }
}

impl Read for Section<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.end - self.at).unwrap_or(usize::MAX).min(buffer.len());
        let count = self.file.read(self.at, &mut buffer[..most])?;
        self.at += count as u64;
        Ok(count)
    }
}

impl Earlier {
    /// Closes this month and all before it, and gives the operations that they have. A month may be closed already.
    ///
    /// # Errors
    /// Kind [`crate::ErrorKind::Record`] where the months are damaged or have more operations than there are; kind
    /// [`crate::ErrorKind::Input`] where their file cannot be read.
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

    pub(super) fn months_between(&self, from: u64, to: u64) -> EarlierMonths<'_> {
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

/// What is known of the months that new operations bring near a limit: with which operations they exceed it, if they do.
pub(crate) type Crossings = HashMap<PersonMonthKey, Vec<(RegimeId, Crossing)>, FixedHash>;

/// Keys of months.
pub(crate) type Months = HashSet<PersonMonthKey, FixedHash>;

/// Months in order, with a look at the next.
pub(crate) struct EarlierMonths<'a> {
    source: Option<(&'a Earlier, BufReader<Section<'a>>)>,
    at: u64,
    end: u64,
    /// The first row of the month after the next.
    row: Option<(PersonMonthKey, RowAndCrossing)>,
    next: Option<EarlierMonth>,
    crossings: Option<&'a Crossings>,
}

pub(crate) type RowAndCrossing = (EarlierRow, Option<Crossing>);

impl<'a> EarlierMonths<'a> {
    /// The months between two places of the file.
    fn between(earlier: &'a Earlier, reader: BufReader<Section<'a>>, (at, end): (u64, u64)) -> EarlierMonths<'a> {
        EarlierMonths { source: Some((earlier, reader)), at, end, ..EarlierMonths::none() }
    }

    /// The same where more is known of some months now: with which operations they exceed a limit.
    fn with(self, crossings: &'a Crossings) -> EarlierMonths<'a> {
        EarlierMonths { crossings: Some(crossings), ..self }
    }

    /// Where the next row begins.
    fn at(&self) -> u64 {
        self.at
    }

    /// No month at all.
    pub fn none() -> EarlierMonths<'static> {
        EarlierMonths { source: None, at: 0, end: 0, row: None, next: None, crossings: None }
    }

    /// The next month, where it is this one or one before it.
    pub fn up_to(&mut self, key: PersonMonthKey) -> Result<Option<EarlierMonth>, Error> {
        if self.next.is_none() {
            self.next = self.read_month()?;
        }
        Ok(self.next.take_if(|month| month.key <= key))
    }

    /// The next month.
    pub fn take(&mut self) -> Result<Option<EarlierMonth>, Error> {
        match self.next.take() {
            Some(month) => Ok(Some(month)),
            None => self.read_month(),
        }
    }

    fn read_month(&mut self) -> Result<Option<EarlierMonth>, Error> {
        let first = match self.row.take() {
            Some(row) => Some(row),
            None => self.row()?,
        };
        let Some((key, row)) = first else { return Ok(None) };
        let mut month = EarlierMonth { key, rows: Vec::new(), crossings: Vec::new() };
        let mut add = |(row, crossing): RowAndCrossing| {
            month.crossings.extend(crossing.map(|crossing| (row.regime, crossing)));
            month.rows.push(row);
        };
        add(row);
        loop {
            match self.row()? {
                Some((of, row)) if of == key => add(row),
                other => {
                    self.row = other;
                    break;
                }
            }
        }
        if let Some(known) = self.crossings.and_then(|crossings| crossings.get(&key)) {
            month.crossings.clone_from(known);
        }
        Ok(Some(month))
    }

    /// The next row with the key of its month.
    pub fn row(&mut self) -> Result<Option<(PersonMonthKey, RowAndCrossing)>, Error> {
        let Some((earlier, reader)) = &mut self.source else { return Ok(None) };
        let earlier: &Earlier = earlier;
        if self.at == self.end {
            return Ok(None);
        }
        let mut fields = Fields { earlier, reader, at: &mut self.at };
        fields.row().map(Some)
    }
}

/// The fields of a row, one after another.
struct Fields<'r, 'a> {
    earlier: &'a Earlier,
    reader: &'r mut BufReader<Section<'a>>,
    at: &'r mut u64,
}

impl Fields<'_, '_> {
    fn bytes(&mut self, bytes: &mut [u8]) -> Result<(), Error> {
        *self.at += bytes.len() as u64;
        self.reader.read_exact(bytes).map_err(|cause| match cause.kind() {
            io::ErrorKind::UnexpectedEof => self.earlier.damaged("months.bin"),
            _ => self.earlier.unreadable("months.bin", &cause),
        })
    }

    fn byte(&mut self) -> Result<u8, Error> {
        if let Some(&byte) = self.reader.buffer().first() {
            self.reader.consume(1);
            *self.at += 1;
            return Ok(byte);
        }
        let mut byte = [0];
        self.bytes(&mut byte)?;
        Ok(byte[0])
    }

    fn number(&mut self) -> Result<u64, Error> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(self.damaged())
    }

    fn damaged(&self) -> Error {
        self.earlier.damaged("months.bin")
    }

    fn row(&mut self) -> Result<(PersonMonthKey, RowAndCrossing), Error> {
        let mut head = [0; 8];
        self.bytes(&mut head)?;
        let head = u64::from_le_bytes(head);
        let regime = *self.earlier.regimes.get((head >> REGIME_SHIFT) as usize).ok_or_else(|| self.damaged())?;
        let operations = self.number()?;
        let sides = (unzigzag(self.number()?), unzigzag(self.number()?));
        let mut exempt = PerPayment::<(u64, i64, Categories)>::default();
        if head & EXEMPT != 0 {
            let mask = self.byte()?;
            if mask >> Payment::ALL.len() != 0 {
                return Err(self.damaged());
            }
            for payment in Payment::ALL {
                if mask >> (payment as u8) & 1 == 1 {
                    let (operations, income) = (self.number()?, unzigzag(self.number()?));
                    exempt[payment] = (operations, income, self.categories()?);
                }
            }
        }
        let key = PersonMonthKey::from_number(head & ((1 << KEY_BITS) - 1));
        let crossing = if head & CROSSED == 0 { None } else { Some(self.crossing()?) };
        let tally = Tally::from_parts(operations, sides, exempt).ok_or_else(|| self.damaged())?;
        let is_of_month = |crossing: &Crossing| crossing.on.month() == key.month();
        if !crossing.as_ref().is_none_or(is_of_month) {
            return Err(self.damaged());
        }
        Ok((key, (EarlierRow { regime, tally }, crossing)))
    }

    /// Categories by the numbers that they have now.
    fn categories(&mut self) -> Result<Categories, Error> {
        let kept = Categories(self.number()?);
        let mut categories = Categories::EMPTY;
        for id in kept.iter() {
            let now = self.earlier.categories.get(usize::from(id.0)).ok_or_else(|| self.damaged())?;
            categories = categories.union(*now);
        }
        Ok(categories)
    }

    fn crossing(&mut self) -> Result<Crossing, Error> {
        let on = u32::try_from(self.number()?).ok().and_then(Day::from_number).ok_or_else(|| self.damaged())?;
        let mut id = vec![0; usize::from(self.byte()?)];
        self.bytes(&mut id)?;
        let by = String::from_utf8(id).map_err(|_| self.damaged())?;
        Ok(Crossing { on, by })
    }
}
