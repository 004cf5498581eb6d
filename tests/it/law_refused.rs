//! What a table is refused for: each time the place, to the column, and the message.
//!
//! A case changes an entry of a built-in table. `¦` in the new text marks the place that is to be named, `‡` a line that
//! the message names as `LINE`; both are taken out before the table is read.

use std::fs;

use ustap::Law;
use ustap::law::TableFile;
use ustap::{Error, ErrorKind, Language};

fn builtin() -> Vec<TableFile> {
    Law::builtin().unwrap().tables().to_vec()
}

fn text_of(name: &str) -> String {
    builtin().into_iter().find(|table| table.name == name).unwrap().text
}

/// The error for the built-in tables with this text in place of the table of that name.
fn error_of(name: &str, text: &str) -> Error {
    let mut tables = builtin();
    tables.iter_mut().find(|table| table.name == name).unwrap().text = text.to_owned();
    match Law::from_tables(tables) {
        Err(error) => error,
        Ok(_) => panic!("{name} loads"),
    }
}

fn refused_text(name: &str, marked: &str, message: &str) {
    let line_of = |mark| marked.split(mark).next().unwrap_or_default().split('\n').count();
    let before = marked.split_once('¦').unwrap().0.replace('‡', "");
    let column = before.split('\n').next_back().unwrap().chars().count() + 1;
    let error = error_of(name, &marked.replace(['¦', '‡'], ""));
    assert_eq!(error.kind(), ErrorKind::Rates);
    let message = message.replace("LINE", &line_of('‡').to_string());
    assert_eq!(error.to_string(), format!("{name}:{}:{column}: {message}", line_of('¦')));
    assert_eq!(english_in(&error), Vec::<String>::new(), "{error}");
}

/// The English words in what the error says in Russian and in Kazakh, beside names between backquotes and lists of names.
fn english_in(error: &Error) -> Vec<String> {
    let is_name = |part: &str| {
        part.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "_-/.".contains(letter))
    };
    let english = error.to_string();
    let (_, last) = english.rsplit_once(": ").unwrap_or_default();
    let names = if last.split(", ").all(is_name) { last } else { "" };
    let mut found = Vec::new();
    for language in [Language::Ru, Language::Kk] {
        let (_, said) =
            error.say(language).split_once(": ").map(|(at, said)| (at.to_owned(), said.to_owned())).unwrap();
        if english.contains("no TOML: ") {
            // What the reader of TOML says, it says in English.
            assert!(said.contains("TOML") && said.ends_with(last), "{said}");
            continue;
        }
        let said =
            said.strip_suffix(names).unwrap_or(&said).to_owned() + " " + &error.hint_in(language).unwrap_or_default();
        let outside = said.split('`').step_by(2).collect::<Vec<_>>().join(" ");
        let words = outside.split(|letter: char| !letter.is_alphabetic());
        found.extend(words.filter(|word| word.len() > 1 && word.is_ascii()).map(str::to_owned));
    }
    found
}

/// The one entry of the table that begins with these lines, up to the blank line after it.
fn entry(name: &str, begin: &str) -> String {
    let text = text_of(name);
    assert_eq!(text.matches(begin).count(), 1, "{begin} in {name}");
    let entry = &text[text.find(begin).unwrap()..];
    format!("{}\n", entry.split("\n\n").next().unwrap().trim_end())
}

fn edited(entry: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(entry.to_owned(), |entry, (old, new)| {
        assert_eq!(entry.matches(old).count(), 1, "{old} in {entry}");
        entry.replace(old, new)
    })
}

/// Refused with this message after `old` in the entry was replaced.
fn refused(name: &str, begin: &str, old: &str, new: &str, message: &str) {
    let entry = entry(name, begin);
    refused_text(name, &text_of(name).replace(&entry, &edited(&entry, &[(old, new)])), message);
}

/// Refused with this message after the entry was made two with these edits.
fn twice(name: &str, begin: &str, first: &[(&str, &str)], second: &[(&str, &str)], message: &str) {
    let entry = entry(name, begin);
    let both = format!("{}\n{}", edited(&entry, first), edited(&entry, second));
    refused_text(name, &text_of(name).replace(&entry, &both), message);
}

/// Refused with this message after the entry was taken out; `at` is the text before which the mark stands then.
fn removed(name: &str, begin: &str, at: &str, message: &str) {
    let left = text_of(name).replace(&entry(name, begin), "");
    assert_eq!(left.matches(at).count(), 1, "{at} in {name}");
    refused_text(name, &left.replace(at, &format!("¦{at}")), message);
}

const ACTS: &str = "acts.toml";
const INDICATORS: &str = "indicators.toml";
const REGIMES: &str = "regimes.toml";
const ROUNDING: &str = "rounding.toml";
const EXEMPTIONS: &str = "exemptions.toml";
const RECIPIENTS: &str = "recipients.toml";
const DEADLINES: &str = "deadlines.toml";

const MRP_2026: &str = "[[indicator]]\ncode = \"mrp\"\namount = \"4325\"";
const OPV: &str = "[[rate]]\nregime = \"self-employed\"\npayment = \"opv\"";
const OPV_CAP: &str = "[[cap]]\nregime = \"self-employed\"\npayment = \"opv\"";
const SO_CAP_MZP: &str = "[[cap]]\nregime = \"self-employed\"\npayment = \"so\"\ncap = { times = \"7\"";
const SO_CAP_MRP: &str = "[[cap]]\nregime = \"self-employed\"\npayment = \"so\"\ncap = { times = \"300\"";
const LIMIT: &str = "[[limit]]\nregime = \"self-employed\"";
const MOBILE_LIMIT: &str = "[[limit]]\nregime = \"mobile-app\"";
const IN_FORCE: &str = "[[in_force]]\nregime = \"self-employed\"";
const DEFAULT: &str = "[[default]]\nregime = \"self-employed\"";
const MODE: &str = "[[mode]]\npayments = [\"ipn\", \"opv\", \"opvr\", \"so\", \"vosms\"]";
const UNIT: &str =
    "[[unit]]\npayments = [\"ipn\", \"opv\", \"opvr\", \"so\", \"vosms\"]\nunit = \"1\"\nfrom = \"2026-01-01\"";
