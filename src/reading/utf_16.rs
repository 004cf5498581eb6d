//! Text in UTF-16 on its way into UTF-8.

use crate::reading::encoding::{Encoding, MARK};

/// Whether a file that begins so has four bytes for each letter: two of them are 0 every time, and no other text has two side
/// by side. Zeros alone are no text.
pub(crate) fn is_utf_32(beginning: &[u8]) -> bool {
    let (letters, _) = beginning.as_chunks::<4>();
    letters.len() > 1
        && letters.iter().any(|letter| *letter != [0; 4])
        && (letters.iter().all(|letter| letter.ends_with(b"\0\0"))
            || letters.iter().all(|letter| letter.starts_with(b"\0\0")))
}

/// Turns one file into UTF-8, piece by piece.
#[derive(Debug)]
pub(crate) struct Utf16 {
    pub is_big_endian: bool,
    /// The first bytes of a character that goes on in the next piece.
    carried: Vec<u8>,
}

/// What stands where there is no character: a byte that no text in UTF-8 has.
const NONE: u8 = 0xff;

impl Utf16 {
    /// The encoding of a file that begins so, where this one was asked for, and what reads it if that is UTF-16. A byte
    /// order mark outranks what was asked for; two letters of windows-1251 that look like one are none, since every file in
    /// UTF-16 has delimiters, of which one byte is 0.
    pub fn of(beginning: &[u8], asked: Encoding) -> (Encoding, Option<Utf16>) {
        let is_marked = |mark: &[u8]| beginning.starts_with(mark) && (beginning.len() == 2 || beginning.contains(&0));
        let is_big_endian = match asked {
            _ if beginning.starts_with(MARK) => return (Encoding::Utf8, None),
            _ if is_marked(b"\xfe\xff") => true,
            _ if is_marked(b"\xff\xfe") => false,
            Encoding::Utf16 => false,
            asked => return (asked, None),
        };
        (Encoding::Utf16, Some(Utf16 { is_big_endian, carried: Vec::new() }))
    }

    /// The encoding that the beginning of a file looks like which is in none of two bytes a letter.
    pub fn guess_beside(beginning: &[u8]) -> Option<Encoding> {
        let line = beginning.split(|&byte| byte == b'\n').next().unwrap_or_default();
        match std::str::from_utf8(line) {
            _ if beginning.contains(&0) => None,
            Ok(_) => Some(Encoding::Utf8),
            Err(_) => Encoding::Utf8.guess_beside(line),
        }
    }

    /// Appends what these bytes come to.
    pub fn decode(&mut self, bytes: &[u8], at_end: bool, out: &mut Vec<u8>) {
        let carried = std::mem::take(&mut self.carried);
        let joined = [&carried, bytes].concat();
        let (pairs, odd) = joined.as_chunks();
        let unit =
            |pair: &[u8; 2]| if self.is_big_endian { u16::from_be_bytes(*pair) } else { u16::from_le_bytes(*pair) };
        // The first half of a character waits for the second.
        let waits = !at_end && pairs.last().is_some_and(|pair| (0xd800..0xdc00).contains(&unit(pair)));
        let whole = pairs.len() - usize::from(waits);
        for character in char::decode_utf16(pairs[..whole].iter().map(unit)) {
            match character {
                Ok(character) => out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
                Err(_) => out.push(NONE),
            }
        }
        match at_end {
            true => out.extend(odd.iter().map(|_| NONE)),
            false => self.carried = joined[2 * whole..].to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// However a text is cut into pieces it comes to the same.
    #[test]
    fn a_character_may_go_on_in_the_next_piece() {
        let text = "iin;Доход\r\n😀;1";
        for bytes_of in [u16::to_le_bytes, u16::to_be_bytes] {
            let bytes: Vec<u8> = text.encode_utf16().flat_map(bytes_of).collect();
            for size in 1..=bytes.len() {
                let is_big_endian = bytes[0] == 0;
                let (mut utf_16, mut out) = (Utf16 { is_big_endian, carried: Vec::new() }, Vec::new());
                for (number, piece) in bytes.chunks(size).enumerate() {
                    utf_16.decode(piece, (number + 1) * size >= bytes.len(), &mut out);
                }
                assert_eq!(String::from_utf8(out).unwrap(), text, "{size}");
            }
        }
    }

    #[test]
    fn text_in_utf_32_is_told_from_others() {
        let utf_32 = |text: &str, bytes: fn(u32) -> [u8; 4]| {
            text.chars().flat_map(|letter| bytes(letter.into())).collect::<Vec<u8>>()
        };
        for text in ["\u{feff}ИИН;Доход\n", "iin,income\n"] {
            assert!(is_utf_32(&utf_32(text, u32::to_le_bytes)) && is_utf_32(&utf_32(text, u32::to_be_bytes)));
            assert!(!is_utf_32(text.as_bytes()));
            for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
                assert!(!is_utf_32(&text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>()));
            }
        }
        assert!(!is_utf_32(b"") && !is_utf_32(b"\0\0\0\0") && !is_utf_32(&[0; 64]));
    }

    #[test]
    fn half_a_character_is_none() {
        let mut out = Vec::new();
        let mut utf_16 = Utf16 { is_big_endian: false, carried: Vec::new() };
        utf_16.decode(b"a\0\x3d\xd8b\0\x3d\xd8", false, &mut out);
        utf_16.decode(b"c", true, &mut out);
        assert_eq!(out, b"a\xffb\xff\xff");
    }

    #[test]
    fn a_byte_order_mark_outranks_what_was_asked_for() {
        let of = |bytes: &[u8], asked| Utf16::of(bytes, asked).0;
        assert_eq!(of(b"\xef\xbb\xbfi", Encoding::Utf16), Encoding::Utf8);
        assert_eq!(of(b"\xff\xfei\0", Encoding::Windows1251), Encoding::Utf16);
        assert_eq!(of(b"\xfe\xff\0i", Encoding::Utf8), Encoding::Utf16);
        assert_eq!(of(b"i\0", Encoding::Utf16), Encoding::Utf16);
        assert_eq!(of(b"i\0", Encoding::Utf8), Encoding::Utf8);
        assert_eq!(of(b"\xff\xfe,iin\n", Encoding::Windows1251), Encoding::Windows1251);
    }
}
