//! Days that were read a moment ago: a batch has few, and each of them often.

use std::cell::Cell;

use crate::period::Day;

/// What the texts of ten bytes that came last have been read as; to look there takes a fourth of reading one again.
#[derive(Debug, Clone)]
pub(crate) struct Days([Cell<([u8; BYTES], Option<Day>)>; DAYS]);

/// Bytes of a day without a time.
const BYTES: usize = 10;
/// Places for the days of four months.
const DAYS: usize = 4 << 6;

impl Default for Days {
    fn default() -> Days {
        // Ten bytes of nothing are no day.
        Days(std::array::from_fn(|_| Cell::new(([0; BYTES], None))))
    }
}

impl Days {
    /// As [`Day::parse`].
    #[inline(always)]
    pub fn parse(&self, bytes: &[u8]) -> Option<Day> {
        let Ok(text) = <[u8; BYTES]>::try_from(bytes) else { return Day::parse(bytes) };
        // In one order of its parts or the other, a day stands first or last, and the last digit of its month here or
        // there; of the year the digits seldom change.
        let [a, b, _, _, c, _, d, _, y, z] = text;
        let place = usize::from((c ^ d) & 3) << 6 | usize::from((a ^ y) & 3) << 4 | usize::from((b ^ z) & 15);
        let place = &self.0[place % DAYS];
        let (known, day) = place.get();
        if known == text {
            return day;
        }
        let day = Day::parse(bytes);
        place.set((text, day));
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_the_same_whichever_came_before() {
        let days = Days::default();
        let mut texts: Vec<String> = (1..=400)
            .filter_map(|number| Day::from_number(739_000 + number))
            .flat_map(|day| {
                let (year, month, of_month) = day.ymd();
                [day.to_string(), format!("{of_month:02}.{month:02}.{year}"), format!("{day}T23:00:00Z")]
            })
            .collect();
        texts.extend(["\0".repeat(10), "2026-02-29".into(), "2026-02-2".into(), String::new()]);
        for text in texts.iter().chain(&texts).chain(texts.iter().rev()) {
            let text = text.as_bytes();
            for _ in 0..2 {
                assert_eq!(days.parse(text), Day::parse(text), "{}", text.escape_ascii());
            }
        }
        assert_eq!(days.parse(b"31.08.2026"), "2026-08-31".parse().ok());
        assert_eq!(days.parse(b"2026-08-31T23:00:00Z"), "2026-09-01".parse().ok());
    }
}
