//! What must hold of a table before its rows: the header, the encoding, the sheet of a workbook.

use rust_decimal::Decimal;
use ustap::bench::{RowOutcome, read_header, read_operations, read_operations_in};

use super::parsers::HEADER;

/// The headings of an operations file: column and folded heading.
fn headings() -> &'static [(String, String)] {
    static HEADINGS: std::sync::OnceLock<Vec<(String, String)>> = std::sync::OnceLock::new();
    HEADINGS.get_or_init(|| {
        let (mut column, mut headings) = (None, Vec::new());
        for line in include_str!("../words/headings.toml").lines() {
            if line.starts_with('[') {
                column = line.strip_prefix("[operations.").map(|name| name.trim_end_matches(']').to_owned());
                headings.extend(column.iter().map(|name| (name.clone(), folded(name))));
            }
            let (Some(column), true) = (&column, line.starts_with("ru") || line.starts_with("kk")) else { continue };
            // Every second part between quotes is a heading.
            headings.extend(line.split('"').skip(1).step_by(2).map(|heading| (column.clone(), folded(heading))));
        }
        headings
    })
}

fn folded(heading: &str) -> String {
    let plain = heading.replace([' ', '\u{a0}', '\t', '_'], "").to_lowercase();
    plain.replace('ё', "е")
}

const REQUIRED: [&str; 4] = ["operation_id", "iin", "settled_on", "income"];

