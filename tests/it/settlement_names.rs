//! Names that may not be what somebody meant to write: told beside the lists, kept from banks, never changed.

use std::fs;

use crate::program::{Place, Run};

const PERSON: &str = "900101300017";
const HEADER: &str = "iin,surname,given_name,patronymic,birth_date";

/// A run of one person with 3 000.00 of each payment in two months.
fn place_with_run() -> Place {
    place_of(&format!("1,{PERSON},2026-07-05,300000,\n2,{PERSON},2026-08-05,300000,\n"))
}

fn place_of(operations: &str) -> Place {
    let place = Place::new();
    place.calculate(operations, &["--out", "run"]);
    let payer = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/settlement/payer.toml");
    place.write("payer.toml", fs::read(payer).unwrap());
    place
}

fn lists(place: &Place, contractors: impl AsRef<[u8]>, format: &str, more: &[&str]) -> Run {
    place.write("contractors.csv", contractors);
    if place.exists("out") {
        fs::remove_dir_all(place.path("out")).unwrap();
    }
    let mut arguments = vec!["lists", "run", "--contractors", "contractors.csv", "--payment", "all"];
    arguments.extend(["--format", format, "--out", "out"]);
    if format == "mt102" {
        arguments.extend(["--payer", "payer.toml", "--date", "2026-09-21"]);
    }
    arguments.extend(more);
    place.ustap(&arguments)
}

/// The rows of `doubts.csv`, and what is missing in `unlisted.csv` of СО of August.
fn doubted(place: &Place, rows: &str, format: &str) -> (Vec<String>, Option<String>) {
    let run = lists(place, format!("{HEADER}\n{rows}"), format, &[]);
    assert!(matches!(run.status, Some(0 | 1)), "{}", run.stderr);
    let doubts = place.read("out/doubts.csv");
    assert_eq!(doubts.lines().next(), Some("iin,column,value,doubt"));
    let doubts: Vec<String> = doubts.lines().skip(1).map(str::to_owned).collect();
    let unlisted = place.read("out/unlisted.csv");
    let missing = unlisted
        .lines()
        .find_map(|row| row.strip_prefix(&format!("{PERSON},2026-08,so,012,3000.00,")).map(str::to_owned));
    let is_found = !doubts.is_empty() || missing.is_some() || format == "mt102";
    assert_eq!(run.status, Some(i32::from(is_found)), "{}", run.stdout);
    (doubts, missing)
}

/// Field case 14: each is listed as it stands, and told once for all months and payments, sorted by column and doubt.
#[test]
fn doubts_are_told_and_change_nothing() {
    let place = place_with_run();
    let row = |column: &str, value: &str, doubt: &str| format!("{PERSON},{column},{value},{doubt}");
    assert_eq!(doubted(&place, &format!("{PERSON},Әубәкір,Қайрат,Үмітұлы,1990-01-01\n"), "csv"), (vec![], None));
    let rows = format!("{PERSON},Ocпан,?йрат,Оспан1\u{200b},1899-12-31\n");
    let expected = vec![
        row("birth_date", "1899-12-31", "birth-date-before-1900"),
        row("given_name", "?йрат", "question-mark"),
        row("patronymic", "Оспан1\u{200b}", "digits"),
        row("patronymic", "Оспан1\u{200b}", "invisible"),
        row("surname", "Ocпан", "mixed-scripts"),
    ];
    assert_eq!(doubted(&place, &rows, "csv"), (expected.clone(), None));
    let list = place.read("out/so-2026-08.csv");
    assert!(list.contains("Ocпан,?йрат,Оспан1\u{200b},1899-12-31,"), "{list}");
    // A bank refuses the question mark, the digit and what nobody sees.
    assert_eq!(doubted(&place, &rows, "mt102"), (expected, Some("name-not-fit".to_owned())));
    assert!(!place.exists("out/so-2026-08.txt"));
    assert_eq!(
        doubted(&place, &format!("{PERSON},Иванов(а),Иван,,\n"), "mt102"),
        (vec![], Some("name-not-fit".to_owned()))
    );
    assert_eq!(doubted(&place, &format!("{PERSON},Иванов(а),Иван,,\n"), "csv"), (vec![], None));
    // The profile's names have at most 60 letters.
    for (letters, missing) in [(60, None), (61, Some("name-not-fit".to_owned()))] {
        let long = "А".repeat(letters);
        for row in [format!("{PERSON},{long},Иван,,\n"), format!("{PERSON},Иванов,Иван,{long},\n")] {
            assert_eq!(doubted(&place, &row, "mt102"), (vec![], missing.clone()));
            assert_eq!(doubted(&place, &row, "csv"), (vec![], None));
        }
    }
    // A doubt that a bank takes: letters of two scripts.
    let mixed = vec![row("surname", "Ocпан", "mixed-scripts")];
    assert_eq!(doubted(&place, &format!("{PERSON},Ocпан,Иван,,\n"), "mt102"), (mixed, None));
    assert!(place.read("out/so-2026-08.txt").contains("/FM/Ocпан"));
    // Who cannot be named is on no list: nothing is doubted.
    assert_eq!(doubted(&place, &format!("{PERSON},?,,,\n"), "csv"), (vec![], Some("given_name".to_owned())));
}

