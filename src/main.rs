//! The command line of `ustap`.

use std::process::ExitCode;

fn main() -> ExitCode {
    ustap::cli::main()
}
