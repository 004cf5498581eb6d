//! Random batches: the library and the program against the slow oracle, and what must hold of every batch.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::oracle::{CATEGORIES, Expected, Fact, LIMIT, PAYMENTS, REGIMES};
use crate::program::{Place, rows};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::Config;
use rust_decimal::Decimal;
use ustap::{
    Batch, BatchResult, ContractorRegime, Day, Error, ErrorKind, Exemption, Iin, Law, Month, Operation, OverLimit,
    Payment, Reject, Tenge,
};

// --- Batches ---

const PERSONS: [&str; 5] = ["090840013770", "160440007161", "160940025485", "900101300017", "900101300811"];

fn person() -> impl Strategy<Value = String> {
    select(&PERSONS[..]).prop_map(str::to_owned)
}

/// Mostly days of one month; the edges of regimes and tables are there too.
fn day() -> impl Strategy<Value = String> {
    const EDGES: [&str; 9] = [
        "2024-09-02",
        "2024-09-03",
        "2025-11-30",
        "2025-12-01",
        "2025-12-31",
        "2026-01-01",
        "2026-09-01",
        "2026-12-31",
        "2027-01-01",
    ];
    prop_oneof![
        12 => (1..=31).prop_map(|day| format!("2026-08-{day:02}")),
        2 => (1..=31).prop_map(|day| format!("2025-12-{day:02}")),
        1 => select(&EDGES[..]).prop_map(str::to_owned),
    ]
}

fn tiyn(range: std::ops::RangeInclusive<i64>) -> impl Strategy<Value = Decimal> {
    range.prop_map(|tiyn| Decimal::new(tiyn, 2))
}

fn income() -> impl Strategy<Value = Decimal> {
    let near = |tenge: i64| tiyn(tenge * 100 - 5_000..=tenge * 100 + 5_000);
    prop_oneof![
        4 => tiyn(0..=20_000),
        4 => tiyn(-20_000_000..=60_000_000),
        // Where halves are: multiples of 50 tenge.
        2 => (-100..=1_000_i64).prop_map(|times| Decimal::from(times * 50)),
        1 => near(595_000),
        1 => near(850_000),
        1 => near(LIMIT * 80 / 100),
        1 => near(LIMIT),
        1 => near(4_250_000),
        1 => select(&[-99_999_999_999_999, 0, 99_999_999_999_999_i64][..]).prop_map(|tiyn| Decimal::new(tiyn, 2)),
    ]
}

fn operation() -> impl Strategy<Value = crate::oracle::Operation> {
    (0..200_u32, person(), day(), option::weighted(0.2, day()), income()).prop_map(
        |(id, iin, settled_on, corrects_on, income)| crate::oracle::Operation {
            id: format!("op-{id}"),
            iin,
            settled_on,
            corrects_on,
            income,
        },
    )
}

/// Operations, some of which stand there twice.
fn operations(most: usize) -> impl Strategy<Value = Vec<crate::oracle::Operation>> {
    (vec(operation(), 0..most), vec(any::<prop::sample::Index>(), 0..4), any::<prop::sample::Index>()).prop_map(
        |(mut operations, again, place)| {
            for again in again {
                if !operations.is_empty() {
                    let operation = again.get(&operations).clone();
                    operations.insert(place.index(operations.len()), operation);
                }
            }
            operations
        },
    )
}

fn exemption() -> impl Strategy<Value = Fact> {
    let day = || option::weighted(0.5, day());
    (person(), select(&CATEGORIES[..]), day(), day()).prop_map(|(iin, (code, _), from, to)| {
        let (from, to) = match (from, to) {
            (Some(from), Some(to)) if from > to => (Some(to), Some(from)),
            days => days,
        };
        Fact { iin, code: code.to_owned(), from, to }
    })
}

/// Up to three regimes of a person, one after another, with a gap or without.
fn regimes() -> impl Strategy<Value = Vec<Fact>> {
    let of_person = (person(), vec((select(&REGIMES[..]), 1..=10_u32), 1..=3), any::<bool>(), any::<bool>());
    vec(of_person, 0..3).prop_map(|persons| {
        let mut facts: BTreeMap<String, Vec<Fact>> = BTreeMap::new();
        for (iin, regimes, open_from, open_to) in persons {
            let mut day = 1;
            let mut own = Vec::new();
            for (code, days) in &regimes {
                let (from, to) = (format!("2026-08-{day:02}"), format!("2026-08-{:02}", day + days - 1));
                own.push(Fact { iin: iin.clone(), code: (*code).to_owned(), from: Some(from), to: Some(to) });
                // Ten days at most and a gap where there were fewer than four.
                day += days + u32::from(*days < 4);
            }
            if open_from {
                own[0].from = None;
            }
            if open_to {
                own.last_mut().unwrap().to = None;
            }
            facts.insert(iin, own);
        }
        facts.into_values().flatten().collect()
    })
}

