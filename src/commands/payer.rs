//! The payer: the operator, who states incomes and transfers.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};
use toml::de::{DeTable, DeValue};

use crate::error::{Error, ErrorKind};
use crate::law::small_text;
use crate::law::{is_bik, is_iban};
use crate::output::digest::hex;
use crate::output::headings::Operator;
use crate::person::Iin;
use crate::reading::header::headings::Kind;
use crate::reading::input::last_part;
use crate::run::receipt::InputFile;
use crate::shown::{is_invisible, masked};
use crate::words::{Message, say};

/// The operator as a payment order names him.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Payer {
    pub name: String,
    /// БИН, or the ИИН of an entrepreneur.
    pub number: Iin,
    /// The account's number.
    pub account: String,
    pub bik: String,
    /// Of an entrepreneur he himself.
    pub chief: String,
    pub accountant: String,
    /// The number of the next payment order.
    pub next_order: u64,
}

impl Payer {
    /// The greatest number of a payment order.
    pub const ORDER_MAX: u64 = 999_999_999;

    /// The same at the head of lists.
    pub fn operator(&self) -> Operator {
        let Payer { name, number, chief, accountant, .. } = self.clone();
        Operator { name, number: number.to_string(), chief, accountant }
    }
}

/// The operator as a statement names him.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Declarant {
    /// Empty where the statement has no head.
    pub name: String,
    /// БИН, or the ИИН of an entrepreneur.
    pub number: Iin,
    /// Name and ИИН; an entrepreneur has none.
    pub chief: Option<(String, Iin)>,
}

/// The fields that a file may have.
const FIELDS: [&str; 9] = ["name", "bin", "iin", "chief", "chief_iin", "account", "bik", "accountant", "next_order"];

/// A payer file: its fields, each of which is looked at where a command uses it.
struct PayerFile {
    text: String,
    fields: BTreeMap<&'static str, Field>,
}

/// A field's text and where it stands.
#[derive(Debug, Clone)]
struct Field {
    name: &'static str,
    text: String,
    offset: usize,
}

/// The payer of payment orders; `ustap template` writes a file to fill in.
///
/// # Errors
/// Kind [`ErrorKind::Input`] with line and column where a field that is used is missing, empty or wrong, or any is unknown or
/// no text.
pub(crate) fn of_orders(path: &Path) -> Result<(Payer, InputFile), Error> {
    of(path, PayerFile::payer)
}

/// The operator as rows have him: his number alone.
///
/// # Errors
/// As [`of_orders`].
pub(crate) fn of_rows(path: &Path) -> Result<(Operator, InputFile), Error> {
    of(path, |payer| Ok(Operator { number: payer.number()?.0.to_string(), ..Operator::default() }))
}

/// The operator at the head of lists.
///
/// # Errors
/// As [`of_orders`].
pub(crate) fn of_lists(path: &Path) -> Result<(Operator, InputFile), Error> {
    of(path, PayerFile::operator)
}

/// The operator at the head of a statement.
///
/// # Errors
/// As [`of_orders`].
pub(crate) fn of_statement(path: &Path) -> Result<(Declarant, InputFile), Error> {
    of(path, PayerFile::declarant)
}

/// The operator of a statement without a head: his number alone.
///
/// # Errors
/// As [`of_orders`].
pub(crate) fn of_statement_rows(path: &Path) -> Result<(Declarant, InputFile), Error> {
    of(path, |payer| Ok(Declarant { name: String::new(), number: payer.number()?.0, chief: None }))
}

/// What each use takes of a file with this text, or why it is refused: of [`of_orders`], [`of_rows`], [`of_lists`],
/// [`of_statement`].
pub(super) fn each_use(text: &str) -> [Result<String, Error>; 4] {
    let file = PayerFile::parse(text.to_owned());
    let with = |take: fn(&PayerFile) -> Result<String, Error>| file.as_ref().map_err(Clone::clone).and_then(take);
    [
        with(|file| file.payer().map(|payer| format!("{payer:?}"))),
        with(|file| file.number().map(|(number, _)| number.to_string())),
        with(|file| file.operator().map(|operator| format!("{operator:?}"))),
        with(|file| file.declarant().map(|declarant| format!("{declarant:?}"))),
    ]
}

