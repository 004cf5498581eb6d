//! `ustap rates add`: tables of one's own with one more year, without an editor.

use std::path::Path;

use crate::cli::asked::load_law;
use crate::cli::ending::{Ending, print_published, warn};
use crate::cli::page::typed;
use crate::cli::rates_arguments::RatesAddArguments;
use crate::cli::speech::Speech;
use crate::commands::add_year::NewYear;
use crate::commands::rates::ends;
use crate::error::Error;
use crate::law::Law;
use crate::output::directory::publish_files;
use crate::period::Day;
use crate::shown::plain;
use crate::words::{Message, say};

/// Writes the tables, which load, and says what in them does not reach the end of the year.
pub(crate) fn run(arguments: &RatesAddArguments, speech: Speech) -> Result<Ending, Error> {
    let RatesAddArguments { year, mrp, mzp, act, number, dated, url, basis, out, rates } = arguments;
    let year = NewYear {
        year: *year,
        amounts: vec![("mrp", "--mrp", mrp.clone()), ("mzp", "--mzp", mzp.clone())],
        act: act.clone(),
        number: number.clone(),
        dated: *dated,
        url: url.clone(),
        basis: *basis,
    };
    let law = year.added_to(&load_law(rates.as_deref())?)?;
    let (first, last) = year.days()?;
    let missing = (first.number()..=last.number()).filter_map(Day::from_number).find(|&day| !law.has_rates(day));
    let files = law.tables().iter().map(|table| (table.name.as_str(), table.text.as_str()));
    warn(publish_files(out, files)?, speech);
    print_published(&summary(&law, (year.year, last), missing, out, speech), out, speech);
    Ok(if missing.is_none() { Ending::Clean } else { Ending::Findings })
}

fn summary(law: &Law, (year, last): (u32, Day), missing: Option<Day>, out: &Path, speech: Speech) -> String {
    let mut text = String::new();
    let mut line = |message: Message| {
        text += &message.say(speech.terminal);
        text.push('\n');
    };
    let year = year.to_string();
    line(say!("rates-added", year = &year, dir = plain(&out.display().to_string())));
    line(match missing {
        None => say!("rates-added-covered", year = &year),
        Some(day) => {
            say!("rates-added-uncovered", year = &year, why = law.no_rates(day).say(speech.terminal))
        }
    });
    for ((table, section), end) in ends(law.values()) {
        if let Some(end) = end.filter(|&end| end < last) {
            line(say!("rates-added-short", year = &year, table = table, section = section, day = end.to_string()));
        }
    }
    line(say!("next", what = say!("rates-added-next", dir = typed(out))));
    text
}
