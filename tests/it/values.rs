//! Values from their texts, which are right.

use ustap::{Day, Iin, Month, Tenge};

pub fn iin(text: &str) -> Iin {
    text.parse().unwrap()
}

pub fn month(text: &str) -> Month {
    text.parse().unwrap()
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn tenge(text: &str) -> Tenge {
    text.parse().unwrap()
}
