//! Days and calendar months.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use crate::as_text::as_text;
use crate::digits::pairs_of_eight;
use crate::error::{Error, ErrorKind};
use crate::words::say;

/// A day of the Gregorian calendar, years 0001 to 9999, as the number of days from the first one.
///
/// ```
/// use ustap::Day;
/// let day: Day = "2026-07-31T20:30:00Z".parse()?; // 01:30 of the next day in Kazakhstan
/// assert_eq!(day.to_string(), "2026-08-01");
/// assert_eq!(day, "01.08.2026".parse()?);
/// # Ok::<(), ustap::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(u32);

/// Minutes by which Kazakhstan time is ahead of UTC.
const KAZAKHSTAN_MINUTES: i32 = 5 * 60;
const DAY_MINUTES: i32 = 24 * 60;
/// The number of 1970-01-01.
const EPOCH: i32 = 719_163;

impl Day {
    /// 0001-01-01.
    pub const MIN: Day = Day(1);
    /// 9999-12-31.
    pub const MAX: Day = Day(3_652_059);

    /// The day of this year (1–9999), month (1–12) and day of the month; `None` where there is no such day.
    #[inline]
    pub fn from_ymd(year: u32, month: u32, day: u32) -> Option<Day> {
        // Without the calendar's library: every row has a day, and the way through it took longer than its parsing.
        // Days of the year before the month, and days of the month; a month that is none has no days.
        const MONTHS: [[u32; 2]; 13] = [
            [0, 0],
            [0, 31],
            [31, 28],
            [59, 31],
            [90, 30],
            [120, 31],
            [151, 30],
            [181, 31],
            [212, 31],
            [243, 30],
            [273, 31],
            [304, 30],
            [334, 31],
        ];
        let &[before, days] = MONTHS.get(month as usize)?;
        let century = year / 100;
        // Of the years of a century's end those divisible by 16 are divisible by 400.
        let leap = u32::from(year & if year == century * 100 { 15 } else { 3 } == 0);
        let days = days + if month == 2 { leap } else { 0 };
        if !(1..=days).contains(&day) || !(1..=9999).contains(&year) {
            return None;
        }
        // Leap days to the end of the year, of which its own is still to come until March.
        let leap_days = year / 4 - century + century / 4 - if month > 2 { 0 } else { leap };
        Some(Day((year - 1) * 365 + leap_days + before + day))
    }

    /// The day's number: 1 is 0001-01-01.
    #[inline]
    pub fn number(self) -> u32 {
        self.0
    }

    /// The day with this number; `None` outside years 0001–9999.
    #[inline]
    pub fn from_number(number: u32) -> Option<Day> {
        (Day::MIN.0..=Day::MAX.0).contains(&number).then_some(Day(number))
    }

    /// The day that is so many days after 1970-01-01; `None` outside years 0001–9999.
    #[inline]
    pub fn from_epoch_day(days: i32) -> Option<Day> {
        u32::try_from(i64::from(EPOCH) + i64::from(days)).ok().and_then(Day::from_number)
    }

    /// The day in Kazakhstan (UTC+5) at the instant so many seconds after 1970-01-01T00:00:00Z; `None` outside years
    /// 0001–9999.
    pub fn of_instant(seconds: i64) -> Option<Day> {
        i32::try_from(Day::epoch_day_of_instant(seconds)).ok().and_then(Day::from_epoch_day)
    }

    /// So many days the day in Kazakhstan (UTC+5) at that instant is after 1970-01-01, whether a [`Day`] has its year or not.
    pub fn epoch_day_of_instant(seconds: i64) -> i64 {
        seconds.saturating_add(i64::from(KAZAKHSTAN_MINUTES) * 60).div_euclid(i64::from(DAY_MINUTES) * 60)
    }

    /// So many days the day is after 1970-01-01.
    pub const fn epoch_day(self) -> i32 {
        // Both are below four million.
        self.0 as i32 - EPOCH
    }

