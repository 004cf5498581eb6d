//! An operation, and the short form in which a batch holds it.

use crate::blanks::EDGE_BLANKS;
use crate::error::{Error, ErrorKind};
use crate::law::Law;
use crate::money::Tenge;
use crate::period::Day;
use crate::person::Iin;
use crate::withholding::order::PersonMonthKey;
use crate::words::say;

/// One payout to a contractor, or income given back.
///
/// With the feature `serde`, one is read from a record whose texts are borrowed (`csv::StringRecord::deserialize`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(any(feature = "cli", feature = "serde"), derive(serde::Deserialize))]
pub struct Operation<'a> {
    /// The operation's id: 1 to 64 bytes, unique in a batch. Blanks around it (U+0020, U+00A0 and tabs) are no part of it, as
    /// in files.
    #[cfg_attr(any(feature = "cli", feature = "serde"), serde(rename = "operation_id"))]
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
/// of the typed operation) from 1. The order of positions is the order of rows, of which no two have the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position(u64);

impl Position {
    /// In no file: before the first line of the first.
    pub(crate) const NOWHERE: Position = Position(0);
    const LINE_BITS: u32 = 44;
    /// Files that one batch may have.
    pub const FILES_MAX: usize = 1 << 20;

    /// The position of this line, from 1 and below 2⁴⁴, in this file, below [`Position::FILES_MAX`]. Any other is nowhere: a
    /// batch refuses a row there with an error of kind [`ErrorKind::Operation`].
    #[inline]
    pub fn new(file: usize, line: u64) -> Position {
        if line.wrapping_sub(1) < (1 << Position::LINE_BITS) - 1 && file < Position::FILES_MAX {
            Position((file as u64) << Position::LINE_BITS | line)
        } else {
            Position::NOWHERE
        }
    }

    /// Refuses what is nowhere, of a source that numbers its rows otherwise.
    #[inline]
    pub(crate) fn somewhere(self) -> Result<Position, Error> {
        if self == Position::NOWHERE {
            return Err(Error::new(ErrorKind::Operation, say!("row-nowhere")));
        }
        Ok(self)
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

/// Bytes of the longest record: fixed part, corrected day, id, step of the position.
pub(crate) const RECORD_BYTES_MAX: usize = FIXED_BYTES + 3 + Operation::ID_BYTES_MAX + 10;

/// Most records are this short, so that they can be copied in one piece of a fixed size.
const SHORT_BYTES: usize = 32;

/// An operation as batches hold it: the id as bytes, which are UTF-8.
#[derive(Debug, Clone, Copy)]
pub struct OperationRef<'a> {
    /// The operation's id: 1 to 64 bytes, which are UTF-8.
    pub id: &'a [u8],
    /// Whom it pays.
    pub iin: Iin,
    /// The day of settlement.
    pub settled_on: Day,
    /// The day of the income that it corrects.
    pub corrects_on: Option<Day>,
    /// Gross income in tenge; negative: income given back.
    pub income: Tenge,
}

impl OperationRef<'_> {
    /// See [`Operation::effective_on`].
    #[inline]
    pub fn effective_on(&self) -> Day {
        self.corrects_on.unwrap_or(self.settled_on)
    }
}

impl<'a> From<&Operation<'a>> for OperationRef<'a> {
    fn from(operation: &Operation<'a>) -> OperationRef<'a> {
        let &Operation { id, iin, settled_on, corrects_on, income } = operation;
        let id = id.trim_matches(EDGE_BLANKS).as_bytes();
        OperationRef { id, iin, settled_on, corrects_on, income }
    }
}

/// The part that every record has: head (1 byte), `settled_on` (3), income (7), ИИН (5).
const FIXED_BYTES: usize = 16;
/// The head of a record: the length of the id less one, whether the record is crossed out, and whether there is a
/// `corrects_on`.
const ID_BITS: u8 = 0x3f;
const CROSSED_OUT: u8 = 0x40;
const CORRECTS: u8 = 0x80;
const DAY_SHIFT: u32 = 8;
const INCOME_SHIFT: u32 = 32;
const IIN_SHIFT: u32 = 88;
/// A step of the position that two bytes cannot hold: eight follow.
const LONG_STEP: u16 = u16::MAX;

/// Writes operations one after another, about 29 bytes each, with positions as steps from the one before, which are
/// short where positions seldom decrease.
///
/// A record is: the fixed part (16 bytes, written as one number), `corrects_on` (3 or none), id, step of the position
/// (2 or 10). Equal values have equal bytes, and no record is the beginning of another.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct RecordWriter {
    last: u64,
}

impl RecordWriter {
    /// Appends a record.
    #[inline(always)]
    pub fn write(&mut self, operation: &OperationRef<'_>, position: Position, out: &mut Vec<u8>) {
        write_values(operation, out);
        self.write_step(position, out);
    }

    /// Appends a record whose values stand in the first `count` of these bytes.
    #[inline]
    pub fn copy(&mut self, values: &[u8], count: usize, position: Position, out: &mut Vec<u8>) {
        append(out, values, count);
        self.write_step(position, out);
    }