fn batch(most: usize) -> impl Strategy<Value = crate::oracle::Batch> {
    let period = option::weighted(0.2, select(&["2026-08", "2025-12"][..]).prop_map(str::to_owned));
    (operations(most), vec(exemption(), 0..8), regimes(), period, any::<bool>()).prop_map(
        |(operations, exemptions, regimes, period, stop)| crate::oracle::Batch {
            operations,
            exemptions,
            regimes,
            period,
            stop,
        },
    )
}

// --- The library ---

fn optional_day(day: &Option<String>) -> Option<Day> {
    day.as_ref().map(|day| day.parse().unwrap())
}

fn withheld(law: &Arc<Law>, batch: &crate::oracle::Batch) -> Result<BatchResult, Error> {
    let iin = |text: &str| -> Iin { text.parse().unwrap() };
    let exemptions = batch.exemptions.iter().map(|fact| Exemption {
        iin: iin(&fact.iin),
        category: law.category_id(&fact.code).unwrap(),
        days: (optional_day(&fact.from), optional_day(&fact.to)),
    });
    let regimes = batch.regimes.iter().map(|fact| ContractorRegime {
        iin: iin(&fact.iin),
        regime: law.regime_id(&fact.code).unwrap(),
        days: (optional_day(&fact.from), optional_day(&fact.to)),
    });
    let over_limit = if batch.stop { OverLimit::Stop } else { OverLimit::Cap };
    let mut typed = Batch::new(law).exemptions(exemptions).regimes(regimes).over_limit(over_limit).lines(true);
    // In some batches everything that can leaves the memory.
    typed = typed.threads(1 + batch.operations.len() % 3).memory([usize::MAX, 1 << 16][batch.exemptions.len() % 2]);
    if let Some(period) = &batch.period {
        typed = typed.period(period.parse::<Month>().unwrap());
    }
    typed.run(batch.operations.iter().map(|operation| Operation {
        id: &operation.id,
        iin: iin(&operation.iin),
        settled_on: operation.settled_on.parse().unwrap(),
        corrects_on: optional_day(&operation.corrects_on),
        income: Tenge::try_from(operation.income).unwrap(),
    }))
}

/// The library's values as the rows that files have.
fn as_rows(law: &Law, withheld: &BatchResult) -> Expected {
    let register = withheld.register.iter().map(|row| {
        let mut text = format!("{},{},{},{}", row.iin, row.period, row.regime.code(law), row.tally.operations);
        text += &format!(",{}", row.tally.income());
        for payment in Payment::ALL {
            let due = row.dues[payment].unwrap_or_default();
            if payment != Payment::Ipn {
                text += &format!(",{}", due.exempt);
            }
            text += &format!(",{},{}", due.base, due.amount);
        }
        format!("{text},{},{}", row.withheld, row.notes(law))
    });
    let limits = withheld.limits.iter().map(|row| {
        let (on, by) = match &row.crossed {
            Some(crossing) => (crossing.on.to_string(), crossing.by.clone()),
            None => Default::default(),
        };
        let share = Tenge::from_tiyn(row.share().try_into().unwrap());
        format!("{},{},{},{},{share},{on},{by},{}", row.iin, row.period, row.income, row.limit, row.over())
    });
    let lines = withheld.lines.iter().map(|line| {
        let amounts: Vec<String> = Payment::ALL.map(|payment| line.amounts[payment].to_string()).into();
        let (regime, days) = (line.regime.code(law), format!("{},{}", line.settled_on, line.effective_on));
        let start = format!("{},{},{},{regime},{days},{}", line.id, line.iin, line.period, line.income);
        format!("{start},{},{},{}", amounts.join(","), line.withheld, line.payout())
    });
    let payments = withheld.summary.payments.iter().map(|row| {
        let due_on = row.due_on.map(|day| day.to_string()).unwrap_or_default();
        format!("{},{},{},{},{},{},{due_on}", row.payment, row.period, row.knp, row.recipient, row.persons, row.amount)
    });
    Expected {
        register: register.collect(),
        payments: payments.collect(),
        limits: limits.collect(),
        lines: lines.collect(),
        rejected: withheld
            .summary
            .rejected
            .iter()
            .map(|(number, reject)| (*number as usize, reject.to_string()))
            .collect(),
    }
}