    /// The day after, or `None` after 9999-12-31.
    pub fn next(self) -> Option<Day> {
        Day::from_number(self.0 + 1)
    }

    /// The day before, or `None` before 0001-01-01.
    pub fn previous(self) -> Option<Day> {
        Day::from_number(self.0 - 1)
    }

    /// Year, month and day of the month.
    #[inline]
    pub fn ymd(self) -> (u32, u32, u32) {
        let date = NaiveDate::from(self);
        (date.year().unsigned_abs(), date.month(), date.day())
    }

    /// The day of the week: 0 is Monday, 6 Sunday.
    pub fn weekday(self) -> u32 {
        // The first day of all, number 1, is a Monday.
        (self.number() - 1) % 7
    }

    /// The calendar month that the day is in.
    #[inline]
    pub fn month(self) -> Month {
        let (year, month, _) = self.ymd();
        Month(year * 12 + month - 1)
    }

    /// The day in these bytes: `YYYY-MM-DD` or `DD.MM.YYYY`, a time of day after `T` or one blank, an offset after the
    /// time. With an offset it is the day in Kazakhstan (UTC+5) at that instant. `None` against this grammar or where
    /// there is no such day.
    #[inline(always)]
    pub fn parse(bytes: &[u8]) -> Option<Day> {
        let (day, time) = Day::split(bytes)?;
        if time.is_empty() { Some(day) } else { Clock::parse(time)?.day_in_kazakhstan(day) }
    }

    /// The same for a day of the calendar that is no instant: an offset is against its grammar.
    #[cfg(feature = "cli")]
    pub(crate) fn parse_calendar(bytes: &[u8]) -> Option<Day> {
        let (day, time) = Day::split(bytes)?;
        let is_day = time.is_empty() || Clock::parse(time).is_some_and(|clock| clock.offset.is_none());
        is_day.then_some(day)
    }

    /// Whether these bytes are a form of 0001-01-01, which 1C writes for an empty date.
    #[cfg(feature = "cli")]
    pub(crate) fn is_empty_date(bytes: &[u8]) -> bool {
        Day::split(bytes)
            .is_some_and(|(day, time)| day == Day::MIN && (time.is_empty() || Clock::parse(time).is_some()))
    }

    /// Whether these bytes begin as a day is written, and there is none of that date.
    pub(crate) fn is_of_no_calendar(bytes: &[u8]) -> bool {
        let shape = || bytes.iter().take(10).map(|byte| if byte.is_ascii_digit() { b'0' } else { *byte });
        let is_of = |form: &[u8; 10]| shape().eq(form.iter().copied());
        Day::split(bytes).is_none() && (is_of(b"0000-00-00") || is_of(b"00.00.0000"))
    }

    /// The day that is written at the beginning, and what follows it.
    #[inline(always)]
    pub(crate) fn split(bytes: &[u8]) -> Option<(Day, &[u8])> {
        let (date, time) = bytes.split_first_chunk::<10>()?;
        // The first eight bytes and the last two as numbers, of which the digits of YYYYMMDD are put together.
        let &[head @ .., y, z] = date;
        let (head, tail) = (u64::from_le_bytes(head), u64::from(u16::from_le_bytes([y, z])));
        let byte = |place: u32| (head >> (8 * place)) as u8;
        let digits = if (byte(4), byte(7)) == (b'-', b'-') {
            head & 0xffff_ffff | (head >> 8) & 0xffff_0000_0000 | tail << 48
        } else if (byte(2), byte(5)) == (b'.', b'.') {
            head >> 48 | tail << 16 | (head << 8) & 0xffff_0000_0000 | head << 48
        } else {
            return None;
        };
        let pairs = pairs_of_eight(digits)?;
        let pair = |number: u32| (pairs >> (16 * number)) as u16;
        let day = Day::from_ymd(u32::from(pair(0)) * 100 + u32::from(pair(1)), pair(2).into(), pair(3).into())?;
        Some((day, time))
    }
}

