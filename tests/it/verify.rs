//! `ustap verify`: a run's directory against its receipt, its inputs, and the calculation done again.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

use crate::program::{A, OPERATIONS, Place, Random, Run, sha256};

/// A run of two persons with a rejected row, an exemption and lines.
fn place() -> Place {
    let place = Place::new();
    place.write(
        "in/operations.csv",
        format!(
            "{OPERATIONS}a,900101300017,2026-08-05,1000000,\nb,900101300811,2026-08-06,2000.50,\nc,900101300811,x,1,\n\
             \"d,\"\"\n5\",900101300811,2026-07-06,150,\n"
        ),
    );
    place.write("in/exemptions.csv", "iin,category,known_on\n900101300811,minor,2026-08-20\n");
    let inputs = ["calculate", "in/operations.csv", "--exemptions", "in/exemptions.csv"];
    let arguments: Vec<&str> =
        inputs.into_iter().chain(["--known-on", "2026-08-21", "--lines", "--keep", "--out", "out"]).collect();
    place.ustap_ends(1, &arguments);
    place
}

fn line<'a>(run: &'a Run, what: &str) -> &'a str {
    let start = format!("{what}: ");
    let line = run.stdout.lines().find_map(|line| line.strip_prefix(&start));
    line.unwrap_or_else(|| panic!("no `{what}` in\n{}", run.stdout))
}

#[test]
fn what_holds_is_named_and_what_is_not_looked_at_too() {
    let place = place();
    let run = place.ustap_ends(0, &["verify", "out"]);
    let names = ["receipt.json", "register.csv", "payments.csv", "limits.csv", "rejects.csv", "lines.csv", "sums"];
    for name in names {
        assert_eq!(line(&run, name), "holds");
    }
    assert!(line(&run, "input operations.csv").starts_with("not checked"));
    fs::rename(place.path("in/operations.csv"), place.path("in/august.csv")).unwrap();
    fs::create_dir(place.path("in/feed")).unwrap();
    fs::rename(place.path("in/exemptions.csv"), place.path("in/feed/1")).unwrap();
    let run = place.ustap_ends(0, &["verify", "out", "--inputs", "in", "--recompute"]);
    assert_eq!(line(&run, "input operations.csv"), "holds", "by digest, not by name");
    for name in ["register.csv", "payments.csv", "limits.csv", "rejects.csv", "lines.csv", "totals"] {
        assert_eq!(line(&run, &format!("recomputed {name}")), "holds");
    }
    // A name and a folder as an archive made elsewhere may leave them.
    let folder = place.path("in").join(OsStr::from_bytes(b"\xcc\xe0\xf0\xf2"));
    fs::create_dir(&folder).unwrap();
    fs::rename(place.path("in/august.csv"), folder.join(OsStr::from_bytes(b"\xff.csv"))).unwrap();
    let run = place.ustap_ends(0, &["verify", "out", "--inputs", "in", "--recompute"]);
    assert_eq!(line(&run, "input operations.csv"), "holds");
}

/// A receipt that somebody has written anew, with a digest for it: what it says beside outputs and totals is compared too.
#[test]
fn what_a_receipt_says_of_its_inputs_and_options_is_recomputed() {
    let place = place();
    let receipt: serde_json::Value = serde_json::from_str(&place.read("out/receipt.json")).unwrap();
    for (key, value) in [
        ("/inputs/0/rows", 999.into()),
        ("/inputs/0/not_read", vec!["corrects_on"].into()),
        ("/rates/0/rows", 77.into()),
        ("/options/ignore_columns", vec!["x"].into()),
    ] {
        let mut changed = receipt.clone();
        *changed.pointer_mut(key).unwrap() = value;
        assert_ne!(changed, receipt, "{key}");
        place.write_receipt("out", &format!("{changed:#}\n"));
        let run = place.ustap_ends(1, &["verify", "out", "--inputs", "in", "--recompute"]);
        assert!(run.stdout.contains("receipt.json: DOES NOT HOLD: "), "{key}: {}", run.stdout);
    }
}

