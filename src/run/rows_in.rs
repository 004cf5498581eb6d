//! Rows of `register.csv` read back.

use memchr::memchr_iter;

use crate::error::{Error, ErrorKind};
use crate::money::Tenge;
use crate::payment::{Payment, PaymentSet};
use crate::period::Month;
use crate::person::Iin;
use crate::words::{Message, say};

/// The columns of a register.
pub(crate) const COLUMNS: usize = 21;
const REGIME: usize = 2;
const OPERATIONS: usize = 3;
const INCOME: usize = 4;
/// The columns of each payment: exempt income where there is any, and the amount.
const PLACES: [(Option<usize>, usize); 5] = [(None, 6), (Some(7), 9), (Some(10), 12), (Some(13), 15), (Some(16), 18)];
const WITHHELD: usize = 19;
const NOTES: usize = 20;
/// The note of a payment that the regime has not.
const NOT_DUE: &str = "not-due";

/// What a field of the register is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RegisterField {
    Text,
    Count,
    Money,
}

/// What the column with this number has.
pub(crate) fn register_field(column: usize) -> RegisterField {
    match column {
        OPERATIONS => RegisterField::Count,
        INCOME..=WITHHELD => RegisterField::Money,
        _ => RegisterField::Text,
    }
}

/// A row of `register.csv` as it stands; what is asked of it is read then.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RegisterFields<'a>([&'a [u8]; COLUMNS]);

fn bad() -> Error {
    Error::new(ErrorKind::Record, say!("register-no-row"))
}

impl<'a> RegisterFields<'a> {
    /// The fields of this line.
    pub fn split(line: &'a [u8]) -> Result<RegisterFields<'a>, Error> {
        split(line).map(RegisterFields).ok_or_else(bad)
    }

    /// All fields as they stand.
    pub fn all(&self) -> &[&'a [u8]; COLUMNS] {
        &self.0
    }

    pub fn iin(&self) -> Result<Iin, Error> {
        Iin::parse(self.0[0]).map_err(|_| bad())
    }

    pub fn period(&self, months: &mut Months) -> Result<Month, Error> {
        months.read(self.0[1]).ok_or_else(bad)
    }

    pub fn regime(&self) -> &'a [u8] {
        self.0[REGIME]
    }

    pub fn operations(&self) -> Result<u64, Error> {
        std::str::from_utf8(self.0[OPERATIONS]).ok().and_then(|text| text.parse().ok()).ok_or_else(bad)
    }

    pub fn income(&self) -> Result<Tenge, Error> {
        money(self.0[INCOME]).ok_or_else(bad)
    }

    /// Income of exempt days. Of ИПН, which has no column of it, what the base leaves of the income where a category is noted,
    /// as in tables of one's own: a cap that binds leaves more, and comes to the same base.
    pub fn exempt(&self, payment: Payment) -> Result<Tenge, Error> {
        match PLACES[payment as usize].0 {
            Some(column) => money(self.0[column]).ok_or_else(bad),
            None if !self.notes_exempt() || self.exempting_from(payment).is_none() => Ok(Tenge::ZERO),
            None => self.income()?.checked_sub(self.base(payment)?).ok_or_else(bad),
        }
    }

    /// The base, which stands before the amount.
    pub fn base(&self, payment: Payment) -> Result<Tenge, Error> {
        money(self.0[PLACES[payment as usize].1 - 1]).ok_or_else(bad)
    }

    pub fn amount(&self, payment: Payment) -> Result<Tenge, Error> {
        money(self.0[PLACES[payment as usize].1]).ok_or_else(bad)
    }

    pub fn withheld(&self) -> Result<Tenge, Error> {
        money(self.0[WITHHELD]).ok_or_else(bad)
    }