/// A header: each required column once, no column twice, and every other heading told as not read. A header without
/// quotes under commas is read by a slow model besides.
pub fn header(bytes: &[u8]) {
    let read = read_header(bytes);
    if let Ok((columns, unread)) = &read {
        let count = |name: &str| columns.iter().filter(|column| **column == Some(name)).count();
        assert!(REQUIRED.iter().all(|name| count(name) == 1) && count("corrects_on") <= 1);
        assert_eq!(columns.iter().filter(|column| column.is_none()).count(), *unread);
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let line = text.split('\n').next().unwrap_or_default();
    let is_plain = !line.contains(['"', ';', '\t', '\r', '\u{feff}', '\0']) && !line.starts_with(['<', ' ']);
    if line.is_empty() || !is_plain || folded(line).starts_with("sep=") {
        return;
    }
    let names: Vec<String> = line.split(',').map(folded).collect();
    let column = |name: &String| {
        headings().iter().find(|(_, heading)| heading == name && !name.is_empty()).map(|(column, _)| column.as_str())
    };
    let expected: Vec<Option<&str>> = names.iter().map(column).collect();
    match read {
        Ok((columns, _)) => assert_eq!(columns, expected, "{line:?}"),
        Err(error) => {
            let count = |name: &str| expected.iter().filter(|column| **column == Some(name)).count();
            let is_good = REQUIRED.iter().all(|name| count(name) == 1) && count("corrects_on") <= 1;
            // What is not read may resemble the column that is missing.
            let may_be_meant = count("corrects_on") == 0 && expected.contains(&None);
            assert!(!is_good || may_be_meant, "{line:?}: {error}");
        }
    }
}

/// The byte of a letter of Russian in windows-1251 and KZ-1048, and of Kazakh in the latter.
fn byte_of(letter: char, is_kazakh: bool) -> Option<u8> {
    const KAZAKH: &str = "ҚҺқһҰұӘӨҒҮөғәҢңү";
    const BYTES: [u8; 16] =
        [0x8d, 0x8e, 0x9d, 0x9e, 0xa1, 0xa2, 0xa3, 0xa5, 0xaa, 0xaf, 0xb4, 0xba, 0xbc, 0xbd, 0xbe, 0xbf];
    match letter {
        'А'..='я' => Some((letter as u32 - 'А' as u32) as u8 + 0xc0),
        'Ё' => Some(0xa8),
        'ё' => Some(0xb8),
        '\u{a0}' => Some(0xa0),
        '\0'..='\x7f' => Some(letter as u8),
        _ => KAZAKH.chars().position(|kazakh| kazakh == letter).filter(|_| is_kazakh).map(|at| BYTES[at]),
    }
}

/// The first byte names an encoding, the rest is text: written in that encoding it is read as in UTF-8. Bytes that are no
/// text are read too, by whatever encoding.
pub fn encoding(bytes: &[u8]) {
    let Some((&kind, rest)) = bytes.split_first() else { return };
    let header = std::str::from_utf8(HEADER).unwrap();
    let name = ["windows-1251", "kz-1048", "utf-16", "utf-16"][usize::from(kind % 4)];
    let _ = read_operations_in([HEADER, rest].concat(), name);
    let Ok(text) = std::str::from_utf8(rest) else { return };
    let is_kazakh = kind % 4 == 1;
    let text: String = match name {
        "utf-16" => text.to_owned(),
        _ => text.chars().map(|letter| byte_of(letter, is_kazakh).map_or('?', |_| letter)).collect(),
    };
    let whole = format!("{header}{text}");
    let encoded: Vec<u8> = match (name, kind % 4) {
        ("utf-16", 2) => [0xfeff].into_iter().chain(whole.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
        ("utf-16", _) => [0xfeff].into_iter().chain(whole.encode_utf16()).flat_map(u16::to_be_bytes).collect(),
        _ => whole.chars().filter_map(|letter| byte_of(letter, is_kazakh)).collect(),
    };
    let place = |read: Result<Vec<(u64, RowOutcome)>, ustap::Error>| read.map_err(|error| error.place().line);
    assert_eq!(
        place(read_operations_in(encoded, name)),
        place(read_operations(whole.into_bytes())),
        "{name}: {text:?}"
    );
}

const CONTENT: &str = "<Types/>";
const RELS: &str =
    "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const BOOK: &str = "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r\"/></sheets></workbook>";
const BOOK_RELS: &str = "<Relationships><Relationship Id=\"r\" Type=\"x/worksheet\" Target=\"s.xml\"/></Relationships>";

/// A zip of these parts, none packed.
fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in parts {
        let size = (bytes.len() as u32).to_le_bytes();
        let common = [&[20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x5c][..], &crc(bytes).to_le_bytes(), &size, &size].concat();
        let lengths = [&(name.len() as u16).to_le_bytes()[..], &[0, 0]].concat();
        let at = (out.len() as u32).to_le_bytes();
        directory.extend([&b"PK\x01\x02\x14\0"[..], &common, &lengths, &[0; 10], &at, name.as_bytes()].concat());
        out.extend([b"PK\x03\x04", &common[..], &lengths, name.as_bytes(), bytes].concat());
    }
    let (count, size, at) = (parts.len() as u16, directory.len() as u32, out.len() as u32);
    out.extend(directory);
    out.extend([&b"PK\x05\x06\0\0\0\0"[..], &count.to_le_bytes(), &count.to_le_bytes()].concat());
    out.extend([&size.to_le_bytes()[..], &at.to_le_bytes(), &[0, 0]].concat());
    out
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, &byte| (0..8).fold(crc ^ u32::from(byte), step))
}