#[test]
#[ignore = "slow"]
fn a_flipped_bit_is_found_and_named() {
    let place = place();
    let mut random = Random::new();
    for (path, bytes) in place.whole("out") {
        let name = path.strip_prefix("out/").unwrap();
        let length = bytes.len() as u64;
        let anywhere: Vec<(u64, u64)> = (0..20).map(|_| (random.below(length), random.below(8))).collect();
        for (place_in_file, bit) in [&[(0, 0), (length - 1, 7)], &anywhere[..]].concat() {
            let mut flipped = bytes.clone();
            flipped[place_in_file as usize] ^= 1 << bit;
            fs::write(place.path(&path), &flipped).unwrap();
            let run = place.ustap_ends(1, &["verify", "out"]);
            let named = if name == "receipt.sha256" { "receipt.json" } else { name };
            assert!(line(&run, named).starts_with("DOES NOT HOLD"), "{name}, byte {place_in_file}\n{}", run.stdout);
        }
        fs::write(place.path(&path), &bytes).unwrap();
    }
    place.ustap_ends(0, &["verify", "out"]);
}

/// What is wrong with `receipt.sha256` is said as it is.
#[test]
fn a_digest_that_is_written_otherwise_is_not_that_of_another_text() {
    let place = place();
    let kept = place.read("out/receipt.sha256");
    let form = "receipt.sha256 does not have the line that was written, but the digest in it is that of the receipt";
    for (text, why) in [
        (kept.replace('\n', "\r\n"), form),
        (kept.trim_end().to_owned(), form),
        (format!("\u{feff}{kept}"), form),
        (kept.to_uppercase(), form),
        (String::new(), "receipt.sha256 is empty"),
        (sha256(b"x") + "  receipt.json\n", "receipt.sha256 does not have the digest of this receipt"),
    ] {
        place.write("out/receipt.sha256", text);
        let run = place.ustap_ends(1, &["verify", "out"]);
        assert_eq!(line(&run, "receipt.json"), format!("DOES NOT HOLD: {why}"));
        let run = place.ustap_ends(2, &["calculate", "in/operations.csv", "--after", "out", "--out", "next"]);
        assert!(run.stderr.contains(&format!("does not verify: {why}")), "{}", run.stderr);
    }
}

#[test]
fn missing_and_foreign_files_are_named() {
    let place = place();
    fs::remove_file(place.path("out/limits.csv")).unwrap();
    place.write("out/state/note.txt", "seen by me");
    let run = place.ustap_ends(1, &["verify", "out"]);
    assert_eq!(line(&run, "limits.csv"), "DOES NOT HOLD: is missing");
    assert_eq!(line(&run, "state/note.txt"), "DOES NOT HOLD: is not in the receipt");
    assert_eq!(line(&run, "register.csv"), "holds");
    // Nobody has typed such a name, which may be a person's.
    fs::rename(place.path("out/state/note.txt"), place.path("out/900101300811.csv")).unwrap();
    let run = place.ustap_ends(1, &["verify", "out"]);
    assert_eq!(line(&run, "9001****0811.csv"), "DOES NOT HOLD: is not in the receipt");
    assert!(run.stdout.contains("next: what does not hold is not what was calculated: take out from your copy"));
    // Where that is all, nothing is to be calculated again.
    place.ustap_ends(1, &["calculate", "in/operations.csv", "--out", "whole"]);
    place.write("whole/note.txt", "seen by me");
    let run = place.ustap_ends(1, &["verify", "whole"]);
    let next: Vec<&str> = run.stdout.lines().filter(|line| line.starts_with("next:")).collect();
    assert_eq!(next, ["next: what the receipt of whole does not name is no part of it: move it elsewhere"]);
    let run = place.ustap_ends(2, &["verify", "nowhere"]);
    assert!(run.stderr.starts_with("error: nowhere: cannot be read"), "{}", run.stderr);
    let run = place.ustap_ends(1, &["verify", "in"]);
    assert_eq!(line(&run, "receipt.json"), "DOES NOT HOLD: is missing");
}

