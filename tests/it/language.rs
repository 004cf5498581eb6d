//! The language of files: `--lang` alone decides it, and the receipt says which it was.

use std::collections::BTreeMap;

use crate::program::Place;

/// Bad rows and good ones, whose reasons have values and whose message is another in each language.
const ROWS: &str = "a,900101300017,2026-08-05,1000,\nb,90010130001,2026-08-05,1000,\nc,900101300017,2027-01-01,5,\n\
                    d,900101300017,2026-08-05,1e3,\ne,900101300811,2026-08-05,7,2026-08-06\na,900101300017,2026-08-05,1000,\n";

fn message(place: &Place, dir: &str) -> String {
    // The ИИН of 11 digits.
    let rejects = place.read(&format!("{dir}/rejects.csv"));
    rejects.lines().nth(1).unwrap().split_once("90010130001,").unwrap().1.to_owned()
}

/// Every file below a directory, by its name in it.
fn files(place: &Place, dir: &str) -> BTreeMap<String, Vec<u8>> {
    let below = |(name, bytes): (String, Vec<u8>)| (name[dir.len()..].to_owned(), bytes);
    place.whole(dir).into_iter().map(below).collect()
}

fn options(place: &Place, dir: &str) -> serde_json::Value {
    let receipt: serde_json::Value = serde_json::from_str(&place.read(&format!("{dir}/receipt.json"))).unwrap();
    receipt["options"].clone()
}

#[test]
fn no_environment_bears_on_a_byte_of_a_file() {
    let place = Place::new();
    place.calculate(ROWS, &["--lines", "--keep", "--out", "en"]);
    let english = files(&place, "en");
    assert!(english.len() > 5, "{:?}", english.keys());
    for (number, variables) in [
        &[("LC_ALL", "ru_RU.UTF-8"), ("USTAP_LANG", "")][..],
        &[("USTAP_LANG", "kk")],
        &[("USTAP_LANG", "ru"), ("LANG", "kk_KZ.UTF-8"), ("TZ", "Asia/Tokyo")],
    ]
    .into_iter()
    .enumerate()
    {
        let out = format!("out{number}");
        let mut command = place.command(&["calculate", "operations.csv", "--lines", "--keep", "--out", &out]);
        let output = command.envs(variables.iter().copied()).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{variables:?}");
        // The terminal follows them.
        let told = String::from_utf8(output.stdout).unwrap();
        assert!(told.contains("--restore-zeros") && !told.contains("Are zeros"), "{told}");
        assert!(files(&place, &out) == english, "{variables:?}");
    }
}

#[test]
fn an_unknown_language_ends_the_run() {
    let place = Place::new();
    place.calculate(ROWS, &["--check"]);
    let mut command = place.command(&["calculate", "operations.csv", "--out", "out"]);
    let output = command.env("USTAP_LANG", "de").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    // Nor is one that is no text left aside.
    use std::os::unix::ffi::OsStrExt;
    let output = command.env("USTAP_LANG", std::ffi::OsStr::from_bytes(b"\xff")).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(!place.exists("out"));
    place.ustap_ends(2, &["calculate", "operations.csv", "--out", "out", "--lang", "de"]);
}

#[test]
fn the_language_that_is_asked_for_is_of_messages_and_in_the_receipt() {
    let place = Place::new();
    for (lang, expected) in [
        ("en", "The ИИН has 11 digits and needs 12."),
        ("ru", "\"В ИИН 11 цифр, а нужно 12.\""),
        ("kk", "\"ЖСН-де 11 цифр бар, ал 12 керек.\""),
    ] {
        place.calculate(ROWS, &["--lang", lang, "--out", lang]);
        assert_eq!(message(&place, lang), expected);
        assert_eq!(options(&place, lang)["lang"], lang);
        // Everything else is as it is in English.
        for file in ["register.csv", "payments.csv", "limits.csv"] {
            assert_eq!(place.read(&format!("{lang}/{file}")), place.read(&format!("en/{file}")), "{lang}");
        }
        let run = place.ustap_ends(0, &["verify", lang, "--inputs", ".", "--recompute"]);
        assert!(run.stdout.contains("recomputed rejects.csv"), "{}", run.stdout);
    }
}

/// Neither the memory nor the threads, by which reasons are held and sorted.
#[test]
#[ignore = "slow"]
fn messages_are_the_same_in_any_memory_and_on_any_number_of_threads() {
    let place = Place::new();
    // More distinct reasons than sentences are held.
    let bad = |row: u32| format!("i{row},{},2026-08-05,1000,\n", "9".repeat(13 + row as usize));
    let rows: String = (0..5000).map(bad).collect::<String>() + &ROWS.repeat(500);
    place.calculate(&rows, &["--lang", "ru", "--threads", "1", "--out", "one"]);
    let one = place.read("one/rejects.csv");
    assert!(one.contains("В ИИН 5012 цифр, а нужно 12."));
    place.calculate(&rows, &["--lang", "ru", "--threads", "4", "--memory", "16MiB", "--out", "four"]);
    assert!(one == place.read("four/rejects.csv"));
}

#[test]
fn an_older_receipt_that_names_no_language_is_of_an_english_run() {
    let place = Place::new();
    place.calculate(ROWS, &["--out", "out"]);
    let receipt = place.read("out/receipt.json");
    let older = receipt.replace(",\n    \"lang\": \"en\"", "");
    assert!(older.len() < receipt.len());
    place.write_receipt("out", &older);
    let run = place.ustap_ends(0, &["verify", "out", "--inputs", ".", "--recompute"]);
    assert!(run.stdout.contains("recomputed rejects.csv"), "{}", run.stdout);
}

#[test]
fn other_commands_word_their_rejected_rows_in_the_language_too() {
    let place = Place::new();
    place.calculate("a,900101300017,2026-08-05,1000,\n", &["--out", "run"]);
    place.write("answer.csv", "iin,period,knp,amount\n90010130001,2026-08,010,10\n");
    for (lang, expected, todo) in [
        ("en", "The ИИН has 11 digits and needs 12.", "Are zeros in front of the ИИН lost?"),
        ("kk", "\"ЖСН-де 11 цифр бар, ал 12 керек.\"", "ЖСН басындағы нөлдер жоғалған ба?"),
    ] {
        let run = place.ustap_ends(
            1,
            &["reconcile", "--register", "run", "--answer", "answer.csv", "--lang", lang, "--out", lang],
        );
        assert_eq!(message(&place, lang), expected);
        assert_eq!(options(&place, lang)["lang"], lang);
        assert!(run.stdout.contains(todo), "{}", run.stdout);
    }
    place.write("names.csv", "iin,surname\n90010130001,Ли\n");
    for (lang, expected) in [("", "The ИИН has 11 digits and needs 12."), ("ru", "\"В ИИН 11 цифр, а нужно 12.\"")]
    {
        let out = format!("lists-{lang}");
        let arguments =
            ["lists", "run", "--contractors", "names.csv", "--payment", "so", "--format", "csv", "--out", &out];
        let asked = if lang.is_empty() { vec![] } else { vec!["--lang", lang] };
        place.ustap_ends(1, &[&arguments[..], &asked].concat());
        assert_eq!(message(&place, &out), expected);
    }
    assert_eq!(
        (options(&place, "lists-")["lang"].as_str(), options(&place, "lists-")["sentences"].as_str()),
        (Some("ru"), Some("en"))
    );
    assert_eq!(options(&place, "lists-ru")["sentences"], "ru");
}
