//! The annex to the Rules of Order No. 392: the form in which incomes are stated, to be printed and signed.

use crate::language::Language;
use crate::output::headings::BLANK;
use crate::output::workbook::{Column, SheetForm};
use crate::period::{Day, Month};
use crate::words::{say, word};

/// What stands above and below the table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Head<'a> {
    pub operator: &'a str,
    /// БИН or ИИН.
    pub number: &'a str,
    /// Name and ИИН, where the operator is a legal entity.
    pub chief: Option<(&'a str, &'a str)>,
    /// The day of submission; a line to fill in where it is not known.
    pub date: Option<Day>,
}

/// The form of a month, in the words of the annex.
pub(crate) fn form(asked: Language, period: Month, head: &Head<'_>) -> SheetForm {
    let lang = asked.of_forms();
    let (chief_name, chief_iin) = head.chief.unwrap_or(("—", "—"));
    let day = head.date.map_or_else(|| BLANK.to_owned(), written);
    let signs = head.chief.map_or(head.operator, |(name, _)| name);
    let above = [
        say!("annex-title"),
        say!("annex-operator", name = head.operator),
        say!("annex-number", number = head.number),
        say!("annex-chief", name = chief_name),
        say!("annex-chief-iin", iin = chief_iin),
    ];
    let below = [
        say!("annex-responsibility"),
        say!("annex-date", day = day),
        say!("annex-signature", blank = BLANK, name = signs),
    ];
    SheetForm {
        name: period.to_string(),
        head: above.map(|line| line.say(lang)).into(),
        columns: columns(lang),
        foot: below.map(|line| line.say(lang)).into(),
        lang,
    }
}

/// The columns of the form, with its own headings.
fn columns(lang: Language) -> Vec<Column> {
    let column = |name: &str, width_max, wraps, heading| Column {
        name: name.to_owned(),
        heading: word(lang, heading).to_owned(),
        width_max,
        wraps,
    };
    vec![
        column("number", 12, false, "annex-column-number"),
        column("name", 44, true, "annex-column-name"),
        column("iin", 20, false, "annex-column-iin"),
        column("period", 20, false, "annex-column-period"),
        column("income", 28, false, "annex-column-income"),
    ]
}

/// The day as documents have it.
fn written(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{day:02}.{month:02}.{year}")
}