/// Somebody who edits a register and writes a receipt for it is found by the sums.
#[test]
fn sums_are_checked_beside_digests() {
    let place = place();
    let register = place.read("out/register.csv");
    // СО of 1 000 000 stops at 7 × 85 000 = 595 000: 5 950.
    let edited = register.replace(",5950.00,", ",5951.00,");
    assert_ne!(edited, register);
    place.rewrite("out", "register.csv", edited.as_bytes());
    let run = place.ustap_ends(1, &["verify", "out"]);
    assert_eq!(line(&run, "register.csv"), "holds");
    assert!(
        line(&run, "sums").contains("the payments of a row and what it withholds differ: 35951.00 and 35950.00"),
        "{}",
        run.stdout
    );
    // What builds upon the run does not take it either.
    place.write("answer.csv", "iin,period,knp,amount\n");
    place.write("contractors.csv", "iin\n");
    for command in [
        &["reconcile", "--register", "out", "--answer", "answer.csv", "--out", "x"][..],
        &["advise", "out", "--contractors", "contractors.csv", "--out", "x"],
    ] {
        let run = place.ustap_ends(2, command);
        assert!(run.stderr.contains("what it withholds differ: 35951.00 and 35950.00"), "{}", run.stderr);
        assert!(run.stderr.ends_with("hint: a run's directory is a record and is never edited: run again\n"));
        assert!(!place.exists("x"));
    }
    let run = place.ustap_ends(1, &["verify", "out", "--inputs", "in", "--recompute"]);
    assert_eq!(line(&run, "recomputed register.csv"), "DOES NOT HOLD: comes out with other bytes");
    assert_eq!(line(&run, "recomputed lines.csv"), "holds");
    // Each line is to agree with itself too: a payout is no sum of the register, and 1 000 000 less 35 950 are 964 050.
    place.rewrite("out", "register.csv", register.as_bytes());
    let lines = place.read("out/lines.csv");
    for (old, new, why) in [
        (
            ",964050.00\n",
            ",964051.00\n",
            "the payout of a row and its income less what it withholds differ: 964051.00 and",
        ),
        (",5950.00,", ",5950.01,", "the payments of a row and what it withholds differ: 35950.01 and 35950.00"),
    ] {
        assert_eq!(lines.matches(old).count(), 1, "{lines}");
        place.rewrite("out", "lines.csv", lines.replace(old, new).as_bytes());
        let run = place.ustap_ends(1, &["verify", "out"]);
        assert!(line(&run, "sums").contains(why), "{}", run.stdout);
    }
}

/// Of 1 000 are 10 of each of four payments, of 2 000 are 20: what two persons' lines have of them is exchanged, with which
/// each line agrees with itself and all of them with the register. Its rows they do not.
#[test]
fn lines_come_to_the_rows_of_their_persons() {
    let place = Place::new();
    place
        .calculate(&format!("1,{A},2026-08-05,1000,\n2,900101300811,2026-08-05,2000,\n"), &["--lines", "--out", "out"]);
    let lines = place.read("out/lines.csv");
    let (less, more) = (",10.00,10.00,10.00,10.00,40.00,", ",20.00,20.00,20.00,20.00,80.00,");
    let less_of = |income: &str, payout: &str| format!("{income},0.00{less}{payout}");
    let more_of = |income: &str, payout: &str| format!("{income},0.00{more}{payout}");
    let edited = lines
        .replace(&less_of("1000.00", "960.00"), &more_of("1000.00", "920.00"))
        .replace(&more_of("2000.00", "1920.00"), &less_of("2000.00", "1960.00"));
    for (edited, why) in [
        (edited, "9001****0017, `self-employed`"),
        // A line of somebody else, and of another regime.
        (lines.replacen(A, "900101300811", 1), "9001****0017, `self-employed`"),
        (lines.replacen("self-employed", "entrepreneur", 1), "9001****0017, `self-employed`"),
    ] {
        assert_ne!(edited, lines);
        place.rewrite("out", "lines.csv", edited.as_bytes());
        let run = place.ustap_ends(1, &["verify", "out"]);
        assert!(line(&run, "sums").starts_with("DOES NOT HOLD: out/lines.csv:"), "{}", run.stdout);
        let of_row = format!("the lines of 2026-08, {why} do not come to their row of the register");
        assert!(line(&run, "sums").ends_with(&of_row), "{}", run.stdout);
    }
    place.rewrite("out", "lines.csv", lines.as_bytes());
    place.ustap_ends(0, &["verify", "out"]);
}

