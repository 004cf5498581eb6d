//! The encodings of input files.

use std::borrow::Cow;
use std::sync::OnceLock;

use encoding_rs::WINDOWS_1251;

use crate::as_text::{as_text, coded};
use crate::words::{Message, say};

/// How the text of a file is written. Structure, digits and delimiters are ASCII in all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Encoding {
    #[default]
    Utf8,
    Windows1251,
    /// The standard STRK1048-2002 of Kazakhstan.
    Kz1048,
    /// Turned into UTF-8 as it is read; a half of a character that stands alone is a byte that is none there.
    Utf16,
    /// Cells of a workbook in UTF-8, some of them behind a mark: [`CELL_ERROR`], [`CELL_FORMS`].
    Cells,
}

/// Before the code of a cell that is an error of the spreadsheet. No text in UTF-8 has this byte.
pub(crate) const CELL_ERROR: u8 = 0xff;
/// The code of a cell that is a formula without a value: those of errors begin otherwise.
pub(crate) const CELL_FORMULA: u8 = b'=';
/// Before each of the two forms of a cell that is read as another text than is shown of it: first what is read. No text in
/// UTF-8 has this byte.
pub(crate) const CELL_FORMS: u8 = 0xfe;

/// U+FEFF in UTF-8: the byte order mark of a file, and at the start of a record where files were joined.
pub(crate) const MARK: &[u8] = "\u{feff}".as_bytes();

/// Where KZ-1048 has letters of Kazakh in place of those that windows-1251 has (STRK1048-2002, as the Unicode Consortium's
/// table `VENDORS/MISC/KZ1048.TXT` maps it). In the other 112 of the upper half they are the same.
const KAZAKH: [(u8, char); 16] = [
    (0x8d, 'Қ'),
    (0x8e, 'Һ'),
    (0x9d, 'қ'),
    (0x9e, 'һ'),
    (0xa1, 'Ұ'),
    (0xa2, 'ұ'),
    (0xa3, 'Ә'),
    (0xa5, 'Ө'),
    (0xaa, 'Ғ'),
    (0xaf, 'Ү'),
    (0xb4, 'ө'),
    (0xba, 'ғ'),
    (0xbc, 'ә'),
    (0xbd, 'Ң'),
    (0xbe, 'ң'),
    (0xbf, 'ү'),
];
/// The one byte that windows-1251 and KZ-1048 leave without a character.
const NONE: u8 = 0x98;

impl Encoding {
    /// Those of text, which can be asked for.
    pub const ALL: [Encoding; 4] = [Encoding::Utf8, Encoding::Windows1251, Encoding::Kz1048, Encoding::Utf16];

