//! Tables in, tables out, by the C stream interface of Arrow.

use std::ffi::c_char;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use ustap_arrow::{Calculated, Calculation, Counts, LINES, Opening, Rows, Table, TableKind, Tables, Terms};
use withholding::bindings::Misuse;
use withholding::{Day, Error, Month, OverLimit};

use crate::UstapStatus;
use crate::call::{Out, Told, directory, free, pointed, text};
use crate::month::UstapLaw;

/// What a calculation came to: tables. Any number of threads may use one.
pub struct UstapResult {
    calculated: Calculated,
    rejects: Rows,
    lines: Option<Rows>,
    counts: Counts,
}

/// How income above the monthly limit is read: `UstapOptions.over_limit`.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UstapOverLimit {
    /// Bases stop at their caps, and the operator goes on withholding.
    Cap = 0,
    /// From the operation that crosses the limit on, nothing of that month is withheld.
    Stop = 1,
}

/// The tables of a result, with the columns of the files of the same names but for the rejects. No column has nulls but
/// those that are named here.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UstapTable {
    /// One row for each person, month and regime.
    Register = 0,
    /// Months near the limit or over it; `crossed_on` and `crossed_by` may be null.
    Limits = 1,
    /// What is to be transferred; `recipient` and `due_on` may be null.
    Payments = 2,
    /// Rows that do not count: `input`, `row` from 0, `operation_id`, `code`, `field`, `value`, `message`; `operation_id` is
    /// null in rows of exemptions and contractors.
    Rejects = 3,
    /// One row for each operation that counts, where `UstapOptions.lines` was 1.
    Lines = 4,
}

/// How a calculation is done. All zeros but `size` is the default of everything.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct UstapOptions {
    /// `sizeof(UstapOptions)`: another one is refused.
    pub size: usize,
    /// The only month that counts (`2026-08`); null: all do.
    pub period: *const c_char,
    /// Exemptions that became known after this day are not used; null: all are. Where no exemption says when
    /// it did (`known_on`), all are used as well, and no call tells so.
    pub known_on: *const c_char,
    /// Where temporary files are made for what does not fit into `memory`; null: where the system has them. An empty path
    /// is refused.
    pub spill_dir: *const c_char,
    /// Bytes that may be held beside fixed buffers and the result; 0: as many as there are.
    pub memory: u64,
    /// Threads; 0: one for each processor. Their number changes no result.
    pub threads: u32,
    /// A value of `UstapOverLimit`.
    pub over_limit: i32,
    /// 1: lines are wanted; 0: they are not.
    pub lines: i32,
    /// 1: the text of an ИИН that has lost its leading zeros gets them back; 0: it is rejected. Integers always do.
    pub restore_zeros: i32,
}

/// How many rows there were.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UstapCounts {
    /// Operations read: a stream that was read before is empty, and 0 is worth a look.
    pub read: u64,
    /// Operations that count.
    pub accepted: u64,
    /// Exemptions read.
    pub exemptions: u64,
    /// Contractors read.
    pub contractors: u64,
}

/// Calculates operations, with exemptions and contractors where they are not null. Columns are those of the files; money is
/// decimal128, text, or int64 of whole tiyn in a column named `income_tiyn`. `options` null: the defaults.
///
/// Every stream is taken over and released, whatever comes of the call; none is read after it. Its functions are called one
/// at a time, from any thread of the library; with `threads` 1 from the caller's alone. A row that cannot be taken is no
/// failure: it is in the table of rejects. Where the call fails there is no result.
///
/// # Safety
/// `law` is open; streams are null or those of the C stream interface; texts are null or end with a zero; `options` is null
/// or has as many bytes as its `size` says; `out` has room for a pointer, which is null where the call fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ustap_calculate(
    law: *const UstapLaw,
    operations: *mut FFI_ArrowArrayStream,
    exemptions: *mut FFI_ArrowArrayStream,
    contractors: *mut FFI_ArrowArrayStream,
    options: *const UstapOptions,
    out: *mut *mut UstapResult,
    error: *mut c_char,
    error_bytes: usize,
) -> UstapStatus {
    // SAFETY: what the caller promises.
    let (told, out) = unsafe { (Told::to(error, error_bytes), Out::of(out)) };
    // First of all they are ours, so that they are released on every way out.
    // SAFETY: what is not null is a stream, which is moved out, and one that is released is left.
    let streams = [operations, exemptions, contractors]
        .map(|stream| (!stream.is_null()).then(|| unsafe { FFI_ArrowArrayStream::from_raw(stream) }));
    told.call(move || {
        out.put(|| {
            // SAFETY: what the caller promises.
            let terms = unsafe { terms(pointed(law, "law")?, options) }?;
            calculate(terms, streams)
        })
    })
}

/// # Safety
/// `options` is null or has as many bytes as its `size` says, and its texts are null or end with a zero.
unsafe fn terms(law: &UstapLaw, options: *const UstapOptions) -> Result<Terms, Error> {
    let mut terms = Terms::of(Arc::clone(&law.law));
    if options.is_null() {
        return Ok(terms);
    }
    // Only the size may be read until it is known.
    // SAFETY: it is the first field, and a size is there in any case.
    let given = unsafe { options.cast::<usize>().read() };
    let expected = size_of::<UstapOptions>();
    if given != expected {
        return Err(Misuse::Size { given, expected }.error());
    }
    // SAFETY: there are as many bytes as the struct has.
    let options = unsafe { options.read() };
    // SAFETY: texts are null or end with a zero.
    let (period, known_on) =
        unsafe { (text(options.period, "options.period")?, text(options.known_on, "options.known_on")?) };
    terms.period = period.map(str::parse::<Month>).transpose()?;
    terms.known_on = known_on.map(str::parse::<Day>).transpose()?;
    // SAFETY: it is null or ends with a zero.
    if let Some(dir) = unsafe { directory(options.spill_dir, "options.spill_dir") }? {
        terms.dir = dir;
    }
    if options.memory != 0 {
        terms.memory = usize::try_from(options.memory).unwrap_or(usize::MAX);
    }
    if options.threads != 0 {
        terms.threads = options.threads as usize;
    }
    const CAP: i32 = UstapOverLimit::Cap as i32;
    const STOP: i32 = UstapOverLimit::Stop as i32;
    terms.over_limit = match options.over_limit {
        CAP => OverLimit::Cap,
        STOP => OverLimit::Stop,
        number => return Err(Misuse::Unknown { name: "options.over_limit", number }.error()),
    };
    terms.lines = flag(options.lines, "options.lines")?;
    terms.restore_zeros = flag(options.restore_zeros, "options.restore_zeros")?;
    Ok(terms)
}

