//! A run that is killed, that runs out of disk or that may no longer write, at any moment: the old state is intact, the new one whole or absent,
//! and what is left over is gone after the next run.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::os::unix::net::UnixListener;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::program::{A, B, C, D, OPERATIONS, Place, program};
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

/// What a directory has; nothing where it is not there.
type State = Option<BTreeMap<String, Vec<u8>>>;

fn state(place: &Place, dir: &str) -> State {
    let below = format!("{dir}/");
    let files = place.whole(dir).into_iter();
    place.exists(dir).then(|| files.map(|(name, bytes)| (name.replacen(&below, "", 1), bytes)).collect())
}

/// A directory in which a run is disturbed.
struct Disturbed<'a> {
    place: &'a Place,
    dir: &'a str,
    old: State,
    /// What an undisturbed run makes of it; nothing where every run is to be refused.
    new: State,
}

impl<'a> Disturbed<'a> {
    fn new(place: &'a Place, dir: &'a str, new: State) -> Disturbed<'a> {
        Disturbed { place, dir, old: state(place, dir), new }
    }

    /// What holds of every fault: a status of 0 or 1 means that the directory is new and whole, 2 that it is as it was, and
    /// a kill either of the two.
    fn whole_old_or_new(&self, status: Option<i32>) {
        let now = state(self.place, self.dir);
        let (is_old, is_new) = (now == self.old, now.is_some() && now == self.new);
        let holds = match status {
            Some(0 | 1) => is_new,
            Some(2) => is_old,
            None => is_old || is_new,
            Some(_) => false,
        };
        assert!(holds, "{}: status {status:?}, as it was: {is_old}, new and whole: {is_new}", self.dir);
    }
}