/// Whose name is too long for the bank is kept off its list alone: 3 000.00 of Ким are paid.
#[test]
fn a_name_that_is_too_long_for_the_bank_keeps_nobody_else_off() {
    let place = place_of(&format!("1,{PERSON},2026-08-05,300000,\n2,900101300811,2026-08-05,300000,\n"));
    let long = "А".repeat(61);
    let rows = format!("{HEADER}\n{PERSON},{long},Иван,,\n900101300811,Ким,Ен,,\n");
    let run = lists(&place, rows, "mt102", &[]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    let order = place.read("out/so-2026-08.txt");
    assert!(order.contains("/FM/Ким") && order.contains(":32A:260921KZT3000,00") && !order.contains(&long), "{order}");
    assert!(place.read("out/unlisted.csv").contains(&format!("{PERSON},2026-08,so,012,3000.00,name-not-fit\n")));
}

/// Field cases 12 and 13: KZ-1048, and UTF-8, read as windows-1251.
#[test]
fn names_in_the_wrong_encoding_do_not_go_to_the_bank() {
    let place = place_with_run();
    let header = HEADER.as_bytes();
    // Әубәкір;Қайрат in KZ-1048: Ә A3, ә BC, Қ 8D, і B3.
    let kz1048 = b"\xa3\xf3\xe1\xbc\xea\xb3\xf0,\x8d\xe0\xe9\xf0\xe0\xf2";
    let of = |names: &[u8]| [header, b"\n900101300017,", names, b",,1990-01-01\n"].concat();
    let more = ["--contractors-encoding", "windows-1251"];
    for (names, shown) in [(of(kz1048), ["Ќайрат", "Јубјкір"]), (of("Ли,Алиева".as_bytes()), ["РђР»РёРµРІР°", "Р›Рё"])]
    {
        let run = lists(&place, &names, "mt102", &more);
        assert_eq!(run.status, Some(1), "{}", run.stderr);
        assert!(!place.exists("out/so-2026-08.txt"));
        let expected = format!(
            "iin,column,value,doubt\n{PERSON},given_name,{},wrong-encoding\n{PERSON},surname,{},wrong-encoding\n",
            shown[0], shown[1]
        );
        assert_eq!(place.read("out/doubts.csv"), expected);
    }
}

/// Birth dates that contradict each other are a doubt, in whatever order they stand; by law a list needs none.
#[test]
fn birth_dates_that_contradict_each_other_are_doubted() {
    let place = place_with_run();
    let (one, other) = (format!("{PERSON},Иванов,Иван,,1990-01-01\n"), format!("{PERSON},Иванов,Иван,,1990-01-02\n"));
    let expected = vec![format!("{PERSON},birth_date,1990-01-01,birth-date-contradicts")];
    assert_eq!(doubted(&place, &(one.clone() + &other), "csv"), (expected.clone(), None));
    assert_eq!(doubted(&place, &(other + &one), "csv"), (expected, None));
    // Without one: listed, and no /DT/ in MT-102.
    let without = format!("{PERSON},Иванов,Иван,,\n");
    assert_eq!(doubted(&place, &without, "csv"), (vec![], None));
    assert!(place.read("out/so-2026-08.csv").contains(",Иванов,Иван,,,2026-08,"));
    assert_eq!(doubted(&place, &without, "mt102"), (vec![], None));
    assert!(!place.read("out/so-2026-08.txt").contains("/DT/"));
    // A bank that wants it says so in the profile.
    place.ustap_ends(0, &["rates", "export", "rates"]);
    let profile =
        place.read("rates/settlement/mt102.toml").replace("birth_date = \"optional\"", "birth_date = \"required\"");
    place.write("rates/settlement/mt102.toml", profile);
    let run = lists(&place, format!("{HEADER}\n{without}"), "mt102", &["--rates", "rates"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    assert!(place.read("out/unlisted.csv").contains(&format!("{PERSON},2026-08,so,012,3000.00,birth_date\n")));
}
