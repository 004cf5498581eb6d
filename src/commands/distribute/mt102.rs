//! MT-102 files read as the State Corporation would: persons, amounts, and the rate that the purpose names.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};

use sha2::{Digest, Sha256};

use crate::commands::received::purpose::rate_in;
use crate::error::{Error, ErrorKind};
use crate::money::{Tenge, TengeSum};
use crate::reading::encoding::{Encoding, MARK};
use crate::reading::header::seen::Seen;
use crate::reading::input::{Digested, Input, Opened};
use crate::words::{Message, say};

/// What begins such a file, behind a byte order mark.
const BEGINNING: &[u8] = b"{1:";
/// Bytes that are looked at to know one, in UTF-16 too.
pub(crate) const PEEKED: u64 = 2 * (1 + BEGINNING.len()) as u64;
/// The longest line in bytes.
const LINE_BYTES_MAX: u64 = 1 << 20;
/// Tags of a row that are known and of which nothing is made here: letter, patronymic, birth date.
const KNOWN_TAGS: [&str; 3] = ["OPV", "FT", "DT"];
/// So many things that are not read are named, and that there are more.
const UNREAD_MAX: usize = 20;

/// Whether a file with this beginning is one.
pub(crate) fn is_mt102(beginning: &[u8]) -> bool {
    beginning.strip_prefix(MARK).unwrap_or(beginning).starts_with(BEGINNING)
}

/// Whether a file with this beginning is one in UTF-16, with a mark or without.
pub(crate) fn is_in_utf_16(beginning: &[u8]) -> bool {
    [u16::to_le_bytes, u16::to_be_bytes].iter().any(|bytes_of| {
        let beginning = beginning.strip_prefix(&bytes_of(0xfeff)).unwrap_or(beginning);
        beginning.starts_with(&BEGINNING.iter().flat_map(|&byte| bytes_of(u16::from(byte))).collect::<Vec<_>>())
    })
}

/// A person's row.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Mt102Row {
    /// Where it begins.
    pub line: u64,
    pub iin: String,
    /// As it stands.
    pub period: String,
    pub amount: String,
    pub surname: String,
    pub given_name: String,
}

/// What all rows have in common.
#[derive(Debug, Default)]
pub(crate) struct Mt102Header {
    pub knp: Option<String>,
    period: String,
    pub purpose: String,
    is_purpose: bool,
    /// The account that is paid to, `:59:`, the code of its bank, `:57B:`, and the number of the recipient behind the account.
    pub account: String,
    pub bik: String,
    pub recipient: String,
    /// The rate that the purpose names; empty where it names none.
    pub rate: String,
}

/// What a file came to.
#[derive(Debug)]
pub(crate) struct Mt102Read {
    pub digested: Digested,
    pub rows: u64,
    /// The sum that the file states, and what its rows come to, where these differ.
    pub stated: Option<(String, TengeSum)>,
}

/// Hands the rows of a file on, which is in this encoding if no byte order mark says another.
///
/// # Errors
/// What `each` gives; kind [`ErrorKind::Input`] where the file cannot be read, is no text, or is not whole.
pub(crate) fn read(
    input: &Input,
    mut opened: Opened,
    mut encoding: Encoding,
    mut each: impl FnMut(&Mt102Header, &Mt102Row) -> Result<(), Error>,
) -> Result<Mt102Read, Error> {
    let mut reading = Reading {
        part: Part::Header,
        header: Mt102Header::default(),
        row: None,
        stated: None,
        rows: 0,
        total: TengeSum::default(),
        seen: Seen::default(),
    };
    let (mut digest, mut bytes, mut number) = (Sha256::new(), 0, 0);
    let Opened { reader, .. } = &mut opened;
    let mut reader = BufReader::with_capacity(256 << 10, reader);
    let mut line = Vec::new();
    loop {
        line.clear();
        let mut limited = reader.by_ref().take(LINE_BYTES_MAX);
        let count = limited.read_until(b'\n', &mut line).map_err(|cause| input.fault(&cause))? as u64;
        if count == 0 {
            break;
        }
        (number, bytes) = (number + 1, bytes + count);
        digest.update(&line);
        let at_line = |error: Error| error.in_file(input.display()).at_line(number);
        if count == LINE_BYTES_MAX && !line.ends_with(b"\n") {
            return Err(at_line(broken(say!("mt102-in-line-too-long"))));
        }
        let text = match line.strip_prefix(MARK) {
            Some(marked) if number == 1 => {
                encoding = Encoding::Utf8;
                marked
            }
            _ => &line,
        };
        let Some(text) = encoding.text(text) else {
            let error = Error::new(ErrorKind::Input, say!("mt102-in-not-text", encoding = encoding.code()));
            return Err(at_line(match encoding.guess_beside(&line) {
                Some(guessed) => error.with_hint(encoding_hint(guessed)),
                None => error,
            }));
        };
        reading.line(text.trim_end_matches(['\n', '\r']), number, &mut each).map_err(|error| {
            match error.place().file {
                None if error.kind() == ErrorKind::Input => at_line(error),
                _ => error,
            }
        })?;
    }
    if !opened.is_unchanged(bytes) {
        return Err(Error::new(ErrorKind::Input, say!("mt102-in-changed"))
            .in_file(input.display())
            .with_hint(say!("mt102-in-changed-hint")));
    }
    let Reading { part: Part::Done, stated, total, rows, seen, .. } = reading else {
        return Err(broken(say!("mt102-in-not-whole")).in_file(input.display()));
    };
    let stated = stated.filter(|text| text.parse::<Tenge>().map(TengeSum::from) != Ok(total)).map(|text| (text, total));
    let digested = Digested::new(input, (bytes, digest.finalize().into()), seen);
    Ok(Mt102Read { digested, rows, stated })
}

