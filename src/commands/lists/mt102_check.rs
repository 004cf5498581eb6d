//! MT-102 files read back before they are published: what is looked for is put together anew from the orders.

use std::io::{BufRead, BufReader};
use std::path::Path;

use crate::commands::lists::mt102::Order;
use crate::commands::received::purpose::{names_month, rate_in};
use crate::error::{Error, ErrorKind, of_system};
use crate::money::{Tenge, TengeSum};
use crate::output::opening::open_in;
use crate::period::Day;
use crate::person::Iin;
use crate::rate::Rate;
use crate::words::{Message, say};

/// Reads the file back and holds it against every rule.
///
/// # Errors
/// Kind [`ErrorKind::Output`] with file and line where a rule is broken.
pub(crate) fn check(dir: &Path, name: &str, order: &Order<'_>, total: TengeSum) -> Result<(), Error> {
    let at_file = |error: Error| error.in_file(name);
    let file =
        open_in(dir, name).map_err(|cause| at_file(broken(say!("check-unreadable", reason = of_system(&cause)))))?;
    let (rows, added) = (0, TengeSum::default());
    let mut checker = Checker { order, line: 0, part: Part::Begin(0), field: None, rows, added, sum: None };
    let mut reader = BufReader::with_capacity(256 << 10, file);
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        let count = reader.read_until(b'\n', &mut bytes).map_err(|cause| at_file(broken(of_system(&cause))))?;
        if count == 0 {
            break;
        }
        checker.line += 1;
        checker.take(&bytes).map_err(|error| at_file(error.at_line(checker.line)))?;
    }
    checker.end(total).map_err(at_file)
}

fn broken(rule: Message) -> Error {
    Error::new(ErrorKind::Output, rule).with_hint(say!("check-hint"))
}

/// Where in the file the reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// This many of the three lines before the fields were read.
    Begin(usize),
    /// This many fields of the header were read.
    Header(usize),
    /// The next field of a row: `:21:`, `:32B:` or `:70:`.
    Row(usize),
    /// After `:32A:`.
    Closed,
    /// After `-}`.
    Done,
}

const HEADER: [&str; 6] = ["20", "50", "52B", "57B", "59", "70"];
const ROW: [&str; 3] = ["21", "32B", "70"];

struct Checker<'o, 'a> {
    order: &'o Order<'a>,
    line: u64,
    part: Part,
    /// The field that is being read: its tag and lines.
    field: Option<(String, Vec<String>)>,
    /// So many rows, and what they come to.
    rows: u64,
    added: TengeSum,
    /// What `:32A:` says.
    sum: Option<TengeSum>,
}

impl Checker<'_, '_> {
    fn take(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let bytes = bytes
            .strip_suffix(self.order.layout.line_end.as_bytes())
            .filter(|rest| !rest.contains(&b'\r') && !rest.contains(&b'\n'))
            .ok_or_else(|| broken(say!("check-line-end")))?;
        let text = self.order.encoding.text(bytes).ok_or_else(|| broken(say!("check-no-text")))?;
        let layout = self.order.layout;
        match self.part {
            Part::Begin(at) => {
                let expected = [layout.basic_header.as_str(), layout.application_header.as_str(), "{4:"];
                if expected.get(at) != Some(&text.as_ref()) {
                    return Err(broken(say!("check-blocks")));
                }
                self.part = if at == 2 { Part::Header(0) } else { Part::Begin(at + 1) };
                Ok(())
            }
            Part::Done => Err(broken(say!("check-behind-end"))),
            _ if text == "-}" => {
                self.finish_field()?;
                if self.part != Part::Closed {
                    return Err(broken(say!("check-no-sum")));
                }
                self.part = Part::Done;
                Ok(())
            }
            _ => match text.strip_prefix(':').and_then(|rest| rest.split_once(':')) {
                Some((tag, first)) => {
                    self.finish_field()?;
                    self.field = Some((tag.to_owned(), vec![first.to_owned()]));
                    Ok(())
                }
                None => match &mut self.field {
                    Some((_, lines)) => {
                        lines.push(text.into_owned());
                        Ok(())
                    }
                    None => Err(broken(say!("check-before-fields"))),
                },
            },
        }
    }