fn config(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn the_library_agrees_with_the_oracle(batch in batch(60)) {
        let law = Law::current().unwrap();
        prop_assert_eq!(as_rows(&law, &withheld(&law, &batch).unwrap()), batch.expected());
    }

    #[test]
    fn what_holds_of_every_batch(batch in batch(60)) {
        let law = Law::current().unwrap();
        let withheld = withheld(&law, &batch).unwrap();
        // Every operation ends in exactly one status, and money is neither made nor lost.
        prop_assert_eq!(withheld.lines.len() + withheld.summary.rejected.len(), batch.operations.len());
        prop_assert_eq!(withheld.summary.reject_counts.total(), withheld.summary.rejected.len() as u64);
        let counted = (withheld.summary.read, withheld.summary.accepted);
        prop_assert_eq!(counted, (batch.operations.len() as u64, withheld.lines.len() as u64));
        let mut lines = BTreeMap::new();
        for line in &withheld.lines {
            prop_assert_eq!(line.income, line.payout().checked_add(line.withheld).unwrap());
            let (income, amounts) = lines.entry((line.period, line.iin, line.regime.code(&law))).or_insert((0, [0; 5]));
            *income += line.income.tiyn();
            for (sum, payment) in amounts.iter_mut().zip(Payment::ALL) {
                *sum += line.amounts[payment].tiyn();
            }
        }
        prop_assert_eq!(lines.len(), withheld.register.len());
        for row in &withheld.register {
            let regime = row.regime.code(&law);
            let amounts = Payment::ALL.map(|payment| row.amount(payment).tiyn());
            prop_assert_eq!(&lines[&(row.period, row.iin, regime)], &(row.tally.income().tiyn(), amounts));
            prop_assert_eq!(row.withheld.tiyn(), amounts.iter().sum::<i64>());
            let notes = row.notes(&law);
            for payment in Payment::ALL {
                let Some(due) = row.dues[payment] else {
                    prop_assert_eq!(row.amount(payment), Tenge::ZERO);
                    continue;
                };
                // A cap is never exceeded, nor the rate of it, which is in tenths of a per cent.
                let (rate, cap) = crate::oracle::terms(regime, payment.code(), &row.period.to_string()).unwrap();
                prop_assert!(due.base.tiyn() <= cap.map_or(i64::MAX, |cap| cap * 100));
                prop_assert!(Tenge::ZERO <= due.amount && due.amount.tiyn() <= due.base.tiyn() * rate / 1000 + 50);
                // Who is exempt on all days pays nothing, and the reason stands there.
                let reason = format!("{payment}:exempt=");
                if row.tally.exempt(payment).operations == row.tally.operations {
                    prop_assert_eq!(due.amount, Tenge::ZERO);
                    prop_assert!(notes.split('|').any(|note| note.starts_with(&reason)), "{}", notes);
                }
                // No zero without a reason.
                if due.amount == Tenge::ZERO {
                    prop_assert!(notes.split('|').any(|note| note.starts_with(payment.code())), "{}", notes);
                }
            }
        }
    }

    #[test]
    fn the_order_of_operations_and_facts_does_not_matter(
        (batch, shuffled) in batch(60).prop_flat_map(|batch| {
            let operations = Just(batch.operations.clone()).prop_shuffle();
            let exemptions = Just(batch.exemptions.clone()).prop_shuffle();
            let regimes = Just(batch.regimes.clone()).prop_shuffle();
            let other = batch.clone();
            let shuffled = (operations, exemptions, regimes).prop_map(move |(operations, exemptions, regimes)| {
                crate::oracle::Batch { operations, exemptions, regimes, ..other.clone() }
            });
            (Just(batch), shuffled)
        })
    ) {
        let law = Law::current().unwrap();
        let (one, other) = (withheld(&law, &batch).unwrap(), withheld(&law, &shuffled).unwrap());
        prop_assert_eq!(one.summary.reject_counts, other.summary.reject_counts);
        prop_assert_eq!((one.register, one.limits, one.lines), (other.register, other.limits, other.lines));
    }
}

