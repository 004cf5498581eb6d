//! `ustap explain` against the register of the same inputs.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value;

use crate::program::{C, OPERATIONS, Place, program};

const INPUTS: [&str; 7] = [
    "examples/august-2026/operations.csv",
    "--exemptions",
    "examples/august-2026/exemptions.csv",
    "--contractors",
    "examples/august-2026/contractors.csv",
    "--period",
    "2026-08",
];

/// Who has rows that were rejected beside those that count: lines 16, 28, 30, 46, 50, 51, 58 and 66 of the operations, and 19
/// to 21 of the exemptions; last, who has one that lacks the zero in front of the ИИН, line 26 of the operations.
const REJECTED: [&str; 9] = [
    "950811900103",
    "960303900103",
    "010130900106",
    "941031900104",
    "720506900108",
    "970709900102",
    "040229900109",
    "810808900109",
    "030527900108",
];

fn explain(arguments: &[&str]) -> Output {
    Command::new(program())
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .arg("explain")
        .args(INPUTS)
        .args(arguments)
        .output()
        .unwrap()
}

fn decimal(value: &Value) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

/// The rows of the expected register by person, each as column → field. Their notes have no quotes.
fn register() -> BTreeMap<String, Vec<BTreeMap<String, String>>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/august-2026/expected/register.csv");
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let mut persons: BTreeMap<String, Vec<BTreeMap<String, String>>> = BTreeMap::new();
    for line in lines {
        let row: BTreeMap<String, String> =
            header.iter().zip(line.split(',')).map(|(&name, field)| (name.to_owned(), field.to_owned())).collect();
        persons.entry(row["iin"].clone()).or_default().push(row);
    }
    persons
}

#[test]
fn every_explained_amount_is_that_of_the_register_and_follows_from_its_steps() {
    let register = register();
    assert_eq!(register.len(), 36);
    for (iin, rows) in register {
        let output = explain(&["--iin", &iin, "--json"]);
        assert_eq!(output.status.code(), Some(i32::from(REJECTED.contains(&&*iin))), "{iin}");
        let explained: Value = serde_json::from_slice(&output.stdout).unwrap();
        let explained_rows = explained["rows"].as_array().unwrap();
        assert_eq!(explained_rows.len(), rows.len(), "{iin}");
        let mut operations = 0;
        for (explained, row) in explained_rows.iter().zip(&rows) {
            for column in ["regime", "income", "withheld", "notes"] {
                assert_eq!(explained[column], row[column].as_str(), "{iin} {column}");
            }
            assert_eq!(explained["operations"].to_string(), row["operations"], "{iin}");
            operations += explained["operations"].as_u64().unwrap();
            for payment in explained["payments"].as_array().unwrap() {
                let code = payment["payment"].as_str().unwrap();
                assert_eq!(payment["amount"], row[code].as_str(), "{iin} {code}");
                follow(payment["steps"].as_array().unwrap(), row, code);
            }
        }
        assert_eq!(explained["operations"].as_array().unwrap().len() as u64, operations, "{iin}");
        lines_add_up(&explained, &rows);
    }
}

/// Goes the steps with a calculation of its own.
fn follow(steps: &[Value], row: &BTreeMap<String, String>, code: &str) {
    let mut base = Decimal::ZERO;
    let mut rate = Decimal::ZERO;
    let mut seen = Vec::new();
    for step in steps {
        let kind = step["step"].as_str().unwrap();
        // How the law is read changes nothing.
        if !["other-reading", "not-named", "no-floor"].contains(&kind) {
            seen.push(kind);
        }
        match kind {
            "exempt" => assert_eq!(step["income"], row[&format!("{code}_exempt")].as_str()),
            "base-before-cap" => {
                base = (decimal(&step["income"]) - decimal(&step["exempt"])).max(Decimal::ZERO);
                assert_eq!(decimal(&step["base_before_cap"]), base);
            }
            "base" => {
                for cap in step["caps"].as_array().unwrap() {
                    assert_eq!(decimal(&cap["times"]) * decimal(&cap["indicator"]), decimal(&cap["amount"]));
                    base = base.min(decimal(&cap["amount"]));
                }
                assert_eq!(decimal(&step["base"]), base);
                assert_eq!(step["base"], row[&format!("{code}_base")].as_str());
            }
            "rate" => rate = decimal(&step["rate"]),
            "amount" => {
                assert_eq!(decimal(&step["product"]), base * rate);
                assert_eq!((&step["unit"], &step["mode"]), (&"1.00".into(), &"half-up".into()));
                let amount = (base * rate).round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
                assert_eq!(decimal(&step["amount"]), amount);
            }
            "no-floor" => assert!(base > Decimal::ZERO && code != "ipn", "{code}"),
            "other-reading" | "not-named" => {}
            other => panic!("an unknown step {other}"),
        }
        for citation in step["citations"].as_array().into_iter().flatten() {
            assert!(citation["act"].as_str().is_some_and(|act| !act.is_empty()));
            assert!(citation["url"].as_str().is_some_and(|url| url.starts_with("https://")));
        }
    }
    let computed = ["base-before-cap", "base", "rate", "amount"];
    assert!(seen == computed || seen[1..] == computed && seen[0] == "exempt", "{seen:?}");
}