    fn finish_field(&mut self) -> Result<(), Error> {
        let Some((tag, lines)) = self.field.take() else { return Ok(()) };
        match self.part {
            Part::Header(at) => {
                if HEADER.get(at) != Some(&tag.as_str()) {
                    return Err(broken(say!("check-header-field", tag = &tag)));
                }
                self.header(&tag, &lines)?;
                self.part = if at + 1 == HEADER.len() { Part::Row(0) } else { Part::Header(at + 1) };
                Ok(())
            }
            Part::Row(0) if tag == "32A" => {
                self.closing(&lines)?;
                self.part = Part::Closed;
                Ok(())
            }
            Part::Row(at) => {
                if ROW.get(at) != Some(&tag.as_str()) {
                    return Err(broken(say!("check-row-field", tag = &tag)));
                }
                self.row(&tag, &lines)?;
                self.part = Part::Row((at + 1) % ROW.len());
                Ok(())
            }
            _ => Err(broken(say!("check-field-behind", tag = tag))),
        }
    }

    fn header(&self, tag: &str, lines: &[String]) -> Result<(), Error> {
        let order = self.order;
        match (tag, lines) {
            ("20", [reference]) if !reference.is_empty() => Ok(()),
            ("50", [account, rest @ ..]) => {
                expect(account == &format!("/D/{}", order.payer.account), say!("check-50-account"))?;
                self.side(rest, order.payer.number, &["NAME", "IDN", "CHIEF", "MAINBK", "IRS", "SECO"])
            }
            ("52B", [bik]) => expect(*bik == order.payer.bik, say!("check-52b")),
            ("57B", [bik]) => expect(bik == order.bik, say!("check-57b")),
            ("59", [iban, rest @ ..]) => {
                expect(iban == order.iban, say!("check-59"))?;
                self.side(rest, order.recipient, &["NAME", "IDN", "IRS", "SECO"])
            }
            ("70", lines) => self.purpose(lines),
            _ => Err(broken(say!("check-field-form", tag = tag))),
        }
    }

    /// Name, number and sector of one side.
    fn side(&self, lines: &[String], number: Iin, keys: &[&str]) -> Result<(), Error> {
        let values = values(lines, keys)?;
        let [name, idn, rest @ ..] = &values[..] else { return Err(broken(say!("check-side"))) };
        let most = self.order.layout.name_max;
        expect(
            (1..=most).contains(&name.chars().count()),
            say!("check-length", key = "NAME", most = most.to_string()),
        )?;
        expect(idn.parse::<Iin>() == Ok(number), say!("check-idn-of-side"))?;
        expect(rest.iter().all(|value| !value.is_empty()), say!("check-side-empty"))
    }

    fn purpose(&self, lines: &[String]) -> Result<(), Error> {
        let (order, layout) = (self.order, self.order.layout);
        let assign = lines.iter().position(|line| line.starts_with("/ASSIGN/"));
        let assign = assign.ok_or_else(|| broken(say!("check-assign-missing")))?;
        let (before, assigned) = lines.split_at(assign);
        let mut keys = vec!["NUM", "DATE", "VO", "SEND", "KNP", "PSO", "PRT"];
        if !order.letter.period_in_rows {
            keys.push("PERIOD");
        }
        let values = values(before, &keys)?;
        expect(values.first().is_some_and(|number| *number == order.number.to_string()), say!("check-num"))?;
        expect(
            values.get(1).and_then(|date| day(date)).is_some_and(|day| day <= order.date),
            say!("check-date-future"),
        )?;
        expect(values.get(4) == Some(&order.knp), say!("check-knp"))?;
        if let Some(period) = values.get(7) {
            self.period(period)?;
        }
        expect(assigned.len() <= layout.assign_lines_max, say!("check-assign-lines"))?;
        for (at, line) in assigned.iter().enumerate() {
            let (text, most) = match at {
                0 => (line.trim_start_matches("/ASSIGN/"), layout.assign_first_max),
                _ => (line.as_str(), layout.assign_next_max),
            };
            expect((1..=most).contains(&text.chars().count()), say!("check-assign-length"))?;
        }
        self.month_and_rate(&assigned.join(" "))
    }

    /// Without them everything comes back: Order No. 392, Rules, 6, 8 and 11.
    fn month_and_rate(&self, assigned: &str) -> Result<(), Error> {
        expect(names_month(assigned, self.order.period), say!("check-assign-month"))?;
        let named = rate_in(assigned);
        match self.order.rate {
            Some(rate) => expect(Rate::of_percent(&named) == Some(rate), say!("check-assign-rate")),
            None => expect(named.is_empty(), say!("check-assign-penalty")),
        }
    }

