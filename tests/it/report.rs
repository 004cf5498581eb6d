//! `ustap report`: the page has the figures of the files, no whole number of a person, and only what belongs together.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Instant;

use crate::program::{OPERATIONS, Place, Run};

/// The run of examples/month with what was done with it.
fn month() -> Place {
    let place = Place::new();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/month");
    for name in ["operations.csv", "exemptions.csv", "contractors.csv", "kgd.csv", "paid.csv", "payer.toml"] {
        place.write(name, std::fs::read(example.join(name)).unwrap());
    }
    let ends = |status, line: &str| place.ustap_ends(status, &line.split(' ').collect::<Vec<_>>());
    ends(
        1,
        "calculate operations.csv --exemptions exemptions.csv --contractors contractors.csv --period 2026-08 --lines --out run",
    );
    ends(1, "statement run --contractors contractors.csv --payer payer.toml --date 2026-09-04 --out statement");
    ends(1, "reconcile --register run --kgd kgd.csv --out compared");
    ends(
        1,
        "lists run --kgd kgd.csv --contractors contractors.csv --payer payer.toml --payment all --format csv --out lists",
    );
    ends(
        1,
        "distribute --paid paid.csv --kgd kgd.csv --exemptions exemptions.csv --received-on 2026-09-25 --out returned",
    );
    ends(0, "lists returned --contractors contractors.csv --payer payer.toml --payment all --format csv --out again");
    place
}

fn report(place: &Place, status: i32, arguments: &str) -> Run {
    let all: Vec<&str> = ["report"].into_iter().chain(arguments.split(' ')).collect();
    place.ustap_ends(status, &all)
}

/// That many numbers of persons, invented.
fn iins(count: usize) -> Vec<ustap::Iin> {
    let iin = |number: u32| {
        let digits = format!("{:02}0101{:05}", 60 + number % 40, number / 40);
        (0..10).find_map(|digit| format!("{digits}{digit}").parse().ok())
    };
    (0..).filter_map(iin).take(count).collect()
}

const ALL: &str = "run statement compared lists returned again --out page.html";

/// The text of the cells of a table, row by row, as the page has them.
fn table(html: &str, id: &str) -> Vec<Vec<String>> {
    let start = html.find(&format!("<table id=\"{id}\"")).unwrap_or_else(|| panic!("no table {id}"));
    let body = html[start..].split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap();
    let cells = |row: &str| {
        let parts = row.replace("</th>", "</td>").replace("<th", "<td");
        parts
            .split("<td")
            .skip(1)
            .map(|cell| text(cell.split_once('>').unwrap().1.split("</td>").next().unwrap()))
            .collect()
    };
    body.split("<tr")
        .skip(1)
        .filter(|row| !row.starts_with(" class=\"mark\""))
        .map(|row| cells(row.split("</tr>").next().unwrap()))
        .collect()
}

/// What stands between the tags, as it was before it was escaped and spaced.
fn text(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            '\u{202f}' => {}
            '\u{2212}' if !inside => text.push('-'),
            _ if !inside => text.push(letter),
            _ => {}
        }
    }
    text.replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"").replace("&#39;", "'").replace("&#38;", "&")
}

/// The rows of a file by column.
fn rows(place: &Place, name: &str) -> Vec<BTreeMap<String, String>> {
    let file = std::fs::File::open(place.path(name)).unwrap();
    let mut reader = csv::Reader::from_reader(file);
    let columns = reader.headers().unwrap().clone();
    let row = |row: Result<csv::StringRecord, csv::Error>| {
        columns.iter().map(str::to_owned).zip(row.unwrap().iter().map(str::to_owned)).collect()
    };
    reader.records().map(row).collect()
}

fn tiyn(amount: &str) -> i128 {
    amount.replace('.', "").parse().unwrap()
}

fn added(rows: &[BTreeMap<String, String>], column: &str) -> i128 {
    rows.iter().map(|row| tiyn(&row[column])).sum()
}

#[test]
fn the_figures_of_the_page_are_those_of_the_files() {
    let place = month();
    report(&place, 0, ALL);
    let html = place.read("page.html");
    let register = rows(&place, "run/register.csv");

    // Beside each payment of the run what КГД has computed, which is what is paid.
    let payments = rows(&place, "run/payments.csv");
    let sums = rows(&place, "compared/summary.csv");
    let names = ["ИПН", "ОПВ", "ОПВР", "СО", "ВОСМС"];
    let shown = table(&html, "payments");
    assert_eq!((shown.len(), payments.len()), (names.len(), names.len()));
    for ((shown, row), name) in shown.iter().zip(&payments).zip(names) {
        let is_of = |sum: &&BTreeMap<String, String>| {
            sum["side"] == "kgd" && (&sum["period"], &sum["payment"]) == (&row["period"], &row["payment"])
        };
        let kgd = &sums.iter().find(is_of).unwrap()["theirs"];
        let rate = if name == "ИПН" { "0 %" } else { "1 %" };
        assert_eq!(
            shown[..],
            [&row["period"], name, &row["amount"], kgd, &row["knp"], rate, &row["persons"], &row["due_on"]]
        );
    }
    assert!(html.contains("<p>Суммы расчёта — прогноз. Когда есть суммы КГД, платят их"), "what the sums are");
    for payment in ["ipn", "opv", "opvr", "so", "vosms"] {
        let chart = table(&html, &format!("ladder-2026-08-{payment}"));
        let sums: Vec<i128> = chart.iter().map(|row| tiyn(&row[2])).collect();
        let [income, between @ .., amount] = &sums[..] else { panic!("{chart:?}") };
        assert_eq!(*income, added(&register, "income"));
        assert_eq!(*amount, added(&register, payment));
        assert_eq!(between.last(), Some(&added(&register, &format!("{payment}_base"))));
        // Exempt, above the cap, given back, and the base: the income.
        assert_eq!(between.iter().sum::<i128>(), *income, "{payment}");
    }
    // WORKED.md: 214 306.40 of a pensioner is exempt from all four contributions, and 788 800.00 is above 7 МЗП.
    let so = table(&html, "ladder-2026-08-so");
    assert!(so.iter().any(|row| row[0] == "Освобождено" && row[2] == "214306.40"), "{so:?}");
    assert!(so.iter().any(|row| row[0] == "Выше предела базы" && row[2] == "788800.00"), "{so:?}");

    let persons: u64 = table(&html, "incomes-2026-08").iter().map(|row| row[2].parse::<u64>().unwrap()).sum();
    assert_eq!(persons, 11);
    let limits = rows(&place, "run/limits.csv");
    let shown = table(&html, "limits");
    assert!(!limits.is_empty());
    assert_eq!(shown.len(), limits.len());
    for (shown, row) in shown.iter().zip(&limits) {
        assert_eq!((&shown[2], &shown[6]), (&row["income"], &row["over"]));
    }

    let lines = rows(&place, "run/lines.csv");
    let days = table(&html, "by-day");
    assert_eq!(days.iter().map(|row| row[2].parse::<usize>().unwrap()).sum::<usize>(), lines.len());
    assert_eq!(days.iter().map(|row| tiyn(&row[3])).sum::<i128>(), added(&lines, "income"));

    let kinds = table(&html, "kinds-0");
    let breaks = rows(&place, "compared/breaks.csv");
    assert_eq!(kinds.iter().map(|row| row[3].parse::<usize>().unwrap()).sum::<usize>(), breaks.len());
    let [more, less] = [4, 5].map(|column| kinds.iter().map(|row| tiyn(&row[column])).sum::<i128>());
    assert_eq!(more - less, added(&breaks, "difference"));
    assert!(kinds.iter().all(|row| row[4] != "0.00" || row[5] != "0.00"), "{kinds:?}");
    assert_eq!(table(&html, "breaks-0").len(), breaks.len());

    let returns = rows(&place, "returned/returns.csv");
    let reasons = table(&html, "reasons-0");
    assert_eq!(reasons.iter().map(|row| tiyn(&row[2])).sum::<i128>(), added(&returns, "amount"));
    for row in rows(&place, "returned/summary.csv") {
        let funds = table(&html, &format!("funds-0-2026-08-{}", row["payment"]));
        let shown: Vec<&str> = funds.iter().map(|row| row[2].as_str()).collect();
        assert_eq!(shown, ["computed", "paid", "distributed", "returned", "owed"].map(|column| row[column].as_str()));
    }
    assert_eq!(table(&html, "lists-0").len(), rows(&place, "lists/lists.csv").len());
    assert_eq!(table(&html, "lists-1").len(), rows(&place, "again/lists.csv").len());
    // Of the 25th: three working days until it is distributed, three more to mend it (WORKED.md).
    assert!(html.contains("2026-09-30") && html.contains("2026-10-05"));
    assert!(html.contains("210390000016"), "the operator, as lists have it");
}