/// A time of day, to the minute, and how far its clock is ahead of UTC where that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clock {
    minute: i32,
    pub offset: Option<i32>,
}

impl Clock {
    /// What follows a day: `T`, `t` or a blank, `H:MM` or `HH:MM`, then `:SS` or not, with `.` or `,` and up to nine digits
    /// or not; then, behind a blank or not, `Z`, `z`, `±HH`, `±HHMM` or `±HH:MM`, or nothing.
    pub fn parse(bytes: &[u8]) -> Option<Clock> {
        let [b'T' | b't' | b' ', time @ ..] = bytes else { return None };
        let (hours, rest) = match time {
            [a, b, b':', rest @ ..] => (number([a, b])?, rest),
            [a, b':', rest @ ..] => (number([a])?, rest),
            _ => return None,
        };
        let [a, b, rest @ ..] = rest else { return None };
        let minute = minutes(hours, number([a, b])?)?;
        let rest = match rest {
            [b':', a, b, rest @ ..] => seconds(number([a, b])?, rest)?,
            _ => rest,
        };
        let offset = match rest {
            [] => None,
            [b' ', offset @ ..] | offset => Some(offset_minutes(offset)?),
        };
        Some(Clock { minute, offset })
    }

    /// The day in Kazakhstan at this time of the day written.
    fn day_in_kazakhstan(self, day: Day) -> Option<Day> {
        let Some(offset) = self.offset else { return Some(day) };
        let days = (self.minute - offset + KAZAKHSTAN_MINUTES).div_euclid(DAY_MINUTES);
        Day::from_number(day.0.checked_add_signed(days)?)
    }
}

/// What follows the seconds: the fraction is passed over.
fn seconds(seconds: u32, rest: &[u8]) -> Option<&[u8]> {
    if seconds > 59 {
        return None;
    }
    let [b'.' | b',', fraction @ ..] = rest else { return Some(rest) };
    let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (1..=9).contains(&digits).then(|| &fraction[digits..])
}

/// `Z`, `±HH`, `±HHMM` or `±HH:MM` up to 23:59 as minutes.
fn offset_minutes(offset: &[u8]) -> Option<i32> {
    let (sign, hours, minute) = match offset {
        [b'Z' | b'z'] => return Some(0),
        [sign, a, b] => (sign, number([a, b])?, 0),
        [sign, a, b, c, d] | [sign, a, b, b':', c, d] => (sign, number([a, b])?, number([c, d])?),
        _ => return None,
    };
    let ahead = minutes(hours, minute)?;
    match sign {
        b'+' => Some(ahead),
        b'-' => Some(-ahead),
        _ => None,
    }
}

/// So many hours and minutes, up to 23:59, as minutes.
fn minutes(hours: u32, minutes: u32) -> Option<i32> {
    (hours <= 23 && minutes <= 59).then_some((hours * 60 + minutes) as i32)
}

/// The number that ASCII digits write.
#[inline]
fn number<const N: usize>(digits: [&u8; N]) -> Option<u32> {
    let (mut number, mut foreign) = (0, false);
    for byte in digits {
        let digit = byte.wrapping_sub(b'0');
        foreign |= digit > 9;
        number = number * 10 + u32::from(digit);
    }
    (!foreign).then_some(number)
}

impl From<Day> for NaiveDate {
    #[inline]
    fn from(day: Day) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(day.0 as i32).unwrap_or(NaiveDate::MIN)
    }
}

impl TryFrom<NaiveDate> for Day {
    type Error = Error;

    /// # Errors
    /// Kind [`ErrorKind::Day`] outside years 0001–9999.
    fn try_from(date: NaiveDate) -> Result<Day, Error> {
        u32::try_from(date.num_days_from_ce())
            .ok()
            .and_then(Day::from_number)
            .ok_or_else(|| Error::new(ErrorKind::Day, say!("day-beyond", day = date.to_string())))
    }
}