const MINOR: &str = "[[exemption]]\ncategory = \"minor\"\npayments = [\"vosms\"]\nfrom = \"2026-01-01\"";
const SO_PAYEE: &str = "[[recipient]]\npayment = \"so\"";
const SO_DEADLINE: &str = "[[deadline]]\nregime = \"self-employed\"\npayments = [\"so\"]";

const OPEN: &str = "to = \"open\"";

// --- Places as people see them, in a table written out ---

const TWO_YEARS: &str = r#"# Indicators
[[name]]
code = "mrp"
en = "МРП"
ru = "МРП"
kk = "АЕК"

[[indicator]]
code = "mrp"
amount = "4325"
from = "2026-01-01"
to = "2026-12-31"
cite = { act = "budget-2026", article = "7" }
basis = "secondary"

[[indicator]]
code = "mrp"
amount = "4600"
from = "2026-12-01"
to = "2027-12-31"
cite = { act = "budget-2026" }
basis = "secondary"
"#;

#[test]
fn an_overlap() {
    assert_eq!(
        error_of(INDICATORS, TWO_YEARS).to_string(),
        "indicators.toml:19:8: the indicator `mrp` from 2026-12-01 overlaps the one of line 11, which holds from \
         2026-01-01 to 2026-12-31"
    );
}

#[test]
fn a_gap() {
    let error = error_of(INDICATORS, &TWO_YEARS.replace("2026-12-01", "2027-03-01"));
    assert_eq!(
        error.to_string(),
        "indicators.toml:19:8: a gap: the indicator `mrp` has no value from 2027-01-01 to 2027-02-28"
    );
    assert_eq!(
        error.hint().as_deref(),
        Some("add the value, or name the section in `gaps = [...]` at the top of the file if it may have gaps")
    );
    let place = error.place();
    assert_eq!((place.file.as_deref(), place.line, place.column), (Some(INDICATORS), Some(19), Some(8)));
}

#[test]
fn columns_are_counted_in_characters() {
    let error = error_of(INDICATORS, &TWO_YEARS.replace("amount = \"4600\"", "\"сумма\" = \"4600\""));
    assert_eq!(
        error.to_string(),
        "indicators.toml:18:1: unknown key `сумма`; known here: code, amount, from, to, cite, basis, note"
    );
    // Characters before the 7: `cap = { of = "мзп", times = ` has 28; in bytes it would be 31.
    let before = "cap = { of = \"мзп\", times = ";
    assert_eq!((before.chars().count(), before.len()), (28, 31));
    let old = "cap = { times = \"7\", of = \"mzp\" }";
    refused(REGIMES, SO_CAP_MZP, old, &format!("{before}¦7 }}"), "`times` is an integer: write it as text, in quotes");
}

// --- Reading ---

#[test]
fn what_is_no_toml() {
    let error = error_of(ROUNDING, "[[unit]]\nunit = \n");
    assert!(error.to_string().starts_with("rounding.toml:2:"), "{error}");
    assert!(error.to_string().contains("no TOML"), "{error}");
    let error = error_of(ROUNDING, "[[unit]]\nunit = \"1\"\nunit = \"2\"\n");
    assert_eq!(error.to_string(), "rounding.toml:3:1: no TOML: duplicate key");
}

/// The money of a payment is told by its code alone, so that one code is of one payment, on each day.
#[test]
fn two_payments_of_one_code() {
    let both = "is the КНП of `so` and the КНП of `opv` at once: two payments have one code";
    refused(RECIPIENTS, SO_PAYEE, "\"012\"", "¦\"010\"", &format!("`010` {both}"));
    let penalty =
        "is the КНП of a penalty of `vosms` and the КНП of a penalty of `opv` at once: two payments have one code";
    let of_vosms = "[[penalty]]\npayments = [\"vosms\"]";
    refused("settlement/accounts.toml", of_vosms, "\"124\"", "¦\"019\"", &format!("`019` {penalty}"));
    let own = "is the КНП of a penalty of `vosms` and the КНП of `vosms` at once: two payments have one code";
    refused("settlement/accounts.toml", of_vosms, "\"124\"", "¦\"122\"", &format!("`122` {own}"));
}

#[test]
fn numbers_in_place_of_text() {
    refused(REGIMES, OPV, "rate = \"0.01\"", "rate = ¦0.01", "`rate` is a float: write it as text, in quotes");
    refused(REGIMES, OPV, "rate = \"0.01\"", "rate = ¦1", "`rate` is an integer: write it as text, in quotes");
    refused(INDICATORS, MRP_2026, "\"4325\"", "¦4325", "`amount` is an integer: write it as text, in quotes");
    refused(INDICATORS, MRP_2026, "\"4325\"", "¦4325.0", "`amount` is a float: write it as text, in quotes");
    refused(ROUNDING, UNIT, "unit = \"1\"", "unit = ¦1", "`unit` is an integer: write it as text, in quotes");
    refused(DEADLINES, SO_DEADLINE, "\"25\"", "¦25", "`day` is an integer: write it as text, in quotes");
    refused(RECIPIENTS, SO_PAYEE, "\"012\"", "¦12", "`knp` is an integer: write it as text, in quotes");
    refused(
        REGIMES,
        OPV,
        "\"2026-01-01\"",
        "¦2026-01-01",
        "`from` is a date without quotes: write it as text, in quotes",
    );
    refused(REGIMES, OPV, OPEN, "to = ¦true", "`to` is a boolean: write it as text, in quotes");
    let form = "write { times = \"…\", of = \"…\" }, or \"none\"";
    refused(
        REGIMES,
        LIMIT,
        "limit = { times = \"300\", of = \"mrp\" }",
        "limit = ¦300",
        &format!("`limit` is an integer: {form}"),
    );
    refused(
        REGIMES,
        LIMIT,
        "limit = { times = \"300\", of = \"mrp\" }",
        "limit = ¦\"300\"",
        &format!("`limit` is a text: {form}"),
    );
    refused(EXEMPTIONS, MINOR, "[\"vosms\"]", "¦\"vosms\"", "`payments` is a text: write a list of texts");
    refused(EXEMPTIONS, MINOR, "[\"vosms\"]", "[¦4]", "`payments` is an integer: write it as text, in quotes");
}