#[test]
fn a_number_of_a_person_stands_whole_only_where_it_was_asked_for() {
    let place = month();
    report(&place, 0, ALL);
    report(&place, 0, "run compared returned --full-iin --out whole.html");
    let (masked, whole) = (place.read("page.html"), place.read("whole.html"));
    for row in rows(&place, "run/register.csv") {
        assert!(!masked.contains(&row["iin"]), "{}", row["iin"]);
        assert!(whole.contains(&row["iin"]));
    }
    assert!(whole.contains("Страница содержит персональные данные") && !masked.contains("персональные данные"));
}

#[test]
fn equal_directories_give_equal_pages() {
    let place = month();
    report(&place, 0, ALL);
    report(&place, 0, &ALL.replace("page.html", "other.html"));
    assert_eq!(place.read("page.html"), place.read("other.html"));
    // The environment bears on no byte of a file; an explicit language does.
    let mut command = place.command(&["report", "run", "--out", "kk.html"]);
    command.env("USTAP_LANG", "kk").env("LC_ALL", "kk_KZ.UTF-8");
    assert!(command.output().unwrap().status.success());
    report(&place, 0, "run --out ru.html --lang ru");
    assert_eq!(place.read("kk.html"), place.read("ru.html"));
    report(&place, 0, "run --out en.html --lang en");
    assert!(place.read("en.html").contains("<html lang=\"en\">"));
    assert_ne!(place.read("en.html"), place.read("ru.html"));
}

/// The digits of a day and its time are no person's number, as 1C writes them.
#[test]
fn a_day_that_is_rejected_stands_on_the_page_as_it_stood() {
    let place = Place::new();
    let day = "25.07.2026 0:00:00";
    place.write("operations.csv", format!("{OPERATIONS}a,900101300017,{day},1000,\nb,900101300017,2026-08-05,1000,\n"));
    place.ustap_ends(1, &["calculate", "operations.csv", "--period", "2026-08", "--out", "run"]);
    report(&place, 0, "run --out page.html");
    assert_eq!(table(&place.read("page.html"), "reject-places")[0][4], day);
}

#[test]
fn what_comes_from_inputs_is_escaped() {
    let place = Place::new();
    let long = "я".repeat(120_000);
    place.write(
        "operations.csv",
        format!(
            "operation_id,iin,settled_on,income\n\
             <script>alert(1)</script>,900101300017,2026-08-05,1400000.00\n\
             \"</script><img src=x onerror=alert(2)>\",900101300017,<b>x</b>,1.00\n\
             javascript:alert(3),900101300017,2026-08-06,\"\"\"onmouseover=alert(4)\"\n\
             {long},900101300017,2026-08-07,1.00\n"
        ),
    );
    place.ustap_ends(1, &["calculate", "operations.csv", "--lines", "--out", "run"]);
    report(&place, 0, "run --out page.html");
    let html = place.read("page.html");
    assert!(html.len() < 400_000, "{}", html.len());
    assert_eq!(html.matches("<script").count(), 2, "the data and the page's own");
    for wrong in ["<script>alert", "<img", "href=\"javascript", "<b>x", "\"onmouseover"] {
        assert!(!html.contains(wrong), "{wrong}");
    }
    assert!(table(&html, "reject-places").iter().any(|row| row[4] == "<b>x</b>"), "as it stood");
}

#[test]
fn only_what_belongs_to_the_run_is_on_its_page() {
    let place = month();
    place.write("other.csv", "operation_id,iin,settled_on,income\nX,900101300017,2026-08-05,50000\n");
    place.ustap_ends(0, &["calculate", "other.csv", "--out", "other"]);
    for (arguments, expected) in [
        ("other compared --out x.html", "was not made from the run"),
        ("other returned --out x.html", "was not made from the run"),
        ("run other --out x.html", "there is a second run"),
        ("run run --out x.html", "the directory is named twice"),
        ("compared --out x.html", "there is no run among the directories"),
        ("run nowhere --out x.html", "there is no such file or directory"),
    ] {
        let said = report(&place, 2, arguments).stderr;
        assert!(said.contains(expected), "{arguments}: {said}");
        assert!(!place.exists("x.html"));
    }
    // A distribution names no run: it is known by КГД's file that the reconciliation has too, or by its persons.
    report(&place, 0, "run returned --out x.html");
    report(&place, 0, "run returned compared --out y.html");
}

/// The same persons and months say nothing where the receipt names lists: those have to lead to the run.
#[test]
fn a_distribution_by_lists_needs_them_on_the_page() {
    let place = month();
    place.ustap_ends(
        0,
        &["distribute", "--paid", "lists", "--kgd", "kgd.csv", "--exemptions", "exemptions.csv", "--out", "paid"],
    );
    report(&place, 0, "run lists paid --out whole.html");
    // That it is by the same file of КГД says no more.
    for alone in ["run paid", "run compared paid"] {
        let said = report(&place, 2, &format!("{alone} --out x.html")).stderr;
        assert!(said.contains("was not made from the run"), "{said}");
        assert!(!place.exists("x.html"));
    }
}

/// КГД has lowered ОПВ of 10 000 that was distributed, by a tenge: nothing is left of the sum, and the page says so first.
#[test]
fn what_was_distributed_above_a_sum_is_a_warning() {
    let place = Place::new();
    place.write("operations.csv", "operation_id,iin,settled_on,income\na,900101300017,2026-08-05,1000000\n");
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    place.write("paid.csv", "iin,period,knp,amount\n900101300017,2026-08,010,10000\n");
    place.write("more.csv", "iin,period,knp,amount\n900101300017,2026-08,012,10000\n");
    for (kgd, opv, so) in [("before.csv", "10000", "0"), ("now.csv", "9999", "10000")] {
        let sums = format!("iin,period,ipn,opv,opvr,so,vosms\n900101300017,2026-08,0,{opv},0,{so},0\n");
        place.write(kgd, sums);
    }
    place.ustap_ends(0, &["distribute", "--paid", "paid.csv", "--kgd", "before.csv", "--out", "first"]);
    let second = ["distribute", "--paid", "more.csv", "--kgd", "now.csv", "--after", "first", "--out", "second"];
    let said = place.ustap_ends(1, &second).stdout;
    assert!(said.contains("what was distributed above a sum comes back only by an application"), "{said}");
    assert!(!said.contains("nothing is left to do"), "{said}");
    report(&place, 0, "run first second --out page.html");
    let html = place.read("page.html");
    let warning = "1 сумма ЦС КГД меньше уже распределённой";
    assert_eq!(html.matches(warning).count(), 1);
    for caption in ["ОПВ, 2026-08<", "СО, 2026-08 (№ 2)<"] {
        assert!(html.contains(caption), "{caption}");
    }
}

/// A minor of pension age makes no sense, and yet both categories count, each with its provision for what it exempts from.
#[test]
fn each_category_has_its_provision() {
    let place = Place::new();
    place.write("operations.csv", "operation_id,iin,settled_on,income\na,900101300017,2026-08-05,1000000\n");
    place.write("exemptions.csv", "iin,category\n900101300017,minor\n900101300017,pension-age\n");
    place.ustap_ends(0, &["calculate", "operations.csv", "--exemptions", "exemptions.csv", "--out", "run"]);
    report(&place, 0, "run --lang en --out page.html");
    let html = place.read("page.html");
    let rows = table(&html, "exempt");
    let vosms = rows.iter().find(|row| row[2] == "ВОСМС").unwrap();
    assert_eq!(
        vosms[6], "OSMS law, art. 26(1), 28(7); OSMS law, art. 28(7), 26(1)",
        "of the minor and of the pensioner"
    );
}

#[test]
fn what_was_settled_since_is_open_no_more() {
    let place = month();
    report(&place, 0, "run returned --out before.html");
    assert!(place.read("before.html").contains("21\u{202f}966.00 осталось уплатить"), "WORKED.md: owed 21 966");
    let settled = "distribute --paid again --kgd kgd.csv --exemptions exemptions.csv --after returned --received-on 2026-10-02 --out settled";
    place.ustap_ends(0, &settled.split(' ').collect::<Vec<_>>());
    report(&place, 0, "run returned again settled --out after.html");
    assert!(!place.read("after.html").contains("осталось уплатить"));
}

