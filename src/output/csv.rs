//! Rows of CSV: comma, LF, quotes only where they are needed.

use crate::digits::{eight_digits, write_number};
use crate::money::{Tenge, TengeSum};
use crate::period::{Day, Month};
use crate::person::Iin;

/// Appends the fields of one row.
pub(crate) struct RowWriter<'a> {
    out: &'a mut Vec<u8>,
    is_first: bool,
}

impl<'a> RowWriter<'a> {
    pub fn new(out: &'a mut Vec<u8>) -> RowWriter<'a> {
        RowWriter { out, is_first: true }
    }

    /// The place of the next field.
    #[inline]
    fn next(&mut self) -> &mut Vec<u8> {
        if !self.is_first {
            self.out.push(b',');
        }
        self.is_first = false;
        self.out
    }

    /// A field that may need quotes.
    #[inline]
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.bytes(text.as_bytes())
    }

    /// The same as bytes.
    #[inline]
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        let out = self.next();
        if needs_quotes(bytes) {
            out.push(b'"');
            for &byte in bytes {
                if byte == b'"' {
                    out.push(b'"');
                }
                out.push(byte);
            }
            out.push(b'"');
        } else {
            out.extend_from_slice(bytes);
        }
        self
    }

    /// Fields that were made before.
    #[inline]
    pub fn fields(&mut self, fields: &[u8]) -> &mut Self {
        self.next().extend_from_slice(fields);
        self
    }

    #[inline]
    pub fn money(&mut self, amount: Tenge) -> &mut Self {
        amount.write_to(self.next());
        self
    }

    pub fn sum(&mut self, amount: TengeSum) -> &mut Self {
        amount.write_to(self.next());
        self
    }

    #[inline]
    pub fn iin(&mut self, iin: Iin) -> &mut Self {
        self.next().extend_from_slice(&iin.digits());
        self
    }

    #[inline]
    pub fn day(&mut self, day: Day) -> &mut Self {
        let (year, month, day) = day.ymd();
        let digits = eight_digits(year * 10_000 + month * 100 + day);
        let (year, month, day) = (digits & 0xffff_ffff, digits >> 32 & 0xffff, digits >> 48);
        let year_and_month = year | u64::from(b'-') << 32 | month << 40 | u64::from(b'-') << 56;
        let out = self.next();
        out.extend_from_slice(&year_and_month.to_le_bytes());
        out.extend_from_slice(&(day as u16).to_le_bytes());
        self
    }

    /// A day, most likely of this month.
    #[inline]
    pub fn day_of(&mut self, month: &MonthText, day: Day) -> &mut Self {
        if day < month.first_day || day > month.last_day {
            return self.day(day);
        }
        let number = (day.number() - month.first_day.number() + 1) as u8;
        let out = self.next();
        out.extend_from_slice(&month.before_day);
        out.extend_from_slice(&[b'0' + number / 10, b'0' + number % 10]);
        self
    }

    pub fn optional_day(&mut self, day: Option<Day>) -> &mut Self {
        match day {
            Some(day) => self.day(day),
            None => self.text(""),
        }
    }

    pub fn number(&mut self, number: u64) -> &mut Self {
        write_number(number, self.next());
        self
    }

    pub fn end(&mut self) {
        self.out.push(b'\n');
    }
}

/// Whether a field has to stand in quotes.
#[inline]
fn needs_quotes(field: &[u8]) -> bool {
    // Every byte is looked at, eight at once: to stop at the first that is special would take longer.
    let Some(last) = field.last_chunk() else {
        return field.iter().any(|byte| SPECIAL.contains(byte));
    };
    field.as_chunks().0.iter().chain([last]).fold(false, |special, eight| special | has_special(*eight))
}

const SPECIAL: [u8; 4] = *b",\"\r\n";

#[inline]
fn has_special(eight: [u8; 8]) -> bool {
    const LOW: u64 = 0x0101_0101_0101_0101;
    let word = u64::from_le_bytes(eight);
    // The lowest byte that is zero has its highest bit then, and none has where none is zero.
    let zeros = SPECIAL.map(|byte| word ^ (LOW * u64::from(byte))).map(|word| word.wrapping_sub(LOW) & !word);
    (zeros[0] | zeros[1] | zeros[2] | zeros[3]) & (LOW << 7) != 0
}

/// A month as text, and the days that begin with it.
#[derive(Debug)]
pub(crate) struct MonthText {
    pub month: Month,
    pub text: String,
    /// The text and a hyphen.
    before_day: [u8; 8],
    first_day: Day,
    last_day: Day,
}

impl MonthText {
    pub fn new(month: Month) -> MonthText {
        let (text, first_day) = (month.to_string(), month.first_day());
        let before_day = std::array::from_fn(|place| text.as_bytes().get(place).copied().unwrap_or(b'-'));
        MonthText { month, text, before_day, first_day, last_day: month.last_day() }
    }
}

/// Appends a row of an id, a person, a day and amounts, as lines have them: for benches, which see the writer from
/// outside.
pub fn write_row(id: &str, iin: Iin, day: Day, amounts: &[Tenge], out: &mut Vec<u8>) {
    let mut fields = RowWriter::new(out);
    fields.text(id).iin(iin).day(day);
    amounts.iter().for_each(|&amount| {
        fields.money(amount);
    });
    fields.end();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_with_a_special_byte_at_any_place_is_quoted() {
        for length in 0..40 {
            let plain = vec![b'a'; length];
            assert!(!needs_quotes(&plain), "{length}");
            for (place, byte) in (0..length).flat_map(|place| (0..=255).map(move |byte| (place, byte))) {
                let mut field = plain.clone();
                field[place] = byte;
                assert_eq!(needs_quotes(&field), b",\"\r\n".contains(&byte), "{byte} at {place} of {length}");
            }
        }
    }
}
