//! A run that is killed, that runs out of disk or that may no longer write, at any moment: the old state is intact, the new one whole or absent,
//! and what is left over is gone after the next run.

use std::fs;
use std::io::Write;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::program::{A, B, C, D, OPERATIONS, Place};
use ustap::Iin;

/// A first day that was kept, and a second one on top of it.
fn place() -> Place {
    let place = Place::new();
    let day = |from: u32| -> String {
        let row = |number: u32| {
            format!("id-{number},{},2026-08-05,{}.50,\n", [A, B, C, D][number as usize % 4], number % 997)
        };
        OPERATIONS.to_owned() + &(from..from + 20_000).map(row).collect::<String>()
    };
    place.write("1.csv", day(0));
    place.write("2.csv", day(20_000));
    place.ustap_ends(0, &["calculate", "1.csv", "--keep", "--lines", "--out", "1"]);
    place
}

const SECOND_DAY: [&str; 8] = ["calculate", "2.csv", "--keep", "--lines", "--after", "1", "--out", "2"];

fn temporary(place: &Place) -> Vec<String> {
    place.names().into_iter().filter(|name| name.starts_with('.')).collect()
}

#[test]
#[ignore = "slow"]
fn a_kill_at_any_moment_leaves_the_old_state_and_no_half_of_the_new() {
    let place = place();
    let before = place.whole("1");
    let start = Instant::now();
    place.ustap_ends(0, &SECOND_DAY);
    let takes = start.elapsed();
    let expected = place.whole("2");
    fs::remove_dir_all(place.path("2")).unwrap();
    let (mut appeared, mut absent) = (0, 0);
    for attempt in 0..200_u32 {
        let mut child = place.command(&SECOND_DAY).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // Evenly over the time that the run takes, and a little beyond.
        std::thread::sleep(takes * (attempt * 37 % 200) / 180);
        let _ = child.kill();
        child.wait().unwrap();
        assert_eq!(place.whole("1"), before);
        if place.exists("2") {
            assert_eq!(place.whole("2"), expected);
            fs::remove_dir_all(place.path("2")).unwrap();
            appeared += 1;
        } else {
            absent += 1;
        }
        let left = temporary(&place).iter().filter(|name| name.find('/') == Some(name.len() - 1)).count();
        assert!(left <= 1, "{left} directories are left");
    }
    assert!(absent > 0, "{appeared} appeared");
    place.ustap_ends(0, &SECOND_DAY);
    assert_eq!(place.whole("2"), expected);
    assert_eq!(temporary(&place), Vec::<String>::new());
}

#[test]
fn a_limit_on_the_size_of_files_leaves_nothing() {
    let place = place();
    let before = place.names();
    let kept = place.whole("1");
    // In blocks of 512 or 1 024 bytes, as the shell has it.
    for blocks in ["1", "8", "64", "300"] {
        let output = with_files_up_to(&place, blocks, &SECOND_DAY);
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{blocks}: {stderr}");
        assert!(stderr.starts_with("error: ") && stderr.contains("hint: "), "{stderr}");
        assert_eq!(place.names(), before, "{blocks}");
    }
    assert_eq!(place.whole("1"), kept);
}

/// Operations of some 60 bytes each, 24 MB, of which a budget of 16 MiB holds a third.
#[test]
fn large_files_that_do_not_fit_are_told_and_leave_nothing() {
    let place = Place::new();
    let row = |number: u32| format!("an-operation-of-a-platform-{number:013},{A},2026-08-05,{}.50,\n", number % 997);
    place.write("operations.csv", OPERATIONS.to_owned() + &(0..400_000).map(row).collect::<String>());
    let before = place.names();
    let run = ["calculate", "operations.csv", "--threads", "1", "--memory", "16MiB", "--out", "out"];
    // 2 or 4 MiB.
    let output = with_files_up_to(&place, "4096", &run);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    let written = stderr.strip_prefix("error: temporary file in ").and_then(|rest| rest.split_once("(after "));
    let written = written.and_then(|(_, rest)| rest.split_once(" bytes were written)")).expect(&stderr).0;
    assert!((1 << 20..=4 << 20).contains(&written.parse::<u64>().unwrap()), "{stderr}");
    assert!(stderr.contains("hint: free some space there, or allow more memory with --memory"), "{stderr}");
    assert_eq!(place.names(), before);
    // A large output, of some 50 MB: 6 or 12 MiB of it are written, most of them past the page cache.
    let run = ["calculate", "operations.csv", "--memory", "1GiB", "--lines", "--out", "out"];
    let output = with_files_up_to(&place, "12288", &run);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("/lines.csv: cannot be written: File too large (os error 27)\n"), "{stderr}");
    assert!(stderr.contains("hint: nothing was published; free some space"), "{stderr}");
    assert_eq!(place.names(), before);
}

