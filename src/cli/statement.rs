//! `ustap statement`.

use std::path::Path;

use crate::cli::arguments::StatementArguments;
use crate::cli::asked::load_law;
use crate::cli::ending::{Ending, print_published, publishing};
use crate::cli::page::{CONTRACTORS_ENCODING, Page, in_points, known_by, typed_months};
use crate::cli::progress;
use crate::cli::repeated::each_once;
use crate::cli::sentences::{contractors_doubts, no_month};
use crate::cli::speech::Speech;
use crate::commands::Done;
use crate::commands::payer;
use crate::commands::statement::{Format, MonthTotal, StatementJob, StatementOutcome};
use crate::error::Error;
use crate::language::Language;
use crate::law::{Law, Settlement};
use crate::reading::contractors;
use crate::reading::header::headings::Kind;
use crate::reading::input::Input;
use crate::run::sums::together;
use crate::words::say;

/// Writes the statements, publishes them and prints the summary.
pub(crate) fn run(arguments: &StatementArguments, speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let [contractors] = Input::of_options([&arguments.contractors])?;
    let mapping = arguments.columns.mapping(&[(Kind::Contractors, true)])?;
    let (declarant, payer) = match arguments.format {
        Format::Csv => payer::of_statement_rows(&arguments.payer)?,
        Format::Xlsx => payer::of_statement(&arguments.payer)?,
    };
    let job = StatementJob {
        law: &law,
        run: &arguments.run,
        contractors,
        header: contractors::header(arguments.contractors_encoding, &mapping)?
            .with_encoding_option(CONTRACTORS_ENCODING),
        mapping,
        declarant,
        payer,
        periods: each_once(arguments.period.iter().copied()),
        date: arguments.date,
        format: arguments.format,
        lang: speech.documents(),
        sentences: speech.sentences(),
    };
    let total = job.contractors.iter().map(Input::bytes).sum();
    let Done { outcome, digest } = publishing(&arguments.out, None, speech, |dir| {
        progress::during(total, speech, |progress| job.write(dir, progress))
    })?;
    print_published(
        &summary(&job, &outcome, (&arguments.out, arguments.rates.as_deref()), &digest, speech.terminal),
        &arguments.out,
        speech,
    );
    Ok(if outcome.is_clean() { Ending::Clean } else { Ending::Findings })
}

fn summary(
    job: &StatementJob<'_>,
    outcome: &StatementOutcome,
    (out, rates): (&Path, Option<&Path>),
    digest: &str,
    language: Language,
) -> String {
    let mut page =
        Page::new(language).with_rates(rates).with_reading(&job.mapping, job.header.encoding(), &outcome.inputs);
    let columns = [
        ("", -7),
        ("statement-contractors", 11),
        ("statement-income", 20),
        ("statement-left-out", 9),
        ("statement-income", 20),
        ("statement-unnamed", 8),
        ("", -1),
    ];
    let row = |MonthTotal { totals: month, file, .. }: &MonthTotal| {
        vec![
            month.period.to_string(),
            month.contractors.to_string(),
            month.income.to_string(),
            month.left_out.to_string(),
            month.left_out_income.to_string(),
            month.unnamed.to_string(),
            format!(" {file}"),
        ]
    };
    page.table("", &columns, outcome.months.iter().map(row));
    for MonthTotal { totals: month, register, .. } in &outcome.months {
        page.say(say!(
            "statement-conserved",
            month = month.period.to_string(),
            register = register.to_string(),
            statement = month.income.to_string(),
            rest = month.left_out_income.to_string(),
        ));
    }
    if let Some(of_run) = outcome.no_month {
        no_month(&mut page, job.run, of_run);
    }
    if outcome.of_other_months > 0 {
        page.say(say!("statement-other-months", rows = outcome.of_other_months));
    }
    if !outcome.rejected_operations.is_empty() {
        let rows = together(outcome.rejected_operations.values().copied());
        let codes: Vec<String> =
            outcome.rejected_operations.iter().map(|(reject, rows)| format!("{} {rows}", reject.code())).collect();
        page.say(say!("statement-rejected-operations", rows = rows, codes = codes.join(", ")));
    }
    if outcome.builds_upon {
        page.say(say!("statement-builds-upon"));
    }
    let unnamed: u64 = outcome.months.iter().map(|month| month.totals.unnamed).sum();
    if unnamed > 0 {
        page.say(say!("statement-unnamed-rows", rows = unnamed));
    }
    contractors_doubts(&mut page, outcome.doubts, &outcome.rejected, job.mapping.zeros.are_restored());
    page.inputs(CONTRACTORS_ENCODING, outcome.inputs.iter().map(|file| &file.digested));
    page.dated(("--date", job.date), outcome.months.iter().map(|month| month.totals.period));
    page.written(out, digest);
    page.other_rates(job.run, outcome.has_other_tables);
    next(&mut page, job.law, outcome);
    if !outcome.months.is_empty() {
        let run = page.step_reading(job.run, CONTRACTORS_ENCODING, &[Kind::Contractors]) + &typed_months(&job.periods);
        let months = outcome.months.iter().map(|month| month.totals.period);
        page.next(say!("statement-next", run = run, by = page.by(job.law, Settlement::PAYMENT, months)));
    }
    page.finish()
}

/// What the figures are, and what is to be done with them.
fn next(page: &mut Page, law: &Law, outcome: &StatementOutcome) {
    for MonthTotal { totals: month, .. } in &outcome.months {
        // The Rules of 2024 had no statement.
        let by = known_by(law, Settlement::STATEMENT, month.period).map(|by| by.say(page.language));
        let by = by.map_or_else(String::new, |by| say!("statement-by", by = by).say(page.language));
        let points = in_points(law, [month.period].into_iter(), page.language, "3");
        page.next(say!("statement-next-state", month = month.period.to_string(), by = by, points = points));
    }
    if !outcome.months.is_empty() {
        page.say(say!("statement-standing"));
    }
}
