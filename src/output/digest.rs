//! Digests of files, as receipts have them.

use std::fmt::Write as _;
use std::io::{self, Read};

use sha2::{Digest, Sha256};

pub(crate) const READ_BYTES: usize = 1 << 20;

/// The SHA-256 of a file and its size.
pub(crate) fn digest_of(mut file: impl Read) -> io::Result<([u8; 32], u64)> {
    let (mut digest, mut buffer) = (Sha256::new(), vec![0; READ_BYTES]);
    let mut bytes = 0;
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Ok((digest.finalize().into(), bytes)),
            Ok(count) => {
                digest.update(&buffer[..count]);
                bytes += count as u64;
            }
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
            Err(cause) => return Err(cause),
        }
    }
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
