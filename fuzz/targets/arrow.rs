#![no_main]

#[path = "../arrow.rs"]
mod arrow;

use std::sync::Once;
use std::sync::atomic::Ordering;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    static QUIET: Once = Once::new();
    // libFuzzer's own hook ends the process at any panic, also at one that is caught.
    QUIET.call_once(|| {
        std::panic::set_hook(Box::new(|panic| {
            if !arrow::IS_FOREIGN.load(Ordering::Relaxed) {
                eprintln!("{panic}");
            }
        }));
    });
    arrow::arrow(bytes);
});
