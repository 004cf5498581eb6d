//! The sections of a run itself: amounts, incomes, exemptions, rows that do not count, days.

use std::collections::BTreeMap;

use crate::commands::report::about::{About, Finding};
use crate::commands::report::page::{Cell, Section, Table, steps};
use crate::commands::report::reader::{Iins, Reader};
use crate::commands::report::register::{Histogram, Ladder, MonthOf, Register, marks};
use crate::error::Error;
use crate::language::Language;
use crate::law::{Law, Threshold};
use crate::money::{Tenge, TengeSum};
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::reading::reasons::said_of;
use crate::records::{LimitRecord, RejectRecord};
use crate::reject::Reject;
use crate::run::files::{LIMITS, LINES, REJECTS};
use crate::run::receipt::options::CalculateOptions;
use crate::run::receipt::totals::CalculateTotals;
use crate::run::record::Run;
use crate::run::records_in::{named_rows, records};
use crate::run::rejected::FIRST_PLACES;
use crate::run::sums::together;
use crate::shown::{beginning, plain, shown};
use crate::words::{say, spaced, word};

/// Rows of a table that are shown; the file has all.
pub(super) const ROWS_MAX: usize = 100;

/// From income to amounts: a chart for each payment and month.
pub(super) fn amounts(register: &Register, language: Language) -> Section {
    let mut section = Section::new("amounts", "report-amounts", language);
    for (month, of) in &register.months {
        for payment in Payment::ALL {
            section.tables.push(ladder(*month, payment, &of.ladders[payment], language));
        }
    }
    if !section.tables.is_empty() {
        section.lead.push(word(language, "report-amounts-lead").to_owned());
    }
    section
}

fn ladder(month: Month, payment: Payment, ladder: &Ladder, language: Language) -> Table {
    let caption = format!("{}, {month}", payment.abbreviation_in(language));
    let all = [
        ("report-income", ladder.income, "main", true),
        ("report-outside", ladder.outside, "out", false),
        ("report-exempt", ladder.exempt, "out", false),
        ("report-below-zero", ladder.below_zero, "out", false),
        ("report-above-cap", ladder.above_cap, "out", false),
        ("report-base", ladder.base, "part", true),
        ("report-amount", ladder.amount, "good", true),
    ];
    let shown = all.into_iter().filter(|(_, sum, _, always)| *always || *sum != TengeSum::default());
    let shown = shown.map(|(key, sum, tone, _)| (key, sum, sum.tiyn(), tone));
    steps((format!("ladder-{month}-{payment}"), caption), ladder.income.tiyn().max(ladder.base.tiyn()), shown, language)
}

/// `limits.csv`: how many rows it has, and those with the most above the limit and the nearest to it.
#[derive(Debug, Default)]
pub(super) struct Limits {
    all: u64,
    nearest: Vec<LimitRecord>,
}

impl Limits {
    /// Reads the file, and says of whoever is in it where he stands.
    pub fn read(run: &Run, about: &mut About, Reader { language, iins }: Reader) -> Result<Limits, Error> {
        let mut limits = Limits::default();
        records(run, LIMITS, |row: LimitRecord| {
            about.add(Finding::Limit, (row.period, row.iin), || {
                let (income, limit) = (spaced(&row.income.to_string()), spaced(&row.limit.to_string()));
                let said = say!("report-about-limit", income = income, limit = limit, share = spaced(&row.share));
                let Some(day) = row.crossed_on else { return said.say(language) };
                let (operation, day) = (iins.text(&row.crossed_by), day.to_string());
                let crossed = say!("report-about-crossed", operation = operation, day = day);
                format!("{}; {}", said.say(language), crossed.say(language))
            });
            limits.all += 1;
            limits.nearest.push(row);
            if limits.nearest.len() >= 2 * ROWS_MAX {
                nearest(&mut limits.nearest);
            }
            Ok(())
        })?;
        nearest(&mut limits.nearest);
        Ok(limits)
    }
}

/// Incomes of the month: persons by income, and who is near or over the limit.
pub(super) fn incomes(limits: &Limits, register: &Register, law: &Law, Reader { language, iins }: Reader) -> Section {
    let mut section = Section::new("incomes", "report-incomes", language);
    for (month, of) in &register.months {
        section.tables.push(histogram(*month, of, &marks(law, *month), language));
    }
    let heads = [
        ("iin", "column-iin"),
        ("period", "column-period"),
        ("#income", "column-income"),
        ("#limit", "column-limit"),
        ("#share", "column-share"),
        ("crossed_on", "column-crossed-on"),
        ("#over", "column-over"),
    ];
    let mut table = Table::new("limits", word(language, "report-limits"), &heads, language);
    for row in &limits.nearest {
        table.push([
            Cell::text(iins.person(row.iin)),
            Cell::text(row.period.to_string()),
            Cell::number(row.income.to_string()),
            Cell::number(row.limit.to_string()),
            Cell::number(&row.share),
            Cell::text(row.crossed_on.map(|day| day.to_string()).unwrap_or_default()),
            Cell::number(row.over.to_string()),
        ]);
    }
    if limits.all == 0 {
        section.lead.push(word(language, "report-no-limits").to_owned());
    } else {
        table.note_rest(limits.all, LIMITS, language);
        section.tables.push(table);
    }
    section
}

