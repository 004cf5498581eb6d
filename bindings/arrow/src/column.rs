//! The values of a column, by what is asked of them row by row: a number, a day, bytes.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type, Int8Type, Int16Type, Int32Type, Int64Type,
    TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type,
    UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, StringViewArray, make_array};
use arrow_buffer::{Buffer, NullBuffer, ScalarBuffer};
use arrow_schema::DataType;
use ustap::Day;

const DAY_SECONDS: i64 = 24 * 60 * 60;
/// The begin of 0001-01-01, which 1C writes for an empty date, in UTC; in the time of a zone it is less than a day away.
const EMPTY_DATE: i64 = Day::MIN.epoch_day() as i64 * DAY_SECONDS;

/// How a column is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    Text,
    Number,
    Date32,
    Date64,
    /// Units in a second, and whether it is an instant.
    Timestamp(i64, bool),
    /// The scale.
    Decimal(u32),
    Tiyn,
    /// Nothing is in it.
    Null,
}

/// A column of a batch.
#[derive(Debug)]
pub(crate) struct Column {
    pub nulls: Option<NullBuffer>,
    pub values: Values,
    /// Its number in the table.
    pub in_table: usize,
}

#[derive(Debug)]
pub(crate) enum Values {
    Text(Text),
    Signed(ScalarBuffer<i64>),
    Unsigned(ScalarBuffer<u64>),
    Tiyn(ScalarBuffer<i64>),
    Decimal(Digits, u32),
    Day(Days),
}

/// The digits of a decimal.
#[derive(Debug)]
pub(crate) enum Digits {
    Bits32(ScalarBuffer<i32>),
    Bits64(ScalarBuffer<i64>),
    Bits128(ScalarBuffer<i128>),
}

/// Days, and instants as seconds.
#[derive(Debug)]
pub(crate) enum Days {
    Date32(ScalarBuffer<i32>),
    Date64(ScalarBuffer<i64>),
    Timestamp { values: ScalarBuffer<i64>, units: i64, is_instant: bool },
}

/// Bytes that are to be text.
#[derive(Debug)]
pub(crate) enum Text {
    Utf8(ScalarBuffer<i32>, Buffer),
    LargeUtf8(ScalarBuffer<i64>, Buffer),
    View(StringViewArray),
    Dictionary(ArrayRef, Box<Text>, Option<NullBuffer>),
}

impl Column {
    /// The values of an array that is read so; `None` where it has another type than its schema said.
    pub fn new(array: &ArrayRef, reading: Reading, in_table: usize) -> Option<Column> {
        let timestamps = |units: i64| {
            Some(match units {
                1 => array.as_primitive_opt::<TimestampSecondType>()?.values().clone(),
                1_000 => array.as_primitive_opt::<TimestampMillisecondType>()?.values().clone(),
                1_000_000 => array.as_primitive_opt::<TimestampMicrosecondType>()?.values().clone(),
                _ => array.as_primitive_opt::<TimestampNanosecondType>()?.values().clone(),
            })
        };
        let values = match (reading, array.data_type()) {
            (Reading::Text, _) => Values::Text(Text::new(array)?),
            (Reading::Number, DataType::Int64) => {
                Values::Signed(array.as_primitive_opt::<Int64Type>()?.values().clone())
            }
            (Reading::Number, _) => Values::Unsigned(array.as_primitive_opt::<UInt64Type>()?.values().clone()),
            (Reading::Tiyn, _) => Values::Tiyn(array.as_primitive_opt::<Int64Type>()?.values().clone()),
            (Reading::Decimal(scale), DataType::Decimal32(..)) => {
                Values::Decimal(Digits::Bits32(array.as_primitive_opt::<Decimal32Type>()?.values().clone()), scale)
            }
            (Reading::Decimal(scale), DataType::Decimal64(..)) => {
                Values::Decimal(Digits::Bits64(array.as_primitive_opt::<Decimal64Type>()?.values().clone()), scale)
            }
            (Reading::Decimal(scale), _) => {
                Values::Decimal(Digits::Bits128(array.as_primitive_opt::<Decimal128Type>()?.values().clone()), scale)
            }
            (Reading::Date32, _) => Values::Day(Days::Date32(array.as_primitive_opt::<Date32Type>()?.values().clone())),
            (Reading::Date64, _) => Values::Day(Days::Date64(array.as_primitive_opt::<Date64Type>()?.values().clone())),
            (Reading::Timestamp(units, is_instant), _) => {
                Values::Day(Days::Timestamp { values: timestamps(units)?, units, is_instant })
            }
            (Reading::Null, _) => return None,
        };
        Some(Column { nulls: array.nulls().cloned(), values, in_table })
    }
}

impl Digits {
    #[inline]
    pub fn at(&self, at: usize) -> Option<i128> {
        match self {
            Digits::Bits32(values) => values.get(at).copied().map(i128::from),
            Digits::Bits64(values) => values.get(at).copied().map(i128::from),
            Digits::Bits128(values) => values.get(at).copied(),
        }
    }
}

impl Days {
    /// The day of a row that counts, or how many days after 1970-01-01 it would be.
    #[inline]
    pub fn at(&self, at: usize) -> Option<Result<Day, i64>> {
        Some(match self {
            Days::Date32(values) => day(i64::from(*values.get(at)?)),
            Days::Date64(values) => day(values.get(at)?.div_euclid(1000 * DAY_SECONDS)),
            Days::Timestamp { values, units, is_instant } => {
                let seconds = values.get(at)?.div_euclid(*units);
                match *is_instant {
                    true if seconds.abs_diff(EMPTY_DATE) < DAY_SECONDS as u64 => Ok(Day::MIN),
                    true => Day::of_instant(seconds).ok_or_else(|| Day::epoch_day_of_instant(seconds)),
                    false => day(seconds.div_euclid(DAY_SECONDS)),
                }
            }
        })
    }