#[test]
fn unknown_keys() {
    let known = "known here: regime, payment, rate, from, to, cite, basis, note";
    refused(REGIMES, OPV, "rate = \"0.01\"", "¦rats = \"0.01\"", &format!("unknown key `rats`; {known}"));
    refused(
        REGIMES,
        SO_CAP_MZP,
        "{ times = \"7\", of = \"mzp\" }",
        "{ times = \"7\", of = \"mzp\", ¦plus = \"1\" }",
        "unknown key `plus`; known here: times, of",
    );
    refused_text(
        ROUNDING,
        &format!("¦gap = [\"unit\"]\n{}", text_of(ROUNDING)),
        "unknown key `gap`; known here: gaps, unit, mode",
    );
    refused_text(
        ROUNDING,
        &format!("gaps = [\"unit\", ¦\"mod\"]\n{}", text_of(ROUNDING)),
        "`mod` is no section: unit, mode",
    );
    refused_text(
        ROUNDING,
        &format!("{}\n[[¦floor]]\nunit = \"1\"\n", text_of(ROUNDING)),
        "unknown key `floor`; known here: gaps, unit, mode",
    );
}

#[test]
fn sections_and_keys_that_are_missing() {
    let rounding = text_of(ROUNDING);
    let marked = format!("¦{}", rounding.split("[[mode]]\npayments").next().unwrap());
    refused_text(ROUNDING, &marked, "there is no [[mode]]");
    refused_text(ROUNDING, "¦", "there is no [[unit]]");
    refused_text(ROUNDING, "unit = ¦\"1\"\n", "`unit` is no list of entries: each begins with [[unit]]");
    refused_text(ROUNDING, "¦[unit]\nunit = \"1\"\n", "`unit` is no list of entries: each begins with [[unit]]");
    refused_text(ROUNDING, "unit = [¦\"1\"]\n", "an entry of `unit` begins with [[unit]]");
    refused(REGIMES, OPV, OPV, &format!("¦{}", OPV.replace("payment = \"opv\"", "")), "[[rate]] has no `payment`");
    for key in ["rate = \"0.01\"", "from = \"2026-01-01\"", "to = \"open\""] {
        let entry = entry(REGIMES, OPV);
        let without = format!("¦{}", edited(&entry, &[(&format!("{key}\n"), "")]));
        let message = format!("[[rate]] has no `{}`", key.split(' ').next().unwrap());
        refused_text(REGIMES, &text_of(REGIMES).replace(&entry, &without), &message);
    }
    let so_cap = "[[cap]]\nregime = \"self-employed\"\npayment = \"so\"\ncap = ¦{ of = \"mzp\" }";
    refused(REGIMES, SO_CAP_MZP, &format!("{SO_CAP_MZP}, of = \"mzp\" }}"), so_cap, "[[cap]] has no `times`");
}

#[test]
fn missing_citations() {
    let cite = "cite = { act = \"social-code\", article = \"102-1\", point = \"3\" }";
    for (key, line) in [("cite", format!("{cite}\n")), ("basis", "basis = \"quoted\"\n".to_owned())] {
        let entry = entry(REGIMES, OPV);
        let without = format!("¦{}", edited(&entry, &[(&line, "")]));
        refused_text(REGIMES, &text_of(REGIMES).replace(&entry, &without), &format!("[[rate]] has no `{key}`"));
    }
    refused(REGIMES, OPV, "basis = \"quoted\"", "basis = ¦\" \"", "`basis` is empty");
    refused(
        REGIMES,
        OPV,
        "\"quoted\"",
        "¦\"certain\"",
        "`certain` is no basis: quoted, secondary, inferred, unverified",
    );
    let noted = |note: &str| format!("basis = \"quoted\"\nnote = {note}");
    for (note, message) in [
        ("¦\"Спорно\"", "`note` is a text: write { en = \"…\", ru = \"…\" }"),
        ("¦{ ru = \"Спорно\" }", "[[note]] has no `en`"),
        ("{ en = \"Open\", ru = ¦\"\" }", "`ru` is empty"),
        ("{ en = \"Open\", ru = \"Спорно\", ¦kk = \"?\" }", "unknown key `kk`; known here: en, ru"),
    ] {
        refused(REGIMES, OPV, "basis = \"quoted\"", &noted(note), message);
    }
}

#[test]
fn citations_that_lead_nowhere() {
    let cite = "{ act = \"social-code\", article = \"102-1\", point = \"3\" }";
    let form = "write { act = \"…\", article = \"…\", … }, or a list of these";
    let number = "is no place in an act: write numbers, as 2, 102-1 or 3–4";
    for (place, message) in [
        ("¦\"Social Code\"", format!("`cite` is a text: {form}")),
        ("[¦\"social-code\"]", format!("a place of `cite` is a text: {form}")),
        ("¦[]", "`cite` names no act".to_owned()),
        ("¦{ article = \"5\" }", "[[cite]] has no `act`".to_owned()),
        ("{ act = ¦\"social\" }", "`social` is no act of acts.toml".to_owned()),
        ("[{ act = \"tax-code\" }, { act = ¦\"\" }]", "`act` is empty".to_owned()),
        (
            "{ act = \"tax-code\", ¦paragraph = \"3\" }",
            "unknown key `paragraph`; known here: act, edition, annex, article, point, subpoint, part, says".to_owned(),
        ),
        ("{ act = \"tax-code\", article = ¦5 }", "`article` is an integer: write it as text, in quotes".to_owned()),
        ("{ act = \"tax-code\", article = ¦\"102-\" }", format!("`102-` {number}")),
        ("{ act = \"tax-code\", point = ¦\"3–4–5\" }", format!("`3–4–5` {number}")),
        ("{ act = \"tax-code\", edition = ¦\"new\" }", format!("`new` {number}")),
        (
            "{ act = \"order-392\", annex = ¦\"Rules\" }",
            "`Rules` is no place in an act: write rules, or a number".to_owned(),
        ),
        (
            "¦{ act = \"tax-code\", article = \"5\", subpoint = \"1\" }",
            "a subpoint or part without its `point`".to_owned(),
        ),
        (
            "{ act = ¦\"base-rate\", article = \"5\" }",
            "`base-rate` is a publication, which has no articles, points and annexes".to_owned(),
        ),
        ("{ act = \"tax-code\", says = ¦{ en = \"men\", ru = \"мужчины\" } }", "[[says]] has no `kk`".to_owned()),
    ] {
        refused(REGIMES, OPV, cite, place, &message);
    }
}