    /// The name on the command line and in the receipt.
    pub fn code(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Windows1251 => "windows-1251",
            Encoding::Kz1048 => "kz-1048",
            Encoding::Utf16 => "utf-16",
            Encoding::Cells => "cells",
        }
    }

    /// The text of these bytes; `None` where they are none in this encoding.
    #[inline]
    pub fn text(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        match self {
            Encoding::Utf8 | Encoding::Utf16 => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            Encoding::Cells => cell(bytes).and_then(|(read, _)| std::str::from_utf8(read).ok()).map(Cow::Borrowed),
            Encoding::Windows1251 | Encoding::Kz1048 => (!bytes.contains(&NONE)).then(|| self.lossy(bytes)),
        }
    }

    /// The text of these bytes as UTF-8; `None` where they are none in this encoding.
    #[inline]
    pub fn utf8(self, bytes: Cow<'_, [u8]>) -> Option<Cow<'_, [u8]>> {
        match self {
            Encoding::Utf8 | Encoding::Utf16 => std::str::from_utf8(&bytes).is_ok().then_some(bytes),
            Encoding::Windows1251 | Encoding::Kz1048 | Encoding::Cells => {
                self.text(&bytes).map(|text| Cow::Owned(text.into_owned().into_bytes()))
            }
        }
    }

    /// The text of these bytes, with a sign for what is none.
    pub fn lossy(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Encoding::Utf8 | Encoding::Utf16 => String::from_utf8_lossy(bytes),
            Encoding::Cells => String::from_utf8_lossy(match bytes {
                [CELL_ERROR, code @ ..] => code,
                _ => cell(bytes).map_or(bytes, |(_, shown)| shown),
            }),
            Encoding::Windows1251 => WINDOWS_1251.decode_without_bom_handling(bytes).0,
            Encoding::Kz1048 => match std::str::from_utf8(bytes) {
                Ok(text) if text.is_ascii() => Cow::Borrowed(text),
                _ => Cow::Owned(bytes.iter().map(|&byte| kz_1048(byte)).collect()),
            },
        }
    }

    /// Appends the text in this encoding.
    ///
    /// # Errors
    /// The first letter that the encoding does not have.
    pub fn encode(self, text: &str, out: &mut Vec<u8>) -> Result<(), char> {
        match self {
            // Nothing is written in UTF-16.
            Encoding::Utf8 | Encoding::Utf16 | Encoding::Cells => out.extend_from_slice(text.as_bytes()),
            Encoding::Windows1251 => encode_1251(text, out, |byte| byte == NONE)?,
            Encoding::Kz1048 => {
                let mut rest = text;
                while !rest.is_empty() {
                    let kazakh = rest.char_indices().find_map(|(at, letter)| Some((at, letter, kazakh_byte(letter)?)));
                    let (before, byte, behind) = match kazakh {
                        Some((at, letter, byte)) => (&rest[..at], Some(byte), &rest[at + letter.len_utf8()..]),
                        None => (rest, None, ""),
                    };
                    encode_1251(before, out, |byte| byte == NONE || is_kazakh(byte))?;
                    out.extend(byte);
                    rest = behind;
                }
            }
        }
        Ok(())
    }

    /// The encoding that bytes which are none in this one, or come to nothing known in it, look like.
    pub fn guess_beside(self, bytes: &[u8]) -> Option<Encoding> {
        // Blanks, dashes, quotes and № stand between letters of any kind.
        let is_mark = |byte: u8| matches!(byte, 0x96 | 0x97 | 0xa0 | 0xab | 0xb9 | 0xbb);
        let high = bytes.iter().filter(|byte| !byte.is_ascii() && !is_mark(**byte)).count();
        if bytes.is_ascii() || bytes.contains(&0) || matches!(self, Encoding::Utf16 | Encoding::Cells) {
            return None;
        }
        let guessed = if std::str::from_utf8(bytes).is_ok() {
            Encoding::Utf8
        } else {
            // Of text in cp866 most letters are below these: as bytes of Kazakh letters they would be nothing else.
            let is_letter = |byte: u8| byte >= 0xc0 || matches!(byte, 0xb8 | 0xb2 | 0xb3);
            if high > 0 && bytes.iter().filter(|&&byte| is_letter(byte)).count() * 2 <= high {
                return None;
            }
            if bytes.iter().any(|&byte| is_kazakh(byte)) { Encoding::Kz1048 } else { Encoding::Windows1251 }
        };
        // What one of the two has no letter for, the other has none for either.
        let is_text = guessed.text(bytes).is_some();
        let differs = self == Encoding::Utf8 || guessed == Encoding::Utf8;
        (is_text && differs && guessed != self).then_some(guessed)
    }

    /// The other one of the two code pages, which differ in the letters of Kazakh; none where this is neither.
    pub fn other_code_page(self) -> Option<Encoding> {
        match self {
            Encoding::Windows1251 => Some(Encoding::Kz1048),
            Encoding::Kz1048 => Some(Encoding::Windows1251),
            Encoding::Utf8 | Encoding::Utf16 | Encoding::Cells => None,
        }
    }

    /// To try this one, which bytes look like, by the option that names it.
    pub fn hint(self, option: &str) -> Message {
        let encoding = self.code();
        match self {
            Encoding::Utf8 => say!("encoding-guessed-utf-8-hint", encoding = encoding, option = option),
            Encoding::Windows1251 => say!("encoding-guessed-or-kazakh-hint", encoding = encoding, option = option),
            _ => say!("encoding-guessed-hint", encoding = encoding, option = option),
        }
    }
}

coded!(Encoding::code, say!("what-encoding"));
as_text!(Encoding, str::parse);

/// What is read of a cell and what is shown of it; `None` where it is an error.
fn cell(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    match bytes {
        [CELL_ERROR, ..] => None,
        [CELL_FORMS, forms @ ..] => {
            let end = forms.iter().position(|&byte| byte == CELL_FORMS)?;
            Some((&forms[..end], &forms[end + 1..]))
        }
        _ => Some((bytes, bytes)),
    }
}

/// Appends the text in windows-1251, or gives the first letter that it does not have or whose byte is none here.
fn encode_1251(text: &str, out: &mut Vec<u8>, is_none: impl Fn(u8) -> bool) -> Result<(), char> {
    let (bytes, _, is_lacking) = WINDOWS_1251.encode(text);
    if is_lacking {
        let lacks = |letter: &char| WINDOWS_1251.encode(letter.encode_utf8(&mut [0; 4])).2;
        return Err(text.chars().find(lacks).unwrap_or_default());
    }
    if let Some(at) = bytes.iter().position(|&byte| is_none(byte)) {
        // A byte for each letter.
        return Err(text.chars().nth(at).unwrap_or_default());
    }
    out.extend_from_slice(&bytes);
    Ok(())
}

