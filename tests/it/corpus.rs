//! Every file of the fuzz targets' corpora through the functions that the targets call, and rows at the ends of blocks.

#[path = "../../fuzz/kept.rs"]
mod kept;
#[path = "../../fuzz/parsers.rs"]
mod parsers;
#[path = "../../fuzz/settlement.rs"]
mod settlement;
#[path = "../../fuzz/tables.rs"]
mod tables;

use std::fs;
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::Config;
use ustap::Reject;
use ustap::bench::{RefusedRow, RowOutcome, read_operations};

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    fs::read_dir(dir).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap()).collect()
}

fn replay(target: &str, check: fn(&[u8])) {
    let files = corpus(target);
    assert!(files.len() >= 8, "{target}");
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

#[test]
fn the_corpus_of_amounts_in_their_places() {
    replay("amount", parsers::amount);
}

#[test]
fn the_corpus_of_the_reader() {
    replay("reader", parsers::reader);
}

#[test]
fn the_corpora_of_headers_encodings_and_workbooks() {
    replay("header", tables::header);
    replay("encoding", tables::encoding);
    replay("workbook", tables::workbook);
}

#[test]
fn the_corpora_of_what_is_settled() {
    replay("answer", settlement::answer);
    replay("kgd", settlement::kgd);
    replay("mt102", settlement::mt102);
    replay("payer", settlement::payer);
}

#[test]
fn the_corpora_of_what_is_kept() {
    replay("state", kept::state);
    replay("receipt", kept::receipt);
    replay("month", kept::month);
    replay("rates", kept::rates);
}

/// A day that may be left out is not left out where something stands that is no text, nor where a cell is an error: the
/// income would be counted in another month.
#[test]
fn what_is_no_text_is_not_nothing() {
    let malformed = |outcome: &RowOutcome| matches!(outcome, Err(RefusedRow { reject: Reject::MalformedRow, .. }));
    let row = b"a,900101300017,2026-08-05,1000,\xd2\n";
    let read = read_operations([parsers::HEADER, row].concat()).unwrap();
    assert!(read.len() == 1 && malformed(&read[0].1), "{read:?}");
    let rest = &fs::read("fuzz/corpus/workbook/error-in-last-column").unwrap()[1..];
    let read = read_operations(tables::book_with_rows(rest)).unwrap();
    assert!(read.len() == 1 && malformed(&read[0].1), "{read:?}");
}

/// A file of text with bytes 0 at odd places only is none in UTF-16, of which no two neighbours are letters of ours.
#[test]
fn bytes_0_at_odd_places_make_no_utf_16() {
    let read = read_operations([parsers::HEADER, b"\0d\0"].concat()).unwrap();
    assert_eq!(read, [(2, Err(RefusedRow { reject: Reject::MalformedRow, value: String::new() }))]);
}

/// The fields of the corpora that a record can have as text, with the number of their column.
fn fields_of_corpora() -> Vec<(usize, String)> {
    let mut fields = Vec::new();
    for (target, column) in [("money", 3), ("day", 2), ("day", 4), ("iin", 1)] {
        fields.extend(corpus(target).into_iter().filter_map(|bytes| Some((column, String::from_utf8(bytes).ok()?))));
    }
    fields
}

/// What a value is does not depend on where it stands: `.50` was an amount but for the first bytes of a block.
#[test]
fn a_field_is_the_same_at_every_distance_from_the_start_of_a_block() {
    for (column, field) in fields_of_corpora() {
        for distance in 0..=80 {
            // Each distance in one order, and so in all four every fourth distance with all fields.
            let order = parsers::ORDERS[(distance + field.len()) % 4];
            parsers::in_place(&field, column, order, distance, false);
        }
    }
    for field in [".50", ",5", "-.50", "1", "12.34", "1 234,5"] {
        for (distance, order) in (0..=80).flat_map(|distance| parsers::ORDERS.map(|order| (distance, order))) {
            parsers::in_place(field, 3, order, distance, false);
        }
    }
}

/// Behind the first mebibyte, where the first block of all was read for its header.
#[test]
fn a_field_is_the_same_behind_a_mebibyte() {
    for order in parsers::ORDERS {
        parsers::in_rows(&fields_of_corpora(), order, true);
    }
}

/// Texts of so many of these pieces at most.
fn texts(pieces: &[&str], most: usize) -> Vec<String> {
    let (mut all, mut last) = (vec![String::new()], vec![String::new()]);
    for _ in 0..most {
        last = last.iter().flat_map(|text| pieces.iter().map(move |piece| format!("{text}{piece}"))).collect();
        all.extend(last.iter().cloned());
    }
    all
}

#[test]
fn every_short_text_is_an_amount_or_none_as_the_grammar_says() {
    let fields: Vec<_> =
        texts(&["0", "5", ".", ",", "-", " ", "\u{a0}", "x"], 5).into_iter().map(|text| (3, text)).collect();
    // 1 + 8 + 8² + … + 8⁵
    assert_eq!(fields.len(), 37_449);
    parsers::in_rows(&fields, parsers::ORDERS[0], false);
    for (_, field) in &fields {
        parsers::money(field.as_bytes());
        // With groups before and decimals behind.
        parsers::money(format!("12 345{field}").as_bytes());
        parsers::money(format!("{field}0000").as_bytes());
    }
}

#[test]
fn every_day_with_one_byte_another_is_a_day_or_none_as_the_grammar_says() {
    for day in ["2026-08-05", "05.08.2026", "2026-08-05T10:00:00.5+05:00", "0001-01-01"] {
        for (place, byte) in (0..day.len()).flat_map(|place| (0..=255).map(move |byte| (place, byte))) {
            let mut bytes = day.as_bytes().to_vec();
            bytes[place] = byte;
            parsers::day(&bytes);
        }
    }
}

#[test]
fn every_time_and_offset_makes_a_day_or_none_as_the_grammar_says() {
    let mut fields = Vec::new();
    for time in ["", "T", " 9:05", "t23:59", "T24:00", " 00:00", "T9:5", "T009:05", "  9:05", "_9:05"] {
        for seconds in ["", ":00", ":59", ":60", ":0", ":59.9", ":59,123456789", ":59.1234567890", ":59.", ".5"] {
            for offset in ["", " ", "Z", " z", "  Z", "+05", " -23", "+0500", "-2359", "+05:00", "+24", "+5", "Z10:00"]
            {
                for day in ["2026-08-31", "31.12.9999", "0001-01-01", "02.01.0001"] {
                    fields.push((2 + 2 * (fields.len() % 2), format!("{day}{time}{seconds}{offset}")));
                }
            }
        }
    }
    fields.iter().for_each(|(_, field)| parsers::day(field.as_bytes()));
    parsers::in_rows(&fields, parsers::ORDERS[1], false);
}

#[test]
fn every_number_with_one_byte_another_is_a_person_or_none() {
    for number in ["900101300017", "030527900108", "000000000000"] {
        for (place, byte) in (0..12).flat_map(|place| (0..=255).map(move |byte| (place, byte))) {
            let mut bytes = number.as_bytes().to_vec();
            bytes[place] = byte;
            parsers::iin(&bytes);
        }
        (0..12).for_each(|length| parsers::iin(&number.as_bytes()[..length]));
    }
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
    const MARKS: [&str; 8] = ["\"", "\"\"", ",", "\n", "\r\n", "\r", " ", "\u{feff}"];
    const FIELDS: [&str; 8] = ["a", "900101300017", "2026-08-05", "1000", ",,", "\",\"", "\u{a0}", ".50"];
    const ROWS: [&str; 2] = ["a,900101300017,2026-08-05,1000,\n", "\"b\",900101300017,2026-08-05,\"1,5\",\n"];
    let one_of =
        |pieces: &'static [&'static str]| prop::sample::select(pieces).prop_map(|text| text.as_bytes().to_vec());
    let piece = prop_oneof![8 => one_of(&MARKS), 4 => one_of(&FIELDS), 2 => one_of(&ROWS), 1 => vec(any::<u8>(), 0..3)];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn money_agrees(bytes in vec(of(b"0123456789-., "), 0..24)) {
        parsers::money(&bytes);
    }

    #[test]
    fn money_of_groups_agrees(
        head in "-?[0-9]{0,4}",
        groups in "([ \u{a0}\u{202f}\u{2009}]{1,2}[0-9]{2,4}|[ \u{a0}][0-9]{3}){0,4}",
        decimals in "([.,][0-9]{0,3}0{0,5})?",
    ) {
        parsers::money(format!("{head}{groups}{decimals}").as_bytes());
    }

    #[test]
    fn days_agree(
        date in prop_oneof![Just("2026-08-05"), Just("31.12.9999"), Just("0001-01-01"), Just("29.02.2024")],
        time in "([Tt ][0-2]?[0-9]:[0-5][0-9](:[0-6][0-9])?([.,][0-9]{0,10})?)?",
        offset in " ?(Z|z|[+-][0-2][0-9](:?[0-6][0-9])?)?",
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

    /// The `csv` crate knows nothing of this reader.
    #[test]
    fn rows_are_those_of_the_csv_crate(bytes in row_bytes()) {
        parsers::reader(&bytes);
    }
}

proptest! {
    #![proptest_config(Config { cases: 25, ..config() })]

    /// A block ends somewhere near 1 MiB: rows there are cut at the same places as everywhere.
    #[test]
    fn rows_agree_at_the_end_of_a_block(bytes in row_bytes(), back in 0..120_usize) {
        // Long rows, for the slow reading of many takes long.
        let row = format!("filler,900101300017,2026-08-05,1000,,{}\n", " ".repeat(4 << 10)).into_bytes();
        let room = (1 << 20) - parsers::HEADER.len() - back;
        let mut file = row.repeat(room / row.len());
        file.extend(std::iter::repeat_n(b'\n', room % row.len()));
        file.extend(bytes);
        parsers::rows(&file);
    }
}
