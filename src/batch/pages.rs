//! The months of persons as pages: made on several threads, handed on in order.

use std::sync::{Mutex, PoisonError};

use crate::batch::conditions::Conditions;
use crate::batch::memory::scatter::{Chunks, Partitions};
use crate::batch::months::crossings::Past;
use crate::batch::months::grouping::{Grouping, MonthSink};
use crate::batch::totals::Totals;
use crate::error::Error;
use crate::threads::turns::Turns;
use crate::threads::{Means, Numbers, on_threads};
use crate::withholding::month::MonthRows;
use crate::withholding::row::LineRef;

/// What consecutive persons' months are written into, in whatever form: text, values, columns.
pub trait Page: Send {
    /// Takes the next line, in order; its month follows after its last line.
    ///
    /// # Errors
    /// Where the line has no room in this form.
    fn line(&mut self, line: &LineRef<'_>) -> Result<(), Error>;

    /// Takes the next month, in order.
    ///
    /// # Errors
    /// Where the month has no room in this form.
    fn month(&mut self, month: MonthRows) -> Result<(), Error>;

    /// Bytes that the page holds, about: by them it is told when it is handed on.
    fn bytes(&self) -> usize;

    /// Makes it an empty page again, with the memory of this one.
    fn clear(&mut self);
}

/// A page and what its months come to.
pub(crate) struct Counting<P> {
    pub page: P,
    pub totals: Totals,
    /// ИИН in the order of the months, for persons of several months to be counted.
    pub persons: Vec<u64>,
}

impl<P: Page> Counting<P> {
    fn new(page: P) -> Counting<P> {
        Counting { page, totals: Totals::default(), persons: Vec::new() }
    }

    fn clear(&mut self) {
        self.page.clear();
        self.totals = Totals::default();
        self.persons.clear();
    }
}

/// A page of this size is handed on, if it is its turn.
const PAGE_BYTES: usize = 512 << 10;
/// A page of so many times that size waits for its turn: a range that is ahead of its turn seldom comes to more.
const PAGES_AHEAD: usize = 8;

/// Makes every page of the ranges, with lines where they are wanted, and hands it to `emit`, in the order of the
/// register.
pub(crate) fn for_each<P: Page>(
    (ranges, chunks): (&Partitions, &Chunks),
    (past, conditions): (&Past<'_>, Conditions<'_>),
    (lines, make): (bool, impl Fn() -> P + Sync),
    means: Means<'_>,
    emit: impl FnMut(&mut Counting<P>) -> Result<(), Error> + Send,
) -> Result<(), Error> {
    let numbers = Numbers::below(ranges.count());
    let spare = Mutex::new(Vec::new());
    let lock_spare = || spare.lock().unwrap_or_else(PoisonError::into_inner);
    // A thread that is ahead leaves its page to the others, one for each of them.
    let turns = Turns::new(emit, means.threads());
    let grouping = || Grouping::new(conditions, means.memory / means.threads(), means.dir);
    let page_bytes_max = (means.memory / means.threads() / 8).clamp(PAGE_BYTES, PAGES_AHEAD * PAGE_BYTES);
    on_threads(means.threads().min(ranges.count()).max(1), grouping, |mut grouping| {
        while !turns.has_failed()
            && let Some(range) = numbers.take()
        {
            let parts = ranges.take(range);
            let taken = lock_spare().pop();
            let mut page = taken.unwrap_or_else(|| Counting::new(make()));
            let mut writer =
                PageWriter { lines, range, turns: &turns, page: &mut page, page_bytes_max, look_at: PAGE_BYTES };
            let result = grouping.range(&parts, &mut past.months(range), &mut writer).and_then(|()| {
                turns.end(range, |emit| {
                    let emitted = emit(&mut page);
                    page.clear();
                    lock_spare().push(page);
                    emitted
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
        Ok(())
    })?;
    Ok(())
}

/// Makes pages of the months of one range.
struct PageWriter<'a, 't, P, W> {
    lines: bool,
    range: usize,
    turns: &'a Turns<'t, W>,
    page: &'a mut Counting<P>,
    page_bytes_max: usize,
    /// The size at which it is next looked whether the page is to be handed on.
    look_at: usize,
}

impl<P: Page, W: FnMut(&mut Counting<P>) -> Result<(), Error>> PageWriter<'_, '_, P, W> {
    /// Hands on a page that has come to some size, where it would not have to wait or has no room to grow.
    #[inline]
    fn flush_full(&mut self) -> Result<(), Error> {
        let bytes = self.page.page.bytes();
        if bytes < self.look_at {
            return Ok(());
        }
        self.look_at = bytes + PAGE_BYTES;
        if bytes < self.page_bytes_max && !self.turns.has_come(self.range) {
            return Ok(());
        }
        self.turns.write(self.range, |emit| emit(self.page))?;
        self.page.clear();
        self.look_at = PAGE_BYTES;
        Ok(())
    }
}

impl<P: Page, W: FnMut(&mut Counting<P>) -> Result<(), Error>> MonthSink for PageWriter<'_, '_, P, W> {
    fn wants_lines(&self) -> bool {
        self.lines
    }

    #[inline]
    fn line(&mut self, line: &LineRef<'_>) -> Result<(), Error> {
        if !self.lines {
            return Ok(());
        }
        self.page.page.line(line)?;
        // One person may have any number of operations.
        self.flush_full()
    }

    fn month(&mut self, month: MonthRows) -> Result<(), Error> {
        self.page.persons.push(month.iin.number());
        self.page.totals.add(&month.rows);
        self.page.page.month(month)?;
        self.flush_full()
    }
}