/// 100 000 of the entrepreneur stand in a row of their own, and all of the regime, 1 400 000, is above the limit of
/// 1 297 500: the one row below the limit is no part of the regime's income.
#[test]
fn a_month_that_is_over_the_limit_from_its_first_operation_holds() {
    let place = Place::new();
    let regimes = "entrepreneur,2026-08-01,2026-08-15\n{A},self-employed,2026-08-16,".replace("{A}", A);
    place.write("contractors.csv", format!("iin,regime,regime_from,regime_to\n{A},{regimes}\n"));
    let rows = format!("1,{A},2026-08-05,100000,\n2,{A},2026-08-20,1400000,\n");
    place.calculate(&rows, &["--contractors", "contractors.csv", "--over-limit", "stop", "--out", "stop"]);
    assert!(place.read("stop/limits.csv").contains(&format!("{A},2026-08,1400000.00,1297500.00,")));
    place.ustap_ends(0, &["verify", "stop"]);
}

/// By own tables that exempt from ИПН: +1 000, and −500 on an exempt day, are a base of 1 000 and an income of 500.
#[test]
fn a_base_above_the_income_holds_where_the_exempt_part_is_below_zero() {
    let place = Place::new();
    place.ustap_ends(0, &["rates", "export", "rates"]);
    let tables = place.read("rates/exemptions.toml");
    let at = tables.find("category = \"pension-age\"").unwrap();
    let (before, of_category) = tables.split_at(at);
    let payments = of_category.find("payments = [").unwrap();
    let end = payments + of_category[payments..].find(']').unwrap();
    let changed = format!("{before}{}payments = [\"ipn\"{}", &of_category[..payments], &of_category[end..]);
    place.write("rates/exemptions.toml", changed);
    place.write("exemptions.csv", format!("iin,category,valid_from\n{A},pension-age,2026-08-15\n"));
    let own = ["--exemptions", "exemptions.csv", "--rates", "rates", "--out", "own"];
    place.calculate(&format!("1,{A},2026-08-05,1000,\n2,{A},2026-08-20,-500,\n"), &own);
    let register = place.read("own/register.csv");
    assert_eq!(crate::program::rows(&register)[0]["ipn_base"], "1000.00");
    place.ustap_ends(0, &["verify", "own"]);
}

/// A key that is missing, unknown or of another kind is named, and nothing is taken for nothing.
#[test]
fn what_is_no_receipts_is_named() {
    let place = place();
    let receipt = place.read("out/receipt.json");
    place.write("answer.csv", "iin,period,knp,amount\n");
    place.write("contractors.csv", "iin\n");
    let bytes = format!("\"bytes\": {}", fs::metadata(place.path("in/exemptions.csv")).unwrap().len());
    for (old, new, named) in [
        (bytes.as_str(), "\"bytes\": \"many\"", "string \"many\""),
        (
            "\"name\": \"exemptions.csv\"",
            "\"name\": \"../exemptions.csv\"",
            "`../exemptions.csv` leads out of the directory",
        ),
        ("\"inputs\": [", "\"inputs\": [7,", "integer `7`"),
        ("\"inputs\": [", "\"imputs\": [", "the key `imputs` is unknown (line "),
        ("\"not_read\"", "\"unread\"", "the key `unread` is unknown (line "),
        ("\"kind\": \"exemptions\"", "\"kind\": \"exemption\"", "`exemption` is no kind of file"),
        ("\"known_on\": \"2026-08-21\",", "", "the key `known_on` is missing (line "),
        ("\"over_limit\": \"cap\"", "\"over_limit\": \"caps\"", "`caps` is no reading of the limit"),
        ("\"previous\": [],", "", "the key `previous` is missing (line "),
        ("\"program\": \"ustap\"", "\"program\": \"other\"", "it is of the program `other`"),
        ("\"options\": {", "\"command\": \"calculated\", \"options\": {", "there is no command `calculated`"),
    ] {
        assert!(receipt.contains(old), "{old}");
        place.write_receipt("out", &receipt.replace(old, new));
        let run = place.ustap_ends(1, &["verify", "out", "--inputs", "in"]);
        let verdict = line(&run, "receipt.json");
        assert!(verdict.starts_with("DOES NOT HOLD: is no receipt: ") && verdict.contains(named), "{named}: {verdict}");
        for command in [
            &["reconcile", "--register", "out", "--answer", "answer.csv", "--out", "x"][..],
            &["advise", "out", "--contractors", "contractors.csv", "--out", "x"],
        ] {
            let run = place.ustap_ends(2, command);
            assert!(run.stderr.starts_with("error: out/receipt.json: is no receipt: "), "{}", run.stderr);
            assert!(run.stderr.contains(named), "{named}: {}", run.stderr);
        }
    }
}

