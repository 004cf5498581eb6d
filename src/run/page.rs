//! Pages of registers as they stand in the files.

use crate::batch::earlier::write_month;
use crate::batch::pages::Page;
use crate::error::Error;
use crate::facts::Facts;
use crate::facts::contractor_set::ContractorSet;
use crate::law::{Law, OverLimit};
use crate::output::csv::MonthText;
use crate::period::Month;
use crate::person::Iin;
use crate::run::rows_out::{self, LineRows};
use crate::withholding::month::MonthRows;
use crate::withholding::row::LineRef;

/// Rows of consecutive persons' months, as they stand in the files.
#[derive(Debug)]
pub(crate) struct CsvPage<'a> {
    law: &'a Law,
    /// Of whom a contractor's row says a regime.
    facts: &'a Facts,
    /// Whether the months are kept for later runs.
    state_wanted: bool,
    /// Against whom operations of persons without a contractor's row are counted.
    named: &'a ContractorSet,
    pub register: Rows,
    pub limits: Rows,
    pub lines: Rows,
    /// The months as they are kept for later runs.
    pub state: Rows,
    /// Operations of persons that the contractors files do not have.
    pub unnamed_operations: u64,
    /// Where a month over the limit ends the regime: the persons without a contractor's row of a regime, and whether they
    /// have been over it.
    pub undecided: Vec<(Iin, bool)>,
    is_regime_ended: bool,
    /// The month of the last row.
    period: Option<MonthText>,
    line_rows: LineRows,
}

/// Bytes and the number of rows that they are.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    pub bytes: Vec<u8>,
    pub rows: u64,
}

/// What is wanted beside the registers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WantedFiles {
    pub lines: bool,
    pub state: bool,
}

impl<'a> CsvPage<'a> {
    pub fn new(
        law: &'a Law,
        wanted: WantedFiles,
        (facts, named): (&'a Facts, &'a ContractorSet),
        over_limit: OverLimit,
    ) -> CsvPage<'a> {
        CsvPage {
            law,
            facts,
            state_wanted: wanted.state,
            named,
            register: Rows::default(),
            limits: Rows::default(),
            lines: Rows::default(),
            state: Rows::default(),
            unnamed_operations: 0,
            undecided: Vec::new(),
            is_regime_ended: over_limit == OverLimit::Stop,
            period: None,
            line_rows: LineRows::default(),
        }
    }
}

fn month_text(last: &mut Option<MonthText>, month: Month) -> &MonthText {
    if last.as_ref().is_none_or(|last| last.month != month) {
        *last = None;
    }
    last.get_or_insert_with(|| MonthText::new(month))
}

impl Page for CsvPage<'_> {
    #[inline]
    fn line(&mut self, line: &LineRef<'_>) -> Result<(), Error> {
        let period = month_text(&mut self.period, line.period);
        self.line_rows.write(line, period, self.law, &mut self.lines.bytes);
        self.lines.rows += 1;
        Ok(())
    }

    fn month(&mut self, month: MonthRows) -> Result<(), Error> {
        let period = &month_text(&mut self.period, month.period).text;
        for row in &month.rows {
            rows_out::register_row(row, period, self.law, &mut self.register.bytes);
        }
        for row in &month.limits {
            rows_out::limit_row(row, period, &mut self.limits.bytes);
        }
        if self.state_wanted {
            write_month(&month, &mut self.state.bytes);
            self.state.rows += month.rows.len() as u64;
        }
        // A row that only names a person says nothing of what follows.
        if self.is_regime_ended && !self.facts.lists(month.iin) {
            self.undecided.push((month.iin, month.limits.iter().any(|row| row.crossed.is_some())));
        }
        self.register.rows += month.rows.len() as u64;
        self.limits.rows += month.limits.len() as u64;
        if self.named.lacks(month.iin) {
            self.unnamed_operations += month.rows.iter().map(|row| row.tally.operations).sum::<u64>();
        }
        Ok(())
    }

    #[inline]
    fn bytes(&self) -> usize {
        self.register.bytes.len().max(self.lines.bytes.len())
    }

    fn clear(&mut self) {
        for rows in [&mut self.register, &mut self.limits, &mut self.lines, &mut self.state] {
            rows.bytes.clear();
            rows.rows = 0;
        }
        self.unnamed_operations = 0;
        self.undecided.clear();
    }
}