/// What is taken of the file, and the file as receipts have it.
fn of<T>(path: &Path, take: impl Fn(&PayerFile) -> Result<T, Error>) -> Result<(T, InputFile), Error> {
    let file = path.display().to_string();
    let text = small_text(path).map_err(|cause| {
        let error = Error::new(ErrorKind::Input, say!("unreadable")).caused_by_io(&cause).in_file(&file);
        if cause.kind() == io::ErrorKind::InvalidData { error.with_hint(say!("save-in-utf-8-hint")) } else { error }
    })?;
    let input = InputFile {
        kind: Kind::Payer,
        name: last_part(path),
        bytes: text.len() as u64,
        rows: 0,
        sha256: hex(&Sha256::digest(&text)),
        not_read: Vec::new(),
    };
    PayerFile::parse(text)
        .and_then(|payer| Ok((take(&payer)?, input)))
        .map_err(|error| error.in_file(&file).with_hint(say!("payer-hint")))
}

impl PayerFile {
    fn parse(text: String) -> Result<PayerFile, Error> {
        let mut table = DeTable::parse(&text)
            .map_err(|error| {
                at(&text, error.span().map_or(0, |span| span.start), say!("payer-no-toml", reason = error.message()))
            })?
            .into_inner();
        let unknown = table.keys().filter(|key| !FIELDS.contains(&key.get_ref().as_ref()));
        if let Some(key) = unknown.min_by_key(|key| key.span().start) {
            let message = say!("payer-unknown-field", field = key.get_ref().as_ref(), known = FIELDS.join(", "));
            return Err(at(&text, key.span().start, message));
        }
        let mut fields = BTreeMap::new();
        for name in FIELDS {
            let Some(value) = table.remove(name) else { continue };
            let offset = value.span().start;
            let DeValue::String(value) = value.into_inner() else {
                return Err(at(&text, offset, say!("payer-no-text", field = name)));
            };
            fields.insert(name, Field { name, text: value.into_owned(), offset });
        }
        drop(table);
        Ok(PayerFile { text, fields })
    }

    fn payer(&self) -> Result<Payer, Error> {
        let Operator { name, chief, .. } = self.operator()?;
        let (account, bik, next_order) = (self.field("account")?, self.field("bik")?, self.field("next_order")?);
        if !is_iban(&account.text) {
            let (field, value) = (account.name, &account.text);
            return Err(account.at(
                &self.text,
                match value.chars().find(|letter| !letter.is_ascii_uppercase() && !letter.is_ascii_digit()) {
                    Some(letter) if letter == ' ' || is_invisible(letter) => {
                        say!("payer-account-blanks", field = field, value = value)
                    }
                    Some(letter) => {
                        say!("payer-account-letter", field = field, value = value, letter = letter.to_string())
                    }
                    None => say!("payer-account", field = field, value = value),
                },
            ));
        }
        if !is_bik(&bik.text) {
            return Err(bik.at(&self.text, say!("payer-bik", field = bik.name, value = &bik.text)));
        }
        let digits = next_order.text.bytes().all(|byte| byte.is_ascii_digit());
        let order = next_order.text.parse().ok().filter(|order| digits && (1..=Payer::ORDER_MAX).contains(order));
        let no_number = || say!("payer-next-order", field = next_order.name, value = &next_order.text);
        Ok(Payer {
            name,
            number: self.number()?.0,
            account: account.text.clone(),
            bik: bik.text.clone(),
            chief,
            accountant: self.line("accountant")?,
            next_order: order.ok_or_else(|| next_order.at(&self.text, no_number()))?,
        })
    }

    fn operator(&self) -> Result<Operator, Error> {
        let name = self.line("name")?;
        let (number, is_entrepreneur) = self.number()?;
        let chief = if is_entrepreneur { name.clone() } else { self.line("chief")? };
        // Lists are signed without one too.
        let accountant = match self.fields.contains_key("accountant") {
            true => self.line("accountant")?,
            false => String::new(),
        };
        Ok(Operator { name, number: number.to_string(), chief, accountant })
    }