#[test]
#[ignore = "slow"]
fn a_kill_at_any_moment_leaves_the_old_state_and_no_half_of_the_new() {
    let place = place();
    let before = place.whole("1");
    let start = Instant::now();
    place.ustap_ends(0, &SECOND_DAY);
    let takes = start.elapsed();
    let expected = state(&place, "2");
    fs::remove_dir_all(place.path("2")).unwrap();
    let disturbed = Disturbed::new(&place, "2", expected.clone());
    let (mut appeared, mut absent) = (0, 0);
    for attempt in 0..200_u32 {
        let mut child = place.command(&SECOND_DAY).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // Evenly over the time that the run takes, and a little beyond.
        std::thread::sleep(takes * (attempt * 37 % 200) / 180);
        let _ = child.kill();
        disturbed.whole_old_or_new(child.wait().unwrap().code());
        assert_eq!(place.whole("1"), before);
        if place.exists("2") {
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
    assert_eq!(state(&place, "2"), expected);
    assert_eq!(temporary(&place), Vec::<String>::new());
}

/// The same where the new directory takes the place of an old one.
#[test]
#[ignore = "slow"]
fn a_kill_at_any_moment_leaves_the_replaced_directory_or_the_new_one() {
    let place = place();
    let second_day = ["calculate", "2.csv", "--keep", "--lines", "--after", "1", "--force", "--out", "2"];
    let start = Instant::now();
    place.ustap_ends(0, &second_day);
    let (takes, new) = (start.elapsed(), state(&place, "2"));
    let (mut replaced, mut kept) = (0, 0);
    for attempt in 0..120_u32 {
        if replaced + kept == 0 || state(&place, "2") == new {
            place.ustap_ends(0, &["calculate", "1.csv", "--force", "--out", "2"]);
        }
        let disturbed = Disturbed::new(&place, "2", new.clone());
        let mut child = place.command(&second_day).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // Mostly near the end, where the one goes and the other comes.
        std::thread::sleep(takes * (100 - attempt * 37 % 60) / 95);
        let _ = child.kill();
        disturbed.whole_old_or_new(child.wait().unwrap().code());
        if state(&place, "2") == new { replaced += 1 } else { kept += 1 }
    }
    assert!(replaced > 0 && kept > 0, "{replaced} replaced, {kept} kept");
    place.ustap_ends(0, &second_day);
    assert_eq!(temporary(&place), Vec::<String>::new());
}

#[test]
fn a_limit_on_the_size_of_files_leaves_nothing() {
    let place = place();
    let before = place.names();
    let kept = place.whole("1");
    let disturbed = Disturbed::new(&place, "2", None);
    // In blocks of 512 or 1 024 bytes, as the shell has it.
    for blocks in ["1", "8", "64", "300"] {
        let output = with_files_up_to(&place, blocks, &SECOND_DAY);
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{blocks}: {stderr}");
        disturbed.whole_old_or_new(output.status.code());
        assert!(stderr.starts_with("error: ") && stderr.contains("hint: "), "{stderr}");
        assert_eq!(place.names(), before, "{blocks}");
    }
    assert_eq!(place.whole("1"), kept);
}

/// Operations of some 60 bytes each, 24 MB, of which a budget of 16 MiB holds a third.
#[test]
#[ignore = "slow"]
fn large_files_that_do_not_fit_are_told_and_leave_nothing() {
    let place = Place::new();
    let row = |number: u32| format!("an-operation-of-a-platform-{number:013},{A},2026-08-05,{}.50,\n", number % 997);
    place.write("operations.csv", OPERATIONS.to_owned() + &(0..400_000).map(row).collect::<String>());
    let before = place.names();
    let run = ["calculate", "operations.csv", "--threads", "1", "--memory", "16MiB", "--out", "out"];
    // 2 or 4 MiB.
    let disturbed = Disturbed::new(&place, "out", None);
    let output = with_files_up_to(&place, "4096", &run);
    disturbed.whole_old_or_new(output.status.code());
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    let written = stderr.strip_prefix("error: temporary file in ").and_then(|rest| rest.split_once("(after "));
    let written = written.and_then(|(_, rest)| rest.split_once(" bytes were written)")).expect(&stderr).0;
    assert!((1 << 20..=4 << 20).contains(&written.parse::<u64>().unwrap()), "{stderr}");
    assert!(stderr.contains("hint: no file may become that large there: raise the limit (`ulimit -f`)"), "{stderr}");
    assert_eq!(place.names(), before);
    // A large output, of some 50 MB: 6 or 12 MiB of it are written, most of them past the page cache.
    let run = ["calculate", "operations.csv", "--memory", "1GiB", "--lines", "--out", "out"];
    let output = with_files_up_to(&place, "12288", &run);
    disturbed.whole_old_or_new(output.status.code());
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("/lines.csv: cannot be written: File too large (os error 27) [output]\n"), "{stderr}");
    assert!(stderr.contains("hint: no file may become that large there: raise the limit (`ulimit -f`)"), "{stderr}");
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
        let program = program();
        let is_root = place.path("runs").metadata().unwrap().uid() == 0;
        let guarded = if is_root {
            let copy = place.path("ustap");
            // By another process: a program that this one has open to write, and a child of another test with it, is busy.
            assert!(Command::new("cp").arg(&program).arg(&copy).status().unwrap().success());
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

    /// What the second day comes to where nothing disturbs it.
    fn second_day(&self) -> State {
        let operations = self.place.read("2.csv");
        let run = self
            .place
            .ustap_reading(&["calculate", "-", "--keep", "--after", "runs/1", "--out", "alone"], operations.as_bytes());
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        let second_day = state(&self.place, "alone");
        fs::remove_dir_all(self.place.path("alone")).unwrap();
        second_day
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
#[ignore = "slow"]
fn a_directory_that_becomes_read_only_keeps_the_old_state() {
    let guarded = Guarded::new();
    let place = &guarded.place;
    let before = place.whole("runs");
    let disturbed = Disturbed::new(place, "runs/2", guarded.second_day());
    let set = |mode| fs::set_permissions(place.path("runs"), fs::Permissions::from_mode(mode)).unwrap();
    let output = guarded.replace(|| set(0o555));
    is_refused(&output);
    disturbed.whole_old_or_new(output.status.code());
    // No file is left. The temporary directory is, empty: nobody may remove its name.
    assert_eq!(place.whole("runs"), before);
    set(0o755);
    let output = guarded.replace(|| ());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    disturbed.whole_old_or_new(output.status.code());
    assert!(!place.names().iter().any(|name| name.starts_with("runs/.")), "{:?}", place.names());
    assert_ne!(place.whole("runs"), before);
}

#[test]
fn a_receipt_that_may_not_be_read_is_told_and_what_it_names_is_not_called_foreign() {
    let guarded = Guarded::new();
    let place = &guarded.place;
    let set = |mode| fs::set_permissions(place.path("runs/2/receipt.json"), fs::Permissions::from_mode(mode)).unwrap();
    let before = place.whole("runs");
    set(0);
    let output = guarded.command(&REPLACE).stdin(Stdio::null()).output().unwrap();
    set(0o600);
    is_refused(&output);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(stderr.starts_with("error: runs/2: cannot be read: there is no permission"), "{stderr}");
    assert_eq!(place.whole("runs"), before);
}

/// Each is told by its own name, and all else is looked at.
#[test]
fn directories_that_may_not_be_read_are_no_end_of_verifying() {
    let guarded = Guarded::new();
    let place = &guarded.place;
    let set = |dir: &str, mode| fs::set_permissions(place.path(dir), fs::Permissions::from_mode(mode)).unwrap();
    let verify = |more: &[&str], status| {
        let output = guarded.command(&[&["verify", "runs/1"], more].concat()).stdin(Stdio::null()).output().unwrap();
        assert_eq!(output.status.code(), Some(status), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    for dir in ["in/kept", "in/open"] {
        fs::create_dir_all(place.path(dir)).unwrap();
    }
    fs::rename(place.path("1.csv"), place.path("in/open/1.csv")).unwrap();
    set("in/kept", 0);
    let inputs = verify(&["--inputs", "in"], 0);
    set("in/kept", 0o755);
    assert!(inputs.contains("\nin/kept/: not checked: cannot be read: there is no permission\n"), "{inputs}");
    assert!(inputs.contains("\ninput 1.csv: holds\n"), "{inputs}");
    set("runs/1/state", 0);
    let kept = verify(&[], 1);
    set("runs/1/state", 0o755);
    let line = "\nstate/index.json: DOES NOT HOLD: cannot be read: there is no permission\n";
    assert!(kept.contains(line) && kept.contains("\nregister.csv: holds\n"), "{kept}");
    // What nobody can look into may have something of somebody else's, and is not replaced.
    set("runs/2/state", 0);
    let replaced = guarded.command(&REPLACE).stdin(Stdio::null()).output().unwrap();
    set("runs/2/state", 0o755);
    is_refused(&replaced);
    let stderr = String::from_utf8_lossy(&replaced.stderr);
    assert!(stderr.starts_with("error: runs/2: cannot be read: there is no permission"), "{stderr}");
}

/// No permissions are asked here: the directory is gone from under the run.
#[test]
#[ignore = "slow"]
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
    let disturbed = Disturbed::new(place, "runs/2", guarded.second_day());
    let output = guarded.replace(|| ());
    assert_eq!(output.status.code(), Some(0));
    disturbed.whole_old_or_new(output.status.code());
    assert!(!place.names().iter().any(|name| name.starts_with("runs/.")), "{:?}", place.names());
}

/// Nobody sets a trap for the signal where the limit is in force: the program itself has to take it for an error.
#[test]
fn a_limit_on_the_size_of_files_is_an_error_without_a_trap() {
    let place = place();
    let before = place.names();
    let disturbed = Disturbed::new(&place, "2", None);
    for blocks in ["1", "8", "64", "300"] {
        let output = limited_by(&place, &format!("ulimit -f {blocks}"), &SECOND_DAY);
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{blocks}: {stderr}");
        disturbed.whole_old_or_new(output.status.code());
        assert!(
            stderr.contains("cannot be written: File too large (os error 27) [output]\nhint: no file may "),
            "{stderr}"
        );
        assert_eq!(place.names(), before, "{blocks}");
    }
}

/// Runs the program where no file may have more than so many blocks, of 512 or 1 024 bytes, as the shell has it.
fn with_files_up_to(place: &Place, blocks: &str, arguments: &[&str]) -> Output {
    limited_by(place, &format!("ulimit -f {blocks}"), arguments)
}

/// Runs the program after these commands of a shell.
fn limited_by(place: &Place, limits: &str, arguments: &[&str]) -> Output {
    let script = format!("{limits}; exec {} {}", program().display(), arguments.join(" "));
    let mut shell = Command::new("sh");
    shell.args(["-c", &script]).current_dir(place.path("")).stdin(Stdio::null()).output().unwrap()
}

/// Rows wait in a temporary file, which another thread writes.
#[test]
fn a_workbook_that_does_not_fit_leaves_nothing() {
    let place = Place::new();
    let persons: Vec<Iin> = (0..400).filter_map(|number| Iin::from_first_eleven(90_010_130_000 + number)).collect();
    let operation = |(number, iin): (usize, &Iin)| format!("id-{number},{iin},2026-08-05,300000,\n");
    let operations: String = persons.iter().enumerate().map(operation).collect();
    place.write("operations.csv", OPERATIONS.to_owned() + &operations);
    // Everybody has a name, so that no other file has many rows and is the first that is too large.
    let named: String = persons.iter().map(|iin| format!("{iin},Ен,Ким\n")).collect();
    place.write("contractors.csv", "iin,given_name,surname\n".to_owned() + &named);
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    let before = place.names();
    let disturbed = Disturbed::new(&place, "out", None);
    let lists = ["lists", "run", "--contractors", "contractors.csv", "--payment", "all", "--format", "xlsx"];
    // Less than the frame around the rows, less than the rows in packed form, and more than these but less than the whole.
    for blocks in ["1", "16", "64"] {
        let output = with_files_up_to(&place, blocks, &[&lists[..], &["--out", "out"]].concat());
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{blocks}: {stderr}");
        disturbed.whole_old_or_new(output.status.code());
        let cause = "/lists.xlsx: cannot be written: File too large (os error 27) [output]\n";
        assert!(stderr.starts_with("error: ") && stderr.contains(cause), "{blocks}: {stderr}");
        assert!(
            stderr.contains("hint: no file may become that large there: raise the limit (`ulimit -f`)"),
            "{stderr}"
        );
        assert_eq!(stderr.lines().count(), 2, "{stderr}");
        assert_eq!(place.names(), before, "{blocks}");
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

/// Behind the step that lets a directory appear nothing may say that nothing has: what cannot be put on the disk afterwards
/// is asked for before.
#[test]
fn a_parent_that_cannot_be_opened_is_told_before_anything_appears() {
    let guarded = Guarded::new();
    let place = &guarded.place;
    let out = |more: &[&str]| -> Output {
        let command = [&["calculate", "2.csv", "--keep", "--after", "runs/1"], more].concat();
        guarded.command(&command).output().unwrap()
    };
    for mode in [0o300, 0o333] {
        for (dir, more) in [("runs/3", &["--out", "runs/3"][..]), ("runs/2", &["--force", "--out", "runs/2"])] {
            let disturbed = Disturbed::new(place, dir, None);
            fs::set_permissions(place.path("runs"), fs::Permissions::from_mode(mode)).unwrap();
            let output = out(more);
            fs::set_permissions(place.path("runs"), fs::Permissions::from_mode(0o755)).unwrap();
            is_refused(&output);
            disturbed.whole_old_or_new(output.status.code());
            let stderr = String::from_utf8_lossy(&output.stderr);
            assert!(stderr.starts_with("error: runs: cannot be opened: there is no permission"), "{stderr}");
            assert!(!place.names().iter().any(|name| name.starts_with("runs/.")), "{:?}", place.names());
        }
    }
}

/// Ends the program where it has not ended by itself in five seconds, which is a failure.
fn ends_soon(mut command: Command) -> Output {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > Duration::from_secs(5) {
            child.kill().unwrap();
            panic!("{command:?} waits for something that never comes");
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    child.wait_with_output().unwrap()
}

/// Things under a name at which nothing is to be waited for, or read that is no file's.
const STRANGE: [&str; 6] = ["pipe", "socket", "link", "link to a device", "dangling link", "directory"];

/// Makes such a thing, a link being one to these bytes; a socket is there as long as what is given back.
fn put_strange(place: &Place, name: &str, what: &str, bytes: &[u8]) -> Option<UnixListener> {
    let path = place.path(name);
    match what {
        "pipe" => assert!(Command::new("mkfifo").arg(&path).status().unwrap().success()),
        // Its path may not be long.
        "socket" => {
            let socket = UnixListener::bind(place.path("s")).unwrap();
            fs::rename(place.path("s"), path).unwrap();
            return Some(socket);
        }
        "link" => {
            place.write("elsewhere", bytes);
            symlink(place.path("elsewhere"), path).unwrap();
        }
        "link to a device" => symlink("/dev/zero", path).unwrap(),
        "dangling link" => symlink("nowhere", path).unwrap(),
        _ => fs::create_dir(path).unwrap(),
    }
    None
}

#[test]
#[ignore = "slow"]
fn strange_things_under_temporary_names_are_left_alone() {
    let place = place();
    place.write("other/x", "kept");
    let (left, temporary) = (".x.ustap~101", ".y.ustap~202");
    let kept = STRANGE.into_iter().filter(|&what| what != "directory");
    for (number, what) in kept.chain(["link to a directory"]).enumerate() {
        let _socket = if what == "link to a directory" {
            symlink(place.path("other"), place.path(left)).unwrap();
            None
        } else {
            put_strange(&place, left, what, b"kept")
        };
        place.write(&format!("{temporary}/x"), "of a dead run");
        let out = format!("out-{number}");
        let output = ends_soon(place.command(&["calculate", "1.csv", "--out", &out]));
        assert_eq!(output.status.code(), Some(0), "{what}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(place.exists(left), "{what} is nobody's");
        assert!(!place.exists(temporary), "{what}");
        // The directory of temporary files is anybody's.
        let mut verify = place.command(&["verify", "1", "--inputs", ".", "--recompute"]);
        verify.env("TMPDIR", place.path(""));
        let output = ends_soon(verify);
        assert_eq!(output.status.code(), Some(0), "{what}: {}", String::from_utf8_lossy(&output.stdout));
        assert!(place.exists(left), "{what} is nobody's");
        fs::remove_file(place.path(left)).unwrap();
    }
    assert_eq!(place.read("other/x"), "kept");
}

/// Every file of a run, by every command that opens it by itself: only a file of the receipt's size will do.
#[test]
#[ignore = "slow: 500 runs of the program"]
fn strange_things_under_the_names_of_a_run_are_refused() {
    let place = Place::new();
    place.write("1.csv", format!("{OPERATIONS}a,{A},2026-08-05,1000,\nb,{B},2026-08-06,2000,\n"));
    place.write("2.csv", format!("{OPERATIONS}c,{A},2026-08-07,1000,\n"));
    place.write("answer.csv", format!("iin,period,knp,amount\n{A},2026-08,010,11.00\n"));
    place.write("contractors.csv", "iin\n");
    place.ustap_ends(0, &["calculate", "1.csv", "--keep", "--lines", "--out", "run"]);
    place.ustap_ends(0, &["calculate", "2.csv", "--after", "run", "--out", "next"]);
    place.ustap_ends(1, &["reconcile", "--register", "run", "--answer", "answer.csv", "--out", "reconciled"]);
    let of_run: [&[&str]; 6] = [
        &["calculate", "2.csv", "--after", "run", "--out", "out"],
        &["correct", "run", "next", "--out", "out"],
        &["correct", "next", "run", "--out", "out"],
        &["lists", "run", "--contractors", "contractors.csv", "--payment", "all", "--format", "xlsx", "--out", "out"],
        &["reconcile", "--register", "run", "--answer", "answer.csv", "--out", "out"],
        &["advise", "run", "--contractors", "contractors.csv", "--out", "out"],
    ];
    let refunds: [&[&str]; 1] = [&["refunds", "reconciled", "--reason", "over-accrued", "--out", "out"]];
    let disturbed = Disturbed::new(&place, "out", None);
    for (dir, names, commands) in [
        (
            "run",
            &[
                "receipt.json",
                "receipt.sha256",
                "register.csv",
                "payments.csv",
                "limits.csv",
                "rejects.csv",
                "lines.csv",
                "state/index.json",
                "state/operations.bin",
                "state/months.bin",
            ][..],
            &of_run[..],
        ),
        ("reconciled", &["receipt.json", "breaks.csv", "summary.csv"], &refunds),
    ] {
        for name in names {
            let path = format!("{dir}/{name}");
            let bytes = fs::read(place.path(&path)).unwrap();
            for what in STRANGE.into_iter().chain(["a terabyte"]) {
                fs::remove_file(place.path(&path)).unwrap();
                let _socket = if what == "a terabyte" {
                    File::create(place.path(&path)).unwrap().set_len(1 << 40).unwrap();
                    None
                } else {
                    put_strange(&place, &path, what, &bytes)
                };
                for command in commands {
                    let output = ends_soon(place.command(command));
                    let stderr = String::from_utf8_lossy(&output.stderr);
                    disturbed.whole_old_or_new(output.status.code());
                    assert!(stderr.starts_with(&format!("error: {path}: ")), "{path}, {what}, {command:?}: {stderr}");
                }
                let output = ends_soon(place.command(&["verify", dir]));
                let stdout = String::from_utf8_lossy(&output.stdout);
                assert_eq!(output.status.code(), Some(1), "{path}, {what}: {stdout}");
                let asked = if *name == "receipt.sha256" { "receipt.json" } else { name };
                assert!(stdout.contains(&format!("{asked}: DOES NOT HOLD: ")), "{path}, {what}: {stdout}");
                if dir == "run" {
                    let output = ends_soon(place.command(&["verify", "next", "--chain", "run"]));
                    let told = format!("run/{asked}: DOES NOT HOLD: ");
                    let stdout = String::from_utf8_lossy(&output.stdout);
                    // Where the receipt itself cannot be read, this is not the run that is looked for.
                    let is_other =
                        *name == "receipt.json" && stdout.contains("say with --chain where the earlier run is");
                    assert!(stdout.contains(&told) || is_other, "{path}, {what}: {stdout}");
                }
                let there = place.path(&path);
                if what == "directory" {
                    fs::remove_dir(there).unwrap()
                } else {
                    fs::remove_file(there).unwrap()
                }
                fs::write(place.path(&path), &bytes).unwrap();
            }
        }
    }
    // A directory of a run is no link either.
    fs::rename(place.path("run/state"), place.path("moved")).unwrap();
    symlink("../moved", place.path("run/state")).unwrap();
    let run = place.ustap_ends(2, of_run[0]);
    let message = "error: run/state/index.json: cannot be read: it is no regular directory [input]\n";
    assert!(run.stderr.starts_with(message), "{}", run.stderr);
}

/// Whether a limit of processes binds: some kernels and containers have none.
fn may_start_threads(guarded: &Guarded) -> bool {
    let mut shell = Command::new("prlimit");
    shell.args(["--nproc=1", "sh", "-c", "true & wait"]).stderr(Stdio::null());
    guarded.user.map(|user| shell.uid(user).gid(user));
    shell.status().unwrap().success()
}

/// Where no thread can be started one does all the work, and comes to the same.
#[test]
#[ignore = "slow"]
fn without_threads_the_work_goes_on() {
    let guarded = Guarded::new();
    let place = &guarded.place;
    assert!(!may_start_threads(&guarded), "a limit of processes does not bind here: nothing is tested");
    // More persons than parts, each with facts of his own: no part may be forgotten by the one who does all.
    let persons: Vec<Iin> = (0..500).filter_map(|number| Iin::from_first_eleven(90_010_130_000 + number)).collect();
    let exemptions: String = persons.iter().map(|iin| format!("{iin},minor\n")).collect();
    place.write("exemptions.csv", "iin,category\n".to_owned() + &exemptions);
    let operations = persons.iter().enumerate().map(|(number, iin)| format!("m-{number},{iin},2026-08-05,300000,\n"));
    place.write("many.csv", OPERATIONS.to_owned() + &operations.collect::<String>());
    place.write("answer.csv", format!("iin,period,knp,amount\n{A},2026-08,010,11.00\n"));
    let commands: [&[&str]; 8] = [
        &["calculate", "2.csv", "--threads", "4", "--lines", "--keep", "--out"],
        &["calculate", "many.csv", "--exemptions", "exemptions.csv", "--threads", "4", "--out"],
        &["calculate", "2.csv", "--after", "runs/1", "--threads", "1", "--keep", "--out"],
        &["calculate", "2.csv", "--after", "runs/1", "--threads", "4", "--lines", "--out"],
        &["correct", "runs/1", "runs/2", "--out"],
        &["reconcile", "--register", "runs/1", "--answer", "answer.csv", "--out"],
        &["lists", "runs/1", "--contractors", "contractors.csv", "--payment", "all", "--format", "csv", "--out"],
        &["advise", "runs/1", "--contractors", "contractors.csv", "--out"],
    ];
    place.write("contractors.csv", "iin\n");
    let program = guarded.program.to_str().unwrap();
    let limited = |arguments: &[&str], processes: u32| {
        let mut command = Command::new("prlimit");
        command.args([&[&format!("--nproc={processes}"), program], arguments].concat()).current_dir(place.path(""));
        guarded.user.map(|user| command.uid(user).gid(user));
        command.stdin(Stdio::null()).output().unwrap()
    };
    for command in commands {
        let free = guarded.command(&[command, &["free"]].concat()).output().unwrap();
        let new = state(place, "free");
        assert!(matches!(free.status.code(), Some(0 | 1)), "{command:?}: {}", String::from_utf8_lossy(&free.stderr));
        fs::remove_dir_all(place.path("free")).unwrap();
        let disturbed = Disturbed::new(place, "alone", new);
        // None beside the first, or one or two, as other tests of the same user have it.
        for processes in [1, 3] {
            let alone = limited(&[command, &["alone"]].concat(), processes);
            assert_eq!(alone.status, free.status, "{command:?}: {}", String::from_utf8_lossy(&alone.stderr));
            disturbed.whole_old_or_new(alone.status.code());
            fs::remove_dir_all(place.path("alone")).unwrap();
        }
    }
    for command in [
        &["explain", "2.csv", "--iin", A, "--period", "2026-08"][..],
        &["calculate", "2.csv", "--check", "--threads", "2"],
        &["verify", "runs/1"],
    ] {
        let (free, alone) = (guarded.command(command).output().unwrap(), limited(command, 1));
        assert_eq!(alone.status.code(), Some(0), "{command:?}: {}", String::from_utf8_lossy(&alone.stderr));
        assert_eq!(alone.stdout, free.stdout, "{command:?}");
    }
    // The crate that writes workbooks starts threads and panics where it cannot: an error, with nothing left.
    let disturbed = Disturbed::new(place, "book", None);
    let lists = ["lists", "runs/1", "--contractors", "contractors.csv", "--payment", "all", "--format", "xlsx"];
    let output = limited(&[&lists[..], &["--out", "book"]].concat(), 1);
    if output.status.code() == Some(2) {
        disturbed.whole_old_or_new(output.status.code());
    }
    assert!(matches!(output.status.code(), Some(0..=2)), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Where memory cannot be had the system ends the program: with a directory that is as it was, or whole.
#[test]
fn an_allocation_that_fails_leaves_the_old_state() {
    let place = place();
    let new = state(&place, "1");
    place.ustap_ends(0, &["calculate", "2.csv", "--out", "out"]);
    let replace = ["calculate", "1.csv", "--keep", "--lines", "--force", "--out", "out"];
    let mut died = 0;
    for mebibytes in [12, 16, 18, 20, 22, 24, 26, 28, 4_096_u64] {
        let disturbed = Disturbed::new(&place, "out", new.clone());
        let mut command = Command::new("prlimit");
        command.arg(format!("--as={}", mebibytes << 20)).arg(program()).args(replace);
        let output = command.current_dir(place.path("")).stdin(Stdio::null()).output().unwrap();
        disturbed.whole_old_or_new(output.status.code().filter(|&status| status != 127));
        died += u32::from(output.status.code().is_none());
        if mebibytes == 4_096 {
            assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        }
    }
    assert!(died > 0, "no limit was reached");
    // What the dead have left the last one has removed.
    assert_eq!(temporary(&place), Vec::<String>::new());
}

/// What a run comes to where each of these system calls fails with its error, as on other file systems.
fn failing(place: &Place, faults: &[(&str, &str)], arguments: &[&str]) -> Output {
    let mut traced = Command::new("strace");
    traced.args(["-f", "-q", "-o", "trace"]);
    for (call, error) in faults {
        traced.arg("-e").arg(format!("inject={call}:error={error}"));
    }
    traced.arg(program()).args(arguments).env("USTAP_LANG", "en");
    let output = traced.current_dir(place.path("")).stdin(Stdio::null()).output().expect("strace is needed");
    fs::remove_file(place.path("trace")).unwrap();
    output
}

/// A network's file system, or that of another system's disk, may have no rename that replaces nothing, and no second names.
#[test]
#[ignore = "needs strace"]
fn without_a_rename_that_replaces_nothing_all_is_written_and_nothing_replaced() {
    let place = place();
    place.ustap_ends(0, &["report", "1", "--out", "page.html"]);
    let page = place.read("page.html");
    let renames = [("renameat2", "EINVAL")];
    for (name, faults) in [("a", &renames[..]), ("b", &[renames[0], ("linkat", "EPERM"), ("link", "EPERM")])] {
        let (html, dir) = (format!("{name}.html"), format!("{name}-run"));
        let second_day = SECOND_DAY.map(|argument| if argument == "2" { &dir } else { argument });
        for arguments in [&["report", "1", "--out", &html][..], &second_day] {
            let output = failing(&place, faults, arguments);
            assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
            assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        }
        assert_eq!((place.read(&html), place.exists(&format!("{dir}/receipt.json"))), (page.clone(), true));
        assert_eq!(temporary(&place), Vec::<String>::new());
        place.write(&html, "mine");
        let output = failing(&place, faults, &["report", "1", "--out", &html]);
        assert_eq!((output.status.code(), place.read(&html).as_str()), (Some(2), "mine"));
    }
}

/// Layers of file systems do not exchange what is of the lower one, and nothing exchanges what another one is mounted on.
#[test]
#[ignore = "needs strace"]
fn directories_that_cannot_be_exchanged_stay_and_it_is_said_what_to_do() {
    let place = place();
    let run = [&SECOND_DAY[..], &["--force"]].concat();
    place.ustap_ends(0, &run);
    let before = (place.names(), place.whole("2"));
    let remove = "this file system cannot exchange directories: remove the old one and run without --force";
    for (error, hint) in [("EINVAL", remove), ("EXDEV", remove), ("EBUSY", "name another directory for --out")] {
        let output = failing(&place, &[("renameat2", error)], &run);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.starts_with("error: 2: cannot be written: "), "{said}");
        assert!(said.ends_with(&format!("\nhint: {hint}\n")), "{said}");
        assert_eq!((place.names(), place.whole("2")), before);
    }
}

/// What stands in a directory is on the disk before the directory is, and the directory before its name: every file of it, the
/// receipt too. A single file is likewise. The gate has `strace`, which tells of the calls.
#[test]
#[ignore = "needs strace"]
fn all_is_put_on_the_disk_from_below_before_it_has_its_name() {
    let place = place();
    let parent = place.path("").canonicalize().unwrap();
    for (command, name) in [(&SECOND_DAY[..], "2"), (&["report", "2", "--out", "2.html"], "2.html")] {
        let mut traced = Command::new("strace");
        traced.args(["-f", "-y", "-e", "trace=fsync,renameat2", "-o", "trace"]).arg(program()).args(command);
        let run = traced.current_dir(place.path("")).stdin(Stdio::null()).output().expect("strace is needed");
        assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
        let trace = place.read("trace");
        let called = |call: &str, of: &str| {
            let is_it = |line: &str| line.contains(call) && line.contains(of);
            trace.lines().position(is_it).unwrap_or_else(|| panic!("no {call} of {of} in\n{trace}"))
        };
        // `fsync(3</tmp/x/.2.ustap~123400/state/months.bin>)`
        let parent = parent.display();
        let mark = format!("{parent}/.{name}.ustap~");
        let number = trace.lines().find_map(|line| line.split_once(&mark)?.1.split(['/', '>']).next());
        let number = number.unwrap_or_else(|| panic!("no {mark} in\n{trace}"));
        let synced = |path: &str| called("fsync(", &format!("<{mark}{number}{path}>"));
        let renamed = called("renameat2(", "RENAME_NOREPLACE");
        assert!(renamed < called("fsync(", &format!("<{parent}>")), "{trace}");
        if name == "2.html" {
            assert!(synced("/file") < renamed, "{trace}");
            continue;
        }
        let of_run: Vec<String> =
            place.names().iter().filter_map(|path| Some(path.strip_prefix("2")?.to_owned())).collect();
        for file in ["/receipt.json", "/receipt.sha256", "/register.csv", "/state/months.bin"] {
            assert!(of_run.iter().any(|path| path == file), "{of_run:?}");
        }
        for path in of_run.iter().filter(|path| path.starts_with('/')) {
            let path = path.trim_end_matches('/');
            let (dir, _) = path.rsplit_once('/').unwrap_or_default();
            let above = if path.is_empty() { renamed } else { synced(dir) };
            assert!(synced(path) < above, "{path}\n{trace}");
        }
    }
}
