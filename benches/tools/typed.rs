//! A batch of typed operations, timed: reads the operations of a file first, then gives them to the library.
//!
//! ```text
//! cargo run --release --example typed -- operations.csv [--lines] [--threads 2] [--memory BYTES]
//! ```
//!
//! Prints the rows of the register, a hash of them, the bytes that were added at most while the library was at work (on
//! Linux), and the seconds that it took. Rows that are none are left out; `make_batch` makes files without such rows.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout, reason = "a tool may stop, and prints")]

use std::hash::{BuildHasher, Hasher};
use std::time::Instant;

use ustap::{Batch, Law, Operation, Payment};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1)?.parse::<usize>().ok()
    };
    let text = std::fs::read_to_string(&arguments[0]).unwrap();
    let header: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    let column = |name: &str| header.iter().position(|column| *column == name).unwrap();
    let columns = ["operation_id", "iin", "settled_on", "income"].map(column);
    let corrects_on = header.iter().position(|column| *column == "corrects_on");
    let operation = |line: &'static str| {
        let fields: Vec<&str> = line.split(',').collect();
        let corrects_on = corrects_on.map(|at| fields[at]).filter(|day| !day.is_empty());
        Some(Operation {
            id: fields[columns[0]],
            iin: fields[columns[1]].parse().ok()?,
            settled_on: fields[columns[2]].parse().ok()?,
            corrects_on: corrects_on.and_then(|day| day.parse().ok()),
            income: fields[columns[3]].parse().ok()?,
        })
    };
    let text: &'static str = text.leak();
    let operations: Vec<Operation<'static>> = text.lines().skip(1).filter_map(operation).collect();
    let law = Law::current().unwrap();
    let mut batch = Batch::new(&law).lines(arguments.iter().any(|argument| argument == "--lines"));
    if let Some(threads) = option("--threads") {
        batch = batch.threads(threads);
    }
    if let Some(memory) = option("--memory") {
        batch = batch.memory(memory);
    }
    // The most so far is counted anew from here on.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    let (before, start) = (kibibytes("VmRSS"), Instant::now());
    let result = batch.run(operations.iter().copied()).unwrap();
    let (seconds, added) = (start.elapsed(), kibibytes("VmHWM").saturating_sub(before) << 10);
    let mut hash = foldhash::quality::FixedState::with_seed(392).build_hasher();
    for row in &result.register {
        hash.write(&row.iin.digits());
        for payment in Payment::ALL {
            hash.write_i64(row.amount(payment).tiyn());
        }
    }
    println!(
        "{} operations, {} rows, hash {:016x}, {} lines, {added} bytes added: {seconds:.3?}",
        operations.len(),
        result.register.len(),
        hash.finish(),
        result.lines.len()
    );
}

/// A line of what the system says of this process.
fn kibibytes(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    line.and_then(|line| line.trim().split(' ').next()?.parse().ok()).unwrap_or(0)
}
