//! Runs of the program as text: files in, command, status, both streams, files out.
//!
//! A file of `tests/golden/` says in its first lines what it shows, then has the command after `$` and sections under
//! `-- name --`. Sections before `-- status --` are input files, those after it are what must come of them: `status`,
//! `stdout`, `stderr`, and files. Behind the name of an input may stand `escaped` (`\r`, `\t`, `\\`, `\xHH`, and `\` at
//! the end of a line for no line end) or `windows-1251`. Where the status is 2 or the run is a `--check`, nothing may
//! be there afterwards but the inputs. The digest of a receipt, the same in no two versions of the tables, is `SHA256`.
//!
//! `USTAP_ACCEPT=1 cargo test golden` writes down what came; what it changes is to be read, line by line, before it is
//! kept.

use std::fs;
use std::path::Path;

use crate::program::{Place, Run};

struct Golden {
    arguments: Vec<String>,
    /// The input that is given as standard input.
    stdin: Option<String>,
    inputs: Vec<(String, Vec<u8>)>,
    /// Section by section, `status` first.
    expected: Vec<(String, String)>,
}

impl Golden {
    fn parse(text: &str) -> Golden {
        let command = text.lines().find_map(|line| line.strip_prefix("$ ustap ")).expect("a command");
        let (command, stdin) = match command.split_once(" < ") {
            Some((command, name)) => (command, Some(name.to_owned())),
            None => (command, None),
        };
        let mut golden = Golden { arguments: words(command), stdin, inputs: Vec::new(), expected: Vec::new() };
        let mut section: Option<(String, String)> = None;
        for line in text.split_inclusive('\n') {
            if let Some(name) = line.strip_prefix("-- ").and_then(|line| line.strip_suffix(" --\n")) {
                golden.end(section.take());
                section = Some((name.to_owned(), String::new()));
            } else if let Some((_, text)) = &mut section {
                text.push_str(line);
            }
        }
        golden.end(section);
        golden
    }

    fn end(&mut self, section: Option<(String, String)>) {
        let Some((name, text)) = section else { return };
        if name == "status" || !self.expected.is_empty() {
            self.expected.push((name, text));
            return;
        }
        let (name, bytes) = match name.split_once(' ') {
            Some((name, "escaped")) => (name, unescape(&text)),
            Some((name, "windows-1251")) => (name, encoding_rs::WINDOWS_1251.encode(&text).0.into_owned()),
            Some(_) => panic!("-- {name} --"),
            None => (name.as_str(), text.into_bytes()),
        };
        self.inputs.push((name.to_owned(), bytes));
    }

    /// The file with what comes in place of what is written down.
    fn accepted(&self, text: &str) -> String {
        let (place, run) = self.run();
        let (head, _) = text.split_once("-- status --\n").expect("a status");
        let sections =
            self.expected.iter().map(|(section, _)| format!("-- {section} --\n{}", text_of(section, &run, &place)));
        head.to_owned() + &sections.collect::<String>()
    }

    fn run(&self) -> (Place, Run) {
        let place = Place::new();
        for (name, bytes) in &self.inputs {
            place.write(name, bytes);
        }
        let arguments: Vec<&str> = self.arguments.iter().map(String::as_str).collect();
        let run = match &self.stdin {
            Some(name) => place.ustap_reading(&arguments, &fs::read(place.path(name)).unwrap()),
            None => place.ustap(&arguments),
        };
        (place, run)
    }

    /// The first thing that is not as it is written down.
    fn difference(&self) -> Option<String> {
        let (place, run) = self.run();
        let before: Vec<&String> = self.inputs.iter().map(|(name, _)| name).collect();
        let nothing_written =
            run.status == Some(2) || self.arguments.iter().any(|argument| argument.as_str() == "--check");
        let sections: Vec<&str> = self.expected.iter().take(3).map(|(section, _)| section.as_str()).collect();
        assert_eq!(sections, ["status", "stdout", "stderr"], "status and both streams come first");
        for (section, expected) in &self.expected {
            let actual = text_of(section, &run, &place);
            if &actual != expected {
                return Some(format!("-- {section} -- differs in its line {}", different_line(&actual, expected)));
            }
        }
        let after: Vec<String> = place.names().into_iter().filter(|name| !name.ends_with('/')).collect();
        let is_new = |name: &&String| !before.contains(name);
        (nothing_written && after.iter().any(|name| is_new(&name))).then(|| format!("{before:?} has become {after:?}"))
    }
}

fn text_of(section: &str, run: &Run, place: &Place) -> String {
    match section {
        "status" => format!("{}\n", run.status.expect("an exit status")),
        "stdout" => run.stdout.split_inclusive('\n').map(without_digest).collect(),
        "stderr" => run.stderr.clone(),
        file if place.exists(file) => place.read(file),
        _ => "nothing\n".to_owned(),
    }
}

/// The first line that differs: its number, what it is, what it should be.
fn different_line(actual: &str, expected: &str) -> String {
    let (mut actual, mut expected) = (actual.split('\n'), expected.split('\n'));
    (1..)
        .map(|number| (number, actual.next(), expected.next()))
        .find(|(_, is, should_be)| is != should_be)
        .map(|(number, is, should_be)| format!("{number}:\n  is        {is:?}\n  should be {should_be:?}"))
        .unwrap()
}

fn without_digest(line: &str) -> String {
    let digest = line.trim_end().rsplit(' ').next().unwrap_or_default();
    let is_digest = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_digest { line.replace(digest, "SHA256") } else { line.to_owned() }
}

/// The words of a command; quotes keep blanks together.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for character in command.chars() {
        match character {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            _ => words.last_mut().unwrap().push(character),
        }
    }
    words
}

fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        rest = after;
        match (*byte, after) {
            (b'\\', [b'x', _, _, behind @ ..]) => {
                bytes.push(u8::from_str_radix(std::str::from_utf8(&after[1..3]).unwrap(), 16).unwrap());
                rest = behind;
            }
            (b'\\', [next, behind @ ..]) => {
                bytes.extend(match next {
                    b'r' => Some(b'\r'),
                    b't' => Some(b'\t'),
                    b'\\' => Some(b'\\'),
                    b'\n' => None,
                    other => panic!("\\{}", *other as char),
                });
                rest = behind;
            }
            (byte, _) => bytes.push(byte),
        }
    }
    bytes
}

#[test]
fn runs_are_as_they_are_written_down() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut paths: Vec<_> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 40, "{} golden runs", paths.len());
    if std::env::var_os("USTAP_ACCEPT").is_some() {
        for path in &paths {
            let text = fs::read_to_string(path).unwrap();
            fs::write(path, Golden::parse(&text).accepted(&text)).unwrap();
        }
    }
    let differences: Vec<String> = paths
        .iter()
        .filter_map(|path| {
            let difference = Golden::parse(&fs::read_to_string(path).unwrap()).difference()?;
            Some(format!("{}: {difference}", path.file_name().unwrap().display()))
        })
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
