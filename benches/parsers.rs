//! The parsers of money, days, ИИН and rows. Each bench checks a hash of its results.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench may stop")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ustap::bench::read_operations;
use ustap::{Day, Iin, Tenge};

/// Parses all texts and adds up what they are, against the sum that is known beforehand.
fn bench(criterion: &mut Criterion, name: &str, texts: &[String], parse: impl Fn(&[u8]) -> u64, expected: u64) {
    let run = || texts.iter().fold(0u64, |sum, text| sum.wrapping_add(parse(black_box(text.as_bytes()))));
    assert_eq!(run(), expected, "{name}");
    let mut group = criterion.benchmark_group("parsers");
    group.throughput(Throughput::Elements(texts.len() as u64)).bench_function(name, |bencher| bencher.iter(run));
}

fn parsers(criterion: &mut Criterion) {
    let numbers = 0..1000u64;
    let money: Vec<String> = numbers.clone().map(|n| format!("{}.{:02}", n * 137, n % 100)).collect();
    bench(
        criterion,
        "1000 amounts",
        &money,
        |text| Tenge::parse(text).unwrap().tiyn() as u64,
        // 13 700 × (0 + … + 999) tiyn, and ten times 0 + … + 99.
        13_700 * 499_500 + 10 * 4_950,
    );
    let days: Vec<String> = numbers.clone().map(|n| format!("2026-{:02}-{:02}", n % 12 + 1, n % 28 + 1)).collect();
    let first = u64::from(Day::from_ymd(2026, 1, 1).unwrap().number());
    let expected = numbers.clone().fold(0, |sum, n| {
        let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][(n % 12) as usize];
        sum + first + before + n % 28
    });
    bench(criterion, "1000 days", &days, |text| u64::from(Day::parse(text).unwrap().number()), expected);
    let persons: Vec<Iin> = numbers.filter_map(|n| Iin::from_first_eleven(90_010_100_000 + n)).collect();
    let texts: Vec<String> = persons.iter().map(|iin| iin.to_string()).collect();
    let expected = persons.iter().map(|iin| iin.number()).sum();
    bench(criterion, "ИИН of up to 1000 persons", &texts, |text| Iin::parse(text).unwrap().number(), expected);
}

fn rows(criterion: &mut Criterion) {
    let mut file = String::from("operation_id,iin,settled_on,income\n");
    for n in 0..10_000 {
        file.push_str(&format!("op-{n:08},900101300017,2026-08-{:02},{}.50\n", n % 31 + 1, n));
    }
    let run = |file: Vec<u8>| -> i64 {
        let rows = read_operations(file).unwrap();
        rows.iter().map(|(_, outcome)| outcome.as_ref().unwrap().income.tiyn()).sum()
    };
    // 100 × (0 + … + 9 999) tiyn and 50 for each row.
    assert_eq!(run(file.clone().into_bytes()), 100 * 49_995_000 + 50 * 10_000);
    let mut group = criterion.benchmark_group("rows");
    group.throughput(Throughput::Bytes(file.len() as u64)).bench_function("10 000 rows into typed values", |bencher| {
        bencher.iter_batched(|| file.clone().into_bytes(), run, criterion::BatchSize::LargeInput);
    });
}

criterion_group!(benches, parsers, rows);
criterion_main!(benches);
