//! The blanks that files have beside what they say.

/// What may stand at either end of a field and is no part of it.
pub(crate) const EDGE_BLANKS: [char; 3] = [' ', '\t', '\u{a0}'];

/// A text in UTF-8 without them.
#[cfg(feature = "cli")]
#[inline(never)]
pub(crate) fn without_edge_blanks(mut text: &[u8]) -> &[u8] {
    let mut utf_8 = [0; 4];
    while let Some(rest) =
        EDGE_BLANKS.iter().find_map(|blank| text.strip_prefix(blank.encode_utf8(&mut utf_8).as_bytes()))
    {
        text = rest;
    }
    while let Some(rest) =
        EDGE_BLANKS.iter().find_map(|blank| text.strip_suffix(blank.encode_utf8(&mut utf_8).as_bytes()))
    {
        text = rest;
    }
    text
}

/// What may divide the digits of an amount into groups of three.
pub(crate) const GROUP_BLANKS: [&[u8]; 4] = [b" ", "\u{a0}".as_bytes(), "\u{202f}".as_bytes(), "\u{2009}".as_bytes()];