/// The place of the other tests, its runs in a directory `runs` that can be made read-only: permission bits do not bind
/// root, so that where the tests run as root the program runs as somebody else, by a copy that he can reach.
struct Guarded {
    place: Place,
    program: PathBuf,
    user: Option<u32>,
}

const NOBODY: u32 = 65_534;
const REPLACE: [&str; 8] = ["calculate", "-", "--keep", "--after", "runs/1", "--force", "--out", "runs/2"];

impl Guarded {
    /// Two runs of the first day; the second day is going to replace one of them.
    fn new() -> Guarded {
        let place = place();
        fs::create_dir(place.path("runs")).unwrap();
        let program = PathBuf::from(env!("CARGO_BIN_EXE_ustap"));
        let is_root = place.path("runs").metadata().unwrap().uid() == 0;
        let guarded = if is_root {
            let copy = place.path("ustap");
            fs::copy(&program, &copy).unwrap();
            for dir in ["", "runs"] {
                chown(place.path(dir), Some(NOBODY), Some(NOBODY)).unwrap();
            }
            Guarded { place, program: copy, user: Some(NOBODY) }
        } else {
            Guarded { place, program, user: None }
        };
        for out in ["runs/1", "runs/2"] {
            let made = guarded.command(&["calculate", "1.csv", "--keep", "--out", out]).output().unwrap();
            assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
        }
        guarded
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(arguments).current_dir(self.place.path("")).stdin(Stdio::piped());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        self.user.map(|user| command.uid(user).gid(user));
        command
    }

    /// Replaces a run, and lets something happen while the operations are only half there.
    fn replace(&self, meanwhile: impl FnOnce()) -> Output {
        let mut child = self.command(&REPLACE).spawn().unwrap();
        let operations = self.place.read("2.csv");
        let (one, other) = operations.split_at(operations.len() / 2);
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(one.as_bytes()).unwrap();
        while !self.place.names().iter().any(|name| name.starts_with("runs/.")) {
            std::thread::sleep(Duration::from_millis(1));
        }
        meanwhile();
        // Where the program has noticed already, nobody reads the rest.
        let _ = stdin.write_all(other.as_bytes());
        drop(stdin);
        child.wait_with_output().unwrap()
    }
}

fn is_refused(output: &Output) {
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.starts_with("error: "), "{stderr}");
    assert_eq!(output.stdout, b"", "nothing was published, and nothing is said");
}

#[test]
fn a_directory_that_becomes_read_only_keeps_the_old_state() {
    let guarded = Guarded::new();
    let place = &guarded.place;
    let before = place.whole("runs");
    let set = |mode| fs::set_permissions(place.path("runs"), fs::Permissions::from_mode(mode)).unwrap();
    is_refused(&guarded.replace(|| set(0o555)));
    // No file is left. The temporary directory is, empty: nobody may remove its name.
    assert_eq!(place.whole("runs"), before);
    set(0o755);
    let output = guarded.replace(|| ());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!place.names().iter().any(|name| name.starts_with("runs/.")), "{:?}", place.names());
    assert_ne!(place.whole("runs"), before);
}

