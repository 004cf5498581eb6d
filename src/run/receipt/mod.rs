//! `receipt.json`: what a run was made of and came to, so that it can be checked years later.
//!
//! A command that writes one has a variant of [`Made`] with two structs, its options and its totals, and nothing else to
//! do: whoever opens a directory reads the same structs. A key that is missing or unknown is an error with its name. A key
//! that a later version adds takes a default there, for receipts of earlier versions are read as long as they are kept
//! (`tests/earlier`). No digest is taken of a receipt that was read and written again.

pub(crate) mod entries;
pub(crate) mod options;
pub(crate) mod totals;

use std::collections::BTreeSet;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorKind};
use crate::law::Law;
use crate::output::contents::{Listed, RECEIPT, RECEIPT_DIGEST, inside, ours};
use crate::output::digest::hex;
use crate::output::file::{Written, put};
use crate::output::opening::WHOLE_BYTES_MAX;
use crate::period::Month;
use crate::reading::header::headings::Kind;
use crate::reading::input::ReadFile;
use crate::run::receipt::options::{
    AdviseOptions, CalculateOptions, CorrectOptions, DistributeOptions, ListsOptions, ReconcileOptions, RefundsOptions,
    StatementOptions,
};
use crate::run::receipt::totals::{
    AdviseTotals, CalculateTotals, CorrectTotals, DistributeTotals, ListsTotals, ReconcileTotals, RefundsTotals,
    StatementTotals, digests,
};
use crate::words::{Message, say};

/// A receipt.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Receipt {
    pub program: String,
    pub version: String,
    pub made: Made,
    /// The digests of the receipts that this run builds upon.
    pub previous: Vec<String>,
    /// Of `calculate`: the last month that is closed.
    pub closed: Option<Month>,
    pub inputs: Vec<InputFile>,
    pub rates: Vec<Listed>,
    pub outputs: Vec<Listed>,
}

/// By which command, with what options, and what came of it.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a run has one of it")]
pub(crate) enum Made {
    Calculate(CalculateOptions, CalculateTotals),
    Statement(StatementOptions, StatementTotals),
    Lists(ListsOptions, ListsTotals),
    Reconcile(ReconcileOptions, ReconcileTotals),
    Distribute(DistributeOptions, DistributeTotals),
    Refunds(RefundsOptions, RefundsTotals),
    Correct(CorrectOptions, CorrectTotals),
    Advise(AdviseOptions, AdviseTotals),
}

/// An input as receipts have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct InputFile {
    pub kind: Kind,
    #[serde(deserialize_with = "inside")]
    pub name: String,
    pub bytes: u64,
    pub rows: u64,
    pub sha256: String,
    /// Headings of columns that were not read; the first receipts do not tell them.
    #[serde(default)]
    pub not_read: Vec<String>,
}

/// The keys of a receipt in their order.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Keys<O, T> {
    #[serde(deserialize_with = "ours")]
    program: String,
    version: String,
    /// None for `calculate`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    command: Option<String>,
    options: O,
    #[serde(deserialize_with = "digests")]
    previous: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    closed: Option<Month>,
    inputs: Vec<InputFile>,
    rates: Vec<Listed>,
    outputs: Vec<Listed>,
    totals: T,
}

/// What tells the version that wrote a receipt, whatever else that may have in it.
#[derive(Deserialize)]
struct OfVersion {
    #[serde(rename = "program", deserialize_with = "ours")]
    _program: String,
    version: String,
}

/// The version of this program that wrote the receipt in these bytes, where it is another one.
pub(crate) fn other_version(text: &[u8]) -> Option<String> {
    let OfVersion { version, .. } = serde_json::from_slice(text).ok()?;
    Some(version).filter(|version| version != env!("CARGO_PKG_VERSION"))
}

/// What says which options and totals a receipt has.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    command: Option<String>,
}

impl Receipt {
    /// The receipt of a run of this program under this law.
    pub fn new(made: Made, previous: Vec<String>, inputs: &[ReadFile], law: &Law, outputs: &[Written]) -> Receipt {
        Receipt { rates: rates(law), ..Receipt::without_law(made, previous, inputs, outputs) }
    }

    /// Whether a table that amounts depend on was another one than this law has.
    pub fn has_other_tables(&self, law: &Law) -> bool {
        amounts_differ(&self.rates, &rates(law))
    }