#[test]
fn acts_that_are_not_named_well() {
    let act = "[[act]]\ncode = \"osms-law\"";
    let url = "\"https://adilet.zan.kz/rus/docs/Z1500000405\"";
    refused(ACTS, act, "\"osms-law\"", "¦\"social-code\"", "`social-code` stands twice");
    refused(ACTS, act, "\"osms-law\"", "¦\"ОСМС\"", "`ОСМС` is no code: lower-case letters, digits and hyphens");
    refused(ACTS, act, url, "¦\"adilet\"", "`adilet` is no address: it begins with https:// or http://");
    refused(ACTS, act, "\"2015-11-16\"", "¦\"16.11.2015\"", "`16.11.2015` is not a day of the form YYYY-MM-DD");
    refused(ACTS, act, "number = \"405-V\"", "kind = ¦\"law\"", "`law` is no kind: act, publication");
    refused(
        ACTS,
        act,
        "\"Закон Республики Казахстан «Об обязательном социальном медицинском страховании»\"",
        "¦\"none\"",
        "`none` stands for the title: the Russian one must be known",
    );
    refused(
        ACTS,
        act,
        "number = \"405-V\"",
        "¦nummer = \"405-V\"",
        "unknown key `nummer`; known here: code, kind, ru, kk, en, short, number, dated, registered, url",
    );
    for line in
        ["number = \"405-V\"\n", "dated = \"2015-11-16\"\n", "en = \"Law on mandatory social health insurance\"\n"]
    {
        let entry = entry(ACTS, act);
        let without = format!("¦{}", edited(&entry, &[(line, "")]));
        let message = format!("[[act]] has no `{}`", line.split(' ').next().unwrap());
        refused_text(ACTS, &text_of(ACTS).replace(&entry, &without), &message);
    }
    // An act that is named nowhere but in the citations.
    let left = text_of(ACTS).replace(&entry(ACTS, act), "");
    let error = error_of(ACTS, &left);
    assert!(error.to_string().ends_with("`osms-law` is no act of acts.toml"), "{error}");
}

#[test]
fn days_that_are_none() {
    let of_form = "is not a day of the form YYYY-MM-DD";
    for bad in ["2026-02-30", "01.01.2026", "2026-1-1", "2026-01-01T00:00", "open", "26-01-01"] {
        refused(REGIMES, OPV, "\"2026-01-01\"", &format!("¦\"{bad}\""), &format!("`{bad}` {of_form}"));
    }
    refused(REGIMES, OPV, OPEN, "to = ¦\"none\"", &format!("`none` {of_form}"));
    refused(REGIMES, OPV, OPEN, "to = ¦\"2025-12-31\"", "`2025-12-31` is before the first day, 2026-01-01");
}

#[test]
fn values_that_are_not_exact() {
    let amount = "is not exact: write a number above zero with at most 12 digits and 2 decimals";
    for bad in ["4325.001", "4 325", "4325,00", "-1", "0", "0.00", "1e3", "4325.", ".5", "+1", "1234567890123", "4_325"]
    {
        refused(INDICATORS, MRP_2026, "\"4325\"", &format!("¦\"{bad}\""), &format!("`{bad}` {amount}"));
    }
    refused(ROUNDING, UNIT, "unit = \"1\"", "unit = ¦\"0.001\"", &format!("`0.001` {amount}"));
    refused(
        ROUNDING,
        UNIT,
        "unit = \"1\"",
        "unit = ¦\"1000000.01\"",
        "`1000000.01` is no unit of rounding: it is too large",
    );
    let rate = "is not exact: write a rate between 0 and 1 with at most nine decimals, or \"none\"";
    for bad in ["1 %", "0,01", "1.01", "-0.01", "0.0000000001", "1e-2", ".01", "one"] {
        refused(REGIMES, OPV, "\"0.01\"", &format!("¦\"{bad}\""), &format!("`{bad}` {rate}"));
    }
    let times = "is not exact: write a number above zero with at most 6 digits and 4 decimals";
    for bad in ["0", "7,5", "1.00001", "1000000", "-7"] {
        refused(REGIMES, SO_CAP_MZP, "\"7\"", &format!("¦\"{bad}\""), &format!("`{bad}` {times}"));
    }
    // 85 000 × 1.0001 = 85 008.50 is exact; 4 325 × 1.0001 = 4 325.4325 is finer than a tiyn.
    refused(
        REGIMES,
        SO_CAP_MRP,
        "\"300\"",
        "¦\"1.0001\"",
        "1.0001 × 4325.00 (mrp on 2026-01-01) is not exact to the tiyn",
    );
    // 999 999 × 999 999 999 999.99 is about 10¹⁸ tenge, 10²⁰ tiyn: above 2⁶³.
    let entry = entry(INDICATORS, MRP_2026);
    let great = edited(&entry, &[("\"4325\"", "\"999999999999.99\"")]);
    let mut tables = builtin();
    for table in &mut tables {
        table.text = table.text.replace(&entry, &great).replace("times = \"300\"", "times = \"999999\"");
    }
    let error = Law::from_tables(tables).unwrap_err();
    assert!(error.to_string().ends_with("999999 × 999999999999.99 (mrp on 2026-01-01) is out of range"), "{error}");
}