as_text!(Day, str::parse);

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Day({self})")
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        f.pad(&format!("{year:04}-{month:02}-{day:02}"))
    }
}

impl FromStr for Day {
    type Err = Error;

    /// # Errors
    /// Kind [`ErrorKind::Day`] against the grammar of [`Day::parse`].
    fn from_str(text: &str) -> Result<Day, Error> {
        Day::parse(text.as_bytes()).ok_or_else(|| {
            Error::new(
                ErrorKind::Day,
                match Day::is_of_no_calendar(text.as_bytes()) {
                    true => say!("day-of-no-calendar", text = text),
                    false => say!("day-none", text = text),
                },
            )
        })
    }
}

/// A calendar month, 0001-01 to 9999-12.
///
/// ```
/// use ustap::Month;
/// let month: Month = "2026-08".parse()?;
/// assert_eq!(month.last_day().to_string(), "2026-08-31");
/// # Ok::<(), ustap::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month(u32);

impl Month {
    /// The month of this year (1–9999) with this number (1–12).
    pub fn from_ym(year: u32, month: u32) -> Option<Month> {
        ((1..=9999).contains(&year) && (1..=12).contains(&month)).then(|| Month(year * 12 + month - 1))
    }

    /// Year and number of the month (1–12).
    pub fn ym(self) -> (u32, u32) {
        (self.0 / 12, self.0 % 12 + 1)
    }

    /// Months from year 0: consecutive months have consecutive numbers.
    #[inline]
    pub(crate) fn number(self) -> u32 {
        self.0
    }

    /// The month that [`Month::number`] was taken from.
    #[inline]
    pub(crate) fn from_number(number: u32) -> Month {
        Month(number)
    }

    /// The month that is this many months later; `None` after 9999-12.
    pub fn later(self, months: u32) -> Option<Month> {
        let number = self.0.checked_add(months)?;
        Month::from_ym(number / 12, number % 12 + 1)
    }

    /// The first day of the month.
    pub fn first_day(self) -> Day {
        self.day(1).unwrap_or(Day::MIN)
    }

    /// The last day of the month.
    pub fn last_day(self) -> Day {
        [31, 30, 29, 28].into_iter().find_map(|day| self.day(day)).unwrap_or(Day::MAX)
    }

    /// Its days, from the first to the last.
    pub fn days(self) -> impl Iterator<Item = Day> {
        (self.first_day().number()..=self.last_day().number()).filter_map(Day::from_number)
    }

    /// The day of the month with this number, where it exists.
    pub fn day(self, day: u32) -> Option<Day> {
        let (year, month) = self.ym();
        Day::from_ymd(year, month, day)
    }
}

as_text!(Month, str::parse);

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Month({self})")
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = self.ym();
        f.pad(&format!("{year:04}-{month:02}"))
    }
}

impl FromStr for Month {
    type Err = Error;

