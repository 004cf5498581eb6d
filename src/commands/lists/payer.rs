//! The payer: who transfers.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use crate::error::{Error, ErrorKind, masked};
use crate::law::small_text;
use crate::law::{is_bik, is_iban};
use crate::person::Iin;

/// The operator as a payment order names him.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Payer {
    pub name: String,
    pub bin: Iin,
    /// The account's number.
    pub account: String,
    pub bik: String,
    pub chief: String,
    pub accountant: String,
    /// The number of the next payment order.
    pub next_order: u64,
}

/// The fields of the file, every one of which must be there.
const FIELDS: [&str; 7] = ["name", "bin", "account", "bik", "chief", "accountant", "next_order"];

/// A field's text and where it stands.
struct Field {
    name: &'static str,
    text: String,
    offset: usize,
}

/// The payer of a file; `ustap template` writes one to fill in.
///
/// # Errors
/// Kind [`ErrorKind::Input`] with line and column where a field is missing, unknown, no text, empty or wrong.
pub(crate) fn read(path: &Path) -> Result<Payer, Error> {
    let file = path.display().to_string();
    let text = small_text(path)
        .map_err(|cause| Error::new(ErrorKind::Input, "cannot be read").caused_by_io(&cause).in_file(&file))?;
    parse(&text).map_err(|error| error.in_file(&file).with_hint("`ustap template DIR` writes a payer.toml to fill in"))
}

fn parse(text: &str) -> Result<Payer, Error> {
    let [name, bin, account, bik, chief, accountant, next_order] = fields(text)?;
    let refuse =
        |field: &Field, reason: &str| at(text, field.offset, format!("`{}`: `{}` {reason}", field.name, field.text));
    for field in [&name, &chief, &accountant] {
        if field.text.trim().is_empty() || field.text.chars().any(char::is_control) {
            return Err(refuse(field, "is empty or not one line of text"));
        }
    }
    let number: Iin = bin.text.parse().map_err(|_| {
        refuse(&Field { text: masked(&bin.text), ..bin }, "is no БИН: it is not 12 digits, or its check digit is wrong")
    })?;
    if !is_iban(&account.text) {
        return Err(refuse(&account, "is no account number: its check digits (mod 97) are wrong"));
    }
    if !is_bik(&bik.text) {
        return Err(refuse(&bik, "is no БИК: 8 or 11 capital letters and digits"));
    }
    let digits = next_order.text.len() <= 9 && next_order.text.bytes().all(|byte| byte.is_ascii_digit());
    let order = next_order.text.parse().ok().filter(|&order| digits && order > 0);
    Ok(Payer {
        bin: number,
        next_order: order.ok_or_else(|| refuse(&next_order, "is no number of a payment order from 1 on"))?,
        name: name.text.trim().to_owned(),
        account: account.text,
        bik: bik.text,
        chief: chief.text.trim().to_owned(),
        accountant: accountant.text.trim().to_owned(),
    })
}

/// The texts of all fields; nothing else may stand there.
fn fields(text: &str) -> Result<[Field; FIELDS.len()], Error> {
    let mut table = DeTable::parse(text)
        .map_err(|error| at(text, error.span().map_or(0, |span| span.start), format!("no TOML: {}", error.message())))?
        .into_inner();
    let unknown = table.keys().filter(|key| !FIELDS.contains(&key.get_ref().as_ref()));
    if let Some(key) = unknown.min_by_key(|key| key.span().start) {
        let message = format!("unknown field `{}`; known here: {}", key.get_ref(), FIELDS.join(", "));
        return Err(at(text, key.span().start, message));
    }
    let mut found = Vec::new();
    for name in FIELDS {
        let value = table.remove(name).ok_or_else(|| at(text, 0, format!("there is no `{name}`")))?;
        let offset = value.span().start;
        match value.into_inner() {
            DeValue::String(value) => found.push(Field { name, text: value.into_owned(), offset }),
            _ => return Err(at(text, offset, format!("`{name}` is no text: write it in quotes"))),
        }
    }
    found.try_into().map_err(|_| at(text, 0, "is no payer".to_owned()))
}

fn at(text: &str, offset: usize, message: String) -> Error {
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

    #[test]
    fn a_payer_and_what_is_wrong_with_others() {
        let payer = parse(PAYER).unwrap();
        assert_eq!((payer.next_order, payer.bin.to_string().as_str()), (15, "210390000016"));
        for (old, new, message) in [
            ("210390000016", "210390000017", "line 2: `bin`: `2103****0017` is no БИН"),
            ("KZ86125KZT5004100100", "KZ86125KZT5004100101", "line 3: `account`: `KZ86125KZT5004100101` is no account"),
            ("TSTBKZKA", "tst", "line 4: `bik`: `tst` is no БИК"),
            ("Примеров П. П.", " ", "line 5: `chief`: ` ` is empty"),
            ("\"15\"", "15", "line 7: `next_order` is no text: write it in quotes"),
            ("\"15\"", "\"0\"", "line 7: `next_order`: `0` is no number"),
            ("chief = \"Примеров П. П.\"\n", "", "line 1: there is no `chief`"),
            ("chief", "cheif", "line 5: unknown field `cheif`"),
        ] {
            let error = parse(&PAYER.replace(old, new)).unwrap_err();
            assert!(error.to_string().starts_with(message), "{error}");
        }
    }
}
