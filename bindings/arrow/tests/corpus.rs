//! Every file of the fuzz target's corpus through the function that the target calls.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "what fails here is a test that fails")]

#[path = "../../../fuzz/arrow.rs"]
mod arrow;

use std::fs;
use std::path::Path;

#[test]
fn the_corpus_of_streams() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/arrow");
    let files: Vec<Vec<u8>> =
        fs::read_dir(dir).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap()).collect();
    assert!(files.len() >= 8);
    for bytes in &files {
        arrow::arrow(bytes);
        // Cut short, and with a byte that is another one in each place of the last kibibyte.
        arrow::arrow(&bytes[..bytes.len() / 2]);
        for place in bytes.len().saturating_sub(1024)..bytes.len() {
            let mut changed = bytes.clone();
            changed[place] ^= 0xff;
            arrow::arrow(&changed);
        }
    }
}