/// No permissions are asked here: the directory is gone from under the run.
#[test]
fn a_directory_that_is_moved_away_keeps_the_old_state() {
    let guarded = Guarded::new();
    let place = &guarded.place;
    let before = place.whole("runs");
    is_refused(&guarded.replace(|| fs::rename(place.path("runs"), place.path("gone")).unwrap()));
    assert!(!place.exists("runs"));
    fs::rename(place.path("gone"), place.path("runs")).unwrap();
    let mut left = place.whole("runs");
    left.retain(|name, _| !name.starts_with("runs/."));
    assert_eq!(left, before);
    assert_eq!(guarded.replace(|| ()).status.code(), Some(0));
    assert!(!place.names().iter().any(|name| name.starts_with("runs/.")), "{:?}", place.names());
}

/// Runs the program where no file may have more than so many blocks, of 512 or 1 024 bytes, as the shell has it.
fn with_files_up_to(place: &Place, blocks: &str, arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_ustap");
    let script = format!("ulimit -f {blocks}; exec {program} {}", arguments.join(" "));
    let mut shell = Command::new("sh");
    shell.args(["-c", &script]).current_dir(place.path("")).stdin(Stdio::null()).output().unwrap()
}

/// Sheets go to temporary files, in which the crate that writes them panics.
#[test]
fn a_workbook_that_does_not_fit_leaves_nothing() {
    let place = Place::new();
    let persons: Vec<Iin> = (0..400).filter_map(|number| Iin::from_first_eleven(90_010_130_000 + number)).collect();
    let operation = |(number, iin): (usize, &Iin)| format!("id-{number},{iin},2026-08-05,300000,\n");
    let operations: String = persons.iter().enumerate().map(operation).collect();
    place.write("operations.csv", OPERATIONS.to_owned() + &operations);
    place.write("contractors.csv", "iin\n900101300017\n");
    // Of everybody 3 000.00 is due, and everybody's answer has 1.00 more.
    let answer: String = persons.iter().map(|iin| format!("{iin},2026-08,010,3001.00\n")).collect();
    place.write("answer.csv", "iin,period,knp,amount\n".to_owned() + &answer);
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    let reconcile = ["reconcile", "--register", "run", "--answer", "answer.csv", "--out", "reconciled"];
    place.ustap_ends(1, &reconcile);
    let before = place.names();
    let lists = ["lists", "run", "--contractors", "contractors.csv", "--payment", "all", "--format", "xlsx"];
    let refunds = ["refunds", "reconciled", "--reason", "over-accrued"];
    for (blocks, book, command) in [
        ("1", "lists.xlsx", &lists[..]),
        ("64", "lists.xlsx", &lists),
        ("300", "breaks.xlsx", &[&reconcile[..5], &["--xlsx"]].concat()),
        ("1", "applications.xlsx", &refunds),
        ("64", "applications.xlsx", &refunds),
    ] {
        let output = with_files_up_to(&place, blocks, &[command, &["--out", "out"]].concat());
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{blocks} {command:?}: {stderr}");
        let cause = format!("/{book}: cannot be written: File too large (os error 27)\n");
        assert!(stderr.starts_with("error: ") && stderr.contains(&cause), "{blocks}: {stderr}");
        assert!(stderr.contains("hint: nothing was published; free some space"), "{stderr}");
        assert_eq!(stderr.lines().count(), 2, "{stderr}");
        assert_eq!(place.names(), before, "{blocks} {command:?}");
    }
}

#[test]
fn a_half_copied_run_is_refused() {
    let place = place();
    for name in ["register.csv", "state/months.bin", "state/operations.bin", "state/index.json", "receipt.sha256"] {
        let path = place.path(&format!("1/{name}"));
        let bytes = fs::read(&path).unwrap();
        fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
        let run = place.ustap_ends(2, &SECOND_DAY);
        assert!(run.stderr.starts_with("error: 1/") && run.stderr.contains("hint: "), "{name}: {}", run.stderr);
        fs::remove_file(&path).unwrap();
        let run = place.ustap_ends(2, &SECOND_DAY);
        assert!(run.stderr.starts_with("error: 1/") && run.stderr.contains("hint: "), "{name}: {}", run.stderr);
        assert!(!place.exists("2"));
        fs::write(&path, bytes).unwrap();
    }
    place.ustap_ends(0, &SECOND_DAY);
}
