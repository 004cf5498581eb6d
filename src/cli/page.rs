//! The text that a command ends with: labelled values, tables and sentences in one language.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Write};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use crate::cli::repeated::each_once;
use crate::language::Language;
use crate::law::{Law, Settlement};
use crate::period::{Day, Month};
use crate::reading::encoding::Encoding;
use crate::reading::header::headings::Kind;
use crate::reading::header::mapping::{Mapped, Mapping, Zeros};
use crate::reading::header::seen::{OtherSheet, listed};
use crate::reading::input::{Digested, ReadFile};
use crate::reject::Reject;
use crate::run::receipt::entries::Entries;
use crate::run::receipt::options::{DistributeOptions, ReconcileOptions};
use crate::run::rejected::RejectedRows;
use crate::shown::{self, excerpt, plain};
use crate::words::{Message, say, word};

/// Labels are as wide as the longest one of their block, and at least so wide.
const LABEL_WIDTH: usize = 24;
const VALUE_WIDTH: usize = 22;

/// The options that name the encoding of inputs: that of `statement` and `lists`, and that of all other commands.
pub(crate) const CONTRACTORS_ENCODING: &str = "--contractors-encoding";
pub(crate) const ENCODING: &str = "--encoding";

/// A text in the making.
#[derive(Debug)]
pub(crate) struct Page {
    pub language: Language,
    text: String,
    /// The lines of a block that is not ended yet, each with its label.
    block: Vec<(String, String)>,
    label_width: usize,
    value_width: usize,
    /// The option with own tables, for commands that are named.
    rates: String,
    /// How the inputs were read, likewise.
    reading: Reading,
}

/// How the inputs of a command were read, as far as another command that reads them again has to be told.
#[derive(Debug, Default)]
struct Reading {
    mapping: Mapping,
    encoding: Encoding,
    /// The kinds that were read, and the headings of each that were to be passed over.
    read: BTreeMap<Kind, BTreeSet<String>>,
}

impl Reading {
    /// How an earlier command has read its files of ЦС КГД, by its options.
    fn of_kgd(columns: &Entries<String>, restore_zeros: bool, encoding: Encoding) -> Reading {
        let mapped = |(column, heading): &(String, String)| Mapped {
            table: Kind::Kgd,
            column: column.clone(),
            heading: heading.clone(),
        };
        let (columns, zeros) = (columns.0.iter().map(mapped).collect(), Zeros::asked(restore_zeros));
        let mapping = Mapping { columns, zeros, ..Mapping::default() };
        Reading { mapping, encoding, read: BTreeMap::from([(Kind::Kgd, BTreeSet::new())]) }
    }

    /// The options of a command that reads these kinds of file; `option` is its name for their encoding.
    fn typed(&self, option: &str, tables: &[Kind]) -> String {
        let Reading { mapping, encoding, read } = self;
        let mut typed = String::new();
        if mapping.zeros.are_restored() {
            typed += " --restore-zeros";
        }
        for &table in tables {
            for Mapped { column, heading, .. } in mapping.of(table) {
                typed += &format!(" --column {}", shown::typed(format!("{}.{column}={heading}", table.code())));
            }
        }
        let ignored: BTreeSet<&String> = tables.iter().filter_map(|table| read.get(table)).flatten().collect();
        for heading in ignored {
            typed += &format!(" --ignore-column {}", shown::typed(heading));
        }
        if *encoding != Encoding::default() && tables.iter().any(|table| read.contains_key(table)) {
            typed += &format!(" {option} {encoding}");
        }
        typed
    }
}

