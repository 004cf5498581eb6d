//! How far inputs are read.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

/// Bytes and rows read so far, told to whoever shows them.
pub(crate) struct Progress {
    bytes: AtomicU64,
    rows: AtomicU64,
    tell: Box<dyn Fn(u64, u64) + Send + Sync>,
}

impl Progress {
    /// Progress of which each step is told, as the bytes and rows read by then.
    pub fn told(tell: impl Fn(u64, u64) + Send + Sync + 'static) -> Progress {
        Progress { bytes: AtomicU64::new(0), rows: AtomicU64::new(0), tell: Box::new(tell) }
    }

    /// Counts bytes read.
    pub fn read(&self, bytes: u64) {
        let bytes = self.bytes.fetch_add(bytes, Ordering::Relaxed) + bytes;
        (self.tell)(bytes, self.rows.load(Ordering::Relaxed));
    }

    /// Counts rows taken.
    pub fn rows(&self, rows: u64) {
        let rows = self.rows.fetch_add(rows, Ordering::Relaxed) + rows;
        (self.tell)(self.bytes.load(Ordering::Relaxed), rows);
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Progress({:?} bytes, {:?} rows)", self.bytes, self.rows)
    }
}
