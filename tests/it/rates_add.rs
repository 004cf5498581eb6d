//! `ustap rates add`, and the warning when the tables are about to end.

use crate::program::{Place, Run};

const ACT: &str = "Закон Республики Казахстан «О республиканском бюджете на 2027–2029 годы»";

/// What is typed, with these options in place of its own.
fn add(place: &Place, out: &str, changed: &[(&str, &str)]) -> Run {
    let mut options = vec![
        ("--year", "2027"),
        ("--mrp", "5000"),
        ("--mzp", "90000"),
        ("--act", ACT),
        ("--number", "300-VIII"),
        ("--dated", "2026-12-05"),
        ("--url", "https://example.org/2027"),
        ("--basis", "quoted"),
        ("--out", out),
    ];
    for &(option, value) in changed {
        options.retain(|(known, _)| *known != option);
        options.push((option, value));
    }
    let options: Vec<&str> = options.into_iter().flat_map(|(option, value)| [option, value]).collect();
    place.ustap(&[&["rates", "add"], options.as_slice()].concat())
}

#[test]
fn the_added_year_is_computed() {
    let place = Place::new();
    let added = add(&place, "mine", &[]);
    assert_eq!(added.status, Some(0), "{}", added.stderr);
    assert_eq!(
        added.stdout,
        "tables with 2027 written to mine; use them with --rates\n\
         every day of 2027 has rates\n\
         does not reach the end of 2027: base_rates.toml (base_rate), until 2026-10-26\n\
         next: hold them against the act, then `ustap calculate FILE --rates mine --out DIR`\n"
    );
    let operation = "operation_id,iin,settled_on,income\n";
    place.write("o.csv", format!("{operation}a,900101300017,2027-02-03,1000000\nb,900101300811,2027-02-03,1600000\n"));
    place.ustap_ends(1, &["calculate", "o.csv", "--check"]);
    place.ustap_ends(0, &["calculate", "o.csv", "--rates", "mine", "--out", "run"]);
    // МРП 5 000, МЗП 90 000. СО: 7 × 90 000 = 630 000, 1 % 6 300. The others of 1 000 000: 10 000; of 1 600 000 they stop
    // at 300 × 5 000 = 1 500 000: 15 000. In all 36 300 and 51 300.
    let register = place.read("run/register.csv");
    let rows: Vec<Vec<&str>> = register.lines().map(|line| line.split(',').collect()).collect();
    let column = |name: &str| rows[0].iter().position(|column| *column == name).unwrap();
    let amounts =
        |row: &[&str]| ["ipn", "opv", "opvr", "so", "vosms", "withheld"].map(|name| row[column(name)].to_owned());
    assert_eq!(amounts(&rows[1]), ["0.00", "10000.00", "10000.00", "6300.00", "10000.00", "36300.00"]);
    assert_eq!(amounts(&rows[2]), ["0.00", "15000.00", "15000.00", "6300.00", "15000.00", "51300.00"]);
    // The title is known in Russian alone, and that is said.
    let show = |lang: &str| {
        place.ustap_ends(0, &["rates", "show", "--on", "2027-02-03", "--rates", "mine", "--lang", lang]).stdout
    };
    for (lang, shown) in [
        ("ru", format!("{ACT} от 05.12.2026 № 300-VIII [по тексту акта")),
        ("en", format!("{ACT} (title in Russian) No. 300-VIII of 05.12.2026 [quoted")),
        ("kk", format!("{ACT} (орысша атауы), 05.12.2026 № 300-VIII [акт мәтіні бойынша")),
    ] {
        assert!(show(lang).contains(&shown), "{shown}\n{}", show(lang));
    }
    // And the year after it.
    let next = add(&place, "next", &[("--year", "2028"), ("--rates", "mine")]);
    assert_eq!(next.status, Some(0), "{}", next.stderr);
    assert!(next.stdout.contains("days_off.toml (year), until 2027-12-31"), "{}", next.stdout);
    place.ustap_ends(0, &["rates", "check", "--rates", "next"]);
}

