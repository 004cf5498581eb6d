//! What stands in a directory beside what its receipt names.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::Value;

use crate::output::opening::read_whole;

pub(crate) const RECEIPT: &str = "receipt.json";
pub(crate) const RECEIPT_DIGEST: &str = "receipt.sha256";

/// A file as a receipt has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    pub name: String,
    pub bytes: u64,
    pub sha256: String,
}

/// The files in this part of a receipt; `None` where it has none.
pub(crate) fn listed(receipt: &Value, part: &str) -> Option<Vec<Listed>> {
    let files = receipt.get(part)?.as_array()?;
    let listed = |file: &Value| {
        Some(Listed {
            name: file.get("name")?.as_str()?.to_owned(),
            bytes: file.get("bytes")?.as_u64()?,
            sha256: file.get("sha256")?.as_str()?.to_owned(),
        })
    };
    // A name that leads out of the directory is none of a receipt's.
    let inside = |listed: &Listed| !listed.name.starts_with('/') && !listed.name.split('/').any(|part| part == "..");
    files.iter().map(|file| listed(file).filter(inside)).collect()
}

/// Whether file managers and office programs leave files of this name where somebody only looks.
fn is_left_by_looking(name: &str) -> bool {
    matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini") || name.starts_with(".~lock.") && name.ends_with('#')
}

/// What stands in a directory, by name and in order, but for what is left by looking at it. A directory is named, with a
/// slash behind it, where nothing in it is.
///
/// # Errors
/// Where a directory cannot be read; links to directories are not followed.
pub(crate) fn names_below(dir: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    add_names(dir, "", &mut names)?;
    names.sort();
    Ok(names)
}

fn add_names(dir: &Path, prefix: &str, names: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let (own, kind) = (entry.file_name(), entry.file_type()?);
        let own = own.to_string_lossy();
        if kind.is_dir() {
            let (inner, before) = (format!("{prefix}{own}/"), names.len());
            add_names(&entry.path(), &inner, names)?;
            if names.len() == before {
                names.push(inner);
            }
        } else if !is_left_by_looking(&own) {
            names.push(format!("{prefix}{own}"));
        }
    }
    Ok(())
}

/// The names among these that a receipt with these outputs does not account for.
pub(crate) fn unlisted<'a>(names: &'a [String], outputs: &[Listed]) -> impl Iterator<Item = &'a String> {
    let is_listed = |name: &String| {
        let is_above = |output: &Listed| name.ends_with('/') && output.name.starts_with(name.as_str());
        let is_output = |output: &Listed| output.name == *name || is_above(output);
        name == RECEIPT || name == RECEIPT_DIGEST || outputs.iter().any(is_output)
    };
    names.iter().filter(move |name| !is_listed(name))
}

/// What stands in a directory and is nothing of this program's: what its receipt does not name, or everything where that is
/// no receipt of this program.
///
/// # Errors
/// Where the directory cannot be read.
pub(crate) fn foreign(dir: &Path) -> io::Result<Vec<String>> {
    let mut names = names_below(dir)?;
    let is_ours = |receipt: &Value| receipt["program"] == env!("CARGO_PKG_NAME");
    let receipt = read_whole(dir, RECEIPT).ok().and_then(|text| serde_json::from_slice::<Value>(&text).ok());
    if let Some(outputs) = receipt.filter(is_ours).and_then(|receipt| listed(&receipt, "outputs")) {
        names = unlisted(&names, &outputs).cloned().collect();
    }
    Ok(names)
}