fn flag(number: i32, name: &'static str) -> Result<bool, Error> {
    match number {
        0 => Ok(false),
        1 => Ok(true),
        number => Err(Misuse::Unknown { name, number }.error()),
    }
}

fn calculate(
    terms: Terms,
    [operations, exemptions, contractors]: [Option<FFI_ArrowArrayStream>; 3],
) -> Result<UstapResult, Error> {
    let stop = Arc::new(AtomicBool::new(false));
    let opening = Opening {
        first: TableKind::Operations,
        renamed: &[],
        known_on: terms.known_on.is_some(),
        stop: Arc::clone(&stop),
    };
    let open = |kind: TableKind, stream: FFI_ArrowArrayStream| Table::open(kind, stream, &opening);
    let operations = operations.ok_or_else(|| Misuse::Null("operations").error())?;
    let operations = open(TableKind::Operations, operations)?;
    let exemptions = exemptions.map(|stream| open(TableKind::Exemptions, stream)).transpose()?;
    let contractors = contractors.map(|stream| open(TableKind::Contractors, stream)).transpose()?;
    let mut facts = terms.facts();
    if let Some(table) = exemptions {
        while facts.exemptions(&table)? {}
    }
    if let Some(table) = contractors {
        while facts.contractors(&table)? {}
    }
    let tables = Tables { operations, facts: facts.finish()? };
    let are_lines_wanted = terms.lines;
    let calculation = Calculation { terms, tables, rows: Arc::default(), stop };
    let (mut counted, mut lines) = (None, Vec::new());
    let calculated = calculation.run(
        |rejects, counts| {
            counted = Some((rejects, counts));
            Ok(())
        },
        |batch| {
            lines.push(batch);
            Ok(())
        },
    )?;
    let (rejects, counts) = counted.ok_or_else(|| Error::defect("a calculation ended without its counts"))?;
    let lines = are_lines_wanted.then(|| Rows { schema: Arc::clone(&LINES), batches: lines });
    Ok(UstapResult { calculated, rejects, lines, counts })
}

/// A table of a result (a value of `UstapTable`) as a stream of the C stream interface, as often as it is asked for. The
/// stream is the caller's, who releases it; it outlives the result.
///
/// # Safety
/// `result` is not freed; `out` has room for a stream, which is a released one where the call fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ustap_result_table(
    result: *const UstapResult,
    table: i32,
    out: *mut FFI_ArrowArrayStream,
) -> UstapStatus {
    if out.is_null() {
        return UstapStatus::Usage;
    }
    // SAFETY: there is room for a stream; what stood there is none of ours.
    unsafe { out.write(FFI_ArrowArrayStream::empty()) };
    const REGISTER: i32 = UstapTable::Register as i32;
    const LIMITS: i32 = UstapTable::Limits as i32;
    const PAYMENTS: i32 = UstapTable::Payments as i32;
    const REJECTS: i32 = UstapTable::Rejects as i32;
    const OF_LINES: i32 = UstapTable::Lines as i32;
    // SAFETY: what the caller promises.
    unsafe { Told::to(std::ptr::null_mut(), 0) }.call(|| {
        // SAFETY: what the caller promises.
        let result = unsafe { pointed(result, "result") }?;
        let rows = match table {
            REGISTER => Some(&result.calculated.register),
            LIMITS => Some(&result.calculated.limits),
            PAYMENTS => Some(&result.calculated.payments),
            REJECTS => Some(&result.rejects),
            OF_LINES => result.lines.as_ref(),
            _ => None,
        };
        let rows = rows.ok_or_else(|| Misuse::Unknown { name: "table", number: table }.error())?;
        // SAFETY: there is room for a stream, and an empty one has nothing to be released.
        unsafe { out.write(rows.stream()) };
        Ok(())
    })
}

/// How many rows there were.
///
/// # Safety
/// `result` is not freed; `out` has room for the counts, which stay as they are where the call fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ustap_result_counts(result: *const UstapResult, out: *mut UstapCounts) -> UstapStatus {
    // SAFETY: what the caller promises.
    unsafe { Told::to(std::ptr::null_mut(), 0) }.call(|| {
        // SAFETY: what the caller promises.
        let counts = &unsafe { pointed(result, "result") }?.counts;
        if out.is_null() {
            return Err(Misuse::Null("out").error());
        }
        let [exemptions, contractors] = counts.facts_read.map(Option::unwrap_or_default);
        // SAFETY: there is room for the counts.
        unsafe { out.write(UstapCounts { read: counts.read, accepted: counts.accepted, exemptions, contractors }) };
        Ok(())
    })
}

/// Frees a result. Null is allowed; streams of its tables stay.
///
/// # Safety
/// `result` is null or came from `ustap_calculate`, and was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ustap_result_free(result: *mut UstapResult) {
    // SAFETY: what the caller promises.
    unsafe { free(result) };
}