fn encoding_hint(guessed: Encoding) -> Message {
    let (encoding, option) = (guessed.code(), "--encoding");
    match guessed {
        Encoding::Utf8 => say!("mt102-in-encoding-utf-8-hint", encoding = encoding, option = option),
        _ => guessed.hint(option),
    }
}

fn broken(what: Message) -> Error {
    Error::new(ErrorKind::Input, what).with_hint(say!("mt102-in-hint"))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Header,
    Rows,
    /// Behind `:32A:`.
    Closed,
    /// Behind `-}`.
    Done,
}

struct Reading {
    part: Part,
    header: Mt102Header,
    row: Option<Mt102Row>,
    /// What `:32A:` says.
    stated: Option<String>,
    rows: u64,
    total: TengeSum,
    seen: Seen,
}

impl Reading {
    fn line(
        &mut self,
        text: &str,
        number: u64,
        each: &mut impl FnMut(&Mt102Header, &Mt102Row) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let field = text.strip_prefix(':').and_then(|rest| rest.split_once(':'));
        match (self.part, field) {
            (Part::Done, _) if text.trim().is_empty() => {}
            (Part::Done, _) => return Err(broken(say!("mt102-in-behind-end"))),
            (Part::Closed, _) if text == "-}" => self.part = Part::Done,
            (Part::Header, Some(("21", _))) => {
                self.header.end()?;
                self.part = Part::Rows;
                self.row = Some(Mt102Row { line: number, ..Mt102Row::default() });
            }
            (Part::Rows, Some(("21", _))) => {
                self.end_row(each)?;
                self.row = Some(Mt102Row { line: number, ..Mt102Row::default() });
            }
            (Part::Rows, Some(("32A", stated))) => {
                self.end_row(each)?;
                self.stated = stated.split_once("KZT").map(|(_, amount)| whole(amount).to_owned());
                if self.stated.is_none() {
                    return Err(broken(say!("mt102-in-not-tenge")));
                }
                self.part = Part::Closed;
            }
            (Part::Header, _) if text == "-}" => return Err(broken(say!("mt102-in-no-person"))),
            (Part::Header, field) => self.header.line(field, text)?,
            (Part::Rows, field) => self.row_line(field, text, number)?,
            (Part::Closed, _) => return Err(broken(say!("mt102-in-behind-sum"))),
        }
        Ok(())
    }

    fn row_line(&mut self, field: Option<(&str, &str)>, text: &str, number: u64) -> Result<(), Error> {
        let Some(row) = &mut self.row else { return Ok(()) };
        let (tag, value) = match field {
            Some(("32B", amount)) => ("32B", amount.strip_prefix("KZT").map_or(amount, whole)),
            Some((_, text)) => tagged(text),
            None => tagged(text),
        };
        let place = match tag {
            "32B" => &mut row.amount,
            "IDN" => &mut row.iin,
            "PERIOD" => &mut row.period,
            "FM" => &mut row.surname,
            "NM" => &mut row.given_name,
            tag => {
                if !KNOWN_TAGS.contains(&tag) {
                    self.note_unread(tag, number);
                }
                return Ok(());
            }
        };
        if !place.is_empty() {
            return Err(broken(say!("mt102-in-twice", tag = tag, line = row.line.to_string())));
        }
        value.trim().clone_into(place);
        Ok(())
    }

