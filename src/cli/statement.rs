//! `ustap statement`.

use std::fmt::Write as _;
use std::path::Path;

use crate::cli::arguments::{StatementArguments, StatementFormat};
use crate::cli::calculate::load_law;
use crate::cli::progress::Bar;
use crate::cli::summary::inputs;
use crate::cli::{Ending, Speech, print_published, publish};
use crate::commands::payer;
use crate::commands::statement::{Format, Outcome, StatementJob};
use crate::error::{Error, ErrorKind, plain};
use crate::law::Law;
use crate::output::directory::Staging;
use crate::period::Month;
use crate::reading::contractors;
use crate::reading::headings::Kind;
use crate::reading::input::Input;

/// Writes the statements, publishes them and prints the summary.
pub(crate) fn run(arguments: &StatementArguments, speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let contractors: Vec<Input> = arguments.contractors.iter().map(|path| Input::from_argument(path)).collect();
    if contractors.iter().filter(|input| **input == Input::Stdin).count() > 1 {
        return Err(Error::new(ErrorKind::Usage, "standard input (`-`) can be given only once"));
    }
    let mapping = arguments.columns.mapping(&[(Kind::Contractors, true)])?;
    let job = StatementJob {
        law: &law,
        run: &arguments.run,
        contractors,
        header: contractors::header(arguments.contractors_encoding.encoding(), &mapping)?
            .with_encoding_option("--contractors-encoding"),
        mapping,
        declarant: payer::of_statement(&arguments.payer)?,
        periods: arguments.period.clone(),
        date: arguments.date,
        format: match arguments.format {
            StatementFormat::Csv => Format::Csv,
            StatementFormat::Xlsx => Format::Xlsx,
        },
        lang: speech.documents(),
        sentences: speech.sentences(),
    };
    let staging = Staging::create(&arguments.out, false)?;
    let total = job.contractors.iter().map(Input::bytes).sum();
    let outcome = Bar::during(total, |progress| job.write(staging.path(), progress))?;
    let digest = job.receipt(&outcome).publish(staging.path())?;
    publish(staging, speech)?;
    print_published(&summary(&law, &outcome, &arguments.out, &digest), &arguments.out, speech);
    Ok(if outcome.is_clean() { Ending::Clean } else { Ending::Findings })
}

fn summary(law: &Law, outcome: &Outcome, out: &Path, digest: &str) -> String {
    let mut text = String::new();
    let mut line = |line: String| text += &(line + "\n");
    line(format!(
        "{:<7} {:>11} {:>20} {:>9} {:>20} {:>8}",
        "", "contractors", "income", "left out", "income", "unnamed"
    ));
    for month in &outcome.months {
        line(format!(
            "{} {:>11} {:>20} {:>9} {:>20} {:>8}  {}",
            month.period,
            month.contractors,
            month.income.to_string(),
            month.left_out,
            month.left_out_income.to_string(),
            month.unnamed,
            month.file,
        ));
    }
    for month in &outcome.months {
        line(format!(
            "{}: register {} = statement {} + left out {}",
            month.period, month.register, month.income, month.left_out_income
        ));
    }
    if outcome.of_other_months > 0 {
        line(format!("told: {} rows of the register of other months, which are not stated", outcome.of_other_months));
    }
    if !outcome.rejected_operations.is_empty() {
        let rows: u64 = outcome.rejected_operations.values().sum();
        let codes: Vec<String> =
            outcome.rejected_operations.iter().map(|(reject, rows)| format!("{} {rows}", reject.code())).collect();
        line(format!(
            "{rows} operations that the run has rejected are in no statement: {} (rejects.csv of the run)",
            codes.join(", ")
        ));
    }
    if outcome.builds_upon {
        line("told: what the runs that this one builds upon have rejected is in their own rejects.csv".to_owned());
    }
    let unnamed: u64 = outcome.months.iter().map(|month| month.unnamed).sum();
    if unnamed > 0 {
        line(format!("{unnamed} rows of contractors whose name is not whole, stated all the same: unnamed.csv"));
    }
    if outcome.doubts > 0 {
        line(format!("{} doubts about names and birth dates: doubts.csv", outcome.doubts));
    }
    if outcome.rejected > 0 {
        line(format!("{} rows of contractors rejected: rejects.csv", outcome.rejected));
    }
    inputs(&mut text, "--contractors-encoding", outcome.inputs.iter().map(|file| &file.digested));
    // Writing to a string cannot fail.
    let _ = writeln!(text, "written to {}", plain(&out.display().to_string()));
    let _ = writeln!(text, "receipt {digest}");
    next(&mut text, law, outcome);
    text
}

/// What the figures are, and what is to be done with them.
fn next(text: &mut String, law: &Law, outcome: &Outcome) {
    for month in &outcome.months {
        let _ = writeln!(
            text,
            "next: state the income of {} to КГД by the special mobile application{} (point 3)",
            month.period,
            by(law, month.period)
        );
    }
    if !outcome.months.is_empty() {
        *text += "КГД computes from these incomes; what the run withholds is a forecast of its sums and a check on them: \
                  `ustap reconcile --kgd`\n";
    }
}

/// The last day for the statement, where the tables know it.
fn by(law: &Law, month: Month) -> String {
    let Some((day, _)) = law.settlement().month_day("statement", month) else { return String::new() };
    let before = match law.days_off().is_working(day) {
        Some(false) => law.days_off().last_before(day).ok(),
        _ => None,
    };
    let before =
        before.map_or_else(String::new, |before| format!(", a day off: the working day before it is {before}"));
    format!(", by {day}{before}")
}