/// Whether KZ-1048 has another letter under this byte than windows-1251.
fn is_kazakh(byte: u8) -> bool {
    KAZAKH.iter().any(|&(known, _)| known == byte)
}

fn kazakh_byte(letter: char) -> Option<u8> {
    KAZAKH.iter().find(|&&(_, known)| known == letter).map(|&(byte, _)| byte)
}

fn kz_1048(byte: u8) -> char {
    static UPPER: OnceLock<[char; 128]> = OnceLock::new();
    if byte.is_ascii() {
        return char::from(byte);
    }
    let upper = UPPER.get_or_init(|| {
        let mut upper = ['\u{fffd}'; 128];
        for (place, byte) in upper.iter_mut().zip(0x80..=u8::MAX) {
            let of_1251 = WINDOWS_1251.decode_without_bom_handling(&[byte]).0.chars().next();
            let kazakh = KAZAKH.iter().find(|&&(known, _)| known == byte).map(|&(_, letter)| letter);
            *place = kazakh.or(of_1251).filter(|_| byte != NONE).unwrap_or(*place);
        }
        upper
    });
    upper[usize::from(byte & 0x7f)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The upper half of STRK1048-2002, written out from 0x80 to 0xff; `�` where it has nothing.
    const UPPER: &str = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏ\
                         ђ‘’“”•–—�™љ›њқһџ\
                         \u{a0}ҰұӘ¤Ө¦§Ё©Ғ«¬\u{ad}®Ү\
                         °±Ііөµ¶·ё№ғ»әҢңү\
                         АБВГДЕЖЗИЙКЛМНОП\
                         РСТУФХЦЧШЩЪЫЬЭЮЯ\
                         абвгдежзийклмноп\
                         рстуфхцчшщъыьэюя";

    #[test]
    fn kz_1048_byte_by_byte_and_back() {
        assert_eq!(UPPER.chars().count(), 128);
        for (byte, letter) in (0_u8..0x80).map(|byte| (byte, char::from(byte))).chain((0x80..=0xff).zip(UPPER.chars()))
        {
            let (alone, mut bytes) = ([byte], Vec::new());
            let text = Encoding::Kz1048.text(&alone);
            if byte == 0x98 {
                assert_eq!(text, None);
                assert_eq!(Encoding::Kz1048.encode("\u{98}", &mut bytes), Err('\u{98}'));
                continue;
            }
            assert_eq!(text.as_deref(), Some(letter.to_string().as_str()), "{byte:#x}");
            assert_eq!((Encoding::Kz1048.encode(&letter.to_string(), &mut bytes), bytes), (Ok(()), vec![byte]));
        }
        assert_eq!(Encoding::Kz1048.encode("Ким Ў", &mut Vec::new()), Err('Ў'));
        assert_eq!(Encoding::Windows1251.encode("Әлия", &mut Vec::new()), Err('Ә'));
    }

    #[test]
    fn bytes_are_recognised_for_what_they_are() {
        use Encoding::{Kz1048, Utf8, Windows1251};
        let encoded = |text: &str, encoding: Encoding| {
            let mut bytes = Vec::new();
            encoding.encode(text, &mut bytes).map(|()| bytes).unwrap()
        };
        let (russian, kazakh) = (encoded("Алиева", Windows1251), encoded("Әубәкір", Kz1048));
        assert_eq!(Utf8.guess_beside(&russian), Some(Windows1251));
        assert_eq!(Utf8.guess_beside(&kazakh), Some(Kz1048));
        for encoding in [Windows1251, Kz1048] {
            assert_eq!(encoding.guess_beside("Алиева ИИН".as_bytes()), Some(Utf8));
            assert_eq!(encoding.guess_beside(&russian), None);
        }
        // Groups of an amount, and a number sign, with nothing else that is not ASCII.
        assert_eq!(Utf8.guess_beside(b"5\xa0000,00"), Some(Windows1251));
        assert_eq!(Utf8.guess_beside(b"\xb9 17 \x96 18"), Some(Windows1251));
        assert_eq!(Utf8.guess_beside(b"\xe0 \x80\x81\x82"), None);
        // «Ким Анна Петровна» in cp866.
        assert_eq!(Utf8.guess_beside(b"\x8a\xa8\xac \x80\xad\xad\xa0 \x8f\xa5\xe2\xe0\xae\xa2\xad\xa0"), None);
        assert_eq!(Utf8.guess_beside(b"plain"), None);
        assert_eq!(Utf8.guess_beside(b"\xff\xfe\x18\x04\x00\x00"), None);
    }
}