/// 1 % of 100 000 is 1 000 of each of the four. Paid and distributed one by one, each distribution calls owed what the other
/// three have; of ОПВ alone three are not known to be paid; and together nothing is owed.
#[test]
fn what_was_paid_by_other_lists_is_not_told_as_owed() {
    let place = Place::new();
    let iin = "900101300017";
    place.write("operations.csv", format!("{OPERATIONS}a,{iin},2026-08-05,100000,\n"));
    place.write("contractors.csv", format!("iin,surname,given_name\n{iin},Садыков,Ерлан\n"));
    place.write("kgd.csv", format!("iin,period,ipn,opv,opvr,so,vosms\n{iin},2026-08,0,1000,1000,1000,1000\n"));
    let ends = |status, line: &str| place.ustap_ends(status, &line.split(' ').collect::<Vec<_>>());
    ends(0, "calculate operations.csv --out run");
    for payment in ["opv", "opvr", "so", "vosms"] {
        let lists = "lists run --contractors contractors.csv --format csv";
        ends(0, &format!("{lists} --payment {payment} --out l-{payment}"));
        ends(1, &format!("distribute --paid l-{payment} --kgd kgd.csv --out d-{payment}"));
    }
    ends(0, "distribute --paid l-opv l-opvr l-so l-vosms --kgd kgd.csv --out all");
    let owed = |dirs: &str| {
        report(&place, 0, &format!("run l-opv l-opvr l-so l-vosms {dirs} --force --out page.html"));
        let page = text(&place.read("page.html"));
        let open = page.split("Что требует внимания").nth(1).unwrap().split("Что и когда платить").next().unwrap();
        let owed = open.lines().map(|line| line.trim().trim_end_matches(" смотреть").to_owned());
        owed.filter(|line| line.to_lowercase().contains("осталось уплатить")).collect::<Vec<_>>()
    };
    let apart = owed("d-opv d-opvr d-so d-vosms");
    assert!(
        apart.len() == 1 && apart[0].starts_with("Сколько осталось уплатить за 2026-08, здесь не сказано"),
        "{apart:?}"
    );
    let alone = owed("d-opv");
    assert!(alone.len() == 1, "{alone:?}");
    let reserved = "3000.00 осталось уплатить, но здесь нет ни одного платежа за 2026-08 ОПВР, СО, ВОСМС:";
    assert!(alone[0].starts_with(reserved), "{alone:?}");
    assert_eq!(owed("all"), [""; 0]);
    // A row of another month that went astray into another list makes nothing shared.
    place.write("p8.csv", format!("iin,period,knp,amount\n{iin},2026-08,010,1000\n{iin},2026-08,089,1000\n"));
    place.write("p9.csv", format!("iin,period,knp,amount\n{iin},2026-08,010,7\n"));
    place.write("kgd9.csv", format!("iin,period,ipn,opv,opvr,so,vosms\n{iin},2026-09,0,0,0,0,0\n"));
    ends(1, "distribute --paid p8.csv --kgd kgd.csv --out d8");
    ends(1, "distribute --paid p9.csv --kgd kgd9.csv --out d9");
    let stray = owed("d8 d9");
    let left = "2000.00 осталось уплатить, но здесь нет ни одного платежа за 2026-08 СО, ВОСМС:";
    assert!(stray.len() == 1 && stray[0].starts_with(left), "{stray:?}");
    // One after the other: what is paid before is not missed, and what is left is owed by the last alone.
    ends(1, "distribute --paid l-opvr --kgd kgd.csv --after d-opv --out next");
    let next = owed("d-opv next");
    assert!(
        next.len() == 1
            && next[0].starts_with("2000.00 осталось уплатить, но здесь нет ни одного платежа за 2026-08 СО, ВОСМС:"),
        "{next:?}"
    );
    // What was paid in one that is not on the page is not known here.
    assert_eq!(owed("next"), ["2000.00 осталось уплатить."]);
    // What the first of a chain has distributed is not owed by a third, nor by one that goes on from the second alone.
    let is_apart = |dirs: &str| {
        let said = owed(dirs);
        assert!(said.len() == 1 && said[0].starts_with("Сколько осталось уплатить за 2026-08"), "{dirs}: {said:?}");
    };
    ends(0, "distribute --kgd kgd.csv --after all --out still");
    ends(1, "distribute --paid l-so --kgd kgd.csv --out lone");
    is_apart("all still lone");
    ends(1, "distribute --paid l-so l-vosms --kgd kgd.csv --after next --out forgets");
    is_apart("d-opv next forgets");
    is_apart("next forgets");
    ends(0, "distribute --paid l-so l-vosms --kgd kgd.csv --after d-opv --after next --out last");
    assert_eq!(owed("d-opv next last"), [""; 0]);
}

/// An ИИН that is none comes back as `details`, and a КНП of no payment is its own row of the summary: both are shown.
#[test]
fn money_of_nobody_and_for_nothing_is_on_the_page() {
    let place = month();
    let more =
        "123,2026-08,010,900\n900101300018,2026-08,010,70\n900101300017,2026-08,777,5\n30527900108,2026-08,010,6\n";
    place.write("odd.csv", format!("iin,period,knp,amount\n{more}"));
    place.ustap_ends(1, &["distribute", "--paid", "odd.csv", "--kgd", "kgd.csv", "--out", "odd"]);
    report(&place, 0, "run odd --out odd.html");
    let html = place.read("odd.html");
    let returns: Vec<Vec<String>> =
        table(&html, "returns-0").into_iter().map(|row| row[..4].iter().map(String::clone).collect()).collect();
    for row in [
        ["123", "2026-08", "ОПВ", "900.00"],
        ["9001****0018", "2026-08", "ОПВ", "70.00"],
        // It has lost its zero, and tells as much of the person as the whole.
        ["3052****108", "2026-08", "ОПВ", "6.00"],
        ["9001****0017", "2026-08", "прочее", "5.00"],
    ] {
        assert!(returns.iter().any(|found| *found == row), "{row:?} in {returns:?}");
    }
    assert!(html.contains("прочее, 2026-08"));
}

/// What no list has is told by amounts: two persons without names and the four social payments are eight, and no eight
/// persons.
#[test]
fn what_is_in_no_list_is_counted_by_amounts() {
    let place = Place::new();
    let rows = "o-1,900101300017,2026-08-05,100000\no-2,900101300811,2026-08-06,50000\n";
    place.write("operations.csv", format!("operation_id,iin,settled_on,income\n{rows}"));
    place.write("contractors.csv", "iin,surname,given_name\n871120900221,Садыков,Ерлан\n");
    let ends = |status, line: &str| place.ustap_ends(status, &line.split(' ').collect::<Vec<_>>());
    ends(0, "calculate operations.csv --out run");
    ends(1, "lists run --contractors contractors.csv --payment all --format csv --out lists");
    report(&place, 0, "run lists --out page.html");
    assert!(place.read("page.html").contains("8 сумм лиц не вошли в списки."));
}

/// Two contractors of 2025 with 100 000 each: of one 1 %, of the other 10 % are withheld as ОПВ, 1 000 + 10 000.
#[test]
fn a_payment_has_the_rates_of_all_its_rows() {
    let place = Place::new();
    let rows = "o-1,900101300017,2025-06-05,100000\no-2,900101300811,2025-06-06,100000\n";
    place.write("operations.csv", format!("operation_id,iin,settled_on,income\n{rows}"));
    place.write("contractors.csv", "iin,regime\n900101300017,mobile-app\n900101300811,mobile-app-standard\n");
    place.ustap_ends(0, &["calculate", "operations.csv", "--contractors", "contractors.csv", "--out", "run"]);
    report(&place, 0, "run --out page.html");
    let html = place.read("page.html");
    // Order 392 has no days of 2025, and no table of them stands there without a row.
    assert!(!html.contains("id=\"days-of-month\"") && !html.contains("<tbody>\n</tbody>"), "{html}");
    let payments = table(&html, "payments");
    let opv = payments.iter().find(|row| row[1] == "ОПВ").unwrap();
    assert_eq!((opv[2].as_str(), opv[4].as_str()), ("11000.00", "1 %, 10 %"));
    // Both rates of ИПН are 1 %: it is said once.
    let ipn = payments.iter().find(|row| row[1] == "ИПН").unwrap();
    assert_eq!((ipn[2].as_str(), ipn[4].as_str()), ("2000.00", "1 %"));
}