/// What was calculated by own tables for a month that the built-in ones do not have is not read by those.
#[test]
fn a_month_of_own_tables_alone_is_refused_without_them() {
    let place = Place::new();
    assert_eq!(add(&place, "mine", &[]).status, Some(0));
    let iin = "900101300017";
    place.write("o.csv", format!("operation_id,iin,settled_on,income\na,{iin},2027-02-03,1000000\n"));
    place.write("c.csv", format!("iin,surname,given_name\n{iin},Тест,Анна\n"));
    place.write("k.csv", format!("iin,period,ipn,opv,opvr,so,vosms\n{iin},2027-02,0,10000,10000,6300,10000\n"));
    place.ustap_ends(0, &["calculate", "o.csv", "--rates", "mine", "--out", "run"]);
    let of_lists = ["lists", "run", "--contractors", "c.csv", "--payment", "all", "--format", "csv"];
    let of_kgd = ["reconcile", "--register", "run", "--kgd", "k.csv"];
    let of_advice = ["advise", "run", "--contractors", "c.csv"];
    for command in [&of_lists[..], &of_kgd, &of_advice] {
        let run = place.ustap_ends(2, &[command, &["--out", "x"]].concat());
        assert!(run.stderr.contains("other tables") && run.stderr.contains("--rates DIR"), "{}", run.stderr);
        place.ustap_ends(0, &[command, &["--rates", "mine", "--out", command[0]]].concat());
    }
    // Nobody is led to pay again what the tables at hand say nothing of.
    place.write("p.csv", format!("iin,period,knp,amount,rate\n{iin},2027-02,010,10000,1%\n"));
    let run = place.ustap_ends(1, &["distribute", "--paid", "p.csv", "--kgd", "k.csv", "--out", "distributed"]);
    assert!(run.stdout.contains("own tables are given with --rates DIR"), "{}", run.stdout);
    assert!(!run.stdout.contains("`ustap lists distributed"), "{}", run.stdout);
}

