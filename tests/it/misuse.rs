//! Commands that would harm a record, that cannot say what they have done, or that were typed in a way that part of them
//! would be passed over.

use std::fs::{self, File};

use crate::program::{OPERATIONS, Place};

/// A place with a batch of one person and a run of it.
fn place() -> Place {
    let place = Place::new();
    place.write("in/operations.csv", format!("{OPERATIONS}a,900101300017,2026-08-05,1000,\n"));
    place.write("in/contractors.csv", "iin,surname,given_name,birth_date\n900101300017,A,B,1990-01-01\n");
    place.ustap_ends(0, &["calculate", "in/operations.csv", "--keep", "--out", "run"]);
    place
}

/// The command ends with status 2 and this message, and nothing has changed.
fn refused(place: &Place, arguments: &[&str], message: &str) {
    let before = place.names();
    let run = place.ustap_ends(2, arguments);
    assert!(run.stderr.contains(message), "{arguments:?}: {}", run.stderr);
    assert_eq!((run.stdout.as_str(), place.names()), ("", before), "{arguments:?}");
}

#[test]
fn nothing_is_made_in_the_directory_of_a_run() {
    let place = place();
    let calculate = ["calculate", "in/operations.csv", "--out"];
    let message = "would stand in the directory of a run, which is a record";
    for target in ["run/x", "run/state/x", "./run/../run/x"] {
        refused(&place, &[&calculate[..], &[target]].concat(), message);
    }
    for command in [
        &["template", "run/x"][..],
        &["rates", "export", "run/x"],
        &["correct", "run", "run", "--out", "run/x"],
        &["advise", "run", "--contractors", "in/contractors.csv", "--out", "run/x"],
        &[
            "lists",
            "run",
            "--contractors",
            "in/contractors.csv",
            "--payment",
            "so",
            "--format",
            "csv",
            "--out",
            "run/x",
        ],
    ] {
        refused(&place, command, message);
    }
    fs::create_dir_all(place.path("shop/below")).unwrap();
    place.write("shop/receipt.json", "{}");
    refused(&place, &[&calculate[..], &["shop/x"]].concat(), message);
    // Further up a lone file of this name is somebody else's.
    place.ustap_ends(0, &[&calculate[..], &["shop/below/x"]].concat());
    place.ustap_ends(0, &["verify", "run"]);
}

#[test]
fn standard_input_is_given_once() {
    let place = place();
    for command in [
        &["calculate", "-", "-"][..],
        &["explain", "-", "--contractors", "-", "--iin", "900101300017", "--period", "2026-08"],
        &["advise", "run", "--contractors", "-", "--exemptions", "-"],
        &["statement", "run", "--contractors", "-", "-", "--payer", "payer.toml"],
        &["lists", "run", "--contractors", "-", "--kgd", "-", "--payment", "so", "--format", "csv"],
        &["reconcile", "--register", "run", "--answer", "-", "--kgd", "-"],
        &["distribute", "--paid", "-", "--kgd", "-"],
        &["distribute", "--paid", "paid.csv", "--kgd", "-", "--exemptions", "-"],
    ] {
        let out: &[&str] = if command[0] == "explain" { &[] } else { &["--out", "out"] };
        refused(&place, &[command, out].concat(), "standard input (`-`) can be given only once [usage]");
    }
}

#[test]
fn what_a_run_reads_is_not_replaced() {
    let place = place();
    place.write("second.csv", format!("{OPERATIONS}b,900101300017,2026-08-06,1000,\n"));
    let message = "is not replaced: the run reads ";
    for command in [
        &["calculate", "second.csv", "--after", "run", "--out", "run"][..],
        &["calculate", "second.csv", "--after", "run", "--out", "./in/../run"],
        &["calculate", "in/operations.csv", "--out", "in"],
        &["calculate", "second.csv", "--contractors", "in/contractors.csv", "--out", "in"],
    ] {
        refused(&place, &[command, &["--force"]].concat(), message);
    }
    place.ustap_ends(0, &["rates", "export", "tables"]);
    refused(&place, &["calculate", "second.csv", "--rates", "tables", "--out", "tables", "--force"], message);
    place.ustap_ends(0, &["calculate", "second.csv", "--after", "run", "--out", "run-2"]);
    place.ustap_ends(0, &["calculate", "second.csv", "--after", "run", "--out", "run-2", "--force"]);
}

