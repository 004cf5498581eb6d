//! Rows that were paid, from a table or an MT-102 file, on their way into the distribution.

use crate::batch::Position;
use crate::commands::received::answers::knp_with_zeros;
use crate::commands::received::rejects::SettlementReject;
use crate::error::Error;
use crate::money::{MoneyFault, Tenge};
use crate::person::Iin;
use crate::rate::Rate;
use crate::reading::cells::Cells;
use crate::reading::encoding::Encoding;
use crate::reading::fault::Fault;
use crate::reading::header::Header;
use crate::reading::header::headings::Kind;
use crate::reading::header::mapping::{Mapping, Zeros};
use crate::reading::reasons::{Reason, of_amount};
use crate::run::rows_in::Months;
use crate::settlement::{Distributing, Paid, UnfitFault};

/// The columns of what was paid, by number.
pub(crate) const PAID: [&str; 8] = ["iin", "period", "knp", "amount", "rate", "surname", "given_name", "patronymic"];
const IIN: usize = 0;
pub(super) const PERIOD: usize = 1;
const KNP: usize = 2;
const AMOUNT: usize = 3;
const RATE: usize = 4;
const SURNAME: usize = 5;
const GIVEN_NAME: usize = 6;

/// The header of a table of what was paid.
pub(crate) fn paid_header(encoding: Encoding, mapping: &Mapping) -> Result<Header, Error> {
    Header::of(Kind::Paid, PAID.split_at(RATE), encoding, mapping)
}

/// The header of a list that the program has written.
pub(super) fn list_header() -> Header {
    let (required, optional) = PAID.split_at(RATE);
    Header::new(required, optional, Encoding::Utf8)
}

/// A row as it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PaidText<'a> {
    pub iin: &'a [u8],
    pub zeros: Zeros,
    pub period: &'a [u8],
    pub knp: &'a [u8],
    pub amount: &'a [u8],
    /// `None`: what was paid has no rates.
    pub rate: Option<&'a [u8]>,
    /// Whether surname and given name are there, or what was paid has none at all.
    pub is_named: bool,
}

/// Takes rows into a distribution.
pub(crate) struct PaidRows<'l> {
    pub distributing: Distributing<'l>,
    months: Months,
    /// What is doubtful about rows that come back.
    pub strays: Strays,
}

/// Rows of a table that come back for what is written in them, and not for what was paid.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Strays {
    /// Whose ИИН or КНП would be one with zeros in front of it.
    pub zeros_lost: u64,
    /// Whose ИИН is words, or nothing: totals, as people write them.
    pub nobody: u64,
    /// Whose rate is one of the payment's as a fraction, as the cell of a per cent has it in another format: `0.01`.
    pub fractions: u64,
}

impl<'l> PaidRows<'l> {
    pub fn new(distributing: Distributing<'l>) -> PaidRows<'l> {
        PaidRows { distributing, months: Months::default(), strays: Strays::default() }
    }

    /// Takes a row of a table that has these of the columns that may be left out.
    pub fn row<'r>(
        &mut self,
        row: &impl Cells<'r>,
        (has, zeros): (Has, Zeros),
        place: Position,
    ) -> Result<(), Fault<SettlementReject>> {
        // A field that is no text has made its row malformed.
        let text = |column: usize| row.text(column).unwrap_or_default();
        let (iin, period, knp, amount) = (text(IIN), text(PERIOD), text(KNP), text(AMOUNT));
        let rate = has.rate.then(|| text(RATE));
        let is_missing = |has: bool, column: usize| has && text(column).is_empty();
        let is_named = !is_missing(has.surname, SURNAME) && !is_missing(has.given_name, GIVEN_NAME);
        let rate = rate.as_deref();
        let text = PaidText { iin: &iin, zeros, period: &period, knp: &knp, amount: &amount, rate, is_named };
        let strays = self.distributing.strays();
        self.text(text, place)?;
        // Nearly every row is none.
        if self.distributing.strays() > strays {
            self.strays.nobody += u64::from(is_nobody(text.iin));
            self.strays.zeros_lost += u64::from(self.has_lost_zeros(text));
        } else if is_named && rate.is_some_and(|rate| rate.starts_with(b"0")) {
            self.strays.fractions += u64::from(self.has_fraction(text));
        }
        Ok(())
    }