/// 5 000 person-months all have a card, and one more have none where there is nothing to look at in any of them: the values
/// rest on as much as those of the smaller run do, and what is inferred among them is warned of.
#[test]
fn the_values_of_a_large_run_are_those_of_all_its_rows() {
    let place = Place::new();
    let rows: Vec<String> = iins(5_001).iter().map(|iin| format!("{iin},{iin},2026-08-05,100000\n")).collect();
    for (name, rows) in [("few", &rows[..5_000]), ("many", &rows[..])] {
        place.write("operations.csv", format!("operation_id,iin,settled_on,income\n{}", rows.concat()));
        place.ustap_ends(0, &["calculate", "operations.csv", "--out", name]);
        report(&place, 0, &format!("{name} --out {name}.html"));
    }
    let (few, many) = (place.read("few.html"), place.read("many.html"));
    assert_eq!(cards(&few).len(), 5_000);
    assert!(
        text(&many).contains("Ни на одну из них смотреть не нужно, и карточек на странице нет"),
        "no row has a card"
    );
    for of_cards in ["Введите ИИН", "id=\"person-search\"", "<noscript>"] {
        assert!(few.contains(of_cards) && !many.contains(of_cards), "{of_cards}");
    }
    // Counts in sentences are written as those in tables are.
    assert!(few.contains("На странице все строки реестра: 5\u{202f}000.") && many.contains(": 5\u{202f}001. Ни на"));
    assert_eq!([&few, &many].map(|html| html.matches("Все суммы — в тенге.").count()), [1, 1]);
    // That income is gross, the regime of who is not listed, the half up of rounding, 300 МРП of ВОСМС, and that the bases of
    // ОПВ and ВОСМС have no minimum.
    assert!(text(&many).contains("6 значений этого расчёта выведены рассуждением или не проверены."));
    assert_eq!(table(&many, "values"), table(&few, "values"));
    // A month of two regimes has two rows, and is one.
    let first = &iins(1)[0];
    place.write("contractors.csv", format!("iin,regime,regime_from,regime_to\n{first},self-employed,2026-01-01,2026-08-15\n{first},entrepreneur,2026-08-16,\n"));
    let more = format!("second,{first},2026-08-20,100000\n");
    place.write("operations.csv", format!("operation_id,iin,settled_on,income\n{}{more}", rows[..5_000].concat()));
    place.ustap_ends(0, &["calculate", "operations.csv", "--contractors", "contractors.csv", "--out", "two"]);
    report(&place, 0, "two --out two.html");
    assert_eq!(cards(&place.read("two.html")).len(), 5_001);
}

/// The page of a run of an income of 100 000 on each of these days with these exemptions: what it says that the figures rest on, in Russian, as
/// «what | value | basis», and all its text.
fn rests(place: &Place, days: &[&str], exemptions: &[&str]) -> (Vec<String>, String) {
    let incomes: String = days.iter().map(|day| format!("{day},900101300017,{day},100000\n")).collect();
    place.write("o.csv", format!("operation_id,iin,settled_on,income\n{incomes}"));
    let rows: String = exemptions.iter().map(|row| format!("900101300017,{row}\n")).collect();
    place.write("e.csv", format!("iin,category,valid_from,valid_to\n{rows}"));
    let with: &[&str] = if exemptions.is_empty() { &[] } else { &["--exemptions", "e.csv"] };
    place.ustap_ends(0, &[&["calculate", "o.csv", "--force", "--out", "run"], with].concat());
    report(place, 0, "run --force --out page.html");
    let html = place.read("page.html");
    let values = table(&html, "values").iter().map(|row| [&*row[0], &*row[1], &*row[4]].join(" | ")).collect();
    (values, text(&html))
}

/// Of the figures of a person nothing depends on a reading of the law where all is exempt anyway, and СО of
/// `early-pension-age` on a choice between two provisions, which is reasoned though either of them is quoted. What is
/// inferred, or not checked, without any category: that income is gross, the regime of who is not listed, the half up, 300 МРП
/// of ВОСМС, and that the bases of ОПВ and ВОСМС have no minimum.
#[test]
fn a_reading_is_among_the_values_where_a_figure_depends_on_it() {
    let place = Place::new();
    let other = "Причитается, при ином прочтении — нет: СО | Достигшие только льготного пенсионного возраста | выведено рассуждением";
    let not_named = "Норма не называет категорию: ВОСМС | Сотрудники органов гражданской защиты, государственной \
                     фельдъегерской службы, лица с упразднёнными званиями | выведено рассуждением";
    // The values themselves, and how many of them are reasoned: beside the six each exemption from ВОСМС of 2026.
    let said = |exemptions: &[&str]| {
        let (values, page) = rests(&place, &["2026-03-25"], exemptions);
        let inferred = (0..10).find(|count| page.contains(&format!("{count} значени"))).unwrap();
        (values.iter().any(|value| value == other), values.iter().any(|value| value == not_named), inferred)
    };
    assert_eq!(said(&[]), (false, false, 6));
    assert_eq!(said(&["early-pension-age,,"]), (true, false, 8));
    // The card says what `explain` says of both.
    let held = held(&place.read("page.html"));
    for (reading, explained) in [
        (
            "otherReading",
            "Причитается [выведено рассуждением]; при ином прочтении закона доход, полученный в дни категории, был бы освобождён:",
        ),
        ("notNamed", "Причитается и в дни категории, потому что норма её не называет:"),
    ] {
        assert_eq!(held["words"][reading], explained);
    }
    assert_eq!(said(&["civil-protection-service,,"]), (false, true, 7));
    assert_eq!(said(&["civil-protection-service,,", "minor,,"]), (false, false, 7));
    // By pension age nothing is due of СО, and all of ВОСМС is exempt by three.
    let all = ["civil-protection-service,,", "early-pension-age,,", "pension-age,,"];
    assert_eq!(said(&all), (false, false, 8));
}

/// Under `stop` nothing is withheld of what is above the limit: the limit is what that rests on.
#[test]
fn what_is_outside_the_regime_rests_on_its_limit() {
    let place = Place::new();
    place.write("o.csv", format!("{OPERATIONS}a,{},2026-08-05,1500000,\n", iins(1)[0]));
    place.ustap_ends(0, &["calculate", "o.csv", "--over-limit", "stop", "--out", "run"]);
    report(&place, 0, "run --out page.html");
    let html = place.read("page.html");
    let values = table(&html, "values");
    let of: Vec<&str> = values.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(
        of,
        [
            "без вычетов",
            "ничего не удерживается",
            "300 × МРП (4325.00) = 1297500.00",
            "4325.00",
            "учитывается в месяце получения"
        ]
    );
    assert!(text(&html).contains("2 значения этого расчёта выведены рассуждением или не проверены."));
    // Where the operator goes on, that is what is inferred.
    place.ustap_ends(0, &["calculate", "o.csv", "--out", "cap"]);
    report(&place, 0, "cap --out cap.html");
    let values = table(&place.read("cap.html"), "values");
    let over = values.iter().find(|row| row[0] == "Доход сверх предела").unwrap();
    assert_eq!([&over[1], &over[4]], ["удержание продолжается, до предельных баз", "выведено рассуждением"]);
}

/// law.md section 5: the unit is quoted, the mode is not, and neither stands for the other.
#[test]
fn unit_and_mode_of_rounding_are_two_values() {
    let (values, _) = rests(&Place::new(), &["2026-03-25"], &[]);
    let rounding: Vec<&String> = values.iter().filter(|value| value.contains("округления")).collect();
    let payments = "ИПН, ОПВ, ОПВР, СО, ВОСМС";
    assert_eq!(
        rounding,
        [
            &format!("Способ округления: {payments} | половина — в большую сторону | выведено рассуждением"),
            &format!("Единица округления: {payments} | 1.00 ₸ | по тексту акта")
        ]
    );
}

/// A part of the month's income is exempt: the day of receipt decided which. Where all is, or nothing, the register does not
/// tell whether the category held on all days, and the page says that; of a run without exemptions there is nothing to say.
#[test]
fn the_page_says_of_the_day_of_receipt_what_the_register_tells() {
    let place = Place::new();
    let said = |days: &[&str], exemptions: &[&str]| {
        let (values, page) = rests(&place, days, exemptions);
        let decides = values
            .iter()
            .any(|value| value == "Какой доход освобождён | решает день получения | выведено рассуждением");
        (decides, page.contains("По реестру не видно, в какие дни действовала категория."))
    };
    let from_10 = ["pension-age,2026-03-10,"];
    assert_eq!(said(&["2026-03-05", "2026-03-25"], &from_10), (true, true));
    assert_eq!(said(&["2026-03-25"], &from_10), (false, true));
    assert_eq!(said(&["2026-03-05"], &from_10), (false, true));
    assert_eq!(said(&["2026-03-05"], &[]), (false, false));
}

#[test]
fn a_page_speaks_one_language_whatever_its_files_speak() {
    let place = month();
    assert!(place.read("run/rejects.csv").contains("The operation id is missing."));
    report(&place, 0, "run --out ru.html");
    let html = place.read("ru.html");
    assert!(!html.contains("operation id") && table(&html, "reject-places")[0][5].contains("перац"), "in Russian");
    report(&place, 0, "run --out en.html --lang en");
    assert!(place.read("en.html").contains("The operation id is missing."), "as it stands in the file");
    // What the value tells is said of it in any language, as the run would have said it.
    let rows = [
        "a,90840013770,2026-08-03,1",
        "b,900101300018,2026-08-03,1",
        "c,900101300017,2026-13-03,1",
        "d,900101300017,2026-08-03,1O",
        "e,900101300017,46237.5,1",
        "f,900101300017,2026-08-03,1000000000000",
        "g,9.001013E+11,2026-08-03,1",
        "h,900101300017,,1",
    ];
    place.write("bad.csv", format!("operation_id,iin,settled_on,income\n{}\n", rows.join("\n")));
    for lang in ["en", "ru"] {
        place.ustap_ends(1, &["calculate", "bad.csv", "--lang", lang, "--out", &format!("bad-{lang}")]);
        report(&place, 0, &format!("bad-{lang} --out bad-{lang}.html"));
    }
    let [of_english, of_russian] = ["bad-en.html", "bad-ru.html"].map(|page| table(&place.read(page), "reject-places"));
    assert_eq!((of_english.len(), of_english), (8, of_russian));
}