#[test]
fn a_summary_that_cannot_be_written_takes_nothing_back() {
    let place = place();
    let calculate = ["calculate", "in/operations.csv", "--out"];
    let bad = format!("{OPERATIONS}a,900101300017,2026-08-05,1000,\nb,x,2026-08-05,1000,\n");
    place.write("bad.csv", bad);
    for (command, dir, status) in [
        ([&calculate[..], &["clean"]].concat(), "clean", 0),
        (vec!["calculate", "bad.csv", "--out", "findings"], "findings", 1),
        (vec!["template", "files"], "files", 0),
        (vec!["rates", "export", "tables"], "tables", 0),
        (vec!["correct", "run", "run", "--out", "corrected"], "corrected", 0),
    ] {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let output = place.command(&command).stdout(full).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(status), "{command:?}: {stderr}");
        assert!(stderr.starts_with("warning: standard output cannot be written: "), "{stderr}");
        assert!(stderr.ends_with(&format!("; {dir} is written all the same\n")), "{stderr}");
        assert!(place.exists(dir));
    }
    // Where the output is what was asked for, it is an error.
    let full = File::options().write(true).open("/dev/full").unwrap();
    assert_eq!(place.command(&["rates", "show"]).stdout(full).output().unwrap().status.code(), Some(2));
}

#[test]
fn a_person_is_never_shown_in_full() {
    let place = place();
    let explain = ["explain", "in/operations.csv", "--period", "2026-08", "--iin"];
    for (command, shown) in [
        ([&explain[..], &["900101300018"]].concat(), "`9001****0018` has a wrong check digit"),
        (
            vec![
                "penalty",
                "--payment",
                "900101300017",
                "--period",
                "2026-03",
                "--paid-on",
                "2026-05-05",
                "--amount",
                "1",
            ],
            "there is no payment `9001****0017`",
        ),
        (vec!["calculate", "in/operations.csv", "--check", "900101300017.csv"], "900101300017.csv: cannot be read"),
        (
            vec!["refunds", "run", "--out", "x", "--reason", "900101300017"],
            "there is no reason `9001****0017` for a refund",
        ),
    ] {
        let run = place.ustap_ends(2, &command);
        assert!(run.stderr.contains(shown), "{}", run.stderr);
        assert!(run.stderr.contains("900101300017.csv") || !run.stderr.contains("90010130001"), "{}", run.stderr);
    }
    let long = "x".repeat(5000);
    for command in [
        ["refunds", "run", "--out", "x", "--reason", &long],
        ["explain", "o.csv", "--period", "2026-08", "--iin", &long],
    ] {
        let run = place.ustap_ends(2, &command);
        assert!(run.stderr.contains(&format!("{}…", "x".repeat(64))) && run.stderr.len() < 1000, "{}", run.stderr);
    }
}

#[test]
fn options_that_would_be_passed_over_are_refused() {
    let place = place();
    place.write("kgd.csv", "iin,period,ipn,opv,opvr,so,vosms\n");
    place.write("answer.csv", "iin,period,knp,amount\n");
    let lists = ["lists", "run", "--contractors", "in/contractors.csv", "--payment", "so", "--out", "x", "--format"];
    for (option, value) in [("--date", "2026-09-21"), ("--encoding", "windows-1251")] {
        for format in ["csv", "xlsx"] {
            let message = format!("{option} is for --format mt102 only");
            refused(&place, &[&lists[..], &[format, option, value]].concat(), &message);
        }
    }
    let reconcile = ["reconcile", "--register", "run", "--out", "x"];
    for (more, message) in [
        (["--kgd", "kgd.csv", "--column", "iin=A"], "--column answer.iin: no answer file is given"),
        (["--answer", "answer.csv", "--kgd-column", "iin=A"], "--column kgd.iin: no kgd file is given"),
    ] {
        refused(&place, &[&reconcile[..], &more].concat(), message);
    }
    for option in ["--column", "--kgd-column"] {
        let more = ["--answer", "answer.csv", "--kgd", "kgd.csv", option, "iin=A", option, "iin=B"];
        refused(&place, &[&reconcile[..], &more].concat(), "--column: the column `iin` is given twice");
    }
}

