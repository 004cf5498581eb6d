//! Where tables come from: built in, or a directory.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::error::{Error, ErrorKind};
use crate::law::tables::spot::TableFile;
use crate::words::{Message, say};

pub(in crate::law) const ACCOUNTS: &str = "settlement/accounts.toml";
pub(crate) const ACTS: &str = "acts.toml";
pub(in crate::law) const BASE_RATES: &str = "base_rates.toml";
pub(in crate::law) const DAYS_OFF: &str = "days_off.toml";
pub(in crate::law) const DEADLINES: &str = "deadlines.toml";
pub(in crate::law) const EXEMPTIONS: &str = "exemptions.toml";
pub(crate) const INDICATORS: &str = "indicators.toml";
pub(in crate::law) const MT102: &str = "settlement/mt102.toml";
pub(in crate::law) const RECIPIENTS: &str = "recipients.toml";
pub(in crate::law) const ADVICE: &str = "advice.toml";
pub(in crate::law) const REFUNDS: &str = "settlement/refunds.toml";
pub(in crate::law) const REGIMES: &str = "regimes.toml";
pub(in crate::law) const ROUNDING: &str = "rounding.toml";

/// The tables of the law with their built-in texts, by name.
const BUILTIN: [(&str, &str); 13] = [
    (ACTS, include_str!("../../../rates/acts.toml")),
    (ADVICE, include_str!("../../../rates/advice.toml")),
    (BASE_RATES, include_str!("../../../rates/base_rates.toml")),
    (DAYS_OFF, include_str!("../../../rates/days_off.toml")),
    (DEADLINES, include_str!("../../../rates/deadlines.toml")),
    (EXEMPTIONS, include_str!("../../../rates/exemptions.toml")),
    (INDICATORS, include_str!("../../../rates/indicators.toml")),
    (RECIPIENTS, include_str!("../../../rates/recipients.toml")),
    (REGIMES, include_str!("../../../rates/regimes.toml")),
    (ROUNDING, include_str!("../../../rates/rounding.toml")),
    (ACCOUNTS, include_str!("../../../rates/settlement/accounts.toml")),
    (MT102, include_str!("../../../rates/settlement/mt102.toml")),
    (REFUNDS, include_str!("../../../rates/settlement/refunds.toml")),
];

/// The built-in tables.
pub(in crate::law) fn builtin() -> Vec<TableFile> {
    let table = |(name, text): (&str, &str)| TableFile { name: name.to_owned(), text: text.to_owned() };
    BUILTIN.into_iter().map(table).collect()
}

/// The tables of a directory and its directory `settlement`.
pub(in crate::law) fn read(dir: &Path) -> Result<Vec<TableFile>, Error> {
    let mut tables = Vec::new();
    read_tables(dir, "", &mut tables)?;
    if dir.join(SETTLEMENT).is_dir() {
        read_tables(&dir.join(SETTLEMENT), SETTLEMENT, &mut tables)?;
    }
    Ok(tables)
}

/// The directory of the tables that only settlement needs.
const SETTLEMENT: &str = "settlement";

/// Reads the tables of one directory; `prefix` is its place in the directory of all tables.
fn read_tables(dir: &Path, prefix: &str, tables: &mut Vec<TableFile>) -> Result<(), Error> {
    let unreadable = |path: &Path, error: std::io::Error| {
        Error::new(ErrorKind::Rates, say!("cannot-be-read")).caused_by(error).in_file(path.display().to_string())
    };
    for entry in fs::read_dir(dir).map_err(|error| unreadable(dir, error))? {
        let path = entry.map_err(|error| unreadable(dir, error))?.path();
        if path.is_dir() || path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        // A pipe would be waited for, whatever writes to it.
        let is_file = fs::metadata(&path).map_err(|error| unreadable(&path, error))?.is_file();
        let text = if is_file { small_text(&path) } else { Err(io::Error::other(say!("text-no-file"))) };
        let text = text.map_err(|error| unreadable(&path, error))?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let name = if prefix.is_empty() { name } else { format!("{prefix}/{name}") };
        tables.push(TableFile { name, text });
    }
    Ok(())
}

/// The most bytes of a file that people fill in and that is read whole: many times what any of them has.
const TEXT_BYTES_MAX: u64 = 1 << 20;

/// The text of a small file.
pub(crate) fn small_text(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(TEXT_BYTES_MAX + 1).read_to_string(&mut text).map_err(|error| match error.kind() {
        io::ErrorKind::InvalidData => io::Error::new(error.kind(), say!("text-no-utf-8")),
        _ => error,
    })?;
    if text.len() as u64 > TEXT_BYTES_MAX {
        return Err(io::Error::other(say!("text-too-long")));
    }
    Ok(text)
}

/// Refuses tables, sorted by name, of which one is unknown, stands twice or is missing.
pub(in crate::law) fn complete(tables: &[TableFile]) -> Result<(), Error> {
    let refuse = |name: &str, reason: Message| Err(Error::new(ErrorKind::Rates, reason).in_file(name));
    for table in tables {
        if !BUILTIN.iter().any(|&(name, _)| name == table.name) {
            let known: Vec<&str> = BUILTIN.iter().map(|&(name, _)| name).collect();
            return refuse(&table.name, say!("table-unknown", known = known.join(", ")));
        }
    }
    if let Some((table, _)) = tables.iter().zip(tables.iter().skip(1)).find(|(one, other)| one.name == other.name) {
        return refuse(&table.name, say!("table-stands-twice"));
    }
    for (name, _) in BUILTIN {
        named(tables, name)?;
    }
    Ok(())
}

/// The table with this name.
pub(in crate::law) fn named<'a>(tables: &'a [TableFile], name: &str) -> Result<&'a TableFile, Error> {
    tables
        .iter()
        .find(|table| table.name == name)
        .ok_or_else(|| Error::new(ErrorKind::Rates, say!("table-missing")).in_file(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::disallowed_methods, reason = "a test")]
    fn a_text_is_read_whole_or_not_at_all() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("text");
        let most = "x".repeat(TEXT_BYTES_MAX as usize);
        std::fs::write(&path, &most).unwrap();
        assert!(small_text(&path).unwrap() == most);
        std::fs::write(&path, most + "x").unwrap();
        assert!(small_text(&path).is_err());
        std::fs::write(&path, b"\xff").unwrap();
        assert_eq!(small_text(&path).unwrap_err().kind(), io::ErrorKind::InvalidData);
    }
}
