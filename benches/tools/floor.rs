//! The floor that `ustap calculate` is measured against: the `csv` crate over every record of a file and the SHA-256 of
//! the same bytes, on the same threads, and nothing else. A file whose quoted fields hold line ends is not for it.
//!
//! ```text
//! cargo run --release --example floor -- operations.csv 2
//! ```
//!
//! A digest is serial by nature: it is taken by the thread that reads the next block, before it lets others read on.
//! The records of a block, 1 MiB cut at a line end, are then parsed while other threads read and parse.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool is a command line of its own")]

use std::fs::File;
use std::io::{self, Read};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use sha2::{Digest, Sha256};

const BLOCK_BYTES: usize = 1 << 20;

fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [path, threads] = arguments.as_slice() else {
        return Err("usage: floor FILE THREADS".into());
    };
    let threads: usize = threads.parse()?;

    let start = Instant::now();
    let blocks = Mutex::new(Blocks { file: File::open(path)?, digest: Sha256::new(), rest: Vec::new() });
    #[expect(clippy::disallowed_methods, reason = "a measurement may end where there are no threads")]
    let counts = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(|| count_records(&blocks))).collect();
        workers.into_iter().map(|worker| worker.join().unwrap_or(Err("a thread panicked".into()))).collect::<Vec<_>>()
    });
    let mut total = Count::default();
    for count in counts {
        let count = count?;
        total.records += count.records;
        total.fields += count.fields;
    }
    let digest = blocks.into_inner().unwrap_or_else(PoisonError::into_inner).digest.finalize();
    println!("{} records, {} fields, {:?}", total.records, total.fields, start.elapsed());
    println!("sha256 {}", digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
    Ok(())
}

#[derive(Default)]
struct Count {
    records: u64,
    fields: u64,
}

fn count_records(blocks: &Mutex<Blocks>) -> Result<Count, Box<dyn std::error::Error + Send + Sync>> {
    let mut count = Count::default();
    let mut block = Vec::new();
    let mut record = csv::ByteRecord::new();
    while blocks.lock().unwrap_or_else(PoisonError::into_inner).next(&mut block)? {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(64 << 10)
            .from_reader(block.as_slice());
        while reader.read_byte_record(&mut record)? {
            count.records += 1;
            count.fields += record.len() as u64;
        }
    }
    Ok(count)
}

struct Blocks {
    file: File,
    digest: Sha256,
    /// What stands after the last line end of the block before.
    rest: Vec<u8>,
}

impl Blocks {
    /// Puts the next lines into `block`; false at the end of the file.
    fn next(&mut self, block: &mut Vec<u8>) -> io::Result<bool> {
        block.clear();
        block.append(&mut self.rest);
        let read_from = block.len();
        (&mut self.file).take(BLOCK_BYTES as u64).read_to_end(block)?;
        self.digest.update(&block[read_from..]);
        if block.len() - read_from == BLOCK_BYTES
            && let Some(end) = memchr::memrchr(b'\n', block)
        {
            self.rest.extend_from_slice(&block[end + 1..]);
            block.truncate(end + 1);
        }
        Ok(!block.is_empty())
    }
}
