//! What a run leaves on the disk, and what it does not.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Command, Stdio};

use ustap::Law;

use crate::program::{OPERATIONS, Place, program, sha256};
use serde_json::Value;

const FILES: [&str; 7] =
    ["limits.csv", "lines.csv", "payments.csv", "receipt.json", "receipt.sha256", "register.csv", "rejects.csv"];

/// A place with a batch of two persons, one rejected row, an exemption and a contractor.
fn place() -> Place {
    let place = Place::new();
    place.write(
        "operations.csv",
        format!(
            "{OPERATIONS}a,900101300017,2026-08-05,1000,\nb,900101300811,2026-08-06,2000.50,\nc,900101300811,x,1,\n"
        ),
    );
    place.write("exemptions.csv", "iin,category\n900101300811,minor\n");
    place.write("contractors.csv", "iin,surname\n900101300017,Үлгіқызы\n");
    place
}

const CALCULATE: [&str; 6] =
    ["calculate", "operations.csv", "--exemptions", "exemptions.csv", "--contractors", "contractors.csv"];

fn calculate<'a>(more: &[&'a str]) -> Vec<&'a str> {
    CALCULATE.iter().chain(more).copied().collect()
}

// --- Appearing and replacing ---

#[test]
fn the_files_are_there_and_only_their_owner_reads_them() {
    let place = place();
    place.ustap_ends(1, &calculate(&["--lines", "--out", "out"]));
    let names: Vec<String> = place.files("out").into_keys().collect();
    assert_eq!(names, FILES);
    let mode = |path: &str| fs::metadata(place.path(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("out"), 0o700);
    for name in FILES {
        assert_eq!(mode(&format!("out/{name}")), 0o600, "{name}");
    }
    place.ustap_ends(1, &calculate(&["--out", "short"]));
    assert!(!place.exists("short/lines.csv"), "only with --lines");
}

/// A name has 255 bytes at most, and a temporary one is longer than its own.
#[test]
fn a_directory_may_have_the_longest_name_that_there_is() {
    let place = place();
    for name in ["n".repeat(255), "ұ".repeat(127)] {
        place.ustap_ends(1, &calculate(&["--out", &name]));
        assert!(place.exists(&format!("{name}/register.csv")));
    }
    place.ustap_ends(2, &calculate(&["--out", &"n".repeat(256)]));
}

#[test]
fn an_existing_directory_is_refused_even_an_empty_one() {
    let place = place();
    fs::create_dir(place.path("out")).unwrap();
    symlink("nowhere", place.path("link")).unwrap();
    let before = place.names();
    for (target, hint) in [("out", true), ("link", true), (".", true)] {
        let run = place.ustap_ends(2, &calculate(&["--out", target]));
        assert!(run.stderr.starts_with(&format!("error: {target}: exists already [output]\n")), "{}", run.stderr);
        assert_eq!(run.stderr.contains("hint:"), hint);
        assert_eq!(run.stdout, "");
    }
    assert_eq!(place.names(), before);
}

#[test]
fn force_exchanges_the_directories() {
    let place = place();
    place.ustap_ends(1, &calculate(&["--keep", "--out", "out"]));
    let before: BTreeSet<String> = place.names().into_iter().filter(|name| !name.starts_with("out/state/")).collect();
    place.ustap_ends(1, &calculate(&["--lines", "--force", "--out", "out"]));
    let names: Vec<String> = place.files("out").into_keys().collect();
    assert_eq!(names, FILES);
    let expected: BTreeSet<String> = before.into_iter().chain(["out/lines.csv".to_owned()]).collect();
    assert_eq!(place.names().into_iter().collect::<BTreeSet<_>>(), expected, "nothing else is left or gone");
    place.ustap_ends(1, &calculate(&["--force", "--out", "new"]));
    assert!(place.exists("new/register.csv"), "--force needs no directory to replace");
    fs::create_dir(place.path("empty")).unwrap();
    place.ustap_ends(1, &calculate(&["--force", "--out", "empty/"]));
    assert!(place.exists("empty/register.csv"), "an empty one has nothing to lose");
}

/// What file managers and office programs leave where somebody only looks.
const LEFT_BY_LOOKING: [&str; 4] = [".DS_Store", "Thumbs.db", "desktop.ini", ".~lock.register.csv#"];

#[test]
fn force_replaces_only_what_is_this_programs() {
    let place = place();
    let run = |dir: &str| place.ustap_ends(1, &calculate(&["--keep", "--out", dir]));
    let force = |dir: &str| place.ustap(&calculate(&["--force", "--out", dir]));
    place.write("mine/2025/ledger.xlsx", "years of work");
    place.write("mine/zoo.txt", "z");
    place.ustap_ends(0, &["template", "template"]);
    for dir in ["noted", "nested", "hollow", "named", "theirs", "broken"] {
        run(dir);
    }
    place.write("noted/note.txt", "look at line 3");
    place.write("nested/state/note.txt", "look at line 3");
    fs::create_dir(place.path("hollow/state/mine")).unwrap();
    // A directory is not left by looking, whatever its name.
    place.write("named/.DS_Store/ledger.xlsx", "years of work");
    let theirs = place.read("theirs/receipt.json").replace("\"program\": \"ustap\"", "\"program\": \"other\"");
    place.write_receipt("theirs", &theirs);
    place.write("broken/receipt.json", "{}");
    // Directories too, without bytes.
    let everything = || -> BTreeMap<String, Vec<u8>> {
        let named = |name: String| (fs::read(place.path(&name)).unwrap_or_default(), name);
        place.names().into_iter().map(named).map(|(bytes, name)| (name, bytes)).collect()
    };
    let before = everything();
    for (dir, foreign) in [
        ("mine", "2025/ledger.xlsx"),
        ("template", "README.txt"),
        ("noted", "note.txt"),
        ("nested", "state/note.txt"),
        ("hollow", "state/mine/"),
        ("named", ".DS_Store/ledger.xlsx"),
        ("theirs", "limits.csv"),
        ("broken", "limits.csv"),
    ] {
        let refused = force(dir);
        assert_eq!(refused.status, Some(2), "{dir}: {}", refused.stderr);
        let why = match place.exists(&format!("{dir}/receipt.json")) {
            true => format!("`{foreign}` in it is nothing that its receipt names"),
            false => format!("there is no `receipt.json` in it, and `{foreign}` is"),
        };
        let message = format!("error: {dir}: is not replaced: {why} [output]\n");
        assert!(refused.stderr.starts_with(&message), "{}", refused.stderr);
        assert_eq!(everything(), before, "{dir}: nothing is touched");
    }
}

#[test]
fn what_looking_has_left_may_be_replaced_with_a_run() {
    let place = place();
    place.ustap_ends(1, &calculate(&["--keep", "--out", "out"]));
    for name in LEFT_BY_LOOKING {
        place.write(&format!("out/{name}"), "left");
        place.write(&format!("out/state/{name}"), "left");
        place.write(&format!("looked-at/{name}"), "left");
    }
    for dir in ["out", "looked-at"] {
        place.ustap_ends(1, &calculate(&["--force", "--out", dir]));
        assert!(place.exists(&format!("{dir}/receipt.json")) && !place.exists(&format!("{dir}/.DS_Store")));
    }
}

#[test]
fn a_link_is_not_replaced_nor_what_it_points_to() {
    let place = place();
    place.ustap_ends(1, &calculate(&["--lines", "--out", "real"]));
    symlink("real", place.path("link")).unwrap();
    symlink("nowhere", place.path("dangling")).unwrap();
    let before = (place.names(), place.whole("real"));
    for target in ["link", "link/", "./link", "link/.", "dangling"] {
        let run = place.ustap_ends(2, &calculate(&["--force", "--out", target]));
        assert!(run.stderr.contains(": is a symbolic link, "), "{target}: {}", run.stderr);
        assert!(run.stderr.contains("hint: name the directory that it points to\n"), "{}", run.stderr);
        assert_eq!((place.names(), place.whole("real")), before, "{target}");
    }
    // The way to a directory may lead over one.
    place.write("above/x", "");
    symlink("above", place.path("way")).unwrap();
    place.ustap_ends(1, &calculate(&["--out", "way/new"]));
    assert!(place.exists("above/new/receipt.json"));
}

/// The lines of a run are read by their path, or as standard input: in both ways they would be gone with the run.
#[test]
fn a_directory_that_is_read_from_is_not_replaced() {
    let place = place();
    place.ustap_ends(1, &calculate(&["--lines", "--out", "out"]));
    let before = (place.names(), place.whole("out"));
    for (operations, named) in [("out/lines.csv", "out/lines.csv"), ("-", "/dev/stdin")] {
        let mut command = place.command(&["calculate", operations, "--force", "--out", "out"]);
        let output = command.stdin(fs::File::open(place.path("out/lines.csv")).unwrap()).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        let refused = format!("error: out: is not replaced: the run reads {named}, which would be gone [output]\n");
        assert!(said.starts_with(&refused), "{said}");
        assert_eq!((place.names(), place.whole("out")), before);
    }
    // What comes through a pipe is no file of it, nor is one elsewhere.
    let rows = place.read("operations.csv");
    let again = ["calculate", "-", "--force", "--out", "out"];
    assert_eq!(place.ustap_reading(&again, rows.as_bytes()).status, Some(1));
    let mut command = place.command(&again);
    let output = command.stdin(fs::File::open(place.path("operations.csv")).unwrap()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_failed_run_leaves_the_old_directory_as_it_was() {
    let place = place();
    place.ustap_ends(1, &calculate(&["--out", "out"]));
    place.write("broken.csv", format!("{OPERATIONS}\"a,900101300017,2026-08-05,1000,\n"));
    let before = (place.names(), place.whole("out"));
    place.ustap_ends(2, &["calculate", "operations.csv", "broken.csv", "--force", "--out", "out"]);
    place.ustap_ends(2, &["calculate", "operations.csv", "broken.csv", "--out", "new"]);
    assert_eq!((place.names(), place.whole("out")), before);
}

/// Runs that are there at the same moment: what stands in the end is one of them, whole.
#[test]
fn runs_for_one_directory_do_not_mix() {
    let place = place();
    place.ustap_ends(1, &calculate(&["--lines", "--out", "alone"]));
    let whole = |dir: &str| place.files(dir);
    let race = |arguments: &[&str]| -> Vec<Option<i32>> {
        let start = |_| place.command(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let children: Vec<_> = (0..6).map(start).collect();
        children.into_iter().map(|mut child| child.wait().unwrap().code()).collect()
    };
    for _ in 0..3 {
        let statuses = race(&calculate(&["--lines", "--out", "once"]));
        assert_eq!(statuses.iter().filter(|&&status| status == Some(1)).count(), 1, "{statuses:?}");
        assert_eq!(statuses.iter().filter(|&&status| status == Some(2)).count(), 5, "{statuses:?}");
        // The first time there is nothing to replace when the runs begin, or there is.
        let statuses = race(&calculate(&["--lines", "--force", "--out", "often"]));
        assert_eq!(statuses, [Some(1); 6]);
        assert!(whole("once") == whole("alone") && whole("often") == whole("alone"));
        assert!(!place.names().iter().any(|name| name.starts_with('.')), "{:?}", place.names());
        fs::remove_dir_all(place.path("once")).unwrap();
    }
}

/// Two containers with one volume have the same numbers of processes.
#[test]
fn a_temporary_name_that_another_run_has_is_left_to_it() {
    let place = place();
    let script = format!("echo $$; read go; exec {} calculate operations.csv --out out", program().display());
    let mut shell = Command::new("sh");
    shell.args(["-c", &script]).current_dir(place.path("")).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = shell.spawn().unwrap();
    let mut process = String::new();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    stdout.read_line(&mut process).unwrap();
    let name = format!(".out.ustap~{}00", process.trim());
    place.write(&format!("{name}/x"), "another's");
    let lock = fs::File::open(place.path(&name)).unwrap();
    lock.try_lock().unwrap();
    child.stdin.take().unwrap().write_all(b"\n").unwrap();
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(1));
    assert!(place.exists("out/receipt.json"));
    assert_eq!(place.read(&format!("{name}/x")), "another's");
}

#[test]
fn what_a_dead_run_has_left_is_removed_by_the_next_and_nothing_else_is() {
    let place = place();
    let left = [".out.ustap~4194303/register.csv", ".other.name.ustap~4194302/state/x"];
    for name in left {
        place.write(name, "left over");
    }
    // Not of the form that a run gives: somebody else's.
    let kept =
        [".out.ustap~/x", ".out.ustap~12a/x", "out.ustap~4194303/x", ".out.ustap~4194303.txt", ".out.ustap-4194303/x"];
    for name in kept {
        place.write(name, "kept");
    }
    // Of a run that lives, as its lock tells.
    place.write(".alive.ustap~4194301/x", "kept");
    let alive = fs::File::open(place.path(".alive.ustap~4194301")).unwrap();
    alive.try_lock().unwrap();
    place.ustap_ends(1, &calculate(&["--out", "out"]));
    for name in left {
        assert!(!place.exists(name), "{name}");
    }
    for name in kept.into_iter().chain([".alive.ustap~4194301/x"]) {
        assert_eq!(place.read(name), "kept", "{name}");
    }
}

#[test]
#[ignore = "slow"]
fn runs_beside_each_other_do_not_disturb_each_other() {
    let place = place();
    let children: Vec<_> = (0..100)
        .map(|number| {
            let mut command = place.command(&calculate(&["--threads", "1", "--out", &format!("out-{number}")]));
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert!(!place.names().iter().any(|name| name.starts_with('.')), "{:?}", place.names());
}

#[test]
fn what_is_made_below_no_directory_is_refused_with_what_it_needs() {
    let place = place();
    place.ustap_ends(1, &calculate(&["--out", "run"]));
    for arguments in [&calculate(&["--out", "none/out"])[..], &["report", "run", "--out", "none/out"]] {
        let run = place.ustap_ends(2, arguments);
        let said = "error: none/out: cannot be written: there is no such file or directory [output]\n\
                    hint: the directory above it must exist\n";
        assert_eq!(run.stderr, said);
    }
}

/// Calculating again takes a directory for temporary files: not one of a run, and one that is there.
#[test]
fn nothing_is_calculated_again_in_a_run() {
    let place = place();
    place.ustap_ends(1, &calculate(&["--out", "out"]));
    let before = (place.names(), place.whole("out"));
    for (dir, said) in [("out", "out: would stand in the directory of a run, which is a record"), ("none", "none: ")] {
        let mut command = place.command(&["verify", "out", "--inputs", ".", "--recompute"]);
        let output = command.env("TMPDIR", dir).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        assert!(stderr.starts_with(&format!("error: {said}")), "{stderr}");
        assert!(stderr.ends_with("hint: name in TMPDIR a directory that is there and has room\n"), "{stderr}");
    }
    assert_eq!((place.names(), place.whole("out")), before);
}

#[test]
fn check_writes_nothing_anywhere() {
    let place = place();
    fs::create_dir(place.path("temporary")).unwrap();
    let before = place.names();
    let mut command = place.command(&calculate(&["--check"]));
    let output = command.env("TMPDIR", place.path("temporary")).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(place.names(), before);
}

#[test]
fn check_says_what_a_run_says() {
    let place = place();
    let check = place.ustap_ends(1, &calculate(&["--check"]));
    let run = place.ustap_ends(1, &calculate(&["--out", "out"]));
    let (summary, published) = run.stdout.split_at(run.stdout.find("written to").unwrap());
    // Behind it the two say what is to be done.
    let next = check.stdout.find("next: ").unwrap();
    assert_eq!(&check.stdout[..next], summary);
    let digest = sha256(&fs::read(place.path("out/receipt.json")).unwrap());
    assert!(published.starts_with(&format!("written to out\nreceipt {digest}\nnext: ")), "{published}");
    assert_eq!(run.summary("not among contractors"), "1 operation");
}

#[test]
fn a_file_that_may_not_be_read() {
    let place = place();
    fs::set_permissions(place.path("operations.csv"), fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(place.path("operations.csv")).is_ok() {
        // Root reads everything, but nobody reads /proc/self/mem at its start: reading fails after opening.
        let run = place.ustap_ends(2, &["calculate", "/proc/self/mem", "--out", "out"]);
        assert_eq!(run.stderr, "error: /proc/self/mem: cannot be read: Input/output error (os error 5) [input]\n");
    } else {
        let run = place.ustap_ends(2, &calculate(&["--out", "out"]));
        assert_eq!(run.stderr, "error: operations.csv: cannot be read: there is no permission\n");
    }
    assert!(!place.exists("out"));
}

#[test]
fn a_directory_that_may_not_be_written_to() {
    let place = place();
    let run = place.ustap_ends(2, &calculate(&["--out", "/proc/out"]));
    // Nobody makes directories there, not even root; others are told so in another way.
    assert!(run.stderr.starts_with("error: /proc/out: cannot be written: "), "{}", run.stderr);
    assert_eq!(run.stdout, "");
}

#[test]
fn the_template_is_a_batch_that_runs_in_each_language() {
    for (arguments, readme, first, heading) in [
        (&[][..], "README.txt", "operation_id,", "settled_on (required): "),
        (&["--lang", "en"], "README.txt", "operation_id,", "settled_on (required): "),
        (&["--lang", "ru"], "ЧИТАЙТЕ.txt", "\u{feff}Идентификатор операции;ИИН;", "Дата расчёта (обязательно): "),
        (&["--lang", "kk"], "ОҚЫҢЫЗ.txt", "\u{feff}Операция идентификаторы;ЖСН;", "Есеп айырысу күні (міндетті): "),
    ] {
        let place = Place::new();
        place.ustap_ends(0, &[&["template", "start"], arguments].concat());
        assert!(place.read("start/operations.csv").starts_with(first), "{arguments:?}");
        let readme = place.read(&format!("start/{readme}"));
        assert!(readme.contains(heading), "{readme}");
        // Every column and every code of the tables is there.
        for file in ["operations.csv", "exemptions.csv", "contractors.csv"] {
            let header = place.read(&format!("start/{file}")).lines().next().unwrap().replace('\u{feff}', "");
            for heading in header.split([',', ';']) {
                assert!(readme.contains(&format!("\n  {heading} (")), "{heading} of {file}");
            }
        }
        let law = Law::builtin().unwrap();
        let codes = law.categories().map(|(_, category)| category.code.clone());
        for code in codes.chain(law.regimes().map(|(_, regime)| regime.code.clone())) {
            assert!(readme.contains(&format!("\n  {code}: ")), "{code}");
        }
        // What it says to type is typed there, as it stands. Nobody is over a limit: each is done and clean but the
        // statement, of whose persons one is given only in part.
        let commands: Vec<Vec<&str>> =
            readme.lines().filter_map(|line| Some(line.strip_prefix("  ustap ")?.split(' ').collect())).collect();
        assert_eq!(commands.len(), 4);
        for command in commands {
            let output = place.command(&command).current_dir(place.path("start")).output().unwrap();
            let said = String::from_utf8(output.stdout).unwrap();
            let error = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(0), "{command:?}\n{said}{error}");
            if command[0] == "calculate" {
                // 150 000 − 1 500.50 = 148 499.50; × 1 % = 1 484.995 → 1 485 each; 4 × 1 485 = 5 940
                assert!(said.contains(" 5940.00\n"), "{said}");
            }
        }
        let again = place.ustap_ends(2, &["template", "start"]);
        // It has no option to replace one.
        let told = "error: start: exists already [output]\nhint: name a directory that does not exist yet\n";
        assert_eq!(again.stderr, told);
    }
}

/// What the environment speaks is of the terminal, and no byte of a file.
#[test]
fn the_template_is_in_the_language_that_is_asked_for_alone() {
    let place = Place::new();
    place.ustap_ends(0, &["template", "plain"]);
    let output = place.command(&["template", "spoken"]).env("USTAP_LANG", "ru").output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().contains("дальше: "));
    assert_eq!(place.files("spoken"), place.files("plain"));
}

// --- The streams ---

#[test]
fn a_closed_pipe_keeps_the_status_and_says_nothing() {
    let place = place();
    place.write("clean.csv", format!("{OPERATIONS}a,900101300017,2026-08-05,1000,\n"));
    for (file, status) in [("operations.csv", 1), ("clean.csv", 0)] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = place.command(&["calculate", file, "--out", &format!("out-{status}")]);
        let mut child = command.stdout(writer).stderr(Stdio::piped()).spawn().unwrap();
        let mut stderr = String::new();
        child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(status));
        assert_eq!(stderr, "");
        assert!(place.exists(&format!("out-{status}/receipt.json")), "published before anything is printed");
    }
}

#[test]
fn without_arguments_the_program_prints_its_help() {
    let run = Place::new().ustap_ends(0, &[]);
    assert!(
        run.stdout.contains("Usage: ustap [OPTIONS] <COMMAND>") && run.stdout.contains("calculate"),
        "{}",
        run.stdout
    );
    assert_eq!(run.stderr, "");
}

// --- The receipt ---

#[test]
fn the_receipt_tells_what_went_in_and_what_came_out() {
    let place = place();
    place.ustap_ends(1, &calculate(&["--lines", "--period", "2026-08", "--threads", "2", "--out", "out"]));
    let text = place.read("out/receipt.json");
    let receipt: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(text, format!("{receipt:#}\n"), "two spaces of indent, and a line end");
    assert_eq!(receipt["program"], "ustap");
    assert_eq!(receipt["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(
        receipt["options"],
        serde_json::json!({
            "period": "2026-08", "known_on": null, "over_limit": "cap", "lines": true, "keep": false, "columns": {}, "ignore_columns": [],
            "encoding": "utf-8", "restore_zeros": false, "lang": "en",
        })
    );
    let names = |part: &str| -> Vec<String> {
        receipt[part].as_array().unwrap().iter().map(|file| file["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names("inputs"), ["operations.csv", "exemptions.csv", "contractors.csv"]);
    assert_eq!(names("outputs"), ["register.csv", "payments.csv", "limits.csv", "rejects.csv", "lines.csv"]);
    for (part, dir) in [("inputs", ""), ("outputs", "out/")] {
        for file in receipt[part].as_array().unwrap() {
            let bytes = fs::read(place.path(&format!("{dir}{}", file["name"].as_str().unwrap()))).unwrap();
            assert_eq!(file["sha256"], sha256(&bytes), "{file}");
            assert_eq!(file["bytes"], bytes.len(), "{file}");
            // None of these files has a line end inside a field.
            let lines = bytes.iter().filter(|&&byte| byte == b'\n').count();
            assert_eq!(file["rows"], lines - 1, "{file}");
        }
    }
    // 1 000 → 10 each, 40. 2 000.50 × 1 % = 20.005 → 20 each but ВОСМС, of which a minor is exempt: 60.
    assert_eq!(
        receipt["totals"],
        serde_json::json!({
            "operations": 3, "accepted": 2, "rejected": { "date": 1 },
            "exemptions": { "rows": 1, "rejected": {} }, "contractors": { "rows": 1, "rejected": {} },
            "persons": 2, "income": "3000.50",
            "ipn": "0.00", "opv": "30.00", "opvr": "30.00", "so": "30.00", "vosms": "10.00", "withheld": "100.00",
        })
    );
    assert_eq!(place.read("out/receipt.sha256"), format!("{}  receipt.json\n", sha256(text.as_bytes())));
}

#[test]
fn the_receipt_names_the_tables_that_were_used() {
    let place = place();
    place.ustap_ends(0, &["rates", "export", "tables"]);
    place.ustap_ends(1, &calculate(&["--rates", "tables", "--out", "out"]));
    let receipt: Value = serde_json::from_str(&place.read("out/receipt.json")).unwrap();
    let exported = place.names().into_iter().filter(|name| name.starts_with("tables/") && name.ends_with(".toml"));
    assert_eq!(receipt["rates"].as_array().unwrap().len(), exported.count());
    for table in receipt["rates"].as_array().unwrap() {
        let bytes = place.read(&format!("tables/{}", table["name"].as_str().unwrap())).into_bytes();
        assert_eq!(table["sha256"], sha256(&bytes), "{table}");
        assert_eq!(table["bytes"], bytes.len(), "{table}");
    }
}

#[test]
fn equal_runs_have_equal_receipts() {
    let place = place();
    place.ustap_ends(1, &calculate(&["--out", "a"]));
    // The same files under other paths, other means, another moment.
    for name in ["operations.csv", "exemptions.csv", "contractors.csv"] {
        place.write(&format!("moved/{name}"), place.read(name));
    }
    let mut elsewhere: Vec<String> = CALCULATE.map(str::to_owned).to_vec();
    for name in elsewhere.iter_mut().filter(|name| name.ends_with(".csv")) {
        *name = format!("moved/{name}");
    }
    let mut arguments: Vec<&str> = elsewhere.iter().map(String::as_str).collect();
    arguments.extend(["--threads", "3", "--memory", "16MiB", "--out", "b"]);
    place.ustap_ends(1, &arguments);
    assert_eq!(place.files("a"), place.files("b"));
    place.ustap_ends(1, &calculate(&["--over-limit", "stop", "--out", "c"]));
    assert_ne!(place.read("a/receipt.json"), place.read("c/receipt.json"), "an option that bears on the result");
}

/// Operations are read ahead while persons are: what persons end with still comes first, and a pipe that nobody writes to
/// keeps nobody waiting.
#[test]
#[ignore = "slow"]
fn persons_come_before_operations_that_were_read_meanwhile() {
    let place = Place::new();
    let exemptions = |end: &str| {
        let row = "900101300017,disability-1-2-permanent,2026-08-01,\n".repeat(20_000);
        format!("iin,category,valid_from,valid_to\n{row}{end}")
    };
    place.write("exemptions.csv", exemptions(""));
    place.write("open.csv", exemptions("900101300017,\""));
    let rows =
        |rows: u32| (1..=rows).map(|number| format!("{number},900101300017,2026-08-05,1000\n")).collect::<String>();
    let header = "operation_id,iin,settled_on,income\n";
    place.write("good.csv", format!("{header}{}", rows(60_000)));
    place.write("bad.csv", format!("{header}{}\"", rows(60_000)));
    std::process::Command::new("mkfifo").arg(place.path("pipe.csv")).status().unwrap();
    for threads in ["1", "2", "3"] {
        let ends = |operations: [&str; 2], exemptions: &str| {
            let [one, other] = operations;
            let arguments =
                ["calculate", one, other, "--exemptions", exemptions, "--threads", threads, "--out", "none"];
            let run = place.ustap_ends(2, &arguments);
            assert!(!place.exists("none"));
            run.stderr
        };
        let open = "error: open.csv:20002: a quote that opens here never closes [input]\n";
        assert_eq!(ends(["good.csv", "bad.csv"], "open.csv"), open);
        assert_eq!(ends(["good.csv", "pipe.csv"], "open.csv"), open);
        let bad = "error: bad.csv:60002: a quote that opens here never closes [input]\n";
        assert_eq!(ends(["good.csv", "bad.csv"], "exemptions.csv"), bad);
        assert!(ends(["good.csv", "missing.csv"], "exemptions.csv").starts_with("error: missing.csv: "));
        // 60 000 × 1 000 tenge.
        let out = format!("out-{threads}");
        let arguments =
            ["calculate", "good.csv", "--exemptions", "exemptions.csv", "--threads", threads, "--out", &out];
        let run = place.ustap_ends(0, &arguments);
        assert_eq!(run.summary("income"), "60000000.00");
        assert_eq!(place.files("out-1"), place.files(&out));
    }
}

// --- Limits of the machine ---

#[test]
#[ignore = "slow"]
fn a_sum_that_does_not_fit_names_person_and_month() {
    let place = Place::new();
    let max = "999999999999.99";
    // 92 234 × 999 999 999 999.99 = 92 233 999 999 999 077.66 > 92 233 720 368 547 758.07; one row less fits.
    let row = |number: u32| format!("{number},900101300017,2026-08-05,{max},\n");
    let mut operations = OPERATIONS.to_owned();
    operations.extend((1..=92_233).map(row));
    place.write("fits.csv", &operations);
    place.write("one-more.csv", format!("{OPERATIONS}{}", row(92_234)));
    let run = place.ustap_ends(0, &["calculate", "fits.csv", "--out", "out"]);
    // 92 233 × 999 999 999 999.99 = 92 233 000 000 000 000 − 922.33
    assert_eq!(run.summary("income"), "92232999999999077.67");
    for more in [&["--threads", "1"][..], &["--threads", "3"], &["--memory", "16MiB"], &["--lines"]] {
        let mut arguments = vec!["calculate", "fits.csv", "one-more.csv", "--out", "none"];
        arguments.extend(more);
        let run = place.ustap_ends(2, &arguments);
        assert_eq!(
            run.stderr,
            "error: person 9001****0017, month 2026-08: the sum of the incomes exceeds 92233720368547758.07 tenge [overflow]\n",
            "{more:?}"
        );
        assert!(!place.exists("none"));
    }
    let run = place.ustap_ends(2, &["calculate", "fits.csv", "one-more.csv", "--check"]);
    assert!(run.stderr.starts_with("error: person 9001****0017, month 2026-08: "), "{}", run.stderr);
}

/// What facts are said to need is enough for them, and a mebibyte less is not.
#[test]
fn the_memory_that_is_named_suffices() {
    let place = Place::new();
    place.write("o.csv", format!("{OPERATIONS}a,900101300017,2026-08-05,1,\n"));
    let row = "900101300017,minor,2026-08-01,2026-08-31\n";
    place.write("e.csv", "iin,category,valid_from,valid_to\n".to_owned() + &row.repeat(60_000));
    let check = |memory: &str| {
        ["calculate", "o.csv", "--exemptions", "e.csv", "--check", "--memory", memory].map(str::to_owned)
    };
    let run = |status, memory: &str| {
        let arguments = check(memory);
        place.ustap_ends(status, &arguments.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let told = run(2, "16MiB").stderr;
    let needed = told.split("--memory ").nth(1).and_then(|rest| rest.split("MiB").next()).unwrap();
    let mebibytes: u64 = needed.parse().unwrap();
    run(0, &format!("{mebibytes}MiB"));
    run(2, &format!("{}MiB", mebibytes - 1));
}

#[test]
fn a_record_of_one_mebibyte_and_a_longer_one() {
    let place = Place::new();
    let record = |bytes: usize| {
        let start = "a,900101300017,2026-08-05,1000,";
        format!("{start}{}", "x".repeat(bytes - start.len()))
    };
    let header = "operation_id,iin,settled_on,income,comment\nz,900101300017,2026-08-05,1000,\n\n";
    for (line_end, name) in [("\n", "lf.csv"), ("\r\n", "crlf.csv"), ("", "end.csv")] {
        place.write(name, format!("{header}{}{line_end}", record(1 << 20)));
        let run = place.ustap_ends(0, &["calculate", name, "--check"]);
        assert_eq!(run.summary("income"), "2000.00", "{name}");
        place.write(name, format!("{header}{}{line_end}", record((1 << 20) + 1)));
        let run = place.ustap_ends(2, &["calculate", name, "--out", "out"]);
        assert_eq!(
            run.stderr,
            format!(
                "error: {name}:4: a record that starts here is longer than 1 MiB [input]\n\
                 hint: a quote that opens a field and is never closed makes such a record\n"
            )
        );
    }
    let open = format!("{header}\"b\",900101300017,2026-08-05,1000,\n\n\"c{}", "x\n".repeat(1 << 20));
    place.write("open.csv", open);
    let run = place.ustap_ends(2, &["calculate", "open.csv", "--out", "out"]);
    assert!(run.stderr.starts_with("error: open.csv:6: "), "{}", run.stderr);
    assert!(!place.exists("out"));
}
