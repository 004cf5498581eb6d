//! `ustap correct`.

use crate::cli::arguments::CorrectArguments;
use crate::cli::asked::load_law;
use crate::cli::ending::{Ending, print_published, publishing};
use crate::cli::page::{Page, typed};
use crate::cli::progress;
use crate::cli::repeated::each_once;
use crate::cli::speech::Speech;
use crate::commands::Done;
use crate::commands::correct::{CorrectJob, Corrected};
use crate::error::Error;
use crate::money::TengeSum;
use crate::words::say;

/// Compares, publishes and prints what is to pay and to have returned.
pub(crate) fn run(arguments: &CorrectArguments, speech: Speech) -> Result<Ending, Error> {
    let periods = each_once(arguments.period.iter().copied());
    let law = load_law(arguments.rates.as_deref())?;
    let job = CorrectJob { law: &law, before: &arguments.before, after: &arguments.after, periods: &periods };
    let Done { outcome, digest } =
        publishing(&arguments.out, None, speech, |dir| progress::while_working(speech, || job.write(dir)))?;
    let mut page = Page::new(speech.terminal).with_rates(arguments.rates.as_deref());
    page.say(say!("correct-rows", rows = outcome.rows.to_string(), persons = outcome.persons.to_string()));
    let (mut pays, mut returns) = (false, false);
    for ((period, payment), Corrected { persons, to_pay, to_return }) in &outcome.corrected {
        let name = payment.abbreviation_in(page.language);
        let (to_pay, to_return) = (*to_pay, *to_return);
        (pays, returns) = (pays || to_pay > TengeSum::default(), returns || to_return > TengeSum::default());
        let (to_pay, to_return) = (to_pay.to_string(), to_return.to_string());
        let what = say!("correct-payment", persons = *persons, pay = to_pay, back = to_return).say(page.language);
        page.line(format!("{period} {name:<5} {what}"));
    }
    for (name, side) in [("help-value-before", &outcome.before), ("help-value-after", &outcome.after)] {
        if side.of_other_months > 0 {
            page.say(say!("told-other-months", rows = side.of_other_months, side = page.word(name)));
        }
    }
    if (pays || returns) && outcome.left_out.is_empty() {
        page.say(say!("note", what = say!("correct-registers")));
    }
    if pays && outcome.has_other_tables {
        page.say(say!("correct-other-tables", after = typed(&arguments.after)));
    }
    for told in &outcome.told {
        page.say(told.clone());
    }
    page.written(&arguments.out, &digest);
    if !outcome.left_out.is_empty() {
        // Nobody is led to pay, or to ask back, a month that was only left out.
        let periods: Vec<String> = outcome.comparable.iter().map(|month| format!("--period {month}")).collect();
        page.next(match periods.is_empty() {
            true => say!("left-out-of-runs-hint"),
            false => say!("left-out-of-run-hint", periods = periods.join(" ")),
        });
    } else if !pays && !returns {
        page.next(say!("next-nothing"));
    } else {
        if pays {
            page.next(say!("correct-next-pay", out = page.step(&arguments.out)));
        }
        if returns {
            page.next(say!("correct-next-return", out = page.step(&arguments.out)));
        }
    }
    print_published(&page.finish(), &arguments.out, speech);
    Ok(if outcome.rows == 0 { Ending::Clean } else { Ending::Findings })
}
