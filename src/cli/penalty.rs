//! `ustap penalty`.

use std::collections::BTreeSet;
use std::io::{self, Write as _};

use crate::cli::arguments::PenaltyArguments;
use crate::cli::asked::load_law;
use crate::cli::ending::{Ending, print};
use crate::cli::page::{ENCODING, Page, in_points};
use crate::cli::progress;
use crate::cli::speech::Speech;
use crate::commands::penalty::{LateFile, Penalties, payments};
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::law::{Citation, Law};
use crate::money::Tenge;
use crate::output::purpose;
use crate::payment::Payment;
use crate::reading::doubtful::refuse_thousands;
use crate::reading::header::headings::Kind;
use crate::reading::input::Input;
use crate::reading::operations::typed_day;
use crate::reading::reasons::{Reason, of_amount};
use crate::run::rows_out::REJECTS_HEADER;
use crate::settlement::{Penalty, penalty};
use crate::shown::{plain, without_iins};
use crate::words::say;

/// Prints one penalty step by step, or those of a file as CSV. КГД's own figure, where there is one, is what is paid.
pub(crate) fn run(arguments: &PenaltyArguments, speech: Speech) -> Result<Ending, Error> {
    let law = load_law(arguments.rates.as_deref())?;
    let PenaltyArguments { file, payment, period, paid_on, amount, .. } = arguments;
    let text = match (file, payment, period, paid_on, amount) {
        (Some(file), ..) => {
            let mapping = arguments.columns.mapping(&[(Kind::Late, true)])?;
            let (input, encoding) = (Input::from_argument(file), arguments.encoding);
            return table(&LateFile { law: &law, input, encoding, mapping, language: speech.terminal }, speech);
        }
        (None, Some(payment), Some(period), Some(paid_on), Some(amount)) => {
            let payment = known(payment)?;
            let refused = |option, value: &str, reason: Reason| {
                Error::new(ErrorKind::Usage, say!("argument-value", value = value, argument = option))
                    .with_hint(reason.message(&law))
            };
            let paid_on = typed_day(paid_on.as_bytes()).map_err(|reason| refused("--paid-on", paid_on, reason))?;
            let late = Tenge::parse(amount.as_bytes())
                .map_err(|_| refused("--amount", amount, of_amount(amount.as_bytes()).1))?;
            refuse_thousands("--amount", amount)?;
            steps(&law, &penalty(&law, payment, *period, paid_on, late)?, speech)
        }
        _ => {
            return Err(
                Error::new(ErrorKind::Usage, say!("penalty-incomplete")).with_hint(say!("penalty-incomplete-hint"))
            );
        }
    };
    print(&text)?;
    Ok(Ending::Clean)
}

fn known(code: &str) -> Result<Payment, Error> {
    code.parse::<Payment>().ok().ok_or_else(|| {
        Error::new(ErrorKind::Usage, say!("penalty-no-payment", code = code))
            .with_hint(say!("penalty-payments", payments = payments()))
    })
}

fn steps(law: &Law, penalty: &Penalty<'_>, speech: Speech) -> String {
    let language = speech.terminal;
    let mut page = Page::with_widths(language, 16, 18);
    page.value(page.word("penalty-payment"), penalty.payment.abbreviation_in(language));
    page.value(page.word("penalty-month"), penalty.period);
    page.value(page.word("penalty-due-on"), penalty.due_on);
    page.value(page.word("penalty-paid-on"), penalty.paid_on);
    page.value(page.word("penalty-amount"), penalty.amount);
    page.value(page.word("penalty-days-late"), penalty.days_late());
    for days in &penalty.days {
        let citation = &days.base_rate.citation;
        let text = say!(
            "penalty-days",
            from = days.from.to_string(),
            to = days.to.to_string(),
            days = days.count(),
            rate = days.base_rate.rate.percent().to_string(),
            times = days.multiple.times.to_string(),
            year = days.year.days.to_string(),
        );
        page.line(format!("  {}  {}", text.say(language), citation.with_basis(language)));
    }
    let more = if penalty.exact.is_cut() { "…" } else { "" };
    page.value(page.word("penalty-penalty"), penalty.penalty);
    page.value(page.word("penalty-exact"), penalty.exact);
    if !more.is_empty() {
        page.add(more);
    }
    if let Some(code) = penalty.code {
        page.value(page.word("lists-knp"), &code.knp);
    }
    let purpose = purpose::of_penalty(speech.documents(), penalty.payment, penalty.period);
    page.line(format!("{:<16}{purpose}", page.word("penalty-order")));
    if !penalty.days.is_empty() {
        let multiple = each_cited(penalty.days.iter().map(|days| &*days.multiple.citation), language);
        let divisor = each_cited(penalty.days.iter().map(|days| &*days.year.citation), language);
        page.say(say!("penalty-cited", multiple = multiple, divisor = divisor));
        // When there is a penalty at all, and how well that is known.
        let notes = penalty.days.iter().filter_map(|days| days.multiple.citation.note.as_ref());
        for note in notes.map(|note| note.say(language)).collect::<BTreeSet<_>>() {
            page.line(format!("  {note}"));
        }
        if let Some(rounding) = law.settlement().penalty_rounding(penalty.paid_on) {
            page.say(say!("penalty-rounded", rounding = rounding.citation.with_basis(language)));
        }
    }
    if let Some(code) = penalty.code {
        page.line(format!("{}: {}", page.word("lists-knp"), code.citation.with_basis(language)));
    }
    page.dated(("--paid-on", Some(penalty.paid_on)), [penalty.period]);
    let points = in_points(law, [penalty.period].into_iter(), language, "8, 10");
    page.next(say!("penalty-next", points = points));
    page.finish()
}

/// Each citation once.
fn each_cited<'l>(citations: impl Iterator<Item = &'l Citation>, language: Language) -> String {
    let mut each: Vec<String> = Vec::new();
    for citation in citations.map(|citation| citation.with_basis(language)) {
        if !each.contains(&citation) {
            each.push(citation);
        }
    }
    each.join("; ")
}

/// Prints a row for each late payment of a file; those that cannot be computed go to standard error as rows of `rejects.csv`.
fn table(file: &LateFile<'_>, speech: Speech) -> Result<Ending, Error> {
    let Penalties { table, rejected, early, digested } = progress::while_working(speech, || file.compute())?;
    let mut notes = Page::new(speech.terminal);
    notes.inputs(ENCODING, [&digested].into_iter());
    early.into_iter().for_each(|(period, paid_on)| notes.dated(("`paid_on`", Some(paid_on)), [period]));
    let mut told = notes.finish();
    if !rejected.is_empty() {
        let rows = String::from_utf8_lossy(&rejected);
        told.extend([REJECTS_HEADER, "\n"]);
        told.extend(rows.lines().map(|line| plain(&without_iins(line)) + "\n"));
    }
    // Where standard error is closed there is nobody to tell.
    let _ = write!(io::stderr(), "{told}");
    print(&String::from_utf8_lossy(&table))?;
    Ok(if rejected.is_empty() { Ending::Clean } else { Ending::Findings })
}