    fn row(&mut self, tag: &str, lines: &[String]) -> Result<(), Error> {
        match (tag, lines) {
            ("21", [number]) => {
                self.rows += 1;
                expect(*number == self.rows.to_string(), say!("check-21"))
            }
            ("32B", [amount]) => {
                let amount = money(amount).ok_or_else(|| broken(say!("check-32b-amount")))?;
                expect(amount > Tenge::ZERO, say!("check-32b-zero"))?;
                self.added += amount;
                Ok(())
            }
            ("70", lines) => self.person(lines),
            _ => Err(broken(say!("check-field-form", tag = tag))),
        }
    }

    fn person(&self, lines: &[String]) -> Result<(), Error> {
        let mut keys = vec!["OPV", "FM", "NM", "FT", "DT", "IDN", "PERIOD"];
        for (key, is_needed) in [("FT", false), ("DT", self.order.layout.needs_birth_date)] {
            if !is_needed && !lines.iter().any(|line| line.starts_with(&format!("/{key}/"))) {
                keys.retain(|known| *known != key);
            }
        }
        if !self.order.letter.period_in_rows {
            keys.retain(|key| *key != "PERIOD");
        }
        let values = values(lines, &keys)?;
        let value = |key: &str| keys.iter().position(|known| *known == key).and_then(|at| values.get(at)).copied();
        expect(value("OPV") == Some(self.order.letter.letter.as_str()), say!("check-opv"))?;
        for key in ["FM", "NM", "FT"] {
            let most = self.order.layout.name_max;
            let fits = value(key).is_none_or(|name| (1..=most).contains(&name.chars().count()));
            if !fits {
                return Err(broken(say!("check-length", key = key, most = most.to_string())));
            }
            let letters = |name: &str| name.chars().all(|one| one.is_alphabetic() || "-'’. ".contains(one));
            if !value(key).is_none_or(letters) {
                return Err(broken(say!("check-letters", key = key)));
            }
        }
        let is_day = |text: &str| {
            let number = |from: usize, to: usize| text.get(from..to)?.parse().ok();
            let born = || Day::from_ymd(number(0, 4)?, number(4, 6)?, number(6, 8)?);
            text.len() == 8 && born().is_some()
        };
        expect(value("DT").is_none_or(is_day), say!("check-dt"))?;
        expect(value("IDN").is_some_and(|idn| idn.parse::<Iin>().is_ok()), say!("check-idn"))?;
        value("PERIOD").map_or(Ok(()), |period| self.period(period))
    }

    fn period(&self, text: &str) -> Result<(), Error> {
        let (year, month) = self.order.period.ym();
        expect(*text == format!("{month:02}{year:04}"), say!("check-period"))
    }

    fn closing(&mut self, lines: &[String]) -> Result<(), Error> {
        let [text] = lines else { return Err(broken(say!("check-32a-form"))) };
        let (date, sum) = text.split_at_checked(6).ok_or_else(|| broken(say!("check-32a-form")))?;
        expect(day(date).is_some_and(|day| day <= self.order.date), say!("check-32a-future"))?;
        self.sum = Some(money_wide(sum).ok_or_else(|| broken(say!("check-32a-sum")))?);
        Ok(())
    }

    fn end(&self, total: TengeSum) -> Result<(), Error> {
        expect(self.part == Part::Done, say!("check-not-ended"))?;
        expect(self.rows > 0, say!("check-no-row"))?;
        let sum = self.sum.unwrap_or_default();
        if sum != self.added || sum != total {
            let (sum, rows, list) = (sum.to_string(), self.added.to_string(), total.to_string());
            return Err(broken(say!("check-total", sum = sum, rows = rows, list = list)));
        }
        Ok(())
    }
}

fn expect(holds: bool, rule: Message) -> Result<(), Error> {
    if holds { Ok(()) } else { Err(broken(rule)) }
}

/// The values of lines that have exactly these keys, in this order.
fn values<'l>(lines: &'l [String], keys: &[&str]) -> Result<Vec<&'l str>, Error> {
    if lines.len() != keys.len() {
        return Err(broken(say!(
            "check-keys",
            count = lines.len().to_string(),
            keys = format!("/{}/", keys.join("/, /"))
        )));
    }
    let value = |(line, key): (&'l String, &&str)| {
        let rest = line.strip_prefix('/')?.strip_prefix(*key)?.strip_prefix('/')?;
        Some(rest)
    };
    lines
        .iter()
        .zip(keys)
        .map(|pair| value(pair).ok_or_else(|| broken(say!("check-key-missing", key = *pair.1))))
        .collect()
}

/// The day of six digits, in this century.
fn day(text: &str) -> Option<Day> {
    if text.len() != 6 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
    Day::from_ymd(2000 + number(0, 2)?, number(2, 4)?, number(4, 6)?)
}