    #[inline(always)]
    fn write_step(&mut self, position: Position, out: &mut Vec<u8>) {
        let step = position.number().wrapping_sub(self.last);
        self.last = position.number();
        match u16::try_from(step) {
            Ok(short) if short != LONG_STEP => out.extend_from_slice(&short.to_le_bytes()),
            _ => {
                out.extend_from_slice(&LONG_STEP.to_le_bytes());
                out.extend_from_slice(&step.to_le_bytes());
            }
        }
    }
}

/// Appends the values of a record: all of it but its position.
#[inline(always)]
pub(crate) fn write_values(operation: &OperationRef<'_>, out: &mut Vec<u8>) {
    let corrects = if operation.corrects_on.is_some() { CORRECTS } else { 0 };
    // An income has 47 bits and a sign: seven bytes hold it twice over.
    let head = (operation.id.len() as u8).wrapping_sub(1) & ID_BITS | corrects;
    let low = u64::from(head) | u64::from(operation.settled_on.number()) << DAY_SHIFT;
    let fixed = u128::from(low)
        | u128::from(zigzag(operation.income.tiyn())) << INCOME_SHIFT
        | u128::from(operation.iin.number()) << IIN_SHIFT;
    out.extend_from_slice(&fixed.to_le_bytes());
    if let Some(day) = operation.corrects_on {
        out.extend_from_slice(&day.number().to_le_bytes()[..3]);
    }
    append_id(out, operation.id);
}

/// Appends an id, where it has eight to sixteen bytes, as most have, without a call.
#[inline(always)]
fn append_id(out: &mut Vec<u8>, id: &[u8]) {
    match (id.first_chunk(), id.last_chunk()) {
        (Some(first), Some(last)) if id.len() <= 2 * size_of::<u64>() => {
            let (first, last) = (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
            // Where one reaches into the other both have the same bytes.
            let all = u128::from(first) | u128::from(last) << (8 * (id.len() - size_of::<u64>()));
            let end = out.len() + id.len();
            out.extend_from_slice(&all.to_le_bytes());
            out.truncate(end);
        }
        _ => out.extend_from_slice(id),
    }
}

/// Appends the first `count` bytes of `from`, where it can be by a copy of a fixed size, which needs no call.
#[inline]
fn append(out: &mut Vec<u8>, from: &[u8], count: usize) {
    match from.first_chunk::<SHORT_BYTES>() {
        Some(short) if count <= SHORT_BYTES => {
            let end = out.len() + count;
            out.extend_from_slice(short);
            out.truncate(end);
        }
        _ => out.extend_from_slice(&from[..count]),
    }
}

/// A record read back. Only its id and extent have been looked at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Record<'a> {
    /// From the record's start to the end of its chunk.
    from_start: &'a [u8],
    /// Where it starts in what it was read from.
    pub place: usize,
    /// Bytes without the step of the position.
    count: usize,
    /// The id.
    pub id: &'a [u8],
    pub position: Position,
}

impl<'a> Record<'a> {
    /// Id and values: equal bytes for equal rows.
    #[inline]
    pub fn bytes(&self) -> &'a [u8] {
        &self.from_start[..self.count]
    }

    #[inline]
    fn fixed(&self) -> u128 {
        self.from_start.first_chunk::<FIXED_BYTES>().map_or(0, |fixed| u128::from_le_bytes(*fixed))
    }

    #[inline]
    fn is_crossed_out(&self) -> bool {
        self.fixed() as u8 & CROSSED_OUT != 0
    }

    #[inline]
    pub fn iin(&self) -> Iin {
        Iin::from_number((self.fixed() >> IIN_SHIFT) as u64)
    }

    #[inline]
    pub fn settled_on(&self) -> Day {
        day((self.fixed() as u32) >> DAY_SHIFT)
    }

    /// The operation again.
    pub fn operation(&self) -> OperationRef<'a> {
        let corrects_on = (self.fixed() as u8 & CORRECTS != 0).then(|| self.effective_on());
        let (iin, settled_on, income) = (self.iin(), self.settled_on(), self.income());
        OperationRef { id: self.id, iin, settled_on, corrects_on, income }
    }

    /// See [`Operation::effective_on`].
    #[inline]
    pub fn effective_on(&self) -> Day {
        if self.fixed() as u8 & CORRECTS == 0 {
            return self.settled_on();
        }
        match self.from_start.get(FIXED_BYTES..FIXED_BYTES + 3) {
            Some(&[a, b, c]) => day(u32::from_le_bytes([a, b, c, 0])),
            _ => Day::MIN,
        }
    }

    /// The person's month that the operation counts in.
    #[inline]
    pub fn month(&self, law: &Law) -> PersonMonthKey {
        PersonMonthKey::on(law, self.effective_on(), self.iin())
    }

    #[inline]
    pub fn income(&self) -> Tenge {
        Tenge::from_tiyn(unzigzag((self.fixed() >> INCOME_SHIFT) as u64 & ((1 << 56) - 1)))
    }

    /// Appends the record.
    #[inline]
    pub fn copy_to(&self, writer: &mut RecordWriter, out: &mut Vec<u8>) {
        writer.copy(self.from_start, self.count, self.position, out);
    }

    /// Appends [`Record::bytes`].
    #[inline]
    pub fn bytes_to(&self, out: &mut Vec<u8>) {
        append(out, self.from_start, self.count);
    }
}