/// Some commands take a directory as a word, and these behind an option.
#[test]
fn a_directory_without_its_option_is_told_which() {
    let place = place();
    place.write("lists/lists.csv", "");
    for (command, hint) in [
        (
            &["reconcile", "lists", "--kgd", "kgd.csv"][..],
            "hint: a directory stands behind an option: `--register lists`\n",
        ),
        (&["distribute", "--kgd=kgd.csv", "lists"], "hint: a directory stands behind an option: `--paid lists`\n"),
        // It is there, or the word is nothing that it takes.
        (
            &["reconcile", "lists", "--register", "run", "--kgd", "kgd.csv"],
            "hint: `ustap reconcile --help` says what is",
        ),
        (&["reconcile", "nothing", "--kgd", "kgd.csv"], "hint: `ustap reconcile --help` says what is"),
    ] {
        let run = place.ustap_ends(2, command);
        assert!(run.stderr.contains("is a word too many") && run.stderr.contains(hint), "{}", run.stderr);
    }
}

/// Hints name what the command and the file have.
#[test]
fn hints_fit_the_file() {
    let place = place();
    place.write("empty.csv", "");
    place.write("other.csv", "a,b\n");
    let answer = ["reconcile", "--register", "run", "--out", "x", "--answer"];
    let kgd = ["reconcile", "--register", "run", "--out", "x", "--kgd"];
    for (command, file, hint) in [
        (&answer[..], "empty.csv", "hint: the columns are iin, period, knp, amount, status, error_code, reference\n"),
        (
            &kgd,
            "empty.csv",
            "hint: the columns are iin, period, ipn, opv, opvr, so, vosms, \
             ipn_penalty, opv_penalty, opvr_penalty, so_penalty, vosms_penalty\n",
        ),
        (&["penalty"], "empty.csv", "hint: the columns are payment, period, paid_on, amount\n"),
        (&["calculate", "--check"], "empty.csv", "hint: `ustap template DIR` writes files to start from\n"),
        (&answer, "other.csv", "or a tab; --column answer.NAME=\"HEADER\" gives a column another name\n"),
        (&kgd, "other.csv", "or a tab; --column kgd.NAME=\"HEADER\" gives a column another name\n"),
        (&["penalty"], "other.csv", "or a tab; --column late.NAME=\"HEADER\" gives a column another name\n"),
    ] {
        let run = place.ustap_ends(2, &[command, &[file]].concat());
        assert!(run.stderr.ends_with(hint), "{command:?}: {}", run.stderr);
    }
}

/// A year that was mistyped is seen in the summary, which no other line of it would show.
#[test]
fn the_months_of_operations_are_told_where_there_are_several() {
    let place = Place::new();
    let told = |months: &[&str], arguments: &[&str]| {
        let row = |(number, month): (usize, &&str)| format!("{number},900101300017,{month}-05,1000,\n");
        let rows: String = months.iter().enumerate().map(row).collect();
        place.write("o.csv", format!("{OPERATIONS}{rows}"));
        let run = place.ustap_ends(0, &[&["calculate", "o.csv", "--check"], arguments].concat());
        let mut lines = run.stdout.lines().map(|line| line.split_once("  ").unwrap_or_default());
        let line = lines.find(|(label, _)| ["months", "месяцы", "айлар"].contains(label));
        line.map(|(_, value)| value.trim().to_owned())
    };
    assert_eq!(told(&["2026-08", "2026-08"], &[]), None);
    assert!(!place.ustap_ends(0, &["calculate", "o.csv", "--check"]).stdout.contains("no operation was read"));
    assert_eq!(told(&[], &[]), None);
    let nothing = place.ustap_ends(0, &["calculate", "o.csv", "--out", "nothing"]).stdout;
    assert!(nothing.contains("\nnote: no operation was read: there is no row below the header\n"), "{nothing}");
    for language in ["en", "ru", "kk"] {
        let arguments = ["--lang", language];
        assert_eq!(told(&["2026-08", "2025-08"], &arguments).as_deref(), Some("2025-08, 2026-08"));
        let four = ["2026-08", "2026-07", "2025-08", "2026-06"];
        assert_eq!(told(&four, &arguments).as_deref(), Some("2025-08 … 2026-08 (4)"));
    }
}
