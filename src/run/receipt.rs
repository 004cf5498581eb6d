//! `receipt.json`: what a run was made of and came to, so that it can be checked years later.

use std::path::Path;

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::batch::totals::RowCounts;
use crate::error::{Error, ErrorKind};
use crate::law::Law;
use crate::output::contents::{RECEIPT, RECEIPT_DIGEST};
use crate::output::digest::hex;
use crate::output::file::{Written, put};
use crate::output::opening::WHOLE_BYTES_MAX;
use crate::payment::Payment;
use crate::run::outcome::Outcome;
use crate::run::outcome::ReadFile;
use crate::run::record::digest_line;
use crate::run::sums::to_json;

/// Writes `receipt.json` and `receipt.sha256`; gives the digest as text.
pub(crate) fn write(
    dir: &Path,
    options: &Value,
    law: &Law,
    outcome: &Outcome,
    outputs: &[Written],
) -> Result<String, Error> {
    let mut receipt = json!({
        "program": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "options": options,
        "previous": outcome.earlier.iter().map(|(_, receipt)| receipt).collect::<Vec<_>>(),
    });
    if let Some(month) = outcome.closed {
        receipt["closed"] = json!(month.to_string());
    }
    receipt["inputs"] = outcome.files.iter().map(input).collect();
    receipt["rates"] = json!(rates(law));
    receipt["outputs"] = outputs.iter().map(output).collect();
    receipt["totals"] = totals(outcome);
    publish(dir, &receipt)
}

/// Writes `receipt.json` and `receipt.sha256`; gives the digest as text.
///
/// # Errors
/// Kind [`ErrorKind::Usage`] where it would be longer than any receipt that is read again.
pub(crate) fn publish(dir: &Path, receipt: &Value) -> Result<String, Error> {
    let text = format!("{receipt:#}\n");
    if text.len() as u64 > WHOLE_BYTES_MAX {
        let message =
            format!("the receipt would have more than {} MiB: there are too many files", WHOLE_BYTES_MAX >> 20);
        return Err(Error::new(ErrorKind::Usage, message).with_hint("join the input files, or make several runs"));
    }
    let digest = hex(&Sha256::digest(text.as_bytes()));
    put(&dir.join(RECEIPT), text.as_bytes())?;
    put(&dir.join(RECEIPT_DIGEST), digest_line(&digest).as_bytes())?;
    Ok(digest)
}

/// An input as receipts have it.
pub(crate) fn input(ReadFile { kind, digested, rows }: &ReadFile) -> Value {
    json!({
        "kind": kind.code(),
        "name": digested.name,
        "bytes": digested.bytes,
        "rows": rows,
        "sha256": hex(&digested.sha256),
        "not_read": digested.seen.unread,
    })
}

/// An output as receipts have it.
pub(crate) fn output(file: &Written) -> Value {
    json!({ "name": file.name, "bytes": file.bytes, "rows": file.rows, "sha256": hex(&file.sha256) })
}

/// The tables of the law as receipts have them.
pub(crate) fn rates(law: &Law) -> Vec<Value> {
    let values = |name: &str| law.values().iter().filter(|value| value.file == name).count();
    law.tables()
        .iter()
        .map(|table| {
            json!({
                "name": table.name,
                "bytes": table.text.len(),
                "rows": values(&table.name),
                "sha256": hex(&Sha256::digest(table.text.as_bytes())),
            })
        })
        .collect()
}

fn totals(outcome: &Outcome) -> Value {
    let totals = &outcome.totals;
    let mut all = Map::new();
    all.insert("operations".into(), json!(outcome.operations.read));
    all.insert("accepted".into(), json!(outcome.operations.accepted()));
    if let Some((counted, _)) = &outcome.earlier {
        all.insert("earlier".into(), json!(counted));
    }
    all.insert("rejected".into(), rejected(&outcome.operations));
    for (name, rows) in [("exemptions", &outcome.exemptions), ("contractors", &outcome.contractors)] {
        all.insert(name.into(), json!({ "rows": rows.read, "rejected": rejected(rows) }));
    }
    all.insert("persons".into(), json!(outcome.persons));
    all.insert("income".into(), json!(totals.income.to_string()));
    for payment in Payment::ALL {
        all.insert(payment.code().into(), json!(totals.amounts[payment].to_string()));
    }
    all.insert("withheld".into(), json!(totals.withheld.to_string()));
    if !outcome.closing.is_empty() {
        let closing = outcome.closing.iter().map(|(month, sums)| (month.to_string(), to_json(sums)));
        all.insert("closed".into(), closing.collect());
    }
    Value::Object(all)
}

fn rejected(rows: &RowCounts) -> Value {
    Value::Object(rows.rejected.iter().map(|(reject, count)| (reject.code().to_owned(), json!(count))).collect())
}
