//! Files that are something else than rows of text, told by their first bytes.

/// What a file is, and what to do about it: the keys of both sentences.
pub(crate) type Foreign = (&'static str, &'static str);

const SAVE_AS_CSV: &str = "foreign-save-csv-hint";
const UNPACK: &str = "foreign-unpack-hint";
const SAVE_AS_UTF8: &str = "foreign-utf-8-hint";

const SAVE_AS_XLSX: &str = "foreign-save-xlsx-hint";

const UTF_16_BIG: Foreign = ("foreign-utf-16-big", SAVE_AS_UTF8);

/// Beginnings of files that are no text.
const BEGINNINGS: [(&[u8], Foreign); 13] = [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ("foreign-xls", SAVE_AS_XLSX)),
    (b"\x1f\x8b", ("foreign-gz", UNPACK)),
    (b"BZh", ("foreign-bz2", UNPACK)),
    (b"\xfd7zXZ\0", ("foreign-xz", UNPACK)),
    (b"\x28\xb5\x2f\xfd", ("foreign-zst", UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", ("foreign-7z", UNPACK)),
    (b"Rar!\x1a\x07", ("foreign-rar", UNPACK)),
    (b"%PDF-", ("foreign-pdf", "foreign-document-hint")),
    (b"{\\rtf", ("foreign-rtf", "foreign-document-hint")),
    (b"\x89PNG\r\n", ("foreign-png", "foreign-document-hint")),
    (b"\xff\xd8\xff", ("foreign-jpg", "foreign-document-hint")),
    (b"{1:F01", ("foreign-mt102", "foreign-mt102-hint")),
    (b"SQLite format 3\0", ("foreign-database", "foreign-database-hint")),
];
/// Beginnings of pages that some programs give the ending of a workbook.
const PAGES: [&str; 3] = ["<!doctype", "<html", "<?xml"];

/// Stands in the table of contents of an encrypted workbook, which has the outer form of the old ones.
const ENCRYPTED: &str = "EncryptedPackage";

/// What a file with these first bytes is, where it is neither text of rows nor a zip.
pub(crate) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    if bytes.starts_with(BEGINNINGS[0].0) {
        let name: Vec<u8> = ENCRYPTED.encode_utf16().flat_map(u16::to_le_bytes).collect();
        if memchr::memmem::find(bytes, &name).is_some() {
            return Some(("workbook-encrypted", SAVE_AS_XLSX));
        }
    }
    if let Some(&(_, foreign)) = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
        return Some(foreign);
    }
    let start: String = bytes.iter().take(64).map(|&byte| char::from(byte.to_ascii_lowercase())).collect();
    if PAGES.iter().any(|page| start.trim_start().trim_start_matches("ï»¿").starts_with(page)) {
        return Some(("foreign-page", SAVE_AS_CSV));
    }
    utf_16(bytes)
}

/// Whether a file with these first bytes is text in UTF-16, big-endian.
pub(crate) fn is_utf_16_big(bytes: &[u8]) -> bool {
    foreign(bytes) == Some(UTF_16_BIG)
}

/// Whether every other byte of the beginning is that of a character below U+0100, such as a delimiter or a digit, in
/// UTF-16. Text in the other encodings has no byte 0.
fn utf_16(bytes: &[u8]) -> Option<Foreign> {
    let start = &bytes[..bytes.len().min(4096)];
    // Two of them side by side are one letter there of a script that no such file has: the bytes 0 of text are none's half.
    let (pairs, _) = start.as_chunks::<2>();
    if pairs.iter().any(|pair| pair.iter().all(u8::is_ascii_alphanumeric)) {
        return None;
    }
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let line_end = memchr::memchr(b'\n', start);
    let is_line_end = |zero_before: bool| match (line_end, zero_before) {
        (Some(at), false) => at % 2 == 0 && start.get(at + 1).is_none_or(|&byte| byte == 0),
        (Some(at), true) => at % 2 == 1 && start[at - 1] == 0,
        (None, _) => true,
    };
    match (zeros(0), zeros(1)) {
        (0, 2..) if is_line_end(false) => Some(("foreign-utf-16-little", "foreign-utf-16-hint")),
        (2.., 0) if is_line_end(true) => Some(UTF_16_BIG),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::words::word;

    #[test]
    fn each_file_is_named_for_what_it_is() {
        let utf_16 = |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        for (bytes, expected) in [
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0".to_vec(), "(.xls)"),
            (b"\x1f\x8b\x08\0".to_vec(), "(.gz)"),
            (b"{1:F01K054700000000010000001}\r\n".to_vec(), "MT-102"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "picture (.png)"),
            (b"\xff\xd8\xff\xe0\0\x10JFIF\0".to_vec(), "picture (.jpg)"),
            (b"\xef\xbb\xbf<!DOCTYPE html>".to_vec(), "page"),
            (utf_16("ИИН;Доход\r\n", u16::to_le_bytes), "little-endian"),
            (utf_16("iin;income\r\n", u16::to_be_bytes), "big-endian"),
        ] {
            assert!(foreign(&bytes).is_some_and(|(what, _)| word(Language::En, what).contains(expected)), "{expected}");
        }
        for text in
            ["iin;income\r\n", "ИИН,Доход\n", "яю", "", "\0", "id\n1\0\n1\0\n", "iin\0;a\0;b\0\n", "id,income\n\0d\0\n"]
        {
            assert_eq!(foreign(text.as_bytes()), None, "{text}");
        }
        assert_eq!(foreign(b"\xff\xfe,iin\n"), None, "two letters of windows-1251");
    }
}
