//! What must hold of every parser for any bytes: each agrees with a slow one that is written here after the contract.
//!
//! Fuzz targets call these functions, and `tests/corpus.rs` with every file of `corpus/`.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime};
use rust_decimal::Decimal;
use ustap::{Day, Iin, IinFault, MoneyFault, Reject, RowOutcome, Tenge, read_operations};

/// Money: `-?[0-9]+([.,][0-9]{1,2})?` within ±999 999 999 999.99.
pub fn money(bytes: &[u8]) {
    let parsed = Tenge::parse(bytes);
    assert_eq!(parsed, money_slowly(bytes), "{}", bytes.escape_ascii());
    if let Ok(amount) = parsed {
        assert_eq!(Tenge::parse(amount.to_string().as_bytes()), Ok(amount), "what is written is read");
    }
}

fn money_slowly(bytes: &[u8]) -> Result<Tenge, MoneyFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| MoneyFault::Grammar)?;
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = unsigned.split_once(['.', ',']).unwrap_or((unsigned, "00"));
    let are_digits = |text: &str| !text.is_empty() && text.chars().all(|digit| digit.is_ascii_digit());
    if !are_digits(whole) || !are_digits(decimals) || decimals.len() > 2 {
        return Err(MoneyFault::Grammar);
    }
    let whole = whole.trim_start_matches('0');
    if whole.len() > 12 {
        return Err(MoneyFault::Range);
    }
    let amount: Decimal = format!("0{whole}.{decimals}").parse().unwrap();
    let tiyn: i64 = (amount * Decimal::ONE_HUNDRED).try_into().unwrap();
    Ok(Tenge::from_tiyn(if text.starts_with('-') { -tiyn } else { tiyn }))
}

/// Days: `YYYY-MM-DD` or `DD.MM.YYYY`, a time, an offset.
pub fn day(bytes: &[u8]) {
    let parsed = Day::parse(bytes);
    assert_eq!(parsed.map(|day| day.to_string()), day_slowly(bytes), "{}", bytes.escape_ascii());
    if let Some(day) = parsed {
        assert_eq!(Day::parse(day.to_string().as_bytes()), Some(day), "what is written is read");
    }
}

fn day_slowly(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.is_ascii())?;
    let (date, time) = text.split_at_checked(10)?;
    let digits = |range: std::ops::Range<usize>| -> Option<u32> {
        let digits = &date[range];
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let (year, month, day) = match (&date[4..5], &date[7..8], &date[2..3], &date[5..6]) {
        ("-", "-", ..) => (digits(0..4)?, digits(5..7)?, digits(8..10)?),
        (.., ".", ".") => (digits(6..10)?, digits(3..5)?, digits(0..2)?),
        _ => return None,
    };
    let date = NaiveDate::from_ymd_opt(year as i32, month, day).filter(|_| year > 0)?;
    if time.is_empty() {
        return Some(date.to_string());
    }
    let time = time.strip_prefix(['T', ' '])?;
    let (time, offset) = match time.find(['Z', '+', '-']) {
        Some(at) => time.split_at(at),
        None => (time, ""),
    };
    let time = time_slowly(time)?;
    let instant = date.and_time(time);
    let local = match offset {
        "" => instant,
        "Z" => instant + Duration::hours(5),
        _ => {
            let distance = time_slowly(&offset[1..]).filter(|_| offset.len() == 6)? - NaiveTime::MIN;
            let utc = if offset.starts_with('+') { instant - distance } else { instant + distance };
            utc + Duration::hours(5)
        }
    };
    let local = DateTime::from_timestamp(local.and_utc().timestamp(), 0)?.date_naive();
    let in_range = NaiveDate::from_ymd_opt(1, 1, 1)? <= local && local <= NaiveDate::from_ymd_opt(9999, 12, 31)?;
    in_range.then(|| local.to_string())
}

/// `HH:MM`, `HH:MM:SS`, each with `.` and 1–9 digits behind or not.
fn time_slowly(text: &str) -> Option<NaiveTime> {
    let (clock, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_fraction = (1..=9).contains(&fraction.len()) && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = clock.split(':').collect();
    let are_parts = parts.iter().all(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()));
    if !is_fraction || !are_parts {
        return None;
    }
    let numbers: Vec<u32> = parts.iter().map(|part| part.parse()).collect::<Result<_, _>>().ok()?;
    match numbers[..] {
        [hours, minutes] => NaiveTime::from_hms_opt(hours, minutes, 0),
        [hours, minutes, seconds] => NaiveTime::from_hms_opt(hours, minutes, seconds),
        _ => None,
    }
}

/// ИИН and БИН: twelve digits, the last one a check digit.
pub fn iin(bytes: &[u8]) {
    let parsed = Iin::parse(bytes);
    assert_eq!(parsed.map(|iin| iin.to_string()), iin_slowly(bytes), "{}", bytes.escape_ascii());
}

