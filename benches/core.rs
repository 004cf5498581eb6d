//! The pure core: five payments of one person's month, and one line of it. Each bench checks a hash of its results.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench may stop")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use ustap::bench::{Exempting, amounts};
use ustap::law::RegimeMonth;
use ustap::parts::Tally;
use ustap::{Law, Payment, Tenge};

/// A thousand incomes between 0 and some 2 000 000 tenge, by a fixed sequence.
fn incomes() -> Vec<Tenge> {
    let mut state = 392u64;
    let next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Tenge::from_tiyn((state >> 37) as i64 % 200_000_000)
    };
    std::iter::repeat_with(next).take(1000).collect()
}

fn hash(sum: u64, amount: Tenge) -> u64 {
    sum.wrapping_mul(31).wrapping_add(amount.tiyn() as u64)
}

fn terms(law: &Law) -> &RegimeMonth {
    law.month("2026-08".parse().unwrap()).unwrap().regime(law.regime_id("self-employed").unwrap()).unwrap()
}

fn five_payments(criterion: &mut Criterion) {
    let law = Law::builtin().unwrap();
    let terms = terms(&law);
    let tallies: Vec<Tally> = incomes()
        .into_iter()
        .map(|income| {
            let mut tally = Tally::default();
            tally.add_operation(&Exempting::default(), income).unwrap();
            tally
        })
        .collect();
    let run = || {
        tallies.iter().fold(0, |sum, tally| {
            let amounts = amounts(black_box(terms), black_box(tally));
            Payment::ALL.iter().fold(sum, |sum, &payment| hash(sum, amounts[payment]))
        })
    };
    // By hand for each income: 1 % of it, at most 1 297 500.00, СО at most 595 000.00, to the whole tenge, halves up.
    let expected = incomes().into_iter().fold(0, |sum, income| {
        let one_per_cent = |cap: i64| Tenge::from_tiyn((income.tiyn().min(cap) + 5_000) / 10_000 * 100);
        let (so, others) = (one_per_cent(59_500_000), one_per_cent(129_750_000));
        [Tenge::ZERO, others, others, so, others].into_iter().fold(sum, hash)
    });
    assert_eq!(run(), expected);
    criterion
        .benchmark_group("core")
        .throughput(criterion::Throughput::Elements(1000))
        .bench_function("five payments of a person's month, 1000 times", |bencher| bencher.iter(run));
}

criterion_group!(benches, five_payments);
criterion_main!(benches);
