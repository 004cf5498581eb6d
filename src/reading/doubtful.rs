//! Rows that count as they stand and may be meant otherwise.

use crate::error::{Error, ErrorKind};
use crate::words::say;

/// How many rows, and where the first of them stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Doubtful<P> {
    rows: u64,
    first: Option<P>,
}

impl<P> Default for Doubtful<P> {
    fn default() -> Doubtful<P> {
        Doubtful { rows: 0, first: None }
    }
}

impl<P: Copy + Ord> Doubtful<P> {
    /// So many rows, the first of which stands here.
    pub fn of((rows, first): (u64, P)) -> Doubtful<P> {
        Doubtful { rows, first: Some(first) }
    }

    #[cold]
    pub fn push(&mut self, place: P) {
        self.add(Doubtful::of((1, place)));
    }

    pub fn add(&mut self, other: Doubtful<P>) {
        self.rows += other.rows;
        self.first = self.first.into_iter().chain(other.first).min();
    }

    /// What is to be told of them, if there are any.
    pub fn told(self) -> Option<(u64, P)> {
        self.first.map(|first| (self.rows, first))
    }
}

/// Rows of which three decimals of an amount may be thousands that another program has divided off: who writes three
/// decimals writes them of every amount, so that one that can be nothing else clears all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Thousands<P> {
    rows: Doubtful<P>,
    are_decimals: bool,
}

impl<P> Default for Thousands<P> {
    fn default() -> Thousands<P> {
        Thousands { rows: Doubtful::default(), are_decimals: false }
    }
}

impl<P: Copy + Ord> Thousands<P> {
    /// Looks at the amounts of a row, each as it stands without blanks around it.
    #[inline]
    pub fn look<T: AsRef<[u8]>>(&mut self, place: P, amounts: impl IntoIterator<Item = T>) {
        let mut is_doubtful = false;
        for may_be in amounts.into_iter().filter_map(|amount| may_be_thousands(amount.as_ref())) {
            is_doubtful |= may_be;
            self.are_decimals |= !may_be;
        }
        if is_doubtful {
            self.rows.push(place);
        }
    }

    pub fn add(&mut self, other: Thousands<P>) {
        self.rows.add(other.rows);
        self.are_decimals |= other.are_decimals;
    }

    /// How many rows, and the first of them; none where decimals are decimals.
    pub fn told(self) -> Option<(u64, P)> {
        self.rows.told().filter(|_| !self.are_decimals)
    }
}

/// Refuses an amount that was typed as the value of an option, where its three decimals may be thousands.
pub(crate) fn refuse_thousands(option: &str, amount: &str) -> Result<(), Error> {
    if may_be_thousands(amount.as_bytes()) != Some(true) {
        return Ok(());
    }
    let message = say!("option-thousands", option = option, amount = amount);
    Err(Error::new(ErrorKind::Usage, message).with_hint(say!("option-thousands-hint")))
}

/// Whether three decimals of an amount may be thousands: `150,000`. `None` where it has no three decimals; `Some(false)`
/// where they can be nothing else: `0,500`, `1234,500`.
fn may_be_thousands(amount: &[u8]) -> Option<bool> {
    let [whole @ .., b'.' | b',', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9'] = amount else { return None };
    let whole = whole.strip_prefix(b"-").unwrap_or(whole);
    Some(matches!(whole, [b'1'..=b'9'] | [b'1'..=b'9', _] | [b'1'..=b'9', _, _]))
}