fn lines_add_up(explained: &Value, rows: &[BTreeMap<String, String>]) {
    for payment in ["ipn", "opv", "opvr", "so", "vosms"] {
        let lines: Decimal =
            explained["operations"].as_array().unwrap().iter().map(|line| decimal(&line["amounts"][payment])).sum();
        let register: Decimal = rows.iter().map(|row| row[payment].parse::<Decimal>().unwrap()).sum();
        assert_eq!(lines, register, "{payment}");
    }
}

#[test]
fn the_text_names_cap_and_article_in_three_languages() {
    // 612 345.67 of income: СО stops at 7 × 85 000 = 595 000, and 595 000 × 1 % = 5 950.
    for (lang, cap, mzp, so, cited) in [
        ("en", "Cap", "МЗП", "СО", "Social Code, art. 102-1(2) [quoted]"),
        ("ru", "Предел базы", "МЗП", "СО", "Социальный кодекс, ст. 102-1, п. 2 [по тексту акта]"),
        ("kk", "База шегі", "ЕТЖ", "ӘА", "Әлеуметтік кодекс, 102-1-бап, 2-тармақ [акт мәтіні бойынша]"),
    ] {
        let output = explain(&["--iin", "750101900101", "--lang", lang]);
        assert_eq!(output.status.code(), Some(0));
        assert!(output.stderr.is_empty());
        let text = String::from_utf8(output.stdout).unwrap();
        let capped = format!(" 7 × {mzp} 85000.00 = 595000.00");
        let is_capped = |line: &str| line.trim_start().starts_with(cap) && line.contains(&capped);
        assert!(text.lines().any(is_capped), "{text}");
        assert!(text.contains(cited), "{text}");
        assert!(text.contains(&format!("{so} (so)")) && text.contains("5950.00"), "{text}");
    }
}

#[test]
fn the_text_says_what_the_figures_are() {
    for (lang, said) in [
        ("en", "For the operator these figures are a forecast and a check of its sums"),
        ("ru", "Для оператора эти суммы — прогноз и проверка сумм КГД"),
        ("kk", "Оператор үшін бұл сомалар — МКК сомаларының болжамы мен"),
    ] {
        let output = explain(&["--iin", "750101900101", "--lang", lang]);
        let text = String::from_utf8(output.stdout).unwrap();
        assert_eq!(text.matches(said).count(), 1, "{text}");
    }
}

