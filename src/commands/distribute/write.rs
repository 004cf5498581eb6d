//! The files of a distribution, and its receipt.

use std::path::Path;

use crate::commands::distribute::job::{DistributeJob, DistributeOutcome};
use crate::error::Error;
use crate::language::Language;
use crate::law::Law;
use crate::output::csv::RowWriter;
use crate::output::file::{OutputFile, Written};
use crate::output::records::RecordFile;
use crate::output::table::{Table, TableColumn, column};
use crate::output::workbook::Cell;
use crate::payment::Payment;
use crate::period::Month;
use crate::reading::header::headings::Kind;
use crate::run::files::{DISTRIBUTION, RATES, RETURNS, SUMMARY};
use crate::run::rates_in::RateRecord;
use crate::run::receipt::options::DistributeOptions;
use crate::run::receipt::totals::DistributeTotals;
use crate::run::receipt::{Made, Receipt};
use crate::run::rows_out::DISTRIBUTION_HEADER;
use crate::settlement::{DistributionConservation, Reasons};

/// `returns.csv`.
const RETURNS_COLUMNS: &[TableColumn] = &[
    column("iin"),
    column("period"),
    column("payment"),
    column("amount"),
    column("reason"),
    column("provision"),
    column("file"),
    column("line"),
];
/// `summary.csv`.
const SUMMARY_COLUMNS: &[TableColumn] = &[
    column("period"),
    column("payment"),
    column("fund"),
    column("persons"),
    column("computed"),
    column("paid"),
    column("distributed"),
    column("returned"),
    column("owed"),
];

/// Rows that are made before they are written.
const BLOCK_BYTES: usize = 64 << 10;

/// Month, payment and fund as text, and reasons: they are the same for many rows.
struct Words<'l> {
    law: &'l Law,
    /// Of the month: its text, and `period,payment,fund` of each payment.
    months: Vec<(Month, [String; 5])>,
    reasons: Vec<(Reasons, String)>,
}

