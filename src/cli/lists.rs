//! `ustap lists`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::cli::arguments::{EncodingArgument, FormatArgument, ListsArguments, PaymentArgument};
use crate::cli::calculate::load_law;
use crate::cli::progress::Bar;
use crate::cli::summary::inputs;
use crate::cli::{Ending, Speech, print_published, publish};
use crate::commands::lists::computed::KgdFiles;
use crate::commands::lists::job::{Format, ListsJob, Outcome};
use crate::commands::lists::orders::ListTotal;
use crate::commands::payer;
use crate::commands::reconcile::answers::kgd_header;
use crate::error::{Error, ErrorKind, plain};
use crate::output::directory::Staging;
use crate::output::headings::Operator;
use crate::payment::Payment;
use crate::period::Month;
use crate::reading::contractors;
use crate::reading::headings::Kind;
use crate::reading::input::Input;

/// Which option says in what encoding the inputs are.
const ENCODING: &str = "--contractors-encoding";

/// Writes the lists, publishes them and prints the summary.
pub(crate) fn run(arguments: &ListsArguments, speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let (payments, all) = match arguments.payment {
        PaymentArgument::All => (vec![Payment::Opv, Payment::Opvr, Payment::So, Payment::Vosms], true),
        PaymentArgument::Opv => (vec![Payment::Opv], false),
        PaymentArgument::Opvr => (vec![Payment::Opvr], false),
        PaymentArgument::So => (vec![Payment::So], false),
        PaymentArgument::Vosms => (vec![Payment::Vosms], false),
    };
    let inputs = |paths: &[PathBuf]| -> Vec<Input> { paths.iter().map(|path| Input::from_argument(path)).collect() };
    let (contractors, kgd) = (inputs(&arguments.contractors), inputs(&arguments.kgd));
    if contractors.iter().chain(&kgd).filter(|input| **input == Input::Stdin).count() > 1 {
        return Err(Error::new(ErrorKind::Usage, "standard input (`-`) can be given only once"));
    }
    let columns = arguments.columns.with_kgd(&arguments.kgd_column);
    let mapping = columns.mapping(&[(Kind::Contractors, true), (Kind::Kgd, !kgd.is_empty())])?;
    let encoding = arguments.contractors_encoding.encoding();
    let kgd = match kgd.is_empty() {
        true => None,
        false => {
            let header = kgd_header(encoding, &mapping)?.with_encoding_option(ENCODING);
            Some(KgdFiles { files: kgd, header, penalties: arguments.penalties })
        }
    };
    let (format, operator) = format(arguments)?;
    let job = ListsJob {
        law: &law,
        run: &arguments.run,
        contractors,
        header: contractors::header(encoding, &mapping)?.with_encoding_option(ENCODING),
        kgd,
        mapping,
        payments,
        all,
        periods: arguments.period.clone(),
        format,
        lang: speech.documents(),
        sentences: speech.sentences(),
        operator,
    };
    let staging = Staging::create(&arguments.out, false)?;
    let files = job.contractors.iter().chain(job.kgd.iter().flat_map(|kgd| &kgd.files));
    let outcome = Bar::during(files.map(Input::bytes).sum(), |progress| job.write(staging.path(), progress))?;
    let digest = job.receipt(&outcome).publish(staging.path())?;
    publish(staging, speech)?;
    print_published(&summary(&job, &outcome, &arguments.out, &digest), &arguments.out, speech);
    Ok(if outcome.is_clean() { Ending::Clean } else { Ending::Findings })
}

/// The form of the lists, and who pays.
fn format(arguments: &ListsArguments) -> Result<(Format, Operator), Error> {
    let only_mt102 = [("--date", arguments.date.is_some()), ("--encoding", arguments.encoding.is_some())];
    if let Some((option, _)) = only_mt102.iter().find(|(_, is_given)| *is_given)
        && arguments.format != FormatArgument::Mt102
    {
        return Err(Error::new(ErrorKind::Usage, format!("{option} is for --format mt102 only"))
            .with_hint("the other formats name no day, and are in UTF-8"));
    }
    let payer = arguments.payer.as_deref();
    // Each form asks for the fields that it uses.
    let operator = match (arguments.format, payer) {
        (_, None) => Operator::default(),
        (FormatArgument::Csv, Some(payer)) => payer::of_rows(payer)?,
        (FormatArgument::Xlsx | FormatArgument::Mt102, Some(payer)) => payer::of_lists(payer)?,
    };
    let format = match arguments.format {
        FormatArgument::Csv => Format::Csv,
        FormatArgument::Xlsx => Format::Xlsx,
        FormatArgument::Mt102 => {
            let needed = |option: &str, what: &str| {
                Error::new(ErrorKind::Usage, format!("--format mt102 needs {option}")).with_hint(what.to_owned())
            };
            let payer =
                payer.ok_or_else(|| needed("--payer FILE", "`ustap template DIR` writes a payer.toml to fill in"))?;
            let date = arguments.date.ok_or_else(|| {
                needed("--date DAY", "the day of the payment order, for example --date 2026-09-21: no clock is read")
            })?;
            let encoding = arguments.encoding.map(EncodingArgument::encoding).unwrap_or_default();
            Format::Mt102 { payer: payer::of_orders(payer)?, date, encoding }
        }
    };
    Ok((format, operator))
}

