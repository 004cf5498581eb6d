//! Matching in memory, without files: persons × 4 payments on either side, 1 % of them breaks.
//!
//! ```text
//! cargo bench --bench reconciliation                              # 50 000 persons
//! USTAP_PERSONS=1000000 cargo bench --bench reconciliation
//! ```
//!
//! A hash of all breaks is printed first: as long as it stays, so does the result. It is for who compares two
//! versions: what is checked is that sums are conserved, and how many breaks come of it.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a bench says what it has, and may stop")]

use std::hash::{BuildHasher, Hash, Hasher};

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use ustap::settlement::{Owed, Received, Reconciliation, Status, reconcile};
use ustap::{Iin, Month, Payment, Tenge};

const PAYMENTS: [Payment; 4] = [Payment::Opv, Payment::Opvr, Payment::So, Payment::Vosms];

fn scatter(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ mixed >> 31
}

/// Our rows by person; theirs by payment, as lists come back, every hundredth damaged; and how many breaks come of it.
fn sides(persons: u64) -> (Vec<Owed>, Vec<Received<'static>>, usize) {
    let period = Month::from_ym(2026, 8).unwrap();
    let people: Vec<Iin> =
        (0..).filter_map(|step| Iin::from_first_eleven(10_101_900_000 + step * 7)).take(persons as usize).collect();
    let amount = |iin: Iin| Tenge::from_tiyn((1 + scatter(iin.number()) % 12_976) as i64 * 100);
    let of = |iin: Iin, payment| Owed { iin, period, payment, amount: amount(iin) };
    let ours = people.iter().flat_map(|&iin| PAYMENTS.map(|payment| of(iin, payment))).collect();
    let (mut theirs, mut breaks) = (Vec::new(), 0);
    for payment in PAYMENTS {
        for &iin in &people {
            let Owed { amount, .. } = of(iin, payment);
            let row = Received { iin, period, payment, amount, status: Status::Accepted, reference: "" };
            let chance = scatter(iin.number() * 8 + payment as u64);
            // One of the month of ours that lacks it, and one of the month that it is in.
            breaks += match (chance % 100, chance / 100 % 4) {
                (0, 3) => 2,
                (0, _) => 1,
                _ => 0,
            };
            match (chance % 100, chance / 100 % 4) {
                (0, 0) => {}
                (0, 1) => theirs.extend([row, row]),
                (0, 2) => theirs.push(Received { amount: Tenge::from_tiyn(amount.tiyn() + 1), ..row }),
                (0, _) => theirs.extend(period.later(1).map(|period| Received { period, ..row })),
                _ => theirs.push(row),
            }
        }
    }
    (ours, theirs, breaks)
}

fn hash(reconciliation: &Reconciliation) -> u64 {
    let mut hasher = foldhash::quality::FixedState::with_seed(392).build_hasher();
    for found in reconciliation.breaks() {
        (found.iin, found.period, found.payment, found.kind, found.explanation).hash(&mut hasher);
        found.difference().tiyn().hash(&mut hasher);
    }
    hasher.finish()
}

fn reconciliation(criterion: &mut Criterion) {
    let persons = std::env::var("USTAP_PERSONS").ok().and_then(|text| text.parse().ok()).unwrap_or(50_000);
    let (ours, theirs, breaks) = sides(persons);
    let result = reconcile(ours.iter().copied(), theirs.iter().copied()).unwrap();
    assert!(result.conservation().holds());
    assert_eq!(result.breaks().len(), breaks);
    println!(
        "{persons} persons, {} rows of ours, {} of theirs, {breaks} breaks, hash {:016x}",
        ours.len(),
        theirs.len(),
        hash(&result)
    );
    let mut group = criterion.benchmark_group("reconciliation");
    group.throughput(Throughput::Elements((ours.len() + theirs.len()) as u64)).sample_size(10);
    group.bench_function("reconcile", |bench| {
        bench.iter_batched(
            || (ours.clone(), theirs.clone()),
            |(ours, theirs)| reconcile(ours, theirs),
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(benches, reconciliation);
criterion_main!(benches);