impl<'l> Words<'l> {
    fn new(law: &'l Law) -> Words<'l> {
        Words { law, months: Vec::new(), reasons: Vec::new() }
    }

    fn of(&mut self, period: Month, payment: Payment) -> &str {
        let at = match self.months.iter().rposition(|&(month, _)| month == period) {
            Some(at) => at,
            None => {
                let words = |payment: Payment| {
                    let fund = self.law.settlement().fund(payment, period).unwrap_or_default();
                    format!("{period},{},{fund}", payment.code())
                };
                self.months.push((period, Payment::ALL.map(words)));
                self.months.len() - 1
            }
        };
        &self.months[at].1[payment as usize]
    }

    fn reasons(&mut self, reasons: Reasons) -> &str {
        let at = match self.reasons.iter().position(|&(known, _)| known == reasons) {
            Some(at) => at,
            None => {
                self.reasons.push((reasons, reasons.to_string()));
                self.reasons.len() - 1
            }
        };
        &self.reasons[at].1
    }
}

/// Writes `distribution.csv`, `returns.csv`, `summary.csv`, `rejects.csv`, and `rates.csv` where a row belongs into it.
pub(super) fn write(
    job: &DistributeJob<'_>,
    dir: &Path,
    outcome: &mut DistributeOutcome,
) -> Result<Vec<Written>, Error> {
    let distribution = write_rows(job.law, dir, outcome)?;
    let returns = write_returns(job.language, dir, outcome)?;
    let summary = write_summary(job.law, dir, outcome)?;
    let mut written = vec![distribution, returns, summary, outcome.rejects.finish(dir)?];
    written.extend(write_rates(dir, outcome)?);
    Ok(written)
}

/// Lists of what is owed find here which of several rates a person's payment goes under.
fn write_rates(dir: &Path, outcome: &DistributeOutcome) -> Result<Option<Written>, Error> {
    let rates = outcome.distribution.rates();
    if rates.len() == 0 {
        return Ok(None);
    }
    let mut file = RecordFile::create(dir, RATES)?;
    for (iin, period, payment, rate) in rates {
        file.write(&RateRecord::of((iin, period, payment), rate))?;
    }
    file.finish().map(Some)
}

fn write_rows(law: &Law, dir: &Path, outcome: &DistributeOutcome) -> Result<Written, Error> {
    let mut file = OutputFile::create(dir, DISTRIBUTION, DISTRIBUTION_HEADER)?;
    let mut words = Words::new(law);
    let (mut bytes, mut rows) = (Vec::with_capacity(2 * BLOCK_BYTES), 0);
    for row in outcome.distribution.rows() {
        let mut fields = RowWriter::new(&mut bytes);
        fields.iin(row.iin).fields(words.of(row.period, row.payment).as_bytes()).money(row.computed).money(row.paid);
        fields.money(row.distributed).money(row.returned()).money(row.owed());
        fields.fields(words.reasons(row.reasons).as_bytes()).end();
        rows += 1;
        if bytes.len() >= BLOCK_BYTES {
            file.write(&bytes, std::mem::take(&mut rows))?;
            bytes.clear();
        }
    }
    file.write(&bytes, rows)?;
    file.finish()
}

fn write_returns(language: Language, dir: &Path, outcome: &DistributeOutcome) -> Result<Written, Error> {
    let mut table = Table::create(dir, RETURNS, RETURNS_COLUMNS)?;
    for returned in outcome.distribution.returns() {
        let cells = [
            returned.iin.map_or_else(Cell::Text, Cell::Iin),
            Cell::Month(returned.period),
            returned.payment.map_or(Cell::Empty, Cell::Payment),
            Cell::Money(returned.amount.into()),
            Cell::Text(returned.reason.code()),
            Cell::Text(&returned.reason.provision().say(language)),
            Cell::Text(outcome.paid_files.get(returned.place.file()).map_or("", String::as_str)),
            Cell::Count(returned.place.line()),
        ];
        table.row(None, &cells)?;
    }
    table.finish()
}

fn write_summary(law: &Law, dir: &Path, outcome: &DistributeOutcome) -> Result<Written, Error> {
    let mut table = Table::create(dir, SUMMARY, SUMMARY_COLUMNS)?;
    for total in outcome.distribution.totals() {
        let fund = total.payment.and_then(|payment| law.settlement().fund(payment, total.period));
        let cells = [
            Cell::Month(total.period),
            total.payment.map_or(Cell::Empty, Cell::Payment),
            Cell::Text(fund.unwrap_or_default()),
            Cell::Count(total.persons),
            Cell::Money(total.computed),
            Cell::Money(total.paid),
            Cell::Money(total.distributed),
            Cell::Money(total.returned),
            Cell::Money(total.owed),
        ];
        table.row(None, &cells)?;
    }
    table.finish()
}

/// The receipt of a distribution.
pub(super) fn receipt(job: &DistributeJob<'_>, outcome: &DistributeOutcome, outputs: &[Written]) -> Receipt {
    let options = DistributeOptions {
        encoding: job.encoding,
        columns: job.mapping.headings(Kind::Paid).collect(),
        kgd_columns: job.mapping.headings(Kind::Kgd).collect(),
        exemptions_columns: job.mapping.headings(Kind::Exemptions).collect(),
        ignore_columns: job.mapping.ignored.clone(),
        restore_zeros: job.mapping.zeros.are_restored(),
        received_on: job.received_on,
        after: outcome.after.clone(),
        lang: job.language,
    };
    let rejected = outcome.rejects.counts.iter().map(|count| (count.reject.code().to_owned(), count.rows));
    let DistributionConservation { paid, computed, distributed, returned, owed } = outcome.distribution.conservation();
    let overdistributed = outcome.distribution.overdistributed().len() as u64;
    let rejected = rejected.collect();
    let paid_unread = Some(outcome.paid_unread);
    let lacking = outcome.lacking.iter().copied().collect();
    let totals = DistributeTotals {
        computed,
        paid,
        distributed,
        returned,
        owed,
        overdistributed,
        rejected,
        paid_unread,
        lacking,
        counted_twice: outcome.counted_twice.len() as u64,
        paid_lists: outcome.paid_lists.clone(),
    };
    let previous = outcome.lists.iter().chain(&outcome.after).cloned().collect();
    Receipt::new(Made::Distribute(options, totals), previous, &outcome.inputs, job.law, outputs)
}
