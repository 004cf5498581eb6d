//! `ustap rates`: the tables shown, checked and exported.

use std::fs;

use ustap::Law;
use ustap::cli::rates;
use ustap::{ErrorKind, Language};

use crate::program::{A, B, Place, english, rows};
use crate::values::day;

/// The lines of what is shown, each with runs of blanks made one.
fn shown(on: &str) -> Vec<String> {
    let text = rates::show(&Law::builtin().unwrap(), day(on), Language::En).unwrap();
    assert!(text.ends_with('\n') && text.lines().all(|line| line == line.trim_end()));
    text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// The lines from one to the next blank one.
fn block(lines: &[String], first: &str) -> Vec<String> {
    let from = lines.iter().position(|line| line == first).unwrap_or_else(|| panic!("{first}"));
    lines[from..].iter().take_while(|line| !line.is_empty()).cloned().collect()
}

#[test]
fn a_day_of_2026() {
    let lines = shown("2026-08-05");
    assert_eq!(lines[0], "In force on 2026-08-05");
    assert!(lines[1].starts_with("Rules of the order Order No. 392; Order No. 129 of 10.04.2026"), "{}", lines[1]);
    let indicators = block(&lines, "Indicators");
    assert!(indicators[1].starts_with("МРП (mrp) 4325.00 tenge Law No. 239-VIII of 08.12.2025"), "{}", indicators[1]);
    assert!(indicators[2].starts_with("МЗП (mzp) 85000.00 tenge"));
    // 300 × 4 325 = 1 297 500
    let regime = block(&lines, "self-employed Natural person on the special tax regime for the self-employed");
    assert!(regime.contains(
        &"limit of the month's income 1297500.00 tenge = 300 МРП Tax Code, art. 718(2) [quoted, 5]".to_owned()
    ));
    assert!(
        regime.contains(&"above the limit, `stop` Tax Code, art. 716(11)–(12) [inferred, 7]".to_owned()),
        "{regime:?}"
    );
    // 7 × 85 000 = 595 000
    assert_eq!(
        block(&lines, "so СО"),
        [
            "so СО",
            "rate 1 % Social Code, art. 102-1(2) [quoted, 14]",
            "cap 595000.00 tenge = 7 МЗП, binds Social Code, art. 102-1(2) [quoted, 15]",
            "cap 1297500.00 tenge = 300 МРП Social Code, art. 102-1(2) [quoted, 15]",
            "no minimum of the base Social Code, art. 245(1) [quoted, 23]",
            "rounded to 1.00 tenge Order No. 392, Rules, point 4 [quoted, 8]",
            "rounded halves up Order No. 392, Rules, point 4 [inferred, 9]",
            "due 2026-09-25 for 2026-08 Social Code, art. 246(1) [quoted, 14]",
            "КНП 012, recipient 160440007161 Reports of the State Social Insurance Fund, 2026; Social Code, art. \
             17(1)(22-1) [secondary, 24]",
            "account KZ67009SS00368609110, БИК GCVPKZ2A Reports of the State Social Insurance Fund, 2026 [secondary, 25]",
            "КНП of a penalty 017 Reports of the State Social Insurance Fund, 2026 [secondary, 26]",
            "penalty for a day 1.25 × base rate Social Code, art. 256(1) [quoted, 20]",
        ]
    );
    let of_ipn = block(&lines, "ipn ИПН");
    assert!(of_ipn.iter().any(|line| line.starts_with("КБК 101201 ") && line.contains("[unverified, ")), "{of_ipn:?}");
    let of_vosms = block(&lines, "vosms ВОСМС");
    assert!(
        of_vosms.iter().any(|line| line.starts_with("no minimum of the base OSMS law, art. 29 [unverified, ")),
        "{of_vosms:?}"
    );
    let income = block(&lines, "Income");
    assert!(
        income[1]
            .starts_with("income counts in the month in which it was received Tax Code, art. 719(2)–(3) [quoted, ")
    );
    assert!(income[2].starts_with("nothing is deducted from income Tax Code, art. 719 [inferred, "), "{income:?}");
    assert!(income[3].starts_with(
        "what corrects income counts on the day of the income that it corrects Tax Code, art. 719(2)–(3) [inferred, "
    ));
    let month = block(&lines, "The month by the Rules");
    assert!(
        month[1].starts_with("incomes stated to КГД 2026-09-05 for 2026-08 Order No. 392, Rules, point 3 [quoted"),
        "{}",
        month[1]
    );
    assert!(month[4].starts_with("distributed or returned 3 working days Order No. 392"), "{}", month[4]);
    assert!(month[7].starts_with("a term runs from the next day Civil Code, art. 173 [unverified"), "{}", month[7]);
    assert!(month[8].starts_with("base rate 16.75 % National Bank, base rate [secondary"), "{}", month[8]);
    let categories = block(&lines, "Exempt categories");
    let at = categories.iter().position(|line| line.starts_with("born-before-1975")).unwrap();
    assert_eq!(categories[at + 1], "not due: ОПВР Social Code, art. 248(6)(6) [quoted, 14]");
    let at = categories.iter().position(|line| line.starts_with("early-pension-age")).unwrap();
    // The reading that is followed is inferred, the other one stands in the text (law.md section 6).
    let reading = "due [inferred]: СО; by another reading not, on the ground of Social Code, art. 243 [quoted";
    assert!(categories[at + 1].starts_with(reading), "{}", categories[at + 1]);
    let advice = block(&lines, "What advice compares with");
    assert!(
        advice[1].starts_with("pension-age men of 63 years Social Code, art. 207(1): men 63 [quoted"),
        "{advice:?}"
    );
    assert!(advice[4].starts_with("above the limit 5 working days to file as an entrepreneur Tax Code, art. 716(11)"));
    let sources = block(&lines, "Sources");
    let code = "(14) Social Code of the Republic of Kazakhstan No. 224-VII of 20.04.2023 https://adilet.zan.kz/rus/docs/K2300000224";
    assert!(sources.iter().any(|line| line == code), "{sources:?}");
    assert!(lines.iter().all(|line| !line.starts_with("mobile-app")));
}

#[test]
fn a_day_of_2024() {
    let lines = shown("2024-09-03");
    let opvr = block(&lines, "opvr ОПВР");
    assert_eq!(opvr.len(), 2);
    assert!(
        opvr[1].starts_with("the regime has no such payment Social Code, art. 102-1 (edition of 2024) [quoted"),
        "{}",
        opvr[1]
    );
    // 10 × 85 000 = 850 000
    let cap = &block(&lines, "vosms ВОСМС")[2];
    assert!(cap.starts_with("cap 850000.00 tenge = 10 МЗП Social Code, art. 102-1 (edition of 2024)"), "{cap}");
    let out = block(&lines, "Out of scope: nothing is computed here, which does not say that nothing is due");
    assert!(out[1].starts_with("entrepreneur"), "{}", out[1]);
    assert!(lines.iter().any(|line| line.starts_with("mobile-app-standard")));
    assert!(lines.iter().any(|line| line.starts_with("no limit of the month's income")));
}

#[test]
fn a_day_without_rates() {
    let law = Law::builtin().unwrap();
    for on in ["2024-09-02", "2027-01-01"] {
        let error = rates::show(&law, day(on), Language::En).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NoRates);
        assert_eq!(error, law.no_rates(day(on)));
    }
}

