#![no_main]

#[path = "../parsers.rs"]
#[allow(dead_code)]
mod parsers;
#[path = "../settlement.rs"]
#[allow(dead_code)]
mod settlement;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| settlement::mt102(bytes));
