//! The memory that a run takes is what `--memory` says and at most 64 MiB beside it, however many operations there are.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::process::Stdio;
use std::time::Duration;

use crate::program::{OPERATIONS, Place};
use ustap::Iin;

const MIB: u64 = 1 << 20;
const BUDGET: u64 = 16 * MIB;
/// Beside the budget: the program itself, its stacks, blocks of files and buffers.
const BESIDE: u64 = 64 * MIB;

/// Operations with long ids: held all at once they take some 58 bytes each, 116 MB.
const ROWS: u64 = 2_000_000;
const PEOPLE: u64 = 1_000;

fn write_batch(place: &Place) {
    let people: Vec<Iin> =
        (0..).filter_map(|step| Iin::from_first_eleven(90_010_130_000 + step)).take(PEOPLE as usize).collect();
    let mut file = BufWriter::new(File::create(place.path("operations.csv")).unwrap());
    file.write_all(OPERATIONS.as_bytes()).unwrap();
    for row in 0..ROWS {
        let iin = people[(row * 7_919 % PEOPLE) as usize];
        let (day, income) = (row % 31 + 1, row % 9_973);
        writeln!(file, "an-operation-of-a-platform-{row:013},{iin},2026-08-{day:02},{income}.05,").unwrap();
    }
    file.flush().unwrap();
}

/// The most memory that the process has had resident so far; nothing once it is gone.
fn peak_bytes(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let kibibytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().strip_suffix(" kB")?;
    Some(kibibytes.parse::<u64>().unwrap() << 10)
}

/// The peak of a run as it was seen last before its end.
fn peak_of(place: &Place, arguments: &[&str]) -> u64 {
    let mut child = place.command(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        peak = peak_bytes(child.id()).map_or(peak, |bytes| peak.max(bytes));
        std::thread::sleep(Duration::from_millis(1));
    }
    assert!(child.wait().unwrap().success());
    peak
}

#[test]
#[ignore = "slow"]
fn memory_stays_within_its_bound() {
    let place = Place::new();
    write_batch(&place);
    let run = |memory: &str, out: &str, more: &[&str]| {
        let arguments = ["calculate", "operations.csv", "--threads", "2", "--memory", memory, "--out", out];
        peak_of(&place, &[&arguments, more].concat())
    };
    // What the bound would be broken by, if nothing went to disk.
    let unbounded = run("1GiB", "unbounded", &[]);
    assert!(unbounded > BUDGET + BESIDE, "{unbounded} bytes");
    for (out, more) in [("registers", &[][..]), ("lines", &["--lines"])] {
        let peak = run("16MiB", out, more);
        assert!(peak <= BUDGET + BESIDE, "{out}: {peak} bytes");
        assert_eq!(place.read(&format!("{out}/register.csv")), place.read("unbounded/register.csv"));
    }
}