    /// Names what is not read: a tag as it stands, a line that has none by its number, for it may be a name's.
    fn note_unread(&mut self, tag: &str, number: u64) {
        let is_tag = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        let name = match tag {
            "" => say!("mt102-in-line", line = number.to_string()),
            tag if tag.len() <= 8 && tag.bytes().all(is_tag) => Message::from(format!("/{tag}/")),
            _ => say!("mt102-in-line", line = number.to_string()),
        };
        let unread = &mut self.seen.unread;
        if unread.len() < UNREAD_MAX && !unread.contains(&name) {
            unread.push(name);
        } else if unread.len() == UNREAD_MAX && !unread.contains(&name) {
            unread.push(Message::from("…"));
        }
    }

    fn end_row(&mut self, each: &mut impl FnMut(&Mt102Header, &Mt102Row) -> Result<(), Error>) -> Result<(), Error> {
        let Some(mut row) = self.row.take() else { return Ok(()) };
        if row.period.is_empty() {
            row.period.clone_from(&self.header.period);
        }
        self.rows += 1;
        if let Ok(amount) = row.amount.parse::<Tenge>() {
            self.total += amount;
        }
        each(&self.header, &row)
    }
}

impl Mt102Row {
    /// The month as `YYYY-MM`, where it stands there as `MMYYYY`; anything else as it stands.
    pub fn month(&self) -> Cow<'_, str> {
        match self.period.split_at_checked(2) {
            Some((month, year)) if year.len() == 4 && self.period.bytes().all(|digit| digit.is_ascii_digit()) => {
                format!("{year}-{month}").into()
            }
            _ => self.period.as_str().into(),
        }
    }
}

impl Mt102Header {
    fn line(&mut self, field: Option<(&str, &str)>, text: &str) -> Result<(), Error> {
        match field {
            Some(("59", account)) => account.clone_into(&mut self.account),
            Some(("57B", bik)) => bik.clone_into(&mut self.bik),
            _ => {}
        }
        match tagged(field.map_or(text, |(_, value)| value)) {
            ("", text) if self.is_purpose => {
                self.purpose.push(' ');
                self.purpose += text;
                if self.purpose.len() as u64 > LINE_BYTES_MAX {
                    return Err(broken(say!("mt102-in-purpose-too-long")));
                }
            }
            (tag, value) => {
                self.is_purpose = tag == "ASSIGN";
                let is_twice = match tag {
                    "KNP" => self.knp.is_some(),
                    "PERIOD" => !self.period.is_empty(),
                    "ASSIGN" => !self.purpose.is_empty(),
                    _ => false,
                };
                if is_twice {
                    return Err(broken(say!("mt102-in-twice-in-header", tag = tag)));
                }
                match tag {
                    "KNP" => self.knp = Some(value.trim().to_owned()),
                    "PERIOD" => value.trim().clone_into(&mut self.period),
                    "ASSIGN" => value.clone_into(&mut self.purpose),
                    "IDN" if !self.account.is_empty() => value.clone_into(&mut self.recipient),
                    _ => {}
                }
            }
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Error> {
        if self.knp.is_none() {
            return Err(broken(say!("mt102-in-no-knp")));
        }
        self.rate = rate_in(&self.purpose);
        Ok(())
    }
}

/// The tag that a line begins with and what stands behind it: `/FM/ИВАНОВ`.
fn tagged(text: &str) -> (&str, &str) {
    text.strip_prefix('/').and_then(|rest| rest.split_once('/')).unwrap_or(("", text))
}

/// An amount of SWIFT, whose comma stands behind a whole number too: `1000,` is `1000`.
fn whole(amount: &str) -> &str {
    amount.strip_suffix(',').unwrap_or(amount)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_stands_as_six_digits() {
        for (text, month) in [("082026", "2026-08"), ("2026-08", "2026-08"), ("8", "8"), ("ав2026", "ав2026")] {
            assert_eq!(Mt102Row { period: text.to_owned(), ..Mt102Row::default() }.month(), month);
        }
    }
}