/// A column of a table: the key of its heading, or nothing, and how many letters it has at least. Negative where its
/// cells stand on the left.
pub(crate) type Column = (&'static str, isize);

impl Page {
    pub fn new(language: Language) -> Page {
        Page::with_widths(language, LABEL_WIDTH, VALUE_WIDTH)
    }

    /// A page whose labels and values have at least so many letters.
    pub fn with_widths(language: Language, label_width: usize, value_width: usize) -> Page {
        let (text, block, rates, reading) = Default::default();
        Page { language, text, block, label_width, value_width, rates, reading }
    }

    pub fn word(&self, key: &'static str) -> &'static str {
        word(self.language, key)
    }

    /// A value behind its label; the values of lines that follow each other stand below each other.
    pub fn value(&mut self, label: impl Into<String>, value: impl Display) {
        self.block.push((label.into(), value.to_string()));
    }

    /// The same with the words of a key as the label, indented.
    pub fn value_below(&mut self, key: &'static str, value: impl Display) {
        self.value(format!("  {}", self.word(key)), value);
    }

    /// Adds to the value that was given last.
    pub fn add(&mut self, more: &str) {
        if let Some((_, value)) = self.block.last_mut() {
            value.push_str(more);
        }
    }

    /// A line as it is, without what is blank at its end.
    pub fn line(&mut self, line: impl AsRef<str>) {
        self.end_block();
        self.text += line.as_ref().trim_end();
        self.text.push('\n');
    }

    pub fn say(&mut self, message: Message) {
        self.line(message.say(self.language));
    }

    /// A sentence that belongs to what stands above it.
    pub fn say_below(&mut self, message: Message) {
        self.line(format!("  {}", message.say(self.language)));
    }

    /// What is to be done now.
    pub fn next(&mut self, message: Message) {
        self.line(say!("next", what = message).say(self.language));
    }

    /// What to do about rows that a calculation has rejected: those of other months, and those that stand twice, are as they
    /// should be.
    pub fn next_rejected(&mut self, run: &Path, rejects: impl IntoIterator<Item = Reject>) {
        self.next(match rejects.into_iter().all(Reject::is_of_sound_rows) {
            true => say!("next-look-rejects", out = typed(run)),
            false => say!("calculate-next-rejects", run = typed(run)),
        });
    }

    /// Names own tables in the steps that follow: a command that is typed without them would take the built-in ones.
    pub fn with_rates(self, rates: Option<&Path>) -> Page {
        Page { rates: rates.map(|dir| format!(" --rates {}", typed(dir))).unwrap_or_default(), ..self }
    }

    /// Names the encoding, other headings, those to pass over and zeros in front of ИИН in the steps that read the same
    /// kinds of file.
    pub fn with_reading(self, mapping: &Mapping, encoding: Encoding, files: &[ReadFile]) -> Page {
        let mut read = BTreeMap::<Kind, BTreeSet<String>>::new();
        for file in files {
            read.entry(file.kind).or_default().extend(mapping.ignored_of(&file.digested).cloned());
        }
        Page { reading: Reading { mapping: mapping.clone(), encoding, read }, ..self }
    }

    /// The same where a run rests on other tables than those at hand, which are to be given then: that is told.
    pub fn other_rates(&mut self, run: &Path, are_other: bool) {
        if are_other && self.rates.is_empty() {
            self.say(say!("run-other-tables", run = typed(run)));
            self.rates = format!(" --rates {}", self.word("help-value-dir"));
        }
    }

    /// Asks for a day that was given by this option and is before one of the months of income: a slip, as of the year.
    pub fn dated(&mut self, (option, date): (&str, Option<Day>), months: impl IntoIterator<Item = Month>) {
        let Some(date) = date else { return };
        let before: BTreeSet<Month> = months.into_iter().filter(|month| date < month.first_day()).collect();
        for month in before {
            let (date, month) = (date.to_string(), month.to_string());
            self.say(say!("note", what = say!("note-date-before", option = option, date = date, month = month)));
        }
    }

    /// The option with own tables, as it is typed behind an argument.
    pub fn rates(&self) -> String {
        self.rates.clone()
    }

    /// A path as it is typed in a command of a step, and behind it the tables.
    pub fn step(&self, path: &Path) -> String {
        typed(path) + &self.rates
    }

    /// The same, and what was said of these kinds of file, which the command of the step reads; `option` is its name for
    /// their encoding.
    pub fn step_reading(&self, path: &Path, option: &str, tables: &[Kind]) -> String {
        typed(path) + &self.options_reading(option, tables)
    }

    /// The tables and the same of these kinds of file, behind whatever was typed.
    pub fn options_reading(&self, option: &str, tables: &[Kind]) -> String {
        self.rates.clone() + &self.reading.typed(option, tables)
    }

    /// By when something is done for the income of these months: as [`known_by`] where there is one of them, else on the same
    /// day of each month.
    pub fn by(&self, law: &Law, code: &'static str, months: impl IntoIterator<Item = Month>) -> String {
        let known = match each_once(months)[..] {
            [month] => known_by(law, code, month),
            _ => None,
        };
        let every = || if code == Settlement::STATEMENT { say!("by-statement") } else { say!("by-payment") };
        known.unwrap_or_else(every).say(self.language)
    }

    /// The option that asks for one of so many months, of which some are stated and paid already, or not at their end.
    pub fn one_of(&self, months: usize) -> String {
        if months > 1 { format!(" --period {}", self.word("help-value-month")) } else { String::new() }
    }

    /// The step of a distribution that comes after one with these options, whose files of ЦС КГД it reads as that did.
    pub fn step_after(&self, path: &Path, options: &DistributeOptions) -> String {
        let DistributeOptions { kgd_columns, restore_zeros, encoding, .. } = options;
        self.step(path) + &Reading::of_kgd(kgd_columns, *restore_zeros, *encoding).typed(ENCODING, &[Kind::Kgd])
    }

    /// The same page behind a reconciliation with these options, whose files of ЦС КГД a step reads as that did.
    pub fn behind(self, options: &ReconcileOptions) -> Page {
        let ReconcileOptions { kgd_columns, restore_zeros, encoding, .. } = options;
        Page { reading: Reading::of_kgd(kgd_columns, *restore_zeros, *encoding), ..self }
    }

    /// A table; a heading that is longer than its column makes it wider.
    pub fn table(&mut self, indent: &str, columns: &[Column], rows: impl IntoIterator<Item = Vec<String>>) {
        let headings: Vec<&str> =
            columns.iter().map(|(key, _)| if key.is_empty() { "" } else { self.word(key) }).collect();
        let line = |cells: &[&str]| {
            let mut line = indent.to_owned();
            for (number, cell) in cells.iter().enumerate() {
                let (_, width) = columns.get(number).copied().unwrap_or_default();
                let heading = headings.get(number).map_or(0, |heading| heading.chars().count());
                let letters = width.unsigned_abs().max(heading);
                let gap = if number == 0 { "" } else { " " };
                // Writing to a string cannot fail.
                let _ = match width < 0 {
                    true => write!(line, "{gap}{cell:<letters$}"),
                    false => write!(line, "{gap}{cell:>letters$}"),
                };
            }
            line
        };
        let heading = line(&headings);
        let rows: Vec<String> =
            rows.into_iter().map(|row| line(&row.iter().map(String::as_str).collect::<Vec<_>>())).collect();
        self.line(heading);
        rows.iter().for_each(|row| self.line(row));
    }

    /// How many rows are rejected by a code, where the first of them stand, and what to do about it.
    pub fn rejected<R>(&mut self, (code, todo): (&str, &str), of_code: &RejectedRows<R>) {
        let rows = of_code.rows;
        let mut shown: Vec<String> =
            of_code.places.iter().map(|(file, line)| format!("{}:{line}", plain(file))).collect();
        if rows > shown.len() as u64 {
            shown.push("…".to_owned());
        }
        self.line(format!("{} {code:<22}{rows:>8}  {}", self.word("rejected"), shown.join(", ")));
        self.line(format!("  {todo}"));
    }

    /// What is to be known about the inputs: columns that were not read, and what is doubtful in the rows.
    /// `option` names the encoding of these inputs.
    pub fn inputs<'a>(&mut self, option: &str, files: impl Iterator<Item = &'a Digested> + Clone) {
        for Digested { name, seen, .. } in files.clone().filter(|file| !file.seen.unread.is_empty()) {
            self.say(say!("input-not-read", file = plain(name), columns = seen.unread_in(self.language)));
        }
        self.doubts(option, files);
    }

    /// What is doubtful in the inputs: what is hidden in a workbook, a row that is no text, a last one without a line end.
    pub fn doubts<'a>(&mut self, option: &str, files: impl Iterator<Item = &'a Digested> + Clone) {
        for file in files.clone() {
            let Digested { sha256, ends_open, foreign_row, restored, thousands, swallowed, seen, .. } = file;
            let name = plain(&file.name);
            // Another input of the same workbook.
            let is_read =
                |other: &str| files.clone().any(|of| of.sha256 == *sha256 && of.sheet.as_deref() == Some(other));
            if let Some(sheets) = &seen.hidden {
                let [hidden, sheet] = sheets.each_ref().map(|sheet| excerpt(sheet));
                self.say(say!("input-hidden-sheet", file = &name, hidden = hidden, sheet = sheet));
            }
            if let Some((sheet, others)) = &seen.other_sheets {
                let is_told = |other: &str| seen.hidden.as_ref().is_some_and(|[hidden, _]| hidden == other);
                let others: Vec<&OtherSheet> =
                    others.iter().filter(|other| !is_read(&other.name) && !is_told(&other.name)).collect();
                if !others.is_empty() {
                    let sheet = format!("`{}`", excerpt(sheet));
                    self.say(say!("input-other-sheets", file = &name, sheet = sheet, others = listed(others)));
                }
            }
            if let Some((rows, line)) = file.hidden_rows {
                self.say(say!("input-hidden-rows", file = &name, rows = rows, line = line.to_string()));
            }
            if let Some((rows, line)) = file.day_ids {
                self.say(say!("input-day-ids", file = &name, rows = rows, line = line.to_string()));
            }
            if !seen.hidden_columns.is_empty() {
                let columns = seen.hidden_columns.iter().map(|heading| excerpt(heading)).collect::<Vec<_>>().join(", ");
                self.say(say!("input-hidden-columns", file = &name, columns = columns));
            }
            if let Some((line, unit)) = &seen.thousands {
                self.say(say!("input-titled-thousands", file = &name, line = line.to_string(), unit = plain(unit)));
            }
            if let Some((line, encoding)) = foreign_row {
                let (line, looks_like) = (line.to_string(), encoding.code());
                self.say(match encoding {
                    // One row alone seldom has a letter that only the other has.
                    Encoding::Windows1251 => {
                        say!(
                            "input-not-text-or-kazakh",
                            file = &name,
                            line = line,
                            option = option,
                            encoding = looks_like
                        )
                    }
                    _ => say!("input-not-text", file = &name, line = line, option = option, encoding = looks_like),
                });
            }
            if *ends_open {
                self.say(say!("input-ends-open", file = &name));
            }
            if let Some((rows, line)) = swallowed {
                self.say(say!("input-swallowed", file = &name, rows = *rows, line = line.to_string()));
            }
            if let Some((rows, line)) = thousands {
                self.say(say!("input-thousands", file = &name, rows = *rows, line = line.to_string()));
            }
            if *restored > 0 {
                let rows = say!("rows", count = *restored);
                self.say(say!("input-restored", file = &name, rows = rows));
            }
        }
    }

    /// Where the results stand, and the digest of their receipt.
    pub fn written(&mut self, dir: &Path, digest: &str) {
        self.say(say!("written", dir = plain(&dir.display().to_string())));
        self.say(say!("receipt", digest = digest));
    }

    pub fn finish(mut self) -> String {
        self.end_block();
        self.text
    }

    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        let letters = block.iter().map(|(label, _)| label.chars().count() + 1).max().unwrap_or_default();
        let (label_width, value_width) = (letters.max(self.label_width), self.value_width);
        for (label, value) in block {
            // Writing to a string cannot fail.
            let _ = writeln!(self.text, "{label:<label_width$}{value:>value_width$}");
        }
    }
}