    fn declarant(&self) -> Result<Declarant, Error> {
        let name = self.line("name")?;
        let (number, is_entrepreneur) = self.number()?;
        let chief = match is_entrepreneur {
            true => None,
            false => Some((self.line("chief")?, self.iin("chief_iin", say!("number-iin"))?)),
        };
        Ok(Declarant { name, number, chief })
    }

    /// БИН or ИИН, and whether it is that of an entrepreneur, who has no chief.
    fn number(&self) -> Result<(Iin, bool), Error> {
        let Some(own) = self.fields.get("iin") else {
            if !self.fields.contains_key("bin") {
                return Err(at(&self.text, 0, say!("payer-no-number")));
            }
            return Ok((self.iin("bin", say!("number-bin"))?, false));
        };
        if self.fields.contains_key("bin") {
            return Err(own.at(&self.text, say!("payer-two-numbers")));
        }
        if let Some(chief) = ["chief", "chief_iin"].iter().find_map(|name| self.fields.get(name)) {
            return Err(chief.at(&self.text, say!("payer-chief-of-entrepreneur", field = chief.name)));
        }
        Ok((self.iin("iin", say!("number-iin"))?, true))
    }

    fn iin(&self, name: &str, number: Message) -> Result<Iin, Error> {
        let field = self.field(name)?;
        field.text.parse().map_err(|_| {
            field.at(&self.text, say!("payer-iin", field = field.name, value = masked(&field.text), number = number))
        })
    }

    /// A field of one line of text.
    fn line(&self, name: &str) -> Result<String, Error> {
        let field = self.field(name)?;
        if field.text.trim().is_empty() || field.text.chars().any(char::is_control) {
            return Err(field.at(&self.text, say!("payer-line", field = field.name, value = &field.text)));
        }
        let text = field.text.trim();
        // A blank is seen for what it is, whichever it is.
        if let Some(letter) = text.chars().find(|&letter| is_invisible(letter) && !letter.is_whitespace()) {
            let character = format!("U+{:04X}", u32::from(letter));
            let message = say!("payer-invisible", field = field.name, value = text, character = character);
            return Err(field.at(&self.text, message));
        }
        // What a name asks has one, and no letter behind it.
        let is_lost = |behind: &str| behind.starts_with('?') || behind.starts_with(char::is_alphabetic);
        if text.match_indices('?').any(|(at, _)| is_lost(&text[at + 1..])) || text.contains(char::REPLACEMENT_CHARACTER)
        {
            return Err(field.at(&self.text, say!("payer-lost-letters", field = field.name, value = text)));
        }
        Ok(text.to_owned())
    }

    fn field(&self, name: &str) -> Result<&Field, Error> {
        self.fields.get(name).ok_or_else(|| at(&self.text, 0, say!("payer-missing", field = name)))
    }
}

impl Field {
    /// The error of this field in the text of its file.
    fn at(&self, text: &str, message: Message) -> Error {
        at(text, self.offset, message)
    }
}