#[test]
fn references_to_what_is_not_there() {
    refused(REGIMES, OPV, "\"opv\"", "¦\"osms\"", "`osms` is no payment: ipn, opv, opvr, so, vosms");
    refused(
        REGIMES,
        "[[income]]\nreading = \"gross\"",
        "\"gross\"",
        "¦\"net\"",
        "`net` is no reading of income: received, gross, corrected",
    );
    let floor = "payment = \"so\"\nfloor = \"none\"";
    refused(REGIMES, floor, "\"none\"", "¦\"85000\"", "`85000` is not none: a base with a minimum is not computed");
    refused(REGIMES, OPV, "\"self-employed\"", "¦\"freelance\"", "`freelance` is no regime of regimes.toml");
    refused(REGIMES, DEFAULT, "\"self-employed\"", "¦\"freelance\"", "`freelance` is no regime of regimes.toml");
    refused(DEADLINES, SO_DEADLINE, "\"self-employed\"", "¦\"freelance\"", "`freelance` is no regime of regimes.toml");
    refused(REGIMES, SO_CAP_MZP, "\"mzp\"", "¦\"pm\"", "`pm` is no indicator");
    refused(REGIMES, LIMIT, "\"mrp\"", "¦\"pm\"", "`pm` is no indicator");
    refused(EXEMPTIONS, MINOR, "\"minor\"", "¦\"child\"", "`child` is no category");
    refused(EXEMPTIONS, MINOR, "\"vosms\"", "¦\"osms\"", "`osms` is no payment: ipn, opv, opvr, so, vosms");
    refused(RECIPIENTS, SO_PAYEE, "\"so\"", "¦\"co\"", "`co` is no payment: ipn, opv, opvr, so, vosms");
    refused(ROUNDING, MODE, "\"half-up\"", "¦\"half-even\"", "`half-even` is no mode of rounding: half-up, up, down");
    refused(RECIPIENTS, SO_PAYEE, "\"012\"", "¦\"12\"", "`12` is no КНП: write three digits");
    refused(
        RECIPIENTS,
        SO_PAYEE,
        "\"160440007161\"",
        "¦\"160440007160\"",
        "`1604****7160` is no БИН, and not \"none\"",
    );
    for bad in ["0", "29", "+5", "025", "x"] {
        let message = format!("`{bad}` is no day from 1 to 28");
        refused(DEADLINES, SO_DEADLINE, "\"25\"", &format!("¦\"{bad}\""), &message);
    }
    let regime = "[[regime]]\ncode = \"legal-entity\"";
    refused(REGIMES, regime, "\"out-of-scope\"", "¦\"outside\"", "`outside` is no scope: withheld, out-of-scope");
}

// --- Codes ---

#[test]
fn codes_that_stand_twice_or_are_none() {
    let regime = "[[regime]]\ncode = \"legal-entity\"";
    twice(REGIMES, regime, &[], &[("\"legal-entity\"", "¦\"legal-entity\"")], "`legal-entity` stands twice");
    refused(
        REGIMES,
        regime,
        "\"legal-entity\"",
        "¦\"over-limit\"",
        "`over-limit` is reserved for income above a limit",
    );
    let category = "[[category]]\ncode = \"minor\"";
    twice(EXEMPTIONS, category, &[], &[("\"minor\"", "¦\"minor\"")], "`minor` stands twice");
    for bad in ["Minor", "mi|nor", "mi nor", "несовершеннолетний"] {
        let message = format!("`{bad}` is no code: lower-case letters, digits and hyphens");
        refused(EXEMPTIONS, category, "\"minor\"", &format!("¦\"{bad}\""), &message);
    }
    refused(EXEMPTIONS, MINOR, "[\"vosms\"]", "[\"vosms\", ¦\"vosms\"]", "`vosms` stands twice");
    let entry = entry(EXEMPTIONS, MINOR);
    let empty = format!("¦{}", edited(&entry, &[("[\"vosms\"]", "[]")]));
    let message = "`payments` of [[exemption]] is empty";
    refused_text(EXEMPTIONS, &text_of(EXEMPTIONS).replace(&entry, &empty), message);
}

#[test]
fn more_categories_than_a_set_holds() {
    // The built-in table has 16: with 48 more there are 64, and one more is too many.
    let category = |number| format!("\n[[category]]\ncode = \"x{number}\"\nen = \"x\"\nru = \"x\"\nkk = \"x\"\n");
    let most: String = (0..48).map(category).collect();
    let mut tables = builtin();
    tables.iter_mut().find(|table| table.name == EXEMPTIONS).unwrap().text += &most;
    assert_eq!(Law::from_tables(tables).unwrap().categories().count(), 64);
    let marked = format!("{}{most}{}", text_of(EXEMPTIONS), category(48).replace("\"x48\"", "¦\"x48\""));
    refused_text(EXEMPTIONS, &marked, "`x48` is one category too many: there can be 64");
}

#[test]
fn days_off_that_are_none() {
    let year = "[[year]]\noff = [\n    \"2026-01-01\"";
    for (new, message) in [
        ("¦\"2026-01-03\"", "`2026-01-03` is a Saturday or Sunday, which is off anyway"),
        ("¦\"2027-01-05\"", "`2027-01-05` is outside the days of its entry"),
        ("¦\"2026-01-32\"", "`2026-01-32` is not a day of the form YYYY-MM-DD"),
        ("\"2026-01-08\", ¦\"2026-01-08\"", "`2026-01-08` stands twice"),
    ] {
        refused("days_off.toml", year, "\"2026-01-02\"", new, message);
    }
    let worked = "worked = [¦\"2026-01-05\"]\nfrom = \"2026-01-01\"";
    refused("days_off.toml", year, "from = \"2026-01-01\"", worked, "`2026-01-05` is no Saturday or Sunday");
}

#[test]
fn days_and_terms_of_the_month_that_are_none() {
    let statement = "[[month_day]]\ncode = \"statement\"";
    refused(DEADLINES, statement, "day = \"5\"", "day = ¦\"29\"", "`29` is no day from 1 to 28");
    let message = "`report` is not known here: statement, computed, payment";
    refused(DEADLINES, statement, "\"statement\"", "¦\"report\"", message);
    let mending = "[[term]]\ncode = \"mending\"";
    let message = "`return` is not known here: distribution, mending";
    refused(DEADLINES, mending, "\"mending\"", "¦\"return\"", message);
    refused(DEADLINES, mending, "days = \"3\"", "days = ¦\"0\"", "`0` is no number from 1 to 999");
}

