//! Rows of the registers as CSV: comma, LF, quotes only where they are needed.

use crate::batch::status::Reject;
use crate::digits::{eight_digits, write_number};
use crate::law::Law;
use crate::money::{Sum, Tenge};
use crate::payment::Payment;
use crate::period::Day;
use crate::person::Iin;
use crate::withholding::due::Due;
use crate::withholding::limit::LimitRow;
use crate::withholding::row::{Line, RegisterRow};

/// The header of `register.csv`.
pub(crate) const REGISTER: &str = "iin,period,regime,operations,income,ipn_base,ipn,opv_exempt,opv_base,opv,opvr_exempt,\
                                   opvr_base,opvr,so_exempt,so_base,so,vosms_exempt,vosms_base,vosms,withheld,notes";
/// The header of `payments.csv`.
pub(crate) const PAYMENTS: &str = "payment,period,knp,recipient,persons,amount,due_on";
/// The header of `limits.csv`.
pub(crate) const LIMITS: &str = "iin,period,income,limit,share,crossed_on,crossed_by,over";
/// The header of `rejects.csv`.
pub(crate) const REJECTS: &str = "file,line,code,field,value,message";
/// The header of `lines.csv`.
pub(crate) const LINES: &str =
    "operation_id,iin,period,regime,settled_on,effective_on,income,ipn,opv,opvr,so,vosms,withheld,payout";

/// The header of `corrections.csv`.
pub(crate) const CORRECTIONS: &str = "iin,period,payment,before,after,delta,cause";
/// The header of a correction's `summary.csv`.
pub(crate) const CORRECTION_SUMMARY: &str = "period,payment,persons,to_pay,to_return";

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
        let bytes = text.as_bytes();
        let out = self.next();
        // Every byte is looked at: to stop at the first would take longer.
        if bytes.iter().fold(false, |special, byte| special | matches!(byte, b',' | b'"' | b'\r' | b'\n')) {
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

    #[inline]
    pub fn money(&mut self, amount: Tenge) -> &mut Self {
        amount.write_to(self.next());
        self
    }

    pub fn sum(&mut self, amount: Sum) -> &mut Self {
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

/// Appends a row of `register.csv`; `period` is the row's month as text.
pub(crate) fn register_row(row: &RegisterRow, period: &str, law: &Law, out: &mut Vec<u8>) {
    let mut fields = RowWriter::new(out);
    fields.iin(row.iin).text(period).text(row.regime.code(law));
    fields.number(row.tally.operations).money(row.tally.income());
    for payment in Payment::ALL {
        let Due { exempt, base, amount, .. } = row.dues[payment].unwrap_or_default();
        if payment != Payment::Ipn {
            fields.money(exempt);
        }
        fields.money(base).money(amount);
    }
    fields.money(row.withheld).text(&row.notes(law)).end();
}

/// Appends a row of `limits.csv`.
pub(crate) fn limit_row(row: &LimitRow, period: &str, out: &mut Vec<u8>) {
    let crossed = row.crossed.as_ref();
    let mut fields = RowWriter::new(out);
    fields.iin(row.iin).text(period).money(row.income).money(row.limit);
    // Hundredths of a per cent have two decimals as tiyn have.
    fields.sum(Sum::from_tiyn(i128::from(row.share())));
    fields.optional_day(crossed.map(|crossing| crossing.on));
    fields.text(crossed.map_or("", |crossing| &crossing.by)).money(row.over()).end();
}

/// Appends a row of `lines.csv`.
#[inline]
pub(crate) fn line_row(line: &Line<'_>, period: &str, law: &Law, out: &mut Vec<u8>) {
    let mut fields = RowWriter::new(out);
    fields.text(line.id).iin(line.iin).text(period).text(line.regime.code(law));
    fields.day(line.settled_on).day(line.effective_on).money(line.income);
    for payment in Payment::ALL {
        fields.money(line.amounts[payment]);
    }
    fields.money(line.withheld).money(line.payout()).end();
}

/// Appends a row of `rejects.csv`.
pub(crate) fn reject_row(file: &str, line: u64, reject: Reject, field: &str, value: &str, out: &mut Vec<u8>) {
    let mut fields = RowWriter::new(out);
    fields.text(file).number(line).text(reject.code()).text(field).text(value).text(reject.message()).end();
}
