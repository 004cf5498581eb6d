//! Rows of lines written as CSV: by the program, by the `csv` crate with `itoa`, and by `itoa` alone without a look at
//! what needs quotes. Each side is held against the bytes of the others first.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench may stop")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ustap::bench::write_row;
use ustap::{Day, Iin, Tenge};

/// Income, five payments, withheld and payout: as many amounts as a row of `lines.csv` has.
const AMOUNTS: usize = 8;

struct Row {
    id: String,
    iin: Iin,
    day: Day,
    amounts: [Tenge; AMOUNTS],
}

/// Ten thousand rows by a fixed sequence, with amounts of up to some 2 000 000 tenge.
fn rows() -> Vec<Row> {
    let mut state = 392u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state >> 37
    };
    let row = |n: u64| Row {
        id: format!("op-{n:08}"),
        iin: "900101300017".parse().unwrap(),
        day: Day::from_ymd(2026, 8, (n % 31 + 1) as u32).unwrap(),
        amounts: std::array::from_fn(|_| Tenge::from_tiyn(next() as i64 % 200_000_000)),
    };
    (0..10_000).map(row).collect()
}

/// Tenge and tiyn of an amount that is not negative.
fn amount_by_itoa(amount: Tenge, out: &mut Vec<u8>) {
    let (tenge, tiyn) = (amount.tiyn() / 100, amount.tiyn() % 100);
    out.extend_from_slice(itoa::Buffer::new().format(tenge).as_bytes());
    out.push(b'.');
    if tiyn < 10 {
        out.push(b'0');
    }
    out.extend_from_slice(itoa::Buffer::new().format(tiyn).as_bytes());
}

fn ours(rows: &[Row], out: &mut Vec<u8>) {
    for row in rows {
        write_row(&row.id, row.iin, row.day, &row.amounts, out);
    }
}

fn by_itoa(rows: &[Row], out: &mut Vec<u8>) {
    for row in rows {
        out.extend_from_slice(row.id.as_bytes());
        out.push(b',');
        out.extend_from_slice(itoa::Buffer::new().format(row.iin.number()).as_bytes());
        out.push(b',');
        day_by_itoa(row.day, out);
        for &amount in &row.amounts {
            out.push(b',');
            amount_by_itoa(amount, out);
        }
        out.push(b'\n');
    }
}

fn day_by_itoa(day: Day, out: &mut Vec<u8>) {
    let (year, month, day) = day.ymd();
    for (number, before) in [(year, ""), (month, "-"), (day, "-")] {
        out.extend_from_slice(before.as_bytes());
        if number < 10 {
            out.push(b'0');
        }
        out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
    }
}

fn by_csv(rows: &[Row], out: &mut Vec<u8>) {
    let mut writer = csv::Writer::from_writer(out);
    let mut field = Vec::new();
    for row in rows {
        writer.write_field(&row.id).unwrap();
        writer.write_field(itoa::Buffer::new().format(row.iin.number())).unwrap();
        field.clear();
        day_by_itoa(row.day, &mut field);
        writer.write_field(&field).unwrap();
        for &amount in &row.amounts {
            field.clear();
            amount_by_itoa(amount, &mut field);
            writer.write_field(&field).unwrap();
        }
        writer.write_record(None::<&[u8]>).unwrap();
    }
    writer.flush().unwrap();
}

/// Appends the rows to what is written already.
type Write = fn(&[Row], &mut Vec<u8>);

fn writers(criterion: &mut Criterion) {
    let rows = rows();
    let sides: [(&str, Write); 3] =
        [("the program", ours), ("csv and itoa", by_csv), ("itoa, without quotes", by_itoa)];
    let mut expected = Vec::new();
    by_csv(&rows, &mut expected);
    let mut group = criterion.benchmark_group("writers");
    group.throughput(Throughput::Elements(rows.len() as u64));
    for (name, write) in sides {
        let mut out = Vec::new();
        write(&rows, &mut out);
        assert!(out == expected, "{name}");
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                out.clear();
                write(black_box(&rows), &mut out);
            });
        });
    }
    group.finish();
}

criterion_group!(benches, writers);
criterion_main!(benches);
