//! Progress of long work, shown on a terminal and nowhere else.

use std::io::{IsTerminal, stderr};

use indicatif::{ProgressBar, ProgressStyle};

/// Rows and bytes read so far.
#[derive(Debug)]
pub(crate) struct Progress {
    bytes: ProgressBar,
    rows: std::sync::atomic::AtomicU64,
}

impl Progress {
    /// Shown where standard error is a terminal; `total` is the size of all inputs where it is known.
    pub fn new(total: Option<u64>) -> Progress {
        let bytes = if stderr().is_terminal() {
            let bar = total.map_or_else(ProgressBar::no_length, ProgressBar::new);
            let style = ProgressStyle::with_template("{msg} {percent}% of {total_bytes}, {elapsed}");
            if let Ok(style) = style {
                bar.set_style(style);
            }
            bar
        } else {
            ProgressBar::hidden()
        };
        Progress { bytes, rows: std::sync::atomic::AtomicU64::new(0) }
    }

    /// Counts bytes read.
    pub fn read(&self, bytes: u64) {
        self.bytes.inc(bytes);
    }

    /// Counts rows taken.
    pub fn rows(&self, rows: u64) {
        let rows = self.rows.fetch_add(rows, std::sync::atomic::Ordering::Relaxed) + rows;
        if !self.bytes.is_hidden() {
            let millis = self.bytes.elapsed().as_millis().max(1);
            self.bytes.set_message(format!("{rows} rows, {} rows/s,", u128::from(rows) * 1000 / millis));
        }
    }

    /// Takes the display away.
    pub fn done(&self) {
        self.bytes.finish_and_clear();
    }
}