// --- In Russian, as a lawyer or an accountant reads it ---

#[test]
fn what_is_wrong_is_said_in_russian() {
    let said = |name: &str, begin: &str, old: &str, new: &str| {
        let entry = entry(name, begin);
        let error = error_of(name, &text_of(name).replace(&entry, &edited(&entry, &[(old, new)])));
        assert_eq!(english_in(&error), Vec::<String>::new(), "{error}");
        error.say(Language::Ru).split_once(": ").unwrap().1.to_owned()
    };
    assert_eq!(
        said(REGIMES, OPV, "rate = \"0.01\"", "rate = \"1%\""),
        "`1%` — не точная ставка: запишите долю от 0 до 1, в которой после точки не более девяти цифр, или `\"none\"`"
    );
    assert_eq!(
        said(REGIMES, OPV, "basis =", "bases ="),
        "неизвестный ключ `bases`; здесь известны: regime, payment, rate, from, to, cite, basis, note"
    );
    assert_eq!(
        said(REGIMES, OPV, "act = \"social-code\"", "act = \"social\""),
        "`social` — такого акта нет в `acts.toml`"
    );

    let series = |first: &str, from: &str| {
        let entry = entry(REGIMES, OPV);
        let first = edited(&entry, &[(OPEN, first)]);
        let text = text_of(REGIMES)
            .replace(&entry, &format!("{first}\n{}", edited(&entry, &[("from = \"2026-01-01\"", from)])));
        let error = error_of(REGIMES, &text);
        assert_eq!(english_in(&error), Vec::<String>::new(), "{error}");
        let line = text.split(OPV).next().unwrap().lines().count() + 1;
        // The entry begins with its section, regime, payment and rate; its first day is on the fifth line.
        (
            error.say(Language::Ru).split_once(": ").unwrap().1.replace(&format!("строке {}", line + 4), "строке N"),
            error,
        )
    };
    let (overlap, _) = series("to = \"2026-06-30\"", "from = \"2026-06-01\"");
    assert_eq!(
        overlap,
        "ставка `opv` для режима `self-employed`: запись, действующая с 2026-06-01, пересекается с записью в строке N, \
         которая действует с 2026-01-01 по 2026-06-30"
    );
    let (gap, error) = series("to = \"2026-06-30\"", "from = \"2026-08-01\"");
    assert_eq!(gap, "пробел: ставка `opv` для режима `self-employed` — нет значения с 2026-07-01 по 2026-07-31");
    assert_eq!(
        error.hint_in(Language::Ru).unwrap(),
        "добавьте значение или, если в разделе пробелы допустимы, назовите его в `gaps = [...]` в начале файла"
    );
}

// --- Series ---

#[test]
fn overlaps() {
    let from = |from: &'static str| [("from = \"2026-01-01\"", from)];
    let ended = [("from = ", "from = ‡"), (OPEN, "to = \"2026-06-30\"")];
    let overlaps = |what: &str| {
        format!("{what} from 2026-06-01 overlaps the one of line LINE, which holds from 2026-01-01 to 2026-06-30")
    };
    let june = from("from = ¦\"2026-06-01\"");
    twice(REGIMES, OPV, &ended, &june, &overlaps("the rate of `opv` for `self-employed`"));
    twice(REGIMES, SO_CAP_MZP, &ended, &june, &overlaps("the cap of `so` for `self-employed`"));
    twice(REGIMES, LIMIT, &ended, &june, &overlaps("the limit of `self-employed`"));
    twice(REGIMES, IN_FORCE, &ended, &june, &overlaps("the regime `self-employed`"));
    twice(REGIMES, DEFAULT, &ended, &june, &overlaps("the default regime"));
    twice(DEADLINES, SO_DEADLINE, &ended, &june, &overlaps("the deadline of `so` for `self-employed`"));
    let open = |what: &str, first: &str| {
        format!("{what} from 2026-06-01 overlaps the one of line LINE, which holds from {first} on")
    };
    let later = |first: &'static str| [(first, "from = ¦\"2026-06-01\"")];
    let mark = [("from = ", "from = ‡")];
    let at = "from = \"2026-01-01\"";
    twice(ROUNDING, UNIT, &mark, &later(at), &open("the rounding unit of `ipn`", "2026-01-01"));
    twice(ROUNDING, MODE, &mark, &later(at), &open("the rounding mode of `ipn`", "2026-01-01"));
    twice(EXEMPTIONS, MINOR, &mark, &later(at), &open("the exemption of `minor` from `vosms`", "2026-01-01"));
    let at = "from = \"2024-01-01\"";
    twice(RECIPIENTS, SO_PAYEE, &mark, &later(at), &open("the recipient of `so`", "2024-01-01"));
    // A cap beside the entry that says that there is none.
    twice(
        REGIMES,
        OPV_CAP,
        &mark,
        &[("{ times = \"300\", of = \"mrp\" }", "\"none\""), ("from = ", "from = ¦")],
        "the cap of `opv` for `self-employed` from 2026-01-01 overlaps the one of line LINE, which holds from \
         2026-01-01 on",
    );
}

#[test]
fn two_default_regimes_on_a_day() {
    let mobile = "[[default]]\nregime = \"mobile-app\"";
    twice(
        REGIMES,
        mobile,
        &[("from = ", "from = ‡")],
        &[("from = ", "from = ¦")],
        "the default regime from 2024-09-03 overlaps the one of line LINE, which holds from 2024-09-03 to 2025-12-31",
    );
}