#[test]
fn force_replaces_a_page_and_nothing_else() {
    let place = month();
    report(&place, 0, "run --out page.html");
    assert!(report(&place, 2, "run --out page.html").stderr.contains("exists already"));
    place.write("mine.html", "<meta name=\"generator\" content=\"somebody\">");
    assert!(report(&place, 2, "run --force --out mine.html").stderr.contains("is no page of this program"));
    assert_eq!(place.read("mine.html"), "<meta name=\"generator\" content=\"somebody\">");
    let hidden = "<!DOCTYPE html><!--\n<meta name=\"generator\" content=\"ustap 0.1.0\"> -->";
    place.write("mine.html", hidden);
    assert!(report(&place, 2, "run --force --out mine.html").stderr.contains("is no page of this program"));
    let before = place.read("page.html");
    report(&place, 0, "run compared --force --out page.html");
    assert_ne!(place.read("page.html"), before);
    assert!(report(&place, 2, "run --force --out run").stderr.contains("is no file that can be replaced"));
    assert!(report(&place, 2, "run --out run/page.html").stderr.contains("directory of a run"));
    assert!(place.names().iter().all(|name| !name.contains(".ustap~")), "nothing is left");
}

/// The example's page is what the program makes of it.
#[test]
fn the_page_of_the_example_is_up_to_date() {
    let place = month();
    report(&place, 0, ALL);
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/month/report.html");
    if std::env::var_os("USTAP_ACCEPT").is_some() {
        std::fs::copy(place.path("page.html"), &kept).unwrap();
    }
    assert!(
        place.read("page.html") == std::fs::read_to_string(kept).unwrap(),
        "USTAP_ACCEPT=1 writes it anew: look at it"
    );
}

/// The cards of a page: the fields of each row, and what is said of it.
fn cards(html: &str) -> Vec<(Vec<String>, Vec<String>)> {
    serde_json::from_value(held(html)["rows"].clone()).unwrap()
}

/// What the cards of a page are made of.
fn held(html: &str) -> serde_json::Value {
    let held = html.split("id=\"persons-rows\">").nth(1).unwrap().split("</script>").next().unwrap();
    serde_json::from_str(held).unwrap()
}

/// What is said on the cards of a person, without the blanks between thousands.
fn said(cards: &[(Vec<String>, Vec<String>)], iin: ustap::Iin) -> Vec<String> {
    let (_, said) = cards.iter().find(|(fields, _)| fields[0] == iin.to_string()).unwrap();
    said.iter().map(|sentence| sentence.replace('\u{202f}', "")).collect()
}

/// What is said of who has 1 400 000 by one operation with this id: 300 × 4 325 = 1 297 500, and 1 400 000 ÷ 1 297 500 is
/// 107.89 %.
fn beyond(id: impl std::fmt::Display) -> String {
    format!("Доход 1400000.00 при пределе 1297500.00: 107.89 %; впервые превышен операцией {id} (2026-08-05)")
}

/// КГД has 6 000 persons of July, whom the run has not, before the four of August, the last of whom is over the limit,
/// which is the base of ОПВ too: 1 % is 12 975. Forty-five payments of a tenge at another rate come back, and neither keep
/// the other sentences from his card.
#[test]
fn nothing_that_was_found_keeps_something_else_from_a_card() {
    let place = Place::new();
    let mut numbers = iins(6_004);
    numbers.sort();
    let (run, others) = numbers.split_at(4);
    let incomes = run.iter().zip([100_000, 100_000, 100_000, 1_400_000]);
    let rows: String = incomes.map(|(iin, income)| format!("{iin},{iin},2026-08-05,{income},\n")).collect();
    place.write("operations.csv", format!("{OPERATIONS}{rows}"));
    let mut kgd = String::from("iin,period,ipn,opv,opvr,so,vosms\n");
    for iin in others {
        kgd += &format!("{iin},2026-07,0,1000,1000,1000,1000\n");
    }
    for iin in &run[..3] {
        kgd += &format!("{iin},2026-08,0,1000,1000,1000,1000\n");
    }
    kgd += &format!("{},2026-08,0,12976,12975,5950,12975\n", run[3]);
    place.write("kgd.csv", kgd);
    place.write(
        "paid.csv",
        format!("iin,period,knp,amount,rate\n{}", format!("{},2026-08,010,1,2\n", run[3]).repeat(45)),
    );
    for (status, command) in [
        (0, "calculate operations.csv --out run"),
        (1, "reconcile --register run --kgd kgd.csv --out compared"),
        (1, "distribute --paid paid.csv --kgd kgd.csv --out returned"),
    ] {
        place.ustap_ends(status, &command.split(' ').collect::<Vec<_>>());
    }
    report(&place, 0, "run compared returned --full-iin --out page.html");
    let cards = cards(&place.read("page.html"));
    assert_eq!(cards.len(), 4);
    assert!(run[..3].iter().all(|&iin| said(&cards, iin).is_empty()));
    let said = said(&cards, run[3]);
    assert_eq!(said[0], "ЦС КГД, ОПВ: у нас 12975.00, у них 12976.00: другая сумма");
    assert!(said[1..11].iter().all(|said| said == "ОПВ: вернётся 1.00: в назначении другая ставка"), "{said:?}");
    assert_eq!(said[11..], ["Ещё 35 строк — в returns.csv.", &beyond(run[3])]);
}

/// Of 6 000 rows КГД has each of the first 5 900 a tenge higher, the last ten are over the limit, and of one between them an
/// exemption row was rejected, of another an operation on a day without a regime: 5 912 to look at, more than there is room
/// for, and yet the twelve have a card.
#[test]
#[ignore = "slow"]
fn the_page_of_a_large_run_leaves_out_no_kind_of_finding() {
    let place = Place::new();
    let mut numbers = iins(6_000);
    numbers.sort();
    let income = |number| if number < 5_990 { 100_000 } else { 1_400_000 };
    let rows = numbers.iter().enumerate().map(|(number, iin)| format!("{iin},{iin},2026-08-05,{},\n", income(number)));
    let late = format!("late,{},2026-08-31,1,\n", numbers[5_960]);
    place.write("operations.csv", format!("{OPERATIONS}{}{late}", rows.collect::<String>()));
    let until_30 = format!("{},self-employed,,2026-08-30\n", numbers[5_960]);
    place.write("contractors.csv", format!("iin,regime,regime_from,regime_to\n{until_30}"));
    let kgd = numbers.iter().enumerate().map(|(number, iin)| match number {
        0..5_900 => format!("{iin},2026-08,0,1001,1001,1001,1001\n"),
        5_900..5_990 => format!("{iin},2026-08,0,1000,1000,1000,1000\n"),
        _ => format!("{iin},2026-08,0,12975,12975,5950,12975\n"),
    });
    place.write("kgd.csv", format!("iin,period,ipn,opv,opvr,so,vosms\n{}", kgd.collect::<String>()));
    place.write("exemptions.csv", format!("iin,category\n{},no-such-category\n", numbers[5_950]));
    let facts = ["--exemptions", "exemptions.csv", "--contractors", "contractors.csv"];
    place.ustap_ends(1, &[&["calculate", "operations.csv"], &facts[..], &["--out", "run"]].concat());
    place.ustap_ends(1, &["reconcile", "--register", "run", "--kgd", "kgd.csv", "--out", "compared"]);
    report(&place, 0, "run compared --full-iin --out page.html");
    let html = place.read("page.html");
    assert!(html.len() < 2_000_000, "{}", html.len());
    let cards = cards(&html);
    for &iin in &numbers[5_990..] {
        assert_eq!(said(&cards, iin), [beyond(iin)]);
    }
    assert_eq!(said(&cards, numbers[5_950]), ["Строка об освобождении этого лица отклонена: проверьте её до уплаты."]);
    let [not_taken] = &said(&cards, numbers[5_960])[..] else { panic!("one row of his was not taken") };
    assert!(
        not_taken.starts_with("Не принято: operations.csv, строка 6002: Исполнитель указан с режимами"),
        "{not_taken}"
    );
    // Four payments differ of each of the others.
    assert!(cards.len() > 1_000 && cards.iter().filter(|(_, said)| said.len() == 4).count() == cards.len() - 12);
    let lead = format!(
        "Из 6000 строк реестра стоит посмотреть на 5912; карточек на странице {}, остальное — в breaks.csv.",
        cards.len()
    );
    assert!(text(&html).contains(&lead), "{lead}");
}