/// In the reader's language, with the place: `{"later":1` has 10 characters, and what is missing or stands twice is told where
/// the object ends or the second one does.
#[test]
fn a_key_is_named_in_the_language_of_the_reader() {
    let place = place();
    let receipt: serde_json::Value = serde_json::from_str(&place.read("out/receipt.json")).unwrap();
    let text = receipt.to_string();
    let later = text.replacen('{', "{\"later\":1,", 1);
    let twice = text.replacen('{', "{\"version\":\"\",", 1);
    let missing = text.replacen(&format!(",\"version\":{}", receipt["version"]), "", 1);
    let at = twice.rfind("\"version\"").unwrap() + "\"version\"".len();
    let end = missing.len();
    for (edited, en, ru, kk) in [
        (
            later,
            "the key `later` is unknown (line 1, column 8)".to_owned(),
            "неизвестный ключ `later` (строка 1, позиция 8)".to_owned(),
            "белгісіз кілт `later` (1-жол, 8-орын)".to_owned(),
        ),
        (
            twice,
            format!("the key `version` stands twice (line 1, column {at})"),
            format!("ключ `version` стоит дважды (строка 1, позиция {at})"),
            format!("`version` кілті екі рет тұр (1-жол, {at}-орын)"),
        ),
        (
            missing,
            format!("the key `version` is missing (line 1, column {end})"),
            format!("нет ключа `version` (строка 1, позиция {end})"),
            format!("`version` кілті жоқ (1-жол, {end}-орын)"),
        ),
    ] {
        place.write_receipt("out", &edited);
        for (lang, told) in [("en", en), ("ru", ru), ("kk", kk)] {
            let run = place.ustap_ends(1, &["verify", "out", "--lang", lang]);
            assert!(run.stdout.lines().any(|line| line.ends_with(&told)), "{told}: {}", run.stdout);
        }
    }
}

/// Of a receipt that another version has written nobody can say here that it was changed.
#[test]
fn a_receipt_of_another_version_asks_for_that() {
    let place = place();
    let receipt = place.read("out/receipt.json").replacen("\"inputs\"", "\"later\": 1, \"inputs\"", 1);
    let own = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    assert!(receipt.contains(&own));
    let changed = "next: what does not hold is not what was calculated: take out from your copy";
    let later =
        "next: version 99.1.0 of the program has written the receipt of out, in which there is what this one does not";
    for (version, next) in [(own.as_str(), changed), ("\"version\": \"99.1.0\"", later)] {
        place.write_receipt("out", &receipt.replace(&own, version));
        let run = place.ustap_ends(1, &["verify", "out"]);
        assert!(line(&run, "receipt.json").starts_with("DOES NOT HOLD: is no receipt: the key `later` is unknown"));
        assert!(run.stdout.contains(next), "{}", run.stdout);
    }
}

/// A state that was cut, with a receipt for what is left of it, is damaged, and no defect of the program.
#[test]
fn a_cut_state_is_damaged() {
    let place = place();
    fs::remove_dir_all(place.path("out")).unwrap();
    place.ustap_ends(1, &["calculate", "in/operations.csv", "--keep", "--out", "out"]);
    place.write("next.csv", format!("{OPERATIONS}z,900101300017,2026-08-07,1,\n"));
    let receipt = place.read("out/receipt.json");
    for name in ["state/months.bin", "state/operations.bin"] {
        let bytes = fs::read(place.path(&format!("out/{name}"))).unwrap();
        for left in [0, 1, bytes.len() - 1] {
            place.write(&format!("out/{name}"), &bytes[..left]);
            let mut json: serde_json::Value = serde_json::from_str(&receipt).unwrap();
            let outputs = json["outputs"].as_array_mut().unwrap();
            let output = outputs.iter_mut().find(|output| output["name"] == name).unwrap();
            output["bytes"] = left.into();
            output["sha256"] = sha256(&bytes[..left]).into();
            place.write_receipt("out", &json.to_string());
            let run = place.ustap_ends(2, &["calculate", "next.csv", "--after", "out", "--out", "next"]);
            let message =
                if run.stderr.contains("the state is damaged") { "error: out: " } else { "error: out/state/" };
            assert!(run.stderr.starts_with(message) && !run.stderr.contains("defect"), "{name} {left}: {}", run.stderr);
            assert!(run.stderr.ends_with("run again with --keep\n"), "{name} {left}: {}", run.stderr);
        }
        place.write(&format!("out/{name}"), bytes);
    }
    place.write_receipt("out", &receipt);
    place.ustap_ends(0, &["calculate", "next.csv", "--after", "out", "--out", "next"]);
}