#[test]
fn what_does_not_fit_goes_where_it_is_to_go() {
    let law = Law::current().unwrap();
    let place = tempfile::tempdir().unwrap();
    let run = |dir: &str| {
        let operation = Operation {
            id: "a",
            iin: "900101300017".parse().unwrap(),
            settled_on: "2026-08-05".parse().unwrap(),
            corrects_on: None,
            income: Tenge::from_tiyn(100_000),
        };
        Batch::new(&law).memory(0).spill_to(place.path().join(dir)).run([operation])
    };
    assert_eq!(run("").unwrap().register.len(), 1);
    assert_eq!(run("missing").unwrap_err().kind(), ErrorKind::Output);
}

/// An id has 64 bytes at most; days the wrong way round are no interval.
#[test]
fn what_of_a_typed_batch_does_not_count_is_told_by_its_number() {
    let law = Law::current().unwrap();
    let (most, more) = ("a".repeat(64), "a".repeat(65));
    let iin: Iin = "900101300017".parse().unwrap();
    let operations = [&most, &more].map(|id| Operation {
        id,
        iin,
        settled_on: "2026-08-05".parse().unwrap(),
        corrects_on: None,
        income: Tenge::from_tiyn(100_000),
    });
    let [first, last] = ["2026-08-02", "2026-08-01"].map(|day| Some(day.parse().unwrap()));
    let exemption = |days| Exemption { iin, category: law.category_id("disability").unwrap(), days };
    let summary = Batch::new(&law)
        .exemptions([exemption((last, first)), exemption((first, last))])
        .run(operations)
        .unwrap()
        .summary;
    assert_eq!((summary.read, summary.accepted), (2, 1));
    assert_eq!(summary.rejected, [(1, Reject::OperationId)]);
    assert_eq!(summary.exemptions_rejected, [(1, Reject::Interval)]);
    // Numbers go on over the pieces in which operations are taken, of 8 192 each.
    let ids: Vec<String> =
        (0..20_000).map(|number| if number == 19_999 { more.clone() } else { number.to_string() }).collect();
    let many = ids.iter().map(|id| Operation { id, ..operations[0] });
    assert_eq!(Batch::new(&law).run(many).unwrap().summary.rejected, [(19_999, Reject::OperationId)]);
}

#[test]
fn a_typed_sum_that_does_not_fit_names_person_and_month() {
    let law = Law::current().unwrap();
    let ids: Vec<String> = (0..92_234).map(|number| number.to_string()).collect();
    let operations = ids.iter().map(|id| Operation {
        id,
        iin: "900101300017".parse().unwrap(),
        settled_on: "2026-08-05".parse().unwrap(),
        corrects_on: None,
        income: Tenge::OPERATION_MAX,
    });
    let error = Batch::new(&law).run(operations).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Overflow);
    let message = "person 9001****0017, month 2026-08: the sum of the incomes exceeds 92233720368547758.07 tenge";
    assert_eq!(error.to_string(), message);
}

// --- The program ---

/// How a batch is written down and read; none of it matters.
#[derive(Debug, Clone)]
struct Manner {
    delimiter: char,
    line_end: &'static str,
    decimal: &'static str,
    quoted: bool,
    files: usize,
    threads: &'static str,
    memory: &'static str,
}

fn manner() -> impl Strategy<Value = Manner> {
    (
        select(&[',', ';', '\t'][..]),
        select(&["\n", "\r\n", "\n\n"][..]),
        select(&[".", ","][..]),
        any::<bool>(),
        1..=3_usize,
        select(&["1", "2", "3", "8"][..]),
        select(&["16MiB", "1GiB"][..]),
    )
        .prop_map(|(delimiter, line_end, decimal, quoted, files, threads, memory)| Manner {
            delimiter,
            line_end,
            decimal,
            quoted: quoted || decimal == "," && delimiter == ',',
            files,
            threads,
            memory,
        })
}

impl Manner {
    fn row(&self, fields: &[&str]) -> String {
        let field = |field: &&str| if self.quoted { format!("\"{field}\"") } else { (*field).to_owned() };
        let fields: Vec<String> = fields.iter().map(field).collect();
        fields.join(&self.delimiter.to_string()) + self.line_end
    }

    fn facts(&self, header: [&str; 4], facts: &[Fact]) -> String {
        let mut text = self.row(&header);
        for Fact { iin, code, from, to } in facts {
            let [from, to] = [from, to].map(|day| day.as_deref().unwrap_or(""));
            text += &self.row(&[iin, code, from, to]);
        }
        text
    }

