//! Texts that rows of files have beside their numbers, kept until they are asked for.

use std::sync::Arc;

use hashbrown::HashMap;

use crate::error::{Error, ErrorKind};
use crate::hash::FixedHash;
use crate::words::say;

/// Bytes that all may have.
const BYTES_MAX: usize = 1 << 30;

/// Bytes of a text that is kept once, however many rows have it: a workbook stores one for all its cells, so that a small
/// file may have a long one in each row. Most of those that are shorter are another in each row.
const LONG: usize = 64;

/// The texts of rows, one row behind the other.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    /// Each with its length before it; a long one by its number.
    bytes: Vec<u8>,
    long: Vec<Arc<str>>,
    numbers: HashMap<Arc<str>, u32, FixedHash>,
    /// Bytes of the long ones.
    long_bytes: usize,
}

impl Texts {
    /// Keeps the texts of a row; gives by what they are found, which is 0 where all are empty.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Memory`] where all together would be more than 1 GiB.
    pub fn put<const N: usize>(&mut self, texts: [&str; N]) -> Result<u32, Error> {
        self.put_within(texts, BYTES_MAX)
    }

    fn put_within<const N: usize>(&mut self, texts: [&str; N], most: usize) -> Result<u32, Error> {
        if texts.iter().all(|text| text.is_empty()) {
            return Ok(0);
        }
        let at = self.bytes.len() as u32 + 1;
        for text in texts {
            // A record has at most 1 MiB.
            self.bytes.extend_from_slice(&(text.len() as u32).to_le_bytes());
            if text.len() < LONG {
                self.bytes.extend_from_slice(text.as_bytes());
            } else {
                let number = self.number(text);
                self.bytes.extend_from_slice(&number.to_le_bytes());
            }
        }
        if self.bytes.len() + self.long_bytes > most {
            return Err(Error::new(ErrorKind::Memory, say!("texts-too-long", most = (most >> 30).to_string())));
        }
        Ok(at)
    }

    /// The number of a long text.
    fn number(&mut self, text: &str) -> u32 {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let (text, number): (Arc<str>, _) = (text.into(), self.long.len() as u32);
        self.long_bytes += text.len();
        self.long.push(Arc::clone(&text));
        self.numbers.insert(text, number);
        number
    }

    /// The texts of a row.
    pub fn of<const N: usize>(&self, place: u32) -> [&str; N] {
        let mut rest = place.checked_sub(1).and_then(|at| self.bytes.get(at as usize..)).unwrap_or_default();
        std::array::from_fn(|_| self.first(&mut rest).unwrap_or_default())
    }

    fn first<'t>(&'t self, rest: &mut &'t [u8]) -> Option<&'t str> {
        let mut take_number = || {
            let (number, behind) = rest.split_first_chunk::<4>()?;
            *rest = behind;
            Some(u32::from_le_bytes(*number) as usize)
        };
        let length = take_number()?;
        if length >= LONG {
            let number = take_number()?;
            return self.long.get(number).map(AsRef::as_ref);
        }
        let (text, behind) = rest.split_at_checked(length)?;
        *rest = behind;
        std::str::from_utf8(text).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_kept_once_for_all_rows() {
        let (mut texts, long) = (Texts::default(), "я".repeat(500_000));
        assert_eq!(texts.put(["", ""]).unwrap(), 0);
        let rows: Vec<u32> = (0..1000).map(|row| texts.put([&*long, &row.to_string(), "", &long]).unwrap()).collect();
        for (number, row) in rows.iter().enumerate() {
            assert_eq!(texts.of(*row), [&long, &*number.to_string(), "", &long]);
        }
        assert_eq!(texts.of(0), [""; 4]);
        // Two bytes a letter, once; in each row four lengths, two numbers and at most three digits.
        assert_eq!(texts.long_bytes, 1_000_000);
        assert!(texts.bytes.len() <= 1000 * (6 * 4 + 3));
        // Those on both sides of the bound.
        let (below, above) = ("a".repeat(LONG - 1), "a".repeat(LONG));
        let row = texts.put([&*below, &above]).unwrap();
        assert_eq!((texts.of(row), texts.long.len()), ([&*below, &above], 2));
    }

    #[test]
    fn texts_end_before_memory_does() {
        let (mut texts, long) = (Texts::default(), "a".repeat(100));
        // 100 bytes, and a length and a number for each of the two rows.
        for _ in 0..2 {
            texts.put_within([&*long], 116).unwrap();
        }
        assert_eq!(texts.put_within([&*long], 116).unwrap_err().kind(), ErrorKind::Memory);
    }
}