/// The name of a file and a value without blanks, which no sheet of paper is as wide as, nor the screen of a phone.
#[test]
fn what_has_no_blanks_is_broken() {
    let place = Place::new();
    let (name, value) = (format!("{}.csv", "о".repeat(60)), "Щ".repeat(64));
    place.write(&name, format!("{OPERATIONS}a,900101300017,2026-08-05,{value},\nb,900101300017,2026-08-05,1,\n"));
    place.ustap_ends(1, &["calculate", &name, "--out", "run"]);
    report(&place, 0, "run --out page.html");
    let html = place.read("page.html");
    for cell in [format!("<th scope=\"row\" class=\"l\">{name}"), format!("<td class=\"l\">{value}")] {
        assert!(html.contains(&cell), "{cell}");
    }
    assert!(html.contains("\n.l { overflow-wrap: anywhere;"), "on paper and on the screen");
}

/// 1 000 000, and 400 000 with which the limit is crossed: by the policy `stop` nothing is withheld of these, and the card
/// says that, by which operation, and what the limit rests on, as `explain` does.
#[test]
fn a_card_says_why_nothing_is_withheld_beyond_the_limit() {
    let place = Place::new();
    let iin = iins(1)[0];
    place.write("operations.csv", format!("{OPERATIONS}a,{iin},2026-08-04,1000000,\nb,{iin},2026-08-05,400000,\n"));
    place.ustap_ends(0, &["calculate", "operations.csv", "--over-limit", "stop", "--out", "run"]);
    report(&place, 0, "run --full-iin --out page.html");
    let html = place.read("page.html");
    let cards = cards(&html);
    let [(outside, of_outside), (within, of_within)] = &cards[..] else { panic!("{cards:?}") };
    assert_eq!([&outside[2], &within[2]], ["over-limit", "self-employed"]);
    assert_eq!(of_within, of_outside);
    assert_eq!(said(&cards, iin), [beyond("b")]);
    let held = held(&html);
    assert_eq!(held["regimes"]["over-limit"], "сверх предела дохода");
    let steps = steps(&held, "2026-08 over-limit", "regime");
    let [(limit, of_limit), (beyond, of_policy)] = &steps[..] else { panic!("{steps:?}") };
    assert_eq!(limit, "Предел дохода за месяц 300 × МРП (4325.00) = 1297500.00");
    let explained =
        "Доход начиная с операции, которой превышен месячный предел: ничего не удерживается (правило `stop`). ";
    assert_eq!(beyond, explained);
    assert_eq!((of_limit.len(), of_policy.len()), (2, 1));
}

/// The steps of a regime of a month: what and how much, and the provisions with how well they are founded.
fn steps(held: &serde_json::Value, regime: &str, which: &str) -> Vec<(String, Vec<String>)> {
    let steps: Vec<(String, String, Vec<usize>)> =
        serde_json::from_value(held["terms"][regime][which].clone()).unwrap();
    let cited = |at: usize| {
        let provision = &held["provisions"][at];
        let acts = provision["links"].as_array().unwrap().iter().map(|link| link[0].as_str().unwrap());
        format!("{} — {}", acts.collect::<Vec<_>>().join("; "), provision["basis"].as_str().unwrap())
    };
    let said = |(what, sum, all): (String, String, Vec<usize>)| {
        (format!("{what} {sum}").replace('\u{202f}', ""), all.into_iter().map(cited).collect())
    };
    steps.into_iter().map(said).collect()
}

/// One has 1 400 000, above the limit of 1 297 500 by whose regime more is withheld; the other is an entrepreneur, of whom
/// nothing is. What `explain` says that the regime, the limit and going on rest on stands on the card.
#[test]
fn a_card_says_what_its_regime_rests_on() {
    let place = Place::new();
    let [one, other] = [iins(2)[0], iins(2)[1]];
    place.write("o.csv", format!("{OPERATIONS}a,{one},2026-08-04,1400000,\nb,{other},2026-08-04,1000,\n"));
    place.write("c.csv", format!("iin,regime\n{other},entrepreneur\n"));
    place.ustap_ends(0, &["calculate", "o.csv", "--contractors", "c.csv", "--out", "run"]);
    report(&place, 0, "run --out page.html");
    let held = held(&place.read("page.html"));
    let own = steps(&held, "2026-08 self-employed", "regime");
    let [(regime, of_regime), (unlisted, of_unlisted), (limit, _)] = &own[..] else { panic!("{own:?}") };
    assert!(regime.starts_with("Режим: ") && unlisted.starts_with("Режим того, кому он не указан: "), "{own:?}");
    assert!(of_regime[0].starts_with("Социальный кодекс, ст. 102-1, п. 1; Налоговый кодекс, ст. 721, п. 3"), "{own:?}");
    assert!(of_unlisted[0].ends_with("выведено рассуждением"), "{own:?}");
    assert_eq!(limit, "Предел дохода за месяц 300 × МРП (4325.00) = 1297500.00");
    let over = steps(&held, "2026-08 self-employed", "over");
    let [(goes_on, of_policy)] = &over[..] else { panic!("{over:?}") };
    assert_eq!(goes_on, "Оператор удерживает и дальше, в пределах баз (правило `cap`). ");
    assert!(of_policy[0].ends_with("выведено рассуждением"), "{over:?}");
    let outside = &held["terms"]["2026-08 entrepreneur"];
    assert!(
        outside["says"].as_str().unwrap().starts_with("Здесь ничего не исчисляется") && outside["payments"].is_null()
    );
    let [(_, of_entrepreneur)] = &steps(&held, "2026-08 entrepreneur", "regime")[..] else { panic!("{outside}") };
    assert!(of_entrepreneur[0].starts_with("Налоговый кодекс, ст. 371, п. 3"), "{of_entrepreneur:?}");
}

/// Three hundred thousand persons, four in five of whom are near the limit or over it (1 100 000 is 84 % of 1 297 500), and
/// КГД has a tenge of every sum: the page is small all the same.
#[test]
#[ignore = "slow: it makes 300 000 persons"]
fn the_page_of_a_large_run_is_small() {
    let place = Place::new();
    let mut operations = String::from("operation_id,iin,settled_on,income\n");
    let mut kgd = String::from("iin,period,ipn,opv,opvr,so,vosms\n");
    for (number, iin) in iins(300_000).into_iter().enumerate() {
        let income = if number % 5 == 0 { 100_000 } else { 1_100_000 + number };
        operations += &format!("{number},{iin},2026-08-{:02},{income}.00\n", 1 + number % 28);
        kgd += &format!("{iin},2026-08,0,1,1,1,1\n");
    }
    place.write("operations.csv", operations);
    place.write("kgd.csv", kgd);
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    place.ustap_ends(1, &["reconcile", "--register", "run", "--kgd", "kgd.csv", "--out", "compared"]);
    for (dirs, of_run) in
        [("run", "Из 300000 строк реестра стоит посмотреть на 240000;"), ("run compared", "на 300000;")]
    {
        let started = Instant::now();
        report(&place, 0, &format!("{dirs} --force --out page.html"));
        let seconds = started.elapsed().as_secs_f32();
        let html = place.read("page.html");
        println!("300 000 persons, {dirs}: {seconds:.2} s, {} bytes", html.len());
        assert!(html.len() < 2_000_000, "{}", html.len());
        assert!(cards(&html).len() > 1_000 && text(&html).contains(of_run), "{of_run}");
    }
}

/// A row of the contractors with a wrong check digit is taken by neither lists nor statement.
#[test]
fn what_is_open_beside_the_run_is_said_at_the_head() {
    let place = month();
    let contractors = place.read("contractors.csv");
    let (header, rows) = contractors.split_once('\n').unwrap();
    assert!(header.starts_with("ИИН") || header.starts_with("iin"), "{header}");
    let delimiter = if header.contains(';') { ";" } else { "," };
    let wrong = ["900101300018", "Пример", "Образец"].join(delimiter);
    place.write(
        "other.csv",
        format!("{header}\n{rows}{wrong}{}\n", delimiter.repeat(header.matches(delimiter).count() - 2)),
    );
    // Whose lists and whose statement they are is at the head too, be it of two.
    place.write("payer-of-other.toml", place.read("payer.toml").replace("210390000016", "220540000022"));
    let lists =
        "lists run --contractors other.csv --payer payer-of-other.toml --payment so --format csv --out lists-of-other";
    place.ustap_ends(1, &lists.split(' ').collect::<Vec<_>>());
    let statement =
        "statement run --contractors other.csv --payer payer.toml --date 2026-09-04 --out statement-of-other";
    place.ustap_ends(1, &statement.split(' ').collect::<Vec<_>>());
    report(&place, 0, "run statement-of-other lists-of-other --out open.html --lang en");
    let html = place.read("open.html");
    for said in [
        "Payment lists: 1 row was not taken (rejects.csv).",
        "Statement to КГД: 1 row was not taken (rejects.csv).",
        "210390000016, 220540000022",
    ] {
        assert!(html.contains(said), "{said}");
    }
}