/// As amounts are written in inputs: a comma before the tiyn, blanks between thousands.
#[test]
fn amounts_are_written_as_elsewhere() {
    let place = Place::new();
    let run = add(&place, "mine", &[("--mzp", "90 000,50"), ("--mrp", "5000,00")]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let table = place.read("mine/indicators.toml");
    assert!(table.contains("amount = \"90000.50\"\n") && table.contains("amount = \"5000\"\n"), "{table}");
}

#[test]
fn what_is_no_year_amount_or_act_is_refused_and_nothing_is_written() {
    let place = Place::new();
    for (option, value, message) in [
        ("--year", "26", "--year: `26` is no year of four digits [usage]"),
        ("--year", "2026", "the tables have the indicators of 2026 already [usage]"),
        ("--year", "2028", "before 2028 stands a gap: the indicators end on 2026-12-31 [usage]"),
        ("--mrp", "0", "--mrp: `0` is no amount above zero in tenge [usage]"),
        ("--mrp", "-4500", "--mrp: `-4500` is no amount above zero in tenge [usage]"),
        ("--mzp", "90,000,50", "--mzp: `90,000,50` is no amount above zero in tenge [usage]"),
        ("--mzp", "1e5", "--mzp: `1e5` is no amount above zero in tenge [usage]"),
        ("--act", " ", "--act is empty [usage]"),
        ("--number", "", "--number is empty [usage]"),
        ("--url", "adilet", "--url: `adilet` is no address: it begins with https:// or http:// [usage]"),
        ("--act", "a\nb", "--act is a text of one line, without tabs and other control characters [usage]"),
        ("--number", "1\t2", "--number is a text of one line"),
        (
            "--url",
            "https://a b",
            "--url: `https://a b` is no address: there are no blanks and no quotation marks in one",
        ),
        ("--url", "https://a\"c", "no blanks and no quotation marks in one [usage]"),
        ("--url", "https://a\u{a0}c", "no blanks and no quotation marks in one [usage]"),
    ] {
        let run = add(&place, "mine", &[(option, value)]);
        assert_eq!(run.status, Some(2), "{option} {value}: {}", run.stdout);
        assert!(run.stderr.contains(message), "{message}: {}", run.stderr);
        assert!(!place.path("mine").exists());
    }
    for (option, value) in [("--dated", "2026-13-01"), ("--basis", "certain")] {
        assert_eq!(add(&place, "mine", &[(option, value)]).status, Some(2));
    }
    assert_eq!(add(&place, "mine", &[]).status, Some(0));
    assert_eq!(add(&place, "mine", &[]).status, Some(2), "nothing is replaced");
}

#[test]
fn a_year_that_other_tables_do_not_reach_is_a_finding() {
    let place = Place::new();
    place.ustap_ends(0, &["rates", "export", "mine"]);
    let regimes = place.read("mine/regimes.toml");
    let opv = "payment = \"opv\"\nrate = \"0.01\"\nfrom = \"2026-01-01\"\nto = ";
    assert!(regimes.contains(&format!("{opv}\"open\"")));
    place.write("mine/regimes.toml", regimes.replace(&format!("{opv}\"open\""), &format!("{opv}\"2027-06-30\"")));
    let run = add(&place, "next", &[("--rates", "mine")]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    assert!(
        run.stdout.contains("2027 is not complete: no rates on 2027-07-01: regimes.toml has no rate of `opv`"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_run_near_the_end_of_the_tables_says_so() {
    let place = Place::new();
    let warned = |day: &str| {
        place.write("o.csv", format!("operation_id,iin,settled_on,income\na,900101300017,{day},1000\n"));
        place.ustap_ends(0, &["calculate", "o.csv", "--check"]).stderr
    };
    assert_eq!(warned("2026-10-31"), "");
    let warning = "warning: the tables last until 2026-12-31: a later day has no rates; when the indicators of 2027 are \
                   known, `ustap rates add --year 2027 …` makes tables with them\n";
    assert_eq!(warned("2026-11-01"), warning);
    assert_eq!(warned("2026-12-31"), warning);
    // With the indicators of the next two years it is the mode of rounding that ends, and no year is to be added.
    assert_eq!(add(&place, "2027", &[]).status, Some(0));
    assert_eq!(add(&place, "2028", &[("--rates", "2027"), ("--year", "2028")]).status, Some(0));
    let table = place.read("2028/rounding.toml");
    let (before, mode) = table.split_at(table.find("[[mode]]").unwrap());
    assert!(mode.contains("to = \"open\""));
    place.write("2028/rounding.toml", before.to_owned() + &mode.replace("to = \"open\"", "to = \"2026-12-31\""));
    let run = place.ustap_ends(0, &["calculate", "o.csv", "--rates", "2028", "--check"]);
    assert!(run.stderr.contains("rounding.toml") && !run.stderr.contains("rates add"), "{}", run.stderr);
}

/// 4,500 is 4 500 to who divides thousands by a comma, and 4.50 in the table.
#[test]
fn thousands_that_are_divided_are_refused() {
    let place = Place::new();
    for (option, amount) in [("--mrp", "4,500"), ("--mzp", "95.000")] {
        let run = add(&place, "mine", &[(option, amount)]);
        assert_eq!(run.status, Some(2), "{}", run.stdout);
        let told = format!("{option}: `{amount}` has three decimals, which may be thousands");
        assert!(run.stderr.contains(&told) && !place.exists("mine"), "{}", run.stderr);
    }
    assert_eq!(add(&place, "mine", &[("--mrp", "5000,00")]).status, Some(0));
}

/// What is ten times off from the year before is mistyped: of 2026 the МРП is 4 325 and the МЗП 85 000.
#[test]
fn an_amount_far_from_the_year_before_is_refused() {
    let place = Place::new();
    for (option, amount, before) in [
        ("--mrp", "4,5", "4325.00"),
        // A tenth is 432.50.
        ("--mrp", "432,49", "4325.00"),
        ("--mrp", "43250.01", "4325.00"),
        ("--mzp", "90", "85000.00"),
        ("--mzp", "900000", "85000.00"),
    ] {
        let run = add(&place, "mine", &[(option, amount)]);
        assert_eq!(run.status, Some(2), "{}", run.stdout);
        let told = format!("{option}: `{amount}` is less than a tenth, or more than ten times, of the {before} of");
        assert!(run.stderr.contains(&told) && !place.exists("mine"), "{}", run.stderr);
    }
    assert_eq!(add(&place, "low", &[("--mrp", "432.50"), ("--mzp", "8500")]).status, Some(0));
    assert_eq!(add(&place, "high", &[("--mrp", "43250"), ("--mzp", "850000")]).status, Some(0));
}
