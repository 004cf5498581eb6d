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

/// Directories below another that were not read, each with why.
pub(crate) type Unread = Vec<(PathBuf, io::Error)>;

/// What stands in a directory, by name and in order, but for what is left by looking at it. A directory is named, with a
/// slash behind it, where nothing in it is, or it cannot be read.
///
/// # Errors
/// Where the directory itself cannot be read; links to directories are not followed.
pub(crate) fn names_below(dir: &Path) -> io::Result<(Vec<String>, Unread)> {
    let (mut names, mut unread) = (Vec::new(), Vec::new());
    add_names(dir, "", &mut names, &mut unread)?;
    names.sort();
    Ok((names, unread))
}

fn add_names(dir: &Path, prefix: &str, names: &mut Vec<String>, unread: &mut Unread) -> io::Result<()> {
    for (path, is_dir) in entries(dir)? {
        let own = path.file_name().unwrap_or_default().to_string_lossy();
        if is_dir {
            let (inner, before) = (format!("{prefix}{own}/"), names.len());
            let added = add_names(&path, &inner, names, unread);
            if is_there(&path, added, unread).is_some() && names.len() == before {
                names.push(inner);
            }
        } else if !is_left_by_looking(&own) {
            names.push(format!("{prefix}{own}"));
        }
    }
    Ok(())
}

/// The files in a directory and those below it, in the order of their paths, whatever their names are. Links to directories
/// are not followed, and stand among what was not read.
///
/// # Errors
/// Where the directory itself cannot be read.
pub(crate) fn files_below(dir: &Path) -> io::Result<(Vec<PathBuf>, Unread)> {
    let (mut files, mut unread, mut open) = (Vec::new(), Vec::new(), entries(dir)?);
    while let Some((path, is_dir)) = open.pop() {
        match is_dir {
            true => open.extend(is_there(&path, entries(&path), &mut unread).into_iter().flatten()),
            // What leads nowhere is told where it is opened.
            false if path.is_dir() => unread.push((path, io::Error::other(say!("link-to-directory")))),
            false => files.push(path),
        }
    }
    files.sort();
    unread.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok((files, unread))
}

/// What stands in a directory itself, and whether it is a directory.
fn entries(dir: &Path) -> io::Result<Vec<(PathBuf, bool)>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        match entry.file_type() {
            // It has vanished since.
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
            kind => entries.push((entry.path(), kind?.is_dir())),
        }
    }
    Ok(entries)
}

/// What was read of a directory below another: where it cannot be read that is noted, and where it has vanished it is none.
fn is_there<T: Default>(dir: &Path, read: io::Result<T>, unread: &mut Unread) -> Option<T> {
    match read {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => None,
        Err(cause) => {
            unread.push((dir.to_path_buf(), cause));
            Some(T::default())
        }
        read => read.ok(),
    }
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

/// The program of a receipt: that of another one is none of ours.
pub(crate) fn ours<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let program = String::deserialize(deserializer)?;
    if program != env!("CARGO_PKG_NAME") {
        return Err(D::Error::custom(say!("receipt-of-other-program", program = program)));
    }
    Ok(program)
}

/// What tells whose a directory is, whatever else a receipt of another version may have.
#[derive(Deserialize)]
struct Ours {
    #[serde(rename = "program", deserialize_with = "ours")]
    _program: String,
    outputs: Vec<Listed>,
}

/// What stands in a directory and is nothing of this program's: what its receipt does not name, or everything where that is
/// no receipt of this program.
///
/// # Errors
/// Where the directory, a part of it, or a receipt in it, cannot be read.
pub(crate) fn foreign(dir: &Path) -> io::Result<Vec<String>> {
    let (mut names, unread) = names_below(dir)?;
    if let Some((_, cause)) = unread.into_iter().next() {
        return Err(cause);
    }
    let text = match read_whole(dir, RECEIPT) {
        // It may name everything.
        Err(cause) if is_kept_from_us(&cause) => return Err(cause),
        read => read.ok(),
    };
    let receipt = text.and_then(|text| serde_json::from_slice::<Ours>(&text).ok());
    if let Some(Ours { outputs, .. }) = receipt {
        names = unlisted(&names, &outputs).cloned().collect();
    }
    Ok(names)
}
