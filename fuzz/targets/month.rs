#![no_main]

#[path = "../kept.rs"]
#[allow(dead_code)]
mod kept;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kept::month(bytes));
