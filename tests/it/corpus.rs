//! Every file of the fuzz targets' corpora through the functions that the targets call, and rows at the ends of blocks.

#[path = "../../fuzz/parsers.rs"]
mod parsers;

use std::fs;
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::Config;

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    fs::read_dir(dir).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap()).collect()
}

fn replay(target: &str, check: fn(&[u8])) {
    let files = corpus(target);
    assert!(files.len() > 10, "{target}");
    files.iter().for_each(|bytes| check(bytes));
}

#[test]
fn the_corpus_of_money() {
    replay("money", parsers::money);
}

#[test]
fn the_corpus_of_days() {
    replay("day", parsers::day);
}

#[test]
fn the_corpus_of_persons() {
    replay("iin", parsers::iin);
}

#[test]
fn the_corpus_of_rows() {
    replay("rows", parsers::rows);
}

// --- Random bytes, as likely as not of the kind that matters ---

fn config() -> Config {
    Config { cases: 2_000, failure_persistence: None, ..Config::default() }
}

fn of(alphabet: &'static [u8]) -> impl Strategy<Value = u8> {
    prop_oneof![20 => prop::sample::select(alphabet), 1 => any::<u8>()]
}

/// Pieces of rows: what opens, closes, separates and ends; fields that are read; whole rows.
fn row_bytes() -> impl Strategy<Value = Vec<u8>> {
    const MARKS: [&str; 7] = ["\"", "\"\"", ",", "\n", "\r\n", "\r", " "];
    const FIELDS: [&str; 6] = ["a", "900101300017", "2026-08-05", "1000", ",,", "\",\""];
    const ROWS: [&str; 2] = ["a,900101300017,2026-08-05,1000,\n", "\"b\",900101300017,2026-08-05,\"1,5\",\n"];
    let one_of =
        |pieces: &'static [&'static str]| prop::sample::select(pieces).prop_map(|text| text.as_bytes().to_vec());
    let piece = prop_oneof![8 => one_of(&MARKS), 4 => one_of(&FIELDS), 2 => one_of(&ROWS), 1 => vec(any::<u8>(), 0..3)];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn money_agrees(bytes in vec(of(b"0123456789-.,"), 0..24)) {
        parsers::money(&bytes);
    }

    #[test]
    fn days_agree(
        date in prop_oneof![Just("2026-08-05"), Just("31.12.9999"), Just("0001-01-01"), Just("29.02.2024")],
        time in "([T ][0-2][0-9]:[0-5][0-9](:[0-6][0-9])?([.][0-9]{0,10})?)?",
        offset in "(Z|[+-][0-2][0-9]:?[0-6][0-9])?",
    ) {
        parsers::day(format!("{date}{time}{offset}").as_bytes());
    }

    #[test]
    fn days_of_any_bytes_agree(bytes in vec(of(b"0123456789-.:TZ+ "), 8..28)) {
        parsers::day(&bytes);
    }

    #[test]
    fn persons_agree(number in 0..1_000_000_000_000_u64) {
        parsers::iin(format!("{number:012}").as_bytes());
    }

    #[test]
    fn rows_agree(bytes in row_bytes()) {
        parsers::rows(&bytes);
    }
}

proptest! {
    #![proptest_config(Config { cases: 100, ..config() })]

    /// A block ends somewhere near 1 MiB: rows there are cut at the same places as everywhere.
    #[test]
    fn rows_agree_at_the_end_of_a_block(bytes in row_bytes(), back in 0..120_usize) {
        let row = b"filler,900101300017,2026-08-05,1000,\n";
        let room = (1 << 20) - parsers::HEADER.len() - back;
        let mut file = row.repeat(room / row.len());
        file.extend(std::iter::repeat_n(b'\n', room % row.len()));
        file.extend(bytes);
        parsers::rows(&file);
    }
}
