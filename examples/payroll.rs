//! A run over typed operations, with exemptions and regimes and no file in sight:
//!
//! ```text
//! cargo run --no-default-features --example payroll
//! ```
#![allow(clippy::print_stdout, reason = "an example shows what it has")]

use ustap::{Batch, BatchResult, ContractorRegime, Day, Error, Exemption, Iin, Law, Operation, Payment};

/// What a payroll system has in its own tables: id, person, day of settlement, corrected day, income in tenge.
const PAYOUTS: [(&str, &str, &str, Option<&str>, &str); 8] = [
    ("op-1", "900101300017", "2026-08-03", None, "400000.00"),
    ("op-2", "900101300017", "2026-08-17", None, "250000.50"),
    // Given back in September, of the income of 17 August: it belongs to August.
    ("op-3", "900101300017", "2026-09-02", Some("2026-08-17"), "-1000.50"),
    ("op-4", "900101300811", "2026-08-10", None, "300000.00"),
    ("op-5", "900101300811", "2026-08-28", None, "50000.00"),
    ("op-5", "900101300811", "2026-08-28", None, "50000.00"),
    ("op-6", "880314900106", "2026-08-11", None, "90000.00"),
    ("op-7", "880314900106", "2027-01-05", None, "90000.00"),
];

fn main() -> Result<(), Error> {
    let law = Law::current()?;
    let batch = Batch::new(&law).exemptions(exemptions(&law)?).regimes(regimes(&law)?).lines(true);
    print(&law, &batch.run(operations()?)?);
    Ok(())
}

fn operations() -> Result<Vec<Operation<'static>>, Error> {
    let operation = |(id, iin, settled_on, corrects_on, income): (_, &str, &str, Option<&str>, &str)| {
        Ok(Operation {
            id,
            iin: iin.parse()?,
            settled_on: settled_on.parse()?,
            corrects_on: corrects_on.map(str::parse).transpose()?,
            income: income.parse()?,
        })
    };
    PAYOUTS.into_iter().map(operation).collect()
}

/// A student until 15 August.
fn exemptions(law: &Law) -> Result<[Exemption; 1], Error> {
    let iin: Iin = "900101300811".parse()?;
    let last: Day = "2026-08-15".parse()?;
    let category = law.category_id("full-time-student")?;
    Ok([Exemption { iin, category, days: (None, Some(last)) }])
}

/// An entrepreneur: the operator withholds nothing under the order, so nothing is computed.
fn regimes(law: &Law) -> Result<[ContractorRegime; 1], Error> {
    let regime = law.regime_id("entrepreneur")?;
    Ok([ContractorRegime { iin: "880314900106".parse()?, regime, days: (None, None) }])
}

fn print(law: &Law, result: &BatchResult) {
    println!("register");
    for row in &result.register {
        let amounts = Payment::ALL.map(|payment| format!("{payment} {}", row.amount(payment))).join(", ");
        println!("  {} {} {}", row.iin.masked(), row.period, row.regime.code(law));
        println!("    income {}: {amounts}; withheld {}", row.tally.income(), row.withheld);
        println!("    {}", row.notes(law));
    }
    println!("lines");
    for line in &result.lines {
        println!("  {} {} {:>12} withheld {:>9}", line.id, line.effective_on, line.income, line.withheld);
    }
    println!("rejects");
    for (number, reject) in &result.summary.rejected {
        println!("  operation {number}: {reject}: {}", reject.message());
    }
}
