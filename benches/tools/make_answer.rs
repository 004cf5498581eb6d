//! A synthetic answer of the State Corporation to a run, to try `ustap reconcile` with:
//!
//! ```text
//! cargo run --release --example make_answer -- RUN --breaks-ppm 10000 > answer.csv
//! ```
//!
//! The lists of ОПВ, ОПВР, СО and ВОСМС, one after another, with a share of the rows damaged in turn: another amount,
//! the flat 4 % of СО, a row left out, given twice, put into the month before, or rejected. The same run and options give
//! the same bytes on every machine.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool is a command line of its own")]

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

/// Writes an answer to standard output.
#[derive(Parser)]
#[command(name = "make_answer")]
struct Options {
    /// Directory of the run
    run: PathBuf,
    /// Rows to be damaged, in parts per million
    #[arg(long, value_name = "PPM", default_value_t = 10_000)]
    breaks_ppm: u64,
    /// Another seed damages other rows
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// КНП, and the columns of base and amount in register.csv.
const PAYMENTS: [(&str, usize); 4] = [("010", 9), ("089", 12), ("012", 15), ("122", 18)];
const INCOME: usize = 4;

fn main() -> ExitCode {
    match write(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn write(options: &Options) -> io::Result<()> {
    let register = std::fs::read_to_string(options.run.join("register.csv"))?;
    let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    out.write_all(b"iin,period,knp,amount,status,error_code,reference\n")?;
    let mut number: u64 = 0;
    for (knp, amount_at) in PAYMENTS {
        for line in register.lines().skip(1) {
            let fields: Vec<&str> = line.split(',').collect();
            let (Some(iin), Some(period), Some(amount)) = (fields.first(), fields.get(1), fields.get(amount_at)) else {
                continue;
            };
            if *amount == "0.00" {
                continue;
            }
            number += 1;
            let mut row = |period: &str, amount: &str, status: &str, code: &str| {
                writeln!(out, "{iin},{period},{knp},{amount},{status},{code},{knp}-{number}")
            };
            let chance = scatter(number ^ options.seed << 40);
            if chance % 1_000_000 >= options.breaks_ppm {
                row(period, amount, "", "")?;
                continue;
            }
            match chance / 1_000_000 % 6 {
                0 => row(period, &format!("1{amount}"), "", "")?,
                1 => {
                    // One per cent of the whole income, halves up to a tenge: what the flat 4 % gives for СО.
                    let income = fields.get(INCOME).copied().unwrap_or_default().replace('.', "");
                    let tiyn: u64 = income.parse().unwrap_or_default();
                    row(period, &format!("{}.00", (tiyn + 5_000) / 10_000), "", "")?;
                }
                2 => {}
                3 => {
                    row(period, amount, "", "")?;
                    row(period, amount, "", "")?;
                }
                4 => row("2026-01", amount, "", "")?,
                _ => row(period, amount, "rejected", "E-17")?,
            }
        }
    }
    out.flush()
}

/// Numbers made to look like chance.
fn scatter(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ mixed >> 31
}
