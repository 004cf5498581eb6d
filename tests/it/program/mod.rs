//! The program as its users run it: in a directory of its own, with files, arguments and streams.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sha2::{Digest, Sha256};

/// A directory that is removed in the end; the program runs in it.
pub struct Place(tempfile::TempDir);

/// How a run of the program ended and what it said.
#[derive(Debug, PartialEq, Eq)]
pub struct Run {
    pub status: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

/// The program under test: the one that was built with the tests, or that in `USTAP_PROGRAM`.
pub fn program() -> PathBuf {
    let given = std::env::var_os("USTAP_PROGRAM").unwrap_or_else(|| env!("CARGO_BIN_EXE_ustap").into());
    // Most runs have another directory than the tests.
    std::path::absolute(given).unwrap()
}

impl Place {
    pub fn new() -> Place {
        Place(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|cause| panic!("{name}: {cause}"))
    }

    pub fn exists(&self, name: &str) -> bool {
        self.path(name).symlink_metadata().is_ok()
    }

    /// The names of everything that is here, directories with a slash behind.
    pub fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        list(self.0.path(), "", &mut names);
        names.sort();
        names
    }

    /// The files of a directory with their bytes.
    pub fn files(&self, dir: &str) -> BTreeMap<String, Vec<u8>> {
        let entries = fs::read_dir(self.path(dir)).unwrap_or_else(|cause| panic!("{dir}: {cause}"));
        let file =
            |entry: fs::DirEntry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).unwrap());
        entries.map(|entry| file(entry.unwrap())).collect()
    }

    /// All files of a directory and the directories in it, with their bytes.
    pub fn whole(&self, dir: &str) -> BTreeMap<String, Vec<u8>> {
        let below = format!("{dir}/");
        let names = self.names().into_iter().filter(|name| name.starts_with(&below) && !name.ends_with('/'));
        names.map(|name| (name.clone(), fs::read(self.path(&name)).unwrap())).collect()
    }

    /// Writes a receipt for a directory, with its digest.
    pub fn write_receipt(&self, dir: &str, receipt: &str) {
        self.write(&format!("{dir}/receipt.json"), receipt);
        self.write(&format!("{dir}/receipt.sha256"), format!("{}  receipt.json\n", sha256(receipt.as_bytes())));
    }

    /// Writes a file of a run and a receipt that has it: what somebody could do who means to deceive, or a program of
    /// another version.
    pub fn rewrite(&self, dir: &str, name: &str, bytes: &[u8]) {
        let path = format!("{dir}/{name}");
        let was = fs::read(self.path(&path)).unwrap();
        let mut receipt: serde_json::Value = serde_json::from_str(&self.read(&format!("{dir}/receipt.json"))).unwrap();
        let outputs = receipt["outputs"].as_array_mut().unwrap();
        let listed = outputs.iter_mut().find(|output| output["name"] == *name).unwrap();
        assert_eq!(listed["sha256"], sha256(&was));
        (listed["bytes"], listed["sha256"]) = (bytes.len().into(), sha256(bytes).into());
        self.write(&path, bytes);
        self.write_receipt(dir, &format!("{receipt:#}\n"));
    }

    /// Calculates these rows of operations, of which some may be rejected.
    pub fn calculate(&self, operations: &str, more: &[&str]) -> Run {
        self.write("operations.csv", format!("{OPERATIONS}{operations}"));
        let run = self.ustap(&[&["calculate", "operations.csv"], more].concat());
        assert!(matches!(run.status, Some(0 | 1)), "{more:?}\n{}{}", run.stdout, run.stderr);
        run
    }

    /// The program, not started yet.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program());
        // Whatever whoever runs the tests speaks.
        command.env("USTAP_LANG", "en");
        command.args(arguments).current_dir(self.0.path()).stdin(Stdio::null());
        command
    }

    pub fn ustap(&self, arguments: &[&str]) -> Run {
        let output = self.command(arguments).output().unwrap();
        Run::of(output)
    }

    /// Runs the program with these bytes on its standard input.
    pub fn ustap_reading(&self, arguments: &[&str], stdin: &[u8]) -> Run {
        let mut command = self.command(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // The program may end without reading everything.
        let _ = child.stdin.take().unwrap().write_all(stdin);
        Run::of(child.wait_with_output().unwrap())
    }

    /// Runs the program, which must end with this status, and gives what it said.
    pub fn ustap_ends(&self, status: i32, arguments: &[&str]) -> Run {
        let run = self.ustap(arguments);
        assert_eq!(run.status, Some(status), "{arguments:?}\n{}{}", run.stdout, run.stderr);
        run
    }
}

impl Run {
    fn of(output: std::process::Output) -> Run {
        Run {
            status: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The value that stands behind this name in the summary.
    pub fn summary(&self, name: &str) -> &str {
        let line = self.stdout.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap_or_else(|| panic!("no `{name}` in\n{}", self.stdout)).trim()
    }
}

fn list(dir: &Path, prefix: &str, names: &mut Vec<String>) {
    for entry in fs::read_dir(dir).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            names.push(format!("{name}/"));
            list(&entry.path(), &format!("{name}/"), names);
        } else {
            names.push(name);
        }
    }
}

/// The rows of a register without quotes in it, each as its columns by name.
pub fn rows(csv: &str) -> Vec<BTreeMap<&str, &str>> {
    let mut lines = csv.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    lines
        .map(|line| {
            let fields: Vec<&str> = line.split(',').collect();
            assert_eq!(fields.len(), header.len(), "{line}");
            header.iter().copied().zip(fields).collect()
        })
        .collect()
}

pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Persons without a name, a birth date or anything else.
pub const A: &str = "900101300017";
pub const B: &str = "900101300811";
pub const C: &str = "090840013770";
pub const D: &str = "160440007161";

/// Numbers that are the same in every run of a test.
pub struct Random(u64);

impl Random {
    pub fn new() -> Random {
        Random(0x0392)
    }

    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// The header of an operations file with every column.
pub const OPERATIONS: &str = "operation_id,iin,settled_on,income,corrects_on\n";

/// Lines of what should be Russian or Kazakh in which two English words stand side by side.
pub fn english(text: &str) -> Vec<&str> {
    let is_english = |line: &&str| {
        let words: Vec<&str> = line.split([' ', ',', ';', '(', ')', '[', ']', '«', '»', ':']).collect();
        let is_word = |word: &&str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        words.windows(2).any(|pair| pair.iter().all(&is_word))
    };
    text.lines().filter(is_english).collect()
}
