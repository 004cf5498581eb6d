//! `ustap reconcile`.

use std::fmt::Write as _;
use std::path::Path;

use crate::cli::arguments::ReconcileArguments;
use crate::cli::calculate::load_law;
use crate::cli::progress::Bar;
use crate::cli::summary::{inputs, rejected};
use crate::cli::{Ending, Speech, print_published, publish};
use crate::commands::reconcile::answers::{NotCompared, Wanted, answer_header, kgd_header};
use crate::commands::reconcile::rejects::{AnswerRejects, RejectCount};
use crate::commands::reconcile::{self, Compared, Outcome, ReconcileJob};
use crate::error::{Error, ErrorKind, plain};
use crate::language::Language;
use crate::money::TengeSum;
use crate::output::directory::Staging;
use crate::payment::Payment;
use crate::reading::headings::Kind;
use crate::reading::input::Input;
use crate::reading::mapping::Mapping;
use crate::reading::progress::Progress;
use crate::run::receipt::options::ReconcileOptions;
use crate::settlement::Told;
use crate::settlement::breaks::Break;

/// Breaks that the summary shows for each side.
const LARGEST: usize = 10;

/// Reconciles, publishes and prints the summary.
pub(crate) fn run(arguments: &ReconcileArguments, speech: Speech) -> Result<Ending, Error> {
    if arguments.answer.is_empty() && arguments.kgd.is_empty() {
        return Err(Error::new(ErrorKind::Usage, "nothing to compare the register with")
            .with_hint("give --answer FILE, --kgd FILE or both"));
    }
    let inputs =
        |paths: &[std::path::PathBuf]| -> Vec<Input> { paths.iter().map(|path| Input::from_argument(path)).collect() };
    let (answers, kgd) = (inputs(&arguments.answer), inputs(&arguments.kgd));
    if answers.iter().chain(&kgd).filter(|input| **input == Input::Stdin).count() > 1 {
        return Err(Error::new(ErrorKind::Usage, "standard input (`-`) can be given only once"));
    }
    let law = load_law(arguments.rates.as_deref())?;
    let encoding = arguments.encoding.encoding();
    let mapping = mapping(arguments)?;
    let (answer_header, kgd_header) = (answer_header(encoding, &mapping)?, kgd_header(encoding, &mapping)?);
    let options = options(arguments, &mapping, speech);
    let staging = Staging::create(&arguments.out, false)?;
    let job = ReconcileJob {
        law: &law,
        register: &arguments.register,
        answers,
        kgd,
        answer_header,
        kgd_header,
        mapping,
        wanted: Wanted { payments: arguments.payment.clone(), periods: arguments.period.clone() },
        lang: speech.documents(),
    };
    let total = job.answers.iter().chain(&job.kgd).map(Input::bytes).sum();
    let run = |progress: &Progress| job.run(AnswerRejects::new(staging.path(), speech.sentences()), progress);
    let mut outcome = Bar::during(total, run)?;
    let mut outputs = reconcile::write(&job, staging.path(), &outcome, arguments.xlsx)?;
    outputs.push(outcome.rejects.finish(staging.path())?);
    let digest = reconcile::receipt(&job, options, &outcome, &outputs).publish(staging.path())?;
    publish(staging, speech)?;
    print_published(&summary(&outcome, &arguments.out, &digest, speech.terminal), &arguments.out, speech);
    let is_clean = |compared: &Compared| compared.breaks.is_empty() && compared.told.repeated.is_empty();
    let clean = outcome.rejects.total() == 0 && outcome.sides.iter().all(is_clean);
    Ok(if clean { Ending::Clean } else { Ending::Findings })
}

/// What was said about columns; of КГД's in either of two ways.
fn mapping(arguments: &ReconcileArguments) -> Result<Mapping, Error> {
    let ReconcileArguments { answer, kgd, columns, kgd_column, .. } = arguments;
    columns.with_kgd(kgd_column).mapping(&[(Kind::Answer, !answer.is_empty()), (Kind::Kgd, !kgd.is_empty())])
}

fn options(arguments: &ReconcileArguments, mapping: &Mapping, speech: Speech) -> ReconcileOptions {
    let columns =
        |table: Kind| mapping.of(table).map(|mapped| (mapped.column.clone(), mapped.heading.clone())).collect();
    ReconcileOptions {
        encoding: arguments.encoding.encoding(),
        columns: columns(Kind::Answer),
        kgd_columns: columns(Kind::Kgd),
        ignore_columns: mapping.ignored.clone(),
        payments: arguments.payment.clone(),
        documents: speech.documents(),
        periods: arguments.period.clone(),
        xlsx: arguments.xlsx,
        lang: speech.sentences(),
    }
}