#[test]
fn what_was_checked() {
    let text = rates::check(None, Language::En).unwrap().text;
    let law = Law::builtin().unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], format!("Checked: 13 tables, {} dated values", law.values().len()));
    // МРП and МЗП of three years
    assert!(lines.contains(&"  indicators.toml  6"));
    assert!(lines.contains(&"  2024-09-03 to 2026-12-31  850 days"));
    let count = |basis: &str| -> usize {
        let line = lines.iter().find(|line| line.trim_start().starts_with(&format!("{basis}  "))).unwrap();
        line.split_whitespace().next_back().unwrap().parse().unwrap()
    };
    assert_eq!(["quoted", "secondary", "inferred", "unverified"].map(count).iter().sum::<usize>(), law.values().len());
    let block = |title: &str| -> Vec<&str> {
        let behind = lines.iter().skip_while(|line| **line != title).skip(1);
        behind.take_while(|line| line.starts_with(' ')).map(|line| line.trim()).collect()
    };
    assert_eq!(block("To be checked against the act").len(), count("unverified"));
    // Each table, and until when it lasts.
    let ends = block("Until when the tables last");
    assert_eq!(ends.len(), law.tables().len());
    for end in [
        "acts.toml  has no days",
        "base_rates.toml  2026-10-26 (base_rate)",
        "days_off.toml  2027-12-31 (year)",
        "deadlines.toml  no end",
        "indicators.toml  2026-12-31 (indicator)",
        "regimes.toml  no end",
    ] {
        assert!(ends.contains(&end), "{end}: {ends:?}");
    }
    assert!(block("Not checked").iter().any(|not| not.starts_with("that a value is what its act says")));

    let absent = tempfile::tempdir().unwrap().path().join("absent");
    assert_eq!(rates::check(Some(&absent), Language::En).unwrap_err().kind(), ErrorKind::Rates);
}

