//! Progress of long work, shown on a terminal and nowhere else.

use std::io::{IsTerminal, stderr};

use indicatif::{ProgressBar, ProgressStyle};

use crate::reading::progress::Progress;

/// Shows how far the inputs are read.
#[derive(Debug)]
pub(crate) struct Bar(ProgressBar);

impl Bar {
    /// Shown where standard error is a terminal; `total` is the size of all inputs where it is known.
    pub fn new(total: Option<u64>) -> Bar {
        if !stderr().is_terminal() {
            return Bar(ProgressBar::hidden());
        }
        let bar = total.map_or_else(ProgressBar::no_length, ProgressBar::new);
        if let Ok(style) = ProgressStyle::with_template("{msg} {percent}% of {total_bytes}, {elapsed}") {
            bar.set_style(style);
        }
        Bar(bar)
    }

    /// Runs work that tells what it has read, and takes the display away behind it.
    pub fn during<T>(total: Option<u64>, work: impl FnOnce(&Progress) -> T) -> T {
        let bar = Bar::new(total);
        let shown = bar.0.clone();
        let tell = move |bytes: u64, rows: u64| {
            if shown.is_hidden() {
                return;
            }
            shown.set_position(bytes);
            let millis = shown.elapsed().as_millis().max(1);
            shown.set_message(format!("{rows} rows, {} rows/s,", u128::from(rows) * 1000 / millis));
        };
        let result = work(&Progress::told(tell));
        bar.0.finish_and_clear();
        result
    }
}
