//! Headings of workbooks in three languages.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::language::Language;
use crate::output::workbook::{Column, SheetForm};
use crate::payment::Payment;
use crate::period::Month;
use crate::words::{say, word};

impl Language {
    /// The language of the forms of the law and of payment orders, which are Russian or Kazakh.
    pub(crate) fn of_forms(self) -> Language {
        match self {
            Language::Kk => Language::Kk,
            Language::Ru | Language::En => Language::Ru,
        }
    }

    /// The heading of a column of any file; the column's own name where there is none.
    pub(crate) fn heading(self, column: &str) -> String {
        if let Some(texts) = written().get(column) {
            return self.of(texts.each_ref()).clone();
        }
        let (code, part) = column.split_once('_').unwrap_or((column, ""));
        let Ok(payment) = code.parse::<Payment>() else { return column.to_owned() };
        match part {
            "" => payment.abbreviation_in(self).to_owned(),
            "base" => say!("heading-base", payment = payment).say(self),
            "exempt" => say!("heading-exempt", payment = payment).say(self),
            _ => column.to_owned(),
        }
    }

    /// These columns of a file, separated by commas, as columns of a sheet.
    pub(crate) fn columns(self, header: &str) -> Vec<Column> {
        let column = |column: &str| {
            // Codes and numbers take what they need; text goes on in the next line, for nothing may be cut on paper.
            let (width_max, wraps) = match column {
                "message" | "reason_text" | "flags_text" => (72, true),
                "notes" | "value" | "purpose" => (48, true),
                "surname" | "given_name" | "patronymic" | "name" | "explanation" | "missing" | "reason" | "reasons"
                | "flags" | "file" | "recipient" => (28, true),
                _ => (36, false),
            };
            Column { name: column.to_owned(), heading: self.heading(column), width_max, wraps }
        };
        header.split(',').map(column).collect()
    }

    /// A sheet with these columns and its name as title.
    pub(crate) fn form(self, code: &str, header: &str) -> SheetForm {
        let name = self.sheet(code).to_owned();
        self.titled(name.clone(), vec![name], header)
    }

    /// A sheet with these lines above its columns.
    fn titled(self, name: String, head: Vec<String>, header: &str) -> SheetForm {
        SheetForm { name, head, columns: self.columns(header), foot: Vec::new(), lang: self }
    }

    /// The sheet of a list: a document for a payment order, which is signed.
    pub(crate) fn list(self, name: String, purpose: &str, operator: &Operator, header: &str) -> SheetForm {
        let title = word(self, "list-title").to_owned();
        let head = vec![title, purpose.to_owned(), self.operator(operator)];
        let mut form = self.titled(name, head, header);
        let foot = [
            say!("list-chief", blank = BLANK, name = or_blank(&operator.chief)),
            say!("list-accountant", blank = BLANK, name = or_blank(&operator.accountant)),
            say!("list-date", blank = BLANK),
        ];
        form.foot = foot.map(|line| line.say(self)).into();
        form
    }

    /// Who the operator is; a line to fill in where it is not known.
    fn operator(self, operator: &Operator) -> String {
        let (name, number) = (or_blank(&operator.name), or_blank(&operator.number));
        say!("list-operator", name = name, number = number).say(self)
    }

    /// The label of a row of sums over so many persons.
    pub(crate) fn total_of(self, persons: u64) -> String {
        say!("total-of-persons", persons = persons).say(self)
    }

    /// The label of a row of sums.
    pub(crate) fn total(self) -> &'static str {
        word(self, "total")
    }

    /// The name of the month, without its year.
    pub(crate) fn month_name(self, month: Month) -> &'static str {
        let (_, number) = month.ym();
        MONTHS.get(number as usize - 1).map_or("", |month| word(self, month))
    }

    /// The month in words, with its year.
    pub(crate) fn month(self, month: Month) -> String {
        say!("month-of-year", month = self.month_name(month), year = month.ym().0.to_string()).say(self)
    }

    /// The name of a sheet.
    pub(crate) fn sheet(self, code: &str) -> &'static str {
        let key = match code {
            "register" => "sheet-register",
            "rejects" => "sheet-rejects",
            "totals" => "sheet-totals",
            "unlisted" => "sheet-unlisted",
            "breaks" => "sheet-breaks",
            "corrections" => "sheet-corrections",
            "distribution" => "sheet-distribution",
            _ => "sheet-applications",
        };
        word(self, key)
    }
}