/// The first of what a table has that ends with nothing behind it, though others of its kind go on: that is until when it
/// lasts. Of what follows without a break, as one account on another, the last counts; and the regimes of 2025 have ended,
/// which is no end of their table.
#[test]
fn a_table_lasts_until_the_first_of_its_values_ends() {
    let place = Place::new();
    place.ustap_ends(0, &["rates", "export", "mine"]);
    let ends = |name: &str, begin: &str, end: &str, more: &str| {
        let table = place.read(&format!("mine/{name}"));
        let (before, entry) = table.split_once(begin).unwrap();
        let entry = entry.replacen("to = \"open\"", &format!("to = \"{end}\""), 1);
        place.write(&format!("mine/{name}"), format!("{before}{begin}{entry}{more}"));
    };
    let lasts = || {
        let checked = place.ustap_ends(0, &["rates", "check", "--rates", "mine"]).stdout;
        let (_, ends) = checked.split_once("Until when the tables last\n").unwrap();
        ["deadlines", "exemptions", "regimes", "settlement/accounts"].map(|name| {
            let end = ends.lines().find_map(|line| line.strip_prefix(&format!("  {name}.toml  ")));
            end.unwrap_or_else(|| panic!("{name}\n{checked}")).to_owned()
        })
    };
    assert_eq!(lasts(), ["no end"; 4]);
    ends("settlement/accounts.toml", "payments = [\"so\"]\nfund", "2026-08-31", "");
    ends("exemptions.toml", "category = \"retired-judge\"", "2026-09-30", "");
    ends("deadlines.toml", "code = \"mending\"", "2026-10-31", "");
    assert_eq!(lasts(), ["2026-10-31 (term)", "2026-09-30 (exemption)", "no end", "2026-08-31 (account)"]);
    // What a year does not reach is named when it is added.
    let add = ["rates", "add", "--year", "2027", "--mrp", "5000", "--mzp", "90000", "--act", "Закон", "--number", "1"];
    let act = ["--dated", "2026-12-05", "--url", "https://example.org/", "--basis", "quoted", "--rates", "mine"];
    let run = place.ustap_ends(0, &[&add[..], &act, &["--out", "next"]].concat());
    for told in ["accounts.toml (account), until 2026-08-31", "exemptions.toml (exemption), until 2026-09-30"] {
        assert!(run.stdout.contains(told), "{told}\n{}", run.stdout);
    }
    let next = "\n[[account]]\npayments = [\"so\"]\nfund = \"gfss\"\niban = \"KZ67009SS00368609110\"\nbik = \"GCVPKZ2A\"\n\
                kbe = \"11\"\nkbk = \"none\"\nstatus = \"established\"\nfrom = \"2026-09-01\"\nto = \"open\"\n\
                cite = { act = \"gfss-reports\" }\nbasis = \"secondary\"\n";
    ends("settlement/accounts.toml", "payments = [\"vosms\"]\nfund", "open", next);
    assert_eq!(lasts()[3], "no end");
    // Of two caps of one payment, in multiples of different indicators, each lasts for itself.
    let cap =
        "regime = \"self-employed\"\npayment = \"so\"\ncap = { times = \"7\", of = \"mzp\" }\nfrom = \"2026-01-01\"";
    ends("regimes.toml", cap, "2026-12-31", "");
    assert_eq!(lasts()[2], "2026-12-31 (cap)");
    // That there is no cap, or no minimum, may end too.
    let none = "regime = \"self-employed\"\npayment = \"ipn\"\ncap = \"none\"";
    ends("regimes.toml", none, "2026-06-30", "");
    assert_eq!(lasts()[2], "2026-06-30 (cap)");
    ends("regimes.toml", "floor = \"none\"\nfrom = \"2026-01-01\"", "2026-05-31", "");
    assert_eq!(lasts()[2], "2026-05-31 (floor); 2026-06-30 (cap)");
}

