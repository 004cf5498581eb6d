//! MT-102: a payment order with its list as text, by the profile of the tables.

use std::path::Path;

use crate::commands::contractors::names::Person;
use crate::commands::lists::orders::{ListOrder, OrderKey};
use crate::commands::payer::Payer;
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::law::{Law, Mt102Layout, Mt102Letter};
use crate::money::{Tenge, TengeSum};
use crate::output::file::{OutputFile, Written};
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::rate::Rate;
use crate::reading::encoding::Encoding;
use crate::words::{Message, say};

/// What a file is made with, beside its rows.
#[derive(Debug, Clone)]
pub(crate) struct Order<'a> {
    pub payer: &'a Payer,
    pub layout: &'a Mt102Layout,
    pub letter: &'a Mt102Letter,
    /// The account's number and the code of its bank.
    pub iban: &'a str,
    pub bik: &'a str,
    /// The recipient's БИН.
    pub recipient: Iin,
    pub period: Month,
    pub knp: &'a str,
    /// None of a penalty.
    pub rate: Option<Rate>,
    /// What the payment is for.
    pub purpose: &'a str,
    pub number: u64,
    pub date: Day,
    pub encoding: Encoding,
}

/// The order for a payment, or why the tables do not give one: an entry that is to be filled in.
pub(crate) fn order<'a>(
    law: &'a Law,
    payer: &'a Payer,
    of_list: &'a ListOrder,
    (number, date, encoding): (u64, Day, Encoding),
) -> Result<Order<'a>, Error> {
    let ListOrder { key: OrderKey { payment, period, rate, .. }, line, purpose, .. } = of_list;
    let (payment, period, rate, knp) = (*payment, *period, *rate, line.knp.as_str());
    let code = payment.code();
    let refused = |file: &str, what: Message| {
        Error::new(ErrorKind::Usage, say!("mt102-refused", payment = code, file = file, what = what))
            .with_hint(say!("mt102-refused-hint", file = file))
    };
    const PROFILE: &str = "settlement/mt102.toml";
    const ACCOUNTS: &str = "settlement/accounts.toml";
    let letter = law
        .settlement()
        .mt102_letter(knp, date)
        .ok_or_else(|| refused(PROFILE, say!("mt102-no-letter", knp = knp, date = date.to_string())))?;
    let layout = law
        .settlement()
        .mt102_layout(date)
        .ok_or_else(|| refused(PROFILE, say!("mt102-no-layout", date = date.to_string())))?;
    let account = law
        .settlement()
        .account(payment, date)
        .ok_or_else(|| refused(ACCOUNTS, say!("mt102-no-account", payment = code, date = date.to_string())))?;
    if !account.is_established {
        return Err(refused(ACCOUNTS, say!("mt102-assumed-account", payment = code)));
    }
    let (Some(iban), Some(bik)) = (&account.iban, &account.bik) else {
        return Err(refused(ACCOUNTS, say!("mt102-no-account-number", payment = code)));
    };
    let recipient = law
        .remittance(payment, period.last_day())
        .and_then(|remittance| remittance.recipient)
        .ok_or_else(|| refused("recipients.toml", say!("mt102-no-recipient", payment = code)))?;
    Ok(Order { payer, layout, letter, iban, bik, recipient, period, knp, rate, purpose, number, date, encoding })
}

/// A file while it is written.
pub(crate) struct Mt102File<'a> {
    pub order: Order<'a>,
    pub name: String,
    file: OutputFile,
    line: Vec<u8>,
    pub rows: u64,
    pub total: TengeSum,
}

