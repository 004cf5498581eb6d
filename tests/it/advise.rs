//! `ustap advise`: what to look at before the money goes.

use crate::program::{OPERATIONS, Place};

/// Born in 1960: of pension age and before 1975. The run has both categories in its notes, and says so where no file does;
/// a file that has only one of them is believed.
#[test]
fn what_the_run_has_as_exempt_is_not_called_missing() {
    let place = Place::new();
    let iin = "900101300017";
    place.write("operations.csv", format!("{OPERATIONS}1,{iin},2026-08-05,1000,\n"));
    place.write("both.csv", format!("iin,category\n{iin},born-before-1975\n{iin},pension-age\n"));
    place.write("one.csv", format!("iin,category\n{iin},pension-age\n"));
    place.write("contractors.csv", format!("iin,birth_date\n{iin},1960-05-05\n"));
    let run = place.ustap_ends(0, &["calculate", "operations.csv", "--exemptions", "both.csv", "--out", "run"]);
    assert!(run.stdout.contains("`ustap advise run --contractors FILE --exemptions FILE --out DIR`"), "{}", run.stdout);
    let codes = |more: &[&str], out: &str| {
        let advise = ["advise", "run", "--contractors", "contractors.csv", "--out", out];
        place.ustap(&[&advise[..], more].concat());
        let advice = place.read(&format!("{out}/advice.csv"));
        advice.lines().skip(1).filter_map(|row| row.split(',').nth(2)).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(codes(&[], "without"), Vec::<String>::new());
    assert_eq!(codes(&["--exemptions", "both.csv"], "both"), Vec::<String>::new());
    assert_eq!(codes(&["--exemptions", "one.csv"], "one"), ["birth-date-not-exempt"]);
}

/// Persons of every kind of advice; 2026-08-20 is a Thursday, so that five working days later is the 27th.
#[test]
fn every_advice_with_its_detail_and_provision() {
    let [a, b, c, d, e, f] =
        ["090840013770", "160440007161", "160940025485", "900101300017", "900101300811", "880314900106"];
    let place = Place::new();
    let operation = |iin: &str, day: u32, income: &str| format!("{iin}-{day},{iin},2026-08-{day:02},{income},\n");
    let operations = [
        operation(a, 5, "1000"),
        operation(b, 5, "1000"),
        operation(c, 5, "1000"),
        // 80 % of 1 297 500 is 1 038 000.
        operation(d, 5, "1038000"),
        operation(e, 5, "1297500"),
        operation(e, 20, "0.01"),
        operation(f, 5, "1000"),
    ];
    place.write("operations.csv", OPERATIONS.to_owned() + &operations.concat());
    // a: 63 on 31 August, and born before 1975. b: 62, 61 on 1 February 2025. c: the category, and too young for it.
    // d, e: nothing but the limit; e's birth date is not known. f has no row.
    place.write(
        "contractors.csv",
        format!("iin,birth_date\n{a},1963-08-31\n{b},1964-02-01\n{c},1975-01-01\n{d},1975-01-01\n{e},\n"),
    );
    place.write(
        "exemptions.csv",
        format!(
            "iin,category,valid_from,valid_to\n{b},born-before-1975,,\n{c},born-before-1975,2026-08-01,2026-08-31\n\
             {c},disability,2026-08-10,2026-08-30\n{d},minor,2026-09-02,\n"
        ),
    );
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    let before = place.files("run");
    let advise = ["advise", "run", "--contractors", "contractors.csv", "--exemptions", "exemptions.csv"];
    let run = place.ustap_ends(1, &[&advise[..], &["--out", "advice"]].concat());
    let (pension, women) = ("\"Social Code, art. 207(1): men 63\"", "\"Social Code, art. 207(1): women 61\"");
    let (born, filing) = ("\"Social Code, art. 248(6)(6)\"", "\"Tax Code, art. 716(11)\"");
    let expected = [
        "iin,period,code,detail,provision".to_owned(),
        format!("{a},2026-08,age-not-exempt,\"pension-age: born 1963-08-31, of that age since 2026-08-31\",{pension}"),
        format!("{a},2026-08,birth-date-not-exempt,born-before-1975: born 1963-08-31,{born}"),
        format!(
            "{b},2026-08,age-not-exempt,\"pension-age: born 1964-02-01, of that age since 2025-02-01, if a woman\",{women}"
        ),
        format!("{c},2026-08,birth-date-contradicts,born-before-1975: born 1975-01-01,{born}"),
        format!("{c},2026-08,exemption-begins,disability: 2026-08-10,"),
        format!("{c},2026-08,exemption-ends,disability: 2026-08-30,"),
        format!("{f},2026-08,no-contractor,,"),
        format!("{d},2026-08,near-limit,1038000.00 of 1297500.00,{filing}"),
        format!(
            "{e},2026-08,over-limit,\"1297500.01 of 1297500.00, exceeded on 2026-08-20 by {e}-20, file as an entrepreneur: \
             where a deal crosses the limit, before its income is received, else by 2026-08-27\",{filing}"
        ),
    ];
    assert_eq!(place.read("advice/advice.csv").lines().collect::<Vec<_>>(), expected);
    assert_eq!(run.summary("age-not-exempt"), "2");
    assert_eq!(place.files("run"), before, "advice changes nothing");
    place.ustap_ends(0, &["verify", "advice", "--inputs", ".", "--chain", "run"]);
    // Sentences as they are asked for, rows in one order; what the system speaks changes no byte.
    let columns = |csv: &str| csv.lines().map(|line| line.splitn(4, ',').take(3).collect()).collect::<Vec<String>>();
    for (lang, sentences) in [
        ("ru", ["дата рождения 1963-08-31", "доход 1038000.00 при пределе 1297500.00", "Социальный кодекс, ст. 248"]),
        ("kk", ["туған күні 1963-08-31", "табыс 1038000.00, шек 1297500.00", "Әлеуметтік кодекс, 248-бап"]),
    ] {
        place.ustap_ends(1, &[&advise[..], &["--lang", lang, "--out", lang]].concat());
        let advice = place.read(&format!("{lang}/advice.csv"));
        for sentence in sentences {
            assert!(advice.contains(sentence), "{sentence}: {advice}");
        }
        assert_eq!(columns(&advice), columns(&place.read("advice/advice.csv")));
        assert!(place.read(&format!("{lang}/receipt.json")).contains(&format!("\"lang\": \"{lang}\"")));
    }
    let mut spoken = place.command(&[&advise[..], &["--out", "spoken"]].concat());
    spoken.env("USTAP_LANG", "kk").env("LC_ALL", "ru_RU.UTF-8");
    assert_eq!(spoken.output().unwrap().status.code(), Some(1));
    assert_eq!(place.files("spoken"), place.files("advice"));
}

#[test]
fn nothing_to_advise_is_clean_and_damage_is_refused() {
    let place = Place::new();
    place.write("operations.csv", format!("{OPERATIONS}a,900101300017,2026-08-05,1000,\n"));
    place.write("contractors.csv", "iin,birth_date\n900101300017,1990-01-01\n");
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    let run = place.ustap_ends(0, &["advise", "run", "--contractors", "contractors.csv", "--out", "advice"]);
    assert_eq!(place.read("advice/advice.csv"), "iin,period,code,detail,provision\n");
    assert!(run.stdout.contains("`ustap statement run --contractors FILE"), "{}", run.stdout);
    // Of two months one is stated.
    place.write("two.csv", format!("{OPERATIONS}a,900101300017,2026-07-05,1000,\nb,900101300017,2026-08-05,1000,\n"));
    place.ustap_ends(0, &["calculate", "two.csv", "--out", "two"]);
    let run = place.ustap_ends(0, &["advise", "two", "--contractors", "contractors.csv", "--out", "of-two"]);
    assert!(run.stdout.contains("`ustap statement two --period MONTH --contractors FILE"), "{}", run.stdout);
    // Rows of a file that `calculate` has not seen are told with their places.
    place.write("contractors.csv", "iin,birth_date\n900101300018,1990-01-01\n900101300017,1990\n");
    let told = place.ustap_ends(1, &["advise", "run", "--contractors", "contractors.csv", "--out", "told"]).stdout;
    for line in [
        "rejected iin-check-digit              1  contractors.csv:2",
        "rejected date                         1  contractors.csv:3",
    ] {
        assert!(told.lines().any(|found| found == line), "{line}\n{told}");
    }
    // Field case 16, with the reason in the file.
    place.write("contractors.csv", "iin,birth_date\n900101300017,1974-12-31T18:00:00Z\n");
    place.write("exemptions.csv", "iin,category\n900101300017,retired\n");
    let facts = ["--contractors", "contractors.csv", "--exemptions", "exemptions.csv", "--out", "why"];
    let told = place.ustap_ends(1, &[&["advise", "run"][..], &facts].concat()).stdout;
    assert!(told.contains("next: look at the rejected rows in why/rejects.csv"), "{told}");
    let rejects = place.read("why/rejects.csv");
    let [_, date, category] = rejects.lines().collect::<Vec<_>>()[..] else { panic!("{rejects}") };
    assert!(
        date.starts_with("contractors.csv,2,date,birth_date,1974-12-31T18:00:00Z,") && date.contains(" Z "),
        "{date}"
    );
    assert!(category.starts_with("exemptions.csv,2,category,category,retired,"), "{category}");
    place.ustap_ends(0, &["verify", "why"]);
    place.write("run/limits.csv", place.read("run/limits.csv").replace("iin", "IIN"));
    let run = place.ustap_ends(2, &["advise", "run", "--contractors", "contractors.csv", "--out", "new"]);
    assert!(run.stderr.starts_with("error: run/limits.csv: does not verify"), "{}", run.stderr);
    assert!(!place.exists("new"));
}

/// 25 October 2026 is the Republic's day, a Sunday; Monday the 26th is off for it: five working days from Friday the 23rd
/// are 27, 28, 29, 30 October and 2 November. Before the income itself where a deal crosses the limit (law.md section 4).
#[test]
fn the_day_to_file_by_is_counted_in_working_days() {
    let place = Place::new();
    let row = |iin: &str, day: &str| format!("{iin}-{day},{iin},{day},1297500.01,\n");
    let operations = row("900101300017", "2026-10-23") + &row("900101300811", "2026-12-30");
    place.write("operations.csv", OPERATIONS.to_owned() + &operations);
    place.write("contractors.csv", "iin\n900101300017\n900101300811\n");
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    place.ustap_ends(1, &["advise", "run", "--contractors", "contractors.csv", "--out", "advice"]);
    let advice = place.read("advice/advice.csv");
    // Thu 31; 1 January off, Sat 2, Sun 3, Mon 4 off; Tue 5, Wed 6; Thu 7 off (Christmas); Fri 8, Sat, Sun; Mon 11.
    let filing = "file as an entrepreneur: where a deal crosses the limit, before its income is received, else";
    for by in ["2026-11-02", "2027-01-11"] {
        assert!(advice.contains(&format!("{filing} by {by}\"")), "{advice}");
    }
    // By tables that end with 2026 the second day is not known, and that is said.
    place.ustap_ends(0, &["rates", "export", "rates"]);
    let table = place.read("rates/days_off.toml");
    place.write("rates/days_off.toml", table.rsplit_once("\n[[year]]").unwrap().0);
    let own = ["advise", "run", "--contractors", "contractors.csv", "--rates", "rates", "--out", "own"];
    place.ustap_ends(1, &own);
    assert!(
        place.read("own/advice.csv").contains(
            "else by a day that is not known: the term of 5 working days after 2026-12-30 leaves \
             days_off.toml, which has 2026-01-01 to 2026-12-31"
        ),
        "{}",
        place.read("own/advice.csv")
    );
}

/// law.md section 6: СО is due from `early-pension-age`, and SC 243 is named beside; not where another category frees from
/// СО anyway.
#[test]
fn another_reading_and_a_return_out_of_scope() {
    let place = Place::new();
    let [early, both, returned] = ["900101300017", "900101300811", "880314900106"];
    let rows: String = [early, both].iter().map(|iin| format!("{iin},{iin},2026-08-05,1000,\n")).collect();
    place.write("operations.csv", format!("{OPERATIONS}{rows}r,{returned},2026-08-05,-500,\n"));
    place.write("contractors.csv", format!("iin,regime\n{early},\n{both},\n{returned},entrepreneur\n"));
    let exemptions = format!("{early},early-pension-age\n{both},early-pension-age\n{both},pension-age\n");
    place.write("exemptions.csv", format!("iin,category\n{exemptions}"));
    let facts = ["--contractors", "contractors.csv", "--exemptions", "exemptions.csv"];
    place.ustap_ends(0, &[&["calculate", "operations.csv", "--out", "run"], &facts[..]].concat());
    // Without the exemptions the register tells of the category, which exempts from ВОСМС.
    for (facts, out) in [(&facts[..], "advice"), (&facts[..2], "without")] {
        place.ustap_ends(1, &[&["advise", "run", "--out", out], facts].concat());
        assert_eq!(
            place.read(&format!("{out}/advice.csv")).lines().collect::<Vec<_>>(),
            [
                "iin,period,code,detail,provision".to_owned(),
                format!("{returned},2026-08,returned-out-of-scope,\"entrepreneur: -500.00, nothing is given back\","),
                format!(
                    "{early},2026-08,other-reading,\"early-pension-age: СО is due here of income received on days of \
                     the category, by another reading not\",\"Social Code, art. 243\""
                ),
            ]
        );
    }
}

/// What nobody has to pay nothing frees from: an entrepreneur is out of scope, and the mobile application of 2025 had no
/// ОПВР. Who holds both categories, the one that frees by any reading from the 31st on, pays СО of the 5th: 1 % of
/// 100 000. On the whole month it frees.
#[test]
fn what_is_not_exempt_is_said_where_there_is_something_to_pay() {
    let [entrepreneur, of_2025, later, whole] = ["600105300016", "740105300014", "900101300017", "900101300811"];
    let place = Place::new();
    place.write(
        "operations.csv",
        format!(
            "{OPERATIONS}a,{entrepreneur},2026-08-05,100000,\nb,{of_2025},2025-08-05,100000,\n\
             c,{later},2026-08-05,100000,\nd,{whole},2026-08-05,100000,\n"
        ),
    );
    place.write(
        "contractors.csv",
        format!(
            "iin,regime,birth_date\n{entrepreneur},entrepreneur,1960-01-05\n{of_2025},,1974-01-05\n{later},,\n\
             {whole},,1960-01-05\n"
        ),
    );
    place.write(
        "exemptions.csv",
        format!(
            "iin,category,valid_from,valid_to\n{entrepreneur},early-pension-age,,\n{later},early-pension-age,,\n\
             {later},pension-age,2026-08-31,\n{whole},early-pension-age,,\n{whole},pension-age,,\n"
        ),
    );
    let facts = ["--contractors", "contractors.csv", "--exemptions", "exemptions.csv"];
    place.ustap_ends(0, &[&["calculate", "operations.csv"], &facts[..], &["--out", "run"]].concat());
    place.ustap_ends(1, &[&["advise", "run"], &facts[..], &["--out", "advice"]].concat());
    let other = "early-pension-age: СО is due here of income received on days of the category, by another reading not";
    let born = "born-before-1975: born 1960-01-05";
    let expected = [
        "iin,period,code,detail,provision".to_owned(),
        format!("{later},2026-08,exemption-begins,pension-age: 2026-08-31,"),
        format!("{later},2026-08,other-reading,\"{other}\",\"Social Code, art. 243\""),
        format!("{whole},2026-08,birth-date-not-exempt,{born},\"Social Code, art. 248(6)(6)\""),
    ];
    assert_eq!(place.read("advice/advice.csv").lines().collect::<Vec<_>>(), expected);
}

/// Women 61, from 2028 61.5 (law.md section 6). Who has reached 61 in 2027 is of pension age from then on, also in months in
/// which the age is 61.5. Of who is 63 within the month, as a man is, the women's age says nothing more.
#[test]
fn an_age_that_was_reached_stays_reached() {
    let [risen, later, twentieth] = ["900101300017", "900101300811", "880314900106"];
    let place = Place::new();
    let add = |year: &str, more: &[&str], out: &str| {
        let year =
            ["rates", "add", "--year", year, "--mrp", "5000", "--mzp", "90000", "--act", "Закон", "--number", "1"];
        let act = ["--dated", "2026-12-05", "--url", "https://example.org/", "--basis", "quoted", "--out", out];
        place.ustap_ends(0, &[&year[..], &act, more].concat());
    };
    add("2027", &[], "to-2027");
    add("2028", &["--rates", "to-2027"], "to-2028");
    let operations: String = [
        (risen, "2027-12-20"),
        (risen, "2028-02-05"),
        (risen, "2028-07-05"),
        (later, "2028-02-05"),
        (later, "2028-07-05"),
        (twentieth, "2026-12-05"),
    ]
    .iter()
    .map(|(iin, day)| format!("{iin}-{day},{iin},{day},100000,\n"))
    .collect();
    place.write("o.csv", OPERATIONS.to_owned() + &operations);
    place.write("c.csv", format!("iin,birth_date\n{risen},1966-12-15\n{later},1967-01-15\n{twentieth},1963-12-20\n"));
    place.ustap_ends(0, &["calculate", "o.csv", "--rates", "to-2028", "--out", "run"]);
    place.ustap_ends(1, &["advise", "run", "--contractors", "c.csv", "--rates", "to-2028", "--out", "advice"]);
    let advice = place.read("advice/advice.csv");
    let said: Vec<&str> = advice.lines().filter(|row| row.contains("age-not-exempt")).collect();
    let row = |iin: &str, period: &str, (born, since): (&str, &str), age: &str| {
        let says = format!("pension-age: born {born}, of that age since {since}");
        format!("{iin},{period},age-not-exempt,\"{says}\",\"Social Code, art. 207(1): {age}\"")
    };
    let of_61 = ("1966-12-15", "2027-12-15, if a woman");
    // 61 on 2028-01-15, when it is 61.5 already: 61.5 on 2028-07-15.
    let of_61_and_a_half = ("1967-01-15", "2028-07-15, if a woman");
    assert_eq!(
        said,
        [
            row(twentieth, "2026-12", ("1963-12-20", "2026-12-20"), "men 63"),
            row(risen, "2027-12", of_61, "women 61"),
            row(risen, "2028-02", of_61, "women 61"),
            row(risen, "2028-07", of_61, "women 61"),
            row(later, "2028-07", of_61_and_a_half, "women 61.5"),
        ]
    );
}

/// law.md section 6: `early-pension-age` from the 20th on bears on income of the 25th, and not on that of the 5th. Of who
/// has it on the whole month it bears on whatever there is, though the run did not know.
#[test]
fn another_reading_is_told_of_income_of_its_days() {
    let place = Place::new();
    let [before, within, unknown] = ["900101300017", "900101300811", "880314900106"];
    let rows = format!("a,{before},2026-08-05,1000,\nb,{within},2026-08-25,1000,\nc,{unknown},2026-08-05,1000,\n");
    place.write("operations.csv", format!("{OPERATIONS}{rows}"));
    place.write("contractors.csv", format!("iin\n{before}\n{within}\n{unknown}\n"));
    let known = format!("{before},early-pension-age,2026-08-20\n{within},early-pension-age,2026-08-20\n");
    place.write("known.csv", format!("iin,category,valid_from\n{known}"));
    place.write("later.csv", format!("iin,category,valid_from\n{known}{unknown},early-pension-age,2026-08-01\n"));
    place.ustap_ends(0, &["calculate", "operations.csv", "--exemptions", "known.csv", "--out", "run"]);
    let facts = ["--contractors", "contractors.csv", "--exemptions", "later.csv"];
    place.ustap_ends(1, &[&["advise", "run", "--out", "advice"], &facts[..]].concat());
    let advice = place.read("advice/advice.csv");
    let told: Vec<&str> = advice.lines().filter(|row| row.contains(",other-reading,")).map(|row| &row[..12]).collect();
    assert_eq!(told, [unknown, within], "{advice}");
}

/// Two facts of one category, one behind the other, are one exemption, which begins once and ends once; so are two that
/// differ only in when they were known.
#[test]
fn a_category_that_is_renewed_neither_ends_nor_begins() {
    let place = Place::new();
    let iin = "900101300017";
    place.write("operations.csv", format!("{OPERATIONS}a,{iin},2026-08-05,1000,\n"));
    place.write("contractors.csv", format!("iin\n{iin}\n"));
    let rows = [
        "disability,2026-08-11,2026-08-20,",
        "disability,2026-08-03,2026-08-10,2026-08-01",
        "disability,2026-08-03,2026-08-10,2026-08-02",
        "disability,2026-08-25,,",
        "minor,,2026-08-07,",
        "minor,2026-08-06,,",
    ];
    let rows: String = rows.iter().map(|row| format!("{iin},{row}\n")).collect();
    place.write("exemptions.csv", format!("iin,category,valid_from,valid_to,known_on\n{rows}"));
    let facts = ["--contractors", "contractors.csv", "--exemptions", "exemptions.csv"];
    place.ustap_ends(0, &[&["calculate", "operations.csv", "--out", "run"], &facts[..]].concat());
    place.ustap_ends(1, &[&["advise", "run", "--out", "advice"], &facts[..]].concat());
    let advice = place.read("advice/advice.csv");
    assert_eq!(
        advice.lines().skip(1).collect::<Vec<_>>(),
        [
            format!("{iin},2026-08,exemption-begins,disability: 2026-08-03,"),
            format!("{iin},2026-08,exemption-begins,disability: 2026-08-25,"),
            format!("{iin},2026-08,exemption-ends,disability: 2026-08-20,"),
        ]
    );
}
