//! Rows of the registers as they are written.

use crate::law::Law;
use crate::money::TengeSum;
use crate::output::csv::{MonthText, RowWriter};
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::withholding::due::Due;
use crate::withholding::limit::LimitRow;
use crate::withholding::row::{LineRef, RegisterRow, RowRegime};

/// The header of `register.csv`.
pub(crate) const REGISTER_HEADER: &str = "iin,period,regime,operations,income,ipn_base,ipn,opv_exempt,opv_base,opv,opvr_exempt,\
                                   opvr_base,opvr,so_exempt,so_base,so,vosms_exempt,vosms_base,vosms,withheld,notes";
/// The header of `limits.csv`.
pub(crate) const LIMITS_HEADER: &str = "iin,period,income,limit,share,crossed_on,crossed_by,over";
/// The header of `rejects.csv`.
pub(crate) const REJECTS_HEADER: &str = "file,line,code,field,value,message";
/// The header of `lines.csv`.
pub(crate) const LINES_HEADER: &str =
    "operation_id,iin,period,regime,settled_on,effective_on,income,ipn,opv,opvr,so,vosms,withheld,payout";

/// The header of `corrections.csv`.
pub(crate) const CORRECTIONS_HEADER: &str = "iin,period,payment,before,after,delta,cause";

/// The header of `distribution.csv`.
pub(crate) const DISTRIBUTION_HEADER: &str = "iin,period,payment,fund,computed,paid,distributed,returned,owed,reasons";

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
    fields.sum(TengeSum::from_tiyn(i128::from(row.share())));
    fields.optional_day(crossed.map(|crossing| crossing.on));
    fields.text(crossed.map_or("", |crossing| &crossing.by)).money(row.over()).end();
}

/// Makes rows of `lines.csv`; those of one person's month and regime have most of their text in common.
#[derive(Debug, Default)]
pub(crate) struct LineRows {
    /// ИИН, period and regime of the last line, and their fields.
    of: Option<(Iin, Month, RowRegime)>,
    common: Vec<u8>,
}

impl LineRows {
    /// Appends a row; `period` is the line's month.
    #[inline]
    pub fn write(&mut self, line: &LineRef<'_>, period: &MonthText, law: &Law, out: &mut Vec<u8>) {
        let of = Some((line.iin, line.period, line.regime));
        if self.of != of {
            self.of = of;
            self.common.clear();
            RowWriter::new(&mut self.common).iin(line.iin).text(&period.text).text(line.regime.code(law));
        }
        let mut fields = RowWriter::new(out);
        fields.bytes(line.id).fields(&self.common);
        fields.day_of(period, line.settled_on).day_of(period, line.effective_on).money(line.income);
        for payment in Payment::ALL {
            fields.money(line.amounts[payment]);
        }
        fields.money(line.withheld).money(line.payout()).end();
    }
}

/// Appends a row of `rejects.csv`: where the row stands, the code; field, value and message.
pub(crate) fn reject_row((file, line): (&str, u64), code: &str, row: [&str; 3], out: &mut Vec<u8>) {
    let [field, value, message] = row;
    let mut fields = RowWriter::new(out);
    fields.text(file).number(line).text(code).text(field).text(value).text(message).end();
}