fn summary(job: &ListsJob<'_>, outcome: &Outcome, out: &Path, digest: &str) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        text,
        "{:<6} {:<7} {:>3} {:>5} {:>10} {:>18} {:>10} {:>18}",
        "", "", "КНП", "rate", "listed", "amount", "unlisted", "amount"
    );
    for total in &outcome.lists {
        let _ = writeln!(
            text,
            "{:<6} {} {:>3} {:>5} {:>10} {:>18} {:>10} {:>18}  {}",
            total.order.key.payment.abbreviation(),
            total.order.key.period,
            total.order.line.knp,
            total.order.rate,
            total.persons,
            total.amount.to_string(),
            total.unlisted_persons,
            total.unlisted_amount.to_string(),
            if total.file.is_empty() { "no file" } else { total.file.as_str() },
        );
    }
    for (key, error) in &outcome.refused {
        let _ = writeln!(text, "{}: {error}", key.period);
        if let Some(hint) = error.hint() {
            let _ = writeln!(text, "  {hint}");
        }
    }
    computed(&mut text, job, outcome);
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
    for count in &outcome.kgd_rejected {
        let _ = writeln!(text, "{} rows of КГД rejected, {}: rejects.csv", count.rows, count.reject.code());
    }
    if let Some(next) = outcome.next_order {
        let _ = writeln!(text, "the next payment order has the number {next}");
    }
    notes(&mut text, job, outcome);
    inputs(&mut text, ENCODING, outcome.inputs.iter().map(|file| &file.digested));
    let _ = writeln!(text, "written to {}", plain(&out.display().to_string()));
    let _ = writeln!(text, "receipt {digest}");
    text
}

/// How the sums of КГД differ from the run's, and what of either side is on no list.
fn computed(text: &mut String, job: &ListsJob<'_>, outcome: &Outcome) {
    let mut line = |line: String| {
        let _ = writeln!(text, "{line}");
    };
    if job.kgd.is_some() {
        let differences = &outcome.differences;
        line(format!(
            "the amounts are those of КГД: {} persons differ from the run, {} more, {} less",
            differences.persons(),
            differences.more,
            differences.less
        ));
        if differences.persons() > 0 {
            line("  `ustap reconcile --register RUN --kgd FILE` names them".to_owned());
        }
    }
    let months = |months: &[Month]| months.iter().map(Month::to_string).collect::<Vec<_>>().join(", ");
    if !outcome.lacking.is_empty() {
        line(format!("told: no list of {}, which КГД's files do not have", months(&outcome.lacking)));
    }
    if !outcome.unused.is_empty() {
        line(format!("told: {} of КГД's files is not used, since the run has no such month", months(&outcome.unused)));
    }
    for (rows, of) in outcome.of_other_months.into_iter().zip(["the source", "КГД"]) {
        if rows > 0 {
            line(format!("told: {rows} rows of {of} of other months, which are on no list and in no sum"));
        }
    }
}

/// What is to be known before paying, and is no finding.
fn notes(text: &mut String, job: &ListsJob<'_>, outcome: &Outcome) {
    let mut note = |note: String| {
        let _ = writeln!(text, "note: {note}");
    };
    if job.operator.number.is_empty() {
        note("no list names the operator's БИН or ИИН, which point 9 of the Rules wants: give --payer FILE".to_owned());
    }
    let assumed = |total: &&ListTotal| total.order.is_account_assumed;
    let mut payments: Vec<&str> =
        outcome.lists.iter().filter(assumed).map(|total| total.order.key.payment.abbreviation()).collect();
    payments.sort_unstable();
    payments.dedup();
    if !payments.is_empty() {
        note(format!(
            "the account of {} is assumed, that of another payment: settlement/accounts.toml says so",
            payments.join(", ")
        ));
    }
    for month in &outcome.rate_by_default {
        note(format!(
            "of the rates of {month} whoever SOURCE has none for has that of who is not in the contractors file"
        ));
    }
}