    /// Whether the rate of a row differs, and would not in per cent.
    #[cold]
    fn has_fraction(&mut self, text: PaidText<'_>) -> bool {
        let rate = text.rate.and_then(|rate| std::str::from_utf8(rate).ok());
        let (Some(period), Ok(knp), Some(rate)) = (self.months.read(text.period), std::str::from_utf8(text.knp), rate)
        else {
            return false;
        };
        let mut is_known = |rate: Option<Rate>| rate.is_some_and(|rate| self.distributing.is_rate((period, knp), rate));
        !is_known(Rate::of_percent(rate)) && is_known(rate.replace(',', ".").parse().ok())
    }

    /// Whether a row that is a stray is one for zeros that a spreadsheet drops.
    #[cold]
    fn has_lost_zeros(&mut self, text: PaidText<'_>) -> bool {
        let has_iin_lost = text.zeros.iin(text.iin).is_none() && Iin::with_zeros_restored(text.iin).is_some();
        let (Some(period), Ok(knp)) = (self.months.read(text.period), std::str::from_utf8(text.knp)) else {
            return has_iin_lost;
        };
        let mut is_known = |knp: &str| self.distributing.is_known(period, knp);
        has_iin_lost || (!is_known(knp) && is_known(&knp_with_zeros(knp)))
    }

    /// Takes a row, or says why it is rejected.
    pub fn text(&mut self, text: PaidText<'_>, place: Position) -> Result<(), Fault<SettlementReject>> {
        let fault = |reject, reason, column| Err(Fault::column((reject, reason), column));
        let Some(period) = self.months.read(text.period) else {
            return fault(SettlementReject::Period, Reason::Period, PERIOD);
        };
        let (lossy, amount) = (String::from_utf8_lossy(text.iin), Tenge::parse(text.amount));
        let knp = std::str::from_utf8(text.knp).unwrap_or_default();
        let not_distributed = || fault(SettlementReject::Knp, Reason::NotDistributed, KNP);
        let not_above_zero = || fault(SettlementReject::Amount, Reason::NotAboveZero, AMOUNT);
        let amount = match amount {
            Ok(amount) => amount,
            Err(_) if self.distributing.is_apart(period, knp) => return not_distributed(),
            Err(MoneyFault::Range) if text.amount.starts_with(b"-") => return not_above_zero(),
            Err(MoneyFault::Range) => return fault(SettlementReject::AmountRange, Reason::AmountRange, AMOUNT),
            Err(_) => return fault(SettlementReject::Amount, of_amount(text.amount).1, AMOUNT),
        };
        let rate = text.rate.map(String::from_utf8_lossy);
        let taken = self.distributing.paid(Paid {
            iin: text.zeros.iin(text.iin).map(|(iin, _)| iin).ok_or(lossy.as_ref()),
            period,
            knp,
            amount,
            rate: rate.as_deref(),
            is_named: text.is_named,
            place,
        });
        match taken {
            None => Ok(()),
            Some(UnfitFault::Knp) => not_distributed(),
            Some(_) => not_above_zero(),
        }
    }
}

/// Whether what stands for an ИИН is none that somebody got wrong: `Итого 010 (3)`, and not `9OO101300017` or `9.001E+11`.
#[cold]
fn is_nobody(iin: &[u8]) -> bool {
    let text = String::from_utf8_lossy(iin);
    let has_word = || text.split(|letter: char| !letter.is_alphabetic()).any(|word| word.chars().nth(2).is_some());
    !text.contains(|letter: char| letter.is_ascii_digit()) || has_word()
}

/// Which of the columns that may be left out a table has.
#[derive(Debug, Clone, Copy)]
pub struct Has {
    /// A rate.
    pub rate: bool,
    /// A surname.
    pub surname: bool,
    /// A given name.
    pub given_name: bool,
}

impl Has {
    /// Of a table that `has` the column with a number, or not.
    pub fn of(has: impl Fn(usize) -> bool) -> Has {
        Has { rate: has(RATE), surname: has(SURNAME), given_name: has(GIVEN_NAME) }
    }
}