impl<'a> Mt102File<'a> {
    /// Writes what stands before the rows.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Output`] where a text of the header breaks a rule: the field and the rule are named.
    pub fn create(dir: &Path, name: String, order: Order<'a>) -> Result<Mt102File<'a>, Error> {
        let file = OutputFile::create_bare(dir, name.clone())?;
        let mut written = Mt102File { order, name, file, line: Vec::new(), rows: 0, total: TengeSum::default() };
        written.header()?;
        Ok(written)
    }

    fn header(&mut self) -> Result<(), Error> {
        let order = self.order.clone();
        let Order { payer, layout, .. } = &order;
        let date = short(order.date);
        let name = |text: &str| fits(text, layout.name_max).map(|text| format!("/NAME/{text}"));
        let refused = |message: Message| Error::new(ErrorKind::Output, message);
        let mut lines = vec![
            layout.basic_header.clone(),
            layout.application_header.clone(),
            "{4:".to_owned(),
            format!(":20:REF{:07}", order.number),
            format!(":50:/D/{}", payer.account),
            name(&payer.name).map_err(|rule| refused(say!("mt102-payer-name", name = &payer.name, rule = rule)))?,
            format!("/IDN/{}", payer.number),
            format!("/CHIEF/{}", payer.chief),
            format!("/MAINBK/{}", payer.accountant),
            format!("/IRS/{}", layout.payer.0),
            format!("/SECO/{}", layout.payer.1),
            format!(":52B:{}", payer.bik),
            format!(":57B:{}", order.bik),
            format!(":59:{}", order.iban),
            name(&layout.recipient_name)
                .map_err(|rule| refused(say!("mt102-recipient-name", name = &layout.recipient_name, rule = rule)))?,
            format!("/IDN/{}", order.recipient),
            format!("/IRS/{}", layout.recipient.0),
            format!("/SECO/{}", layout.recipient.1),
            format!(":70:/NUM/{}", order.number),
            format!("/DATE/{date}"),
            format!("/VO/{}", layout.vo),
            format!("/SEND/{}", layout.send),
            format!("/KNP/{}", order.knp),
            format!("/PSO/{}", layout.pso),
            format!("/PRT/{}", layout.prt),
        ];
        if !order.letter.period_in_rows {
            lines.push(format!("/PERIOD/{}", month(order.period)));
        }
        lines.extend(assignment(layout, order.purpose)?);
        for line in lines {
            self.line(&line, &|| say!("mt102-in-header"))?;
        }
        Ok(())
    }

    /// Appends a person's row.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Output`] where the row breaks a rule: person, field and rule are named.
    pub fn row(&mut self, iin: Iin, person: &Person<'_>, amount: Tenge) -> Result<(), Error> {
        let number = self.rows + 1;
        let who = || say!("mt102-in-row", iin = iin.masked().to_string(), row = number.to_string());
        let mut lines = vec![
            format!(":21:{number}"),
            format!(":32B:KZT{}", comma(TengeSum::from(amount))),
            format!(":70:/OPV/{}", self.order.letter.letter),
            format!("/FM/{}", person.surname),
            format!("/NM/{}", person.given_name),
        ];
        if !person.patronymic.is_empty() {
            lines.push(format!("/FT/{}", person.patronymic));
        }
        if let Some(birth_date) = person.birth_date {
            let (year, month_of_birth, day) = birth_date.ymd();
            lines.push(format!("/DT/{year:04}{month_of_birth:02}{day:02}"));
        }
        lines.push(format!("/IDN/{iin}"));
        if self.order.letter.period_in_rows {
            lines.push(format!("/PERIOD/{}", month(self.order.period)));
        }
        for line in lines {
            self.line(&line, &who)?;
        }
        self.rows = number;
        self.total += amount;
        Ok(())
    }

    fn line(&mut self, text: &str, who: &dyn Fn() -> Message) -> Result<(), Error> {
        self.line.clear();
        self.order.encoding.encode(text, &mut self.line).map_err(|letter| {
            let tag = text.rsplit_once('/').map_or(text, |(tag, _)| tag);
            let message = say!(
                "mt102-letter",
                file = &self.name,
                letter = letter.to_string(),
                who = who(),
                tag = tag,
                encoding = self.order.encoding.code(),
            );
            Error::new(ErrorKind::Output, message).with_hint(say!("mt102-letter-hint"))
        })?;
        self.line.extend_from_slice(self.order.layout.line_end.as_bytes());
        self.file.write(&self.line, 0)
    }

    /// Writes what stands behind the rows and puts the file on the disk.
    pub fn finish(mut self) -> Result<(Written, Order<'a>), Error> {
        let total = format!(":32A:{}KZT{}", short(self.order.date), comma(self.total));
        for line in [total.as_str(), "-}"] {
            self.line(line, &|| say!("mt102-in-end"))?;
        }
        let written = self.file.finish()?;
        Ok((Written { rows: self.rows, ..written }, self.order))
    }
}

fn fits(text: &str, most: usize) -> Result<&str, Message> {
    let length = text.chars().count();
    if length == 0 || length > most {
        return Err(say!("mt102-name-length", length = length.to_string(), most = most.to_string()));
    }
    if text.chars().any(char::is_control) {
        return Err(say!("mt102-name-no-text"));
    }
    Ok(text)
}

/// What the payment is for, in the words of the profile; `rate` is empty where there is none.
pub(crate) fn purpose(layout: &Mt102Layout, key: OrderKey, rate: &str) -> String {
    let template = if key.is_penalty { &layout.assign_penalty } else { &layout.assign };
    template
        .replace("{payment}", key.payment.abbreviation())
        .replace("{month}", Language::Ru.month_name(key.period))
        .replace("{year}", &key.period.ym().0.to_string())
        .replace("{rate}", rate)
}

/// What the payment is for, as lines.
fn assignment(layout: &Mt102Layout, text: &str) -> Result<Vec<String>, Error> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let most = if lines.len() == 1 { layout.assign_first_max } else { layout.assign_next_max };
        let Some(line) = lines.last_mut() else { continue };
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= most {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    let most = |at: usize| if at == 0 { layout.assign_first_max } else { layout.assign_next_max };
    let long = lines.iter().enumerate().any(|(at, line)| line.chars().count() > most(at));
    if long || lines.len() > layout.assign_lines_max {
        return Err(Error::new(ErrorKind::Output, say!("mt102-purpose-too-long", text = text)));
    }
    if let Some(first) = lines.first_mut() {
        first.insert_str(0, "/ASSIGN/");
    }
    Ok(lines)
}

/// `1000,00`.
fn comma(amount: TengeSum) -> String {
    amount.to_string().replace('.', ",")
}

/// `260825`.
fn short(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{:02}{month:02}{day:02}", year % 100)
}

/// `072026`.
fn month(period: Month) -> String {
    let (year, month) = period.ym();
    format!("{month:02}{year:04}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The profile has at most 62 characters in the first line, 70 in the next ones, and six lines (settlement.md).
    #[test]
    fn the_purpose_has_lines_of_the_profile() {
        let law = Law::builtin().unwrap();
        let layout = law.settlement().mt102_layout("2026-09-21".parse().unwrap()).unwrap();
        // One word of each of these lengths, in letters of two bytes.
        let lines = |lengths: &[usize]| {
            let words: Vec<String> = lengths.iter().map(|&length| "я".repeat(length)).collect();
            let lines = assignment(layout, &words.join(" ")).ok()?;
            let text = lines[0].strip_prefix("/ASSIGN/").unwrap();
            Some(
                [text]
                    .into_iter()
                    .chain(lines[1..].iter().map(String::as_str))
                    .map(|line| line.chars().count())
                    .collect(),
            )
        };
        for (words, expected) in [
            (&[30, 31][..], Some(vec![62])),
            (&[30, 32], Some(vec![30, 32])),
            (&[62, 35, 34], Some(vec![62, 70])),
            (&[62, 35, 35], Some(vec![62, 35, 35])),
            (&[63], None),
            (&[1, 71], None),
            (&[62, 70, 70, 70, 70, 70], Some(vec![62, 70, 70, 70, 70, 70])),
            (&[62, 70, 70, 70, 70, 70, 1], None),
        ] {
            assert_eq!(lines(words), expected, "{words:?}");
        }
    }
}
