//! An operation, and the short form in which a batch holds it.

use crate::money::Tenge;
use crate::period::Day;
use crate::person::Iin;

/// One payout to a contractor, or income given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operation<'a> {
    /// The operation's id: 1 to 64 bytes, unique in a batch.
    pub id: &'a str,
    /// Whom it pays.
    pub iin: Iin,
    /// The day of settlement (TC 719(2)–(3)).
    pub settled_on: Day,
    /// The day of the income that it corrects, not after `settled_on`.
    pub corrects_on: Option<Day>,
    /// Gross income in tenge; negative: income given back.
    pub income: Tenge,
}

impl Operation<'_> {
    /// The longest id in bytes.
    pub const ID_BYTES_MAX: usize = 64;

    /// The day that decides month, rates, regime and exemptions: `corrects_on` where given, else `settled_on`.
    #[inline]
    pub fn effective_on(&self) -> Day {
        self.corrects_on.unwrap_or(self.settled_on)
    }
}

/// Where a row stands in its batch: the file's number in the order of the files, and the physical line (or the number
/// of the typed operation) from 1. The order of positions is the order of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position(u64);

impl Position {
    const LINE_BITS: u32 = 44;
    /// Files that one batch may have.
    pub const FILES_MAX: usize = 1 << 20;

    /// The position of this line (below 2⁴⁴) in this file.
    #[inline]
    pub fn new(file: usize, line: u64) -> Position {
        Position((file as u64) << Position::LINE_BITS | line)
    }

    /// The file's number from 0.
    pub fn file(self) -> usize {
        (self.0 >> Position::LINE_BITS) as usize
    }

    /// The physical line from 1.
    pub fn line(self) -> u64 {
        self.0 & ((1 << Position::LINE_BITS) - 1)
    }

    #[inline]
    pub(crate) fn number(self) -> u64 {
        self.0
    }

    #[inline]
    pub(crate) fn from_number(number: u64) -> Position {
        Position(number)
    }
}

/// Bytes of the longest record: length, id, ИИН, two days, income, step.
pub(crate) const RECORD_BYTES_MAX: usize = 1 + Operation::ID_BYTES_MAX + 5 + 3 + 3 + 10 + 10;

const CORRECTS: u8 = 0x80;

/// Writes operations one after another, about 25 bytes each, with positions as steps from the one before.
///
/// A record is: length of the id with a bit for `corrects_on`, id, ИИН (5 bytes), `settled_on` (3), `corrects_on` (3 or
/// none), income (as few bytes as it needs), step of the position. Equal values have equal bytes.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct RecordWriter {
    last: u64,
}

impl RecordWriter {
    /// Appends a record. Positions must not decrease.
    #[inline]
    pub fn write(&mut self, operation: &Operation<'_>, position: Position, out: &mut Vec<u8>) {
        // Built in a fixed buffer and appended at once: one growth check instead of seven.
        let mut record = [0u8; RECORD_BYTES_MAX];
        let id = operation.id.as_bytes();
        record[0] = id.len() as u8;
        let mut at = 1 + id.len();
        record[1..at].copy_from_slice(id);
        record[at..at + 8].copy_from_slice(&operation.iin.number().to_le_bytes());
        at += 5;
        record[at..at + 4].copy_from_slice(&operation.settled_on.number().to_le_bytes());
        at += 3;
        if let Some(day) = operation.corrects_on {
            record[0] |= CORRECTS;
            record[at..at + 4].copy_from_slice(&day.number().to_le_bytes());
            at += 3;
        }
        at = write_varint(&mut record, at, zigzag(operation.income.tiyn()));
        at = write_varint(&mut record, at, position.number() - self.last);
        self.last = position.number();
        out.extend_from_slice(&record[..at]);
    }
}

impl Record<'_> {
    /// Appends the record again, without its position.
    #[inline]
    pub fn copy_to(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.bytes);
        out.push(0);
    }
}

/// A record read back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Record<'a> {
    /// Id and values: equal bytes for equal rows.
    pub bytes: &'a [u8],
    /// The id.
    pub id: &'a [u8],
    pub iin: Iin,
    pub settled_on: Day,
    pub corrects_on: Option<Day>,
    pub income: Tenge,
    pub position: Position,
}