fn at(text: &str, offset: usize, message: Message) -> Error {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.bytes().filter(|&byte| byte == b'\n').count() as u64 + 1;
    let column = before.chars().rev().take_while(|&character| character != '\n').count() as u64 + 1;
    Error::new(ErrorKind::Input, message).at_line(line).at_column(column)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAYER: &str = "name = \"ТОО «Пример»\"\nbin = \"210390000016\"\naccount = \"KZ86125KZT5004100100\"\n\
                         bik = \"TSTBKZKA\"\nchief = \"Примеров П. П.\"\naccountant = \"Образцова О. О.\"\nnext_order = \"15\"\n";

    fn file(text: &str) -> Result<PayerFile, Error> {
        PayerFile::parse(text.to_owned())
    }

    #[test]
    fn a_payer_and_what_is_wrong_with_others() {
        let payer = file(PAYER).unwrap().payer().unwrap();
        assert_eq!((payer.next_order, payer.number.to_string().as_str()), (15, "210390000016"));
        for (old, new, message) in [
            ("210390000016", "210390000017", "line 2: `bin`: `2103****0017` is no БИН"),
            ("KZ86125KZT5004100100", "KZ86125KZT5004100101", "line 3: `account`: `KZ86125KZT5004100101` is no account"),
            (
                "KZ86125KZT5004100100",
                "KZ86 125K ZT50 0410 0100",
                "line 3: `account`: `KZ86 125K ZT50 0410 0100` is no account number: write its 20 letters and digits \
                 without blanks",
            ),
            (
                "KZ86125KZT5004100100",
                "КZ86125KZT5004100100",
                "line 3: `account`: `КZ86125KZT5004100100` is no account number: capital Latin letters and digits are \
                 wanted, and `К` is of another alphabet",
            ),
            ("TSTBKZKA", "tst", "line 4: `bik`: `tst` is no БИК"),
            ("Примеров П. П.", " ", "line 5: `chief`: ` ` is empty"),
            ("Пример»", "При\u{200b}мер»", "line 1: `name`: U+200B, which nobody sees, stands in `"),
            ("Примеров П. П.", "????????", "line 5: `chief`: in `????????` letters are lost"),
            ("Пример»", "?ример»", "line 1: `name`: in `ТОО «?ример»` letters are lost"),
            ("Образцова О. О.", "\u{fffd}бразцова", "line 6: `accountant`: in `\u{fffd}бразцова` letters are lost"),
            ("\"15\"", "\"15", "line 7: this line cannot be read: each field stands once"),
            ("\"15\"", "15", "line 7: `next_order` is no text: write it in quotes"),
            ("\"15\"", "\"0\"", "line 7: `next_order`: `0` is no number"),
            ("chief = \"Примеров П. П.\"\n", "", "line 1: there is no `chief`"),
            ("bin = \"210390000016\"\n", "", "line 1: there is no `bin`, and no `iin`"),
            ("chief", "cheif", "line 5: unknown field `cheif`"),
            ("bin = \"210390000016\"", "iin = \"900101300017\"", "line 5: `chief` stands beside `iin`"),
            ("chief = \"Примеров П. П.\"", "iin = \"900101300017\"", "line 5: `iin` stands beside `bin`"),
        ] {
            let error = file(&PAYER.replace(old, new)).and_then(|payer| payer.payer()).unwrap_err();
            assert!(error.to_string().starts_with(message), "{error}");
        }
    }

    #[test]
    fn a_receipt_has_the_file_as_it_is() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("payer.toml");
        std::fs::write(&path, PAYER).unwrap();
        let (_, input) = of_rows(&path).unwrap();
        assert_eq!((input.kind, input.name.as_str(), input.rows), (Kind::Payer, "payer.toml", 0));
        assert_eq!(input.bytes, PAYER.len() as u64);
        assert_eq!(input.sha256, hex(&Sha256::digest(PAYER)));
    }

    /// Who states incomes needs no account, who pays no ИИН of a chief.
    #[test]
    fn only_the_fields_that_are_used_are_asked_for() {
        let stating = "name = \"ТОО «Пример»\"\nbin = \"210390000016\"\nchief = \"Примеров П. П.\"\n";
        let with_iin = format!("{stating}chief_iin = \"900101300017\"\nnext_order = \"none yet\"\n");
        let declarant = file(&with_iin).unwrap().declarant().unwrap();
        let chief = ("Примеров П. П.".to_owned(), "900101300017".parse().unwrap());
        assert_eq!(declarant.chief, Some(chief));
        let error = file(stating).unwrap().declarant().unwrap_err();
        assert!(error.to_string().starts_with("line 1: there is no `chief_iin`"), "{error}");
        assert_eq!(file(stating).unwrap().operator().unwrap().accountant, "");
        let error = file(stating).unwrap().payer().unwrap_err();
        assert!(error.to_string().starts_with("line 1: there is no `account`"), "{error}");
    }

    #[test]
    fn an_entrepreneur_has_no_chief_and_is_it_himself() {
        let text = PAYER.replace("bin = \"210390000016\"", "iin = \"900101300017\"");
        let own = file(&text.replace("chief = \"Примеров П. П.\"\n", "")).unwrap();
        assert_eq!(own.declarant().unwrap().chief, None);
        assert_eq!(own.payer().unwrap().chief, "ТОО «Пример»");
        assert_eq!(own.operator().unwrap().number, "900101300017");
    }
}