    /// The day of a row as text.
    pub fn text(&self, at: usize) -> Option<String> {
        self.at(at).map(day_text)
    }

    /// The value of a row as it stood: an instant in UTC, and another time where it is not midnight.
    pub fn shown(&self, at: usize) -> Option<String> {
        let Days::Timestamp { values, units, is_instant } = self else { return self.text(at) };
        let value = *values.get(at)?;
        let (seconds, fraction) = (value.div_euclid(*units), value.rem_euclid(*units));
        let second = seconds.rem_euclid(DAY_SECONDS);
        // The empty date of 1C has no time: as an instant it may be one of the year before.
        if self.at(at) == Some(Ok(Day::MIN)) || !is_instant && (second, fraction) == (0, 0) {
            return self.text(at);
        }
        let day = day_text(day(seconds.div_euclid(DAY_SECONDS)));
        let mut text = format!("{day}T{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
        if fraction != 0 {
            let digits = units.ilog10() as usize;
            text.push_str(format!(".{fraction:0digits$}").trim_end_matches('0'));
        }
        if *is_instant {
            text.push('Z');
        }
        Some(text)
    }
}

/// The day that is so many days after 1970-01-01, or that number where the years of days do not reach it.
#[inline]
fn day(days: i64) -> Result<Day, i64> {
    i32::try_from(days).ok().and_then(Day::from_epoch_day).ok_or(days)
}

fn day_text(day: Result<Day, i64>) -> String {
    day.map_or_else(far, |day| day.to_string())
}

/// A day outside the years 0001 to 9999, so many days after 1970-01-01, as it is shown.
fn far(days: i64) -> String {
    // The calendar begins anew after 400 years.
    const CYCLE_DAYS: i64 = 146_097;
    let in_cycle = Day::from_epoch_day(days.rem_euclid(CYCLE_DAYS) as i32);
    let (year, month, day) = in_cycle.map_or((0, 0, 0), Day::ymd);
    let year = i64::from(year) + 400 * days.div_euclid(CYCLE_DAYS);
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}-{month:02}-{day:02}", year.unsigned_abs())
}

impl Text {
    fn new(array: &ArrayRef) -> Option<Text> {
        Some(match array.data_type() {
            DataType::Utf8 => {
                let array = array.as_string_opt::<i32>()?;
                Text::Utf8(array.offsets().inner().clone(), array.values().clone())
            }
            DataType::LargeUtf8 => {
                let array = array.as_string_opt::<i64>()?;
                Text::LargeUtf8(array.offsets().inner().clone(), array.values().clone())
            }
            DataType::Utf8View => Text::View(array.as_string_view_opt()?.clone()),
            _ => {
                let dictionary = array.as_any_dictionary_opt()?;
                let values = dictionary.values();
                let keys = make_array(dictionary.keys().to_data());
                Text::Dictionary(keys, Box::new(Text::new(values)?), values.nulls().cloned())
            }
        })
    }

    /// The bytes of a row. What is out of place gives none: offsets were checked, views and keys are here.
    #[inline]
    pub fn at(&self, at: usize) -> Option<&[u8]> {
        match self {
            Text::Utf8(offsets, bytes) => {
                let (&start, &end) = (offsets.get(at)?, offsets.get(at + 1)?);
                bytes.as_slice().get(start as usize..end as usize)
            }
            Text::LargeUtf8(offsets, bytes) => {
                let (&start, &end) = (offsets.get(at)?, offsets.get(at + 1)?);
                bytes.as_slice().get(start as usize..end as usize)
            }
            Text::View(array) => {
                const INLINE_BYTES: usize = 12;
                let view = array.views().get(at)?;
                let length = *view as u32 as usize;
                if length <= INLINE_BYTES {
                    // Behind the length the text itself stands in the view, whose memory is the array's.
                    let start = at * size_of::<u128>() + size_of::<u32>();
                    return array.views().inner().as_slice().get(start..start + length);
                }
                let (buffer, start) = ((*view >> 64) as u32 as usize, (*view >> 96) as u32 as usize);
                array.data_buffers().get(buffer)?.as_slice().get(start..start.checked_add(length)?)
            }
            Text::Dictionary(keys, values, nulls) => {
                let key = key_at(keys, at)?;
                match nulls {
                    // A value that is null is no text but nothing.
                    Some(nulls) if key < nulls.len() && nulls.is_null(key) => Some(b""),
                    _ => values.at(key),
                }
            }
        }
    }
}

/// The key of a dictionary in this row.
#[inline]
fn key_at(keys: &ArrayRef, at: usize) -> Option<usize> {
    if at >= keys.len() {
        return None;
    }
    match keys.data_type() {
        DataType::Int8 => usize::try_from(keys.as_primitive_opt::<Int8Type>()?.value(at)).ok(),
        DataType::Int16 => usize::try_from(keys.as_primitive_opt::<Int16Type>()?.value(at)).ok(),
        DataType::Int32 => usize::try_from(keys.as_primitive_opt::<Int32Type>()?.value(at)).ok(),
        DataType::Int64 => usize::try_from(keys.as_primitive_opt::<Int64Type>()?.value(at)).ok(),
        DataType::UInt8 => Some(usize::from(keys.as_primitive_opt::<UInt8Type>()?.value(at))),
        DataType::UInt16 => Some(usize::from(keys.as_primitive_opt::<UInt16Type>()?.value(at))),
        DataType::UInt32 => usize::try_from(keys.as_primitive_opt::<UInt32Type>()?.value(at)).ok(),
        DataType::UInt64 => usize::try_from(keys.as_primitive_opt::<UInt64Type>()?.value(at)).ok(),
        _ => None,
    }
}