fn iin_slowly(bytes: &[u8]) -> Result<String, IinFault> {
    if bytes.len() != 12 || !bytes.iter().all(u8::is_ascii_digit) {
        return Err(IinFault::Digits);
    }
    let sum = |weight: fn(usize) -> usize| {
        (1..=11).map(|place| usize::from(bytes[place - 1] - b'0') * weight(place)).sum::<usize>() % 11
    };
    let remainder = match sum(|place| place) {
        // 3, 4, …, 11, 1, 2
        10 => sum(|place| (place + 1) % 11 + 1),
        remainder => remainder,
    };
    let is_right = remainder < 10 && remainder == usize::from(bytes[11] - b'0');
    is_right.then(|| String::from_utf8_lossy(bytes).into_owned()).ok_or(IinFault::CheckDigit)
}

/// The header in front of the rows.
pub const HEADER: &[u8] = b"operation_id,iin,settled_on,income,corrects_on\n";

/// Rows: the bytes behind a header, read by the program and byte by byte.
pub fn rows(bytes: &[u8]) {
    let read = read_operations([HEADER, bytes].concat());
    match rows_slowly(bytes, 2) {
        Ok(rows) => assert_eq!(read.as_ref(), Ok(&rows), "{}", bytes.escape_ascii()),
        Err(line) => assert_eq!(read.unwrap_err().place().line, Some(line), "{}", bytes.escape_ascii()),
    }
}

/// The rows of these bytes, of which the first stands on this line; the line of a quote that never closes.
pub fn rows_slowly(bytes: &[u8], mut line: u64) -> Result<Vec<(u64, RowOutcome)>, u64> {
    let mut rows = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if let Some(length) = line_end(bytes, at) {
            at += length;
            line += 1;
            continue;
        }
        let start = line;
        let mut fields = Vec::new();
        let mut is_malformed = false;
        loop {
            let mut field = Vec::new();
            if bytes.get(at) == Some(&b'"') {
                let opened = line;
                at += 1;
                loop {
                    match (bytes.get(at), bytes.get(at + 1)) {
                        (None, _) => return Err(opened),
                        (Some(b'"'), Some(b'"')) => at += 1,
                        (Some(b'"'), _) => break,
                        (Some(b'\n'), _) => line += 1,
                        _ => {}
                    }
                    field.push(bytes[at]);
                    at += 1;
                }
                at += 1;
                is_malformed |= at < bytes.len() && bytes[at] != b',' && line_end(bytes, at).is_none();
            }
            while at < bytes.len() && bytes[at] != b',' && line_end(bytes, at).is_none() {
                field.push(bytes[at]);
                at += 1;
            }
            fields.push(field);
            match bytes.get(at) {
                Some(b',') => at += 1,
                _ => break,
            }
        }
        if let Some(length) = line_end(bytes, at) {
            at += length;
            line += 1;
        }
        rows.push((start, operation_slowly(&fields, is_malformed)));
    }
    Ok(rows)
}

/// The bytes of the line end that stands here.
fn line_end(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes[at..] {
        [b'\n', ..] => Some(1),
        [b'\r', b'\n', ..] => Some(2),
        _ => None,
    }
}

fn operation_slowly(fields: &[Vec<u8>], is_malformed: bool) -> RowOutcome {
    let texts: Option<Vec<&str>> = fields.iter().map(|field| std::str::from_utf8(field).ok()).collect();
    let Some(&[id, iin, settled_on, income, corrects_on]) = texts.as_deref().filter(|_| !is_malformed) else {
        return Err((Reject::MalformedRow, String::new()));
    };
    let trimmed = |field: &str| field.trim_matches(' ').to_owned();
    let fault = |reject, field: &str| Err((reject, field.to_owned()));
    if trimmed(id).is_empty() || trimmed(id).len() > 64 {
        return fault(Reject::OperationId, id);
    }
    let person = match Iin::parse(trimmed(iin).as_bytes()) {
        Ok(person) => person,
        Err(IinFault::Digits) => return fault(Reject::Iin, iin),
        Err(IinFault::CheckDigit) => return fault(Reject::IinCheckDigit, iin),
    };
    let Some(settled) = Day::parse(trimmed(settled_on).as_bytes()) else { return fault(Reject::Date, settled_on) };
    let corrected = Day::parse(trimmed(corrects_on).as_bytes());
    if corrected.is_none() && !trimmed(corrects_on).is_empty() {
        return fault(Reject::Date, corrects_on);
    }
    if corrected > Some(settled) {
        return fault(Reject::CorrectsLater, corrects_on);
    }
    match Tenge::parse(trimmed(income).as_bytes()) {
        Ok(amount) => Ok((trimmed(id), person, settled, corrected, amount)),
        Err(MoneyFault::Grammar) => fault(Reject::Income, income),
        Err(MoneyFault::Range) => fault(Reject::IncomeRange, income),
    }
}
