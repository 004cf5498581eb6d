//! XML of a workbook's parts, element by element.

use std::io::{self, BufRead, Read};

use quick_xml::Reader;
use quick_xml::errors::Error as XmlError;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

use crate::error::{Error, ErrorKind};
use crate::reading::workbook::package::{Part, damaged, damaged_by};
use crate::words::say;

/// One part, read as events.
pub(super) struct Xml {
    reader: Reader<Bounded>,
    buffer: Vec<u8>,
    /// Elements that are open.
    depth: usize,
}

/// A part of which one event has so many bytes at most: a few of them packed may be any number.
struct Bounded {
    part: Part,
    left: usize,
}

/// A text or a tag is held whole. A cell has 32 767 letters, a record 1 MiB.
const EVENT_MEBIBYTES_MAX: usize = 4;
const EVENT_BYTES_MAX: usize = EVENT_MEBIBYTES_MAX << 20;

/// The reader keeps the name of every open element. Those of a workbook are some ten deep.
const DEPTH_MAX: usize = 256;

impl BufRead for Bounded {
    #[inline]
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::Error::other(say!("workbook-long-text", most = EVENT_MEBIBYTES_MAX.to_string())));
        }
        let bytes = self.part.fill_buf()?;
        Ok(&bytes[..bytes.len().min(self.left)])
    }

    #[inline]
    fn consume(&mut self, bytes: usize) {
        self.left = self.left.saturating_sub(bytes);
        self.part.consume(bytes);
    }
}

impl Read for Bounded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

impl Xml {
    pub fn new(part: Part) -> Xml {
        let part = Bounded { part, left: EVENT_BYTES_MAX };
        Xml { reader: Reader::from_reader(part), buffer: Vec::new(), depth: 0 }
    }

    /// What comes next.
    #[inline]
    pub fn next(&mut self) -> Result<Event<'_>, Error> {
        self.buffer.clear();
        self.reader.get_mut().left = EVENT_BYTES_MAX;
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|error| fault(&error))?;
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        if self.depth > DEPTH_MAX {
            return Err(damaged(say!("workbook-deep", most = DEPTH_MAX)));
        }
        Ok(event)
    }

    /// Reads to the end of the part, where its checksum is looked at.
    pub fn finish(&mut self) -> Result<(), Error> {
        io::copy(&mut self.reader.get_mut().part, &mut io::sink()).map_err(|cause| of_reading(&cause))?;
        Ok(())
    }
}

fn fault(error: &XmlError) -> Error {
    match error {
        XmlError::Io(cause) => of_reading(cause),
        error => damaged_by(error),
    }
}

/// What is packed wrongly is damage; what the disk says is not.
fn of_reading(cause: &io::Error) -> Error {
    match cause.kind() {
        io::ErrorKind::InvalidData => damaged(say!("workbook-checksum")),
        io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => damaged_by(cause),
        _ => Error::new(ErrorKind::Input, say!("workbook-unreadable")).caused_by_io(cause),
    }
}

/// Appends what an event has of text.
pub(super) fn append(event: &Event<'_>, out: &mut String) -> Result<(), Error> {
    match event {
        Event::Text(text) => out.push_str(&text.xml10_content()),
        Event::CData(text) => out.push_str(&text.xml10_content()),
        Event::GeneralRef(entity) => match entity.resolve_char_ref().map_err(damaged_by)? {
            Some(character) => out.push(character),
            None => {
                let text = resolve_xml_entity(entity)
                    .ok_or_else(|| damaged(say!("workbook-entity", entity = entity.to_string())))?;
                out.push_str(text);
            }
        },
        _ => {}
    }
    Ok(())
}

/// The attribute of this name, without regard to its namespace.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Error> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(damaged_by)?;
        if attribute.key.local_name().as_ref() == name {
            let text = quick_xml::escape::unescape(&attribute.value).map_err(damaged_by)?;
            return Ok(Some(text.into_owned()));
        }
    }
    Ok(None)
}

/// Whether the attribute of this name says yes.
pub(super) fn is_set(element: &BytesStart<'_>, name: &str) -> Result<bool, Error> {
    Ok(attribute(element, name)?.is_some_and(|value| is_yes(&value)))
}

/// Whether the value of an attribute says yes.
pub(super) fn is_yes(value: &str) -> bool {
    matches!(value, "1" | "true")
}

/// Text without the escapes of spreadsheets: `_x000D_` is the character of that number, `_x005F_` an underscore.
pub(super) fn unescape(text: &mut String, from: usize) {
    if !text[from..].contains("_x") {
        return;
    }
    let mut plain = String::new();
    let mut rest = &text[from..];
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at(at);
        plain.push_str(before);
        let digits = escape.get(2..6).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let number = digits.filter(|_| escape[6..].starts_with('_')).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        match number.and_then(char::from_u32) {
            Some(character) => {
                plain.push(character);
                rest = &escape[7..];
            }
            None => {
                plain.push_str("_x");
                rest = &escape[2..];
            }
        }
    }
    plain.push_str(rest);
    text.replace_range(from.., &plain);
}
