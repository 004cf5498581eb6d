//! The months of persons as pages of registers: made on several threads, written in order.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::batch::assembly::{PersonMonth, PersonMonths, Terms};
use crate::batch::order::PersonMonthKey;
use crate::calculation::resolve::Resolved;
use crate::error::Error;
use crate::period::Month;
use crate::register::csv;
use crate::register::totals::Totals;

/// Rows of consecutive persons' months, as they stand in the files.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub register: Rows,
    pub limits: Rows,
    pub lines: Rows,
    pub totals: Totals,
    /// ИИН in the order of the rows, where persons of several months are to be counted.
    pub persons: Vec<u64>,
    /// Operations of persons that the contractors files do not have.
    pub unnamed_operations: u64,
}

/// Bytes and the number of rows that they are.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    pub bytes: Vec<u8>,
    pub rows: u64,
}

/// What pages are to have.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout {
    pub lines: bool,
}

/// A page that has grown beyond this is written before the next row.
const PAGE_BYTES: usize = 512 << 10;
/// Records of a part: sums or operations.
const PART_RECORDS: usize = 32 << 10;

/// Makes every page and hands it to `write`, in the order of the register.
pub(crate) fn for_each(
    resolved: &Resolved,
    terms: Terms<'_>,
    layout: Layout,
    threads: usize,
    write: impl FnMut(Page) -> Result<(), Error> + Send,
) -> Result<(), Error> {
    let parts = Parts::of(resolved);
    let next = AtomicUsize::new(0);
    let turns = Turns { state: Mutex::new(Turn { part: 0, failed: false, write }), changed: Condvar::new() };
    let work = || {
        loop {
            let part = next.fetch_add(1, Ordering::Relaxed);
            if part >= parts.count() {
                return Ok(());
            }
            let result = parts
                .months(resolved, terms, part)
                .and_then(|mut months| pages(&mut months, terms, layout, |page| turns.write(part, page)));
            turns.end(part, result.is_err());
            result?;
        }
    };
    std::thread::scope(|scope| {
        let handles: Vec<_> = (1..threads.min(parts.count())).map(|_| scope.spawn(work)).collect();
        let own = work();
        let others =
            handles.into_iter().map(|handle| handle.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        std::iter::once(own).chain(others).collect()
    })
}

/// Parts of the register that can be made apart from each other.
struct Parts {
    /// The first person's month of each part but the first; none where something was spilled.
    bounds: Vec<PersonMonthKey>,
    is_held: bool,
}

impl Parts {
    fn of(resolved: &Resolved) -> Parts {
        let is_held = resolved.sums.is_held() && resolved.operations.is_held();
        if !is_held {
            return Parts { bounds: Vec::new(), is_held };
        }
        let parts = |records: usize| (records / PART_RECORDS).max(1);
        let of_sums = resolved.sums.dividing_keys(parts(resolved.sums.held_records()));
        let of_operations = resolved.operations.dividing_keys(parts(resolved.operations.held_records()));
        let mut bounds: Vec<PersonMonthKey> = of_sums.into_iter().map(PersonMonthKey::of_sum).collect();
        bounds.extend(of_operations.into_iter().map(PersonMonthKey::of_operation));
        bounds.sort_unstable();
        bounds.dedup();
        Parts { bounds, is_held }
    }

    fn count(&self) -> usize {
        self.bounds.len() + 1
    }

    fn months<'a>(&self, resolved: &'a Resolved, terms: Terms<'a>, part: usize) -> Result<PersonMonths<'a>, Error> {
        if !self.is_held {
            return Ok(PersonMonths::new(terms, resolved.sums.read()?, resolved.operations.read()?));
        }
        let from = part.checked_sub(1).and_then(|before| self.bounds.get(before)).copied().unwrap_or_default();
        let to = self.bounds.get(part).copied();
        let sums = resolved.sums.read_held(from.first_sum(), to.map(PersonMonthKey::first_sum))?;
        let operations =
            resolved.operations.read_held(from.first_operation(), to.map(PersonMonthKey::first_operation))?;
        Ok(PersonMonths::new(terms, sums, operations))
    }
}

/// Parts take turns at writing, so that everything is written in order.
struct Turns<W> {
    state: Mutex<Turn<W>>,
    changed: Condvar,
}

struct Turn<W> {
    part: usize,
    failed: bool,
    write: W,
}

impl<W: FnMut(Page) -> Result<(), Error>> Turns<W> {
    /// Waits until it is this part's turn.
    fn wait(&self, part: usize) -> MutexGuard<'_, Turn<W>> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        self.changed.wait_while(state, |turn| turn.part < part && !turn.failed).unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes a page of this part, unless another part has failed and nothing more is wanted.
    fn write(&self, part: usize, page: Page) -> Result<(), Error> {
        let mut turn = self.wait(part);
        if turn.failed { Ok(()) } else { (turn.write)(page) }
    }

    fn end(&self, part: usize, failed: bool) {
        let mut turn = if failed { self.state.lock().unwrap_or_else(PoisonError::into_inner) } else { self.wait(part) };
        turn.failed |= failed;
        turn.part = turn.part.max(part + 1);
        self.changed.notify_all();
    }
}

/// Makes pages of these months and hands them to `write`.
fn pages(
    months: &mut PersonMonths<'_>,
    terms: Terms<'_>,
    layout: Layout,
    write: impl Fn(Page) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut period = PeriodText::default();
    let mut page = Page::default();
    loop {
        let month = months.next(|line| {
            if layout.lines {
                csv::line_row(line, period.of(line.period), terms.law, &mut page.lines.bytes);
                page.lines.rows += 1;
                // One person may have any number of operations.
                if page.lines.bytes.len() > PAGE_BYTES {
                    return write(std::mem::take(&mut page));
                }
            }
            Ok(())
        })?;
        let Some(month) = month else { return write(page) };
        page.add(&month, period.of(month.period), terms);
        if page.register.bytes.len() > PAGE_BYTES {
            write(std::mem::take(&mut page))?;
        }
    }
}

impl Page {
    fn add(&mut self, month: &PersonMonth, period: &str, terms: Terms<'_>) {
        for row in &month.rows {
            csv::register_row(row, period, terms.law, &mut self.register.bytes);
        }
        for row in &month.limits {
            csv::limit_row(row, period, &mut self.limits.bytes);
        }
        self.register.rows += month.rows.len() as u64;
        self.limits.rows += month.limits.len() as u64;
        self.persons.push(month.iin.number());
        if terms.facts.is_unnamed(month.iin) {
            self.unnamed_operations += month.rows.iter().map(|row| row.tally.operations).sum::<u64>();
        }
        self.totals.add(&month.rows);
    }
}

/// The text of the month that was last asked for.
#[derive(Default)]
struct PeriodText {
    last: Option<(Month, String)>,
}

impl PeriodText {
    fn of(&mut self, month: Month) -> &str {
        match self.last {
            Some((last, _)) if last == month => {}
            _ => self.last = Some((month, month.to_string())),
        }
        self.last.as_ref().map_or("", |(_, text)| text)
    }
}