#[test]
fn what_is_exported_loads_as_the_same_law() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("rates");
    rates::export(&dir).unwrap();
    let (exported, builtin) = (Law::load(&dir).unwrap(), Law::builtin().unwrap());
    assert_eq!(exported.tables(), builtin.tables());
    assert_eq!(exported.values(), builtin.values());
    assert_eq!(exported.covered(), builtin.covered());
    assert_eq!(rates::check(Some(&dir), Language::En).unwrap(), rates::check(None, Language::En).unwrap());
    assert_eq!(
        rates::show(&exported, day("2026-08-05"), Language::En).unwrap(),
        rates::show(&builtin, day("2026-08-05"), Language::En).unwrap()
    );
    // Nothing else is left beside it.
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1);
}

#[test]
fn nothing_is_replaced_and_nothing_half_done() {
    let parent = tempfile::tempdir().unwrap();
    let empty = parent.path().join("empty");
    fs::create_dir(&empty).unwrap();
    let file = parent.path().join("file");
    fs::write(&file, "kept").unwrap();
    for existing in [&empty, &file] {
        let error = rates::export(existing).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Output);
        assert_eq!(error.to_string(), format!("{}: exists already", existing.display()));
        assert_eq!(error.hint().as_deref(), Some("name a directory that does not exist yet"));
    }
    assert_eq!(fs::read_dir(&empty).unwrap().count(), 0);
    assert_eq!(fs::read_to_string(&file).unwrap(), "kept");
    let nowhere = parent.path().join("absent").join("rates");
    assert_eq!(rates::export(&nowhere).unwrap_err().kind(), ErrorKind::Output);
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 2);
}

#[test]
fn an_act_that_nothing_cites_is_a_finding() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("rates");
    rates::export(&dir).unwrap();
    assert!(rates::check(Some(&dir), Language::En).unwrap().is_clean, "every built-in act is cited");
    let acts = fs::read_to_string(dir.join("acts.toml")).unwrap();
    let more = "\n[[act]]\ncode = \"order-229\"\nru = \"Приказ\"\nkk = \"none\"\nen = \"Order\"\nnumber = \"229\"\n\
                dated = \"none\"\nurl = \"https://adilet.zan.kz\"\n";
    fs::write(dir.join("acts.toml"), acts + more).unwrap();
    let checked = rates::check(Some(&dir), Language::En).unwrap();
    assert!(!checked.is_clean);
    assert!(checked.text.contains("Acts that nothing cites\n  order-229  Order No. 229\n"), "{}", checked.text);
}

#[test]
fn what_is_in_force_has_no_english_in_russian_and_in_kazakh() {
    let law = Law::builtin().unwrap();
    for on in ["2024-09-03", "2025-06-01", "2026-08-05"] {
        for language in [Language::Ru, Language::Kk] {
            let text = rates::show(&law, day(on), language).unwrap();
            assert_eq!(english(&text), [""; 0], "{language} {on}");
        }
    }
    for language in [Language::Ru, Language::Kk] {
        assert_eq!(english(&rates::check(None, language).unwrap().text), [""; 0], "{language}");
    }
    assert_eq!(english("не причитается: not due\nsee a"), ["не причитается: not due"]);
}

#[test]
fn what_is_in_force_in_russian() {
    let text = rates::show(&Law::builtin().unwrap(), day("2026-08-05"), Language::Ru).unwrap();
    let lines: Vec<String> = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    for line in [
        "Действует на 2026-08-05",
        "ставка 1 % Социальный кодекс, ст. 102-1, п. 2 [по тексту акта, 14]",
        "предел базы 595000.00 тенге = 7 МЗП, действует Социальный кодекс, ст. 102-1, п. 2 [по тексту акта, 15]",
        "распределение или возврат 3 рабочих дня Приказ № 392, Правила, п. 13–14, п. 15, ч. 1 [по тексту акта",
        "не причитается: ОПВР Социальный кодекс, ст. 248, п. 6, подп. 6) [по тексту акта, 14]",
    ] {
        assert!(lines.iter().any(|shown| shown.starts_with(line)), "{line}\n{}", lines.join("\n"));
    }
}