/// Values without their keys are those of nobody's receipt, though a reader may guess which is which.
#[test]
fn a_receipt_without_keys_makes_no_receipt() {
    let place = place();
    let receipt: serde_json::Value = serde_json::from_str(&place.read("out/receipt.json")).unwrap();
    for key in ["/options", "/outputs/0", "/inputs/1", "/rates/0", "/totals"] {
        let mut bare = receipt.clone();
        let of_key = bare.pointer_mut(key).unwrap();
        *of_key = of_key.as_object().unwrap().values().cloned().collect();
        place.write_receipt("out", &format!("{bare:#}\n"));
        let run = place.ustap_ends(1, &["verify", "out"]);
        assert!(run.stdout.starts_with("receipt.json: DOES NOT HOLD: "), "{key}: {}", run.stdout);
    }
    place.write_receipt("out", &format!("{receipt:#}\n"));
    place.ustap_ends(0, &["verify", "out"]);
}

/// What stands twice in a receipt is said in the reader's language.
#[test]
fn an_output_that_stands_twice_makes_no_receipt() {
    let place = place();
    let mut receipt: serde_json::Value = serde_json::from_str(&place.read("out/receipt.json")).unwrap();
    let outputs = receipt["outputs"].as_array_mut().unwrap();
    outputs.push(outputs[0].clone());
    place.write_receipt("out", &receipt.to_string());
    for (language, said) in [("en", "stands in it twice"), ("ru", "стоит в ней дважды"), ("kk", "онда екі рет тұр")]
    {
        let run = place.ustap_ends(1, &["verify", "out", "--lang", language]);
        assert!(run.stdout.contains(said), "{}", run.stdout);
    }
}

/// What was taken out of directory and receipt is missed when the run is made again.
#[test]
fn an_output_that_the_receipt_leaves_out_does_not_hold() {
    let place = place();
    let mut receipt: serde_json::Value = serde_json::from_str(&place.read("out/receipt.json")).unwrap();
    receipt["outputs"].as_array_mut().unwrap().retain(|output| output["name"] != "rejects.csv");
    fs::remove_file(place.path("out/rejects.csv")).unwrap();
    place.write_receipt("out", &format!("{receipt:#}\n"));
    let run = place.ustap_ends(1, &["verify", "out", "--inputs", "in", "--recompute"]);
    let expected = "DOES NOT HOLD: comes out, and the receipt does not have it";
    assert_eq!(line(&run, "recomputed rejects.csv"), expected);
    assert_eq!(line(&run, "recomputed register.csv"), "holds");
}

#[test]
fn recomputing_needs_the_inputs_and_the_rates_of_the_run() {
    let place = place();
    place.ustap_ends(0, &["rates", "export", "rates"]);
    let table = place.read("rates/rounding.toml");
    place.write("rates/rounding.toml", format!("# Ours.\n{table}"));
    let calculate = ["calculate", "in/operations.csv", "--rates", "rates", "--out", "ours"];
    place.ustap_ends(1, &calculate);
    let verify = ["verify", "ours", "--inputs", "in", "--recompute"];
    let run = place.ustap_ends(1, &verify);
    assert!(line(&run, "recomputed").contains("the run had another table rounding.toml"), "{}", run.stdout);
    assert!(line(&run, "next").contains("--rates DIR") && !run.stdout.contains("copy"), "{}", run.stdout);
    let made_by = concat!("`ustap rates export DIR` of version ", env!("CARGO_PKG_VERSION"));
    assert!(line(&run, "next").contains(made_by), "{}", run.stdout);
    let run = place.ustap_ends(0, &[&verify[..], &["--rates", "rates"]].concat());
    assert_eq!(line(&run, "recomputed register.csv"), "holds");
    fs::remove_file(place.path("in/operations.csv")).unwrap();
    let run = place.ustap_ends(1, &["verify", "out", "--inputs", "in", "--recompute"]);
    assert!(line(&run, "input operations.csv").starts_with("not checked"), "{}", run.stdout);
    assert_eq!(line(&run, "recomputed"), "not checked: cannot be done without the input operations.csv");
    assert!(line(&run, "next").contains("--inputs DIR"), "{}", run.stdout);
}

