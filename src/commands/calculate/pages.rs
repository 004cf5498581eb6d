//! The months of persons as pages of registers: made on several threads, written in order.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::batch::earlier::write_month;
use crate::batch::memory::scatter::{Chunks, Partitions};
use crate::batch::months::crossings::Past;
use crate::batch::months::grouping::{Grouping, MonthSink};
use crate::commands::calculate::facts::Named;
use crate::error::Error;
use crate::output::csv::MonthText;
use crate::period::Month;
use crate::run::page::{Page, Wanted};
use crate::run::rows_out::{self, LineRows};
use crate::threads::turns::Turns;
use crate::threads::{Means, on_threads};
use crate::withholding::month::{MonthRows, Terms};
use crate::withholding::row::Line;

/// What pages are to have.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout<'a> {
    pub wanted: Wanted,
    /// Against whom operations of persons without a contractor's row are counted.
    pub named: &'a Named,
}

/// A page of this size is written, if it is its turn.
const PAGE_BYTES: usize = 512 << 10;
/// A page of so many times that size waits for its turn: a range that is ahead of its turn seldom comes to more.
const PAGES_AHEAD: usize = 8;

/// Makes every page of the ranges and hands it to `write`, in the order of the register.
pub(crate) fn for_each(
    ranges: &Partitions,
    chunks: &Chunks,
    (past, terms): (&Past<'_>, Terms<'_>),
    layout: Layout<'_>,
    means: Means<'_>,
    write: impl FnMut(&Page) -> Result<(), Error> + Send,
) -> Result<(), Error> {
    let next = AtomicUsize::new(0);
    let spare = Mutex::new(Vec::new());
    // A thread that is ahead leaves its page to the others, one for each of them.
    let turns = Turns::new(write, means.threads);
    let grouping = || Grouping::new(terms, means.memory / means.threads, means.dir);
    let page_bytes_max = (means.memory / means.threads / 8).clamp(PAGE_BYTES, PAGES_AHEAD * PAGE_BYTES);
    on_threads(means.threads.min(ranges.count()).max(1), grouping, |mut grouping| {
        let take_spare = || lock(&spare).pop().unwrap_or_default();
        loop {
            let range = next.fetch_add(1, Ordering::Relaxed);
            if range >= ranges.count() {
                return Ok(());
            }
            let parts = ranges.take(range);
            let mut page = take_spare();
            let mut writer = PageWriter {
                terms,
                layout,
                range,
                turns: &turns,
                page: &mut page,
                page_bytes_max,
                look_at: PAGE_BYTES,
                period: None,
                lines: LineRows::default(),
            };
            let result = grouping.range(&parts, &mut past.months(range), &mut writer).and_then(|()| {
                turns.end(range, |write| {
                    let written = write(&page);
                    page.clear();
                    lock(&spare).push(page);
                    written
                })
            });
            if result.is_err() {
                turns.fail();
            }
            result?;
            for part in parts {
                part.release(chunks);
            }
        }
    })?;
    Ok(())
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes pages of the months of one range.
struct PageWriter<'a, 't, W> {
    terms: Terms<'a>,
    layout: Layout<'a>,
    range: usize,
    turns: &'a Turns<'t, W>,
    page: &'a mut Page,
    page_bytes_max: usize,
    /// The size at which it is next looked whether the page is to be written.
    look_at: usize,
    /// The month of the last row.
    period: Option<MonthText>,
    lines: LineRows,
}

impl<W: FnMut(&Page) -> Result<(), Error>> PageWriter<'_, '_, W> {
    /// Writes what the page has, when it is its turn.
    fn flush(&mut self) -> Result<(), Error> {
        self.turns.write(self.range, |write| write(self.page))?;
        self.page.clear();
        self.look_at = PAGE_BYTES;
        Ok(())
    }

    /// Writes a page that has come to this size, where it would not have to wait or has no room to grow.
    #[inline]
    fn flush_full(&mut self, bytes: usize) -> Result<(), Error> {
        if bytes < self.look_at {
            return Ok(());
        }
        self.look_at = bytes + PAGE_BYTES;
        if bytes >= self.page_bytes_max || self.turns.has_come(self.range) { self.flush() } else { Ok(()) }
    }
}

fn month_text(last: &mut Option<MonthText>, month: Month) -> &MonthText {
    if last.as_ref().is_none_or(|last| last.month != month) {
        *last = None;
    }
    last.get_or_insert_with(|| MonthText::new(month))
}

impl<W: FnMut(&Page) -> Result<(), Error>> MonthSink for PageWriter<'_, '_, W> {
    fn wants_lines(&self) -> bool {
        self.layout.wanted.lines
    }

    fn line(&mut self, line: &Line<'_>) -> Result<(), Error> {
        if !self.layout.wanted.lines {
            return Ok(());
        }
        let period = month_text(&mut self.period, line.period);
        self.lines.write(line, period, self.terms.law, &mut self.page.lines.bytes);
        self.page.lines.rows += 1;
        // One person may have any number of operations.
        self.flush_full(self.page.lines.bytes.len())
    }

    fn month(&mut self, month: MonthRows) -> Result<(), Error> {
        let period = &month_text(&mut self.period, month.period).text;
        let page = &mut *self.page;
        for row in &month.rows {
            rows_out::register_row(row, period, self.terms.law, &mut page.register.bytes);
        }
        for row in &month.limits {
            rows_out::limit_row(row, period, &mut page.limits.bytes);
        }
        if self.layout.wanted.state {
            write_month(&month, &mut page.state.bytes);
            page.state.rows += month.rows.len() as u64;
        }
        page.register.rows += month.rows.len() as u64;
        page.limits.rows += month.limits.len() as u64;
        page.persons.push(month.iin.number());
        if self.layout.named.lacks(month.iin) {
            page.unnamed_operations += month.rows.iter().map(|row| row.tally.operations).sum::<u64>();
        }
        page.totals.add(&month.rows);
        self.flush_full(self.page.register.bytes.len())
    }
}