/// ВОСМС of a student is not due up to the 15th, of a minor from the 16th on: whoever is both is exempt throughout, and the
/// reason is that of the day.
#[test]
fn an_exemption_has_the_category_of_its_day_as_the_reason() {
    let place = Place::new();
    place.ustap_ends(0, &["rates", "export", "draft"]);
    let table = place.read("draft/exemptions.toml");
    let (before, students) = table.split_once("# --- full-time-student").unwrap();
    let (before, minors) = before.split_once("# --- minor").unwrap();
    // As if nothing had been said of minors before.
    let (heading, entry) = minors.split_once("[[exemption]]").unwrap();
    let (_, entry) = entry.split_once("[[exemption]]").unwrap();
    let minors = format!("{heading}[[exemption]]{}", entry.replacen("2026-01-01", "2026-08-16", 1));
    let students = students.replacen("to = \"open\"", "to = \"2026-08-15\"", 1);
    place.write(
        "draft/exemptions.toml",
        [before, "# --- minor", &minors, "# --- full-time-student", &students].concat(),
    );
    place.write("exemptions.csv", format!("iin,category\n{A},minor\n{A},full-time-student\n"));
    for (out, days, by) in [
        ("first", &["05"][..], "full-time-student"),
        ("second", &["20"], "minor"),
        ("both", &["05", "20"], "full-time-student+minor"),
    ] {
        let operations: String = days.iter().map(|day| format!("{day},{A},2026-08-{day},1000,\n")).collect();
        let more = ["--exemptions", "exemptions.csv", "--rates", "draft", "--out", out];
        assert_eq!(place.calculate(&operations, &more).status, Some(0));
        let register = place.read(&format!("{out}/register.csv"));
        let row = &rows(&register)[0];
        assert_eq!((row["vosms"], row["opv"]), ("0.00", if days.len() == 2 { "20.00" } else { "10.00" }));
        assert!(row["notes"].split('|').any(|note| note == format!("vosms:exempt={by}")), "{}", row["notes"]);
    }
}

/// In June 2025 one contractor is under each of the two regimes that had the 25th. In tables of its own the one pays ОПВ and
/// ИПН by the 20th, the other СО and ВОСМС: the month's payment is due on the earlier day, whichever regime has it.
#[test]
fn of_two_regimes_the_earlier_day_counts() {
    let place = Place::new();
    place.ustap_ends(0, &["rates", "export", "draft"]);
    let mut deadlines = place.read("draft/deadlines.toml");
    let all = "payments = [\"ipn\", \"opv\", \"so\", \"vosms\"]\nday = \"25\"";
    for (regime, early, late) in [
        ("mobile-app", "\"ipn\", \"opv\"", "\"so\", \"vosms\""),
        ("mobile-app-standard", "\"so\", \"vosms\"", "\"ipn\", \"opv\""),
    ] {
        let start = deadlines.find(&format!("[[deadline]]\nregime = \"{regime}\"\n{all}")).unwrap();
        let end = start + 1 + deadlines[start + 1..].find("\n[[").unwrap();
        let entry = deadlines[start..end].to_owned();
        let with = |payments: &str, day: &str| entry.replace(all, &format!("payments = [{payments}]\nday = \"{day}\""));
        deadlines.replace_range(start..end, &[with(early, "20"), with(late, "25")].concat());
    }
    place.write("draft/deadlines.toml", deadlines);
    place.write("contractors.csv", format!("iin,regime\n{A},mobile-app\n{B},mobile-app-standard\n"));
    let operations = format!("a,{A},2025-06-05,1000,\nb,{B},2025-06-05,1000,\n");
    let more = ["--contractors", "contractors.csv", "--rates", "draft", "--out", "run"];
    assert_eq!(place.calculate(&operations, &more).status, Some(0));
    let payments = place.read("run/payments.csv");
    let days: Vec<(&str, &str)> = rows(&payments).iter().map(|row| (row["payment"], row["due_on"])).collect();
    assert_eq!(days, ["ipn", "opv", "so", "vosms"].map(|payment| (payment, "2025-07-20")));
}