    /// The receipt of a run that no table of the law bears on.
    pub fn without_law(made: Made, previous: Vec<String>, inputs: &[ReadFile], outputs: &[Written]) -> Receipt {
        Receipt {
            program: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            made,
            previous,
            closed: None,
            inputs: inputs.iter().map(InputFile::of).collect(),
            rates: Vec::new(),
            outputs: outputs.iter().map(output).collect(),
        }
    }

    /// The receipt in these bytes.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Record`] with what is no receipt of this program in it: a key that is missing or unknown, or a value.
    pub fn read(text: &[u8]) -> Result<Receipt, Error> {
        let no_receipt = |reason: Message| Error::new(ErrorKind::Record, say!("receipt-none", reason = reason));
        let Head { command } = serde_json::from_slice(text).map_err(|error| no_receipt(fault(&error)))?;
        let receipt = match command.as_deref() {
            None => read(text, Made::Calculate),
            Some("statement") => read(text, Made::Statement),
            Some("lists") => read(text, Made::Lists),
            Some("reconcile") => read(text, Made::Reconcile),
            Some("distribute") => read(text, Made::Distribute),
            Some("refunds") => read(text, Made::Refunds),
            Some("correct") => read(text, Made::Correct),
            Some("advise") => read(text, Made::Advise),
            Some(other) => return Err(no_receipt(say!("receipt-of-no-command", command = other))),
        };
        let receipt = receipt.map_err(|error| no_receipt(fault(&error)))?;
        let value = |text: &[u8]| serde_json::from_slice::<Value>(text).unwrap_or_default();
        if !has_kinds(&value(text), &value(receipt.text()?.as_bytes())) {
            return Err(no_receipt(say!("receipt-without-keys")));
        }
        let mut names = BTreeSet::new();
        match receipt.outputs.iter().find(|output| !names.insert(output.name.as_str())) {
            Some(twice) => Err(no_receipt(say!("receipt-output-twice", name = &twice.name))),
            None => Ok(receipt),
        }
    }

    /// The receipt as it stands in its file.
    ///
    /// # Errors
    /// None that an input could bring about.
    pub fn text(&self) -> Result<String, Error> {
        let text = match &self.made {
            Made::Calculate(options, totals) => self.keys(None, options, totals),
            Made::Statement(options, totals) => self.keys(Some("statement"), options, totals),
            Made::Lists(options, totals) => self.keys(Some("lists"), options, totals),
            Made::Reconcile(options, totals) => self.keys(Some("reconcile"), options, totals),
            Made::Distribute(options, totals) => self.keys(Some("distribute"), options, totals),
            Made::Refunds(options, totals) => self.keys(Some("refunds"), options, totals),
            Made::Correct(options, totals) => self.keys(Some("correct"), options, totals),
            Made::Advise(options, totals) => self.keys(Some("advise"), options, totals),
        };
        text.map(|text| text + "\n")
            .map_err(|error| Error::new(ErrorKind::Output, say!("receipt-unwritable", reason = error.to_string())))
    }

    fn keys(
        &self,
        command: Option<&str>,
        options: &impl Serialize,
        totals: &impl Serialize,
    ) -> serde_json::Result<String> {
        let Receipt { program, version, made: _, previous, closed, inputs, rates, outputs } = self.clone();
        let command = command.map(str::to_owned);
        serde_json::to_string_pretty(&Keys {
            program,
            version,
            command,
            options,
            previous,
            closed,
            inputs,
            rates,
            outputs,
            totals,
        })
    }

    /// Writes `receipt.json` and `receipt.sha256`; gives the digest as text.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Usage`] where it would be longer than any receipt that is read again; kind [`ErrorKind::Output`]
    /// where a file cannot be written.
    pub fn publish(&self, dir: &Path) -> Result<String, Error> {
        let text = self.text()?;
        if text.len() as u64 > WHOLE_BYTES_MAX {
            let message = say!("receipt-too-long", most = (WHOLE_BYTES_MAX >> 20).to_string());
            return Err(Error::new(ErrorKind::Usage, message).with_hint(say!("receipt-too-long-hint")));
        }
        let digest = hex(&Sha256::digest(text.as_bytes()));
        put(&dir.join(RECEIPT), text.as_bytes())?;
        put(&dir.join(RECEIPT_DIGEST), digest_line(&digest).as_bytes())?;
        Ok(digest)
    }

    /// The options and totals of a calculation.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where it is the receipt of another command.
    pub fn calculation(&self) -> Result<(&CalculateOptions, &CalculateTotals), Error> {
        match &self.made {
            Made::Calculate(options, totals) => Ok((options, totals)),
            _ => Err(Error::new(ErrorKind::Input, say!("receipt-not-of-calculate"))),
        }
    }
}