/// A tenge more of one and a tenge less of another are two, and not nothing.
#[test]
fn what_differs_up_and_down_is_not_set_off() {
    let place = Place::new();
    let numbers = iins(2);
    let (one, other) = (numbers[0], numbers[1]);
    place.write("operations.csv", format!("{OPERATIONS}a,{one},2026-08-05,100000,\nb,{other},2026-08-05,100000,\n"));
    place.write(
        "kgd.csv",
        format!(
            "iin,period,ipn,opv,opvr,so,vosms\n{one},2026-08,0,1500,1000,1000,1000\n{other},2026-08,0,700,1000,1000,1000\n"
        ),
    );
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    place.ustap_ends(1, &["reconcile", "--register", "run", "--kgd", "kgd.csv", "--out", "compared"]);
    report(&place, 0, "run compared --lang en --out page.html");
    let kinds = table(&place.read("page.html"), "kinds-0");
    let [row] = &kinds[..] else { panic!("{kinds:?}") };
    assert_eq!(row[3..], ["2", "500.00", "300.00"]);
}

/// КГД's file has August alone: of July it has no sum, which is not 0.00. In August it has 0.00 of ОПВР.
#[test]
fn a_month_that_kgds_files_have_not_has_no_sums_on_the_page() {
    let place = Place::new();
    let iin = iins(1)[0];
    place.write("operations.csv", format!("{OPERATIONS}a,{iin},2026-07-05,100000,\nb,{iin},2026-08-05,100000,\n"));
    place.write("kgd.csv", format!("iin,period,ipn,opv,opvr,so,vosms\n{iin},2026-08,0,1000,0,1000,1000\n"));
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    place.ustap_ends(1, &["reconcile", "--register", "run", "--kgd", "kgd.csv", "--out", "compared"]);
    report(&place, 0, "run compared --lang en --out page.html");
    let payments = table(&place.read("page.html"), "payments");
    let computed: Vec<&str> = payments.iter().map(|row| row[3].as_str()).collect();
    assert_eq!(computed, ["", "", "", "", "", "0.00", "1000.00", "0.00", "1000.00", "1000.00"]);
    // What was paid of July comes back by that silence alone.
    place.write("paid.csv", format!("iin,period,knp,amount,rate\n{iin},2026-07,010,1000.00,1%\n"));
    place.ustap_ends(1, &["distribute", "--paid", "paid.csv", "--kgd", "kgd.csv", "--out", "distributed"]);
    report(&place, 0, "run distributed --lang en --out distributed.html");
    let said = "КГД's files have no row of 2026-07: everything of this month counts as not computed here";
    assert!(text(&place.read("distributed.html")).contains(said));
}

/// Two files of КГД have 1 000 and 800 of each social payment, and 0 of ИПН both: which of the reconciliations is named last
/// decides nothing, and what is of the second says so.
#[test]
fn two_reconciliations_are_told_apart() {
    let place = Place::new();
    let iin = "900101300017";
    place.write("operations.csv", format!("{OPERATIONS}a,{iin},2026-08-05,100000,\n"));
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    for (number, sum, status) in [("1", 1000, 0), ("2", 800, 1)] {
        let (kgd, out) = (format!("kgd-{number}.csv"), format!("compared-{number}"));
        let sums = format!("{iin},2026-08,0,{sum},{sum},{sum},{sum}");
        place.write(&kgd, format!("iin,period,ipn,opv,opvr,so,vosms\n{sums}\n"));
        place.ustap_ends(status, &["reconcile", "--register", "run", "--kgd", &kgd, "--out", &out]);
    }
    for (dirs, side) in [("compared-1 compared-2", "ЦС КГД (№ 2)"), ("compared-2 compared-1", "ЦС КГД")] {
        report(&place, 0, &format!("run {dirs} --full-iin --force --out page.html"));
        let html = place.read("page.html");
        let computed: Vec<String> = table(&html, "payments").into_iter().map(|mut row| row.remove(3)).collect();
        assert_eq!(computed, ["0.00", "", "", "", ""]);
        assert!(text(&html).contains("Сверки называют разные суммы КГД за 2026-08 ОПВ, ОПВР, СО, ВОСМС"));
        assert!(html.contains(&format!("Сверка, {side}: 4 расхождения.")));
        assert!(html.contains("ЦС КГД: ОПВ, 2026-08 (№ 2)</caption>"));
        let captions: Vec<&str> = html.split("</caption>").filter_map(|part| part.rsplit('>').next()).collect();
        let distinct: BTreeSet<&&str> = captions.iter().collect();
        assert_eq!(distinct.len(), captions.len(), "{captions:?}");
        let sentence = format!("{side}, ОПВ: у нас 1000.00, у них 800.00: другая сумма");
        assert_eq!(said(&cards(&html), iin.parse().unwrap())[0], sentence);
    }
    // Of one file they say the same.
    place.ustap_ends(1, &["reconcile", "--register", "run", "--kgd", "kgd-2.csv", "--payment", "so", "--out", "so"]);
    report(&place, 0, "run compared-2 so --force --out page.html");
    let html = place.read("page.html");
    assert!(!html.contains("Сверки называют разные суммы"));
    assert_eq!(table(&html, "payments")[3][3], "800.00");
}

/// The State Corporation has rejected ОПВ of a person whom its reference names: what it said stands on the page, and of the
/// number what the rest of the page shows. КГД has a tenge less of the same ОПВ: of each break it is told whose it is.
#[test]
fn what_the_other_side_said_of_a_break_is_on_the_page() {
    let place = Place::new();
    let iin = "900101300017";
    place.write("operations.csv", format!("{OPERATIONS}a,{iin},2026-08-05,100000,\n"));
    let accepted: String = ["089", "012", "122"].map(|knp| format!("{iin},2026-08,{knp},1000,,,\n")).concat();
    let rejected = format!("{iin},2026-08,010,1000,rejected,E17 закрыт счёт,R1 {iin}\n");
    place.write("answer.csv", format!("iin,period,knp,amount,status,error_code,reference\n{rejected}{accepted}"));
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    place.write("kgd.csv", format!("iin,period,ipn,opv,opvr,so,vosms\n{iin},2026-08,0,999,1000,1000,1000\n"));
    let sides = ["--answer", "answer.csv", "--kgd", "kgd.csv"];
    place.ustap_ends(1, &[&["reconcile", "--register", "run"], &sides[..], &["--out", "compared"]].concat());
    report(&place, 0, "run compared --out page.html");
    let html = place.read("page.html");
    let told = "Код ошибки: E17 закрыт счёт; Референс: R1 9001****0017";
    let breaks = table(&html, "breaks-0");
    let [of_answer, of_kgd] = &breaks[..] else { panic!("{breaks:?}") };
    assert_eq!([&of_answer[0], &of_answer[8]], ["Государственная корпорация", told]);
    assert_eq!([&of_kgd[0], &of_kgd[6]], ["ЦС КГД", "-1.00"]);
    let (_, said) = &cards(&html)[0];
    assert!(said[0].ends_with(&format!("; {told}")), "{said:?}");
}

/// A provision of two acts leads to both, in the tables and in the cards.
#[test]
fn each_link_leads_to_the_act_that_it_names() {
    let place = month();
    report(&place, 0, "run --out page.html");
    let html = place.read("page.html");
    let in_tables = html.split("<a href=\"").skip(1).filter_map(|link| {
        let (url, rest) = link.split_once('"')?;
        Some((rest.split_once('>')?.1.split("</a>").next()?.to_owned(), url.to_owned()))
    });
    let data = html.split("<script type=\"application/json\"").nth(1).unwrap().split_once('>').unwrap().1;
    let data: serde_json::Value = serde_json::from_str(data.split("</script>").next().unwrap()).unwrap();
    let provisions = data["provisions"].as_array().unwrap().iter();
    let in_cards = provisions.flat_map(|provision| provision["links"].as_array().unwrap()).map(|link| {
        let [text, url] = [0, 1].map(|at| link[at].as_str().unwrap().to_owned());
        (text, url)
    });
    let mut acts: BTreeMap<String, String> = BTreeMap::new();
    for (text, url) in in_tables.chain(in_cards).filter(|(_, url)| url.starts_with("https://")) {
        let act = text.split(',').next().unwrap().to_owned();
        assert_eq!(*acts.entry(act).or_insert(url.clone()), url, "{text}");
    }
    let of_acts: Vec<&str> = ["Социальный кодекс", "Налоговый кодекс", "Приказ № 392"].map(|act| &*acts[act]).into();
    assert!(of_acts.iter().all(|url| url.contains("adilet.zan.kz")) && of_acts[0] != of_acts[1], "{of_acts:?}");
}

