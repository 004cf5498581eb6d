//! How much memory a run may take.

use std::fs;
use std::path::Path;
use std::str::FromStr;

use crate::error::{Error, ErrorKind};
use crate::words::say;

/// A number of bytes of at least 16 MiB, typed as `512MiB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MemorySize(pub usize);

const MIN: usize = 16 << 20;

impl FromStr for MemorySize {
    type Err = Error;

    fn from_str(text: &str) -> Result<MemorySize, Error> {
        let refused = |message| Error::new(ErrorKind::Usage, message);
        let digits = text.trim_end_matches(|character: char| !character.is_ascii_digit());
        let unit = match text[digits.len()..].trim_start().to_ascii_lowercase().as_str() {
            "" | "b" => 0,
            "kib" => 10,
            "mib" => 20,
            "gib" => 30,
            "tib" => 40,
            _ => return Err(refused(say!("memory-size"))),
        };
        let number: usize = digits.parse().map_err(|_| refused(say!("memory-size")))?;
        let bytes = number.checked_mul(1 << unit).ok_or_else(|| refused(say!("memory-size-large")))?;
        if bytes < MIN {
            return Err(refused(say!("memory-size-small")));
        }
        Ok(MemorySize(bytes))
    }
}

impl MemorySize {
    /// A quarter of what the process may use: of the machine's memory or of the limit set for it, whichever is less.
    pub fn default() -> MemorySize {
        let machine = fs::read_to_string("/proc/meminfo").ok().and_then(|text| total_memory(&text));
        let least = machine.into_iter().chain(control_group_limits()).min();
        MemorySize(least.map_or(1 << 30, |bytes| bytes / 4).max(MIN))
    }
}

/// The line `MemTotal:  24576 kB`.
fn total_memory(meminfo: &str) -> Option<usize> {
    let line = meminfo.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    let kib: usize = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kib.checked_mul(1024)
}

/// Limits of the control groups that the process is in, of either version; every group above it counts too.
fn control_group_limits() -> Vec<usize> {
    let groups = fs::read_to_string("/proc/self/cgroup").unwrap_or_default();
    let mut limits = Vec::new();
    for line in groups.lines() {
        let mut parts = line.splitn(3, ':');
        let (_, Some(controllers), Some(path)) = (parts.next(), parts.next(), parts.next()) else { continue };
        let (root, file) = if controllers.is_empty() {
            ("/sys/fs/cgroup", "memory.max")
        } else if controllers.split(',').any(|controller| controller == "memory") {
            ("/sys/fs/cgroup/memory", "memory.limit_in_bytes")
        } else {
            continue;
        };
        for group in Path::new(path).ancestors() {
            let below = group.strip_prefix("/").unwrap_or(group);
            let limit = fs::read_to_string(Path::new(root).join(below).join(file));
            limits.extend(limit.ok().and_then(|text| text.trim().parse::<usize>().ok()));
        }
    }
    limits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        for (text, bytes) in [("16MiB", 16 << 20), ("512 mib", 512 << 20), ("2GiB", 2 << 30), ("16777216", 16 << 20)] {
            assert_eq!(text.parse(), Ok(MemorySize(bytes)), "{text}");
        }
        for text in ["", "15MiB", "MiB", "1e3MiB", "512MB", "-1GiB", "99999999999TiB"] {
            assert!(text.parse::<MemorySize>().is_err(), "{text}");
        }
        assert_eq!(total_memory("MemFree: 1 kB\nMemTotal:       2048 kB\n"), Some(2 << 20));
        assert!(MemorySize::default().0 >= MIN);
    }
}