    fn operations(&self, operations: &[crate::oracle::Operation]) -> String {
        let mut text = self.row(&["comment", "corrects_on", "income", "settled_on", "iin", "operation_id"]);
        for operation in operations {
            let income = crate::oracle::money(operation.income).replace('.', self.decimal);
            let corrects_on = operation.corrects_on.as_deref().unwrap_or("");
            text += &self.row(&["x", corrects_on, &income, &operation.settled_on, &operation.iin, &operation.id]);
        }
        text
    }

    /// Writes the batch, runs the program over it and gives back where the operations stand: file and line.
    fn run(&self, place: &Place, batch: &crate::oracle::Batch) -> Vec<(String, usize)> {
        place.write("exemptions.csv", self.facts(["iin", "category", "valid_from", "valid_to"], &batch.exemptions));
        place.write("contractors.csv", self.facts(["iin", "regime", "regime_from", "regime_to"], &batch.regimes));
        let mut arguments: Vec<String> = [
            "calculate",
            "--exemptions",
            "exemptions.csv",
            "--contractors",
            "contractors.csv",
            "--lines",
            "--out",
            "out",
        ]
        .map(str::to_owned)
        .into();
        arguments.extend(["--threads", self.threads, "--memory", self.memory].map(str::to_owned));
        arguments.extend(["--over-limit", if batch.stop { "stop" } else { "cap" }].map(str::to_owned));
        arguments.extend(batch.period.iter().flat_map(|period| ["--period".to_owned(), period.clone()]));
        let mut places = Vec::new();
        let share = batch.operations.len() / self.files + 1;
        let lines_a_row = if self.line_end == "\n\n" { 2 } else { 1 };
        for file in 0..self.files {
            let operations = batch.operations.iter().skip(file * share).take(share).cloned().collect::<Vec<_>>();
            // Files are read in the order in which they are given, not in that of their names.
            let name = format!("{}.csv", self.files - file);
            // Empty lines behind the rows, so that no file is another one given twice.
            place.write(&name, self.operations(&operations) + &"\n".repeat(file));
            places.extend((1..=operations.len()).map(|row| (name.clone(), 1 + row * lines_a_row)));
            arguments.push(name);
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let run = place.ustap(&arguments);
        // The last month of the tables may be among the batch's, which is told.
        let is_told = run.stderr.is_empty() || run.stderr.starts_with("warning: the tables last until ");
        assert!(matches!(run.status, Some(0 | 1)) && is_told && run.stderr.lines().count() < 2, "{run:?}");
        places
    }
}

fn without_header(csv: &str) -> Vec<String> {
    csv.lines().skip(1).map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn the_program_agrees_with_the_oracle(batch in batch(120), manner in manner()) {
        let place = Place::new();
        let places = manner.run(&place, &batch);
        let expected = batch.expected();
        let read = |name: &str| place.read(&format!("out/{name}.csv"));
        prop_assert_eq!(without_header(&read("register")), expected.register);
        prop_assert_eq!(without_header(&read("payments")), expected.payments);
        prop_assert_eq!(without_header(&read("limits")), expected.limits);
        prop_assert_eq!(without_header(&read("lines")), expected.lines);
        let rejects = read("rejects");
        let rejected: Vec<(String, usize, String)> = without_header(&rejects)
            .iter()
            .map(|row| row.split(',').collect::<Vec<_>>())
            .map(|fields| (fields[0].to_owned(), fields[1].parse().unwrap(), fields[2].to_owned()))
            .collect();
        let expected_rejects: Vec<_> = expected
            .rejected
            .into_iter()
            .map(|(number, code)| (places[number].0.clone(), places[number].1, code))
            .collect();
        prop_assert_eq!(rejected, expected_rejects);
        // payments.csv is the register summed up.
        let (register, payments) = (read("register"), read("payments"));
        for payment in rows(&payments) {
            let amount = |row: &BTreeMap<&str, &str>, column: &str| row[column].parse::<Decimal>().unwrap();
            let of_month: Vec<_> =
                rows(&register).into_iter().filter(|row| row["period"] == payment["period"]).collect();
            let sum: Decimal = of_month.iter().map(|row| amount(row, payment["payment"])).sum();
            prop_assert_eq!(amount(&payment, "amount"), sum);
        }
        let totals: serde_json::Value = serde_json::from_str(&place.read("out/receipt.json")).unwrap();
        for column in PAYMENTS.into_iter().chain(["income", "withheld"]) {
            let sum: Decimal = rows(&register).iter().map(|row| row[column].parse::<Decimal>().unwrap()).sum();
            prop_assert_eq!(totals["totals"][column].as_str().unwrap(), crate::oracle::money(sum), "{}", column);
        }
    }
}

/// More than 16 MiB can hold, so that everything is spilled; a fixed walk through persons, days and amounts.
fn large_batch() -> (String, String) {
    let mut state = 392_u64;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let persons: Vec<String> = (0..40_000_u64)
        .filter_map(|number| Iin::from_first_eleven(80_000_000_000 + number * 31))
        .map(|iin| iin.to_string())
        .collect();
    let mut operations = crate::program::OPERATIONS.to_owned();
    for number in 0..400_000_u64 {
        let iin = &persons[next(persons.len() as u64) as usize];
        // One in about a thousand stands there again or differs from its namesake; some amounts are no amounts.
        let id = if next(1_000) == 0 { next(number + 1) } else { number };
        let income = if next(500) == 0 { "x".to_owned() } else { format!("{}.{:02}", next(300_000), next(100)) };
        let month = [7, 8][next(2) as usize];
        operations += &format!("operation-{id},{iin},2026-{month:02}-{:02},{income},\n", next(31) + 1);
    }
    let mut exemptions = "iin,category,valid_from\n".to_owned();
    for iin in persons.iter().step_by(3) {
        let (category, _) = CATEGORIES[next(15) as usize];
        exemptions += &format!("{iin},{category},2026-{:02}-15\n", 7 + next(2));
    }
    (operations, exemptions)
}

#[test]
#[ignore = "slow"]
fn threads_and_memory_change_no_byte() {
    let place = Place::new();
    let (operations, exemptions) = large_batch();
    place.write("operations.csv", operations);
    place.write("exemptions.csv", exemptions);
    let run = |out: &str, more: &[&str]| {
        let mut arguments = vec!["calculate", "operations.csv", "--exemptions", "exemptions.csv", "--out", out];
        arguments.extend(more);
        place.ustap_ends(1, &arguments);
        let files = place.files(out);
        std::fs::remove_dir_all(place.path(out)).unwrap();
        files
    };
    for policy in [&["--lines", "--over-limit", "stop"][..], &[]] {
        let expected = run("expected", &[policy, &["--threads", "1", "--memory", "2GiB"]].concat());
        for (threads, memory) in [("1", "16MiB"), ("2", "16MiB"), ("3", "64MiB"), ("8", "16MiB"), ("8", "2GiB")] {
            let files = run("out", &[policy, &["--threads", threads, "--memory", memory]].concat());
            let differing: Vec<&String> =
                expected.keys().filter(|&name| files.get(name) != expected.get(name)).collect();
            assert_eq!(files.len(), expected.len());
            assert!(differing.is_empty(), "{threads} threads, {memory}: {differing:?}");
        }
    }
}

/// Where the months of persons lie is told by the first rows, and duplicates are rare: here neither is so.
#[test]
#[ignore = "slow"]
fn rows_in_order_of_persons_and_rows_that_all_stand_twice_change_no_figure() {
    let place = Place::new();
    let (operations, exemptions) = large_batch();
    let mut rows: Vec<&str> = operations.lines().skip(1).collect();
    rows.sort_by_key(|row| row.split(',').nth(1));
    place.write("by-person.csv", format!("{}{}\n", crate::program::OPERATIONS, rows.join("\n")));
    place.write("operations.csv", &operations);
    place.write("exemptions.csv", exemptions);
    let figures = |inputs: &[&str], memory: &str| {
        let more = ["--exemptions", "exemptions.csv", "--lines", "--memory", memory, "--out", "out"];
        place.ustap_ends(1, &[&["calculate"], inputs, &more].concat());
        let files = ["register", "payments", "limits", "lines"].map(|name| place.read(&format!("out/{name}.csv")));
        let rejected = place.read("out/rejects.csv").lines().filter(|row| row.contains(",duplicate,")).count();
        std::fs::remove_dir_all(place.path("out")).unwrap();
        (files, rejected)
    };
    let (expected, few) = figures(&["operations.csv"], "2GiB");
    let accepted = expected[3].lines().count() - 1;
    for memory in ["16MiB", "2GiB"] {
        let (by_person, rejected) = figures(&["by-person.csv"], memory);
        assert!(by_person == expected && rejected == few, "by person, {memory}");
        let (twice, rejected) = figures(&["operations.csv", "by-person.csv"], memory);
        assert!(twice == expected, "twice, {memory}");
        // Of each id that counts one row does, and of equal rows that do not conflict all others are duplicates.
        assert_eq!(rejected, accepted + 2 * few, "twice, {memory}");
    }
}
