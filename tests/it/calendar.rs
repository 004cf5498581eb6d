//! `ustap calendar`: the days of the month by the Rules.

use crate::program::{Place, english};

/// Day, weekday and the rest of each line that begins with a day.
fn days(text: &str) -> Vec<(String, String, String)> {
    let of = |line: &str| {
        let mut words = line.split_whitespace();
        let (day, weekday) = (words.next()?, words.next()?);
        let rest = words.collect::<Vec<_>>().join(" ");
        day.starts_with("20").then(|| (day.to_owned(), weekday.to_owned(), rest))
    };
    text.lines().filter_map(of).collect()
}

#[test]
fn the_month_of_august_2026() {
    let place = Place::new();
    let run = place.ustap_ends(0, &["calendar", "2026-08"]);
    let found = days(&run.stdout);
    let expected = [
        ("2026-09-05", "Saturday"),
        ("2026-09-15", "Tuesday"),
        ("2026-09-25", "Friday"),
        // Mon 28, Tue 29, Wed 30; then Thu 1, Fri 2, Mon 5
        ("2026-09-30", "Wednesday"),
        ("2026-10-05", "Monday"),
    ];
    assert_eq!(found.iter().map(|(day, weekday, _)| (day.as_str(), weekday.as_str())).collect::<Vec<_>>(), expected);
    assert!(found[0].2.ends_with("a day off; the last working day before it is 2026-09-04 Friday"), "{}", found[0].2);
    for (_, _, rest) in &found[1..] {
        assert!(!rest.contains("day off"), "{rest}");
    }
    assert!(run.stdout.contains("Order No. 129 of 10.04.2026"), "{}", run.stdout);
}

/// Income of September 2026: the 25th of October is the Republic's day, a Sunday, and Monday the 26th is off for it.
#[test]
fn days_off_are_named_and_passed_over() {
    let place = Place::new();
    let run = place.ustap_ends(0, &["calendar", "2026-09"]);
    let found = days(&run.stdout);
    assert!(found[2].2.ends_with("a day off; the last working day before it is 2026-10-23 Friday"), "{}", found[2].2);
    // From 25.10.: Tue 27, Wed 28, Thu 29; then Fri 30, Mon 2, Tue 3.
    assert_eq!((found[3].0.as_str(), found[4].0.as_str()), ("2026-10-29", "2026-11-03"));
    // From Wed 30.12.2026: Thu 31, Tue 5, Wed 6 (1, 2 and, for the Saturday, 4 January are off): both years are named.
    let run = place.ustap_ends(0, &["calendar", "2026-11"]);
    assert_eq!(days(&run.stdout)[4].0, "2027-01-06");
    let named: Vec<&str> = run.stdout.lines().filter(|line| line.starts_with("Days off: ")).collect();
    assert_eq!(named.len(), 2, "{}", run.stdout);
    assert!(named[0].contains(" [secondary] ") && named[1].contains(" [inferred] "), "{}", run.stdout);
}

/// Income of June 2026: it is stated on 5 July by the Rules as Order No. 242 left them, and the rest is of the edition in
/// force from 12.07.2026.
#[test]
fn both_editions_of_a_month_are_named() {
    let place = Place::new();
    let run = place.ustap_ends(0, &["calendar", "2026-06"]);
    let named: Vec<&str> = run.stdout.lines().filter(|line| line.starts_with("Rules of the order: ")).collect();
    assert!(matches!(named[..], [one, other] if one.contains("No. 242 ") && other.contains("No. 129 ")), "{named:?}");
    assert!(named[0].ends_with(", 2026-07-01 to 2026-07-11") && named[1].ends_with(", 2026-07-12 on"), "{named:?}");
    let run = place.ustap_ends(0, &["calendar", "2026-08"]);
    assert_eq!(run.stdout.matches("Rules of the order: ").count(), 1, "{}", run.stdout);
}

#[test]
fn a_term_that_leaves_the_table_says_so() {
    let place = Place::new();
    // Income of November 2027: from Sat 25.12.2027 Mon 27, Tue 28, Wed 29; then Thu 30, Fri 31, and nothing of 2028.
    let run = place.ustap_ends(1, &["calendar", "2027-11"]);
    assert_eq!(days(&run.stdout).len(), 4);
    let said = "the term of 3 working days after 2027-12-29 leaves days_off.toml, which has 2026-01-01 to 2026-12-31";
    assert!(run.stdout.contains(said), "{}", run.stdout);
    // Income of December 2027: neither term has a last day, and both are named.
    let run = place.ustap_ends(1, &["calendar", "2027-12"]);
    let unknown: Vec<&str> = run.stdout.lines().filter(|line| line.starts_with("  not known")).collect();
    assert_eq!(unknown.len(), 2, "{}", run.stdout);
    assert!(unknown[1].ends_with("the term before it ends on a day that is not known"), "{}", run.stdout);
    // Income of 2028: no day of it is known to be off or not.
    let run = place.ustap_ends(1, &["calendar", "2028-01"]);
    assert!(run.stdout.contains("whether it is a day off is not known"), "{}", run.stdout);
    // Before 2026 the Rules had other days.
    let run = place.ustap_ends(2, &["calendar", "2025-06"]);
    assert!(run.stderr.contains("deadlines.toml does not say `statement` for the income of 2025-06"), "{}", run.stderr);
    place.ustap_ends(2, &["calendar", "2026-13"]);
}

#[test]
fn in_russian_and_kazakh_it_has_no_english() {
    let place = Place::new();
    for (lang, cited) in [
        ("ru", "Приказ № 392, Правила, п. 3 [по тексту акта]"),
        ("kk", "№ 392 бұйрық, Қағидалар, 3-тармақ [акт мәтіні бойынша]"),
    ] {
        let run = place.ustap_ends(0, &["calendar", "2026-08", "--lang", lang]);
        assert!(run.stdout.contains(cited), "{}", run.stdout);
        assert_eq!(english(&run.stdout), [""; 0]);
    }
}