/// The id and the number of bytes, without the position, of the record that these bytes start with.
#[inline]
pub(crate) fn id_and_count(record: &[u8]) -> Option<(&[u8], usize)> {
    let &head = record.first()?;
    let corrects = if head & CORRECTS == 0 { 0 } else { 3 };
    let at = FIXED_BYTES + corrects;
    let end = at + usize::from(head & ID_BITS) + 1;
    Some((record.get(at..end)?, end))
}

/// Crosses out the record that starts here: it is passed over from now on.
pub(crate) fn cross_out(bytes: &mut [u8], place: usize) {
    if let Some(head) = bytes.get_mut(place) {
        *head |= CROSSED_OUT;
    }
}

/// Reads back what one [`RecordWriter`] has written, but for what was crossed out.
pub(crate) struct Records<'a> {
    bytes: &'a [u8],
    at: usize,
    last: u64,
}

impl<'a> Records<'a> {
    pub fn new(bytes: &'a [u8]) -> Records<'a> {
        Records { bytes, at: 0, last: 0 }
    }

    #[inline]
    fn read(&mut self) -> Option<Record<'a>> {
        let place = self.at;
        let from_start = self.bytes.get(place..)?;
        let (id, count) = id_and_count(from_start)?;
        let step = u16::from_le_bytes(*from_start.get(count..)?.first_chunk()?);
        let mut end = count + 2;
        let step = if step == LONG_STEP {
            let long = u64::from_le_bytes(*from_start.get(end..)?.first_chunk()?);
            end += 8;
            long
        } else {
            u64::from(step)
        };
        self.last = self.last.wrapping_add(step);
        self.at += end;
        Some(Record { from_start, place, count, id, position: Position::from_number(self.last) })
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    #[inline]
    fn next(&mut self) -> Option<Record<'a>> {
        loop {
            let record = self.read()?;
            if !record.is_crossed_out() {
                return Some(record);
            }
        }
    }
}

/// A day that was written by a [`RecordWriter`].
#[inline]
fn day(number: u32) -> Day {
    Day::from_number(number).unwrap_or(Day::MIN)
}

/// The number as one that is small where it is near zero, below or above.
#[inline]
pub(super) fn zigzag(number: i64) -> u64 {
    (number << 1 ^ number >> 63) as u64
}

#[inline]
pub(super) fn unzigzag(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_has_a_line_from_1_and_a_file_from_0() {
        let (file, line) = ((1 << 20) - 1, (1 << 44) - 1);
        for (file, line) in [(0, 1), (0, line), (file, 1), (file, line)] {
            let position = Position::new(file, line).somewhere().unwrap();
            assert_eq!((position.file(), position.line()), (file, line));
        }
        for (file, line) in [(0, 0), (1, 0), (0, 1 << 44), (0, u64::MAX), (1 << 20, 1), (usize::MAX, line)] {
            let refused = Position::new(file, line).somewhere().unwrap_err();
            assert_eq!(refused.kind(), ErrorKind::Operation, "{file} {line}");
        }
    }

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
            (operation("c", None, 1), Position::new(7, 65_535)),
            (operation("d", None, -1), Position::new(7, 131_070)),
            (operation("e", None, 2), Position::new(0, 1)),
        ];
        let mut bytes = Vec::new();
        let mut writer = RecordWriter::default();
        for (operation, position) in &written {
            writer.write(&operation.into(), *position, &mut bytes);
        }
        let read: Vec<_> = Records::new(&bytes).collect();
        assert_eq!(read.len(), written.len());
        for (record, (operation, position)) in read.iter().zip(&written) {
            assert_eq!(record.id, operation.id.as_bytes());
            assert_eq!((record.iin(), record.settled_on()), (iin, Day::MAX));
            assert_eq!((record.income(), record.position), (operation.income, *position));
            assert_eq!(record.effective_on(), operation.effective_on());
        }
        assert_eq!(read[2].position.file(), 7);
        assert_eq!(Records::new(&bytes[..bytes.len() - 1]).count(), 5);
        let values = |records: &[u8]| -> Vec<_> {
            Records::new(records).map(|record| (record.bytes().to_vec(), record.position)).collect()
        };
        let (mut again, mut writer) = (Vec::new(), RecordWriter::default());
        read.iter().for_each(|record| record.copy_to(&mut writer, &mut again));
        assert_eq!(values(&again), values(&bytes));
        let (places, mut expected): (Vec<_>, Vec<_>) =
            (read.iter().map(|record| record.place).collect(), values(&bytes));
        cross_out(&mut bytes, places[1]);
        expected.remove(1);
        assert_eq!(values(&bytes), expected);
    }
}