fn summary(outcome: &Outcome, out: &Path, digest: &str, language: Language) -> String {
    let mut text = String::new();
    for compared in &outcome.sides {
        side(&mut text, compared);
    }
    not_compared(&mut |line| text += &(line + "\n"), "ours", outcome.not_compared);
    for RejectCount { reject, rows, places } in &outcome.rejects.counts {
        rejected(&mut text, (reject.code(), reject.todo_in(language)), *rows, places);
    }
    inputs(&mut text, "--encoding", outcome.inputs.iter().map(|file| &file.digested));
    let _ = writeln!(text, "written to {}", plain(&out.display().to_string()));
    let _ = writeln!(text, "receipt {digest}");
    text
}

fn side(text: &mut String, compared: &Compared) {
    let mut line = |line: String| {
        let _ = writeln!(text, "{}", line.trim_end());
    };
    line(format!("register and {}", compared.side.code()));
    let columns = |cells: [String; 9]| {
        let [payment, period, ours, theirs, matched, explained, more, less, breaks] = cells;
        format!(
            "  {payment:<6} {period:<7} {ours:>18} {theirs:>18} {matched:>18} {explained:>16} {more:>16} {less:>16} \
             {breaks:>8}"
        )
    };
    let heading = ["", "", "ours", "theirs", "matched", "explained", "unexplained more", "less", "breaks"];
    line(columns(heading.map(str::to_owned)));
    let nothing = TengeSum::default();
    for row in &compared.summary {
        if (row.ours, row.theirs, row.breaks) == (nothing, nothing, 0) {
            continue;
        }
        line(columns([
            row.payment.abbreviation().to_owned(),
            row.period.to_string(),
            row.ours.to_string(),
            row.theirs.to_string(),
            row.matched_amount.to_string(),
            row.explained_amount.to_string(),
            row.unexplained_more.to_string(),
            row.unexplained_less.to_string(),
            row.breaks.to_string(),
        ]));
    }
    let sums = &compared.conservation;
    line(format!("  ours {} = matched {} + breaks {}", sums.ours, sums.matched, sums.breaks_ours));
    line(format!("  theirs {} = matched {} + breaks {}", sums.theirs, sums.matched, sums.breaks_theirs));
    line(format!(
        "  {} rows of ours and {} of theirs: {} matches, {} breaks, {} told",
        sums.our_rows, sums.their_rows, sums.matched_rows, sums.breaks, sums.told_rows
    ));
    let Told { repeated, returned, rejected, given_back } = &compared.told;
    if !repeated.is_empty() {
        let places = compared.rows.places(repeated);
        line(format!(
            "  told: {} rows repeat another with the same reference and count once: {places}",
            repeated.len()
        ));
    }
    if *returned + *rejected + *given_back > 0 {
        line(format!(
            "  told: {returned} rows returned and {rejected} rejected where something else stayed or nothing is due, and \
             {given_back} accepted ones that came back"
        ));
    }
    not_compared(&mut line, "theirs", compared.rows.not_compared);
    if !compared.balances.is_empty() {
        line(format!(
            "  {} persons' months whose sums over the payments differ: balances.csv",
            compared.balances.len()
        ));
    }
    if !compared.rows.penalties.is_empty() {
        line(format!("  {} penalties that ЦС КГД has computed: penalties.csv", compared.rows.penalties.len()));
    }
    let largest = largest(&compared.breaks);
    if !largest.is_empty() {
        line("  the largest breaks".to_owned());
    }
    for found in largest {
        let explanation = match found.explanation {
            // A person's number is shown in part only.
            Some(crate::settlement::Explanation::OtherIin(iin)) => format!("other-iin={}", iin.masked()),
            _ => compared.explanation(found),
        };
        line(format!(
            "    {:>16}  {:<10} {:<13} {} {:<6} {explanation}",
            found.difference().to_string(),
            found.kind.code(),
            found.iin.masked().to_string(),
            found.period,
            Payment::abbreviation(found.payment),
        ));
    }
}

/// Rows that were not asked for are in no sum.
fn not_compared(line: &mut impl FnMut(String), whose: &str, rows: NotCompared) {
    for (rows, of) in [(rows.payments, "payments"), (rows.periods, "months")] {
        if rows > 0 {
            line(format!("  told: {rows} rows of {whose} of other {of}, which are not compared"));
        }
    }
}

/// The breaks with the largest differences, the largest first; of equal ones the first.
fn largest(breaks: &[Break]) -> Vec<&Break> {
    let mut largest: Vec<&Break> = Vec::new();
    let size = |found: &Break| found.difference().tiyn().unsigned_abs();
    for found in breaks {
        let place = largest.partition_point(|known| size(known) >= size(found));
        if place < LARGEST {
            largest.insert(place, found);
            largest.truncate(LARGEST);
        }
    }
    largest
}
