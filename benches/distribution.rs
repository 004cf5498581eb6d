//! Distribution in memory, without files: persons × 4 payments on either side, lists by payment as they are paid, 1 % of
//! the rows damaged.
//!
//! ```text
//! cargo bench --bench distribution                              # 50 000 persons
//! USTAP_PERSONS=1000000 cargo bench --bench distribution
//! ```
//!
//! A hash of all rows and returns is printed first: as long as it stays, so does the result. It is for who compares
//! two versions: what is checked is that sums are conserved, and how many returns come of it.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a bench says what it has, and may stop")]

use std::hash::{BuildHasher, Hash, Hasher};

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use ustap::batch::Position;
use ustap::settlement::{Computed, Distribution, Paid, distribute};
use ustap::{Iin, Law, Month, Payment, PerPayment, Tenge};

/// The payments with their codes in the tables.
const PAYMENTS: [(Payment, &str); 4] =
    [(Payment::Opv, "010"), (Payment::Opvr, "089"), (Payment::So, "012"), (Payment::Vosms, "122")];

fn scatter(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ mixed >> 31
}

/// What was paid by payment; КГД's sums by person; and how many returns come of it.
fn sides(period: Month, persons: u64) -> (Vec<Paid<'static>>, Vec<Computed>, usize) {
    let people: Vec<Iin> =
        (0..).filter_map(|step| Iin::from_first_eleven(10_101_900_000 + step * 7)).take(persons as usize).collect();
    let amount = |iin: Iin| Tenge::from_tiyn((1 + scatter(iin.number()) % 12_976) as i64 * 100);
    let sums = |(line, &iin): (u64, &Iin)| {
        let amounts = PerPayment::from_fn(|payment| if payment == Payment::Ipn { Tenge::ZERO } else { amount(iin) });
        Computed { iin, period, amounts, place: Position::new(0, line) }
    };
    let computed = (2..).zip(&people).map(sums).collect();
    let (mut paid, mut returns) = (Vec::with_capacity(4 * people.len()), 0);
    for (file, (payment, knp)) in PAYMENTS.into_iter().enumerate() {
        for (line, &iin) in (2..).zip(&people) {
            let place = Position::new(file, line);
            let row = Paid { iin: Ok(iin), period, knp, amount: amount(iin), rate: Some("1%"), is_named: true, place };
            let more = |tiyn| Tenge::from_tiyn(row.amount.tiyn() + tiyn);
            let chance = scatter(iin.number() * 8 + payment as u64);
            // Of what was not paid nothing is returned.
            returns += usize::from(matches!((chance % 100, chance / 100 % 6), (0, 1..)));
            paid.extend(match (chance % 100, chance / 100 % 6) {
                (0, 0) => None,
                (0, 1) => Some(Paid { amount: more(-1), ..row }),
                (0, 2) => Some(Paid { amount: more(1), ..row }),
                (0, 3) => Some(Paid { rate: Some(""), ..row }),
                (0, 4) => Some(Paid { iin: Err("900101300018"), ..row }),
                (0, _) => Some(Paid { is_named: false, ..row }),
                _ => Some(row),
            });
        }
    }
    (paid, computed, returns)
}

fn hash(distribution: &Distribution) -> u64 {
    let mut hasher = foldhash::quality::FixedState::with_seed(392).build_hasher();
    for row in distribution.rows() {
        (row.iin, row.period, row.payment, row.computed, row.paid, row.distributed).hash(&mut hasher);
        row.reasons.hash(&mut hasher);
    }
    for returned in distribution.returns() {
        (returned.iin.ok(), returned.payment, returned.amount, returned.place).hash(&mut hasher);
        returned.reason.code().hash(&mut hasher);
    }
    hasher.finish()
}

fn distribution(criterion: &mut Criterion) {
    let (law, period) = (Law::builtin().unwrap(), Month::from_ym(2026, 8).unwrap());
    let persons = std::env::var("USTAP_PERSONS").ok().and_then(|text| text.parse().ok()).unwrap_or(50_000);
    let (paid, computed, returns) = sides(period, persons);
    let result = distribute(&law, paid.iter().copied(), computed.iter().copied()).unwrap();
    assert!(result.conservation().holds());
    assert_eq!(result.returns().len(), returns);
    println!("{persons} persons, {} rows paid, {returns} returns, hash {:016x}", paid.len(), hash(&result));
    let mut group = criterion.benchmark_group("distribution");
    group.throughput(Throughput::Elements((paid.len() + computed.len()) as u64)).sample_size(10);
    let rows = || (paid.iter().copied(), computed.iter().copied());
    group.bench_function("distribute", |bench| {
        bench.iter_batched(rows, |(paid, computed)| distribute(&law, paid, computed), BatchSize::PerIteration);
    });
    group.bench_function("rows", |bench| bench.iter(|| result.rows().map(|row| row.owed().tiyn()).sum::<i64>()));
    group.finish();
}

criterion_group!(benches, distribution);
criterion_main!(benches);
