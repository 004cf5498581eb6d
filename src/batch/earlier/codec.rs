//! How operations and months are kept for later runs: short.
//!
//! An operation is a head (1 byte: length of the id, whether there is a `corrects_on`), eight bytes (the first eleven
//! digits of the ИИН, the number of the regime, `settled_on`), the income and, where there is one, the days since the day
//! it corrects as numbers of seven bits a byte, and the id. A row of a month is eight bytes (month, ИИН, flags, number of
//! the regime) and the sums of its [`Tally`](crate::Tally) in the same way.

use crate::batch::operation::{OperationRef, zigzag};
use crate::law::RegimeId;
use crate::payment::Payment;
use crate::withholding::month::MonthRows;
use crate::withholding::order::PersonMonthKey;
use crate::withholding::row::RowRegime;

/// Regimes that a state can tell apart.
pub(crate) const REGIMES_MAX: usize = 1 << REGIME_BITS;

pub(super) const REGIME_BITS: u32 = 5;
pub(super) const ELEVEN_DIGITS_BITS: u32 = 37;
pub(super) const KEY_BITS: u32 = 57;
pub(super) const EXEMPT: u64 = 1 << KEY_BITS;
pub(super) const CROSSED: u64 = 1 << (KEY_BITS + 1);
pub(super) const REGIME_SHIFT: u32 = KEY_BITS + 2;
pub(super) const CORRECTS: u8 = 1 << 6;

/// Appends an operation that counts.
pub(crate) fn write_operation(operation: &OperationRef<'_>, regime: RegimeId, out: &mut Vec<u8>) {
    let corrects = if operation.corrects_on.is_some() { CORRECTS } else { 0 };
    // An id has 1 to 64 bytes.
    out.push((operation.id.len() as u8).wrapping_sub(1) & (CORRECTS - 1) | corrects);
    let fixed = (operation.iin.number() / 10)
        | (u64::from(regime.0) << ELEVEN_DIGITS_BITS)
        | (u64::from(operation.settled_on.number()) << (ELEVEN_DIGITS_BITS + REGIME_BITS));
    out.extend_from_slice(&fixed.to_le_bytes());
    write_varint(zigzag(operation.income.tiyn()), out);
    if let Some(day) = operation.corrects_on {
        write_varint(u64::from(operation.settled_on.number() - day.number()), out);
    }
    out.extend_from_slice(operation.id);
}

/// Appends the rows of a month.
pub(crate) fn write_month(month: &MonthRows, out: &mut Vec<u8>) {
    let key = PersonMonthKey::new(month.period, month.iin);
    for row in &month.rows {
        let (RowRegime::Withheld(regime) | RowRegime::OutOfScope(regime)) = row.regime else { continue };
        let crossing = month.crossings.iter().find(|(of, _)| *of == regime).map(|(_, crossing)| crossing);
        let exempt = |payment: &Payment| row.tally.exempt(*payment).operations > 0;
        let exempt: Vec<Payment> = Payment::ALL.into_iter().filter(exempt).collect();
        let flags = if exempt.is_empty() { 0 } else { EXEMPT } | if crossing.is_some() { CROSSED } else { 0 };
        out.extend_from_slice(&(key.number() | flags | u64::from(regime.0) << REGIME_SHIFT).to_le_bytes());
        write_varint(row.tally.operations, out);
        write_varint(zigzag(row.tally.received().tiyn()), out);
        write_varint(zigzag(row.tally.given_back().tiyn()), out);
        if !exempt.is_empty() {
            out.push(exempt.iter().fold(0, |mask, &payment| mask | 1 << payment as u8));
        }
        for payment in exempt {
            let part = row.tally.exempt(payment);
            write_varint(part.operations, out);
            write_varint(zigzag(part.income().tiyn()), out);
            write_varint(part.categories.0, out);
        }
        if let Some(crossing) = crossing {
            write_varint(u64::from(crossing.on.number()), out);
            out.push(crossing.by.len() as u8);
            out.extend_from_slice(crossing.by.as_bytes());
        }
    }
}

fn write_varint(mut number: u64, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

pub(super) fn take_varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}