/// A path as it is typed in a command, without a slash at its end: what is in the directory is named behind one.
pub(crate) fn typed(path: &Path) -> String {
    let path = path.components().as_path().as_os_str().as_bytes();
    // What begins as an option does is none behind the directory it is in.
    shown::typed(if path.starts_with(b"-") { [b"./", path].concat() } else { path.to_vec() })
}

/// By when something is done for the income of a month: the day of this code, where the tables know it, with the working day
/// before it where it is a day off.
pub(crate) fn known_by(law: &Law, code: &str, month: Month) -> Option<Message> {
    let (day, _) = law.settlement().month_day(code, month)?;
    let (before, day) = (law.days_off().working_before(day), day.to_string());
    Some(match before {
        Some(before) => say!("by-day-off", day = day, before = before.to_string()),
        None => say!("by-day", day = day),
    })
}

/// The points of the Rules behind a sentence, where they are those of the month.
pub(crate) fn in_points(
    law: &Law,
    mut months: impl Iterator<Item = Month>,
    language: Language,
    points: &str,
) -> String {
    let count = points.split(", ").count();
    let has_points = months.all(|month| law.settlement().has_points(month));
    if has_points { say!("in-points", points = points, count = count).say(language) } else { String::new() }
}

/// The option with the months that were asked for, as it is typed behind an argument.
pub(crate) fn typed_months(months: &[Month]) -> String {
    each_once(months).into_iter().map(|month| format!(" --period {month}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_below_each_other_whatever_their_labels_have() {
        let mut page = Page::with_widths(Language::Ru, 6, 4);
        page.value("доход", "1");
        page.value("удержано всего", "23");
        page.line("x  ");
        page.value("a", 4);
        assert_eq!(page.finish(), "доход             1\nудержано всего   23\nx\na        4\n");
    }

    #[test]
    fn a_heading_that_is_longer_widens_its_column() {
        let mut page = Page::new(Language::Ru);
        page.table("  ", &[("", -3), ("error", 2), ("", -1)], [vec!["a".into(), "1".into(), "f".into()]]);
        assert_eq!(page.finish(), "      ошибка\n  a        1 f\n");
    }

    #[test]
    fn a_path_is_typed_as_a_shell_reads_it() {
        assert_eq!(typed(Path::new("отчёт/2026-08")), "отчёт/2026-08");
        assert_eq!(typed(Path::new("my run's")), r"'my run'\''s'");
        assert_eq!([typed(Path::new("./new//")), typed(Path::new("/"))], ["./new", "/"]);
        let no_text = std::ffi::OsStr::from_bytes(b"-\xff");
        assert_eq!(typed(Path::new(no_text)), r"$'./-\377'");
    }
}
