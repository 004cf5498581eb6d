//! Where a quoted field ends.

use memchr::memchr;

/// The quote that closes a field whose content starts here: the first that is not doubled.
#[inline]
pub(crate) fn closing_quote(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let quote = at + memchr(b'"', bytes.get(at..)?)?;
        if bytes.get(quote + 1) != Some(&b'"') {
            return Some(quote);
        }
        at = quote + 2;
    }
}