#[test]
fn gaps() {
    let june = [(OPEN, "to = \"2026-06-30\"")];
    let august = [("from = \"2026-01-01\"", "from = ¦\"2026-08-01\"")];
    let gap = |what: &str| format!("a gap: {what} has no value from 2026-07-01 to 2026-07-31");
    twice(REGIMES, OPV, &june, &august, &gap("the rate of `opv` for `self-employed`"));
    twice(REGIMES, SO_CAP_MZP, &june, &august, &gap("the cap of `so` for `self-employed`"));
    twice(REGIMES, LIMIT, &june, &august, &gap("the limit of `self-employed`"));
    twice(REGIMES, IN_FORCE, &june, &august, &gap("the regime `self-employed`"));
    twice(REGIMES, DEFAULT, &june, &august, &gap("the default regime"));
    twice(DEADLINES, SO_DEADLINE, &june, &august, &gap("the deadline of `so` for `self-employed`"));
    let august = |first: &'static str| [(first, "from = ¦\"2026-08-01\"")];
    twice(ROUNDING, UNIT, &june, &august("from = \"2026-01-01\""), &gap("the rounding unit of `ipn`"));
    twice(EXEMPTIONS, MINOR, &june, &august("from = \"2026-01-01\""), &gap("the exemption of `minor` from `vosms`"));
    twice(RECIPIENTS, SO_PAYEE, &june, &august("from = \"2024-01-01\""), &gap("the recipient of `so`"));
    // Caps of different indicators: between the two there is none.
    twice(
        REGIMES,
        OPV_CAP,
        &june,
        &[("from = \"2026-01-01\"", "from = ¦\"2026-08-01\""), ("\"mrp\"", "\"mzp\"")],
        &gap("the cap of `opv` for `self-employed`"),
    );
    // A value that begins after its regime.
    let first = "from = \"2026-01-01\"";
    let begins = |what: &str| format!("a gap: {what} has no value from 2026-01-01 to 2026-01-31");
    let february = "from = ¦\"2026-02-01\"";
    refused(REGIMES, OPV, first, february, &begins("the rate of `opv` for `self-employed`"));
    refused(REGIMES, OPV_CAP, first, february, &begins("the cap of `opv` for `self-employed`"));
    refused(REGIMES, LIMIT, first, february, &begins("the limit of `self-employed`"));
    // One that ends before its regime does.
    let ends = |what: &str| format!("a gap: {what} has no value from 2025-07-01 to 2025-12-31");
    let (last, june) = ("to = \"2025-12-31\"", "to = ¦\"2025-06-30\"");
    refused(REGIMES, MOBILE_LIMIT, last, june, &ends("the limit of `mobile-app`"));
    let rate = "[[rate]]\nregime = \"mobile-app\"\npayment = \"opvr\"";
    refused(REGIMES, rate, last, june, &ends("the rate of `opvr` for `mobile-app`"));
    let cap = "[[cap]]\nregime = \"mobile-app\"\npayment = \"ipn\"";
    refused(REGIMES, cap, last, june, &ends("the cap of `ipn` for `mobile-app`"));
}

#[test]
fn changes_inside_a_month() {
    let what = "the rate of `opv` for `self-employed`";
    twice(
        REGIMES,
        OPV,
        &[(OPEN, "to = ¦\"2026-06-14\"")],
        &[("\"2026-01-01\"", "\"2026-06-15\""), ("\"0.01\"", "\"0.02\"")],
        &format!("{what} ends inside a month, on 2026-06-14"),
    );
    refused(REGIMES, OPV, "\"2026-01-01\"", "¦\"2025-12-15\"", &format!("{what} begins inside a month, on 2025-12-15"));
    for (begin, what) in [
        (OPV_CAP, "the cap of `opv` for `self-employed`"),
        (SO_CAP_MRP, "the cap of `so` for `self-employed`"),
        (LIMIT, "the limit of `self-employed`"),
    ] {
        refused(REGIMES, begin, OPEN, "to = ¦\"2026-08-15\"", &format!("{what} ends inside a month, on 2026-08-15"));
    }
    refused(
        REGIMES,
        MOBILE_LIMIT,
        "\"2025-12-31\"",
        "¦\"2025-12-30\"",
        "the limit of `mobile-app` ends inside a month, on 2025-12-30",
    );
    // An indicator changes caps, so it changes with months too.
    refused(
        INDICATORS,
        MRP_2026,
        "\"2026-12-31\"",
        "¦\"2026-12-30\"",
        "the indicator `mrp` ends inside a month, on 2026-12-30",
    );
    refused(
        ROUNDING,
        UNIT,
        "\"2026-01-01\"",
        "¦\"2026-01-03\"",
        "the rounding unit of `ipn` begins inside a month, on 2026-01-03",
    );
    refused(
        RECIPIENTS,
        SO_PAYEE,
        OPEN,
        "to = ¦\"2026-08-15\"",
        "the recipient of `so` ends inside a month, on 2026-08-15",
    );
    refused(
        DEADLINES,
        SO_DEADLINE,
        OPEN,
        "to = ¦\"2026-08-15\"",
        "the deadline of `so` for `self-employed` ends inside a month, on 2026-08-15",
    );
}

#[test]
fn a_regime_that_begins_again_in_a_month() {
    let marked = text_of(REGIMES);
    let entry = entry(REGIMES, IN_FORCE);
    let both = format!(
        "{}\n{}",
        edited(&entry, &[(OPEN, "to = \"2026-06-10\"")]),
        edited(&entry, &[("\"2026-01-01\"", "¦\"2026-06-20\"")])
    );
    let marked = format!("gaps = [\"in_force\"]\n{}", marked.replace(&entry, &both));
    refused_text(REGIMES, &marked, "the regime `self-employed` begins again in the month in which it ended");
}

#[test]
fn an_indicator_without_an_end() {
    refused(INDICATORS, MRP_2026, "\"2026-12-31\"", "¦\"open\"", "the indicator `mrp` must have a last day");
}

// --- Regimes that say too little or too much ---

#[test]
fn incomplete_regimes() {
    let at = "[[regime]]\ncode = \"self-employed\"";
    let code = "`self-employed`";
    removed(REGIMES, OPV, at, &format!("{code} has no [[rate]] of `opv`; write \"none\" if it has no such payment"));
    removed(REGIMES, OPV_CAP, at, &format!("{code} has no [[cap]] of `opv`; write \"none\" if it has none"));
    removed(REGIMES, LIMIT, at, &format!("{code} has no [[limit]]; write \"none\" if it has none"));
    removed(REGIMES, IN_FORCE, at, &format!("the regime {code} has no [[in_force]]"));
    refused(
        REGIMES,
        DEFAULT,
        "regime = \"self-employed\"\nfrom = \"2026-01-01\"",
        "regime = \"mobile-app\"\nfrom = ¦\"2026-01-01\"",
        "the regime `mobile-app` is not in force on all days from 2026-01-01 on",
    );
    removed(RECIPIENTS, SO_PAYEE, "# Recipients", "there is no [[recipient]] of `so` in 2024-09");
    removed(DEADLINES, SO_DEADLINE, "# Deadlines", "there is no [[deadline]] of `so` for `self-employed` in 2026-01");
}