fn money(text: &str) -> Option<Tenge> {
    money_wide(text).and_then(|sum| i64::try_from(sum.tiyn()).ok()).map(Tenge::from_tiyn)
}

/// `KZT1000,00`.
fn money_wide(text: &str) -> Option<TengeSum> {
    let (whole, decimals) = text.strip_prefix("KZT")?.split_once(',')?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if decimals.len() != 2 || !digits(whole) || !digits(decimals) {
        return None;
    }
    let (whole, decimals): (i128, i128) = (whole.parse().ok()?, decimals.parse().ok()?);
    whole.checked_mul(100)?.checked_add(decimals).map(TengeSum::from_tiyn)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::lists::mt102::order;
    use crate::commands::lists::orders::{ListOrder, OrderKey};
    use crate::commands::payer;
    use crate::law::Law;
    use crate::payment::Payment;
    use crate::reading::encoding::Encoding;
    use crate::run::register_in::PaymentLine;

    const FILE: &str = include_str!("../../../examples/settlement/expected/mt102/so-2026-08.txt");

    const PURPOSE: &str = "/ASSIGN/СО за август 2026 г., ставка 1%\r\n";

    /// The check of this text as the list of СО of the example, whose sum is 61 905.00.
    fn checked(text: &str) -> Result<(), Error> {
        checked_as(text, false)
    }

    /// The same of СО or of a penalty, which goes under another КНП and has no rate.
    fn checked_as(text: &str, is_penalty: bool) -> Result<(), Error> {
        let law = Law::builtin().unwrap();
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/settlement/payer.toml");
        let payer = payer::of_orders(&example).unwrap().0;
        let period = "2026-08".parse().unwrap();
        let rate = Some("0.01".parse().unwrap()).filter(|_| !is_penalty);
        let line = PaymentLine::by_tables(&law, (Payment::So, period), TengeSum::default()).unwrap();
        let of_list = ListOrder {
            key: OrderKey { period, payment: Payment::So, is_penalty, rate },
            line: if is_penalty { PaymentLine { knp: "017".to_owned(), ..line } } else { line },
            is_one_of_several: false,
            rate: "1%".to_owned(),
            purpose: String::new(),
            account: String::new(),
            bik: String::new(),
            is_account_assumed: false,
            has_rows: true,
        };
        let order = order(&law, &payer, &of_list, (16, "2026-09-21".parse().unwrap(), Encoding::Utf8)).unwrap();
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("so.txt"), text).unwrap();
        check(dir.path(), "so.txt", &order, TengeSum::from_tiyn(6_190_500))
    }

    #[test]
    fn a_right_file() {
        assert_eq!(checked(FILE), Ok(()));
    }

    #[test]
    fn every_broken_rule_is_told() {
        for (old, new, rule) in [
            ("{2:I102SGROSS000000U3003}\r\n", "", "a block is missing"),
            (":57B:GCVPKZ2A", ":57B:GCVPKZ2B", ":57B: is not the bank of the payment"),
            (":59:KZ67009SS00368609110", ":59:KZ12009NPS0413609816", ":59: is not the account of the payment"),
            (":50:/D/KZ86125KZT5004100100", ":50:/D/KZ86125KZT5004100101", ":50: has another account"),
            (":50:/D/KZ86125KZT5004100100", "", "the field :20: has another form"),
            (":52B:TSTBKZKA", ":52B:TSTBKZKB", ":52B: is not the payer's bank"),
            (":52B:TSTBKZKA\r\n", "", "the field :57B: stands where another one of the header belongs"),
            (":20:REF0000016", ":20:", "the field :20: has another form"),
            (":20:REF0000016", "REF0000016", "a line stands before the first field"),
            ("/IDN/210390000016", "/IDN/160440007161", "/IDN/ is not the number of its side"),
            ("/IDN/160440007161", "/IDN/160440007162", "/IDN/ is not the number of its side"),
            ("/IDN/010130900106", "/IDN/010130900107", "/IDN/ has a wrong check digit"),
            ("/IDN/010130900106", "/IDN/10130900106", "/IDN/ has a wrong check digit"),
            ("/NAME/ТОО «Пример»", "/NAME/", "/NAME/ has not 1 to 60 characters"),
            ("/CHIEF/Примеров Пример Примерович", "/CHIEF/", "a line of a side is empty"),
            ("/SECO/1", "/SECO/", "a line of a side is empty"),
            ("/OPV/S", "/OPV/C", "/OPV/ is not the letter of the code"),
            ("/KNP/012", "/KNP/010", "/KNP/ is not the code of the payment"),
            ("/NUM/16", "/NUM/17", "/NUM/ is another number"),
            ("/DATE/260921", "/DATE/260922", "/DATE/ is in the future"),
            ("за август 2026", "за июль 2026", "the purpose in /ASSIGN/ does not name the month"),
            ("за август 2026", "за август 2025", "the purpose in /ASSIGN/ does not name the month"),
            ("ставка 1%", "ставка 10%", "the purpose in /ASSIGN/ does not name the rate"),
            (", ставка 1%", "", "the purpose in /ASSIGN/ does not name the rate"),
            ("ставка 1%", "ставка 1% и 5%", "the purpose in /ASSIGN/ does not name the rate"),
            (PURPOSE, "", "/ASSIGN/ is missing"),
            ("/PRT/05\r\n", "/PRT/05\r\n/PERIOD/082026\r\n", "8 lines stand where"),
            ("/PERIOD/082026\r\n:21:2\r\n", ":21:2\r\n", "lines stand where"),
            ("/PERIOD/082026", "/PERIOD/072026", "/PERIOD/ is another month"),
            (":32B:KZT1,00", ":32B:KZT0,00", ":32B: is not above zero"),
            (":32B:KZT1,00", ":32B:KZT1.00", ":32B: is no amount"),
            (":32B:KZT1,00", ":32B:KZT2,00", ":32A: is 61905.00, its rows come to 61906.00"),
            (":32A:260921KZT61905,00", ":32A:260921KZT61906,00", ":32A: is 61906.00, its rows come to 61905.00"),
            (":32A:260921KZT", ":32A:260921", ":32A: has no sum"),
            (":32A:260921KZT61905,00\r\n", "", "the block ends without :32A:"),
            ("-}\r\n", ":21:9\r\n-}\r\n", "the field :21: stands after :32A:"),
            (":21:1\r\n", "", "the field :32B: stands where another one of a row belongs"),
            (":32A:260921", ":32A:260922", "the date of :32A: is in the future"),
            (":21:2\r\n", ":21:3\r\n", ":21: does not count on"),
            ("/DT/20010130", "/DT/20010230", "/DT/ is no day"),
            ("/FM/Жақсыбеков", "/FM/", "/FM/ has not 1 to 60 characters"),
            ("/FM/Жақсыбеков", "/FM/Жақсыбеков?", "/FM/ has a character that banks refuse"),
            ("-}\r\n", "", "the last block does not end"),
            ("-}\r\n", "-}\r\nx\r\n", "something stands after the end"),
            ("/VO/01\r\n", "/VO/01\n", "the line does not end as the layout says"),
        ] {
            assert!(FILE.contains(old), "{old}");
            let error = checked(&FILE.replacen(old, new, 1)).unwrap_err();
            assert!(error.to_string().contains(rule), "{old}: {error}");
            assert_eq!(error.kind(), ErrorKind::Output);
        }
    }

    /// The text of the purpose has 31 characters.
    #[test]
    fn lines_of_the_purpose() {
        let with = |more: &str, lines: &[usize]| {
            let below: String = lines.iter().map(|&length| "я".repeat(length) + "\r\n").collect();
            checked(&FILE.replacen(PURPOSE, &(PURPOSE.replace("\r\n", more) + "\r\n" + &below), 1))
        };
        let first = |length: usize| ".".repeat(length - 31);
        assert_eq!(with(&first(62), &[70, 1, 70, 70, 70]), Ok(()));
        let (length, many) = ("a line of /ASSIGN/ has a wrong length", "/ASSIGN/ has too many lines");
        for (more, lines, rule) in [
            (63, &[][..], length),
            (31, &[71], length),
            (62, &[70, 70, 70, 70, 71], length),
            (31, &[0], length),
            (31, &[1, 1, 1, 1, 1, 1], many),
        ] {
            let error = with(&first(more), lines).unwrap_err();
            assert!(error.to_string().contains(rule), "{more} {lines:?}: {error}");
        }
    }

    #[test]
    fn a_penalty_names_no_rate() {
        let penalty = FILE.replacen("/KNP/012", "/KNP/017", 1);
        let without = penalty.replacen(PURPOSE, "/ASSIGN/Пеня по СО за август 2026 г.\r\n", 1);
        assert_eq!(checked_as(&without, true), Ok(()));
        let error = checked_as(&penalty, true).unwrap_err();
        assert!(error.to_string().contains("/ASSIGN/ names a rate, and a penalty has none"), "{error}");
    }
}