    fn notes(&self) -> impl Iterator<Item = &'a str> {
        std::str::from_utf8(self.0[NOTES]).unwrap_or_default().split('|')
    }

    /// The notes of a payment, without its code before them.
    pub fn notes_of(&self, payment: Payment) -> impl Iterator<Item = &'a str> {
        self.notes().filter_map(move |note| note.strip_prefix(payment.code())?.strip_prefix(':'))
    }

    /// Whether a note that is of no payment stands in the row.
    fn is_noted(&self, note: &str) -> bool {
        self.notes().any(|one| one == note)
    }

    /// The codes of the categories that exempted any operation of the row from a payment, one as often as payments have it.
    pub fn exempting(&self) -> impl Iterator<Item = &'a str> {
        let codes = self.notes().filter_map(|note| note.split_once("exempt=")).map(|(_, codes)| codes);
        codes.flat_map(|codes| codes.split('+'))
    }

    /// Whether a note may say that any category exempts from anything, as in few rows.
    pub fn notes_exempt(&self) -> bool {
        self.notes_have("exempt=")
    }

    /// Whether this stands in the notes, which few rows have.
    fn notes_have(&self, text: &str) -> bool {
        !self.0[NOTES].is_empty() && memchr::memmem::find(self.0[NOTES], text.as_bytes()).is_some()
    }

    /// Where categories exempt from the payment: whether they exempt from it wholly, and their codes with `+` between.
    pub fn exempting_from(&self, payment: Payment) -> Option<(bool, &'a str)> {
        self.notes_of(payment).find_map(|note| {
            let of_part = note.strip_prefix("part-");
            let codes = of_part.unwrap_or(note).strip_prefix("exempt=")?;
            Some((of_part.is_none(), codes))
        })
    }

    /// Whether all income of the row is exempt from the payment.
    pub fn is_exempt(&self, payment: Payment) -> bool {
        self.exempting_from(payment).is_some_and(|(is_whole, _)| is_whole)
    }

    /// Whether the row's regime has no such payment.
    pub fn is_not_due(&self, payment: Payment) -> bool {
        self.notes_of(payment).any(|note| note == NOT_DUE)
    }

    /// The payments that the row's regime has not.
    pub fn not_due(&self) -> PaymentSet {
        let payments = if self.notes_have(NOT_DUE) { &Payment::ALL[..] } else { &[] };
        let not_due = payments.iter().filter(|&&payment| self.is_not_due(payment));
        not_due.fold(PaymentSet::default(), |set, &payment| set.with(payment))
    }

    /// Whether nothing is withheld under the row's regime.
    pub fn is_out_of_scope(&self) -> bool {
        self.is_noted("out-of-scope")
    }

    /// Whether the row has income above a limit alone (the policy `stop`).
    pub fn is_outside_regime(&self) -> bool {
        self.is_noted("outside-regime")
    }

    /// Whether the person's income of the month is above a limit.
    pub fn is_over_limit(&self) -> bool {
        self.is_noted("over-limit")
    }

    /// Whether an exemption row of the person was rejected.
    pub fn is_exemption_rejected(&self) -> bool {
        self.is_noted("exemption-rejected")
    }
}

/// The fields of a line that has none with a comma in it, as rows of registers and corrections; nothing where there are
/// more or fewer.
pub(crate) fn split<const COUNT: usize>(line: &[u8]) -> Option<[&[u8]; COUNT]> {
    let mut fields = [&line[..0]; COUNT];
    let (mut from, mut count) = (0, 0);
    for at in memchr_iter(b',', line).chain([line.len()]) {
        *fields.get_mut(count)? = &line[from..at];
        from = at + 1;
        count += 1;
    }
    if count == COUNT { Some(fields) } else { None }
}

/// Whose a row is: month, person and payment, by which corrections and distributions are sorted.
pub(crate) type RowKey = (Month, Iin, Payment);

/// That each row stands behind those that were read before.
#[derive(Debug)]
pub(crate) struct RowOrder {
    /// What to say of a row that does not.
    out_of_order: Message,
    last: Option<RowKey>,
}

impl RowOrder {
    pub fn new(out_of_order: Message) -> RowOrder {
        RowOrder { out_of_order, last: None }
    }

    /// # Errors
    /// Kind [`ErrorKind::Record`] where the row stands before the last one, or is of the same key.
    pub fn next(&mut self, row: RowKey) -> Result<(), Error> {
        if self.last.is_some_and(|last| last >= row) {
            return Err(Error::new(ErrorKind::Record, self.out_of_order.clone()));
        }
        self.last = Some(row);
        Ok(())
    }
}

/// Months as texts; one text is mostly that of the row before.
#[derive(Debug, Default)]
pub(crate) struct Months(Option<([u8; 7], Month)>);

impl Months {
    #[inline]
    pub fn read(&mut self, text: &[u8]) -> Option<Month> {
        let text: [u8; 7] = text.try_into().ok()?;
        match self.0 {
            Some((last, month)) if last == text => Some(month),
            _ => {
                let month = std::str::from_utf8(&text).ok()?.parse().ok()?;
                self.0 = Some((text, month));
                Some(month)
            }
        }
    }
}

/// An amount as outputs have it: two decimals, of any size that an amount has.
#[inline]
pub(crate) fn money(text: &[u8]) -> Option<Tenge> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    let [whole @ .., b'.', tenths, hundredths] = digits else { return None };
    if whole.is_empty() {
        return None;
    }
    let mut tiyn: i64 = 0;
    for byte in whole.iter().chain([tenths, hundredths]) {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        tiyn = tiyn.checked_mul(10)?.checked_add(i64::from(digit))?;
    }
    Some(Tenge::from_tiyn(if negative { -tiyn } else { tiyn }))
}