impl Record<'_> {
    /// See [`Operation::effective_on`].
    #[inline]
    pub fn effective_on(&self) -> Day {
        self.corrects_on.unwrap_or(self.settled_on)
    }
}

/// Reads back what one [`RecordWriter`] has written.
pub(crate) struct Records<'a> {
    rest: &'a [u8],
    bytes: usize,
    last: u64,
}

impl<'a> Records<'a> {
    pub fn new(bytes: &'a [u8]) -> Records<'a> {
        Records { rest: bytes, bytes: bytes.len(), last: 0 }
    }

    /// The next record and where in the bytes it starts.
    #[inline]
    pub fn next_with_place(&mut self) -> Option<(usize, Record<'a>)> {
        let at = self.bytes - self.rest.len();
        self.read().map(|record| (at, record))
    }

    #[inline]
    fn read(&mut self) -> Option<Record<'a>> {
        let bytes = self.rest;
        let head = *bytes.first()?;
        let id = bytes.get(1..1 + usize::from(head & !CORRECTS))?;
        let mut at = 1 + id.len();
        let iin = little_endian(bytes.get(at..at + 5)?);
        at += 5;
        let settled_on = Day::from_number(little_endian(bytes.get(at..at + 3)?) as u32)?;
        at += 3;
        let corrects_on = if head & CORRECTS == 0 {
            None
        } else {
            let day = Day::from_number(little_endian(bytes.get(at..at + 3)?) as u32)?;
            at += 3;
            Some(day)
        };
        let (income, at) = read_varint(bytes, at)?;
        let values = &bytes[..at];
        let (step, at) = read_varint(bytes, at)?;
        self.last += step;
        self.rest = &bytes[at..];
        Some(Record {
            bytes: values,
            id,
            iin: Iin::from_number(iin),
            settled_on,
            corrects_on,
            income: Tenge::from_tiyn(unzigzag(income)),
            position: Position::from_number(self.last),
        })
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    #[inline]
    fn next(&mut self) -> Option<Record<'a>> {
        self.read()
    }
}

#[inline]
fn little_endian(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte))
}

#[inline]
fn zigzag(number: i64) -> u64 {
    (number << 1 ^ number >> 63) as u64
}

#[inline]
fn unzigzag(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

#[inline]
fn write_varint(out: &mut [u8; RECORD_BYTES_MAX], mut at: usize, mut number: u64) -> usize {
    while number >= 0x80 {
        out[at] = number as u8 | 0x80;
        number >>= 7;
        at += 1;
    }
    out[at] = number as u8;
    at + 1
}

#[inline]
fn read_varint(bytes: &[u8], mut at: usize) -> Option<(u64, usize)> {
    let mut number = 0;
    let mut shift = 0;
    loop {
        let byte = *bytes.get(at)?;
        number |= u64::from(byte & 0x7f) << shift;
        at += 1;
        if byte < 0x80 {
            return Some((number, at));
        }
        shift += 7;
        if shift > 63 {
            return None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_come_back_as_they_were_written() {
        let iin: Iin = "900101300017".parse().unwrap();
        let long = "ұ".repeat(32);
        let operation = |id, corrects_on, tiyn| Operation {
            id,
            iin,
            settled_on: Day::MAX,
            corrects_on,
            income: Tenge::from_tiyn(tiyn),
        };
        let written = [
            (operation("a", None, 0), Position::new(0, 2)),
            (operation(&long, Some(Day::MIN), -99_999_999_999_999), Position::new(0, 300)),
            (operation("b", Some(Day::MAX), 99_999_999_999_999), Position::new(7, 1)),
        ];
        let mut bytes = Vec::new();
        let mut writer = RecordWriter::default();
        for (operation, position) in &written {
            writer.write(operation, *position, &mut bytes);
        }
        let read: Vec<_> = Records::new(&bytes).collect();
        assert_eq!(read.len(), written.len());
        for (record, (operation, position)) in read.iter().zip(&written) {
            assert_eq!(record.id, operation.id.as_bytes());
            assert_eq!((record.iin, record.settled_on, record.corrects_on), (iin, Day::MAX, operation.corrects_on));
            assert_eq!((record.income, record.position), (operation.income, *position));
            assert_eq!(record.effective_on(), operation.effective_on());
        }
        assert_eq!(read[2].position.file(), 7);
        assert_eq!(Records::new(&bytes[..bytes.len() - 1]).count(), 2);
    }
}