    /// # Errors
    /// Kind [`ErrorKind::Day`] where the text is not `YYYY-MM`.
    fn from_str(text: &str) -> Result<Month, Error> {
        let ym = match text.as_bytes() {
            [a, b, c, d, b'-', e, f] => number([a, b, c, d]).zip(number([e, f])),
            _ => None,
        };
        let (year, month) = ym.ok_or_else(|| Error::new(ErrorKind::Day, say!("month-none", text = text)))?;
        let none = || Error::new(ErrorKind::Day, say!("month-of-no-calendar", text = text));
        Month::from_ym(year, month).ok_or_else(none)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<String> {
        Day::parse(text.as_bytes()).map(|day| day.to_string())
    }

    #[test]
    fn every_day_is_the_one_of_the_calendar() {
        let mut number = 0;
        for year in 0..=10_000 {
            for (month, day) in (0..=13).flat_map(|month| (0..=32).map(move |day| (month, day))) {
                let expected = NaiveDate::from_ymd_opt(year as i32, month, day).filter(|_| (1..=9999).contains(&year));
                number += u32::from(expected.is_some());
                assert_eq!(Day::from_ymd(year, month, day), expected.map(|_| Day(number)), "{year}-{month}-{day}");
            }
        }
        assert_eq!(Day(number), Day::MAX);
    }

    #[test]
    fn the_grammar_of_days() {
        for (text, expected) in [
            ("2026-08-05", "2026-08-05"),
            ("05.08.2026", "2026-08-05"),
            ("2024-02-29", "2024-02-29"),
            ("0001-01-01", "0001-01-01"),
            ("9999-12-31", "9999-12-31"),
            ("2026-08-05 23:59", "2026-08-05"),
            ("2026-08-05T23:59:59", "2026-08-05"),
            ("2026-08-05T23:59:59.123456789", "2026-08-05"),
            ("2026-08-05T23:59:59,5", "2026-08-05"),
            ("05.08.2026 9:05:00", "2026-08-05"),
            ("05.08.2026 0:00", "2026-08-05"),
            ("2026-08-05t10:00", "2026-08-05"),
            // 19:00 UTC is midnight in Kazakhstan.
            ("2026-07-31T18:59:59.9Z", "2026-07-31"),
            ("2026-07-31T19:00Z", "2026-08-01"),
            // 19:01 UTC is 00:01; 00:00 at +05:01 is 18:59 UTC, 23:59 of the day before.
            ("2026-07-31T19:01Z", "2026-08-01"),
            ("2026-08-01T00:00+05:01", "2026-07-31"),
            ("31.07.2026 19:00:00Z", "2026-08-01"),
            ("2026-07-31T19:00:00z", "2026-08-01"),
            ("2026-08-05 12:00:00+05", "2026-08-05"),
            // 20:30 UTC is 01:30 of the next day.
            ("2026-08-31 20:30:00+00", "2026-09-01"),
            ("2026-08-31 20:30:00 +0000", "2026-09-01"),
            ("2026-08-31 20:30 Z", "2026-09-01"),
            ("2026-08-31 23:59:59.999+0500", "2026-08-31"),
            // 02:59 at +08:00 is 23:59 of the day before in Kazakhstan.
            ("2026-08-01T02:59:00+08:00", "2026-07-31"),
            ("2026-08-01T03:00:00+08:00", "2026-08-01"),
            // 00:00 at −23:59 is 23:59 UTC, 04:59 of the next day; 23:59 at −23:59 is two days on.
            ("2026-08-01T00:00-23:59", "2026-08-02"),
            ("2026-08-01T23:59-23:59", "2026-08-03"),
            ("2026-08-01T00:00+23:59", "2026-07-31"),
        ] {
            assert_eq!(day(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "",
            "2026-8-5",
            "2026-08-5",
            "2026/08/05",
            "2026-02-30",
            "2025-02-29",
            "0000-01-01",
            "2026-13-01",
            "2026-00-10",
            "2026-08-05T",
            "2026-08-05 ",
            "2026-08-05  10:00",
            "2026-08-05T24:00",
            "2026-08-05T10:60",
            "2026-08-05T10:00:60",
            "2026-08-05T10:00:00.",
            "2026-08-05T10:00:00.1234567890",
            "2026-08-05T10:00  Z",
            "2026-08-05T10:00 ",
            "2026-08-05 23:59.5",
            "2026-08-05T1:0",
            "2026-08-05T:00",
            "2026-08-05T010:00",
            "2026-08-05T10:0",
            // What follows 9 in ASCII is no digit of ten.
            "2026-08-05T10:0:",
            "2026-08-05T0::00",
            "2026-08-05T10:00+0:",
            "2026-08-05T10",
            "2026-08-05T10:00:0",
            "2026-08-05T10:00:00;5",
            "2026-08-05T10:00+",
            "2026-08-05T10:00+500",
            "2026-08-05T10:00+05:0",
            "2026-08-05T10:00+0560",
            "2026-08-05T10:00+24",
            "2026-08-05T10:00Z10:00",
            "2026-08-05T10:00ZZ",
            "2026-08-05T10:00 05:00",
            "2026-08-05Z",
            "2026-08-05T10:00+24:00",
            "2026-08-05T10:00+5",
            "2026-08-05T10:00+05:00x",
            "05-08-2026",
            "2026.08.05",
            "٢٠٢٦-08-05",
            "9999-12-31T23:00Z",
            "0001-01-01T00:00+23:00",
            "20260805",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[cfg(feature = "cli")]
    #[test]
    fn a_day_of_the_calendar_has_no_offset() {
        let calendar = |text: &str| Day::parse_calendar(text.as_bytes()).map(|day| day.to_string());
        for text in ["1974-12-31", "31.12.1974 0:00:00", "1974-12-31T18:00:00.5"] {
            assert_eq!(calendar(text).as_deref(), Some("1974-12-31"), "{text}");
        }
        for text in ["1974-12-31T18:00:00Z", "1974-12-31 18:00 +05", "1974-12-31T18:00+0500", "1974-12-31T25:00", ""] {
            assert_eq!(calendar(text), None, "{text}");
        }
        for text in ["0001-01-01", "01.01.0001", "01.01.0001 0:00:00", "0001-01-01T00:00:00Z", "0001-01-01T00:00+06"] {
            assert!(Day::is_empty_date(text.as_bytes()), "{text}");
        }
        for text in ["", "0001-01-02", "0001-01-01x", "0001-01-01T25:00", "01.01.2001"] {
            assert!(!Day::is_empty_date(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn months() {
        let month: Month = "2024-02".parse().unwrap();
        assert_eq!(month.first_day().to_string(), "2024-02-01");
        assert_eq!(month.last_day().to_string(), "2024-02-29");
        assert_eq!(month.later(11).unwrap().to_string(), "2025-01");
        assert_eq!("2024-02-29".parse::<Day>().unwrap().month(), month);
        assert_eq!("9999-12".parse::<Month>().unwrap().later(1), None);
        for text in ["2026-8", "2026-13", "2026-00", "0000-01", "0000-00", "2026-08-01", "08.2026"] {
            assert!(text.parse::<Month>().is_err(), "{text}");
        }
    }

    #[test]
    fn days_and_instants_of_other_systems() {
        let epoch_day = |days: i32| Day::from_epoch_day(days).map(|day| day.to_string());
        // 56 years of 365 days, 14 leap days from 1972 to 2024, 212 days before August: 20 440 + 14 + 212 = 20 666.
        assert_eq!(epoch_day(20_666).as_deref(), Some("2026-08-01"));
        assert_eq!(epoch_day(0).as_deref(), Some("1970-01-01"));
        assert_eq!(epoch_day(-719_162).as_deref(), Some("0001-01-01"));
        assert_eq!((epoch_day(-719_163), epoch_day(i32::MAX), epoch_day(i32::MIN)), (None, None, None));
        assert_eq!("2026-08-01".parse::<Day>().unwrap().epoch_day(), 20_666);
        assert_eq!(Day::MIN.epoch_day(), -719_162);
        let instant = |seconds: i64| Day::of_instant(seconds).map(|day| day.to_string());
        // 20 666 × 86 400 = 1 785 542 400; in Kazakhstan the day begins five hours, 18 000 s, earlier.
        assert_eq!(instant(1_785_524_400).as_deref(), Some("2026-08-01"));
        assert_eq!(instant(1_785_524_399).as_deref(), Some("2026-07-31"));
        assert_eq!(instant(-18_000).as_deref(), Some("1970-01-01"));
        assert_eq!(instant(-18_001).as_deref(), Some("1969-12-31"));
        assert_eq!((instant(i64::MAX), instant(i64::MIN)), (None, None));
    }

    #[test]
    fn days_beside_each_other_and_of_the_week() {
        let of = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(of("2026-08-31").next(), Some(of("2026-09-01")));
        assert_eq!(of("2026-03-01").previous(), Some(of("2026-02-28")));
        assert_eq!((Day::MAX.next(), Day::MIN.previous()), (None, None));
        assert_eq!((Day::from_number(0), Day::from_number(1)), (None, Some(Day::MIN)));
        assert_eq!((Day::from_number(3_652_059), Day::from_number(3_652_060)), (Some(Day::MAX), None));
        // 1970-01-01 was a Thursday, 3; 20 666 = 2 952 × 7 + 2 days on it is 5.
        assert_eq!((of("1970-01-01").weekday(), of("2026-08-01").weekday(), of("2026-08-03").weekday()), (3, 5, 0));
        assert_eq!(of("2026-08-01").ymd(), (2026, 8, 1));
    }

    #[test]
    fn a_date_that_no_calendar_has_is_told_from_what_is_none() {
        let told =
            |text: &str| [text.parse::<Day>().err(), text.parse::<Month>().err()].map(|e| e.map(|e| e.to_string()));
        for day in ["31.09.2026", "2026-02-29", "0000-01-01", "2026-13-01T10:00"] {
            assert_eq!(told(day)[0].as_deref(), Some(&*format!("the calendar has no day `{day}`")));
        }
        for day in ["31-09-2026", "1.9.2026", "2026-09-30T25:00", ""] {
            let form = format!("`{day}` is not a day of the form YYYY-MM-DD or DD.MM.YYYY");
            assert_eq!(told(day)[0].as_deref(), Some(&*form));
        }
        for month in ["2026-13", "2026-00", "0000-01"] {
            assert_eq!(told(month)[1].as_deref(), Some(&*format!("the calendar has no month `{month}`")));
        }
        for month in ["08.2026", "2026-8", ""] {
            assert_eq!(told(month)[1].as_deref(), Some(&*format!("`{month}` is not a month of the form YYYY-MM")));
        }
    }

    #[test]
    fn months_by_their_numbers() {
        let month = Month::from_ym(2026, 12).unwrap();
        assert_eq!((month.ym(), month.to_string()), ((2026, 12), "2026-12".to_owned()));
        assert_eq!(Month::from_number(month.number()), month);
        assert_eq!(month.later(1).map(Month::ym), Some((2027, 1)));
        assert_eq!(month.later(13).map(Month::ym), Some((2028, 1)));
        assert_eq!(month.later(u32::MAX), None);
        assert_eq!(Month::from_ym(2026, 1).map(Month::number), Some(month.number() - 11));
        assert_eq!(month.day(31).map(|day| day.to_string()).as_deref(), Some("2026-12-31"));
        assert_eq!((month.day(0), month.day(32)), (None, None));
        for (year, number) in [(0, 1), (10_000, 1), (2026, 0), (2026, 13)] {
            assert_eq!(Month::from_ym(year, number), None, "{year}-{number}");
        }
        assert_eq!((Month::from_ym(1, 1).is_some(), Month::from_ym(9999, 12).is_some()), (true, true));
        let last = |text: &str| text.parse::<Month>().unwrap().last_day().to_string();
        assert_eq!((last("2026-04"), last("2026-02")), ("2026-04-30".to_owned(), "2026-02-28".to_owned()));
    }

    #[test]
    fn days_of_chrono() {
        let date = |year| NaiveDate::from_ymd_opt(year, 12, 31).unwrap();
        assert_eq!(Day::try_from(date(9999)).unwrap(), Day::MAX);
        assert_eq!(NaiveDate::from(Day::MAX), date(9999));
        assert_eq!(Day::try_from(date(10_000)).unwrap_err().kind(), ErrorKind::Day);
        assert_eq!(Day::try_from(date(0)).unwrap_err().kind(), ErrorKind::Day);
    }
}