/// Notes have no Kazakh, and purposes are in the language of the lists: a screen reader is told of both on a page in
/// another language, and on a page in the same of neither.
#[test]
fn what_is_in_another_language_says_so() {
    let place = month();
    let cells = |lang: &str, of: &str| {
        report(&place, 0, &format!("run lists --force --lang {lang} --out page.html"));
        let html = place.read("page.html");
        let in_table = |id: &str| {
            let table = html.split(&format!("<table id=\"{id}\"")).nth(1).unwrap().split("</table>").next().unwrap();
            (table.matches(&format!(" lang=\"{of}\">")).count(), table.matches(" lang=").count())
        };
        let notes = held(&html)["provisions"].as_array().unwrap().iter().map(|each| each["note"][1].clone()).collect();
        let notes: Vec<serde_json::Value> = notes;
        assert!(notes.iter().all(|spoken| spoken.is_null() || spoken == of), "{notes:?}");
        [in_table("values"), in_table("lists-0")]
    };
    let written = rows(&place, "lists/lists.csv").len();
    let [(notes, all_notes), purposes] = cells("kk", "ru");
    assert!(notes > 0 && notes == all_notes, "{notes} of {all_notes}");
    assert_eq!(purposes, (written, written));
    assert_eq!(cells("ru", "ru"), [(0, 0), (0, 0)]);
    assert_eq!(cells("en", "en"), [(0, 0), (0, written)]);
}

/// A row that repeats another with the same reference counts once, and nothing differs: the page says so at its head.
#[test]
fn rows_that_repeat_others_are_said_at_the_head() {
    let place = Place::new();
    let iin = iins(1)[0];
    place.write("operations.csv", format!("{OPERATIONS}a,{iin},2026-08-05,100000,\n"));
    let accepted =
        |knp: &str, amount: &str, reference: &str| format!("{iin},2026-08,{knp},{amount},accepted,{reference}\n");
    let rows =
        [("010", "1000", "a"), ("089", "1000", "b"), ("012", "1000", "c"), ("122", "1000", "d"), ("122", "1000", "d")];
    let rows: String = rows.map(|(knp, amount, reference)| accepted(knp, amount, reference)).concat();
    place.write("answer.csv", format!("iin,period,knp,amount,status,reference\n{rows}"));
    place.ustap_ends(0, &["calculate", "operations.csv", "--out", "run"]);
    place.ustap_ends(1, &["reconcile", "--register", "run", "--answer", "answer.csv", "--out", "compared"]);
    report(&place, 0, "run compared --lang en --out page.html");
    let said = "1 row repeats another with the same reference and counts once.";
    assert!(text(&place.read("page.html")).contains(said));
}

/// Operations of earlier runs are in the totals, and what those have rejected is nowhere on the page: it says so, in place
/// of saying that every row counts.
#[test]
fn what_earlier_runs_have_rejected_is_not_called_counted() {
    let place = Place::new();
    place.write("1.csv", format!("{OPERATIONS}a,900101300017,2026-08-05,1000,\nb,900101300018,2026-08-05,1000,\n"));
    place.write("2.csv", format!("{OPERATIONS}c,900101300017,2026-08-06,1000,\n"));
    place.ustap_ends(1, &["calculate", "1.csv", "--keep", "--out", "1"]);
    place.ustap_ends(0, &["calculate", "2.csv", "--after", "1", "--keep", "--out", "2"]);
    let earlier = "What earlier runs have rejected, whose operations are in the totals, is in their own rejects.csv.";
    report(&place, 0, "2 --lang en --out page.html");
    let html = place.read("page.html");
    assert!(html.contains("Every row of this run counts.") && html.contains(earlier), "{html}");
    report(&place, 0, "1 --lang en --out page-of-1.html");
    assert!(!place.read("page-of-1.html").contains(earlier));
}

/// August is closed: none of its operations is in the totals of the run that goes on from it, and its head says why.
#[test]
fn a_closed_month_is_said_at_the_head() {
    let place = Place::new();
    place.write("1.csv", format!("{OPERATIONS}a,900101300017,2026-08-05,1000,\n"));
    place.write("2.csv", format!("{OPERATIONS}b,900101300017,2026-09-05,1000,\n"));
    place.write("3.csv", format!("{OPERATIONS}c,900101300017,2026-09-06,1000,\n"));
    let lines = ["--keep", "--lines", "--out"];
    place.ustap_ends(0, &[&["calculate", "1.csv"][..], &lines, &["1"]].concat());
    place.ustap_ends(0, &[&["calculate", "2.csv", "--after", "1", "--close", "2026-08"][..], &lines, &["2"]].concat());
    place.ustap_ends(0, &[&["calculate", "3.csv", "--after", "2"][..], &lines, &["3"]].concat());
    report(&place, 0, "2 --out page-of-2.html");
    let html = place.read("page-of-2.html");
    assert!(html.contains("<dt>Закрытые месяцы</dt><dd>по 2026-08</dd>"), "{html}");
    assert!(html.contains("<dt>Учтённых операций</dt><dd>1</dd>") && !html.contains("операции прежних"), "{html}");
    report(&place, 0, "3 --out page-of-3.html");
    let html = place.read("page-of-3.html");
    assert!(html.contains("<dd>1 в дополнение к 1 операции прежних расчётов</dd>"), "{html}");
    assert!(html.contains("<p>Только операции этого расчёта: операции прежних (1) вошли в его итоги, но не сюда.</p>"));
    report(&place, 0, "1 --out page-of-1.html");
    assert!(!place.read("page-of-1.html").contains("Закрытые месяцы"));
}

/// Nobody else may read a number in the name of a file than on the rest of the page; a month that is none has no name.
#[test]
fn a_run_without_operations_and_with_a_number_in_its_name_has_a_page() {
    let place = Place::new();
    place.write("of 900101300017.csv", format!("{OPERATIONS}b,900101300018,2026-08-05,1000,\n"));
    place.ustap_ends(1, &["calculate", "of 900101300017.csv", "--out", "run"]);
    report(&place, 0, "run --lang en --out page.html");
    let html = place.read("page.html");
    assert!(html.contains("<h1>Withholding: no operation counts</h1>"), "{html}");
    assert!(!html.contains("id=\"person\"") && !html.contains("<noscript>"), "nobody to look up");
    assert!(!html.contains("<tbody>\n</tbody>"), "a table without rows: {html}");
    for id in ["due", "amounts", "rests"] {
        assert!(!html.contains(&format!("id=\"{id}\"")) && !html.contains(&format!("href=\"#{id}\"")), "{id}");
    }
    assert!(!html.contains("<dt>Month</dt>") && !html.contains("900101300017"), "{html}");
    assert!(table(&html, "reject-places")[0][0].ends_with("of 9001****0017.csv"), "{html}");
    report(&place, 0, "run --lang en --full-iin --out whole.html");
    assert!(place.read("whole.html").contains("of 900101300017.csv"));
}

/// A penalty is paid by an order of its own, and what a correction finds is open until it is paid or claimed back: 400 000
/// of a pensioner who was not known as one, 1 % of which is 4 000 for each of the four.
#[test]
fn penalties_and_corrections_are_said_at_the_head() {
    let place = Place::new();
    let iin = "900101300017";
    place.write("operations.csv", format!("{OPERATIONS}a,{iin},2026-08-05,400000,\n"));
    place.write("exemptions.csv", format!("iin,category\n{iin},pension-age\n"));
    place.write(
        "kgd.csv",
        format!("iin,period,ipn,opv,opvr,so,vosms,opv_penalty\n{iin},2026-08,0,4000,4000,4000,4000,77\n"),
    );
    for (status, command) in [
        (0, "calculate operations.csv --out before"),
        (0, "calculate operations.csv --exemptions exemptions.csv --out after"),
        (1, "correct before after --out corrected"),
        (0, "reconcile --register before --kgd kgd.csv --out compared"),
    ] {
        place.ustap_ends(status, &command.split(' ').collect::<Vec<_>>());
    }
    report(&place, 0, "before compared --out penalties.html --lang en");
    let html = place.read("penalties.html");
    assert!(html.contains("КГД has stated 1 penalty, which goes by an order of its own."), "{html}");
    assert_eq!(table(&html, "penalties-0"), [["9001****0017", "2026-08", "ОПВ", "019", "77.00"]]);
    report(&place, 0, "after corrected --out corrected.html --lang en");
    let html = place.read("corrected.html");
    assert!(html.contains("By the correction something is to be claimed back; not yet, where the sums of"), "{html}");
    assert!(!html.contains("By the correction something is still to be paid"), "{html}");
    assert!(
        html.contains("<p>Two runs are compared here, not what was paid. Where the sums of ЦС КГД were paid"),
        "{html}"
    );
}