fn read<O: DeserializeOwned, T: DeserializeOwned>(
    text: &[u8],
    made: impl Fn(O, T) -> Made,
) -> serde_json::Result<Receipt> {
    let Keys { program, version, command: _, options, previous, closed, inputs, rates, outputs, totals } =
        serde_json::from_slice(text)?;
    Ok(Receipt { program, version, made: made(options, totals), previous, closed, inputs, rates, outputs })
}

/// What is wrong with a text: a key that is none of a receipt's, is missing or stands twice is named with its place, and what
/// else the parser finds as it says it.
fn fault(error: &serde_json::Error) -> Message {
    let (text, line, column) = (error.to_string(), error.line().to_string(), error.column().to_string());
    let key = |kind: &str| text.strip_prefix(kind)?.strip_prefix(" field `")?.split_once('`').map(|(key, _)| key);
    if let Some(key) = key("unknown") {
        return say!("receipt-key-unknown", key = key, line = line, column = column);
    }
    if let Some(key) = key("missing") {
        return say!("receipt-key-missing", key = key, line = line, column = column);
    }
    match key("duplicate") {
        Some(key) => say!("receipt-key-twice", key = key, line = line, column = column),
        None => text.into(),
    }
}

/// What `receipt.sha256` has for a receipt with this digest.
fn digest_line(sha256: &str) -> String {
    format!("{sha256}  receipt.json\n")
}

/// Why what stands in `receipt.sha256` is not what it has for a receipt with this digest.
pub(crate) fn digest_fault(kept: &[u8], sha256: &str) -> Option<Message> {
    if kept == digest_line(sha256).as_bytes() {
        return None;
    }
    let text = String::from_utf8_lossy(kept);
    // As an editor may have saved it.
    let digest = text.trim_start_matches('\u{feff}').split_whitespace().next().unwrap_or_default();
    Some(match digest {
        "" => say!("digest-none", file = RECEIPT_DIGEST),
        _ if digest.eq_ignore_ascii_case(sha256) => say!("digest-form", file = RECEIPT_DIGEST),
        _ => say!("digest-differs", file = RECEIPT_DIGEST),
    })
}

impl InputFile {
    fn of(ReadFile { kind, digested, rows }: &ReadFile) -> InputFile {
        InputFile {
            kind: *kind,
            name: digested.name.clone(),
            bytes: digested.bytes,
            rows: *rows,
            sha256: hex(&digested.sha256),
            not_read: digested.seen.unread.iter().map(Message::to_string).collect(),
        }
    }
}

fn output(file: &Written) -> Listed {
    Listed { name: file.name.clone(), bytes: file.bytes, rows: file.rows, sha256: hex(&file.sha256) }
}

/// The tables of a law, as receipts have them.
pub(crate) fn rates(law: &Law) -> Vec<Listed> {
    let values = |name: &str| law.values().iter().filter(|value| value.file == name).count();
    let tables = law.tables().iter().map(|table| Listed {
        name: table.name.clone(),
        bytes: table.text.len() as u64,
        rows: values(&table.name) as u64,
        sha256: hex(&Sha256::digest(table.text.as_bytes())),
    });
    tables.collect()
}

/// Whether lists and values with keys stand where the one written again has them: serde takes a list for values without
/// their keys.
fn has_kinds(read: &Value, again: &Value) -> bool {
    match (read, again) {
        // What is left out where it says nothing may stand there.
        (Value::Object(read), Value::Object(again)) => {
            read.iter().all(|(key, value)| again.get(key).is_none_or(|again| has_kinds(value, again)))
        }
        (Value::Array(read), Value::Array(again)) => read.iter().zip(again).all(|(read, again)| has_kinds(read, again)),
        (read, again) => !(read.is_object() || read.is_array() || again.is_object() || again.is_array()),
    }
}

/// Whether the tables are the same by their names, and one of them is another one.
pub(crate) fn tables_differ(one: &[Listed], other: &[Listed]) -> bool {
    one != other && one.iter().map(|table| &table.name).eq(other.iter().map(|table| &table.name))
}

/// Whether a table that amounts depend on is another one.
pub(crate) fn amounts_differ(one: &[Listed], other: &[Listed]) -> bool {
    let tables = |tables: &[Listed]| -> BTreeSet<(String, String)> {
        let of_amounts = tables.iter().filter(|table| Law::AMOUNT_TABLES.contains(&table.name.as_str()));
        of_amounts.map(|table| (table.name.clone(), table.sha256.clone())).collect()
    };
    tables(one) != tables(other)
}
