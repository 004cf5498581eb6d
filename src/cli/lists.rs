//! `ustap lists`.

use std::fmt::Write as _;
use std::path::Path;

use crate::cli::arguments::{EncodingArgument, FormatArgument, ListsArguments, PaymentArgument};
use crate::cli::calculate::load_law;
use crate::cli::progress::Bar;
use crate::cli::summary::inputs;
use crate::cli::{Ending, print_published, publish};
use crate::commands::lists::payer;
use crate::commands::lists::{Format, ListsJob, Outcome};
use crate::error::{Error, ErrorKind, plain};
use crate::output::directory::Staging;
use crate::output::headings::Operator;
use crate::payment::Payment;
use crate::reading::contractors;
use crate::reading::headings::Kind;
use crate::reading::input::Input;

/// Writes the lists, publishes them and prints the summary.
pub(crate) fn run(arguments: &ListsArguments) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let (payments, all) = match arguments.payment {
        PaymentArgument::All => (vec![Payment::Opv, Payment::Opvr, Payment::So, Payment::Vosms], true),
        PaymentArgument::Opv => (vec![Payment::Opv], false),
        PaymentArgument::Opvr => (vec![Payment::Opvr], false),
        PaymentArgument::So => (vec![Payment::So], false),
        PaymentArgument::Vosms => (vec![Payment::Vosms], false),
    };
    let contractors: Vec<Input> = arguments.contractors.iter().map(|path| Input::from_argument(path)).collect();
    if contractors.iter().filter(|input| **input == Input::Stdin).count() > 1 {
        return Err(Error::new(ErrorKind::Usage, "standard input (`-`) can be given only once"));
    }
    let mapping = arguments.columns.mapping(&[(Kind::Contractors, true)])?;
    let job = ListsJob {
        law: &law,
        run: &arguments.run,
        contractors,
        header: contractors::header(arguments.contractors_encoding.encoding(), &mapping)?
            .with_encoding_option("--contractors-encoding"),
        mapping,
        payments,
        all,
        format: format(arguments)?,
    };
    let staging = Staging::create(&arguments.out, false)?;
    let total = job.contractors.iter().map(Input::bytes).sum();
    let outcome = Bar::during(total, |progress| job.write(staging.path(), progress))?;
    let digest = job.receipt(&outcome).publish(staging.path())?;
    publish(staging)?;
    print_published(&summary(&outcome, &arguments.out, &digest), &arguments.out);
    let clean =
        outcome.unlisted_rows == 0 && outcome.doubts == 0 && outcome.rejected == 0 && outcome.refused.is_empty();
    Ok(if clean { Ending::Clean } else { Ending::Findings })
}

fn format(arguments: &ListsArguments) -> Result<Format, Error> {
    if arguments.payer.is_some() && arguments.format == FormatArgument::Csv {
        return Err(Error::new(ErrorKind::Usage, "--payer is for --format mt102 and xlsx only")
            .with_hint("the other format names no payer"));
    }
    let only_mt102 = [("--date", arguments.date.is_some()), ("--encoding", arguments.encoding.is_some())];
    if let Some((option, _)) = only_mt102.iter().find(|(_, is_given)| *is_given)
        && arguments.format != FormatArgument::Mt102
    {
        return Err(Error::new(ErrorKind::Usage, format!("{option} is for --format mt102 only"))
            .with_hint("the other formats name no day, and are in UTF-8"));
    }
    Ok(match arguments.format {
        FormatArgument::Csv => Format::Csv,
        FormatArgument::Xlsx => {
            let payer = arguments.payer.as_deref().map(payer::read).transpose()?;
            let operator = payer.map(|payer| Operator {
                name: payer.name,
                number: payer.bin.to_string(),
                chief: payer.chief,
                accountant: payer.accountant,
            });
            Format::Xlsx { lang: arguments.lang.lang(), operator: operator.unwrap_or_default() }
        }
        FormatArgument::Mt102 => {
            let needed = |option: &str, what: &str| {
                Error::new(ErrorKind::Usage, format!("--format mt102 needs {option}")).with_hint(what.to_owned())
            };
            let payer = arguments
                .payer
                .as_deref()
                .ok_or_else(|| needed("--payer FILE", "`ustap template DIR` writes a payer.toml to fill in"))?;
            let date = arguments.date.ok_or_else(|| {
                needed("--date DAY", "the day of the payment order, for example --date 2026-09-21: no clock is read")
            })?;
            let encoding = arguments.encoding.map(EncodingArgument::encoding).unwrap_or_default();
            Format::Mt102 { payer: payer::read(payer)?, date, encoding }
        }
    })
}

fn summary(outcome: &Outcome, out: &Path, digest: &str) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        text,
        "{:<6} {:<7} {:>3} {:>10} {:>18} {:>10} {:>18}",
        "", "", "КНП", "listed", "amount", "unlisted", "amount"
    );
    for total in &outcome.lists {
        let _ = writeln!(
            text,
            "{:<6} {} {:>3} {:>10} {:>18} {:>10} {:>18}  {}",
            total.line.payment.abbreviation(),
            total.line.period,
            total.line.knp,
            total.persons,
            total.amount.to_string(),
            total.unlisted_persons,
            total.unlisted_amount.to_string(),
            if total.file.is_empty() { "no file" } else { total.file.as_str() },
        );
    }
    for (_, period, error) in &outcome.refused {
        let _ = writeln!(text, "{period}: {error}");
        if let Some(hint) = error.hint() {
            let _ = writeln!(text, "  {hint}");
        }
    }
    if outcome.unlisted_rows > 0 {
        let _ =
            writeln!(text, "{} rows of persons without what their list asks for: unlisted.csv", outcome.unlisted_rows);
    }
    if outcome.doubts > 0 {
        let _ = writeln!(text, "{} doubts about names and birth dates: doubts.csv", outcome.doubts);
    }
    if outcome.rejected > 0 {
        let _ = writeln!(text, "{} rows of contractors rejected: rejects.csv", outcome.rejected);
    }
    if let Some(next) = outcome.next_order {
        let _ = writeln!(text, "the next payment order has the number {next}");
    }
    inputs(&mut text, "--contractors-encoding", outcome.inputs.iter().map(|file| &file.digested));
    let _ = writeln!(text, "written to {}", plain(&out.display().to_string()));
    let _ = writeln!(text, "receipt {digest}");
    text
}