#[test]
fn an_input_that_cannot_be_read_is_told_and_not_called_missing() {
    let place = place();
    fs::remove_file(place.path("in/operations.csv")).unwrap();
    // The system follows a link to itself for nobody.
    symlink("operations.csv", place.path("in/operations.csv")).unwrap();
    let run = place.ustap_ends(0, &["verify", "out", "--inputs", "in"]);
    let told = line(&run, "input operations.csv");
    assert!(told.starts_with("not checked: in/operations.csv cannot be read: Too many levels"), "{told}");
    assert_eq!(line(&run, "input exemptions.csv"), "holds");
    // A link to a directory is not followed, for it may lead round in a circle, and that is said.
    symlink(".", place.path("in/linked")).unwrap();
    let run = place.ustap_ends(0, &["verify", "out", "--inputs", "in"]);
    assert_eq!(line(&run, "in/linked/"), "not checked: cannot be read: a link to a directory is not followed");
    // Without it nothing could be calculated again.
    assert!(run.stdout.contains("next: repeat with --inputs DIR, the directory with the files"), "{}", run.stdout);
    assert!(!run.stdout.contains("--recompute"), "{}", run.stdout);
    fs::rename(place.path("in/linked"), place.path("in/900101300811")).unwrap();
    symlink("900101300017.csv", place.path("in/900101300017.csv")).unwrap();
    let run = place.ustap_ends(0, &["verify", "out", "--inputs", "in"]);
    assert!(line(&run, "in/9001****0811/").starts_with("not checked: cannot be read: a link"), "{}", run.stdout);
    let told = line(&run, "input operations.csv");
    assert!(told.starts_with("not checked: in/9001****0017.csv cannot be read: Too many levels"), "{told}");
}

#[test]
fn only_a_calculation_can_be_recomputed() {
    let place = place();
    place.write("names.csv", "iin,surname,given_name,birth_date\n");
    let lists = ["lists", "out", "--contractors", "names.csv", "--payment", "opv", "--format", "csv", "--out", "lists"];
    place.ustap_ends(1, &lists);
    let run = place.ustap_ends(0, &["verify", "lists"]);
    assert!(!run.stdout.contains("--recompute"), "{}", run.stdout);
    let run = place.ustap_ends(2, &["verify", "lists", "--inputs", "in", "--recompute"]);
    assert!(run.stderr.starts_with("error: only a directory of `ustap calculate` can be recomputed"), "{}", run.stderr);
    assert!(run.stdout.is_empty(), "{}", run.stdout);
}

/// What file managers and office programs leave where somebody only looks is no part of a run; anything else is.
#[test]
fn what_looking_leaves_is_not_looked_at() {
    let place = place();
    for name in [".DS_Store", "Thumbs.db", "desktop.ini", ".~lock.register.csv#"] {
        place.write(&format!("out/{name}"), "left");
        place.write(&format!("out/state/{name}"), "left");
    }
    let run = place.ustap_ends(0, &["verify", "out", "--inputs", "in", "--recompute"]);
    assert!(!run.stdout.contains("DS_Store") && !run.stdout.contains("lock"), "{}", run.stdout);
    place.write("out/.~lock.register.csv", "no lock");
    place.write("out/mine/.DS_Store", "left");
    let run = place.ustap_ends(1, &["verify", "out"]);
    assert_eq!(line(&run, ".~lock.register.csv"), "DOES NOT HOLD: is not in the receipt");
    assert_eq!(line(&run, "mine/"), "DOES NOT HOLD: is not in the receipt");
}

