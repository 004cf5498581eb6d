//! What stands in a directory beside what its receipt names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use crate::output::opening::{is_kept_from_us, read_whole};
use crate::words::say;

pub(crate) const RECEIPT: &str = "receipt.json";
pub(crate) const RECEIPT_DIGEST: &str = "receipt.sha256";

/// A file as a receipt has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Listed {
    #[serde(deserialize_with = "inside")]
    pub name: String,
    pub bytes: u64,
    /// Rows without the header.
    pub rows: u64,
    pub sha256: String,
}

/// A name of a file in a directory: one that leads out of it is none of a receipt's.
pub(crate) fn inside<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let name = String::deserialize(deserializer)?;
    if name.starts_with('/') || name.split('/').any(|part| part == "..") {
        return Err(D::Error::custom(say!("name-leads-out", name = name)));
    }
    Ok(name)
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

/// The files in a directory and those below it, in the order of their paths, whatever their names are; links to directories
/// are not followed.
///
/// # Errors
/// Where a directory cannot be read.
pub(crate) fn files_below(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let (mut files, mut open) = (Vec::new(), vec![dir.to_path_buf()]);
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(dir)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() { open.push(entry.path()) } else { files.push(entry.path()) }
        }
    }
    files.sort();
    Ok(files)
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

/// What tells whose a directory is, whatever else a receipt of another version may have.
#[derive(Deserialize)]
struct Ours {
    program: String,
    outputs: Vec<Listed>,
}

/// What stands in a directory and is nothing of this program's: what its receipt does not name, or everything where that is
/// no receipt of this program.
///
/// # Errors
/// Where the directory, or a receipt in it, cannot be read.
pub(crate) fn foreign(dir: &Path) -> io::Result<Vec<String>> {
    let mut names = names_below(dir)?;
    let text = match read_whole(dir, RECEIPT) {
        // It may name everything.
        Err(cause) if is_kept_from_us(&cause) => return Err(cause),
        read => read.ok(),
    };
    let receipt = text.and_then(|text| serde_json::from_slice::<Ours>(&text).ok());
    if let Some(Ours { outputs, .. }) = receipt.filter(|receipt| receipt.program == env!("CARGO_PKG_NAME")) {
        names = unlisted(&names, &outputs).cloned().collect();
    }
    Ok(names)
}
