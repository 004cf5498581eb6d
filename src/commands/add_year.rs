//! One more year of indicators: own tables with it, made of the ones at hand.

use std::fmt::Write as _;

use crate::error::{Error, ErrorKind};
use crate::law::{ACTS, Basis, INDICATORS, Law, TableFile};
use crate::money::Tenge;
use crate::period::Day;
use crate::reading::doubtful::refuse_thousands;
use crate::words::{Message, say};

/// The indicators of a year, and the act that sets them.
#[derive(Debug, Clone)]
pub(crate) struct NewYear {
    /// The year.
    pub year: u32,
    /// Code, option and amount of each indicator.
    pub amounts: Vec<(&'static str, &'static str, String)>,
    /// The act's title in Russian.
    pub act: String,
    /// The act's number.
    pub number: String,
    /// The act's date.
    pub dated: Day,
    /// Where the act can be read.
    pub url: String,
    /// How well the amounts are founded.
    pub basis: Basis,
}

impl NewYear {
    /// The first and the last day.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Usage`] where the year has not four digits.
    pub fn days(&self) -> Result<(Day, Day), Error> {
        let day = |month, day| Day::from_ymd(self.year, month, day).filter(|_| self.year >= 1000);
        day(1, 1).zip(day(12, 31)).ok_or_else(|| usage(say!("rates-add-year", year = self.year.to_string())))
    }

    /// The tables of the law with the year added; they load.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Usage`] where what was given is no year, amount, title or address, where the tables have the year
    /// already, or where it does not follow on what they have; kind [`ErrorKind::Rates`] where what comes of it does not load.
    pub fn added_to(&self, law: &Law) -> Result<Law, Error> {
        let (first, last) = self.days()?;
        let amounts = self.parsed()?;
        self.follows(law, first, last)?;
        if let Some(before) = first.previous() {
            are_near(&amounts, law, before)?;
        }
        let mut tables = law.tables().to_vec();
        let code = self.code(law);
        append(&mut tables, ACTS, &self.act_entry(&code));
        append(&mut tables, INDICATORS, &self.indicator_entries(&amounts, &code, (first, last)));
        Law::from_tables(tables)
    }

    /// The amounts; what a table would refuse is refused in the words of the command line.
    fn parsed(&self) -> Result<Vec<Amount<'_>>, Error> {
        let mut amounts = Vec::new();
        for (code, option, text) in &self.amounts {
            let amount = text.parse::<Tenge>().ok().filter(|&amount| amount > Tenge::ZERO);
            let refused = || usage(say!("rates-add-amount", option = *option, amount = text));
            amounts.push(Amount { code, option, text, amount: amount.ok_or_else(refused)? });
            refuse_thousands(option, text)?;
        }
        for (option, text) in [("--act", &self.act), ("--number", &self.number)] {
            if text.trim().is_empty() {
                return Err(usage(say!("rates-add-empty", option = option)));
            }
            if text.trim().contains(char::is_control) {
                return Err(usage(say!("rates-add-lines", option = option)));
            }
        }
        if !self.url.starts_with("https://") && !self.url.starts_with("http://") {
            return Err(usage(say!("rates-add-url", url = &self.url)));
        }
        if self.url.trim().contains(|letter: char| letter.is_whitespace() || letter.is_control() || letter == '"') {
            return Err(usage(say!("rates-add-url-blanks", url = &self.url)));
        }
        Ok(amounts)
    }

    /// Refuses a year that is there, or before which days are missing.
    fn follows(&self, law: &Law, first: Day, last: Day) -> Result<(), Error> {
        let indicators = || law.values().iter().filter(|value| value.section == "indicator");
        let year = self.year.to_string();
        if indicators().any(|value| value.days.from <= last && first <= value.days.last()) {
            return Err(usage(say!("rates-add-has", year = year)).with_hint(say!("rates-add-has-hint")));
        }
        match indicators().map(|value| value.days.last()).max() {
            Some(end) if end.next() != Some(first) => {
                let gap = say!("rates-add-gap", year = year, day = end.to_string());
                Err(usage(gap).with_hint(say!("rates-add-gap-hint")))
            }
            _ => Ok(()),
        }
    }

    /// A code of its own for the act.
    fn code(&self, law: &Law) -> String {
        let code = format!("indicators-{}", self.year);
        let is_new = |code: &str| law.acts().all(|act| act.code != code);
        let mut own = code.clone();
        let mut more = 2;
        while !is_new(&own) {
            own = format!("{code}-{more}");
            more += 1;
        }
        own
    }

    fn act_entry(&self, code: &str) -> String {
        let (ru, number, url) = (quoted(&self.act), quoted(&self.number), quoted(&self.url));
        format!(
            "\n[[act]]\ncode = \"{code}\"\nru = {ru}\nkk = \"none\"\nen = \"none\"\nnumber = {number}\ndated = \"{}\"\n\
             url = {url}\n",
            self.dated
        )
    }

    fn indicator_entries(&self, amounts: &[Amount<'_>], act: &str, (first, last): (Day, Day)) -> String {
        let mut text = String::new();
        for Amount { code, amount, .. } in amounts {
            let amount = amount.to_string();
            let amount = amount.strip_suffix(".00").unwrap_or(&amount);
            // Writing to a string cannot fail.
            let _ = write!(
                text,
                "\n[[indicator]]\ncode = \"{code}\"\namount = \"{amount}\"\nfrom = \"{first}\"\nto = \"{last}\"\n\
                 cite = {{ act = \"{act}\" }}\nbasis = \"{}\"\n",
                self.basis
            );
        }
        text
    }
}

/// An indicator's amount of the year, and the option that named it.
struct Amount<'y> {
    code: &'static str,
    option: &'static str,
    /// As it was typed.
    text: &'y str,
    amount: Tenge,
}

/// Refuses an amount that is less than a tenth, or more than ten times, of what is in force on the day before: a digit more
/// or less, or tenge for thousands, and no year that the tables have comes near to it.
fn are_near(amounts: &[Amount<'_>], law: &Law, before: Day) -> Result<(), Error> {
    for Amount { code, option, text, amount } in amounts {
        let Some(known) = law.indicators(before).find(|indicator| indicator.code == *code) else { continue };
        let (now, then) = (i128::from(amount.tiyn()), i128::from(known.amount.tiyn()));
        if now * 10 < then || now > then * 10 {
            let (then, before) = (known.amount.to_string(), before.to_string());
            let message = say!("rates-add-far", option = *option, amount = *text, before = then, day = before);
            return Err(usage(message).with_hint(say!("rates-add-far-hint")));
        }
    }
    Ok(())
}

fn usage(message: Message) -> Error {
    Error::new(ErrorKind::Usage, message)
}

fn append(tables: &mut [TableFile], name: &str, entries: &str) {
    for table in tables.iter_mut().filter(|table| table.name == name) {
        if !table.text.ends_with('\n') {
            table.text.push('\n');
        }
        table.text += entries;
    }
}

/// The text as a string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.trim().chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(letter));
            }
            letter => quoted.push(letter),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stands_in_the_table_as_it_was_typed() {
        for title in ["Закон «О бюджете»", "a \"b\" \\ c", "line\nbreak\tand \u{7f}"] {
            let table: toml::Table = format!("x = {}", quoted(title)).parse().unwrap();
            assert_eq!(table["x"].as_str(), Some(title));
        }
    }
}
