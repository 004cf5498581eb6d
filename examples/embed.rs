//! One person's month, as a payroll system asks for it: amounts in, the five payments out.
//!
//! ```text
//! cargo run --no-default-features --example embed
//! ```
#![allow(clippy::print_stdout, reason = "an example shows what it has")]

use rust_decimal::Decimal;
use ustap::{Error, Law, PersonMonth};

fn main() -> Result<(), Error> {
    let law = Law::current()?;
    let mut month = PersonMonth::new(&law, "2026-08".parse()?)?;
    month.add("2026-08-05".parse()?, Decimal::from(300_000), &["full-time-student"])?;
    month.add("2026-08-20".parse()?, Decimal::new(41_234_567, 2), &[])?;
    for (payment, amount) in month.amounts().iter() {
        println!("{:6} {amount:>10}", payment.abbreviation());
    }
    Ok(())
}
