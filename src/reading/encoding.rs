//! The encodings of input files.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1251;

/// How the text of a file is written. Structure, digits and delimiters are ASCII in both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Encoding {
    #[default]
    Utf8,
    Windows1251,
}

impl Encoding {
    pub const ALL: [Encoding; 2] = [Encoding::Utf8, Encoding::Windows1251];

    /// The name on the command line and in the receipt.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Windows1251 => "windows-1251",
        }
    }

    /// The text of these bytes; `None` where they are none in this encoding.
    #[inline]
    pub fn text(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        match self {
            Encoding::Utf8 => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            // 0x98 is the one byte that windows-1251 leaves without a character.
            Encoding::Windows1251 => {
                (!bytes.contains(&0x98)).then(|| WINDOWS_1251.decode_without_bom_handling(bytes).0)
            }
        }
    }

    /// The text of these bytes as UTF-8; `None` where they are none in this encoding.
    #[inline]
    pub fn utf8(self, bytes: Cow<'_, [u8]>) -> Option<Cow<'_, [u8]>> {
        match self {
            Encoding::Utf8 => std::str::from_utf8(&bytes).is_ok().then_some(bytes),
            Encoding::Windows1251 => self.text(&bytes).map(|text| Cow::Owned(text.into_owned().into_bytes())),
        }
    }

    /// The text of these bytes, with U+FFFD for what is none.
    pub fn lossy(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Encoding::Utf8 => String::from_utf8_lossy(bytes),
            Encoding::Windows1251 => WINDOWS_1251.decode_without_bom_handling(bytes).0,
        }
    }
}

/// Whether bytes that are no UTF-8 look like Russian or Kazakh text in windows-1251: letters, and no byte that such a
/// text would not have.
pub(crate) fn looks_like_windows_1251(bytes: &[u8]) -> bool {
    let high = bytes.iter().filter(|&&byte| byte >= 0x80).count();
    let letters = bytes.iter().filter(|&&byte| byte >= 0xc0 || byte == 0xa8 || byte == 0xb8).count();
    high > 0 && letters * 2 > high && !bytes.contains(&0)
}