/// Those with the most above the limit, and the nearest to it.
fn nearest(rows: &mut Vec<LimitRecord>) {
    rows.sort_by(|one, other| {
        (other.over, other.income, one.iin, one.period).cmp(&(one.over, one.income, other.iin, other.period))
    });
    rows.truncate(ROWS_MAX);
}

fn histogram(month: Month, of: &MonthOf, marks: &[&Threshold], language: Language) -> Table {
    let caption = say!("report-histogram", month = month.to_string(), persons = of.persons).say_spaced(language);
    let heads = [("income", "column-income"), ("", "report-bar"), ("#persons", "column-persons")];
    let mut table = Table::new(format!("incomes-{month}"), caption, &heads, language);
    table.is_bars = true;
    let Histogram { edges, persons } = &of.histogram;
    let longest = persons.iter().copied().max().unwrap_or_default();
    let text = |tiyn: i64| {
        let amount = TengeSum::from_tiyn(i128::from(tiyn)).to_string();
        spaced(amount.strip_suffix(".00").unwrap_or(&amount))
    };
    for (column, &count) in persons.iter().enumerate() {
        let (from, to) = (column.checked_sub(1).and_then(|before| edges.get(before)), edges.get(column));
        let label = match (from, to) {
            (None, _) => word(language, "report-below-zero-persons").to_owned(),
            (Some(&from), Some(&to)) => format!("{} – {}", text(from), text(to)),
            (Some(&from), None) => say!("report-above", amount = text(from)).say(language),
        };
        if from.is_some() || count > 0 {
            let bar = Cell::bar(i128::from(count), i128::from(longest), "main");
            table.push([Cell::text(label), bar, Cell::number(count.to_string())]);
        }
        if let Some(mark) = to.and_then(|&to| marks.iter().find(|mark| mark.amount.tiyn() == to)) {
            let text =
                format!("{} × {} = {}", mark.times, mark.of_name.say(language), spaced(&mark.amount.to_string()));
            table.push([Cell::text(text), Cell::text(""), Cell::text("")]);
            if let Some(row) = table.rows.last_mut() {
                row.is_mark = true;
            }
        }
    }
    table
}

/// Exemptions: categories, persons, and income from which a payment was not withheld.
pub(super) fn exemptions(register: &Register, law: &Law, language: Language) -> Section {
    let mut section = Section::new("exemptions", "report-exemptions", language);
    let heads = [
        ("period", "column-period"),
        ("category", "column-category"),
        ("payment", "column-payment"),
        ("#persons", "column-persons"),
        ("#whole", "report-exempt-whole"),
        ("#income", "report-exempt-income"),
        ("provision", "column-provision"),
    ];
    let mut table = Table::new("exempt", word(language, "report-exempt-table"), &heads, language);
    for (month, of) in &register.months {
        for ((codes, payment), exempt) in &of.exempt {
            let known: Vec<_> = codes.split('+').filter_map(|code| law.category_id(code).ok()).collect();
            let names: Vec<&str> = known.iter().map(|&id| law.category(id).name.say(language)).collect();
            let citations = known.iter().filter_map(|id| on_some_day(*month, |day| law.exemption(*id, *payment, day)));
            table.push([
                Cell::text(month.to_string()),
                Cell::text(if names.is_empty() { codes.clone() } else { names.join("; ") }),
                Cell::text(payment.abbreviation_in(language)),
                Cell::number(exempt.persons.to_string()),
                Cell::number(exempt.whole.to_string()),
                Cell::number(exempt.income.to_string()),
                Cell::provisions(citations, language),
            ]);
        }
    }
    if table.rows.is_empty() {
        section.lead.push(word(language, "report-no-exemptions").to_owned());
    } else {
        section.lead.push(word(language, "report-exemptions-lead").to_owned());
        section.tables.push(table);
    }
    section
}

/// What is found on the first day of the month that has it.
pub(super) fn on_some_day<T>(month: Month, found: impl Fn(Day) -> Option<T>) -> Option<T> {
    month.days().find_map(found)
}