#[test]
fn values_that_belong_to_nothing() {
    let entry_of = |section: &str, key: &str, regime: &str| {
        format!(
            "\n¦[[{section}]]\nregime = \"{regime}\"\n{key}\nfrom = \"2026-01-01\"\nto = \"open\"\n\
             cite = {{ act = \"social-code\" }}\nbasis = \"inferred\"\n"
        )
    };
    let appended = |section: &str, key: &str| {
        let marked = text_of(REGIMES) + &entry_of(section, key, "entrepreneur");
        refused_text(REGIMES, &marked, &format!("`entrepreneur` is out of scope: it has no [[{section}]]"));
    };
    appended("rate", "payment = \"opv\"\nrate = \"0.1\"");
    appended("cap", "payment = \"opv\"\ncap = \"none\"");
    appended("limit", "limit = \"none\"");
    appended("default", "");
    let cap = entry_of("cap", "payment = \"opvr\"\ncap = \"none\"", "mobile-app").replace('¦', "");
    let cap = cap.replace("from = \"2026-01-01\"\nto = \"open\"", "from = ¦\"2024-09-03\"\nto = \"2025-12-31\"");
    refused_text(
        REGIMES,
        &(text_of(REGIMES) + &cap),
        "the cap of `opvr` for `mobile-app` has no rate to belong to: the regime has no such payment",
    );
}

/// The built-in tables with indicators of 2026 until this day.
fn indicators_until(last: &str) -> Result<Law, Error> {
    let mut tables = builtin();
    let indicators = tables.iter_mut().find(|table| table.name == INDICATORS).unwrap();
    indicators.text = indicators.text.replace("\"2026-12-31\"", &format!("\"{last}\""));
    Law::from_tables(tables)
}

#[test]
fn tables_without_an_end() {
    // A slip of a year: 2126 for 2026.
    let error = indicators_until("2126-12-31").unwrap_err();
    assert!(
        error.to_string().ends_with("the days with rates, 2024-09-03 to 2126-12-31, are more than 100 years"),
        "{error}"
    );
}

#[test]
fn tables_of_a_hundred_years_and_of_a_month_more() {
    // From September 2024 to August 2124 it is 100 × 12 = 1 200 months; to September 2124 it is 1 201.
    let law = indicators_until("2124-08-31").unwrap();
    let first_and_last = (law.covered().first().unwrap().0.to_string(), law.covered().last().unwrap().1.to_string());
    assert_eq!(first_and_last, ("2024-09-03".to_owned(), "2124-08-31".to_owned()));
    let error = indicators_until("2124-09-30").unwrap_err();
    assert!(
        error.to_string().ends_with("the days with rates, 2024-09-03 to 2124-09-30, are more than 100 years"),
        "{error}"
    );
}

// --- Files ---

#[test]
fn tables_that_are_missing_unknown_or_there_twice() {
    let error = |tables| Law::from_tables(tables).unwrap_err().to_string();
    let mut tables = builtin();
    tables.retain(|table| table.name != ROUNDING);
    assert_eq!(error(tables), "rounding.toml: this table is missing");
    let mut tables = builtin();
    tables.push(TableFile { name: "Regimes.toml".to_owned(), text: String::new() });
    assert_eq!(
        error(tables),
        "Regimes.toml: is no table of the law: acts.toml, advice.toml, base_rates.toml, days_off.toml, deadlines.toml, exemptions.toml, \
         indicators.toml, recipients.toml, regimes.toml, rounding.toml, settlement/accounts.toml, settlement/mt102.toml, \
         settlement/refunds.toml"
    );
    let mut tables = builtin();
    tables.push(tables[0].clone());
    assert_eq!(error(tables), "acts.toml: this table stands twice");
}

#[test]
fn a_directory_is_read_as_a_whole() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name);
    let error = || Law::load(dir.path()).unwrap_err();
    assert_eq!(error().to_string(), format!("{}: this table is missing", path("acts.toml").display()));
    fs::create_dir(path("settlement")).unwrap();
    for table in builtin() {
        fs::write(path(&table.name), &table.text).unwrap();
    }
    fs::write(path("README.md"), "notes").unwrap();
    fs::create_dir(path("elsewhere")).unwrap();
    let law = Law::load(dir.path()).unwrap();
    assert_eq!(law.tables(), builtin());
    fs::write(path(ROUNDING), text_of(ROUNDING).replace("unit = \"1\"", "unit = 1")).unwrap();
    let at = text_of(ROUNDING).split("unit = \"1\"").next().unwrap().split('\n').count();
    let place = format!("{}:{at}:8:", path(ROUNDING).display());
    assert_eq!(error().to_string(), format!("{place} `unit` is an integer: write it as text, in quotes"));
    fs::write(path("penalty.toml"), "").unwrap();
    assert!(error().to_string().starts_with(&format!("{}: is no table of the law", path("penalty.toml").display())));
    fs::remove_file(path("penalty.toml")).unwrap();
    fs::write(path(ROUNDING), b"\xff").unwrap();
    assert!(error().to_string().starts_with(&format!("{}: cannot be read: ", path(ROUNDING).display())));
    // Whoever reads a pipe waits for somebody to write to it.
    fs::remove_file(path(ROUNDING)).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(path(ROUNDING)).status().unwrap().success());
    let refused = format!("{}: cannot be read: it is no regular file", path(ROUNDING).display());
    assert!(error().to_string().starts_with(&refused), "{}", error());
    let absent = path("absent");
    let error = Law::load(&absent).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rates);
    assert!(error.to_string().starts_with(&format!("{}: cannot be read: ", absent.display())));
}