#[test]
fn nothing_to_explain_is_a_finding() {
    let output = explain(&["--iin", "160440007161"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        message,
        "nothing to explain: no operation of this person counts in this month: 1604****7161, 2026-08\n"
    );
    // One row of the batch is of this person, and it is rejected as `no-regime`.
    let message = String::from_utf8(explain(&["--iin", "770707900109"]).stderr).unwrap();
    assert!(message.starts_with("nothing to explain: "), "{message}");
    let rejected =
        "rows of this person that were rejected or are of other months (see `ustap calculate … --check`): 1\n";
    assert!(message.ends_with(rejected), "{message}");
    let wrong = explain(&["--iin", "160440007162"]);
    assert_eq!(wrong.status.code(), Some(2));
}

/// What is read into the law of every figure is cited: of which month income is, that it is gross, that a small base is one as
/// a whole, and why what is given back counts in another month. Of 2025 the tables say none of it.
#[test]
fn the_readings_of_income_and_of_small_bases_are_cited() {
    let place = Place::new();
    place.write(
        "o.csv",
        format!("{OPERATIONS}a,{C},2026-08-05,10000,\nb,{C},2026-09-01,-4000,2026-08-05\nold,{C},2025-08-05,10000,\n"),
    );
    let explained = |month: &str| {
        let run = place.ustap_ends(0, &["explain", "o.csv", "--iin", C, "--period", month, "--json"]);
        serde_json::from_str::<Value>(&run.stdout).unwrap()
    };
    let cited = |citations: &Value| -> Vec<String> {
        let said = |each: &Value| format!("{} {}", each["act"].as_str().unwrap(), each["basis"].as_str().unwrap());
        citations.as_array().unwrap().iter().map(said).collect()
    };
    let august = explained("2026-08");
    let row = &august["rows"][0];
    assert_eq!(cited(&row["income_citations"]), ["Tax Code, art. 719(2)–(3) quoted", "Tax Code, art. 719 inferred"]);
    let operations = august["operations"].as_array().unwrap().iter().map(|each| cited(&each["citations"]));
    assert_eq!(operations.collect::<Vec<_>>(), [vec![], vec!["Tax Code, art. 719(2)–(3) inferred".to_owned()]]);
    let floors = |explained: &Value| -> Vec<(String, Vec<String>)> {
        let payments = explained["rows"][0]["payments"].as_array().unwrap().iter();
        let steps =
            payments.flat_map(|payment| payment["steps"].as_array().unwrap().iter().map(move |step| (payment, step)));
        let floors = steps.filter(|(_, step)| step["step"] == "no-floor");
        floors.map(|(of, step)| (of["payment"].as_str().unwrap().to_owned(), cited(&step["citations"]))).collect()
    };
    let expected = [
        ("opv", "Social Code, art. 102-1(3) inferred"),
        ("opvr", "Social Code, art. 251(2) quoted"),
        ("so", "Social Code, art. 245(1) quoted"),
        ("vosms", "OSMS law, art. 29 unverified"),
    ];
    assert_eq!(floors(&august), expected.map(|(payment, cited)| (payment.to_owned(), vec![cited.to_owned()])));
    let of_2025 = explained("2025-08");
    assert_eq!((floors(&of_2025), cited(&of_2025["rows"][0]["income_citations"])), (vec![], vec![]));
    // СО of 612 345.67 stops at its cap, so that no minimum could matter.
    let capped: Value = serde_json::from_slice(&explain(&["--iin", "750101900101", "--json"]).stdout).unwrap();
    assert_eq!(floors(&capped).into_iter().map(|(payment, _)| payment).collect::<Vec<_>>(), ["opv", "opvr", "vosms"]);
}

/// СО of a person with the earlier pension age is due by the Rules; the article that would free stands beside.
#[test]
fn another_reading_is_named_beside_what_is_due() {
    let explained: Value = serde_json::from_slice(&explain(&["--iin", "750611900104", "--json"]).stdout).unwrap();
    let payments = explained["rows"][0]["payments"].as_array().unwrap();
    for payment in payments {
        let readings: Vec<&Value> =
            payment["steps"].as_array().unwrap().iter().filter(|step| step["step"] == "other-reading").collect();
        if payment["payment"] == "so" {
            assert_eq!(payment["amount"], "1213.00");
            assert_eq!(readings[0]["categories"], serde_json::json!(["early-pension-age"]));
            assert_eq!(readings[0]["citations"][0]["act"], "Social Code, art. 243");
        } else {
            assert!(readings.is_empty(), "{payment}");
        }
    }
    let text = String::from_utf8(explain(&["--iin", "750611900104"]).stdout).unwrap();
    assert!(text.contains("Due [inferred]; by another reading of the law income received on days of the category would be exempt:\n      early-pension-age: "), "{text}");
}

#[test]
fn a_russian_and_a_kazakh_explanation_have_no_english() {
    for lang in ["ru", "kk"] {
        for iin in register().into_keys() {
            let output = explain(&["--iin", &iin, "--lang", lang]);
            let text = String::from_utf8(output.stdout).unwrap();
            assert_eq!(crate::program::english(&text), [""; 0], "{lang} {iin}");
        }
    }
}

#[test]
fn the_places_of_a_citation_are_data_in_json() {
    let output = explain(&["--iin", "750101900101", "--json", "--lang", "ru"]);
    let explained: Value = serde_json::from_slice(&output.stdout).unwrap();
    let opvr = &explained["rows"][0]["payments"][2];
    let rate = opvr["steps"].as_array().unwrap().iter().find(|step| step["step"] == "rate").unwrap();
    let citation = &rate["citations"][0];
    assert_eq!(citation["act"], "Социальный кодекс, ст. 102-1, п. 4, ст. 251, п. 2");
    let places = citation["provisions"].as_array().unwrap();
    assert_eq!(places.len(), 2);
    assert_eq!(
        (&places[1]["act"], &places[1]["article"], &places[1]["point"]),
        (&"social-code".into(), &"251".into(), &"2".into())
    );
    assert_eq!(places[1]["title"], "Социальный кодекс Республики Казахстан от 20.04.2023 № 224-VII");
    assert_eq!((&places[1]["subpoint"], &places[1]["annex"]), (&Value::Null, &Value::Null));
    let amount = opvr["steps"].as_array().unwrap().iter().find(|step| step["step"] == "amount").unwrap();
    let unit = &amount["citations"][0]["provisions"][0];
    assert_eq!((&unit["act"], &unit["annex"], &unit["point"]), (&"order-392".into(), &"rules".into(), &"4".into()));
}

/// What nobody sees, in an id, is escaped as JSON has it.
#[test]
fn json_stays_json_whatever_an_id_has_in_it() {
    let place = Place::new();
    let id = "a\u{200e}b\u{2028}\u{85}c";
    place.write("operations.csv", format!("{OPERATIONS}{id},{C},2026-08-20,30000,\n"));
    let run = place.ustap_ends(0, &["explain", "operations.csv", "--period", "2026-08", "--iin", C, "--json"]);
    assert!(run.stdout.contains(r"a\u200eb\u2028\u0085c"), "{}", run.stdout);
    let explained: Value = serde_json::from_str(&run.stdout).unwrap();
    assert!(explained.to_string().contains(id), "{explained}");
}

/// Under 18, and ВОСМС is not due of that person: 30 000 − 30 000 = 0. ОПВ is: 30 000 × 1 % = 300.
#[test]
fn an_exemption_names_the_categories_and_the_provisions_that_it_rests_on() {
    let place = Place::new();
    place.write("operations.csv", format!("{OPERATIONS}a,{C},2026-08-20,30000,\n"));
    place.write("exemptions.csv", format!("iin,category\n{C},minor\n"));
    let asked = ["explain", "operations.csv", "--exemptions", "exemptions.csv", "--period", "2026-08", "--iin", C];
    let run = place.ustap_ends(0, &[&asked[..], &["--json"]].concat());
    let explained: Value = serde_json::from_str(&run.stdout).unwrap();
    let payments = explained["rows"][0]["payments"].as_array().unwrap();
    let of = |code: &str| payments.iter().find(|payment| payment["payment"] == code).unwrap();
    let exempt = &of("vosms")["steps"][0];
    assert_eq!((&exempt["step"], &exempt["income"]), (&"exempt".into(), &"30000.00".into()));
    assert_eq!(exempt["categories"], serde_json::json!(["minor"]));
    assert_eq!(exempt["citations"][0]["act"], "OSMS law, art. 26(1), 28(7)");
    assert_eq!((&of("vosms")["amount"], &of("opv")["amount"]), (&"0.00".into(), &"300.00".into()));
    let run = place.ustap_ends(0, &asked);
    assert!(run.stdout.contains("art. 26(1), 28(7) [inferred]"), "{}", run.stdout);
}

/// Ids may have a person in them; no terminal shows one whole.
#[test]
fn ids_are_shown_without_persons() {
    let place = Place::new();
    place.write("operations.csv", format!("{OPERATIONS}A-{C},{C},2026-06-10,1300000,\n"));
    let run = place.ustap_ends(0, &["explain", "operations.csv", "--iin", C, "--period", "2026-06"]);
    assert!(
        !run.stdout.contains(C) && run.stdout.matches(&format!("A-{}****", &C[..4])).count() == 2,
        "{}",
        run.stdout
    );
}

/// An id with a line end in it makes no line of its own.
#[test]
fn an_id_stands_in_one_line() {
    let place = Place::new();
    place.write("operations.csv", format!("{OPERATIONS}\"a\n  Amount\",{C},2026-06-10,1300000,\n"));
    let run = place.ustap_ends(0, &["explain", "operations.csv", "--iin", C, "--period", "2026-06"]);
    assert_eq!(run.stdout.matches(r"a\n  Amount").count(), 2, "{}", run.stdout);
}

/// By law.md section 6 СО is due with `early-pension-age`; with `pension-age` beside it, it is not, by whatever reading.
#[test]
fn another_reading_is_not_named_where_all_is_exempt_anyway() {
    let place = Place::new();
    place.write("operations.csv", format!("{OPERATIONS}a,{C},2026-06-10,2000,\n"));
    let steps = |categories: &[&str]| {
        let rows: String = categories.iter().map(|category| format!("{C},{category}\n")).collect();
        place.write("exemptions.csv", format!("iin,category\n{rows}"));
        let asked = ["explain", "operations.csv", "--exemptions", "exemptions.csv", "--iin", C, "--period", "2026-06"];
        let run = place.ustap_ends(0, &[&asked[..], &["--json"]].concat());
        let explained: Value = serde_json::from_str(&run.stdout).unwrap();
        let payments = explained["rows"][0]["payments"].as_array().unwrap().clone();
        let so = payments.into_iter().find(|payment| payment["payment"] == "so").unwrap();
        so["steps"].as_array().unwrap().iter().map(|step| step["step"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(steps(&["early-pension-age"]).contains(&"other-reading".to_owned()));
    assert!(!steps(&["early-pension-age", "pension-age"]).contains(&"other-reading".to_owned()));
}

/// 1 000 on the 5th, when three categories hold, and 500 on the 20th, when none does. On the 5th СО is exempt by
/// `pension-age`, so that the other reading of `early-pension-age` frees from nothing; so is ВОСМС, which is due of the 20th
/// alone, and not because no provision names `civil-protection-service`. Of the 20th no reading would free.
#[test]
fn what_is_read_into_the_law_is_said_of_its_days_alone() {
    let place = Place::new();
    place.write("o.csv", format!("{OPERATIONS}a,{C},2026-06-05,1000,\nb,{C},2026-06-20,500,\n"));
    let said = |categories: &[&str]| {
        let rows: String =
            categories.iter().map(|category| format!("{C},{category},2026-06-05,2026-06-05\n")).collect();
        place.write("e.csv", format!("iin,category,valid_from,valid_to\n{rows}"));
        let run =
            place.ustap_ends(0, &["explain", "o.csv", "--exemptions", "e.csv", "--iin", C, "--period", "2026-06"]);
        [
            "another reading of the law income received on days of the",
            "Due on days of the category too, for the provision",
        ]
        .map(|said| run.stdout.matches(said).count())
    };
    assert_eq!(said(&["early-pension-age"]), [1, 0]);
    assert_eq!(said(&["civil-protection-service"]), [0, 1]);
    assert_eq!(said(&["early-pension-age", "civil-protection-service", "pension-age"]), [0, 0]);
}

/// That who is not listed is self-employed is inferred, and said so; an entrepreneur is exempt from nothing, since nothing
/// is withheld from him. The limit and the regime carry their provisions in JSON too.
#[test]
fn the_regime_rests_on_the_list_or_on_the_default() {
    let place = Place::new();
    place.write("operations.csv", format!("{OPERATIONS}a,{C},2026-06-10,1300000,\n"));
    place.write("exemptions.csv", format!("iin,category\n{C},pension-age\n"));
    let explained = |regime: &str| -> Value {
        place.write("contractors.csv", format!("iin,regime\n{C},{regime}\n"));
        let asked = ["explain", "operations.csv", "--iin", C, "--period", "2026-06", "--json"];
        let facts = ["--exemptions", "exemptions.csv", "--contractors", "contractors.csv"];
        serde_json::from_str(&place.ustap_ends(0, &[&asked[..], &facts].concat()).stdout).unwrap()
    };
    let bases = |explained: &Value| -> Vec<String> {
        let citations = explained["rows"][0]["citations"].as_array().unwrap().iter();
        citations.map(|citation| citation["basis"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(bases(&explained("")), ["quoted", "inferred"]);
    let listed = explained("self-employed");
    assert_eq!(bases(&listed), ["quoted"]);
    // 300 × 4 325.
    assert_eq!(listed["limits"][0]["thresholds"][0]["amount"], "1297500.00");
    assert_eq!(listed["operations"][0]["exempt_by"]["opv"][0], "pension-age");
    let entrepreneur = explained("entrepreneur");
    assert_eq!(bases(&entrepreneur), ["quoted"]);
    assert_eq!(entrepreneur["operations"][0]["exempt_by"], serde_json::json!({}));
}

/// 1 300 000 is above 1 297 500: that the operator goes on withholding is inferred, and so is that he does not.
#[test]
fn both_readings_of_income_above_the_limit_rest_on_something() {
    let place = Place::new();
    place.write("operations.csv", format!("{OPERATIONS}a,{C},2026-06-10,1300000,\n"));
    let explained = |policy: &str| -> (Value, String) {
        let asked = ["explain", "operations.csv", "--iin", C, "--period", "2026-06", "--over-limit", policy];
        let json = serde_json::from_str(&place.ustap_ends(0, &[&asked[..], &["--json"]].concat()).stdout).unwrap();
        (json, place.ustap_ends(0, &asked).stdout)
    };
    let (json, text) = explained("cap");
    let goes_on = &json["limits"][0]["goes_on"];
    assert_eq!(
        (goes_on["act"].as_str(), goes_on["basis"].as_str()),
        (Some("Social Code, art. 102-1; Order No. 392, Rules, point 4"), Some("inferred"))
    );
    assert!(
        text.contains(
            "The operator goes on withholding, up to the caps (policy `cap`).\n  ↳ Social Code, art. 102-1; "
        ),
        "{text}"
    );
    let (json, text) = explained("stop");
    assert_eq!((&json["limits"][0]["goes_on"], json["rows"][0]["regime"].as_str()), (&Value::Null, Some("over-limit")));
    assert_eq!(json["rows"][0]["citations"][0]["act"], "Tax Code, art. 716(11)–(12)");
    assert!(text.contains("(policy `stop`).\n  ↳ Tax Code, art. 716(11)–(12) [inferred]"), "{text}");
}

/// A category of part of a month: that the day of receipt decides is said with how sure that is, and so is that a payment is
/// due because no provision names the category. Of a whole month the day decides nothing.
#[test]
fn what_is_read_into_the_law_is_said() {
    let place = Place::new();
    place.write(
        "o.csv",
        "operation_id,iin,settled_on,income\na,900101300017,2026-08-05,1000\nb,900101300017,2026-08-20,500\n",
    );
    let explain = |from: &str| {
        place.write("e.csv", format!("iin,category,valid_from\n900101300017,civil-protection-service,{from}\n"));
        let arguments = "explain o.csv --exemptions e.csv --iin 900101300017 --period 2026-08";
        let text = place.ustap_ends(0, &arguments.split(' ').collect::<Vec<_>>()).stdout;
        let json: Vec<&str> = arguments.split(' ').chain(["--json"]).collect();
        (text, serde_json::from_str::<Value>(&place.ustap_ends(0, &json).stdout).unwrap())
    };
    let deciding = "Which income is exempt is told by the day of receipt:\n      ↳ Social Code, art. 248(3), 248(6), 243; OSMS law, art. 28(7) [inferred]";
    let due = "Due on days of the category too, for the provision does not name it:\n      civil-protection-service: ";
    let (text, json) = explain("2026-08-10");
    let steps = |payment: usize| json["rows"][0]["payments"][payment]["steps"].as_array().unwrap().clone();
    assert_eq!(steps(1)[0]["deciding_day"]["basis"], "inferred", "{json}");
    assert_eq!(
        (&steps(4)[0]["step"], &steps(4)[0]["citations"][0]["basis"]),
        (&"not-named".into(), &"inferred".into())
    );
    // ОПВ and ОПВР are exempt in part; ВОСМС is due.
    assert_eq!((text.matches(deciding).count(), text.matches(due).count()), (2, 1), "{text}");
    assert!(text.contains("OSMS law, art. 28(7) [inferred]"), "{text}");
    let (text, _) = explain("2026-08-01");
    assert_eq!((text.matches(deciding).count(), text.matches(due).count()), (0, 1), "{text}");
}

/// One income of 100 000 on the 25th, and a category that frees from all four from the 10th on: all is exempt because the day
/// of receipt decides, 0.00 in place of 1 000 each. On the 5th, before the category begins, 1 % of 100 000 is due of each for
/// the same reason. Of every day of the month, or of none, nothing hangs on the day; nor where another category frees from
/// the payment on every day: of ВОСМС then, and not of the other three.
#[test]
fn the_day_of_receipt_is_said_to_decide_where_a_category_holds_on_a_part_of_the_month() {
    let place = Place::new();
    let explained = |day: &str, rows: &[&str]| {
        place.write("o.csv", format!("{OPERATIONS}b2,{C},{day},100000,\n"));
        let rows: String = rows.iter().map(|row| format!("{C},{row}\n")).collect();
        place.write("e.csv", format!("iin,category,valid_from,valid_to\n{rows}"));
        let asked = ["explain", "o.csv", "--exemptions", "e.csv", "--iin", C, "--period", "2026-03"];
        let text = place.ustap_ends(0, &asked).stdout;
        let json: Value =
            serde_json::from_str(&place.ustap_ends(0, &[&asked[..], &["--json"]].concat()).stdout).unwrap();
        // Of each payment: the amount, and of the exempt step its categories, operations, income and basis of the day.
        let of_payment = |payment: &Value| {
            let step = &payment["steps"][0];
            let exempt = (step["step"] == "exempt").then(|| {
                let codes: Vec<&str> =
                    step["categories"].as_array().unwrap().iter().map(|code| code.as_str().unwrap()).collect();
                let basis = step["deciding_day"]["basis"].as_str().unwrap_or("-");
                format!("{} {} {} {basis}", codes.join("+"), step["operations"], step["income"].as_str().unwrap())
            });
            (payment["amount"].as_str().unwrap().to_owned(), exempt.unwrap_or_default())
        };
        let payments = json["rows"][0]["payments"].as_array().unwrap();
        let of: Vec<(String, String)> = payments[1..].iter().map(of_payment).collect();
        (of, text.matches("Which income is exempt is told by the day of receipt:").count())
    };
    let all = |amount: &str, exempt: &str| vec![(amount.to_owned(), exempt.to_owned()); 4];
    let from_10 = "pension-age,2026-03-10,";
    let exempt = "pension-age 1 100000.00 inferred";
    assert_eq!(explained("2026-03-25", &[from_10]), (all("0.00", exempt), 4));
    assert_eq!(explained("2026-03-05", &[from_10]), (all("1000.00", "pension-age 0 0.00 inferred"), 4));
    // Every day of the month by one row or by two, and no day of it.
    let whole = (all("0.00", "pension-age 1 100000.00 -"), 0);
    assert_eq!(explained("2026-03-25", &["pension-age,2026-03-01,2026-03-31"]), whole);
    assert_eq!(explained("2026-03-25", &["pension-age,,2026-03-09", from_10]), whole);
    assert_eq!(explained("2026-03-25", &["pension-age,2026-04-01,"]), (all("1000.00", ""), 0));
    let (of, said) = explained("2026-03-25", &[from_10, "disability,,"]);
    assert_eq!((&of[..3], said), (&all("0.00", exempt)[..3], 3));
    assert_eq!(of[3], ("0.00".into(), "disability+pension-age 1 100000.00 -".into()));
    // Two categories, one behind the other, of which neither holds on all days.
    let (of, said) = explained("2026-03-25", &["disability,,2026-03-09", "minor,2026-03-10,"]);
    assert_eq!((of[3].clone(), said), (("0.00".into(), "minor 1 100000.00 inferred".into()), 1));
}

/// Of the person's five rows of June one has no income, and one repeats another: two do not count. That of May is of no
/// concern, and another person's is neither. The exemption has no category that there is.
#[test]
fn rows_of_the_person_that_do_not_count_are_told() {
    let place = Place::new();
    let rows = [
        format!("a,{C},2026-06-05,1000,"),
        format!("b,{C},2026-06-06,many,"),
        format!("a,{C},2026-06-05,1000,"),
        format!("c,{C},2026-06-07,500,"),
        format!("d,{C},2026-06-08,200,"),
        format!("e,{C},2026-05-08,one,"),
        "f,900101300017,2026-06-08,none,".to_owned(),
    ];
    place.write("o.csv", format!("{OPERATIONS}{}\n", rows.join("\n")));
    place.write("e.csv", format!("iin,category\n{C},no-such\n"));
    let asked = ["explain", "o.csv", "--iin", C, "--period", "2026-06"];
    let run = place.ustap_ends(1, &asked);
    let told = "Operations counted: 3\n";
    assert!(run.stdout.contains(told), "{}", run.stdout);
    let told = "rows of this person that do not count in this month (see `ustap calculate … --check`): 2\n";
    assert!(run.stdout.contains(told), "{}", run.stdout);
    let explained: Value =
        serde_json::from_str(&place.ustap_ends(1, &[&asked[..], &["--json"]].concat()).stdout).unwrap();
    assert_eq!((&explained["not_counted"], explained["operations"].as_array().unwrap().len()), (&2.into(), 3));
    // What is no file cannot be read again to tell whose the rejected rows are.
    let piped = ["explain", "-", "--iin", C, "--period", "2026-06"];
    let file = place.read("o.csv");
    let run = place.ustap_reading(&piped, file.as_bytes());
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains("whether any is of this person is not known"), "{}", run.stdout);
    let run = place.ustap_reading(&[&piped[..], &["--json"]].concat(), file.as_bytes());
    let explained: Value = serde_json::from_str(&run.stdout).unwrap();
    assert!(explained["not_counted"].is_null(), "{}", run.stdout);
    // Where nothing of the person counts either: the rows of the file are not all that there may be.
    place.write("pipe.csv", format!("{OPERATIONS}{}\n", rows[1]));
    place.write("other.csv", format!("{OPERATIONS}{}\n", rows[5]));
    let pipe = place.read("pipe.csv");
    let unknown = "rows were rejected or are of other months, and whether any is of this person is not known: ";
    for inputs in [&["-"][..], &["-", "other.csv"]] {
        let run = place.ustap_reading(&[&["explain"], inputs, &piped[2..]].concat(), pipe.as_bytes());
        assert_eq!((run.status, run.stdout.as_str()), (Some(1), ""), "{}", run.stderr);
        let said: Vec<&str> = run.stderr.lines().collect();
        assert!(
            said.len() == 2 && said[0].starts_with("nothing to explain") && said[1].starts_with(unknown),
            "{said:?}"
        );
    }
    // Nothing was rejected: of whom anything could be is not asked.
    let run = place.ustap_reading(&piped, format!("{OPERATIONS}x,900101300017,2026-06-08,100,\n").as_bytes());
    assert_eq!((run.status, run.stderr.lines().count()), (Some(1), 1), "{}", run.stderr);
    // Nothing of the person was rejected, though of another.
    place.write("o.csv", format!("{OPERATIONS}{}\n{}\n", rows[0], rows[6]));
    let run = place.ustap_ends(0, &asked);
    assert!(!run.stdout.contains("do not count"), "{}", run.stdout);
    // An exemption that was rejected is said in words.
    for (lang, said) in [
        ("en", "An exemption row of this person was rejected: look at it before you pay."),
        ("ru", "Строка об освобождении этого лица отклонена: проверьте её до уплаты."),
    ] {
        let run = place.ustap_ends(1, &[&asked[..], &["--exemptions", "e.csv", "--lang", lang]].concat());
        assert!(run.stdout.contains(said), "{}", run.stdout);
    }
}

/// Own tables in which another article frees from СО from the 15th on: income of the 20th rests on that one, and income of
/// both halves of the month on both.
#[test]
fn an_exemption_rests_on_the_provision_of_its_days() {
    let place = Place::new();
    place.ustap_ends(0, &["rates", "export", "own"]);
    let table = place.read("own/exemptions.toml");
    let of_so = "category = \"pension-age\"\npayments = [\"so\"]\nfrom = \"2026-01-01\"\nto = ";
    let entry = format!("{of_so}\"open\"");
    assert_eq!(table.matches(&entry).count(), 1);
    let more = "\n[[exemption]]\ncategory = \"pension-age\"\npayments = [\"so\"]\nfrom = \"2026-06-15\"\nto = \"open\"\n\
                cite = { act = \"social-code\", article = \"999\" }\nbasis = \"unverified\"\n";
    place.write("own/exemptions.toml", table.replace(&entry, &format!("{of_so}\"2026-06-14\"")) + more);
    place.write("e.csv", format!("iin,category\n{C},pension-age\n"));
    let cited = |days: &[&str]| -> (Value, Vec<String>) {
        let rows: String = days.iter().map(|day| format!("{day},{C},2026-06-{day},1000,\n")).collect();
        place.write("o.csv", format!("{OPERATIONS}{rows}"));
        let asked = ["explain", "o.csv", "--exemptions", "e.csv", "--rates", "own", "--iin", C, "--period", "2026-06"];
        let run = place.ustap_ends(0, &[&asked[..], &["--json"]].concat());
        let explained: Value = serde_json::from_str(&run.stdout).unwrap();
        let so = &explained["rows"][0]["payments"][3]["steps"][0];
        let acts = so["citations"].as_array().unwrap().iter().map(|cited| cited["act"].as_str().unwrap().to_owned());
        (so["categories"].clone(), acts.collect())
    };
    let (first, then) = ("Social Code, art. 243, 207(1); Order No. 392, Rules, point 7", "Social Code, art. 999");
    let pension = serde_json::json!(["pension-age"]);
    assert_eq!(cited(&["05"]), (pension.clone(), vec![first.to_owned()]));
    assert_eq!(cited(&["20"]), (pension.clone(), vec![then.to_owned()]));
    assert_eq!(cited(&["05", "20"]), (pension, vec![first.to_owned(), then.to_owned()]));
}