/// Rows that do not count: by code, the first places of each, and what to do. Of each person whom the file names, by a number
/// and without the month, it is said in these months which of his rows were not taken.
pub(super) fn rejects(
    run: &Run,
    (about, months): (&mut About, &[Month]),
    (options, totals): (&CalculateOptions, &CalculateTotals),
    law: &Law,
    Reader { language, iins }: Reader,
) -> Result<Section, Error> {
    let mut section = Section::new("rejects", "report-rejects", language);
    let counts = totals.rejected_of_all();
    let mut places: BTreeMap<Reject, Vec<RejectRecord>> = BTreeMap::new();
    records(run, REJECTS, |row: RejectRecord| {
        let of_person = Iin::parse(row.value.as_bytes()).ok().filter(|_| row.field == "iin");
        let months_of_person = months.iter().filter_map(|&month| Some((month, of_person?)));
        for key in months_of_person {
            about.add(Finding::Reject, key, || {
                let message = iins.text(&said_of(&row, (options.lang, language), law));
                let (file, line) = (iins.text(&row.file), row.line.to_string());
                say!("report-about-reject", file = file, line = line, message = message).say(language)
            });
        }
        let of_code = places.entry(row.code).or_default();
        if of_code.len() < FIRST_PLACES {
            of_code.push(row);
        }
        Ok(())
    })?;
    let is_whole = counts.values().all(|&rows| rows == 0);
    if is_whole {
        section.lead.push(word(language, "report-no-rejects").to_owned());
    }
    // What earlier runs have rejected is none of this one's, though their operations are in its totals.
    section.lead.extend(totals.earlier.map(|_| word(language, "report-rejects-earlier").to_owned()));
    if is_whole {
        return Ok(section);
    }
    let heads = [("code", "column-code"), ("#rows", "column-rows"), ("todo", "report-todo")];
    let mut table = Table::new("rejected", word(language, "report-rejected"), &heads, language);
    for (reject, rows) in &counts {
        let todo = reject.todo_after(options.restore_zeros, true, language);
        table.push([Cell::text(reject.code()), Cell::number(rows.to_string()), Cell::text(todo)]);
    }
    section.tables.push(table);
    let heads = [
        ("file", "column-file"),
        ("#line", "column-line"),
        ("code", "column-code"),
        ("field", "column-field"),
        ("value", "column-value"),
        ("message", "column-message"),
    ];
    let mut table = Table::new("reject-places", word(language, "report-places"), &heads, language);
    let all = together(counts.values().copied());
    let mut places: Vec<RejectRecord> = places.into_values().flatten().collect();
    places.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
    for row in &places {
        let message = said_of(row, (options.lang, language), law);
        table.push([
            Cell::text(iins.text(&row.file)),
            Cell::line(row.line),
            Cell::text(row.code.code()),
            Cell::text(&row.field),
            Cell::text(beginning(&value(row, iins))),
            Cell::text(match iins {
                Iins::Masked => shown(&message),
                Iins::Whole => plain(&message),
            }),
        ]);
    }
    table.note_rest(all, REJECTS, language);
    section.tables.push(table);
    Ok(section)
}

/// The value at fault as the page may have it: a day or an amount is as it stood, a person's number is not.
fn value(row: &RejectRecord, iins: Iins) -> String {
    match &row.value {
        value if row.field == "iin" => iins.no_person(value),
        // The digits of a day and its time are no person's.
        value if Day::parse(value.as_bytes()).is_some() => plain(value),
        value => iins.text(value),
    }
}

/// Operations and income by day, where the run has lines.
pub(super) fn days(run: &Run, earlier: Option<u64>, language: Language) -> Result<Section, Error> {
    let mut section = Section::new("days", "report-days", language);
    if !run.has(LINES) {
        return Ok(section);
    }
    let mut days: BTreeMap<String, (u64, TengeSum)> = BTreeMap::new();
    named_rows(run, LINES, |row| {
        let income = row.value::<Tenge>("income")?;
        let day = row.text("effective_on")?;
        let (operations, sum) = match days.get_mut(day) {
            Some(known) => known,
            None => days.entry(day.to_owned()).or_default(),
        };
        *operations += 1;
        *sum += income;
        Ok(())
    })?;
    let heads = [
        ("effective_on", "column-effective-on"),
        ("", "report-bar"),
        ("#operations", "column-operations"),
        ("#income", "column-income"),
    ];
    let mut table = Table::new("by-day", word(language, "report-by-day"), &heads, language);
    table.is_bars = true;
    let longest = days.values().map(|(_, sum)| sum.tiyn()).max().unwrap_or_default();
    for (day, (operations, income)) in &days {
        let bar = Cell::bar(income.tiyn(), longest, "main");
        table.push([Cell::text(day), bar, Cell::number(operations.to_string()), Cell::number(income.to_string())]);
    }
    if days.is_empty() {
        section.lead.push(word(language, "report-no-days").to_owned());
    } else {
        let earlier = earlier.filter(|&earlier| earlier > 0);
        section.lead.extend(earlier.map(|earlier| say!("report-days-on-top", earlier = earlier).say_spaced(language)));
        section.tables.push(table);
    }
    Ok(section)
}