/// A receipt of `calculate` that has lost its totals, or part of them, does not verify by having none.
#[test]
fn a_receipt_without_totals_does_not_hold() {
    let place = place();
    let receipt: serde_json::Value = serde_json::from_str(&place.read("out/receipt.json")).unwrap();
    let refused = |forged: &serde_json::Value, named: &str| {
        place.write_receipt("out", &forged.to_string());
        let run = place.ustap_ends(1, &["verify", "out"]);
        let verdict = line(&run, "receipt.json");
        assert!(verdict.starts_with("DOES NOT HOLD: is no receipt: ") && verdict.contains(named), "{named}: {verdict}");
    };
    for (totals, named) in [
        (serde_json::json!(null), "null"),
        (0.into(), "integer `0`"),
        ("x".into(), "string \"x\""),
        (serde_json::json!([]), "length 0"),
        (serde_json::json!({}), "the key `operations` is missing"),
    ] {
        let mut forged = receipt.clone();
        forged["totals"] = totals;
        refused(&forged, named);
    }
    let mut forged = receipt.clone();
    forged["totals"].as_object_mut().unwrap().remove("accepted");
    refused(&forged, "the key `accepted` is missing");
    // An amount is a text.
    let mut forged = receipt.clone();
    forged["totals"]["income"] = 1.into();
    refused(&forged, "integer `1`");
    // The register adds up to nothing by calling itself something else either.
    let mut forged = receipt.clone();
    forged["command"] = "lists".into();
    refused(&forged, "` is unknown");
    forged["command"] = "correct".into();
    forged["options"] = serde_json::json!({});
    let none = serde_json::json!({ "ipn": "0.00", "opv": "0.00", "opvr": "0.00", "so": "0.00", "vosms": "0.00" });
    forged["totals"] =
        serde_json::json!({ "corrections": 0, "persons": 0, "before": none, "after": none, "delta": none });
    place.write_receipt("out", &forged.to_string());
    let run = place.ustap_ends(1, &["verify", "out"]);
    assert!(line(&run, "sums").starts_with("DOES NOT HOLD: "), "{}", run.stdout);
}

/// A name out of a receipt neither moves the terminal nor makes a line of its own.
#[test]
fn names_out_of_a_receipt_are_shown_without_control_characters() {
    let place = place();
    let mut receipt: serde_json::Value = serde_json::from_str(&place.read("out/receipt.json")).unwrap();
    receipt["outputs"][0]["name"] = "x\u{1b}[31mred\nregister.csv: holds".into();
    receipt["inputs"][0]["name"] = "in\u{9b}2J\u{7}put".into();
    place.write_receipt("out", &receipt.to_string());
    let run = place.ustap_ends(1, &["verify", "out"]);
    assert!(run.stdout.chars().all(|letter| letter == '\n' || !letter.is_control()), "{:?}", run.stdout);
    assert_eq!(line(&run, "x\\u{1b}[31mred\\nregister.csv: holds"), "DOES NOT HOLD: is missing");
    assert_eq!(line(&run, "register.csv"), "DOES NOT HOLD: is not in the receipt");
    assert!(line(&run, "input in\\u{9b}2J\\u{7}put").starts_with("not checked"), "{}", run.stdout);
}

/// The rows of a register stand by month and person: commands that add them up say where they do not, as those that match
/// them do.
#[test]
fn a_register_out_of_order_does_not_hold() {
    let place = place();
    let register = place.read("out/register.csv");
    let (header, rows) = register.split_once('\n').unwrap();
    let turned: Vec<&str> = rows.lines().rev().collect();
    place.rewrite("out", "register.csv", format!("{header}\n{}\n", turned.join("\n")).as_bytes());
    let message = "register.csv:3: stands out of order";
    let run = place.ustap_ends(1, &["verify", "out"]);
    assert!(line(&run, "sums").contains(message), "{}", run.stdout);
    place.write("contractors.csv", "iin,surname,given_name\n");
    for command in [&["advise"][..], &["lists", "--payment", "all", "--format", "csv"]] {
        let of = ["out", "--contractors", "contractors.csv", "--out", "none"];
        let run = place.ustap_ends(2, &[command, &of].concat());
        assert!(run.stderr.contains(message), "{command:?}: {}", run.stderr);
    }
}
