#![no_main]

#[path = "../parsers.rs"]
#[allow(dead_code)]
mod parsers;
#[path = "../tables.rs"]
#[allow(dead_code)]
mod tables;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tables::header(bytes));