/// The operator as a document names him; what is empty is left to be filled in by hand.
#[derive(Debug, Clone, Default)]
pub(crate) struct Operator {
    pub name: String,
    /// БИН or ИИН.
    pub number: String,
    pub chief: String,
    pub accountant: String,
}

/// A line to write on.
pub(crate) const BLANK: &str = "____________________";

fn or_blank(text: &str) -> &str {
    if text.is_empty() { BLANK } else { text }
}

const MONTHS: [&str; 12] = [
    "month-january",
    "month-february",
    "month-march",
    "month-april",
    "month-may",
    "month-june",
    "month-july",
    "month-august",
    "month-september",
    "month-october",
    "month-november",
    "month-december",
];

/// The headings of `words/headings.toml` for what is written, by column.
fn written() -> &'static BTreeMap<String, [String; 3]> {
    static WRITTEN: OnceLock<BTreeMap<String, [String; 3]>> = OnceLock::new();
    // That all of it can be read is tested.
    WRITTEN.get_or_init(|| parse(include_str!("../../words/headings.toml")).unwrap_or_default())
}

fn parse(text: &str) -> Option<BTreeMap<String, [String; 3]>> {
    let DeValue::Table(written) = DeTable::parse(text).ok()?.into_inner().remove("written")?.into_inner() else {
        return None;
    };
    let texts = |value: Spanned<DeValue<'_>>| {
        let DeValue::Table(mut languages) = value.into_inner() else { return None };
        let mut text = |language: Language| match languages.remove(language.code())?.into_inner() {
            DeValue::String(text) => Some(text.into_owned()),
            _ => None,
        };
        let [en, ru, kk] = Language::ALL.map(&mut text);
        let texts = [en?, ru?, kk?];
        languages.is_empty().then_some(texts)
    };
    written.into_iter().map(|(column, value)| Some((column.into_inner().into_owned(), texts(value)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::header::headings::{Kind, fold, words};

    /// What we write can be read: a column has the same heading in our workbooks and in those that are given to us.
    #[test]
    fn headings_of_inputs_are_those_of_our_workbooks() {
        let mut compared = 0;
        for table in Kind::ALL {
            for column in written().keys().map(String::as_str).chain(Payment::ALL.map(Payment::code)) {
                let Ok(words) = words(table, column) else { continue };
                let ours = |language: Language| fold(&language.heading(column));
                // The name of the column stands before them.
                assert_eq!(words.headings[1], ours(Language::Ru), "{table}.{column}");
                assert!(words.headings.contains(&ours(Language::Kk)), "{table}.{column}");
                compared += 1;
            }
        }
        assert!(compared > 30, "{compared}");
    }

    #[test]
    fn what_is_written_has_its_headings() {
        assert_eq!(written().len(), 67);
        let heading = |column: &str| Language::ALL.map(|language| language.heading(column));
        assert_eq!(heading("amount"), ["Amount", "Сумма", "Сомасы"]);
        assert_eq!(heading("opv_base"), ["ОПВ, base", "ОПВ, база", "МЗЖ, базасы"]);
        assert_eq!(heading("so_exempt"), ["СО, exempt income", "СО, освобождённый доход", "ӘА, босатылған табыс"]);
        assert_eq!(heading("vosms"), ["ВОСМС", "ВОСМС", "МӘМС"]);
        assert_eq!(heading("ipn_else"), ["ipn_else"; 3]);
        for text in ["[written]\na = 1", "[written]\na = { en = \"A\", ru = \"А\" }", "", "["] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