fn book(sheet: &[u8]) -> Vec<u8> {
    zip(&[
        ("[Content_Types].xml", CONTENT.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/s.xml", sheet),
    ])
}

fn text_cell(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!("<c t=\"inlineStr\"><is><t>{escaped}</t></is></c>")
}

fn header_cells() -> String {
    "operation_id,iin,settled_on,income,corrects_on".split(',').map(text_cell).collect()
}

/// A workbook of a header and this XML below it.
pub fn book_with_rows(rows: &[u8]) -> Vec<u8> {
    let start = format!("<worksheet><sheetData><row>{}</row>", header_cells());
    book(&[start.as_bytes(), rows, b"</sheetData></worksheet>"].concat())
}

/// A workbook: its bytes, the XML of its sheet, or cells, which come to what the same text does in a file of rows.
pub fn workbook(bytes: &[u8]) {
    let Some((&kind, rest)) = bytes.split_first() else { return };
    let header = header_cells();
    match kind % 4 {
        0 => drop(read_operations([&b"PK\x03\x04"[..], rest].concat())),
        1 => {
            // A byte of a whole one that is another.
            let mut file =
                book(format!("<worksheet><sheetData><row>{header}</row></sheetData></worksheet>").as_bytes());
            for change in rest.chunks_exact(3).take(8) {
                let at = usize::from(u16::from_le_bytes([change[0], change[1]])) % file.len();
                file[at] = change[2];
            }
            drop(read_operations(file));
        }
        2 => drop(read_operations(book_with_rows(rest))),
        _ => cells(&header, rest),
    }
}

fn cells(header: &str, bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let is_of_xml =
        |letter: char| !matches!(letter, '\0'..='\x08' | '\x0b'..='\x1f' | '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    if !text.chars().all(is_of_xml) || text.contains("_x") || text.len() > 4096 {
        return;
    }
    let (mut sheet, mut file) = (String::new(), HEADER.to_vec());
    let (mut lines, mut is_number) = (Vec::new(), true);
    for (number, row) in text.split('\n').enumerate() {
        let mut fields: Vec<String> = row.split('|').take(5).map(|field| field.replace('\t', "\n")).collect();
        fields.resize(5, String::new());
        sheet.push_str("<row>");
        for (column, field) in fields.iter_mut().enumerate() {
            match field.strip_prefix('=').filter(|_| column == 3).map(str::to_owned) {
                Some(mut value) => {
                    value.retain(|letter| matches!(letter, '0'..='9' | '.' | '+' | '-' | 'e' | 'E'));
                    sheet.push_str(&format!("<c><v>{value}</v></c>"));
                    match number_slowly(&value) {
                        Ok(Some(text)) => *field = text,
                        // More digits than a spreadsheet shows, or an exponent: read, to what is not said here.
                        Ok(None) => {
                            return drop(read_operations(book(sheet_of(header, &(sheet + "</row>")).as_bytes())));
                        }
                        Err(()) => is_number = false,
                    }
                }
                None => sheet.push_str(&text_cell(field)),
            }
        }
        sheet.push_str("</row>");
        if fields.iter().any(|field| !field.is_empty()) {
            lines.push(number as u64 + 2);
            let quoted = fields.iter().map(|field| format!("\"{}\"", field.replace('"', "\"\"")));
            file.extend(quoted.collect::<Vec<_>>().join(",").bytes().chain([b'\n']));
        }
    }
    let read = read_operations(book(sheet_of(header, &sheet).as_bytes()));
    if !is_number {
        assert!(read.is_err(), "{text:?}");
        return;
    }
    let expected = read_operations(file).unwrap();
    let expected: Vec<_> = lines.into_iter().zip(expected).map(|(line, (_, outcome))| (line, outcome)).collect();
    assert_eq!(read, Ok(expected), "{text:?}");
}

fn sheet_of(header: &str, rows: &str) -> String {
    format!("<worksheet><sheetData><row>{header}</row>{rows}</sheetData></worksheet>")
}

/// The shortest form of a number of a cell with at most 15 digits and without an exponent; an error where it is none.
#[allow(clippy::disallowed_types)]
fn number_slowly(text: &str) -> Result<Option<String>, ()> {
    if text.is_empty() {
        return Ok(Some(String::new()));
    }
    if !text.parse::<f64>().is_ok_and(f64::is_finite) {
        // A whole number is taken as it stands, however long.
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let is_whole = !whole.is_empty()
            && whole.bytes().all(|digit| digit.is_ascii_digit())
            && decimals.bytes().all(|digit| digit == b'0');
        return if is_whole { Ok(None) } else { Err(()) };
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if text.contains(['e', 'E', '+']) || digits > 15 {
        return Ok(None);
    }
    let number: Decimal = format!("0{}0", text.trim_start_matches('-')).replace("..", ".").parse().map_err(drop)?;
    // A nought behind a whole number would be a digit of it.
    let number = if text.contains('.') { number } else { number / Decimal::TEN };
    let number = number.normalize();
    let is_negative = text.starts_with('-') && !number.is_zero();
    Ok(Some(format!("{}{number}", if is_negative { "-" } else { "" })))
}
